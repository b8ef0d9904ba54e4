"""The QA grade as DICOM: what is in the objects, read back, and checked by dciodvfy."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import highdicom as hd
import pytest
from highdicom import sr
from pydicom import dcmread
from pydicom.dataset import Dataset

from station.dicom.load import scan
from station.dicom.quality_objects import (
    CODING_SCHEME,
    QualityResult,
    write_encapsulated_pdf,
    write_quality_sr,
)
from station.errors import StationError
from station.pet.image_quality import (
    Check,
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
    not_gradable,
)
from station.pet.study import Series
from tests.dicom.synthetic import ramp, write_enhanced, write_series
from tests.dicom.test_report import dciodvfy_errors, items

PDF = b"%PDF-1.4 a report of odd length %%EOF"
MODEL = GraderModel("DenseNet", "1.0", "ab" * 32)
GRADE = QualityGrade(
    Verdict.POOR,
    2,
    (0.25, 0.5, 0.125, 0.0625, 0.0625),
    0.25,
    caution="Mind this.",
    suspicions=(Suspicion("counts cut, under-dosed or heavy patient", 0.75),),
    distance=0.5,
    model=MODEL,
)
LIVER = Check(
    "Liver SUVmean",
    2.125,
    "SUVbw",
    (1.3, 3.0),
    Status.PASS,
    "Zhang 2023",
    "SUVmean 2.13 of 3 mL.",
    (-97.0, -95.0, 56.0),
)
CHECKS = (
    LIVER,
    Check("Liver CoV", 35.0, "%", (None, 15.0), Status.FAIL, "EARL", "Noisy."),
    Check(
        "Blood glucose", None, "mmol/L", (4.0, 11.0), Status.NOT_POSSIBLE, "EANM", "Not in header."
    ),
    Check(
        "Calibration", 0.5, "dose in view / weight in view", (0.75, 1.25), Status.FAIL, "", "Low."
    ),
    Check("Extravasation", 0.0, "% of the dose", (None, 1.0), Status.PASS, "", "No focus."),
    Check("Something new", 3.0, "cm² of skin", (None, None), Status.LOOK, "", "Look."),
    Check("PET/CT shift at the diaphragm", 4.0, "mm", (None, 10.0), Status.PASS, "", "Small."),
    Check("PET/CT shift at the head", 2.0, "mm", (None, 5.0), Status.PASS, "", "Small."),
)


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    folder = tmp_path_factory.mktemp("pet")
    write_series(folder, ramp(12, 16, 16))
    (study,) = scan([folder]).studies
    return study.series[0]


@pytest.fixture(scope="module")
def report(series: Series, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sr") / "sr.dcm"
    write_quality_sr(QualityResult(series, GRADE, CHECKS), path)
    return path


@pytest.fixture(scope="module")
def document(series: Series, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "pdf.dcm"
    write_encapsulated_pdf(series, PDF, path)
    return path


def groups_of(path: Path) -> dict[str, sr.MeasurementsAndQualitativeEvaluations]:
    """The groups of a report as another program reads them, by what they are of."""
    content = hd.sr.srread(path).content
    assert isinstance(content, sr.MeasurementReport)
    return {
        str(group.tracking_identifier): group for group in content.get_image_measurement_groups()
    }


def answers(group: sr.MeasurementsAndQualitativeEvaluations) -> dict[str, Any]:
    return {one.name.meaning: one.value for one in group.get_qualitative_evaluations()}


def numbers(group: sr.MeasurementsAndQualitativeEvaluations) -> dict[str, float]:
    return {one.name.meaning: float(one.value) for one in group.get_measurements()}


# -- the PDF ---------------------------------------------------------------------------------------


def test_the_pdf_comes_back_as_it_was(document: Path) -> None:
    dataset = dcmread(document)
    length = dataset.EncapsulatedDocumentLength
    assert dataset.EncapsulatedDocument[:length] == PDF
    assert len(dataset.EncapsulatedDocument) % 2 == 0
    assert dataset.MIMETypeOfEncapsulatedDocument == "application/pdf"


def test_the_pdf_is_a_document_of_the_patient_in_the_images_study(
    series: Series, document: Path
) -> None:
    dataset = dcmread(document)
    assert dataset.Modality == "DOC"
    assert dataset.StudyInstanceUID == series.study_uid
    assert dataset.SeriesInstanceUID != series.uid
    assert (str(dataset.PatientName), dataset.PatientID) == ("Doe^Jane", "SYN1")
    assert dataset.BurnedInAnnotation == "YES"


def test_the_pdf_names_every_slice_it_was_made_from(series: Series, document: Path) -> None:
    named = [one.ReferencedSOPInstanceUID for one in dcmread(document).SourceInstanceSequence]
    assert series.slices is not None
    assert named == list(series.slices.sop_uids)


def test_dciodvfy_finds_no_error_in_the_pdf(document: Path) -> None:
    assert dciodvfy_errors(document) == []


# -- the SR ----------------------------------------------------------------------------------------


def test_another_program_reads_the_verdict_and_the_grade(report: Path) -> None:
    group = groups_of(report)["QA grade"]
    verdict = answers(group)["Imaging Series Quality"]
    assert (verdict.value, verdict.scheme_designator) == ("122742", "DCM")
    told = numbers(group)
    assert told["Image Quality Rating"] == 2
    assert [told[f"Probability of grade {n}"] for n in range(1, 6)] == list(
        GRADE.probabilities or ()
    )
    assert told["Probability of grade 3 or better"] == 0.25
    assert told["Suspected: counts cut, under-dosed or heavy patient"] == 0.75


def test_a_good_image_has_the_code_for_good(series: Series, tmp_path: Path) -> None:
    good = replace(GRADE, verdict=Verdict.GOOD, grade=4)
    write_quality_sr(QualityResult(series, good, ()), tmp_path / "sr.dcm")
    verdict = answers(groups_of(tmp_path / "sr.dcm")["QA grade"])["Imaging Series Quality"]
    assert verdict.value == "122741"


def test_the_network_is_named_with_its_version_and_hash(report: Path) -> None:
    dataset = dcmread(report)
    names = [item.TextValue for item in items(dataset, "Algorithm Name")]
    assert names[0] == "DenseNet"
    assert items(dataset, "Algorithm Version")[0].TextValue == "1.0"
    assert MODEL.sha256 in items(dataset, "Algorithm Parameters")[0].TextValue
    (family,) = items(dataset, "Algorithm Family")
    assert family.ConceptCodeSequence[0].CodeValue == "123110"


def test_every_check_is_a_group_with_its_answer(report: Path) -> None:
    groups = groups_of(report)
    for check in CHECKS:
        group = groups[check.name]
        answer = answers(group)["Answer of the check"]
        assert answer.meaning.lower().startswith(str(check.status))
        assert list(numbers(group).values()) == ([] if check.value is None else [check.value])


def test_what_was_found_stands_in_words(report: Path) -> None:
    said = [item.TextValue for item in items(dcmread(report), "Comment")]
    assert said[0].startswith("Grade 2: outlines of organs are not clear")
    assert said[0].endswith("Mind this.")
    assert said[1:] == [check.sentence for check in CHECKS]


def test_units_are_those_of_ucum(report: Path) -> None:
    def unit(name: str) -> tuple[str, str]:
        (item,) = items(dcmread(report), name)
        code = item.MeasuredValueSequence[0].MeasurementUnitsCodeSequence[0]
        return code.CodeValue, code.CodingSchemeDesignator

    assert unit("Liver SUVmean") == ("g/ml{SUVbw}", "UCUM")
    assert unit("Liver CoV") == ("%", "UCUM")
    assert unit("Calibration") == ("1", "UCUM")
    assert unit("Extravasation") == ("%", "UCUM")
    assert unit("Something new") == ("{cm__of_skin}", "UCUM")


def test_limits_and_their_source_stand_at_the_value(report: Path) -> None:
    (liver,) = items(dcmread(report), "Liver SUVmean")
    told = {item.ConceptNameCodeSequence[0].CodeMeaning: item for item in liver.ContentSequence}
    low, high = told["Lowest value that passes"], told["Highest value that passes"]
    assert float(low.MeasuredValueSequence[0].NumericValue) == 1.3
    assert float(high.MeasuredValueSequence[0].NumericValue) == 3.0
    assert told["Normal Range Authority"].TextValue == "Zhang 2023"


def test_the_place_of_a_check_is_a_point_in_the_patient(report: Path) -> None:
    (liver,) = items(dcmread(report), "Liver SUVmean")
    (point,) = [item for item in liver.ContentSequence if item.ValueType == "SCOORD3D"]
    assert list(point.GraphicData) == list(LIVER.place_mm or ())
    assert point.GraphicType == "POINT"


def test_names_that_begin_alike_have_codes_of_their_own(report: Path) -> None:
    dataset = dcmread(report)
    codes = [
        items(dataset, check.name)[0].ConceptNameCodeSequence[0].CodeValue
        for check in CHECKS
        if check.value is not None
    ]
    assert len(set(codes)) == len(codes)
    assert all(len(code) <= 16 for code in codes)
    scheme = dataset.CodingSchemeIdentificationSequence[-1]
    assert scheme.CodingSchemeDesignator == CODING_SCHEME


def test_the_images_are_the_evidence(series: Series, report: Path) -> None:
    (study,) = dcmread(report).CurrentRequestedProcedureEvidenceSequence
    (images,) = study.ReferencedSeriesSequence
    assert images.SeriesInstanceUID == series.uid
    assert len(images.ReferencedSOPSequence) == 12


def test_dciodvfy_finds_no_error_in_the_sr(report: Path) -> None:
    assert dciodvfy_errors(report) == []


def test_an_image_that_is_not_gradable_says_why(series: Series, tmp_path: Path) -> None:
    path = tmp_path / "sr.dcm"
    result = QualityResult(series, not_gradable("It is a brain."), (), "It is a phantom.")
    write_quality_sr(result, path)
    (group,) = groups_of(path).values()
    assert answers(group)["Imaging Series Quality"].meaning == "Not gradable"
    assert numbers(group) == {}
    (comment,) = items(dcmread(path), "Comment")
    assert comment.TextValue == "It is a brain. Not checked: It is a phantom."
    assert dciodvfy_errors(path) == []


def test_a_check_without_a_number_is_never_a_nan(series: Series, tmp_path: Path) -> None:
    path = tmp_path / "sr.dcm"
    odd = replace(LIVER, value=float("nan"))
    write_quality_sr(QualityResult(series, GRADE, (odd,)), path)
    assert numbers(groups_of(path)["Liver SUVmean"]) == {}


def test_an_image_without_frame_of_reference_has_no_places(series: Series, tmp_path: Path) -> None:
    path = tmp_path / "sr.dcm"
    write_quality_sr(QualityResult(replace(series, frame_of_reference_uid=""), GRADE, CHECKS), path)
    assert b"SCOORD3D" not in path.read_bytes()


@pytest.mark.parametrize("kind", ["pdf", "sr"])
def test_images_that_lack_patient_and_study_give_valid_objects(tmp_path: Path, kind: str) -> None:
    def without(ds: Dataset, index: int) -> None:
        for keyword in ("PatientBirthDate", "PatientSex", "StudyID", "AccessionNumber"):
            delattr(ds, keyword)

    write_series(tmp_path / "pet", ramp(), edit=without)
    (study,) = scan([tmp_path / "pet"]).studies
    path = write(kind, study.series[0], tmp_path)
    assert dciodvfy_errors(path) == []


@pytest.mark.parametrize("kind", ["pdf", "sr"])
def test_an_enhanced_image_is_named_once(tmp_path: Path, kind: str) -> None:
    write_enhanced(tmp_path / "pet" / "pet.dcm", ramp(4))
    (study,) = scan([tmp_path / "pet"]).studies
    path = write(kind, study.series[0], tmp_path)
    assert dciodvfy_errors(path) == []
    if kind == "pdf":
        assert len(dcmread(path).SourceInstanceSequence) == 1


def write(kind: str, series: Series, folder: Path) -> Path:
    path = folder / f"{kind}.dcm"
    if kind == "pdf":
        write_encapsulated_pdf(series, PDF, path)
    else:
        write_quality_sr(QualityResult(series, GRADE, CHECKS), path)
    return path


# -- what is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["pdf", "sr"])
def test_a_series_without_files_is_refused(series: Series, tmp_path: Path, kind: str) -> None:
    with pytest.raises(StationError, match="no files that a DICOM report could reference"):
        write(kind, replace(series, slices=None), tmp_path)


@pytest.mark.parametrize("kind", ["pdf", "sr"])
def test_files_that_are_gone_give_a_sentence(series: Series, tmp_path: Path, kind: str) -> None:
    assert series.slices is not None
    gone = replace(series.slices, paths=tuple(f"{tmp_path}/{i}.dcm" for i in range(12)))
    with pytest.raises(StationError, match="can no longer be read"):
        write(kind, replace(series, slices=gone), tmp_path)


@pytest.mark.parametrize("kind", ["pdf", "sr"])
def test_a_folder_that_is_not_there_gives_a_sentence(
    series: Series, tmp_path: Path, kind: str
) -> None:
    with pytest.raises(StationError, match="cannot be written"):
        write(kind, series, tmp_path / "none")
