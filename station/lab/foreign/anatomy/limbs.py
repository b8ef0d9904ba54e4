"""Legs and arms: tubes of fat around muscle around bone."""

from collections.abc import Sequence

import numpy as np

from station.lab.foreign.anatomy.canvas import BONE_HU, FAT_HU, MUSCLE_HU, Canvas
from station.lab.foreign.anatomy.sections import (
    MEAN_BMI,
    SKIN,
    THINNEST_FAT_MM,
    WOMAN_HIPS,
    section,
)
from station.lab.foreign.anatomy.trunk import Trunk
from station.lab.foreign.shapes import OUTSIDE_MM, Shape, tube
from station.quality.organs import Tissue


def paint_legs(canvas: Canvas, trunk: Trunk) -> None:
    grow = (canvas.build.bmi / MEAN_BMI) ** 0.42
    top = 0.047 * canvas.height * grow * (WOMAN_HIPS if canvas.build.woman else 1.0)
    fat = max(THINNEST_FAT_MM, 0.16 * top * (canvas.build.bmi / MEAN_BMI) ** 0.6)
    for side in (-1, 1):
        apart = side * max(0.050 * canvas.height, 0.97 * top)
        _limb(
            canvas,
            trunk,
            [
                (apart, 0.004 * canvas.height, 0.515 * canvas.height),
                (apart, 0.0, 0.43 * canvas.height),
                (0.85 * apart, 0.0, 0.285 * canvas.height),
                (0.8 * apart, 0.01 * canvas.height, 0.05 * canvas.height),
            ],
            [0.93 * top, top, 0.66 * top, 0.42 * top],
            fat,
            0.0,  # the femur is painted with the hips
            arm=False,
        )


def paint_arms(canvas: Canvas, trunk: Trunk) -> None:
    build, rng, height = canvas.build, canvas.rng, canvas.height
    grow = (build.bmi / MEAN_BMI) ** 0.36 * (0.93 if build.woman else 1.0)
    radii = [0.029 * height * grow, 0.026 * height * grow, 0.021 * height * grow]
    radii += [0.016 * height, 0.016 * height]
    fat = max(3.0, 0.14 * radii[0] * (build.bmi / MEAN_BMI) ** 0.6)
    width = {
        at: float(section(canvas.build, SKIN, np.array([at * height]))[0][0]) for at in (0.63, 0.50)
    }
    for side in (-1, 1):
        shoulder = (side * 0.103 * height, 0.0, 0.808 * height)
        if build.arms_up:
            out, back = rng.uniform(0.10, 0.15), rng.uniform(-0.05, 0.01)
            rest = [
                (side * 0.5 * (0.103 + out) * height, 0.5 * back * height, 0.88 * height),
                (side * out * height, back * height, 0.965 * height),
                (side * rng.uniform(0.03, 0.10) * height, back * height - 20, 1.06 * height),
                (side * 0.03 * height, back * height - 20, 1.10 * height),
            ]
        else:
            gap = rng.uniform(2, 22)
            elbow = max(width[0.63] + radii[2] + gap, 0.115 * height)
            wrist = max(width[0.50] + radii[3] + gap - 6, elbow - 0.02 * height)
            forward = rng.uniform(-0.03, 0.015) * height
            rest = [
                (side * max(0.113 * height, 0.6 * elbow + 0.05 * height), 4.0, 0.74 * height),
                (side * elbow, 8.0, 0.63 * height),
                (side * wrist, forward, 0.49 * height),
                (side * (wrist - 4), forward - 8, 0.43 * height),
            ]
        _limb(canvas, trunk, [shoulder, *rest], radii, fat, 0.0068 * height, arm=True)


def _limb(
    canvas: Canvas,
    trunk: Trunk,
    points: Sequence[tuple[float, float, float]],
    radii: Sequence[float],
    fat_mm: float,
    bone_mm: float,
    arm: bool,
) -> None:
    outer = tube(canvas.axes, points, radii)
    part = canvas.skin[outer.box]
    new = outer.depth_mm > np.maximum(part, 0)
    np.maximum(part, outer.depth_mm, out=part)
    fat, muscle, bone = (Tissue.ARMS,) * 3 if arm else (Tissue.BODY, Tissue.MUSCLE, Tissue.BODY)
    whole = Shape(outer.box, np.where(new, outer.depth_mm, np.float32(OUTSIDE_MM)))
    canvas.paint(whole, fat, canvas.uptake.fat, FAT_HU)
    canvas.paint(whole, muscle, 0.95 * canvas.uptake.muscle, MUSCLE_HU, deeper_mm=fat_mm)
    if bone_mm:
        inner = tube(canvas.axes, points, bone_mm)
        canvas.paint(inner, bone, 0.45, BONE_HU + 200, within=trunk.lean <= 0)
