"""Themes whose every text can be read, and one size of text for the whole window."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from station.app.preferences import TEXT_STEPS, Preferences, ThemeName
from station.ui import theme
from station.ui.elements import in_column, in_row, plain_table
from station.ui.viewing.pane_area import ElidedLabel
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow

STATION = Path(theme.__file__).resolve().parents[1]
READABLE, SEEN = 4.5, 3.0
"""WCAG 2.2, 1.4.3 for text, 1.4.11 for what is not text and for the focus"""
PLAIN_GROUNDS = ("ground", "panel", "bar")
"""On which a widget may be that has no ground of its own"""
DRAWN_INKS = (
    *("text", "quiet", "bright", "link", "voi", "more", "less", "added", "removed", "doubt"),
)
"""What tables, trees and pictures are written with by `theme.NAME`"""
NO_TEXT = re.compile(
    r"::(handle|groove|sub-page|add-line|sub-line|add-page|chunk|indicator|separator|branch|menu|"
    r"drop-down|down-arrow|pane)|^QSplitter|^QProgressBar|^QScrollBar|#toolline|#images|#cards|#qt_toolbar_ext"
)

Rule = dict[str, str]


@pytest.fixture(params=list(ThemeName))
def name(request: pytest.FixtureRequest) -> ThemeName:
    return request.param


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    theme.apply_look(Preferences())


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2, 0 to 1."""
    channels = (
        value for value in (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    )
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rules(name: ThemeName) -> dict[str, Rule]:
    """What the style sheet says, by selector."""
    text = re.sub(r"/\*.*?\*/", "", theme.sheet(name), flags=re.DOTALL)
    found: dict[str, Rule] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        pairs = (line.split(":", 1) for line in body.split(";") if ":" in line)
        properties = {key.strip(): value.strip() for key, value in pairs}
        for selector in selectors.split(","):
            found.setdefault(" ".join(selector.split()), {}).update(properties)
    return found


def less_special(selector: str) -> Iterator[str]:
    """The selectors whose rules hold here too, the most special first."""
    *ancestors, last = selector.split(" ")
    shorter = [last]
    for pattern in (r"(?<!:):[\w-]+", r"\[[^\]]*\]", r"#\w+", r"::[\w-]+"):
        shorter += [
            plain for one in tuple(shorter) if (plain := re.sub(pattern, "", one)) not in shorter
        ]
    for depth in range(len(ancestors) + 1):
        for one in shorter:
            yield " ".join((*ancestors[depth:], one))
    if last.startswith("QPlainTextEdit") or ancestors:
        yield from ancestors[::-1]


def said(sheet: dict[str, Rule], selector: str, what: str) -> str | None:
    for one in less_special(selector):
        value = sheet.get(one, {}).get(what)
        if value is not None:
            return None if value == "transparent" else value
    return None


@dataclass(frozen=True)
class Pair:
    selector: str
    ink: str
    ground: str


def text_pairs(name: ThemeName) -> Iterator[Pair]:
    """Every text of the style sheet with every ground that it may be on."""
    sheet, tokens = rules(name), theme.THEMES[name]
    for selector, rule in sheet.items():
        if NO_TEXT.search(selector):
            continue
        if "selection-background-color" in rule:
            ink = rule.get("selection-color", tokens["bright"])
            yield Pair(f"{selector} (selected)", ink, rule["selection-background-color"])
        if "placeholder-text-color" in rule:
            yield Pair(f"{selector} (empty)", rule["placeholder-text-color"], rule["background"])
        if "color" not in rule and "background" not in rule:
            continue
        ink = said(sheet, selector, "color") or tokens["text"]
        ground = said(sheet, selector, "background")
        for one in (ground,) if ground else (tokens[each] for each in PLAIN_GROUNDS):
            yield Pair(selector, ink, one)


def test_the_contrast_of_black_and_white_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_every_text_of_the_style_sheet_can_be_read(name: ThemeName) -> None:
    pairs = list(text_pairs(name))
    assert len(pairs) > 100
    poor = {
        f"{pair.selector}: {pair.ink} on {pair.ground} {contrast(pair.ink, pair.ground):.2f}"
        for pair in pairs
        if contrast(pair.ink, pair.ground) < READABLE
    }
    assert not poor, "\n".join(sorted(poor))


def test_what_is_drawn_can_be_read_also_in_rows_that_are_chosen(name: ThemeName) -> None:
    tokens = theme.THEMES[name]
    grounds = (*PLAIN_GROUNDS, "field", "hover", "selection")
    pairs = [(ink, ground) for ink in DRAWN_INKS for ground in grounds]
    pairs += [("on_verdict", ground) for ground in ("good", "poor", "button")]
    poor = [
        f"{ink} on {ground} {contrast(tokens[ink], tokens[ground]):.2f}"
        for ink, ground in pairs
        if contrast(tokens[ink], tokens[ground]) < READABLE
    ]
    assert not poor, "\n".join(poor)


def test_marks_and_the_focus_are_seen(name: ThemeName) -> None:
    """The frame of a field is none of them: its label and its text say where it is."""
    tokens = theme.THEMES[name]
    focus = [("accent", ground) for ground in (*PLAIN_GROUNDS, "field", "button")]
    marks = [(mark, ground) for mark in ("edge", "thumb") for ground in (*PLAIN_GROUNDS, "field")]
    marks += [("accent", "groove"), ("text", "panel"), ("text", "groove"), ("extension", "bar")]
    poor = [
        f"{mark} on {ground} {contrast(tokens[mark], tokens[ground]):.2f}"
        for mark, ground in (*focus, *marks)
        if contrast(tokens[mark], tokens[ground]) < SEEN
    ]
    assert not poor, "\n".join(poor)


def test_text_in_high_contrast_reaches_seven_to_one() -> None:
    for pair in text_pairs(ThemeName.HIGH_CONTRAST):
        assert contrast(pair.ink, pair.ground) >= 7.0, pair


def test_every_theme_knows_every_colour_of_the_style_sheet(name: ThemeName) -> None:
    assert set(theme.THEMES[name]) == set(theme.THEMES[ThemeName.DARK])
    assert "@" not in theme.sheet(name)


def test_images_are_on_the_same_ground_in_every_theme() -> None:
    for selector in ("QWidget#black", "QWidget#images"):
        assert len({rules(one)[selector]["background"] for one in ThemeName}) == 1


# --- Nowhere else --------------------------------------------------------------------------------


def test_no_colour_is_written_outside_the_theme() -> None:
    """But those that a VOI has on an image, whatever the theme: they are kept with it."""
    colour = re.compile(r"[\"'(:\s]#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)")
    found = [
        f"{path.relative_to(STATION)}: {line.strip()}"
        for folder in ("ui", "app")
        for path in sorted((STATION / folder).rglob("*.py"))
        if path.name != "theme.py" and path != STATION / "app/voi/workflow.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if colour.search(line)
    ]
    assert not found, "\n".join(found)
    sheet = (STATION.parent / "resources/style.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s])", sheet)


def at_import(tree: ast.AST) -> Iterator[ast.Attribute]:
    """The names of `theme` that are read when a module is imported: outside functions, and as
    defaults of arguments."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for default in (*node.args.defaults, *node.args.kw_defaults):
                if default is not None:
                    yield from at_import(ast.Expression(default))
            continue
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "theme"
        ):
            yield node
        yield from at_import(node)


def test_colours_of_a_theme_are_read_when_something_is_drawn() -> None:
    of_a_theme = {token.upper() for token in theme.THEMES[ThemeName.DARK]}
    found = [
        f"{path.relative_to(STATION)}:{node.lineno} theme.{node.attr}"
        for path in sorted((STATION / "ui").rglob("*.py"))
        for node in at_import(ast.parse(path.read_text(encoding="utf-8")))
        if node.attr in of_a_theme or node.attr in ("font", "px")
    ]
    assert not found, "\n".join(found)


# --- In use --------------------------------------------------------------------------------------


def test_a_theme_is_in_use_everywhere_at_once(window: ReadingWindow, name: ThemeName) -> None:
    window.desk.session.set(preferences=Preferences(theme=name))
    tokens = theme.THEMES[name]
    assert tokens["panel"] == theme.PANEL
    assert QApplication.palette().base().color() == QColor(tokens["panel"])
    item = window.browser.tree.topLevelItem(0)
    assert item is not None
    assert item.foreground(0).color() == QColor(tokens["text"])
    status = window.statusBar().findChildren(QLabel)
    assert any(f"color:{tokens['bright']}" in label.text() for label in status)


def test_images_and_key_images_look_the_same_in_every_theme(window: ReadingWindow) -> None:
    pictures = []
    for name in ThemeName:
        window.desk.session.set(preferences=Preferences(theme=name))
        (axial, *_) = [pane for pane in window.panes.panes() if pane.name == "axial"]
        pictures.append((axial.grab().toImage(), window.key_image()))
    (first, first_key), *others = pictures
    for picture, key_image in others:
        assert picture == first
        below = slice(theme.px(60), None)  # the headers of the columns are the theme's
        assert (key_image[below] == first_key[below]).mean() > 0.9


@pytest.fixture
def sized(qtbot: QtBot) -> QWidget:
    """Widgets with sizes of every kind."""
    made, button, table = QWidget(), QPushButton("Words"), QTableWidget(1, 2)
    qtbot.addWidget(made)
    button.setFixedHeight(theme.px(27))
    table.setMinimumWidth(theme.px(301))
    table.setColumnWidth(0, theme.px(83))
    plain_table(table, 25)
    in_column(in_row(button, 7, table, spacing=9), of=made, margins=(1, 13, 5, 11), spacing=3)
    made.show()
    return made


def sizes(made: QWidget) -> tuple[float, ...]:
    (button,), (table,) = made.findChildren(QPushButton), made.findChildren(QTableWidget)
    box = made.layout()
    assert box is not None
    margins = box.contentsMargins()
    return (
        button.minimumHeight(),
        button.maximumHeight(),
        table.minimumWidth(),
        table.columnWidth(0),
        table.rowHeight(0),
        margins.left(),
        margins.top(),
        margins.right(),
        margins.bottom(),
        made.font().pixelSize(),
    )


@pytest.mark.parametrize("percent", TEXT_STEPS)
def test_sizes_follow_the_text_and_come_back_exactly(sized: QWidget, percent: int) -> None:
    before = sizes(sized)
    assert before == (27, 27, 301, 83, 25, 1, 13, 5, 11, 13)
    theme.apply_look(Preferences(text_percent=percent))
    for then, now in zip(before, sizes(sized), strict=True):
        assert abs(now - then * percent / 100) <= 0.5, "a hairline stays one"
    for other in TEXT_STEPS:
        theme.apply_look(Preferences(text_percent=other))
    theme.apply_look(Preferences())
    assert sizes(sized) == before


@pytest.mark.parametrize("percent", TEXT_STEPS)
def test_what_is_made_at_a_size_is_as_what_has_become_it(
    sized: QWidget, qtbot: QtBot, percent: int
) -> None:
    theme.apply_look(Preferences(text_percent=percent))
    button = QPushButton("Words")
    qtbot.addWidget(button)
    button.setFixedHeight(theme.px(27))
    (become,) = sized.findChildren(QPushButton)
    button.ensurePolished()
    assert button.height() == become.height()
    assert button.font().pixelSize() == become.font().pixelSize()


def cut(window: QWidget) -> list[str]:
    """What is shown in less room than it needs. A label that gives way by itself needs none."""
    found: list[str] = []
    for part in (*window.findChildren(QLabel), *window.findChildren(QPushButton)):
        if not part.isVisible() or not part.text() or isinstance(part, ElidedLabel):
            continue
        wraps = isinstance(part, QLabel) and part.wordWrap()
        height = part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
        if part.height() < height or (not wraps and part.width() < part.sizeHint().width()):
            found.append(f"{part.text()}: {part.size()} of {part.sizeHint()}")
    return found


@pytest.mark.parametrize(
    ("width", "height", "percent"),
    [(1280, 720, 90), (1280, 720, 100), (1920, 1080, 125), (1920, 1080, 150), (3840, 2160, 150)],
)
def test_nothing_is_cut(
    open_window: OpenWindow, pair_folder: Path, width: int, height: int, percent: int
) -> None:
    window = open_window(pair_folder, size=(width, height))
    window.desk.session.set(preferences=Preferences(text_percent=percent))
    QApplication.processEvents()
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height), "the window need not grow"
    assert not cut(window)
