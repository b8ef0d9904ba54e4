"""The report on what a denoiser keeps of known lesions in the user's own image."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from station import __version__
from station.report.document import Document, Picture, Section, Table
from station.report.faces import figure_png
from station.report.plots import COLOURS, DPI, MARKERS, new_figure

ACROSS = 3
"""Panels next to each other"""
PANEL_CM = (8.6, 6.4)
THEORY_COLOUR = "#818b99"
DARK_GROUND, DARK_INK, DARK_LINE = "#181a1e", "#c9ced6", "#2a2e34"
"""The window's panels, text and hairlines"""
APART_MM = 0.16
"""Points of two arms at one size are drawn so far apart, for their intervals to be told"""


@dataclass(frozen=True)
class Curve:
    """One arm over the sizes; NaN where there is nothing."""

    name: str
    values: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Panel:
    """One site and contrast."""

    title: str
    sizes_mm: tuple[float, ...]
    seen: tuple[Curve, ...]
    left: tuple[Curve, ...]
    """Contrast that is left"""
    theory: tuple[float, ...]
    """What the filter leaves, by calculation"""


@dataclass(frozen=True)
class Page:
    """What is reported."""

    series: str
    denoiser: str
    setting: str
    summary: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Of the table, the headings first"""
    note: str
    foci: tuple[tuple[str, ...], ...]
    panels: tuple[Panel, ...]
    cautions: tuple[str, ...]


def document(page: Page) -> Document:
    today = dt.date.today().isoformat()
    seen = Picture(
        "seen",
        seen_png(page.panels),
        "Share of inserts that are seen, over their diameter, with 95 % intervals.",
    )
    left = Picture(
        "left",
        left_png(page.panels),
        "Contrast that is left inside the sphere, as part of what was put in. Dotted: what the "
        "filter leaves of a sphere by calculation.",
    )
    foci = Table(
        page.foci[0],
        page.foci[1:],
        "Foci in the image without inserts",
        ("Alone: without a focus in the other image within 8 mm. They may be real or invented.",),
    )
    return Document(
        "What would I miss?",
        (
            f"{page.series} · {page.denoiser}",
            page.setting,
            f"{today} · Station {__version__} · for research, not for diagnosis",
        ),
        (
            Section("What each image keeps", page.summary, (seen,)),
            Section(
                "Every size and contrast",
                (),
                (Table(page.rows[0], page.rows[1:], notes=(page.note,)), foci),
            ),
            Section("What is left of the contrast", (), (left,)),
            Section("What to bear in mind", page.cautions),
        ),
        "▲ ▼ : the interval of the difference does not hold 0.",
    )


def seen_png(panels: Sequence[Panel], across: int = ACROSS, *, dark: bool = False) -> bytes:
    """Shares seen, a panel a site and contrast; `dark`: in the window's colours."""
    figure, axes = _figure(panels, across)
    for axis, panel in zip(axes, panels, strict=False):
        _curves(axis, panel, panel.seen)
        axis.set_ylim(-0.03, 1.03)
        axis.set_yticks([0, 0.5, 1], ["0", "50 %", "100 %"])
    _finish(axes, panels)
    if dark:
        _darken(figure, axes)
    return figure_png(figure, dpi=DPI)


def left_png(panels: Sequence[Panel], across: int = ACROSS, *, dark: bool = False) -> bytes:
    """Contrast left, a panel a site and contrast."""
    figure, axes = _figure(panels, across)
    for axis, panel in zip(axes, panels, strict=False):
        axis.plot(
            panel.sizes_mm,
            panel.theory,
            color=THEORY_COLOUR,
            linestyle=":",
            linewidth=1.1,
            label="filter, calculated",
        )
        _curves(axis, panel, panel.left)
        axis.set_ylim(min(0.0, axis.get_ylim()[0]), max(1.0, axis.get_ylim()[1]))
    _finish(axes, panels)
    if dark:
        _darken(figure, axes)
    return figure_png(figure, dpi=DPI)


def _figure(panels: Sequence[Panel], across: int) -> tuple[Any, list[Any]]:
    columns = min(across, max(len(panels), 1))
    rows = -(-max(len(panels), 1) // columns)
    return new_figure(columns, PANEL_CM[0] * columns, PANEL_CM[1] * rows, rows)


def _curves(axis: Any, panel: Panel, curves: Sequence[Curve]) -> None:
    for number, curve in enumerate(curves):
        sizes = np.array(panel.sizes_mm) + (2 * number - 1) * APART_MM / 2
        values, low, high = (np.array(line) for line in (curve.values, curve.low, curve.high))
        axis.errorbar(
            sizes,
            values,
            yerr=np.maximum(np.nan_to_num([values - low, high - values]), 0),
            color=COLOURS[number],
            marker=MARKERS[number],
            markersize=4,
            linewidth=1.2,
            elinewidth=0.8,
            capsize=2,
            label=curve.name,
        )


def _finish(axes: Sequence[Any], panels: Sequence[Panel]) -> None:
    for axis, panel in zip(axes, panels, strict=False):
        axis.set_title(panel.title, fontsize=9, loc="left")
        axis.set_xlabel("sphere, mm", fontsize=8)
        axis.tick_params(labelsize=7.5)
        axis.set_xticks(panel.sizes_mm, [f"{size:g}" for size in panel.sizes_mm])
        axis.grid(alpha=0.25)
    for axis in axes[len(panels) :]:
        axis.set_axis_off()
    if panels:
        axes[0].legend(fontsize=7, loc="best")


def _darken(figure: Any, axes: Sequence[Any]) -> None:
    figure.set_facecolor(DARK_GROUND)
    for axis in axes:
        axis.set_facecolor(DARK_GROUND)
        axis.tick_params(colors=DARK_INK)
        axis.xaxis.label.set_color(DARK_INK)
        axis.set_title(axis.get_title(loc="left"), fontsize=9, loc="left", color=DARK_INK)
        axis.grid(color=DARK_LINE, alpha=1.0)
        for spine in axis.spines.values():
            spine.set_color(DARK_LINE)
        legend = axis.get_legend()
        if legend is not None:
            legend.get_frame().set_facecolor(DARK_GROUND)
            legend.get_frame().set_edgecolor(DARK_LINE)
            for text in legend.get_texts():
                text.set_color(DARK_INK)
