"""The form of a blinded reading: criteria with their scales, artifact, comment, Confirm."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from station.app.language import tr
from station.app.reading.sitting import Page, ReadingState, Shown, missing_words
from station.app.reading.workflow import BlindReading
from station.reading.marks import NOTHING, marks_of, question_id
from station.reading.protocol import SCORES, Criterion, MarksCriterion
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    COMMENT,
    LONGEST_TEXT,
    Question,
)
from station.reading.worklist import Side
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, new_label, say, scrolling, set_look

CARD_MARGINS_PX = (13, 9, 14, 9)
TEXT_HEIGHT_PX = 46
MARK_NUMBER_PX = 40
SCORE_HEIGHT_PX = 32


class ScoreForm(QWidget):
    """All questions about the case shown."""

    def __init__(self, reading: BlindReading, zoom: Callable[[], float | None]) -> None:
        """`zoom` gives that of the axial picture, in screen pixels per mm."""
        super().__init__()
        self.setObjectName("form")
        self._reading = reading
        self._zoom = zoom
        self._built: Shown | None = None
        self.cards: list[Card] = []
        self.code = _label("code")
        self.count = _label("quiet")
        self.kind = _label("practice", wrap=True)
        self.problem = _label("problem", wrap=True)
        self.missing = _label("anchor", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Why does the answer change?"))
        self.reason.setAccessibleName(tr("Reason of the revision"))
        self.reason.textChanged.connect(self._refresh_confirm)
        self.reason.returnPressed.connect(self.confirm_)
        self.confirm = new_button("", self.confirm_, "confirm", focus=False)
        self.back = new_button(tr("Back to the list"), reading.leave_review, focus=False)
        self._area = scrolling(QScrollArea(), QWidget())
        self._area.setObjectName("cards")
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        in_column(
            in_row(self.code, None, (self.count, 0, Qt.AlignmentFlag.AlignBottom)),
            self.kind,
            (self._area, 1),
            self.problem,
            self.reason,
            self.missing,
            self.confirm,
            self.back,
            of=self,
            margins=(22, 18, 20, 16),
            spacing=8,
        )
        reading.changed.connect(self._on_changed)
        self._refresh(reading.state)

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: ReadingState, after: ReadingState) -> None:
        self._refresh(after)
        if before.focus != after.focus or before.shown is not after.shown:
            self._show_focus(after)

    def _refresh(self, state: ReadingState) -> None:
        shown = state.shown
        if shown is not self._built:
            self._build(shown)
            self.reason.clear()
        if shown is None:
            return
        self.code.setText(tr("Case {code}", code=shown.code))
        self.count.setText(_count_words(shown, state))
        kind = _kind_words(shown, state, self._reading.agreeing)
        say(self.kind, kind)
        self.problem.setText(_problem_words(state))
        self.problem.setVisible(bool(state.problem))
        revising = state.revising is not None
        self.reason.setVisible(revising)
        self.back.setVisible(revising)
        for card in self.cards:
            card.refresh(state)
        self._refresh_confirm()

    def _refresh_confirm(self) -> None:
        state = self._reading.state
        left = missing_words(self._reading.protocol, state)
        if state.revising is not None:
            words, ready = _revision_words(state, left, self.reason.text())
            text = tr("Save the revision · Enter")
        else:
            words, ready = (
                (tr("Still to answer: {left}.", left=left) if left else ""),
                state.can_confirm,
            )
            text = tr("Confirming…") if state.confirming else tr("Confirm · Enter")
        say(self.missing, words)
        self.confirm.setText(text)
        self.confirm.setEnabled(ready)

    def _build(self, shown: Shown | None) -> None:
        """The cards of another case."""
        self._built = shown
        self.cards = [] if shown is None else list(_cards(self._reading, shown))
        content = QWidget()
        content.setObjectName("form")
        in_column(*self.cards, None, of=content, margins=(0, 2, 0, 2), spacing=9)
        self._area.setWidget(content)

    def _show_focus(self, state: ReadingState) -> None:
        """Bring the focused question into view, and the keyboard to it where it is a text."""
        focus = state.focus
        card = next((card for card in self.cards if focus in card.questions), None)
        if card is not None:
            self._area.ensureWidgetVisible(card, 0, 4)
        field = None if card is None or focus is None else card.field(focus)
        if field is not None:
            field.setFocus()
        elif isinstance(self.window().focusWidget(), TextField | QLineEdit):
            self.window().setFocus()

    # --- Gestures ------------------------------------------------------------------------------

    def confirm_(self) -> None:
        """Enter, or a click on Confirm."""
        state = self._reading.state
        if state.revising is None:
            self._reading.confirm(self._zoom())
            return
        left = missing_words(self._reading.protocol, state)
        if _revision_words(state, left, self.reason.text())[1]:
            self._reading.revise(self.reason.text(), self._zoom())
        elif state.changed and not left:
            self.reason.setFocus()


class Card(QFrame):
    """One question about one image, or about both of a pair."""

    def __init__(self, title: str, questions: Sequence[Question]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.questions: Sequence[Question] = questions
        self.fields: dict[Question, TextField] = {}
        self.box = in_column(of=self, margins=CARD_MARGINS_PX, spacing=5)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        if title:
            self.box.addWidget(_label("title", title))

    def refresh(self, state: ReadingState) -> None:
        """Show the answers, and whether this is what a key answers."""
        set_look(self, state.focus in self.questions, "focused")

    def field(self, question: Question) -> "TextField | None":
        return self.fields.get(question)


class CriterionCard(Card):
    """A criterion: five scores for each image, the words at the ends and of the scores given."""

    def __init__(
        self,
        reading: BlindReading,
        criterion: Criterion,
        questions: Sequence[Question],
        explained: bool,
        scores: Mapping[str, int],
    ) -> None:
        """`explained`: all words of the scale are shown; `scores`: of each reader, to agree on."""
        super().__init__(criterion.name, questions)
        self._criterion = criterion
        self._reading = reading
        self._hovered: tuple[Question, int] | None = None
        for reader, score in scores.items():
            self.box.addWidget(_readers_score(reader, score, criterion.words(score)))
        self.rows = {question: ScoreRow(reading, criterion, question) for question in questions}
        for row in self.rows.values():
            row.hovered.connect(self._on_hovered)
            self.box.addWidget(row)
        self.words = _label("words", wrap=True)
        if explained:
            self.box.addLayout(_scale(criterion))
            self.words.setParent(self)
            self.words.hide()
        else:
            indent = next(iter(self.rows.values())).indent
            self.box.addLayout(_anchors(criterion, indent))
            self.box.addWidget(self.words)

    def refresh(self, state: ReadingState) -> None:
        super().refresh(state)
        for question, row in self.rows.items():
            score = state.answers.get(question)
            row.refresh(
                score if isinstance(score, int) else None,
                focused=question == state.focus,
                stored=question not in state.unstored,
            )
        self.words.setText(self._words(state))

    def _words(self, state: ReadingState) -> str:
        """The words of the score under the pointer, else of those that were given."""
        if self._hovered is not None:
            return self._score_words(*self._hovered)
        given = [
            self._score_words(question, score)
            for question in self.questions
            if isinstance(score := state.answers.get(question), int)
        ]
        return "\n".join(given) or " "

    def _score_words(self, question: Question, score: int) -> str:
        side = f"{question.side}  " if question.side else ""
        return f"{side}{score} · {self._criterion.words(score)}"

    def _on_hovered(self, question: Question, score: int) -> None:
        self._hovered = (question, score) if score else None
        self.words.setText(self._words(self._reading.state))


class ScoreRow(QWidget):
    """Five buttons for one image."""

    hovered = Signal(object, int)
    """(`Question`, score under the pointer; 0: none)"""

    SIDE_WIDTH_PX = 20

    def __init__(self, reading: BlindReading, criterion: Criterion, question: Question) -> None:
        super().__init__()
        self._reading = reading
        self._question = question
        self._side = _label("side", question.side)
        self._side.setFixedWidth(theme.px(self.SIDE_WIDTH_PX))
        self._side.setHidden(not question.side)
        row = in_row(self._side, of=self, margins=0, spacing=7)
        self.buttons: dict[int, Choice] = {}
        for score in SCORES:
            name = " ".join(
                word
                for word in (criterion.name, question.side, f"{score}:", criterion.words(score))
                if word
            )
            button = Choice(str(score), name)
            button.setFixedHeight(theme.px(SCORE_HEIGHT_PX))
            button.clicked.connect(lambda _=False, score=score: self._on_clicked(score))
            button.entered.connect(lambda on, score=score: self._on_entered(score if on else 0))
            self.buttons[score] = button
            row.addWidget(button, 1)

    @property
    def indent(self) -> int:
        return theme.px(self.SIDE_WIDTH_PX + 7) if self._question.side else 0

    def refresh(self, score: int | None, focused: bool, stored: bool) -> None:
        for value, button in self.buttons.items():
            button.choose(value == score, stored)
        set_look(self._side, focused, "focused")

    def _on_clicked(self, score: int) -> None:
        self._reading.focus_on(self._question)
        self._reading.score(score)

    def _on_entered(self, score: int) -> None:
        self.hovered.emit(self._question, score)


class Choice(QPushButton):
    """A button that is chosen or not; dashed while it is not stored yet."""

    entered = Signal(bool)

    def __init__(self, text: str, accessible_name: str) -> None:
        super().__init__(text)
        self.setObjectName("score")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(accessible_name)

    def choose(self, chosen: bool, stored: bool) -> None:
        set_look(self, ("stored" if stored else "unstored") if chosen else "no", "chosen")

    @property
    def chosen(self) -> bool:
        return self.property("chosen") in ("stored", "unstored")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.entered.emit(False)


class MarksCard(Card):
    """Foci: a line for each that is marked, by image; or that there is none."""

    def __init__(
        self, reading: BlindReading, criterion: MarksCriterion, questions: Sequence[Question]
    ) -> None:
        super().__init__(criterion.name, questions)
        self._reading = reading
        self._criterion = criterion
        self._shown: dict[Question, str | None] = {}
        self._lists: dict[Question, QWidget] = {}
        self.nothing: dict[Question, Choice] = {}
        self.sites: dict[Question, list[QComboBox]] = {question: [] for question in questions}
        self.removes: dict[Question, list[QPushButton]] = {question: [] for question in questions}
        self.box.addWidget(_label("anchor", confidence_words(criterion), wrap=True))
        for question in questions:
            name = tr(
                "{name}{value}: none",
                name=criterion.name,
                value=" " + question.side if question.side else "",
            )
            none = Choice(
                tr("None in {side} · 0", side=question.side) if question.side else tr("None · 0"),
                name,
            )
            none.setFixedHeight(theme.px(SCORE_HEIGHT_PX))
            none.clicked.connect(lambda _=False, question=question: self._on_none(question))
            self.nothing[question] = none
            holder = QWidget()
            in_column(of=holder, margins=0, spacing=3)
            self._lists[question] = holder
            self.box.addWidget(holder)
            self.box.addWidget(none)

    def refresh(self, state: ReadingState) -> None:
        super().refresh(state)
        for question in self.questions:
            value = state.answers.get(question)
            text = None if value is None else str(value)
            if text != self._shown.get(question, ""):
                self._shown[question] = text
                self._list(question, text or NOTHING)
            none = text == NOTHING
            self.nothing[question].choose(none, question not in state.unstored)
            self.nothing[question].setVisible(none or text is None)

    def _list(self, question: Question, text: str) -> None:
        """The lines of one image's foci, made again."""
        old, holder = self._lists[question], QWidget()
        lines = in_column(of=holder, margins=0, spacing=3)
        self.sites[question], self.removes[question] = [], []
        for number, mark in enumerate(marks_of(text)):
            side = f"{question.side} " if question.side else ""
            look = new_button(
                f"{side}{number + 1}", lambda _=False, m=mark: self._reading.go_to(m), focus=False
            )
            look.setFixedSize(theme.px(MARK_NUMBER_PX), theme.px(SCORE_HEIGHT_PX))
            look.setToolTip(tr("Look at it"))
            site = QComboBox()
            site.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            site.setPlaceholderText(tr("Where?"))
            site.addItems(self._criterion.sites)
            site.setCurrentIndex(site.findText(mark.site) if mark.site else -1)
            site.setAccessibleName(tr("Site of focus {number}", number=number + 1))
            site.textActivated.connect(
                lambda words, n=number: self._reading.set_site(question, n, words)
            )
            remove = new_button(
                "×", lambda _=False, n=number: self._reading.remove_mark(question, n), focus=False
            )
            remove.setFixedSize(theme.px(SCORE_HEIGHT_PX), theme.px(SCORE_HEIGHT_PX))
            remove.setToolTip(tr("Remove this mark"))
            remove.setAccessibleName(tr("Remove focus {number}", number=number + 1))
            self.sites[question].append(site)
            self.removes[question].append(remove)
            sure = _label("words", f"{mark.confidence}")
            sure.setToolTip(self._criterion.scale[mark.confidence - 1])
            lines.addLayout(in_row(look, sure, (site, 1), remove, spacing=7))
        self.box.replaceWidget(old, holder)
        old.hide()
        old.deleteLater()
        self._lists[question] = holder

    def _on_none(self, question: Question) -> None:
        self._reading.focus_on(question)
        self._reading.mark_nothing()


def confidence_words(criterion: MarksCriterion) -> str:
    """What a confidence means, at both ends."""
    return tr(
        "{scores}: {scale} · {scores2}: {scale2}. Click a focus, then press a digit.",
        scores=SCORES[0],
        scale=criterion.scale[0],
        scores2=SCORES[-1],
        scale2=criterion.scale[-1],
    )


class ArtifactCard(Card):
    """Yes or no for each image; a yes is described."""

    def __init__(self, reading: BlindReading, title: str, sides: Sequence[Side]) -> None:
        questions = [Question(side, id_) for side in sides for id_ in (ARTIFACT, ARTIFACT_TEXT)]
        super().__init__(title, questions)
        self._reading = reading
        self.choices: dict[Side, tuple[Choice, Choice]] = {}
        self._sides: dict[Side, QLabel] = {}
        for side in sides:
            self._sides[side] = _label("side", side)
            self._sides[side].setFixedWidth(theme.px(ScoreRow.SIDE_WIDTH_PX))
            self._sides[side].setHidden(not side)
            of = f" {side}" if side else ""
            no, yes = (
                Choice(tr("No"), tr("{title}{of}: no", title=title, of=of)),
                Choice(tr("Yes"), tr("{title}{of}: yes", title=title, of=of)),
            )
            for button, there in ((no, False), (yes, True)):
                button.setFixedHeight(theme.px(SCORE_HEIGHT_PX))
                button.clicked.connect(
                    lambda _=False, side=side, there=there: self._on_clicked(side, there)
                )
            self.choices[side] = (no, yes)
            self.box.addLayout(in_row(self._sides[side], (no, 1), (yes, 1), spacing=7))
            question = Question(side, ARTIFACT_TEXT)
            field = TextField(
                reading,
                question,
                tr("What is it in {side}?", side=side) if side else tr("What is it?"),
            )
            self.fields[question] = field
            self.box.addWidget(field)
        self._hint = _label("anchor", tr("describe it if Yes"))
        self.box.addWidget(self._hint)

    def refresh(self, state: ReadingState) -> None:
        super().refresh(state)
        for side, (no, yes) in self.choices.items():
            answer = state.answers.get(Question(side, ARTIFACT))
            stored = Question(side, ARTIFACT) not in state.unstored
            no.choose(answer is False, stored)
            yes.choose(answer is True, stored)
            question = Question(side, ARTIFACT_TEXT)
            self.fields[question].setVisible(answer is True)
            self.fields[question].show_text(str(state.answers.get(question, "")))
            set_look(self._sides[side], state.focus == Question(side, ARTIFACT), "focused")
        self._hint.setVisible(
            all(state.answers.get(Question(side, ARTIFACT)) is not True for side in self.choices)
        )

    def _on_clicked(self, side: Side, there: bool) -> None:
        self._reading.answer(Question(side, ARTIFACT), there)


class CommentCard(Card):
    """An optional comment on each image."""

    def __init__(self, reading: BlindReading, sides: Sequence[Side]) -> None:
        super().__init__("", [Question(side, COMMENT) for side in sides])
        for question in self.questions:
            of = tr(" on {side}", side=question.side) if question.side else ""
            field = TextField(reading, question, tr("Comment{of} (optional)", of=of))
            self.fields[question] = field
            self.box.addWidget(field)

    def refresh(self, state: ReadingState) -> None:
        super().refresh(state)
        for question, field in self.fields.items():
            field.show_text(str(state.answers.get(question, "")))


class TextField(QPlainTextEdit):
    """A text of the form. Enter ends it, Shift+Enter is a new line, digits are digits."""

    def __init__(self, reading: BlindReading, question: Question, placeholder: str) -> None:
        super().__init__()
        self._reading = reading
        self._question = question
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme.px(TEXT_HEIGHT_PX))
        self.textChanged.connect(self._on_text)

    def show_text(self, text: str) -> None:
        if self.toPlainText() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)

    def _on_text(self) -> None:
        text = self.toPlainText()
        if len(text) > LONGEST_TEXT:
            with QSignalBlocker(self):
                self.setPlainText(text[:LONGEST_TEXT])
                self.moveCursor(QTextCursor.MoveOperation.End)
        self._reading.write(self._question, self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._reading.end_text()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # the screen's
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reading.focus_on(self._question)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._reading.focus_on(self._question)


def _cards(reading: BlindReading, shown: Shown) -> list[Card]:
    """The cards of a case, in the order of `ReadingState.stops`."""
    asked = {question.id for question in shown.asked}
    cards: list[Card] = [
        MarksCard(
            reading,
            criterion,
            [q for q in shown.asked if q.id == question_id(criterion.id)],
        )
        for criterion in reading.protocol.marks
        if question_id(criterion.id) in asked
    ]
    cards += [
        CriterionCard(
            reading,
            criterion,
            [question for question in shown.asked if question.id == criterion.id],
            explained=shown.practice,
            scores=shown.scores.get(criterion.id, {}),
        )
        for criterion in reading.protocol.criteria
        if criterion.id in asked
    ]
    if ARTIFACT in asked:
        cards.append(ArtifactCard(reading, reading.protocol.artifact, reading.sides))
    cards.append(CommentCard(reading, reading.sides))
    return cards


def _anchors(criterion: Criterion, indent: int) -> QHBoxLayout:
    """The words at both ends of the scale."""
    low, high = (_label("anchor", criterion.scale[end], wrap=True) for end in (0, -1))
    low.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    high.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return in_row((low, 1), (high, 1), margins=(indent, 0, 0, 0), spacing=12)


def _scale(criterion: Criterion) -> QGridLayout:
    """All scores with their words, of a practice case."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(8))
    grid.setVerticalSpacing(1)
    grid.setColumnStretch(1, 1)
    for row, score in enumerate(SCORES):
        words = _label("anchor", criterion.words(score), wrap=True)
        grid.addWidget(_label("words", str(score)), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1)
    return grid


def _readers_score(reader: str, score: int, words: str) -> QWidget:
    """`Dr. Ito  2  lesion barely discernible`: what a reader gave, to agree on."""
    line = QWidget()
    name, given = _label("words", reader), _label("given", str(score))
    meaning = _label("anchor", words, wrap=True)
    in_row(name, given, (meaning, 1), of=line, margins=0, spacing=8)
    return line


def _count_words(shown: Shown, state: ReadingState) -> str:
    return (
        ""
        if state.revising is not None
        else tr("{number} of {total}", number=shown.number, total=shown.total)
    )


def _kind_words(shown: Shown, state: ReadingState, agreeing: bool) -> str:
    if state.revising is not None:
        return tr("Revision: the old answers stay on record, with the reason.")
    if agreeing:
        return tr("Consensus: agree on one score for each criterion.")
    return tr("Practice: this case is not counted.") if shown.practice else ""


def _problem_words(state: ReadingState) -> str:
    if state.confirming:
        return tr(
            "Not confirmed yet. {problem} It will be tried again automatically.",
            problem=state.problem,
        )
    if state.unstored:
        return tr(
            "Not stored yet. {problem} Your answers stay on the screen, and storing them "
            "will be tried again automatically.",
            problem=state.problem,
        )
    return state.problem


def _revision_words(state: ReadingState, left: str, reason: str) -> tuple[str, bool]:
    """What a revision still needs, and whether it can be saved."""
    if state.confirming:
        return tr("Saving…"), False
    if left:
        return tr("Still to answer: {left}.", left=left), False
    if not state.changed:
        return tr("Change an answer, or go back to the list."), False
    if not reason.strip():
        return tr("Write why the answer changes."), False
    return "", state.page is Page.READING


def _label(name: str, text: str = "", *, wrap: bool = False) -> QLabel:
    return new_label(text, name, wrap=wrap, plain=True)  # names and scales are the study's
