"""What servers are asked for, and the one list of their answers."""

from datetime import date

import pytest

from station.app.pacs.searching import is_prior, joined, merged, priors_query, queries, same_name
from station.app.pacs.state import Answer, Days, Here, Stage
from station.frozen import Frozen
from station.pacs import FoundStudies, Query
from station.pet.study import Patient, Study
from tests.app.pacs.hospital import TODAY, remote


def test_a_word_of_letters_may_be_a_name_or_an_id():
    assert queries("Doe", Days.ALL, "PT", TODAY) == (
        Query(name="Doe", modality="PT"),
        Query(patient_id="Doe*", modality="PT"),
    )


def test_what_has_a_digit_is_an_id():
    assert queries("PAT-07", Days.ALL, "", TODAY) == (Query(patient_id="PAT-07*"),)


@pytest.mark.parametrize("words", ["Doe Jane", "Doe, Jane", "Doe^Jane"])
def test_several_words_are_a_name(words: str):
    assert queries(words, Days.ALL, "", TODAY) == (Query(name=words),)


@pytest.mark.parametrize(
    ("days", "since"),
    [
        (Days.TODAY, date(2026, 3, 10)),
        (Days.WEEK, date(2026, 3, 4)),
        (Days.MONTH, date(2026, 2, 9)),
        (Days.ALL, None),
    ],
)
def test_seven_days_are_today_and_the_six_before(days: Days, since: date | None):
    (query,) = queries("", days, "PT", TODAY)
    assert query == Query(since=since, modality="PT")


def answer(server: str, *studies, here: dict[str, Here] | None = None) -> Answer:
    return Answer(server, Stage.ANSWERED, FoundStudies(studies), Frozen(here or {}))


def test_the_list_is_newest_first_and_undated_studies_come_last():
    rows = merged(
        [
            answer("A", remote("1", day=date(2026, 1, 1)), remote("2", day=None)),
            answer("B", remote("3", day=date(2026, 2, 1))),
        ]
    )
    assert [row.study.study_uid for row in rows] == ["3", "1", "2"]


def test_a_study_that_two_servers_have_is_listed_once_with_both():
    rows = merged([answer("A", remote("1", instances=40)), answer("B", remote("1", instances=412))])
    (row,) = rows
    assert row.servers == ("A", "B")
    assert row.study.instances == 412


def test_one_uid_of_two_patients_is_two_studies():
    rows = merged([answer("A", remote("1")), answer("B", remote("1", patient_id="SYN2"))])
    assert sorted(row.study.patient_id for row in rows) == ["4711", "SYN2"]


def test_servers_that_have_not_answered_hide_nothing():
    failed = Answer("B", Stage.FAILED, problem="down")
    rows = merged([failed, answer("A", remote("1"), here={"1": Here.PARTLY}), Answer("C")])
    assert [row.here for row in rows] == [Here.PARTLY]


def test_two_answers_of_one_server_list_each_study_once():
    found = joined([FoundStudies((remote("1"),)), FoundStudies((remote("1"), remote("2")), True)])
    assert [one.study_uid for one in found.studies] == ["1", "2"]
    assert found.more


# --- Earlier studies of a patient ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("Doe, Jane", "DOE^JANE"),
        ("Müller, Jörg", "Muller^Jorg"),
        ("Doe, Jane", "Doe^Jane^Mary"),
        ("Jane Doe", "Doe^Jane^^Dr"),
        ("Yamada^Tarou=山田^太郎", "Yamada, Tarou"),
        ("Phantom", "phantom"),
    ],
)
def test_a_name_agrees_whatever_its_case_accents_and_middle_names(first: str, other: str):
    assert same_name(first, other)
    assert same_name(other, first)


@pytest.mark.parametrize(
    ("first", "other"),
    [("Doe, Jane", "Doe, John"), ("Doe, Jane", "Doe"), ("", ""), ("Doe, Jane", "Roe, Jane")],
)
def test_another_name_does_not_agree(first: str, other: str):
    assert not same_name(first, other)


OPEN = Study("9", Patient("4711", "Doe, Jane"), TODAY)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (remote("1", day=date(2025, 3, 1)), True),
        (remote("1", day=TODAY), True),
        (remote("9", day=date(2025, 3, 1)), False),
        (remote("1", day=date(2026, 3, 11)), False),
        (remote("1", day=None), False),
        (remote("1", name="Doe, John", day=date(2025, 3, 1)), False),
        (remote("1", patient_id="47110", day=date(2025, 3, 1)), False),
    ],
)
def test_a_prior_is_an_earlier_study_with_the_same_id_and_a_name_that_agrees(found, expected):
    assert is_prior(found, OPEN) is expected


@pytest.mark.parametrize("patient", [Patient("", "Doe, Jane"), Patient("4711", " ")])
def test_without_an_id_and_a_name_nobody_is_asked_for_priors(patient: Patient):
    assert priors_query(Study("9", patient, TODAY)) is None
    assert priors_query(OPEN) == Query(patient_id="4711", until=TODAY, modality="PT")
