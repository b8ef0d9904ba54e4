"""A reader whose program is killed −9 while he reads, and what has to be left of it."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from station.archive.readings import open_reader_studies
from station.reading.readings import Question
from station.reading.worklist import Case, Side
from tests.archive.reader_studies import reader

ROOT = Path(__file__).resolve().parents[2]

READ = """
import sys
from pathlib import Path
from tests.archive.reader_studies import reader, questions, VIEWING
from station.archive.readings import open_reader_studies
from station.reading.readings import ARTIFACT, ARTIFACT_TEXT, COMMENT

session = reader(open_reader_studies(Path(sys.argv[1])))
print("ready", flush=True)
while hasattr(case := session.next(), "code"):
    for number, question in enumerate(questions(session.protocol)):
        if question.id not in (ARTIFACT_TEXT, COMMENT):
            score = False if question.id == ARTIFACT else 1 + (ord(case.code[0]) + number) % 5
            session.answer(case.code, question, score)
            print("answered", case.code, question.id, int(score), flush=True)
    session.confirm(case.code, VIEWING)
    print("confirmed", case.code, flush=True)
"""


def read_until_killed(home: Path, after_s: float) -> list[list[str]]:
    """Start a reader, kill him −9 some time after his first case is open; what he was told."""
    process = subprocess.Popen(
        [sys.executable, "-c", READ, str(home)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    with process.stdout as lines:
        assert lines.readline() == "ready\n"
        timer = threading.Timer(after_s, process.send_signal, [signal.SIGKILL])
        timer.start()
        told = [line.split() for line in lines if line.endswith("\n")]
    process.wait()
    timer.cancel()
    return told


def check_what_was_told(home: Path, told: list[list[list[str]]]) -> int:
    """Everything the killed readers were told is kept is there; how many confirmations it was."""
    studies = open_reader_studies(home)
    session = reader(studies)
    own = {one.code: one.reading for one in session.own()}
    case = session.next()
    draft = session.draft(case.code) if isinstance(case, Case) else {}
    confirmed: list[str] = []
    for kind, code, *answer in [line for lines in told for line in lines]:
        if kind == "confirmed":
            assert code in own
            confirmed.append(code)
        else:
            held = own[code].answers if code in own else draft
            question, score = answer
            assert held[Question(Side.ONLY, question)] == int(score)
    assert len(set(confirmed)) == len(confirmed)
    assert studies.verify().broken is None
    studies.close()
    return len(confirmed)
