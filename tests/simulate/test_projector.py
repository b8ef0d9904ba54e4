"""The TOF projector: a ray's integral is right, and back-projection is its adjoint."""

import numpy as np
import pytest
from numpy.random import default_rng

from station.simulate.projector import LANES, Image, Plane, Projector, Rays

PLANE = Plane(rows=30, columns=44, pixel_mm=4.0, x_mm=-86.0, y_mm=-58.0)
RAYS = Rays.about(PLANE.radius_mm, angles=24, radial_mm=4.0, tof_bin_mm=28.0, tof_fwhm_mm=67.0)
ADJOINT_TOLERANCE = 1e-4


@pytest.mark.parametrize("rays_per_bin", [1, 2])
def test_projector_and_adjoint_agree(rays_per_bin: int) -> None:
    projector = Projector(PLANE, RAYS, rays_per_bin)
    rng = default_rng(1)
    image = rng.random((30, 44, LANES), dtype=np.float32)
    data = rng.random(RAYS.shape(LANES), dtype=np.float32)
    forward = np.vdot(projector.project(image).astype(float), data)
    back = np.vdot(image.astype(float), projector.back_project(data, LANES))
    assert forward == pytest.approx(back, rel=ADJOINT_TOLERANCE)


def test_a_subset_is_those_angles_of_the_whole() -> None:
    projector = Projector(PLANE, RAYS)
    image = default_rng(2).random((30, 44, LANES), dtype=np.float32)
    some = np.array([3, 11, 19])
    np.testing.assert_array_equal(projector.project(image, some), projector.project(image)[:, some])


def disc(radius_mm: float) -> Image:
    """1 inside a disc about LPS 0, by eighths of a pixel at its edge."""
    fine = (np.arange(8) + 0.5) / 8 - 0.5
    y = (np.arange(30)[:, None] + fine) * 4.0 - 58.0
    x = (np.arange(44)[:, None] + fine) * 4.0 - 86.0
    inside = y[:, None, :, None] ** 2 + x[None, :, None, :] ** 2 <= radius_mm**2
    mean = inside.mean(axis=(2, 3)).astype(np.float32)
    return np.repeat(mean[:, :, None], LANES, axis=2)


def test_every_angle_sees_the_same_total() -> None:
    image = disc(40.0)
    sums = Projector(PLANE, RAYS).project(image)[0, :, :, :, 0].sum(axis=(1, 2)) * 4.0
    area = image[:, :, 0].sum() * 16.0
    np.testing.assert_allclose(sums, area, rtol=0.01)


def test_a_ray_through_a_disc_is_its_chord() -> None:
    data = Projector(PLANE, RAYS).project(disc(40.0))[0, :, :, :, 0].sum(axis=2)
    radial = (np.arange(RAYS.radial_bins) - (RAYS.radial_bins - 1) / 2) * 4.0
    chord = 2 * np.sqrt(np.maximum(40.0**2 - radial**2, 0))
    near_edge = np.abs(np.abs(radial) - 40) < 8
    np.testing.assert_allclose(
        data[:, ~near_edge], np.broadcast_to(chord, data.shape)[:, ~near_edge], atol=1.5
    )


def test_timing_tells_where_on_the_line_a_point_lies() -> None:
    image = np.zeros((30, 44, LANES), dtype=np.float32)
    row, column = 15, 36
    image[row, column] = 1.0
    x, y = PLANE.x_mm + column * 4.0, PLANE.y_mm + row * 4.0
    data = Projector(PLANE, RAYS).project(image)[0, :, :, :, 0]
    middle = (np.arange(RAYS.tof_bins) - (RAYS.tof_bins - 1) / 2) * RAYS.tof_bin_mm
    for number, angle in enumerate(np.arange(RAYS.angles) * np.pi / RAYS.angles):
        seen = data[number].sum(axis=0)
        mean = float((seen * middle).sum() / seen.sum())
        along = -x * np.sin(angle) + y * np.cos(angle)
        assert mean == pytest.approx(along, abs=7.0)
        width = np.sqrt((seen * (middle - mean) ** 2).sum() / seen.sum())
        # The bins' own width adds to the timing resolution.
        expected = np.hypot(RAYS.tof_fwhm_mm / 2.3548, RAYS.tof_bin_mm / np.sqrt(12))
        assert width == pytest.approx(expected, rel=0.08)


def test_what_lies_beyond_the_scanner_is_not_seen_and_spoils_nothing() -> None:
    within, wide = Plane(40, 40, 4.0, -78.0, -78.0), Plane(120, 120, 4.0, -238.0, -238.0)
    rays = Rays.about(within.radius_mm, 12, 4.0, 20.0, 25.0)
    image = np.zeros((120, 120, LANES), dtype=np.float32)
    image[0, 0] = 1.0  # in a corner, far beyond the last TOF bin
    assert Projector(wide, rays).project(image).sum() == 0
    near = np.zeros((40, 40, LANES), dtype=np.float32)
    near[5:35, 5:35] = image[45:75, 45:75] = 1.0
    both = [Projector(plane, rays).project(of) for plane, of in ((wide, image), (within, near))]
    np.testing.assert_allclose(both[0].sum(), both[1].sum(), rtol=1e-3)


def test_slices_do_not_mix() -> None:
    image = np.zeros((30, 44, 2 * LANES), dtype=np.float32)
    image[10:20, 10:20, LANES + 5] = 1.0
    data = Projector(PLANE, RAYS).project(image)
    assert data[1, :, :, :, 5].sum() > 0
    data[1, :, :, :, 5] = 0
    assert not data.any()


def test_an_image_of_another_grid_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Projector(PLANE, RAYS).project(np.zeros((30, 40, LANES), dtype=np.float32))
    with pytest.raises(ValueError, match="multiple of"):
        RAYS.shape(LANES + 1)
