"""Response rules as computed proposals: PERCIST 1.0 and the Deauville score.

A proposal prints its rule with its numbers and lists the conditions under which the rule holds, met
or not. It is never a verdict: a person reads both images.

PERCIST 1.0: R. L. Wahl et al., J. Nucl. Med. 50 Suppl. 1 (2009) 122S; the working details are those
of J. H. O and R. L. Wahl, Radiology 280 (2016) 576. Deauville: S. F. Barrington et al., J. Clin.
Oncol. 32 (2014) 3048, who also give the bounds for 4 and 5 in multiples of the liver's maximum.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from station.pet.alignment import Alignment, How, Verdict
from station.pet.followup import Row, Status, change
from station.pet.timepoint import (
    DOSE_SHARE,
    UPTAKE_APART_MIN,
    Comparability,
    Timepoint,
)
from station.pet.voi import PERCIST_LIVER_FACTOR, PERCIST_LIVER_SDS, Measurement
from station.pet.words import format_value, listed, signed

PERCIST_BLOOD_FACTOR, PERCIST_BLOOD_SDS = 2.0, 2.0
"""Where the liver is diseased: 2.0 × blood pool mean + 2 SD"""
CHANGE_PERCENT, CHANGE_SUL = 30.0, 0.8
"""A response and a progression are changes of at least both"""
TLG_PERCENT = 75.0
"""A larger extent: TLG up by this much without a fall in SUL"""
LIVER_PERCENT, LIVER_SUL = 20.0, 0.3
UPTAKE_MIN = (50.0, 70.0)
GLUCOSE_MMOL_PER_L = 11.1
"""200 mg/dL"""
MARKED_TIMES_LIVER = 2.0
"""Deauville 5: uptake above 2 to 3 times the liver's maximum; the lower bound is taken"""


@dataclass(frozen=True)
class Condition:
    """Something a rule rests on."""

    name: str
    met: bool | None
    """None: it cannot be known from the images and their headers"""
    sentence: str


@dataclass(frozen=True)
class Proposal:
    """What a rule gives, for a person to judge."""

    rule: str
    outcome: str
    """Such as "partial metabolic response (PMR)"; empty: `problem` says why there is none"""
    sentences: tuple[str, ...] = ()
    """The rule with its numbers"""
    conditions: tuple[Condition, ...] = ()
    problem: str = ""

    @property
    def unmet(self) -> tuple[Condition, ...]:
        """Conditions that are not met, and those that nobody can check."""
        return tuple(one for one in self.conditions if not one.met)


# --- PERCIST ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class PercistThreshold:
    """SULpeak from which a lesion of one date is measurable."""

    sul: float
    words: str
    """How it was computed, with its numbers"""


def percist_threshold(at: Timepoint, diseased_liver: bool = False) -> PercistThreshold | str:
    """The threshold of one date in SUL (James), or the sentence why there is none."""
    if at.sul_per_suv is None:
        return at.no_sul or f"The {at.name} image has no SUL."
    if diseased_liver:
        what, found, why = "blood pool", at.blood, at.no_blood
        factor, sds = PERCIST_BLOOD_FACTOR, PERCIST_BLOOD_SDS
    else:
        what, found, why = "liver", at.liver, at.no_liver
        factor, sds = PERCIST_LIVER_FACTOR, PERCIST_LIVER_SDS
    if found is None:
        return why or f"The {at.name} image has no sphere in the {what}."
    mean, sd = found.mean * at.sul_per_suv, found.sd * at.sul_per_suv
    level = factor * mean + sds * sd
    words = f"{factor:g} × {what} SUL {mean:.2f} + {sds:g} × SD {sd:.2f} = {level:.2f}"
    return PercistThreshold(level, words)


def percist(
    current: Timepoint,
    prior: Timepoint,
    rows: Sequence[Row],
    comparability: Comparability,
    alignment: Alignment,
    *,
    diseased_liver: bool = False,
) -> Proposal:
    """PERCIST 1.0 of two dates. `diseased_liver`: the threshold is that of the blood pool."""
    rule = "PERCIST 1.0"
    conditions = percist_conditions(current, prior, alignment, diseased_liver=diseased_liver)
    if comparability.refusals:
        return Proposal(rule, "", (), conditions, comparability.refusals[0])
    if alignment.verdict is Verdict.FAILED:
        return Proposal(rule, "", (), conditions, alignment.sentence)
    before, now = (percist_threshold(one, diseased_liver) for one in (prior, current))
    for threshold in (before, now):
        if isinstance(threshold, str):
            return Proposal(rule, "", (), conditions, threshold)
    assert isinstance(before, PercistThreshold)
    assert isinstance(now, PercistThreshold)
    of_prior = [row for row in rows if row.status is not Status.NEW and row.prior is not None]
    hottest_before = _hottest(of_prior, "prior")
    if hottest_before is None:
        return Proposal(rule, "", (), conditions, "No lesion was measured on the prior date.")
    sul_before = _sul(hottest_before, "prior")
    sentences = [f"Measurable on the prior date from SULpeak {before.words}."]
    if sul_before < before.sul:
        problem = (
            f"The hottest lesion of the prior date, {hottest_before.name} with SULpeak "
            f"{sul_before:.2f}, is below {before.sul:.2f}: the disease is not measurable."
        )
        return Proposal(rule, "", tuple(sentences), conditions, problem)
    new = [row for row in rows if row.status is Status.NEW]
    # PERCIST follows the hottest lesion of each date, which need not be the same one.
    hottest_now = _hottest([row for row in rows if row.current is not None], "current")
    if hottest_now is None:
        problem = "No lesion was measured on the current date, not even at its place."
        return Proposal(rule, "", tuple(sentences), conditions, problem)
    sul_now = _sul(hottest_now, "current")
    changed = change(sul_now, sul_before)
    assert changed is not None
    assert changed.percent is not None
    sentences.append(
        f"Hottest lesion: SULpeak {sul_before:.2f} ({hottest_before.name}) → {sul_now:.2f} "
        f"({hottest_now.name}): {signed(changed.difference, 2)} SUL, "
        f"{signed(changed.percent, 0)} %."
    )
    not_in_view = [row.name for row in rows if row.status is Status.NOT_IN_VIEW]
    if not_in_view:
        sentences.append(f"Not in view on the other date: {listed(not_in_view)}.")
    outcome, why = _percist_outcome(
        rows, new, changed.difference, changed.percent, sul_now, current
    )
    return Proposal(rule, outcome, (*sentences, why), conditions)


def _percist_outcome(
    rows: Sequence[Row],
    new: Sequence[Row],
    difference: float,
    percent: float,
    sul_now: float,
    current: Timepoint,
) -> tuple[str, str]:
    bounds = f"{CHANGE_PERCENT:.0f} % and {CHANGE_SUL:g} SUL"
    if new:
        names = listed([row.name for row in new])
        return (
            "progressive metabolic disease (PMD)",
            (
                f"New: {names}. That is progression if it is typical of cancer and not of "
                "inflammation, which a person judges."
            ),
        )
    if percent >= CHANGE_PERCENT and difference >= CHANGE_SUL:
        return (
            "progressive metabolic disease (PMD)",
            f"A rise of at least {bounds} is progression.",
        )
    grown = _tlg_rise(rows)
    if grown is not None and grown >= TLG_PERCENT and difference >= 0:
        return (
            "progressive metabolic disease (PMD)",
            (
                f"The lesions' TLG rose by {grown:.0f} %, at least {TLG_PERCENT:.0f} %, and "
                "SULpeak did not fall."
            ),
        )
    liver = None if current.liver is None else current.sul(current.liver.mean)
    if liver is not None and sul_now < liver and percent < 0:
        return (
            "complete metabolic response (CMR)",
            (
                f"Every lesion is below the liver's mean SUL of {liver:.2f}; it must also be "
                "indistinguishable from blood pool around it, which a person judges."
            ),
        )
    if percent <= -CHANGE_PERCENT and difference <= -CHANGE_SUL:
        return (
            "partial metabolic response (PMR)",
            f"A fall of at least {bounds}, and no new lesion, is a response.",
        )
    return (
        "stable metabolic disease (SMD)",
        f"Neither a rise nor a fall of at least {bounds}, and no new lesion.",
    )


def percist_conditions(
    current: Timepoint,
    prior: Timepoint,
    alignment: Alignment,
    *,
    diseased_liver: bool = False,
) -> tuple[Condition, ...]:
    """What PERCIST 1.0 asks of two dates, each with its numbers."""
    conditions = [
        _scanner(current, prior),
        _uptake(current, prior),
        *(_uptake_of(one) for one in (prior, current)),
        _dose(current, prior),
        *(_glucose(one) for one in (prior, current)),
    ]
    if not diseased_liver:
        conditions.append(_liver(current, prior))
    aligned = alignment.how is How.SAME_FRAME or alignment.verdict is Verdict.GOOD
    conditions.append(Condition("Alignment", aligned, alignment.sentence))
    conditions.append(
        Condition(
            "Treatment",
            None,
            "At least 10 days after chemotherapy and 8 to 12 weeks after radiotherapy: the images "
            "do not say.",
        )
    )
    return tuple(conditions)


def _scanner(current: Timepoint, prior: Timepoint) -> Condition:
    name = "Same scanner"
    if not current.scanner or not prior.scanner:
        return Condition(name, None, "A scanner is not named in the header.")
    same = current.scanner == prior.scanner
    words = current.scanner if same else f"{current.scanner} now, {prior.scanner} before"
    return Condition(name, same, f"{words}.")


def _uptake(current: Timepoint, prior: Timepoint) -> Condition:
    name = "Uptake times within 15 min"
    if current.uptake_min is None or prior.uptake_min is None:
        return Condition(name, None, "An uptake time is unknown.")
    apart = abs(current.uptake_min - prior.uptake_min)
    words = f"{current.uptake_min:.0f} min now, {prior.uptake_min:.0f} min before"
    return Condition(name, apart <= UPTAKE_APART_MIN, f"{words}: {apart:.0f} min apart.")


def _uptake_of(at: Timepoint) -> Condition:
    low, high = UPTAKE_MIN
    name = f"Uptake time of {low:.0f} to {high:.0f} min, {at.name}"
    if at.uptake_min is None:
        return Condition(name, None, "The uptake time is unknown.")
    return Condition(name, low <= at.uptake_min <= high, f"{at.uptake_min:.0f} min.")


def _dose(current: Timepoint, prior: Timepoint) -> Condition:
    name = "Injected activities within 20 %"
    if not current.activity_bq or not prior.activity_bq:
        return Condition(name, None, "An injected activity is unknown.")
    apart = abs(current.activity_bq / prior.activity_bq - 1)
    words = f"{current.activity_bq / 1e6:.0f} MBq now, {prior.activity_bq / 1e6:.0f} MBq before"
    return Condition(name, apart <= DOSE_SHARE, f"{words}.")


def _glucose(at: Timepoint) -> Condition:
    name = f"Blood glucose below {GLUCOSE_MMOL_PER_L:g} mmol/L, {at.name}"
    if at.glucose_mmol_per_l is None:
        return Condition(name, None, "The header does not give the blood glucose.")
    met = at.glucose_mmol_per_l < GLUCOSE_MMOL_PER_L
    return Condition(name, met, f"{at.glucose_mmol_per_l:.1f} mmol/L.")


def _liver(current: Timepoint, prior: Timepoint) -> Condition:
    name = f"Liver SUL within {LIVER_PERCENT:.0f} % and {LIVER_SUL:g}"
    now, before = (
        None if one.liver is None else one.sul(one.liver.mean) for one in (current, prior)
    )
    changed = change(now, before)
    if changed is None or changed.percent is None:
        why = current.no_liver or prior.no_liver or current.no_sul or prior.no_sul
        return Condition(name, None, why or "The liver was not measured on both dates.")
    met = abs(changed.percent) <= LIVER_PERCENT and abs(changed.difference) <= LIVER_SUL
    words = (
        f"SULmean {now:.2f} now, {before:.2f} before: {signed(changed.difference, 2)}, "
        f"{signed(changed.percent, 0)} %."
    )
    return Condition(name, met, words)


def _hottest(rows: Sequence[Row], date: str) -> Row | None:
    known = [row for row in rows if _known_sul(row, date) is not None]
    return max(known, key=lambda row: _sul(row, date), default=None)


def _known_sul(row: Row, date: str) -> float | None:
    figures = row.current if date == "current" else row.prior
    return None if figures is None else figures.sul_peak


def _sul(row: Row, date: str) -> float:
    value = _known_sul(row, date)
    assert value is not None
    return value


def _tlg_rise(rows: Sequence[Row]) -> float | None:
    """Percent by which the followed lesions' TLG rose."""
    both = [
        (row.current.tlg, row.prior.tlg)
        for row in rows
        if row.status is Status.FOLLOWED and row.current is not None and row.prior is not None
    ]
    changed = change(sum(now for now, _ in both), sum(before for _, before in both))
    return None if changed is None else changed.percent


# --- Deauville ----------------------------------------------------------------------------------


def deauville(current: Timepoint, rows: Sequence[Row], searched: bool = True) -> Proposal:
    """The Deauville score of the current date against the liver's and the blood pool's maximum.

    `searched`: whether all lesions of the current date are among the rows.
    """
    rule = "Deauville"
    conditions = _deauville_conditions(current)
    missing = _reference_missing(current)
    if missing:
        return Proposal(rule, "", (), conditions, missing)
    liver, blood = current.liver, current.blood
    assert isinstance(liver, Measurement)
    assert isinstance(blood, Measurement)
    unit = current.image.volume.unit
    references = (
        f"SUVmax of the liver {format_value(liver.maximum, unit)}, of the mediastinal blood pool "
        f"{format_value(blood.maximum, unit)}."
    )
    here = [row for row in rows if row.current is not None]
    new = [row for row in rows if row.status is Status.NEW]
    if not here:
        if not searched:
            problem = "The current date was not searched for lesions."
            return Proposal(rule, "", (references,), conditions, problem)
        words = "No lesion was found above the threshold; 1 is no uptake above background."
        return Proposal(rule, "1", (references, words), conditions)
    hottest = max(here, key=_maximum)
    maximum = _maximum(hottest)
    score, why = _score(maximum, liver.maximum, blood.maximum)
    sentences = [
        references,
        f"Hottest lesion: {hottest.name}, SUVmax {format_value(maximum, unit)}: {why}.",
    ]
    if new and score != "5":
        score = "5"
        names = listed([row.name for row in new])
        sentences.append(f"New, if due to lymphoma: {names}. Then the score is 5.")
    return Proposal(rule, score, tuple(sentences), conditions)


def _score(maximum: float, liver: float, blood: float) -> tuple[str, str]:
    if maximum <= blood:
        return "2", "not above the blood pool; 1 if it is not above its own background"
    if maximum <= liver:
        return "3", "above the blood pool, not above the liver"
    times = maximum / liver
    if times <= MARKED_TIMES_LIVER:
        return "4", f"{times:.1f} times the liver, above it by no more than {MARKED_TIMES_LIVER:g}"
    return "5", f"{times:.1f} times the liver, above {MARKED_TIMES_LIVER:g} times"


def _maximum(row: Row) -> float:
    assert row.current is not None
    return row.current.maximum


def _reference_missing(current: Timepoint) -> str:
    if not current.image.has_suv:
        return f"The current image has no SUV: {current.image.suv_problem or ''}".strip()
    if current.liver is None:
        return current.no_liver or "The liver was not measured."
    if current.blood is None:
        return current.no_blood or "The mediastinal blood pool was not measured."
    return ""


def _deauville_conditions(current: Timepoint) -> tuple[Condition, ...]:
    liver, blood = current.liver, current.blood
    usual = None if liver is None or blood is None else liver.maximum > blood.maximum
    order = Condition(
        "Liver above blood pool",
        usual,
        "The liver is hotter than the blood pool."
        if usual
        else "The liver is not hotter than the blood pool: the score's steps overlap."
        if usual is not None
        else "The liver or the blood pool was not measured.",
    )
    disease = Condition(
        "FDG-avid lymphoma",
        None,
        "The score is for lymphoma; the images do not say what the disease is.",
    )
    return (order, disease, _glucose(current))
