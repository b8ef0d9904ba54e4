"""An operation for the tests of batches: it toils for a while, and some studies poison it.

`python -m tests.batch.toil` is the process of its studies, in place of
`station.batch.study_process`. What a study does is the name of its folder, such as `kills-3`.
"""

import json
import os
import signal
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from station.batch.crew import local_crew
from station.batch.run import Request, run_batch
from station.batch.study_process import main
from station.batch.work import Operation, Place, Row
from station.errors import StationError
from station.progress import Report, silent
from tests.made_up import studies

PROGRAM = "tests.batch.toil"
POISONS = ("kills", "crashes", "eats", "sleeps", "refuses", "stumbles")
EATEN_AT_ONCE = 64 << 20
"""Bytes"""


def toil(place: Place, options: Mapping[str, Any]) -> list[Row]:
    """Work on one core for some seconds; what is written depends on the study only."""
    study = place.images[0].parent.name
    match study.partition("-")[0]:
        case "kills":
            os.kill(os.getpid(), signal.SIGKILL)
        case "crashes":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "eats":
            eaten: list[bytearray] = []
            while True:
                eaten.append(bytearray(b"x" * EATEN_AT_ONCE))
        case "sleeps":
            time.sleep(3600)
        case "refuses":
            raise StationError("This study is refused.")
        case "stumbles":
            raise ZeroDivisionError("a bug")
        case _:
            pass
    until = time.process_time() + options["seconds"]
    while time.process_time() < until:
        sum(range(1000))
    for number in range(options["files"]):
        (place.out / f"{number}.txt").write_text(f"{study} {number}\n" * 1000)
    (place.out / "toil.json").write_text(json.dumps({"study": study}))
    return [{"series_uid": f"1.2.{number}", "reason": "", "number": number} for number in range(2)]


OPERATIONS = {"toil": Operation("toil", "Toil", {"number": int}, toil)}


def write_studies(folder: Path, names: list[str]) -> Path:
    """A small study for each name, in a folder of that name."""
    for name in names:
        studies.write_pet(folder / name, "WB AC", 4.0, study=name, PatientID=name)
        # One folder a study, whose name is the study's.
        for file in sorted((folder / name / "WB").iterdir()):
            file.rename(folder / name / file.name)
        (folder / name / "WB").rmdir()
    return folder


def request(source: Path, out: Path, **asked: Any) -> Request:
    """Toil on the studies below a folder."""
    options = {"seconds": asked.pop("seconds", 0.0), "files": asked.pop("files", 2)}
    return Request(
        "toil",
        options,
        {str(source): None},
        out,
        operations=OPERATIONS,
        program=PROGRAM,
        **asked,
    )


def run(asked: Request, workers: int = 1, report: Report = silent) -> list[str]:
    """Run a batch on this computer; what it said."""
    said: list[str] = []
    run_batch(asked, lambda: local_crew(workers), report, said.append)
    return said


if __name__ == "__main__":
    main(OPERATIONS)
