"""The panel "Quality": the grade of an image, the checks behind it, and what drives it."""

from html import escape

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QScrollArea,
    QWidget,
)

from station.app.language import marked, minute, tr, translated
from station.app.quality.state import (
    BLINDED,
    NO_PET,
    NO_STUDY,
    Badge,
    badge,
    driven_words,
    evidence_refusal,
    grade_refusal,
    liver_refusal,
    liver_reset_refusal,
    looked_at,
    pets,
    quality_shown,
    result_refusal,
)
from station.app.quality.workflow import QualityWorkflow
from station.app.state import GradingStage, Quality, State
from station.app.viewing import display
from station.app.workflow import Workflow
from station.pet.image_quality import (
    GRADE_MEANS,
    GRADES,
    LOWEST_GOOD,
    Check,
    QualityGrade,
)
from station.pet.study import Series
from station.ui import theme
from station.ui.elements import (
    BAR_STEPS,
    Choice,
    in_column,
    in_row,
    new_bar,
    new_button,
    new_label,
    say,
    scrolling,
)
from station.ui.quality.badge import ground_of
from station.ui.quality.checks import CheckDetail, ChecksTable, summary_html
from station.ui.quality.evidence import EvidenceView

WAITING = marked("The image is graded once all images are shown, so that reading is not held up.")
EXPLAINED = marked("The quality of a PET is graded and checked here when a study is open.")
KEPT_TOGETHER = 30
"""A cause with fewer letters is not split between two lines"""
UNTESTED = marked("For research. The grade does not replace a look at the image.")


class QualityPanel(QWidget):
    """One PET of the open study: that in the active column, or the one chosen above."""

    def __init__(
        self,
        workflow: Workflow,
        quality: QualityWorkflow,
        report: QAction,
        parent: QWidget | None = None,
    ) -> None:
        """`report` asks where the report is to be saved."""
        super().__init__(parent)
        self.setObjectName("panel")
        self.workflow = workflow
        self.quality = quality
        self._report = report
        self._shown: tuple[object, ...] = ()
        self._checked: tuple[str, tuple[Check, ...]] = ("", ())
        """Series key of the listed checks, and the checks"""
        self._key = ""
        self.choice = Choice()
        self.choice.setAccessibleName(tr("Image whose quality is shown"))
        self.choice.setToolTip(
            tr("The PET whose quality is shown (default: that in the active column)")
        )
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.activated.connect(self._on_chosen)
        self.words = _text("quiet")
        self.verdict = VerdictBar()
        self.meaning = _text("words")
        self.bars = Bars()
        self.reason = _text("caution")
        self.caution = _text("caution")
        self.suspicions = _text("note")
        self.basis = _text("quiet")
        self.progress = new_bar()
        self.table = ChecksTable()
        self.detail = CheckDetail()
        self.table.chosen.connect(self._on_check)
        self.table.wanted.connect(self._on_wanted)
        self.evidence = EvidenceView()
        self.evidence.wanted.connect(self.quality.go_to)
        self.checks_heading = _text("heading")
        self.unchecked = _text("note")
        self._arrange()
        quality.progressed.connect(self._on_progress)
        workflow.session.changed.connect(self._on_changed)
        self._refresh(workflow.state)

    def _arrange(self) -> None:
        self._inner = inner = QWidget()
        inner.setObjectName("panel")
        in_column(
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
            self.unchecked,
            self.basis,
            None,
            of=inner,
            margins=(0, 0, 4, 0),
            spacing=8,
        )
        self._area = scrolling(QScrollArea(), inner)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.place = new_button(tr("Place liver sphere here"), self.quality.place_liver)
        self.reset = new_button(tr("Reset"), self.quality.reset_liver)
        self.drive = new_button(tr("Show what drives it"), self.quality.show_evidence)
        self.report = new_button(tr("Report…"), self._report.trigger)
        self.again = new_button(tr("Grade again"), self.quality.grade_again)
        self.stop = new_button(tr("Stop"), self._on_stop)
        self._buttons = QWidget()
        in_column(
            in_row((self.place, 1), self.reset, self.stop, spacing=6),
            in_row((self.drive, 1), self.report, self.again, spacing=6),
            of=self._buttons,
            margins=(0, 0, 4, 0),
            spacing=6,
        )
        # The detail is next to its row, however far down in the list that is.
        parts = (self.choice, (self._area, 1), self.detail, self._buttons)
        in_column(*parts, of=self, margins=(10, 12, 8, 12), spacing=8)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.workflow.session.set(checks_in_front=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.workflow.session.set(checks_in_front=False)

    # --- Following the state -------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        self._refresh(after)

    def look_changed(self) -> None:
        """In the colours and the size of text that are now in use."""
        self._shown, self._checked = (), ("", ())
        self.evidence.forget()
        self._refresh(self.workflow.state)

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
        self._show_checks(series, quality)
        self._show_buttons(quality, refusals)
        upper = display.display_range(state, image).high if image else 1.0
        evidence = grade.evidence if grade else None
        self.evidence.show_evidence(evidence, mip if image else None, upper)

    def _fill_choice(self, listed: tuple[Series, ...], series: Series | None) -> None:
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for pet in listed:
                self.choice.addItem(pet.description or pet.label, pet.key)
            self._key = "" if series is None else series.key
            self.choice.setCurrentIndex(self.choice.findData(self._key))
        self.choice.setVisible(bool(listed))
        self.choice.setEnabled(len(listed) > 1)

    def _show_words(self, state: State, series: Series | None, quality: Quality | None) -> None:
        """What is shown in place of a grade, where there is none."""
        words = ""
        if state.blinded:
            words = translated(BLINDED)
        elif state.grader_problem:
            words = state.grader_problem
        elif state.study is None:
            words = f"{translated(NO_STUDY)} {translated(EXPLAINED)}"
        elif series is None:
            words = translated(NO_PET)
        elif quality is not None and quality.stage is GradingStage.WAITING:
            words = translated(WAITING)
        elif quality is not None and quality.stage is GradingStage.AT_WORK:
            words = self.words.text() if self.progress.isVisibleTo(self) else tr("Grading…")
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.progress.setVisible(quality is not None and quality.stage is GradingStage.AT_WORK)

    def _on_progress(self, key: str, fraction: float, message: str) -> None:
        if key == self._key and self.progress.isVisibleTo(self):
            self.progress.setValue(round(BAR_STEPS * fraction))
            self.words.setText(f"{message} · {fraction * 100:.0f} %")

    def _show_grade(self, series: Series | None, quality: Quality | None) -> None:
        grade = quality.grade if quality else None
        stopped = quality is not None and quality.stage is GradingStage.STOPPED
        self.verdict.setVisible(grade is not None or stopped)
        graded = grade is not None and grade.grade is not None
        for widget in (self.meaning, self.bars):
            widget.setVisible(graded)
        self.bars.show_grade(grade)
        reason = (grade.reason if grade else None) or (
            translated(quality.why) if quality and stopped else ""
        )
        say(self.reason, reason)
        say(self.caution, (grade.caution if grade else None) or "")
        say(self.suspicions, _suspected(grade) if grade else "")
        say(self.basis, _basis_words(grade, quality) if grade and quality else "")
        if series is not None and quality is not None and (grade is not None or stopped):
            shown = badge(series, quality)
            good = grade.probability_good if grade else None
            self.verdict.show_verdict(shown, good)
        if grade is not None and grade.grade is not None:
            meaning = translated(GRADE_MEANS[grade.grade])
            self.meaning.setText(tr("{words}.", words=f"{meaning[:1].upper()}{meaning[1:]}"))

    def _show_checks(self, series: Series | None, quality: Quality | None) -> None:
        checks = quality.control.checks if quality and quality.control else ()
        for widget in (self.checks_heading, self.table, self.detail):
            widget.setVisible(bool(checks))
        refusal = quality.control.refusal if quality and quality.control else None
        reason = quality.grade.reason if quality and quality.grade else None
        say(
            self.unchecked,
            tr("Not checked. {refusal}", refusal=refusal) if refusal and refusal != reason else "",
        )
        before, now = self._checked, ("" if series is None else series.key, checks)
        if now == before:
            return
        self._checked = now
        self.checks_heading.setText(
            tr("CHECKS &nbsp; {summary_html}", summary_html=summary_html(checks))
        )
        self.table.show_checks(checks, same_image=now[0] == before[0])

    def _show_buttons(self, quality: Quality | None, refusals: tuple[str | None, ...]) -> None:
        self._buttons.setVisible(quality is not None)
        buttons = (self.place, self.reset, self.drive, self.report, self.again)
        tips = (
            tr("Measure the liver at the crosshair, in a 3 mL sphere"),
            tr("Put the liver sphere back where it was placed automatically"),
            tr("Find the places in the image that pull its grade down"),
            tr("Write the one-page PET QA report as PDF"),
            tr("Grade and check the image again"),
        )
        for button, refusal, tip in zip(buttons, refusals, tips, strict=True):
            button.setEnabled(refusal is None)
            button.setToolTip(translated(refusal or tip))
        first = quality is not None and quality.grade is None
        self.again.setText(tr("Grade") if first else tr("Grade again"))
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

    def _on_check(self, check: Check | None) -> None:
        """A row was chosen: show what the check found, and keep the row in sight."""
        self.detail.show_check(check)
        if check is not None:
            row = self.table.row_box(check)
            row.moveTopLeft(self.table.viewport().mapTo(self._inner, row.topLeft()))
            self._area.ensureVisible(row.left(), row.center().y(), 0, row.height())

    def _on_wanted(self, check: Check) -> None:
        if check.place_mm is not None:
            self.quality.go_to(check.place_mm)

    def take_focus(self) -> None:
        """Give the keyboard to the panel: to the checks, where there are any."""
        target = self.again if self.again.isEnabled() else self.choice
        if self.table.checks:
            target = self.table
            if self.table.currentRow() < 0:
                self.table.selectRow(0)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


class VerdictBar(QFrame):
    """Grade and verdict in their colour, and how probable Good is."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict")
        self._words = QLabel()
        self._good = QLabel()
        self._good.setToolTip(tr("The probability of the grades 3 to 5"))
        in_row(self._words, None, self._good, of=self, margins=(10, 6, 10, 6))

    def show_verdict(self, shown: Badge, probability_good: float | None) -> None:
        self._words.setText(f"{shown.text[:1].upper()}{shown.text[1:]}")
        self._good.setText(
            ""
            if probability_good is None
            else tr("P(Good) {probability_good:.2f}", probability_good=probability_good)
        )
        ground = ground_of(shown.tone) or theme.BUTTON
        self.setStyleSheet(
            f"QFrame#verdict {{ background: {ground}; border-radius: 4px; }}"
            f"QFrame#verdict QLabel {{ color: {theme.ON_VERDICT}; font-weight: 600; }}"
        )
        self._words.setStyleSheet(f"font-size: {theme.px(16)}px;")

    def text(self) -> str:
        return self._words.text()


class Bars(QWidget):
    """The probabilities of the five grades, side by side."""

    GAP_PX, WORDS_PX, BAR_PX, INDENT_PX = 8, 16, 8, 13

    def __init__(self) -> None:
        super().__init__()
        self._grade: QualityGrade | None = None
        self.setFixedHeight(theme.px(self.WORDS_PX + self.BAR_PX + 2))

    def show_grade(self, grade: QualityGrade | None) -> None:
        self._grade = grade
        shares = grade.probabilities if grade else None
        words = (
            [] if shares is None else [f"{g}: {p:.0%}" for g, p in zip(GRADES, shares, strict=True)]
        )
        self.setAccessibleName(tr("Probabilities of the grades: ") + ", ".join(words))
        lines = [f"{g} {GRADE_MEANS[g]}" for g in GRADES]
        self.setToolTip(tr("How probable each grade is\n") + "\n".join(lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._grade is None or self._grade.probabilities is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        gap, words, bar = (theme.px(side) for side in (self.GAP_PX, self.WORDS_PX, self.BAR_PX))
        width = (self.width() - gap * (len(GRADES) - 1)) / len(GRADES)
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, grade in enumerate(GRADES):
            share = self._grade.probabilities[number]
            chosen = grade == self._grade.grade
            line = QRectF(number * (width + gap), 0, width, words)
            painter.setPen(QColor(theme.BRIGHT if chosen else theme.QUIET))
            painter.drawText(line, middle, str(grade))
            painter.drawText(
                line.adjusted(theme.px(self.INDENT_PX), 0, 0, 0), middle, _percent(share)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            trough = QRectF(line.left(), words, width, bar)
            painter.setBrush(QColor(theme.FIELD))
            painter.drawRoundedRect(trough, 2, 2)
            colour = QColor(theme.GOOD_BAR if grade >= LOWEST_GOOD else theme.POOR_BAR)
            colour.setAlphaF(1.0 if chosen else 0.65)
            painter.setBrush(colour)
            trough.setWidth(max(width * share, 1.5))
            painter.drawRoundedRect(trough, 2, 2)
        painter.end()


def _suspected(grade: QualityGrade) -> str:
    """What drives the grade, and what may have gone wrong in the examination, the most probable
    first; empty: nothing."""
    causes = [
        f"{escape(translated(one.cause))} {_percent(one.probability)}" for one in grade.suspicions
    ]
    words = ", ".join(
        cause.replace(" ", "\u00a0") if len(cause) < KEPT_TOGETHER else cause for cause in causes
    )
    suspected = tr("What may have gone wrong: <b>{words}</b>", words=words) if causes else ""
    return "<br>".join(line for line in (escape(driven_words(grade)), suspected) if line)


def _basis_words(grade: QualityGrade, quality: Quality) -> str:
    """Which weights graded, when, and what to make of it."""
    parts = [translated(UNTESTED)]
    model = grade.model
    if model is not None:
        parts.append(
            tr(
                "{name} {version}, weights {sha256}.",
                name=model.name,
                version=model.version,
                sha256=model.sha256[:8],
            )
        )
    if quality.graded_at is not None:
        day = minute(quality.graded_at.astimezone())
        parts.append(
            tr("Graded {day}, kept since.", day=day)
            if quality.kept
            else tr("Graded {day}.", day=day)
        )
    return " ".join(parts)


def _percent(share: float) -> str:
    return "< 1 %" if 0 < share < 0.01 else f"{share * 100:.0f} %"


def _text(name: str) -> QLabel:
    return new_label(name=name, wrap=True, selectable=True)
