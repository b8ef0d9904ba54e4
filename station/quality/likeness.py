"""How similar an image is to a slightly shifted copy of itself: a patient who moved is seen twice.

The image's edges, with their spatial frequencies nearly equalised, are autocorrelated (by the
Wiener-Khinchin theorem). An image of two positions has a peak at the shift between them, for any
patient; the noise of a reconstruction has its own width around zero, and rings and streaks have
their own directions.
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
"""Parts of the scan from feet to head that are analysed separately: often only the head moves"""
FURTHEST = 7
"""Largest shift in cells: 56 mm, about as far as patients move and are still read as one image"""
SHELLS = (1.0, 1.9, 2.7, 3.6, 5.0, 7.1)
"""Cells: distances between which the strongest similarity is sought"""
ALONG = (1, 2)
"""Shifts in cells along each axis whose similarity is reported directly"""
EDGE = 3
"""Cells: an edge is what differs from the mean of this many along each axis"""
HIGHEST_EDGE = 0.5
"""In compressed z-scores; the bladder's edge must not dominate all others"""
FLATTENED = 0.4
"""Exponent on the power of a frequency: 1 would be the plain autocorrelation, 0 white"""
MARGIN = 2
"""Cells around the body"""


def likeness_of(values: Floats, body: Bools) -> list[float]:
    """For values (slices, rows, columns) in cells: for each level the highest similarity and its
    spread in every shell, and along each axis; 0 to 1. The same for a mirrored patient.

    Raises ValueError if there is no body.
    """
    box = _box(body)
    edges = values[box] - ndimage.uniform_filter(values[box], EDGE)
    edges = np.clip(edges, -HIGHEST_EDGE, HIGHEST_EDGE)
    first, end = _ends(body[box])
    numbers: list[float] = []
    for number in range(LEVELS):
        low, high = (first + (end - first) * n // LEVELS for n in (number, number + 1))
        numbers += _numbers_of(_overlaid(edges[low : max(high, low + 1)]))
    return numbers


def _box(body: Bools) -> tuple[slice, ...]:
    if not body.any():
        raise ValueError("there is no body")
    places = (np.flatnonzero(body.any(others)) for others in ((1, 2), (0, 2), (0, 1)))
    return tuple(slice(max(int(p[0]) - MARGIN, 0), int(p[-1]) + 1 + MARGIN) for p in places)


def _ends(body: Bools) -> tuple[int, int]:
    slices = np.flatnonzero(body.any((1, 2)))
    return int(slices[0]), int(slices[-1]) + 1


def _overlaid(edges: Floats) -> Floats:
    """The whitened autocorrelation for shifts of up to FURTHEST cells along each axis, 1 at the
    centre; (2 FURTHEST + 1,) * 3."""
    padded = [fft.next_fast_len(n + FURTHEST + 1, real=True) for n in edges.shape]
    power = np.abs(fft.rfftn(edges, padded)) ** (2 * FLATTENED)
    correlation = fft.irfftn(power, padded)
    for axis in range(3):
        correlation = np.take(correlation, range(-FURTHEST, FURTHEST + 1), axis, mode="wrap")
    middle = correlation[FURTHEST, FURTHEST, FURTHEST]
    return correlation / middle if middle > 0 else np.zeros_like(correlation)


_ASIDE = np.indices((2 * FURTHEST + 1,) * 3) - FURTHEST
_LENGTH = np.sqrt((_ASIDE**2).sum(0))
_WAYS = [tuple(FURTHEST + by * np.eye(3, dtype=int)[axis]) for axis in range(3) for by in ALONG]
_SHELLS = [(low <= _LENGTH) & (high > _LENGTH) for low, high in pairwise(SHELLS)]


def _numbers_of(likeness: Floats) -> list[float]:
    numbers: list[float] = []
    for shell in _SHELLS:
        values = likeness[shell]
        numbers += [float(values.max()), float(values.std())]
    return numbers + [float(likeness[way]) for way in _WAYS]
