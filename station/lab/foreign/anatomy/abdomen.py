"""Below the diaphragm: bowel, stomach, kidneys, liver and spleen, bladder, the great vessels."""

import numpy as np

from station.lab.foreign.anatomy.canvas import EVERYWHERE, MUSCLE_HU, SOFT_HU, Canvas
from station.lab.foreign.anatomy.sections import MEAN_BMI
from station.lab.foreign.anatomy.trunk import Trunk
from station.lab.foreign.shapes import Floats, Mask, blob, smooth_field, tube, turned
from station.quality.organs import Tissue

LIVER_HU = 58.0


def paint_abdomen(canvas: Canvas, trunk: Trunk) -> None:
    wave = smooth_field(canvas.axes, 60.0, canvas.rng)  # of the liver's and the spleen's surfaces
    wide = (canvas.build.bmi / MEAN_BMI) ** 0.35
    _bowel(canvas, trunk.abdomen, wide)
    _stomach(canvas, trunk)
    _kidneys(canvas, trunk, wide)
    _liver_and_spleen(canvas, trunk, wave, wide)
    _bladder_and_uterus(canvas)
    _vena_cava_and_aorta(canvas)


def _bowel(canvas: Canvas, abdomen: Mask, wide: float) -> None:
    """The frame of the colon, and loops."""
    rng, up = canvas.rng, canvas.uptake
    colon = [
        (-0.058, 0.01, 0.555),
        (-0.060, 0.012, 0.60),
        (-0.058, 0.0, 0.637),
        (-0.02, -0.03, 0.625 + rng.uniform(-0.02, 0.01)),
        (0.03, -0.03, 0.63),
        (0.058, 0.012, 0.668),
        (0.062, 0.016, 0.60),
        (0.055, 0.01, 0.56),
        (0.02, 0.0, 0.535),
        (0.0, 0.022, 0.53),
    ]
    path = [canvas.at(a * wide, b * wide, c) for a, b, c in colon]
    canvas.paint(
        tube(canvas.axes, path, float(rng.uniform(15, 23))),
        Tissue.GUT,
        up.gut,
        20.0,
        within=abdomen,
    )
    if rng.random() < 0.5:
        canvas.paint(tube(canvas.axes, path, 8.0), Tissue.GUT, 0.5 * up.gut, -500.0, within=abdomen)
    for _ in range(int(rng.integers(4, 8))):
        steps = rng.normal(0, 0.016, (9, 3)) * np.array([1.3, 0.8, 1.0])
        loop = np.array([0.0, -0.012, 0.58]) + rng.normal(0, 0.014, 3) + steps.cumsum(axis=0)
        loop = np.clip(loop, [-0.05 * wide, -0.045 * wide, 0.53], [0.05 * wide, 0.012, 0.625])
        strength = up.gut * float(np.exp(rng.normal(-0.1, 0.3)))
        canvas.paint(
            tube(canvas.axes, [canvas.at(*p) for p in loop], float(rng.uniform(9, 14))),
            Tissue.GUT,
            strength,
            SOFT_HU,
            within=abdomen,
        )


def _stomach(canvas: Canvas, trunk: Trunk) -> None:
    """From below the left half of the diaphragm forwards and to the right."""
    rng, up, abdomen, height = canvas.rng, canvas.uptake, trunk.abdomen, canvas.height
    dome = trunk.diaphragm.left_dome_mm / height
    stomach = [
        (0.035, 0.005, dome - 0.022),
        (0.045, -0.012, dome - 0.05),
        (0.030, -0.03, dome - 0.075),
        (0.002, -0.03, dome - 0.085),
    ]
    path = [canvas.at(*p) for p in stomach]
    full = float(rng.uniform(16, 30))
    canvas.paint(
        tube(canvas.axes, path, [full, full, 0.8 * full, 14]),
        Tissue.GUT,
        up.gut * float(rng.uniform(0.8, 1.8)),
        40.0,
        within=abdomen,
    )
    canvas.paint(
        tube(canvas.axes, path, [full - 7, full - 7, 0.8 * full - 6, 8]),
        Tissue.GUT,
        0.6,
        float(rng.choice([15.0, -700.0])),
        within=abdomen,
    )


def _kidneys(canvas: Canvas, trunk: Trunk, wide: float) -> None:
    """With psoas behind them, and what they drain into."""
    build, rng, up, height = canvas.build, canvas.rng, canvas.uptake, canvas.height
    abdomen = trunk.abdomen
    _, _, x = canvas.axes.within(EVERYWHERE)
    spine_y = canvas.spine_y(np.array([0.63 * height]))[0]
    for side in (-1, 1):
        canvas.paint(
            tube(
                canvas.axes,
                [
                    (side * 0.024 * height, spine_y - 4, 0.665 * height),
                    (side * 0.032 * height, spine_y - 8, 0.60 * height),
                    (side * 0.052 * height, -0.012 * height, 0.52 * height),
                ],
                [11, 21, 15],
            ),
            Tissue.MUSCLE,
            up.muscle,
            MUSCLE_HU,
            within=trunk.lean > 0,
        )
    scoliosis = build.scoliosis_mm * 0.6
    for side, there in zip((-1, 1), build.kidneys, strict=True):
        if not there:
            continue
        size = float(np.exp(rng.normal(0, 0.07)))
        middle = np.array(
            [
                side * 0.040 * height * wide**0.5 + scoliosis * 0.4,
                spine_y - 2,
                (0.640 if side > 0 else 0.628) * height + rng.normal(0, 8),
            ]
        )
        kidney = blob(
            canvas.axes,
            middle,
            np.array([27, 26, 55]) * size,
            rng,
            rough=0.05,
            turn=turned(y_deg=side * 14),
        )
        hilum = blob(
            canvas.axes,
            np.add(middle, (-side * 19, -8, 0)),
            np.array([17, 13, 22]) * size,
            rng,
            rough=0.08,
        )
        clear = abdomen & (np.abs(x - canvas.spine_x[:, None, None]) > 20)
        canvas.paint(kidney, Tissue.KIDNEYS, up.kidney, SOFT_HU, within=clear)
        canvas.paint(hilum, Tissue.KIDNEYS, up.renal_pelvis, 10.0, within=clear)
        if rng.random() < 0.35:
            ureter = [
                np.add(middle, (-side * 20, -10, -25)),
                np.add(middle, (-side * 20, -22, -90)),
                np.array([side * 0.014 * height, 0.012 * height, 0.515 * height]),
            ]
            canvas.paint(
                tube(canvas.axes, ureter, 3.2),
                Tissue.BODY,
                up.renal_pelvis * 0.6,
                10.0,
                within=abdomen,
            )


def _liver_and_spleen(canvas: Canvas, trunk: Trunk, wave: Floats, wide: float) -> None:
    """The liver fills what is below the dome, from the right wall to the left lobe in front;
    the spleen is a crescent along the wall behind on the left."""
    build, rng, up, height = canvas.build, canvas.rng, canvas.uptake, canvas.height
    abdomen, below = trunk.abdomen, trunk.below
    z, y, x = canvas.axes.within(EVERYWHERE)
    s = build.liver_size
    stations = (
        np.array([-0.10, -0.075, -0.055, -0.03, 0.0, 0.028, 0.055, 0.075]) * height * wide**0.6
    )
    lengths = np.array([0.072, 0.082, 0.079, 0.066, 0.048, 0.032, 0.016, -0.02]) * height * s
    length = np.interp(x[0, 0, :], stations, lengths).astype(np.float32)[None, None, :]
    # The lower edge reaches further down in front of the kidney than behind it.
    lower = (
        trunk.diaphragm.right_dome_mm - length * (1 - 0.0022 * np.clip(y - 10, 0, 90)) + 5 * wave
    )
    behind_left = np.interp(x[0, 0, :] / height, [-0.035, 0.0, 0.05], [90, 12, -14]).astype(
        np.float32
    )
    liver = abdomen & (below > 2.0) & (trunk.cavity > 1.5) & (z > lower)
    liver &= y < behind_left[None, None, :] + 6 * wave
    canvas.paint(liver, Tissue.LIVER, up.liver, LIVER_HU)
    gall = canvas.at(-0.030, -0.028, trunk.diaphragm.right_dome_mm / height - 0.078)
    canvas.paint(
        blob(canvas.axes, gall, (13, 15, 26), rng, turn=turned(x_deg=25)),
        Tissue.BODY,
        0.7,
        10.0,
        within=abdomen,
    )
    angle = np.degrees(np.arctan2(y, x))
    half = 56.0 * build.spleen_size
    along = (z - (trunk.diaphragm.left_dome_mm - 0.6 * half - 26)) / half
    around = (angle - 30.0) / (54.0 * build.spleen_size**0.4)
    oval = np.clip(1 - along**2 - around**2, 0, None)
    thick = 42.0 * build.spleen_size**0.8 * np.sqrt(oval) + 2 * wave * (oval > 0)
    spleen = abdomen & (trunk.cavity > 1.5) & (below > 2.0) & (trunk.cavity < 1.5 + thick) & (x > 0)
    canvas.paint(spleen, Tissue.SPLEEN, up.spleen, 50.0)
    # Pancreas.
    pancreas = [
        canvas.at(-0.018, -0.008, 0.638),
        canvas.at(0.0, -0.014, 0.648),
        canvas.at(0.035, 0.0, 0.66),
    ]
    free = abdomen & ~liver & ~spleen
    canvas.paint(
        tube(canvas.axes, pancreas, [13, 9, 8]), Tissue.BODY, 0.75 * up.liver, 38.0, within=free
    )


def _bladder_and_uterus(canvas: Canvas) -> None:
    build, rng, up = canvas.build, canvas.rng, canvas.uptake
    size = float(rng.uniform(20, 46))
    place = canvas.at(0.0, -0.016, 0.506)
    if build.woman:
        canvas.paint(
            blob(canvas.axes, canvas.at(rng.normal(0, 0.006), 0.012, 0.524), (24, 20, 24), rng),
            Tissue.BODY,
            float(rng.uniform(0.9, 2.2)),
            45.0,
        )
    canvas.paint(
        blob(
            canvas.axes,
            np.add(place, (0, 0, 0.35 * size)),
            (1.15 * size, 0.9 * size, 0.85 * size),
            rng,
            rough=0.05,
        ),
        Tissue.BLADDER,
        up.bladder,
        8.0,
    )


def _vena_cava_and_aorta(canvas: Canvas) -> None:
    drift = canvas.spine_at
    vena_cava = [
        drift(-0.010, -0.026, 0.56),
        drift(-0.012, -0.026, 0.63),
        drift(-0.012, -0.028, 0.70),
        canvas.at(-0.014, -0.008, 0.735),
    ]
    canvas.vessel(vena_cava, 10.5)
    aorta = [
        drift(0.006, -0.025, 0.565),
        drift(0.008, -0.025, 0.63),
        drift(0.010, -0.022, 0.69),
    ]
    canvas.vessel(aorta, 9.0)
