"""Lesions over time: which of one date is which of the other, and what changed.

Lesions are matched one to one by the distance between them after the alignment. A lesion carries
over to the other date as a *proposal*, which a person confirms: never as a fact.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import isfinite
from typing import Any

import numpy as np
from scipy import optimize as untyped_optimize

from station.pet.alignment import Alignment, Verdict, moved_mask, moved_point
from station.pet.sites import PlacedVoi
from station.pet.timepoint import Timepoint
from station.pet.voi import (
    SUVPEAK_VOLUME_ML,
    Isocontour,
    Mask,
    Measurement,
    PeakRule,
    Point,
    Sphere,
    ThresholdRule,
    Voi,
    centre_of,
    inside,
    measure,
    percist_liver_threshold,
    snap_to_hottest,
    sphere_radius_mm,
)
from station.pet.volume import FloatArray, Volume

optimize: Any = untyped_optimize  # its own types are incomplete

SNAP_MM = 12.0
"""A carried lesion's maximum is sought this far around its registered place"""
MATCH_MM = 25.0
"""Two lesions whose edges are further apart than this are not one: a rigid motion leaves 5 to 15 mm
where the neck turns, the spine bends or the lungs breathe"""
STILL_THERE = 0.6
"""A lesion whose place on the other date has this share of its maximum was there too, only below
that date's threshold"""
EDGE_SHARE = 0.8
"""A maximum this far out in its reach is not a peak but the flank of something else"""


class Status(StrEnum):
    """What became of a lesion."""

    FOLLOWED = "followed"
    NEW = "new"
    VANISHED = "vanished"
    NOT_IN_VIEW = "not in view on the other date"
    UNMATCHED = "not matched"
    """Lesions of two dates could not be compared"""
    CARRIED = "carried over"
    """Nobody looked for lesions on the other date: it says nothing about new or vanished ones"""


# --- Matching -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Spot:
    """Where a lesion is, and how large."""

    centre_mm: Point
    radius_mm: float
    """Of the sphere of its volume"""


def spot_of(voi: Voi, measurement: Measurement) -> Spot | None:
    """A lesion as it is matched; None where it holds nothing."""
    centre = measurement.hottest_mm if isinstance(voi, Isocontour) else centre_of(voi)
    if centre is None or not measurement.volume_ml > 0:
        return None
    return Spot(centre, sphere_radius_mm(measurement.volume_ml))


@dataclass(frozen=True)
class Matching:
    """Indices into the lesions of both dates."""

    pairs: tuple[tuple[int, int, float], ...]
    """(current, prior, mm between their edges after the alignment)"""
    new: tuple[int, ...]
    """Of the current date, without a partner"""
    vanished: tuple[int, ...]
    """Of the prior date, without a partner"""


def match_lesions(
    current: Sequence[Spot],
    prior: Sequence[Spot],
    alignment: Alignment,
    reach_mm: float = MATCH_MM,
) -> Matching:
    """The pairing of two dates' lesions with the smallest sum of distances, one to one.

    Only lesions whose edges are within `reach_mm` of each other can be a pair. A pair is always
    preferred to two lesions without a partner.
    """
    there = alignment.to_prior(np.array([spot.centre_mm for spot in current]).reshape(-1, 3))
    places = np.array([spot.centre_mm for spot in prior]).reshape(-1, 3)
    centres = np.linalg.norm(there[:, None] - places[None], axis=2)
    larger = np.maximum(
        np.array([spot.radius_mm for spot in current])[:, None],
        np.array([spot.radius_mm for spot in prior])[None],
    )
    gaps = np.maximum(centres - larger, 0.0)
    possible = gaps <= reach_mm
    # Centres decide between lesions that overlap; what is out of reach costs more than any pair.
    beyond = 1e3 * (reach_mm + float(larger.max(initial=0.0)))
    rows, columns = optimize.linear_sum_assignment(np.where(possible, centres, beyond))
    pairs = [
        (int(row), int(column), float(gaps[row, column]))
        for row, column in zip(rows, columns, strict=True)
        if possible[row, column]
    ]
    of_current, of_prior = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return Matching(
        tuple(pairs),
        tuple(n for n in range(len(current)) if n not in of_current),
        tuple(n for n in range(len(prior)) if n not in of_prior),
    )


# --- Carrying over ------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Carried:
    """A lesion of one date as it is proposed on the other."""

    voi: PlacedVoi
    """The same id and name, on the other date"""
    place_mm: Point | None
    """Where the motion puts it, before its maximum was sought; None: an empty mask"""
    in_view: bool
    """Whether that place is in the other image"""
    sentences: tuple[str, ...]
    """What was done, and what makes it doubtful"""


def carried(
    voi: PlacedVoi,
    to: Volume,
    motion: Alignment,
    liver: Measurement | None = None,
    reach_mm: float = SNAP_MM,
) -> Carried:
    """A lesion on another date: at its registered place, then re-grown by its own rule.

    `motion` maps the lesion's date to the date of `to` (an Alignment, or its `reversed`). A sphere
    and an isocontour go to the hottest voxel within `reach_mm`, if there is a peak; the isocontour
    is grown again by its threshold. A mask has no rule: its outline is moved as a whole. `liver` is
    measured in `to`, for the PERCIST threshold.
    """
    matrix = motion.matrix
    centre = centre_of(voi.shape)
    if centre is None:
        return Carried(voi, None, False, ("The mask is empty: there is nothing to carry over.",))
    place = moved_point(matrix, centre)
    doubts: list[str] = []
    if motion.verdict is not Verdict.GOOD:
        doubts.append(f"Check the place: {motion.sentence}")
    if to.geometry.voxel_at(place) is None:
        outside = "Its place is outside the other date's image."
        return Carried(replace(voi, shape=_moved(matrix, voi.shape)), place, False, (outside,))
    shape = voi.shape
    if isinstance(shape, Mask):
        sentence = (
            "An outline of another date: moved as a whole, not drawn on this image. Grow it again "
            "before its volume is compared."
        )
        moved = moved_mask(matrix, shape, sentence)
        return Carried(replace(voi, shape=moved), place, True, (sentence, *doubts))
    if isinstance(shape, Sphere):
        there, sentences = _snapped(to, Sphere(place, shape.volume_ml), reach_mm)
        return Carried(replace(voi, shape=there), place, True, (*sentences, *doubts))
    grown, sentences = _regrown(to, matrix, shape, liver, reach_mm)
    return Carried(replace(voi, shape=grown), place, True, (*sentences, *doubts))


def _moved(matrix: FloatArray, shape: Voi) -> Voi:
    match shape:
        case Sphere():
            return replace(shape, centre_mm=moved_point(matrix, shape.centre_mm))
        case Mask():
            return moved_mask(matrix, shape)
        case Isocontour():
            seed = None if shape.seed_mm is None else moved_point(matrix, shape.seed_mm)
            within = replace(shape.within, centre_mm=moved_point(matrix, shape.within.centre_mm))
            return replace(shape, within=within, seed_mm=seed)


def _snapped(volume: Volume, sphere: Sphere, reach_mm: float) -> tuple[Sphere, tuple[str, ...]]:
    """The sphere on the peak within reach of its place; where there is none, it stays."""
    volume_ml = 4 / 3 * np.pi * reach_mm**3 / 1000
    there = snap_to_hottest(volume, Sphere(sphere.centre_mm, float(volume_ml))).centre_mm
    away = float(np.linalg.norm(np.subtract(there, sphere.centre_mm)))
    if away > EDGE_SHARE * reach_mm:
        none = f"No peak within {reach_mm:.0f} mm of the registered place, so it stays there."
        return sphere, (none,)
    moved = f"Moved {away:.0f} mm from the registered place to the hottest voxel."
    return replace(sphere, centre_mm=there), (moved,)


def _regrown(
    volume: Volume,
    matrix: FloatArray,
    contour: Isocontour,
    liver: Measurement | None,
    reach_mm: float,
) -> tuple[Isocontour, tuple[str, ...]]:
    start = contour.seed_mm or contour.within.centre_mm
    place = moved_point(matrix, start)
    seed, sentences = _snapped(volume, Sphere(place, contour.within.volume_ml), reach_mm)
    threshold = contour.threshold
    if threshold.rule is ThresholdRule.PERCIST_LIVER:
        if liver is None or liver.unit is not volume.unit:
            sentences = (*sentences, "The liver threshold is that of the other date.")
        else:
            threshold = replace(threshold, value=percist_liver_threshold(liver), unit=volume.unit)
    sphere = replace(contour.within, centre_mm=seed.centre_mm)
    regrown = Isocontour(sphere, threshold, seed.centre_mm)
    if not inside(regrown, volume).inside.any():
        sentences = (*sentences, "Nothing there reaches its threshold.")
    else:
        sentences = (*sentences, "Grown again by its own rule.")
    return regrown, sentences


# --- The table of lesions × dates ---------------------------------------------------------------


@dataclass(frozen=True)
class Figures:
    """One lesion on one date, in the image's unit."""

    maximum: float
    peak: float
    mean: float
    volume_ml: float
    """MTV where the VOI is a contour or a mask"""
    tlg: float
    sul_peak: float | None
    """SUL (James); None: body size unknown"""
    warnings: tuple[str, ...] = ()


def figures_of(timepoint: Timepoint, measurement: Measurement) -> Figures:
    return Figures(
        measurement.maximum,
        measurement.peak,
        measurement.mean,
        measurement.volume_ml,
        measurement.tlg,
        timepoint.sul(measurement.peak),
        measurement.warnings,
    )


@dataclass(frozen=True)
class Change:
    """From the prior to the current date."""

    difference: float
    percent: float | None
    """None where the prior value is 0"""


def change(current: float | None, prior: float | None) -> Change | None:
    """None where either is unknown."""
    if current is None or prior is None or not (isfinite(current) and isfinite(prior)):
        return None
    difference = current - prior
    return Change(difference, 100 * difference / prior if prior else None)


@dataclass(frozen=True, eq=False)
class Row:
    """One lesion on both dates."""

    name: str
    status: Status
    current_voi: PlacedVoi | None
    prior_voi: PlacedVoi | None
    current: Figures | None
    """None: there is nothing to measure on that date"""
    prior: Figures | None
    distance_mm: float | None = None
    """Between the edges of both after the alignment"""
    proposed: str = ""
    """"current" or "prior": the date whose VOI was carried over, not placed"""
    sentences: tuple[str, ...] = ()


def follow(
    current: Timepoint,
    prior: Timepoint,
    lesions_now: Sequence[PlacedVoi],
    lesions_before: Sequence[PlacedVoi],
    alignment: Alignment,
    peak: PeakRule = PeakRule.GLOBAL,
    *,
    searched_now: bool = True,
    searched_before: bool = True,
    by_threshold: bool = False,
) -> tuple[Row, ...]:
    """The table of all lesions: matched ones first, then new, then vanished ones.

    What has no partner is measured on the other date where it is carried over to, so that "new" and
    "vanished" have their numbers. With a failed alignment nothing is matched and nothing carried.
    `searched_now`, `searched_before`: whether all lesions of that date are given; if not, those of
    the other date are carried over and not called new or vanished. `by_threshold`: the lesions are
    what is above a threshold of each date, so one that is just below it is followed all the same.
    """
    now = [(voi, measure(current.image.volume, voi.shape, peak)) for voi in lesions_now]
    before = [(voi, measure(prior.image.volume, voi.shape, peak)) for voi in lesions_before]
    spots_now = [(n, spot_of(voi.shape, found)) for n, (voi, found) in enumerate(now)]
    spots_before = [(n, spot_of(voi.shape, found)) for n, (voi, found) in enumerate(before)]
    seen_now = [(n, spot) for n, spot in spots_now if spot is not None]
    seen_before = [(n, spot) for n, spot in spots_before if spot is not None]
    matching = (
        Matching((), tuple(range(len(seen_now))), tuple(range(len(seen_before))))
        if alignment.verdict is Verdict.FAILED
        else match_lesions(
            [spot for _, spot in seen_now], [spot for _, spot in seen_before], alignment
        )
    )
    rows: list[Row] = []
    for n, m, gap in sorted(matching.pairs):
        voi, found = now[seen_now[n][0]]
        old, old_found = before[seen_before[m][0]]
        rows.append(
            Row(
                voi.name,
                Status.FOLLOWED,
                voi,
                old,
                figures_of(current, found),
                figures_of(prior, old_found),
                gap,
            )
        )
    for n in matching.new:
        voi, found = now[seen_now[n][0]]
        status = Status.NEW if searched_before else Status.CARRIED
        alone = _alone(voi, figures_of(current, found), status, prior, alignment, peak)
        rows.append(_still_there(alone) if by_threshold else alone)
    for m in matching.vanished:
        voi, found = before[seen_before[m][0]]
        status = Status.VANISHED if searched_now else Status.CARRIED
        alone = _alone(voi, figures_of(prior, found), status, current, alignment.reversed, peak)
        alone = _still_there(alone) if by_threshold else alone
        rows.append(
            replace(
                alone,
                current_voi=alone.prior_voi,
                prior_voi=alone.current_voi,
                current=alone.prior,
                prior=alone.current,
            )
        )
    for n, spot in spots_now:
        if spot is None:
            rows.append(_empty(now[n][0], now[n][1].warnings, is_now=True))
    for n, spot in spots_before:
        if spot is None:
            rows.append(_empty(before[n][0], before[n][1].warnings, is_now=False))
    return tuple(rows)


def _still_there(row: Row) -> Row:
    """Followed, where a lesion of one date is only below the threshold on the other."""
    here, elsewhere = row.current, row.prior
    if row.status not in (Status.NEW, Status.VANISHED) or here is None or elsewhere is None:
        return row
    if not elsewhere.maximum >= STILL_THERE * here.maximum:
        return row
    below = (
        f"Not found on the {row.proposed} date, where its place has a maximum of "
        f"{elsewhere.maximum:.2f}: taken for the same lesion, below that date's threshold."
    )
    return replace(row, status=Status.FOLLOWED, sentences=(*row.sentences, below))


def _empty(voi: PlacedVoi, warnings: tuple[str, ...], *, is_now: bool) -> Row:
    """A lesion that holds nothing in its own image."""
    vois = (voi, None) if is_now else (None, voi)
    return Row(voi.name, Status.UNMATCHED, *vois, None, None, sentences=warnings)


def _alone(
    voi: PlacedVoi,
    figures: Figures,
    status: Status,
    other: Timepoint,
    motion: Alignment,
    peak: PeakRule,
) -> Row:
    """A lesion without a partner as if it were of the current date and `other` the prior one, with
    what is measured where it would be there."""
    if motion.verdict is Verdict.FAILED:
        unaligned = "The images are not aligned, so it was not sought on the other date."
        apart = Status.UNMATCHED
        return Row(voi.name, apart, voi, None, figures, None, sentences=(unaligned,))
    proposal = carried(voi, other.image.volume, motion, other.liver)
    if not proposal.in_view:
        outside = Status.NOT_IN_VIEW
        return Row(voi.name, outside, voi, None, figures, None, sentences=proposal.sentences)
    there, sentences = proposal.voi, proposal.sentences
    found = measure(other.image.volume, there.shape, peak)
    if isinstance(there.shape, Isocontour) and not found.voxels:
        # What does not reach the threshold still has an uptake: that of its place.
        there = replace(there, shape=Sphere(there.shape.within.centre_mm, SUVPEAK_VOLUME_ML))
        found = measure(other.image.volume, there.shape, peak)
        sentences = (*sentences, f"Measured in {SUVPEAK_VOLUME_ML:g} mL at its place.")
    elsewhere = figures_of(other, found)
    return Row(voi.name, status, voi, there, figures, elsewhere, None, other.name, sentences)
