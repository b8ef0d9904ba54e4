"""PET and CT of one patient on one working grid of 4 mm along the patient's axes.

Organ detection and registration need both images voxel by voxel, much coarser than stored. Finer
voxels are averaged into the grid, so that noise is not sampled.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.voi import Point
from station.pet.volume import FloatArray, Geometry, Volume, Voxels

ndimage: Any = untyped_ndimage  # its own types are incomplete

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]
Box = tuple[slice, slice, slice]

STEP_MM = 4.0
"""Spacing of the working grid along every axis"""
AIR_HU = -1000.0

BODY_HU = -350.0
BODY_UPTAKE, PEAK_PERCENTILE = 0.05, 99.8
"""Without a CT: above this fraction of the PET's peak (except its hottest voxels) there is body,"""
BODY_OF_MEDIAN = 0.22
"""and above this fraction of the body's median: 0.1 to 0.2 SUV of FDG"""
SMALLEST_PART_ML = 150.0
"""A smaller volume of solid matter is not part of the body: rails, cables, fingers of a hand"""
SMOOTH_FWHM_MM = 12.0
FWHM_PER_SIGMA = 2.354820045
LOOK_MM, MARGIN_MM, FILLED_VOXELS = 8.0, 36.0, 4
"""The PET's extent is sought in steps of the first, and the second is added all around; a plane
with the third number of voxels with uptake is part of it"""
IN_PLANE = np.array(
    [np.zeros((3, 3)), [[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.zeros((3, 3))], np.bool_
)
"""Neighbours of a voxel in its own slice"""


@dataclass(frozen=True, eq=False)
class View:
    """PET and CT of one patient on the working grid: slices to the head, rows to the back, columns
    to the patient's left."""

    geometry: Geometry
    uptake: Image
    """The PET in its own unit; 0 where it has no value"""
    hu: Image | None
    """None without a CT; AIR_HU beyond its field of view"""
    ct_seen: Mask | None
    """Where the CT has values"""

    @cached_property
    def smooth(self) -> Image:
        """The uptake, smoothed over SMOOTH_FWHM_MM."""
        sigma = SMOOTH_FWHM_MM / FWHM_PER_SIGMA / STEP_MM
        return np.asarray(ndimage.gaussian_filter(self.uptake, sigma, truncate=3.0))

    @cached_property
    def soft(self) -> Image:
        """HU averaged over 12 mm, for edges without noise."""
        assert self.hu is not None, "only for a view with a CT"
        return np.asarray(ndimage.uniform_filter(self.hu, 3))

    @cached_property
    def body(self) -> Mask:
        """The patient, filled, without the couch."""
        if self.hu is not None:
            solid = self.hu > BODY_HU
        else:
            level = _body_level(self.smooth)
            solid = self.smooth > level if level > 0 else np.zeros(self.uptake.shape, np.bool_)
        # A couch is a thin shell over foam: it does not survive an opening of 12 mm.
        return filled(larger(opened(solid), SMALLEST_PART_ML))

    @property
    def x_mm(self) -> FloatArray:
        """x of each column, positive to the left of the patient's axis."""
        return self.geometry.affine[0, 3] + STEP_MM * np.arange(self.geometry.shape[2])

    @property
    def z_mm(self) -> FloatArray:
        """z of each slice."""
        return self.geometry.affine[2, 3] + STEP_MM * np.arange(self.geometry.shape[0])

    @cached_property
    def midline_mm(self) -> float:
        """x of the body's centre: the median of its slices' centres."""
        there: Mask = np.asarray(self.body.any(axis=1))
        columns = [np.flatnonzero(line)[[0, -1]].mean() for line in there if line.any()]
        middle = float(np.median(columns)) if columns else (self.body.shape[2] - 1) / 2
        return float(self.x_mm[0] + STEP_MM * middle)

    def point(self, index: Iterable[float]) -> Point:
        """LPS mm of a (slice, row, column)."""
        x, y, z = self.geometry.to_patient(np.array(tuple(index), dtype=np.float64)).tolist()
        return x, y, z

    def slices(self, low_mm: float, high_mm: float) -> slice:
        """The slices from one height to another."""
        first, end = np.searchsorted(self.z_mm, (low_mm, high_mm))
        return slice(int(first), int(end))


def view_of(pet: Volume, ct: Volume | None) -> View:
    """Both images on the working grid, which covers what the PET shows of the patient."""
    low, high = _filled_bounds(pet)
    shape = np.maximum(np.floor((high - low) / STEP_MM).astype(int), 1)
    first = (low + high) / 2 - (shape - 1) / 2 * STEP_MM
    grid = grid_at(first, (int(shape[2]), int(shape[1]), int(shape[0])), STEP_MM)
    uptake, _ = resampled(pet, grid, 0.0)
    if ct is None:
        return View(grid, uptake, None, None)
    hu, seen = resampled(ct, grid, AIR_HU)
    return View(grid, uptake, hu, seen)


def _filled_bounds(pet: Volume) -> tuple[FloatArray, FloatArray]:
    """Box in LPS around everything with uptake, with a margin of MARGIN_MM: (low, high)."""
    every = [max(1, round(LOOK_MM / spacing)) for spacing in pet.spacing_mm]
    sample = np.nan_to_num(pet.voxels[:: every[0], :: every[1], :: every[2]])
    filled = sample > max(_body_level(np.asarray(sample, np.float32)), 1e-12)
    ends: list[FloatArray] = []
    for axis in range(3):
        others = tuple(other for other in range(3) if other != axis)
        planes = np.flatnonzero(filled.sum(axis=others) >= FILLED_VOXELS)
        if len(planes) == 0:
            return pet.geometry.bounds_mm
        ends.append(np.array(planes[[0, -1]] * every[axis], dtype=np.float64))
    corners = pet.geometry.to_patient(np.stack(np.meshgrid(*ends), axis=-1).reshape(-1, 3))
    low, high = pet.geometry.bounds_mm
    return (
        np.maximum(low, corners.min(axis=0) - MARGIN_MM),
        np.minimum(high, corners.max(axis=0) + MARGIN_MM),
    )


def grid_at(first_mm: FloatArray, shape: tuple[int, int, int], step_mm: float) -> Geometry:
    """A grid along the patient's axes: `first_mm` is the LPS of voxel (0, 0, 0)."""
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = step_mm
    affine[:3, 3], affine[3, 3] = first_mm, 1.0
    return Geometry(shape, affine)


def resampled(volume: Volume, grid: Geometry, outside: float) -> tuple[Image, Mask]:
    """(a volume on a grid, float32, and where it has values); `outside` is used where it has none.

    Finer voxels are averaged to about the grid's size first, so that noise is not sampled.
    """
    blocks = [
        max(1, min(round(step / spacing), size))
        for step, spacing, size in zip(
            grid.spacing_mm, volume.spacing_mm, volume.shape, strict=True
        )
    ]
    box = _reached(volume, grid, blocks)
    if box is None:
        return np.full(grid.shape, outside, np.float32), np.zeros(grid.shape, np.bool_)
    values = _block_means(volume.voxels[box], blocks)
    affine = volume.affine.copy()
    affine[:3, 3] = volume.geometry.to_patient(
        [side.start + (block - 1) / 2 for side, block in zip(box, blocks, strict=True)]
    )
    affine[:3, :3] *= blocks
    known = np.isfinite(values)
    if not known.all():
        values = np.where(known, values, np.float32(outside))
    to_index = np.linalg.inv(affine) @ grid.affine
    scale, shift = np.diag(to_index)[:3], to_index[:3, 3]
    if np.allclose(to_index[:3, :3], np.diag(scale), rtol=0, atol=1e-6):
        return _along_axes(values, known, scale, shift, grid.shape, outside)
    out = ndimage.affine_transform(
        values,
        to_index[:3, :3],
        shift,
        grid.shape,
        order=1,
        mode="constant",
        cval=outside,
    )
    seen = ndimage.affine_transform(
        known.view(np.uint8), to_index[:3, :3], shift, grid.shape, order=0
    )
    return np.asarray(out), np.asarray(seen, np.bool_)


def _reached(volume: Volume, grid: Geometry, blocks: Sequence[int]) -> Box | None:
    """The whole blocks of a volume's voxels that surround a grid's points; None: none."""
    corners = volume.geometry.to_index(np.array(grid.corners_mm))
    sides: list[slice] = []
    for axis, (block, size) in enumerate(zip(blocks, volume.shape, strict=True)):
        low, high = corners[:, axis].min() / block, corners[:, axis].max() / block
        # A block's centre is up to half a block above its first voxel; one more on either side for
        # interpolation.
        first = max(0, int(np.floor(low)) - 1)
        end = min(size // block, int(np.ceil(high)) + 2)
        if first >= end:
            return None
        sides.append(slice(first * block, end * block))
    return sides[0], sides[1], sides[2]


def _along_axes(
    values: Image,
    known: Mask,
    scale: FloatArray,
    shift: FloatArray,
    shape: tuple[int, int, int],
    outside: float,
) -> tuple[Image, Mask]:
    """Linear interpolation if both grids have the same axes: one axis after the other, five times
    as fast as for arbitrary grids."""
    out, seen = values, known
    for axis in range(3):
        last = out.shape[axis] - 1
        at = scale[axis] * np.arange(shape[axis]) + shift[axis]
        beyond = (at < 0) | (at > last)
        below = np.clip(np.floor(at).astype(np.intp), 0, last)
        share = (at - below).astype(np.float32)
        share[beyond] = 0
        lower: Image = np.take(out, below, axis)
        upper: Image = np.take(out, np.minimum(below + 1, last), axis)
        upper -= lower
        upper *= np.expand_dims(share, tuple(other for other in range(3) if other != axis))
        out = lower
        out += upper
        nearest = np.clip(np.floor(at + 0.5).astype(np.intp), 0, last)
        seen = np.take(seen, nearest, axis)
        there = (slice(None),) * axis + (beyond,)
        out[there], seen[there] = outside, False
    return out, seen


def _block_means(voxels: Voxels, blocks: Sequence[int]) -> Image:
    """Means of blocks of this many voxels along the axes, float32. (One axis after the other, and
    one layer of blocks after the other, which fits the processor's cache: ten times as fast as
    numpy's mean over three axes.)"""
    if max(blocks) == 1:
        return np.asarray(voxels, np.float32)
    means = np.empty(
        [size // block for size, block in zip(voxels.shape, blocks, strict=True)], np.float32
    )
    for number, layer in enumerate(means):
        part = voxels[number * blocks[0] : (number + 1) * blocks[0]]
        for axis, block in enumerate(blocks):
            if block > 1:
                ends = [(slice(None),) * axis + (slice(n, None, block),) for n in range(block)]
                total = part[ends[0]].astype(np.float32)
                for end in ends[1:]:
                    total += part[end]
                part = total * np.float32(1 / block)
        layer[...] = part[0]
    return means


def _body_level(uptake: Image) -> float:
    """The uptake above which a voxel belongs to the body; 0 for an empty image.

    A fixed fraction of the body's own median, found from the hot part outwards: neither a full
    bladder nor air around the patient decides what is body.
    """
    positive = uptake[uptake > 0]
    if positive.size == 0:
        return 0.0
    level = BODY_UPTAKE * float(np.percentile(positive, PEAK_PERCENTILE))
    for _ in range(4):
        level = min(level, BODY_OF_MEDIAN * float(np.median(positive[positive > level])))
    return level


# --- Masks on the working grid ------------------------------------------------------------------


def millilitres(mask: Mask) -> float:
    """Volume of a mask on the working grid."""
    return float(mask.sum()) * STEP_MM**3 / 1000


def larger(mask: Mask, smallest_ml: float) -> Mask:
    """The connected parts of at least this volume."""
    labels, count = ndimage.label(mask)
    sizes = np.bincount(labels.ravel(), minlength=count + 1) * STEP_MM**3 / 1000
    kept = sizes >= smallest_ml
    kept[0] = False
    return np.asarray(kept[labels])


def parts_by_slice(mask: Mask) -> tuple[NDArray[np.int32], int]:
    """(labels of the parts that are connected within a slice, 0 outside; their number)."""
    labels, count = ndimage.label(mask, IN_PLANE)
    return labels, int(count)


def filled(mask: Mask) -> Mask:
    """With its holes filled slice by slice: everything not connected to the slice's edge."""
    labels, count = parts_by_slice(~mask)
    open_ = np.zeros(count + 1, np.bool_)
    for edge in (labels[:, 0], labels[:, -1], labels[:, :, 0], labels[:, :, -1]):
        open_[edge] = True
    open_[0] = False
    return np.asarray(~open_[labels])


def eroded(mask: Mask, axes: Sequence[int] = (0, 1, 2)) -> Mask:
    """Without the outermost voxels along these axes, including corners; the grid's edge is outside.

    By a box of three voxels: along one axis after the other, twenty times as fast as at once.
    """
    for axis in axes:
        before, at, after = ((slice(None),) * axis + (part,) for part in _NEIGHBOURS)
        less = np.zeros_like(mask)
        less[at] = mask[before] & mask[at] & mask[after]
        mask = less
    return mask


def dilated(mask: Mask, axes: Sequence[int] = (0, 1, 2)) -> Mask:
    """With the neighbouring voxels along these axes, including corners."""
    for axis in axes:
        lower, upper = ((slice(None),) * axis + (part,) for part in _PAIRS)
        more = mask.copy()
        more[lower] |= mask[upper]
        more[upper] |= mask[lower]
        mask = more
    return mask


_NEIGHBOURS = slice(None, -2), slice(1, -1), slice(2, None)
_PAIRS = slice(None, -1), slice(1, None)


def opened(mask: Mask) -> Mask:
    """What survives an opening by a cube of three voxels."""
    return dilated(eroded(mask))


def box_about(mask: Mask, margin_mm: float = 0.0) -> Box:
    """The smallest box around a mask, with a margin clipped to the grid. The box of an empty mask
    is the whole grid."""
    margin = round(margin_mm / STEP_MM)
    sides: list[slice] = []
    for axis, size in enumerate(mask.shape):
        others = tuple(other for other in range(3) if other != axis)
        there = np.flatnonzero(mask.any(axis=others))
        first, last = (int(there[0]), int(there[-1])) if len(there) else (0, size - 1)
        sides.append(slice(max(0, first - margin), min(size, last + margin + 1)))
    return sides[0], sides[1], sides[2]


def depth_mm(mask: Mask) -> FloatArray:
    """Distance from each voxel's centre to the nearest one outside, 0 outside; beyond the grid
    counts as outside."""
    depth = np.zeros(mask.shape)
    box = box_about(mask)
    padded = np.pad(mask[box], 1)
    depth[box] = ndimage.distance_transform_edt(padded, STEP_MM)[1:-1, 1:-1, 1:-1]
    return depth
