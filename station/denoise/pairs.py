"""Training pairs: patches of one place at every count level, their target and their weights.

Nothing here knows where the images come from. A `Slab` holds one scan's reconstructions on one
grid; `Pairs` cuts patches out of many slabs as J. Tsuchiya et al., EJNMMI Phys. 8 (2021) 31, do:
32×32×3 voxels that overlap by 16, 16 and 2, every level of a place with the same target, and a
weight map from lesion masks by adaptive thresholding.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, pi
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from station.denoise.inserts import Inserts, put_in
from station.denoise.level import NoiseLevel
from station.denoise.network import PATCH, SLICES
from station.errors import StationError
from station.whole_file import whole_file, writing

Image = NDArray[np.float32] | NDArray[np.float16]
"""SUV, (slices, rows, columns). Half floats keep 11 bits: 0.05 % of an SUV, far below its noise"""
Mask = NDArray[np.bool_]
Floats = NDArray[np.float32]
Box = tuple[slice, slice, slice]
"""Slices, rows and columns of a slab"""

AIR_SUV = 0.05
"""Below it a voxel is air: lungs have an SUV of 0.3 and more"""
LEAST_TISSUE = 0.01
"""A patch whose target has less than this fraction of its voxels above `AIR_SUV` is air"""

FWHM_PER_SIGMA = 2.3548

_ndimage = cast(Any, ndimage)


class Target(StrEnum):
    """What the network should produce."""

    FULL = "full"
    """The whole scan, as in the paper; each input's events are among its events"""
    NOISE_FREE = "noise-free"
    """The reconstruction of the mean data, which only a simulator has"""


@dataclass(frozen=True, eq=False)
class LesionSeed:
    """Where a lesion is known to be."""

    index: tuple[float, float, float]
    """Centre as (slice, row, column) of the slab's grid"""
    volume_ml: float


@dataclass(frozen=True, eq=False)
class Slab:
    """A few centimetres of one scan in all its reconstructions, on one grid, in SUV."""

    name: str
    inputs: Mapping[int, Image]
    """Seconds per bed → the unfiltered image of that part of the scan's events"""
    full: Image
    """Of the whole scan, reconstructed in the same way"""
    noise_free: Image
    """Of the mean data, reconstructed in the same way"""
    lesions: tuple[LesionSeed, ...]
    voxel_mm: float

    def __post_init__(self) -> None:
        if not self.inputs:
            raise ValueError(f"slab {self.name} has no inputs")
        if any(image.shape != self.full.shape for image in self.images):
            raise ValueError(f"the images of slab {self.name} differ in shape")

    @property
    def images(self) -> tuple[Image, ...]:
        return (*self.inputs.values(), self.full, self.noise_free)

    def target(self, kind: Target) -> Image:
        return self.full if kind is Target.FULL else self.noise_free


# -- slabs on disk ---------------------------------------------------------------------------------

FORMAT = "station-slab-1"


def save_slab(slab: Slab, path: Path) -> None:
    """Write the slab as safetensors in half floats, completely or not at all."""
    from safetensors import numpy

    write = cast(Any, numpy).save_file
    tensors = {f"input-{seconds}": _half(image) for seconds, image in slab.inputs.items()}
    tensors |= {"full": _half(slab.full), "noise-free": _half(slab.noise_free)}
    facts = {
        "format": FORMAT,
        "name": slab.name,
        "voxel_mm": repr(slab.voxel_mm),
        "lesions": json.dumps([[*seed.index, seed.volume_ml] for seed in slab.lesions]),
    }
    with writing(path), whole_file(path) as part:
        write(tensors, part, facts)


def load_slab(path: Path) -> Slab:
    """The slab in a file of `save_slab`, its images in half floats.

    Raises StationError if the file cannot be read or is not a complete slab.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with cast(Any, safe_open)(path, framework="numpy") as opened:
            facts: dict[str, str] = opened.metadata() or {}
            if facts.get("format") != FORMAT:
                raise StationError(f"{path} is not a slab of training images. Create it again.")
            images: dict[str, NDArray[np.float16]] = {
                key: opened.get_tensor(key) for key in cast(list[str], opened.keys())
            }
        seconds = sorted(
            int(key.removeprefix("input-")) for key in images if key.startswith("input-")
        )
        return Slab(
            facts["name"],
            {level: images[f"input-{level}"] for level in seconds},
            images["full"],
            images["noise-free"],
            tuple(
                LesionSeed((plane, row, column), volume)
                for plane, row, column, volume in json.loads(facts["lesions"])
            ),
            float(facts["voxel_mm"]),
        )
    except OSError as error:
        raise StationError(f"{path} cannot be read: {error}. Check the path.") from error
    except (SafetensorError, KeyError, ValueError) as error:
        raise StationError(
            f"{path} is damaged ({error}). Delete it and create it again."
        ) from error


def _half(image: Image) -> NDArray[np.float16]:
    return np.ascontiguousarray(image, np.float16)


# -- lesion masks and weights ----------------------------------------------------------------------

SEGMENT_FWHM_MM = 4.0
"""The target is smoothed by this before segmentation, so that the mask does not follow noise"""
THRESHOLD_SHARE = 0.5
"""Position of the threshold between local background and lesion peak"""
GUARD_MM = 4.0
"""Between the mask and the shell that is its background: the scanner's blur"""
SHELL_MM = 8.0
"""Thickness of that shell"""
REACH = 1.5
"""No mask extends farther from the seed than this many radii of the known volume, plus GUARD_MM"""
ITERATIONS = 10
VISIBLE_SD = 5.0
"""A lesion with less than twice its background, and its extreme within this many SD of it, is not
segmented but drawn: noise alone has such extremes"""
MAD_PER_SD = 0.6745
"""For a normal distribution; an organ in part of the shell changes its SD, but hardly its MAD"""


def lesion_mask(target: Image, seed: LesionSeed, voxel_mm: float) -> Mask:
    """The lesion's voxels by adaptive thresholding, (slices, rows, columns).

    The threshold is halfway between the lesion's extreme and the median of a shell around the mask;
    both are computed again until the mask no longer changes. The mask has the voxels beyond it that
    are connected to the extreme, with holes filled: the core of a necrotic lesion belongs to it. A
    lesion colder than its surroundings is segmented downwards. A lesion that cannot be
    distinguished from noise becomes the sphere of its known volume.
    """
    mask = np.zeros(target.shape, np.bool_)
    radius_mm = (seed.volume_ml * 1000 * 3 / (4 * pi)) ** (1 / 3)
    reach_mm = REACH * radius_mm + GUARD_MM
    margin = ceil((reach_mm + GUARD_MM + SHELL_MM) / voxel_mm) + 1
    box = tuple(
        slice(max(0, round(at) - margin), max(0, min(size, round(at) + margin + 1)))
        for at, size in zip(seed.index, target.shape, strict=True)
    )
    image = np.asarray(target[box], np.float32)
    if not image.size:
        return mask
    image = _blurred(image, SEGMENT_FWHM_MM, voxel_mm)
    axes = np.ogrid[box]
    distance_mm = voxel_mm * np.sqrt(
        sum(((axis - at) ** 2 for axis, at in zip(axes, seed.index, strict=True)), np.float64(0))
    )
    ball = distance_mm <= max(radius_mm, voxel_mm)
    if not ball.any():
        return mask  # it is beyond the slab's edge
    mask[box] = _grown(image, ball, distance_mm <= reach_mm, voxel_mm)
    return mask


def _grown(image: Floats, ball: Mask, bounds: Mask, voxel_mm: float) -> Mask:
    """The mask within `bounds`, starting from the sphere of the known volume."""
    grown = ball
    for _ in range(ITERATIONS):
        outwards_mm = _distance_mm(grown, voxel_mm)
        shell = image[(outwards_mm > GUARD_MM) & (outwards_mm <= GUARD_MM + SHELL_MM)]
        if not shell.size:
            return ball
        background = float(np.median(shell))
        spread = float(np.median(np.abs(shell - background))) / MAD_PER_SD
        hot, cold = image[ball].max() - background, background - image[ball].min()
        contrast = image - background if hot >= cold else background - image
        peak = max(hot, cold)
        if peak <= VISIBLE_SD * spread and peak <= background:
            return ball
        beyond = (contrast >= THRESHOLD_SHARE * peak) & bounds
        extreme = np.unravel_index(np.argmax(np.where(ball, contrast, -np.inf)), image.shape)
        connected = _connected(beyond, extreme)
        if (connected == grown).all():
            break
        grown = connected
    return grown


@dataclass(frozen=True)
class Weighting:
    """The weight of a lesion's voxels relative to the background's 1."""

    lesion: float = 10.0
    """The paper's, "determined empirically" """
    smoothing_fwhm_mm: float = 4.0
    """The map is blurred by this to allow for segmentation errors; the paper gives no width"""


def weight_map(mask: Mask, weighting: Weighting, voxel_mm: float) -> NDArray[np.float16]:
    """1 in the background, `weighting.lesion` in a lesion's core, (slices, rows, columns)."""
    if not mask.any():
        return np.ones(mask.shape, np.float16)
    share = _blurred(mask.astype(np.float32), weighting.smoothing_fwhm_mm, voxel_mm)
    return (1 + (weighting.lesion - 1) * share).astype(np.float16)


def _blurred(image: Floats, fwhm_mm: float, voxel_mm: float) -> Floats:
    return _ndimage.gaussian_filter(image, fwhm_mm / FWHM_PER_SIGMA / voxel_mm)


def _distance_mm(mask: Mask, voxel_mm: float) -> NDArray[np.float64]:
    """Distance of each voxel from the mask; 0 inside it."""
    return _ndimage.distance_transform_edt(~mask, sampling=voxel_mm)


def _connected(mask: Mask, voxel: tuple[np.intp, ...]) -> Mask:
    """The part of the mask that is connected to the voxel, with holes filled."""
    parts = _ndimage.label(mask)[0]
    return _ndimage.binary_fill_holes(parts == parts[voxel])


# -- patches ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cut:
    """The shape of patches; neighbours overlap by half along rows and columns."""

    slices_in: int = SLICES
    slices_out: int = SLICES
    """The middle ones of those that go in"""
    side: int = PATCH
    with_level: bool = False
    """Whether the noise level goes in, too, after the slices"""

    @property
    def stride(self) -> int:
        return self.side // 2

    def noisy(self, plane: int, row: int, column: int) -> Box:
        """Voxels of a slab that go into the network."""
        return _box(plane, self.slices_in, row, column, self.side)

    def target(self, plane: int, row: int, column: int) -> Box:
        """Voxels whose noise it estimates."""
        first = plane + (self.slices_in - self.slices_out) // 2
        return _box(first, self.slices_out, row, column, self.side)


@dataclass(frozen=True, eq=False)
class Batch:
    """Patches, float32 (patches, slices, side, side)."""

    noisy: Floats
    """With one channel more, the noise level's, where the cut has it"""
    target: Floats
    """Of the slices that come out, like `weight`"""
    weight: Floats
    """1 everywhere in a patch without a lesion"""
    seconds: Floats
    """Seconds per bed of each noisy patch"""


def starts(size: int, stride: int, length: int) -> list[int]:
    """Where patches of `length` begin along an axis; the last one is flush with its end."""
    if size < length:
        return []
    regular = list(range(0, size - length + 1, stride))
    return regular if regular[-1] == size - length else [*regular, size - length]


class Pairs:
    """All patches of the slabs. A place is a patch's position in a slab; it has every level."""

    def __init__(
        self,
        slabs: Sequence[Slab],
        target: Target,
        weighting: Weighting | None,
        cut: Cut | None = None,
    ) -> None:
        """`weighting` None: the uniform loss; `cut` None: patches of the paper's network.

        Raises StationError if they contain no pair
        """
        self._cut = cut = cut or Cut()
        if not slabs:
            raise StationError("There are no slabs to train on. Create some first.")
        self.levels = tuple(sorted(slabs[0].inputs))
        places: list[tuple[int, int, int, int]] = []
        with_lesion: list[bool] = []
        self._inputs: list[list[Image]] = []
        self._noise_levels: list[list[NoiseLevel]] = []
        self._targets: list[Image] = []
        self._weights: list[NDArray[np.float16] | None] = []
        self.masks: list[Mask] = []
        """Of all lesions of each slab"""
        for number, slab in enumerate(slabs):
            if tuple(sorted(slab.inputs)) != self.levels:
                raise StationError(
                    f'Slab "{slab.name}" has other count levels than "{slabs[0].name}". '
                    "Create all slabs of a training in the same way."
                )
            image = slab.target(target)
            mask = np.zeros(image.shape, np.bool_)
            for seed in slab.lesions:
                mask |= lesion_mask(image, seed, slab.voxel_mm)
            inputs = [slab.inputs[level] for level in self.levels]
            self._inputs.append(inputs)
            if cut.with_level:
                self._noise_levels.append([NoiseLevel(input_) for input_ in inputs])
            self._targets.append(image)
            self._weights.append(
                weight_map(mask, weighting, slab.voxel_mm) if weighting and mask.any() else None
            )
            self.masks.append(mask)
            tissue = image > AIR_SUV
            for plane in starts(image.shape[0], 1, cut.slices_in):
                for row in starts(image.shape[1], cut.stride, cut.side):
                    for column in starts(image.shape[2], cut.stride, cut.side):
                        box = cut.target(plane, row, column)
                        if tissue[box].mean() >= LEAST_TISSUE:
                            places.append((number, plane, row, column))
                            with_lesion.append(bool(mask[box].any()))
        if not places:
            raise StationError(
                f"No slab contains a patch of {cut.side}×{cut.side}×{cut.slices_in} voxels with "
                "tissue. Create larger slabs."
            )
        self.places = np.array(places, np.int32)
        """(places, 4): number of the slab, first slice, row and column"""
        self.with_lesion = np.array(with_lesion, np.bool_)
        """(places,): does the patch contain a voxel of a lesion?"""

    def batch(
        self,
        places: NDArray[np.integer[Any]],
        levels: NDArray[np.integer[Any]],
        turns: NDArray[np.integer[Any]] | None = None,
        inserts: Inserts | None = None,
        rng: np.random.Generator | None = None,
    ) -> Batch:
        """The patches at these numbers of `self.places` and `self.levels`.

        `turns` 0 … 7 of each patch: bit 1 flips rows, bit 2 columns, bit 4 swaps the two. With
        `inserts` artificial lesions are put into some of them, as `rng` says.
        """
        cut, side = self._cut, self._cut.side
        channels = cut.slices_in + cut.with_level
        noisy = np.empty((len(places), channels, side, side), np.float32)
        target = np.empty((len(places), cut.slices_out, side, side), np.float32)
        weight = np.ones(target.shape, np.float32)
        at: list[list[int]] = self.places[places].tolist()
        for n, (slab, plane, row, column) in enumerate(at):
            box = cut.target(plane, row, column)
            turn = 0 if turns is None else int(turns[n])
            image = self._inputs[slab][int(levels[n])]
            slices = noisy[n, : cut.slices_in]
            slices[:] = _turned(image[cut.noisy(plane, row, column)], turn)
            if cut.with_level:
                level = self._noise_levels[slab][int(levels[n])]
                part = level.at(plane + cut.slices_in // 2, *box[1:])
                noisy[n, -1] = _turned(part[None], turn)[0]
            target[n] = _turned(self._targets[slab][box], turn)
            weights = self._weights[slab]
            if weights is not None and self.with_lesion[places[n]]:
                weight[n] = _turned(weights[box], turn)
            if inserts and rng and rng.random() < inserts.share:
                around = self._targets[slab][cut.noisy(plane, row, column)]
                clean = _turned(around, turn).astype(np.float32)
                put_in(slices, clean, weight[n], inserts, rng)
                first = (cut.slices_in - cut.slices_out) // 2
                target[n] = clean[first : first + cut.slices_out]
        return Batch(noisy, target, weight, np.array(self.levels, np.float32)[levels])


def _box(plane: int, slices: int, row: int, column: int, side: int) -> Box:
    return slice(plane, plane + slices), slice(row, row + side), slice(column, column + side)


def _turned(patch: Image, turn: int) -> Image:
    if turn & 1:
        patch = patch[:, ::-1]
    if turn & 2:
        patch = patch[:, :, ::-1]
    return patch.swapaxes(1, 2) if turn & 4 else patch
