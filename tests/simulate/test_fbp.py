"""Filtered backprojection against what was scanned: values, and noise that knows no sign."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from station.simulate.clinics import Method
from station.simulate.degrade import Plan
from station.simulate.examination import HEADLESS, Examination, examine
from station.simulate.phantom import truth_labels
from tests.made_up.kept import kept
from tests.simulate.test_examination import COARSE, SEED, patient

pytestmark = pytest.mark.simulated

FBP = replace(COARSE, method=Method.FBP)


@kept
def scanned(method: Method, *, noise: bool) -> Examination:
    clinic = FBP if method is Method.FBP else COARSE
    return examine(patient(Plan()), Plan(), SEED, clinic=clinic, coverage=HEADLESS, noise=noise)


def mask(*organs: str) -> NDArray[np.bool_]:
    grid = scanned(Method.FBP, noise=False).image.geometry
    return truth_labels(patient(Plan()), grid).mask(*organs)


def test_without_noise_it_shows_the_uptake() -> None:
    fbp, osem = (scanned(method, noise=False).image.voxels for method in (Method.FBP, Method.OSEM))
    liver = np.asarray(ndimage.binary_erosion(mask("liver"), iterations=2), np.bool_)
    true = next(organ.suv for organ in patient(Plan()).organs if organ.name == "liver")
    assert fbp[liver].mean() == pytest.approx(true, rel=0.06)
    assert fbp[liver].mean() == pytest.approx(osem[liver].mean(), rel=0.06)


def test_its_noise_outside_the_body_has_a_mean_of_zero() -> None:
    noisy, clean = (scanned(Method.FBP, noise=noise).image.voxels for noise in (True, False))
    outside = np.asarray(ndimage.binary_erosion(mask("air"), iterations=2), np.bool_)
    noise = (noisy - clean)[outside & (clean != 0)]
    assert noise.std() > 0
    assert abs(noise.mean()) < 0.05 * noise.std()
    assert 0.4 < (noise < 0).mean() < 0.6


def test_osem_has_no_negative_values_and_fbp_has() -> None:
    assert scanned(Method.OSEM, noise=True).image.voxels.min() >= 0
    assert scanned(Method.FBP, noise=True).image.voxels.min() < 0
