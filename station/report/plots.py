"""The report of a grader's evaluation: its figures, the paper's published values, and a report as
PDF and Markdown.

It is told what to draw in plain numbers and words. Figures 6 to 8 and Tables 2 to 4 are those of
H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from station.report.document import (
    COLOURS,
    DPI,
    MARKERS,
    MET_WORDS,
    TARGET_COLOUR,
    Document,
    Table,
    as_pdf,
    write_files,
)

Floats = NDArray[np.float64]

# --- what the paper says ------------------------------------------------------------------------

PAPER = "Zhang et al. 2023"


class Published(NamedTuple):
    """Figures of the paper under its own names; None: it gives none.

    It does not say which class is positive, but its Tables 3 and 4 together do: the specificity
    0.75 and sensitivity 0.90 of fold 0's validation are 6 of 8 Poor and 9 of 10 Good images, and
    all ten lines come out so. Good is positive there; `station evaluate grader` finds Poor.
    """

    accuracy: float | None
    specificity: float | None
    sensitivity: float | None
    auc: float | None

    @property
    def poor_found(self) -> float | None:
        """Share of Poor images called Poor: the sensitivity of `station evaluate grader`."""
        return self.specificity

    @property
    def good_passed(self) -> float | None:
        """Share of Good images called Good: the specificity of `station evaluate grader`."""
        return self.sensitivity


TRAIN, VALIDATION = "train", "validation"

FIGURE_6: Mapping[tuple[int, str], Published] = MappingProxyType(
    {
        (1, TRAIN): Published(0.87, 0.86, 0.90, 0.94),
        (1, VALIDATION): Published(0.74, 0.75, 0.77, 0.79),
        (2, TRAIN): Published(0.45, 0.35, 0.62, 0.51),
        (2, VALIDATION): Published(0.58, 0.45, 0.74, 0.51),
        (3, TRAIN): Published(None, 0.54, 0.95, None),
        (3, VALIDATION): Published(0.67, 0.42, 0.95, 0.79),
        (4, TRAIN): Published(0.77, 0.71, 0.83, 0.86),
        (4, VALIDATION): Published(0.85, 0.79, 0.91, 0.91),
    }
)
"""By task and split, of its caption; of task 4's validation, of the abstract. Two values of task 3
could not be read in the copy at hand. Where the paper gives two values see CONTRADICTIONS."""

TABLE_2: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        1: ("128*128*256", "1/2/3-4/5"),
        2: ("256*256*256", "1/2/3-4/5"),
        3: ("128*128*256", "1/2-3/4/5"),
        4: ("256*256*256", "1/2-3/4/5"),
    }
)
"""Size of the input and grouping of the grades, as printed"""


class Dealt(NamedTuple):
    """Images of a fold, as printed."""

    poor_train: int
    poor_validation: int
    good_train: int
    good_validation: int


_GRADE_3_IS_POOR = (
    Dealt(44, 12, 27, 6),
    Dealt(43, 13, 28, 5),
    Dealt(48, 8, 23, 10),
    Dealt(44, 12, 27, 6),
    Dealt(45, 11, 27, 6),
)
_GRADE_3_IS_GOOD = (
    Dealt(36, 8, 35, 10),
    Dealt(34, 10, 37, 8),
    Dealt(37, 7, 34, 11),
    Dealt(35, 9, 36, 9),
    Dealt(24, 10, 38, 7),
)
TABLE_3: Mapping[int, tuple[Dealt, ...]] = MappingProxyType(
    {1: _GRADE_3_IS_POOR, 2: _GRADE_3_IS_POOR, 3: _GRADE_3_IS_GOOD, 4: _GRADE_3_IS_GOOD}
)
"""By task: its folds"""

TABLE_4: Mapping[str, tuple[Published, ...]] = MappingProxyType(
    {
        TRAIN: (
            Published(0.85, 0.78, 0.91, 0.93),
            Published(0.69, 0.71, 0.68, 0.78),
            Published(0.76, 0.68, 0.85, 0.89),
            Published(0.83, 0.80, 0.86, 0.89),
            Published(0.81, 0.68, 0.92, 0.84),
        ),
        VALIDATION: (
            Published(0.83, 0.75, 0.90, 0.79),
            Published(0.83, 0.90, 0.75, 0.93),
            Published(0.94, 0.86, 1.00, 0.99),
            Published(0.89, 0.89, 0.89, 0.96),
            Published(0.77, 0.60, 1.00, 0.93),
        ),
    }
)
"""Task 4, by split: its folds"""
TABLE_4_AVERAGE: Mapping[str, Published] = MappingProxyType(
    {TRAIN: Published(0.79, 0.73, 0.85, 0.86), VALIDATION: Published(0.85, 0.80, 0.91, 0.92)}
)
FIGURE_8: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = MappingProxyType(
    {TRAIN: ((128, 48), (28, 152)), VALIDATION: ((35, 9), (4, 41))}
)
"""Task 4, all folds together: Poor and Good images (rows) called Poor and Good. Not printed in the
text: worked out from Tables 3 and 4, with 34 for the misprinted 24"""

CONTRADICTIONS = (
    (
        "Task 4, training: Figure 6 and the abstract say accuracy 0.77, specificity 0.71 and "
        "sensitivity 0.83; the averages of Table 4 are 0.79, 0.73 and 0.85."
    ),
    (
        "Task 4, validation: the abstract says specificity 0.79 and AUC 0.91; Table 4 and the text "
        "0.80 and 0.92."
    ),
    (
        "Task 1, training: specificity 0.85 in the text and 0.86 in the caption of Figure 6. "
        "Validation: specificity 0.77 and sensitivity 0.75 in the text, the other way about in the "
        "caption."
    ),
    (
        "Table 3, tasks 3 and 4, fold 4: 24 Poor training images, where 34 of the 44 are left; and "
        "folds 4 hold 17 validation images, not 18."
    ),
    "The learning rate is 0.00001 in one sentence and 0.01 at the start in the next.",
)

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
    figure, axes = _figure(len(panels), 26.0, 10.0)
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
    return _png(figure)


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
    """Where the threshold in use lies"""
    paper: tuple[float, float] | None = None
    """Where the paper's averages lie"""
    axes: tuple[str, str] = ROC_AXES


def draw_roc(panels: Sequence[RocPanel]) -> bytes:
    """ROC curves side by side, a panel without a curve says so; PNG."""
    figure, axes = _figure(len(panels), SQUARE_CM * len(panels), SQUARE_CM)
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
    return _png(figure)


@dataclass(frozen=True)
class ConfusionPanel:
    title: str
    names: tuple[str, ...]
    """Of the classes"""
    counts: tuple[tuple[int, ...], ...]
    """(true, called)"""


def draw_confusion(panels: Sequence[ConfusionPanel]) -> bytes:
    """Confusion matrices side by side: numbers, shares of their row, and the row's shades; PNG."""
    figure, axes = _figure(len(panels), 9.5 * len(panels), 9.5)
    for axis, panel in zip(axes, panels, strict=True):
        counts = np.array(panel.counts, np.float64)
        total = counts.sum(axis=1, keepdims=True)
        shares = np.divide(counts, total, out=np.zeros_like(counts), where=total > 0)
        axis.imshow(shares, cmap="Blues", vmin=0, vmax=1)
        for row, column in np.ndindex(*counts.shape):
            share = shares[row, column]
            said = f"{int(counts[row, column])}"
            if total[row]:
                said += f"\n{share:.0%}"
            axis.text(
                column,
                row,
                said,
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
    return _png(figure)


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
    figure, axes = _figure(len(panels), SQUARE_CM * len(panels), SQUARE_CM)
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
    return _png(figure)


@dataclass(frozen=True)
class Marks:
    """A figure of each line; NaN is left out, an interval of NaN not drawn."""

    name: str
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


def draw_lines(lines: Sequence[str], marks: Sequence[Marks], target: float, label: str) -> bytes:
    """A line for each name with its figures and intervals along it; PNG."""
    figure, axes = _figure(1, 22.0, 2.6 + 0.75 * max(len(lines), 1))
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
    return _png(figure)


def _figure(count: int, width_cm: float, height_cm: float) -> tuple[Any, Any]:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure: Any = Figure(figsize=(width_cm / 2.54, height_cm / 2.54), layout="constrained")
    FigureCanvasAgg(figure)
    return figure, figure.subplots(1, count, squeeze=False)[0]


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


def _legend(figure: Any, handles: Mapping[str, Any]) -> None:
    if handles:
        figure.legend(
            handles.values(),
            handles.keys(),
            loc="outside lower center",
            ncols=min(len(handles), 5),
            fontsize=8.5,
            frameon=False,
        )


def _png(figure: Any) -> bytes:
    file = BytesIO()
    # Square axes may stand out of the page that the layout gives them.
    figure.savefig(file, format="png", dpi=DPI, bbox_inches="tight", pad_inches=0.08)
    return file.getvalue()


# --- documents ----------------------------------------------------------------------------------


def write_grader_report(document: Document, folder: Path, name: str) -> tuple[Path, ...]:
    """NAME.pdf, NAME.md and the figures into a folder; the files in that order.

    Raises StationError where one cannot be written.
    """
    content = {
        f"{name}.pdf": as_pdf(document),
        f"{name}.md": as_markdown(document).encode(),
        **{f"{picture.name}.png": picture.png for picture in document.pictures},
    }
    return write_files(content, folder)


def as_markdown(document: Document) -> str:
    """The document as Markdown; its figures are files beside it."""
    parts = [f"# {document.title}", *(f"{_plain(line)}  " for line in document.lines)]
    for section in document.sections:
        parts += ["", f"## {section.title}"]
        for text in section.text:
            parts += ["", _plain(text)]
        for part in section.parts:
            if isinstance(part, Table):
                parts += ["", *_markdown_table(part)]
            else:
                caption = _plain(part.caption)
                parts += ["", f"![{part.name}]({part.name}.png)", "", f"*{caption}*"]
    return "\n".join([*parts, "", f"> {_plain(document.footer)}", ""])


def _markdown_table(table: Table) -> list[str]:
    lines = [f"### {table.title}", ""] if table.title else []
    header = [*table.header, *([""] if table.met is not None else [])]
    lines += [_markdown_row(header), _markdown_row(["---"] * len(header))]
    for number, row in enumerate(table.rows):
        verdict = [] if table.met is None else [MET_WORDS[table.met[number]]]
        lines.append(_markdown_row([*row, *verdict]))
    for note in table.notes:
        lines += ["", _plain(note)]
    return lines


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_plain(cell).replace("|", "\\|") for cell in cells) + " |"


def _plain(text: str) -> str:
    """Text in which no letter is taken for a mark of Markdown."""
    for letter in ("\\", "`", "*", "_", "<", ">", "#"):
        text = text.replace(letter, f"\\{letter}")
    return text.replace("\n", " ")
