"""What the virtual scanner counts, and what OSEM makes of it: physics' laws."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.filters import smoothed
from station.pet.volume import Unit
from station.simulate.osem import Osem, total_background
from station.simulate.phantom import (
    WATER_MU_PER_MM,
    Anatomy,
    Lesion,
    Organ,
    Quantity,
    Shape,
    rasterise,
)
from station.simulate.scanner import (
    FULL_SCAN_S,
    SECONDS_PER_BED,
    Acquisition,
    Scanner,
    scan_slab,
)

pytestmark = pytest.mark.simulated

COARSE = Scanner(
    matrix=68, voxel_mm=6.0, slice_mm=6.0, angles=40, detector_fwhm_mm=8.0, sensitivity=0.02
)
"""Quick, and of the same physics"""


def cylinder(suv: float = 2.0, radius_mm: float = 110.0) -> Anatomy:
    """Water along the patient's axis, as long as any slab here."""
    body = Shape((0.0, 0.0, -300.0), (radius_mm, radius_mm, 1000.0), (1.0, 0.05))
    return Anatomy("F", 50, 1.7, 65.0, (Organ("muscle", (body,), suv, 0.0),))


@pytest.fixture(scope="module")
def scan() -> Acquisition:
    return scan_slab(cylinder(), -400.0, seed=7, scanner=COARSE, slices=32)


@pytest.fixture(scope="module")
def osem(scan: Acquisition) -> Osem:
    return Osem(scan, psf_fwhm_mm=8.0)


def middle(image: np.ndarray) -> np.ndarray:
    """A box well inside the cylinder."""
    _, rows, columns = image.shape
    return image[8:-8, rows // 2 - 8 : rows // 2 + 8, columns // 2 - 8 : columns // 2 + 8]


def test_every_duration_is_a_part_of_the_longer_ones(scan: Acquisition) -> None:
    longer = scan.events()
    for seconds in reversed(SECONDS_PER_BED):
        shorter = scan.events(seconds)
        assert (shorter <= longer).all()
        share = seconds / FULL_SCAN_S
        assert shorter.sum() == pytest.approx(share * scan.mean.sum(), rel=0.01)
        longer = shorter


def test_events_are_poisson(scan: Acquisition) -> None:
    mean = scan.mean[0, ::5, 10:-10].astype(float)
    counts = scan.events()[0, ::5, 10:-10].astype(float)
    residual: NDArray[np.float64] = (counts - mean) / np.sqrt(np.maximum(mean, 1e-3))
    usual = residual[mean > 0.5]
    assert usual.mean() == pytest.approx(0.0, abs=0.01)
    assert usual.var() == pytest.approx(1.0, abs=0.02)


def test_the_same_seed_counts_the_same_events_and_another_seed_others(scan: Acquisition) -> None:
    again = scan_slab(cylinder(), -400.0, seed=7, scanner=COARSE, slices=32)
    other = scan_slab(cylinder(), -400.0, seed=8, scanner=COARSE, slices=32)
    assert (scan.events(60) == again.events(60)).all()
    assert (scan.events(60) != other.events(60)).any()


def test_slabs_of_one_patient_are_independent(scan: Acquisition) -> None:
    above = scan_slab(cylinder(), -300.0, seed=7, scanner=COARSE, slices=32)
    a, b = scan.events().ravel(), above.events().ravel()
    residuals = (a - scan.mean.ravel(), b - above.mean.ravel())
    correlation = np.asarray(np.corrcoef(residuals), np.float64)
    assert abs(correlation[0, 1]) < 0.01


def test_attenuation_lets_through_what_water_does(scan: Acquisition) -> None:
    through = scan.survival / COARSE.sensitivity
    longest_mm = -np.log(through.min(axis=2)) / WATER_MU_PER_MM
    np.testing.assert_allclose(longest_mm, 220.0, rtol=0.03)


def test_background_has_the_fractions_of_the_scanner(scan: Acquisition) -> None:
    background = total_background(scan.background).sum(dtype=float) * FULL_SCAN_S
    trues = scan.mean.sum(dtype=float) - background
    scatter = COARSE.scatter_fraction / (1 - COARSE.scatter_fraction)
    assert background / trues == pytest.approx(scatter + COARSE.randoms_per_true, rel=0.01)


def test_suv_of_a_uniform_body_is_right(scan: Acquisition, osem: Osem) -> None:
    image = osem.images(scan.mean, scan.full_s)[4]
    assert middle(image).mean() == pytest.approx(2.0, rel=0.01)
    noisy = osem.images(scan.events(120), 120.0)[4]
    assert middle(noisy).mean() == pytest.approx(2.0, rel=0.02)


def test_total_activity_is_kept(scan: Acquisition, osem: Osem) -> None:
    image = osem.images(scan.events(), scan.full_s)[4]
    truth = rasterise(cylinder(), scan.geometry, Quantity.SUV).voxels
    assert image.sum() == pytest.approx(truth.sum(), rel=0.01)


def test_each_iteration_raises_the_likelihood(scan: Acquisition) -> None:
    # One subset is plain EM, which never lowers it.
    plain = Osem(scan, subsets=1, psf_fwhm_mm=8.0)
    events = scan.events(120)
    found = plain.iterates(events, 120.0, 5)
    likelihood = [plain.log_likelihood(image, events, 120.0) for image in found]
    assert all(after > before for before, after in pairwise(likelihood))


def test_noise_falls_with_the_root_of_the_counts(scan: Acquisition, osem: Osem) -> None:
    exact = middle(osem.images(scan.mean, scan.full_s)[4])
    noise = {
        seconds: float((middle(osem.images(scan.events(seconds), seconds)[4]) - exact).std())
        for seconds in (60, 240)
    }
    assert noise[60] / noise[240] == pytest.approx(2.0, rel=0.1)


def test_twice_the_uptake_is_twice_the_image() -> None:
    scan = scan_slab(cylinder(4.0), -400.0, seed=7, scanner=COARSE, slices=32)
    image = Osem(scan, psf_fwhm_mm=8.0).images(scan.mean, scan.full_s)[4]
    assert middle(image).mean() == pytest.approx(4.0, rel=0.01)


def test_a_hot_sphere_is_found_where_it_is() -> None:
    centre = (42.0, -30.0, -310.0)
    hot = Lesion("Lesion 1", "liver", (Shape(centre, (14.0, 14.0, 14.0)),), 10.0, 40.0)
    patient = cylinder()
    patient = Anatomy("F", 50, 1.7, 65.0, patient.organs, (hot,))
    scan = scan_slab(patient, -400.0, seed=7, scanner=COARSE, slices=32)
    image = Osem(scan, psf_fwhm_mm=8.0).images(scan.events(), scan.full_s)[4]
    image = smoothed(image, 6.0, scan.geometry.spacing_mm)
    index = np.unravel_index(image.argmax(), image.shape)
    assert np.linalg.norm(scan.geometry.to_patient(index) - centre) < 8.0


def test_the_image_lies_where_its_grid_says(scan: Acquisition) -> None:
    assert scan.geometry.shape[0] == 32
    low, high = scan.geometry.bounds_mm
    assert low[2] == pytest.approx(-400.0)
    assert high[2] == pytest.approx(-400.0 + 32 * 6)
    assert Unit.SUV_BW is rasterise(cylinder(), scan.geometry, Quantity.SUV).unit


def test_no_duration_beyond_the_scan(scan: Acquisition) -> None:
    with pytest.raises(ValueError, match="is shorter than 900 s"):
        scan.events(900)


def test_a_slab_without_a_patient_is_refused() -> None:
    with pytest.raises(StationError, match="nothing of the patient"):
        scan_slab(cylinder(), 2000.0, seed=1, scanner=COARSE, slices=32)
