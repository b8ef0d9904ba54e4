"""Foci as an answer: written, read back, refused, changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.reading.marks import (
    NOTHING,
    Mark,
    as_text,
    is_complete,
    is_marks,
    marks_of,
    question_id,
    with_mark,
    with_site,
    without_mark,
)
from station.reading.protocol import Criterion, MarksCriterion, Protocol
from station.reading.readings import (
    ARTIFACT,
    Question,
    Reading,
    ReadingError,
    checked_answer,
    missing,
    questions,
)
from station.reading.worklist import Side

SCALE = ("1", "2", "3", "4", "5")
PROTOCOL = Protocol(
    "Foci", (Criterion("noise", "Noise", SCALE),), marks=(MarksCriterion("foci", "Foci", SCALE),)
)
FOCI = Question(Side.ONLY, question_id("foci"))
A, B = (1.0, 2.0, 3.5), (40.0, 2.0, 3.5)

coordinates = st.integers(-200_000, 200_000).map(lambda hundredths: hundredths / 100)
marks = st.builds(
    Mark,
    st.tuples(coordinates, coordinates, coordinates),
    st.integers(1, 5),
    st.text(max_size=20),
)


@given(st.lists(marks, max_size=5))
def test_foci_that_were_written_read_back_the_same(given_marks: list[Mark]):
    assert marks_of(as_text(tuple(given_marks))) == tuple(given_marks)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3", "not a list of up to 200 foci"),
        ("no", "not a list of foci"),
        ("[[1,2,3,4]]", "a place, a confidence and a site"),
        ('[[1,2,3,6,"liver"]]', "a confidence is 1 to 5"),
        ('[[1,2,null,4,"liver"]]', "a place is three numbers in mm"),
        ('[[1,2,1e9,4,"liver"]]', "a place is three numbers in mm"),
        ("[[1,2,3,4,5]]", "a site is a text"),
        (r'[[1,2,3,4,"\ud800"]]', "a site is a text"),
        ("[" * 100_000, "not a list of foci"),
    ],
)
def test_what_is_no_list_of_foci_is_refused(text: str, words: str):
    with pytest.raises(ValueError, match=words):
        marks_of(text)
    with pytest.raises(ReadingError, match="Foci cannot be stored like this"):
        checked_answer(questions(PROTOCOL), FOCI, text)


def test_a_digit_at_a_marked_place_changes_its_confidence_and_elsewhere_adds_a_focus():
    one = with_mark(NOTHING, A, 2, "")
    assert marks_of(with_mark(one, (1.0, 2.0, 5.0), 4, "")) == (Mark(A, 4),)
    assert marks_of(with_mark(one, B, 4, "liver")) == (Mark(A, 2), Mark(B, 4, "liver"))


def test_a_focus_is_removed_by_its_number_and_gets_its_site():
    both = with_mark(with_mark(NOTHING, A, 2, ""), B, 4, "")
    assert marks_of(without_mark(both, 0)) == (Mark(B, 4),)
    assert marks_of(with_site(both, 1, "bone")) == (Mark(A, 2), Mark(B, 4, "bone"))


def test_foci_are_asked_about_before_anything_is_scored():
    assert [question.id for question in questions(PROTOCOL)][:2] == ["marks.foci", "noise"]
    assert is_marks("marks.foci")
    assert not is_marks("noise")


def test_foci_are_answered_by_none_or_by_foci_that_all_have_their_site():
    asked = questions(PROTOCOL)
    others = {Question(Side.ONLY, "noise"): 3, Question(Side.ONLY, ARTIFACT): False}
    assert missing(asked, others) == (FOCI,)
    assert missing(asked, {**others, FOCI: NOTHING}) == ()
    unplaced = with_mark(NOTHING, A, 2, "")
    assert not is_complete(unplaced)
    assert missing(asked, {**others, FOCI: unplaced}) == (FOCI,)
    assert missing(asked, {**others, FOCI: with_site(unplaced, 0, "liver")}) == ()


def test_a_finished_reading_has_its_foci_and_no_score_for_them():
    answers = {
        FOCI: as_text((Mark(A, 4, "liver"),)),
        Question(Side.ONLY, "noise"): 3,
        Question(Side.ONLY, ARTIFACT): False,
    }
    reading = Reading(questions(PROTOCOL), answers)
    assert reading.marks() == {"marks.foci": (Mark(A, 4, "liver"),)}
    assert reading.score("noise") == 3
    with pytest.raises(ReadingError, match=r"Not answered yet: marks\.foci"):
        Reading(questions(PROTOCOL), {**answers, FOCI: as_text((Mark(A, 4),))})
