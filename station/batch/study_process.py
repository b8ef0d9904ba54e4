"""The process in which studies are worked on, one after the other, with the networks loaded once.

`python -m station.batch.study_process` reads a job a line from its input and answers each with a
line. A study that crashes, eats the memory or never ends takes this process with it, and nothing
else: the worker that started it is there to say what happened. It ends when its input does.
"""

import errno
import json
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from station.batch.work import Job, Operation, do
from station.errors import StationError
from station.system import be_first_to_go, forget_peak_memory

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors of a disk that takes no more, from anybody"""


def main(operations: Mapping[str, Operation] | None = None) -> None:
    """Answer jobs until the input ends."""
    # What anybody prints goes where errors go: the output is for answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # Ctrl+C in a terminal is the client's; it is no fault of the study that is worked on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_first_to_go()
    jobs = queue.SimpleQueue[str]()
    threading.Thread(target=_listen, args=(sys.stdin, jobs), daemon=True).start()
    answers.write("\n")  # from now on the time of a study counts
    answers.flush()
    while True:
        line = jobs.get()
        forget_peak_memory()
        answers.write(json.dumps(answer(Job(**json.loads(line)), operations)) + "\n")
        answers.flush()


def answer(job: Job, operations: Mapping[str, Operation] | None = None) -> dict[str, str]:
    """What came of a job: `inputs` and `output`, or a sentence that says why nothing did.

    `failed`: the study cannot be worked on. `disk`: the results cannot be written, whatever the
    study.
    """
    try:
        made = do(job, operations)
    except StationError as error:
        disk = isinstance(error.__cause__, OSError) and _is_of_the_disk(error.__cause__, job)
        return {"disk" if disk else "failed": str(error)}
    except OSError as error:
        why = f"{error.filename or job.outputs} cannot be used: {error.strerror or error}."
        return {"disk" if _is_of_the_disk(error, job) else "failed": why}
    except MemoryError:
        return {"failed": "There is not enough memory for this study."}
    except Exception as error:  # noqa: BLE001  # a bug costs the study that shows it, not the batch
        traceback.print_exc()
        place = traceback.extract_tb(error.__traceback__)[-1]
        return {
            "failed": f"An error in Station, please report it: {type(error).__name__}: {error} "
            f"({Path(place.filename).name}, line {place.lineno})."
        }
    return {"inputs": made.inputs, "output": made.output}


def _is_of_the_disk(error: OSError, job: Job) -> bool:
    """Whether the results cannot be written, whatever the study."""
    return error.errno in FULL or str(error.filename or "").startswith(job.outputs)


def _listen(source: IO[str], jobs: "queue.SimpleQueue[str]") -> None:
    for line in source:
        jobs.put(line)
    os._exit(0)  # the worker is gone; nobody waits for an answer


if __name__ == "__main__":
    main()
