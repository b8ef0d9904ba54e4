"""The guided walk and the proposals, with real clicks and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from station.app.state import Placing, Proposal, current_proposal
from station.pet.sites import SiteKind
from station.pet.voi import Point, Sphere
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.gestures import LEFT, SHIFT, click, pane, press
from tests.ui.viewing.test_viewport import drawn_texts, pixel_of
from tests.ui.voi.test_voi import click_at, guide, vois

LESION_MM = studies.LESION_MM
OTHER_MM: Point = (LESION_MM[0] - 10.0, *LESION_MM[1:])


def doubt(window: ReadingWindow) -> str:
    label: QLabel = window.voi_panel.guide_box.doubt
    return label.text() if label.isVisible() else ""


def site(window: ReadingWindow) -> str | None:
    placing = window.desk.state.placing
    return None if placing is None else placing.site


@pytest.fixture
def proposed(window: ReadingWindow, monkeypatch: pytest.MonkeyPatch) -> ReadingWindow:
    """Proposals for two sites, of a finder that knows where they are."""
    places: dict[str, Point] = {"lung": OTHER_MM, "liver": LESION_MM}

    class Found:
        organs = None

    monkeypatch.setattr("station.quality.landmarks.find_landmarks", lambda *_: Found())
    monkeypatch.setattr(
        "station.app.voi.proposing.proposals_of",
        lambda sites, _: tuple(
            Proposal(one.id, places.get(one.id), "" if one.id in places else "It is not in view.")
            for one in sites
        ),
    )
    press(window, "g", SHIFT)
    QApplication.processEvents()
    return window


# --- The walk ------------------------------------------------------------------------------------


def test_the_walk_says_how_far_it_has_come_and_goes_back(window: ReadingWindow) -> None:
    press(window, "g")
    assert guide(window).startswith("1 of 8 · Click in an image: <b>Aortic arch</b>")
    press(window, "s")
    assert guide(window).startswith("2 of 8 ·")
    click(window.voi_panel.guide_box.back)
    assert guide(window).startswith("1 of 8 ·")
    assert window.focusWidget() is window.panes


def test_any_site_is_chosen_from_the_boxs_menu(window: ReadingWindow) -> None:
    menu = window.voi_panel.guide_box.sites.menu()
    menu.aboutToShow.emit()
    (liver,) = [action for action in menu.actions() if action.text() == "Liver"]
    liver.trigger()
    assert guide(window).startswith("8 of 8 · Click in an image: <b>Liver</b>, 3 mL")
    click_at(window, 0, "axial", LESION_MM)
    menu.aboutToShow.emit()
    assert "Liver (placed)" in [action.text() for action in menu.actions()]


def test_with_shift_a_click_looks_there_and_places_nothing(window: ReadingWindow) -> None:
    press(window, "g")
    shown = pane(window, 0, "axial")
    at = pixel_of(shown, LESION_MM)
    QTest.mouseClick(shown, LEFT, SHIFT, at)
    assert vois(window) == ()
    assert window.desk.state.views[0].position_mm[:2] == pytest.approx(LESION_MM[:2], abs=2)
    assert site(window) == "aortic_arch"
    QTest.mouseClick(shown, LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert [voi.name for voi in vois(window)] == ["Aortic arch"]


# --- Proposals -----------------------------------------------------------------------------------


def test_proposals_are_shown_one_by_one_and_are_no_vois(proposed: ReadingWindow) -> None:
    assert vois(proposed) == ()
    assert guide(proposed).startswith("3 of 8 · Proposed: <b>Lung</b>, 0.5 mL")
    assert "Lung?" in drawn_texts(pane(proposed, 0, "axial"))
    assert proposed.desk.state.views[0].position_mm == OTHER_MM


def test_enter_confirms_and_delete_drops(proposed: ReadingWindow) -> None:
    press(proposed, Qt.Key.Key_Delete)
    assert vois(proposed) == ()
    assert site(proposed) == "liver"
    press(proposed, Qt.Key.Key_Return)
    (voi,) = vois(proposed)
    assert (voi.name, voi.shape) == ("Liver", Sphere(LESION_MM, 3.0))
    assert proposed.desk.state.maximised is None, "Enter was the proposal's"
    assert guide(proposed).startswith("1 of 8 · Click in an image: <b>Aortic arch</b>")
    assert "It is not in view." in guide(proposed)


def test_arrows_move_the_proposal_along_the_pane_and_page_keys_across_it(
    proposed: ReadingWindow,
) -> None:
    shown = pane(proposed, 0, "axial")
    proposed.desk.session.set(active_column=0, active_pane=shown.name)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        press(proposed, key)
    x, y, z = OTHER_MM
    press(proposed, Qt.Key.Key_Return)
    (voi,) = vois(proposed)
    assert voi.shape == Sphere((x + 2, y + 1, z + 1), 0.5)


def test_the_keys_are_the_images_again_when_all_is_done(proposed: ReadingWindow) -> None:
    press(proposed, Qt.Key.Key_Escape)
    assert current_proposal(proposed.desk.state) is None
    assert proposed.desk.state.proposals == ()
    before = proposed.desk.state.views[0].position_mm
    press(proposed, Qt.Key.Key_Up)
    assert proposed.desk.state.views[0].position_mm != before


def test_another_study_takes_the_proposals_away(proposed: ReadingWindow, tmp_path: Path) -> None:
    proposed.desk.library.open_paths([studies.write_unfiltered(tmp_path / "raw")])
    QApplication.processEvents()
    assert proposed.desk.state.proposals == ()


# --- Doubts --------------------------------------------------------------------------------------


def test_a_lung_sphere_in_a_lesion_is_doubted_in_box_and_table(window: ReadingWindow) -> None:
    window.desk.workflow.vois.place(LESION_MM, Placing(0.5, SiteKind.REFERENCE, "Lung", "lung"))
    QApplication.processEvents()
    assert "is unusual for this site: 0.05 to 0.95 (J. Tsuchiya" in doubt(window)
    cell = window.voi_panel.table.model().index(0, 0)
    assert cell.data().endswith("!")
    assert "unusual" in cell.data(Qt.ItemDataRole.ToolTipRole)
    window.desk.workflow.vois.delete(vois(window)[0].id)
    QApplication.processEvents()
    assert doubt(window) == ""
