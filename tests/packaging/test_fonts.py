"""The bundled typeface draws every sign the station writes."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont
from pytestqt.qtbot import QtBot

SIGNS = "0123456789 −×±·–…→←↑↓°²³µλΔ≤≥✓äöüéñçßŁøå“”’"


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_inter_has_every_sign_of_the_station(root: Path, qtbot: QtBot, weight: str) -> None:
    font = QRawFont(str(root / "resources" / "fonts" / f"Inter-{weight}.otf"), 13)
    assert font.isValid()
    assert [sign for sign in SIGNS if not font.supportsCharacter(ord(sign))] == []


def test_qt_knows_the_family_as_inter(root: Path, qtbot: QtBot) -> None:
    number = QFontDatabase.addApplicationFont(str(root / "resources/fonts/Inter-Regular.otf"))
    assert QFontDatabase.applicationFontFamilies(number) == ["Inter"]
    QFontDatabase.removeApplicationFont(number)
