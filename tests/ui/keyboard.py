"""Every control of a window: whether Tab reaches it, and its name for a screen reader."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
INNER = (QScrollBar, QHeaderView)
"""What the list, the field or the bar around them is moved by"""


def controls(window: QWidget) -> list[QWidget]:
    """What a hand can use there now, apart from parts of other controls."""
    found: list[QWidget] = []
    for one in window.findChildren(QWidget):
        inner = isinstance(one, INNER) or type(one.parent()) in (QLineEdit, QTabBar)
        inner = inner or isinstance(one.parent(), QAbstractSpinBox | QComboBox | QAbstractItemView)
        if isinstance(one, CONTROLS) and not inner and one.isVisible() and one.window() is window:
            found.append(one)
    return found


def reached(window: QWidget, at_most: int = 200) -> list[QWidget]:
    """What has the focus in turn, from where it is now until it comes round."""
    met: list[QWidget] = []
    for _ in range(at_most):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focused = cast(QWidget | None, window.focusWidget())
        if focused is None or (met and focused is met[0] and len(set(met)) > 1):
            break
        met.append(focused)
    return met


def unreached(window: QWidget) -> list[str]:
    """The enabled controls that neither Tab leads to, nor arrows from a button of their group."""
    there = reached(window)
    groups = [group for one in there if (group := _group(one)) is not None]
    return [
        words_of(one)
        for one in controls(window)
        if one.isEnabled() and one not in there and _group(one) not in groups
    ]


def _group(one: QWidget) -> QButtonGroup | None:
    """Of buttons that exclude each other: Tab leads to the checked one."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None


def nameless(window: QWidget) -> list[str]:
    """The controls that a screen reader has no name for."""
    return [words_of(one) for one in controls(window) if not name_of(one)]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def words_of(widget: QWidget) -> str:
    parents: list[str] = []
    one: QWidget | None = widget.parentWidget()
    while one is not None and len(parents) < 3:
        parents.append(type(one).__name__)
        one = one.parentWidget()
    text = getattr(widget, "text", str)
    words = text() if callable(text) and not isinstance(widget, QTextEdit) else ""
    return f"{type(widget).__name__} {words or widget.objectName()} in {' in '.join(parents)}"
