"""The figures of a reader study, as PNG: scores and SUVs by arm, agreement, Bland–Altman.

Conventional is always blue and left or round, DL orange and right or square: they differ for the
colour-blind and in black and white too. Every plot shows the single cases behind its summary.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.reading.agreement import Estimate
from station.reading.analysis import OVERALL, REGROUPED, Analysis, Suv
from station.reading.comparison import LIMITS_OF_AGREEMENT_SD, Comparison
from station.reading.protocol import HIGHEST_SCORE, LOWEST_SCORE, SCORES, Arm, ArmNames
from station.report.document import Picture
from station.report.faces import figure_png
from station.report.plots import new_figure
from station.report.reading.tables import SUV_NAMES, names_of, shown

Floats = NDArray[np.float64]

CONVENTIONAL, DL = "#2b6cb0", "#e0701a"
QUIET, INK = "#8a8f98", "#1d2126"
DPI = 180
WIDTH_CM, PANEL_HEIGHT_CM = 26.0, 9.0
ACROSS = 4
"""Panels in a row"""
PAIRS_SHOWN = 3
"""Pairs of readers; the tables have all of them"""


def pictures(analysis: Analysis) -> tuple[Picture, ...]:
    """What there is to draw of an analysis, in the order of its tables."""
    drawn: list[Picture | None] = [
        _scores(analysis),
        _vgc(analysis),
        _kappas(analysis),
        _between_readers(analysis),
        _reader_differences(analysis),
    ]
    voi = analysis.voi
    if voi is not None:
        drawn += [
            _tissues(voi.reference, analysis.arms),
            _lesions(voi.lesions, voi.ratios, analysis.arms),
            _bland_altman(voi.lesions, analysis.arms),
        ]
    return tuple(picture for picture in drawn if picture is not None)


# --- scores -------------------------------------------------------------------------------------


def _scores(analysis: Analysis) -> Picture | None:
    criteria = {
        name: result for name, result in analysis.criteria.items() if result.by_case.difference.n
    }
    if not criteria:
        return None
    figure, axes = _panels(len(criteria))
    for axis, (name, result) in zip(axes, criteria.items(), strict=False):
        _boxes(axis, [_values(result.by_case)], [""], spread_points=True)
        axis.set_title(names_of(analysis.titles)(name), fontsize=10)
        axis.set_xticks([-0.2, 0.2], [analysis.arms.of(arm) for arm in Arm])
        axis.set_ylim(LOWEST_SCORE - 0.4, HIGHEST_SCORE + 0.4)
        axis.set_yticks(list(SCORES))
    axes[0].set_ylabel("score, mean over readers", fontsize=9)
    return _picture(
        "scores",
        figure,
        "Scores by arm. A dot is a case, a line joins its two images; the box holds the middle "
        "half of the cases, the bar is the median, the diamond the mean.",
    )


def _values(comparison: Comparison) -> tuple[Floats, Floats]:
    before, after = comparison.values
    return np.array(before, np.float64), np.array(after, np.float64)


def _boxes(
    axis: Any,
    pairs: Sequence[tuple[Floats, Floats]],
    names: Sequence[str],
    spread_points: bool,
    width: float = 0.28,
) -> None:
    """Two boxes at each of x = 0, 1, …: conventional left, DL right."""
    for x, (before, after) in enumerate(pairs):
        if not len(before):
            continue
        generator = np.random.default_rng(0)  # jitter only
        jitter = generator.uniform(-0.07, 0.07, len(before))
        if spread_points:
            lift = generator.uniform(-0.05, 0.05, len(before))
            axis.plot(
                np.stack([x - 0.2 + jitter, x + 0.2 + jitter]),
                np.stack([before + lift, after + lift]),
                color=QUIET,
                linewidth=0.5,
                alpha=0.35,
                zorder=1,
            )
        for side, values, colour, marker in (
            (-0.2, before, CONVENTIONAL, "o"),
            (0.2, after, DL, "s"),
        ):
            lift = generator.uniform(-0.05, 0.05, len(values)) if spread_points else 0.0
            axis.plot(
                x + side + jitter,
                values + lift,
                marker,
                color=colour,
                markersize=2.6,
                alpha=0.45,
                markeredgewidth=0,
                zorder=2,
            )
            axis.boxplot(
                values,
                positions=[x + side],
                widths=width,
                showfliers=False,
                showmeans=True,
                manage_ticks=False,
                zorder=3,
                medianprops={"color": colour, "linewidth": 2.0},
                boxprops={"color": colour, "linewidth": 1.2},
                whiskerprops={"color": colour, "linewidth": 1.0},
                capprops={"color": colour, "linewidth": 1.0},
                meanprops={
                    "marker": "D",
                    "markersize": 4.5,
                    "markerfacecolor": "white",
                    "markeredgecolor": colour,
                },
            )
    if any(names):
        axis.set_xticks(range(len(names)), names)
    axis.set_xlim(-0.6, len(pairs) - 0.4)


def _vgc(analysis: Analysis) -> Picture | None:
    """The curve of each criterion, over the diagonal of no difference."""
    curves = {name: of.vgc for name, of in analysis.criteria.items() if of.vgc.curve}
    if not curves:
        return None
    figure, axes = _panels(len(curves))
    for axis, (name, of) in zip(axes, curves.items(), strict=True):
        x, y = np.array(of.curve).T
        axis.plot([0, 1], [0, 1], color=QUIET, linewidth=0.8, linestyle="--")
        axis.plot(x, y, color=DL, marker="s", markersize=4, linewidth=1.4)
        axis.set_title(names_of(analysis.titles)(name), fontsize=10)
        axis.set_xlabel(f"{analysis.arms.conventional}, share", fontsize=8.5)
        axis.set_xlim(-0.02, 1.02)
        axis.set_ylim(-0.02, 1.02)
        axis.set_aspect("equal")
        area = of.area.value
        if area is not None:
            axis.annotate(f"area {area:.2f}", (0.97, 0.04), ha="right", fontsize=8.5, color=DL)
    axes[0].set_ylabel(f"{analysis.arms.dl}, share", fontsize=8.5)
    return _picture(
        "vgc",
        figure,
        "Visual grading characteristics: shares of images of each arm scored as high or higher, "
        "from 5 at the lower left to 1 at the upper right. Above the diagonal the DL image is "
        "scored higher.",
    )


# --- agreement ----------------------------------------------------------------------------------


def _kappas(analysis: Analysis) -> Picture | None:
    """Every figure of agreement with its interval, a row each."""
    kinds: list[tuple[str, str, str]] = [
        ("Fleiss' kappa, 3 points", INK, "D"),
        ("AC1, 3 points", "#2f855a", "o"),
        ("AC1, 5 points", "#2f855a", "s"),
        ("Cohen's kappa, 5 points", "#8b5fbf", "o"),
        ("quadratic-weighted kappa, 5 points", "#8b5fbf", "s"),
    ]
    rows: list[tuple[str, list[Sequence[Estimate]]]] = []
    for name, agreement in analysis.agreement.items():
        of = "All criteria" if name == OVERALL else names_of(analysis.titles)(name)
        pairs = list(agreement.cohen)[:PAIRS_SHOWN]
        figures: list[Sequence[Estimate]] = [
            [agreement.fleiss],
            [agreement.ac1],
            [agreement.ac1_raw],
        ]
        figures += [
            [agreement.cohen[pair] for pair in pairs],
            [agreement.quadratic[pair] for pair in pairs],
        ]
        if any(each.value is not None for kind in figures for each in kind):
            rows.append((of, figures))
    if not rows:
        return None
    step = 0.16
    figure, (axis,) = _panels(1, height_cm=3.2 + 2.3 * len(rows))
    for row, (_, figures) in enumerate(rows):
        for kind, estimates in enumerate(figures):
            label, colour, marker = kinds[kind]
            for number, estimate in enumerate(estimates):
                if estimate.value is None:
                    continue
                y = row + (kind - 2) * step + number * 0.045
                value = estimate.value
                low, high = estimate.ci or (value, value)
                axis.errorbar(
                    [value],
                    [y],
                    xerr=[[max(value - low, 0)], [max(high - value, 0)]],
                    color=colour,
                    marker=marker,
                    markersize=5,
                    capsize=2.5,
                    linewidth=1.1,
                    linestyle="none",
                    label=label if row == 0 and number == 0 else None,
                )
    axis.set_yticks(range(len(rows)), [of for of, _ in rows], fontsize=9)
    axis.set_ylim(len(rows) - 0.5, -0.5)
    lowest = min(0.0, axis.get_xlim()[0])
    axis.set_xlim(max(-1.0, lowest), 1.02)
    axis.axvline(0, color=QUIET, linewidth=0.8)
    axis.grid(axis="x", color="#dddddd", linewidth=0.6)
    axis.set_xlabel("agreement beyond chance", fontsize=9)
    axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), fontsize=8, frameon=False)
    return _picture(
        "agreement",
        figure,
        "Agreement of the readers, with 95 % intervals of a bootstrap over cases. 0 is what chance "
        "alone gives, 1 full agreement.",
    )


def _answers(analysis: Analysis) -> list[tuple[str, str, str, NDArray[np.int64]]]:
    """(first reader, second reader, criterion, scores that both gave, (items, 2))."""
    of_reader: dict[str, dict[tuple[str, str, str], int]] = {}
    for row in analysis.scores:
        if row.repeat == 0:
            item = (row.criterion, row.case, row.arm.value)
            of_reader.setdefault(row.reader, {})[item] = row.score
    pairs = list(analysis.agreement[OVERALL].cohen) if analysis.agreement else []
    answers: list[tuple[str, str, str, NDArray[np.int64]]] = []
    for first, second in pairs[:PAIRS_SHOWN]:
        own, other = of_reader[first], of_reader[second]
        both = [(item[0], own[item], other[item]) for item in own if item in other]
        for criterion in analysis.criteria if both else ():
            scores = [(mine, theirs) for of, mine, theirs in both if of == criterion]
            answers.append((first, second, criterion, np.array(scores, np.int64).reshape(-1, 2)))
    return answers


def _between_readers(analysis: Analysis) -> Picture | None:
    """How often one reader's score met the other's: a disc for each combination."""
    answers = _answers(analysis)
    if not answers:
        return None
    figure, axes = _panels(len(answers))
    for axis, (first, second, criterion, scores) in zip(axes, answers, strict=True):
        for group in sorted(set(REGROUPED.values())):
            inside = [score for score in SCORES if REGROUPED[score] == group]
            low, side = inside[0] - 0.5, len(inside)
            axis.add_patch(_square(low, side))
        cells, counts = np.unique(scores, axis=0, return_counts=True)
        most = max(1, int(counts.max())) if len(counts) else 1
        for (mine, theirs), count in zip(cells, counts, strict=True):
            agree = mine == theirs
            axis.scatter(
                mine,
                theirs,
                s=30 + 520 * count / most,
                color="#2f855a" if agree else "#b83280",
                alpha=0.35,
                linewidths=0,
                zorder=2,
            )
            axis.annotate(str(count), (mine, theirs), ha="center", va="center", fontsize=7.5)
        axis.set_title(names_of(analysis.titles)(criterion), fontsize=10)
        axis.set_xlabel(first, fontsize=9)
        axis.set_ylabel(second, fontsize=9)
        for limits, ticks in ((axis.set_xlim, axis.set_xticks), (axis.set_ylim, axis.set_yticks)):
            limits(LOWEST_SCORE - 0.6, HIGHEST_SCORE + 0.6)
            ticks(list(SCORES))
        axis.set_aspect("equal")
        axis.grid(visible=False)
    return _picture(
        "readers",
        figure,
        "What two readers gave the same image. The number is how many images (both arms); on the "
        "diagonal they agree, in a grey square they agree after regrouping to three points.",
    )


def _square(low: float, side: float) -> Any:
    from matplotlib.patches import Rectangle

    patch: Any = Rectangle((low, low), side, side, color="#eceef1", linewidth=0, zorder=0)
    return patch


def _reader_differences(analysis: Analysis) -> Picture | None:
    """Bland–Altman of two readers: who scores higher, and where."""
    answers = _answers(analysis)
    if not answers:
        return None
    figure, axes = _panels(len(answers))
    for axis, (first, second, criterion, scores) in zip(axes, answers, strict=True):
        axis.set_title(names_of(analysis.titles)(criterion), fontsize=10)
        axis.set_xlabel(f"mean of {first} and {second}", fontsize=8.5)
        axis.set_ylabel(f"{second} − {first}", fontsize=8.5)
        axis.set_xlim(LOWEST_SCORE - 0.4, HIGHEST_SCORE + 0.4)
        axis.axhline(0, color=QUIET, linewidth=0.8)
        if not len(scores):
            _say_nothing(axis)
            continue
        differences = (scores[:, 1] - scores[:, 0]).astype(np.float64)
        where, counts = np.unique(
            np.stack([scores.mean(axis=1), differences], axis=1), axis=0, return_counts=True
        )
        axis.scatter(
            where[:, 0],
            where[:, 1],
            s=14 + 300 * counts / counts.max(),
            color=INK,
            alpha=0.35,
            linewidths=0,
        )
        _limits(axis, differences)
        reach = max(2.3, float(np.abs(differences).max()) + 0.5)
        axis.set_ylim(-reach, reach)
    return _picture(
        "readers-bland-altman",
        figure,
        "Bland–Altman plot of two readers: the larger the disc, the more images. Solid: mean "
        "difference; dashed: ± 1.96 SD.",
    )


# --- SUVs ---------------------------------------------------------------------------------------


def _tissues(reference: Mapping[str, Mapping[Suv, Comparison]], arms: ArmNames) -> Picture | None:
    if not reference:
        return None
    figure, axes = _panels(len(Suv), across=1, height_cm=6.6)
    for axis, suv in zip(axes, Suv, strict=True):
        pairs = [_values(of_suv[suv]) for of_suv in reference.values()]
        _boxes(axis, pairs, [_wrapped(shown(site)) for site in reference], spread_points=False)
        axis.set_ylabel(SUV_NAMES[suv], fontsize=9)
        axis.set_ylim(bottom=0)
    _legend(figure, arms)
    return _picture("tissues", figure, "SUVs of healthy tissues by arm. A dot is a case.")


def _lesions(
    lesions: Mapping[Suv, Comparison], ratios: Mapping[Suv, Comparison], arms: ArmNames
) -> Picture | None:
    tables = [(table, what) for table, what in ((lesions, ""), (ratios, " / aortic arch")) if table]
    if not tables:
        return None
    figure, axes = _panels(len(tables), across=2)
    for axis, (table, what) in zip(axes, tables, strict=False):
        names = [SUV_NAMES[suv] for suv in table]
        _boxes(axis, [_values(of_suv) for of_suv in table.values()], names, spread_points=False)
        axis.set_ylim(bottom=0)
        axis.set_ylabel("ratio" if what else "SUV", fontsize=9)
        axis.set_title("Lesion to aortic arch" if what else "Lesions", fontsize=10)
    _legend(figure, arms)
    return _picture("lesions", figure, "Lesions by arm. A dot is a lesion.")


def _bland_altman(lesions: Mapping[Suv, Comparison], arms: ArmNames) -> Picture | None:
    if not lesions or not any(of_suv.difference.n for of_suv in lesions.values()):
        return None
    figure, axes = _panels(len(lesions))
    for axis, (suv, comparison) in zip(axes, lesions.items(), strict=False):
        before, after = _values(comparison)
        axis.set_title(f"{SUV_NAMES[suv]} of lesions", fontsize=10)
        axis.set_xlabel("mean of both arms", fontsize=9)
        axis.axhline(0, color=QUIET, linewidth=0.8)
        if not len(before):
            _say_nothing(axis)
            continue
        axis.plot(
            (before + after) / 2,
            after - before,
            "o",
            color=INK,
            markersize=3.5,
            alpha=0.5,
            markeredgewidth=0,
        )
        _limits(axis, after - before)
    axes[0].set_ylabel(f"{arms.dl} − {arms.conventional}", fontsize=9)
    return _picture(
        "bland-altman",
        figure,
        "Bland–Altman plot of the lesions' SUVs. Solid: mean difference; dashed: limits of "
        "agreement, ± 1.96 SD.",
    )


def _limits(axis: Any, differences: Floats) -> None:
    """The mean difference and the limits of agreement, with their figures at the right edge."""
    mean = float(differences.mean())
    lines = [(mean, "-")]
    if len(differences) > 1:
        reach = LIMITS_OF_AGREEMENT_SD * float(differences.std(ddof=1))
        lines += [(mean - reach, "--"), (mean + reach, "--")] if reach else []
    for value, style in lines:
        axis.axhline(value, color=DL, linewidth=1.1, linestyle=style)
        axis.annotate(
            f"{value:+.2f}".replace("-", "−"),
            (1.0, value),
            xycoords=("axes fraction", "data"),
            xytext=(-2, 2),
            textcoords="offset points",
            ha="right",
            fontsize=7.5,
            color=DL,
        )


# --- the sheet ----------------------------------------------------------------------------------


def _panels(
    count: int, across: int = ACROSS, height_cm: float = PANEL_HEIGHT_CM
) -> tuple[Any, Sequence[Any]]:
    """A figure with so many axes, in rows; a place left over stays empty."""
    columns = min(count, across)
    rows = -(-count // columns)
    figure, axes = new_figure(columns, WIDTH_CM, rows * height_cm, rows)
    figure.get_layout_engine().set(w_pad=0.08, h_pad=0.08, wspace=0.04, hspace=0.04)
    for spare in axes[count:]:
        spare.set_axis_off()
    for axis in axes[:count]:
        axis.tick_params(labelsize=8)
        axis.grid(axis="y", color="#e6e6e6", linewidth=0.6)
        axis.set_axisbelow(True)
        for side in ("top", "right"):
            axis.spines[side].set_visible(False)
    return figure, axes[:count]


def _legend(figure: Any, arms: ArmNames) -> None:
    from matplotlib.lines import Line2D

    handles = [
        Line2D([], [], color=colour, marker=marker, linestyle="none", label=arms.of(arm))
        for arm, colour, marker in zip(Arm, (CONVENTIONAL, DL), ("o", "s"), strict=True)
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=2, frameon=False, fontsize=9)


def _say_nothing(axis: Any) -> None:
    axis.text(0.5, 0.5, "nothing to show", ha="center", transform=axis.transAxes, color=QUIET)


def _wrapped(name: str) -> str:
    """A name of several words on two lines, so that neighbours do not meet."""
    words = name.split(" ")
    middle = (len(words) + 1) // 2
    return name if len(words) < 2 else f"{' '.join(words[:middle])}\n{' '.join(words[middle:])}"


def _picture(name: str, figure: Any, caption: str) -> Picture:
    return Picture(name, figure_png(figure, dpi=DPI), caption)
