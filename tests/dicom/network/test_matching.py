"""What is looked for is recognised, whatever the server that answers finds alike."""

from dataclasses import replace
from datetime import date

import pytest

from station.dicom.network.matching import (
    escaped,
    in_ascii,
    is_case_blind,
    matches,
    spellings,
    word_patterns,
)
from station.pacs import Query, RemoteStudy

STUDY = RemoteStudy("1.2", "SYN1", "Müller-Lüdenscheidt^Änne", date(2024, 3, 1), "", ("PT", "CT"))


def is_found(study: RemoteStudy, query: Query) -> bool:
    return matches(study, query, word_patterns(query.name).values())


@pytest.mark.parametrize(
    "name",
    [
        "",
        "müller",
        "MULLER",
        "anne mul",
        "ludenscheidt",
        "änne, müller",
        "m?ller",
        "mull*dt",
        "* *",
    ],
)
def test_a_name_is_found_by_words_of_any_order_case_and_accents(name: str) -> None:
    assert is_found(STUDY, Query(name=name))


@pytest.mark.parametrize("name", ["uller", "müller karl", "mullerin", "m.ller", "änn e"])
def test_another_name_is_not_found(name: str) -> None:
    assert not is_found(STUDY, Query(name=name))


def test_every_key_has_to_match_and_what_a_server_does_not_say_matches() -> None:
    silent = RemoteStudy("1.2", "", "Roe", None, "", ())
    for query, found in (
        (Query(patient_id="syn1"), True),
        (Query(patient_id="SYN"), False),
        (Query(patient_id="SYN*"), True),
        (Query(modality="ct"), True),
        (Query(modality="MR"), False),
        (Query(since=date(2024, 3, 1)), True),
        (Query(since=date(2024, 3, 2)), False),
        (Query(until=date(2024, 2, 29)), False),
        (Query(accession="A1"), True),
        (Query(study_uid="1.2"), True),
        (Query(study_uid="1.3"), False),
    ):
        assert is_found(STUDY, query) == found, query
        assert is_found(silent, replace(query, study_uid="")), query


def test_a_server_is_asked_for_the_longest_word_in_three_spellings() -> None:
    assert spellings("doe mueller") == ["*mueller*", "*MUELLER*", "*Mueller*"]
    assert spellings("DOE") == ["*DOE*", "*Doe*"]
    assert spellings("王小东") == ["*王*"]
    assert spellings(" ^ * ") == []


def test_what_a_server_may_not_decode_becomes_a_wildcard() -> None:
    assert in_ascii("*müller*") == "*m*ller*"
    assert in_ascii("*王*") == "*"
    assert in_ascii("*roe*") == "*roe*"


def test_a_server_that_answers_in_another_case_need_not_be_asked_again() -> None:
    roe = replace(STUDY, patient_name="ROE^RICHARD")
    assert is_case_blind("*roe*", roe)
    assert not is_case_blind("*ROE*", roe)


def test_what_was_typed_is_one_value_without_control_characters() -> None:
    assert escaped(" A\\B\x00\n ") == "A?B"
