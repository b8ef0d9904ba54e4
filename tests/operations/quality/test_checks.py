"""`station check`, as a script calls it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from station.cli import app
from station.dicom.load import scan
from station.operations.images import ct_of, load_pet_ct
from station.operations.quality.checks import check_image
from tests.made_up import studies

KEYS = {"name", "value", "unit", "limits", "status", "source", "sentence", "place_lps_mm"}
STATUSES = {"pass", "look", "fail", "not possible"}
OF_ORGANS = ("Liver SUVmean", "Liver CoV", "Blood pool SUVmean", "Noise")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return studies.write_pair(tmp_path_factory.mktemp("check") / "pair")


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@cache  # no test changes what it says
def checked(*arguments: object) -> list[dict[str, Any]]:
    result = station("check", *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def by_name(image: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {check["name"]: check for check in image["checks"]}


def test_every_pet_is_checked_and_each_check_is_whole(study: Path) -> None:
    images = checked(study)
    assert len(images) == 2
    for image in images:
        assert image["reason"] is None
        for check in image["checks"]:
            assert set(check) == KEYS
            assert check["status"] in STATUSES
            assert (check["value"] is None) == (check["status"] == "not possible")
            assert len(check["limits"]) == 2


def test_a_box_of_water_has_no_organ_and_says_so(study: Path) -> None:
    checks = by_name(checked(study)[0])
    for name in OF_ORGANS:
        assert checks[name]["status"] == "not possible"
    assert "No liver was found" in checks["Liver SUVmean"]["sentence"]
    assert checks["Uptake time"]["value"] == pytest.approx(60)
    assert checks["Injected activity per weight"]["value"] == pytest.approx(5)


def test_a_place_for_the_liver_is_taken(study: Path) -> None:
    uid = checked(study)[0]["series_uid"]
    place = ",".join(str(value) for value in (*studies.LESION_MM[:2], studies.LESION_MM[2] - 20))
    (image,) = checked(study, "--series", uid, "--liver", place)
    assert by_name(image)["Liver SUVmean"]["value"] == pytest.approx(studies.BODY_SUV, rel=0.02)


def test_a_place_for_the_liver_asks_for_one_series(study: Path) -> None:
    result = station("check", study, "--liver", "0,0,150")
    assert result.exit_code == 1
    assert "--series" in result.stderr


def test_people_are_told_the_same(study: Path) -> None:
    result = station("check", study)
    assert result.exit_code == 0
    assert "not possible" in result.stdout
    assert "Uptake time" in result.stdout


def test_a_series_that_is_not_there_is_named(study: Path) -> None:
    result = station("check", study, "--series", "1.2.3")
    assert result.exit_code == 1
    assert "1.2.3" in result.stderr


def test_a_ct_of_another_space_is_not_laid_beneath(tmp_path: Path) -> None:
    studies.write_conventional(tmp_path / "pet")
    studies.write_ct(tmp_path / "ct", frame="another")
    (found,) = scan([tmp_path]).studies
    pet = next(series for series in found.series if series.is_pet)
    ct, why = ct_of(found, pet)
    assert ct is None
    assert "another frame of reference" in why
    assert (
        why in check_image(load_pet_ct(found, pet)).named("PET/CT shift at the diaphragm").sentence
    )


@pytest.mark.parametrize("patient", ["STS_001", "STS_002"])
def test_of_a_cropped_patient_what_is_not_in_view_is_said(shared_data: Path, patient: str) -> None:
    (image,) = checked(shared_data / "sarcoma" / patient)
    checks = by_name(image)
    for name in (*OF_ORGANS, "PET/CT shift at the head", "Calibration"):
        assert checks[name]["status"] == "not possible"
    assert checks["Missing slices"]["status"] == "pass"


def test_without_suv_the_reason_stands_at_every_check_that_needs_it(shared_data: Path) -> None:
    (image,) = checked(shared_data / "nema_pair" / "pet_recon_1")
    checks = by_name(image)
    for name in (*OF_ORGANS, "Calibration", "Extravasation at an arm"):
        assert checks[name]["status"] == "not possible"
        assert checks[name]["sentence"]
