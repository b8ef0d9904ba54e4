"""The simulated cases that a denoiser is judged on: who is scanned, where, how, and the truth.

Every case has a seed of its own from a range that no training draws from. A case is a slab of a
patient: the parts of a body are scanned one at a time, and a slab holds what is needed at a
fraction of the cost. All count levels of a case share one list of events.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import ceil, inf
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import StationError
from station.lab.denoiser.evidence import (
    CONVENTIONAL,
    FULL_COUNT,
    LESION_FREE,
    STANDARD,
    UNFILTERED,
)
from station.lab.denoiser.foreign import VOXELS_MM, foreign_scan
from station.lab.denoiser.measures import (
    LESION_SITE,
    LIVER,
    LUNG,
    ImageRow,
    Judge,
    LesionRow,
    LesionTruth,
    Shown,
    TissueRow,
    Truth,
    tissue_row,
)
from station.pet.filters import CONVENTIONAL_FWHM_MM, smoothed
from station.pet.sites import PlacedVoi, SiteKind, SiteList, lesion_refusal
from station.pet.voi import Mask, Sphere, measure, sphere_radius_mm
from station.pet.volume import FloatArray, Geometry, Provenance, Unit, Volume
from station.progress import Report, part, silent
from station.simulate.anatomy import draw_patient
from station.simulate.osem import CONVENTIONAL_ITERATIONS, DL_ITERATIONS, SUBSETS, Osem
from station.simulate.phantom import Anatomy, Labels, Lesion, LesionKind, Shape, truth_labels
from station.simulate.projector import LANES
from station.simulate.scanner import (
    HALO_SLICES,
    SECONDS_PER_BED,
    Acquisition,
    Scanner,
    scan_slab,
)

ndimage: Any = untyped_ndimage  # its own types are incomplete

Inside = NDArray[np.bool_]

FIRST_SEED = 5_000_000
"""Evaluations draw patients from here on; training never does."""
SEEDS_A_PART = 10_000

UNSEEN_LEVELS = (90, 150)
"""Never trained on"""
LEVELS = tuple(sorted((*SECONDS_PER_BED, *UNSEEN_LEVELS)))
MAIN_LEVEL = 120
OTHERS = 3
"""Cases of each way that is unlike the training, where nothing else is asked for"""

TALL_SLICES = 2 * LANES - 2 * HALO_SLICES
LOW_SLICES = LANES - 2 * HALO_SLICES
"""Of the two heights that a slab can have cheaply: 160 and 64 mm with 2 mm slices"""

LESIONS = (20, 30)
"""More than patients have, so that each case says more; as in training"""
TABLE_LESIONS = (12, 20)
"""Of the patients of the tables, of whom only parts are scanned: it leaves about two in those"""
CLEAR_OF_ENDS_MM = 6.0
"""A lesion counts where this much of the slab is beyond it."""
ORGAN_DEPTH_MM = 12.0
"""Organ means are taken this far from the organ's surface: breathing and blur reach less far."""
ORGAN_SPAN_MM = 60.0
"""So much of the liver and of the lung must be in a slab that is to hold both."""
SLAB_STEP_MM = 10.0

NO_BODY = ("air", "couch", "couch foam")


class Part(StrEnum):
    STANDARD = "standard"
    LESION_FREE = "lesion-free"
    TABLES = "tables"
    OTHER = "other"
    """Other bodies, counts, reconstructions and grids than the denoiser was trained on"""


class OtherWay(StrEnum):
    """What is unlike the training in a scenario of Part.OTHER; the report shows the text."""

    SMALL = "BMI below 20"
    LARGE = "BMI above 33"
    COUNTS = "20 and 600 s a bed"
    RECONSTRUCTION = "3 iterations, 12 subsets, 4 mm filter"
    GRID = "192 × 192 voxels of 3.15 mm"
    FOREIGN = "foreign generator, voxels of 2, 2.73 or 4 mm"


LEVELS_OF_WAY: Mapping[str, tuple[int, ...]] = {
    OtherWay.COUNTS: (20, 600),
    OtherWay.FOREIGN: (30, 60, 120, 300),
}
"""Other than MAIN_LEVEL alone"""


@dataclass(frozen=True)
class Task:
    """One case: what is simulated and which rows come of it."""

    part: Part
    scenario: str
    number: int
    seed: int
    levels: tuple[int, ...]

    @property
    def key(self) -> str:
        """A file name."""
        words = "".join(c if c.isalnum() else "-" for c in self.scenario.lower())
        return f"{self.part}-{words}-{self.number:03d}"

    @property
    def case(self) -> str:
        return f"{self.part} {self.number:03d}"


@dataclass(frozen=True)
class Plan:
    cases: int
    """Held-out phantoms, and as many lesion-free scans"""
    seed: int
    patients: int = 50
    """Of Tables 3 to 5"""
    others: int | None = None
    """Cases of each other way; None: OTHERS"""

    @property
    def tasks(self) -> tuple[Task, ...]:
        first = FIRST_SEED + self.seed * 4 * SEEDS_A_PART
        others = OTHERS if self.others is None else self.others
        tasks = [
            *(Task(Part.STANDARD, STANDARD, n, first + n, levels_of(n)) for n in range(self.cases)),
            *(
                Task(Part.LESION_FREE, LESION_FREE, n, first + SEEDS_A_PART + n, (MAIN_LEVEL,))
                for n in range(self.cases)
            ),
        ]
        for way in OtherWay:
            levels = LEVELS_OF_WAY.get(way, (MAIN_LEVEL,))
            start = first + 3 * SEEDS_A_PART + 1000 * list(OtherWay).index(way)
            tasks += [Task(Part.OTHER, way, n, start + n, levels) for n in range(others)]
        tasks += [
            Task(Part.TABLES, Part.TABLES, n, first + 2 * SEEDS_A_PART + n, (MAIN_LEVEL,))
            for n in range(self.patients)
        ]
        return tuple(tasks)


def levels_of(number: int) -> tuple[int, ...]:
    """The level that the requirements name in every case, the others in every second one."""
    others = [level for level in LEVELS if level != MAIN_LEVEL]
    return tuple(sorted((MAIN_LEVEL, *others[number % 2 :: 2])))


class Denoise(Protocol):
    """As `station.denoise.denoiser.Denoiser` is called."""

    def __call__(
        self, volume: Volume, report: Report = silent, *, resample: bool = False
    ) -> Volume: ...


@dataclass(frozen=True)
class Judged:
    """A denoiser and the name that rows carry."""

    name: str
    denoise: Denoise
    main: bool
    """Judged everywhere; the others at MAIN_LEVEL of the standard cases only"""


@dataclass
class Rows:
    """What one case gave."""

    images: list[ImageRow] = field(default_factory=list[ImageRow])
    lesions: list[LesionRow] = field(default_factory=list[LesionRow])
    tissues: list[TissueRow] = field(default_factory=list[TissueRow])


def run(task: Task, denoisers: Sequence[Judged], sites: SiteList, report: Report = silent) -> Rows:
    """Simulate a case, denoise it and measure it. `sites` is the protocol of the tables."""
    if task.part is Part.TABLES:
        return _tables(task, denoisers, sites, report)
    if task.scenario == OtherWay.FOREIGN:
        return _foreign(task, denoisers, report)
    return _slab(task, denoisers, report)


# --- One slab at all its count levels -----------------------------------------------------------


@dataclass(frozen=True)
class _Way:
    """How a case is scanned and reconstructed."""

    scanner: Scanner = field(default_factory=Scanner)
    subsets: int = SUBSETS
    iterations: int = DL_ITERATIONS
    filter_mm: float = 0.0
    """Of the image that is denoised, before that"""


WAYS: Mapping[str, _Way] = {
    # As many angles as twelve subsets divide.
    OtherWay.RECONSTRUCTION: _Way(Scanner(angles=156), subsets=12, iterations=3, filter_mm=4.0),
    OtherWay.GRID: _Way(Scanner(matrix=192, voxel_mm=3.15, slice_mm=3.15)),
}


class _Scan:
    """One slab, and its images of any duration."""

    def __init__(
        self, anatomy: Anatomy, low_mm: float, seed: int, slices: int, way: _Way, report: Report
    ) -> None:
        self._way = way
        self.acquisition: Acquisition = scan_slab(
            anatomy, low_mm, seed, scanner=way.scanner, slices=slices, report=report
        )
        self._osem = Osem(self.acquisition, subsets=way.subsets)
        self.geometry: Geometry = self.acquisition.geometry

    @property
    def full_s(self) -> float:
        return self.acquisition.full_s

    def noise_free(self, report: Report) -> Volume:
        """The image if the scanner counted for ever."""
        return self._unfiltered(self.acquisition.mean, self.full_s, report)

    def full(self, report: Report) -> Volume:
        return self._unfiltered(self.acquisition.events(), self.full_s, report)

    def _unfiltered(self, measured: Any, seconds: float, report: Report) -> Volume:
        wanted = self._way.iterations
        images = self._osem.images(measured, seconds, (wanted,), report)
        return self._volume(images[wanted], self._way.filter_mm)

    def pair(self, seconds: float, report: Report) -> tuple[Volume, Volume]:
        """(what is denoised, conventional) of the first `seconds` a bed."""
        wanted = self._way.iterations
        images = self._osem.images(
            self.acquisition.events(seconds), seconds, (CONVENTIONAL_ITERATIONS, wanted), report
        )
        return (
            self._volume(images[wanted], self._way.filter_mm),
            self._volume(images[CONVENTIONAL_ITERATIONS], CONVENTIONAL_FWHM_MM),
        )

    def _volume(self, image: NDArray[np.float32], filter_mm: float) -> Volume:
        image = smoothed(image, filter_mm, self.geometry.spacing_mm) if filter_mm else image
        return Volume(image, self.geometry, Unit.SUV_BW, Provenance(description="simulated"))


def _slab(task: Task, denoisers: Sequence[Judged], report: Report) -> Rows:
    report(0.0, task.case)
    anatomy = _patient(task)
    way = WAYS.get(task.scenario, _Way())
    slices = LOW_SLICES if task.scenario == OtherWay.GRID else TALL_SLICES
    height_mm = slices * way.scanner.slice_mm
    low_mm = _place(anatomy, height_mm, task)
    scan = _Scan(anatomy, low_mm, task.seed, slices, way, part(report, 0.0, 0.2))
    judge = Judge(_truth(task, anatomy, scan, part(report, 0.2, 0.3)))
    rows = Rows()

    def measured(image: str, seconds: float, volume: Volume) -> None:
        row, lesions = judge.image(Shown(task.case, task.scenario, seconds, image), volume)
        rows.images.append(row)
        rows.lesions.extend(lesions)

    measured(FULL_COUNT, scan.full_s, scan.full(part(report, 0.3, 0.4)))
    for number, seconds in enumerate(task.levels):
        of_level = part(
            report,
            0.4 + 0.6 * number / len(task.levels),
            0.4 + 0.6 * (number + 1) / len(task.levels),
        )
        noisy, conventional = scan.pair(seconds, part(of_level, 0.0, 0.5))
        measured(UNFILTERED, seconds, noisy)
        measured(CONVENTIONAL, seconds, conventional)
        for judged in denoisers:
            if judged.main or (task.part is Part.STANDARD and seconds == MAIN_LEVEL):
                denoised = judged.denoise(
                    noisy,
                    part(of_level, 0.5, 1.0),
                    resample=task.scenario == OtherWay.GRID,
                )
                measured(judged.name, seconds, denoised)
    return rows


def _foreign(task: Task, denoisers: Sequence[Judged], report: Report) -> Rows:
    """A slab of the foreign generator; all denoisers are judged on it."""
    report(0.0, task.case)
    voxel_mm = VOXELS_MM[task.number % len(VOXELS_MM)]
    scan = foreign_scan(task.case, task.seed, voxel_mm)
    judge, rows = Judge(scan.truth), Rows()
    for number, seconds in enumerate(task.levels):
        report(0.3 + 0.7 * number / len(task.levels), task.case)
        raw, conventional = scan.pair(seconds)
        images = {UNFILTERED: raw, CONVENTIONAL: conventional}
        for judged in denoisers:
            images[judged.name] = judged.denoise(raw, resample=True)
        for image, volume in images.items():
            shown = Shown(task.case, task.scenario, seconds, image)
            row, lesions = judge.image(shown, volume)
            rows.images.append(row)
            rows.lesions.extend(lesions)
    return rows


SEEDS_TRIED = 100
BMIS: Mapping[str, tuple[float, float]] = {
    OtherWay.SMALL: (0.0, 20.0),
    OtherWay.LARGE: (33.0, inf),
}


def _patient(task: Task) -> Anatomy:
    """The patient of a case; of another body size the first of its seeds that fits."""
    wanted = BMIS.get(task.scenario)
    if task.part is Part.LESION_FREE:
        return draw_patient(task.seed, lesions=False)
    if wanted is None:
        return draw_patient(task.seed, lesion_count=LESIONS)
    for seed in range(task.seed * SEEDS_TRIED, (task.seed + 1) * SEEDS_TRIED):
        body = draw_patient(seed, lesions=False)
        if wanted[0] <= body.weight_kg / body.height_m**2 < wanted[1]:
            return draw_patient(seed, lesion_count=LESIONS)
    raise StationError(
        f"None of {SEEDS_TRIED} simulated patients has a {task.scenario}. Choose another seed."
    )


def _span(shapes: Iterable[Shape]) -> tuple[float, float]:
    """(lowest, highest) z of some shapes, LPS mm."""
    boxes = [shape.box_mm for shape in shapes]
    return min(float(low[2]) for low, _ in boxes), max(float(high[2]) for _, high in boxes)


def _organ_span(anatomy: Anatomy, name: str) -> tuple[float, float]:
    return _span(next(organ.shapes for organ in anatomy.organs if organ.name == name))


def _place(anatomy: Anatomy, height_mm: float, task: Task) -> float:
    """z of a slab's lower end: where most lesions are wholly in it.

    Every second case must hold liver and lung. A lesion-free scan goes through the body, case by
    case.
    """
    lowest, highest = anatomy.thigh_z_mm, -height_mm
    if task.part is Part.LESION_FREE:
        places = 5
        step = (highest - lowest) / (places - 1)
        return lowest + step * (task.number % places)
    candidates = np.arange(lowest, highest, SLAB_STEP_MM).tolist()
    if task.number % 2 == 0:
        organs = [_organ_span(anatomy, name) for name in (LIVER, LUNG)]
        both = [
            low
            for low in candidates
            if all(
                min(low + height_mm, top) - max(low, bottom) >= min(ORGAN_SPAN_MM, 0.4 * height_mm)
                for bottom, top in organs
            )
        ]
        candidates = both or candidates
    return max(candidates, key=lambda low: (len(_whole(anatomy, low, low + height_mm)), low))


def _whole(anatomy: Anatomy, low_mm: float, high_mm: float) -> list[Lesion]:
    """The lesions that are wholly between two heights."""
    return [
        lesion
        for lesion in anatomy.lesions
        if lesion.box_mm[0][2] >= low_mm + CLEAR_OF_ENDS_MM
        and lesion.box_mm[1][2] <= high_mm - CLEAR_OF_ENDS_MM
    ]


def _ends(geometry: Geometry) -> tuple[float, float]:
    low, high = geometry.bounds_mm
    return float(low[2]), float(high[2])


def _truth(task: Task, anatomy: Anatomy, scan: _Scan, report: Report) -> Truth:
    labels = truth_labels(anatomy, scan.geometry)
    spacing = scan.geometry.spacing_mm
    lesions: list[LesionTruth] = []
    for lesion in _whole(anatomy, *_ends(scan.geometry)):
        mask = Mask(labels.mask(lesion.name), scan.geometry, lesion.name)
        if mask.region.inside.any():
            lesions.append(
                LesionTruth(
                    lesion.name,
                    lesion.site,
                    lesion.volume_ml,
                    lesion.suv,
                    str(lesion.kind),
                    mask,
                )
            )
    organs = {
        name: _depth_mm(labels.mask(name), spacing) >= ORGAN_DEPTH_MM for name in (LIVER, LUNG)
    }
    outside = [name for name in NO_BODY if name in labels.names]
    return Truth(
        task.case,
        scan.noise_free(report),
        ~labels.mask(*outside),
        organs,
        tuple(lesions),
    )


def _depth_mm(inside: Inside, spacing: Sequence[float]) -> FloatArray:
    """From each voxel's centre to that of the nearest voxel outside; beyond the slab's ends the
    organ is taken to go on. 0 outside, and where there is none of it."""
    if not inside.any():
        return np.zeros(inside.shape)
    depth: FloatArray = ndimage.distance_transform_edt(inside, sampling=spacing)
    return depth


# --- The VOIs of paper 000 ----------------------------------------------------------------------

CLEARANCE_MM = 2.0
"""A reference VOI keeps this far from the edge of its tissue where the body has the room."""
HEART_ABOVE_MM = 14.0
"""Of the left ventricle's middle below its slab's upper end, so that liver and spleen are in it"""
LESION_ROOM_MM = 2.0
"""A lesion's VOI is the sphere that holds it, this much larger"""

TISSUE_OF_SITE = {
    "rib": "bone",
    "spine": "bone",
    "pelvic bone": "bone",
    "subcutaneous": "subcutaneous tissue",
}
"""The phantom's word for a place → the protocol's tissue type"""


@dataclass(frozen=True)
class _Tissue:
    """Where a reference tissue is."""

    low_mm: Callable[[Anatomy, float], float]
    """z at which a slab of some height begins that is to hold it"""
    inside: Callable[[Anatomy, Labels], Inside]


def _named(name: str) -> Callable[[Anatomy, Labels], Inside]:
    return lambda _, labels: labels.mask(name)


def _about(name: str) -> Callable[[Anatomy, float], float]:
    """A slab whose middle is the organ's."""
    return lambda anatomy, height_mm: sum(_organ_span(anatomy, name)) / 2 - height_mm / 2


def _arch(anatomy: Anatomy) -> Shape:
    aorta = next(organ for organ in anatomy.organs if organ.name == "aorta")
    return next(shape for shape in aorta.shapes if shape.ring)


def _positions(labels: Labels, inside: Inside) -> tuple[NDArray[np.int64], FloatArray]:
    index = np.argwhere(inside)
    return index, labels.volume.geometry.to_patient(index)


def _only(inside: Inside, index: NDArray[np.int64], kept: Inside) -> Inside:
    """Of a mask the voxels `index` (n, 3) where `kept` (n,)."""
    only = np.zeros_like(inside)
    only[tuple(index[kept].T)] = True
    return only


def _in_arch(anatomy: Anatomy, labels: Labels) -> Inside:
    blood = labels.mask("aorta")
    index, positions = _positions(labels, blood)
    return _only(blood, index, _arch(anatomy).contains(positions))


def _in_semioval_center(anatomy: Anatomy, labels: Labels) -> Inside:
    """White matter above the ventricles."""
    white = labels.mask("white matter")
    index, positions = _positions(labels, white)
    return _only(white, index, positions[:, 2] > _organ_span(anatomy, "ventricles")[1])


FRONT_OF_FEMUR_MM = 22.0
BESIDE_FEMUR_MM = 35.0


def _in_quadriceps(anatomy: Anatomy, labels: Labels) -> Inside:
    """Muscle in front of the left femur's shaft."""
    muscle = labels.mask("muscle")
    _, shaft = _positions(labels, labels.mask("femur marrow"))
    shaft = shaft[shaft[:, 0] > 0]
    if not len(shaft):
        return np.zeros_like(muscle)
    x, y, _ = shaft.mean(axis=0)
    index, positions = _positions(labels, muscle)
    ahead = positions[:, 1] < y - FRONT_OF_FEMUR_MM
    return _only(muscle, index, ahead & (np.abs(positions[:, 0] - x) < BESIDE_FEMUR_MM))


TISSUES: Mapping[str, _Tissue] = {
    "aortic_arch": _Tissue(
        lambda anatomy, height_mm: sum(_span([_arch(anatomy)])) / 2 - height_mm / 2, _in_arch
    ),
    "semioval_center": _Tissue(
        lambda anatomy, height_mm: _organ_span(anatomy, "ventricles")[1] - height_mm / 2,
        _in_semioval_center,
    ),
    "lung": _Tissue(_about(LUNG), _named(LUNG)),
    "left_ventricle": _Tissue(
        lambda anatomy, height_mm: (
            sum(_organ_span(anatomy, "left ventricle cavity")) / 2 - height_mm + HEART_ABOVE_MM
        ),
        _named("left ventricle cavity"),
    ),
    "parotid_gland": _Tissue(_about("parotid gland"), _named("parotid gland")),
    "quadriceps_femoris": _Tissue(lambda anatomy, _: anatomy.thigh_z_mm, _in_quadriceps),
    "spleen": _Tissue(_about("spleen"), _named("spleen")),
    LIVER: _Tissue(_about(LIVER), _named(LIVER)),
}
"""The protocol's site → the phantom's organ"""


def _tables(task: Task, denoisers: Sequence[Judged], sites: SiteList, report: Report) -> Rows:
    """The protocol's VOIs in the conventional and the denoised image of one patient."""
    unknown = [site.id for site in sites.sites if site.id not in TISSUES]
    if unknown:
        raise StationError(
            f'The protocol "{sites.name}" asks for {", ".join(unknown)}, which the phantom does '
            f"not have. Its sites are: {', '.join(TISSUES)}."
        )
    anatomy = draw_patient(task.seed, lesion_count=TABLE_LESIONS)
    height_mm = LOW_SLICES * Scanner().slice_mm
    rows = Rows()
    missing = {site.id: site.volume_ml for site in sites.sites}
    placed: list[PlacedVoi] = []
    for number, site in enumerate(sites.sites):
        of_site = part(report, number / len(sites.sites), (number + 1) / len(sites.sites))
        of_site(0.0, task.case)
        if site.id not in missing:
            continue  # an earlier slab held it
        low_mm = TISSUES[site.id].low_mm(anatomy, height_mm)
        scan = _Scan(anatomy, low_mm, task.seed, LOW_SLICES, _Way(), part(of_site, 0.0, 0.4))
        labels = truth_labels(anatomy, scan.geometry)
        vois: list[PlacedVoi] = []
        for wanted, volume_ml in list(missing.items()):
            needed_mm = sphere_radius_mm(volume_ml)
            # A tissue that another slab is made for is taken here only where there is ample room.
            needed_mm += 0 if wanted == site.id else CLEARANCE_MM
            inside = TISSUES[wanted].inside(anatomy, labels)
            sphere = _deepest(inside, labels.volume.geometry, volume_ml, needed_mm)
            if sphere is not None:
                vois.append(PlacedVoi(wanted, wanted, sphere, SiteKind.REFERENCE, wanted))
                del missing[wanted]
        missing.pop(site.id, None)
        taken = {voi.id for voi in placed}
        for lesion in _whole(anatomy, *_ends(scan.geometry)):
            tissue = _tissue_of(lesion.site)
            if lesion.kind is LesionKind.COLD or lesion.name in taken:
                continue
            if lesion_refusal(placed, tissue, sites.lesions) is None:
                voi = PlacedVoi(
                    lesion.name, lesion.name, _enclosing(lesion), SiteKind.LESION, tissue=tissue
                )
                placed.append(voi)
                vois.append(voi)
        if vois:
            _measure_vois(task, scan, vois, denoisers, rows, part(of_site, 0.4, 1.0))
    return rows


def _tissue_of(site: str) -> str:
    """The protocol's tissue type of the phantom's word for a place."""
    return "lymph node" if site.endswith("lymph node") else TISSUE_OF_SITE.get(site, site)


def _enclosing(lesion: Lesion) -> Sphere:
    """The smallest sphere about the lesion's middle that holds its box along LPS, and some room: a
    reader's VOI around a lesion."""
    low, high = lesion.box_mm
    radius_mm = float((high - low).max()) / 2 + LESION_ROOM_MM
    x, y, z = ((low + high) / 2).tolist()
    return Sphere((x, y, z), 4 / 3 * np.pi * radius_mm**3 / 1000)


def _deepest(
    inside: Inside, geometry: Geometry, volume_ml: float, needed_mm: float
) -> Sphere | None:
    """A sphere where a tissue is thickest; None where nothing is as deep as is needed.

    It is wholly in the slab.
    """
    depth = _depth_mm(inside, geometry.spacing_mm)
    rim = ceil(sphere_radius_mm(volume_ml) / geometry.spacing_mm[0])
    depth[:rim] = depth[len(depth) - rim :] = 0
    at = np.unravel_index(int(depth.argmax()), depth.shape)
    if depth[at] < needed_mm:
        return None
    x, y, z = geometry.to_patient([int(index) for index in at]).tolist()
    return Sphere((x, y, z), volume_ml)


def _measure_vois(
    task: Task,
    scan: _Scan,
    vois: Sequence[PlacedVoi],
    denoisers: Sequence[Judged],
    rows: Rows,
    report: Report,
) -> None:
    noisy, conventional = scan.pair(MAIN_LEVEL, part(report, 0.0, 0.6))
    images = {CONVENTIONAL: conventional}
    for number, judged in enumerate(denoisers):
        low, high = (0.6 + 0.4 * at / len(denoisers) for at in (number, number + 1))
        images[judged.name] = judged.denoise(noisy, part(report, low, high))
    for image, volume in images.items():
        shown = Shown(task.case, task.scenario, MAIN_LEVEL, image)
        for voi in vois:
            is_lesion = voi.kind is SiteKind.LESION
            rows.tissues.append(
                tissue_row(
                    shown,
                    LESION_SITE if is_lesion else voi.id,
                    measure(volume, voi.shape),
                    voi.name if is_lesion else "",
                )
            )
