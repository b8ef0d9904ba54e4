"""What the report of a denoiser's evaluation says: evidence turned into sentences, tables, figures.

Whatever was asked for and could not be measured is said so in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite, isnan, nan
from typing import Any

import numpy as np

from station.lab.denoiser.evidence import (
    CONVENTIONAL,
    FULL_COUNT,
    HOTTEST_WITHIN,
    LESION_FREE,
    LEVEL_S,
    MEASURE_NAMES,
    MEASURES,
    ORGAN_BIAS_AT_MOST,
    RATIO_SITE,
    STANDARD,
    SUVMEAN_AT_LEAST,
    UNFILTERED,
    Comparison,
    Estimate,
    Evidence,
    Line,
    PairedRow,
    TwoLosses,
    comparisons,
    losses,
    mean,
    median,
    of_images,
    paper_tables,
    recovery,
    requirements,
    told,
)
from station.lab.denoiser.measures import LESION_SITE, SizeClass, TissueRow
from station.pet.foci import DETECTION_RULE
from station.report.document import Document, Picture, Section, Table
from station.report.plots import Panel, Points, draw

FOOTER = (
    "Simulated patients of one virtual scanner. Not clinically validated; for research, not for "
    "diagnosis."
)
EVERY_SIZE = "all sizes"
SITE_NAMES = {
    "aortic_arch": "Aortic arch",
    "semioval_center": "Semioval center",
    "lung": "Lung",
    "left_ventricle": "Left ventricle",
    "parotid_gland": "Parotid gland",
    "quadriceps_femoris": "Quadriceps",
    "spleen": "Spleen",
    "liver": "Liver",
    LESION_SITE: "Lesions",
}


@dataclass(frozen=True)
class Judgement:
    """What was evaluated."""

    model: str
    """The denoiser that is judged"""
    beside: tuple[str, ...]
    """Others, judged at one level"""
    two_losses: TwoLosses | None
    """Two of them that differ in the loss alone"""
    lines: tuple[str, ...]
    """Of what, when, by which program"""


def document(evidence: Evidence, judgement: Judgement) -> Document:
    """The whole report."""
    lines = requirements(evidence, judgement.model, judgement.two_losses)
    return Document(
        f"Evaluation of the denoiser {judgement.model}",
        judgement.lines,
        (
            _verdict(lines),
            _recovery(evidence, judgement),
            _levels(evidence, judgement),
            _whole_images(evidence, judgement),
            _foci(evidence, judgement),
            _paper(evidence.tissues, judgement.model),
            _elsewhere(evidence, judgement),
        ),
        FOOTER,
    )


def _names(evidence: Evidence, judgement: Judgement, scenario: str = STANDARD) -> list[str]:
    """Images in the order of every table and legend: the denoiser first."""
    there = evidence.names(scenario)
    order = (judgement.model, CONVENTIONAL, UNFILTERED, FULL_COUNT, *judgement.beside)
    return [name for name in order if name in there]


def _seconds(image: str, level: float) -> float | None:
    """The level at which an image's rows stand; the full count has one of its own."""
    return None if image == FULL_COUNT else level


def _verdict(lines: Sequence[Line]) -> Section:
    met = sum(line.met is True for line in lines)
    missed = sum(line.met is False for line in lines)
    open_ = sum(line.met is None for line in lines)
    words = f"{met} of {len(lines)} lines are reached, {missed} are not"
    words += f", {open_} could not be measured." if open_ else "."
    tables = [
        Table(
            ("", "target", "reached"),
            tuple((line.what, line.target, line.reached) for line in lines if line.group == group),
            title=group,
            met=tuple(line.met for line in lines if line.group == group),
        )
        for group in dict.fromkeys(line.group for line in lines)
    ]
    return Section(
        "What was required, and what was reached",
        (
            words,
            (
                "The reference is the noise-free reconstruction of the same phantom. Figures are "
                "medians over lesions or cases with the 95 % interval of a bootstrap over cases."
            ),
        ),
        tuple(tables),
    )


# --- Lesions ------------------------------------------------------------------------------------


def _recovery(evidence: Evidence, judgement: Judgement) -> Section:
    names = _names(evidence, judgement)
    sizes = (None, *SizeClass)
    panels: list[Panel] = []
    tables: list[Table] = []
    for measure_of in MEASURES:
        figures = {
            name: [
                median(
                    recovery(
                        evidence.of_lesions(STANDARD, _seconds(name, LEVEL_S), name, size),
                        measure_of,
                    )
                )
                for size in sizes
            ]
            for name in names
        }
        title = MEASURE_NAMES[measure_of]
        band = (SUVMEAN_AT_LEAST, 1.0) if measure_of == "mean" else HOTTEST_WITHIN
        panels.append(
            Panel(
                title,
                "lesion volume",
                "part of the reference" if not panels else "",
                tuple(_points(name, figures[name]) for name in names),
                categories=(EVERY_SIZE, *(str(size) for size in SizeClass)),
                targets=(band, (1.0, 1.0)),
            )
        )
        tables.append(
            Table(
                ("image", EVERY_SIZE, *(str(size) for size in SizeClass)),
                tuple((name, *(told(one, 2) for one in figures[name])) for name in names),
                title=f"{title}, part of the reference, at {LEVEL_S:g} s a bed",
            )
        )
    picture = Picture(
        "recovery",
        draw([_clipped(panel) for panel in panels], names=names),
        f"How much of a lesion's SUV each image shows at {LEVEL_S:g} s a bed (full count: the "
        "whole scan), by lesion volume: medians and 95 % intervals. The dashed line is the "
        "noise-free image, the band what is required over all sizes.",
    )
    agreement = Picture(
        "agreement",
        draw([_agreement(evidence, judgement, measure_of) for measure_of in MEASURES], names=names),
        f"Every lesion at {LEVEL_S:g} s a bed: by how much each image differs from the noise-free "
        "one (after Bland and Altman).",
    )
    cold = _cold(evidence, names)
    return Section(
        "Lesions by size",
        ("Hot and necrotic lesions wholly in the scanned slab, each over its own true mask.",),
        (picture, *tables, agreement, *cold),
    )


def _points(name: str, figures: Sequence[Estimate], x: Sequence[float] | None = None) -> Points:
    return Points(
        name,
        tuple(range(len(figures))) if x is None else tuple(x),
        tuple(one.value for one in figures),
        tuple(one.low for one in figures),
        tuple(one.high for one in figures),
    )


HIGHEST_SHOWN = 2.0


def _clipped(panel: Panel) -> Panel:
    """Without what the unfiltered image's noise would stretch the axis to."""

    def within(values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(nan if isnan(value) else min(value, HIGHEST_SHOWN) for value in values)

    series = tuple(
        replace(one, y=within(one.y), low=within(one.low), high=within(one.high))
        for one in panel.series
    )
    return replace(panel, series=series)


def _agreement(evidence: Evidence, judgement: Judgement, measure_of: str) -> Panel:
    series: list[Points] = []
    for name in (judgement.model, CONVENTIONAL):
        rows = evidence.of_lesions(STANDARD, LEVEL_S, name)
        series.append(
            Points(
                name,
                tuple(getattr(row, f"reference_{measure_of}") for row in rows),
                tuple(100 * (row.recovery(measure_of) - 1) for row in rows),
            )
        )
    return Panel(
        MEASURE_NAMES[measure_of],
        "reference (SUV)",
        "difference from it (%)" if measure_of == MEASURES[0] else "",
        tuple(series),
        targets=((0.0, 0.0),),
    )


def _cold(evidence: Evidence, names: Sequence[str]) -> list[Table]:
    """Cold lesions: SUVmean over the reference's, where 1 is right and more is filled in."""
    rows: list[tuple[str, str]] = []
    for name in names:
        seconds = _seconds(name, LEVEL_S)
        found = [
            row
            for row in evidence.lesions
            if row.shown.scenario == STANDARD
            and row.shown.image == name
            and row.kind == "cold"
            and (seconds is None or row.shown.seconds_per_bed == seconds)
        ]
        rows.append((name, told(median(recovery(found, "mean")), 2)))
    return [
        Table(
            ("image", "SUVmean, part of the reference"),
            tuple(rows),
            title=f"Cold lesions at {LEVEL_S:g} s a bed",
            notes=("1 is right; above 1 the image fills the lesion in.",),
        )
    ]


# --- Count levels -------------------------------------------------------------------------------


def _levels(evidence: Evidence, judgement: Judgement) -> Section:
    levels = evidence.levels(STANDARD)
    names = [name for name in _names(evidence, judgement) if name not in judgement.beside]
    found: dict[tuple[str, float], dict[str, Estimate]] = {}
    for name in names:
        for level in levels:
            images = evidence.of_images(STANDARD, _seconds(name, level), name)
            lesions = evidence.of_lesions(STANDARD, _seconds(name, level), name)
            found[name, level] = {
                "rmse": median(of_images(images, lambda row: row.body_rmse)),
                "ssim": median(of_images(images, lambda row: row.ssim)),
                "cov": median(of_images(images, lambda row: row.liver_cov)),
                "mean": median(recovery(lesions, "mean")),
                "maximum": median(recovery(lesions, "maximum")),
                "peak": median(recovery(lesions, "peak")),
            }

    def panel(title: str, figure: str, y_label: str, *, skip: tuple[str, ...] = ()) -> Panel:
        return Panel(
            title,
            "seconds a bed",
            y_label,
            tuple(
                _points(name, [found[name, level][figure] for level in levels], levels)
                for name in names
                if name not in skip
            ),
            x_log=True,
            joined=True,
        )

    trade = Panel(
        "Lesion SUVmean against noise",
        "liver CoV",
        "lesion SUVmean, part of the reference",
        tuple(
            Points(
                name,
                tuple(found[name, level]["cov"].value for level in _own(name, levels)),
                tuple(found[name, level]["mean"].value for level in _own(name, levels)),
                labels=()
                if name == FULL_COUNT
                else tuple(f"{level:g} s" for level in _own(name, levels)),
            )
            for name in names
        ),
        targets=((1.0, 1.0),),
        joined=True,
    )
    pictures = (
        Picture(
            "levels",
            draw(
                [
                    panel("Error in the body", "rmse", "RMSE (SUV)", skip=(UNFILTERED,)),
                    panel("Similarity", "ssim", "SSIM", skip=(UNFILTERED,)),
                    panel("Noise", "cov", "liver CoV", skip=(UNFILTERED,)),
                ],
                names=names,
            ),
            "From short to long scans, medians over cases with 95 % intervals. The full-count "
            "image is the same at every level.",
        ),
        Picture(
            "trade",
            draw([trade], width_cm=17, height_cm=11, names=names),
            "What noise reduction costs: up is contrast kept, left is noise gone. Each line goes "
            "through the count levels.",
        ),
    )
    tables = [
        Table(
            ("image", *(f"{level:g} s" for level in levels)),
            tuple(
                (name, *(_short(found[name, level][figure], digits) for level in levels))
                for name in names
            ),
            title=title,
        )
        for title, figure, digits in (
            ("Body RMSE (SUV)", "rmse", 3),
            ("SSIM", "ssim", 3),
            ("Liver CoV", "cov", 3),
            ("Lesion SUVmean, part of the reference", "mean", 3),
            ("Lesion SUVmax, part of the reference", "maximum", 3),
            ("Lesion SUVpeak, part of the reference", "peak", 3),
        )
    ]
    every = comparisons(evidence, judgement.model)
    gains = Table(
        ("", *(f"{level:g} s" for level in levels)),
        tuple(
            (name, *(_gain(every, name, level) for level in levels))
            for name in dict.fromkeys(one.figure for one in every)
        ),
        title=f"{judgement.model} against conventional",
        notes=(
            (
                "Gains with 95 % intervals: positive is better. Of a recovery, how much nearer to "
                "the reference its median lies; of liver and lung, how much less SUVmean is off "
                "(part of the reference)."
            ),
        ),
    )
    return Section("Count levels", (), (*pictures, *tables, gains))


def _own(name: str, levels: Sequence[float]) -> Sequence[float]:
    """The full count is one point, not one a level."""
    return levels[:1] if name == FULL_COUNT else levels


def _short(figure: Estimate, digits: int) -> str:
    return f"{figure.value:.{digits}f}" if figure.known else "–"


def _gain(every: Iterable[Comparison], name: str, level: float) -> str:
    figure = next(one.gain for one in every if one.figure == name and one.seconds_per_bed == level)
    if not figure.known:
        return "–"
    return f"{figure.value:+.3f} ({figure.low:+.3f} to {figure.high:+.3f})"


def _whole_images(evidence: Evidence, judgement: Judgement) -> Section:
    table = _image_table(evidence, judgement, STANDARD, LEVEL_S)
    return Section(
        "Organs and the whole body",
        (
            (
                f"At {LEVEL_S:g} s a bed. Organ means are taken more than 12 mm from the organ's "
                f"surface; within {ORGAN_BIAS_AT_MOST:.1%} is required."
            ),
        ),
        (table,),
    )


def _image_table(
    evidence: Evidence, judgement: Judgement, scenario: str, level: float, title: str = ""
) -> Table:
    rows: list[tuple[str, ...]] = []
    for name in _names(evidence, judgement, scenario):
        images = evidence.of_images(scenario, _seconds(name, level), name)
        lesions = evidence.of_lesions(scenario, _seconds(name, level), name)
        if not images:
            continue
        rows.append(
            (
                name,
                told(median(of_images(images, lambda row: row.body_rmse))),
                _short(median(of_images(images, lambda row: row.ssim)), 3),
                _percent(median(of_images(images, lambda row: row.liver_bias))),
                _percent(median(of_images(images, lambda row: row.lung_bias))),
                _short(median(of_images(images, lambda row: row.liver_cov)), 3),
                told(median(recovery(lesions, "mean")), 2),
                _short(median(recovery(lesions, "maximum")), 2),
                _short(median(recovery(lesions, "peak")), 2),
            )
        )
    covs = [row.reference_liver_sd / row.reference_liver_mean for row in evidence.images]
    covs = [one for one in covs if isfinite(one)]
    notes = (
        (f"The noise-free image has a liver CoV of {np.median(covs):.3f}, the organ's own.",)
        if covs
        else ()
    )
    header = (
        "image",
        "body RMSE (SUV)",
        "SSIM",
        "liver",
        "lung",
        "liver CoV",
        "SUVmean",
        "SUVmax",
        "SUVpeak",
    )
    return Table(header, tuple(rows), title=title, notes=notes)


def _percent(figure: Estimate) -> str:
    if not figure.known:
        return "–"
    return f"{100 * figure.value:+.1f} % ({100 * figure.low:+.1f} to {100 * figure.high:+.1f})"


# --- Foci ---------------------------------------------------------------------------------------


def _foci(evidence: Evidence, judgement: Judgement) -> Section:
    rows: list[tuple[str, ...]] = []
    levels = evidence.levels(LESION_FREE)
    for name in _names(evidence, judgement, LESION_FREE):
        for level in levels[:1] if name == FULL_COUNT else levels:
            images = evidence.of_images(LESION_FREE, _seconds(name, level), name)
            if images:
                rows.append(
                    (
                        name,
                        "full" if name == FULL_COUNT else f"{level:g} s",
                        str(len(images)),
                        told(mean(of_images(images, lambda row: row.foci)), 2),
                        told(mean(of_images(images, lambda row: row.invented)), 2),
                    )
                )
    rule = DETECTION_RULE
    lost = [losses(evidence, judgement.model, level) for level in evidence.levels(STANDARD)]
    return Section(
        "Foci invented, lesions lost",
        (
            (
                "A focus is a local maximum whose 1 mL SUVpeak is at least "
                f"{rule.lowest:g}, exceeds the mean of the shell round it by {rule.sds:g} of the "
                f"shell's standard deviations, and is {rule.contrast:g} times what "
                f"{rule.below:.0%} of the shell stay below. Lesion-free scans hold physiological "
                "foci (vessels, bowel, glands), so that what counts is how many there are beside "
                "the full-count image; a focus without a counterpart in the noise-free image is "
                "told apart. A scan is a slab of 160 mm; the cases go through the body from thigh "
                "to head."
            ),
        ),
        (
            Table(
                ("image", "scan", "scans", "foci a scan", "of them not in the noise-free image"),
                tuple(rows),
                title="Lesion-free scans",
            ),
            Table(
                (
                    "scan",
                    "lesions the full-count image shows",
                    "lost by DL",
                    "by conventional",
                ),
                tuple(
                    (
                        f"{one.seconds_per_bed:g} s",
                        str(one.of),
                        str(one.lost),
                        str(one.lost_by_conventional),
                    )
                    for one in lost
                ),
                title="Lesions lost",
            ),
        ),
    )


# --- The paper's tables -------------------------------------------------------------------------


def _paper(tissues: Sequence[TissueRow], model: str) -> Section:
    rows = paper_tables(tissues, model)
    patients = len({row.shown.case for row in tissues})
    lesions = len({(row.shown.case, row.lesion) for row in tissues if row.lesion})
    titles = {
        3: "Table 3: SUVs in healthy organ tissues",
        4: "Table 4: SUVs in lesions",
        5: f"Table 5: SUV of lesions over the {SITE_NAMES[RATIO_SITE].lower()}",
    }
    tables = [
        Table(
            ("", "n", "cPET", "dPET", "P", "paper: cPET", "paper: dPET", "paper: P", ""),
            tuple(_paper_cells(row) for row in rows if row.table == number),
            title=title,
        )
        for number, title in titles.items()
    ]
    disagreeing = [row for row in rows if row.agrees is False]
    if not patients:
        text = "No patient was scanned for these tables."
    elif disagreeing:
        text = "Ours disagrees with the paper in " + "; ".join(
            f"{_row_name(row)} ({row.verdict.removeprefix('disagrees: ')})" for row in disagreeing
        )
        text += "."
    else:
        text = "Ours says nothing that the paper contradicts."
    picture = Picture(
        "paper",
        draw([_change_panel(rows, measure_of) for measure_of in MEASURES]),
        "Mean change from the conventional to the denoised image, in per cent: ours beside the "
        "paper's Tables 3 and 4.",
    )
    return Section(
        "The paper's Tables 3 to 5",
        (
            (
                f"{patients} simulated patients at {LEVEL_S:g} s a bed, {lesions} lesions: at most "
                "five a patient and two of a tissue type. Mean ± SD; two-tailed paired t-test. "
                "The reference VOIs are 0.5 mL spheres (3 mL in the liver) where the tissue is "
                "thickest; a lesion's VOI is the sphere that holds it, since the paper gives no "
                "size. Neither the patients nor the scanner are the paper's: what is compared is "
                "what the method changes, not the level."
            ),
            text,
        ),
        (picture, *tables),
    )


def _row_name(row: PairedRow) -> str:
    ratio = " ratio" if row.table == 5 else ""
    return f"{SITE_NAMES[row.site].lower()} {MEASURE_NAMES[row.measure]}{ratio}"


def _paper_cells(row: PairedRow) -> tuple[str, ...]:
    def both(values: tuple[float, float]) -> str:
        if not isfinite(values[0]):
            return "–"
        return f"{values[0]:.2f} ± {values[1]:.2f}" if isfinite(values[1]) else f"{values[0]:.2f}"

    return (
        f"{SITE_NAMES[row.site]} {MEASURE_NAMES[row.measure]}",
        str(row.n),
        both(row.conventional),
        both(row.denoised),
        _p(row.p),
        both(row.published.conventional),
        both(row.published.denoised),
        row.published.p,
        row.verdict,
    )


def _p(p: float) -> str:
    if isnan(p):
        return "–"
    return "< 0.0001" if p < 1e-4 else f"{p:.3g}"


def _change_panel(rows: Sequence[PairedRow], measure_of: str) -> Panel:
    shown = [row for row in rows if row.table in (3, 4) and row.measure == measure_of]

    def changes(pairs: Iterable[tuple[tuple[float, float], tuple[float, float]]]) -> Points:
        values = [100 * (after[0] / before[0] - 1) if before[0] else nan for before, after in pairs]
        return Points("", tuple(range(len(values))), tuple(values))

    ours = changes((row.conventional, row.denoised) for row in shown)
    theirs = changes((row.published.conventional, row.published.denoised) for row in shown)
    return Panel(
        MEASURE_NAMES[measure_of],
        "",
        "change (%)" if measure_of == MEASURES[0] else "",
        (replace(ours, name="ours"), replace(theirs, name="paper 000")),
        categories=tuple(SITE_NAMES[row.site] for row in shown),
        targets=((0.0, 0.0),),
    )


# --- Elsewhere ----------------------------------------------------------------------------------


def _elsewhere(evidence: Evidence, judgement: Judgement) -> Section:
    """Other bodies, counts, reconstructions and grids than the training's."""
    tables: list[Table] = []
    for scenario in evidence.scenarios:
        if scenario in (STANDARD, LESION_FREE):
            continue
        for level in evidence.levels(scenario):
            cases = {row.shown.case for row in evidence.of_images(scenario, level, CONVENTIONAL)}
            title = f"{scenario}: {level:g} s a bed, {len(cases)} cases"
            tables.append(_image_table(evidence, judgement, scenario, level, title))
    text = (
        (
            "The same figures where the denoiser was not trained, good or bad. Each "
            "reconstruction has its own noise-free image as the reference."
        ),
    )
    return Section("Elsewhere", text if tables else ("No other way was measured.",), tuple(tables))


# --- The same as data ---------------------------------------------------------------------------


def as_json(evidence: Evidence, judgement: Judgement) -> dict[str, Any]:
    """All figures of the report, JSON-able: what was not measured is None."""
    sizes: Mapping[str, SizeClass | None] = {
        EVERY_SIZE: None,
        **{str(size): size for size in SizeClass},
    }
    recoveries: dict[str, Any] = {}
    for scenario in evidence.scenarios:
        for name in _names(evidence, judgement, scenario):
            of_name = recoveries.setdefault(scenario, {}).setdefault(name, {})
            for level in evidence.levels(scenario):
                seconds = _seconds(name, level)
                of_sizes = {
                    label: evidence.of_lesions(scenario, seconds, name, size)
                    for label, size in sizes.items()
                }
                of_name[f"{level:g}"] = {
                    label: {
                        MEASURE_NAMES[measure_of]: _figure(median(recovery(rows, measure_of)))
                        for measure_of in MEASURES
                    }
                    for label, rows in of_sizes.items()
                }
    ours = paper_tables(evidence.tissues, judgement.model)
    return {
        "model": judgement.model,
        "beside": list(judgement.beside),
        "two_losses": judgement.two_losses and judgement.two_losses._asdict(),
        "requirements": [
            {
                "group": line.group,
                "what": line.what,
                "target": line.target,
                "reached": line.reached,
                "met": line.met,
            }
            for line in requirements(evidence, judgement.model, judgement.two_losses)
        ],
        "lesion_recovery": recoveries,
        "against_conventional": [
            {
                "seconds_per_bed": one.seconds_per_bed,
                "figure": one.figure,
                "gain": _figure(one.gain),
            }
            for one in comparisons(evidence, judgement.model)
        ],
        "paper_tables": [_paper_row(row) for row in ours],
    }


def _figure(one: Estimate) -> dict[str, float | int | None]:
    return {
        "value": _number(one.value),
        "low": _number(one.low),
        "high": _number(one.high),
        "n": one.n,
        "cases": one.cases,
    }


def _number(value: float) -> float | None:
    return float(value) if isfinite(value) else None


def _paper_row(row: PairedRow) -> dict[str, Any]:
    return {
        "table": row.table,
        "site": row.site,
        "measure": MEASURE_NAMES[row.measure],
        "n": row.n,
        "conventional": [_number(value) for value in row.conventional],
        "dl": [_number(value) for value in row.denoised],
        "t": _number(row.t),
        "p": _number(row.p),
        "paper": {
            "conventional": list(row.published.conventional),
            "dl": list(row.published.denoised),
            "p": row.published.p,
        },
        "verdict": row.verdict,
        "agrees": row.agrees,
    }
