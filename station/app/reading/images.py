"""The images of a blinded case in memory, with nothing left in them that says what they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from station.app.language import tr
from station.app.session import Session
from station.app.state import DisplayRange, Layout, Slot, State, View
from station.app.viewing import display
from station.app.workflow import Workflow
from station.errors import StationError
from station.frozen import Frozen
from station.pet.loaded import LoadedImage, as_point
from station.pet.study import Role, Series
from station.progress import Report, part
from station.reading.protocol import Protocol
from station.reading.worklist import CaseImage, Side

if TYPE_CHECKING:
    from station.pet.mip import Mip

PLACES = (Slot.CONVENTIONAL, Slot.DENOISED)
"""The state's places for PETs from left to right; here their names say nothing of what is shown"""

LOADING_SHARE = 0.6
"""Of the progress of an image; the rest is projecting it."""


@dataclass(frozen=True, eq=False)
class BlindImage:
    """An image and all its projections."""

    image: LoadedImage
    mip: "Mip"


def load_images(code: str, images: Sequence[CaseImage], report: Report) -> tuple[BlindImage, ...]:
    """All images of a case, whole. Raises StationError, whose sentence names the case only."""
    loaded: list[BlindImage] = []
    for number, image in enumerate(images):
        share = part(report, number / len(images), (number + 1) / len(images))
        try:
            loaded.append(_load(code, image, share))
        except StationError as error:
            # What was wrong would name a folder, by which an image shown twice is recognised.
            raise StationError(
                tr(
                    "The image of {code} cannot be read: its files are missing or damaged, or "
                    "this station does not see them. Tell the coordinator.",
                    code=code,
                )
            ) from error
    return tuple(loaded)


def _load(code: str, case_image: CaseImage, report: Report) -> BlindImage:
    from station.app.viewing.render import warm_up
    from station.dicom.load import scan
    from station.operations.images import load_image
    from station.pet.mip import hottest_point, rotating_mip

    scanned = scan([case_image.folder], _quiet(part(report, 0.0, 0.1)))
    pets = [
        series
        for study in scanned.studies
        for series in study.series
        if series.is_pet and series.problem is None
    ]
    if len(pets) != 1:
        raise StationError(
            tr("The folder has {count} PET images in place of one.", count=len(pets))
        )
    image = load_image(pets[0], report=_quiet(part(report, 0.1, LOADING_SHARE)))
    warm_up(image.volume)
    image = _nameless(image, code, case_image.side)
    mip = rotating_mip(image.volume, _quiet(part(report, LOADING_SHARE, 1.0)))
    hottest_point(image.volume, 0, 0, 0)  # compiled here, not at the reader's first click
    return BlindImage(image, mip)


def _nameless(image: LoadedImage, code: str, side: Side) -> LoadedImage:
    """The image without what its header says about the patient, the scan and the method."""
    kept = image.series
    series = Series(
        uid=f"{code}{side}",
        study_uid="",
        modality=kept.modality,
        role=Role.OTHER,
        frame_of_reference_uid=code,
        unit=kept.unit,
        geometry=kept.geometry,
    )
    volume = replace(image.volume, provenance=type(image.volume.provenance)())
    stored = replace(image.stored, provenance=type(image.stored.provenance)())
    return replace(
        image,
        series=series,
        stored=stored,
        volume=volume,
        conversion=None,
        inputs=(),
        suv_problem=None,
    )


def _quiet(report: Report) -> Report:
    """Progress without words: those of the loader name series and files."""

    def wordless(fraction: float, message: str) -> None:
        report(fraction, tr("Loading"))

    return wordless


def blinded_state(protocol: Protocol, sides: int) -> State:
    """A state for so many images in which nothing is shown yet, or says what will be."""
    return State(
        blinded=True,
        layout=Layout.SINGLE if sides == 1 else Layout.COMPARE,
        single=PLACES[0],
        window=DisplayRange(0.0, protocol.window_suv),
    )


class BlindWorkflow(Workflow):
    """The verbs of looking at blinded images. Nothing else can be done with them."""

    def __init__(self, session: Session, protocol: Protocol) -> None:
        super().__init__(session)
        self._protocol = protocol

    def put(self, images: Sequence[BlindImage]) -> None:
        """Show the images of a case, each in its place, from the protocol's window on."""
        low, high = images[0].image.body_mm
        middle = as_point((np.array(low) + np.array(high)) / 2)
        view = View(position_mm=middle)
        slots: Frozen[Slot, str | None] = Frozen(dict.fromkeys(Slot))
        for place, blind in zip(PLACES, images, strict=False):
            slots = slots.with_(place, blind.image.series.key)
        self.session.undo_stack.clear()
        self.session.set(
            slots=slots,
            images=Frozen({blind.image.series.key: blind.image for blind in images}),
            mips=Frozen({blind.image.series.key: blind.mip for blind in images}),
            views=(view,) * len(self.state.views),
            window=DisplayRange(0.0, self._protocol.window_suv),
            stored_fraction=1.0,
            mip_angle=0,
            pointer=None,
            active_column=0,
            active_pane="axial",
        )

    def clear(self) -> None:
        """Let go of the images."""
        self.session.undo_stack.clear()
        self.session.set(
            slots=Frozen[Slot, str | None](dict.fromkeys(Slot)),
            images=Frozen[str, LoadedImage](),
            mips=Frozen[str, "Mip"](),
            pointer=None,
        )

    @property
    def window_suv(self) -> float | None:
        """Upper bound of the window; None where the image has no SUV."""
        image = self.pet_image()
        return self.state.window.high if image is not None and image.has_suv else None

    # --- What the protocol or the blinding restricts ---------------------------------------------

    def set_upper(
        self, upper: float, gesture: object | None = None, image: LoadedImage | None = None
    ) -> None:
        """Within the protocol's limits, where it is in SUV."""
        if not self._protocol.window_adjustable:
            return
        shown = image or self.pet_image()
        if shown is None or shown.has_suv:
            low, high = self._protocol.window_limits_suv
            upper = min(max(upper, low), high)
        super().set_upper(upper, gesture, image)

    def step_window(self, steps: int) -> None:
        """The next wider (above 0) or narrower preset or limit; without SUV a sixth of it."""
        image = self.pet_image()
        if image is None:
            return
        shown = display.display_range(self.state, image).high
        if not image.has_suv:
            self.set_upper(shown * (7 / 6) ** steps, object(), image)
            return
        presets = sorted({*self._protocol.window_limits_suv, *display.SUV_PRESETS})
        wider = [preset for preset in presets if preset > shown]
        narrower = [preset for preset in presets if preset < shown]
        if steps > 0 and wider:
            self.set_upper(wider[0], object(), image)
        elif steps < 0 and narrower:
            self.set_upper(narrower[-1], object(), image)

    def reset(self) -> None:
        """The whole body again, and the protocol's window; the cursor stays."""
        fresh = tuple(View(position_mm=view.position_mm) for view in self.state.views)
        self.session.set(
            views=fresh,
            window=DisplayRange(0.0, self._protocol.window_suv),
            stored_fraction=1.0,
            mip_angle=0,
        )

    def maximise(self, column: int, pane: str) -> None:
        """A blinded screen keeps its arrangement."""

    def assign(self, slot: Slot, key: str) -> None:
        """Nothing is dropped onto a blinded image."""
