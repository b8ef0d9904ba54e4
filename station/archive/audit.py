"""The audit trail: who did what, when, on which station, in a chain of hashes.

Every row of a reader study is added together with one entry that holds its content; every entry
holds the hash of the one before. So anybody who changes, adds or takes away a row or an entry later
breaks the chain at that place, and `verify` shows it. Only the end can be cut off without a trace
in the chain; therefore each station remembers, in a file of its data folder, the last entry it
wrote, and `verify` misses that one.
"""

import json
import os
import platform
import secrets
import sqlite3
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from station import __version__
from station.archive import schema
from station.archive.database import Database, conflicting, cut_off
from station.errors import ArchiveError

BEFORE_THE_FIRST = "0" * 64
"""In place of the hash of an entry before the first"""

SEEN_FILE = "record-seen.json"

SECRET = frozenset({"password", "wrapped", "sealed"})
"""Columns that the trail holds as a hash only: it may be shown, they may not"""

ATTEMPTS = 3
PAUSE_S = 0.2
"""Before a write runs again that another station's came between, or that lost the server"""

T = TypeVar("T")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """One link of the chain."""

    number: int
    """From 1"""
    study: str
    at: datetime
    """Aware, UTC"""
    who: str
    station: str
    version: str
    action: str
    subject: str
    """Table and id of the row that was added: "readings/17"; empty: none was"""
    old: str | None
    """JSON of what held before"""
    new: str | None
    """JSON of the row"""
    reason: str
    hash: str


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


class Pen:
    """Adds rows, each with its entry, in one transaction of the record."""

    def __init__(self, connection: Connection, write: str, now: datetime) -> None:
        self.connection = connection
        self.now = now
        """Aware, UTC"""
        self._write = write
        self._last: tuple[int, str] | None = None

    @property
    def at(self) -> str:
        """`now` as rows hold it."""
        return stamp(self.now)

    def add(
        self,
        table: Table,
        row: Row,
        action: str,
        who: str,
        old: object = None,
        reason: str = "",
    ) -> int | str:
        """Add a row and its entry; gives the row's id. `old` is what held before."""
        result = self.connection.execute(insert(table).values(**row))
        assert result.inserted_primary_key is not None
        id_ = result.inserted_primary_key[0]
        whole = {column.name: row.get(column.name) for column in table.columns} | {"id": id_}
        study = str(id_) if table is schema.reading_studies else str(row["study"])
        self._append(study, who, action, f"{table.name}/{id_}", old, _covered(whole), reason)
        return id_

    def note(self, study: str, action: str, who: str, new: object = None, reason: str = "") -> None:
        """Add an entry that no row belongs to."""
        self._append(study, who, action, "", None, None if new is None else canonical(new), reason)

    def _append(
        self,
        study: str,
        who: str,
        action: str,
        subject: str,
        old: object,
        new: str | None,
        reason: str,
    ) -> None:
        number, previous = self._last or head(self.connection)
        entry: dict[str, Any] = {
            "number": number + 1,
            "study": study,
            "at": self.at,
            "who": who,
            "station": platform.node(),
            "version": __version__,
            "action": action,
            "subject": subject,
            "old": None if old is None else canonical(old),
            "new": new,
            "reason": reason,
            "write": self._write,
            "previous": previous,
        }
        entry["hash"] = hash_of(entry)
        self.connection.execute(insert(schema.audit).values(**entry))
        self._last = (number + 1, entry["hash"])


class Record:
    """Reading and writing the record of reader studies, with its trail."""

    def __init__(self, database: Database, home: Path, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.home = home
        self._seen = home / SEEN_FILE
        self._clock = clock

    def now(self) -> datetime:
        """Aware, UTC."""
        return self._clock().astimezone(UTC)

    def reading(self) -> AbstractContextManager[Connection]:
        return self.database.reading()

    def write(self, work: Callable[[Pen], T]) -> T:
        """Run `work` in one transaction, alone; what it added is on the disk on return.

        `work` may run more than once. Where the server is lost while it commits, nobody knows
        whether that came through: the trail is asked afterwards, so that nothing is added twice.
        """
        write = secrets.token_hex(16)
        done: list[T] = []
        for attempt in range(ATTEMPTS):
            try:
                with self.database.writing() as connection:
                    if self.database.shared:
                        # Before anything is read: the transaction sees what was committed by then.
                        connection.execute(
                            text("LOCK TABLE reading_audit IN SHARE ROW EXCLUSIVE MODE")
                        )
                    if done and _came_through(connection, write):
                        return done[-1]
                    done.append(work(Pen(connection, write, self.now())))
                    last = head(connection)
            except ArchiveError as error:
                if attempt + 1 == ATTEMPTS or not _worth_another_try(error):
                    raise
                time.sleep(PAUSE_S)
            else:
                self._remember(last)
                return done[-1]
        raise AssertionError("the last attempt returns or raises")

    def history(self, study: str, after: int = 0) -> tuple[Entry, ...]:
        """The trail of one study, first to last, from behind entry `after` on."""
        with self.reading() as connection:
            rows = stored_rows(connection, schema.audit, "number", study=study)
            return tuple([_entry(row) for row in rows if row["number"] > after])

    def verify(self, known: str | None = None) -> Verdict:
        """Read everything and find the first link that is not what was written.

        `known`: the hash of an entry, written down earlier, which has to be there.
        """
        try:
            with self.reading() as connection, _any_text(connection):
                return _verdict(connection, self._what_was_seen(), known, self.database.shared)
        except ArchiveError as error:
            if self.database.shared or not isinstance(error.__cause__, (DBAPIError, ValueError)):
                raise
            return Verdict(0, "", Broken(0, f"The record cannot be read: {error}"))

    def _what_was_seen(self) -> tuple[int, str] | None:
        """Number and hash of the last entry that this station has written."""
        try:
            number, hash_ = json.loads(self._seen.read_text())[self.database.known_as]
            return int(number), str(hash_)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _remember(self, last: tuple[int, str]) -> None:
        try:
            known = json.loads(self._seen.read_text())
        except (OSError, ValueError):
            known = None
        seen = cast(dict[str, Any], known) if isinstance(known, dict) else {}
        seen[self.database.known_as] = last
        with suppress(OSError):  # the record itself is written; this is only a witness
            self._seen.touch(mode=0o600)
            with self._seen.open("r+") as file:
                # Without truncating: a file that is cut and written again waits for the disk.
                length = file.seek(0, os.SEEK_END)
                file.seek(0)
                file.write(json.dumps(seen).ljust(length))


def canonical(value: object) -> str:
    """JSON that is the same for the same content."""
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=True,
        allow_nan=False,
        default=repr,
    )


def hash_of(entry: Row) -> str:
    """SHA-256 of everything in an entry but its own hash."""
    content = {key: value for key, value in entry.items() if key != "hash"}
    return sha256(canonical(content).encode()).hexdigest()


def stamp(moment: datetime) -> str:
    """A moment as rows hold it: UTC, microseconds."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def stored_rows(
    connection: Connection, table: Table, order: str = "id", **equal: str
) -> list[dict[str, Any]]:
    """Rows whose columns have these values, in the order of one column."""
    query = select(table).filter_by(**equal).order_by(order)
    return [dict(row) for row in connection.execute(query).mappings()]


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry."""
    row = connection.execute(
        select(schema.audit.c.number, schema.audit.c.hash)
        .order_by(schema.audit.c.number.desc())
        .limit(1)
    ).first()
    return (0, BEFORE_THE_FIRST) if row is None else (int(row.number), str(row.hash))


def _worth_another_try(error: ArchiveError) -> bool:
    cause = error.__cause__
    return isinstance(cause, DBAPIError) and (conflicting(cause) or cut_off(cause))


def _came_through(connection: Connection, write: str) -> bool:
    count = select(func.count()).where(schema.audit.c.write == write)
    return bool(connection.scalar(count))


def _covered(row: Row) -> str:
    """A row as its entry holds it."""
    shown = {
        key: f"sha256:{sha256(str(value).encode(errors='surrogatepass')).hexdigest()}"
        if key in SECRET and value is not None
        else value
        for key, value in row.items()
    }
    return canonical(shown)


def _entry(row: Row) -> Entry:
    kept = {key: row[key] for key in Entry.__dataclass_fields__ if key != "at"}
    return Entry(at=datetime.fromisoformat(row["at"]), **kept)


# -- verifying -------------------------------------------------------------------------------------


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


def _verdict(
    connection: Connection, seen: tuple[int, str] | None, known: str | None, shared: bool
) -> Verdict:
    entries = stored_rows(connection, schema.audit, "number")
    checks = (
        _broken_chain(entries),
        _broken_row(connection, entries),
        _cut_off(entries, seen),
        _without(entries, known),
        _unguarded(connection, len(entries), shared),
    )
    broken = [check for check in checks if check is not None]
    last = entries[-1]["hash"] if entries else BEFORE_THE_FIRST
    first = min(broken, key=lambda check: check.number, default=None)
    return Verdict(len(entries), str(last), first)


def _broken_chain(entries: list[dict[str, Any]]) -> Broken | None:
    previous = BEFORE_THE_FIRST
    for number, entry in enumerate(entries, start=1):
        if entry["number"] != number:
            return Broken(number, f"Entry {number} is missing: it was taken out of the trail.")
        if entry["previous"] != previous:
            return Broken(
                number, f"{_called(entry)} does not follow the one before it: one was changed."
            )
        if entry["hash"] != hash_of(entry):
            return Broken(number, f"{_called(entry)} was changed after it was written.")
        previous = entry["hash"]
    return None


def _broken_row(connection: Connection, entries: list[dict[str, Any]]) -> Broken | None:
    """The first entry whose row is gone or changed; a row without an entry breaks the end."""
    rows: dict[str, str] = {}
    for table in schema.RECORD:
        for row in stored_rows(connection, table):
            rows[f"{table.name}/{row['id']}"] = _covered(row)
    for entry in entries:
        subject = entry["subject"]
        if not subject:
            continue
        row = rows.pop(subject, None)
        if row is None:
            return Broken(entry["number"], f"The row {subject} of {_called(entry)} is gone.")
        if row != entry["new"]:
            return Broken(
                entry["number"], f"The row {subject} of {_called(entry)} was changed afterwards."
            )
    if rows:
        return Broken(
            len(entries) + 1, f"The row {min(rows)} is in no entry: it was added past the trail."
        )
    return None


def _cut_off(entries: list[dict[str, Any]], seen: tuple[int, str] | None) -> Broken | None:
    if seen is None:
        return None
    number, hash_ = seen
    if 0 < number <= len(entries) and entries[number - 1]["hash"] == hash_:
        return None
    return Broken(
        min(number, len(entries) + 1),
        f"This station wrote entry {number} with another hash than the record has there now, or "
        f"the record ends before it ({len(entries)} entries): it was cut off, or an older or other "
        f"archive was put in its place ({SEEN_FILE} in the data folder records what was seen).",
    )


def _without(entries: list[dict[str, Any]], known: str | None) -> Broken | None:
    if known is None or any(entry["hash"] == known.strip().lower() for entry in entries):
        return None
    return Broken(
        len(entries) + 1,
        f"No entry has the hash {known}: the record was cut off or written again since it was "
        f"noted, or the hash was noted wrongly.",
    )


def _unguarded(connection: Connection, entries: int, shared: bool) -> Broken | None:
    """Whether the database still keeps rows from being changed, and is sound in itself."""
    tables = [table.name for table in (*schema.RECORD, schema.audit)]
    if shared:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
        wanted = {f"{table}_append_only" for table in tables}
    else:
        query = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"
        wanted = {sql for table in tables for sql in schema.append_only(table, "sqlite")}
    if missing := sorted(wanted - set(connection.scalars(text(query)))):
        return Broken(
            entries + 1,
            f"The database no longer refuses changes: the trigger {missing[0]} is gone or changed.",
        )
    if not shared:
        answer = [str(line) for line in connection.scalars(text("PRAGMA integrity_check"))]
        if answer != ["ok"]:
            return Broken(entries + 1, f"The file is damaged: {answer[0]}.")
    return None


def _called(entry: Row) -> str:
    return f"entry {entry['number']} ({entry['at']}, {entry['who']}: {entry['action']})"
