"""The grid a body is painted on, and where things are in it.

Positions are LPS mm: x to the left from the midline, y to the back from the middle of the chest,
z to the head from the soles.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.lab.foreign.anatomy.sections import MEAN_BMI, SKIN, section
from station.lab.foreign.people import Build, Uptake
from station.lab.foreign.shapes import OUTSIDE_MM, Axes, Box, Floats, Mask, Shape, tube
from station.quality.organs import Tissue

PIXEL_MM = 4.0
AIR_HU, FAT_HU, BLOOD_HU, SOFT_HU, MUSCLE_HU, BONE_HU = -1000.0, -100.0, 42.0, 35.0, 52.0, 420.0
"""Of what there is in several parts; others are in the file of their part"""
EVERYWHERE: Box = (slice(0, None), slice(0, None), slice(0, None))


class Canvas:
    """A person, the random numbers that vary them, and what of them is painted so far."""

    def __init__(self, build: Build, uptake: Uptake, rng: np.random.Generator) -> None:
        self.build, self.uptake, self.rng = build, uptake, rng
        self.height = build.stature_mm
        self.axes = _axes(build)
        self.tissue = np.zeros(self.axes.shape, np.uint8)
        """Codes of `Tissue`; all images are (slice, row, column)"""
        self.suv = np.zeros(self.axes.shape, np.float32)
        self.hu = np.full(self.axes.shape, AIR_HU, np.float32)
        self.skin = np.full(self.axes.shape, OUTSIDE_MM, np.float32)
        """mm below the surface of all that is painted so far; negative outside"""
        bend = np.exp(-(((self.axes.z_mm / self.height - 0.70) / 0.07) ** 2))
        self.spine_x = (build.scoliosis_mm * bend).astype(np.float32)
        """mm by which the spine is to the left, of each slice"""

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
        """Cover what was there; None: the tissue, or the CT, stays."""
        box, mask = (
            (shape.box, shape.inside(deeper_mm))
            if isinstance(shape, Shape)
            else (EVERYWHERE, shape)
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

    def spine_at(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        """Millimetres of fractions of the stature from the vertebral bodies' middle."""
        height = z * self.height
        bend = float(np.interp(height, self.axes.z_mm, self.spine_x))
        return (
            bend + x * self.height,
            float(self.spine_y(np.array([height]))[0]) + y * self.height,
            height,
        )

    def spine_y(self, z_mm: NDArray[Any]) -> NDArray[np.float64]:
        """y of the vertebral bodies' middle: cervical and lumbar lordosis, thoracic kyphosis."""
        at = z_mm / self.height
        return self.height * np.interp(
            at,
            [0.53, 0.57, 0.62, 0.67, 0.73, 0.78, 0.82, 0.86, 0.91],
            [0.036, 0.024, 0.014, 0.018, 0.026, 0.027, 0.018, 0.009, 0.006],
        )


def _axes(build: Build) -> Axes:
    """A grid with room for the arms, from where the scan begins to where it ends."""
    height = build.stature_mm
    widest = float(section(build, SKIN, np.array([0.50 * height]))[0][0])
    reach_x = max(widest + 0.075 * height, 0.19 * height) + 16
    reach_y = 0.12 * height * (build.bmi / MEAN_BMI) ** 0.7 + 24
    return Axes(
        np.arange(build.bottom_mm, build.top_mm, PIXEL_MM, dtype=np.float32),
        _centred(reach_y),
        _centred(reach_x),
    )


def _centred(reach_mm: float) -> Floats:
    count = int(np.ceil(reach_mm / PIXEL_MM))
    return (np.arange(-count, count + 1) * PIXEL_MM).astype(np.float32)
