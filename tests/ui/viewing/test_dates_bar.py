"""Two dates next to each other in the window: what stands above them, and what the hand does."""

import re
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from station.app.state import CONVENTIONAL_VIEW, OTHER_VIEW, Layout, Placing, Slot
from station.app.viewing.dates import alignment_of
from station.archive.index import open_index
from station.archive.notes import NoteKind
from station.pet.alignment import How, Verdict
from station.pet.sites import SiteKind
from station.pet.voi import Mask
from station.ui.second_window import SecondWindow
from station.ui.status import StatusBar
from station.ui.viewing.dates_bar import DatesBar
from station.ui.viewing.key_image import caption
from station.ui.viewing.series_drop import series_mime
from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow
from tests.dicom.synthetic import uid
from tests.made_up import studies
from tests.made_up.dates import BEFORE_SUV, NOW_SUV, write_date, write_two_dates
from tests.made_up.studies import LESION_MM
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import (
    CTRL,
    LEFT,
    RIGHT,
    SHIFT,
    click,
    drag,
    drop,
    enter,
    menus,
    pane,
    press,
    wheel,
)
from tests.ui.test_window import key_of, notice, position, texts_of
from tests.ui.viewing.test_viewport import drawn_texts, pixel_of

PRIOR, CURRENT = OTHER_VIEW, CONVENTIONAL_VIEW


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The current study, whose lesion has SUV 5, and the prior one with SUV 9. Read only."""
    return write_two_dates(tmp_path_factory.mktemp("dates"))


@pytest.fixture
def window(open_window: OpenWindow, dates: tuple[Path, Path]) -> ReadingWindow:
    """Both were given on the command line."""
    return open_window(*dates, size=(1900, 900))


def words_above(window: ReadingWindow) -> list[str]:
    return texts_of(window.dates) if window.dates.isVisible() else []


def matrix_of(window: ReadingWindow) -> np.ndarray:
    state = window.desk.state
    guest = state.guest(Slot.OTHER)
    assert guest is not None
    alignment = alignment_of(state, guest.series)
    assert alignment is not None
    return alignment.matrix


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()
    menu.close()


# --- Side by side --------------------------------------------------------------------------------


def test_prior_and_current_are_next_to_each_other_with_their_dates(window: ReadingWindow) -> None:
    assert [one.column for one in window.panes.panes() if one.name == "axial"] == [PRIOR, CURRENT]
    texts = texts_of(window.panes)
    assert "prior · 2024-03-01 · 92 days before" in texts
    assert "current · 2024-06-01" in texts
    assert words_above(window)[0] == "One frame of reference"


def test_cursor_slice_zoom_and_window_are_shared_by_both_dates(window: ReadingWindow) -> None:
    for name in ("axial", "coronal"):
        wheel(pane(window, PRIOR, name), 2)
        assert position(window, PRIOR) == position(window, CURRENT)
    click(pane(window, PRIOR, "axial"), QPoint(80, 90))
    assert position(window, PRIOR) == position(window, CURRENT)
    wheel(pane(window, CURRENT, "axial"), 3, modifiers=CTRL)
    views = window.desk.state.views
    assert views[PRIOR].framings == views[CURRENT].framings
    press(window, "4")
    first_lines = [drawn_texts(pane(window, view, "axial"))[0] for view in (PRIOR, CURRENT)]
    assert first_lines == ["SUVbw · 0–10", "SUVbw · 0–10"]


def test_a_click_in_the_mip_of_the_prior_finds_its_hottest_place(window: ReadingWindow) -> None:
    window.desk.workflow.place_crosshair(0, (0.0, 0.0, 120.0))
    mip = pane(window, PRIOR, "mip")
    window.desk.workflow.place_crosshair(0, LESION_MM)
    frame = mip.frame_now()
    column, row = mip._crosshair_pixel(frame)
    window.desk.workflow.place_crosshair(0, (0.0, 0.0, 120.0))
    click(mip, QPoint(round(column), round(row)))
    shown = window.desk.state.shown(Slot.OTHER)
    assert shown is not None
    assert shown.volume.value_at(position(window, CURRENT)) == pytest.approx(BEFORE_SUV, abs=0.01)


def test_the_values_under_the_pointer_are_said_of_each_date(window: ReadingWindow) -> None:
    from station.ui.status import values_html

    words = values_html(window.desk.state, LESION_MM)
    assert f"{BEFORE_SUV:.2f}" in words
    assert f"{NOW_SUV:.2f}" in words
    assert "prior Conv." in words
    assert "Δ" not in words, "two dates are not subtracted in passing"


def test_a_date_that_is_not_seen_has_no_value_under_the_pointer(window: ReadingWindow) -> None:
    from station.ui.status import values_html

    press(window, Qt.Key.Key_1, CTRL)
    words = values_html(window.desk.state, LESION_MM)
    assert f"{NOW_SUV:.2f}" in words
    assert f"{BEFORE_SUV:.2f}" not in words
    press(window, Qt.Key.Key_7, CTRL)
    assert f"{BEFORE_SUV:.2f}" in values_html(window.desk.state, LESION_MM)


def test_half_of_a_full_hd_screen_is_wide_enough_and_both_columns_say_their_date(
    window: ReadingWindow,
) -> None:
    window.resize(960, 1000)
    QApplication.processEvents()
    window.resize(960, 1000)  # what the first made shorter lets the second in
    QApplication.processEvents()
    assert window.width() == 960
    assert not window.browser.isVisible()
    said = [column.header.foreign.text() for column in window.panes._columns[:2]]
    assert said == ["prior 2024-03-01 (92 d)", "current · 2024-06-01"]
    status = window.findChildren(StatusBar)[0]
    words = " ".join(label.text() for label in status.findChildren(QLabel))
    assert "prior Conv." in words
    assert "current Conv." not in words


def test_a_key_image_says_which_date_is_which_and_how_they_were_laid(
    window: ReadingWindow,
) -> None:
    named = "\n".join(caption(window.desk.state, named=True))
    assert "prior · 2024-03-01 · 92 days before" in named
    assert "current · 2024-06-01" in named
    assert "One frame of reference." in named
    unnamed = "\n".join(caption(window.desk.state, named=False))
    assert "prior · 92 days before" in unnamed
    assert "2024" not in unnamed


def test_a_key_image_without_names_has_no_date_in_its_headers(window: ReadingWindow) -> None:
    column = window.panes._columns[0]
    column.header.show_date(dated=False)
    assert column.header.foreign.text() == "prior · 92 days before"
    window.panes.picture(named=False)
    assert column.header.foreign.text() == "prior · 2024-03-01 · 92 days before"


# --- From the list to any column -----------------------------------------------------------------


def test_a_series_of_another_date_is_dropped_onto_a_column(
    open_window: OpenWindow, dates: tuple[Path, Path]
) -> None:
    window = open_window(dates[1])
    window.desk.library.open_paths([dates[0]])
    other = window.desk.state.other_dates[0].series[0].key
    assert drop(pane(window, CURRENT, "axial"), series_mime(other))
    assert window.desk.state.slots[Slot.CONVENTIONAL] == other
    assert "prior · 2024-03-01 · 92 days before" in " ".join(texts_of(window.panes)) or (
        window.panes._columns[0].header.foreign.toolTip()
    )
    press(window, "z", CTRL)
    assert window.desk.state.slots[Slot.CONVENTIONAL] != other


def test_the_offer_next_to_the_notice_shows_the_prior(
    open_window: OpenWindow, dates: tuple[Path, Path]
) -> None:
    window = open_window(dates[1])
    window.desk.library.open_paths([dates[0]])
    QApplication.processEvents()
    assert notice(window) == "The list has an earlier date of this patient: 2024-03-01."
    press(window, Qt.Key.Key_7, CTRL)
    assert window.desk.state.layout is Layout.PRIOR
    assert window.desk.state.shown(Slot.OTHER) is not None


# --- Two patients --------------------------------------------------------------------------------


@pytest.fixture
def stranger(tmp_path: Path) -> Path:
    folder = tmp_path / "visitor"
    studies.write_pet(
        folder, "Visitor", 4.0, study="visitor", PatientName="Roe^Richard", PatientID="SYN2"
    )
    return folder


def test_another_patients_image_is_shown_when_it_is_confirmed_and_under_a_standing_warning(
    open_window: OpenWindow, dates: tuple[Path, Path], stranger: Path
) -> None:
    window = open_window(stranger)
    window.desk.library.open_paths([dates[0]])
    key = key_of(window, "Visitor")
    assert drop(pane(window, CURRENT, "axial"), series_mime(key))
    assert window.desk.state.slots[Slot.CONVENTIONAL] != key
    assert "Roe, Richard is not known to be the patient of the open study" in words_above(window)[0]
    click(window.dates.admit)
    assert window.desk.state.slots[Slot.CONVENTIONAL] == key
    above = " ".join(words_above(window))
    assert "TWO PATIENTS: Doe, Jane" in above
    assert "Roe, Richard" in above
    assert any("ANOTHER PATIENT: Roe, Richard" in text for text in texts_of(window.panes)) or (
        "ANOTHER PATIENT" in window.panes._columns[0].header.foreign.toolTip()
    )
    window.desk.workflow.dismiss_notice()
    assert "TWO PATIENTS" in " ".join(words_above(window)), "it cannot be closed"


def test_the_value_under_the_pointer_in_another_patients_image_names_the_patient(
    open_window: OpenWindow, dates: tuple[Path, Path], stranger: Path
) -> None:
    window = open_window(stranger)
    window.desk.library.open_paths([dates[0]])
    drop(pane(window, CURRENT, "axial"), series_mime(key_of(window, "Visitor")))
    click(window.dates.admit)
    assert "Roe, Richard Conv." in window.statusBar().findChildren(QLabel)[1].text()


def test_what_is_refused_is_not_shown(
    open_window: OpenWindow, dates: tuple[Path, Path], stranger: Path
) -> None:
    window = open_window(stranger)
    window.desk.library.open_paths([dates[0]])
    before = window.desk.state.slots
    drop(pane(window, CURRENT, "axial"), series_mime(key_of(window, "Visitor")))
    click(window.dates.refuse)
    assert window.desk.state.slots == before
    assert not window.dates.isVisible()


def test_a_second_window_warns_of_two_patients_too(
    open_window: OpenWindow, dates: tuple[Path, Path], stranger: Path
) -> None:
    window = open_window(stranger)
    window.desk.library.open_paths([dates[0]])
    window.desk.workflow.assign(Slot.OTHER, key_of(window, "Visitor"))
    window.desk.workflow.admit_stranger()
    press(window, Qt.Key.Key_F4)
    (second,) = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, SecondWindow) and one.isVisible()
    ]
    second._show(str(Layout.PRIOR))
    (bar,) = [one for one in second.findChildren(DatesBar) if one.isVisible()]
    assert "TWO PATIENTS" in " ".join(texts_of(bar))
    second.close()


# --- By hand -------------------------------------------------------------------------------------


def test_ctrl_and_a_drag_move_the_other_date_and_undo_puts_it_back(window: ReadingWindow) -> None:
    axial = pane(window, PRIOR, "axial")
    per_pixel = axial.frame_now().mm_per_pixel
    suv_window = window.desk.state.window
    drag(axial, LEFT, (30, -20), modifiers=CTRL)
    assert matrix_of(window)[:2, 3] == pytest.approx((-30 * per_pixel, 20 * per_pixel))
    assert window.desk.state.window == suv_window
    assert words_above(window)[0] == "Adjusted by hand"
    press(window, "z", CTRL)
    np.testing.assert_allclose(matrix_of(window), np.eye(4))


def test_what_a_hand_moved_is_there_again_when_the_study_is_opened_again(
    window: ReadingWindow, open_window: OpenWindow, dates: tuple[Path, Path]
) -> None:
    drag(pane(window, PRIOR, "axial"), LEFT, (30, -20), modifiers=CTRL)
    moved = matrix_of(window)
    window.close()
    again = open_window(*dates, size=(1900, 900))
    np.testing.assert_array_equal(matrix_of(again), moved)
    badge, *sentences = words_above(again)
    assert badge == "Adjusted by hand"
    assert "and kept since" in " ".join(sentences)
    click(again.dates.reset)
    np.testing.assert_allclose(matrix_of(again), np.eye(4))
    again.close()
    np.testing.assert_allclose(matrix_of(open_window(*dates, size=(1900, 900))), np.eye(4))


def test_a_drag_of_the_other_date_is_kept_once_when_the_hand_lets_go(
    window: ReadingWindow,
) -> None:
    with closing(open_index(window.desk.home)) as index:
        study = window.desk.state.study
        assert study is not None

        def rows() -> int:
            return len(index._note_rows(study.uid, "Dr A", NoteKind.ALIGNMENT))

        window.desk.session.set(reader="Dr A")
        drag(pane(window, PRIOR, "axial"), LEFT, (30, -20), steps=8, modifiers=CTRL)
        assert rows() == 1
        press(window, "z", CTRL)
        assert rows() == 2
        assert index.alignments(study.uid, "Dr A") == {}


def test_the_value_of_the_other_date_follows_when_it_is_moved(window: ReadingWindow) -> None:
    window.desk.workflow.place_crosshair(0, LESION_MM)
    window.desk.workflow.activate(CURRENT)
    window.desk.session.set(pointer=None)
    assert "9.00" in " ".join(texts_of(window.statusBar()))
    window.desk.workflow.dates.shift(Slot.OTHER, np.array((40.0, 0.0, 0.0)))
    assert "9.00" not in " ".join(texts_of(window.statusBar()))


def test_ctrl_and_a_right_drag_turn_it(window: ReadingWindow) -> None:
    drag(pane(window, PRIOR, "axial"), RIGHT, (0, 50), modifiers=CTRL)
    cosine = matrix_of(window)[0, 0]
    assert np.degrees(np.arccos(cosine)) == pytest.approx(5.0, abs=0.3)
    assert menus() == []
    click(window.dates.reset)
    np.testing.assert_allclose(matrix_of(window), np.eye(4))


def test_ctrl_and_a_drag_in_the_open_date_move_nothing(window: ReadingWindow) -> None:
    drag(pane(window, CURRENT, "axial"), LEFT, (30, -20), modifiers=CTRL)
    assert window.desk.state.by_hand == {}


def test_keys_move_and_turn_the_other_date(window: ReadingWindow) -> None:
    pane(window, PRIOR, "axial").enterEvent(None)  # type: ignore[arg-type]
    press(window, Qt.Key.Key_Right, CTRL)
    press(window, Qt.Key.Key_Down, CTRL)
    assert matrix_of(window)[:3, 3] == pytest.approx((-1.0, -1.0, 0.0))
    press(window, Qt.Key.Key_Right, CTRL | SHIFT)
    assert matrix_of(window)[0, 0] == pytest.approx(np.cos(np.radians(1)))
    press(window, Qt.Key.Key_Backspace, CTRL)
    np.testing.assert_allclose(matrix_of(window), np.eye(4))


def test_a_registration_that_failed_is_said_with_what_to_do(
    open_window: OpenWindow, tmp_path: Path, dates: tuple[Path, Path]
) -> None:
    elsewhere = write_date(tmp_path, "x", 9.0, "20240301", FrameOfReferenceUID=uid("elsewhere"))
    window = open_window()
    window.desk.library.open_paths([dates[0], elsewhere])
    QApplication.processEvents()
    state = window.desk.state
    (link,) = state.date_links.values()
    assert link.alignment.how is not How.SAME_FRAME
    if link.alignment.verdict is Verdict.FAILED:
        assert "by hand" in " ".join(words_above(window))
    else:
        assert words_above(window)[0].startswith("Registered")


# --- VOIs ----------------------------------------------------------------------------------------


def place_on(window: ReadingWindow, view: int) -> Pane:
    """A lesion by a click in the lesion of a column."""
    window.desk.workflow.place_crosshair(0, LESION_MM)
    window.desk.workflow.vois.arm(Placing(0.5, SiteKind.LESION))
    axial = pane(window, view, "axial")
    click(axial, pixel_of(axial, LESION_MM))
    return axial


def test_a_click_on_the_prior_measures_the_prior_alone(window: ReadingWindow) -> None:
    place_on(window, PRIOR)
    assert window.desk.state.vois == ()
    assert "Lesion 1 · SUVmax 9.00" in drawn_texts(pane(window, PRIOR, "axial"))
    there = drawn_texts(pane(window, CURRENT, "axial"))
    assert "Lesion 1, other date: not measured here" in there
    assert not any("SUVmax" in text for text in there)


def test_a_click_on_the_current_is_a_proposal_on_the_prior(window: ReadingWindow) -> None:
    place_on(window, CURRENT)
    assert "Lesion 1 · SUVmax 5.00" in drawn_texts(pane(window, CURRENT, "axial"))
    assert "Lesion 1, other date: not measured here" in drawn_texts(pane(window, PRIOR, "axial"))


def test_a_voi_of_the_prior_is_dragged_resized_and_deleted(window: ReadingWindow) -> None:
    axial = place_on(window, PRIOR)
    (before,) = window.desk.state.guest_vois[str(uid("before"))]
    drag(axial, LEFT, (12, 0), at=pixel_of(axial, LESION_MM))
    (after,) = window.desk.state.guest_vois[str(uid("before"))]
    moved = np.subtract(after.shape.centre_mm, before.shape.centre_mm)  # type: ignore[union-attr]
    assert moved == pytest.approx((12 * axial.frame_now().mm_per_pixel, 0.0, 0.0), abs=0.01)
    press(window, Qt.Key.Key_Delete)
    assert window.desk.state.guest_vois[str(uid("before"))] == ()


def test_the_right_button_on_a_proposal_measures_it_on_this_date(window: ReadingWindow) -> None:
    place_on(window, PRIOR)
    axial = pane(window, CURRENT, "axial")
    click(axial, pixel_of(axial, LESION_MM), RIGHT)
    (menu,) = menus()
    choose(menu, "Measure Lesion 1 on this date as well")
    assert "Lesion 1 · SUVmax 5.00" in drawn_texts(axial)
    (voi,) = window.desk.state.vois
    assert voi.name == "Lesion 1"


def test_the_brush_paints_a_lesion_of_the_other_date_where_its_image_is_shown(
    window: ReadingWindow,
) -> None:
    axial = pane(window, PRIOR, "axial")
    drag(axial, LEFT, (30, -20), modifiers=CTRL)
    drag(axial, RIGHT, (0, 50), modifiers=CTRL)
    window.desk.workflow.place_crosshair(0, LESION_MM)
    press(window, "p")
    at = pixel_of(axial, LESION_MM)
    drag(axial, LEFT, (6, 0), at=at)
    assert window.desk.state.vois == ()
    (voi,) = window.desk.state.guest_vois[str(uid("before"))]
    assert isinstance(voi.shape, Mask)
    places = voi.shape.geometry.to_patient(np.argwhere(voi.shape.inside))
    there = np.linalg.inv(matrix_of(window)) @ [*places.mean(axis=0), 1.0]
    aside = 3 * axial.frame_now().mm_per_pixel
    assert there[:3] == pytest.approx((LESION_MM[0] + aside, *LESION_MM[1:]), abs=4.0)
    assert voi.shape.geometry.shape == studies.SHAPE
    press(window, "e")
    before = int(voi.shape.inside.sum())
    drag(axial, LEFT, (2, 0), at=at - QPoint(8, 0))
    (after,) = window.desk.state.guest_vois[str(uid("before"))]
    assert isinstance(after.shape, Mask)
    assert 0 < after.shape.inside.sum() < before
    press(window, "z", CTRL)
    assert window.desk.state.guest_vois[str(uid("before"))] == (voi,)


def test_the_brush_on_this_date_leaves_the_lesion_of_the_other_date_alone(
    window: ReadingWindow,
) -> None:
    place_on(window, PRIOR)
    kept = window.desk.state.guest_vois
    press(window, "p")
    axial = pane(window, CURRENT, "axial")
    drag(axial, LEFT, (6, 0), at=pixel_of(axial, LESION_MM))
    assert window.desk.state.guest_vois == kept
    assert [voi.name for voi in window.desk.state.vois] == ["Lesion 1"]


def test_the_sites_are_placed_on_the_date_under_the_pointer(window: ReadingWindow) -> None:
    axial = pane(window, PRIOR, "axial")
    window.desk.workflow.place_crosshair(0, LESION_MM)
    enter(axial)
    press(window, "g")
    box = window.voi_panel.guide_box
    assert "1 of 8" in box.words.text()
    assert "Click in the image of the study of 2024-03-01" in box.words.text()
    click(axial, pixel_of(axial, LESION_MM))
    (voi,) = window.desk.state.guest_vois[str(uid("before"))]
    assert (voi.kind, voi.site) == (SiteKind.REFERENCE, "aortic_arch")
    assert "2 of 8" in box.words.text()
    other = pane(window, CURRENT, "axial")
    click(other, pixel_of(other, LESION_MM))
    assert window.desk.state.vois == ()
    assert "The sites are placed on the study of 2024-03-01" in notice(window)
    press(window, Qt.Key.Key_Escape)
    enter(other)
    press(window, "g")
    assert "1 of 8" in box.words.text(), "nothing is placed on the open study yet"
    assert "Click in an image" in box.words.text()


def test_of_three_dates_the_alignment_of_each_is_said(
    window: ReadingWindow, tmp_path: Path, dates: tuple[Path, Path]
) -> None:
    third = write_date(tmp_path, "third", 7.0, "20240101", FrameOfReferenceUID=uid("third"))
    window.desk.library.open_paths([third])
    window.desk.library.open_paths(list(dates))
    QApplication.processEvents()
    state = window.desk.state
    (old,) = (one for one in state.other_dates if str(one.study_date) == "2024-01-01")
    window.desk.workflow.assign(Slot.DENOISED, old.series[0].key)
    press(window, Qt.Key.Key_6, CTRL)
    QApplication.processEvents()
    assert window.desk.state.layout is Layout.RECONSTRUCTIONS
    above = "\n".join(words_above(window))
    assert "2024-03-01: Both images have one frame of reference" in above
    assert re.search(r"^2024-01-01: (Registered|Not registered)", above, re.MULTILINE)
    enter(pane(window, 1, "axial"))
    above = "\n".join(words_above(window))
    assert "2024-03-01: One frame of reference. Both images have one frame" in above


def test_a_distance_is_not_drawn_on_the_other_date(window: ReadingWindow) -> None:
    from station.app.state import Tool

    window.desk.workflow.vois.take(Tool.DISTANCE)
    drag(pane(window, PRIOR, "axial"), LEFT, (40, 0))
    assert window.desk.state.annotations == ()
    assert "Open the other date to draw on it." in notice(window)
