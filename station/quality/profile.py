"""An image described by a few hundred numbers: the distribution of its cells.

Quantiles of every channel over the whole body and from feet to head, how it changes from slice to
slice, how the sides differ, how steep edges are, what is in the air, what is under the skin all
around, and how similar the image is to a shifted copy of itself. The ordinal network is given them
in addition to the cells: whole-body quantities such as noise, or uptake in blood pool and muscles,
can be learned from few examples. All are the same for a mirrored patient.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from torch import Tensor

from station.quality.cells import BODY_CHANNEL, COMPRESSED
from station.quality.likeness import likeness_of

ndimage: Any = untyped_ndimage  # its own types are incomplete

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]

LEVELS = 12
"""Parts of the scan from feet to head"""
AIR_AT = 1.45
"""Added to z-scores so that they have a logarithm even in air, which is about this far below 0"""
FEWEST = 20
"""Fewest cells of body in a slice or part to describe it"""
HOT = (1.0, 1.5, 2.0, 2.5, 2.9)
"""Compressed z-scores: 2.4, 4.3, 7.3, 12 and 18"""
LATERAL = 6
"""The outermost of this many parts of the width, on either side, is lateral: the arms"""
SECTORS = 8
"""Around the body's centre, the first and the middle one in front of and behind it"""
RIM = (1.0, 3.5)
"""Cells beneath the skin: 8 to 28 mm. There a shifted CT gives too much on one side of the body and
too little on the other"""
FEWEST_IN_RIM = 10
"""Fewest cells of a sector's rim; below this its neighbours are used"""


def profile_of(cells: Tensor) -> Tensor:
    """The profile of cells (CELL_CHANNELS, slices, rows, columns): (PROFILE,), float32.

    All 0 if there is no body.
    """
    values = np.asarray(cells, np.float32)
    body = values[BODY_CHANNEL] > 0.5
    if not body.any():
        return torch.zeros(profile_length())
    numbers: list[float] = []
    channels = _channels(values)
    for channel in channels:
        numbers += [
            *_quantiles(channel[body], (1, 5, 25, 50, 75, 95, 99)),
            float(channel[body].std()),
        ]
    slices = np.flatnonzero(body.any((1, 2)))
    first, end = int(slices[0]), int(slices[-1]) + 1
    columns = np.flatnonzero(body.any((0, 1)))
    left, right = int(columns[0]), int(columns[-1]) + 1
    for number in range(LEVELS):
        low, high = (first + (end - first) * n // LEVELS for n in (number, number + 1))
        numbers += _level(channels, body, slice(low, high), left, right)
    for channel in channels:
        numbers += _from_slice_to_slice(channel, body, first, end)
    both = body & body[:, :, ::-1]
    for channel in channels[:5]:
        apart = np.abs(channel - channel[:, :, ::-1])[both]
        numbers += [float(apart.mean()), *_quantiles(apart, (90,))] if apart.size else [0.0, 0.0]
    for axis in range(3):
        for order in (1, 2):
            steep = np.abs(np.diff(values[0], order, axis=axis))
            numbers += _quantiles(steep[steep > 0.01], (50, 90, 99, 99.9))
    numbers += _rim(values[0], body, first, end)
    for channel in values[:2]:
        numbers += likeness_of(channel, body)
    numbers += _air_and_heat(values, body, slice(first, end), left, right)
    return torch.tensor(np.nan_to_num(np.array(numbers, np.float32)))


@cache
def profile_length() -> int:
    """How many numbers `profile_of` gives."""
    cells = np.zeros((BODY_CHANNEL + 1, 16, 8, 8), np.float32)
    cells[BODY_CHANNEL] = 1
    return len(profile_of(torch.tensor(cells)))


def _channels(cells: Floats) -> list[Floats]:
    """Mean, highest, texture along the axes; what differs between the axes; texture relative to the
    mean: relative noise; how far the highest is above the mean."""
    level = np.log(np.maximum(np.sinh(cells[0]) * COMPRESSED + AIR_AT, 0.1))
    along = cells[2:5]
    return [
        *cells[:5],
        along[0] - along[1],
        along[0] - along[2],
        along[1] - along[2],
        *(texture - level for texture in along),
        cells[1] - cells[0],
    ]


def _quantiles(values: Floats, percents: Sequence[float]) -> list[float]:
    if not values.size:
        return [0.0] * len(percents)
    return [float(value) for value in np.percentile(values, percents)]


def _level(
    channels: Sequence[Floats], body: Bools, part: slice, left: int, right: int
) -> list[float]:
    """The numbers of one part of the body along its length."""
    inside = body[part]
    deep = max(part.stop - part.start, 1)
    numbers = [
        float(inside.sum()) / deep / 1000,
        float(inside.any((0, 1)).mean()),
        float(inside.any((0, 2)).mean()),
    ]
    for channel in (*channels[:6], channels[8]):
        values = channel[part][inside]
        known = values.size > FEWEST
        numbers += [*_quantiles(values, (5, 50, 95)), float(values.std())] if known else [0.0] * 4
    quarters = [left + (right - left) * n // 4 for n in range(5)]
    for channel in (channels[0], channels[3]):
        means: list[float] = []
        for low, high in pairwise(quarters):
            values = channel[part, :, low:high][inside[:, :, low:high]]
            means.append(float(values.mean()) if values.size > FEWEST else -1.0)
        outer, inner, inner_too, outer_too = means
        numbers += [
            (outer + outer_too) / 2,
            (inner + inner_too) / 2,
            abs(outer - outer_too),
            abs(inner - inner_too),
        ]
    return numbers


def _from_slice_to_slice(channel: Floats, body: Bools, first: int, end: int) -> list[float]:
    """How the body's median jumps between neighbouring slices: mean, 95th percentile, highest."""
    medians = [
        float(np.median(channel[s][body[s]])) if body[s].sum() > FEWEST else np.nan
        for s in range(first, end)
    ]
    jumps = np.abs(np.diff(np.array(medians), 2))
    jumps = jumps[np.isfinite(jumps)]
    if not jumps.size:
        return [0.0] * 3
    return [float(jumps.mean()), *_quantiles(jumps.astype(np.float32), (95,)), float(jumps.max())]


def _air_and_heat(cells: Floats, body: Bools, part: slice, left: int, right: int) -> list[float]:
    """What is seen outside the body, and how much is hot, also at the sides."""
    highest: Any = cells[1]
    air = (~body & (cells[BODY_CHANNEL] < 0.05))[part]
    air[:, :2] = False
    seen = highest[part][air]
    numbers = [float(seen.mean()), float(seen.std())] if seen.size else [0.0, 0.0]
    numbers += _quantiles(seen, (90, 99, 99.9))
    numbers += [float(np.log1p((highest > level).sum())) for level in HOT]
    width = max((right - left) // LATERAL, 1)
    sides = np.concatenate(
        [highest[:, :, : left + width].ravel(), highest[:, :, right - width :].ravel()]
    )
    return [*numbers, float(sides.max()), float(np.log1p((sides > HOT[1]).sum()))]


def _rim(mean: Floats, body: Bools, first: int, end: int) -> list[float]:
    """What is under the skin, sector by sector, in every part of the body along its length.

    For each pair of mirrored sectors: their mean and their difference.
    """
    deep = ndimage.distance_transform_edt(body)
    rim = body & (deep >= RIM[0]) & (deep < RIM[1])
    _, rows, columns = body.shape
    numbers: list[float] = []
    for number in range(LEVELS):
        low, high = (first + (end - first) * n // LEVELS for n in (number, number + 1))
        inside = body[low:high]
        if inside.sum() < FEWEST:
            numbers += [0.0] * (SECTORS + 1)
            continue
        footprint = np.argwhere(inside.any(0))
        middle_row, _ = footprint.mean(0)
        middle_column = np.argwhere(inside)[:, 2].mean()
        row, column = np.indices((rows, columns))
        angle = np.arctan2(column - middle_column, row - middle_row)
        sector = np.rint(angle / (2 * np.pi / SECTORS)).astype(int) % SECTORS
        values = np.full(SECTORS, np.nan)
        for sector_number in range(SECTORS):
            rim_values = mean[low:high][rim[low:high] & (sector == sector_number)]
            if rim_values.size > FEWEST_IN_RIM:
                values[sector_number] = np.median(rim_values)
        known = np.isfinite(values)
        values[~known] = np.median(values[known]) if known.any() else 0.0
        numbers += [float(values[0]), float(values[SECTORS // 2])]
        for sector_number in range(1, SECTORS // 2):
            pair = values[sector_number], values[SECTORS - sector_number]
            numbers += [float(np.mean(pair)), float(abs(pair[0] - pair[1]))]
        numbers.append(float(values.std()))
    return numbers
