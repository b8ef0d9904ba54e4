"""Whole-body examinations that go wrong as planned: a patient in a clinic, in a few seconds.

The whole body is one slab of voxels of 3 to 5 mm. The causes of `station.simulate.degrade` enter
where they do in reality; the reconstruction knows of none of them.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, pi

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.filters import smoothed
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.progress import Report, part, silent
from station.simulate.activity import fine_activity
from station.simulate.anatomy import draw_patient
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
from station.simulate.osem import Osem
from station.simulate.phantom import Anatomy, Quantity, attenuation_per_mm, rasterise
from station.simulate.projector import (
    LANES,
    Background,
    Counts,
    Image,
    Plane,
    Projector,
    Rays,
    Sinogram,
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
    supine_geometry,
)
from station.simulate.study import ABOVE_CROWN_MM, MADE


@dataclass(frozen=True)
class Clinic:
    """A scanner and how it is used."""

    name: str
    scanner: Scanner
    iterations: int
    subsets: int
    psf_fwhm_mm: float
    """Resolution modelled by the reconstruction; 0: none"""
    filter_fwhm_mm: float
    seconds_per_bed: float
    activity_mbq_per_kg: float
    noise_gain: float
    """Converts the noise of the data to that of the liver in the image; measured, see
    tests/benchmarks/degrade.py"""


def without_tof(scanner: Scanner) -> Scanner:
    """The same scanner, its timing too coarse to locate an event on its line."""
    return replace(scanner, tof_fwhm_mm=20_000.0, tof_bin_mm=30_000.0)


def _scanner(
    matrix: int,
    voxel_mm: float,
    slice_mm: float,
    angles: int,
    yield_: float,
    detector_fwhm_mm: float = 4.3,
    tof_fwhm_mm: float = 67.0,
    tof_bin_mm: float = 28.0,
) -> Scanner:
    """`yield_`: events relative to the denoiser's scanner, bins of the same size."""
    usual = Scanner()
    bins = (voxel_mm / usual.voxel_mm) * (slice_mm / usual.slice_mm) * (usual.angles / angles)
    return Scanner(
        matrix=matrix,
        voxel_mm=voxel_mm,
        slice_mm=slice_mm,
        angles=angles,
        sensitivity=usual.sensitivity * bins * yield_,
        detector_fwhm_mm=detector_fwhm_mm,
        tof_fwhm_mm=tof_fwhm_mm,
        tof_bin_mm=tof_bin_mm,
    )


PAPER_CLINIC = Clinic(
    "192 × 192 of 3.15 mm, no TOF",
    without_tof(_scanner(192, 3.15, 5.0, 90, 6.0, detector_fwhm_mm=5.0)),
    iterations=3,
    subsets=10,
    psf_fwhm_mm=0.0,
    filter_fwhm_mm=4.5,
    seconds_per_bed=120.0,
    activity_mbq_per_kg=5.55,
    noise_gain=0.0036,
)
"""H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2: 0.15 mCi/kg, 2 min a
bed, OSEM of 10 subsets and 3 iterations, 4.5 mm, 5 mm slices. It says nothing of TOF or PSF."""

CLINICS = (
    PAPER_CLINIC,
    Clinic(
        "TOF, 4 mm",
        _scanner(150, 4.0, 4.0, 80, 6.0, tof_fwhm_mm=75.0, tof_bin_mm=60.0),
        iterations=3,
        subsets=10,
        psf_fwhm_mm=0.0,
        filter_fwhm_mm=5.0,
        seconds_per_bed=90.0,
        activity_mbq_per_kg=3.7,
        noise_gain=0.0055,
    ),
    Clinic(
        "TOF and PSF, 4.07 mm",
        _scanner(148, 4.07, 5.0, 84, 4.0, tof_fwhm_mm=81.0, tof_bin_mm=60.0),
        iterations=2,
        subsets=21,
        psf_fwhm_mm=4.6,
        filter_fwhm_mm=5.0,
        seconds_per_bed=120.0,
        activity_mbq_per_kg=3.7,
        noise_gain=0.0054,
    ),
    Clinic(
        "no TOF, 4 mm, 6 mm filter",
        without_tof(_scanner(150, 4.0, 4.0, 80, 2.5, detector_fwhm_mm=5.5)),
        iterations=2,
        subsets=10,
        psf_fwhm_mm=0.0,
        filter_fwhm_mm=6.0,
        seconds_per_bed=180.0,
        activity_mbq_per_kg=4.5,
        noise_gain=0.0022,
    ),
)
"""Of training data; the first is the paper's"""

UNSEEN_CLINICS = (
    Clinic(
        "TOF and PSF, 3.65 mm",
        _scanner(164, 3.65, 3.65, 80, 6.0, tof_fwhm_mm=58.0, tof_bin_mm=50.0),
        iterations=2,
        subsets=16,
        psf_fwhm_mm=4.2,
        filter_fwhm_mm=4.0,
        seconds_per_bed=100.0,
        activity_mbq_per_kg=3.5,
        noise_gain=0.0058,
    ),
)
"""Of held-out data"""


HIGHEST_ACTIVITY_MBQ = 529.0
"""For a patient of any weight: EANM procedure guideline for FDG, version 2.0 (R. Boellaard et al.,
Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328)"""
HEADLESS_Z_MM = -206.0
"""Base of the skull of the standard body: the upper end of a scan without the head"""


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
    uptake_min: float
    injected_mbq: float
    seconds_per_bed: float


def patient_of(plan: Plan, seed: int, *, lesion_count: tuple[int, int] = (0, 0)) -> Anatomy:
    """The patient of a seed as planned: heavy, arms down."""
    bmi = USUAL_BMI + plan.of(Cause.HEAVY) if plan.has(Cause.HEAVY) else None
    return _patient(seed, lesion_count, bmi, plan.has(Cause.TRUNCATION))


@lru_cache(maxsize=4)  # a case is planned in several goes at one patient
def _patient(
    seed: int, lesion_count: tuple[int, int], bmi: float | None, arms_down: bool
) -> Anatomy:
    lesions = lesion_count[1] > 0
    return draw_patient(
        seed, lesions=lesions, lesion_count=lesion_count, bmi=bmi, arms_down=arms_down
    )


def examine(
    patient: Anatomy,
    plan: Plan,
    seed: int,
    *,
    clinic: Clinic = PAPER_CLINIC,
    with_head: bool = True,
    noise: bool = True,
    report: Report = silent,
) -> Examination:
    """Scan and reconstruct a patient of `patient_of`, from mid-thigh to the crown or the skull.

    `seed` determines positions and directions of what goes wrong and every event; `noise` False
    reconstructs the expected events.
    """
    low, high = _span(patient, with_head)
    body = as_injected(patient, plan, seed, high)
    scan, ct = _acquired(body, plan, seed, clinic, with_head, part(report, 0.0, 0.5))
    seconds = scan.full_s
    osem = Osem(scan, clinic.subsets, clinic.psf_fwhm_mm)
    measured = _events(scan.mean, seed) if noise else scan.mean
    wanted = (clinic.iterations,)
    images = osem.images(measured, seconds, wanted, part(report, 0.5, 1.0))
    scanner = clinic.scanner
    slab = smoothed(images[clinic.iterations], clinic.filter_fwhm_mm, scan.geometry.spacing_mm)
    grid = scanner.geometry(low, high)
    voxels = np.zeros(grid.shape, dtype=np.float32)
    place = np.rint(grid.to_index(scan.geometry.to_patient((0, 0, 0)))).astype(int)
    _, top, left = place
    _, rows, columns = slab.shape
    voxels[:, top : top + rows, left : left + columns] = slab[: len(voxels)]
    if plan.has(Cause.CALIBRATION):
        voxels *= np.float32(calibration_factor(plan, seed))
    made = Provenance(description=MADE).then(
        f"OSEM {clinic.iterations}i{clinic.subsets}s, Gaussian {clinic.filter_fwhm_mm:g} mm"
    )
    return Examination(
        Volume(voxels, grid, Unit.SUV_BW, made),
        ct,
        int(measured.sum(dtype=np.float64)),
        expected_liver_noise(patient, plan, clinic),
        USUAL_UPTAKE_MIN - plan.of(Cause.SHORT_UPTAKE),
        _injected_mbq(patient, plan, clinic),
        seconds,
    )


def _events(mean: Sinogram, seed: int) -> Counts:
    """Poisson numbers. (`Acquisition.events`, which thins one scan to many durations, takes time
    proportional to the events; here there are hundreds of millions.)"""
    rng = np.random.default_rng([seed, 0xE7E])
    out = np.empty(mean.shape, dtype=np.uint16)
    for block in range(len(mean)):
        drawn = np.asarray(rng.poisson(mean[block]), np.int64)
        out[block] = np.minimum(drawn, 65535)
    return out


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


def _span(body: Anatomy, with_head: bool) -> tuple[float, float]:
    """LPS z of the scan's lower and upper end."""
    return body.thigh_z_mm, ABOVE_CROWN_MM if with_head else HEADLESS_Z_MM * frame_of(body)[2]


def _acquired(
    body: Anatomy, plan: Plan, seed: int, clinic: Clinic, with_head: bool, report: Report
) -> tuple[Acquisition, Volume]:
    """The whole body as one slab, and the CT given to its reconstruction."""
    scanner = clinic.scanner
    low_mm, high_mm = _span(body, with_head)
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
        background.radial * np.float32(scatter_scale(plan)), background.tof, background.randoms
    )
    survival = (through if ct is hu else _survival(ct, rays)) * scale
    (top, bottom), (left, right) = _image_box(objects, whole)
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


def _image_box(objects: Geometry, whole: Geometry) -> tuple[tuple[int, int], tuple[int, int]]:
    """(first row, end of rows), (first column, end of columns) of the matrix to be computed."""
    low, high = objects.bounds_mm
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
