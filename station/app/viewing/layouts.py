"""Which layout a study opens in, what a reader saves as their own, and how panes share the room.

A study is of a *kind* by what it holds. It opens in the layout that the reader chose last for its
kind, else in the one that fits it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from station.app.compare.candidates import candidates_of, earlier_ones, first_choice
from station.app.language import marked, tr
from station.app.state import (
    DATE_LAYOUTS,
    PET_SLOTS,
    Column,
    Fixed,
    Kind,
    Layout,
    OwnLayout,
    Slot,
    State,
    StudyKind,
    columns,
    is_filled,
)
from station.frozen import Frozen
from station.pet.pairing import fusion_refusal, largest
from station.pet.study import Role, Series, Study, same_patient_space
from station.reading.names import tidy

if TYPE_CHECKING:
    from station.archive.index import StudyEntry

# --- Of which kind a study is --------------------------------------------------------------------


KIND_WORDS = {
    StudyKind.PAIR: marked("a conventional and a DL image"),
    StudyKind.RECONSTRUCTIONS: marked("three reconstructions"),
    StudyKind.PET_CT: marked("a PET with its CT"),
    StudyKind.PET: marked("a PET alone"),
    StudyKind.CT: marked("a CT alone"),
    StudyKind.FOLLOW_UP: marked("another date of the patient in the list"),
}

FITTING = {
    StudyKind.PAIR: Layout.COMPARE,
    StudyKind.RECONSTRUCTIONS: Layout.RECONSTRUCTIONS,
    StudyKind.PET_CT: Layout.PET_CT,
    StudyKind.PET: Layout.SINGLE,
    StudyKind.CT: Layout.SINGLE,
}
"""In which layout a study of a kind opens until the reader chooses another; follow-ups open as what
they hold"""


def reconstructions(study: Study) -> tuple[Series, ...]:
    """The PETs of a study that one would compare: corrected, of one moment, by series number."""
    roles = (Role.CONVENTIONAL, Role.DENOISED, Role.UNFILTERED)
    pets = [one for one in _shown(study) if one.role in roles and one.parts == 1]
    return tuple(sorted(pets, key=lambda series: (series.number is None, series.number or 0)))


def kind_of(study: Study) -> StudyKind | None:
    """None: the study holds no image that can be shown."""
    shown = _shown(study)
    pets = [series for series in shown if series.is_pet]
    if not pets:
        return StudyKind.CT if any(series.role is Role.CT for series in shown) else None
    many = reconstructions(study)
    finished = [series for series in many if series.role is not Role.UNFILTERED]
    is_pair = {series.role for series in finished} == {Role.CONVENTIONAL, Role.DENOISED}
    # The unfiltered source of a pair is not what it is compared with.
    if len(finished) >= 3 or (len(many) >= 3 and not is_pair):
        return StudyKind.RECONSTRUCTIONS
    if is_pair or any(series.role is Role.DENOISED for series in pets):
        return StudyKind.PAIR if len(pets) > 1 else StudyKind.PET
    cts = [series for series in shown if series.role is Role.CT]
    has_ct = any(same_patient_space(pet, ct) for pet in pets for ct in cts)
    return StudyKind.PET_CT if has_ct else StudyKind.PET


def third(study: Study, taken: Sequence[str | None]) -> Series | None:
    """The reconstruction to be shown next to two others, whose keys are `taken`."""
    rest = [series for series in reconstructions(study) if series.key not in taken]
    finished = [series for series in rest if series.role is not Role.UNFILTERED]
    return largest(finished or rest)


def _shown(study: Study) -> list[Series]:
    return [series for series in study.series if series.problem is None]


# --- A reader's own layouts ----------------------------------------------------------------------

OWN = "own:"
"""Before the name of an own layout where the name of a layout could be"""
LONGEST_NAME = 60


def find(state: State, name: str) -> OwnLayout | None:
    return next((own for own in state.own_layouts if own.name == name), None)


def own_of(state: State, name: str) -> OwnLayout | None:
    """What is shown as a layout of this name; None: that is no name."""
    plain = tidy(name)[:LONGEST_NAME].strip()
    if not plain:
        return None
    mine = f"{state.layout}."
    splits = {key: value for key, value in state.splits.items() if key.startswith(mine)}
    return OwnLayout(
        plain,
        state.layout,
        state.single,
        state.fusion,
        state.colormap,
        state.inverse,
        Frozen(splits),
    )


def renamed(state: State, old: str, new: str) -> dict[str, Any] | str:
    """The fields of the state after an own layout got another name; or why it cannot."""
    own, plain = find(state, old), tidy(new)[:LONGEST_NAME].strip()
    if own is None:
        return tr('There is no layout named "{old}" any more.', old=old)
    if not plain:
        return tr("A layout needs a name.")
    if plain != old and find(state, plain) is not None:
        return tr('Another layout is named "{plain}" already. Choose another name.', plain=plain)
    others = tuple(replace(one, name=plain) if one is own else one for one in state.own_layouts)
    choices = {
        kind: f"{OWN}{plain}" if choice == f"{OWN}{old}" else choice
        for kind, choice in state.chosen_layouts.items()
    }
    return {"own_layouts": others, "chosen_layouts": Frozen(choices)}


def without(state: State, name: str) -> dict[str, Any]:
    """The fields of the state after an own layout was forgotten."""
    choices = {
        kind: choice for kind, choice in state.chosen_layouts.items() if choice != f"{OWN}{name}"
    }
    return {
        "own_layouts": tuple(own for own in state.own_layouts if own.name != name),
        "chosen_layouts": Frozen(choices),
    }


def is_shown(state: State, own: OwnLayout) -> bool:
    """Whether what is shown is what this layout says."""
    return own_of(state, own.name) == own


# --- Choosing -------------------------------------------------------------------------------------

Slots = Frozen[Slot, str | None]


def hung(
    state: State, study: Study | None, slots: Slots, prior: str | None = None
) -> dict[str, Any]:
    """The fields of the state that hang a study as studies of its kind are hung; none where the
    reader wants the layout to stay.

    `prior`: the PET of an earlier date, which is shown where the reader has chosen a layout for
    follow-ups.
    """
    kind = kind_of(study) if study is not None and state.automatic_layout else None
    if study is None or kind is None:
        return {}
    choice: str = state.chosen_layouts.get(kind, FITTING[kind])
    followed = state.chosen_layouts.get(StudyKind.FOLLOW_UP)
    if prior is not None and followed is not None and not state.blinded:
        choice, slots = followed, slots.with_(Slot.OTHER, prior)
    here = replace(state, study=study, slots=slots, fusion=False)
    if choice.startswith(OWN):
        own = find(state, choice.removeprefix(OWN))
        fields = built_in(here, FITTING[kind]) if own is None else own_fields(here, slots, own)
    else:
        fields = built_in(here, Layout(choice))
    return {"slots": slots, **fields}


def built_in(state: State, layout: Layout) -> dict[str, Any]:
    """The fields of the state in which a layout of the program is shown."""
    fields: dict[str, Any] = {"layout": layout}
    if not is_filled(state, state.single):
        fields["single"] = _first_filled(state)
    if layout is Layout.RECONSTRUCTIONS and state.study is not None and not _other(state):
        more = third(state.study, [state.slots[slot] for slot in PET_SLOTS])
        if more is not None:
            fields["slots"] = state.slots.with_(Slot.OTHER, more.key)
    if layout in DATE_LAYOUTS and state.study is not None and not shows_other_date(state):
        series = state.series(Slot.CONVENTIONAL)
        prior = prior_of(state.study, state.other_dates, series.role if series else None)
        if prior is not None and not state.blinded:
            fields["slots"] = state.slots.with_(Slot.OTHER, prior)
    return fields


def shows_other_date(state: State) -> bool:
    """Whether the place next to the pair holds a series of another study."""
    key = state.slots[Slot.OTHER]
    own = state.study is not None and state.study.find(key or "") is not None
    return key is not None and not own and key not in state.derived


def prior_of(study: Study, dates: "tuple[StudyEntry, ...]", role: Role | None) -> str | None:
    """The PET to be shown next to a study: of the latest date before it, else of the latest there
    is, made like the image shown (`role`)."""
    candidates, _ = candidates_of(study, dates)
    return first_choice(study, role or Role.CONVENTIONAL, candidates)


def earlier_of(study: Study, dates: "tuple[StudyEntry, ...]") -> str | None:
    """The same among earlier dates alone."""
    candidates, _ = candidates_of(study, dates)
    return first_choice(study, Role.CONVENTIONAL, earlier_ones(study, candidates))


def own_fields(state: State, slots: Slots, own: OwnLayout) -> dict[str, Any]:
    """The fields of the state in which an own layout is shown. Fusion stays off where the study
    has no CT in the PET's space."""
    here = replace(state, slots=slots, single=own.single)
    pet = here.series(Slot.CONVENTIONAL) or here.series(Slot.DENOISED)
    on_ct = own.fusion and fusion_refusal(pet, here.series(Slot.CT)) is None
    mine = f"{own.layout}."
    others = {key: value for key, value in state.splits.items() if not key.startswith(mine)}
    return {
        "single": own.single,
        **built_in(here, own.layout),
        "fusion": on_ct,
        "colormap": own.colormap,
        "inverse": own.inverse,
        "splits": Frozen({**others, **own.splits}),
    }


def chosen(state: State, choice: "Layout | OwnLayout") -> "Frozen[StudyKind, str]":
    """The choices, this one among them for studies of the kind of the open one: one for two dates
    counts for follow-ups, and another takes it back."""
    layout = choice.layout if isinstance(choice, OwnLayout) else choice
    kind = kind_chosen_for(state, layout)
    if kind is None:
        return state.chosen_layouts
    name = f"{OWN}{choice.name}" if isinstance(choice, OwnLayout) else str(choice)
    choices = state.chosen_layouts
    if state.other_dates:
        choices = choices.without(StudyKind.FOLLOW_UP)
    return choices.with_(kind, name)


def kind_chosen_for(state: State, layout: Layout) -> StudyKind | None:
    """For studies of which kind the choice of a layout counts now."""
    if layout in DATE_LAYOUTS:
        return StudyKind.FOLLOW_UP
    return kind_of(state.study) if state.study else None


def showing(state: State, slot: Slot, *, other_date: bool = False) -> dict[str, Any]:
    """The fields of the state in which a slot is on the screen that is about to be filled, with a
    series of another date or of the open study; none where the layout has room for it."""
    filled = replace(state, slots=state.slots.with_(slot, "something"), maximised=None)
    if any(column.slot is slot for column in columns(filled)):
        return {}
    layout = {
        Slot.CT: Layout.GRID,
        Slot.OTHER: Layout.PRIOR if other_date else Layout.RECONSTRUCTIONS,
        Slot.OTHER_DENOISED: Layout.PRIOR_PAIRS,
    }.get(slot, Layout.COMPARE)
    return {"layout": layout, "maximised": None}


def _first_filled(state: State) -> Slot:
    slots = (*PET_SLOTS, Slot.CT, Slot.OTHER)
    return next((slot for slot in slots if is_filled(state, slot)), Slot.CONVENTIONAL)


def _other(state: State) -> bool:
    return is_filled(state, Slot.OTHER)


# --- How the panes of a column share its room -----------------------------------------------------

SMALLEST_SHARE = 0.05
"""A pane is never made smaller than this part of its split"""
MIP_SHARE = 0.62
"""Width of a MIP of its own next to a column of slices"""


@dataclass(frozen=True)
class Split:
    """Panes, or splits of panes, that share a width (`across`) or a height."""

    key: str
    """By which the state knows its shares; the same in every column of a layout"""
    across: bool
    parts: "tuple[Split | str, ...]"
    """"axial", "coronal", "sagittal", "mip", or more splits"""
    shares: tuple[float, ...]
    """How the room is shared until somebody moves a border"""


Arranged = Split | str


def arranged(layout: Fixed, column: Column, *, is_pet: bool) -> Arranged:
    """The panes of a column. What is not a PET has no MIP, and its other panes take the room."""
    if column.kind is Kind.MIP:
        return "mip" if is_pet else "coronal"
    name = "column" if isinstance(layout, Column) else str(layout)
    row = ("coronal", "sagittal", "mip") if is_pet else ("coronal", "sagittal")
    equal = (1.0,) * len(row)
    match layout:
        case Layout.GRID | Layout.PET_CT:
            return Split(f"{name}.rows", False, ("axial", "coronal"), (1.0, 1.0))
        case Layout.SINGLE:
            side = Split(f"{name}.side.{len(row)}", False, row, equal)
            return Split(f"{name}.sides", True, ("axial", side), (3.0, 1.0))
        case Layout.MIP_PAIR:
            return "mip" if is_pet else "coronal"
        case _:
            beneath = Split(f"{name}.row.{len(row)}", True, row, equal)
            return Split(f"{name}.rows", False, ("axial", beneath), (13.0, 6.0))


def names_in(arranged: Arranged) -> tuple[str, ...]:
    """The panes of a column, as they are passed with the eye."""
    if isinstance(arranged, str):
        return (arranged,)
    return tuple(name for part in arranged.parts for name in names_in(part))


def column_split(layout: Fixed, shown: Sequence[Column]) -> tuple[str, tuple[float, ...]]:
    """Key and first shares of the widths of the columns of a layout."""
    name = "column" if isinstance(layout, Column) else str(layout)
    shares = tuple(MIP_SHARE if column.kind is Kind.MIP else 1.0 for column in shown)
    return f"{name}.columns.{len(shown)}", shares


def shares_of(state: State, key: str, first: tuple[float, ...]) -> tuple[float, ...]:
    """How a split's room is shared now, in parts of 1."""
    kept = state.splits.get(key, ())
    return normalised(kept if len(kept) == len(first) else first)


def normalised(shares: Sequence[float]) -> tuple[float, ...]:
    """Shares that sum to 1, none of them so small that its pane is lost."""
    total = sum(max(share, 0.0) for share in shares)
    if not 0.0 < total < float("inf"):
        return (1 / len(shares),) * len(shares)
    bounded = [max(share / total, SMALLEST_SHARE) for share in shares]
    return tuple(share / sum(bounded) for share in bounded)
