"""Head and neck."""

import numpy as np

from station.lab.foreign.anatomy.canvas import AIR_HU, FAT_HU, MUSCLE_HU, SKULL_HU, Canvas
from station.lab.foreign.shapes import blob, smooth_field, tube, turned
from station.quality.organs import Tissue


def paint_head(canvas: Canvas) -> None:
    rng, up, height = canvas.rng, canvas.uptake, canvas.height
    size = float(np.exp(rng.normal(0, 0.035))) * 1750**0.6 * height**0.4
    centre = np.array([0.0, -0.006 * height, 0.999 * height - 0.0635 * size])
    turn = turned(z_deg=canvas.build.yaw_deg)
    skull = blob(
        canvas.axes,
        centre,
        np.array([0.0425, 0.0535, 0.0630]) * size,
        rng,
        rough=0.015,
        turn=turn,
    )
    face_at = centre + turn @ np.array([0.0, -0.017 * size, -0.044 * size])
    face = blob(
        canvas.axes, face_at, np.array([0.037, 0.036, 0.038]) * size, rng, rough=0.03, turn=turn
    )
    chin = centre + turn @ np.array([0.0, -0.030 * size, -0.068 * size])
    jaw = blob(
        canvas.axes, chin, np.array([0.026, 0.022, 0.018]) * size, rng, rough=0.03, turn=turn
    )
    for shape in (skull, face, jaw):
        np.maximum(canvas.skin[shape.box], shape.depth_mm, out=canvas.skin[shape.box])
        canvas.paint(shape, Tissue.BODY, up.fat, FAT_HU + 40)
    for shape in (face, jaw):
        canvas.paint(shape, Tissue.BODY, 1.3 * up.muscle, MUSCLE_HU, deeper_mm=5.0)
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
    # Sinuses, nose and mouth, jaw, eyes.
    for offset, halves in (
        ((0, -0.040, -0.036), (9, 14, 24)),
        ((-0.016, -0.034, -0.040), (10, 12, 13)),
        ((0.016, -0.034, -0.040), (10, 12, 13)),
        ((0, -0.006, -0.058), (8, 8, 24)),
    ):
        canvas.paint(
            blob(canvas.axes, centre + turn @ (np.array(offset) * size), halves, rng),
            Tissue.BODY,
            0.3,
            AIR_HU + 10,
            within=canvas.skin > 6,
        )
    for side in (-1, 1):
        arc = [
            centre + turn @ (np.array(p) * size)
            for p in (
                (side * 0.030, 0.0, -0.055),
                (side * 0.024, -0.028, -0.074),
                (0, -0.044, -0.078),
            )
        ]
        canvas.paint(
            tube(canvas.axes, arc, 6.0), Tissue.BODY, 0.6, SKULL_HU, within=canvas.skin > 4
        )
        eye = centre + turn @ (np.array((side * 0.018, -0.046, -0.012)) * size)
        canvas.paint(blob(canvas.axes, eye, (11, 11, 11), rng, rough=0.02), Tissue.BODY, 0.6, 10.0)
    tongue = centre + turn @ (np.array((0, -0.026, -0.066)) * size)
    canvas.paint(
        blob(canvas.axes, tongue, (20, 24, 14), rng),
        Tissue.BODY,
        float(rng.uniform(0.8, 2.0)),
        MUSCLE_HU,
    )
    for side in (-1, 1):
        gland = centre + turn @ (np.array((side * 0.034, 0.004, -0.056)) * size)
        canvas.paint(
            blob(canvas.axes, gland, (8, 12, 20), rng),
            Tissue.BODY,
            0.8 * up.neck,
            20.0,
            within=canvas.skin > 4,
        )
        tonsil = centre + turn @ (np.array((side * 0.0085, -0.008, -0.066)) * size)
        canvas.paint(blob(canvas.axes, tonsil, (6, 7, 11), rng), Tissue.BODY, up.neck, 45.0)


def paint_neck(canvas: Canvas) -> None:
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
