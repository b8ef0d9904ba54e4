"""All VOIs at a glance: conventional against DL with the identity line, or Bland–Altman."""

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from station.app.language import decimals, marked, tr, translated
from station.ui import theme
from station.ui.elements import in_column, in_row, new_delay, new_label, new_plot

NOTHING = marked("VOIs in both images are plotted here.")
FEWEST_FOR_LIMITS = 3
"""Limits of agreement of fewer VOIs say nothing"""
TICKS = 4
"""At most, on each axis"""
DRAG_INTERVAL_MS = 250
"""A drag moves the points this often: to draw them costs half a frame"""


class VoiPlot(QWidget):
    """A small scatter plot; pyqtgraph is imported when there is something to draw."""

    def __init__(self) -> None:
        super().__init__()
        self._points: list[tuple[float, float, str]] = []
        self._titles = ("", "")
        self._word = ""
        """What is plotted: `SUVmax`, or `SUVmax / aortic arch`"""
        self._plot: Any = None
        self._later = new_delay(self, DRAG_INTERVAL_MS, self._draw)
        self.switch = QToolButton()
        self.switch.setText(tr("Bland–Altman"))
        self.switch.setCheckable(True)
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.clicked.connect(self._draw)
        self._title = new_label(name="quiet")
        self._pages = QStackedWidget()
        self._nothing = new_label(translated(NOTHING), "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._nothing)
        row = in_row((self._title, 1), self.switch)
        in_column(row, (self._pages, 1), of=self, margins=0, spacing=4)

    def show_points(
        self,
        points: Sequence[tuple[float, float, str]],
        titles: tuple[str, str],
        word: str,
        nothing: str = "",
        *,
        soon: bool = False,
    ) -> None:
        """Plot (conventional, DL, colour) of each VOI; `titles` are those of the two images, `word`
        the statistic or ratio, `nothing` why there is no point. `soon`: not in this frame."""
        self._points = list(points)
        self._titles, self._word = titles, word
        self._nothing.setText(nothing or translated(NOTHING))
        if not soon:
            self._later.stop()
            self._draw()
        elif not self._later.isActive():
            self._later.start()

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._draw()

    def points(self) -> list[tuple[float, float, str]]:
        """(conventional, DL, colour) of every VOI that is plotted."""
        return list(self._points)

    def _draw(self) -> None:
        points = self._points
        self.switch.setEnabled(bool(points))
        if not points:
            self._pages.setCurrentIndex(0)
            self._title.clear()
            return
        plot = self._made()
        plot.clear()
        if self.switch.isChecked():
            self._draw_bland_altman(plot, points)
        else:
            self._draw_identity(plot, points)
        plot.setAccessibleName(self._title.text())
        self._pages.setCurrentIndex(1)

    def _made(self) -> Any:
        if self._plot is None:
            self._plot = new_plot()
            self._pages.addWidget(self._plot)
        return self._plot

    def _scatter(self, plot: Any, x: list[float], y: list[float], colours: list[str]) -> None:
        import pyqtgraph as pg

        brushes = [pg.mkBrush(colour) for colour in colours]
        plot.addItem(pg.ScatterPlotItem(x=x, y=y, size=8, pen=None, brush=brushes))

    def _draw_identity(self, plot: Any, points: list[tuple[float, float, str]]) -> None:
        import pyqtgraph as pg

        self._title.setText(f"{self._word}: {self._titles[0]} →, {self._titles[1]} ↑")
        top = max(max(x, y) for x, y, _ in points) * 1.08 or 1.0
        dashed = pg.mkPen(theme.QUIET, style=Qt.PenStyle.DashLine)
        plot.plot([0, top], [0, top], pen=dashed)
        x, y, colours = (list(one) for one in zip(*points, strict=True))
        self._scatter(plot, x, y, colours)
        plot.setXRange(0, top, padding=0)
        plot.setYRange(0, top, padding=0)
        # Both axes are of one kind, so both are marked alike, though one is shorter.
        step = round_step(top / TICKS)
        for side in ("bottom", "left"):
            plot.getAxis(side).setTickSpacing(step, step)

    def _draw_bland_altman(self, plot: Any, points: list[tuple[float, float, str]]) -> None:
        """Difference against mean, with the mean difference and ±1.96 SD (Bland, Altman 1986)."""
        import numpy as np
        import pyqtgraph as pg

        means = [(x + y) / 2 for x, y, _ in points]
        differences = [y - x for x, y, _ in points]
        bias = float(np.mean(differences))
        lines = [(bias, Qt.PenStyle.SolidLine)]
        first, second = self._titles
        words = tr(
            "{word}: mean →, {second} − {first} ↑\nbias {bias:+.2f}",
            word=self._word,
            second=second,
            first=first,
            bias=bias,
        )
        if len(points) >= FEWEST_FOR_LIMITS:
            spread = 1.96 * float(np.std(differences, ddof=1))
            lines += [(bias - spread, Qt.PenStyle.DashLine), (bias + spread, Qt.PenStyle.DashLine)]
            words += decimals(f" ± {spread:.2f}")
        self._title.setText(words.replace("-", "−"))
        for at, style in lines:
            plot.addItem(pg.InfiniteLine(at, angle=0, pen=pg.mkPen(theme.QUIET, style=style)))
        self._scatter(plot, means, differences, [colour for *_, colour in points])
        reach = max(abs(value) for value in (*differences, *(at for at, _ in lines))) * 1.15 or 1.0
        for side in ("bottom", "left"):
            plot.getAxis(side).setTickSpacing()
        plot.setXRange(0, max(means) * 1.08 or 1.0, padding=0)
        plot.setYRange(-reach, reach, padding=0)


def round_step(least: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not below `least` (above 0)."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * one for one in (1, 2, 5, 10) if power * one >= least * (1 - 1e-9))
