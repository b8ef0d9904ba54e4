"""What the coordinator's view says about a study, without the view."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from station.app.reading import overview
from station.app.reading.overview import (
    Badge,
    Mark,
    Standing,
    badge,
    due_words,
    duration,
    figures,
    history_lines,
    join_refusal,
    lock_refusal,
    matrix,
    moment,
    reader_lines,
    reopen_refusal,
    unlock_refusal,
    waiting,
    whole_entry,
)
from station.archive.readings import CaseProgress, ReaderProgress, ReaderStudies, StudyProgress
from station.reading.protocol import Presentation
from station.reading.readings import Question, Viewing
from station.reading.worklist import Case, Kind
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
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
    signed,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ITO, MORI = READERS


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


def case(
    image: str,
    number: int = 1,
    kind: Kind = Kind.REAL,
    seconds: float | None = None,
    revisions: int = 0,
) -> CaseProgress:
    """One that was confirmed an hour ago where it has a time."""
    at = None if seconds is None else NOW - timedelta(hours=1)
    return CaseProgress(f"K{number}", (image,), kind, number, at, seconds, revisions)


def of_reader(name: str, *cases: CaseProgress, signed: bool = False, **more) -> ReaderProgress:
    return ReaderProgress(
        name, cases, signed, more.pop("practised", True), more.pop("warnings", ())
    )


def of_study(*readers: ReaderProgress, due: date | None = None, **more) -> StudyProgress:
    plain: dict[str, Any] = {
        "compared": 0,
        "discordant": 0,
        "consensus_done": 0,
        "consensus_total": 0,
        "consensus_signed": False,
        "locked": False,
        "unlocks": (),
    }
    return StudyProgress("A study", NOW, due, readers, **{**plain, **more})


# --- readers ------------------------------------------------------------------------------------


def test_a_reader_has_a_line_with_how_much_how_fast_and_when():
    one = of_reader(
        ITO,
        case("P", kind=Kind.PRACTICE, seconds=90),
        case("A", 1, seconds=30),
        case("B", 2, seconds=50),
        case("C", 3),
    )
    (line,) = reader_lines(of_study(one), NOW)
    assert (line.done, line.total, line.practice) == (2, 3, "1 of 1")
    assert (line.pace, line.last) == ("40 s", "today 11:00")
    assert line.fraction == pytest.approx(2 / 3)
    assert line.standing is Standing.READING


@pytest.mark.parametrize(
    ("progress", "standing"),
    [
        (of_reader(ITO, case("A")), Standing.WAITING),
        (of_reader(ITO, case("P", kind=Kind.PRACTICE, seconds=9), case("A")), Standing.READING),
        (of_reader(ITO, case("A", seconds=9)), Standing.READ),
        (of_reader(ITO, case("A", seconds=9), signed=True), Standing.SIGNED),
    ],
)
def test_a_readers_standing_is_a_word(progress: ReaderProgress, standing: Standing):
    (line,) = reader_lines(of_study(progress), NOW)
    assert (line.standing, line.words) == (standing, standing.value)


def test_a_reader_who_has_not_signed_in_time_is_overdue_by_so_many_days():
    study = of_study(
        of_reader(ITO, case("A", seconds=9), signed=True),
        of_reader(MORI, case("A")),
        due=date(2026, 11, 17),
    )
    ito, mori = reader_lines(study, NOW)
    assert ito.standing is Standing.SIGNED
    assert (mori.standing, mori.words) == (Standing.OVERDUE, "overdue, 3 days")
    assert badge(study, NOW.date()) is Badge.OVERDUE


def test_on_its_due_day_a_study_is_not_overdue():
    study = of_study(of_reader(MORI, case("A")), due=NOW.date())
    (mori,) = reader_lines(study, NOW)
    assert mori.standing is Standing.WAITING
    assert badge(study, NOW.date()) is Badge.OPEN
    assert due_words(study.due, NOW.date()) == "due today"


# --- cases × readers ----------------------------------------------------------------------------


def test_every_image_is_a_row_whatever_its_place_in_a_readers_order():
    study = of_study(
        of_reader(ITO, case("B2", 1, seconds=31), case("A1", 2)),
        of_reader(MORI, case("A1", 1, seconds=44, revisions=2), case("B2", 2, seconds=45)),
    )
    first, second = matrix(study, NOW)
    assert (first.name, second.name) == ("A1", "B2")
    assert [[one.mark for one in cell] for cell in first.cells] == [[Mark.NEXT], [Mark.REVISED]]
    assert [[one.words for one in cell] for cell in second.cells] == [["31 s"], ["45 s"]]
    assert first.cells[1][0].tip == "K1, no. 1: confirmed today 11:00 after 44 s; revised 2 times"


def test_an_image_shown_again_has_two_marks_in_its_readers_cell_alone():
    study = of_study(
        of_reader(ITO, case("A1", 1, seconds=31), case("A1", 2, Kind.REPEAT)),
        of_reader(MORI, case("A1", 1)),
    )
    (row,) = matrix(study, NOW)
    assert [len(cell) for cell in row.cells] == [2, 1]
    assert "shown again" in row.cells[0][1].tip


def test_practice_stands_last_and_does_not_count():
    study = of_study(of_reader(ITO, case("A0", kind=Kind.PRACTICE, seconds=9), case("Z9")))
    rows = matrix(study, NOW)
    assert [(row.name, row.practice) for row in rows] == [("Z9", False), ("A0", True)]
    assert figures(study, 2)[0].words.startswith("0 of 1 readings")


def test_the_two_images_of_a_pair_are_one_row_whichever_side_they_stood_on(tmp_path: Path):
    protocol = replace(PROTOCOL, presentation=Presentation.PAIRED)
    study = new_study(tmp_path / "images", protocol)
    studies = made(tmp_path / "home", study)
    rows = matrix(coordinator(studies).progress(), NOW)
    assert len(rows) == 4
    assert all([len(cell) for cell in row.cells] == [1, 1] for row in rows)
    studies.close()


def test_images_go_by_their_codes_until_the_arms_are_known():
    study = of_study(of_reader(ITO, case("B2", 1), case("A1", 2)))
    named = matrix(study, NOW, {"A1": "case 10, DL", "B2": "case 2, DL"})
    assert [row.name for row in named] == ["case 2, DL", "case 10, DL"]


# --- the study ----------------------------------------------------------------------------------


def test_the_figures_say_what_they_are_shares_of():
    study = of_study(
        of_reader(ITO, case("A", seconds=10), case("B", seconds=20), signed=True),
        of_reader(MORI, case("A", seconds=140), case("B")),
        compared=8,
        discordant=2,
    )
    read, pace, discordant, consensus = figures(study, 2)
    assert (read.figure, read.words) == ("75 %", "3 of 4 readings; 1 of 2 readers signed")
    assert pace.figure == "20 s"
    assert (discordant.figure, discordant.words) == (
        "25 %",
        "2 of 8 scored by all differ by 2 points or more",
    )
    assert (consensus.figure, consensus.words) == ("–", "opens when every reader has signed")


def test_nothing_read_is_no_figure_and_a_sentence():
    read, pace, discordant, _ = figures(of_study(of_reader(ITO, case("A"))), 2)
    assert (read.figure, pace.figure, discordant.figure) == ("0 %", "–", "–")
    assert pace.words == "nobody has read yet"
    assert discordant.words == "no image is scored by all yet"


@pytest.mark.parametrize(
    ("more", "left", "word", "figure"),
    [
        ({"consensus_total": 3, "consensus_done": 1}, ("the consensus",), Badge.OPEN, "1 / 3"),
        ({"consensus_total": 0}, (), Badge.COMPLETE, "0"),
        (
            {"consensus_total": 3, "consensus_done": 3, "consensus_signed": True},
            (),
            Badge.COMPLETE,
            "3 / 3",
        ),
        ({"locked": True}, (), Badge.LOCKED, "0"),
    ],
)
def test_when_all_have_signed_the_consensus_is_waited_for(
    more: dict, left: tuple[str, ...], word: Badge, figure: str
):
    study = of_study(of_reader(ITO, case("A", seconds=9), signed=True), **more)
    assert waiting(study) == left
    assert badge(study, NOW.date()) is word
    assert figures(study, 2)[3].figure == figure


def test_what_cannot_be_done_now_has_its_reason():
    open_ = of_study(of_reader(ITO, case("A")))
    locked = of_study(of_reader(ITO, case("A"), signed=True), locked=True)
    agreeing = of_study(of_reader(ITO, case("A", seconds=9), signed=True), consensus_done=1)
    assert lock_refusal(open_) is None
    assert lock_refusal(locked) == "The study is locked."
    assert unlock_refusal(open_) == "The study is not locked."
    assert unlock_refusal(locked) is None
    assert reopen_refusal(open_) == "Nobody has signed."
    assert reopen_refusal(locked) == "The study is locked. Unlock it first."
    assert "seen each other's scores" in (reopen_refusal(agreeing) or "")
    assert join_refusal(open_) is None


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (99.4, "99 s"), (125, "2:05 min"), (3600, "60:00 min")]
)
def test_a_duration_is_in_seconds_then_in_minutes(seconds: float, words: str):
    assert duration(seconds) == words


def test_a_moment_is_told_from_today():
    assert moment(NOW - timedelta(hours=2), NOW) == "today 10:00"
    assert moment(NOW - timedelta(hours=20), NOW) == "yesterday 16:00"
    assert moment(NOW - timedelta(days=12), NOW) == "8 Nov 2026"


# --- the history --------------------------------------------------------------------------------


@pytest.fixture
def studies(tmp_path: Path) -> ReaderStudies:
    study = new_study(tmp_path / "images", replace(PROTOCOL, repeats=1), practice=1)
    studies = made(tmp_path / "home", study)
    session = reader(studies)
    case = read_one(session)
    answers = {**session.own()[0].reading.answers}
    question = next(one for one in answers if one.id == "noise")
    session.revise(case.code, {**answers, question: 5}, "mistyped", Viewing(3.0))
    read_all(session, scorer_by_arm(study.key, 1, 5))
    session.sign(PASSWORDS[ITO])
    signed(studies, MORI)
    agreed = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    agree(agreed)
    agreed.sign(PASSWORDS)
    coordinator(studies).lock(PASSWORDS[COORDINATOR], "the paper is due")
    return studies


def test_every_entry_of_the_history_says_what_it_is_about(studies: ReaderStudies):
    history = coordinator(studies).history()
    lines = history_lines(history)
    assert [line.entry.number for line in lines] == sorted(
        (one.number for one in history), reverse=True
    )
    said = {}
    for line in lines:
        said.setdefault(line.entry.action, []).append(line.what)
    code = said["revised a reading"][0].split(",")[0]
    assert said["created the study"] == [STUDY]
    assert said["added a person"] == [
        f"{name}, {role}"
        for name, role in ((MORI, "reader"), (ITO, "reader"), (COORDINATOR, "coordinator"))
    ]
    assert f"{code}, noise: 3" in said["answered"]
    assert said["revised a reading"] == [f"{code}, revision 1"]
    assert said["practised"] == [MORI, ITO]
    assert said["signed"][-1] == f"{ITO}: 11 readings"
    assert said["signed"][0].startswith("consensus: ")
    assert f"{ITO}: {code}, practice 1" in said["put on the list"]
    assert all(what.startswith("consensus: ") for what in said["put on the list of the consensus"])
    studies.close()


def test_an_answer_that_was_changed_shows_both(tmp_path: Path):
    studies = made(tmp_path / "home", new_study(tmp_path / "images"))
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    question = Question(case.images[0].side, "noise")
    for score in (2, 4):
        session.answer(case.code, question, score)
    last = history_lines(coordinator(studies).history())[1]
    assert last.what == f"{case.code}, noise: 2 → 4"
    studies.close()


def test_the_history_is_searched_by_all_words_in_any_order(studies: ReaderStudies):
    lines = history_lines(coordinator(studies).history())
    found = [line for line in lines if line.holds(["paper", "locked"])]
    assert [line.entry.reason for line in found] == ["the paper is due"]
    assert not any(line.holds(["paper", "mistyped"]) for line in lines)
    studies.close()


def test_the_history_shows_neither_the_key_nor_the_seed(studies: ReaderStudies):
    history = coordinator(studies).history()
    assert any(entry.action == "locked" for entry in history)
    for entry in history:
        if entry.action != "created the study":  # the protocol names its arms for the tables
            shown = whole_entry(entry)
            assert "conventional" not in shown
            assert "seed" not in shown
    studies.close()


def test_the_whole_of_an_entry_holds_reason_station_and_hash(studies: ReaderStudies):
    (revised,) = [
        entry for entry in coordinator(studies).history() if entry.action == "revised a reading"
    ]
    shown = whole_entry(revised)
    assert "Reason: mistyped" in shown
    assert "Before: " in shown
    assert f"Hash: {revised.hash}" in shown
    assert f"Station {revised.station}" in shown
    studies.close()


def test_a_long_text_is_cut_in_the_line_and_whole_below(tmp_path: Path):
    studies = made(tmp_path / "home", new_study(tmp_path / "images"))
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    session.answer(case.code, Question(case.images[0].side, "comment"), "word " * 40)
    line = history_lines(coordinator(studies).history())[1]
    assert line.what.endswith("…")
    assert len(line.what) < overview.LONGEST_VALUE + 30
    assert ("word " * 40).strip() in whole_entry(line.entry)
    studies.close()
