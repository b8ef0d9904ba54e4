"""The control chart of a scanner: liver CoV and grade of its images over the dates of the scans."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.app.language import day_format, decimals, marked, minute, tr, translated
from station.errors import StationError
from station.operations.quality.history import (
    EXPECTED_GRADE,
    MEASURES,
    Chart,
    ChartPoint,
    Process,
    chart,
    processes,
    rules_words,
    write_history,
)
from station.quality.control_chart import BASELINE, SOURCE
from station.ui import theme
from station.ui.action import Screen, ask_target
from station.ui.elements import (
    Choice,
    in_column,
    in_row,
    new_button,
    new_label,
    new_plot,
    plain_table,
)
from station.ui.page import Page

if TYPE_CHECKING:
    from station.archive.quality import GradedScan

EMPTY = marked(
    "No dated image has been graded here yet. Open PET studies: they are graded automatically, "
    "and each image becomes a point in its scanner's chart."
)
ROW_HEIGHT_PX = 24
FRAME_PX = 40
"""Of the screen, for the title and the borders that the desktop puts round a window"""
LINES = ((0, "solid"), (2, "dash"), (3, "dash"))
"""SDs from the mean, and kind of the lines"""
COLUMNS = (
    marked("Date"),
    marked("Patient"),
    marked("Series"),
    marked("Liver CoV"),
    marked("Grade"),
    marked("P(Good)"),
    marked("Rules broken"),
)


def show_control_chart(screen: Screen) -> "ControlChart":
    """The chart as a window next to the reading; it fetches the history itself."""
    page = ControlChart(screen)
    page.show()
    screen.desk.quality.history(page.show_history)
    return page


class ControlChart(Page):
    """Two charts of one scanner over one time, and the images behind them."""

    def __init__(self, screen: Screen) -> None:
        window = screen.window()
        room = window.screen().availableGeometry()
        width = min(theme.px(1120), room.width() - FRAME_PX)
        height = min(theme.px(760), room.height() - FRAME_PX)
        super().__init__(tr("Quality: control chart"), window, width, height)
        self._screen = screen
        self._processes: tuple[Process, ...] = ()
        self._process: Process | None = None
        self._charts: tuple[Chart, ...] = ()
        self.box.addLayout(self._make_choices())
        self.plots = tuple(ChartPlot(self._choose) for _ in MEASURES)
        charts = QWidget()
        in_column(*((plot, 1) for plot in self.plots), of=charts, margins=0, spacing=6)
        self.nothing = new_label(tr("Reading the stored grades…"), "quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(charts)
        self.box.addWidget(self._pages, 3)
        self.table = self._make_table()
        self.box.addWidget(self.table, 2)
        self.detail = new_label(name="note", wrap=True)
        self.opener = new_button(tr("Open study"), self._on_open)
        self.box.addLayout(in_row((self.detail, 1), self.opener))
        self.box.addWidget(new_label(translated(SOURCE), "quiet", wrap=True))
        self.finish()
        self._show_process(None)

    def _make_choices(self) -> QHBoxLayout:
        """Which images are compared, and the export."""
        self.scanner = Choice()
        self.scanner.setAccessibleName(tr("Scanner"))
        self.scanner.setMinimumContentsLength(30)
        self.scanner.activated.connect(self._on_scanner)
        self.kind = Choice()
        self.kind.setAccessibleName(tr("Kind of images"))
        self.kind.setMinimumContentsLength(24)
        self.kind.activated.connect(self._on_kind)
        self.since = QDateEdit()
        self.since.setAccessibleName(tr("Since"))
        self.since.setDisplayFormat(day_format())
        self.since.setCalendarPopup(True)
        self.since.setToolTip(
            tr(
                "The limits come from the first images since this day: choose the day after "
                "a service "
                "or an update of the scanner"
            )
        )
        self.since.dateChanged.connect(self._on_since)
        self.export = new_button(tr("Export CSV…"), self._on_export)
        parts: list[QWidget] = []
        choices = {tr("Scanner"): self.scanner, tr("Images"): self.kind, tr("Since"): self.since}
        for words, widget in choices.items():
            label = new_label(words, "quiet")
            label.setBuddy(widget)
            parts += [label, widget]
        return in_row(*parts, None, self.export, spacing=8)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(COLUMNS))
        table.setAccessibleName(tr("Grades in time"))
        table.setHorizontalHeaderLabels([translated(text) for text in COLUMNS])
        plain_table(table, ROW_HEIGHT_PX, read_only=True)
        table.setTabKeyNavigation(False)
        for column, width in ((0, 145), (1, 180), (2, 260), (3, 80), (4, 110), (5, 80)):
            table.setColumnWidth(column, theme.px(width))
        table.horizontalHeader().setStretchLastSection(True)
        table.itemSelectionChanged.connect(self._on_selected)
        table.itemActivated.connect(self._on_open)
        return table

    # --- What is shown -------------------------------------------------------------------------

    def show_history(self, history: "tuple[GradedScan, ...]") -> None:
        """Show the scanner of the open study; without one of it, the scanner with most images."""
        self._processes = processes(history)
        devices = {process.device.identity: process.device.label for process in self._processes}
        with QSignalBlocker(self.scanner):
            self.scanner.clear()
            for identity, label in devices.items():
                self.scanner.addItem(label, identity)
            study = self._screen.desk.state.study
            own = next((scan for scan in history if study and scan.study_uid == study.uid), None)
            if own is not None:
                self.scanner.setCurrentIndex(list(devices).index(own.device.identity))
        self.nothing.setText(translated(EMPTY))
        self._on_scanner()

    def _on_scanner(self) -> None:
        wanted = self.scanner.currentData()
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for process in self._processes:
                if wanted is not None and process.device.identity == tuple(wanted):
                    self.kind.addItem(f"{process.kind} ({len(process.scans)})", process)
        self._on_kind()

    def _on_kind(self) -> None:
        process: Process | None = self.kind.currentData()
        if process is not None:
            days = [point.when.date() for point in chart(process, MEASURES[0]).points]
            days += [point.when.date() for point in chart(process, EXPECTED_GRADE).points]
            first = min(days, default=None)
            if first is not None:
                with QSignalBlocker(self.since):
                    self.since.setDate(QDate(first.year, first.month, first.day))
        self._show_process(process)

    def _on_since(self, day: QDate) -> None:
        process: Process | None = self.kind.currentData()
        if process is not None:
            self._show_process(process.since(date(day.year(), day.month(), day.day())))

    def _show_process(self, process: Process | None) -> None:
        self._process = process
        self._charts = (
            () if process is None else tuple(chart(process, measure) for measure in MEASURES)
        )
        self._pages.setCurrentIndex(0 if process is None else 1)
        for widget in (self.scanner, self.kind, self.since, self.export):
            widget.setEnabled(process is not None)
        for plot, drawn in zip(self.plots, self._charts, strict=False):
            plot.show_chart(drawn)
        self._fill_table(process)
        self._say(None)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._show_process(self._process)

    def _fill_table(self, process: Process | None) -> None:
        scans = () if process is None else tuple(reversed(process.scans))
        broken: dict[int, list[str]] = {}
        for drawn in self._charts:
            for point in drawn.points:
                if point.rules:
                    numbers = ", ".join(map(str, point.rules))
                    rules = tr("{name}: rule {numbers}", name=drawn.measure.name, numbers=numbers)
                    broken.setdefault(id(point.scan), []).append(rules)
        self.table.setVisible(bool(scans))
        with QSignalBlocker(self.table):
            self.table.clearSelection()
            self.table.setRowCount(len(scans))
            for row, scan in enumerate(scans):
                words = (
                    (scan.acquired.replace("T", " ")[:16] or str(scan.study_date or "")),
                    scan.patient or tr("not in the list"),
                    scan.description,
                    "—" if scan.liver_cov is None else decimals(f"{scan.liver_cov:.1f} %"),
                    f"{scan.grade} {scan.verdict}" if scan.grade else f"– {scan.verdict}",
                    "—" if scan.probability_good is None else f"{scan.probability_good:.2f}",
                    "; ".join(broken.get(id(scan), [])),
                )
                for column, text in enumerate(words):
                    item = QTableWidgetItem(text)
                    item.setToolTip(text)
                    item.setData(Qt.ItemDataRole.UserRole, scan)
                    if column == len(words) - 1:
                        item.setForeground(QColor(theme.DOUBT))
                    self.table.setItem(row, column, item)

    # --- Gestures ------------------------------------------------------------------------------

    def selected(self) -> "GradedScan | None":
        """The image of the chosen point or row."""
        rows = self.table.selectionModel().selectedRows()
        return rows[0].data(Qt.ItemDataRole.UserRole) if rows else None

    def _choose(self, point: ChartPoint) -> None:
        """A point was clicked."""
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(Qt.ItemDataRole.UserRole) is point.scan:
                self.table.selectRow(row)
                self.table.scrollToItem(item)
                return

    def _on_selected(self) -> None:
        self._say(self.selected())

    def _say(self, scan: "GradedScan | None") -> None:
        self.opener.setEnabled(scan is not None and bool(scan.patient))
        for plot in self.plots:
            plot.mark(scan)
        if scan is None:
            few = self._process is not None and len(self._process.scans) < BASELINE
            words = tr("Click a point or a row to see which image it is.")
            if few:
                words += tr(
                    " Limits are drawn once there are {baseline} images.", baseline=BASELINE
                )
            self.detail.setText(words)
            return
        facts = [scan.acquired.replace("T", " ")[:16] or str(scan.study_date), scan.device.label]
        facts += [scan.patient or tr("no longer in the study list: open its folder again")]
        for drawn in self._charts:
            rules = next((point.rules for point in drawn.points if point.scan is scan), ())
            if rules:
                facts.append(f"{drawn.measure.name}: {rules_words(rules)}")
        self.detail.setText(" · ".join(facts))

    def _on_open(self) -> None:
        scan = self.selected()
        if scan is not None and scan.patient:
            self._screen.desk.library.open_study(scan.study_uid)

    def _on_export(self) -> None:
        if self._process is None:
            return
        file = ask_target(
            self._screen, tr("Save the history"), "quality-history.csv", tr("CSV (*.csv)")
        )
        if file is not None:
            try:
                write_history(self._process, file)
            except StationError as error:
                self.detail.setText(str(error))
            else:
                self.detail.setText(tr("Saved {file}", file=file))


class ChartPlot(QWidget):
    """One chart; pyqtgraph is imported when there is something to draw."""

    def __init__(self, chosen: Callable[[ChartPoint], None]) -> None:
        """`chosen` is called with the point that is clicked."""
        super().__init__()
        self._chosen = chosen
        self._plot: Any = None
        self._scatter: Any = None
        self._ring: Any = None
        self._chart: Chart | None = None
        self.title = new_label(name="quiet")
        self._box = in_column(self.title, of=self, margins=0, spacing=2)

    def show_chart(self, drawn: Chart) -> None:
        self._chart = drawn
        self.title.setText(_title(drawn))
        plot = self._made()
        plot.clear()
        self._scatter = self._ring = None
        import pyqtgraph as pg

        points = drawn.points
        if not points:
            return
        x = [point.when.timestamp() for point in points]
        y = [point.value for point in points]
        low, high = min(y), max(y)
        if drawn.limits is not None:
            styles = {"solid": Qt.PenStyle.SolidLine, "dash": Qt.PenStyle.DashLine}
            inks = {0: theme.QUIET, 2: theme.DOUBT, 3: theme.ADDED}
            for sds, style in LINES:
                colour = inks[sds]
                for side in {sds, -sds}:
                    at = drawn.limits.at(side)
                    if at < 0:
                        continue  # neither a CoV nor a grade is below 0
                    pen = pg.mkPen(colour, style=styles[style])
                    # After the last point. At 2 SD the lines are too close to others for labels.
                    named = {0: "mean", 3: tr("+3 SD"), -3: tr("−3 SD")}.get(side)
                    anchor = (1, {0: 0.5, 3: 1, -3: 0}.get(side, 0.5))
                    options = {
                        "position": 0.995,
                        "color": colour,
                        "fill": theme.PANEL,
                        "anchors": [anchor, anchor],
                    }
                    line = pg.InfiniteLine(at, angle=0, pen=pen, label=named, labelOpts=options)
                    plot.addItem(line)
                    low, high = min(low, at), max(high, at)
        plot.plot(x, y, pen=pg.mkPen(theme.EDGE))
        colours = [_colour(point) for point in points]
        self._scatter = pg.ScatterPlotItem(
            x=x,
            y=y,
            data=list(points),
            size=[11 if point.rules else 8 for point in points],
            symbol=["d" if point.rules else "o" for point in points],
            pen=None,
            brush=[pg.mkBrush(colour) for colour in colours],
            hoverable=True,
            tip=lambda x, y, data: _tip(data),
        )
        self._scatter.sigClicked.connect(self._on_clicked)
        plot.addItem(self._scatter)
        margin = (high - low) * 0.3 or max(abs(high) * 0.1, 0.1)
        plot.setYRange(low - margin, high + margin, padding=0)
        days = max(x[-1] - x[0], 86400.0)
        plot.setXRange(x[0] - 0.03 * days, x[-1] + 0.06 * days, padding=0)

    def mark(self, scan: "GradedScan | None") -> None:
        """Put a ring round the point of an image."""
        if self._plot is None:
            return
        if self._ring is not None:
            self._plot.removeItem(self._ring)
            self._ring = None
        points = self._chart.points if self._chart else ()
        point = next((shown for shown in points if shown.scan is scan), None)
        if point is not None:
            import pyqtgraph as pg

            self._ring = pg.ScatterPlotItem(
                x=[point.when.timestamp()],
                y=[point.value],
                size=18,
                pen=pg.mkPen(theme.BRIGHT, width=2),
                brush=None,
            )
            self._plot.addItem(self._ring)

    def _on_clicked(self, scatter: object, spots: Any, event: object = None) -> None:
        if len(spots):
            self._chosen(spots[0].data())

    def _made(self) -> Any:
        if self._plot is None:
            import pyqtgraph as pg

            self._plot = new_plot({"bottom": pg.DateAxisItem(utcOffset=None)})
            self._plot.getAxis("left").setWidth(44)
            self._plot.getPlotItem().setContentsMargins(
                0, theme.px(8), 0, 0
            )  # the highest number is not cut
            self._box.addWidget(self._plot, 1)
        return self._plot


def _colour(point: ChartPoint) -> str:
    """Of a point in control, one that breaks a rule of runs, and one beyond 3 SD."""
    if 1 in point.rules:
        return theme.ADDED
    return theme.DOUBT if point.rules else theme.ACCENT


def _title(drawn: Chart) -> str:
    name = f"{drawn.measure.name} ({drawn.measure.unit})"
    count = len(drawn.points)
    if not count:
        return tr("{name}: not measured in any image.", name=name)
    if drawn.limits is None:
        words = tr(
            "{count} of the {baseline} images needed for limits", count=count, baseline=BASELINE
        )
    else:
        limits = drawn.limits
        words = tr(
            "mean {mean:.2f}, SD {sd:.2f} of the first {baseline} of {count}",
            mean=limits.mean,
            sd=limits.sd,
            baseline=BASELINE,
            count=count,
        )
        broken = sum(bool(point.rules) for point in drawn.points)
        words = (
            tr("{figures}; {broken} break a rule", figures=words, broken=broken)
            if broken
            else tr("{figures}; in control", figures=words)
        )
    if drawn.other_weights:
        words = tr(
            "{figures}. {other_weights} graded with other weights are left out",
            figures=words,
            other_weights=drawn.other_weights,
        )
    return f"{name}: {words}"


def _tip(point: ChartPoint) -> str:
    lines = [minute(point.when), decimals(f"{point.value:.3g}"), point.scan.patient]
    if point.rules:
        lines.append(rules_words(point.rules))
    return "\n".join(line for line in lines if line)
