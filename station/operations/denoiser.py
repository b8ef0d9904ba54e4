"""The network that denoises, as it is asked for without loading it: torch takes seconds."""

from collections.abc import Callable
from functools import cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.installed import resource
from station.pet.derivation import Card, Derivation
from station.pet.loaded import LoadedImage
from station.pet.volume import Volume
from station.progress import Report, silent

MODELS = "models.toml"
"""The list of the shipped networks, as station.denoise.weights has it"""
NO_DENOISER = (
    "No denoiser is installed: there are no weights in resources/models/denoiser. "
    "Train one with `station train denoiser`."
)

OnSlices = Callable[[int, NDArray[np.float32]], None]
"""Called by the worker: the number of the first slice, and denoised slices from there on, SUVbw
(slices, rows, columns)"""


def nobody(first: int, images: NDArray[np.float32]) -> None:
    """Nobody wants the slices one by one."""


class Denoiser(Protocol):
    """`station.denoise.denoiser.Denoiser`, without torch."""

    @property
    def card(self) -> Card: ...

    def __call__(
        self,
        volume: Volume,
        report: Report,
        *,
        first_slice: int,
        on_slices: OnSlices,
        resample: bool = False,
    ) -> Volume: ...


@cache
def shipped_problem() -> str:
    """Why no denoiser can be used here; empty where there are weights. Imports no torch."""
    return "" if resource("models", "denoiser", MODELS).exists() else NO_DENOISER


def shipped_denoiser(
    model: str | None = None, precision: str = "auto", device: str = "auto"
) -> Denoiser:
    """The network of that id (None: the default), ready to run; call it off the GUI thread.

    Raises StationError where there is no such network, or the device or precision is not there.
    """
    from station.denoise.denoiser import Denoiser as Shipped
    from station.denoise.device import Device, Precision

    return Shipped.shipped(model, Precision(precision), Device(device))


def denoised(
    network: Denoiser,
    image: LoadedImage,
    report: Report = silent,
    *,
    first_slice: int = 0,
    on_slices: OnSlices = nobody,
    resample: bool = False,
) -> tuple[Volume, Derivation]:
    """The denoised image of one in SUVbw, and how it was made.

    Raises StationError where the image is not what the network was made for, or memory runs out.
    """
    try:
        volume = network(
            image.volume, report, first_slice=first_slice, on_slices=on_slices, resample=resample
        )
    except MemoryError as error:
        raise StationError(
            f"There is not enough memory to denoise {image.series.label}. Close other programs, or "
            "use a computer with more."
        ) from error
    # Beyond the network's own step: whether it worked on voxels of another size.
    more = volume.provenance.steps[len(image.volume.provenance.steps) + 1 :]
    return volume, Derivation.denoised(network.card, "; ".join(more))
