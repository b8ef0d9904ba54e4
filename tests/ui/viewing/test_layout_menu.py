"""Layouts from the menu: saved, listed, renamed, deleted; CT windows and start windows on keys."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QToolButton

from station.app.state import CT_SOFT_TISSUE, DisplayRange, Kind, Layout, Slot, columns
from station.app.viewing.display import CT_PRESETS
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.made_up.networks import TenthLess
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL, SHIFT, pane, press


def layout_menus(window: ReadingWindow) -> list[QMenu]:
    """That of the menu bar, and that of the tool bar."""
    (of_bar,) = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "Layout"]
    buttons = [one for one in window.tools.findChildren(QToolButton) if one.text() == "Layout"]
    return [of_bar, *(menu for one in buttons if (menu := one.menu()))]


def own_in(menu: QMenu) -> list[tuple[str, bool]]:
    """(name, whether it is shown) of the own layouts that a menu lists."""
    (own,) = [one for one in menu.findChildren(QMenu) if one.title() == "My layouts"]
    own.aboutToShow.emit()
    return [(action.text(), action.isChecked()) for action in own.actions() if action.isEnabled()]


def answer(
    monkeypatch: pytest.MonkeyPatch, text: str, accepted: bool = True, item: str = ""
) -> list[str]:
    """Answer what is asked for; what was asked."""
    asked: list[str] = []

    def get_text(_parent: object, _title: str, words: str, **_: object) -> tuple[str, bool]:
        asked.append(words)
        return text, accepted

    monkeypatch.setattr(QInputDialog, "getText", get_text)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: (item, accepted))
    return asked


@pytest.fixture
def pet_ct(tmp_path: Path) -> Path:
    studies.write_conventional(tmp_path / "pet-ct")
    studies.write_ct(tmp_path / "pet-ct")
    return tmp_path / "pet-ct"


def test_a_layout_is_saved_listed_chosen_again_renamed_and_deleted(
    open_window: OpenWindow, pet_ct: Path, monkeypatch: pytest.MonkeyPatch, station_home: Path
) -> None:
    window = open_window(pet_ct)
    assert window.desk.state.layout is Layout.PET_CT
    press(window, "2", CTRL)
    press(window, "f")
    asked = answer(monkeypatch, "Morning & noon")
    window.actions_["layout.save"].trigger()
    assert asked == ["Name of the layout. Studies with a PET with its CT open in it from now on:"]
    for menu in layout_menus(window):
        assert own_in(menu) == [("Morning && noon", True)]
    kept = json.loads((station_home / "settings.json").read_text())["state"]
    assert [one["name"] for one in kept["own_layouts"]] == ["Morning & noon"]
    window.close()

    window = open_window(pet_ct)
    assert (window.desk.state.layout, window.desk.state.fusion) == (Layout.GRID, True)
    answer(monkeypatch, "Noon", item="Morning & noon")
    window.actions_["layout.rename"].trigger()
    assert own_in(layout_menus(window)[0]) == [("Noon", True)]
    press(window, "3", CTRL)
    (own,) = [m for m in layout_menus(window)[0].findChildren(QMenu) if m.title() == "My layouts"]
    own.aboutToShow.emit()
    own.actions()[0].trigger()
    assert window.desk.state.layout is Layout.GRID
    answer(monkeypatch, "", item="Noon")
    window.actions_["layout.delete"].trigger()
    assert own_in(layout_menus(window)[0]) == []
    assert not window.actions_["layout.delete"].isEnabled()
    press(window, "z", CTRL)
    assert own_in(layout_menus(window)[0]) == [("Noon", True)]


def test_a_name_that_is_not_given_saves_nothing(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "Mine", accepted=False)
    window.actions_["layout.save"].trigger()
    assert window.desk.state.own_layouts == ()


def test_layouts_that_would_be_empty_say_why(window: ReadingWindow) -> None:
    prior, three = (window.actions_[f"layout.{name}"] for name in ("prior", "reconstructions"))
    assert not prior.isEnabled()
    assert "no PET of another date of this patient" in prior.toolTip()
    assert not three.isEnabled()
    assert three.toolTip() == "This study does not hold three reconstructions."


@pytest.mark.parametrize(
    ("key", "name"), [("7", "Soft tissue"), ("8", "Lung"), ("9", "Bone"), ("0", "Brain")]
)
def test_ct_windows_are_on_the_keys_after_the_suv_windows(
    window: ReadingWindow, key: str, name: str
) -> None:
    window.desk.session.set(ct_window=DisplayRange(-10.0, 10.0))
    press(window, key)
    assert window.desk.state.ct_window == CT_PRESETS[name]
    assert window.actions_[f"ct.{name.lower().replace(' ', '-')}"].isChecked()


def test_each_patient_begins_in_the_start_window_and_a_study_is_found_as_it_was_left(
    open_window: OpenWindow, pair_folder: Path, other_patient: Path
) -> None:
    window = open_window(pair_folder)
    press(window, "4")
    press(window, "8")
    window.actions_["image.start_window"].trigger()
    assert window.actions_["image.start_window"].isChecked()
    press(window, "6")
    window.desk.library.open_paths([other_patient])
    state = window.desk.state
    assert (state.window.high, state.ct_window) == (10.0, CT_SOFT_TISSUE)
    window.desk.library.open_paths([pair_folder])
    assert window.desk.state.window.high == 20.0
    assert window.desk.state.ct_window == CT_PRESETS["Lung"]
    window.close()
    again = open_window(pair_folder)
    assert again.desk.state.window.high == 20.0
    press(again, "4")
    assert again.desk.state.window.high == 10.0


def test_a_study_without_a_dl_image_has_no_empty_half_and_a_small_offer(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(studies.write_unfiltered(tmp_path / "raw"), denoiser=TenthLess())
    assert [column.slot for column in columns(window.desk.state)] == [Slot.CONVENTIONAL]
    (column,) = window.panes._columns
    assert column.header.denoise.isVisible()
    assert column.header.denoise.isEnabled()
    column.header.denoise.click()
    QApplication.processEvents()
    assert window.desk.state.layout is Layout.COMPARE
    assert [one.slot for one in columns(window.desk.state)] == [Slot.CONVENTIONAL, Slot.DENOISED]
    assert not window.panes._columns[0].header.denoise.isVisible()


def test_a_ct_alone_fills_the_window_and_has_no_dead_cell(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    studies.write_ct(tmp_path / "ct")
    window = open_window(tmp_path / "ct")
    names = [one.name for one in window.panes.panes()]
    assert names == ["axial", "coronal", "sagittal"]
    QApplication.processEvents()
    assert pane(window, 2, "axial").width() > window.panes.width() / 2
    press(window, "1", CTRL)
    QApplication.processEvents()
    widths = [pane(window, 2, name).width() for name in ("coronal", "sagittal")]
    assert sum(widths) >= window.panes.width() - 2


def test_a_pet_with_its_ct_has_pet_ct_fusion_and_mip(open_window: OpenWindow, pet_ct: Path) -> None:
    window = open_window(pet_ct)
    kinds = [column.kind for column in columns(window.desk.state)]
    assert kinds == [Kind.IMAGE, Kind.IMAGE, Kind.FUSED, Kind.MIP]
    assert [one.name for one in window.panes.panes()] == ["axial", "coronal"] * 3 + ["mip"]
    assert window.tools.blend.isEnabled()


def test_four_columns_are_put_into_two_rows_where_the_window_is_narrow(
    open_window: OpenWindow, pet_ct: Path
) -> None:
    window = open_window(pet_ct, size=(960, 1000))
    tops = [
        window.panes.mapFromGlobal(c.mapToGlobal(c.rect().topLeft())).y()
        for c in window.panes._columns
    ]
    assert tops[0] == tops[1] < tops[2] == tops[3]
    window.resize(1600, 1000)
    QApplication.processEvents()
    assert len({column.y() for column in window.panes._columns}) == 1


def test_swapping_and_undo_keep_working_in_every_layout(window: ReadingWindow) -> None:
    for number in "1234":
        press(window, number, CTRL)
    for _ in range(4):
        press(window, "z", CTRL)
    assert window.desk.state.layout is Layout.COMPARE
    press(window, "z", CTRL | SHIFT)
