"""Kill a reader's program −9 again and again between confirming and committing; nothing is lost.

.venv/bin/python -m tests.benchmarks.kills [KILLS]

Each program reads until it is killed, a random time after it began to confirm. Prints how many
kills, how many of them fell between confirming and the word that it is kept, before and after the
commit, and how many confirmations and answers the programs had that word of: each of them is on
record once, and the audit trail is whole; else it fails. The disk is waited for as always.
"""

import tempfile
from pathlib import Path

from station.archive import sealing
from tests.archive.killed import check_what_was_told, kills
from tests.archive.reader_studies import made, new_study
from tests.benchmarks.timing import argument_parser, sized

KILLS = sized(1000, 2)
KILLS_A_STUDY = 50
CASES = sized(250, 10)


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=KILLS)
    wanted: int = parser.parse_args().kills
    sealing.PASSES, sealing.MEMORY_KIB, sealing.LANES = 1, 8, 1
    done = cut = committed = confirmed = answered = 0
    while done < wanted:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder) / "home"
            made(home, new_study(Path(folder) / "images", cases=CASES)).close()
            told = kills(home, min(KILLS_A_STUDY, wanted - done), seed=done)
            found = check_what_was_told(home, told)
        done += len(told)
        cut += found.cut
        committed += found.committed
        confirmed += found.confirmed
        answered += found.answered
        print(
            f"{done} kills −9, {cut} of them while confirming ({committed} after the commit): "
            f"{confirmed} confirmations and {answered} answers kept, none lost, none doubled",
            flush=True,
        )


if __name__ == "__main__":
    main()
