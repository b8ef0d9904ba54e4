"""Where the grade is lost."""

import numpy as np
import pytest

from station.quality.measures.quantity import Subject
from station.quality.places import places_of
from tests.quality.measures.made import Made


def test_damage_is_spread_over_the_image_and_adds_up() -> None:
    scene = Made(blur_mm=6.0, noise=0.2).scene()
    lost = places_of(scene, {"noise": 1.5, "motion": 0.5, "uptake": 0.0})
    assert float(lost.voxels.sum()) == pytest.approx(2.0, rel=1e-4)
    for own, whole in zip(lost.geometry.bounds_mm, scene.view.geometry.bounds_mm, strict=True):
        np.testing.assert_allclose(own, whole, atol=16)


def test_a_hot_spot_is_where_it_is() -> None:
    made = Made()
    x, y, z = made.places(made.grid)
    voxels = made.voxels().copy()
    voxels[np.sqrt((x - 150) ** 2 + y**2 + (z + 200) ** 2) < 12] = 60.0
    lost = places_of(made.scene(voxels), {str(Subject.SPOTS): 1.0})
    at = np.unravel_index(int(lost.voxels.argmax()), lost.voxels.shape)
    place = lost.geometry.to_patient(np.array(at))
    assert np.linalg.norm(place - (150, 0, -200)) < 20


def test_what_does_not_fit_the_ct_is_at_the_skin_and_the_diaphragm() -> None:
    made = Made(blur_mm=6.0, breath_mm=28.0)
    lost = places_of(made.scene(), {str(Subject.MISFIT): 1.0})
    at = np.unravel_index(int(lost.voxels.argmax()), lost.voxels.shape)
    _, _, z = lost.geometry.to_patient(np.array(at))
    assert -345 < z < -285
