"""How long an answer and a check take in a record of signed entries.

.venv/bin/python -m tests.benchmarks.record [ENTRIES]

A study of enough cases is read until the record has so many entries; then answers are timed as a
reader gives them, each on the disk on return, and the whole record is verified. Next to the times
on the clock are those of this program alone (CPU), which other programs do not lengthen.
"""

import os
import tempfile
import time
from pathlib import Path

from station.archive import database, sealing
from station.archive.audit import head
from station.archive.readings import ReaderSitting, ReaderStudies
from station.archive.witness import WITNESS_VARIABLE
from station.reading.readings import ARTIFACT, questions
from station.reading.worklist import Case
from tests.archive.reader_studies import READERS, VIEWING, made, new_study, read_one, reader
from tests.benchmarks.timing import argument_parser, report, sized

ENTRIES = sized(10_000, 200)
SHARE_OF_ITEMS = 0.3
"""Of the entries, those that put an image on a list"""
TIMED = sized(20, 2)
"""Cases; each has three answers"""
ROUND = 50
"""Cases that a reader reads before the other has a turn"""


def fill(studies: ReaderStudies, entries: int) -> None:
    """Both readers read in turn until the record has so many entries."""
    sittings = [reader(studies, name) for name in READERS]
    while _count(studies) < entries:
        for sitting in sittings:
            for _ in range(ROUND):
                read_one(sitting)


def _count(studies: ReaderStudies) -> int:
    with studies._record.reading() as connection:
        return head(connection)[0]


def answer_times(sitting: ReaderSitting) -> tuple[list[float], list[float]]:
    """Seconds of each answer, on the clock and of this program."""
    clock: list[float] = []
    cpu: list[float] = []
    for _ in range(TIMED):
        case = sitting.next()
        assert isinstance(case, Case)
        for question in questions(sitting.protocol):
            if question.id in ("quality", "noise", ARTIFACT):
                value = False if question.id == ARTIFACT else 3
                begun, spent = time.perf_counter(), time.process_time()
                sitting.answer(case.code, question, value)
                clock.append(time.perf_counter() - begun)
                cpu.append(time.process_time() - spent)
        sitting.confirm(case.code, VIEWING)
    return clock, cpu


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("entries", type=int, nargs="?", default=ENTRIES)
    entries: int = parser.parse_args().entries
    sealing.PASSES, sealing.MEMORY_KIB, sealing.LANES = 1, 8, 1  # nobody signs in meanwhile
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ[WITNESS_VARIABLE] = str(home / "witness")
        durable, database.DURABILITY = database.DURABILITY, "OFF"
        # Of ten entries three put an image on a list, two images a case on two lists.
        cases = round(entries * SHARE_OF_ITEMS / 4) + ROUND + TIMED
        studies = made(home / "home", new_study(home / "images", cases=cases))
        fill(studies, entries)
        studies.close()
        database.DURABILITY = durable
        clock, cpu = answer_times(reader(studies))
        begun, spent = time.perf_counter(), time.process_time()
        verdict = studies.verify()
        seconds, own = time.perf_counter() - begun, time.process_time() - spent
        studies.close()
    assert verdict.broken is None, verdict.broken
    print(f"{verdict.entries} entries, {verdict.signed} of them signed")
    report("an answer, on the disk on return", clock)
    report("an answer, CPU", cpu)
    report("verifying all", [seconds])
    report("verifying all, CPU", [own])


if __name__ == "__main__":
    main()
