"""Event to painted frame of both PET panes, 900×900 px: python -m tests.benchmarks.frames

Each sample sends a real event to a pane and lets the event loop run until both panes are painted.
The peer is pyqtgraph's ImageItem drawing the same slice twice, through the same look-up table.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from station.app.state import Frozen, LoadedImage, Slot, View
from station.pet.study import Patient, Role, Series, StoredImage, Study
from station.pet.volume import Geometry, Unit, Volume
from station.ui.main import application
from station.ui.viewport import SlicePane
from tests.benchmarks.timing import report

SHAPE = (500, 272, 272)
SIDE_PX = 900
SAMPLES = 200


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


def main() -> None:
    from station.app.session import Session
    from station.app.workflow import Workflow

    app = application()
    session = Session()
    workflow = Workflow(session)
    images = {
        "c": loaded("c", Role.CONVENTIONAL, 1),
        "d": loaded("d", Role.DENOISED, 2),
    }
    study = Study("study", Patient("1", "Bench"), series=tuple(i.series for i in images.values()))
    session.set(
        study=study,
        images=Frozen(images),
        slots=Frozen({Slot.CONVENTIONAL: "c", Slot.DENOISED: "d", Slot.CT: None}),
        views=(View((1.0, 1.0, 1.0)),) * 3,
    )
    host = QWidget()
    host.resize(2 * SIDE_PX + 10, SIDE_PX)
    from station.app.state import Plane

    panes = [SlicePane(workflow, column, Plane.AXIAL, host) for column in (0, 1)]
    for column, pane in enumerate(panes):
        pane.setGeometry(column * (SIDE_PX + 10), 0, SIDE_PX, SIDE_PX)
    host.show()
    app.processEvents()
    centre = QPointF(SIDE_PX / 2, SIDE_PX / 2)

    painted = [0, 0]

    def counting(column: int, paint_event: Callable[..., None]) -> Callable[..., None]:
        def counted(event: object) -> None:
            paint_event(event)
            painted[column] += 1

        return counted

    for column, pane in enumerate(panes):
        pane.paintEvent = counting(column, pane.paintEvent)  # type: ignore[method-assign]

    def paint() -> None:
        before = list(painted)
        app.processEvents()
        assert [one + 1 for one in before] == painted, "both panes are painted once a frame"

    def wheel(number: int, modifiers: Qt.KeyboardModifier) -> None:
        delta = 120 if number // 5 % 2 else -120
        event = QWheelEvent(
            centre,
            panes[0].mapToGlobal(centre),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        app.sendEvent(panes[0], event)
        paint()

    def drag(button: Qt.MouseButton) -> Callable[[int], None]:
        def step(number: int) -> None:
            swing = 60 * np.sin((number + 1) / 10)
            at = centre + QPointF(swing, swing / 2)
            app.sendEvent(panes[0], mouse(QEvent.Type.MouseMove, at, button))
            paint()

        return step

    def mouse(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> QMouseEvent:
        return QMouseEvent(
            kind, at, panes[0].mapToGlobal(at), button, button, Qt.KeyboardModifier.NoModifier
        )

    def timed(name: str, step: Callable[[int], None], button: Qt.MouseButton | None) -> None:
        if button is not None:
            app.sendEvent(panes[0], mouse(QEvent.Type.MouseButtonPress, centre, button))
        for number in range(20):
            step(number)
        samples = []
        for number in range(SAMPLES):
            start = time.perf_counter()
            step(number)
            samples.append(time.perf_counter() - start)
            app.processEvents()
        if button is not None:
            app.sendEvent(panes[0], mouse(QEvent.Type.MouseButtonRelease, centre, button))
        report(name, samples, peer)

    peer = pyqtgraph_peer(images, app)
    report("pyqtgraph ImageItem, 2 × 900×900", peer)
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    timed("scroll", lambda number: wheel(number, plain), None)
    timed("zoom", lambda number: wheel(number, control), None)
    workflow.reset()
    timed("window drag", drag(Qt.MouseButton.LeftButton), Qt.MouseButton.LeftButton)
    timed("pan", drag(Qt.MouseButton.MiddleButton), Qt.MouseButton.MiddleButton)
    workflow.toggle("smooth", "Interpolation")
    timed("scroll, nearest", lambda number: wheel(number, plain), None)
    host.close()


def pyqtgraph_peer(images: dict[str, LoadedImage], app: object) -> list[float]:
    """Seconds to set and paint the next slice in two pyqtgraph views of the same size."""
    import pyqtgraph as pg

    host = QWidget()
    host.resize(2 * SIDE_PX + 10, SIDE_PX)
    items = []
    for column, image in enumerate(images.values()):
        view = pg.GraphicsLayoutWidget(parent=host)
        view.setGeometry(column * (SIDE_PX + 10), 0, SIDE_PX, SIDE_PX)
        box = view.addViewBox(lockAspect=True)
        item = pg.ImageItem(image.volume.voxels[0], levels=(0, 7))
        box.addItem(item)
        items.append((view, item, image.volume.voxels))
    host.show()
    app.processEvents()  # type: ignore[attr-defined]
    samples = []
    for number in range(60):
        start = time.perf_counter()
        for view, item, voxels in items:
            item.setImage(voxels[number], levels=(0, 7))
            view.viewport().repaint()
        samples.append(time.perf_counter() - start)
    host.close()
    return samples[10:]


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main()
