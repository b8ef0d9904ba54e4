"""The panel "SUV inputs": every number behind an SUV, and typing another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from station.app.state import PET_SLOTS, Slot
from station.pet.suv import InputName
from station.ui.status import StatusBar
from station.ui.viewing.suv_panel import SuvPanel
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import CTRL, SHIFT, click, double_click, pane, press
from tests.ui.test_window import key_of, notice
from tests.ui.viewing.test_viewport import drawn_texts


@pytest.fixture
def open_window(open_window: OpenWindow) -> OpenWindow:
    """As elsewhere, with the panel in front."""

    def open_(*paths: Path) -> ReadingWindow:
        window = open_window(*paths)
        window.show_suv_inputs()
        return window

    return open_


@pytest.fixture
def unweighed(open_window: OpenWindow, without_weight: Path) -> ReadingWindow:
    """A window on a pair whose headers lack the weight."""
    return open_window(without_weight)


def row_of(panel: SuvPanel, name: str) -> int:
    model = panel.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())].index(name)


def line(panel: SuvPanel, name: str) -> list[str]:
    """Value, tag and source of an input as the panel shows them."""
    row = row_of(panel, name)
    return [panel.table.model().index(row, column).data() for column in (1, 2, 3)]


def double_click_value(window: ReadingWindow, name: str) -> QWidget:
    """Double click the value of an input; returns what then has the keyboard."""
    table = window.suv_panel.table
    index = table.model().index(row_of(window.suv_panel, name), 1)
    double_click(table.viewport(), table.visualRect(index).center())
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def type_value(window: ReadingWindow, name: str, text: str) -> None:
    """Double click the value, type another, press Return."""
    editor = double_click_value(window, name)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt commits an edited cell in the next turn


def labels(panel: SuvPanel, kind: str) -> str:
    """The text of one of the panel's lines; empty while it is hidden."""
    label = panel.findChild(QLabel, kind)
    assert label is not None
    return label.text() if label.isVisible() else ""


def withdraw_button(panel: SuvPanel) -> QPushButton:
    (button,) = panel.findChildren(QPushButton)
    return button


def lesion_suv(window: ReadingWindow) -> float | None:
    image = window.desk.state.image(Slot.CONVENTIONAL)
    assert image is not None
    assert image.has_suv
    return image.volume.value_at(studies.LESION_MM)


def read_out(window: ReadingWindow) -> str:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    return " ".join(label.text() for label in bar.findChildren(QLabel))


# --- What is shown -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Units", ["BQML", "(0054,1001)", "header"]),
        ("Weight", ["70 kg", "(0010,1030)", "header"]),
        ("Height", ["1.7 m", "(0010,1020)", "header"]),
        ("Sex", ["F", "(0010,0040)", "header"]),
        ("Injected activity", ["350 MBq", "(0018,1074)", "header"]),
        ("Half-life", ["6586 s", "(0018,1075)", "header"]),
        ("Injection", ["09:00:00", "(0018,1072)", "derived"]),
        ("Decay reference time", ["10:00:00", "(0008,0031)", "derived"]),
        ("Uptake time", ["60 min", "", "derived"]),
        ("Decay factor", ["0.6846", "", "derived"]),
    ],
)
def test_each_input_is_shown_with_its_tag_and_source(
    window: ReadingWindow, name: str, expected: list[str]
) -> None:
    assert line(window.suv_panel, name) == expected


def test_the_factor_is_shown_and_said_to_be_that_of_both_images(window: ReadingWindow) -> None:
    assert labels(window.suv_panel, "figure") == f"× {studies.FACTOR:.6g}"
    assert labels(window.suv_panel, "quiet") == (
        'Bq/mL → SUVbw of Series 4 "OSEM Gaussian"; the other image has the same factor.'
    )


def test_a_missing_weight_is_shown_as_missing_with_what_to_do(unweighed: ReadingWindow) -> None:
    panel = unweighed.suv_panel
    assert line(panel, "Weight")[0] == "missing"
    assert labels(panel, "figure") == "no SUV"
    assert "PatientWeight" in labels(panel, "problem")
    assert 'Series 4 "OSEM Gaussian"' in labels(panel, "problem")


# --- Typing --------------------------------------------------------------------------------------


def test_a_typed_weight_is_at_once_in_panel_images_and_status_bar(
    unweighed: ReadingWindow,
) -> None:
    unweighed.desk.workflow.place_crosshair(0, studies.LESION_MM)
    assert drawn_texts(pane(unweighed, 0, "axial"))[0].startswith("no SUV · Bq/mL")
    type_value(unweighed, "Weight", "70")
    assert line(unweighed.suv_panel, "Weight")[::2] == ["70 kg", "typed"]
    assert labels(unweighed.suv_panel, "problem") == ""
    for column in (0, 1):
        texts = drawn_texts(pane(unweighed, column, "axial"))
        assert texts[0] == "SUVbw · 0–7"
        assert "weight typed" in texts
    assert lesion_suv(unweighed) == pytest.approx(studies.LESION_SUV, rel=1e-4)
    assert ">8.00</b>" in read_out(unweighed)
    assert ">10.00</b> SUVbw" in read_out(unweighed)


def test_a_typed_value_is_recorded_with_who_and_when(window: ReadingWindow) -> None:
    window.desk.session.set(reader="Dr Reader")
    type_value(window, "Weight", "35 kg")
    (typed,) = window.desk.state.typed
    assert (typed.name, typed.value, typed.who) == (InputName.WEIGHT_KG, 35.0, "Dr Reader")
    assert lesion_suv(window) == pytest.approx(studies.LESION_SUV / 2, rel=1e-4)


def test_a_typed_value_is_there_when_the_study_is_opened_again(
    open_window: OpenWindow, pair_folder: Path
) -> None:
    first = open_window(pair_folder)
    type_value(first, "Weight", "35")
    first.close()
    again = open_window(pair_folder)
    assert line(again.suv_panel, "Weight")[::2] == ["35 kg", "typed"]


def test_an_earlier_injection_raises_the_suv_by_the_decay(window: ReadingWindow) -> None:
    type_value(window, "Injection", "08:30")
    expected = studies.LESION_SUV * 2 ** (1800 / 6586.2)
    assert lesion_suv(window) == pytest.approx(expected, rel=1e-4)
    assert line(window.suv_panel, "Uptake time")[0] == "90 min"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("Weight", "heavy", '"heavy" is not a number. Type a number in kg.'),
        ("Weight", "70 lb", '"lb" is not a unit for this. Use kg, g.'),
        ("Sex", "x", '"x" is not a sex as DICOM writes it. Type M, F or O.'),
        ("Injection", "half past", '"half past" is not a date and time. Type it as '),
    ],
)
def test_what_is_no_value_gives_a_sentence_and_changes_nothing(
    window: ReadingWindow, name: str, text: str, sentence: str
) -> None:
    before = line(window.suv_panel, name)
    type_value(window, name, text)
    assert notice(window).startswith(sentence)
    assert line(window.suv_panel, name) == before
    assert window.desk.state.typed == ()


def test_a_derived_number_cannot_be_typed_over(window: ReadingWindow) -> None:
    assert double_click_value(window, "Uptake time") is window.suv_panel.table


def test_escape_leaves_the_value_as_it_was(window: ReadingWindow) -> None:
    editor = double_click_value(window, "Weight")
    QTest.keyClicks(editor, "35")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert line(window.suv_panel, "Weight")[0] == "70 kg"
    assert window.desk.state.typed == ()


def test_a_value_being_typed_is_not_lost_when_another_image_arrives(window: ReadingWindow) -> None:
    editor = double_click_value(window, "Weight")
    QTest.keyClicks(editor, "3")
    state = window.desk.state
    window.desk.session.set(images=state.images.without(state.slots[Slot.CT] or ""))
    assert QApplication.focusWidget() is editor
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()  # Qt commits an edited cell in the next turn
    assert line(window.suv_panel, "Weight")[0] == "35 kg"


# --- Taking it back ------------------------------------------------------------------------------


def test_a_typed_value_can_be_withdrawn_for_the_headers(window: ReadingWindow) -> None:
    button = withdraw_button(window.suv_panel)
    type_value(window, "Weight", "35")
    assert button.isVisible(), "the line is still selected"
    click(button)
    assert line(window.suv_panel, "Weight")[::2] == ["70 kg", "header"]
    assert not button.isVisible()
    assert lesion_suv(window) == pytest.approx(studies.LESION_SUV, rel=1e-4)


def test_undo_and_redo_of_a_typed_value(window: ReadingWindow) -> None:
    type_value(window, "Weight", "35")
    assert window.actions_.undo.text() == "Undo Type weight 35"
    press(window, "z", CTRL)
    assert line(window.suv_panel, "Weight")[::2] == ["70 kg", "header"]
    press(window, "z", CTRL | SHIFT)
    assert lesion_suv(window) == pytest.approx(studies.LESION_SUV / 2, rel=1e-4)


def test_each_variant_of_suv_names_its_unit_on_the_images(window: ReadingWindow) -> None:
    window.actions_["suv.suv_lbm"].trigger()
    assert drawn_texts(pane(window, 0, "axial"))[0] == "SUL (James) · 0–7"
    # James 1976, women: 1.07 W − 148 (W / H)², 70 kg and 170 cm
    lean = 1.07 * 70 - 148 * (70 / 170) ** 2
    assert lesion_suv(window) == pytest.approx(studies.LESION_SUV * lean / 70, rel=1e-4)


def test_a_value_of_another_study_is_not_typed_here(
    open_window: OpenWindow, pair_folder: Path, tmp_path: Path
) -> None:
    guest = tmp_path / "other"
    studies.write_pet(guest, "Visitor", 5.0, study="another", StudyDate="20230203")
    window = open_window(guest, pair_folder)
    visitor = key_of(window, "Visitor")
    for slot in PET_SLOTS:
        window.desk.workflow.assign(slot, visitor)
    window.desk.workflow.type_input(InputName.WEIGHT_KG, 35.0, "35 kg")
    assert "belong to another study" in notice(window)
    assert window.desk.state.typed == ()
