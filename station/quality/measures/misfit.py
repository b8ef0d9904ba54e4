"""How well the PET fits the CT that corrected its attenuation."""

import numpy as np

from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import Scene, ndimage
from station.quality.measures.sharpness import FEWEST_EDGES, dome_heights
from station.quality.organs import Tissue
from station.quality.working_grid import STEP_MM, FloatArray, Mask, View, filled


def _of_ct(name: str, unit: str, least: float) -> Quantity:
    return Quantity(name, unit, Subject.MISFIT, Worse.HIGHER, least, from_ct=True)


DOME_OFFSET = Quantity(
    "liver's upper edge in the PET above that in the CT",
    "mm",
    Subject.MISFIT,
    Worse.EITHER,
    from_ct=True,
)
ABOVE_CT_DOME = _of_ct("uptake in the CT's lung above its liver, to liver", "", 0.1)
SHIFT_ACROSS = _of_ct("sideways shift of the outlines", "mm", 0.5)
SHIFT_UP = _of_ct("shift of the outlines to the back", "mm", 0.5)
OUTSIDE_CT = _of_ct("PET outside the CT's patient", "%", 0.3)
SIDES_APART = _of_ct("difference under the skin of both sides", "%", 2.0)
METAL_GLOW = _of_ct("excess around metal", "mm", 0.5)
METAL = _of_ct("largest piece of metal", "mm", 4.0)

QUANTITIES = (
    DOME_OFFSET,
    ABOVE_CT_DOME,
    SHIFT_ACROSS,
    SHIFT_UP,
    OUTSIDE_CT,
    SIDES_APART,
    METAL_GLOW,
    METAL,
)

LUNG_HU = -500.0
ABOVE_MM = (8.0, 28.0)
"""Above the CT's diaphragm: near enough for a breath, far enough for the blur of the PET"""
METAL_HU = 1500.0
"""Cortical bone averaged over 4 mm stays below"""
GLOW_MM, AROUND_MM = 4.0, (10.0, 26.0)
"""Around metal: where its excess is, and where the usual uptake is"""
RIM_MM = (4.0, 24.0)
"""Under the skin"""
BLUR_MM = 12.0
"""The PET's outline may be this far outside the CT's by its blur alone"""
LEAST_WIDTH_MM = 80.0


def misfit_of(scene: Scene) -> Values:
    values = dict.fromkeys(QUANTITIES, float("nan"))
    if scene.view.hu is None:
        return values
    values[SIDES_APART] = sides_apart_percent(scene)
    values[DOME_OFFSET], values[ABOVE_CT_DOME] = dome_misfit(scene)
    values[SHIFT_ACROSS], values[SHIFT_UP], values[OUTSIDE_CT] = outline_misfit(scene.view)
    values[METAL_GLOW], values[METAL] = metal(scene)
    return values


def dome_misfit(scene: Scene) -> tuple[float, float]:
    """(mm by which the PET's dome of the liver is above the CT's, uptake above the CT's dome)."""
    view = scene.view
    heights = dome_heights(scene)
    if heights is None or view.hu is None:
        return float("nan"), float("nan")
    high, low, known = heights
    lung = (view.hu < LUNG_HU) & filled(view.hu > -350.0)
    there = known & lung.any(axis=0)
    # The lowest lung above the column's liver: a gap below it, in the bowel, is no lung.
    liver_mm = np.where(known, (high + low) / 2, np.nan)
    first = np.clip(np.nan_to_num((liver_mm - view.z_mm[0]) / STEP_MM - 15), 0, len(lung) - 1)
    lung &= np.arange(len(lung))[:, None, None] >= first[None]
    there &= lung.any(axis=0)
    if there.sum() < FEWEST_EDGES:
        return float("nan"), float("nan")
    at = lung.argmax(axis=0)
    base_mm = view.z_mm[0] + STEP_MM * (at - 0.5)
    offset = float(np.median((liver_mm - base_mm)[there]))
    levels: list[float] = []
    for row, column in np.argwhere(there):
        ends = [int(at[row, column] + mm / STEP_MM) for mm in ABOVE_MM]
        levels.append(float(np.mean(view.uptake[ends[0] : ends[1], row, column])))
    return offset, float(np.median(levels)) / scene.liver_level


def outline_misfit(view: View) -> tuple[float, float, float]:
    """(mm sideways, mm front to back, % of the PET's patient that is not the CT's)."""
    assert view.hu is not None
    ct = view.body
    pet = View(view.geometry, view.uptake, None, None).body
    if not (pet.any() and ct.any()):
        return float("nan"), float("nan"), float("nan")
    seen = view.ct_seen.any(axis=(1, 2)) if view.ct_seen is not None else ct.any(axis=(1, 2))
    both = np.flatnonzero(seen & pet.any(axis=(1, 2)) & ct.any(axis=(1, 2)))
    if len(both) < 10:
        return float("nan"), float("nan"), float("nan")
    wide = ndimage.binary_dilation(ct, iterations=round(BLUR_MM / STEP_MM))
    outside = 100 * float((pet[both] & ~wide[both]).sum()) / float(pet[both].sum())
    shifts: list[float] = []
    for axis in (1, 2):
        ends = [
            np.array(_ends(np.asarray(mask[both].any(axis=axis), np.bool_))) for mask in (pet, ct)
        ]
        long = (ends[0][1] - ends[0][0]) * STEP_MM > LEAST_WIDTH_MM
        apart = ((ends[0] - ends[1]).sum(axis=0) / 2)[long] * STEP_MM
        shifts.append(abs(float(np.median(apart))) if len(apart) else float("nan"))
    up, across = shifts[1], shifts[0]
    return across, up, outside


def _ends(lines: Mask) -> tuple[FloatArray, FloatArray]:
    """First and last of each line (n, m) that is True."""
    first = lines.argmax(axis=1).astype(np.float64)
    last = lines.shape[1] - 1 - lines[:, ::-1].argmax(axis=1).astype(np.float64)
    return first, last


def sides_apart_percent(scene: Scene) -> float:
    """By how much the uptake under the skin differs between left and right at the same height.

    A shifted CT corrects too much on one side and too little on the other.
    """
    view = scene.view
    rim = (scene.depth_mm > RIM_MM[0]) & (scene.depth_mm <= RIM_MM[1])
    slices = np.flatnonzero(
        np.isin(scene.cells, (Tissue.LIVER, Tissue.LUNGS, Tissue.GUT)).any((1, 2))
    )
    if len(slices) < 10:
        return float("nan")
    ratios: list[float] = []
    for first in range(int(slices[0]), int(slices[-1]) - 4, 5):
        part = slice(first, first + 5)
        body = scene.body[part]
        columns = np.flatnonzero(body.any(axis=(0, 1)))
        if len(columns) < 10:
            continue
        width = columns[-1] - columns[0]
        sides: list[float] = []
        for low, high in (
            (columns[0], columns[0] + width // 4),
            (columns[-1] - width // 4, columns[-1]),
        ):
            values = view.uptake[part, :, low : high + 1][rim[part, :, low : high + 1]]
            sides.append(float(np.median(values)) if len(values) > 20 else float("nan"))
        if min(sides) > 0:
            ratios.append(float(np.log(sides[0] / sides[1])))
    # The sign stays the same along the patient if the whole CT is shifted; anatomy's changes.
    return 100 * abs(float(np.median(ratios))) if len(ratios) >= 4 else float("nan")


def metal(scene: Scene) -> tuple[float, float]:
    """(excess around the worst piece, diameter of the largest piece): mm; 0 without metal.

    The excess is the relative one of the PET's uptake, times the piece's diameter.
    """
    view = scene.view
    assert view.hu is not None
    dense = view.hu > METAL_HU
    labels, _ = ndimage.label(dense)
    worst = largest = 0.0
    for number, box in enumerate(ndimage.find_objects(labels), 1):
        margin = round(AROUND_MM[1] / STEP_MM) + 1
        wide = tuple(slice(max(0, side.start - margin), side.stop + margin) for side in box)
        own = labels[wide] == number
        diameter = 2 * (3 * float(own.sum()) / (4 * np.pi)) ** (1 / 3) * STEP_MM
        largest = max(largest, diameter)
        away = ndimage.distance_transform_edt(~own, STEP_MM)
        inside = scene.body[wide]
        near = (away <= GLOW_MM) & inside
        around = (away > AROUND_MM[0]) & (away <= AROUND_MM[1]) & inside
        if not (near.any() and around.any()):
            continue
        usual = float(np.median(view.uptake[wide][around]))
        if usual > 0:
            excess = float(np.mean(view.uptake[wide][near])) / usual - 1
            worst = max(worst, excess * diameter)
    return worst, largest
