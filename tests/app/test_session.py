"""One state, one direction: set, edit, undo, and who hears of it in which order."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app.session import Session, retyped
from station.app.state import DisplayRange, Guest, Layout, State
from station.frozen import Frozen
from station.pet.suv import InputName, TypedInput
from station.pet.volume import Unit
from tests.app.showing import showing
from tests.made_up.images import FACTOR, WEIGHT_KG, activity_image, ct_image, study

EDITS = st.lists(
    st.one_of(
        st.fixed_dictionaries({"layout": st.sampled_from(Layout)}),
        st.fixed_dictionaries(
            {"colormap": st.sampled_from(["grey", "pet"]), "inverse": st.booleans()}
        ),
        st.fixed_dictionaries({"blend": st.floats(0, 1)}),
        st.builds(lambda high: {"window": DisplayRange(0.0, high)}, st.floats(1, 20)),
    ),
    max_size=8,
)
LOOKS = st.lists(st.integers(0, 71), max_size=8)
EDITED = ("layout", "colormap", "inverse", "blend", "window")


def picture(state: State) -> list[Any]:
    return [getattr(state, name) for name in EDITED]


def typed(kg: float) -> TypedInput:
    return TypedInput(InputName.WEIGHT_KG, kg, "Dr A", datetime(2026, 11, 20, tzinfo=UTC))


# --- Setting and hearing ------------------------------------------------------------------------


def heard(session: Session) -> list[tuple[State, State]]:
    changes: list[tuple[State, State]] = []
    session.changed.connect(lambda before, after: changes.append((before, after)))
    return changes


def test_a_change_is_told_with_the_state_before_and_after():
    session = Session()
    changes = heard(session)
    first = session.state
    session.set(layout=Layout.GRID, fusion=True)
    assert changes == [(first, session.state)]
    assert (session.state.layout, session.state.fusion) == (Layout.GRID, True)


def test_fields_that_were_not_set_stay_the_same_objects():
    session = Session()
    before = session.state
    session.set(layout=Layout.GRID)
    assert session.state.views is before.views
    assert session.state.slots is before.slots


def test_setting_what_is_there_already_is_no_change():
    session = Session()
    changes = heard(session)
    session.set(layout=session.state.layout, views=session.state.views)
    assert changes == []


def test_an_unknown_field_is_a_bug():
    with pytest.raises(AttributeError):
        Session().set(colour="red")


def test_nested_changes_are_told_in_the_order_they_were_made():
    session = Session()

    def follow(before: State, after: State) -> None:
        if before.layout is not after.layout:
            session.set(fusion=True)
            assert session.state.fusion, "the state itself changes at once"

    session.changed.connect(follow)
    changes = heard(session)  # hears after `follow`
    session.set(layout=Layout.GRID)
    assert [(b.layout, b.fusion, a.layout, a.fusion) for b, a in changes] == [
        (Layout.COMPARE, False, Layout.GRID, False),
        (Layout.GRID, False, Layout.GRID, True),
    ]


@given(st.lists(st.sampled_from(Layout), max_size=6))
def test_every_listener_sees_an_unbroken_chain_of_states(layouts: list[Layout]):
    session = Session()
    start = session.state

    def turn(before: State, after: State) -> None:
        if before.layout is not after.layout:
            session.set(mip_angle=after.mip_angle + 1)

    session.changed.connect(turn)
    changes = heard(session)
    for layout in layouts:
        session.set(layout=layout)
    chain = [start, *(after for _, after in changes)]
    assert [before for before, _ in changes] == chain[:-1]
    assert chain[-1] is session.state


# --- Undo ---------------------------------------------------------------------------------------


@given(EDITS, LOOKS)
def test_undo_and_redo_are_each_others_inverse(edits: list[dict[str, Any]], looks: list[int]):
    session = Session()
    pictures = [picture(session.state)]
    for number, fields in enumerate(edits):
        session.edit(f"Edit {number}", **fields)
        if picture(session.state) != pictures[-1]:
            pictures.append(picture(session.state))
        for angle in looks:
            session.set(mip_angle=angle)
    assert session.undo_stack.count() == len(pictures) - 1
    for expected in reversed(pictures[:-1]):
        session.undo_stack.undo()
        assert picture(session.state) == expected
    for expected in pictures[1:]:
        session.undo_stack.redo()
        assert picture(session.state) == expected


def test_undo_gives_back_the_edit_and_leaves_where_one_looks():
    session = Session()
    session.edit("Layout grid", layout=Layout.GRID)
    session.set(mip_angle=9, active_column=1, notice="Read this.")
    session.undo_stack.undo()
    assert session.state.layout is Layout.COMPARE
    assert (session.state.mip_angle, session.state.active_column) == (9, 1)
    assert session.state.notice == "Read this."


def test_undo_is_called_by_the_text_the_reader_knows():
    session = Session()
    session.edit("Layout grid", layout=Layout.GRID)
    assert session.undo_stack.undoText() == "Layout grid"


def test_an_edit_that_changes_nothing_cannot_be_undone():
    session = Session()
    session.edit("Layout compare", layout=Layout.COMPARE)
    session.edit("Window 0–7", window=DisplayRange(0.0, 7.0))
    assert not session.undo_stack.canUndo()


def test_looking_around_cannot_be_undone():
    session = Session()
    session.set(mip_angle=9)
    assert not session.undo_stack.canUndo()


def test_the_steps_of_one_gesture_are_undone_together():
    session = Session()
    drag = object()
    for high in (8.0, 9.0, 10.0):
        session.edit("Change the window", gesture=drag, window=DisplayRange(0.0, high))
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.state.window == DisplayRange(0.0, 7.0)
    session.undo_stack.redo()
    assert session.state.window == DisplayRange(0.0, 10.0)


def test_a_gesture_that_touches_several_fields_gives_all_of_them_back():
    session = Session()
    drag = object()
    session.edit("Drag", gesture=drag, window=DisplayRange(0.0, 9.0))
    session.edit("Drag", gesture=drag, blend=0.9)
    session.undo_stack.undo()
    assert (session.state.window, session.state.blend) == (DisplayRange(0.0, 7.0), 0.5)


def test_two_gestures_are_two_steps():
    session = Session()
    session.edit("Change the window", gesture=object(), window=DisplayRange(0.0, 9.0))
    session.edit("Change the window", gesture=object(), window=DisplayRange(0.0, 11.0))
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert session.state.window == DisplayRange(0.0, 9.0)


def test_edits_without_a_gesture_are_never_merged():
    session = Session()
    session.edit("Window 0–9", window=DisplayRange(0.0, 9.0))
    session.edit("Window 0–10", window=DisplayRange(0.0, 10.0))
    assert session.undo_stack.count() == 2


SESSIONS_WITH_A_BROKEN_LISTENER = """
import gc
from PySide6.QtCore import QObject
from station.app.session import Session, retyped

class Listener(QObject):
    def __init__(self, session):
        super().__init__()
        self.session = session
        session.changed.connect(self.hear)

    def hear(self, before, after):
        raise ValueError("a bug")

gc.disable()
for _ in range(50):
    session = Session()
    listener = Listener(session)
    for blend in (0.1, 0.2, 0.3):
        session.edit("Change the blend", blend=blend)
    del session, listener
    gc.collect()
print("alive")
"""


@pytest.mark.simulated
def test_a_session_whose_listener_had_a_bug_goes_without_taking_the_program_with_it():
    """In a process of its own: what went wrong here was a segmentation fault."""
    done = subprocess.run(
        [sys.executable, "-c", SESSIONS_WITH_A_BROKEN_LISTENER],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "alive\n")


# --- What follows from a change -----------------------------------------------------------------


def test_a_typed_weight_makes_suv_of_every_pet_at_once():
    session = Session(showing(activity_image(weight_kg=None), activity_image(500.0, "2", None)))
    changes = heard(session)
    session.edit("Type 70 kg", typed=(typed(WEIGHT_KG),))
    assert len(changes) == 1, "no listener sees the weight without the SUV it gives"
    for key, activity in (("1", 1000.0), ("2", 500.0)):
        volume = session.state.images[key].volume
        assert volume.unit is Unit.SUV_BW
        np.testing.assert_allclose(volume.voxels, activity * FACTOR, rtol=1e-6)


def test_undoing_a_typed_weight_takes_the_suv_away_with_its_reason():
    session = Session(showing(activity_image(weight_kg=None)))
    session.edit("Type 70 kg", typed=(typed(WEIGHT_KG),))
    session.undo_stack.undo()
    image = session.state.images["1"]
    assert image.volume.unit is Unit.BQ_PER_ML
    assert "PatientWeight is missing" in (image.suv_problem or "")
    np.testing.assert_array_equal(image.volume.voxels, 1000.0)


def test_typing_twice_undone_once_gives_the_first_typed_value():
    session = Session(showing(activity_image(weight_kg=None)))
    session.edit("Type 70 kg", typed=(typed(WEIGHT_KG),))
    session.edit("Type 140 kg", typed=(typed(2 * WEIGHT_KG),))
    doubled = float(session.state.images["1"].volume.voxels[0, 0, 0])
    session.undo_stack.undo()
    once = float(session.state.images["1"].volume.voxels[0, 0, 0])
    assert doubled == pytest.approx(2 * once)


def test_another_suv_unit_converts_the_pets_and_leaves_the_ct():
    ct = ct_image(np.zeros((4, 5, 6)))
    session = Session(showing(activity_image(), ct=ct))
    session.edit("Show SUL", suv_unit=Unit.SUV_LBM)
    assert session.state.images["1"].volume.unit is Unit.SUV_LBM
    assert session.state.images["ct"] is ct
    session.undo_stack.undo()
    assert session.state.images["1"].volume.unit is Unit.SUV_BW


def test_what_is_looked_at_converts_nothing():
    session = Session(showing(activity_image()))
    images = session.state.images
    session.set(mip_angle=3, layout=Layout.GRID)
    assert session.state.images is images


def test_a_guest_is_converted_with_the_values_of_its_own_study():
    own, guest = activity_image(uid="1", weight_kg=None), activity_image(uid="2", weight_kg=None)
    guests = Frozen({"2": Guest(guest.series, study(guest.series), ())})
    state = retyped(showing(own, guest, guests=guests, typed=(typed(WEIGHT_KG),)))
    assert state.images["1"].volume.unit is Unit.SUV_BW
    assert state.images["2"].volume.unit is Unit.BQ_PER_ML


def test_a_changed_state_differs_in_what_was_changed_and_in_nothing_else():
    before = State()
    after = before.changed({"smooth": False})
    assert vars(after) == vars(replace(before, smooth=False))
    assert before.smooth
