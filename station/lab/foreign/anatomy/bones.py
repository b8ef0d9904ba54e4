"""Spine, ribs, shoulders and pelvis."""

import numpy as np

from station.lab.foreign.anatomy.canvas import BONE_HU, EVERYWHERE, Canvas
from station.lab.foreign.anatomy.trunk import Trunk
from station.lab.foreign.shapes import blob, tube
from station.quality.organs import Tissue

MARROW_HU = 190.0


def paint_bones(canvas: Canvas, trunk: Trunk) -> None:
    _spine(canvas)
    _wall_of_the_chest(canvas, trunk)
    for side in (-1, 1):
        _shoulder(canvas, side)
        _hip(canvas, side)
    _sacrum(canvas)


def _spine(canvas: Canvas) -> None:
    up, height = canvas.uptake, canvas.height
    levels = np.arange(0.565, 0.905, 0.012)
    spine = [canvas.spine_at(0, 0, float(level)) for level in levels]
    radii = np.interp(levels, [0.57, 0.66, 0.75, 0.83, 0.9], [23, 20, 16, 12, 10]) * height / 1750
    column = tube(canvas.axes, spine, radii.tolist())
    canvas.paint(column, Tissue.BODY, up.marrow, MARROW_HU)
    # Discs: less marrow, softer.
    disc = np.abs(np.mod(canvas.axes.z_mm / (0.0185 * height), 1.0) - 0.5) > 0.40
    mask = column.inside() & disc[column.box[0]][:, None, None]
    canvas.suv[column.box][mask] = 0.6 * up.marrow
    canvas.hu[column.box][mask] = 90.0
    arches = [tuple(np.add(p, (0, 0.019 * height, 0))) for p in spine]
    canvas.paint(
        tube(canvas.axes, arches, 0.0095 * height),
        Tissue.BODY,
        0.6 * up.marrow,
        BONE_HU,
        within=canvas.skin > 8,
    )
    canal = [tuple(np.add(p, (0, 0.0135 * height, 0))) for p in spine]
    canvas.paint(tube(canvas.axes, canal, 6.5), Tissue.BODY, 1.1, 30.0)


def _wall_of_the_chest(canvas: Canvas, trunk: Trunk) -> None:
    """Ribs, sternum, shoulder blades."""
    up, height = canvas.uptake, canvas.height
    z, y, x = canvas.axes.within(EVERYWHERE)
    at = z / height
    # Ribs: bands in the wall that fall to the front.
    pitch = 0.0158 * height
    phase = np.mod((z - 0.55 * y) / pitch, 1.0)
    wall = (trunk.cavity < -1.0) & (trunk.cavity > -11.0) & (trunk.lean > 3)
    ribs = wall & (phase < 0.38) & (at > 0.655) & (at < 0.815) & (z - 0.9 * y > 0.63 * height)
    canvas.paint(ribs, Tissue.BODY, 0.75 * up.marrow, BONE_HU - 60)
    sternum = wall & (y < 0) & (np.abs(x) < 0.010 * height) & (at > 0.72) & (at < 0.805)
    canvas.paint(sternum, Tissue.BODY, up.marrow, MARROW_HU)
    blade = (
        (trunk.lean > 10) & (trunk.lean < 18) & (y > 0.015 * height) & (at > 0.735) & (at < 0.805)
    )
    blade &= (np.abs(x) > 0.042 * height) & (np.abs(x) < 0.085 * height) & (trunk.cavity < -12)
    canvas.paint(blade, Tissue.BODY, 0.7 * up.marrow, BONE_HU)


def _shoulder(canvas: Canvas, side: int) -> None:
    """Clavicle and the head of the humerus; `side`: -1 right, 1 left."""
    clavicle = [
        canvas.at(side * 0.012, -0.032, 0.81),
        canvas.at(side * 0.055, -0.022, 0.818),
        canvas.at(side * 0.098, 0.004, 0.818),
    ]
    canvas.paint(
        tube(canvas.axes, clavicle, 6.0), Tissue.BODY, 0.6, BONE_HU, within=canvas.skin > 6
    )
    head = blob(
        canvas.axes, canvas.at(side * 0.100, 0.002, 0.806), (24, 24, 24), canvas.rng, rough=0.02
    )
    canvas.paint(head, None, 0.6, MARROW_HU + 60)


def _hip(canvas: Canvas, side: int) -> None:
    """The head of the femur and its shaft, the half of the pelvis."""
    up = canvas.uptake
    hip = canvas.at(side * 0.051, -0.002, 0.527)
    canvas.paint(
        blob(canvas.axes, hip, (31, 31, 31), canvas.rng, rough=0.03),
        Tissue.BODY,
        0.7 * up.marrow,
        BONE_HU - 50,
    )
    shaft = [
        hip,
        canvas.at(side * 0.074, 0.004, 0.520),
        canvas.at(side * 0.070, 0.004, 0.48),
        canvas.at(side * 0.056, 0.0, 0.40),
        canvas.at(side * 0.044, 0.0, 0.29),
        canvas.at(side * 0.042, 0.002, 0.2),
    ]
    canvas.paint(
        tube(canvas.axes, shaft, [22, 17, 13, 12, 17, 12]), Tissue.BODY, 0.55, BONE_HU + 350
    )
    pubis = [
        canvas.at(side * 0.046, -0.016, 0.525),
        canvas.at(side * 0.02, -0.036, 0.508),
        canvas.at(0.0, -0.038, 0.503),
    ]
    canvas.paint(tube(canvas.axes, pubis, 8.5), Tissue.BODY, 0.6 * up.marrow, BONE_HU)
    sit = [canvas.at(side * 0.048, 0.012, 0.52), canvas.at(side * 0.040, 0.034, 0.485)]
    canvas.paint(tube(canvas.axes, sit, 12.0), Tissue.BODY, 0.6 * up.marrow, BONE_HU)
    wing = [
        canvas.spine_at(side * 0.022, 0.010, 0.578),
        canvas.at(side * 0.052, 0.024, 0.592),
        canvas.at(side * 0.076, 0.0, 0.588),
        canvas.at(side * 0.074, -0.026, 0.572),
        canvas.at(side * 0.058, -0.010, 0.545),
        canvas.at(side * 0.052, 0.0, 0.53),
    ]
    canvas.paint(
        tube(canvas.axes, wing, [11, 8, 7, 7, 12, 16]),
        Tissue.BODY,
        0.9 * up.marrow,
        MARROW_HU + 60,
    )


def _sacrum(canvas: Canvas) -> None:
    sacrum = [
        canvas.spine_at(0, 0.004, 0.575),
        canvas.spine_at(0, 0.006, 0.55),
        canvas.spine_at(0, 0.006, 0.52),
    ]
    canvas.paint(
        tube(canvas.axes, sacrum, [28, 24, 10]), Tissue.BODY, 0.9 * canvas.uptake.marrow, MARROW_HU
    )
