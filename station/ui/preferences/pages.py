"""The pages of the preferences but that of the keys. What is chosen is applied at once.

A page shows fields of the state and sets them by the names of `station/app/settings_by_name.py`,
which refuses what makes no sense with a sentence.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from station.app.language import NAMES as LANGUAGE_NAMES
from station.app.language import Language, decimals, marked, tr, translated
from station.app.preferences import PRESETS, TEXT_STEPS, DecimalSign, ThemeName
from station.app.session import Session
from station.app.settings_by_name import (
    AS_HELD,
    OFF,
    ON,
    changed,
    find,
    layout_choices,
    layout_of,
    shown,
)
from station.app.state import State, StudyKind
from station.app.viewing import layouts
from station.app.viewing.display import CT_PRESETS
from station.errors import StationError
from station.pet.colormaps import LABELS, NAMES
from station.ui import theme
from station.ui.actions import BINDINGS
from station.ui.elements import (
    Choice,
    in_column,
    in_row,
    new_button,
    new_label,
    say,
)
from station.ui.viewing.layout_menu import LAYOUT_WORDS

THEME_WORDS = {
    ThemeName.DARK: marked("Dark"),
    ThemeName.LIGHT: marked("Light"),
    ThemeName.HIGH_CONTRAST: marked("High contrast"),
}
SIGN_WORDS = {
    DecimalSign.POINT: marked("Point: 13.96"),
    DecimalSign.COMMA: marked("Comma: 13,96"),
}
LABEL_PX, FIELDS_PX = 190, 250
PRESET_PX = 46

Field = TypeVar("Field", bound=QWidget)


class PreferencePage(QWidget):
    """Fields under each other, each below its words; `problem` says why something was refused."""

    title = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("ground")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(9))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, theme.px(LABEL_PX))
        self.problem = new_label("", "problem", wrap=True)
        self.problem.hide()
        self.fill()
        in_column(self._grid, self.problem, None, of=self, margins=(2, 2, 10, 2), spacing=12)
        self.refresh(session.state)

    def fill(self) -> None:
        """Add the fields."""
        raise NotImplementedError

    def refresh(self, state: State) -> None:
        """Show the state, without setting anything."""
        raise NotImplementedError

    # --- Fields --------------------------------------------------------------------------------

    def add(self, words: str, field: Field, name: str = "") -> Field:
        """A field next to its words; `name` is what a screen reader says, where that is more."""
        label = new_label(words)
        label.setBuddy(field)
        field.setAccessibleName(name or words)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        if field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            self._grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(field, row, 1)
        return field

    def add_wide(self, part: QWidget) -> None:
        self._grid.addWidget(part, self._grid.rowCount(), 0, 1, 2)

    def heading(self, words: str) -> None:
        self.add_wide(new_label(words, "heading"))

    def note(self, words: str) -> None:
        self.add_wide(new_label(words, "quiet", wrap=True))

    def choice(self, words: str, setting: str, texts: Sequence[tuple[str, str]]) -> QComboBox:
        """A field whose values are of `setting`; each with its words."""
        field = Choice()
        for value, text in texts:
            field.addItem(text, value)
        field.setMinimumWidth(theme.px(FIELDS_PX))
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field.activated.connect(lambda _: self.take(setting, str(field.currentData())))
        return self.add(words, field)

    def tick(self, words: str, setting: str) -> QCheckBox:
        field = QCheckBox(words)
        field.setAccessibleName(words)
        field.clicked.connect(lambda on: self.take(setting, ON[0] if on else OFF[0]))
        self.add_wide(field)
        return field

    # --- Applying ------------------------------------------------------------------------------

    def take(self, setting: str, text: str) -> bool:
        """Set it, or say why not; whether it was set."""
        before = self.session.state
        try:
            after = find(BINDINGS, setting).taken(before, text)
        except StationError as error:
            say(self.problem, str(error))
            return False
        say(self.problem, "")
        self.session.set(**changed(before, after))
        return True


def select(field: QComboBox, value: str, words: str = "") -> None:
    """Show a value; one that is not among those offered is added."""
    index = field.findData(value)
    if index < 0:
        field.addItem(words or value, value)
        index = field.count() - 1
    field.setCurrentIndex(index)


class ReaderPage(PreferencePage):
    title = marked("Reader")

    def add_reader(self) -> None:
        self.reader = QLineEdit()
        self.reader.setMinimumWidth(theme.px(FIELDS_PX))
        self.reader.editingFinished.connect(lambda: self.take("reader", self.reader.text()))
        self.add(tr("Name"), self.reader, tr("Reader's name"))
        self.note(tr("Typed values, findings and exports are recorded under this name."))

    def fill(self) -> None:
        self.add_reader()
        self.heading(tr("Work"))
        self.grading = self.tick(
            tr("Grade the PETs of a study when it is opened"), "automatic-grading"
        )
        self.heading(tr("Numbers"))
        self.sign = self.choice(
            tr("Decimal sign of copied text"),
            "decimal-sign",
            [(str(sign), translated(words)) for sign, words in SIGN_WORDS.items()],
        )
        self.note(
            tr(
                "For sentences and tables that go into a report. DICOM, JSON and CSV have "
                "points; the "
                "menu VOI exports a CSV for spreadsheets with commas."
            )
        )

    def refresh(self, state: State) -> None:
        self.reader.setText(state.reader)
        self.grading.setChecked(state.automatic_grading)
        select(self.sign, str(state.preferences.decimal_sign))


class LookPage(PreferencePage):
    title = marked("Look")

    def fill(self) -> None:
        self.language = self.choice(
            tr("Language"),
            "language",
            [
                (str(Language.SYSTEM), tr("As the system")),
                *((str(language), name) for language, name in LANGUAGE_NAMES.items()),
            ],
        )
        self.note(tr("The language changes when Station starts again."))
        self.theme = self.choice(
            tr("Theme"),
            "theme",
            [(str(name), translated(words)) for name, words in THEME_WORDS.items()],
        )
        self.text = self.choice(
            tr("Size of the text"),
            "text-percent",
            [(str(step), f"{step} %") for step in TEXT_STEPS],
        )
        self.note(
            tr(
                "The whole window follows: text, rows, buttons. Images and the key images made of "
                "them are on black in every theme."
            )
        )

    def refresh(self, state: State) -> None:
        select(self.language, str(state.preferences.language))
        select(self.theme, str(state.preferences.theme))
        percent = state.preferences.text_percent
        select(self.text, str(percent), f"{percent} %")


class ImagesPage(PreferencePage):
    title = marked("Images")

    def fill(self) -> None:
        self.presets = [QLineEdit() for _ in range(PRESETS)]
        for number, field in enumerate(self.presets, 1):
            field.setFixedWidth(theme.px(PRESET_PX))
            field.setAccessibleName(tr("Upper bound of SUV window {number}", number=number))
            field.editingFinished.connect(self._on_presets)
        holder = QWidget()
        in_row(*self.presets, None, of=holder, margins=0, spacing=6)
        self.add(tr("SUV windows on keys: 0 to"), holder)
        self.start = QLineEdit()
        self.start.setFixedWidth(theme.px(PRESET_PX))
        self.start.editingFinished.connect(lambda: self.take("start-window", self.start.text()))
        self.add(tr("Each patient begins at SUV 0 to"), self.start)
        self.start_ct = self.choice(
            tr("CT begins with"),
            "start-ct-window",
            [(name.lower(), translated(name)) for name in CT_PRESETS],
        )
        self.heading("PET")
        self.colours = self.choice(
            tr("Colours"), "colours", [(name, translated(LABELS[name])) for name in NAMES]
        )
        self.inverse = self.tick(tr("Inverse: dark on light"), "inverse")
        self.smooth = self.tick(tr("Smooth interpolation"), "smooth")
        self.note(tr("Colours are those of the images shown now and from now on."))

    def _on_presets(self) -> None:
        uppers = (field.text().strip().replace(",", ".") for field in self.presets)
        self.take("suv-presets", " ".join(upper or "?" for upper in uppers))

    def refresh(self, state: State) -> None:
        for field, upper in zip(self.presets, state.preferences.suv_presets, strict=True):
            field.setText(decimals(f"{upper:g}"))
        self.start.setText(decimals(f"{state.start_window.high:g}"))
        ct = shown(find(BINDINGS, "start-ct-window").value(state))
        select(self.start_ct, ct, f"{ct} HU")
        select(self.colours, state.colormap)
        self.inverse.setChecked(state.inverse)
        self.smooth.setChecked(state.smooth)


class LayoutPage(PreferencePage):
    title = marked("Layout")

    def fill(self) -> None:
        self.automatic = self.tick(
            tr("A study opens in the layout of what it holds"), "automatic-layout"
        )
        self.automatic.clicked.connect(lambda: self.refresh(self.session.state))
        self.kinds: dict[StudyKind, QComboBox] = {}
        for kind in StudyKind:
            words = translated(layouts.KIND_WORDS[kind])
            self.kinds[kind] = self.choice(
                f"{words[:1].upper()}{words[1:]}", f"layout.{kind}", self._choices(kind)
            )
        self.note(
            tr(
                "Choosing a layout while a study is open changes this too. Your own layouts: "
                "View ▸ Layout ▸ Save this layout."
            )
        )

    def _choices(self, kind: StudyKind) -> list[tuple[str, str]]:
        words = {str(layout): translated(text) for layout, text in LAYOUT_WORDS.items()}
        words[AS_HELD] = tr("As what it holds")
        return [
            (value, words.get(value, value.removeprefix(layouts.OWN)))
            for value in layout_choices(self.session.state, kind)
        ]

    def refresh(self, state: State) -> None:
        self.automatic.setChecked(state.automatic_layout)
        for kind, field in self.kinds.items():
            select(field, layout_of(state, kind))
            field.setEnabled(state.automatic_layout)


class FoldersPage(PreferencePage):
    title = marked("Folders")

    def fill(self) -> None:
        self.open = self._folder(tr("Open from"), "open-folder", tr("the folder opened last"))
        self.export = self._folder(
            tr("Write to"), "export-folder", tr("the folder written to last")
        )
        self.note(
            tr(
                "Where the question for a file begins. Nothing is written among the images "
                "that are "
                "open, whatever is chosen here."
            )
        )

    def _folder(self, words: str, setting: str, empty: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(empty)
        field.setAccessibleName(words)
        field.setClearButtonEnabled(True)
        field.editingFinished.connect(lambda: self.take(setting, field.text()))
        field.textChanged.connect(lambda text: None if text else self.take(setting, ""))

        def choose() -> None:
            first = field.text() or str(Path.home())
            chosen = QFileDialog.getExistingDirectory(self, words, first)
            if chosen:
                field.setText(chosen)
                self.take(setting, chosen)

        button = new_button(tr("Choose…"), choose)
        button.setAutoDefault(False)
        button.setAccessibleName(tr("{words}: choose a folder", words=words))
        holder = QWidget()
        in_row((field, 1), button, of=holder, margins=0, spacing=8)
        self.add(words, holder)
        return field

    def refresh(self, state: State) -> None:
        for field, folder in (
            (self.open, state.preferences.open_folder),
            (self.export, state.preferences.export_folder),
        ):
            field.blockSignals(True)
            field.setText(folder)
            field.blockSignals(False)
