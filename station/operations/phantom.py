"""What `station phantom` does: the figures of every scan of the NEMA phantom in the given paths."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from station.errors import StationError
from station.operations.images import find_series, load_image
from station.pet.phantom.figures import (
    MAX_BANDS,
    MEAN_BANDS,
    RATIOS,
    Earl,
    Harmonised,
    PhantomFigures,
    SphereFigures,
    examine_phantom,
    harmonised,
)
from station.pet.phantom.finding import FoundPhantom
from station.pet.study import Series, Study
from station.pet.volume import Volume
from station.pet.words import finite
from station.progress import Report, part, silent

_RATIO = re.compile(
    r"(?<![\d.,:])(\d{1,2}(?:[.,]\d{1,3})?)\s?(?::|to)\s?1(?![\d.,:])", re.IGNORECASE
)
"""A ratio of activities as people write it: 8:1, 9.7 : 1, 10 to 1"""


@dataclass(frozen=True, eq=False)
class ExaminedPhantom:
    """One image of the phantom."""

    study: Study
    series: Series
    volume: Volume
    figures: PhantomFigures
    found: FoundPhantom
    harmonised: Harmonised | None
    """None: not asked for"""


def examine_phantoms(
    paths: Sequence[Path],
    earl: Earl,
    ratio: float | None,
    series_uids: Sequence[str],
    unpack_into: Path,
    *,
    with_filter: bool = False,
    report: Report = silent,
) -> list[ExaminedPhantom]:
    """Every PET below the paths, or the series named by `series_uids`, as images of the phantom.

    `ratio` of the activities in spheres and background; None: as a description says, such as
    "NEMA 8:1", or else as the largest sphere of each image has it. `with_filter` looks for the
    filter of `Harmonised`.

    A series that is no image of the phantom is left out, with its sentence in the warnings of the
    others. Raises StationError where nothing is left.
    """
    chosen = find_series(paths, series_uids, unpack_into, part(report, 0.0, 0.3))
    examined: list[ExaminedPhantom] = []
    refused: list[str] = []
    for number, (study, series) in enumerate(chosen):
        of_series = part(
            report, 0.3 + 0.7 * number / len(chosen), 0.3 + 0.7 * (number + 1) / len(chosen)
        )
        try:
            examined.append(_examined(study, series, earl, ratio, with_filter, of_series))
        except StationError as error:
            refused.append(str(error))
    if not examined:
        raise StationError(" ".join(dict.fromkeys(refused)))
    return [_warned(one, refused) for one in examined]


def _examined(
    study: Study,
    series: Series,
    earl: Earl,
    ratio: float | None,
    with_filter: bool,
    report: Report,
) -> ExaminedPhantom:
    if series.problem is not None:
        raise StationError(series.problem)
    image = load_image(series, report=part(report, 0.0, 0.5))
    # A phantom has no body weight: its activity concentration is what people know of it.
    volume = image.volume if image.stored.unit.is_suv else image.stored.volume()
    report(0.5, "Looking for the spheres")
    stated = stated_ratio(study, series) if ratio is None else None
    figures, found = examine_phantom(volume, series.label, earl, stated or ratio)
    if stated is not None:
        sentence = f"The ratio of {stated:g} was read from the description of study or series."
        figures = replace(figures, warnings=(sentence, *figures.warnings))
    best = harmonised(volume, found, figures, part(report, 0.7, 1.0)) if with_filter else None
    return ExaminedPhantom(study, series, volume, figures, found, best)


def stated_ratio(study: Study, series: Series) -> float | None:
    """The ratio that a description states; None: none, or two that differ."""
    texts = (series.description, study.description)
    values = {
        float(match.group(1).replace(",", ".")) for text in texts for match in _RATIO.finditer(text)
    }
    possible = [value for value in values if RATIOS[0] <= value <= RATIOS[1]]
    return possible[0] if len(possible) == 1 else None


# --- for people ----------------------------------------------------------------------------------


def summary_of(one: ExaminedPhantom) -> tuple[str, ...]:
    """What an image makes of the phantom, in sentences."""
    figures, best = one.figures, one.harmonised
    earl = f"EARL {int(figures.earl)}"
    lines = [
        f"Meets {earl}: all spheres are in its bands."
        if figures.compliant
        else f"Does not meet {earl}.",
        (
            f"Ratio of spheres to background {figures.ratio:.4g}"
            f"{'' if figures.ratio_given else ', from the image itself'}; background "
            f"{figures.background:.5g} {one.volume.unit}, its variability "
            f"{figures.variability_percent:.1f} % in discs of 37 mm."
        ),
        f"The largest sphere is seen as through a Gaussian of {figures.fwhm_mm:.1f} mm.",
    ]
    if best is not None and best.fwhm_mm > 0:
        lines.append(
            f"A Gaussian of {best.fwhm_mm:.1f} mm brings all spheres into the bands: SUV compared "
            f"between {earl} scanners are measured after it."
            if best.compliant
            else f"No Gaussian brings all spheres into the bands; {best.fwhm_mm:.1f} mm comes "
            "nearest."
        )
    elif best is not None and not best.compliant:
        lines.append("No Gaussian brings the spheres nearer to the bands.")
    return tuple(lines)


HEADINGS = (
    "sphere mm",
    "RCmax",
    "band",
    "RCmean A50",
    "band",
    "RCpeak",
    "contrast %",
    "noise %",
)
FILTERED_HEADINGS = ("harmonised RCmax", "harmonised RCmean")
OUTSIDE = " ×"
"""After a recovery that is not in its band"""


def rows_of(one: ExaminedPhantom) -> list[tuple[str, ...]]:
    """The table of an image, its headings first."""
    figures, best = one.figures, one.harmonised
    filtered = () if best is None else best.spheres
    headings: tuple[str, ...] = (*HEADINGS, *FILTERED_HEADINGS) if best else HEADINGS
    rows: list[tuple[str, ...]] = [headings]
    for number, sphere in enumerate(figures.spheres):
        low_max, high_max = MAX_BANDS[figures.earl][sphere.diameter_mm]
        low_mean, high_mean = MEAN_BANDS[figures.earl][sphere.diameter_mm]
        row: tuple[str, ...] = (
            f"{sphere.diameter_mm:g}{'' if sphere.visible else ' (not seen)'}",
            f"{sphere.rc_max:.2f}{'' if sphere.max_in_band else OUTSIDE}",
            f"{low_max:.2f}–{high_max:.2f}",
            f"{sphere.rc_mean:.2f}{'' if sphere.mean_in_band else OUTSIDE}",
            f"{low_mean:.2f}–{high_mean:.2f}",
            f"{sphere.rc_peak:.2f}",
            f"{sphere.contrast_recovery_percent:.0f}",
            f"{sphere.variability_percent:.1f}",
        )
        if filtered:
            after = filtered[number]
            row = (
                *row,
                f"{after.rc_max:.2f}{'' if after.max_in_band else OUTSIDE}",
                f"{after.rc_mean:.2f}{'' if after.mean_in_band else OUTSIDE}",
            )
        rows.append(row)
    return rows


def write_report(examined: Sequence[ExaminedPhantom], path: Path) -> None:
    """Tables and figures of all images as PDF. Raises StationError where it cannot be written."""
    from station.report.document import as_pdf
    from station.report.phantom import PhantomImage, document
    from station.whole_file import whole_file, writing

    images = tuple(
        PhantomImage(
            one.series.label,
            one.figures,
            one.harmonised,
            one.volume,
            one.found,
            summary_of(one),
            tuple(rows_of(one)),
        )
        for one in examined
    )
    with writing(path), whole_file(path) as part:
        part.write_bytes(as_pdf(document(images)))


def _warned(one: ExaminedPhantom, sentences: Sequence[str]) -> ExaminedPhantom:
    every = tuple(dict.fromkeys((*one.figures.warnings, *sentences)))
    return replace(one, figures=replace(one.figures, warnings=every))


def as_json(examined: Sequence[ExaminedPhantom]) -> list[dict[str, Any]]:
    """The figures as JSON-able values."""
    return [
        {
            "series_uid": one.series.uid,
            "role": str(one.series.role),
            "ratio": finite(one.figures.ratio),
            "spheres": [_sphere_json(sphere) for sphere in one.figures.spheres],
            "background": {
                "mean": finite(one.figures.background),
                "variability_percent": finite(one.figures.variability_percent),
            },
            "earl": int(one.figures.earl),
            "compliant": one.figures.compliant,
            "warnings": list(one.figures.warnings),
        }
        for one in examined
    ]


def _sphere_json(sphere: SphereFigures) -> dict[str, Any]:
    return {
        "diameter_mm": sphere.diameter_mm,
        "center_lps_mm": [float(mm) for mm in np.round(sphere.centre_mm, 3)],
        "rc_max": finite(sphere.rc_max),
        "rc_mean_a50": finite(sphere.rc_mean),
        "rc_peak": finite(sphere.rc_peak),
        "contrast_recovery_percent": finite(sphere.contrast_recovery_percent),
        "in_band": {"max": sphere.max_in_band, "mean": sphere.mean_in_band},
    }
