"""The ordinal network's input from an image: mean and texture in cells of 8 mm.

Noise, rings and streaks are recognised by how much neighbouring voxels differ, not by their values.
A network could learn that from very many examples; with hundreds it is given as input.
"""

import torch
from torch import Tensor
from torch.nn import functional

from station.pet.volume import Geometry, Volume
from station.quality.field import Size, Warp, body_of, field_about, sampled, standardised

CELL = 2
"""Voxels of the small field along each axis"""
AROUND = 7
"""Voxels along each axis over which texture is averaged, around the cell: 28 mm"""
DEPTH = 96
"""Rows kept around the field's middle: 384 mm, deeper than any patient"""
CELL_CHANNELS = 6
BODY_CHANNEL = 5
COMPRESSED = 2.0
"""z-scores are compressed as asinh of this fraction of them: brain and bladder do not dominate"""
LEAST_TEXTURE = 0.02
"""In z-scores: lower limit of the measured roughness"""
LEAST_BODY = 0.05


def prepared_cells(image: Volume, warp: Warp | None = None) -> tuple[Tensor, Geometry]:
    """`cells_of` an image, and the part of the small field that they cover."""
    field = field_about(image, Size.SMALL)
    values = sampled(image, field, warp)
    body = body_of(values)
    return cells_of(standardised(values, body), body), _kept(field)


def cells_of(scores: Tensor, body: Tensor) -> Tensor:
    """From z-scores (slices, rows, columns) and the mask of the body: (CELL_CHANNELS, slices/2,
    DEPTH/2, columns/2), float32.

    The mean; the highest; the log of the body's mean second difference along slices, rows and
    columns around the cell; the fraction of the cell that is body.
    """
    rows = scores.shape[1]
    first = max(0, (rows - DEPTH) // 2)
    seen = scores[None, :, first : first + DEPTH]
    inside = body[None, :, first : first + DEPTH].float()
    channels = [
        torch.asinh(functional.avg_pool3d(seen, CELL) / COMPRESSED),
        torch.asinh(functional.max_pool3d(seen, CELL) / COMPRESSED),
    ]
    near = _about(inside).clamp(min=LEAST_BODY)
    for axis in (1, 2, 3):
        inner = seen.shape[axis] - 2
        bend = torch.zeros_like(seen)
        middle = bend.narrow(axis, 1, inner)
        middle += seen.narrow(axis, 0, inner)
        middle += seen.narrow(axis, 2, inner)
        middle -= 2 * seen.narrow(axis, 1, inner)
        channels.append(torch.log(_about(bend.abs_() * inside) / near + LEAST_TEXTURE))
    channels.append(functional.avg_pool3d(inside, CELL))
    return torch.cat(channels)


def _about(values: Tensor) -> Tensor:
    """Means over AROUND voxels along each axis around every cell; one axis after the other."""
    half = AROUND // 2
    for axis in range(3):
        kernel, stride, pad = [1, 1, 1], [1, 1, 1], [0, 0, 0]
        kernel[axis], stride[axis], pad[axis] = AROUND, CELL, half
        values = functional.avg_pool3d(values, kernel, stride, pad)
    return values


def _kept(field: Geometry) -> Geometry:
    """The rows of the field from which cells are made."""
    slices, rows, columns = field.shape
    first = max(0, (rows - DEPTH) // 2)
    affine = field.affine.copy()
    affine[:3, 3] = field.to_patient((0, first, 0))
    return Geometry((slices, min(DEPTH, rows), columns), affine)
