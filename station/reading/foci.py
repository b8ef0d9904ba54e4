"""Foci that readers mark: found again in the other arm, and compared with the truth.

Marks of one image and those of the other arm, or the known lesions, are matched one to one within a
distance in mm: as many pairs as possible, and of those the closest. Where the truth is known, the
figure of merit is that of D. P. Chakraborty's weighted free-response method (D. P. Chakraborty and
X. Zhai, Med. Phys. 43 (2016) 2548): the chance that a lesion is marked with more confidence than
the most confident false mark of a case without lesions, ties and two unmarked counting half, the
lesions of a case sharing its weight. Its readers and cases are samples, as everywhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist, inf
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import optimize as untyped_optimize

from station.errors import StationError
from station.pet.words import count_of
from station.reading.agreement import Estimate
from station.reading.bootstrap import Bootstrap
from station.reading.multi_reader import MultiReader, jackknife_covariances, of_effects
from station.reading.protocol import MATCH_MM, Arm

optimize: Any = untyped_optimize

Floats = NDArray[np.float64]
Point = tuple[float, float, float]

SIZES_MM = (0.0, 10.0, 20.0, inf)
"""Limits of the groups of lesions, by diameter"""
TOO_FAR = 1e9
EVERY_CASE_ILL = (
    "Every case has a lesion: the figure of merit compares with the most confident false mark of "
    "any case (wAFROC1)."
)
UNMARKED = 0.0
"""Confidence of what was not marked; marks have 1 to 5"""


@dataclass(frozen=True)
class MarkRow:
    """One focus, or a reading in which none was marked."""

    reader: str
    case: str
    arm: Arm
    criterion: str
    position_mm: Point | None
    """None: the image was read and nothing was marked"""
    confidence: int = 0
    site: str = ""
    repeat: int = 0


@dataclass(frozen=True)
class LesionRow:
    """One lesion that is known to be there, or a case known to have none."""

    case: str
    lesion: str
    position_mm: Point | None
    """None: the case has no lesion"""
    diameter_mm: float | None = None


@dataclass(frozen=True)
class Concordance:
    """Foci of one reader, or of all, by the arms in which they were marked."""

    both: int
    only_conventional: int
    only_dl: int

    @property
    def share(self) -> float | None:
        """Of all foci, those marked in both arms."""
        total = self.both + self.only_conventional + self.only_dl
        return self.both / total if total else None


@dataclass(frozen=True)
class Detection:
    """Of one arm, over all readers."""

    sensitivity: Mapping[str, tuple[int, int]]
    """By size of the lesions and "all": marked, and those there were to mark"""
    false_marks: int
    readings: int

    @property
    def false_marks_a_case(self) -> float | None:
        return self.false_marks / self.readings if self.readings else None


@dataclass(frozen=True)
class FociResult:
    concordance: Mapping[str, Concordance]
    """By group: "all", each reader, "site …" and, of true lesions, each size"""
    match_mm: float
    """How far apart two marks of one focus may be"""
    cases: int
    """Read in both arms by at least one reader"""
    marks: tuple[int, int]
    """In the conventional and the DL images"""
    detection: Mapping[Arm, Detection] | None
    """None: the truth is not known"""
    merit: Mapping[Arm, float] | None
    """wAFROC figure of merit, mean over readers"""
    merit_difference: MultiReader | None
    """DL − conventional"""
    share: Estimate
    """Of foci marked in both arms, bootstrap over cases"""
    notes: tuple[str, ...]


ALL = "all"


def matched(
    first: Sequence[Point], second: Sequence[Point], reach_mm: Sequence[float]
) -> list[tuple[int, int]]:
    """Pairs of places (first, second), one to one, no farther apart than `reach_mm` of the second:
    as many as possible, and of those with the smallest sum of distances."""
    if not first or not second:
        return []
    distances = np.array([[dist(one, other) for other in second] for one in first])
    cost = np.where(distances <= np.asarray(reach_mm)[None], distances, TOO_FAR)
    rows, columns = optimize.linear_sum_assignment(cost)
    return [
        (int(row), int(column))
        for row, column in zip(rows, columns, strict=True)
        if cost[row, column] < TOO_FAR
    ]


def compare_foci(
    rows: Iterable[MarkRow],
    bootstrap: Bootstrap,
    lesions: Iterable[LesionRow] = (),
    match_mm: float = MATCH_MM,
) -> FociResult:
    """Of one criterion. A reading counts where its reader read both arms of the case.

    Raises StationError where a lesion is given twice, or a case with lesions is said to have none.
    """
    read: dict[tuple[str, str], dict[Arm, list[MarkRow]]] = defaultdict(dict)
    for row in rows:
        if row.repeat == 0:
            marks = read[row.case, row.reader].setdefault(row.arm, [])
            if row.position_mm is not None:
                marks.append(row)
    whole = {key: arms for key, arms in sorted(read.items()) if len(arms) == len(Arm)}
    notes: list[str] = []
    if halves := len(read) - len(whole):
        notes.append(
            f"{count_of(halves, 'reading')} {'has' if halves == 1 else 'have'} one arm only and "
            f"{'was' if halves == 1 else 'were'} left out."
        )
    truth = _truth(lesions)
    known = {key: arms for key, arms in whole.items() if key[0] in truth}
    if truth and (unknown := len({case for case, _ in whole}) - len({case for case, _ in known})):
        notes.append(
            f"The truth of {count_of(unknown, 'case')} is not known; sensitivity and figure of "
            "merit are of the others."
        )
    concordance, shares = _concordance(whole, truth, match_mm)
    totals = [sum(len(arms[arm]) for arms in whole.values()) for arm in Arm]
    share = _share(shares, bootstrap)
    cases = len({case for case, _ in whole})
    counts = totals[0], totals[1]
    if not known:
        return FociResult(
            concordance, match_mm, cases, counts, None, None, None, share, tuple(notes)
        )
    judged = {
        (case, reader, arm): _judged(arms[arm], truth[case], match_mm)
        for (case, reader), arms in known.items()
        for arm in Arm
    }
    detection = {arm: _detection(judged, truth, arm) for arm in Arm}
    merits, difference, more = _merits(judged, truth)
    return FociResult(
        concordance, match_mm, cases, counts, detection, merits, difference, share, (*notes, *more)
    )


# --- the arms -------------------------------------------------------------------------------------


def _concordance(
    whole: Mapping[tuple[str, str], Mapping[Arm, Sequence[MarkRow]]],
    truth: "_Truth",
    match_mm: float,
) -> tuple[dict[str, Concordance], dict[str, tuple[int, int]]]:
    """By group; and of each case, foci in both arms and all."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    of_case: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def count(groups: Iterable[str], place: int) -> None:
        for group in groups:
            counts[group][place] += 1

    for (case, reader), arms in whole.items():
        before, after = (arms[arm] for arm in Arm)
        pairs = matched(_places(before), _places(after), [match_mm] * len(after))
        in_pairs = {one for one, _ in pairs}, {other for _, other in pairs}
        foci = [(before[one], 0) for one, _ in pairs]
        foci += [(mark, 1) for n, mark in enumerate(before) if n not in in_pairs[0]]
        foci += [(mark, 2) for n, mark in enumerate(after) if n not in in_pairs[1]]
        for mark, place in foci:
            groups = [ALL, f"reader {reader}"]
            if mark.site:
                groups.append(f"site {mark.site}")
            count(groups, place)
            of_case[case][1] += 1
            of_case[case][0] += place == 0
        for lesion in truth.get(case, ()):
            hit = [
                bool(matched(_places(marks), [lesion.place], [lesion.reach(match_mm)]))
                for marks in (before, after)
            ]
            if any(hit):
                count([lesion.group], 0 if all(hit) else 1 if hit[0] else 2)
    order = sorted(counts, key=lambda group: (group != ALL, group not in GROUPS, group))
    return (
        {group: Concordance(*counts[group]) for group in order},
        {case: (both, total) for case, (both, total) in of_case.items()},
    )


def _share(of_case: Mapping[str, tuple[int, int]], bootstrap: Bootstrap) -> Estimate:
    """The share of foci marked in both arms, with the bootstrap over cases."""
    total = sum(all_ for _, all_ in of_case.values())
    if not total:
        return Estimate(None, note="No focus was marked.")
    sums = np.zeros((len(bootstrap.cases), 2))
    for case, counts in of_case.items():
        sums[bootstrap.row_of[case]] = counts
    drawn = bootstrap.totals(sums)
    with np.errstate(divide="ignore", invalid="ignore"):
        replicates = drawn[:, 0] / drawn[:, 1]
    ci, note = bootstrap.interval(replicates, len(of_case))
    both = sum(both for both, _ in of_case.values())
    return Estimate(both / total, ci, n=total, note=note)


# --- the truth ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Lesion:
    place: Point
    diameter_mm: float | None

    @property
    def group(self) -> str:
        return size_of(self.diameter_mm)

    def reach(self, match_mm: float) -> float:
        """A mark anywhere in a large lesion is on it."""
        return max(match_mm, (self.diameter_mm or 0.0) / 2)


_Truth = Mapping[str, Sequence[_Lesion]]


def size_of(diameter_mm: float | None) -> str:
    """The group of a lesion by its size."""
    if diameter_mm is None:
        return GROUPS[-1]
    return next(
        name for name, high in zip(GROUPS, SIZES_MM[1:], strict=False) if diameter_mm < high
    )


GROUPS = (
    *(
        f"lesions of {low:g} mm or more" if high == inf else f"lesions of {low:g} to {high:g} mm"
        for low, high in pairwise(SIZES_MM)
    ),
    "lesions of unknown size",
)


def _truth(rows: Iterable[LesionRow]) -> dict[str, list[_Lesion]]:
    truth: dict[str, list[_Lesion]] = {}
    names: set[tuple[str, str]] = set()
    healthy: set[str] = set()
    for row in rows:
        own = truth.setdefault(row.case, [])
        if row.position_mm is None:
            healthy.add(row.case)
            continue
        if (row.case, row.lesion) in names:
            raise StationError(
                f'Lesion "{row.lesion}" of case {row.case} is there twice. Keep one.'
            )
        names.add((row.case, row.lesion))
        own.append(_Lesion(row.position_mm, row.diameter_mm))
    for case in healthy:
        if truth[case]:
            raise StationError(
                f"Case {case} has lesions, and a line that says it has none. Keep one of them."
            )
    return truth


@dataclass(frozen=True)
class _Judged:
    """One reading of one image of known truth."""

    lesions: tuple[float, ...]
    """Confidence of each, UNMARKED where it was not marked"""
    false_marks: tuple[float, ...]


_Key = tuple[str, str, Arm]


def _judged(marks: Sequence[MarkRow], truth: Sequence[_Lesion], match_mm: float) -> _Judged:
    reach = [lesion.reach(match_mm) for lesion in truth]
    pairs = matched(_places(marks), [lesion.place for lesion in truth], reach)
    of_lesion = {lesion: float(marks[mark].confidence) for mark, lesion in pairs}
    # A second mark within reach of a lesion is neither a hit nor a false mark.
    near = {
        n
        for n, place in enumerate(_places(marks))
        if any(dist(place, lesion.place) <= far for lesion, far in zip(truth, reach, strict=True))
    }
    hits = {mark for mark, _ in pairs}
    return _Judged(
        tuple(of_lesion.get(n, UNMARKED) for n in range(len(truth))),
        tuple(float(mark.confidence) for n, mark in enumerate(marks) if n not in hits | near),
    )


def _detection(judged: Mapping[_Key, _Judged], truth: _Truth, arm: Arm) -> Detection:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    own = {key: reading for key, reading in judged.items() if key[2] is arm}
    for (case, *_), reading in own.items():
        for lesion, confidence in zip(truth[case], reading.lesions, strict=True):
            for group in (ALL, lesion.group):
                counts[group][1] += 1
                counts[group][0] += confidence > UNMARKED
    order = [group for group in (ALL, *GROUPS) if group in counts]
    return Detection(
        {group: (counts[group][0], counts[group][1]) for group in order},
        sum(len(reading.false_marks) for reading in own.values()),
        len(own),
    )


def _merits(
    judged: Mapping[_Key, _Judged], truth: _Truth
) -> tuple[dict[Arm, float] | None, MultiReader | None, tuple[str, ...]]:
    """Figure of merit of each arm, mean over readers, their difference, and what to know."""
    cases = sorted({case for case, *_ in judged})
    ill = [case for case in cases if truth[case]]
    healthy = [case for case in cases if not truth[case]]
    if not ill:
        return None, None, ("No case has a lesion, so there is no figure of merit.",)
    notes: tuple[str, ...] = ()
    if not healthy:
        notes = (EVERY_CASE_ILL,)
    against = healthy or cases
    readers = sorted({reader for _, reader, _ in judged})
    read = {reader: {case for case, who, _ in judged if who == reader} for reader in readers}
    values: dict[Arm, list[float]] = {arm: [] for arm in Arm}
    kept: list[str] = []
    without: list[Floats] = []
    for reader in readers:
        own_ill = [case for case in ill if case in read[reader]]
        own_against = [case for case in against if case in read[reader]]
        if not own_ill or not own_against:
            notes += (f"{reader} read no case of one kind and is not in the figure of merit.",)
            continue
        kept.append(reader)
        tables = {arm: _wins(judged, reader, arm, own_ill, own_against) for arm in Arm}
        for arm in Arm:
            values[arm].append(float(tables[arm].mean()))
        difference = tables[Arm.DENOISED] - tables[Arm.CONVENTIONAL]
        without.append(_left_out(difference, own_ill, own_against, cases))
    if not kept:
        return None, None, notes
    effects = np.array(values[Arm.DENOISED]) - np.array(values[Arm.CONVENTIONAL])
    covariances = np.zeros((len(kept), len(kept)))
    if len(cases) > 1:
        covariances = jackknife_covariances(np.array(without))
    counts = [len(read[reader]) for reader in kept]
    merits = {arm: float(np.mean(values[arm])) for arm in Arm}
    return merits, of_effects(kept, effects, covariances, counts, len(cases)), notes


def _wins(
    judged: Mapping[_Key, _Judged], reader: str, arm: Arm, ill: Sequence[str], other: Sequence[str]
) -> Floats:
    """How often the lesions of a case are rated above the highest false mark of another, with equal
    weights of its lesions, (cases with lesions, cases compared with)."""
    highest = np.array(
        [max(judged[case, reader, arm].false_marks, default=UNMARKED) for case in other]
    )
    rows: list[Floats] = []
    for case in ill:
        lesions = np.array(judged[case, reader, arm].lesions)[:, None]
        rows.append(((lesions > highest) + 0.5 * (lesions == highest)).mean(axis=0))
    return np.array(rows)


def _left_out(
    table: Floats, ill: Sequence[str], other: Sequence[str], cases: Sequence[str]
) -> Floats:
    """The mean of the table without each of the cases, (cases,)."""
    places = {case: row for row, case in enumerate(ill)}, {c: n for n, c in enumerate(other)}
    values: list[float] = []
    for case in cases:
        left = table
        if case in places[0]:
            left = np.delete(left, places[0][case], axis=0)
        if case in places[1]:
            left = np.delete(left, places[1][case], axis=1)
        # The only case of its kind cannot be left out.
        values.append(float(left.mean()) if left.size else float(table.mean()))
    return np.array(values)


def _places(marks: Sequence[MarkRow]) -> list[Point]:
    return [mark.position_mm for mark in marks if mark.position_mm is not None]
