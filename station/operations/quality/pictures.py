"""The pictures of the PET QA report: projections and slices, with the places to look at marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet import colormaps
from station.pet.image_quality import Check, Status, Verdict
from station.pet.loaded import LoadedImage, as_point
from station.pet.mip import Mip, front_mip
from station.pet.reslice import sample_plane
from station.pet.voi import Point
from station.pet.volume import FloatArray, Geometry, Unit, Volume
from station.pet.words import format_bound
from station.report.quality_report import ClinicalImage, Mark

if TYPE_CHECKING:
    from station.operations.quality.grading import Graded

PIXEL_MM = 2.0
AROUND_MM = 12.0
"""Of air shown next to the body"""
UPPER_SUV = 7.0
CT_WINDOW_HU = (-160.0, 240.0)
OVER_CT = 0.5
"""Weight of the PET over the CT"""
SAME_PLACE_MM = 15.0
"""Two findings so near to each other are one place to look at"""
SLICES_APART_MM = 40.0
NEAR_SLICE_MM = 15.0
"""A place is marked in a slice that passes so near"""
EVIDENCE_NEAR_MM = 80.0
EVIDENCE_SHARE = 0.25
"""A place is named where this part of the lost quality is within EVIDENCE_NEAR_MM of it; noise
is lost everywhere and names none"""
EVIDENCE_FINDING = "where most quality is lost"
EVIDENCE_COLOUR = np.array([217, 72, 15], np.float64)

ndimage: Any = untyped_ndimage  # its own types are incomplete

Rgb = NDArray[np.uint8]
Values = NDArray[np.float32]


@dataclass(frozen=True)
class Place:
    """Something to look at."""

    label: str
    """1, 2 …: the marks' in the pictures"""
    point_mm: Point
    findings: tuple[str, ...]
    """What is the matter there"""


@dataclass(frozen=True, eq=False)
class Pictures:
    tall: tuple[ClinicalImage, ...]
    flat: tuple[ClinicalImage, ...]
    places: tuple[Place, ...]
    legend: tuple[str, ...]
    driven_by: str
    """What the map of evidence says, or why there is none"""


def quality_pictures(graded: "Graded") -> Pictures | None:
    """The pictures of a graded image; None where it could not be read as an image."""
    image = graded.image
    if image is None:
        return None
    places = _places(graded)
    view = _View.of(image)
    front = front_mip(image.volume)
    evidence = _evidence(graded)
    tall = [
        view.projection(image, front, "Coronal MIP", False, places),
        view.projection(image, front_mip(_turned(image.volume)), "Sagittal MIP", True, places),
    ]
    looked_at = _looked_at(graded, places)
    if evidence is not None:
        tall.append(view.evidence(image, front, evidence, places))
    else:
        tall.append(view.slice(image, graded.ct, *looked_at[0], coronal=True, places=places))
    flat = tuple(
        view.slice(image, graded.ct, at, why, coronal=False, places=places) for at, why in looked_at
    )
    legend = tuple(f"{place.label}: {', '.join(place.findings)}" for place in places)
    return Pictures(tuple(tall), flat, places, legend, _driven_by(graded, evidence))


# --- Places --------------------------------------------------------------------------------------


def _places(graded: "Graded") -> tuple[Place, ...]:
    """Where checks failed, where the grade is decided, where checks ask to look; in this order."""
    checks = graded.control.checks
    findings = [_finding(check) for check in checks if check.status is Status.FAIL]
    peak = _evidence_peak(_evidence(graded))
    if peak is not None:
        findings.append((peak[0], EVIDENCE_FINDING))
    findings += [_finding(check) for check in checks if check.status is Status.LOOK]
    merged: list[tuple[Point, list[str]]] = []
    for point, finding in findings:
        if point is None:
            continue
        near = next((what for at, what in merged if _apart_mm(at, point) < SAME_PLACE_MM), None)
        if near is None:
            merged.append((point, [finding]))
        else:
            near.append(finding)
    return tuple(
        Place(str(number), point, tuple(there))
        for number, (point, there) in enumerate(merged, start=1)
    )


def _finding(check: Check) -> tuple[Point | None, str]:
    return check.place_mm, f"{check.name} ({check.status})"


def _apart_mm(place: Point, other: Point) -> float:
    return float(np.linalg.norm(np.array(place) - np.array(other)))


def _evidence(graded: "Graded") -> Volume | None:
    """What each place takes from the quality, none below 0; None where there is nothing to show."""
    evidence = graded.grade.evidence
    if evidence is None or graded.grade.grade is None:
        return None
    lost = np.maximum(np.nan_to_num(evidence.voxels), 0).astype(np.float32)
    return Volume(lost, evidence.geometry, evidence.unit) if lost.any() else None


def _evidence_peak(evidence: Volume | None) -> tuple[Point, float] | None:
    """Where the loss is deepest, and the share of all of it that is near; None: it is spread."""
    if evidence is None:
        return None
    lost = evidence.voxels
    index = np.array(np.unravel_index(int(lost.argmax()), lost.shape))
    peak = evidence.geometry.to_patient(index)
    everywhere = evidence.geometry.to_patient(np.moveaxis(np.indices(lost.shape), 0, -1))
    near = np.linalg.norm(everywhere - peak, axis=-1) <= EVIDENCE_NEAR_MM
    share = float(lost[near].sum(dtype=np.float64) / lost.sum(dtype=np.float64))
    return (as_point(peak), share) if share >= EVIDENCE_SHARE else None


def _driven_by(graded: "Graded", evidence: Volume | None) -> str:
    if graded.grade.grade is None:
        return ""
    if graded.grade.evidence is None:
        return "Where quality is lost was not looked for."
    if evidence is None:
        return "No place takes anything from the quality."
    words = (
        "Orange, the darker the more: where the image loses quality against the network's training "
        "images."
    )
    peak = _evidence_peak(evidence)
    if peak is None:
        return f"{words} The loss is spread; no single place decides the grade."
    return (
        f"{words} {100 * peak[1]:.0f} % of the loss is within {EVIDENCE_NEAR_MM:.0f} mm of the "
        "deepest place."
    )


def _looked_at(graded: "Graded", places: Sequence[Place]) -> list[tuple[Point, str]]:
    """One or two places that slices are laid through, well apart, and why there."""
    image, control = graded.image, graded.control
    assert image is not None, "there are pictures of an image only"
    wanted = [(place.point_mm, f"through mark {place.label}") for place in places]
    if control.liver is not None:
        failed = any(check.status is Status.FAIL for check in control.checks)
        urgent = failed or graded.grade.verdict is Verdict.POOR
        liver = (control.liver.centre_mm, "through the liver's sphere")
        wanted.insert(len(wanted) if urgent else 0, liver)
    if control.landmarks is not None and control.landmarks.dome_mm is not None:
        wanted.append((control.landmarks.dome_mm, "through the diaphragm's dome"))
    low, high = image.body_mm
    middle = as_point((np.array(low) + np.array(high)) / 2)
    wanted.append((middle, "through the middle of the body"))
    first = wanted[0]
    others = [other for other in wanted if abs(other[0][2] - first[0][2]) >= SLICES_APART_MM]
    return [first, *others[:1]]


# --- Pictures ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _View:
    """The box in the patient that the pictures show: LPS, mm."""

    low: FloatArray
    high: FloatArray

    @classmethod
    def of(cls, image: LoadedImage) -> "_View":
        low, high = image.volume.geometry.bounds_mm
        body_low, body_high = np.array(image.body_mm[0]), np.array(image.body_mm[1])
        around = np.array([AROUND_MM, AROUND_MM, 0.0])
        box = np.maximum(low, body_low - around), np.minimum(high, body_high + around)
        # All of the scan's length is shown, with all that is empty in it.
        box[0][2], box[1][2] = low[2], high[2]
        return cls(*box)

    def shape(self, across: int, down: int) -> tuple[int, int]:
        size = np.ceil((self.high - self.low) / PIXEL_MM).astype(int)
        return max(int(size[down]), 1), max(int(size[across]), 1)

    def projection(
        self, image: LoadedImage, mip: Mip, title: str, lateral: bool, places: Sequence[Place]
    ) -> ClinicalImage:
        values = self._of_mip(mip, lateral)
        upper = _upper(image)
        caption = f"{title}, {_window(image)}"
        sides = ("A", "P") if lateral else ("R", "L")
        return ClinicalImage(
            caption,
            _coloured(values, 0, upper, colormaps.table("grey", inverse=True)),
            PIXEL_MM,
            sides,
            self._marks(places, 1 if lateral else 0),
        )

    def evidence(
        self, image: LoadedImage, front: Mip, evidence: Volume, places: Sequence[Place]
    ) -> ClinicalImage:
        """The map's projection over the front view."""
        ground = _coloured(
            self._of_mip(front, lateral=False),
            0,
            _upper(image),
            colormaps.table("grey", inverse=True),
        )
        drawn = self._of_mip(front_mip(evidence), lateral=False)
        strength = np.clip(drawn / float(evidence.voxels.max()), 0, 1)[..., None]
        mixed = ground * (1 - 0.75 * strength) + EVIDENCE_COLOUR * 0.75 * strength
        return ClinicalImage(
            "Over the coronal MIP: where quality is lost",
            np.rint(mixed).astype(np.uint8),
            PIXEL_MM,
            ("R", "L"),
            self._marks(places, 0),
        )

    def slice(
        self,
        image: LoadedImage,
        ct: LoadedImage | None,
        at: Point,
        why: str,
        *,
        coronal: bool,
        places: Sequence[Place],
    ) -> ClinicalImage:
        """A slice of the PET, over the CT where there is one."""
        normal, down = (1, 2) if coronal else (2, 1)
        shape = self.shape(0, down)
        origin = np.array(self.low) + PIXEL_MM / 2
        origin[normal] = at[normal]
        step = np.zeros(3)
        if coronal:
            origin[2] = self.high[2] - PIXEL_MM / 2
            step[2] = -PIXEL_MM
        else:
            step[1] = PIXEL_MM
        right = np.array([PIXEL_MM, 0.0, 0.0])
        pet = sample_plane(image.volume, origin, right, step, shape, True)
        upper = _upper(image)
        if ct is not None and ct.volume.unit is Unit.HU:
            hu = sample_plane(ct.volume, origin, right, step, shape, True)
            beneath = _coloured(hu, *CT_WINDOW_HU, colormaps.table("grey"))
            above = _coloured(pet, 0, upper, colormaps.table(colormaps.FUSION))
            pixels = np.rint(beneath * (1 - OVER_CT) + above * OVER_CT).astype(np.uint8)
            low, high = CT_WINDOW_HU
            what, window = "PET/CT", f"{_window(image)} over CT −{-low:.0f} to {high:.0f} HU"
        else:
            pixels = _coloured(pet, 0, upper, colormaps.table("grey", inverse=True))
            what, window = "PET", _window(image)
        name = "Coronal" if coronal else "Axial"
        letter = ("P" if at[1] > 0 else "A") if coronal else ("S" if at[2] > 0 else "I")
        position = f"{letter} {abs(at[normal]):.0f} mm"
        near = [
            place for place in places if abs(place.point_mm[normal] - at[normal]) < NEAR_SLICE_MM
        ]
        marks = self._marks(near, 0) if coronal else self._marks_axial(near)
        caption = f"{name} {what} {position}, {why}; {window}"
        return ClinicalImage(caption, pixels, PIXEL_MM, ("R", "L"), marks)

    def _of_mip(self, mip: Mip, lateral: bool) -> Values:
        """The part of a front view that the box holds, in pixels of PIXEL_MM."""
        rows, columns = self.shape(1 if lateral else 0, 2)
        picture = mip.images[0]
        z = self.high[2] - (np.arange(rows) + 0.5) * PIXEL_MM
        x = self.low[1 if lateral else 0] + (np.arange(columns) + 0.5) * PIXEL_MM
        r = (picture.shape[0] - 1) / 2 - (z - mip.centre_mm[2]) / mip.pixel_mm[0]
        c = (picture.shape[1] - 1) / 2 + (x - mip.centre_mm[0]) / mip.pixel_mm[1]
        return _linear(picture, r, c)

    def _marks(self, places: Sequence[Place], across: int) -> tuple[Mark, ...]:
        return tuple(
            Mark(
                place.label,
                (self.high[2] - place.point_mm[2]) / PIXEL_MM - 0.5,
                (place.point_mm[across] - self.low[across]) / PIXEL_MM - 0.5,
            )
            for place in places
        )

    def _marks_axial(self, places: Sequence[Place]) -> tuple[Mark, ...]:
        return tuple(
            Mark(
                place.label,
                (place.point_mm[1] - self.low[1]) / PIXEL_MM - 0.5,
                (place.point_mm[0] - self.low[0]) / PIXEL_MM - 0.5,
            )
            for place in places
        )


def _turned(volume: Volume) -> Volume:
    """The volume turned so that its left lateral view is seen from the front: x is then y."""
    turn = np.array([[0.0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    return Volume(volume.voxels, Geometry(volume.shape, turn @ volume.affine), volume.unit)


def _linear(picture: Values, rows: FloatArray, columns: FloatArray) -> Values:
    """A picture at these rows and columns, linear between its pixels, 0 outside it."""
    r, c = np.meshgrid(rows, columns, indexing="ij")
    return ndimage.map_coordinates(picture, [r, c], order=1, cval=0.0)


def _coloured(values: Values, low: float, high: float, table: colormaps.ColourTable) -> Rgb:
    """RGB of values; what was never stored is as the lowest."""
    known = np.nan_to_num(values, nan=low, posinf=high, neginf=low)
    scaled = (known - low) / (high - low) * len(table)
    entries = table[np.clip(scaled.astype(int), 0, len(table) - 1)]
    channels = [(entries >> shift & 0xFF).astype(np.uint8) for shift in (16, 8, 0)]
    return np.stack(channels, axis=-1)


def _upper(image: LoadedImage) -> float:
    return UPPER_SUV if image.has_suv else image.peak


def _window(image: LoadedImage) -> str:
    """Unit and bounds; without SUV it says so."""
    bounds = f"0–{format_bound(_upper(image))}"
    if image.has_suv:
        return f"{image.volume.unit} {bounds}"
    return f"no SUV: {image.volume.unit} {bounds}"
