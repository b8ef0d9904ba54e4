"""The program's icons: one family, drawn for it on a grid of 24 with one width of line, in the
colours of the theme."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from station.installed import resource
from station.ui import theme

GRID = 24
"""What the drawings are drawn on"""
SIZE_PX = 18
"""In tool bars, menus and notices"""
_INK = "currentColor"


OF_ACTION: Mapping[str, str] = {
    "file.open": "open",
    "file.save_derived": "save",
    "file.key_image": "picture",
    "view.search": "search",
    "view.maximise": "maximise",
    "view.reset": "reset",
    **dict.fromkeys(("window.5", "window.6", "window.7", "window.10"), "window"),
    **dict.fromkeys(("window.15", "window.20"), "window"),
    "image.inverse": "inverse",
    "image.fusion": "fusion",
    "image.mip": "mip",
    "image.difference": "difference",
    "image.changes": "changes",
    "image.denoise": "denoise",
    "voi.place_0.5": "sphere",
    "voi.place_3": "sphere-large",
    "voi.place_typed": "sphere-typed",
    "voi.lesion": "lesion",
    "voi.guided": "reference",
    "voi.grow_tool": "grow",
    "voi.brush": "brush",
    "voi.eraser": "eraser",
    "voi.distance": "distance",
    "voi.ellipse": "ellipse",
    "voi.arrow": "arrow",
    "voi.text": "text",
    "voi.burden": "burden",
    "voi.copy": "copy",
    "voi.delete": "delete",
    "quality.report": "report",
    "help.shortcuts": "keyboard",
}
"""By the id of an entry of the action table"""


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def drawn(name: str, size: QSize, colour: str) -> QPixmap:
    """A drawing of `resources/icons` in one colour, in device pixels."""
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    text = _drawing(name).replace(_INK, QColor(colour).name())
    painter = QPainter(picture)
    side = min(size.width(), size.height())
    box = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    QSvgRenderer(QByteArray(text.encode())).render(painter, box)
    painter.end()
    return picture


class _Engine(QIconEngine):
    """Draws an icon when it is shown, in the colour of the theme that is then in use."""

    def __init__(self, name: str, colour: str = "") -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._kept: dict[tuple[int, int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        made = _Engine(self._name, self._colour)
        _made.append(made)
        return made

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode is QIcon.Mode.Disabled:
            return theme.DISABLED
        if self._colour:
            return theme.ink(self._colour)
        on = state is QIcon.State.On or mode in (QIcon.Mode.Selected, QIcon.Mode.Active)
        if state is QIcon.State.On and mode is not QIcon.Mode.Selected:
            return theme.ON_PRIMARY  # the ground of a button that is on
        return theme.BRIGHT if on else theme.TEXT

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        ink = self._ink(mode, state)
        key = (size.width(), size.height(), ink)
        if key not in self._kept:
            self._kept[key] = drawn(self._name, size, ink)
        return self._kept[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = self.pixmap(rect.size() * ratio, mode, state)
        painter.drawPixmap(rect, picture)


_made: list[_Engine] = []
"""Qt owns an engine, and Python must not collect the half of it that draws"""


@cache
def icon(name: str, colour: str = "") -> QIcon:
    """A drawing of `resources/icons`, in a colour or the theme's of that name; without one in that
    of the theme's text."""
    if QGuiApplication.instance() is None:
        return QIcon()
    engine = _Engine(name, colour)
    _made.append(engine)
    return QIcon(engine)


class Picture(QWidget):
    """A drawing next to words, which say what it means."""

    def __init__(self, name: str, colour: str = "", size_px: int = SIZE_PX) -> None:
        super().__init__()
        self._icon = icon(name, colour)
        self.setFixedSize(theme.px(size_px), theme.px(size_px))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
