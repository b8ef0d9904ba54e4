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

from station.archive import database, schema, sealing
from station.archive.audit import Pen, head
from station.archive.readings import ReaderSitting, ReaderStudies
from station.archive.witness import WITNESS_VARIABLE
from station.reading.readings import ARTIFACT, questions
from station.reading.worklist import Case
from tests.archive.reader_studies import READERS, VIEWING, made, new_study, read_one, reader
from tests.benchmarks.timing import argument_parser, report, sized

ENTRIES = sized(10_000, 200)
CASES = sized(200, 10)
"""Two images each, on the lists of two readers"""
READ = sized(60, 2)
"""Images that each reader has confirmed"""
TIMED = sized(20, 2)
"""Cases; each has three answers"""


def fill(studies: ReaderStudies, entries: int) -> None:
    """A third of the cases is read; then the next one is answered again and again until there are
    so many entries, and confirmed."""
    sittings = [reader(studies, name) for name in READERS]
    for sitting in sittings:
        for _ in range(READ):
            read_one(sitting)
    for sitting in sittings:
        left = (entries - _count(studies)) // (2 if sitting is sittings[0] else 1)
        sitting._write(lambda pen, by=sitting, more=left: _answers(pen, by, more))
        read_one(sitting)


def _answers(pen: Pen, by: ReaderSitting, count: int) -> None:
    """So many answers of a reader to the case that is to be read, in one transaction."""
    code = by._items(pen.connection)[READ].code
    for number in range(count):
        row = {
            "study": by._study.id,
            "reader": by.name,
            "code": code,
            "side": "",
            "question": "quality" if number % 2 else "noise",
            "value": by._closed(pen, code, str(1 + number % 5)),
            "given_at": pen.at,
        }
        pen.add(schema.reading_answers, row, "answered", by.name)


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
        studies = made(home / "home", new_study(home / "images", cases=CASES))
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
