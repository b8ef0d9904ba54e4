"""The statistics control: what passes, what fails, and what it says it cannot tell."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import numpy as np
import pytest

from station.pet.glucose import BloodGlucose
from station.pet.image_quality import Limits, Status
from station.pet.study import Radiopharmaceutical, Role, Series
from station.pet.suv import InputName, TypedInput
from station.pet.voi import Point
from station.pet.volume import Geometry, Unit, Volume
from station.quality.checks import Control, statistics_control
from station.quality.organ_checks import LIVER_SUV
from tests.quality.patients import Scan, flipped, scanned, series_of

pytestmark = pytest.mark.simulated

PASS, LOOK, FAIL, NOT = Status.PASS, Status.LOOK, Status.FAIL, Status.NOT_POSSIBLE
OF_ORGANS = ("Liver SUVmean", "Liver SUL", "Liver CoV", "Blood pool SUVmean", "Blood pool SUL")


@pytest.fixture(scope="module")
def scan() -> Scan:
    return scanned()


@pytest.fixture(scope="module")
def control(scan: Scan) -> Control:
    return statistics_control(scan.pet, scan.series, scan.ct)


@pytest.fixture
def again(scan: Scan, control: Control):
    """Checks of the same patient with something else about the image or the header."""

    def checked(pet: Volume | None = None, series: Series | None = None, **more: Any) -> Control:
        return statistics_control(
            pet or scan.pet, series or scan.series, scan.ct, again=control, **more
        )

    return checked


def suv(voxels: np.ndarray, like: Volume) -> Volume:
    return Volume(voxels.astype(np.float32), like.geometry, like.unit)


# --- A good scan --------------------------------------------------------------------------------


def test_a_good_scan_passes_all_that_can_be_checked(control: Control) -> None:
    assert control.refusal is None
    assert {check.status for check in control.checks if check.name != "Blood glucose"} == {PASS}


def test_every_check_names_its_limits_and_their_source(control: Control) -> None:
    for check in control.checks:
        assert check.source
        assert check.sentence.endswith(".")
        assert check.limits != (None, None)


def test_the_livers_suv_is_that_of_the_patient(scan: Scan, control: Control) -> None:
    truth = next(organ.suv for organ in scan.anatomy.organs if organ.name == "liver")
    assert control.named("Liver SUVmean").value == pytest.approx(truth, rel=0.06)


def test_the_blood_pools_suv_is_near_that_of_the_patient(scan: Scan, control: Control) -> None:
    truth = next(organ.suv for organ in scan.anatomy.organs if organ.name == "aorta")
    # 12 mm in an aorta of 20 mm, blurred by 8: the lung beside it takes some away.
    assert control.named("Blood pool SUVmean").value == pytest.approx(truth, rel=0.2)


def test_places_are_given_where_there_is_something_to_see(control: Control) -> None:
    assert control.liver is not None
    assert control.named("Liver CoV").place_mm == control.liver.centre_mm
    assert control.named("PET/CT shift at the head").place_mm is not None
    assert control.named("Uptake time").place_mm is None


# --- Limits -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "status"),
    [(0.9, FAIL), (1.0, LOOK), (1.3, PASS), (3.0, PASS), (3.01, LOOK), (4.5, LOOK), (4.6, FAIL)],
)
def test_within_the_limits_passes_and_far_outside_fails(value: float, status: Status) -> None:
    assert LIVER_SUV.limits.status(value) is status


def test_without_wider_limits_nothing_is_to_be_looked_at() -> None:
    limits = Limits(None, 0.0, "test")
    assert [limits.status(value) for value in (0.0, 1.0)] == [PASS, FAIL]


# --- A wrong scale, dose or time ----------------------------------------------------------------


def test_a_wrong_calibration_is_seen(scan: Scan, again) -> None:
    wrong = again(suv(2.2 * scan.pet.voxels, scan.pet))
    assert wrong.named("Calibration").status is FAIL
    assert wrong.named("Liver SUVmean").status is not PASS
    assert wrong.named("Liver CoV").status is PASS


def test_calibration_says_how_much_of_the_dose_is_in_view(scan: Scan, control: Control) -> None:
    total = float(scan.pet.voxels.sum()) * scan.pet.geometry.voxel_volume_ml
    share = 100 * total / (1000 * scan.anatomy.weight_kg)
    assert f"{share:.0f} % of the decayed dose" in control.named("Calibration").sentence


@pytest.mark.parametrize(("minutes", "status"), [(60, PASS), (47, LOOK), (95, FAIL), (30, FAIL)])
def test_the_uptake_time_has_its_window(scan: Scan, again, minutes: int, status: Status) -> None:
    drug = Radiopharmaceutical(
        name="FDG",
        total_dose=3e8,
        half_life_s=6586.2,
        start_datetime=datetime(2024, 5, 14, 10 - (minutes + 59) // 60, (60 - minutes) % 60),
    )
    check = again(series=series_of(scan.anatomy, radiopharmaceutical=drug)).named("Uptake time")
    assert (check.value, check.status) == (minutes, status)


def test_the_dose_is_told_per_weight(again) -> None:
    check = again().named("Injected activity per weight")
    assert check.value == pytest.approx(4.0)
    assert "8.0 MBq·min/kg at 2.0 min per bed" in check.sentence


def test_the_glucose_is_held_against_its_limits(again) -> None:
    told = {
        value: again(glucose=BloodGlucose(value, "PatientComments")).named("Blood glucose").status
        for value in (5.5, 12.0)
    }
    assert told == {5.5: PASS, 12.0: FAIL}
    assert again().named("Blood glucose").status is NOT


# --- The image ----------------------------------------------------------------------------------


def test_noise_is_told_apart_from_a_good_scan(scan: Scan, again, control: Control) -> None:
    rng = np.random.default_rng(5)
    noisy = scan.pet.voxels * (1 + 0.5 * rng.standard_normal(scan.pet.shape))
    checks = again(suv(noisy, scan.pet))
    assert checks.named("Noise").status is FAIL
    assert checks.named("Liver CoV").status is FAIL
    # Independent noise of 6 % in every voxel, and the even texture of the phantom.
    assert control.named("Noise").value == pytest.approx(6, abs=2)


def test_an_unfiltered_image_does_not_fail_by_its_noise(scan: Scan, again) -> None:
    rng = np.random.default_rng(5)
    noisy = suv(scan.pet.voxels * (1 + 0.5 * rng.standard_normal(scan.pet.shape)), scan.pet)
    checks = again(noisy, replace(scan.series, role=Role.UNFILTERED))
    for name in ("Noise", "Liver CoV"):
        assert checks.named(name).status is LOOK
        assert "unfiltered" in checks.named(name).sentence


def test_slices_that_were_never_stored_are_counted_and_shown(scan: Scan, again) -> None:
    voxels = scan.pet.voxels.copy()
    voxels[40:42] = np.nan
    checks = again(suv(voxels, scan.pet))
    check = checks.named("Missing slices")
    assert (check.value, check.status) == (2, FAIL)
    assert check.place_mm is not None
    assert check.place_mm[2] == pytest.approx(scan.pet.geometry.to_patient((40, 0, 0))[2])
    assert checks.named("Voxels without a number").status is PASS


def test_voxels_without_a_number_are_counted(scan: Scan, again) -> None:
    voxels = scan.pet.voxels.copy()
    voxels[30, 40, 41:44] = np.nan
    check = again(suv(voxels, scan.pet)).named("Voxels without a number")
    assert (check.value, check.status) == (3, FAIL)


def test_a_gap_in_the_liver_gives_no_number_of_it(scan: Scan, again, control: Control) -> None:
    assert control.liver is not None
    middle = round(float(scan.pet.geometry.to_index(control.liver.centre_mm)[0]))
    voxels = scan.pet.voxels.copy()
    voxels[middle] = np.nan
    check = again(suv(voxels, scan.pet)).named("Liver SUVmean")
    assert (check.value, check.status) == (None, NOT)
    assert "not entirely inside the image" in check.sentence


def test_the_liver_can_be_measured_where_a_person_puts_it(control: Control, again) -> None:
    assert control.liver is not None
    x, y, z = control.liver.centre_mm
    check = again(liver_mm=(x, y, z - 10)).named("Liver SUVmean")
    assert check.place_mm == (x, y, z - 10)
    assert "by hand" in check.sentence
    in_lung: Point = (x, y, z + 150)
    assert again(liver_mm=in_lung).named("Liver SUVmean").status is FAIL


def test_a_body_that_leaves_the_field_of_view_is_cut(scan: Scan) -> None:
    _, _, columns = scan.pet.shape
    first = columns // 2 - 20
    affine = scan.pet.affine.copy()
    affine[:3, 3] = scan.pet.geometry.to_patient((0, 0, first))
    voxels = scan.pet.voxels[:, :, first : first + 40]
    narrow = Volume(voxels.copy(), Geometry(voxels.shape, affine), scan.pet.unit)
    check = statistics_control(narrow, scan.series, scan.ct).named("Truncation")
    assert check.status is FAIL
    assert check.value is not None
    assert check.value > 300


def with_depot(
    scan: Scan, control: Control, share_of_dose: float, sd_mm: float
) -> tuple[Volume, Point]:
    """The scan with this much of the dose left in the left arm, and where."""
    assert control.landmarks is not None
    arms, view = control.landmarks.arms, control.landmarks.view
    deepest = np.argwhere(arms & (view.x_mm > view.midline_mm))
    place = view.point(deepest[len(deepest) // 2].tolist())
    index = np.stack(np.meshgrid(*(np.arange(n) for n in scan.pet.shape), indexing="ij"), axis=-1)
    away = np.linalg.norm(scan.pet.geometry.to_patient(index) - np.array(place), axis=-1)
    blob = np.exp(-(away**2) / (2 * sd_mm**2))
    dose_suv_ml = 1000 * scan.anatomy.weight_kg
    blob *= share_of_dose * dose_suv_ml / (blob.sum() * scan.pet.geometry.voxel_volume_ml)
    return suv(scan.pet.voxels + blob, scan.pet), place


def test_activity_left_at_an_arm_is_found_and_weighed(scan: Scan, control: Control) -> None:
    leaked, place = with_depot(scan, control, 0.03, 7.0)
    check = statistics_control(leaked, scan.series, scan.ct).named("Extravasation at an arm")
    assert check.status is LOOK
    assert check.value is not None
    assert 2.1 < check.value < 3.1  # a blurred point above a tenth of its height: four fifths
    assert np.linalg.norm(np.array(check.place_mm) - np.array(place)) < 8


def test_a_warm_spot_at_an_arm_that_holds_next_to_nothing_passes(
    scan: Scan, control: Control
) -> None:
    leaked, _ = with_depot(scan, control, 0.00017, 4.0)
    check = statistics_control(leaked, scan.series, scan.ct).named("Extravasation at an arm")
    assert check.status is PASS
    assert check.value is not None
    assert 0 < check.value < 0.02
    assert "too little to be missed" in check.sentence


# --- What cannot be told ------------------------------------------------------------------------


def test_of_another_tracer_no_limit_of_fdg_is_applied(scan: Scan, again) -> None:
    drug = Radiopharmaceutical(name="Ga-68 DOTATATE", total_dose=1.5e8)
    checks = again(series=series_of(scan.anatomy, radiopharmaceutical=drug))
    for name in (*OF_ORGANS, "Noise", "Uptake time", "Injected activity per weight"):
        assert checks.named(name).status is NOT
        assert "DOTATATE" in checks.named(name).sentence
    assert checks.named("Truncation").status is PASS


def test_an_unnamed_tracer_is_not_taken_for_fdg(scan: Scan, again) -> None:
    checks = again(series=series_of(scan.anatomy, radiopharmaceutical=None))
    assert checks.named("Liver SUVmean").status is NOT
    assert "does not say which tracer" in checks.named("Liver SUVmean").sentence


def test_without_suv_what_needs_it_says_so(scan: Scan, again) -> None:
    activity = Volume(1000 * scan.pet.voxels, scan.pet.geometry, Unit.BQ_PER_ML)
    checks = again(activity, no_suv="PatientWeight is missing.")
    for name in (*OF_ORGANS, "Calibration", "Extravasation at an arm"):
        assert checks.named(name).status is NOT
        assert checks.named(name).sentence == "PatientWeight is missing."
    assert checks.named("PET/CT shift at the head").status is PASS


def test_without_height_there_is_no_sul(scan: Scan, again) -> None:
    checks = again(series=series_of(scan.anatomy, height_m=None))
    assert checks.named("Liver SUVmean").status is PASS
    assert checks.named("Liver SUL").status is NOT
    assert "PatientSize" in checks.named("Liver SUL").sentence


def test_what_a_person_typed_counts(scan: Scan, again) -> None:
    typed = TypedInput(InputName.HEIGHT_M, 1.7, "A. Reader", datetime(2024, 5, 15))
    checks = again(series=series_of(scan.anatomy, height_m=None), typed=(typed,))
    assert checks.named("Liver SUL").value is not None


def test_without_weight_dose_and_calibration_are_not_possible(scan: Scan, again) -> None:
    checks = again(series=series_of(scan.anatomy, weight_kg=None), no_suv="No weight.")
    for name in ("Calibration", "Injected activity per weight", "Extravasation at an arm"):
        assert checks.named(name).status is NOT


def test_without_a_ct_the_liver_is_less_sure_and_the_aorta_is_not_sought(scan: Scan) -> None:
    checks = statistics_control(scan.pet, scan.series, None, no_ct="The study has no CT.")
    assert checks.named("Liver SUVmean").status is PASS
    assert "less reliable" in checks.named("Liver SUVmean").sentence
    for name in ("Blood pool SUVmean", "PET/CT shift at the diaphragm"):
        assert checks.named(name).status is NOT
        assert "no CT" in checks.named(name).sentence


def test_of_the_head_alone_no_organ_of_the_trunk_is_told(scan: Scan) -> None:
    head = [_part(volume, -260.0) for volume in (scan.pet, scan.ct)]
    checks = statistics_control(head[0], scan.series, head[1])
    for name in (*OF_ORGANS, "Noise", "PET/CT shift at the diaphragm", "Calibration"):
        assert checks.named(name).status is NOT
    assert checks.in_view[0] == "head"
    assert checks.named("PET/CT shift at the head").status is PASS


def test_a_patient_the_wrong_way_round_fails_the_orientation(scan: Scan) -> None:
    mirrored = statistics_control(flipped(scan.pet, 2), scan.series, flipped(scan.ct, 2))
    assert mirrored.named("Orientation").status is FAIL
    upside_down = statistics_control(flipped(scan.pet, 0, 2), scan.series, flipped(scan.ct, 0, 2))
    assert upside_down.named("Orientation").status is FAIL
    assert upside_down.named("Liver SUVmean").status is NOT


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"modality": "CT"}, "not a PET image"),
        ({"parts": 4}, "several images"),
        ({"role": Role.OTHER}, "attenuation"),
    ],
)
def test_what_is_no_static_pet_is_refused_as_a_whole(
    scan: Scan, changes: dict[str, Any], said: str
) -> None:
    refused = statistics_control(scan.pet, replace(scan.series, **changes))
    assert refused.checks == ()
    assert refused.refusal is not None
    assert said in refused.refusal


@pytest.mark.parametrize("value", [np.nan, 0.0])
def test_an_image_of_nothing_is_refused(scan: Scan, value: float) -> None:
    nothing = suv(np.full(scan.pet.shape, value), scan.pet)
    assert statistics_control(nothing, scan.series).refusal is not None


def _part(volume: Volume, above_mm: float) -> Volume:
    """The slices above a height."""
    first = int(np.ceil(volume.geometry.to_index((0, 0, above_mm))[0]))
    affine = volume.affine.copy()
    affine[:3, 3] = volume.geometry.to_patient((first, 0, 0))
    voxels = volume.voxels[first:].copy()
    return Volume(voxels, Geometry(voxels.shape, affine), volume.unit)
