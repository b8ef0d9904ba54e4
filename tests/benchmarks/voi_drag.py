"""Mouse move of a dragged sphere to painted table and overlays: python -m tests.benchmarks.voi_drag

A sphere of 3 mL among 20 VOIs is dragged in the axial pane. Each sample sends one real mouse move
and lets the event loop run until both 900×900 panes and the table are painted, and the plot where
it is due: that is to fit into one frame of 8 ms. `--profile` prints instead where the time goes.
"""

import cProfile
import os
import pstats
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication

from station.app.state import Placing
from station.app.voi.measuring import warm_up
from station.pet.study import Role
from station.pet.voi import Sphere
from station.ui.main import application
from station.ui.voi.panel import VoiPanel
from tests.benchmarks.frames import CENTRE, SIDE_PX, Pair, loaded, seconds
from tests.benchmarks.timing import argument_parser, report, sized

VOIS = sized(20, 2)
FRAME_MS = 8.0
PANEL_PX = (380, SIDE_PX)
SPACED_MM = 30.0


class Drag:
    """Both axial panes, the VOI panel beside them, and a sphere of 3 mL in the hand."""

    def __init__(self, panel: bool) -> None:
        images = {"c": loaded("c", Role.CONVENTIONAL, 1), "d": loaded("d", Role.DENOISED, 2)}
        for image in images.values():
            warm_up(image.volume)
        self.pair = Pair(images)
        self.vois = self.pair.workflow.vois
        for number in range(1, VOIS):
            x, y = (number % 5 - 2) * SPACED_MM, (number // 5 - 1.5) * SPACED_MM
            self.vois.place((x, y, 1.0), Placing(0.5))
        self.vois.place((1.0, 1.0, 1.0), Placing(3.0))
        self.panel: VoiPanel | None = None
        self.panel_painted = 0
        if panel:
            self.panel = VoiPanel(self.pair.workflow)
            self.panel.resize(*PANEL_PX)
            viewport = self.panel.table.viewport()
            viewport.installEventFilter(self.panel)
            self.panel.eventFilter = self._noting
            self.panel.show()
        QApplication.processEvents()
        press = self.pair.mouse(QEvent.Type.MouseButtonPress, CENTRE, Qt.MouseButton.LeftButton)
        QApplication.sendEvent(self.pair.panes[0], press)
        QApplication.processEvents()

    def _noting(self, _: object, event: QEvent) -> bool:
        self.panel_painted += event.type() is QEvent.Type.Paint
        return False

    def step(self, number: int) -> None:
        """The next point of a sweep to and fro, painted everywhere."""
        before, centre = self.panel_painted, self._centre()
        swing = 60 * float(np.sin((number + 1) / 10))
        move = self.pair.mouse(
            QEvent.Type.MouseMove, CENTRE + QPointF(swing, swing / 2), Qt.MouseButton.LeftButton
        )
        self.pair.send(move)
        assert self._centre() != centre, "the sphere is in the hand"
        assert self.panel is None or self.panel_painted > before, "the table follows"

    def _centre(self) -> tuple[float, float, float]:
        shape = self.pair.workflow.state.vois[-1].shape
        assert isinstance(shape, Sphere)
        return shape.centre_mm

    def end(self) -> None:
        release = self.pair.mouse(QEvent.Type.MouseButtonRelease, CENTRE, Qt.MouseButton.LeftButton)
        QApplication.sendEvent(self.pair.panes[0], release)
        if self.panel is not None:
            self.panel.close()
        self.pair.host.close()


def profiled(step: Callable[[int], None]) -> None:
    profile = cProfile.Profile()
    profile.enable()
    seconds(step)
    profile.disable()
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    profile: bool = parser.parse_args().profile
    application()
    for words, panel in (("panes alone", False), (f"panes and panel, {VOIS} VOIs", True)):
        drag = Drag(panel)
        if profile:
            profiled(drag.step)
        else:
            measured = seconds(drag.step)
            report(f"VOI drag, {words}", measured)
        drag.end()
    print(f"target: one frame of {FRAME_MS:g} ms")


if __name__ == "__main__":
    main()
