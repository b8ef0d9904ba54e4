"""Two images of one scan without the signs that a rule on stored values would tell them apart by.

A reconstruction has no value below 0, a network has; the air of one is smooth and that of the other
is not; both were stored in steps of their own. None of that is the picture of the patient, and a
line of code sorts a study's images by it. So the two are treated alike, by functions of both in
which it does not matter which is which:

- Outside one body mask, made from the mean of both, every voxel is 0.
- Where both are faint, both show their mean. It goes over into each image's own values from
  `FAINT_SUV` to `SHOWN_SUV`, and in the rim of the body from `RIM_FAINT_SUV` to `RIM_SHOWN_SUV`;
  the larger of the two values counts, so what one image shows is shown in it as it is.
- Values near 0 and below are bent to above 0, so that 0 is the air and nothing else.
- Above the highest bound that the window may have, the values of the image with the larger maximum
  are compressed until it has that of the other, or that bound. Readers see them as the end of the
  scale either way.
- Noise of the coarsest step in which either was stored hides the steps, and both are rounded alike.

What it cannot take away is the picture: noise and sharpness inside the body, and a maximum that is
below the window's highest bound. They are what readers are asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.pet.filters import smoothed
from station.pet.volume import Unit, Volume

ndimage: Any = untyped_ndimage  # its own types are incomplete

Plane = NDArray[np.float32]

BODY_FWHM_MM = 10.0
BODY_SUV = 0.1
"""The body is where the mean of both images, blurred by `BODY_FWHM_MM`, reaches this, with what it
encloses and what touches it. The middle of anything of more than 0.12 SUV mL is in it, such as a
tenth of a millilitre of SUV 1.2."""
REACH_VOXELS = 3
"""So far beyond it belongs to it what touches it and reaches `RIM_FAINT_SUV` in an image."""

FAINT_SUV, SHOWN_SUV = 0.3, 0.5
"""Soft tissue has 0.5 and above, normal lung 0.3 to 0.7."""
RIM_FAINT_SUV, RIM_SHOWN_SUV = 0.5, 0.8
RIM_MM = 6.0
"""The outermost part of the mask: skin and what is blurred out of it"""

BENT_BELOW_SUV = 0.05

LARGEST_NOISE_STEPS = 2.0
"""Largest added value, in coarsest steps of the sources. The sum of two uniform noises of twice the
step's width: no comb is left in the histogram (Lipshitz 1992, J. Audio Eng. Soc. 40: 355)."""


@dataclass(frozen=True, eq=False)
class Alike:
    """How the two images of a case, 0 the first and 1 the other, are made alike."""

    shape: tuple[int, int, int]
    packed_body: NDArray[np.uint8]
    """The body mask, eight voxels a byte"""
    spacing_mm: tuple[float, float, float]
    largest_shown_suv: float
    """The highest bound that the window may have"""
    maxima: tuple[float, float]
    """Of the images, SUV, inside the mask"""
    source_step_suv: float
    """The coarsest step in which either image was stored"""
    remarks: tuple[str, ...] = field(default=())

    @property
    def highest(self) -> float:
        """The largest value of both after it, without noise."""
        return max(self._top(0), self._top(1))

    @property
    def largest_change_suv(self) -> float:
        """Of a value from `RIM_SHOWN_SUV` to `largest_shown_suv`, before it is rounded."""
        return LARGEST_NOISE_STEPS * self.source_step_suv

    @property
    def body(self) -> NDArray[np.bool_]:
        """(slices, rows, columns)"""
        flat = np.unpackbits(self.packed_body, count=int(np.prod(self.shape)))
        return flat.reshape(self.shape).astype(np.bool_)

    def applied(
        self, images: Sequence[Volume], which: int, step_suv: float, rng: np.random.Generator
    ) -> Volume:
        """The first (0) or the other (1) of both images after it, in whole steps of `step_suv`."""
        body = self.body
        rim = body & ~_eroded(body, self.spacing_mm)
        voxels = np.zeros(self.shape, dtype=np.float32)
        for index in range(self.shape[0]):
            planes = [image.voxels[index].astype(np.float32) for image in images]
            plane = self._shown(planes, which, rim[index])
            plane = self._stepped(plane, which, step_suv, rng)
            voxels[index] = np.where(body[index], plane, 0)
        image = images[which]
        return Volume(voxels, image.geometry, image.unit, image.provenance)

    def unchanged(self, images: Sequence[Volume], index: int) -> NDArray[np.bool_]:
        """Where in slice `index` each image keeps its own values, but for the noise of a step."""
        larger = np.maximum(*(image.voxels[index] for image in images))
        smaller = np.minimum(*(image.voxels[index] for image in images))
        inside = (larger >= RIM_SHOWN_SUV) & (smaller >= BENT_BELOW_SUV)
        return inside & (larger <= self.largest_shown_suv) & self.body_slice(index)

    def body_slice(self, index: int) -> NDArray[np.bool_]:
        """The mask in a slice, without unpacking the whole."""
        _, rows, columns = self.shape
        size = rows * columns
        start = index * size
        first = start // 8
        flat = np.unpackbits(self.packed_body[first : (start + size + 7) // 8])
        return flat[start - 8 * first :][:size].reshape(rows, columns).astype(np.bool_)

    def _shown(self, planes: Sequence[Plane], which: int, rim: NDArray[np.bool_]) -> Plane:
        mean = (planes[0] + planes[1]) / np.float32(2)
        faint = np.where(rim, np.float32(RIM_FAINT_SUV), np.float32(FAINT_SUV))
        shown = np.where(rim, np.float32(RIM_SHOWN_SUV), np.float32(SHOWN_SUV))
        own = np.clip((np.maximum(*planes) - faint) / (shown - faint), 0, 1)
        plane: Plane = np.asarray(mean + own * (planes[which] - mean), np.float32)
        low = plane < BENT_BELOW_SUV
        plane[low] = BENT_BELOW_SUV**2 / (2 * BENT_BELOW_SUV - plane[low])
        knee, top = self.largest_shown_suv, self._top(which)
        if self.maxima[which] > top:
            above = plane > knee
            plane[above] = knee + (plane[above] - knee) * (
                (top - knee) / (self.maxima[which] - knee)
            )
        return plane

    def _stepped(
        self, plane: Plane, which: int, step_suv: float, rng: np.random.Generator
    ) -> Plane:
        """Above 0 and not above the maximum, which is kept."""
        top = np.float32(self._top(which))
        noise = rng.random(plane.shape, dtype=np.float32) - rng.random(
            plane.shape, dtype=np.float32
        )
        noisy = plane + noise * np.float32(LARGEST_NOISE_STEPS * self.source_step_suv)
        highest = np.rint(top / np.float32(step_suv))
        steps = np.clip(np.rint(noisy / np.float32(step_suv)), 1, highest)
        whole = np.where(plane >= top * (1 - 1e-6), highest, steps)
        return (whole * step_suv).astype(np.float32)

    def _top(self, which: int) -> float:
        """The largest value of an image after it."""
        return min(self.maxima[which], max(self.largest_shown_suv, min(self.maxima)))


def alike(first: Volume, other: Volume, largest_shown_suv: float, source_step_suv: float) -> Alike:
    """How two images on one grid, SUVbw and every voxel finite, are made alike.

    Raises StationError where they show no body.
    """
    if first.unit is not Unit.SUV_BW or other.unit is not Unit.SUV_BW:
        raise ValueError(f"images are made alike in SUVbw, not in {first.unit} and {other.unit}")
    if first.shape != other.shape:
        raise ValueError(f"images of {first.shape} and {other.shape} are on different grids")
    if not (isfinite(source_step_suv) and source_step_suv >= 0):
        raise ValueError(f"images cannot be stored in steps of {source_step_suv}")
    mean = (first.voxels + other.voxels) * np.float32(0.5)
    body = smoothed(mean, BODY_FWHM_MM, first.spacing_mm) >= BODY_SUV
    if not body.any():
        raise StationError(
            f"Neither image shows a body: blurred, no part reaches SUV {BODY_SUV:g}. Check the "
            "patient's weight and injected activity, or leave this case out."
        )
    images = (first.voxels, other.voxels)
    seen = np.maximum(*images) >= RIM_FAINT_SUV
    body = ndimage.binary_dilation(body, iterations=REACH_VOXELS, mask=seen | body)
    for index in range(len(body)):
        body[index] = ndimage.binary_fill_holes(body[index])
    lost = max(float(image.max(where=~body, initial=0)) for image in images)
    highest, highest_other = (float(image.max(where=body, initial=0)) for image in images)
    remarks: list[str] = []
    if lost > RIM_FAINT_SUV:
        remarks.append(
            f"Specks of up to SUV {lost:.2g} in the air outside the body are emptied in both "
            "images."
        )
    return Alike(
        shape=first.shape,
        packed_body=np.packbits(body),
        spacing_mm=first.spacing_mm,
        largest_shown_suv=largest_shown_suv,
        maxima=(highest, highest_other),
        source_step_suv=source_step_suv,
        remarks=tuple(remarks),
    )


def _eroded(body: NDArray[np.bool_], spacing_mm: tuple[float, float, float]) -> NDArray[np.bool_]:
    """The mask without `RIM_MM`, and one voxel at least; where the scan ends the body goes on."""
    out = body.view(np.uint8)
    for axis in range(3):
        width = 2 * max(1, round(RIM_MM / spacing_mm[axis])) + 1
        out = ndimage.minimum_filter1d(out, width, axis=axis, mode="nearest")
    return out.astype(np.bool_)
