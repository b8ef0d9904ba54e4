"""Two images of one scan on one grid and in one field of view, so that only their voxels differ.

A reader who compares images blinded must not distinguish them by how many slices they have or by
where the scanner's circle ends. Nothing is resampled: whole slices, rows and columns that only one
image has are cut off, and what lies outside the other's field of view is emptied where it is faint.
Both are reported. Larger differences are refused.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.volume import GRID_TOLERANCE_MM, Geometry, Volume

FAINT_SUV = 0.1
"""What is emptied outside the common field of view never exceeds this: a hundredth of a usual
window. Soft tissue is at 0.5 and above."""

Box = tuple[slice, slice, slice]
"""Slices, rows and columns of a grid"""


@dataclass(frozen=True, eq=False)
class CommonField:
    """How two images of one scan, 0 the first and 1 the other, are brought to one grid."""

    geometry: Geometry
    boxes: tuple[Box, Box]
    """What is kept of each image"""
    outside: NDArray[np.bool_]
    """(rows, columns) of `geometry`: emptied in every slice of both"""
    highest: float
    """The largest absolute value of both images, within the kept parts"""
    remarks: tuple[str, ...] = field(default=())
    """What was cut off or emptied, one sentence each"""

    def applied(self, image: Volume, which: int) -> Volume:
        """The kept part of the first (0) or the other (1) image, on the common grid."""
        voxels = image.voxels[self.boxes[which]].copy()
        voxels[:, self.outside] = 0
        return Volume(voxels, self.geometry, image.unit, image.provenance)


def common_field(first: Volume, other: Volume, step: float) -> CommonField:
    """How the two are brought to one grid and one field of view.

    A voxel is empty where its value is nearer to 0 than `step`, the finest difference that counts.
    Raises StationError: a slice or a voxel has no value, the grids would have to be resampled, or
    one image shows something where the other shows nothing.
    """
    for image in (first, other):
        _refuse_gaps(image)
    geometry, boxes, remarks = common_box(
        first.geometry, other.geometry, (_name(first), _name(other))
    )
    kept = [
        np.abs(image.voxels[box], dtype=np.float32)
        for image, box in zip((first, other), boxes, strict=True)
    ]
    low, high = _filled_slices(kept, step)
    count = geometry.shape[0]
    if (low, high) != (0, count):
        remarks.append(
            f"Slices at the ends that are empty in one image are cut off both: {high - low} of "
            f"{count} are kept."
        )
        boxes = tuple((slice(box[0].start + low, box[0].start + high), *box[1:]) for box in boxes)
        geometry = _part(geometry, (low, 0, 0), (high - low, *geometry.shape[1:]))
        kept = [values[low:high] for values in kept]
    outside, more = _outside(kept, step)
    remarks += more
    highest = max(float(values[:, ~outside].max(initial=0)) for values in kept)
    assert len(boxes) == 2
    return CommonField(geometry, boxes, outside, highest, tuple(remarks))


def _refuse_gaps(image: Volume) -> None:
    gaps = np.flatnonzero(~np.isfinite(image.voxels).all(axis=(1, 2)))
    if gaps.size:
        which = f"slice {gaps[0] + 1}" + (f" and {gaps.size - 1} more" if gaps.size > 1 else "")
        raise StationError(
            f"{_name(image)} has no values in {which} of {image.shape[0]}. Open the complete "
            "series, or leave this case out."
        )


def common_box(
    first: Geometry, other: Geometry, names: tuple[str, str]
) -> tuple[Geometry, tuple[Box, Box], list[str]]:
    """The box of whole voxels that both grids share: its grid, its place in each, what is cut.

    Raises StationError where voxels of one do not lie on voxels of the other.
    """
    offset = np.rint(first.to_index(other.to_patient((0, 0, 0)))).astype(int)
    """Where voxel (0, 0, 0) of `other` is in `first`"""
    if not _part(first, offset, other.shape).same_grid(other):
        raise StationError(
            f"{names[0]} ({_grid_words(first)}) and {names[1]} ({_grid_words(other)}) are not on "
            f"one grid: their voxels are more than {GRID_TOLERANCE_MM} mm apart. Images are not "
            "resampled for a reader study. Reconstruct both alike, or leave this case out."
        )
    low = np.maximum(offset, 0)
    high = np.minimum(offset + other.shape, first.shape)
    if (high <= low).any():
        raise StationError(
            f"{names[0]} and {names[1]} have no voxel in common. Leave this case out."
        )
    shape = (int(high[0] - low[0]), int(high[1] - low[1]), int(high[2] - low[2]))
    geometry = first if shape == first.shape else _part(first, low, shape)
    remarks: list[str] = []
    if shape != first.shape or shape != other.shape:
        sizes = [" × ".join(map(str, size)) for size in (first.shape, other.shape, shape)]
        remarks.append(
            f"The images have {sizes[0]} and {sizes[1]} voxels; both are cropped to the "
            f"{sizes[2]} that they share."
        )
    return geometry, (_box(low, shape), _box(low - offset, shape)), remarks


def _box(low: NDArray[np.int_], shape: tuple[int, int, int]) -> Box:
    s, r, c = (slice(int(start), int(start) + size) for start, size in zip(low, shape, strict=True))
    return s, r, c


def _part(
    geometry: Geometry, low: NDArray[np.int_] | tuple[int, int, int], shape: tuple[int, int, int]
) -> Geometry:
    """The grid of a box that begins at voxel `low`."""
    affine = np.array(geometry.affine)
    affine[:3, 3] = geometry.to_patient(low)
    return Geometry(shape, affine)


def _filled_slices(kept: list[NDArray[np.float32]], step: float) -> tuple[int, int]:
    """First slice, and the one behind the last, that is empty in neither image or in both.

    Only slices at an end are cut off; see `_outside` for the rest.
    """
    first, other = (values.max(axis=(1, 2)) >= step for values in kept)
    alike = np.flatnonzero(first == other)
    if alike.size == 0:
        raise StationError(
            "In every slice one of the two images is empty. Choose other series, or leave this "
            "case out."
        )
    low, high = int(alike[0]), int(alike[-1]) + 1
    odd = np.flatnonzero(first[low:high] != other[low:high])
    if odd.size:
        raise StationError(
            f"Slice {low + int(odd[0]) + 1} is empty in one of the two images only. Choose other "
            "series, or leave this case out."
        )
    return low, high


def _outside(kept: list[NDArray[np.float32]], step: float) -> tuple[NDArray[np.bool_], list[str]]:
    """Rows and columns that are empty through all slices of one image, and the remarks on them."""
    highest = [values.max(axis=0) for values in kept]
    filled = [values >= step for values in highest]
    outside = ~(filled[0] & filled[1])
    odd = filled[0] != filled[1]
    if not odd.any():
        return outside, []
    lost = float(np.maximum(*highest)[odd].max())
    if lost > FAINT_SUV:
        raise StationError(
            f"The field of view differs: {int(odd.sum())} of {odd.size} pixels are empty through "
            f"all slices of one image, where the other reaches {lost:.2g}. A reader would "
            "recognise the images by it. Choose other series, or leave this case out."
        )
    remark = (
        f"{int(odd.sum())} of {odd.size} pixels outside the common field of view, all fainter than "
        f"SUV {FAINT_SUV:g}, are emptied in both images."
    )
    return outside, [remark]


def _name(image: Volume) -> str:
    return f'"{image.provenance.description}"' if image.provenance.description else "An image"


def _grid_words(geometry: Geometry) -> str:
    voxels = " × ".join(map(str, geometry.shape))
    spacing = " × ".join(f"{mm:.3f}" for mm in geometry.spacing_mm)
    return f"{voxels} voxels of {spacing} mm"
