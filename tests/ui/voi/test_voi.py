"""VOIs under the hand: placed, dragged, named and undone in the panes; the table that follows."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFrame,
    QInputDialog,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.app.state import Placing, Plane, Slot
from station.app.viewing.display import SUV_PRESETS
from station.app.viewing.planes import ACROSS, DOWN, RIGHT
from station.archive.index import open_index
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.suv import InputName
from station.pet.voi import Isocontour, Sphere, measure, sphere_radius_mm
from station.ui import theme
from station.ui.tool_bar import ToolGroup
from station.ui.viewing.viewport import Pane
from station.ui.voi.panel import SiteDelegate
from station.ui.voi.plot import TICKS, round_step
from station.ui.window import ReadingWindow
from tests.dicom.synthetic import uid
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import (
    CTRL,
    LEFT,
    SHIFT,
    click,
    drag,
    enter,
    menus,
    move,
    pane,
    press,
)
from tests.ui.gestures import RIGHT as RIGHT_BUTTON
from tests.ui.test_window import notice
from tests.ui.viewing.test_viewport import drawn_texts, pixel_of

LESION_MM = studies.LESION_MM
MIDDLE_MM = (0.0, 0.0, 146.0)
PLANES = [str(plane) for plane in Plane]
Point = tuple[float, float, float]


def vois(window: ReadingWindow) -> tuple[PlacedVoi, ...]:
    return window.desk.state.vois


def the_voi(window: ReadingWindow) -> PlacedVoi:
    (voi,) = vois(window)
    return voi


def sphere(voi: PlacedVoi) -> Sphere:
    assert isinstance(voi.shape, Sphere)
    return voi.shape


def centre(window: ReadingWindow) -> Point:
    return sphere(the_voi(window)).centre_mm


def place(window: ReadingWindow, at: Point, volume_ml: float = 0.5) -> PlacedVoi:
    """Put a sphere exactly there and look at it, without the hand."""
    window.desk.workflow.vois.place(at, Placing(volume_ml))
    window.desk.workflow.place_crosshair(0, at)
    QApplication.processEvents()
    return vois(window)[-1]


def click_at(window: ReadingWindow, column: int, name: str, at: Point) -> None:
    shown = pane(window, column, name)
    click(shown, pixel_of(shown, at))


def pixel_mm(window: ReadingWindow, column: int, name: str) -> float:
    return pane(window, column, name).frame_now().mm_per_pixel


def tool(window: ReadingWindow, text: str) -> QToolButton:
    """The button of a tool, or that of its kind, which holds it in its menu."""
    buttons = window.findChildren(QToolButton)
    own = [one for one in buttons if one.text() == text]
    groups = [
        one
        for one in buttons
        if isinstance(one, ToolGroup)
        and text in [action.iconText() for action in one.menu().actions()]
    ]
    return own[0] if own else groups[0]


def take_tool(window: ReadingWindow, text: str) -> None:
    """Click a tool, in the menu of its kind where another one is on the button."""
    button = tool(window, text)
    if button.text() == text:
        click(button)
        return
    menu = button.menu()
    (action,) = [one for one in menu.actions() if one.iconText() == text]
    menu.popup(window.mapToGlobal(QPoint(40, 40)))
    click(menu, menu.actionGeometry(action).center())


def table(window: ReadingWindow) -> list[list[str]]:
    """What the table shows, row by row."""
    model = window.voi_panel.table.model()
    columns = range(model.columnCount())
    return [[model.index(r, c).data() for c in columns] for r in range(model.rowCount())]


def click_row(window: ReadingWindow, row: int, modifier: Any = Qt.KeyboardModifier.NoModifier):
    view = window.voi_panel.table
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, modifier, at)


def guide(window: ReadingWindow) -> str:
    host = window.voi_panel.findChild(QFrame, "guide")
    assert isinstance(host, QFrame)
    words = host.findChild(QLabel)
    assert words is not None
    return words.text()


def drawn(widget: QWidget, verb: str) -> list[tuple[Any, ...]]:
    """The arguments of a QPainter's verb while a widget draws itself now."""
    real = getattr(QPainter, verb)
    calls: list[tuple[Any, ...]] = []

    def noting(painter: QPainter, *arguments: Any) -> object:
        calls.append(arguments)
        return real(painter, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, verb, noting)
        widget.grab()
    return calls


def circles(shown: Pane) -> list[tuple[float, float, float]]:
    """(x, y, radius) in the widget of the spheres drawn."""
    return [(at.x(), at.y(), radius) for at, radius, _ in drawn(shown, "drawEllipse")]


def answer(monkeypatch: pytest.MonkeyPatch, **dialogs: tuple[Any, bool]) -> list[tuple[Any, ...]]:
    """Answer the questions of QInputDialog; returns what will be asked."""
    asked: list[tuple[Any, ...]] = []

    def answering(reply: tuple[Any, bool]) -> Callable[..., tuple[Any, bool]]:
        def ask(*arguments: Any, **_: Any) -> tuple[Any, bool]:
            asked.append(arguments)
            return reply

        return ask

    for name, reply in dialogs.items():
        monkeypatch.setattr(QInputDialog, name, staticmethod(answering(reply)))
    return asked


# --- Placing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("name", PLANES)
def test_v_and_a_click_place_a_sphere_in_any_pane_of_either_column(
    window: ReadingWindow, column: int, name: str
) -> None:
    window.desk.workflow.place_crosshair(0, MIDDLE_MM)
    press(window, "v")
    assert vois(window) == ()
    click_at(window, column, name, MIDDLE_MM)
    half_pixel = pixel_mm(window, column, name) * 0.51
    assert sphere(the_voi(window)).volume_ml == 0.5
    assert centre(window) == pytest.approx(MIDDLE_MM, abs=half_pixel)
    assert window.desk.state.views[1].position_mm == centre(window), "the panes go there"


def test_after_it_is_placed_a_click_is_a_click_again(window: ReadingWindow) -> None:
    press(window, "v")
    click_at(window, 0, "axial", MIDDLE_MM)
    click_at(window, 0, "axial", (60.0, 0.0, 146.0))
    assert len(vois(window)) == 1


def test_v_v_places_at_the_pointer(window: ReadingWindow) -> None:
    axial = pane(window, 1, "axial")
    move(axial, pixel_of(axial, (40.0, 10.0, 146.0)))
    press(window, "v")
    press(window, "v")
    assert centre(window) == pytest.approx((40.0, 10.0, 146.0), abs=pixel_mm(window, 1, "axial"))


def test_a_click_in_the_mip_places_at_the_hottest_point_of_the_ray(window: ReadingWindow) -> None:
    press(window, "4", CTRL)
    QApplication.processEvents()
    mip = pane(window, 0, "mip")
    assert mip.image is not None
    x, _, z = LESION_MM - mip.image.volume.geometry.centre_mm
    press(window, "v")
    click(mip, pixel_of(mip, (x, 0.0, z)))
    assert centre(window) == pytest.approx(LESION_MM, abs=0.01)


@pytest.mark.parametrize(("text", "volume_ml"), [("VOI 0.5", 0.5), ("VOI 3", 3.0)])
def test_the_tool_bar_arms_the_spheres_of_the_protocol(
    window: ReadingWindow, text: str, volume_ml: float
) -> None:
    take_tool(window, text)
    assert f"{volume_ml:g} mL" in guide(window)
    click_at(window, 0, "axial", MIDDLE_MM)
    assert sphere(the_voi(window)).volume_ml == volume_ml


def test_any_volume_can_be_typed(window: ReadingWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("station.ui.voi.actions.ask_number", lambda *_: 12.5)
    window.actions_["voi.place_typed"].trigger()
    click_at(window, 0, "axial", MIDDLE_MM)
    assert sphere(the_voi(window)).volume_ml == 12.5


def test_escape_places_nothing(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    for focus in (window.panes, window.voi_panel.table):
        focus.setFocus()
        press(window, "v")
        assert window.desk.state.placing is not None
        press(window, Qt.Key.Key_Escape)
        assert window.desk.state.placing is None
    click_at(window, 0, "axial", MIDDLE_MM)
    assert len(vois(window)) == 1


def test_while_a_voi_waits_for_its_place_a_click_on_another_places_it_there(
    window: ReadingWindow,
) -> None:
    place(window, MIDDLE_MM, 3.0)
    press(window, "v")
    click_at(window, 0, "axial", MIDDLE_MM)
    assert len(vois(window)) == 2


# --- Lesions -------------------------------------------------------------------------------------


def test_a_lesion_asks_for_its_tissue(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, getItem=("lymph node", True))
    take_tool(window, "Lesion")
    assert "lymph node" in asked[0][3]
    click_at(window, 0, "axial", LESION_MM)
    voi = the_voi(window)
    assert (voi.kind, voi.tissue) == (SiteKind.LESION, "lymph node")
    assert table(window)[0][0].startswith("Lesion 1  lymph node")


def test_a_third_of_a_tissue_type_needs_a_reason_and_shows_the_rule(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, getItem=("bone", True))
    for _ in range(2):
        press(window, "l")
        click_at(window, 0, "axial", MIDDLE_MM)
    asked = answer(monkeypatch, getText=("", False))
    press(window, "l")
    assert "at most 2 lesions of one tissue type" in asked[0][2]
    assert window.desk.state.placing is None
    answer(monkeypatch, getText=("Biopsied", True))
    press(window, "l")
    click_at(window, 0, "axial", MIDDLE_MM)
    assert vois(window)[2].override == "Biopsied"


# --- Dragging ------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("name", PLANES)
def test_a_drag_carries_the_sphere_along_the_plane_of_the_pane(
    window: ReadingWindow, column: int, name: str
) -> None:
    place(window, MIDDLE_MM, 3.0)
    shown = pane(window, column, name)
    drag(shown, LEFT, (30, -14), at=pixel_of(shown, MIDDLE_MM))
    plane, mm = Plane(name), shown.frame_now().mm_per_pixel
    expected = np.array(MIDDLE_MM) + RIGHT[plane] * 30 * mm + DOWN[plane] * -14 * mm
    assert centre(window) == pytest.approx(tuple(expected), abs=1e-9)
    assert window.desk.state.window.high == 7.0, "the hand was on the sphere, not the window"


def test_the_table_follows_while_the_hand_still_moves(window: ReadingWindow) -> None:
    place(window, MIDDLE_MM)
    assert table(window)[0][1:3] == ["1.50", "1.50"]
    window.desk.workflow.place_crosshair(0, (0.0, 0.0, LESION_MM[2]))
    window.desk.workflow.vois.move(the_voi(window).id, (0.0, 0.0, LESION_MM[2]), object())
    axial = pane(window, 0, "axial")
    start = pixel_of(axial, centre(window))
    QTest.mousePress(axial, LEFT, Qt.KeyboardModifier.NoModifier, start)
    move(axial, pixel_of(axial, LESION_MM), LEFT)
    assert window.desk.state.voi_in_hand
    assert table(window)[0][1:] == ["8.00", "10.00", "+2.00", "+25.0"]
    move(axial, start, LEFT)
    assert table(window)[0][1:3] == ["1.50", "1.50"]
    QTest.mouseRelease(axial, LEFT, Qt.KeyboardModifier.NoModifier, start)
    assert not window.desk.state.voi_in_hand


def test_the_name_in_the_pane_says_the_maximum_of_its_own_image(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    for column, maximum in ((0, "8.00"), (1, "10.00")):
        assert f"VOI 1 · SUVmax {maximum}" in drawn_texts(pane(window, column, "axial"))


def test_a_drag_that_starts_beside_the_sphere_still_changes_the_window(
    window: ReadingWindow,
) -> None:
    voi = place(window, MIDDLE_MM)
    axial = pane(window, 0, "axial")
    beside = pixel_of(axial, (MIDDLE_MM[0] + 12.0, *MIDDLE_MM[1:]))
    drag(axial, LEFT, (0, 60), at=beside)
    assert the_voi(window) == voi
    assert window.desk.state.window.high > 7.0


def test_in_a_slice_that_misses_the_sphere_there_is_nothing_to_take(window: ReadingWindow) -> None:
    voi = place(window, MIDDLE_MM)
    window.desk.workflow.place_crosshair(0, (0.0, 0.0, 166.0))
    axial = pane(window, 0, "axial")
    drag(axial, LEFT, (40, 0), at=pixel_of(axial, MIDDLE_MM))
    assert the_voi(window) == voi


def test_of_two_overlapping_spheres_the_nearer_centre_is_taken(window: ReadingWindow) -> None:
    first = place(window, MIDDLE_MM, 3.0)
    place(window, (6.0, 0.0, 146.0), 3.0)
    axial = pane(window, 0, "axial")
    drag(axial, LEFT, (0, 20), at=pixel_of(axial, (1.0, 0.0, 146.0)))
    assert sphere(vois(window)[0]).centre_mm[1] > 5.0
    assert window.desk.state.selected_voi == first.id
    assert sphere(vois(window)[1]).centre_mm == (6.0, 0.0, 146.0)


def test_a_drag_is_one_step_of_undo_and_of_redo(window: ReadingWindow) -> None:
    place(window, MIDDLE_MM)
    axial = pane(window, 0, "axial")
    drag(axial, LEFT, (40, 10), steps=15, at=pixel_of(axial, MIDDLE_MM))
    there = centre(window)
    press(window, "z", CTRL)
    assert centre(window) == MIDDLE_MM
    press(window, "z", CTRL)
    assert vois(window) == ()
    press(window, "z", CTRL | SHIFT)
    press(window, "z", CTRL | SHIFT)
    assert centre(window) == there


def recorded(home: Path) -> list[Point]:
    """Every centre that the archive was told, in order."""
    with closing(open_index(home)) as index:
        (entry,) = index.search("")
        readers = index.voi_history(entry.study_uid, "Dr A")
    return [sphere(one.voi).centre_mm for one in readers if one.voi]


@pytest.mark.parametrize("interruption", ["another button", "another window", "closed"])
def test_a_drag_that_was_cut_short_is_let_go_and_kept(
    window: ReadingWindow, station_home: Path, interruption: str
) -> None:
    window.desk.session.set(reader="Dr A")
    place(window, MIDDLE_MM)
    axial = pane(window, 0, "axial")
    start = pixel_of(axial, MIDDLE_MM)
    none = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(axial, LEFT, none, start)
    move(axial, start + QPoint(40, 0), LEFT)
    moved = centre(window)
    if interruption == "another button":
        QTest.mousePress(axial, RIGHT_BUTTON, none, start)
        QTest.mouseRelease(axial, RIGHT_BUTTON, none, start)
        for menu in menus():
            menu.close()
    elif interruption == "another window":
        move(axial, start)  # without a button: it was let go where this window did not hear of it
    else:
        window.close()
    assert not window.desk.state.voi_in_hand
    assert recorded(station_home) == [MIDDLE_MM, moved]


def test_a_drag_goes_on_to_its_end_before_another_layout_comes(
    window: ReadingWindow, station_home: Path
) -> None:
    window.desk.session.set(reader="Dr A")
    place(window, MIDDLE_MM)
    axial = pane(window, 0, "axial")
    start = pixel_of(axial, MIDDLE_MM)
    QTest.mousePress(axial, LEFT, Qt.KeyboardModifier.NoModifier, start)
    move(axial, start + QPoint(20, 0), LEFT)
    press(window, "2", CTRL)
    QApplication.processEvents()
    assert window.desk.state.voi_in_hand
    move(axial, start + QPoint(40, 0), LEFT)
    moved = centre(window)
    QTest.mouseRelease(axial, LEFT, Qt.KeyboardModifier.NoModifier, start + QPoint(40, 0))
    assert not window.desk.state.voi_in_hand
    assert recorded(station_home) == [MIDDLE_MM, moved]
    assert pane(window, 0, "axial") is not axial, "the other layout has come"


# --- Keys ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLANES)
@pytest.mark.parametrize(
    ("key", "right_mm", "down_mm", "across_mm"),
    [
        (Qt.Key.Key_Right, 1, 0, 0),
        (Qt.Key.Key_Left, -1, 0, 0),
        (Qt.Key.Key_Down, 0, 1, 0),
        (Qt.Key.Key_Up, 0, -1, 0),
        (Qt.Key.Key_PageUp, 0, 0, 1),
        (Qt.Key.Key_PageDown, 0, 0, -1),
    ],
)
def test_shift_and_an_arrow_nudge_by_a_millimetre_along_the_pane(
    window: ReadingWindow,
    name: str,
    key: Qt.Key,
    right_mm: float,
    down_mm: float,
    across_mm: float,
) -> None:
    place(window, MIDDLE_MM)
    enter(pane(window, 0, name))
    press(window, key, SHIFT)
    plane = Plane(name)
    step = RIGHT[plane] * right_mm + DOWN[plane] * down_mm
    step[ACROSS[plane]] += across_mm
    assert centre(window) == pytest.approx(tuple(np.array(MIDDLE_MM) + step))


def test_h_snaps_to_the_hottest_voxel_inside(window: ReadingWindow) -> None:
    x, y, z = LESION_MM
    place(window, (x + 3.0, y + 2.0, z - 2.0))
    press(window, "h")
    assert centre(window) == pytest.approx(LESION_MM, abs=1e-6)
    assert table(window)[0][1:3] == ["8.00", "10.00"]


def test_del_deletes_the_selected_voi_and_ctrl_z_brings_it_back(window: ReadingWindow) -> None:
    kept, gone = place(window, MIDDLE_MM), place(window, LESION_MM)
    press(window, Qt.Key.Key_Delete)
    assert vois(window) == (kept,)
    press(window, "z", CTRL)
    assert vois(window) == (kept, gone)
    assert len(table(window)) == 2


def test_without_a_selected_voi_its_keys_do_nothing(window: ReadingWindow) -> None:
    voi = place(window, MIDDLE_MM)
    window.desk.workflow.vois.select(None)
    for key in (Qt.Key.Key_Delete, "h"):
        press(window, key)
    press(window, Qt.Key.Key_Right, SHIFT)
    assert the_voi(window) == voi


def test_the_keys_of_the_images_still_work_beside_a_voi_and_from_the_table(
    window: ReadingWindow,
) -> None:
    place(window, MIDDLE_MM)
    click_row(window, 0)
    assert window.voi_panel.table.hasFocus()
    press(window, "1")
    assert window.desk.state.window.high == SUV_PRESETS[0]
    before = window.desk.state.views[0].position_mm[2]
    press(window, Qt.Key.Key_Up)
    assert window.desk.state.views[0].position_mm[2] > before
    press(window, "i")
    assert not window.desk.state.inverse
    assert len(vois(window)) == 1


# --- What is drawn -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLANES)
def test_the_circle_is_the_true_cut_of_the_sphere(window: ReadingWindow, name: str) -> None:
    place(window, MIDDLE_MM, 3.0)
    full = sphere_radius_mm(3.0)
    for away in (0.0, 4.0, -7.0, 8.9):
        position = np.array(MIDDLE_MM)
        position[ACROSS[Plane(name)]] += away
        window.desk.workflow.place_crosshair(0, position)
        for column in (0, 1):
            shown = pane(window, column, name)
            ((x, y, radius),) = circles(shown)
            mm = shown.frame_now().mm_per_pixel
            assert radius * mm == pytest.approx(np.sqrt(full**2 - away**2))
            column_px, row_px = shown.frame_now().to_pixel(MIDDLE_MM)
            assert (x, y) == pytest.approx((column_px + 0.5, row_px + 0.5))


@pytest.mark.parametrize("name", PLANES)
def test_beyond_its_radius_a_sphere_is_not_drawn(window: ReadingWindow, name: str) -> None:
    place(window, MIDDLE_MM, 3.0)
    position = np.array(MIDDLE_MM)
    position[ACROSS[Plane(name)]] += sphere_radius_mm(3.0) + 0.01
    window.desk.workflow.place_crosshair(0, position)
    assert circles(pane(window, 0, name)) == []


def test_a_hidden_voi_is_neither_drawn_nor_taken_but_still_measured(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    window.actions_["voi.hide"].trigger()
    for name in (*PLANES, "mip"):
        assert circles(pane(window, 0, name)) == []
    hidden = the_voi(window)
    axial = pane(window, 0, "axial")
    drag(axial, LEFT, (40, 0), at=pixel_of(axial, LESION_MM))
    assert the_voi(window) == hidden
    assert table(window)[0][1] == "8.00"
    window.actions_["voi.hide"].trigger()
    assert len(circles(axial)) == 1


@pytest.mark.parametrize(("angle", "side"), [(0, 1), (36, -1)])
def test_on_the_mip_the_whole_circle_stands_where_the_sphere_projects(
    window: ReadingWindow, angle: int, side: int
) -> None:
    place(window, LESION_MM, 3.0)
    window.desk.workflow.turn_mip(angle)
    mip = pane(window, 1, "mip")
    assert mip.image is not None
    x, _, z = LESION_MM - mip.image.volume.geometry.centre_mm
    ((x_px, y_px, radius),) = circles(mip)
    column, row = mip.frame_now().to_pixel((side * x, 0.0, z))
    assert (x_px, y_px) == pytest.approx((column + 0.5, row + 0.5))
    assert radius * mip.frame_now().mm_per_pixel == pytest.approx(sphere_radius_mm(3.0))


def test_the_selected_voi_is_drawn_with_a_heavier_line_in_its_colour(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(window, MIDDLE_MM, 3.0)
    chosen = QColor("#ff00ff")
    monkeypatch.setattr(QColorDialog, "getColor", staticmethod(lambda *_: chosen))
    window.actions_["voi.colour"].trigger()
    assert the_voi(window).colour == "#ff00ff"
    picture = pane(window, 0, "axial").grab().toImage()
    (x, y, radius) = circles(pane(window, 0, "axial"))[0]
    edge = picture.pixelColor(round(x + radius - 0.5), round(y - 0.5))
    assert edge.red() > 200
    assert edge.blue() > 200
    assert edge.green() < 120


def test_an_isocontour_is_outlined_in_its_slices_and_marked_on_the_mip(
    window: ReadingWindow,
) -> None:
    place(window, LESION_MM, 3.0)
    window.actions_["voi.grow.50"].trigger()
    grown = vois(window)[1]
    assert isinstance(grown.shape, Isocontour)
    (line,) = drawn(pane(window, 0, "axial"), "drawPolyline")
    mm = pixel_mm(window, 0, "axial")
    box = line[0].boundingRect()
    assert (box.width() * mm, box.height() * mm) == pytest.approx((12.0, 12.0), abs=4 * mm)
    assert drawn(pane(window, 0, "mip"), "drawPolyline") == []
    assert len(drawn(pane(window, 0, "mip"), "drawPolygon")) == 1


def test_a_percist_contour_without_a_liver_says_what_to_do(window: ReadingWindow) -> None:
    place(window, LESION_MM, 3.0)
    window.actions_["voi.grow.percist"].trigger()
    assert notice(window) == "The PERCIST liver threshold needs the liver VOI. Place it first."
    assert len(vois(window)) == 1


# --- The table -----------------------------------------------------------------------------------


def test_a_click_on_a_row_goes_there_in_every_pane(window: ReadingWindow) -> None:
    first = place(window, LESION_MM)
    place(window, MIDDLE_MM)
    click_row(window, 0)
    for view in window.desk.state.views:
        assert view.position_mm == LESION_MM
    assert window.desk.state.selected_voi == first.id
    for column in (0, 1):
        for name in PLANES:
            assert circles(pane(window, column, name)), (column, name)


def test_the_row_of_a_voi_that_was_clicked_in_a_pane_is_marked(window: ReadingWindow) -> None:
    place(window, MIDDLE_MM)
    place(window, (40.0, 0.0, 146.0))
    click_at(window, 1, "axial", MIDDLE_MM)
    chosen = window.voi_panel.table.selectionModel().selectedRows()
    assert [index.row() for index in chosen] == [0]


def click_header(window: ReadingWindow, column: int) -> None:
    header = window.voi_panel.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def test_a_click_on_a_heading_sorts_and_another_turns_the_order(window: ReadingWindow) -> None:
    for at in (MIDDLE_MM, LESION_MM, (-90.0, -70.0, 146.0)):
        place(window, at)
    assert [row[0][:5] for row in table(window)] == ["VOI 1", "VOI 2", "VOI 3"]
    click_header(window, 1)
    first = [row[1] for row in table(window)]
    click_header(window, 1)
    second = [row[1] for row in table(window)]
    assert sorted([first, second]) == [["0.00", "1.50", "8.00"], ["8.00", "1.50", "0.00"]]
    click_row(window, second.index("8.00"))
    assert window.desk.state.views[0].position_mm == LESION_MM


def test_ctrl_c_copies_the_table_as_tab_separated_text(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    place(window, MIDDLE_MM)
    click_row(window, 0)
    press(window, "c", CTRL)
    heading, *rows = QGuiApplication.clipboard().text().split("\n")
    titles = heading.split("\t")
    assert titles == ["Site", "SUVmax Conv.", "SUVmax DL", "Δ", "Δ %"]
    assert [row.split("\t") for row in rows] == [
        ["VOI 1  0.5 mL", "8.00", "10.00", "+2.00", "+25.0"],
        ["VOI 2  0.5 mL", "1.50", "1.50", "0.00", "0.0"],
    ]


def test_a_copied_loss_has_the_minus_that_a_spreadsheet_reads(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    window.desk.workflow.swap()
    assert table(window)[0][3:] == ["−2.00", "−20.0"]
    click_row(window, 0)
    press(window, "c", CTRL)
    assert QGuiApplication.clipboard().text().endswith("10.00\t8.00\t-2.00\t-20.0")


def test_of_several_chosen_rows_only_those_are_copied(window: ReadingWindow) -> None:
    for at in (LESION_MM, MIDDLE_MM, (40.0, 0.0, 146.0)):
        place(window, at)
    click_row(window, 0)
    click_row(window, 2, CTRL)
    press(window, "c", CTRL)
    _, *rows = QGuiApplication.clipboard().text().split("\n")
    assert [row.split("\t")[0] for row in rows] == ["VOI 1  0.5 mL", "VOI 3  0.5 mL"]


def test_the_statistic_is_switched_for_the_whole_table(window: ReadingWindow) -> None:
    voi = place(window, LESION_MM)
    panel = window.voi_panel
    for name, read in (("SUVpeak", "peak"), ("SUVmean", "mean"), ("SUVmax", "maximum")):
        click(next(b for b in panel.findChildren(QToolButton) if b.text() == name))
        for at, slot in ((1, Slot.CONVENTIONAL), (2, Slot.DENOISED)):
            image = window.desk.state.image(slot)
            assert image is not None
            expected = getattr(measure(image.volume, voi.shape), read)
            assert float(table(window)[0][at]) == pytest.approx(expected, abs=0.006)


def test_the_ratio_switch_divides_by_the_aortic_arch(window: ReadingWindow) -> None:
    press(window, "g")
    click_at(window, 0, "axial", MIDDLE_MM)
    press(window, Qt.Key.Key_Escape)
    place(window, LESION_MM)
    click(window.voi_panel.ratio)
    assert [row[1:3] for row in table(window)] == [
        ["1.00", "1.00"],
        [f"{8 / 1.5:.2f}", f"{10 / 1.5:.2f}"],
    ]
    window.desk.workflow.vois.delete(vois(window)[0].id)
    assert table(window)[0][1:] == ["—"] * 4, "no arch, no ratio"


def test_a_sphere_that_leaves_the_image_is_marked_and_its_row_says_why(
    window: ReadingWindow,
) -> None:
    place(window, (studies.ORIGIN_MM[0], 0.0, 146.0), 3.0)
    assert table(window)[0][0].endswith("!")
    index = window.voi_panel.table.model().index(0, 0)
    assert "The VOI extends beyond the image" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_voi_without_a_dl_image_shows_dashes(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    slots = window.desk.state.slots
    window.desk.session.set(slots=slots.with_(Slot.DENOISED, None))
    assert table(window)[0][1:] == ["8.00", "—", "—", "—"]


# --- Guided placement ----------------------------------------------------------------------------


def test_g_leads_through_the_sites_and_says_which_and_where(window: ReadingWindow) -> None:
    assert guide(window).startswith("Still to place: Aortic arch, Semioval center")
    press(window, "g")
    for site in window.desk.workflow.vois.sites.sites:
        assert f"Click in an image: <b>{site.name}</b>, {site.volume_ml:g} mL" in guide(window)
        assert site.hint in guide(window)
        click_at(window, 0, "axial", MIDDLE_MM)
    assert guide(window) == "Every site of the protocol is placed."
    assert len(table(window)) == 8


def test_s_and_the_boxs_button_skip_a_site(window: ReadingWindow) -> None:
    press(window, "g")
    press(window, "s")
    assert "Semioval" in guide(window)
    assert window.voi_panel.guide.text() == "Skip this site →"
    click(window.voi_panel.guide)
    assert "<b>Lung</b>" in guide(window)
    press(window, Qt.Key.Key_Escape)
    assert guide(window).startswith("Still to place: Aortic arch")


def test_the_boxs_button_starts_the_guided_placement(window: ReadingWindow) -> None:
    click(window.voi_panel.guide)
    assert window.desk.state.guided
    assert "Aortic arch" in guide(window)


# --- The plot ------------------------------------------------------------------------------------


def plotted(window: ReadingWindow) -> np.ndarray:
    return np.array([[x, y] for x, y, _ in window.voi_panel.plot.points()])


@pytest.fixture
def four(window: ReadingWindow) -> ReadingWindow:
    """Four VOIs, in and about the lesion."""
    x, y, z = LESION_MM
    for at in (LESION_MM, (x - 7.0, y, z), (x, y + 8.0, z), MIDDLE_MM):
        place(window, at)
    return window


def test_the_plot_shows_every_voi_conventional_against_dl(four: ReadingWindow) -> None:
    cells = [[float(value) for value in row[1:3]] for row in table(four)]
    np.testing.assert_allclose(plotted(four), cells, atol=0.006)
    colours = [colour for *_, colour in four.voi_panel.plot.points()]
    assert colours == [voi.colour for voi in vois(four)]


def test_both_axes_of_the_plot_are_marked_alike(four: ReadingWindow) -> None:
    import pyqtgraph as pg

    (widget,) = four.voi_panel.plot.findChildren(pg.PlotWidget)
    item = widget.getPlotItem()
    assert item is not None
    steps = [item.getAxis(side).tickSpacing(0, 10, 200)[0] for side in ("bottom", "left")]
    assert steps[0] == steps[1]
    assert 2 <= plotted(four).max() / steps[0][0] <= TICKS
    assert widget.accessibleName() == "SUVmax: Conv. →, DL ↑"


@pytest.mark.parametrize(("least", "step"), [(0.21, 0.5), (0.5, 0.5), (1.1, 2.0), (6.0, 10.0)])
def test_steps_of_a_scale_are_round(least: float, step: float) -> None:
    assert round_step(least) == pytest.approx(step)


def test_names_are_headed_from_their_left_and_numbers_from_their_right(
    window: ReadingWindow,
) -> None:
    model = window.voi_panel.table.model()
    sides = [
        model.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        for n in range(2)
    ]
    assert sides[0] & Qt.AlignmentFlag.AlignLeft
    assert sides[1] & Qt.AlignmentFlag.AlignRight


def test_without_a_study_nothing_is_offered_for_export(open_window: OpenWindow) -> None:
    assert not open_window().voi_panel.export.isEnabled()


def plot_items(window: ReadingWindow) -> list[Any]:
    import pyqtgraph as pg

    (widget,) = window.voi_panel.plot.findChildren(pg.PlotWidget)
    item = widget.getPlotItem()
    assert item is not None
    return item.items


def drawn_points(window: ReadingWindow) -> list[tuple[float, float]]:
    """What the plot has drawn, which may lag behind what it knows."""
    import pyqtgraph as pg

    (scatter,) = [one for one in plot_items(window) if isinstance(one, pg.ScatterPlotItem)]
    return list(zip(*scatter.getData(), strict=True))


def test_the_plot_follows_a_drag_a_moment_later(window: ReadingWindow, qtbot: QtBot) -> None:
    place(window, LESION_MM)
    axial = pane(window, 0, "axial")
    drag(axial, LEFT, (60, 60), at=pixel_of(axial, LESION_MM))
    assert plotted(window).max() < 2
    qtbot.waitUntil(lambda: np.allclose(drawn_points(window), plotted(window)), timeout=1000)


def test_bland_altman_shows_the_bias_and_limits_that_numpy_gives(four: ReadingWindow) -> None:
    import pyqtgraph as pg

    plot = four.voi_panel.plot
    click(plot.switch)
    conventional, denoised = plotted(four).T
    differences = denoised - conventional
    bias, spread = np.mean(differences), 1.96 * np.std(differences, ddof=1)
    words = " ".join(label.text() for label in plot.findChildren(QLabel))
    assert f"bias {bias:+.2f} ± {spread:.2f}" in words
    lines = [one.value() for one in plot_items(four) if isinstance(one, pg.InfiniteLine)]
    assert sorted(lines) == pytest.approx([bias - spread, bias, bias + spread])
    means = (conventional + denoised) / 2
    np.testing.assert_allclose(drawn_points(four), np.column_stack((means, differences)))


def test_without_a_voi_in_both_images_there_is_nothing_to_plot(window: ReadingWindow) -> None:
    plot = window.voi_panel.plot
    assert not plot.switch.isEnabled()
    place(window, MIDDLE_MM)
    assert plot.switch.isEnabled()
    press(window, "z", CTRL)
    assert not plot.switch.isEnabled()


# --- Menus and names -----------------------------------------------------------------------------


def open_menu(window: ReadingWindow, at: Point) -> QMenu:
    shown = pane(window, 1, "axial")
    click(shown, pixel_of(shown, at), RIGHT_BUTTON)
    (menu,) = menus()
    return menu


def test_a_right_click_on_a_voi_selects_it_and_offers_what_can_be_done(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = place(window, MIDDLE_MM, 3.0)
    place(window, (40.0, 0.0, 146.0), 3.0)
    menu = open_menu(window, MIDDLE_MM)
    assert window.desk.state.selected_voi == first.id
    texts = [action.text() for action in menu.actions()]
    assert {"Rename…", "Volume…", "Colour…", "Hide or show", "Delete"} <= set(texts)
    menu.close()
    answer(monkeypatch, getText=("Node", True))
    monkeypatch.setattr("station.ui.voi.actions.ask_number", lambda *_: 7.5)
    window.actions_["voi.rename"].trigger()
    window.actions_["voi.resize"].trigger()
    assert vois(window)[0] == replace(first, name="Node", shape=Sphere(MIDDLE_MM, 7.5))


def test_a_right_click_beside_the_vois_opens_the_menu_of_the_image(window: ReadingWindow) -> None:
    place(window, MIDDLE_MM)
    menu = open_menu(window, (50.0, 0.0, 146.0))
    assert "Show here" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_row_has_the_same_menu(window: ReadingWindow) -> None:
    place(window, MIDDLE_MM)
    view = window.voi_panel.table
    view.customContextMenuRequested.emit(view.visualRect(view.model().index(0, 2)).center())
    (menu,) = menus()
    deletion = next(action for action in menu.actions() if action.text() == "Delete")
    deletion.trigger()
    menu.close()
    assert vois(window) == ()


def test_what_was_placed_is_there_when_the_program_starts_again(
    window: ReadingWindow, open_window: Callable[..., ReadingWindow], pair_folder: Path
) -> None:
    window.desk.workflow.place_crosshair(0, LESION_MM)
    press(window, "v")
    click_at(window, 0, "axial", LESION_MM)
    placed = vois(window)
    window.close()
    again = open_window(pair_folder)
    assert again.desk.state.study is not None
    assert again.desk.state.study.uid == str(uid("study"))
    assert vois(again) == placed
    assert table(again)[0][1] == "8.00"


# --- Numbers, cautions, units ---------------------------------------------------------------------


def test_a_number_has_its_room_however_narrow_the_panel_is(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    window.desk.workflow.type_input(InputName.WEIGHT_KG, 499.0, "weight 499")
    panel = window.voi_panel
    panel.resize(260, 700)
    QApplication.processEvents()
    metrics = QFontMetrics(theme.font(theme.FONT_PX, QFont.Weight.DemiBold))
    for column, number in enumerate(table(window)[0][1:], 1):
        assert panel.table.columnWidth(column) >= metrics.horizontalAdvance(number) + 10


def test_a_click_on_the_mark_of_a_row_shows_what_the_suv_rests_on(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    window.desk.workflow.type_input(InputName.WEIGHT_KG, 593.0, "weight 593")
    QApplication.processEvents()
    panel = window.voi_panel
    delegate = panel.table.itemDelegateForColumn(0)
    assert isinstance(delegate, SiteDelegate)
    index = panel.table.model().index(0, 0)
    rect = panel.table.visualRect(index)
    box = delegate.mark_box(rect, index, panel.table.fontMetrics())
    click(panel.table.viewport(), box.center())
    assert window.suv_panel.isVisible(), "of the panels only that in front is"


def test_headings_follow_the_images_also_while_there_is_no_voi(window: ReadingWindow) -> None:
    def headings() -> list[str]:
        model = window.voi_panel.table.model()
        return [model.headerData(n, Qt.Orientation.Horizontal) for n in (1, 2)]

    workflow = window.desk.workflow
    slots = window.desk.state.slots
    ct, denoised = slots[Slot.CT], slots[Slot.DENOISED]
    assert ct is not None
    assert denoised is not None
    workflow.assign(Slot.DENOISED, ct)
    assert headings() == ["SUVmax\nConv.", "max HU\nCT"]
    workflow.assign(Slot.DENOISED, denoised)
    assert headings() == ["SUVmax\nConv.", "SUVmax\nDL"]


def test_suv_is_never_plotted_against_hu(window: ReadingWindow) -> None:
    place(window, LESION_MM)
    assert len(window.voi_panel.plot.points()) == 1
    ct = window.desk.state.slots[Slot.CT]
    assert ct is not None
    window.desk.workflow.assign(Slot.DENOISED, ct)
    assert window.voi_panel.plot.points() == []
    assert table(window)[0][3:] == ["—", "—"]


def test_the_plot_shows_the_ratio_that_the_table_shows(window: ReadingWindow) -> None:
    press(window, "g")
    click_at(window, 0, "axial", MIDDLE_MM)
    press(window, Qt.Key.Key_Escape)
    place(window, LESION_MM)
    click(window.voi_panel.ratio)
    plotted = [point[:2] for point in window.voi_panel.plot.points()]
    assert np.array(plotted) == pytest.approx(np.array([(1.0, 1.0), (8 / 1.5, 10 / 1.5)]), rel=1e-3)
    words = [label.text() for label in window.voi_panel.plot.findChildren(QLabel)]
    assert any(text.startswith("SUVmax / aortic arch: ") for text in words)
