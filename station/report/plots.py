"""The figures of the networks' evaluations, and the paper's published values in them, as PNG.

They are given plain numbers and words. Figures 6 to 8 are those of H. Zhang et al., BMC Med.
Imaging 23 (2023), 10.1186/s12880-023-01017-2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.report.faces import figure_png, use_in_figures

Floats = NDArray[np.float64]

DPI = 150
PAPER = "Zhang et al. 2023"
COLOURS = ("#e0701a", "#2b6cb0", "#8a8f98", "#1a1a1a", "#2f855a", "#8b5fbf", "#b83280", "#7a5c2e")
"""In the order in which images are named; the colour-blind distinguish them by MARKERS too"""
MARKERS = ("o", "s", "^", "D", "v", "P", "X", "*")
TARGET_COLOUR = "#2f855a"
MANY_CATEGORIES = 6
"""More names than these are slanted"""

# --- figures ------------------------------------------------------------------------------------

NOT_TRAINED = "not trained"
SQUARE_CM = 10.5
"""Of a square panel: with its caption and a table it fits a page"""


@dataclass(frozen=True)
class Bars:
    """One measure over the groups; NaN where there is none."""

    name: str
    values: tuple[float, ...]
    spread: tuple[float, ...]
    """Standard deviation"""
    paper: tuple[float, ...]


@dataclass(frozen=True)
class BarPanel:
    title: str
    groups: tuple[str, ...]
    bars: tuple[Bars, ...]


def draw_bars(panels: Sequence[BarPanel]) -> bytes:
    """Groups of bars with their spread, the paper's values as open diamonds; PNG."""
    figure, axes = new_figure(len(panels), 26.0, 10.0)
    handles: dict[str, Any] = {}
    for axis, panel in zip(axes, panels, strict=True):
        _frame(axis, panel.title, "", "")
        width = 0.8 / max(len(panel.bars), 1)
        for number, bars in enumerate(panel.bars):
            at = np.arange(len(panel.groups)) + (number - (len(panel.bars) - 1) / 2) * width
            values, spread = np.array(bars.values), np.nan_to_num(np.array(bars.spread))
            paper = np.array(bars.paper)
            known, printed = np.isfinite(values), np.isfinite(paper)
            colour = COLOURS[number % len(COLOURS)]
            if known.any():
                handles[bars.name] = axis.bar(
                    at[known],
                    values[known],
                    0.9 * width,
                    yerr=spread[known],
                    color=colour,
                    alpha=0.75,
                    error_kw={"elinewidth": 0.9, "capsize": 2},
                )
            if printed.any():
                handles[f"{PAPER}, other images"] = axis.scatter(
                    at[printed],
                    paper[printed],
                    26,
                    "white",
                    marker="D",
                    edgecolors="#1a1a1a",
                    zorder=5,
                )
        for place in range(len(panel.groups)):
            if not any(np.isfinite(bars.values[place]) for bars in panel.bars):
                axis.text(
                    place, 0.02, NOT_TRAINED, rotation=90, ha="center", fontsize=8, color="#5a6270"
                )
        axis.set_xticks(range(len(panel.groups)), panel.groups)
        axis.set_ylim(0, 1.08)
    _legend(figure, handles)
    return png(figure)


@dataclass(frozen=True)
class RocCurve:
    """From (0, 0) to (1, 1)."""

    name: str
    x: Floats
    y: Floats
    main: bool = True
    """Drawn heavily; others thin"""


ROC_AXES = ("Good called Poor (1 - specificity)", "Poor called Poor (sensitivity)")
"""Poor is the positive class"""
PAPERS_ROC_AXES = ("Poor called Good (1 - specificity)", "Good called Good (sensitivity)")
"""Good is, as in the paper"""


@dataclass(frozen=True)
class RocPanel:
    title: str
    curves: tuple[RocCurve, ...]
    point: tuple[float, float] | None = None
    """Of the threshold in use"""
    paper: tuple[float, float] | None = None
    """Of the paper's averages"""
    axes: tuple[str, str] = ROC_AXES


def draw_roc(panels: Sequence[RocPanel]) -> bytes:
    """ROC curves side by side, a panel without a curve says so; PNG."""
    figure, axes = new_figure(len(panels), SQUARE_CM * len(panels), SQUARE_CM)
    for axis, panel in zip(axes, panels, strict=True):
        _frame(axis, panel.title, *panel.axes)
        axis.grid(axis="x", color="#dddddd", linewidth=0.6)
        axis.plot([0, 1], [0, 1], color="#b8bdc5", linewidth=0.8, linestyle=":")
        thin = 0
        for number, curve in enumerate(panel.curves):
            if curve.main:
                colour = COLOURS[(number - thin) % len(COLOURS)]
                axis.plot(curve.x, curve.y, color=colour, linewidth=2.0, label=curve.name)
            else:
                shade = str(0.45 + 0.07 * (thin % 6))
                axis.plot(
                    curve.x,
                    curve.y,
                    color=shade,
                    linewidth=1.0,
                    linestyle=("-", "--", "-.", ":", (0, (5, 1)))[thin % 5],
                    label=curve.name,
                )
                thin += 1
        for place, name, marker, face in (
            (panel.point, "threshold in use", "o", COLOURS[0]),
            (panel.paper, f"{PAPER}, average, other images", "D", "white"),
        ):
            if place is not None:
                axis.scatter(
                    *place, 40, face, marker=marker, edgecolors="#1a1a1a", zorder=5, label=name
                )
        if not panel.curves:
            _nothing(axis)
        axis.set_xlim(-0.02, 1.02)
        axis.set_ylim(-0.02, 1.02)
        axis.set_aspect("equal")
        if panel.curves:
            axis.legend(loc="lower right", fontsize=7.5, frameon=False)
    return png(figure)


@dataclass(frozen=True)
class ConfusionPanel:
    title: str
    names: tuple[str, ...]
    """Of the classes"""
    counts: tuple[tuple[int, ...], ...]
    """(true, called)"""


def draw_confusion(panels: Sequence[ConfusionPanel]) -> bytes:
    """Confusion matrices side by side: numbers, shares of their row, and the row's shades; PNG."""
    figure, axes = new_figure(len(panels), 9.5 * len(panels), 9.5)
    for axis, panel in zip(axes, panels, strict=True):
        counts = np.array(panel.counts, np.float64)
        total = counts.sum(axis=1, keepdims=True)
        shares = np.divide(counts, total, out=np.zeros_like(counts), where=total > 0)
        axis.imshow(shares, cmap="Blues", vmin=0, vmax=1)
        for row, column in np.ndindex(*counts.shape):
            share = shares[row, column]
            label = f"{int(counts[row, column])}"
            if total[row]:
                label += f"\n{share:.0%}"
            axis.text(
                column,
                row,
                label,
                ha="center",
                va="center",
                fontsize=10 if len(counts) < 4 else 8,
                color="white" if share > 0.6 else "#1a1a1a",
            )
        axis.set_title(panel.title, fontsize=10)
        axis.set_xticks(range(len(panel.names)), panel.names, fontsize=9)
        axis.set_yticks(range(len(panel.names)), panel.names, fontsize=9)
        axis.set_xlabel("called", fontsize=9)
        axis.set_ylabel("reference", fontsize=9)
        axis.tick_params(length=0)
    return png(figure)


@dataclass(frozen=True)
class ReliabilityPanel:
    title: str
    x_label: str
    y_label: str
    predicted: tuple[float, ...]
    observed: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def draw_reliability(panels: Sequence[ReliabilityPanel]) -> bytes:
    """Observed shares over predicted probabilities with intervals; PNG."""
    figure, axes = new_figure(len(panels), SQUARE_CM * len(panels), SQUARE_CM)
    for axis, panel in zip(axes, panels, strict=True):
        _frame(axis, panel.title, panel.x_label, panel.y_label)
        axis.plot([0, 1], [0, 1], color=TARGET_COLOUR, linewidth=1.0, linestyle="--")
        observed = np.array(panel.observed)
        if len(observed):
            ends = np.array([panel.low, panel.high])
            axis.errorbar(
                panel.predicted,
                observed,
                yerr=np.abs(ends - observed),
                color=COLOURS[1],
                marker=MARKERS[0],
                markersize=5,
                linestyle="none",
                elinewidth=1.1,
                capsize=2,
            )
        else:
            _nothing(axis)
        axis.set_xlim(-0.02, 1.02)
        axis.set_ylim(-0.02, 1.02)
        axis.set_aspect("equal")
    return png(figure)


@dataclass(frozen=True)
class Marks:
    """A figure of each line; NaN is left out, an interval of NaN not drawn."""

    name: str
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def draw_lines(lines: Sequence[str], marks: Sequence[Marks], target: float, label: str) -> bytes:
    """A line for each name with its figures and intervals along it; PNG."""
    figure, axes = new_figure(1, 22.0, 2.6 + 0.75 * max(len(lines), 1))
    axis = axes[0]
    _frame(axis, "", label, "")
    axis.grid(axis="x", color="#dddddd", linewidth=0.6)
    axis.axvline(target, color=TARGET_COLOUR, linewidth=1.0, linestyle="--")
    handles: dict[str, Any] = {}
    for number, mark in enumerate(marks):
        values = np.array(mark.values)
        shown = np.isfinite(values)
        if not shown.any():
            continue
        at = np.arange(len(lines)) + (number - (len(marks) - 1) / 2) * 0.26
        ends = np.abs(np.array([mark.low, mark.high]) - values)[:, shown]
        handles[mark.name] = axis.errorbar(
            values[shown],
            at[shown],
            xerr=np.nan_to_num(ends),
            color=COLOURS[number % len(COLOURS)],
            marker=MARKERS[number % len(MARKERS)],
            markersize=5,
            linestyle="none",
            elinewidth=1.1,
            capsize=2,
        )
    if not handles:
        _nothing(axis)
    axis.set_yticks(range(len(lines)), lines, fontsize=8.5)
    axis.set_ylim(max(len(lines), 1) - 0.4, -0.6)
    axis.set_xlim(-0.02, 1.02)
    _legend(figure, handles)
    return png(figure)


def new_figure(
    columns: int, width_cm: float, height_cm: float, rows: int = 1
) -> tuple[Any, list[Any]]:
    """A matplotlib figure and its axes, row by row."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    use_in_figures()
    figure: Any = Figure(figsize=(width_cm / 2.54, height_cm / 2.54), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, list(figure.subplots(rows, columns, squeeze=False).ravel())


def _frame(axis: Any, title: str, x_label: str, y_label: str) -> None:
    axis.set_title(title, fontsize=10)
    axis.set_xlabel(x_label, fontsize=9)
    axis.set_ylabel(y_label, fontsize=9)
    axis.tick_params(labelsize=8)
    axis.grid(axis="y", color="#dddddd", linewidth=0.6)
    axis.set_axisbelow(True)
    for side in ("top", "right"):
        axis.spines[side].set_visible(False)


def _nothing(axis: Any) -> None:
    axis.text(0.5, 0.5, "nothing was measured", ha="center", transform=axis.transAxes)


def _legend(figure: Any, handles: Mapping[str, Any], fontsize: float = 8.5) -> None:
    if handles:
        figure.legend(
            handles.values(),
            handles.keys(),
            loc="outside lower center",
            ncols=min(len(handles), 5),
            fontsize=fontsize,
            frameon=False,
        )


def png(figure: Any) -> bytes:
    """The finished figure."""
    # Square axes may stick out of the page that the layout gives them.
    return figure_png(figure, dpi=DPI, bbox_inches="tight", pad_inches=0.08)


@dataclass(frozen=True)
class Points:
    """One image's figures in a plot: (n,) each; NaN is left out."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    low: tuple[float, ...] = ()
    """Of the interval about y; empty: none is drawn"""
    high: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()
    """Next to the points"""


@dataclass(frozen=True)
class Panel:
    title: str
    x_label: str
    y_label: str
    series: tuple[Points, ...]
    categories: tuple[str, ...] = ()
    """Names of x = 0, 1, …; empty: x is a number"""
    targets: tuple[tuple[float, float], ...] = ()
    """Bands of y that are aimed at; a band of no width is a line"""
    x_log: bool = False
    joined: bool = False
    """Whether each series' points are joined by a line"""


def draw(
    panels: Sequence[Panel],
    width_cm: float = 26.0,
    height_cm: float = 10.5,
    names: Sequence[str] = (),
) -> bytes:
    """Panels side by side with one legend, as PNG. A panel without a number in it says so.

    `names` of images that may occur, so that each looks alike in all figures.
    """
    figure, axes = new_figure(len(panels), width_cm, height_cm)
    known = list(dict.fromkeys([*names, *(s.name for panel in panels for s in panel.series)]))
    handles: dict[str, Any] = {}
    for axis, panel in zip(axes, panels, strict=True):
        _draw_panel(axis, panel, known, handles)
    _legend(figure, handles, fontsize=10)
    return figure_png(figure, dpi=DPI)


def _draw_panel(axis: Any, panel: Panel, names: list[str], handles: dict[str, Any]) -> None:
    _frame(axis, panel.title, panel.x_label, panel.y_label)
    for low, high in panel.targets:
        if low == high:
            axis.axhline(low, color=TARGET_COLOUR, linewidth=1.0, linestyle="--")
        else:
            axis.axhspan(low, high, color=TARGET_COLOUR, alpha=0.12, linewidth=0)
    drawn = False
    apart = 0.7 / max(len(panel.series), 1)
    for number, points in enumerate(panel.series):
        x, y = np.array(points.x, np.float64), np.array(points.y, np.float64)
        shown = np.isfinite(x) & np.isfinite(y)
        if not shown.any():
            continue
        drawn = True
        if panel.categories:
            x = x + (number - (len(panel.series) - 1) / 2) * apart
        which = names.index(points.name)
        handle = axis.errorbar(
            x[shown],
            y[shown],
            yerr=_bars(points, y, shown),
            color=COLOURS[which % len(COLOURS)],
            marker=MARKERS[which % len(MARKERS)],
            markersize=4.5 if points.low or panel.joined else 3,
            linestyle="-" if panel.joined else "none",
            linewidth=1.1,
            elinewidth=1.1,
            capsize=2,
            alpha=1.0 if points.low or panel.joined else 0.6,
        )
        handles.setdefault(points.name, handle)
        for at, label in enumerate(points.labels):
            if shown[at]:
                axis.annotate(
                    label,
                    (x[at], y[at]),
                    xytext=(3, 4),
                    textcoords="offset points",
                    fontsize=6.5,
                    color=COLOURS[which % len(COLOURS)],
                )
    if not drawn:
        _nothing(axis)
    if panel.x_log and drawn:
        from matplotlib.ticker import FixedLocator, NullLocator, ScalarFormatter

        ticks = sorted(
            {value for points in panel.series for value in points.x if np.isfinite(value)}
        )
        axis.set_xscale("log")
        axis.xaxis.set_major_locator(FixedLocator(ticks))
        axis.xaxis.set_minor_locator(NullLocator())
        axis.xaxis.set_major_formatter(ScalarFormatter())
        axis.tick_params(axis="x", rotation=60)
    if panel.categories:
        axis.set_xticks(range(len(panel.categories)), panel.categories)
        if len(panel.categories) > MANY_CATEGORIES:
            axis.tick_params(axis="x", rotation=60)
        axis.set_xlim(-0.6, len(panel.categories) - 0.4)


def _bars(points: Points, y: Floats, shown: NDArray[np.bool_]) -> Floats | None:
    if not points.low:
        return None
    low, high = np.array(points.low, np.float64), np.array(points.high, np.float64)
    return np.maximum(np.stack([y - low, high - y])[:, shown], 0)
