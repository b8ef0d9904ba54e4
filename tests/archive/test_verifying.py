"""Attacks on the record that have to be noticed, and what has to be said about it."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from station.archive import schema
from station.archive.audit import TIMESTAMPED, Pen, canonical
from station.archive.database import FILE_NAME
from station.archive.readings import ReaderSitting, ReaderStudies, open_reader_studies
from station.archive.readings.accounts import Account
from station.archive.signing import Signer, set_hash
from station.reading.readings import Question, ReadingError
from station.reading.worklist import Case, Side
from tests.archive.attacks import (
    add_as,
    as_before_signatures,
    rewritten,
    row_of,
    unguarded,
    without_seals,
)
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    STUDY,
    Clock,
    agree,
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    read_one,
    reader,
    signed,
)

ITO, MORI = READERS


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def studies(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> ReaderStudies:
    """A study of two cases; one reader has read one image."""
    quick(monkeypatch)
    studies = made(station_home, new_study(tmp_path / "images", cases=2), clock)
    read_one(reader(studies))
    return studies


def broken(studies: ReaderStudies) -> str:
    """Why the record is broken."""
    found = studies.verify().broken
    assert found is not None
    return found.sentence


def id_of(studies: ReaderStudies) -> str:
    return reader(studies)._study.id


def next_code(studies: ReaderStudies, name: str) -> str:
    case = reader(studies, name).next()
    assert isinstance(case, Case)
    return case.code


def an_answer(studies: ReaderStudies, whose: str) -> dict[str, Any]:
    return {
        "study": id_of(studies),
        "reader": whose,
        "code": next_code(studies, whose),
        "side": "",
        "question": "quality",
        "value": "5",
    }


# -- signing for another ---------------------------------------------------------------------------


def test_every_entry_of_somebody_who_was_signed_in_is_signed(
    studies: ReaderStudies, station_home: Path
) -> None:
    verdict = studies.verify()
    assert verdict.broken is None
    assert verdict.cautions == ()
    assert verdict.signed == verdict.entries
    unsigned = row_of(
        station_home, "SELECT count(*) AS n FROM reading_audit WHERE signature IS NULL"
    )
    assert unsigned == {"n": 0}


def test_an_answer_added_without_a_key_is_noticed(studies: ReaderStudies) -> None:
    add_as(studies, schema.reading_answers, an_answer(studies, MORI), MORI)
    assert broken(studies).endswith("is not signed: it was written past Station.")


def test_an_answer_signed_with_another_key_is_noticed(studies: ReaderStudies) -> None:
    add_as(studies, schema.reading_answers, an_answer(studies, MORI), MORI, Signer.new(MORI))
    assert broken(studies).endswith(
        f"was not signed by {MORI}: the signature does not fit their key."
    )


def test_a_reader_cannot_answer_for_another_with_their_own_key(studies: ReaderStudies) -> None:
    ito = reader(studies)._account.signer
    add_as(studies, schema.reading_answers, an_answer(studies, MORI), ITO, ito)
    assert broken(studies).endswith(f"is not something that {ITO} could have done (reader).")


def test_the_coordinator_cannot_answer_for_a_reader(studies: ReaderStudies) -> None:
    follows = coordinator(studies)._account.signer
    add_as(studies, schema.reading_answers, an_answer(studies, MORI), COORDINATOR, follows)
    assert "could have done (coordinator)" in broken(studies)


@pytest.mark.parametrize("kind", ["unlocked", "key opened", "reopened", "washout waived"])
def test_a_reader_cannot_do_what_the_coordinator_does(studies: ReaderStudies, kind: str) -> None:
    ito = reader(studies)._account.signer
    content = canonical({"set": ITO, "session": 2})
    row = {"study": id_of(studies), "who": ITO, "kind": kind, "content": content, "reason": "x"}
    add_as(studies, schema.reading_events, row, ITO, ito, kind)
    assert "could have done (reader)" in broken(studies)


def test_a_sitting_in_another_s_name_writes_nothing(studies: ReaderStudies) -> None:
    """With the program's own classes, and any key but theirs."""
    known = reader(studies)._study
    row = row_of(
        studies.home, f"SELECT id FROM reading_people WHERE name = '{MORI}' ORDER BY id DESC"
    )
    forged = ReaderSitting(
        studies._record, known, Account(row["id"], "reader", Signer.new(MORI), one_time=False)
    )
    with pytest.raises(ReadingError, match="this sitting has ended"):
        forged.next()
    with pytest.raises(ReadingError, match="this sitting has ended"):
        forged.answer(next_code(studies, MORI), Question(Side.ONLY, "quality"), 5)
    assert studies.verify().broken is None


def test_a_key_put_in_the_place_of_a_reader_s_is_noticed(studies: ReaderStudies) -> None:
    """Whoever can write the file gives the reader another key and password, and signs with it."""
    forger = Signer.new(MORI)
    row = row_of(studies.home, f"SELECT * FROM reading_people WHERE name = '{MORI}'") | {
        "public_key": forger.public,
        "signing_key": forger.wrapped("a password of my own", id_of(studies)),
    }
    del row["id"]
    add_as(studies, schema.reading_people, row, MORI, forger, "set a password")
    assert "was not signed by Dr. Mori" in broken(studies)


def test_a_reader_cannot_give_another_a_key(studies: ReaderStudies) -> None:
    ito, forger = reader(studies)._account.signer, Signer.new(MORI)
    row = row_of(studies.home, f"SELECT * FROM reading_people WHERE name = '{MORI}'") | {
        "public_key": forger.public,
        "one_time": "1",
    }
    del row["id"]
    add_as(studies, schema.reading_people, row, ITO, ito, "set a password")
    assert "could have done (reader)" in broken(studies)


def test_a_coordinator_cannot_give_a_reader_a_key_that_stays(studies: ReaderStudies) -> None:
    follows, forger = coordinator(studies)._account.signer, Signer.new(MORI)
    row = row_of(studies.home, f"SELECT * FROM reading_people WHERE name = '{MORI}'") | {
        "public_key": forger.public
    }
    del row["id"]
    add_as(studies, schema.reading_people, row, COORDINATOR, follows, "set a password")
    assert "could have done (coordinator)" in broken(studies)


def test_who_reset_a_password_cannot_read_with_it(studies: ReaderStudies) -> None:
    """The coordinator knows the one-time password: what is signed with its key is noticed."""
    coordinator(studies).set_password(MORI, "four grey owls sleep", "forgotten")
    mori = studies.sign_in(STUDY, MORI, "four grey owls sleep")
    with pytest.raises(ReadingError, match="Change it first"):
        mori.draft("x") if isinstance(mori, ReaderSitting) else None
    row = an_answer(studies, ITO) | {"reader": MORI}
    add_as(studies, schema.reading_answers, row, MORI, mori._account.signer)
    assert "could have done (reader)" in broken(studies)


def test_a_forged_final_signature_is_noticed(studies: ReaderStudies) -> None:
    read_all(reader(studies))
    known = reader(studies)._study
    content = {"set": ITO, "readings": 4, "sha256": "0" * 64, "meaning": "", "signatures": []}
    row = {
        "study": known.id,
        "who": ITO,
        "kind": "signed",
        "content": canonical(content),
        "reason": "",
    }
    add_as(studies, schema.reading_events, row, ITO, action="signed")
    assert "is not signed" in broken(studies)


def test_a_final_signature_names_person_time_meaning_and_hash(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    event = row_of(studies.home, "SELECT * FROM reading_events WHERE kind = 'signed'")
    content = json.loads(event["content"])
    (one,) = content["signatures"]
    assert (one["name"], one["at"]) == (ITO, event["happened_at"])
    assert content["meaning"].startswith("I read these images myself")
    assert len(content["sha256"]) == 64
    assert studies.verify().broken is None


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("sha256", "0" * 64, "signs other answers than those on record"),
        ("meaning", "I looked at some of them.", "holds a signature that is not that of Dr. Ito"),
        ("readings", 3, "holds a signature that is not that of Dr. Ito"),
        ("signatures", [], "holds no final signature"),
    ],
)
def test_a_changed_final_signature_is_noticed_even_signed_as_an_entry(
    studies: ReaderStudies, name: str, value: object, says: str
) -> None:
    session = reader(studies)
    read_all(session)
    session.sign(PASSWORDS[ITO])
    event = row_of(studies.home, "SELECT * FROM reading_events WHERE kind = 'signed'")
    del event["id"]
    event["content"] = canonical(json.loads(event["content"]) | {name: value})
    coordinator(studies).reopen(ITO, "so that it is signed again")
    add_as(studies, schema.reading_events, event, ITO, session._account.signer, "signed")
    assert says in broken(studies)


def test_a_signature_does_not_fit_another_time(studies: ReaderStudies, clock: Clock) -> None:
    session = reader(studies)
    read_all(session)
    session.sign(PASSWORDS[ITO])
    event = row_of(studies.home, "SELECT * FROM reading_events WHERE kind = 'signed'")
    del event["id"]
    coordinator(studies).reopen(ITO, "so that it is signed again")
    clock.later(hours=1)
    add_as(studies, schema.reading_events, event, ITO, session._account.signer, "signed")
    assert "from another time" in broken(studies)


# -- going back ------------------------------------------------------------------------------------


def test_an_older_file_is_noticed_after_later_writes_too(
    studies: ReaderStudies, station_home: Path
) -> None:
    """One failed sign-in, and whatever follows, does not silence the witness."""
    studies.close()
    older = (station_home / FILE_NAME).read_bytes()
    head = studies.verify().head
    read_all(reader(studies))
    studies.close()
    (station_home / FILE_NAME).write_bytes(older)
    assert studies.verify().head == head
    with pytest.raises(ReadingError):
        studies.sign_in(STUDY, ITO, "something wrong")
    assert "older or other archive" in broken(studies)
    read_all(reader(studies))
    read_all(reader(studies, MORI))
    assert studies.verify().entries > 40
    assert "older or other archive" in broken(studies)


def test_an_older_copy_of_the_whole_data_folder_is_noticed(
    studies: ReaderStudies, station_home: Path, tmp_path: Path
) -> None:
    """The witness is not in there."""
    studies.close()
    shutil.copytree(station_home, tmp_path / "older")
    head = reader(studies).name and studies.verify().head
    studies.close()
    shutil.rmtree(station_home)
    shutil.copytree(tmp_path / "older", station_home)
    assert "older or other archive" in broken(studies)
    assert head not in {studies.verify().head}


def test_going_back_with_the_witness_too_is_noticed_by_a_hash_written_down(
    studies: ReaderStudies, station_home: Path
) -> None:
    studies.close()
    witness = studies._record.witness.path
    older, remembered = (station_home / FILE_NAME).read_bytes(), witness.read_bytes()
    read_all(reader(studies))
    head = studies.verify().head
    studies.close()
    (station_home / FILE_NAME).write_bytes(older)
    witness.write_bytes(remembered)
    assert studies.verify().broken is None
    found = studies.verify(head).broken
    assert found is not None
    assert f"No entry has the hash {head}" in found.sentence


def test_a_tail_cut_off_with_its_rows_is_noticed(
    studies: ReaderStudies, station_home: Path
) -> None:
    def cut(entries: list[dict[str, Any]]) -> None:
        del entries[-1]

    last = row_of(station_home, "SELECT * FROM reading_audit ORDER BY number DESC LIMIT 1")
    table, _, id_ = last["subject"].partition("/")
    rewritten(station_home, cut)
    with unguarded(station_home) as connection:
        connection.execute(f"DELETE FROM {table} WHERE id = {id_}")
    assert "it was cut off" in broken(studies)


def test_another_record_in_the_place_is_noticed(
    studies: ReaderStudies, station_home: Path, tmp_path: Path
) -> None:
    studies.close()
    shutil.rmtree(station_home)
    another = made(station_home, new_study(tmp_path / "others", cases=1))
    assert "other archive was put in its place" in broken(another)
    another.close()


def test_a_witness_that_is_gone_is_said_now_and_ever_after(studies: ReaderStudies) -> None:
    studies._record.witness.path.unlink()
    assert any("There is no witness" in line for line in studies.verify().cautions)
    reader(studies)
    verdict = studies.verify()
    assert verdict.broken is None
    assert [line for line in verdict.cautions if "began a witness" in line]


# -- guards ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "body"),
    [("", "SELECT 1"), ("WHEN 0", "SELECT RAISE(ABORT, 'readings is append-only')")],
)
def test_a_guard_of_the_same_name_that_guards_nothing_is_noticed(
    studies: ReaderStudies, station_home: Path, condition: str, body: str
) -> None:
    hollow = (
        f"CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings {condition} BEGIN {body}; END"
    )
    with closing(sqlite3.connect(station_home / FILE_NAME)) as connection:
        connection.execute("DROP TRIGGER readings_no_update")
        connection.execute(hollow)
        connection.commit()
    assert broken(studies) == (
        "The database no longer refuses changes: the trigger readings_no_update is gone or changed."
    )


def test_a_trigger_that_swallows_what_is_added_is_noticed(
    studies: ReaderStudies, station_home: Path
) -> None:
    with closing(sqlite3.connect(station_home / FILE_NAME)) as connection:
        connection.execute(
            "CREATE TRIGGER helper BEFORE INSERT ON READINGS BEGIN SELECT RAISE(IGNORE); END"
        )
        connection.commit()
    assert broken(studies).endswith("the trigger helper on READINGS is not Station's.")


# -- out of turn: with one's own password, past Station --------------------------------------------


def a_reading(studies: ReaderStudies, whose: str, code: str, revision: int) -> dict[str, Any]:
    """The answers that are on record, as another revision of `code`."""
    kept = row_of(
        studies.home,
        f"SELECT * FROM readings WHERE reader = '{whose}' ORDER BY code = '{code}' DESC",
    )
    del kept["id"]
    return kept | {"code": code, "revision": revision}


def codes(studies: ReaderStudies, whose: str) -> list[str]:
    return [own.code for own in reader(studies, whose).own()]


def test_a_score_changed_after_the_own_signature_is_noticed(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    code, ito = codes(studies, ITO)[0], reader(studies)._account.signer
    add_as(studies, schema.readings, a_reading(studies, ITO, code, 2), ITO, ito)
    assert broken(studies).endswith(
        f"was made after the signature. The set of {ITO} was final: it was written past Station."
    )


def test_a_score_changed_after_the_lock_is_noticed(studies: ReaderStudies) -> None:
    """By a reader who never signed, when the key may be known."""
    code, ito = codes(studies, ITO)[0], reader(studies)._account.signer
    coordinator(studies).lock(PASSWORDS[COORDINATOR], "stopped")
    assert studies.verify().broken is None
    add_as(studies, schema.readings, a_reading(studies, ITO, code, 2), ITO, ito)
    assert "while the study was locked" in broken(studies)


def test_what_is_scored_after_an_unlock_or_a_reopening_is_as_it_should_be(
    studies: ReaderStudies,
) -> None:
    signed(studies, ITO)
    follows = coordinator(studies)
    follows.lock(PASSWORDS[COORDINATOR], "stopped")
    follows.unlock("went on")
    follows.reopen(ITO, "a slip")
    signed(studies, MORI)
    signed(studies, ITO)
    assert studies.verify().broken is None


def test_a_withdrawn_reader_who_scores_on_is_noticed(studies: ReaderStudies) -> None:
    ito, row = reader(studies)._account.signer, an_answer(studies, ITO)
    coordinator(studies).withdraw(ITO, "left")
    add_as(studies, schema.reading_answers, row, ITO, ito)
    assert f"after {ITO} was withdrawn" in broken(studies)


@pytest.mark.parametrize("revision", [0, 3])
def test_a_revision_out_of_order_is_noticed(studies: ReaderStudies, revision: int) -> None:
    """Number 0 would be taken for the first score by nobody, 3 would hide that 2 was never made."""
    code, ito = codes(studies, ITO)[0], reader(studies)._account.signer
    add_as(studies, schema.readings, a_reading(studies, ITO, code, revision), ITO, ito)
    assert f"is revision {revision} after 1" in broken(studies)


def test_an_answer_to_a_case_of_another_s_list_is_noticed(studies: ReaderStudies) -> None:
    code, ito = next_code(studies, MORI), reader(studies)._account.signer
    add_as(studies, schema.readings, a_reading(studies, ITO, code, 1), ITO, ito)
    assert f"is of {code}, which is not on that list" in broken(studies)


@pytest.mark.parametrize("whose", [ITO, MORI])
def test_sealed_answers_that_were_copied_or_replayed_are_noticed(
    studies: ReaderStudies, whose: str
) -> None:
    """A reader signs as their own what they cannot open, or an answer of theirs to another case."""
    read_one(reader(studies, MORI))
    ito = reader(studies)._account.signer
    row = a_reading(studies, whose, "", 1) | {"reader": ITO, "code": next_code(studies, ITO)}
    add_as(studies, schema.readings, row, ITO, ito)
    assert "holds the sealed answers of readings/" in broken(studies)


def test_a_revised_repeat_is_noticed(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    protocol = replace(PROTOCOL, repeats=1)
    studies = made(station_home, new_study(tmp_path / "images", protocol, cases=2))
    read_all(reader(studies))
    code = row_of(
        station_home, f"SELECT code FROM reading_items WHERE kind = 'repeat' AND reader = '{ITO}'"
    )["code"]
    ito = reader(studies)._account.signer
    add_as(studies, schema.readings, a_reading(studies, ITO, code, 2), ITO, ito)
    assert "revises a hidden repeat" in broken(studies)


def test_a_signature_under_half_a_set_is_noticed(studies: ReaderStudies) -> None:
    sitting = reader(studies)
    sitting._write(lambda pen: sitting._sign(pen, 1, "x", [sitting._account.signer]))
    assert broken(studies).endswith("3 cases were not read.")


def test_a_consensus_that_one_reader_signs_alone_is_noticed(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    signed(studies, MORI, lambda _image, _criterion: 5)
    with_both = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    agree(with_both)
    ito = with_both._account.signer
    with_both._write(lambda pen: with_both._sign(pen, 4, "x", [ito]))
    assert broken(studies).endswith(f"lacks the final signature of {MORI}.")


# -- clocks ----------------------------------------------------------------------------------------


def test_a_clock_that_was_set_back_is_said(studies: ReaderStudies, clock: Clock) -> None:
    clock.later(days=-3)
    read_one(reader(studies))
    verdict = studies.verify()
    assert verdict.broken is None
    (caution,) = verdict.cautions
    assert "3 days, 0:00:00 earlier than the one before it" in caution
    assert "went back" in caution


def test_clocks_that_differ_by_a_second_are_not(studies: ReaderStudies, clock: Clock) -> None:
    clock.later(seconds=-1)
    read_one(reader(studies))
    assert studies.verify().cautions == ()


# -- from before there were signatures -------------------------------------------------------------


@pytest.fixture
def older(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> ReaderStudies:
    """A study of two cases, of which one reader has read an image; nothing in it is signed."""
    quick(monkeypatch)
    with without_seals(monkeypatch):
        studies = made(station_home, new_study(tmp_path / "images", cases=2), clock)
    read_one(reader(studies))
    studies.close()
    as_before_signatures(station_home)
    studies._record.witness.path.unlink()
    return open_reader_studies(station_home)


def test_an_archive_from_before_signatures_is_read_on_and_said_to_be_unsigned(
    older: ReaderStudies,
) -> None:
    before = older.verify()
    assert before.broken is None
    assert before.signed == 0
    assert f"{before.entries} entries up to entry {before.entries}" in before.cautions[0]
    assert "unsigned" in before.cautions[0]
    signed(older, ITO)
    verdict = older.verify()
    assert verdict.broken is None
    assert verdict.signed == verdict.entries - before.entries - 1  # the witness's own is unsigned
    assert f"The signing key of {ITO}" in verdict.cautions[1]


def test_what_is_added_unsigned_to_such_an_archive_later_is_noticed(older: ReaderStudies) -> None:
    reader(older)
    add_as(older, schema.reading_answers, an_answer(older, MORI), MORI)
    assert "is not signed" in broken(older)


def test_a_locked_study_from_before_keeps_its_key(older: ReaderStudies) -> None:
    session = coordinator(older)
    session.lock(PASSWORDS[COORDINATOR], "a test")
    assert len(session.locked_key().entries) == 4
    assert older.verify().broken is None


def test_the_time_between_entries_is_what_the_clock_said(
    studies: ReaderStudies, clock: Clock
) -> None:
    clock.later(hours=2)
    session = coordinator(studies)
    entries = session.history()
    assert entries[-1].at - entries[-2].at == timedelta(hours=2)
    assert entries[-1].server_at is None


# -- past Station, and signed ----------------------------------------------------------------------


def an_event(studies: ReaderStudies, kind: str, content: str) -> dict[str, Any]:
    return {"study": id_of(studies), "who": ITO, "kind": kind, "content": content, "reason": ""}


@pytest.mark.parametrize(
    "content",
    [
        '{"set":"Dr. Ito","signatures":[{}],"sha256":"SET"}',
        '{"set":"Dr. Ito","signatures":"abc","sha256":"SET"}',
        '{"set":"Dr. Ito","signatures":[[]],"sha256":"SET"}',
        '{"set":["Dr. Ito"]}',
        "nonsense",
        "[" * 100_000 + "]" * 100_000,
    ],
    ids=["no name", "no list", "no signature", "no set", "no JSON", "too deep"],
)
def test_an_event_of_nonsense_is_named_and_stops_no_check(
    studies: ReaderStudies, content: str
) -> None:
    session = reader(studies)
    read_all(session)
    with session._reading() as connection:
        latest = session._latest(connection)
    answers = set_hash({code: row["answers"] for code, row in latest.items()})
    row = an_event(studies, "signed", content.replace("SET", answers))
    add_as(studies, schema.reading_events, row, ITO, session._account.signer, "signed")
    assert "Entry" in broken(studies)


@pytest.mark.parametrize(
    "content",
    [None, 3, {"number": 1, "hash": "zz", "token": ""}, {"number": [], "hash": "0" * 64}],
)
def test_a_timestamp_of_nonsense_is_named_and_stops_no_check(
    studies: ReaderStudies, content: object
) -> None:
    ito = reader(studies)

    def work(pen: Pen) -> None:
        pen.note(ito._study.id, TIMESTAMPED, ITO, content)

    studies._record.write(work, ito._account.signer)
    assert "is not a timestamp of entry" in broken(studies)
    assert "is not a timestamp of entry" in coordinator(studies).study_log().whole


@pytest.mark.parametrize("table", [schema.readings, schema.reading_answers])
def test_an_answer_that_is_not_sealed_is_noticed(
    studies: ReaderStudies, table: schema.Table
) -> None:
    """Everybody who can read the file would see it."""
    code, ito = next_code(studies, ITO), reader(studies)._account.signer
    row = a_reading(studies, ITO, code, 1) | {"answers": "[]"}
    if table is schema.reading_answers:
        row = an_answer(studies, ITO)
    add_as(studies, table, row, ITO, ito)
    assert broken(studies).endswith(
        "is not sealed, so that everybody could read it: it was written past Station."
    )


def test_a_case_read_out_of_order_is_noticed(studies: ReaderStudies) -> None:
    """Both images of a case one after the other show which is which."""
    session = reader(studies)
    with session._reading() as connection:
        items = session._items(connection)
    row = a_reading(studies, ITO, items[-1].code, 1) | {"answers": "sealed:AAAA"}
    add_as(studies, schema.readings, row, ITO, session._account.signer)
    assert f"is of {items[-1].code}, when {items[1].code} was to be read" in broken(studies)


def test_an_answer_that_is_dated_back_is_noticed(studies: ReaderStudies) -> None:
    """The clock of the entry is right, that of the reading says it was before the unlock."""
    code, ito = next_code(studies, ITO), reader(studies)._account.signer
    row = a_reading(studies, ITO, code, 1) | {"answers": "sealed:AAAA"}
    add_as(studies, schema.readings, row, ITO, ito, at="2026-11-19T09:00:00.000000+00:00")
    assert "holds another time than its own (2026-11-19T09:00:00" in broken(studies)


def washed_out(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> ReaderStudies:
    """Two sessions with 14 days between them, of which one reader has read the first."""
    quick(monkeypatch)
    protocol = replace(PROTOCOL, washout_days=14)
    studies = made(home, new_study(tmp_path / "images", protocol, cases=2), clock)
    session = reader(studies)
    while isinstance(session.next(), Case):
        read_one(session)
    return studies


def test_a_washout_that_was_not_waited_for_is_noticed(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    studies = washed_out(tmp_path, station_home, monkeypatch, clock)
    clock.later(hours=1)
    session = reader(studies)
    with session._reading() as connection:
        item = next(one for one in session._items(connection) if one.session == 2)
    row = a_reading(studies, ITO, item.code, 1) | {"answers": "sealed:AAAA"}
    add_as(studies, schema.readings, row, ITO, session._account.signer)
    assert broken(studies).endswith(
        f"begins session 2 of {ITO} after 1:00:00, where the protocol has 14 days: it was written "
        f"past Station."
    )


def test_a_washout_that_was_waited_for_or_waived_is_as_it_should_be(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    studies = washed_out(tmp_path, station_home, monkeypatch, clock)
    clock.later(hours=1)
    coordinator(studies).waive_washout(ITO, "a conference")
    read_one(reader(studies))
    while isinstance(reader(studies, MORI).next(), Case):
        read_one(reader(studies, MORI))
    clock.later(days=14)
    read_one(reader(studies, MORI))
    assert studies.verify().broken is None


def test_a_clock_set_on_to_pass_a_washout_and_back_again_is_said(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    studies = washed_out(tmp_path, station_home, monkeypatch, clock)
    clock.later(days=14)
    read_one(reader(studies))
    clock.later(days=-14)
    reader(studies, MORI)
    (caution,) = studies.verify().cautions
    assert "14 days, 0:00:00 earlier than the one before it" in caution


def test_a_consensus_that_begins_before_all_have_signed_is_noticed(
    studies: ReaderStudies,
) -> None:
    """A reader would learn how others scored, and read on."""
    ito = reader(studies)._account.signer
    row = row_of(studies.home, f"SELECT * FROM reading_items WHERE reader = '{ITO}'")
    del row["id"]
    row |= {"reader": "", "code": "ZZZZ"}
    add_as(studies, schema.reading_items, row, ITO, ito, "put on the list of the consensus")
    assert "lets the consensus begin before all have signed" in broken(studies)


def test_what_is_signed_after_a_reset_is_said_to_be(studies: ReaderStudies) -> None:
    """The coordinator knew the password with which the next one was chosen."""
    old = reader(studies, MORI)
    coordinator(studies).set_password(MORI, "four grey owls sleep", "forgotten")
    with pytest.raises(ReadingError, match="this sitting has ended"):
        read_one(old)
    impostor = studies.sign_in(STUDY, MORI, "four grey owls sleep")
    assert isinstance(impostor, ReaderSitting)
    impostor.change_password("four grey owls sleep", "five brown bears swim")
    read_all(impostor)
    assert f"{COORDINATOR} reset my password on 2026-11-20" in impostor.meaning
    impostor.sign("five brown bears swim")
    (caution,) = studies.verify().cautions
    assert caution.startswith(
        f"{COORDINATOR} set a new password of {MORI} on 2026-11-20 (entry 22: forgotten)."
    )
    assert "4 readings, 1 final signature. Have Dr. Mori confirm them." in caution
    event = row_of(studies.home, "SELECT * FROM reading_events WHERE kind = 'signed'")
    assert "reset my password" in json.loads(event["content"])["meaning"]
    log = coordinator(studies).study_log()
    said = [line.what for line in log.lines]
    assert any("With a key of after Dr. Sato had reset the password" in what for what in said)
    row = a_reading(studies, MORI, "x", 2)
    add_as(studies, schema.readings, row, MORI, old._account.signer)
    assert "does not fit their key" in broken(studies), "the key of before signs nothing"
