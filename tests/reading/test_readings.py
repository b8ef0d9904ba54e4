from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.reading.protocol import Criterion, Presentation, Protocol
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    COMMENT,
    Draft,
    Question,
    Reading,
    ReadingError,
    Scores,
    Value,
    checked_answer,
    consensus_questions,
    discordance,
    missing,
    questions,
)
from station.reading.worklist import Side

WORDS = ("1", "2", "3", "4", "5")
PROTOCOL = Protocol(
    "p", (Criterion("quality", "Quality", WORDS), Criterion("noise", "Noise", WORDS))
)
ASKED = questions(PROTOCOL)
PAIRED = replace(PROTOCOL, presentation=Presentation.PAIRED)


def answers(side: Side = Side.ONLY, **given: Value) -> dict[Question, Value]:
    whole: dict[str, Value] = {"quality": 4, "noise": 2, ARTIFACT: False}
    return {Question(side, id_): value for id_, value in (whole | given).items()}


def without(draft: Mapping[Question, Value], id_: str) -> Draft:
    return {question: value for question, value in draft.items() if question.id != id_}


# -- a reading cannot be half filled ---------------------------------------------------------------


def test_a_form_asks_every_criterion_an_artifact_and_a_comment() -> None:
    assert [question.id for question in ASKED] == [
        "quality",
        "noise",
        ARTIFACT,
        ARTIFACT_TEXT,
        COMMENT,
    ]
    assert {question.side for question in ASKED} == {Side.ONLY}


def test_a_paired_form_asks_the_same_of_both_sides() -> None:
    asked = questions(PAIRED)
    left, right = asked[: len(ASKED)], asked[len(ASKED) :]
    assert {question.side for question in left} == {Side.LEFT}
    assert {question.side for question in right} == {Side.RIGHT}
    assert [question.id for question in left] == [question.id for question in right]


def test_a_full_set_of_answers_is_a_reading() -> None:
    reading = Reading(ASKED, answers(comment="motion at the neck"))
    assert (reading.score("quality"), reading.score("noise")) == (4, 2)
    assert reading.artifact() is None
    assert reading.comment() == "motion at the neck"


@pytest.mark.parametrize("left_out", ["quality", "noise", ARTIFACT])
def test_a_reading_with_a_gap_cannot_be(left_out: str) -> None:
    with pytest.raises(ReadingError, match=f"Not answered yet: {left_out}\\."):
        Reading(ASKED, without(answers(), left_out))


def test_one_side_of_a_pair_is_no_reading() -> None:
    with pytest.raises(ReadingError, match="Not answered yet: quality, noise, artifact"):
        Reading(questions(PAIRED), answers(Side.LEFT))
    assert (
        Reading(questions(PAIRED), answers(Side.LEFT) | answers(Side.RIGHT, noise=5)).score(
            "noise", Side.RIGHT
        )
        == 5
    )


def test_an_artifact_is_described() -> None:
    with pytest.raises(ReadingError, match="Not answered yet: artifact_text"):
        Reading(ASKED, answers(artifact=True, artifact_text="  "))
    assert Reading(ASKED, answers(artifact=True, artifact_text="stripes")).artifact() == "stripes"


def test_the_description_of_an_artifact_that_is_none_is_dropped() -> None:
    assert Reading(ASKED, answers(artifact=False, artifact_text="stripes")).artifact() is None


@given(st.sets(st.sampled_from([*answers()])))
def test_missing_is_what_a_reading_lacks(given_: set[Question]) -> None:
    draft = {question: value for question, value in answers().items() if question in given_}
    left = missing(ASKED, draft)
    assert {*left} == {*answers()} - given_
    if left:
        with pytest.raises(ReadingError):
            Reading(ASKED, draft)
    else:
        assert Reading(ASKED, draft).answers == draft


@pytest.mark.parametrize("score", [0, 6, -1, True, 3.0, "3", None])
def test_only_one_to_five_is_a_score(score: object) -> None:
    with pytest.raises(ReadingError, match="is not a score"):
        Reading(ASKED, answers() | {Question(Side.ONLY, "noise"): score})  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("value", [0, 1, "no"])
def test_an_artifact_is_there_or_not(value: Value) -> None:
    with pytest.raises(ReadingError, match="neither yes nor no"):
        checked_answer(ASKED, Question(Side.ONLY, ARTIFACT), value)


def test_what_the_form_does_not_ask_cannot_be_answered() -> None:
    for question in (Question(Side.ONLY, "arm"), Question(Side.LEFT, "noise")):
        with pytest.raises(ReadingError, match="does not ask"):
            checked_answer(ASKED, question, 3)


def test_a_text_is_kept_as_any_database_can_hold_it() -> None:
    kept = checked_answer(ASKED, Question(Side.ONLY, COMMENT), " 山田\0\udcff ")
    assert kept == "山田�?"
    with pytest.raises(ReadingError, match="2000 characters"):
        checked_answer(ASKED, Question(Side.ONLY, COMMENT), "x" * 2001)


def test_a_reading_cannot_be_changed() -> None:
    reading = Reading(ASKED, answers())
    with pytest.raises(TypeError):
        reading.answers[Question(Side.ONLY, "noise")] = 5  # pyright: ignore[reportIndexIssue]


# -- where readers differ --------------------------------------------------------------------------


def scores(**by_image: tuple[int, int]) -> Scores:
    return {
        image: {"quality": quality, "noise": noise} for image, (quality, noise) in by_image.items()
    }


def test_two_points_are_a_large_difference_and_one_is_none() -> None:
    found = discordance(
        PROTOCOL, {"Ito": scores(a=(3, 3), b=(3, 3)), "Mori": scores(a=(4, 3), b=(3, 5))}
    )
    assert [(one.image, one.scores) for one in found] == [("b", {"noise": {"Ito": 3, "Mori": 5}})]


def test_the_protocol_says_what_a_large_difference_is() -> None:
    given_ = {"Ito": scores(a=(1, 3)), "Mori": scores(a=(4, 3))}
    for points, count in [(1, 1), (3, 1), (4, 0)]:
        assert len(discordance(replace(PROTOCOL, large_difference=points), given_)) == count


def test_of_three_readers_the_two_farthest_apart_count() -> None:
    given_ = {"Ito": scores(a=(2, 3)), "Mori": scores(a=(3, 3)), "Sato": scores(a=(4, 3))}
    (found,) = discordance(PROTOCOL, given_)
    assert found.scores == {"quality": {"Ito": 2, "Mori": 3, "Sato": 4}}


def test_an_image_that_one_reader_has_read_is_not_discordant() -> None:
    assert discordance(PROTOCOL, {"Ito": scores(a=(1, 1)), "Mori": scores(b=(5, 5))}) == ()


@given(
    st.dictionaries(
        st.sampled_from("abcdef"), st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1
    ),
    st.dictionaries(
        st.sampled_from("abcdef"), st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1
    ),
)
def test_the_order_of_readers_does_not_change_what_is_discordant(
    one: dict[str, tuple[int, int]], other: dict[str, tuple[int, int]]
) -> None:
    found = discordance(PROTOCOL, {"Ito": scores(**one), "Mori": scores(**other)})
    swapped = discordance(PROTOCOL, {"Mori": scores(**other), "Ito": scores(**one)})
    assert {image.image: image.scores for image in found} == {
        image.image: image.scores for image in swapped
    }


def test_the_consensus_asks_only_what_was_discordant() -> None:
    asked = consensus_questions(["noise"])
    assert [question.id for question in asked] == ["noise", COMMENT]
    assert Reading(asked, {Question(Side.ONLY, "noise"): 3}).score("noise") == 3
