"""Patients of the virtual scanner: the human body as a table of superquadrics, drawn from a seed.

The standard body is a person of 1.70 m lying supine with the arms up, in LPS mm: x to the left, y
to the back, z = 0 the crown of the head and the feet below, drawn from ordinary sectional anatomy.
Each patient's height, girth and fat, and every organ's size, place and uptake vary about it.

FDG uptake (SUVbw) lies within what these measured, in this order: J. Tsuchiya et al., EJNMMI Phys.
8 (2021) 31, Table 3 (aorta, white matter, liver, lung, parotid, muscle, spleen); Y. Wang et al.,
Mol. Imaging Biol. 9 (2007) 83 (cerebellum 8.0 ± 2.2, palatine tonsil 3.5 ± 1.4, lingual tonsil
3.1 ± 1.1, sublingual gland 3.3 ± 1.5, soft palate 2.9 ± 0.9). Elsewhere it is what clinical FDG
images usually show. Myocardium, bowel and urine have no normal value and vary widely.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, atan2, cos, degrees, exp, log, pi, sin
from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from station.simulate.phantom import Anatomy, Lesion, Organ, Shape, Triple

STANDARD_HEIGHT_M = 1.70
STANDARD_BMI = 22.0
MID_THIGH_Z_MM = -950.0
SKIN_MM = 2.0
STREAM = 0x95
"""Told apart from other uses of a seed; with it, patient 1 is a good first case to show."""


class Tissue(NamedTuple):
    suv: float
    spread: float
    """Standard deviation between patients, as a fraction of `suv`"""
    hu: float


TISSUES = {
    "couch": Tissue(0.0, 0.0, -60),
    "couch foam": Tissue(0.0, 0.0, -930),
    "skin": Tissue(0.6, 0.15, 20),
    "subcutaneous fat": Tissue(0.25, 0.20, -100),
    "muscle": Tissue(0.55, 0.15, 45),
    "bone": Tissue(0.7, 0.15, 650),
    "marrow": Tissue(1.25, 0.20, 210),
    "yellow marrow": Tissue(0.4, 0.2, 20),
    "disc": Tissue(0.6, 0.15, 75),
    "spinal cord": Tissue(1.5, 0.15, 35),
    "cerebrospinal fluid": Tissue(0.7, 0.2, 8),
    "grey matter": Tissue(8.5, 0.15, 38),
    "white matter": Tissue(2.0, 0.15, 28),
    "deep grey matter": Tissue(9.0, 0.15, 38),
    "cerebellum": Tissue(7.2, 0.15, 38),
    "airway": Tissue(0.0, 0.0, -990),
    "eye": Tissue(0.6, 0.2, 10),
    "eye muscle": Tissue(2.6, 0.3, 45),
    "soft palate": Tissue(2.4, 0.25, 45),
    "tongue": Tissue(1.3, 0.25, 50),
    "palatine tonsil": Tissue(3.4, 0.3, 45),
    "lingual tonsil": Tissue(2.8, 0.3, 45),
    "parotid gland": Tissue(1.3, 0.27, 10),
    "submandibular gland": Tissue(1.7, 0.25, 35),
    "sublingual gland": Tissue(2.6, 0.3, 35),
    "vocal cords": Tissue(1.9, 0.3, 50),
    "thyroid gland": Tissue(1.2, 0.25, 90),
    "lung": Tissue(0.35, 0.25, -800),
    "mediastinum": Tissue(0.75, 0.15, 0),
    "oesophagus": Tissue(1.5, 0.2, 40),
    "blood": Tissue(1.55, 0.15, 42),
    "left ventricle wall": Tissue(5.0, 0.5, 48),
    "right ventricle wall": Tissue(1.9, 0.25, 48),
    "liver": Tissue(2.1, 0.14, 58),
    "gall bladder": Tissue(0.7, 0.3, 10),
    "spleen": Tissue(1.7, 0.16, 50),
    "pancreas": Tissue(1.4, 0.2, 40),
    "adrenal gland": Tissue(1.6, 0.2, 25),
    "renal cortex": Tissue(3.0, 0.25, 35),
    "renal pelvis": Tissue(14.0, 0.5, 10),
    "ureter": Tissue(5.0, 0.6, 15),
    "stomach wall": Tissue(2.1, 0.3, 45),
    "stomach content": Tissue(0.6, 0.3, 15),
    "visceral fat": Tissue(0.4, 0.2, -95),
    "colon": Tissue(1.3, 0.35, 35),
    "colon gas": Tissue(0.1, 0.3, -850),
    "quiet bowel": Tissue(0.9, 0.2, 35),
    "bowel": Tissue(1.5, 0.25, 38),
    "active bowel": Tissue(2.4, 0.35, 42),
    "bladder": Tissue(18.0, 0.45, 8),
    "rectum": Tissue(1.5, 0.3, 30),
    "prostate": Tissue(1.6, 0.2, 45),
    "uterus": Tissue(1.8, 0.3, 50),
    "glandular breast": Tissue(0.9, 0.25, 20),
}


class Site(NamedTuple):
    """Where lesions arise (the sites found by Tsuchiya 2021), and how large they grow there."""

    name: str
    centre_mm: Triple
    spread_mm: Triple
    smallest_ml: float
    largest_ml: float
    hu: float = 45.0
    sex: str | None = None


SITES = (
    Site("lung", (-82, 5, -405), (18, 30, 40), 0.5, 14),
    Site("lung", (82, 15, -385), (15, 30, 35), 0.5, 8),
    Site("liver", (-80, 5, -535), (22, 28, 28), 1.0, 20, 45),
    Site("liver", (-40, -25, -525), (12, 12, 10), 0.7, 5, 45),
    Site("cervical lymph node", (40, 18, -232), (4, 4, 8), 0.5, 3),
    Site("subclavian lymph node", (52, 5, -292), (8, 5, 4), 0.5, 3),
    Site("axillary lymph node", (-132, 5, -375), (3, 8, 12), 0.5, 4),
    Site("mediastinal lymph node", (-16, 16, -372), (4, 5, 12), 0.7, 5),
    Site("hepatic lymph node", (-16, -12, -583), (4, 4, 4), 0.5, 3),
    Site("paraaortic lymph node", (30, 6, -655), (3, 4, 18), 0.6, 5),
    Site("inguinal lymph node", (72, -52, -885), (5, 4, 8), 0.5, 4),
    Site("pelvic bone", (-90, 30, -735), (3, 12, 14), 0.8, 6, 400),
    Site("breast", (-78, -108, -425), (10, 5, 10), 0.6, 6, 45, "F"),
    Site("parotid gland", (-53, 4, -168), (2, 3, 4), 0.5, 2),
    Site("thyroid gland", (18, -16, -272), (2, 2, 4), 0.5, 3),
    Site("pharynx", (-10, -4, -196), (2, 2, 6), 0.6, 5),
    Site("pancreas", (20, -16, -592), (14, 4, 3), 0.7, 6),
    Site("intestine", (-100, -22, -690), (3, 5, 20), 0.8, 10),
    Site("brain", (-38, 35, -48), (8, 12, 6), 0.6, 4),
)
LESION_SUV = (3.0, 12.0)
LESIONS = (8, 12)
"""Smallest and largest number of lesions of a patient."""

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


def _pair(*shapes: Shape) -> tuple[Shape, ...]:
    """The shapes of one side and their mirror images."""
    return (*shapes, *(shape.mirrored() for shape in shapes))


def _towards(x: float, y: float, z: float) -> Triple:
    """Angles that turn a shape's c axis to a direction."""
    length = (x * x + y * y + z * z) ** 0.5
    return 0.0, degrees(acos(z / length)), degrees(atan2(y, x))


def _tube(points: Sequence[Triple], radius_mm: float) -> tuple[Shape, ...]:
    """A round tube through points: a rounded cylinder from each to the next."""
    shapes: list[Shape] = []
    for start, end in pairwise(points):
        (x, y, z), (dx, dy, dz) = start, np.subtract(end, start)
        half = float(np.linalg.norm((dx, dy, dz))) / 2
        centre = (x + dx / 2, y + dy / 2, z + dz / 2)
        turned = _towards(dx, dy, dz)
        sides = (radius_mm, radius_mm, half + 0.6 * radius_mm)
        shapes.append(Shape(centre, sides, (1.0, 0.4), turned))
    return tuple(shapes)


@dataclass(frozen=True)
class _Build:
    """How this patient differs from the standard body."""

    rng: Generator
    sex: str
    head: Triple
    trunk: Triple
    fat_mm: float
    suv: dict[str, float]

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
        return Organ(name, tuple(shapes), self.suv[kind], TISSUES[kind].hu, within)

    def place(
        self,
        frame: Triple,
        anchor: Triple,
        size: float = 0.05,
        shift_mm: float = 2.5,
    ) -> Callable[[Iterable[Shape]], tuple[Shape, ...]]:
        """From the standard body into this one: shapes that share one draw of size and place."""
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


def draw_patient(seed: int) -> Anatomy:
    """A patient like no other, and the same for the same seed."""
    rng = np.random.default_rng([seed, STREAM])
    sex = "M" if rng.random() < 0.5 else "F"
    mean_height, spread = (1.68, 0.05) if sex == "M" else (1.57, 0.05)
    height_m = round(float(np.clip(rng.normal(mean_height, spread), 1.45, 1.85)), 2)
    bmi = float(np.clip(rng.normal(23.0, 2.8), 17.0, 31.0))
    tall = height_m / STANDARD_HEIGHT_M
    girth = (0.97 if sex == "M" else 0.92) * (bmi / STANDARD_BMI) ** 0.3
    skull = float(np.clip(rng.normal(1.0 if sex == "M" else 0.96, 0.02), 0.9, 1.05))
    draws = {
        name: tissue.suv * float(np.exp(np.clip(rng.normal(0, tissue.spread), -1.2, 1.0)))
        for name, tissue in TISSUES.items()
    }
    build = _Build(
        rng,
        sex,
        (skull, skull, tall),
        (girth, girth, tall),
        float(np.clip(10 + 1.8 * (bmi - STANDARD_BMI) + (6 if sex == "F" else 0), 4, 34)),
        draws,
    )
    ribs = _ribs(build)
    organs = (
        *_surface(build),
        *_wall(build, ribs),
        *_chest(build),
        *_abdomen(build),
        *_pelvis(build),
        *_spine(build),
        *_face(build),
        *_brain(build),
    )
    return Anatomy(
        sex=sex,
        age_years=int(rng.integers(35, 85)),
        height_m=height_m,
        weight_kg=round(bmi * height_m**2, 1),
        organs=organs,
        lesions=_lesions(build, ribs),
        thigh_z_mm=MID_THIGH_Z_MM * tall,
    )


def _surface(build: _Build) -> list[Organ]:
    """Couch, skin, fat and the muscle that all else is painted into."""
    head = build.fixed(
        build.head,
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
            _at(0, 22, -330, 158, 56, 58, (0, 0, 0), 0.85, 0.9),
            _at(0, 34, -282, 100, 40, 52),
            _at(0, 4, -600, 134, 88, 150, (0, 0, 0), 0.75, 0.4),
            _at(0, 10, -790, 152, 92, 130, (0, 0, 0), 0.75, 0.6),
            *_pair(
                _at(150, 22, -325, 46, 46, 66),
                _at(68, 62, -850, 68, 52, 78),
            ),
        ),
    )
    limbs = build.fixed(
        build.trunk,
        _pair(
            _at(80, 14, -960, 72, 78, 210, (0, 0, 0), 0.95, 0.35, 0.2),
            _at(183, 28, -180, 38, 40, 165, (0, 9, 0), 1.0, 0.4, -0.12),
            _at(208, 22, 20, 36, 38, 70),
        ),
    )
    breasts: tuple[Shape, ...] = ()
    gland: tuple[Shape, ...] = ()
    if build.sex == "F":
        placed = build.place(build.trunk, (78, -95, -430), 0.12, 1.0)
        breasts = placed(_pair(_at(78, -92, -432, 54, 34, 50)))
        gland = placed(_pair(_at(78, -100, -430, 30, 22, 28)))
    lean = ((head, 3.5), (neck, 0.45 * build.fat_mm), (trunk, build.fat_mm))
    layers = (*lean, (limbs, 0.55 * build.fat_mm), (breasts, 0.0))
    fat = [shape.grown(mm) for shapes, mm in layers for shape in shapes]
    skin = [shape.grown(SKIN_MM) for shape in fat]
    muscle = [*head, *neck, *trunk, *limbs]
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


def _ribs(build: _Build) -> tuple[Shape, ...]:
    """Ten tilted rings, the upper ones narrower."""
    rings: list[Shape] = []
    for i in range(10):
        across = float(np.interp(i, (0, 2, 5, 9), (72, 102, 129, 129)))
        deep = float(np.interp(i, (0, 2, 5, 9), (54, 74, 84, 82)))
        ring = across / 4.5
        centre = (0.0, 8.0, -318.0 - 24.5 * i)
        rings.append(Shape(centre, (4.5, deep / ring, 6.5), turned_deg=(22, 0, 0), ring=ring))
    return build.fixed(build.trunk, rings)


def _wall(build: _Build, ribs: tuple[Shape, ...]) -> list[Organ]:
    """The bones of the chest wall and the arms."""
    arm = build.fixed(build.trunk, _pair(_at(183, 28, -175, 12, 12, 160, (0, 9, 0), 1.0, 0.3)))
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
    return [
        build.organ("bone", (*ribs, *flat, *arm), inside={"muscle", "subcutaneous fat"}),
        build.organ(
            "wall marrow",
            (shape.grown(-2.6) for shape in (*ribs, *flat)),
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


def _chest(build: _Build) -> list[Organ]:
    lung = build.place(build.trunk, (0, 3, -420), 0.04, 2.0)
    heart = build.place(build.trunk, (25, -30, -455), 0.07, 4.0)
    vessels = build.place(build.trunk, (0, 0, -400), 0.02, 1.5)
    axis = (0.62, -0.55, -0.56)
    to_apex = _towards(*axis)
    apex = np.array(axis)
    ventricle = Shape((44.0, -36.0, -463.0), (32, 32, 42), turned_deg=to_apex)
    cavity = Shape((44.0, -36.0, -463.0), (21, 21, 36), turned_deg=to_apex).moved(-9 * apex)
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
    return [
        build.organ("lung", lung(lungs), inside={"muscle"}),
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
        build.organ("left ventricle cavity", heart((cavity,)), tissue="blood"),
        build.organ("great veins", vessels(veins), tissue="blood"),
        build.organ("aorta", vessels(aorta), tissue="blood"),
        build.organ("airway", (*vessels(windpipe), *vessels(bronchi))),
    ]


def _abdomen(build: _Build) -> list[Organ]:
    rng = build.rng
    liver = build.place(build.trunk, (-70, 0, -535), 0.06, 4.0)
    spleen = build.place(build.trunk, (100, 42, -530), 0.12, 4.0)
    stomach = build.place(build.trunk, (62, -35, -545), 0.12, 4.0)
    gut = build.place(build.trunk, (0, -20, -690), 0.05, 3.0)
    cavity = (
        _at(0, -14, -660, 112, 66, 165, (0, 0, 0), 0.75, 0.6),
        _at(68, 6, -560, 56, 70, 72),
        _at(-66, 8, -565, 62, 72, 80),
    )
    kidneys: list[Shape] = []
    pelves: list[Shape] = []
    for side, z in ((1, -598), (-1, -612)):
        placed = build.place(build.trunk, (side * 62, 44, z), 0.07, 4.0)
        kidney = _at(62, 44, z, 25, 27, 55, (-8, -12, 20), 0.95, 0.95)
        calyces = (
            _at(52, 38, z, 8, 9, 17),
            *(_at(58, 41, z + dz, 6, 6, 7) for dz in (-24, 24)),
        )
        kidneys += placed((kidney if side > 0 else kidney.mirrored(),))
        pelves += placed(shape if side > 0 else shape.mirrored() for shape in calyces)
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
    gas = [
        _at(*shape.centre_mm, 9, 9, 9).moved((0, -5, rng.uniform(-20, 20)))
        for shape in colon
        if rng.random() < 0.6
    ]
    soft = frozenset({"visceral fat", "muscle", "lung"})
    loose = frozenset({"visceral fat"})
    psoas = build.fixed(build.trunk, _pair(_at(38, 36, -690, 18, 20, 95, (8, 6, 0))))
    wall = _at(62, -38, -548, 32, 34, 58, (0, 25, -10), 1.0, 1.0, 0.25)
    antrum = _at(18, -50, -592, 38, 16, 17, (0, -15, 0))
    ureters = [
        _at(side * rng.uniform(30, 36), 26, z, 2.6, 2.6, rng.uniform(5, 16))
        for side in (1, -1)
        for z in (-660, -700, -750, -790)
        if rng.random() < 0.4
    ]
    return [
        build.organ("visceral fat", build.fixed(build.trunk, cavity), inside={"muscle", "lung"}),
        build.organ("psoas muscle", psoas, tissue="muscle", inside=soft),
        build.organ("quiet bowel", gut(pieces[:24]), inside=loose),
        build.organ("bowel", gut(pieces[24:46]), inside=loose),
        build.organ("active bowel", gut(pieces[46:]), inside={*loose, "bowel"}),
        build.organ("colon", gut(colon), inside={*loose, "quiet bowel", "bowel", "active bowel"}),
        build.organ("colon gas", gut(gas), inside={"colon"}),
        build.organ("spleen", spleen((_at(102, 40, -530, 22, 40, 50, (-25, 15, -20)),))),
        build.organ("stomach wall", stomach((wall, antrum))),
        build.organ("stomach content", stomach((wall.grown(-7), antrum.grown(-6)))),
        build.organ(
            "liver",
            liver(
                (
                    _at(-72, 4, -537, 60, 72, 82, (0, 0, 0), 0.95, 0.9, 0.12),
                    _at(-6, -38, -522, 62, 34, 36, (0, -12, 0)),
                )
            ),
            inside={*soft, "stomach wall", "stomach content", "mediastinum", "colon", "colon gas"}
            | {"quiet bowel", "bowel", "active bowel"},
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


def _pelvis(build: _Build) -> list[Organ]:
    rng = build.rng
    fill = float(rng.uniform(0.75, 1.25))
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
        genital = build.organ("prostate", bladder((_at(0, -18, -878, 21, 17, 15),)))
    else:
        genital = build.organ("uterus", bladder((_at(4, -2, -808, 24, 22, 32, (35, 0, 8)),)))
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
        genital,
        build.organ("bladder wall", bladder((urine.grown(3),)), tissue="muscle"),
        build.organ("bladder", bladder((urine,))),
    ]


def _vertebrae() -> list[Shape]:
    """The bodies from C2 to L5, from above."""
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
        bodies.append(Shape((0.0, y, z), size, (0.85, 0.35)))
    return bodies


def _spine(build: _Build) -> list[Organ]:
    bodies = _vertebrae()
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


def _face(build: _Build) -> list[Organ]:
    placed = build.place(build.head, (0, -30, -160), 0.02, 1.0)
    glands = build.place(build.head, (0, -10, -180), 0.04, 1.0)
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


def _brain(build: _Build) -> list[Organ]:
    rng = build.rng
    placed = build.place(build.head, (0, 8, -80), 0.01, 0.5)
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


def _lesions(build: _Build, ribs: tuple[Shape, ...]) -> tuple[Lesion, ...]:
    """Eight to twelve tumours, each at a site of its own."""
    rng = build.rng
    rib = ribs[int(rng.integers(3, 9))]
    angle = rng.uniform(-0.5, 0.5)
    round_rib = np.array((rib.semi_axes_mm[0] * cos(angle), rib.semi_axes_mm[1] * sin(angle), 0))
    on_rib = rib.rotation @ (rib.ring * round_rib) + rib.centre_mm
    body = _vertebrae()[int(rng.integers(9, 22))]
    standard = on_rib / build.trunk
    sites = [
        *(site for site in SITES if site.sex in (None, build.sex)),
        Site(
            "rib", (float(standard[0]), float(standard[1]), float(standard[2])), (0, 0, 0), 0.5, 3
        ),
        Site("spine", body.centre_mm, (4, 2, 2), 0.8, 8, 350),
        Site(
            "subcutaneous",
            (-118 - 0.7 * build.fat_mm / build.trunk[0], 40, -760),
            (0, 6, 20),
            0.5,
            2,
        ),
    ]
    count = int(rng.integers(LESIONS[0], LESIONS[1] + 1))
    chosen = sorted(int(i) for i in rng.permutation(len(sites))[:count])
    lesions: list[Lesion] = []
    for number, index in enumerate(chosen, start=1):
        site = sites[index]
        volume_ml = exp(rng.uniform(log(site.smallest_ml), log(site.largest_ml)))
        suv = float(rng.uniform(*LESION_SUV))
        ratios = np.exp(rng.normal(0, 0.12, 3))
        radius = (3 * volume_ml * 1000 / (4 * pi)) ** (1 / 3)
        a, b, c = (float(v) for v in radius * ratios / np.prod(ratios) ** (1 / 3))
        offset = rng.uniform(-1, 1, 3) * site.spread_mm
        frame = build.head if site.centre_mm[2] > -215 else build.trunk
        x, y, z = (float(v) for v in (np.array(site.centre_mm) + offset) * frame)
        turned = (0.0, float(rng.uniform(0, 180)), float(rng.uniform(0, 180)))
        shape = Shape((x, y, z), (a, b, c), turned_deg=turned)
        lesions.append(Lesion(f"Lesion {number}", site.name, shape, suv, site.hu))
    return tuple(lesions)
