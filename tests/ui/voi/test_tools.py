"""The tools of the left hand: grow a lesion, size a sphere, brush and eraser; what shows which is
in the hand."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from station.app.state import PAINTING, Slot, Tool
from station.archive.index import open_index
from station.pet.growing import GrowthRule, grow_lesion, threshold_of
from station.pet.planar import PAINTED
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.voi import Isocontour, Mask, Sphere, sphere_radius_mm
from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.gestures import (
    CTRL,
    LEFT,
    SHIFT,
    click,
    double_click,
    drag,
    move,
    pane,
    press,
    second_press,
    wheel,
)
from tests.ui.test_window import notice
from tests.ui.viewing.test_viewport import drawn_texts, pixel_of
from tests.ui.voi.test_voi import click_at, place, sphere, table, take_tool, the_voi, tool, vois

LESION_MM = studies.LESION_MM
CROSS, ARROW = Qt.CursorShape.CrossCursor, Qt.CursorShape.ArrowCursor


def look(window: ReadingWindow) -> None:
    window.desk.workflow.place_crosshair(0, LESION_MM)
    QApplication.processEvents()


def grown(window: ReadingWindow) -> PlacedVoi:
    look(window)
    press(window, "w")
    click_at(window, 0, "axial", LESION_MM)
    press(window, Qt.Key.Key_Escape)
    return the_voi(window)


def mask(voi: PlacedVoi) -> Mask:
    assert isinstance(voi.shape, Mask)
    return voi.shape


def count(voi: PlacedVoi) -> int:
    return int(mask(voi).inside.sum())


def stroke(shown: Pane, at: QPoint, by: int = 6) -> None:
    drag(shown, LEFT, (by, 0), at=at)


# --- What is in the hand -------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "word"), [("w", "Grow"), ("p", "Brush"), ("e", "Eraser")])
def test_a_tool_in_the_hand_shows_on_its_button_and_on_the_pointer(
    window: ReadingWindow, key: str, word: str
) -> None:
    shown = pane(window, 0, "axial")
    press(window, key)
    assert tool(window, word).isChecked()
    assert shown.cursor().shape() is CROSS
    press(window, Qt.Key.Key_Escape)
    assert not tool(window, word).isChecked()
    assert shown.cursor().shape() is ARROW
    assert window.desk.state.tool is None


def test_a_sphere_that_waits_for_its_place_shows_on_its_button_and_on_the_pointer(
    window: ReadingWindow,
) -> None:
    take_tool(window, "VOI 3")
    button = tool(window, "VOI 3")
    assert button.isChecked()
    assert pane(window, 1, "coronal").cursor().shape() is CROSS
    click(button)
    assert not button.isChecked()
    assert window.desk.state.placing is None


def test_taking_a_tool_lays_down_the_other(window: ReadingWindow) -> None:
    press(window, "v")
    press(window, "p")
    assert window.desk.state.placing is None
    press(window, "e")
    assert tool(window, "Eraser").isChecked()
    assert window.desk.state.tool is Tool.ERASER
    press(window, "e")
    assert window.desk.state.tool is None


# --- Growing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize("name", ["axial", "coronal", "sagittal", "mip"])
def test_a_click_in_a_slice_or_a_mip_grows_the_lesion_by_the_rule(
    window: ReadingWindow, column: int, name: str
) -> None:
    look(window)
    press(window, "w")
    shown = pane(window, column, name)
    if name == "mip":
        at = shown._crosshair_pixel(shown.frame_now())
        click(shown, QPoint(round(at[0]), round(at[1])))
    else:
        click_at(window, column, name, LESION_MM)
    voi = the_voi(window)
    assert voi.kind is SiteKind.LESION
    image = window.desk.state.image((Slot.CONVENTIONAL, Slot.DENOISED)[column])
    assert image is not None
    threshold = threshold_of(GrowthRule.OF_MAX_41, image.volume.unit)
    assert voi.shape == grow_lesion(image.volume, LESION_MM, threshold).contour
    assert window.desk.state.tool is Tool.GROW, "the next click grows the next lesion"


@pytest.mark.parametrize("rule", [GrowthRule.OF_MAX_50, GrowthRule.SUV_2_5, GrowthRule.SUV_4_0])
def test_the_rule_is_chosen_at_the_button_and_stands_next_to_the_volume(
    window: ReadingWindow, rule: GrowthRule
) -> None:
    menu = tool(window, "Grow").menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == rule).trigger()
    voi = grown(window)
    assert isinstance(voi.shape, Isocontour)
    words = {"OF_MAX_50": "50 %", "SUV_2_5": "≥ 2.5", "SUV_4_0": "≥ 4"}[rule.name]
    (row,) = table(window)
    assert row[0].removesuffix("  !") == f"Lesion 1  {words}"


def test_the_liver_rule_without_a_liver_says_what_to_do(window: ReadingWindow) -> None:
    window.actions_["voi.rule.liver"].trigger()
    look(window)
    press(window, "w")
    click_at(window, 0, "axial", LESION_MM)
    assert "liver" in notice(window)
    assert not vois(window)


def test_the_volume_is_shown_in_both_images_with_its_change(window: ReadingWindow) -> None:
    voi = grown(window)
    click(tool(window, "MTV"))
    (row,) = table(window)
    volumes = [
        window.desk.workflow.measuring.measured(
            image, voi.shape, window.desk.state.peak_rule
        ).volume_ml
        for slot in (Slot.CONVENTIONAL, Slot.DENOISED)
        if (image := window.desk.state.image(slot))
    ]
    assert row[1:3] == [f"{volume:.2f}" for volume in volumes]
    assert not window.voi_panel.ratio.isEnabled()


def test_growing_is_one_step_of_undo(window: ReadingWindow) -> None:
    grown(window)
    press(window, "z", CTRL)
    assert not vois(window)


def test_a_drag_with_the_tool_leaves_the_window_of_the_image_alone(window: ReadingWindow) -> None:
    before = window.desk.state.window
    press(window, "w")
    drag(pane(window, 0, "axial"), LEFT, (40, 0))
    assert window.desk.state.window == before
    assert not vois(window)


# --- The handle of a sphere ----------------------------------------------------------------------


def sized(window: ReadingWindow, to_mm: float) -> PlacedVoi:
    """Carry the handle of a sphere of 3 mL so that the surface is there."""
    voi = place(window, LESION_MM, 3.0)
    shown = pane(window, 0, "axial")
    for _ in range(3):
        wheel(shown, 5, pixel_of(shown, LESION_MM), CTRL)
    frame = shown.frame_now()
    centre = pixel_of(shown, LESION_MM)
    radius = sphere_radius_mm(sphere(voi).volume_ml) / frame.mm_per_pixel
    handle = centre + QPoint(round(radius), 0)
    drag(shown, LEFT, (round(to_mm / frame.mm_per_pixel - radius), 0), at=handle)
    return the_voi(window)


def test_the_handle_sizes_the_sphere_in_steps_of_a_tenth_of_a_millilitre(
    window: ReadingWindow,
) -> None:
    voi = sized(window, 12.0)
    volume = sphere(voi).volume_ml
    assert volume == pytest.approx(round(volume, 1), abs=1e-9)
    assert volume == pytest.approx(4 / 3 * np.pi * 1.2**3, rel=0.12)
    assert sphere(voi).centre_mm == LESION_MM
    press(window, "z", CTRL)
    assert sphere(the_voi(window)).volume_ml == 3.0


def test_a_sphere_cannot_be_made_smaller_than_a_step(window: ReadingWindow) -> None:
    assert sphere(sized(window, 0.0)).volume_ml == 0.1


def test_while_it_is_sized_the_sphere_shows_its_volume(window: ReadingWindow) -> None:
    voi = place(window, LESION_MM, 3.0)
    shown = pane(window, 0, "axial")
    for _ in range(3):
        wheel(shown, 5, pixel_of(shown, LESION_MM), CTRL)
    radius = sphere_radius_mm(3.0) / shown.frame_now().mm_per_pixel
    handle = pixel_of(shown, LESION_MM) + QPoint(round(radius), 0)
    move(shown, handle)
    assert shown.cursor().shape() is Qt.CursorShape.SizeHorCursor
    from PySide6.QtTest import QTest

    QTest.mousePress(shown, LEFT, Qt.KeyboardModifier.NoModifier, handle)
    for step in range(1, 5):
        move(shown, handle + QPoint(3 * step, 0), LEFT)
    words = f"{voi.name} · {sphere(the_voi(window)).volume_ml:g} mL"
    assert words in drawn_texts(shown)
    QTest.mouseRelease(shown, LEFT, Qt.KeyboardModifier.NoModifier, handle)
    assert words not in drawn_texts(shown)


# --- Brush and eraser ----------------------------------------------------------------------------


def test_the_brush_adds_to_the_lesion_in_the_plane_and_says_so(window: ReadingWindow) -> None:
    voi = grown(window)
    image = window.desk.state.image(Slot.CONVENTIONAL)
    assert image is not None
    before = grow_lesion(
        image.volume, LESION_MM, threshold_of(GrowthRule.OF_MAX_41, image.volume.unit)
    ).region.mask(image.volume.geometry)
    press(window, "p")
    shown = pane(window, 0, "axial")
    stroke(shown, pixel_of(shown, LESION_MM) + QPoint(10, 0))
    after = the_voi(window)
    added = mask(after).inside & ~before.inside
    assert after.id == voi.id
    assert added.any()
    assert not (before.inside & ~mask(after).inside).any()
    across = image.volume.geometry.to_index(LESION_MM)[0]
    assert set(np.argwhere(added)[:, 0]) == {int(np.floor(across + 0.5))}
    assert PAINTED in mask(after).warnings
    assert any("41 %" in sentence for sentence in mask(after).warnings)
    (row,) = table(window)
    assert row[0] == "Lesion 1  by hand  !"


def test_every_stroke_is_one_step_of_undo(window: ReadingWindow) -> None:
    grown(window)
    press(window, "p")
    shown = pane(window, 0, "coronal")
    counts: list[int] = []
    for offset in (10, -14, 18):
        stroke(shown, pixel_of(shown, LESION_MM) + QPoint(offset, 0))
        counts.append(count(the_voi(window)))
    assert counts == sorted(counts)
    press(window, "z", CTRL)
    assert count(the_voi(window)) == counts[1]
    press(window, "z", CTRL)
    assert count(the_voi(window)) == counts[0]
    press(window, "z", CTRL)
    assert isinstance(the_voi(window).shape, Isocontour)


def test_the_eraser_takes_what_it_passes(window: ReadingWindow) -> None:
    grown(window)
    press(window, "p")
    shown = pane(window, 0, "axial")
    at = pixel_of(shown, LESION_MM) + QPoint(10, 0)
    stroke(shown, at)
    painted = count(the_voi(window))
    press(window, "e")
    stroke(shown, at)
    assert 0 < count(the_voi(window)) < painted


def test_a_click_paints_a_dot_and_a_brush_without_a_lesion_begins_one(
    window: ReadingWindow,
) -> None:
    look(window)
    press(window, "p")
    click_at(window, 0, "sagittal", LESION_MM)
    voi = the_voi(window)
    assert (voi.name, voi.kind) == ("Lesion 1", SiteKind.LESION)
    image = window.desk.state.image(Slot.CONVENTIONAL)
    assert image is not None
    assert mask(voi).inside[image.volume.geometry.voxel_at(LESION_MM) or ()]


def test_dabs_as_fast_as_a_double_click_all_paint_and_the_pane_stays(
    window: ReadingWindow,
) -> None:
    grown(window)
    press(window, "p")
    shown = pane(window, 0, "axial")
    at = pixel_of(shown, LESION_MM) + QPoint(12, 0)
    click(shown, at)
    once = count(the_voi(window))
    double = at + QPoint(0, 12)
    second_press(shown, double)
    QTest.mouseRelease(shown, LEFT, Qt.KeyboardModifier.NoModifier, double)
    assert count(the_voi(window)) > once
    assert window.desk.state.maximised is None


def test_a_double_click_with_the_growing_tool_grows_one_lesion_and_the_pane_stays(
    window: ReadingWindow,
) -> None:
    look(window)
    press(window, "w")
    shown = pane(window, 0, "axial")
    double_click(shown, pixel_of(shown, LESION_MM))
    assert len(vois(window)) == 1
    assert window.desk.state.maximised is None


def test_an_eraser_without_a_lesion_says_what_to_do(window: ReadingWindow) -> None:
    look(window)
    press(window, "e")
    click_at(window, 0, "axial", LESION_MM)
    assert "Select the VOI" in notice(window)
    assert not vois(window)


def test_the_last_voxel_is_deleted_not_erased(window: ReadingWindow) -> None:
    look(window)
    press(window, "p")
    click_at(window, 0, "axial", LESION_MM)
    before = the_voi(window)
    press(window, "e")
    click_at(window, 0, "axial", LESION_MM)
    assert the_voi(window) == before
    assert "Press Del" in notice(window)


@pytest.mark.parametrize("tool_", PAINTING)
def test_the_wheel_sizes_the_brush_and_with_shift_it_scrolls(
    window: ReadingWindow, tool_: Tool
) -> None:
    look(window)
    window.desk.workflow.vois.take(tool_)
    shown = pane(window, 0, "axial")
    here = window.desk.state.views[0].position_mm
    radius = window.desk.state.brush_mm
    wheel(shown, 2)
    assert window.desk.state.brush_mm > radius
    assert window.desk.state.views[0].position_mm == here
    wheel(shown, 1, modifiers=SHIFT)
    assert window.desk.state.views[0].position_mm != here
    wheel(shown, -100)
    assert window.desk.state.brush_mm == 1.0


def test_a_mip_is_not_painted(window: ReadingWindow) -> None:
    press(window, "p")
    click(pane(window, 0, "mip"))
    assert "no depth" in notice(window)
    assert not vois(window)


def test_what_was_painted_is_kept_like_any_voi(window: ReadingWindow) -> None:
    look(window)
    press(window, "p")
    click_at(window, 0, "axial", LESION_MM)
    study = window.desk.state.study
    assert study is not None
    index = open_index(window.desk.home)
    (kept,) = index.vois(study.uid, window.desk.state.reader)
    index.close()
    assert isinstance(kept.shape, Mask)
    assert (kept.shape.inside == mask(the_voi(window)).inside).all()
    assert kept.shape.warnings == (PAINTED,)


def test_the_button_of_growing_holds_the_rules(window: ReadingWindow) -> None:
    button = tool(window, "Grow")
    menu = button.menu()
    assert menu is not None
    rules = menu.actions()[2:]  # under the tool itself and a line
    assert [action.text() for action in rules] == [str(rule) for rule in GrowthRule]
    assert button.popupMode() is QToolButton.ToolButtonPopupMode.MenuButtonPopup
    assert [action.isChecked() for action in rules] == [True, False, False, False, False]


def test_a_sphere_is_painted_as_the_mask_it_was(window: ReadingWindow) -> None:
    voi = place(window, LESION_MM, 3.0)
    press(window, "p")
    click_at(window, 0, "axial", LESION_MM)
    after = the_voi(window)
    assert isinstance(voi.shape, Sphere)
    assert any("3 mL" in sentence for sentence in mask(after).warnings)
