"""A revision keeps the first answers, repeats are not revised, and reopening has a limit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station.archive.readings import ReaderSitting, ReaderStudies
from station.reading.protocol import Answers
from station.reading.readings import Question, ReadingError
from station.reading.worklist import Case, Kind, Side
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    VIEWING,
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    reader,
    signed,
)

NOISE = Question(Side.ONLY, "noise")
LIMITED = replace(PROTOCOL, repeats=2, reopened_cases=2)


@pytest.fixture
def studies(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    archive = made(station_home, new_study(tmp_path / "images", LIMITED))
    yield archive
    archive.close()


def revise(session: ReaderSitting, code: str, noise: int) -> None:
    (own,) = (one for one in session.own() if one.code == code)
    session.revise(code, {**own.reading.answers, NOISE: noise}, "looked again", VIEWING)


def read(session: ReaderSitting) -> tuple[list[Case], list[Case]]:
    """Everything, and which of the cases are images shown before."""
    cases = read_all(session)
    seen: set[str] = set()
    repeats: list[Case] = []
    for case in cases:
        (image,) = case.images
        if image.folder.name in seen:
            repeats.append(case)
        seen.add(image.folder.name)
    assert len(repeats) == 2
    return [case for case in cases if case not in repeats], repeats


def test_both_scores_are_kept_and_the_protocol_says_which_counts(studies: ReaderStudies) -> None:
    session = reader(studies)
    first, _ = read(session)
    revise(session, first[0].code, 5)
    revise(session, first[0].code, 1)
    session.sign(PASSWORDS[READERS[0]])
    signed(studies, READERS[1])
    desk = coordinator(studies)
    desk.lock(PASSWORDS[COORDINATOR], "the consensus is not needed")
    readings = desk.locked_readings()
    (revised,) = (one for one in readings if one.code == first[0].code)
    assert (revised.scores["noise"], revised.first_scores["noise"]) == (1, 3)
    assert revised.given(Answers.LAST)["noise"] == 1
    assert revised.given(Answers.FIRST)["noise"] == 3
    others = [one for one in readings if one is not revised]
    assert others
    assert all(one.scores == one.first_scores for one in others)


def test_a_hidden_repeat_is_not_revised(studies: ReaderStudies) -> None:
    session = reader(studies)
    first, repeats = read(session)
    for case in repeats:
        with pytest.raises(ReadingError, match="stays as you confirmed it"):
            revise(session, case.code, 5)
    revise(session, first[0].code, 5)
    kept = {one.code: one.reading.score("noise") for one in session.own()}
    assert [kept[case.code] for case in (first[0], *repeats)] == [5, 3, 3]


def test_only_so_many_cases_are_opened_again_as_the_protocol_allows(studies: ReaderStudies) -> None:
    session = reader(studies)
    cases, _ = read(session)
    for case in cases[:2]:
        assert session.look_again(case.code) == session.case(case.code)
    with pytest.raises(ReadingError, match="lets you open 2 cases again, and you have"):
        session.look_again(cases[2].code)
    assert session.look_again(cases[0].code).code == cases[0].code
    assert session.looked_again() == {case.code for case in cases[:2]}
    again = reader(studies)
    assert again.looked_again() == session.looked_again(), "signing in again forgets nothing"
    with pytest.raises(ReadingError):
        again.look_again(cases[2].code)
    assert reader(studies, READERS[1]).looked_again() == frozenset()
    assert sum(entry.action == "looked again" for entry in coordinator(studies).history()) == 2
    assert studies.verify().broken is None


def test_repeats_are_on_the_list_as_such_for_the_coordinator_only(studies: ReaderStudies) -> None:
    read(reader(studies))
    (progress, _) = coordinator(studies).progress().readers
    assert sum(case.kind is Kind.REPEAT for case in progress.cases) == 2
