"""Looking for the organs of a patient: two looks by the network, and what is known of every body.

The network sees the image as it is, and once as another scanner could show it; where both looks
agree, an organ is sure. One
connected organ each is kept, of a human's volume and in a human's order from head to foot.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.volume import Geometry
from station.progress import Report, part, silent
from station.quality.finder.cells import HU_UNIT, inputs_of
from station.quality.finder.network import MULTIPLE, FinderNet
from station.quality.finder.weights import load
from station.quality.organs import CELL_MM, Organs, Tissue, Turned
from station.quality.working_grid import AIR_HU, STEP_MM, View, box_about, grid_at

ndimage: Any = untyped_ndimage  # its own types are incomplete

Floats = NDArray[np.float32]
Codes = NDArray[np.uint8]

WINDOW = 144
"""Slices that the network sees at once: 1152 mm, as in training; longer scans are seen in parts"""

PARTS: Mapping[Tissue, int] = {
    Tissue.LUNGS: 2,
    Tissue.LIVER: 1,
    Tissue.SPLEEN: 1,
    Tissue.HEART: 1,
    Tissue.BRAIN: 1,
    Tissue.KIDNEYS: 2,
    Tissue.BLADDER: 1,
    Tissue.BLOOD: 3,
}
"""How many connected parts of an organ there are at most; other tissues have any number"""
SMALLEST_PART = 0.08
"""Of an organ's largest part; a smaller one is a mistake"""
VOLUME_ML: Mapping[Tissue, tuple[float, float]] = {
    Tissue.LUNGS: (700.0, 9000.0),
    Tissue.LIVER: (600.0, 6000.0),
    Tissue.SPLEEN: (40.0, 3000.0),
    Tissue.HEART: (200.0, 1800.0),
    Tissue.BRAIN: (600.0, 2200.0),
    Tissue.KIDNEYS: (60.0, 1200.0),
    Tissue.BLADDER: (10.0, 1800.0),
    Tissue.BLOOD: (40.0, 1200.0),
}
"""Smallest and largest volume of an adult's organ, with disease; one that is cut by the scan's end
may be smaller"""
ORDER = (Tissue.BRAIN, Tissue.LUNGS, Tissue.LIVER, Tissue.BLADDER)
"""Their centres come in this order from head to foot in every patient"""
AROUND_LIVER = (Tissue.LUNGS, Tissue.HEART, Tissue.SPLEEN, Tissue.KIDNEYS, Tissue.BLOOD)
FEWEST_AROUND = 2
"""Of them in view with any liver: even a single bed over it shows two"""
SURE_FROM = 0.6
"""Below this an organ is withheld"""

TURNED_ALONG = (2, 0)
"""Axis of the cells that is reversed in a mirrored, in an upside-down patient. That the back is in
front the network learns too; it is not sure of it on bodies it never saw, and nobody is told"""
ORIENTATIONS = ((), (0, 2), (2,), (0,))
"""Axes that are reversed, of each orientation that is looked at to tell which way a patient is"""
CLEARLY_NOT = -0.6
"""Log odds after two orientations below which the patient is not turned. Of 56 images of both
generators as they were made the highest was -0.95, of their mirrored copies the lowest -0.26"""
TURNED_FROM = 0.5
MARGIN_MM = 24.0
"""Of air that is kept around the patient"""
UNCONFIRMED = 0.49
"""Probability at most of a way that looking at the patient turned back does not confirm"""
SHIFT, BLUR_CELLS, PALER = 3, 0.5, 0.85
"""The second look: cells of shift, standard deviation of the blur, exponent on the uptake"""


class Finder:
    def __init__(self, network: FinderNet) -> None:
        self._network = network.eval()

    def find(self, view: View, report: Report = silent) -> Organs:
        """The organs of a patient on the working grid. About half a second."""
        grid, uptake, hu = in_cells(view)
        body = _about_body(view)
        uptake, hu = uptake[body], None if hu is None else hu[body]
        report(0.0, "Looking for the organs")
        first, logits = self._look(uptake, hu, part(report, 0.0, 0.35))
        ways = self._ways(uptake, hu, logits, part(report, 0.35, 0.6))
        # Who seems to be turned is looked at turned back: if that looks right, it was turned.
        turned_by = zip(ways, TURNED_ALONG, strict=True)
        axes = tuple(axis for way, axis in turned_by if way > TURNED_FROM)
        if axes:
            uptake_back, hu_back = _flipped(uptake, hu, axes)
            righted, _ = self._look(uptake_back, hu_back, silent)
            if _certainty(righted) > _certainty(first):
                first, uptake, hu = righted, uptake_back, hu_back
            else:
                axes, ways = (), np.minimum(ways, UNCONFIRMED)
        second, _ = self._look(*otherwise(uptake, hu), part(report, 0.6, 0.95))
        second = second[:, SHIFT:, SHIFT:, SHIFT:]
        seen, sure = settled(first, second)
        cells = np.full(grid.shape, Tissue.AIR, np.uint8)
        cells[body] = np.flip(seen, axes)
        left_right, upside_down = ways.tolist()
        return Organs(grid, cells, sure, Turned(left_right, upside_down), hu is not None)

    def _ways(
        self, uptake: Floats, hu: Floats | None, logits: Floats, report: Report
    ) -> NDArray[np.float64]:
        """Probabilities that the patient is turned, given the logits of the image as it is.

        The image is seen in every orientation of ORIENTATIONS, and each answer is read back to the
        image as it is: what the network would say of any patient cancels, and only what differs
        between an image and its mirror image is left. The first two settle it for nearly everyone.
        """
        answers = [np.asarray(logits, np.float64)]
        for number, axes in enumerate(ORIENTATIONS[1:]):
            if number == 1 and np.mean(answers, axis=0).max() < CLEARLY_NOT:
                break
            report(number / len(ORIENTATIONS), "Looking for the organs")
            sign = np.array([-1.0 if axis in axes else 1.0 for axis in TURNED_ALONG])
            whole = _padded(*_flipped(uptake, hu, axes))
            with torch.inference_mode():
                ways = [self._network.turned(whole[None, :, at]) for at in _windows(whole.shape[1])]
            answers.append(sign * torch.cat(ways).mean(0).numpy()[: len(TURNED_ALONG)])
        return 1 / (1 + np.exp(-np.mean(answers, axis=0)))

    def _look(self, uptake: Floats, hu: Floats | None, report: Report) -> tuple[Floats, Floats]:
        """(probability of every tissue in every cell, log odds of the ways it is turned)."""
        whole = _padded(uptake, hu)
        total = torch.zeros(len(Tissue), *whole.shape[1:])
        seen = torch.zeros(whole.shape[1], 1, 1)
        ways: list[torch.Tensor] = []
        windows = _windows(whole.shape[1])
        for number, window in enumerate(windows):
            report(number / len(windows), "Looking for the organs")
            with torch.inference_mode():
                logits, way = self._network(whole[None, :, window])
            # The middle of a window counts more than its ends.
            weight = torch.minimum(
                torch.arange(1, window.stop - window.start + 1),
                torch.arange(window.stop - window.start, 0, -1),
            )[:, None, None].float()
            total[:, window] += weight * torch.softmax(logits[0], 0)
            seen[window] += weight
            ways.append(way[0])
        total /= seen
        kept = total[(slice(None), *(slice(size) for size in uptake.shape))]
        return kept.numpy(), torch.stack(ways).mean(0).numpy()[: len(TURNED_ALONG)]


def _padded(uptake: Floats, hu: Floats | None) -> torch.Tensor:
    """The network's input, (inputs, slices, rows, columns), with air up to the sides it needs."""
    given = inputs_of(uptake, hu)
    shape = given.shape[1:]
    whole = torch.zeros(len(given), *(-(-size // MULTIPLE) * MULTIPLE for size in shape))
    whole[1] = AIR_HU / HU_UNIT if hu is not None else 0.0
    whole[2] = float(hu is not None)
    whole[(slice(None), *(slice(size) for size in shape))] = given
    return whole


def _flipped(
    uptake: Floats, hu: Floats | None, axes: tuple[int, ...]
) -> tuple[Floats, Floats | None]:
    return np.flip(uptake, axes).copy(), None if hu is None else np.flip(hu, axes).copy()


def _about_body(view: View) -> tuple[slice, ...]:
    """The box of cells around the patient; all cells where nobody is seen."""
    box = box_about(view.body, MARGIN_MM)
    return tuple(slice(side.start // 2, -(-side.stop // 2)) for side in box)


def otherwise(uptake: Floats, hu: Floats | None) -> tuple[Floats, Floats | None]:
    """The image as another scanner could show it: on shifted cells, blurred, and paler."""
    before = [(SHIFT, 0)] * 3
    smooth = ndimage.gaussian_filter(np.pad(uptake, before), BLUR_CELLS, truncate=2.0)
    paler = np.sign(smooth) * np.abs(smooth) ** PALER
    return paler, None if hu is None else np.pad(hu, before, constant_values=AIR_HU)


def _certainty(shares: Floats) -> float:
    """Mean probability of what each cell of the body is taken for."""
    body = shares[Tissue.AIR] < 0.5
    return float(shares.max(0)[body].mean()) if body.any() else 0.0


def _windows(slices: int) -> Sequence[slice]:
    if slices <= WINDOW:
        return (slice(0, slices),)
    starts = [*range(0, slices - WINDOW, WINDOW // 2), slices - WINDOW]
    return tuple(slice(start, start + WINDOW) for start in starts)


def in_cells(view: View) -> tuple[Geometry, Floats, Floats | None]:
    """(grid of the cells, uptake, HU) of a patient on the working grid."""
    grid = view.geometry
    shape = tuple(-(-size // 2) for size in grid.shape)
    first = np.array(view.point((0, 0, 0))) + STEP_MM / 2
    cells = grid_at(first, cast(Any, shape), CELL_MM)
    hu = None if view.hu is None else _pooled(view.hu, AIR_HU)
    return cells, _pooled(view.uptake, 0.0), hu


def _pooled(values: Floats, outside: float) -> Floats:
    """Means of 2×2×2 voxels."""
    odd = [(0, size % 2) for size in values.shape]
    even = np.pad(values, odd, constant_values=outside)
    slices, rows, columns = (size // 2 for size in even.shape)
    return even.reshape(slices, 2, rows, 2, columns, 2).mean((1, 3, 5))


def settled(first: Floats, second: Floats) -> tuple[Codes, dict[Tissue, float]]:
    """(tissue of every cell, how sure each organ is) of two looks' probabilities, (tissues, slices,
    rows, columns)."""
    both = np.asarray((first + second) / 2, np.float32)
    cells = both.argmax(0).astype(np.uint8)
    one, two = first.argmax(0), second.argmax(0)
    body = np.flatnonzero((cells != Tissue.AIR).any((1, 2)))
    sure: dict[Tissue, float] = {}
    for tissue in VOLUME_ML:
        mask = cells == tissue
        kept = _largest_parts(mask, PARTS[tissue])
        astray = mask & ~kept
        cells[astray] = _second_best(both[:, astray], tissue)
        sure[tissue] = _overlap(
            _largest_parts(one == tissue, PARTS[tissue]),
            _largest_parts(two == tissue, PARTS[tissue]),
        )
        sure[tissue] *= _of_human_volume(kept, tissue, body)
    _lower_out_of_order(cells, sure)
    _lower_without_neighbours(sure)
    for tissue, share in sure.items():
        if share < SURE_FROM:
            cells[cells == tissue] = Tissue.BODY
    return cells, sure


def _largest_parts(mask: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    labels, count = ndimage.label(mask)
    if count == 0:
        return mask
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    order = sizes.argsort()[::-1][:most]
    kept = [label for label in order if sizes[label] >= SMALLEST_PART * sizes.max()]
    return np.isin(labels, kept)


def _second_best(astray: Floats, tissue: Tissue) -> Codes:
    """What cells (tissues, cells) are, if not this organ."""
    others = astray.copy()
    others[list(PARTS)] = 0  # another organ's part would be as misplaced
    others[tissue] = 0
    return others.argmax(0).astype(np.uint8)


def _overlap(one: NDArray[np.bool_], two: NDArray[np.bool_]) -> float:
    """Dice's: 1 where both are the same, 0 where one is nothing."""
    return float(2 * (one & two).sum() / max(one.sum() + two.sum(), 1))


def _of_human_volume(mask: NDArray[np.bool_], tissue: Tissue, body: NDArray[np.intp]) -> float:
    """1, less the farther the volume is outside a human's."""
    volume = float(mask.sum()) * CELL_MM**3 / 1000
    low, high = VOLUME_ML[tissue]
    slices = np.flatnonzero(mask.any((1, 2)))
    if not len(slices):
        return 0.0
    cut = slices[0] <= body[0] or slices[-1] >= body[-1]
    if volume < low and not cut:
        return volume / low
    return min(1.0, high / volume)


def _lower_out_of_order(cells: Codes, sure: dict[Tissue, float]) -> None:
    """What is not where it belongs between its neighbours is not sure; of two that contradict each
    other the larger is believed."""
    heights: dict[Tissue, float] = {}
    sizes: dict[Tissue, int] = {}
    for tissue in ORDER:
        if sure[tissue] >= SURE_FROM:
            places = np.argwhere(cells == tissue)[:, 0]
            heights[tissue] = float(places.mean())
            sizes[tissue] = len(places)
    while len(heights) > 1:
        there = [tissue for tissue in ORDER if tissue in heights]
        wrong = {
            tissue: sum(
                (heights[tissue] - heights[other]) * (there.index(other) - number) < 0
                for other in there
            )
            for number, tissue in enumerate(there)
        }
        worst = max(there, key=lambda tissue: (wrong[tissue], -sizes[tissue]))
        if wrong[worst] == 0:
            return
        sure[worst] = 0.0
        del heights[worst]


def _lower_without_neighbours(sure: dict[Tissue, float]) -> None:
    """A liver without any organ around it is a phantom's background."""
    around = sum(sure[tissue] >= SURE_FROM for tissue in AROUND_LIVER)
    if around < FEWEST_AROUND:
        sure[Tissue.LIVER] = 0.0


@lru_cache(maxsize=1)
def shipped_finder() -> Finder:
    """Raises StationError if there are no weights, or they differ from their card."""
    return Finder(load()[0])
