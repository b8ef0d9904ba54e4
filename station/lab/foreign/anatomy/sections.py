"""Widths and depths of the trunk along the height, of men and women from thin to fat.

Heights of landmarks are fractions of the stature (R. Drillis and R. Contini, Body Segment
Parameters, 1966: shoulder 0.818, chin 0.870, hip 0.530, knee 0.285); widths and depths are those of
sectional anatomy, rounded.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import interpolate as untyped_interpolate

from station.lab.foreign.people import Build
from station.lab.foreign.shapes import Floats

interpolate: Any = untyped_interpolate  # its own types are incomplete

MEAN_BMI = 22.0
"""Of the tables below, kg/m²"""

# Height, half width, depth to the front, depth to the back, as fractions of the stature; and the
# power of BMI / MEAN_BMI with which they grow.
SKIN = np.array(
    [
        (0.440, 0.088, 0.058, 0.062, 0.42),
        (0.500, 0.098, 0.060, 0.068, 0.45),
        (0.530, 0.099, 0.060, 0.068, 0.45),
        (0.570, 0.092, 0.060, 0.061, 0.52),
        (0.610, 0.083, 0.060, 0.056, 0.58),
        (0.660, 0.086, 0.062, 0.058, 0.54),
        (0.700, 0.091, 0.066, 0.061, 0.46),
        (0.740, 0.095, 0.066, 0.063, 0.40),
        (0.780, 0.100, 0.058, 0.062, 0.34),
        (0.805, 0.100, 0.044, 0.054, 0.30),
        (0.822, 0.076, 0.036, 0.048, 0.34),
        (0.838, 0.043, 0.033, 0.043, 0.38),
        (0.860, 0.035, 0.034, 0.040, 0.36),
        (0.890, 0.033, 0.034, 0.040, 0.20),
        (1.000, 0.033, 0.034, 0.040, 0.20),
    ]
)
CAVITY = np.array(
    [
        (0.470, 0.030, 0.020, 0.022, 0.30),
        (0.500, 0.060, 0.038, 0.043, 0.36),
        (0.560, 0.070, 0.050, 0.045, 0.50),
        (0.610, 0.071, 0.051, 0.042, 0.52),
        (0.660, 0.074, 0.052, 0.046, 0.36),
        (0.700, 0.076, 0.053, 0.049, 0.16),
        (0.740, 0.074, 0.049, 0.049, 0.12),
        (0.780, 0.062, 0.038, 0.044, 0.10),
        (0.805, 0.051, 0.029, 0.038, 0.12),
        (0.826, 0.032, 0.012, 0.026, 0.12),
        (0.835, 0.004, 0.004, 0.004, 0.12),
    ]
)
WOMAN_HIPS, WOMAN_SHOULDERS = 1.06, 0.94
"""A woman's widths relative to those of the tables, below 0.56 and above 0.76"""
THINNEST_FAT_MM = 4.0


def section(
    build: Build, table: NDArray[np.float64], z_mm: NDArray[Any], bmi: float | None = None
) -> tuple[Floats, Floats, Floats]:
    """Half width, depth to the front and to the back at each height, mm.

    `bmi`: of a thinner or fatter person of the same stature.
    """
    height = build.stature_mm
    at = z_mm / height
    inner = np.clip(at, table[0, 0], table[-1, 0])
    width, front, back, power = interpolate.PchipInterpolator(table[:, 0], table[:, 1:])(inner).T
    growth = (build.bmi if bmi is None else bmi) / MEAN_BMI
    if build.woman:
        shape = np.interp(at, [0.56, 0.60, 0.76, 0.80], [WOMAN_HIPS, 0.97, 0.97, WOMAN_SHOULDERS])
        width = width * shape
    # The belly grows to the front.
    return (
        (height * width * growth**power).astype(np.float32),
        (height * front * growth ** (1.25 * power)).astype(np.float32),
        (height * back * growth ** (0.75 * power)).astype(np.float32),
    )
