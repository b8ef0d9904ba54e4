"""Where a denoising network is unsure: how far its answers to the mirrored image lie apart.

A patient seen in a mirror is the same patient, so a network that is sure gives the same image
again. Where it takes a few counts now for a lesion and now for noise, its answers differ. The map
is their standard deviation as a part of the SUV there.

It is not the error, which is four to five times as large on the slabs of our simulator
(`python -m tests.benchmarks.doubt`), and what every answer gets wrong alike, such as a faint lesion
that all of them leave out, is not in it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.operations.denoiser import Denoiser, nobody
from station.pet.filters import smoothed
from station.pet.volume import Provenance, Unit, Volume
from station.progress import Report, part, saying, silent

Image = NDArray[np.float32]

MIRRORED: tuple[tuple[int, ...], ...] = ((), (1,), (2,), (1, 2))
"""Axes along which the image is turned over before the network sees it: those of a slice, in which
training turns patches over too"""
AVERAGED_FWHM_MM = 8.0
"""The variance of so few answers is itself a chance value; it is averaged over this much"""
LEAST_SUV = 0.3
"""A spread counts against no less than this: air has no SUV to be unsure of"""
NOTICEABLE = 0.05
"""From this part of the SUV the map is drawn"""
FULLEST = 0.2
"""At this part its colour is fullest"""
AIR_SUV = 0.1
DONE = 0.95
"""Progress at which all answers are there"""


@dataclass(frozen=True, eq=False)
class DoubtMap:
    volume: Volume
    """Standard deviation of the answers over the SUV there, on the image's grid; 0 in air"""
    network: str
    """Title and version of the network"""
    unsure: float
    """Part of the body's volume where the map is above `NOTICEABLE`"""


def doubt_map(
    network: Denoiser, source: Volume, report: Report = silent, *, resample: bool = False
) -> DoubtMap:
    """Where that network is unsure in `source`, unfiltered, SUVbw: it denoises it four times.

    `resample` as in denoising. Raises StationError where the image cannot be denoised.
    """
    mean: Image = np.zeros(source.shape, np.float32)
    squares: Image = np.zeros(source.shape, np.float32)
    try:
        for number, axes in enumerate(MIRRORED):
            message = f"Denoising, mirrored copy {number + 1} of {len(MIRRORED)}"
            low, high = (DONE * at / len(MIRRORED) for at in (number, number + 1))
            answer = _mirrored(network, source, axes, part(report, low, high), message, resample)
            # The running mean and sum of squares about it (B. P. Welford, Technometrics 4, 1962).
            before = answer - mean
            mean += before / (number + 1)
            squares += before * (answer - mean)
            del answer, before
        report(DONE, "Comparing the answers")
        stored = ~source.missing
        known = np.where(stored[:, None, None], squares, 0).astype(np.float32)
        variance = known / np.float32(len(MIRRORED) - 1)
        level = np.where(stored[:, None, None], mean, 0).astype(np.float32)
        spread = np.sqrt(np.maximum(smoothed(variance, AVERAGED_FWHM_MM, source.spacing_mm), 0))
        level = smoothed(level, AVERAGED_FWHM_MM, source.spacing_mm)
    except MemoryError as error:
        raise StationError(
            "There is not enough memory to see where the network is unsure. Close other studies "
            "and programs and try again."
        ) from error
    body = level > AIR_SUV
    share = np.where(body, spread / np.maximum(level, LEAST_SUV), 0).astype(np.float32)
    share[~stored] = 0
    name = f"{network.card.title} {network.card.version}"
    provenance = Provenance(
        source.provenance.series_uid,
        "Where the network is unsure",
        (f"Spread of the answers of {name} to {len(MIRRORED)} mirrored copies, over the SUV",),
    )
    inside = int(body.sum())
    unsure = float((share[body] >= NOTICEABLE).mean()) if inside else 0.0
    report(1.0, "Comparing the answers")
    return DoubtMap(Volume(share, source.geometry, Unit.SHARE, provenance), name, unsure)


def _mirrored(
    network: Denoiser,
    source: Volume,
    axes: tuple[int, ...],
    report: Report,
    message: str,
    resample: bool,
) -> Image:
    """The network's answer to the image turned over along `axes`, turned back."""
    voxels = np.ascontiguousarray(np.flip(source.voxels, axes), np.float32)
    seen = Volume(voxels, source.geometry, source.unit, source.provenance)
    answer = network(
        seen,
        saying(report, message),
        first_slice=source.shape[0] // 2,
        on_slices=nobody,
        resample=resample,
    )
    return np.asarray(np.flip(answer.voxels, axes), np.float32)
