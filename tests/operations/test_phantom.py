"""`station phantom`, as a script calls it."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import Dataset
from typer.testing import CliRunner, Result

from station.cli import app
from station.operations.phantom import stated_ratio
from tests.dicom.synthetic import write_series
from tests.made_up.images import series, study
from tests.made_up.nema import DIAMETERS_MM, Nema
from tests.made_up.studies import write_pair

PHANTOM = Nema(spacing_mm=(4.0, 4.0, 4.0), noise=0.03, half_field_mm=(160, 132))
SMOOTH = Nema(spacing_mm=(4.0, 4.0, 4.0), fwhm_mm=9.0, noise=0.01, half_field_mm=(160, 132))
KEYS = {
    *("series_uid", "role", "ratio", "spheres", "background", "earl", "compliant", "warnings"),
}
SPHERE_KEYS = {
    *("diameter_mm", "center_lps_mm", "rc_max", "rc_mean_a50", "rc_peak"),
    *("contrast_recovery_percent", "in_band"),
}


def write_phantom(folder: Path, phantom: Nema, name: str) -> Path:
    """A series of the phantom in Bq/mL, its highest value stored as 30 000."""
    volume = phantom.volume()
    scale = float(volume.voxels.max()) / 30_000

    def edit(ds: Dataset, _: int) -> None:
        ds.RescaleSlope = f"{scale:.10g}"

    write_series(
        folder,
        np.rint(volume.voxels / scale).astype(np.int16),
        name=name,
        spacing_mm=phantom.spacing_mm,
        origin_mm=volume.affine[:3, 3].tolist(),
        edit=edit,
    )
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_phantom(tmp_path_factory.mktemp("phantom") / "scan", PHANTOM, "NEMA IQ")


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["phantom", *(str(argument) for argument in arguments)])


def measured(*arguments: object) -> list[dict[str, Any]]:
    result = station(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(*arguments: object) -> str:
    result = station(*arguments)
    assert result.exit_code == 1, result.output
    return result.stderr.strip()


def test_the_figures_are_printed_as_json(folder: Path) -> None:
    (image,) = measured(folder, "--ratio", "8", "--earl", "1")
    assert set(image) == KEYS
    assert [set(sphere) for sphere in image["spheres"]] == [SPHERE_KEYS] * 6
    assert [sphere["diameter_mm"] for sphere in image["spheres"]] == list(DIAMETERS_MM)
    assert image["ratio"] == 8
    assert image["earl"] == 1
    assert set(image["background"]) == {"mean", "variability_percent"}
    assert image["background"]["mean"] == pytest.approx(PHANTOM.background, rel=0.02)
    assert image["compliant"] == all(
        sphere["in_band"][which] for sphere in image["spheres"] for which in ("max", "mean")
    )
    for sphere in image["spheres"]:
        true = PHANTOM.centres_mm[sphere["diameter_mm"]]
        assert np.linalg.norm(np.array(sphere["center_lps_mm"]) - true) < 1
    assert image["warnings"] == []


def test_without_a_ratio_the_image_gives_it_and_the_warnings_say_so(folder: Path) -> None:
    (image,) = measured(folder)
    assert image["earl"] == 2
    assert image["ratio"] == pytest.approx(8, rel=0.03)
    assert "Give the true one with --ratio" in image["warnings"][0]


def test_a_ratio_in_the_description_is_used(tmp_path: Path) -> None:
    (image,) = measured(write_phantom(tmp_path / "scan", PHANTOM, "NEMA IQ 9.5:1"))
    assert image["ratio"] == 9.5
    assert "was read from the description" in image["warnings"][0]
    assert "does not fit the image" in image["warnings"][1]


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("NEMA 8:1", 8.0),
        ("IQ 9,7 : 1 2 min", 9.7),
        ("4 to 1", 4.0),
        ("10:1 and 8:1", None),
        ("at 10:15", None),
        ("1:1", None),
        ("NEMA", None),
    ],
)
def test_ratios_are_read_as_people_write_them(text: str, ratio: float | None) -> None:
    one = series("pet", description=text)
    assert stated_ratio(study(one), one) == ratio


@pytest.mark.simulated
def test_two_images_are_put_next_to_each_other_in_the_report(folder: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    smooth = write_phantom(tmp_path / "smooth", SMOOTH, "denoised by another")
    out = tmp_path / "report.pdf"
    result = station(folder, smooth, "--ratio", "8", "--report", out)
    assert result.exit_code == 0, result.output
    assert f"Wrote {out}" in result.stdout.replace("\n", "")
    words = " ".join(page.extract_text() for page in PdfReader(out).pages)
    for text in ("All images", "NEMA IQ", "denoised by another", "RCmean", "harmonised"):
        assert text in words


def test_the_table_shows_every_sphere_and_what_is_outside_its_band(folder: Path) -> None:
    result = station(folder, "--ratio", "8")
    assert result.exit_code == 0, result.output
    for words in ("RCmax", "RCmean A50", "37", "EARL 2", "×", "Gaussian"):
        assert words in result.stdout


def test_a_patient_is_refused_with_a_sentence(tmp_path: Path) -> None:
    sentence = refusal(write_pair(tmp_path / "patient"), "--json")
    assert "spheres of a NEMA image-quality phantom were not found" in sentence or (
        "no warm water of a phantom" in sentence
    )


def test_a_patient_next_to_the_phantom_is_left_out_with_its_sentence(
    folder: Path, tmp_path: Path
) -> None:
    (image,) = measured(folder, write_pair(tmp_path / "patient"), "--ratio", "8")
    assert any("phantom" in warning for warning in image["warnings"])


def test_what_cannot_be_asked_for_is_refused(folder: Path, tmp_path: Path) -> None:
    assert "There is no EARL 3" in refusal(folder, "--earl", "3")
    assert "is not possible" in refusal(folder, "--ratio", "0.5")
    assert "does not exist" in refusal(tmp_path / "nothing")
    report = tmp_path / "no folder" / "report.pdf"
    assert "cannot be written" in refusal(folder, "--ratio", "8", "--report", report)
    assert not report.parent.exists()
