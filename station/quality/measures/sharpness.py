"""How wide the edges of organs are: the resolution of the reconstruction, and what breathing blurs.

An edge blurred by a Gaussian rises from a quarter to three quarters over 0.573 of the Gaussian's
FWHM; the width that is given is that FWHM.
"""

import numpy as np
from scipy.special import ndtri

from station.pet.filters import FWHM_PER_SIGMA
from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import Scene, ndimage
from station.quality.organs import Tissue
from station.quality.working_grid import STEP_MM, FloatArray, Mask

DOME_WIDTH = Quantity("width of the liver's upper edge", "mm", Subject.MOTION, Worse.HIGHER, 3.0)
SKIN_WIDTH = Quantity("width of the skin's edge", "mm", Subject.SHARPNESS, Worse.HIGHER, 3.0)
DOME_TO_SKIN = Quantity("liver's to skin's edge", "", Subject.MOTION, Worse.HIGHER, 0.3)

QUANTITIES = DOME_WIDTH, SKIN_WIDTH, DOME_TO_SKIN

QUARTERS = (0.25, 0.75)
FWHM_PER_QUARTERS = FWHM_PER_SIGMA / (2 * float(ndtri(QUARTERS[1])))
REACH_MM = 48.0
"""How far below and above an edge its levels are sought"""
LATERAL_MM = 16.0
"""FWHM over which neighbouring profiles are averaged, along the edge"""
STEEPEST = 1.0
"""An edge that rises by more than this, mm per mm sideways, is crossed obliquely"""
FEWEST_EDGES = 20


def sharpness_of(scene: Scene) -> Values:
    dome, skin = dome_width_mm(scene), skin_width_mm(scene)
    return {DOME_WIDTH: dome, SKIN_WIDTH: skin, DOME_TO_SKIN: dome / skin}


def dome_heights(scene: Scene) -> tuple[FloatArray, FloatArray, Mask] | None:
    """Where the uptake crosses the quarters between lung and liver above the liver: (LPS z at the
    higher uptake, at the lower one, where both are known), each (rows, columns) of the view.

    None where liver or lungs are not in view.
    """
    liver, lung = scene.liver_level, scene.level(Tissue.LUNGS)
    if not liver > 1.3 * lung:
        return None
    top = scene.cells == Tissue.LIVER
    over = top.any(axis=0)
    over &= (scene.cells == Tissue.LUNGS).any(axis=0)
    if over.sum() < FEWEST_EDGES:
        return None
    highest = len(top) - 1 - top[::-1].argmax(axis=0)
    sigma = LATERAL_MM / FWHM_PER_SIGMA / STEP_MM
    rows, columns = np.nonzero(over)
    box = slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)
    even = (scene.view.uptake[(slice(None), *box)] - lung) / (liver - lung)
    even = ndimage.gaussian_filter(even, (0, sigma, sigma), truncate=2.0)
    reach = round(REACH_MM / STEP_MM)
    ends = [np.full(over.shape, np.nan) for _ in QUARTERS]
    for row, column in zip(rows, columns, strict=True):
        height = int(highest[row, column])
        if height - reach < 0 or height + reach >= len(top):
            continue
        profile = even[
            height - reach : height + reach + 1, row - box[0].start, column - box[1].start
        ]
        for out, level in zip(ends, QUARTERS, strict=True):
            at = _falls_below(profile, level, reach)
            out[row, column] = scene.view.z_mm[0] + STEP_MM * (height - reach + at)
    known = np.isfinite(ends[0]) & np.isfinite(ends[1])
    middle = np.where(known, (ends[0] + ends[1]) / 2, np.nan)
    across = [np.abs(np.gradient(middle, STEP_MM, axis=axis)) for axis in (0, 1)]
    with np.errstate(invalid="ignore"):
        known &= np.hypot(*across) < STEEPEST
    return ends[1], ends[0], known


def dome_width_mm(scene: Scene) -> float:
    """Along the patient, of the edge between the liver and the lung above it."""
    heights = dome_heights(scene)
    if heights is None:
        return float("nan")
    high, low, known = heights
    if known.sum() < FEWEST_EDGES:
        return float("nan")
    return FWHM_PER_QUARTERS * float(np.median((low - high)[known]))


def _falls_below(profile: FloatArray, level: float, middle: int) -> float:
    """Index at which a profile falls below a level, of several the one nearest to the middle."""
    above = profile >= level
    falls = np.flatnonzero(above[:-1] & ~above[1:])
    if not len(falls):
        return float("nan")
    at = int(falls[np.abs(falls + 0.5 - middle).argmin()])
    return at + float((profile[at] - level) / (profile[at] - profile[at + 1]))


INSIDE_MM = (12.0, 36.0)
"""Depth below the skin at which the level of a profile is taken"""
OUTSIDE_MM = 24.0


def skin_width_mm(scene: Scene) -> float:
    """From side to side, of the patient's outer edge at the height of liver and lungs.

    Neither breathing nor the heart blurs it there much.
    """
    view = scene.view
    trunk = np.isin(scene.cells, (Tissue.LIVER, Tissue.LUNGS)).any(axis=(1, 2))
    slices = np.flatnonzero(trunk)
    if len(slices) < 5:
        return float("nan")
    sigma = LATERAL_MM / FWHM_PER_SIGMA / STEP_MM
    part = view.uptake[slices[0] : slices[-1] + 1]
    body = scene.body[slices[0] : slices[-1] + 1]
    even = ndimage.gaussian_filter(part, (sigma, sigma, 0), truncate=2.0)
    deep = [round(depth / STEP_MM) for depth in INSIDE_MM]
    out = round(OUTSIDE_MM / STEP_MM)
    widths: list[float] = []
    for height in range(0, len(part), 2):
        rows = np.flatnonzero(body[height].any(axis=1))
        if len(rows) < 8:
            continue
        # Where the skin runs from front to back.
        for row in rows[3 * len(rows) // 8 : 5 * len(rows) // 8 : 2]:
            columns = np.flatnonzero(body[height, row])
            for edge, way in ((int(columns[0]), 1), (int(columns[-1]), -1)):
                first, last = edge - way * out, edge + way * deep[1]
                if not (0 <= first < part.shape[2] and 0 <= last < part.shape[2]):
                    continue
                profile = even[height, row, first : last + way if last + way >= 0 else None : way]
                widths.append(_rise(profile, out + deep[0]))
    known = np.array(widths)[np.isfinite(widths)]
    return float(np.median(known)) if len(known) >= FEWEST_EDGES else float("nan")


def _rise(profile: FloatArray, inside: int) -> float:
    """FWHM of the edge in a profile from outside to inside; `inside`: where the level is taken."""
    level = float(np.median(profile[inside:]))
    if not level > 0:
        return float("nan")
    relative = profile[::-1] / level
    ends = [_falls_below(relative, quarter, len(relative)) for quarter in QUARTERS]
    return STEP_MM * FWHM_PER_QUARTERS * (ends[0] - ends[1])
