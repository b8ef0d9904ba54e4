"""The simulated cases of an evaluation: who is scanned, where, and where the VOIs lie."""

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from station.errors import StationError
from station.installed import resource
from station.lab.denoiser import cases
from station.lab.denoiser.cases import (
    LEVELS,
    MAIN_LEVEL,
    OtherWay,
    Part,
    Plan,
    Task,
    levels_of,
    run,
)
from station.lab.denoiser.evidence import (
    CONVENTIONAL,
    FULL_COUNT,
    LESION_FREE,
    STANDARD,
    UNFILTERED,
)
from station.pet.filters import smoothed
from station.pet.sites import load_site_list
from station.pet.voi import Sphere
from station.pet.volume import Volume
from station.progress import silent
from station.simulate.anatomy import draw_patient
from station.simulate.lesions import SITES as LESION_SITES
from station.simulate.phantom import Anatomy, Labels, truth_labels
from station.simulate.scanner import Scanner

pytestmark = pytest.mark.simulated

SITES = load_site_list(resource("protocols/reference-tissues.toml"))


def filtered(volume, report=silent, *, resample=False):
    """A denoiser that needs no network."""
    report(0.5, "Denoising")
    assert not resample
    voxels = smoothed(volume.voxels, 10.0, volume.spacing_mm)
    return Volume(voxels, volume.geometry, volume.unit)


JUDGED = [cases.Judged("filter", filtered, main=True), cases.Judged("other", filtered, main=False)]


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner of 8 mm voxels, a thousandth of the work."""
    way = cases._Way(Scanner(matrix=64, voxel_mm=8.0, slice_mm=8.0, angles=40), subsets=4)
    for scenario in (STANDARD, LESION_FREE, OtherWay.SMALL, OtherWay.LARGE):
        monkeypatch.setitem(cases.WAYS, scenario, way)
    monkeypatch.setattr(cases, "TALL_SLICES", cases.LOW_SLICES)


# -- the plan --------------------------------------------------------------------------------------


def test_no_patient_is_scanned_for_two_purposes() -> None:
    tasks = Plan(20, 3).tasks
    assert len({task.seed for task in tasks}) == len(tasks)
    assert len({task.key for task in tasks}) == len(tasks)
    assert len({task.case for task in tasks if task.part is not Part.OTHER}) == 90


def test_seeds_of_two_evaluations_and_of_trainings_are_apart() -> None:
    one, other = ({task.seed for task in Plan(30, seed).tasks} for seed in (1, 2))
    assert not one & other
    assert min(one) >= 5_000_000


def test_it_has_as_many_cases_as_asked_for() -> None:
    tasks = Plan(20, 0, patients=50, others=4).tasks
    count = {part: sum(task.part is part for task in tasks) for part in Part}
    assert count == {
        Part.STANDARD: 20,
        Part.LESION_FREE: 20,
        Part.OTHER: 4 * len(OtherWay),
        Part.TABLES: 50,
    }


def test_all_eight_levels_and_two_that_were_never_trained_are_judged() -> None:
    assert LEVELS == (30, 45, 60, 90, 120, 150, 180, 240, 300, 420)
    assert set(levels_of(0)) | set(levels_of(1)) == set(LEVELS)
    assert all(MAIN_LEVEL in levels_of(number) for number in range(4))


# -- where it is scanned ---------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1])
def test_a_slab_is_placed_where_lesions_lie_and_every_second_one_holds_liver_and_lung(
    number: int,
) -> None:
    task = Task(Part.STANDARD, STANDARD, number, 5_000_007, (120,))
    anatomy = draw_patient(task.seed, lesion_count=(20, 30))
    low = cases._place(anatomy, 160.0, task)
    held = cases._whole(anatomy, low, low + 160.0)
    assert len(held) >= 3
    if number == 0:
        for organ in ("liver", "lung"):
            bottom, top = cases._organ_span(anatomy, organ)
            assert min(top, low + 160) - max(bottom, low) >= cases.ORGAN_SPAN_MM


def test_lesion_free_scans_go_through_the_whole_body() -> None:
    anatomy = draw_patient(5_000_001, lesions=False)
    lows = [
        cases._place(anatomy, 160.0, Task(Part.LESION_FREE, LESION_FREE, n, 1, (120,)))
        for n in range(5)
    ]
    assert lows[0] == pytest.approx(anatomy.thigh_z_mm)
    assert lows[-1] == pytest.approx(-160.0)
    assert lows == sorted(lows)


@pytest.mark.parametrize(
    ("way", "low", "high"), [(OtherWay.SMALL, 0, 20), (OtherWay.LARGE, 33, 99)]
)
def test_other_body_sizes_are_of_that_size(way: OtherWay, low: float, high: float) -> None:
    anatomy = cases._patient(Task(Part.OTHER, way, 0, 5_030_000, (120,)))
    assert low <= anatomy.weight_kg / anatomy.height_m**2 < high
    assert len(anatomy.lesions) > 10


# -- the VOIs --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Patient:
    anatomy: Anatomy
    labels: Labels
    tissues: dict[str, np.ndarray]
    """Where each site of the protocol may lie"""


@pytest.fixture(scope="module")
def patient() -> Patient:
    anatomy = draw_patient(5_000_003, lesion_count=(12, 20))
    grid = Scanner(matrix=136, voxel_mm=4.0, slice_mm=4.0).geometry(anatomy.thigh_z_mm, 10.0)
    labels = truth_labels(anatomy, grid)
    tissues = {name: one.inside(anatomy, labels) for name, one in cases.TISSUES.items()}
    return Patient(anatomy, labels, tissues)


def sphere_of(patient: Patient, site: str, needed_mm: float = 0.0) -> Sphere:
    volume_ml = next(one.volume_ml for one in SITES.sites if one.id == site)
    grid = patient.labels.volume.geometry
    sphere = cases._deepest(patient.tissues[site], grid, volume_ml, needed_mm)
    assert sphere is not None
    return sphere


def test_every_site_of_the_protocol_is_known_to_the_phantom() -> None:
    assert {site.id for site in SITES.sites} == cases.TISSUES.keys()


@pytest.mark.parametrize("site", [site.id for site in SITES.sites])
def test_a_reference_sphere_lies_in_its_tissue(patient: Patient, site: str) -> None:
    grid, inside = patient.labels.volume.geometry, patient.tissues[site]
    at = grid.voxel_at(sphere_of(patient, site, 4.0).centre_mm)
    assert at is not None
    assert inside[at]
    height_mm = cases.LOW_SLICES * 2.0
    low = cases.TISSUES[site].low_mm(patient.anatomy, height_mm)
    heights = grid.to_patient(np.argwhere(inside))[:, 2]
    assert ((heights > low + 10) & (heights < low + height_mm - 10)).any()


def test_the_reference_spheres_lie_where_the_body_has_them(patient: Patient) -> None:
    centre = {site.id: sphere_of(patient, site.id).centre_mm for site in SITES.sites}
    downwards = ["semioval_center", "parotid_gland", "aortic_arch", "left_ventricle", "liver"]
    assert [*sorted(downwards, key=lambda one: -centre[one][2])] == downwards
    assert centre["quadriceps_femoris"][2] < centre["liver"][2]
    assert centre["liver"][0] < 0 < centre["spleen"][0]
    for one, other in combinations(centre.values(), 2):
        assert np.linalg.norm(np.subtract(one, other)) > 20


def test_where_a_tissue_is_too_thin_there_is_no_sphere(patient: Patient) -> None:
    skin = patient.labels.mask("skin")
    assert cases._deepest(skin, patient.labels.volume.geometry, 3.0, 9.0) is None


def test_a_lesions_sphere_holds_it(patient: Patient) -> None:
    for lesion in patient.anatomy.lesions:
        sphere = cases._enclosing(lesion)
        low, high = lesion.box_mm
        assert sphere.volume_ml > lesion.volume_ml
        for side in range(3):
            assert sphere.centre_mm[side] - sphere.radius_mm < low[side]
            assert sphere.centre_mm[side] + sphere.radius_mm > high[side]


def test_every_lesion_of_the_phantom_has_a_tissue_type_of_the_protocol() -> None:
    assert {cases._tissue_of(site.name) for site in LESION_SITES} <= set(SITES.tissues)


# -- a whole case ----------------------------------------------------------------------------------


@pytest.mark.usefixtures("coarse")
def test_a_standard_case_has_every_image_at_every_level_and_all_its_lesions() -> None:
    task = Task(Part.STANDARD, STANDARD, 0, 5_000_000, (60, 120))
    told: list[float] = []
    rows = run(task, JUDGED, SITES, lambda fraction, message: told.append(fraction))
    images = [(row.shown.image, row.shown.seconds_per_bed) for row in rows.images]
    assert images == [
        (FULL_COUNT, 840),
        (UNFILTERED, 60),
        (CONVENTIONAL, 60),
        ("filter", 60),
        (UNFILTERED, 120),
        (CONVENTIONAL, 120),
        ("filter", 120),
        ("other", 120),
    ]
    of_image = {image: [x for x in rows.lesions if x.shown.image == image] for image, _ in images}
    assert len(of_image[FULL_COUNT]) > 0
    assert len(of_image["filter"]) == 2 * len(of_image[FULL_COUNT])
    assert all(0 <= fraction <= 1 for fraction in told)
    assert told == sorted(told)


@pytest.mark.usefixtures("coarse")
def test_noise_falls_with_the_length_of_the_scan() -> None:
    task = Task(Part.STANDARD, STANDARD, 0, 5_000_000, (30, 120, 420))
    rows = run(task, JUDGED, SITES)
    unfiltered = [row.body_rmse for row in rows.images if row.shown.image == UNFILTERED]
    assert unfiltered == sorted(unfiltered, reverse=True)
    assert unfiltered[-1] > next(r.body_rmse for r in rows.images if r.shown.image == FULL_COUNT)


@pytest.mark.usefixtures("coarse")
def test_a_lesion_free_scan_has_no_lesions() -> None:
    rows = run(Task(Part.LESION_FREE, LESION_FREE, 2, 5_010_002, (120,)), JUDGED, SITES)
    assert rows.lesions == []
    assert {row.shown.image for row in rows.images} == {
        FULL_COUNT,
        UNFILTERED,
        CONVENTIONAL,
        "filter",
    }


@pytest.mark.usefixtures("coarse")
def test_the_same_case_gives_the_same_rows() -> None:
    task = Task(Part.STANDARD, STANDARD, 1, 5_000_001, (120,))
    one, other = (run(task, JUDGED[:1], SITES) for _ in range(2))
    assert one.lesions == other.lesions
    assert [row.body_rmse for row in one.images] == [row.body_rmse for row in other.images]


def test_a_protocol_that_asks_for_what_the_phantom_lacks_is_refused(tmp_path: Path) -> None:
    text = resource("protocols/reference-tissues.toml").read_text(encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text(text.replace('id = "spleen"', 'id = "left_thumb"'), encoding="utf-8")
    task = Task(Part.TABLES, "tables", 0, 5_020_000, (120,))
    with pytest.raises(StationError, match=r"asks for left_thumb, which the phantom does not have"):
        run(task, JUDGED, load_site_list(own))
