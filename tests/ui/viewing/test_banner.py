"""The banner on the screen: in every window, never in the reader's, and numbers last."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from station.ui.viewing.banner import BannerBar
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import enter, pane, press, wheel

NUMBERS = ("59 y", "70 kg", "350 MBq", "60 min p.i.", "2024-03-01")


@pytest.fixture
def named(open_window: OpenWindow, tmp_path: Path) -> ReadingWindow:
    """A window with a patient of a long name."""
    studies.write_conventional(
        tmp_path / "study",
        PatientName="Featherstonehaugh-Cholmondeley^Wilhelmina",
        PatientAge="059Y",
        PatientBirthDate="19650101",
        PatientComments="BSL 5.8 mmol/L",
    )
    return open_window(tmp_path / "study")


def texts(bar: BannerBar, width: int) -> list[str]:
    bar.resize(width, bar.height())
    return bar.texts()


def test_words_give_way_before_numbers_do(named: ReadingWindow) -> None:
    bar = named.banner
    wide, narrow = texts(bar, 1600), texts(bar, 640)
    assert wide[0] == "Featherstonehaugh-Cholmondeley, Wilhelmina"
    assert "uptake 60 min" in wide
    assert "glucose 5.8 mmol/L" in wide
    assert narrow[0].endswith("…")
    assert set(NUMBERS) <= set(narrow)
    assert "5.8 mmol/L" in narrow


def test_nothing_is_written_over_anything_else_at_any_width(named: ReadingWindow) -> None:
    bar = named.banner
    for width in range(120, 1700, 20):
        bar.resize(width, bar.height())
        boxes = [box for _, box, _ in bar._laid_out()]
        assert all(one.right() < other.left() for one, other in pairwise(boxes)), width
        assert boxes[-1].right() < width


def test_the_banner_says_all_of_it_to_a_screen_reader(named: ReadingWindow) -> None:
    assert "Wilhelmina, 59 years, female, 70 kg" in named.banner.accessibleName()


def test_the_banner_is_there_in_full_screen_maximised_and_in_the_second_window(
    window: ReadingWindow,
) -> None:
    press(window, Qt.Key.Key_F11)
    enter(pane(window, 0, "axial"))
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_F4)
    QApplication.processEvents()
    bars = [one for one in QApplication.allWidgets() if isinstance(one, BannerBar)]
    assert len(bars) == 2
    for bar in bars:
        assert bar.isVisible()
        assert bar.texts()[0] == "Doe, Jane"


def test_no_banner_is_shown_without_a_study_or_in_a_blinded_state(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    window = open_window()
    assert not window.banner.isVisible()
    window.desk.library.open_paths([pair_folder])
    assert window.banner.isVisible()
    window.desk.session.set(blinded=True)
    assert not window.banner.isVisible()
    assert window.banner.texts() == []
    assert window.banner.accessibleName() == ""


def test_the_screen_of_a_blinded_reader_does_not_know_the_banner() -> None:
    """Nor do the panes, which it is made of."""
    folder = Path(__file__).resolve().parents[3] / "station"
    blinded = [*(folder / "ui/reading").rglob("*.py"), *(folder / "app/reading").rglob("*.py")]
    blinded += [folder / f"ui/viewing/{name}.py" for name in ("panes", "viewport", "labels")]
    assert len(blinded) > 10
    for path in blinded:
        assert "banner" not in path.read_text(encoding="utf-8").lower(), path


class _Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.mark.parametrize(
    "gesture",
    [
        lambda window: wheel(pane(window, 0, "axial"), 1),
        lambda window: press(window, "5"),
        lambda window: window.desk.workflow.turn_mip(3),
    ],
)
def test_the_banner_and_the_borders_are_not_painted_with_the_images(
    window: ReadingWindow, gesture: Callable[[ReadingWindow], object]
) -> None:
    QApplication.processEvents()
    paints = _Paints()
    split = window.panes._split
    assert split is not None
    for widget in (window.banner, split.handle(1)):
        widget.installEventFilter(paints)
    gesture(window)
    QApplication.processEvents()
    assert paints.count == 0
