"""Who gets in to a reader study, and what for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.archive.database import FILE_NAME
from station.archive.readings import (
    ConsensusSitting,
    CoordinatorSitting,
    ReaderSitting,
    ReaderStudies,
)
from station.operations.reading.sign_in import Purpose, Refused, SignedIn, sign_in, study_names
from station.progress import silent
from tests.archive.reader_studies import (
    ADJUDICATOR,
    COORDINATOR,
    PASSWORDS,
    READERS,
    STUDY,
    made,
    new_study,
    quick,
    signed,
)

ITO, MORI = READERS


@pytest.fixture
def studies(station_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    record = made(station_home, new_study(station_home / "images", adjudicator=True))
    yield record
    record.close()


def enter(home: Path, purpose: Purpose, name: str, password: str = "") -> SignedIn | Refused:
    return sign_in(home, purpose, STUDY, name, password or PASSWORDS[name], silent)


def test_the_studies_are_listed_newest_first(studies: ReaderStudies, station_home: Path) -> None:
    again = new_study(station_home / "others", name="Second study")
    studies.create(again, silent)
    assert study_names(station_home, silent) == ("Second study", STUDY)


def test_a_new_data_folder_has_no_study(station_home: Path) -> None:
    assert study_names(station_home, silent) == ()


def test_a_damaged_archive_is_told_as_the_record_tells_it(station_home: Path) -> None:
    station_home.mkdir()
    (station_home / FILE_NAME).write_bytes(b"no database at all" * 100)
    for told in (
        study_names(station_home, silent),
        sign_in(station_home, Purpose.READ, STUDY, ITO, "password", silent),
    ):
        assert isinstance(told, Refused)
        assert "is damaged" in told.sentence


def test_each_purpose_gives_its_sitting(studies: ReaderStudies, station_home: Path) -> None:
    for name in READERS:
        signed(studies, name)
    given = {
        (Purpose.READ, ITO): ReaderSitting,
        (Purpose.COORDINATE, COORDINATOR): CoordinatorSitting,
        (Purpose.CONSENSUS, MORI): ConsensusSitting,
        (Purpose.CONSENSUS, ADJUDICATOR): ConsensusSitting,
    }
    for (purpose, name), kind in given.items():
        entered = enter(station_home, purpose, name)
        assert isinstance(entered, SignedIn)
        assert type(entered.sitting) is kind
        assert entered.sitting.name == name
        entered.studies.close()


@pytest.mark.parametrize(
    ("purpose", "name", "password", "sentence"),
    [
        (Purpose.READ, ITO, "not the password", "with this password is not known"),
        (Purpose.READ, "Dr. Nobody", "password", "with this password is not known"),
        (Purpose.READ, COORDINATOR, "", "Choose Reading ▸ Coordinator."),
        (Purpose.READ, ADJUDICATOR, "", "takes part in the consensus only"),
        (Purpose.COORDINATE, ITO, "", "Choose Reading ▸ Read a study."),
        (Purpose.COORDINATE, ADJUDICATOR, "", "takes part in the consensus only"),
        (Purpose.CONSENSUS, ITO, "", "opens when every reader has signed"),
        (Purpose.CONSENSUS, COORDINATOR, "", "The coordinator does not score"),
    ],
)
def test_who_does_not_fit_is_told_why_and_the_archive_is_let_go_of(
    studies: ReaderStudies,
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    purpose: Purpose,
    name: str,
    password: str,
    sentence: str,
) -> None:
    closed: list[ReaderStudies] = []
    close = ReaderStudies.close

    def counted(one: ReaderStudies) -> None:
        closed.append(one)
        close(one)

    monkeypatch.setattr(ReaderStudies, "close", counted)
    refused = enter(station_home, purpose, name, password)
    assert isinstance(refused, Refused)
    assert sentence in refused.sentence
    assert len(closed) == 1
