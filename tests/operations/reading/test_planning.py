"""A plan from assumptions or a pilot, into a folder."""

import json
from pathlib import Path

import pytest

from station.errors import StationError
from station.operations.reading.planning import assumptions, make_plan, whole_numbers, write_plan
from station.report.reading.rows import scores_csv
from station.report.table_file import Spreadsheet
from tests.reading.reader_scores import study_scores


@pytest.fixture
def pilot(tmp_path: Path) -> Path:
    path = tmp_path / "pilot.csv"
    path.write_text(scores_csv(study_scores()), encoding="utf-8")
    return path


def test_what_is_given_takes_the_place_of_what_the_pilot_says(pilot: Path):
    found = assumptions({}, pilot, "Image noise")
    changed = assumptions({"effect": 0.2, "reader_arm_sd": 0.5}, pilot, "image_noise")
    assert (changed.effect, changed.reader_arm_sd) == (0.2, 0.5)
    assert changed.reading_sd == found.reading_sd
    assert found.effect > 1


@pytest.mark.parametrize(
    ("criterion", "sentence"),
    [(None, "The pilot has several criteria"), ("sharpness", 'has no criterion "sharpness"')],
)
def test_the_pilots_criterion_has_to_be_clear(pilot: Path, criterion: str | None, sentence: str):
    with pytest.raises(StationError, match=sentence):
        assumptions({}, pilot, criterion)


def test_a_criterion_without_a_pilot_is_refused():
    with pytest.raises(StationError, match="Give --pilot FILE too"):
        assumptions({}, None, "noise")


def test_numbers_are_read_with_and_without_blanks():
    assert whole_numbers("2, 3,4", "Readers") == (2, 3, 4)
    with pytest.raises(StationError, match='Readers: "2;3" is not a list'):
        whole_numbers("2;3", "Readers")


def test_the_folder_holds_plot_table_and_json(tmp_path: Path):
    made, png = make_plan(assumptions({"effect": 0.5}), (2, 3), (10, 20), 200)
    files = write_plan(made, png, tmp_path / "plan", Spreadsheet.NONE)
    assert [path.name for path in files] == ["power.png", "power.csv", "plan.json"]
    facts = json.loads((tmp_path / "plan/plan.json").read_text(encoding="utf-8"))
    assert len(facts["powers"]) == 4
    assert (tmp_path / "plan/power.png").read_bytes().startswith(b"\x89PNG")
