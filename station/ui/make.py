"""The parts of panels, pages and dialogs: rows and columns of widgets, labels, buttons, tables."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

Margins = tuple[int, int, int, int]
"""Pixels: left, top, right, bottom"""

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

NO_MARGINS: Margins = (0, 0, 0, 0)
BAR_STEPS = 1000

Box = TypeVar("Box", bound=QBoxLayout)


class Gap(NamedTuple):
    """Room between two widgets, in pixels; 0: all that is left."""

    px: int = 0


STRETCH = Gap()

Part = QWidget | QLayout
Item = Part | Gap | tuple[Part, int] | tuple[Part, Qt.AlignmentFlag]
"""A widget or layout, alone, with its share of the room that is left, or with its side"""


def row(
    *items: Item,
    on: QWidget | None = None,
    spacing: int | None = None,
    margins: Margins = NO_MARGINS,
) -> QHBoxLayout:
    """The items next to each other; `on` is the widget that they fill.

    `spacing` is in pixels; None: the style's.
    """
    return _filled(QHBoxLayout(), items, on, spacing, margins)


def column(
    *items: Item,
    on: QWidget | None = None,
    spacing: int | None = None,
    margins: Margins = NO_MARGINS,
) -> QVBoxLayout:
    """The items below each other; else as `row`."""
    return _filled(QVBoxLayout(), items, on, spacing, margins)


def _filled(
    box: Box,
    items: tuple[Item, ...],
    on: QWidget | None,
    spacing: int | None,
    margins: Margins,
) -> Box:
    if on is not None:
        on.setLayout(box)
    if spacing is not None:
        box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for item in items:
        match item:
            case Gap(px):
                box.addSpacing(px) if px else box.addStretch()
            case (part, Qt.AlignmentFlag() as side):
                _add(box, part, 0)
                box.setAlignment(part, side)
            case (part, share):
                _add(box, part, share)
            case part:
                _add(box, part, 0)
    return box


def _add(box: QBoxLayout, part: Part, share: int) -> None:
    if isinstance(part, QWidget):
        box.addWidget(part, share)
    else:
        box.addLayout(part, share)


def label(
    name: str = "", text: str = "", *, wrapped: bool = False, selectable: bool = False
) -> QLabel:
    """A label by its name in the style sheet; `selectable` with the mouse, to be copied."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(wrapped)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def say(part: QLabel | QPushButton, text: str) -> None:
    """Show the text; without any the label or button is hidden."""
    part.setText(text)
    part.setVisible(bool(text))


def button(
    text: str, verb: Callable[[], object] | None = None, name: str = "", *, takes_keys: bool = True
) -> QPushButton:
    """A button that does `verb`; one that does not take keys leaves them to the images."""
    button = QPushButton(text)
    button.setObjectName(name)
    if not takes_keys:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if verb is not None:
        button.clicked.connect(verb)
    return button


def progress_bar(width_px: int | None = None) -> QProgressBar:
    """A bar without words; its full length is `BAR_STEPS`."""
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, BAR_STEPS)
    if width_px is not None:
        bar.setFixedWidth(width_px)
    return bar


def scrolling(area: QScrollArea, content: QWidget) -> QScrollArea:
    """The area scrolls its content up and down, which is as wide as it is."""
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def quiet(table: QTableView, row_px: int) -> None:
    """Rows of text that are chosen whole, and read, not edited."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_px)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(LEFT)
