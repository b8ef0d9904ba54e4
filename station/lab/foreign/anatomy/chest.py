"""Above the diaphragm: lungs, heart, the vessels that leave it, gullet and trachea."""

import numpy as np
from numpy.typing import NDArray

from station.lab.foreign.anatomy.canvas import AIR_HU, BLOOD_HU, EVERYWHERE, SOFT_HU, Canvas
from station.lab.foreign.anatomy.trunk import Trunk
from station.lab.foreign.shapes import blob, tube, turned
from station.quality.organs import Tissue

LUNG_HU = -800.0


def paint_chest(canvas: Canvas, trunk: Trunk) -> None:
    _lungs(canvas, trunk)
    heart_mm = _heart(canvas, trunk)
    _vessels(canvas, heart_mm)
    _gullet_and_trachea(canvas)


def _lungs(canvas: Canvas, trunk: Trunk) -> None:
    rng, up, height = canvas.rng, canvas.uptake, canvas.height
    z, y, x = canvas.axes.within(EVERYWHERE)
    chest = trunk.chest
    canvas.paint(chest, Tissue.BODY, 0.75 * up.blood, 10.0)
    at = canvas.axes.z_mm / height
    half = np.interp(at, [0.70, 0.73, 0.76, 0.79, 0.82], [26, 24, 24, 22, 15])[:, None, None]
    middle = canvas.spine_x[:, None, None] + 3
    off = np.abs(x - middle)
    # In front the two lungs nearly meet, behind the spine is between them.
    narrow = np.interp(canvas.axes.y_mm / height, [-0.05, -0.03, 0.0, 0.05], [0.35, 0.7, 1.0, 1.0])
    lungs = (
        chest
        & (trunk.cavity > 2.0)
        & (off > half * narrow[None, :, None])
        & (z > trunk.diaphragm.z_mm[None] + 2)
    )
    density = LUNG_HU + float(rng.normal(0, 35))
    canvas.paint(lungs, Tissue.LUNGS, up.lung, density)
    gradient = (0.0016 * y + 0 * z + 0 * x)[lungs]
    canvas.suv[lungs] *= 1 + 1.6 * gradient
    canvas.hu[lungs] += 500 * gradient
    for _ in range(26):  # vessels of the lungs
        side = rng.choice([-1, 1])
        root = np.array(canvas.at(side * 0.022, 0.0, 0.752))
        tip = (
            root
            + rng.normal(0, 1, 3) * np.array([0.03, 0.03, 0.035]) * height
            + [side * 0.03 * height, 0, 0]
        )
        canvas.paint(
            tube(
                canvas.axes,
                [root, 0.5 * (root + tip) + rng.normal(0, 6, 3), tip],
                [5.0, 3.5, 2.0],
            ),
            None,
            up.lung + 0.25 * up.blood,
            -250.0,
            within=lungs,
        )


def _heart(canvas: Canvas, trunk: Trunk) -> NDArray[np.float64]:
    """On the diaphragm, its tip to the left and forwards; its middle, x, y, z in mm."""
    rng, up, height = canvas.rng, canvas.uptake, canvas.height
    size = float(np.exp(rng.normal(0, 0.08)))
    # The heart rests on the middle of the diaphragm.
    row, column = (
        int(np.searchsorted(a, v))
        for a, v in ((canvas.axes.y_mm, -0.014 * height), (canvas.axes.x_mm, 0.014 * height))
    )
    floor = float(trunk.diaphragm.z_mm[row, column])
    turn = turned(x_deg=20, y_deg=-48, z_deg=rng.normal(-28, 6))
    centre = np.array([0.015 * height, -0.016 * height, floor + 0.023 * height * size])
    above = (trunk.cavity > 1) & (trunk.below <= 0)
    halves = np.array([0.026, 0.0235, 0.034]) * height * size
    heart = blob(canvas.axes, centre, halves, rng, rough=0.05, turn=turn)
    canvas.paint(heart, Tissue.HEART, up.blood, BLOOD_HU, within=above)
    inward = turn @ np.array([0.0, 0.0, -1.0])
    left = centre + 0.011 * height * inward + np.array([0.007, 0.003, 0.0]) * height
    outer = np.array([0.0185, 0.0175, 0.0265]) * height * size
    wall = blob(canvas.axes, left, outer, rng, rough=0.03, turn=turn)
    canvas.paint(wall, Tissue.HEART, up.myocardium, SOFT_HU + 12, within=above)
    chamber = blob(
        canvas.axes,
        left - 0.012 * height * inward,
        outer - [10, 10, -6],
        rng,
        rough=0.03,
        turn=turn,
    )
    canvas.paint(chamber, Tissue.HEART, up.blood, BLOOD_HU, within=above)
    if up.myocardium > 3 * up.blood:  # one wall takes up less than the others
        weak = blob(canvas.axes, left + rng.normal(0, 1, 3) * outer * 0.6, (18, 18, 18), rng)
        place = wall.box
        spot = np.zeros(canvas.axes.shape, np.bool_)
        spot[weak.box] = weak.inside()
        muscle = spot[place] & (canvas.suv[place] == np.float32(up.myocardium))
        canvas.suv[place][muscle] *= float(rng.uniform(0.45, 0.9))
    return centre


def _vessels(canvas: Canvas, heart_mm: NDArray[np.float64]) -> None:
    rng, height = canvas.rng, canvas.height
    # Aorta: up from the heart, the arch, down on the left of the spine.
    base = tuple(heart_mm + np.array([-0.008, 0.0, 0.022]) * height)
    arch = 0.783
    canvas.vessel(
        [
            base,
            canvas.at(-0.012, -0.012, 0.765),
            canvas.at(0.0, -0.006, arch),
            canvas.at(0.011, 0.008, arch - 0.004),
            canvas.spine_at(0.016, -0.008, 0.755),
            canvas.spine_at(0.016, -0.008, 0.72),
            canvas.spine_at(0.010, -0.020, 0.685),
        ],
        float(rng.uniform(10.5, 14.0)),
    )
    canvas.vessel(
        [
            canvas.at(-0.018, -0.004, 0.735),
            canvas.at(-0.019, -0.008, 0.78),
            canvas.at(-0.008, -0.010, 0.812),
        ],
        8.5,
    )
    canvas.vessel([canvas.at(0.0, -0.006, 0.752), canvas.at(0.024, 0.0, 0.752)], 9.0)
    canvas.vessel([canvas.at(-0.024, 0.0, 0.75), canvas.at(0.0, -0.004, 0.75)], 8.0)
    for side in (-1, 1):
        canvas.vessel(
            [
                canvas.at(0.004, -0.008, arch),
                canvas.at(side * 0.014, -0.004, 0.82),
                canvas.at(side * 0.016, -0.006, 0.88),
            ],
            4.0,
        )


def _gullet_and_trachea(canvas: Canvas) -> None:
    gullet = [canvas.spine_at(0.004, -0.017, z) for z in (0.70, 0.75, 0.80, 0.85)]
    canvas.paint(
        tube(canvas.axes, gullet, 6.5), Tissue.BODY, float(canvas.rng.uniform(0.9, 1.9)), 30.0
    )
    trachea = [
        canvas.at(0.0, 0.002, 0.765),
        canvas.at(0.0, -0.008, 0.82),
        canvas.at(0.0, -0.012, 0.872),
    ]
    canvas.paint(tube(canvas.axes, trachea, 9.0), Tissue.BODY, 0.3, AIR_HU + 20)
