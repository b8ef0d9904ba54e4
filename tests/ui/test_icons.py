"""The drawings: every tool has one, it shows something, and it has the colours of the theme."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QToolBar

from station.installed import resource
from station.ui import theme
from station.ui.icons import OF_ACTION, Picture, drawn, icon
from station.ui.tool_bar import Tool, ToolGroup
from station.ui.window import ReadingWindow
from tests.ui.test_window import notice

DRAWINGS = sorted(
    path for path in Path(resource("icons")).glob("*.svg") if "currentColor" in path.read_text()
)
SIZE = QSize(48, 48)


def alpha(picture: QPixmap) -> np.ndarray:
    """How opaque each pixel is, 0 to 255."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    values = np.frombuffer(image.constBits(), np.uint8)
    return values.reshape(image.height(), image.width(), 4)[..., 3].copy()


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_keeps_to_the_grid_and_to_one_width_of_line(path: Path) -> None:
    text = path.read_text()
    assert 'viewBox="0 0 24 24"' in text
    assert set(re.findall(r'stroke-width="([\d.]+)"', text)) == {"1.6"}
    assert not re.findall(r"#[0-9a-fA-F]{3,6}", text), "the theme colours it"


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_shows_something_and_stays_inside(path: Path) -> None:
    seen = alpha(drawn(path.stem, SIZE, theme.TEXT))
    assert 0.02 < (seen > 100).mean() < 0.5
    edge = np.concatenate((seen[0], seen[-1], seen[:, 0], seen[:, -1]))
    assert (edge == 0).all()


@pytest.mark.parametrize("name", ["station", "document"])
def test_the_programs_own_icons_are_drawings_too(name: str, qapp: QApplication) -> None:
    picture = QIcon(str(resource("icons", f"{name}.svg"))).pixmap(SIZE)
    assert (alpha(picture) > 0).mean() > 0.3


def test_an_icon_is_dimmed_where_its_action_cannot_be_used(qapp: QApplication) -> None:
    normal, disabled = (
        icon("open").pixmap(SIZE, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert normal != disabled


def test_every_action_of_the_tool_bar_has_a_drawing_that_is_not_qts(
    window: ReadingWindow,
) -> None:
    (bar,) = [one for one in window.findChildren(QToolBar) if one.objectName() == "tools"]
    style = window.style()
    standard = {
        style.standardIcon(pixmap).pixmap(SIZE).toImage().cacheKey()
        for pixmap in QStyle.StandardPixmap
    }
    buttons = bar.findChildren(Tool)
    assert len(buttons) > 15
    for button in buttons:
        shown = button.icon()
        assert not shown.isNull(), button.text()
        picture = shown.pixmap(SIZE)
        assert (alpha(picture) > 100).any(), button.text()
        assert picture.toImage().cacheKey() not in standard, button.text()
        if isinstance(button, ToolGroup):
            for action in button.menu().actions():
                if action in _tools(window):
                    assert not action.icon().isNull(), action.text()


def _tools(window: ReadingWindow) -> list[object]:
    return [window.actions_[id_] for id_ in OF_ACTION]


def test_a_notice_has_a_drawing_next_to_its_words(window: ReadingWindow) -> None:
    window.desk.session.set(notice="Something to know.")
    assert notice(window) == "Something to know."
    (picture,) = [one for one in window.findChildren(Picture) if one.isVisible()]
    assert len({picture.grab().toImage().pixel(9, row) for row in range(18)}) > 1
