"""A worker's study process, really started: it crashes, eats the memory, never ends, and is missed
by nobody."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from station import __version__
from station.batch.work import Job
from station.batch.worker import Ending, Limits, StudyProcess, Tried, signal_name
from tests.batch import toil

pytestmark = pytest.mark.simulated

LONG = Limits(600.0, 4 << 30, 1)
MEMORY = 300 << 20
"""Bytes: a study process without networks takes a quarter of that"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = ["works-1", *(f"{poison}-1" for poison in toil.POISONS)]
    return toil.write_studies(tmp_path_factory.mktemp("source"), names)


@pytest.fixture
def process() -> Iterator[StudyProcess]:
    made = StudyProcess(toil.PROGRAM, 1)
    yield made
    if made.alive:
        made.end()


def job(source: Path, name: str, out: Path) -> Job:
    files = tuple(str(path) for path in sorted((source / name).iterdir()))
    options = {"seconds": 0.1, "files": 1, "threads": 1}
    return Job("toil", options, {}, __version__, name, files, (), str(out))


def test_a_study_is_answered_with_its_output_and_what_it_took(
    process: StudyProcess, source: Path, tmp_path: Path
) -> None:
    tried = process.work_on(job(source, "works-1", tmp_path), LONG)
    assert tried.ending is Ending.DONE
    assert (tmp_path / str(tried.output) / "toil.json").is_file()
    assert tried.seconds >= 0.1
    assert tried.peak_rss_bytes is not None
    assert 10 << 20 < tried.peak_rss_bytes < 1 << 30


@pytest.mark.parametrize(
    ("name", "limits", "number", "words"),
    [
        ("kills-1", LONG, signal.SIGKILL, "ended by signal 9 (SIGKILL)"),
        ("crashes-1", LONG, signal.SIGSEGV, "ended by signal 11 (SIGSEGV)"),
        ("eats-1", Limits(600.0, MEMORY, 1), signal.SIGKILL, "needed more than 0.3 GB of memory"),
        ("sleeps-1", Limits(1.0, 4 << 30, 1), signal.SIGKILL, "took longer than 1 s"),
    ],
)
def test_a_study_that_poisons_its_process_is_reported_with_the_signal(
    process: StudyProcess,
    source: Path,
    tmp_path: Path,
    name: str,
    limits: Limits,
    number: int,
    words: str,
) -> None:
    tried = process.work_on(job(source, name, tmp_path), limits)
    assert (tried.ending, tried.exit_signal) == (Ending.DIED, number)
    assert words in tried.reason
    assert not process.alive
    assert not [path for path in tmp_path.glob("*") if not path.name.startswith(".")]


def test_what_a_dead_process_left_is_cleared_by_the_next(source: Path, tmp_path: Path) -> None:
    def folders() -> list[Path]:
        return [path for path in tmp_path.iterdir() if path.is_dir()]

    first, second = StudyProcess(toil.PROGRAM, 1), StudyProcess(toil.PROGRAM, 1)
    asked = job(source, "sleeps-1", tmp_path)
    assert first.work_on(asked, Limits(1.0, 4 << 30, 1)).ending is Ending.DIED
    assert len(folders()) == 1
    assert second.work_on(asked, Limits(1.0, 4 << 30, 1)).ending is Ending.DIED
    assert len(folders()) == 1


def test_a_refusal_and_a_bug_cost_no_process(
    process: StudyProcess, source: Path, tmp_path: Path
) -> None:
    refused = process.work_on(job(source, "refuses-1", tmp_path), LONG)
    assert (refused.ending, refused.reason) == (Ending.FAILED, "This study is refused.")
    stumbled = process.work_on(job(source, "stumbles-1", tmp_path), LONG)
    assert stumbled.ending is Ending.FAILED
    assert process.work_on(job(source, "works-1", tmp_path), LONG).ending is Ending.DONE


def test_a_process_that_cannot_start_says_why(source: Path, tmp_path: Path) -> None:
    tried: Tried = StudyProcess("tests.no_such_module", 1).work_on(
        job(source, "works-1", tmp_path), LONG
    )
    assert tried.ending is Ending.DIED
    assert "No module named tests.no_such_module" in tried.reason


def test_a_process_whose_worker_is_gone_ends(source: Path) -> None:
    reading, writing = os.pipe()
    worker = os.fork()
    if worker == 0:
        process = StudyProcess(toil.PROGRAM, 1)
        os.write(writing, str(process._process.pid).encode())
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(worker, 0)
    os.close(writing)
    pid = int(os.read(reading, 100))
    os.close(reading)
    deadline = time.monotonic() + 60
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_signal_without_a_name_is_its_number() -> None:
    assert signal_name(9) == "SIGKILL"
    assert signal_name(200) == "200"
