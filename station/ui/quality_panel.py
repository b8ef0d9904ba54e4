"""The panel "Quality": the grade of an image, the checks behind it, and what drives it."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from station.app import display
from station.app.quality_map import drivers, front_weights, heaviest_on_ray
from station.app.quality_state import (
    BLINDED,
    NO_PET,
    NO_STUDY,
    badge,
    evidence_refusal,
    grade_refusal,
    liver_refusal,
    liver_reset_refusal,
    looked_at,
    pets,
    quality_shown,
    result_refusal,
)
from station.app.quality_workflow import QualityWorkflow
from station.app.state import GradingStage, Point, Quality, State
from station.app.workflow import Workflow
from station.pet.image_quality import (
    GRADE_MEANS,
    GRADES,
    LOWEST_GOOD,
    Check,
    Interval,
    QualityGrade,
    Status,
)
from station.pet.study import Series
from station.pet.volume import Volume
from station.ui import theme

if TYPE_CHECKING:
    from station.pet.mip import Mip

ROW_HEIGHT_PX = 25
STATUS_PX, VALUE_PX, LIMITS_PX = 90, 80, 72
PICTURE_WIDTH_PX, PICTURE_PX = 150, 300
SHORT_UNITS = ("%", "min", "mm", "MBq/kg", "mmol/L")
"""Units that stand behind a value; what others mean is told below the table"""
EVIDENCE = (240, 140, 40)
"""Red, green, blue of what pulls a grade down, over the grey projection"""

STATUS_MARKS = {
    Status.FAIL: ("✕", theme.ADDED),
    Status.LOOK: ("!", "#e0c070"),
    Status.PASS: ("✓", theme.MORE),
    Status.NOT_POSSIBLE: ("–", theme.QUIET),
}
"""In the order in which they are listed"""
_GO_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVE_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    *_GO_KEYS,
)

WAITING = "The image is graded once the images are shown, so that the reading is not held up."
EXPLAINED = "The quality of a PET is graded and checked here when a study is open."
EVIDENCE_WORDS = (
    "Orange: where the network sees the quality lost. It need not be what a person would name."
)
EVIDENCE_OPACITY = 0.75
UNTESTED = "For research. The grade does not replace a look at the image."


class QualityPanel(QWidget):
    """One PET of the open study: that in the active column, or the one chosen above."""

    def __init__(
        self, workflow: Workflow, quality: QualityWorkflow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.workflow = workflow
        self.quality = quality
        self._shown: tuple[object, ...] = ()
        self._listed: tuple[Check, ...] = ()
        self._key = ""
        self.choice = QComboBox()
        self.choice.setToolTip("The PET whose quality is shown; else that in the active column")
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.activated.connect(self._on_chosen)
        self.words = _label("quiet")
        self.verdict = _label("title")
        self.meaning = _label("words")
        self.bars = Bars()
        self.reason = _label("problem")
        self.caution = _label("caution")
        self.suspicions = _label("note")
        self.told = _label("quiet")
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.table = ChecksTable()
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.cellClicked.connect(self._on_clicked)
        self.table.asked.connect(self._on_asked)
        self.detail = _label("note")
        self.evidence = EvidenceView()
        self.evidence.wanted.connect(self.quality.go_to)
        self.checks_heading = _label("heading")
        self.checks_heading.setText("CHECKS")
        self._arrange()
        quality.progressed.connect(self._on_progress)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _arrange(self) -> None:
        inner = QWidget()
        inner.setObjectName("panel")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 4, 0)
        box.setSpacing(8)
        for widget in (
            self.words,
            self.progress,
            self.verdict,
            self.meaning,
            self.bars,
            self.reason,
            self.caution,
            self.suspicions,
            self.evidence,
            self.checks_heading,
            self.table,
            self.detail,
            self.told,
        ):
            box.addWidget(widget)
        box.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.place = _button("Place liver sphere here", self.quality.place_liver)
        self.reset = _button("Reset", self.quality.reset_liver)
        self.drive = _button("Show what drives it", self.quality.show_evidence)
        self.report = _button("Report…", self._on_report)
        self.again = _button("Grade again", self.quality.grade_again)
        self.stop = _button("Stop", self._on_stop)
        self._buttons = QWidget()
        rows = QVBoxLayout(self._buttons)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(6)
        for line in ((self.place, self.reset, self.stop), (self.drive, self.report, self.again)):
            row = QHBoxLayout()
            row.setSpacing(6)
            for button in line:
                row.addWidget(button, 1 if button in (self.place, self.drive) else 0)
            rows.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 8, 12)
        outer.setSpacing(8)
        outer.addWidget(self.choice)
        outer.addWidget(area, 1)
        outer.addWidget(self._buttons)

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def _refresh(self, state: State) -> None:
        series = None if state.blinded else looked_at(state)
        quality = None if series is None else quality_shown(state, series.key)
        mip = None if series is None else state.mips.get(series.key)
        image = None if series is None else state.images.get(series.key)
        refusals = tuple(
            refusal(state)
            for refusal in (
                liver_refusal,
                liver_reset_refusal,
                evidence_refusal,
                result_refusal,
                grade_refusal,
            )
        )
        listed = () if state.blinded else pets(state)
        shown = (
            series,
            quality,
            listed,
            state.study is None,
            state.grader_problem,
            state.blinded,
            mip,
            image,
            refusals,
        )
        if shown == self._shown:
            return
        self._shown = shown
        self._fill_choice(listed, series)
        grade = quality.grade if quality else None
        self._show_words(state, series, quality)
        self._show_grade(series, quality)
        self._show_checks(quality)
        self._show_buttons(quality, refusals)
        upper = display.display_range(state, image).high if image else 1.0
        evidence = grade.evidence if grade else None
        self.evidence.show_evidence(evidence, mip if image else None, upper)

    def _fill_choice(self, listed: tuple[Series, ...], series: Series | None) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for one in listed:
                self.choice.addItem(one.description or one.label, one.key)
            self._key = "" if series is None else series.key
            self.choice.setCurrentIndex(self.choice.findData(self._key))
        self.choice.setVisible(bool(listed))
        self.choice.setEnabled(len(listed) > 1)

    def _show_words(self, state: State, series: Series | None, quality: Quality | None) -> None:
        """What stands in place of a grade, where there is none."""
        words = ""
        if state.blinded:
            words = BLINDED
        elif state.grader_problem:
            words = state.grader_problem
        elif state.study is None:
            words = f"{NO_STUDY} {EXPLAINED}"
        elif series is None:
            words = NO_PET
        elif quality is not None and quality.stage is GradingStage.WAITING:
            words = WAITING
        elif quality is not None and quality.stage is GradingStage.STOPPED:
            words = f"Not graded. {quality.why}"
        elif quality is not None and quality.stage is GradingStage.AT_WORK:
            words = self.words.text() if self.progress.isVisibleTo(self) else "Grading…"
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.progress.setVisible(quality is not None and quality.stage is GradingStage.AT_WORK)

    def _on_progress(self, key: str, fraction: float, message: str) -> None:
        if key == self._key and self.progress.isVisibleTo(self):
            self.progress.setValue(round(1000 * fraction))
            self.words.setText(f"{message} · {fraction * 100:.0f} %")

    def _show_grade(self, series: Series | None, quality: Quality | None) -> None:
        grade = quality.grade if quality else None
        there = grade is not None and series is not None
        for widget in (self.verdict, self.told):
            widget.setVisible(there)
        graded = grade is not None and grade.grade is not None
        self.meaning.setVisible(graded)
        self.bars.setVisible(graded)
        self.bars.show_grade(grade)
        reason = grade.reason if grade else None
        _say(self.reason, reason or "")
        _say(self.caution, (grade.caution if grade else None) or "")
        suspicions = grade.suspicions if grade else ()
        told = "".join(
            f"<tr><td>{escape(one.cause)}</td>"
            f'<td align="right" style="padding-left:14px">{one.probability:.0%}</td></tr>'
            for one in suspicions
        )
        _say(
            self.suspicions,
            f"What may have gone wrong<table>{told}</table>" if told else "",
        )
        if grade is None or series is None or quality is None:
            return
        shown = badge(series, quality)
        ground = {"good": theme.GOOD, "poor": theme.POOR}.get(shown.tone, "#3a414b")
        self.verdict.setText(shown.text)
        self.verdict.setStyleSheet(
            f"background: {ground}; color: {theme.BRIGHT}; border-radius: 4px; padding: 6px 10px; "
            "font-size: 16px; font-weight: 600;"
        )
        if grade.grade is not None:
            good = (
                ""
                if grade.probability_good is None
                else f" P(Good)\u00a0{grade.probability_good:.2f}."
            )
            meaning = GRADE_MEANS[grade.grade]
            self.meaning.setText(f"{meaning[:1].upper()}{meaning[1:]}.{good}")
        self.told.setText(_basis_words(grade, quality))

    def _show_checks(self, quality: Quality | None) -> None:
        checks = quality.control.checks if quality and quality.control else ()
        order = list(STATUS_MARKS)
        checks = tuple(sorted(checks, key=lambda check: order.index(check.status)))
        for widget in (self.checks_heading, self.table, self.detail):
            widget.setVisible(bool(checks))
        if checks == self._listed:
            return
        self._listed = checks
        self.table.show_checks(checks)
        self._say_check(None)

    def _show_buttons(self, quality: Quality | None, refusals: tuple[str | None, ...]) -> None:
        self._buttons.setVisible(quality is not None)
        buttons = (self.place, self.reset, self.drive, self.report, self.again)
        tips = (
            "Measure the liver where the crosshair is, in a sphere of 3 mL",
            "Put the liver's sphere where it was found automatically",
            "Find the places in the image that pull its grade down",
            "Write the one-page PET QA report as PDF",
            "Grade and check the image anew",
        )
        for button, refusal, tip in zip(buttons, refusals, tips, strict=True):
            button.setEnabled(refusal is None)
            button.setToolTip(refusal or tip)
        first = quality is not None and quality.grade is None
        self.again.setText("Grade" if first else "Grade again")
        at_work = quality is not None and quality.stage in (
            GradingStage.AT_WORK,
            GradingStage.WAITING,
        )
        self.stop.setVisible(at_work)

    # --- Gestures ------------------------------------------------------------------------------

    def _on_chosen(self, index: int) -> None:
        self.quality.choose(self.choice.itemData(index))

    def _on_stop(self) -> None:
        self.quality.stop(self._key)

    def _on_report(self) -> None:
        ask = getattr(self.window(), "ask_quality_report", None)
        if ask is not None:
            ask()

    def _on_selected(self) -> None:
        """A row was chosen, by mouse or arrow keys."""
        rows = {index.row() for index in self.table.selectedIndexes()}
        self._say_check(rows.pop() if len(rows) == 1 else None)

    def _on_clicked(self, row: int, column: int) -> None:
        self._go(row)

    def _on_asked(self) -> None:
        self._go(self.table.currentRow())

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._listed):
            self._say_check(row)
            place = self._listed[row].place_mm
            if place is not None:
                self.quality.go_to(place)

    def _say_check(self, row: int | None) -> None:
        if row is None or not 0 <= row < len(self._listed):
            self.detail.setText("Click a check to go to its place in all panes.")
            return
        check = self._listed[row]
        limits = limits_words(check.limits)
        told = [f"<b>{escape(check.name)}</b>: {escape(check.sentence)}"]
        if limits:
            told.append(f"Limits: {escape(limits)} {escape(check.unit)}. {escape(check.source)}.")
        if check.place_mm is None:
            told.append("It has no place to go to.")
        self.detail.setText("<br>".join(told))

    def take_focus(self) -> None:
        """Keys belong to the panel now: to the checks, where there are any."""
        target = self.again if self.again.isEnabled() else self.choice
        if self._listed:
            target = self.table
            if self.table.currentRow() < 0:
                self.table.selectRow(0)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


class ChecksTable(QTableWidget):
    """A row a check. Arrow keys move in it, Return goes to the place."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(0, 4)
        self.setHorizontalHeaderLabels(["Status", "Check", "Value", "Limits"])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT_PX)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        # Two checks differ in the last word of their names.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((0, STATUS_PX), (2, VALUE_PX), (3, LIMITS_PX)):
            self.setColumnWidth(column, width)

    def show_checks(self, checks: tuple[Check, ...]) -> None:
        self.clearSelection()
        self.setRowCount(len(checks))
        for row, check in enumerate(checks):
            mark, colour = STATUS_MARKS[check.status]
            cells = (
                f"{mark}  {check.status}",
                check.name,
                value_words(check),
                limits_words(check.limits),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setFont(theme.font(theme.PANEL_PX if column else theme.SMALL_PX))
                item.setToolTip(f"{check.sentence}\n{check.unit}\nLimits: {check.source}")
                if column == 0:
                    item.setForeground(QColor(colour))
                elif check.status is Status.NOT_POSSIBLE:
                    item.setForeground(QColor(theme.QUIET))
                if column >= 2:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.setItem(row, column, item)
        # All rows are seen: what scrolls is the panel.
        height = self.horizontalHeader().sizeHint().height() + ROW_HEIGHT_PX * len(checks) + 2
        self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _MOVE_KEYS
        ):
            event.accept()  # else they would move the slices
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _GO_KEYS:
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class Bars(QWidget):
    """The probabilities of the five grades."""

    ROW_PX = 17

    def __init__(self) -> None:
        super().__init__()
        self._grade: QualityGrade | None = None
        self.setFixedHeight(self.ROW_PX * len(GRADES) + 2)

    def show_grade(self, grade: QualityGrade | None) -> None:
        self._grade = grade
        shares = grade.probabilities if grade else None
        told = (
            [] if shares is None else [f"{g}: {p:.0%}" for g, p in zip(GRADES, shares, strict=True)]
        )
        self.setAccessibleName("Probabilities of the grades: " + ", ".join(told))
        lines = [f"{g} {GRADE_MEANS[g]}" for g in GRADES]
        self.setToolTip("\n".join(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._grade is None or self._grade.probabilities is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        left, right = 18.0, self.width() - 46.0
        for row, grade in enumerate(GRADES):
            share = self._grade.probabilities[row]
            chosen = grade == self._grade.grade
            line = QRectF(0, row * self.ROW_PX, self.width(), self.ROW_PX)
            painter.setPen(QColor(theme.BRIGHT if chosen else theme.QUIET))
            painter.drawText(line.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(grade))
            painter.drawText(
                line,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
                _percent(share),
            )
            painter.setPen(Qt.PenStyle.NoPen)
            trough = QRectF(left, line.top() + 4, right - left, self.ROW_PX - 8)
            painter.setBrush(QColor(theme.FIELD))
            painter.drawRoundedRect(trough, 2, 2)
            colour = QColor("#4b9670" if grade >= LOWEST_GOOD else "#b0605a")
            colour.setAlphaF(1.0 if chosen else 0.65)
            painter.setBrush(colour)
            trough.setWidth(max(trough.width() * share, 1.5))
            painter.drawRoundedRect(trough, 2, 2)
        painter.end()


class EvidenceView(QWidget):
    """What drives a grade: a map over the front projection, and its strongest places."""

    wanted = Signal(tuple)
    """LPS mm of a place to look at"""

    def __init__(self) -> None:
        super().__init__()
        heading = _label("heading")
        heading.setText("WHAT PULLS THE GRADE DOWN")
        self.words = _label("quiet")
        self.picture = EvidencePicture()
        self.picture.wanted.connect(self.wanted)
        self.places = QListWidget()
        self.places.itemClicked.connect(self._on_item)
        self.places.itemActivated.connect(self._on_item)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.addWidget(self.places)
        beside.addWidget(self.words)
        beside.addStretch()
        row.addLayout(beside, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(heading)
        box.addLayout(row)
        self._shown: object = None

    def show_evidence(self, evidence: Volume | None, mip: "Mip | None", upper: float) -> None:
        """The map of a grade over the image's projection, where that is there; None: no map.

        `upper`: the value that is drawn black, in the image's unit.
        """
        shown = (evidence, mip, upper)
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(evidence is not None)
        if evidence is None:
            self.picture.show_map(None, None, upper)
            return
        found = drivers(evidence)
        self.places.clear()
        for one in found:
            share = one.weight / found[0].weight
            item = QListWidgetItem(f"{place_words(one.position_mm)}   {share:.0%}")
            item.setData(Qt.ItemDataRole.UserRole, one.position_mm)
            item.setToolTip("Go there. The share is of the strongest place.")
            self.places.addItem(item)
        self.places.setFixedHeight(22 * len(found) + 6)
        self.places.setVisible(bool(found))
        self.picture.setVisible(mip is not None and bool(found))
        self.words.setText(
            EVIDENCE_WORDS if found else "No place in the image pulls its grade down."
        )
        self.picture.show_map(evidence if found else None, mip, upper)

    def _on_item(self, item: QListWidgetItem) -> None:
        self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))


class EvidencePicture(QWidget):
    """The projection from the front in inverse grey, what pulls the grade down in colour over it.

    A click goes to the place that weighs most along its ray.
    """

    wanted = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._map: Volume | None = None
        self._mip: Mip | None = None
        self._image: QImage | None = None
        self.setFixedSize(PICTURE_WIDTH_PX, PICTURE_PX)
        self.setToolTip("From the front, the patient's right on the left. Click to go there.")
        self.setAccessibleName("What pulls the grade down, over the projection from the front")

    def show_map(self, evidence: Volume | None, mip: "Mip | None", upper: float) -> None:
        self._map, self._mip, self._image = evidence, mip, None
        if evidence is None or mip is None:
            return
        grey = np.clip(1 - mip.image(0) / upper, 0, 1)
        weight = np.clip(front_weights(evidence, mip), 0, 1)[..., None] * EVIDENCE_OPACITY
        colour = np.array(EVIDENCE, np.float32) / 255
        mixed = (grey[..., None] * (1 - weight) + colour * weight) * 255
        pixels = np.ascontiguousarray(np.rint(mixed), np.uint8)
        rows, columns = grey.shape
        kind = QImage.Format.Format_RGB888
        self._image = QImage(pixels.data, columns, rows, 3 * columns, kind).copy()
        row_mm, column_mm = mip.pixel_mm
        height = min(PICTURE_PX, round(PICTURE_WIDTH_PX * rows * row_mm / (columns * column_mm)))
        self.setFixedSize(PICTURE_WIDTH_PX, height)
        self.update()

    def _box(self) -> QRectF:
        """Where the picture is drawn: as large as fits, its proportions kept."""
        if self._image is None or self._mip is None:
            return QRectF()
        row_mm, column_mm = self._mip.pixel_mm
        height_mm = self._image.height() * row_mm
        width_mm = self._image.width() * column_mm
        scale = min(self.width() / width_mm, self.height() / height_mm)
        width, height = width_mm * scale, height_mm * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._box(), self._image)
        painter.setPen(QPen(QColor(theme.HAIRLINE)))
        painter.drawRect(self._box())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        box = self._box()
        at: QPointF = event.position()
        if self._image is None or self._mip is None or self._map is None or not box.contains(at):
            return
        row = (at.y() - box.top()) / box.height() * self._image.height() - 0.5
        column = (at.x() - box.left()) / box.width() * self._image.width() - 0.5
        self.wanted.emit(heaviest_on_ray(self._map, self._mip, row, column))


# --- Words ---------------------------------------------------------------------------------------


def value_words(check: Check) -> str:
    """`2.14`, `9.5 %`, `62 min`: only short units, and none that the name says."""
    if check.value is None:
        return "—"
    unit = "%" if check.unit.startswith("%") else check.unit
    number = number_words(check.value)
    return f"{number} {unit}" if unit in SHORT_UNITS else number


def number_words(value: float) -> str:
    """Three figures, as far as they say something, and whole numbers whole."""
    text = f"{value:.0f}" if abs(value) >= 100 or value == round(value) else f"{value:.3g}"
    return text.replace("-", "−")


def limits_words(limits: Interval) -> str:
    """`1.3–3`, `≤ 15`, `≥ 70`; empty where there are none."""
    low, high = limits
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"≥ {low:g}" if high is None else f"≤ {high:g}"
    return f"{low:g}–{high:g}"


def place_words(position_mm: Point) -> str:
    """`L 26  A 22  S 164`: the side in a letter, whole millimetres."""
    letters = (("R", "L"), ("A", "P"), ("I", "S"))
    return "  ".join(
        f"{pair[value >= 0]} {abs(value):.0f}"
        for pair, value in zip(letters, position_mm, strict=True)
    )


def _basis_words(grade: QualityGrade, quality: Quality) -> str:
    """Which weights graded, when, and what to make of it."""
    parts = [UNTESTED]
    model = grade.model
    if model is not None:
        parts.append(f"{model.name} {model.version}, weights {model.sha256[:8]}.")
    if quality.graded_at is not None:
        day = f"{quality.graded_at.astimezone():%Y-%m-%d %H:%M}"
        parts.append(f"Graded {day}{', kept since' if quality.kept else ''}.")
    return " ".join(parts)


def _percent(share: float) -> str:
    return "< 1 %" if 0 < share < 0.01 else f"{share * 100:.0f} %"


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _button(text: str, verb: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(verb)
    return button
