"""Pages next to the reading: shortcuts, what was opened, about; and the question at the end."""

from enum import Enum, auto
from html import escape

from PySide6.QtWidgets import (
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)

from station import __version__
from station.app.state import State
from station.ui import theme
from station.ui.actions import GESTURES, shortcuts
from station.ui.elements import new_label, plain_table
from station.ui.page import RESEARCH_STATEMENT, Page

ROW_HEIGHT_PX = 30
SHOWN_AT_MOST = 5000
"""Lines of the table of files left out; a folder of junk can have more"""


class Closing(Enum):
    """What becomes of work that is not saved when the window closes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_closing(parent: QWidget, losses: str, can_save: bool) -> Closing:
    """Ask whether to close, though `losses` would be lost."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Close Station", losses, parent=parent)
    role = QMessageBox.ButtonRole
    answers: dict[QPushButton, Closing] = {}
    if can_save:
        answers[box.addButton("Save…", role.AcceptRole)] = Closing.SAVE
    words = "Discard" if can_save else "Close all the same"
    answers[box.addButton(words, role.DestructiveRole)] = Closing.DISCARD
    cancel = box.addButton("Cancel", role.RejectRole)
    answers[cancel] = Closing.CANCEL
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return next((what for button, what in answers.items() if button is clicked), Closing.CANCEL)


def shortcuts_page(parent: QWidget | None) -> Page:
    """Made from the table of actions, so it cannot be out of date."""
    page = Page("Shortcuts", parent, 620, 640)
    text = QTextBrowser()
    rows: list[str] = []
    menu = ""
    for group, words, keys in [*shortcuts(), *(("Mouse", what, how) for how, what in GESTURES)]:
        if group != menu:
            menu = group
            rows.append(
                f'<tr><td colspan="2" style="padding-top:10px;color:{theme.QUIET}">'
                f"<b>{group}</b></td></tr>"
            )
        rows.append(
            f'<tr><td style="padding-right:24px;color:{theme.BRIGHT}">{escape(keys)}</td>'
            f"<td>{escape(words)}</td></tr>"
        )
    text.setHtml(f"<table>{''.join(rows)}</table>")
    page.box.addWidget(text)
    page.finish()
    return page


def opened_page(parent: QWidget | None, state: State) -> Page:
    """What the last opening found and what it left out, each with the reason."""
    page = Page("What was opened", parent, 860, 520)
    page.box.addWidget(new_label(_found_words(state), wrap=True))
    left_out = state.left_out[:SHOWN_AT_MOST]
    table = QTableWidget(len(left_out), 2)
    table.setHorizontalHeaderLabels(["Left out", "Why"])
    plain_table(table, ROW_HEIGHT_PX, read_only=True)
    table.horizontalHeader().setStretchLastSection(True)
    table.setColumnWidth(0, 300)
    for index, file in enumerate(left_out):
        name = QTableWidgetItem(f"{file.path.parent.name}/{file.path.name}")
        name.setToolTip(str(file.path))
        reason = QTableWidgetItem(file.reason)
        reason.setToolTip(file.reason)
        for column, item in enumerate((name, reason)):
            table.setItem(index, column, item)
    page.box.addWidget(table, 1)
    page.finish()
    return page


def _found_words(state: State) -> str:
    count = len(state.left_out)
    words = f"{state.opened_from}: {state.opened_summary}"
    if count > SHOWN_AT_MOST:
        words += f" The first {SHOWN_AT_MOST:,} are listed."
    return words


def about_page(parent: QWidget | None) -> Page:
    page = Page("About Station", parent, 460, 300)
    text = new_label(
        f'<p style="font-size:18px;color:{theme.BRIGHT}"><b>Station {__version__}</b></p>'
        "<p>A reading station for FDG PET: the conventional image next to the deep-learning "
        "denoised image of the same scan.</p>"
        f"<p><b>{RESEARCH_STATEMENT}</b></p>"
        "<p>Apache License 2.0. The libraries and fonts that it uses, with their licences, "
        "are listed in THIRD_PARTY_NOTICES.md.</p>",
        wrap=True,
        selectable=True,
    )
    page.box.addWidget(text, 1)
    page.finish()
    return page
