"""The coordinator's sitting: following a study, its people, its lock and its key."""

import json
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, select

from station.archive import schema
from station.archive.audit import Entry, Pen, Verdict
from station.archive.readings import checks, images, stored
from station.archive.readings.overview import locked_readings, opened_key, study_progress
from station.archive.readings.sittings import RecordedSitting
from station.archive.readings.stored import CONSENSUS, Event
from station.archive.readings.values import LockedReading, NewPerson, Person, StudyProgress
from station.archive.sealing import unseal
from station.progress import Report
from station.reading.protocol import StudyRole
from station.reading.readings import ReadingError
from station.reading.worklist import Key, worklist


class CoordinatorSitting(RecordedSitting):
    """Following a study, locking it, and opening its key."""

    def progress(self) -> StudyProgress:
        with self._record.reading() as connection:
            return study_progress(connection, self._study)

    def people(self) -> tuple[Person, ...]:
        """All who take part, in the order they joined."""
        with self._record.reading() as connection:
            rows = stored.people_of(connection, self._study.id)
        return tuple(Person(name, StudyRole(row["role"])) for name, row in rows.items())

    def locked_readings(self) -> tuple[LockedReading, ...]:
        """Everything that was read, with its arm. Raises ReadingError while it is not locked."""
        with self._record.reading() as connection:
            return locked_readings(connection, self._study)

    def locked_key(self) -> Key:
        """What the image codes refer to, and the series that they were copied from.

        Raises ReadingError while the study is not locked.
        """
        with self._record.reading() as connection:
            return opened_key(connection, self._study)

    @property
    def home(self) -> Path:
        """This station's data folder."""
        return self._record.home

    def verify(self) -> Verdict:
        """Check the whole record, of every study, against its audit trail."""
        return self._record.verify()

    def changed_images(self, report: Report) -> tuple[str, ...]:
        """Codes of the images whose files are not what they were when the study was made."""
        return images.changed_images(self._study.digests, self._study.folder, report)

    def lock(self, password: str, reason: str = "") -> None:
        """Close the study and open its key for the analysis.

        A study in which somebody has not signed is locked with a reason only. Raises ReadingError;
        also where the record is not what was written.
        """
        verdict = self._record.verify()
        if verdict.broken is not None:
            raise ReadingError(f"The study cannot be locked: {verdict.broken.sentence}")

        def work(pen: Pen) -> None:
            events = self._events(pen.connection)
            if stored.is_locked(events):
                raise ReadingError("The study is locked already.")
            waiting = [*stored.not_signed(pen.connection, self._study)]
            agreed = stored.is_signed(events, CONSENSUS)
            if not waiting and not agreed and stored.discordant_images(pen.connection, self._study):
                waiting.append("the consensus")
            if waiting and not reason.strip():
                raise ReadingError(
                    f"Not signed yet: {', '.join(waiting)}. Wait, or give a reason to lock the "
                    f"study as it is."
                )
            key, _ = self._opened(pen.connection, password)
            content = {"unsigned": waiting, "key": stored.key_json(key)}
            stored.add_event(pen, self._study.id, Event.LOCKED, self.name, content, reason.strip())

        self._record.write(work)

    def unlock(self, reason: str) -> None:
        """Let readers who have not signed go on. The key was open: that stays on record."""
        why = checks.checked_reason(reason, "unlocking a study")

        def work(pen: Pen) -> None:
            if not stored.is_locked(self._events(pen.connection)):
                raise ReadingError("The study is not locked.")
            stored.add_event(pen, self._study.id, Event.UNLOCKED, self.name, {}, why)

        self._record.write(work)

    def reopen(self, reader: str, reason: str) -> None:
        """Take a reader's signature back, so that they can revise; before the consensus begins."""
        why = checks.checked_reason(reason, "reopening a reader's set")

        def work(pen: Pen) -> None:
            events = self._events(pen.connection)
            if stored.is_locked(events):
                raise ReadingError("The study is locked. Unlock it first, with a reason.")
            if not stored.is_signed(events, reader):
                raise ReadingError(f"{reader} has not signed; nothing has to be reopened.")
            begun = stored.latest_readings(pen.connection, self._study.id, CONSENSUS)
            if begun or stored.is_signed(events, CONSENSUS):
                raise ReadingError(
                    "The consensus has begun: readers have seen each other's scores, and what they "
                    "scored before stays."
                )
            stored.add_event(pen, self._study.id, Event.REOPENED, self.name, {"set": reader}, why)

        self._record.write(work)

    def open_key(self, password: str, reason: str) -> tuple[Key, Mapping[str, str]]:
        """Key and sources of the cases, at any time; who opened it and why is recorded."""
        why = checks.checked_reason(reason, "opening the key")

        def work(pen: Pen) -> tuple[Key, Mapping[str, str]]:
            opened = self._opened(pen.connection, password)
            stored.add_event(pen, self._study.id, Event.KEY_OPENED, self.name, {}, why)
            return opened

        return self._record.write(work)

    def add_person(self, person: NewPerson, password: str) -> None:
        """Add a reader, an adjudicator or a coordinator; `password` is the coordinator's own."""

        def work(pen: Pen) -> None:
            people = stored.people_of(pen.connection, self._study.id)
            checks.refuse_person(person, people)
            if stored.is_locked(self._events(pen.connection)):
                raise ReadingError("The study is locked. Unlock it first, with a reason.")
            reads = person.role is StudyRole.READER
            if reads and not stored.not_signed(pen.connection, self._study):
                raise ReadingError(
                    "Every reader has signed; the consensus is open. Nobody can join."
                )
            study_key = self._study_key(pen.connection, password)
            row = stored.person_row(self._study.id, person, study_key) | {"added_at": pen.at}
            pen.add(schema.reading_people, row, "added a person", self.name)
            if not reads:
                return
            key, _ = self._opened(pen.connection, password)
            taken = stored.codes_of(pen.connection, self._study.id)
            items = worklist(self._study.protocol, key, row["name"], taken)
            stored.add_items(pen, self._study.id, row["name"], items, "put on the list", self.name)

        self._record.write(work)

    def set_password(self, name: str, new: str, reason: str) -> None:
        """Give a reader or adjudicator who forgot it a new password.

        A coordinator's cannot be set by another: the key is sealed under it.
        """
        why = checks.checked_reason(reason, "setting a password")
        checks.refuse_password(new)

        def work(pen: Pen) -> None:
            row = stored.person_named(pen.connection, self._study.id, name)
            if row is None or row["role"] == StudyRole.COORDINATOR:
                raise ReadingError(f'"{name}" is not a reader or an adjudicator of this study.')
            stored.new_password(pen, row, new, None, self.name, why)

        self._record.write(work)

    def history(self, after: int = 0) -> tuple[Entry, ...]:
        """The audit trail of this study, first to last, from behind entry `after` on."""
        return self._record.history(self._study.id, after)

    def _opened(self, connection: Connection, password: str) -> tuple[Key, Mapping[str, str]]:
        study_key = self._study_key(connection, password)
        columns = schema.reading_sealed.c
        sealed = connection.scalar(select(columns.sealed).where(columns.study == self._study.id))
        try:
            content = json.loads(unseal(str(sealed), study_key, self._study.id))
        except ValueError as error:
            raise ReadingError(
                f'The sealed key of "{self._study.name}" is damaged. Check the record with: '
                f"station reading verify"
            ) from error
        return stored.key_of(content["key"]), content["sources"]

    def _study_key(self, connection: Connection, password: str) -> bytes:
        row = checks.checked_person(connection, self._study.id, self.name, password)
        return checks.unwrapped(self._study.id, str(row["wrapped"]), password)
