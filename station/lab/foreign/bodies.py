"""Bodies of men and women in FDG PET/CT, drawn at random and painted on a grid of 4 mm.

A body is its skin, the lean body below it and the cavity within: sections whose half widths and
depths are interpolated along the height from tables. Organs are parts of the cavity between
curved surfaces (lungs, diaphragm, liver, spleen), tubes along splines (vessels, bowel, spine,
limbs) or deformed blobs (heart, kidneys, bladder, brain).

Who is scanned is in `people`; each part is painted by a file of `anatomy`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.lab.foreign.anatomy.abdomen import paint_abdomen
from station.lab.foreign.anatomy.bones import paint_bones
from station.lab.foreign.anatomy.canvas import EVERYWHERE, Canvas
from station.lab.foreign.anatomy.chest import paint_chest
from station.lab.foreign.anatomy.head_and_neck import paint_head, paint_neck
from station.lab.foreign.anatomy.limbs import paint_arms, paint_legs
from station.lab.foreign.anatomy.trunk import paint_breasts, paint_trunk
from station.lab.foreign.people import Build, Uptake
from station.lab.foreign.shapes import Axes, Floats, blob, smooth_field
from station.pet.volume import Geometry
from station.quality.organs import Tissue

ndimage: Any = untyped_ndimage  # its own types are incomplete

COUCH_HU = -150.0
HEAD_FROM = 0.86
"""Of the stature: above it the head moves by itself"""


@dataclass(frozen=True)
class Lesion:
    centre_mm: tuple[float, float, float]
    radius_mm: float
    suv: float
    within: Tissue


@dataclass(frozen=True, eq=False)
class Body:
    """A body on its grid, (slice, row, column)."""

    build: Build
    uptake: Uptake
    axes: Axes
    tissue: NDArray[np.uint8]
    """Codes of `Tissue`"""
    suv: Floats
    hu: Floats
    """With the couch"""
    dome_mm: float
    """z of the right half of the diaphragm"""
    neck_mm: float
    """z from which the head moves by itself"""
    lesions: tuple[Lesion, ...]

    @property
    def geometry(self) -> Geometry:
        return geometry_of(self.axes)


def geometry_of(axes: Axes) -> Geometry:
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = axes.step_mm
    affine[:3, 3] = axes.x_mm[0], axes.y_mm[0], axes.z_mm[0]
    affine[3, 3] = 1.0
    return Geometry(axes.shape, affine)


def make_body(
    build: Build, uptake: Uptake, rng: np.random.Generator, lesions: int | None = None
) -> Body:
    """Paint a body; `lesions`: how many, None: 0 to 8.

    What comes later covers what was there. Another order would give every seed another body.
    """
    canvas = Canvas(build, uptake, rng)
    trunk = paint_trunk(canvas)
    count = int(rng.integers(0, 9)) if lesions is None else lesions
    paint_legs(canvas, trunk)
    paint_arms(canvas, trunk)
    paint_head(canvas)
    paint_abdomen(canvas, trunk)
    paint_chest(canvas, trunk)
    paint_bones(canvas, trunk)
    paint_neck(canvas)
    paint_breasts(canvas, trunk)
    painted = _paint_lesions(canvas, count)
    _vary(canvas)
    _put_on_couch(canvas)
    return Body(
        build,
        uptake,
        canvas.axes,
        canvas.tissue,
        canvas.suv,
        canvas.hu,
        trunk.diaphragm.right_dome_mm,
        HEAD_FROM * build.stature_mm,
        painted,
    )


def _paint_lesions(canvas: Canvas, count: int) -> tuple[Lesion, ...]:
    rng = canvas.rng
    sites = np.array([Tissue.LIVER, Tissue.LUNGS, Tissue.BODY, Tissue.MUSCLE], np.uint8)
    made: list[Lesion] = []
    margin = ndimage.binary_erosion(canvas.skin > 0, iterations=3)
    for _ in range(count):
        site = Tissue(int(rng.choice(sites, p=[0.25, 0.2, 0.45, 0.1])))
        places = np.flatnonzero((canvas.tissue == site) & margin)
        if not len(places):
            continue
        place = np.unravel_index(int(rng.choice(places)), canvas.axes.shape)
        z, y, x = (
            float(a[i])
            for a, i in zip(
                (canvas.axes.z_mm, canvas.axes.y_mm, canvas.axes.x_mm), place, strict=True
            )
        )
        radius = float(np.clip(9 * np.exp(rng.normal(0, 0.45)), 4.5, 28))
        suv = float(np.clip(canvas.suv[place] + 5 * np.exp(rng.normal(0, 0.6)), 2.5, 30))
        shape = blob(
            canvas.axes, (x, y, z), np.exp(rng.normal(0, 0.12, 3)) * radius, rng, rough=0.12
        )
        air = site is Tissue.LUNGS
        canvas.paint(shape, Tissue.LESION, suv, 40.0 if air else None, within=margin)
        made.append(Lesion((x, y, z), radius, suv, site))
    return tuple(made)


def _vary(canvas: Canvas) -> None:
    """Uptake varies within an organ by a few per cent, smoothly."""
    canvas.suv *= 1 + 0.04 * smooth_field(canvas.axes, 22.0, canvas.rng)
    # Fat takes up little of the dose, so that more is left for the others per gram of patient.
    canvas.suv *= np.float32((canvas.build.bmi / 24.0) ** 0.3)


def _put_on_couch(canvas: Canvas) -> None:
    _, y, x = canvas.axes.within(EVERYWHERE)
    lowest = float(canvas.axes.y_mm[np.flatnonzero((canvas.skin > 0).any(axis=(0, 2)))[-1]])
    sag = lowest + 6 - 40 * (x / 220) ** 2
    plate = (np.abs(y - sag - 6) < 5) & (np.abs(x) < 200) & (canvas.hu < -900) & (canvas.skin <= 0)
    canvas.hu[plate] = COUCH_HU
