"""Where the reference tissues of a protocol are in a patient: a proposal for each, for a person to
confirm, and how far a sphere that a person placed is from the organ it is named after.

The finder knows organs, not the parts of them that a protocol names: which part of the blood is
the arch, of the heart the left ventricle's cavity, of the brain the semioval center and of the
muscles the quadriceps follows explicit rules of anatomy. Where a rule finds no place, a sentence
says why.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.voi import Point, sphere_radius_mm
from station.pet.volume import FloatArray
from station.quality.landmarks import EVEN, SOFT_HU, Landmarks, on_working_grid
from station.quality.organs import Organs, Tissue
from station.quality.working_grid import STEP_MM, Image, Mask, View, depth_mm

ndimage: Any = untyped_ndimage  # its own types are incomplete

TISSUES: Mapping[str, tuple[Tissue, ...]] = {
    "liver": (Tissue.LIVER,),
    "spleen": (Tissue.SPLEEN,),
    "lung": (Tissue.LUNGS,),
    "left_ventricle": (Tissue.HEART,),
    "aortic_arch": (Tissue.BLOOD,),
    "quadriceps_femoris": (Tissue.MUSCLE,),
    "semioval_center": (Tissue.BRAIN,),
}
"""What a site of that id is in, of what the finder knows"""
NAMES: Mapping[Tissue, str] = {
    Tissue.LIVER: "liver",
    Tissue.SPLEEN: "spleen",
    Tissue.LUNGS: "lung",
    Tissue.HEART: "heart",
    Tissue.BLOOD: "aorta",
    Tissue.MUSCLE: "muscle of the limbs and trunk",
    Tissue.BRAIN: "brain",
}

EDGE_MM = 2.0
"""Between a sphere and the edge of its organ; the finder's cells are 8 mm wide"""
ALMOST = 0.9
"""Of the places this deep, as a fraction of the deepest, the middle one is taken: noise at an edge
moves it least"""
DEEP = 0.75
"""In the lung, of the deepest place's depth"""
ARCH_ENDS = 0.25
"""Of its length from front to back, at either end: there it rises and falls"""
RIGHT_OF_MIDLINE_MM = 12.0
ARCH_MM = 24.0
"""Down from the highest slice in which the aorta runs from front to back"""
ARCH_LONG_MM = 32.0
"""From front to back, at least: an aorta that runs down is as long as it is wide"""
WALL_MM = 10.0
"""A left ventricle's wall, with the PET's blur"""
LEFT_SHARE = 40.0
"""Per cent of the heart that are to the left of the left ventricle's middle"""
VERTEX_MM = (28.0, 52.0)
"""Below the top of the brain: the white matter above the lateral ventricles"""
ASIDE_MM = (12.0, 34.0)
"""From the brain's midline"""
CORTEX_MM = 14.0
"""Deeper in the brain than its cortex"""
BELOW_PELVIS_MM = 60.0
"""The thighs' muscles: below the lowest bladder or bowel, where both thighs are apart"""
FRONT_SHARE = 0.5
"""The front half of a thigh"""


@dataclass(frozen=True)
class Proposed:
    """Where a reference tissue was found, or why it was not."""

    centre_mm: Point | None
    why: str = ""
    """A sentence; empty where it was found"""


def propose(site: str, volume_ml: float, found: Landmarks) -> Proposed:
    """Where the sphere of a site of the protocol belongs in a patient.

    `site` is the site's id, such as "liver". The place is the finder's and this module's; nothing
    is measured before a person has confirmed it.
    """
    rule = _RULES.get(site)
    if rule is None:
        return Proposed(None, "Station does not find this tissue. Place it by hand.")
    tissues = TISSUES[site]
    cells = found.organs.mask(*tissues)
    if not cells.any():
        return Proposed(None, f"The {organ_words(site)} was not found in this image.")
    place = rule(found, sphere_radius_mm(volume_ml) + EDGE_MM)
    return Proposed(place) if place is not None else Proposed(None, _NO_PLACE[site])


def distance_mm(site: str, centre_mm: Point, organs: Organs) -> float | None:
    """How far a place is from the organ that a site belongs to; 0 inside.

    None: the finder does not know the organ, or did not find it in this patient.
    """
    cells = _cells(site, organs)
    if len(cells) == 0:
        return None
    spacing = np.array(organs.geometry.spacing_mm)
    outside = np.abs(cells - organs.geometry.to_index(centre_mm)) - 0.5
    return float(np.linalg.norm(np.maximum(outside, 0) * spacing, axis=1).min())


@lru_cache(maxsize=64)
def _cells(site: str, organs: Organs) -> NDArray[np.int64]:
    """Indices of the cells of the organ that a site belongs to; asked for while a hand drags."""
    return np.argwhere(organs.mask(*TISSUES.get(site, ())))


def organ_words(site: str) -> str:
    """What the organ of a site is called: `liver`."""
    return NAMES[TISSUES[site][0]]


# --- The rules: (what was found, depth of the sphere's centre at least) to the place --------------


def _liver(found: Landmarks, needed_mm: float) -> Point | None:
    return None if found.liver is None else found.liver.sphere.centre_mm


def _spleen(found: Landmarks, needed_mm: float) -> Point | None:
    view = found.view
    organ = _even(view, on_working_grid(view, found.organs.mask(Tissue.SPLEEN)))
    if view.hu is not None:
        organ &= (view.soft > SOFT_HU[0]) & (view.soft < SOFT_HU[1]) | ~_seen(view)
    return _deepest(view, organ, needed_mm)


def _lung(found: Landmarks, needed_mm: float) -> Point | None:
    """In the right lung, which has no heart in front of it, else in the left."""
    view = found.view
    lungs = on_working_grid(view, found.organs.mask(Tissue.LUNGS))
    if found.lungs is not None:
        lungs &= found.lungs
    right = lungs & (view.x_mm < view.midline_mm)
    return _coldest(view, right, needed_mm) or _coldest(view, lungs & ~right, needed_mm)


def _left_ventricle(found: Landmarks, needed_mm: float) -> Point | None:
    """The coldest place deep in the left, lower half of the heart: the cavity within its wall."""
    view = found.view
    heart = on_working_grid(view, found.organs.mask(Tissue.HEART))
    places = np.argwhere(heart)
    depth = np.asarray(ndimage.distance_transform_edt(heart, STEP_MM))
    left = view.x_mm[None, None, :] >= np.percentile(view.x_mm[places[:, 2]], 100 - LEFT_SHARE)
    middle = np.median(view.z_mm[places[:, 0]])
    low = np.abs(view.z_mm - middle)[:, None, None] <= np.ptp(view.z_mm[places[:, 0]]) / 4
    inner = heart & left & low & (depth >= needed_mm + WALL_MM)
    if not inner.any():
        return None
    mean = _sphere_mean(view.uptake, needed_mm - EDGE_MM)
    return view.point(np.argwhere(inner)[mean[inner].argmin()])


def _aortic_arch(found: Landmarks, needed_mm: float) -> Point | None:
    """The hottest place between the aorta's rising and falling parts: blood among fat and wall."""
    view = found.view
    labels, count = ndimage.label(on_working_grid(view, found.organs.mask(Tissue.BLOOD)))
    if count == 0:
        return None
    blood = labels == 1 + int(np.bincount(labels.ravel())[1:].argmax())
    rows = [np.flatnonzero(part.any(axis=1)) for part in blood]
    long = [np.ptp(there) * STEP_MM if len(there) else 0.0 for there in rows]
    there = np.flatnonzero(np.array(long) >= ARCH_LONG_MM)
    if len(there) == 0:
        return None
    top = int(there.max())
    arch = np.zeros_like(blood)
    for number in range(max(top - round(ARCH_MM / STEP_MM), 0), top + 1):
        if len(rows[number]):
            aside = round(len(rows[number]) * ARCH_ENDS)
            middle = rows[number][aside : len(rows[number]) - aside]
            arch[number, middle] = blood[number, middle]
    arch &= view.x_mm > view.midline_mm - RIGHT_OF_MIDLINE_MM
    arch = _even(view, arch) & (depth_mm(blood) >= needed_mm)
    if view.hu is not None:
        arch &= (view.soft > SOFT_HU[0]) | ~_seen(view)
    if not arch.any():
        return None
    return view.point(np.argwhere(arch)[view.smooth[arch].argmax()])


def _semioval_center(found: Landmarks, needed_mm: float) -> Point | None:
    """The coldest place in the white matter above the ventricles, of either side."""
    view = found.view
    brain = on_working_grid(view, found.organs.mask(Tissue.BRAIN))
    places = np.argwhere(brain)
    heights = view.z_mm[places[:, 0]]
    top = float(np.percentile(heights, 99.8))
    if top > view.z_mm[-1] - STEP_MM:
        return None  # the scan ends in it
    depth = np.asarray(ndimage.distance_transform_edt(brain, STEP_MM))
    below = top - view.z_mm
    upper = places[heights > top - VERTEX_MM[1]]
    aside = np.abs(view.x_mm - np.median(view.x_mm[upper[:, 2]]))
    inner = brain & (depth >= max(needed_mm, CORTEX_MM))
    inner &= ((below >= VERTEX_MM[0]) & (below <= VERTEX_MM[1]))[:, None, None]
    inner &= (aside >= ASIDE_MM[0]) & (aside <= ASIDE_MM[1])
    if not inner.any():
        return None
    mean = _sphere_mean(view.uptake, needed_mm - EDGE_MM)
    return view.point(np.argwhere(inner)[mean[inner].argmin()])


def _quadriceps(found: Landmarks, needed_mm: float) -> Point | None:
    """In the front half of a thigh, of either side; never in what is hot for a muscle."""
    view = found.view
    organs = found.organs
    pelvis = np.argwhere(on_working_grid(view, organs.mask(Tissue.BLADDER)))
    if len(pelvis) == 0:
        return None
    bottom = float(view.z_mm[pelvis[:, 0].min()]) - BELOW_PELVIS_MM
    muscle = on_working_grid(view, organs.mask(Tissue.MUSCLE))
    muscle[view.z_mm > bottom] = False
    body = view.body.copy()
    body[view.z_mm > bottom] = False
    best: tuple[float, Point] | None = None
    for side in (view.x_mm < view.midline_mm, view.x_mm >= view.midline_mm):
        thigh = body & side
        rows = np.flatnonzero(thigh.any(axis=(0, 2)))
        if len(rows) == 0:
            continue
        middle = int(rows[0] + FRONT_SHARE * (rows[-1] - rows[0]))
        front = muscle & side
        front[:, middle:] = False
        part = _even(view, front)
        depth = depth_mm(part) if part.any() else np.zeros(part.shape)
        place = _middle(view, depth, needed_mm)
        if place is not None and (best is None or depth.max() > best[0]):
            best = float(depth.max()), place
    return None if best is None else best[1]


_RULES: Mapping[str, Callable[[Landmarks, float], Point | None]] = {
    "liver": _liver,
    "spleen": _spleen,
    "lung": _lung,
    "left_ventricle": _left_ventricle,
    "aortic_arch": _aortic_arch,
    "quadriceps_femoris": _quadriceps,
    "semioval_center": _semioval_center,
}
_NO_PLACE: Mapping[str, str] = {
    "liver": "There is no even place in the liver that is large enough.",
    "spleen": "There is no even place in the spleen that is large enough.",
    "lung": "There is no place in the lungs that is clear of their edges.",
    "left_ventricle": "The cavity of the left ventricle is not found in the heart.",
    "aortic_arch": "No arch is found in the aorta.",
    "quadriceps_femoris": "The thighs are not in view, or their muscles are not found.",
    "semioval_center": "The upper half of the brain is not in view.",
}


# --- Parts of them -------------------------------------------------------------------------------


def _seen(view: View) -> Mask:
    """Where the CT says something."""
    return view.body if view.ct_seen is None else view.ct_seen


def _even(view: View, organ: Mask) -> Mask:
    """Without what is much hotter or colder than the organ's own median."""
    level = float(np.median(view.smooth[organ])) if organ.any() else 0.0
    if not level > 0:
        return np.zeros_like(organ)
    return organ & (view.smooth > EVEN[0] * level) & (view.smooth < EVEN[1] * level)


def _deepest(view: View, organ: Mask, needed_mm: float) -> Point | None:
    return _middle(view, depth_mm(organ), needed_mm) if organ.any() else None


def _coldest(view: View, organ: Mask, needed_mm: float) -> Point | None:
    """Of the deep places the one with the least uptake around it, clear of vessels."""
    depth = depth_mm(organ) if organ.any() else np.zeros(organ.shape)
    if float(depth.max()) < needed_mm:
        return None
    inner = depth >= max(needed_mm, DEEP * float(depth.max()))
    return view.point(np.argwhere(inner)[view.smooth[inner].argmin()])


def _middle(view: View, depth: FloatArray, needed_mm: float) -> Point | None:
    """The middle of the deepest places; None: none is deep enough."""
    deepest = float(depth.max())
    if deepest < needed_mm:
        return None
    best = np.argwhere(depth >= ALMOST * deepest)
    return view.point(best[np.linalg.norm(best - np.median(best, axis=0), axis=1).argmin()])


def _sphere_mean(uptake: Image, radius_mm: float) -> Image:
    """The mean uptake in a ball about each voxel."""
    reach = max(1, round(radius_mm / STEP_MM))
    offsets = np.indices((2 * reach + 1,) * 3) - reach
    ball = (np.linalg.norm(offsets, axis=0) <= radius_mm / STEP_MM).astype(np.float32)
    return np.asarray(ndimage.convolve(uptake, ball / ball.sum(), mode="nearest"))
