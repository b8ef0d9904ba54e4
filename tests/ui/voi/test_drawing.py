"""Distances, ellipses, arrows and texts under the hand: drawn, moved, changed, deleted, undone."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station.app.state import Plane, Slot, Tool
from station.app.viewing.planes import ACROSS
from station.archive.index import open_index
from station.pet.annotations import Annotation, Arrow, Distance, Ellipse, Note, measure_area
from station.ui.voi.panel import VoiPanel
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.gestures import CTRL, LEFT, click, drag, pane, press, wheel
from tests.ui.test_window import notice
from tests.ui.viewing.test_viewport import drawn_texts, pixel_of
from tests.ui.voi.test_voi import answer, place, tool, vois

LESION_MM = studies.LESION_MM
PLANES = [str(plane) for plane in Plane]


def look(window: ReadingWindow) -> None:
    window.desk.workflow.place_crosshair(0, LESION_MM)
    QApplication.processEvents()


def the_one(window: ReadingWindow) -> Annotation:
    (one,) = window.desk.state.annotations
    return one


def draw(
    window: ReadingWindow,
    key: str,
    by: tuple[int, int] = (40, 30),
    name: str = "axial",
    column: int = 0,
) -> Annotation:
    look(window)
    press(window, key)
    shown = pane(window, column, name)
    drag(shown, LEFT, by, at=pixel_of(shown, LESION_MM))
    return window.desk.state.annotations[-1]


def panel(window: ReadingWindow) -> VoiPanel:
    return window.voi_panel


def rows(window: ReadingWindow) -> list[tuple[str, str]]:
    model = panel(window).drawn.model()
    return [(model.index(r, 0).data(), model.index(r, 1).data()) for r in range(model.rowCount())]


@pytest.mark.parametrize("name", PLANES)
@pytest.mark.parametrize("column", [0, 1])
def test_a_drag_draws_a_distance_in_any_plane(
    window: ReadingWindow, name: str, column: int
) -> None:
    one = draw(window, "k", (30, 40), name, column)
    shape = one.shape
    assert isinstance(shape, Distance)
    assert shape.across == ACROSS[Plane(name)]
    expected = 50 * pane(window, column, name).frame_now().mm_per_pixel
    assert shape.length_mm == pytest.approx(expected, rel=1e-6)
    assert window.desk.state.tool is None, "a drawing tool draws once"
    assert rows(window) == [("Distance 1", f"{shape.length_mm:.1f} mm")]
    assert f"{shape.length_mm:.1f} mm" in drawn_texts(pane(window, column, name))


@pytest.mark.parametrize(
    ("key", "word"), [("k", "Distance"), ("o", "Ellipse"), ("a", "Arrow"), ("j", "Text")]
)
def test_the_tool_shows_on_its_button_and_on_the_pointer(
    window: ReadingWindow, key: str, word: str
) -> None:
    press(window, key)
    assert tool(window, word).isChecked()
    cross, beam = Qt.CursorShape.CrossCursor, Qt.CursorShape.IBeamCursor
    assert pane(window, 0, "axial").cursor().shape() is (beam if key == "j" else cross)
    press(window, key)
    assert not tool(window, word).isChecked()


def test_an_ellipse_shows_the_statistics_of_the_image_it_is_in(window: ReadingWindow) -> None:
    one = draw(window, "o")
    shape = one.shape
    assert isinstance(shape, Ellipse)
    for column, slot in ((0, Slot.CONVENTIONAL), (1, Slot.DENOISED)):
        image = window.desk.state.image(slot)
        assert image is not None
        measured = measure_area(image.volume, shape)
        assert measured.voxels > 0
        words = f"{measured.mean:.2f} ± {measured.sd:.2f}"
        assert any(words in text for text in drawn_texts(pane(window, column, "axial")))
        assert words in rows(window)[0][1]
    assert f"{math.pi * np.prod(shape.half_mm) / 100:.2f} cm²" in rows(window)[0][1]
    assert "CT" in rows(window)[0][1]
    assert "HU" in rows(window)[0][1]


def test_an_arrow_says_what_is_typed_for_it(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = draw(window, "a")
    assert isinstance(one.shape, Arrow)
    answer(monkeypatch, getText=("hilar node", True))
    window.actions_["voi.rename"].trigger()
    shape = the_one(window).shape
    assert isinstance(shape, Arrow)
    assert shape.text == "hilar node"
    assert "hilar node" in drawn_texts(pane(window, 0, "axial"))


def test_a_text_is_asked_for_and_put_where_the_hand_clicked(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(window)
    answer(monkeypatch, getText=("  brown fat  ", True))
    press(window, "j")
    shown = pane(window, 0, "coronal")
    click(shown, pixel_of(shown, LESION_MM))
    shape = the_one(window).shape
    assert isinstance(shape, Note)
    assert shape.text == "brown fat"
    assert np.allclose(shape.at_mm, LESION_MM, atol=shown.frame_now().mm_per_pixel)


@pytest.mark.parametrize("reply", [("", True), ("   ", True), ("words", False)])
def test_without_words_there_is_no_text(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch, reply: tuple[str, bool]
) -> None:
    answer(monkeypatch, getText=reply)
    press(window, "j")
    click(pane(window, 0, "axial"))
    assert window.desk.state.annotations == ()


def test_a_click_draws_nothing_and_a_mip_is_refused(window: ReadingWindow) -> None:
    press(window, "k")
    click(pane(window, 0, "axial"))
    assert window.desk.state.annotations == ()
    assert window.desk.state.tool is Tool.DISTANCE
    click(pane(window, 0, "mip"))
    assert "no depth" in notice(window)


def test_an_end_is_carried_elsewhere_in_one_step_of_undo(window: ReadingWindow) -> None:
    one = draw(window, "k", (40, 0))
    assert isinstance(one.shape, Distance)
    shown = pane(window, 0, "axial")
    drag(shown, LEFT, (0, 30), at=pixel_of(shown, one.shape.end_mm))
    changed = the_one(window).shape
    assert isinstance(changed, Distance)
    assert changed.start_mm == one.shape.start_mm
    assert changed.length_mm == pytest.approx(one.shape.length_mm * 1.25, rel=0.03)
    press(window, "z", CTRL)
    assert the_one(window) == one


def test_what_is_taken_in_the_middle_moves_as_a_whole(window: ReadingWindow) -> None:
    one = draw(window, "k", (60, 0))
    assert isinstance(one.shape, Distance)
    shown = pane(window, 0, "axial")
    drag(shown, LEFT, (0, 24), at=pixel_of(shown, LESION_MM) + QPoint(30, 0))
    changed = the_one(window).shape
    assert isinstance(changed, Distance)
    assert changed.length_mm == pytest.approx(one.shape.length_mm)
    assert changed.start_mm != one.shape.start_mm


def test_a_slice_further_on_it_is_not_drawn_and_cannot_be_taken(window: ReadingWindow) -> None:
    one = draw(window, "k", (40, 0))
    assert isinstance(one.shape, Distance)
    shown = pane(window, 0, "axial")
    wheel(shown, 2)
    words = f"{one.shape.length_mm:.1f} mm"
    assert words not in drawn_texts(shown)
    drag(shown, LEFT, (0, 30), at=pixel_of(shown, one.shape.end_mm))
    assert the_one(window) == one


def test_del_deletes_what_was_drawn_and_ctrl_z_brings_it_back(window: ReadingWindow) -> None:
    one = draw(window, "o")
    press(window, Qt.Key.Key_Delete)
    assert window.desk.state.annotations == ()
    assert panel(window).drawn.isHidden()
    press(window, "z", CTRL)
    assert the_one(window) == one


def test_of_a_voi_and_a_distance_only_the_one_taken_last_is_deleted(window: ReadingWindow) -> None:
    draw(window, "k")
    place(window, LESION_MM)
    press(window, Qt.Key.Key_Delete)
    assert not vois(window)
    assert len(window.desk.state.annotations) == 1


def test_a_click_on_its_row_goes_there(window: ReadingWindow) -> None:
    one = draw(window, "k", (40, 0))
    wheel(pane(window, 0, "axial"), 3)
    table = panel(window).drawn
    at = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    assert window.desk.state.views[0].position_mm[2] == pytest.approx(LESION_MM[2])
    assert window.desk.state.selected_annotation == one.id


def test_escape_in_the_middle_of_a_drag_draws_nothing(window: ReadingWindow) -> None:
    press(window, "k")
    shown = pane(window, 0, "axial")
    QTest.mousePress(shown, LEFT)
    press(window, Qt.Key.Key_Escape)
    QTest.mouseRelease(shown, LEFT, pos=QPoint(10, 10))
    assert window.desk.state.annotations == ()


def test_what_was_drawn_is_kept_for_this_reader_and_study(window: ReadingWindow) -> None:
    one = draw(window, "o")
    study = window.desk.state.study
    assert study is not None
    index = open_index(window.desk.home)
    assert index.annotations(study.uid, window.desk.state.reader) == (one,)
    window.desk.session.set(reader="Dr B")
    assert window.desk.state.annotations == ()
    index.close()
