import csv
from dataclasses import replace
from datetime import date
from math import nan
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Patient, Role, Series, Study
from station.pet.voi import (
    Isocontour,
    Mask,
    Measurement,
    PeakRule,
    Sphere,
    Threshold,
    ThresholdRule,
)
from station.pet.volume import Geometry, Unit
from station.report.voi_csv import Row, read_csv, row_of, write_csv

STUDY = Study("1.2", Patient("P-0815", "Müller, Anna"), date(2026, 11, 20))
CONVENTIONAL = Series(
    "1.2.3", "1.2", "PT", Role.CONVENTIONAL, number=4, description='WB AC, "gauss"'
)
DENOISED = replace(CONVENTIONAL, uid="1.2.4", role=Role.DENOISED, description="WB DLR")
LESION = PlacedVoi(
    "b2", "Lesion 1", Sphere((1 / 3, -2.5, 1e-7), 0.5), SiteKind.LESION, tissue="lymph node"
)
ARCH = Measurement(
    Unit.SUV_BW, 1.6, 1.5, 1.25, 0.1, 1.0, 0.5, 15, (0.0, 0.0, 0.0), None, PeakRule.GLOBAL
)
MEASURED = replace(
    ARCH, maximum=8.4, peak=4.5, mean=2.0, warnings=("It leaves the image.", "NaN,\nhere")
)
ROW = row_of(STUDY, "Dr. Ito", LESION, CONVENTIONAL, MEASURED, ARCH)


def written(path: Path) -> list[dict[str, str]]:
    """The cells as any other program reads them."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_one_line_for_each_voi_in_each_image(tmp_path: Path) -> None:
    other = row_of(STUDY, "Dr. Ito", LESION, DENOISED, replace(MEASURED, maximum=9.9), ARCH)
    write_csv([ROW, other], tmp_path / "vois.csv")
    lines = written(tmp_path / "vois.csv")
    assert [(line["voi_id"], line["role"], line["suv_max"]) for line in lines] == [
        ("b2", "conventional", "8.4"),
        ("b2", "denoised", "9.9"),
    ]


def test_what_was_written_reads_back_to_the_last_bit(tmp_path: Path) -> None:
    write_csv([ROW], tmp_path / "vois.csv", with_patient_name=True)
    assert read_csv(tmp_path / "vois.csv") == (ROW,)


def test_the_patients_name_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    write_csv([ROW], tmp_path / "vois.csv")
    assert "patient_name" not in written(tmp_path / "vois.csv")[0]
    assert b"Anna" not in (tmp_path / "vois.csv").read_bytes()
    assert read_csv(tmp_path / "vois.csv") == (replace(ROW, patient_name=""),)


def test_every_line_says_by_what_rule_it_was_measured(tmp_path: Path) -> None:
    local = replace(ROW, peak_rule=PeakRule.LOCAL)
    write_csv([ROW, local], tmp_path / "vois.csv")
    rules = [line["rule"] for line in written(tmp_path / "vois.csv")]
    assert all("1 mL sphere" in rule and "max and min over voxels" in rule for rule in rules)
    assert rules[0].endswith("centred on the voxel inside that gives the highest mean")
    assert rules[1].endswith("centred on the hottest voxel inside")


def test_ratios_are_to_the_same_statistic_of_the_aortic_arch() -> None:
    assert (ROW.ratio_max, ROW.ratio_peak, ROW.ratio_mean) == (8.4 / 1.6, 4.5 / 1.5, 2.0 / 1.25)


@pytest.mark.parametrize("arch", [None, replace(ARCH, maximum=0.0), replace(ARCH, maximum=nan)])
def test_without_activity_in_the_aortic_arch_there_is_no_ratio(arch: Measurement | None) -> None:
    assert row_of(STUDY, "", LESION, CONVENTIONAL, MEASURED, arch).ratio_max is None


def test_a_ratio_of_two_units_is_refused() -> None:
    with pytest.raises(ValueError, match="SUVbw to Bq/mL"):
        row_of(STUDY, "", LESION, CONVENTIONAL, MEASURED, replace(ARCH, unit=Unit.BQ_PER_ML))


def test_the_centre_is_written_in_lps_and_the_volume_as_it_was_asked_for() -> None:
    assert (ROW.centre_l_mm, ROW.centre_p_mm, ROW.centre_s_mm) == (1 / 3, -2.5, 1e-7)
    assert (ROW.nominal_volume_ml, ROW.volume_ml) == (0.5, MEASURED.volume_ml)


def test_an_isocontour_has_the_centre_of_its_sphere_and_no_nominal_volume() -> None:
    within = Sphere((1.0, 2.0, 3.0), 20.0)
    shape = Isocontour(within, Threshold(ThresholdRule.FIXED, 2.5))
    row = row_of(STUDY, "", replace(LESION, shape=shape), CONVENTIONAL, MEASURED)
    assert (row.centre_l_mm, row.centre_p_mm, row.centre_s_mm) == within.centre_mm
    assert row.nominal_volume_ml is None


def test_a_mask_has_the_mean_of_its_voxels_as_centre_and_none_when_empty() -> None:
    affine = np.array([[0, 0, 2.0, 10], [0, 3.0, 0, 20], [4.0, 0, 0, 30], [0, 0, 0, 1]])
    inside = np.zeros((3, 3, 3), dtype=np.bool_)
    inside[1, 2, 0] = inside[1, 2, 2] = True
    for voxels, centre in ((inside, (12.0, 26.0, 34.0)), (inside & False, (None, None, None))):
        shape = Mask(voxels, Geometry((3, 3, 3), affine))
        row = row_of(STUDY, "", replace(LESION, shape=shape), CONVENTIONAL, MEASURED)
        assert (row.centre_l_mm, row.centre_p_mm, row.centre_s_mm) == centre


def test_lines_end_as_rfc_4180_says(tmp_path: Path) -> None:
    write_csv([replace(ROW, warnings=())], tmp_path / "vois.csv")
    content = (tmp_path / "vois.csv").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") == 2


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "'quoted'", "O'Brien"])
def test_no_name_becomes_a_formula_and_all_read_back(tmp_path: Path, name: str) -> None:
    row = replace(ROW, voi_name=name)
    write_csv([row], tmp_path / "vois.csv")
    assert written(tmp_path / "vois.csv")[0]["voi_name"][0] not in "=+-@"
    assert read_csv(tmp_path / "vois.csv")[0].voi_name == name


def test_a_spreadsheets_byte_order_mark_is_no_obstacle(tmp_path: Path) -> None:
    path = tmp_path / "vois.csv"
    write_csv([ROW], path, with_patient_name=True)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_csv(path) == (ROW,)


LINE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"), max_size=8)
ROWS = st.builds(
    Row,
    voi_name=LINE,
    patient_name=LINE,
    **dict.fromkeys(("study_uid", "patient_id", "reader", "voi_id", "series_uid"), LINE),
    series_description=LINE,
    **{name: st.none() | LINE.filter(bool) for name in ("site", "tissue", "override")},
    warnings=st.lists(LINE.filter(bool)).map(tuple),
)


@given(st.lists(ROWS, max_size=3))
def test_any_row_reads_back(tmp_path_factory: pytest.TempPathFactory, rows: list[Row]) -> None:
    path = tmp_path_factory.mktemp("csv") / "vois.csv"
    write_csv(rows, path, with_patient_name=True)
    # repr finds NaN equal to NaN.
    assert repr(read_csv(path)) == repr(tuple(rows))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "has no column"),
        (b"a,b\r\n1,2\r\n", "has no column"),
        (b"\xff\xfea", "in UTF-16 break off"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "other.csv").write_bytes(content)
    with pytest.raises(StationError, match=sentence):
        read_csv(tmp_path / "other.csv")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("8.4", "8,4 g", "line 3"),
        ("8.4", "eight", '"eight" cannot be a value of suv_max'),
        ("SUVbw", "SUV", '"SUV" cannot be a value of unit'),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    path = tmp_path / "vois.csv"
    write_csv([replace(ROW, suv_max=1.0, warnings=()), replace(ROW, warnings=())], path)
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(StationError, match=sentence):
        read_csv(path)


def test_a_file_that_cannot_be_written_gives_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"cannot be written.*another folder"):
        write_csv([ROW], tmp_path / "none" / "vois.csv")
    (tmp_path / "vois.csv").mkdir()
    with pytest.raises(StationError, match="cannot be written"):
        write_csv([ROW], tmp_path / "vois.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["vois.csv"]


def test_a_missing_file_gives_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StationError, match="cannot be read: No such file"):
        read_csv(tmp_path / "none.csv")
