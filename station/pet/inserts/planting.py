"""Known lesions put into a reconstructed PET image, as its scanner would have shown them.

An insert is a sphere that takes up `contrast` times its surroundings. The scanner shows it through
its resolution, a Gaussian, so the mean of the image becomes b · (1 + (contrast − 1) · S), with b
the mean of the place and S the blurred sphere (1 inside, before the blur).

Its noise is the image's own, at that place, with its grain and whatever is odd about it; only its
size changes. A hotter voxel has more noise: in EM and OSEM its standard deviation is the mean times
a factor that hardly depends on the voxel (H. H. Barrett, D. W. Wilson, B. M. W. Tsui, Noise
properties of the EM algorithm, Phys. Med. Biol. 39 (1994) 833 and 847: exponent 1), but a small
object adds few of the counts that make it, and for counts alone it would be the mean's square root
(Poisson: exponent 1/2). Between the two lies NOISE_EXPONENT, which was measured. So with u the
image, the image with the insert is

    b · h + (u − b) · h^NOISE_EXPONENT,    h = 1 + (contrast − 1) · S

which is never negative where u is not. The image with an insert and the one without share their
noise: what differs between them is the insert alone.

None of this holds for filtered back projection, whose noise comes from all over the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.filters import FWHM_PER_SIGMA
from station.pet.phantom.spheres import ball_offsets, profile
from station.pet.voi import Point
from station.pet.volume import FloatArray, Geometry, Volume

Image = NDArray[np.float32]
Box = tuple[slice, slice, slice]

DIAMETERS_MM = (4.0, 40.0)
CONTRASTS = (1.2, 50.0)
FWHM_MM = (2.0, 15.0)
"""Resolutions of PET images, unfiltered"""
NOISE_EXPONENT = 0.7
"""Power of the mean with which the standard deviation grows: 0.67 to 0.71 from the centre to the
edge of spheres of 17 mm and contrast 4 in the liver, over 24 scans by the foreign generator (OSEM,
3 iterations of 12 subsets) with the spheres and 24 without"""
PLACE_MM = 8.0
"""The mean of a place is that of a ball this much larger than the insert, which an organ's EDGE_MM
(`station.pet.inserts.placing`) keeps inside"""
TAIL_SIGMAS = 4.0
"""Beyond the sphere's edge, in standard deviations of the blur: less than 1e-4 of it is further"""
STEPS_A_RADIUS = 16
"""Of the grid over which a sphere's mean is taken"""


@dataclass(frozen=True)
class Kind:
    """What inserts of one kind share."""

    site: str
    """"liver", "lung", "node" """
    diameter_mm: float
    contrast: float
    """Uptake over that of its surroundings"""

    @property
    def radius_mm(self) -> float:
        return self.diameter_mm / 2


@dataclass(frozen=True)
class Insert:
    kind: Kind
    centre_mm: Point
    """LPS"""
    place: str
    """The part of the organ that it is in; inserts of one place share its noise"""


@dataclass(frozen=True)
class Planted:
    """An insert in an image."""

    insert: Insert
    background: float
    """Mean of its place before, in the image's unit"""

    @property
    def added(self) -> float:
        """What it takes up more than its surroundings, in the image's unit."""
        return (self.insert.kind.contrast - 1) * self.background


class Part(NamedTuple):
    """Voxels about a point."""

    box: Box
    distance_mm: FloatArray
    """From the point, of the voxels of the box"""


def plant(
    volume: Volume, inserts: Sequence[Insert], fwhm_mm: float
) -> tuple[Volume, tuple[Planted, ...]]:
    """The image with these lesions in it, on its grid, float32, and what was put in; see above.

    `fwhm_mm` is the resolution of the image. Raises StationError where a kind or the resolution is
    out of its limits, or an insert is not wholly in the image.
    """
    require_resolution(fwhm_mm)
    voxels = np.array(volume.voxels, np.float32)
    planted: list[Planted] = []
    for insert in inserts:
        require_kind(insert.kind)
        radius = insert.kind.radius_mm
        tail = TAIL_SIGMAS * fwhm_mm / FWHM_PER_SIGMA
        part = around(volume.geometry, insert.centre_mm, radius + max(tail, PLACE_MM))
        if part is None or not _is_within(volume.geometry, insert):
            raise StationError(
                f"An insert of {insert.kind.diameter_mm:g} mm at {_mm(insert.centre_mm)} is not "
                "wholly inside the image. Place it further in."
            )
        before = np.asarray(volume.voxels[part.box], np.float64)
        background = float(before[part.distance_mm <= radius + PLACE_MM].mean())
        if not background > 0:
            raise StationError(
                f"There is no uptake at {_mm(insert.centre_mm)}, so nothing can have a contrast to "
                "it. Place the insert inside an organ."
            )
        shape = profile(part.distance_mm, radius, fwhm_mm)
        hotter = 1 + (insert.kind.contrast - 1) * np.maximum(shape, 0)
        noise = before - background
        voxels[part.box] += (
            background * (hotter - 1) + noise * (hotter**NOISE_EXPONENT - 1)
        ).astype(np.float32)
        planted.append(Planted(insert, background))
    step = f"{len(inserts)} artificial lesions (TEST, not of the patient)"
    with_them = Volume(voxels, volume.geometry, volume.unit, volume.provenance.then(step))
    return with_them, tuple(planted)


def require_resolution(fwhm_mm: float) -> None:
    """Raise StationError where no unfiltered PET has this resolution."""
    low, high = FWHM_MM
    if not low <= fwhm_mm <= high:
        raise StationError(
            f"A resolution of {fwhm_mm:g} mm is not that of an unfiltered PET. Give {low:g} to "
            f"{high:g} mm."
        )


def require_kind(kind: Kind) -> None:
    """Raise StationError where a size or contrast is none that is put into an image."""
    low, high = DIAMETERS_MM
    if not low <= kind.diameter_mm <= high:
        raise StationError(
            f"An insert of {kind.diameter_mm:g} mm cannot be made. Give {low:g} to {high:g} mm."
        )
    low, high = CONTRASTS
    if not low <= kind.contrast <= high:
        raise StationError(
            f"A contrast of {kind.contrast:g} cannot be put in. Give {low:g} to {high:g}, the "
            "uptake of a lesion over that of its surroundings."
        )


def _is_within(geometry: Geometry, insert: Insert) -> bool:
    """Whether the whole sphere is on the grid."""
    reach = insert.kind.radius_mm / np.array(geometry.spacing_mm)
    index = geometry.to_index(insert.centre_mm)
    return bool((index >= reach - 0.5).all() and (index <= geometry.shape - reach - 0.5).all())


def around(geometry: Geometry, centre_mm: Point, reach_mm: float) -> Part | None:
    """The voxels of a grid within a box about a point, and how far each is from it; None: none."""
    index = geometry.to_index(centre_mm)
    sides: list[slice] = []
    for at, step, size in zip(index, geometry.spacing_mm, geometry.shape, strict=True):
        steps = ceil(reach_mm / step)
        first, end = max(0, round(at) - steps), min(size, round(at) + steps + 1)
        if first >= end:
            return None
        sides.append(slice(first, end))
    offsets: list[FloatArray] = [
        np.arange(side.start, side.stop, dtype=np.float64) - float(at)
        for side, at in zip(sides, index, strict=True)
    ]
    matrix = geometry.affine[:3, :3]
    # Axes of a PET grid are perpendicular: distances come from the offsets along them.
    squares = [
        (float(np.linalg.norm(matrix[:, axis])) * offset) ** 2
        for axis, offset in enumerate(offsets)
    ]
    first, second, third = squares
    distance = np.sqrt(first[:, None, None] + second[None, :, None] + third[None, None, :])
    return Part((sides[0], sides[1], sides[2]), distance)


def mean_recovery(diameter_mm: float, fwhm_mm: float) -> float:
    """What a Gaussian leaves of the mean contrast inside a sphere: the recovery coefficient.

    The blurred sphere (`station.pet.phantom.spheres.profile`), averaged over the true sphere. FWHMs
    of Gaussians in sequence add in quadrature.
    """
    radius = diameter_mm / 2
    distances = np.linalg.norm(ball_offsets(radius, radius / STEPS_A_RADIUS), axis=1)
    return float(profile(distances, radius, fwhm_mm).mean())


def _mm(point: Point) -> str:
    return ", ".join(f"{mm:.0f}" for mm in point) + " mm"
