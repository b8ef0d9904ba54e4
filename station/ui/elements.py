"""What every view is made of: labels, buttons, rows, columns and tables in the program's looks."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QBoxLayout,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from station.app.language import translated
from station.ui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

BAR_STEPS = 1000
BY_MOUSE = "focusByMouse"
"""The property of a list that got the focus from a click"""
PLAIN, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier

Part = QWidget | QLayout
Item = Part | tuple[Part, int] | tuple[QWidget, int, Qt.AlignmentFlag] | int | None
"""What a row or a column holds: a widget or a layout, also with its stretch and alignment; a gap in
pixels at 100 %; or None: a gap that takes all the room there is"""

Margins = int | tuple[int, int, int, int]
"""The same on all sides, or left, top, right and bottom"""
Box = TypeVar("Box", bound=QBoxLayout)
Content = TypeVar("Content", bound=QWidget)
FRAME_PX = 40
"""What the frame of a window may take of the screen"""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


def in_row(
    *items: Item,
    of: QWidget | None = None,
    margins: Margins | None = None,
    spacing: int | None = None,
) -> QHBoxLayout:
    """Items from left to right, as the layout of a widget or one to be put into another.

    `margins` and `spacing` in pixels at 100 %; None: Qt's own.
    """
    return _filled(QHBoxLayout(), items, of, margins, spacing)


def in_column(
    *items: Item,
    of: QWidget | None = None,
    margins: Margins | None = None,
    spacing: int | None = None,
) -> QVBoxLayout:
    """Items from top to bottom; see `in_row`."""
    return _filled(QVBoxLayout(), items, of, margins, spacing)


def _filled(
    box: Box,
    items: tuple[Item, ...],
    of: QWidget | None,
    margins: Margins | None,
    spacing: int | None,
) -> Box:
    if of is not None:
        of.setLayout(box)
    if margins is not None:
        edges = (margins,) * 4 if isinstance(margins, int) else margins
        box.setContentsMargins(*map(theme.px, edges))
    if spacing is not None:
        box.setSpacing(theme.px(spacing))
    for item in items:
        part, stretch, *side = item if isinstance(item, tuple) else (item, 0)
        if part is None:
            box.addStretch()
        elif isinstance(part, int):
            box.addSpacing(theme.px(part))
        elif isinstance(part, QWidget):
            box.addWidget(part, stretch, *side)
        else:
            box.addLayout(part, stretch)
    return box


def new_label(
    words: str = "",
    name: str = "",
    *,
    wrap: bool = False,
    selectable: bool = False,
    plain: bool = False,
) -> QLabel:
    """Words in the look that the style sheet has for `name`; `plain`: no letter of them is HTML."""
    made = QLabel(words)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if plain:
        made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def new_button(
    words: str = "",
    verb: Callable[..., object] | None = None,
    name: str = "",
    *,
    focus: bool = True,
) -> QPushButton:
    """A button that does `verb`; without `focus` a click leaves the keys where they are, though Tab
    leads there."""
    made = QPushButton(words)
    made.setObjectName(name)
    if not focus:
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if verb is not None:
        made.clicked.connect(verb)
    return made


def say(part: QLabel | QPushButton, text: str) -> None:
    """Show the text; without any the label or button is hidden."""
    part.setText(translated(text))
    part.setVisible(bool(text))


def scrolling(area: QScrollArea, content: QWidget) -> QScrollArea:
    """The area scrolls its content up and down, which is as wide as it is."""
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def set_look(widget: QWidget, value: object, of: str = "objectName") -> None:
    """Change the name, or another property, by which the style sheet knows a widget."""
    if widget.property(of) != value:
        widget.setProperty(of, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.updateGeometry()


def plain_table(table: QTableView, row_px: int, *, read_only: bool = False) -> None:
    """Whole rows of one line, without grid and numbers, under headings at the left.

    `read_only`: nothing is edited, and one row is chosen at a time.
    """
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(row_px))
    table.setShowGrid(False)
    table.setWordWrap(False)
    keyed(table)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    if read_only:
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(LEFT)


def _is_meant(field: QWidget, event: QWheelEvent) -> bool:
    """Whether the wheel is for a field: one that has not the keys is only passed over on the way
    through what is around it."""
    if not field.hasFocus():
        event.ignore()
    return field.hasFocus()


class Choice(QComboBox):
    """A list that drops down."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_meant(self, event):
            super().wheelEvent(event)


class NumberField(QDoubleSpinBox):
    """A number with decimals, in which point and comma both are the decimal sign.

    Qt's own takes the other sign for one between thousands: a typed 1,5 would be 15.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_meant(self, event):
            super().wheelEvent(event)

    def validate(self, text: str, at: int) -> object:
        if "." in text and "," in text:
            return QValidator.State.Invalid, text, at
        text = self._own(text)
        return super().validate(text, at)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._own(text))

    def _own(self, text: str) -> str:
        point = self.locale().decimalPoint()
        return text.replace("," if point == "." else ".", point)


class Later(QWidget, Generic[Content]):
    """The place of a widget that is imported and made when it is first shown or asked for."""

    def __init__(self, make: Callable[[], Content]) -> None:
        super().__init__()
        self._make = make

    @cached_property
    def content(self) -> Content:
        made = self._make()
        in_column(made, of=self, margins=0, spacing=0)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.content.show()  # at once: what is added to a layout is shown in the next turn


class RowsModel(QAbstractTableModel):
    """Rows that are replaced as a whole; where their number stays, the view keeps its place."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Any, ...] = ()
        self.header: tuple[str, ...] = ()

    def show(self, rows: tuple[Any, ...], header: tuple[str, ...]) -> None:
        if rows == self.rows and header == self.header:
            return
        if len(rows) == len(self.rows) and header == self.header:
            self.rows = rows
            last = self.index(len(rows) - 1, len(header) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows, self.header = rows, header
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.header)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return translated(self.header[section])
        return None


MOVING_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
BUTTON_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
CHOOSING_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


def keeps_key(focused: QWidget, event: QKeyEvent) -> bool:
    """Whether a key belongs to the control that has the focus, though it is a shortcut of the
    images: arrows to a list, Space to a button, Return to a field."""
    if event.modifiers() not in (PLAIN, KEYPAD):
        return False
    key = event.key()
    if isinstance(focused, QLineEdit):
        return key in CHOOSING_KEYS
    if isinstance(focused, QAbstractItemView) and focused.property(BY_MOUSE):
        return False  # a row was clicked: the keys go on being those of the images
    if isinstance(focused, QAbstractItemView | QComboBox | QTabBar):
        return key in MOVING_KEYS or key in CHOOSING_KEYS
    if isinstance(focused, QAbstractSlider | QAbstractScrollArea):
        return key in MOVING_KEYS
    if isinstance(focused, QToolButton):
        return key in BUTTON_KEYS or key in CHOOSING_KEYS
    return isinstance(focused, QAbstractButton) and key in CHOOSING_KEYS


class _FocusNoted(QObject):
    """Notes on a list whether it got the focus from a click."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusIn:
            watched.setProperty(BY_MOUSE, event.reason() is Qt.FocusReason.MouseFocusReason)
        return False


def keyed(view: QAbstractItemView) -> None:
    """The list has the keys that move in it once Tab has led there; a click leaves them where they
    are."""
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setTabKeyNavigation(False)
    view.installEventFilter(_FocusNoted(view))


def new_bar() -> QProgressBar:
    """Progress without words; its full length is `BAR_STEPS`."""
    made = QProgressBar()
    made.setRange(0, BAR_STEPS)
    made.setTextVisible(False)
    return made


def new_delay(owner: QObject, milliseconds: int, verb: Callable[[], object]) -> QTimer:
    """A timer that does `verb` once, so long after its last start."""
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(verb)
    return made


def new_plot(axes: dict[str, Any] | None = None) -> Any:
    """An empty plot of pyqtgraph that is looked at, not dragged; `axes` by side replace its own."""
    import pyqtgraph as pg  # 0.1 s, needed only once there is something to draw

    plot: Any = pg.PlotWidget(enableMenu=False, axisItems=axes)
    plot.setMouseEnabled(False, False)
    plot.hideButtons()
    # Made all the same, and without a parent it would outlive the window.
    menu = plot.getPlotItem().ctrlMenu
    menu.setParent(plot, menu.windowFlags())
    theme.colour_plot(plot)
    return plot


class OneLine(QLabel):
    """Words that are shortened where there is no room for them."""

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def fit(widget: QWidget, width_px: int, height_px: int) -> None:
    """Give a window a size, in pixels at 100 %, as far as its screen has it."""
    room = widget.screen().availableSize()
    width, height = theme.px(width_px), theme.px(height_px)
    widget.resize(min(width, room.width() - FRAME_PX), min(height, room.height() - FRAME_PX))
