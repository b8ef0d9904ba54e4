"""The window in a language of which no word is English: what is left in English was forgotten."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu

from station.app import language
from station.app.language import Language
from station.ui.window import ReadingWindow
from tests.pseudo import Pseudo, pseudo
from tests.ui.conftest import OpenWindow

NAMES = {"SUVmax", "SUVpeak", "SUVmean", "Scroll Left", "Scroll Right"}
"""Of statistics, and Qt's own"""


@pytest.fixture(autouse=True)
def _pseudo() -> Iterator[None]:
    language.speak(Language.GERMAN, Pseudo())
    yield
    language.speak(Language.ENGLISH, None)


def english_of(window: ReadingWindow) -> set[str]:
    """What the window shows or says to a screen reader, and went through no translator."""
    texts: set[str] = set()
    for label in window.findChildren(QLabel):
        texts.add(re.sub(r"<[^>]*>|&\w+;", "", label.text()))
    for button in window.findChildren(QAbstractButton):
        texts |= {button.text(), button.toolTip(), button.accessibleName()}
    for action in window.findChildren(QAction):
        texts |= {action.text(), action.toolTip()}
    for field in window.findChildren(QLineEdit):
        texts |= {field.placeholderText(), field.toolTip(), field.accessibleName()}
    for menu in window.findChildren(QMenu):
        texts.add(menu.title())
    return {text for text in texts if re.search("[a-z]{3}", text) and "⟦" not in text} - NAMES


def test_every_word_of_an_empty_window_went_through_the_translator(open_window: OpenWindow):
    assert english_of(open_window()) == set()


def test_the_pseudo_language_keeps_placeholders_and_is_longer():
    shown = pseudo("{name} has no CT.")
    assert "{name}" in shown
    assert len(shown) > 1.4 * len(" has no CT.") + len("{name}")
