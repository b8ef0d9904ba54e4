"""Colours, font and style sheet of the program."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from station.installed import resource

GROUND = "#15171a"
PANEL = "#181a1e"
BAR = "#1b1e22"
HAIRLINE = "#2a2e34"
TEXT = "#c9ced6"
QUIET = "#818b99"
BRIGHT = "#eef1f5"
ACCENT = "#4a90d9"
SELECTION = "#26303b"
FIELD = "#1f2328"
HOVER = "#23282e"
VOI = "#e8792b"
GOOD = "#2f6b4b"
POOR = "#7a3b36"
MORE = "#6cc08b"
LESS = "#e2965a"
CAUTION = "#4a3c1d"
ADDED, REMOVED = "#f0837c", "#7db4f2"
"""Foci that DL added and removed; the colours of the change map, on the dark panel"""
DRAWN = "#9b6bdf"
"""Distances, ellipses, arrows and texts: seen on black and on white"""
PROPOSED = "#2fb3a6"
"""A sphere that waits to be confirmed"""
PART, PART_OUT = "#e0529c", "#8a93a0"
"""Parts of the burden that are counted, and those left out"""

CROSSHAIR = QColor("#6ca6e0")
ON_LIGHT = QColor("#2563a0")
"""Captions over a white image"""
ON_DARK = QColor("#8fc1f0")
"""Captions over a black image"""
MARK, MARK_GROUND = QColor("#ffc35c"), QColor("#3a2f17")
"""What makes a number doubtful, on a patch of its own: amber on any image"""
NAME_GROUND = QColor(16, 18, 20, 235)
"""Under the name of a VOI, whose colour is readable on nothing lighter"""
RESEARCH_ON_LIGHT = QColor("#9a4a0c")
RESEARCH_ON_DARK = QColor("#f0a868")

FONT_PX = 13
PANEL_PX = 12
SMALL_PX = 11

_TOKENS = {
    "ground": GROUND,
    "panel": PANEL,
    "bar": BAR,
    "hairline": HAIRLINE,
    "text": TEXT,
    "quiet": QUIET,
    "bright": BRIGHT,
    "accent": ACCENT,
    "selection": SELECTION,
    "field": FIELD,
    "hover": HOVER,
    "caution": CAUTION,
    "poor": POOR,
    "good": GOOD,
}


@cache
def font(pixels: int = FONT_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font with digits of one width, so that numbers do not jump."""
    face = QFont("Inter")
    face.setPixelSize(pixels)
    face.setWeight(weight)
    face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def apply(application: QApplication) -> None:
    """Fusion style, the bundled font and the dark style sheet, the same on every platform."""
    for path in sorted(Path(resource("fonts")).glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setFont(font())
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.Base: PANEL,
        QPalette.ColorRole.AlternateBase: BAR,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Button: BAR,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.Highlight: SELECTION,
        QPalette.ColorRole.HighlightedText: BRIGHT,
        QPalette.ColorRole.ToolTipBase: FIELD,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.PlaceholderText: QUIET,
        QPalette.ColorRole.Link: ACCENT,
    }.items():
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    sheet = resource("style.qss").read_text(encoding="utf-8")
    icons = resource("icons")
    application.setWindowIcon(QIcon(str(icons / "station.png")))
    sheet = sheet.replace("@icons@", icons.as_posix())
    for name, value in _TOKENS.items():
        sheet = sheet.replace(f"@{name}@", value)
    application.setStyleSheet(sheet)
