"""The trunk: skin, the lean body below it, the cavity within, the diaphragm across it; breasts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.lab.foreign.anatomy.canvas import EVERYWHERE, FAT_HU, MUSCLE_HU, Canvas
from station.lab.foreign.anatomy.sections import CAVITY, MEAN_BMI, SKIN, THINNEST_FAT_MM, section
from station.lab.foreign.shapes import OUTSIDE_MM, Floats, Mask, blob
from station.quality.organs import Tissue

SQUARENESS = 2.35
"""Exponent of a section: 2 is an ellipse"""


@dataclass(frozen=True, eq=False)
class Diaphragm:
    right_dome_mm: float
    """z of the top of its right half"""
    left_dome_mm: float
    z_mm: Floats
    """Above each place, (row, column)"""


@dataclass(frozen=True, eq=False)
class Trunk:
    """What organs find their places by. Depths are mm, positive inside, (slice, row, column)."""

    lean: Floats
    """Below the surface of the body without its fat"""
    cavity: Floats
    """Below the inner surface of the wall of chest, abdomen and pelvis"""
    diaphragm: Diaphragm
    below: Floats
    """mm below the diaphragm"""

    @property
    def abdomen(self) -> Mask:
        return (self.cavity > 0) & (self.below > 0)

    @property
    def chest(self) -> Mask:
        return (self.cavity > 0) & (self.below <= 0)


def paint_trunk(canvas: Canvas) -> Trunk:
    build, uptake = canvas.build, canvas.uptake
    lean_bmi = min(build.bmi - 1.5, 19.5 * (build.bmi / MEAN_BMI) ** 0.3)
    skin = _depth(canvas, SKIN)
    lean = np.minimum(_depth(canvas, SKIN, lean_bmi), skin - THINNEST_FAT_MM)
    cavity = np.minimum(_depth(canvas, CAVITY), lean - 9.0)
    np.maximum(canvas.skin, skin, out=canvas.skin)
    # Below the crotch there are legs.
    low = canvas.axes.z_mm < 0.465 * canvas.height
    for field in (canvas.skin, lean, cavity):
        field[low] = OUTSIDE_MM
    canvas.paint(canvas.skin > 0, Tissue.BODY, uptake.fat, FAT_HU)
    canvas.paint(lean > 0, Tissue.MUSCLE, uptake.muscle, MUSCLE_HU)
    canvas.paint(cavity > 0, Tissue.BODY, 1.15 * uptake.fat, FAT_HU + 5)
    diaphragm = _diaphragm(canvas)
    below = diaphragm.z_mm[None] - canvas.axes.z_mm[:, None, None]
    return Trunk(lean, cavity, diaphragm, below)


def _depth(canvas: Canvas, table: NDArray[np.float64], bmi: float | None = None) -> Floats:
    """To the outline of the sections, along the ray from their middle; positive inside."""
    z, y, x = canvas.axes.within(EVERYWHERE)
    width, front, back = (
        side[:, None, None] for side in section(canvas.build, table, canvas.axes.z_mm, bmi)
    )
    across = x - 0.6 * canvas.spine_x[:, None, None]
    deep = np.where(y < 0, y / front, y / back)
    radius = (np.abs(across / width) ** SQUARENESS + np.abs(deep) ** SQUARENESS) ** np.float32(
        1 / SQUARENESS
    ) + np.float32(1e-3)
    from_middle = np.sqrt(across**2 + y**2) + np.float32(1.0)
    depth = (from_middle * (1 / radius - 1)).astype(np.float32)
    at = z / canvas.height
    return np.where((at >= table[0, 0]) & (at <= table[-1, 0]), depth, np.float32(OUTSIDE_MM))


def _diaphragm(canvas: Canvas) -> Diaphragm:
    """Lower the further from its middle, the more so behind; its height is drawn."""
    height, build = canvas.height, canvas.build
    dome = height * float(0.712 + canvas.rng.normal(0, 0.008) + 0.0006 * (build.bmi - MEAN_BMI))
    _, y, x = canvas.axes.within(EVERYWHERE)
    y, x = y[0, :, :], x[0, :, :]
    width, front, back = (
        float(side[0]) for side in section(build, CAVITY, np.array([0.70 * height]))
    )
    deep = np.where(y < 0, -y / front, y / back)
    radius = np.sqrt((x / width) ** 2 + deep**2)
    right = 1 / (1 + np.exp(x / 12.0))
    left_lower = 0.008 * height
    peak = dome - left_lower * (1 - right) - 10 * np.exp(-(((x - 4) / 26) ** 2))
    behind = np.clip(y / back, -1, 1)
    drop = height * (0.040 + 0.014 * behind)
    z_mm = np.asarray(peak - drop * np.minimum(radius, 1.15) ** 3.2, np.float32)
    return Diaphragm(dome, dome - left_lower, z_mm)


def paint_breasts(canvas: Canvas, trunk: Trunk) -> None:
    if not canvas.build.woman:
        return
    rng, height = canvas.rng, canvas.height
    size = (
        0.028 * height * (canvas.build.bmi / MEAN_BMI) ** 0.6 * float(np.exp(rng.normal(0, 0.15)))
    )
    front = -float(section(canvas.build, SKIN, np.array([0.735 * height]))[1][0])
    gone = rng.random() < 0.06
    for side in (-1, 1):
        if gone and side > 0:
            continue
        place = (side * 0.050 * height, front + 0.35 * size, 0.732 * height - 0.2 * size)
        breast = blob(canvas.axes, place, (1.25 * size, size, 1.15 * size), rng, rough=0.05)
        outside = canvas.skin <= 0
        canvas.paint(breast, Tissue.BODY, canvas.uptake.fat, FAT_HU, within=outside)
        gland = blob(
            canvas.axes,
            np.add(place, (0, -0.15 * size, 0)),
            (0.6 * size, 0.5 * size, 0.55 * size),
            rng,
            rough=0.15,
        )
        canvas.paint(gland, Tissue.BODY, float(rng.uniform(0.4, 1.1)), 10.0, within=trunk.lean <= 0)
        np.maximum(canvas.skin[breast.box], breast.depth_mm, out=canvas.skin[breast.box])
