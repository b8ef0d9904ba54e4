"""What many measured images show together: medians with intervals, comparisons, and which line of
the requirements is reached.

Lesions of one patient share its noise and its scan, so intervals come from a bootstrap over
patients (`station.reading.bootstrap`). Two figures of the same lesions are compared within the same
draws.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.lab.denoiser.measures import LESION_SITE, ImageRow, LesionRow, SizeClass, TissueRow
from station.lab.requirements import NOT_MEASURED, Line, required
from station.reading.analysis import Suv
from station.reading.bootstrap import (
    NOTHING,
    Sample,
    Summary,
    difference_of_medians,
    mean,
    median,
    sample,
)
from station.report.reading.published import TABLE_3, TABLE_4, TABLE_5, Published

Floats = NDArray[np.float64]

UNFILTERED, CONVENTIONAL, FULL_COUNT = "unfiltered", "conventional", "full count"
STANDARD, LESION_FREE = "standard", "lesion-free"
COLD = "cold"
"""A kind of lesion whose recovery says nothing in the same direction: it has a table of its own"""

MEASURES = ("mean", "maximum", "peak")
MEASURE_NAMES = {"mean": "SUVmean", "maximum": "SUVmax", "peak": "SUVpeak"}


# --- Which rows ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Evidence:
    """All rows of an evaluation."""

    images: tuple[ImageRow, ...]
    lesions: tuple[LesionRow, ...]
    tissues: tuple[TissueRow, ...] = ()

    @property
    def scenarios(self) -> tuple[str, ...]:
        """In the order in which they come."""
        return tuple(dict.fromkeys(row.shown.scenario for row in self.images))

    def levels(self, scenario: str) -> tuple[float, ...]:
        """Seconds a bed at which a scenario was denoised, ascending."""
        levels = {
            row.shown.seconds_per_bed
            for row in self.images
            if row.shown.scenario == scenario and row.shown.image == CONVENTIONAL
        }
        return tuple(sorted(levels))

    def names(self, scenario: str) -> tuple[str, ...]:
        """Of the images of a scenario, in the order in which they come."""
        return tuple(
            dict.fromkeys(r.shown.image for r in self.images if r.shown.scenario == scenario)
        )

    def of_images(self, scenario: str, seconds: float | None, image: str) -> tuple[ImageRow, ...]:
        """`seconds` None: of any."""
        return tuple(
            row
            for row in self.images
            if row.shown.scenario == scenario
            and row.shown.image == image
            and (seconds is None or row.shown.seconds_per_bed == seconds)
        )

    def of_lesions(
        self, scenario: str, seconds: float | None, image: str, size: SizeClass | None = None
    ) -> tuple[LesionRow, ...]:
        """Hot and necrotic lesions; `size` None: of all sizes."""
        return tuple(
            row
            for row in self.lesions
            if row.shown.scenario == scenario
            and row.shown.image == image
            and row.kind != COLD
            and (seconds is None or row.shown.seconds_per_bed == seconds)
            and (size is None or row.size is size)
        )


def recovery(rows: Iterable[LesionRow], measure_of: str) -> Sample:
    """Recoveries of lesions, in their order."""
    return sample((row.recovery(measure_of), row.shown.case) for row in rows)


def of_images(rows: Iterable[ImageRow], figure: Callable[[ImageRow], float]) -> Sample:
    return sample((figure(row), row.shown.case) for row in rows)


def paired(
    own: Sequence[ImageRow],
    others: Sequence[ImageRow],
    figure: Callable[[ImageRow, ImageRow], float],
) -> Sample:
    """A figure of two images of each case that has both."""
    by_case = {row.shown.case: row for row in others}
    return sample(
        (figure(row, by_case[row.shown.case]), row.shown.case)
        for row in own
        if row.shown.case in by_case
    )


def paired_lesions(
    own: Sequence[LesionRow], others: Sequence[LesionRow], measure_of: str
) -> tuple[Sample, Sample]:
    """The recoveries of the lesions that both have, in one order."""
    of_others = {(row.shown.case, row.lesion): row.recovery(measure_of) for row in others}
    both = [
        (row.recovery(measure_of), of_others[row.shown.case, row.lesion], row.shown.case)
        for row in own
        if (row.shown.case, row.lesion) in of_others
    ]
    kept = [(a, b, case) for a, b, case in both if isfinite(a) and isfinite(b)]
    cases = tuple(case for _, _, case in kept)
    return (
        Sample(np.array([a for a, _, _ in kept]), cases),
        Sample(np.array([b for _, b, _ in kept]), cases),
    )


# --- The requirements ---------------------------------------------------------------------------


LEVEL_S = 120.0
"""The count level that the requirements name"""
SUVMEAN_AT_LEAST = 0.93
HOTTEST_WITHIN = (0.92, 1.05)
ORGAN_BIAS_AT_MOST = 0.015
COV_RATIO_AT_MOST = 0.70
RMSE_RATIO_AT_MOST = 0.60


class TwoLosses(NamedTuple):
    """Denoisers that were trained alike but for the loss."""

    weighted: str
    """With equation 2"""
    uniform: str
    """With equation 1"""


def requirements(
    evidence: Evidence, model: str, two_losses: TwoLosses | None = None
) -> tuple[Line, ...]:
    """Each line of the requirements for one denoiser."""
    lines = [
        *_at_level(evidence, model, LEVEL_S),
        *_at_every_level(evidence, model),
        *_organs_at_every_level(evidence, model),
        *_inventions(evidence, model),
        *_losses(evidence, model),
    ]
    if two_losses is not None:
        lines += _of_losses_compared(evidence, two_losses)
    return tuple(lines)


def _at_level(evidence: Evidence, model: str, seconds: float) -> list[Line]:
    own = evidence.of_lesions(STANDARD, seconds, model)
    images = evidence.of_images(STANDARD, seconds, model)
    conventional = evidence.of_images(STANDARD, seconds, CONVENTIONAL)
    full = evidence.of_images(STANDARD, None, FULL_COUNT)
    low, high = HOTTEST_WITHIN

    def gain(size: SizeClass) -> Summary:
        own = evidence.of_lesions(STANDARD, seconds, model, size)
        others = evidence.of_lesions(STANDARD, seconds, CONVENTIONAL, size)
        return difference_of_medians(*paired_lesions(own, others, "mean"))

    lines: list[tuple[str, str, Summary, Callable[[float], bool], int]] = [
        (
            "Lesion SUVmean, part of the reference, all sizes",
            f"≥ {SUVMEAN_AT_LEAST}",
            median(recovery(own, "mean")),
            lambda value: value >= SUVMEAN_AT_LEAST,
            3,
        ),
        *(
            (
                f"Lesion SUVmean above conventional, {size}: difference of the medians",
                "> 0",
                gain(size),
                _above_0,
                3,
            )
            for size in SizeClass
        ),
        *(
            (
                f"Lesion {MEASURE_NAMES[measure_of]}, part of the reference, all sizes",
                f"{low} to {high}",
                median(recovery(own, measure_of)),
                lambda value: low <= value <= high,
                3,
            )
            for measure_of in ("maximum", "peak")
        ),
        *(
            (
                f"{organ} SUVmean, off the reference",
                f"within {ORGAN_BIAS_AT_MOST:.1%}",
                median(of_images(images, figure)),
                lambda value: abs(value) <= ORGAN_BIAS_AT_MOST,
                4,
            )
            for organ, figure in _BIASES.items()
        ),
        (
            "Liver CoV over conventional's",
            f"≤ {COV_RATIO_AT_MOST:.2f}",
            median(paired(images, conventional, lambda a, b: a.liver_cov / b.liver_cov)),
            lambda value: value <= COV_RATIO_AT_MOST,
            3,
        ),
        (
            "Body RMSE over conventional's",
            f"≤ {RMSE_RATIO_AT_MOST:.2f}",
            median(paired(images, conventional, _rmse_ratio)),
            lambda value: value <= RMSE_RATIO_AT_MOST,
            3,
        ),
        (
            "Body RMSE over the full-count image's",
            "< 1",
            median(paired(images, full, _rmse_ratio)),
            lambda value: value < 1,
            3,
        ),
        (
            "SSIM above conventional's: difference",
            "> 0",
            median(paired(images, conventional, lambda a, b: a.ssim - b.ssim)),
            _above_0,
            4,
        ),
    ]
    return [required(f"At {seconds:g} s a bed", *line) for line in lines]


def _above_0(value: float) -> bool:
    return value > 0


def _rmse_ratio(row: ImageRow, other: ImageRow) -> float:
    return row.body_rmse / other.body_rmse


_BIASES: Mapping[str, Callable[[ImageRow], float]] = {
    "Liver": lambda row: row.liver_bias,
    "Lung": lambda row: row.lung_bias,
}


@dataclass(frozen=True)
class Comparison:
    """How much better a denoiser is than conventional in one figure at one count level."""

    seconds_per_bed: float
    figure: str
    gain: Summary
    """Positive is better"""


def comparisons(evidence: Evidence, model: str, scenario: str = STANDARD) -> tuple[Comparison, ...]:
    """A denoiser against conventional at every level, in everything that is required at 120 s.

    Of a recovery the gain is how much nearer to the reference its median is.
    """
    every: list[Comparison] = []

    def off(value: Any) -> Any:
        return np.abs(value - 1)

    for seconds in evidence.levels(scenario):
        for size in (None, *SizeClass):
            denoised = evidence.of_lesions(scenario, seconds, model, size)
            others = evidence.of_lesions(scenario, seconds, CONVENTIONAL, size)
            for measure_of in MEASURES:
                if size is not None and measure_of != "mean":
                    continue
                own, conventional = paired_lesions(denoised, others, measure_of)
                name = f"{MEASURE_NAMES[measure_of]}, {size or 'all sizes'}"
                gain = difference_of_medians(conventional, own, off)
                every.append(Comparison(seconds, name, gain))
        images = evidence.of_images(scenario, seconds, model)
        others = evidence.of_images(scenario, seconds, CONVENTIONAL)
        for name, figure in _GAINS.items():
            every.append(Comparison(seconds, name, median(paired(images, others, figure))))
    return tuple(every)


_GAINS: Mapping[str, Callable[[ImageRow, ImageRow], float]] = {
    "Liver SUVmean": lambda a, b: abs(b.liver_bias) - abs(a.liver_bias),
    "Lung SUVmean": lambda a, b: abs(b.lung_bias) - abs(a.lung_bias),
    "Liver CoV": lambda a, b: b.liver_cov - a.liver_cov,
    "Body RMSE": lambda a, b: b.body_rmse - a.body_rmse,
    "SSIM": lambda a, b: a.ssim - b.ssim,
}


def _at_every_level(evidence: Evidence, model: str) -> list[Line]:
    every = comparisons(evidence, model)
    group, target = "At every level", "better than conventional"
    lines: list[Line] = []
    for name in dict.fromkeys(comparison.figure for comparison in every):
        known = [
            comparison
            for comparison in every
            if comparison.figure == name and comparison.gain.known
        ]
        levels = ", ".join(f"{comparison.seconds_per_bed:g}" for comparison in known)
        if not known:
            lines.append(Line(group, name, target, NOT_MEASURED, None))
            continue
        worse = [
            f"{comparison.seconds_per_bed:g} s"
            for comparison in known
            if comparison.gain.value <= 0
        ]
        unsure = [
            f"{comparison.seconds_per_bed:g} s"
            for comparison in known
            if comparison.gain.value > 0 and comparison.gain.low <= 0
        ]
        reached = f"better at {len(known) - len(worse)} of {len(known)} levels ({levels} s)"
        if worse:
            reached += f"; not at {', '.join(worse)}"
        if unsure:
            reached += f"; the interval holds 0 at {', '.join(unsure)}"
        lines.append(Line(group, name, target, reached, not worse))
    return lines


def _organs_at_every_level(evidence: Evidence, model: str) -> list[Line]:
    """Whether the organs keep what is required at 120 s: where conventional is right already, no
    denoiser can be better than it."""
    lines: list[Line] = []
    for organ, figure in _BIASES.items():
        off = {
            seconds: median(of_images(evidence.of_images(STANDARD, seconds, model), figure))
            for seconds in evidence.levels(STANDARD)
        }
        off = {seconds: bias.value for seconds, bias in off.items() if bias.known}
        beyond = {s: value for s, value in off.items() if abs(value) > ORGAN_BIAS_AT_MOST}
        reached = f"at {len(off) - len(beyond)} of {len(off)} levels"
        if beyond:
            places = (f"{s:g} s ({value:+.1%})" for s, value in beyond.items())
            reached += f"; not at {', '.join(places)}"
        lines.append(
            Line(
                "At every level",
                f"{organ} SUVmean, off the reference",
                f"within {ORGAN_BIAS_AT_MOST:.1%}",
                reached if off else NOT_MEASURED,
                not beyond if off else None,
            )
        )
    return lines


_COUNTS: Mapping[str, Callable[[ImageRow], float]] = {
    "Foci a lesion-free scan": lambda row: row.foci,
    "Of them, without a counterpart in the reference": lambda row: row.invented,
}


def _inventions(evidence: Evidence, model: str) -> list[Line]:
    lines: list[Line] = []
    full = evidence.of_images(LESION_FREE, None, FULL_COUNT)
    for seconds in evidence.levels(LESION_FREE):
        images = evidence.of_images(LESION_FREE, seconds, model)
        for what, figure in _COUNTS.items():
            own, whole = (mean(of_images(rows, figure)) for rows in (images, full))
            target = f"≤ {whole.value:.2f}, of the full-count image" if whole.known else "–"
            lines.append(
                required(
                    "Inventions",
                    f"{what}, at {seconds:g} s",
                    target,
                    own if whole.known else NOTHING,
                    lambda value, most=whole.value: value <= most,
                    digits=2,
                )
            )
    return lines


@dataclass(frozen=True)
class Losses:
    """Lesions that the full-count image shows by the detection rule and another one does not."""

    image: str
    seconds_per_bed: float
    of: int
    lost: int
    lost_by_conventional: int


def losses(evidence: Evidence, model: str, seconds: float) -> Losses:
    shown = {
        (row.shown.case, row.lesion)
        for row in evidence.of_lesions(STANDARD, None, FULL_COUNT)
        if row.seen
    }

    def lost_in(image: str) -> tuple[int, int]:
        rows = [
            row
            for row in evidence.of_lesions(STANDARD, seconds, image)
            if (row.shown.case, row.lesion) in shown
        ]
        return sum(not row.seen for row in rows), len(rows)

    lost, of = lost_in(model)
    return Losses(model, seconds, of, lost, lost_in(CONVENTIONAL)[0])


def _losses(evidence: Evidence, model: str) -> list[Line]:
    lines: list[Line] = []
    for seconds in evidence.levels(STANDARD):
        loss = losses(evidence, model, seconds)
        what = f"Lesions of the full-count image that are lost, at {seconds:g} s"
        if not loss.of:
            lines.append(Line("Losses", what, "–", NOT_MEASURED, None))
            continue
        target = f"≤ {loss.lost_by_conventional} of {loss.of}, as conventional"
        reached = f"{loss.lost} of {loss.of}"
        met = loss.lost <= loss.lost_by_conventional
        lines.append(Line("Losses", what, target, reached, met))
    return lines


def _of_losses_compared(evidence: Evidence, two: TwoLosses) -> list[Line]:
    lines: list[Line] = []
    for size in (SizeClass.SMALLEST, SizeClass.SMALL):
        for measure_of in MEASURES:
            weighted = evidence.of_lesions(STANDARD, LEVEL_S, two.weighted, size)
            uniform = evidence.of_lesions(STANDARD, LEVEL_S, two.uniform, size)
            own, other = paired_lesions(weighted, uniform, measure_of)
            gain = median(Sample(own.values - other.values, own.cases))
            line = required(
                "Equation 2 against equation 1",
                f"{MEASURE_NAMES[measure_of]}, {size}: recovery that {two.weighted} gains",
                "> 0, with its interval",
                gain,
                lambda value, low=gain.low: value > 0 and low > 0,
            )
            lines.append(line)
    return lines


# --- The paper's tables -------------------------------------------------------------------------


SITE_OF_TISSUE = {"quadriceps muscle": "quadriceps_femoris"}
"""Where the protocol calls a tissue otherwise than the paper"""
SUV_OF_MEASURE = {"maximum": Suv.MAX, "mean": Suv.MEAN, "peak": Suv.PEAK}
"""In the paper's order"""


def _published(of_suv: Mapping[Suv, Published]) -> dict[str, Published]:
    return {measure_of: of_suv[suv] for measure_of, suv in SUV_OF_MEASURE.items()}


PUBLISHED: Mapping[str, Mapping[str, Published]] = {
    **{
        SITE_OF_TISSUE.get(tissue) or tissue.replace(" ", "_"): _published(suvs)
        for tissue, suvs in TABLE_3.items()
    },
    LESION_SITE: _published(TABLE_4),
}
"""Tables 3 (organs) and 4 (lesions) by the protocol's site"""
PUBLISHED_RATIOS = _published(TABLE_5)
"""Table 5: lesions over the aortic arch"""
RATIO_SITE = "aortic_arch"
SIGNIFICANT_P = 0.05


@dataclass(frozen=True)
class PairedRow:
    """One line of our Tables 3 to 5 next to the paper's."""

    table: int
    site: str
    measure: str
    n: int
    conventional: tuple[float, float]
    """Mean and SD (divided by n − 1)"""
    denoised: tuple[float, float]
    t: float
    """NaN with fewer than two pairs, or where every pair differs by the same"""
    p: float
    published: Published
    verdict: str
    agrees: bool | None
    """Whether it agrees with the paper; None: no statement"""


def paper_tables(
    rows: Sequence[TissueRow], model: str, conventional: str = CONVENTIONAL
) -> tuple[PairedRow, ...]:
    """Tables 3, 4 and 5 of the paper from our VOIs, in the paper's order of measures."""
    ours = _by_voi(rows, conventional)
    theirs = _by_voi(rows, model)
    both = [key for key in ours if key in theirs]
    lines: list[PairedRow] = []
    for site, published in PUBLISHED.items():
        keys = [key for key in both if key[1] == site]
        table = 4 if site == LESION_SITE else 3
        for measure_of, paper in published.items():
            before, after = (
                np.array([getattr(image[key], measure_of) for key in keys])
                for image in (ours, theirs)
            )
            lines.append(_paired_row(table, site, measure_of, before, after, paper))
    keys = [
        key
        for key in both
        if key[1] == LESION_SITE and (key[0], RATIO_SITE, "") in ours.keys() & theirs.keys()
    ]
    for measure_of, paper in PUBLISHED_RATIOS.items():
        before, after = (
            np.array(
                [
                    getattr(image[key], measure_of)
                    / getattr(image[key[0], RATIO_SITE, ""], measure_of)
                    for key in keys
                ]
            )
            for image in (ours, theirs)
        )
        lines.append(_paired_row(5, LESION_SITE, measure_of, before, after, paper))
    return tuple(lines)


def _by_voi(rows: Iterable[TissueRow], image: str) -> dict[tuple[str, str, str], TissueRow]:
    return {(row.shown.case, row.site, row.lesion): row for row in rows if row.shown.image == image}


def _paired_row(
    table: int, site: str, measure_of: str, before: Floats, after: Floats, paper: Published
) -> PairedRow:
    finite = np.isfinite(before) & np.isfinite(after)
    before, after = before[finite], after[finite]
    t, p = paired_t(before, after)
    verdict, agrees = _verdict(before, after, p, paper)
    return PairedRow(
        table,
        site,
        measure_of,
        len(before),
        _mean_and_sd(before),
        _mean_and_sd(after),
        t,
        p,
        paper,
        verdict,
        agrees,
    )


def paired_t(before: Floats, after: Floats) -> tuple[float, float]:
    """(t, p) of the two-tailed paired t-test of after − before; NaN where there is none to make:
    fewer than two pairs, or the same difference in all."""
    difference = after - before
    if len(difference) < 2 or np.ptp(difference) <= 1e-12 * max(np.abs(difference).max(), 1e-300):
        return nan, nan
    from scipy import stats as untyped_stats

    stats: Any = untyped_stats
    test = stats.ttest_rel(after, before)
    return float(test.statistic), float(test.pvalue)


def _mean_and_sd(values: Floats) -> tuple[float, float]:
    if not len(values):
        return nan, nan
    return float(values.mean()), float(values.std(ddof=1)) if len(values) > 1 else nan


def _verdict(before: Floats, after: Floats, p: float, paper: Published) -> tuple[str, bool | None]:
    """What our line says next to the paper's, and whether they agree."""
    if len(before) < 2:
        return "too few VOIs for a test", None
    if not isfinite(p):
        return "every VOI changed by the same amount: there is no t-test to make", None
    ours = float(np.mean(after - before))
    theirs = paper.dl[0] - paper.conventional[0]
    theirs_significant = not paper.p.startswith(tuple("123456789")) and _p_below(paper.p)
    ours_significant = p < SIGNIFICANT_P
    if not ours_significant and not theirs_significant:
        return "no significant change in either", True
    same = ours * theirs > 0
    ours_words = f"ours {'rises' if ours > 0 else 'falls'}"
    theirs_words = f"the paper's {'rises' if theirs > 0 else 'falls'}"
    if ours_significant and theirs_significant:
        if same:
            return f"as in the paper: it {'rises' if ours > 0 else 'falls'}", True
        return f"disagrees: {theirs_words}, {ours_words}", False
    if same:
        who = "ours" if ours_significant else "the paper's"
        return f"same direction; only {who} is significant", None
    weak = "ours is not significant" if not ours_significant else "the paper's is not significant"
    return f"{theirs_words}, {ours_words}; {weak}", False


def _p_below(printed: str) -> bool:
    return float(printed.removeprefix("<")) <= SIGNIFICANT_P
