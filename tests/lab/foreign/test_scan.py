"""The foreign scanner: laws of projection, noise and reconstruction on a cylinder."""

from dataclasses import replace

import numpy as np
import pytest

from station.lab.foreign.scan import (
    WATER_PER_MM,
    Expected,
    Method,
    Projector,
    Protocol,
    Scene,
    attenuation_per_mm,
    expected,
    filtered,
    filtered_back_projection,
    measured,
    projector,
    reconstructed,
)

PIXELS, PIXEL_MM, SLICES = 96, 4.5, 24
RADIUS_MM, CORE_MM = 90.0, 60.0
PROTOCOL = Protocol(
    Method.FBP,
    voxel_mm=PIXEL_MM,
    slice_mm=4.0,
    field_mm=PIXELS * PIXEL_MM,
    angles=72,
    psf_mm=5.0,
    filter_mm=5.0,
    axial_filter_mm=5.0,
    iterations=3,
    subsets=8,
    penalty=0.0,
    bed_s=120.0,
    bed_mm=140.0,
    scatter_fraction=0.35,
    randoms_fraction=0.4,
    scatter_error=0.0,
)
METHODS = {
    Method.FBP: PROTOCOL,
    Method.OSEM: replace(PROTOCOL, method=Method.OSEM),
    Method.PENALISED: replace(PROTOCOL, method=Method.PENALISED, iterations=4, penalty=1.0),
}


@pytest.fixture(scope="module")
def camera() -> Projector:
    return projector(PIXELS, PIXEL_MM, PROTOCOL.angles)


def disc(radius_mm: float) -> np.ndarray:
    side = (np.arange(PIXELS) - (PIXELS - 1) / 2) * PIXEL_MM
    return side[:, None] ** 2 + side[None, :] ** 2 < radius_mm**2


@pytest.fixture(scope="module")
def data(camera) -> Expected:
    """A cylinder of water with SUV 1."""
    suv = np.repeat(disc(RADIUS_MM)[..., None], SLICES, 2).astype(np.float32)
    hu = np.where(suv > 0, 0.0, -1000.0).astype(np.float32)
    return expected((Scene(1.0, suv, hu),), hu, PROTOCOL, camera)


def core(image: np.ndarray) -> np.ndarray:
    return image[disc(CORE_MM)][:, 6:-6]


def image_of(counts, data, protocol, camera) -> np.ndarray:
    return filtered(reconstructed(counts, data, protocol, camera), protocol, PIXEL_MM)


@pytest.mark.parametrize("method", Method)
def test_a_uniform_cylinder_has_its_known_activity_within_two_per_cent(method, data, camera):
    protocol = METHODS[method]
    image = image_of(measured(data, None), data, protocol, camera)
    assert core(image).mean() == pytest.approx(1.0, rel=0.02)
    assert core(image).std() < 0.02


@pytest.mark.parametrize("method", Method)
def test_noise_falls_with_the_square_root_of_the_counts(method, data, camera):
    protocol = METHODS[method]
    spread = {}
    for times in (1, 4):
        longer = replace(data, seconds=data.seconds * np.float32(times))
        counts = measured(longer, np.random.default_rng(4))
        spread[times] = core(image_of(counts, longer, protocol, camera)).std()
    assert spread[1] / spread[4] == pytest.approx(2.0, rel=0.12)


def test_back_projection_is_the_adjoint_of_projection(camera):
    rng = np.random.default_rng(5)
    image = rng.random((PIXELS, PIXELS, 2), dtype=np.float32)
    lines = rng.random((camera.angles, camera.bins, 2), dtype=np.float32)
    forward = float((camera.project(image) * lines).sum())
    backward = float((image.reshape(-1, 2)[camera.inside] * camera.back(lines)).sum())
    assert forward == pytest.approx(backward, rel=1e-4)


def test_every_projection_holds_all_of_the_activity(camera):
    image = np.repeat(disc(RADIUS_MM)[..., None], 2, 2).astype(np.float32)
    lines = camera.project(image)
    total = image.sum(axis=(0, 1)) * PIXEL_MM
    assert lines.sum(axis=1) == pytest.approx(np.broadcast_to(total, (camera.angles, 2)), rel=1e-4)


def test_filtered_back_projection_is_linear(camera):
    rng = np.random.default_rng(6)
    a, b = rng.random((2, camera.angles, camera.bins, 2), dtype=np.float32)
    both = filtered_back_projection(2 * a + b, camera)
    parts = 2 * filtered_back_projection(a, camera) + filtered_back_projection(b, camera)
    assert both == pytest.approx(parts, abs=1e-4)


def test_water_attenuates_as_in_the_tables(data):
    # Hubbell: 0.096 per cm at 511 keV, through 180 mm of water.
    through = data.survives[:, data.survives.shape[1] // 2].mean()
    assert through == pytest.approx(np.exp(-WATER_PER_MM * 2 * RADIUS_MM), rel=0.06)


def test_air_does_not_attenuate_and_bone_does_more_than_water():
    air, water, bone = attenuation_per_mm(np.array([-1000.0, 0.0, 1000.0], np.float32))
    assert air == 0
    assert bone > water > 0


def test_a_filter_of_a_filter_is_as_wide_as_their_squares():
    point = np.zeros((41, 41, 41), np.float32)
    point[20, 20, 20] = 1
    fine = replace(PROTOCOL, slice_mm=1.0)
    twice = filtered(filtered(point, fine, 1.0), fine, 1.0)
    wider = replace(fine, filter_mm=50**0.5, axial_filter_mm=50**0.5)
    assert twice.max() == pytest.approx(filtered(point, wider, 1.0).max(), rel=0.05)
