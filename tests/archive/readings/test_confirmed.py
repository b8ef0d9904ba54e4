"""Nonsense that a reader signs, past Station, as a sealed answer: it costs that answer."""

import json
from pathlib import Path

import pytest

from station.archive import schema
from station.archive.readings import ConsensusCase, CoordinatorSitting, ReaderStudies
from station.archive.readings.copy import verify_copy
from station.archive.readings.keys import closed
from station.operations.reading.analysis import export_readings, source_of_study
from station.operations.reading.investigator_copy import write_copy
from station.reading.readings import ARTIFACT, Question
from station.reading.worklist import Case, Side
from tests.archive.attacks import add_as, row_of
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    STUDY,
    agree,
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    read_one,
    reader,
    scorer_by_arm,
)

ITO, MORI = READERS
GOOD = [["", "quality", 3], ["", "noise", 3], ["", ARTIFACT, False]]
VIEWING = '{"seconds":12.5}'


@pytest.fixture
def studies(tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch) -> ReaderStudies:
    quick(monkeypatch)
    return made(station_home, new_study(tmp_path / "images", cases=2))


def sign_nonsense(
    studies: ReaderStudies, text: str, viewing: str = VIEWING, *, seals: bool = True
) -> str:
    """What Dr. Ito puts on record as the answers of the case that they have to read; its code."""
    ito = reader(studies)
    case = ito.next()
    assert isinstance(case, Case)
    with ito._reading() as connection:
        sealed = closed(connection, ito._study.id, ITO, case.code, text)
    row = {
        "study": ito._study.id,
        "reader": ITO,
        "code": case.code,
        "revision": 1,
        "answers": sealed if seals else f"sealed:{text}",
        "viewing": viewing,
        "reason": "",
        "version": "0.1",
    }
    action = "confirmed a reading"
    add_as(studies, schema.readings, row, ITO, ito._account.signer, action)
    return case.code


def locked(studies: ReaderStudies) -> CoordinatorSitting:
    for name in READERS:
        session = reader(studies, name)
        read_all(session)
        session.sign(PASSWORDS[name])
    follows = coordinator(studies)
    follows.lock(PASSWORDS[COORDINATOR])
    return follows


def deep(levels: int = 100_000) -> str:
    return "[" * levels + "]" * levels


NONSENSE = {
    "no JSON": "nonsense",
    "deeper than Python reads": deep(),
    "no list of answers": "3",
    "a score of 9": json.dumps([["", "quality", 9], *GOOD[1:]]),
    "a question that is not asked": json.dumps([*GOOD, ["", "price", 3]]),
    "half of the answers": json.dumps(GOOD[:1]),
    "a question twice": json.dumps([*GOOD, ["", "quality", 5]]),
    "a list for a question": json.dumps([["", ["quality"], 3], *GOOD[1:]]),
    "a side that there is not": json.dumps([["C", "quality", 3], *GOOD[1:]]),
}


@pytest.mark.parametrize("text", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_in_a_seal_costs_that_answer_and_is_named(
    studies: ReaderStudies, tmp_path: Path, text: str
) -> None:
    code = sign_nonsense(studies, text)
    assert studies.verify().broken is None, "nobody else can see it"
    follows = coordinator(studies)
    assert follows.progress().readers[0].done == 1
    (before,) = follows.verify().cautions
    assert before.startswith(f"{code} of {ITO} (revision 1) counts as not read")
    follows = locked(studies)
    assert studies.verify().cautions == (before,), "after the lock without a password too"
    assert len(follows.locked_readings()) == 2 * 4 - 1
    log = follows.study_log()
    assert log.cautions == (before,)
    assert any("without 1 answer that cannot be used" in line.what for line in log.lines)
    assert follows.history()
    source = source_of_study(follows)
    assert len(source.scores) == 2 * (2 * 4 - 1)
    export_readings(follows, tmp_path / "export")
    exported = (tmp_path / "export/0-study-log.csv").read_text(encoding="utf-8")
    assert f"{code} of {ITO} (revision 1) counts as not read" in exported
    write_copy(follows, PASSWORDS[COORDINATOR], tmp_path / "copy.zip")
    checked = verify_copy(tmp_path / "copy.zip")
    assert checked.verdict.cautions == (before,)
    assert checked.readings == 2 * 4


def test_what_does_not_open_at_all_costs_that_answer(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    code = sign_nonsense(studies, "AAAA", seals=False)
    follows = locked(studies)
    assert len(follows.locked_readings()) == 2 * 4 - 1
    write_copy(follows, PASSWORDS[COORDINATOR], tmp_path / "copy.zip")
    (caution,) = verify_copy(tmp_path / "copy.zip").verdict.cautions
    assert caution.startswith(f"{code} of {ITO}")
    assert "do not open" in caution


@pytest.mark.parametrize(
    "viewing", ["x", "[]", '{"seconds":NaN}', '{"seconds":1e999}', '{"seconds":"long"}', deep()]
)
def test_nonsense_about_the_viewing_costs_that_answer(studies: ReaderStudies, viewing: str) -> None:
    sign_nonsense(studies, json.dumps(GOOD), viewing)
    assert len(locked(studies).locked_readings()) == 2 * 4 - 1


def test_a_revision_that_is_none_takes_the_first_answers_with_it(studies: ReaderStudies) -> None:
    """Nobody can say which of the two was meant."""
    case = read_one(reader(studies))
    kept = row_of(studies.home, "SELECT * FROM readings")
    del kept["id"]
    row = kept | {"revision": 2, "answers": "sealed:AAAA", "reason": "a slip"}
    add_as(studies, schema.readings, row, ITO, reader(studies)._account.signer, "revised")
    follows = locked(studies)
    assert len(follows.locked_readings()) == 2 * 4 - 1
    assert f"{case.code} of {ITO} (revision 2)" in studies.verify().cautions[0]


def test_a_draft_of_nonsense_counts_as_not_given(studies: ReaderStudies) -> None:
    ito = reader(studies)
    case = ito.next()
    assert isinstance(case, Case)
    row = {
        "study": ito._study.id,
        "reader": ITO,
        "code": case.code,
        "side": "",
        "question": "quality",
        "value": "sealed:AAAA",
    }
    add_as(studies, schema.reading_answers, row, ITO, ito._account.signer)
    assert ito.draft(case.code) == {}
    ito.answer(case.code, Question(Side.ONLY, "quality"), 2)
    assert ito.draft(case.code) == {Question(Side.ONLY, "quality"): 2}
    assert coordinator(studies).history()


def test_nonsense_that_is_agreed_on_costs_that_consensus(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    key = new_study(tmp_path / "images", cases=2).key
    for name, score in ((ITO, 1), (MORI, 5)):
        session = reader(studies, name)
        read_all(session, scorer_by_arm(key, score, score))
        session.sign(PASSWORDS[name])
    together = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    case = together.next()
    assert isinstance(case, ConsensusCase)
    with together._reading() as connection:
        sealed = closed(connection, together._study.id, "", case.code, "[]")
    row = {
        "study": together._study.id,
        "reader": "",
        "code": case.code,
        "revision": 1,
        "answers": sealed,
        "viewing": VIEWING,
        "reason": "",
        "version": "0.1",
    }
    add_as(studies, schema.readings, row, ITO, together._account.signer, "confirmed a reading")
    agree(together)
    together.sign(PASSWORDS)
    follows = coordinator(studies)
    follows.lock(PASSWORDS[COORDINATOR])
    assert sum(one.consensus for one in follows.locked_readings()) == 3
    assert "of the consensus (revision 1)" in studies.verify().cautions[0]


def test_a_false_share_of_the_consensus_is_named_and_signed_again(studies: ReaderStudies) -> None:
    for name, score in ((ITO, 1), (MORI, 5)):
        session = reader(studies, name)
        read_all(session, lambda _image, _criterion, score=score: score)
        if name == ITO:
            held = session._keys.held
            assert held is not None
            object.__setattr__(held, "share", bytes(32))
        session.sign(PASSWORDS[name])
    with pytest.raises(Exception, match="The consensus does not open"):
        studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI]).next()
    follows = coordinator(studies)
    (caution,) = follows.verify().cautions
    assert caution.startswith(f"{ITO} signed with another share")
    follows.reopen(ITO, "another share")
    reader(studies).sign(PASSWORDS[ITO])
    assert studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI]).next()
    assert follows.verify().cautions == ()
