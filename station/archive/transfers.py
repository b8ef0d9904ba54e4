"""The PACS that Station knows, and the ledger of what was transferred, instance by instance.

It is the truth about a transfer. It names no patient: studies, series and instances by their UIDs.
It is kept in the index of the data folder, or in the PostgreSQL that STATION_DATABASE_URL names.
What comes through is written in lots, a few times a second: a program that is killed loses the last
lot, so whoever goes on with a transfer looks at the files, and at what the server lists, first.
"""

import json
import os
import secrets
import socket
import threading
import time
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from station.archive import schema
from station.archive.database import (
    FILE_NAME,
    URL_VARIABLE,
    Database,
    file_url,
    make_home,
    parsed_url,
)
from station.archive.encoding import json_text
from station.errors import ArchiveError
from station.pacs import InstanceState, Server, SignIn, Tls, Via
from station.system import locked

LOT = 200
"""Instances of one write at most"""
LOT_EVERY_S = 0.25
"""What came through is written at least so often while more comes"""
LISTED = 500
"""Transfers of one list"""
MOST_ASKED = 500
"""UIDs in one question; SQLite takes 999 values"""
LOCKS = "transfers"
"""Below the data folder: a file for each transfer that runs"""


class Kind(StrEnum):
    """Which way instances went."""

    FETCH = "fetch"
    SEND = "send"
    RECEIVED = "received"


class Stage(StrEnum):
    """How far a transfer has come."""

    RUNNING = "running"
    INTERRUPTED = "interrupted"
    """Its program ended in the middle, or was killed"""
    DONE = "done"
    INCOMPLETE = "incomplete"
    """It ended, and something is missing"""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Transfer:
    """One study's way from or to a server."""

    number: int
    kind: Kind
    server: str
    """Name of the server; of what was received, the sender's AE title"""
    via: Via
    study_uid: str
    """Empty where a sending has several"""
    series_uids: tuple[str, ...]
    """Those that were asked for; empty: all"""
    folder: Path
    commit: bool
    """Whether the server is asked to commit itself"""
    who: str
    began: datetime
    """Aware, UTC"""
    ended: datetime | None
    stage: Stage
    counts: dict[InstanceState, int]
    size_bytes: int
    """Of the instances that came through"""
    note: str
    """A sentence about the whole, such as that the study still arrives at the server"""

    @property
    def instances(self) -> int:
        return sum(self.counts.values())

    @property
    def missing(self) -> int:
        return self.counts[InstanceState.WANTED] + self.counts[InstanceState.FAILED]

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.stage is not Stage.DONE


@dataclass(frozen=True)
class TransferredInstance:
    """How far one instance has come."""

    sop_uid: str
    sop_class: str = ""
    series_uid: str = ""
    study_uid: str = ""
    state: InstanceState = InstanceState.WANTED
    path: Path | None = None
    """Its file on this computer"""
    size_bytes: int = 0
    status: int | None = None
    """DIMSE or HTTP status of the last try"""
    reason: str = ""
    """Why it failed, as a sentence"""
    at: datetime | None = None
    """Of the last change; aware, UTC"""


class Transfers:
    """Servers and transfers of one database. Every method may raise ArchiveError."""

    def __init__(self, database: Database, home: Path) -> None:
        self._database = database
        self._home = home
        self._station = json_text([socket.gethostname(), str(home)])

    @classmethod
    def opened(cls, home: Path) -> "Transfers":
        """Those in the database that STATION_DATABASE_URL names, else in the data folder `home`.

        Tables are made or brought up to date.
        """
        given = os.environ.get(URL_VARIABLE, "").strip()
        make_home(home)
        database = Database(parsed_url(given) if given else file_url(home / FILE_NAME))
        database.prepare()
        return cls(database, home)

    def close(self) -> None:
        self._database.close()

    # -- servers -----------------------------------------------------------------------------------

    def servers(self) -> tuple[Server, ...]:
        """By name."""
        query = select(schema.pacs_servers).order_by(schema.pacs_servers.c.name)
        return tuple([_server(row.name, row.facts) for row in self._database.rows(query)])

    def keep_server(self, server: Server) -> None:
        """A new one, or a known one as it is now."""
        facts = asdict(server)
        del facts["name"]
        if server.tls is not None:
            paths = asdict(server.tls)
            facts["tls"] = {k: None if path is None else str(path) for k, path in paths.items()}
        table = schema.pacs_servers
        self._database.write_repeatedly(
            (delete(table).where(table.c.name == server.name), None),
            (insert(table).values(name=server.name, facts=json_text(facts)), None),
        )

    def remove_server(self, name: str) -> None:
        table = schema.pacs_servers
        self._database.write_repeatedly((delete(table).where(table.c.name == name), None))

    # -- transfers ---------------------------------------------------------------------------------

    def begin(
        self,
        kind: Kind,
        server: str,
        via: Via,
        study_uid: str,
        folder: Path,
        who: str,
        instances: Iterable[TransferredInstance] = (),
        series_uids: Sequence[str] = (),
        commit: bool = False,
    ) -> Transfer:
        """A new transfer with all that it is to bring; on the disk on return."""
        token = secrets.token_hex(16)
        values = {
            "token": token,
            "station": self._station,
            "kind": kind.value,
            "server": _storable(server),
            "via": via.value,
            "study_uid": study_uid,
            "series": json_text(sorted(series_uids)),
            "folder": json_text(str(folder)),
            "commit_asked": commit,
            "who": _storable(who),
            "began_at": datetime.now(UTC),
            "stage": Stage.RUNNING.value,
            "note": "",
        }
        wanted = list(instances)

        def work(connection: Connection) -> int:
            table = schema.transfers
            query = select(table.c.number).where(table.c.token == token)
            known = connection.scalar(query)  # where a cut-off commit had come through
            if known is not None:
                return int(known)
            made = connection.execute(insert(table).values(values).returning(table.c.number))
            number = int(made.scalar_one())
            if wanted:
                rows = [_values(number, instance) for instance in wanted]
                connection.execute(insert(schema.transfer_instances), rows)
            return number

        return self.transfer(self._database.repeatedly(work))

    def transfer(self, number: int) -> Transfer:
        """Raises ArchiveError where this computer has none of that number."""
        found = self._listed(schema.transfers.c.number == number)
        if not found:
            raise ArchiveError(
                f"There is no transfer {number}. `station pacs ledger` lists those that there are."
            )
        return found[0]

    def transfers(self, open_only: bool = False, limit: int = LISTED) -> tuple[Transfer, ...]:
        """Newest first; `open_only`: those that are not done."""
        where = (schema.transfers.c.stage != Stage.DONE.value,) if open_only else ()
        return self._listed(*where, limit=limit)

    def of_study(self, kind: Kind, study_uid: str) -> tuple[Transfer, ...]:
        """A study's transfers of one kind, newest first."""
        table = schema.transfers.c
        return self._listed(table.kind == kind.value, table.study_uid == study_uid)

    def instances(self, number: int) -> tuple[TransferredInstance, ...]:
        """What a transfer consists of, in the order of series and UIDs."""
        table = schema.transfer_instances
        query = select(table).filter_by(transfer=number)
        rows = self._database.rows(query.order_by(table.c.series_uid, table.c.sop_uid))
        return tuple([_instance(row) for row in rows])

    def here(self, study_uids: Iterable[str]) -> dict[str, dict[str, Path]]:
        """Study → SOP instance UID → file, of all that was fetched or received by this computer.

        Whether a file is still there is for the caller to look at.
        """
        found: dict[str, dict[str, Path]] = {}
        asked = list(dict.fromkeys(study_uids))
        transfers, table = schema.transfers.c, schema.transfer_instances
        for first in range(0, len(asked), MOST_ASKED):
            query = (
                select(table.c.study_uid, table.c.sop_uid, table.c.path)
                .join(schema.transfers)
                .where(table.c.study_uid.in_(asked[first : first + MOST_ASKED]))
                .where(table.c.state == InstanceState.RECEIVED.value)
                .where(transfers.kind != Kind.SEND.value, *self._own())
                .order_by(transfers.number)
            )
            for row in self._database.rows(query):
                if row.path:
                    place = Path(json.loads(row.path))
                    found.setdefault(row.study_uid, {})[row.sop_uid] = place
        return found

    def record(self, number: int, instances: Iterable[TransferredInstance]) -> None:
        """How far instances have come, new ones as well; on the disk on return."""
        rows = [_values(number, instance) for instance in instances]
        if not rows:
            return
        table = schema.transfer_instances
        keys = [{"of": number, "uid": row["sop_uid"]} for row in rows]
        gone = delete(table).where(
            table.c.transfer == bindparam("of"), table.c.sop_uid == bindparam("uid")
        )
        self._database.write_repeatedly((gone, keys), (insert(table), rows))

    def take_up(
        self, number: int, via: Via, folder: Path | None = None, server: str | None = None
    ) -> None:
        """A known transfer runs again; its files are in `folder` now, where one is given."""
        table = schema.transfers
        again = update(table).where(table.c.number == number)
        values = {"stage": Stage.RUNNING.value, "via": via.value, "ended_at": None, "note": ""}
        if folder is not None:
            values["folder"] = json_text(str(folder))
        if server is not None:
            values["server"] = _storable(server)
        self._database.write_repeatedly((again.values(values), None))

    def end(self, number: int, stage: Stage, note: str = "") -> None:
        table = schema.transfers
        ended = update(table).where(table.c.number == number)
        values = {"stage": stage.value, "ended_at": datetime.now(UTC), "note": _storable(note)}
        self._database.write_repeatedly((ended.values(values), None))

    @contextmanager
    def held(self, number: int) -> Generator[None]:
        """While the block runs, no other Station works on the transfer.

        The system lets go where the program is killed. Raises ArchiveError where another holds it.
        """
        with self._locked(self._lock(number), f"Transfer {number} is running already"):
            yield

    @contextmanager
    def folder_held(self, folder: Path) -> Generator[None]:
        """While the block runs, nothing else is fetched into `folder`; else as `held`."""
        name = sha256(str(folder).encode(errors="surrogateescape")).hexdigest()[:16]
        with self._locked(
            self._home / LOCKS / f"{name}.lock", "The study is being fetched already"
        ):
            yield

    @contextmanager
    def _locked(self, path: Path, what: str) -> Generator[None]:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        try:
            lock = locked(path)
        except BlockingIOError:
            raise ArchiveError(
                f"{what}, in this or another Station. Wait for it, or stop it there."
            ) from None
        try:
            yield
            with suppress(OSError):
                path.unlink()
        finally:
            lock.release()

    def _is_held(self, number: int) -> bool:
        path = self._lock(number)
        if not path.exists():
            return False
        try:
            locked(path).release()
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False

    def _lock(self, number: int) -> Path:
        return self._home / LOCKS / f"{number}.lock"

    def _own(self) -> tuple[Any, ...]:
        """A shared database has the transfers of other computers, whose files are not here."""
        shared = self._database.shared
        return (schema.transfers.c.station == self._station,) if shared else ()

    def _listed(self, *where: Any, limit: int = LISTED) -> tuple[Transfer, ...]:
        table, below = schema.transfers, schema.transfer_instances.c
        query = select(table).where(*where, *self._own())
        rows = self._database.rows(query.order_by(table.c.number.desc()).limit(limit))
        counts: dict[int, Counter[InstanceState]] = {row.number: Counter() for row in rows}
        sizes: Counter[int] = Counter()
        for first in range(0, len(rows), MOST_ASKED):
            numbers = [row.number for row in rows[first : first + MOST_ASKED]]
            summed = (
                select(below.transfer, below.state, func.count(), func.sum(below.size_bytes))
                .where(below.transfer.in_(numbers))
                .group_by(below.transfer, below.state)
            )
            for number, state, count, size in self._database.rows(summed):
                counts[number][InstanceState(state)] = int(count)
                if InstanceState(state) not in (InstanceState.WANTED, InstanceState.FAILED):
                    sizes[number] += int(size or 0)
        return tuple([self._transfer(row, counts[row.number], sizes[row.number]) for row in rows])

    def _transfer(
        self, row: Row[*tuple[Any, ...]], counts: Counter[InstanceState], size_bytes: int
    ) -> Transfer:
        stage = Stage(row.stage)
        if stage is Stage.RUNNING and not self._is_held(row.number):
            stage = Stage.INTERRUPTED
        return Transfer(
            row.number,
            Kind(row.kind),
            row.server,
            Via(row.via),
            row.study_uid,
            tuple(json.loads(row.series)),
            Path(json.loads(row.folder)),
            bool(row.commit_asked),
            row.who,
            row.began_at,
            row.ended_at,
            stage,
            {state: counts[state] for state in InstanceState},
            size_bytes,
            row.note,
        )


@dataclass
class Recorder:
    """Writes how far the instances of one transfer have come, in lots; any thread may call it."""

    ledger: Transfers
    number: int
    _waiting: dict[str, TransferredInstance] = field(default_factory=dict[str, TransferredInstance])
    _written_at: float = field(default_factory=time.monotonic)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def record(self, instance: TransferredInstance) -> None:
        """Written soon, or with the next ones. Raises ArchiveError where an earlier one is not."""
        with self._lock:
            self._waiting[instance.sop_uid] = instance
            late = time.monotonic() - self._written_at >= LOT_EVERY_S
            if late or len(self._waiting) >= LOT:
                self._write()

    def flush(self) -> None:
        """On return, all of it is on the disk."""
        with self._lock:
            self._write()

    def _write(self) -> None:
        self.ledger.record(self.number, self._waiting.values())
        self._waiting.clear()
        self._written_at = time.monotonic()


@contextmanager
def recording(ledger: Transfers, number: int) -> Generator[Recorder]:
    """What the block records is on the disk when it ends, however it ends."""
    recorder = Recorder(ledger, number)
    try:
        yield recorder
    finally:
        recorder.flush()


def _server(name: str, facts: str) -> Server:
    try:
        known = json.loads(facts)
        tls = known.pop("tls")
        if tls is not None:
            tls = Tls(**{key: None if path is None else Path(path) for key, path in tls.items()})
        retrieve, sign_in = Via(known.pop("retrieve")), SignIn(known.pop("sign_in"))
        return Server(name=name, tls=tls, retrieve=retrieve, sign_in=sign_in, **known)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ArchiveError(
            f'What is kept about the server "{name}" is damaged or of a newer Station. Add the '
            "server again."
        ) from error


def _values(number: int, instance: TransferredInstance) -> dict[str, Any]:
    return {
        "transfer": number,
        "sop_uid": _storable(instance.sop_uid),
        "sop_class": _storable(instance.sop_class),
        "series_uid": _storable(instance.series_uid),
        "study_uid": _storable(instance.study_uid),
        "path": "" if instance.path is None else json_text(str(instance.path)),
        "state": instance.state.value,
        "status": instance.status,
        "reason": _storable(instance.reason),
        "size_bytes": instance.size_bytes,
        "changed_at": instance.at or datetime.now(UTC),
    }


def _instance(row: Row[*tuple[Any, ...]]) -> TransferredInstance:
    return TransferredInstance(
        row.sop_uid,
        row.sop_class,
        row.series_uid,
        row.study_uid,
        InstanceState(row.state),
        Path(json.loads(row.path)) if row.path else None,
        row.size_bytes,
        row.status,
        row.reason,
        row.changed_at,
    )


def _storable(text: str) -> str:
    """What every database can store."""
    return text.encode(errors="replace").decode().replace("\0", " ")
