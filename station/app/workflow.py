"""What a reader can do with the open study: each verb turns a gesture into a change of state."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from station.app.language import day_or_none, marked, tr, translated
from station.app.session import Session
from station.app.state import (
    PET_SLOTS,
    Column,
    DisplayRange,
    Framing,
    Kind,
    Layout,
    Link,
    Plane,
    Slot,
    State,
    Stranger,
    View,
    columns,
    fresh_looks,
    same_patient,
    slot_of,
    unfinished_refusal,
)
from station.app.viewing import dates, display, layouts
from station.app.viewing.planes import ACROSS, Frame, end_slice, step_slices, zoomed
from station.pet.loaded import LoadedImage, as_point
from station.pet.pairing import fusion_refusal
from station.pet.study import Patient, same_patient_space
from station.pet.voi import Point
from station.pet.volume import FloatArray, Geometry, Unit

if TYPE_CHECKING:
    from station.app.viewing.linking import DateVerbs
    from station.app.voi.burden import BurdenVerbs
    from station.app.voi.drawing import Areas, DrawingVerbs
    from station.app.voi.measuring import Measuring
    from station.app.voi.workflow import VoiWorkflow
    from station.pet.suv import InputName
    from station.pet.voi import Threshold

LIVER = "liver"
"""Id of the site that PERCIST takes its threshold from"""

ROLE_NAMES = {
    Slot.CONVENTIONAL: "conventional",
    Slot.DENOISED: "DL",
    Slot.CT: "CT",
    Slot.OTHER: marked("the other image"),
    Slot.OTHER_DENOISED: marked("the DL image of the other date"),
    Slot.OTHER_CT: marked("the CT of the other date"),
}

DRAG_RATE = 1 / 200
"""A window drag of 200 px multiplies or divides the upper bound by e."""
ZOOM_RATE = 1 / 150
ZOOM_STEP = 1.15
"""One notch of Ctrl+wheel"""


class Workflow:
    """The verbs, over one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @cached_property
    def vois(self) -> "VoiWorkflow":
        """The verbs of VOIs."""
        from station.app.voi.workflow import VoiWorkflow

        return VoiWorkflow(self.session)

    @cached_property
    def dates(self) -> "DateVerbs":
        """The verbs that move an image of another date."""
        from station.app.viewing.linking import DateVerbs

        return DateVerbs(self.session)

    @cached_property
    def drawing(self) -> "DrawingVerbs":
        """The verbs of distances, ellipses, arrows and texts."""
        from station.app.voi.drawing import DrawingVerbs

        return DrawingVerbs(self.session)

    @cached_property
    def areas(self) -> "Areas":
        """What ellipses measure."""
        from station.app.voi.drawing import Areas

        return Areas()

    @cached_property
    def burden(self) -> "BurdenVerbs":
        """The verbs of the whole-body burden."""
        from station.app.voi.burden import BurdenVerbs

        return BurdenVerbs(self.session, self.vois)

    @cached_property
    def measuring(self) -> "Measuring":
        """What the VOIs measure."""
        from station.app.voi.measuring import Measuring

        return Measuring()

    @property
    def state(self) -> State:
        return self.session.state

    # --- What is shown where ---------------------------------------------------------------------

    def assign(self, slot: Slot, key: str) -> None:
        """Show a series, of this study or of another, in the panes of a slot."""
        series = self.state.find(key)
        if series is None:
            self._invite(slot, key)
            return
        if series.problem is not None:
            self.session.set(notice=series.problem)
            return
        if slot in PET_SLOTS and not series.is_pet and self.state.layout is Layout.MIP_PAIR:
            self.session.set(notice=tr("{label} is not a PET: it has no MIP.", label=series.label))
            return
        unfinished = self.state.unfinished_in(slot)
        if unfinished is not None:
            # It goes on being computed and is listed when it is there.
            self.session.set(unfinished=replace(unfinished, slot=None))
        self.session.edit(
            tr(
                "Show {label} as {role_names}",
                label=series.label,
                role_names=translated(ROLE_NAMES[slot]),
            ),
            slots=self.state.slots.with_(slot, key),
            **layouts.showing(self.state, slot, other_date=key in self.state.guests),
        )

    def _invite(self, slot: Slot, key: str, *, confirmed: bool = False) -> None:
        """Show a series of another study; one of another patient only when that is confirmed."""
        state = self.state
        entry = dates.entry_of(state, key)
        if entry is None or state.study is None:
            return
        if state.blinded:
            self.session.set(notice=translated(dates.BLINDED))
            return
        who = Patient(entry.patient_id, entry.patient_name)
        if not confirmed and not same_patient(state.study.patient, who):
            self.session.set(stranger=Stranger(slot, key, entry.patient_name or tr("no name")))
            return
        words = next(one.description for one in entry.series if one.key == key)
        day = day_or_none(entry.study_date)
        self.session.edit(
            tr(
                "Show {words} of {day} as {role_names}",
                words=words or tr("a series"),
                day=day,
                role_names=translated(ROLE_NAMES[slot]),
            ),
            slots=state.slots.with_(slot, key),
            **layouts.showing(state, slot, other_date=True),
        )

    def show_in_column(self, number: int, key: str) -> None:
        """Show a series in a column of the layout, counted from 1; one more than there are opens
        it."""
        shown = columns(self.state)
        if number <= len(shown):
            self.assign(shown[number - 1].slot, key)
            return
        taken = {column.slot for column in shown}
        own = self.state.find(key)
        is_own = own is not None and key not in self.state.guests
        places = (Slot.DENOISED, Slot.OTHER) if is_own else (Slot.OTHER, Slot.DENOISED)
        if own is not None and is_own and not own.is_pet:
            places = (Slot.CT, *places)
        free = next((slot for slot in places if slot not in taken), None)
        if free is not None:
            self.assign(free, key)

    def admit_stranger(self) -> None:
        """Show the other patient's series that waits for it."""
        stranger = self.state.stranger
        self.session.set(stranger=None)
        if stranger is not None:
            self._invite(stranger.slot, stranger.key, confirmed=True)

    def refuse_stranger(self) -> None:
        self.session.set(stranger=None)

    def blink(self) -> None:
        """Show the other of the two images in the large pane, at the same place."""
        other = Slot.DENOISED if self.state.single is Slot.CONVENTIONAL else Slot.CONVENTIONAL
        if self.state.layout is Layout.SINGLE:
            self.session.set(single=other)
        else:
            self.session.edit(tr("Layout single"), layout=Layout.SINGLE, maximised=None)

    def swap(self) -> None:
        """Swap the conventional and the DL image."""
        refusal = unfinished_refusal(self.state)
        if refusal is not None:
            self.session.set(notice=refusal)
            return
        slots = self.state.slots
        a, b = slots[Slot.CONVENTIONAL], slots[Slot.DENOISED]
        self.session.edit(
            tr("Swap the two images"),
            slots=slots.with_(Slot.CONVENTIONAL, b).with_(Slot.DENOISED, a),
        )

    def dismiss_notice(self) -> None:
        self.session.set(notice="")

    def dismiss_made(self) -> None:
        self.session.set(made=None)

    # --- SUV -----------------------------------------------------------------------------------

    def type_input(self, name: "InputName", value: "float | str | datetime", shown: str) -> None:
        """Use a typed value in place of the header's; `shown` is how the reader wrote it."""
        from station.pet.suv import TypedInput

        images = [image for slot in PET_SLOTS if (image := self.state.image(slot))]
        image = images[0] if images else None  # the one whose inputs the panel shows
        if image is None and any(self.state.guest(slot) for slot in PET_SLOTS):
            self.session.set(
                notice=tr(
                    "The images shown belong to another study. Open that study to type its values."
                )
            )
            return
        typed = TypedInput(name, value, self.state.reader, datetime.now(UTC))
        others = tuple(input_ for input_ in self.state.typed if input_.name is not name)
        self.session.edit(tr("Type {shown}", shown=shown), typed=(*others, typed))

    def withdraw_input(self, name: "InputName") -> None:
        """Return to what the header says."""
        others = tuple(input_ for input_ in self.state.typed if input_.name is not name)
        if len(others) != len(self.state.typed):
            self.session.edit(tr("Withdraw a typed value"), typed=others)

    def set_suv_unit(self, unit: Unit) -> None:
        self.session.edit(tr("Show {unit}", unit=unit), suv_unit=unit)

    def percist_threshold(self) -> "Threshold":
        """The PERCIST threshold of the liver VOI in the conventional image.

        Raises StationError where the liver is not placed or there is no SUV.
        """
        from station.app.voi.measuring import percist_threshold

        image = self.pet_image()
        liver = next((voi for voi in self.state.vois if voi.site == LIVER), None)
        if image is None or liver is None:
            return percist_threshold(None)
        measured = self.measuring.measured(image, liver.shape, self.state.peak_rule)
        return percist_threshold(measured)

    # --- Tools ---------------------------------------------------------------------------------

    def measured_in(self, slot: Slot) -> LoadedImage | None:
        """The PET in which a tool works on what a slot shows: itself, or for a CT the first PET;
        None, with a notice, where its millimetres are those of no PET."""
        image, pet = self.state.image(slot), self.pet_image()
        if image is not None and image.series.is_pet:
            return image
        if image is None or pet is None:
            return None
        if same_patient_space(image.series, pet.series):
            return pet
        self.session.set(
            notice=tr(
                "{label} lies in another frame of reference than {label2}. Work in the PET "
                "that is measured.",
                label=image.series.label,
                label2=pet.series.label,
            )
        )
        return None

    def grow_lesion(self, slot: Slot, click_mm: Point) -> None:
        """Grow a lesion at an LPS position of the panes, by the rule in force, in the PET of a
        slot, and for the date that this is of."""
        guest = self.state.guest(slot)
        image = self.state.guest_image(slot) if guest is not None else self.measured_in(slot)
        vois = self.state.vois
        if guest is not None:
            vois = self.state.guest_vois.get(guest.study.uid, ())
            alignment = dates.alignment_of(self.state, guest.series)
            if image is None or alignment is None or not image.series.is_pet:
                self.session.set(notice=tr("Lesions of another date are grown in its PET."))
                return
            click_mm = as_point(alignment.to_prior(click_mm))
        if image is None:
            return
        site = next((voi for voi in vois if voi.site == LIVER), None)
        liver = site and self.measuring.measured(image, site.shape, self.state.peak_rule)
        self.vois.grow_at(image, click_mm, liver, guest)

    def paint(self, slot: Slot, plane: Plane, path_mm: list[Point]) -> None:
        """A stroke of brush or eraser in a plane of what a slot shows, for the date it is of."""
        guest = self.state.guest(slot)
        image = self.state.guest_image(slot) if guest is not None else self.measured_in(slot)
        if guest is not None and (image is None or not image.series.is_pet):
            self.session.set(notice=tr("Lesions of another date are painted in its PET."))
        elif image is not None:
            self.vois.paint(image, ACROSS[plane], path_mm, guest)

    # --- What is looked at ---------------------------------------------------------------------

    def activate(self, column: int) -> None:
        self.session.set(active_column=column)

    def scroll(self, column: int, plane: Plane, steps: int) -> None:
        """Move `steps` slices towards the head, the back or the left."""
        geometry = self.geometry(column)
        if geometry is not None:
            here = self.state.views[column].position_mm
            self._go_across(column, plane, step_slices(geometry, plane, here, steps))

    def go_to_end(self, column: int, plane: Plane, last: bool) -> None:
        geometry = self.geometry(column)
        if geometry is not None:
            here = self.state.views[column].position_mm
            self._go_across(column, plane, end_slice(geometry, plane, here, last))

    def place_crosshair(self, column: int, position_mm: Point | FloatArray) -> None:
        """Put the cursor at an LPS position; the other planes follow."""
        point = as_point(np.asarray(position_mm, dtype=np.float64))
        self._change_views(column, Link.CROSSHAIR, lambda view: View(point, view.framings))

    def zoom(self, column: int, frame: Frame, factor: float, about_mm: FloatArray | None) -> None:
        """Magnify a plane about a point that stays where it is."""
        middle = frame.to_patient((frame.columns - 1) / 2, (frame.rows - 1) / 2)
        plane = frame.plane
        old = self.state.views[column].framings[plane]
        new = zoomed(old, factor, about_mm, middle)
        links = self.state.links

        def change(view: View) -> View:
            shift = new.shift_mm if Link.PAN in links else view.framings[plane].shift_mm
            return view.framed(plane, Framing(new.zoom, shift))

        self._change_views(column, Link.ZOOM, change, own=lambda view: view.framed(plane, new))

    def pan(self, column: int, frame: Frame, columns_px: float, rows_px: float) -> None:
        """Move the picture of a plane by so many pixels to the right and down."""
        plane = frame.plane
        old = self.state.views[column].framings[plane]
        shift = np.array(old.shift_mm) - frame.right_mm * columns_px - frame.down_mm * rows_px
        moved = as_point(shift)
        self._change_views(
            column,
            Link.PAN,
            lambda view: view.framed(plane, replace(view.framings[plane], shift_mm=moved)),
        )

    def reset(self) -> None:
        """Space: the whole body, inverse grey and the start window again; the cursor stays."""
        fresh = tuple(View(position_mm=view.position_mm) for view in self.state.views)
        self.session.edit(
            tr("Reset the view"),
            views=fresh,
            maximised=None,
            **{
                **fresh_looks(self.state),
                "links": self.state.links,
                "ct_window": self.state.ct_window,
            },
        )

    def turn_mip(self, steps: int) -> None:
        from station.pet.mip import ANGLES

        self.session.set(mip_angle=(self.state.mip_angle + steps) % ANGLES)

    def maximise(self, column: int, pane: str) -> None:
        """Show one pane alone, or all again."""
        wanted = None if self.state.maximised == (column, pane) else (column, pane)
        self.session.set(maximised=wanted)

    def set_link(self, link: Link, on: bool) -> None:
        links = self.state.links | {link} if on else self.state.links - {link}
        shared = translated(link)
        words = tr("Link {link}", link=shared) if on else tr("Unlink {link}", link=shared)
        self.session.edit(words, links=frozenset(links))
        if on:
            here = self.state.views[self.state.active_column]
            self._change_views(
                self.state.active_column, link, lambda view: _joined(view, here, link)
            )

    # --- What keys do to the pane in use ---------------------------------------------------------

    def step(self, steps: int) -> None:
        """Arrow keys: slices of the pane under the pointer, or the angle of its MIP."""
        if self.state.active_pane == "mip":
            self.turn_mip(steps)
        else:
            self.scroll(self.state.active_column, Plane(self.state.active_pane), steps)

    def step_to_end(self, last: bool) -> None:
        """Home and End: the last or the first slice of the pane under the pointer."""
        if self.state.active_pane != "mip":
            self.go_to_end(self.state.active_column, Plane(self.state.active_pane), last)

    def maximise_active(self) -> None:
        """Show the pane in use alone, or all again."""
        state = self.state
        self.maximise(*(state.maximised or (state.active_column, state.active_pane)))

    def toggle_mip(self) -> None:
        """The MIPs, or the layout of the study's kind again; neither counts as a choice."""
        state = self.state
        if state.layout is Layout.MIP_PAIR:
            hung = {"layout": Layout.COMPARE, **layouts.hung(state, state.study, state.slots)}
            if hung["layout"] is Layout.MIP_PAIR:
                hung["layout"] = Layout.COMPARE
        else:
            hung = {"layout": Layout.MIP_PAIR}
        self.session.edit(tr("Layout {hung}", hung=hung["layout"]), maximised=None, **hung)

    def toggle_link(self, link: Link) -> None:
        self.set_link(link, link not in self.state.links)

    # --- How it is shown -----------------------------------------------------------------------

    def set_layout(self, layout: Layout) -> None:
        """Another layout; the next study of the kind opens in it too."""
        self.session.edit(
            tr("Layout {layout}", layout=layout),
            maximised=None,
            **layouts.built_in(self.state, layout),
            chosen_layouts=layouts.chosen(self.state, layout),
        )

    def set_own_layout(self, name: str) -> None:
        """A layout that the reader saved; the next study of the kind opens in it too."""
        own = layouts.find(self.state, name)
        if own is None:
            self.session.set(notice=tr('There is no layout named "{name}" any more.', name=name))
            return
        self.session.edit(
            tr("Layout {name}", name=own.name),
            maximised=None,
            **layouts.own_fields(self.state, self.state.slots, own),
            chosen_layouts=layouts.chosen(self.state, own),
        )

    def save_layout(self, name: str) -> None:
        """Keep what is where under a name, in place of one of that name; studies of the kind of the
        open one open in it from now on."""
        own = layouts.own_of(self.state, name)
        if own is None:
            self.session.set(notice=tr("A layout needs a name."))
            return
        others = tuple(one for one in self.state.own_layouts if one.name != own.name)
        self.session.edit(
            tr("Save the layout {name}", name=own.name),
            own_layouts=(*others, own),
            chosen_layouts=layouts.chosen(self.state, own),
        )

    def rename_layout(self, old: str, new: str) -> None:
        """Give an own layout another name; it is chosen for the same studies."""
        renamed = layouts.renamed(self.state, old, new)
        if isinstance(renamed, str):
            self.session.set(notice=renamed)
        else:
            self.session.edit(tr("Rename the layout {old}", old=old), **renamed)

    def delete_layout(self, name: str) -> None:
        """Forget an own layout; what is shown stays as it is."""
        self.session.edit(
            tr("Delete the layout {name}", name=name), **layouts.without(self.state, name)
        )

    def toggle_automatic_layout(self) -> None:
        """Whether studies open in the layout of their kind."""
        self.session.edit(
            tr("Layout by the study"), automatic_layout=not self.state.automatic_layout
        )

    def share(self, key: str, shares: tuple[float, ...], gesture: object | None = None) -> None:
        """Move the borders of a split: how its room is shared, in parts of 1."""
        splits = self.state.splits.with_(key, layouts.normalised(shares))
        self.session.edit(tr("Move a border"), gesture=gesture, splits=splits)

    def share_as_first(self, key: str) -> None:
        """The borders of a split as they are at first."""
        self.session.edit(tr("Put a border back"), splits=self.state.splits.without(key))

    def set_upper(
        self, upper: float, gesture: object | None = None, image: LoadedImage | None = None
    ) -> None:
        """The upper bound of both PETs in the unit of `image`: SUV, or the stored unit.

        Without an image it is SUV, where any PET has it.
        """
        reference = image or self.pet_image()
        if reference is not None and not reference.has_suv:
            peak = display.stored_peak(self.state, reference)
            fraction = float(np.clip(upper / peak, *display.FRACTION_LIMITS))
            self.session.edit(tr("Change the window"), gesture=gesture, stored_fraction=fraction)
            return
        bounded = float(np.clip(upper, *display.SUV_LIMITS))
        if bounded != upper and gesture is None:
            low, high = display.SUV_LIMITS
            self.session.set(
                notice=tr(
                    "The upper bound must be between SUV {low:g} and {high:g}.", low=low, high=high
                )
            )
        self.session.edit(
            tr("Window 0–{bounded}", bounded=display.format_bound(bounded))
            if gesture is None
            else tr("Change the window"),
            gesture=gesture,
            window=DisplayRange(0.0, bounded),
        )

    def set_ct_window(self, name: str, window: DisplayRange) -> None:
        self.session.edit(tr("CT window {name}", name=name), ct_window=window)

    def start_with_window(self) -> None:
        """Each patient begins in the SUV window that is shown now."""
        self.session.edit(tr("Window that patients begin in"), start_window=self.state.window)

    def start_with_ct_window(self) -> None:
        """The same of the CT."""
        self.session.edit(
            tr("CT window that patients begin in"), start_ct_window=self.state.ct_window
        )

    def drag_window(self, column: Column, right_px: float, up_px: float, gesture: object) -> None:
        """A left drag: PET keeps 0 below and moves the upper bound; CT moves level and width."""
        factor = float(np.exp(-(up_px + right_px) * DRAG_RATE))
        image = self.state.shown(column.slot)
        if column.kind is Kind.DIFFERENCE:
            bound = float(np.clip(self.state.difference_window.high * factor, 0.05, 50.0))
            self.session.edit(
                tr("Change the window"),
                gesture=gesture,
                difference_window=DisplayRange(-bound, bound),
            )
        elif image is None:
            return
        elif image.volume.unit is Unit.HU:
            shown = self.state.ct_window
            level = (shown.low + shown.high) / 2 - up_px * 2
            width = max((shown.high - shown.low) + right_px * 4, 2.0)
            window = DisplayRange(level - width / 2, level + width / 2)
            self.session.edit(tr("Change the CT window"), gesture=gesture, ct_window=window)
        else:
            self.set_upper(display.display_range(self.state, image).high * factor, gesture, image)

    def set_colormap(self, name: str) -> None:
        self.session.edit(
            tr("Colours {labels}", labels=display.colormaps.LABELS[name]),
            colormap=name,
            inverse=name == "grey",
        )

    def toggle_inverse(self) -> None:
        self.session.edit(tr("Inverse"), inverse=not self.state.inverse)

    def toggle_fusion(self) -> None:
        """PET over CT; refused with the reason where that would mislead."""
        if not self.state.fusion:
            pet = self.state.series(Slot.CONVENTIONAL) or self.state.series(Slot.DENOISED)
            refusal = fusion_refusal(pet, self.state.series(Slot.CT))
            if refusal is not None:
                self.session.set(notice=refusal)
                return
        self.session.edit(tr("Fusion"), fusion=not self.state.fusion)

    def set_blend(self, blend: float, gesture: object | None = None) -> None:
        self.session.edit(
            tr("Change the blend"), gesture=gesture, blend=float(np.clip(blend, 0, 1))
        )

    def toggle_difference(self) -> None:
        """DL − conventional; refused with the reason where that would mean nothing."""
        if not self.state.difference:
            from station.app.viewing.render import difference_refusal

            pair = [self.state.image(slot) for slot in PET_SLOTS]
            if pair[0] is None or pair[1] is None:
                self.session.set(notice=tr("A difference needs a conventional and a DL image."))
                return
            refusal = difference_refusal(pair[0], pair[1])
            if refusal is not None:
                self.session.set(notice=refusal)
                return
        # The column it adds or takes away may be the one that fills the window.
        self.session.edit(tr("Difference"), difference=not self.state.difference, maximised=None)

    def toggle(self, field: str, text: str) -> None:
        """Switch one of the plain yes–no fields of the state: smooth, captions, crosshair_shown."""
        self.session.edit(text, **{field: not getattr(self.state, field)})

    # --- What is in a column -------------------------------------------------------------------

    def slot(self, view: int) -> Slot:
        """The slot that a view looks at."""
        return slot_of(self.state, view)

    def geometry(self, view: int) -> Geometry | None:
        """The grid along which the slices of a view are cut."""
        image = self.state.shown(self.slot(view))
        return image.volume.geometry if image else None

    def pet_image(self) -> LoadedImage | None:
        """The PET in whose unit the window's bound is given: the first with SUV, else the first."""
        images = [image for slot in PET_SLOTS if (image := self.state.image(slot))]
        return next((image for image in images if image.has_suv), images[0] if images else None)

    # --- Behind the verbs ----------------------------------------------------------------------

    def _go_across(self, column: int, plane: Plane, position: Point) -> None:
        axis = ACROSS[plane]

        def moved(view: View) -> View:
            point = list(view.position_mm)
            point[axis] = position[axis]
            return View((point[0], point[1], point[2]), view.framings)

        self._change_views(column, Link.SLICE, moved)

    def _change_views(
        self,
        column: int,
        link: Link,
        change: Callable[[View], View],
        own: Callable[[View], View] | None = None,
    ) -> None:
        """Change the view of a column, and of the others where they are linked in this."""
        views = list(self.state.views)
        for other in range(len(views)):
            if other == column:
                views[other] = (own or change)(views[other])
            elif link in self.state.links:
                views[other] = change(views[other])
        self.session.set(views=tuple(views), active_column=column)


def _joined(view: View, to: View, link: Link) -> View:
    """A view that shares from now on what the link says with another."""
    if link in (Link.CROSSHAIR, Link.SLICE):
        return replace(view, position_mm=to.position_mm)
    for plane, theirs in to.framings.items():
        own = view.framings[plane]
        zoom = theirs.zoom if link is Link.ZOOM else own.zoom
        shift = theirs.shift_mm if link is Link.PAN else own.shift_mm
        view = view.framed(plane, Framing(zoom, shift))
    return view
