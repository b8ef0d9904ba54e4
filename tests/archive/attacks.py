"""What somebody with the archive's file, and this program's own modules, can do to the record."""

import json
import sqlite3
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from station.archive import schema
from station.archive.audit import Pen, canonical, hash_of
from station.archive.database import FILE_NAME
from station.archive.readings import ReaderStudies, studies
from station.archive.signing import Signer

Change = Callable[[list[dict[str, Any]]], object]


@contextmanager
def unguarded(home: Path) -> Generator[sqlite3.Connection]:
    """The file, while its triggers are gone; they are put back as they were."""
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        guards = connection.execute(
            "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for guard in guards:
            connection.execute(f"DROP TRIGGER {guard['name']}")
        yield connection
        there = {
            row["name"]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        for guard in guards:
            if guard["tbl_name"] in there:  # else its table was dropped meanwhile
                connection.execute(guard["sql"])


def rewritten(home: Path, change: Change) -> None:
    """The trail after `change`, with every hash right again."""
    with unguarded(home) as connection:
        rows = connection.execute("SELECT * FROM reading_audit ORDER BY number")
        entries = [dict(row) for row in rows]
        change(entries)
        previous = "0" * 64
        for entry in entries:
            entry["previous"] = previous
            previous = entry["hash"] = hash_of(entry)
        connection.execute("DELETE FROM reading_audit")
        names = [column.name for column in schema.audit.columns]
        marks = ", ".join("?" for _ in names)
        connection.executemany(
            f"INSERT INTO reading_audit ({', '.join(chr(34) + name + chr(34) for name in names)}) "
            f"VALUES ({marks})",
            [[entry[name] for name in names] for entry in entries],
        )


def add_as(
    record: ReaderStudies,
    table: schema.Table,
    row: Mapping[str, Any],
    who: str,
    signer: Signer | None = None,
    action: str = "answered",
    at: str | None = None,
) -> None:
    """Add a row in somebody's name, with the program's own pen; `at`: the time in it."""

    def work(pen: Pen) -> None:
        times = dict.fromkeys(("given_at", "added_at", "happened_at", "confirmed_at"), at or pen.at)
        whole = dict(row) | times
        kept = {name: whole[name] for name in table.c.keys() if name in whole}  # noqa: SIM118
        pen.add(table, kept, action, who)

    record._record.write(work, signer)


def row_of(home: Path, query: str) -> dict[str, Any]:
    with closing(sqlite3.connect(home / FILE_NAME)) as connection:
        connection.row_factory = sqlite3.Row
        return dict(connection.execute(query).fetchone())


KEYS = ("public_key", "signing_key", "one_time")


def unsigned(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A trail as it was before there were signatures: no key in it, and every hash right."""
    previous = "0" * 64
    for entry in entries:
        entry["signature"] = entry["server_at"] = entry["study_number"] = None
        if entry["subject"].startswith("reading_people/"):
            row = json.loads(entry["new"])
            entry["new"] = canonical({k: v for k, v in row.items() if k not in KEYS})
        entry["previous"] = previous
        previous = entry["hash"] = hash_of(entry)
    return entries


@contextmanager
def without_seals(monkeypatch: pytest.MonkeyPatch) -> Generator[None]:
    """A study that is made meanwhile does not seal its answers, as older ones did not."""

    def without(content: dict[str, Any]) -> str:
        return canonical({k: v for k, v in content.items() if k != "seals_answers"})

    with monkeypatch.context() as before:
        before.setattr(studies, "canonical", without)
        yield


def as_before_signatures(home: Path) -> None:
    """Bring an archive to the shape and the content that it had before there were signatures."""
    rewritten(home, unsigned)
    with unguarded(home) as connection:
        for name in KEYS:
            connection.execute(f"ALTER TABLE reading_people DROP COLUMN {name}")
        for name in ("server_at", "study_number", "signature"):
            connection.execute(f"ALTER TABLE reading_audit DROP COLUMN {name}")
        for table in (
            "study_notes",
            "transfer_instances",
            "transfers",
            "pacs_servers",
            "batch_studies",
            "batches",
        ):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = '0004'")
