"""Whole-body examinations that go wrong as planned: a patient in a clinic, in a few seconds.

The whole body is one slab of voxels of 3 to 5 mm. The causes of `station.simulate.degrade` enter
where they do in reality; the reconstruction knows of none of them.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, cos, exp, inf, log, pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.pet.compiled import kernel
from station.pet.filters import smoothed
from station.pet.volume import FloatArray, Geometry, Provenance, Unit, Volume
from station.progress import Report, part, silent
from station.simulate.activity import fine_activity
from station.simulate.anatomy import MID_THIGH_Z_MM, Drawing, draw_patient
from station.simulate.clinics import PAPER_CLINIC, Clinic, Method, even_matrix
from station.simulate.degrade import (
    HALF_LIFE_MIN,
    USUAL_BMI,
    USUAL_UPTAKE_MIN,
    Cause,
    Plan,
    as_injected,
    calibration_factor,
    direction_of,
    efficiency_of,
    frame_of,
    given_ct,
    scatter_scale,
    share_moved,
    shifted,
    with_uptake_of,
)
from station.simulate.fbp import back_projected
from station.simulate.osem import Osem
from station.simulate.penalised import penalised
from station.simulate.phantom import (
    Anatomy,
    Quantity,
    attenuation_per_mm,
    rasterise,
    truth_labels,
)
from station.simulate.projector import (
    LANES,
    Background,
    Counts,
    Image,
    Plane,
    Projector,
    Rays,
    Sinogram,
    in_threads,
)
from station.simulate.scanner import (
    COARSER,
    EMPTY_MARGIN_MM,
    HALO_SLICES,
    Acquisition,
    Scanner,
    as_detected,
    background_of,
    cropped,
    random_bits,
    supine_geometry,
)
from station.simulate.study import ABOVE_CROWN_MM, MADE

ndimage: Any = untyped_ndimage  # its own types are incomplete


@dataclass(frozen=True)
class Coverage:
    """The part of the body that is shown; lengths in a body of 1.70 m."""

    low_mm: float = MID_THIGH_Z_MM
    """LPS z of the lower end"""
    high_mm: float = ABOVE_CROWN_MM
    """Of the upper end"""
    field_mm: float = inf
    """Diameter of the transaxial field of view in the real body: what is beyond it is scanned, and
    not shown"""

    def span_mm(self, body: Anatomy) -> tuple[float, float]:
        """LPS z of the lower and the upper end in this body."""
        low = self.low_mm / MID_THIGH_Z_MM * body.thigh_z_mm
        return low, self.high_mm * frame_of(body)[2] if self.high_mm < 0 else self.high_mm

    @property
    def with_head(self) -> bool:
        return self.high_mm > WITH_HEAD_FROM_MM


HIGHEST_ACTIVITY_MBQ = 529.0
"""For a patient of any weight: EANM procedure guideline for FDG, version 2.0 (R. Boellaard et al.,
Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328)"""
HEADLESS_Z_MM = -206.0
"""Base of the skull of the standard body: the upper end of a scan without the head"""
WITH_HEAD_FROM_MM = -110.0
"""The eyes: a scan that ends below them shows no more than the base of the brain"""
WHOLE = Coverage()
HEADLESS = Coverage(high_mm=HEADLESS_Z_MM)


@dataclass(frozen=True, eq=False)
class Examination:
    """One examination: its result, and the facts that its header would contain."""

    image: Volume
    """SUVbw"""
    ct: Volume
    """HU as given to the reconstruction, coarse, int16"""
    events: int
    liver_noise_percent: float
    """Expected coefficient of variation in the liver, from the counts only"""
    measured_noise_percent: float | None
    """The same of this very image: its difference from the noise-free one, in the true liver. None
    where it was not asked for"""
    uptake_min: float
    injected_mbq: float
    seconds_per_bed: float


def patient_of(
    plan: Plan,
    seed: int,
    *,
    lesion_count: tuple[int, int] = (0, 0),
    drawn_by: Drawing = draw_patient,
) -> Anatomy:
    """The patient of a seed as planned: heavy, arms down."""
    bmi = USUAL_BMI + plan.of(Cause.HEAVY) if plan.has(Cause.HEAVY) else None
    return _patient(drawn_by, seed, lesion_count, bmi, plan.has(Cause.TRUNCATION))


@lru_cache(maxsize=4)  # a case is planned in several goes at one patient
def _patient(
    drawn_by: Drawing,
    seed: int,
    lesion_count: tuple[int, int],
    bmi: float | None,
    arms_down: bool,
) -> Anatomy:
    lesions = lesion_count[1] > 0
    return drawn_by(seed, lesions=lesions, lesion_count=lesion_count, bmi=bmi, arms_down=arms_down)


def examine(
    patient: Anatomy,
    plan: Plan,
    seed: int,
    *,
    clinic: Clinic = PAPER_CLINIC,
    coverage: Coverage = WHOLE,
    noise: bool = True,
    measure_noise: bool = False,
    report: Report = silent,
) -> Examination:
    """Scan and reconstruct a patient of `patient_of`.

    `seed` determines positions and directions of what goes wrong and every event; `noise` False
    reconstructs the expected events. `measure_noise` reconstructs the liver again without noise.
    """
    low, high = coverage.span_mm(patient)
    body = as_injected(patient, plan, seed, high)
    scan, ct = _acquired(body, plan, seed, clinic, (low, high), part(report, 0.0, 0.5))
    seconds = scan.full_s
    measured = _events(scan.mean, seed) if noise else scan.mean
    raw = _reconstructed(scan, measured, clinic, part(report, 0.5, 0.95))
    found = _measured_noise(body, scan, raw, clinic) if measure_noise else None
    slab = _filtered(scan.trimmed(raw), clinic, scan.geometry)
    image = _shown(slab, scan.geometry, clinic, coverage, low, high)
    if plan.has(Cause.CALIBRATION):
        image *= np.float32(calibration_factor(plan, seed))
    made = Provenance(description=MADE).then(clinic.recipe)
    return Examination(
        Volume(image, _shown_grid(clinic, coverage, low, high), Unit.SUV_BW, made),
        ct,
        int(measured.sum(dtype=np.float64)),
        expected_liver_noise(patient, plan, clinic),
        found,
        USUAL_UPTAKE_MIN - plan.of(Cause.SHORT_UPTAKE),
        _injected_mbq(patient, plan, clinic),
        seconds,
    )


# --- from events to the image ------------------------------------------------------------------


def _reconstructed(
    scan: Acquisition, measured: Sinogram | Counts, clinic: Clinic, report: Report = silent
) -> Image:
    """SUV (row, column, slice) with the halo, before any filter."""
    if clinic.method is Method.FBP:
        return back_projected(scan, measured, scan.full_s)
    osem = Osem(scan, clinic.subsets, clinic.psf_fwhm_mm)
    if clinic.method is Method.PENALISED:
        return penalised(osem, measured, scan.full_s, clinic.iterations, clinic.penalty)
    *_, image = osem.iterates(measured, scan.full_s, clinic.iterations, report)
    return image


def _filtered(slab: NDArray[np.float32], clinic: Clinic, grid: Geometry) -> NDArray[np.float32]:
    """The clinic's filters on an image (slice, row, column)."""
    if clinic.axial_weight is None:
        return smoothed(slab, clinic.filter_fwhm_mm, grid.spacing_mm)
    _, row_mm, column_mm = grid.spacing_mm
    # As if slices were so far apart that a Gaussian does not reach from one to the next.
    image = smoothed(slab, clinic.filter_fwhm_mm, (APART_MM, row_mm, column_mm))
    if clinic.axial_weight:
        weights = np.array([1.0, clinic.axial_weight, 1.0])
        image = ndimage.correlate1d(image, weights / weights.sum(), axis=0, mode="nearest")
    return np.asarray(image, dtype=np.float32)


APART_MM = 1e6


def _shown_grid(clinic: Clinic, coverage: Coverage, low_mm: float, high_mm: float) -> Geometry:
    scanner = clinic.scanner
    voxel = clinic.shown_voxel_mm or scanner.voxel_mm
    slice_mm = clinic.shown_slice_mm or scanner.slice_mm
    field = scanner.matrix * scanner.voxel_mm
    matrix = scanner.matrix
    if voxel != scanner.voxel_mm or coverage.field_mm < field:
        matrix = even_matrix(min(coverage.field_mm, field), voxel)
    slices = ceil((high_mm - low_mm) / slice_mm - 1e-6)
    return supine_geometry(matrix, voxel, slices, slice_mm, low_mm)


def _shown(
    slab: NDArray[np.float32],
    grid: Geometry,
    clinic: Clinic,
    coverage: Coverage,
    low_mm: float,
    high_mm: float,
) -> NDArray[np.float32]:
    """The image of `grid` on the grid that is kept: cubic splines, 0 where nothing was computed.

    Finer voxels than those computed add nothing: the image has no finer detail after its filters.
    """
    out = _shown_grid(clinic, coverage, low_mm, high_mm)
    index = [np.arange(length, dtype=np.float64) for length in out.shape]
    places = [
        grid.to_index(
            out.to_patient(np.stack([np.where(axis == a, i, 0) for a in range(3)], axis=-1))
        )[:, axis]
        for axis, i in enumerate(index)
    ]
    image = slab
    for axis in (2, 1, 0):
        image = _resampled(image, places[axis], axis)
    if coverage.field_mm < clinic.scanner.matrix * clinic.scanner.voxel_mm:
        _, y, x = (_centres(out, axis) for axis in range(3))
        image[:, np.hypot(y[:, None], x[None]) > coverage.field_mm / 2] = 0
    return image


def _resampled(
    image: NDArray[np.float32], places: NDArray[np.float64], axis: int
) -> NDArray[np.float32]:
    """The image at these indices along an axis: copied where they are whole, else interpolated."""
    whole = np.rint(places)
    if np.abs(places - whole).max() > WHOLE_INDEX:
        return _interpolated(image, places, axis)
    inside = (whole >= 0) & (whole < image.shape[axis])
    shape = list(image.shape)
    shape[axis] = len(places)
    out = np.zeros(shape, dtype=np.float32)
    moved = np.moveaxis(out, axis, 0)
    moved[inside] = np.moveaxis(image, axis, 0)[whole[inside].astype(int)]
    return out


WHOLE_INDEX = 1e-6


def _interpolated(
    image: NDArray[np.float32], places: NDArray[np.float64], axis: int
) -> NDArray[np.float32]:
    """Along an axis at fractional indices; 0 where an index is outside the image."""
    count = image.shape[axis]
    inside = np.flatnonzero((places > -0.5) & (places < count - 0.5))
    spline = ndimage.spline_filter1d(np.eye(count), 3, axis=0, mode="mirror")
    weights = np.stack(
        [
            ndimage.map_coordinates(line, [places[inside]], order=3, mode="mirror", prefilter=False)
            for line in spline.T
        ],
        axis=1,
    ).astype(np.float32)
    moved = np.moveaxis(image, axis, 0)
    out = np.zeros((len(places), *moved.shape[1:]), dtype=np.float32)
    out[inside] = (weights @ moved.reshape(count, -1)).reshape(len(inside), *moved.shape[1:])
    return np.ascontiguousarray(np.moveaxis(out, 0, axis))


def _centres(grid: Geometry, axis: int) -> NDArray[np.float64]:
    """Position of the voxels' centres along their axis (slice z, row y, column x), mm."""
    along = 2 - axis
    return grid.affine[along, 3] + grid.affine[along, axis] * np.arange(grid.shape[axis])


AWAY_FROM_EDGE_MM = 9.0
"""Closer to the liver's edge its noise is not measured"""


def _measured_noise(body: Anatomy, scan: Acquisition, raw: Image, clinic: Clinic) -> float | None:
    """Coefficient of variation of the noise in the true liver, %; None where the liver is not seen.

    The noise is the difference between the image and that of the expected events, in the block of
    slices with most of the liver; filters are linear, so they are applied to the difference.
    """
    grid = scan.geometry
    bottom = grid.affine[2, 3] - HALO_SLICES * grid.spacing_mm[0]
    block_mm = LANES * grid.spacing_mm[0]
    liver = next((organ for organ in body.organs if organ.name == "liver"), None)
    if liver is None:
        return None
    middle_mm = float(np.mean([shape.centre_mm[2] for shape in liver.shapes]))
    block = int(np.clip((middle_mm - bottom) // block_mm, 0, scan.slices // LANES - 1))
    first = block * LANES - HALO_SLICES
    grid = cropped(grid, (first, 0, 0), (first + LANES, *grid.shape[1:]))
    core = truth_labels(body, grid).mask("liver")
    away = ceil(AWAY_FROM_EDGE_MM / grid.spacing_mm[1])
    core = np.asarray(ndimage.binary_erosion(core, iterations=away), np.bool_)
    # Without the neighbouring blocks the first and last slices are not those of the image.
    core[:EDGE_SLICES] = core[-EDGE_SLICES:] = False
    if core.sum() * float(np.prod(grid.spacing_mm)) < LEAST_LIVER_MM3:
        return None
    here = slice(block, block + 1)
    slices = slice(block * LANES, (block + 1) * LANES)
    one = replace(
        scan,
        slices=LANES,
        survival=scan.survival[here],
        background=Background(
            scan.background.radial[here], scan.background.tof[here], scan.background.randoms[here]
        ),
        mean=scan.mean[here],
    )
    clean = np.moveaxis(_reconstructed(one, scan.mean[here], clinic), 2, 0)
    noisy = np.moveaxis(raw[:, :, slices], 2, 0)
    difference = _filtered(noisy - clean, clinic, grid)[core]
    level = _filtered(np.ascontiguousarray(clean), clinic, grid)[core].mean()
    return 100 * float(difference.std() / level)


LEAST_LIVER_MM3 = 50_000.0
EDGE_SLICES = 3


def _events(mean: Sinogram, seed: int) -> Counts:
    """Poisson numbers. (`Acquisition.events`, which thins one scan to many durations, takes time
    proportional to the events; here there are hundreds of millions.)"""
    out = np.empty(mean.shape, dtype=np.uint16)
    seeds = np.random.SeedSequence([seed, 0xE7E]).generate_state(len(mean), np.uint64)

    def part(block: int) -> None:
        _poisson(mean[block].reshape(-1), out[block].reshape(-1), seeds[block])

    in_threads(part, len(mean))
    return out


NEARLY_NORMAL = 16.0
"""Mean from which a Poisson number is drawn as a rounded normal one with its skewness (E. A.
Cornish, R. A. Fisher, Rev. Inst. Int. Stat. 5 (1938) 307): its distribution is right to 0.2 %"""


@kernel
def _poisson(means: NDArray[np.float32], out: NDArray[np.uint16], seed: np.uint64) -> None:
    """A Poisson number for each mean."""
    step, shift, unit = np.uint64(0x9E3779B97F4A7C15), np.uint64(11), 1.0 / 9007199254740992.0
    state = random_bits(seed)
    for i in range(len(means)):
        mean = float(means[i])
        if mean <= 0.0:
            out[i] = 0
        elif mean < NEARLY_NORMAL:
            # Knuth: how many uniform numbers have a product of at least exp(-mean).
            limit = exp(-mean)
            count = 0
            state = state + step
            product = float(random_bits(state) >> shift) * unit
            while product > limit:
                count += 1
                state = state + step
                product *= float(random_bits(state) >> shift) * unit
            out[i] = count
        else:
            state = state + step
            first = (float(random_bits(state) >> shift) + 1.0) * unit
            state = state + step
            second = float(random_bits(state) >> shift) * unit
            z = sqrt(-2.0 * log(first)) * cos(2.0 * pi * second)
            value = mean + sqrt(mean) * z + (z * z - 1.0) / 6.0
            out[i] = np.uint16(min(max(value + 0.5, 0.0), 65535.0))


# --- counts ------------------------------------------------------------------------------------


def _injected_mbq(patient: Anatomy, plan: Plan, clinic: Clinic) -> float:
    prescribed = min(clinic.activity_mbq_per_kg * patient.weight_kg, HIGHEST_ACTIVITY_MBQ)
    return prescribed * (1 - plan.of(Cause.UNDER_DOSED) / 100)


def _rate(patient: Anatomy, plan: Plan, clinic: Clinic) -> float:
    """Activity of one SUV relative to that of the clinic's protocol, at the time of the scan."""
    per_kg = _injected_mbq(patient, plan, clinic) / patient.weight_kg
    less_decayed = 2 ** (plan.of(Cause.SHORT_UPTAKE) / HALF_LIFE_MIN)
    return per_kg / clinic.activity_mbq_per_kg * less_decayed


def _seconds(plan: Plan, clinic: Clinic) -> float:
    return clinic.seconds_per_bed * (1 - plan.of(Cause.COUNTS_CUT) / 100)


RAYS_TO_LIVER = 24
STEP_MM = 4.0


def expected_liver_noise(patient: Anatomy, plan: Plan, clinic: Clinic) -> float:
    """Coefficient of variation in the liver, %, expected from the counts: the rule's "noise".

    The variance of filtered backprojection at a point (H. H. Barrett, W. Swindell, Radiological
    Imaging, 1981): the sum over angles of a line's events divided by its attenuation squared; of a
    line's activity, TOF leaves what is near the point. `Clinic.noise_gain` covers the rest.
    """
    liver = next((organ for organ in patient.organs if organ.name == "liver"), None)
    if liver is None:
        raise StationError("The noise is that of the liver, and this patient has none.")
    body = with_uptake_of(patient, plan)
    x, y, z = liver.shapes[0].centre_mm
    half = 300.0
    size = round(2 * half / STEP_MM)
    grid = supine_geometry(size, STEP_MM, 1, STEP_MM, z - STEP_MM / 2)
    suv, hu = (
        rasterise(body, grid, quantity, (1, 1, 1)).voxels[0]
        for quantity in (Quantity.SUV, Quantity.HU)
    )
    mu = attenuation_per_mm(np.asarray(hu, np.float32))
    scanner = clinic.scanner
    along = np.arange(-2 * half, 2 * half, STEP_MM)
    near = np.exp(-4 * np.log(2) * (along / scanner.tof_fwhm_mm) ** 2)
    angle = np.arange(RAYS_TO_LIVER)[:, None] * pi / RAYS_TO_LIVER
    rows = np.rint((y + along * np.sin(angle) + half) / STEP_MM).astype(int)
    columns = np.rint((x + along * np.cos(angle) + half) / STEP_MM).astype(int)
    inside = (rows >= 0) & (rows < size) & (columns >= 0) & (columns < size)
    at = (np.clip(rows, 0, size - 1), np.clip(columns, 0, size - 1))
    survival = np.exp(-np.sum(mu[at] * inside, axis=1) * STEP_MM)
    trues = np.sum(suv[at] * inside * near, axis=1) * STEP_MM * survival
    scatter = scanner.scatter_fraction / (1 - scanner.scatter_fraction)
    rate = _rate(patient, plan, clinic)
    events = trues + (scatter + scanner.randoms_per_true * rate) * trues.mean()
    in_liver = next(organ for organ in body.organs if organ.name == "liver").suv
    scale = scanner.sensitivity * rate * _seconds(plan, clinic)
    variance = float((events / survival**2).mean()) / scale
    return 100 * clinic.noise_gain * variance**0.5 / in_liver


# --- lines of response -------------------------------------------------------------------------


def _acquired(
    body: Anatomy,
    plan: Plan,
    seed: int,
    clinic: Clinic,
    span_mm: tuple[float, float],
    report: Report,
) -> tuple[Acquisition, Volume]:
    """The whole body as one slab, and the CT given to its reconstruction."""
    scanner = clinic.scanner
    low_mm, high_mm = span_mm
    wanted = scanner.geometry(low_mm, high_mm).shape[0]
    deep = ceil((wanted + 2 * HALO_SLICES) / LANES) * LANES
    feet_mm = low_mm - HALO_SLICES * scanner.slice_mm
    whole = scanner.geometry(feet_mm, feet_mm + deep * scanner.slice_mm)
    coarse = supine_geometry(
        scanner.matrix // COARSER,
        scanner.voxel_mm * COARSER,
        deep,
        scanner.slice_mm,
        feet_mm,
    )
    moved = direction_of(seed, Cause.MOVED) * plan.of(Cause.MOVED)
    objects = _object_grid(body, whole, high_mm, float(np.abs(moved).max()))
    field = scanner.matrix * scanner.voxel_mm / 2
    rays = Rays.about(
        min(_plane(objects).radius_mm, field),
        scanner.angles,
        scanner.voxel_mm,
        scanner.tof_bin_mm,
        scanner.tof_fwhm_mm,
    )
    hu = rasterise(body, coarse, Quantity.HU, (1, 1, 1), part(report, 0.0, 0.2))
    through = _survival(hu, rays)
    trues = _line_integrals(body, objects, objects, rays, scanner, seed, part(report, 0.2, 0.6))
    trues *= through[:, :, :, None, :]
    if plan.has(Cause.MOVED):
        there = shifted(objects, -moved)
        later = _line_integrals(body, there, objects, rays, scanner, seed, part(report, 0.6, 0.9))
        hu_later = rasterise(body, shifted(coarse, -moved), Quantity.HU, (1, 1, 1))
        later *= _survival(hu_later, rays)[:, :, :, None, :]
        share = share_moved(seed, whole).reshape(-1, 1, 1, 1, LANES)
        trues += share * (later - trues)
    rate = _rate(body, plan, clinic)
    scale = np.float32(scanner.sensitivity * rate)
    trues *= scale
    # Randoms go as the square of the activity.
    randoms = scanner.randoms_per_true * rate
    background = background_of(trues, replace(scanner, randoms_per_true=randoms))
    trues += background.radial[:, :, :, None, :] * background.tof[:, :, None, :, :]
    trues += background.randoms[:, None, None, None, :]
    if plan.has(Cause.NORMALISATION) or plan.has(Cause.DEAD_DETECTORS):
        trues *= efficiency_of(plan, seed, scanner, rays, deep)[:, :, :, None, :]
    seconds = _seconds(plan, clinic)
    trues *= np.float32(seconds)
    ct = given_ct(body, hu, plan, seed)
    assumed = Background(
        background.radial * np.float32(scatter_scale(plan) * clinic.scatter_scale),
        background.tof,
        background.randoms * np.float32(clinic.randoms_scale),
    )
    survival = (through if ct is hu else _survival(ct, rays)) * scale
    low, high = objects.bounds_mm
    if clinic.method is Method.FBP:  # its noise fills the circle that the lines cover
        radius = rays.radial_bins * rays.radial_mm / 2
        low, high = np.array([-radius, -radius, low[2]]), np.array([radius, radius, high[2]])
    (top, bottom), (left, right) = _image_box(low, high, whole)
    # The CT is kept only of the requested slices; the image is cut to them when it is done.
    first = HALO_SLICES
    kept = cropped(coarse, (first, 0, 0), (first + wanted, *coarse.shape[1:]))
    values = np.clip(np.rint(ct.voxels[first : first + wanted]), -1024, 3071).astype(np.int16)
    acquisition = Acquisition(
        scanner,
        cropped(whole, (first, top, left), (deep - first, bottom, right)),
        Projector(_plane(cropped(whole, (0, top, left), (deep, bottom, right))), rays),
        deep,
        survival,
        assumed,
        trues,
        seconds,
        seed,
    )
    return acquisition, Volume(values, kept, Unit.HU, Provenance(description=MADE))


def _object_grid(body: Anatomy, whole: Geometry, high_mm: float, further_mm: float) -> Geometry:
    """Voxels of the image's size around all scanned activity, separate from the image's own."""
    low_mm = float(whole.bounds_mm[0][2])
    boxes = [
        shape.box_mm
        for organ in body.painted
        if organ.suv > 0
        for shape in organ.shapes
        if shape.box_mm[0][2] < high_mm and shape.box_mm[1][2] > low_mm
    ]
    if not boxes:
        raise StationError("There is nothing of the patient in this scan. Take another patient.")
    low = np.min([box[0] for box in boxes], axis=0) - further_mm
    high = np.max([box[1] for box in boxes], axis=0) + further_mm
    pixel = whole.spacing_mm[1]
    # Always on one lattice: a larger box for a moving patient must not paint the same organs into
    # other voxels.
    first, end = (np.floor(corner[:2] / pixel).astype(int) for corner in (low, high))
    columns, rows = (int(n) for n in end - first + 2)
    affine = np.array(whole.affine)
    affine[0, 3], affine[1, 3] = first * pixel
    return Geometry((whole.shape[0], rows, columns), affine)


def _plane(grid: Geometry) -> Plane:
    _, rows, columns = grid.shape
    x, y = float(grid.affine[0, 3]), float(grid.affine[1, 3])
    return Plane(rows, columns, grid.spacing_mm[1], x, y)


def _image_box(
    low: FloatArray, high: FloatArray, whole: Geometry
) -> tuple[tuple[int, int], tuple[int, int]]:
    """(first row, end of rows), (first column, end of columns) of the matrix to be computed."""
    first = np.floor(whole.to_index(low - EMPTY_MARGIN_MM)).astype(int)
    end = np.ceil(whole.to_index(high + EMPTY_MARGIN_MM)).astype(int)
    matrix = whole.shape[1]
    rows, columns = (
        (max(0, int(a)), min(matrix, int(b))) for a, b in zip(first[1:], end[1:], strict=True)
    )
    return rows, columns


def _line_integrals(
    body: Anatomy,
    painted: Geometry,
    projected: Geometry,
    rays: Rays,
    scanner: Scanner,
    seed: int,
    report: Report,
) -> Sinogram:
    """SUV · mm of the body on the grid `painted`, placed at the grid `projected`."""
    activity = fine_activity(body, painted, seed, report).voxels
    image: Image = np.ascontiguousarray(np.moveaxis(activity, 0, 2), dtype=np.float32)
    plane = _plane(projected)
    seen = as_detected(image, plane, projected.spacing_mm[0], scanner)
    return Projector(plane, rays).project(np.maximum(seen, 0))


def _survival(hu: Volume, rays: Rays) -> NDArray[np.float32]:
    """Fraction of each line's photon pairs that leave the body, (blocks, angles, radial, LANES)."""
    values = np.ascontiguousarray(np.moveaxis(hu.voxels, 0, 2), dtype=np.float32)
    plane = _plane(hu.geometry)
    # One TOF bin is enough: attenuation is the whole line's.
    lines = replace(rays, tof_bins=1, tof_bin_mm=10 * plane.radius_mm)
    return np.exp(-Projector(plane, lines).project(attenuation_per_mm(values))[:, :, :, 0, :])
