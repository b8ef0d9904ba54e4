"""The study list: search, opening, and what a right click offers."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from station.app.state import Slot
from station.ui.viewing.series_drop import series_key
from station.ui.viewing.study_browser import StudyBrowser
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import double_click, enter, menus, pane
from tests.ui.test_window import key_of

PATIENTS = {
    "Doe^Jane": ("SYN1", "20240301"),
    "Müller^Jörg": ("4711", "20230203"),
    "Roe^Richard": ("SYN2", "20230917"),
}


@pytest.fixture(scope="module")
def three_patients(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study of each. Read only."""
    folder = tmp_path_factory.mktemp("clinic")
    for name, (id_, day) in PATIENTS.items():
        studies.write_pet(
            folder / id_,
            "OSEM Gaussian",
            5.0,
            study=id_,
            PatientName=name,
            PatientID=id_,
            StudyDate=day,
        )
    return folder


@pytest.fixture
def clinic(open_window: OpenWindow, three_patients: Path) -> ReadingWindow:
    """A window in which three patients were opened; the newest study is shown."""
    return open_window(three_patients)


def below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    """The lines under a line of the list."""
    return [line for row in range(item.childCount()) if (line := item.child(row))]


def tops(browser: StudyBrowser) -> list[QTreeWidgetItem]:
    return below(browser.tree.invisibleRootItem())


def patients(browser: StudyBrowser) -> set[str]:
    return {item.text(0) for item in tops(browser)}


def study_of(browser: StudyBrowser, patient: str) -> QTreeWidgetItem:
    (study,) = below(next(item for item in tops(browser) if item.text(0) == patient))
    return study


def series_of(browser: StudyBrowser, mark: str) -> QTreeWidgetItem:
    """The series of the open pair that is marked "C", "DL" or "CT"."""
    lines = below(study_of(browser, studies.NAME))
    return next(line for line in lines if line.text(0).startswith(f"{mark} "))


def double_click_on(browser: StudyBrowser, item: QTreeWidgetItem) -> None:
    double_click(browser.tree.viewport(), browser.tree.visualItemRect(item).center())


def menu_of(browser: StudyBrowser, item: QTreeWidgetItem) -> QMenu:
    """Right click on a line of the list."""
    at = browser.tree.visualItemRect(item).center()
    browser.tree.customContextMenuRequested.emit(at)
    (menu,) = menus()
    return menu


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


# --- Listing and searching -----------------------------------------------------------------------


def test_patients_studies_and_series_are_listed(window: ReadingWindow) -> None:
    assert patients(window.browser) == {"Doe, Jane"}
    study = study_of(window.browser, "Doe, Jane")
    assert study.text(0) == "2024-03-01   Synthetic study"
    assert {line.text(0) for line in below(study)} == {
        "C   OSEM Gaussian · 24",
        "DL   OSEM DLR (RESEARCH) · 24",
        "CT   CT standard · 20",
    }


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("doe", {"Doe, Jane"}),
        ("muller", {"Müller, Jörg"}),
        ("MÜLLER jörg", {"Müller, Jörg"}),
        ("4711", {"Müller, Jörg"}),
        ("2023", {"Müller, Jörg", "Roe, Richard"}),
        ("2023-09-17", {"Roe, Richard"}),
        ("20240301", {"Doe, Jane"}),
        ("syn 2023", {"Roe, Richard"}),
        ("nobody", set()),
    ],
)
def test_search_finds_by_name_id_and_date(
    clinic: ReadingWindow, qtbot: QtBot, typed: str, found: set[str]
) -> None:
    clinic.browser.search.insert(typed)  # QTest has no key for ü
    qtbot.waitUntil(lambda: clinic.desk.state.search == typed)
    assert patients(clinic.browser) == found


def test_a_search_without_a_hit_says_so_and_clearing_it_lists_all(
    clinic: ReadingWindow, qtbot: QtBot
) -> None:
    search = clinic.browser.search
    QTest.keyClicks(search, "nobody")
    qtbot.waitUntil(lambda: clinic.desk.state.search == "nobody")
    assert clinic.browser._empty.isVisible()
    assert clinic.browser._empty.text() == 'No study matches "nobody".'
    search.clear()
    qtbot.waitUntil(lambda: clinic.desk.state.search == "")
    assert len(patients(clinic.browser)) == 3


# --- Opening -------------------------------------------------------------------------------------


def test_a_double_click_opens_a_study(clinic: ReadingWindow) -> None:
    assert clinic.windowTitle().startswith("Doe, Jane")
    double_click_on(clinic.browser, study_of(clinic.browser, "Roe, Richard"))
    assert clinic.windowTitle() == "Roe, Richard · 2023-09-17 · Station"
    assert clinic.desk.state.image(Slot.CONVENTIONAL) is not None
    QApplication.processEvents()
    assert study_of(clinic.browser, "Roe, Richard").isExpanded()


def test_a_study_whose_files_are_gone_is_refused_with_the_reason(
    open_window: OpenWindow, three_patients: Path, tmp_path: Path
) -> None:
    shutil.copytree(three_patients, tmp_path / "clinic")
    clinic = open_window(tmp_path / "clinic")
    for file in (tmp_path / "clinic" / "SYN2").rglob("*.dcm"):
        file.unlink()
    double_click_on(clinic.browser, study_of(clinic.browser, "Roe, Richard"))
    assert clinic.desk.state.images == {}
    assert clinic.desk.state.study is not None
    (series,) = clinic.desk.state.study.series
    assert series.problem is not None


def test_a_double_click_on_a_series_shows_it_where_the_pointer_was_last(
    window: ReadingWindow,
) -> None:
    enter(pane(window, 1, "axial"))
    double_click_on(window.browser, series_of(window.browser, "C"))
    assert window.desk.state.slots[Slot.DENOISED] == key_of(window, "OSEM Gaussian")


# --- Menu and drag -------------------------------------------------------------------------------


def test_the_menu_of_a_study_opens_it_or_takes_it_off_the_list(clinic: ReadingWindow) -> None:
    choose(menu_of(clinic.browser, study_of(clinic.browser, "Roe, Richard")), "Open")
    assert clinic.windowTitle().startswith("Roe, Richard")
    choose(menu_of(clinic.browser, study_of(clinic.browser, "Müller, Jörg")), "Take off the list")
    assert patients(clinic.browser) == {"Doe, Jane", "Roe, Richard"}


@pytest.mark.parametrize(
    ("words", "slot"),
    [
        ("Show as conventional", Slot.CONVENTIONAL),
        ("Show as DL", Slot.DENOISED),
        ("Show as CT", Slot.CT),
    ],
)
def test_the_menu_of_a_series_puts_it_in_any_place(
    window: ReadingWindow, words: str, slot: Slot
) -> None:
    ct = key_of(window, "CT standard")
    window.desk.workflow.assign(Slot.CT, key_of(window, "OSEM Gaussian"))
    choose(menu_of(window.browser, series_of(window.browser, "CT")), words)
    assert window.desk.state.slots[slot] == ct


def test_a_dragged_series_carries_its_key_and_a_study_nothing(window: ReadingWindow) -> None:
    series = series_of(window.browser, "DL")
    carried = window.browser.tree.mimeData([series])
    assert series_key(carried) == key_of(window, studies.DENOISED_MARK)
    assert series.flags() & Qt.ItemFlag.ItemIsDragEnabled
    study = study_of(window.browser, studies.NAME)
    assert series_key(window.browser.tree.mimeData([study])) is None
