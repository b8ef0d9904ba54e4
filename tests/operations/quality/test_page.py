"""What the QA report says: facts of the header, what to do, and where to look."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from station.dicom.load import scan
from station.operations.images import PetCt
from station.operations.quality.grading import Graded, grade_series
from station.operations.quality.page import advice, quality_page, report_pdf
from station.operations.quality.pictures import PIXEL_MM, quality_pictures
from station.pet.image_quality import Check, QualityGrade, Status, not_gradable
from station.pet.study import Study
from station.pet.suv import InputName, TypedInput
from station.quality.checks import Control
from station.report.quality_report import ClinicalImage, QualityPage
from tests.made_up import studies
from tests.made_up.graders import Stub, check, good, lost_at, poor

NOW = datetime(2026, 5, 14, 9, 30)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """A PET with a hot lesion at LESION_MM, and its CT."""
    folder = tmp_path_factory.mktemp("page")
    studies.write_conventional(folder)
    studies.write_ct(folder)
    return of_folder(folder)


def without_ct(graded: Graded) -> PetCt:
    assert graded.image is not None
    return PetCt(graded.image)


def of_folder(folder: Path) -> Graded:
    (study,) = scan([folder]).studies
    pet = next(series for series in study.series if series.is_pet)
    return grade_series(study, pet, Stub(2))


def told(graded: Graded, **options: Any) -> QualityPage:
    return quality_page(graded, now=NOW, **options)


def facts(page: QualityPage) -> dict[str, str | None]:
    return {fact.name: fact.value for fact in page.basic}


def row(page: QualityPage, what: str) -> dict[str, str | None]:
    (found,) = [one for one in page.parameters.rows if one[0] == what]
    return dict(zip(page.parameters.names, found, strict=True))


def with_checks(graded: Graded, *checks: Check, **changes: Any) -> Graded:
    return replace(graded, control=Control(checks), **changes)


# --- Facts ---------------------------------------------------------------------------------------


def test_the_basic_information_is_the_headers(graded: Graded) -> None:
    found = facts(told(graded))
    assert found["Patient"] == studies.NAME
    assert found["Patient ID"] == "SYN1"
    assert found["Age"] == "64 years"
    assert found["Sex"] == "F"
    assert found["Height"] == "170 cm"
    assert found["Weight"] == "70 kg"
    assert found["Institution"] == "Nowhere"
    assert found["Study date"] == "2024-03-01"
    assert found["Tracer"] == "FDG, F-18"
    assert found["Injected activity"] == "350 MBq"
    assert found["Injection"] == "2024-03-01 09:00:00"
    assert found["Series time"] == "10:00:00"
    assert found["Uptake time"] == "60 min"
    assert found["Contrast (CT)"] is None


def test_the_scan_and_its_reconstruction_are_the_headers(graded: Graded) -> None:
    page = told(graded)
    pet, ct = row(page, "PET"), row(page, "CT")
    assert pet["Matrix"] == "48 × 40, 24 slices"
    assert pet["Field of view"] == "192 × 160 mm, 96 mm long"
    assert pet["Time per bed"] == "120 s"
    assert pet["Reconstruction"] == "OSEM"
    assert pet["Filter"] == "Gaussian"
    assert pet["Corrections"] == "NORM, DTIM, ATTN, SCAT, DECY, RAN"
    assert (ct["kV"], ct["mA"]) == (None, None), "its header has none"
    assert pet["kV"] == "–", "a PET has none"


def test_the_tubes_current_tells_how_many_slices_were_looked_at(tmp_path: Path) -> None:
    studies.write_conventional(tmp_path)

    studies.write_ct(tmp_path)
    from pydicom import dcmread

    for number, path in enumerate(sorted((tmp_path / "ct").iterdir())):
        header = dcmread(path)
        header.KVP, header.XRayTubeCurrent, header.ExposureTime = "120", str(80 + number), "500"
        header.ContrastBolusAgent, header.ContrastBolusVolume = "Iohexol", "90"
        header.save_as(path)
    page = told(of_folder(tmp_path))
    ct = row(page, "CT")
    assert ct["kV"] == "120"
    assert ct["mA"] == "80–99 at 500 ms (9 slices looked at)"
    assert facts(page)["Contrast (CT)"] == "Iohexol, 90 mL"


def test_what_a_header_does_not_hold_is_not_made_up(tmp_path: Path) -> None:
    studies.write_conventional(
        tmp_path,
        PatientWeight=None,
        PatientSize=None,
        PatientSex=None,
        PatientBirthDate=None,
        InstitutionName=None,
        ReconstructionMethod=None,
        CorrectedImage=None,
        ActualFrameDuration=None,
        RadiopharmaceuticalInformationSequence=None,
        SeriesDescription=None,
    )
    page = told(of_folder(tmp_path))
    found = facts(page)
    for name in ("Age", "Sex", "Height", "Weight", "Institution", "Tracer"):
        assert found[name] is None, name
    for name in ("Injected activity", "Injection", "Uptake time"):
        assert found[name] is None, name
    pet = row(page, "PET")
    for name in ("Time per bed", "Reconstruction", "Filter", "Corrections"):
        assert pet[name] is None, name


def test_an_age_before_the_birthday_is_a_year_less(graded: Graded) -> None:
    def age(born: date) -> str | None:
        patient = replace(graded.study.patient, birth_date=born)
        return facts(told(replace(graded, study=replace(graded.study, patient=patient))))["Age"]

    assert age(date(1960, 3, 1)) == "64 years"
    assert age(date(1960, 3, 2)) == "63 years"
    assert age(date(2030, 1, 1)) is None


def test_without_patient_data_nothing_names_the_patient(tmp_path: Path) -> None:
    studies.write_conventional(
        tmp_path,
        PatientName="Zzyzx^Quentin",
        PatientID="ZZ-17",
        PatientBirthDate="19300102",
        InstitutionName="Zz Hospital",
        StationName="ZZROOM",
        StudyDescription="Zz study",
        SeriesDescription="Zz series",
        PatientWeight=None,
    )
    page = told(of_folder(tmp_path), patient_data=False)
    words = " ".join(
        [
            page.action,
            *(fact.value or "" for fact in page.basic),
            *(value or "" for one in page.parameters.rows for value in one),
            *(check.sentence for check in page.checks),
            *(image.caption for image in (*page.tall, *page.flat)),
            *page.legend,
        ]
    )
    assert "zz" not in words.lower()
    assert "2024" not in words
    assert facts(page)["Age"] == "above 89 years"
    assert "The series: PatientWeight is missing." in words


# --- What to do ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "checks", "said"),
    [
        (good(), [check("Noise", Status.PASS)], "Good: ready to read."),
        (
            good(),
            [check("Noise", Status.LOOK), check("Truncation", Status.LOOK)],
            "Good: ready to read. Look at Noise and Truncation.",
        ),
        (
            good(),
            [check("Truncation", Status.FAIL), check("Noise", Status.LOOK)],
            "Good, but failed: Truncation.",
        ),
        (good(), [check("Noise", Status.NOT_POSSIBLE)], "1 of 1 checks were not possible"),
        (good(), [], "nothing else was checked"),
        (
            poor(),
            [check("Truncation", Status.FAIL), check("Noise", Status.LOOK)],
            "Poor (suspected: counts cut): look at Truncation; consider scanning again before",
        ),
        (poor(suspicions=()), [check("Noise", Status.LOOK)], "Poor: look at Noise; consider"),
        (poor(suspicions=()), [], "Poor: look at the images; consider"),
        (
            not_gradable("It is a brain."),
            [],
            "Not gradable: It is a brain. Judge the image by eye.",
        ),
        (
            not_gradable("It is a brain."),
            [check("Uptake time", Status.FAIL)],
            "Not gradable: It is a brain. Failed: Uptake time. Look at the image before",
        ),
    ],
)
def test_the_first_line_says_what_to_do(
    grade: QualityGrade, checks: list[Check], said: str
) -> None:
    assert said in advice(grade, checks)


def test_an_image_with_a_failed_check_is_never_called_ready() -> None:
    assert "ready" not in advice(good(), [check("Truncation", Status.FAIL)])


def test_without_a_failed_check_a_poor_image_points_at_the_first_mark(graded: Graded) -> None:
    assert graded.image is not None
    lost = lost_at(graded.image.volume, studies.LESION_MM)
    page = told(with_checks(graded, grade=poor(evidence=lost, suspicions=())))
    assert "look at mark 1 in the images (where most quality is lost)" in page.action


# --- Where to look -------------------------------------------------------------------------------


def marked(image: ClinicalImage) -> dict[str, tuple[float, float]]:
    return {mark.label: (mark.row, mark.column) for mark in image.marks}


def darkest(image: ClinicalImage) -> tuple[float, float]:
    """Middle of what is hottest: an inverse grey shows it black."""
    grey = image.pixels[..., 0].astype(float)
    rows, columns = np.nonzero(grey <= grey.min() + 1)
    return float(rows.mean()), float(columns.mean())


def test_a_mark_lies_on_what_it_marks_in_every_projection(graded: Graded) -> None:
    lesion = check("Focus", Status.FAIL, place_mm=studies.LESION_MM)
    pictures = quality_pictures(with_checks(graded, lesion))
    assert pictures is not None
    coronal, sagittal = pictures.tall[:2]
    for image in (coronal, sagittal):
        assert marked(image)["1"] == pytest.approx(darkest(image), abs=1.5)
    assert coronal.sides == ("R", "L")
    assert sagittal.sides == ("A", "P")


def test_the_slice_is_laid_through_what_failed(graded: Graded) -> None:
    lesion = check("Focus", Status.FAIL, place_mm=studies.LESION_MM)
    alone = with_checks(graded, lesion, images=without_ct(graded))
    pictures = quality_pictures(alone)
    assert pictures is not None
    axial = pictures.flat[0]
    assert "S 164 mm, through mark 1" in axial.caption
    assert marked(axial)["1"] == pytest.approx(darkest(axial), abs=1.5)


def test_places_near_to_each_other_are_one_mark_and_what_failed_comes_first(
    graded: Graded,
) -> None:
    near = (studies.LESION_MM[0] + 5, *studies.LESION_MM[1:])
    pictures = quality_pictures(
        with_checks(
            graded,
            check("Look first", Status.LOOK, place_mm=(0.0, 0.0, 110.0)),
            check("Passes", Status.PASS, place_mm=(0.0, 0.0, 130.0)),
            check("Mean", Status.FAIL, place_mm=studies.LESION_MM),
            check("CoV", Status.LOOK, place_mm=near),
            check("Nowhere", Status.FAIL),
        )
    )
    assert pictures is not None
    assert pictures.legend == ("1: Mean (fail), CoV (look)", "2: Look first (look)")


def test_a_second_slice_lies_well_apart_from_the_first(graded: Graded) -> None:
    low = (0.0, 0.0, 105.0)
    pictures = quality_pictures(
        with_checks(
            graded,
            check("Focus", Status.FAIL, place_mm=studies.LESION_MM),
            check("Beside it", Status.FAIL, place_mm=(-60.0, 20.0, studies.LESION_MM[2] - 10)),
            check("Below it", Status.FAIL, place_mm=low),
        )
    )
    assert pictures is not None
    assert [image.caption.split(";")[0] for image in pictures.flat] == [
        "Axial PET/CT S 164 mm, through mark 1",
        "Axial PET/CT S 105 mm, through mark 3",
    ]


def test_where_nothing_is_marked_the_slice_lies_in_the_middle(graded: Graded) -> None:
    pictures = quality_pictures(with_checks(graded, grade=good()))
    assert pictures is not None
    assert pictures.places == ()
    assert "through the middle of the body" in pictures.flat[0].caption


def test_a_loss_at_one_place_is_marked_and_coloured_there(graded: Graded) -> None:
    assert graded.image is not None
    place = studies.LESION_MM
    lost = lost_at(graded.image.volume, place)
    pictures = quality_pictures(with_checks(graded, grade=poor(evidence=lost)))
    assert pictures is not None
    over = pictures.tall[2]
    colour = over.pixels[..., 0].astype(int) - over.pixels[..., 2]
    rows, columns = np.nonzero(colour > 0.8 * colour.max())
    middle = (float(rows.mean()), float(columns.mean()))
    # The map is coarse: the place is known to half of its voxel.
    assert marked(over)["1"] == pytest.approx(middle, abs=24 / 2 / PIXEL_MM)
    assert "100 % of the loss" in pictures.driven_by


def test_a_loss_that_is_everywhere_names_no_place(graded: Graded) -> None:
    assert graded.image is not None
    lost = lost_at(graded.image.volume, studies.LESION_MM)
    # Longer than what counts as near: a scan of half a metre, lost alike in all of it.
    geometry = replace(lost.geometry, affine=lost.geometry.affine * [[10], [10], [10], [1]])
    spread = replace(lost, voxels=np.full(lost.shape, 0.01, np.float32), geometry=geometry)
    pictures = quality_pictures(with_checks(graded, grade=poor(evidence=spread)))
    assert pictures is not None
    assert pictures.places == ()
    assert "no single place decides the grade" in pictures.driven_by


def test_without_suv_the_pictures_say_so(tmp_path: Path) -> None:
    studies.write_conventional(tmp_path, PatientWeight=None)
    pictures = quality_pictures(of_folder(tmp_path))
    assert pictures is not None
    assert "no SUV: Bq/mL 0–" in pictures.tall[0].caption


def test_with_a_ct_the_slice_is_fused_and_without_one_it_is_the_pet(graded: Graded) -> None:
    fused, plain = (
        quality_pictures(graded),
        quality_pictures(replace(graded, images=without_ct(graded))),
    )
    assert fused is not None
    assert plain is not None
    assert "Axial PET/CT" in fused.flat[0].caption
    assert "Axial PET S" in plain.flat[0].caption
    grey = plain.flat[0].pixels
    assert (grey[..., 0] == grey[..., 2]).all()


def test_an_image_that_cannot_be_read_has_a_page_without_pictures(
    graded: Graded, tmp_path: Path
) -> None:
    unread = replace(
        graded,
        images=None,
        grade=not_gradable("It cannot be read."),
        control=Control((), "It cannot be read."),
        series=replace(graded.series, slices=None, geometry=None, suv=None),
        study=Study("1.2", replace(graded.study.patient, id="", name="")),
    )
    page = told(unread)
    assert page.tall == page.flat == ()
    assert page.no_images
    assert facts(page)["Patient"] is None
    assert report_pdf(unread).startswith(b"%PDF-")


def test_what_makes_the_suv_doubtful_is_on_the_page(tmp_path: Path) -> None:
    studies.write_conventional(tmp_path)
    (study,) = scan([tmp_path]).studies
    pet = next(series for series in study.series if series.is_pet)
    typed = TypedInput(InputName.WEIGHT_KG, 593.0, "Dr A", datetime(2026, 11, 20, 9, 12))
    graded = grade_series(study, pet, Stub(), typed=(typed,))
    assert graded.image is not None
    page = quality_page(graded)
    assert page.cautions == graded.image.cautions
    assert page.cautions[0].startswith("Weight: 593 kg was typed by Dr A")
