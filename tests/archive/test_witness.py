import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from station.archive.audit import EARLIER_WITNESS
from station.archive.readings import open_reader_studies
from station.archive.witness import WITNESS_VARIABLE, Seen, Witness, witness_folder
from tests.archive.reader_studies import coordinator, made, new_study, quick

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
RECORD = "/data/archive.sqlite"
FIRST, SECOND = "ab" * 32, "cd" * 32


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "share" / "witness"
    monkeypatch.setenv(WITNESS_VARIABLE, str(folder))
    return folder


def test_lines_are_added_and_never_replaced(folder: Path) -> None:
    """After somebody went back, what was seen before is still there."""
    witness = Witness(RECORD)
    for number, hash_ in ((7, FIRST), (8, SECOND), (3, SECOND)):
        witness.remember(number, hash_, AT)
    seen = [line for line in witness.seen() if isinstance(line, Seen)]
    assert [(line.number, line.hash) for line in seen] == [(7, FIRST), (8, SECOND), (3, SECOND)]


def test_each_record_has_its_own(folder: Path) -> None:
    Witness(RECORD).remember(7, FIRST, AT)
    other = Witness("/elsewhere/archive.sqlite")
    assert not other.is_there
    assert list(other.seen()) == []


def test_every_station_s_lines_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for station in ("pet1", "pet 2"):
        monkeypatch.setattr("platform.node", lambda name=station: name)
        Witness(RECORD).remember(7, FIRST, AT)
    seen = [line for line in Witness(RECORD).seen() if isinstance(line, Seen)]
    assert {line.station for line in seen} == {"pet1", "pet_2"}


def test_a_damaged_line_is_said(folder: Path) -> None:
    witness = Witness(RECORD)
    witness.remember(7, FIRST, AT)
    with witness.path.open("a", encoding="ascii") as file:
        file.write("8 something\n")
    (_, sentence) = witness.seen()
    assert sentence == f"Line 2 of the witness {witness.path} is damaged."


def test_a_folder_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(WITNESS_VARIABLE, str(tmp_path / "file" / "witness"))
    witness = Witness(RECORD)
    witness.remember(7, FIRST, AT)
    assert not witness.can_begin()
    assert list(witness.seen()) == []


def test_without_a_folder_named_it_is_apart_from_the_data(
    monkeypatch: pytest.MonkeyPatch, station_home: Path
) -> None:
    monkeypatch.delenv(WITNESS_VARIABLE)
    assert not witness_folder().is_relative_to(station_home)


def test_what_an_older_station_remembered_is_taken_over(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick(monkeypatch)
    studies = made(station_home, new_study(tmp_path / "images", cases=1))
    studies._record.witness.path.unlink()
    older = station_home / EARLIER_WITNESS
    older.write_text(json.dumps({"archive.sqlite": [4, FIRST]}))
    studies.close()
    again = open_reader_studies(station_home)
    coordinator(again)
    assert not older.exists()
    found = again.verify().broken
    assert found is not None
    assert "wrote entry 4 with another hash" in found.sentence
    again.close()
