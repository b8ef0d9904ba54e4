"""Measure what a batch costs beyond its work, and project it to 100 workers and 10,000 studies.

.venv/bin/python -m tests.benchmarks.batch [--studies N] [--seconds S]

1. Efficiency: N studies of S seconds of work on one core with one worker and with two; the target
   is 0.85 of half the time. It means something on two cores that nothing else uses: the benchmark
   prints how much of the cores it got.
2. Overhead: studies without work with one worker, time and processor time for each; the target is
   50 ms.
3. The parts alone: tasks of the scheduler and headers by the processor time that they take, writes
   of the ledger and outputs by the clock, because they wait for the disk.
4. On paper: what 100 workers ask of each part, and which one breaks first.
"""

import os
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from station.archive.batches import Ledger, LedgerRow, State
from station.batch.crew import Crew, local_crew
from station.batch.outputs import whole_output
from station.batch.run import run_batch
from station.batch.survey import Survey, look
from station.dicom.survey import belongs
from station.progress import silent
from tests.batch import toil
from tests.benchmarks.timing import argument_parser, sized

STUDIES = sized(40, 2)
SECONDS = sized(1.0, 0.01)
EMPTY_STUDIES = sized(100, 3)
TIMES = sized(200, 3)
TARGET_EFFICIENCY = 0.85
TARGET_OVERHEAD_MS = 50.0

SITE_WORKERS, SITE_STUDIES = 100, 10_000
STUDY_S = 20.0
"""Of one core: a whole-body PET/CT is denoised or graded in about that"""
STUDY_FILES, STUDY_MB = 600, 150.0
"""Of a whole-body PET/CT: 300 slices each of PET and CT"""
DISK_MB_PER_S = 1000.0
"""A site's file server on 10 Gbit/s; assumed, not measured"""

CLOCK_S = 1e-6
"""Shorter than this, nothing has been measured"""


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--studies", type=int, default=STUDIES)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        efficiency(place, asked.studies, asked.seconds)
        spent = overhead(place)
        parts = measure_parts(place)
    project(spent, parts)


def efficiency(place: Path, studies: int, seconds: float) -> None:
    """Time of the same work with one worker and with two."""
    source = toil.write_studies(place / "work", [f"work-{number}" for number in range(studies)])
    one, two = (timed_batch(source, place / f"{n}", n, seconds) for n in (1, 2))
    reached = one.wall_s / (2 * two.wall_s)
    print(
        f"{studies} studies of {seconds:g} s on one core: {one.wall_s:.1f} s with 1 worker (which "
        f"got {one.core_share:.0%} of a core), {two.wall_s:.1f} s with 2 (which got "
        f"{two.core_share / 2:.0%} of two): efficiency {reached:.2f} of {TARGET_EFFICIENCY}",
        flush=True,
    )
    print(
        "of the processor time that there was: "
        f"{studies * seconds / one.cpu_s:.2f} with 1 worker and "
        f"{studies * seconds / two.cpu_s:.2f} with 2 went into the studies",
        flush=True,
    )


def overhead(place: Path) -> "Spent":
    """What a study costs without its work."""
    names = [f"empty-{number}" for number in range(EMPTY_STUDIES)]
    source = toil.write_studies(place / "empty", names)
    spent = timed_batch(source, place / "empty-out", 1, 0.0)
    each_ms, cpu_ms = (1e3 * s / EMPTY_STUDIES for s in (spent.wall_s, spent.cpu_s))
    print(
        f"{EMPTY_STUDIES} studies without work: {each_ms:.1f} ms each, {cpu_ms:.1f} ms of "
        f"processor time, {1e3 * spent.driver_cpu_s / EMPTY_STUDIES:.1f} ms of it in the client "
        f"and scheduler (target {TARGET_OVERHEAD_MS:g} ms)",
        flush=True,
    )
    return replace(spent, wall_s=each_ms / 1e3, cpu_s=cpu_ms / 1e3)


@dataclass(frozen=True)
class Spent:
    """Time of a batch from the first study that was handed out until the last had ended."""

    wall_s: float
    cpu_s: float
    """Of the client, the scheduler, the workers and their studies"""
    driver_cpu_s: float
    """Of the client and the scheduler"""

    @property
    def core_share(self) -> float:
        return self.cpu_s / self.wall_s


def timed_batch(source: Path, out: Path, workers: int, seconds: float) -> Spent:
    """A batch without starting its workers and without its summary."""
    began: list[tuple[float, float, float]] = []
    ended: list[tuple[float, float, float]] = []

    def report(fraction: float, message: str) -> None:
        now = time.monotonic(), *processor_s(family)
        if " of " in message and "folders" not in message:
            if not began:
                began.append(now)
            ended[:] = [now]

    # The first studies start the workers' processes, and are not counted.
    warm_up = toil.write_studies(source / "warm-up", [f"warm-{n}" for n in range(2 * workers)])
    asked = toil.request(warm_up, out, seconds=seconds)
    with local_crew(workers) as crew:

        @contextmanager
        def crews() -> Generator[Crew]:
            yield crew

        run_batch(asked, crews, silent, lambda _: None)
        # Looked for once: it would cost more than a study does.
        family = psutil.Process().children(recursive=True)
        more = replace(asked, roots={str(source): None}, resume=True)
        run_batch(more, crews, report, lambda _: None)
    wall, cpu, driver = (b - a for a, b in zip(began[0], ended[0], strict=True))
    # In the smallest size everything may end in the instant in which it is first looked at.
    return Spent(max(wall, CLOCK_S), max(cpu, CLOCK_S), driver)


def processor_s(family: Sequence[psutil.Process]) -> tuple[float, float]:
    """(processor time of this process and of those that it started, of this process)."""
    of_own = time.process_time()
    return of_own + sum(sum(one.cpu_times()[:2]) for one in family), of_own


@dataclass(frozen=True)
class Part:
    """What one part of a batch can do in a second, and what a study asks of it."""

    name: str
    per_s: float
    per_study: float


def measure_parts(place: Path) -> list[Part]:
    """Each part alone, one after the other, as the batch uses it."""
    source = place / "empty"
    files = sorted(source.glob("empty-0/*"))
    headers_s = mean_s(lambda: belongs(files), time.process_time) / len(files)
    (place / "ledger").mkdir()
    ledger = Ledger.created(place / "ledger", "toil", {}, {}, "0", {})
    rows = [LedgerRow(str(n), "P", ("/x",), "f" * 64, 1) for n in range(100)]
    ledger.add(rows)
    single_s = mean_s(lambda: ledger.record([replace(rows[0], state=State.DONE)]))
    many_s = mean_s(lambda: ledger.record(rows)) / len(rows)
    numbers = iter(range(10**9))
    (place / "outputs").mkdir()

    def write() -> None:
        with whole_output(place / "outputs" / f"{next(numbers)}") as partial:
            for name in ("a.json", "rows.json"):
                (partial / name).write_text("x" * 5000)

    output_s = mean_s(write)
    tasks_s = mean_task_s()
    survey = Survey({str(source): None}, place / "nowhere")
    for folder in survey.changed():
        survey.learn(folder, look(folder))
    images = sum(len(study.images) for study in survey.studies())
    walk_s = mean_s(survey.changed, time.process_time) / images
    parts = [
        Part("scheduler: tasks", 1 / tasks_s, 2.0),  # the study, and its folder
        Part("ledger: studies, a commit for each", 1 / single_s, 1.0),
        Part("ledger: studies, 100 a commit", 1 / many_s, 1.0),
        Part("client: files looked for by name", 1 / walk_s, 2.0 * STUDY_FILES),  # before and after
        Part("disk: MB read", DISK_MB_PER_S, STUDY_MB),
    ]
    for part in parts[:4]:
        print(f"{part.name:<40} {part.per_s:10.0f} /s", flush=True)
    print(f"{'each worker: outputs on the disk':<40} {1 / output_s:10.0f} /s", flush=True)
    print(f"{'each worker: headers':<40} {1 / headers_s:10.0f} /s", flush=True)
    return parts


def mean_s(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """`clock`: time.process_time for what computes and waits for nobody."""
    began = clock()
    for _ in range(TIMES):
        work()
    return (clock() - began) / TIMES


def mean_task_s() -> float:
    """Processor time of a task in the scheduler and the client, which are one process here."""
    with local_crew(1) as crew:
        for number in range(10):
            crew.hand_out(f"warm-{number}", os.getpid)
        while crew.busy:
            crew.ended(1.0)
        began, before = time.perf_counter(), time.process_time()
        for number in range(TIMES):
            crew.hand_out(f"task-{number}", os.getpid)
        while crew.busy:
            crew.ended(1.0)
        wall, cpu = time.perf_counter() - began, time.process_time() - before
    print(f"a task: {1e3 * wall / TIMES:.2f} ms, {1e3 * cpu / TIMES:.2f} ms of processor time")
    return cpu / TIMES


def project(spent: Spent, parts: list[Part]) -> None:
    """What SITE_WORKERS ask of each part, from the figures above."""
    study_s = STUDY_S + spent.cpu_s
    wanted_per_s = SITE_WORKERS / study_s
    print(
        f"\nOn paper: {SITE_STUDIES:,} studies of {STUDY_S:g} s with {SITE_WORKERS} workers: "
        f"{wanted_per_s:.2f} studies/s, {SITE_STUDIES / wanted_per_s / 60:.0f} minutes"
    )
    full_at: dict[str, float] = {}
    for part in parts:
        used = wanted_per_s * part.per_study / part.per_s
        full_at[part.name] = SITE_WORKERS / used
        print(f"  {part.name:<40} {used:7.1%} used; full at {full_at[part.name]:8.0f} workers")
    first = min(full_at, key=lambda name: full_at[name])
    print(f"  It breaks first at: {first}, with {full_at[first]:.0f} workers")


if __name__ == "__main__":
    main()
