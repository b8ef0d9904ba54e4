"""An image of another date next to the open one: where it is, what its column is called, what is
said about it, and which VOIs measure it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from station.app.session import Session
from station.app.state import Column, Kind, Layout, Slot, State, columns, same_patient
from station.app.viewing.dates import (
    Standing,
    alignment_of,
    by_bodies,
    date_words,
    laid,
    moved_by_hand,
    moved_image,
    shifted_by,
    standing,
    turned_about,
    vois_in,
)
from station.frozen import Frozen
from station.pet.alignment import SAME_FRAME, How, Verdict
from station.pet.loaded import measure_image
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Patient
from station.pet.voi import Isocontour, Mask, Sphere, Threshold, ThresholdRule
from station.pet.volume import Unit
from tests.app.viewing.two_dates import (
    APART_DAYS,
    HOT,
    PRIOR_DAY,
    SHIFT_MM,
    own_image,
    prior_image,
    shifted,
    two_dates,
    voxels,
)
from tests.made_up.images import SCAN, facts, series, suv_image


def shown(state: State) -> State:
    """As a session shows it: with what follows from the fields."""
    return replace(state, laid=laid(State(), state))


# --- Where it is --------------------------------------------------------------------------------


def test_an_image_of_another_date_is_drawn_where_the_same_place_of_the_open_study_is():
    state = shown(two_dates(alignment=shifted()))
    own, other = state.shown(Slot.CONVENTIONAL), state.shown(Slot.OTHER)
    assert own is not None
    assert other is not None
    there = np.array(own.volume.geometry.to_patient(HOT))
    native = state.images["before"].volume
    assert native.value_at(there + SHIFT_MM) == other.volume.value_at(there)
    assert other.volume.voxels is native.voxels, "nothing is copied or resampled"


def test_the_box_of_the_body_moves_with_it():
    image = prior_image()
    moved = moved_image(image, shifted())
    for now, before in zip(moved.body_mm, image.body_mm, strict=True):
        np.testing.assert_allclose(now, np.array(before) - SHIFT_MM)


def test_an_image_of_one_frame_of_reference_stays_what_it_is():
    image = prior_image()
    assert moved_image(image, SAME_FRAME) is image


def test_nothing_is_drawn_before_its_place_is_known():
    state = shown(two_dates())
    assert state.shown(Slot.OTHER) is None
    assert state.shown(Slot.CONVENTIONAL) is not None


def test_the_image_of_another_date_is_not_measured_as_one_of_the_open_study():
    state = shown(two_dates(alignment=shifted()))
    assert state.image(Slot.OTHER) is None
    assert state.guest_image(Slot.OTHER) is state.images["before"]


def test_a_session_lays_it_again_only_when_it_moves():
    session = Session(two_dates())
    session.set(date_links=two_dates(alignment=shifted()).date_links)
    first = session.state.laid["before"]
    session.set(mip_angle=3)
    assert session.state.laid["before"] is first
    guest = session.state.guests["before"]
    moved = moved_by_hand(session.state, guest.series, shifted_by(np.array([1.0, 0.0, 0.0])))
    assert moved is not None
    session.edit("Move", by_hand=Frozen({f"prior study {'other frame'}": moved}))
    assert session.state.laid["before"] is not first
    session.undo_stack.undo()
    there = session.state.laid["before"].volume.geometry.affine
    np.testing.assert_allclose(there, first.volume.geometry.affine)
    session.undo_stack.clear()


def test_a_hand_moves_what_is_seen_by_as_much_as_it_moves():
    state = shown(two_dates(alignment=shifted()))
    guest = state.guests["before"]
    image = state.images["before"]
    before = moved_image(image, shifted()).volume.geometry.to_patient(HOT)
    moved = moved_by_hand(state, guest.series, shifted_by(np.array([5.0, 6.0, -7.0])))
    assert moved is not None
    after = moved_image(image, moved).volume.geometry.to_patient(HOT)
    np.testing.assert_allclose(after - before, (5.0, 6.0, -7.0))
    assert moved.how is How.BY_HAND
    assert moved.sentence.startswith("Adjusted by hand; before that: Registered")


def test_a_turn_leaves_the_place_that_it_is_about():
    about = np.array([3.0, -8.0, 40.0])
    motion = turned_about(2, 90.0, about)
    np.testing.assert_allclose(motion[:3, :3] @ about + motion[:3, 3], about)
    # From the patient's left towards the back: the right-hand rule about the axis to the head.
    np.testing.assert_allclose(motion[:3, :3] @ (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), atol=1e-12)


def test_a_thousand_steps_by_hand_are_still_a_rotation():
    state = two_dates(alignment=shifted())
    guest = state.guests["before"]
    for _ in range(1000):
        moved = moved_by_hand(state, guest.series, turned_about(0, 0.37, np.array([1.0, 2.0, 3.0])))
        assert moved is not None
        state = replace(state, by_hand=Frozen({"prior study other frame": moved}))
    alignment = alignment_of(state, guest.series)
    assert alignment is not None
    np.testing.assert_allclose(np.linalg.det(alignment.matrix[:3, :3]), 1.0)


def test_until_it_is_registered_the_tops_and_middles_of_the_bodies_coincide():
    own, other = own_image(), moved_image(prior_image(), shifted())
    alignment = by_bodies(own, other, "Wait.")
    (low, high), (other_low, other_high) = own.body_mm, other.body_mm
    top = (0.0, 0.0, high[2])
    assert alignment.to_prior(top)[2] == pytest.approx(other_high[2])
    middle = (np.array(low) + high) / 2
    there = (np.array(other_low) + other_high) / 2
    np.testing.assert_allclose(alignment.to_prior(middle)[:2], there[:2])
    assert alignment.verdict is Verdict.FAILED
    assert alignment.sentence.endswith("Wait.")


# --- What its column is called -------------------------------------------------------------------


def test_each_column_says_its_date_and_the_days_between():
    state = shown(two_dates(alignment=shifted()))
    prior, current = (date_words(state, slot) for slot in (Slot.OTHER, Slot.CONVENTIONAL))
    assert prior is not None
    assert current is not None
    assert prior.words() == f"prior · {PRIOR_DAY} · {APART_DAYS} days before"
    assert current.words() == f"current · {SCAN.date()}"
    assert prior.words(short=True) == f"prior {PRIOR_DAY} ({APART_DAYS} d)"
    assert prior.words(dated=False) == f"prior · {APART_DAYS} days before", "no date without names"


def test_where_the_open_study_is_the_older_one_it_is_the_prior_one_and_at_the_left():
    state = shown(two_dates(alignment=shifted(), day=SCAN.date() + timedelta(days=10)))
    words = {slot: date_words(state, slot) for slot in (Slot.OTHER, Slot.CONVENTIONAL)}
    assert [one.words() for one in words.values() if one] == [
        f"current · {SCAN.date() + timedelta(days=10)}",
        f"prior · {SCAN.date()} · 10 days before",
    ]
    assert [column.slot for column in columns(state)] == [Slot.CONVENTIONAL, Slot.OTHER]


@pytest.mark.parametrize(
    ("day", "apart"),
    [
        (SCAN.date(), "same day"),
        (SCAN.date() - timedelta(days=1), "1 day before"),
        (None, "days apart unknown"),
    ],
)
def test_days_that_are_no_number_are_words(day: date | None, apart: str):
    words = date_words(shown(two_dates(alignment=shifted(), day=day)), Slot.OTHER)
    assert words is not None
    assert words.apart == apart
    assert words.part == "prior"


def test_one_date_needs_no_words():
    state = replace(two_dates(alignment=shifted()), layout=Layout.SINGLE)
    assert date_words(state, Slot.CONVENTIONAL) is None
    assert standing(state) == Standing()
    fixed = Column(Kind.IMAGE, Slot.OTHER, 6)
    assert date_words(state, Slot.OTHER, fixed) is not None, "a second window shows the other date"


def test_a_blinded_reading_is_told_of_no_other_date():
    state = shown(two_dates(alignment=shifted(), blinded=True))
    assert date_words(state, Slot.OTHER) is None
    assert standing(state) == Standing()
    assert (
        vois_in(replace(state, guest_vois=Frozen({"prior study": (sphere(),)})), Slot.OTHER) == ()
    )


# --- What is said as long as it is shown ----------------------------------------------------------


def test_how_the_dates_are_laid_is_said_with_its_verdict():
    said = standing(shown(two_dates(alignment=shifted())))
    assert (said.badge, said.verdict) == ("Registered: good", Verdict.GOOD)
    assert said.link == "Registered by hand of the test."
    assert said.strangers == ()
    assert said.cautions == ()


@pytest.mark.parametrize(
    "patient",
    [
        Patient("P2", "Roe, Richard"),
        Patient("P1", "Roe, Richard"),
        Patient("", "Doe, Jane"),
    ],
)
def test_two_patients_are_both_named(patient: Patient):
    said = standing(shown(two_dates(alignment=shifted(), patient=patient)))
    (sentence,) = said.strangers
    assert sentence.startswith("TWO PATIENTS: Doe, Jane (ID P1) and ")
    assert patient.name in sentence
    state = two_dates(alignment=shifted(), patient=patient)
    assert date_words(state, Slot.OTHER) is None, "nobody else's image is a prior"


def test_two_birth_dates_are_two_patients():
    born = (
        Patient("P1", "Doe, Jane", date(1960, 1, 1)),
        Patient("P1", "Doe, Jane", date(1961, 1, 1)),
    )
    assert not same_patient(*born)
    assert same_patient(born[0], Patient("P1", "DOE, Jane"))
    assert not same_patient(Patient("", ""), Patient("", ""))


def tracer(name: str):
    drug = facts().radiopharmaceutical
    assert drug is not None
    return replace(facts(), radiopharmaceutical=replace(drug, name=name))


@pytest.mark.parametrize(
    ("prior", "words"),
    [
        (
            suv_image(
                voxels(9.0),
                replace(series("before", suv=tracer("DOTATATE")), study_uid="prior study"),
            ),
            "The tracers differ: FDG now, DOTATATE before.",
        ),
        (
            suv_image(
                voxels(9.0),
                replace(series("before", suv=facts()), study_uid="prior study"),
                Unit.SUV_LBM,
            ),
            "Show both in one unit.",
        ),
        (
            suv_image(
                voxels(9.0),
                replace(series("before", suv=facts()), study_uid="prior study"),
                Unit.BQ_PER_ML,
            ),
            "The prior image has no SUV",
        ),
        (
            prior_image(manufacturer="Another"),
            "The scanners differ",
        ),
    ],
)
def test_why_numbers_may_not_be_compared_is_said(prior, words):
    said = standing(shown(two_dates(prior=prior, alignment=shifted())))
    assert any(words in sentence for sentence in said.cautions), said.cautions


def test_what_is_true_of_both_dates_is_said_once_and_briefly():
    own, other = (
        suv_image(voxels(5.0), replace(one.series, suv=tracer("")), Unit.BQ_PER_ML)
        for one in (own_image(), prior_image())
    )
    said = standing(shown(two_dates(own, other, alignment=shifted()))).cautions
    assert "Neither image has an SUV." in said
    assert not any("The current image has no SUV" in sentence for sentence in said)


# --- VOIs of two dates ---------------------------------------------------------------------------


def sphere(name: str = "Lesion 1", centre=(10.0, 8.0, 9.0)) -> PlacedVoi:
    return PlacedVoi(f"id of {name}", name, Sphere(centre, 0.5), SiteKind.LESION)


def with_vois(**fields: Any) -> State:
    prior = sphere("Prior's", (20.0, 4.0, 39.0))
    return shown(
        two_dates(
            alignment=shifted(),
            vois=(sphere("Current's"),),
            guest_vois=Frozen({"prior study": (prior,)}),
            **fields,
        )
    )


def test_a_voi_belongs_to_its_date_and_is_a_proposal_on_the_other():
    state = with_vois()
    here = {one.voi.name: one.proposed for one in vois_in(state, Slot.CONVENTIONAL)}
    there = {one.voi.name: one.proposed for one in vois_in(state, Slot.OTHER)}
    assert here == {"Current's": False, "Prior's": True}
    assert there == {"Current's": True, "Prior's": False}


def test_a_proposal_is_at_the_place_that_the_alignment_says():
    (prior,) = [one for one in vois_in(with_vois(), Slot.CONVENTIONAL) if one.proposed]
    assert isinstance(prior.voi.shape, Sphere)
    np.testing.assert_allclose(prior.voi.shape.centre_mm, np.array((20.0, 4.0, 39.0)) - SHIFT_MM)
    assert isinstance(prior.kept.shape, Sphere)
    assert prior.kept.shape.centre_mm == (20.0, 4.0, 39.0), "what is measured has not moved"


def test_proposals_can_be_hidden():
    state = with_vois(vois_carried=False)
    assert [one.voi.name for one in vois_in(state, Slot.OTHER)] == ["Prior's"]


def test_a_voi_of_the_prior_date_measures_the_prior_image_alone():
    state = with_vois()
    image = state.guest_image(Slot.OTHER)
    assert image is not None
    hot = sphere("Hot", tuple(map(float, image.volume.geometry.to_patient(HOT))))
    assert measure_image(image, hot.shape).maximum == 9.0


def test_masks_and_isocontours_move_as_a_whole():
    within = Sphere((20.0, 4.0, 39.0), 3.0)
    contour = Isocontour(within, Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41), (20.0, 4.0, 39.0))
    geometry = prior_image().volume.geometry
    mask = Mask(voxels(9.0) > 1, geometry)
    state = shown(
        two_dates(
            alignment=shifted(),
            guest_vois=Frozen(
                {
                    "prior study": (
                        replace(sphere("contour"), shape=contour),
                        replace(sphere("mask"), shape=mask),
                    )
                }
            ),
        )
    )
    moved = {one.voi.name: one.voi.shape for one in vois_in(state, Slot.CONVENTIONAL)}
    assert isinstance(moved["contour"], Isocontour)
    assert moved["contour"].seed_mm is not None
    np.testing.assert_allclose(moved["contour"].seed_mm, np.array((20.0, 4.0, 39.0)) - SHIFT_MM)
    assert isinstance(moved["mask"], Mask)
    np.testing.assert_allclose(
        moved["mask"].geometry.to_patient(HOT), geometry.to_patient(HOT) - SHIFT_MM
    )
