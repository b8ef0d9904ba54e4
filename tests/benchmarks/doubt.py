"""What the map of doubt tells of the error: spread of answers and true error, on held-out slabs.

    python -m tests.benchmarks.doubt [--model ID] [--slabs FOLDER]

Two slabs of the usual patients and two of anyone scanned anywhere, that no network was trained on,
at 30 and 120 s a bed. A line each: the root mean square over the body of the map (the standard
deviation of four answers over the SUV) and of the true error, averaged as the map is; the error
over the spread; the error in the half of the body where the map is lowest, and in the twentieth
where it is highest; the part of the body that is coloured. `--slabs` keeps the slabs, which take
minutes.
"""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from station.denoise.denoiser import Denoiser
from station.denoise.pairs import Slab
from station.denoise.recipe import Population
from station.lab.slabs import slab_of
from station.lab.train_denoiser import cached_slabs
from station.operations.doubt import AIR_SUV, AVERAGED_FWHM_MM, LEAST_SUV, NOTICEABLE, doubt_map
from station.pet.filters import smoothed
from station.pet.volume import Geometry, Unit, Volume
from tests.benchmarks.timing import SMOKE, argument_parser, sized
from tests.denoise.slabs import slab

SEEDS = {Population.USUAL: (99001, 99002), Population.WIDE: (99003, 99004)}
"""Never trained on"""
SECONDS = sized((30, 120), (30,))


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--model", help="id of a shipped network (default: the default one)")
    parser.add_argument("--slabs", type=Path, help="where the slabs are kept")
    given = parser.parse_args()
    denoiser = Denoiser.shipped(given.model)
    print(f"{denoiser.card.title} {denoiser.card.version}")
    with TemporaryDirectory() as scratch:
        for one in _slabs(given.slabs or Path(scratch)):
            for seconds in SECONDS:
                print(f"{one.name}, {seconds} s: {_line(denoiser, one, seconds)}", flush=True)


def _slabs(folder: Path) -> list[Slab]:
    if SMOKE:
        return [slab(shape=(8, 64, 64))]
    return [
        one
        for population, seeds in SEEDS.items()
        for one in cached_slabs(folder, seeds, partial(slab_of, population))
    ]


def _line(denoiser: Denoiser, one: Slab, seconds: int) -> str:
    truth = np.asarray(one.noise_free, np.float32)
    mm = one.voxel_mm
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = mm
    affine[3, 3] = 1
    noisy = np.asarray(one.inputs[seconds], np.float32)
    source = Volume(noisy, Geometry(noisy.shape, affine), Unit.SUV_BW)
    spread = doubt_map(denoiser, source).volume.voxels
    answer = denoiser(source).voxels
    square = smoothed((answer - truth) ** 2, AVERAGED_FWHM_MM, (mm, mm, mm))
    level = smoothed(truth, AVERAGED_FWHM_MM, (mm, mm, mm))
    error = np.sqrt(np.maximum(square, 0)) / np.maximum(level, LEAST_SUV)
    body = (level > AIR_SUV) & (spread > 0)
    low, high = np.quantile(spread[body], [0.5, 0.95])
    typical, wrong = (float(np.sqrt(np.mean(of[body] ** 2))) for of in (spread, error))
    sure, unsure = (
        float(np.sqrt(np.mean(error[where] ** 2)))
        for where in (body & (spread <= low), body & (spread >= high))
    )
    coloured = float((spread[body] >= NOTICEABLE).mean())
    return (
        f"spread {typical:.3f}, error {wrong:.3f}, {wrong / typical:.1f} times the spread; "
        f"{sure:.3f} where surest, {unsure:.3f} where least sure; {coloured:.0%} coloured"
    )


if __name__ == "__main__":
    main()
