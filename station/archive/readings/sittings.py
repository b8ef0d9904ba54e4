"""What every sitting can do, and what reading and the consensus have in common."""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection

from station import __version__
from station.archive import schema
from station.archive.audit import REFUSED_SIGNATURE, Pen, Record, canonical
from station.archive.encoding import to_json
from station.archive.readings import accounts, checks, confirmed, images, stored
from station.archive.readings.accounts import Account
from station.archive.readings.keys import OPTION, SEALED, Held, Keys, NotAnAnswer, closed
from station.archive.readings.stored import Event
from station.archive.readings.values import OwnReading
from station.archive.sealing import wrap
from station.archive.signing import Signer, set_hash, signature_text
from station.reading.protocol import Protocol
from station.reading.readings import (
    Draft,
    Question,
    Reading,
    ReadingError,
    Value,
    Viewing,
    checked_answer,
)
from station.reading.worklist import CaseImage, Item, Kind

T = TypeVar("T")


class RecordedSitting:
    """What every sitting can do."""

    def __init__(self, record: Record, study: stored.KnownStudy, account: Account) -> None:
        self._record = record
        self._study = study
        self._account = account
        held = Held.of(account.signer.held) if study.seals_answers else None
        self._keys = Keys(study.id, account.name, held)

    @property
    def name(self) -> str:
        """Who has signed in."""
        return self._account.name

    @property
    def study(self) -> str:
        """The study's name."""
        return self._study.name

    @property
    def protocol(self) -> Protocol:
        return self._study.protocol

    @property
    def has_one_time_password(self) -> bool:
        """Whether the password has to be changed before anything else can be done."""
        return self._account.one_time

    def _events(self, connection: Connection) -> list[dict[str, Any]]:
        return stored.events_of(connection, self._study.id)

    @contextmanager
    def _reading(self) -> Generator[Connection, None, None]:
        """One look at the record. Raises ReadingError where this sitting has ended."""
        with self._record.reading() as connection:
            self._refuse_ended(connection)
            yield connection.execution_options(**{OPTION: self._keys})

    def _write(self, work: Callable[[Pen], T]) -> T:
        """Run `work` in one transaction; its entries are signed. Raises ReadingError likewise."""

        def done(pen: Pen) -> T:
            self._refuse_ended(pen.connection)
            pen.connection.execution_options(**{OPTION: self._keys})
            return work(pen)

        return self._record.write(done, self._account.signer)

    def _refuse_ended(self, connection: Connection) -> None:
        self._account.refuse_ended(connection, self._study.id)
        self._account.refuse_one_time()

    def _identified(self, name: str, password: str) -> tuple[dict[str, Any], Signer]:
        """The row and the key of somebody who types their password. A wrong one is recorded.

        Raises ReadingError where it is not theirs, or was wrong too often.
        """
        with self._record.reading() as connection:
            row = stored.person_named(connection, self._study.id, name)
            now = self._record.now()
            until = accounts.wait_until(connection, self._study.id, name, row, now)
        if until is not None:
            accounts.refuse_waiting(until)
        if row is None or not accounts.fits(row, password):
            self._record.write(lambda pen: pen.note(self._study.id, REFUSED_SIGNATURE, name))
            raise ReadingError(f"The password of {name} is not right. Type it again.")
        signer = accounts.opened(self._study.id, row, password)
        if signer is None:
            raise ReadingError(f"{name} has no signing key yet: it is made when they sign in.")
        return row, signer

    def _timestamp(self) -> None:
        self._record.timestamp(self._study.id, self._account.signer)

    def locked_when_idle(self) -> None:
        """Record that the screen was locked because nobody was there."""
        self._write(lambda pen: pen.note(self._study.id, "locked when idle", self.name))

    def come_back(self, password: str) -> None:
        """Raises ReadingError where the password is not that of who has signed in."""
        self._identified(self.name, password)
        self._write(lambda pen: pen.note(self._study.id, "came back", self.name))

    def change_password(self, old: str, new: str) -> None:
        """Raises ReadingError where the old one is not right or the new one cannot be had.

        Who signs in with a one-time password gets a signing key that nobody else has seen.
        """
        checks.refuse_password(new, self.name, self.study)
        row, signer = self._identified(self.name, old)
        if self._account.one_time:
            if accounts.fits(row, new):
                raise ReadingError("Choose another password than the one you were given.")
            signer = Signer.new(self.name, signer.held)
        with self._record.reading() as connection:
            wrapped = stored.wrapped_of(connection, row)
        if wrapped is not None:
            wrapped = wrap(checks.unwrapped(self._study.id, wrapped, old), new, self._study.id)

        def work(pen: Pen) -> int:
            self._account.refuse_ended(pen.connection, self._study.id)
            return stored.new_password(pen, row, new, wrapped, signer, self.name)

        changed = self._record.write(work, self._account.signer)
        self._account = self._account.changed(changed, signer)


class Scoring(RecordedSitting, ABC):
    """What reading and the consensus have in common: answers to one item after the other."""

    _reader: str
    """As rows have it"""

    def _items(self, connection: Connection) -> list[Item]:
        return stored.items_of(connection, self._study.id, self._reader)

    def _latest(self, connection: Connection) -> dict[str, dict[str, Any]]:
        """Item code → the row of its last revision."""
        return stored.latest_readings(connection, self._study.id, self._reader)

    def _draft(self, connection: Connection, code: str) -> dict[Question, Value]:
        return stored.draft_of(connection, self._study.id, self._reader, code)

    def draft(self, code: str) -> Draft:
        """What has been answered so far of an item that is not confirmed yet."""
        with self._reading() as connection:
            return self._draft(connection, code)

    def refuse_changed(self, code: str, shown: Sequence[CaseImage]) -> None:
        """Raise ReadingError where an item's images are not what they were when the study was made.

        Reads all their files; what is looked at without it may be another image, or half of one.
        """
        for image in shown:
            try:
                digest = images.folder_digest(image.folder)
            except OSError:
                digest = None
            if digest != self._study.digests[image.folder.name]:
                raise ReadingError(
                    f"The images of {code} are not what they were when the study was made, or this "
                    f"station does not see them. Tell the coordinator, who finds out with: station "
                    f"reading verify --images"
                )

    def answer(self, code: str, question: Question, value: Value) -> None:
        """Keep an answer; it is on the disk on return. The last one to a question holds.

        Raises ReadingError where `code` is not the item to be read now or takes no such answer.
        """

        def work(pen: Pen) -> None:
            asked = self._asked_now(pen.connection, code, pen.now)
            kept = checked_answer(asked, question, value)
            before = self._draft(pen.connection, code)
            if before.get(question) == kept and type(before.get(question)) is type(kept):
                return
            row = {
                "study": self._study.id,
                "reader": self._reader,
                "code": code,
                "side": question.side.value,
                "question": question.id,
                "value": self._closed(pen, code, json.dumps(kept)),
                "given_at": pen.at,
            }
            old = None
            if question in before:
                old = _as_kept(self._closed(pen, code, json.dumps(before[question])))
            pen.add(schema.reading_answers, row, "answered", self.name, old)

        self._write(work)

    def confirm(self, code: str, viewing: Viewing) -> Reading:
        """Make a reading of the answers that were given; it is on the disk on return.

        Confirming again adds nothing and gives the reading that holds. Raises ReadingError where an
        answer is missing or `code` is not the item to be read now.
        """

        def work(pen: Pen) -> Reading:
            known = self._latest(pen.connection).get(code)
            if known is not None:
                return confirmed.reading_of(pen.connection, self.protocol, known)
            draft = self._draft(pen.connection, code)
            reading = Reading(self._asked_now(pen.connection, code, pen.now), draft)
            self._add(pen, code, reading, viewing)
            self._confirmed(pen, code)
            return reading

        return self._write(work)

    def revise(self, code: str, answers: Draft, reason: str, viewing: Viewing) -> Reading:
        """Give other answers to what is confirmed; the old ones stay, with the reason.

        Raises ReadingError: nothing was confirmed, it is signed or locked, no reason is given, or
        nothing is different.
        """
        why = reason.strip()
        if not why:
            raise ReadingError("A revision needs its reason. Write why the answer changes.")

        def work(pen: Pen) -> Reading:
            self._refuse_closed(pen.connection)
            known = self._latest(pen.connection).get(code)
            if known is None:
                raise ReadingError(
                    f"{code} is not confirmed yet. Confirm it; then it can be revised."
                )
            self._refuse_revision(pen.connection, code)
            reading = Reading(self._asked_of(pen.connection, code), answers)
            if self._is_on_record(pen.connection, known, reading):
                raise ReadingError("These answers are the ones on record. Change one, or leave it.")
            self._add(pen, code, reading, viewing, known["revision"] + 1, known["answers"], why)
            return reading

        return self._write(work)

    def _is_on_record(
        self, connection: Connection, known: Mapping[str, Any], reading: Reading
    ) -> bool:
        try:
            return confirmed.reading_of(connection, self.protocol, known).answers == reading.answers
        except NotAnAnswer:
            return False

    def looked_again(self) -> frozenset[str]:
        """Codes of the confirmed cases of this set that were opened again."""
        with self._reading() as connection:
            return self._looked_again(connection)

    def _looked_again(self, connection: Connection) -> frozenset[str]:
        return frozenset(
            event["content"]["code"]
            for event in self._events(connection)
            if event["kind"] == Event.LOOKED_AGAIN and event["content"]["set"] == self._reader
        )

    def own(self) -> tuple[OwnReading, ...]:
        """What was confirmed in this set, in its order."""
        with self._reading() as connection:
            items = self._items(connection)
            known, _ = confirmed.confirmed_of(connection, self._study, self._reader)
        return tuple(
            OwnReading(
                code=item.code,
                practice=item.kind is Kind.PRACTICE,
                number=item.number,
                reading=known[item.code].last,
                revisions=known[item.code].revisions,
                confirmed_at=known[item.code].confirmed_at,
            )
            for item in items
            if item.code in known
        )

    @property
    def signed(self) -> bool:
        with self._reading() as connection:
            return stored.is_signed(self._events(connection), self._reader)

    @abstractmethod
    def _asked_now(self, connection: Connection, code: str, now: datetime) -> tuple[Question, ...]:
        """What an item asks, where it may be read now."""

    @abstractmethod
    def _asked_of(self, connection: Connection, code: str) -> tuple[Question, ...]:
        """What an item of this set asks."""

    def _refuse_revision(self, connection: Connection, code: str) -> None:
        """Raise ReadingError where what was confirmed of an item stays as it is."""

    def _refuse_closed(self, connection: Connection) -> None:
        """Raise ReadingError where answers can no longer be given."""
        events = self._events(connection)
        if stored.is_locked(events):
            raise ReadingError(
                "The study is locked: no answer can be given or changed. Ask the coordinator."
            )
        if stored.is_signed(events, self._reader):
            raise ReadingError(
                "This set is signed: no answer can be given or changed. Ask the coordinator."
            )

    def _confirmed(self, pen: Pen, code: str) -> None:
        """What follows from the first confirmation of an item."""

    def _add(
        self,
        pen: Pen,
        code: str,
        reading: Reading,
        viewing: Viewing,
        revision: int = 1,
        old: str | None = None,
        reason: str = "",
    ) -> None:
        row = {
            "study": self._study.id,
            "reader": self._reader,
            "code": code,
            "revision": revision,
            "answers": self._closed(pen, code, stored.answers_text(reading.answers)),
            "viewing": canonical(to_json(viewing)),
            "reason": reason,
            "version": __version__,
            "confirmed_at": pen.at,
        }
        action = "confirmed a reading" if revision == 1 else "revised a reading"
        before = None if old is None else _as_kept(old)
        pen.add(schema.readings, row, action, self.name, before, reason)

    def _closed(self, pen: Pen, code: str, text: str) -> str:
        return closed(pen.connection, self._study.id, self._reader, code, text)

    def _sign(self, pen: Pen, items: int, meaning: str, signers: Sequence[Signer]) -> None:
        """Add the final signature of each: name, time, meaning, and the hash of what is signed."""
        latest = self._latest(pen.connection)
        content: dict[str, Any] = {
            "set": self._reader,
            "readings": items,
            "sha256": set_hash({code: row["answers"] for code, row in latest.items()}),
            "meaning": meaning,
        }
        if self._reader and self._keys.held is not None:
            content["share"] = self._keys.held.share.hex()
        content["signatures"] = [
            {
                "name": signer.name,
                "at": pen.at,
                "signature": signer.sign(
                    signature_text(self._study.id, self._study.sha256, content, signer.name, pen.at)
                ),
            }
            for signer in signers
        ]
        stored.add_event(pen, self._study.id, Event.SIGNED, self.name, content)


def _as_kept(text: str) -> object:
    """What an entry holds of what was before: sealed, or the answers themselves."""
    return text if text.startswith(SEALED) else json.loads(text)
