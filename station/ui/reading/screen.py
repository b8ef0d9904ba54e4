"""The screen of a blinded reading: the images, the form, and black between the cases.

A window of its own on the full screen. It knows a code and one or two images; the rest of the
program is hidden while it is open.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from station.app import keys as keyboard
from station.app.language import marked, tr, translated
from station.app.reading.sitting import TEXTS, Page, Pause, ReadingState
from station.app.reading.workflow import BlindReading
from station.reading.marks import is_marks
from station.reading.protocol import SCORES
from station.reading.readings import ARTIFACT
from station.ui import theme
from station.ui.elements import in_column, in_row, new_bar, new_label
from station.ui.idle import IdleWatch
from station.ui.question import Question, ask_own_password
from station.ui.reading.form import ScoreForm, TextField
from station.ui.reading.keys import Keys
from station.ui.reading.pages import (
    BlackPage,
    FinishedPage,
    WordsPage,
    paused_words,
    rest_words,
    stopped_words,
)
from station.ui.reading.panes import BlindImages

TITLE = marked("Station: reading")
FORM_SHARE = 0.262
"""Of the window's width"""
FORM_WIDTHS_PX = (376, 420)
FOOTER_HEIGHT_PX = 34


class ReadingScreen(QWidget):
    """One sitting of a reader, or of those who agree on the consensus."""

    closed = Signal()

    def __init__(self, reading: BlindReading, keys: Keys | None = None) -> None:
        """`keys` of the images; None: those of everybody at first."""
        super().__init__()
        self.reading = reading
        self._keys = keys or Keys()
        self._may_lose = False
        self.setObjectName("ground")
        self.setWindowTitle(translated(TITLE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.images = BlindImages(reading)
        self.form = ScoreForm(reading, lambda: self.images.zoom)
        self.footer = Footer(reading, self._keys)
        self.black = BlackPage()
        self.paused, self.rest, self.stopped = WordsPage(self._keys), WordsPage(), WordsPage()
        self.finished = FinishedPage(reading, self.close)
        self._case = self._make_case()
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        for page in (
            self.black,
            self._case,
            self.paused,
            self.rest,
            self.stopped,
            self.finished,
        ):
            self._pages.addWidget(page)
        self.paused.first.clicked.connect(self._on_go_on)
        self.paused.second.clicked.connect(self._on_close)
        self.rest.first.clicked.connect(reading.begin)
        self.rest.second.clicked.connect(self._on_close)
        self.stopped.first.clicked.connect(self._on_try_again)
        self.stopped.second.clicked.connect(self._on_close)
        if not reading.agreeing:  # there several people sit together, and only one has signed in
            self.paused.third.setText(tr("Change my password…"))
            self.paused.third.clicked.connect(self._on_password)
            self.paused.third.show()
        self.setMinimumSize(960, 600)
        minutes = reading.protocol.idle_minutes
        self.idle = IdleWatch(self, minutes, reading.signs_of_life, reading.lock)
        reading.changed.connect(self._on_changed)
        self._refresh(reading.state)

    def _make_case(self) -> QWidget:
        case = QWidget()
        row = in_row((self.images, 1), self.form, spacing=0)
        in_column((row, 1), self.footer, of=case, margins=0, spacing=0)
        return case

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: ReadingState, after: ReadingState) -> None:
        self._refresh(after)
        if (before.page, before.pause) != (after.page, after.pause):
            self._give_keys(after)

    def _refresh(self, state: ReadingState) -> None:
        if _is_paused(state):
            self.paused.tell(*paused_words(state))
            self._pages.setCurrentWidget(self.paused)
            return
        match state.page:
            case Page.BLACK:
                self._pages.setCurrentWidget(self.black)
            case Page.READING:
                self._pages.setCurrentWidget(self._case)
            case Page.REST:
                self.rest.tell(*rest_words(state))
                self._pages.setCurrentWidget(self.rest)
            case Page.FINISHED:
                self._pages.setCurrentWidget(self.finished)
            case Page.STOPPED:
                self.stopped.tell(*stopped_words(state))
                self._pages.setCurrentWidget(self.stopped)

    def _give_keys(self, state: ReadingState) -> None:
        """The keyboard goes to the list at the end, and to this window on every other page."""
        focused = self.focusWidget()
        if state.page is Page.FINISHED and not _is_paused(state):
            fields = list(self.finished.passwords.values())
            (self.finished.table if state.signed or not fields else fields[0]).setFocus()
        elif not isinstance(focused, TextField) or not focused.isVisible():
            self.setFocus()

    # --- Gestures ------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in tabs
            and self._is_reading
        ):
            self.reading.move(1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        return super().event(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """In the form Tab goes from question to question; on the other pages it is Qt's."""
        return False if self._is_reading else super().focusNextPrevChild(forwards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = self.reading.state
        key = Qt.Key(event.key())
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Escape:
            self._on_escape(state)
        elif _is_paused(state):
            if enter:
                self._on_go_on()
        elif state.page is Page.READING:
            if enter:
                self.form.confirm_()
            elif not self._answer(event, key):
                self._look(event)
        else:
            super().keyPressEvent(event)

    def _answer(self, event: QKeyEvent, key: Qt.Key) -> bool:
        """Keys of the form; whether it was one."""
        digit = event.text()
        if digit.isascii() and digit.isdigit() and int(digit) in SCORES:
            self.reading.score(int(digit))
        elif digit == "0":
            self.reading.mark_nothing()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.reading.move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Y, Qt.Key.Key_N):
            self.reading.artifact(key == Qt.Key.Key_Y)
        else:
            return False
        return True

    def _look(self, event: QKeyEvent) -> None:
        """Keys of the images."""
        look = self._keys.look(keyboard.pressed(event))
        if look is not None:
            look(self.images)

    def _on_escape(self, state: ReadingState) -> None:
        if state.revising is not None:
            self.reading.leave_review()
        else:
            self.reading.pause()

    def _on_go_on(self) -> None:
        if self.reading.state.pause is not Pause.IDLE:
            self.reading.go_on()
            return
        question = Question(
            self,
            tr("Go on reading"),
            tr(
                "Nobody was here for {idle_minutes} minutes. What was answered is kept.",
                idle_minutes=self.reading.protocol.idle_minutes,
            ),
            tr("Go on"),
        )
        password = question.password(tr("Password of {name}", name=self.reading.sitting.name))
        question.ask(lambda done, failed: self.reading.come_back(password.text(), done, failed))

    def _on_password(self) -> None:
        words = tr("You use it to sign in and to sign. The coordinator can give you another one.")
        ask_own_password(self, self.reading.change_password, words)

    def _on_try_again(self) -> None:
        self.reading.begin()

    def _on_close(self) -> None:
        """By a button, next to which was said what would be lost."""
        self._may_lose = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Answers are stored before the window closes; if they cannot be, it stays open."""
        state = self.reading.state
        if state.unstored and state.problem and not self._may_lose:
            self.reading.pause()
            event.ignore()
            return
        self.reading.close()
        event.accept()
        self.closed.emit()

    @property
    def _is_reading(self) -> bool:
        state = self.reading.state
        return state.page is Page.READING and not _is_paused(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        low, high = map(theme.px, FORM_WIDTHS_PX)
        self.form.setFixedWidth(min(max(round(self.width() * FORM_SHARE), low), high))


class Footer(QFrame):
    """What the keys do now, how far the reader is, and who they are."""

    def __init__(self, reading: BlindReading, keys: Keys) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.setFixedHeight(theme.px(FOOTER_HEIGHT_PX))
        self._reading = reading
        self.hint = new_label(name="foot")
        self.bar = new_bar()
        self.bar.setFixedWidth(theme.px(280))
        self.percent = new_label(name="foot")
        self.keys = new_label(_look_words(reading, keys), "foot")
        self.reader = new_label(reading.sitting.name, "foot", plain=True)
        in_row(
            self.hint,
            12,
            self.bar,
            self.percent,
            None,
            self.keys,
            None,
            self.reader,
            of=self,
            margins=(20, 0, 20, 0),
            spacing=12,
        )
        reading.changed.connect(self._on_changed)
        self._refresh(reading.state)

    def _on_changed(self, before: ReadingState, after: ReadingState) -> None:
        self._refresh(after)

    def _refresh(self, state: ReadingState) -> None:
        shown = state.shown
        self.hint.setText(_hint(state))
        counted = shown is not None and state.revising is None
        self.bar.setVisible(counted)
        self.percent.setVisible(counted)
        if shown is not None:
            self.bar.setRange(0, shown.total)
            self.bar.setValue(shown.number - 1)
            self.percent.setText(f"{round(100 * (shown.number - 1) / shown.total)} %")


def _hint(state: ReadingState) -> str:
    focus = state.focus
    revising = state.revising is not None
    away = tr("Esc to go back") if revising else tr("Esc to pause")
    if focus is None:
        if revising:
            return tr("Press Enter to save, {away}", away=away)
        return tr("Press Enter to confirm, {away}", away=away)
    if focus.id in TEXTS:
        return tr("Type, then press Enter, {away}", away=away)
    if is_marks(focus.id):
        return tr(
            "Click a focus, press {scores}–{scores2} to mark it; 0: none. ↓ to go on",
            scores=SCORES[0],
            scores2=SCORES[-1],
        )
    if focus.id == ARTIFACT:
        return tr("Press Y or N, {away}", away=away)
    enter = "" if state.missing or revising else tr("Enter to confirm, ")
    return tr(
        "Press {scores}–{scores2} to score, {enter}{away}",
        scores=SCORES[0],
        scores2=SCORES[-1],
        enter=enter,
        away=away,
    )


def _look_words(reading: BlindReading, keys: Keys) -> str:
    planes = keys.signs("blinded.axial", "blinded.coronal", "blinded.sagittal")
    window = keys.signs("blinded.wider", "blinded.narrower")
    middle = tr("{window}: window · ", window=window) if reading.protocol.window_adjustable else ""
    return tr(
        "{planes}: plane · {middle}{signs}: reset",
        planes=planes,
        middle=middle,
        signs=keys.signs("view.reset"),
    )


def _is_paused(state: ReadingState) -> bool:
    covered = state.page in (Page.BLACK, Page.READING)
    return state.pause is Pause.IDLE or (state.pause is not Pause.NONE and covered)
