"""Pictures of what the finder found: the image, and the organs' outlines on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.quality.landmarks import Landmarks
from station.quality.organs import Tissue
from station.report.plots import COLOURS, new_figure, png

OUTLINED = {
    Tissue.LIVER: COLOURS[0],
    Tissue.LUNGS: COLOURS[1],
    Tissue.SPLEEN: COLOURS[5],
    Tissue.HEART: COLOURS[6],
    Tissue.BRAIN: COLOURS[4],
    Tissue.KIDNEYS: COLOURS[7],
    Tissue.BLADDER: "#c53030",
    Tissue.BLOOD: "#00838f",
}
TITLE_LETTERS = 30
"""Of a line"""
DARKEST = 5.0
"""Of the picture, in medians of the body"""


@dataclass(frozen=True, eq=False)
class Pictured:
    title: str
    found: Landmarks


def draw_found(images: Sequence[Pictured]) -> bytes:
    """For each image the coronal slice through the liver's sphere, or the middle, and a sagittal
    one; outlines of the organs; PNG."""
    figure, axes = new_figure(2 * len(images), 4.6 * 2 * len(images), 12.0)
    handles: dict[str, Any] = {}
    for number, image in enumerate(images):
        view, organs = image.found.view, image.found.organs
        body = view.body
        level = float(np.median(view.uptake[body])) if body.any() else 1.0
        row, column = _planes(image.found)
        for axis, picture, cells, title in (
            (axes[2 * number], view.uptake[:, row], organs.cells[:, row // 2], image.title),
            (
                axes[2 * number + 1],
                view.uptake[:, :, column],
                organs.cells[:, :, column // 2],
                "sagittal",
            ),
        ):
            axis.imshow(
                picture,
                cmap="gray_r",
                vmin=0,
                vmax=DARKEST * max(level, 1e-9),
                origin="lower",
                extent=(0, picture.shape[1], 0, picture.shape[0]),
            )
            for tissue, colour in OUTLINED.items():
                _outline(axis, cells == tissue, picture.shape, colour)
                name = tissue.name.lower()
                handles.setdefault(name, axis.plot([], [], color=colour, label=name)[0])
            axis.set_title(fill(title, TITLE_LETTERS), fontsize=7)
            axis.set_anchor("N")
            axis.set_axis_off()
    figure.legend(handles.values(), handles, loc="lower center", ncol=8, fontsize=7, frameon=False)
    return png(figure)


def _outline(axis: Any, mask: NDArray[np.bool_], shape: Sequence[int], colour: str) -> None:
    if not mask.any():
        return
    up, across = (np.arange(n, dtype=np.float64) * 2 + 1 for n in mask.shape)
    axis.contour(across, up, mask.astype(float), levels=[0.5], colors=[colour], linewidths=0.9)
    axis.set_xlim(0, shape[1])
    axis.set_ylim(0, shape[0])


def _planes(found: Landmarks) -> tuple[int, int]:
    """(row, column) of the working grid to be shown."""
    _, rows, columns = found.view.uptake.shape
    if found.liver is None:
        return rows // 2, columns // 2
    _, row, column = found.view.geometry.to_index(np.array(found.liver.sphere.centre_mm))
    return round(float(row)), round(float(column))
