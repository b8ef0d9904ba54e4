"""What goes wrong in clinical examinations: causes, their severity, and where they enter.

What goes wrong is a `Cause` with a severity in a physical unit, and it enters where it does in
reality: in the patient's activity, in the attenuation map given to the reconstruction, in the
detectors, in the counts, in the scale. The image follows from that by reconstruction alone; nothing
is painted on it. A severity of 0 changes nothing.

`station.simulate.examination` scans a patient according to such a plan.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import pi
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.volume import FloatArray, Geometry, Volume
from station.simulate.activity import breathed_in
from station.simulate.phantom import Anatomy, Breathing, Organ, Quantity, Shape, Triple, rasterise
from station.simulate.projector import LANES, Rays
from station.simulate.scanner import Scanner

Detectors = NDArray[np.float32]
"""Efficiency of every line of response, (blocks, angles, radial, LANES)"""


class Cause(StrEnum):
    """What degraded an examination."""

    COUNTS_CUT = "counts cut"
    UNDER_DOSED = "under-dosed"
    HEAVY = "heavy patient"
    EXTRAVASATION = "extravasation"
    BROWN_FAT = "brown fat"
    BREATHING = "deep breathing"
    CT_BREATH = "CT in another breath"
    CT_SHIFT = "moved between CT and PET"
    MOVED = "moved during PET"
    TRUNCATION = "arms down and truncated"
    OVER_ATTENUATION = "over-attenuation"
    NORMALISATION = "mis-normalised detectors"
    DEAD_DETECTORS = "dead detectors"
    CALIBRATION = "wrong cross-calibration"
    SHORT_UPTAKE = "short uptake time"
    GLUCOSE = "high glucose"


Range = tuple[float, float]


class Severity(NamedTuple):
    """In what the severity of a cause is measured, and its range; 0 changes nothing."""

    unit: str
    training: Range
    """Range in training data"""
    beyond: Range
    """Range in held-out data: outside `training`"""


CAUSES: Mapping[Cause, Severity] = {
    # Counts lost, of those of the protocol
    Cause.COUNTS_CUT: Severity("%", (20.0, 96.0), (96.0, 98.0)),
    # Injected activity missing, of that prescribed
    Cause.UNDER_DOSED: Severity("%", (10.0, 80.0), (80.0, 90.0)),
    # Body mass index above 30
    Cause.HEAVY: Severity("kg/m²", (1.0, 13.0), (13.0, 18.0)),
    # Dose left at the site of injection
    Cause.EXTRAVASATION: Severity("% of it", (0.3, 45.0), (45.0, 60.0)),
    # SUV of brown fat
    Cause.BROWN_FAT: Severity("g/mL", (2.0, 18.0), (18.0, 28.0)),
    # Way of the diaphragm, beyond the patient's quiet breath
    Cause.BREATHING: Severity("mm", (4.0, 40.0), (40.0, 55.0)),
    # Diaphragm lower in CT than in PET
    Cause.CT_BREATH: Severity("mm", (3.0, 45.0), (45.0, 60.0)),
    # Patient's shift from CT to PET
    Cause.CT_SHIFT: Severity("mm", (2.0, 60.0), (60.0, 75.0)),
    # Patient's shift during PET
    Cause.MOVED: Severity("mm", (2.0, 55.0), (55.0, 70.0)),
    # Body beyond the CT's field at either side, arms down
    Cause.TRUNCATION: Severity("mm", (2.0, 85.0), (85.0, 100.0)),
    # Diameter of what CT takes for metal and PET does not see
    Cause.OVER_ATTENUATION: Severity("mm", (6.0, 80.0), (80.0, 100.0)),
    # Error of the normalisation, standard deviation
    Cause.NORMALISATION: Severity("%", (1.0, 30.0), (30.0, 45.0)),
    # Detectors of the ring that are dead
    Cause.DEAD_DETECTORS: Severity("%", (0.3, 16.0), (16.0, 25.0)),
    # Error of the SUV scale
    Cause.CALIBRATION: Severity("%", (8.0, 100.0), (100.0, 150.0)),
    # Uptake time short of 60 min
    Cause.SHORT_UPTAKE: Severity("min", (8.0, 45.0), (45.0, 50.0)),
    # Blood glucose above 5.5 mmol/L
    Cause.GLUCOSE: Severity("mmol/L", (1.5, 17.0), (17.0, 24.0)),
}

TRAINING: Mapping[Cause, Range] = {cause: table.training for cause, table in CAUSES.items()}
"""Ranges of severity of training data"""
WIDER: Mapping[Cause, Range] = {
    cause: (table.training[0], table.beyond[1]) for cause, table in CAUSES.items()
}
"""Ranges of held-out data: those of training and beyond"""


@dataclass(frozen=True)
class Plan:
    """What is planned to go wrong in an examination."""

    severities: tuple[tuple[Cause, float], ...] = ()
    """Each cause at most once; in the units of CAUSES"""

    def __post_init__(self) -> None:
        causes = [cause for cause, _ in self.severities]
        if len(set(causes)) < len(causes):
            raise ValueError(f"a plan names each cause at most once, not {causes}")
        for cause, severity in self.severities:
            highest = CAUSES[cause].beyond[1]
            if not 0 <= severity <= highest:
                raise ValueError(f"{cause}: {severity:g} is not from 0 to {highest:g}")

    def of(self, cause: Cause) -> float:
        return dict(self.severities).get(cause, 0.0)

    def has(self, cause: Cause) -> bool:
        return self.of(cause) != 0

    @property
    def beyond_training(self) -> bool:
        """Whether a severity is outside the training ranges."""
        return any(severity > CAUSES[cause].training[1] for cause, severity in self.severities)


USUAL_BMI = 30.0
"""From here on a patient counts as heavy"""
USUAL_UPTAKE_MIN = 60.0
HALF_LIFE_MIN = 109.77
"""Of F-18"""
USUAL_GLUCOSE = 5.5
"""mmol/L"""

# --- activity ----------------------------------------------------------------------------------


BLOOD_POWER = 0.5
"""Blood SUV goes as time to the power of -0.5: 4 at 10 min and 2.3 at 30 min if it is 1.6 at 60
min, as measured blood curves do."""
BLOOD_SHARE = {
    "blood": 1.0,
    "mediastinum": 0.7,
    "renal cortex": 0.6,
    "lung": 0.5,
    "spleen": 0.4,
    "liver": 0.35,
    "marrow": 0.35,
    "muscle": 0.2,
}
"""How strongly an organ follows that, as an exponent. Liver: in E. Laffon et al., J. Nucl. Med.
Technol. 39 (2011) 258, its SUV is within 5 % of the highest from 50 to 110 min, and blood and
interstitium with free tracer are a fifth of it; over 1 to 3 h it falls (PubMed 25030283). That it
is slightly higher before 50 min, and all the other exponents, are chosen here."""
TUMOUR_SLOPE_PER_MIN = 0.0085
"""Fraction of its SUV at 60 min that a tumour gains per minute: about linear from 27 to 75 min (S.
Beaulieu et al., J. Nucl. Med. 44 (2003) 1044)"""
TRAPPING = {
    "grey matter": 0.007,
    "deep grey matter": 0.007,
    "cerebellum": 0.006,
    "white matter": 0.004,
    "left ventricle wall": 0.006,
    "lateral wall": 0.006,
}
"""The same for organs that trap FDG, per minute"""
URINE = frozenset({"bladder", "renal pelvis", "ureter"})

COMPETITION_MMOL = 5.0
"""Glucose at which half of the transport is occupied: tumours take up FDG as 1 / (5 + glucose)"""
MUSCLE_PER_MMOL = 0.09
"""Muscle gains this fraction per mmol/L, fat half of it: both rise with diabetes and insulin,
muscle also with glucose (K. A. Büsing et al., Nucl. Med. Biol. 40 (2013) 206), but weakly in 500
patients (H. Lindholm et al., EJNMMI Res. 3 (2013) 50); the size is chosen here. Brain falls about
as 1 / glucose, and the effect on liver and blood is mild (B. L. Viglianti et al., 2017,
PMC5553544): these are left unchanged. Büsing did not find falling tumour uptake in patients; here
it is competition, as after a meal."""
BRAIN = frozenset({"grey matter", "deep grey matter", "cerebellum", "white matter", "brain stem"})
MUSCLES = frozenset({"muscle", "psoas muscle", "eye muscle", "tongue"})
FATS = frozenset({"subcutaneous fat", "visceral fat"})

BLOOD_POOL = frozenset(
    {"pulmonary vessels", "heart chambers", "left ventricle cavity", "great veins", "aorta"}
)


def _kind(organ: str) -> str:
    """The row of BLOOD_SHARE that an organ follows."""
    if organ in BLOOD_POOL:
        return "blood"
    if organ == "pericardial fat":
        return "mediastinum"
    if organ in MUSCLES:
        return "muscle"
    return "marrow" if organ.endswith("marrow") and "femur" not in organ else organ


def _factor(organ: str, plan: Plan) -> float:
    """The factor on an organ's SUV for uptake time and glucose."""
    missing_min = plan.of(Cause.SHORT_UPTAKE)
    glucose = USUAL_GLUCOSE + plan.of(Cause.GLUCOSE)
    above = plan.of(Cause.GLUCOSE)
    factor = 1.0
    if missing_min:
        share = (USUAL_UPTAKE_MIN - missing_min) / USUAL_UPTAKE_MIN
        if organ in TRAPPING:
            factor *= max(1 - TRAPPING[organ] * missing_min, 0.3)
        elif organ in URINE:
            factor *= share
        else:
            factor *= share ** (-BLOOD_POWER * BLOOD_SHARE.get(_kind(organ), 0.0))
    if above:
        if organ in BRAIN:
            factor *= USUAL_GLUCOSE / glucose
        elif organ in MUSCLES:
            factor *= 1 + MUSCLE_PER_MMOL * above
        elif organ in FATS:
            factor *= 1 + MUSCLE_PER_MMOL / 2 * above
    return factor


def with_uptake_of(patient: Anatomy, plan: Plan) -> Anatomy:
    """Uptake time, glucose, and the dose that never reached the circulation."""
    circulating = 1 - plan.of(Cause.EXTRAVASATION) / 100
    tumour = max(1 - TUMOUR_SLOPE_PER_MIN * plan.of(Cause.SHORT_UPTAKE), 0.3)
    above = plan.of(Cause.GLUCOSE)
    tumour *= (COMPETITION_MMOL + USUAL_GLUCOSE) / (COMPETITION_MMOL + USUAL_GLUCOSE + above)
    organs = tuple(
        replace(organ, suv=organ.suv * _factor(organ.name, plan) * circulating)
        for organ in patient.organs
    )
    lesions = tuple(
        replace(
            lesion,
            suv=lesion.suv * tumour * circulating,
            core_suv=lesion.core_suv * tumour * circulating,
        )
        for lesion in patient.lesions
    )
    return replace(patient, organs=organs, lesions=lesions)


def _rng(seed: int, cause: Cause) -> np.random.Generator:
    """Random numbers of one cause only, independent of any other cause."""
    return np.random.default_rng([seed, 0xDE6, list(Cause).index(cause)])


def as_injected(patient: Anatomy, plan: Plan, seed: int, high_mm: float) -> Anatomy:
    """The patient's activity as seen by a scan up to `high_mm` (LPS z)."""
    body = with_uptake_of(patient, plan)
    added: list[Organ] = []
    if plan.has(Cause.BROWN_FAT):
        added.append(_brown_fat(body, plan, seed))
    if plan.has(Cause.EXTRAVASATION):
        added.append(_depot(body, plan, seed, high_mm))
    breathing = body.breathing
    if breathing is not None and plan.has(Cause.BREATHING):
        deeper = breathing.amplitude_mm + plan.of(Cause.BREATHING)
        breathing = replace(breathing, amplitude_mm=deeper)
    return replace(body, organs=(*body.organs, *added), breathing=breathing)


def _breathing(body: Anatomy) -> Breathing:
    if body.breathing is None:
        raise StationError("This degradation needs a patient who breathes.")
    return body.breathing


def frame_of(body: Anatomy) -> Triple:
    """How many times wider, deeper and taller this trunk is than the standard one."""
    breathing = _breathing(body)
    half_width, half_depth = breathing.cage_mm
    return half_width / 125, half_depth / 80, breathing.neck_z_mm / -300


def _brown_fat(body: Anatomy, plan: Plan, seed: int) -> Organ:
    """Active fat of neck, shoulders, armpits and next to the spine; more of it when it is hotter.

    Regions from M. R. Ruth et al., Obesity 21 (2013) 1554; in 14 % of scans in the cold season (C.
    Cohade et al., J. Nucl. Med. 44 (2003) 1267). Positions and sizes are ours.
    """
    rng = _rng(seed, Cause.BROWN_FAT)
    suv = plan.of(Cause.BROWN_FAT)
    places: list[tuple[Triple, Triple]] = [
        ((86, 12, -308), (30, 9, 11)),
        ((52, 18, -268), (10, 12, 24)),
        ((118, 16, -345), (12, 14, 20)),
        *(((27, 40 + 0.05 * i, -318 - 24.5 * i), (7, 7, 6)) for i in range(9)),
        ((62, 50, -560), (14, 10, 12)),
    ]
    frame = np.array(frame_of(body))
    shapes: list[Shape] = []
    for place, size in places:
        for side in (1, -1):
            grown = np.array(size) * np.exp(rng.normal(0, 0.1)) * (0.8 + 0.02 * suv)
            a, b, c = (float(v) for v in grown)
            at = Shape((place[0] * side, place[1], place[2]), (a, b, c))
            shapes.append(at.stretched(frame))
    within = frozenset({"muscle", "subcutaneous fat", "mediastinum"})
    return Organ("brown fat", tuple(shapes), suv, -80.0, within, 0.15)


DEPOT_ML = (6.0, 60.0)
"""Volume of the extravasate, for a small part and for half of the dose"""


def _depot(body: Anatomy, plan: Plan, seed: int, high_mm: float) -> Organ:
    """Tracer next to a vein of an arm, in the part of the arm that is in view.

    Seen in 42 of 400 scans that show the limbs whole (M. M. Osman et al., Front. Oncol. 1 (2011)
    41). Chosen here: the elbow, where most injections are given; a scan without the head sees the
    track along the arm.
    """
    rng = _rng(seed, Cause.EXTRAVASATION)
    side = 0 if rng.random() < 0.5 else 1
    share = plan.of(Cause.EXTRAVASATION) / 100
    bone = next(organ for organ in body.organs if organ.name == "humerus marrow").shapes[side]
    centre, half = np.array(bone.centre_mm), bone.rotation[:, 2] * bone.semi_axes_mm[2]
    joint_z = frame_of(body)[2] * SHOULDER_Z_MM
    shoulder, elbow = sorted((centre + half, centre - half), key=lambda end: abs(end[2] - joint_z))
    along = elbow - shoulder
    if elbow[2] > high_mm - DEPOT_IN_VIEW_MM:
        along *= (high_mm - DEPOT_IN_VIEW_MM - shoulder[2]) / along[2]
    x, y, z = (float(v) for v in shoulder + along + rng.uniform(-4, 4, 3))
    volume_ml = DEPOT_ML[0] + (DEPOT_ML[1] - DEPOT_ML[0]) * min(2 * share, 1.0)
    radius = (volume_ml * 1000 / (4 / 3 * pi * DEPOT_LENGTH)) ** (1 / 3)
    depot = Shape((x, y - 18.0, z), (radius, radius, DEPOT_LENGTH * radius))
    # SUV counts grams of patient, and 1 mL weighs 1 g.
    suv = share * body.weight_kg * 1000 / depot.volume_ml
    return Organ("extravasation", (depot,), suv, 40.0)


SHOULDER_Z_MM = -343.0
"""Of the standard body"""
DEPOT_LENGTH = 2.0
"""Half length of the depot relative to its radius"""
DEPOT_IN_VIEW_MM = 45.0
"""At least this far below the scan's upper end"""


# --- attenuation, detectors, scale -------------------------------------------------------------


def shifted(grid: Geometry, by_mm: FloatArray) -> Geometry:
    """The grid, moved in the patient."""
    affine = np.array(grid.affine)
    affine[:3, 3] += by_mm
    return Geometry(grid.shape, affine)


def direction_of(seed: int, cause: Cause) -> FloatArray:
    """A shift of 1 mm of somebody lying on a couch: sideways and along, hardly up, (3,)."""
    towards = _rng(seed, cause).normal(0, 1, 3) * (1.0, 0.2, 0.8)
    return towards / np.linalg.norm(towards)


BED_MM = 160.0
"""From one bed to the next: detector faults recur in each"""


def share_moved(seed: int, whole: Geometry) -> NDArray[np.float32]:
    """Fraction of the time for which each slice was scanned after the patient had moved, (slices,).

    Beds go from the thighs up. Half of the patients move once, during one bed, and stay there; the
    others move to and fro all the time.
    """
    rng = np.random.default_rng([seed, 0x30F])
    slices = whole.shape[0]
    if rng.random() < 0.5:
        return np.full(slices, 0.5, dtype=np.float32)
    length_mm = slices * whole.spacing_mm[0]
    middle_mm = float(rng.uniform(0.25, 0.65)) * length_mm
    from_feet = np.arange(slices, dtype=np.float64) * whole.spacing_mm[0]
    return np.clip((from_feet - middle_mm) / BED_MM + 0.5, 0, 1).astype(np.float32)


SCATTER_PER_TRUNCATED_MM = 0.02
"""Scatter is scaled to the events outside the body seen by CT. If CT cuts the arms off, their true
events are there, and the scaling is too high by this much: cold trunks (Y.-J. Tsai, C. Liu, Semin.
Nucl. Med. 51 (2021) 646, review; the size is ours)."""


def scatter_scale(plan: Plan) -> float:
    """The scatter that the reconstruction assumes, relative to the true one."""
    return 1 + SCATTER_PER_TRUNCATED_MM * plan.of(Cause.TRUNCATION)


TRUNCATION_RIM_HU = 250.0
TRUNCATION_RIM_MM = 12.0
"""Truncation makes the edge of the CT's field too dense (O. Mawlawi et al., AJR 186 (2006) 1458)"""
METAL_HU = 3071.0
"""The highest CT number that fits 12 bits"""
METAL_PLACES: tuple[Triple, ...] = (
    (90.0, 10.0, -820.0),  # hip
    (-90.0, 10.0, -820.0),
    (70.0, -70.0, -385.0),  # pacemaker
    (-70.0, -70.0, -385.0),
    (150.0, 24.0, -325.0),  # shoulder
    (-150.0, 24.0, -325.0),
    (0.0, 46.0, -640.0),  # lumbar spine
)
"""In the standard body, all below the skull"""
METAL_LENGTH = 1.6
"""Along the body, relative to across"""


def given_ct(body: Anatomy, hu: Volume, plan: Plan, seed: int) -> Volume:
    """HU given to the reconstruction; the patient's own `hu` if the CT was right."""
    ct = hu
    if plan.has(Cause.CT_SHIFT):
        by = direction_of(seed, Cause.CT_SHIFT) * plan.of(Cause.CT_SHIFT)
        moved = rasterise(body, shifted(hu.geometry, by), Quantity.HU, (1, 1, 1))
        ct = Volume(moved.voxels, hu.geometry, hu.unit, hu.provenance)
    if plan.has(Cause.CT_BREATH):
        ct = breathed_in(ct, _breathing(body), plan.of(Cause.CT_BREATH))
    if not (plan.has(Cause.TRUNCATION) or plan.has(Cause.OVER_ATTENUATION)):
        return ct
    voxels = np.array(ct.voxels, dtype=np.float32)
    z, y, x = _axes(hu.geometry)
    if plan.has(Cause.OVER_ATTENUATION):
        rng = _rng(seed, Cause.OVER_ATTENUATION)
        place = np.array(METAL_PLACES[int(rng.integers(len(METAL_PLACES)))]) * frame_of(body)
        radius = plan.of(Cause.OVER_ATTENUATION) / 2
        distance = np.sqrt(
            (x - place[0]) ** 2 + (y - place[1]) ** 2 + ((z - place[2]) / METAL_LENGTH) ** 2
        )
        share = np.clip((radius - distance) / hu.geometry.spacing_mm[1] + 0.5, 0, 1)
        voxels += share.astype(np.float32) * (METAL_HU - voxels)
    if plan.has(Cause.TRUNCATION):
        half_width = _half_width(body)
        from_axis = np.hypot(x, y)
        field = half_width - plan.of(Cause.TRUNCATION)
        rim = (from_axis <= field) & (from_axis > field - TRUNCATION_RIM_MM)
        cut_off = (from_axis > field) & (np.abs(x) > 0.7 * field)
        voxels += np.float32(TRUNCATION_RIM_HU) * (rim & (voxels > -200))
        voxels[np.broadcast_to(cut_off, voxels.shape)] = -1000.0
    return Volume(voxels, hu.geometry, hu.unit, hu.provenance)


def _axes(grid: Geometry) -> tuple[FloatArray, FloatArray, FloatArray]:
    """z, y and x of an upright grid's voxels, (slices, 1, 1), (1, rows, 1) and (1, 1, columns)."""
    slices, rows, columns = grid.shape
    place, step = grid.affine[:3, 3], grid.affine
    z = place[2] + step[2, 0] * np.arange(slices)[:, None, None]
    y = place[1] + step[1, 1] * np.arange(rows)[None, :, None]
    x = place[0] + step[0, 2] * np.arange(columns)[None, None, :]
    return z, y, x


def _half_width(body: Anatomy) -> float:
    """Half width of the body with its arms down, mm."""
    skin = next(organ for organ in body.organs if organ.name == "skin")
    return max(float(shape.box_mm[1][0]) for shape in skin.shapes)


RING_RADIUS_MM = 430.0
BLOCKS = 48
"""Detector blocks of a ring"""
AXIAL_BLOCKS = 4
"""Rings of blocks in a bed"""
GEOMETRIC, OF_BLOCKS, OF_PLANES = 0.7, 0.6, 0.4
"""Components of a normalisation error: by radial position (rings), by block (streaks), by slice
(bands); their squares sum to about 1"""


def efficiency_of(plan: Plan, seed: int, scanner: Scanner, rays: Rays, slices: int) -> Detectors:
    """Efficiency of lines unknown to the normalisation, (blocks, angles, radial, LANES).

    The two ends of a line at angle φ, s from the centre, are at φ ± arccos(s / R) on the ring.
    """
    angle = np.arange(rays.angles)[:, None] * pi / rays.angles
    radial = (np.arange(rays.radial_bins) - (rays.radial_bins - 1) / 2) * rays.radial_mm
    half = np.arccos(radial[None] / max(RING_RADIUS_MM, 1.05 * np.abs(radial).max()))
    blocks = [
        np.floor((end % (2 * pi)) / (2 * pi) * BLOCKS).astype(int) % BLOCKS
        for end in (angle + half, angle - half)
    ]
    in_bed = round(BED_MM / scanner.slice_mm)
    of_slice = np.arange(slices) % in_bed
    ring_of = of_slice * AXIAL_BLOCKS // in_bed
    log = np.zeros((rays.angles, rays.radial_bins, slices), dtype=np.float32)
    sigma = plan.of(Cause.NORMALISATION) / 100
    if sigma:
        rng = _rng(seed, Cause.NORMALISATION)
        # Drawn for the widest body, so that a line's error does not depend on who is scanned.
        half_bins = rng.normal(0, 1, (2048, AXIAL_BLOCKS))
        of_bin = half_bins[np.rint(np.abs(radial) / rays.radial_mm).astype(int)][:, ring_of]
        of_block = rng.normal(0, 1 / 2**0.5, (BLOCKS, AXIAL_BLOCKS))
        of_plane = rng.normal(0, 1, in_bed)[of_slice]
        log += GEOMETRIC * of_bin[None].astype(np.float32)
        for ends in blocks:
            log += OF_BLOCKS * of_block[ends][:, :, ring_of].astype(np.float32)
        log += OF_PLANES * of_plane.astype(np.float32)
        log *= np.float32(sigma)
    efficiency = np.exp(log)
    dead = plan.of(Cause.DEAD_DETECTORS) / 100 * BLOCKS
    if dead:
        order = _rng(seed, Cause.DEAD_DETECTORS).permutation(BLOCKS)
        alive = np.ones(BLOCKS)
        # Blocks die one after the other; the last one partly.
        alive[order] = np.clip(1 - (dead - np.arange(BLOCKS)), 0, 1)
        for ends in blocks:
            efficiency *= alive[ends][:, :, None].astype(np.float32)
    lanes = efficiency.reshape(rays.angles, rays.radial_bins, -1, LANES)
    return np.ascontiguousarray(np.moveaxis(lanes, 2, 0), dtype=np.float32)


def calibration_factor(plan: Plan, seed: int) -> float:
    """The factor on SUV: too high by this many per cent, or too low by the same factor."""
    factor = 1 + plan.of(Cause.CALIBRATION) / 100
    return factor if _rng(seed, Cause.CALIBRATION).random() < 0.5 else 1 / factor
