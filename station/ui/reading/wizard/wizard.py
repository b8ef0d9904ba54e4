"""Reading ▸ New reader study: from a protocol and cases of the archive to a study that is ready."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from station.app.desk import Desk
from station.app.jobs import Failure, Job
from station.app.language import tr, translated
from station.operations.reading.candidates import Candidate, candidates
from station.operations.reading.prepare import (
    Preparation,
    StudySetup,
    cases_problem,
    cautions,
    due_problem,
    name_problem,
    people_problem,
    prepare,
    study_names,
)
from station.progress import Report
from station.ui import theme
from station.ui.action import Screen
from station.ui.elements import fit, in_column, in_row, new_button, new_label, say, set_look
from station.ui.reading.wizard.cases import CasesPage
from station.ui.reading.wizard.pages import EndPage, PeoplePage, ProtocolPage, SummaryPage
from station.ui.reading.wizard.planning import PlanPage

SIZE_PX = (1080, 660)
STEPS_WIDTH_PX = 172


def show_new_study(screen: Screen) -> "NewStudyWizard":
    """Open the wizard over the reading window."""
    wizard = NewStudyWizard(screen.desk, screen.window())
    wizard.show()
    return wizard


class NewStudyWizard(QDialog):
    """Pages on the right, the steps on the left, what is still missing at the bottom."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wizard")
        self.setWindowTitle(tr("New reader study"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *SIZE_PX)
        self._jobs = desk.jobs
        self._home = desk.home
        self._known: tuple[str, ...] = ()
        self._job: Job | None = None
        self._made: list[Preparation] = []
        """What the work under way made, even if it was asked too late to stop"""
        self._closing = False
        self.protocol = ProtocolPage()
        self.planning = PlanPage(desk.jobs)
        self.cases = CasesPage()
        self.people = PeoplePage()
        self.summary = SummaryPage()
        self.end = EndPage()
        self._pages = (
            self.protocol,
            self.planning,
            self.cases,
            self.people,
            self.summary,
            self.end,
        )
        self._make()
        for page in (self.protocol, self.cases, self.people):
            page.changed.connect(self._refresh)
        self._look_through_archive()
        self._go(0)

    # -- making ------------------------------------------------------------------------------------

    def _make(self) -> None:
        self._steps = [
            QLabel(f"{n}   {translated(page.title)}") for n, page in enumerate(self._pages, 1)
        ]
        side = QFrame()
        side.setObjectName("steps")
        side.setFixedWidth(theme.px(STEPS_WIDTH_PX))
        in_column(*self._steps, None, of=side, margins=(20, 24, 12, 16), spacing=14)
        self._title = new_label(name="emptytitle")
        self._intro = new_label(name="quiet", wrap=True)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self.missing = new_label(name="quiet", wrap=True)
        self.cancel = new_button(tr("Cancel"), self.reject)
        self.back = new_button(tr("Back"), lambda: self._go(self._at - 1))
        self.next = new_button(tr("Next"), self._on_next, "primary")
        low = Qt.AlignmentFlag.AlignBottom
        buttons = ((self.cancel, 0, low), (self.back, 0, low), (self.next, 0, low))
        main = in_column(
            self._title,
            self._intro,
            8,
            (self._stack, 1),
            8,
            in_row((self.missing, 1), *buttons, spacing=8),
            margins=(24, 22, 24, 16),
            spacing=6,
        )
        in_row(side, (main, 1), of=self, margins=0, spacing=0)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is Next, wherever the cursor is
        self.next.setDefault(True)

    def _look_through_archive(self) -> None:
        home = self._home

        def work(report: Report) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
            return candidates(home, report), study_names(home)

        self._jobs.start(
            tr("Looking for cases"), work, self._on_archive, self, failed=self._on_archive_failed
        )

    def _on_archive(self, result: tuple[tuple[Candidate, ...], tuple[str, ...]]) -> None:
        offered, self._known = result
        self.cases.put(offered)
        self._refresh()

    def _on_archive_failed(self, failure: Failure) -> None:
        self.cases.fail(failure.sentence)

    # -- from page to page -------------------------------------------------------------------------

    @property
    def _at(self) -> int:
        return self._stack.currentIndex()

    def _go(self, to: int) -> None:
        page = self._pages[to]
        if page is self.summary and self.protocol.protocol is not None:
            request, protocol = self.request, self.protocol.protocol
            self.summary.tell(request, protocol, cautions(request, protocol))
        self._stack.setCurrentIndex(to)
        self._title.setText(translated(page.title))
        say(self._intro, translated(page.intro))
        for number, step in enumerate(self._steps):
            set_look(step, "step" if number > to else "stepnow" if number == to else "stepdone")
        self._refresh()
        page.take_focus()

    def _on_next(self) -> None:
        if self._pages[self._at] is self.end:
            self.accept()
        elif self._problem() is None:
            if self._pages[self._at + 1] is self.end:
                self._begin()
            self._go(self._at + 1)

    @property
    def request(self) -> StudySetup:
        return StudySetup(
            name=self.protocol.name.text().strip(),
            protocol=self.protocol.path,
            cases=self.cases.cases,
            practice=self.cases.practised,
            people=self.people.people,
            due=self.people.due,
        )

    def _problem(self) -> str | None:
        """What is still missing on this page."""
        page, protocol = self._pages[self._at], self.protocol.protocol
        if page is self.protocol:
            if not self.protocol.name.text().strip():
                return tr("Give the study a name.")
            if protocol is None:
                return tr("The protocol has mistakes. Correct them, or choose another protocol.")
            return name_problem(self.protocol.name.text(), self._known)
        if page is self.cases and protocol is not None:
            return cases_problem(protocol, len(self.cases.cases), len(self.cases.practised))
        if page is self.people:
            return (
                self.people.problem
                or people_problem(self.people.people)
                or due_problem(self.people.due, date.today())
            )
        return None

    def _refresh(self) -> None:
        page = self._pages[self._at]
        problem = self._problem()
        self.missing.setText(translated(problem or ""))
        working = self._job is not None
        at_end = page is self.end
        done = at_end and not working
        started = done and bool(self._made) and self._made[-1].started
        self.next.setText(
            tr("Close")
            if at_end
            else tr("Prepare the study")
            if page is self.summary
            else tr("Next")
        )
        self.next.setEnabled(problem is None and not working)
        self.next.setVisible(not working)
        self.back.setVisible(not working and not started)
        self.back.setEnabled(self._at > 0)
        self.cancel.setVisible(not done)

    # -- the work ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        request, home, made = self.request, self._home, self._made
        made.clear()
        self.end.progress(0.0, tr("Preparing the study"))

        def work(report: Report) -> Preparation:
            result = prepare(home, request, report)
            made.append(result)
            return result

        # A job that runs at once has ended before it is returned.
        self._job = None
        job = self._jobs.start(
            tr("Preparing a reader study"), work, self._on_prepared, self, failed=self._on_failed
        )
        if job in self._jobs.running:
            self._job = job
            job.progressed.connect(self._on_progress)
            job.cancelled.connect(self._on_cancelled)
            job.ended.connect(self._on_ended)

    def _on_progress(self, fraction: float, message: str) -> None:
        if self._job is not None and not self._job.asked_to_stop:
            self.end.progress(fraction, message)

    def _on_prepared(self, result: Preparation) -> None:
        self.end.tell(result)

    def _on_failed(self, failure: Failure) -> None:
        self.end.fail(
            tr("The study could not be prepared"),
            tr("{sentence} Nothing was kept.", sentence=failure.sentence),
        )

    def _on_cancelled(self) -> None:
        if self._made:  # it had finished before it was asked to stop
            self.end.tell(self._made[-1])
        else:
            self.end.fail(tr("Cancelled"), tr("The preparation was cancelled. Nothing was kept."))

    def _on_ended(self) -> None:
        self._job = None
        self._refresh()
        if self._closing:
            self.close()

    # -- leaving -----------------------------------------------------------------------------------

    def reject(self) -> None:
        """Esc and Cancel: work under way is stopped first; then the dialog stays, and says so."""
        if self._job is None:
            super().reject()
        else:
            self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._closing = True
            self._stop()
            event.ignore()
            return
        self._jobs.cancel(lambda key: key in (self, self.planning))
        super().closeEvent(event)

    def done(self, result: int) -> None:
        self._jobs.cancel(lambda key: key in (self, self.planning))
        super().done(result)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.end.words.setText(tr("Cancelling …"))
