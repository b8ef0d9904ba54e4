"""The coordinator's view: how far a reader study is, its people, its lock, its record, its tables.

Before the study is locked it shows no score together with its arm.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from station.app.jobs import Failure
from station.app.language import tr, translated
from station.app.reading.coordination import Coordination, Followed, Known
from station.app.reading.overview import (
    NO_FIGURE,
    Badge,
    Figure,
    badge,
    due_words,
    export_refusal,
    figures,
    join_refusal,
    lock_refusal,
    matrix,
    reader_lines,
    reopen_refusal,
    unlock_refusal,
    unlocked,
    waiver_refusal,
    withdraw_refusal,
)
from station.ui import theme
from station.ui.action import Screen
from station.ui.elements import (
    BAR_STEPS,
    in_column,
    in_row,
    new_bar,
    new_button,
    new_label,
    say,
    scrolling,
    set_look,
)
from station.ui.idle import IdleWatch
from station.ui.page import bug_page
from station.ui.question import ask_own_password
from station.ui.reading.coordinator.grades import GradesPage
from station.ui.reading.coordinator.questions import (
    ask_analysis,
    ask_copy,
    ask_key,
    ask_lock,
    ask_new_password,
    ask_person,
    ask_reopen,
    ask_unlock,
    ask_waiver,
    ask_withdraw,
)
from station.ui.reading.coordinator.tables import CaseMatrix, HistoryPage, Legend, ReaderTable
from station.whole_file import file_name_of

if TYPE_CHECKING:
    from station.archive.readings import CoordinatorSitting, StudyProgress

SIDE_WIDTH_PX = 216
SIZE_PX = (1280, 820)

BADGE_NAMES = {
    Badge.OPEN: "badge",
    Badge.OVERDUE: "badgebad",
    Badge.COMPLETE: "badgegood",
    Badge.LOCKED: "badgegood",
}
"""Names in the style sheet"""


def show_coordinator(screen: Screen, sitting: "CoordinatorSitting") -> "CoordinatorView":
    """Open the view for a coordinator who has signed in; closing it signs them out."""
    coordination = Coordination(sitting, screen.desk.jobs.apart())
    view = CoordinatorView(coordination, screen.window())
    view.show()
    view.activateWindow()
    coordination.begin()
    return view


class CoordinatorView(QWidget):
    """One window over one coordinator's sitting."""

    def __init__(self, coordination: Coordination, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Coordinator: {study}", study=coordination.study))
        self.resize(*map(theme.px, SIZE_PX))
        self.coordination = coordination
        self.head = Head(coordination)
        self.strip = Strip(coordination)
        self.progress = ProgressPage()
        self.grades = GradesPage(coordination)
        self.history = HistoryPage()
        self.side = Side(self)
        self.foot = Foot(coordination)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.progress, tr("Progress"))
        self.tabs.addTab(self.grades, tr("QA grade"))
        self.tabs.addTab(self.history, tr("History"))
        self.tabs.currentChanged.connect(self._on_tab)
        self._empty = new_label(tr("Reading the record…"), "emptytitle")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tabs)
        middle = in_row((self._pages, 1), self.side, spacing=0)
        in_column(self.head, self.strip, (middle, 1), self.foot, of=self, margins=0, spacing=0)
        for key, verb in (
            ("F5", self.refresh),
            ("Ctrl+F", self.find),
            ("Ctrl+W", self.close),
            ("Esc", self._on_escape),
        ):
            QShortcut(QKeySequence(key), self, verb)
        self.head.refresh.clicked.connect(self.refresh)
        coordination.changed.connect(self._on_changed)
        coordination.jobs.failed.connect(self._on_failed)
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(coordination.close)
        minutes = coordination.protocol.idle_minutes
        self.idle = IdleWatch(self, minutes, self._signs_of_life, self._on_idle)
        self._refresh(coordination.state)

    # --- Following -----------------------------------------------------------------------------

    def _on_changed(self, before: Followed, after: Followed) -> None:
        if before.known is not after.known:
            self._refresh(after)
        elif before.busy != after.busy:
            self.side.refresh(after)
        if after.known is None:
            unread = (
                tr("The record could not be read.") if after.problem else tr("Reading the record…")
            )
            self._empty.setText(unread)

    def _refresh(self, state: Followed) -> None:
        self.side.refresh(state)
        known = state.known
        if known is None:
            return
        self._pages.setCurrentWidget(self.tabs)
        self.progress.show_known(known, self.coordination)
        self.history.show_history(known.history)
        if state.compared is None and not state.uncompared:
            self._on_tab()

    def _on_idle(self) -> None:
        """Nobody is there: the sitting ends, unless something that was asked for is under way."""
        if not self.coordination.state.busy:
            self.close()

    def _signs_of_life(self) -> tuple[object, ...]:
        return (self.tabs.currentIndex(), bool(self.coordination.state.busy))

    def _on_tab(self) -> None:
        """Grades may have been made since they were compared last."""
        if self.tabs.currentWidget() is self.grades:
            self.coordination.compare_grades()

    def _on_failed(self, failure: Failure) -> None:
        if failure.details is not None:
            bug_page(self, failure).show()

    # --- Verbs ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.coordination.refresh()
        self._on_tab()

    def lock(self) -> None:
        if known := self._known():
            ask_lock(self, self.coordination, known)

    def unlock(self) -> None:
        ask_unlock(self, self.coordination)

    def reopen(self) -> None:
        if known := self._known():
            ask_reopen(self, self.coordination, known)

    def add_person(self) -> None:
        ask_person(self, self.coordination)

    def set_password(self) -> None:
        if known := self._known():
            ask_new_password(self, self.coordination, known)

    def withdraw(self) -> None:
        if known := self._known():
            ask_withdraw(self, self.coordination, known)

    def waive_washout(self) -> None:
        if known := self._known():
            ask_waiver(self, self.coordination, known)

    def change_password(self) -> None:
        ask_own_password(
            self,
            self.coordination.change_password,
            tr(
                "It seals the key of the study. If every coordinator forgets theirs, nobody "
                "can lock "
                "the study."
            ),
        )

    def open_key(self) -> None:
        if known := self._known():
            ask_key(self, self.coordination, known)

    def check(self) -> None:
        self.coordination.check()

    @property
    def _file_name(self) -> str:
        return file_name_of(self.coordination.study, "study")

    def export_rows(self) -> None:
        name = f"{self._file_name}-readings.csv"
        file, _ = QFileDialog.getSaveFileName(
            self, tr("Save every reading"), str(Path.home() / name), tr("CSV (*.csv)")
        )
        if file:
            self.coordination.export_rows(Path(file))

    def export_analysis(self) -> None:
        name = f"{self._file_name}-analysis"
        ask_analysis(self, self.coordination, Path.home() / name)

    def investigator_copy(self) -> None:
        name = f"{self._file_name}-investigator.zip"
        file, _ = QFileDialog.getSaveFileName(
            self, tr("Save the investigator's copy"), str(Path.home() / name), tr("ZIP (*.zip)")
        )
        if file:
            ask_copy(self, self.coordination, Path(file))

    def find(self) -> None:
        """Look for something in the history."""
        self.tabs.setCurrentWidget(self.history)
        self.history.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.history.search.selectAll()

    def _known(self) -> Known | None:
        return self.coordination.state.known

    def _on_escape(self) -> None:
        """Cancel what can be cancelled; else the strip has been read."""
        if self.coordination.state.can_cancel:
            self.coordination.cancel()
        else:
            self.coordination.dismiss()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.coordination.close()
        super().closeEvent(event)


class Head(QWidget):
    """Which study it is, and how fresh what is shown is."""

    def __init__(self, coordination: Coordination) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._coordination = coordination
        self.badge = new_label(name="badge")  # from the start: its padding is of its first look
        self.due = new_label(name="quiet")
        self.at = new_label(name="quiet")
        self.refresh = new_button(tr("Refresh"), focus=False)
        self.refresh.setToolTip(tr("Read the record now (F5); it is also read every half minute"))
        in_row(
            new_label(coordination.study, "emptytitle"),
            (self.badge, 0, Qt.AlignmentFlag.AlignVCenter),
            self.due,
            None,
            new_label(tr("{name}, coordinator", name=coordination.sitting.name), "quiet"),
            self.at,
            self.refresh,
            of=self,
            margins=(16, 10, 12, 10),
            spacing=12,
        )
        coordination.changed.connect(self._on_changed)
        self._refresh(coordination.state)

    def _on_changed(self, before: Followed, after: Followed) -> None:
        self._refresh(after)

    def _refresh(self, state: Followed) -> None:
        known = state.known
        self.badge.setVisible(known is not None)
        if known is None:
            self.at.setText("" if state.problem else tr("Reading the record…"))
            return
        today = self._coordination.now.date()
        standing = badge(known.progress, today)
        set_look(self.badge, BADGE_NAMES[standing])
        self.badge.setText(translated(standing).upper())
        self.due.setText(due_words(known.progress.due, today))
        self.at.setText(tr("as of {at:%H:%M:%S}", at=known.at))


class Strip(QFrame):
    """What went wrong, was checked or was written, until it has been read."""

    def __init__(self, coordination: Coordination) -> None:
        super().__init__()
        self._coordination = coordination
        self.words = new_label(wrap=True, selectable=True)
        self.offer = new_button(verb=self._on_offer, name="bar")
        self.close_ = new_button(tr("Close"), coordination.dismiss, "bar")
        parts = ((self.words, 1), self.offer, self.close_)
        in_row(*parts, of=self, margins=(16, 8, 16, 8), spacing=8)
        coordination.changed.connect(self._on_changed)
        self._refresh(coordination.state)

    def _on_changed(self, before: Followed, after: Followed) -> None:
        self._refresh(after)

    def _refresh(self, state: Followed) -> None:
        words, kind, offer = _strip_words(state)
        self.setVisible(bool(words))
        self.words.setText(words)
        set_look(self.words, kind)
        say(self.offer, offer)
        # A record that cannot be read says so until it can.
        shown = state.trouble or state.checked or state.written or state.graded
        self.close_.setVisible(bool(shown))

    def _on_offer(self) -> None:
        state = self._coordination.state
        if state.checked is not None and not state.trouble:
            QGuiApplication.clipboard().setText(state.checked.verdict.head)
        elif state.written is not None and not state.trouble:
            folder = state.written if state.written.is_dir() else state.written.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._coordination.refresh()


class Side(QScrollArea):
    """What the coordinator can do."""

    def __init__(self, view: CoordinatorView) -> None:
        super().__init__()
        self.setFixedWidth(theme.px(SIDE_WIDTH_PX))
        inner = QWidget()
        inner.setObjectName("panel")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.lock = new_button(tr("Lock…"), view.lock, "primary")
        self.unlock = new_button(tr("Unlock…"), view.unlock)
        self.analysis = new_button(tr("Analysis…"), view.export_analysis)
        self.rows = new_button(tr("Readings, CSV…"), view.export_rows)
        self.copy = new_button(tr("Investigator's copy…"), view.investigator_copy)
        self.reopen = new_button(tr("Reopen a set…"), view.reopen)
        self.person = new_button(tr("Add a person…"), view.add_person)
        self.password = new_button(tr("Set a password…"), view.set_password)
        self.withdraw = new_button(tr("Withdraw a reader…"), view.withdraw)
        self.waive = new_button(tr("Waive the washout…"), view.waive_washout)
        self.own_password = new_button(tr("Change my password…"), view.change_password)
        self.check = new_button(tr("Check the record"), view.check)
        self.key = new_button(tr("Open the key…"), view.open_key)
        in_column(
            new_label("STUDY", "heading"),
            self.lock,
            self.unlock,
            10,
            new_label("EXPORT", "heading"),
            self.analysis,
            self.rows,
            self.copy,
            10,
            new_label("PEOPLE", "heading"),
            self.reopen,
            self.person,
            self.withdraw,
            self.waive,
            self.password,
            self.own_password,
            10,
            new_label("RECORD", "heading"),
            self.check,
            self.key,
            None,
            of=inner,
            margins=16,
            spacing=8,
        )
        scrolling(self, inner)

    def refresh(self, state: Followed) -> None:
        """Only what can be done now is enabled; else the tip says why."""
        known = state.known
        progress = None if known is None else known.progress
        locked = progress is not None and progress.locked
        self.lock.setVisible(not locked)
        self.unlock.setVisible(locked)
        for button, refusal, tip in (
            (self.lock, lock_refusal, tr("Close the study, so that it can be analysed")),
            (
                self.unlock,
                unlock_refusal,
                tr("Let readers who have not signed go on, with a reason"),
            ),
            (
                self.reopen,
                reopen_refusal,
                tr("Take a reader's signature back, so that they can revise"),
            ),
            (self.person, join_refusal, tr("A reader, an adjudicator or another coordinator")),
            (self.withdraw, withdraw_refusal, tr("They no longer read, and are not analysed")),
            (
                self.waive,
                waiver_refusal,
                tr("Let a reader begin the next session now, with a reason"),
            ),
            (self.password, None, tr("For a reader or adjudicator who forgot theirs")),
            (self.own_password, None, tr("It seals the key of the study")),
            (self.check, None, tr("The chain of the audit trail, and every image file")),
            (self.key, None, tr("What the image codes mean; who asked, and why, is recorded")),
            (self.rows, export_refusal, tr("Every reading with its arm, one line each")),
            (self.copy, export_refusal, tr("Everything about the study in one signed file")),
            (
                self.analysis,
                export_refusal,
                tr("Tables, tests, agreement, QA grade, rows, R script"),
            ),
        ):
            why = _why_not(state, progress, refusal)
            button.setEnabled(why is None)
            button.setToolTip(why or tip)


class Foot(QFrame):
    """What is under way, with a way to stop it."""

    def __init__(self, coordination: Coordination) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.message = new_label(name="quiet")
        self.bar = new_bar()
        self.bar.setFixedWidth(theme.px(260))
        self.percent = QLabel()
        self.percent.setMinimumWidth(theme.px(40))
        self.cancel = new_button(tr("Cancel"), coordination.cancel, "bar")
        parts = (self.message, None, self.bar, self.percent, self.cancel)
        in_row(*parts, of=self, margins=(16, 6, 12, 6), spacing=10)
        coordination.changed.connect(self._on_changed)
        self._refresh(coordination.state)

    def _on_changed(self, before: Followed, after: Followed) -> None:
        self._refresh(after)

    def _refresh(self, state: Followed) -> None:
        self.setVisible(bool(state.busy))
        self.message.setText(state.doing)
        self.cancel.setVisible(state.can_cancel)
        # Work without steps has no bar: it would stay empty.
        for widget in (self.bar, self.percent):
            widget.setVisible(state.can_cancel)
        self.bar.setValue(round(state.fraction * BAR_STEPS))
        self.percent.setText(f"{state.fraction * 100:.0f} %")


class ProgressPage(QWidget):
    """The figures of the study, its readers, and every image of theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = tuple(Card() for _ in range(4))
        cards = QGridLayout()
        cards.setSpacing(theme.px(12))
        for column, card in enumerate(self.cards):
            cards.addWidget(card, 0, column)
            cards.setColumnStretch(column, 1)
        self.readers = ReaderTable()
        self.warnings = new_label(name="caution", wrap=True, selectable=True)
        self.warnings.hide()
        above = in_row(new_label(tr("EVERY IMAGE"), "heading"), None, Legend())
        self.cases = CaseMatrix()
        parts = (cards, self.readers, self.warnings, above, (self.cases, 1))
        in_column(*parts, of=self, margins=(16, 14, 16, 12), spacing=12)

    def show_known(self, known: Known, coordination: Coordination) -> None:
        progress, now = known.progress, coordination.now
        for card, figure in zip(
            self.cards, figures(progress, coordination.protocol.large_difference), strict=True
        ):
            card.show_figure(figure)
        lines = reader_lines(progress, now)
        self.readers.show_readers(lines)
        warnings = [unlocked(reason) for reason in progress.unlocks]
        warnings += [f"{line.name}: {warning}" for line in lines for warning in line.warnings]
        say(self.warnings, "\n".join(warnings))
        names = tuple(line.name for line in lines)
        self.cases.show_rows(matrix(progress, now, known.arms), names, bool(known.arms))


class Card(QFrame):
    """One figure and what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.title = new_label(name="heading")
        self.figure = new_label(NO_FIGURE, "figure")
        self.words = new_label(wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        parts = (self.title, self.figure, self.words, None)
        in_column(*parts, of=self, margins=(14, 10, 14, 10), spacing=2)

    def show_figure(self, figure: Figure) -> None:
        self.title.setText(figure.title.upper())
        self.figure.setText(figure.figure)
        self.words.setText(figure.words)


def _strip_words(state: Followed) -> tuple[str, str, str]:
    """What the strip says, its name in the style sheet, and what its button offers."""
    if state.trouble:
        return state.trouble, "problem", ""
    if state.problem:
        words = state.problem
        if state.known is not None:
            words += tr(" What is shown is as of {at:%H:%M:%S}.", at=state.known.at)
        return words, "problem", tr("Try again")
    if state.checked is not None:
        if state.checked.whole:
            return state.checked.sentence, "note", tr("Copy the hash")
        return state.checked.sentence, "problem", ""
    if state.graded is not None:
        return state.graded.sentence, "problem" if state.graded.failed else "note", ""
    if state.written is not None:
        return tr("Wrote {written}", written=state.written), "note", tr("Open the folder")
    return "", "note", ""


def _why_not(
    state: Followed,
    progress: "StudyProgress | None",
    refusal: "Callable[[StudyProgress], str | None] | None",
) -> str | None:
    """Why a button is disabled now."""
    if progress is None:
        return tr("The record has not been read yet.")
    if state.busy:
        return tr("{busy} is under way.", busy=state.busy)
    return None if refusal is None else refusal(progress)
