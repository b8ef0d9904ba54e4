"""A scan of the foreign generator, as a denoiser is judged on it: no filter, several durations.

Bodies, physics and reconstruction share nothing with the virtual scanner that networks learn from;
see `station.lab.foreign`.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.lab.denoiser.measures import LIVER, LUNG, Inside, LesionTruth, Truth
from station.lab.foreign.anatomy.canvas import AIR_HU
from station.lab.foreign.bodies import Body, make_body
from station.lab.foreign.people import drawn_build, drawn_uptake
from station.lab.foreign.scan import (
    Expected,
    Method,
    Projector,
    Protocol,
    Scene,
    expected,
    measured,
    projector,
    reconstructed,
)
from station.lab.foreign.shapes import Floats
from station.pet.filters import CONVENTIONAL_FWHM_MM, gaussian
from station.pet.voi import Mask
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.quality.organs import Tissue

ndimage: Any = untyped_ndimage  # its own types are incomplete

STREAM = 7927
"""Of the random numbers: other patients than those the grade is judged on"""
LESIONS = 24
"""Of a body; those of one slab are measured"""
VOXELS_MM = (2.0, 2.73, 4.0)
"""In turn: those that the networks take as they are, and others"""
SLAB_MM = 128.0
SENSITIVITY = 4.0
"""Times that of the foreign scanner: after the conventional filter the liver's noise is then about
8 % at 120 s a bed; in the scanner that the networks learn from it is 10 %"""
AROUND_MM = 20.0
"""Reconstructed around the body"""
CLEAR_OF_ENDS_MM = 8.0
"""A lesion counts where this much of the slab is beyond it"""
ORGAN_DEPTH_MM = 12.0


@dataclass(frozen=True, eq=False)
class ForeignScan:
    """A slab of a foreign body in a foreign scanner."""

    truth: Truth
    _data: Expected
    _protocol: Protocol
    _camera: Projector
    _box: tuple[slice, slice]
    _seed: int

    def pair(self, seconds: float) -> tuple[Volume, Volume]:
        """(unfiltered, after the conventional filter) of a bed of so many seconds."""
        data = replace(self._data, seconds=self._data.seconds * np.float32(seconds * SENSITIVITY))
        rng = np.random.default_rng([STREAM, self._seed, round(seconds)])
        image = reconstructed(measured(data, rng), data, self._protocol, self._camera)
        raw = _volume(image, self._box, self.truth.reference.geometry)
        return raw, gaussian(raw, CONVENTIONAL_FWHM_MM)


def foreign_scan(case: str, seed: int, voxel_mm: float) -> ForeignScan:
    """The slab of a seed with the most lesions, and its image without noise."""
    rng = np.random.default_rng([STREAM, seed])
    body = make_body(drawn_build(rng), drawn_uptake(rng), rng, LESIONS)
    protocol = _protocol(voxel_mm, rng)
    slices = round(SLAB_MM / voxel_mm)
    low_mm = _lower_end(body, slices * voxel_mm)
    half = [
        float(np.abs(axis).max()) + AROUND_MM
        for axis in (_reach(body, axis=1), _reach(body, axis=2))
    ]
    pixels = 2 * round((max(half) + AROUND_MM) / voxel_mm)
    camera = projector(pixels, voxel_mm, protocol.angles, (half[0], half[1]))
    side = (np.arange(pixels) - (pixels - 1) / 2) * voxel_mm
    z = low_mm + voxel_mm * np.arange(slices)
    affine = np.array(
        [
            [0, 0, voxel_mm, side[0]],
            [0, voxel_mm, 0, side[0]],
            [voxel_mm, 0, 0, z[0]],
            [0, 0, 0, 1],
        ],
        dtype=np.float64,
    )
    whole = Geometry((slices, pixels, pixels), affine)
    scene = Scene(
        1.0,
        _on(body, body.suv, whole, 1, 0.0).transpose(1, 2, 0),
        _on(body, body.hu, whole, 1, AIR_HU).transpose(1, 2, 0),
    )
    data = expected((scene,), scene.hu, replace(protocol, bed_s=1.0), camera)
    tissue = _on(body, body.tissue.astype(np.float32), whole, 0, 0.0).astype(np.uint8)
    rows, columns = (
        slice(int(line.min()), int(line.max()) + 1)
        for line in (
            np.flatnonzero((tissue > 0).any(axis=(0, 2))),
            np.flatnonzero((tissue > 0).any(axis=(0, 1))),
        )
    )
    box = rows, columns
    affine = whole.affine.copy()
    affine[:3, 3] = whole.to_patient((0, rows.start, columns.start))
    tissue = tissue[:, rows, columns]
    grid = Geometry((slices, *tissue.shape[1:]), affine)
    # Expected counts of an hour are as good as none without noise.
    hour = replace(data, seconds=data.seconds * np.float32(3600))
    clean = reconstructed(measured(hour, None), hour, protocol, camera)
    truth = Truth(
        case,
        _volume(clean, box, grid),
        tissue > 0,
        {LIVER: _deep(tissue == Tissue.LIVER, grid), LUNG: _deep(tissue == Tissue.LUNGS, grid)},
        _lesions(body, tissue, grid),
    )
    return ForeignScan(truth, data, protocol, camera, box, seed)


def _protocol(voxel_mm: float, rng: np.random.Generator) -> Protocol:
    return Protocol(
        Method.OSEM,
        voxel_mm,
        voxel_mm,
        field_mm=0.0,
        angles=84,
        psf_mm=float(rng.uniform(4.0, 5.5)),
        filter_mm=0.0,
        axial_filter_mm=0.0,
        iterations=3,
        subsets=12,
        penalty=0.0,
        bed_s=1.0,
        bed_mm=float(rng.uniform(110, 170)),
        scatter_fraction=float(rng.uniform(0.3, 0.5)),
        randoms_fraction=float(rng.uniform(0.2, 0.7)),
        scatter_error=float(rng.normal(0, 0.03)),
    )


def _reach(body: Body, axis: int) -> Floats:
    """Where the body is along an axis (1: rows, 2: columns), mm."""
    others = tuple(number for number in range(3) if number != axis)
    place = (body.axes.z_mm, body.axes.y_mm, body.axes.x_mm)[axis]
    return place[np.flatnonzero((body.tissue > 0).any(axis=others))]


def _lower_end(body: Body, height_mm: float) -> float:
    ends = float(body.axes.z_mm[0]), float(body.axes.z_mm[-1]) - height_mm
    candidates = np.arange(*ends, 10.0)
    heights = np.array([lesion.centre_mm[2] for lesion in body.lesions])
    inside = [
        int(((heights > low + 20) & (heights < low + height_mm - 20)).sum()) for low in candidates
    ]
    return float(candidates[int(np.argmax(inside))])


def _on(body: Body, field: Floats, grid: Geometry, order: int, outside: float) -> Floats:
    """A field of the body on a grid, (slice, row, column)."""
    result = np.empty(grid.shape, np.float32)
    rows, columns = np.mgrid[: grid.shape[1], : grid.shape[2]]
    for number in range(grid.shape[0]):
        index = np.stack([np.full(rows.shape, number), rows, columns], axis=-1)
        at = body.geometry.to_index(grid.to_patient(index))
        result[number] = ndimage.map_coordinates(
            field, np.moveaxis(at, -1, 0), order=order, mode="constant", cval=outside
        )
    return result


def _volume(image: Floats, box: tuple[slice, slice], grid: Geometry) -> Volume:
    """An image (row, column, slice) on its part of the grid."""
    voxels = np.ascontiguousarray(np.moveaxis(image[box], 2, 0), np.float32)
    return Volume(voxels, grid, Unit.SUV_BW, Provenance(description="foreign"))


def _deep(inside: NDArray[np.bool_], grid: Geometry) -> Inside:
    if not inside.any():
        return inside
    return ndimage.distance_transform_edt(inside, sampling=grid.spacing_mm) >= ORGAN_DEPTH_MM


def _lesions(body: Body, tissue: NDArray[np.uint8], grid: Geometry) -> tuple[LesionTruth, ...]:
    low, high = grid.bounds_mm
    parts, _ = ndimage.label(tissue == Tissue.LESION)
    found: list[LesionTruth] = []
    for number, lesion in enumerate(body.lesions):
        reach = 1.4 * lesion.radius_mm + CLEAR_OF_ENDS_MM
        at = grid.voxel_at(lesion.centre_mm)
        if at is None or not low[2] + reach < lesion.centre_mm[2] < high[2] - reach:
            continue
        if not parts[at]:
            continue  # another lesion or an organ was painted over it
        mask = parts == parts[at]
        volume_ml = float(mask.sum()) * grid.voxel_volume_ml
        name = f"lesion {number + 1}"
        site = lesion.within.name.lower()
        truth = LesionTruth(name, site, volume_ml, lesion.suv, "hot", Mask(mask, grid, name))
        if not any((mask & other.mask.inside).any() for other in found):
            found.append(truth)
    return tuple(found)
