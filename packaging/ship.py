"""Take the weights of a finished training into resources/models, with their card.

.venv/bin/python packaging/ship.py denoiser RUN --id paper --title "…" --version 1 --data "…" \\
    [--limit "…"]… [--evaluation evaluation.json] [--default]
.venv/bin/python packaging/ship.py grader DIR/task-ordinal --id ordinal … [--threshold 0.5]
.venv/bin/python packaging/ship.py finder RUN --id organs …
"""

from argparse import ArgumentParser
from pathlib import Path

from station.errors import StationError
from station.model_cards import Facts

LIMITS = {
    "denoiser": (
        "Trained on simulated FDG PET only: one virtual scanner, one reconstruction.",
        "It was not made for other tracers, other reconstructions or post-filtered images.",
        "Not clinically validated; for research, not for diagnosis.",
    ),
    "finder": (
        "Trained on label maps only, with uptake drawn at random; it has seen no patient's PET.",
        "Adults: it was not made for children, animals or phantoms.",
        "What is missing or displaced by surgery may be taken for another organ.",
        "Not clinically validated; for research, not for diagnosis.",
    ),
    "grader": (
        "Trained on simulated FDG PET only: a few virtual scanners and reconstructions.",
        "Its grades are those of a written rule and of simulated raters, not those of physicians.",
        "It does not grade other tracers, parts of the body, denoised or unfiltered images.",
        "A wrong SUV scale is hidden from it; the statistics control looks for that.",
        "Not clinically validated; for research, not for diagnosis.",
    ),
}
"""Of every model that was trained on the virtual scanner"""


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=LIMITS)
    parser.add_argument("run", type=Path, help="folder of a finished training")
    for name in ("id", "title", "version", "data"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--limit", action="append", default=[], help="a further sentence")
    parser.add_argument(
        "--evaluation",
        type=Path,
        action="append",
        default=[],
        help="of `station evaluate`; a grader's may be several",
    )
    parser.add_argument("--default", action="store_true")
    parser.add_argument(
        "--threshold",
        type=float,
        help="of a grader: P(Good) below which an image is called Poor; without it, where "
        "sensitivity + specificity of the held-out images is highest",
    )
    given = parser.parse_args()
    limits = (*LIMITS[given.kind], *map(str, given.limit))
    facts = Facts(given.id, given.title, given.version, given.data, limits)
    try:
        if given.kind == "grader":
            ship_grader(given.run, facts, given.evaluation, given.threshold, given.default)
            return
        if given.kind == "denoiser":
            from station.denoise.shipping import ship
        else:
            from station.quality.finder.shipping import ship
        if len(given.evaluation) > 1:
            parser.error(f"a {given.kind} has one evaluation")
        evaluation = given.evaluation[0] if given.evaluation else None
        card = ship(given.run, facts, evaluation=evaluation, default=given.default)
        print(f"{card.file}: SHA-256 {card.sha256}")
    except StationError as error:
        raise SystemExit(str(error)) from None


def ship_grader(
    run: Path, facts: Facts, evaluations: list[Path], threshold: float | None, default: bool
) -> None:
    from station.quality.shipping import ship

    card = ship(run, facts, evaluations=evaluations, threshold=threshold, default=default)
    scale, shift = card.calibration
    print(f"{card.file}: SHA-256 {card.sha256}")
    print(f"calibration {scale:.4f}, {shift:.4f}; log loss {card.log_loss:.4f}")
    print(
        f"Poor below P(Good) {card.threshold:.4f}: sensitivity {card.sensitivity:.4f}, "
        f"specificity {card.specificity:.4f} of {card.cases} images of scanners left out, "
        f"AUC {card.auc:.4f}"
    )


if __name__ == "__main__":
    main()
