"""The input of the grader's network: a PET image on its field of voxels, in z-scores.

H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2, give z-scores and isotropic
linear resampling to 128×128×256 and 256×256×256. They do not say of which part of the patient; here
the field is 512 × 512 × 1024 mm around the body: 4 mm in all directions, or 2 mm across and 4 mm
along. Every image, augmented or not, is interpolated only once, from its own voxels: a second time
would reduce its noise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, cast

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from station.pet.volume import Geometry, Volume

FIELD_MM = (1024.0, 512.0, 512.0)
"""Along (z, y, x)"""


class Size(Enum):
    """Voxels of the field (slices, rows, columns)."""

    SMALL = (256, 128, 128)
    """The paper's 128×128×256: tasks 1 and 3"""
    LARGE = (256, 256, 256)
    """Tasks 2 and 4"""


FINEST_SEARCH_MM = 4.0
"""Between voxels used to locate the body"""
BODY_OF_MEDIAN = 0.3
"""A voxel is body above this fraction of the median of what is clearly not air"""
CLEARLY_NO_AIR = 0.25
"""Of the mean of all voxels above 0"""
TAIL = 0.005
"""Fraction of the body's extent at either side that is ignored as stray voxels"""
HOTTEST = 0.99
"""Mean and SD are of the body with its hottest hundredth clipped: a full bladder or an
extravasation must not change how noise in the liver looks"""
HIGHEST_Z = 20.0
"""99 % of the simulated cases' voxels are between -2 and 2, as in the paper"""


@dataclass(frozen=True)
class Warp:
    """A rigid and an elastic deformation of the patient, for training."""

    rotation_degrees: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """About z, y and x, through the field's middle"""
    shift_mm: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Along z, y, x"""
    bends_mm: NDArray[np.float32] | None = None
    """Displacement along (z, y, x) at a coarse grid of points over the field, (3, n, m, m)"""


FURTHEST_WARP_MM = 60.0
"""Margin for the box around a body when it is rotated, bent and shifted; beyond it is cut"""
BEND_POINTS = (9, 5, 5)
"""128 mm apart"""


def random_warp(
    rng: Generator, rotation_degrees: float, bend_mm: float, shift_mm: float = 8.0
) -> Warp:
    """Rotations up to `rotation_degrees` about z and half of it about the other axes, bends with
    this standard deviation."""
    angles = rng.uniform(-1, 1, 3) * rotation_degrees * (1.0, 0.5, 0.5)
    bends = rng.normal(0, bend_mm, (3, *BEND_POINTS)).astype(np.float32) if bend_mm else None
    return Warp(_three(angles), _three(rng.uniform(-shift_mm, shift_mm, 3)), bends)


def _three(values: Sequence[float] | NDArray[np.float64]) -> tuple[float, float, float]:
    z, y, x = (float(value) for value in values)
    return z, y, x


# --- where -------------------------------------------------------------------------------------


def field_about(image: Volume, size: Size = Size.SMALL) -> Geometry:
    """The field around the body in an image, along the patient's axes: slice 0 at the feet.

    A scan longer than the field loses its lower end. Raises ValueError if no voxel is above 0.
    """
    low, high = body_box_mm(image)
    middle = (low + high) / 2
    scan_low, scan_high = image.geometry.bounds_mm
    length = scan_high[2] - scan_low[2]
    top = scan_high[2] if length > FIELD_MM[0] else (scan_low[2] + scan_high[2] + FIELD_MM[0]) / 2
    spacing = np.array(FIELD_MM) / size.value
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing
    affine[:3, 3] = (
        middle[0] - (size.value[2] - 1) / 2 * spacing[2],
        middle[1] - (size.value[1] - 1) / 2 * spacing[1],
        top - (size.value[0] - 0.5) * spacing[0],
    )
    affine[3, 3] = 1
    return Geometry(size.value, affine)


def body_box_mm(image: Volume) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(low, high) LPS of what is clearly not air. Raises ValueError if no voxel is above 0."""
    steps = [max(1, round(FINEST_SEARCH_MM / mm)) for mm in image.geometry.spacing_mm]
    voxels = image.voxels[:: steps[0], :: steps[1], :: steps[2]]
    body = voxels > body_threshold(torch.tensor(voxels, dtype=torch.float32))
    ends: list[tuple[float, float]] = []
    for axis, step in enumerate(steps):
        others = tuple(other for other in range(3) if other != axis)
        filled = np.cumsum(body.sum(axis=others), dtype=np.float64)
        filled /= filled[-1]
        low, high = np.searchsorted(filled, [TAIL, 1 - TAIL])
        ends.append((float(low) * step, float(high) * step))
    corners = [
        image.geometry.to_patient((s, r, c)) for s in ends[0] for r in ends[1] for c in ends[2]
    ]
    return np.min(corners, axis=0), np.max(corners, axis=0)


def body_threshold(voxels: Tensor) -> float:
    """The value above which a voxel is body, independent of the image's scale. Raises ValueError
    where no voxel is above 0; non-finite voxels count as air."""
    values = voxels.flatten()
    values = values[values > 0]
    if not len(values):
        raise ValueError("no voxel is above 0")
    likely = values[values > CLEARLY_NO_AIR * values.mean()]
    return BODY_OF_MEDIAN * float(likely.median())


# --- what --------------------------------------------------------------------------------------


def sampled(image: Volume, field: Geometry, warp: Warp | None = None) -> Tensor:
    """The image's values on the field, linear between its voxels, 0 beyond them; float32, (slices,
    rows, columns) of the field. Non-finite voxels of the image count as 0."""
    source = torch.tensor(image.voxels, dtype=torch.float32)
    if not bool(torch.isfinite(source).all()):
        source = torch.nan_to_num(source, 0.0, 0.0, 0.0)
    out = torch.zeros(field.shape)
    box = _box_of(image.geometry, field, 0.0 if warp is None else FURTHEST_WARP_MM)
    if box is None:
        return out
    starts = [part.start for part in box]
    counts = [part.stop - part.start for part in box]
    # Field index to the image's index: one affine map, and the warp before it.
    to_image = image.geometry.inverse @ field.affine
    if warp is not None:
        to_image = to_image @ _turned(field, warp)
    axes = [
        torch.arange(start, start + count, dtype=torch.float32)
        for start, count in zip(starts, counts, strict=True)
    ]
    last = [max(n - 1, 1) for n in image.geometry.shape]
    # grid_sample expects (x, y, z) = (column, row, slice) from -1 to 1.
    grid = torch.empty((*counts, 3))
    bends = None if warp is None or warp.bends_mm is None else _bends(field, warp, box)
    for place, axis in enumerate((2, 1, 0)):
        scale = 2.0 / last[axis]
        row = [float(value) * scale for value in to_image[axis]]
        grid[..., place] = (
            axes[0][:, None, None] * row[0]
            + axes[1][None, :, None] * row[1]
            + (axes[2][None, None, :] * row[2] + (row[3] - 1.0))
        )
        if bends is not None:
            for of_field in range(3):
                if abs(row[of_field]) > 1e-6:
                    grid[..., place] += bends[of_field] * row[of_field]
    values = functional.grid_sample(
        source[None, None], grid[None], mode="bilinear", padding_mode="zeros", align_corners=True
    )
    out[tuple(box)] = values[0, 0]
    return out


def _box_of(image: Geometry, field: Geometry, margin_mm: float) -> list[slice] | None:
    """The field's voxels that the image overlaps; None: none."""
    corners = field.to_index(np.array(image.corners_mm))
    # Values fade to 0 within a voxel beyond the outermost centres.
    margin = (margin_mm + max(image.spacing_mm)) / np.array(field.spacing_mm)
    low = np.floor(corners.min(axis=0) - margin).astype(int)
    high = np.ceil(corners.max(axis=0) + margin).astype(int) + 1
    box = [
        slice(max(0, int(a)), min(n, int(b)))
        for a, b, n in zip(low, high, field.shape, strict=True)
    ]
    return box if all(part.stop > part.start for part in box) else None


def _turned(field: Geometry, warp: Warp) -> NDArray[np.float64]:
    """The warp's rigid part as a map of field indices."""
    about_z, about_y, about_x = np.radians(warp.rotation_degrees)
    turn = np.eye(3)  # of (z, y, x) in mm
    for angle, (a, b) in ((about_z, (1, 2)), (about_y, (0, 2)), (about_x, (0, 1))):
        rotation = np.eye(3)
        rotation[a, a] = rotation[b, b] = np.cos(angle)
        rotation[a, b], rotation[b, a] = -np.sin(angle), np.sin(angle)
        turn = turn @ rotation
    spacing = np.array(field.spacing_mm)
    middle = (np.array(field.shape) - 1) / 2
    whole = np.eye(4)
    whole[:3, :3] = turn * spacing[None, :] / spacing[:, None]
    whole[:3, 3] = middle - whole[:3, :3] @ middle + np.array(warp.shift_mm) / spacing
    return whole


def _bends(field: Geometry, warp: Warp, box: Sequence[slice]) -> Tensor:
    """Displacement in the field's voxels over the box, (3, ...), along its three axes."""
    assert warp.bends_mm is not None
    coarse = torch.tensor(warp.bends_mm)[None]
    spacing = torch.tensor(field.spacing_mm)[:, None, None, None]
    dense = functional.interpolate(coarse, size=field.shape, mode="trilinear", align_corners=True)[
        0
    ]
    return dense[(slice(None), *box)] / spacing


def body_of(values: Tensor) -> Tensor:
    """Mask of the body in values on a field. Raises ValueError if none is above 0."""
    return values > body_threshold(values)


def standardised(values: Tensor, body: Tensor) -> Tensor:
    """z-scores: 0 is the body's mean, 1 its standard deviation.

    The result does not depend on the image's scale (SUV, Bq/mL, a wrong calibration).
    """
    inside = values[body]
    cut = inside.clamp(max=_quantile(inside, HOTTEST))
    mean, sd = float(cut.mean()), float(cut.std())
    return ((values - mean) / max(sd, 1e-6 * mean)).clamp_(max=HIGHEST_Z)


def _quantile(values: Tensor, share: float) -> float:
    """(torch.quantile accepts at most 16 million values.)"""
    rank = min(len(values), max(1, round(share * len(values))))
    return float(cast(Any, values.kthvalue(rank)).values)


def prepared(image: Volume, size: Size = Size.SMALL, warp: Warp | None = None) -> Tensor:
    """z-scores of an image on its field, (1, slices, rows, columns)."""
    values = sampled(image, field_about(image, size), warp)
    return standardised(values, body_of(values))[None]
