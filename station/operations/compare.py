"""What `station compare` does: two dates of one patient, their lesions, and response rules.

Everything that a number rests on comes with it: which image is the current one, how the two were
aligned, where liver and blood pool were measured, and whose lesions they are.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from math import pi
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from station.dicom.glucose import blood_glucose
from station.dicom.masks import read_masks
from station.errors import ArchiveError, StationError, SuvError
from station.operations.images import PetCt, find_series, load_pet_ct
from station.operations.registration import landmarks_of, register
from station.pet.alignment import Alignment
from station.pet.burden import Burden, OrganMap, burden
from station.pet.followup import Change, Figures, Row, Status, change, follow
from station.pet.loaded import LoadedImage
from station.pet.response import (
    PercistThreshold,
    Proposal,
    deauville,
    percist,
    percist_threshold,
)
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Role, Series, Study
from station.pet.suitability import is_fdg
from station.pet.suv import TypedInput, suv_conversion
from station.pet.suv_rules import Known
from station.pet.timepoint import Comparability, Timepoint, comparability
from station.pet.voi import (
    Isocontour,
    Measurement,
    PeakRule,
    Point,
    Sphere,
    Threshold,
    ThresholdRule,
    centre_of,
    measure,
)
from station.pet.volume import Unit
from station.pet.words import count_of, finite, listed
from station.progress import Report, part, silent
from station.quality.landmarks import Landmarks
from station.quality.organs import Organs, Tissue
from station.report.table_file import csv_text
from station.whole_file import whole_file, writing

PERCIST_LIVER_RADIUS_MM = 15.0
"""PERCIST 1.0: a sphere of 3 cm in the right lobe"""
WHOLE = 0.98
"""Fraction of a reference sphere that must be in the image"""
AUTO = "auto"
MOST_LESIONS = 200
ROOM_MM = 12.0
"""Around a grown lesion, so that it may be larger on the other date"""
ROLE_ORDER = (Role.CONVENTIONAL, Role.OTHER, Role.UNFILTERED, Role.DENOISED)
NO_PLACES: Mapping[str, Point] = MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Read:
    """A PET of one date in memory, with the organs found in it."""

    study: Study
    images: PetCt
    landmarks: Landmarks | None
    """None: the finder could not run"""
    timepoint: Timepoint

    @property
    def organ_map(self) -> OrganMap | None:
        return None if self.landmarks is None else organ_map(self.landmarks.organs)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two dates of one patient."""

    current: Read
    prior: Read
    which: str
    """Which of the two paths is the current one, and why"""
    alignment: Alignment
    comparability: Comparability
    rows: tuple[Row, ...]
    lesions: str
    """Whose lesions they are"""
    percist: Proposal
    deauville: Proposal
    burdens: tuple[Burden | None, Burden | None] = (None, None)
    """Current, prior: what is above the PERCIST threshold; None: there is no threshold"""
    sentences: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Wish:
    """What to compare, and how."""

    current: Path
    prior: Path
    lesions: str = AUTO
    """"auto": VOIs of the archive, else all above the PERCIST threshold; or a file of masks"""
    series: tuple[str, ...] = ()
    """UIDs of a PET of either path, where it holds several"""
    reader: str | None = None
    """Whose VOIs of the archive; None: the only reader's"""
    diseased_liver: bool = False
    by_date: bool = True
    """The later study is the current one, whatever the order of the paths"""
    places: Mapping[str, Point] = field(default_factory=lambda: NO_PLACES)
    """Centres placed by hand: "liver current", "liver prior", "blood current", "blood prior" """
    peak: PeakRule = PeakRule.GLOBAL


def compare(
    wish: Wish, unpack_into: Path, home: Path | None = None, report: Report = silent
) -> Comparison:
    """Compare the PETs of two paths. `home`: the archive's data folder; None: no saved VOIs.

    Raises StationError: no PET, two patients, or no lesion can be found. Cancelled.
    """
    first, other = (
        _chosen(path, wish.series, unpack_into, part(report, low, low + 0.05))
        for path, low in ((wish.current, 0.0), (wish.prior, 0.05))
    )
    refuse_other_patient(first[0], other[0])
    first, other, which = _sorted(first, other, wish)
    now = read_date("current", *first, wish.places, part(report, 0.1, 0.3))
    before = read_date("prior", *other, wish.places, part(report, 0.3, 0.5))
    alignment = register(
        now.images,
        before.images,
        landmarks=(now.landmarks, before.landmarks),
        report=part(report, 0.5, 0.8),
    )
    return compared(now, before, which, alignment, wish, home, part(report, 0.8, 1.0))


def compared(
    now: Read,
    before: Read,
    which: str,
    alignment: Alignment,
    wish: Wish,
    home: Path | None = None,
    report: Report = silent,
) -> Comparison:
    """As `compare`, of two dates in memory that are aligned already."""
    comparable = comparability(now.timepoint, before.timepoint)
    burdens = tuple(
        burden_of(read, diseased_liver=wish.diseased_liver, report=part(report, low, low + 0.4))
        for read, low in ((now, 0.0), (before, 0.4))
    )
    found = _lesions(now, before, burdens, wish, home)
    rows = follow(
        now.timepoint,
        before.timepoint,
        found.now,
        found.before,
        alignment,
        wish.peak,
        searched_now=found.searched_now,
        searched_before=found.searched_before,
        by_threshold=found.by_threshold,
    )
    if comparable.refusals:
        # Each date's own numbers remain; nothing of one date is said about the other.
        rows = _apart(rows)
    counted, aside = _in_bowel_aside(rows) if found.by_threshold else (rows, "")
    by_percist = percist(
        now.timepoint,
        before.timepoint,
        counted,
        comparable,
        alignment,
        diseased_liver=wish.diseased_liver,
    )
    by_deauville = deauville(now.timepoint, counted, found.searched_now)
    return Comparison(
        now,
        before,
        which,
        alignment,
        comparable,
        rows,
        found.words,
        _remarked(by_percist, aside),
        _remarked(by_deauville, aside),
        (burdens[0], burdens[1]),
        found.sentences,
    )


def _in_bowel_aside(rows: Sequence[Row]) -> tuple[tuple[Row, ...], str]:
    """(the rows that rules count, a sentence on those in the bowel, which nobody has looked at)."""
    bowel = Tissue.GUT.name.lower()
    aside = [
        row
        for row in rows
        if any(voi is not None and voi.tissue == bowel for voi in (row.current_voi, row.prior_voi))
    ]
    if not aside:
        return tuple(rows), ""
    sentence = (
        f"Not counted, because in stomach or bowel, which take up FDG in health: "
        f"{listed([row.name for row in aside])}. Look at them; a lesion there counts when it is "
        "saved as one in the window."
    )
    return tuple(row for row in rows if row not in aside), sentence


def _remarked(proposal: Proposal, sentence: str) -> Proposal:
    if not sentence:
        return proposal
    return replace(proposal, sentences=(*proposal.sentences, sentence))


def refuse_other_patient(first: Study, other: Study) -> None:
    """Raises StationError unless both studies are of one patient ID."""
    ids = first.patient.id.strip(), other.patient.id.strip()
    if not all(ids):
        raise StationError(
            "A study has no PatientID, so it is not known whether both are of one patient. Nothing "
            "is compared. Correct the header, and open both again."
        )
    if ids[0] != ids[1]:
        raise StationError(
            "The two studies have different PatientIDs: they are not known to be of one patient. "
            "Nothing is compared. Give two studies of the same patient, or correct the ID."
        )


# --- One date -----------------------------------------------------------------------------------

Found = tuple[Study, Series]


def _chosen(path: Path, uids: Sequence[str], unpack_into: Path, report: Report) -> Found:
    """The PET of a path: the one named, else the only one of the most usual role."""
    pets = find_series([path], (), unpack_into, report)
    named = [found for found in pets if found[1].uid in uids]
    usable = named or [found for found in pets if found[1].problem is None]
    if not usable:
        raise StationError(f"No PET of {path} can be shown: {pets[0][1].problem}")
    best = min(ROLE_ORDER.index(series.role) for _, series in usable)
    chosen = [found for found in usable if ROLE_ORDER.index(found[1].role) == best]
    studies = {study.uid for study, _ in chosen}
    if len(studies) > 1:
        raise StationError(
            f"{path} holds PETs of {len(studies)} studies. Give the folder of one study, or name "
            "the PET with --series."
        )
    if len(chosen) > 1:
        names = ", ".join(f"{series.label} ({series.uid})" for _, series in chosen)
        raise StationError(f"{path} holds several PETs: {names}. Name one with --series.")
    return chosen[0]


def _sorted(first: Found, other: Found, wish: Wish) -> tuple[Found, Found, str]:
    """(current, prior, which is which, and why)."""
    dates = _moment(first), _moment(other)
    if dates[0] is None or dates[1] is None or dates[0] == dates[1] or not wish.by_date:
        why = (
            "as given"
            if dates[0] != dates[1] and not wish.by_date
            else ("as given: a date is missing, or both are of one moment")
        )
        return first, other, f"Current: {wish.current} ({why}). Prior: {wish.prior}."
    if dates[0] > dates[1]:
        words = f"Current: {wish.current}, of {dates[0]:%Y-%m-%d}. Prior: {wish.prior}, of "
        return first, other, f"{words}{dates[1]:%Y-%m-%d}."
    words = (
        f"Current: {wish.prior}, of {dates[1]:%Y-%m-%d}, because it is later than {wish.current}, "
        f"of {dates[0]:%Y-%m-%d}, which is the prior one."
    )
    return other, first, words


def _moment(found: Found) -> dt.datetime | None:
    study, series = found
    if series.datetime is not None:
        return series.datetime.replace(tzinfo=None)
    if study.date is None:
        return None
    return dt.datetime.combine(study.date, study.time or dt.time())


def read_date(
    name: str,
    study: Study,
    series: Series,
    places: Mapping[str, Point] = NO_PLACES,
    report: Report = silent,
    typed: Sequence[TypedInput] = (),
) -> Read:
    """One date: its images, its organs, and its reference spheres. Raises StationError."""
    images = load_pet_ct(study, series, typed, report=part(report, 0.0, 0.4))
    landmarks = landmarks_of(images, part(report, 0.4, 1.0))
    return Read(
        study, images, landmarks, timepoint_of(name, study, images, landmarks, places, typed)
    )


def timepoint_of(
    name: str,
    study: Study,
    images: PetCt,
    landmarks: Landmarks | None,
    places: Mapping[str, Point] = NO_PLACES,
    typed: Sequence[TypedInput] = (),
) -> Timepoint:
    """What response rules need of one date. `places` as in `Wish`: spheres moved by hand."""
    image = images.pet
    series = image.series
    liver_sphere, no_liver = _liver_sphere(landmarks, places.get(f"liver {name}"))
    blood_sphere, no_blood = _blood_sphere(landmarks, images, places.get(f"blood {name}"))
    liver, no_liver = _reference(image, liver_sphere, no_liver, "liver")
    blood, no_blood = _reference(image, blood_sphere, no_blood, "blood pool")
    sul, no_sul = _sul_of_suv(image, typed)
    known = None if series.suv is None else Known(series.suv, typed)
    date = study.date or (series.datetime.date() if series.datetime is not None else None)
    glucose = blood_glucose(series)
    return Timepoint(
        name,
        image,
        study.patient.id.strip(),
        date,
        sul,
        no_sul,
        None if known is None else known.uptake_min,
        None if glucose is None else glucose.mmol_per_l,
        None if known is None else known.injected_activity_bq.usable,
        liver_sphere,
        liver,
        no_liver,
        blood_sphere,
        blood,
        no_blood,
    )


def _liver_sphere(landmarks: Landmarks | None, by_hand: Point | None) -> tuple[Sphere | None, str]:
    """PERCIST's sphere of 3 cm, or the largest that fits where the checks put theirs."""
    volume_ml = 4 / 3 * pi * PERCIST_LIVER_RADIUS_MM**3 / 1000
    if by_hand is not None:
        return Sphere(by_hand, volume_ml), ""
    if landmarks is None:
        return None, "The liver was not looked for: the organ finder is missing."
    if landmarks.upside_down or landmarks.mirrored:
        return None, "The patient seems to be the wrong way round, so no organ can be trusted."
    liver = landmarks.liver
    if liver is None:
        return None, "No liver was found. If it is in view, place its sphere by hand."
    if liver.depth_mm >= PERCIST_LIVER_RADIUS_MM:
        return Sphere(liver.sphere.centre_mm, volume_ml), ""
    return liver.sphere, ""


def _blood_sphere(
    landmarks: Landmarks | None, images: PetCt, by_hand: Point | None
) -> tuple[Sphere | None, str]:
    if by_hand is not None:
        return Sphere(by_hand, 1.0), ""
    if landmarks is None:
        return None, "The blood pool was not looked for: the organ finder is missing."
    if images.ct is None:
        return None, f"{images.no_ct} The aorta is found on the CT. Place its sphere by hand."
    if landmarks.blood is None:
        return None, "No descending aorta was found. Place the blood pool's sphere by hand."
    return landmarks.blood, ""


def _reference(
    image: LoadedImage, sphere: Sphere | None, why: str, what: str
) -> tuple[Measurement | None, str]:
    if sphere is None:
        return None, why
    if not image.has_suv:
        return None, f"{image.series.label} has no SUV, so the {what} gives no reference."
    measured = measure(image.volume, sphere)
    if not measured.volume_ml > WHOLE * sphere.volume_ml:
        return None, f"The {what}'s sphere is not entirely in the image. Place it elsewhere."
    return measured, ""


def _sul_of_suv(image: LoadedImage, typed: Sequence[TypedInput]) -> tuple[float | None, str]:
    """(SUL (James) of one of the image's SUV, why there is none)."""
    facts, label = image.series.suv, image.series.label
    if facts is None or not image.has_suv:
        return None, f"{label} has no SUV, so there is no SUL."
    try:
        of_image = suv_conversion(facts, image.volume.unit, typed, label).factor
        sul = suv_conversion(facts, Unit.SUV_LBM, typed, label).factor
    except SuvError as error:
        return None, f"There is no SUL: {error}"
    return float(np.nanmean(sul / of_image)), ""


def organ_map(organs: Organs) -> OrganMap:
    """The finder's organs for `station.pet.burden`."""
    names = {int(t): t.name.lower() for t in Tissue if t not in (Tissue.AIR, Tissue.BODY)}
    return OrganMap(organs.geometry, organs.cells, names)


def burden_of(
    read: Read, *, diseased_liver: bool = False, report: Report = silent
) -> Burden | None:
    """All above the PERCIST threshold of one date; None where there is no threshold."""
    at = read.timepoint
    if is_fdg(at.image.series) is False:
        return None
    threshold = percist_threshold(at, diseased_liver)
    if not isinstance(threshold, PercistThreshold) or at.sul_per_suv is None:
        return None
    level = threshold.sul / at.sul_per_suv
    return burden(at.image.volume, level, read.organ_map, report=report)


# --- Whose lesions ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Lesions:
    now: tuple[PlacedVoi, ...]
    before: tuple[PlacedVoi, ...]
    searched_now: bool
    searched_before: bool
    words: str
    by_threshold: bool = False
    """Found by the threshold of each date, not by a person"""
    sentences: tuple[str, ...] = ()


def _lesions(
    now: Read, before: Read, burdens: Sequence[Burden | None], wish: Wish, home: Path | None
) -> _Lesions:
    if wish.lesions != AUTO:
        return _from_file(Path(wish.lesions), now, before)
    saved = None if home is None else _saved(now, before, wish.reader, home)
    if saved is not None:
        return saved
    lacking = [
        read.timepoint for read, seen in zip((now, before), burdens, strict=True) if seen is None
    ]
    if lacking:
        at = lacking[0]
        threshold = percist_threshold(at, wish.diseased_liver)
        why = threshold if isinstance(threshold, str) else "The tracer is not FDG."
        raise StationError(
            f"Lesions cannot be sought in the {at.name} image without a threshold. {why} Give "
            "lesions with --lesions FILE, or place VOIs in the window."
        )
    found = [
        grown_lesions(seen, read.timepoint)
        for read, seen in zip((now, before), burdens, strict=True)
        if seen is not None
    ]
    return _Lesions(
        found[0],
        found[1],
        searched_now=True,
        searched_before=True,
        words=(
            "Everything above the PERCIST threshold of its date, without what the organ finder "
            "takes for physiological"
        ),
        by_threshold=True,
    )


def grown_lesions(seen: Burden, at: Timepoint) -> tuple[PlacedVoi, ...]:
    """The counted parts of a burden as lesions, the hottest first: contours at its level."""
    threshold = Threshold(ThresholdRule.FIXED, seen.level, seen.unit)
    lesions: list[PlacedVoi] = []
    for number, component in enumerate(seen.counted[:MOST_LESIONS], 1):
        places = at.image.volume.geometry.to_patient(
            np.argwhere(component.region.inside) + component.region.first
        )
        middle = (places.min(axis=0) + places.max(axis=0)) / 2
        radius = float(np.linalg.norm(places - middle, axis=1).max()) + ROOM_MM
        x, y, z = middle.tolist()
        within = Sphere((x, y, z), 4 / 3 * pi * radius**3 / 1000)
        lesions.append(
            PlacedVoi(
                f"{at.name}-{number}",
                f"{'Lesion' if at.name == 'current' else 'Prior lesion'} {number}",
                Isocontour(within, threshold, component.hottest_mm),
                SiteKind.LESION,
                tissue=component.organ or None,
            )
        )
    return tuple(lesions)


def _saved(now: Read, before: Read, reader: str | None, home: Path) -> _Lesions | None:
    """The lesions that a reader saved in the window; None: nobody did, on either date."""
    from station.archive.index import open_index

    try:
        with closing(open_index(home)) as index:
            readers = {
                name
                for read in (now, before)
                for name in index.voi_readers(read.study.uid)
                if reader in (None, name)
            }
            if reader is not None and not readers:
                raise StationError(f"{reader} has saved no VOI of these studies.")
            if not readers:
                return None
            if len(readers) > 1:
                raise StationError(
                    f"{count_of(len(readers), 'reader')} saved VOIs of these studies. Name one "
                    "with --reader."
                )
            (who,) = readers
            kept = [
                tuple(voi for voi in index.vois(read.study.uid, who) if voi.kind is SiteKind.LESION)
                for read in (now, before)
            ]
    except ArchiveError as error:
        raise StationError(f"The saved VOIs cannot be read: {error}") from error
    if not any(kept):
        return None
    words = f"Saved in the window by {who}"
    if not all(kept):
        words += f", of the {'current' if kept[0] else 'prior'} date only: carried to the other"
    return _Lesions(kept[0], kept[1], bool(kept[0]), bool(kept[1]), words)


def _from_file(path: Path, now: Read, before: Read) -> _Lesions:
    """Masks of one date, which are carried to the other."""
    if not path.exists():
        raise StationError(f"{path} does not exist.")
    reasons: list[str] = []
    for read in (now, before):
        series = read.images.pet.series
        try:
            found = read_masks(path, series)
        except StationError as error:
            reasons.append(str(error))
            continue
        inside = [named for named in found.masks if _overlaps(named.mask.centre_mm, read)]
        if not inside:
            reasons.append(f"{path} has no mask within the {read.timepoint.name} image.")
            continue
        name = read.timepoint.name
        lesions = tuple(
            PlacedVoi(f"mask-{n}", named.name, named.mask, SiteKind.LESION)
            for n, named in enumerate(inside, 1)
        )
        words = f"{path}, drawn on the {name} image"
        is_now = read is now
        return _Lesions(
            lesions if is_now else (),
            () if is_now else lesions,
            searched_now=is_now,
            searched_before=not is_now,
            words=f"{words}: carried to the other date",
            sentences=found.warnings,
        )
    raise StationError(" ".join(dict.fromkeys(reasons)))


def _overlaps(centre_mm: Point | None, read: Read) -> bool:
    return centre_mm is not None and read.images.pet.volume.geometry.voxel_at(centre_mm) is not None


def _apart(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of each date for itself: nothing of one date is next to the other."""
    apart: list[Row] = []
    for row in rows:
        if row.current_voi is not None and row.proposed != "current":
            apart.append(Row(row.name, Status.UNMATCHED, row.current_voi, None, row.current, None))
        if row.prior_voi is not None and row.proposed != "prior":
            name = row.prior_voi.name
            apart.append(Row(name, Status.UNMATCHED, None, row.prior_voi, None, row.prior))
    return tuple(apart)


# --- What is printed ----------------------------------------------------------------------------

COLUMNS: tuple[tuple[str, str], ...] = (
    ("suv_max", "maximum"),
    ("suv_peak", "peak"),
    ("sul_peak", "sul_peak"),
    ("mtv_ml", "volume_ml"),
    ("tlg", "tlg"),
)
"""JSON's and the CSV's name of a figure, and the field of `Figures`"""


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as JSON-able values; a number that does not exist is null."""
    alignment = comparison.alignment
    return {
        "which_is_which": comparison.which,
        "current": _date_as_json(comparison.current),
        "prior": _date_as_json(comparison.prior),
        "alignment": {
            "how": str(alignment.how),
            "verdict": str(alignment.verdict),
            "residual_mm": finite(alignment.residual_mm),
            "current_to_prior_lps_mm": alignment.matrix.tolist(),
            "sentence": alignment.sentence,
        },
        "not_comparable": list(comparison.comparability.refusals),
        "cautions": [*comparison.comparability.cautions, *comparison.sentences],
        "lesions_from": comparison.lesions,
        "lesions": [_row_as_json(row) for row in comparison.rows],
        "burden": {
            name: None if seen is None else _burden_as_json(seen)
            for name, seen in zip(("current", "prior"), comparison.burdens, strict=True)
        },
        "proposals": [
            _proposal_as_json(proposal) for proposal in (comparison.percist, comparison.deauville)
        ],
        "note": "Proposals computed by rule, for a person to judge. Not a diagnosis.",
    }


def _date_as_json(read: Read) -> dict[str, Any]:
    at = read.timepoint
    return {
        "study_uid": read.study.uid,
        "series_uid": at.image.series.uid,
        "description": at.image.series.description,
        "date": None if at.date is None else at.date.isoformat(),
        "unit": str(at.image.volume.unit),
        "scanner": at.scanner,
        "sul_per_suv": finite(at.sul_per_suv),
        "no_sul": at.no_sul,
        "uptake_min": finite(at.uptake_min),
        "glucose_mmol_per_l": finite(at.glucose_mmol_per_l),
        "liver": _reference_as_json(at.liver_sphere, at.liver, at.no_liver),
        "blood_pool": _reference_as_json(at.blood_sphere, at.blood, at.no_blood),
    }


def _reference_as_json(
    sphere: Sphere | None, measured: Measurement | None, why: str
) -> dict[str, Any]:
    return {
        "centre_lps_mm": None if sphere is None else list(sphere.centre_mm),
        "volume_ml": None if sphere is None else sphere.volume_ml,
        "suv_mean": None if measured is None else finite(measured.mean),
        "suv_sd": None if measured is None else finite(measured.sd),
        "suv_max": None if measured is None else finite(measured.maximum),
        "reason": why or None,
    }


def _row_as_json(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "status": str(row.status),
        "current": _figures_as_json(row.current_voi, row.current),
        "prior": _figures_as_json(row.prior_voi, row.prior),
        "change": {name: _change_as_json(changed) for name, changed in changes(row).items()},
        "distance_mm": finite(row.distance_mm),
        "proposed_on": row.proposed or None,
        "sentences": list(row.sentences),
    }


def changes(row: Row) -> dict[str, Change | None]:
    """From the prior to the current date, of every figure of the table."""
    now, before = row.current, row.prior
    return {
        name: None
        if now is None or before is None
        else change(getattr(now, attribute), getattr(before, attribute))
        for name, attribute in COLUMNS
    }


def _change_as_json(changed: Change | None) -> dict[str, Any] | None:
    if changed is None:
        return None
    return {"difference": finite(changed.difference), "percent": finite(changed.percent)}


def _figures_as_json(voi: PlacedVoi | None, figures: Figures | None) -> dict[str, Any] | None:
    if figures is None:
        return None
    centre = None if voi is None else centre_of(voi.shape)
    return {
        "voi": None if voi is None else type(voi.shape).__name__.lower(),
        "centre_lps_mm": None if centre is None else list(centre),
        **{name: finite(getattr(figures, attribute)) for name, attribute in COLUMNS},
        "suv_mean": finite(figures.mean),
        "warnings": list(figures.warnings),
    }


def _burden_as_json(seen: Burden) -> dict[str, Any]:
    return {
        "level": seen.level,
        "unit": str(seen.unit),
        "volume_ml": seen.volume_ml,
        "tlg": seen.tlg,
        "components": [
            {
                "place_lps_mm": list(part.hottest_mm),
                "volume_ml": finite(part.measurement.volume_ml),
                "suv_max": finite(part.measurement.maximum),
                "tlg": finite(part.measurement.tlg),
                "organ": part.organ or None,
                "left_out": part.reason or None,
            }
            for part in seen.components
        ],
    }


def _proposal_as_json(proposal: Proposal) -> dict[str, Any]:
    return {
        "rule": proposal.rule,
        "outcome": proposal.outcome or None,
        "problem": proposal.problem or None,
        "sentences": list(proposal.sentences),
        "conditions": [
            {"name": one.name, "met": one.met, "sentence": one.sentence}
            for one in proposal.conditions
        ],
    }


def write_into(comparison: Comparison, folder: Path) -> tuple[Path, ...]:
    """Write comparison.json and lesions.csv into a folder, without a patient's name.

    Raises StationError where they cannot be written, or one of them is there.
    """
    rows = csv_rows(comparison)
    header = list(rows[0]) if rows else ["lesion", "status"]
    contents = {
        folder / "comparison.json": json.dumps(as_json(comparison), indent=2, allow_nan=False),
        folder / "lesions.csv": csv_text(header, [list(row.values()) for row in rows]),
    }
    for path in contents:
        if path.exists():
            raise StationError(f"{path} is there already. Give another folder.")
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for path, text in contents.items():
        with writing(path), whole_file(path) as partial:
            partial.write_text(text, encoding="utf-8")
    return tuple(contents)


def csv_rows(comparison: Comparison) -> list[dict[str, object]]:
    """A row a lesion, for a table file; no patient's name."""
    rows: list[dict[str, object]] = []
    for row in comparison.rows:
        values: dict[str, object] = {"lesion": row.name, "status": str(row.status)}
        changed = changes(row)
        for name, attribute in COLUMNS:
            one = changed[name]
            for date, figures in (("current", row.current), ("prior", row.prior)):
                value = None if figures is None else finite(getattr(figures, attribute))
                values[f"{name}_{date}"] = value
            values[f"{name}_change"] = None if one is None else finite(one.difference)
            values[f"{name}_change_percent"] = None if one is None else finite(one.percent)
        values["proposed_on"] = row.proposed
        values["remarks"] = " ".join(row.sentences)
        rows.append(values)
    return rows
