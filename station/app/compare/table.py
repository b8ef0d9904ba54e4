"""The words of a comparison: its table, its proposals and what they rest on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from station.app.compare.state import Outcome
from station.app.language import day_or_none, decimals, kept, marked, plural, tr, translated
from station.pet.followup import Change, Figures, Row, Status, change
from station.pet.words import listed, signed

if TYPE_CHECKING:
    from station.operations.compare import Comparison, Read
    from station.pet.burden import Burden
    from station.pet.response import Proposal

NONE = "—"
FIGURES: tuple[tuple[str, str, int], ...] = (
    ("SUVmax", "maximum", 2),
    ("SUVpeak", "peak", 2),
    (marked("SUL peak"), "sul_peak", 2),
    (marked("MTV mL"), "volume_ml", 1),
    ("TLG", "tlg", 1),
)
"""Heading, field of `Figures`, decimals"""
HEADINGS = (
    marked("Lesion"),
    marked("Site"),
    marked("State"),
    *(heading for heading, _, _ in FIGURES),
)
TOUCHING_MM = 0.5
SHORT = {Status.NOT_IN_VIEW: marked("not in view")}
"""In a cell; the detail says on which date"""
SITES = {"lesion": "", "gut": marked("stomach, bowel"), "blood": marked("blood pool")}
"""What the organ finder calls a tissue, where people call it otherwise"""
NOTE = marked("Proposals by rule, for a person to judge: not a verdict, not a diagnosis.")


@dataclass(frozen=True)
class Line:
    """One lesion as the table shows it."""

    cells: tuple[str, ...]
    """In the order of `HEADINGS`; a figure says prior → current and its change"""
    proposed: bool
    """Whether what is shown on the open study was carried over, not found there"""


def lines_of(outcome: Outcome) -> tuple[Line, ...]:
    """A line for each row of the comparison, in its order."""
    if outcome.comparison is None:
        return ()
    open_name = outcome.aligned.open_name
    return tuple(
        Line(
            (
                row.name,
                site_of(row),
                translated(SHORT.get(row.status, row.status)),
                *(_figure(row, attribute, places) for _, attribute, places in FIGURES),
            ),
            row.proposed == open_name,
        )
        for row in outcome.comparison.rows
    )


def site_of(row: Row) -> str:
    """The tissue of a lesion, as it was said or found on either date."""
    vois = (voi for voi in (row.current_voi, row.prior_voi) if voi is not None)
    sites = (translated(SITES.get(voi.tissue or "", voi.tissue) or "") for voi in vois)
    return next((site for site in sites if site), "")


def detail_of(outcome: Outcome, row: Row) -> str:
    """What was done with a lesion and what makes it doubtful, in one paragraph."""
    sentences = list(row.sentences)
    if row.proposed == outcome.aligned.open_name:
        sentences.insert(0, tr("Carried over to the open study as a proposal: check its place."))
    elif row.proposed:
        sentences.insert(0, tr("Carried over to the {proposed} date.", proposed=row.proposed))
    if row.distance_mm is not None:
        apart = tr("Their edges are {distance_mm:.0f} mm apart", distance_mm=row.distance_mm)
        both = apart if row.distance_mm >= TOUCHING_MM else tr("They overlap")
        sentences.append(tr("{both} after the alignment.", both=both))
    for name, figures in ((tr("Current"), row.current), (tr("Prior"), row.prior)):
        if figures is not None:
            sentences += [f"{name}: {warning}" for warning in figures.warnings]
    return f"{row.name}, {row.status}. {' '.join(dict.fromkeys(sentences))}".strip()


def dates_words(comparison: "Comparison") -> str:
    """`2024-03-01 → 2024-06-01`."""
    days = (comparison.prior.timepoint.date, comparison.current.timepoint.date)
    return " → ".join(map(day_or_none, days))


def _figure(row: Row, attribute: str, places: int) -> str:
    before, now = _value(row.prior, attribute), _value(row.current, attribute)
    if before is None and now is None:
        return NONE
    both = f"{_number(before, places)} → {_number(now, places)}"
    percent = _percent(change(now, before))
    return decimals(f"{both} ({percent})" if percent else both)


def _value(figures: Figures | None, attribute: str) -> float | None:
    return None if figures is None else getattr(figures, attribute)


def _number(value: float | None, places: int) -> str:
    if value is None or not isfinite(value):
        return NONE
    return f"{value:.{places}f}".replace("-", "−")


def _percent(changed: Change | None) -> str:
    if changed is None or changed.percent is None:
        return ""
    return f"{signed(changed.percent, 0)} %"


# --- As text --------------------------------------------------------------------------------------


@kept()
def text_of(outcome: Outcome, written: Callable[[str], str] = str) -> str:
    """The table with tabs between its cells, for a report or a spreadsheet: no patient's name.
    `written`: what a number becomes, such as one with a decimal comma.

    Proposals, alignment and cautions follow, because no number goes without them.
    """
    comparison = outcome.comparison
    if comparison is None:
        return ""
    heads = [
        f"{translated(heading)} {what}"
        for heading, _, _ in FIGURES
        for what in (tr("prior"), tr("current"), "Δ %")
    ]
    lines = [dates_words(comparison), "\t".join((tr("Lesion"), tr("Site"), tr("State"), *heads))]
    for row in comparison.rows:
        cells = [row.name, site_of(row), translated(row.status)]
        for _, attribute, places in FIGURES:
            before, now = _value(row.prior, attribute), _value(row.current, attribute)
            percent = _percent(change(now, before)) or NONE
            cells += map(written, (_number(before, places), _number(now, places), percent))
        lines.append("\t".join(cells))
    lines += ["", comparison.which, tr("Lesions: {lesions}.", lesions=comparison.lesions)]
    lines.append(
        tr(
            "Alignment: {verdict}. {sentence}",
            verdict=translated(outcome.alignment.verdict),
            sentence=outcome.alignment.sentence,
        )
    )
    lines += [outcome_words(one) for one in (comparison.percist, comparison.deauville)]
    lines += [*comparison.comparability.refusals]
    lines += [tr("Caution: {sentence}", sentence=sentence) for sentence in cautions_of(comparison)]
    lines.append(translated(NOTE))
    return "\n".join(lines) + "\n"


# --- Proposals and what they rest on --------------------------------------------------------------


def outcome_words(proposal: "Proposal") -> str:
    """`PERCIST 1.0, proposed: partial metabolic response (PMR)`, or why there is none."""
    if proposal.outcome:
        return tr("{rule}, proposed: {outcome}", rule=proposal.rule, outcome=proposal.outcome)
    return tr("{rule}: not possible. {problem}", rule=proposal.rule, problem=proposal.problem)


MET = {True: marked("met"), False: marked("not met"), None: marked("not known")}


@dataclass(frozen=True)
class Section:
    """A heading and the sentences below it; `warned`: those that stand out."""

    heading: str
    sentences: tuple[str, ...]
    warned: tuple[str, ...] = ()


def proposal_sections(comparison: "Comparison") -> tuple[Section, ...]:
    """Each rule with its numbers and its conditions, those in the way of it first."""
    sections: list[Section] = []
    for proposal in (comparison.percist, comparison.deauville):
        doubtful = tuple(
            f"{one.name}: {translated(MET[one.met])}. {one.sentence}" for one in proposal.unmet
        )
        met = tuple(
            f"{one.name}: {translated(MET[one.met])}. {one.sentence}"
            for one in proposal.conditions
            if one.met
        )
        sections.append(Section(outcome_words(proposal), (*proposal.sentences, *met), doubtful))
    return tuple(sections)


def basis_sections(comparison: "Comparison") -> tuple[Section, ...]:
    """Burden above the threshold, liver and blood pool, of each date."""
    dates = ((tr("Prior"), comparison.prior, 1), (tr("Current"), comparison.current, 0))
    return tuple(
        Section(
            f"{name}, {read.timepoint.date or tr('no date')}",
            (
                *_reference_words(read),
                *_burden_words(comparison.burdens[n]),
            ),
        )
        for name, read, n in dates
    )


def _reference_words(read: "Read") -> Sequence[str]:
    at = read.timepoint
    words: list[str] = []
    for organ, measured, why in (
        (tr("Liver"), at.liver, at.no_liver),
        (tr("Blood pool"), at.blood, at.no_blood),
    ):
        if measured is None:
            words.append(tr("{organ}: not measured. {why}", organ=organ, why=why))
            continue
        words.append(
            tr(
                "{organ}: mean {mean:.2f}, SD {sd:.2f}, max {maximum:.2f} in {volume_ml:.1f} "
                "mL ({unit})",
                organ=organ,
                mean=measured.mean,
                sd=measured.sd,
                maximum=measured.maximum,
                volume_ml=measured.volume_ml,
                unit=at.image.volume.unit,
            )
        )
    if at.sul_per_suv is not None:
        words.append(tr("SUL (James) is {sul_per_suv:.3f} × SUVbw", sul_per_suv=at.sul_per_suv))
    elif at.no_sul:
        words.append(at.no_sul)
    return words


def _burden_words(seen: "Burden | None") -> Sequence[str]:
    if seen is None:
        return (tr("Burden: there is no threshold."),)
    parts = plural(len(seen.counted), "{count} part", "{count} parts")
    sums = decimals(f"MTV {seen.volume_ml:.1f} mL, TLG {seen.tlg:.1f}") + f", {parts}"
    words = [
        tr("Burden above {unit} {level:.2f}: {sums}", unit=seen.unit, level=seen.level, sums=sums)
    ]
    left_out = [part for part in seen.components if not part.counted]
    if left_out:
        organs = listed(sorted({part.organ or tr("no organ") for part in left_out}))
        volume = sum(part.measurement.volume_ml for part in left_out)
        words.append(
            tr(
                "Left out as physiological: {parts}, {volume:.1f} mL ({organs})",
                parts=plural(len(left_out), "{count} part", "{count} parts"),
                volume=volume,
                organs=organs,
            )
        )
    if seen.small:
        words.append(
            tr(
                "{parts} too small to be listed",
                parts=plural(seen.small, "{count} part", "{count} parts"),
            )
        )
    return words


def cautions_of(comparison: "Comparison") -> tuple[str, ...]:
    """What accompanies every difference: of both dates, of the alignment, of the lesions."""
    sentences = (*comparison.comparability.cautions, *comparison.sentences)
    return tuple(dict.fromkeys(sentences))
