"""Following a reader study as its coordinator: what the view shows, and what each button does.

Everything goes through the sitting of a coordinator who has signed in, off the GUI thread. Until
the study is locked nothing here names an arm: images go by their codes.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from station.app.jobs import Failure, Job, Jobs
from station.app.language import tr
from station.app.reading.overview import HistoryLine, history_lines
from station.archive.readings import CoordinatorSitting, NewPerson, Person, StudyProgress
from station.archive.verifying import Verdict
from station.operations.quality.grader import (
    Grader,
    installed_model,
    shipped_grader,
    shipped_problem,
)
from station.progress import Report, part
from station.reading.bootstrap import natural
from station.reading.protocol import Protocol, StudyRole
from station.reading.worklist import Key, Kind, SourceSeries
from station.whole_file import writing

if TYPE_CHECKING:
    from station.operations.reading.grades import GradedNow
    from station.reading.grade_agreement import GradeComparison

__all__ = [
    "Checked",
    "Coordination",
    "Followed",
    "Known",
    "NewPerson",
    "OpenedKey",
    "StudyRole",
]

REFRESH_MS = 30_000
"""How often the view asks the record by itself"""

T = TypeVar("T")


@dataclass(frozen=True)
class Known:
    """What the record said when it was last read."""

    at: datetime
    """Aware, UTC"""
    progress: StudyProgress
    people: tuple[Person, ...]
    history: tuple[HistoryLine, ...]
    """Last to first"""
    arms: Mapping[str, str] = field(default_factory=dict[str, str])
    """Image code → "case 7, DL"; empty until the study is locked"""


@dataclass(frozen=True, eq=False)
class Compared:
    """The QA grade next to the readers' scores, and what could still be graded."""

    comparison: "GradeComparison"
    to_grade: tuple[SourceSeries, ...]
    grader_problem: str
    """Why nothing can be graded here; empty: there is a network"""


@dataclass(frozen=True)
class Checked:
    """The result of checking the record and the images."""

    verdict: Verdict
    changed_images: tuple[str, ...]
    """Codes; not checked where the record is broken"""

    @property
    def whole(self) -> bool:
        return self.verdict.broken is None and not self.changed_images

    @property
    def sentence(self) -> str:
        if self.verdict.broken is not None:
            return tr("The record is broken. {sentence}", sentence=self.verdict.broken.sentence)
        if self.changed_images:
            return tr(
                "The record is whole, but images are not what they were when the study was "
                "made: {changed_images}. Put them back from a backup.",
                changed_images=", ".join(self.changed_images),
            )
        cautions = "".join(f" {caution}" for caution in self.verdict.cautions)
        return tr(
            "The record is whole: {entries:,} entries, and every image is what it was. "
            "Last hash: {head}{cautions}",
            entries=self.verdict.entries,
            head=self.verdict.head,
            cautions=cautions and tr(" Note:{cautions}", cautions=cautions),
        )


@dataclass(frozen=True)
class Followed:
    """All that the coordinator's view shows."""

    known: Known | None = None
    """None: the record has not been read yet"""
    problem: str = ""
    """Why the record could not be read at the last attempt"""
    busy: str = ""
    """What is under way that the coordinator asked for; empty: nothing"""
    doing: str = ""
    """The step of it"""
    fraction: float = 0.0
    can_cancel: bool = False
    trouble: str = ""
    """Why the last request was not carried out"""
    checked: Checked | None = None
    written: Path | None = None
    """What was exported last"""
    graded: "GradedNow | None" = None
    """The result of grading what was missing"""
    compared: Compared | None = None
    """The QA grade next to the scores; None until the study is locked and somebody looks"""
    uncompared: str = ""
    """Why the last comparison failed"""


@dataclass(frozen=True)
class OpenedKey:
    """The key, one line per image."""

    rows: tuple[tuple[str, str, str, str, str], ...]
    """Image code, case, arm, "practice" or nothing, where the case came from"""

    HEADER = ("image", "case", "arm", "practice", "source")

    def as_csv(self) -> str:
        from station.report.table_file import csv_text

        return csv_text(self.HEADER, self.rows)


Done = Callable[[], None]
Failed = Callable[[str], None]
"""Gets the sentence that says why it was not done"""


class Coordination(QObject):
    """The verbs of the coordinator's view. `close` it in the end.

    What the coordinator asks for is done one thing after another; `done` and `failed` are called
    on the GUI thread.
    """

    changed = Signal(object, object)
    """`Followed` before and after"""

    def __init__(
        self,
        sitting: CoordinatorSitting,
        jobs: Jobs,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        load_grader: Callable[[], Grader] | None = None,
    ) -> None:
        """`jobs` are its own: they end with it. `clock` gives aware moments.

        `load_grader` gives the network, on a worker's thread; None: the one that is shipped.
        """
        super().__init__()
        self.sitting = sitting
        self.jobs = jobs
        self._clock = clock
        self._state = Followed()
        self._load_grader = load_grader
        self._reading = False
        self._comparing = False
        self._working: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    @property
    def state(self) -> Followed:
        return self._state

    @property
    def study(self) -> str:
        """The study's name."""
        return self.sitting.study

    @property
    def protocol(self) -> Protocol:
        return self.sitting.protocol

    @property
    def now(self) -> datetime:
        """Aware, where the coordinator sits."""
        return self._clock().astimezone()

    # --- Following -----------------------------------------------------------------------------

    def begin(self) -> None:
        """Read the record now, and again every half minute."""
        self._timer.start()
        self.refresh()

    def refresh(self) -> None:
        """Read the record, unless that is under way."""
        if self._reading:
            return
        self._reading = True
        sitting, before, at = self.sitting, self._state.known, self.now
        self.jobs.start(
            tr("Reading the record"),
            lambda report: _asked(sitting, before, at),
            self._on_known,
            failed=self._on_unread,
        )

    def dismiss(self) -> None:
        """What went wrong, was checked or was written has been seen."""
        self._set(trouble="", checked=None, written=None, graded=None)

    def close(self) -> None:
        """Ask what is under way to stop and wait for it; what the record is writing is written."""
        self._timer.stop()
        self.jobs.shut_down()

    def _on_known(self, known: Known) -> None:
        self._reading = False
        self._set(known=known, problem="")
        if not known.progress.locked:
            self._set(compared=None, uncompared="")

    def _on_unread(self, failure: Failure) -> None:
        self._reading = False
        self._set(problem=failure.sentence)

    # --- Steering ------------------------------------------------------------------------------

    def lock(self, password: str, reason: str, done: Done, failed: Failed) -> None:
        """Close the study and open its key for the analysis."""
        self._tell(
            tr("Locking the study"), lambda: self.sitting.lock(password, reason), done, failed
        )

    def unlock(self, reason: str, done: Done, failed: Failed) -> None:
        """Let readers who have not signed go on."""
        self._tell(tr("Unlocking the study"), lambda: self.sitting.unlock(reason), done, failed)

    def reopen(self, reader: str, reason: str, done: Done, failed: Failed) -> None:
        """Take a reader's signature back, so that they can revise."""
        self._tell(
            tr("Reopening a reader's set"),
            lambda: self.sitting.reopen(reader, reason),
            done,
            failed,
        )

    def withdraw(self, reader: str, reason: str, done: Done, failed: Failed) -> None:
        """Take a reader out of the study."""
        self._tell(
            tr("Withdrawing a reader"), lambda: self.sitting.withdraw(reader, reason), done, failed
        )

    def waive_washout(self, reader: str, reason: str, done: Done, failed: Failed) -> None:
        """Let a reader begin the next session now."""
        self._tell(
            tr("Waiving the washout"),
            lambda: self.sitting.waive_washout(reader, reason),
            done,
            failed,
        )

    def add_person(self, person: NewPerson, password: str, done: Done, failed: Failed) -> None:
        """`password` is the coordinator's own."""
        self._tell(
            tr("Adding {name}", name=person.name),
            lambda: self.sitting.add_person(person, password),
            done,
            failed,
        )

    def set_password(self, name: str, new: str, reason: str, done: Done, failed: Failed) -> None:
        """Give a reader or adjudicator who forgot theirs a new password."""
        self._tell(
            tr("Setting a password"),
            lambda: self.sitting.set_password(name, new, reason),
            done,
            failed,
        )

    def change_password(self, old: str, new: str, done: Done, failed: Failed) -> None:
        """The coordinator's own."""
        self._tell(
            tr("Changing the password"),
            lambda: self.sitting.change_password(old, new),
            done,
            failed,
        )

    def open_key(
        self, password: str, reason: str, done: Callable[[OpenedKey], None], failed: Failed
    ) -> None:
        """Show what the image codes mean; who asked, and why, is recorded."""
        sitting = self.sitting

        def work(report: Report) -> OpenedKey:
            return _opened(*sitting.open_key(password, reason))

        self._work(tr("Opening the key"), work, done, failed, ordered=True)

    # --- Checking and exporting ----------------------------------------------------------------

    def check(self) -> None:
        """Check the record's chain, and every image file of this study."""
        sitting = self.sitting

        def work(report: Report) -> Checked:
            report(0.0, tr("Checking the record"))
            verdict = sitting.verify()
            if verdict.broken is not None:
                return Checked(verdict, ())
            return Checked(verdict, sitting.changed_images(part(report, 0.1, 1.0)))

        self._work(tr("Checking the record"), work, self._on_checked, self._on_trouble)

    def export_rows(self, path: Path) -> None:
        """Write every reading with its arm, one line each, as CSV. The study has to be locked."""
        sitting = self.sitting

        def work(report: Report) -> Path:
            from station.operations.reading.analysis import foci_csv, readings_csv

            readings = sitting.locked_readings()
            _write(path, readings_csv(readings))
            if sitting.protocol.marks:
                _write(path.with_name(f"{path.stem}-foci.csv"), foci_csv(readings))
            _write_log(sitting, path)
            return path

        self._work(tr("Writing {name}", name=path.name), work, self._on_written, self._on_trouble)

    def save_copy(self, path: Path, password: str, done: Done, failed: Failed) -> None:
        """Write the investigator's copy, signed. The study has to be locked."""
        sitting = self.sitting

        def work(report: Report) -> Path:
            from station.operations.reading.investigator_copy import write_copy

            write_copy(sitting, password, path)
            return path

        def written(where: Path) -> None:
            self._on_written(where)
            done()

        self._work(tr("Writing {name}", name=path.name), work, written, failed, ordered=True)

    def save_key(self, key: OpenedKey, path: Path) -> None:
        """Write the key that was opened as CSV, and the study log next to it."""
        sitting = self.sitting

        def work(report: Report) -> Path:
            _write(path, key.as_csv())
            _write_log(sitting, path)
            return path

        self._work(tr("Writing {name}", name=path.name), work, self._on_written, self._on_trouble)

    def export_analysis(self, folder: Path, vois: Sequence[Path] = ()) -> None:
        """Write tables, tests, agreement, figures, rows and the R script into `folder`.

        `vois` are tables of VOIs measured elsewhere. The study has to be locked.
        """
        sitting, measured = self.sitting, tuple(vois)

        def work(report: Report) -> Path:
            from station.operations.reading.analysis import source_of_study, write_analysis

            report(0.0, tr("Reading the record"))
            source = source_of_study(sitting, measured)
            return write_analysis(source, folder, report=part(report, 0.1, 1.0)).folder

        self._work(tr("Writing the analysis"), work, self._on_written, self._on_trouble)

    # --- The QA grade next to the scores -------------------------------------------------------

    def compare_grades(self) -> None:
        """Compare the readers' scores with the QA grades that are there now.

        Before the study is locked nothing is done: the grade is hidden while somebody reads.
        """
        if self._comparing or not self._is_locked:
            return
        self._comparing = True
        sitting, load = self.sitting, self._load_grader
        self.jobs.start(
            tr("Comparing with the QA grade"),
            lambda report: _compared(sitting, load, report),
            self._on_compared,
            failed=self._on_uncompared,
        )

    def grade_missing(self) -> None:
        """Grade the images that were read and have no grade, where their series are here."""
        compared = self._state.compared
        if compared is None or not compared.to_grade:
            return
        home, load = self.sitting.home, self._load_grader or shipped_grader
        sources = compared.to_grade

        def work(report: Report) -> "GradedNow":
            from station.operations.reading.grades import grade_missing

            return grade_missing(home, sources, load, report)

        self._work(
            tr("Grading images"),
            work,
            self._on_graded,
            self._on_trouble,
            stopped=self.compare_grades,  # what was graded until then is kept
        )

    @property
    def _is_locked(self) -> bool:
        known = self._state.known
        return known is not None and known.progress.locked

    def _on_compared(self, compared: Compared) -> None:
        self._comparing = False
        if self._is_locked:  # not unlocked meanwhile
            self._set(compared=compared, uncompared="")

    def _on_uncompared(self, failure: Failure) -> None:
        self._comparing = False
        self._set(compared=None, uncompared=failure.sentence if self._is_locked else "")

    def _on_graded(self, graded: "GradedNow") -> None:
        self._set(graded=graded)
        self.compare_grades()

    def cancel(self) -> None:
        """Stop checking, exporting or grading."""
        if self._working is not None and self._state.can_cancel:
            self._working.cancel()

    def _on_checked(self, checked: Checked) -> None:
        self._set(checked=checked)

    def _on_written(self, path: Path) -> None:
        self._set(written=path)

    def _on_trouble(self, sentence: str) -> None:
        self._set(trouble=sentence)

    # --- Doing it ------------------------------------------------------------------------------

    def _tell(self, name: str, verb: Done, done: Done, failed: Failed) -> None:
        """Write something into the record: it is not cancelled."""
        self._work(name, lambda report: verb(), lambda _: done(), failed, ordered=True)

    def _work(
        self,
        name: str,
        work: Callable[[Report], T],
        done: Callable[[T], None],
        failed: Failed,
        ordered: bool = False,
        stopped: Done = lambda: None,
    ) -> None:
        """`stopped` is called when it was cancelled."""
        if self._state.busy:
            failed(tr("{busy} is still under way. Wait for it.", busy=self._state.busy))
            return
        self._set(
            busy=name,
            doing=name,
            fraction=0.0,
            can_cancel=not ordered,
            trouble="",
            checked=None,
            written=None,
            graded=None,
        )

        def ended(result: T) -> None:
            self._end()
            done(result)
            self.refresh()

        def ended_badly(failure: Failure) -> None:
            self._end()
            failed(failure.sentence)
            self.refresh()  # the record may have written down who tried it

        job = self.jobs.start(name, work, ended, ordered=ordered, failed=ended_badly)
        if job in self.jobs.running:  # not over at once, as where jobs run inline
            self._working = job
            job.progressed.connect(self._on_progressed)
            job.cancelled.connect(self._end)
            job.cancelled.connect(stopped)

    def _on_progressed(self, fraction: float, message: str) -> None:
        self._set(fraction=fraction, doing=message)

    def _end(self) -> None:
        self._working = None
        self._set(busy="", doing="", fraction=0.0, can_cancel=False)

    def _set(self, **fields: Any) -> None:
        before = self._state
        self._state = replace(before, **fields)
        if self._state != before:
            self.changed.emit(before, self._state)


def _asked(sitting: CoordinatorSitting, before: Known | None, at: datetime) -> Known:
    """What the record says now; of its trail only the new entries are read."""
    progress = sitting.progress()
    trail = () if before is None else before.history
    fresh = sitting.history(after=trail[0].entry.number if trail else 0)
    trail = (*history_lines(fresh), *trail) if fresh else trail
    if not progress.locked:
        return Known(at, progress, sitting.people(), trail)
    names = sitting.protocol.arms
    arms = {
        reading.image: f"{reading.case}, {names.of(reading.arm)}"
        for reading in sitting.locked_readings()
    }
    return Known(at, progress, sitting.people(), trail, arms)


def _compared(
    sitting: CoordinatorSitting, load: Callable[[], Grader] | None, report: Report
) -> Compared:
    from station.operations.reading.analysis import score_rows
    from station.operations.reading.grades import find_grades
    from station.reading.analysis import counted
    from station.reading.grade_agreement import compare_grades

    readings = sitting.locked_readings()
    report(0.1, tr("Looking for grades"))
    stored = find_grades(
        sitting.home,
        readings,
        sitting.locked_key(),
        installed_model if load is None else lambda: load().model,
    )
    report(0.3, tr("Comparing with the QA grade"))
    own = [reading for reading in readings if not reading.consensus]
    scores = counted(score_rows(own), sitting.protocol.analysed_answers)
    problem = shipped_problem() if load is None else ""
    return Compared(compare_grades(scores, stored.grades), stored.to_grade, problem)


def _write(path: Path, text: str) -> None:
    with writing(path):
        path.write_text(text, encoding="utf-8", newline="")


def _write_log(sitting: CoordinatorSitting, path: Path) -> None:
    """Next to an export: what happened to the study, the number of entries, the last hash."""
    from station.report.reading.study_log import as_csv

    _write(path.with_name(f"{path.stem}-study-log.csv"), as_csv(sitting.study_log()))


def _opened(key: Key, sources: Mapping[str, str]) -> OpenedKey:
    return OpenedKey(
        tuple(
            (
                code,
                entry.case,
                entry.arm.value,
                Kind.PRACTICE.value if entry.practice else "",
                sources.get(entry.case, ""),
            )
            for code, entry in sorted(
                key.entries.items(), key=lambda item: (natural(item[1].case), item[1].arm)
            )
        )
    )
