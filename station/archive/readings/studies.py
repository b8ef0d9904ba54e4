"""The reader studies of one database: making one, signing in to one, what holds for all."""

import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from station.archive import schema
from station.archive.audit import LOCKED_OUT, REFUSED, Pen, Record, canonical
from station.archive.database import (
    FILE_NAME,
    URL_VARIABLE,
    Database,
    file_url,
    make_home,
    parsed_url,
)
from station.archive.encoding import to_json
from station.archive.readings import accounts, checks, images, stored
from station.archive.readings.accounts import Account
from station.archive.readings.checks import LONGEST_NAME
from station.archive.readings.consensus import ConsensusSitting
from station.archive.readings.coordinator import CoordinatorSitting
from station.archive.readings.keys import Held
from station.archive.readings.reader import ReaderSitting
from station.archive.readings.sittings import RecordedSitting
from station.archive.readings.values import NewStudy
from station.archive.sealing import decoy, new_key, seal
from station.archive.signing import Signer
from station.archive.verifying import Verdict, verify
from station.progress import Report
from station.reading.names import tidy, twin_of
from station.reading.protocol import Protocol, StudyRole
from station.reading.readings import ReadingError
from station.reading.worklist import Item, worklist


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
        names = [tidy(person.name) for person in study.people]
        signers = [Signer.new(name, Held.derived(key, study_id, name).stored) for name in names]
        people = [
            stored.person_row(study_id, person, key, signer)
            for person, signer in zip(study.people, signers, strict=True)
        ]
        founder = next(
            signer
            for person, signer in zip(study.people, signers, strict=True)
            if person.role is StudyRole.COORDINATOR
        )
        who = founder.name
        content = canonical(
            {
                "protocol": to_json(study.protocol),
                "images": str(study.images.absolute()),
                "digests": digests,
                "due": None if study.due is None else study.due.isoformat(),
                "seals_answers": True,
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
            stored.deposit_keys(pen, study_id, key, who)
            for reader, items in lists.items():
                stored.add_items(pen, study_id, reader, items, "put on the list", who)

        self._record.write(work, founder)

    def sign_in(self, study: str, name: str, password: str) -> ReaderSitting | CoordinatorSitting:
        """The sitting of a reader or of a coordinator.

        Raises ReadingError: the study, the name or the password is not known. That is recorded.
        """
        known, account, study_key = self._signed_in(study, name, password)
        match account.role:
            case StudyRole.COORDINATOR:
                return CoordinatorSitting(self._record, known, account, study_key)
            case StudyRole.READER:
                return ReaderSitting(self._record, known, account)
            case _:
                raise ReadingError(
                    f"{account.name} takes part in the consensus only. It opens when every "
                    f"reader has signed."
                )

    def sign_in_for_consensus(self, study: str, name: str, password: str) -> ConsensusSitting:
        """The consensus: of an adjudicator, or of all readers in front of one screen.

        Raises ReadingError while a reader has not signed.
        """
        known, account, _ = self._signed_in(study, name, password)
        if account.role == StudyRole.COORDINATOR:
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
        return ConsensusSitting(self._record, known, account, StudyRole(account.role))

    def change_password(self, study: str, name: str, old: str, new: str) -> None:
        """Of anybody who takes part, an adjudicator too. Raises ReadingError."""
        known, account, _ = self._signed_in(study, name, old)
        RecordedSitting(self._record, known, account).change_password(old, new)

    def coordinators(self, study: str) -> tuple[str, ...]:
        """Names, in the order they joined."""
        with self._record.reading() as connection:
            known = stored.study_named(connection, study)
            people = stored.people_of(connection, known.id)
        return tuple(n for n, row in people.items() if row["role"] == StudyRole.COORDINATOR)

    def protocol(self, study: str) -> Protocol:
        with self._record.reading() as connection:
            return stored.study_named(connection, study).protocol

    def verify(self, head: str | None = None) -> Verdict:
        """Check the whole record, of every study, against its audit trail.

        `head`: a hash written down earlier, which the trail has to hold.
        """
        return verify(self._record, head)

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
    ) -> tuple[stored.KnownStudy, Account, bytes]:
        """The study, who has signed in, and what opens the sealed key: empty but for a coordinator.

        An unknown name takes as long, and is refused in the same words, as a wrong password.
        """
        decoy()  # before anything takes its time
        typed = tidy(name)[:LONGEST_NAME]
        with self._record.reading() as connection:
            known = stored.study_named(connection, study)
            row = stored.person_named(connection, known.id, name)
            who = typed if row is None else str(row["name"])
            until = accounts.wait_until(connection, known.id, who, row, self._record.now())
        if until is not None:
            self._record.write(lambda pen: pen.note(known.id, LOCKED_OUT, who))
            accounts.refuse_waiting(until)
        fits = accounts.fits(row, password)
        if row is None or not fits:
            self._record.write(lambda pen: pen.note(known.id, REFUSED, who))
            raise ReadingError(
                f'"{typed}" with this password is not known in this study. Check both; the '
                f"coordinator can set a new password."
            )
        study_key = b""
        with self._record.reading() as connection:
            wrapped = stored.wrapped_of(connection, row)
        if wrapped is not None:
            study_key = checks.unwrapped(known.id, wrapped, password)
        account = self._account(known, row, password)
        return known, account, study_key

    def _account(self, known: stored.KnownStudy, row: dict[str, Any], password: str) -> Account:
        """Record that somebody has signed in. Who has no signing key yet gets one."""
        signer = accounts.opened(known.id, row, password)
        first = signer is None
        signer = signer or Signer.new(row["name"])

        def work(pen: Pen) -> int:
            if stored.withdrawal_of(pen.connection, known.id, row["name"]) is not None:
                raise ReadingError(
                    f"{row['name']} was withdrawn from this study. Ask the coordinator."
                )
            id_ = int(row["id"])
            if first:
                action = "received a signing key"
                id_ = stored.new_password(
                    pen,
                    row,
                    password,
                    stored.wrapped_of(pen.connection, row),
                    signer,
                    row["name"],
                    action=action,
                )
            pen.note(known.id, accounts.SIGNED_IN, row["name"])
            return id_

        id_ = self._record.write(work, signer)
        return Account(id_, row["role"], signer, one_time=row["one_time"] is not None)
