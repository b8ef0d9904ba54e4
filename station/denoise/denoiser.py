"""Volume in, denoised volume out: a network run over a whole PET image.

The network sees a window of neighbouring slices at a time. Where several of them come out, a slice
is in several windows, whose results are averaged with the network's axial weights. Windows are
computed from the slice on screen outwards, each by one core, so that no core waits for another and
a busy one delays only its own window.

Air is skipped: it keeps its values around the body.
"""

from collections.abc import Callable, Generator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from itertools import pairwise
from math import ceil
from threading import Barrier, Event
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from station.denoise.device import Device, Precision, chosen_device, chosen_precision
from station.denoise.engine import Engine, engine
from station.denoise.level import NoiseLevel
from station.denoise.network import SLICES, Network
from station.errors import StationError
from station.pet.compiled import kernel
from station.pet.derivation import Card
from station.pet.suitability import VOXEL_MM, VOXEL_TOLERANCE, fits_network
from station.pet.volume import Unit, Volume
from station.progress import Report, silent

Images = NDArray[np.float32]
"""Slices (n, rows, columns), SUVbw"""
OnSlices = Callable[[int, Images], None]
"""Receives finished slices: the number of the first, and the images"""
Tiles = NDArray[np.bool_]
"""(tiles down, tiles across) of a slice, of TILE × TILE voxels"""
Spacing = tuple[float, float, float]

NEGATIVE_SUV = -0.01
"""OSEM gives no negative values; rounding to stored values may, but not below this"""

TILE = 8
"""Air is distinguished from body by tiles of TILE × TILE voxels of a slice"""
AIR_SUV = 0.03
"""A tile of air has a lower mean: lung and fat, the faintest tissues, take up many times this"""
SPECK_SUV = 0.25
"""Nor does it have a voxel above this: unchanged air shows no hot speck"""
SLAB = 16
"""This many slices share their body: few shapes, so few kernels to prepare"""

BAND_VOXELS = 300 * 300
"""A window is computed in bands of about this many voxels: bounded memory, quick to cancel"""
WAKE_S = 0.1
"""How often progress is reported, and cancelling checked, while a window is computed"""

STEP = "DL-denoised (RESEARCH)"
"""The beginning of the step of a denoised image"""
MESSAGE = "Denoising"
UNCHANGED = "The original image is unchanged."


class _Box(NamedTuple):
    """Part of a slice: rows top to bottom - 1, columns left to right - 1."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def part(self) -> tuple[slice, slice]:
        """Where the box is in a whole slice."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def within(self, other: "_Box") -> tuple[slice, slice]:
        """Where the box is in `other`, which covers it."""
        rows = slice(self.top - other.top, self.bottom - other.top)
        return rows, slice(self.left - other.left, self.right - other.left)

    def grown(self, margin: int, shape: tuple[int, ...], multiple: int = 1) -> "_Box":
        """The box and `margin` voxels around it, clipped to a slice of `shape`; it begins at
        multiples of `multiple`."""
        top, left = max(self.top - margin, 0), max(self.left - margin, 0)
        return _Box(
            top - top % multiple,
            min(self.bottom + margin, shape[0]),
            left - left % multiple,
            min(self.right + margin, shape[1]),
        )


class _Noise(NamedTuple):
    """Noise of a window's middle slices, (slices out, rows, columns), in `box`; 0 outside."""

    box: _Box
    voxels: Images


class Denoiser:
    """A network ready to run on this computer; one instance may be used many times."""

    def __init__(
        self,
        network: Network,
        card: Card,
        precision: Precision = Precision.AUTO,
        device: Device = Device.AUTO,
        threads: int | None = None,
    ) -> None:
        """`threads`: cores to use (None: as many as torch would use).

        Raises StationError if this computer does not have what is requested.
        """
        self.card = card
        self.device = chosen_device(device)
        self.precision = chosen_precision(precision, self.device)
        self._threads = 1 if self.device is Device.CUDA else threads or torch.get_num_threads()
        self._engine = engine(
            network,
            torch.device(self.device.value),
            torch.bfloat16 if self.precision is Precision.BF16 else torch.float32,
        )

    @classmethod
    def shipped(
        cls,
        model: str | None = None,
        precision: Precision = Precision.AUTO,
        device: Device = Device.AUTO,
    ) -> "Denoiser":
        """A shipped network, by its id (None: the default one)."""
        from station.denoise.weights import load

        return cls(*load(model), precision, device)

    @property
    def step(self) -> str:
        """The step in the provenance of a denoised volume."""
        return (
            f"{STEP}: {self.card.title} {self.card.version}, "
            f"weights SHA-256 {self.card.sha256[:12]}, {self.precision} on {self.device}"
        )

    def __call__(
        self,
        volume: Volume,
        report: Report = silent,
        *,
        first_slice: int | None = None,
        on_slices: OnSlices | None = None,
        resample: bool = False,
    ) -> Volume:
        """The denoised image on the grid of `volume`, SUVbw.

        `on_slices` receives each slice when it is finished, from `first_slice` (None: the middle)
        outwards, on the calling thread. Slices that were never stored stay NaN; their neighbours
        are treated like the volume's ends. Air around the body keeps its values (see `_bodies`).

        The network was trained only on VOXEL_MM voxels; others within VOXEL_TOLERANCE are used as
        they are. With `resample` any grid is accepted: the image is brought to a grid of VOXEL_MM
        by cubic convolution, denoised, and brought back (see `_back`); `on_slices` receives all
        slices at the end.

        Raises StationError if the network was not made for the image.
        """
        survey, stored = _checked(volume)
        native = fits_network(volume.spacing_mm)
        if not native and not resample:
            raise StationError(
                f"{_named(volume)}: voxels of {_mm(volume.spacing_mm)} cannot be denoised as they "
                f"are; the network was trained on {VOXEL_MM:g} mm only. Allow resampling, or "
                f"reconstruct with voxels of {VOXEL_MM:g} mm."
            )
        voxels = volume.voxels.astype(np.float32, copy=False)
        receive = on_slices or _nobody
        provenance = volume.provenance.then(self.step)
        try:
            if native:
                first = volume.shape[0] // 2 if first_slice is None else first_slice
                denoised = self._native(voxels, survey, stored, first, report, receive)
            else:
                denoised = self._resampled(voxels, stored, volume.spacing_mm, report)
                provenance = provenance.then(
                    f"computed on voxels of {VOXEL_MM:g} mm and brought back to "
                    f"{_mm(volume.spacing_mm)}"
                )
                receive(0, denoised)
        except (MemoryError, RuntimeError) as error:
            if not _is_out_of_memory(error):
                raise
            raise StationError(
                f"{_named(volume)}: there is not enough memory to denoise it. Close other studies "
                f"and programs and try again. {UNCHANGED}"
            ) from error
        report(1.0, MESSAGE)
        return Volume(denoised, volume.geometry, volume.unit, provenance)

    def _native(
        self,
        voxels: Images,
        survey: "_Survey",
        stored: list[range],
        first: int,
        report: Report,
        receive: OnSlices,
    ) -> Images:
        """`voxels` (slices, rows, columns) denoised on their own grid; `stored`: gapless runs."""
        result = _Result(voxels, survey, stored, self._engine)
        windows = _outward(result.windows, first)
        untold = _outward([s for run in stored for s in run], first)
        with closing(self._noises(result, windows, report)) as noises:
            for window, noise in noises:
                if not np.isfinite(noise.voxels).all():
                    raise StationError(
                        "Denoising: the network gave values that are not numbers. The image is "
                        f"unlike those it was trained on, or its weights are damaged. {UNCHANGED}"
                    )
                result.take(window, noise)
                while untold and result.is_finished(untold[0]):
                    s = untold.pop(0)
                    receive(s, result.voxels[s : s + 1])
        for s in untold:  # where everything is air
            receive(s, result.voxels[s : s + 1])
        return result.voxels

    def _resampled(
        self, voxels: Images, stored: list[range], spacing_mm: Spacing, report: Report
    ) -> Images:
        """`voxels` denoised on a grid of VOXEL_MM."""
        denoised = voxels.copy()
        total, done = sum(len(run) for run in stored), 0
        for run in stored:
            slab = voxels[run.start : run.stop]
            back = [_back(count, mm) for count, mm in zip(slab.shape, spacing_mm, strict=True)]
            part = _share(report, done / total, len(run) / total)
            done += len(run)
            native = on_network_grid(slab, spacing_mm)
            clean = self._native(native, _survey(native), [range(len(native))], 0, part, _nobody)
            counted = slab.any(axis=(1, 2))  # the others stay 0, as on the network's own grid
            denoised[run.start : run.stop][counted] = _along_axes(clean, back)[counted]
        return denoised

    def _noises(
        self, result: "_Result", windows: list[int], report: Report
    ) -> Generator[tuple[int, _Noise]]:
        """Middle slice of each window and its noise; see `_noise`.

        In the order in which they finish, which is nearly that of `windows`.
        """
        stop = Event()
        waiting = list(reversed(windows))
        running: dict[Future[_Noise], int] = {}

        def tell() -> None:
            report(1 - (len(waiting) + len(running)) / len(windows), MESSAGE)

        with _one_core_each(self._threads) as pool:
            try:
                while waiting or running:
                    while waiting and len(running) < 2 * self._threads:
                        z = waiting.pop()
                        task = pool.submit(self._noise, result, z, stop)
                        running[task] = z
                    finished, _ = wait(running, WAKE_S, FIRST_COMPLETED)
                    for task in finished:
                        yield running.pop(task), task.result()
                        tell()
                    if not finished:
                        tell()
            finally:
                stop.set()
                pool.shutdown(cancel_futures=True)

    def _noise(self, result: "_Result", window: int, stop: Event) -> _Noise:
        """Noise of the window around a slice where there is body; 0 elsewhere.

        The network sees enough around the body to give the same noise as on whole slices. Stops
        early, with the noise computed so far, when `stop` is set.
        """
        shape, body = result.voxels.shape[1:], result.body(window)
        box = _around(body, shape)
        wanted = _in_voxels(body, shape)
        slices_out = len(self._engine.axial_weights)
        noise = np.zeros((slices_out, box.bottom - box.top, box.right - box.left), np.float32)
        count = ceil(noise[0].size / BAND_VOXELS)
        edges = np.linspace(box.top, box.bottom, count + 1).astype(int).tolist()
        for top, bottom in pairwise(edges):
            if stop.is_set():
                break
            band = _Box(top, bottom, box.left, box.right)
            seen = band.grown(self._engine.radius, shape, self._engine.multiple)
            in_band = np.zeros_like(wanted)
            in_band[band.part] = wanted[band.part]
            part = self._engine.noise(
                torch.from_numpy(result.channels(window, seen)),  # pyright: ignore[reportUnknownMemberType]
                np.ascontiguousarray(in_band[seen.part]),
            )
            noise[:, *band.within(box)] = np.where(
                wanted[band.part], part.numpy()[:, *band.within(seen)], 0
            )
        return _Noise(box, noise)


class _Result:
    """The image while it is computed: finished slices, and noise that waits for neighbours."""

    def __init__(
        self, voxels: Images, survey: "_Survey", stored: list[range], engine: Engine
    ) -> None:
        self.voxels = voxels.copy()
        self._noisy = voxels
        self._bodies = _bodies(survey)
        self._noises: dict[int, _Noise] = {}
        self._weights = engine.axial_weights
        self._reach_out = len(self._weights) // 2
        self._reach_in = engine.slices_in // 2
        self._run_of = {z: run for run in stored for z in _middles(run, engine)}
        """Of each slice that is the middle of a window, the gapless run that it is in"""
        self._levels = {
            run: NoiseLevel(voxels[run.start : run.stop]) for run in stored if engine.sees_level
        }
        self._waits_for = {
            s: set(self._around(s)) & self._run_of.keys() if self._bodies[s].any() else set[int]()
            for run in stored
            for s in run
        }
        self.windows = sorted(set[int]().union(*self._waits_for.values()))
        """Middle slices of the required windows"""
        self._slices_of = {
            z: [s for s in self._around(z) if z in self._waits_for.get(s, ())] for z in self.windows
        }

    def _around(self, s: int) -> range:
        """Slices that come out of the window around `s`; the windows that `s` comes out of."""
        return range(s - self._reach_out, s + self._reach_out + 1)

    def channels(self, window: int, box: _Box) -> Images:
        """What goes into the network of the window around a slice, (channels, rows, columns).

        The slices of a run's ends are repeated.
        """
        run = self._run_of[window]
        wanted = range(window - self._reach_in, window + self._reach_in + 1)
        slices = self._noisy[[min(max(s, run[0]), run[-1]) for s in wanted], *box.part]
        if run not in self._levels:
            return slices
        level = self._levels[run].at(window - run.start, *box.part)
        return np.concatenate((slices, level[None]))

    def body(self, window: int) -> Tiles:
        """The body in any of the slices that come out of the window."""
        bodies = [self._bodies[s] for s in self._around(window) if s in self._waits_for]
        return np.logical_or.reduce(bodies)

    def is_finished(self, s: int) -> bool:
        return not self._waits_for[s]

    def take(self, window: int, noise: _Noise) -> None:
        """The noise of a window; slices that have all their windows are finished.

        A slice's sum is computed at once and in a fixed order, so that the result does not depend
        on the order of the windows.
        """
        self._noises[window] = noise
        for s in tuple(self._slices_of[window]):
            if self._waits_for[s] <= self._noises.keys():
                self._finish(s)

    def _finish(self, s: int) -> None:
        shape = self.voxels.shape[1:]
        box = _around(self._bodies[s], shape)
        noise = np.zeros((box.bottom - box.top, box.right - box.left), np.float32)
        total = 0.0
        for weight, z in zip(self._weights, self._around(s), strict=True):
            if z in self._waits_for[s]:
                of_window = self._noises[z]
                image = of_window.voxels[s - z + self._reach_out]
                noise += np.float32(weight) * image[box.within(of_window.box)]
                total += weight
        noise *= _in_voxels(self._bodies[s], shape)[box.part] / np.float32(total)
        self.voxels[s][box.part] -= noise
        for z in self._waits_for[s]:
            self._slices_of[z].remove(s)
            if not self._slices_of[z]:
                del self._noises[z]
        self._waits_for[s] = set()


def _middles(run: range, engine: Engine) -> list[int]:
    """The middle slices of the windows that cover a run of slices."""
    if not engine.open_ended:
        ends = engine.slices_in // 2
        return list(run[ends : len(run) - ends : engine.stride])
    out = len(engine.axial_weights) // 2
    first, end = run[0] + out, run[-1] + engine.stride - out
    return [min(z, run[-1]) for z in range(first, max(end, first + 1), engine.stride)]


def _checked(volume: Volume) -> "tuple[_Survey, list[range]]":
    """What is where, and the runs of stored slices. Raises StationError if not denoisable."""
    name = _named(volume)
    if volume.unit is not Unit.SUV_BW:
        raise StationError(
            f"{name} is in {volume.unit}; the network needs {Unit.SUV_BW}. Show it in "
            f"{Unit.SUV_BW}, which needs the patient's weight and the injected activity."
        )
    if any(step.startswith(STEP) for step in volume.provenance.steps):
        raise StationError(f"{name} is already denoised. Choose the series it was made from.")
    slices = volume.shape[0]
    if 0 in volume.shape:
        raise StationError(f"{name} is empty: it has {slices} slices. Choose another series.")
    if slices < SLICES:
        raise StationError(
            f"{name} has {slices} slice{'s' * (slices != 1)}; the network needs at least {SLICES} "
            "neighbouring ones. Choose a series with more slices."
        )
    survey = _survey(volume.voxels.astype(np.float32, copy=False))
    stored = np.isfinite(survey.means).all(axis=(1, 2))
    for s in np.flatnonzero(~stored):
        if not np.isnan(volume.voxels[s]).all():
            raise StationError(
                f"{name}: slice {s + 1} contains values that are not numbers. Export the series "
                "again."
            )
    if not stored.any():
        raise StationError(f"{name} is empty: none of its slices is stored. Export it again.")
    if survey.lowest < NEGATIVE_SUV:
        raise StationError(
            f"{name} has values down to {survey.lowest:.2f} SUV; the network was trained on OSEM "
            "images, which have none below 0. Choose a series reconstructed with OSEM and not "
            "processed further."
        )
    if survey.highest.max() <= 0:
        raise StationError(f"{name} is empty: all values are 0. Choose another series.")
    edges = np.flatnonzero(np.diff(np.concatenate(([False], stored, [False]))))
    runs = [range(int(a), int(b)) for a, b in edges.reshape(-1, 2)]
    for run in runs:
        length_mm = len(run) * volume.spacing_mm[0]
        if length_mm < SLICES * VOXEL_MM * (1 - VOXEL_TOLERANCE):
            if len(run) == slices:
                raise StationError(
                    f"{name}: its {slices} slices cover {length_mm:.3g} mm; the network needs "
                    f"{SLICES * VOXEL_MM:g} mm. Choose a series with more slices."
                )
            raise StationError(
                f"{name}: slices {run.start + 1}–{run.stop} are isolated between missing ones; the "
                f"network needs at least {SLICES} neighbouring ones. Export the series again."
            )
    return survey, runs


class _Survey(NamedTuple):
    """What is where, by tiles of TILE × TILE voxels (fewer at the lower and right edge)."""

    means: NDArray[np.float64]
    """Means (slices, tiles down, tiles across), SUV. NaN if a voxel is"""
    highest: Images
    """Highest values, same shape, SUV"""
    lowest: float


def _survey(voxels: Images) -> _Survey:
    slices, rows, columns = voxels.shape
    tops, lefts = range(0, rows, TILE), range(0, columns, TILE)
    sums = np.empty((slices, len(tops), len(lefts)), np.float32)
    highest = np.empty_like(sums)
    lowest = _sum_tiles(voxels, sums, highest)
    heights = np.minimum(rows - np.array(tops), TILE)
    widths = np.minimum(columns - np.array(lefts), TILE)
    return _Survey(sums / np.outer(heights, widths), highest, float(lowest))


@kernel
def _sum_tiles(voxels: Images, sums: Images, highest: Images) -> np.float32:
    """Sum and highest value of each tile into `sums` and `highest`; returns the lowest of all.

    A NaN makes its sum NaN, but is neither highest nor lowest.
    """
    slices, rows, columns = voxels.shape
    total = np.empty(columns, np.float32)
    high = np.empty(columns, np.float32)
    low = np.full(columns, np.inf, np.float32)
    for s in range(slices):
        for down in range(sums.shape[1]):
            total[:] = 0
            high[:] = -np.inf
            for row in range(down * TILE, min(down * TILE + TILE, rows)):
                line = voxels[s, row]
                for c in range(columns):
                    value = line[c]
                    total[c] += value
                    high[c] = value if value > high[c] else high[c]
                    low[c] = value if value < low[c] else low[c]
            for across in range(sums.shape[2]):
                tile = slice(across * TILE, min(across * TILE + TILE, columns))
                sums[s, down, across] = total[tile].sum()
                highest[s, down, across] = high[tile].max()
    return low.min()


def _bodies(survey: _Survey) -> list[Tiles]:
    """The tiles of each slice that are not air, or not air in another slice of its slab.

    None in a slice that is 0 everywhere: it holds no counts, and would get its neighbours' uptake.
    """
    body: Tiles = (survey.means > AIR_SUV) | (survey.highest > SPECK_SUV)
    bodies: list[Tiles] = []
    for start in range(0, len(body), SLAB):
        slab = body[start : start + SLAB]
        whole: Tiles = np.logical_or.reduce(slab, axis=0)
        bodies += [whole] * len(slab)
    empty = ((survey.means == 0) & (survey.highest <= 0)).all(axis=(1, 2))
    return [tiles & ~none for tiles, none in zip(bodies, empty, strict=True)]


def _around(body: Tiles, shape: tuple[int, ...]) -> _Box:
    """The smallest box that contains the tiles `body` of a slice of `shape`; there must be one."""
    tiles = np.argwhere(body) * TILE
    (top, left), (bottom, right) = tiles.min(axis=0).tolist(), tiles.max(axis=0).tolist()
    return _Box(top, min(bottom + TILE, shape[0]), left, min(right + TILE, shape[1]))


def _in_voxels(body: Tiles, shape: tuple[int, ...]) -> Tiles:
    """bool (rows, columns) of a slice of `shape`."""
    voxels = np.repeat(np.repeat(body, TILE, axis=0), TILE, axis=1)
    return voxels[: shape[0], : shape[1]]


def _outward(slices: list[int], first: int) -> list[int]:
    """`slices` by their distance from `first`."""
    return sorted(slices, key=lambda s: (abs(s - first), s))


@contextmanager
def _one_core_each(threads: int) -> Generator[ThreadPoolExecutor]:
    """Workers that each run torch on one core.

    torch's number of threads applies to the calling thread and to all that have not used torch
    before: a worker that sets its own also changes it for later threads, so that is reset, after
    the worker has asked for its own, which counts as use.
    """
    later = torch.get_num_threads()
    ready = Barrier(threads)

    def start() -> None:
        torch.set_num_threads(1)
        torch.get_num_threads()
        ready.wait()

    with ThreadPoolExecutor(threads, "denoise") as pool:
        wait([pool.submit(start) for _ in range(threads)])
        torch.set_num_threads(later)
        yield pool


def _interpolation(count: int, mm: float, new_count: int, new_mm: float) -> NDArray[np.float32]:
    """Matrix (new_count, count) from samples `mm` apart to samples `new_mm` apart, same centre.

    Cubic convolution (R. Keys, IEEE Trans. ASSP 29 (1981) 1153, a = −1/2), stretched to the new
    distance if that is larger. Beyond the ends the last sample is repeated.
    """
    position = (np.arange(new_count) - (new_count - 1) / 2) * (new_mm / mm) + (count - 1) / 2
    stretch = max(1.0, new_mm / mm)
    reach = ceil(2 * stretch)
    taps = np.floor(position)[:, None].astype(int) + np.arange(1 - reach, reach + 1)
    x = np.abs(taps - position[:, None]) / stretch
    near = (1.5 * x - 2.5) * x**2 + 1
    far = ((-0.5 * x + 2.5) * x - 4) * x + 2
    weights = np.where(x <= 1, near, np.where(x < 2, far, 0))
    weights /= weights.sum(axis=1, keepdims=True)
    matrix = np.zeros((new_count, count))
    rows = np.broadcast_to(np.arange(new_count)[:, None], taps.shape)
    np.add.at(matrix, (rows, np.clip(taps, 0, count - 1)), weights)
    return matrix.astype(np.float32)


def on_network_grid(voxels: Images, spacing_mm: Spacing) -> Images:
    """An image (slices, rows, columns) on a grid of VOXEL_MM with the same centre."""
    matrices = [
        _interpolation(count, mm, ceil(count * mm / VOXEL_MM), VOXEL_MM)
        for count, mm in zip(voxels.shape, spacing_mm, strict=True)
    ]
    return _along_axes(voxels, matrices)


def _back(count: int, mm: float) -> NDArray[np.float32]:
    """Matrix (count, network's count) from the network's grid back to samples `mm` apart.

    Where the network's grid is the finer one it undoes `on_network_grid` exactly: what the network
    leaves as it is returns as it was, and no noise escapes it between the grids. Where it is the
    coarser one, it interpolates: what is too fine for it is finer than PET resolves, and noise.
    """
    network_count = ceil(count * mm / VOXEL_MM)
    if mm < VOXEL_MM:
        return _interpolation(network_count, VOXEL_MM, count, mm)
    there = _interpolation(count, mm, network_count, VOXEL_MM)
    return np.linalg.pinv(there.astype(np.float64)).astype(np.float32)


def _along_axes(voxels: Images, matrices: list[NDArray[np.float32]]) -> Images:
    """Each axis of `voxels` multiplied by its matrix (new, old)."""
    for axis, matrix in enumerate(matrices):
        voxels = np.moveaxis(np.tensordot(matrix, voxels, axes=(1, axis)), 0, axis)
    return np.ascontiguousarray(voxels)


def _share(report: Report, start: float, share: float) -> Report:
    """Progress of a part of the work that begins at `start` and is `share` of the whole."""
    return lambda fraction, message: report(start + share * fraction, message)


def _mm(spacing_mm: Spacing) -> str:
    return " × ".join(f"{mm:.3g}" for mm in spacing_mm) + " mm"


def _is_out_of_memory(error: Exception) -> bool:
    """torch's CPU allocator raises a plain RuntimeError, recognisable only by its text."""
    return isinstance(error, MemoryError | torch.OutOfMemoryError) or (
        "not enough memory" in str(error) or "can't allocate memory" in str(error)
    )


def _nobody(first: int, images: Images) -> None:
    """Receives slices that nobody watches."""


def _named(volume: Volume) -> str:
    description = volume.provenance.description
    return f'Series "{description}"' if description else "The image"
