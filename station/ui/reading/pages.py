"""What a blinded reader sees between and after the cases: black, paused, rest, the end."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.app.language import long_day, marked, plural, tr, translated
from station.app.reading.sitting import Pause, ReadingState, allowance_words
from station.app.reading.workflow import BlindReading
from station.archive.readings import OwnReading
from station.reading.marks import question_id
from station.reading.readings import Question, Reading
from station.reading.worklist import Side
from station.ui import theme
from station.ui.elements import (
    in_column,
    in_row,
    new_button,
    new_delay,
    new_label,
    plain_table,
    say,
)
from station.ui.reading.keys import Keys

PAGE_WIDTH_PX = 460
LIST_WIDTH_PX = 940
SLOW_MS = 700
"""A black screen that lasts longer says what it waits for"""
ROW_HEIGHT_PX = 28
CODE_WIDTH_PX, NUMBER_WIDTH_PX, REVISED_WIDTH_PX = 90, 96, 76


class BlackPage(QWidget):
    """Nothing, while the next case is on its way."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("black")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = new_label(tr("Loading the next case"), "dim")
        in_column((self.words, 0, Qt.AlignmentFlag.AlignCenter), of=self)
        self._slow = new_delay(self, SLOW_MS, self.words.show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.words.hide()
        self._slow.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._slow.stop()
        super().hideEvent(event)


class WordsPage(QWidget):
    """A heading, a sentence or two, and what can be done: on black, in the middle."""

    def __init__(self, keys: Keys | None = None) -> None:
        """With the list of `keys`, if any."""
        super().__init__()
        self.setObjectName("black")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.heading = _label("pageheading")
        self.words = _label("pagewords")
        self.words.setFixedWidth(theme.px(PAGE_WIDTH_PX))
        self.problem = _label("problem")
        self.problem.setFixedWidth(theme.px(PAGE_WIDTH_PX))
        self.first = new_button(name="primary", focus=False)
        self.second = new_button(tr("Close"), focus=False)
        self.third = new_button(focus=False)
        self.third.hide()
        for button in (self.first, self.second, self.third):
            button.setMinimumWidth(theme.px(120))
        self.keys = QWidget()
        self.keys.setVisible(keys is not None)
        grid = QGridLayout(self.keys)
        grid.setContentsMargins(0, theme.px(18), 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(1, 1)
        for number, (key, what) in enumerate(keys.lines() if keys is not None else ()):
            for place, text in enumerate((key, what)):
                label = _label("words" if place == 0 else "anchor")
                label.setText(text)
                label.setWordWrap(False)
                grid.addWidget(label, number, place)
        column = in_column(
            None,
            self.heading,
            self.words,
            self.problem,
            6,
            in_row(self.first, self.second, self.third, None, spacing=10),
            self.keys,
            None,
            spacing=12,
        )
        in_row(None, column, None, of=self)

    def tell(self, heading: str, words: str, problem: str, first: str, second: str) -> None:
        """Show these; an empty text hides its place."""
        parts = ((self.heading, heading), (self.words, words), (self.problem, problem))
        for label, text in parts:
            say(label, text)
        for button, text in ((self.first, first), (self.second, second)):
            button.setText(text)
            button.setVisible(bool(text))


def paused_words(state: ReadingState) -> tuple[str, str, str, str, str]:
    """What `WordsPage.tell` says in a pause."""
    problem, close = "", tr("Close")
    if state.unstored:
        count = len(state.unstored)
        problem = plural(
            count,
            "{count} answer is not stored yet. {problem} Leave the program open: storing is tried "
            "again automatically. If you close now, unstored answers are lost.",
            "{count} answers are not stored yet. {problem} Leave the program open: storing is "
            "tried again automatically. If you close now, unstored answers are lost.",
            problem=state.problem,
        )
        close = tr("Close and lose them")
    if state.pause is Pause.IDLE:
        words = tr("Nobody was here for a while. Your answers are kept; your password goes on.")
        return tr("Locked"), words, "", tr("Go on…"), close
    if state.pause is Pause.PRACTISED:
        words = tr(
            "The scale stays the same. From now on every case counts, and the "
            "words of the scale appear when you point at a score."
        )
        return tr("Practice is over"), words, problem, tr("Begin"), close
    words = tr("The image is hidden and the clock is stopped. Your answers are kept.")
    return tr("Paused"), words, problem, tr("Continue"), close


def rest_words(state: ReadingState) -> tuple[str, str, str, str, str]:
    until = state.until
    day = tr("another day") if until is None else long_day(until)
    words = tr(
        "The next sitting opens on {day}, so that no image is remembered from the "
        "one before. What you confirmed is stored.",
        day=day,
    )
    return tr("Rest"), words, "", tr("Look again"), tr("Close")


def stopped_words(state: ReadingState) -> tuple[str, str, str, str, str]:
    words = tr("What you confirmed is stored. Closing loses nothing.")
    return tr("Reading cannot go on"), words, state.problem, tr("Try again"), tr("Close")


class FinishedPage(QWidget):
    """Everything is confirmed: the reader's own readings, to look through, revise and sign."""

    def __init__(self, reading: BlindReading, close: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading = reading
        self._listed: tuple[OwnReading, ...] | None = None
        self._asked: tuple[str, ...] = ()
        self.passwords: dict[str, QLineEdit] = {}
        self.heading = _label("pageheading")
        self.words = _label("pagewords")
        self.table = self._make_table()
        self.meaning = _label("pagewords")
        self.problem = _label("problem")
        self.open = new_button(tr("Open this case"), self._on_open)
        self.sign = new_button(tr("Sign"), self._on_sign, "primary")
        self.close_ = new_button(tr("Close"), lambda _=False: close())
        self._fields = in_row(spacing=8)
        foot = in_row(self.open, None, self._fields, self.sign, self.close_, spacing=8)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(LIST_WIDTH_PX))
        above = (self.heading, self.words, (self.table, 1), self.meaning)
        parts = (*above, self.problem, foot)
        in_column(*parts, of=holder, spacing=12)
        in_row((holder, 1), of=self, margins=(24, 32, 24, 32))
        reading.changed.connect(self._on_changed)

    def _make_table(self) -> QTableWidget:
        protocol = self._reading.protocol
        asked = (*(() if self._reading.agreeing else protocol.marks), *protocol.criteria)
        heads = [tr("Case"), tr("Number"), *(criterion.name for criterion in asked)]
        heads += [tr("Comment")] if self._reading.agreeing else [tr("Artifact"), tr("Comment")]
        heads.append(tr("Revised"))
        table = QTableWidget(0, len(heads))
        table.setHorizontalHeaderLabels(heads)
        plain_table(table, ROW_HEIGHT_PX, read_only=True)
        table.setAccessibleName(tr("Your readings"))
        header = table.horizontalHeader()
        for column in range(len(heads)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        fixed = ((0, CODE_WIDTH_PX), (1, NUMBER_WIDTH_PX), (len(heads) - 1, REVISED_WIDTH_PX))
        for column, width in fixed:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, theme.px(width))
        table.itemSelectionChanged.connect(self._refresh_open)
        table.cellDoubleClicked.connect(lambda row, column: self._on_open())
        return table

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: ReadingState, after: ReadingState) -> None:
        if after.own is not self._listed:
            self._list(after.own)
        if after.signers != self._asked:
            self._ask(after.signers)
        heading, words = _finished_words(after, self._reading.agreeing)
        if not (self._reading.agreeing or after.signed):
            words += " " + allowance_words(self._reading.protocol, len(after.looked_again))
        self.heading.setText(heading)
        self.words.setText(words)
        says = bool(after.own and after.meaning) and not after.signed
        say(self.meaning, _meaning_words(after.meaning) if says else "")
        self.table.setVisible(bool(after.own))
        say(self.problem, after.problem)
        asks = bool(after.own) and not after.signed
        for field in self.passwords.values():
            field.setVisible(asks)
        self.sign.setVisible(asks)
        self.open.setVisible(asks)
        self.sign.setText(tr("Signing…") if after.signing else tr("Sign"))
        self._refresh_sign()
        self._refresh_open()

    def _list(self, own: tuple[OwnReading, ...]) -> None:
        chosen = self._chosen
        self._listed = own
        self.table.setRowCount(len(own))
        for row, reading in enumerate(own):
            for column, text in enumerate(self._cells(reading)):
                item = QTableWidgetItem(text)
                item.setFont(theme.font(theme.PANEL_PX))
                self.table.setItem(row, column, item)
            if reading.code == chosen:
                self.table.selectRow(row)

    def _cells(self, own: OwnReading) -> list[str]:
        """A reading as a row: `A 4 · B 2` where two images were scored."""
        reading, sides = own.reading, self._reading.sides

        def of_sides(value: Callable[..., str]) -> str:
            parts = [(side, text) for side in sides if (text := value(side))]
            return " · ".join(f"{side} {text}" if side else text for side, text in parts)

        cells = [
            own.code,
            tr("practice {number}", number=own.number) if own.practice else str(own.number),
        ]
        marked = () if self._reading.agreeing else self._reading.protocol.marks
        cells += [
            of_sides(lambda side, id_=criterion.id: _foci_words(reading, id_, side))
            for criterion in marked
        ]
        cells += [
            of_sides(
                lambda side, id_=criterion.id: str(reading.answers.get(Question(side, id_), ""))
            )
            for criterion in self._reading.protocol.criteria
        ]
        if not self._reading.agreeing:
            cells.append(of_sides(lambda side: reading.artifact(side) or "") or "no")
        cells.append(of_sides(reading.comment))
        cells.append("" if not own.revisions else f"{own.revisions} ×")
        return cells

    def _ask(self, signers: tuple[str, ...]) -> None:
        """A password field for each person who signs."""
        self._asked = signers
        for field in self.passwords.values():
            field.hide()
            self._fields.removeWidget(field)
            field.deleteLater()
        self.passwords = {}
        for name in signers:
            field = QLineEdit()
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setPlaceholderText(tr("Password of {name}", name=name))
            field.setAccessibleName(tr("Password of {name}", name=name))
            field.setMinimumWidth(theme.px(190))
            field.textChanged.connect(self._refresh_sign)
            field.returnPressed.connect(self._on_sign)
            self.passwords[name] = field
            self._fields.addWidget(field)

    def _refresh_sign(self) -> None:
        state = self._reading.state
        whole = bool(self.passwords) and all(field.text() for field in self.passwords.values())
        self.sign.setEnabled(whole and not state.signing and not state.signed)

    def _refresh_open(self) -> None:
        self.open.setEnabled(self._chosen is not None)

    # --- Gestures ------------------------------------------------------------------------------

    @property
    def _chosen(self) -> str | None:
        """The code of the selected row."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        item = self.table.item(rows.pop(), 0) if len(rows) == 1 else None
        return None if item is None else item.text()

    def _on_open(self) -> None:
        if self._chosen is not None:
            self._reading.review(self._chosen)

    def _on_sign(self) -> None:
        if not self.sign.isEnabled():
            return
        given = {name: field.text() for name, field in self.passwords.items()}
        for field in self.passwords.values():
            field.clear()
        self._reading.sign(given)


def _finished_words(state: ReadingState, agreeing: bool) -> tuple[str, str]:
    """Heading and words of the end."""
    count = len(state.own)
    cases = plural(count, "{count} case", "{count} cases")
    if agreeing and not state.own:
        heading = tr("Nothing to agree on")
        words = tr("No two readers scored an image as differently as the protocol brings together.")
    elif agreeing and state.signed:
        heading = tr("Signed")
        words = tr(
            "The consensus on {cases} is final. The coordinator can lock the study.", cases=cases
        )
    elif agreeing:
        heading = tr("All agreed")
        words = tr(
            "{cases} agreed on. Look through them; each can be opened and revised, with "
            "a reason. Signing makes the consensus final.",
            cases=cases,
        )
    elif state.signed:
        heading = tr("Signed")
        words = tr(
            "Your readings of {cases} are final. The consensus opens when every reader "
            "has signed: Reading ▸ Consensus, or station read --consensus.",
            cases=cases,
        )
    else:
        heading = tr("All cases are read")
        words = tr(
            "Look through your readings of {cases}. What is opened again can be revised, "
            "with a reason. Signing makes them all final.",
            cases=cases,
        )
    return heading, words


MEANINGS = (
    marked(
        "I read these images myself, without knowing how any of them was made. These are my "
        "answers, and they are final."
    ),
    marked(
        "We looked at these images together, without knowing how any of them was made, and agreed "
        "on these scores. They are final."
    ),
)
"""What signatures say, as the record has it: shown in the language of the form"""


def _meaning_words(meaning: str) -> str:
    return tr("Your signature says: “{meaning}”", meaning=translated(meaning))


def _label(name: str) -> QLabel:
    return new_label(name=name, plain=True, wrap=True)


def _foci_words(reading: Reading, criterion: str, side: Side) -> str:
    count = len(reading.marks(side)[question_id(criterion)])
    return plural(count, "{count} focus", "{count} foci") if count else tr("none")
