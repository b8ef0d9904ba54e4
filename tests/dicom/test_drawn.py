"""Distances, ellipses, arrows and texts in a measurement report, checked by dciodvfy."""

from pathlib import Path

import numpy as np
import pytest
from highdicom import sr
from pydicom import dcmread
from pydicom.sr.codedict import codes

from station.dicom.drawn import Drawing
from station.dicom.report import read_sr, write_sr
from station.errors import StationError
from station.pet.annotations import Annotation, AreaMeasurement, Arrow, Distance, Ellipse, Note
from station.pet.study import Study
from station.pet.volume import Unit
from tests.dicom.test_report import both, dciodvfy_errors, study

__all__ = ["study"]

FROM, TO = (-10.0, 20.0, 110.0), (20.0, -20.0, 110.0)
DISTANCE = Annotation("d", "Distance 1", Distance(FROM, TO, 2))
ELLIPSE = Annotation("e", "Ellipse 1", Ellipse((5.0, 5.0, 110.0), (12.0, 8.0), 2))
AREA = AreaMeasurement(Unit.SUV_BW, 2.5, 0.5, 1.0, 4.0, 301.6, 40, ("weight typed",))
TEXT = Annotation("t", "Text 1", Note(FROM, 2, "brown fat"))
ARROW = Annotation("a", "Arrow 1", Arrow(FROM, TO, 2, "hilum"))
MUTE = Annotation("m", "Arrow 2", Arrow(FROM, TO, 2))


def drawings(study: Study, *annotations: Annotation) -> list[Drawing]:
    area = {ELLIPSE.id: AREA}
    return [Drawing(one, study.series[0], area.get(one.id)) for one in annotations]


def content(path: Path) -> sr.MeasurementReport:
    found = sr.Comprehensive3DSR.from_dataset(dcmread(path)).content
    assert isinstance(found, sr.MeasurementReport)
    return found


@pytest.fixture
def report(study: Study, tmp_path: Path) -> Path:
    path = tmp_path / "sr.dcm"
    drawn = drawings(study, DISTANCE, ELLIPSE, TEXT, ARROW)
    assert write_sr(both(study), "Dr A", path, drawn).left_out == ()
    return path


def test_a_distance_is_a_length_inferred_from_a_line_in_patient_mm(report: Path):
    groups = content(report).get_image_measurement_groups()
    (group,) = [one for one in groups if one.tracking_identifier == "Distance 1"]
    (length,) = group.get_measurements()
    assert length.name == codes.SCT.Length
    assert (length.value, length.unit) == (50.0, codes.UCUM.Millimeter)
    (line,) = [one for one in length[0].ContentSequence if one.ValueType == "SCOORD3D"]
    assert line.GraphicType == "POLYLINE"
    assert np.allclose(np.reshape(line.GraphicData, (2, 3)), [FROM, TO])


def test_an_ellipse_is_a_planar_region_with_its_statistics_and_area(report: Path):
    groups = content(report).get_planar_roi_measurement_groups()
    (group,) = [one for one in groups if one.tracking_identifier == "Ellipse 1"]
    region = group.roi
    assert isinstance(region, sr.ImageRegion3D)
    assert region.graphic_type is sr.GraphicTypeValues3D.ELLIPSE
    assert np.allclose(region.value, [(-7, 5, 110), (17, 5, 110), (5, -3, 110), (5, 13, 110)])
    values = {
        (one.derivation.meaning if one.derivation else one.name.meaning): one.value
        for one in group.get_measurements()
    }
    assert values == {
        "Mean": 2.5,
        "Standard Deviation": 0.5,
        "Minimum": 1.0,
        "Maximum": 4.0,
        "Area": 301.6,
    }


def test_what_makes_its_values_doubtful_and_what_a_text_says_are_comments(report: Path):
    texts = [
        " ".join(str(one.value).split())
        for one in dcmread(report).iterall()
        if one.keyword == "TextValue"
    ]
    assert {"weight typed", "brown fat (R 10.0 P 20.0 S 110.0 mm)"} <= set(texts)
    assert any(text.startswith("hilum (") for text in texts)


def test_dciodvfy_finds_no_error(report: Path):
    assert dciodvfy_errors(report) == []


def test_a_report_of_drawings_alone_is_written(study: Study, tmp_path: Path):
    path = tmp_path / "sr.dcm"
    write_sr([], "Dr A", path, drawings(study, DISTANCE))
    assert len(content(path).get_image_measurement_groups()) == 1
    assert dciodvfy_errors(path) == []


def test_the_spheres_of_a_report_with_drawings_are_still_read(study: Study, report: Path):
    read = read_sr(report)
    assert len(read.vois) == len(both(study))
    assert any("Ellipse 1" in warning for warning in read.warnings)


def test_an_arrow_without_words_is_named_and_left_out(study: Study, tmp_path: Path):
    path = tmp_path / "sr.dcm"
    written = write_sr(both(study), "Dr A", path, drawings(study, MUTE))
    assert "Arrow 2" in written.left_out[0]
    with pytest.raises(StationError, match="Arrow 2"):
        write_sr([], "Dr A", tmp_path / "other.dcm", drawings(study, MUTE))
    assert not (tmp_path / "other.dcm").exists()
