"""A dialog that asks before something is done to a record: fields, what went wrong, one button."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from station.app.language import tr, translated
from station.ui import theme
from station.ui.elements import (
    Choice,
    NumberField,
    in_column,
    in_row,
    new_button,
    new_label,
)
from station.ui.icons import icon

WIDTH_PX = 460
REASON_HEIGHT_PX = 62
PICTURE_PX = 32

Submit = Callable[[Callable[[], None], Callable[[str], None]], None]
"""Does what was asked for; calls the first when it is done, the second with why it is not"""

Field = TypeVar("Field", bound=QWidget)


class Question(QDialog):
    """Asks, does it, and closes when it is done; if that fails, it says why and stays."""

    def __init__(self, parent: QWidget, title: str, words: str, button: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._complete: list[Callable[[], bool]] = []
        self._submit: Submit | None = None
        self._under_way = False
        self._in_order: list[QWidget] = []
        """What is filled in, as the keyboard goes through it"""
        self._fields = in_column(spacing=10)
        self.problem = _paragraph("", "problem")
        self.problem.hide()
        self.cancel = new_button(tr("Cancel"), self.reject)
        self.cancel.setAutoDefault(False)
        self.ok = new_button(button, self._on_ok, "primary")
        self.ok.setDefault(True)
        in_column(
            new_label(title, "emptytitle"),
            _paragraph(words),
            self._fields,
            self.problem,
            None,
            in_row(None, self.cancel, self.ok, spacing=8),
            of=self,
            margins=(20, 18, 20, 16),
            spacing=12,
        )

    def ask(self, submit: Submit) -> None:
        """Open, once the fields are there."""
        self._submit = submit
        self._refresh()
        self._fit()
        # The buttons were made before the fields: without this the keyboard begins at Cancel.
        for before, after in pairwise((*self._in_order, self.cancel, self.ok)):
            self.setTabOrder(before, after)
        if self._in_order:
            self._in_order[0].setFocus()
        self.open()

    # --- Fields --------------------------------------------------------------------------------

    def caution(self, words: str) -> QLabel:
        """A warning above the fields."""
        label = _paragraph(words, "caution")
        self._fields.addWidget(label)
        return label

    def text(self, label: str, *buttons: QPushButton) -> QLineEdit:
        field = QLineEdit()
        field.textChanged.connect(self._refresh)
        self._complete.append(lambda: bool(field.text().strip()))
        return self._add(label, field, *buttons)

    def password(self, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(self._refresh)
        self._complete.append(lambda: bool(field.text()))
        return self._add(label, field)

    def new_password(self, label: str) -> QLineEdit:
        """Typed twice."""
        from station.archive.sealing import SHORTEST_PASSWORD  # with it comes cryptography

        first = self.password(label)
        first.setPlaceholderText(
            tr("{shortest_password} characters or more", shortest_password=SHORTEST_PASSWORD)
        )
        again = self.password(tr("Repeat the password"))
        self._complete.append(lambda: first.text() == again.text())
        return first

    def reason(self, label: str, required: bool = True) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setFixedHeight(theme.px(REASON_HEIGHT_PX))
        field.setTabChangesFocus(True)
        field.setPlaceholderText(tr("Stays in the record for good"))
        field.textChanged.connect(self._refresh)
        if required:
            self._complete.append(lambda: bool(field.toPlainText().strip()))
        return self._add(label, field)

    def choice(self, label: str, names: Sequence[str]) -> QComboBox:
        field = Choice()
        field.addItems(list(names))
        return self._add(label, field)

    def tick(self, words: str) -> QCheckBox:
        """What has to be agreed to."""
        field = QCheckBox(words)
        field.toggled.connect(self._refresh)
        self._complete.append(field.isChecked)
        self._fields.addWidget(field)
        self._in_order.append(field)
        return field

    def _add(self, label: str, field: Field, *buttons: QPushButton) -> Field:
        name = new_label(label, "quiet")
        name.setBuddy(field)
        name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for button in buttons:
            button.setAutoDefault(False)
        aside = ((button, 0, Qt.AlignmentFlag.AlignTop) for button in buttons)
        line = in_row((field, 1), *aside, spacing=8)
        self._fields.addLayout(in_column(name, line, spacing=4))
        self._in_order += [field, *buttons]
        return field

    # --- Doing it ------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.ok.setEnabled(not self._under_way and all(is_filled() for is_filled in self._complete))

    def _on_ok(self) -> None:
        if self._submit is None or not self.ok.isEnabled():
            return
        self._wait(under_way=True)
        self.problem.hide()
        self._fit()
        self._submit(self.accept, self._on_failed)

    def _on_failed(self, sentence: str) -> None:
        self._wait(under_way=False)
        self.problem.setText(translated(sentence))
        self.problem.show()
        self._fit()

    def _fit(self) -> None:
        """As high as its words are at this width."""
        box = self.layout()
        if box is not None:
            box.activate()
            width = theme.px(WIDTH_PX)
            self.setFixedSize(width, box.totalHeightForWidth(width))

    def _wait(self, under_way: bool) -> None:
        self._under_way = under_way
        self.cancel.setEnabled(not under_way)
        self._refresh()

    def reject(self) -> None:
        """Not while the record is being written: that cannot be taken back."""
        if not self._under_way:
            super().reject()


def confirmed(parent: QWidget, title: str, words: str) -> bool:
    """Ask whether to go on; Escape says no."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, words, parent=parent)
    box.setIconPixmap(icon("question", theme.ACCENT).pixmap(PICTURE_PX, PICTURE_PX))
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    box.setDefaultButton(QMessageBox.StandardButton.Yes)
    box.setEscapeButton(QMessageBox.StandardButton.No)
    return box.exec() == QMessageBox.StandardButton.Yes


def ask_number(
    parent: QWidget,
    title: str,
    label: str,
    value: float,
    limits: tuple[float, float],
    decimals: int,
) -> float | None:
    """A number within limits; None: nothing was answered."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    field = NumberField()
    field.setDecimals(decimals)
    field.setRange(*limits)
    field.setValue(value)
    field.setAccessibleName(label)
    field.selectAll()
    name = new_label(label)
    name.setBuddy(field)
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
    )
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    in_column(name, field, buttons, of=dialog, margins=9, spacing=6)
    try:
        return field.value() if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()


def ask_own_password(
    parent: QWidget,
    change: Callable[[str, str, Callable[[], None], Callable[[str], None]], None],
    words: str,
) -> Question:
    """Change the password of whoever has signed in.

    `change` takes the old and the new one, and the two ends of a `Submit`; `words` say what else
    depends on it.
    """
    question = Question(parent, tr("Change your password"), words, tr("Change"))
    old = question.password(tr("Your password now"))
    new = question.new_password(tr("New password"))
    question.ask(lambda done, failed: change(old.text(), new.text(), done, failed))
    return question


def _paragraph(words: str, name: str = "") -> QLabel:
    return new_label(words, name, wrap=True, selectable=True)
