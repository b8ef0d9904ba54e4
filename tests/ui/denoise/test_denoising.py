"""Denoising in the window: the offer, the image as it comes, the questions, the list of changes."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)

from station.app.state import UNFINISHED, Kind, Placing, Slot
from station.app.state import Column as PaneColumn
from station.app.viewing.render import NOT_COMPUTED, NOT_COMPUTED_LINE
from station.operations.denoiser import OnSlices
from station.pet.sites import SiteKind
from station.pet.study import Role
from station.pet.volume import Volume
from station.progress import Report
from station.ui.status import StatusBar
from station.ui.viewing.canvas import image_marks
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.made_up.networks import KEPT, TenthLess
from tests.made_up.studies import FINE_LESION_MM, LESION_SUV
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL, RIGHT, click, menus, pane, press, wheel

OpenRaw = Callable[..., ReadingWindow]
LESION = Placing(3.0, SiteKind.LESION, tissue="lung")


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One unfiltered PET of voxels that the network knows. Read only."""
    return studies.write_unfiltered(tmp_path_factory.mktemp("raw"))


@pytest.fixture
def open_raw(open_window: OpenWindow, raw: Path) -> OpenRaw:
    """Open it in a window that has a network."""

    def open_(network: TenthLess | None = None, **how: object) -> ReadingWindow:
        return open_window(raw, denoiser=network or TenthLess(), **how)

    return open_


def notice(window: ReadingWindow) -> str:
    return window.desk.state.notice


def texts_of(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(widget: QWidget, text: str) -> QPushButton:
    QApplication.processEvents()  # what was put into a layout is shown in the next turn
    return next(b for b in widget.findChildren(QPushButton) if b.isVisible() and b.text() == text)


def value(window: ReadingWindow, slot: Slot) -> float | None:
    image = window.desk.state.image(slot)
    return None if image is None else image.volume.value_at(FINE_LESION_MM)


def item_of(window: ReadingWindow, words: str) -> QTreeWidgetItem:
    """The line of the study list that holds these words."""
    found = window.browser.tree.findItems(
        words, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    )
    assert found, f"no line says {words}"
    return found[0]


def series_menu(window: ReadingWindow, words: str) -> QMenu:
    """The menu that a right click on a line of the study list opens."""
    window.browser.show()
    QApplication.processEvents()
    tree = window.browser.tree
    at = tree.visualItemRect(item_of(window, words)).center()
    tree.customContextMenuRequested.emit(at)
    (menu,) = menus()
    return menu


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def colours_of(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {
        image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)
    }


# --- The ways to it ------------------------------------------------------------------------------


def test_the_empty_dl_column_offers_to_denoise_and_does_it(open_raw: OpenRaw) -> None:
    window = open_raw()
    offered = button(window.panes, "Denoise")
    assert offered.isEnabled()
    click(offered)
    assert value(window, Slot.CONVENTIONAL) == pytest.approx(LESION_SUV, rel=1e-4)
    assert value(window, Slot.DENOISED) == pytest.approx(KEPT * LESION_SUV, rel=1e-4)
    texts = texts_of(window.panes)
    assert "DL-denoised" in texts
    assert "not saved · OSEM 4i10s unfiltered DLR (RESEARCH)" in texts


def test_ctrl_d_denoises_and_ctrl_z_takes_it_back(open_raw: OpenRaw) -> None:
    window = open_raw()
    press(window, "d", CTRL)
    assert value(window, Slot.DENOISED) is not None
    press(window, "z", CTRL)
    assert value(window, Slot.DENOISED) is None
    assert button(window.panes, "Denoise").isVisible()


def test_a_right_click_on_a_series_or_an_image_offers_it(open_raw: OpenRaw) -> None:
    window = open_raw()
    click(pane(window, 0, "axial"), button=RIGHT)
    (menu,) = menus()
    assert window.actions_["image.denoise"] in menu.actions()
    menu.close()
    menu = series_menu(window, studies.UNFILTERED_MARK)
    entry(menu, "Denoise").trigger()
    menu.close()
    assert value(window, Slot.DENOISED) is not None


def test_of_several_suitable_series_one_is_chosen(open_window: OpenWindow, tmp_path: Path) -> None:
    for number, name in enumerate(("first unfiltered", "second unfiltered"), 3):
        studies.write_pet(
            tmp_path,
            name,
            LESION_SUV,
            spacing_mm=(2.0, 2.0, 2.0),
            ConvolutionKernel="NONE",
            SeriesNumber=number,
        )
    window = open_window(tmp_path, denoiser=TenthLess())
    press(window, "d", CTRL)
    assert not window.desk.state.derived
    (menu,) = menus()
    assert [action.text() for action in menu.actions()] == [
        'Series 3 "first unfiltered"',
        'Series 4 "second unfiltered"',
    ]
    menu.actions()[1].trigger()
    menu.close()
    (derived,) = window.desk.state.derived.values()
    assert derived.series.description == "second unfiltered DLR (RESEARCH)"


# --- As it comes ---------------------------------------------------------------------------------


def test_an_unfinished_image_says_so_everywhere(open_raw: OpenRaw, tmp_path: Path) -> None:
    checked: list[int] = []

    def at_slice(number: int) -> None:
        if checked:
            return
        checked.append(number)
        axial = pane(window, 1, "axial")
        assert "% computed" in texts_of(window.panes)
        bar = window.statusBar()
        assert isinstance(bar, StatusBar)
        assert "being computed" in bar.findChildren(QLabel)[1].text()
        table = window.voi_panel.table.model()
        assert [table.index(0, column).data() for column in range(1, 5)] == [
            f"{LESION_SUV:.2f}",
            "—",
            "—",
            "—",
        ]
        hatching = {NOT_COMPUTED[0], NOT_COMPUTED_LINE[0]}
        assert not hatching & colours_of(axial), "the slice on the screen came first"
        assert hatching <= colours_of(pane(window, 1, "coronal"))
        window.desk.workflow.scroll(1, axial.plane, 5)
        assert hatching <= colours_of(axial), "this slice is not there yet"
        assert not hatching & colours_of(pane(window, 0, "axial"))
        for id_ in ("file.key_image", "file.key_image_anonymous", "voi.export.csv"):
            assert not window.actions_[id_].isEnabled(), id_
            assert window.actions_[id_].toolTip() == UNFINISHED
        window.save_key_image(tmp_path / "key.png")
        assert notice(window) == UNFINISHED
        assert not (tmp_path / "key.png").exists()

    window = open_raw(TenthLess(at_slice))
    window.desk.workflow.vois.place(FINE_LESION_MM, LESION)
    window.desk.workflow.place_crosshair(0, FINE_LESION_MM)
    click(button(window.panes, "Denoise"))
    assert checked
    assert window.voi_panel.table.model().index(0, 2).data() == f"{KEPT * LESION_SUV:.2f}"
    assert window.actions_["file.key_image"].isEnabled()
    window.save_key_image(tmp_path / "key.png")
    assert (tmp_path / "key.png").exists()


def test_one_can_scroll_and_window_in_an_unfinished_image(open_raw: OpenRaw) -> None:
    moved: list[tuple[float, float]] = []

    def at_slice(number: int) -> None:
        if not moved:
            before = window.desk.state.views[1].position_mm[2]
            wheel(pane(window, 1, "axial"), 1)
            moved.append((before, window.desk.state.views[1].position_mm[2]))

    window = open_raw(TenthLess(at_slice))
    press(window, "d", CTRL)
    ((before, after),) = moved
    assert 0 < after - before <= 1.5 * studies.FINE_MM


@pytest.mark.parametrize("how", ["escape", "button"])
def test_it_is_cancelled_by_escape_and_by_the_button(open_raw: OpenRaw, how: str) -> None:
    def at_slice(number: int) -> None:
        if how == "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        else:
            cancel = next(
                b for b in window.statusBar().findChildren(QPushButton) if b.text() == "Cancel"
            )
            cancel.click()

    window = open_raw(TenthLess(at_slice))
    press(window, "d", CTRL)
    state = window.desk.state
    assert state.unfinished is None
    assert not state.derived
    assert button(window.panes, "Denoise").isVisible()


# --- Questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize("yes", [True, False])
def test_other_voxels_are_resampled_only_when_the_reader_wants_it(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, yes: bool
) -> None:
    asked: list[str] = []

    def question(parent: QWidget, title: str, text: str) -> bool:
        asked.append(text)
        return yes

    monkeypatch.setattr("station.ui.denoise.questions.confirmed", question)
    studies.write_pet(tmp_path, "OSEM unfiltered", LESION_SUV, ConvolutionKernel="NONE")
    network = TenthLess()
    window = open_window(tmp_path, denoiser=network)
    press(window, "d", CTRL)
    (text,) = asked
    assert "4 × 4 × 4 mm" in text
    assert "2 mm" in text
    assert network.resampled is yes
    assert len(window.desk.state.derived) == int(yes)


def test_only_a_reader_can_say_that_a_silent_series_is_unfiltered(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr("station.ui.denoise.questions.confirmed", lambda *_: answers.pop(0))
    studies.write_pet(tmp_path, "WB AC", LESION_SUV, spacing_mm=(2.0, 2.0, 2.0))
    window = open_window(tmp_path, denoiser=TenthLess())
    press(window, "d", CTRL)
    assert not window.desk.state.derived
    press(window, "d", CTRL)
    assert len(window.desk.state.derived) == 1
    assert "treated as unfiltered" in notice(window)


def test_the_width_of_the_filter_is_typed_and_remembered(
    open_raw: OpenRaw, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[float, object, int]] = []

    def typed(
        parent: QWidget, title: str, label: str, value: float, limits: object, decimals: int
    ) -> float:
        offered.append((value, limits, decimals))
        return 4.5

    monkeypatch.setattr("station.ui.denoise.actions.ask_number", typed)
    window = open_raw()
    press(window, "g", CTRL)
    series = window.desk.state.series(Slot.CONVENTIONAL)
    assert series is not None
    assert series.description == f"{studies.UNFILTERED_MARK} + Gaussian 4.5 mm"
    press(window, "g", CTRL)
    assert offered == [(6.0, (1.0, 15.0), 1), (4.5, (1.0, 15.0), 1)]


def test_the_conventional_image_is_offered_beside_the_notice(
    open_raw: OpenRaw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.ui.denoise.actions.ask_number", lambda *_: 6.0)
    window = open_raw()
    press(window, "d", CTRL)
    bar = window.findChild(QWidget, "notice")
    assert bar is not None
    click(button(bar, "Conventional filter…"))
    series = window.desk.state.series(Slot.CONVENTIONAL)
    assert series is not None
    assert series.role is Role.CONVENTIONAL
    assert notice(window) == ""


def test_an_offer_does_not_stand_beside_another_notice(open_raw: OpenRaw) -> None:
    window = open_raw()
    press(window, "d", CTRL)
    window.desk.session.set(notice="Something else.")
    bar = window.findChild(QWidget, "notice")
    assert bar is not None
    assert [b.text() for b in bar.findChildren(QPushButton) if b.isVisible()] == ["Close"]


# --- Saved or not --------------------------------------------------------------------------------


def test_a_derived_series_is_listed_as_not_saved_until_ctrl_s(
    open_raw: OpenRaw, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window = open_raw()
    press(window, "d", CTRL)
    assert "not saved" in item_of(window, "DLR (RESEARCH)").text(0)
    press(window, "s", CTRL)
    assert list(tmp_path.rglob("*.dcm"))
    made = window.desk.state.made
    assert made is not None
    assert made.sentence.startswith("Saved")
    assert "not saved" not in item_of(window, "DLR (RESEARCH)").text(0)
    assert "not saved" not in texts_of(window.panes)
    assert not window.actions_["file.save_derived"].isEnabled()


def test_a_derived_series_is_discarded_from_its_menu(open_raw: OpenRaw) -> None:
    window = open_raw()
    press(window, "d", CTRL)
    menu = series_menu(window, "not saved")
    entry(menu, "Discard").trigger()
    menu.close()
    assert not window.desk.state.derived
    assert button(window.panes, "Denoise").isVisible()


def test_an_image_that_is_for_research_says_so(open_window: OpenWindow, tmp_path: Path) -> None:
    studies.write_pet(tmp_path, "Something (RESEARCH)", LESION_SUV)
    window = open_window(tmp_path)
    state = window.desk.state
    image = state.image(Slot.CONVENTIONAL)
    assert image is not None
    assert image.series.role is Role.CONVENTIONAL
    column = PaneColumn(Kind.IMAGE, Slot.CONVENTIONAL, 0)
    assert "RESEARCH · not for diagnosis" in image_marks(column, image, state)


# --- Changes -------------------------------------------------------------------------------------


class _Inventor(TenthLess):
    """Also puts a focus where there is none, and takes the lesion away."""

    INVENTED = (6, 24, 20)

    def __call__(self, volume, report, **how):
        from scipy import ndimage

        from station.pet.volume import Volume

        s, r, c = studies.LESION
        voxels = volume.voxels.astype(np.float32)
        voxels[s - 1 : s + 2, r - 1 : r + 2, c - 1 : c + 2] = studies.BODY_SUV
        a, b, d = self.INVENTED
        voxels[a - 2 : a + 3, b - 2 : b + 3, d - 2 : d + 3] += 6.0
        smooth: Any = ndimage.gaussian_filter(voxels, 1.0)
        return Volume(smooth, volume.geometry, volume.unit, volume.provenance)


@pytest.fixture
def invented(open_raw: OpenRaw) -> ReadingWindow:
    window = open_raw(_Inventor())
    press(window, "d", CTRL)
    window.desk.workflow.dismiss_notice()
    return window


def test_c_lists_what_dl_added_and_removed_and_a_click_goes_there(
    invented: ReadingWindow,
) -> None:
    window = invented
    press(window, "c")
    panel = window.changes_panel
    assert panel.isVisible()
    assert window.actions_["image.changes"].isChecked()
    table = panel.table
    model = table.model()
    rows = [[model.index(row, c).data() for c in range(5)] for row in range(table.rowCount())]
    added = next(row for row, cells in enumerate(rows) if cells[0].startswith("+"))
    removed = next(row for row, cells in enumerate(rows) if cells[0].startswith("−"))
    image = window.desk.state.image(Slot.DENOISED)
    assert image is not None
    geometry = image.volume.geometry
    for row, index in ((added, _Inventor.INVENTED), (removed, studies.LESION)):
        box = table.visualRect(model.index(row, 0))
        click(table.viewport(), box.center())
        wanted = geometry.to_patient(index)
        here = window.desk.state.views[1].position_mm
        assert max(abs(a - b) for a, b in zip(here, wanted, strict=True)) < 8.0
        conventional, denoised = (float(cell) for cell in rows[row][2:4])
        assert (denoised > conventional) is (row == added)
    press(window, "c")
    assert not window.actions_["image.changes"].isChecked()
    assert table.rowCount() == 0


def test_the_change_map_colours_the_dl_image_only(invented: ReadingWindow) -> None:
    window = invented
    image = window.desk.state.image(Slot.DENOISED)
    assert image is not None
    window.desk.workflow.place_crosshair(1, image.volume.geometry.to_patient(_Inventor.INVENTED))
    press(window, "x")  # no crosshair over the focus
    press(window, "t")

    def redness(column: int) -> int:
        widget = pane(window, column, "axial")
        frame = widget.frame_now()
        x, y = frame.to_pixel(window.desk.state.views[column].position_mm)
        colour = widget.grab().toImage().pixelColor(QPoint(round(x), round(y)))
        return colour.red() - colour.blue()

    assert redness(1) == 0
    press(window, "c")
    assert redness(1) > 60
    assert redness(0) == 0
    window.desk.session.set(blinded=True)
    assert redness(1) == 0


def test_the_panel_says_what_is_missing_and_what_to_do(open_raw: OpenRaw) -> None:
    window = open_raw()
    window.show_changes()
    assert "needs a conventional and a DL image" in texts_of(window.changes_panel)
    click(button(window.changes_panel, "Denoise →"))
    assert value(window, Slot.DENOISED) is not None
    click(button(window.changes_panel, "Show the change map (C) →"))
    assert window.desk.state.changes is not None


class _Unsure(TenthLess):
    """Its answer is another one in a mirror."""

    def __call__(
        self,
        volume: Volume,
        report: Report,
        *,
        first_slice: int,
        on_slices: OnSlices,
        resample: bool = False,
    ) -> Volume:
        made = super().__call__(
            volume, report, first_slice=first_slice, on_slices=on_slices, resample=resample
        )
        voxels = made.voxels.copy()
        voxels[:, :, : voxels.shape[2] // 2] *= np.float32(0.5)
        return replace(made, voxels=voxels)


def test_the_panel_offers_where_the_network_is_unsure_and_says_what_it_means(
    open_raw: OpenRaw,
) -> None:
    window = open_raw(_Unsure())
    window.show_changes()
    panel = window.changes_panel
    assert not panel.doubt_button.isVisible(), "there is no DL image"
    press(window, "d", CTRL)
    click(button(panel, "Show where the network is unsure (Shift+C) →"))
    assert window.actions_["image.doubts"].isChecked()
    assert "% of the body. The error is larger than the spread" in texts_of(panel)
    press(window, "c")
    assert not window.actions_["image.doubts"].isChecked(), "one map at a time"
    window.desk.session.set(blinded=True)
    assert not window.actions_["image.doubts"].isEnabled()
    assert not panel.doubt_button.isVisible()


def test_the_list_of_changes_fits_a_small_screen(open_raw: OpenRaw) -> None:
    window = open_raw(_Inventor(), size=(1280, 720))
    press(window, "d", CTRL)
    press(window, "c")
    assert (window.width(), window.height()) == (1280, 720)
    table = window.changes_panel.table
    QApplication.processEvents()
    assert not table.horizontalScrollBar().isVisible()
    assert sum(table.columnWidth(c) for c in range(5)) <= table.viewport().width()
    metrics = table.fontMetrics()
    for row in range(table.rowCount()):
        place = table.model().index(row, 0).data()
        assert metrics.horizontalAdvance(place) <= table.columnWidth(0)


# --- Start ---------------------------------------------------------------------------------------


@pytest.mark.simulated
def test_the_window_starts_without_what_only_later_work_needs() -> None:
    code = (
        "import sys, station.ui.main; "
        "heavy = {'torch', 'scipy', 'numba', 'pydicom', 'pyqtgraph', 'sqlalchemy', 'SimpleITK', "
        "'dask', 'PIL', 'cryptography', 'typer'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
