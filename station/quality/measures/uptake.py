"""How FDG is distributed: what short uptake, insulin and a paravenous injection change.

Ratios of organs, so that neither the SUV scale nor the dose matters. Blood falls relative to liver
with the uptake time; muscle rises and brain falls after food or insulin (K. A. Büsing et al., Nucl.
Med. Biol. 40 (2013) 206).
"""

import numpy as np

from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import Scene, ndimage
from station.quality.organs import Tissue
from station.quality.working_grid import STEP_MM, Mask

BLOOD_TO_LIVER = Quantity("blood to liver", "", Subject.UPTAKE, Worse.EITHER, 0.05)
MUSCLE_TO_LIVER = Quantity("muscle to liver", "", Subject.UPTAKE, Worse.EITHER, 0.05)
LUNG_TO_LIVER = Quantity("lung to liver", "", Subject.UPTAKE, Worse.EITHER, 0.02)
SPLEEN_TO_LIVER = Quantity("spleen to liver", "", Subject.UPTAKE, Worse.EITHER, 0.05)
BRAIN_TO_LIVER = Quantity("brain to liver", "", Subject.UPTAKE, Worse.EITHER, 0.1)
BODY_TO_LIVER = Quantity("body to liver", "", Subject.UPTAKE, Worse.EITHER, 0.05)
MUSCLE_TO_BLOOD = Quantity("muscle to blood", "", Subject.UPTAKE, Worse.EITHER, 0.05)
SKIN_TO_BODY = Quantity("fat under the skin to body", "", Subject.UPTAKE, Worse.EITHER, 0.05)
DEPOT = Quantity("activity of a hot spot at the side", "%", Subject.SPOTS, Worse.HIGHER, 0.02)
NECK_BOTH_SIDES = Quantity(
    "heat on both sides of the neck to liver", "", Subject.SPOTS, Worse.HIGHER, 0.3
)
FAT_HEAT = Quantity(
    "hottest fat above the liver to liver", "", Subject.SPOTS, Worse.HIGHER, 0.3, from_ct=True
)

QUANTITIES = (
    BLOOD_TO_LIVER,
    MUSCLE_TO_LIVER,
    LUNG_TO_LIVER,
    SPLEEN_TO_LIVER,
    BRAIN_TO_LIVER,
    BODY_TO_LIVER,
    MUSCLE_TO_BLOOD,
    SKIN_TO_BODY,
    DEPOT,
    NECK_BOTH_SIDES,
    FAT_HEAT,
)

HOT = 4.0
"""Times the body's level: a hot spot; muscle and vein are below"""
ASIDE = 0.7
"""Of the body's half width at the level of the lungs: farther out is the side"""
HOT_ORGANS = (Tissue.BRAIN, Tissue.HEART, Tissue.KIDNEYS, Tissue.BLADDER)
FAT_HU = (-160.0, -40.0)
FEWEST_OF_FAT = 300
"""Voxels: 20 mL"""
NEAR_SKIN_MM = (8.0, 20.0)
NECK_MM = (16.0, 110.0)
"""From the midline: shoulders, axillae and the sides of the neck"""
HOTTEST = 99.5
"""Percentile that counts as the hottest: a voxel of noise does not"""


def uptake_of(scene: Scene) -> Values:
    liver, body = scene.liver_level, scene.body_level
    muscle, blood = scene.level(Tissue.MUSCLE), _blood(scene)
    above = _above_liver(scene)
    return {
        BLOOD_TO_LIVER: blood / liver,
        MUSCLE_TO_LIVER: muscle / liver,
        LUNG_TO_LIVER: scene.level(Tissue.LUNGS) / liver,
        SPLEEN_TO_LIVER: scene.level(Tissue.SPLEEN) / liver,
        BRAIN_TO_LIVER: _brain(scene) / liver,
        BODY_TO_LIVER: body / liver,
        MUSCLE_TO_BLOOD: muscle / blood,
        SKIN_TO_BODY: _under_skin(scene) / body,
        DEPOT: depot_percent(scene),
        NECK_BOTH_SIDES: _neck(scene, above) / liver,
        FAT_HEAT: _fat(scene, above) / liver,
    }


def _brain(scene: Scene) -> float:
    """NaN where the upper end of the scan cuts it: the base of the brain is no measure of it."""
    of_body = np.flatnonzero(scene.body.any(axis=(1, 2)))
    if of_body.size and (scene.cells[of_body[-1]] == Tissue.BRAIN).any():
        return float("nan")
    return scene.level(Tissue.BRAIN)


def _blood(scene: Scene) -> float:
    """The great vessels; they are narrow, so none of their cells is taken off."""
    inside = scene.cells == Tissue.BLOOD
    return float(np.median(scene.view.uptake[inside])) if inside.sum() >= 100 else float("nan")


def _above_liver(scene: Scene) -> slice | None:
    """The slices above the liver's top; None if it is not in view."""
    slices = np.flatnonzero((scene.cells == Tissue.LIVER).any(axis=(1, 2)))
    return slice(int(slices[-1]) + 1, None) if len(slices) else None


def _under_skin(scene: Scene) -> float:
    rim = (scene.depth_mm > NEAR_SKIN_MM[0]) & (scene.depth_mm <= NEAR_SKIN_MM[1])
    return float(np.median(scene.view.uptake[rim])) if rim.any() else float("nan")


def depot_percent(scene: Scene) -> float:
    """Of the activity in view, what the hottest spot at a side holds that is no organ."""
    level = scene.body_level
    total = float(scene.view.uptake.sum(dtype=np.float64))
    if not (np.isfinite(level) and total > 0):
        return float("nan")
    hot = (scene.view.uptake > HOT * level) & ~np.isin(scene.cells, HOT_ORGANS)
    labels, count = ndimage.label(hot)
    if not count:
        return 0.0
    spot, uptake = labels[hot] - 1, scene.view.uptake[hot]
    held = np.bincount(spot, uptake)
    moments = [np.bincount(spot, uptake * axis) for axis in np.nonzero(hot)]
    places = np.stack(moments, axis=1) / held[:, None]
    columns = np.flatnonzero(scene.body.any(axis=(0, 1)))
    half = (columns[-1] - columns[0]) / 2 if len(columns) else np.inf
    middle = (scene.view.midline_mm - scene.view.x_mm[0]) / STEP_MM
    aside = np.abs(places[:, 2] - middle) > ASIDE * half
    for number in np.flatnonzero(~aside):
        at = tuple(np.rint(places[number]).astype(int))
        aside[number] = scene.cells[at] == Tissue.ARMS
    return 100 * float(held[aside].max(initial=0.0)) / total


def _neck(scene: Scene, above: slice | None) -> float:
    """The less hot one of the two sides of neck and shoulders: brown fat is on both."""
    if above is None:
        return float("nan")
    uptake, cells = scene.view.uptake[above], scene.cells[above]
    x = scene.view.x_mm - scene.view.midline_mm
    inside = ~np.isin(cells, (*HOT_ORGANS, Tissue.AIR, Tissue.LIVER, Tissue.SPLEEN))
    slices = np.flatnonzero((cells == Tissue.LUNGS).any(axis=(1, 2)))
    if not len(slices):
        return float("nan")
    inside[: int(slices[-1] * 0.6)] = False
    sides: list[float] = []
    for side in (-1, 1):
        there = inside & (side * x > NECK_MM[0]) & (side * x < NECK_MM[1])
        if there.sum() < 500:
            return float("nan")
        sides.append(float(np.percentile(uptake[there], HOTTEST)))
    return min(sides)


def _fat(scene: Scene, above: slice | None) -> float:
    """The hottest of what is fat on the CT."""
    if above is None or scene.view.hu is None:
        return float("nan")
    hu = scene.view.hu[above]
    fat: Mask = (hu > FAT_HU[0]) & (hu < FAT_HU[1])
    # What is fat for one voxel only is the edge of a lung.
    fat = np.asarray(ndimage.binary_erosion(fat), np.bool_)
    fat &= ~np.isin(scene.cells[above], (*HOT_ORGANS, Tissue.AIR, Tissue.LIVER, Tissue.SPLEEN))
    if fat.sum() < FEWEST_OF_FAT:
        return float("nan")
    return float(np.percentile(scene.view.uptake[above][fat], HOTTEST))
