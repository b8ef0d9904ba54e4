"""What the windows show is one frozen value; the layout says which columns stand in it."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, datetime

import pytest

from station.app.state import (
    Column,
    Framing,
    Guest,
    Kind,
    Layout,
    Plane,
    Slot,
    State,
    View,
    columns,
)
from station.frozen import Frozen
from station.pet.study import Role, same_patient_space
from station.pet.suv import InputName, TypedInput
from tests.app.showing import showing
from tests.made_up.images import series, study, suv_image

WEIGHT = TypedInput(InputName.WEIGHT_KG, 70.0, "Dr A", datetime(2026, 11, 20, tzinfo=UTC))


def drawn(state: State) -> list[tuple[Kind, Slot]]:
    return [(column.kind, column.slot) for column in columns(state)]


def triple(ct_frame: str = "frame", **fields: object) -> State:
    """Conventional, DL and CT; the CT in another frame of reference where one is given."""
    members = {
        Slot.CONVENTIONAL: series("c", Role.CONVENTIONAL),
        Slot.DENOISED: series("d", Role.DENOISED),
        Slot.CT: series("t", Role.CT, frame=ct_frame),
    }
    keys = {slot: one.key for slot, one in members.items()}
    slots = Frozen[Slot, str | None]({**State().slots, **keys})
    return replace(State(study=study(*members.values()), slots=slots), **fields)


C, DL = (Kind.IMAGE, Slot.CONVENTIONAL), (Kind.IMAGE, Slot.DENOISED)
FUSED_C, FUSED_DL = (Kind.FUSED, Slot.CONVENTIONAL), (Kind.FUSED, Slot.DENOISED)
CT = (Kind.IMAGE, Slot.CT)
MIP_C = (Kind.MIP, Slot.CONVENTIONAL)
DIFFERENCE = (Kind.DIFFERENCE, Slot.DENOISED)


@pytest.mark.parametrize(
    ("layout", "plain", "fused", "with_difference"),
    [
        (Layout.COMPARE, [C, DL], [FUSED_C, FUSED_DL], [C, DL, DIFFERENCE]),
        (Layout.GRID, [C, DL, CT], [C, DL, FUSED_C, FUSED_DL], [C, DL, DIFFERENCE]),
        (Layout.SINGLE, [C], [FUSED_C], [DIFFERENCE]),
        (Layout.MIP_PAIR, [C, DL], [C, DL], [C, DL]),
        (Layout.PET_CT, [C, CT, FUSED_C, MIP_C], [C, CT, FUSED_C, MIP_C], [C, CT, FUSED_C, MIP_C]),
        (Layout.RECONSTRUCTIONS, [C, DL], [FUSED_C, FUSED_DL], [C, DL]),
        (Layout.PRIOR, [C], [FUSED_C], [C]),
    ],
)
def test_columns_of_each_layout(layout, plain, fused, with_difference):
    state = triple(layout=layout)
    assert drawn(state) == plain
    assert drawn(replace(state, fusion=True)) == fused
    assert drawn(replace(state, difference=True)) == with_difference


def test_the_large_pane_shows_the_image_that_was_chosen():
    state = triple(layout=Layout.SINGLE, single=Slot.DENOISED)
    assert drawn(state) == [DL]
    assert drawn(replace(state, fusion=True)) == [FUSED_DL]


def test_nothing_is_called_fused_where_nothing_says_that_pet_and_ct_share_a_place():
    elsewhere = triple("another frame of reference", layout=Layout.COMPARE, fusion=True)
    assert drawn(elsewhere) == [C, DL]
    assert drawn(State(layout=Layout.COMPARE, fusion=True)) == [C]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("fusion", [False, True])
@pytest.mark.parametrize("difference", [False, True])
def test_no_two_columns_look_with_one_view(layout: Layout, fusion: bool, difference: bool):
    shown = columns(State(layout=layout, fusion=fusion, difference=difference))
    views = [column.view for column in shown]
    assert len(set(views)) == len(views)
    assert set(views) <= set(range(len(State().views)))


def test_an_image_keeps_its_view_from_layout_to_layout():
    def views_of(slot: Slot) -> set[int]:
        plain = (Kind.IMAGE, slot)
        shown = [columns(triple(layout=layout, single=slot)) for layout in Layout]
        return {one.view for some in shown for one in some if (one.kind, one.slot) == plain}

    for slot in (Slot.CONVENTIONAL, Slot.DENOISED, Slot.CT):
        assert len(views_of(slot)) == 1


def test_columns_can_be_asked_of_another_layout_than_the_states():
    assert columns(State(), Layout.GRID) == columns(State(layout=Layout.GRID))


def test_a_column_is_a_value():
    assert Column(*C, 0) == Column(*C, 0)
    assert hash(Column(*C, 0)) == hash(Column(*C, 0))


# --- Frozen -------------------------------------------------------------------------------------


def test_a_frozen_mapping_gives_another_one_and_stays_as_it_is():
    one = Frozen({"a": 1})
    other = one.with_("b", 2)
    assert dict(one) == {"a": 1}
    assert dict(other) == {"a": 1, "b": 2}
    assert dict(other.with_("a", 3)) == {"a": 3, "b": 2}


def test_a_frozen_mapping_does_not_follow_the_dictionary_it_was_made_of():
    source = {"a": 1}
    frozen = Frozen(source)
    source["a"] = 2
    assert frozen["a"] == 1


def test_a_frozen_mapping_cannot_be_written():
    frozen = Frozen({"a": 1})
    with pytest.raises(TypeError):
        frozen["a"] = 2  # pyright: ignore[reportIndexIssue]


def test_frozen_mappings_are_equal_when_they_hold_the_same():
    assert Frozen({"a": 1}) == Frozen({"a": 1})
    assert Frozen({"a": 1}) != Frozen({"a": 2})
    assert len(Frozen[str, int]()) == 0
    assert View() == View()


def test_a_state_cannot_be_written():
    with pytest.raises(FrozenInstanceError):
        State().layout = Layout.GRID  # pyright: ignore[reportAttributeAccessIssue]


def test_framing_one_plane_leaves_the_others():
    view = View().framed(Plane.AXIAL, Framing(2.0))
    assert view.framings[Plane.AXIAL] == Framing(2.0)
    assert view.framings[Plane.CORONAL] == Framing()


# --- What a slot holds --------------------------------------------------------------------------


def test_a_slot_gives_its_series_before_its_image_is_loaded():
    pet = series("pet")
    state = replace(
        showing(), study=study(pet), slots=State().slots.with_(Slot.CONVENTIONAL, "pet")
    )
    assert state.series(Slot.CONVENTIONAL) is pet
    assert state.image(Slot.CONVENTIONAL) is None
    assert state.series(Slot.DENOISED) is None


def test_a_slot_gives_its_image():
    image = suv_image([[[1.0]]])
    assert showing(image).image(Slot.CONVENTIONAL) is image


def test_a_guest_is_found_and_has_the_typed_values_of_its_own_study():
    guest = series("guest")
    other = replace(study(guest), uid="other")
    state = replace(
        showing(suv_image([[[1.0]]])), guests=Frozen({"guest": Guest(guest, other, (WEIGHT,))})
    )
    assert state.find("guest") is guest
    assert state.typed_for(guest) == (WEIGHT,)
    assert state.typed_for(series("1")) == ()


def test_a_guest_is_called_what_it_is_another_study_or_another_patient():
    guest = series("guest")
    open_study = showing(suv_image([[[1.0]]]))
    slots = open_study.slots.with_(Slot.DENOISED, "guest")

    def words(patient: str) -> str | None:
        other = replace(study(guest, patient=patient), uid="other")
        guests = Frozen({"guest": Guest(guest, other, ())})
        return replace(open_study, guests=guests, slots=slots).foreign(Slot.DENOISED)

    assert words("P1") == "another study, 2026-11-20"
    assert words("P2") == "ANOTHER PATIENT: Doe, Jane, 2026-11-20"
    assert open_study.foreign(Slot.CONVENTIONAL) is None
    assert open_study.foreign(Slot.CT) is None


def test_millimetres_are_shared_only_under_one_frame_of_reference():
    assert same_patient_space(series("a"), series("b", Role.CT))
    assert not same_patient_space(series("a"), series("b", frame="other"))
    assert not same_patient_space(series("a", frame=""), series("b", frame=""))
