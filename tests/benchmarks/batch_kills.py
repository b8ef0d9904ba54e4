"""Kill a batch's workers, its client and its scheduler −9 at random; nothing is lost or doubled.

.venv/bin/python -m tests.benchmarks.batch_kills [KILLS]

A scheduler, two workers and a client work on simulated studies; every few seconds one of their
processes is killed, and what does not come back by itself is started again. Where a batch ends
before there were KILLS, another is begun. Every manifest has to be that of an undisturbed batch.
"""

import tempfile
import time
from collections import Counter
from pathlib import Path

from station.archive.batches import Ledger, State
from tests.batch import chaos, toil
from tests.benchmarks.timing import argument_parser, sized

KILLS = sized(50, 1)
STUDIES = sized(40, 30)


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=KILLS)
    wanted: int = parser.parse_args().kills
    with tempfile.TemporaryDirectory() as folder:
        names = [f"study-{number}" for number in range(STUDIES)]
        source = toil.write_studies(Path(folder, "in"), names)
        began = time.monotonic()
        toil.run(toil.request(source, Path(folder, "calm"), seconds=chaos.SECONDS), 2)
        calm = chaos.manifest(Path(folder, "calm"))
        print(f"undisturbed: {time.monotonic() - began:.0f} s, {len(calm)} files", flush=True)
        killed, batches = Counter[str](), 0
        while killed.total() < wanted:
            batches += 1
            out = Path(folder, f"disturbed-{batches}")
            began = time.monotonic()
            killed += chaos.disturbed(source, out, wanted - killed.total(), seed=batches)
            ledger = Ledger.opened(out)
            rows = ledger.rows().values()
            ledger.close()
            assert {row.state for row in rows} == {State.DONE}
            assert len(rows) == STUDIES
            assert chaos.manifest(out) == calm
            assert {path.name for path in (out / "outputs").iterdir()} == {
                row.output for row in rows
            }
            counts = ", ".join(f"{count} × {kind}" for kind, count in sorted(killed.items()))
            print(
                f"batch {batches}, {time.monotonic() - began:.0f} s: {STUDIES} studies done in "
                f"{sum(row.tries for row in rows)} tries that came back, "
                f"{sum(row.deaths for row in rows)} deaths, "
                f"{sum(row.losses for row in rows)} lost workers; manifest as undisturbed. "
                f"Killed so far: {counts}",
                flush=True,
            )


if __name__ == "__main__":
    main()
