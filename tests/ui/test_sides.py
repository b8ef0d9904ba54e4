"""List and side panel give way to the images of a narrow window, and come back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from station.app.language import tr
from station.ui import theme
from station.ui.sides import FIRST_PX, LIST, PANEL_LEAVES_PX
from station.ui.window import ReadingWindow
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import LEFT, click, drag, press

F2, F3 = Qt.Key.Key_F2, Qt.Key.Key_F3


def resize(window: ReadingWindow, width: int) -> None:
    window.resize(width, 900)
    QApplication.processEvents()
    assert window.width() == width


def there(window: ReadingWindow) -> tuple[bool, bool]:
    return window.browser.isVisible(), window.panel.isVisible()


def tab(window: ReadingWindow, name: str) -> QToolButton:
    tabs = window.findChildren(QToolButton, "side")
    return next(one for one in tabs if one.accessibleName() == name)


def test_a_window_made_narrow_gives_the_images_the_room_of_the_list_until_it_is_wide_again(
    open_window: OpenWindow,
) -> None:
    window = open_window(size=(1600, 900))
    wide = window._splitter.sizes()
    resize(window, 960)
    assert there(window) == (False, True)
    images = window.panes.parentWidget()
    assert images is not None
    assert images.width() >= theme.px(PANEL_LEAVES_PX)
    resize(window, 920)
    assert there(window) == (False, False)
    resize(window, 1600)
    assert there(window) == (True, True)
    assert window._splitter.sizes() == wide


def test_a_list_asked_for_in_a_narrow_window_takes_the_place_of_the_panel(
    open_window: OpenWindow,
) -> None:
    window = open_window(size=(960, 900))
    press(window, F2)
    assert there(window) == (True, False)
    press(window, F3)
    assert there(window) == (True, True), "who asks for both has both"
    press(window, F3)
    press(window, F2)
    assert there(window) == (False, True)


def test_what_the_reader_hid_stays_away_at_any_width_and_in_the_next_window(
    open_window: OpenWindow,
) -> None:
    window = open_window(size=(1600, 900))
    drag(window._splitter.handle(1), LEFT, (40, 0))
    dragged_px = window._splitter.sizes()[LIST]
    assert dragged_px > theme.px(FIRST_PX[LIST])
    press(window, F2)
    for width in (960, 1600):
        resize(window, width)
        assert there(window) == (False, True)
    window.close()
    following = open_window(size=(1600, 900))
    assert there(following) == (False, True)
    press(following, F2)
    assert there(following) == (True, True)
    assert following._splitter.sizes()[LIST] == dragged_px
    resize(following, 960)
    assert there(following) == (False, True), "what agrees with the width is no choice"


def test_a_slim_button_at_the_edge_brings_a_side_back(open_window: OpenWindow) -> None:
    window = open_window(size=(960, 900))
    assert not tab(window, tr("Side panel")).isVisible()
    click(tab(window, tr("Study list")))
    assert there(window) == (True, False)
    click(tab(window, tr("Side panel")))
    assert there(window) == (True, True)


def test_a_list_that_gives_way_leaves_the_keys_to_the_images(window: ReadingWindow) -> None:
    resize(window, 1600)
    press(window, "f", Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is window.browser.search
    resize(window, 960)
    assert window.focusWidget() is window.panes
