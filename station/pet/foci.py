"""Foci of one image by a fixed rule: what a reader would call a hot spot, always alike.

The rule has two uses: it counts what a denoiser invents and loses where the truth is known, and it
detects what one of two images shows as a focus and the other does not (`station.pet.changes`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.compiled import kernel
from station.pet.statistics import peak_runs
from station.pet.voi import SUVPEAK_RADIUS_MM, Point
from station.pet.volume import FloatArray, Geometry, Unit, Volume

Image = NDArray[np.float32]
Index = NDArray[np.int64]

MATCH_MM = 8.0
"""Two foci closer than this are one: about the resolution of the conventional image."""


@dataclass(frozen=True)
class DetectionRule:
    """What counts as a focus of one image: a hot spot that outshines its surroundings.

    A local maximum. The mean of its 1 mL sphere is at least `lowest`, exceeds the mean of a shell
    around it by `sds` standard deviations of that shell, and is `contrast` times the SUV below
    which 95 % of the shell is. One of the `shells_mm` suffices; a larger one detects what fills a
    smaller. So neither the edge of an organ nor a vessel is a focus, and noise rarely is.
    """

    lowest: float = 1.0
    """In the image's unit (SUV)"""
    sds: float = 3.0
    contrast: float = 1.25
    below: float = 0.95
    """The quantile of the shell that the contrast is relative to"""
    shells_mm: tuple[tuple[float, float], ...] = ((10.0, 16.0), (16.0, 24.0), (26.0, 34.0))
    """Inner and outer radius"""


DETECTION_RULE = DetectionRule()
"""The rule used by evaluations; changing it changes their counts."""

HINT_RULE = replace(DETECTION_RULE, lowest=0.7, contrast=1.1, sds=1.5)
"""A much milder rule: an image with nothing by this rule has no trace of a focus."""


@dataclass(frozen=True)
class Spot:
    """A focus of one image."""

    position_mm: Point
    peak: float
    """Mean of the 1 mL sphere, in the image's unit"""
    background: float
    """Mean of the shell around it"""
    contrast: float
    """Peak over the value below which 95 % of the shell is"""


def find_foci(volume: Volume, rule: DetectionRule = DETECTION_RULE) -> tuple[Spot, ...]:
    """The foci of an image by the rule, hottest first; of two in one neighbourhood the hotter.

    Raises StationError where the image is not in SUV: the rule contains an SUV.
    """
    if not volume.unit.is_suv:
        raise StationError(
            f"Foci are detected by their SUV, and this image is in {volume.unit}. Complete the SUV "
            "inputs."
        )
    return spots(np.asarray(volume.voxels, np.float32), volume.geometry, rule)


def match_foci(
    foci: Sequence[Spot], others: Sequence[Spot], within_mm: float = MATCH_MM
) -> tuple[bool, ...]:
    """For each focus, whether one of the others is within that distance."""
    places = np.array([other.position_mm for other in others]).reshape(-1, 3)
    return tuple(
        bool((np.linalg.norm(places - np.array(focus.position_mm), axis=1) <= within_mm).any())
        for focus in foci
    )


# --- Finding them -------------------------------------------------------------------------------

DIRECTIONS = 80
"""A shell is sampled along this many directions, evenly spread,"""
STEPS = 3
"""and at this many radii."""


def spots(image: Image, geometry: Geometry, rule: DetectionRule) -> tuple[Spot, ...]:
    matrix = geometry.affine[:3, :3].tobytes()
    shells = [shell_offsets(matrix, shell) for shell in rule.shells_mm]
    offsets = np.stack(shells)
    summits, numbers = _suspects(
        image, sphere_of(geometry), offsets, rule.lowest, rule.sds, rule.contrast, rule.below
    )
    order = np.lexsort((*summits.T[::-1], -numbers[:, 0]))
    spots: list[Spot] = []
    places = np.empty((len(summits), 3))
    reaches = np.empty(len(summits))
    for at, (peak, background, contrast, shell) in zip(
        summits[order], numbers[order].tolist(), strict=True
    ):
        position = geometry.to_patient(at)
        taken = len(spots)
        if (np.linalg.norm(places[:taken] - position, axis=1) < reaches[:taken]).any():
            continue
        places[taken], reaches[taken] = position, rule.shells_mm[int(shell)][0]
        x, y, z = position.tolist()
        spots.append(Spot((x, y, z), peak, background, contrast))
    return tuple(spots)


def sphere_of(geometry: Geometry) -> Index:
    """The voxels of the 1 mL sphere, as returned by `station.pet.statistics.peak_runs`."""
    empty = Volume(np.zeros((1, 1, 1), np.float32), replace(geometry, shape=(1, 1, 1)), Unit.SUV_BW)
    return peak_runs(empty, SUVPEAK_RADIUS_MM)


@lru_cache(maxsize=32)
def shell_offsets(matrix: bytes, shell_mm: tuple[float, float]) -> Index:
    """Offsets to the sampled voxels of a shell, (DIRECTIONS · STEPS, 3).

    Directions on a Fibonacci spiral: each represents the same part of the sphere.
    """
    number = np.arange(DIRECTIONS)
    height = 1 - (2 * number + 1) / DIRECTIONS
    angle = number * np.pi * (3 - sqrt(5))
    across = np.sqrt(1 - height**2)
    directions = np.stack([across * np.cos(angle), across * np.sin(angle), height], axis=1)
    radii = np.linspace(*shell_mm, STEPS)
    points = (directions[:, None] * radii[:, None]).reshape(-1, 3)
    to_index = np.linalg.inv(np.frombuffer(matrix).reshape(3, 3))
    return np.rint(points @ to_index.T).astype(np.int64)


@kernel
def mean_at(image: Image, s: int, r: int, c: int, runs: Index) -> float:
    """Mean of the sphere of `runs` about a voxel, without voxels outside or without a value."""
    total = 0.0
    count = 0
    for k in range(len(runs)):
        i, j = s + runs[k, 0], r + runs[k, 1]
        if not (0 <= i < image.shape[0] and 0 <= j < image.shape[1]):
            continue
        for m in range(max(c + runs[k, 2], 0), min(c + runs[k, 3] + 1, image.shape[2])):
            value = image[i, j, m]
            if np.isfinite(value):
                total += value
                count += 1
    return total / count if count > 0 else np.nan


@kernel
def _is_summit(image: Image, s: int, r: int, c: int) -> bool:
    """Whether no neighbour is higher; the summit of a plateau is its first voxel."""
    value = image[s, r, c]
    for i in range(max(s - 1, 0), min(s + 2, image.shape[0])):
        for j in range(max(r - 1, 0), min(r + 2, image.shape[1])):
            for k in range(max(c - 1, 0), min(c + 2, image.shape[2])):
                other = image[i, j, k]
                if other > value:
                    return False
                before = i < s or (i == s and (j < r or (j == r and k < c)))
                if other == value and before:
                    return False
    return True


@kernel
def _outshines(
    image: Image,
    at: tuple[int, int, int],
    peak: float,
    shell: Index,
    values: FloatArray,
    sds: float,
    contrast: float,
    below: float,
) -> tuple[bool, float, float]:
    """(whether a summit passes the rule with one shell, the shell's mean, the contrast)."""
    count = 0
    own = 0
    total = 0.0
    squares = 0.0
    for k in range(len(shell)):
        # Beyond the end of the scan the shell is assumed to be like its other side.
        for side in (1, -1):
            i, j = at[0] + side * shell[k, 0], at[1] + side * shell[k, 1]
            m = at[2] + side * shell[k, 2]
            if not (
                0 <= i < image.shape[0] and 0 <= j < image.shape[1] and 0 <= m < image.shape[2]
            ):
                continue
            value = float(image[i, j, m])
            if np.isfinite(value):
                values[count] = value
                count += 1
                own += side == 1
                total += value
                squares += value * value
                break
    # Half a shell would make a focus of anything cut by the end of the scan.
    if 4 * own < 3 * len(shell):
        return False, np.nan, np.nan
    mean = total / count
    sd = sqrt(max(squares / count - mean * mean, 0.0))
    if peak < mean + sds * sd:
        return False, mean, np.nan
    level = np.partition(values[:count], int(below * (count - 1)))[int(below * (count - 1))]
    ratio = peak / max(level, 1e-6)
    return ratio >= contrast, mean, ratio


@kernel
def _suspects(
    image: Image,
    runs: Index,
    shells: Index,
    lowest: float,
    sds: float,
    contrast: float,
    below: float,
) -> tuple[Index, FloatArray]:
    """The summits that pass the rule: (n, 3) indices and (n, 4) peak, background, contrast and
    which shell they passed with."""
    places = [(0, 0, 0)]
    numbers = [(0.0, 0.0, 0.0, 0.0)]
    values = np.empty(shells.shape[1])
    for s in range(image.shape[0]):
        for r in range(image.shape[1]):
            for c in range(image.shape[2]):
                if not image[s, r, c] >= lowest or not _is_summit(image, s, r, c):
                    continue
                peak = mean_at(image, s, r, c, runs)
                if not peak >= lowest:
                    continue
                for k in range(shells.shape[0]):
                    passes, mean, ratio = _outshines(
                        image, (s, r, c), peak, shells[k], values, sds, contrast, below
                    )
                    if passes:
                        places.append((s, r, c))
                        numbers.append((peak, mean, ratio, float(k)))
                        break
    indices = np.empty((len(places) - 1, 3), np.int64)
    figures = np.empty((len(places) - 1, 4))
    for n in range(1, len(places)):
        for axis in range(3):
            indices[n - 1, axis] = places[n][axis]
        for axis in range(4):
            figures[n - 1, axis] = numbers[n][axis]
    return indices, figures
