"""From what the network says and from the checks to the grade, and what is not graded."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from station.pet.image_quality import GraderModel, QualityGrade, Status, Verdict
from station.pet.study import Radiopharmaceutical, Role, Series, SuvFacts
from station.pet.volume import Volume
from station.quality.assessment import (
    Assessment,
    Prediction,
    grade_of,
    refusal,
    refusal_by_checks,
)
from station.quality.checks import Control
from station.quality.landmarks import Landmarks
from station.quality.organs import CELL_MM, Organs, Tissue, Turned
from station.quality.working_grid import View, grid_at
from tests.made_up import images
from tests.made_up.graders import check
from tests.quality.images import body

MODEL = GraderModel("Ordinal regression", "1", "5" * 64)
CELL_ML = CELL_MM**3 / 1000
POOR, GOOD = (0.3, 0.5, 0.1, 0.07, 0.03), (0.0, 0.02, 0.08, 0.3, 0.6)


@dataclass(frozen=True)
class Scan:
    pet: Volume
    series: Series


@pytest.fixture(scope="module")
def scan() -> Scan:
    """A whole body after an injection of FDG."""
    return Scan(body(), images.series(suv=images.facts()))


@pytest.fixture
def control() -> Control:
    return Control((), in_view=("head", "lungs", "liver", "arms"))


@pytest.fixture
def graded(scan: Scan, control: Control):
    """The grade of the patient's image, of what a network says and of what the checks found."""

    def grade(
        probabilities: tuple[float, ...] = GOOD,
        *,
        series: Series | None = None,
        checks: Control | None = None,
        good_from: float = 0.5,
        evidence: bool = False,
        **said: Any,
    ) -> QualityGrade:
        facts: dict[str, Any] = {"causes": {}, "distance": 0.5, "damages": {}, **said}
        prediction = Prediction(probabilities, **facts)
        assessment = Assessment(MODEL, prediction, good_from, lambda: scan.pet)
        return grade_of(series or scan.series, assessment, checks or control, evidence=evidence)

    return grade


def with_drug(scan: Scan, drug: Radiopharmaceutical | None) -> Series:
    facts = scan.series.suv
    assert isinstance(facts, SuvFacts)
    return replace(scan.series, suv=replace(facts, radiopharmaceutical=drug))


# --- The grade ----------------------------------------------------------------------------------


def test_the_grade_is_the_middle_one() -> None:
    said = Prediction((0.3, 0.15, 0.1, 0.15, 0.3), {}, 0.5, {})
    assert said.grade == 3
    assert said.probability_good == pytest.approx(0.55)


def test_what_lowers_a_grade_is_named_by_its_share_the_most_first(graded) -> None:
    damages = {"uptake": 1.0, "noise": 3.0, "motion": 0.3}
    drivers = graded(POOR, damages=damages).drivers
    assert [driver.subject for driver in drivers] == ["noise", "uptake"]
    assert drivers[0].share == pytest.approx(3 / 4.3)
    assert graded(GOOD, damages=damages).drivers == ()


def test_the_verdict_is_poor_below_the_threshold(graded) -> None:
    assert (graded(POOR).verdict, graded(POOR).grade) == (Verdict.POOR, 2)
    assert (graded(GOOD).verdict, graded(GOOD).grade) == (Verdict.GOOD, 5)
    assert graded(GOOD, good_from=0.99).verdict is Verdict.POOR
    assert graded().model == MODEL


def test_the_map_of_places_is_told_when_it_is_asked_for(scan: Scan, graded) -> None:
    assert graded().evidence is None
    assert graded(evidence=True).evidence is scan.pet


def test_an_image_unlike_the_training_images_is_not_graded(graded) -> None:
    found = graded(distance=2.5)
    assert (found.verdict, found.grade, found.distance) == (Verdict.NOT_GRADABLE, None, 2.5)
    assert "unlike the images" in found.reason
    assert "2.5 times as far away" in found.reason


def test_suspicions_are_told_from_a_quarter_on_the_most_probable_first(graded) -> None:
    causes = {"too few counts": 0.3, "extravasation": 0.9, "moved during PET": 0.2}
    told = graded(POOR, causes=causes).suspicions
    assert [one.cause for one in told] == ["extravasation", "too few counts"]


def test_of_a_good_image_no_suspicion_is_told(graded) -> None:
    assert graded(GOOD, causes={"too few counts": 0.7}).suspicions == ()


def test_what_is_to_be_borne_in_mind_is_said_with_the_grade(
    scan: Scan, control: Control, graded
) -> None:
    assert (
        graded(series=replace(scan.series, manufacturer="Station virtual scanner")).caution is None
    )
    real = replace(scan.series, manufacturer="SinoUnion Healthcare")
    assert "from simulated scanners only" in graded(series=real).caution
    assert "does not name the tracer" in graded(series=with_drug(scan, None)).caution
    assert "liver was not found" in graded(checks=replace(control, in_view=("lungs",))).caution
    turned = check("Orientation", Status.FAIL)
    assert "mirrored or rotated" in graded(checks=replace(control, checks=(turned,))).caution


def test_a_grade_close_to_the_limit_says_so(graded) -> None:
    good = Prediction(GOOD, {}, 0.5, {}).probability_good
    words = "close to the limit between Poor and Good"
    assert words in graded(good_from=good - 0.05).caution
    assert words in graded(good_from=good + 0.01).caution
    assert words not in (graded(good_from=good - 0.2).caution or "")


# --- What is not graded -------------------------------------------------------------------------


def refused(pet: Volume, series: Series) -> str:
    said = refusal(pet, series)
    assert said is not None
    return said


def landmarks(liver_ml: float, lungs_ml: float, upside_down: float) -> Landmarks:
    """A liver at one end and lungs at the other: the head's, unless the patient is upside down."""
    cells = np.zeros((40, 40, 40), np.uint8)
    cells.ravel()[: round(liver_ml / CELL_ML)] = Tissue.LIVER
    cells.ravel()[::-1][: round(lungs_ml / CELL_ML)] = Tissue.LUNGS
    if upside_down > 0.5:
        cells = cells[::-1]
    grid = grid_at(np.zeros(3), cells.shape, CELL_MM)
    organs = Organs(grid, cells, {}, Turned(0, upside_down), from_ct=False)
    view = View(grid, np.zeros(cells.shape, np.float32), None, None)
    nothing = np.zeros(cells.shape, np.bool_)
    return Landmarks(view, organs, None, None, None, None, None, nothing)


def test_a_whole_body_of_fdg_is_not_refused(scan: Scan, control: Control) -> None:
    assert refusal(scan.pet, scan.series) is None
    assert refusal(scan.pet, with_drug(scan, None)) is None, "nobody says that it is no FDG"
    assert refusal_by_checks(scan.series, control) is None


def test_another_tracer_is_not_graded(scan: Scan) -> None:
    psma = with_drug(scan, Radiopharmaceutical(name="Ga-68 PSMA-11"))
    assert "Ga-68 PSMA-11" in refused(scan.pet, psma)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_voxels_without_a_number_are_not_graded(scan: Scan, value: float) -> None:
    voxels = scan.pet.voxels.copy()
    voxels[:4] = value
    share = 100 * 4 / len(voxels)
    said = refused(replace(scan.pet, voxels=voxels), scan.series)
    assert f"{share:.1f} % of the voxels" in said
    voxels = scan.pet.voxels.copy()
    voxels[0, 0, 0] = value
    assert refusal(replace(scan.pet, voxels=voxels), scan.series) is None, "one is no harm"


@pytest.mark.parametrize("role", [Role.DENOISED, Role.UNFILTERED])
def test_images_with_another_noise_than_those_of_training_are_not_graded(
    role: Role, scan: Scan
) -> None:
    said = refused(scan.pet, replace(scan.series, role=role))
    assert f"is {'a ' if role is Role.DENOISED else 'an '}{role}" in said


def test_a_single_bed_is_not_graded(scan: Scan) -> None:
    assert "covers 200 mm" in refused(body(length_mm=200.0), scan.series)


@pytest.mark.parametrize(
    ("height_m", "weight_kg", "says"),
    [(1.1, 20.0, "is 110 cm tall"), (1.5, 24.0, "weighs 24 kg"), (None, 12.0, "weighs 12 kg")],
)
def test_children_are_not_graded(
    scan: Scan, height_m: float | None, weight_kg: float, says: str
) -> None:
    facts = replace(images.facts(), height_m=height_m, weight_kg=weight_kg)
    refused = refusal(scan.pet, images.series(suv=facts))
    assert refused is not None
    assert says in refused
    assert "adults" in refused


@pytest.mark.parametrize(
    ("liver_ml", "lungs_ml", "graded"),
    [
        (600, 800, False),
        (0, 800, False),
        (1500, 800, True),  # lungs cut off, or collapsed
        (700, 2500, True),  # a shrunken liver
        (600, 0, True),  # lungs not in view
    ],
)
def test_a_child_is_known_by_its_organs_where_the_header_says_nothing(
    scan: Scan, control: Control, liver_ml: float, lungs_ml: float, graded: bool
) -> None:
    found = landmarks(liver_ml, lungs_ml, upside_down=0.0)
    refused = refusal_by_checks(scan.series, replace(control, landmarks=found))
    assert (refused is None) is graded
    if not graded:
        litres = f"a liver of {liver_ml / 1000:.1f} L and lungs of 0.8 L; grades were learned from"
        assert litres in (refused or "")


def test_whose_head_is_at_the_foot_end_is_not_graded(scan: Scan, control: Control) -> None:
    upright, other = (landmarks(1500, 3500, upside_down=share) for share in (0.0, 0.9))
    assert refusal_by_checks(scan.series, replace(control, landmarks=upright)) is None
    said = refusal_by_checks(scan.series, replace(control, landmarks=other))
    assert said is not None
    assert "The head is at the foot end" in said
    assert "Check the orientation" in said


def test_a_small_adult_and_one_of_unknown_size_are_graded(scan: Scan) -> None:
    for height_m, weight_kg in ((1.36, 34.0), (None, None), (0.0, 0.0)):
        facts = replace(images.facts(), height_m=height_m, weight_kg=weight_kg)
        assert refusal(scan.pet, images.series(suv=facts)) is None


def test_what_the_checks_refuse_is_not_graded(scan: Scan) -> None:
    assert refusal_by_checks(scan.series, Control((), "It is a projection.")) == (
        "It is a projection."
    )


def test_what_shows_neither_liver_nor_lungs_is_not_graded(scan: Scan, control: Control) -> None:
    phantom = replace(control, in_view=("head",))
    assert "Neither liver nor lungs" in (refusal_by_checks(scan.series, phantom) or "")
