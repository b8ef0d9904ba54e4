"""Above the diaphragm: lungs, heart and vessels, breasts."""

import numpy as np

from station.lab.foreign.anatomy.canvas import (
    AIR_HU,
    BLOOD_HU,
    FAT_HU,
    LUNG_HU,
    MEAN_BMI,
    SKIN,
    SOFT_HU,
    Canvas,
)
from station.lab.foreign.shapes import Floats, blob, tube, turned
from station.quality.organs import Tissue


def paint_lungs(canvas: Canvas, diaphragm: Floats) -> None:
    rng, up, height = canvas.rng, canvas.uptake, canvas.height
    z, y, x = canvas.axes.within(canvas.everywhere)
    chest = (canvas.cavity > 0) & (z >= diaphragm[None])
    canvas.paint(chest, Tissue.BODY, 0.75 * up.blood, 10.0)
    at = canvas.axes.z_mm / height
    half = np.interp(at, [0.70, 0.73, 0.76, 0.79, 0.82], [26, 24, 24, 22, 15])[:, None, None]
    middle = canvas.spine_x[:, None, None] + 3
    off = np.abs(x - middle)
    # In front the two lungs nearly meet, behind the spine is between them.
    narrow = np.interp(canvas.axes.y_mm / height, [-0.05, -0.03, 0.0, 0.05], [0.35, 0.7, 1.0, 1.0])
    lungs = (
        chest
        & (canvas.cavity > 2.0)
        & (off > half * narrow[None, :, None])
        & (z > diaphragm[None] + 2)
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


def paint_heart(canvas: Canvas, diaphragm: Floats) -> None:
    """On the diaphragm, its tip to the left and forwards; then the vessels that leave it."""
    rng, up, height = canvas.rng, canvas.uptake, canvas.height
    z, _, _ = canvas.axes.within(canvas.everywhere)
    size = float(np.exp(rng.normal(0, 0.08)))
    # The heart rests on the middle of the diaphragm.
    row, column = (
        int(np.searchsorted(a, v))
        for a, v in ((canvas.axes.y_mm, -0.014 * height), (canvas.axes.x_mm, 0.014 * height))
    )
    floor = float(diaphragm[row, column])
    turn = turned(x_deg=20, y_deg=-48, z_deg=rng.normal(-28, 6))
    centre = np.array([0.015 * height, -0.016 * height, floor + 0.023 * height * size])
    above = (canvas.cavity > 1) & (z >= diaphragm[None])
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
    # Aorta: up from the heart, the arch, down on the left of the spine.
    base = tuple(centre + np.array([-0.008, 0.0, 0.022]) * height)
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
    gullet = [canvas.spine_at(0.004, -0.017, z) for z in (0.70, 0.75, 0.80, 0.85)]
    canvas.paint(tube(canvas.axes, gullet, 6.5), Tissue.BODY, float(rng.uniform(0.9, 1.9)), 30.0)
    trachea = [
        canvas.at(0.0, 0.002, 0.765),
        canvas.at(0.0, -0.008, 0.82),
        canvas.at(0.0, -0.012, 0.872),
    ]
    canvas.paint(tube(canvas.axes, trachea, 9.0), Tissue.BODY, 0.3, AIR_HU + 20)


def paint_breasts(canvas: Canvas) -> None:
    if not canvas.build.woman:
        return
    rng, height = canvas.rng, canvas.height
    size = (
        0.028 * height * (canvas.build.bmi / MEAN_BMI) ** 0.6 * float(np.exp(rng.normal(0, 0.15)))
    )
    front = -float(canvas.section(SKIN, np.array([0.735 * height]))[1][0])
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
        canvas.paint(
            gland, Tissue.BODY, float(rng.uniform(0.4, 1.1)), 10.0, within=canvas.lean <= 0
        )
        np.maximum(canvas.skin[breast.box], breast.depth_mm, out=canvas.skin[breast.box])
