"""Drawn clinics: within practice, and the held-out ones where training never is."""

import numpy as np
import pytest

from station.simulate.clinics import (
    CLINICS,
    FINEST_VOXEL_MM,
    PAPER_CLINIC,
    Clinic,
    Method,
    draw_clinic,
    even_matrix,
)

COUNT = 300


@pytest.fixture(scope="module")
def drawn() -> list[Clinic]:
    rng = np.random.default_rng(1)
    return [draw_clinic(rng) for _ in range(COUNT)]


@pytest.fixture(scope="module")
def held_out() -> list[Clinic]:
    rng = np.random.default_rng(2)
    return [draw_clinic(rng, held_out=True) for _ in range(COUNT)]


def test_a_clinic_follows_from_its_random_numbers() -> None:
    first, again = (draw_clinic(np.random.default_rng(7)) for _ in range(2))
    assert first == again


def test_voxels_slices_and_filters_are_those_of_practice(drawn: list[Clinic]) -> None:
    voxels = [clinic.shown_voxel_mm or 0 for clinic in drawn]
    slices = [clinic.shown_slice_mm or 0 for clinic in drawn]
    assert 1.6 <= min(voxels) < 2.1
    assert 5.2 < max(voxels) <= 5.5
    assert 1.5 <= min(slices) < 2.1
    assert 4.8 < max(slices) <= 5.0
    assert {clinic.axial_weight for clinic in drawn} == {None, 0.0, 2.0, 4.0, 6.0}
    assert max(clinic.filter_fwhm_mm for clinic in drawn) <= 10.0
    assert {clinic.method for clinic in drawn} == set(Method)


def test_a_third_to_two_thirds_measure_the_time_of_flight(drawn: list[Clinic]) -> None:
    tof = np.array([clinic.scanner.tof_fwhm_mm for clinic in drawn])
    with_tof = tof < 1000
    assert 1 / 3 < with_tof.mean() < 2 / 3
    assert tof[with_tof].min() >= 29.9  # 200 ps
    assert tof[with_tof].max() <= 90.0  # 600 ps


def test_every_angle_is_in_one_subset(drawn: list[Clinic]) -> None:
    assert all(clinic.scanner.angles % clinic.subsets == 0 for clinic in drawn)
    updates = [c.iterations * c.subsets for c in drawn if c.method is Method.OSEM]
    assert min(updates) >= 16
    assert max(updates) <= 126


def test_nothing_is_computed_on_finer_voxels_than_pays(drawn: list[Clinic]) -> None:
    assert all(clinic.scanner.voxel_mm >= FINEST_VOXEL_MM for clinic in drawn)
    assert all(clinic.scanner.voxel_mm >= (clinic.shown_voxel_mm or 0) for clinic in drawn)


def test_held_out_clinics_are_where_training_never_is(
    drawn: list[Clinic], held_out: list[Clinic]
) -> None:
    def in_gap(clinic: Clinic) -> bool:
        return 2.2 < (clinic.shown_slice_mm or 0) < 2.7

    assert all(in_gap(clinic) for clinic in held_out)
    assert not any(in_gap(clinic) for clinic in drawn)
    assert all(clinic.usual for clinic in drawn)
    assert not any(clinic.usual for clinic in held_out)


def test_a_name_says_how_the_image_is_made(drawn: list[Clinic]) -> None:
    assert len({clinic.name for clinic in drawn}) == COUNT
    for clinic in drawn:
        assert ("TOF" in clinic.name) == (clinic.scanner.tof_fwhm_mm < 1000)
        assert ("PSF" in clinic.name) == (clinic.psf_fwhm_mm > 0)
    assert PAPER_CLINIC.recipe == "OSEM 3i10s, Gaussian 4.5 mm"


def test_a_clinic_without_a_penalty_has_the_gaussian_along_the_axis_too() -> None:
    assert all(clinic.axial_weight is None and not clinic.penalty for clinic in CLINICS)


def test_a_matrix_is_even() -> None:
    assert even_matrix(700.0, 3.18) == 220
    assert even_matrix(700.0, 4.69) % 2 == 0
