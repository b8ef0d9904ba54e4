"""Add the weights of a finished training to resources/models/grader, with their card.

.venv/bin/python packaging/ship_grader.py DIR/task-ordinal/fold-0 --id ordinal --title "…" \\
    --version 1 --data "…" [--limit "…"]… [--threshold 0.5] [--evaluation evaluation.json] \\
    [--default]
"""

from argparse import ArgumentParser
from pathlib import Path

from station.errors import StationError
from station.model_cards import Facts
from station.quality.weights import ship

LIMITS = (
    "Trained only on simulated FDG PET: a few virtual scanners and reconstructions, no patient.",
    "Its grades are those of a written rule and of simulated raters, not of physicians.",
    "Other tracers, scans of a part of the body, denoised and unfiltered images are not graded.",
    "It cannot see a wrong SUV scale; the statistics control checks that.",
    "Not clinically validated; for research, not for diagnosis.",
)
"""For every grader trained on the virtual scanner"""


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="folder of a fold of `station train grader`")
    for name in ("id", "title", "version", "data"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--limit", action="append", default=[], help="a further sentence")
    parser.add_argument(
        "--threshold",
        type=float,
        help="P(Good) below which an image is called Poor; by default where sensitivity + "
        "specificity of the held-out images is highest",
    )
    parser.add_argument("--evaluation", type=Path, help="of `station evaluate grader`")
    parser.add_argument("--default", action="store_true")
    given = parser.parse_args()
    facts = Facts(
        given.id, given.title, given.version, given.data, (*LIMITS, *map(str, given.limit))
    )
    try:
        card = ship(
            given.run,
            facts,
            evaluation=given.evaluation,
            threshold=given.threshold,
            default=given.default,
        )
    except StationError as error:
        raise SystemExit(str(error)) from None
    print(f"{card.file}: SHA-256 {card.sha256}")
    scale, shift = card.calibration
    print(f"calibration {scale:.4f}, {shift:.4f}; log loss {card.log_loss:.4f}")
    print(
        f"Poor below P(Good) {card.threshold:.4f}: sensitivity {card.sensitivity:.4f}, "
        f"specificity {card.specificity:.4f} of {card.held_out} held-out images"
    )


if __name__ == "__main__":
    main()
