"""`station measure` and `station protocol check`, as a script calls them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest
from typer.testing import CliRunner, Result

from station.cli import app
from station.dicom.report import read_sr
from station.installed import resource
from tests.made_up import studies

LESION = ",".join(str(value) for value in (*studies.LESION_MM, 0.5))
KEYS = {
    "series_uid",
    "role",
    "unit",
    "voi",
    "suv_max",
    "suv_peak",
    "suv_mean",
    "suv_sd",
    "voxels",
    "volume_ml",
    "warnings",
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return studies.write_pair(tmp_path_factory.mktemp("measure") / "pair")


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def measured(*arguments: object) -> list[dict[str, Any]]:
    result = station("measure", *arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(*arguments: object) -> str:
    result = station(*arguments)
    assert result.exit_code == 1, result.output
    (line,) = result.stderr.strip().splitlines()
    return line


def test_a_sphere_is_measured_in_every_pet(study: Path) -> None:
    rows = measured(study, "--sphere", LESION, "--json")
    assert [row["role"] for row in rows] == ["conventional", "denoised"]
    assert all(set(row) >= KEYS for row in rows)
    assert [row["suv_max"] for row in rows] == pytest.approx(
        [studies.LESION_SUV, studies.LESION_SUV_DENOISED], rel=1e-3
    )
    assert rows[0]["voi"]["kind"] == "sphere"
    assert rows[0]["voi"]["center_lps_mm"] == list(studies.LESION_MM)
    assert rows[0]["voi"]["volume_ml"] == 0.5
    assert rows[0]["volume_ml"] == pytest.approx(0.5, rel=0.005)


def test_the_peak_rule_can_be_chosen_and_is_said(study: Path) -> None:
    rows = measured(study, "--sphere", LESION, "--peak", "local")
    assert {row["peak_rule"] for row in rows} == {"local"}
    assert "global or local" in refusal("measure", study, "--sphere", LESION, "--peak", "hot")


def test_one_series_can_be_chosen_and_an_unknown_one_is_refused(study: Path) -> None:
    first, _ = measured(study, "--sphere", LESION)
    (row,) = measured(study, "--sphere", LESION, "--series", first["series_uid"])
    assert row == first
    assert "no series 1.2.3" in refusal("measure", study, "--sphere", LESION, "--series", "1.2.3")


def test_csv_has_a_line_for_each_image(study: Path) -> None:
    result = station("measure", study, "--sphere", LESION, "--csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["role"] for row in rows] == ["conventional", "denoised"]
    assert "patient_name" not in rows[0]


def test_csv_can_be_written_for_a_spreadsheet_with_decimal_commas(study: Path) -> None:
    asked = ("measure", study, "--sphere", LESION, "--csv", "--spreadsheet", "decimal-comma")
    text = station(*asked).stdout
    assert text.startswith("\ufeffstudy_uid;patient_id;")
    row, _ = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    plain, _ = measured(study, "--sphere", LESION)
    assert row["suv_max"] == repr(plain["suv_max"]).replace(".", ",")


def test_the_report_holds_the_numbers_that_json_has(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.dcm"
    rows = measured(study, "--sphere", LESION, "--sr", path, "--json")
    reported = read_sr(path).vois
    assert [one.mean for one in reported] == [row["suv_mean"] for row in rows]


@pytest.mark.parametrize("text", ["1,2,3", "a,b,c,d", "1,2,3,0", "1,2,3,-1", "nan,0,0,1", ""])
def test_a_sphere_that_is_none_is_refused_with_the_way_to_write_one(study: Path, text: str) -> None:
    assert "Write its centre in LPS mm" in refusal("measure", study, "--sphere", text)


def test_nothing_to_measure_is_said(study: Path, tmp_path: Path) -> None:
    assert "Nothing to measure" in refusal("measure", study)
    assert "does not exist" in refusal("measure", study, "--mask", tmp_path / "absent.nii")


# -- what cannot be measured is named --------------------------------------------------------------


def write_mask(path: Path, values: np.ndarray, shift_mm: float = 0.0) -> Path:
    """A NIfTI mask on the grid of the study's images."""
    step = studies.SPACING_MM[0]
    left, posterior, superior = studies.ORIGIN_MM
    affine = np.diag([-step, -step, step, 1.0])
    affine[:3, 3] = (-left, -posterior, superior + shift_mm)
    nibabel.save(nibabel.Nifti1Image(values.transpose(2, 1, 0), affine), path)
    return path


def lesion_mask(path: Path) -> Path:
    values = np.zeros(studies.SHAPE, np.uint8)
    s, r, c = studies.LESION
    values[s - 1 : s + 2, r - 1 : r + 2, c - 1 : c + 2] = 1
    return write_mask(path, values)


def test_a_mask_that_cannot_be_used_is_named_with_the_values_of_the_others(
    study: Path, tmp_path: Path
) -> None:
    good = lesion_mask(tmp_path / "good.nii")
    values = np.zeros(studies.SHAPE, np.float32)
    values[0, 0, :3] = (0.5, 0.25, 1.5)
    bad = write_mask(tmp_path / "bad.nii", values)
    rows = measured(study, "--mask", good, "--mask", bad, "--json")
    assert [row["voxels"] for row in rows] == [27, 27]
    for row in rows:
        assert any("bad.nii contains values that are not labels" in w for w in row["warnings"])
    assert "bad.nii" in refusal("measure", study, "--mask", bad)


def test_what_a_file_leaves_out_is_named_in_its_rows(study: Path, tmp_path: Path) -> None:
    values = np.zeros(studies.SHAPE, np.int16)
    values[0], values[5, 20, 20:24] = -1, 1
    path = write_mask(tmp_path / "gtv.nii", values)
    for row in measured(study, "--mask", path, "--json"):
        assert row["voxels"] == 4
        assert "gtv.nii: the value -1 was left out: a label is above 0." in row["warnings"]


def test_spheres_and_masks_go_into_one_report(study: Path, tmp_path: Path) -> None:
    path, mask = tmp_path / "report.dcm", lesion_mask(tmp_path / "gtv.nii")
    result = station("measure", study, "--sphere", LESION, "--mask", mask, "--sr", path)
    assert result.exit_code == 0, result.output
    report = read_sr(path)
    assert [voi.name for voi in report.vois] == ["Sphere 1", "Sphere 1"]
    assert len(report.warnings) == 1
    for name in ("report.seg.dcm", "report.seg-2.dcm"):
        assert f"Wrote {tmp_path / name}." in result.stderr
        (row,) = measured(
            study, "--mask", tmp_path / name, "--series", report.vois[0].series_uid, "--json"
        )
        assert (row["voi"]["name"], row["voxels"]) == ("gtv", 27)


@pytest.mark.simulated
def test_the_sarcomas_measure_what_ibsi_published(shared_data: Path) -> None:
    folder = shared_data / "sarcoma"
    for patient, published in {
        "STS_001": (7.91067, 2.55513, 5095),
        "STS_002": (21.67575, 7.36962, 555),
    }.items():
        for mask in ("nifti/PET_mask.nii.gz", "PET/mask"):
            file = folder / patient / mask
            path = next(file.iterdir()) if file.is_dir() else file
            (row,) = measured(folder / patient / "PET/image", "--mask", path)
            assert (row["suv_max"], row["suv_mean"]) == pytest.approx(published[:2], abs=1e-5)
            assert row["voxels"] == published[2]


def test_the_shipped_site_list_is_in_order() -> None:
    result = station("protocol", "check", resource("protocols", "reference-tissues.toml"))
    assert result.exit_code == 0
    assert "8 sites" in result.stdout


def test_mistakes_in_a_site_list_are_said_with_their_lines(tmp_path: Path) -> None:
    text = resource("protocols", "reference-tissues.toml").read_text("utf-8")
    wrong = tmp_path / "mine.toml"
    wrong.write_text(text.replace("volume_ml = 3.0", "volume_ml = -3.0"), "utf-8")
    line = next(n for n, t in enumerate(wrong.read_text("utf-8").splitlines(), 1) if "-3.0" in t)
    result = station("protocol", "check", wrong)
    assert result.exit_code == 1
    assert f"{line}" in result.stdout
    assert "volume_ml" in result.stdout
