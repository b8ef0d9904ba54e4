"""The coordinator's sitting: following a study, its people, its lock and its key."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from sqlalchemy import Connection, select

from station.archive import schema
from station.archive.audit import Entry, Pen, Record, canonical
from station.archive.readings import checks, confirmed, images, keys, stored
from station.archive.readings.accounts import Account
from station.archive.readings.copy import COPY_MADE, Copy, copy_of
from station.archive.readings.keys import Keys
from station.archive.readings.log import study_log
from station.archive.readings.overview import locked_readings, refuse_unlocked, study_progress
from station.archive.readings.sittings import RecordedSitting
from station.archive.readings.stored import CONSENSUS, Event
from station.archive.readings.values import LockedReading, NewPerson, Person, StudyProgress
from station.archive.sealing import unseal
from station.archive.signing import Signer
from station.archive.verifying import Verdict, verify
from station.progress import Report
from station.reading.names import tidy
from station.reading.protocol import StudyRole
from station.reading.readings import ReadingError
from station.reading.study_log import StudyLog
from station.reading.worklist import Key, worklist

MEANING = "The reading is complete as recorded, and no answer can be given or changed any more."
"""Of the coordinator's lock"""
FOR_COPY = "for an investigator's copy of the locked study"
OPENED = {"reading_answers": "value", "readings": "answers"}
"""Table → the column that is sealed"""
ANALYSIS = "for the analysis of the locked study"
"""Why the key is opened where nobody is asked"""


class CoordinatorSitting(RecordedSitting):
    """Following a study, locking it, and opening its key."""

    def __init__(
        self, record: Record, study: stored.KnownStudy, account: Account, study_key: bytes
    ) -> None:
        """`study_key` opens what is sealed, as long as the sitting lasts."""
        super().__init__(record, study, account)
        self._study_key = study_key
        if study.seals_answers:
            self._keys = Keys(study.id, account.name, None, study_key)
        self._locked_key: Key | None = None

    def progress(self) -> StudyProgress:
        with self._reading() as connection:
            return study_progress(connection, self._study)

    def people(self) -> tuple[Person, ...]:
        """All who take part, in the order they joined."""
        with self._reading() as connection:
            rows = stored.people_of(connection, self._study.id)
        return tuple(Person(name, StudyRole(row["role"])) for name, row in rows.items())

    def locked_readings(self) -> tuple[LockedReading, ...]:
        """Everything that was read, with its arm. Raises ReadingError while it is not locked."""
        key = self.locked_key()
        with self._reading() as connection:
            return locked_readings(connection, self._study, key)

    def locked_key(self) -> Key:
        """What the image codes refer to, and the series that they were copied from.

        That it was opened is recorded, once a sitting. Raises ReadingError while the study is not
        locked.
        """
        with self._reading() as connection:
            refuse_unlocked(self._study, self._events(connection))
        if self._locked_key is None:

            def work(pen: Pen) -> Key:
                refuse_unlocked(self._study, self._events(pen.connection))
                key, _ = self._opened(pen.connection)
                self._record_opening(pen, ANALYSIS)
                return key

            self._locked_key = self._write(work)
        return self._locked_key

    @property
    def home(self) -> Path:
        """This station's data folder."""
        return self._record.home

    def verify(self) -> Verdict:
        """Check the whole record, of every study, against its audit trail.

        What this study's seals hide is looked at too: whoever coordinates can open them.
        """
        verdict = verify(self._record)
        if verdict.broken is not None:
            return verdict  # what is in a row that was changed says nothing
        with self._reading() as connection:
            cautions = [
                confirmed.sentence_of(one) for one in confirmed.unusable(connection, self._study)
            ]
            cautions += [
                f"{name} signed with another share of the consensus than their own: the consensus "
                f"does not open to readers. Reopen their set, so that they sign it with Station."
                for name in confirmed.wrong_shares(connection, self._study, self._study_key)
            ]
        new = tuple(one for one in cautions if one not in verdict.cautions)
        return replace(verdict, cautions=(*verdict.cautions, *new))

    def changed_images(self, report: Report) -> tuple[str, ...]:
        """Codes of the images whose files are not what they were when the study was made."""
        return images.changed_images(self._study.digests, self._study.folder, report)

    def lock(self, password: str, reason: str = "") -> None:
        """Close the study: its key may then be opened for the analysis, and stays sealed till then.

        A study in which somebody has not signed is locked with a reason only. Raises ReadingError;
        also where the record is not what was written.
        """
        self._identified(self.name, password)
        verdict = self.verify()
        if verdict.broken is not None:
            raise ReadingError(f"The study cannot be locked: {verdict.broken.sentence}")

        def work(pen: Pen) -> None:
            events = self._events(pen.connection)
            if stored.is_locked(events):
                raise ReadingError("The study is locked already.")
            waiting = [*stored.not_signed(pen.connection, self._study)]
            agreed = stored.is_signed(events, CONSENSUS)
            if (
                not waiting
                and not agreed
                and confirmed.discordant_images(pen.connection, self._study)
            ):
                waiting.append("the consensus")
            if waiting and not reason.strip():
                raise ReadingError(
                    f"Not signed yet: {', '.join(waiting)}. Wait, or give a reason to lock the "
                    f"study as it is."
                )
            content = {
                "unsigned": waiting,
                "entries": verdict.entries,
                "head": verdict.head,
                "meaning": MEANING,
                # So that whoever cannot open the answers knows of these too.
                "unusable": [
                    asdict(one) for one in confirmed.unusable(pen.connection, self._study)
                ],
            }
            stored.add_event(pen, self._study.id, Event.LOCKED, self.name, content, reason.strip())

        self._write(work)
        self._timestamp()

    def unlock(self, reason: str) -> None:
        """Let readers who have not signed go on. Whether the key was open stays on record."""
        why = checks.checked_reason(reason, "unlocking a study")

        def work(pen: Pen) -> None:
            if not stored.is_locked(self._events(pen.connection)):
                raise ReadingError("The study is not locked.")
            stored.add_event(pen, self._study.id, Event.UNLOCKED, self.name, {}, why)

        self._locked_key = None
        self._write(work)

    def reopen(self, reader: str, reason: str) -> None:
        """Take a reader's signature back, so that they can revise; before the consensus begins."""
        why = checks.checked_reason(reason, "reopening a reader's set")

        def work(pen: Pen) -> None:
            events = self._events(pen.connection)
            self._refuse_locked(pen.connection)
            if not stored.is_signed(events, reader):
                raise ReadingError(f"{reader} has not signed; nothing has to be reopened.")
            begun = stored.latest_readings(pen.connection, self._study.id, CONSENSUS)
            if begun or stored.is_signed(events, CONSENSUS):
                raise ReadingError(
                    "The consensus has begun: readers have seen each other's scores, and what they "
                    "scored before stays."
                )
            stored.add_event(pen, self._study.id, Event.REOPENED, self.name, {"set": reader}, why)

        self._write(work)

    def withdraw(self, reader: str, reason: str) -> None:
        """Take a reader out of the study. What they read stays on record, and is not analysed."""
        why = checks.checked_reason(reason, "withdrawing a reader")

        def work(pen: Pen) -> None:
            self._refuse_locked(pen.connection)
            readers = stored.readers_of(pen.connection, self._study.id)
            if reader not in readers:
                raise ReadingError(f'"{reader}" does not read in this study.')
            if len(readers) == 1:
                raise ReadingError("A study keeps one reader at least. Add another one first.")
            if not stored.not_signed(pen.connection, self._study):
                raise ReadingError(
                    "Every reader has signed; the consensus is open. Nobody can be withdrawn."
                )
            content = {"set": reader}
            stored.add_event(pen, self._study.id, Event.WITHDRAWN, self.name, content, why)
            self._deposit_keys(pen)
            if not stored.not_signed(pen.connection, self._study):
                confirmed.open_consensus(pen, self._study, self.name)

        self._write(work)

    def waive_washout(self, reader: str, reason: str) -> None:
        """Let a reader begin the next session now, although not enough days have passed."""
        why = checks.checked_reason(reason, "waiving the washout")

        def work(pen: Pen) -> None:
            self._refuse_locked(pen.connection)
            if reader not in stored.readers_of(pen.connection, self._study.id):
                raise ReadingError(f'"{reader}" does not read in this study.')
            session = stored.session_waited_for(pen.connection, self._study, reader, pen.now)
            if session is None:
                raise ReadingError(f"{reader} does not wait for a washout.")
            content = {"set": reader, "session": session}
            stored.add_event(pen, self._study.id, Event.WAIVED, self.name, content, why)

        self._write(work)

    def open_key(self, password: str, reason: str) -> tuple[Key, Mapping[str, str]]:
        """Key and sources of the cases, at any time; who opened it and why is recorded."""
        why = checks.checked_reason(reason, "opening the key")
        self._identified(self.name, password)

        def work(pen: Pen) -> tuple[Key, Mapping[str, str]]:
            opened = self._opened(pen.connection)
            self._record_opening(pen, why)
            return opened

        return self._write(work)

    def add_person(self, person: NewPerson, password: str) -> None:
        """Add a reader, an adjudicator or a coordinator; `password` is the coordinator's own."""
        self._identified(self.name, password)
        if not person.one_time:
            raise ReadingError("Who joins later gets a one-time password.")

        def work(pen: Pen) -> None:
            people = stored.people_of(pen.connection, self._study.id)
            checks.refuse_person(person, people)
            self._refuse_locked(pen.connection)
            reads = person.role is StudyRole.READER
            if reads and not stored.not_signed(pen.connection, self._study):
                raise ReadingError(
                    "Every reader has signed; the consensus is open. Nobody can join."
                )
            signer = Signer.new(tidy(person.name), self._held(tidy(person.name)))
            row = stored.person_row(self._study.id, person, self._study_key, signer)
            pen.add(schema.reading_people, row | {"added_at": pen.at}, "added a person", self.name)
            if not reads:
                return
            self._deposit_keys(pen)
            key, _ = self._opened(pen.connection)
            taken = stored.codes_of(pen.connection, self._study.id)
            items = worklist(self._study.protocol, key, row["name"], taken)
            stored.add_items(pen, self._study.id, row["name"], items, "put on the list", self.name)

        self._write(work)

    def set_password(self, name: str, new: str, reason: str) -> None:
        """Give a reader or adjudicator who forgot it a one-time password, and end their sittings.

        They choose another one when they sign in. A coordinator's cannot be set by another: the
        key is sealed under it.
        """
        why = checks.checked_reason(reason, "setting a password")
        checks.refuse_password(new, name, self.study)

        def work(pen: Pen) -> None:
            row = stored.person_named(pen.connection, self._study.id, name)
            if row is None or row["role"] == StudyRole.COORDINATOR:
                raise ReadingError(f'"{name}" is not a reader or an adjudicator of this study.')
            signer = Signer.new(row["name"], self._held(row["name"]))
            stored.new_password(pen, row, new, None, signer, self.name, why, one_time=True)

        self._write(work)

    def history(self, after: int = 0) -> tuple[Entry, ...]:
        """The audit trail of this study, first to last, from behind entry `after` on.

        Its answers are opened.
        """
        entries = self._record.history(self._study.id, after)
        with self._reading() as connection:
            return tuple(self._opened_entry(connection, entry) for entry in entries)

    def study_log(self) -> StudyLog:
        """What results begin with. The whole record is checked for it."""
        verdict = self.verify()
        history = self.history()
        with self._reading() as connection:
            unsigned = [*stored.not_signed(connection, self._study)]
            events = self._events(connection)
            if not unsigned and not stored.is_signed(events, CONSENSUS):
                unsigned += ["the consensus"] * bool(
                    confirmed.discordant_images(connection, self._study)
                )
        people = [(person.name, person.role.value) for person in self.people()]
        return study_log(self._study, people, history, unsigned, verdict)

    def investigator_copy(self, password: str) -> Copy:
        """All that an investigator keeps of a locked study, for ever checkable without Station.

        That it was made, and the key opened for it, is recorded. Raises ReadingError while the
        study is not locked.
        """
        _, signer = self._identified(self.name, password)

        def work(pen: Pen) -> Key:
            refuse_unlocked(self._study, self._events(pen.connection))
            key, _ = self._opened(pen.connection)
            self._record_opening(pen, FOR_COPY)
            pen.note(self._study.id, COPY_MADE, self.name)
            return key

        key = self._write(work)
        self._timestamp()
        log = self.study_log()
        with self._reading() as connection:
            return copy_of(connection, self._study, key, self._keys, log, signer)

    def _opened_entry(self, connection: Connection, entry: Entry) -> Entry:
        """An entry whose answers can be read."""
        column = OPENED.get(entry.subject.partition("/")[0])
        if column is None or entry.new is None or not self._study.seals_answers:
            return entry
        row = json.loads(entry.new)

        def opened(text: str) -> str:
            try:
                return keys.opened(connection, self._study.id, row["reader"], row["code"], text)
            except keys.NotAnAnswer:
                return text

        old = None if entry.old is None else json.loads(entry.old)
        if isinstance(old, str) and old.startswith(keys.SEALED):
            entry = replace(entry, old=opened(old))
        return replace(entry, new=canonical(row | {column: opened(row[column])}))

    def _deposit_keys(self, pen: Pen) -> None:
        if self._study.seals_answers:
            stored.deposit_keys(pen, self._study.id, self._study_key, self.name)

    def _held(self, name: str) -> bytes:
        """What a person has of the study, where it seals its answers."""
        if not self._study.seals_answers:
            return b""
        return keys.Held.derived(self._study_key, self._study.id, name).stored

    def _record_opening(self, pen: Pen, why: str) -> None:
        content = {"locked": stored.is_locked(self._events(pen.connection))}
        stored.add_event(pen, self._study.id, Event.KEY_OPENED, self.name, content, why)

    def _refuse_locked(self, connection: Connection) -> None:
        if stored.is_locked(self._events(connection)):
            raise ReadingError("The study is locked. Unlock it first, with a reason.")

    def _opened(self, connection: Connection) -> tuple[Key, Mapping[str, str]]:
        columns = schema.reading_sealed.c
        sealed = connection.scalar(select(columns.sealed).where(columns.study == self._study.id))
        try:
            content = json.loads(unseal(str(sealed), self._study_key, self._study.id))
        except ValueError as error:
            raise ReadingError(
                f'The sealed key of "{self._study.name}" is damaged. Check the record with: '
                f"station reading verify"
            ) from error
        return stored.key_of(content["key"]), content["sources"]
