"""Colours, sizes, font and style sheet of the program: three themes, and text of 90 to 150 %.

The names in capitals are the colours of the theme in use. Read them when something is drawn or
filled; what keeps a colour or a size is told by `look_changed` (see `apply_look`). Colours on
images are constants, the same in every theme.
"""

import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFormLayout,
    QGridLayout,
    QHeaderView,
    QLayout,
    QStyleFactory,
    QWidget,
)

from station.app import language
from station.app.language import Language
from station.app.preferences import FULL_PERCENT, Preferences, ThemeName
from station.installed import resource

_ON_BLACK = {
    "black": "#000000",
    "on_black": "#c9ced6",
    "bright_on_black": "#eef1f5",
    "quiet_on_black": "#8b95a3",
    "image_line": "#2a2e34",
}
"""Around images, and the pages between those that are read blinded: black in every theme"""

THEMES: Mapping[ThemeName, Mapping[str, str]] = {
    ThemeName.DARK: {
        **_ON_BLACK,
        "extension": "#818b99",
        "ground": "#15171a",
        "panel": "#181a1e",
        "bar": "#1b1e22",
        "hairline": "#2a2e34",
        "text": "#c9ced6",
        "quiet": "#8d97a5",
        "groove": "#2a2e34",
        "disabled": "#868f9c",
        "bright": "#eef1f5",
        "accent": "#4a90d9",
        "link": "#5a9de2",
        "selection": "#26303b",
        "field": "#1f2328",
        "hover": "#23282e",
        "button": "#2c333f",
        "button_hover": "#38424f",
        "primary": "#2c5a8c",
        "primary_hover": "#2f639b",
        "on_primary": "#eef1f5",
        "edge": "#6d7683",
        "thumb": "#6d7683",
        "voi": "#e8792b",
        "good": "#2f6b4b",
        "poor": "#7a3b36",
        "on_verdict": "#eef1f5",
        "more": "#6cc08b",
        "less": "#e2965a",
        "added": "#f0837c",
        "removed": "#7db4f2",
        "doubt": "#e0c070",
        "good_bar": "#4b9670",
        "poor_bar": "#b0605a",
        "violet": "#b58ae0",
        "pink": "#e08ab5",
        "caution": "#4a3c1d",
        "on_caution": "#f1e3bd",
        "mark": "#ffc35c",
        "mark_ground": "#3a2f17",
        "mark_hover": "#54431f",
        "done": "#234f38",
        "on_done": "#e3f3ea",
        "done_button": "#2b6246",
        "done_hover": "#33704f",
        "focused": "#1d2731",
        "unstored": "#25405c",
        "footer": "#111316",
        "chevron": "chevron",
        "check": "check",
    },
    ThemeName.LIGHT: {
        **_ON_BLACK,
        "extension": "#79828d",
        "ground": "#eceef1",
        "panel": "#f5f6f8",
        "bar": "#e4e7eb",
        "hairline": "#c6ccd3",
        "text": "#262b31",
        "quiet": "#525b66",
        "groove": "#c6ccd3",
        "disabled": "#59626d",
        "bright": "#0b0e12",
        "accent": "#1f68b3",
        "link": "#1a5ba0",
        "selection": "#cfe1f3",
        "field": "#ffffff",
        "hover": "#dbe0e6",
        "button": "#d5dae1",
        "button_hover": "#c7ced7",
        "primary": "#1f66af",
        "primary_hover": "#1a5796",
        "on_primary": "#ffffff",
        "edge": "#747d88",
        "thumb": "#7a838e",
        "voi": "#9c4408",
        "good": "#bfe3cd",
        "poor": "#f3c9c5",
        "on_verdict": "#14181c",
        "more": "#1b6b3c",
        "less": "#8f4a0e",
        "added": "#a5281f",
        "removed": "#1c5da8",
        "doubt": "#735000",
        "good_bar": "#2f7d55",
        "poor_bar": "#b0483f",
        "violet": "#7442b0",
        "pink": "#a83a72",
        "caution": "#f6e6b8",
        "on_caution": "#4a3806",
        "mark": "#5c4300",
        "mark_ground": "#fbe3a6",
        "mark_hover": "#f3d27c",
        "done": "#cfeadb",
        "on_done": "#0f3a24",
        "done_button": "#b3dcc5",
        "done_hover": "#9ed0b4",
        "focused": "#dfeaf6",
        "unstored": "#d3e4f5",
        "footer": "#e0e4e9",
        "chevron": "chevron-on-light",
        "check": "check",
    },
    ThemeName.HIGH_CONTRAST: {
        **_ON_BLACK,
        "quiet_on_black": "#b4bcc8",
        "extension": "#e2e2e2",
        "ground": "#000000",
        "panel": "#000000",
        "bar": "#0a0a0a",
        "hairline": "#8c8c8c",
        "text": "#ffffff",
        "quiet": "#e2e2e2",
        "groove": "#3c3c3c",
        "disabled": "#bebebe",
        "bright": "#ffffff",
        "accent": "#ffd83d",
        "link": "#ffe680",
        "selection": "#003c78",
        "field": "#000000",
        "hover": "#2e2e2e",
        "button": "#262626",
        "button_hover": "#404040",
        "primary": "#0a4f9e",
        "primary_hover": "#0d57ab",
        "on_primary": "#ffffff",
        "edge": "#ffffff",
        "thumb": "#9a9a9a",
        "voi": "#ffa45c",
        "good": "#0c5a31",
        "poor": "#8a1f17",
        "on_verdict": "#ffffff",
        "more": "#7dffa8",
        "less": "#ffb070",
        "added": "#ff9f99",
        "removed": "#9ccbff",
        "doubt": "#ffe066",
        "good_bar": "#4fd68a",
        "poor_bar": "#ff7d72",
        "violet": "#d3aeff",
        "pink": "#ff9fcf",
        "caution": "#4d3b00",
        "on_caution": "#fff3c4",
        "mark": "#ffe066",
        "mark_ground": "#332700",
        "mark_hover": "#4d3b00",
        "done": "#0c4a2a",
        "on_done": "#ffffff",
        "done_button": "#0f5f36",
        "done_hover": "#0f6638",
        "focused": "#00264d",
        "unstored": "#00264d",
        "footer": "#000000",
        "chevron": "chevron-bright",
        "check": "check-black",
    },
}
"""By the name that the style sheet has for each"""

_FIRST = THEMES[ThemeName.DARK]
# Of the theme in use: `_dress` replaces them.
GROUND = _FIRST["ground"]
PANEL = _FIRST["panel"]
BAR = _FIRST["bar"]
HAIRLINE = _FIRST["hairline"]
TEXT = _FIRST["text"]
QUIET = _FIRST["quiet"]
DISABLED = _FIRST["disabled"]
BRIGHT = _FIRST["bright"]
ACCENT = _FIRST["accent"]
LINK = _FIRST["link"]
SELECTION = _FIRST["selection"]
FIELD = _FIRST["field"]
BUTTON = _FIRST["button"]
EDGE = _FIRST["edge"]
VOI = _FIRST["voi"]
GOOD = _FIRST["good"]
POOR = _FIRST["poor"]
ON_PRIMARY = _FIRST["on_primary"]
ON_VERDICT = _FIRST["on_verdict"]
"""What is written on GOOD, POOR and BUTTON"""
MORE = _FIRST["more"]
LESS = _FIRST["less"]
ADDED = _FIRST["added"]
REMOVED = _FIRST["removed"]
"""Foci that DL added and removed; the colours of the change map, on the panel"""
DOUBT = _FIRST["doubt"]
"""What is to be looked at, as an ink"""
GOOD_BAR = _FIRST["good_bar"]
POOR_BAR = _FIRST["poor_bar"]
VIOLET = _FIRST["violet"]
PINK = _FIRST["pink"]

IMAGE_GROUND = "#15171a"
"""Around and between images, in every theme"""
IMAGE_TEXT, IMAGE_TITLE, IMAGE_BAR = "#c9ced6", "#eef1f5", "#1b1e22"
"""What is written there, in every theme: key images look the same whoever saves them"""
DRAWN = "#9b6bdf"
"""Distances, ellipses, arrows and texts: seen on black and on white"""
FOCUS = "#e8792b"
"""Foci that a blinded reader marks"""
BRUSH, ERASER = "#6cc08b", "#e2965a"
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

_PIXELS = re.compile(r"(?<![\w.#])(\d+)px")
_BASE, _MADE = "_base_", "_made_"
"""Properties of a widget or layout: its lengths at 100 %, and those that it was given for them"""
_LARGEST_PX = (1 << 24) - 1
"""QWIDGETSIZE_MAX: what Qt has for "any size\""""


_caches: list[Any] = []


class _Look:
    percent: int = FULL_PERCENT
    name: ThemeName = ThemeName.DARK


_look = _Look()


def px(pixels: float) -> int:
    """A length of the layout at the text size in use; a hairline stays one."""
    if abs(pixels) <= 1 or _look.percent == FULL_PERCENT:
        return round(pixels)
    return round(pixels * _look.percent / FULL_PERCENT)


@cache
def _font(pixels: int, weight: QFont.Weight, percent: int) -> QFont:
    face = QFont("Inter")
    face.setPixelSize(max(round(pixels * percent / FULL_PERCENT), 1))
    face.setWeight(weight)
    face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def font(pixels: int = FONT_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font with digits of one width, so that numbers do not jump. `pixels` at
    100 %."""
    return _font(pixels, weight, _look.percent)


def ink(name: str) -> str:
    """The colour that the theme in use has for a name of the style sheet; another text is a colour
    itself."""
    return THEMES[_look.name].get(name, name)


def keep_for_one_size(*caches: Any) -> None:
    """These caches hold what has the size of the text: they are emptied when that changes."""
    _caches.extend(caches)


def apply(application: QApplication, preferences: Preferences | None = None) -> None:
    """Fusion style, the bundled font and a theme, the same on every platform; once a program."""
    for path in sorted(Path(resource("fonts")).glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setWindowIcon(QIcon(str(resource("icons") / "station.png")))
    _dress(application, preferences or Preferences())


def speak(chosen: Language) -> None:
    """Speak this language from now on, with a font that has its letters where the program's own
    lacks them and the system may too."""
    language.install(chosen)
    if chosen is Language.JAPANESE:
        QFontDatabase.addApplicationFont(str(resource("fonts", "paper", "NotoSansCJK.ttf")))


def apply_look(preferences: Preferences) -> None:
    """The theme and text size of these preferences, for every window there is.

    Fixed sizes, margins and rows follow by themselves. A widget that keeps colours or sizes in what
    it shows (items, HTML, pictures) has a method `look_changed()`, which is called.
    """
    application = QApplication.instance()
    wanted = (preferences.theme, preferences.text_percent)
    if not isinstance(application, QApplication) or wanted == (_look.name, _look.percent):
        return
    before, _look.percent = _look.percent, preferences.text_percent
    widgets = application.allWidgets()
    if before != _look.percent:
        for one in _caches:
            one.cache_clear()
        for widget in widgets:
            _resize(widget, before)  # before the style sheet, which sets sizes of its own
    _dress(application, preferences)
    for widget in widgets:
        _recolour_plot(widget)
        changed = getattr(widget, "look_changed", None)
        if changed is not None:
            changed()


def sheet(name: ThemeName, percent: int = FULL_PERCENT) -> str:
    """The style sheet of a theme, with its lengths at a text size."""
    text = resource("style.qss").read_text(encoding="utf-8")
    text = text.replace("@icons@", resource("icons").as_posix())
    for token, value in THEMES[name].items():
        text = text.replace(f"@{token}@", value)
    return _PIXELS.sub(lambda match: f"{_scaled(int(match[1]), percent)}px", text)


def _scaled(pixels: int, percent: int) -> int:
    return pixels if pixels <= 1 else round(pixels * percent / FULL_PERCENT)


def _dress(application: QApplication, preferences: Preferences) -> None:
    _look.name, _look.percent = preferences.theme, preferences.text_percent
    globals().update({token.upper(): value for token, value in _inks(_look.name).items()})
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
        QPalette.ColorRole.Link: LINK,
    }.items():
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    application.setStyleSheet(sheet(_look.name, _look.percent))


def _inks(name: ThemeName) -> dict[str, str]:
    """The tokens that Python draws with; those of an image are not among them."""
    return {token: value for token, value in THEMES[name].items() if not token.startswith("mark")}


def _resize(widget: QWidget, before: int) -> None:
    """Give fixed sizes, margins and rows the same share of the text size as they had before."""
    if not widget.isWindow():
        least, most = widget.minimumSize(), widget.maximumSize()
        sizes = (least.width(), least.height(), most.width(), most.height())
        if (made := _followed(widget, "sizes", sizes, before)) is not None:
            widget.setMinimumSize(*made[:2])
            widget.setMaximumSize(*made[2:])
    if isinstance(widget, QHeaderView):
        _resize_sections(widget, before)
    if isinstance(widget, QAbstractButton):
        icon = widget.iconSize()
        if (made := _followed(widget, "icon", (icon.width(), icon.height()), before)) is not None:
            widget.setIconSize(QSize(*made))
    layout = widget.layout()
    for one in () if layout is None else (layout, *layout.findChildren(QLayout)):
        _resize_layout(one, before)


def _resize_sections(header: QHeaderView, before: int) -> None:
    """Of a vertical header all rows, of a horizontal one the columns that have a width."""
    if header.orientation() is Qt.Orientation.Vertical:
        rows = (header.defaultSectionSize(), header.minimumSectionSize())
        if (made := _followed(header, "rows", rows, before)) is not None:
            # Qt keeps the one above the other, and leaves rows at the minimum as they are.
            header.setMinimumSectionSize(min(made[1], rows[1]))
            header.setDefaultSectionSize(made[0])
            header.setMinimumSectionSize(made[1])
        return
    firm = [
        section
        for section in range(header.count())
        if header.sectionResizeMode(section) is not QHeaderView.ResizeMode.Stretch
    ]
    widths = (header.minimumSectionSize(), *map(header.sectionSize, firm))
    if (made := _followed(header, "columns", widths, before)) is not None:
        header.setMinimumSectionSize(made[0])
        for section, width in zip(firm, made[1:], strict=True):
            header.resizeSection(section, width)


def _resize_layout(layout: QLayout, before: int) -> None:
    margins = layout.contentsMargins()
    edges = (margins.left(), margins.top(), margins.right(), margins.bottom())
    if (made := _followed(layout, "margins", edges, before)) is not None:
        layout.setContentsMargins(*made)
    if isinstance(layout, QGridLayout | QFormLayout):
        gaps = (layout.horizontalSpacing(), layout.verticalSpacing())
        if (made := _followed(layout, "gaps", gaps, before)) is not None:
            layout.setHorizontalSpacing(made[0])
            layout.setVerticalSpacing(made[1])
        return
    if isinstance(layout, QBoxLayout):
        made = _followed(layout, "gaps", (layout.spacing(),), before)
        if made is not None:
            layout.setSpacing(made[0])


def _followed(
    thing: QObject, what: str, now: tuple[int, ...], before: int
) -> tuple[int, ...] | None:
    """The lengths to be set in place of those `now`; None: they stay. From those at 100 %, which
    are kept, so that the way there and back is exact."""
    base, made = thing.property(f"{_BASE}{what}"), thing.property(f"{_MADE}{what}")
    if base is None or tuple(made) != now:
        base = tuple(_unscaled(length, before) for length in now)
    made = tuple(px(length) if 1 < length < _LARGEST_PX else round(length) for length in base)
    thing.setProperty(f"{_BASE}{what}", list(base))
    thing.setProperty(f"{_MADE}{what}", list(made))
    return made if made != now else None


def _unscaled(length: int, percent: int) -> float:
    return length if length <= 1 or length >= _LARGEST_PX else length * FULL_PERCENT / percent


def _recolour_plot(widget: QWidget) -> None:
    """A plot of pyqtgraph has its ground and axes in the theme's colours."""
    pyqtgraph: Any = sys.modules.get("pyqtgraph")
    if pyqtgraph is not None and isinstance(widget, pyqtgraph.PlotWidget):
        colour_plot(widget)


def colour_plot(plot: Any) -> None:
    """Ground and axes of a plot of pyqtgraph."""
    plot.setBackground(PANEL)
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(HAIRLINE)
        axis.setTextPen(QUIET)
        axis.setStyle(tickFont=font(SMALL_PX))
