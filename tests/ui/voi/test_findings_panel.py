"""Words: the sentence of a lesion on the clipboard, the whole table, and the findings field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from station.archive.index import open_index
from station.ui.voi.findings_panel import FindingsPanel
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.ui.gestures import CTRL, LEFT, SHIFT, press
from tests.ui.test_window import notice
from tests.ui.voi.test_drawing import draw
from tests.ui.voi.test_tools import grown
from tests.ui.voi.test_voi import answer

LESION_MM = studies.LESION_MM


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def panel(window: ReadingWindow) -> FindingsPanel:
    window.panel.setCurrentWidget(window._findings)
    QApplication.processEvents()
    return window.findings_panel


def kept(window: ReadingWindow) -> list[str]:
    study = window.desk.state.study
    assert study is not None
    index = open_index(window.desk.home)
    history = index.findings_history(study.uid, window.desk.state.reader)
    index.close()
    return [one.text for one in history]


# --- On the clipboard ----------------------------------------------------------------------------


def test_y_copies_the_sentence_of_the_selected_lesion(
    window: ReadingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown(window)
    answer(monkeypatch, getItem=("lung", True))
    window.actions_["voi.tissue"].trigger()
    press(window, "y")
    assert clipboard().startswith("Lesion 1, lung, SUVmax 10.00 (conventional 8.00), MTV ")
    assert " by 41 %, S 164.0 mm." in clipboard()
    assert notice(window).startswith("Copied: Lesion 1, lung")


def test_shift_y_copies_everything_as_text(window: ReadingWindow) -> None:
    grown(window)
    draw(window, "k")
    press(window, "y", SHIFT)
    lines = clipboard().splitlines()
    assert [line.split(",")[0].split(":")[0] for line in lines] == ["Lesion 1", "Distance 1"]


def test_a_template_of_the_data_folder_is_used_and_its_mistakes_are_told(
    window: ReadingWindow,
) -> None:
    folder = window.desk.home / "templates"
    folder.mkdir()
    (folder / "lesion.txt").write_text("{{ name }} at {{ position }}", encoding="utf-8")
    grown(window)
    press(window, "y")
    assert clipboard() == "Lesion 1 at S 164.0 mm"
    (folder / "lesion.txt").write_text("{{ name ", encoding="utf-8")
    press(window, "y")
    assert "lesion.txt has a mistake in line 1" in notice(window)
    assert clipboard() == "Lesion 1 at S 164.0 mm"


# --- Findings ------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_when_the_typing_pauses(
    window: ReadingWindow, panel: FindingsPanel
) -> None:
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "No lesion")
    assert window.desk.state.findings == "No lesion"
    assert kept(window) == []
    panel._pause.timeout.emit()
    QTest.keyClicks(panel.text, ".")
    panel._pause.timeout.emit()
    assert kept(window) == ["No lesion", "No lesion."]


def test_its_keys_are_letters_there_and_tools_elsewhere(
    window: ReadingWindow, panel: FindingsPanel
) -> None:
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "keep w")
    assert window.desk.state.tool is None
    assert panel.text.toPlainText() == "keep w"


def test_a_typed_pause_is_one_step_of_undo(window: ReadingWindow, panel: FindingsPanel) -> None:
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "one")
    panel._pause.timeout.emit()
    QTest.keyClicks(panel.text, " two")
    panel._pause.timeout.emit()
    window.actions_.undo.trigger()
    assert panel.text.toPlainText() == "one"


def test_what_was_being_typed_is_kept_when_the_window_closes(
    window: ReadingWindow, panel: FindingsPanel
) -> None:
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "half a sen")
    window.close()
    assert kept(window) == ["half a sen"]


def test_the_history_shows_what_was_written_before(
    window: ReadingWindow, panel: FindingsPanel
) -> None:
    panel.text.setFocus()
    for words in ("first", " second"):
        QTest.keyClicks(panel.text, words)
        panel._pause.timeout.emit()
    QTest.mouseClick(panel.history, LEFT)
    shown = panel.before.toPlainText().splitlines()
    assert (shown[1], shown[4]) == ("first second", "first")
    assert panel.before.isReadOnly()


def test_measurements_are_inserted_as_text(window: ReadingWindow, panel: FindingsPanel) -> None:
    grown(window)
    QTest.mouseClick(panel.insert, LEFT)
    assert panel.text.toPlainText().startswith("Lesion 1, SUVmax")
    assert kept(window) == [panel.text.toPlainText()]


def test_another_readers_findings_are_their_own(
    window: ReadingWindow, panel: FindingsPanel
) -> None:
    reader = window.desk.state.reader
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "mine")
    panel._pause.timeout.emit()
    window.desk.session.set(reader="Dr B")
    assert panel.text.toPlainText() == ""
    window.desk.session.set(reader=reader)
    assert panel.text.toPlainText() == "mine"


def test_ctrl_z_in_the_field_is_the_fields_own(window: ReadingWindow, panel: FindingsPanel) -> None:
    panel.text.setFocus()
    QTest.keyClicks(panel.text, "word")
    QTest.keyClick(panel.text, Qt.Key.Key_Z, CTRL)
    assert window.desk.state.findings == panel.text.toPlainText()
