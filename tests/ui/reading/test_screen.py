"""The blinded reader's screen under real keys and a real mouse."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydicom import dcmread
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from station.app.jobs import Jobs
from station.app.reading.sitting import Page, Pause
from station.app.state import Plane
from station.archive.readings import ReaderSitting, ReaderStudies
from station.errors import ArchiveError
from station.reading.protocol import Presentation
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    COMMENT,
    LONGEST_TEXT,
    Question,
    ReadingError,
)
from station.reading.worklist import Case, Side
from station.ui.question import Question as Dialog
from station.ui.reading.form import Card, CriterionCard
from station.ui.reading.screen import ReadingScreen
from tests.archive.reader_studies import (
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
from tests.made_up.blinded import PROTOCOL, new_studies
from tests.made_up.held import Held
from tests.ui import gestures
from tests.ui.blinded import ENTER, ESCAPE, press, show
from tests.ui.keyboard import nameless, unreached

ITO, MORI = READERS
DELINEATION, QUALITY, NOISE = (Question(Side.ONLY, one.id) for one in PROTOCOL.criteria)
THERE, WHAT, COMMENTED = (Question(Side.ONLY, id_) for id_ in (ARTIFACT, ARTIFACT_TEXT, COMMENT))
TAB, BACKTAB, DOWN, UP = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
)
GONE = "The archive cannot be reached. Check the network, then try again."

Show = Callable[..., ReadingScreen]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def studies(station_home: Path) -> Iterator[ReaderStudies]:
    """Two cases in both arms, one image at a time."""
    made = new_studies(station_home, cases=2)
    yield made
    made.close()


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Show]:
    """Show the screen of somebody who has signed in; it is closed in the end."""
    made: list[ReadingScreen] = []

    def show_(*arguments: object, **facts: object) -> ReadingScreen:
        screen = show(*arguments, **facts)  # type: ignore[arg-type]
        screen.closed.connect(lambda: made.remove(screen))
        made.append(screen)
        return screen

    yield show_
    while made:
        made[0]._on_close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def session(studies: ReaderStudies) -> ReaderSitting:
    return reader(studies)


@pytest.fixture
def screen(shown: Show, session: ReaderSitting) -> ReadingScreen:
    return shown(session)


def code(screen: ReadingScreen) -> str:
    return screen.form.code.text().removeprefix("Case ")


def focused(screen: ReadingScreen) -> list[Card]:
    """The cards that have the bar at their left."""
    return [card for card in screen.form.cards if card.property("focused")]


def criterion(screen: ReadingScreen, number: int) -> CriterionCard:
    card = screen.form.cards[number]
    assert isinstance(card, CriterionCard)
    return card


def chosen(screen: ReadingScreen) -> list[list[int]]:
    """The chosen scores of each criterion."""
    return [
        [score for row in card.rows.values() for score, button in row.buttons.items()
         if button.chosen]
        for card in screen.form.cards
        if isinstance(card, CriterionCard)
    ]  # fmt: skip


def text(screen: ReadingScreen, question: Question) -> str:
    fields = [field for card in screen.form.cards if (field := card.field(question))]
    return fields[0].toPlainText()


def read(screen: ReadingScreen, scores: str = "433", artifact: str = "n") -> None:
    press(screen, scores, artifact, ENTER)


# --- The keys of the form ------------------------------------------------------------------------


def test_a_case_is_read_with_five_keys(screen: ReadingScreen, session: ReaderSitting) -> None:
    first = code(screen)
    assert screen.form.count.text() == "1 of 4"
    press(screen, "4", "2", "5", "n", ENTER)
    (own,) = session.own()
    assert own.code == first
    assert [own.reading.score(one.id) for one in PROTOCOL.criteria] == [4, 2, 5]
    assert own.reading.artifact() is None
    assert code(screen) != first
    assert screen.form.count.text() == "2 of 4"
    assert chosen(screen) == [[], [], []]


def test_the_bar_marks_what_a_digit_scores_and_goes_on_by_itself(screen: ReadingScreen) -> None:
    cards = screen.form.cards
    assert focused(screen) == [cards[0]]
    press(screen, "4")
    assert chosen(screen) == [[4], [], []]
    assert focused(screen) == [cards[1]]
    press(screen, DOWN, "2")
    assert chosen(screen) == [[4], [], [2]]
    assert focused(screen) == [cards[3]], "the artifact comes next in the form"
    press(screen, UP, UP, "1")
    assert chosen(screen) == [[4], [1], [2]]
    press(screen, BACKTAB, BACKTAB, BACKTAB, "5")
    assert chosen(screen) == [[5], [1], [2]]
    press(screen, "n")
    assert focused(screen) == []


def test_tab_goes_through_the_whole_form_and_into_its_texts(screen: ReadingScreen) -> None:
    asked = []
    for _ in range(5):
        asked.append(screen.reading.state.focus)
        press(screen, TAB)
    assert asked == [DELINEATION, QUALITY, NOISE, THERE, COMMENTED]
    assert screen.reading.state.focus == DELINEATION
    press(screen, BACKTAB)
    field = screen.form.cards[-1].field(COMMENTED)
    assert screen.focusWidget() is field
    press(screen, TAB, "3")
    assert chosen(screen)[0] == [3]


def test_zero_and_six_to_nine_score_nothing(screen: ReadingScreen) -> None:
    press(screen, "0", "6", "7", "8", "9")
    assert chosen(screen) == [[], [], []]
    assert not screen.reading.state.answers


def test_keys_that_open_things_elsewhere_do_nothing_here(screen: ReadingScreen) -> None:
    before = screen.reading.state
    for key in ("d", "f", "v", "b", "g", "l", "m", "u"):
        press(screen, key)
    assert screen.reading.state == before
    assert not screen.actions()


def test_a_half_scored_case_says_what_is_missing_and_is_not_confirmed(
    screen: ReadingScreen, session: ReaderSitting
) -> None:
    first = code(screen)
    press(screen, "4", "3", ENTER)
    assert code(screen) == first
    assert session.own() == ()
    assert not screen.form.confirm.isEnabled()
    assert screen.form.missing.text() == "Still to answer: Image noise, Artifact or failure."
    press(screen, "3")
    assert screen.form.missing.text() == "Still to answer: Artifact or failure."
    press(screen, "n")
    assert screen.form.missing.isHidden()
    assert screen.form.confirm.isEnabled()
    gestures.click(screen.form.confirm)
    assert [own.code for own in session.own()] == [first]


def test_an_artifact_has_to_be_described_and_digits_in_its_text_are_text(
    screen: ReadingScreen, session: ReaderSitting
) -> None:
    press(screen, "433", "y")
    assert screen.focusWidget() is screen.form.cards[3].field(WHAT)
    press(screen, ENTER)
    assert session.own() == ()
    press(screen, BACKTAB, "n")
    assert screen.form.confirm.isEnabled()
    press(screen, "y")
    press(screen, "ring of 3 mm, n=2")
    assert text(screen, WHAT) == "ring of 3 mm, n=2"
    assert chosen(screen) == [[4], [3], [3]]
    press(screen, ENTER)
    assert session.own() == (), "the first Enter ends the text"
    assert screen.focusWidget() is screen
    press(screen, ENTER)
    assert session.own()[0].reading.artifact() == "ring of 3 mm, n=2"


def test_a_comment_is_kept_with_its_lines_and_not_without_end(
    screen: ReadingScreen, session: ReaderSitting
) -> None:
    press(screen, "433", "n", TAB, BACKTAB)
    screen.reading.focus_on(COMMENTED)
    press(screen, "sharp")
    gestures.QTest.keyClick(screen.focusWidget(), ENTER, Qt.KeyboardModifier.ShiftModifier)
    press(screen, "2 foci")
    assert session.draft(code(screen)).get(COMMENTED) is None, "while somebody types"
    press(screen, ENTER)
    assert session.draft(code(screen))[COMMENTED] == "sharp\n2 foci"
    field = screen.form.cards[-1].field(COMMENTED)
    assert field is not None
    field.insertPlainText("x" * LONGEST_TEXT)
    assert len(text(screen, COMMENTED)) == LONGEST_TEXT
    press(screen, ESCAPE)
    assert len(str(session.draft(code(screen))[COMMENTED])) == LONGEST_TEXT


def test_a_click_scores_too_and_pointing_at_a_score_shows_its_words(
    screen: ReadingScreen,
) -> None:
    card = criterion(screen, 1)
    button = card.rows[QUALITY].buttons[4]
    gestures.enter(button)
    assert card.words.text() == "4 · good"
    gestures.click(button)
    assert chosen(screen) == [[], [4], []]
    button.leaveEvent(QEvent(QEvent.Type.Leave))
    assert card.words.text() == "4 · good", "the words of what was chosen"
    gestures.enter(card.rows[QUALITY].buttons[1])
    assert card.words.text() == "1 · poor"
    gestures.click(screen.form.cards[3].choices[Side.ONLY][1])  # type: ignore[attr-defined]
    assert screen.focusWidget() is screen.form.cards[3].field(WHAT)


def test_hiding_the_text_that_has_the_keyboard_moves_nothing(screen: ReadingScreen) -> None:
    press(screen, "y", "a ri")
    gestures.click(screen.form.cards[3].choices[Side.ONLY][0])  # type: ignore[attr-defined]
    assert screen.reading.state.focus == DELINEATION
    press(screen, "5")
    assert chosen(screen)[0] == [5]


# --- Pause, black, coming back -------------------------------------------------------------------


def page(screen: ReadingScreen) -> object:
    return screen._pages.currentWidget()


def test_escape_blackens_the_screen_and_enter_goes_on_where_it_was(
    screen: ReadingScreen,
) -> None:
    press(screen, "4", ESCAPE)
    assert page(screen) is screen.paused
    assert not screen.images.isVisible()
    assert not screen.form.isVisible()
    press(screen, "5")
    press(screen, ENTER)
    assert screen.images.isVisible()
    assert chosen(screen) == [[4], [], []]
    press(screen, "3")
    assert chosen(screen) == [[4], [3], []]


def test_escape_in_a_text_pauses_too_and_loses_nothing(
    screen: ReadingScreen, session: ReaderSitting
) -> None:
    press(screen, "y", "hal", ESCAPE)
    assert page(screen) is screen.paused
    press(screen, ENTER)
    assert text(screen, WHAT) == "hal"
    assert session.draft(code(screen))[WHAT] == "hal"


def test_a_reader_changes_his_password_in_a_pause(
    screen: ReadingScreen, studies: ReaderStudies
) -> None:
    press(screen, ESCAPE)
    gestures.click(screen.paused.third)
    question = screen.findChild(Dialog)
    assert question is not None
    old, new, again = question.findChildren(QLineEdit)
    mine = "another one of mine"
    for field, words in ((old, "not it at all"), (new, mine), (again, mine)):
        QTest.keyClicks(field, words)
    gestures.click(question.ok)
    assert "password" in question.problem.text()
    old.clear()
    QTest.keyClicks(old, PASSWORDS[ITO])
    gestures.click(question.ok)
    assert not question.isVisible()
    with pytest.raises(ReadingError):
        studies.sign_in(STUDY, ITO, PASSWORDS[ITO])
    assert isinstance(studies.sign_in(STUDY, ITO, mine), ReaderSitting)


def test_after_an_idle_lock_the_password_goes_on(screen: ReadingScreen) -> None:
    press(screen, "4")
    screen.reading.lock()
    assert page(screen) is screen.paused
    assert screen.paused.heading.text() == "Locked"
    press(screen, ENTER)
    question = screen.findChild(Dialog)
    assert question is not None
    (password,) = question.findChildren(QLineEdit)
    QTest.keyClicks(password, PASSWORDS[ITO])
    gestures.click(question.ok)
    assert not question.isVisible()
    assert page(screen) is not screen.paused
    assert len(screen.reading.state.answers) == 1


def test_the_screen_is_black_between_two_cases_until_the_image_is_whole(
    shown: Show, session: ReaderSitting
) -> None:
    held = Held()
    screen = shown(session, Jobs(held))
    assert page(screen) is screen.black
    held.run_all()
    QApplication.processEvents()
    assert screen.images.isVisible()
    read(screen)
    pages = []
    while held.waiting:
        held.waiting.pop(0)()
        pages.append(page(screen))
        if page(screen) is screen.black:
            assert not screen.images.isVisible()
            picture = screen.grab().toImage()
            assert picture.pixelColor(picture.width() // 4, 40).lightness() == 0
    assert screen.black in pages
    assert page(screen) is not screen.black


def test_who_comes_back_finds_the_same_case_half_scored(
    shown: Show, session: ReaderSitting, studies: ReaderStudies
) -> None:
    first = shown(session)
    press(first, "4", "y", "streaks")
    before = code(first)
    first.close()
    again = shown(reader(studies))
    assert code(again) == before
    assert chosen(again) == [[4], [], []]
    assert text(again, WHAT) == "streaks"
    assert focused(again) == [again.form.cards[1]]


def test_a_practice_case_is_marked_and_shows_the_whole_scale(
    shown: Show, station_home: Path
) -> None:
    studies = new_studies(station_home, cases=2, practice=1)
    screen = shown(reader(studies))
    assert screen.form.kind.text() == "Practice: this case is not counted."
    assert screen.form.count.text() == "1 of 2"
    card = criterion(screen, 2)
    told = [label.text() for label in card.findChildren(QLabel)]
    for words in PROTOCOL.criteria[2].scale:
        assert words in told
    for _ in range(2):
        read(screen)
    assert page(screen) is screen.paused
    assert screen.paused.heading.text() == "Practice is over"
    press(screen, ENTER)
    assert screen.form.kind.isHidden()
    assert screen.form.count.text() == "1 of 4"
    told = [label.text() for label in criterion(screen, 2).findChildren(QLabel)]
    assert "moderate" not in told
    studies.close()


def test_a_rest_says_on_which_day_it_goes_on(shown: Show, station_home: Path) -> None:
    clock = Clock()
    studies = new_studies(station_home, replace(PROTOCOL, washout_days=1), clock, cases=2)
    screen = shown(reader(studies))
    for _ in range(2):
        read(screen)
    assert page(screen) is screen.rest
    assert "Saturday 21 November 2026" in screen.rest.words.text()
    clock.later(days=1)
    gestures.click(screen.rest.first)
    assert screen.form.count.text() == "3 of 4"
    studies.close()


# --- The images ----------------------------------------------------------------------------------


def test_planes_slices_window_and_mip_follow_their_keys(screen: ReadingScreen) -> None:
    column = screen.images.columns[0]
    state = screen.reading.workflow.state
    assert column.slices[Plane.AXIAL].isVisible()
    assert column.mip.isVisible()
    height = state.views[0].position_mm[2]
    press(screen, Qt.Key.Key_PageUp)
    assert screen.reading.workflow.state.views[0].position_mm[2] > height
    press(screen, "c")
    assert column.slices[Plane.CORONAL].isVisible()
    assert not column.slices[Plane.AXIAL].isVisible()
    depth = state.views[0].position_mm[1]
    press(screen, Qt.Key.Key_PageDown)
    assert screen.reading.workflow.state.views[0].position_mm[1] < depth
    press(screen, "s")
    assert column.slices[Plane.SAGITTAL].isVisible()
    press(screen, Qt.Key.Key_Right)
    assert screen.reading.workflow.state.mip_angle == 1
    press(screen, "+")
    assert screen.reading.workflow.window_suv == 10.0
    press(screen, "-", "-")
    assert screen.reading.workflow.window_suv == 6.0
    press(screen, " ")
    assert screen.reading.workflow.window_suv == 7.0
    read(screen)
    assert column.slices[Plane.AXIAL].isVisible(), "every case begins axial"


def test_the_mouse_scrolls_zooms_pans_windows_and_puts_the_crosshair(
    screen: ReadingScreen,
) -> None:
    pane = screen.images.columns[0].slices[Plane.AXIAL]
    mip = screen.images.columns[0].mip
    workflow = screen.reading.workflow
    before = workflow.state
    gestures.wheel(pane, 1)
    assert workflow.state.views[0].position_mm != before.views[0].position_mm
    zoom = screen.images.zoom
    gestures.wheel(pane, 3, modifiers=gestures.CTRL)
    assert zoom is not None
    assert screen.images.zoom == pytest.approx(zoom * 1.15**3, rel=1e-3)
    gestures.drag(pane, gestures.MIDDLE, (30, 0))
    assert workflow.state.views[0].framings[Plane.AXIAL].shift_mm[0] != 0
    gestures.drag(pane, gestures.LEFT, (0, 40))
    assert workflow.window_suv != 7.0
    gestures.click(pane, QPoint(100, 120))
    at = workflow.state.views[0].position_mm
    gestures.click(mip)
    assert workflow.state.views[0].position_mm != at
    assert not gestures.menus()
    gestures.click(pane, button=gestures.RIGHT)
    assert not gestures.menus(), "nothing can be shown here by hand"


def test_a_fixed_window_does_not_move(shown: Show, station_home: Path) -> None:
    studies = new_studies(station_home, replace(PROTOCOL, window_adjustable=False), cases=2)
    screen = shown(reader(studies))
    pane = screen.images.columns[0].slices[Plane.AXIAL]
    gestures.drag(pane, gestures.LEFT, (0, 40))
    press(screen, "+")
    assert screen.reading.workflow.window_suv == 7.0
    assert "window" not in screen.footer.keys.text()
    studies.close()


def test_a_pair_stands_side_by_side_linked_and_in_one_window(
    shown: Show, station_home: Path
) -> None:
    paired = replace(PROTOCOL, presentation=Presentation.PAIRED)
    studies = new_studies(station_home, paired, cases=2)
    session = reader(studies)
    screen = shown(session)
    left, right = (column.slices[Plane.AXIAL] for column in screen.images.columns)
    at = [pane.mapTo(screen, QPoint()).x() for pane in (left, right)]
    assert at[0] < at[1]
    assert left.size() == right.size()
    case = session.next()
    assert isinstance(case, Case)
    for pane, image in zip((left, right), case.images, strict=True):
        assert pane.image is not None
        shown_peak = float(pane.image.volume.voxels.max())
        assert shown_peak == pytest.approx(peak_of(image.folder), rel=1e-3)
    assert left._caption_lines(left.content, left.image)[0] == f"{case.code} · A"  # type: ignore[arg-type]
    assert right._caption_lines(right.content, right.image)[0] == f"{case.code} · B"  # type: ignore[arg-type]
    gestures.wheel(right, 1)
    gestures.drag(right, gestures.LEFT, (0, 30))
    state = screen.reading.workflow.state
    assert state.views[0] == state.views[1]
    assert left.frame_now().to_patient(5, 5) == pytest.approx(right.frame_now().to_patient(5, 5))
    press(screen, "4", "2")
    row_a, row_b = criterion(screen, 0).rows.values()
    assert [row_a.buttons[4].chosen, row_b.buttons[2].chosen] == [True, True]
    draft = session.draft(case.code)
    assert draft[Question(Side.LEFT, "tumor_delineation")] == 4
    assert draft[Question(Side.RIGHT, "tumor_delineation")] == 2
    press(screen, "3333", "n", "y", "only B", ENTER, ENTER)
    (own,) = session.own()
    assert own.reading.artifact(Side.LEFT) is None
    assert own.reading.artifact(Side.RIGHT) == "only B"
    studies.close()


def peak_of(folder: Path) -> float:
    """The highest SUV of the files of a folder."""
    files = [dcmread(file) for file in sorted(folder.iterdir())]
    return max(float(ds.pixel_array.max()) * float(ds.RescaleSlope) for ds in files)


# --- The database gone, and back -----------------------------------------------------------------


def test_a_database_that_is_gone_is_told_blocks_confirming_and_comes_back(
    screen: ReadingScreen, session: ReaderSitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = code(screen)
    press(screen, "4")

    def gone(*_: object) -> None:
        raise ArchiveError(GONE)

    with monkeypatch.context() as patch:
        patch.setattr(session, "answer", gone)
        press(screen, "3", "3", "n", ENTER)
        assert code(screen) == first
        assert chosen(screen) == [[4], [3], [3]]
        assert not screen.form.confirm.isEnabled()
        assert screen.form.problem.isVisible()
        assert GONE in screen.form.problem.text()
        marks = [criterion(screen, n).rows[q].buttons[s].property("chosen")
                 for n, q, s in ((0, DELINEATION, 4), (1, QUALITY, 3))]  # fmt: skip
        assert marks == ["stored", "unstored"]
        screen.close()
        assert screen.isVisible(), "closing would lose answers"
        assert page(screen) is screen.paused
        assert "3 answers are not stored yet" in screen.paused.problem.text()
        press(screen, ENTER)
    screen.reading.retry()
    assert screen.form.problem.isHidden()
    assert screen.form.confirm.isEnabled()
    press(screen, ENTER)
    assert [own.code for own in session.own()] == [first]


def test_closing_all_the_same_loses_only_what_was_not_stored(
    screen: ReadingScreen, session: ReaderSitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = code(screen)
    press(screen, "4")

    def gone(*_: object) -> None:
        raise ArchiveError(GONE)

    monkeypatch.setattr(session, "answer", gone)
    press(screen, "2", ESCAPE)
    assert screen.paused.second.text() == "Close and lose them"
    closed: list[bool] = []
    screen.closed.connect(lambda: closed.append(True))
    gestures.click(screen.paused.second)
    assert closed
    assert session.draft(first) == {DELINEATION: 4}


def test_a_study_that_was_locked_meanwhile_says_so(
    screen: ReadingScreen, studies: ReaderStudies
) -> None:
    coordinator(studies).lock(PASSWORDS["Dr. Sato"], "the study ends here")
    press(screen, "4")
    assert page(screen) is screen.stopped
    assert "The study is locked" in screen.stopped.problem.text()


# --- The end -------------------------------------------------------------------------------------


def rows(screen: ReadingScreen) -> list[list[str]]:
    table = screen.finished.table
    cells: list[list[str]] = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        cells.append([item.text() if item else "" for item in items])
    return cells


def test_at_the_end_the_own_readings_are_listed_revised_and_signed(
    screen: ReadingScreen, session: ReaderSitting
) -> None:
    codes = []
    for scores in ("433", "111", "555"):
        codes.append(code(screen))
        read(screen, scores)
    codes.append(code(screen))
    press(screen, "222", "y", "streaks", ENTER, ENTER)
    assert page(screen) is screen.finished
    assert rows(screen) == [
        [codes[0], "1", "4", "3", "3", "no", "", ""],
        [codes[1], "2", "1", "1", "1", "no", "", ""],
        [codes[2], "3", "5", "5", "5", "no", "", ""],
        [codes[3], "4", "2", "2", "2", "streaks", "", ""],
    ]
    assert not screen.finished.open.isEnabled()
    screen.finished.table.selectRow(1)
    gestures.click(screen.finished.open)
    assert code(screen) == codes[1]
    assert chosen(screen) == [[1], [1], [1]]
    press(screen, "2", ENTER)
    assert screen.focusWidget() is screen.form.reason, "a reason is asked for"
    press(screen, "4 instead of 1", ENTER)
    assert page(screen) is screen.finished
    assert rows(screen)[1] == [codes[1], "2", "2", "1", "1", "no", "", "1 ×"]

    assert "“I read these images myself," in screen.finished.meaning.text()
    field = screen.finished.passwords[ITO]
    assert not screen.finished.sign.isEnabled()
    field.setFocus()
    press(screen, "not the password", ENTER)
    assert "is not right" in screen.finished.problem.text()
    assert not session.signed
    assert field.text() == ""
    press(screen, PASSWORDS[ITO], ENTER)
    assert session.signed
    assert screen.finished.heading.text() == "Signed"
    assert screen.finished.sign.isHidden()
    assert screen.finished.meaning.isHidden(), "what was signed is not said twice"
    assert screen.finished.open.isHidden()


def test_escape_leaves_a_review_and_nothing_changed(shown: Show, session: ReaderSitting) -> None:
    read_all(session)
    screen = shown(session)
    screen.finished.table.selectRow(0)
    gestures.click(screen.finished.open)
    press(screen, "1", ESCAPE)
    assert page(screen) is screen.finished
    assert {own.revisions for own in session.own()} == {0}
    gestures.click(screen.finished.open)
    assert chosen(screen) == [[3], [3], [3]]
    assert not screen.form.confirm.isEnabled()
    gestures.click(screen.form.back)
    assert page(screen) is screen.finished


def test_who_has_signed_sees_his_readings_and_can_change_none(
    shown: Show, studies: ReaderStudies
) -> None:
    signed(studies, ITO)
    screen = shown(reader(studies))
    assert len(rows(screen)) == 4
    assert screen.finished.heading.text() == "Signed"
    screen.finished.table.selectRow(0)
    screen.finished.table.cellDoubleClicked.emit(0, 0)
    assert page(screen) is screen.finished


# --- Consensus -----------------------------------------------------------------------------------


def differing(image: str, criterion: str) -> int:
    return {"tumor_delineation": 5, "image_noise": 1}.get(criterion, 3)


def test_the_consensus_shows_both_scores_of_what_was_discordant_and_is_signed_by_all(
    shown: Show, studies: ReaderStudies
) -> None:
    signed(studies, ITO)
    signed(studies, MORI, differing)
    screen = shown(studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO]))
    assert screen.form.kind.text().startswith("Consensus")
    cards = [card for card in screen.form.cards if isinstance(card, CriterionCard)]
    told = [[label.text() for label in card.findChildren(QLabel)] for card in cards]
    assert [one[0] for one in told] == ["Tumor delineation", "Image noise"]
    assert told[0][1:7] == [
        ITO, "3", "lesion visible, margin blurred",
        MORI, "5", "excellent delineation of the lesion margin",
    ]  # fmt: skip
    press(screen, "4", ENTER)
    assert screen.form.count.text() == "1 of 4"
    press(screen, "2", ENTER)
    assert screen.form.count.text() == "2 of 4"
    for _ in range(3):
        press(screen, "4", "2", ENTER)
    assert page(screen) is screen.finished
    assert [row[2:5] for row in rows(screen)] == [["4", "", "2"]] * 4
    for name in READERS:
        screen.finished.passwords[name].setText(PASSWORDS[name])
    gestures.click(screen.finished.sign)
    assert screen.finished.heading.text() == "Signed"
    assert coordinator(studies).progress().consensus_signed


def test_readers_who_agree_have_nothing_to_do(shown: Show, studies: ReaderStudies) -> None:
    for name in READERS:
        signed(studies, name)
    screen = shown(studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO]))
    assert page(screen) is screen.finished
    assert screen.finished.heading.text() == "Nothing to agree on"
    assert screen.finished.sign.isHidden()


def test_a_sitting_begins_where_the_record_is(shown: Show, studies: ReaderStudies) -> None:
    read_one(reader(studies))
    screen = shown(reader(studies))
    assert screen.reading.state.page is Page.READING
    assert screen.reading.state.pause is Pause.NONE
    assert screen.form.count.text() == "2 of 4"
    assert screen.footer.percent.text() == "25 %"
    assert screen.footer.reader.text() == ITO


def test_every_control_has_a_name_and_those_of_a_page_are_reached_by_tab(
    screen: ReadingScreen,
) -> None:
    """In the form Tab goes from question to question, and digits and Enter answer."""
    assert nameless(screen) == []
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert unreached(screen) == []
    assert nameless(screen) == []
