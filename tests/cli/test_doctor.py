import json

import pytest

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
