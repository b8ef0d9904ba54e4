import numpy as np
import pytest

from station.pet.phantom.spheres import (
    CIRCLE_RADIUS_MM,
    DIAMETERS_MM,
    ball_offsets,
    central_recovery,
    on_circle,
    profile,
)


def test_the_spheres_are_those_of_the_standard_on_its_circle() -> None:
    assert DIAMETERS_MM == (37, 28, 22, 17, 13, 10)
    places = on_circle(np.arange(6.0))
    np.testing.assert_allclose(np.linalg.norm(places, axis=1), CIRCLE_RADIUS_MM)
    np.testing.assert_allclose(np.linalg.norm(places[1] - places[0]), CIRCLE_RADIUS_MM)


def test_a_large_sphere_through_a_fine_blur_is_1_inside_a_half_on_its_edge_and_0_outside() -> None:
    seen = profile(np.array([0.0, 10.0, 18.5, 30.0]), 18.5, 2.0)
    np.testing.assert_allclose(seen, [1, 1, 0.5, 0], atol=0.03)


@pytest.mark.parametrize("fwhm_mm", [4.0, 7.0, 12.0])
def test_the_blur_conserves_activity(fwhm_mm: float) -> None:
    distance = np.arange(0.005, 60, 0.01)
    total = (profile(distance, 8.5, fwhm_mm) * 4 * np.pi * distance**2).sum() * 0.01
    assert total == pytest.approx(4 / 3 * np.pi * 8.5**3, rel=1e-4)


def test_the_centre_of_the_profile_is_the_closed_form_of_it() -> None:
    for diameter in DIAMETERS_MM:
        centre = profile(np.zeros(1), diameter / 2, 6.0)[0]
        assert centre == pytest.approx(central_recovery(diameter / 2, 6.0), abs=1e-6)


def test_a_ball_is_filled_evenly() -> None:
    points = ball_offsets(10.0, 0.5)
    assert len(points) * 0.5**3 == pytest.approx(4 / 3 * np.pi * 1000, rel=0.01)
    assert np.linalg.norm(points, axis=1).max() <= 10
