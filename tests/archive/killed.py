"""A reader whose program is killed −9 while he reads, and what has to be left of it.

python -m tests.archive.killed HOME KILLS SEED reads a study until it is killed, again and again;
prints for each kill what the program had been told by then, as a line of JSON.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from station.archive import sealing
from station.archive.readings import open_reader_studies
from station.reading.readings import ARTIFACT, ARTIFACT_TEXT, COMMENT, Question, questions
from station.reading.worklist import Case, Side
from tests.archive.reader_studies import VIEWING, reader

ROOT = Path(__file__).resolve().parents[2]

LATEST = 1.2
"""When the kill comes at the latest, in times of what a confirmation just took: so that some fall
before the commit, some after it, and some after the word, on a fast machine and on a slow one"""

Told = list[list[str]]
"""What happened in a reader's program: ["answered", code, question, score] and ["confirmed", code],
which it was told are kept, and ["confirming", code], which it was about to do"""


def kills(home: Path, count: int, seed: int) -> list[Told]:
    """What each of `count` killed programs had been told, one after the other."""
    command = [sys.executable, "-m", __name__, str(home), str(count), str(seed)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@dataclass(frozen=True)
class Found:
    """What is left of the killed programs, counted."""

    confirmed: int
    """Confirmations that a program had the word of"""
    answered: int
    """Answers likewise"""
    cut: int
    """Kills between Enter and the word"""
    committed: int
    """Of these, after the commit: the reading is there though nobody was told"""


def check_what_was_told(home: Path, told: list[Told]) -> Found:
    """Everything the killed programs were told is kept is there, once, and nothing is broken."""
    studies = open_reader_studies(home)
    session = reader(studies)
    own = {one.code: one.reading for one in session.own()}
    case = session.next()
    draft = session.draft(case.code) if isinstance(case, Case) else {}
    confirmed: list[str] = []
    answered = 0
    for kind, code, *answer in [line for lines in told for line in lines]:
        if kind == "confirmed":
            assert code in own
            confirmed.append(code)
        elif kind == "answered":
            held = own[code].answers if code in own else draft
            question, score = answer
            assert held[Question(Side.ONLY, question)] == int(score)
            answered += 1
    assert len(set(confirmed)) == len(confirmed)
    assert studies.verify().broken is None
    studies.close()
    # Who comes next goes on with the same case where it was not committed.
    resumed = [*(lines[0][1] for lines in told[1:]), case.code if isinstance(case, Case) else ""]
    cut = [
        lines[-1][1] != code
        for lines, code in zip(told, resumed, strict=True)
        if lines[-1][0] == "confirming"
    ]
    return Found(len(confirmed), answered, len(cut), sum(cut))


def read(home: Path, say: Callable[[str], object]) -> None:
    """Read the study to its end, telling each answer and confirmation when it is kept."""
    session = reader(open_reader_studies(home))
    case = session.next()
    while isinstance(case, Case):
        for number, question in enumerate(questions(session.protocol)):
            if question.id not in (ARTIFACT_TEXT, COMMENT):
                score = False if question.id == ARTIFACT else 1 + (ord(case.code[0]) + number) % 5
                session.answer(case.code, question, score)
                say(f"answered {case.code} {question.id} {int(score)}")
        say(f"confirming {case.code}")
        session.confirm(case.code, VIEWING)
        say(f"confirmed {case.code}")
        case = session.next()


def one_kill(home: Path, cases: int, after: float) -> Told:
    """Fork a reader and kill him −9 while he confirms his last of `cases`, of which he has two.

    `after` times what his confirmation before took have passed by then.
    """
    end, start = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(end)
        try:
            read(home, lambda line: os.write(start, f"{line}\n".encode()))
        finally:
            os._exit(0)  # nothing of the parent's is tidied up here
    os.close(start)
    told: Told = []
    began = took = 0.0
    with os.fdopen(end) as lines:
        for line in lines:
            told += [line.split()] if line.endswith("\n") else []
            if line.startswith("confirmed"):
                took = time.monotonic() - began
            elif line.startswith("confirming"):
                began = time.monotonic()
                cases -= 1
                if cases == 0:
                    time.sleep(after * took)
                    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return told


def main(home: Path, count: int, seed: int) -> None:
    sealing.PASSES, sealing.MEMORY_KIB, sealing.LANES = 1, 8, 1
    chance = random.Random(seed)
    for _ in range(count):
        told = one_kill(home, chance.randint(2, 3), chance.uniform(0.0, LATEST))
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()  # before the next fork copies it


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
