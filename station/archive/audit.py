"""The audit trail: who did what, when, on which station, in a chain of hashes.

Every row of a reader study is added together with one entry that holds its content; every entry
holds the hash of the one before, and is signed by the person who is named in it. So anybody who
changes, adds or takes away a row or an entry later breaks the chain at that place, and nobody can
add one in another's name; `station.archive.verifying` shows both. Only the end can be cut off
without a trace in the chain; for that, each station remembers what it wrote
(`station.archive.witness`).
"""

import json
import platform
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError

from station import __version__
from station.archive import schema
from station.archive.database import Database, conflicting, cut_off
from station.archive.signing import Signer
from station.archive.timestamps import new_token, timestamp_url
from station.archive.witness import Witness
from station.errors import ArchiveError

BEFORE_THE_FIRST = "0" * 64
"""In place of the hash of an entry before the first"""

EARLIER_WITNESS = "record-seen.json"
"""In the data folder, of older Stations: the last entry that was written"""

SECRET = frozenset({"password", "wrapped", "sealed", "signing_key"})
"""Columns that the trail holds as a hash only: it may be shown, they may not"""

NOT_HASHED = frozenset({"hash", "signature"})
ABSENT_BEFORE = frozenset({"server_at", "study_number"})
"""Columns that older entries do not have: empty, they are left out of the hash"""

TIMESTAMPED, NO_TIMESTAMP = "had the head timestamped", "got no timestamp"
WITNESS_BEGAN = "began a witness"
REFUSED = "was refused at sign-in"
LOCKED_OUT = "was kept waiting at sign-in"
REFUSED_SIGNATURE = "was refused at signing"
NOT_SIGNED = frozenset({WITNESS_BEGAN, REFUSED, REFUSED_SIGNATURE, LOCKED_OUT})
"""Actions that nobody signs: those of a station, and of people who are not signed in"""

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
    """Aware, UTC; the station's clock"""
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
    server_at: datetime | None
    """Aware, UTC; None: not on a shared server"""
    signature: str | None
    """Of the hash, by `who`; None: nobody was signed in, or from before signatures"""


class Pen:
    """Adds rows, each with its entry, in one transaction of the record."""

    def __init__(
        self, connection: Connection, write: str, now: datetime, signer: Signer | None = None
    ) -> None:
        """`signer` signs the entries that name them."""
        self.connection = connection
        self.now = now
        """Aware, UTC"""
        self._write = write
        self._signer = signer
        self._last: tuple[int, str] | None = None
        self._places: dict[str, int] = {}
        self._server_at = _server_time(connection)

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
        self._append(
            study, who, action, f"{table.name}/{id_}", old, canonical(covered(whole)), reason
        )
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
            "server_at": self._server_at,
            "study_number": self._place(study),
        }
        entry["hash"] = hash_of(entry)
        signs = self._signer is not None and self._signer.name == who and action not in NOT_SIGNED
        entry["signature"] = (
            self._signer.sign(signed_text(entry["hash"])) if signs and self._signer else None
        )
        self.connection.execute(insert(schema.audit).values(**entry))
        self._last = (number + 1, entry["hash"])

    def _place(self, study: str) -> int:
        """Of the next entry among those of its study: none of them can be left out unseen."""
        columns = schema.audit.c
        before = self._places.get(study) or self.connection.scalar(
            select(columns.study_number)
            .where(columns.study == study)
            .order_by(columns.number.desc())
            .limit(1)
        )
        if before is None:  # the first, or the last of those from before places were kept
            before = self.connection.scalar(select(func.count()).where(columns.study == study)) or 0
        self._places[study] = before + 1
        return before + 1


class Record:
    """Reading and writing the record of reader studies, with its trail."""

    def __init__(self, database: Database, home: Path, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.home = home
        self._clock = clock
        self.witness = Witness(database.place)

    def now(self) -> datetime:
        """Aware, UTC."""
        return self._clock().astimezone(UTC)

    def reading(self) -> AbstractContextManager[Connection]:
        return self.database.reading()

    def write(self, work: Callable[[Pen], T], signer: Signer | None = None) -> T:
        """Run `work` in one transaction, alone; what it added is on the disk on return.

        `signer` signs the entries that name them.

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
                        connection.execute(text(f"LOCK TABLE {schema.TURN} IN EXCLUSIVE MODE"))
                    if done and _came_through(connection, write):
                        return done[-1]
                    pen = Pen(connection, write, self.now(), signer)
                    self._begin_witness(pen)
                    done.append(work(pen))
                    last = head(connection)
            except ArchiveError as error:
                if attempt + 1 == ATTEMPTS or not _worth_another_try(error):
                    raise
                time.sleep(PAUSE_S)
            else:
                self.witness.remember(*last, pen.now)
                return done[-1]
        raise AssertionError("the last attempt returns or raises")

    def timestamp(self, study: str, signer: Signer) -> None:
        """Have the head timestamped where a server is named; whether it was is an entry."""
        url = timestamp_url()
        if url is None:
            return
        with self.reading() as connection:
            number, hash_ = head(connection)
        try:
            token = new_token(hash_, url)
        except ArchiveError as error:
            sentence = str(error)
            self.write(
                lambda pen: pen.note(study, NO_TIMESTAMP, signer.name, None, sentence), signer
            )
            return
        content = {"number": number, "hash": hash_, "url": url, "token": token}
        self.write(lambda pen: pen.note(study, TIMESTAMPED, signer.name, content), signer)

    def history(self, study: str, after: int = 0) -> tuple[Entry, ...]:
        """The trail of one study, first to last, from behind entry `after` on."""
        with self.reading() as connection:
            rows = stored_rows(connection, schema.audit, "number", study=study)
            return tuple([_entry(row) for row in rows if row["number"] > after])

    def _begin_witness(self, pen: Pen) -> None:
        """Say in the trail that this station remembers nothing of what is there already."""
        if self.witness.is_there:
            return
        number, hash_ = head(pen.connection)
        if number == 0 or self._take_over_earlier_witness() or not self.witness.can_begin():
            return
        pen.note("", WITNESS_BEGAN, "", {"entries": number, "head": hash_})

    def _take_over_earlier_witness(self) -> bool:
        """What an older Station remembered inside the data folder goes to where it belongs."""
        place = self.home / EARLIER_WITNESS
        try:
            number, hash_ = json.loads(place.read_text())[self.database.known_as]
            self.witness.remember(int(number), str(hash_), self.now())
        except (OSError, ValueError, KeyError, TypeError):
            return False
        with suppress(OSError):
            place.unlink()
        return True


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


def content_of(text: object) -> dict[str, Any]:
    """The row or the content in a JSON text; empty where it holds none."""
    try:
        content = json.loads(str(text))
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}  # pyright: ignore[reportUnknownVariableType]


def hash_of(entry: Row) -> str:
    """SHA-256 of everything in an entry but its own hash and its signature."""
    content = {
        key: value
        for key, value in entry.items()
        if key not in NOT_HASHED and not (key in ABSENT_BEFORE and value is None)
    }
    return sha256(canonical(content).encode()).hexdigest()


def signed_text(hash_: str) -> str:
    """What the signature of an entry signs."""
    return f"Station, entry of the audit trail: {hash_}"


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


def _server_time(connection: Connection) -> str | None:
    """What a shared server's clock says; None: the file is this station's own."""
    if connection.dialect.name == "sqlite":
        return None
    return stamp(connection.execute(text("SELECT clock_timestamp()")).scalar_one())


def covered(row: Row) -> dict[str, Any]:
    """A row as its entry holds it."""
    return {
        key: f"sha256:{sha256(str(value).encode(errors='surrogatepass')).hexdigest()}"
        if key in SECRET and value is not None
        else value
        for key, value in row.items()
    }


def _entry(row: Row) -> Entry:
    kept = {key: row[key] for key in Entry.__dataclass_fields__ if not key.endswith("at")}
    server_at = row["server_at"]
    return Entry(
        at=datetime.fromisoformat(row["at"]),
        server_at=None if server_at is None else datetime.fromisoformat(server_at),
        **kept,
    )
