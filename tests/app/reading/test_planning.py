"""What the page on power asks and shows."""

from dataclasses import fields
from pathlib import Path

import pytest

from station.app.reading.planning import FIELDS, pilot_values, planned, request_of
from station.progress import silent
from station.reading.planning import Assumptions
from station.report.reading.rows import scores_csv
from tests.reading.reader_scores import study_scores

USUAL = {name: float(getattr(Assumptions(), name) or 0) for name in FIELDS}


def test_every_assumption_has_a_field_with_its_words():
    assert set(FIELDS) == {each.name for each in fields(Assumptions)}


def test_a_margin_of_nought_is_none():
    assert request_of(USUAL, "2", "10").assumed.margin is None
    assert request_of(USUAL | {"margin": 0.5}, "2", "10").assumed.margin == 0.5


def test_the_plan_has_a_line_of_powers_for_each_number_of_readers():
    found = planned(request_of(USUAL | {"effect": 1.0}, "4, 2", "20, 10"), silent)
    assert [(readers, cases) for readers, cases, _ in found.lines] == [(2, (10, 20)), (4, (10, 20))]
    assert all(0 <= power <= 1 for *_, powers in found.lines for power in powers)
    assert found.goal == "To show a difference of +1 points:"


def test_a_pilots_values_are_those_of_its_first_criterion(tmp_path: Path):
    (tmp_path / "pilot.csv").write_text(scores_csv(study_scores()), encoding="utf-8")
    values, sentence = pilot_values(str(tmp_path / "pilot.csv"))
    assert set(values) == set(FIELDS) - {"margin"}
    assert values["effect"] == pytest.approx(0.9, abs=0.4)
    assert sentence == (
        'From the pilot\'s "tumor_delineation". It also has image_noise and my own criterion.'
    )
