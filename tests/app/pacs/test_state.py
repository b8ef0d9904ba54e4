"""The words for what servers answer and how transfers go."""

from dataclasses import replace
from datetime import date

import pytest

from station.app.pacs.state import (
    BLINDED,
    NO_SERVER,
    Answer,
    Days,
    Here,
    Listed,
    Pacs,
    Priors,
    Progress,
    Stage,
    Transfer,
    Way,
    answer_sentences,
    duration,
    empty_words,
    id_line,
    priors_words,
    series_words,
    shown_name,
    spoken,
    transfer_place,
    transfer_title,
    transfer_words,
    where_line,
)
from station.pacs import FoundStudies, RemoteSeries, Sent, Traffic
from tests.app.pacs.hospital import ARCHIVE, DOWN, HOSPITAL, remote

ROW = Listed(remote("1", "Doe^Jane"), ("HOSPITAL", "ARCHIVE"), Here.PARTLY)
BOTH = Pacs(servers=(HOSPITAL, ARCHIVE))


def test_a_study_says_whose_it_is_what_it_is_and_where():
    assert id_line(ROW) == "4711 · PET/CT whole body"
    assert where_line(ROW) == "PT, CT · 412 images · HOSPITAL, ARCHIVE"
    assert spoken(ROW).splitlines()[0] == "Doe, Jane, 2026-03-10"
    assert spoken(ROW).endswith("A part of it is on this computer")


def test_what_a_server_does_not_tell_is_left_out():
    row = Listed(remote("1", instances=None, description="", day=None), ("A",))
    assert where_line(row) == "PT, CT · A"
    assert id_line(row) == "4711"
    assert "no date" in spoken(row)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Doe^Jane", "Doe, Jane"),
        ("Doe^Jane^Mary", "Doe, Jane Mary"),
        ("Yamada^Tarou=山田^太郎", "Yamada, Tarou"),
        ("Doe, Jane", "Doe, Jane"),
        ("", ""),
    ],
)
def test_a_name_is_shown_as_a_person_reads_it(name: str, shown: str):
    assert shown_name(name) == shown


def test_a_series_is_written_as_in_the_station_s_own_list():
    assert series_words(RemoteSeries("1", "PT", "WB AC", 1, 1324)) == "PT   WB AC · 1,324"
    assert series_words(RemoteSeries("1", "", "", 3)) == "?   Series 3"


# --- In place of an empty list -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pacs", "words"),
    [
        (Pacs(), "Reading the list of servers…"),
        (Pacs(servers=()), NO_SERVER),
        (replace(BOTH, left_out=frozenset({"HOSPITAL", "ARCHIVE"})), "No server is chosen."),
        (replace(BOTH, words="Do"), "Type 3 letters or more"),
        (replace(BOTH, days=Days.ALL), "Type a name or an ID"),
        (replace(BOTH, answers=(Answer("HOSPITAL"),)), "Searching on HOSPITAL and ARCHIVE…"),
        (
            replace(BOTH, words="Doe", answers=(Answer("HOSPITAL", Stage.ANSWERED),)),
            'No PET study of the last 30 days on HOSPITAL matches "Doe".',
        ),
        (
            replace(
                BOTH, days=Days.TODAY, modality="", answers=(Answer("HOSPITAL", Stage.ANSWERED),)
            ),
            "No study of today on HOSPITAL was found.",
        ),
        (replace(BOTH, hidden=True), BLINDED),
        (replace(BOTH, problem="The index is damaged."), "The index is damaged."),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(pacs: Pacs, words: str):
    assert empty_words(pacs, blinded=False).startswith(words)


def test_nothing_is_said_in_place_of_a_list():
    assert empty_words(replace(BOTH, listed=(ROW,)), blinded=False) == ""
    assert empty_words(replace(BOTH, listed=(ROW,)), blinded=True) == BLINDED


def test_each_server_that_fails_gets_one_sentence_that_names_it():
    answers = (
        Answer("HOSPITAL", Stage.FAILED, problem=DOWN),
        Answer("ARCHIVE", Stage.FAILED, problem="The certificate has expired."),
        Answer("C", Stage.ANSWERED, FoundStudies((remote("1"),) * 2, more=True)),
        Answer("D", Stage.ANSWERED, FoundStudies((), left_out=3)),
    )
    assert answer_sentences(replace(BOTH, answers=answers)) == (
        DOWN,
        "ARCHIVE: The certificate has expired.",
        "C has more than the 2 studies listed. Narrow the search.",
        "3 answers of D cannot be read and are left out.",
    )


# --- Transfers -----------------------------------------------------------------------------------

FETCH = Transfer(1, Way.FETCH, "HOSPITAL", "Doe, Jane · 2026-03-10")


def test_a_running_transfer_tells_images_rate_and_time_left():
    half = replace(FETCH, progress=Progress.RUNNING, traffic=Traffic(206, 412, 50_000_000, 4.0))
    assert transfer_words(half) == "206 of 412 · 12.5 MB/s · 4 s left"


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress.WAITING, "Waiting"),
        (Progress.RUNNING, "Asking the server…"),
        (Progress.STOPPED, "Stopped"),
        (Progress.FAILED, "Failed"),
        (Progress.DONE, "Received"),
    ],
)
def test_a_transfer_of_which_nothing_came_says_only_how_it_is(progress: Progress, words: str):
    assert transfer_words(replace(FETCH, progress=progress)) == words


def test_what_was_sent_is_ticked_as_sent_stored_and_committed():
    sent = replace(
        FETCH,
        way=Way.SEND,
        progress=Progress.DONE,
        commit=True,
        sent=Sent(26, 26, 26, (), 3, asked_to_commit=True),
    )
    assert transfer_words(sent) == "26 ✓ sent ✓ stored ✓ committed"
    plain = replace(sent, commit=False, sent=Sent(26, 26, 0, (), 3))
    assert transfer_words(plain) == "26 ✓ sent ✓ stored"


def test_a_hidden_transfer_names_nobody():
    assert transfer_title(FETCH, hidden=False) == "Doe, Jane · 2026-03-10"
    assert transfer_title(FETCH, hidden=True) == "A study"


def test_a_transfer_says_from_where_or_to_where():
    assert transfer_place(FETCH) == "from HOSPITAL"
    assert transfer_place(replace(FETCH, way=Way.SEND)) == "to HOSPITAL"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (8.4, "8 s"), (89.4, "89 s"), (150, "2 min"), (4800, "1 h 20 min")],
)
def test_the_time_left_is_as_exact_as_it_is_foreseeable(seconds: float, words: str):
    assert duration(seconds) == words


def test_priors_are_offered_in_one_line_and_in_no_blinded_reading():
    rows = (ROW, Listed(remote("2", day=date(2025, 1, 1)), ("ARCHIVE",)))
    pacs = replace(BOTH, priors=Priors("9", rows))
    assert priors_words(pacs, blinded=False) == "2 earlier PET studies on HOSPITAL and ARCHIVE"
    assert priors_words(pacs, blinded=True) == ""
    assert priors_words(replace(pacs, hidden=True), blinded=False) == ""
    assert priors_words(replace(pacs, priors_wanted=False), blinded=False) == ""
    assert priors_words(replace(BOTH, priors=Priors("9")), blinded=False) == ""
