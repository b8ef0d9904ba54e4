"""Pages next to the reading: shortcuts, what was opened, about; and the question at the end."""

from collections.abc import Sequence
from enum import Enum, auto
from html import escape
from pathlib import Path

from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QWidget,
)

from station.app.denoising import CANNOT_KNOW
from station.app.language import plural, tr, translated
from station.app.state import State
from station.installed import build
from station.logs import CrashReport, Logs, library_versions
from station.model_cards import shipped_weights
from station.ui import theme
from station.ui.actions import GESTURES, shortcuts
from station.ui.elements import in_row, new_button, new_label, plain_table, scrolling
from station.ui.icons import icon
from station.ui.page import RESEARCH_STATEMENT, Page

ROW_HEIGHT_PX, WARNING_PX = 30, 32
SHOWN_AT_MOST = 5000
"""Lines of the table of files left out; a folder of junk can have more"""


class Closing(Enum):
    """What becomes of work that is not saved when the window closes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_closing(parent: QWidget, losses: str, can_save: bool) -> Closing:
    """Ask whether to close, though `losses` would be lost."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr("Close Station"), losses, parent=parent)
    box.setIconPixmap(icon("warning", theme.LESS).pixmap(WARNING_PX, WARNING_PX))
    role = QMessageBox.ButtonRole
    answers: dict[QPushButton, Closing] = {}
    if can_save:
        answers[box.addButton(tr("Save…"), role.AcceptRole)] = Closing.SAVE
    words = tr("Discard") if can_save else tr("Close all the same")
    answers[box.addButton(words, role.DestructiveRole)] = Closing.DISCARD
    cancel = box.addButton(tr("Cancel"), role.RejectRole)
    answers[cancel] = Closing.CANCEL
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return next((what for button, what in answers.items() if button is clicked), Closing.CANCEL)


def shortcuts_page(parent: QWidget | None, state: State) -> Page:
    """Made from the table of actions, so it cannot be out of date."""
    page = Page(tr("Shortcuts"), parent, 620, 640)
    text = QTextBrowser()
    text.setAccessibleName(tr("Shortcuts"))
    rows: list[str] = []
    menu = ""
    for group, words, keys in [
        *shortcuts(state),
        *((tr("Mouse"), translated(what), translated(how)) for how, what in GESTURES),
    ]:
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
    page = Page(tr("What was opened"), parent, 860, 520)
    page.box.addWidget(new_label(_found_words(state), wrap=True))
    left_out = state.left_out[:SHOWN_AT_MOST]
    table = QTableWidget(len(left_out), 2)
    table.setHorizontalHeaderLabels([tr("Left out"), tr("Why")])
    table.setAccessibleName(tr("Files that were left out"))
    plain_table(table, ROW_HEIGHT_PX, read_only=True)
    table.horizontalHeader().setStretchLastSection(True)
    table.setColumnWidth(0, theme.px(300))
    for index, file in enumerate(left_out):
        name = QTableWidgetItem(f"{file.path.parent.name}/{file.path.name}")
        name.setToolTip(str(file.path))
        reason = QTableWidgetItem(translated(file.reason))
        reason.setToolTip(reason.text())
        for column, item in enumerate((name, reason)):
            table.setItem(index, column, item)
    page.box.addWidget(table, 1)
    page.finish()
    return page


def _found_words(state: State) -> str:
    count = len(state.left_out)
    words = f"{state.opened_from}: {state.opened_summary}"
    if count > SHOWN_AT_MOST:
        words += tr(" The first {shown_at_most:,} are listed.", shown_at_most=SHOWN_AT_MOST)
    return words


def crash_page(parent: QWidget | None, logs: Logs, reports: Sequence[CrashReport]) -> Page:
    """What ended the program before, to be kept for who looks after it, or dismissed."""
    page = Page(tr("Station ended unexpectedly"), parent, 720, 460)
    times = plural(len(reports), "once", "{count} times")
    words = new_label(
        tr(
            "Station ended unexpectedly {times}. What was confirmed is stored. The "
            "report below helps to find out why; it names no patient, no file and no "
            "value, and goes nowhere by itself. Save it and send it to who looks after "
            "Station.",
            times=times,
        ),
        wrap=True,
    )
    text = "\n".join(report.text for report in reports)
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setAccessibleName(tr("Report"))

    def save() -> None:
        name = str(Path.home() / "station-crash.txt")
        file, _ = QFileDialog.getSaveFileName(page, tr("Save the report"), name, tr("Text (*.txt)"))
        if file:
            try:
                Path(file).write_text(text, encoding="utf-8")
            except OSError as error:
                words.setText(
                    tr(
                        "{file} cannot be written ({strerror}). Choose another place.",
                        file=file,
                        strerror=error.strerror,
                    )
                )

    def dismiss() -> None:
        logs.dismiss(reports)
        page.close()

    page.box.addWidget(words)
    page.box.addWidget(shown, 1)
    buttons = QWidget()
    save_button = new_button(tr("Save…"), save, "primary")
    in_row(None, save_button, new_button(tr("Do not show again"), dismiss), of=buttons, margins=0)
    page.box.addWidget(buttons)
    page.finish()
    return page


def about_page(parent: QWidget | None) -> Page:
    page = Page(tr("About Station"), parent, 620, 520)
    weights = "".join(
        f"<tr><td style='padding-right:16px'>{each.kind} {escape(each.id)} "
        f"{escape(each.version)}</td><td>{each.sha256[:32]}…</td></tr>"
        for each in shipped_weights()
    )
    libraries = ", ".join(f"{name} {number}" for name, number in library_versions())
    about = tr(
        "A reading station for FDG PET: the conventional image next to the deep-learning denoised "
        "image of the same scan."
    )
    licences = tr(
        "Apache License 2.0. The libraries and fonts that it uses, with their licences, are listed "
        "in THIRD_PARTY_NOTICES.md."
    )
    text = new_label(
        f'<p style="font-size:{theme.px(18)}px;color:{theme.BRIGHT}"><b>Station {build()}</b></p>'
        f"<p>{about}</p><p><b>{translated(RESEARCH_STATEMENT)}</b></p>"
        f"<p>{translated(CANNOT_KNOW)}</p>"
        f"<p>{tr('Weights, by SHA-256:')}</p><table>{weights}</table>"
        f"<p>{escape(libraries)}</p><p>{licences}</p>",
        wrap=True,
        selectable=True,
    )
    page.box.addWidget(scrolling(QScrollArea(), text), 1)
    page.finish()
    return page
