"""Patients of the virtual scanner: the human body as a table of superquadrics, drawn from a seed.

The standard body is a person of 1.70 m lying supine with the arms up, in LPS mm: x to the left, y
to the back, z = 0 the crown of the head and the feet below, drawn from ordinary sectional anatomy.
Each patient's height, girth and fat, and every organ's size, position and uptake vary around it.

FDG uptake (SUVbw) is within the measured ranges of, in this order: J. Tsuchiya et al., EJNMMI Phys.
8 (2021) 31, Table 3 (aorta, white matter, liver, lung, parotid, muscle, spleen); Y. Wang et al.,
Mol. Imaging Biol. 9 (2007) 83 (cerebellum 8.0 ± 2.2, palatine tonsil 3.5 ± 1.4, lingual tonsil 3.1
± 1.1, sublingual gland 3.3 ± 1.5, soft palate 2.9 ± 0.9, testis 2.6 ± 0.6). Elsewhere it is typical
of clinical FDG images. Myocardium, bowel and urine have no normal value and vary widely.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, exp, log, pi, radians, sin
from typing import NamedTuple, Protocol

import numpy as np
from numpy.random import Generator

from station.simulate.lesions import place_lesions
from station.simulate.phantom import Anatomy, Breathing, Organ, Shape, Triple

STANDARD_HEIGHT_M = 1.70
STANDARD_BMI = 22.0
HEIGHT_M = (1.45, 1.95)
BMI = (16.0, 42.0)
MID_THIGH_Z_MM = -950.0
FIELD_OF_VIEW_MM = 544.0
"""Across: the arms next to the head are kept inside it."""
SKIN_MM = 2.0
LIMB_FAT = 0.55
"""Fat on arms and thighs, relative to that on the trunk"""
STREAM = 0x98
"""Separates this from other uses of a seed."""
LESION_STREAM = 0x1E
"""Lesions are drawn separately, so that a body is the same with and without them."""
LESIONS = (6, 14)
"""Smallest and largest number of lesions of a patient."""

UPTAKE_RISES_WITH_BMI = 0.5
"""Exponent: fat takes up little, so that lean tissue's SUVbw is higher in the obese (liver 3.0 at a
normal BMI, 4.1 above a BMI of 30: J. Nucl. Med. Technol., 10.2967/jnmt.119.233353)."""


class Tissue(NamedTuple):
    suv: float
    spread: float
    """Standard deviation between patients, as a fraction of `suv`"""
    hu: float
    texture: float = 0.05
    """Standard deviation within an organ, as a fraction"""


TISSUES = {
    "couch": Tissue(0.0, 0.0, -60, 0.0),
    "couch foam": Tissue(0.0, 0.0, -930, 0.0),
    "skin": Tissue(0.6, 0.15, 20, 0.10),
    "subcutaneous fat": Tissue(0.25, 0.20, -100, 0.12),
    "muscle": Tissue(0.55, 0.15, 45, 0.08),
    "bone": Tissue(0.7, 0.15, 650, 0.08),
    "marrow": Tissue(1.25, 0.20, 210, 0.10),
    "yellow marrow": Tissue(0.4, 0.2, 20, 0.10),
    "disc": Tissue(0.6, 0.15, 75),
    "spinal cord": Tissue(1.5, 0.15, 35),
    "cerebrospinal fluid": Tissue(0.7, 0.2, 8),
    "grey matter": Tissue(8.5, 0.15, 38, 0.07),
    "white matter": Tissue(2.0, 0.15, 28),
    "deep grey matter": Tissue(9.0, 0.15, 38, 0.07),
    "cerebellum": Tissue(7.2, 0.15, 38, 0.06),
    "airway": Tissue(0.0, 0.0, -990, 0.0),
    "eye": Tissue(0.6, 0.2, 10),
    "eye muscle": Tissue(2.6, 0.3, 45, 0.10),
    "soft palate": Tissue(2.4, 0.25, 45, 0.10),
    "tongue": Tissue(1.3, 0.25, 50, 0.10),
    "palatine tonsil": Tissue(3.2, 0.35, 45, 0.10),
    "lingual tonsil": Tissue(2.7, 0.35, 45, 0.10),
    "parotid gland": Tissue(1.25, 0.27, 10, 0.08),
    "submandibular gland": Tissue(1.7, 0.25, 35, 0.08),
    "sublingual gland": Tissue(2.6, 0.35, 35, 0.10),
    "vocal cords": Tissue(1.8, 0.3, 50, 0.10),
    "thyroid gland": Tissue(1.2, 0.25, 90, 0.10),
    "lung": Tissue(0.29, 0.22, -800, 0.15),
    "mediastinum": Tissue(0.75, 0.15, 0, 0.10),
    "oesophagus": Tissue(1.5, 0.25, 40, 0.12),
    "blood": Tissue(1.42, 0.12, 42, 0.02),
    "left ventricle wall": Tissue(3.0, 0.0, 48, 0.10),
    "lateral wall": Tissue(3.0, 0.0, 48, 0.08),
    "right ventricle wall": Tissue(1.8, 0.25, 48, 0.08),
    "liver": Tissue(1.85, 0.14, 58, 0.04),
    "gall bladder": Tissue(0.7, 0.3, 10, 0.02),
    "spleen": Tissue(1.65, 0.15, 50, 0.05),
    "pancreas": Tissue(1.4, 0.2, 40, 0.10),
    "adrenal gland": Tissue(1.6, 0.2, 25),
    "renal cortex": Tissue(2.8, 0.25, 35, 0.10),
    "renal pelvis": Tissue(12.0, 0.0, 10, 0.15),
    "ureter": Tissue(5.0, 0.6, 15, 0.15),
    "stomach wall": Tissue(2.0, 0.35, 45, 0.15),
    "stomach content": Tissue(0.6, 0.3, 15, 0.10),
    "visceral fat": Tissue(0.4, 0.2, -95, 0.15),
    "colon": Tissue(1.2, 0.3, 35, 0.20),
    "active colon": Tissue(2.5, 0.45, 38, 0.25),
    "colon gas": Tissue(0.1, 0.3, -850, 0.10),
    "quiet bowel": Tissue(0.9, 0.2, 35, 0.15),
    "bowel": Tissue(1.4, 0.25, 38, 0.20),
    "active bowel": Tissue(2.3, 0.4, 42, 0.25),
    "bladder": Tissue(14.0, 0.0, 8, 0.02),
    "rectum": Tissue(1.4, 0.3, 30, 0.15),
    "prostate": Tissue(1.6, 0.2, 45, 0.10),
    "testis": Tissue(2.5, 0.2, 40, 0.05),
    "uterus": Tissue(1.8, 0.35, 50, 0.12),
    "glandular breast": Tissue(0.8, 0.25, 20, 0.15),
}
FOUND = {
    "collapsed lung": Tissue(1.2, 0.3, 25, 0.15),
    "effusion": Tissue(0.9, 0.3, 10, 0.05),
    "ascites": Tissue(0.9, 0.3, 8, 0.05),
    "thymus": Tissue(1.8, 0.35, 40, 0.12),
}
"""What only some bodies have. Uptake of effusion and ascites is at most about that of blood, of a
thymus of young adults 1 to 3.5: typical of clinical FDG images"""


SPINE_Y_MM = (
    (-160.0, -250.0, -290.0, -420.0, -545.0, -650.0, -706.0),
    (18.0, 24.0, 32.0, 48.0, 42.0, 30.0, 38.0),
)
"""z and y of the vertebral bodies' centres: lordosis, kyphosis, lordosis."""


def _at(
    x: float,
    y: float,
    z: float,
    a: float,
    b: float,
    c: float,
    turned: Triple = (0.0, 0.0, 0.0),
    horizontal: float = 1.0,
    meridional: float = 1.0,
    taper: float = 0.0,
) -> Shape:
    return Shape((x, y, z), (a, b, c), (horizontal, meridional), turned, taper)


def _of_sides(shapes: Sequence[Shape], sides: tuple[bool, bool]) -> tuple[Shape, ...]:
    """Of shapes left and right of the body's axis those on the given sides, left and right."""
    return tuple(shape for shape in shapes if sides[0 if shape.centre_mm[0] > 0 else 1])


def _pair(*shapes: Shape) -> tuple[Shape, ...]:
    """The shapes of one side and their mirror images."""
    return (*shapes, *(shape.mirrored() for shape in shapes))


def _towards(x: float, y: float, z: float) -> Triple:
    """Angles that turn a shape's c axis to a direction."""
    length = (x * x + y * y + z * z) ** 0.5
    return 0.0, degrees(acos(z / length)), degrees(atan2(y, x))


def _tube(points: Sequence[Triple], radius_mm: float) -> tuple[Shape, ...]:
    """A round tube through points: a rounded cylinder from each point to the next."""
    shapes: list[Shape] = []
    for start, end in pairwise(points):
        (x, y, z), (dx, dy, dz) = start, np.subtract(end, start)
        half = float(np.linalg.norm((dx, dy, dz))) / 2
        centre = (x + dx / 2, y + dy / 2, z + dz / 2)
        turned = _towards(dx, dy, dz)
        sides = (radius_mm, radius_mm, half + 0.6 * radius_mm)
        shapes.append(Shape(centre, sides, (1.0, 0.4), turned))
    return tuple(shapes)


class Pose(StrEnum):
    """Where an arm is."""

    NEXT_TO_HEAD = "next to the head"
    RAISED = "raised, the forearm above the head"
    DOWN = "next to the trunk"
    ON_BELLY = "the forearm on the belly"


Sides = tuple[float, float]
"""Of the left and of the right side"""


@dataclass(frozen=True)
class Findings:
    """What else is unusual in a body; as it is here, nothing is."""

    kidneys: tuple[bool, bool] = (True, True)
    """Left, right"""
    breasts: tuple[bool, bool] = (True, True)
    """Left, right: not taken off"""
    liver_size: float = 1.0
    """Of its length, and half as much of its other sides; likewise the spleen's"""
    spleen_size: float = 1.0
    ascites_mm: float = 0.0
    """Depth of the fluid around the bowel"""
    effusion: Sides = (0.0, 0.0)
    """Fluid behind the lung, as a share of the chest's depth"""
    collapsed: Sides = (0.0, 0.0)
    """Lung without air from its base up, as a share of its height"""
    hernia: bool = False
    """Part of the stomach is behind the heart"""
    hip_prostheses: tuple[bool, bool] = (False, False)
    spine_metal: bool = False
    """Rods and screws of the lumbar spine"""
    thymus: bool = False
    full_ureters: tuple[bool, bool] = (False, False)
    bladder_fill: float | None = None
    """Size of the bladder relative to the standard; None: drawn as in `draw_patient`"""
    legs: bool = False
    """The body goes on below the middle of the thighs"""


USUAL = Findings()


@dataclass(frozen=True)
class Build:
    """How this patient differs from the standard body."""

    rng: Generator
    sex: str
    head: Triple
    trunk: Triple
    fat_mm: float
    belly_mm: float
    """How far internal fat pushes the front of the abdomen out"""
    arms: tuple[float, float]
    """Lean of the left and the right upper arm away from the head, degrees"""
    head_turned_deg: float
    bend_mm: float
    """Sideways bend of the spine"""
    suv: dict[str, float]
    poses: tuple[Pose, Pose] = (Pose.NEXT_TO_HEAD, Pose.NEXT_TO_HEAD)
    """Left, right"""
    field_of_view_mm: float = FIELD_OF_VIEW_MM
    findings: Findings = USUAL

    def organ(
        self,
        name: str,
        shapes: Iterable[Shape],
        *,
        tissue: str | None = None,
        inside: Iterable[str] | None = None,
    ) -> Organ:
        kind = tissue or name
        within = None if inside is None else frozenset(inside)
        known = TISSUES.get(kind) or FOUND[kind]
        return Organ(name, tuple(shapes), self.suv[kind], known.hu, within, known.texture)

    def place(
        self,
        frame: Triple,
        anchor: Triple,
        size: float = 0.05,
        shift_mm: float = 2.5,
    ) -> Callable[[Iterable[Shape]], tuple[Shape, ...]]:
        """From the standard body into this one: shapes that share one draw of size and position."""
        grow = np.exp(self.rng.normal(0, size, 3))
        shift = np.clip(self.rng.normal(0, shift_mm, 3), -2 * shift_mm, 2 * shift_mm)
        centre = np.array(anchor)

        def placed(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
            return tuple(
                shape.moved(-centre).stretched(grow).moved(centre + shift).stretched(frame)
                for shape in shapes
            )

        return placed

    def fixed(self, frame: Triple, shapes: Iterable[Shape]) -> tuple[Shape, ...]:
        return tuple(shape.stretched(frame) for shape in shapes)


class Drawing(Protocol):
    """What draws a patient from a seed: `draw_patient`, or another world's."""

    def __call__(
        self,
        seed: int,
        *,
        lesions: bool,
        lesion_count: tuple[int, int],
        bmi: float | None,
        arms_down: bool,
    ) -> Anatomy: ...


def draw_patient(
    seed: int,
    *,
    lesions: bool = True,
    lesion_count: tuple[int, int] = LESIONS,
    bmi: float | None = None,
    arms_down: bool = False,
) -> Anatomy:
    """A random patient, always the same for the same seed.

    `lesions` False is the same body without them. `lesion_count` is the smallest and the largest
    number of them; there are fewer if the body has no room. `bmi` (kg/m², None: drawn) makes the
    same person slim or heavy; `arms_down` puts the arms next to the trunk.
    """
    rng = np.random.default_rng([seed, STREAM])
    sex = "M" if rng.random() < 0.5 else "F"
    mean_height, spread = (1.72, 0.075) if sex == "M" else (1.60, 0.07)
    height_m = round(float(np.clip(rng.normal(mean_height, spread), *HEIGHT_M)), 2)
    drawn_bmi = float(np.clip(25.0 * exp(rng.normal(0, 0.22)), *BMI))
    bmi = drawn_bmi if bmi is None else bmi
    tall = height_m / STANDARD_HEIGHT_M
    girth = (0.98 if sex == "M" else 0.93) * tall**0.5 * (bmi / STANDARD_BMI) ** 0.22
    skull = float(np.clip(rng.normal(1.0 if sex == "M" else 0.96, 0.025), 0.9, 1.06))
    fat_mm = 10 + 1.5 * (bmi - STANDARD_BMI) + (6 if sex == "F" else 0) + rng.normal(0, 2)
    belly_mm = float(np.clip(1.9 * (bmi - 24) * rng.uniform(0.4, 1.4), 0, 40))
    build = Build(
        rng=rng,
        sex=sex,
        head=(skull, skull, tall),
        trunk=(girth, girth, tall),
        fat_mm=float(np.clip(fat_mm, 3.5, 45)),
        belly_mm=belly_mm,
        arms=(float(rng.uniform(1, 11)), float(rng.uniform(1, 11))),
        head_turned_deg=float(np.clip(rng.normal(0, 5), -12, 12)),
        bend_mm=float(np.clip(rng.normal(0, 4), -10, 10)),
        suv=usual_uptake(rng, bmi),
        poses=(Pose.DOWN, Pose.DOWN) if arms_down else (Pose.NEXT_TO_HEAD, Pose.NEXT_TO_HEAD),
    )
    body = body_of(build, height_m, bmi, (25, 88))
    if not lesions:
        return body
    drawn = np.random.default_rng([seed, STREAM, LESION_STREAM])
    return with_lesions(body, build, drawn, lesion_count)


def body_of(build: Build, height_m: float, bmi: float, ages: tuple[int, int]) -> Anatomy:
    """The body of a build, without lesions, its age drawn from the first to before the second."""
    organs = (
        *_surface(build),
        *_wall(build, _ribs(build)),
        *_chest(build),
        *_abdomen(build),
        *_pelvis(build),
        *_spine(build),
        *_face(build),
        *_brain(build),
        *_metal(build),
    )
    return Anatomy(
        sex=build.sex,
        age_years=int(build.rng.integers(*ages)),
        height_m=height_m,
        weight_kg=round(bmi * height_m**2, 1),
        organs=organs,
        thigh_z_mm=MID_THIGH_Z_MM * build.trunk[2],
        breathing=_breathing(build),
        arms=tuple(s.grown(LIMB_FAT * build.fat_mm + SKIN_MM) for s in _soft_arms(build)),
    )


def with_lesions(
    body: Anatomy, build: Build, rng: Generator, lesion_count: tuple[int, int]
) -> Anatomy:
    """The body with tumours in it, of the smallest to the largest number."""
    tumours = place_lesions(body, build.head, build.trunk, rng, lesion_count)
    return replace(body, lesions=tumours)


def usual_uptake(rng: Generator, bmi: float) -> dict[str, float]:
    """SUVbw of every tissue in one patient."""
    lean = (bmi / STANDARD_BMI) ** UPTAKE_RISES_WITH_BMI
    suv = {
        name: tissue.suv * float(np.exp(np.clip(rng.normal(0, tissue.spread), -1.2, 1.0)))
        for name, tissue in TISSUES.items()
    }
    without_weight = {"subcutaneous fat", "visceral fat", "colon gas", "bladder", "renal pelvis"}
    for name in suv.keys() - without_weight:
        suv[name] *= lean
    blood = suv["blood"]

    # The heart burns fat or glucose: from a silent myocardium to the hottest organ of the trunk. No
    # uptake in 10 % after 4 to 6 h without food, in 55 % after a night (P. Kumar et al., Indian J.
    # Nucl. Med. 29 (2014) 140).
    kind = rng.random()
    if kind < 0.3:
        wall = blood * rng.uniform(0.9, 1.3)
    else:
        wall = _log_uniform(rng, 2.0, 5.0) if kind < 0.6 else _log_uniform(rng, 5.0, 16.0)
    suv["left ventricle wall"] = wall
    suv["lateral wall"] = wall * rng.uniform(0.85, 1.5)

    # Under metformin the bowel is intense, the colon most (E. Gontier et al., Eur. J. Nucl. Med.
    # Mol. Imaging, 10.1007/s00259-007-0563-6).
    if rng.random() < 0.06:
        for name in ("colon", "active colon", "bowel", "active bowel", "rectum"):
            suv[name] *= rng.uniform(2.0, 3.5)
    if rng.random() < 0.12:  # stimulated marrow: anaemia, growth factors
        suv["marrow"] *= rng.uniform(1.6, 2.8)
        suv["spleen"] *= rng.uniform(1.1, 1.6)
    if rng.random() < 0.07:  # talked
        suv["vocal cords"] = rng.uniform(3.0, 6.0)
    if rng.random() < 0.06:  # thyroiditis
        suv["thyroid gland"] = rng.uniform(2.5, 6.0)
    if rng.random() < 0.05:  # ate, or trained
        suv["muscle"] = min(suv["muscle"] * rng.uniform(1.5, 2.2), 0.85 * blood)
    suv["bladder"] = _log_uniform(rng, 3.0, 45.0)
    suv["renal pelvis"] = _log_uniform(rng, 3.0, 30.0)
    brain = float(np.exp(np.clip(rng.normal(0, 0.15), -0.35, 0.3)))
    for name in ("grey matter", "deep grey matter", "cerebellum", "white matter"):
        suv[name] *= brain
    return suv


def _log_uniform(rng: Generator, low: float, high: float) -> float:
    return exp(rng.uniform(log(low), log(high)))


def _breathing(build: Build) -> Breathing:
    """Quiet breathing; the diaphragm's range differs between patients."""
    across, deep, tall = build.trunk
    return Breathing(
        amplitude_mm=float(np.clip(build.rng.normal(12, 3), 5, 20)),
        neck_z_mm=-300 * tall,
        dome_z_mm=-470 * tall,
        liver_z_mm=-530 * tall,
        pelvis_z_mm=-770 * tall,
        cage_mm=(125 * across, 80 * deep),
        spine_y_mm=40 * deep,
    )


def _surface(build: Build) -> list[Organ]:
    """Couch, skin, fat and the muscle that everything else is painted into."""
    head = _turned(
        build,
        (
            _at(0, 6, -86, 70, 90, 82),
            _at(0, -36, -146, 56, 52, 70, horizontal=0.8, meridional=0.7),
            _at(0, -46, -195, 46, 42, 24),
            _at(0, -88, -140, 10, 16, 20, (12, 0, 0)),
            *_pair(_at(40, -2, -168, 26, 38, 40)),
            *_pair(_at(71, 15, -122, 4, 11, 22)),
        ),
    )
    neck = build.fixed(build.trunk, (_at(0, 18, -245, 54, 54, 80, meridional=0.35, taper=-0.08),))
    trunk = build.fixed(
        build.trunk,
        (
            _at(0, 2, -430, 148, 92, 150, (0, 0, 0), 0.72, 0.6, 0.03),
            _at(0, 4, -600, 134, 88, 150, (0, 0, 0), 0.75, 0.4),
            _at(0, 10, -790, 152, 92, 130, (0, 0, 0), 0.75, 0.6),
            *_pair(_at(68, 62, -850, 68, 52, 78)),
        ),
    )
    trunk = _fronted(trunk, 1, build.belly_mm)
    if build.sex == "M":
        trunk = (*trunk, *build.fixed(build.trunk, (_at(0, -62, -925, 32, 26, 34),)))
    thighs = _pair(_at(80, 14, -960, 72, 78, 210, (0, 0, 0), 0.95, 0.35, 0.2))
    shoulders = build.fixed(
        build.trunk,
        (
            _at(0, 22, -330, 158, 56, 58, (0, 0, 0), 0.85, 0.9),
            _at(0, 34, -282, 100, 40, 52),
            *_pair(_at(150, 22, -325, 46, 46, 66)),
        ),
    )
    legs = LEGS if build.findings.legs else ()
    limbs = (*build.fixed(build.trunk, (*thighs, *legs)), *_soft_arms(build))
    breasts: tuple[Shape, ...] = ()
    gland: tuple[Shape, ...] = ()
    if build.sex == "F":
        placed = build.place(build.trunk, (78, -95, -430), 0.12, 1.0)
        forward = (0.0, -0.5 * build.fat_mm, 0.0)
        breasts = tuple(s.moved(forward) for s in placed(_pair(_at(78, -92, -432, 54, 34, 50))))
        gland = tuple(s.moved(forward) for s in placed(_pair(_at(78, -100, -430, 30, 22, 28))))
        breasts, gland = (_of_sides(shapes, build.findings.breasts) for shapes in (breasts, gland))
    # Fat around the chest does not extend up the neck.
    chest = trunk[0].moved((0, 0, -0.7 * build.fat_mm))
    lean = ((head, 3.5), (neck, 0.45 * build.fat_mm), ((chest, *trunk[1:]), build.fat_mm))
    outer = (*limbs, *shoulders)
    layers = (*lean, (outer, LIMB_FAT * build.fat_mm), (breasts, 0.35 * build.fat_mm))
    fat = [shape.grown(mm) for shapes, mm in layers for shape in shapes]
    skin = [shape.grown(SKIN_MM) for shape in fat]
    muscle = [*head, *neck, *trunk, *shoulders, *limbs]
    back = max(shape.centre_mm[1] + shape.semi_axes_mm[1] for shape in (*trunk, *limbs))
    back += build.fat_mm + SKIN_MM
    couch = _at(0, back + 14, -500, 215, 22, 2000, horizontal=0.45, meridional=0.1)
    return [
        build.organ("couch", (couch,)),
        build.organ("couch foam", (couch.grown(-3),)),
        build.organ("skin", skin),
        build.organ("subcutaneous fat", fat),
        build.organ("muscle", muscle),
        build.organ("glandular breast", gland, inside={"subcutaneous fat"}),
    ]


LEGS = _pair(
    _at(84, 12, -1215, 54, 58, 90, (0, 0, 0), 0.95, 0.6, 0.1),
    _at(88, 14, -1400, 48, 54, 200, (0, 0, 0), 0.95, 0.5, 0.25),
    _at(90, -20, -1625, 38, 88, 34, (0, 0, 0), 0.8, 0.7),
)
"""Knees, calves and feet"""


def _fronted(shapes: tuple[Shape, ...], which: int, by_mm: float) -> tuple[Shape, ...]:
    """With the front of one of them moved out by `by_mm`, its back unchanged."""
    shape = shapes[which]
    a, b, c = shape.semi_axes_mm
    fronted = replace(shape.moved((0, -by_mm / 2, 0)), semi_axes_mm=(a, b + by_mm / 2, c))
    return (*shapes[:which], fronted, *shapes[which + 1 :])


def _turned(build: Build, shapes: Iterable[Shape], *, placed: bool = False) -> tuple[Shape, ...]:
    """Shapes of the head, turned to a side about the neck; `placed`: already in this body."""
    angle = radians(build.head_turned_deg)
    axis_y = 15.0 * build.head[1]
    turned: list[Shape] = []
    for shape in shapes if placed else build.fixed(build.head, shapes):
        (x, y, z), (about_x, about_y, about_z) = shape.centre_mm, shape.turned_deg
        centre = (
            x * cos(angle) - (y - axis_y) * sin(angle),
            axis_y + x * sin(angle) + (y - axis_y) * cos(angle),
            z,
        )
        turned_deg = (about_x, about_y, about_z + build.head_turned_deg)
        turned.append(replace(shape, centre_mm=centre, turned_deg=turned_deg))
    return tuple(turned)


ARM_AT_SHOULDER = (156.0, 28.0, -343.0)
ARM_LENGTH_MM = 330.0


def _arms(
    build: Build, upper: Triple, fore: Triple | None, taper: float = 0.0
) -> tuple[Shape, ...]:
    """Both upper arms, with `fore` also the forearms or, next to the head, their beginning.

    `upper`, `fore`: semi-axes in the standard body; `fore` is of an arm next to the head. First the
    left arm, then the right.
    """
    return tuple(
        shape
        for side, lean_deg, pose in zip((1, -1), build.arms, build.poses, strict=True)
        for shape in _arm(build, side, lean_deg, pose, upper, fore, taper)
    )


def _arm(
    build: Build,
    side: int,
    lean_deg: float,
    pose: Pose,
    upper: Triple,
    fore: Triple | None,
    taper: float,
) -> list[Shape]:
    """One arm in its pose; `lean_deg` away from the body's axis, for an arm that is up."""
    across, deep, tall = build.trunk
    x, y, z = (float(v) for v in np.array(ARM_AT_SHOULDER) * build.trunk)
    length = ARM_LENGTH_MM * tall
    a, b, c = upper
    semi = (a * across, b * deep, c * tall)
    if pose is Pose.NEXT_TO_HEAD:
        # The arms lean out as drawn, but stay within the field of view.
        widest = build.field_of_view_mm / 2 - 3 - SKIN_MM - LIMB_FAT * build.fat_mm - 38 * across
        lean = min(sin(radians(lean_deg)), (widest - x) / length)
        angle = degrees(asin(lean))
        centre = (side * (x + length * lean / 2), y, z + length / 2)
        shapes = [Shape(centre, semi, (1.0, 0.4), (0.0, side * angle, 0.0), taper)]
        if fore is not None:
            a, b, c = fore
            centre = (side * (x + length * lean), y - 6, z + length + 30)
            shapes.append(Shape(centre, (a * across, b * deep, c * tall)))
        return shapes
    if pose is Pose.RAISED:
        lean = radians(lean_deg)
        out, up = length * sin(lean), length * cos(lean)
        centre = (side * (x + out / 2), y, z + up / 2)
        shapes = [Shape(centre, semi, (1.0, 0.4), (0.0, side * lean_deg, 0.0), taper)]
        elbow, wrist = (side * (x + out), y, z + up), (side * 20.0, y - 10, z + up + 110 * tall)
    else:
        # Fat of the hip, and of the arm itself, is in between.
        elbow_x = HIP_HALF_WIDTH_MM * across + (1 + LIMB_FAT) * build.fat_mm + 40 * across
        lean = min(max(elbow_x - x, 0.0) / length, 0.5)
        out = x + length * lean
        centre = (side * (x + length * lean / 2), y, z - length / 2)
        turned = (0.0, -side * degrees(asin(lean)), 0.0)
        shapes = [Shape(centre, semi, (1.0, 0.4), turned, -taper)]
        if pose is Pose.DOWN:
            if fore is not None:
                a, b, c = FOREARM
                centre = (side * out, y, z - length - 110 * tall)
                shapes.append(Shape(centre, (a * across, b * deep, c * tall), (1.0, 0.6)))
            return shapes
        front = -86 * deep - build.belly_mm - build.fat_mm - FOREARM[1] / 2
        elbow, wrist = (side * out, y, z - length), (side * 60.0, front, z - length - 15)
    if fore is not None:
        a, b, _ = FOREARM
        shapes += _tube((elbow, wrist), 0.5 * (a + b) * across)
    return shapes


def _soft_arms(build: Build) -> tuple[Shape, ...]:
    """The muscle of both arms."""
    return _arms(build, (38, 40, 165), (36, 38, 70), -0.12)


FOREARM = (30.0, 32.0, 130.0)
"""Semi-axes of a whole forearm in the standard body"""
HIP_HALF_WIDTH_MM = 152.0
"""In the standard body, without fat"""


def _ribs(build: Build) -> tuple[Shape, ...]:
    """Ten tilted rings, the upper ones narrower."""
    rings: list[Shape] = []
    for i in range(10):
        across = float(np.interp(i, (0, 2, 5, 9), (72, 102, 129, 129)))
        deep = float(np.interp(i, (0, 2, 5, 9), (54, 74, 84, 82)))
        ring = across / 4.5
        centre = (0.0, 8.0, -318.0 - 24.5 * i)
        rings.append(Shape(centre, (4.5, deep / ring, 6.5), turned_deg=(22, 0, 0), ring=ring))
    return build.fixed(build.trunk, rings)


def _wall(build: Build, ribs: tuple[Shape, ...]) -> list[Organ]:
    """The bones of the chest wall and the arms."""
    arm = _arms(build, (12, 12, 160), None)
    flat = build.fixed(
        build.trunk,
        (
            _at(0, -78, -395, 17, 6, 80, (-6, 0, 0), 0.7, 0.5),
            *_pair(
                _at(100, 66, -365, 42, 5, 58, (0, 12, 18), 0.9, 0.9),
                _at(72, -20, -303, 64, 6.5, 6.5, (0, 0, 22), 1.0, 1.0),
                _at(150, 25, -322, 24, 24, 24),
            ),
        ),
    )
    soft = {"muscle", "subcutaneous fat"}
    return [
        build.organ("rib", ribs, tissue="bone", inside=soft),
        build.organ("bone", (*flat, *arm), inside={*soft, "rib"}),
        build.organ(
            "rib marrow",
            (shape.grown(-2.6) for shape in ribs),
            tissue="marrow",
            inside={"rib"},
        ),
        build.organ(
            "wall marrow",
            (shape.grown(-2.6) for shape in flat),
            tissue="marrow",
            inside={"bone"},
        ),
        build.organ(
            "humerus marrow",
            (shape.grown(-5) for shape in arm),
            tissue="yellow marrow",
            inside={"bone"},
        ),
    ]


def _chest(build: Build) -> list[Organ]:
    lung = build.place(build.trunk, (0, 3, -420), 0.05, 3.0)
    heart = build.place(build.trunk, (25, -30, -455), 0.08, 4.0)
    vessels = build.place(build.trunk, (0, 0, -400), 0.02, 1.5)
    axis = (0.62, -0.55, -0.56)
    to_apex = _towards(*axis)
    apex = np.array(axis)
    ventricle = Shape((44.0, -36.0, -463.0), (32, 32, 42), turned_deg=to_apex)
    cavity = Shape((44.0, -36.0, -463.0), (21, 21, 36), turned_deg=to_apex).moved(-9 * apex)
    lateral = Shape((62.0, -20.0, -455.0), (24, 30, 36), turned_deg=to_apex)
    arch = Shape(
        (5, 2, -372),
        (12.5, 12.5, 12.5),
        turned_deg=(90, 0, 62),
        ring=2.7,
        cut=((0.0, -1.0, 0.0), 3.0),
    )
    aorta = (
        arch,
        *_tube(((-11, -28, -372), (-6, -30, -430)), 13.5),
        *_tube(((20, 32, -370), (24, 34, -440), (20, 28, -540), (13, 14, -600)), 11.5),
        *_tube(((13, 14, -600), (11, 5, -650), (8, 8, -700)), 9.0),
        *_tube(((8, 8, -700), (-34, 22, -765)), 6.0),
        *_tube(((8, 8, -700), (38, 22, -765)), 6.0),
    )
    veins = (
        *_tube(((-24, -12, -335), (-24, -8, -425)), 9.0),
        *_tube(((-22, 2, -480), (-22, 8, -600), (-17, 14, -715)), 10.0),
        *_pair(*_tube(((30, 0, -220), (28, -2, -300)), 5.5)),
        *_pair(*_tube(((36, 26, -765), (62, -38, -880), (72, -30, -960)), 5.5)),
        *_tube(((-20, 0, -398), (45, 8, -392)), 9.5),
    )
    chambers = (
        _at(8, 6, -436, 30, 18, 24),
        _at(-26, -18, -452, 22, 26, 31),
    )
    right = _at(12, -52, -462, 40, 22, 34, (0, 25, 0))
    lungs = (
        _at(-76, 3, -418, 50, 76, 126, (0, 0, 0), 0.85, 0.85, -0.16),
        _at(76, 3, -414, 49, 76, 122, (0, 0, 0), 0.85, 0.85, -0.16),
    )
    hila = (
        *_tube(((0, 14, -375), (-30, 12, -398), (-62, 14, -428)), 5.5),
        *_tube(((0, 14, -375), (34, 16, -400), (62, 18, -432)), 5.5),
        *_tube(((-30, 12, -398), (-75, -8, -405)), 4.0),
        *_tube(((34, 16, -400), (78, -6, -402)), 4.0),
    )
    bronchi = [shape.grown(-2) for shape in hila[:4]]
    windpipe = _tube(((0, -4, -232), (0, 6, -310), (0, 13, -376)), 9.5)
    found = build.findings
    sunk: list[Organ] = []
    for side, air in ((0, lungs[1]), (1, lungs[0])):
        # Lungs lie along the body's axes: a cut of the shape is one across the patient.
        deep, high = air.semi_axes_mm[1], air.semi_axes_mm[2]
        if found.collapsed[side]:
            base = replace(air, cut=((0.0, 0.0, 1.0), high * (2 * found.collapsed[side] - 1)))
            sunk.append(build.organ("collapsed lung", lung((base,)), inside={"lung"}))
        if found.effusion[side]:
            back = replace(air, cut=((0.0, -1.0, 0.0), deep * (2 * found.effusion[side] - 1)))
            fluid = {"lung", "collapsed lung"} & {"lung", *(organ.name for organ in sunk)}
            sunk.append(build.organ("effusion", lung((back,)), inside=fluid))
    thymus = _pair(_at(9, -64, -392, 9, 7, 30, (0, 4, 0)))
    young = [build.organ("thymus", vessels(thymus))] if found.thymus else []
    return [
        build.organ("lung", lung(lungs), inside={"muscle"}),
        *sunk,
        build.organ(
            "mediastinum",
            build.fixed(build.trunk, (_at(4, -8, -405, 30, 66, 105, (0, 0, 0), 0.8, 0.6, -0.1),)),
        ),
        build.organ("pulmonary vessels", vessels(hila), tissue="blood"),
        build.organ(
            "oesophagus", vessels(_tube(((0, 12, -270), (6, 28, -400), (18, 12, -510)), 7))
        ),
        build.organ(
            "pericardial fat", heart((_at(20, -28, -455, 58, 48, 50),)), tissue="mediastinum"
        ),
        build.organ("right ventricle wall", heart((right.grown(4),))),
        build.organ("heart chambers", heart((right, *chambers)), tissue="blood"),
        build.organ("left ventricle wall", heart((ventricle,))),
        build.organ("lateral wall", heart((lateral,)), inside={"left ventricle wall"}),
        build.organ("left ventricle cavity", heart((cavity,)), tissue="blood"),
        build.organ("great veins", vessels(veins), tissue="blood"),
        build.organ("aorta", vessels(aorta), tissue="blood"),
        build.organ("airway", (*vessels(windpipe), *vessels(bronchi))),
        *young,
    ]


def _abdomen(build: Build) -> list[Organ]:
    rng = build.rng
    found = build.findings
    liver = _resized(
        build.place(build.trunk, (-70, 0, -535), 0.08, 5.0), LIVER_DOME, found.liver_size
    )
    spleen = _resized(
        build.place(build.trunk, (100, 42, -530), 0.16, 5.0), SPLEEN_DOME, found.spleen_size
    )
    stomach = build.place(build.trunk, (62, -35, -545), 0.14, 5.0)
    gut = build.place(build.trunk, (0, -20, -690), 0.06, 5.0)
    cavity = (
        _at(0, -14, -660, 112, 66, 165, (0, 0, 0), 0.75, 0.6),
        _at(68, 6, -560, 56, 70, 72),
        _at(-64, 4, -540, 59, 74, 92, (0, 0, 0), 0.95, 0.9),
    )
    kidneys: list[Shape] = []
    pelves: list[Shape] = []
    for side, z in ((1, -598), (-1, -612)):
        placed = build.place(build.trunk, (side * 62, 44, z), 0.09, 6.0)
        kidney = _at(62, 44, z, 25, 27, 55, (-8, -12, 20), 0.95, 0.95)
        calyces = (
            _at(52, 38, z, 8, 9, 17),
            *(_at(58, 41, z + dz, 6, 6, 7) for dz in (-24, 24)),
        )
        kidneys += placed((kidney if side > 0 else kidney.mirrored(),))
        pelves += placed(shape if side > 0 else shape.mirrored() for shape in calyces)
    kidneys, pelves = (list(_of_sides(shapes, found.kidneys)) for shapes in (kidneys, pelves))
    if sum(found.kidneys) == 1:  # the other one has grown
        kidneys = [shape.stretched_about(shape.centre_mm, ONLY_KIDNEY) for shape in kidneys]
    pieces = [
        Shape(
            tuple(rng.uniform((-72, -66, -790), (72, -12, -640))),
            (11, 11, float(rng.uniform(18, 34))),
            (1.0, 0.7),
            tuple(rng.uniform(0, 180, 3)),
        )
        for _ in range(54)
    ]
    colon = (
        *_tube(((-98, 4, -755), (-100, -4, -640), (-70, -50, -622), (0, -62, -650)), 18),
        *_tube(((0, -62, -650), (72, -46, -618), (98, 8, -596)), 16),
        *_tube(((98, 8, -596), (101, 12, -700), (90, 0, -775), (40, 15, -800)), 13),
    )
    first = int(rng.integers(0, len(colon)))
    busy = [shape.grown(-1.5) for shape in colon[first : first + int(rng.integers(1, 5))]]
    gas = [
        _at(*shape.centre_mm, 9, 9, 9).moved((0, -5, rng.uniform(-20, 20)))
        for shape in colon
        if rng.random() < 0.6
    ]
    soft = frozenset({"visceral fat", "muscle", "lung"})
    loose = frozenset({"visceral fat"})
    within = _fronted(build.fixed(build.trunk, cavity), 0, build.belly_mm)
    ascites: list[Organ] = []
    if found.ascites_mm:
        ascites = [build.organ("ascites", within, inside={"muscle", "lung"})]
        within = (within[0].grown(-found.ascites_mm), within[1], within[2])
        # Bowel and fat float up.
        within = (within[0].moved((0, -0.6 * found.ascites_mm, 0)), *within[1:])
    psoas = build.fixed(build.trunk, _pair(_at(38, 36, -690, 18, 20, 95, (8, 6, 0))))
    wall = _at(62, -38, -548, 32, 34, 58, (0, 25, -10), 1.0, 1.0, 0.25)
    antrum = _at(18, -50, -592, 38, 16, 17, (0, -15, 0))
    ureters = [
        _at(side * rng.uniform(30, 36), 26, z, 2.6, 2.6, rng.uniform(5, 16))
        for side in (1, -1)
        for z in (-660, -700, -750, -790)
        if rng.random() < 0.4
    ]
    for side, full in zip((1, -1), found.full_ureters, strict=True):
        if full:
            way = ((side * 44, 36, -620), (side * 34, 26, -690), (side * 38, 30, -770))
            ureters += _tube((*way, (side * 22, -2, -832)), 3.0)
    herniated = (_at(14, 12, -478, 27, 20, 33, (0, 8, 0)),) if found.hernia else ()
    fluid = {"ascites"} if ascites else set[str]()
    air_free = {organ for organ in ("collapsed lung", "effusion") if _sunk(found, organ)}
    return [
        *ascites,
        build.organ("visceral fat", within, inside={"muscle", "lung", *fluid, *air_free}),
        build.organ("psoas muscle", psoas, tissue="muscle", inside=soft),
        build.organ("quiet bowel", gut(pieces[:24]), inside=loose),
        build.organ("bowel", gut(pieces[24:46]), inside=loose),
        build.organ("active bowel", gut(pieces[46:]), inside={*loose, "bowel"}),
        build.organ("colon", gut(colon), inside={*loose, "quiet bowel", "bowel", "active bowel"}),
        build.organ("active colon", gut(busy), inside={"colon"}),
        build.organ("colon gas", gut(gas), inside={"colon", "active colon"}),
        build.organ("spleen", spleen((_at(102, 40, -530, 22, 40, 50, (-25, 15, -20)),))),
        build.organ("stomach wall", stomach((wall, antrum, *herniated))),
        build.organ(
            "stomach content",
            stomach((wall.grown(-7), antrum.grown(-6), *(s.grown(-6) for s in herniated))),
        ),
        build.organ(
            "liver",
            liver(
                (
                    _at(-72, 4, -537, 60, 72, 82, (0, 0, 0), 0.95, 0.9, 0.12),
                    _at(-6, -38, -522, 62, 34, 36, (0, -12, 0)),
                )
            ),
            inside={
                *loose,
                *fluid,
                *air_free,
                "lung",
                "stomach wall",
                "stomach content",
                "mediastinum",
                "colon",
                "colon gas",
            }
            | {"active colon", "quiet bowel", "bowel", "active bowel"},
        ),
        build.organ("gall bladder", liver((_at(-44, -50, -590, 14, 14, 27, (20, 0, 0)),))),
        build.organ(
            "pancreas",
            stomach(
                (_at(26, -8, -588, 50, 11, 13, (0, -16, -14)), _at(-18, -14, -603, 15, 14, 20))
            ),
            inside=loose,
        ),
        build.organ("adrenal gland", build.fixed(build.trunk, _pair(_at(38, 32, -560, 4, 10, 13)))),
        build.organ("renal cortex", kidneys),
        build.organ("renal pelvis", pelves),
        build.organ("ureter", build.fixed(build.trunk, ureters)),
    ]


LIVER_DOME: Triple = (-70, 0, -455)
SPLEEN_DOME: Triple = (102, 42, -482)
"""Their upper ends: what is large has grown down from there"""
ONLY_KIDNEY = 1.15


def _resized(
    placed: Callable[[Iterable[Shape]], tuple[Shape, ...]], dome: Triple, size: float
) -> Callable[[Iterable[Shape]], tuple[Shape, ...]]:
    """Like `placed`, `size` times as long from its dome down, half as much more in other sides."""
    if size == 1.0:
        return placed
    across = 1 + (size - 1) / 2
    factors = (across, across, size)
    return lambda shapes: placed(s.stretched_about(dome, factors) for s in shapes)


def _sunk(found: Findings, organ: str) -> bool:
    return any(found.effusion if organ == "effusion" else found.collapsed)


def _pelvis(build: Build) -> list[Organ]:
    rng = build.rng
    fill = build.findings.bladder_fill or float(rng.uniform(0.6, 1.35))
    bladder = build.place(build.trunk, (0, -28, -842), 0.06, 2.0)
    ring = Shape((46, -14, -866), (8, 9, 7), turned_deg=(15, 55, 0), ring=3.4)
    bones = build.fixed(
        build.trunk,
        (
            _at(0, 68, -775, 44, 17, 52, (-22, 0, 0), 0.8, 0.7, 0.4),
            _at(0, -58, -862, 20, 9, 17),
            *_pair(
                _at(86, 28, -728, 7, 54, 54, (0, 22, -28), 0.9, 0.9),
                _at(62, 52, -765, 14, 26, 34, (0, 10, -20)),
                _at(84, 8, -812, 24, 28, 30),
                _at(58, 32, -880, 14, 15, 26),
                ring,
            ),
        ),
    )
    femora = build.fixed(
        build.trunk,
        _pair(
            _at(90, 10, -818, 22, 22, 22),
            *_tube(((92, 10, -820), (118, 16, -846)), 14),
            _at(120, 18, -850, 16, 18, 22),
            *_tube(((118, 18, -850), (98, 12, -1020)), 14.5),
        ),
    )
    if build.findings.legs:
        femora = (
            *femora,
            *build.fixed(
                build.trunk,
                _pair(
                    *_tube(((98, 12, -1020), (86, 10, -1190)), 14.0),
                    *_tube(((86, 10, -1215), (88, 10, -1590)), 13.0),
                ),
            ),
        )
    marrow = build.organ(
        "pelvic marrow",
        (shape.grown(-3) for shape in (*bones, *femora[:3], *femora[5:8])),
        tissue="marrow",
        inside={"pelvic bone"},
    )
    shafts = build.organ(
        "femur marrow",
        (shape.grown(-6) for shape in (femora[3], femora[-1])),
        tissue="yellow marrow",
        inside={"pelvic bone"},
    )
    if build.sex == "M":
        genital = [
            build.organ("prostate", bladder((_at(0, -18, -878, 21, 17, 15),))),
            build.organ("testis", bladder(_pair(_at(14, -64, -930, 11, 14, 19)))),
        ]
    else:
        genital = [build.organ("uterus", bladder((_at(4, -2, -808, 24, 22, 32, (35, 0, 8)),)))]
    full = (44 * fill, 34 * fill, 30 * fill)
    urine = Shape((0, -30, -846), full, (0.95, 0.95))
    return [
        build.organ(
            "pelvic bone",
            (*bones, *femora),
            tissue="bone",
            inside={"muscle", "visceral fat", "psoas muscle", "great veins", "subcutaneous fat"},
        ),
        marrow,
        shafts,
        build.organ("rectum", build.fixed(build.trunk, _tube(((20, 34, -800), (0, 48, -880)), 14))),
        *genital,
        build.organ("bladder wall", bladder((urine.grown(3),)), tissue="muscle"),
        build.organ("bladder", bladder((urine,))),
    ]


IMPLANT_HU = 3000.0


def _metal(build: Build) -> list[Organ]:
    """Implants, which take nothing up and are as dense as a CT number can say."""
    found = build.findings
    hips = _pair(
        _at(90, 10, -818, 24, 24, 24),
        *_tube(((94, 11, -826), (116, 17, -852)), 11.0),
        *_tube(((114, 18, -850), (104, 14, -975)), 9.0),
    )
    rods = _pair(
        *_tube(((20, 62, -590), (20, 62, -712)), 3.5),
        *(_at(19, 50, z, 3.5, 20, 3.5) for z in (-602, -636, -668, -700)),
    )
    metal = [*_of_sides(hips, found.hip_prostheses), *(rods if found.spine_metal else ())]
    if not metal:
        return []
    return [Organ("implant", build.fixed(build.trunk, metal), 0.0, IMPLANT_HU)]


def _vertebrae(bend_mm: float) -> list[Shape]:
    """The bodies from C2 to L5, from top to bottom; bent sideways into an S."""
    bodies: list[Shape] = []
    for level in range(23):
        if level < 6:
            z, size = -176.0 - 18.0 * level, (9.5, 8.5, 7.2)
        elif level < 18:
            i = level - 6
            z, size = -286.0 - 23.5 * i, (13 + 0.5 * i, 12 + 0.35 * i, 9 + 0.2 * i)
        else:
            z, size = -578.0 - 32.0 * (level - 18), (23.0, 17.0, 13.0)
        y = float(np.interp(-z, np.negative(SPINE_Y_MM[0]), SPINE_Y_MM[1]))
        x = bend_mm * sin(2 * pi * (z - SPINE_Y_MM[0][0]) / (SPINE_Y_MM[0][-1] - SPINE_Y_MM[0][0]))
        bodies.append(Shape((x, y, z), size, (0.85, 0.35)))
    return bodies


def _spine(build: Build) -> list[Organ]:
    bodies = _vertebrae(build.bend_mm)
    discs: list[Shape] = []
    arches: list[Shape] = []
    cord: list[Triple] = []
    for upper, lower in pairwise(bodies):
        middle = tuple(float(v) for v in np.add(upper.centre_mm, lower.centre_mm) / 2)
        gap = (upper.centre_mm[2] - lower.centre_mm[2]) / 2 - upper.semi_axes_mm[2] + 2
        a, b, _ = upper.semi_axes_mm
        discs.append(Shape((middle[0], middle[1], middle[2]), (a - 1, b - 1, gap), (0.9, 0.5)))
    for body in bodies:
        (x, y, z), (a, b, c) = body.centre_mm, body.semi_axes_mm
        cord.append((x, y + b + 8, z))
        arches += (
            _at(x, y + b + 24, z - 4, 3.5, 14, c * 0.75, (-20, 0, 0)),
            _at(x, y + b + 11, z, a * 1.5, 5, c * 0.7),
        )
    return [
        build.organ("disc", build.fixed(build.trunk, discs)),
        build.organ("vertebra", build.fixed(build.trunk, (*bodies, *arches)), tissue="bone"),
        build.organ(
            "vertebral marrow",
            (shape.grown(-1.8) for shape in build.fixed(build.trunk, (*bodies, *arches))),
            tissue="marrow",
            inside={"vertebra"},
        ),
        build.organ(
            "spinal canal",
            build.fixed(build.trunk, _tube(cord[:19], 7.5)),
            tissue="cerebrospinal fluid",
        ),
        build.organ("spinal cord", build.fixed(build.trunk, _tube(cord[:19], 4.5))),
    ]


def _turning(
    build: Build, placed: Callable[[Iterable[Shape]], tuple[Shape, ...]]
) -> Callable[[Iterable[Shape]], tuple[Shape, ...]]:
    """Like `placed`, and turned with the head."""
    return lambda shapes: _turned(build, placed(shapes), placed=True)


def _face(build: Build) -> list[Organ]:
    placed = _turning(build, build.place(build.head, (0, -30, -160), 0.02, 1.0))
    glands = _turning(build, build.place(build.head, (0, -10, -180), 0.06, 1.5))
    jaw = Shape(
        (0, -40, -190), (7, 7.5, 10), turned_deg=(-12, 0, 0), ring=5.6, cut=((0.0, 1.0, 0.0), 12.0)
    )
    bones = (
        jaw,
        *_pair(_at(46, -14, -168, 4, 11, 26, (14, 0, 0))),
        _at(0, -66, -165, 27, 20, 11, (0, 0, 0), 0.9, 0.7),
        *_pair(_at(44, -52, -134, 16, 20, 6, (0, 0, -30))),
        _at(0, -30, -128, 52, 44, 14, (0, 0, 0), 0.9, 0.7),
    )
    air = (
        *_pair(_at(24, -60, -146, 13, 16, 15), _at(9, -77, -104, 8, 4, 7)),
        _at(0, -54, -142, 9, 24, 17),
        *_tube(((0, -22, -150), (0, -8, -185), (0, -10, -225)), 7.5),
    )
    return [
        build.organ("facial bone", placed(bones), tissue="bone"),
        build.organ("tongue", placed((_at(0, -46, -187, 22, 30, 16),))),
        build.organ("soft palate", glands((_at(0, -26, -172, 14, 10, 5),))),
        build.organ("upper airway", placed(air), tissue="airway"),
        build.organ("eye muscle", placed(_pair(_at(31, -56, -113, 12, 20, 12)))),
        build.organ("eye", placed(_pair(_at(32, -70, -113, 12, 12, 12)))),
        build.organ("palatine tonsil", glands(_pair(_at(15, -16, -184, 5.5, 6.5, 10)))),
        build.organ("lingual tonsil", glands((_at(0, -18, -202, 12, 5, 7),))),
        build.organ("parotid gland", glands(_pair(_at(53, 4, -168, 10, 15, 22)))),
        build.organ("submandibular gland", glands(_pair(_at(31, -22, -206, 9, 14, 11)))),
        build.organ("sublingual gland", glands(_pair(_at(11, -56, -204, 5, 12, 5)))),
        build.organ("vocal cords", glands(_pair(_at(6, -20, -246, 4, 9, 3)))),
        build.organ("thyroid gland", glands(_pair(_at(17, -14, -270, 8, 9, 20)))),
    ]


def _brain(build: Build) -> list[Organ]:
    rng = build.rng
    placed = _turning(build, build.place(build.head, (0, 8, -80), 0.01, 0.5))
    skull = (_at(0, 7, -82, 66, 86, 74, (0, 0, 0), 0.95, 0.95),)
    brain = (
        *_pair(_at(29, 2, -70, 29, 74, 52), _at(36, -8, -104, 22, 48, 22)),
        _at(0, 8, -68, 54, 76, 52),
    )
    white: list[Shape] = [*_pair(_at(25, 6, -62, 16, 50, 25))]
    sulci: list[Shape] = []
    for _ in range(170):
        polar, round_ = acos(rng.uniform(-0.55, 1)), rng.uniform(0, 2 * pi)
        x, y, z = sin(polar) * cos(round_), sin(polar) * sin(round_), cos(polar)
        turned = (0.0, degrees(polar), degrees(round_))
        surface = np.array((57 * x, 76 * y, 52 * z))
        if len(white) < 90:
            (px, py, pz), half = 0.72 * surface + (0, 8, -68), float(rng.uniform(9, 14))
            white.append(_at(px, py, pz, 3.2, 6.5, half, turned))
        else:
            px, py, pz = 0.97 * surface + (0, 8, -68)
            sulci.append(_at(px, py, pz, 1.5, 9.0, float(rng.uniform(8, 13)), turned))
    folds = (
        *sulci,
        _at(0, 6, -40, 1.6, 78, 30),
        *_pair(_at(46, -14, -86, 14, 26, 1.8, (0, 20, 0))),
    )
    ventricles = _pair(
        _at(9, -12, -62, 4, 20, 7), _at(12, 22, -64, 5, 18, 6), _at(26, 18, -84, 4, 14, 5)
    )
    nuclei = _pair(
        _at(10, 10, -76, 8, 14, 9), _at(25, -6, -76, 6, 16, 10), _at(13, -20, -66, 5, 10, 8)
    )
    hindbrain = _pair(_at(24, 46, -122, 26, 26, 19))
    stem = _tube(((0, 12, -92), (0, 20, -124), (0, 24, -165)), 10)
    neural = {"grey matter", "white matter"}
    return [
        build.organ("skull", placed(skull), tissue="bone"),
        build.organ(
            "skull marrow", placed(s.grown(-1.8) for s in skull), tissue="marrow", inside={"skull"}
        ),
        build.organ("inner skull", placed(s.grown(-4.2) for s in skull), tissue="bone"),
        build.organ(
            "cerebrospinal fluid",
            placed(s.grown(-6) for s in skull),
            inside={"inner skull"},
        ),
        build.organ("grey matter", placed(brain), inside={"cerebrospinal fluid"}),
        build.organ("white matter", placed(white), inside={"grey matter"}),
        build.organ("sulci", placed(folds), tissue="cerebrospinal fluid", inside=neural),
        build.organ("ventricles", placed(ventricles), tissue="cerebrospinal fluid", inside=neural),
        build.organ("deep grey matter", placed(nuclei), inside=neural),
        build.organ("cerebellum", placed(hindbrain), inside={"cerebrospinal fluid", *neural}),
        build.organ("brain stem", placed(stem), tissue="white matter"),
    ]
