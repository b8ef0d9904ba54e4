"""Event to painted frame of both PET panes, 900×900 px: python -m tests.benchmarks.frames

Each sample sends a real event to a pane and lets the event loop run until both panes are painted.
The peer is pyqtgraph's ImageItem drawing the same slice twice, through the same look-up table.
"""

import os
import time
from collections.abc import Callable

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from station.app.session import Session
from station.app.state import Plane, Slot, State, View
from station.app.workflow import Workflow
from station.frozen import Frozen
from station.pet.loaded import LoadedImage
from station.pet.study import Patient, Role, Series, StoredImage, Study
from station.pet.volume import Geometry, Unit, Volume
from station.ui.main import application
from station.ui.viewing.panes import SlicePane
from tests.benchmarks.timing import argument_parser, report, sized

SHAPE = sized((500, 272, 272), (70, 272, 272))
SIDE_PX = 900
SAMPLES = sized(200, 2)
WARM_UP = sized(20, 1)
CENTRE = QPointF(SIDE_PX / 2, SIDE_PX / 2)


def phantom(seed: int) -> Volume:
    """A noisy cylinder of SUV 2 in air, float32 (500, 272, 272)."""
    rng = np.random.default_rng(seed)
    voxels = rng.normal(0, 0.05, SHAPE).astype(np.float32)
    rows, columns = np.mgrid[-136:136, -136:136]
    voxels[:, (rows / 70) ** 2 + (columns / 110) ** 2 < 1] += 2.0
    affine = np.array([[0, 0, 2.0, -272], [0, 2.0, 0, -272], [2.0, 0, 0, -500], [0, 0, 0, 1.0]])
    return Volume(voxels, Geometry(SHAPE, affine), Unit.SUV_BW)


def loaded(uid: str, role: Role, seed: int) -> LoadedImage:
    volume = phantom(seed)
    series = Series(
        uid,
        "study",
        "PT",
        role,
        description=str(role),
        frame_of_reference_uid="1",
        unit=Unit.SUV_BW,
        geometry=volume.geometry,
    )
    ones = np.ones(SHAPE[0])
    stored = StoredImage(
        volume.voxels, ones, ones * 0, ones.astype(bool), volume.geometry, Unit.SUV_BW
    )
    body = ((-220.0, -140.0, -500.0), (220.0, 140.0, 500.0))
    return LoadedImage(series, stored, volume, None, (), None, 5.0, body)


class Pair:
    """Both axial panes side by side, and how often each has been painted."""

    def __init__(self, images: dict[str, LoadedImage]) -> None:
        session = Session()
        self.workflow = Workflow(session)
        series = tuple(image.series for image in images.values())
        session.set(
            study=Study("study", Patient("1", "Bench"), series=series),
            images=Frozen(images),
            slots=State().slots.with_(Slot.CONVENTIONAL, "c").with_(Slot.DENOISED, "d"),
            views=(View((1.0, 1.0, 1.0)),) * len(State().views),
        )
        self.host = QWidget()
        self.host.resize(2 * SIDE_PX + 10, SIDE_PX)
        self.panes = [SlicePane(self.workflow, at, Plane.AXIAL) for at in (0, 1)]
        self._painted = [0, 0]
        for column, pane in enumerate(self.panes):
            pane.setParent(self.host)
            pane.setGeometry(column * (SIDE_PX + 10), 0, SIDE_PX, SIDE_PX)
            pane.paintEvent = self._counting(column, pane.paintEvent)
        self.host.show()
        QApplication.processEvents()

    def _counting(self, column: int, paint_event: Callable[..., None]) -> Callable[..., None]:
        def counted(event: object) -> None:
            paint_event(event)
            self._painted[column] += 1

        return counted

    def send(self, event: QEvent) -> None:
        """Give the event to the first pane and wait until both are painted, once each."""
        before = list(self._painted)
        QApplication.sendEvent(self.panes[0], event)
        QApplication.processEvents()
        assert [one + 1 for one in before] == self._painted, "a frame paints each pane once"

    def mouse(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> QMouseEvent:
        place = self.panes[0].mapToGlobal(at)
        return QMouseEvent(kind, at, place, button, button, Qt.KeyboardModifier.NoModifier)

    def wheel(self, number: int, modifier: Qt.KeyboardModifier) -> None:
        """Five notches one way, five back."""
        turn = QPoint(0, 120 if number // 5 % 2 else -120)
        place = self.panes[0].mapToGlobal(CENTRE)
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        self.send(QWheelEvent(CENTRE, place, QPoint(), turn, none, modifier, phase, False))

    def drag(self, number: int, button: Qt.MouseButton) -> None:
        """The next point of a sweep to and fro."""
        swing = 60 * float(np.sin((number + 1) / 10))
        at = CENTRE + QPointF(swing, swing / 2)
        self.send(self.mouse(QEvent.Type.MouseMove, at, button))


def seconds(step: Callable[[int], None]) -> list[float]:
    for number in range(WARM_UP):
        step(number)
    samples: list[float] = []
    for number in range(WARM_UP, WARM_UP + SAMPLES):
        start = time.perf_counter()
        step(number)
        samples.append(time.perf_counter() - start)
    return samples


def main() -> None:
    argument_parser(__doc__).parse_args()
    application()
    images = {"c": loaded("c", Role.CONVENTIONAL, 1), "d": loaded("d", Role.DENOISED, 2)}
    peer = pyqtgraph_peer(images)
    report("pyqtgraph ImageItem, 2 × 900×900", peer)
    pair = Pair(images)
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    report("scroll", seconds(lambda number: pair.wheel(number, plain)), peer)
    report("zoom", seconds(lambda number: pair.wheel(number, control)), peer)
    for name, button in (
        ("window drag", Qt.MouseButton.LeftButton),
        ("pan", Qt.MouseButton.MiddleButton),
    ):
        pair.workflow.reset()
        QApplication.processEvents()
        press = pair.mouse(QEvent.Type.MouseButtonPress, CENTRE, button)
        QApplication.sendEvent(pair.panes[0], press)
        report(name, seconds(lambda number, button=button: pair.drag(number, button)), peer)
        release = pair.mouse(QEvent.Type.MouseButtonRelease, CENTRE, button)
        QApplication.sendEvent(pair.panes[0], release)
    pair.workflow.toggle("smooth", "Interpolation")
    QApplication.processEvents()
    report("scroll, nearest", seconds(lambda number: pair.wheel(number, plain)), peer)
    pair.host.close()


def pyqtgraph_peer(images: dict[str, LoadedImage]) -> list[float]:
    """Seconds to set and paint the next slice in two pyqtgraph views of the same size."""
    import pyqtgraph as pg

    host = QWidget()
    host.resize(2 * SIDE_PX + 10, SIDE_PX)
    items = []
    for column, image in enumerate(images.values()):
        view = pg.GraphicsView(parent=host)
        view.setGeometry(column * (SIDE_PX + 10), 0, SIDE_PX, SIDE_PX)
        box = pg.ViewBox(lockAspect=True)
        view.setCentralItem(box)
        item = pg.ImageItem(image.volume.voxels[0], levels=(0, 7))
        box.addItem(item)
        items.append((view, item, image.volume.voxels))
    host.show()
    QApplication.processEvents()
    samples: list[float] = []
    for number in range(60):
        start = time.perf_counter()
        for view, item, voxels in items:
            item.setImage(voxels[number], levels=(0, 7))
            view.viewport().repaint()
        samples.append(time.perf_counter() - start)
    host.close()
    return samples[10:]


if __name__ == "__main__":
    main()
