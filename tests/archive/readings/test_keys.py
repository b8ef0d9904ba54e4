"""Nobody reads another's answers in the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station.archive.database import FILE_NAME
from station.archive.readings import ConsensusCase, ReaderSitting, ReaderStudies, keys, stored
from station.archive.readings.confirmed import confirmed_of
from station.archive.readings.keys import ConsensusShut, Held, Keys
from station.errors import ArchiveError
from station.reading.readings import ARTIFACT, COMMENT, Question, questions
from station.reading.worklist import Case, Side
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    STUDY,
    VIEWING,
    agree,
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    reader,
    scorer_by_arm,
    signed,
)

ITO, MORI = READERS
SOMEBODY_ELSE = "belong to somebody else"
SENTENCE = "a ring around the bladder"


@pytest.fixture
def studies(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    studies = made(station_home, new_study(tmp_path / "images", cases=2))
    yield studies
    studies.close()


def everything(home: Path) -> str:
    """All texts of the record."""
    with closing(sqlite3.connect(home / FILE_NAME)) as connection:
        return "\n".join(connection.iterdump())


def test_no_answer_can_be_read_in_the_file(studies: ReaderStudies, station_home: Path) -> None:
    sitting = reader(studies)
    case = sitting.next()
    assert isinstance(case, Case)
    for question in questions(sitting.protocol):
        if question.id == COMMENT:
            sitting.answer(case.code, question, SENTENCE)
        elif question.id in ("quality", "noise"):
            sitting.answer(case.code, question, 2)
            sitting.answer(case.code, question, 4)
        elif question.id == ARTIFACT:
            sitting.answer(case.code, question, value=False)
    sitting.confirm(case.code, VIEWING)
    answers = dict(sitting.own()[0].reading.answers)
    sitting.revise(case.code, answers | {Question(Side.ONLY, "noise"): 1}, "looked again", VIEWING)
    text = everything(station_home)
    assert SENTENCE not in text
    assert '["","noise"' not in text.replace("\\", "")
    assert sitting.own()[0].reading.comment() == SENTENCE
    assert sitting.own()[0].reading.score("noise") == 1
    follows = coordinator(studies)
    shown = [entry for entry in follows.history() if entry.action == "answered"]
    assert [(entry.old, entry.new and '"value":"4"' in entry.new) for entry in shown[:2]] == [
        (None, False),
        ("2", True),
    ]
    revised = next(one for one in follows.history() if one.action == "revised a reading")
    assert revised.old is not None
    assert SENTENCE in revised.old
    assert studies.verify().broken is None


def test_a_reader_opens_no_set_but_their_own(studies: ReaderStudies) -> None:
    read_all(reader(studies, MORI))
    ito = reader(studies)
    with (
        ito._reading() as connection,
        pytest.raises(ArchiveError, match="belong to somebody else"),
    ):
        confirmed_of(connection, ito._study, MORI)


def test_a_signature_alone_opens_nothing(studies: ReaderStudies) -> None:
    """What one has signed, the other cannot read while they still read themselves."""
    signed(studies, MORI)
    ito = reader(studies)
    with (
        ito._reading() as connection,
        pytest.raises(ArchiveError, match="belong to somebody else"),
    ):
        confirmed_of(connection, ito._study, MORI)


def test_when_all_have_signed_the_consensus_opens(studies: ReaderStudies, tmp_path: Path) -> None:
    key = new_study(tmp_path / "images", cases=2).key
    signed(studies, ITO, scorer_by_arm(key, 1, 3))
    signed(studies, MORI, scorer_by_arm(key, 4, 3))
    sitting = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    case = sitting.next()
    assert isinstance(case, ConsensusCase)
    assert case.scores["noise"] == {ITO: 1, MORI: 4}
    assert len(agree(sitting, 2)) == 2
    sitting.sign(PASSWORDS)
    follows = coordinator(studies)
    follows.lock(PASSWORDS[COORDINATOR])
    rows = follows.locked_readings()
    assert {row.scores["noise"] for row in rows if row.consensus} == {2}
    assert studies.verify().broken is None


def test_who_does_not_take_part_cannot_open_what_all_have_signed(studies: ReaderStudies) -> None:
    """The shares are on record; the part of those who take part is not."""
    for name in READERS:
        signed(studies, name)
    known = reader(studies)._study
    stranger = Keys(known.id, "Nobody", Held(b"x" * 32, b"x" * 32, b"x" * 32))
    with studies._record.reading() as connection, pytest.raises(ConsensusShut):
        stranger.of(connection, MORI)


def test_who_was_given_a_new_password_still_opens_their_own(studies: ReaderStudies) -> None:
    read_all(reader(studies))
    coordinator(studies).set_password(ITO, "four grey owls sleep", "forgotten")
    sitting = studies.sign_in(STUDY, ITO, "four grey owls sleep")
    sitting.change_password("four grey owls sleep", "five brown bears swim")
    again = studies.sign_in(STUDY, ITO, "five brown bears swim")
    assert isinstance(again, ReaderSitting)
    assert len(again.own()) == 4


def test_a_withdrawn_reader_is_not_needed_for_the_consensus(studies: ReaderStudies) -> None:
    signed(studies, MORI)
    coordinator(studies).withdraw(ITO, "left the hospital")
    sitting = studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    with sitting._reading() as connection:
        assert len(stored.latest_readings(connection, sitting._study.id, MORI)) == 4


def test_what_is_held_is_kept_whole() -> None:
    held = Held.derived(b"k" * 32, "study", ITO)
    assert Held.of(held.stored) == held
    assert Held.of(b"") is None
    assert held.own != Held.derived(b"k" * 32, "study", MORI).own
    assert held.part == Held.derived(b"k" * 32, "study", MORI).part
    assert keys.deposit(b"k" * 32, "study", READERS)["readers"] == [ITO, MORI]
