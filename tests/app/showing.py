"""The state of a window that shows made-up images."""

from dataclasses import replace

from station.app.state import Slot, State
from station.frozen import Frozen
from station.pet.loaded import LoadedImage
from tests.made_up.images import study


def showing(
    conventional: LoadedImage | None = None,
    denoised: LoadedImage | None = None,
    ct: LoadedImage | None = None,
    **fields: object,
) -> State:
    """The state in which the slots hold these images."""
    held = {Slot.CONVENTIONAL: conventional, Slot.DENOISED: denoised, Slot.CT: ct}
    images = {image.series.key: image for image in held.values() if image is not None}
    keys = {slot: image.series.key if image else None for slot, image in held.items()}
    slots = {**State().slots, **keys}
    members = [image.series for image in images.values()]
    state = State(study=study(*members), slots=Frozen(slots), images=Frozen(images))
    return replace(state, **fields)
