"""Tumours of the virtual patients: where they arise, how large they grow, how much they take up.

Sites and sizes are those of J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31 (0.52 to 102 cm³), uptake
the range seen in oncology. A lesion is put where its tissue has room for it, so that one of the
lung is entirely in the lung, and none overlaps another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any, NamedTuple

import numpy as np
from numpy.random import Generator
from scipy import ndimage as untyped_ndimage

from station.pet.volume import FloatArray, Geometry
from station.simulate.phantom import Anatomy, Lesion, LesionKind, Shape, Triple, truth_labels

ndimage: Any = untyped_ndimage  # its own types are incomplete


class Site(NamedTuple):
    """Where lesions arise (the sites found by Tsuchiya 2021), and how large they grow there.

    A lesion's centre is in one of the organs `of`, inside a box of the standard body; the whole
    lesion is in those and in the organs that it `invades`.
    """

    name: str
    of: frozenset[str]
    invades: frozenset[str]
    box_mm: tuple[Triple, Triple]
    """(centre, half sides) of the standard body; mirrored at random where not on the axis"""
    largest_ml: float
    weight: float = 1.0
    """How often, relative to other sites"""
    hu: float = 45.0
    cold: float = 0.0
    """Share of cold ones"""
    cold_hu: float = 15.0
    sex: str | None = None
    paired: bool = False


def _site(
    name: str,
    of: str,
    invades: str,
    box_mm: tuple[Triple, Triple],
    largest_ml: float,
    weight: float = 1.0,
    **more: Any,
) -> Site:
    """With the organs' names separated by commas."""
    first, then = (frozenset(filter(None, text.split(", "))) for text in (of, invades))
    return Site(name, first, then, box_mm, largest_ml, weight, **more)


GUT = "colon, active colon, quiet bowel, bowel, active bowel"
SOFT = "muscle, subcutaneous fat"
SITES = (
    _site(
        "brain",
        "grey matter, white matter",
        "sulci, deep grey matter, ventricles, cerebrospinal fluid",
        ((0, 8, -74), (60, 78, 50)),
        40,
        0.7,
        cold=0.25,
        cold_hu=25,
        hu=40,
    ),
    _site(
        "parotid gland", "parotid gland", SOFT, ((52, 4, -168), (14, 20, 26)), 12, 0.5, paired=True
    ),
    _site(
        "thyroid", "thyroid gland", "muscle", ((17, -14, -270), (14, 14, 24)), 20, 0.5, paired=True
    ),
    _site(
        "pharynx",
        "palatine tonsil, lingual tonsil, soft palate, tongue",
        "muscle, upper airway",
        ((0, -18, -190), (28, 20, 26)),
        25,
        0.6,
    ),
    _site("lung", "lung", "pulmonary vessels", ((76, 3, -415), (60, 85, 135)), 100, 3, paired=True),
    _site(
        "breast",
        "glandular breast",
        "subcutaneous fat",
        ((78, -100, -430), (40, 32, 40)),
        40,
        0.8,
        sex="F",
        paired=True,
        hu=35,
    ),
    _site("liver", "liver", "", ((-55, -5, -535), (85, 90, 95)), 100, 3, cold=0.15),
    _site(
        "bile duct",
        "gall bladder, liver, visceral fat",
        f"pancreas, {GUT}",
        ((-36, -30, -578), (22, 24, 22)),
        20,
        0.4,
    ),
    _site(
        "pancreas",
        "pancreas",
        f"visceral fat, stomach wall, stomach content, {GUT}",
        ((22, -10, -592), (66, 26, 30)),
        40,
        0.7,
    ),
    _site("intestine", GUT, "visceral fat, muscle", ((0, -20, -700), (115, 60, 110)), 100, 1.2),
    _site(
        "cervical lymph node",
        SOFT,
        "submandibular gland",
        ((36, 16, -228), (16, 24, 34)),
        20,
        paired=True,
    ),
    _site("subclavian lymph node", SOFT, "", ((50, 6, -294), (18, 18, 14)), 15, 0.7, paired=True),
    _site("axillary lymph node", SOFT, "", ((126, 6, -368), (16, 26, 30)), 25, 0.8, paired=True),
    _site(
        "mediastinal lymph node",
        "mediastinum",
        "oesophagus, lung, pulmonary vessels, great veins",
        ((0, 6, -390), (36, 36, 52)),
        50,
        1.5,
    ),
    _site(
        "hepatic lymph node",
        "visceral fat, pancreas",
        f"liver, muscle, adrenal gland, {GUT}",
        ((-16, -10, -586), (22, 24, 18)),
        20,
        0.6,
    ),
    _site(
        "paraaortic lymph node",
        f"visceral fat, psoas muscle, muscle, {GUT}",
        "great veins",
        ((16, 4, -660), (36, 26, 50)),
        60,
        1.0,
    ),
    _site("inguinal lymph node", SOFT, "", ((70, -54, -884), (18, 18, 24)), 20, 0.7, paired=True),
    _site("subcutaneous", "subcutaneous fat", "muscle", ((0, 0, -600), (200, 140, 290)), 15, 0.8),
    _site(
        "rib",
        "rib, rib marrow",
        "muscle, subcutaneous fat, lung",
        ((0, 0, -440), (150, 100, 130)),
        15,
        1.2,
        hu=250,
    ),
    _site(
        "spine",
        "vertebra, vertebral marrow",
        "disc, muscle, psoas muscle, visceral fat, mediastinum",
        ((0, 35, -450), (45, 40, 270)),
        30,
        1.5,
        hu=300,
        cold=0.06,
        cold_hu=120,
    ),
    _site(
        "pelvic bone",
        "pelvic bone, pelvic marrow",
        "muscle, psoas muscle, visceral fat",
        ((0, 10, -800), (125, 95, 110)),
        60,
        1.2,
        hu=300,
    ),
)
AGAIN = 0.5
"""A site's weight is multiplied by this each time it is chosen, to get many sites, some twice."""
SMALLEST_ML = 0.5
SMALL_OFTEN = 1.4
"""log(volume) = (drawn from 0 to 1)^this of the way from the smallest to the site's largest"""
LESION_SUV = (1.5, 20.0)
CONTRAST = 1.4
"""The lowest uptake of a hot lesion relative to the tissue around it"""
COLD_SHARE = (0.1, 0.45)
"""Uptake of a cold lesion relative to the tissue around it"""
NECROTIC_FROM_ML = 4.0
NECROTIC = 0.25
LOBULATED_FROM_ML = 1.5
LOBULATED = 0.35
CORE_SIZE = (0.55, 0.75)
"""Diameter of the core as a fraction of a necrotic lesion's"""
GAP_MM = 5.0
"""Smallest gap between two lesions"""
HEAD_ENDS_Z_MM = -215.0
"""Sites above this scale with the head, the others with the trunk."""
LESION_TEXTURE = 0.10
"""Standard deviation of the uptake within a lesion, as a fraction"""
ROOM_STEP_MM = 2.0
ROOM_VOXELS = 60_000
"""The grid in which room is sought: steps of at least ROOM_STEP_MM, no more voxels than this."""
ROOM_MARGIN_MM = 12.0
"""It extends this far beyond the site's box, for lesions across its edge."""
TRIES = 8
"""Positions tried for a lesion before it is given up"""
LOOK = 14
"""Points along a lesion at which its tissue is checked"""
LIES_IN = 0.985
"""The smallest fraction of them that must be in the tissues of its site"""
SQUARER = 1.2
"""Beyond its longest semi-axis a superquadric of exponents above 0.7 reaches at most 1.19 times."""


def place_lesions(
    body: Anatomy, head: Triple, trunk: Triple, rng: Generator, count: tuple[int, int]
) -> tuple[Lesion, ...]:
    """Tumours for a body, each in its own tissue and separate from the others.

    `head` and `trunk` say how many times as wide, deep and high the body is as the standard one.
    """
    sites = [site for site in SITES if site.sex in (None, body.sex)]
    weights = np.array([site.weight for site in sites])
    rooms: dict[int, _Room] = {}
    lesions: list[Lesion] = []
    for _ in range(int(rng.integers(count[0], count[1] + 1))):
        which = int(rng.choice(len(sites), p=weights / weights.sum()))
        weights[which] *= AGAIN
        if which not in rooms:
            rooms[which] = _room(body, head, trunk, sites[which])
        lesion = _lesion(
            body, rooms[which], sites[which], f"Lesion {len(lesions) + 1}", lesions, rng
        )
        if lesion is not None:
            lesions.append(lesion)
    return tuple(lesions)


@dataclass(frozen=True)
class _Room:
    """Where lesions of one site have room: voxels of a grid over the site's boxes."""

    centres_mm: FloatArray
    """LPS of the voxels in the site's organs, (n, 3)"""
    suv: FloatArray
    """Uptake there, (n,)"""
    free_mm: FloatArray
    """Distance from there to the nearest place where no lesion of the site may be, (n,)"""


def _room(body: Anatomy, head: Triple, trunk: Triple, site: Site) -> _Room:
    """Room for a site's lesions, on both sides of the body where it is paired."""
    centre, half = (np.array(triple) for triple in site.box_mm)
    frame = np.array(head if centre[2] > HEAD_ENDS_Z_MM else trunk)
    half = half * frame + ROOM_MARGIN_MM
    rooms: list[_Room] = []
    for side in (1, -1) if site.paired else (1,):
        middle = centre * frame * (side, 1, 1)
        step = max(ROOM_STEP_MM, (8 * float(np.prod(half)) / ROOM_VOXELS) ** (1 / 3))
        shape = tuple(int(n) for n in np.ceil(2 * half / step))
        first = middle - half + step / 2
        affine = np.zeros((4, 4))
        affine[0, 2] = affine[1, 1] = affine[2, 0] = step
        affine[:3, 3], affine[3, 3] = first, 1
        geometry = Geometry((shape[2], shape[1], shape[0]), affine)
        labels = truth_labels(body, geometry)
        present = site.of & set(labels.names)
        host = labels.mask(*present)
        allowed = host | labels.mask(*(site.invades & set(labels.names)))
        free: Any = ndimage.distance_transform_edt(allowed, sampling=step)
        inner = np.zeros_like(host)
        edge = [max(1, round(ROOM_MARGIN_MM / step))] * 3
        inner[tuple(slice(n, -n) for n in edge)] = True
        index = np.argwhere(host & inner)
        suv = np.array([organ.suv for organ in body.painted])
        there = tuple(index.T)
        rooms.append(
            _Room(
                geometry.to_patient(index),
                suv[labels.codes[there]],
                # The edge is half a voxel closer than the first voxel beyond it.
                free[there] - step / 2,
            )
        )
    return _Room(
        np.concatenate([room.centres_mm for room in rooms]),
        np.concatenate([room.suv for room in rooms]),
        np.concatenate([room.free_mm for room in rooms]),
    )


def _lesion(
    body: Anatomy,
    room: _Room,
    site: Site,
    name: str,
    others: Sequence[Lesion],
    rng: Generator,
) -> Lesion | None:
    """A lesion where there is room for it, made smaller if there is too little; or None."""
    free = room.free_mm.copy()
    for other in others:
        distance = np.linalg.norm(room.centres_mm - other.centre_mm, axis=1)
        free = np.minimum(free, distance - _radius_mm(other.shapes, other.centre_mm) - GAP_MM)
    drawn = rng.random() ** SMALL_OFTEN
    volume_ml = exp(log(SMALLEST_ML) + drawn * log(site.largest_ml / SMALLEST_ML))
    cold = rng.random() < site.cold
    shapes = _lobes(volume_ml, rng)
    radius = _radius_mm(shapes, (0.0, 0.0, 0.0))
    # As large as drawn, or as the room allows.
    widest = float(free.max(initial=0.0))
    shrink = min(1.0, rng.uniform(0.85, 1.0) * widest / radius) if widest < radius else 1.0
    volume_ml *= shrink**3
    if volume_ml < SMALLEST_ML:
        shapes = _lobes(SMALLEST_ML * 1.02, rng, plain=True)
        shrink, volume_ml = 1.0, SMALLEST_ML * 1.02
        if widest < _radius_mm(shapes, (0.0, 0.0, 0.0)):
            return None
    shapes = tuple(shape.stretched((shrink, shrink, shrink)) for shape in shapes)
    fits = np.flatnonzero(free >= _radius_mm(shapes, (0.0, 0.0, 0.0)))
    for at in rng.permutation(fits)[:TRIES]:
        centre = room.centres_mm[at]
        there = tuple(shape.moved(centre) for shape in shapes)
        if _lies_in(body, site, there):
            background = float(room.suv[at])
            return _filled(name, site, there, volume_ml, background, cold, rng)
    return None


def _lies_in(body: Anatomy, site: Site, shapes: tuple[Shape, ...]) -> bool:
    """Whether all but a trace of a lesion is in its tissues, on a finer grid than its room has."""
    lesion = Lesion("", site.name, shapes, 0.0, 0.0)
    low, high = lesion.box_mm
    step = float((high - low).max()) / LOOK
    slices, rows, columns = (int(n) for n in np.ceil((high - low)[::-1] / step))
    affine = np.eye(4)
    affine[:3, :3] = [[0, 0, step], [0, step, 0], [step, 0, 0]]
    affine[:3, 3] = low + step / 2
    geometry = Geometry((slices, rows, columns), affine)
    labels = truth_labels(body, geometry)
    held = lesion.contains(geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1)))
    allowed = labels.mask(*((site.of | site.invades) & set(labels.names)))
    return bool(allowed[held].mean() > LIES_IN)


def _filled(
    name: str,
    site: Site,
    shapes: tuple[Shape, ...],
    volume_ml: float,
    background: float,
    cold: bool,
    rng: Generator,
) -> Lesion:
    """A lesion of these shapes with an uptake and, for some large ones, a necrotic core."""
    if cold:
        suv = background * rng.uniform(*COLD_SHARE)
        return Lesion(name, site.name, shapes, float(suv), site.cold_hu, LesionKind.COLD)
    low = min(max(LESION_SUV[0], CONTRAST * background), 0.8 * LESION_SUV[1])
    suv = exp(rng.uniform(log(low), log(LESION_SUV[1])))
    if volume_ml > NECROTIC_FROM_ML and rng.random() < NECROTIC:
        size = rng.uniform(*CORE_SIZE)
        middle = np.array(Lesion("", "", shapes, 0.0, 0.0).centre_mm)
        core = tuple(
            shape.moved(-middle).stretched((size, size, size)).moved(middle) for shape in shapes
        )
        core_suv = float(suv * rng.uniform(0.1, 0.3))
        kind = LesionKind.NECROTIC
        return Lesion(
            name, site.name, shapes, suv, site.hu, kind, core, core_suv, texture=LESION_TEXTURE
        )
    return Lesion(name, site.name, shapes, suv, site.hu, texture=LESION_TEXTURE)


def _lobes(volume_ml: float, rng: Generator, *, plain: bool = False) -> tuple[Shape, ...]:
    """An ellipsoid, or a union of two to four superquadrics, of that volume, centred on LPS 0."""
    lobes = 1
    if not plain and volume_ml > LOBULATED_FROM_ML and rng.random() < LOBULATED:
        lobes = int(rng.integers(2, 5))
    shapes: list[Shape] = []
    for i in range(lobes):
        ratios = np.exp(np.clip(rng.normal(0, 0.12, 3), -0.25, 0.25))
        radius = 1.0 if i == 0 else rng.uniform(0.55, 0.85)
        a, b, c = (float(v) for v in 10 * radius * ratios)
        exponents = (1.0, 1.0) if lobes == 1 else (rng.uniform(0.7, 1.0), rng.uniform(0.7, 1.0))
        direction = rng.normal(size=3)
        away = 0.0 if i == 0 else 10 * rng.uniform(0.5, 0.9)
        x, y, z = (float(v) for v in away * direction / np.linalg.norm(direction))
        turned = (0.0, float(rng.uniform(0, 180)), float(rng.uniform(0, 180)))
        shapes.append(Shape((x, y, z), (a, b, c), exponents, turned))
    whole = Lesion("", "", tuple(shapes), 0.0, 0.0)
    size = (volume_ml / whole.volume_ml) ** (1 / 3)
    middle = np.array(whole.centre_mm)
    return tuple(shape.moved(-middle).stretched((size, size, size)) for shape in shapes)


def _radius_mm(shapes: Sequence[Shape], centre_mm: Triple) -> float:
    """Radius of a ball around a centre that certainly contains them."""
    reach = 0.0
    for shape in shapes:
        away = float(np.linalg.norm(np.subtract(shape.centre_mm, centre_mm)))
        # An ellipsoid extends as far as its longest axis, a squarer body farther.
        squarer = 1.0 if shape.exponents == (1.0, 1.0) else SQUARER
        reach = max(reach, away + max(shape.semi_axes_mm) * squarer)
    return reach
