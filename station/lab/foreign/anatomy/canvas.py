"""The grid on which a body is painted, and its outlines: skin, lean body, cavity.

Outlines are sections whose half widths and depths are interpolated along the height from tables.
Positions are LPS mm: x to the left from the midline, y to the back from the middle of the chest,
z to the head from the soles. Heights of landmarks are fractions of the stature (R. Drillis and
R. Contini, Body Segment Parameters, 1966: shoulder 0.818, chin 0.870, hip 0.530, knee 0.285);
widths and depths are those of sectional anatomy, rounded.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import interpolate as untyped_interpolate

from station.lab.foreign.people import Build, Uptake
from station.lab.foreign.shapes import OUTSIDE_MM, Axes, Box, Floats, Mask, Shape, tube
from station.quality.organs import Tissue

interpolate: Any = untyped_interpolate  # its own types are incomplete

PIXEL_MM = 4.0
MEAN_BMI = 22.0
"""Of the tables below, kg/m²"""
SQUARENESS = 2.35
"""Exponent of a section: 2 is an ellipse"""

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

AIR_HU, LUNG_HU, FAT_HU, SOFT_HU, MUSCLE_HU = -1000.0, -800.0, -100.0, 35.0, 52.0
LIVER_HU, BLOOD_HU, MARROW_HU, BONE_HU, SKULL_HU = 58.0, 42.0, 190.0, 420.0, 900.0


class Canvas:
    """What is painted later covers what was there.

    `tissue`, `suv` and `hu` are the picture. `skin`, `lean` and `cavity` are depths in mm, positive
    inside: below the outlines of the body, of what is below its fat, and of what its walls enclose.
    `spine_x` is where the spine is at each height; `dome` is z of the right half of the diaphragm.
    """

    def __init__(self, build: Build, uptake: Uptake, rng: np.random.Generator) -> None:
        self.build, self.uptake, self.rng = build, uptake, rng
        self.height = build.stature_mm
        widest = float(self.section(SKIN, np.array([0.50 * self.height]))[0][0])
        reach_x = max(widest + 0.075 * self.height, 0.19 * self.height) + 16
        reach_y = 0.12 * self.height * (build.bmi / MEAN_BMI) ** 0.7 + 24
        self.axes = axes = Axes(
            np.arange(build.bottom_mm, build.top_mm, PIXEL_MM, dtype=np.float32),
            _centred(reach_y),
            _centred(reach_x),
        )
        self.tissue = np.zeros(axes.shape, np.uint8)
        self.suv = np.zeros(axes.shape, np.float32)
        self.hu = np.full(axes.shape, AIR_HU, np.float32)
        self.everywhere: Box = (slice(0, None), slice(0, None), slice(0, None))
        fraction = axes.z_mm / self.height
        bend = np.exp(-(((fraction - 0.70) / 0.07) ** 2))
        self.spine_x = (build.scoliosis_mm * bend).astype(np.float32)
        self.dome = self.height * float(
            0.712 + rng.normal(0, 0.008) + 0.0006 * (build.bmi - MEAN_BMI)
        )
        trunk = self._depth(SKIN)
        self.skin = np.maximum(trunk, np.float32(OUTSIDE_MM))
        lean_bmi = min(build.bmi - 1.5, 19.5 * (build.bmi / MEAN_BMI) ** 0.3)
        self.lean = np.minimum(self._depth(SKIN, lean_bmi), trunk - THINNEST_FAT_MM)
        self.cavity = np.minimum(self._depth(CAVITY), self.lean - 9.0)
        below_crotch = axes.z_mm < 0.465 * self.height  # there are legs
        for field in (self.skin, self.lean, self.cavity):
            field[below_crotch] = OUTSIDE_MM

    def section(
        self, table: NDArray[np.float64], z_mm: NDArray[Any], bmi: float | None = None
    ) -> tuple[Floats, Floats, Floats]:
        """Half width, depth to the front and to the back at each height, mm."""
        at = z_mm / self.height
        inner = np.clip(at, table[0, 0], table[-1, 0])
        width, front, back, power = interpolate.PchipInterpolator(table[:, 0], table[:, 1:])(
            inner
        ).T
        growth = (self.build.bmi if bmi is None else bmi) / MEAN_BMI
        if self.build.woman:
            shape = np.interp(
                at, [0.56, 0.60, 0.76, 0.80], [WOMAN_HIPS, 0.97, 0.97, WOMAN_SHOULDERS]
            )
            width = width * shape
        # The belly grows to the front.
        return (
            (self.height * width * growth**power).astype(np.float32),
            (self.height * front * growth ** (1.25 * power)).astype(np.float32),
            (self.height * back * growth ** (0.75 * power)).astype(np.float32),
        )

    def _depth(self, table: NDArray[np.float64], bmi: float | None = None) -> Floats:
        """To the outline of the sections, along the ray from their middle; positive inside."""
        z, y, x = self.axes.within(self.everywhere)
        width, front, back = (
            side[:, None, None] for side in self.section(table, self.axes.z_mm, bmi)
        )
        across = x - 0.6 * self.spine_x[:, None, None]
        deep = np.where(y < 0, y / front, y / back)
        radius = (np.abs(across / width) ** SQUARENESS + np.abs(deep) ** SQUARENESS) ** np.float32(
            1 / SQUARENESS
        ) + np.float32(1e-3)
        from_middle = np.sqrt(across**2 + y**2) + np.float32(1.0)
        depth = (from_middle * (1 / radius - 1)).astype(np.float32)
        at = z / self.height
        return np.where((at >= table[0, 0]) & (at <= table[-1, 0]), depth, np.float32(OUTSIDE_MM))

    def paint(
        self,
        shape: Shape | Mask,
        tissue: Tissue | None,
        suv: float,
        hu: float | None,
        *,
        within: Mask | None = None,
        deeper_mm: float = 0.0,
    ) -> None:
        """None: the tissue, or the CT, stays."""
        box, mask = (
            (shape.box, shape.inside(deeper_mm))
            if isinstance(shape, Shape)
            else (self.everywhere, shape)
        )
        if within is not None:
            mask = mask & within[box]
        self.suv[box][mask] = suv
        if tissue is not None:
            self.tissue[box][mask] = tissue
        if hu is not None:
            self.hu[box][mask] = hu

    def vessel(self, path: Sequence[tuple[float, float, float]], radius_mm: float) -> None:
        self.paint(tube(self.axes, path, radius_mm), Tissue.BLOOD, self.uptake.blood, BLOOD_HU)

    def at(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        """Millimetres of fractions of the stature."""
        return x * self.height, y * self.height, z * self.height

    def spine_y(self, z_mm: NDArray[Any]) -> NDArray[np.float64]:
        """y of the vertebral bodies' middle: cervical and lumbar lordosis, thoracic kyphosis."""
        at = z_mm / self.height
        return self.height * np.interp(
            at,
            [0.53, 0.57, 0.62, 0.67, 0.73, 0.78, 0.82, 0.86, 0.91],
            [0.036, 0.024, 0.014, 0.018, 0.026, 0.027, 0.018, 0.009, 0.006],
        )

    def spine_at(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        """Millimetres of fractions of the stature from the vertebral bodies' middle."""
        height = z * self.height
        bend = float(np.interp(height, self.axes.z_mm, self.spine_x))
        return (
            bend + x * self.height,
            float(self.spine_y(np.array([height]))[0]) + y * self.height,
            height,
        )


def _centred(reach_mm: float) -> Floats:
    count = int(np.ceil(reach_mm / PIXEL_MM))
    return (np.arange(-count, count + 1) * PIXEL_MM).astype(np.float32)
