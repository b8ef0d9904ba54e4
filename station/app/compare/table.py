"""The words of a comparison: its table, its proposals and what they rest on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from station.app.compare.state import Outcome
from station.pet.followup import Change, Figures, Row, Status, change
from station.pet.words import count_of, listed

if TYPE_CHECKING:
    from station.operations.compare import Comparison, Read
    from station.pet.burden import Burden
    from station.pet.response import Proposal

NONE = "—"
FIGURES: tuple[tuple[str, str, int], ...] = (
    ("SUVmax", "maximum", 2),
    ("SUVpeak", "peak", 2),
    ("SUL peak", "sul_peak", 2),
    ("MTV mL", "volume_ml", 1),
    ("TLG", "tlg", 1),
)
"""Heading, field of `Figures`, decimals"""
HEADINGS = ("Lesion", "Site", "State", *(heading for heading, _, _ in FIGURES))
TOUCHING_MM = 0.5
SHORT = {Status.NOT_IN_VIEW: "not in view"}
"""In a cell; the detail says on which date"""
SITES = {"lesion": "", "gut": "stomach, bowel", "blood": "blood pool"}
"""What the organ finder calls a tissue, where people call it otherwise"""
NOTE = "Proposals by rule, for a person to judge: not a verdict, not a diagnosis."


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
                SHORT.get(row.status, str(row.status)),
                *(_figure(row, attribute, decimals) for _, attribute, decimals in FIGURES),
            ),
            row.proposed == open_name,
        )
        for row in outcome.comparison.rows
    )


def site_of(row: Row) -> str:
    """The tissue of a lesion, as it was said or found on either date."""
    vois = (voi for voi in (row.current_voi, row.prior_voi) if voi is not None)
    sites = (SITES.get(voi.tissue or "", voi.tissue) for voi in vois)
    return next((site for site in sites if site), "")


def detail_of(outcome: Outcome, row: Row) -> str:
    """What was done with a lesion and what makes it doubtful, in one paragraph."""
    sentences = list(row.sentences)
    if row.proposed == outcome.aligned.open_name:
        sentences.insert(0, "Carried over to the open study as a proposal: check its place.")
    elif row.proposed:
        sentences.insert(0, f"Carried over to the {row.proposed} date.")
    if row.distance_mm is not None:
        apart = f"Their edges are {row.distance_mm:.0f} mm apart"
        both = apart if row.distance_mm >= TOUCHING_MM else "They overlap"
        sentences.append(f"{both} after the alignment.")
    for name, figures in (("Current", row.current), ("Prior", row.prior)):
        if figures is not None:
            sentences += [f"{name}: {warning}" for warning in figures.warnings]
    return f"{row.name}, {row.status}. {' '.join(dict.fromkeys(sentences))}".strip()


def dates_words(comparison: "Comparison") -> str:
    """`2024-03-01 → 2024-06-01`."""
    days = (comparison.prior.timepoint.date, comparison.current.timepoint.date)
    return " → ".join(day.isoformat() if day is not None else "no date" for day in days)


def _figure(row: Row, attribute: str, decimals: int) -> str:
    before, now = _value(row.prior, attribute), _value(row.current, attribute)
    if before is None and now is None:
        return NONE
    both = f"{_number(before, decimals)} → {_number(now, decimals)}"
    percent = _percent(change(now, before))
    return f"{both} {percent}" if percent else both


def _value(figures: Figures | None, attribute: str) -> float | None:
    return None if figures is None else getattr(figures, attribute)


def _number(value: float | None, decimals: int) -> str:
    if value is None or not isfinite(value):
        return NONE
    return f"{value:.{decimals}f}".replace("-", "−")


def _percent(changed: Change | None) -> str:
    if changed is None or changed.percent is None:
        return ""
    words = f"{changed.percent:+.0f} %".replace("-", "−")
    return "0 %" if words in ("+0 %", "−0 %") else words


# --- As text --------------------------------------------------------------------------------------


def text_of(outcome: Outcome, written: Callable[[str], str] = str) -> str:
    """The table with tabs between its cells, for a report or a spreadsheet: no patient's name.
    `written`: what a number becomes, such as one with a decimal comma.

    Proposals, alignment and cautions follow, because no number goes without them.
    """
    comparison = outcome.comparison
    if comparison is None:
        return ""
    heads = [
        f"{heading} {what}" for heading, _, _ in FIGURES for what in ("prior", "current", "Δ %")
    ]
    lines = [dates_words(comparison), "\t".join(("Lesion", "Site", "State", *heads))]
    for row in comparison.rows:
        cells = [row.name, site_of(row), str(row.status)]
        for _, attribute, decimals in FIGURES:
            before, now = _value(row.prior, attribute), _value(row.current, attribute)
            percent = _percent(change(now, before)) or NONE
            cells += map(written, (_number(before, decimals), _number(now, decimals), percent))
        lines.append("\t".join(cells))
    lines += ["", comparison.which, f"Lesions: {comparison.lesions}."]
    lines.append(f"Alignment: {outcome.alignment.verdict}. {outcome.alignment.sentence}")
    lines += [outcome_words(one) for one in (comparison.percist, comparison.deauville)]
    lines += [*comparison.comparability.refusals]
    lines += [f"Caution: {sentence}" for sentence in cautions_of(comparison)]
    lines.append(NOTE)
    return "\n".join(lines) + "\n"


# --- Proposals and what they rest on --------------------------------------------------------------


def outcome_words(proposal: "Proposal") -> str:
    """`PERCIST 1.0, proposed: partial metabolic response (PMR)`, or why there is none."""
    if proposal.outcome:
        return f"{proposal.rule}, proposed: {proposal.outcome}"
    return f"{proposal.rule}: not possible. {proposal.problem}"


MET = {True: "met", False: "not met", None: "not known"}


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
        doubtful = tuple(f"{one.name}: {MET[one.met]}. {one.sentence}" for one in proposal.unmet)
        met = tuple(
            f"{one.name}: {MET[one.met]}. {one.sentence}" for one in proposal.conditions if one.met
        )
        sections.append(Section(outcome_words(proposal), (*proposal.sentences, *met), doubtful))
    return tuple(sections)


def basis_sections(comparison: "Comparison") -> tuple[Section, ...]:
    """Burden above the threshold, liver and blood pool, of each date."""
    dates = (("Prior", comparison.prior, 1), ("Current", comparison.current, 0))
    return tuple(
        Section(
            f"{name}, {read.timepoint.date or 'no date'}",
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
        ("Liver", at.liver, at.no_liver),
        ("Blood pool", at.blood, at.no_blood),
    ):
        if measured is None:
            words.append(f"{organ}: not measured. {why}")
            continue
        words.append(
            f"{organ}: mean {measured.mean:.2f}, SD {measured.sd:.2f}, max {measured.maximum:.2f} "
            f"in {measured.volume_ml:.1f} mL ({at.image.volume.unit})"
        )
    if at.sul_per_suv is not None:
        words.append(f"SUL (James) is {at.sul_per_suv:.3f} × SUVbw")
    elif at.no_sul:
        words.append(at.no_sul)
    return words


def _burden_words(seen: "Burden | None") -> Sequence[str]:
    if seen is None:
        return ("Burden: there is no threshold.",)
    parts = count_of(len(seen.counted), "part")
    sums = f"MTV {seen.volume_ml:.1f} mL, TLG {seen.tlg:.1f}, {parts}"
    words = [f"Burden above {seen.unit} {seen.level:.2f}: {sums}"]
    left_out = [part for part in seen.components if not part.counted]
    if left_out:
        organs = listed(sorted({part.organ or "no organ" for part in left_out}))
        volume = sum(part.measurement.volume_ml for part in left_out)
        words.append(
            f"Left out as physiological: {count_of(len(left_out), 'part')}, {volume:.1f} mL "
            f"({organs})"
        )
    if seen.small:
        words.append(f"{count_of(seen.small, 'part')} too small to be listed")
    return words


def cautions_of(comparison: "Comparison") -> tuple[str, ...]:
    """What accompanies every difference: of both dates, of the alignment, of the lesions."""
    sentences = (*comparison.comparability.cautions, *comparison.sentences)
    return tuple(dict.fromkeys(sentences))
