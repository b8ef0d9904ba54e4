"""Pictures that never were: what the finder learns from, drawn at random from label maps.

A label map gives only where the organs are. What they take up, how the scanner blurs and how noisy
it is are drawn far wider than the world, so that the network learns shapes and places and no
scanner's look (domain randomisation: B. Billot et al., Med. Image Anal. 86 (2023) 102789).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import exp, log
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.quality.finder.network import MULTIPLE
from station.quality.organs import CELL_MM, Tissue

ndimage: Any = untyped_ndimage  # its own types are incomplete

Cells = NDArray[np.float32]

UNKNOWN = 255
"""Tissue of a code that nobody knows: nothing is learned there"""


@dataclass(frozen=True, eq=False)
class LabelledBody:
    """A body as a map of codes, and what each code is."""

    codes: NDArray[np.uint8]
    """(slice, row, column); slices to the head, rows to the back, columns to the left"""
    step_mm: float
    tissue: NDArray[np.uint8]
    """Tissue, or UNKNOWN, of every code, (256,)"""
    suv: Cells
    """Usual SUVbw of every code, (256,)"""
    hu: Cells
    """(256,)"""


@dataclass(frozen=True, eq=False)
class Example:
    """A made-up picture in cells, and its truth."""

    uptake: Cells
    hu: Cells | None
    tissue: NDArray[np.uint8]
    """Tissue of each cell, or UNKNOWN"""


SLICES = (24, 48, 72, 96, 120, 144)
ROWS, COLUMNS = (48, 56), (72, 80)
"""Cells of a picture, drawn from these"""

SPREAD: Mapping[Tissue, tuple[float, float]] = {
    Tissue.BODY: (0.5, 2.0),
    Tissue.LUNGS: (0.4, 2.2),
    Tissue.LIVER: (0.55, 1.8),
    Tissue.SPLEEN: (0.5, 2.8),
    Tissue.HEART: (0.6, 3.0),
    Tissue.BLOOD: (0.6, 1.6),
    Tissue.BRAIN: (0.25, 1.7),
    Tissue.KIDNEYS: (0.4, 2.5),
    Tissue.BLADDER: (0.1, 4.0),
    Tissue.MUSCLE: (0.6, 2.5),
    Tissue.ARMS: (0.6, 2.0),
    Tissue.GUT: (0.4, 4.0),
    Tissue.LESION: (0.4, 3.0),
}
"""A tissue's uptake is its usual one times a factor between these, alike for all its codes"""
CODE_SPREAD = 0.25
"""Standard deviation of the log of each code's own factor"""
COLD_HEART_SHARE = 0.25
"""Of pictures in which the heart's wall is as its blood"""
TAKEN_OUT = (Tissue.SPLEEN, Tissue.KIDNEYS, Tissue.BLADDER)
TAKEN_OUT_SHARE = 0.08
FAT_SUV, FAT_HU = 0.4, -90.0
FOCI = (0, 10)
FOCUS_MM = (4.0, 40.0)
"""Radius"""
FOCUS_TIMES = (2.0, 25.0)
"""A focus' uptake relative to muscle"""
SMALLEST_LESION_MM = 7.0
"""Radius below which a focus is left out of the truth: it is no cell large"""


def example_of(body: LabelledBody, rng: Generator) -> Example:
    """A picture of a body, always the same for the same random numbers."""
    shape = (int(rng.choice(SLICES)), int(rng.choice(ROWS)), int(rng.choice(COLUMNS)))
    places, step = _places(body, shape, rng)
    body = _without(body, rng)
    tissue = body.tissue[_codes(body, places)]
    suv = _drawn_uptake(body, rng)
    uptake = np.zeros(shape, np.float32)
    hu = np.zeros(shape, np.float32)
    for signs in product((-0.25, 0.25), repeat=3):
        offset = np.array(signs, np.float32) @ step
        part = _codes(body, places + offset.reshape(3, 1, 1, 1).astype(np.float32))
        uptake += suv[part] / 8
        hu += body.hu[part] / 8
    _add_foci(uptake, tissue, float(suv[body.tissue == Tissue.MUSCLE].mean()), rng)
    uptake = _imaged(uptake, rng)
    _cut(uptake, hu, tissue, rng)
    return Example(uptake, _as_ct(hu, rng) if rng.random() < CT_SHARE else None, tissue)


CT_SHARE = 0.4

TURN_DEG = (6.0, 6.0, 10.0)
"""Standard deviation of the turns about x, y and z"""
SCALE = (0.82, 1.2)
STRETCH = 0.06
"""Standard deviation of the log along each axis"""
BEND_MM = 14.0
BENDS = (6, 4, 4)
"""Points of the coarse lattice whose random displacements bend the body"""
ASIDE_MM = 24.0


def _places(
    body: LabelledBody, shape: tuple[int, int, int], rng: Generator
) -> tuple[Cells, NDArray[np.float64]]:
    """(index in the map of every cell, (3, *shape); the map's indices per cell along each axis)."""
    about_x, about_y, about_z = np.radians(rng.normal(0, TURN_DEG))
    turn = _rotation(about_z, (1, 2)) @ _rotation(about_y, (0, 2)) @ _rotation(about_x, (0, 1))
    scale = rng.uniform(*SCALE) * np.exp(rng.normal(0, STRETCH, 3))
    step = turn * (CELL_MM / body.step_mm / scale)
    size = np.array(body.codes.shape, np.float64)
    middle = size / 2
    # Along the patient the picture's middle is anywhere where most of it still sees the body.
    reach = max(size[0] / 2 - 0.35 * shape[0] * step[0, 0], 0.0)
    middle[0] += rng.uniform(-reach, reach)
    middle[1:] += rng.normal(0, ASIDE_MM / 2 / body.step_mm, 2)
    grids = np.meshgrid(
        *(np.arange(n, dtype=np.float32) - (n - 1) / 2 for n in shape), indexing="ij", copy=False
    )
    places = np.empty((3, *shape), np.float32)
    for axis in range(3):
        places[axis] = middle[axis]
        for other in range(3):
            places[axis] += np.float32(step[axis, other]) * grids[other]
    bend = rng.normal(0, 1, (3, *BENDS)) * rng.uniform(0, BEND_MM) / body.step_mm
    for axis in range(3):
        places[axis] += _enlarged(bend[axis].astype(np.float32), shape)
    return places, step.T


def _rotation(angle: float, axes: tuple[int, int]) -> NDArray[np.float64]:
    a, b = axes
    turn = np.eye(3)
    turn[a, a] = turn[b, b] = np.cos(angle)
    turn[a, b], turn[b, a] = -np.sin(angle), np.sin(angle)
    return turn


def _enlarged(coarse: Cells, shape: tuple[int, int, int]) -> Cells:
    """A lattice interpolated linearly over a whole picture."""
    out = coarse
    for axis in range(3):
        last = out.shape[axis] - 1
        at = np.arange(shape[axis]) * (last / (shape[axis] - 1))
        below = np.minimum(at.astype(np.intp), last - 1)
        share = _along(np.asarray(at - below, np.float32), axis)
        lower: Cells = np.take(out, below, axis)
        upper: Cells = np.take(out, below + 1, axis)
        out = np.asarray(lower + share * (upper - lower), np.float32)
    return out


def _along(line: Cells, axis: int) -> Cells:
    """A line of values along one of three axes, to be broadcast."""
    return np.expand_dims(line, tuple(other for other in range(3) if other != axis))


def _codes(body: LabelledBody, places: Cells) -> NDArray[np.uint8]:
    """The codes at places; 0 (air) beyond the map."""
    index = np.rint(places).astype(np.int32)
    inside = np.ones(index.shape[1:], np.bool_)
    for axis, size in enumerate(body.codes.shape):
        inside &= (index[axis] >= 0) & (index[axis] < size)
        np.clip(index[axis], 0, size - 1, out=index[axis])
    codes = body.codes[index[0], index[1], index[2]]
    codes[~inside] = 0
    return codes


def _without(body: LabelledBody, rng: Generator) -> LabelledBody:
    """The body, or one from which an organ was taken out."""
    if rng.random() >= TAKEN_OUT_SHARE:
        return body
    gone = body.tissue == rng.choice(TAKEN_OUT)
    tissue, suv, hu = body.tissue.copy(), body.suv.copy(), body.hu.copy()
    tissue[gone], suv[gone], hu[gone] = Tissue.BODY, FAT_SUV, FAT_HU
    return replace(body, tissue=tissue, suv=suv, hu=hu)


def _drawn_uptake(body: LabelledBody, rng: Generator) -> Cells:
    """Uptake of every code in one picture."""
    factor = np.ones(256, np.float32)
    for tissue, (low, high) in SPREAD.items():
        factor[body.tissue == tissue] = exp(rng.uniform(log(low), log(high)))
    suv = body.suv * factor * np.exp(rng.normal(0, CODE_SPREAD, 256)).astype(np.float32)
    if rng.random() < COLD_HEART_SHARE:
        heart = body.tissue == Tissue.HEART
        blood = suv[body.tissue == Tissue.BLOOD]
        if heart.any() and blood.size:
            suv[heart] = blood[blood > 0].mean() if (blood > 0).any() else 0.0
    suv[0] = 0.0
    return suv


def _add_foci(uptake: Cells, tissue: NDArray[np.uint8], muscle: float, rng: Generator) -> None:
    """Hot places anywhere in the body; those of a cell or more are lesions."""
    inside = np.argwhere((tissue != Tissue.AIR) & (tissue != UNKNOWN))
    if not len(inside):
        return
    for _ in range(int(rng.integers(FOCI[0], FOCI[1] + 1))):
        centre = inside[int(rng.integers(len(inside)))] + rng.uniform(-0.5, 0.5, 3)
        radius = exp(rng.uniform(log(FOCUS_MM[0]), log(FOCUS_MM[1])))
        axes = radius / CELL_MM * np.exp(rng.normal(0, 0.2, 3))
        low = np.maximum(np.floor(centre - axes - 1).astype(int), 0)
        high = np.minimum(np.ceil(centre + axes + 2).astype(int), uptake.shape)
        box = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
        away = np.zeros([b - a for a, b in zip(low, high, strict=True)], np.float32)
        for axis, side in enumerate(box):
            place = np.arange(side.start, side.stop, dtype=np.float32)
            from_centre = np.asarray((place - centre[axis]) / axes[axis], np.float32)
            away += _along(from_centre * from_centre, axis)
        # The share of a cell that is inside, about: a ramp one cell wide.
        share = np.clip((1 - np.sqrt(away)) * axes.mean() + 0.5, 0, 1).astype(np.float32)
        share[tissue[box] == Tissue.AIR] = 0
        value = muscle * exp(rng.uniform(log(FOCUS_TIMES[0]), log(FOCUS_TIMES[1])))
        hotter = value > 1.4 * float(uptake[box].mean())
        uptake[box] += share * (np.maximum(value, uptake[box]) - uptake[box])
        if radius >= SMALLEST_LESION_MM and hotter:
            tissue[box][(share > 0.5) & (tissue[box] != UNKNOWN)] = Tissue.LESION


TEXTURE = (0.0, 0.25)
"""Standard deviation of the uptake within an organ"""
UNEVEN = (0.0, 0.2)
"""The same of a slow change through the whole picture: attenuation and scatter off"""
BLUR_MM = (4.0, 14.0)
NOISE = (0.0, 0.5)
"""Relative, of a cell with the body's mean uptake"""
GRAIN_MM = (3.0, 16.0)
"""FWHM of the noise's correlation"""


def _imaged(uptake: Cells, rng: Generator) -> Cells:
    """The uptake uneven, blurred and noisy."""
    shape = uptake.shape
    grain = _smooth(rng.standard_normal(shape, np.float32), rng.uniform(8, 30))
    uptake = uptake * np.exp(rng.uniform(*TEXTURE) * grain / max(float(grain.std()), 1e-6))
    slow = _enlarged(rng.standard_normal((5, 4, 4), np.float32), shape)
    uptake = uptake * np.exp(rng.uniform(*UNEVEN) * slow)
    uptake = _smooth(uptake, rng.uniform(*BLUR_MM))
    noise = _smooth(rng.standard_normal(shape, np.float32), rng.uniform(*GRAIN_MM))
    noise /= max(float(noise.std()), 1e-6)
    body = uptake[uptake > 0.1 * max(float(uptake.mean()), 1e-6)]
    usual = float(body.mean()) if body.size else 1.0
    amount = rng.uniform(*NOISE) ** 2 / NOISE[1]
    sd = amount * np.sqrt(np.maximum(uptake, 0.0) * usual) + 0.1 * amount * usual
    noisy = uptake + sd * noise
    return np.asarray(np.maximum(noisy, 0) if rng.random() < 0.7 else noisy, np.float32)


def _smooth(values: Cells, fwhm_mm: float) -> Cells:
    sigma = fwhm_mm / 2.3548 / CELL_MM
    return np.asarray(ndimage.gaussian_filter(values, sigma, truncate=2.5), np.float32)


FIELD_MM = (380.0, 720.0)
"""Diameter of the round field of view"""
CT_FIELD_MM = (480.0, 720.0)
CUT_SHARE = 0.5
"""Of pictures that end within the body at their upper, lower or both ends"""
LONGEST_CUT = 0.35
"""Of the picture's slices"""


def _round_field(shape: tuple[int, ...], diameter_mm: float) -> NDArray[np.bool_]:
    """Cells outside the field of view, (rows, columns)."""
    y, x = (np.arange(n) - (n - 1) / 2 for n in shape[1:])
    return np.hypot(y[:, None], x[None, :]) * CELL_MM > diameter_mm / 2


def _cut(uptake: Cells, hu: Cells, tissue: NDArray[np.uint8], rng: Generator) -> None:
    """What the scan does not see is 0, and is air for whom only the scan is known."""
    outside = np.zeros(uptake.shape, np.bool_)
    outside[:, _round_field(uptake.shape, rng.uniform(*FIELD_MM))] = True
    if rng.random() < CUT_SHARE:
        low, high = (int(rng.uniform(0, LONGEST_CUT) * len(uptake) * rng.integers(2)) for _ in "ab")
        outside[:low] = True
        outside[len(uptake) - high :] = True
    uptake[outside], hu[outside], tissue[outside] = 0.0, -1000.0, Tissue.AIR


def _as_ct(hu: Cells, rng: Generator) -> Cells:
    """A CT: noise, contrast medium or none, its own field of view, another breath."""
    hu = hu + rng.normal(0, rng.uniform(0, 30), hu.shape).astype(np.float32)
    shift = rng.normal(0, 1.0, 3)
    hu = np.asarray(ndimage.shift(hu, shift, order=1, mode="nearest"), np.float32)
    hu[:, _round_field(hu.shape, rng.uniform(*CT_FIELD_MM))] = -1000.0
    return hu


assert all(n % MULTIPLE == 0 for n in (*SLICES, *ROWS, *COLUMNS))
