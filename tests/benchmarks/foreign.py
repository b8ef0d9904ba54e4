"""What denoisers keep on scans of the foreign generator, next to a 6 mm Gaussian.

    python -m tests.benchmarks.foreign [SCANS] [--model ID_OR_WEIGHTS]… [--seed N]

Slabs of bodies, in a scanner and with a reconstruction, that share nothing with the virtual scanner
that networks learn from (`station.lab.foreign`); voxels of 1.65, 2, 2.73 and 4 mm in turn. For each
voxel size and duration a line a denoiser: RMSE in the body over that of the Gaussian; mean over the
lesions of SUVmean and SUVmax over those of the image without noise; by how much SUVmean of liver
and lung is off. In the last lines all scans, with the range over scans.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from station.denoise.denoiser import Denoiser
from station.denoise.weights import DENOISERS, read_weights
from station.lab.denoiser.evaluate import TrainedCard
from station.lab.denoiser.foreign import foreign_scan
from station.lab.denoiser.measures import Truth
from station.model_cards import sha256_of
from station.pet.volume import Volume
from tests.benchmarks.timing import argument_parser, sized

VOXELS_MM = (1.65, 2.0, 2.73, 4.0)
SECONDS = sized((30, 60, 120, 300), (30,))
FIRST_SEED = 9_000_000
"""From here on nothing has been trained on or chosen by"""
GAUSSIAN = "6 mm Gaussian"
FIGURES = ("RMSE", "lesion mean", "lesion max", "liver off %", "lung off %")


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("scans", type=int, nargs="?", default=sized(8, 1))
    parser.add_argument("--model", action="append", default=[])
    parser.add_argument("--seed", type=int, default=0, help="which scans")
    given = parser.parse_args()
    names = given.model or [card.id for card in DENOISERS.cards()][: sized(99, 1)]
    denoisers = {name: _denoiser(name) for name in names}
    found: dict[tuple[str, float, int], list[list[float]]] = defaultdict(list)
    for number in range(given.scans):
        voxel_mm = sized(VOXELS_MM, (4.0,))[number % sized(len(VOXELS_MM), 1)]
        scan = foreign_scan(f"{number}", FIRST_SEED + 1000 * given.seed + number, voxel_mm)
        for seconds in SECONDS:
            raw, filtered = scan.pair(seconds)
            images = {GAUSSIAN: filtered} | {
                name: denoise(raw, resample=True) for name, denoise in denoisers.items()
            }
            of_filter = _rmse(filtered, scan.truth)
            for name, image in images.items():
                figures = _figures(image, scan.truth, of_filter)
                found[name, voxel_mm, seconds].append(figures)
                _print(f"scan {number}, {voxel_mm:g} mm, {seconds} s, {name}", [figures])
    print("all scans: mean (lowest to highest)")
    for seconds in SECONDS:
        for name in (GAUSSIAN, *denoisers):
            rows = [
                row
                for (of, _, level), those in found.items()
                if (of, level) == (name, seconds)
                for row in those
            ]
            _print(f"{seconds} s, {name}", rows)


def _denoiser(name: str) -> Denoiser:
    """A shipped one by its id, or one of a file of weights."""
    path = Path(name)
    if not path.is_file():
        return Denoiser.shipped(name)
    return Denoiser(read_weights(path), TrainedCard(path.stem, sha256_of(path.read_bytes())))


def _rmse(image: Volume, truth: Truth) -> float:
    off = image.voxels[truth.body] - truth.reference.voxels[truth.body]
    return float(np.sqrt(np.mean(off**2)))


def _figures(image: Volume, truth: Truth, of_filter: float) -> list[float]:
    voxels, reference = image.voxels, truth.reference.voxels
    inside = [lesion.mask.inside for lesion in truth.lesions]
    means = [voxels[one].mean() / reference[one].mean() for one in inside]
    maxima = [voxels[one].max() / reference[one].max() for one in inside]
    organs: Mapping[str, float] = {
        name: 100 * abs(voxels[organ].mean() / reference[organ].mean() - 1)
        for name, organ in truth.organs.items()
        if organ.any()
    }
    return [
        _rmse(image, truth) / of_filter,
        float(np.mean(means)) if means else np.nan,
        float(np.mean(maxima)) if maxima else np.nan,
        *(float(organs.get(name, np.nan)) for name in ("liver", "lung")),
    ]


def _print(what: str, rows: list[list[float]]) -> None:
    words: list[str] = []
    for name, column in zip(FIGURES, np.array(rows).T, strict=True):
        known = column[np.isfinite(column)]
        if len(known):
            spread = f" ({known.min():.2f} to {known.max():.2f})" if len(rows) > 1 else ""
            words.append(f"{name} {known.mean():.2f}{spread}")
    print(f"{what:<46} {', '.join(words)}", flush=True)


if __name__ == "__main__":
    main()
