"""The coordinator's view, by clicks and keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.app.jobs import Executor, InlineExecutor, Jobs
from station.app.reading.coordination import Coordination
from station.archive.readings import CoordinatorSitting, NewStudy, ReaderStudies
from station.errors import ArchiveError
from station.ui.reading.coordinator.questions import AnalysisQuestion, KeyPage, Question
from station.ui.reading.coordinator.tables import CaseMatrix, RowsModel
from station.ui.reading.coordinator.view import CoordinatorView, show_coordinator
from station.ui.window import ReadingWindow
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    STUDY,
    Clock,
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
    threes,
)
from tests.made_up.held import Held
from tests.ui.keyboard import nameless, unreached

ITO, MORI = READERS
OWN = PASSWORDS[COORDINATOR]
SIZES = ((1600, 1000), (1280, 720))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewStudy:
    quick(monkeypatch)
    protocol = replace(PROTOCOL, repeats=1)
    return replace(new_study(tmp_path / "images", protocol, practice=1), due=date(2026, 11, 25))


@pytest.fixture
def studies(study: NewStudy, station_home: Path, clock: Clock) -> Iterator[ReaderStudies]:
    found = made(station_home, study, clock)
    yield found
    found.close()


@pytest.fixture
def open_view(
    studies: ReaderStudies, clock: Clock, qtbot: QtBot
) -> Iterator[Callable[..., CoordinatorView]]:
    """A view of the study as it is now."""
    made_: list[CoordinatorView] = []

    def open_(
        executor: Executor | None = None, session: CoordinatorSitting | None = None
    ) -> CoordinatorView:
        jobs = Jobs(executor or InlineExecutor())
        view = CoordinatorView(Coordination(session or coordinator(studies), jobs, clock))
        made_.append(view)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.coordination.begin()
        return view

    yield open_
    for view in made_:
        view.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def view(open_view: Callable[..., CoordinatorView]) -> CoordinatorView:
    return open_view()


def click(button: QPushButton) -> None:
    assert button.isEnabled(), button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def question(view: CoordinatorView) -> Question:
    """The one that is open."""
    (found,) = [one for one in view.findChildren(Question) if one.isVisible()]
    return found


def fields(asked: QWidget, kind: type) -> list:
    return [one for one in asked.findChildren(kind) if one.isVisibleTo(asked)]


def type_in(asked: Question, *texts: str) -> None:
    """Into the one-line fields, in their order."""
    lines = fields(asked, QLineEdit)
    assert len(lines) == len(texts)
    for line, text in zip(lines, texts, strict=True):
        line.clear()
        QTest.keyClicks(line, text)


def give_reason(asked: Question, text: str) -> None:
    (field,) = fields(asked, QPlainTextEdit)
    QTest.keyClicks(field, text)


def shown_texts(view: QWidget) -> str:
    """All that widgets and tables of the view say, tips too."""
    texts: list[str] = [view.windowTitle()]
    for widget in view.findChildren(QWidget):
        texts += [
            str(getattr(widget, name)())
            for name in ("text", "toolTip", "toPlainText", "placeholderText")
            if hasattr(widget, name)
        ]
        model = getattr(widget, "rows_model", None)
        if isinstance(model, RowsModel):
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    texts += [
                        str(index.data(role))
                        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
                    ]
    return "\n".join(texts)


# --- what it shows ------------------------------------------------------------------------------


def test_the_view_shows_who_has_read_how_much(
    studies: ReaderStudies, open_view: Callable[..., CoordinatorView]
):
    signed(studies, ITO)
    session = reader(studies, MORI)
    for _ in range(2 + 3):
        read_one(session)
    view = open_view()
    model = view.progress.readers.rows_model
    lines = [[model.index(row, column).data() for column in range(6)] for row in range(2)]
    assert lines[0][:3] == [ITO, "9 / 9", "2 of 2"]
    assert lines[0][5] == "signed"
    assert lines[1][:3] == [MORI, "3 / 9", "2 of 2"]
    assert lines[1][5] == "reading"
    assert view.progress.cards[0].figure.text() == "67 %"
    assert view.head.badge.text() == "OPEN"
    assert view.head.due.text() == "due 25 Nov 2026, in 5 days"


def test_every_image_has_a_cell_for_each_reader(
    studies: ReaderStudies, study: NewStudy, open_view: Callable[..., CoordinatorView]
):
    read_all(reader(studies, ITO))
    view = open_view()
    model = view.progress.cases.rows_model
    assert model.header == ("Image", ITO, MORI)
    assert model.rowCount() == len(study.key.entries)
    marks = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert all(one.startswith("confirmed 12 s") for one in marks)
    assert sum("confirmed 12 s, confirmed 12 s" in one for one in marks) == 1, "the repeat"


def test_a_reader_who_is_late_is_marked(view: CoordinatorView, clock: Clock):
    clock.later(days=7)
    view.coordination.refresh()
    model = view.progress.readers.rows_model
    assert model.index(0, 5).data() == "overdue, 2 days"
    assert view.head.badge.text() == "OVERDUE"


def test_a_reader_who_speeds_up_is_named_with_what_to_ask(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    from station.reading.readings import Viewing

    quick(monkeypatch)
    studies = made(station_home, new_study(tmp_path / "images", cases=12))
    session = reader(studies)
    for number in range(24):
        read_one(session, threes, Viewing(60.0 if number < 14 else 10.0))
    view = CoordinatorView(Coordination(coordinator(studies), Jobs(InlineExecutor())))
    view.coordination.begin()
    assert view.progress.warnings.isVisibleTo(view)
    assert view.progress.warnings.text().startswith(f"{ITO}: Reads faster: 10 s per case")
    view.close()
    studies.close()


@pytest.mark.parametrize("stage", ["open", "signed", "unlocked"])
def test_no_arm_is_shown_anywhere_before_the_lock(
    stage: str,
    studies: ReaderStudies,
    study: NewStudy,
    open_view: Callable[..., CoordinatorView],
):
    for name in READERS:
        signed(studies, name, scorer_by_arm(study.key, 2, 3))
        if stage == "open":
            break
    if stage == "unlocked":
        coordinator(studies).lock(OWN)
        coordinator(studies).unlock("one image is missing")
    view = open_view()
    view.tabs.setCurrentWidget(view.history)
    for row in range(view.history.rows_model.rowCount()):
        if view.history.rows_model.index(row, 3).data() != "created the study":
            view.history.table.selectRow(row)
            shown = view.history.whole.toPlainText()
            assert "conventional" not in shown
            assert '"dl"' not in shown
    view.history.table.clearSelection()
    text = shown_texts(view).casefold()
    assert "conventional" not in text
    assert "case 1" not in text, "a case's name, with the images' order, would pair its two images"


def test_after_the_lock_the_images_go_by_case_and_arm(
    studies: ReaderStudies, study: NewStudy, open_view: Callable[..., CoordinatorView]
):
    for name in READERS:
        signed(studies, name, scorer_by_arm(study.key, 2, 3))
    coordinator(studies).lock(OWN)
    view = open_view()
    model = view.progress.cases.rows_model
    assert model.header[0] == "Case and arm"
    assert [model.index(row, 0).data() for row in range(3)] == [
        "case 1, Conventional",
        "case 1, DL",
        "case 2, Conventional",
    ]
    assert view.head.badge.text() == "LOCKED"


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off_at_the_usual_sizes(
    view: CoordinatorView, size: tuple[int, int], qtbot: QtBot
):
    view.resize(*size)
    QApplication.processEvents()
    assert (view.width(), view.height()) == size
    for button in view.side.findChildren(QPushButton):
        if button.isVisibleTo(view):
            assert button.width() >= button.sizeHint().width()
    assert not view.side.verticalScrollBar().isVisible()
    for card in view.progress.cards:
        assert card.words.height() >= card.words.heightForWidth(card.words.width())
    table = view.progress.readers
    columns = table.rows_model.columnCount()
    assert sum(table.columnWidth(column) for column in range(columns)) <= table.width()


def test_a_click_on_an_image_marks_its_row_and_a_tip_tells_the_rest(
    view: CoordinatorView, studies: ReaderStudies
):
    read_one(reader(studies))
    QTest.keyClick(view, Qt.Key.Key_F5)
    cases: CaseMatrix = view.progress.cases
    row = next(
        row
        for row in range(cases.rows_model.rowCount())
        if str(cases.rows_model.index(row, 1).data()).startswith("confirmed")
    )
    cases.scrollTo(cases.rows_model.index(row, 1))
    place = cases.visualRect(cases.rows_model.index(row, 1)).center()
    QTest.mouseClick(
        cases.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert cases.currentIndex().row() == row
    tip = cases.rows_model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "practice 1: confirmed today" in tip
    assert cases.grab().toImage().pixelColor(place + QPoint(200, 0)).isValid()


# --- following ----------------------------------------------------------------------------------


def test_f5_reads_the_record_again(view: CoordinatorView, studies: ReaderStudies):
    read_one(reader(studies))
    assert view.progress.readers.rows_model.index(0, 2).data() == "0 of 2"
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert view.progress.readers.rows_model.index(0, 2).data() == "1 of 2"


def test_a_look_by_itself_keeps_the_place_in_the_tables(
    view: CoordinatorView, studies: ReaderStudies
):
    cases = view.progress.cases
    cases.selectRow(4)
    view.tabs.setCurrentWidget(view.history)
    view.history.table.selectRow(2)
    before = view.history.whole.toPlainText()
    read_one(reader(studies))
    view.coordination.refresh()
    assert cases.currentIndex().row() == 4
    assert view.history.whole.toPlainText() == before
    assert view.history.table.currentIndex().row() > 2, "new entries stand above it"


def test_when_the_record_is_out_of_reach_it_says_so_and_tries_again(
    view: CoordinatorView, monkeypatch: pytest.MonkeyPatch
):
    def gone() -> None:
        raise ArchiveError("The database does not answer.")

    with monkeypatch.context() as patched:
        patched.setattr(view.coordination.sitting, "progress", gone)
        QTest.keyClick(view, Qt.Key.Key_F5)
        assert view.strip.isVisible()
        assert view.strip.words.text().startswith("The database does not answer. What is shown is")
        assert view.tabs.isVisible()
    click(view.strip.offer)
    assert not view.strip.isVisible()


def test_a_record_that_could_never_be_read_shows_no_empty_tables(
    open_view: Callable[..., CoordinatorView],
    studies: ReaderStudies,
    monkeypatch: pytest.MonkeyPatch,
):
    def gone() -> None:
        raise ArchiveError("The database does not answer.")

    session = coordinator(studies)
    monkeypatch.setattr(session, "progress", gone)
    view = open_view(session=session)
    assert not view.tabs.isVisible()
    assert view._empty.text() == "The record could not be read."
    assert not view.side.lock.isEnabled()


# --- what is done -------------------------------------------------------------------------------


def test_locking_asks_for_a_reason_while_somebody_has_not_signed(view: CoordinatorView):
    click(view.side.lock)
    asked = question(view)
    assert f"Not signed yet: {ITO}, {MORI}." in shown_texts(asked)
    type_in(asked, OWN)
    assert not asked.ok.isEnabled()
    give_reason(asked, "the funding has ended")
    click(asked.ok)
    assert not asked.isVisible()
    assert view.head.badge.text() == "LOCKED"
    assert view.side.unlock.isVisible()
    assert not view.side.lock.isVisible()


def test_a_wrong_password_is_told_in_the_question_and_can_be_typed_again(
    view: CoordinatorView,
):
    click(view.side.lock)
    asked = question(view)
    give_reason(asked, "the funding has ended")
    type_in(asked, "not this one")
    QTest.keyClick(fields(asked, QLineEdit)[0], Qt.Key.Key_Return)
    assert asked.isVisible()
    assert asked.problem.isVisible()
    assert "password" in asked.problem.text()
    type_in(asked, OWN)
    QTest.keyClick(fields(asked, QLineEdit)[0], Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert view.head.badge.text() == "LOCKED"


def test_a_locked_study_is_unlocked_with_a_reason_that_stays_in_sight(
    view: CoordinatorView, studies: ReaderStudies
):
    coordinator(studies).lock(OWN, "too early")
    QTest.keyClick(view, Qt.Key.Key_F5)
    click(view.side.unlock)
    asked = question(view)
    assert not asked.ok.isEnabled()
    give_reason(asked, "one image is missing")
    click(asked.ok)
    assert view.head.badge.text() == "OPEN"
    assert 'it was unlocked: "one image is missing"' in view.progress.warnings.text()


def test_a_signed_set_is_reopened(view: CoordinatorView, studies: ReaderStudies):
    assert not view.side.reopen.isEnabled()
    assert view.side.reopen.toolTip() == "Nobody has signed."
    signed(studies, MORI)
    QTest.keyClick(view, Qt.Key.Key_F5)
    click(view.side.reopen)
    asked = question(view)
    (names,) = fields(asked, QComboBox)
    assert [names.itemText(row) for row in range(names.count())] == [MORI]
    give_reason(asked, "he asked for it")
    click(asked.ok)
    assert view.progress.readers.rows_model.index(1, 5).data() == "read, not signed"


def test_a_person_is_added_when_both_passwords_are_the_same(
    view: CoordinatorView, studies: ReaderStudies
):
    click(view.side.person)
    asked = question(view)
    type_in(asked, "Dr. Abe", "a long password", "another password", OWN)
    assert not asked.ok.isEnabled()
    type_in(asked, "Dr. Abe", "a long password", "a long password", OWN)
    click(asked.ok)
    assert view.progress.readers.rows_model.index(2, 0).data() == "Dr. Abe"
    assert view.progress.cases.rows_model.header == ("Image", ITO, MORI, "Dr. Abe")
    assert studies.sign_in(STUDY, "Dr. Abe", "a long password").name == "Dr. Abe"


def test_a_name_that_is_taken_is_refused_in_the_question(view: CoordinatorView):
    click(view.side.person)
    asked = question(view)
    type_in(asked, ITO, "a long password", "a long password", OWN)
    click(asked.ok)
    assert asked.problem.text() == f'The name "{ITO}" is taken. Give each person another one.'
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert not asked.isVisible()


def test_a_forgotten_password_is_set_anew(view: CoordinatorView, studies: ReaderStudies):
    click(view.side.password)
    asked = question(view)
    (names,) = fields(asked, QComboBox)
    assert [names.itemText(row) for row in range(names.count())] == [ITO, MORI]
    QTest.keyClick(names, Qt.Key.Key_Down)
    type_in(asked, "the new one of Mori", "the new one of Mori")
    give_reason(asked, "forgotten")
    click(asked.ok)
    assert studies.sign_in(STUDY, MORI, "the new one of Mori").name == MORI


def test_ones_own_password_is_changed(view: CoordinatorView, studies: ReaderStudies):
    click(view.side.own_password)
    asked = question(view)
    type_in(asked, OWN, "the new one of Mori", "the new one of Mori")
    click(asked.ok)
    assert studies.sign_in(STUDY, COORDINATOR, "the new one of Mori").name == COORDINATOR


def test_the_key_opens_early_only_to_who_agrees_to_be_no_longer_blinded(
    view: CoordinatorView, study: NewStudy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    click(view.side.key)
    asked = question(view)
    give_reason(asked, "an image looks wrong")
    type_in(asked, OWN)
    assert not asked.ok.isEnabled()
    (agreed,) = fields(asked, QCheckBox)
    agreed.click()
    click(asked.ok)
    (page,) = view.findChildren(KeyPage)
    assert page.table.rowCount() == len(study.key.entries)
    target = tmp_path / "key.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(target), ""))
    save = next(one for one in page.findChildren(QPushButton) if one.text().startswith("Save"))
    click(save)
    assert target.read_text(encoding="utf-8").startswith("image,case,arm,practice,source\n")
    page.close()
    assert view.history.rows_model.index(0, 5).data() == "an image looks wrong"


def test_while_something_is_done_the_question_waits_and_nothing_else_can_be_asked(
    open_view: Callable[..., CoordinatorView],
):
    held = Held()
    view = open_view(held)
    held.run_all()
    click(view.side.lock)
    asked = question(view)
    give_reason(asked, "the funding has ended")
    type_in(asked, OWN)
    click(asked.ok)
    assert not asked.ok.isEnabled()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.isVisible(), "what the record is told cannot be taken back"
    assert view.side.check.toolTip() == "Locking the study is under way."
    assert not view.side.check.isEnabled()
    assert view.foot.isVisible()
    assert not view.foot.cancel.isVisible()
    held.run_all()
    assert not asked.isVisible()
    assert not view.foot.isVisible()


# --- the history --------------------------------------------------------------------------------


def test_ctrl_f_searches_the_history(view: CoordinatorView, studies: ReaderStudies):
    read_one(reader(studies))
    QTest.keyClick(view, Qt.Key.Key_F5)
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.tabs.currentWidget() is view.history
    QTest.keyClicks(view.history.search, "ito CONFIRMED")
    model = view.history.rows_model
    assert [model.index(row, 3).data() for row in range(model.rowCount())] == [
        "confirmed a reading"
    ]
    assert view.history.count.text().startswith("1 of ")
    view.history.search.clear()
    QTest.keyClicks(view.history.search, "no such thing")
    assert model.rowCount() == 0


def test_an_entry_that_is_chosen_is_shown_whole(view: CoordinatorView):
    view.tabs.setCurrentWidget(view.history)
    place = view.history.table.visualRect(view.history.rows_model.index(0, 3)).center()
    QTest.mouseClick(
        view.history.table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place,
    )
    assert "signed in" in view.history.whole.toPlainText()
    assert "Hash: " in view.history.whole.toPlainText()


# --- checking and exporting ---------------------------------------------------------------------


def test_a_whole_record_gives_its_hash_to_be_written_down(
    view: CoordinatorView, studies: ReaderStudies
):
    click(view.side.check)
    assert view.strip.words.text().startswith("The record is whole: ")
    click(view.strip.offer)
    assert QGuiApplication.clipboard().text() == studies.verify().head
    click(view.strip.close_)
    assert not view.strip.isVisible()


def test_a_changed_image_is_shown_as_a_problem(view: CoordinatorView, study: NewStudy):
    code = next(iter(study.key.entries))
    (study.images / code / "1.dcm").write_bytes(b"another")
    click(view.side.check)
    assert code in view.strip.words.text()
    assert view.strip.words.objectName() == "problem"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.strip.isVisible()


def test_nothing_is_exported_before_the_lock(view: CoordinatorView):
    for button in (view.side.rows, view.side.analysis):
        assert not button.isEnabled()
        assert button.toolTip() == "The key is sealed until the study is locked."


def test_readings_are_saved_where_the_coordinator_says(
    view: CoordinatorView,
    studies: ReaderStudies,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    read_all(reader(studies))
    coordinator(studies).lock(OWN, "one reader only")
    QTest.keyClick(view, Qt.Key.Key_F5)
    target = tmp_path / "rows.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (str(target), ""))
    click(view.side.rows)
    assert view.strip.words.text() == f"Wrote {target}"
    assert len(target.read_text(encoding="utf-8").splitlines()) == 1 + 9


def test_the_analysis_of_a_study_read_agreed_on_and_locked_is_written_with_its_vois(
    view: CoordinatorView,
    study: NewStudy,
    studies: ReaderStudies,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    from station.report.reading.rows import vois_csv
    from tests.reading.reader_scores import study_vois

    monkeypatch.setattr("station.report.reading.plots.pictures", lambda analysis: ())
    signed(studies, ITO, scorer_by_arm(study.key, 2, 4))
    signed(studies, MORI, scorer_by_arm(study.key, 2, 2))
    consensus = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    agree(consensus)
    consensus.sign(PASSWORDS)
    coordinator(studies).lock(OWN)
    QTest.keyClick(view, Qt.Key.Key_F5)
    vois = tmp_path / "voi.csv"
    vois.write_text(vois_csv(study_vois(cases=4)), encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *given: ([str(vois)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: str(tmp_path / "out"))
    click(view.side.analysis)
    asked = question(view)
    assert isinstance(asked, AnalysisQuestion)
    for words in ("Choose…", "Add…"):
        click(next(one for one in asked.findChildren(QPushButton) if one.text() == words))
    click(asked.ok)
    assert view.strip.words.text() == f"Wrote {tmp_path / 'out'}"
    told = (tmp_path / "out" / "analysis.json").read_text(encoding="utf-8")
    assert '"lesions"' in told
    assert "4 images were scored again in the consensus." in told


def test_an_export_shows_how_far_it_is_and_is_stopped_by_its_button(
    open_view: Callable[..., CoordinatorView], studies: ReaderStudies, tmp_path: Path
):
    held = Held()
    coordinator(studies).lock(OWN, "too early")
    view = open_view(held)
    held.run_all()
    view.coordination.export_analysis(tmp_path / "out")
    assert view.foot.isVisible()
    assert view.foot.message.text() == "Writing the analysis"
    click(view.foot.cancel)
    held.run_all()
    assert not view.foot.isVisible()
    assert not view.strip.isVisible()
    assert not (tmp_path / "out").exists()


# --- from the reading window --------------------------------------------------------------------


def test_it_opens_over_the_reading_window_and_closing_it_ends_its_work(
    open_window: Callable[..., ReadingWindow], studies: ReaderStudies, qtbot: QtBot
):
    window = open_window()
    view = show_coordinator(window, coordinator(studies))
    qtbot.waitUntil(view.isActiveWindow)
    assert view.isVisible()
    assert view.window() is view
    assert view.progress.readers.rows_model.rowCount() == 2
    timer = view.coordination._timer
    assert timer.isActive()
    QTest.keyClick(view, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not timer.isActive()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(CoordinatorView)


def test_every_control_is_reached_by_keyboard_and_has_a_name(view: CoordinatorView) -> None:
    assert unreached(view) == []
    assert nameless(view) == []
