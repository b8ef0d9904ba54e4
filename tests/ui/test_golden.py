"""Whole panes against pictures that somebody looked at. Without words: fonts differ by machine.

`pytest tests/ui/test_golden.py --update-golden` writes them anew.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from station.app.state import Plane
from station.ui.viewing.panes import MipPane, SlicePane
from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow
from tests.made_up import studies

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
FAILURES = GOLDEN / "failures"
TOLERANCE = 2
"""Levels of 256 by which a channel may differ: rounding of another processor"""
PANE_WIDTH_PX, PANE_HEIGHT_PX = 300, 200


def levels(picture: QImage) -> NDArray[np.uint8]:
    """Blue, green and red of every pixel, (rows, columns, 3)."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    shape = (plain.height(), plain.width(), 4)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(shape)[..., :3].copy()


def picture_of(levels_: NDArray[np.uint8]) -> QImage:
    whole = np.full((*levels_.shape[:2], 4), 255, np.uint8)
    whole[..., :3] = levels_
    rows, columns = levels_.shape[:2]
    return QImage(whole.data, columns, rows, columns * 4, QImage.Format.Format_RGB32).copy()


def assert_golden(actual: QImage, name: str, update: bool) -> None:
    """Compare with `tests/golden/NAME.png`, absolutely; a failure leaves three pictures."""
    file = GOLDEN / f"{name}.png"
    if update:
        GOLDEN.mkdir(exist_ok=True)
        assert actual.save(str(file))
    expected = QImage(str(file))
    assert not expected.isNull(), f"{file} is not there: write it with --update-golden"
    assert actual.size() == expected.size()
    shown, wanted = levels(actual), levels(expected)
    difference = np.abs(shown.astype(np.int16) - wanted).astype(np.uint8)
    worst = int(difference.max())
    if worst > TOLERANCE:
        FAILURES.mkdir(exist_ok=True)
        stretched = np.minimum(difference.astype(np.int16) * 8, 255).astype(np.uint8)
        for kind, picture in (
            ("actual", actual),
            ("expected", expected),
            ("difference", picture_of(stretched)),
        ):
            assert picture.save(str(FAILURES / f"{name}-{kind}.png"))
    assert worst <= TOLERANCE, f"{name} differs by {worst} levels: look into {FAILURES}"


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


def plate(qtbot: QtBot, panes: Sequence[Pane]) -> QImage:
    """Panes of a fixed size as one picture, two in a row."""
    host = QWidget()
    qtbot.addWidget(host)
    rows = (len(panes) + 1) // 2
    whole = QImage(2 * PANE_WIDTH_PX, rows * PANE_HEIGHT_PX, QImage.Format.Format_RGB32)
    painter = QPainter(whole)
    for number, pane in enumerate(panes):
        pane.setParent(host)
        pane.resize(PANE_WIDTH_PX, PANE_HEIGHT_PX)
        row, column = divmod(number, 2)
        box = QRect(column * PANE_WIDTH_PX, row * PANE_HEIGHT_PX, PANE_WIDTH_PX, PANE_HEIGHT_PX)
        painter.drawImage(box, pane.grab().toImage())
    painter.end()
    return whole


def at_lesion(window: ReadingWindow) -> None:
    window.desk.workflow.toggle("captions", "Captions")
    window.desk.workflow.place_crosshair(0, studies.LESION_MM)


def test_the_pair_in_inverse_grey(window: ReadingWindow, qtbot: QtBot, update: bool) -> None:
    at_lesion(window)
    window.desk.workflow.turn_mip(9)
    workflow = window.desk.workflow
    panes = [
        SlicePane(workflow, 0, Plane.AXIAL),
        SlicePane(workflow, 1, Plane.AXIAL),
        SlicePane(workflow, 1, Plane.SAGITTAL),
        MipPane(workflow, 1),
    ]
    assert_golden(plate(qtbot, panes), "pair", update)


def test_fusion_difference_ct_and_colours(
    window: ReadingWindow, qtbot: QtBot, update: bool
) -> None:
    at_lesion(window)
    workflow = window.desk.workflow
    workflow.toggle("smooth", "Interpolation")
    workflow.toggle_fusion()
    workflow.toggle_difference()
    workflow.set_colormap("rainbow")
    panes = [
        SlicePane(workflow, 0, Plane.AXIAL),
        SlicePane(workflow, 2, Plane.AXIAL),
        SlicePane(workflow, 1, Plane.CORONAL),
        MipPane(workflow, 0),
    ]
    assert_golden(plate(qtbot, panes), "colours", update)


def test_a_picture_that_differs_is_caught_in_either_direction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(globals(), "GOLDEN", tmp_path)
    monkeypatch.setitem(globals(), "FAILURES", tmp_path / "failures")
    grey = np.full((20, 30, 3), 100, np.uint8)
    assert_golden(picture_of(grey), "grey", update=True)
    assert_golden(picture_of(grey + np.uint8(TOLERANCE)), "grey", update=False)
    for level in (97, 103):
        changed = grey.copy()
        changed[3, 4] = level
        with pytest.raises(AssertionError, match="differs by 3 levels"):
            assert_golden(picture_of(changed), "grey", update=False)
    names = {file.name for file in (tmp_path / "failures").iterdir()}
    assert names == {"grey-actual.png", "grey-expected.png", "grey-difference.png"}
