"""The window without a mouse: Tab reaches every control, each has a name, keys belong to what has
the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem, QWidget

from station.app.state import Placing
from station.pet.sites import SiteKind
from station.ui import dialogs
from station.ui.voi.panel import VoiPanel
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import SHIFT, menus, press
from tests.ui.keyboard import name_of, nameless, reached, unreached

LESION_MM = studies.LESION_MM
TAB, BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def by_keyboard(widget: QWidget) -> None:
    widget.clearFocus()
    widget.setFocus(TAB)
    QApplication.processEvents()


def everything(window: ReadingWindow) -> None:
    """What is only there at times: list, notice, what was written, a VOI."""
    window.resize(1600, 1000)
    window.browser.show()
    window.desk.session.set(notice="Something to know.")
    window.desk.workflow.vois.place(LESION_MM, Placing(0.5, SiteKind.REFERENCE, "Liver", "liver"))
    window.panel.setTabVisible(window.panel.indexOf(window._burden), True)
    QApplication.processEvents()


@pytest.mark.parametrize("tab", range(7))
def test_tab_reaches_every_control_that_can_be_used_and_each_has_a_name(
    window: ReadingWindow, tab: int
) -> None:
    everything(window)
    window.panel.setCurrentIndex(tab)
    QApplication.processEvents()
    window.panes.setFocus()
    assert unreached(window) == []
    assert nameless(window) == []
    assert name_of(window.panel) == "Side panel"


def test_tab_goes_from_tools_to_list_to_images_to_panel(window: ReadingWindow) -> None:
    everything(window)
    window.panel.setCurrentIndex(0)
    by_keyboard(window.tools.findChildren(QWidget)[0])
    order = [_part(window, one) for one in reached(window)]
    start = order.index("tools")
    parts = [one for one in dict.fromkeys((*order[start:], *order[:start])) if one != "between"]
    assert parts == ["tools", "list", "images", "panel"]


def _part(window: ReadingWindow, widget: QWidget) -> str:
    for name, part in (
        ("tools", window.tools),
        ("list", window.browser),
        ("images", window.panes),
        ("panel", window.panel),
    ):
        if part is widget or part.isAncestorOf(widget):
            return name
    return "between"


# --- Images --------------------------------------------------------------------------------------


def test_tab_goes_from_pane_to_pane_with_a_frame_and_the_arrows_move_that_pane(
    window: ReadingWindow,
) -> None:
    by_keyboard(window.panes)
    state = window.desk.state
    panes = [pane for pane in window.panes.panes() if pane.isVisible()]
    assert window.panes.focus.is_shown
    assert (state.active_column, state.active_pane) == (panes[0].column, panes[0].name)
    press(window, Qt.Key.Key_Tab)
    state = window.desk.state
    assert (state.active_column, state.active_pane) == (panes[1].column, panes[1].name)
    assert window.focusWidget() is window.panes
    before = window.desk.state.views[panes[1].column].position_mm
    press(window, Qt.Key.Key_Up)
    after = window.desk.state.views[panes[1].column].position_mm
    moved = [n for n in range(3) if after[n] != before[n]]
    assert moved == [{"sagittal": 0, "coronal": 1, "axial": 2}[panes[1].name]]


def test_a_click_in_an_image_shows_no_frame(window: ReadingWindow) -> None:
    by_keyboard(window.panes)
    window.panes.clearFocus()
    window.panes.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.panes.focus.is_shown


def test_a_pane_says_its_plane_its_image_and_the_suv_at_the_crosshair(
    window: ReadingWindow,
) -> None:
    window.desk.workflow.place_crosshair(0, LESION_MM)
    pane = next(one for one in window.panes.panes() if one.name == "axial")
    image = window.desk.workflow.pet_image()
    assert image is not None
    value = image.volume.value_at(LESION_MM)
    interface = QAccessible.queryAccessibleInterface(pane)
    assert interface.role() is QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Value).startswith(f"{value:.2f} SUVbw at ")
    assert interface.text(QAccessible.Text.Name) == "Axial, Conventional"


# --- Lists ---------------------------------------------------------------------------------------


def test_in_the_study_list_arrows_move_enter_opens_and_the_menu_key_asks(
    window: ReadingWindow,
) -> None:
    window.browser.show()
    tree = window.browser.tree
    by_keyboard(tree)
    at = window.desk.state.views[0].position_mm
    lines: list[str] = []
    for _ in range(6):
        press(window, Qt.Key.Key_Down)
        lines.append(tree.currentIndex().data())
    assert len(set(lines)) > 2
    assert window.desk.state.views[0].position_mm == at, "no image moved"
    before = window.desk.state.slots
    tree.setCurrentItem(_line(window, "CT"))
    press(window, Qt.Key.Key_Return)
    assert window.desk.state.slots is not before
    assert window.desk.state.maximised is None
    tree.setCurrentItem(_line(window, "CT"))
    place = tree.visualRect(tree.currentIndex()).center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(tree, QContextMenuEvent(reason, place, tree.mapToGlobal(place)))
    (menu,) = menus()
    assert "Show as CT" in [action.text() for action in menu.actions()]
    menu.close()


def _line(window: ReadingWindow, start: str) -> QTreeWidgetItem:
    return next(one for one in window.browser._series_lines() if one.text(0).startswith(start))


def test_in_the_table_arrows_move_once_tab_led_there_and_enter_goes_to_the_voi(
    window: ReadingWindow,
) -> None:
    for at in (LESION_MM, (LESION_MM[0] + 20, *LESION_MM[1:])):
        window.desk.workflow.vois.place(at)
    table = window.voi_panel.table
    by_keyboard(table)
    table.setCurrentIndex(table.model().index(0, 0))
    press(window, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Return)
    first = window.desk.state.vois[0]
    assert window.desk.state.selected_voi == first.id
    assert window.desk.state.views[0].position_mm == pytest.approx(LESION_MM)


# --- Dialogs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["shortcuts_page", "about_page", "opened_page"])
def test_a_page_has_a_name_for_every_control_and_escape_closes_it(
    window: ReadingWindow, name: str
) -> None:
    make = getattr(dialogs, name)
    page = make(window) if name == "about_page" else make(window, window.desk.state)
    page.show()
    QApplication.processEvents()
    assert nameless(page) == []
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_second_window_has_a_name_for_every_control(window: ReadingWindow) -> None:
    window.toggle_second()
    QApplication.processEvents()
    second = window._second
    assert second is not None
    assert nameless(second) == []
    window.toggle_second()


def test_without_a_study_every_control_is_reached_too(open_window: OpenWindow) -> None:
    window = open_window()
    window.activateWindow()
    assert unreached(window) == []
    assert nameless(window) == []


def test_the_whole_box_of_the_guide_works_by_keyboard(window: ReadingWindow) -> None:
    window.panes.setFocus()
    press(window, "g")
    panel = window.voi_panel
    assert isinstance(panel, VoiPanel)
    press(window, "s")
    assert window.desk.state.placing is not None
    assert window.desk.state.placing.site == "semioval_center"
    press(window, "s", SHIFT)
    assert window.desk.state.placing.site == "aortic_arch"
