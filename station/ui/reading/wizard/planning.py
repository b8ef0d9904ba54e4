"""The wizard's page on power: how many cases and readers the study needs, by simulation."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from station.app.jobs import Failure, Job, Jobs
from station.app.language import marked, plural, tr, translated
from station.app.reading.planning import FIELDS, Planned, Request, pilot_values, planned, request_of
from station.errors import StationError
from station.progress import Report
from station.reading.planning import Assumptions
from station.ui import theme
from station.ui.elements import (
    BAR_STEPS,
    in_column,
    in_row,
    new_bar,
    new_button,
    new_label,
    new_plot,
    say,
)

FORM_WIDTH_PX = 280
STEP = 0.05
SYMBOLS = ("o", "s", "d", "t", "t1", "p")


class PlanPage(QWidget):
    """Assumptions on the left, the power they give on the right. Nothing here is required."""

    title = marked("Planning")
    intro = marked(
        "Optional: how many cases and readers show what you expect, with readers and cases as "
        "samples."
    )

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._plot: Any = None
        self.fields: dict[str, QDoubleSpinBox] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(12))
        form.setVerticalSpacing(theme.px(6))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        usual = Assumptions()
        for name, (words, low, high, explained) in FIELDS.items():
            field = QDoubleSpinBox()
            field.setRange(low, high)
            field.setSingleStep(STEP)
            field.setDecimals(2)
            field.setValue(getattr(usual, name) or 0.0)
            field.setToolTip(translated(explained))
            field.setAccessibleName(translated(words))
            self.fields[name] = field
            form.addRow(translated(words), field)
        self.fields["margin"].setSpecialValueText(tr("none"))
        self.readers, self.cases = QLineEdit("2, 3, 4, 6"), QLineEdit("10, 20, 30, 50, 80, 120")
        form.addRow(tr("Readers"), self.readers)
        form.addRow(tr("Cases"), self.cases)
        self.pilot = new_button(tr("From a pilot…"), self._ask_pilot)
        self.start = new_button(tr("Simulate"), self.simulate)
        self.stop = new_button(tr("Cancel the simulation"), self._cancel)
        self.bar = new_bar()
        self.words = new_label(name="quiet", wrap=True)
        self.result = new_label(wrap=True, selectable=True)
        left = QWidget()
        left.setFixedWidth(theme.px(FORM_WIDTH_PX))
        in_column(
            form, 6, in_row(self.pilot, self.start, None, spacing=8), None, of=left, margins=0
        )
        self._drawing = QWidget()
        self._place = in_column(of=self._drawing, margins=0)
        self.legend = new_label()
        right = in_column(
            (self._drawing, 1),
            self.legend,
            self.bar,
            self.words,
            self.result,
            in_row(self.stop, None, spacing=8),
            margins=0,
            spacing=6,
        )
        in_row(left, (right, 1), of=self, margins=0, spacing=16)
        self._show_working(False)
        say(self.legend, "")
        say(self.result, "")
        say(self.words, "")

    def take_focus(self) -> None:
        self.fields["effect"].setFocus()

    @property
    def request(self) -> Request:
        """Raises StationError where a number cannot be."""
        values = {name: field.value() for name, field in self.fields.items()}
        return request_of(values, self.readers.text(), self.cases.text())

    # -- the work ----------------------------------------------------------------------------------

    def simulate(self) -> None:
        """Simulate what is filled in; a simulation under way is stopped first."""
        self._cancel()
        try:
            request = self.request
        except StationError as error:
            say(self.words, str(error))
            return

        def work(report: Report) -> Planned:
            return planned(request, report)

        self._show_working(True)
        job = self._jobs.start(tr("Planning"), work, self._on_planned, self, failed=self._on_failed)
        if job in self._jobs.running:
            self._job = job
            job.progressed.connect(self._on_progress)
            job.cancelled.connect(self._on_cancelled)

    def _on_progress(self, fraction: float, message: str) -> None:
        self.bar.setValue(round(fraction * BAR_STEPS))
        say(self.words, message)

    def _on_planned(self, found: Planned) -> None:
        self._end("")
        say(self.result, "\n".join((found.goal, *found.sentences)))
        self._draw(found)

    def _on_failed(self, failure: Failure) -> None:
        self._end(failure.sentence)

    def _on_cancelled(self) -> None:
        self._end(tr("The simulation was cancelled."))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self, words: str) -> None:
        self._job = None
        self._show_working(False)
        say(self.words, words)

    def _show_working(self, working: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        self.start.setEnabled(not working)

    # -- a pilot -----------------------------------------------------------------------------------

    def _ask_pilot(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Scores of a pilot"), "", tr("Tables (*.csv)")
        )
        if path:
            self.use_pilot(path)

    def use_pilot(self, path: str) -> None:
        """Fill the form from a pilot's scores, or say why not."""
        try:
            values, sentence = pilot_values(path)
        except StationError as error:
            say(self.words, str(error))
            return
        for name, value in values.items():
            self.fields[name].setValue(value)
        say(self.words, sentence)

    # -- the plot ----------------------------------------------------------------------------------

    def _draw(self, found: Planned) -> None:
        import pyqtgraph as pg

        if self._plot is None:
            self._plot = new_plot()
            self._plot.setYRange(0, 1)
            self._plot.getAxis("left").setLabel(tr("power"))
            self._plot.getAxis("bottom").setLabel(tr("cases"))
            self._place.addWidget(self._plot)
        self._plot.clear()
        dashed = pg.mkPen(theme.QUIET, style=Qt.PenStyle.DashLine)
        self._plot.addItem(pg.InfiniteLine(found.wanted, angle=0, pen=dashed))
        names: list[str] = []
        colours = theme.ACCENT, theme.VOI, theme.MORE, theme.VIOLET, theme.PINK, theme.TEXT
        for number, (readers, cases, powers) in enumerate(found.lines):
            colour = colours[number % len(colours)]
            self._plot.plot(
                cases,
                powers,
                pen=pg.mkPen(colour, width=2),
                symbol=SYMBOLS[number % len(SYMBOLS)],
                symbolSize=7,
                symbolBrush=colour,
                symbolPen=None,
            )
            names.append(
                f'<span style="color:{colour}">■</span> '
                + plural(readers, "{count} reader", "{count} readers")
            )
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        say(self.legend, "&nbsp;&nbsp; ".join(names))
