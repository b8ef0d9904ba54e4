"""Recoveries that are known: of a sphere through a Gaussian, and of the maker's own analysis."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from station.dicom.load import scan
from station.errors import StationError
from station.operations.images import load_image
from station.pet.filters import gaussian
from station.pet.phantom.figures import (
    MAX_BANDS,
    MEAN_BANDS,
    Earl,
    PhantomFigures,
    examine_phantom,
    harmonised,
)
from station.pet.phantom.finding import FoundPhantom
from station.pet.phantom.spheres import DIAMETERS_MM, profile
from station.pet.volume import Volume
from tests.made_up.nema import Nema

CLEAN = Nema(spacing_mm=(2.0, 2.0, 2.0), fwhm_mm=7.3, half_field_mm=(160, 130))
Examined = tuple[PhantomFigures, FoundPhantom]
SEEN_FWHM_MM = float(np.hypot(CLEAN.fwhm_mm, 2.3548 * 2.0 / np.sqrt(12)))
"""With what a voxel of 2 mm itself blurs"""


@pytest.fixture(scope="module")
def volume() -> Volume:
    return CLEAN.volume()


@cache
def examined(earl: Earl = Earl.TWO, ratio: float | None = CLEAN.ratio) -> Examined:
    """CLEAN by those bands."""
    return examine_phantom(CLEAN.volume(), "Series 1", earl, ratio)


@pytest.fixture(scope="module")
def figures() -> PhantomFigures:
    return examined(Earl.TWO)[0]


def off_grid_mm(diameter_mm: float) -> tuple[float, float]:
    """Of a sphere's centre, from the nearest voxel's and from the nearest slice."""
    index = CLEAN.geometry.to_index(CLEAN.centres_mm[diameter_mm])
    apart = (index - np.rint(index)) * np.array(CLEAN.spacing_mm)
    return float(np.linalg.norm(apart)), abs(float(apart[0]))


def test_the_maximum_is_that_of_a_sphere_through_a_gaussian(figures: PhantomFigures) -> None:
    for sphere in figures.spheres:
        distance, _ = off_grid_mm(sphere.diameter_mm)
        height = profile(np.array([distance]), sphere.diameter_mm / 2, SEEN_FWHM_MM)[0]
        known = (1 + (CLEAN.ratio - 1) * height) / CLEAN.ratio
        assert sphere.rc_max == pytest.approx(known, rel=0.01)


def test_the_mean_is_that_of_the_contour_half_way_to_the_maximum(figures: PhantomFigures) -> None:
    radii = np.arange(0.005, 30, 0.01)
    for sphere in figures.spheres:
        seen = profile(radii, sphere.diameter_mm / 2, SEEN_FWHM_MM)
        inside = seen >= 0.5 * seen[0]
        height = np.average(seen[inside], weights=radii[inside] ** 2)
        known = (1 + (CLEAN.ratio - 1) * height) / CLEAN.ratio
        voxels = 0.01 if sphere.diameter_mm > 13 else 0.04
        assert sphere.rc_mean == pytest.approx(known, rel=voxels)


def test_contrast_recovery_is_that_of_a_disc_through_the_sphere(figures: PhantomFigures) -> None:
    for sphere in figures.spheres:
        radii = np.arange(0.005, sphere.diameter_mm / 2, 0.01)
        _, above_mm = off_grid_mm(sphere.diameter_mm)
        seen = profile(np.hypot(radii, above_mm), sphere.diameter_mm / 2, SEEN_FWHM_MM)
        known = 100 * np.average(seen, weights=radii)
        assert sphere.contrast_recovery_percent == pytest.approx(
            known, rel=0.01 if sphere.diameter_mm > 10 else 0.02
        )


def test_the_background_is_the_water_and_without_noise_it_does_not_vary(
    figures: PhantomFigures,
) -> None:
    assert figures.background == pytest.approx(CLEAN.background, rel=1e-3)
    assert figures.variability_percent < 0.1


@pytest.mark.simulated
def test_the_background_varies_as_noise_does_and_more_in_smaller_discs() -> None:
    noisy, _ = examine_phantom(replace(CLEAN, noise=0.1).volume(), "Series 1", ratio=8)
    variability = [sphere.variability_percent for sphere in noisy.spheres]
    assert variability == sorted(variability)
    assert 0.5 < noisy.variability_percent < 4


def test_a_peak_lies_between_mean_and_maximum_of_large_spheres(figures: PhantomFigures) -> None:
    for sphere in figures.spheres[:3]:
        assert sphere.rc_mean < sphere.rc_peak <= sphere.rc_max
    # The 1 mL sphere of the peak is larger than the smallest sphere.
    assert figures.spheres[-1].rc_peak < figures.spheres[-1].rc_mean


def test_the_ratio_scales_every_recovery_but_not_the_background() -> None:
    eight, _ = examined(Earl.TWO)
    four, _ = examined(ratio=4.0)
    assert four.background == eight.background
    for one, other in zip(four.spheres, eight.spheres, strict=True):
        assert one.rc_max == pytest.approx(2 * other.rc_max)
        assert one.rc_mean == pytest.approx(2 * other.rc_mean)
    assert any("does not fit the image" in warning for warning in four.warnings)
    assert not eight.warnings


def test_without_a_ratio_the_largest_sphere_gives_it() -> None:
    figures, _ = examined(ratio=None)
    assert figures.ratio == pytest.approx(8, rel=0.01)
    assert not figures.ratio_given
    assert "Give the true one with --ratio" in figures.warnings[0]


@pytest.mark.parametrize("ratio", [0.0, 1.0, -8.0, 1e6, float("nan")])
def test_a_ratio_that_cannot_be_is_refused(volume: Volume, ratio: float) -> None:
    with pytest.raises(StationError, match="is not possible"):
        examine_phantom(volume, "Series 1", ratio=ratio)


def test_the_bands_are_those_of_earl() -> None:
    assert MAX_BANDS[Earl.ONE][37.0] == (0.95, 1.16)
    assert MAX_BANDS[Earl.TWO][10.0] == (0.52, 0.88)
    assert MEAN_BANDS[Earl.ONE][10.0] == (0.27, 0.43)
    assert MEAN_BANDS[Earl.TWO][37.0] == (0.85, 1.00)
    for bands in (*MAX_BANDS.values(), *MEAN_BANDS.values()):
        assert tuple(bands) == DIAMETERS_MM
        assert all(low < high for low, high in bands.values())


def test_a_scanner_of_earl_1_meets_earl_1_and_not_earl_2() -> None:
    one, _ = examined(Earl.ONE)
    two, _ = examined(Earl.TWO)
    assert one.compliant
    assert not two.compliant
    assert not two.spheres[0].max_in_band


@pytest.mark.simulated
def test_a_sharp_image_is_brought_into_the_bands_by_the_filter_that_is_found() -> None:
    sharp = replace(CLEAN, fwhm_mm=4.5).volume()
    figures, found = examine_phantom(sharp, "Series 1", Earl.ONE, 8)
    assert not figures.compliant
    best = harmonised(sharp, found, figures)
    assert best.compliant
    filtered, _ = examine_phantom(gaussian(sharp, best.fwhm_mm), "Series 1", Earl.ONE, 8)
    assert filtered.compliant
    for one, other in zip(best.spheres, filtered.spheres, strict=True):
        assert one.rc_max == pytest.approx(other.rc_max, rel=0.01)
        assert one.rc_mean == pytest.approx(other.rc_mean, rel=0.02)


def test_an_image_in_its_bands_needs_no_filter(volume: Volume) -> None:
    figures, found = examined(Earl.ONE)
    best = harmonised(volume, found, figures)
    assert best.fwhm_mm == 0
    assert best.spheres == figures.spheres


@pytest.mark.simulated
def test_no_filter_sharpens_a_blurred_image() -> None:
    blurred = replace(CLEAN, fwhm_mm=12.0).volume()
    figures, found = examine_phantom(blurred, "Series 1", Earl.TWO, 8)
    best = harmonised(blurred, found, figures)
    assert not best.compliant
    assert best.fwhm_mm == 0


@pytest.mark.simulated
def test_planes_beyond_the_scan_are_left_out_and_said() -> None:
    figures, _ = examine_phantom(replace(CLEAN, span_mm=(-22, 60)).volume(), "Series 1", ratio=8)
    assert figures.background == pytest.approx(CLEAN.background, rel=0.01)
    figures, _ = examine_phantom(replace(CLEAN, span_mm=(-19, 60)).volume(), "Series 1", ratio=8)
    assert any("ends before the background's planes at -20 mm" in w for w in figures.warnings)


MAKERS_BACKGROUND = 1666.30
MAKERS_SIGNAL = 16520.22
MAKERS_MAX = (23813.9, 23387.5, 23792.7, 22363.9, 26971.7, 25431.1)
MAKERS_MEAN_A50 = (16611.5, 16953.4, 16844.4, 16291.7, 17684.5, 18163.5)
"""Of pet_recon_2 by its maker's program, pynemaiqpet 1.2, without a filter, radii and one signal
for all spheres given, glass of 1.5 mm (github.com/gschramm/pynemaiqpet)"""


@pytest.mark.simulated
def test_the_real_phantom_has_the_figures_of_its_makers_analysis(shared_data: Path) -> None:
    (study,) = scan([shared_data / "nema_pair" / "pet_recon_2"]).studies
    volume = load_image(study.series[0]).volume
    figures, _ = examine_phantom(volume, "Series 1")
    assert figures.background == pytest.approx(MAKERS_BACKGROUND, rel=0.005)
    true = figures.background * figures.ratio
    assert true == pytest.approx(MAKERS_SIGNAL, rel=0.01)
    for sphere, maximum, mean in zip(figures.spheres, MAKERS_MAX, MAKERS_MEAN_A50, strict=True):
        assert sphere.rc_max * true == pytest.approx(maximum, rel=0.001)
        assert sphere.rc_mean * true == pytest.approx(mean, rel=0.01)
