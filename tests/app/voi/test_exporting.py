"""VOIs out of the window, in every form, and back: the same VOIs and the same numbers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.app.state import Made, Placing, Slot
from station.app.voi.exporting import Exporting
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.voi import Mask, Sphere, Threshold, ThresholdRule, measure
from station.report.voi_csv import read_csv
from tests.app.conftest import Program, Start
from tests.made_up import studies

ARCH = Placing(0.5, SiteKind.REFERENCE, "Aortic arch", "aortic_arch")
LESION = Placing(3.0, SiteKind.LESION, tissue="lung")


@pytest.fixture
def reading(start: Start, pair: Path) -> Program:
    """A pair with the aortic arch and one lesion placed."""
    program = start()
    program.open(pair)
    program.workflow.vois.place((0.0, 0.0, 146.0), ARCH)
    program.workflow.vois.place(studies.LESION_MM, LESION)
    return program


def exporting(program: Program) -> Exporting:
    workflow = program.workflow
    return Exporting(program.session, program.jobs, workflow.vois, workflow.measuring)


def written(program: Program, kind: str, path: Path, named: bool = False) -> Path:
    exporting(program).write(kind, path, named)
    assert not program.failures, program.failures
    assert program.state.made == Made(f"Wrote {path.name}", path)
    return path


def read_back(program: Program, path: Path) -> list[PlacedVoi]:
    """The VOIs that reading a file adds to a reading without any."""
    program.session.set(vois=())
    exporting(program).read([path])
    assert not program.failures, program.failures
    return list(program.state.vois)


def test_the_csv_has_a_line_for_each_voi_in_each_image(reading: Program, tmp_path: Path) -> None:
    rows = read_csv(written(reading, "csv", tmp_path / "vois.csv"))
    assert [(row.voi_name, str(row.role)) for row in rows] == [
        ("Aortic arch", "conventional"),
        ("Aortic arch", "denoised"),
        ("Lesion 1", "conventional"),
        ("Lesion 1", "denoised"),
    ]
    lesion = rows[2]
    assert lesion.suv_max == pytest.approx(studies.LESION_SUV, rel=1e-3)
    assert lesion.ratio_max == pytest.approx(studies.LESION_SUV / studies.BODY_SUV, rel=1e-3)
    assert lesion.reader == "Dr A"


def test_the_patients_name_is_in_the_csv_only_when_it_is_asked_for(
    reading: Program, tmp_path: Path
) -> None:
    assert studies.NAME not in written(reading, "csv", tmp_path / "a.csv").read_text("utf-8")
    named = written(reading, "csv_named", tmp_path / "b.csv", named=True).read_text("utf-8")
    assert studies.NAME in named


@pytest.mark.parametrize(("kind", "separator"), [("csv_english", ","), ("csv_decimal_comma", ";")])
def test_a_csv_for_a_spreadsheet_is_what_its_country_reads(
    reading: Program, tmp_path: Path, kind: str, separator: str
) -> None:
    plain = read_csv(written(reading, "csv", tmp_path / "plain.csv"))
    path = written(reading, kind, tmp_path / "table.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert separator in path.read_text("utf-8-sig").splitlines()[0]
    assert [row.suv_max for row in read_csv(path)] == [row.suv_max for row in plain]


def test_spheres_come_back_from_a_structured_report(reading: Program, tmp_path: Path) -> None:
    path = written(reading, "sr", tmp_path / "report.dcm")
    arch, lesion = read_back(reading, path)
    assert [arch.name, lesion.name] == ["Aortic arch", "Lesion 1"]
    assert isinstance(lesion.shape, Sphere)
    assert lesion.shape.centre_mm == pytest.approx(studies.LESION_MM, abs=1e-3)
    assert lesion.shape.volume_ml == pytest.approx(3.0, rel=1e-4)


@pytest.mark.parametrize("kind", ["seg", "rtstruct"])
def test_masks_that_come_back_measure_the_same_voxels(
    reading: Program, tmp_path: Path, kind: str
) -> None:
    image = reading.image(Slot.CONVENTIONAL)
    before = measure(image.volume, reading.state.vois[1].shape)
    path = written(reading, kind, tmp_path / "masks.dcm")
    vois = read_back(reading, path)
    lesion = next(voi for voi in vois if voi.name == "Lesion 1")
    assert isinstance(lesion.shape, Mask)
    after = measure(image.volume, lesion.shape)
    assert after.voxels == before.voxels
    assert after.maximum == before.maximum


def test_the_page_is_one_pdf_page_that_names_no_patient(reading: Program, tmp_path: Path) -> None:
    pdf = written(reading, "pdf", tmp_path / "page.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
    assert b"Doe" not in pdf


def test_an_isocontour_goes_into_the_report_and_its_voxels_into_a_segmentation_next_to_it(
    reading: Program, tmp_path: Path
) -> None:
    reading.workflow.vois.grow(Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41))
    grown = reading.state.vois[-1]
    image = reading.image(Slot.CONVENTIONAL)
    before = measure(image.volume, grown.shape)
    exporting(reading).write("sr", tmp_path / "report.dcm")
    assert not reading.failures, reading.failures
    for name in ("report.dcm", "report.seg.dcm", "report.seg-2.dcm"):
        assert reading.state.made is not None
        assert name in reading.state.made.sentence
        assert (tmp_path / name).exists()
    (voi,) = read_back(reading, tmp_path / "report.seg.dcm")
    assert voi.name == grown.name
    assert measure(image.volume, voi.shape).voxels == before.voxels


def test_a_voi_outside_the_image_is_named_when_it_cannot_be_written(
    reading: Program, tmp_path: Path
) -> None:
    arch, lesion = reading.state.vois
    away = replace(arch, name="Away", shape=Sphere((0.0, 0.0, 900.0), 0.5))
    reading.session.set(vois=(away, lesion))
    exporting(reading).write("seg", tmp_path / "masks.dcm")
    assert 'VOI "Away" was not written: it contains no voxel' in str(reading.state.notice)
    assert [voi.name for voi in read_back(reading, tmp_path / "masks.dcm")] == ["Lesion 1"]


def test_one_file_that_cannot_be_read_is_named_and_the_other_is_read(
    reading: Program, tmp_path: Path
) -> None:
    path = written(reading, "seg", tmp_path / "masks.dcm")
    (tmp_path / "junk.dcm").write_bytes(b"nothing of the kind")
    reading.session.set(vois=())
    exporting(reading).read([tmp_path / "junk.dcm", path])
    assert len(reading.state.vois) == 2
    assert "junk.dcm is neither DICOM nor NIfTI" in str(reading.state.notice)


def test_a_report_of_another_frame_of_reference_is_refused(
    reading: Program, other_patient: Path, tmp_path: Path
) -> None:
    path = written(reading, "sr", tmp_path / "report.dcm")
    reading.open(other_patient)
    reading.session.set(vois=())
    exporting(reading).read([path])
    assert "another frame of reference" in reading.failures[0].sentence
    assert reading.state.vois == ()


def test_a_file_that_holds_no_voi_is_named_in_the_sentence(
    reading: Program, tmp_path: Path
) -> None:
    junk = tmp_path / "junk.dcm"
    junk.write_bytes(b"nothing of the kind")
    exporting(reading).read([junk])
    assert "junk.dcm" in reading.failures[0].sentence


def test_a_folder_that_cannot_be_written_is_a_sentence_and_nothing_is_left_behind(
    reading: Program, tmp_path: Path
) -> None:
    exporting(reading).write("pdf", tmp_path / "missing" / "page.pdf")
    assert "cannot be written" in reading.failures[0].sentence
    assert list(tmp_path.glob("**/page.pdf")) == []


def testkey_images_show_the_circle_in_the_vois_colour(reading: Program) -> None:
    from station.app.voi.pictures import key_image

    picture = key_image(reading.state, Slot.CONVENTIONAL, reading.state.vois[1])
    assert picture.shape == (260, 260, 3)
    orange = np.abs(picture.astype(int) - (0xE8, 0x79, 0x2B)).sum(axis=2) < 60
    assert orange.sum() > 50
