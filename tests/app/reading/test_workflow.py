"""A blinded reading under way, without its window: what is kept when, and what is never lost."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.app.jobs import InlineExecutor, Jobs
from station.app.reading import workflow
from station.app.reading.images import BlindImage, load_images
from station.app.reading.sitting import Page, Pause, Stopwatch, missing_words
from station.app.reading.workflow import BlindReading
from station.app.state import DisplayRange, Layout, Plane
from station.archive.readings import ConsensusSitting, ReaderSitting, ReaderStudies
from station.errors import ArchiveError
from station.progress import Report
from station.reading.protocol import Presentation
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    COMMENT,
    Extremes,
    Question,
    Reading,
    Value,
    Viewing,
)
from station.reading.worklist import Case, CaseImage, Side
from tests.archive.reader_studies import (
    ADJUDICATOR,
    PASSWORDS,
    READERS,
    STUDY,
    Clock,
    coordinator,
    quick,
    read_all,
    read_one,
    reader,
    signed,
)
from tests.made_up.blinded import PROTOCOL, Seconds, new_studies
from tests.made_up.held import Held

ITO, MORI = READERS
DELINEATION, QUALITY, NOISE = (Question(Side.ONLY, one.id) for one in PROTOCOL.criteria)
THERE, WHAT, COMMENTED = (Question(Side.ONLY, id_) for id_ in (ARTIFACT, ARTIFACT_TEXT, COMMENT))
GONE = "The archive cannot be reached. Check the network, then try again."


OPEN: list[BlindReading] = []
"""Of this test"""


@pytest.fixture(autouse=True)
def _quick_and_tidy(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[None]:
    quick(monkeypatch)
    yield
    while OPEN:
        OPEN.pop().close()


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    """Two cases in both arms, one image at a time."""
    made = new_studies(station_home, cases=2)
    yield made
    made.close()


def sitting(
    session: ReaderSitting | ConsensusSitting,
    jobs: Jobs | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> BlindReading:
    reading = BlindReading(session, jobs or Jobs(InlineExecutor()), clock)
    OPEN.append(reading)
    reading.begin()
    return reading


def answer_all(reading: BlindReading) -> None:
    """Three 4s and no artifact, as keys give them."""
    for _ in PROTOCOL.criteria:
        reading.score(4)
    reading.artifact(False)


def code(reading: BlindReading) -> str:
    shown = reading.state.shown
    assert shown is not None
    return shown.code


class Flaky:
    """A reader's session whose database can be gone."""

    def __init__(self, session: ReaderSitting, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gone = False
        self.after_commit = False
        """The answer is written, but nobody hears of it"""
        self.viewings: list[Viewing] = []
        answer, confirm = session.answer, session.confirm

        def flaky_answer(code: str, question: Question, value: Value) -> None:
            self._fail()
            answer(code, question, value)

        def flaky_confirm(code: str, viewing: Viewing) -> Reading:
            self._fail()
            self.viewings.append(viewing)
            reading = confirm(code, viewing)
            if self.after_commit:
                self.after_commit = False
                raise ArchiveError(GONE)
            return reading

        monkeypatch.setattr(session, "answer", flaky_answer)
        monkeypatch.setattr(session, "confirm", flaky_confirm)

    def _fail(self) -> None:
        if self.gone:
            raise ArchiveError(GONE)


# --- Answers -------------------------------------------------------------------------------------


def test_an_answer_is_in_the_record_the_moment_it_is_given(studies: ReaderStudies) -> None:
    reading = sitting(reader(studies))
    reading.score(4)
    assert reader(studies).draft(code(reading)) == {DELINEATION: 4}
    reading.score(2)
    assert reader(studies).draft(code(reading)) == {DELINEATION: 4, QUALITY: 2}


def test_each_score_asks_the_next_unanswered_question(studies: ReaderStudies) -> None:
    reading = sitting(reader(studies))
    asked = [reading.state.focus]
    reading.move(1)
    for answer in (reading.score, reading.score, reading.score):
        answer(3)
        asked.append(reading.state.focus)
    assert asked == [DELINEATION, NOISE, THERE, THERE]  # a digit answers no yes or no
    reading.artifact(False)
    assert reading.state.focus == DELINEATION
    reading.score(3)
    assert reading.state.focus is None
    assert not reading.state.missing


def test_nothing_is_confirmed_before_all_is_answered(studies: ReaderStudies) -> None:
    session = reader(studies)
    reading = sitting(session)
    first = code(reading)
    reading.score(4)
    reading.confirm(None)
    assert code(reading) == first
    assert missing_words(PROTOCOL, reading.state) == (
        "Overall image quality, Image noise, Artifact or failure"
    )
    reading.score(4)
    reading.score(4)
    reading.artifact(True)
    reading.confirm(None)
    assert missing_words(PROTOCOL, reading.state) == "what the artifact is"
    assert session.own() == ()
    reading.write(WHAT, "a ring")
    reading.confirm(None)
    (own,) = session.own()
    assert own.code == first
    assert own.reading.artifact() == "a ring"
    assert code(reading) != first


def test_a_description_is_asked_only_of_an_artifact(studies: ReaderStudies) -> None:
    reading = sitting(reader(studies))
    assert WHAT not in reading.state.stops
    reading.artifact(True)
    assert reading.state.focus == WHAT
    reading.artifact(False)
    assert WHAT not in reading.state.stops
    assert reading.state.focus == DELINEATION


def test_after_a_crash_the_same_case_comes_back_with_its_answers(studies: ReaderStudies) -> None:
    reading = sitting(reader(studies))
    reading.score(5)
    reading.artifact(True)
    reading.write(WHAT, "a ring of 3 mm")
    reading.end_text()
    again = sitting(reader(studies))  # as if the first program had been killed
    assert code(again) == code(reading)
    assert dict(again.state.answers) == {DELINEATION: 5, THERE: True, WHAT: "a ring of 3 mm"}
    assert again.state.focus == QUALITY
    assert not again.state.unstored


def test_a_text_is_stored_when_its_writer_pauses_ends_it_or_goes_on(
    studies: ReaderStudies,
) -> None:
    session = reader(studies)
    reading = sitting(session)
    reading.focus_on(COMMENTED)
    reading.write(COMMENTED, "bl")
    assert COMMENTED in reading.state.unstored
    assert not reading.state.can_confirm
    reading.write(COMMENTED, "blurred")
    reading.end_text()
    assert session.draft(code(reading)) == {COMMENTED: "blurred"}
    assert not reading.state.unstored
    reading.write(COMMENTED, "blurred at 2 o'clock")
    reading.focus_on(QUALITY)
    assert session.draft(code(reading)) == {COMMENTED: "blurred at 2 o'clock"}
    reading.write(COMMENTED, "sharp")
    reading.pause()
    assert session.draft(code(reading)) == {COMMENTED: "sharp"}


def test_closing_in_the_middle_keeps_what_was_typed(studies: ReaderStudies, qtbot: QtBot) -> None:
    reading = sitting(reader(studies), Jobs())  # real threads
    qtbot.waitUntil(lambda: reading.state.page is Page.READING, timeout=30_000)
    first = code(reading)
    reading.score(2)
    reading.score(3)
    reading.write(COMMENTED, "half a sen")
    reading.close()
    expected = {DELINEATION: 2, QUALITY: 3, COMMENTED: "half a sen"}
    assert reader(studies).draft(first) == expected


# --- The database gone, and back -----------------------------------------------------------------


def test_what_could_not_be_stored_stays_is_told_and_blocks_confirming(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader(studies)
    reading = sitting(session)
    first = code(reading)
    flaky = Flaky(session, monkeypatch)
    reading.score(4)
    flaky.gone = True
    for _ in range(2):
        reading.score(3)
    reading.artifact(False)
    state = reading.state
    assert state.problem == GONE
    assert state.unstored == {QUALITY, NOISE, THERE}
    assert not state.missing
    assert not state.can_confirm
    reading.confirm(None)
    assert code(reading) == first
    assert session.draft(first) == {DELINEATION: 4}

    reading.retry()  # still gone
    assert reading.state.unstored == {QUALITY, NOISE, THERE}
    flaky.gone = False
    reading.retry()
    assert reading.state.problem == ""
    assert reading.state.can_confirm
    assert session.draft(first) == {DELINEATION: 4, QUALITY: 3, NOISE: 3, THERE: False}
    assert session.own() == (), "what was asked for while it was gone is not done later"
    reading.confirm(None)
    assert [own.code for own in session.own()] == [first]


def test_what_failed_is_tried_again_by_itself(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(workflow, "RETRY_MS", 1)
    session = reader(studies)
    reading = sitting(session)
    flaky = Flaky(session, monkeypatch)
    flaky.gone = True
    reading.score(4)
    assert reading.state.unstored == {DELINEATION}
    flaky.gone = False
    qtbot.waitUntil(lambda: not reading.state.unstored)
    assert session.draft(code(reading)) == {DELINEATION: 4}


def test_the_last_answer_holds_of_those_given_while_the_database_was_gone(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader(studies)
    reading = sitting(session)
    flaky = Flaky(session, monkeypatch)
    flaky.gone = True
    for score in (1, 5, 2):
        reading.focus_on(DELINEATION)
        reading.score(score)
    flaky.gone = False
    reading.retry()
    assert session.draft(code(reading)) == {DELINEATION: 2}


def test_a_confirmation_that_nobody_answered_is_asked_again_and_counts_once(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader(studies)
    reading = sitting(session)
    first = code(reading)
    flaky = Flaky(session, monkeypatch)
    answer_all(reading)
    flaky.after_commit = True
    reading.confirm(None)
    assert reading.state.confirming
    assert reading.state.problem == GONE
    reading.focus_on(QUALITY)
    reading.score(1)
    assert reading.state.answers[QUALITY] == 4, "what may be confirmed cannot be changed"
    reading.retry()
    assert code(reading) != first
    (own,) = session.own()
    assert own.revisions == 0


def test_a_record_that_refuses_stops_the_reading_and_what_holds_comes_back(
    studies: ReaderStudies,
) -> None:
    reading = sitting(reader(studies))
    reading.score(4)
    elsewhere = read_one(reader(studies))  # the same reader, at another station
    reading.score(2)
    assert reading.state.page is Page.STOPPED
    assert f"{elsewhere.code} is not the case to be read now" in reading.state.problem
    reading.begin()
    assert reading.state.page is Page.READING
    assert code(reading) != elsewhere.code


def test_a_record_that_cannot_be_asked_says_why_and_is_asked_again(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader(studies)
    with monkeypatch.context() as patch:

        def unreachable() -> None:
            raise ArchiveError(GONE)

        patch.setattr(session, "next", unreachable)
        reading = sitting(session)
        assert reading.state.page is Page.STOPPED
        assert reading.state.problem == GONE
    reading.retry()
    assert reading.state.page is Page.READING
    assert reading.state.problem == ""


def test_enter_waits_for_answers_on_their_way_and_another_answer_takes_it_back(
    studies: ReaderStudies,
) -> None:
    held = Held()
    session = reader(studies)
    reading = sitting(session, Jobs(held))
    held.run_all()
    first = code(reading)
    answer_all(reading)
    reading.confirm(None)
    assert reading.state.unstored
    assert not reading.state.confirming
    reading.focus_on(NOISE)
    reading.score(1)
    held.run_all()
    assert session.own() == (), "whoever changes an answer has not confirmed it"
    reading.focus_on(NOISE)
    reading.score(2)
    reading.confirm(None)
    held.run_all()
    (own,) = session.own()
    assert own.code == first
    assert own.reading.score("image_noise") == 2


@pytest.mark.usefixtures("caplog")
def test_a_bug_is_told_without_its_own_words(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader(studies)
    reading = sitting(session)

    def broken(*_: object) -> None:
        raise KeyError("conventional of Doe, Jane")

    monkeypatch.setattr(session, "answer", broken)
    reading.score(4)
    assert "mistake while storing an answer (KeyError)" in reading.state.problem
    assert "Doe" not in reading.state.problem
    assert reading.state.unstored == {DELINEATION}


# --- Images --------------------------------------------------------------------------------------


class Loads:
    """Counts what is loaded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.codes: list[str] = []

        def counted(
            code: str, images: Sequence[CaseImage], report: Report
        ) -> tuple[BlindImage, ...]:
            self.codes.append(code)
            return load_images(code, images, report)

        monkeypatch.setattr(workflow, "load_images", counted)


def test_the_next_case_is_loaded_ahead_and_no_case_twice(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = Loads(monkeypatch)
    session = reader(studies)
    reading = sitting(session)
    assert len(loads.codes) == 2
    assert loads.codes[0] == code(reading)
    seen: list[str] = []
    while reading.state.page is Page.READING:
        seen.append(code(reading))
        answer_all(reading)
        reading.confirm(None)
    assert loads.codes == seen
    assert len(seen) == 4


def test_the_screen_is_black_until_the_next_image_is_whole(studies: ReaderStudies) -> None:
    held = Held()
    reading = sitting(reader(studies), Jobs(held))
    pages = [(reading.state.page, len(reading.workflow.state.images))]
    while held.waiting:
        held.waiting.pop(0)()
        pages.append((reading.state.page, len(reading.workflow.state.images)))
    assert set(pages) == {(Page.BLACK, 0), (Page.READING, 1)}
    state = reading.workflow.state
    (mip,) = state.mips.values()
    assert mip.is_complete


@pytest.mark.parametrize("damage", ["another byte", "a slice less", "all gone"])
def test_an_image_that_is_not_the_recorded_one_is_not_shown(
    studies: ReaderStudies, station_home: Path, damage: str
) -> None:
    for file in list((station_home / "images").rglob("0003.dcm")):
        if damage == "another byte":
            content = bytearray(file.read_bytes())
            content[-1] ^= 1
            file.write_bytes(content)
        elif damage == "a slice less":
            file.unlink()
        else:
            shutil.rmtree(file.parent)
    reading = sitting(reader(studies))
    assert reading.state.page is Page.STOPPED
    assert "are not what they were when the study was made" in reading.state.problem
    assert not reading.workflow.state.images
    for folder in image_folders(studies):
        assert folder not in reading.state.problem, "it would tell when one is shown twice"


def image_folders(studies: ReaderStudies) -> set[str]:
    case = reader(studies).next()
    assert isinstance(case, Case)
    return {image.folder.name for image in case.images}


def test_every_case_begins_with_the_protocols_window(station_home: Path) -> None:
    studies = new_studies(station_home, replace(PROTOCOL, window_suv=9.0), cases=2)
    reading = sitting(reader(studies))
    workflow = reading.workflow
    assert workflow.state.window == DisplayRange(0.0, 9.0)
    workflow.step_window(1)
    assert workflow.window_suv == 10.0
    workflow.set_upper(12.5)
    assert workflow.window_suv == 12.5
    answer_all(reading)
    reading.confirm(None)
    assert workflow.window_suv == 9.0
    workflow.step_window(-1)
    workflow.reset()
    assert workflow.window_suv == 9.0
    studies.close()


def test_the_window_stays_within_the_protocols_limits(station_home: Path) -> None:
    limited = replace(PROTOCOL, window_limits_suv=(4.0, 12.0))
    studies = new_studies(station_home, limited, cases=2)
    workflow = sitting(reader(studies)).workflow
    for typed, kept in ((0.5, 4.0), (90.0, 12.0), (8.5, 8.5)):
        workflow.set_upper(typed)
        assert workflow.state.window == DisplayRange(0.0, kept)
    for _ in range(9):
        workflow.step_window(1)
    assert workflow.window_suv == 12.0
    for _ in range(9):
        workflow.step_window(-1)
    assert workflow.window_suv == 4.0
    studies.close()


def test_a_window_that_is_fixed_stays(station_home: Path) -> None:
    studies = new_studies(station_home, replace(PROTOCOL, window_adjustable=False), cases=2)
    reading = sitting(reader(studies))
    reading.workflow.set_upper(12.0)
    reading.workflow.step_window(1)
    assert reading.workflow.window_suv == PROTOCOL.window_suv
    studies.close()


def test_a_pair_is_asked_criterion_by_criterion_a_before_b(station_home: Path) -> None:
    paired = replace(PROTOCOL, presentation=Presentation.PAIRED)
    studies = new_studies(station_home, paired, cases=2)
    reading = sitting(reader(studies))
    assert reading.workflow.state.layout is Layout.COMPARE
    assert len(reading.workflow.state.images) == 2
    asked = [(stop.id, stop.side) for stop in reading.state.stops][:4]
    delineation, quality = (criterion.id for criterion in PROTOCOL.criteria[:2])
    assert asked == [
        (delineation, Side.LEFT),
        (delineation, Side.RIGHT),
        (quality, Side.LEFT),
        (quality, Side.RIGHT),
    ]
    for _ in range(6):
        reading.score(3)
    assert reading.state.focus == Question(Side.LEFT, ARTIFACT)
    reading.artifact(False)
    reading.artifact(True)
    assert reading.state.focus == Question(Side.RIGHT, ARTIFACT_TEXT)
    assert missing_words(paired, reading.state) == "what the artifact is (B)"
    studies.close()


def test_extremes_and_what_was_seen_are_recorded_with_the_reading(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Seconds()
    session = reader(studies)
    flaky = Flaky(session, monkeypatch)
    reading = sitting(session, clock=clock)
    clock.now = 4.0
    reading.workflow.set_upper(17.0)
    clock.now = 6.0
    reading.workflow.set_upper(5.0)
    reading.workflow.scroll(0, Plane.AXIAL, 1)
    reading.workflow.scroll(0, Plane.AXIAL, 1)
    clock.now = 9.5
    reading.pause()
    clock.now = 300.0
    reading.go_on()
    reading.look_along(Plane.CORONAL)
    reading.workflow.set_upper(7.0)
    answer_all(reading)
    clock.now = 310.0
    reading.confirm(2.5)
    (viewing,) = flaky.viewings
    assert viewing.windows_suv == Extremes(5.0, 3.5, 17.0, 2.0)
    assert viewing.zooms == Extremes(1.0, 19.5, 1.0, 19.5)
    axial, coronal = viewing.slices
    assert (axial.plane, axial.last - axial.first) == ("axial", 2)
    assert (coronal.plane, coronal.last - coronal.first) == ("coronal", 0)
    studies.close()


# --- Time ----------------------------------------------------------------------------------------


def test_a_stopwatch_counts_only_while_it_runs() -> None:
    clock = Seconds()
    watch = Stopwatch(clock)
    clock.now = 5.0
    watch.run(True)
    clock.now = 8.0
    assert watch.seconds == 3.0
    watch.run(False)
    clock.now = 100.0
    watch.run(True)
    clock.now = 101.5
    assert watch.seconds == 4.5
    watch.reset()
    assert watch.seconds == 0.0


def test_the_viewing_is_recorded_and_a_pause_takes_no_time(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Seconds()
    session = reader(studies)
    flaky = Flaky(session, monkeypatch)
    reading = sitting(session, clock=clock)
    clock.now = 10.0
    reading.pause()
    assert reading.state.pause is Pause.ASKED
    reading.score(5)
    assert not reading.state.answers, "nobody scores a black screen"
    clock.now = 500.0
    reading.go_on()
    clock.now = 507.25
    answer_all(reading)
    reading.workflow.set_upper(12.0)
    reading.workflow.scroll(0, Plane.AXIAL, 1)
    height = reading.workflow.state.views[0].position_mm[2]
    reading.confirm(2.5)
    (viewing,) = flaky.viewings
    assert (viewing.seconds, viewing.window_suv, viewing.slice_mm) == (17.25, 12.0, height)
    assert viewing.zoom == 2.5
    clock.now = 508.0
    answer_all(reading)
    reading.confirm(None)
    assert flaky.viewings[1].seconds == 0.75, "each case has its own time"


# --- Practice, rest, the end ---------------------------------------------------------------------


def test_an_idle_lock_covers_every_page_and_keeps_the_answers(studies: ReaderStudies) -> None:
    reading = sitting(reader(studies))
    reading.score(4)
    before = dict(reading.state.answers)
    reading.lock()
    assert reading.state.pause is Pause.IDLE
    reading.go_on()  # not without the password
    reading.score(2)
    assert reading.state.pause is Pause.IDLE
    assert not reading.state.can_confirm
    heard: list[str] = []
    reading.come_back("something else", lambda: heard.append("back"), heard.append)
    assert "is not right" in heard[-1]
    assert reading.state.pause is Pause.IDLE
    reading.come_back(PASSWORDS[ITO], lambda: heard.append("back"), heard.append)
    assert heard[-1] == "back"
    assert reading.state.pause is Pause.NONE
    assert dict(reading.state.answers) == before
    assert studies.verify().broken is None


def test_what_comes_back_from_the_record_does_not_end_an_idle_lock(studies: ReaderStudies) -> None:
    session = reader(studies)
    read_all(session)
    reading = sitting(session)
    reading.lock()
    reading.begin()
    assert reading.state.page is Page.FINISHED
    assert reading.state.pause is Pause.IDLE


def test_a_sitting_ends_when_the_coordinator_sets_a_password(studies: ReaderStudies) -> None:
    reading = sitting(reader(studies))
    coordinator(studies).set_password(ITO, "four grey owls sleep", "forgotten")
    reading.score(4)
    assert "this sitting has ended" in reading.state.problem


def test_the_end_of_practice_is_said_before_the_first_case_that_counts(
    station_home: Path,
) -> None:
    studies = new_studies(station_home, cases=2, practice=1)
    reading = sitting(reader(studies))
    for number in (1, 2):
        shown = reading.state.shown
        assert shown is not None
        assert (shown.practice, shown.number, shown.total) == (True, number, 2)
        assert reading.state.pause is Pause.NONE
        answer_all(reading)
        reading.confirm(None)
    assert reading.state.pause is Pause.PRACTISED
    reading.go_on()
    shown = reading.state.shown
    assert shown is not None
    assert (shown.practice, shown.number, shown.total) == (False, 1, 4)
    studies.close()


def test_the_second_session_opens_on_a_later_day_and_is_not_loaded_ahead(
    station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    studies = new_studies(station_home, replace(PROTOCOL, washout_days=2), clock, cases=2)
    loads = Loads(monkeypatch)
    reading = sitting(reader(studies))
    for _ in range(2):
        answer_all(reading)
        reading.confirm(None)
    assert reading.state.page is Page.REST
    assert reading.state.until == date(2026, 11, 22)
    assert len(loads.codes) == 2
    clock.later(days=2)
    reading.begin()
    assert reading.state.page is Page.READING
    studies.close()


def finished(studies: ReaderStudies) -> BlindReading:
    session = reader(studies)
    read_all(session)
    reading = sitting(session)
    assert reading.state.page is Page.FINISHED
    return reading


def test_an_own_reading_is_opened_again_and_revised_with_a_reason(studies: ReaderStudies) -> None:
    reading = finished(studies)
    second = reading.state.own[1].code
    reading.review(second)
    assert reading.state.page is Page.READING
    assert code(reading) == second
    assert not reading.state.changed
    reading.score(5)
    assert reading.state.changed
    assert reader(studies).own()[1].reading.score("tumor_delineation") == 3, "not before it is said"
    reading.revise(" ", None)
    assert "needs its reason" in reading.state.problem
    reading.revise("mistyped", 1.5)
    assert reading.state.page is Page.FINISHED
    own = reader(studies).own()[1]
    assert own.reading.score("tumor_delineation") == 5
    assert own.revisions == 1
    assert [one.revisions for one in reading.state.own] == [0, 1, 0, 0]


def test_a_digit_equal_to_the_old_score_keeps_the_focus(studies: ReaderStudies) -> None:
    reading = finished(studies)
    reading.review(reading.state.own[1].code)
    focus = reading.state.focus
    assert focus is not None
    reading.score(3)
    assert reading.state.focus == focus
    assert not reading.state.changed
    reading.score(5)
    assert reading.state.focus is None
    assert reading.state.changed


def test_leaving_a_review_changes_nothing(studies: ReaderStudies) -> None:
    reading = finished(studies)
    reading.review(reading.state.own[0].code)
    reading.score(1)
    reading.write(COMMENTED, "never said")
    reading.leave_review()
    assert reading.state.page is Page.FINISHED
    assert reader(studies).own() == reading.state.own
    assert {one.revisions for one in reading.state.own} == {0}


def test_what_describes_no_artifact_any_more_is_no_change(studies: ReaderStudies) -> None:
    reading = finished(studies)
    reading.review(reading.state.own[0].code)
    reading.artifact(True)
    reading.write(WHAT, "a ring")
    assert reading.state.changed
    reading.artifact(False)
    assert not reading.state.changed


def test_signing_takes_the_password_and_makes_all_final(studies: ReaderStudies) -> None:
    reading = finished(studies)
    assert reading.state.signers == (ITO,)
    reading.sign({ITO: "not the password"})
    assert reading.state.problem == f"The password of {ITO} is not right. Type it again."
    assert not reading.state.signing
    reading.sign({ITO: PASSWORDS[ITO]})
    assert reading.state.signed
    reading.review(reading.state.own[0].code)
    assert reading.state.page is Page.FINISHED, "a signed reading is not opened"


# --- Consensus -----------------------------------------------------------------------------------


def noise_apart(image: str, criterion: str) -> int:
    """Differs from 3 by two points, in one criterion."""
    return 5 if criterion == "image_noise" else 4


def test_the_consensus_asks_only_what_was_scored_very_differently(station_home: Path) -> None:
    studies = new_studies(station_home, cases=2, adjudicator=True)
    signed(studies, ITO)
    signed(studies, MORI, noise_apart)
    session = studies.sign_in_for_consensus(STUDY, ADJUDICATOR, PASSWORDS[ADJUDICATOR])
    reading = sitting(session)
    seen = 0
    while reading.state.page is Page.READING:
        shown = reading.state.shown
        assert shown is not None
        assert reading.state.stops == (NOISE, COMMENTED)
        assert shown.scores == {"image_noise": {ITO: 3, MORI: 5}}
        reading.artifact(True)
        reading.score(4)
        reading.confirm(None)
        seen += 1
    assert seen == 4
    assert reading.state.signers == (ADJUDICATOR,)
    reading.sign({ADJUDICATOR: PASSWORDS[ADJUDICATOR]})
    assert reading.state.signed
    progress = coordinator(studies).progress()
    assert progress.consensus_done == progress.consensus_total == 4
    assert progress.consensus_signed
    studies.close()


def test_readers_sign_the_consensus_together(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    signed(studies, MORI, noise_apart)
    session = studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    reading = sitting(session)
    while reading.state.page is Page.READING:
        reading.score(4)
        reading.confirm(None)
    assert reading.state.signers == READERS
    reading.sign({MORI: PASSWORDS[MORI]})
    assert ITO in reading.state.problem
    assert not reading.state.signed
    reading.sign({name: PASSWORDS[name] for name in READERS})
    assert reading.state.signed
