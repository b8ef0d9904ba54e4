"""Measurement reports as we write them, read back and checked by dciodvfy."""

import shutil
import subprocess
from contextlib import suppress
from dataclasses import replace
from math import isnan, nan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import dcmread
from pydicom.dataset import Dataset

from station.dicom.derived import tracking_uid
from station.dicom.free_text import person_name
from station.dicom.load import scan
from station.dicom.masks import read_masks
from station.dicom.report import (
    DERIVATIONS,
    MeasuredVoi,
    ReportedVoi,
    read_sr,
    write_sr,
)
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series, Study
from station.pet.voi import Mask, Measurement, PeakRule, Sphere
from station.pet.volume import Unit
from tests.dicom.synthetic import ramp, write_series

LIVER = PlacedVoi(
    "a1", "Liver", Sphere((-97.1, -94.3, 55.7), 3.0), SiteKind.REFERENCE, site="liver"
)
LESION = PlacedVoi(
    "b2", "Läsion 1", Sphere((-96.0, -96.0, 59.0), 0.5), SiteKind.LESION, tissue="lymph node"
)
MEASURED = Measurement(
    Unit.SUV_BW, 8.41, 1 / 3, 2.0000001, 0.123456789, 1e-9, 0.4987, 15, None, None, PeakRule.GLOBAL
)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """Two PET images of one scan: twelve slices of 3 mm, 16×16 voxels of 2 mm."""
    folder = tmp_path_factory.mktemp("study")
    for name in ("conventional", "denoised"):
        write_series(folder / name, ramp(12, 16, 16), name=name)
    (found,) = scan([folder]).studies
    assert len(found.series) == 2
    return found


@pytest.fixture(scope="module")
def report(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of two VOIs in both images."""
    path = tmp_path_factory.mktemp("report") / "sr.dcm"
    write_sr(both(study), "Ito, Ken", path)
    return path


def both(study: Study) -> list[MeasuredVoi]:
    one, other = study.series
    local = replace(MEASURED, maximum=9.0, peak_rule=PeakRule.LOCAL)
    return [
        MeasuredVoi(LIVER, one, MEASURED),
        MeasuredVoi(LIVER, other, local),
        MeasuredVoi(LESION, one, replace(MEASURED, unit=Unit.BQ_PER_ML, mean=54321.0)),
    ]


def dciodvfy_errors(path: Path) -> list[str]:
    if shutil.which("dciodvfy") is None:
        pytest.skip("dciodvfy is not installed: it is in the Debian package dicom3tools")
    checked = subprocess.run(["dciodvfy", str(path)], capture_output=True, text=True, check=False)
    lines = (checked.stdout + checked.stderr).splitlines()
    return [line for line in lines if line.startswith("Error")]


def items(dataset: Dataset, meaning: str) -> list[Dataset]:
    """Content items of that name, at any depth."""
    found: list[Dataset] = []
    for item in dataset.get("ContentSequence", []):
        if item.ConceptNameCodeSequence[0].CodeMeaning == meaning:
            found.append(item)
        found += items(item, meaning)
    return found


# -- what is read back -----------------------------------------------------------------------------


def test_every_voi_of_every_image_comes_back_with_its_numbers(study: Study, report: Path) -> None:
    written, back = both(study), read_sr(report).vois
    assert len(back) == len(written)
    for one, told in zip(written, back, strict=True):
        assert told.name == one.voi.name
        assert told.series_uid == one.series.uid
        assert told.frame_of_reference_uid == one.series.frame_of_reference_uid
        assert (told.unit, told.peak_rule) == (one.measurement.unit, one.measurement.peak_rule)
        for field in (*DERIVATIONS, "volume_ml"):
            assert getattr(told, field) == getattr(one.measurement, field), field


def test_the_spheres_come_back_as_exact_as_single_precision_is(study: Study, report: Path) -> None:
    for one, told in zip(both(study), read_sr(report).vois, strict=True):
        assert isinstance(one.voi.shape, Sphere)
        np.testing.assert_allclose(told.sphere.centre_mm, one.voi.shape.centre_mm, atol=1e-4)
        assert told.sphere.volume_ml == pytest.approx(one.voi.shape.volume_ml, rel=1e-5)


def test_one_voi_has_one_tracking_uid_in_all_images(study: Study, report: Path) -> None:
    conventional, denoised, lesion = read_sr(report).vois
    assert conventional.tracking_uid == denoised.tracking_uid == tracking_uid(study.uid, LIVER)
    assert lesion.tracking_uid != conventional.tracking_uid


def test_the_weight_is_the_one_used_and_every_caution_is_a_comment(
    study: Study, tmp_path: Path
) -> None:
    path, caution = tmp_path / "sr.dcm", "Weight: 593 kg was typed by Dr A."
    doubtful = replace(MEASURED, warnings=(caution,))
    write_sr([MeasuredVoi(LIVER, study.series[0], doubtful, weight_kg=593.0)], "Ito", path)
    document = dcmread(path)
    assert float(document.PatientWeight) == 593.0
    assert [item.TextValue for item in items(document, "Comment")] == [caution]
    assert read_sr(path).vois[0].maximum == MEASURED.maximum
    assert dciodvfy_errors(path) == []


def test_images_of_two_weights_leave_the_report_without_one(study: Study, tmp_path: Path) -> None:
    measured = [
        MeasuredVoi(LIVER, series, MEASURED, weight_kg=weight)
        for series, weight in zip(study.series, (59.3, 593.0), strict=True)
    ]
    write_sr(measured, "Ito", tmp_path / "sr.dcm")
    assert "PatientWeight" not in dcmread(tmp_path / "sr.dcm")


def test_a_number_that_does_not_exist_is_left_out(study: Study, tmp_path: Path) -> None:
    one = MeasuredVoi(LIVER, study.series[0], replace(MEASURED, sd=nan, peak=nan))
    write_sr([one], "Ito", tmp_path / "sr.dcm")
    (told,) = read_sr(tmp_path / "sr.dcm").vois
    assert isnan(told.sd)
    assert isnan(told.peak)
    assert told.mean == MEASURED.mean


@pytest.mark.parametrize(
    "unit", [unit for unit in Unit if unit not in (Unit.STORED, Unit.NOISE_SD, Unit.SHARE)]
)
def test_every_unit_comes_back(study: Study, tmp_path: Path, unit: Unit) -> None:
    one = MeasuredVoi(LIVER, study.series[0], replace(MEASURED, unit=unit))
    write_sr([one], "Ito", tmp_path / "sr.dcm")
    assert [told.unit for told in read_sr(tmp_path / "sr.dcm").vois] == [unit]


def test_the_older_spelling_of_the_suv_unit_is_read(report: Path, tmp_path: Path) -> None:
    dataset = dcmread(report)
    for item in items(dataset, "SUVbw"):
        unit = item.MeasuredValueSequence[0].MeasurementUnitsCodeSequence[0]
        unit.CodeValue = "{SUVbw}g/ml"
    dataset.save_as(tmp_path / "older.dcm")
    assert read_sr(tmp_path / "older.dcm").vois[0].unit is Unit.SUV_BW


def test_an_ellipsoid_that_is_no_sphere_is_left_out(report: Path, tmp_path: Path) -> None:
    dataset = dcmread(report)
    surface = items(dataset, "Volume Surface")[0]
    ends = list(surface.GraphicData)
    ends[0] -= 1.0
    surface.GraphicData = ends
    dataset.save_as(tmp_path / "ellipsoid.dcm")
    assert len(read_sr(tmp_path / "ellipsoid.dcm").vois) == 2


# -- what is in the file ---------------------------------------------------------------------------


def test_codes_are_those_of_the_standard(report: Path) -> None:
    dataset = dcmread(report)
    assert dataset.ContentTemplateSequence[0].TemplateIdentifier == "1500"
    maximum = items(dataset, "SUVbw")[0]
    name = maximum.ConceptNameCodeSequence[0]
    assert (name.CodeValue, name.CodingSchemeDesignator) == ("126401", "DCM")
    unit = maximum.MeasuredValueSequence[0].MeasurementUnitsCodeSequence[0]
    assert (unit.CodeValue, unit.CodingSchemeDesignator) == ("g/ml{SUVbw}", "UCUM")
    derivations = [
        (code.CodeValue, code.CodingSchemeDesignator)
        for item in items(dataset, "Derivation")[:3]
        for code in item.ConceptCodeSequence
    ]
    assert derivations == [("56851009", "SCT"), ("126031", "DCM"), ("373098007", "SCT")]
    assert {item.GraphicType for item in items(dataset, "Volume Surface")} == {"ELLIPSOID"}


def test_finding_and_site_are_coded_where_the_protocol_names_them(report: Path) -> None:
    sites = [
        item.ConceptCodeSequence[0].CodeMeaning for item in items(dcmread(report), "Finding Site")
    ]
    assert sites == ["Liver", "Liver", "Lymph Node"]
    findings = [item.ConceptCodeSequence[0].CodeValue for item in items(dcmread(report), "Finding")]
    assert findings == ["52988006"]


def test_the_slices_that_a_voi_meets_are_the_evidence(study: Study, report: Path) -> None:
    dataset = dcmread(report)
    evidence = dataset.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence
    found = {item.SeriesInstanceUID: len(item.ReferencedSOPSequence) for item in evidence}
    # The 3 mL sphere reaches 8.95 mm: from 46.7 to 64.7 mm, slices at 50 to 65 mm with 1.5 mm each.
    assert found == {series.uid: 6 for series in study.series}


def test_a_voi_outside_the_image_refers_to_the_nearest_slice(study: Study, tmp_path: Path) -> None:
    away = replace(LIVER, shape=Sphere((0.0, 0.0, 900.0), 3.0))
    write_sr([MeasuredVoi(away, study.series[0], MEASURED)], "Ito", tmp_path / "sr.dcm")
    (item,) = dcmread(tmp_path / "sr.dcm").CurrentRequestedProcedureEvidenceSequence
    (reference,) = item.ReferencedSeriesSequence[0].ReferencedSOPSequence
    table = study.series[0].slices
    assert table is not None
    assert reference.ReferencedSOPInstanceUID == table.sop_uids[-1]


def test_patient_and_study_are_those_of_the_images(study: Study, report: Path) -> None:
    dataset = dcmread(report)
    assert (dataset.StudyInstanceUID, dataset.PatientID) == (study.uid, study.patient.id)
    assert dataset.Modality == "SR"


def test_dciodvfy_finds_no_error(report: Path) -> None:
    assert dciodvfy_errors(report) == []


def test_dciodvfy_finds_no_error_where_the_images_lack_patient_and_study(tmp_path: Path) -> None:
    def without(ds: Dataset, index: int) -> None:
        for keyword in ("PatientBirthDate", "PatientSex", "StudyID", "AccessionNumber"):
            delattr(ds, keyword)

    write_series(tmp_path / "pet", ramp(), edit=without)
    (found,) = scan([tmp_path / "pet"]).studies
    write_sr([MeasuredVoi(LIVER, found.series[0], MEASURED)], "Ito", tmp_path / "sr.dcm")
    assert dciodvfy_errors(tmp_path / "sr.dcm") == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ito, Ken", "Ito^Ken"),
        ("Dr. Ito", "Dr. Ito^"),
        ("  a^b=c\\d ", "a b c d^"),
        ("伊藤", "伊藤^"),
    ],
)
def test_a_readers_name_becomes_a_person_name(typed: str, name: str) -> None:
    assert person_name(typed) == name


@pytest.mark.parametrize("reader", ["伊藤, 健", "Müller"])
def test_names_of_any_alphabet_are_kept(study: Study, tmp_path: Path, reader: str) -> None:
    voi = replace(LIVER, name="肝臓")
    write_sr([MeasuredVoi(voi, study.series[0], MEASURED)], reader, tmp_path / "sr.dcm")
    assert read_sr(tmp_path / "sr.dcm").vois[0].name == "肝臓"
    (observer,) = items(dcmread(tmp_path / "sr.dcm"), "Person Observer Name")
    assert str(observer.PersonName) == person_name(reader)


# -- masks and isocontours -------------------------------------------------------------------------


def cube(study: Study, name: str = "GTV", voxels: int = 3) -> PlacedVoi:
    """A mask on the grid of both images."""
    geometry = study.series[0].geometry
    assert geometry is not None
    inside = np.zeros(geometry.shape, dtype=np.bool_)
    inside[4:6, 3:5, 2 : 2 + voxels] = True
    return PlacedVoi(name, name, Mask(inside, geometry), SiteKind.LESION)


def measured_cube(study: Study, series: Series, name: str = "GTV", voxels: int = 3) -> MeasuredVoi:
    voi = cube(study, name, voxels)
    assert isinstance(voi.shape, Mask)
    return MeasuredVoi(voi, series, MEASURED, voi.shape)


def test_a_mask_is_a_segment_of_a_segmentation_next_to_the_report(
    study: Study, tmp_path: Path
) -> None:
    one, other = study.series
    measured = [
        MeasuredVoi(LIVER, one, MEASURED),
        measured_cube(study, one, "A"),
        measured_cube(study, other, "A"),
        measured_cube(study, one, "B", 5),
    ]
    written = write_sr(measured, "Ito", tmp_path / "sr.dcm")
    assert written.segmentations == (tmp_path / "sr.seg.dcm", tmp_path / "sr.seg-2.dcm")
    assert written.left_out == ()
    dataset = dcmread(tmp_path / "sr.dcm")
    groups = items(dataset, "Measurement Group")
    assert len(groups) == 4
    segments = [
        (item.ReferencedSOPSequence[0].ReferencedSOPInstanceUID, number)
        for item in items(dataset, "Referenced Segment")
        for number in [item.ReferencedSOPSequence[0].ReferencedSegmentNumber]
    ]
    first, second = (dcmread(path) for path in written.segmentations)
    assert segments == [
        (first.SOPInstanceUID, 1),
        (second.SOPInstanceUID, 1),
        (first.SOPInstanceUID, 2),
    ]
    assert [item.SegmentLabel for item in first.SegmentSequence] == ["A", "B"]
    back = read_masks(written.segmentations[0], one).masks
    for found, voi in zip(back, (cube(study, "A"), cube(study, "B", 5)), strict=True):
        assert isinstance(voi.shape, Mask)
        assert np.array_equal(found.mask.inside, voi.shape.inside)
    referenced = {
        image.ReferencedSOPInstanceUID
        for series in dataset.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence
        for image in series.ReferencedSOPSequence
    }
    assert {first.SOPInstanceUID, second.SOPInstanceUID} <= referenced
    for path in (tmp_path / "sr.dcm", *written.segmentations):
        assert dciodvfy_errors(path) == []


def test_a_report_names_the_regions_that_are_not_read_from_it(study: Study, tmp_path: Path) -> None:
    measured = [
        MeasuredVoi(LIVER, study.series[0], MEASURED),
        measured_cube(study, study.series[0]),
    ]
    write_sr(measured, "Ito", tmp_path / "sr.dcm")
    back = read_sr(tmp_path / "sr.dcm")
    assert [voi.name for voi in back.vois] == ["Liver"]
    (warning,) = back.warnings
    assert warning.startswith('sr.dcm: "GTV" was left out: it is a segment; read the segmentation')


def test_what_cannot_be_reported_is_named_and_the_rest_is_written(
    study: Study, tmp_path: Path
) -> None:
    geometry = study.series[0].geometry
    assert geometry is not None
    empty = Mask(np.zeros(geometry.shape, dtype=np.bool_), geometry)
    nothing = MeasuredVoi(replace(cube(study), name="Nothing"), study.series[0], MEASURED, empty)
    unknown = MeasuredVoi(
        replace(LESION, name="Odd"), study.series[0], replace(MEASURED, unit=Unit.STORED)
    )
    good = MeasuredVoi(LIVER, study.series[0], MEASURED)
    written = write_sr([nothing, good, unknown], "Ito", tmp_path / "sr.dcm")
    assert [voi.name for voi in read_sr(tmp_path / "sr.dcm").vois] == ["Liver"]
    assert 'VOI "Nothing" was not written: it contains no voxel' in written.left_out[0]
    assert 'VOI "Odd" was not written' in written.left_out[1]


def test_a_segmentation_is_not_written_over_another_file(study: Study, tmp_path: Path) -> None:
    (tmp_path / "sr.seg.dcm").write_bytes(b"somebody's")
    written = write_sr([measured_cube(study, study.series[0])], "Ito", tmp_path / "sr.dcm")
    assert written.segmentations == (tmp_path / "sr.seg-2.dcm",)
    assert (tmp_path / "sr.seg.dcm").read_bytes() == b"somebody's"


def test_a_report_that_cannot_be_written_leaves_no_segmentation(
    study: Study, tmp_path: Path
) -> None:
    (tmp_path / "sr.dcm").mkdir()
    with pytest.raises(StationError, match="cannot be written"):
        write_sr([measured_cube(study, study.series[0])], "Ito", tmp_path / "sr.dcm")
    assert [path.name for path in tmp_path.iterdir()] == ["sr.dcm"]


# -- what is refused -------------------------------------------------------------------------------


def refusal(measured: list[MeasuredVoi], path: Path) -> str:
    with pytest.raises(StationError) as caught:
        write_sr(measured, "Ito", path / "sr.dcm")
    assert not (path / "sr.dcm").exists()
    return str(caught.value)


def series_of(study: Study, **changes: object) -> Series:
    return replace(study.series[0], **changes)


def test_nothing_cannot_be_reported(tmp_path: Path) -> None:
    assert "Place a VOI first" in refusal([], tmp_path)


def test_an_image_without_frame_of_reference_is_refused(study: Study, tmp_path: Path) -> None:
    series = series_of(study, frame_of_reference_uid="")
    assert "FrameOfReferenceUID" in refusal([MeasuredVoi(LIVER, series, MEASURED)], tmp_path)


def test_two_studies_are_refused(study: Study, tmp_path: Path) -> None:
    other = MeasuredVoi(LIVER, series_of(study, study_uid="1.2"), MEASURED)
    assert "several studies" in refusal([other, *both(study)], tmp_path)


def test_values_without_a_unit_are_refused(study: Study, tmp_path: Path) -> None:
    one = MeasuredVoi(LIVER, study.series[0], replace(MEASURED, unit=Unit.STORED))
    assert "no unit that DICOM knows" in refusal([one], tmp_path)


def test_files_that_are_gone_give_a_sentence(study: Study, tmp_path: Path) -> None:
    table = study.series[0].slices
    assert table is not None
    gone = replace(table, paths=tuple(f"{tmp_path}/{i}.dcm" for i in range(12)))
    one = MeasuredVoi(LIVER, series_of(study, slices=gone), MEASURED)
    assert "can no longer be read" in refusal([one], tmp_path)


def test_a_report_needs_its_reader(study: Study, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="name of the reader"):
        write_sr(both(study), " ", tmp_path / "sr.dcm")


def test_a_folder_that_is_not_there_gives_a_sentence(study: Study, tmp_path: Path) -> None:
    with pytest.raises(StationError, match="cannot be written"):
        write_sr(both(study), "Ito", tmp_path / "none" / "sr.dcm")


def test_an_image_is_no_report(study: Study) -> None:
    table = study.series[0].slices
    assert table is not None
    with pytest.raises(DicomError, match="not a Comprehensive 3D SR but Positron Emission"):
        read_sr(Path(table.paths[0]))


@given(st.data())
def test_a_damaged_report_gives_a_sentence_or_spheres(
    report: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(report.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "sr.dcm"
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    with suppress(DicomError):
        assert all(isinstance(told, ReportedVoi) for told in read_sr(path).vois)
