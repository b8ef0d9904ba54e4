"""The foreign scanner: slices of parallel projections, noise, and three reconstructions.

Every transaxial slice is projected by itself: the pixels are splatted into the two bins that are
nearest to their shadow, which is a sparse matrix, the same for all slices. Along the patient the
detectors blur, and beds overlap. Attenuation is bilinear in HU (J. Carney et al., Med. Phys. 33
(2006) 976); scatter is a broad blur of what was attenuated, in the projection and along the
patient; randoms are almost uniform. Counts are Poisson.

Reconstructed are the corrected projections by filtered back-projection (ramp with a Hann window),
or the counts themselves by OSEM (H. Hudson and R. Larkin, IEEE Trans. Med. Imaging 13 (1994) 601),
with a penalty on relative differences of neighbours or without (one step late: P. Green, IEEE
Trans. Med. Imaging 9 (1990) 84).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from scipy import sparse as untyped_sparse

from station.lab.foreign.shapes import Floats

ndimage: Any = untyped_ndimage  # their own types are incomplete
sparse: Any = untyped_sparse

FWHM_PER_SIGMA = 2.3548
WATER_PER_MM = 0.0096
"""Attenuation of water at 511 keV"""
BONE_SLOPE = 0.5
"""Above water, HU say half as much about 511 keV as below: they are from about 70 keV"""
CPS_PER_KBQ = 20.0
"""True coincidences of a source that nothing attenuates, in 3D; what time of flight gains in noise
is counted as sensitivity"""
SCATTER_FWHM_MM = 160.0
SCATTER_ALONG_FWHM_MM = 90.0
KBQ_PER_ML_PER_SUV = 2.3
"""3.5 MBq/kg, 65 min after injection"""


class Method(StrEnum):
    FBP = "FBP"
    OSEM = "OSEM"
    PENALISED = "penalised OSEM"


@dataclass(frozen=True)
class Protocol:
    """How is scanned and reconstructed."""

    method: Method
    voxel_mm: float
    slice_mm: float
    field_mm: float
    """Width of the square that is reconstructed"""
    angles: int
    psf_mm: float
    """FWHM of the detectors"""
    filter_mm: float
    """FWHM of the Gaussian filter afterwards, in the slice"""
    axial_filter_mm: float
    iterations: int
    subsets: int
    penalty: float
    """Of `Method.PENALISED`; 0: none"""
    bed_s: float
    bed_mm: float
    """From one bed to the next"""
    scatter_fraction: float
    """Of the trues"""
    randoms_fraction: float
    """Of the trues"""
    scatter_error: float
    """Fraction by which the scatter's estimate is wrong"""

    @property
    def resolution_mm(self) -> float:
        """About the FWHM in the image"""
        return float(np.hypot(np.hypot(self.psf_mm, self.filter_mm), 0.6 * self.voxel_mm))


@dataclass(frozen=True, eq=False)
class Projector:
    """Parallel projections of square slices, angles over 180°."""

    pixels: int
    pixel_mm: float
    angles: int
    forward: Any
    """(angle and bin, pixel of the circle), mm"""
    backward: Any
    inside: NDArray[np.intp]
    """Pixels of the circle in the flattened square"""

    @property
    def bins(self) -> int:
        return self.pixels

    def project(self, image: Floats) -> Floats:
        """(angle, bin, slice) of (row, column, slice): integrals along lines, unit · mm."""
        flat = image.reshape(-1, image.shape[-1])[self.inside]
        return np.asarray(self.forward @ flat).reshape(self.angles, self.bins, -1)

    def back(self, projections: Floats, angles: slice = slice(None)) -> Floats:
        """The adjoint, of some of the angles: (pixel of the circle, slice)."""
        rows = np.arange(self.angles)[angles]
        which = (rows[:, None] * self.bins + np.arange(self.bins)).ravel()
        part = self.backward if len(rows) == self.angles else self.forward[which].T.tocsr()
        return np.asarray(part @ projections.reshape(len(which), -1))

    def image(self, values: Floats) -> Floats:
        """(row, column, slice) of values of the circle's pixels; 0 outside."""
        full = np.zeros((self.pixels**2, values.shape[1]), np.float32)
        full[self.inside] = values
        return full.reshape(self.pixels, self.pixels, -1)


@lru_cache(2)
def projector(
    pixels: int, pixel_mm: float, angles: int, reach_mm: tuple[float, float] | None = None
) -> Projector:
    """Of the circle that fits into the square, or of its part up to `reach_mm` from the middle
    along rows and columns."""
    middle = (pixels - 1) / 2
    row, column = (side.ravel() - middle for side in np.mgrid[:pixels, :pixels])
    circle = row**2 + column**2 < (middle - 0.5) ** 2
    if reach_mm is not None:
        circle &= np.abs(row) * pixel_mm < reach_mm[0]
        circle &= np.abs(column) * pixel_mm < reach_mm[1]
    inside = np.flatnonzero(circle)
    row, column = row[inside], column[inside]
    direction = (np.arange(angles) + 0.5) * np.pi / angles
    shadow = np.cos(direction)[:, None] * column + np.sin(direction)[:, None] * row + middle
    low = np.floor(shadow).astype(np.int64)
    share = (shadow - low).astype(np.float32)
    first = low + np.arange(angles)[:, None] * pixels
    which = np.broadcast_to(np.arange(len(inside)), shadow.shape)
    values = np.concatenate([(1 - share).ravel(), share.ravel()]) * np.float32(pixel_mm)
    rows = np.concatenate([first.ravel(), (first + 1).ravel()])
    columns = np.concatenate([which.ravel()] * 2)
    matrix = sparse.csr_matrix(
        (values.astype(np.float32), (rows, columns)), shape=(angles * pixels, len(inside))
    )
    return Projector(pixels, pixel_mm, angles, matrix, matrix.T.tocsr(), inside)


def attenuation_per_mm(hu: Floats) -> Floats:
    """At 511 keV, of CT values."""
    above = np.maximum(hu, 0.0)
    below = np.minimum(hu, 0.0)
    return (WATER_PER_MM * np.clip(1 + (below + BONE_SLOPE * above) / 1000, 0, None)).astype(
        np.float32
    )


def blurred(image: Floats, fwhm: tuple[float, ...]) -> Floats:
    """Gaussian of these FWHM in voxels along the axes; 0: not along this one."""
    sigma = tuple(width / FWHM_PER_SIGMA for width in fwhm)
    return np.asarray(ndimage.gaussian_filter(image, sigma, mode="nearest", truncate=3.0))


def broad(image: Floats, fwhm: tuple[float, float], axes: tuple[int, int]) -> Floats:
    """A wide Gaussian along two axes, made on every fourth sample."""
    small: Floats = image
    sizes = [int(image.shape[axis]) for axis in axes]
    for axis, width in zip(axes, fwhm, strict=True):
        count = int(small.shape[axis])
        step = max(1, min(4, count // 4))
        keep = np.arange(0, count, step)
        small = ndimage.uniform_filter1d(small, step, axis=axis, mode="constant")
        small = np.take(small, keep, axis)
        small = ndimage.gaussian_filter1d(
            small, width / FWHM_PER_SIGMA / step, axis=axis, mode="constant"
        )
    for axis, size in zip(axes, sizes, strict=True):
        count = int(small.shape[axis])
        at = np.linspace(0, count - 1.001, size)
        low = at.astype(int)
        share = (at - low).astype(np.float32)
        share = share.reshape([-1 if k == axis else 1 for k in range(small.ndim)])
        high = np.minimum(low + 1, count - 1)
        small = np.take(small, low, axis) * (1 - share) + np.take(small, high, axis) * share
    return np.asarray(small, np.float32)


# --- the data -----------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Expected:
    """What a bed's second brings on average in each bin, (angle, bin, slice)."""

    trues: Floats
    scatter: Floats
    randoms: Floats
    survives: Floats
    """Fraction of the photon pairs that is not attenuated, as the CT has it"""
    lost: Floats
    """Fraction of the events that broken detectors lose, which no one corrects"""
    seconds: Floats
    """(slice,) of scan time, more where beds overlap"""


@dataclass(frozen=True, eq=False)
class Scene:
    """What lies in the scanner during one part of the scan, (row, column, slice)."""

    share: float
    suv: Floats
    hu: Floats


def expected(
    scenes: tuple[Scene, ...],
    hu_of_ct: Floats,
    protocol: Protocol,
    camera: Projector,
    lost: Floats | None = None,
) -> Expected:
    """Counts per second; `hu_of_ct` is what corrects attenuation."""
    voxel_ml = camera.pixel_mm**2 * protocol.slice_mm / 1000
    per_second = KBQ_PER_ML_PER_SUV * voxel_ml * CPS_PER_KBQ / camera.angles / camera.pixel_mm
    trues = np.zeros((camera.angles, camera.bins, hu_of_ct.shape[-1]), np.float32)
    for scene in scenes:
        lines = camera.project(scene.suv)
        lines *= np.exp(-camera.project(attenuation_per_mm(scene.hu)))
        trues += np.float32(scene.share * per_second) * lines
    psf = protocol.psf_mm / camera.pixel_mm, protocol.psf_mm / protocol.slice_mm
    trues = blurred(trues, (0.0, *psf))
    widths = SCATTER_FWHM_MM / camera.pixel_mm, SCATTER_ALONG_FWHM_MM / protocol.slice_mm
    scatter = np.float32(protocol.scatter_fraction) * broad(trues, widths, (1, 2))
    level = trues.mean(axis=(0, 1), keepdims=True)
    level = ndimage.uniform_filter1d(
        level, max(1, round(protocol.bed_mm / protocol.slice_mm)), axis=2, mode="nearest"
    )
    randoms = np.broadcast_to(np.float32(protocol.randoms_fraction) * level, trues.shape)
    survives = np.exp(-camera.project(attenuation_per_mm(hu_of_ct)))
    return Expected(
        trues,
        scatter,
        randoms,
        survives,
        np.zeros((1, 1, 1), np.float32) if lost is None else lost,
        protocol.bed_s * overlap(hu_of_ct.shape[-1], protocol),
    )


def overlap(slices: int, protocol: Protocol) -> Floats:
    """Sensitivity of each slice, 1 on average: beds whose sensitivity is a triangle overlap by less
    than their half."""
    at = np.mod(np.arange(slices) * protocol.slice_mm / protocol.bed_mm, 1.0)
    profile = 1.15 - 0.6 * np.abs(at - 0.5)
    return (profile / profile.mean()).astype(np.float32)


def measured(data: Expected, rng: np.random.Generator | None) -> Floats:
    """Counts of a scan, (angle, bin, slice); without `rng`, what is expected on average."""
    mean = (data.trues + data.scatter + data.randoms) * data.seconds * (1 - data.lost)
    if rng is None:
        return mean.astype(np.float32)
    return rng.poisson(mean).astype(np.float32)


def reconstructed(counts: Floats, data: Expected, protocol: Protocol, camera: Projector) -> Floats:
    """SUV (row, column, slice), before the filter."""
    voxel_ml = camera.pixel_mm**2 * protocol.slice_mm / 1000
    per_second = KBQ_PER_ML_PER_SUV * voxel_ml * CPS_PER_KBQ / camera.angles / camera.pixel_mm
    background = (data.scatter * (1 + protocol.scatter_error) + data.randoms) * data.seconds
    weight = (data.survives * per_second * data.seconds).astype(np.float32)
    if protocol.method is Method.FBP:
        lines = ((counts - background) / np.maximum(weight, 1e-12)).astype(np.float32)
        return filtered_back_projection(lines, camera)
    return _osem(counts, weight, background.astype(np.float32), protocol, camera)


def filtered_back_projection(lines: Floats, camera: Projector) -> Floats:
    """Of integrals along lines (angle, bin, slice); linear."""
    length = 2 * int(2 ** np.ceil(np.log2(camera.bins)))
    # The ramp as the transform of its samples in space, so that the mean is right.
    place = np.minimum(np.arange(length), length - np.arange(length))
    kernel = np.zeros(length)
    kernel[0] = 0.25
    odd = place % 2 == 1
    kernel[odd] = -1 / (np.pi * place[odd]) ** 2
    ramp = 2 * np.fft.rfft(kernel).real
    hann = 0.5 * (1 + np.cos(np.linspace(0, np.pi, len(ramp))))
    response = (ramp * hann).astype(np.float32)[None, :, None]
    spectrum = np.fft.rfft(lines, length, axis=1)
    filtered = np.fft.irfft(spectrum * response, length, axis=1)[:, : camera.bins]
    scale = np.pi / (2 * camera.angles * camera.pixel_mm**2)
    return camera.image(camera.back((filtered * scale).astype(np.float32)))


def _subset_parts(camera: Projector, subsets: int) -> list[tuple[slice, Any, Any]]:
    parts: list[tuple[slice, Any, Any]] = []
    for first in range(subsets):
        angles = slice(first, None, subsets)
        rows = np.arange(camera.angles)[angles]
        which = (rows[:, None] * camera.bins + np.arange(camera.bins)).ravel()
        forward = camera.forward[which]
        parts.append((angles, forward, forward.T.tocsr()))
    # Far from one another, one after the other.
    order = np.argsort([(number * 0.618) % 1 for number in range(subsets)])
    return [parts[number] for number in order]


def _osem(
    counts: Floats, weight: Floats, background: Floats, protocol: Protocol, camera: Projector
) -> Floats:
    slices = counts.shape[-1]
    image = np.ones((len(camera.inside), slices), np.float32)
    parts = _subset_parts(camera, protocol.subsets)
    small = np.float32(1e-6)
    late = np.float32(1)
    for _ in range(protocol.iterations):
        if protocol.penalty:
            late = _late(image, protocol.penalty, camera) ** np.float32(1 / protocol.subsets)
        for angles, forward, backward in parts:
            flat = weight[angles].reshape(-1, slices)
            mean = (forward @ image) * flat + background[angles].reshape(-1, slices)
            ratio = counts[angles].reshape(-1, slices) / np.maximum(mean, small)
            image *= (backward @ (ratio * flat)) / np.maximum((backward @ flat) * late, small)
    return camera.image(image)


def _late(image: Floats, penalty: float, camera: Projector) -> Floats:
    """By how much the penalty raises the sensitivity: each voxel against its neighbours."""
    full = camera.image(image)
    around = ndimage.uniform_filter(full, 3).reshape(-1, full.shape[-1])[camera.inside]
    apart = (image - around) / (image + around + np.float32(1e-3))
    return np.clip(1 + np.float32(penalty) * apart, 0.3, 3.0).astype(np.float32)


def filtered(image: Floats, protocol: Protocol, pixel_mm: float) -> Floats:
    """The Gaussian filter after the reconstruction."""
    across, along = protocol.filter_mm / pixel_mm, protocol.axial_filter_mm / protocol.slice_mm
    return blurred(image, (across, across, along))
