"""How far an image is like itself a little aside: a patient who moved is seen twice.

The image's edges, with all their spatial frequencies made nearly as strong as one another, are laid
over themselves (autocorrelation, by the Wiener-Khinchin theorem). An image of two places has a peak
at the way between them, whatever the patient looks like; the noise of a reconstruction has its own
width about zero, and rings and streaks have their own directions.
"""

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import fft as untyped_fft
from scipy import ndimage as untyped_ndimage

fft: Any = untyped_fft  # their own types are incomplete
ndimage: Any = untyped_ndimage

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

LEVELS = 6
"""Parts of the scan from feet to head that are looked at each alone: often only the head moves"""
FURTHEST = 7
"""Cells aside: 56 mm, about as far as patients move and are still taken for one image"""
SHELLS = (1.0, 1.9, 2.7, 3.6, 5.0, 7.1)
"""Cells: distances between which the strongest likeness is sought"""
ALONG = (1, 2)
"""Cells aside along each axis whose likeness is told as it is"""
EDGE = 3
"""Cells: an edge is what differs from the mean of so many along each axis"""
HIGHEST_EDGE = 0.5
"""In compressed z-scores; the bladder's edge is not to drown all others"""
FLATTENED = 0.4
"""Power of a frequency is taken to this: 1 would be the plain autocorrelation, 0 white"""
MARGIN = 2
"""Cells about the body"""


def likeness_of(values: Floats, body: Bools) -> list[float]:
    """Of values (slices, rows, columns) in cells: for each level the highest likeness and its
    spread in every shell, and along each axis; 0 to 1. The same for a mirrored patient.

    Raises ValueError where there is no body.
    """
    box = _box(body)
    edges = values[box] - ndimage.uniform_filter(values[box], EDGE)
    edges = np.clip(edges, -HIGHEST_EDGE, HIGHEST_EDGE)
    first, end = _ends(body[box])
    told: list[float] = []
    for number in range(LEVELS):
        low, high = (first + (end - first) * n // LEVELS for n in (number, number + 1))
        told += _told(_overlaid(edges[low : max(high, low + 1)]))
    return told


def _box(body: Bools) -> tuple[slice, ...]:
    if not body.any():
        raise ValueError("there is no body")
    places = (np.flatnonzero(body.any(others)) for others in ((1, 2), (0, 2), (0, 1)))
    return tuple(slice(max(int(p[0]) - MARGIN, 0), int(p[-1]) + 1 + MARGIN) for p in places)


def _ends(body: Bools) -> tuple[int, int]:
    slices = np.flatnonzero(body.any((1, 2)))
    return int(slices[0]), int(slices[-1]) + 1


def _overlaid(edges: Floats) -> Floats:
    """The flattened autocorrelation for ways of up to FURTHEST cells along each axis, 1 at the
    middle; (2 FURTHEST + 1,) * 3."""
    padded = [fft.next_fast_len(n + FURTHEST + 1, real=True) for n in edges.shape]
    power = np.abs(fft.rfftn(edges, padded)) ** (2 * FLATTENED)
    found = fft.irfftn(power, padded)
    for axis in range(3):
        found = np.take(found, range(-FURTHEST, FURTHEST + 1), axis, mode="wrap")
    middle = found[FURTHEST, FURTHEST, FURTHEST]
    return found / middle if middle > 0 else np.zeros_like(found)


_ASIDE = np.indices((2 * FURTHEST + 1,) * 3) - FURTHEST
_LENGTH = np.sqrt((_ASIDE**2).sum(0))
_WAYS = [tuple(FURTHEST + by * np.eye(3, dtype=int)[axis]) for axis in range(3) for by in ALONG]
_SHELLS = [(low <= _LENGTH) & (high > _LENGTH) for low, high in pairwise(SHELLS)]


def _told(likeness: Floats) -> list[float]:
    told: list[float] = []
    for shell in _SHELLS:
        values = likeness[shell]
        told += [float(values.max()), float(values.std())]
    return told + [float(likeness[way]) for way in _WAYS]
