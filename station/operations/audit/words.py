"""An audit in words, tables and JSON: for the terminal, the window and the report."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from station.operations.audit.figures import ARMS, CONVENTIONAL, DENOISED, KEPT, KindFigures, Share
from station.operations.audit.run import Audit
from station.pet.inserts.placing import SITE_WORDS
from station.pet.inserts.planting import mean_recovery
from station.pet.words import count_of, finite, listed
from station.reading.bootstrap import Summary

HEADINGS = (
    "site",
    "contrast",
    "mm",
    "seen, conventional",
    "seen, denoised",
    "difference",
    "seen with nothing there",
    "contrast left, mean",
    "contrast left, max",
    "d′",
)
NOTE = (
    "Seen: a local maximum inside the insert, four standard deviations and a quarter above its "
    "surroundings in the same image. Shares and means with 95 % intervals over places. Where two "
    "values are given they are those of the conventional and of the denoised image."
)
ARM_WORDS = {CONVENTIONAL: "conventional", DENOISED: "denoised"}


def rows_of(audit: Audit) -> list[tuple[str, ...]]:
    """The table, its headings first; a line a kind."""
    return [HEADINGS, *(_row(one) for one in audit.kinds)]


def _row(one: KindFigures) -> tuple[str, ...]:
    conventional, denoised = (one.arms[arm] for arm in ARMS)
    false = [one.arms[arm].seen_where_nothing_is for arm in ARMS]
    return (
        one.kind.site,
        f"{one.kind.contrast:g}",
        f"{one.kind.diameter_mm:g}",
        share_words(conventional.seen),
        share_words(denoised.seen),
        f"{_points(one.difference)}{MARKS[one.verdict]}",
        " / ".join(f"{100 * share.value:.0f} %" for share in false),
        f"{conventional.recovery.value:.2f} / {denoised.recovery.value:.2f}",
        f"{conventional.highest.value:.2f} / {denoised.highest.value:.2f}",
        f"{conventional.detectability.value:.1f} / {denoised.detectability.value:.1f}",
    )


MARKS = {"keeps more": " ▲", "keeps fewer": " ▼", "no difference shown": ""}
"""After a difference whose interval does not hold 0"""


def share_words(share: Share) -> str:
    """`84 % (71–92)`."""
    return f"{100 * share.value:.0f} % ({100 * share.low:.0f}–{100 * share.high:.0f})"


def _points(difference: Summary) -> str:
    value, low, high = (
        f"{round(100 * number):+d}".replace("+0", "0").replace("-", "−")
        for number in (difference.value, difference.low, difference.high)
    )
    return f"{value} ({low} to {high})"


def summary_of(audit: Audit) -> tuple[str, ...]:
    """What each arm keeps, what the denoiser loses and what it invents, in sentences."""
    sentences = [_kept(audit, site, contrast) for site, contrast in _panels(audit)]
    sentences += [*([_lost(audit)] if audit.kinds else ()), *_invented(audit)]
    if audit.left_out:
        sentences.append(
            f"{count_of(audit.left_out, 'insert')} had too little of the organ around "
            f"{'it' if audit.left_out == 1 else 'them'} and could not be judged."
        )
    return tuple(sentences)


def _panels(audit: Audit) -> tuple[tuple[str, float], ...]:
    return tuple(dict.fromkeys((one.kind.site, one.kind.contrast) for one in audit.kinds))


def of_panel(audit: Audit, site: str, contrast: float) -> tuple[KindFigures, ...]:
    """The kinds of one site and contrast, the smallest first."""
    return tuple(
        one for one in audit.kinds if (one.kind.site, one.kind.contrast) == (site, contrast)
    )


def _kept(audit: Audit, site: str, contrast: float) -> str:
    kinds = of_panel(audit, site, contrast)
    words: list[str] = []
    for arm in ARMS:
        smallest = None
        for one in reversed(kinds):
            if one.arms[arm].seen.value < KEPT:
                break
            smallest = one.kind.diameter_mm
        kept = "none of the sizes" if smallest is None else f"{smallest:g} mm and larger"
        words.append(f"{ARM_WORDS[arm]} {kept}")
    return (
        f"{SITE_WORDS[site].capitalize()}, contrast {contrast:g}, seen in at least "
        f"{100 * KEPT:.0f} %: {words[0]}; {words[1]}."
    )


def _lost(audit: Audit) -> str:
    fewer = [one for one in audit.kinds if one.verdict == "keeps fewer"]
    more = [one for one in audit.kinds if one.verdict == "keeps more"]
    parts: list[str] = []
    if fewer:
        parts.append(f"The denoised image loses what the filter keeps: {_names(fewer)}.")
    if more:
        parts.append(f"It shows what the filter hides: {_names(more)}.")
    if not parts:
        return "No size and contrast was shown to be kept better by either image."
    return " ".join(parts)


def _names(kinds: Sequence[KindFigures]) -> str:
    return listed(
        f"{one.kind.diameter_mm:g} mm in {SITE_WORDS[one.kind.site]} at {one.kind.contrast:g} "
        f"({_points(one.difference).split(' ')[0]} points)"
        for one in kinds
    )


def _invented(audit: Audit) -> tuple[str, ...]:
    sentences: list[str] = []
    if audit.kinds:
        counts = {
            arm: sum(one.arms[arm].seen_where_nothing_is.count for one in audit.kinds)
            for arm in ARMS
        }
        total = sum(one.n for one in audit.kinds)
        sentences.append(
            f"Where nothing was put in, the denoised image shows something at {counts[DENOISED]} "
            f"of {total} places, the conventional one at {counts[CONVENTIONAL]}."
        )
    litres = sum(one.litres for one in audit.foci)
    alone = {arm: sum(one.alone[arm] for one in audit.foci) for arm in ARMS}
    sentences.append(
        f"In {litres:.1f} L without inserts {count_of(alone[DENOISED], 'focus', 'foci')} "
        f"{'is' if alone[DENOISED] == 1 else 'are'} in the denoised image alone and "
        f"{alone[CONVENTIONAL]} in the conventional one alone."
    )
    return tuple(sentences)


FOCI_HEADINGS = (
    "site",
    "litres",
    "conventional",
    "denoised",
    "conventional alone",
    "denoised alone",
)


def foci_rows(audit: Audit) -> list[tuple[str, ...]]:
    """The foci of the image without inserts, the headings first."""
    return [
        FOCI_HEADINGS,
        *(
            (
                one.site,
                f"{one.litres:.2f}",
                *(str(one.foci[arm]) for arm in ARMS),
                *(str(one.alone[arm]) for arm in ARMS),
            )
            for one in audit.foci
        ),
    ]


def theory(audit: Audit, diameter_mm: float) -> float:
    """The contrast that the filter leaves of a sphere, by calculation: both blurs in sequence."""
    fwhm_mm = (audit.resolution.fwhm_mm**2 + audit.wish.filter_fwhm_mm**2) ** 0.5
    return mean_recovery(diameter_mm, fwhm_mm)


def as_json(audit: Audit) -> dict[str, Any]:
    """The audit as JSON-able values."""
    wish = audit.wish
    return {
        "denoiser": audit.denoiser,
        "conventional_fwhm_mm": wish.filter_fwhm_mm,
        "resolution_fwhm_mm": audit.resolution.fwhm_mm,
        "resolution_measured": audit.resolution.measured,
        "n": wish.n,
        "seed": wish.seed,
        "images": audit.images,
        "not_judged": audit.left_out,
        "kinds": [_kind_json(audit, one) for one in audit.kinds],
        "foci_without_inserts": [
            {
                "site": one.site,
                "litres": finite(one.litres),
                "foci": dict(one.foci),
                "alone": dict(one.alone),
            }
            for one in audit.foci
        ],
        "summary": list(summary_of(audit)),
        "cautions": list(audit.sentences),
    }


def _kind_json(audit: Audit, one: KindFigures) -> dict[str, Any]:
    return {
        "site": one.kind.site,
        "diameter_mm": one.kind.diameter_mm,
        "contrast": one.kind.contrast,
        "n": one.n,
        "places": one.places,
        "background": finite(one.background),
        "arms": {
            arm: {
                "seen": _share_json(figures.seen),
                "seen_where_nothing_is": _share_json(figures.seen_where_nothing_is),
                "contrast_recovery_mean": _summary_json(figures.recovery),
                "contrast_recovery_max": _summary_json(figures.highest),
                "detectability": _summary_json(figures.detectability),
            }
            for arm, figures in one.arms.items()
        },
        "recovery_of_filter_by_theory": finite(theory(audit, one.kind.diameter_mm)),
        "lost": one.lost,
        "gained": one.gained,
        "difference": _summary_json(one.difference),
        "verdict": one.verdict,
    }


def _share_json(share: Share) -> dict[str, Any]:
    return {
        "count": share.count,
        "of": share.of,
        "share": finite(share.value),
        "interval": [finite(share.low), finite(share.high)],
    }


def _summary_json(summary: Summary) -> dict[str, Any]:
    return {
        "value": finite(summary.value),
        "interval": [finite(summary.low), finite(summary.high)],
    }


def write_report(audit: Audit, series: str, path: Path) -> None:
    """Tables and curves as PDF. Raises StationError where it cannot be written."""
    from station.report.audit import Page, document
    from station.report.document import as_pdf
    from station.whole_file import whole_file, writing

    page = Page(
        series,
        audit.denoiser,
        setting_words(audit),
        summary_of(audit),
        tuple(rows_of(audit)),
        NOTE,
        tuple(foci_rows(audit)),
        panels_of(audit),
        audit.sentences,
    )
    with writing(path), whole_file(path) as part:
        part.write_bytes(as_pdf(document(page)))


def setting_words(audit: Audit) -> str:
    """What was done, in a sentence."""
    wish = audit.wish
    sites = listed(SITE_WORDS[site] for site in wish.sites)
    return (
        f"{wish.n} spheres of every size and contrast in {sites}, in {audit.images} copies of the "
        f"unfiltered image (seed {wish.seed}), blurred by {audit.resolution.fwhm_mm:g} mm; "
        f"conventional: Gaussian of {wish.filter_fwhm_mm:g} mm."
    )


def panels_of(audit: Audit) -> "tuple[Any, ...]":
    """What the curves show."""
    from station.report.audit import Curve, Panel

    panels: list[Any] = []
    for site, contrast in _panels(audit):
        kinds = of_panel(audit, site, contrast)
        sizes = tuple(one.kind.diameter_mm for one in kinds)
        seen = tuple(
            Curve(
                ARM_WORDS[arm],
                tuple(one.arms[arm].seen.value for one in kinds),
                tuple(one.arms[arm].seen.low for one in kinds),
                tuple(one.arms[arm].seen.high for one in kinds),
            )
            for arm in ARMS
        )
        left = tuple(
            Curve(
                ARM_WORDS[arm],
                tuple(one.arms[arm].recovery.value for one in kinds),
                tuple(one.arms[arm].recovery.low for one in kinds),
                tuple(one.arms[arm].recovery.high for one in kinds),
            )
            for arm in ARMS
        )
        title = f"{SITE_WORDS[site]}, contrast {contrast:g}"
        panels.append(Panel(title, sizes, seen, left, tuple(theory(audit, size) for size in sizes)))
    return tuple(panels)
