"""Add the weights of a finished training to resources/models/denoiser, with their card.

.venv/bin/python packaging/ship_denoiser.py RUN --id paper --title "…" --version 1 --data "…" \\
    [--limit "…"]… [--evaluation evaluation.json] [--default]
"""

from argparse import ArgumentParser
from pathlib import Path

from station.denoise.weights import Facts, ship
from station.errors import StationError

LIMITS = (
    "Trained only on simulated FDG PET: one virtual scanner, one reconstruction.",
    "Not made for other tracers, other reconstructions or post-filtered images.",
    "Not clinically validated; for research, not for diagnosis.",
)
"""For every model trained on the virtual scanner"""


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="folder of a finished `station train denoiser`")
    for name in ("id", "title", "version", "data"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--limit", action="append", default=[], help="a further sentence")
    parser.add_argument("--evaluation", type=Path, help="of `station evaluate denoiser`")
    parser.add_argument("--default", action="store_true")
    given = parser.parse_args()
    facts = Facts(
        given.id, given.title, given.version, given.data, (*LIMITS, *map(str, given.limit))
    )
    try:
        card = ship(given.run, facts, evaluation=given.evaluation, default=given.default)
    except StationError as error:
        raise SystemExit(str(error)) from None
    print(f"{card.file}: SHA-256 {card.sha256}")


if __name__ == "__main__":
    main()
