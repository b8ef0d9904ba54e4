"""Searching, fetching, sending and listening, over servers that are made up."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from station.app.pacs.state import (
    Days,
    Here,
    Pacs,
    Progress,
    Source,
    Stage,
    Transfer,
    Way,
)
from station.app.pacs.workflow import PREVIEWS, RESUME_ACTION, TRANSFERS_AT_ONCE
from station.app.settings import FILE_NAME
from station.archive.transfers import Kind
from station.archive.transfers import Stage as RecordedStage
from station.errors import Cancelled
from station.operations.pacs.listen import Arrived, ListenerSettings
from station.pacs import Failure, Fetched, PacsError, Query, Sent, Server, Traffic
from station.pet.study import Patient, Study
from tests.app.pacs.conftest import Clinic, Held, OpenClinic
from tests.app.pacs.hospital import (
    ARCHIVE,
    DOWN,
    HOSPITAL,
    SERIES,
    TODAY,
    Hospital,
    interrupted,
    remote,
)


def two_servers(**facts) -> Hospital:
    return Hospital(
        studies={
            HOSPITAL.name: [remote("1"), remote("2", "Roe, Richard", "SYN2")],
            ARCHIVE.name: [remote("3", day=date(2026, 3, 1))],
        },
        **facts,
    )


def uids(clinic: Clinic) -> list[str]:
    return [row.study.study_uid for row in clinic.shown.listed]


def never(sentence: str) -> None:
    pytest.fail(sentence)


# --- Search --------------------------------------------------------------------------------------


def test_the_studies_of_all_servers_are_in_one_list(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    assert uids(clinic) == ["1", "2", "3"]
    assert {name for name, _ in clinic.hospital.asked} == {HOSPITAL.name, ARCHIVE.name}


def test_no_server_is_asked_before_its_list_is_looked_at(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers(), begin=False)
    clinic.pacs.begin()
    assert clinic.hospital.asked == []


def test_two_letters_ask_nobody_and_three_do(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    clinic.hospital.asked.clear()
    clinic.pacs.search("Ro")
    assert (clinic.hospital.asked, uids(clinic)) == ([], [])
    clinic.pacs.search("Roe")
    assert uids(clinic) == ["2"]


def test_a_server_that_fails_hides_none_of_the_others(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers(problems={HOSPITAL.name: DOWN}))
    assert uids(clinic) == ["3"]
    failed = next(one for one in clinic.shown.answers if one.server == HOSPITAL.name)
    assert (failed.stage, failed.problem) == (Stage.FAILED, DOWN)
    assert clinic.state.notice == ""


def test_a_server_that_is_not_ticked_is_not_asked(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    clinic.hospital.asked.clear()
    clinic.pacs.tick_server(HOSPITAL.name, False)
    assert uids(clinic) == ["3"]
    assert {name for name, _ in clinic.hospital.asked} == {ARCHIVE.name}
    clinic.pacs.tick_server(HOSPITAL.name, True)
    assert uids(clinic) == ["1", "2", "3"]


def test_days_and_modality_are_asked_for(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    clinic.pacs.set_days(Days.WEEK)
    clinic.pacs.set_modality("")
    assert uids(clinic) == ["1", "2"]
    assert clinic.hospital.asked[-1][1] == Query(since=date(2026, 3, 4))


def test_answers_appear_as_they_come(open_clinic: OpenClinic):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.search("Doe")
    assert uids(clinic) == []
    held.run(1)
    assert len(uids(clinic)) == 1
    assert any(answer.stage is Stage.ASKING for answer in clinic.shown.answers)
    held.run_all()
    assert uids(clinic) == ["1", "3"]


def test_the_answer_to_an_earlier_search_is_dropped_and_the_newest_is_asked(
    open_clinic: OpenClinic,
):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.hospital.asked.clear()
    clinic.pacs.search("Doe")
    clinic.pacs.search("Roe")
    clinic.pacs.search("Roe R")
    assert len(held.waiting) == 2, "one question at a time for each server"
    held.run(0)
    assert uids(clinic) == []
    held.run_all()
    assert uids(clinic) == ["2"]
    names = [query.name for server, query in clinic.hospital.asked if server == HOSPITAL.name]
    assert names == ["Doe", "", "Roe R"]


def test_what_is_here_is_marked(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers(here={"1": Here.WHOLE, "3": Here.PARTLY}))
    assert [row.here for row in clinic.shown.listed] == [Here.WHOLE, Here.NOT, Here.PARTLY]


# --- Series --------------------------------------------------------------------------------------


def test_a_study_unfolds_to_its_series_with_a_slice_of_each_image(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    row = clinic.shown.listed[0]
    clinic.pacs.unfold(row)
    series = clinic.shown.series[row.key]
    assert series.series == SERIES
    assert set(series.previews) == {"1.1", "1.2"}, "a report has no slice"
    preview = series.previews["1.1"]
    assert preview.pixels is not None
    assert preview.pixels.shape == (64, 64)


def test_series_are_asked_for_once(open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch):
    clinic = open_clinic(two_servers())
    row = clinic.shown.listed[0]
    clinic.pacs.unfold(row)
    monkeypatch.setattr(clinic.hospital, "find_series", lambda *_: pytest.fail("asked again"))
    clinic.pacs.unfold(row)


def test_series_come_from_the_server_that_answers(open_clinic: OpenClinic):
    hospital = Hospital(studies={HOSPITAL.name: [remote("1")], ARCHIVE.name: [remote("1")]})
    clinic = open_clinic(hospital)
    (row,) = clinic.shown.listed
    hospital.problems[HOSPITAL.name] = DOWN
    clinic.pacs.unfold(row)
    assert clinic.shown.series[row.key].server == ARCHIVE.name
    assert clinic.shown.series[row.key].series == SERIES


def test_series_that_no_server_tells_say_why_and_can_be_asked_for_again(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    row = clinic.shown.listed[0]
    clinic.hospital.problems[HOSPITAL.name] = DOWN
    clinic.pacs.unfold(row)
    assert clinic.shown.series[row.key].problem == DOWN
    clinic.hospital.problems.clear()
    clinic.pacs.unfold(row)
    assert clinic.shown.series[row.key].series == SERIES


def test_no_more_slices_are_fetched_than_are_looked_at(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    clinic = open_clinic(two_servers())
    many = tuple(replace(SERIES[0], series_uid=f"5.{number}") for number in range(40))
    monkeypatch.setattr(clinic.hospital, "find_series", lambda *_: many)
    row = clinic.shown.listed[0]
    clinic.pacs.unfold(row)
    assert len(clinic.shown.series[row.key].previews) == PREVIEWS


def test_a_slice_that_cannot_be_had_leaves_the_others(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    clinic = open_clinic(two_servers())
    first = clinic.hospital.preview

    def preview(server, study_uid: str, series_uid: str):
        if series_uid == "1.1":
            raise PacsError("HOSPITAL has no slice of it.")
        return first(server, study_uid, series_uid)

    monkeypatch.setattr(clinic.hospital, "preview", preview)
    row = clinic.shown.listed[0]
    clinic.pacs.unfold(row)
    previews = clinic.shown.series[row.key].previews
    assert previews["1.1"].problem == "HOSPITAL has no slice of it."
    assert previews["1.2"].pixels is not None


# --- Fetch ---------------------------------------------------------------------------------------


def fetched(clinic: Clinic) -> list[str]:
    return [uid for _, uid, _ in clinic.hospital.fetched]


def only_transfer(clinic: Clinic) -> Transfer:
    (transfer,) = clinic.shown.transfers
    return transfer


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The studies of the station's own list that were opened."""
    uids: list[str] = []
    monkeypatch.setattr("station.app.library.Library.open_study", lambda _, uid: uids.append(uid))
    return uids


def test_a_study_is_fetched_marked_and_opened(open_clinic: OpenClinic, opened: list[str]):
    clinic = open_clinic(two_servers())
    clinic.pacs.fetch(clinic.shown.listed[:1], opens=True)
    transfer = only_transfer(clinic)
    assert (transfer.progress, transfer.server) == (Progress.DONE, HOSPITAL.name)
    assert transfer.traffic == Traffic(4, 4, 2_000_000, 0.4)
    assert clinic.shown.listed[0].here is Here.WHOLE
    assert opened == ["1"]


def test_a_study_that_is_here_is_opened_without_fetching(
    open_clinic: OpenClinic, opened: list[str]
):
    clinic = open_clinic(two_servers(here={"1": Here.WHOLE}))
    clinic.pacs.fetch(clinic.shown.listed[:1], opens=True)
    assert (opened, fetched(clinic), clinic.shown.transfers) == (["1"], [], ())


def test_of_several_studies_none_is_opened(open_clinic: OpenClinic, opened: list[str]):
    clinic = open_clinic(two_servers())
    clinic.pacs.fetch(clinic.shown.listed, opens=True)
    assert fetched(clinic) == ["1", "2", "3"]
    assert opened == []


def test_a_few_are_fetched_at_a_time_and_the_others_wait(open_clinic: OpenClinic):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed)
    progress = [one.progress for one in clinic.shown.transfers]
    assert progress == [Progress.RUNNING] * TRANSFERS_AT_ONCE + [Progress.WAITING]
    held.run_all()
    assert {one.progress for one in clinic.shown.transfers} == {Progress.DONE}


def test_one_study_is_not_fetched_twice_at_a_time(open_clinic: OpenClinic, opened: list[str]):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed[:1])
    clinic.pacs.fetch(clinic.shown.listed[:1], opens=True)
    held.run_all()
    assert fetched(clinic) == ["1"]
    assert opened == ["1"], "the second wish was to open it"


def test_series_of_a_study_are_fetched_alone(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers(here={"1": Here.PARTLY}))
    clinic.pacs.fetch(clinic.shown.listed[:1], server=ARCHIVE.name, series_uids=("1.1",))
    assert clinic.hospital.fetched == [(ARCHIVE.name, "1", ("1.1",))]


def test_a_failed_fetch_says_why_and_is_not_opened(open_clinic: OpenClinic, opened: list[str]):
    clinic = open_clinic(two_servers())
    clinic.hospital.problems[HOSPITAL.name] = DOWN
    clinic.pacs.fetch(clinic.shown.listed[:1], opens=True)
    transfer = only_transfer(clinic)
    assert (transfer.progress, transfer.problem) == (Progress.FAILED, DOWN)
    assert opened == []
    assert clinic.state.notice == "", "it is said of the transfer, not over the images"


def test_a_fetch_that_is_not_whole_counts_what_is_missing(
    open_clinic: OpenClinic, opened: list[str]
):
    failures = (Failure("1.1.3", "HOSPITAL is out of resources (A700). Try again later."),)

    def three_of_four(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        watch(Traffic(3, 4, 1_500_000, 0.3))
        return Fetched(4, 3, failures, Path("fetched"), 12)

    clinic = open_clinic(two_servers(on_fetch=three_of_four))
    clinic.pacs.fetch(clinic.shown.listed[:1], opens=True)
    transfer = only_transfer(clinic)
    assert transfer.progress is Progress.FAILED
    assert transfer.problem == (
        "1 of 4 images did not arrive. HOSPITAL is out of resources (A700). Try again later."
    )
    assert opened == []


def test_trying_again_goes_on_with_what_the_ledger_has(open_clinic: OpenClinic):
    def none(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        return Fetched(4, 0, (), Path("fetched"), 12)

    clinic = open_clinic(two_servers(on_fetch=none))
    clinic.pacs.fetch(clinic.shown.listed[:1])
    clinic.pacs.retry(only_transfer(clinic).number)
    assert clinic.hospital.resumed == [12]
    assert only_transfer(clinic).progress is Progress.DONE


def test_trying_again_without_an_entry_in_the_ledger_fetches_again(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    clinic.hospital.problems[HOSPITAL.name] = DOWN
    clinic.pacs.fetch(clinic.shown.listed[:1])
    clinic.hospital.problems.clear()
    clinic.pacs.retry(only_transfer(clinic).number)
    assert fetched(clinic) == ["1", "1"]
    assert only_transfer(clinic).progress is Progress.DONE


def test_fetching_again_replaces_the_try_that_failed(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    clinic.hospital.problems[HOSPITAL.name] = DOWN
    clinic.pacs.fetch(clinic.shown.listed[:1])
    clinic.hospital.problems.clear()
    clinic.pacs.fetch(clinic.shown.listed[:1])
    assert only_transfer(clinic).progress is Progress.DONE


def test_a_waiting_transfer_is_cancelled_at_once_and_a_running_one_when_it_looks_up(
    open_clinic: OpenClinic,
):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed)
    first, _, last = clinic.shown.transfers
    clinic.pacs.cancel(last.number)
    clinic.pacs.cancel(first.number)
    held.run_all()
    progress = [one.progress for one in clinic.shown.transfers]
    assert progress == [Progress.STOPPED, Progress.DONE, Progress.STOPPED]


def test_cancelling_in_the_middle_keeps_how_far_it_came(open_clinic: OpenClinic):
    def stopped(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        watch(Traffic(2, 4, 1_000_000, 0.2))
        clinic.pacs.cancel(only_transfer(clinic).number)
        watch(Traffic(4, 4, 2_000_000, 0.4))
        pytest.fail("it went on")

    clinic = open_clinic(two_servers(on_fetch=stopped))
    clinic.pacs.fetch(clinic.shown.listed[:1])
    assert only_transfer(clinic).progress is Progress.STOPPED


def test_hundreds_of_instances_a_second_are_few_pictures(open_clinic: OpenClinic):
    now = [0.0]

    def many(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        for done in range(1, 1001):
            now[0] += 0.005  # 200 a second
            watch(Traffic(done, 1000, done * 35_000, now[0]))
        return Fetched(1000, 1000, (), Path("fetched"), 3)

    clinic = open_clinic(two_servers(on_fetch=many))
    clinic.pacs._clock = lambda: now[0]
    seen: list[Traffic | None] = []
    clinic.session.changed.connect(
        lambda before, after: (
            seen.append(after.pacs.transfers[0].traffic)
            if before.pacs.transfers is not after.pacs.transfers and after.pacs.transfers
            else None
        )
    )
    clinic.pacs.fetch(clinic.shown.listed[:1])
    assert 15 <= len(set(seen)) <= 25, "four a second for five seconds"
    transfer = only_transfer(clinic)
    assert transfer.traffic == Traffic(1000, 1000, 35_000_000, now[0])


def test_questions_before_and_after_do_not_hide_how_far_a_transfer_came(open_clinic: OpenClinic):
    def asked(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        for traffic in (
            Traffic(0, 0, 0, 0.0),
            Traffic(4, 4, 2_000_000, 0.4),
            Traffic(0, 0, 0, 0.0),
        ):
            watch(traffic)
        return Fetched(4, 4, (), Path("fetched"), 3)

    clinic = open_clinic(two_servers(on_fetch=asked))
    clinic.pacs.fetch(clinic.shown.listed[:1])
    assert only_transfer(clinic).traffic == Traffic(4, 4, 2_000_000, 0.4)


def test_what_has_ended_can_be_taken_off_the_list(open_clinic: OpenClinic):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed[:1])
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed[1:2])
    clinic.pacs.clear()
    assert only_transfer(clinic).study_uid == "2"
    held.run_all()


def test_a_server_that_is_gone_is_named_when_a_transfer_needs_it(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    clinic.pacs.fetch(clinic.shown.listed[:1], server="OLD")
    assert "no longer knows the server OLD" in only_transfer(clinic).problem


def test_the_window_asks_before_transfers_are_interrupted(open_clinic: OpenClinic):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed[:1])
    assert clinic.losses() == (
        "1 transfer from or to PACS is still under way; Station can go on at its next start."
    )
    held.run_all()
    assert clinic.losses() is None


# --- Going on at the next start ------------------------------------------------------------------


def test_what_was_interrupted_is_offered_at_the_start(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers(interrupted=[interrupted(5, "1")]))
    transfer = only_transfer(clinic)
    assert (transfer.progress, transfer.ledger) == (Progress.STOPPED, 5)
    assert transfer.traffic == Traffic(3, 4, 1_500_000, 0.0)
    assert clinic.state.notice == "1 transfer from or to PACS was interrupted."
    assert clinic.state.offer is not None
    assert clinic.state.offer.action == RESUME_ACTION
    clinic.pacs.retry_all()
    assert clinic.hospital.resumed == [5]
    assert only_transfer(clinic).progress is Progress.DONE


def test_what_a_person_cancelled_or_somebody_else_sent_is_not_offered(open_clinic: OpenClinic):
    received = replace(interrupted(6, "2"), kind=Kind.RECEIVED)
    cancelled = interrupted(7, "3", RecordedStage.CANCELLED)
    clinic = open_clinic(two_servers(interrupted=[received, cancelled]))
    assert clinic.shown.transfers == ()
    assert clinic.state.notice == ""


def test_what_was_under_way_when_the_window_was_closed_is_offered_again(
    open_clinic: OpenClinic, station_home: Path
):
    def closed(uid: str, watch: Callable[[Traffic], None]) -> Fetched:
        first.close()
        raise Cancelled

    first = open_clinic(two_servers(on_fetch=closed))
    first.pacs.fetch(first.shown.listed[:1])
    written = (station_home / FILE_NAME).read_text(encoding="utf-8")
    assert "Doe" not in written
    stopped = interrupted(5, "1", RecordedStage.CANCELLED)
    again = open_clinic(two_servers(interrupted=[stopped]))
    assert only_transfer(again).ledger == 5
    again.pacs.retry_all()
    assert again.hospital.resumed == [5]


def test_what_still_waited_when_the_window_was_closed_is_offered_again(open_clinic: OpenClinic):
    held = Held()
    first = open_clinic(two_servers(), held)
    held.run_all()
    first.pacs.fetch(first.shown.listed)
    first.close()
    again = open_clinic(two_servers())
    assert [one.study_uid for one in again.shown.transfers] == ["1", "2", "3"]
    again.pacs.retry_all()
    assert sorted(fetched(again)) == ["1", "2", "3"]
    again.close()
    assert open_clinic(two_servers()).shown.transfers == ()


def test_a_window_that_is_shown_again_begins_nothing_again(open_clinic: OpenClinic):
    held = Held()
    hospital = two_servers(settings=ListenerSettings(on=True))
    clinic = open_clinic(hospital, held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed[:1])
    hospital.interrupted.append(interrupted(5, "1"))
    clinic.pacs.begin()
    assert len(clinic.shown.transfers) == 1
    assert len(held.waiting) == 1, "the fetch alone"
    assert clinic.shown.listener.on
    held.run_all()


def test_servers_that_could_not_be_read_are_read_again_when_they_are_looked_for(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    hospital = two_servers()
    first = hospital.servers

    def gone() -> tuple[Server, ...]:
        raise PacsError("The data folder cannot be read.")

    monkeypatch.setattr(hospital, "servers", gone)
    clinic = open_clinic(hospital)
    assert clinic.shown.problem == "The data folder cannot be read."
    monkeypatch.setattr(hospital, "servers", first)
    clinic.pacs.show_source(Source.STATION)
    clinic.pacs.show_source(Source.PACS)
    assert uids(clinic) == ["1", "2", "3"]


# --- Priors --------------------------------------------------------------------------------------

OPEN = Study("9", Patient("4711", "Doe, Jane"), TODAY)


def with_priors(**facts) -> Hospital:
    return Hospital(
        studies={
            HOSPITAL.name: [
                remote("1", day=date(2025, 3, 1)),
                remote("2", day=date(2024, 3, 1)),
                remote("3", "Doe, John", day=date(2025, 1, 1)),
            ],
            ARCHIVE.name: [remote("1", day=date(2025, 3, 1))],
        },
        **facts,
    )


def offered(clinic: Clinic) -> list[str]:
    priors = clinic.shown.priors
    return [row.study.study_uid for row in priors.listed] if priors else []


def test_earlier_studies_of_the_open_patient_are_offered_and_fetched(open_clinic: OpenClinic):
    clinic = open_clinic(with_priors())
    clinic.session.set(study=OPEN)
    assert offered(clinic) == ["1", "2"]
    clinic.pacs.fetch_priors()
    assert fetched(clinic) == ["1", "2"]
    assert offered(clinic) == []


def test_priors_that_are_here_are_not_offered(open_clinic: OpenClinic):
    clinic = open_clinic(with_priors(here={"1": Here.WHOLE, "2": Here.PARTLY}))
    clinic.session.set(study=OPEN)
    assert offered(clinic) == ["2"]


def test_a_server_that_fails_is_silent_about_priors(open_clinic: OpenClinic):
    clinic = open_clinic(with_priors(problems={ARCHIVE.name: DOWN}))
    clinic.session.set(study=OPEN)
    assert offered(clinic) == ["1", "2"]
    assert clinic.state.notice == ""


def test_priors_are_of_the_study_that_is_open(open_clinic: OpenClinic):
    held = Held()
    clinic = open_clinic(with_priors(), held)
    held.run_all()
    clinic.session.set(study=OPEN)
    clinic.session.set(study=Study("8", Patient("SYN2", "Roe, Richard"), TODAY))
    held.run_all()
    assert offered(clinic) == []


def test_a_reader_who_wants_no_priors_is_offered_none(open_clinic: OpenClinic):
    clinic = open_clinic(with_priors())
    clinic.pacs.want_priors(False)
    clinic.hospital.asked.clear()
    clinic.session.set(study=OPEN)
    assert (clinic.hospital.asked, offered(clinic)) == ([], [])
    clinic.pacs.want_priors(True)
    assert offered(clinic) == ["1", "2"]


def test_priors_that_were_dismissed_stay_away_until_another_study_is_opened(
    open_clinic: OpenClinic,
):
    clinic = open_clinic(with_priors())
    clinic.pacs.search("Doe, Jane")
    clinic.pacs.set_days(Days.ALL)
    clinic.session.set(study=OPEN)
    clinic.pacs.dismiss_priors()
    clinic.pacs.fetch(clinic.shown.listed[:1])
    assert len(fetched(clinic)) == 1
    assert offered(clinic) == []
    clinic.session.set(study=None)
    clinic.session.set(study=OPEN)
    assert len(offered(clinic)) > 0


# --- Blinded reading -----------------------------------------------------------------------------


def test_while_somebody_reads_blinded_no_server_is_asked(open_clinic: OpenClinic):
    clinic = open_clinic(with_priors())
    clinic.pacs.set_days(Days.ALL)
    clinic.pacs.hide(True)
    clinic.hospital.asked.clear()
    clinic.session.set(study=OPEN)
    clinic.pacs.search("Doe")
    assert (clinic.hospital.asked, clinic.shown.listed, offered(clinic)) == ([], (), [])
    clinic.pacs.hide(False)
    assert offered(clinic) == ["1", "2"]
    assert clinic.shown.listed != ()


def test_a_blinded_study_asks_for_no_priors(open_clinic: OpenClinic):
    clinic = open_clinic(with_priors())
    clinic.session.set(blinded=True)
    clinic.hospital.asked.clear()
    clinic.session.set(study=OPEN)
    assert clinic.hospital.asked == []


def test_a_study_fetched_while_somebody_reads_blinded_shows_when_they_are_done(
    open_clinic: OpenClinic, opened: list[str], monkeypatch: pytest.MonkeyPatch
):
    held = Held()
    clinic = open_clinic(two_servers(), held)
    held.run_all()
    clinic.pacs.fetch(clinic.shown.listed[:1], opens=True)
    clinic.pacs.hide(True)
    listings: list[bool] = []
    monkeypatch.setattr(clinic.library, "open_archive", lambda: listings.append(True))
    held.run_all()
    assert (listings, opened, clinic.state.notice) == ([], [], "")
    clinic.pacs.hide(False)
    assert listings == [True]
    assert opened == [], "what was asked for before the reading is not forced on them after it"
    assert clinic.state.notice == "1 study arrived while you were reading."
    held.run_all()


def test_a_study_sent_to_station_meanwhile_shows_when_they_are_done(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    hospital = two_servers(settings=ListenerSettings(on=True))
    clinic = open_clinic(hospital)
    listings: list[bool] = []
    monkeypatch.setattr(clinic.library, "open_archive", lambda: listings.append(True))
    clinic.pacs.hide(True)
    assert hospital.arrived is not None
    hospital.arrived(Arrived("1", "SCANNER", 324, Path("received"), 3))
    assert (listings, clinic.state.notice) == ([], "")
    clinic.pacs.hide(False)
    assert listings == [True]


def test_what_arrives_for_a_blinded_study_shows_when_it_is_blinded_no_more(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    hospital = two_servers(settings=ListenerSettings(on=True))
    clinic = open_clinic(hospital)
    listings: list[bool] = []
    monkeypatch.setattr(clinic.library, "open_archive", lambda: listings.append(True))
    clinic.session.set(blinded=True)
    assert hospital.arrived is not None
    hospital.arrived(Arrived("1", "SCANNER", 324, Path("received"), 3))
    assert (listings, clinic.state.notice) == ([], "")
    clinic.session.set(blinded=False)
    assert listings == [True]
    assert uids(clinic) == ["1", "2", "3"]


# --- Send ----------------------------------------------------------------------------------------


def test_what_was_sent_and_committed_is_done(open_clinic: OpenClinic, tmp_path: Path):
    clinic = open_clinic(two_servers())
    paths = [tmp_path / "a.dcm", tmp_path / "b.dcm"]
    clinic.pacs.send(HOSPITAL.name, paths, "Doe, Jane · 2026-03-10", commit=True)
    assert clinic.hospital.sent == [(HOSPITAL.name, tuple(paths), True)]
    transfer = only_transfer(clinic)
    assert (transfer.way, transfer.progress) == (Way.SEND, Progress.DONE)
    assert transfer.sent == Sent(2, 2, 2, (), 8, asked_to_commit=True)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (Sent(3, 2, 2, (Failure("1", "HOSPITAL took it and does not list it."),), 8), "1 of 3"),
        (Sent(3, 3, 1, (), 8, asked_to_commit=True), "2 of 3 objects were not committed."),
    ],
)
def test_what_is_not_stored_or_not_committed_has_failed(
    open_clinic: OpenClinic, sent: Sent, words: str
):
    clinic = open_clinic(two_servers(on_send=lambda _: sent))
    clinic.pacs.send(HOSPITAL.name, [Path("a.dcm")], "Doe", commit=True)
    transfer = only_transfer(clinic)
    assert transfer.progress is Progress.FAILED
    assert transfer.problem.startswith(words)
    clinic.pacs.retry(transfer.number)
    assert clinic.hospital.resumed == [8]


# --- Servers and the listener --------------------------------------------------------------------


def test_a_new_server_is_kept_with_its_secret_and_asked(open_clinic: OpenClinic):
    clinic = open_clinic(Hospital(known=[]))
    clinic.hospital.warning = "This computer has no keyring: the password is in a file."
    done: list[str] = []
    clinic.pacs.save_server(HOSPITAL, "secret", "", done.append, never)
    assert done == [clinic.hospital.warning]
    assert clinic.shown.servers == (HOSPITAL,)
    assert clinic.hospital.secrets == {HOSPITAL.name: "secret"}
    assert clinic.hospital.asked[-1][0] == HOSPITAL.name


def test_a_name_that_is_taken_is_refused_by_a_sentence(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    problems: list[str] = []
    clinic.pacs.save_server(
        replace(ARCHIVE, name="HOSPITAL"), None, "", never_done, problems.append
    )
    assert problems == ["There is a server HOSPITAL already. Give it another name."]


def never_done(warning: str) -> None:
    pytest.fail("it was done")


def test_a_server_is_changed_renamed_and_removed(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    moved = replace(HOSPITAL, port=4242)
    clinic.pacs.save_server(moved, None, HOSPITAL.name, lambda _: None, never)
    assert clinic.shown.servers == (ARCHIVE, moved)
    renamed = replace(moved, name="WARD")
    clinic.pacs.save_server(renamed, "again", HOSPITAL.name, lambda _: None, never)
    assert clinic.shown.servers == (ARCHIVE, renamed)
    clinic.pacs.remove_server("WARD", never)
    assert clinic.shown.servers == (ARCHIVE,)


def test_the_listener_is_off_until_it_is_switched_on(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers())
    assert not clinic.shown.listener.on
    assert clinic.hospital.arrived is None
    settings = ListenerSettings(on=True, port=11112)
    clinic.pacs.set_listener(settings, lambda: None, never)
    assert clinic.shown.listener.on
    assert clinic.shown.listener.words == "STATION on 127.0.0.1:11112"
    clinic.pacs.set_listener(replace(settings, on=False), lambda: None, never)
    assert not clinic.shown.listener.on
    assert clinic.hospital.stopped == 1


def test_an_arrival_is_listed_and_names_nobody(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    clinic = open_clinic(two_servers(settings=ListenerSettings(on=True)))
    listings: list[bool] = []
    monkeypatch.setattr(clinic.library, "open_archive", lambda: listings.append(True))
    assert clinic.hospital.arrived is not None
    clinic.hospital.arrived(Arrived("1", "SCANNER", 324, Path("received"), 3))
    assert listings == [True]
    assert clinic.state.notice == "A study with 324 images arrived from SCANNER."
    assert clinic.shown.listener.arrivals == 1


def test_an_arrival_covers_no_other_notice(open_clinic: OpenClinic):
    clinic = open_clinic(two_servers(settings=ListenerSettings(on=True)))
    clinic.session.set(notice="The SUV rests on a typed weight.")
    assert clinic.hospital.arrived is not None
    clinic.hospital.arrived(Arrived("1", "SCANNER", 324, Path("received"), 3))
    assert clinic.state.notice == "The SUV rests on a typed weight."


def test_a_listener_whose_port_is_taken_says_so_and_is_off(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch
):
    hospital = two_servers(settings=ListenerSettings(on=True))

    def taken(*_: object) -> None:
        raise PacsError("Port 11112 is taken. Choose another.")

    monkeypatch.setattr(hospital, "listen", taken)
    clinic = open_clinic(hospital)
    assert not clinic.shown.listener.on
    assert clinic.shown.listener.words == "Port 11112 is taken. Choose another."
    assert clinic.shown.servers == (HOSPITAL, ARCHIVE)


# --- What is remembered --------------------------------------------------------------------------


def test_choices_are_remembered_and_words_never(open_clinic: OpenClinic, station_home: Path):
    clinic = open_clinic(two_servers())
    clinic.pacs.search("Doe, Jane")
    clinic.pacs.tick_server(ARCHIVE.name, False)
    clinic.pacs.set_days(Days.WEEK)
    clinic.pacs.set_modality("")
    clinic.close()
    written = (station_home / FILE_NAME).read_text(encoding="utf-8")
    assert "Doe" not in written
    again = open_clinic(two_servers(), begin=False)
    shown = again.shown
    assert (shown.source, shown.days, shown.modality) == (Source.PACS, Days.WEEK, "")
    assert shown.left_out == {ARCHIVE.name}
    assert shown.words == ""


def test_damaged_settings_count_as_none(open_clinic: OpenClinic, station_home: Path):
    values = {"pacs_source": "moon", "pacs_days": 7, "pacs_left_out": ["x"], "pacs_priors": "no"}
    (station_home / FILE_NAME).write_text(json.dumps(values), encoding="utf-8")
    clinic = open_clinic(two_servers(), begin=False)
    fresh = Pacs()
    shown = clinic.shown
    assert (shown.source, shown.days, shown.priors_wanted) == (fresh.source, fresh.days, True)


def test_a_bug_is_shown_as_one(
    open_clinic: OpenClinic, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    clinic = open_clinic(two_servers())
    monkeypatch.setattr(clinic.hospital, "find_studies", lambda *_: 1 / 0)
    clinic.pacs.search("Doe")
    assert [failure.details is None for failure in clinic.bugs] == [False, False]
    clinic.bugs.clear()
