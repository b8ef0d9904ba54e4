import json
from pathlib import Path

import platformdirs
import pytest

from station.archive import HOME_VARIABLE, home
from station.errors import ArchiveError
from station.operations import doctor
from tests.cli.running import station

NAMES = ("program", "display", "fonts", "data folder", "archive", "weights", "threads", "GPU")


def test_doctor_says_how_everything_is_in_lines_and_in_json():
    lines = station("doctor").stdout
    findings = json.loads(station("doctor", "--json").stdout)
    assert {*NAMES} <= {finding["name"] for finding in findings}
    for finding in findings:
        assert finding["health"] in ("good", "look", "wrong")
        assert finding["sentence"].split(".")[0] in lines


def test_doctor_ends_with_1_where_something_is_wrong(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doctor, "shipped_weights", tuple)
    assert station("doctor").exit_code == 1


def test_a_user_without_a_home_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch):
    def nowhere(*_: object, **__: object) -> Path:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.delenv(HOME_VARIABLE)
    monkeypatch.setattr(platformdirs, "user_data_path", nowhere)
    with pytest.raises(ArchiveError, match=HOME_VARIABLE):
        home()
