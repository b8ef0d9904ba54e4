"""The report of a denoiser's evaluation: its figures and pictures; `resources/reports/denoiser.md`
has the words and tables.

What was asked for and could not be measured is stated in its place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite, isnan, nan
from typing import Any

import numpy as np

from station.lab.denoiser.evidence import (
    COLD,
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
    Evidence,
    PairedRow,
    TwoLosses,
    comparisons,
    losses,
    of_images,
    paper_tables,
    recovery,
    requirements,
)
from station.lab.denoiser.measures import LESION_SITE, LesionRow, SizeClass
from station.lab.requirements import NONE, printed, rounded, shown, verdict
from station.lab.runs import plain
from station.pet.foci import DETECTION_RULE
from station.reading.bootstrap import Summary, mean, median
from station.report.document import Document, from_template
from station.report.plots import Panel, Points, draw

SIZES: Mapping[str, SizeClass | None] = {
    "all sizes": None,
    **{str(size): size for size in SizeClass},
}
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
TABLE_TITLES = {
    3: "Table 3: SUVs in healthy organ tissues",
    4: "Table 4: SUVs in lesions",
    5: f"Table 5: SUV of lesions over the {SITE_NAMES[RATIO_SITE].lower()}",
}


@dataclass(frozen=True)
class Judgement:
    """What was evaluated."""

    model: str
    """The denoiser that is judged"""
    others: tuple[str, ...]
    """Judged at one level"""
    two_losses: TwoLosses | None
    """Two of them that differ in the loss alone"""
    lines: tuple[str, ...]
    """Of what, when, by which program"""


def document(evidence: Evidence, judgement: Judgement) -> Document:
    """The whole report."""
    model, tissues = judgement.model, evidence.tissues
    names, levels = _names(evidence, judgement), evidence.levels(STANDARD)
    recoveries = {
        measure_of: {
            name: [
                median(recovery(_lesions(evidence, name, size=size), measure_of))
                for size in SIZES.values()
            ]
            for name in names
        }
        for measure_of in MEASURES
    }
    by_level = {
        name: [_figures(evidence, STANDARD, level, name) for level in levels]
        for name in names
        if name not in judgement.others
    }
    gains: dict[str, list[Summary]] = {}
    for comparison in comparisons(evidence, model):
        gains.setdefault(comparison.figure, []).append(comparison.gain)
    rows = paper_tables(tissues, model)
    covs = [row.reference_liver_sd / row.reference_liver_mean for row in evidence.images]
    covs = [cov for cov in covs if isfinite(cov)]
    facts: dict[str, Any] = {
        "model": model,
        "about": judgement.lines,
        **verdict(requirements(evidence, model, judgement.two_losses)),
        "level": f"{LEVEL_S:g}",
        "sizes": SIZES,
        "recoveries": {MEASURE_NAMES[name]: images for name, images in recoveries.items()},
        "cold": {
            name: median(recovery(_lesions(evidence, name, cold=True), "mean")) for name in names
        },
        "levels": [f"{level:g}" for level in levels],
        "by_level": by_level,
        "gains": gains,
        "organ_bias": f"{ORGAN_BIAS_AT_MOST:.1%}",
        "whole_images": _images(evidence, judgement, STANDARD, LEVEL_S),
        "own_cov": float(np.median(covs)) if covs else None,
        "rule": {
            "lowest": f"{DETECTION_RULE.lowest:g}",
            "sds": f"{DETECTION_RULE.sds:g}",
            "contrast": f"{DETECTION_RULE.contrast:g}",
            "below": f"{DETECTION_RULE.below:.0%}",
        },
        "foci": _foci(evidence, judgement),
        "lost": [losses(evidence, model, level) for level in levels],
        "patients": len({row.shown.case for row in tissues}),
        "lesions": len({(row.shown.case, row.lesion) for row in tissues if row.lesion}),
        "paper_tables": {
            name: _by_table(paper_tables(tissues, name)) for name in (model, *judgement.others)
        },
        "disagreements": [_disagreement(row) for row in rows if row.agrees is False],
        "sites": SITE_NAMES,
        "measures": MEASURE_NAMES,
        "elsewhere": _elsewhere(evidence, judgement),
        "printed": printed,
        "rounded": rounded,
        "percent": _percent,
        "signed": _signed,
        "mean_sd": _mean_and_sd,
        "p_value": _p_value,
    }
    pictures = {
        "recovery": draw(_recovery_panels(recoveries), names=names),
        "agreement": draw(
            [_agreement(evidence, model, measure_of) for measure_of in MEASURES], names=names
        ),
        "levels": draw(_level_panels(by_level, levels), names=names),
        "trade": draw([_trade(by_level, levels)], width_cm=17, height_cm=11, names=names),
        "paper": draw([_change_panel(rows, measure_of) for measure_of in MEASURES]),
    }
    return from_template("denoiser.md", facts, pictures, shown)


# --- Which images -------------------------------------------------------------------------------


def _names(evidence: Evidence, judgement: Judgement, scenario: str = STANDARD) -> list[str]:
    """Images in the order of every table and legend: the denoiser first."""
    there = evidence.names(scenario)
    order = (judgement.model, CONVENTIONAL, UNFILTERED, FULL_COUNT, *judgement.others)
    return [name for name in order if name in there]


def _seconds(image: str, level: float) -> float | None:
    """The level of an image's rows; the full count has one of its own."""
    return None if image == FULL_COUNT else level


def _lesions(
    evidence: Evidence, name: str, size: SizeClass | None = None, *, cold: bool = False
) -> Sequence[LesionRow]:
    """Of an image at LEVEL_S; where they are cold, the ones without uptake of all sizes."""
    if not cold:
        return evidence.of_lesions(STANDARD, _seconds(name, LEVEL_S), name, size)
    seconds = _seconds(name, LEVEL_S)
    return [
        row
        for row in evidence.lesions
        if row.shown.scenario == STANDARD
        and row.shown.image == name
        and row.kind == COLD
        and (seconds is None or row.shown.seconds_per_bed == seconds)
    ]


def _figures(evidence: Evidence, scenario: str, level: float, name: str) -> dict[str, Any]:
    """The figures of an image at a level."""
    images = evidence.of_images(scenario, _seconds(name, level), name)
    lesions = evidence.of_lesions(scenario, _seconds(name, level), name)
    return {
        "name": name,
        "rmse": median(of_images(images, lambda row: row.body_rmse)),
        "ssim": median(of_images(images, lambda row: row.ssim)),
        "liver": median(of_images(images, lambda row: row.liver_bias)),
        "lung": median(of_images(images, lambda row: row.lung_bias)),
        "cov": median(of_images(images, lambda row: row.liver_cov)),
        **{measure_of: median(recovery(lesions, measure_of)) for measure_of in MEASURES},
    }


def _by_table(rows: Sequence[PairedRow]) -> dict[str, list[PairedRow]]:
    return {
        title: [row for row in rows if row.table == number]
        for number, title in TABLE_TITLES.items()
    }


def _images(
    evidence: Evidence, judgement: Judgement, scenario: str, level: float
) -> list[dict[str, Any]]:
    return [
        _figures(evidence, scenario, level, name)
        for name in _names(evidence, judgement, scenario)
        if evidence.of_images(scenario, _seconds(name, level), name)
    ]


def _foci(evidence: Evidence, judgement: Judgement) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    levels = evidence.levels(LESION_FREE)
    for name in _names(evidence, judgement, LESION_FREE):
        for level in _own(name, levels):
            images = evidence.of_images(LESION_FREE, _seconds(name, level), name)
            if images:
                rows.append(
                    {
                        "image": name,
                        "scan": "full" if name == FULL_COUNT else f"{level:g} s",
                        "scans": len(images),
                        "foci": mean(of_images(images, lambda row: row.foci)),
                        "invented": mean(of_images(images, lambda row: row.invented)),
                    }
                )
    return rows


def _elsewhere(evidence: Evidence, judgement: Judgement) -> list[tuple[str, list[dict[str, Any]]]]:
    """Other bodies, counts, reconstructions and grids than the training's."""
    every: list[tuple[str, list[dict[str, Any]]]] = []
    for scenario in evidence.scenarios:
        if scenario in (STANDARD, LESION_FREE):
            continue
        for level in evidence.levels(scenario):
            cases = {row.shown.case for row in evidence.of_images(scenario, level, CONVENTIONAL)}
            title = f"{scenario}: {level:g} s a bed, {len(cases)} cases"
            every.append((title, _images(evidence, judgement, scenario, level)))
    return every


# --- Words --------------------------------------------------------------------------------------


def _percent(figure: Summary) -> str:
    if not figure.known:
        return NONE
    return f"{100 * figure.value:+.1f} % ({100 * figure.low:+.1f} to {100 * figure.high:+.1f})"


def _signed(gain: Summary) -> str:
    return f"{gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})" if gain.known else NONE


def _mean_and_sd(values: tuple[float, float]) -> str:
    if not isfinite(values[0]):
        return NONE
    return f"{values[0]:.2f} ± {values[1]:.2f}" if isfinite(values[1]) else f"{values[0]:.2f}"


def _p_value(p: float) -> str:
    if isnan(p):
        return NONE
    return "< 0.0001" if p < 1e-4 else f"{p:.3g}"


def _disagreement(row: PairedRow) -> str:
    ratio = " ratio" if row.table == 5 else ""
    name = f"{SITE_NAMES[row.site].lower()} {MEASURE_NAMES[row.measure]}{ratio}"
    return f"{name} ({row.verdict.removeprefix('disagrees: ')})"


# --- Pictures -----------------------------------------------------------------------------------

HIGHEST_SHOWN = 2.0
"""Of a recovery: the noise of the unfiltered image must not stretch the axis"""


def _recovery_panels(recoveries: Mapping[str, Mapping[str, Sequence[Summary]]]) -> list[Panel]:
    return [
        Panel(
            MEASURE_NAMES[measure_of],
            "lesion volume",
            "part of the reference" if measure_of == MEASURES[0] else "",
            tuple(_clipped(_points(name, figures)) for name, figures in images.items()),
            categories=tuple(SIZES),
            targets=(
                (SUVMEAN_AT_LEAST, 1.0) if measure_of == "mean" else HOTTEST_WITHIN,
                (1.0, 1.0),
            ),
        )
        for measure_of, images in recoveries.items()
    ]


def _points(name: str, figures: Sequence[Summary], x: Sequence[float] | None = None) -> Points:
    return Points(
        name,
        tuple(range(len(figures))) if x is None else tuple(x),
        tuple(figure.value for figure in figures),
        tuple(figure.low for figure in figures),
        tuple(figure.high for figure in figures),
    )


def _clipped(points: Points) -> Points:
    def within(values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(nan if isnan(value) else min(value, HIGHEST_SHOWN) for value in values)

    return replace(points, y=within(points.y), low=within(points.low), high=within(points.high))


def _agreement(evidence: Evidence, model: str, measure_of: str) -> Panel:
    def series(name: str) -> Points:
        rows = evidence.of_lesions(STANDARD, LEVEL_S, name)
        return Points(
            name,
            tuple(getattr(row, f"reference_{measure_of}") for row in rows),
            tuple(100 * (row.recovery(measure_of) - 1) for row in rows),
        )

    return Panel(
        MEASURE_NAMES[measure_of],
        "reference (SUV)",
        "difference from it (%)" if measure_of == MEASURES[0] else "",
        (series(model), series(CONVENTIONAL)),
        targets=((0.0, 0.0),),
    )


def _level_panels(
    by_level: Mapping[str, Sequence[Mapping[str, Any]]], levels: Sequence[float]
) -> list[Panel]:
    return [
        Panel(
            title,
            "seconds a bed",
            y_label,
            tuple(
                _points(name, [image[figure] for image in images], levels)
                for name, images in by_level.items()
                if name != UNFILTERED
            ),
            x_log=True,
            joined=True,
        )
        for title, figure, y_label in (
            ("Error in the body", "rmse", "RMSE (SUV)"),
            ("Similarity", "ssim", "SSIM"),
            ("Noise", "cov", "liver CoV"),
        )
    ]


def _trade(by_level: Mapping[str, Sequence[Mapping[str, Any]]], levels: Sequence[float]) -> Panel:
    return Panel(
        "Lesion SUVmean against noise",
        "liver CoV",
        "lesion SUVmean, part of the reference",
        tuple(
            Points(
                name,
                tuple(image["cov"].value for image in _own(name, images)),
                tuple(image["mean"].value for image in _own(name, images)),
                labels=() if name == FULL_COUNT else tuple(f"{level:g} s" for level in levels),
            )
            for name, images in by_level.items()
        ),
        targets=((1.0, 1.0),),
        joined=True,
    )


def _own(name: str, of_levels: Sequence[Any]) -> Sequence[Any]:
    """The full count is one point, not one a level."""
    return of_levels[:1] if name == FULL_COUNT else of_levels


def _change_panel(rows: Sequence[PairedRow], measure_of: str) -> Panel:
    drawn = [row for row in rows if row.table in (3, 4) and row.measure == measure_of]

    def changes(
        name: str, pairs: Iterable[tuple[tuple[float, float], tuple[float, float]]]
    ) -> Points:
        values = [100 * (after[0] / before[0] - 1) if before[0] else nan for before, after in pairs]
        return Points(name, tuple(range(len(values))), tuple(values))

    return Panel(
        MEASURE_NAMES[measure_of],
        "",
        "change (%)" if measure_of == MEASURES[0] else "",
        (
            changes("ours", ((row.conventional, row.denoised) for row in drawn)),
            changes(
                "paper 000",
                ((row.published.conventional, row.published.dl) for row in drawn),
            ),
        ),
        categories=tuple(SITE_NAMES[row.site] for row in drawn),
        targets=((0.0, 0.0),),
    )


# --- The same as data ---------------------------------------------------------------------------


def as_json(evidence: Evidence, judgement: Judgement) -> dict[str, Any]:
    """All figures of the report, JSON-able: what was not measured is None."""

    def sizes_of(scenario: str, seconds: float | None, name: str) -> dict[str, Any]:
        of_sizes = {
            label: evidence.of_lesions(scenario, seconds, name, size)
            for label, size in SIZES.items()
        }
        return {
            label: {
                MEASURE_NAMES[measure_of]: plain(median(recovery(rows, measure_of)))
                for measure_of in MEASURES
            }
            for label, rows in of_sizes.items()
        }

    return {
        "model": judgement.model,
        "beside": list(judgement.others),
        "two_losses": judgement.two_losses and judgement.two_losses._asdict(),
        "requirements": plain(requirements(evidence, judgement.model, judgement.two_losses)),
        "lesion_recovery": {
            scenario: {
                name: {
                    f"{level:g}": sizes_of(scenario, _seconds(name, level), name)
                    for level in evidence.levels(scenario)
                }
                for name in _names(evidence, judgement, scenario)
            }
            for scenario in evidence.scenarios
        },
        "against_conventional": plain(comparisons(evidence, judgement.model)),
        "paper_tables": [
            _paper_row(row) for row in paper_tables(evidence.tissues, judgement.model)
        ],
        "paper_tables_beside": {
            name: [_paper_row(row) for row in paper_tables(evidence.tissues, name)]
            for name in judgement.others
        },
    }


def _paper_row(row: PairedRow) -> dict[str, Any]:
    values = plain(row)
    values["dl"] = values.pop("denoised")
    values["paper"] = values.pop("published")
    return {**values, "measure": MEASURE_NAMES[row.measure]}
