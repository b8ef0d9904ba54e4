"""How a batch takes it when its workers, its client and its scheduler are killed −9 at random.

python -m tests.benchmarks.batch_kills [STUDIES [KILLS [SEED]]] makes two batches of the same
studies, an undisturbed one and one that is killed that often, and compares their manifests.
"""

import sys
import tempfile
import time
from pathlib import Path

from station.archive.batches import Ledger
from station.batch.results import status_of
from tests.batch import chaos, toil


def main(studies: int = 40, kills: int = 50, seed: int = 1) -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = [f"study-{number}" for number in range(studies)]
        source = toil.write_studies(Path(folder, "in"), names)
        calm, disturbed = Path(folder, "calm"), Path(folder, "disturbed")
        began = time.monotonic()
        toil.run(toil.request(source, calm, seconds=chaos.SECONDS), 2)
        print(f"undisturbed: {time.monotonic() - began:.0f} s", flush=True)
        began = time.monotonic()
        killed = chaos.disturbed(source, disturbed, kills, seed)
        counts = ", ".join(f"{count} × {kind}" for kind, count in killed.items())
        print(f"disturbed: {time.monotonic() - began:.0f} s, {killed.total()} kills: {counts}")
        print(status_of(disturbed))
        ledger = Ledger.opened(disturbed)
        rows = ledger.rows().values()
        ledger.close()
        print(
            f"{sum(row.tries for row in rows)} tries, {sum(row.deaths for row in rows)} deaths, "
            f"{sum(row.losses for row in rows)} lost workers were seen"
        )
        left = chaos.manifest(disturbed)
        print(f"{len(left)} files; manifests equal: {left == chaos.manifest(calm)}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
