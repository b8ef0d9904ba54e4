"""Other studies of the open study's patient: whose they are, and which image comes first."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from station.app.compare.candidates import (
    candidates_of,
    earlier_ones,
    first_choice,
    other_dates,
)
from station.archive.index import SeriesEntry, StudyEntry
from station.pet.study import Role
from tests.made_up.images import study

OPEN = replace(study(), uid="open", date=date(2024, 6, 1))


def entry(uid: str, day: date | None, *roles: Role, id_: str = "P1", name: str = "Doe, Jane"):
    series = tuple(
        SeriesEntry(f"{uid}/{role}", "CT" if role is Role.CT else "PT", role, "", 9, Path(), False)
        for role in roles or (Role.CONVENTIONAL,)
    )
    return StudyEntry(uid, id_, name, day, "", series, datetime(2024, 6, 2, tzinfo=UTC), Path())


def test_the_studies_of_the_patient_are_listed_newest_first():
    old, new = entry("old", date(2023, 1, 1)), entry("new", date(2024, 1, 1))
    assert other_dates(OPEN, (old, entry("none", None), new)) == (new, old, entry("none", None))


@pytest.mark.parametrize(
    "other",
    [
        entry("open", date(2023, 1, 1)),
        entry("other", date(2023, 1, 1), id_="P2"),
        entry("other", date(2023, 1, 1), name="Roe, Richard"),
    ],
)
def test_itself_and_other_people_are_not_among_them(other: StudyEntry):
    assert other_dates(OPEN, (other,)) == ()


def test_a_study_without_an_id_has_no_other_dates():
    nobody = replace(OPEN, patient=replace(OPEN.patient, id=" "))
    assert other_dates(nobody, (entry("old", date(2023, 1, 1), id_=" "),)) == ()


def test_the_same_id_under_another_name_is_counted_and_not_offered():
    assert candidates_of(OPEN, (entry("x", date(2023, 1, 1), name="Roe, Richard"),)) == ((), 1)


def test_the_latest_earlier_date_comes_first_and_there_the_image_made_alike():
    entries = (
        entry("later", date(2025, 1, 1)),
        entry("before", date(2024, 3, 1), Role.CT, Role.DENOISED, Role.CONVENTIONAL),
        entry("long ago", date(2020, 1, 1)),
    )
    candidates, _ = candidates_of(OPEN, entries)
    assert first_choice(OPEN, Role.DENOISED, candidates) == "before/denoised"
    assert first_choice(OPEN, Role.UNFILTERED, candidates) == "before/conventional"
    assert [one.study_uid for one in earlier_ones(OPEN, candidates)] == [
        "before",
        "before",
        "long ago",
    ]


def test_a_later_date_is_taken_where_there_is_no_earlier_one():
    candidates, _ = candidates_of(OPEN, (entry("later", date(2025, 1, 1)),))
    assert first_choice(OPEN, Role.CONVENTIONAL, candidates) == "later/conventional"
    assert earlier_ones(OPEN, candidates) == ()
