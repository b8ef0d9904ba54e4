"""The reading window as a whole: keys, layouts, drops, key images, and what it remembers."""

import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QPushButton,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from station.app.desk import Desk
from station.app.state import DisplayRange, Kind, Layout, Link, Slot, columns
from station.app.viewing.display import SUV_PRESETS
from station.pet.suv import InputName
from station.ui.dialogs import Closing
from station.ui.page import RESEARCH_STATEMENT
from station.ui.second_window import SecondWindow
from station.ui.viewing.key_image import caption
from station.ui.viewing.layout_menu import LAYOUT_WORDS
from station.ui.viewing.pane_area import PaneArea
from station.ui.viewing.series_drop import series_mime
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.made_up.networks import TenthLess
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import (
    CTRL,
    RIGHT,
    SHIFT,
    click,
    double_click,
    drop,
    enter,
    files,
    menus,
    pane,
    press,
)


def position(window: ReadingWindow, column: int = 0) -> tuple[float, float, float]:
    return window.desk.state.views[column].position_mm


def notice(window: ReadingWindow) -> str:
    """The sentence above the images; empty where none is shown."""
    bar = window.findChild(QWidget, "notice")
    assert bar is not None
    words = bar.findChild(QLabel)
    assert words is not None
    assert bar.isVisible() is bool(words.text())
    return words.text()


def shown_panes(window: ReadingWindow) -> list[tuple[int, str]]:
    return [(one.column, one.name) for one in window.panes.panes()]


def texts_of(widget: QWidget) -> list[str]:
    """What the visible labels of a widget say."""
    QApplication.processEvents()  # a layout shows what was put into it in the next turn
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def second_window() -> SecondWindow | None:
    there = [w for w in QApplication.topLevelWidgets() if isinstance(w, SecondWindow)]
    return next((one for one in there if one.isVisible()), None)


def key_of(window: ReadingWindow, description: str) -> str:
    """The key of a series of the study list."""
    return next(
        series.key
        for entry in window.desk.state.entries
        for series in entry.series
        if series.description == description
    )


@pytest.fixture
def other_patient(tmp_path: Path) -> Path:
    """A PET of somebody else."""
    folder = tmp_path / "other"
    studies.write_pet(
        folder,
        "Visitor",
        5.0,
        study="another",
        PatientName="Roe^Richard",
        PatientID="SYN2",
        StudyDate="20230203",
    )
    return folder


# --- Opening -------------------------------------------------------------------------------------


def test_a_pair_is_put_side_by_side_and_shows_its_suv(window: ReadingWindow) -> None:
    state = window.desk.state
    assert state.notice == ""
    for slot, suv in (
        (Slot.CONVENTIONAL, studies.LESION_SUV),
        (Slot.DENOISED, studies.LESION_SUV_DENOISED),
    ):
        image = state.image(slot)
        assert image is not None
        assert image.volume.value_at(studies.LESION_MM) == pytest.approx(suv, rel=1e-4)
    assert window.windowTitle() == "Doe, Jane · 2024-03-01 · Station"


def test_a_window_without_a_study_says_what_to_do_and_what_it_is_not_for(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    assert window.windowTitle() == "Station"
    texts = texts_of(window)
    assert "No study is open" in texts
    assert "Drop a folder, a file, a ZIP or a DICOMDIR here, or choose one." in texts
    assert RESEARCH_STATEMENT in texts


def test_a_folder_dropped_on_an_image_is_opened(window: ReadingWindow, other_patient: Path) -> None:
    assert drop(pane(window, 0, "axial"), files([other_patient]))
    assert window.windowTitle() == "Roe, Richard · 2023-02-03 · Station"


def test_a_zip_dropped_on_the_study_list_is_opened(
    open_window: OpenWindow, pair_folder: Path, tmp_path: Path
) -> None:
    packed = shutil.make_archive(str(tmp_path / "packed"), "zip", pair_folder)
    window = open_window()
    assert drop(window.browser, files([Path(packed)]))
    assert window.windowTitle() == "Doe, Jane · 2024-03-01 · Station"
    assert window.desk.state.image(Slot.CT) is not None


def test_what_is_no_file_and_no_series_is_not_taken(window: ReadingWindow) -> None:
    words = QMimeData()
    words.setText("not a folder")
    assert not drop(pane(window, 0, "axial"), words)


def test_a_folder_without_images_gives_a_sentence_and_keeps_the_study(
    window: ReadingWindow, tmp_path: Path
) -> None:
    junk = tmp_path / "junk"
    junk.mkdir()
    (junk / "notes.dcm").write_text("not DICOM")
    with zipfile.ZipFile(junk / "empty.zip", "w"):
        pass
    assert drop(window, files([junk]))
    assert notice(window).startswith("No image was found in ")
    assert window.windowTitle() == "Doe, Jane · 2024-03-01 · Station"


def test_a_series_dragged_from_the_list_is_shown_where_it_is_dropped(
    window: ReadingWindow,
) -> None:
    ct = key_of(window, "CT standard")
    assert drop(pane(window, 0, "axial"), series_mime(ct))
    assert window.desk.state.slots[Slot.CONVENTIONAL] == ct
    assert "CT" in texts_of(window.panes)
    press(window, "z", CTRL)
    assert window.desk.state.slots[Slot.CONVENTIONAL] == key_of(window, "OSEM Gaussian")


def test_a_series_of_another_patient_is_shown_with_a_warning(
    open_window: OpenWindow, pair_folder: Path, other_patient: Path
) -> None:
    window = open_window(other_patient, pair_folder)
    assert window.desk.state.study is not None
    assert window.desk.state.study.patient.name == "Doe, Jane"
    assert drop(pane(window, 1, "axial"), series_mime(key_of(window, "Visitor")))
    assert window.desk.state.guests == {}, "it waits for a confirmation"
    click(window.dates.admit)
    assert any("TWO PATIENTS: Doe, Jane" in text for text in texts_of(window.dates))
    assert any("ANOTHER PATIENT: Roe, Richard" in text for text in texts_of(window.panes))


# --- Keys ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "upper"), list(zip("123456", SUV_PRESETS, strict=True)))
def test_number_keys_choose_the_window(window: ReadingWindow, key: str, upper: float) -> None:
    window.desk.workflow.set_upper(3.0)
    press(window, key)
    assert window.desk.state.window == DisplayRange(0.0, upper)
    assert window.tools.upper.text() == f"0–{upper:g}"


def test_i_turns_the_greys_round(window: ReadingWindow) -> None:
    axial = pane(window, 0, "axial")
    press(window, "t")
    corner = axial.grab().toImage().pixelColor(2, 2).lightness()
    press(window, "i")
    assert not window.desk.state.inverse
    assert corner > 200
    assert axial.grab().toImage().pixelColor(2, 2).lightness() < 55


def test_f_lays_the_pet_over_the_ct_and_takes_it_off(window: ReadingWindow) -> None:
    press(window, "f")
    assert [column.kind for column in columns(window.desk.state)] == [
        Kind.FUSED,
        Kind.FUSED,
    ]
    assert texts_of(window.panes)[0] == "Conventional on CT"
    press(window, "f")
    assert [column.kind for column in columns(window.desk.state)] == [
        Kind.IMAGE,
        Kind.IMAGE,
    ]


def test_fusion_is_refused_with_the_reason_when_the_frames_of_reference_differ(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    studies.write_conventional(tmp_path / "study")
    studies.write_ct(tmp_path / "study", frame="of another day")
    window = open_window(tmp_path / "study")
    press(window, "f")
    assert not window.desk.state.fusion
    assert "have different frames of reference" in notice(window)
    assert notice(window).endswith("Fusion is off.")


def test_space_restores_inverse_grey_and_the_suv_window_and_keeps_the_cursor(
    window: ReadingWindow,
) -> None:
    window.desk.workflow.place_crosshair(0, studies.LESION_MM)
    press(window, "6")
    window.actions_["colours.rainbow"].trigger()
    window.desk.workflow.turn_mip(7)
    double_click(pane(window, 0, "axial"), pane(window, 0, "axial").rect().center())
    here = position(window)
    press(window, Qt.Key.Key_Space)
    state = window.desk.state
    assert (state.window, state.colormap, state.inverse) == (DisplayRange(0.0, 7.0), "grey", True)
    assert (state.mip_angle, state.maximised) == (0, None)
    assert position(window) == here


def test_arrows_page_keys_home_and_end_move_through_the_slices(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_End)
    first = position(window)[2]
    assert first == 100.0
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Right)
    assert position(window)[2] == first + 2 * 4.0
    press(window, Qt.Key.Key_PageUp)
    assert position(window)[2] == first + 12 * 4.0
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Left)
    press(window, Qt.Key.Key_PageDown)
    assert position(window)[2] == first
    press(window, Qt.Key.Key_Home)
    assert position(window)[2] == first + 23 * 4.0


def test_arrows_turn_the_mip_that_the_pointer_is_over(window: ReadingWindow) -> None:
    enter(pane(window, 0, "mip"))
    here = position(window)
    press(window, Qt.Key.Key_Up)
    assert window.desk.state.mip_angle == 1
    assert position(window) == here


@pytest.mark.parametrize("layout", list(Layout))
def test_arrow_keys_move_something_in_every_layout(window: ReadingWindow, layout: Layout) -> None:
    enter(pane(window, 1, "sagittal"))
    window.actions_[f"layout.{layout}"].trigger()
    before = (window.desk.state.views, window.desk.state.mip_angle)
    press(window, Qt.Key.Key_Up)
    assert (window.desk.state.views, window.desk.state.mip_angle) != before


def test_undo_and_redo_follow_every_change_of_how_images_are_shown(
    window: ReadingWindow,
) -> None:
    fields = ("window", "inverse", "layout", "colormap", "fusion", "difference", "smooth", "links")

    def looks() -> list[object]:
        return [getattr(window.desk.state, name) for name in fields]

    steps = [looks()]
    for verb in ("window.10", "image.inverse", "layout.grid", "colours.pet", "image.fusion"):
        window.actions_[verb].trigger()
        steps.append(looks())
    for verb in ("image.difference", "image.smooth", "link.zoom"):
        window.actions_[verb].trigger()
        steps.append(looks())
    for expected in steps[-2::-1]:
        press(window, "z", CTRL)
        assert looks() == expected
    for expected in steps[1:]:
        press(window, "z", CTRL | SHIFT)
        assert looks() == expected


def test_undo_says_what_it_takes_back(window: ReadingWindow) -> None:
    press(window, "4")
    assert window.actions_.undo.text() == "Undo Window 0–10"


# --- Fields --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "upper"), [("12", 12.0), ("0-9", 9.0), ("0–8,5", 8.5), ("999", 200.0)]
)
def test_u_lets_the_upper_bound_be_typed(window: ReadingWindow, typed: str, upper: float) -> None:
    press(window, "u")
    assert window.focusWidget() is window.tools.upper
    QTest.keyClicks(window.tools.upper, typed.replace("–", "-"))
    press(window, Qt.Key.Key_Return)
    assert window.desk.state.window == DisplayRange(0.0, upper)
    assert window.desk.state.maximised is None
    assert window.focusWidget() is window.panes


@pytest.mark.parametrize("typed", ["bright", "-", "0", "nan", "inf"])
def test_what_is_no_bound_gives_a_sentence_and_changes_nothing(
    window: ReadingWindow, typed: str
) -> None:
    press(window, "u")
    QTest.keyClicks(window.tools.upper, typed)
    press(window, Qt.Key.Key_Return)
    assert window.desk.state.window == DisplayRange(0.0, 7.0)
    assert notice(window) == f'"{typed}" is not an upper bound. Type a number, such as 12.'
    assert window.tools.upper.text() == "0–7"


def test_escape_leaves_a_field_and_takes_back_what_was_typed_as_bound(
    window: ReadingWindow,
) -> None:
    press(window, "u")
    QTest.keyClicks(window.tools.upper, "12")
    press(window, Qt.Key.Key_Escape)
    assert window.tools.upper.text() == "0–7"
    press(window, "5")
    assert window.desk.state.window.high == 15.0


def test_a_click_on_an_image_gives_it_the_keys_back(window: ReadingWindow) -> None:
    press(window, "f", CTRL)
    assert window.focusWidget() is window.browser.search
    click(pane(window, 0, "axial"))
    press(window, "5")
    assert window.desk.state.window.high == 15.0
    assert window.browser.search.text() == ""


def test_keys_typed_into_the_search_field_do_not_change_the_images(
    window: ReadingWindow,
) -> None:
    press(window, "f", CTRL)
    before = window.desk.state
    QTest.keyClicks(window.browser.search, "5 ifbnxt m")
    after = window.desk.state
    assert window.browser.search.text() == "5 ifbnxt m"
    for name in ("window", "inverse", "fusion", "layout", "smooth", "captions", "views"):
        assert getattr(after, name) is getattr(before, name), name
    press(window, Qt.Key.Key_Return)
    assert window.desk.state.maximised is None
    press(window, "5")
    assert window.desk.state.window.high == 15.0, "Return gave the keys back to the images"


# --- Layouts -------------------------------------------------------------------------------------

COMPARE = [(column, name) for column in (0, 1) for name in ("axial", "coronal", "sagittal", "mip")]


@pytest.mark.parametrize(
    ("key", "layout", "expected"),
    [
        ("1", Layout.COMPARE, COMPARE),
        ("2", Layout.GRID, [(c, name) for c in (0, 1, 2) for name in ("axial", "coronal")]),
        ("3", Layout.SINGLE, COMPARE[:4]),
        ("4", Layout.MIP_PAIR, [(0, "mip"), (1, "mip")]),
    ],
)
def test_layouts(
    window: ReadingWindow, key: str, layout: Layout, expected: list[tuple[int, str]]
) -> None:
    window.actions_["layout.grid" if key == "1" else "layout.compare"].trigger()
    press(window, key, CTRL)
    assert window.desk.state.layout is layout
    assert shown_panes(window) == expected
    for one in window.panes.panes():
        colours = np.frombuffer(one.grab().toImage().constBits(), np.uint32)
        assert len(np.unique(colours)) > 3, f"{one.name} is painted"


def test_the_third_column_of_the_grid_is_ct_fusion_or_difference(window: ReadingWindow) -> None:
    press(window, "2", CTRL)
    assert columns(window.desk.state)[2].slot is Slot.CT
    press(window, "f")
    assert columns(window.desk.state)[2].kind is Kind.FUSED
    press(window, "d")
    assert columns(window.desk.state)[2].kind is Kind.DIFFERENCE


def test_return_maximises_the_active_pane_and_escape_brings_all_back(
    window: ReadingWindow,
) -> None:
    enter(pane(window, 1, "sagittal"))
    press(window, Qt.Key.Key_Return)
    assert shown_panes(window) == [(1, "sagittal")]
    press(window, Qt.Key.Key_Escape)
    assert shown_panes(window) == COMPARE


def test_a_maximised_column_that_goes_gives_back_the_others(window: ReadingWindow) -> None:
    press(window, "d")
    double_click(pane(window, 2, "axial"))
    assert shown_panes(window) == [(2, "axial")]
    press(window, "d")
    assert shown_panes(window) == COMPARE


def test_b_blinks_between_the_two_images_at_one_place(window: ReadingWindow) -> None:
    press(window, "b")
    titles = []
    for _ in range(2):
        titles.append(texts_of(window.panes)[0])
        here = position(window, window.panes.panes()[0].column)
        press(window, "b")
        assert position(window, window.panes.panes()[0].column) == here
    assert titles == ["Conventional", "DL-denoised"]


def test_m_shows_the_two_mips_and_goes_back(window: ReadingWindow) -> None:
    press(window, "m")
    assert window.desk.state.layout is Layout.MIP_PAIR
    press(window, "m")
    assert window.desk.state.layout is Layout.COMPARE


def test_exchanging_the_images_moves_them_and_their_titles(window: ReadingWindow) -> None:
    press(window, "e", CTRL)
    titles = [text for text in texts_of(window.panes) if text in ("Conventional", "DL-denoised")]
    assert titles == ["DL-denoised", "Conventional"]


# --- Fusion and difference -----------------------------------------------------------------------


def test_the_blend_slider_goes_from_ct_to_pet_and_a_drag_is_one_undo(
    window: ReadingWindow,
) -> None:
    assert not window.tools.blend.isEnabled()
    press(window, "f")
    assert window.tools.blend.isEnabled()
    axial = pane(window, 0, "axial")
    steps = window.desk.session.undo_stack.count()
    greys = {}
    for value in (0, 100):
        window.tools.blend.setSliderDown(True)
        for on_the_way in (50, (50 + value) // 2, value):
            window.tools.blend.setValue(on_the_way)
        window.tools.blend.setSliderDown(False)
        middle = axial.grab().toImage().pixelColor(axial.rect().center())
        greys[value] = middle.red() == middle.green() == middle.blue()
    assert greys == {0: True, 100: False}, "the CT alone is grey, the PET alone hot iron"
    assert window.desk.session.undo_stack.count() == steps + 2


def test_the_difference_is_dl_minus_conventional(window: ReadingWindow) -> None:
    window.desk.workflow.place_crosshair(0, studies.LESION_MM)
    press(window, "x")
    press(window, "t")
    press(window, "d")
    QApplication.processEvents()
    axial = pane(window, 2, "axial")
    frame = axial.frame_now()
    picture = axial.grab().toImage()

    def colour(at: tuple[float, float, float]) -> tuple[int, int, int]:
        column, row = frame.to_pixel(at)
        shown = picture.pixelColor(round(column), round(row))
        return shown.red(), shown.green(), shown.blue()

    red, _, blue = colour(studies.LESION_MM)
    assert red > blue + 80, "the DL image is 2 SUV higher in the lesion"
    assert min(colour((-30.0, 0.0, 164.0))) > 245, "nothing differs elsewhere"


def test_a_difference_is_refused_without_a_dl_image(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    studies.write_conventional(tmp_path / "alone")
    window = open_window(tmp_path / "alone")
    press(window, "d")
    assert not window.desk.state.difference
    assert notice(window) == "A difference needs a conventional and a DL image."


def test_a_study_without_a_dl_image_offers_to_denoise_and_says_why_it_cannot(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    studies.write_conventional(tmp_path / "alone")
    window = open_window(tmp_path / "alone", denoiser=TenthLess())
    assert {column for column, _ in shown_panes(window)} == {0}, "no empty half"
    buttons = [b for b in window.panes.findChildren(QPushButton) if b.isVisible()]
    denoise = next(button for button in buttons if button.text() == "Denoise")
    assert not denoise.isEnabled()
    assert "was already filtered" in denoise.toolTip()


# --- Notice, Esc, full screen, second window -----------------------------------------------------


def test_a_notice_is_closed_by_its_button_or_escape(window: ReadingWindow) -> None:
    window.desk.session.set(notice="Read me.")
    assert notice(window) == "Read me."
    bar = window.findChild(QWidget, "notice")
    assert bar is not None
    click(next(button for button in bar.findChildren(QPushButton) if button.text() == "Close"))
    assert notice(window) == ""
    window.desk.session.set(notice="Read me again.")
    press(window, Qt.Key.Key_Escape)
    assert notice(window) == ""


def test_escape_closes_one_thing_at_a_time(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F11)
    enter(pane(window, 0, "axial"))
    press(window, Qt.Key.Key_Return)
    window.desk.session.set(notice="Read me.")
    left: list[tuple[bool, bool, bool]] = []
    for _ in range(3):
        press(window, Qt.Key.Key_Escape)
        state = window.desk.state
        left.append((bool(state.notice), state.maximised is not None, window.isFullScreen()))
    assert left == [(False, True, True), (False, False, True), (False, False, False)]


def test_f11_fills_the_screen_and_goes_back(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_f2_and_f3_hide_the_study_list_and_the_panel(window: ReadingWindow) -> None:
    for key, widget in ((Qt.Key.Key_F2, window.browser), (Qt.Key.Key_F3, window.panel)):
        press(window, key)
        assert not widget.isVisible()
        press(window, key)
        assert widget.isVisible()


def test_f4_opens_a_second_window_in_a_layout_of_its_own(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    (panes,) = second.findChildren(PaneArea)
    assert [one.name for one in panes.panes()] == ["mip", "mip"]
    menu = second.chooser.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text().startswith("One image")).trigger()
    QApplication.processEvents()
    checked = [one.text() for one in menu.actions() if one.isChecked()]
    assert checked == [LAYOUT_WORDS[Layout.SINGLE]]
    (panes,) = [one for one in second.findChildren(PaneArea) if one.isVisible()]
    assert [one.name for one in panes.panes()] == ["axial", "coronal", "sagittal", "mip"]
    assert shown_panes(window) == COMPARE
    press(window, "3", CTRL)
    assert [one.name for one in panes.panes()] == ["axial", "coronal", "sagittal", "mip"]
    press(window, Qt.Key.Key_F4)
    assert second_window() is None


def test_the_second_window_follows_the_first(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    mip = next(one for one in second.findChildren(PaneArea)).panes()[0]
    before = mip.grab().toImage()
    window.desk.workflow.turn_mip(18)
    assert mip.grab().toImage() != before


def test_a_second_window_closed_by_its_own_button_opens_again_at_once(
    window: ReadingWindow,
) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    second.close()
    press(window, Qt.Key.Key_F4)
    assert second_window() is not None


def test_keys_and_the_menu_of_an_image_work_in_the_second_window_too(
    window: ReadingWindow, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    with qtbot.waitActive(second):
        second.activateWindow()
    QTest.keyClick(second, Qt.Key.Key_5)
    assert window.desk.state.window.high == 15.0
    (panes,) = second.findChildren(PaneArea)
    click(panes.panes()[0], button=RIGHT)
    (menu,) = menus()
    assert "Inverse" in [action.text() for action in menu.actions()]
    menu.close()
    QTest.keyClick(second, Qt.Key.Key_F4)
    assert second_window() is None


def test_a_double_click_in_the_second_window_moves_nothing_in_the_first(
    window: ReadingWindow,
) -> None:
    press(window, Qt.Key.Key_F4)
    second = second_window()
    assert second is not None
    (panes,) = second.findChildren(PaneArea)
    double_click(panes.panes()[0])
    assert shown_panes(window) == COMPARE


# --- Key image -----------------------------------------------------------------------------------


def test_a_key_image_holds_the_panes_and_a_caption_beneath(
    window: ReadingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "PNG (*.png)"))
    press(window, "k", CTRL)
    picture = QImage(str(file))
    assert picture.width() == window.panes.width()
    assert picture.height() == window.panes.height() + 20 * 4 + 12
    buttons = [b for b in window.panes.findChildren(QToolButton) if b.isVisible()]
    assert len(buttons) == 2, "the buttons that the picture leaves out are there again"


def test_the_caption_of_a_key_image_says_whose_what_which_window_and_its_limits(
    window: ReadingWindow,
) -> None:
    press(window, "2", CTRL)
    patient, conventional, denoised, ct, limits = caption(window.desk.state, named=True)
    assert patient == "Doe, Jane · ID SYN1 · 2024-03-01 · Synthetic study"
    assert conventional == 'Conventional: Series 4 "OSEM Gaussian" · SUVbw · 0–7'
    assert denoised == 'DL-denoised: Series 5 "OSEM DLR (RESEARCH)" · SUVbw · 0–7'
    assert ct == 'CT: Series 2 "CT standard" · HU · −160 to 240'
    assert limits.endswith(RESEARCH_STATEMENT)


@pytest.mark.parametrize(
    ("verbs", "images"),
    [
        ((), ["Conventional", "DL-denoised"]),
        (("layout.single",), ["Conventional"]),
        (("layout.single", "view.blink"), ["DL-denoised"]),
        (("layout.single", "image.fusion"), ["Conventional", "CT"]),
        (("layout.single", "image.difference"), ["Conventional", "DL-denoised"]),
        (("view.maximise",), ["Conventional"]),
    ],
)
def test_the_caption_names_the_images_that_are_in_the_picture(
    window: ReadingWindow, verbs: tuple[str, ...], images: list[str]
) -> None:
    for verb in verbs:
        window.actions_[verb].trigger()
    lines = caption(window.desk.state, named=True)[1:-1]
    assert [one.split(":", maxsplit=1)[0] for one in lines] == images


def test_a_key_image_without_patient_data_names_nobody(
    open_window: OpenWindow,
    pair_folder: Path,
    other_patient: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(other_patient, pair_folder)
    assert drop(pane(window, 1, "axial"), series_mime(key_of(window, "Visitor")))
    click(window.dates.admit)
    words = "\n".join(caption(window.desk.state, named=False))
    for name in ("Doe", "SYN1", "Roe", "SYN2"):
        assert name not in words
    assert "of ANOTHER STUDY" in words
    assert "Roe, Richard" in "\n".join(caption(window.desk.state, named=True))
    file = tmp_path / "key.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), "PNG (*.png)"))
    press(window, "k", CTRL | SHIFT)
    header = QImage(str(file)).copy(window.panes.width() // 2 + 120, 0, 200, 28)
    assert len(np.unique(np.frombuffer(header.constBits(), np.uint32))) == 1, (
        "the header that names the other patient is not in the picture"
    )


def test_a_key_image_that_cannot_be_written_gives_a_sentence(
    window: ReadingWindow, tmp_path: Path
) -> None:
    window.save_key_image(tmp_path / "nowhere" / "key.png")
    assert notice(window).startswith("The key image could not be written to ")


# --- What is remembered --------------------------------------------------------------------------


def test_the_next_window_looks_as_the_last_was_left(
    open_window: OpenWindow, pair_folder: Path, station_home: Path
) -> None:
    first = open_window(pair_folder)
    press(first, "5")
    first.actions_["colours.pet"].trigger()
    first.actions_["layout.grid"].trigger()
    first.actions_["link.pan"].trigger()
    press(first, Qt.Key.Key_F3)
    first.close()
    assert json.loads((station_home / "settings.json").read_text())["state"]["window"] == [0, 15]
    second = open_window(size=None)
    state = second.desk.state
    assert (state.window.high, state.colormap, state.layout) == (15.0, "pet", Layout.GRID)
    assert state.links == frozenset(Link) - {Link.PAN}
    assert not second.panel.isVisible()
    assert [entry.patient_name for entry in state.entries] == ["Doe, Jane"]
    assert state.study is None


def test_a_window_closed_at_once_leaves_no_work_behind(qtbot: QtBot, station_home: Path) -> None:
    window = ReadingWindow(Desk(station_home))
    qtbot.addWidget(window)
    window.show()
    window.close()
    QApplication.processEvents()
    assert window.desk.jobs.running == ()


def test_damaged_settings_give_a_window_as_new(open_window: OpenWindow, station_home: Path) -> None:
    (station_home / "settings.json").write_text('{"state": {"window": ["x"], "layout": 7}, "geo')
    assert open_window().desk.session.state.window == DisplayRange(0.0, 7.0)


def test_the_links_menu_of_the_tool_bar_switches_each_link(window: ReadingWindow) -> None:
    (bar,) = [one for one in window.findChildren(QToolBar) if one.objectName() == "tools"]
    (button,) = [one for one in bar.findChildren(QToolButton) if one.text() == "Links"]
    menu = button.menu()
    assert menu is not None
    for action, link in zip(menu.actions(), Link, strict=True):
        assert action.isChecked()
        action.trigger()
        assert link not in window.desk.state.links
        assert not action.isChecked()


# --- The end, and what was written ----------------------------------------------------------------


class _Asked:
    """A question at the end that answers as it was told to."""

    def __init__(self, answer: Closing) -> None:
        self.answer = answer
        self.losses: list[tuple[str, bool]] = []

    def __call__(self, parent: QWidget, losses: str, can_save: bool) -> Closing:
        self.losses.append((losses, can_save))
        return self.answer


@pytest.mark.parametrize("answer", Closing)
def test_ctrl_q_asks_before_an_unsaved_image_is_lost(
    open_window: OpenWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: Closing,
) -> None:
    window = open_window(studies.write_unfiltered(tmp_path / "raw"), denoiser=TenthLess())
    asked = _Asked(answer)
    window._ask_closing = asked
    target = tmp_path / "saved"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    press(window, "d", CTRL)
    (derived,) = window.desk.state.unsaved
    press(window, "q", CTRL)
    assert asked.losses == [(f"{derived.series.label} is not saved.", True)]
    assert window.isVisible() is (answer is Closing.CANCEL)
    assert any(target.iterdir()) is (answer is Closing.SAVE)
    window._ask_closing = _Asked(Closing.DISCARD)


def test_nothing_is_asked_where_nothing_is_lost(window: ReadingWindow) -> None:
    asked = _Asked(Closing.CANCEL)
    window._ask_closing = asked
    press(window, "q", CTRL)
    assert asked.losses == []
    assert not window.isVisible()


def test_what_was_written_is_shown_without_moving_the_images_and_can_be_opened(
    window: ReadingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "station.ui.notice.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    before = window.panes.geometry()
    target = tmp_path / "key.png"
    window.save_key_image(target)
    QApplication.processEvents()
    done = window.findChild(QWidget, "done")
    assert done is not None
    assert done.isVisible()
    assert window.panes.geometry() == before
    assert notice(window) == ""
    click(next(b for b in done.findChildren(QPushButton) if b.text() == "Open"))
    assert opened == [str(target)]
    assert not done.isVisible()


def test_a_key_image_carries_every_caution(window: ReadingWindow) -> None:
    window.desk.workflow.type_input(InputName.WEIGHT_KG, 593.0, "weight 593")
    lines = caption(window.desk.state, named=True)
    assert sum("weight typed" in line for line in lines) == 2
    assert any(line.startswith("Weight: 593 kg was typed by") for line in lines)
    assert "Weight is 593 kg, which is unusual." in lines


@pytest.mark.parametrize("typed", ["7-2", "2-7"])
def test_a_range_that_does_not_begin_at_0_is_refused(window: ReadingWindow, typed: str) -> None:
    press(window, "u")
    QTest.keyClicks(window.tools.upper, typed)
    press(window, Qt.Key.Key_Return)
    assert window.desk.state.window == DisplayRange(0.0, 7.0)
    assert "a PET window begins at 0" in notice(window)


def test_the_archive_is_opened_after_the_first_picture(
    window: ReadingWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    window.hide()
    painted: list[bool] = []
    opened: list[bool] = []
    axial = pane(window, 0, "axial")
    monkeypatch.setattr(axial, "paintEvent", lambda event: painted.append(True))
    library = window.desk.library
    monkeypatch.setattr(library, "open_archive", lambda: opened.append(bool(painted)))
    window.show()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [True]
