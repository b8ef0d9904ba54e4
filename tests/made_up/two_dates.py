"""Two dates of one simulated patient, of which the truth is known: the motion, and every lesion.

The bodies are those of `station simulate`; the images are cheaper: the true uptake on voxels of
4 mm, blurred and with noise, in place of a scanner and OSEM. The same person lies differently, with
another head and spine, sometimes other arms and another field of view, and takes up differently.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.random import Generator
from scipy import ndimage

from station.operations.images import PetCt
from station.pet.study import Role
from station.pet.volume import FloatArray, Geometry
from station.simulate import anatomy
from station.simulate.anatomy import Build, Pose, draw_patient, usual_uptake
from station.simulate.lesions import place_lesions
from station.simulate.phantom import Anatomy, Lesion, LesionKind, Quantity, rasterise
from tests.made_up import images

VOXEL_MM = 4.0
FWHM_MM = 6.5
NOISE = 0.10
"""SD of a voxel of SUV 1, before the blur of the noise"""
LESIONS = (8, 14)
GONE, CHANGED, NEW = 0.10, 0.10, 0.10
"""Shares of the lesions: together 30 % changed, new or gone"""
LIKE_TISSUE = frozenset({"bladder", "renal pelvis", "left ventricle wall", "lateral wall"})
BREATHING_MM, SOFT_MM, AXILLA_MM = 4.0, 1.5, 8.0
"""SD by which lesions move between dates with the breath, with everything, with the arms"""
TURN_DEG, SHIFT_MM = 4.0, (15.0, 12.0, 40.0)
"""Largest rotation about each axis, and shift, of the whole patient"""


@dataclass(frozen=True, eq=False)
class Date:
    images: PetCt
    body: Anatomy
    lesions: tuple[Lesion | None, ...]
    """By identity: None where the patient has not this one on this date. In the image's LPS"""


@dataclass(frozen=True, eq=False)
class Pair:
    current: Date
    prior: Date
    motion: FloatArray
    """4×4: LPS of the current image → LPS of the prior one, of the trunk"""


def draw_pair(seed: int, *, with_ct: bool = True, rigid: bool = False) -> Pair:
    """`rigid`: the same posture, uptake and arms: only the patient's position and noise differ."""
    rng = np.random.default_rng([seed, 17])
    builds: list[Build] = []
    before = _body(seed, lambda build: build, builds)
    first = builds[0]
    other = (lambda build: build) if rigid else (lambda build: _differently(build, rng))
    now = _body(seed, other, builds)
    tumours = [
        lesion
        for lesion in place_lesions(before, first.head, first.trunk, rng, LESIONS)
        if lesion.kind is not LesionKind.COLD
    ]
    turned = builds[1].head_turned_deg - first.head_turned_deg
    then: list[Lesion | None] = list(tumours)
    today: list[Lesion | None] = [
        lesion if rigid else _today(lesion, turned, first, rng) for lesion in tumours
    ]
    if not rigid:
        for lesion in place_lesions(now, first.head, first.trunk, rng, (1, 3)):
            clear = all(
                np.linalg.norm(np.subtract(lesion.centre_mm, known.centre_mm))
                > (lesion.diameter_mm + known.diameter_mm) / 2 + 15
                for known in tumours
            )
            if clear and lesion.kind is not LesionKind.COLD and rng.random() < NEW * 7:
                then.append(None)
                today.append(lesion)
    motion = _motion(rng, now)
    cut_mm = 0.0 if rigid or rng.random() < 0.5 else float(rng.uniform(60, 190))
    current = _date(now, today, motion, cut_mm, with_ct, rng)
    prior = _date(before, then, np.eye(4), 0.0, with_ct, rng)
    return Pair(current, prior, motion)


def _body(seed: int, change: Callable[[Build], Build], builds: list[Build]) -> Anatomy:
    real = anatomy.body_of

    def body_of(build: Build, *rest: Any) -> Anatomy:
        builds.append(change(build))
        return real(builds[-1], *rest)

    with patch.object(anatomy, "body_of", body_of):
        return draw_patient(seed, lesions=False)


def _differently(build: Build, rng: Generator) -> Build:
    drawn = usual_uptake(rng, 25.0)
    suv = {
        name: drawn[name] if name in LIKE_TISSUE else value * float(np.exp(rng.normal(0, 0.1)))
        for name, value in build.suv.items()
    }
    down = bool(rng.random() < 0.4)
    return replace(
        build,
        # Organs of a few other millimetres and per cent: the trunk is not rigid either.
        rng=np.random.default_rng(rng.integers(2**32)),
        suv=suv,
        head_turned_deg=float(np.clip(build.head_turned_deg + rng.normal(0, 5), -12, 12)),
        bend_mm=float(np.clip(build.bend_mm + rng.normal(0, 4), -10, 10)),
        arms=(float(rng.uniform(1, 11)), float(rng.uniform(1, 11))),
        poses=(Pose.DOWN, Pose.DOWN) if down else build.poses,
        findings=replace(build.findings, bladder_fill=float(rng.uniform(0.6, 1.6))),
    )


def _today(lesion: Lesion, turned_deg: float, build: Build, rng: Generator) -> Lesion | None:
    """The lesion on the current date: moved with the body, sometimes changed, sometimes gone."""
    drawn = rng.random()
    if drawn < GONE:
        return None
    of_breath = lesion.site in {"lung", "liver", "rib", "bile duct", "pancreas"}
    spread = np.full(3, AXILLA_MM if "axill" in lesion.site else SOFT_MM)
    spread[2] = max(spread[2], BREATHING_MM if of_breath else 0)
    shift = np.clip(rng.normal(0, spread), -2 * spread, 2 * spread)
    if lesion.centre_mm[2] > -215.0:
        angle, axis_y = np.radians(turned_deg), 15.0 * build.head[1]
        x, y, _ = lesion.centre_mm
        shift[0] += x * np.cos(angle) - (y - axis_y) * np.sin(angle) - x
        shift[1] += axis_y + x * np.sin(angle) + (y - axis_y) * np.cos(angle) - y
    size, hotter = 1.0, float(np.exp(rng.normal(0, 0.1)))
    if drawn < GONE + CHANGED:
        size, hotter = float(rng.uniform(0.75, 1.3)), float(np.exp(rng.uniform(-0.7, 0.7)))
    centre = np.array(lesion.centre_mm)

    def moved(shapes: Any) -> Any:
        return tuple(
            shape.moved(-centre).stretched((size,) * 3).moved(centre + shift) for shape in shapes
        )

    return replace(
        lesion, shapes=moved(lesion.shapes), core=moved(lesion.core), suv=lesion.suv * hotter
    )


def _motion(rng: Generator, body: Anatomy) -> FloatArray:
    low, high = body.body_box_mm
    middle = (low + high) / 2
    turn = np.eye(3)
    for axis, angle in enumerate(np.radians(rng.uniform(-TURN_DEG, TURN_DEG, 3))):
        one, two = (axis + 1) % 3, (axis + 2) % 3
        step = np.eye(3)
        step[one, one] = step[two, two] = np.cos(angle)
        step[two, one], step[one, two] = np.sin(angle), -np.sin(angle)
        turn = step @ turn
    motion = np.eye(4)
    motion[:3, :3] = turn
    motion[:3, 3] = middle - turn @ middle + rng.uniform(-1, 1, 3) * SHIFT_MM
    return motion


def _date(
    body: Anatomy,
    lesions: list[Lesion | None],
    motion: FloatArray,
    cut_mm: float,
    with_ct: bool,
    rng: Generator,
) -> Date:
    """The image whose place p shows the body's place `motion` p; `cut_mm` of the head not seen."""
    body = replace(body, lesions=tuple(lesion for lesion in lesions if lesion is not None))
    length = 30.0 - cut_mm - body.thigh_z_mm
    slices = int(length / VOXEL_MM)
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = VOXEL_MM
    back = np.linalg.inv(motion).astype(np.float64)
    middle = back[:3, :3] @ np.array([0, 0, body.thigh_z_mm + length / 2]) + back[:3, 3]
    shape = (slices, 84, 140)
    affine[:3, 3] = middle - VOXEL_MM * (np.array(shape[::-1]) - 1) / 2
    affine[3, 3] = 1
    grid = Geometry(shape, affine)
    seen = Geometry(shape, motion @ affine)
    uptake = ndimage.gaussian_filter(
        rasterise(body, seen, Quantity.SUV).voxels, FWHM_MM / 2.3548 / VOXEL_MM
    )
    noise = ndimage.gaussian_filter(rng.standard_normal(shape).astype(np.float32), 0.6)
    noise *= NOISE / noise.std()
    pet = np.maximum(uptake + noise * np.sqrt(uptake + 0.02), 0).astype(np.float32)
    frame = "current" if motion[0, 3] or motion[1, 3] else "prior"
    of = images.series(f"{frame} PET", frame=frame, geometry=grid, suv=images.facts())
    image = images.suv_image(pet, of)
    ct = None
    if with_ct:
        hu = rasterise(body, seen, Quantity.HU, (1, 1, 1)).voxels
        hu = hu + rng.normal(0, 12, shape)
        of_ct = images.series(f"{frame} CT", Role.CT, frame=frame, geometry=grid)
        ct = images.ct_image(np.rint(hu).astype(np.int16), of_ct)
    there = [None if lesion is None else _in_image(lesion, back) for lesion in lesions]
    return Date(PetCt(image, ct), body, tuple(there))


def _in_image(lesion: Lesion, back: FloatArray) -> Lesion:
    """The lesion where the image shows it; its shapes keep their own angles, only places count."""
    return replace(
        lesion,
        shapes=tuple(
            replace(shape, centre_mm=tuple(back[:3, :3] @ np.array(shape.centre_mm) + back[:3, 3]))
            for shape in lesion.shapes
        ),
    )
