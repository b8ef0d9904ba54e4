"""Where the organs lie that the checks measure: liver, blood pool, diaphragm, head, arms.

Everything is found on one working grid of 4 mm along the patient's axes, into which PET and CT are
averaged, by rules that can be read: the lungs are the air inside the body, the dome of the
diaphragm is where the outer half of the right lung stands highest on solid tissue, the liver is the
even tissue beneath it, the descending aorta is the round soft tissue left of the spine, the brain
is what the skull closes round. Without a CT the liver alone is sought, as the largest even organ of
the trunk's right side with lung above it, and it is said that this is less sure.

The limits in Hounsfield units hold for CT with and without contrast medium; those on uptake are
relative to the organ itself, so that a wrong scale of the SUV does not hide the organ whose SUV is
to be checked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.voi import LIVER_VOLUME_ML, Point, Sphere, sphere_radius_mm
from station.pet.volume import FloatArray, Geometry, Volume, Voxels
from station.progress import Report, silent

ndimage: Any = untyped_ndimage  # its own types are incomplete

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]

STEP_MM = 4.0
"""Of the working grid along every axis"""
AIR_HU = -1000.0

BODY_HU = -350.0
BODY_UPTAKE, PEAK_PERCENTILE = 0.05, 99.8
"""Without a CT: above this part of the PET's peak (all but its hottest voxels) there is body,"""
BODY_OF_MEDIAN = 0.22
"""and so there is above this part of the body's median: 0.1 to 0.2 SUV of FDG"""
SMALLEST_PART_ML = 150.0
"""Less than this of solid matter is no part of the body: rails, cables, a hand's fingers"""

LUNG_HU = -500.0
SMALLEST_LUNG_ML = 300.0
"""Of both in view; gas in the bowel is less in one piece"""
SOFT_HU = (15.0, 220.0)
"""Parenchyma and blood, without and with contrast medium; fat below, bone above"""
BONE_HU = 160.0
SKULL_HU = 120.0
"""Less than compact bone: at 4 mm the marrow between the tables of the skull is averaged in"""

DOME_MARGIN_MM = 16.0
"""The rim of the lung's base, which slopes down to the chest wall, is no dome"""
BENEATH_DOME_MM = 28.0
"""Below the dome lies liver from here"""
LIVER_LENGTH_MM = 260.0
EVEN = (0.72, 1.36)
"""Liver has an uptake between these parts of its own median, smoothed over 12 mm"""
SMOOTH_FWHM_MM = 12.0
LEFT_LIVER_ML = 600.0
"""What is smaller on the left is a spleen with a full stomach, not a liver on the wrong side"""
SMALLEST_LIVER_ML = 250.0
"""A part of the liver this large has a middle 3 cm from its edges"""
RIGHT_LOBE_MM = 40.0
"""Right of the midline by more than this; nearer lie the caudate lobe, the porta and the adrenal"""
EDGE_MM = 6.0
"""Between the 3 mL sphere and the liver's edge: PET's blur and a breath's way"""

AORTA_ML = 1.0
"""The sphere in the blood pool: its diameter of 12 mm leaves 4 mm or more to the wall of an aorta
of 20 to 30 mm (PERCIST 1.0 takes a cylinder 10 mm wide and 20 mm long)"""
AORTA_RADIUS_MM = (5.0, 18.0)
"""Of the circle that fits in; lung and bone beside it blur the wall of a slender patient's away"""
AORTA_FINE_MM = 2.0
AORTA_ALONG_MM = 24.0
"""The aorta runs straight over this length"""

BRAIN_ML = (300.0, 2500.0)
ARM_OUTSIDE_MM = 66.0
"""An arm lies beyond this from the body's midline, apart from the trunk and the head"""
ARMS_REACH_MM = 320.0
"""Below the diaphragm by more than this the hips end, and what lies apart are legs"""
SMALLEST_ARM_ML = 40.0
FWHM_PER_SIGMA = 2.354820045
LOOK_MM, MARGIN_MM, FILLED_VOXELS = 8.0, 36.0, 4
"""The PET's extent is looked for in steps of the first, and the second is added all round; a plane
is part of it that holds the third number of voxels with uptake"""
INNER_EVEN = 0.15
"""Where the smoothed liver departs from its median by more than this, or by three times its usual
spread, there is a lesion or a vessel"""


@dataclass(frozen=True, eq=False)
class View:
    """PET and CT of one patient on the working grid: slices to the head, rows to the back, columns
    to the patient's left."""

    geometry: Geometry
    uptake: Image
    """The PET in its own unit; 0 where it has no value"""
    hu: Image | None
    """None without a CT; AIR_HU beyond its field of view"""
    ct_seen: Mask | None
    """Where the CT has values"""

    @cached_property
    def smooth(self) -> Image:
        """The uptake, smoothed over SMOOTH_FWHM_MM."""
        sigma = SMOOTH_FWHM_MM / FWHM_PER_SIGMA / STEP_MM
        return np.asarray(ndimage.gaussian_filter(self.uptake, sigma, truncate=3.0))

    @cached_property
    def soft(self) -> Image:
        """HU averaged over 12 mm, for an edge that noise does not fray."""
        assert self.hu is not None, "asked for of a view with a CT"
        return np.asarray(ndimage.uniform_filter(self.hu, 3))

    @cached_property
    def body(self) -> Mask:
        """The patient, filled, without the couch."""
        if self.hu is not None:
            solid = self.hu > BODY_HU
        else:
            level = _body_level(self.smooth)
            solid = self.smooth > level if level > 0 else np.zeros(self.uptake.shape, np.bool_)
        # A couch is a thin shell over foam: it does not outlast an opening of 12 mm.
        opened = ndimage.binary_opening(solid, np.ones((3, 3, 3), np.bool_))
        kept = _larger(opened, SMALLEST_PART_ML)
        for plane in kept:
            ndimage.binary_fill_holes(plane, output=plane)
        return kept

    @property
    def x_mm(self) -> FloatArray:
        """Left of the patient's axis, of each column."""
        return self.geometry.affine[0, 3] + STEP_MM * np.arange(self.geometry.shape[2])

    @property
    def z_mm(self) -> FloatArray:
        """Of each slice."""
        return self.geometry.affine[2, 3] + STEP_MM * np.arange(self.geometry.shape[0])

    @cached_property
    def midline_mm(self) -> float:
        """x of the body's middle: the median of its slices' middles."""
        there: Mask = np.asarray(self.body.any(axis=1))
        columns = [np.flatnonzero(line)[[0, -1]].mean() for line in there if line.any()]
        middle = float(np.median(columns)) if columns else (self.body.shape[2] - 1) / 2
        return float(self.x_mm[0] + STEP_MM * middle)

    def point(self, index: Iterable[float]) -> Point:
        """LPS mm of a (slice, row, column)."""
        x, y, z = self.geometry.to_patient(np.array(tuple(index), dtype=np.float64)).tolist()
        return x, y, z

    def slices(self, low_mm: float, high_mm: float) -> slice:
        """The slices from one height to another."""
        first, end = np.searchsorted(self.z_mm, (low_mm, high_mm))
        return slice(int(first), int(end))


@dataclass(frozen=True, eq=False)
class Liver:
    inside: Mask
    """On the working grid: liver of even uptake, without what is hotter or colder"""
    sphere: Sphere
    """3 mL, in the right lobe, as far from every edge as can be"""
    volume_ml: float
    """Of what was found"""
    depth_mm: float
    """From the sphere's centre to the nearest edge"""
    from_ct: bool


@dataclass(frozen=True, eq=False)
class Landmarks:
    """What of the patient was found. None: not in view, or not to be told from its surroundings."""

    view: View
    lungs: Mask | None
    dome_mm: Point | None
    """Top of the right half of the diaphragm on the CT"""
    liver: Liver | None
    liver_left: Liver | None
    """What looks like a liver beneath the left lung: a header that swaps the sides, or situs
    inversus"""
    blood: Sphere | None
    """1 mL in the descending thoracic aorta"""
    brain: Mask | None
    arms: Mask

    @property
    def upside_down(self) -> bool:
        """Whether the brain lies at the feet's side of the lungs or of the liver."""
        other = self.lungs if self.lungs is not None else self.liver and self.liver.inside
        if self.brain is None or other is None:
            return False
        return _height(self.brain) < _height(other)


def find_landmarks(pet: Volume, ct: Volume | None = None, report: Report = silent) -> Landmarks:
    """Find the organs of a PET and of the CT of its frame of reference.

    `pet` may be in any unit; `ct` in HU. Takes about a second.
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


# --- The working grid ---------------------------------------------------------------------------


def view_of(pet: Volume, ct: Volume | None) -> View:
    """Both images on the working grid, which covers what the PET shows of the patient."""
    low, high = _filled_bounds(pet)
    shape = np.maximum(np.floor((high - low) / STEP_MM).astype(int), 1)
    first = (low + high) / 2 - (shape - 1) / 2 * STEP_MM
    grid = grid_at(first, (int(shape[2]), int(shape[1]), int(shape[0])), STEP_MM)
    uptake, _ = resampled(pet, grid, 0.0)
    if ct is None:
        return View(grid, uptake, None, None)
    hu, seen = resampled(ct, grid, AIR_HU)
    return View(grid, uptake, hu, seen)


def _filled_bounds(pet: Volume) -> tuple[FloatArray, FloatArray]:
    """Box in LPS round all that has uptake, with MARGIN_MM of what has little: (low, high)."""
    every = [max(1, round(LOOK_MM / spacing)) for spacing in pet.spacing_mm]
    sample = np.nan_to_num(pet.voxels[:: every[0], :: every[1], :: every[2]])
    filled = sample > max(_body_level(np.asarray(sample, np.float32)), 1e-12)
    ends: list[FloatArray] = []
    for axis in range(3):
        others = tuple(other for other in range(3) if other != axis)
        planes = np.flatnonzero(filled.sum(axis=others) >= FILLED_VOXELS)
        if len(planes) == 0:
            return pet.geometry.bounds_mm
        ends.append(np.array(planes[[0, -1]] * every[axis], dtype=np.float64))
    corners = pet.geometry.to_patient(np.stack(np.meshgrid(*ends), axis=-1).reshape(-1, 3))
    low, high = pet.geometry.bounds_mm
    return (
        np.maximum(low, corners.min(axis=0) - MARGIN_MM),
        np.minimum(high, corners.max(axis=0) + MARGIN_MM),
    )


def grid_at(first_mm: FloatArray, shape: tuple[int, int, int], step_mm: float) -> Geometry:
    """A grid along the patient's axes: `first_mm` is the LPS of voxel (0, 0, 0)."""
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = step_mm
    affine[:3, 3], affine[3, 3] = first_mm, 1.0
    return Geometry(shape, affine)


def resampled(volume: Volume, grid: Geometry, outside: float) -> tuple[Image, Mask]:
    """(a volume on a grid, float32, and where it has values); `outside` where it has none.

    Finer voxels are averaged to about the grid's size first, so that no noise is picked out.
    """
    voxels, affine = volume.voxels, volume.affine.copy()
    blocks = [
        max(1, min(round(step / spacing), size))
        for step, spacing, size in zip(
            grid.spacing_mm, volume.spacing_mm, volume.shape, strict=True
        )
    ]
    if max(blocks) > 1:
        whole = [size // block * block for size, block in zip(volume.shape, blocks, strict=True)]
        voxels = _block_means(voxels[: whole[0], : whole[1], : whole[2]], blocks)
        affine[:3, 3] = volume.geometry.to_patient([(block - 1) / 2 for block in blocks])
        affine[:3, :3] *= blocks
    values = np.asarray(voxels, np.float32)
    known = np.isfinite(values)
    if not known.all():
        values = np.where(known, values, np.float32(outside))
    to_index = np.linalg.inv(affine) @ grid.affine
    out = np.asarray(
        ndimage.affine_transform(
            values,
            to_index[:3, :3],
            to_index[:3, 3],
            grid.shape,
            order=1,
            mode="constant",
            cval=outside,
        )
    )
    seen = ndimage.affine_transform(
        known.view(np.uint8), to_index[:3, :3], to_index[:3, 3], grid.shape, order=0
    )
    return out, np.asarray(seen, np.bool_)


def _block_means(voxels: Voxels, blocks: Sequence[int]) -> Image:
    """Means of blocks of so many voxels along the axes. (One axis after the other, the farthest
    voxels first: five times as fast as numpy's mean over three axes.)"""
    for axis, block in enumerate(blocks):
        if block > 1:
            ends = [(slice(None),) * axis + (slice(n, None, block),) for n in range(block)]
            total = voxels[ends[0]].astype(np.float32)
            for end in ends[1:]:
                total += voxels[end]
            voxels = total * np.float32(1 / block)
    return np.asarray(voxels, np.float32)


def _body_level(uptake: Image) -> float:
    """The uptake above which a voxel belongs to the body; 0 of an empty image.

    A fixed part of the body's own median, found from the hot part outwards: neither a full bladder
    nor air round the patient decides what is body.
    """
    positive = uptake[uptake > 0]
    if positive.size == 0:
        return 0.0
    level = BODY_UPTAKE * float(np.percentile(positive, PEAK_PERCENTILE))
    for _ in range(4):
        level = min(level, BODY_OF_MEDIAN * float(np.median(positive[positive > level])))
    return level


def millilitres(mask: Mask) -> float:
    """Of a mask on the working grid."""
    return float(mask.sum()) * STEP_MM**3 / 1000


def _larger(mask: Mask, smallest_ml: float) -> Mask:
    """The connected parts of at least that volume."""
    labels, count = ndimage.label(mask)
    sizes = np.bincount(labels.ravel(), minlength=count + 1) * STEP_MM**3 / 1000
    kept = sizes >= smallest_ml
    kept[0] = False
    return np.asarray(kept[labels])


def _height(mask: Mask) -> float:
    return float(np.average(np.arange(len(mask)), weights=mask.sum(axis=(1, 2))))


def _depth_mm(mask: Mask) -> FloatArray:
    """From each voxel's centre to the nearest outside, 0 outside; the end of the grid counts."""
    padded = np.pad(mask, 1)
    return np.asarray(ndimage.distance_transform_edt(padded, STEP_MM))[1:-1, 1:-1, 1:-1]


# --- Lungs and diaphragm ------------------------------------------------------------------------


def _lungs(view: View) -> Mask | None:
    assert view.hu is not None
    air = (view.hu < LUNG_HU) & view.body
    return lungs if (lungs := _larger(air, SMALLEST_LUNG_ML)).any() else None


def _dome(view: View, lungs: Mask, side: int) -> Point | None:
    """Top of the diaphragm's half on a side (-1 right, 1 left), under the lung's outer half.

    The inner half stands on the heart.
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
    best: tuple[float, int, int] | None = None
    for row, column in np.argwhere(inner & outer):
        height = int(base[row, column])
        if height < deep or (best is not None and height <= best[0]):
            continue
        beneath = view.hu[height - deep : height, row, column]
        if float(np.median(beneath)) > -20.0:
            best = height, row, column
    return None if best is None else view.point((best[0] - 0.5, best[1], best[2]))


# --- Liver --------------------------------------------------------------------------------------


def _liver_of_ct(view: View, dome_mm: Point, side: int) -> Liver | None:
    """The even tissue beneath a dome: soft on the CT, and of one uptake on the PET."""
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
    """The liver, grown in a tissue about a place (slice, row, column) that should lie in it."""
    around = [slice(max(0, round(at) - 5), round(at) + 6) for at in seed]
    near = tuple(around)
    there = tissue[near]
    if there.sum() < there.size / 3:
        return None
    level = float(np.median(view.smooth[near][there]))
    if level <= 0:
        return None
    even = tissue
    for _ in range(2):  # the second time about the median of what the first has found
        even = tissue & (view.smooth > EVEN[0] * level) & (view.smooth < EVEN[1] * level)
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
        level = float(np.median(view.smooth[own]))
    volume_ml = millilitres(even)
    if volume_ml < SMALLEST_LIVER_ML:
        return None
    calm = view.smooth[even] / level - 1
    spread = 1.4826 * float(np.median(np.abs(calm - np.median(calm))))
    depth = _depth_mm(even & (np.abs(view.smooth / level - 1) < max(INNER_EVEN, 3 * spread)))
    # Vessels and the porta lie towards the midline, so the right lobe's middle is asked for.
    outer = side * (view.x_mm - view.midline_mm) > RIGHT_LOBE_MM
    depth = np.where(outer, depth, 0.0)
    deepest = float(depth.max())
    if deepest < sphere_radius_mm(LIVER_VOLUME_ML) + EDGE_MM:
        return None
    # Of all places almost as deep as the deepest their middle, which noise at an edge moves least.
    best = np.argwhere(depth >= 0.9 * deepest)
    middle = best[np.linalg.norm(best - np.median(best, axis=0), axis=1).argmin()]
    sphere = Sphere(view.point(middle), LIVER_VOLUME_ML)
    return Liver(even, sphere, volume_ml, float(depth[tuple(middle)]), from_ct)


def _liver_of_pet(view: View, side: int) -> Liver | None:
    """The largest even organ of one side that has much less uptake above it: the lung."""
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
        found = _even_organ(view, tissue, middle, side, from_ct=False)
        if found is not None:
            return found
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
    are a tube along the patient, the one with most room round it.
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
    # The left atrium lies in front of it, the muscles of the back behind.
    place = (x[None, :] > spine[0] + 8.0) & (x[None, :] < spine[0] + 54.0)
    place = place & (y[:, None] > spine[1] - 28.0) & (y[:, None] < spine[1] + 4.0)
    near_lung = ndimage.distance_transform_edt(hu >= LUNG_HU, AORTA_FINE_MM)
    fits = (tube >= AORTA_RADIUS_MM[0]) & (room <= AORTA_RADIUS_MM[1]) & place
    fits &= near_lung <= room + 14.0
    # Its own middle, and no corner of the left atrium or of the heart.
    beside = round(AORTA_RADIUS_MM[1] / 2 / AORTA_FINE_MM)
    fits &= room >= 0.9 * ndimage.maximum_filter(room, (1, 2 * beside + 1, 2 * beside + 1))
    half = along // 2
    fits[:half] = fits[-half:] = False
    if not fits.any():
        return None
    # A node or the oesophagus beside it would shine in: of good places the most even one.
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
    """x and y of the vertebral bodies' middle at the height of the lungs' lower half."""
    assert view.hu is not None
    level = view.slices(dome_z_mm - 40.0, dome_z_mm + 90.0)
    bone = view.soft[level] > BONE_HU * 0.7
    bone &= np.abs(view.x_mm - view.midline_mm) < 45.0
    body = view.body[level]
    rows = np.flatnonzero(body.any(axis=(0, 2)))
    if len(rows) == 0:
        return None
    # The breastbone is as near to the midline: the spine lies in the back half.
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
    """What the skull closes round, slice by slice."""
    assert view.hu is not None
    skull = ndimage.binary_closing(view.hu > SKULL_HU, np.ones((1, 3, 3), np.bool_))
    inside = np.zeros_like(skull)
    for plane, ring in zip(inside, skull, strict=True):
        if ring.any():
            plane[...] = ndimage.binary_fill_holes(ring) & ~ring
    inside &= (view.soft > -20.0) & (view.soft < 350.0)
    inside = ndimage.binary_opening(inside, np.ones((3, 3, 3), np.bool_))
    return _one_of(inside)


def _brain_of_pet(view: View, liver: Liver | None) -> Mask | None:
    """What takes up far more than liver, in the size of a brain."""
    if liver is None:
        return None
    level = 1.7 * float(np.median(view.smooth[liver.inside]))
    return _one_of(np.asarray(ndimage.binary_fill_holes(view.smooth > level)))


def _one_of(mask: Mask) -> Mask | None:
    """The largest part, where it is of a brain's size."""
    labels, count = ndimage.label(mask)
    if count == 0:
        return None
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    largest = labels == int(sizes.argmax())
    return largest if BRAIN_ML[0] <= millilitres(largest) <= BRAIN_ML[1] else None


def _arms(view: View, liver_z_mm: float | None, brain: Mask | None) -> Mask:
    """What of the body lies beside the trunk or the head and apart from them, slice by slice.

    Of a part of the body with neither liver nor head nobody can say which limbs it holds.
    """
    arms = np.zeros_like(view.body)
    if liver_z_mm is None and brain is None:
        return arms
    body = ndimage.binary_erosion(view.body, np.ones((1, 3, 3), np.bool_))
    outside = np.abs(view.x_mm - view.midline_mm) > ARM_OUTSIDE_MM
    if liver_z_mm is not None:
        body[: view.slices(-np.inf, liver_z_mm - ARMS_REACH_MM).stop] = False
    for plane, out in zip(body, arms, strict=True):
        labels, count = ndimage.label(plane)
        inner = np.unique(labels[:, ~outside])
        apart = np.ones(count + 1, np.bool_)
        apart[inner] = apart[0] = False
        if apart.any():
            out[...] = apart[labels]
    arms = _larger(arms, SMALLEST_ARM_ML)
    return np.asarray(ndimage.binary_dilation(arms, np.ones((1, 3, 3), np.bool_), mask=view.body))
