"""View › Compare with a prior: the page, used as a person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from station.app.compare.state import LesionsFrom
from station.app.compare.workflow import BLINDED
from station.app.state import Placing
from station.pet.sites import SiteKind
from station.ui.compare.page import ComparisonPage
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.made_up.dates import without_organs, write_date, write_two_dates
from tests.ui.blinded import texts
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL, click, press
from tests.ui.keyboard import nameless, unreached

LIVER_MM = (0.0, 20.0, 146.0)
"""Anywhere in the made-up body, which is uniform"""


@pytest.fixture(autouse=True)
def _no_organs(monkeypatch: pytest.MonkeyPatch) -> None:
    without_organs(monkeypatch)


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The current study, whose lesion has SUV 5, and the prior one with SUV 9. Read only."""
    return write_two_dates(tmp_path_factory.mktemp("dates"))


@pytest.fixture
def window(open_window: OpenWindow, dates: tuple[Path, Path]) -> ReadingWindow:
    """The current study is open, and the prior one in the list."""
    window = open_window(dates[1])
    window.desk.session.set(reader="Dr A")
    window.desk.library.open_paths([dates[0]])
    QApplication.processEvents()
    return window


@pytest.fixture
def page(window: ReadingWindow) -> ComparisonPage:
    return show(window)


def show(window: ReadingWindow) -> ComparisonPage:
    window.actions_["view.compare_prior"].trigger()
    QApplication.processEvents()
    (page,) = [page for page in window.findChildren(ComparisonPage) if page.isVisible()]
    return page


def compare(page: ComparisonPage) -> None:
    """With the liver put by hand."""
    desk = page._screen.desk
    desk.workflow.place_crosshair(0, LIVER_MM)
    click(page.compare)
    click(page.liver)
    QApplication.processEvents()


def cells(page: ComparisonPage) -> list[list[str]]:
    table = page.table
    return [
        [item.text() for column in range(table.columnCount()) if (item := table.item(row, column))]
        for row in range(table.rowCount())
    ]


def click_row(page: ComparisonPage, row: int) -> None:
    item = page.table.item(row, 3)
    assert item is not None
    click(page.table.viewport(), page.table.visualItemRect(item).center())
    QApplication.processEvents()


def words_on(page: ComparisonPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_key_opens_the_page_once(window: ReadingWindow) -> None:
    press(window, Qt.Key.Key_T, CTRL)
    press(window, Qt.Key.Key_T, CTRL)
    QApplication.processEvents()
    (page,) = window.findChildren(ComparisonPage)
    assert page.prior.currentText() == "2024-03-01 · OSEM Gaussian"
    assert "the bodies are registered" in words_on(page)


def test_the_table_shows_both_dates_and_their_change(page: ComparisonPage) -> None:
    compare(page)
    assert cells(page) == [
        [
            "Lesion 1",
            "",
            "followed",
            "9.00 → 5.00 (−44 %)",
            "6.87 → 3.82 (−44 %)",
            "4.89 → 2.72 (−44 %)",
            "1.7 → 1.7 (0 %)",
            "11.8 → 6.6 (−44 %)",
        ]
    ]
    assert page.tabs.tabText(0) == "Lesions, 2024-03-01 → 2024-06-01"
    words = words_on(page)
    assert "Alignment good" in words
    assert "Both images have one frame of reference" in words
    assert "PERCIST 1.0, proposed: partial metabolic response (PMR)" in words
    assert "The liver of the open study was put by hand" in words


def test_the_rules_are_printed_with_their_conditions_as_proposals(page: ComparisonPage) -> None:
    compare(page)
    page.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    words = words_on(page)
    assert "1.5 × liver SUL" in words
    assert "Treatment: not known." in words
    assert "not a verdict" in words


def test_liver_and_burden_of_both_dates_are_shown(page: ComparisonPage) -> None:
    compare(page)
    page.tabs.setCurrentIndex(2)
    QApplication.processEvents()
    words = words_on(page)
    assert words.count("Liver: mean 1.50") == 2
    assert "MTV 1.7 mL, TLG 11.8, 1 part" in words
    click(page.found)
    assert "The liver was not looked for" in page.problem.text()


def test_a_missing_liver_is_said_with_a_way_out(page: ComparisonPage) -> None:
    click(page.compare)
    assert "The liver was not looked for" in page.problem.text()
    assert page.liver.isVisible()
    assert page.table.rowCount() == 0


def test_a_click_on_a_row_puts_the_crosshair_there(page: ComparisonPage) -> None:
    compare(page)
    click_row(page, 0)
    place = page._screen.desk.state.views[0].position_mm
    assert place == pytest.approx(studies.LESION_MM, abs=4.0)


def test_enter_on_a_row_puts_the_crosshair_there(page: ComparisonPage) -> None:
    compare(page)
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    place = page._screen.desk.state.views[0].position_mm
    assert place == pytest.approx(studies.LESION_MM, abs=4.0)


def test_a_lesion_of_the_prior_is_kept_as_a_voi_by_a_button(
    open_window: OpenWindow, dates: tuple[Path, Path]
) -> None:
    window = open_window(dates[1])
    desk = window.desk
    desk.session.set(reader="Dr A")
    placing = Placing(0.5, SiteKind.LESION, "Target", tissue="lung")
    desk.workflow.vois.place(studies.LESION_MM, placing)
    desk.library.open_paths([dates[0]])
    page = show(window)
    page.lesions.setFocus()
    QTest.keyClick(page.lesions, Qt.Key.Key_Down)
    assert desk.state.comparing.lesions_from is LesionsFrom.SAVED
    click(page.compare)
    assert not page.accept_.isEnabled()
    click_row(page, 0)
    assert page.detail.text().startswith("Target, carried over. Carried over to the open study")
    click(page.accept_)
    assert [voi.name for voi in desk.state.vois] == ["Target"]
    assert not page.accept_.isEnabled()
    window.actions_.undo.trigger()
    assert desk.state.vois == ()
    assert page.accept_.isEnabled()


def test_the_alignment_is_shifted_by_hand_and_put_back(page: ComparisonPage) -> None:
    compare(page)
    assert not page.registered.isEnabled()
    page.shifts[2].setValue(8)
    click(page.apply)
    assert page.alignment.text().startswith("Adjusted by hand; before that: Both images")
    click(page.registered)
    assert page.alignment.text().startswith("Both images have one frame")
    assert page.shifts[2].value() == 0


def test_the_table_is_copied_as_text_without_a_name(page: ComparisonPage) -> None:
    compare(page)
    click(page.copy)
    text = QGuiApplication.clipboard().text()
    assert "Lesion 1\t\tfollowed\t9.00\t5.00\t−44 %\t" in text
    assert "Caution: The liver of the open study was put by hand." in text
    assert "PERCIST 1.0, proposed" in text
    assert "Doe" not in text


def test_it_is_exported_as_json_and_csv(
    page: ComparisonPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(page.export)
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["comparison.json", "lesions.csv"]


def test_nothing_is_exported_among_the_images(
    page: ComparisonPage, dates: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    compare(page)
    folder = next(dates[0].iterdir())
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    click(page.export)
    assert "nothing is written among them" in page._screen.desk.state.notice
    assert not (folder / "lesions.csv").exists()


def test_without_another_date_the_page_says_where_it_may_be(
    open_window: OpenWindow, dates: tuple[Path, Path]
) -> None:
    page = show(open_window(dates[0]))
    assert "fetch it from a PACS" in page.nothing.text()
    assert not page.compare.isEnabled()
    assert not page.search.isVisible(), "no PACS is known"


def test_another_name_under_the_same_id_stands_above_the_page(
    window: ReadingWindow, tmp_path: Path, dates: tuple[Path, Path]
) -> None:
    stranger = write_date(tmp_path, "stranger", 4.0, "20240201", PatientName="Roe^Richard")
    window.desk.library.open_paths([stranger])
    window.desk.library.open_paths([dates[0]])
    page = show(window)
    assert page.prior.count() == 1
    assert page.namesakes.isVisible()
    assert "under another name" in page.namesakes.text()


def test_another_patient_takes_the_page_with_them(
    page: ComparisonPage, other_patient: Path
) -> None:
    compare(page)
    page._screen.desk.library.open_paths([other_patient])
    QApplication.processEvents()
    assert page.table.rowCount() == 0
    assert page.prior.count() == 0
    assert "no PET of another date" in page.nothing.text()


def test_nothing_of_it_is_shown_in_a_blinded_reading(
    window: ReadingWindow, page: ComparisonPage
) -> None:
    compare(page)
    window.desk.session.set(blinded=True)
    QApplication.processEvents()
    assert not [page for page in window.findChildren(ComparisonPage) if page.isVisible()]
    action = window.actions_["view.compare_prior"]
    assert not action.isEnabled()
    assert action.toolTip() == BLINDED
    assert not [text for text in texts(window) if "2024-03-01" in text and "·" in text]


def test_all_controls_have_names_and_nothing_is_cut_at_960(page: ComparisonPage) -> None:
    compare(page)
    assert page.minimumSizeHint().width() <= 920
    page.resize(920, 660)
    QApplication.processEvents()
    for widget in (page.prior, page.lesions, *page.shifts, page.table):
        assert widget.accessibleName()
    header = page.table.horizontalHeader()
    assert header.length() <= page.table.viewport().width()


def test_every_control_is_reached_by_keyboard_and_has_a_name(page: ComparisonPage) -> None:
    compare(page)
    page.activateWindow()
    assert unreached(page) == []
    assert nameless(page) == []
