"""The results of a reader study: the arms compared, agreement, SUVs in tissues and lesions.

From plain rows, either of a locked study or from files. A hidden repeat counts only for
intra-reader agreement. After J. Tsuchiya et al., EJNMMI Phys. 2021, "Statistical analysis", plus
what is appropriate for ordinal scores of the same patients.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.words import count_of
from station.reading.agreement import (
    FULL,
    NO_ITEMS_OF_BOTH,
    Estimate,
    Ratings,
    Weights,
    agreement_share,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
)
from station.reading.bootstrap import RESAMPLES, SEED, Bootstrap, draw_cases
from station.reading.comparison import Comparison, compare, holm, with_holm
from station.reading.foci import FociResult, LesionRow, MarkRow, compare_foci
from station.reading.margins import MarginResult, against_margin
from station.reading.multi_reader import MultiReader, of_scores
from station.reading.ordinal import OrdinalModel, fit, observations
from station.reading.protocol import (
    ARM_NAMES,
    LOWEST_SCORE,
    MATCH_MM,
    SCORES,
    Answers,
    Arm,
    ArmNames,
)
from station.reading.reliability import intraclass, krippendorff
from station.reading.vgc import Vgc, vgc

REGROUPED: Mapping[int, int] = MappingProxyType({1: 1, 2: 1, 3: 2, 4: 3, 5: 3})
"""Five points to three, for the agreement of readers: 1 + 2 → 1, 3 → 2, 4 + 5 → 3"""
OVERALL = "overall"
"""Agreement over the items of every criterion"""
NO_MARGINS: Mapping[str, float] = MappingProxyType({})
NO_TITLES: Mapping[str, str] = MappingProxyType({})
BACKGROUND = "aortic arch"
"""The denominator of ratios, for each statistic the same one"""
SAME_AGAIN = (
    "Both readings of every item are the same, so an interval has no width; this describes the "
    "sample, not the precision of the figure."
)
NONE_AGAIN = "No item has both a first and a repeated score."


class VoiKind(StrEnum):
    REFERENCE = "reference"
    LESION = "lesion"


class Suv(StrEnum):
    MAX = "suv_max"
    PEAK = "suv_peak"
    MEAN = "suv_mean"


@dataclass(frozen=True)
class ScoreRow:
    """One score."""

    reader: str
    case: str
    arm: Arm
    criterion: str
    score: int
    repeat: int = 0
    """0: the reading that counts; 1, 2, …: the same image shown again, unannounced"""
    first: int | None = None
    """What was confirmed first, where it was another score; `score`, which counts, is the last"""
    last: int | None = None
    """What it was revised to last, where `score`, which counts, is the first"""

    @property
    def change(self) -> int:
        """Last − first."""
        first = self.score if self.first is None else self.first
        return (self.score if self.last is None else self.last) - first


@dataclass(frozen=True)
class VoiRow:
    """One VOI in one arm; None: no such figure."""

    case: str
    arm: Arm
    site: str
    kind: VoiKind
    suv_max: float | None
    suv_peak: float | None
    suv_mean: float | None

    def suv(self, which: Suv) -> float | None:
        return {Suv.MAX: self.suv_max, Suv.PEAK: self.suv_peak, Suv.MEAN: self.suv_mean}[which]


@dataclass(frozen=True)
class Artifacts:
    """What readers noted in addition to their scores."""

    readings: int
    """Readings in which they were asked about"""
    noted: tuple[tuple[str, str, Arm, str], ...]
    """Reader, case, arm, and the reader's words"""


@dataclass(frozen=True)
class Revised:
    """What revisions changed in the scores that count."""

    counts: Mapping[Arm, int]
    changes: Mapping[Arm, float | None]
    """Mean of last − first, of the scores that were revised"""
    readers: MultiReader
    """The effect with the scores that do not count"""
    counted: Answers
    """Which do"""


@dataclass(frozen=True)
class CriterionResult:
    readers: MultiReader
    """The effect over readers and cases, both a sample"""
    ordinal: OrdinalModel
    vgc: Vgc
    by_case: Comparison
    """A pair is a case, with the means over those readers as values who scored both arms"""
    all_readings: Comparison | None
    """Like `by_case`, each mean over all who scored that arm; None: these are the same"""
    pooled: Comparison
    """A pair is a reading: one reader's scores of one case"""
    with_consensus: Comparison | None
    """Like `by_case`, with the consensus score where there is one; None: no consensus"""
    notes: tuple[str, ...]
    margin: MarginResult | None = None
    """None: the protocol states no margin"""
    revised: Revised | None = None
    """None: no score was revised"""


@dataclass(frozen=True)
class Agreement:
    """Agreement of all readers, over the items of one criterion or of all."""

    readers: tuple[str, ...]
    items: int
    """Case × arm (and criterion) that every reader scored"""
    left_out: int
    """Items not scored by every reader"""
    exact: float | None
    """Fraction of pairs of readers with the same score"""
    exact_regrouped: float | None
    fleiss: Estimate
    """Regrouped scores"""
    ac1: Estimate
    """Regrouped scores"""
    ac1_raw: Estimate
    """All five points"""
    icc_single: Estimate
    """ICC(2,1), all five points"""
    icc_average: Estimate
    """ICC(2,k)"""
    alpha: Estimate
    """Krippendorff's, ordinal; of items that any two readers scored"""
    cohen: Mapping[tuple[str, str], Estimate]
    """For each pair of readers, all five points"""
    quadratic: Mapping[tuple[str, str], Estimate]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class IntraReader:
    """Intra-reader agreement: first and second reading of the same images."""

    items: int
    exact: float | None
    cohen: Estimate
    quadratic: Estimate
    ac1: Estimate
    notes: tuple[str, ...]


@dataclass(frozen=True)
class VoiResult:
    reference: Mapping[str, Mapping[Suv, Comparison]]
    """By site"""
    lesions: Mapping[Suv, Comparison]
    ratios: Mapping[Suv, Comparison]
    """Lesion to aortic arch, in the same image"""
    reference_ratios: Mapping[str, Mapping[Suv, Comparison]]
    """Tissue to aortic arch"""
    notes: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Analysis:
    criteria: Mapping[str, CriterionResult]
    agreement: Mapping[str, Agreement]
    """By criterion, and OVERALL"""
    intra_reader: Mapping[str, Mapping[str, IntraReader]]
    """By reader, then like `agreement`; empty if nothing was shown twice"""
    voi: VoiResult | None
    bootstrap: Bootstrap
    scores: tuple[ScoreRow, ...]
    consensus: tuple[ScoreRow, ...]
    vois: tuple[VoiRow, ...]
    notes: tuple[str, ...]
    arms: ArmNames = ARM_NAMES
    foci: Mapping[str, FociResult] = field(default_factory=dict[str, FociResult])
    """By criterion; empty where nobody marked foci"""
    marks: tuple[MarkRow, ...] = ()
    lesions: tuple[LesionRow, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    """What tables call a criterion, where the protocol says so"""


def analyse(
    scores: Iterable[ScoreRow],
    vois: Iterable[VoiRow] = (),
    resamples: int = RESAMPLES,
    seed: int = SEED,
    consensus: Iterable[ScoreRow] = (),
    arms: ArmNames = ARM_NAMES,
    margins: Mapping[str, float] = NO_MARGINS,
    marks: Iterable[MarkRow] = (),
    lesions: Iterable[LesionRow] = (),
    match_mm: Mapping[str, float] = NO_MARGINS,
) -> Analysis:
    """All tables of a reader study.

    `consensus` are the scores agreed on afterwards where readers differed strongly; they do not
    replace any reader's own, but give an additional comparison. `arms` are their names in tables
    and figures; `margins` are those of non-inferiority, in points, by criterion.
    `marks` are foci, `lesions` those known to be there, and `match_mm` how far a mark may be from
    its like, by criterion. Raises
    StationError if there is nothing to analyse or an answer is given twice.
    """
    score_rows, voi_rows, agreed = tuple(scores), tuple(vois), tuple(consensus)
    marked, known = tuple(marks), tuple(lesions)
    if not score_rows and not voi_rows and not marked:
        raise StationError(
            "There are no scores, no foci and no VOIs to analyse. Provide at least one."
        )
    _refuse_doubles(score_rows, voi_rows)
    bootstrap = draw_cases((row.case for row in (*score_rows, *voi_rows, *marked)), resamples, seed)
    first = tuple(row for row in score_rows if row.repeat == 0)
    criteria = tuple(dict.fromkeys(row.criterion for row in first))
    row_of_case = bootstrap.row_of
    results = _with_holm(
        {
            criterion: _criterion(
                [row for row in first if row.criterion == criterion],
                [row for row in agreed if row.criterion == criterion],
                bootstrap,
                row_of_case,
                margins.get(criterion),
            )
            for criterion in criteria
        }
    )
    readers = tuple(dict.fromkeys(row.reader for row in first))
    agreement: dict[str, Agreement] = {}
    if first:
        agreement[OVERALL] = _agreement(first, readers, bootstrap, row_of_case)
        for criterion in criteria:
            chosen = [row for row in first if row.criterion == criterion]
            agreement[key_of(criterion)] = _agreement(chosen, readers, bootstrap, row_of_case)
    return Analysis(
        criteria=results,
        agreement=agreement,
        intra_reader=_intra_reader(score_rows, bootstrap, row_of_case),
        voi=_vois(voi_rows, bootstrap, row_of_case) if voi_rows else None,
        bootstrap=bootstrap,
        scores=score_rows,
        consensus=agreed,
        vois=voi_rows,
        notes=_notes(first, bootstrap),
        arms=arms,
        foci={
            name: compare_foci(
                [row for row in marked if row.criterion == name],
                bootstrap,
                known,
                match_mm.get(name, MATCH_MM),
            )
            for name in dict.fromkeys(row.criterion for row in marked)
        },
        marks=marked,
        lesions=known,
    )


def counted(rows: Iterable[ScoreRow], answers: Answers) -> tuple[ScoreRow, ...]:
    """The same rows, of which the first or the last scores count."""
    return tuple(_first_counts(row) if answers is Answers.FIRST else row for row in rows)


def _first_counts(row: ScoreRow) -> ScoreRow:
    if row.first is None:
        return row
    return replace(row, score=row.first, first=None, last=row.score)


def key_of(criterion: str) -> str:
    """The key of its agreement, since OVERALL is the key of all criteria together."""
    return f"{criterion} (criterion)" if criterion == OVERALL else criterion


def _refuse_doubles(scores: Sequence[ScoreRow], vois: Sequence[VoiRow]) -> None:
    answers = Counter((row.reader, row.case, row.arm, row.criterion, row.repeat) for row in scores)
    for (reader, case, arm, criterion, _), count in answers.items():
        if count > 1:
            raise StationError(
                f'Reader {reader} scored "{criterion}" of case {case}, {arm}, {count} times. Keep '
                f"one, or number the repeats in a column named repeat."
            )
    spots = Counter((row.case, row.arm, row.site) for row in vois if row.kind is VoiKind.REFERENCE)
    for (case, arm, site), count in spots.items():
        if count > 1:
            raise StationError(
                f'Case {case}, {arm}, has {count} reference VOIs of "{site}". Keep one.'
            )


def _notes(scores: Sequence[ScoreRow], bootstrap: Bootstrap) -> tuple[str, ...]:
    notes: list[str] = []
    readers = {row.reader for row in scores}
    if len(readers) == 1:
        notes.append(
            "One reader only: there is no agreement between readers, and means over readers are "
            "the scores themselves."
        )
    if len(bootstrap.cases) == 1:
        notes.append("One case only: there is no test over cases and no bootstrap interval.")
    return tuple(notes)


# --- scores -------------------------------------------------------------------------------------

_Means = Mapping[Arm, Sequence[float]]
"""Of each arm a value a case, in one order"""


def _with_holm(results: Mapping[str, CriterionResult]) -> dict[str, CriterionResult]:
    """The same with p corrected over the criteria, separately for each kind of comparison."""
    by_case = with_holm({name: result.by_case for name, result in results.items()})
    pooled = with_holm({name: result.pooled for name, result in results.items()})
    every = with_holm(
        {
            name: result.all_readings
            for name, result in results.items()
            if result.all_readings is not None
        }
    )
    agreed = with_holm(
        {
            name: result.with_consensus
            for name, result in results.items()
            if result.with_consensus is not None
        }
    )
    first = {name: result.readers.first for name, result in results.items()}
    of_readers = holm({name: None if test is None else test.p for name, test in first.items()})
    return {
        name: replace(
            result,
            readers=replace(result.readers, p_holm=of_readers.get(name)),
            by_case=by_case[name],
            all_readings=every.get(name),
            pooled=pooled[name],
            with_consensus=agreed.get(name),
        )
        for name, result in results.items()
    }


def _criterion(
    rows: Sequence[ScoreRow],
    agreed: Sequence[ScoreRow],
    bootstrap: Bootstrap,
    row_of_case: Mapping[str, int],
    margin: float | None,
) -> CriterionResult:
    """Results from the readers' and the consensus' rows of one criterion."""
    of_case: dict[str, dict[Arm, list[int]]] = defaultdict(lambda: defaultdict(list))
    of_reading: dict[tuple[str, str], dict[Arm, int]] = defaultdict(dict)
    for row in rows:
        of_case[row.case][row.arm].append(row.score)
        of_reading[row.case, row.reader][row.arm] = row.score
    readings = sorted(
        (reading for reading, arms in of_reading.items() if len(arms) == len(Arm)),
        key=lambda reading: (row_of_case[reading[0]], reading[1]),
    )
    of_both: dict[str, dict[Arm, list[int]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        for arm, score in of_reading[reading].items():
            of_both[reading[0]][arm].append(score)
    paired = [case for case in bootstrap.cases if case in of_both]
    means = _means(of_both, paired)
    by_case = _of_means(means, paired, bootstrap)
    in_both = [case for case in bootstrap.cases if len(of_case.get(case, {})) == len(Arm)]
    halves = len(of_reading) - len(readings)
    all_readings = (
        _of_means(_means(of_case, in_both), in_both, bootstrap) if halves and in_both else None
    )
    pooled = compare(
        [of_reading[reading][Arm.CONVENTIONAL] for reading in readings],
        [of_reading[reading][Arm.DENOISED] for reading in readings],
        [row_of_case[case] for case, _ in readings],
        bootstrap,
    )
    of_samples = {reading: of_reading[reading] for reading in readings}
    revised = _revised(rows, of_samples, paired)
    as_samples = _as_samples(of_samples, paired, bootstrap)
    judged = None if margin is None else against_margin(as_samples[0], margin)
    notes = _criterion_notes(of_case, of_reading, len(paired))
    anew = {
        (row.case, row.arm): float(row.score)
        for row in agreed
        if row.arm in of_case.get(row.case, {})
    }
    if not anew:
        return CriterionResult(
            *as_samples, by_case, all_readings, pooled, None, notes, judged, revised
        )
    replaced = {
        arm: [anew.get((case, arm), mean) for case, mean in zip(paired, means[arm], strict=True)]
        for arm in Arm
    }
    with_consensus = _of_means(replaced, paired, bootstrap)
    notes = (
        *notes,
        f"{count_of(len(anew), 'image')} {_was(len(anew))} scored again in the consensus.",
    )
    return CriterionResult(
        *as_samples, by_case, all_readings, pooled, with_consensus, notes, judged, revised
    )


def _means(of_case: Mapping[str, Mapping[Arm, Sequence[int]]], cases: Sequence[str]) -> _Means:
    return {arm: [float(np.mean(of_case[case][arm])) for case in cases] for arm in Arm}


def _of_means(means: _Means, cases: Sequence[str], bootstrap: Bootstrap) -> Comparison:
    return compare(
        means[Arm.CONVENTIONAL],
        means[Arm.DENOISED],
        [bootstrap.row_of[case] for case in cases],
        bootstrap,
    )


def _crossed(
    readings: Mapping[tuple[str, str], Mapping[Arm, int]], cases: Sequence[str]
) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """The readers, and their scores (arms, readers, cases), NaN where there is none."""
    readers = tuple(sorted({reader for _, reader in readings}))
    scores = np.full((len(Arm), len(readers), len(cases)), np.nan)
    rows = {reader: row for row, reader in enumerate(readers)}
    columns = {case: column for column, case in enumerate(cases)}
    for (case, reader), arms in readings.items():
        scores[:, rows[reader], columns[case]] = [arms[arm] for arm in Arm]
    return readers, scores


def _revised(
    rows: Sequence[ScoreRow],
    readings: Mapping[tuple[str, str], Mapping[Arm, int]],
    cases: Sequence[str],
) -> Revised | None:
    """From the rows of one criterion; `readings` are those of both arms."""
    revised = [row for row in rows if row.change]
    if not revised:
        return None
    counted = Answers.LAST if any(row.first is not None for row in revised) else Answers.FIRST
    toward = 1 if counted is Answers.FIRST else -1
    changed = {(row.case, row.reader, row.arm): row.score + toward * row.change for row in revised}
    changes = {arm: [row.change for row in revised if row.arm is arm] for arm in Arm}
    other = {
        (case, reader): {
            arm: changed.get((case, reader, arm), score) for arm, score in arms.items()
        }
        for (case, reader), arms in readings.items()
    }
    readers, (conventional, dl) = _crossed(other, cases)
    return Revised(
        {arm: sum(key[2] is arm for key in changed) for arm in Arm},
        {arm: float(np.mean(values)) if values else None for arm, values in changes.items()},
        of_scores(readers, dl - conventional),
        counted,
    )


def _as_samples(
    readings: Mapping[tuple[str, str], Mapping[Arm, int]],
    cases: Sequence[str],
    bootstrap: Bootstrap,
) -> tuple[MultiReader, OrdinalModel, Vgc]:
    """Of readings of both arms, by case and reader: readers and cases as samples."""
    readers, scores = _crossed(readings, cases)
    conventional, dl = scores
    given = (scores[..., None] == np.array(SCORES)).astype(np.float64)
    places = np.array([bootstrap.row_of[case] for case in cases], np.int64)
    flat = [
        (score, arm is Arm.DENOISED, case, reader)
        for (case, reader), arms in readings.items()
        for arm, score in arms.items()
    ]
    return (
        of_scores(readers, dl - conventional),
        fit(observations(flat)),
        vgc(readers, given[0], given[1], places, bootstrap),
    )


def _criterion_notes(
    of_case: Mapping[str, Mapping[Arm, Sequence[int]]],
    of_reading: Mapping[tuple[str, str], Mapping[Arm, int]],
    paired: int,
) -> tuple[str, ...]:
    """What is left out so that both arms of a case have the same readers."""
    notes: list[str] = []
    single = sum(len(arms) < len(Arm) for arms in of_case.values())
    if single:
        notes.append(
            f"{count_of(single, 'case')} {_was(single)} scored in one arm only and "
            f"{_was(single)} left out."
        )
    halves = sum(len(arms) < len(Arm) for arms in of_reading.values())
    if halves:
        notes.append(
            f"{count_of(halves, 'reading')} {'has' if halves == 1 else 'have'} one arm only and "
            f"{_was(halves)} left out: both means of a case are over the same readers. A table "
            "with all readings follows."
        )
    without = len(of_case) - single - paired
    if without:
        notes.append(
            f"{count_of(without, 'case')} {'has' if without == 1 else 'have'} no reader who "
            f"scored both arms and {_was(without)} left out."
        )
    readers = {reader for _, reader in of_reading}
    whole = Counter(case for (case, _), arms in of_reading.items() if len(arms) == len(Arm))
    uneven = sum(count < len(readers) for count in whole.values())
    if uneven:
        notes.append(f"{count_of(uneven, 'case')} {_was(uneven)} not scored by every reader.")
    return tuple(notes)


# --- agreement ----------------------------------------------------------------------------------


def _agreement(
    rows: Sequence[ScoreRow],
    readers: Sequence[str],
    bootstrap: Bootstrap,
    row_of_case: Mapping[str, int],
) -> Agreement:
    """Agreement of the readers over the rows. A reader without any row counts as missing."""
    of_item: dict[tuple[str, Arm, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        of_item[row.case, row.arm, row.criterion][row.reader] = row.score
    ordered = sorted(readers)
    raw = _ratings(of_item, ordered, row_of_case)
    regrouped = _regrouped(raw)
    pairs = {pair: _ratings(of_item, pair, row_of_case) for pair in combinations(ordered, 2)}
    left_out = len(of_item) - raw.items
    notes: list[str] = []
    if left_out:
        notes.append(
            f"{count_of(left_out, 'item')} of {len(of_item)} {_was(left_out)} not scored by every "
            f"reader and {_was(left_out)} left out."
        )
    single, average = intraclass(raw, bootstrap)
    given = [(row_of_case[case], list(scores.values())) for (case, *_), scores in of_item.items()]
    counts = np.array(
        [[scores.count(score) for score in SCORES] for _, scores in given], np.int64
    ).reshape(len(given), len(SCORES))
    return Agreement(
        readers=tuple(ordered),
        items=raw.items,
        left_out=left_out,
        exact=agreement_share(raw),
        exact_regrouped=agreement_share(regrouped),
        fleiss=fleiss_kappa(regrouped, bootstrap),
        ac1=gwet_ac1(regrouped, bootstrap),
        ac1_raw=gwet_ac1(raw, bootstrap),
        icc_single=single,
        icc_average=average,
        alpha=krippendorff(counts, np.array([row for row, _ in given], np.int64), bootstrap),
        cohen={pair: cohen_kappa(one, bootstrap) for pair, one in pairs.items()},
        quadratic={
            pair: cohen_kappa(pair_ratings, bootstrap, Weights.QUADRATIC)
            for pair, pair_ratings in pairs.items()
        },
        notes=tuple(notes),
    )


def _ratings(
    of_item: Mapping[tuple[str, Arm, str], Mapping[str, int]],
    readers: Sequence[str],
    row_of_case: Mapping[str, int],
) -> Ratings:
    """The items that all of the readers scored, on the five-point scale."""
    whole = [
        (row_of_case[item[0]], [scores[reader] - LOWEST_SCORE for reader in readers])
        for item, scores in of_item.items()
        if all(reader in scores for reader in readers)
    ]
    return Ratings(
        np.array([scores for _, scores in whole], np.int64).reshape(len(whole), len(readers)),
        np.array([case for case, _ in whole], np.int64),
        len(SCORES),
    )


def _regrouped(raw: Ratings) -> Ratings:
    groups = np.array([REGROUPED[score] - 1 for score in SCORES], np.int64)
    return Ratings(groups[raw.scores], raw.cases, len(set(REGROUPED.values())), grouped=True)


def _intra_reader(
    rows: Sequence[ScoreRow], bootstrap: Bootstrap, row_of_case: Mapping[str, int]
) -> dict[str, dict[str, IntraReader]]:
    first = {
        (row.reader, row.case, row.arm, row.criterion): row.score for row in rows if row.repeat == 0
    }
    again = [row for row in rows if row.repeat > 0]
    results: dict[str, dict[str, IntraReader]] = {}
    for reader in sorted({row.reader for row in again}):
        own = [row for row in again if row.reader == reader]
        parts = {OVERALL: own}
        for row in own:
            parts.setdefault(key_of(row.criterion), []).append(row)
        results[reader] = {
            key: _with_himself(part, first, bootstrap, row_of_case) for key, part in parts.items()
        }
    return results


def _with_himself(
    again: Sequence[ScoreRow],
    first: Mapping[tuple[str, str, Arm, str], int],
    bootstrap: Bootstrap,
    row_of_case: Mapping[str, int],
) -> IntraReader:
    pairs = [
        (first[key], row.score, row_of_case[row.case])
        for row in again
        if (key := (row.reader, row.case, row.arm, row.criterion)) in first
    ]
    orphans = len(again) - len(pairs)
    ratings = Ratings(
        np.array([pair[:2] for pair in pairs], np.int64).reshape(len(pairs), 2) - LOWEST_SCORE,
        np.array([case for *_, case in pairs], np.int64),
        len(SCORES),
    )
    return IntraReader(
        items=ratings.items,
        exact=agreement_share(ratings),
        cohen=_of_readings(cohen_kappa(ratings, bootstrap)),
        quadratic=_of_readings(cohen_kappa(ratings, bootstrap, Weights.QUADRATIC)),
        ac1=_of_readings(gwet_ac1(ratings, bootstrap)),
        notes=(
            (f"{count_of(orphans, 'repeat')} without a first score {_was(orphans)} left out.",)
            if orphans
            else ()
        ),
    )


def _of_readings(figure: Estimate) -> Estimate:
    """The two "readers" of the figure are two readings of one reader."""
    note = figure.note.replace(FULL, SAME_AGAIN).replace(NO_ITEMS_OF_BOTH, NONE_AGAIN)
    return replace(figure, note=note)


# --- VOIs ---------------------------------------------------------------------------------------


def is_background(site: str) -> bool:
    """Whether this site is the denominator of ratios: "aortic_arch", "Aortic arch"."""
    return plain(site) == BACKGROUND


def plain(name: str) -> str:
    """A name as compared: "Tumor_delineation" and "tumor delineation" are one."""
    return " ".join(name.replace("_", " ").replace("-", " ").casefold().split())


@dataclass(frozen=True)
class _Spot:
    """One VOI in both arms. `number` distinguishes lesions of one site in a case."""

    case: str
    site: str
    kind: VoiKind
    number: int


def _vois(
    rows: Sequence[VoiRow], bootstrap: Bootstrap, row_of_case: Mapping[str, int]
) -> VoiResult:
    spots, notes = _spots(rows)
    background = {
        (spot.case, arm): row
        for spot, arms in spots.items()
        if spot.kind is VoiKind.REFERENCE and is_background(spot.site)
        for arm, row in arms.items()
    }
    whole = {spot: arms for spot, arms in spots.items() if len(arms) == len(Arm)}
    half = len(spots) - len(whole)
    if half:
        notes.append(
            f"{count_of(half, 'VOI')} {'is' if half == 1 else 'are'} in one arm only and "
            f"{_was(half)} left out."
        )

    def value(row: VoiRow, which: Suv, ratio: bool) -> float | None:
        suv = row.suv(which)
        if not ratio or suv is None:
            return suv
        arch = background.get((row.case, row.arm))
        below = None if arch is None else arch.suv(which)
        return None if below is None or below <= 0 else suv / below

    def comparisons(chosen: Sequence[_Spot], ratio: bool = False) -> dict[Suv, Comparison]:
        return {which: compared(chosen, which, ratio) for which in Suv}

    def compared(chosen: Sequence[_Spot], which: Suv, ratio: bool) -> Comparison:
        pairs = [
            (before, after, row_of_case[spot.case])
            for spot in chosen
            if (before := value(whole[spot][Arm.CONVENTIONAL], which, ratio)) is not None
            and (after := value(whole[spot][Arm.DENOISED], which, ratio)) is not None
        ]
        return compare(
            [pair[0] for pair in pairs],
            [pair[1] for pair in pairs],
            [pair[2] for pair in pairs],
            bootstrap,
        )

    by_site: dict[str, list[_Spot]] = defaultdict(list)
    lesions: list[_Spot] = []
    for spot in whole:
        if spot.kind is VoiKind.LESION:
            lesions.append(spot)
        else:
            by_site[spot.site].append(spot)
    has_ratios = bool(background)
    result = VoiResult(
        reference=_holm_of_tables({site: comparisons(chosen) for site, chosen in by_site.items()}),
        lesions=with_holm(comparisons(lesions)) if lesions else {},
        ratios=with_holm(comparisons(lesions, ratio=True)) if lesions and has_ratios else {},
        reference_ratios=_holm_of_tables(
            {
                site: comparisons(chosen, ratio=True)
                for site, chosen in by_site.items()
                if has_ratios and not is_background(site)
            }
        ),
        notes=(),
    )
    return VoiResult(
        result.reference,
        result.lesions,
        result.ratios,
        result.reference_ratios,
        (*notes, *_voi_notes(result, lesions, has_ratios)),
    )


def _spots(rows: Sequence[VoiRow]) -> tuple[dict[_Spot, dict[Arm, VoiRow]], list[str]]:
    """Each VOI's rows by arm; lesions of one site in a case are paired in their order.

    Raises StationError if the arms have different numbers of such lesions.
    """
    seen: Counter[tuple[str, Arm, str]] = Counter()
    spots: dict[_Spot, dict[Arm, VoiRow]] = defaultdict(dict)
    for row in rows:
        number = 0
        if row.kind is VoiKind.LESION:
            number = seen[row.case, row.arm, row.site]
            seen[row.case, row.arm, row.site] += 1
        spots[_Spot(row.case, row.site, row.kind, number)][row.arm] = row
    several = {(case, site) for (case, _, site), count in seen.items() if count > 1}
    for case, site in several:
        conventional, dl = (seen[case, arm, site] for arm in Arm)
        if conventional != dl:
            raise StationError(
                f'Case {case} has {conventional} lesions "{site}" in the conventional arm and {dl} '
                f'in the DL arm, so they cannot be paired. Name them apart: "{site} 1".'
            )
    notes: list[str] = []
    if several:
        notes.append(
            f"{count_of(len(several), 'case')} {'has' if len(several) == 1 else 'have'} several "
            "lesions with the same name; they were paired in the order of their lines."
        )
    return dict(spots), notes


def _holm_of_tables(
    tables: Mapping[str, Mapping[Suv, Comparison]],
) -> dict[str, dict[Suv, Comparison]]:
    """p corrected over all tests of the table."""
    flat = with_holm(
        {
            (site, which): comparison
            for site, of in tables.items()
            for which, comparison in of.items()
        }
    )
    return {site: {which: flat[site, which] for which in of} for site, of in tables.items()}


def _voi_notes(result: VoiResult, lesions: Sequence[_Spot], has_ratios: bool) -> list[str]:
    notes: list[str] = []
    if lesions and not has_ratios:
        notes.append(
            'There is no reference VOI of the site "aortic_arch", so there are no ratios to it.'
        )
    for which in Suv if lesions and has_ratios else ():
        missing = result.lesions[which].difference.n - result.ratios[which].difference.n
        if missing:
            notes.append(
                f"{count_of(missing, 'lesion')} {'has' if missing == 1 else 'have'} no ratio of "
                f"{which}: the aortic arch of the case is missing or not above 0."
            )
    cases = len({spot.case for spot in lesions})
    if len(lesions) > cases:
        notes.append(
            f"{len(lesions)} lesions are in {cases} cases. The t-test assumes they are "
            "independent, as the paper does; the bootstrap interval does not."
        )
    return notes


# --- words --------------------------------------------------------------------------------------


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
