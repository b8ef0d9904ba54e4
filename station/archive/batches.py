"""The ledger of a batch: which studies it has, how far each has come, and why not further.

It is the truth about a batch; the scheduler's memory is not. Only the program that drives the batch
writes it. It is a SQLite file in the folder of the results, or the PostgreSQL that
STATION_DATABASE_URL names.
"""

import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import URL, bindparam, delete, func, insert, select, update

from station.archive import schema
from station.archive.database import (
    URL_VARIABLE,
    Database,
    Kind,
    file_url,
    parsed_url,
)
from station.archive.encoding import json_text
from station.errors import ArchiveError
from station.whole_file import whole_file

FILE = "ledger.sqlite"
"""In the folder of the results"""
KNOWN_BY = "batch.json"
"""In the folder of the results: which batch of the database is the folder's"""
LEDGER = Kind(
    "ledger",
    "choose another folder with --out",
    "choose another folder with --out; the outputs that are there already are not touched",
)

Roots = Mapping[str, tuple[str, ...] | None]
"""Files and folders below which studies are looked for → UIDs of those wanted (None: every one)"""


@dataclass(frozen=True)
class Absent:
    """A study that belongs to a batch and whose files are not there."""

    study_uid: str
    patient_id: str
    reason: str


class State(StrEnum):
    """How far a study has come."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    """It cannot be worked on, and a sentence says why"""
    SET_ASIDE = "set_aside"
    """Its process ended too often"""


@dataclass(frozen=True)
class Batch:
    """What is done to every study of a batch."""

    id: str
    folder: Path
    operation: str
    options: Mapping[str, Any]
    weights: Mapping[str, str]
    """Network → SHA-256 of its weights"""
    version: str
    """Of Station"""
    roots: Roots
    began_at: datetime
    """Aware, UTC"""


@dataclass(frozen=True)
class LedgerRow:
    """How far one study has come."""

    study_uid: str
    patient_id: str
    places: tuple[str, ...]
    """Files and folders that open the study"""
    files: str
    """Hash of the paths, sizes and times of its files; empty until they are found"""
    size_bytes: int
    state: State = State.WAITING
    inputs: str | None = None
    """Hash of the content of its files, once a worker has read them"""
    output: str | None = None
    """Hash of all that decides the output; names its folder"""
    tries: int = 0
    deaths: int = 0
    """Tries that ended the study's process"""
    losses: int = 0
    """Tries whose worker was lost"""
    seconds: float | None = None
    peak_rss_bytes: int | None = None
    exit_signal: int | None = None
    reason: str = ""

    @classmethod
    def of(cls, study: Absent) -> "LedgerRow":
        """Of a study that has to be there before it can be worked on."""
        return cls(study.study_uid, study.patient_id, (), "", 0, State.FAILED, reason=study.reason)

    @property
    def was_there(self) -> bool:
        """Whether the batch has ever found its files."""
        return bool(self.files)

    def again(self) -> "LedgerRow":
        """The same study as if it had never been worked on."""
        return LedgerRow(self.study_uid, self.patient_id, self.places, self.files, self.size_bytes)


class Ledger:
    """One batch's rows. Every method may raise ArchiveError with a sentence."""

    def __init__(self, database: Database, batch: Batch) -> None:
        self._database = database
        self.batch = batch

    @classmethod
    def created(
        cls,
        folder: Path,
        operation: str,
        options: Mapping[str, Any],
        weights: Mapping[str, str],
        version: str,
        roots: Roots,
    ) -> "Ledger":
        """A new batch whose results go into the existing `folder`."""
        shared = os.environ.get(URL_VARIABLE, "").strip()
        database = _prepared(parsed_url(shared) if shared else file_url(folder / FILE))
        batch = Batch(
            secrets.token_hex(16),
            folder,
            operation,
            options,
            weights,
            version,
            dict(roots),
            datetime.now(UTC),
        )
        ledger = cls(database, batch)
        database.write_repeatedly(
            (
                insert(schema.batches).values(
                    id=batch.id,
                    folder=json_text(str(folder)),
                    operation=operation,
                    options=json_text(dict(options)),
                    weights=json_text(dict(weights)),
                    version=version,
                    roots=json_text(dict(roots)),
                    began_at=batch.began_at,
                ),
                None,
            )
        )
        # The last step: without it, the folder holds no batch.
        with whole_file(folder / KNOWN_BY) as part:
            part.write_text(json.dumps({"batch": batch.id, "shared": bool(shared)}) + "\n")
        return ledger

    @classmethod
    def opened(cls, folder: Path) -> "Ledger":
        """The batch whose results are in `folder`. Raises ArchiveError where there is none."""
        try:
            known = json.loads((folder / KNOWN_BY).read_text(encoding="utf-8"))
            batch_id, shared = str(known["batch"]), bool(known["shared"])
        except FileNotFoundError:
            raise ArchiveError(
                f"{folder} holds no batch. Name the folder that was given to `station batch` with "
                "--out."
            ) from None
        except OSError as error:
            raise ArchiveError(f"{folder / KNOWN_BY} cannot be read: {error.strerror}.") from error
        except (ValueError, LookupError, TypeError) as error:
            raise ArchiveError(
                f"{folder / KNOWN_BY} is damaged. Put a backup in its place, or {LEDGER.remedy}."
            ) from error
        given = os.environ.get(URL_VARIABLE, "").strip()
        if shared and not given:
            raise ArchiveError(
                f"The ledger of {folder} is in a shared database. Set {URL_VARIABLE} to it."
            )
        if not shared and not (folder / FILE).exists():
            raise ArchiveError(
                f"The ledger {folder / FILE} is gone. Put a backup in its place, or "
                f"{LEDGER.remedy}."
            )
        database = _prepared(parsed_url(given) if shared else file_url(folder / FILE))
        rows = database.rows(select(schema.batches).filter_by(id=batch_id))
        if not rows:
            database.close()
            raise ArchiveError(
                f"The {database.called} does not know the batch of {folder}. "
                + (f"Set {URL_VARIABLE} to the database in which it began." if shared else "")
            )
        row = rows[0]
        batch = Batch(
            batch_id,
            folder,
            row.operation,
            json.loads(row.options),
            json.loads(row.weights),
            row.version,
            {
                root: None if wanted is None else tuple(wanted)
                for root, wanted in json.loads(row.roots).items()
            },
            row.began_at,
        )
        return cls(database, batch)

    def close(self) -> None:
        self._database.close()

    def rows(self) -> dict[str, LedgerRow]:
        """Every study by its UID, in the order of the UIDs."""
        table = schema.batch_studies
        query = select(table).filter_by(batch=self.batch.id).order_by(table.c.study_uid)
        return {
            row.study_uid: LedgerRow(
                row.study_uid,
                row.patient_id,
                tuple(json.loads(row.places)),
                row.files,
                row.size_bytes,
                State(row.state),
                row.inputs,
                row.output,
                row.tries,
                row.deaths,
                row.losses,
                row.seconds,
                row.peak_rss_bytes,
                row.exit_signal,
                row.reason,
            )
            for row in self._database.rows(query)
        }

    def counts(self) -> dict[State, int]:
        """How many studies are in each state."""
        state = schema.batch_studies.c.state
        query = (
            select(state, func.count())
            .where(schema.batch_studies.c.batch == self.batch.id)
            .group_by(state)
        )
        found = {State(row[0]): int(row[1]) for row in self._database.rows(query)}
        return {each: found.get(each, 0) for each in State}

    def add(self, rows: Iterable[LedgerRow]) -> None:
        """New studies, or known ones from the beginning."""
        table = schema.batch_studies
        every = [self._values(row) for row in rows]
        if not every:
            return
        known = [{"of": self.batch.id, "uid": row["study_uid"]} for row in every]
        gone = delete(table).where(
            table.c.batch == bindparam("of"), table.c.study_uid == bindparam("uid")
        )
        self._database.write_repeatedly((gone, known), (insert(table), every))

    def record(self, rows: Iterable[LedgerRow]) -> None:
        """How far known studies have come; on the disk on return."""
        table = schema.batch_studies
        every = [
            {f"new_{name}": value for name, value in self._values(row).items()} for row in rows
        ]
        if not every:
            return
        changed: dict[str, Any] = {
            column.name: bindparam(f"new_{column.name}")
            for column in table.columns
            if not column.primary_key
        }
        self._database.write_repeatedly(
            (
                update(table)
                .where(table.c.batch == bindparam("new_batch"))
                .where(table.c.study_uid == bindparam("new_study_uid"))
                .values(changed),
                every,
            )
        )

    def look_below(self, roots: Roots) -> None:
        """Where its studies are looked for from now on."""
        table = schema.batches
        changed = update(table).where(table.c.id == self.batch.id)
        self._database.write_repeatedly((changed.values(roots=json_text(dict(roots))), None))
        self.batch = replace(self.batch, roots=dict(roots))

    def _values(self, row: LedgerRow) -> dict[str, Any]:
        return {
            "batch": self.batch.id,
            "study_uid": row.study_uid,
            "patient_id": _storable(row.patient_id),
            "places": json_text(list(row.places)),
            "files": row.files,
            "size_bytes": row.size_bytes,
            "state": row.state.value,
            "inputs": row.inputs,
            "output": row.output,
            "tries": row.tries,
            "deaths": row.deaths,
            "losses": row.losses,
            "seconds": row.seconds,
            "peak_rss_bytes": row.peak_rss_bytes,
            "exit_signal": row.exit_signal,
            "reason": _storable(row.reason),
        }


def _prepared(url: URL) -> Database:
    database = Database(url, LEDGER)
    database.prepare()
    return database


def _storable(text: str) -> str:
    """What every database can store."""
    return text.encode(errors="replace").decode().replace("\0", " ")
