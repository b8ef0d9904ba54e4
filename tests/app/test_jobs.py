"""Long work: progress, cancel, its end told on the GUI thread, and failures in words."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from station.app.jobs import Failure, InlineExecutor, Job, Jobs
from station.errors import Cancelled, DicomError, StationError
from station.progress import Report
from tests.made_up.held import Held


@pytest.fixture
def threaded(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.shut_down()


def ends(job: Job) -> list[str]:
    """The endings that are told of a job."""
    told: list[str] = []
    job.finished.connect(lambda result: told.append(f"finished {result}"))
    job.failed.connect(lambda failure: told.append(f"failed {failure.sentence}"))
    job.cancelled.connect(lambda: told.append("cancelled"))
    job.ended.connect(lambda: told.append("ended"))
    return told


def wait(report: Report, gate: threading.Event) -> None:
    """Work that lasts until the gate opens or it is cancelled."""
    while not gate.wait(0.002):
        report(0.5, "Waiting")


# --- Inline -------------------------------------------------------------------------------------


def test_inline_work_is_done_when_start_returns():
    results: list[int] = []
    Jobs(InlineExecutor()).start("Counting", lambda report: 6 * 7, results.append)
    assert results == [42]


def test_a_job_under_way_is_listed_until_it_ends():
    held = Held()
    jobs = Jobs(held)
    job = jobs.start("Counting", lambda report: None, key="count")
    assert jobs.running == (job,)
    assert jobs.keys == {"count"}
    held.run_all()
    assert jobs.running == ()
    assert jobs.keys == frozenset()


def test_each_change_of_what_runs_is_told():
    jobs = Jobs(InlineExecutor())
    seen: list[int] = []
    jobs.changed.connect(lambda: seen.append(len(jobs.running)))
    jobs.start("Counting", lambda report: None)
    assert seen == [1, 0]


def test_progress_starts_with_the_name_and_stays_between_0_and_1():
    held = Held()
    jobs = Jobs(held)

    def work(report: Report) -> None:
        report(-1.0, "Before")
        report(0.5, "Half")
        report(7.0, "Beyond")

    job = jobs.start("Counting", work)
    seen: list[tuple[float, str]] = []
    job.progressed.connect(lambda fraction, message: seen.append((fraction, message)))
    held.run_all()
    assert seen == [(0.0, "Counting"), (0.0, "Before"), (0.5, "Half"), (1.0, "Beyond")]


def test_a_job_cancelled_before_it_starts_does_nothing():
    held = Held()
    jobs = Jobs(held)
    done: list[str] = []
    job = jobs.start("Counting", lambda report: done.append("work"), lambda _: done.append("done"))
    told = ends(job)
    job.cancel()
    held.run_all()
    assert (done, told) == ([], ["cancelled", "ended"])
    assert jobs.running == ()


def test_a_job_cancelled_on_the_way_stops_at_its_next_report():
    held = Held()
    jobs = Jobs(held)
    done: list[str] = []

    def work(report: Report) -> None:
        job.cancel()
        report(0.5, "Half")
        done.append("went on")

    job = jobs.start("Counting", work)
    told = ends(job)
    held.run_all()
    assert (done, told) == ([], ["cancelled", "ended"])


def test_a_result_that_nobody_wants_any_more_is_not_delivered():
    held = Held()
    jobs = Jobs(held)
    done: list[object] = []

    def work(report: Report) -> int:
        job.cancel()
        return 1

    job = jobs.start("Counting", work, done.append)
    told = ends(job)
    held.run_all()
    assert (done, told) == ([], ["cancelled", "ended"])


def test_jobs_are_cancelled_by_what_they_are_for():
    held = Held()
    jobs = Jobs(held)
    results: list[str] = []
    for name in ("a", "b"):
        jobs.start(name, lambda report, name=name: name, results.append, key=name)
    jobs.cancel(lambda key: key == "a")
    assert jobs.keys == {"b"}, "what is asked to stop may be started anew"
    held.run_all()
    assert results == ["b"]


def test_cancelling_everything_still_writes_what_the_archive_was_told():
    held = Held()
    jobs = Jobs(held)
    results: list[str] = []
    jobs.start("Loading", lambda report: "image", results.append)
    jobs.start("Recording", lambda report: "record", results.append, ordered=True)
    jobs.cancel_all()
    held.run_all()
    assert results == ["record"]


# --- Failures -----------------------------------------------------------------------------------


def failure_of(error: BaseException, name: str = "Opening") -> Failure:
    jobs = Jobs(InlineExecutor())
    failures: list[Failure] = []
    jobs.failed.connect(failures.append)

    def work(report: Report) -> None:
        raise error

    jobs.start(name, work, lambda result: pytest.fail("there is no result"))
    assert jobs.running == ()
    (failure,) = failures
    return failure


@pytest.mark.parametrize("kind", [StationError, DicomError])
def test_an_error_of_the_data_is_its_sentence_and_nothing_else(kind: type[StationError]):
    failure = failure_of(kind("Series 4: PatientWeight is missing."))
    assert failure == Failure("Series 4: PatientWeight is missing.", None)


@pytest.mark.usefixtures("caplog")
def test_a_bug_is_shown_as_one_with_a_traceback():
    failure = failure_of(ZeroDivisionError("division by zero"))
    assert failure.sentence == "Opening failed: division by zero"
    assert failure.details is not None
    assert "Traceback" in failure.details
    assert "ZeroDivisionError" in failure.details


def test_memory_that_is_used_up_is_no_bug():
    failure = failure_of(MemoryError())
    assert failure.details is None
    assert "has run out of memory" in failure.sentence


def test_cancelling_is_no_failure():
    jobs = Jobs(InlineExecutor())
    jobs.failed.connect(lambda failure: pytest.fail(failure.sentence))

    def work(report: Report) -> None:
        raise Cancelled

    jobs.start("Opening", work)
    assert jobs.running == ()


# --- Real threads -------------------------------------------------------------------------------


def test_work_runs_off_the_gui_thread_and_is_told_on_it(threaded: Jobs, qtbot: QtBot):
    gui = QThread.currentThread()
    where: dict[str, object] = {}
    gate = threading.Event()

    def work(report: Report) -> int:
        where["work"] = threading.current_thread()
        gate.wait(5)
        report(0.5, "Half")
        return 42

    def done(result: int) -> None:
        where["done"] = QThread.currentThread()

    job = threaded.start("Counting", work, done)
    job.progressed.connect(lambda *_: where.update(progress=QThread.currentThread()))
    job.ended.connect(lambda: where.update(ended=QThread.currentThread()))
    with qtbot.waitSignal(job.finished, timeout=5000) as finished:
        gate.set()
    assert finished.args == [42]
    assert where.pop("work") is not threading.main_thread()
    assert where == dict.fromkeys(("done", "progress", "ended"), gui)


def test_running_work_is_cancelled(threaded: Jobs, qtbot: QtBot):
    never = threading.Event()
    job = threaded.start("Waiting", lambda report: wait(report, never))
    with qtbot.waitSignal(job.progressed, timeout=5000):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=5000):
        job.cancel()
    assert threaded.running == ()


def test_a_failure_in_a_thread_is_told_on_the_gui_thread(threaded: Jobs, qtbot: QtBot):
    where: list[object] = []
    threaded.failed.connect(lambda failure: where.append(QThread.currentThread()))

    def work(report: Report) -> None:
        raise StationError("The disk is full.")

    with qtbot.waitSignal(threaded.failed, timeout=5000) as failed:
        threaded.start("Saving", work)
    assert failed.args == [Failure("The disk is full.")]
    assert where == [QThread.currentThread()]


def test_ordered_jobs_run_one_after_another_as_they_were_started(threaded: Jobs, qtbot: QtBot):
    order: list[int] = []
    at_once: list[int] = []
    running = threading.Lock()

    def work(number: int) -> None:
        if not running.acquire(blocking=False):
            at_once.append(number)
        else:
            threading.Event().wait(0.002 * (5 - number))  # the first takes longest
            running.release()
        order.append(number)

    jobs = [
        threaded.start(f"Job {number}", lambda report, n=number: work(n), ordered=True)
        for number in range(5)
    ]
    with qtbot.waitSignal(jobs[-1].ended, timeout=5000):
        pass
    assert (order, at_once) == ([0, 1, 2, 3, 4], [])


def test_shutting_down_waits_for_what_the_archive_is_told(qapp: object):
    jobs = Jobs()
    written: list[int] = []
    never = threading.Event()
    jobs.start("Waiting", lambda report: wait(report, never))
    for number in range(3):
        jobs.start("Recording", lambda report, n=number: written.append(n), ordered=True)
    jobs.shut_down()
    assert written == [0, 1, 2]


def test_what_a_job_had_still_to_tell_when_the_program_ended_is_told_nobody(qapp: object) -> None:
    jobs = Jobs()
    results: list[int] = []
    job = jobs.start("Counting", lambda report: 42, results.append)
    told = ends(job)
    jobs.shut_down()
    QCoreApplication.sendPostedEvents()
    assert (results, told) == ([], [])
