"""Skull with face and brain; what is in the mouth and the neck."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.lab.foreign.anatomy.canvas import AIR_HU, FAT_HU, MUSCLE_HU, Canvas
from station.lab.foreign.shapes import Shape, blob, smooth_field, tube, turned
from station.quality.organs import Tissue

SKULL_HU = 900.0


@dataclass(frozen=True, eq=False)
class _Head:
    """Where the head is, and how it is turned."""

    centre: NDArray[np.float64]
    """x, y, z of the middle of the skull, mm"""
    size: float
    """mm; measures of the head are fractions of it"""
    turn: NDArray[np.float64]

    def at(self, x: float, y: float, z: float) -> NDArray[np.float64]:
        """Millimetres of fractions of the size from the middle, before the head is turned."""
        return self.centre + self.turn @ (np.array((x, y, z)) * self.size)


def paint_head(canvas: Canvas) -> None:
    height = canvas.height
    size = float(np.exp(canvas.rng.normal(0, 0.035))) * 1750**0.6 * height**0.4
    centre = np.array([0.0, -0.006 * height, 0.999 * height - 0.0635 * size])
    head = _Head(centre, size, turned(z_deg=canvas.build.yaw_deg))
    skull = _skull_and_face(canvas, head)
    _brain(canvas, head, skull)
    _cavities_jaw_and_eyes(canvas, head)
    _tongue_glands_and_tonsils(canvas, head)


def _skull_and_face(canvas: Canvas, head: _Head) -> Shape:
    """The skull, as yet without bone and brain."""
    rng, up, size, turn = canvas.rng, canvas.uptake, head.size, head.turn
    skull = blob(
        canvas.axes,
        head.centre,
        np.array([0.0425, 0.0535, 0.0630]) * size,
        rng,
        rough=0.015,
        turn=turn,
    )
    face_at = head.at(0.0, -0.017, -0.044)
    face = blob(
        canvas.axes, face_at, np.array([0.037, 0.036, 0.038]) * size, rng, rough=0.03, turn=turn
    )
    chin = head.at(0.0, -0.030, -0.068)
    jaw = blob(
        canvas.axes, chin, np.array([0.026, 0.022, 0.018]) * size, rng, rough=0.03, turn=turn
    )
    for shape in (skull, face, jaw):
        np.maximum(canvas.skin[shape.box], shape.depth_mm, out=canvas.skin[shape.box])
        canvas.paint(shape, Tissue.BODY, up.fat, FAT_HU + 40)
    for shape in (face, jaw):
        canvas.paint(shape, Tissue.BODY, 1.3 * up.muscle, MUSCLE_HU, deeper_mm=5.0)
    return skull


def _brain(canvas: Canvas, head: _Head, skull: Shape) -> None:
    """With the bone around it."""
    rng, up = canvas.rng, canvas.uptake
    centre, size, turn = head.centre, head.size, head.turn
    z, y, x = canvas.axes.within(skull.box)
    ahead = (turn[0, 1] * (x - centre[0]) + turn[1, 1] * (y - centre[1])) / size  # to the back
    base = (z - centre[2]) / size > -0.030 - 0.25 * ahead
    bone = skull.inside(4.0) & base
    canvas.suv[skull.box][bone], canvas.hu[skull.box][bone] = 0.7, SKULL_HU
    brain = skull.inside(12.0) & base & ((z - centre[2]) / size > -0.026 - 0.25 * ahead)
    # Grey matter: the ribbon with its folds, the nuclei; white matter within.
    folds = smooth_field(canvas.axes, 20.0, rng)[skull.box]
    ribbon = skull.depth_mm - 12 < 13 + 6 * folds
    middle = np.abs(turn[0, 0] * (x - centre[0]) + turn[1, 0] * (y - centre[1])) < 6
    uptake = np.where(ribbon | (middle & (folds > -0.6)), up.cortex, 0.36 * up.cortex)
    for side in (-1, 1):
        nuclei = blob(canvas.axes, centre + turn @ np.array([side * 20, -4, 2]), (13, 24, 17), rng)
        deep = np.zeros(canvas.axes.shape, np.bool_)
        deep[nuclei.box] = nuclei.inside()
        uptake = np.where(deep[skull.box], 1.05 * up.cortex, uptake)
    low_behind = ((z - centre[2]) / size < -0.012) & (ahead > 0.012)
    uptake = np.where(low_behind, 0.8 * up.cortex, uptake)
    canvas.tissue[skull.box][brain] = Tissue.BRAIN
    canvas.suv[skull.box][brain], canvas.hu[skull.box][brain] = uptake[brain], 36.0


def _cavities_jaw_and_eyes(canvas: Canvas, head: _Head) -> None:
    """Sinuses, nose and mouth; jaw; eyes."""
    rng = canvas.rng
    for offset, halves in (
        ((0, -0.040, -0.036), (9, 14, 24)),
        ((-0.016, -0.034, -0.040), (10, 12, 13)),
        ((0.016, -0.034, -0.040), (10, 12, 13)),
        ((0, -0.006, -0.058), (8, 8, 24)),
    ):
        canvas.paint(
            blob(canvas.axes, head.at(*offset), halves, rng),
            Tissue.BODY,
            0.3,
            AIR_HU + 10,
            within=canvas.skin > 6,
        )
    for side in (-1, 1):
        arc = [
            head.at(*p)
            for p in (
                (side * 0.030, 0.0, -0.055),
                (side * 0.024, -0.028, -0.074),
                (0, -0.044, -0.078),
            )
        ]
        canvas.paint(
            tube(canvas.axes, arc, 6.0), Tissue.BODY, 0.6, SKULL_HU, within=canvas.skin > 4
        )
        eye = head.at(side * 0.018, -0.046, -0.012)
        canvas.paint(blob(canvas.axes, eye, (11, 11, 11), rng, rough=0.02), Tissue.BODY, 0.6, 10.0)


def _tongue_glands_and_tonsils(canvas: Canvas, head: _Head) -> None:
    rng, up = canvas.rng, canvas.uptake
    tongue = head.at(0, -0.026, -0.066)
    canvas.paint(
        blob(canvas.axes, tongue, (20, 24, 14), rng),
        Tissue.BODY,
        float(rng.uniform(0.8, 2.0)),
        MUSCLE_HU,
    )
    for side in (-1, 1):
        gland = head.at(side * 0.034, 0.004, -0.056)
        canvas.paint(
            blob(canvas.axes, gland, (8, 12, 20), rng),
            Tissue.BODY,
            0.8 * up.neck,
            20.0,
            within=canvas.skin > 4,
        )
        tonsil = head.at(side * 0.0085, -0.008, -0.066)
        canvas.paint(blob(canvas.axes, tonsil, (6, 7, 11), rng), Tissue.BODY, up.neck, 45.0)


def paint_neck(canvas: Canvas) -> None:
    """Thyroid; brown fat, which is between the shoulders as well."""
    rng, up = canvas.rng, canvas.uptake
    for side in (-1, 1):
        thyroid = canvas.at(side * 0.010, -0.014, 0.838)
        canvas.paint(
            blob(canvas.axes, thyroid, (8, 9, 20), rng),
            Tissue.BODY,
            float(rng.uniform(1.0, 2.2)),
            70.0,
        )
        if up.brown_fat:
            for x, y, z in (
                (0.035, 0.0, 0.828),
                (0.055, 0.004, 0.815),
                (0.016, 0.022, 0.77),
                (0.016, 0.022, 0.74),
            ):
                patch = blob(canvas.axes, canvas.at(side * x, y, z), (16, 9, 14), rng, rough=0.2)
                canvas.paint(patch, None, up.brown_fat, FAT_HU, within=canvas.skin > 5)
