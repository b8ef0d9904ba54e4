"""How an image of another date gets its place: one frame, a registration, an offset, a hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from station.app.jobs import Executor, InlineExecutor, Jobs
from station.app.session import Session
from station.app.state import OTHER_VIEW, Plane, Slot, State
from station.app.viewing.dates import alignment_of, standing
from station.app.viewing.linking import (
    NO_OTHER_DATE,
    DateLinking,
    DateVerbs,
    adjust_refusal,
)
from station.errors import StationError
from station.frozen import Frozen
from station.operations.images import PetCt
from station.pet.alignment import Alignment, How, Verdict
from station.pet.study import Patient, Role
from station.progress import Report
from tests.app.viewing.two_dates import (
    SHIFT_MM,
    own_image,
    prior_image,
    shifted,
    two_dates,
    voxels,
)
from tests.made_up.held import Held
from tests.made_up.images import series, suv_image

INLINE = InlineExecutor()
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> list[tuple[PetCt, PetCt]]:
    """What was registered; every registration finds the motion of the tests."""
    pairs: list[tuple[PetCt, PetCt]] = []

    def register(current: PetCt, prior: PetCt, *, report: Report) -> Alignment:
        report(0.5, "Registering the bodies")
        pairs.append((current, prior))
        return shifted()

    monkeypatch.setattr("station.operations.registration.register", register)
    return pairs


Linked = Callable[..., tuple[Session, DateLinking]]


@pytest.fixture
def linked() -> Iterator[Linked]:
    """A session in which the images of a state arrive, and what lays them."""
    made: list[tuple[Session, Jobs, DateLinking]] = []

    def link(state: State, executor: Executor = INLINE) -> tuple[Session, DateLinking]:
        session, jobs = Session(), Jobs(executor)
        linking = DateLinking(session, jobs)
        made.append((session, jobs, linking))
        session.set(study=state.study, layout=state.layout)
        session.set(slots=state.slots, guests=state.guests, images=state.images)
        return session, linking

    yield link
    for session, jobs, _ in made:
        jobs.shut_down()
        session.undo_stack.clear()


def alignment(session: Session) -> Alignment:
    found = alignment_of(session.state, session.state.guests["before"].series)
    assert found is not None
    return found


# --- By itself ----------------------------------------------------------------------------------


def test_one_frame_of_reference_needs_no_registration(
    linked: Linked, registered: list[tuple[PetCt, PetCt]]
):
    session, _ = linked(two_dates(prior=prior_image(frame="frame")))
    assert alignment(session).how is How.SAME_FRAME
    assert registered == []


def test_two_frames_are_registered_the_open_study_as_the_one_that_stays(
    linked: Linked,
    registered: list[tuple[PetCt, PetCt]],
):
    session, _ = linked(two_dates())
    ((fixed, moving),) = registered
    assert fixed.pet is session.state.images["now"]
    assert moving.pet is session.state.images["before"]
    assert standing(session.state).badge == "Registered: good"
    assert not standing(session.state).at_work
    assert session.state.shown(Slot.OTHER) is not None


@pytest.mark.usefixtures("registered")
def test_until_the_registration_is_there_an_offset_is_shown_and_said(linked: Linked):
    held = Held()
    session, _ = linked(two_dates(), held)
    said = standing(session.state)
    assert (said.badge, said.verdict) == ("Being registered", Verdict.FAILED)
    assert "Until they are registered, this is a guess." in said.link
    assert session.state.shown(Slot.OTHER) is not None, "it can be looked at meanwhile"
    held.run_all()
    assert standing(session.state).badge == "Registered: good"


@pytest.mark.usefixtures("registered")
def test_what_a_hand_did_meanwhile_stays_and_can_be_taken_back_to_the_registration(linked: Linked):
    held = Held()
    session, _ = linked(two_dates(), held)
    verbs = DateVerbs(session)
    verbs.shift(Slot.OTHER, np.array([1.0, 0.0, 0.0]))
    mine = alignment(session)
    held.run_all()
    assert alignment(session) is mine
    assert standing(session.state).badge == "Adjusted by hand"
    verbs.reset()
    np.testing.assert_allclose(alignment(session).matrix, shifted().matrix)


def test_a_registration_that_fails_leaves_the_offset_and_says_why(
    linked: Linked,
    monkeypatch: pytest.MonkeyPatch,
):
    def refuse(*_: object, **__: object) -> Alignment:
        raise StationError("The disk is gone.")

    monkeypatch.setattr("station.operations.registration.register", refuse)
    session, _ = linked(two_dates())
    said = standing(session.state)
    assert said.badge == "Not registered"
    assert "The registration failed: The disk is gone." in said.link
    assert "Adjust it by hand" in said.link


def test_two_patients_are_never_registered(linked: Linked, registered: list[tuple[PetCt, PetCt]]):
    session, _ = linked(two_dates(patient=Patient("P2", "Roe, Richard")))
    assert registered == []
    assert "Two patients are not registered." in standing(session.state).link
    assert session.state.shown(Slot.OTHER) is not None


def test_one_frame_of_two_patients_is_not_believed(
    linked: Linked, registered: list[tuple[PetCt, PetCt]]
):
    session, _ = linked(
        two_dates(prior=prior_image(frame="frame"), patient=Patient("P2", "Roe, Richard"))
    )
    assert alignment(session).how is How.OFFSET


def test_a_ct_alone_is_laid_by_its_body(linked: Linked, registered: list[tuple[PetCt, PetCt]]):
    other = replace(series("before", Role.CT, frame="other frame"), study_uid="prior study")
    session, _ = linked(two_dates(prior=suv_image(voxels(9.0), other)))
    assert registered == []
    assert "Only PETs are registered." in standing(session.state).link


def test_an_image_waits_for_the_open_study_to_be_laid_onto(
    linked: Linked,
    registered: list[tuple[PetCt, PetCt]],
):
    state = two_dates()
    session, _ = linked(replace(state, images=state.images.without("now")))
    assert session.state.shown(Slot.OTHER) is None
    session.set(images=state.images)
    assert len(registered) == 1


def test_the_same_two_studies_are_registered_once(
    linked: Linked, registered: list[tuple[PetCt, PetCt]]
):
    session, linking = linked(two_dates())
    session.set(images=session.state.images.with_("now", own_image(6.0)))
    assert len(registered) == 1
    linking.register()
    assert len(registered) == 2, "and again when somebody asks for it"


# --- By hand -------------------------------------------------------------------------------------


ByHand = Callable[..., tuple[Session, DateVerbs]]


@pytest.fixture
def by_hand() -> Iterator[ByHand]:
    """A session in which another date is laid, and the verbs that move it."""
    made: list[Session] = []

    def begin(**fields: Any) -> tuple[Session, DateVerbs]:
        session = Session(two_dates(alignment=shifted(), active_column=OTHER_VIEW, **fields))
        made.append(session)
        return session, DateVerbs(session)

    yield begin
    for session in made:
        session.undo_stack.clear()


@pytest.mark.parametrize(
    ("pane", "expected"),
    [
        ("axial", (2.0, 3.0, 0.0)),
        ("coronal", (2.0, 0.0, -3.0)),
        ("sagittal", (0.0, 2.0, -3.0)),
        ("mip", (2.0, 0.0, -3.0)),
    ],
)
def test_keys_move_it_in_the_plane_that_is_looked_at(
    by_hand: ByHand, pane: str, expected: tuple[float, ...]
):
    session, verbs = by_hand(active_pane=pane)
    verbs.nudge(2.0, 3.0)
    # What is seen moves right and down: its place in the other date's mm moves the other way.
    moved = alignment(session).to_prior((0.0, 0.0, 0.0)) - np.array(SHIFT_MM)
    np.testing.assert_allclose(-moved, expected, atol=1e-9)


@pytest.mark.parametrize("plane", Plane)
def test_a_turn_is_clockwise_on_the_screen(by_hand: ByHand, plane: Plane):
    session, verbs = by_hand()
    verbs.turn(Slot.OTHER, plane, 90.0, (0.0, 0.0, 0.0))
    from station.app.viewing.planes import DOWN, RIGHT

    turned = alignment(session).to_current(np.array(SHIFT_MM) + RIGHT[plane])
    np.testing.assert_allclose(turned, DOWN[plane], atol=1e-9)


def test_a_drag_is_undone_in_one_step(by_hand: ByHand):
    session, verbs = by_hand()
    gesture = object()
    for _ in range(5):
        verbs.shift(Slot.OTHER, np.array([1.0, 0.0, 0.0]), gesture)
    assert alignment(session).matrix[0, 3] == pytest.approx(SHIFT_MM[0] - 5)
    session.undo_stack.undo()
    np.testing.assert_allclose(alignment(session).matrix, shifted().matrix)
    session.undo_stack.redo()
    verbs.reset()
    session.undo_stack.undo()
    assert alignment(session).how is How.BY_HAND, "a reset is undone too"


def test_a_series_of_the_open_study_is_not_moved(by_hand: ByHand):
    session, verbs = by_hand()
    verbs.shift(Slot.CONVENTIONAL, np.array([1.0, 0.0, 0.0]))
    assert session.state.by_hand == Frozen()


def test_without_another_date_there_is_nothing_to_move():
    state = two_dates(alignment=shifted())
    assert adjust_refusal(state) is None
    assert adjust_refusal(replace(state, blinded=True)) == NO_OTHER_DATE
    assert adjust_refusal(State()) == NO_OTHER_DATE
