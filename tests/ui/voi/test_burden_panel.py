"""The panel of the whole-body burden, by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from station.app.state import Slot, Tool
from station.app.voi.burden import shown_burdens
from station.pet.burden import Burden
from station.ui.voi.burden_panel import BurdenPanel
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.gestures import CTRL, LEFT, SHIFT, press
from tests.ui.test_window import notice
from tests.ui.voi.test_voi import click_at

LESION_MM = studies.LESION_MM


@pytest.fixture
def panel(window: ReadingWindow, monkeypatch: pytest.MonkeyPatch) -> BurdenPanel:
    monkeypatch.setattr("station.app.voi.burden._organs_of", lambda *_: (None, "No finder."))
    press(window, "w", SHIFT)
    panel = window.burden_panel
    assert panel.isVisible()
    return panel


def found(window: ReadingWindow) -> Burden:
    burdens = shown_burdens(window.desk.state)
    assert burdens is not None
    burden = burdens.of(Slot.CONVENTIONAL)
    assert burden is not None
    return burden


def search(panel: BurdenPanel, level: str = "3") -> None:
    panel.level.setCurrentText(level)
    QTest.mouseClick(panel.search, LEFT)


def test_the_burden_of_both_images_is_listed_with_the_change(
    window: ReadingWindow, panel: BurdenPanel
) -> None:
    search(panel)
    assert panel.table.rowCount() == len(found(window).components) > 0
    totals = panel.totals.text()
    assert f"Conv.: {found(window).volume_ml:.1f} mL" in totals
    assert "DL: " in totals
    assert "Δ: volume" in totals
    assert panel.detail.text() == "No finder."


def test_a_click_on_the_box_of_a_row_leaves_the_part_out_and_ctrl_z_counts_it_again(
    window: ReadingWindow, panel: BurdenPanel
) -> None:
    search(panel)
    model = panel.table.model()
    box = panel.table.visualRect(model.index(0, 0))
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=box.topLeft() + QPoint(10, 13))
    assert not found(window).components[0].counted
    state = model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(state) is Qt.CheckState.Unchecked
    press(window, "z", CTRL)
    assert found(window).components[0].counted


def test_a_click_in_an_image_leaves_the_part_out(window: ReadingWindow, panel: BurdenPanel) -> None:
    search(panel)
    window.desk.workflow.place_crosshair(0, LESION_MM)
    click_at(window, 0, "axial", LESION_MM)
    assert sum(not one.counted for one in found(window).components) == 1


def test_the_tab_of_the_burden_pushes_no_other_out_of_sight(
    window: ReadingWindow, panel: BurdenPanel
) -> None:
    bar = window.panel.tabBar()
    assert not [arrow for arrow in bar.findChildren(QToolButton) if arrow.isVisible()]
    shown = [number for number in range(bar.count()) if bar.isTabVisible(number)]
    assert len(shown) == 7
    assert all(bar.rect().contains(bar.tabRect(number)) for number in shown)
    assert [bar.tabToolTip(number) for number in (0, 1)] == ["VOI", "Findings"]
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(0).center())
    assert window.panel.currentWidget() is window.voi_panel


def test_what_is_no_threshold_is_refused(window: ReadingWindow, panel: BurdenPanel) -> None:
    search(panel, "four")
    assert '"four" is not a threshold' in notice(window)
    assert window.desk.state.burdens is None


def test_a_decimal_comma_is_understood(window: ReadingWindow, panel: BurdenPanel) -> None:
    search(panel, "2,5")
    assert found(window).level == 2.5


def test_closing_takes_the_parts_off_the_images(window: ReadingWindow, panel: BurdenPanel) -> None:
    search(panel)
    assert window.desk.state.tool is Tool.PARTS
    QTest.mouseClick(panel.close_, LEFT)
    assert window.desk.state.burdens is None
    assert panel.table.rowCount() == 0
