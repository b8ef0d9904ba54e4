"""The plan of a study: plot, table, JSON and sentences."""

import csv
from io import BytesIO, StringIO

import pytest
from PIL import Image

from station.reading.planning import Assumptions, Plan, Power
from station.report.reading import plan as pages
from station.report.reading.as_json import json_text

POWERS = tuple(
    Power(readers, cases, power, (power - 0.03, power + 0.03))
    for readers, of in {2: (0.1, 0.2), 4: (0.6, 0.85)}.items()
    for cases, power in zip((20, 50), of, strict=True)
)


@pytest.fixture
def plan() -> Plan:
    return Plan(Assumptions(effect=-0.4), 1000, 16, POWERS)


def test_the_sentences_say_how_many_cases_are_enough(plan: Plan):
    assert pages.sentences(plan) == (
        "2 readers: no power of 80% up to 50 cases; the best is 20%.",
        "4 readers: 50 cases for a power of 80%.",
        "Two readers say little about other readers; a third often helps more than many cases.",
    )


def test_the_goal_is_a_difference_or_non_inferiority(plan: Plan):
    assert pages.goal(plan) == "a difference of −0.4 points"
    other = Plan(Assumptions(margin=0.5), 1000, 16, POWERS)
    assert pages.goal(other) == "DL not inferior by 0.5 points"


def test_csv_and_json_hold_every_power(plan: Plan):
    rows = list(csv.DictReader(StringIO(pages.csv(plan))))
    assert [row["power"] for row in rows] == ["0.1", "0.2", "0.6", "0.85"]
    facts = pages.as_json(plan)
    assert facts["fewest_cases"] == {"2": None, "4": 50}
    assert facts["assumed"]["effect"] == -0.4
    json_text(facts)


def test_a_line_is_drawn_for_each_number_of_readers(plan: Plan):
    picture = pages.picture(plan)
    colours = Image.open(BytesIO(picture.png)).convert("RGB").getcolors(1 << 24)
    assert colours is not None
    found = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in colours}  # pyright: ignore[reportGeneralTypeIssues]
    assert {pages.COLOURS[0], pages.COLOURS[1]} <= found
    assert "1000 studies" in picture.caption
