"""How noisy an image is, and where: the noise level that goes into a network next to the slices.

It is measured in the image itself, so that it is known for any scanner, reconstruction and length
of a scan. What neighbouring voxels leave after a second difference is noise for the most part; its
mean over a tile is in proportion to the noise there. An edge or a lesion fills few tiles: the
median of those around does not see it.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TILE = 8
"""Rows and columns of a tile"""
APART = 2
"""Voxels between those of a difference: noise of neighbours is too much alike"""
AROUND = (5, 3, 3)
"""Slices, tiles down and tiles across whose median is taken"""
PER_SD = float(np.sqrt(20 * 2 / np.pi))
"""Mean size of the difference over the SD of noise that is independent from voxel to voxel"""


class NoiseLevel:
    """Of an image (slices, rows, columns) the SD of its noise, SUV, place by place.

    It is in proportion to the image. True for independent noise; where neighbours are correlated
    it is lower, by a factor that a reconstruction has everywhere.
    """

    def __init__(self, image: NDArray[np.floating[Any]]) -> None:
        self._image = image
        self._down, self._across = _Places.of(image.shape[1]), _Places.of(image.shape[2])
        # Of the tiles of the slices that were asked for: the first slice need not wait for all.
        self._means: dict[int, Floats] = {}
        self._levels: dict[int, Floats] = {}

    def at(self, plane: int, rows: slice, columns: slice) -> Floats:
        """The level in a part of a slice, (rows, columns)."""
        down, across = self._down.part(rows), self._across.part(columns)
        if plane not in self._levels:
            self._levels[plane] = self._level_of(plane)
        return across.between(down.between(self._levels[plane]).T).T

    def _level_of(self, plane: int) -> Floats:
        last, reach = len(self._image) - 1, AROUND[0] // 2
        near = [min(max(z, 0), last) for z in range(plane - reach, plane + reach + 1)]
        means = np.stack([self._means_of(z) for z in near])
        edges = [(0, 0), *((size // 2, size // 2) for size in AROUND[1:])]
        around = sliding_window_view(np.pad(means, edges, mode="edge"), AROUND)
        return (np.median(around[0], axis=(-3, -2, -1)) / PER_SD).astype(np.float32)

    def _means_of(self, plane: int) -> Floats:
        if plane not in self._means:
            self._means[plane] = _tile_means(np.asarray(self._image[plane], np.float32))
        return self._means[plane]


def _tile_means(plane: Floats) -> Floats:
    """Means of |second difference| in tiles, (tiles down, tiles across)."""
    wide: Floats = np.pad(plane, APART, mode="edge")
    size: Floats = np.abs(
        wide[2 * APART :, APART:-APART]
        + wide[: -2 * APART, APART:-APART]
        + wide[APART:-APART, 2 * APART :]
        + wide[APART:-APART, : -2 * APART]
        - 4 * plane
    )
    rows, columns = plane.shape
    tops, lefts = range(0, rows, TILE), range(0, columns, TILE)
    sums: Floats = np.add.reduceat(np.add.reduceat(size, lefts, axis=1), tops, axis=0)
    heights = np.minimum(rows - np.array(tops), TILE)
    widths = np.minimum(columns - np.array(lefts), TILE)
    return (sums / np.outer(heights, widths)).astype(np.float32)


class _Places(NamedTuple):
    """Voxels along an axis, each between the middles of two tiles."""

    lower: NDArray[np.intp]
    upper: NDArray[np.intp]
    towards_upper: Floats
    """0 at the middle of the lower tile, 1 at that of the upper one"""

    @classmethod
    def of(cls, length: int) -> "_Places":
        last = -(-length // TILE) - 1
        at = np.clip((np.arange(length) - (TILE - 1) / 2) / TILE, 0, last)
        lower = at.astype(np.intp)
        return cls(lower, np.minimum(lower + 1, last), (at - lower).astype(np.float32))

    def part(self, voxels: slice) -> "_Places":
        return _Places(self.lower[voxels], self.upper[voxels], self.towards_upper[voxels])

    def between(self, tiles: Floats) -> Floats:
        """Values of tiles (tiles, …) at the voxels. No matrix product: the library behind it would
        take the processor's other cores from those that denoise."""
        lower, upper = tiles[self.lower], tiles[self.upper]
        return np.asarray(lower + (upper - lower) * self.towards_upper[:, None], np.float32)
