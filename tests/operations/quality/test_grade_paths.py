"""`station grade`, as a script calls it, with a grader that stands in for the network."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from typer.testing import CliRunner, Result

from station.cli import app
from station.errors import StationError
from station.operations.quality.grade_paths import grade_paths
from station.operations.quality.page import write_report
from tests.dicom.synthetic import code, item, ramp, uid, write_series
from tests.made_up import studies
from tests.made_up.graders import MODEL, PROBABILITIES, Stub

KEYS = {
    "series_uid",
    "grade",
    "grade_probabilities",
    "probability_good",
    "verdict",
    "reason",
    "checks",
    "model",
}
VERDICTS = {"Good", "Poor", "Not gradable"}


@pytest.fixture
def grader(monkeypatch: pytest.MonkeyPatch) -> Stub:
    stand_in = Stub(2)
    monkeypatch.setattr("station.operations.quality.grader.shipped_grader", lambda: stand_in)
    return stand_in


@pytest.fixture(scope="module")
def pet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One PET and its CT. Read only."""
    folder = tmp_path_factory.mktemp("grade")
    studies.write_conventional(folder)
    studies.write_ct(folder)
    return folder


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def graded(*arguments: object) -> list[dict[str, Any]]:
    result = station("grade", *arguments, "--json")
    assert result.exit_code == 0, result.output

    def refuse(word: str) -> float:
        raise AssertionError(f"{word} is no JSON")

    told: list[dict[str, Any]] = json.loads(result.stdout, parse_constant=refuse)
    for image in told:
        assert set(image) >= KEYS
        assert image["verdict"] in VERDICTS
        assert (image["grade"] is None) == (image["verdict"] == "Not gradable")
        assert (image["reason"] is None) == (image["grade"] is not None)
    return told


def refused(*arguments: object) -> str:
    result = station("grade", *arguments)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


# --- What is told --------------------------------------------------------------------------------


def test_the_json_has_the_shape_that_scripts_rely_on(pet: Path, grader: Stub) -> None:
    (image,) = graded(pet)
    assert (image["verdict"], image["grade"]) == ("Poor", 2)
    assert image["grade_probabilities"] == list(PROBABILITIES[2])
    assert image["probability_good"] == pytest.approx(0.27)
    assert image["reason"] is None
    assert image["model"] == {
        "name": MODEL.name,
        "version": MODEL.version,
        "sha256": MODEL.sha256,
    }
    for check in image["checks"]:
        assert {"name", "value", "unit", "limits", "status", "source"} <= set(check)
        assert check["status"] in {"pass", "look", "fail", "not possible"}
        assert len(check["limits"]) == 2


def test_every_pet_is_graded(tmp_path: Path, grader: Stub) -> None:
    studies.write_pair(tmp_path)
    images = graded(tmp_path)
    assert len({image["series_uid"] for image in images}) == 2
    assert len(grader.asked) == 2


@pytest.mark.parametrize("evidence", [False, True])
def test_the_places_that_decide_are_told_when_they_are_asked_for(
    pet: Path, grader: Stub, tmp_path: Path, evidence: bool
) -> None:
    (one,) = grade_paths([pet], (), None, tmp_path, lambda: grader, evidence=evidence)
    assert (one.grade.evidence is not None) == evidence


def test_people_are_told_the_same(pet: Path, grader: Stub) -> None:
    result = station("grade", pet)
    assert result.exit_code == 0
    words = " ".join(result.stdout.split())
    assert "Poor, grade 2 of 5: outlines of organs are not clear" in words
    assert "Good with probability 27%" in words
    assert "Suspected: counts cut (62%), moved (31%)" in words
    assert "was not tested on this one." in words
    assert "Uptake time" in words
    assert MODEL.sha256 in words


def test_a_place_for_the_liver_is_taken(pet: Path, grader: Stub) -> None:
    place = ",".join(str(value) for value in (*studies.LESION_MM[:2], studies.LESION_MM[2] - 20))
    (image,) = graded(pet, "--liver", place)
    checks = {check["name"]: check for check in image["checks"]}
    assert checks["Liver SUVmean"]["value"] == pytest.approx(studies.BODY_SUV, rel=0.02)


# --- Reports -------------------------------------------------------------------------------------


def test_the_report_is_a_pdf_of_the_one_series_and_the_places_are_looked_for(
    pet: Path, grader: Stub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Any] = []

    def write(graded: Any, path: Path, **options: Any) -> None:
        written.append(graded)
        write_report(graded, path, **options)

    monkeypatch.setattr("station.operations.quality.page.write_report", write)
    result = station("grade", pet, "--report", tmp_path / "report.pdf")
    assert result.exit_code == 0, result.output
    assert f"Wrote {tmp_path / 'report.pdf'}" in result.stdout
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert [one.grade.evidence is not None for one in written] == [True]


def test_a_report_of_several_series_asks_for_one(tmp_path: Path, grader: Stub) -> None:
    studies.write_pair(tmp_path / "pair")
    said = refused(tmp_path / "pair", "--report", tmp_path / "report.pdf")
    assert "--series" in said
    assert not (tmp_path / "report.pdf").exists()
    assert grader.asked == []


def test_a_report_that_could_not_be_written_is_refused_before_the_work(
    pet: Path, grader: Stub, tmp_path: Path
) -> None:
    assert "cannot be written" in refused(pet, "--report", tmp_path / "absent" / "report.pdf")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("")
    assert "is not empty" in refused(pet, "--dicom", tmp_path / "full")
    assert grader.asked == []


def test_dicom_gets_the_report_and_its_numbers_in_the_patients_study(
    pet: Path, grader: Stub, tmp_path: Path
) -> None:
    (image,) = graded(pet, "--dicom", tmp_path / "out")
    written = {path.name: dcmread(path) for path in (tmp_path / "out").iterdir()}
    assert sorted(written) == ["measurements.dcm", "report.dcm"]
    assert [written[name].Modality for name in sorted(written)] == ["SR", "DOC"]
    source = dcmread(next(pet.rglob("*.dcm")))
    for dataset in written.values():
        assert dataset.StudyInstanceUID == source.StudyInstanceUID
        assert dataset.PatientID == source.PatientID
    assert image["grade"] == 2


def test_dicom_of_several_series_numbers_them(tmp_path: Path, grader: Stub) -> None:
    studies.write_pair(tmp_path / "pair")
    assert len(graded(tmp_path / "pair", "--dicom", tmp_path / "out")) == 2
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        "01-measurements.dcm",
        "01-report.dcm",
        "02-measurements.dcm",
        "02-report.dcm",
    ]


def test_leaving_the_patient_out_is_of_the_pdf(pet: Path, grader: Stub) -> None:
    assert "--report" in refused(pet, "--without-patient-data")


# --- Bad input -----------------------------------------------------------------------------------

Write = Callable[[Path], None]


def with_header(**facts: Any) -> Write:
    return lambda folder: studies.write_conventional(folder, **facts)


def drug(**facts: Any) -> list[Dataset]:
    return [
        item(
            RadiopharmaceuticalStartTime="090000",
            RadionuclideTotalDose="350000000",
            RadionuclideHalfLife="4062.6",
            **facts,
        )
    ]


def pet_of(values: np.ndarray, **options: Any) -> Write:
    def write(folder: Path) -> None:
        write_series(folder / "pet", values, **options)

    return write


def with_a_gap(folder: Path) -> None:
    studies.write_conventional(folder)
    for path in sorted(folder.rglob("*.dcm"))[10:12]:
        path.unlink()


def with_nan(folder: Path) -> None:
    def edit(ds: Dataset, index: int) -> None:
        values = body()[index].astype("<f4")
        values[20, 20:24] = np.nan
        del ds.PixelData, ds.HighBit, ds.BitsStored, ds.PixelRepresentation
        ds.BitsAllocated = 32
        ds.FloatPixelData = values.tobytes()

    write_series(folder / "pet", body(), spacing_mm=studies.SPACING_MM, edit=edit)


def cut_short(folder: Path) -> None:
    studies.write_conventional(folder)
    path = sorted(folder.rglob("*.dcm"))[5]
    path.write_bytes(path.read_bytes()[:-200])


def reversed_positions(folder: Path) -> None:
    def edit(ds: Dataset, index: int) -> None:
        ds.ImagePositionPatient[2] = 300 - 4 * index

    write_series(folder / "pet", body(), spacing_mm=studies.SPACING_MM, edit=edit)


def rotated(folder: Path) -> None:
    def edit(ds: Dataset, index: int) -> None:
        ds.ImageOrientationPatient = [0.8, 0.6, 0, -0.6, 0.8, 0]

    write_series(folder / "pet", body(), spacing_mm=studies.SPACING_MM, edit=edit)


def tilted(folder: Path) -> None:
    """A head holder's tilt, with the slices one beneath the other along the normal."""

    def edit(ds: Dataset, index: int) -> None:
        ds.ImageOrientationPatient = [1, 0, 0, 0, 0.96, 0.28]
        ds.ImagePositionPatient = [-94.0, -78 - 0.28 * 4 * index, 0.96 * 4 * index]

    write_series(folder / "pet", body(), spacing_mm=studies.SPACING_MM, edit=edit)


def lying_on_the_side(folder: Path) -> None:
    def edit(ds: Dataset, index: int) -> None:
        ds.ImageOrientationPatient = [0, 0, -1, 0, 1, 0]
        ds.ImagePositionPatient = [-50.0 + 4 * index, -78.0, 200.0]

    write_series(folder / "pet", body(), spacing_mm=studies.SPACING_MM, edit=edit)


def body() -> np.ndarray:
    return np.rint(studies.pet_suv(8.0) * 1000).astype(np.int16)


def two_frames(folder: Path) -> None:
    for frame, clock in enumerate(("100000", "101000")):

        def edit(ds: Dataset, index: int, frame: int = frame, clock: str = clock) -> None:
            ds.SOPInstanceUID = uid("frame", frame, index)
            ds.AcquisitionTime = clock
            ds.FrameReferenceTime = str(60_000 + 600_000 * frame)

        write_series(folder / f"pet{frame}", ramp(), name="dynamic", edit=edit)


GRADED_NEVERTHELESS: dict[str, tuple[Write, str]] = {
    "no weight": (with_header(PatientWeight=None), "PatientWeight is missing"),
    "no drug": (
        with_header(RadiopharmaceuticalInformationSequence=None),
        "does not say which tracer",
    ),
    "no times": (
        with_header(SeriesTime=None, AcquisitionTime=None),
        "the injection has a time but no date",
    ),
    "nothing but pixels": (
        with_header(
            PatientWeight=None,
            PatientSize=None,
            PatientSex=None,
            PatientID=None,
            PatientName=None,
            PatientBirthDate=None,
            StudyDate=None,
            StudyTime=None,
            SeriesDate=None,
            SeriesTime=None,
            AcquisitionDate=None,
            AcquisitionTime=None,
            Manufacturer=None,
            ManufacturerModelName=None,
            InstitutionName=None,
            StudyDescription=None,
            SeriesDescription=None,
            SeriesNumber=None,
            AccessionNumber=None,
            StudyID=None,
            ReconstructionMethod=None,
            CorrectedImage=None,
            DecayCorrection=None,
            Units=None,
            ActualFrameDuration=None,
            FrameReferenceTime=None,
            FrameOfReferenceUID=None,
            RadiopharmaceuticalInformationSequence=None,
        ),
        "does not say which tracer",
    ),
    "another tracer": (
        with_header(
            RadiopharmaceuticalInformationSequence=drug(
                Radiopharmaceutical="PSMA-11",
                RadionuclideCodeSequence=code("C-131A3", "SRT", "^68^Gallium"),
            )
        ),
        "The tracer is PSMA-11",
    ),
    "slices are missing": (with_a_gap, "2 of 24 slices were never stored"),
    "voxels without a number": (with_nan, "96 voxels of the stored slices have no value"),
    "a file is cut short": (cut_short, "slices"),
    "positions are reversed": (reversed_positions, "No liver was found"),
    "rotated": (rotated, "No liver was found"),
    "tilted": (tilted, "No liver was found"),
    "lying on the side": (lying_on_the_side, "No liver was found"),
    "a single bed of a box": (with_header(), "No liver was found"),
    "one slice": (pet_of(body()[:1], spacing_mm=studies.SPACING_MM), "No liver was found"),
}


@pytest.mark.parametrize("what", GRADED_NEVERTHELESS)
def test_what_cannot_be_checked_is_said_and_the_report_is_made(
    tmp_path: Path, grader: Stub, what: str
) -> None:
    write, sentence = GRADED_NEVERTHELESS[what]
    write(tmp_path / "pet")
    pdf, out = tmp_path / "report.pdf", tmp_path / "dicom"
    (image,) = graded(tmp_path / "pet", "--report", pdf, "--dicom", out)
    assert image["grade"] == 2
    assert sentence in " ".join(check["sentence"] for check in image["checks"])
    assert all(
        (check["value"] is None) == (check["status"] == "not possible") for check in image["checks"]
    )
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert len(list(out.iterdir())) == 2


NOT_GRADABLE: dict[str, tuple[Write, str]] = {
    "empty": (pet_of(np.zeros((6, 8, 8), np.int16)), "no voxel is above 0"),
    "no attenuation correction": (
        with_header(CorrectedImage=["NORM", "DECY"]),
        "not corrected for attenuation",
    ),
    "several time frames": (two_frames, "one of several images in one series"),
}


@pytest.mark.parametrize("what", NOT_GRADABLE)
def test_what_cannot_be_graded_says_why_and_the_report_is_made(
    tmp_path: Path, grader: Stub, what: str
) -> None:
    write, sentence = NOT_GRADABLE[what]
    write(tmp_path / "pet")
    out = tmp_path / "dicom"
    for image in graded(tmp_path / "pet", "--dicom", out):
        assert image["verdict"] == "Not gradable"
        assert sentence in image["reason"]
        assert image["grade_probabilities"] is None
        assert image["checks"] == []
    assert any(out.iterdir())


def test_an_image_that_has_vanished_since_is_not_gradable(
    tmp_path: Path, grader: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a disk goes away between the scan and the reading of pixels."""
    studies.write_conventional(tmp_path / "pet")
    from station.operations.quality import checks

    find_pets = checks.find_pets

    def chosen(*arguments: Any, **named: Any) -> Any:
        found = find_pets(*arguments, **named)
        for path in (tmp_path / "pet").rglob("*.dcm"):
            path.unlink()
        return found

    monkeypatch.setattr("station.operations.quality.grade_paths.find_pets", chosen)
    (image,) = graded(tmp_path / "pet", "--report", tmp_path / "report.pdf")
    assert image["verdict"] == "Not gradable"
    assert grader.asked == []
    assert (tmp_path / "report.pdf").exists()


def test_a_series_that_is_no_pet_is_not_gradable(pet: Path, grader: Stub) -> None:
    (ct,) = {dcmread(path).SeriesInstanceUID for path in (pet / "ct").iterdir()}
    (image,) = graded(pet, "--series", ct)
    assert image["verdict"] == "Not gradable"
    assert "is not a PET image. Choose a PET series." in image["reason"]
    assert grader.asked == []


def test_people_are_told_why_an_image_is_not_gradable(tmp_path: Path, grader: Stub) -> None:
    pet_of(np.zeros((6, 8, 8), np.int16))(tmp_path)
    result = station("grade", tmp_path)
    assert result.exit_code == 0
    words = " ".join(result.stdout.split())
    assert "Not gradable: " in words
    assert words.count("no voxel is above 0") == 1


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path, grader: Stub) -> None:
    (tmp_path / "image.dcm").write_bytes(b"no DICOM at all" * 20)
    said = refused(tmp_path)
    assert "There is no PET series in the given paths." in said
    assert "image.dcm was left out" in said


def test_a_series_that_is_not_there_is_named(pet: Path, grader: Stub) -> None:
    assert "1.2.3" in refused(pet, "--series", "1.2.3")


def test_a_path_that_is_not_there_is_said(tmp_path: Path, grader: Stub) -> None:
    assert "does not exist" in refused(tmp_path / "absent")


def test_a_place_for_the_liver_asks_for_one_series(tmp_path: Path, grader: Stub) -> None:
    studies.write_pair(tmp_path)
    assert "--series" in refused(tmp_path, "--liver", "0,0,150")


def test_a_missing_network_is_a_sentence(pet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Stub:
        raise StationError("The grader's weights are missing. Install the program again.")

    monkeypatch.setattr("station.operations.quality.grader.shipped_grader", missing)
    assert "weights are missing" in refused(pet)
