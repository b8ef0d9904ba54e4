import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from station.archive import schema
from station.archive.audit import canonical, hash_of
from station.archive.database import FILE_NAME
from station.archive.readings import ReaderStudies, open_reader_studies
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    VIEWING,
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
TABLES = [table.name for table in (*schema.RECORD, schema.audit)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a study of two cases that one has read and signed, the other has begun."""
    folder = tmp_path_factory.mktemp("prepared")
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick(monkeypatch)
        monkeypatch.setenv("STATION_WITNESS", str(folder / "witness"))
        studies = made(folder / "home", new_study(folder / "images", cases=2))
        signed(studies, ITO)
        session = reader(studies, MORI)
        case = read_one(session)
        answers = dict(session.own()[0].reading.answers)
        session.revise(case.code, answers | {next(iter(answers)): 5}, "slip of the key", VIEWING)
        studies.close()
    return folder / "home"


@pytest.fixture
def studies(
    prepared: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReaderStudies]:
    """A copy of it."""
    quick(monkeypatch)
    shutil.copytree(prepared, station_home)
    studies = open_reader_studies(station_home)
    remembered(studies)
    yield studies
    studies.close()


def remembered(studies: ReaderStudies) -> None:
    """Let this station's witness know the record as it is: a copy has none of its own."""
    verdict = studies.verify()
    studies._record.witness.remember(verdict.entries, verdict.head, datetime.now(UTC))


def sql(home: Path, *statements: str) -> list[tuple]:
    """What the last statement gives, the guards against changes being taken away before."""
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        guards = triggers.fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        rows = [connection.execute(statement).fetchall() for statement in statements]
        for _, guard in guards:
            connection.execute(guard)
        return rows[-1]


def broken(studies: ReaderStudies) -> tuple[int, str] | None:
    found = studies.verify().broken
    return None if found is None else (found.number, found.sentence)


# -- what the trail holds --------------------------------------------------------------------------


def test_an_untouched_record_is_whole(studies: ReaderStudies) -> None:
    verdict = studies.verify()
    assert verdict.broken is None
    history = coordinator(studies).history()
    assert len(history) == verdict.entries + 1  # the coordinator signed in
    assert [entry.number for entry in history] == [*range(1, len(history) + 1)]


def test_an_entry_says_who_when_where_and_with_which_version(studies: ReaderStudies) -> None:
    entry = coordinator(studies).history()[-2]
    assert (entry.who, entry.action, entry.reason) == (MORI, "revised a reading", "slip of the key")
    assert entry.at.utcoffset() is not None
    assert entry.station
    assert entry.version == "0.1.0"
    assert entry.old is not None
    assert json.loads(entry.old)[0] == ["", "quality", 3]
    assert entry.new is not None
    assert json.loads(json.loads(entry.new)["answers"])[0] == ["", "quality", 5]


def test_every_row_has_its_entry(studies: ReaderStudies, station_home: Path) -> None:
    subjects = [row[0] for row in sql(station_home, "SELECT subject FROM reading_audit")]
    for table in schema.RECORD:
        for (id_,) in sql(station_home, f"SELECT id FROM {table.name}"):
            assert subjects.count(f"{table.name}/{id_}") == 1


def test_the_hash_covers_everything_else_in_an_entry() -> None:
    entry = {"number": 1, "who": "Dr. Ito", "hash": "x"}
    assert hash_of(entry) == hash_of(entry | {"hash": "y"})
    assert hash_of(entry) != hash_of(entry | {"who": "Dr. Mori"})
    assert hash_of(entry) != hash_of(entry | {"number": "1"})


def test_the_same_content_has_the_same_text() -> None:
    assert canonical({"b": 1, "a": "ü"}) == canonical({"a": "ü", "b": 1}) == '{"a":"\\u00fc","b":1}'


# -- what breaks it --------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["UPDATE {table} SET {column} = 'x'", "DELETE FROM {table}"])
def test_the_database_refuses_to_change_what_is_on_record(
    studies: ReaderStudies, station_home: Path, table: str, verb: str
) -> None:
    column = "code" if table == "readings" else "study"
    column = "name" if table == "reading_studies" else column
    with (
        closing(sqlite3.connect(station_home / FILE_NAME)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(verb.format(table=table, column=column))


@pytest.mark.parametrize(
    ("table", "column"), [(table, column.name) for table in schema.RECORD for column in table.c]
)
def test_a_changed_value_of_any_row_is_found_at_its_entry(
    studies: ReaderStudies, station_home: Path, table: schema.Table, column: str
) -> None:
    row = f"FROM {table.name} ORDER BY id LIMIT 1"
    ((number, id_),) = sql(
        station_home,
        f"SELECT min(number), substr(subject, instr(subject, '/') + 1) FROM reading_audit "
        f"WHERE subject = '{table.name}/' || (SELECT id {row})",
    )
    change = f"{column} || 'x'" if column != "id" else "'9' || id"
    sql(
        station_home,
        "PRAGMA foreign_keys = OFF",
        f"UPDATE {table.name} SET {column} = coalesce({change}, 'x') WHERE id = '{id_}'",
    )
    found = broken(studies)
    assert found is not None
    assert found[0] == number
    assert f"{table.name}/{id_}" in found[1]


@pytest.mark.parametrize("column", [column.name for column in schema.audit.c])
def test_a_changed_value_of_any_entry_is_found_there(
    studies: ReaderStudies, station_home: Path, column: str
) -> None:
    change = "number + 1000" if column == "number" else f"coalesce({column}, '') || 'x'"
    sql(station_home, f"UPDATE reading_audit SET {column} = {change} WHERE number = 30")
    found = broken(studies)
    assert found is not None
    assert found[0] in (30, 31) if column == "hash" else found[0] == 30


def test_a_row_taken_away_is_found(studies: ReaderStudies, station_home: Path) -> None:
    sql(station_home, "DELETE FROM readings WHERE id = 2")
    found = broken(studies)
    assert found is not None
    assert found[1].startswith("The row readings/2 of entry")
    assert found[1].endswith("is gone.")


def test_an_entry_taken_away_is_found(studies: ReaderStudies, station_home: Path) -> None:
    sql(station_home, "DELETE FROM reading_audit WHERE number = 20")
    assert broken(studies) == (20, "Entry 20 is missing: it was taken out of the trail.")


def test_a_row_added_past_the_trail_is_found(studies: ReaderStudies, station_home: Path) -> None:
    sql(
        station_home,
        "INSERT INTO readings (study, reader, code, revision, answers, viewing, reason, version, "
        "confirmed_at) SELECT study, reader, code, 7, answers, viewing, reason, version, "
        "confirmed_at FROM readings WHERE id = 1",
    )
    found = broken(studies)
    assert found is not None
    assert "is in no entry" in found[1]


def test_two_changes_are_told_from_the_first(studies: ReaderStudies, station_home: Path) -> None:
    sql(
        station_home,
        "UPDATE reading_audit SET who = 'x' WHERE number = 40",
        "UPDATE reading_people SET name = 'x' WHERE id = 1",
    )
    found = broken(studies)
    assert found is not None
    assert found[0] == 2
    assert "reading_people/1" in found[1]


def test_guards_taken_away_are_found(studies: ReaderStudies, station_home: Path) -> None:
    with closing(sqlite3.connect(station_home / FILE_NAME)) as connection:
        connection.execute("DROP TRIGGER readings_no_delete")
    found = broken(studies)
    assert found is not None
    assert "no longer refuses changes" in found[1]


def test_an_end_cut_off_is_missed_by_the_station_that_wrote_it(
    studies: ReaderStudies, station_home: Path
) -> None:
    ((last, subject),) = sql(
        station_home, "SELECT number, subject FROM reading_audit ORDER BY number DESC LIMIT 1"
    )
    table, _, id_ = subject.partition("/")
    sql(
        station_home,
        f"DELETE FROM reading_audit WHERE number = {last}",
        f"DELETE FROM {table} WHERE id = {id_}",
    )
    found = broken(studies)
    assert found is not None
    assert found[0] == last
    assert "it was cut off" in found[1]
    studies._record.witness.path.unlink()
    verdict = studies.verify()
    assert verdict.broken is None  # nothing but what was seen elsewhere can tell,
    assert any(
        "There is no witness" in sentence for sentence in verdict.cautions
    )  # and that is said


def test_a_hash_written_down_tells_later_that_nothing_was_cut_off(
    studies: ReaderStudies, station_home: Path
) -> None:
    head = studies.verify().head
    read_all(reader(studies, MORI))
    assert studies.verify(head).broken is None
    found = studies.verify("0" * 64).broken
    assert found is not None
    assert "No entry has the hash" in found.sentence


def test_an_older_copy_put_in_its_place_is_found(
    studies: ReaderStudies, station_home: Path
) -> None:
    studies.close()
    file = station_home / FILE_NAME
    older = file.read_bytes()
    read_all(reader(studies, MORI))
    studies.close()
    file.write_bytes(older)
    found = broken(studies)
    assert found is not None
    assert "older or other archive" in found[1]


def test_a_chain_made_anew_by_somebody_else_is_missed_too(
    studies: ReaderStudies, station_home: Path
) -> None:
    """All hashes are right again, as an attacker with the file can make them."""
    with closing(sqlite3.connect(station_home / FILE_NAME)) as connection:
        connection.row_factory = sqlite3.Row
        entries = [dict(row) for row in connection.execute("SELECT * FROM reading_audit")]
    entries[5]["reason"] = "another one of mine"
    previous = entries[4]["hash"]
    for entry in entries[5:]:
        entry["previous"] = previous
        previous = entry["hash"] = hash_of(entry)
    with studies._record.database.writing() as connection:
        for trigger in ("no_update", "no_delete"):
            connection.exec_driver_sql(f"DROP TRIGGER reading_audit_{trigger}")
        connection.exec_driver_sql("DELETE FROM reading_audit")
        connection.execute(insert(schema.audit), entries)
        for statement in schema.append_only("reading_audit", "sqlite"):
            connection.exec_driver_sql(statement)
    found = broken(studies)
    assert found is not None
    assert found[0] == 6
    assert found[1].endswith(
        f"was not signed by {COORDINATOR}: the signature does not fit their key."
    )


# -- one byte --------------------------------------------------------------------------------------


def cells(content: bytes, values: list[object]) -> list[tuple[int, int]]:
    """Where the texts of rows stand in a database file: start and length of each."""
    spans: list[tuple[int, int]] = []
    for value in values:
        text = str(value).encode()
        start = content.find(text)
        while start >= 0:
            spans.append((start, len(text)))
            start = content.find(text, start + 1)
    return spans


@pytest.mark.simulated
def test_a_flipped_bit_in_any_value_of_the_record_is_found(
    studies: ReaderStudies, station_home: Path
) -> None:
    """In every column of every table, one random bit of a random row."""
    chance = random.Random(20261120)
    probes = [
        (table, column.name)
        for table in (*schema.RECORD, schema.audit)
        for column in table.c
        for _ in range(2)
    ]
    flips = 0
    for table, column in probes:
        rows = sql(
            station_home,
            f"SELECT rowid, {column} FROM {table.name} WHERE length({column}) > 0",
        )
        if not rows:
            continue
        id_, value = chance.choice(rows)
        if isinstance(value, int):
            flipped = str(value ^ (1 << chance.randrange(10, 20)))  # an id that no other row has
        else:
            text = bytearray(value.encode())
            text[chance.randrange(len(text))] ^= 1 << chance.randrange(7)
            flipped = f"CAST(x'{text.hex()}' AS TEXT)"
        before = (station_home / FILE_NAME).read_bytes()
        sql(
            station_home,
            "PRAGMA foreign_keys = OFF",
            f"UPDATE {table.name} SET {column} = {flipped} WHERE rowid = {id_}",
        )
        assert broken(studies) is not None, (table.name, column, value, flipped)
        flips += 1
        studies.close()
        (station_home / FILE_NAME).write_bytes(before)
        assert broken(studies) is None
    assert flips > 80


@pytest.mark.simulated
def test_a_flipped_byte_anywhere_in_a_page_of_the_record_is_found_or_changes_nothing(
    studies: ReaderStudies, station_home: Path
) -> None:
    """In the file as it lies on the disk: whatever reading it gives afterwards is what was written.

    A byte that nothing reads (free space, a counter of SQLite) may change unnoticed.
    """
    session = coordinator(studies)
    studies.close()
    file = station_home / FILE_NAME
    sound = file.read_bytes()
    written = session.history()
    rows = all_rows(file)
    studies.close()
    chance = random.Random(4)
    found = 0
    for _ in range(150):
        place = chance.randrange(100, len(sound))
        flipped = bytearray(sound)
        flipped[place] ^= 1 << chance.randrange(8)
        file.write_bytes(flipped)
        if broken(studies) is not None:
            found += 1
        else:
            assert all_rows(file) == rows, place
            assert session.history() == written
        studies.close()
        for rest in station_home.glob(f"{FILE_NAME}-*"):
            rest.unlink()
    file.write_bytes(sound)
    assert found > 20


def all_rows(file: Path) -> list[list[tuple]]:
    with closing(sqlite3.connect(file)) as connection:
        return [connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES]


# -- the command -----------------------------------------------------------------------------------


@pytest.mark.simulated
def test_the_command_says_that_the_record_is_whole_and_where_it_is_broken(
    studies: ReaderStudies, station_home: Path
) -> None:
    def verify(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "station", "reading", "verify", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    whole = verify("--images")
    verdict = studies.verify()
    assert whole.returncode == 0, whole.stderr
    assert whole.stdout == (
        f"The record is whole: {verdict.entries} entries, {verdict.signed} of them signed. Last "
        f"hash: {verdict.head}\n"
    )
    assert verify("--head", verdict.head).returncode == 0
    sql(station_home, "UPDATE readings SET answers = answers || ' ' WHERE id = 2")
    changed = verify()
    assert changed.returncode == 1
    assert changed.stderr.startswith("The record is broken. The row readings/2 of entry ")


def test_verifying_needs_no_password_and_no_key(station_home: Path) -> None:
    studies = open_reader_studies(station_home)
    assert studies.verify().entries == 0
    assert COORDINATOR in PASSWORDS
