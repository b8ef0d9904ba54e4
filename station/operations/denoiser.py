"""The network that denoises, as it is asked for without loading it: torch takes seconds."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

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


@dataclass(frozen=True)
class Installed:
    """A network that comes with the program, by its card."""

    id: str
    title: str
    version: str
    default: bool
    sha256: str
    """Of its weights"""
    sentence: str
    """What its card says of it"""


@cache
def installed_networks() -> tuple[Installed, ...]:
    """The networks that there are, the default one first; none where their list cannot be read.
    Imports no torch."""
    path = resource("models", "denoiser", MODELS)
    try:
        models = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
        every = [
            Installed(
                str(card["id"]),
                str(card["title"]),
                str(card["version"]),
                bool(card.get("default", False)),
                str(card["sha256"]),
                card_sentence(card),
            )
            for card in models
        ]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return ()
    return tuple(sorted(every, key=lambda one: not one.default))


def card_sentence(card: Mapping[str, Any]) -> str:
    """What a card says of its network and of scans that its simulator did not make."""
    kind = str(card["architecture"]).strip()
    kind = kind[:1].upper() + kind[1:]
    outside: list[Mapping[str, Any]] = card.get("outside") or []
    if not outside:
        return f"{kind}; its card has no result on scans of another generator than its own."
    first = outside[0]
    # What was scanned without its details, and the first thing that was found.
    image = re.sub(r" \([^)]*\)", "", str(first["image"])).partition(": `")[0]
    answer = str(first["answer"]).partition(";")[0].strip()
    return f"{kind}; on {image[:1].lower()}{image[1:]}, {answer}."


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
