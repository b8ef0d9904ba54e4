"""Where the organs are that the checks measure: liver, blood pool, diaphragm, head, arms.

Everything is found on one working grid of 4 mm along the patient's axes, onto which PET and CT are
averaged, by explicit rules: the lungs are the air inside the body, the dome of the diaphragm is the
highest solid tissue under the outer half of the right lung, the liver is the uniform tissue below
it, the descending aorta is the round soft tissue left of the spine, the brain is what the skull
encloses. Without a CT only the liver is sought, as the largest uniform organ of the trunk's right
side with lung above it, and it is reported that this is less reliable.

The limits in Hounsfield units are valid for CT with and without contrast medium; those on uptake
are relative to the organ itself, so that a wrong SUV scale does not hide the organ whose SUV is
checked.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import ndimage as untyped_ndimage

from station.pet.voi import LIVER_VOLUME_ML, Point, Sphere, sphere_radius_mm
from station.pet.volume import FloatArray, Volume
from station.progress import Report, silent
from station.quality.working_grid import (
    AIR_HU,
    FWHM_PER_SIGMA,
    SMOOTH_FWHM_MM,
    STEP_MM,
    Mask,
    View,
    box_about,
    depth_mm,
    dilated,
    eroded,
    filled,
    grid_at,
    larger,
    millilitres,
    opened,
    parts_by_slice,
    resampled,
    view_of,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

LUNG_HU = -500.0
SMALLEST_LUNG_ML = 300.0
"""Of both in view; gas in the bowel is smaller in one piece"""
SOFT_HU = (15.0, 220.0)
"""Parenchyma and blood, without and with contrast medium; fat below, bone above"""
BONE_HU = 160.0
SKULL_HU = 120.0
"""Less than compact bone: at 4 mm the marrow between the tables of the skull is averaged in"""

DOME_MARGIN_MM = 16.0
"""The rim of the lung's base, which slopes down to the chest wall, is not a dome"""
SOLID_HU = -20.0
"""Median below a dome: liver, with some fat at most"""
BENEATH_DOME_MM = 28.0
"""From this far below the dome there is liver"""
LIVER_LENGTH_MM = 260.0
EVEN = (0.72, 1.36)
"""Liver has an uptake between these fractions of its own median, smoothed over 12 mm"""
LEFT_LIVER_ML = 600.0
"""Anything smaller on the left is a spleen with a full stomach, not a liver on the wrong side"""
SMALLEST_LIVER_ML = 250.0
"""A part of the liver this large has a centre 3 cm from its edges"""
RIGHT_LOBE_MM = 40.0
"""Right of the midline by more than this; closer are the caudate lobe, the porta and the adrenal"""
EDGE_MM = 6.0
"""Between the 3 mL sphere and the liver's edge: the PET's blur and breathing motion"""

AORTA_ML = 1.0
"""The sphere in the blood pool: its diameter of 12 mm leaves 4 mm or more to the wall of an aorta
of 20 to 30 mm (PERCIST 1.0 takes a cylinder 10 mm wide and 20 mm long)"""
AORTA_RADIUS_MM = (5.0, 18.0)
"""Radius of the circle that fits in; in slender patients adjacent lung and bone blur the wall"""
AORTA_FINE_MM = 2.0
AORTA_ALONG_MM = 24.0
"""The aorta runs straight over this length"""

ACROSS = (1, 2)
"""Rows and columns: within a slice"""
BRAIN_ML = (300.0, 2500.0)
ARM_OUTSIDE_MM = 66.0
"""An arm is farther than this from the body's midline, separate from the trunk and the head"""
ARMS_REACH_MM = 320.0
"""More than this below the diaphragm the hips end, and separate parts are legs"""
SMALLEST_ARM_ML = 40.0
INNER_EVEN = 0.15
"""Where the smoothed liver deviates from its median by more than this, or by three times its usual
spread, there is a lesion or a vessel"""


@dataclass(frozen=True, eq=False)
class Liver:
    inside: Mask
    """On the working grid: liver of uniform uptake, without what is hotter or colder"""
    sphere: Sphere
    """3 mL, in the right lobe, as far from every edge as possible"""
    volume_ml: float
    """Volume of what was found"""
    depth_mm: float
    """From the sphere's centre to the nearest edge"""
    from_ct: bool


@dataclass(frozen=True, eq=False)
class Landmarks:
    """The organs found in the patient. None: not in view, or not distinguishable from others."""

    view: View
    lungs: Mask | None
    dome_mm: Point | None
    """Top of the right half of the diaphragm on the CT"""
    liver: Liver | None
    liver_left: Liver | None
    """What looks like a liver below the left lung: swapped sides, or situs inversus"""
    blood: Sphere | None
    """1 mL in the descending thoracic aorta"""
    brain: Mask | None
    arms: Mask

    @property
    def upside_down(self) -> bool:
        """Whether the brain is on the foot side of the lungs or of the liver."""
        other = self.lungs if self.lungs is not None else self.liver and self.liver.inside
        if self.brain is None or other is None:
            return False
        return _height(self.brain) < _height(other)


def find_landmarks(pet: Volume, ct: Volume | None = None, report: Report = silent) -> Landmarks:
    """Find the organs of a PET and of the CT of its frame of reference.

    `pet` may be in any unit; `ct` in HU. Takes about half a second.
    """
    report(0.0, "Looking for the organs")
    view = view_of(pet, ct)
    report(0.3, "Looking for the organs")
    if view.hu is None:
        liver, other = _liver_of_pet(view, -1), _if_large(_liver_of_pet(view, 1))
        brain = _brain_of_pet(view, liver)
        top = None if liver is None else liver.sphere.centre_mm[2]
        return Landmarks(view, None, None, liver, other, None, brain, _arms(view, top, brain))
    lungs = _lungs(view)
    domes = [None if lungs is None else _dome(view, lungs, side) for side in (-1, 1)]
    liver, left = (
        None if dome is None else _liver_of_ct(view, dome, side)
        for dome, side in zip(domes, (-1, 1), strict=True)
    )
    other = _if_large(left)
    report(0.7, "Looking for the organs")
    dome = domes[0]
    blood = None if lungs is None or dome is None else _aorta(view, lungs, dome, ct, pet)
    brain = _brain_of_ct(view)
    arms = _arms(view, None if dome is None else dome[2], brain)
    return Landmarks(view, lungs, dome, liver, other, blood, brain, arms)


def _height(mask: Mask) -> float:
    return float(np.average(np.arange(len(mask)), weights=mask.sum(axis=(1, 2))))


# --- Lungs and diaphragm ------------------------------------------------------------------------


def _lungs(view: View) -> Mask | None:
    assert view.hu is not None
    air = (view.hu < LUNG_HU) & view.body
    return lungs if (lungs := larger(air, SMALLEST_LUNG_ML)).any() else None


def _dome(view: View, lungs: Mask, side: int) -> Point | None:
    """Top of the diaphragm's half on a side (-1 right, 1 left), under the lung's outer half.

    The inner half rests on the heart.
    """
    assert view.hu is not None
    lung = lungs & (side * (view.x_mm - view.midline_mm) > 0)
    if lung.sum() * STEP_MM**3 / 1000 < SMALLEST_LUNG_ML / 3:
        return None
    footprint: Mask = np.asarray(lung.any(axis=0))
    outer = side * (view.x_mm - np.median(view.x_mm[np.nonzero(footprint)[1]])) > 0
    inner = ndimage.distance_transform_edt(footprint, STEP_MM) > DOME_MARGIN_MM
    base = np.where(footprint, lung.argmax(axis=0), 0).astype(np.float64)
    base = ndimage.median_filter(base, 5)
    deep = round(40 / STEP_MM)
    rows, columns = np.nonzero(inner & outer & (base >= deep))
    for place in np.argsort(-base[rows, columns], kind="stable"):
        row, column = int(rows[place]), int(columns[place])
        height = int(base[row, column])
        if float(np.median(view.hu[height - deep : height, row, column])) > SOLID_HU:
            return view.point((height - 0.5, row, column))
    return None


# --- Liver --------------------------------------------------------------------------------------


def _liver_of_ct(view: View, dome_mm: Point, side: int) -> Liver | None:
    """The uniform tissue below a dome: soft on the CT, and of uniform uptake on the PET."""
    soft = (view.soft > SOFT_HU[0]) & (view.soft < SOFT_HU[1]) & view.body
    soft[: view.slices(0, dome_mm[2] - LIVER_LENGTH_MM).stop] = False
    soft[view.slices(dome_mm[2], np.inf).start :] = False
    soft &= side * (view.x_mm - view.midline_mm) > -30.0
    x, y, z = dome_mm
    seed = view.geometry.to_index((x, y, z - BENEATH_DOME_MM - 12.0))
    return _even_organ(view, soft, seed, side, from_ct=True)


def _if_large(liver: Liver | None) -> Liver | None:
    return liver if liver is not None and liver.volume_ml >= LEFT_LIVER_ML else None


def _even_organ(
    view: View, tissue: Mask, seed: FloatArray, side: int, *, from_ct: bool
) -> Liver | None:
    """The liver, grown in a tissue around a place (slice, row, column) that should be in it."""
    around = tuple(slice(max(0, round(at) - 5), round(at) + 6) for at in seed)
    there = tissue[around]
    if there.sum() < there.size / 3:
        return None
    level = float(np.median(view.smooth[around][there]))
    if level <= 0:
        return None
    box = box_about(tissue)
    near = tuple(
        slice(max(0, own.start - side.start), max(0, own.stop - side.start))
        for own, side in zip(around, box, strict=True)
    )
    tissue, smooth = tissue[box], view.smooth[box]
    even = tissue
    for _ in range(2):  # the second time around the median of the first result
        even = tissue & (smooth > EVEN[0] * level) & (smooth < EVEN[1] * level)
        core = ndimage.binary_erosion(even, iterations=2)
        labels, count = ndimage.label(core)
        if count == 0:
            return None
        sizes = np.bincount(labels[near].ravel(), minlength=count + 1)
        sizes[0] = 0
        if not sizes.any():
            return None
        own = labels == int(sizes.argmax())
        even &= ndimage.binary_dilation(own, iterations=3)
        level = float(np.median(smooth[own]))
    volume_ml = millilitres(even)
    if volume_ml < SMALLEST_LIVER_ML:
        return None
    calm = smooth[even] / level - 1
    spread = 1.4826 * float(np.median(np.abs(calm - np.median(calm))))
    depth = depth_mm(even & (np.abs(smooth / level - 1) < max(INNER_EVEN, 3 * spread)))
    # Vessels and the porta are towards the midline, so the right lobe's centre is used.
    outer = side * (view.x_mm[box[2]] - view.midline_mm) > RIGHT_LOBE_MM
    depth = np.where(outer, depth, 0.0)
    deepest = float(depth.max())
    if deepest < sphere_radius_mm(LIVER_VOLUME_ML) + EDGE_MM:
        return None
    # The centre of all places almost as deep as the deepest: noise at an edge moves it least.
    best = np.argwhere(depth >= 0.9 * deepest)
    middle = best[np.linalg.norm(best - np.median(best, axis=0), axis=1).argmin()]
    sphere = Sphere(view.point(middle + [side.start for side in box]), LIVER_VOLUME_ML)
    inside = np.zeros_like(view.body)
    inside[box] = even
    return Liver(inside, sphere, volume_ml, float(depth[tuple(middle)]), from_ct)


def _liver_of_pet(view: View, side: int) -> Liver | None:
    """The largest uniform organ of one side that has much less uptake above it: the lung."""
    smooth, body = view.smooth, view.body
    if not body.any():
        return None
    typical = float(np.median(smooth[body]))
    slope = np.asarray(
        ndimage.gaussian_gradient_magnitude(view.uptake, SMOOTH_FWHM_MM / FWHM_PER_SIGMA / STEP_MM)
    )
    # From one voxel to the next a smoothed organ changes by a few per cent, its edge by a tenth.
    flat = (slope < 0.05 * smooth) & (smooth > 1.3 * typical) & (smooth < 8 * typical)
    flat &= body & (side * (view.x_mm - view.midline_mm) > 0)
    labels, count = ndimage.label(flat)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    sizes[0] = 0
    for label in sizes.argsort()[::-1][:3]:
        if sizes[label] * STEP_MM**3 / 1000 < SMALLEST_LIVER_ML / 4:
            break
        own = labels == label
        level = float(np.median(smooth[own]))
        middle = np.median(np.argwhere(own), axis=0)
        if not _lung_above(view, own, level):
            continue
        tissue = body & (side * (view.x_mm - view.midline_mm) > -30.0)
        liver = _even_organ(view, tissue, middle, side, from_ct=False)
        if liver is not None:
            return liver
    return None


def _lung_above(view: View, organ: Mask, level: float) -> bool:
    """Whether the uptake falls to that of a lung within 12 cm above an organ, still in the body."""
    top = int(np.flatnonzero(organ.any(axis=(1, 2)))[-1])
    across = organ.any(axis=0)
    above = slice(top + 1, top + 1 + round(120 / STEP_MM))
    column, inside = view.smooth[above][:, across], view.body[above][:, across]
    low = (column < 0.45 * level) & inside
    return bool(len(column) and low.mean(axis=1).max(initial=0.0) > 0.5)


# --- Blood pool ---------------------------------------------------------------------------------


def _aorta(
    view: View, lungs: Mask, dome_mm: Point, ct: Volume | None, pet: Volume
) -> Sphere | None:
    """A sphere in the descending thoracic aorta: the round soft tissue left of the spine.

    Sought from 4 cm below the right dome to 6 cm above it, on a grid of 2 mm; of the places that
    are a tube along the patient, the one with most room around it.
    """
    assert ct is not None
    assert view.hu is not None
    spine = _spine_mm(view, lungs, dome_mm[2])
    if spine is None:
        return None
    low = np.array([spine[0] - 30.0, spine[1] - 66.0, dome_mm[2] - 40.0])
    size = np.array([106.0, 96.0, 100.0])
    nx, ny, nz = (int(n) for n in size / AORTA_FINE_MM)
    grid = grid_at(low, (nz, ny, nx), AORTA_FINE_MM)
    hu, seen = resampled(ct, grid, AIR_HU)
    uptake, _ = resampled(pet, grid, 0.0)
    along = round(AORTA_ALONG_MM / AORTA_FINE_MM)
    # The vertebral column without its discs, which are as soft as blood.
    bone = ndimage.maximum_filter(hu, (along, 1, 1)) > BONE_HU
    bone = ndimage.binary_closing(bone, np.ones((1, 5, 5), np.bool_))
    even = ndimage.uniform_filter(hu, (along // 2, 2, 2))
    tissue = (even > SOFT_HU[0]) & (even < 450.0) & ~bone & seen
    room = np.stack([ndimage.distance_transform_edt(plane, AORTA_FINE_MM) for plane in tissue])
    tube = ndimage.minimum_filter(room, (along, 1, 1))
    x = low[0] + AORTA_FINE_MM * np.arange(nx)
    y = low[1] + AORTA_FINE_MM * np.arange(ny)
    # The left atrium is in front of it, the muscles of the back are behind.
    place = (x[None, :] > spine[0] + 8.0) & (x[None, :] < spine[0] + 54.0)
    place = place & (y[:, None] > spine[1] - 28.0) & (y[:, None] < spine[1] + 4.0)
    near_lung = ndimage.distance_transform_edt(hu >= LUNG_HU, AORTA_FINE_MM)
    fits = (tube >= AORTA_RADIUS_MM[0]) & (room <= AORTA_RADIUS_MM[1]) & place
    fits &= near_lung <= room + 14.0
    # Its own centre, and not a corner of the left atrium or of the heart.
    beside = round(AORTA_RADIUS_MM[1] / 2 / AORTA_FINE_MM)
    fits &= room >= 0.9 * ndimage.maximum_filter(room, (1, 2 * beside + 1, 2 * beside + 1))
    half = along // 2
    fits[:half] = fits[-half:] = False
    if not fits.any():
        return None
    # An adjacent node or the oesophagus would spill in: of good places the most uniform one.
    score = np.where(fits, np.minimum(tube, 12.0), 0.0)
    good = np.argwhere(score >= 0.9 * score.max())
    radius = round(sphere_radius_mm(AORTA_ML) / AORTA_FINE_MM)
    mean = ndimage.uniform_filter(uptake, 2 * radius + 1)
    square = ndimage.uniform_filter(uptake**2, 2 * radius + 1)
    spread = np.sqrt(np.maximum(square - mean**2, 0)) / np.maximum(mean, 1e-6)
    best = good[spread[tuple(good.T)].argmin()]
    px, py, pz = grid.to_patient(best).tolist()
    return Sphere((px, py, pz), AORTA_ML)


def _spine_mm(view: View, lungs: Mask, dome_z_mm: float) -> tuple[float, float] | None:
    """x and y of the vertebral bodies' centre at the height of the lungs' lower half."""
    assert view.hu is not None
    level = view.slices(dome_z_mm - 40.0, dome_z_mm + 90.0)
    bone = view.soft[level] > BONE_HU * 0.7
    bone &= np.abs(view.x_mm - view.midline_mm) < 45.0
    body = view.body[level]
    rows = np.flatnonzero(body.any(axis=(0, 2)))
    if len(rows) == 0:
        return None
    # The sternum is as close to the midline: the spine is in the back half.
    bone[:, : int(rows.mean())] = False
    share = bone.mean(axis=0)
    solid = share > 0.5
    if not solid.any():
        return None
    depth = ndimage.distance_transform_edt(solid, STEP_MM)
    row, column = np.unravel_index(int(ndimage.gaussian_filter(depth, 1.0).argmax()), depth.shape)
    x, y, _ = view.point((0, float(row), float(column)))
    return x, y


# --- Head and arms ------------------------------------------------------------------------------


def _brain_of_ct(view: View) -> Mask | None:
    """What the skull encloses, slice by slice."""
    assert view.hu is not None
    skull = eroded(dilated(view.hu > SKULL_HU, ACROSS), ACROSS)
    inside = filled(skull) & ~skull & (view.soft > -20.0) & (view.soft < 350.0)
    return _one_of(opened(inside))


def _brain_of_pet(view: View, liver: Liver | None) -> Mask | None:
    """What takes up far more than liver and has the size of a brain."""
    if liver is None:
        return None
    level = 1.7 * float(np.median(view.smooth[liver.inside]))
    return _one_of(np.asarray(ndimage.binary_fill_holes(view.smooth > level)))


def _one_of(mask: Mask) -> Mask | None:
    """The largest part, if it has the size of a brain."""
    labels, count = ndimage.label(mask)
    if count == 0:
        return None
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    largest = labels == int(sizes.argmax())
    return largest if BRAIN_ML[0] <= millilitres(largest) <= BRAIN_ML[1] else None


def _arms(view: View, liver_z_mm: float | None, brain: Mask | None) -> Mask:
    """What of the body is next to the trunk or the head and separate from them, slice by slice.

    Without liver and head it is unknown which limbs are in view.
    """
    if liver_z_mm is None and brain is None:
        return np.zeros_like(view.body)
    body = eroded(view.body, ACROSS)
    outside = np.abs(view.x_mm - view.midline_mm) > ARM_OUTSIDE_MM
    if liver_z_mm is not None:
        body[: view.slices(-np.inf, liver_z_mm - ARMS_REACH_MM).stop] = False
    labels, count = parts_by_slice(body)
    apart = np.ones(count + 1, np.bool_)
    apart[labels[:, :, ~outside]] = apart[0] = False
    arms = larger(apart[labels], SMALLEST_ARM_ML)
    return dilated(arms, ACROSS) & view.body
