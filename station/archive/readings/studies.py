"""The reader studies of one database: making one, signing in to one, what holds for all."""

import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from station.archive import schema
from station.archive.audit import Pen, Record, Verdict, canonical
from station.archive.database import (
    FILE_NAME,
    URL_VARIABLE,
    Database,
    file_url,
    make_home,
    parsed_url,
)
from station.archive.encoding import to_json
from station.archive.readings import checks, images, stored
from station.archive.readings.checks import LONGEST_NAME
from station.archive.readings.consensus import ConsensusSitting
from station.archive.readings.coordinator import CoordinatorSitting
from station.archive.readings.overview import locked_readings, opened_key
from station.archive.readings.reader import ReaderSitting
from station.archive.readings.values import LockedReading, NewStudy
from station.archive.sealing import new_key, password_fits, seal
from station.progress import Report
from station.reading.names import tidy, twin_of
from station.reading.protocol import Protocol, StudyRole
from station.reading.readings import ReadingError
from station.reading.worklist import Item, Key, worklist


def open_reader_studies(
    home: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> "ReaderStudies":
    """The reader studies in the database that STATION_DATABASE_URL names, else in `home`.

    Tables are made or brought up to date. `clock` gives aware moments. Raises ArchiveError.
    """
    given = os.environ.get(URL_VARIABLE, "").strip()
    url = parsed_url(given) if given else file_url(home / FILE_NAME)
    make_home(home)
    database = Database(url)
    database.prepare()
    return ReaderStudies(Record(database, home, clock))


def new_images_folder(home: Path) -> Path:
    """A folder for a new study's images, under a name that says nothing; it is not made yet."""
    return home / "reader-studies" / secrets.token_hex(8)


class ReaderStudies:
    """The studies of one database. Every method may raise ArchiveError with a sentence."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def close(self) -> None:
        self._record.database.close()

    @property
    def home(self) -> Path:
        """This station's data folder."""
        return self._record.home

    def names(self) -> tuple[str, ...]:
        """Of all studies, oldest first."""
        with self._record.reading() as connection:
            return stored.study_names(connection)

    def create(self, study: NewStudy, report: Report) -> None:
        """Record a study: its readers' lists, its people, its sealed key. Then it can be read.

        Raises ReadingError or StationError where something about it does not fit.
        """
        checks.refuse_people(study.people)
        name = checks.checked_name(study.name, "study")
        digests = images.image_digests(study.images, study.key, report)
        readers = [tidy(person.name) for person in study.people if person.role is StudyRole.READER]
        lists: dict[str, tuple[Item, ...]] = {}
        taken: set[str] = set()
        for reader in readers:
            lists[reader] = worklist(study.protocol, study.key, reader, taken)
            taken |= {item.code for item in lists[reader]}
        study_id, key = secrets.token_hex(8), new_key()
        sealed = seal(stored.secret_text(study.key, study.sources).encode(), key, study_id)
        people = [stored.person_row(study_id, person, key) for person in study.people]
        who = next(
            tidy(person.name) for person in study.people if person.role is StudyRole.COORDINATOR
        )
        content = canonical(
            {
                "protocol": to_json(study.protocol),
                "images": str(study.images.absolute()),
                "digests": digests,
                "due": None if study.due is None else study.due.isoformat(),
            }
        )

        def work(pen: Pen) -> None:
            if other := twin_of(name, stored.study_names(pen.connection)):
                raise ReadingError(
                    f'A reader study "{other}" exists already. Give this one another name.'
                )
            row = {"id": study_id, "name": name, "content": content, "created_at": pen.at}
            pen.add(schema.reading_studies, row, "created the study", who)
            for person in people:
                pen.add(schema.reading_people, person | {"added_at": pen.at}, "added a person", who)
            pen.add(
                schema.reading_sealed, {"study": study_id, "sealed": sealed}, "sealed the key", who
            )
            for reader, items in lists.items():
                stored.add_items(pen, study_id, reader, items, "put on the list", who)

        self._record.write(work)

    def sign_in(self, study: str, name: str, password: str) -> ReaderSitting | CoordinatorSitting:
        """The sitting of a reader or of a coordinator.

        Raises ReadingError: the study, the name or the password is not known. That is recorded.
        """
        known, person = self._signed_in(study, name, password)
        match person["role"]:
            case StudyRole.COORDINATOR:
                return CoordinatorSitting(self._record, known, person["name"])
            case StudyRole.READER:
                return ReaderSitting(self._record, known, person["name"])
            case _:
                raise ReadingError(
                    f"{person['name']} takes part in the consensus only. It opens when every "
                    f"reader has signed."
                )

    def sign_in_for_consensus(self, study: str, name: str, password: str) -> ConsensusSitting:
        """The consensus: of an adjudicator, or of all readers in front of one screen.

        Raises ReadingError while a reader has not signed.
        """
        known, person = self._signed_in(study, name, password)
        if person["role"] == StudyRole.COORDINATOR:
            raise ReadingError(
                "The coordinator does not score. Sign in as a reader or as the adjudicator."
            )
        with self._record.reading() as connection:
            waiting = stored.not_signed(connection, known)
        if waiting:
            raise ReadingError(
                f"The consensus opens when every reader has signed. Still to sign: "
                f"{', '.join(waiting)}."
            )
        return ConsensusSitting(self._record, known, person["name"], StudyRole(person["role"]))

    def locked_readings(self, study: str) -> tuple[LockedReading, ...]:
        """Everything that was read, with its arm, by reader and in reading order.

        Practice is left out. Raises ReadingError while the study is not locked.
        """
        with self._record.reading() as connection:
            return locked_readings(connection, stored.study_named(connection, study))

    def locked_key(self, study: str) -> Key:
        """What the image codes refer to, and the series that they were copied from.

        Raises ReadingError while the study is not locked.
        """
        with self._record.reading() as connection:
            return opened_key(connection, stored.study_named(connection, study))

    def protocol(self, study: str) -> Protocol:
        with self._record.reading() as connection:
            return stored.study_named(connection, study).protocol

    def verify(self, head: str | None = None) -> Verdict:
        """Check the whole record, of every study, against its audit trail.

        `head`: a hash written down earlier, which the trail has to hold.
        """
        return self._record.verify(head)

    def changed_images(self, study: str, report: Report) -> tuple[str, ...]:
        """Codes of the images whose files are not what they were when the study was made."""
        with self._record.reading() as connection:
            known = stored.study_named(connection, study)
        return images.changed_images(known.digests, known.folder, report)

    def image_folders(self, study: str) -> dict[str, Path]:
        """Image code → the folder of its files, as this station sees it."""
        with self._record.reading() as connection:
            known = stored.study_named(connection, study)
        return {code: known.folder(code) for code in known.digests}

    def _signed_in(
        self, study: str, name: str, password: str
    ) -> tuple[stored.KnownStudy, dict[str, Any]]:
        with self._record.reading() as connection:
            known = stored.study_named(connection, study)
            person = stored.person_named(connection, known.id, name)
            people = stored.people_of(connection, known.id)
        fits = person is not None and password_fits(person["password"], password)
        action = "signed in" if fits else "was refused at sign-in"
        self._record.write(lambda pen: pen.note(known.id, action, tidy(name)[:LONGEST_NAME]))
        if person is None and (other := twin_of(name, people)):
            raise ReadingError(
                f'"{tidy(name)}" is not known in this study, but "{other}" is. Type the name so.'
            )
        if person is None or not fits:
            raise ReadingError(
                f'"{tidy(name)}" with this password is not known in this study. Check both; the '
                f"coordinator can set a new password."
            )
        return known, person
