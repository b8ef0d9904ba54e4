"""Uneven organs and breathing: functions of the place in the patient that keep its activity."""

from dataclasses import replace

import numpy as np
import pytest

from station.errors import Cancelled
from station.pet.volume import Geometry
from station.simulate.activity import breath_phases, fine_activity
from station.simulate.anatomy import draw_patient
from station.simulate.phantom import (
    Anatomy,
    Breathing,
    Organ,
    Quantity,
    Shape,
    rasterise,
    truth_labels,
)

pytestmark = pytest.mark.simulated


def grid(low_mm: float, high_mm: float, slice_mm: float = 4.0, pixel_mm: float = 4.0) -> Geometry:
    """Slices from `low_mm` to `high_mm`, 400 x 280 mm across."""
    affine = np.eye(4)
    affine[:3, :3] = [[0, 0, pixel_mm], [0, pixel_mm, 0], [slice_mm, 0, 0]]
    affine[:3, 3] = (-200 + pixel_mm / 2, -140 + pixel_mm / 2, low_mm + slice_mm / 2)
    slices = round((high_mm - low_mm) / slice_mm)
    return Geometry((slices, int(280 / pixel_mm), int(400 / pixel_mm)), affine)


@pytest.fixture(scope="module")
def patient() -> Anatomy:
    return draw_patient(1, lesions=False)


@pytest.fixture(scope="module")
def still(patient: Anatomy) -> Anatomy:
    return replace(patient, breathing=None)


def ball(texture: float, breathing: Breathing | None = None, radius_mm: float = 60) -> Anatomy:
    organ = Organ(
        "liver", (Shape((0, 0, 0), (radius_mm, radius_mm, radius_mm)),), 2.0, 50.0, texture=texture
    )
    return Anatomy("F", 60, 1.6, 60.0, (organ,), breathing=breathing)


def breath(amplitude_mm: float) -> Breathing:
    """A breath that moves all but the ends of a metre."""
    return Breathing(amplitude_mm, 500, 200, -200, -500, (1000, 1000), 1000)


def test_slabs_agree_where_they_overlap(patient: Anatomy):
    low = fine_activity(patient, grid(-600, -440, 2.0), 5).voxels
    high = fine_activity(patient, grid(-520, -360, 2.0), 5).voxels
    np.testing.assert_allclose(low[40:], high[:40], atol=1e-5)


def test_the_same_seed_gives_the_same_texture_and_another_seed_another(still: Anatomy):
    geometry = grid(-560, -520)
    one = fine_activity(still, geometry, 5).voxels
    np.testing.assert_array_equal(one, fine_activity(still, geometry, 5).voxels)
    assert np.abs(one - fine_activity(still, geometry, 6).voxels).max() > 0.05


@pytest.mark.parametrize("texture", [0.04, 0.15])
def test_texture_has_mean_one_and_the_spread_of_its_organ(texture: float):
    geometry = grid(-60, 60)
    suv = fine_activity(ball(texture), geometry, 3).voxels
    inside = suv[suv > 0] / 2.0
    assert inside.mean() == pytest.approx(1.0, abs=0.02)
    assert inside.std() == pytest.approx(texture, rel=0.2)


def test_texture_is_smooth_over_millimetres_and_unrelated_over_centimetres():
    suv = fine_activity(ball(0.2, radius_mm=100), grid(-80, 80, 2.0, 2.0), 3).voxels
    middle = np.log(suv[20:60, 50:90, 70:130])
    middle -= middle.mean()

    def correlation(voxels: int) -> float:
        return float((middle[..., voxels:] * middle[..., :-voxels]).mean() / middle.var())

    assert correlation(1) > 0.9
    assert abs(correlation(15)) < 0.25


def test_texture_leaves_organs_of_none_alone(still: Anatomy):
    geometry = grid(-560, -500)
    suv = fine_activity(still, geometry, 5).voxels
    flat = rasterise(still, geometry, Quantity.SUV, (1, 1, 1)).voxels
    labels = truth_labels(still, geometry)
    for organ in still.organs:
        if organ.texture == 0:
            mask = labels.mask(organ.name)
            np.testing.assert_array_equal(suv[mask], flat[mask])


def test_organs_keep_their_mean_uptake(still: Anatomy):
    geometry = grid(-680, -320)
    suv = fine_activity(still, geometry, 5).voxels
    labels = truth_labels(still, geometry)
    for name in ("liver", "lung", "muscle", "spleen"):
        expected = next(organ.suv for organ in still.organs if organ.name == name)
        assert suv[labels.mask(name)].mean() == pytest.approx(expected, rel=0.04)


def test_the_lung_holds_more_towards_the_back(still: Anatomy):
    """Dependent 0.59, non-dependent 0.36 (Song 2023)."""
    geometry = grid(-440, -360)
    suv = fine_activity(still, geometry, 5).voxels
    lung = truth_labels(still, geometry).mask("lung")
    y = geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))[..., 1]
    middle = next(o for o in still.organs if o.name == "lung").shapes[0].centre_mm[1]
    front, back = (lung & (np.abs(y - middle - at) < 8) for at in (-50, 50))
    assert suv[back].mean() / suv[front].mean() == pytest.approx(0.59 / 0.36, rel=0.12)


def test_the_breath_dwells_at_expiration_and_its_mean_place_is_that_of_the_ct():
    phases = breath_phases()
    assert phases.mean() == pytest.approx(0)
    assert np.median(phases) < 0
    assert 0.8 < np.ptp(phases) < 1


def test_breathing_keeps_the_activity_of_a_patient(patient: Anatomy, still: Anatomy):
    geometry = grid(-860, -220, 2.0, 6.0)
    moved = fine_activity(patient, geometry, 5).voxels.sum(dtype=np.float64)
    resting = fine_activity(still, geometry, 5).voxels.sum(dtype=np.float64)
    assert moved == pytest.approx(resting, rel=5e-4)


def test_breathing_blurs_a_ball_along_the_body_by_as_much_as_it_moves():
    """Variance along z grows by that of the diaphragm's place, and nothing else changes."""
    geometry = grid(-120, 120, 2.0)
    small = ball(0.0, radius_mm=30)
    rest = fine_activity(small, geometry, 1).voxels.astype(np.float64)
    blurred = fine_activity(replace(small, breathing=breath(15)), geometry, 1).voxels
    z = geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))[..., 2]

    def spread(image: np.ndarray) -> tuple[float, float]:
        mean = float((image * z).sum() / image.sum())
        return mean, float((image * (z - mean) ** 2).sum() / image.sum())

    (mean_before, before), (mean_after, after) = spread(rest), spread(blurred.astype(np.float64))
    assert mean_after == pytest.approx(mean_before, abs=0.1)
    # A fifth of a voxel's square for reading between slices.
    assert after - before == pytest.approx((15 * breath_phases()).var(), abs=1.0)
    np.testing.assert_allclose(blurred.sum(axis=0), rest.sum(axis=0), rtol=1e-4, atol=1e-3)


def test_neck_pelvis_and_spine_do_not_move(patient: Anatomy, still: Anatomy):
    tall = patient.thigh_z_mm / -950
    for low, high in ((-280, -240), (-900, -800)):
        geometry = grid(low * tall, high * tall)
        np.testing.assert_allclose(
            fine_activity(patient, geometry, 5).voxels, fine_activity(still, geometry, 5).voxels
        )
    geometry = grid(-560 * tall, -440 * tall)
    spine = truth_labels(still, geometry).mask("vertebral marrow")
    moved = fine_activity(patient, geometry, 5).voxels[spine]
    resting = fine_activity(still, geometry, 5).voxels[spine]
    assert np.mean(np.abs(moved - resting) > 0.02 * resting) < 0.1


def test_a_grid_that_is_not_axial_is_refused(patient: Anatomy):
    tilted = grid(-560, -520).affine.copy()
    tilted[:3, :3] = tilted[:3, [2, 1, 0]]
    with pytest.raises(ValueError, match="slices across z"):
        fine_activity(patient, Geometry((4, 4, 4), tilted), 1)


def test_painting_stops_when_asked(patient: Anatomy):
    def stop(fraction: float, message: str) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        fine_activity(patient, grid(-560, -520), 1, stop)
