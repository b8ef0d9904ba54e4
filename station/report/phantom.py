"""The report on scans of the NEMA image-quality phantom: tables, recovery curves, the spheres."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy import ndimage as untyped_ndimage

from station import __version__
from station.pet.phantom.figures import (
    DISCS,
    MAX_BANDS,
    MEAN_BANDS,
    PLANES_MM,
    Band,
    Harmonised,
    PhantomFigures,
)
from station.pet.phantom.finding import FoundPhantom
from station.pet.phantom.spheres import DIAMETERS_MM
from station.pet.volume import FloatArray, Volume
from station.report.document import Document, Picture, Section, Table
from station.report.faces import figure_png
from station.report.plots import COLOURS, DPI, MARKERS, TARGET_COLOUR, new_figure

ndimage: Any = untyped_ndimage  # its own types are incomplete

HALF_WIDTH_MM = 170.0
"""Of the picture of the spheres' plane, about their middle"""
PIXEL_MM = 1.0


@dataclass(frozen=True, eq=False)
class PhantomImage:
    """One image of the phantom, as it is reported."""

    label: str
    figures: PhantomFigures
    harmonised: Harmonised | None
    volume: Volume
    found: FoundPhantom
    summary: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Of its table, the headings first"""


def document(images: Sequence[PhantomImage]) -> Document:
    """The report on images of the phantom, of one or several reconstructions."""
    earl = int(images[0].figures.earl)
    today = dt.date.today().isoformat()
    named = _distinct(images)
    sections = [_section(image, number) for number, image in enumerate(named)]
    return Document(
        "NEMA image-quality phantom",
        (f"EARL {earl} · {today} · Station {__version__} · for research, not for diagnosis",),
        # Next to the comparison there is room for the method.
        (_together(named), _method(), *sections) if len(named) > 1 else (*sections, _method()),
        f"Bands: EANM Research Ltd, EARL {earl}. × : outside the band.",
    )


def _distinct(images: Sequence[PhantomImage]) -> list[PhantomImage]:
    """The images, each under a name of its own."""
    labels = [image.label for image in images]
    return [
        replace(image, label=f"{image.label} ({labels[:number].count(image.label) + 1})")
        if labels.count(image.label) > 1
        else image
        for number, image in enumerate(images)
    ]


def _together(images: Sequence[PhantomImage]) -> Section:
    rows = [
        (
            image.label,
            "yes" if image.figures.compliant else "no",
            *(f"{sphere.rc_max:.2f} / {sphere.rc_mean:.2f}" for sphere in image.figures.spheres),
            f"{image.figures.variability_percent:.1f}",
        )
        for image in images
    ]
    earl = f"EARL {int(images[0].figures.earl)}"
    header = ("image", earl, *(f"{size:g} mm" for size in DIAMETERS_MM), "noise %")
    table = Table(header, tuple(rows), "RCmax / RCmean (A50) of each sphere")
    caption = "Recovery over the spheres; the bands are EARL's."
    return Section("All images", (), (table, Picture("recovery", _comparison(images), caption)))


def _section(image: PhantomImage, number: int) -> Section:
    caption = (
        "Recovery over the spheres, and their plane: circles are the spheres as they were found, "
        "dashed where one does not stand out of the noise; black is the activity of the largest."
    )
    return Section(
        image.label,
        (" ".join(image.summary), *image.figures.warnings),
        (
            Table(image.rows[0], image.rows[1:]),
            Picture(f"recovery-{number + 1}", _alone(image), caption),
        ),
    )


def _method() -> Section:
    planes = ", ".join(f"{plane:g}" for plane in PLANES_MM)
    recovery = (
        "Recovery (RC) is a sphere's maximum, mean or peak over its true activity, which is the "
        "background times the ratio. The mean is that of the voxels above B + ½ (max − B), B being "
        "the background; the peak is the highest mean of a 1 mL sphere."
    )
    background = (
        f"The background is the mean of {DISCS} discs of 37 mm in each of {len(PLANES_MM)} planes "
        f"({planes} mm from the spheres'). Noise is the standard deviation of discs of the "
        "sphere's size over their mean; contrast that of a disc of the sphere's size in the "
        "spheres' plane, as a part of the true one (NEMA NU 2-2018, section 7)."
    )
    filtered = (
        "Harmonised: after the narrowest Gaussian that brings all spheres into their bands (after "
        "M. C. Kelly, M. E. Casey, EJNMMI Res. 1 (2011) 25)."
    )
    return Section("How it is measured", (recovery, background, filtered))


def _comparison(images: Sequence[PhantomImage]) -> bytes:
    figure, axes = new_figure(2, 26.0, 8.0)
    _draw_curves(axes, images)
    return figure_png(figure, dpi=DPI)


def _alone(image: PhantomImage) -> bytes:
    figure, axes = new_figure(3, 26.0, 8.0)
    _draw_curves(axes[:2], [image])
    _draw_plane(axes[2], image)
    return figure_png(figure, dpi=DPI)


def _draw_curves(axes: Sequence[Any], images: Sequence[PhantomImage]) -> None:
    earl = images[0].figures.earl
    panels = (
        ("RCmax", MAX_BANDS[earl], "rc_max"),
        ("RCmean (A50)", MEAN_BANDS[earl], "rc_mean"),
    )
    sizes = list(DIAMETERS_MM)
    for axis, (title, bands, name) in zip(axes, panels, strict=True):
        _draw_bands(axis, bands)
        for number, image in enumerate(images):
            colour, marker = COLOURS[number % len(COLOURS)], MARKERS[number % len(MARKERS)]
            values = [getattr(sphere, name) for sphere in image.figures.spheres]
            axis.plot(sizes, values, color=colour, marker=marker, linewidth=1.2, label=image.label)
            best = image.harmonised
            if best is not None and best.fwhm_mm > 0:
                after = [getattr(sphere, name) for sphere in best.spheres]
                axis.plot(
                    sizes,
                    after,
                    color=colour,
                    marker=marker,
                    markerfacecolor="white",
                    linestyle=":",
                    linewidth=1.0,
                    label=f"{image.label}, after {best.fwhm_mm:g} mm",
                )
        axis.set_title(title, fontsize=10, loc="left")
        axis.set_xlabel("sphere, mm", fontsize=9)
        axis.tick_params(labelsize=8)
        axis.set_xticks(sizes, [f"{size:g}" for size in sizes])
        axis.set_ylim(0, None)
        axis.grid(alpha=0.25)
    axes[0].legend(fontsize=7, loc="lower right")


def _draw_bands(axis: Any, bands: Mapping[float, Band]) -> None:
    for size in DIAMETERS_MM:
        low, high = bands[size]
        axis.add_patch(_bar(size, low, high))


def _bar(size: float, low: float, high: float) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((size - 0.8, low), 1.6, high - low, color=TARGET_COLOUR, alpha=0.2)


def _draw_plane(axis: Any, image: PhantomImage) -> None:
    from matplotlib.patches import Circle

    found = image.found
    line = np.arange(-HALF_WIDTH_MM, HALF_WIDTH_MM + 1e-9, PIXEL_MM)
    across, down = _upright(found)
    places = found.centre_mm + line[:, None, None] * down + line[None, :, None] * across
    values = ndimage.map_coordinates(
        np.nan_to_num(image.volume.voxels.astype(np.float32)),
        image.volume.geometry.to_index(places.reshape(-1, 3)).T,
        order=1,
        mode="constant",
    ).reshape(len(line), len(line))
    highest = image.figures.background * image.figures.ratio
    edge = HALF_WIDTH_MM
    axis.imshow(
        values,
        cmap="gray_r",
        vmin=0,
        vmax=highest,
        extent=(-edge, edge, edge, -edge),
        interpolation="nearest",
    )
    for sphere in found.spheres:
        offset = np.array(sphere.centre_mm) - found.centre_mm
        at = float(offset @ across), float(offset @ down)
        axis.add_patch(
            Circle(
                at,
                sphere.diameter_mm / 2,
                fill=False,
                color=COLOURS[1],
                linewidth=0.9,
                linestyle="-" if sphere.visible else "--",
            )
        )
        away = 1 + (sphere.diameter_mm / 2 + 16) / max(float(np.hypot(*at)), 1.0)
        axis.annotate(
            f"{sphere.diameter_mm:g}",
            (at[0] * away, at[1] * away),
            fontsize=8,
            ha="center",
            va="center",
            color=COLOURS[1],
        )
    axis.set_axis_off()


def _upright(found: FoundPhantom) -> tuple[FloatArray, FloatArray]:
    """Two directions of the spheres' plane that lie as the slices' rows and columns do."""
    normal = found.axes[2]
    directions = (found.grid.affine[:3, :3] / np.linalg.norm(found.grid.affine[:3, :3], axis=0)).T
    order = np.argsort(-np.abs(directions @ normal))
    down_axis, across_axis = sorted(order[1:].tolist())
    across = directions[across_axis] - (directions[across_axis] @ normal) * normal
    across /= np.linalg.norm(across)
    down = np.cross(normal, across)
    return across, down if down @ directions[down_axis] > 0 else -down
