"""A physician's day at the window, with the events of a mouse and a keyboard: a patient with an
earlier date is opened, compared, measured, put into words and exported; then the next patient, the
first one again, and the next morning."""

from pathlib import Path

import pydicom
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QTabBar, QTreeWidgetItem

from station.app.state import CONVENTIONAL_VIEW, OTHER_VIEW, Layout, State
from station.pet.annotations import Distance, Ellipse
from station.pet.voi import Isocontour, Sphere
from station.ui.compare.page import ComparisonPage
from station.ui.viewing.viewport import Pane
from station.ui.window import ReadingWindow
from tests.made_up import studies
from tests.made_up.dates import BEFORE, NOW, without_organs, write_date
from tests.made_up.studies import LESION_MM, LESION_SUV, LESION_SUV_DENOISED
from tests.ui.conftest import OpenWindow
from tests.ui.gestures import (
    CTRL,
    LEFT,
    SHIFT,
    click,
    double_click,
    drag,
    drop,
    files,
    pane,
    press,
    wheel,
)
from tests.ui.test_window import notice, texts_of
from tests.ui.viewing.test_study_browser import below, tops
from tests.ui.viewing.test_viewport import pixel_of

BEFORE_SUV = 9.0
FINDINGS = "One lesion, smaller than in March."
NEXT = "Roe, Richard"


pytestmark = pytest.mark.simulated


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a day's list: a PET pair with CT and a PET of three months before of one
    patient, and a PET of the next patient. Read only."""
    folder = tmp_path_factory.mktemp("day")
    dates = dict.fromkeys(("StudyDate", "SeriesDate", "AcquisitionDate"), NOW)
    studies.write_pair(folder / "now", **dates)
    write_date(folder, "before", BEFORE_SUV, BEFORE)
    studies.write_pet(
        folder / "next", "WB AC", 4.0, study="next", PatientName="Roe^Richard", PatientID="SYN2"
    )
    return folder


@pytest.fixture(autouse=True)
def _no_organs(monkeypatch: pytest.MonkeyPatch) -> None:
    without_organs(monkeypatch)


# --- The hand ------------------------------------------------------------------------------------


def tab(window: ReadingWindow, words: str) -> None:
    """Click the tab of a panel."""
    for bar in window.findChildren(QTabBar):
        for number in range(bar.count()):
            if bar.isVisible() and bar.tabText(number).startswith(words):
                click(bar, bar.tabRect(number).center())
                QApplication.processEvents()
                return
    raise AssertionError(f"there is no tab {words}")


def take(menu: QMenu, text: str) -> None:
    """Click an entry of a menu that is open."""
    action = next(one for one in menu.actions() if one.text().startswith(text))
    click(menu, menu.actionGeometry(action).center())


def export(window: ReadingWindow, entry: str, file: Path) -> Path:
    """Click an entry of *Export* and answer the system's dialog with this file."""
    tab(window, "VOI")
    menu = window.voi_panel.export.menu()
    assert menu is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
        menu.popup(window.mapToGlobal(QPoint(200, 200)))
        take(menu, entry)
    QApplication.processEvents()
    window.activateWindow()  # no window manager gives it the keyboard again
    QApplication.processEvents()
    assert file.is_file(), f"{file.name} was not written: {notice(window)}"
    return file


def line(window: ReadingWindow, words: str) -> QTreeWidgetItem:
    """A study in the list, by its patient or its date."""
    studies_ = [(patient, study) for patient in tops(window.browser) for study in below(patient)]
    return next(
        study
        for patient, study in studies_
        if words in (patient.text(0), study.text(0).split(maxsplit=1)[0])
    )


def open_line(window: ReadingWindow, words: str) -> None:
    """Double click a study in the list."""
    tree = window.browser.tree
    double_click(tree.viewport(), tree.visualItemRect(line(window, words)).center())
    QApplication.processEvents()


def at_lesion(window: ReadingWindow, view: int) -> tuple[Pane, QPoint]:
    axial = pane(window, view, "axial")
    return axial, pixel_of(axial, LESION_MM)


# --- The day -------------------------------------------------------------------------------------


def compare(window: ReadingWindow) -> None:
    """Both dates next to each other; the other one is moved a little by hand."""
    press(window, Qt.Key.Key_7, CTRL)
    assert window.desk.state.layout is Layout.PRIOR
    texts = texts_of(window.panes)
    assert any(text.startswith("prior") and "2024-03-01" in text for text in texts)
    assert "current · 2024-06-01" in texts
    wheel(pane(window, OTHER_VIEW, "coronal"), 1)
    views = window.desk.state.views
    assert views[OTHER_VIEW].position_mm == views[CONVENTIONAL_VIEW].position_mm
    drag(pane(window, OTHER_VIEW, "axial"), LEFT, (12, 0), modifiers=CTRL)
    assert "Adjusted by hand" in texts_of(window.dates)


def measure(window: ReadingWindow) -> None:
    """A lesion is grown, a sphere placed, a distance and an ellipse drawn."""
    press(window, Qt.Key.Key_1, CTRL)
    QApplication.processEvents()
    window.desk.workflow.place_crosshair(CONVENTIONAL_VIEW, LESION_MM)
    QApplication.processEvents()
    axial, lesion = at_lesion(window, CONVENTIONAL_VIEW)
    press(window, "w")
    click(axial, lesion)
    press(window, Qt.Key.Key_Escape)
    press(window, "v")
    click(axial, pixel_of(axial, (-30.0, 0.0, LESION_MM[2])))
    press(window, "k")
    drag(axial, LEFT, (40, 0), at=lesion)
    press(window, "o")
    drag(axial, LEFT, (30, 20), at=pixel_of(axial, (-30.0, 0.0, LESION_MM[2])))
    grown, sphere = window.desk.state.vois
    assert isinstance(grown.shape, Isocontour)
    assert isinstance(sphere.shape, Sphere)
    distance, ellipse = window.desk.state.annotations
    assert isinstance(distance.shape, Distance)
    assert distance.shape.length_mm == pytest.approx(40 * axial.frame_now().mm_per_pixel, rel=1e-6)
    assert isinstance(ellipse.shape, Ellipse)
    press(window, "4")


def table(window: ReadingWindow) -> list[list[str]]:
    model = window.voi_panel.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def put_into_words(window: ReadingWindow) -> None:
    """The sentence of the lesion and the table are copied, the findings typed."""
    tab(window, "VOI")
    view = window.voi_panel.table
    click(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    press(window, "y")
    words = QGuiApplication.clipboard().text()
    assert words.startswith(
        f"Lesion 1, SUVmax {LESION_SUV_DENOISED:.2f} (conventional {LESION_SUV:.2f}), MTV "
    )
    press(window, "y", SHIFT)
    copied = QGuiApplication.clipboard().text().splitlines()
    heads = [one.split(",")[0].split(":")[0] for one in copied]
    assert heads == ["Lesion 1", "VOI 1", "Distance 1", "Ellipse 1"]
    tab(window, "Findings")
    click(window.findings_panel.text)
    QTest.keyClicks(window.findings_panel.text, FINDINGS)


def export_everything(window: ReadingWindow, folder: Path) -> None:
    csv = export(window, "CSV…", folder / "voi.csv").read_text(encoding="utf-8")
    lines = [one for one in csv.splitlines() if "Lesion 1" in one]
    assert len(lines) == 2, "one of each image"
    assert "Doe" not in csv
    report = export(window, "Report", folder / "report.pdf")
    assert report.read_bytes().startswith(b"%PDF")
    sr = pydicom.dcmread(export(window, "DICOM SR", folder / "report.dcm"))
    assert sr.Modality == "SR"
    assert sr.PatientID == "SYN1"
    assert "Lesion 1" in str(sr)


def compare_lesions(window: ReadingWindow) -> None:
    """The table of lesions and dates, with the liver put by hand."""
    axial = pane(window, CONVENTIONAL_VIEW, "axial")
    click(axial, pixel_of(axial, (0.0, 20.0, LESION_MM[2])))
    press(window, Qt.Key.Key_T, CTRL)
    QApplication.processEvents()
    (page,) = [one for one in window.findChildren(ComparisonPage) if one.isVisible()]
    click(page.compare)
    click(page.liver)
    QApplication.processEvents()
    cells = [page.table.item(0, column) for column in range(4)]
    assert [cell.text() for cell in cells if cell][::3] == ["Lesion 1", "9.00 → 8.00 (−11 %)"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not window.findChildren(ComparisonPage), "Esc closes it"
    window.activateWindow()
    QApplication.processEvents()


def remembered(state: State) -> dict[str, object]:
    """What a physician expects to find again."""
    return {
        "vois": state.vois,
        "drawn": state.annotations,
        "findings": state.findings,
        "window": state.window,
        "layout": state.layout,
        "by hand": {place: one.matrix.tolist() for place, one in state.by_hand.items()},
    }


@pytest.fixture
def window(open_window: OpenWindow, day: Path) -> ReadingWindow:
    """The day's folder was dropped on an empty window, and the patient opened from the list."""
    window = open_window(size=(1500, 900))
    window.desk.session.set(reader="Dr A")
    assert drop(window, files([day]))
    QApplication.processEvents()
    open_line(window, "2024-06-01")
    return window


def test_what_a_physician_did_before_the_next_patient_is_there_when_they_come_back(
    window: ReadingWindow, open_window: OpenWindow, day: Path, tmp_path: Path
) -> None:
    compare(window)
    measure(window)
    put_into_words(window)
    export_everything(window, tmp_path)
    compare_lesions(window)
    left = remembered(window.desk.state)
    values = table(window)
    assert left["findings"] == FINDINGS
    assert left["by hand"]

    open_line(window, NEXT)
    assert window.windowTitle().startswith(NEXT)
    after = window.desk.state
    assert (after.vois, after.annotations, after.findings) == ((), (), "")
    assert after.window == after.start_window
    assert not [text for text in texts_of(window) if "2024-06-01" in text or "Doe" in text]

    open_line(window, "2024-06-01")
    assert window.windowTitle().startswith(studies.NAME)
    assert remembered(window.desk.state) == left
    assert table(window) == values
    window.close()

    again = open_window(day / "now")
    assert remembered(again.desk.state) == left
    assert table(again) == values
