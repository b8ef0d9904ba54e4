"""The pages of the wizard for a new reader study, apart from cases: protocol, people, the end."""

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTextBrowser,
    QWidget,
)

from station.app.language import day_format, day_or_none, marked, plural, tr, translated
from station.app.reading.sitting import allowance_words
from station.errors import StationError
from station.installed import resource
from station.operations.reading.prepare import Preparation, StudySetup, blinding_words
from station.operations.reading.protection import PROTECTIONS, TITLE
from station.reading.protocol import (
    SCORES,
    NewPerson,
    Presentation,
    Protocol,
    StudyRole,
    check_protocol,
    load_protocol,
    looks_like_a_protocol,
)
from station.ui import theme
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

DUE_IN_DAYS = 28
NAME_WIDTH_PX, PASSWORD_WIDTH_PX = 220, 190

WORDS_ON_SECRETS = marked(
    "A password has 12 characters or more (four or five words are easy to remember), does not "
    "contain the name, and no two people share one. Give each person theirs in private: they "
    "choose another when they first sign in, and then only they can sign with it. The "
    "coordinator's password opens the sealed key: it cannot be recovered."
)


class ProtocolPage(QWidget):
    """The study's name, and the protocol with what it says or what is wrong in it."""

    title = marked("Protocol")
    intro = marked("What is scored, on which scale, and how images are presented.")
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("As readers choose it, such as Denoising 2026"))
        self.choice = QComboBox()
        self.file = new_button(tr("Choose a file…"), self._ask_file)
        self.preview = QTextBrowser()
        self.preview.setAccessibleName(tr("What the protocol says"))
        self.protocol: Protocol | None = None
        self.mistakes: tuple[str, ...] = ()
        for path in sorted(resource("protocols").glob("*.toml")):
            if looks_like_a_protocol(path):
                self._offer(path)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(16))
        form.setVerticalSpacing(theme.px(10))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(tr("Name of the study"), self.name)
        form.addRow(tr("Protocol"), in_row((self.choice, 1), self.file, spacing=8))
        in_column(form, (self.preview, 1), of=self, margins=0, spacing=12)
        self.name.textChanged.connect(self.changed)
        self.choice.currentIndexChanged.connect(self._read)
        self._read()

    @property
    def path(self) -> Path:
        return Path(self.choice.currentData())

    def take_focus(self) -> None:
        self.name.setFocus()

    def use(self, path: Path) -> None:
        """Use the protocol in this file."""
        known = self.choice.findData(str(path))
        if known < 0:
            self._offer(path)
            known = self.choice.count() - 1
        if known == self.choice.currentIndex():
            self._read()  # the file may have been corrected
        self.choice.setCurrentIndex(known)

    def _offer(self, path: Path) -> None:
        try:
            name = load_protocol(path).name
        except StationError:
            name = path.name
        self.choice.addItem(f"{name} ({path.name})", str(path))

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Protocol"), "", tr("Protocols (*.toml)"))
        if path:
            self.use(Path(path))

    def _read(self) -> None:
        self.mistakes = check_protocol(self.path)
        self.protocol = None if self.mistakes else load_protocol(self.path)
        self.preview.setHtml(
            _mistakes_html(self.path, self.mistakes)
            if self.protocol is None
            else protocol_html(self.protocol)
        )
        self.changed.emit()


def protocol_html(protocol: Protocol) -> str:
    """What a protocol says, for somebody who did not write it."""
    rows = [
        f'<tr><td style="color:{theme.QUIET};padding-right:18px">{what}</td><td>{how}</td></tr>'
        for what, how in _facts(protocol)
    ]
    parts = [f"<table cellpadding=2>{''.join(rows)}</table>"]
    for question in protocol.marks:
        parts.append(f'<p style="margin:14px 0 4px 0;color:{theme.BRIGHT}"><b>')
        marked_so = tr("foci are marked, each with a confidence")
        parts.append(f"{escape(question.name)}</b>: {marked_so}</p>")
        parts.append("<table cellpadding=2>")
        for score, words in zip(SCORES, question.scale, strict=True):
            parts.append(
                f'<tr><td style="color:{theme.BRIGHT};padding-right:12px"><b>{score}</b></td>'
                f"<td>{escape(words)}</td></tr>"
            )
        sites = tr("Sites: {sites}.", sites=escape(", ".join(question.sites)))
        parts.append(f"</table><p>{sites}</p>")
    for criterion in protocol.criteria:
        parts.append(f'<p style="margin:14px 0 4px 0;color:{theme.BRIGHT}"><b>')
        parts.append(f"{escape(criterion.name)}</b></p><table cellpadding=2>")
        for score in SCORES:
            ours = " *" if score in criterion.ours else ""
            parts.append(
                f'<tr><td style="color:{theme.BRIGHT};padding-right:12px"><b>{score}</b></td>'
                f"<td>{escape(criterion.words(score))}{ours}</td></tr>"
            )
        parts.append("</table>")
    if any(criterion.ours for criterion in protocol.criteria):
        ours = tr("* Our words: the source of the protocol gives none for this score.")
        parts.append(f'<p style="color:{theme.QUIET}">{ours}</p>')
    return "".join(parts)


def _facts(protocol: Protocol) -> list[tuple[str, str]]:
    single = protocol.presentation is Presentation.SINGLE
    washout = tr(
        "at least {washout_cases} others between two images of one patient",
        washout_cases=protocol.washout_cases,
    )
    if protocol.washout_days:
        days = (
            tr("another day")
            if protocol.washout_days == 1
            else tr("{washout_days} days", washout_days=protocol.washout_days)
        )
        washout += tr(", and {days} between sittings", days=days)
    low, high = protocol.window_limits_suv
    window = f"SUV 0–{protocol.window_suv:g}; " + (
        tr("readers may change it, from 0–{low:g} to 0–{high:g}", low=low, high=high)
        if protocol.window_adjustable
        else "fixed"
    )
    return [
        (
            tr("Presentation"),
            tr("one image at a time, in a random order for each reader")
            if single
            else tr("both images of a patient side by side, A and B at random"),
        ),
        (tr("Washout"), washout),
        (
            tr("Hidden repeats"),
            tr(
                "{repeats}, to see how well each reader agrees with themselves",
                repeats=protocol.repeats,
            ),
        ),
        (tr("Window"), window),
        (tr("At the end"), allowance_words(protocol)),
        (tr("Yes or no"), tr("{artifact}; a yes is described", artifact=escape(protocol.artifact))),
        (
            tr("Consensus"),
            tr(
                "on scores {large_difference} points apart or more",
                large_difference=protocol.large_difference,
            ),
        ),
    ]


def _mistakes_html(path: Path, mistakes: Sequence[str]) -> str:
    """Each mistake with its line; the file is named once."""
    items = "".join(
        f'<p style="margin:6px 0">{escape(_without_path(mistake, path))}</p>'
        for mistake in mistakes
    )
    head = plural(
        len(mistakes),
        "{count} mistake in {name}",
        "{count} mistakes in {name}",
        name=escape(path.name),
    )
    return (
        f'<p style="color:{theme.ADDED}"><b>{head}</b></p>{items}'
        f'<p style="color:{theme.QUIET}">{tr("Correct the file, then choose it again.")}</p>'
    )


def _without_path(mistake: str, path: Path) -> str:
    short = mistake.removeprefix(f"{path}").lstrip(",: ")
    return short[:1].upper() + short[1:]


class _PersonRow:
    """Role, name and password of one person."""

    def __init__(self, role: StudyRole, words: str, parent: QWidget) -> None:
        self.role = role
        self.label = QLabel(words, parent)
        self.name = QLineEdit(parent)
        self.name.setPlaceholderText(tr("Name"))
        self.password, self.again = QLineEdit(parent), QLineEdit(parent)
        self.password.setPlaceholderText(tr("Password"))
        self.again.setPlaceholderText(tr("Repeat the password"))
        for field, what in (
            (self.name, "name"),
            (self.password, "password"),
            (self.again, tr("password again")),
        ):
            field.setAccessibleName(f"{words}: {what}")
        self.name.setMinimumWidth(theme.px(NAME_WIDTH_PX))
        for field in (self.password, self.again):
            field.setMinimumWidth(theme.px(PASSWORD_WIDTH_PX))
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.remove = QPushButton(tr("Remove"), parent)
        self.remove.setObjectName("link")
        self.remove.setAutoDefault(False)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return self.label, self.name, self.password, self.again, self.remove

    def person(self) -> NewPerson:
        own = self.role is StudyRole.COORDINATOR  # who sets the study up; the others are given one
        name, password = self.name.text().strip(), self.password.text()
        return NewPerson(name, self.role, password, one_time=not own)

    @property
    def problem(self) -> str | None:
        if not self.name.text().strip():
            return tr("{text} has no name. Enter one.", text=self.label.text())
        if self.password.text() != self.again.text():
            return tr(
                "The two passwords of {text} differ. Type both again.",
                text=self.name.text().strip(),
            )
        return None


class PeoplePage(QWidget):
    """Who coordinates, who reads, who adjudicates; and until when."""

    title = marked("People")
    intro = marked(
        "The coordinator follows the study and does not read. Readers score alone. The "
        "adjudicator decides what readers scored very differently; without one they agree on it "
        "together."
    )
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.coordinator = _PersonRow(StudyRole.COORDINATOR, tr("Coordinator"), self)
        self.readers = [_PersonRow(StudyRole.READER, tr("Reader {n}", n=n), self) for n in (1, 2)]
        self.adjudicator = _PersonRow(StudyRole.ADJUDICATOR, tr("Adjudicator"), self)
        self.add = QPushButton(tr("Add a reader"))
        self.with_adjudicator = QCheckBox(tr("An adjudicator decides the consensus"))
        self.shown = QCheckBox(tr("Show passwords"))
        self.has_due = QCheckBox(tr("Due on"))
        self.due_on = QDateEdit(QDate.currentDate().addDays(DUE_IN_DAYS))
        self.due_on.setDisplayFormat(day_format())
        self.due_on.setCalendarPopup(True)
        self.due_on.setMinimumDate(QDate.currentDate())
        self.due_on.setEnabled(False)
        self._grid = QGridLayout()
        self._lay_out()
        self.add.clicked.connect(self.add_reader)
        self.with_adjudicator.toggled.connect(self._arrange)
        self.shown.toggled.connect(self._show_passwords)
        self.has_due.toggled.connect(self.due_on.setEnabled)
        self.has_due.toggled.connect(self.changed)
        self.due_on.dateChanged.connect(self.changed)
        for row in (self.coordinator, *self.readers, self.adjudicator):
            self._connect(row)
        self._arrange()

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        inner = QWidget()
        inner.setObjectName("ground")
        in_column(
            self._grid,
            in_row(self.add, self.with_adjudicator, None, self.shown, spacing=16),
            new_label(translated(WORDS_ON_SECRETS), "note", wrap=True),
            in_row(self.has_due, self.due_on, None, spacing=10),
            None,
            of=inner,
            margins=(0, 0, 8, 0),
            spacing=14,
        )
        in_column(scrolling(QScrollArea(), inner), of=self, margins=0)

    # -- what the wizard asks ----------------------------------------------------------------------

    @property
    def people(self) -> tuple[NewPerson, ...]:
        return tuple(row.person() for row in self._rows())

    @property
    def due(self) -> date | None:
        day = self.due_on.date()
        return date(day.year(), day.month(), day.day()) if self.has_due.isChecked() else None

    @property
    def problem(self) -> str | None:
        """A name that is missing or two passwords that differ; rules of the study come after."""
        return next((row.problem for row in self._rows() if row.problem), None)

    def take_focus(self) -> None:
        self.coordinator.name.setFocus()

    def add_reader(self) -> None:
        row = _PersonRow(StudyRole.READER, tr("Reader {count}", count=len(self.readers) + 1), self)
        self.readers.append(row)
        self._connect(row)
        self._arrange()
        row.name.setFocus()

    def remove_reader(self, row: _PersonRow) -> None:
        self.readers.remove(row)
        for widget in row.widgets:
            self._grid.removeWidget(widget)
            widget.deleteLater()
        for number, reader in enumerate(self.readers, start=1):
            reader.label.setText(tr("Reader {number}", number=number))
        self._arrange()

    # -- showing -----------------------------------------------------------------------------------

    def _rows(self) -> list[_PersonRow]:
        adjudicator = [self.adjudicator] if self.with_adjudicator.isChecked() else []
        return [self.coordinator, *self.readers, *adjudicator]

    def _connect(self, row: _PersonRow) -> None:
        for field in (row.name, row.password, row.again):
            field.textChanged.connect(self.changed)
        row.remove.clicked.connect(lambda: self.remove_reader(row))
        self._show_passwords(self.shown.isChecked())

    def _arrange(self, *_: object) -> None:
        """Every row at its place, in the order of Tab."""
        for widget in self.adjudicator.widgets:
            self._grid.removeWidget(widget)
            widget.setVisible(self.with_adjudicator.isChecked())
        before: QWidget | None = None
        for number, row in enumerate(self._rows()):
            removable = row.role is StudyRole.READER and len(self.readers) > 2
            for column, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, number, column)
                widget.setVisible(widget is not row.remove or removable)
                if before is not None and widget is not row.label:
                    QWidget.setTabOrder(before, widget)
                if widget is not row.label:
                    before = widget
        for widget in (self.add, self.with_adjudicator, self.shown, self.has_due, self.due_on):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget
        self.changed.emit()

    def _show_passwords(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for row in (self.coordinator, *self.readers, self.adjudicator):
            row.password.setEchoMode(mode)
            row.again.setEchoMode(mode)


class SummaryPage(QWidget):
    """All that was decided, and what the coordinator should know."""

    title = marked("Summary")
    intro = marked(
        "Both images of every case are copied under random codes, without their headers, checked "
        "for leaks, and recorded. The key is sealed under the coordinator's password."
    )

    def __init__(self) -> None:
        super().__init__()
        self.text = QTextBrowser()
        self.text.setAccessibleName(tr("Summary"))
        self.caution = new_label(name="caution", wrap=True)
        self.protections = QTextBrowser()
        self.protections.setAccessibleName(TITLE)
        self.protections.setHtml(protections_html())
        in_column(
            (self.text, 1), self.caution, (self.protections, 1), of=self, margins=0, spacing=10
        )

    def tell(self, request: StudySetup, protocol: Protocol, cautions: Sequence[str]) -> None:
        images = len(request.cases) * 2
        people = "".join(
            f"<br>{escape(person.name)} "
            f'<span style="color:{theme.QUIET}">{person.role.value}</span>'
            for person in request.people
        )
        paired = protocol.presentation is Presentation.PAIRED
        shown = (len(request.cases) if paired else images) + protocol.repeats
        what = translated("pairs" if paired else "images")
        rows = (
            (tr("Study", "a reader study"), escape(request.name)),
            (tr("Protocol"), escape(protocol.name)),
            (tr("Cases"), tr("{count}, {images} images", count=len(request.cases), images=images)),
            (tr("Practice cases"), str(len(request.practice) or tr("none"))),
            (
                tr("Each reader scores"),
                tr(
                    "{shown} {what}, {repeats} of them repeats",
                    shown=shown,
                    what=what,
                    repeats=protocol.repeats,
                ),
            ),
            (tr("People"), people.removeprefix("<br>")),
            (tr("Due"), day_or_none(request.due)),
        )
        lines = "".join(
            f'<tr><td style="color:{theme.QUIET};padding-right:20px">{name}</td>'
            f'<td style="color:{theme.BRIGHT}">{value}</td></tr>'
            for name, value in rows
        )
        self.text.setHtml(f"<table cellpadding=4>{lines}</table>")
        say(self.caution, "\n".join(cautions))

    def take_focus(self) -> None:
        self.text.setFocus()


def protections_html() -> str:
    """The page on what a study protects against."""
    parts = [f'<p style="color:{theme.BRIGHT}"><b>{escape(TITLE)}</b></p>']
    parts += [
        f'<p style="margin:8px 0 2px 0;color:{theme.BRIGHT}">{escape(one.against)}</p>'
        f'<p style="margin:0">{escape(one.how)} '
        f'<span style="color:{theme.QUIET}">{escape(one.rest)}</span></p>'
        for one in PROTECTIONS
    ]
    return "".join(parts)


class EndPage(QWidget):
    """The work under way, and how it ended."""

    title = marked("Preparation")
    intro = ""

    def __init__(self) -> None:
        super().__init__()
        self.words = new_label(name="title")
        self.bar = new_bar()
        self.heading = new_label(name="emptytitle")
        self.verdict = new_label(name="problem", wrap=True, selectable=True)
        self.details = QTextBrowser()
        self.details.setAccessibleName(tr("What was found"))
        working, ended = QWidget(), QWidget()
        words = (self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        in_column(None, words, 10, self.bar, None, of=working, margins=0)
        in_column(self.heading, self.verdict, (self.details, 1), of=ended, margins=0, spacing=12)
        self._pages = QStackedWidget()
        self._pages.addWidget(working)
        self._pages.addWidget(ended)
        in_column(self._pages, of=self, margins=0)

    def progress(self, fraction: float, message: str) -> None:
        self._pages.setCurrentIndex(0)
        self.words.setText(message)
        self.bar.setValue(round(fraction * BAR_STEPS))

    def tell(self, result: Preparation) -> None:
        """The leak check's verdict."""
        check = result.check
        looked = tr(
            "{images} images, {files:,} files and {attributes:,} attributes were looked at",
            images=check.images,
            files=check.files,
            attributes=check.attributes,
        )
        if result.started:
            parts = [
                *blinding_words(result),
                *result.remarks,
                tr(
                    "Readers of “{study}” can now sign in: Reading ▸ Read a study.",
                    study=result.study,
                ),
            ]
            self._end(
                tr("The study is ready to be read"),
                "good",
                tr("Leak check passed: {looked}.", looked=looked),
                parts,
            )
            return
        count = len(check.findings)
        leaks = plural(count, "one thing", "{count} things")
        self._end(
            tr("The study was not started"),
            "problem",
            tr(
                "The leak check found {leaks} by which patients or arms could be "
                "distinguished ({looked}). The copies were deleted; nothing was recorded.",
                leaks=leaks,
                looked=looked,
            ),
            list(check.findings),
        )

    def fail(self, heading: str, sentence: str) -> None:
        self._end(heading, "problem", sentence, [])

    def _end(self, heading: str, look: str, verdict: str, details: Sequence[str]) -> None:
        self._pages.setCurrentIndex(1)
        self.heading.setText(heading)
        set_look(self.verdict, look)
        self.verdict.setText(verdict)
        self.details.setHtml("".join(f"<p>{escape(text)}</p>" for text in details))
        self.details.setVisible(bool(details))

    def take_focus(self) -> None:
        self.details.setFocus()
