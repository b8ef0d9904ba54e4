"""Where the organs are that the checks measure: liver, blood pool, diaphragm, head, arms.

Everything is found on one working grid of 4 mm along the patient's axes, onto which PET and CT are
averaged. What is which organ is the finder's judgement (`station.quality.finder`); where in it a
sphere is put, and how high the diaphragm is, follows explicit rules: the dome of the diaphragm is
the highest solid tissue under the outer half of the right lung on the CT, the liver's sphere is put
where the right lobe is uniform and farthest from every edge, and with a CT the blood pool is
measured in the round soft tissue left of the spine, the descending aorta.

The limits in Hounsfield units are valid for CT with and without contrast medium; those on uptake
are relative to the organ itself, so that a wrong SUV scale does not hide the organ whose SUV is
checked.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import ndimage as untyped_ndimage

from station.pet.voi import LIVER_VOLUME_ML, Point, Sphere, sphere_radius_mm
from station.pet.volume import Volume
from station.progress import Report, part, silent
from station.quality.organs import CELL_MM, Organs, Tissue
from station.quality.working_grid import (
    AIR_HU,
    STEP_MM,
    Mask,
    View,
    depth_mm,
    grid_at,
    resampled,
    view_of,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

LUNG_HU = -500.0
OF_LUNG = 0.3
"""Air in one piece is lung where the finder takes this fraction of it for lung; bowel is not"""
SOFT_HU = (15.0, 220.0)
"""Parenchyma and blood, without and with contrast medium; fat below, bone above"""
BONE_HU = 160.0

DOME_MARGIN_MM = 16.0
"""The rim of the lung's base, which slopes down to the chest wall, is not a dome"""
SMALLEST_LUNG_ML = 100.0
SOLID_HU = -20.0
"""Median below a dome: liver, with some fat at most"""
EVEN = (0.72, 1.36)
"""Liver has an uptake between these fractions of its own median, smoothed over 12 mm"""
RIGHT_LOBE_MM = 40.0
"""Farther from the midline than this; closer are the caudate lobe, the porta and the adrenal"""
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

INNER_EVEN = 0.15
"""Where the smoothed liver deviates from its median by more than this, or by three times its usual
spread, there is a lesion or a vessel"""
TURNED_FROM = 0.5
"""Probability from which the finder takes a patient for turned"""
ON_THE_LEFT = 0.3
"""Fraction of the liver right of the midline below which it is a left-sided liver"""


@dataclass(frozen=True, eq=False)
class Liver:
    inside: Mask
    """On the working grid: liver of uniform uptake, without what is hotter or colder"""
    sphere: Sphere
    """3 mL, in the right lobe, as far from every edge as possible"""
    volume_ml: float
    """Of the organ as found, with what is hotter or colder"""
    depth_mm: float
    """From the sphere's centre to the nearest edge"""
    right_share: float
    """Fraction of it on the right of the body's midline"""


@dataclass(frozen=True, eq=False)
class Landmarks:
    """The organs found in the patient. None: not in view, or not distinguishable from others."""

    view: View
    organs: Organs
    lungs: Mask | None
    """On the CT"""
    dome_mm: Point | None
    """Top of the right half of the diaphragm on the CT"""
    liver: Liver | None
    blood: Sphere | None
    """1 mL in the descending thoracic aorta, which is found on the CT"""
    brain: Mask | None
    arms: Mask

    @property
    def has_lungs(self) -> bool:
        """Whether lungs are in view, on the CT or the PET."""
        return self.lungs is not None or bool(self.organs.mask(Tissue.LUNGS).any())

    @property
    def upside_down(self) -> bool:
        """Whether the head is at the foot end: the whole body looks like it, and the order of two
        organs says so."""
        if self.organs.turned.upside_down < TURNED_FROM:
            return False
        heights = [
            float(np.argwhere(mask)[:, 0].mean())
            for mask in map(self.organs.mask, (Tissue.BRAIN, Tissue.LUNGS, Tissue.LIVER))
            if mask.any()
        ]
        return len(heights) > 1 and heights == sorted(heights)

    @property
    def mirrored(self) -> bool:
        """Whether left and right are swapped: the whole body looks like it, and the liver is on the
        left. (A patient with situs inversus looks the same.)"""
        liver = self.liver
        swapped = self.organs.turned.left_right >= TURNED_FROM
        return swapped and liver is not None and liver.right_share < ON_THE_LEFT


def find_landmarks(
    pet: Volume,
    ct: Volume | None = None,
    report: Report = silent,
    view: View | None = None,
) -> Landmarks:
    """Find the organs of a PET and of the CT of its frame of reference.

    `pet` may be in any unit; `ct` in HU. `view`: both on the working grid, where somebody has
    brought them there already. Takes about a second. Raises StationError where the
    finder's weights are missing.
    """
    from station.quality.finder.look import shipped_finder  # torch takes seconds

    report(0.0, "Looking for the organs")
    view = view or view_of(pet, ct)
    organs = shipped_finder().find(view, part(report, 0.2, 0.7))
    report(0.7, "Looking for the organs")
    brain = on_working_grid(view, organs.mask(Tissue.BRAIN))
    arms = on_working_grid(view, _arm_cells(organs)) & view.body
    liver = _liver(view, organs)
    lungs = dome = blood = None
    if view.hu is not None:
        lungs = _lungs(view, organs)
        dome = None if lungs is None else _dome(view, lungs, -1)
        blood = None if lungs is None or dome is None else _aorta(view, lungs, dome, ct, pet)
    there = brain if brain.any() else None
    return Landmarks(view, organs, lungs, dome, liver, blood, there, arms)


def _arm_cells(organs: Organs) -> Mask:
    """The arms, with every hot place that is in one: a depot of tracer."""
    arms = organs.mask(Tissue.ARMS)
    body = organs.cells != Tissue.AIR
    labels, count = ndimage.label(organs.mask(Tissue.LESION))
    for number in range(1, count + 1):
        depot = labels == number
        around = ndimage.binary_dilation(depot) & ~depot & body
        if (arms & around).sum() * 2 > around.sum():
            arms |= depot
    return arms


def on_working_grid(view: View, cells: Mask) -> Mask:
    """A mask of cells on the working grid, whose voxels are half as large."""
    fine = cells
    for axis, size in enumerate(view.uptake.shape):
        fine = np.repeat(fine, round(CELL_MM / STEP_MM), axis).take(range(size), axis)
    return fine


# --- Lungs and diaphragm ------------------------------------------------------------------------


def _lungs(view: View, organs: Organs) -> Mask | None:
    """The air in the body of which the finder takes enough for lung."""
    assert view.hu is not None
    air = (view.hu < LUNG_HU) & view.body
    labels, count = ndimage.label(air)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    of_lung = np.bincount(
        labels[on_working_grid(view, organs.mask(Tissue.LUNGS))], minlength=count + 1
    )
    kept = of_lung > OF_LUNG * sizes
    kept[0] = False
    lungs: Mask = np.asarray(kept[labels])
    return lungs if lungs.any() else None


def _dome(view: View, lungs: Mask, side: int) -> Point | None:
    """Top of the diaphragm's half on a side (-1 right, 1 left), under the lung's outer half.

    The inner half rests on the heart.
    """
    assert view.hu is not None
    lung = lungs & (side * (view.x_mm - view.midline_mm) > 0)
    if lung.sum() * STEP_MM**3 / 1000 < SMALLEST_LUNG_ML:
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


def _liver(view: View, organs: Organs) -> Liver | None:
    """The organ that the finder sees, and the best place in it for a sphere."""
    organ = on_working_grid(view, organs.mask(Tissue.LIVER))
    if not organ.any():
        return None
    level = float(np.median(view.smooth[organ]))
    if level <= 0:
        return None
    even = organ & (view.smooth > EVEN[0] * level) & (view.smooth < EVEN[1] * level)
    if view.hu is not None:
        soft = (view.soft > SOFT_HU[0]) & (view.soft < SOFT_HU[1])
        # Beyond the CT's field there is no HU to go by.
        even &= soft | ~view.body if view.ct_seen is None else soft | ~view.ct_seen
    if not even.any():
        return None
    calm = view.smooth[even] / level - 1
    spread = 1.4826 * float(np.median(np.abs(calm - np.median(calm))))
    depth = depth_mm(even & (np.abs(view.smooth / level - 1) < max(INNER_EVEN, 3 * spread)))
    columns = np.argwhere(organ)[:, 2]
    right = float((view.x_mm[columns] < view.midline_mm).mean())
    # Vessels and the porta are towards the midline, so the larger lobe's centre is used.
    side = -1 if right >= 0.5 else 1
    needed = sphere_radius_mm(LIVER_VOLUME_ML) + EDGE_MM
    outer = np.where(side * (view.x_mm - view.midline_mm) > RIGHT_LOBE_MM, depth, 0.0)
    if outer.max() >= needed:
        depth = outer
    deepest = float(depth.max())
    if deepest < needed:
        return None
    # The centre of all places almost as deep as the deepest: noise at an edge moves it least.
    best = np.argwhere(depth >= 0.9 * deepest)
    middle = best[np.linalg.norm(best - np.median(best, axis=0), axis=1).argmin()]
    sphere = Sphere(view.point(middle), LIVER_VOLUME_ML)
    volume_ml = organs.volume_ml(Tissue.LIVER)
    at = float(depth[tuple(middle)])
    return Liver(even, sphere, volume_ml, at, right)


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
