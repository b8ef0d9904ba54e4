"""A dialog with something to read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QWidget,
)

from station.app.jobs import Failure
from station.app.language import marked, tr
from station.ui import theme
from station.ui.elements import in_column, new_label

RESEARCH_STATEMENT = marked(
    "For research, not for diagnosis. Station is not a medical device and has not been clinically "
    "validated."
)


class Page(QDialog):
    """A dialog with something to read and a way to close it; it does not block the window."""

    def __init__(self, title: str, parent: QWidget | None, width: int, height: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = self.screen().availableSize()
        self.resize(min(theme.px(width), room.width()), min(theme.px(height), room.height()))
        self.box = in_column(of=self, margins=(16, 16, 16, 12), spacing=10)

    def finish(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self.box.addWidget(buttons)


def bug_page(parent: QWidget | None, failure: Failure) -> Page:
    """An error of the program, shown as one, with what helps to find it."""
    page = Page(tr("Station made a mistake"), parent, 720, 420)
    words = tr(
        "{sentence}\n\nThis is an error in Station, not in your data. Nothing was "
        "lost. The text below helps to find it; it contains no patient data but what "
        "you see.",
        sentence=failure.sentence,
    )
    details = QPlainTextEdit(failure.details or "")
    details.setAccessibleName(tr("What went wrong"))
    details.setReadOnly(True)
    page.box.addWidget(new_label(words, wrap=True))
    page.box.addWidget(details, 1)
    page.finish()
    return page
