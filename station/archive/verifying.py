"""Whether the record is what was written: its chain, its rows, its signatures, its end.

What makes the record *broken* cannot come from Station: an entry or row that was changed, taken
away or added past it, a signature that is missing or not that of the person named, an end that was
cut off, a guard that no longer guards. What an auditor has to know and judge is a *caution*: clocks
that disagree or went back, a witness that is missing, what was written before there were
signatures.
"""

import sqlite3
from collections import deque
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from station.archive import schema
from station.archive.audit import (
    BEFORE_THE_FIRST,
    NOT_SIGNED,
    TIMESTAMPED,
    WITNESS_BEGAN,
    Record,
    Row,
    canonical,
    content_of,
    covered,
    hash_of,
    signed_text,
    stored_rows,
)
from station.archive.roles import open_doors
from station.archive.sealing import SEALED
from station.archive.signing import set_hash, signature_text, signed_by
from station.archive.timestamps import CA_VARIABLE, checked
from station.archive.witness import Seen, Witness
from station.errors import ArchiveError
from station.pet.words import count_of
from station.reading.protocol import StudyRole

TIMES = {
    "reading_studies": "created_at",
    "reading_people": "added_at",
    "reading_answers": "given_at",
    "readings": "confirmed_at",
    "reading_events": "happened_at",
}
"""Table → the column that holds when its row was added"""
EVENT_HOLDS = {
    "practised": {"set", "cases"},
    "signed": {"set", "readings"},
    "looked again": {"set", "code"},
    "reopened": {"set"},
    "withdrawn": {"set"},
    "washout waived": {"set", "session"},
    "locked": {"unsigned"},
}
"""Kind of an event → what its content cannot be without"""
SEALED_COLUMNS = {"readings": "answers", "reading_answers": "value"}
LINK = {"number", "previous", "hash"}
CLOCKS_AGREE = timedelta(seconds=2)
"""Stations whose clocks a time server sets differ by less"""
SERVER_AGREES = timedelta(seconds=60)
"""Between a station's clock and the server's; a slow network takes its part"""
NOT_STATION_S = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
"""What going through an entry raises whose content is not of the shape that Station gives it"""
NOT_STATION_S_WORDS = "holds what Station does not write: it was written past Station."
A_DAY = timedelta(days=1)
MOVED = timedelta(hours=14)
"""How far the days of two places may be apart: a washout is counted in the reader's days"""
MOST_CAUTIONS = 5
"""Of one kind that are listed; the rest are counted"""


@dataclass(frozen=True)
class Broken:
    """The first place where the record is not what was written."""

    number: int
    """Of the entry in the trail"""
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """What `verify` found."""

    entries: int
    head: str
    """Hash of the last entry: written down elsewhere it proves later that nothing was cut off"""
    broken: Broken | None
    cautions: tuple[str, ...] = ()
    """Sentences"""
    signed: int = 0
    """Entries whose signature was checked"""
    timestamps: tuple[str, ...] = ()
    """Sentences: what a server outside said of an entry"""


def verify(record: Record, known: str | None = None) -> Verdict:
    """Read everything and find the first link that is not what was written.

    `known`: the hash of an entry, written down earlier, which has to be there. Raises ArchiveError
    where a shared server does not answer.
    """
    shared = record.database.shared
    try:
        with record.reading() as connection, _any_text(connection):
            return _verdict(connection, record.witness, known, shared)
    except ArchiveError as error:
        if shared or not isinstance(error.__cause__, (DBAPIError, ValueError)):
            raise
        return Verdict(0, "", Broken(0, f"The record cannot be read: {error}"))


def _text_as_it_is(content: bytes) -> str:
    return content.decode(errors="surrogateescape")


@contextmanager
def _any_text(connection: Connection) -> Generator[None, None, None]:
    """SQLite's texts as they are, even where a changed byte made them invalid."""
    file = connection.connection.dbapi_connection
    if not isinstance(file, sqlite3.Connection):
        yield
        return
    before = file.text_factory
    file.text_factory = _text_as_it_is
    try:
        yield
    finally:
        file.text_factory = before


def _verdict(connection: Connection, witness: Witness, known: str | None, shared: bool) -> Verdict:
    entries = stored_rows(connection, schema.audit, "number")
    chain = _broken_chain(entries)
    row = _broken_row(connection, entries)
    cut, unwitnessed = _cut_off(entries, witness)
    checks = [chain, row, cut, _without(entries, known), _unguarded(connection, len(entries))]
    signatures = _Signatures()
    if chain is None and row is None:
        # What is signed is read from the entries: only where they are what was written.
        checks.append(signatures.broken(entries))
    stamps = _Timestamps(entries, entries)
    checks.append(stamps.broken)
    broken = [check for check in checks if check is not None]
    last = entries[-1]["hash"] if entries else BEFORE_THE_FIRST
    first = min(broken, key=lambda check: check.number, default=None)
    cautions = (*signatures.cautions(), *unwitnessed, *_clocks(entries), *stamps.cautions)
    return Verdict(
        len(entries), str(last), first, cautions, signatures.signed, tuple(stamps.sentences)
    )


def verify_trail(entries: Sequence[Row]) -> Verdict:
    """The same of a trail without its tables: its chain, its signatures, its timestamps.

    Of entries that `left_out` made nothing but the link is checked.
    """
    here = [entry for entry in entries if not is_left_out(entry)]
    signatures, stamps = _Signatures(), _Timestamps(entries, here)
    checks = (_broken_chain(entries), signatures.broken(here), stamps.broken)
    broken = [check for check in checks if check is not None]
    last = entries[-1]["hash"] if entries else BEFORE_THE_FIRST
    cautions = (*signatures.cautions(), *_clocks(here), *stamps.cautions)
    first = min(broken, key=lambda check: check.number, default=None)
    sentences = tuple(stamps.sentences)
    return Verdict(len(entries), str(last), first, cautions, signatures.signed, sentences)


def unusable_sentence(found: Mapping[str, Any]) -> str:
    """What is said of a signed answer that is none, as a lock's entry holds it."""
    whose = found["reader"] or "the consensus"
    return (
        f"{found['code']} of {whose} (revision {found['revision']}) counts as not read: it was "
        f"signed past Station. {found['why']}"
    )


def left_out(entry: Row) -> dict[str, Any]:
    """What stays of an entry that somebody else may not read: its place in the chain."""
    return {name: entry[name] for name in LINK}


def is_left_out(entry: Row) -> bool:
    return set(entry) == LINK


# -- the chain and its rows ------------------------------------------------------------------------


def _broken_chain(entries: Sequence[Row]) -> Broken | None:
    previous = BEFORE_THE_FIRST
    places: dict[str, int] = {}
    for number, entry in enumerate(entries, start=1):
        if entry["number"] != number:
            return Broken(number, f"Entry {number} is missing: it was taken out of the trail.")
        if entry["previous"] != previous:
            return Broken(
                number, f"Entry {number} does not follow the one before it: one was changed."
            )
        if not is_left_out(entry) and entry["hash"] != hash_of(entry):
            return Broken(number, f"{_called(entry)} was changed after it was written.")
        previous = entry["hash"]
        if not is_left_out(entry):
            place = places[entry["study"]] = places.get(entry["study"], 0) + 1
            if entry["study_number"] not in (None, place):
                return Broken(
                    number,
                    f"{_called(entry)} is number {entry['study_number']} of its study, but "
                    f"{place - 1} come before it: entries were left out.",
                )
    return None


def _broken_row(connection: Connection, entries: Sequence[Row]) -> Broken | None:
    """The first entry whose row is gone or changed; a row without an entry breaks the end."""
    rows: dict[str, dict[str, Any]] = {}
    for table in schema.RECORD:
        for row in stored_rows(connection, table):
            rows[f"{table.name}/{row['id']}"] = covered(row)
    for entry in entries:
        subject = entry["subject"]
        if not subject:
            continue
        row = rows.pop(subject, None)
        if row is None:
            return Broken(entry["number"], f"The row {subject} of e{_called(entry)[1:]} is gone.")
        if not _is_as_written(row, entry["new"]):
            return Broken(
                entry["number"],
                f"The row {subject} of e{_called(entry)[1:]} was changed afterwards.",
            )
    if rows:
        return Broken(
            len(entries) + 1, f"The row {min(rows)} is in no entry: it was added past the trail."
        )
    return None


def _is_as_written(row: Row, written: str | None) -> bool:
    if canonical(row) == written:
        return True
    # Tables have grown since: what an older entry does not name has to be empty.
    known = content_of(written)
    return bool(known) and all(
        row[name] == known[name] if name in known else row[name] is None for name in row
    )


def _without(entries: Sequence[Row], known: str | None) -> Broken | None:
    if known is None or any(entry["hash"] == known.strip().lower() for entry in entries):
        return None
    return Broken(
        len(entries) + 1,
        f"No entry has the hash {known.strip()}. If it was written down correctly, the record was "
        f"cut off before that entry, or it is another record.",
    )


def _called(entry: Row) -> str:
    return f"Entry {entry['number']} ({entry['at']}, {entry['who']}: {entry['action']})"


# -- the end ---------------------------------------------------------------------------------------


def _cut_off(entries: Sequence[Row], witness: Witness) -> tuple[Broken | None, list[str]]:
    """Whether every last entry that a station wrote is there; and what nobody can say."""
    lines = list(witness.seen())
    seen = [line for line in lines if isinstance(line, Seen)]
    sentences = [line for line in lines if isinstance(line, str)]
    if entries and not seen:
        sentences.append(
            f"There is no witness of this record in {witness.folder}: whether its end was cut off "
            f"cannot be seen here. Compare with a hash that was written down or printed: station "
            f"reading verify --head HASH"
        )
    sentences += [
        f"Entry {entry['number']} began a witness at {entry['station']} ({entry['at'][:10]}): what "
        f"was cut off before that, that station could not notice."
        for entry in entries
        if entry["action"] == WITNESS_BEGAN
    ]
    lost = [
        line
        for line in seen
        if not (0 < line.number <= len(entries) and entries[line.number - 1]["hash"] == line.hash)
    ]
    if not lost:
        return None, sentences
    first = min(lost, key=lambda line: line.number)
    last = max(lost, key=lambda line: line.number)
    broken = Broken(
        min(first.number, len(entries) + 1),
        f"Station {last.station} wrote entry {last.number} with another hash than the record has "
        f"there now, or the record ends before it ({len(entries)} entries): "
        f"it was cut off, or an older or other archive was put in its place (the witness in "
        f"{witness.folder} remembers what was written).",
    )
    return broken, sentences


# -- timestamps ------------------------------------------------------------------------------------


class _Timestamps:
    """What servers outside said of entries."""

    def __init__(self, entries: Sequence[Row], readable: Sequence[Row]) -> None:
        self.broken: Broken | None = None
        """The first that is not of the entry it names"""
        self.sentences: list[str] = []
        self.cautions: list[str] = []
        hashes = {entry["number"]: entry["hash"] for entry in entries}
        unchecked = 0
        for entry in readable:
            if entry["action"] != TIMESTAMPED or entry["subject"]:
                continue
            content = content_of(entry["new"])
            number = content.get("number")
            try:
                stamp = checked(str(content.get("token")), str(content.get("hash")))
                fits = hashes.get(number) == content.get("hash")
            except (ArchiveError, *NOT_STATION_S):
                stamp, fits = None, False
            if stamp is None or not fits:
                self.broken = self.broken or Broken(
                    entry["number"], f"{_called(entry)} is not a timestamp of entry {number}."
                )
                continue
            unchecked += not stamp.is_checked
            self.sentences.append(
                f"Entry {number} was on record at {stamp.at:%Y-%m-%d %H:%M:%S} UTC, says "
                f"{stamp.by or 'a timestamp server'}."
            )
            at = _moment(entry["at"])
            if at is not None and abs(at - stamp.at) > SERVER_AGREES:
                self.cautions.append(
                    f"At entry {entry['number']} the clock of {entry['station']} was "
                    f"{_span(abs(at - stamp.at))} {'ahead of' if at > stamp.at else 'behind'} "
                    f"that of the timestamp server ({stamp.at.isoformat()})."
                )
        if unchecked:
            self.cautions.append(
                f"{unchecked} timestamps name the right entries, but their signatures were not "
                f"checked: name the server's root certificate in {CA_VARIABLE}."
            )


# -- clocks ----------------------------------------------------------------------------------------


def _clocks(entries: Sequence[Row]) -> list[str]:
    """Where time went back from one entry to the next, and where station and server disagree."""
    back: list[str] = []
    apart: list[str] = []
    clocks = {"at": "the clock of", "server_at": "the server's clock, as seen by"}
    for before, entry in pairwise(entries):
        for column, clock in clocks.items():
            earlier, later = _moment(before[column]), _moment(entry[column])
            if earlier is not None and later is not None and earlier - later > CLOCKS_AGREE:
                back.append(
                    f"Entry {entry['number']} is {_span(earlier - later)} earlier than the one "
                    f"before it ({entry[column]} after {before[column]}): {clock} "
                    f"{entry['station']} went back, or that of {before['station']} was ahead."
                )
    for entry in entries:
        station, server = _moment(entry["at"]), _moment(entry["server_at"])
        if station is not None and server is not None and abs(station - server) > SERVER_AGREES:
            apart.append(
                f"At entry {entry['number']} the clock of {entry['station']} was "
                f"{_span(abs(station - server))} {'ahead of' if station > server else 'behind'} "
                f"the server's ({entry['at']}, server {entry['server_at']})."
            )
    return [*_listed(back, "steps back in time"), *_listed(apart, "entries with clocks apart")]


def _moment(stored: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(stored))
    except ValueError:
        return None


def _span(length: timedelta) -> str:
    return str(timedelta(seconds=round(length.total_seconds())))


def _listed(sentences: Sequence[str], what: str) -> list[str]:
    more = len(sentences) - MOST_CAUTIONS
    return [*sentences[:MOST_CAUTIONS], *([f"{more} more {what}."] if more > 0 else [])]


# -- signatures ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Known:
    """A person, as the trail has them up to an entry."""

    role: str
    public_key: str | None
    one_time: bool


@dataclass
class _Reset:
    """A password that the coordinator set, and what was signed with the key that came of it."""

    who: str
    at: str
    number: int
    reason: str
    readings: int = 0
    signatures: int = 0

    def sentence(self, name: str) -> str:
        return (
            f"{self.who} set a new password of {name} on {self.at[:10]} (entry {self.number}"
            f"{': ' if self.reason else ''}{self.reason}). The key of {name} is one of afterwards, "
            f"which {self.who} could have made; signed with it: "
            f"{count_of(self.readings, 'reading')}, "
            f"{count_of(self.signatures, 'final signature')}. Have {name} confirm them."
        )


@dataclass
class _Study:
    people: dict[str, _Known] = field(default_factory=dict[str, _Known])
    lists: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """Set → item code → its kind"""
    revisions: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
    """Set and item code → the last revision"""
    signed: set[str] = field(default_factory=set[str])
    """Sets that are signed, and not reopened"""
    withdrawn: set[str] = field(default_factory=set[str])
    sealed: dict[str, str] = field(default_factory=dict[str, str])
    """Sealed answers → the row that they came with; no two are ever the same text"""
    locked: bool = False
    resets: dict[str, _Reset] = field(default_factory=dict[str, _Reset])
    """Name → the last time that somebody else set their password"""
    washout_days: int = 0
    seals: bool = False
    """Whether its answers are sealed"""
    unread: dict[str, deque[str]] = field(default_factory=dict[str, deque[str]])
    """Set → the codes that are still to be read, in their order"""
    sessions: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])
    """Set and item code → the session in which it is read"""
    read: dict[tuple[str, int], Row] = field(default_factory=dict[tuple[str, int], Row])
    """Set and session → the entry of the last first confirmation"""
    waived: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    """Set and session before which the washout was waived"""
    short: list[str] = field(default_factory=list[str])
    """Sentences: washouts that were shorter than the protocol's, by another clock"""
    answers: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """Set → item code → answers as they were confirmed or revised last"""
    protocol: str = ""
    """SHA-256 of what was recorded of the study"""
    unusable: list[str] = field(default_factory=list[str])
    """Sentences: sealed answers that were found to be none when the study was locked"""


class _Signatures:
    """Goes through the trail, who has which key, and whether everybody signed their own."""

    def __init__(self) -> None:
        self.signed = 0
        self._unsigned: list[Row] = []
        """From before there were signatures"""
        self._begun = False
        self._studies: dict[str, _Study] = {}
        self._unvouched: list[str] = []
        """Sentences: keys that nobody else vouches for"""

    def broken(self, entries: Sequence[Row]) -> Broken | None:
        """The first entry that the person named in it did not sign, or could not have made."""
        writes = _people_of_creations(entries)
        for entry in entries:
            try:
                sentence = self._wrong(entry, writes)
            except NOT_STATION_S:
                # Signed, so that it is what its signer wrote, but not with Station.
                sentence = NOT_STATION_S_WORDS
            if sentence is not None:
                return Broken(entry["number"], f"{_called(entry)} {sentence}")
        return None

    def cautions(self) -> list[str]:
        sentences = list(self._unvouched)
        if self._unsigned:
            last = self._unsigned[-1]
            sentences.insert(
                0,
                f"{len(self._unsigned)} entries up to entry {last['number']} ({last['at'][:10]}) "
                f"are unsigned: they were written before Station signed entries.",
            )
        for study in self._studies.values():
            sentences += [*study.unusable, *study.short]
            sentences += [
                reset.sentence(name)
                for name, reset in study.resets.items()
                if not study.people[name].one_time
            ]
            sentences += [
                f"{name} still has the password that the coordinator chose: who knows it can sign "
                f"as {name}."
                for name, person in study.people.items()
                if person.one_time
            ]
        return sentences

    def _wrong(self, entry: Row, creations: Mapping[str, Mapping[str, _Known]]) -> str | None:
        """What is wrong with an entry, as the end of a sentence; then its row is taken in."""
        row = content_of(entry["new"]) if entry["subject"] else {}
        table = str(entry["subject"]).partition("/")[0]
        if entry["action"] in NOT_SIGNED and not entry["subject"]:
            return None
        self._begun = self._begun or bool(entry["signature"] or row.get("public_key"))
        study = self._studies.setdefault(entry["study"], _Study())
        if self._begun:
            sentence = self._unsigned_or_forged(entry, table, row, study, creations)
            if sentence is not None:
                return sentence
            self.signed += 1
        else:
            self._unsigned.append(entry)
        return self._take_in(entry, table, row, study)

    def _unsigned_or_forged(
        self,
        entry: Row,
        table: str,
        row: Row,
        study: _Study,
        creations: Mapping[str, Mapping[str, _Known]],
    ) -> str | None:
        who, signature = entry["who"], entry["signature"]
        if not signature:
            return "is not signed: it was written past Station."
        founders = creations.get(entry["write"], {})
        person = study.people.get(who) or founders.get(who)
        own_first = table == "reading_people" and row.get("name") == who
        if person is not None and person.public_key is None and own_first:
            # In an archive from before signatures, each person brings a key at the first sign-in.
            person = _Known(person.role, row.get("public_key"), one_time=False)
            self._unvouched.append(
                f"The signing key of {who} is from {entry['at'][:10]} (entry {entry['number']}): "
                f"the study was made before there were signatures, so nobody vouches for it."
            )
        if person is None or person.public_key is None:
            return f"is signed, but {who} has no key in this study."
        if not signed_by(person.public_key, signature, signed_text(entry["hash"])):
            return f"was not signed by {who}: the signature does not fit their key."
        if not self._may(entry, table, row, person, study, bool(founders)):
            return f"is not something that {who} could have done ({person.role})."
        return _misdated(entry, table, row) or _out_of_turn(entry, table, row, study)

    def _may(
        self, entry: Row, table: str, row: Row, person: _Known, study: _Study, founding: bool
    ) -> bool:
        """Whether a person of this role adds such a row, of the set it names."""
        coordinates = person.role == StudyRole.COORDINATOR
        who = entry["who"]
        scoring = {"reading_answers", "readings"}
        if (
            person.one_time
            and not founding
            and table in {*scoring, "reading_events", "reading_items"}
        ):
            return False
        match table:
            case "":
                return True
            case "reading_answers" | "readings":
                return not coordinates and row.get("reader") in (who, "")
            case "reading_items":
                return coordinates or row.get("reader") == ""
            case "reading_people":
                return founding or _may_change(who, person, row, study.people.get(row["name"]))
            case "reading_events":
                if row.get("kind") in ("practised", "signed", "looked again"):
                    whose = content_of(row["content"]).get("set")
                    return not coordinates and whose in (who, "") and row.get("who") == who
                return coordinates and row.get("who") == who
            case _:
                return coordinates

    def _take_in(self, entry: Row, table: str, row: Row, study: _Study) -> str | None:
        """Learn what an entry says; what is wrong with its content, else None."""
        text = str(row.get(SEALED_COLUMNS.get(table, "")))
        if text.startswith(SEALED):
            first = study.sealed.setdefault(text, entry["subject"])
            if first != entry["subject"]:
                return f"holds the sealed answers of {first}: they were copied past Station."
        match table:
            case "reading_studies":
                study.protocol = sha256(str(row["content"]).encode()).hexdigest()
                content = content_of(row["content"])
                study.seals = bool(content.get("seals_answers"))
                study.washout_days = int(content["protocol"].get("washout_days") or 0)
            case "reading_people":
                _take_in_person(entry, row, study)
            case "reading_items":
                study.lists.setdefault(row["reader"], {})[row["code"]] = row["kind"]
                study.sessions[row["reader"], row["code"]] = row["session"]
                study.unread.setdefault(row["reader"], deque()).append(row["code"])
            case "readings":
                _take_in_reading(entry, row, study)
            case "reading_events":
                content = content_of(row["content"])
                if not EVENT_HOLDS.get(row["kind"], set()) <= content.keys():
                    return NOT_STATION_S_WORDS
                _take_in_event(row["kind"], content, study)
                if row["kind"] == "signed" and self._begun:
                    return _wrong_signatures(content, entry, study)
            case _:
                pass
        return None


def _people_of_creations(entries: Iterable[Row]) -> dict[str, dict[str, _Known]]:
    """Write → the people who came with a study that it made."""
    founding = {
        entry["write"] for entry in entries if str(entry["subject"]).startswith("reading_studies/")
    }
    people: dict[str, dict[str, _Known]] = {write: {} for write in founding}
    for entry in entries:
        if entry["write"] in founding and str(entry["subject"]).startswith("reading_people/"):
            row = content_of(entry["new"])
            people[entry["write"]].setdefault(row["name"], _known(row))
    return people


def _known(row: Row) -> _Known:
    return _Known(row["role"], row.get("public_key"), bool(row.get("one_time")))


def _may_change(who: str, person: _Known, row: Row, before: _Known | None) -> bool:
    """Whether `who` may put this row in the place of what was known of its person."""
    now = _known(row)
    if row["name"] == who:
        same = now.role == person.role and not now.one_time and now.public_key is not None
        fresh = person.one_time or now.public_key == person.public_key
        return same and fresh
    if person.role != StudyRole.COORDINATOR or not now.one_time:
        return False
    return before is None or (before.role == now.role != StudyRole.COORDINATOR)


def _take_in_person(entry: Row, row: Row, study: _Study) -> None:
    name, who = row["name"], entry["who"]
    if name in study.people and name != who:
        reason = str(entry["reason"] or "")
        study.resets[name] = _Reset(who, str(entry["at"]), entry["number"], reason)
    study.people[name] = _known(row)


def _take_in_reading(entry: Row, row: Row, study: _Study) -> None:
    of, code = row["reader"], row["code"]
    study.answers.setdefault(of, {})[code] = row["answers"]
    study.revisions[of, code] = row["revision"]
    unread = study.unread.get(of)
    if unread and unread[0] == code:
        unread.popleft()
    if row["revision"] == 1:
        study.read[of, study.sessions.get((of, code), 0)] = entry
    if entry["who"] in study.resets:
        study.resets[entry["who"]].readings += 1


def _take_in_event(kind: str, content: Row, study: _Study) -> None:
    """What an event opens and closes."""
    of = str(content.get("set"))
    match kind:
        case "locked" | "unlocked":
            study.locked = kind == "locked"
            found = map(unusable_sentence, content.get("unusable") or ())
            study.unusable += [one for one in found if one not in study.unusable]
        case "signed":
            study.signed.add(of)
            for one in content.get("signatures") or ():
                if one["name"] in study.resets:
                    study.resets[one["name"]].signatures += 1
        case "reopened":
            study.signed.discard(of)
        case "withdrawn":
            study.withdrawn.add(of)
        case "washout waived":
            study.waived.add((of, content["session"]))
        case _:
            pass


def _misdated(entry: Row, table: str, row: Row) -> str | None:
    """Whether a row has another time than its entry: Station gives both the same."""
    column = TIMES.get(table)
    if column is None or row.get(column) == entry["at"]:
        return None
    return f"holds another time than its own ({row.get(column)}): it was written past Station."


def _out_of_turn(entry: Row, table: str, row: Row, study: _Study) -> str | None:
    """Why a person could have added such a row, but not then; the end of a sentence.

    Whoever has a password can sign with it past Station, so that the order is checked too: after
    the lock, when the key may be known, nobody scores.
    """
    event = table == "reading_events" and row.get("kind") in ("signed", "looked again")
    if table == "reading_items" and row["reader"] == "" and not _all_signed(study):
        return "lets the consensus begin before all have signed: it was written past Station."
    if table not in ("reading_answers", "readings") and not event:
        return None
    of = str(content_of(row["content"]).get("set") if event else row["reader"])
    whose = f"The set of {of}" if of else "The consensus"
    if study.locked:
        return "was made while the study was locked: it was written past Station."
    if of in study.signed:
        return f"was made after the signature. {whose} was final: it was written past Station."
    if of in study.withdrawn:
        return f"was made after {of} was withdrawn: it was written past Station."
    kind = study.lists.get(of, {}).get(row["code"]) if not event else ""
    if kind is None:
        return f"is of {row['code']}, which is not on that list: it was written past Station."
    if event:
        return None
    if study.seals and not str(row[SEALED_COLUMNS[table]]).startswith(SEALED):
        return "is not sealed, so that everybody could read it: it was written past Station."
    again = table == "readings" and (of, row["code"]) in study.revisions
    if of and not again and (early := _too_early(entry, of, row["code"], study)):
        return early
    if table == "readings":
        before = study.revisions.get((of, row["code"]), 0)
        if row["revision"] != before + 1:
            return f"is revision {row['revision']} after {before}: it was written past Station."
        if before and kind == "repeat":
            return "revises a hidden repeat, which stays as it was: it was written past Station."
    return None


def _too_early(entry: Row, of: str, code: str, study: _Study) -> str | None:
    """Why a case could not be read yet: by the reader's list, by the washout."""
    unread = study.unread.get(of)
    due = unread[0] if unread else None
    if due != code:
        return f"is of {code}, when {due or 'nothing'} was to be read: it was written past Station."
    session = study.sessions[of, code]
    before = study.read.get((of, session - 1))
    if session < 2 or before is None or not study.washout_days or (of, session) in study.waived:
        return None
    # Counted in days: of one day, a minute around midnight is enough.
    needed = (study.washout_days - 1) * A_DAY - MOVED
    waited, by_server = (
        None if earlier is None or later is None else later - earlier
        for earlier, later in (
            (_moment(before[column]), _moment(entry[column])) for column in ("at", "server_at")
        )
    )
    if waited is not None and waited < needed:
        return (
            f"begins session {session} of {of} after {_span(waited)}, where the protocol has "
            f"{study.washout_days} days: it was written past Station."
        )
    begins = (of, session) not in study.read
    if begins and by_server is not None and by_server < needed:
        sentence = (
            f"Session {session} of {of} began {_span(by_server)} after session {session - 1} by "
            f"the server's clock (entry {entry['number']}), where the protocol has "
            f"{study.washout_days} days: the clock of {entry['station']} was set on."
        )
        study.short += [sentence] * (sentence not in study.short)
    return None


def _all_signed(study: _Study) -> bool:
    readers = {name for name, each in study.people.items() if each.role == StudyRole.READER}
    return readers - study.withdrawn <= study.signed


def _signers(of: str, who: str, study: _Study) -> set[str]:
    """Whose final signatures a set needs."""
    if of or study.people[who].role == StudyRole.ADJUDICATOR:
        return {who}
    readers = {name for name, each in study.people.items() if each.role == StudyRole.READER}
    return readers - study.withdrawn


def _wrong_signatures(content: Row, entry: Row, study: _Study) -> str | None:
    of = str(content.get("set"))
    answers = study.answers.get(of, {})
    if content.get("sha256") != set_hash(answers):
        return "signs other answers than those on record."
    if of and (missing := study.lists.get(of, {}).keys() - answers.keys()):
        return f"signs a set of which {len(missing)} cases were not read."
    signatures: Sequence[Row] = content.get("signatures") or ()
    if not signatures:
        return "holds no final signature."
    if absent := _signers(of, entry["who"], study) - {one["name"] for one in signatures}:
        return f"lacks the final signature of {', '.join(sorted(absent))}."
    for one in signatures:
        person = study.people.get(one["name"])
        if person is None or person.public_key is None:
            return f"holds a signature of {one['name']}, who has no key in this study."
        if one["at"] != entry["at"]:
            return f"holds a signature of {one['name']} from another time ({one['at']})."
        signed = signature_text(entry["study"], study.protocol, content, one["name"], one["at"])
        if not signed_by(person.public_key, one["signature"], signed):
            return f"holds a signature that is not that of {one['name']}."
    return None


# -- guards ----------------------------------------------------------------------------------------


def _unguarded(connection: Connection, entries: int) -> Broken | None:
    """Whether the database still keeps rows from being changed, and is sound in itself."""
    missing = _hollow_guards(connection)
    if missing:
        return Broken(
            entries + 1,
            f"The database no longer refuses changes: {missing[0]}.",
        )
    if connection.dialect.name == "sqlite":
        answer = [str(line) for line in connection.scalars(text("PRAGMA integrity_check"))]
        if answer != ["ok"]:
            return Broken(entries + 1, f"The file is damaged: {answer[0]}.")
    return None


def _hollow_guards(connection: Connection) -> list[str]:
    """What is said of triggers and functions that are not, word for word, what Station made."""
    tables = [table.name for table in (*schema.RECORD, schema.audit)]
    if connection.dialect.name == "sqlite":
        query = "SELECT sql, name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        found = {row[0]: row[1:] for row in connection.execute(text(query))}
        wanted = {sql for table in tables for sql in schema.append_only(table, "sqlite")}
        gone = [f"the trigger {sql.split()[2]} is gone or changed" for sql in wanted - set(found)]
        # Another's could swallow what is added: Station would believe it is on the disk.
        strange = [
            f"the trigger {name} on {table} is not Station's"
            for sql, (name, table) in found.items()
            if sql not in wanted and table.lower() in tables
        ]
        return [*sorted(gone), *strange]
    # So that every name is shown with its schema: one of the same name elsewhere is another.
    connection.execute(text("SELECT set_config('search_path', '', true)"))
    triggers = (
        "SELECT relname, tgname, pg_get_triggerdef(t.oid), prosrc, lanname FROM pg_trigger t "
        "JOIN pg_class c ON c.oid = tgrelid JOIN pg_proc p ON p.oid = tgfoid "
        "JOIN pg_language l ON l.oid = prolang WHERE NOT tgisinternal "
        "AND tgenabled IN ('O', 'A') AND relnamespace = 'public'::regnamespace"
    )
    found_triggers = {(row[0], row[1]): row[2:] for row in connection.execute(text(triggers))}
    wrong: list[str] = []
    for table in tables:
        place = (table, f"{table}_append_only")
        definition, body, language = found_triggers.pop(place, ("", "", "plpgsql"))
        if _plain(definition) != _plain(schema.append_only(table, "postgresql")[0]):
            wrong.append(f"the trigger {table}_append_only is gone or changed")
        elif (language, body.strip()) != ("plpgsql", schema.APPEND_ONLY_BODY):
            wrong.append(f"the function of the trigger {table}_append_only was changed")
    # Another's could swallow what is added: Station would believe it is on the disk.
    wrong += [
        f"the trigger {name} on {table} is not Station's"
        for table, name in sorted(found_triggers)
        if table in tables
    ]
    rules = text(
        "SELECT rulename, tablename FROM pg_rules WHERE schemaname = 'public' "
        "AND rulename <> '_RETURN'"
    )
    wrong += [
        f"the rule {name} on {table} is not Station's"
        for name, table in connection.execute(rules)
        if table in tables
    ]
    return [*wrong, *open_doors(connection)]


def _plain(definition: str) -> str:
    """A trigger's definition as Station writes it."""
    as_written = definition.replace("DELETE OR UPDATE", "UPDATE OR DELETE")
    return " ".join(as_written.replace("public.", "").split())
