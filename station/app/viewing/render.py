"""What a pane draws, as pixels: pure functions of the state. One thread, no Qt.

Values are interpolated in their unit and only then turned into colours.
"""

import numpy as np
from numpy.typing import NDArray

from station.app.language import tr
from station.app.state import Column, Kind, Slot, State, changes_shown, ct_under
from station.app.viewing.display import color_table, display_range, is_light, outside_colour
from station.app.viewing.planes import ACROSS, Frame
from station.pet import colormaps
from station.pet.compiled import kernel
from station.pet.loaded import LoadedImage
from station.pet.pairing import fusion_refusal
from station.pet.reslice import paint_plane, sample_plane
from station.pet.study import same_patient_space
from station.pet.volume import Volume

Pixels = NDArray[np.uint32]
"""0xffRRGGBB (rows, columns): QImage's RGB32"""

DIFFERENCE_OUTSIDE = 0xFFE6E8EA
"""Where one of the two images has nothing"""
NOT_COMPUTED = (0xFFCBD8EA, 0xFF35435A)
NOT_COMPUTED_LINE = (0xFFAEC2DE, 0xFF4A5C7A)
"""Where an unfinished image has nothing yet, on a light and on a dark ground: hatched in a blue
that no tissue has, and that captions can be read on"""
HATCH_PX, HATCH_LINE_PX = 12, 2

SATURATED_Z = 8.0
"""Noise SDs at which the colour of the change map is fullest"""
ADDED_COLOUR, REMOVED_COLOUR = 0xE0312B, 0x2B7DE0
"""Of the change map: where DL is higher, and where it is lower"""
FAINTEST_CHANGE, FULLEST_CHANGE = 80, 140
"""Weight of the colour over the image there, of 256"""


class Painter:
    """Paints slices into buffers it keeps, so that no frame waits for fresh memory."""

    def __init__(self) -> None:
        self._pixels: Pixels = np.empty((0, 0), np.uint32)
        self._beneath: Pixels = np.empty((0, 0), np.uint32)
        self._values: tuple[NDArray[np.float32], NDArray[np.float32]] = (
            np.empty((0, 0), np.float32),
            np.empty((0, 0), np.float32),
        )

    def paint(self, state: State, column: Column, frame: Frame) -> Pixels | None:
        """The column's slice at the frame; None where there is nothing to show.

        The buffer is painted over by the next call.
        """
        shape = (frame.rows, frame.columns)
        if self._pixels.shape != shape:
            self._pixels = np.empty(shape, np.uint32)
        match column.kind:
            case Kind.DIFFERENCE:
                return self._difference(state, frame)
            case Kind.FUSED:
                return self._fused(state, column.slot, frame)
            case Kind.IMAGE | Kind.MIP:
                image = state.shown(column.slot)
                if image is None:
                    return None
                _paint(state, image, color_table(state, image), frame, self._pixels)
                self._add_changes(state, column.slot, frame)
                return self._pixels

    def _fused(self, state: State, slot: Slot, frame: Frame) -> Pixels | None:
        image, under = state.shown(slot), ct_under(state, slot)
        ct = None if under is None else state.shown(under)
        if image is None:
            return None
        if ct is None or fusion_refusal(image.series, ct.series) is not None:
            _paint(state, image, color_table(state, image), frame, self._pixels)
            return self._pixels
        if self._beneath.shape != self._pixels.shape:
            self._beneath = np.empty_like(self._pixels)
        _paint(state, ct, colormaps.table("grey"), frame, self._beneath)
        _paint(state, image, colormaps.table(colormaps.FUSION), frame, self._pixels)
        _blend(self._beneath, self._pixels, round(state.blend * 256))
        return self._pixels

    def _add_changes(self, state: State, slot: Slot, frame: Frame) -> None:
        """What DL changed, in colours over the DL image."""
        changes = changes_shown(state)
        if changes is None or slot is not Slot.DENOISED:
            return
        if self._values[0].shape != self._pixels.shape:
            self._values = (
                np.empty(self._pixels.shape, np.float32),
                np.empty(self._pixels.shape, np.float32),
            )
        sample_plane(
            changes.map.volume,
            np.array(frame.origin_mm),
            frame.right_mm,
            frame.down_mm,
            self._pixels.shape,
            smooth=state.smooth,
            out=self._values[0],
        )
        from station.pet.changes import NOTICEABLE_Z  # scipy; imported when the map was made

        _add_significant(self._values[0], NOTICEABLE_Z, SATURATED_Z, self._pixels)

    def _difference(self, state: State, frame: Frame) -> Pixels | None:
        pair = difference_pair(state)
        if pair is None:
            return None
        if self._values[0].shape != self._pixels.shape:
            self._values = (
                np.empty(self._pixels.shape, np.float32),
                np.empty(self._pixels.shape, np.float32),
            )
        for image, values in zip(pair, self._values, strict=True):
            sample_plane(
                image.volume,
                np.array(frame.origin_mm),
                frame.right_mm,
                frame.down_mm,
                self._pixels.shape,
                smooth=state.smooth,
                out=values,
            )
        shown = state.difference_window
        _paint_difference(
            *self._values,
            shown.low,
            shown.high,
            colormaps.difference_table(),
            DIFFERENCE_OUTSIDE,
            self._pixels,
        )
        return self._pixels


def warm_up(volume: Volume) -> None:
    """Compile, or fetch from disk, what painting this volume needs: off the GUI thread.

    The first paint would otherwise wait for it, seconds on a machine that never ran Station.
    """
    geometry = volume.geometry
    right, down = np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0])
    table = colormaps.table("grey")
    pixels = np.empty((2, 2), np.uint32)
    for step in (right, right + 0.1 * down):  # along the grid, and oblique
        for smooth in (True, False):
            paint_plane(
                volume, geometry.centre_mm, step, down, (2, 2), 0.0, 1.0, table, smooth, 0, pixels
            )
    values = sample_plane(volume, geometry.centre_mm, right, down, (2, 2), smooth=True)
    _paint_difference(values, values, -1.0, 1.0, table, 0, pixels)
    _blend(pixels, pixels, 128)
    _add_significant(values, 1.0, 2.0, pixels)
    _hatch(pixels, *NOT_COMPUTED)


def difference_pair(state: State) -> tuple[LoadedImage, LoadedImage] | None:
    """(conventional, DL) where a difference between them means something, else None."""
    conventional, denoised = state.image(Slot.CONVENTIONAL), state.image(Slot.DENOISED)
    if conventional is None or denoised is None or difference_refusal(conventional, denoised):
        return None
    return conventional, denoised


def difference_refusal(conventional: LoadedImage, denoised: LoadedImage) -> str | None:
    """The sentence that says why DL − conventional would mean nothing; None when it does."""
    if not same_patient_space(conventional.series, denoised.series):
        return tr(
            "The two images have different frames of reference: their voxels cannot be subtracted."
        )
    if conventional.volume.unit is not denoised.volume.unit:
        return tr(
            "One image is in {unit}, the other in {unit2}: they cannot be subtracted.",
            unit=conventional.volume.unit,
            unit2=denoised.volume.unit,
        )
    return None


def _paint(
    state: State,
    image: LoadedImage,
    table: colormaps.ColourTable,
    frame: Frame,
    out: Pixels,
    projection: Volume | None = None,
) -> None:
    """The image's slice at the frame, or its projection, in the image's window."""
    shown = display_range(state, image)
    unfinished = state.unfinished is not None and state.unfinished.image is image
    outside = outside_colour(table)
    dark = not is_light(table)
    paint_plane(
        projection or image.volume,
        np.array(frame.origin_mm),
        frame.right_mm,
        frame.down_mm,
        (frame.rows, frame.columns),
        shown.low,
        shown.high,
        table,
        state.smooth,
        NOT_COMPUTED[dark] if unfinished else outside,
        out,
    )
    if unfinished:
        _hatch(out, NOT_COMPUTED[dark], NOT_COMPUTED_LINE[dark])
        _clear_outside(image.volume, frame, outside, out)


@kernel
def _blend(beneath: Pixels, above: Pixels, weight: int) -> None:
    """above ← beneath · (256 − weight)/256 + above · weight/256, channel by channel."""
    rows, columns = above.shape
    for r in range(rows):
        for c in range(columns):
            a = above[r, c]
            b = beneath[r, c]
            # Two channels at a time: red and blue do not touch each other with 8 bits between them.
            rb = ((a & 0xFF00FF) * weight + (b & 0xFF00FF) * (256 - weight)) >> 8 & 0xFF00FF
            g = ((a & 0x00FF00) * weight + (b & 0x00FF00) * (256 - weight)) >> 8 & 0x00FF00
            above[r, c] = np.uint32(0xFF000000 | rb | g)


@kernel
def _paint_difference(
    conventional: NDArray[np.float32],
    denoised: NDArray[np.float32],
    low: float,
    high: float,
    table: colormaps.ColourTable,
    outside: int,
    out: Pixels,
) -> None:
    rows, columns = out.shape
    last = len(table) - 1
    scale = len(table) / (high - low)
    for r in range(rows):
        for c in range(columns):
            value = denoised[r, c] - conventional[r, c]
            if np.isnan(value):
                out[r, c] = np.uint32(outside)
            else:
                out[r, c] = table[min(max(int((value - low) * scale), 0), last)]


def _clear_outside(volume: Volume, frame: Frame, outside: int, out: Pixels) -> None:
    """Nothing is being computed outside the grid."""
    low, high = volume.geometry.bounds_mm
    across = ACROSS[frame.plane]
    if not low[across] <= frame.origin_mm[across] < high[across]:
        out[:] = outside
        return
    ends = [frame.to_pixel(corner) for corner in (low, high)]
    left, right = sorted(round(column + 0.5) for column, _ in ends)
    top, bottom = sorted(round(row + 0.5) for _, row in ends)
    out[: max(top, 0)] = outside
    out[max(bottom, 0) :] = outside
    out[:, : max(left, 0)] = outside
    out[:, max(right, 0) :] = outside


@kernel
def _hatch(out: Pixels, ground: int, line: int) -> None:
    """Lines over what is not computed yet."""
    rows, columns = out.shape
    for r in range(rows):
        for c in range(columns):
            if out[r, c] == ground and (r + c) % HATCH_PX < HATCH_LINE_PX:
                out[r, c] = np.uint32(line)


@kernel
def _add_significant(
    z: NDArray[np.float32], noticeable: float, saturated: float, out: Pixels
) -> None:
    """Red over what DL raised, blue over what it lowered, the stronger the surer."""
    rows, columns = out.shape
    for r in range(rows):
        for c in range(columns):
            size = abs(z[r, c])
            if not size >= noticeable:  # NaN too
                continue
            sure = min((size - noticeable) / (saturated - noticeable), 1.0)
            weight = int(FAINTEST_CHANGE + (FULLEST_CHANGE - FAINTEST_CHANGE) * sure)
            a = ADDED_COLOUR if z[r, c] > 0 else REMOVED_COLOUR
            b = out[r, c]
            rb = ((a & 0xFF00FF) * weight + (b & 0xFF00FF) * (256 - weight)) >> 8 & 0xFF00FF
            g = ((a & 0x00FF00) * weight + (b & 0x00FF00) * (256 - weight)) >> 8 & 0x00FF00
            out[r, c] = np.uint32(0xFF000000 | rb | g)


def paint_projection(
    state: State, image: LoadedImage, projection: Volume, frame: Frame, out: Pixels
) -> None:
    """A MIP, as `station.app.viewing.planes.projection_volume` lays it out, at the frame."""
    _paint(state, image, color_table(state, image), frame, out, projection)
