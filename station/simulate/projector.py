"""Time-of-flight projection of transverse slices, and its adjoint.

Slice by slice, after J. Joseph's method (IEEE TMI 1 (1982) 192): a ray steps from row to row (or
column to column) of pixels and interpolates across. Its samples are sorted into short pieces of the
ray; each piece is spread over the TOF bins by the timing resolution.

Images here are (row, column, slice) so that LANES neighbouring slices are handled at once; rows and
columns as in a Volume. Data of a slab are (block, angle, radial, TOF, lane), a block being LANES
slices. The operator's interface is that of parallelproj's (project, back-project, adjoint of each
other), so that another projector could replace it.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from station.pet.compiled import fast_kernel, kernel
from station.pet.volume import FloatArray

Image = NDArray[np.float32]
"""(rows, columns, slices)"""
Sinogram = NDArray[np.float32]
"""(blocks, angles, radial, TOF, LANES)"""
Counts = NDArray[np.uint16]
"""A sinogram of events"""
Indices = NDArray[np.int64]

Grid = tuple[FloatArray, FloatArray, FloatArray, Indices]
"""What kernels know of plane and rays: the plane's place, radial positions (bins, rays), and how
pieces are spread over TOF bins"""

LANES = 48
"""Slices projected at once: three cache lines, so that a ray's geometry costs little"""
THREADS = 2


@dataclass(frozen=True)
class Plane:
    """A grid of square pixels across the patient, (rows, columns), LPS mm."""

    rows: int
    columns: int
    pixel_mm: float
    x_mm: float
    """Of column 0's centre"""
    y_mm: float
    """Of row 0's centre"""

    @property
    def radius_mm(self) -> float:
        """Of the circle about LPS 0 that contains every pixel."""
        x = max(abs(self.x_mm), abs(self.x_mm + (self.columns - 1) * self.pixel_mm))
        y = max(abs(self.y_mm), abs(self.y_mm + (self.rows - 1) * self.pixel_mm))
        return float(np.hypot(x, y)) + self.pixel_mm


@dataclass(frozen=True)
class Rays:
    """The lines of response: all parallel rays of each angle, in TOF bins."""

    angles: int
    radial_bins: int
    radial_mm: float
    tof_bins: int
    tof_bin_mm: float
    tof_fwhm_mm: float
    """Along the line of response"""

    @staticmethod
    def about(
        radius_mm: float, angles: int, radial_mm: float, tof_bin_mm: float, tof_fwhm_mm: float
    ) -> "Rays":
        """Rays that cross a circle about LPS 0, with TOF bins until two FWHM beyond it."""
        radial = 2 * ceil(radius_mm / radial_mm)
        tof = 2 * ceil((radius_mm + 1.3 * tof_fwhm_mm) / tof_bin_mm)
        return Rays(angles, radial, radial_mm, tof, tof_bin_mm, tof_fwhm_mm)

    def shape(self, slices: int) -> tuple[int, int, int, int, int]:
        """Shape of the data of this many slices, a multiple of LANES."""
        if slices % LANES:
            raise ValueError(f"a slab has a multiple of {LANES} slices, not {slices}")
        return slices // LANES, self.angles, self.radial_bins, self.tof_bins, LANES


PIECE_MM = 12.0
"""Rays are cut into pieces of this length, each spread over the TOF bins as a unit"""
TOF_REACH_SIGMA = 3.0


@dataclass(frozen=True)
class Projector:
    """SUV image of a plane → its integrals along rays (SUV · mm) in every TOF bin, and back."""

    plane: Plane
    rays: Rays
    rays_per_bin: int = 1
    """Rays averaged in a radial bin: more than one if pixels are smaller than bins"""

    @cached_property
    def _lines(self) -> tuple[FloatArray, FloatArray]:
        """(unit vectors of the angles (angles, 2) as cos, sin; radial positions mm (bins, rays))"""
        angle = np.arange(self.rays.angles) * np.pi / self.rays.angles
        within = (np.arange(self.rays_per_bin) + 0.5) / self.rays_per_bin - 0.5
        centres = np.arange(self.rays.radial_bins) - (self.rays.radial_bins - 1) / 2
        radial = (centres[:, None] + within[None]) * self.rays.radial_mm
        return np.stack([np.cos(angle), np.sin(angle)], axis=1), radial

    @cached_property
    def _spread(self) -> tuple[FloatArray, Indices]:
        """How pieces of a ray are spread over TOF bins.

        (weights (pieces, TOF bins), each row's sum 1, or 0 beyond all bins; first and last-but-one
        bin above 0 (pieces, 2)). Piece 0 begins at -reach along the ray.
        """
        half = self._pieces / 2
        centres = (np.arange(self._pieces) - half + 0.5) * PIECE_MM
        edges = (np.arange(self.rays.tof_bins + 1) - self.rays.tof_bins / 2) * self.rays.tof_bin_mm
        sigma = self.rays.tof_fwhm_mm / 2.354820045
        cumulative = 0.5 * (1 + erf((edges[None] - centres[:, None]) / (sigma * np.sqrt(2))))
        weights = np.diff(cumulative, axis=1)
        middle = (edges[1:] + edges[:-1]) / 2
        near = np.abs(middle[None] - centres[:, None])
        weights[near > TOF_REACH_SIGMA * sigma + self.rays.tof_bin_mm / 2] = 0
        seen = weights.sum(axis=1, keepdims=True)
        np.divide(weights, seen, out=weights, where=seen > 0)
        first = (weights > 0).argmax(axis=1)
        last = self.rays.tof_bins - (weights[:, ::-1] > 0).argmax(axis=1)
        return weights, np.stack([first, last], axis=1).astype(np.int64)

    @property
    def _pieces(self) -> int:
        return 2 * ceil(self.plane.radius_mm / PIECE_MM)

    @property
    def _place(self) -> FloatArray:
        """What a kernel needs to know about the plane: rows, columns, pixel, x0, y0, pieces."""
        plane = self.plane
        values = (plane.rows, plane.columns, plane.pixel_mm, plane.x_mm, plane.y_mm, self._pieces)
        return np.array(values, dtype=np.float64)

    @property
    def _grid(self) -> Grid:
        return self._place, self._lines[1], *self._spread

    def _checked(self, image: Image) -> Image:
        if image.shape[:2] != (self.plane.rows, self.plane.columns) or image.shape[2] % LANES:
            raise ValueError(f"an image of {image.shape} does not fit {self.plane}")
        return np.ascontiguousarray(image, dtype=np.float32)

    def _every(self, angles: Indices | None) -> Indices:
        return np.arange(self.rays.angles) if angles is None else angles

    def project(self, image: Image, angles: Indices | None = None) -> Sinogram:
        """Integrals of `image` along the rays of `angles` (None: all), SUV · mm."""
        chosen = self._every(angles)
        source = self._checked(image)
        blocks, _, radial, tof, lanes = self.rays.shape(source.shape[2])
        out = np.zeros((blocks, len(chosen), radial, tof, lanes), dtype=np.float32)
        lines, grid = self._lines[0], self._grid

        def part(work: int) -> None:
            block, number = divmod(work, len(chosen))
            _project(source, block * LANES, lines[chosen[number]], grid, out[block, number])

        in_threads(part, blocks * len(chosen))
        return out

    def back_project(self, data: Sinogram, slices: int, angles: Indices | None = None) -> Image:
        """The adjoint of `project`: data (blocks, len(angles), radial, TOF, LANES) → image."""
        chosen = self._every(angles)
        out = np.zeros((self.plane.rows, self.plane.columns, slices), dtype=np.float32)
        lines, grid = self._lines[0], self._grid

        def part(block: int) -> None:
            for number, angle in enumerate(chosen):
                there = np.ascontiguousarray(data[block, number])
                _back_project(out, block * LANES, lines[angle], grid, there)

        in_threads(part, slices // LANES)
        return out

    def ratio_back_projected(
        self,
        image: Image,
        measured: Sinogram | Counts,
        survival: NDArray[np.float32],
        scale: float,
        background: "Background",
        angles: Indices,
    ) -> Image:
        """Σ survival · scale · measured / expected, back-projected: one half of an EM update.

        expected = survival · scale · project(image) + scale · background. Both projections of a ray
        in one pass, so that no estimate of the data is ever stored. `survival` is (blocks, angles,
        radial, LANES), of all angles, like `measured`.
        """
        source = self._checked(image)
        out = np.zeros_like(source)
        lines, grid = self._lines[0], self._grid

        def part(block: int) -> None:
            for angle in angles:
                _ratio(
                    source,
                    out,
                    block * LANES,
                    lines[angle],
                    grid,
                    measured[block, angle],
                    survival[block, angle],
                    scale,
                    background.radial[block, angle],
                    background.tof[block, angle],
                    background.randoms[block],
                )

        in_threads(part, source.shape[2] // LANES)
        return out


@dataclass(frozen=True, eq=False)
class Background:
    """Expected scattered and random coincidences, in the unit of the trues: scatter is smooth, a
    product of a radial and a TOF profile; randoms are the same in every bin of a slice."""

    radial: NDArray[np.float32]
    """(blocks, angles, radial, LANES)"""
    tof: NDArray[np.float32]
    """(blocks, angles, TOF, LANES); its sum over TOF is 1"""
    randoms: NDArray[np.float32]
    """(blocks, LANES)"""


def in_threads(part: Callable[[int], None], count: int) -> None:
    """`part(0)` … `part(count - 1)`, THREADS at a time."""
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(part, range(count)))


@kernel
def _course(
    place: FloatArray, along: FloatArray, offset: float
) -> tuple[bool, int, int, float, float, float, float, float]:
    """How a ray crosses the grid: (whether it steps along columns, first step, end of the steps,
    position across at step 0 and its change per step, piece at step 0 and its change per step,
    length of a step in mm)."""
    rows, columns, pixel, x0, y0, pieces = place
    cosine, sine = along
    by_columns = abs(sine) >= abs(cosine)
    if by_columns:  # x is given, y follows
        t, t_step = (offset * cosine - x0) / sine, -pixel / sine
        across = (offset * sine + t * cosine - y0) / pixel
        change = t_step * cosine / pixel
        steps, width = columns, rows
    else:
        t, t_step = (y0 - offset * sine) / cosine, pixel / cosine
        across = (offset * cosine - t * sine - x0) / pixel
        change = -t_step * sine / pixel
        steps, width = rows, columns
    # Where 0 <= across < width - 1, so that the neighbouring pixel exists.
    low, high = 0.0, steps - 1.0
    limit = width - 1.0 - 1e-6
    if abs(change) < 1e-12:
        if across < 0.0 or across > limit:
            high = -1.0
    else:
        a, b = -across / change, (limit - across) / change
        low, high = max(low, min(a, b)), min(high, max(a, b))
    first, end = ceil(low), floor(high) + 1
    piece, piece_step = t / PIECE_MM + pieces / 2, t_step / PIECE_MM
    return by_columns, first, end, across, change, piece, piece_step, abs(t_step)


@fast_kernel
def _gather(
    image: Image,
    lane: int,
    along: FloatArray,
    grid: Grid,
    r: int,
    i: int,
    tof: NDArray[np.float32],
) -> None:
    """Add the integral of ray i of radial bin r in every TOF bin, as a share of the bin's rays, to
    `tof` (TOF, LANES)."""
    place, offsets, weights, ends = grid
    by_columns, first, end, across, change, piece, piece_step, length = _course(
        place, along, offsets[r, i]
    )
    share = 1.0 / offsets.shape[1]
    flat = image.reshape(-1)
    slices = image.shape[2]
    row_stride = image.shape[1] * slices
    inter, stride = (row_stride, slices) if by_columns else (slices, row_stride)
    lanes = tof.shape[1]  # not a constant: the compiler would unroll the loops, not vectorise
    total = np.zeros(lanes, dtype=np.float32)
    current = -1
    for step in range(first, end + 1):
        here = int(piece + piece_step * step) if step < end else -2
        if here != current:
            if current >= 0:
                for t in range(ends[current, 0], ends[current, 1]):
                    weight = np.float32(weights[current, t] * length * share)
                    bin_values = tof[t]
                    for k in range(lanes):
                        bin_values[k] += weight * total[k]
                total[:] = 0
            current = here
        if step == end:
            break
        position = across + change * step
        low = int(position)
        beyond = np.float32(position - low)
        before = np.float32(1.0) - beyond
        near = step * stride + low * inter + lane
        # Views, so that the compiler sees plain vectors.
        here_values = flat[near : near + lanes]
        next_values = flat[near + inter : near + inter + lanes]
        for k in range(lanes):
            total[k] += before * here_values[k] + beyond * next_values[k]


@fast_kernel
def _scatter(
    image: Image,
    lane: int,
    along: FloatArray,
    grid: Grid,
    r: int,
    i: int,
    tof: NDArray[np.float32],
) -> None:
    """The adjoint of `_gather`: add `tof` along the ray to the image."""
    place, offsets, weights, ends = grid
    by_columns, first, end, across, change, piece, piece_step, length = _course(
        place, along, offsets[r, i]
    )
    share = 1.0 / offsets.shape[1]
    flat = image.reshape(-1)
    slices = image.shape[2]
    row_stride = image.shape[1] * slices
    inter, stride = (row_stride, slices) if by_columns else (slices, row_stride)
    lanes = tof.shape[1]
    value = np.zeros(lanes, dtype=np.float32)
    current = -1
    for step in range(first, end):
        here = int(piece + piece_step * step)
        if here != current:
            current = here
            value[:] = 0
            for t in range(ends[current, 0], ends[current, 1]):
                weight = np.float32(weights[current, t] * length * share)
                bin_values = tof[t]
                for k in range(lanes):
                    value[k] += weight * bin_values[k]
        position = across + change * step
        low = int(position)
        beyond = np.float32(position - low)
        before = np.float32(1.0) - beyond
        near = step * stride + low * inter + lane
        here_values = flat[near : near + lanes]
        next_values = flat[near + inter : near + inter + lanes]
        for k in range(lanes):
            here_values[k] += before * value[k]
            next_values[k] += beyond * value[k]


@fast_kernel
def _project(
    image: Image,
    lane: int,
    along: FloatArray,
    grid: Grid,
    out: NDArray[np.float32],
) -> None:
    bins, rays = grid[1].shape
    for r in range(bins):
        for i in range(rays):
            _gather(image, lane, along, grid, r, i, out[r])


@fast_kernel
def _back_project(
    image: Image,
    lane: int,
    along: FloatArray,
    grid: Grid,
    data: NDArray[np.float32],
) -> None:
    bins, rays = grid[1].shape
    for r in range(bins):
        for i in range(rays):
            _scatter(image, lane, along, grid, r, i, data[r])


@fast_kernel
def _ratio(
    image: Image,
    out: Image,
    lane: int,
    along: FloatArray,
    grid: Grid,
    measured: NDArray[np.float32],
    survival: NDArray[np.float32],
    scale: float,
    radial: NDArray[np.float32],
    tof: NDArray[np.float32],
    randoms: NDArray[np.float32],
) -> None:
    bins, rays = grid[1].shape
    count, lanes = tof.shape
    expected = np.zeros((count, lanes), dtype=np.float32)
    least, total = np.float32(1e-12), np.float32(scale)
    for r in range(bins):
        expected[:] = 0
        for i in range(rays):
            _gather(image, lane, along, grid, r, i, expected)
        for t in range(count):
            for k in range(lanes):
                mean = survival[r, k] * expected[t, k] + radial[r, k] * tof[t, k] + randoms[k]
                expected[t, k] = survival[r, k] * measured[r, t, k] / max(total * mean, least)
        for i in range(rays):
            _scatter(out, lane, along, grid, r, i, expected)
