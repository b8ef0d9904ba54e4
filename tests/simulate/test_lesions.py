"""Tumours: in their own tissue, apart from each other, of all sites, sizes and uptakes."""

import numpy as np
import pytest

from station.pet.volume import Geometry
from station.simulate.anatomy import draw_patient
from station.simulate.lesions import LESION_SUV, SITES, SMALLEST_ML
from station.simulate.phantom import Anatomy, Lesion, LesionKind, truth_labels

pytestmark = pytest.mark.simulated

SEEDS = range(101, 109)
COUNT = (20, 30)


@pytest.fixture(scope="module")
def patients() -> list[Anatomy]:
    return [draw_patient(seed, lesion_count=COUNT) for seed in SEEDS]


@pytest.fixture(scope="module")
def lesions(patients: list[Anatomy]) -> list[Lesion]:
    return [lesion for patient in patients for lesion in patient.lesions]


def around(lesion: Lesion, step_mm: float) -> Geometry:
    low, high = lesion.box_mm
    columns, rows, slices = (int(n) for n in np.ceil((high - low) / step_mm))
    affine = np.eye(4)
    affine[:3, :3] = [[0, 0, step_mm], [0, step_mm, 0], [step_mm, 0, 0]]
    affine[:3, 3] = low + step_mm / 2
    return Geometry((slices, rows, columns), affine)


def positions(geometry: Geometry) -> np.ndarray:
    return geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))


def test_a_patient_has_as_many_lesions_as_asked_for_where_there_is_room(patients: list[Anatomy]):
    for patient in patients:
        assert 0.8 * COUNT[0] <= len(patient.lesions) <= COUNT[1]
    assert [v.name for v in patients[0].lesions[:2]] == ["Lesion 1", "Lesion 2"]


def test_every_lesion_lies_in_the_tissue_of_its_site(patients: list[Anatomy]):
    for seed, patient in zip(SEEDS, patients, strict=True):
        bare = draw_patient(seed, lesions=False)
        for lesion in patient.lesions:
            site = next(site for site in SITES if site.name == lesion.site)
            step = max(1.0, lesion.diameter_mm / 16)
            geometry = around(lesion, step)
            labels = truth_labels(bare, geometry)
            held = lesion.contains(positions(geometry))
            present = (site.of | site.invades) & set(labels.names)
            assert labels.mask(*present)[held].mean() > 0.97, (seed, lesion.name, lesion.site)


def test_no_two_lesions_overlap(patients: list[Anatomy]):
    for patient in patients:
        for lesion in patient.lesions:
            points = positions(around(lesion, lesion.diameter_mm / 8))
            own = points[lesion.contains(points)]
            for other in patient.lesions:
                assert other is lesion or not other.contains(own).any()


def test_lesions_arise_at_every_site(lesions: list[Lesion]):
    assert {lesion.site for lesion in lesions} == {site.name for site in SITES}


def test_sizes_run_from_half_a_millilitre_to_a_hundred_and_small_ones_are_many(
    lesions: list[Lesion],
):
    volumes = np.array([lesion.volume_ml for lesion in lesions])
    assert SMALLEST_ML <= volumes.min() < 0.55
    assert 50 < volumes.max() <= 101
    assert (volumes < 1).mean() > 0.2
    assert (volumes < 3).mean() > 0.45
    assert (volumes > 10).mean() > 0.1


def test_uptake_runs_from_faint_to_intense(lesions: list[Lesion]):
    suv = np.array([lesion.suv for lesion in lesions if lesion.kind is not LesionKind.COLD])
    assert LESION_SUV[0] <= suv.min() < 1.8
    assert 18 < suv.max() <= LESION_SUV[1]
    # Evenly over the logarithm, but for the faint ones that their organ would hide.
    assert 4.5 < np.median(suv) < 8


def test_cold_lesions_take_up_less_than_their_tissue(patients: list[Anatomy]):
    cold = 0
    for patient in patients:
        suv = {organ.name: organ.suv for organ in patient.organs}
        for lesion in patient.lesions:
            if lesion.kind is LesionKind.COLD:
                site = next(site for site in SITES if site.name == lesion.site)
                assert lesion.suv < 0.5 * max(suv[name] for name in site.of)
                cold += 1
    assert cold >= 3


def test_necrotic_lesions_have_a_core_inside_that_is_colder_than_the_rim(lesions: list[Lesion]):
    necrotic = [lesion for lesion in lesions if lesion.kind is LesionKind.NECROTIC]
    assert len(necrotic) >= 5
    for lesion in necrotic:
        assert lesion.core_suv < 0.35 * lesion.suv
        points = positions(around(lesion, lesion.diameter_mm / 16))
        core = np.logical_or.reduce([shape.contains(points) for shape in lesion.core])
        assert 0.1 < core.sum() / lesion.contains(points).sum() < 0.5
        assert lesion.contains(points)[core].all()
    assert all(not v.core for v in lesions if v.kind is not LesionKind.NECROTIC)


def test_some_lesions_are_lobulated_and_have_the_volume_that_is_painted(lesions: list[Lesion]):
    lobulated = [lesion for lesion in lesions if len(lesion.shapes) > 1]
    assert 0.1 < len(lobulated) / len(lesions) < 0.4
    for lesion in lesions:
        step = lesion.diameter_mm / 24
        counted = lesion.contains(positions(around(lesion, step))).sum() * step**3 / 1000
        assert counted == pytest.approx(lesion.volume_ml, rel=0.03)
        assert np.pi / 6 * lesion.diameter_mm**3 / 1000 == pytest.approx(lesion.volume_ml)
