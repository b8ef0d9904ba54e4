"""Kill a reader's program −9 again and again between confirming and committing; nothing is lost.

.venv/bin/python -m tests.benchmarks.kills [KILLS]

Each start reads and answers until it is killed after a random time. Prints how many kills, how many
confirmations the program had been told of, and that each of them is on record once. Passwords are
argon2id at its least, so that starts are quick; the disk is waited for as always.
"""

import random
import sys
import tempfile
from pathlib import Path

from station.archive import sealing
from tests.archive.killed import check_what_was_told, read_until_killed
from tests.archive.reader_studies import made, new_study

KILLS = 1000
CASES = 400
LONGEST_S = 0.25
"""Within it a reader confirms a few cases"""


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    sealing.PASSES, sealing.MEMORY_KIB, sealing.LANES = 1, 8, 1
    chance = random.Random(20261120)
    done = confirmed = studies = 0
    while done < kills:
        studies += 1
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            made(home, new_study(Path(folder) / "images", cases=CASES)).close()
            told: list[list[list[str]]] = []
            while done < kills and sum(map(len, told)) < CASES:
                told.append(read_until_killed(home, chance.uniform(0.0, LONGEST_S)))
                done += 1
            confirmed += check_what_was_told(home, told)
        print(f"{done} kills, {confirmed} confirmations, none lost, none doubled", flush=True)
    print(f"{done} kills −9 in {studies} studies: all {confirmed} confirmations are on record once")


if __name__ == "__main__":
    main()
