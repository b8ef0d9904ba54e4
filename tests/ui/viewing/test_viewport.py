"""What the hand does on an image, and what stands written over it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu, QPushButton, QWidget

from station.app.state import DisplayRange, Layout, Link, Placing, Plane, Slot
from station.app.viewing.planes import slice_step_mm
from station.pet.annotations import Note
from station.pet.suv import InputName
from station.ui.viewing import labels
from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import (
    CTRL,
    LEFT,
    MIDDLE,
    RIGHT,
    click,
    double_click,
    drag,
    enter,
    menus,
    move,
    pane,
    press,
    wheel,
)

SLICE_13_MM = 148.0
"""The slice shown first: the cursor starts in the middle of the body, at 146 mm"""


def positions(window: ReadingWindow, axis: int) -> list[float]:
    """Where each column looks along an LPS axis."""
    return [view.position_mm[axis] for view in window.desk.state.views[:3]]


def zooms(window: ReadingWindow, plane: Plane) -> list[float]:
    return [view.framings[plane].zoom for view in window.desk.state.views[:3]]


def pixel_of(shown: Pane, position_mm: tuple[float, float, float]) -> QPoint:
    """The point of the widget that lies nearest to an LPS position."""
    column, row = shown.frame_now().to_pixel(position_mm)
    return QPoint(round(column + 0.5), round(row + 0.5))


def drawn_texts(widget: QWidget) -> list[str]:
    """The words that a widget draws over its picture now, in the order of drawing."""
    real = QPainter.drawText
    texts: list[str] = []

    def noting(painter: QPainter, *arguments: Any) -> object:
        texts.append(str(arguments[-1]))
        return real(painter, *arguments)

    for kept in (labels._chip, labels._with_halo):
        kept.cache_clear()  # pictures of words that were drawn before
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", noting)
        widget.grab()
    return texts


# --- Left button: the window ---------------------------------------------------------------------


def test_a_left_drag_moves_the_upper_bound_of_both_pets_and_keeps_zero(
    window: ReadingWindow,
) -> None:
    drag(pane(window, 0, "axial"), LEFT, (0, 100))
    shown = window.desk.state.window
    assert shown.low == 0.0
    assert shown.high > 7.0
    for column in (0, 1):
        lines = drawn_texts(pane(window, column, "axial"))
        assert f"SUVbw · 0–{shown.high:.1f}" in lines


def test_dragging_to_the_right_or_up_darkens_inverse_grey_and_back_brightens_it(
    window: ReadingWindow,
) -> None:
    axial = pane(window, 1, "axial")
    for by, darker in (((80, 0), True), ((-80, 0), False), ((0, -80), True), ((0, 80), False)):
        press(window, "3")
        drag(axial, LEFT, by)
        assert (window.desk.state.window.high < 7.0) is darker, by


def test_a_whole_drag_is_one_step_of_undo(window: ReadingWindow) -> None:
    drag(pane(window, 0, "axial"), LEFT, (0, 60), steps=12)
    drag(pane(window, 0, "axial"), LEFT, (0, 40), steps=12)
    assert window.desk.session.undo_stack.count() == 2
    press(window, "z", CTRL)
    press(window, "z", CTRL)
    assert window.desk.state.window == DisplayRange(0.0, 7.0)


def test_a_drag_leaves_the_crosshair_where_it_was(window: ReadingWindow) -> None:
    before = window.desk.state.views
    drag(pane(window, 0, "axial"), LEFT, (40, 40))
    assert window.desk.state.views is before


def test_a_left_drag_on_the_ct_moves_its_own_level_and_width(window: ReadingWindow) -> None:
    press(window, "2", CTRL)
    drag(pane(window, 2, "axial"), LEFT, (50, 0))
    shown = window.desk.state.ct_window
    assert shown.low + shown.high == -160 + 240
    assert shown.high - shown.low > 400
    assert window.desk.state.window == DisplayRange(0.0, 7.0)


# --- Left button: click and double click ---------------------------------------------------------


def test_a_click_puts_the_crosshair_there_in_every_plane_and_both_images(
    window: ReadingWindow,
) -> None:
    axial = pane(window, 0, "axial")
    click(axial, pixel_of(axial, (26.0, -22.0, 146.0)))
    half_pixel = axial.frame_now().mm_per_pixel / 2
    for view in window.desk.state.views:
        assert view.position_mm == pytest.approx((26.0, -22.0, 146.0), abs=half_pixel)
    coronal = pane(window, 1, "coronal")
    click(coronal, pixel_of(coronal, (26.0, -22.0, 164.0)))
    half_pixel = coronal.frame_now().mm_per_pixel / 2
    assert positions(window, 2) == pytest.approx([164.0] * 3, abs=half_pixel)
    assert "Slice 17/24 · S 16" in " ".join(drawn_texts(axial))


def test_a_double_click_shows_one_pane_alone_and_another_brings_all_back(
    window: ReadingWindow,
) -> None:
    double_click(pane(window, 1, "coronal"))
    assert [(p.column, p.name) for p in window.panes.panes()] == [(1, "coronal")]
    QApplication.processEvents()
    double_click(pane(window, 1, "coronal"))
    assert len(window.panes.panes()) == 8


def test_a_click_in_a_mip_jumps_to_the_hottest_point_of_that_ray(window: ReadingWindow) -> None:
    press(window, "4", CTRL)
    QApplication.processEvents()
    mip = pane(window, 0, "mip")
    assert mip.image is not None
    # Angle 0 is the view from the front: the lesion's left and height are seen, its depth is not.
    x, _, z = studies.LESION_MM - mip.image.volume.geometry.centre_mm
    click(mip, pixel_of(mip, (x, 0.0, z)))
    assert window.desk.state.views[1].position_mm == pytest.approx(studies.LESION_MM, abs=0.01)


# --- Wheel ---------------------------------------------------------------------------------------


def test_the_wheel_scrolls_both_columns_to_the_same_millimetre(window: ReadingWindow) -> None:
    wheel(pane(window, 0, "axial"), 3)
    assert positions(window, 2) == [SLICE_13_MM + 3 * 4.0] * 3
    wheel(pane(window, 1, "axial"), -1)
    assert positions(window, 2) == [SLICE_13_MM + 2 * 4.0] * 3


@pytest.mark.parametrize(("name", "axis"), [("coronal", 1), ("sagittal", 0)])
def test_the_wheel_scrolls_the_plane_under_it(window: ReadingWindow, name: str, axis: int) -> None:
    shown = pane(window, 0, name)
    before = np.array(window.desk.state.views[0].position_mm)
    wheel(shown, 1)
    wheel(shown, 1)
    moved = np.array(window.desk.state.views[0].position_mm) - before
    image = window.desk.state.image(Slot.CONVENTIONAL)
    assert image is not None
    step = slice_step_mm(image.volume.geometry, Plane(name))
    assert 1.5 * step <= moved[axis] <= 2.5 * step, "the first step ends on a slice's centre"
    assert np.count_nonzero(moved) == 1


def test_an_unlinked_column_scrolls_alone(window: ReadingWindow) -> None:
    window.actions_["link.slice"].trigger()
    assert Link.SLICE not in window.desk.state.links
    wheel(pane(window, 1, "axial"), 2)
    assert positions(window, 2) == [146.0, SLICE_13_MM + 2 * 4.0, 146.0]


def test_a_touchpad_s_many_small_parts_of_a_notch_are_one_slice(window: ReadingWindow) -> None:
    for _ in range(7):
        wheel(pane(window, 0, "axial"), 1 / 8)
    assert positions(window, 2) == [146.0] * 3
    wheel(pane(window, 0, "axial"), 1 / 8)
    assert positions(window, 2) == [SLICE_13_MM + 4.0] * 3
    wheel(pane(window, 0, "axial"), -7 / 8)
    assert positions(window, 2) == [SLICE_13_MM + 4.0] * 3, "the other way it begins anew"


def test_scrolling_ends_at_the_last_slice(window: ReadingWindow) -> None:
    wheel(pane(window, 0, "axial"), 100)
    assert positions(window, 2)[0] == 100.0 + 23 * 4.0


def test_the_wheel_over_a_mip_turns_it_in_both_columns(window: ReadingWindow) -> None:
    wheel(pane(window, 0, "mip"), 1)
    assert window.desk.state.mip_angle == 1
    assert all("MIP 5°" in drawn_texts(pane(window, column, "mip")) for column in (0, 1))
    wheel(pane(window, 1, "mip"), -2)
    assert drawn_texts(pane(window, 0, "mip"))[0] == "MIP 355°"


def test_ctrl_and_the_wheel_zoom_about_the_pointer(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    at = QPoint(axial.width() // 4, axial.height() // 3)
    before = axial.frame_now()
    wheel(axial, 3, at, CTRL)
    after = axial.frame_now()
    assert after.mm_per_pixel == pytest.approx(before.mm_per_pixel / 1.15**3)
    there = before.to_patient(at.x() - 0.5, at.y() - 0.5)
    assert after.to_patient(at.x() - 0.5, at.y() - 0.5) == pytest.approx(there, abs=1e-9)
    assert len({view.framings[Plane.AXIAL] for view in window.desk.state.views}) == 1


def test_the_wheel_does_not_scroll_while_it_zooms(window: ReadingWindow) -> None:
    wheel(pane(window, 0, "axial"), 1, modifiers=CTRL)
    assert positions(window, 2) == [146.0] * 3


# --- Middle and right button ---------------------------------------------------------------------


def test_a_middle_drag_carries_the_patient_along(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    at = axial.rect().center()
    grasped = axial.frame_now().to_patient(at.x(), at.y())
    drag(axial, MIDDLE, (60, -30))
    frame = axial.frame_now()
    assert frame.to_patient(at.x() + 60, at.y() - 30) == pytest.approx(grasped, abs=1e-9)
    assert len({view.framings[Plane.AXIAL] for view in window.desk.state.views}) == 1


def test_panning_with_the_link_off_leaves_the_other_image(window: ReadingWindow) -> None:
    window.actions_["link.pan"].trigger()
    other = pane(window, 1, "axial").frame_now()
    drag(pane(window, 0, "axial"), MIDDLE, (60, 0))
    assert pane(window, 1, "axial").frame_now() == other
    assert pane(window, 0, "axial").frame_now() != other


def test_a_right_drag_zooms_and_opens_no_menu(window: ReadingWindow) -> None:
    drag(pane(window, 0, "axial"), RIGHT, (0, -75))
    assert zooms(window, Plane.AXIAL) == pytest.approx([np.exp(75 / 150)] * 3)
    assert zooms(window, Plane.CORONAL) == [1.0] * 3
    assert menus() == []


def test_zooming_with_the_link_off_leaves_the_other_image(window: ReadingWindow) -> None:
    window.actions_["link.zoom"].trigger()
    drag(pane(window, 1, "axial"), RIGHT, (0, 60))
    assert zooms(window, Plane.AXIAL) == pytest.approx([1.0, np.exp(-60 / 150), 1.0])


def test_a_right_click_that_does_not_move_opens_the_menu_of_the_image(
    window: ReadingWindow,
) -> None:
    click(pane(window, 0, "axial"), button=RIGHT)
    (menu,) = menus()
    texts = [action.text() for action in menu.actions()]
    assert {"Show here", "Reset", "Inverse", "Fusion with CT", "Save key image…"} <= set(texts)
    series = next(action for action in menu.actions() if action.text() == "Show here").menu()
    assert isinstance(series, QMenu)
    assert [a.text() for a in series.actions() if a.isChecked()] == ["PT · OSEM Gaussian"]
    menu.close()
    assert zooms(window, Plane.AXIAL) == [1.0] * 3
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert pane(window, 0, "axial").findChildren(QMenu) == [], "a closed menu is gone"


# --- Pointer -------------------------------------------------------------------------------------


def test_moving_over_an_image_tells_where_the_pointer_is(window: ReadingWindow) -> None:
    axial = pane(window, 1, "axial")
    move(axial, pixel_of(axial, (26.0, -22.0, 146.0)))
    pointer = window.desk.state.pointer
    assert pointer is not None
    assert pointer[0] == 1
    assert pointer[1] == pytest.approx((26.0, -22.0, 146.0), abs=axial.frame_now().mm_per_pixel)


def test_the_keys_move_the_pane_that_the_pointer_entered(window: ReadingWindow) -> None:
    enter(pane(window, 1, "coronal"))
    state = window.desk.state
    assert (state.active_column, state.active_pane) == (1, "coronal")
    before = positions(window, 1)[0]
    press(window, Qt.Key.Key_Up)
    assert positions(window, 1)[0] > before


# --- Captions ------------------------------------------------------------------------------------


def test_an_image_carries_unit_window_slice_position_letters_and_scale(
    window: ReadingWindow,
) -> None:
    texts = drawn_texts(pane(window, 0, "axial"))
    assert texts[:2] == ["SUVbw · 0–7", "Slice 13/24 · S 146.0 mm"]
    assert texts[2:6] == ["R", "L", "A", "P"]
    assert texts[6:8] == ["7", "0"], "the bounds of the colour bar"
    assert texts[8] in ("5 cm", "10 cm")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("axial", "RLAP"), ("coronal", "RLSI"), ("sagittal", "APSI"), ("mip", "RLSI")],
)
def test_orientation_letters_follow_the_plane(
    window: ReadingWindow, name: str, letters: str
) -> None:
    double_click(pane(window, 0, name))
    QApplication.processEvents()
    assert "".join(drawn_texts(pane(window, 0, name))[2:6]) == letters


@pytest.mark.parametrize(
    ("angle", "left", "right"), [(18, "A", "P"), (36, "L", "R"), (54, "P", "A")]
)
def test_the_letters_of_a_mip_turn_with_it(
    window: ReadingWindow, angle: int, left: str, right: str
) -> None:
    wheel(pane(window, 0, "mip"), angle)
    texts = drawn_texts(pane(window, 0, "mip"))
    assert texts[0] == f"MIP {angle * 5}°"
    assert texts[1:3] == [left, right]


def test_the_scale_bar_is_as_long_as_it_says(window: ReadingWindow) -> None:
    press(window, "x")
    axial = pane(window, 0, "axial")
    texts = drawn_texts(axial)
    length_mm = 10 * int(next(text for text in texts if text.endswith(" cm")).split()[0])
    picture = axial.grab().toImage()
    row = axial.height() - 11  # the bar's own line, MARGIN_PX and 3 above the edge
    ink = [picture.pixelColor(x, row).name() for x in range(picture.width() // 2)]
    length_px = ink.count("#2563a0") - 1
    assert length_px * axial.frame_now().mm_per_pixel == pytest.approx(length_mm, rel=0.01)


def test_synthetic_and_research_images_say_so(window: ReadingWindow) -> None:
    press(window, "3", CTRL)
    assert "SYNTHETIC" in drawn_texts(pane(window, 0, "axial"))
    press(window, "b")
    texts = drawn_texts(pane(window, 1, "axial"))
    assert {"SYNTHETIC", "RESEARCH · not for diagnosis"} <= set(texts)


def test_a_conventional_image_of_a_real_scanner_has_no_mark(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    studies.write_conventional(tmp_path / "real", ManufacturerModelName="Biograph")
    window = open_window(tmp_path / "real")
    texts = drawn_texts(pane(window, 0, "axial"))
    assert not [text for text in texts if "SYNTHETIC" in text or "RESEARCH" in text]


def test_an_image_without_suv_says_so_and_gives_its_window_in_its_own_unit(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    studies.write_conventional(tmp_path / "unweighed", PatientWeight=None)
    window = open_window(tmp_path / "unweighed")
    (first, *_) = drawn_texts(pane(window, 0, "axial"))
    assert first.startswith("no SUV · Bq/mL · 0–")
    assert first.endswith("(100 % of the peak)")


def test_captions_are_switched_off_with_t(window: ReadingWindow) -> None:
    press(window, "t")
    assert drawn_texts(pane(window, 0, "axial")) == []
    press(window, "t")
    assert drawn_texts(pane(window, 0, "axial")) != []


# --- The pointer at rest -------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["wheel", "page", "arrow", "other column"])
def test_the_read_out_follows_the_patient_under_a_resting_pointer(
    window: ReadingWindow, how: str
) -> None:
    axial = pane(window, 0, "axial")
    enter(axial)
    at = pixel_of(axial, (26.0, -22.0, SLICE_13_MM))
    move(axial, at)
    before = window.desk.state.pointer
    match how:
        case "wheel":
            wheel(axial, 2, at)
        case "page":
            press(window, Qt.Key.Key_PageUp)
        case "arrow":
            press(window, Qt.Key.Key_Up)
        case _:
            window.desk.workflow.scroll(1, Plane.AXIAL, 2)
    pointer = window.desk.state.pointer
    assert before is not None
    assert pointer is not None
    assert pointer[1][2] == window.desk.state.views[0].position_mm[2] != before[1][2]
    assert pointer[1][:2] == before[1][:2]


def test_zooming_under_a_resting_pointer_keeps_the_place_it_points_at(
    window: ReadingWindow,
) -> None:
    axial = pane(window, 0, "axial")
    at = pixel_of(axial, studies.LESION_MM)
    move(axial, at)
    wheel(axial, 3, at, CTRL)
    pointer = window.desk.state.pointer
    assert pointer is not None
    here = axial.frame_now().to_patient(*axial._at(at.toPointF()))
    assert pointer[1] == pytest.approx(tuple(here))


def test_a_pointer_that_left_reads_nothing_when_the_slices_move(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    move(axial, axial.rect().center())
    axial.leaveEvent(None)
    press(window, Qt.Key.Key_Up)
    assert window.desk.state.pointer is None


# --- Marks ---------------------------------------------------------------------------------------


def type_weight(window: ReadingWindow) -> None:
    window.desk.workflow.type_input(InputName.WEIGHT_KG, 593.0, "weight 593")


def test_a_click_on_the_mark_of_an_image_shows_what_its_suv_rests_on(
    window: ReadingWindow,
) -> None:
    type_weight(window)
    axial = pane(window, 0, "axial")
    here = window.desk.state.views[0].position_mm
    assert "weight typed" in drawn_texts(axial)
    assert axial._mark_box is not None
    click(axial, axial._mark_box.center().toPoint())
    assert window.suv_panel.isVisible(), "of the panels only that in front is"
    caution = window.suv_panel.findChild(QLabel, "caution")
    assert isinstance(caution, QLabel)
    assert caution.isVisible()
    assert "Weight: 593 kg was typed by" in caution.text()
    assert window.desk.state.views[0].position_mm == here, "the crosshair stays"


def test_the_header_of_the_column_carries_the_mark_and_opens_the_inputs(
    window: ReadingWindow,
) -> None:
    marks = window.panes.findChildren(QPushButton, "mark")
    assert not any(mark.isVisible() for mark in marks)
    type_weight(window)
    assert [mark.text() for mark in marks if mark.isVisible()] == ["weight typed"] * 2
    click(marks[0])
    assert window.suv_panel.isVisible(), "of the panels only that in front is"


def test_unlinked_slices_are_marked_on_both_images(window: ReadingWindow) -> None:
    window.desk.workflow.set_link(Link.SLICE, False)
    for column in (0, 1):
        assert "slices not linked" in drawn_texts(pane(window, column, "axial"))
    wheel(pane(window, 1, "axial"), 2)
    for column in (0, 1):
        assert "not the same slice" in drawn_texts(pane(window, column, "axial"))
    window.desk.workflow.set_link(Link.SLICE, True)
    here, there = (view.position_mm for view in window.desk.state.views[:2])
    assert here == there, "linked again, they show one place"
    assert not {"slices not linked", "not the same slice"} & set(
        drawn_texts(pane(window, 0, "axial"))
    )


def test_names_of_vois_in_one_place_are_written_apart(window: ReadingWindow) -> None:
    for number in range(4):
        window.desk.workflow.vois.place(studies.LESION_MM, Placing(0.5, name=f"Twin {number}"))
    window.desk.workflow.place_crosshair(0, studies.LESION_MM)
    texts = drawn_texts(pane(window, 0, "axial"))
    assert sum(text.startswith("Twin") for text in texts) == 4


# --- Panes that are made anew under the hand -----------------------------------------------------


def begun_drag(window: ReadingWindow) -> tuple[Pane, QPoint]:
    """A left drag that has begun in the first column, and where it is."""
    shown = pane(window, 0, "axial")
    at = shown.rect().center()
    QTest.mousePress(shown, LEFT, Qt.KeyboardModifier.NoModifier, at)
    move(shown, at + QPoint(0, -10), LEFT)
    return shown, at + QPoint(0, -10)


def test_a_drag_goes_on_while_a_column_is_added_which_comes_when_it_ends(
    window: ReadingWindow,
) -> None:
    window.desk.workflow.toggle_difference()
    window.desk.workflow.toggle_difference()
    columns = len(window.panes._columns)
    shown, at = begun_drag(window)
    begun = window.desk.state.window.high
    window.desk.workflow.toggle_difference()
    move(shown, at + QPoint(0, -30), LEFT)
    assert window.desk.state.window.high < begun, "it goes on"
    assert len(window.panes._columns) == columns
    QTest.mouseRelease(shown, LEFT, Qt.KeyboardModifier.NoModifier, at + QPoint(0, -30))
    assert len(window.panes._columns) == columns + 1


def test_a_drag_whose_release_went_elsewhere_ends_where_the_button_is_up(
    window: ReadingWindow,
) -> None:
    shown, at = begun_drag(window)
    begun = window.desk.state.window
    move(shown, at + QPoint(0, -30))
    assert window.desk.state.window == begun
    assert not shown.is_pressed


def test_keys_go_to_the_images_when_what_had_them_goes_with_the_layout(
    window: ReadingWindow,
) -> None:
    window.panes._columns[0].header.menu_button.setFocus()
    press(window, "4", CTRL)
    assert window.focusWidget() is window.panes
    press(window, "5")
    assert window.desk.state.window.high == 15.0


def test_a_pane_stays_while_a_text_for_it_is_typed_though_the_layout_changes(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def typed(*_: object) -> tuple[str, bool]:
        window.desk.workflow.set_layout(Layout.GRID)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return "hilar node", True

    monkeypatch.setattr(QInputDialog, "getText", typed)
    window.actions_["voi.text"].trigger()
    click(pane(window, 0, "axial"))
    assert len(window.panes.panes()) == 6, "after it the layout is another one"
    (note,) = window.desk.state.annotations
    assert isinstance(note.shape, Note)
    assert note.shape.text == "hilar node"
