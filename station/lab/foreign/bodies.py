"""Bodies of men and women in FDG PET/CT, drawn at random and painted on a grid of 4 mm.

A body is its skin, the lean body below it and the cavity within: sections whose half widths and
depths are interpolated along the height from tables. Organs are parts of the cavity between
curved surfaces (lungs, diaphragm, liver, spleen), tubes along splines (vessels, bowel, spine,
limbs) or deformed blobs (heart, kidneys, bladder, brain).

Positions are LPS mm: x to the left from the midline, y to the back from the middle of the chest,
z to the head from the soles. Heights of landmarks are fractions of the stature (R. Drillis and
R. Contini, Body Segment Parameters, 1966: shoulder 0.818, chin 0.870, hip 0.530, knee 0.285);
widths and depths are those of sectional anatomy, rounded.

Uptake: liver, blood, spleen, lung and muscle as J. Tsuchiya et al. measured (EJNMMI Phys. 8, 31,
SUVmean 1.76 ± 0.33, 1.34 ± 0.20, 1.59 ± 0.26, 0.26 ± 0.23, 0.50 ± 0.12), spread wider and
somewhat higher, as in R. Boellaard et al., EJNMMI 42 (2015) 328 (liver SUV 1.3 to 3.0, blood about
1.6). The others are ranges of everyday practice: brain 6 to 12, bladder 5 to 60, fat 0.2 to 0.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import interpolate as untyped_interpolate
from scipy import ndimage as untyped_ndimage

from station.lab.foreign.shapes import (
    OUTSIDE_MM,
    Axes,
    Box,
    Floats,
    Mask,
    Shape,
    blob,
    smooth_field,
    tube,
    turned,
)
from station.pet.volume import Geometry
from station.quality.organs import Tissue

interpolate: Any = untyped_interpolate  # their own types are incomplete
ndimage: Any = untyped_ndimage

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
COUCH_HU = -150.0


@dataclass(frozen=True)
class Build:
    """A person on the couch."""

    woman: bool
    stature_mm: float
    bmi: float
    """kg/m²"""
    arms_up: bool
    top_mm: float
    """From the soles: where the scan ends"""
    bottom_mm: float
    yaw_deg: float
    """By which the head is turned to the left"""
    scoliosis_mm: float
    """Of the spine to the left at its largest"""
    liver_size: float
    spleen_size: float
    kidneys: tuple[bool, bool]
    """Right, left"""

    @property
    def weight_kg(self) -> float:
        return self.bmi * (self.stature_mm / 1000) ** 2


@dataclass(frozen=True)
class Uptake:
    """SUV of the organs, and of what they may show."""

    liver: float
    blood: float
    spleen: float
    lung: float
    muscle: float
    fat: float
    marrow: float
    gut: float
    cortex: float
    myocardium: float
    kidney: float
    renal_pelvis: float
    bladder: float
    neck: float
    """Tonsils and salivary glands"""
    brown_fat: float
    """0: none"""


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


# --- who is scanned -----------------------------------------------------------------------------


def drawn_build(rng: np.random.Generator) -> Build:
    """Anybody: 1.45 to 2.0 m, BMI 15 to 45, arms up or down, from eyes, skull base or vertex."""
    woman = bool(rng.random() < 0.5)
    stature = float(np.clip(rng.normal(1640 if woman else 1760, 85), 1450, 2000))
    bmi = float(np.clip(np.exp(rng.normal(float(np.log(25.5)), 0.22)), 15, 45))
    top = rng.choice([0.915, 0.945, 1.01], p=[0.3, 0.3, 0.4]) + rng.uniform(-0.008, 0.008)
    bottom = rng.choice([0.43, 0.37, 0.25], p=[0.5, 0.4, 0.1]) + rng.uniform(-0.02, 0.02)
    alone = rng.random()
    return Build(
        woman,
        stature,
        bmi,
        bool(rng.random() < 0.6),
        float(top) * stature,
        float(bottom) * stature,
        float(rng.normal(0, 10) if rng.random() < 0.8 else rng.uniform(-50, 50)),
        float(rng.normal(0, 5) if rng.random() < 0.85 else rng.uniform(-30, 30)),
        float(np.clip(np.exp(rng.normal(0, 0.13)), 0.72, 1.45)),
        float(np.clip(np.exp(rng.normal(0, 0.16)), 0.7, 1.9)),
        (bool(alone > 0.03), bool(alone < 0.97)),
    )


def drawn_uptake(rng: np.random.Generator) -> Uptake:
    def about(typical: float, spread: float, low: float, high: float) -> float:
        return float(np.clip(typical * np.exp(rng.normal(0, spread)), low, high))

    blood = about(1.5, 0.16, 0.9, 2.3)
    return Uptake(
        liver=about(2.1, 0.18, 1.3, 3.2),
        blood=blood,
        spleen=about(1.75, 0.17, 1.1, 3.0),
        lung=about(0.42, 0.2, 0.25, 0.7),
        muscle=about(0.65, 0.15, 0.45, 1.0),
        fat=about(0.27, 0.2, 0.15, 0.4),
        marrow=about(1.15, 0.25, 0.6, 2.6),
        gut=about(1.2, 0.5, 0.5, 6.0),
        cortex=about(8.5, 0.22, 4.5, 14.0),
        myocardium=blood * float(np.exp(rng.uniform(0.05, 2.2))),
        kidney=about(2.6, 0.25, 1.5, 5.0),
        renal_pelvis=about(7.0, 0.6, 2.0, 25.0),
        bladder=about(16.0, 0.7, 4.0, 60.0),
        neck=about(2.3, 0.4, 1.2, 6.0),
        brown_fat=float(rng.uniform(3, 12)) if rng.random() < 0.06 else 0.0,
    )


# --- the body -----------------------------------------------------------------------------------


def make_body(
    build: Build, uptake: Uptake, rng: np.random.Generator, lesions: int | None = None
) -> Body:
    """Paint a body; `lesions`: how many, None: 0 to 8."""
    return _Painter(build, uptake, rng).body(
        int(rng.integers(0, 9)) if lesions is None else lesions
    )


class _Painter:
    """Paints organ after organ; what comes later covers what was there."""

    def __init__(self, build: Build, uptake: Uptake, rng: np.random.Generator) -> None:
        self.build, self.uptake, self.rng = build, uptake, rng
        self.height = build.stature_mm
        widest = (float(self._section(SKIN, np.array([0.50 * self.height]))[0][0]), 0.0)
        reach_x = max(widest[0] + 0.075 * self.height, 0.19 * self.height) + 16
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
        self.skin = np.full(axes.shape, OUTSIDE_MM, np.float32)
        fraction = axes.z_mm / self.height
        bend = np.exp(-(((fraction - 0.70) / 0.07) ** 2))
        self.spine_x = (build.scoliosis_mm * bend).astype(np.float32)
        self.dome = self.height * float(
            0.712 + rng.normal(0, 0.008) + 0.0006 * (build.bmi - MEAN_BMI)
        )

    # -- sections --

    def _section(
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
            side[:, None, None] for side in self._section(table, self.axes.z_mm, bmi)
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

    # -- painting --

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

    def at(self, x: float, y: float, z: float) -> tuple[float, float, float]:
        """Millimetres of fractions of the stature."""
        return x * self.height, y * self.height, z * self.height

    def body(self, lesions: int) -> Body:
        build = self.build
        lean_bmi = min(build.bmi - 1.5, 19.5 * (build.bmi / MEAN_BMI) ** 0.3)
        trunk = self._depth(SKIN)
        self.lean = np.minimum(self._depth(SKIN, lean_bmi), trunk - THINNEST_FAT_MM)
        self.cavity = np.minimum(self._depth(CAVITY), self.lean - 9.0)
        np.maximum(self.skin, trunk, out=self.skin)
        # Below the crotch there are legs.
        legs_from = 0.465 * self.height
        low = self.axes.z_mm < legs_from
        for field in (self.skin, self.lean, self.cavity):
            field[low] = OUTSIDE_MM
        self._trunk()
        self._legs()
        self._arms()
        self._head()
        self._abdomen()
        self._chest()
        self._heart()
        self._bones()
        self._neck()
        self._breasts()
        made = self._lesions(lesions)
        self._texture()
        self._couch()
        return Body(
            build,
            self.uptake,
            self.axes,
            self.tissue,
            self.suv,
            self.hu,
            self.dome,
            0.86 * self.height,
            made,
        )

    def _trunk(self) -> None:
        self.paint(self.skin > 0, Tissue.BODY, self.uptake.fat, FAT_HU)
        self.paint(self.lean > 0, Tissue.MUSCLE, self.uptake.muscle, MUSCLE_HU)
        self.paint(self.cavity > 0, Tissue.BODY, 1.15 * self.uptake.fat, FAT_HU + 5)

    def _limb(
        self,
        points: Sequence[tuple[float, float, float]],
        radii: Sequence[float],
        fat_mm: float,
        bone_mm: float,
        arm: bool,
    ) -> None:
        outer = tube(self.axes, points, radii)
        part = self.skin[outer.box]
        new = outer.depth_mm > np.maximum(part, 0)
        np.maximum(part, outer.depth_mm, out=part)
        fat, muscle, bone = (Tissue.ARMS,) * 3 if arm else (Tissue.BODY, Tissue.MUSCLE, Tissue.BODY)
        whole = Shape(outer.box, np.where(new, outer.depth_mm, np.float32(OUTSIDE_MM)))
        self.paint(whole, fat, self.uptake.fat, FAT_HU)
        self.paint(whole, muscle, 0.95 * self.uptake.muscle, MUSCLE_HU, deeper_mm=fat_mm)
        if bone_mm:
            inner = tube(self.axes, points, bone_mm)
            self.paint(inner, bone, 0.45, BONE_HU + 200, within=self.lean <= 0)

    def _legs(self) -> None:
        grow = (self.build.bmi / MEAN_BMI) ** 0.42
        top = 0.047 * self.height * grow * (WOMAN_HIPS if self.build.woman else 1.0)
        fat = max(THINNEST_FAT_MM, 0.16 * top * (self.build.bmi / MEAN_BMI) ** 0.6)
        for side in (-1, 1):
            apart = side * max(0.050 * self.height, 0.97 * top)
            self._limb(
                [
                    (apart, 0.004 * self.height, 0.515 * self.height),
                    (apart, 0.0, 0.43 * self.height),
                    (0.85 * apart, 0.0, 0.285 * self.height),
                    (0.8 * apart, 0.01 * self.height, 0.05 * self.height),
                ],
                [0.93 * top, top, 0.66 * top, 0.42 * top],
                fat,
                0.0,  # the femur is painted with the hips
                arm=False,
            )

    def _arms(self) -> None:
        build, rng, height = self.build, self.rng, self.height
        grow = (build.bmi / MEAN_BMI) ** 0.36 * (0.93 if build.woman else 1.0)
        radii = [0.029 * height * grow, 0.026 * height * grow, 0.021 * height * grow]
        radii += [0.016 * height, 0.016 * height]
        fat = max(3.0, 0.14 * radii[0] * (build.bmi / MEAN_BMI) ** 0.6)
        width = {
            at: float(self._section(SKIN, np.array([at * height]))[0][0]) for at in (0.63, 0.50)
        }
        self.hands: list[tuple[float, float, float]] = []
        for side in (-1, 1):
            shoulder = (side * 0.103 * height, 0.0, 0.808 * height)
            if build.arms_up:
                out, back = rng.uniform(0.10, 0.15), rng.uniform(-0.05, 0.01)
                rest = [
                    (side * 0.5 * (0.103 + out) * height, 0.5 * back * height, 0.88 * height),
                    (side * out * height, back * height, 0.965 * height),
                    (side * rng.uniform(0.03, 0.10) * height, back * height - 20, 1.06 * height),
                    (side * 0.03 * height, back * height - 20, 1.10 * height),
                ]
            else:
                gap = rng.uniform(2, 22)
                elbow = max(width[0.63] + radii[2] + gap, 0.115 * height)
                wrist = max(width[0.50] + radii[3] + gap - 6, elbow - 0.02 * height)
                forward = rng.uniform(-0.03, 0.015) * height
                rest = [
                    (side * max(0.113 * height, 0.6 * elbow + 0.05 * height), 4.0, 0.74 * height),
                    (side * elbow, 8.0, 0.63 * height),
                    (side * wrist, forward, 0.49 * height),
                    (side * (wrist - 4), forward - 8, 0.43 * height),
                ]
            self._limb([shoulder, *rest], radii, fat, 0.0068 * height, arm=True)
            self.hands.append(rest[1])

    # -- below the diaphragm --

    def _diaphragm(self) -> Floats:
        """z of the diaphragm above each place, (row, column)."""
        _, y, x = self.axes.within(self.everywhere)
        y, x = y[0, :, :], x[0, :, :]
        width, front, back = (
            float(side[0]) for side in self._section(CAVITY, np.array([0.70 * self.height]))
        )
        deep = np.where(y < 0, -y / front, y / back)
        radius = np.sqrt((x / width) ** 2 + deep**2)
        right = 1 / (1 + np.exp(x / 12.0))
        left_lower = 0.008 * self.height
        peak = self.dome - left_lower * (1 - right) - 10 * np.exp(-(((x - 4) / 26) ** 2))
        behind = np.clip(y / back, -1, 1)
        drop = self.height * (0.040 + 0.014 * behind)
        self.left_dome = self.dome - left_lower
        return np.asarray(peak - drop * np.minimum(radius, 1.15) ** 3.2, np.float32)

    def _abdomen(self) -> None:
        z, _, _ = self.axes.within(self.everywhere)
        self.diaphragm = self._diaphragm()
        self.below = self.diaphragm[None] - z
        self.abdomen = (self.cavity > 0) & (self.below > 0)
        self.wave = smooth_field(self.axes, 60.0, self.rng)
        self.wide = (self.build.bmi / MEAN_BMI) ** 0.35
        self._bowel()
        self._stomach()
        self._kidneys()
        self._liver_and_spleen()
        self._pelvis()
        drift = self.spine_at
        vena_cava = [
            drift(-0.010, -0.026, 0.56),
            drift(-0.012, -0.026, 0.63),
            drift(-0.012, -0.028, 0.70),
            self.at(-0.014, -0.008, 0.735),
        ]
        self._vessel(vena_cava, 10.5)
        aorta = [
            drift(0.006, -0.025, 0.565),
            drift(0.008, -0.025, 0.63),
            drift(0.010, -0.022, 0.69),
        ]
        self._vessel(aorta, 9.0)

    def _bowel(self) -> None:
        """The frame of the colon, and loops."""
        rng, up, abdomen, wide = self.rng, self.uptake, self.abdomen, self.wide
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
        path = [self.at(a * wide, b * wide, c) for a, b, c in colon]
        self.paint(
            tube(self.axes, path, float(rng.uniform(15, 23))),
            Tissue.GUT,
            up.gut,
            20.0,
            within=abdomen,
        )
        if rng.random() < 0.5:
            self.paint(tube(self.axes, path, 8.0), Tissue.GUT, 0.5 * up.gut, -500.0, within=abdomen)
        for _ in range(int(rng.integers(4, 8))):
            steps = rng.normal(0, 0.016, (9, 3)) * np.array([1.3, 0.8, 1.0])
            loop = np.array([0.0, -0.012, 0.58]) + rng.normal(0, 0.014, 3) + steps.cumsum(axis=0)
            loop = np.clip(loop, [-0.05 * wide, -0.045 * wide, 0.53], [0.05 * wide, 0.012, 0.625])
            strength = up.gut * float(np.exp(rng.normal(-0.1, 0.3)))
            self.paint(
                tube(self.axes, [self.at(*p) for p in loop], float(rng.uniform(9, 14))),
                Tissue.GUT,
                strength,
                SOFT_HU,
                within=abdomen,
            )

    def _stomach(self) -> None:
        """From below the left half of the diaphragm forwards and to the right."""
        rng, up, abdomen, height = self.rng, self.uptake, self.abdomen, self.height
        dome = self.left_dome / height
        stomach = [
            (0.035, 0.005, dome - 0.022),
            (0.045, -0.012, dome - 0.05),
            (0.030, -0.03, dome - 0.075),
            (0.002, -0.03, dome - 0.085),
        ]
        path = [self.at(*p) for p in stomach]
        full = float(rng.uniform(16, 30))
        self.paint(
            tube(self.axes, path, [full, full, 0.8 * full, 14]),
            Tissue.GUT,
            up.gut * float(rng.uniform(0.8, 1.8)),
            40.0,
            within=abdomen,
        )
        self.paint(
            tube(self.axes, path, [full - 7, full - 7, 0.8 * full - 6, 8]),
            Tissue.GUT,
            0.6,
            float(rng.choice([15.0, -700.0])),
            within=abdomen,
        )

    def _kidneys(self) -> None:
        """With psoas behind them, and what they drain into."""
        build, rng, up, height = self.build, self.rng, self.uptake, self.height
        abdomen, wide = self.abdomen, self.wide
        _, _, x = self.axes.within(self.everywhere)
        spine_y = self._spine_y(np.array([0.63 * height]))[0]
        for side in (-1, 1):
            self.paint(
                tube(
                    self.axes,
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
                within=self.lean > 0,
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
                self.axes,
                middle,
                np.array([27, 26, 55]) * size,
                rng,
                rough=0.05,
                turn=turned(y_deg=side * 14),
            )
            hilum = blob(
                self.axes,
                np.add(middle, (-side * 19, -8, 0)),
                np.array([17, 13, 22]) * size,
                rng,
                rough=0.08,
            )
            clear = abdomen & (np.abs(x - self.spine_x[:, None, None]) > 20)
            self.paint(kidney, Tissue.KIDNEYS, up.kidney, SOFT_HU, within=clear)
            self.paint(hilum, Tissue.KIDNEYS, up.renal_pelvis, 10.0, within=clear)
            if rng.random() < 0.35:
                ureter = [
                    np.add(middle, (-side * 20, -10, -25)),
                    np.add(middle, (-side * 20, -22, -90)),
                    np.array([side * 0.014 * height, 0.012 * height, 0.515 * height]),
                ]
                self.paint(
                    tube(self.axes, ureter, 3.2),
                    Tissue.BODY,
                    up.renal_pelvis * 0.6,
                    10.0,
                    within=abdomen,
                )

    def _liver_and_spleen(self) -> None:
        """The liver fills what is below the dome, from the right wall to the left lobe in front;
        the spleen is a crescent along the wall behind on the left."""
        build, rng, up, height = self.build, self.rng, self.uptake, self.height
        abdomen, below, wave, wide = self.abdomen, self.below, self.wave, self.wide
        z, y, x = self.axes.within(self.everywhere)
        s = build.liver_size
        stations = (
            np.array([-0.10, -0.075, -0.055, -0.03, 0.0, 0.028, 0.055, 0.075]) * height * wide**0.6
        )
        lengths = np.array([0.072, 0.082, 0.079, 0.066, 0.048, 0.032, 0.016, -0.02]) * height * s
        length = np.interp(x[0, 0, :], stations, lengths).astype(np.float32)[None, None, :]
        # The lower edge reaches further down in front of the kidney than behind it.
        lower = self.dome - length * (1 - 0.0022 * np.clip(y - 10, 0, 90)) + 5 * wave
        behind_left = np.interp(x[0, 0, :] / height, [-0.035, 0.0, 0.05], [90, 12, -14]).astype(
            np.float32
        )
        liver = abdomen & (below > 2.0) & (self.cavity > 1.5) & (z > lower)
        liver &= y < behind_left[None, None, :] + 6 * wave
        self.paint(liver, Tissue.LIVER, up.liver, LIVER_HU)
        gall = self.at(-0.030, -0.028, self.dome / height - 0.078)
        self.paint(
            blob(self.axes, gall, (13, 15, 26), rng, turn=turned(x_deg=25)),
            Tissue.BODY,
            0.7,
            10.0,
            within=abdomen,
        )
        angle = np.degrees(np.arctan2(y, x))
        half = 56.0 * build.spleen_size
        along = (z - (self.left_dome - 0.6 * half - 26)) / half
        around = (angle - 30.0) / (54.0 * build.spleen_size**0.4)
        oval = np.clip(1 - along**2 - around**2, 0, None)
        thick = 42.0 * build.spleen_size**0.8 * np.sqrt(oval) + 2 * wave * (oval > 0)
        spleen = (
            abdomen & (self.cavity > 1.5) & (below > 2.0) & (self.cavity < 1.5 + thick) & (x > 0)
        )
        self.paint(spleen, Tissue.SPLEEN, up.spleen, 50.0)
        # Pancreas.
        pancreas = [
            self.at(-0.018, -0.008, 0.638),
            self.at(0.0, -0.014, 0.648),
            self.at(0.035, 0.0, 0.66),
        ]
        free = abdomen & ~liver & ~spleen
        self.paint(
            tube(self.axes, pancreas, [13, 9, 8]), Tissue.BODY, 0.75 * up.liver, 38.0, within=free
        )

    def _pelvis(self) -> None:
        """Bladder and uterus."""
        build, rng, up = self.build, self.rng, self.uptake
        size = float(rng.uniform(20, 46))
        place = self.at(0.0, -0.016, 0.506)
        if build.woman:
            self.paint(
                blob(self.axes, self.at(rng.normal(0, 0.006), 0.012, 0.524), (24, 20, 24), rng),
                Tissue.BODY,
                float(rng.uniform(0.9, 2.2)),
                45.0,
            )
        self.paint(
            blob(
                self.axes,
                np.add(place, (0, 0, 0.35 * size)),
                (1.15 * size, 0.9 * size, 0.85 * size),
                rng,
                rough=0.05,
            ),
            Tissue.BLADDER,
            up.bladder,
            8.0,
        )

    def _spine_y(self, z_mm: NDArray[Any]) -> NDArray[np.float64]:
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
            float(self._spine_y(np.array([height]))[0]) + y * self.height,
            height,
        )

    def _vessel(self, path: Sequence[tuple[float, float, float]], radius_mm: float) -> None:
        self.paint(tube(self.axes, path, radius_mm), Tissue.BLOOD, self.uptake.blood, BLOOD_HU)

    # -- above it --

    def _chest(self) -> None:
        rng, up, height = self.rng, self.uptake, self.height
        z, y, x = self.axes.within(self.everywhere)
        chest = (self.cavity > 0) & (z >= self.diaphragm[None])
        self.paint(chest, Tissue.BODY, 0.75 * up.blood, 10.0)
        at = self.axes.z_mm / height
        half = np.interp(at, [0.70, 0.73, 0.76, 0.79, 0.82], [26, 24, 24, 22, 15])[:, None, None]
        middle = self.spine_x[:, None, None] + 3
        off = np.abs(x - middle)
        # In front the two lungs nearly meet, behind the spine is between them.
        narrow = np.interp(
            self.axes.y_mm / height, [-0.05, -0.03, 0.0, 0.05], [0.35, 0.7, 1.0, 1.0]
        )
        lungs = (
            chest
            & (self.cavity > 2.0)
            & (off > half * narrow[None, :, None])
            & (z > self.diaphragm[None] + 2)
        )
        density = LUNG_HU + float(rng.normal(0, 35))
        self.paint(lungs, Tissue.LUNGS, up.lung, density)
        gradient = (0.0016 * y + 0 * z + 0 * x)[lungs]
        self.suv[lungs] *= 1 + 1.6 * gradient
        self.hu[lungs] += 500 * gradient
        for _ in range(26):  # vessels of the lungs
            side = rng.choice([-1, 1])
            root = np.array(self.at(side * 0.022, 0.0, 0.752))
            tip = (
                root
                + rng.normal(0, 1, 3) * np.array([0.03, 0.03, 0.035]) * height
                + [side * 0.03 * height, 0, 0]
            )
            self.paint(
                tube(
                    self.axes,
                    [root, 0.5 * (root + tip) + rng.normal(0, 6, 3), tip],
                    [5.0, 3.5, 2.0],
                ),
                None,
                up.lung + 0.25 * up.blood,
                -250.0,
                within=lungs,
            )

    def _heart(self) -> None:
        """On the diaphragm, its tip to the left and forwards; then the vessels that leave it."""
        rng, up, height = self.rng, self.uptake, self.height
        z, _, _ = self.axes.within(self.everywhere)
        size = float(np.exp(rng.normal(0, 0.08)))
        # The heart rests on the middle of the diaphragm.
        row, column = (
            int(np.searchsorted(a, v))
            for a, v in ((self.axes.y_mm, -0.014 * height), (self.axes.x_mm, 0.014 * height))
        )
        floor = float(self.diaphragm[row, column])
        turn = turned(x_deg=20, y_deg=-48, z_deg=rng.normal(-28, 6))
        centre = np.array([0.015 * height, -0.016 * height, floor + 0.023 * height * size])
        above = (self.cavity > 1) & (z >= self.diaphragm[None])
        halves = np.array([0.026, 0.0235, 0.034]) * height * size
        heart = blob(self.axes, centre, halves, rng, rough=0.05, turn=turn)
        self.paint(heart, Tissue.HEART, up.blood, BLOOD_HU, within=above)
        inward = turn @ np.array([0.0, 0.0, -1.0])
        left = centre + 0.011 * height * inward + np.array([0.007, 0.003, 0.0]) * height
        outer = np.array([0.0185, 0.0175, 0.0265]) * height * size
        wall = blob(self.axes, left, outer, rng, rough=0.03, turn=turn)
        self.paint(wall, Tissue.HEART, up.myocardium, SOFT_HU + 12, within=above)
        chamber = blob(
            self.axes,
            left - 0.012 * height * inward,
            outer - [10, 10, -6],
            rng,
            rough=0.03,
            turn=turn,
        )
        self.paint(chamber, Tissue.HEART, up.blood, BLOOD_HU, within=above)
        if up.myocardium > 3 * up.blood:  # one wall takes up less than the others
            weak = blob(self.axes, left + rng.normal(0, 1, 3) * outer * 0.6, (18, 18, 18), rng)
            place = wall.box
            spot = np.zeros(self.axes.shape, np.bool_)
            spot[weak.box] = weak.inside()
            muscle = spot[place] & (self.suv[place] == np.float32(up.myocardium))
            self.suv[place][muscle] *= float(rng.uniform(0.45, 0.9))
        # Aorta: up from the heart, the arch, down on the left of the spine.
        base = tuple(centre + np.array([-0.008, 0.0, 0.022]) * height)
        arch = 0.783
        self._vessel(
            [
                base,
                self.at(-0.012, -0.012, 0.765),
                self.at(0.0, -0.006, arch),
                self.at(0.011, 0.008, arch - 0.004),
                self.spine_at(0.016, -0.008, 0.755),
                self.spine_at(0.016, -0.008, 0.72),
                self.spine_at(0.010, -0.020, 0.685),
            ],
            float(rng.uniform(10.5, 14.0)),
        )
        self._vessel(
            [
                self.at(-0.018, -0.004, 0.735),
                self.at(-0.019, -0.008, 0.78),
                self.at(-0.008, -0.010, 0.812),
            ],
            8.5,
        )
        self._vessel([self.at(0.0, -0.006, 0.752), self.at(0.024, 0.0, 0.752)], 9.0)
        self._vessel([self.at(-0.024, 0.0, 0.75), self.at(0.0, -0.004, 0.75)], 8.0)
        for side in (-1, 1):
            self._vessel(
                [
                    self.at(0.004, -0.008, arch),
                    self.at(side * 0.014, -0.004, 0.82),
                    self.at(side * 0.016, -0.006, 0.88),
                ],
                4.0,
            )
        gullet = [self.spine_at(0.004, -0.017, z) for z in (0.70, 0.75, 0.80, 0.85)]
        self.paint(tube(self.axes, gullet, 6.5), Tissue.BODY, float(rng.uniform(0.9, 1.9)), 30.0)
        trachea = [
            self.at(0.0, 0.002, 0.765),
            self.at(0.0, -0.008, 0.82),
            self.at(0.0, -0.012, 0.872),
        ]
        self.paint(tube(self.axes, trachea, 9.0), Tissue.BODY, 0.3, AIR_HU + 20)

    def _bones(self) -> None:
        rng, up, height = self.rng, self.uptake, self.height
        z, y, x = self.axes.within(self.everywhere)
        at = z / height
        levels = np.arange(0.565, 0.905, 0.012)
        spine = [self.spine_at(0, 0, float(level)) for level in levels]
        radii = (
            np.interp(levels, [0.57, 0.66, 0.75, 0.83, 0.9], [23, 20, 16, 12, 10]) * height / 1750
        )
        column = tube(self.axes, spine, radii.tolist())
        self.paint(column, Tissue.BODY, up.marrow, MARROW_HU)
        # Discs: less marrow, softer.
        disc = np.abs(np.mod(self.axes.z_mm / (0.0185 * height), 1.0) - 0.5) > 0.40
        mask = column.inside() & disc[column.box[0]][:, None, None]
        self.suv[column.box][mask] = 0.6 * up.marrow
        self.hu[column.box][mask] = 90.0
        arches = [tuple(np.add(p, (0, 0.019 * height, 0))) for p in spine]
        self.paint(
            tube(self.axes, arches, 0.0095 * height),
            Tissue.BODY,
            0.6 * up.marrow,
            BONE_HU,
            within=self.skin > 8,
        )
        canal = [tuple(np.add(p, (0, 0.0135 * height, 0))) for p in spine]
        self.paint(tube(self.axes, canal, 6.5), Tissue.BODY, 1.1, 30.0)
        # Ribs: bands in the wall that fall to the front.
        pitch = 0.0158 * height
        phase = np.mod((z - 0.55 * y) / pitch, 1.0)
        wall = (self.cavity < -1.0) & (self.cavity > -11.0) & (self.lean > 3)
        ribs = wall & (phase < 0.38) & (at > 0.655) & (at < 0.815) & (z - 0.9 * y > 0.63 * height)
        self.paint(ribs, Tissue.BODY, 0.75 * up.marrow, BONE_HU - 60)
        sternum = wall & (y < 0) & (np.abs(x) < 0.010 * height) & (at > 0.72) & (at < 0.805)
        self.paint(sternum, Tissue.BODY, up.marrow, MARROW_HU)
        blade = (
            (self.lean > 10) & (self.lean < 18) & (y > 0.015 * height) & (at > 0.735) & (at < 0.805)
        )
        blade &= (np.abs(x) > 0.042 * height) & (np.abs(x) < 0.085 * height) & (self.cavity < -12)
        self.paint(blade, Tissue.BODY, 0.7 * up.marrow, BONE_HU)
        for side in (-1, 1):
            clavicle = [
                self.at(side * 0.012, -0.032, 0.81),
                self.at(side * 0.055, -0.022, 0.818),
                self.at(side * 0.098, 0.004, 0.818),
            ]
            self.paint(
                tube(self.axes, clavicle, 6.0), Tissue.BODY, 0.6, BONE_HU, within=self.skin > 6
            )
            head = blob(
                self.axes, self.at(side * 0.100, 0.002, 0.806), (24, 24, 24), rng, rough=0.02
            )
            self.paint(head, None, 0.6, MARROW_HU + 60)
            # Hip: its head, the shaft, the wing of the pelvis.
            hip = self.at(side * 0.051, -0.002, 0.527)
            self.paint(
                blob(self.axes, hip, (31, 31, 31), rng, rough=0.03),
                Tissue.BODY,
                0.7 * up.marrow,
                BONE_HU - 50,
            )
            shaft = [
                hip,
                self.at(side * 0.074, 0.004, 0.520),
                self.at(side * 0.070, 0.004, 0.48),
                self.at(side * 0.056, 0.0, 0.40),
                self.at(side * 0.044, 0.0, 0.29),
                self.at(side * 0.042, 0.002, 0.2),
            ]
            self.paint(
                tube(self.axes, shaft, [22, 17, 13, 12, 17, 12]), Tissue.BODY, 0.55, BONE_HU + 350
            )
            pubis = [
                self.at(side * 0.046, -0.016, 0.525),
                self.at(side * 0.02, -0.036, 0.508),
                self.at(0.0, -0.038, 0.503),
            ]
            self.paint(tube(self.axes, pubis, 8.5), Tissue.BODY, 0.6 * up.marrow, BONE_HU)
            sit = [self.at(side * 0.048, 0.012, 0.52), self.at(side * 0.040, 0.034, 0.485)]
            self.paint(tube(self.axes, sit, 12.0), Tissue.BODY, 0.6 * up.marrow, BONE_HU)
            wing = [
                self.spine_at(side * 0.022, 0.010, 0.578),
                self.at(side * 0.052, 0.024, 0.592),
                self.at(side * 0.076, 0.0, 0.588),
                self.at(side * 0.074, -0.026, 0.572),
                self.at(side * 0.058, -0.010, 0.545),
                self.at(side * 0.052, 0.0, 0.53),
            ]
            self.paint(
                tube(self.axes, wing, [11, 8, 7, 7, 12, 16]),
                Tissue.BODY,
                0.9 * up.marrow,
                MARROW_HU + 60,
            )
        sacrum = [
            self.spine_at(0, 0.004, 0.575),
            self.spine_at(0, 0.006, 0.55),
            self.spine_at(0, 0.006, 0.52),
        ]
        self.paint(tube(self.axes, sacrum, [28, 24, 10]), Tissue.BODY, 0.9 * up.marrow, MARROW_HU)

    # -- head and neck --

    def _head(self) -> None:
        rng, up, height = self.rng, self.uptake, self.height
        size = float(np.exp(rng.normal(0, 0.035))) * 1750**0.6 * height**0.4
        centre = np.array([0.0, -0.006 * height, 0.999 * height - 0.0635 * size])
        turn = turned(z_deg=self.build.yaw_deg)
        skull = blob(
            self.axes,
            centre,
            np.array([0.0425, 0.0535, 0.0630]) * size,
            rng,
            rough=0.015,
            turn=turn,
        )
        face_at = centre + turn @ np.array([0.0, -0.017 * size, -0.044 * size])
        face = blob(
            self.axes, face_at, np.array([0.037, 0.036, 0.038]) * size, rng, rough=0.03, turn=turn
        )
        chin = centre + turn @ np.array([0.0, -0.030 * size, -0.068 * size])
        jaw = blob(
            self.axes, chin, np.array([0.026, 0.022, 0.018]) * size, rng, rough=0.03, turn=turn
        )
        for shape in (skull, face, jaw):
            np.maximum(self.skin[shape.box], shape.depth_mm, out=self.skin[shape.box])
            self.paint(shape, Tissue.BODY, up.fat, FAT_HU + 40)
        for shape in (face, jaw):
            self.paint(shape, Tissue.BODY, 1.3 * up.muscle, MUSCLE_HU, deeper_mm=5.0)
        z, y, x = self.axes.within(skull.box)
        ahead = (turn[0, 1] * (x - centre[0]) + turn[1, 1] * (y - centre[1])) / size  # to the back
        base = (z - centre[2]) / size > -0.030 - 0.25 * ahead
        bone = skull.inside(4.0) & base
        self.suv[skull.box][bone], self.hu[skull.box][bone] = 0.7, SKULL_HU
        brain = skull.inside(12.0) & base & ((z - centre[2]) / size > -0.026 - 0.25 * ahead)
        # Grey matter: the ribbon with its folds, the nuclei; white matter within.
        folds = smooth_field(self.axes, 20.0, rng)[skull.box]
        ribbon = skull.depth_mm - 12 < 13 + 6 * folds
        middle = np.abs(turn[0, 0] * (x - centre[0]) + turn[1, 0] * (y - centre[1])) < 6
        uptake = np.where(ribbon | (middle & (folds > -0.6)), up.cortex, 0.36 * up.cortex)
        for side in (-1, 1):
            nuclei = blob(
                self.axes, centre + turn @ np.array([side * 20, -4, 2]), (13, 24, 17), rng
            )
            deep = np.zeros(self.axes.shape, np.bool_)
            deep[nuclei.box] = nuclei.inside()
            uptake = np.where(deep[skull.box], 1.05 * up.cortex, uptake)
        low_behind = ((z - centre[2]) / size < -0.012) & (ahead > 0.012)
        uptake = np.where(low_behind, 0.8 * up.cortex, uptake)
        self.tissue[skull.box][brain] = Tissue.BRAIN
        self.suv[skull.box][brain], self.hu[skull.box][brain] = uptake[brain], 36.0
        # Sinuses, nose and mouth, jaw, eyes.
        for offset, halves in (
            ((0, -0.040, -0.036), (9, 14, 24)),
            ((-0.016, -0.034, -0.040), (10, 12, 13)),
            ((0.016, -0.034, -0.040), (10, 12, 13)),
            ((0, -0.006, -0.058), (8, 8, 24)),
        ):
            self.paint(
                blob(self.axes, centre + turn @ (np.array(offset) * size), halves, rng),
                Tissue.BODY,
                0.3,
                AIR_HU + 10,
                within=self.skin > 6,
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
            self.paint(tube(self.axes, arc, 6.0), Tissue.BODY, 0.6, SKULL_HU, within=self.skin > 4)
            eye = centre + turn @ (np.array((side * 0.018, -0.046, -0.012)) * size)
            self.paint(blob(self.axes, eye, (11, 11, 11), rng, rough=0.02), Tissue.BODY, 0.6, 10.0)
        tongue = centre + turn @ (np.array((0, -0.026, -0.066)) * size)
        self.paint(
            blob(self.axes, tongue, (20, 24, 14), rng),
            Tissue.BODY,
            float(rng.uniform(0.8, 2.0)),
            MUSCLE_HU,
        )
        for side in (-1, 1):
            gland = centre + turn @ (np.array((side * 0.034, 0.004, -0.056)) * size)
            self.paint(
                blob(self.axes, gland, (8, 12, 20), rng),
                Tissue.BODY,
                0.8 * up.neck,
                20.0,
                within=self.skin > 4,
            )
            tonsil = centre + turn @ (np.array((side * 0.0085, -0.008, -0.066)) * size)
            self.paint(blob(self.axes, tonsil, (6, 7, 11), rng), Tissue.BODY, up.neck, 45.0)

    def _neck(self) -> None:
        rng, up = self.rng, self.uptake
        for side in (-1, 1):
            thyroid = self.at(side * 0.010, -0.014, 0.838)
            self.paint(
                blob(self.axes, thyroid, (8, 9, 20), rng),
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
                    patch = blob(self.axes, self.at(side * x, y, z), (16, 9, 14), rng, rough=0.2)
                    self.paint(patch, None, up.brown_fat, FAT_HU, within=self.skin > 5)

    def _breasts(self) -> None:
        if not self.build.woman:
            return
        rng, height = self.rng, self.height
        size = (
            0.028 * height * (self.build.bmi / MEAN_BMI) ** 0.6 * float(np.exp(rng.normal(0, 0.15)))
        )
        front = -float(self._section(SKIN, np.array([0.735 * height]))[1][0])
        gone = rng.random() < 0.06
        for side in (-1, 1):
            if gone and side > 0:
                continue
            place = (side * 0.050 * height, front + 0.35 * size, 0.732 * height - 0.2 * size)
            breast = blob(self.axes, place, (1.25 * size, size, 1.15 * size), rng, rough=0.05)
            outside = self.skin <= 0
            self.paint(breast, Tissue.BODY, self.uptake.fat, FAT_HU, within=outside)
            gland = blob(
                self.axes,
                np.add(place, (0, -0.15 * size, 0)),
                (0.6 * size, 0.5 * size, 0.55 * size),
                rng,
                rough=0.15,
            )
            self.paint(
                gland, Tissue.BODY, float(rng.uniform(0.4, 1.1)), 10.0, within=self.lean <= 0
            )
            np.maximum(self.skin[breast.box], breast.depth_mm, out=self.skin[breast.box])

    # -- what may be in it --

    def _lesions(self, count: int) -> tuple[Lesion, ...]:
        rng = self.rng
        sites = np.array([Tissue.LIVER, Tissue.LUNGS, Tissue.BODY, Tissue.MUSCLE], np.uint8)
        made: list[Lesion] = []
        margin = ndimage.binary_erosion(self.skin > 0, iterations=3)
        for _ in range(count):
            site = Tissue(int(rng.choice(sites, p=[0.25, 0.2, 0.45, 0.1])))
            places = np.flatnonzero((self.tissue == site) & margin)
            if not len(places):
                continue
            place = np.unravel_index(int(rng.choice(places)), self.axes.shape)
            z, y, x = (
                float(a[i])
                for a, i in zip(
                    (self.axes.z_mm, self.axes.y_mm, self.axes.x_mm), place, strict=True
                )
            )
            radius = float(np.clip(9 * np.exp(rng.normal(0, 0.45)), 4.5, 28))
            suv = float(np.clip(self.suv[place] + 5 * np.exp(rng.normal(0, 0.6)), 2.5, 30))
            shape = blob(
                self.axes, (x, y, z), np.exp(rng.normal(0, 0.12, 3)) * radius, rng, rough=0.12
            )
            air = site is Tissue.LUNGS
            self.paint(shape, Tissue.LESION, suv, 40.0 if air else None, within=margin)
            made.append(Lesion((x, y, z), radius, suv, site))
        return tuple(made)

    def _texture(self) -> None:
        """Uptake varies within an organ by a few per cent, smoothly."""
        self.suv *= 1 + 0.04 * smooth_field(self.axes, 22.0, self.rng)
        # Fat takes up little of the dose, so that more is left for the others per gram of patient.
        self.suv *= np.float32((self.build.bmi / 24.0) ** 0.3)

    def _couch(self) -> None:
        _, y, x = self.axes.within(self.everywhere)
        lowest = float(self.axes.y_mm[np.flatnonzero((self.skin > 0).any(axis=(0, 2)))[-1]])
        sag = lowest + 6 - 40 * (x / 220) ** 2
        plate = (np.abs(y - sag - 6) < 5) & (np.abs(x) < 200) & (self.hu < -900) & (self.skin <= 0)
        self.hu[plate] = COUCH_HU


def _centred(reach_mm: float) -> Floats:
    count = int(np.ceil(reach_mm / PIXEL_MM))
    return (np.arange(-count, count + 1) * PIXEL_MM).astype(np.float32)
