"""The record of reader studies: who read what when, what is still to be read, and what opens when.

A reader signs in and gets a `ReaderSession`. It hands out `Case`s, which know no arm, and takes
answers; no method of it tells an arm, a patient, or what another reader answered. Everything it
takes is on the disk when the call returns. The consensus has its own session, and so has the
coordinator, who alone can open the key before the study is locked, which is recorded.

Call it from worker threads: each call is one short transaction. SQLAlchemy is imported here, which
takes 0.2 s.
"""

import json
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from hashlib import file_digest, sha256
from pathlib import Path
from statistics import fmean, median
from typing import Any, cast

from sqlalchemy import Connection, func, select

from station import __version__
from station.archive import schema
from station.archive.audit import Entry, Pen, Record, Verdict, canonical
from station.archive.database import (
    FILE_NAME,
    URL_VARIABLE,
    Database,
    file_url,
    make_home,
    parsed_url,
)
from station.archive.encoding import codec
from station.archive.sealing import (
    SHORTEST_PASSWORD,
    WrongPassword,
    new_key,
    password_fits,
    password_hash,
    seal,
    unseal,
    unwrap,
    wrap,
)
from station.errors import ArchiveError
from station.progress import Report
from station.reading.pace import drifting, speeding_up
from station.reading.protocol import Arm, Protocol, StudyRole
from station.reading.readings import (
    Discordant,
    Draft,
    Question,
    Reading,
    ReadingError,
    Scores,
    Value,
    Viewing,
    checked_answer,
    consensus_questions,
    discordance,
    questions,
)
from station.reading.worklist import (
    SIDES,
    Case,
    CaseImage,
    Item,
    Key,
    KeyEntry,
    Kind,
    Side,
    consensus_list,
    worklist,
)

IMAGES_VARIABLE = "STATION_STUDY_IMAGES"
"""Where this station sees the studies' images, if elsewhere than the one that prepared them"""

CONSENSUS = ""
"""Stands for the reader in the rows of the consensus"""

CONSENSUS_NAME = "consensus"

LONGEST_NAME = 100
SEED_BYTES = 32


class Event(StrEnum):
    """What happened to a study or to a reader's set of readings."""

    PRACTISED = "practised"
    SIGNED = "signed"
    REOPENED = "reopened"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    KEY_OPENED = "key opened"


# -- setting a study up ----------------------------------------------------------------------------


@dataclass(frozen=True)
class NewPerson:
    name: str
    role: StudyRole
    password: str = field(repr=False)


@dataclass(frozen=True)
class NewStudy:
    """A reader study that is ready to be read."""

    name: str
    protocol: Protocol
    key: Key
    people: tuple[NewPerson, ...]
    """At least one coordinator and one reader"""
    images: Path
    """Holds a folder of de-identified files for every image code of the key"""
    sources: Mapping[str, str] = field(default_factory=dict[str, str])
    """Case → where it came from, for the coordinator; sealed, and not opened by the lock"""
    due: date | None = None


# -- what a reader gets ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Rest:
    """The next session opens on a later day, so that nobody remembers an image."""

    until: date


@dataclass(frozen=True)
class Finished:
    """All is confirmed; what is left is to sign, where that has not been done."""

    signed: bool


@dataclass(frozen=True)
class OwnReading:
    """A confirmed reading, as the one who made it may see it again."""

    code: str
    practice: bool
    number: int
    reading: Reading
    revisions: int
    """0: as it was confirmed"""
    confirmed_at: datetime
    """Aware, UTC; of the last revision"""


@dataclass(frozen=True)
class ConsensusCase:
    """An image that readers scored very differently. It has no arm either."""

    code: str
    number: int
    total: int
    image: CaseImage
    scores: Mapping[str, Mapping[str, int]]
    """Criterion id → reader → score, of the criteria to be agreed on"""

    @property
    def criteria(self) -> tuple[str, ...]:
        return tuple(self.scores)


# -- what the coordinator gets ---------------------------------------------------------------------


@dataclass(frozen=True)
class CaseProgress:
    """One line of a reader's list."""

    code: str
    images: tuple[str, ...]
    kind: Kind
    number: int
    confirmed_at: datetime | None
    """Aware, UTC; None: not read yet"""
    seconds: float | None
    revisions: int


@dataclass(frozen=True)
class ReaderProgress:
    reader: str
    cases: tuple[CaseProgress, ...]
    signed: bool
    practised: bool
    """Every practice case is confirmed; True too where there is none"""
    warnings: tuple[str, ...]
    """Sentences: reads faster, scores drift"""

    @property
    def done(self) -> int:
        """Cases confirmed, without practice."""
        return sum(case.confirmed_at is not None for case in self._counted)

    @property
    def total(self) -> int:
        return len(self._counted)

    @property
    def median_seconds(self) -> float | None:
        times = [case.seconds for case in self._counted if case.seconds is not None]
        return median(times) if times else None

    @property
    def last_at(self) -> datetime | None:
        """When something was confirmed last."""
        return max((case.confirmed_at for case in self.cases if case.confirmed_at), default=None)

    @property
    def _counted(self) -> list[CaseProgress]:
        return [case for case in self.cases if case.kind is not Kind.PRACTICE]


@dataclass(frozen=True)
class StudyProgress:
    name: str
    created_at: datetime
    due: date | None
    readers: tuple[ReaderProgress, ...]
    compared: int
    """Images that every reader has scored"""
    discordant: int
    """Of these, images with a large difference"""
    consensus_done: int
    consensus_total: int
    """0 until every reader has signed"""
    consensus_signed: bool
    locked: bool
    unlocks: tuple[str, ...]
    """The reason of every unlocking"""

    @property
    def discordant_share(self) -> float | None:
        return self.discordant / self.compared if self.compared else None

    def overdue(self, today: date) -> tuple[str, ...]:
        """Readers who have not signed although the study was due."""
        if self.due is None or today <= self.due:
            return ()
        return tuple(reader.reader for reader in self.readers if not reader.signed)


@dataclass(frozen=True)
class LockedReading:
    """One image, read by one reader, with its arm: a line of the row-level data."""

    reader: str
    consensus: bool
    """Agreed on afterwards: only the criteria that were discordant"""
    case: str
    arm: Arm
    kind: Kind
    session: int
    number: int
    code: str
    image: str
    scores: Mapping[str, int]
    """Criterion id → score"""
    artifact: str | None
    comment: str
    viewing: Viewing
    revisions: int
    confirmed_at: datetime
    version: str


# -- the studies -----------------------------------------------------------------------------------


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
    try:
        database.prepare()
    except BaseException:
        database.close()
        raise
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

    def names(self) -> tuple[str, ...]:
        """Of all studies, oldest first."""
        columns = schema.reading_studies.c
        with self._record.reading() as connection:
            rows = connection.execute(select(columns.name).order_by(columns.created_at))
            return tuple([str(name) for name in rows.scalars()])

    def create(self, study: NewStudy, report: Report) -> None:
        """Record a study: its readers' lists, its people, its sealed key. Then it can be read.

        Raises ReadingError or StationError where something about it does not fit.
        """
        _refuse_people(study.people)
        name = _checked_name(study.name, "study")
        digests = _image_digests(study.images, study.key, report)
        readers = [one.name for one in study.people if one.role is StudyRole.READER]
        lists: dict[str, tuple[Item, ...]] = {}
        taken: set[str] = set()
        for reader in readers:
            lists[reader] = worklist(study.protocol, study.key, reader, taken)
            taken |= {item.code for item in lists[reader]}
        study_id, key = secrets.token_hex(8), new_key()
        sealed = seal(_secret_text(study.key, study.sources).encode(), key, study_id)
        people = [_person_row(study_id, one, key) for one in study.people]
        who = next(one.name for one in study.people if one.role is StudyRole.COORDINATOR)
        content = canonical(
            {
                "protocol": codec(Protocol).to_json(study.protocol),
                "images": str(study.images.absolute()),
                "digests": digests,
                "due": None if study.due is None else study.due.isoformat(),
            }
        )

        def work(pen: Pen) -> None:
            columns = schema.reading_studies.c
            if pen.connection.scalar(select(columns.id).where(columns.name == name)) is not None:
                raise ReadingError(
                    f'A reader study "{name}" exists already. Give this one another name.'
                )
            row = {"id": study_id, "name": name, "content": content, "created_at": pen.at}
            pen.add(schema.reading_studies, row, "created the study", who)
            for person in people:
                pen.add(schema.reading_people, person | {"added_at": pen.at}, "added a person", who)
            pen.add(
                schema.reading_sealed, {"study": study_id, "sealed": sealed}, "sealed the key", who
            )
            for reader, items in lists.items():
                for item in items:
                    pen.add(
                        schema.reading_items,
                        _item_row(study_id, reader, item),
                        "put on the list",
                        who,
                    )

        self._record.write(work)

    def sign_in(self, study: str, name: str, password: str) -> "ReaderSession | CoordinatorSession":
        """The session of a reader or of a coordinator.

        Raises ReadingError: the study, the name or the password is not known. That is recorded.
        """
        known, person = self._signed_in(study, name, password)
        match person["role"]:
            case StudyRole.COORDINATOR:
                return CoordinatorSession(self._record, known, person["name"])
            case StudyRole.READER:
                return ReaderSession(self._record, known, person["name"])
            case _:
                raise ReadingError(
                    f"{person['name']} takes part in the consensus only. It opens when every "
                    f"reader has signed."
                )

    def sign_in_for_consensus(self, study: str, name: str, password: str) -> "ConsensusSession":
        """The consensus, for an adjudicator or for a reader in front of whom all sit.

        Raises ReadingError while a reader has not signed.
        """
        known, person = self._signed_in(study, name, password)
        if person["role"] == StudyRole.COORDINATOR:
            raise ReadingError(
                "The coordinator does not score. Sign in as a reader or as the adjudicator."
            )
        with self._record.reading() as connection:
            waiting = _not_signed(connection, known)
        if waiting:
            raise ReadingError(
                f"The consensus opens when every reader has signed. Still to sign: "
                f"{', '.join(waiting)}."
            )
        return ConsensusSession(self._record, known, person["name"], StudyRole(person["role"]))

    def locked_readings(self, study: str) -> tuple[LockedReading, ...]:
        """Everything that was read, with its arm, by reader and in reading order.

        Practice is left out. Raises ReadingError while the study is not locked.
        """
        with self._record.reading() as connection:
            return _locked_readings(connection, _study(connection, study))

    def protocol(self, study: str) -> Protocol:
        with self._record.reading() as connection:
            return _study(connection, study).protocol

    def verify(self, head: str | None = None) -> Verdict:
        """Check the whole record, of every study, against its audit trail.

        `head`: a hash written down earlier, which the trail has to hold.
        """
        return self._record.verify(head)

    def changed_images(self, study: str, report: Report) -> tuple[str, ...]:
        """Codes of the images whose files are not what they were when the study was made."""
        with self._record.reading() as connection:
            known = _study(connection, study)
        changed: list[str] = []
        for number, (image, digest) in enumerate(sorted(known.digests.items())):
            report(number / len(known.digests), "Checking images")
            if _folder_digest(known.folder(image)) != digest:
                changed.append(image)
        return tuple(changed)

    def _signed_in(self, study: str, name: str, password: str) -> "tuple[_Study, dict[str, Any]]":
        with self._record.reading() as connection:
            known = _study(connection, study)
            person = _people(connection, known.id).get(name.strip())
        fits = person is not None and password_fits(person["password"], password)
        action = "signed in" if fits else "was refused at sign-in"
        self._record.write(lambda pen: pen.note(known.id, action, name.strip()[:LONGEST_NAME]))
        if person is None or not fits:
            raise ReadingError(
                f'"{name.strip()}" with this password is not known in this study. Check both; the '
                f"coordinator can set a new password."
            )
        return known, person


# -- sessions --------------------------------------------------------------------------------------


class _Session:
    """What every session can do."""

    def __init__(self, record: Record, study: "_Study", name: str) -> None:
        self._record = record
        self._study = study
        self.name = name
        """Who has signed in"""

    @property
    def study(self) -> str:
        """The study's name."""
        return self._study.name

    @property
    def protocol(self) -> Protocol:
        return self._study.protocol

    def change_password(self, old: str, new: str) -> None:
        """Raises ReadingError where the old one is not right or the new one too short."""
        _refuse_password(new)

        def work(pen: Pen) -> None:
            row = _checked_person(pen.connection, self._study.id, self.name, old)
            wrapped = row["wrapped"]
            if wrapped is not None:
                wrapped = wrap(_unwrapped(self._study.id, wrapped, old), new, self._study.id)
            _new_password(pen, row, new, wrapped, self.name, "")

        self._record.write(work)


class _Scoring(_Session):
    """What reading and the consensus have in common: answers to one item after the other."""

    _reader: str
    """As rows have it"""

    def draft(self, code: str) -> Draft:
        """What has been answered so far of an item that is not confirmed yet."""
        with self._record.reading() as connection:
            return _draft(connection, self._study.id, self._reader, code)

    def answer(self, code: str, question: Question, value: Value) -> None:
        """Keep an answer; it is on the disk on return. The last one to a question holds.

        Raises ReadingError where `code` is not the item to be read now or the answer is none.
        """

        def work(pen: Pen) -> None:
            asked = self._asked_now(pen.connection, code, pen.now)
            kept = checked_answer(asked, question, value)
            before = _draft(pen.connection, self._study.id, self._reader, code)
            if before.get(question) == kept and type(before.get(question)) is type(kept):
                return
            row = {
                "study": self._study.id,
                "reader": self._reader,
                "code": code,
                "side": question.side.value,
                "question": question.id,
                "value": json.dumps(kept),
                "given_at": pen.at,
            }
            pen.add(schema.reading_answers, row, "answered", self.name, before.get(question))

        self._record.write(work)

    def confirm(self, code: str, viewing: Viewing) -> Reading:
        """Make a reading of the answers that were given; it is on the disk on return.

        Confirming again adds nothing and gives the reading that holds. Raises ReadingError where an
        answer is missing or `code` is not the item to be read now.
        """

        def work(pen: Pen) -> Reading:
            known = _latest(pen.connection, self._study.id, self._reader).get(code)
            if known is not None:
                return _reading_of(known)
            draft = _draft(pen.connection, self._study.id, self._reader, code)
            reading = Reading(self._asked_now(pen.connection, code, pen.now), draft)
            self._add(pen, code, reading, viewing, 1, None, "")
            return reading

        return self._record.write(work)

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
            known = _latest(pen.connection, self._study.id, self._reader).get(code)
            if known is None:
                raise ReadingError(
                    f"{code} is not confirmed yet. Confirm it; then it can be revised."
                )
            reading = Reading(self._asked_of(pen.connection, code), answers)
            if reading.answers == _reading_of(known).answers:
                raise ReadingError("These answers are the ones on record. Change one, or leave it.")
            self._add(pen, code, reading, viewing, known["revision"] + 1, known["answers"], why)
            return reading

        return self._record.write(work)

    def own(self) -> tuple[OwnReading, ...]:
        """What was confirmed in this set, in its order."""
        with self._record.reading() as connection:
            items = _items(connection, self._study.id, self._reader)
            latest = _latest(connection, self._study.id, self._reader)
        return tuple(
            OwnReading(
                code=item.code,
                practice=item.kind is Kind.PRACTICE,
                number=item.number,
                reading=_reading_of(latest[item.code]),
                revisions=latest[item.code]["revision"] - 1,
                confirmed_at=datetime.fromisoformat(latest[item.code]["confirmed_at"]),
            )
            for item in items
            if item.code in latest
        )

    @property
    def signed(self) -> bool:
        with self._record.reading() as connection:
            return _is_signed(_events(connection, self._study.id), self._reader)

    def _asked_now(self, connection: Connection, code: str, now: datetime) -> tuple[Question, ...]:
        """What an item asks, where it may be read now."""
        raise NotImplementedError

    def _asked_of(self, connection: Connection, code: str) -> tuple[Question, ...]:
        """What an item of this set asks."""
        raise NotImplementedError

    def _refuse_closed(self, connection: Connection) -> None:
        """Raise ReadingError where answers can no longer be given."""
        events = _events(connection, self._study.id)
        if _is_locked(events):
            raise ReadingError(
                "The study is locked: no answer can be given or changed. Ask the coordinator."
            )
        if _is_signed(events, self._reader):
            raise ReadingError(
                "This set is signed: no answer can be given or changed. Ask the coordinator."
            )

    def _add(
        self,
        pen: Pen,
        code: str,
        reading: Reading,
        viewing: Viewing,
        revision: int,
        old: str | None,
        reason: str,
    ) -> None:
        row = {
            "study": self._study.id,
            "reader": self._reader,
            "code": code,
            "revision": revision,
            "answers": _answers_text(reading.answers),
            "viewing": canonical(codec(Viewing).to_json(viewing)),
            "reason": reason,
            "version": __version__,
            "confirmed_at": pen.at,
        }
        action = "confirmed a reading" if revision == 1 else "revised a reading"
        before = None if old is None else json.loads(old)
        pen.add(schema.readings, row, action, self.name, before, reason)

    def _sign(self, pen: Pen, items: int, content: Mapping[str, object]) -> None:
        latest = _latest(pen.connection, self._study.id, self._reader)
        texts = [latest[code]["answers"] for code in sorted(latest)]
        whole = {
            "set": self._reader,
            "readings": items,
            "sha256": sha256("\n".join(texts).encode()).hexdigest(),
        }
        _add_event(pen, self._study.id, Event.SIGNED, self.name, whole | dict(content))


class ReaderSession(_Scoring):
    """What a reader's screen can ask. Nothing here tells an arm or another reader's answers."""

    def __init__(self, record: Record, study: "_Study", name: str) -> None:
        super().__init__(record, study, name)
        self._reader = name

    def next(self) -> Case | Rest | Finished:
        """The case to be read now: the first in this reader's list that is not confirmed."""
        with self._record.reading() as connection:
            item = self._due(connection, self._record.now())
            if isinstance(item, Item):
                return self._case(connection, item)
            return item

    def case(self, code: str) -> Case:
        """A case of this reader's list, to be looked at again. Raises ReadingError."""
        with self._record.reading() as connection:
            return self._case(connection, self._item(connection, code))

    def sign(self, password: str) -> None:
        """Sign all own readings: from now on they are final.

        Raises ReadingError where one is missing or the password is not right.
        """

        def work(pen: Pen) -> None:
            self._refuse_closed(pen.connection)
            items = _items(pen.connection, self._study.id, self._reader)
            left = len(items) - len(_latest(pen.connection, self._study.id, self._reader))
            if left:
                raise ReadingError(
                    f"{left} of {len(items)} cases are not confirmed yet. Read them first."
                )
            _checked_person(pen.connection, self._study.id, self.name, password)
            self._sign(pen, len(items), {})
            if not _not_signed(pen.connection, self._study):
                _open_consensus(pen, self._study, self.name)

        self._record.write(work)

    def _item(self, connection: Connection, code: str) -> Item:
        for item in _items(connection, self._study.id, self._reader):
            if item.code == code:
                return item
        raise ReadingError(f'"{code}" is not on your list. Take the case that is shown.')

    def _case(self, connection: Connection, item: Item) -> Case:
        practice = item.kind is Kind.PRACTICE
        items = _items(connection, self._study.id, self._reader)
        sides = SIDES[self._study.protocol.presentation]
        return Case(
            code=item.code,
            practice=practice,
            number=item.number,
            total=sum((one.kind is Kind.PRACTICE) is practice for one in items),
            images=tuple(
                CaseImage(side, self._study.folder(image))
                for side, image in zip(sides, item.images, strict=True)
            ),
        )

    def _due(self, connection: Connection, now: datetime) -> Item | Rest | Finished:
        items = _items(connection, self._study.id, self._reader)
        latest = _latest(connection, self._study.id, self._reader)
        item = next((item for item in items if item.code not in latest), None)
        if item is None:
            return Finished(_is_signed(_events(connection, self._study.id), self._reader))
        days = self._study.protocol.washout_days
        before = [one.code for one in items if one.session == item.session - 1 > 0]
        last = _last_first_confirmed(connection, self._study.id, self._reader, before)
        if days and last is not None:
            opens = last.astimezone().date() + timedelta(days=days)
            if now.astimezone().date() < opens:
                return Rest(opens)
        return item

    def _asked_now(self, connection: Connection, code: str, now: datetime) -> tuple[Question, ...]:
        self._refuse_closed(connection)
        self._item(connection, code)
        due = self._due(connection, now)
        if isinstance(due, Rest):
            raise ReadingError(f"The next session opens on {due.until}. Come back on that day.")
        if isinstance(due, Finished) or due.code != code:
            raise ReadingError(
                f"{code} is not the case to be read now. Go on with the one that is shown; what is "
                f"confirmed can be revised."
            )
        return questions(self._study.protocol)

    def _asked_of(self, connection: Connection, code: str) -> tuple[Question, ...]:
        self._item(connection, code)
        return questions(self._study.protocol)

    def _add(
        self,
        pen: Pen,
        code: str,
        reading: Reading,
        viewing: Viewing,
        revision: int,
        old: str | None,
        reason: str,
    ) -> None:
        super()._add(pen, code, reading, viewing, revision, old, reason)
        items = _items(pen.connection, self._study.id, self._reader)
        practice = [item.code for item in items if item.kind is Kind.PRACTICE]
        if revision == 1 and practice and code == practice[-1]:
            content = {"set": self._reader, "cases": len(practice)}
            _add_event(pen, self._study.id, Event.PRACTISED, self.name, content)


class ConsensusSession(_Scoring):
    """Agreeing on what readers scored very differently, still blinded."""

    def __init__(self, record: Record, study: "_Study", name: str, role: StudyRole) -> None:
        super().__init__(record, study, name)
        self._reader = CONSENSUS
        self._role = role

    @property
    def signers(self) -> tuple[str, ...]:
        """Whose passwords sign the consensus: the adjudicator's, or every reader's."""
        if self._role is StudyRole.ADJUDICATOR:
            return (self.name,)
        with self._record.reading() as connection:
            return _readers(connection, self._study.id)

    def next(self) -> ConsensusCase | Finished:
        """The first discordant image that is not agreed on."""
        with self._record.reading() as connection:
            latest = _latest(connection, self._study.id, CONSENSUS)
            for case in self._cases(connection):
                if case.code not in latest:
                    return case
            return Finished(_is_signed(_events(connection, self._study.id), CONSENSUS))

    def case(self, code: str) -> ConsensusCase:
        """One of the discordant images. Raises ReadingError: there is none of that code."""
        with self._record.reading() as connection:
            return self._case(connection, code)

    def sign(self, passwords: Mapping[str, str]) -> None:
        """Sign the consensus, with the passwords of all `signers`."""
        signers = self.signers

        def work(pen: Pen) -> None:
            self._refuse_closed(pen.connection)
            latest = _latest(pen.connection, self._study.id, CONSENSUS)
            cases = self._cases(pen.connection)
            left = sum(case.code not in latest for case in cases)
            if left:
                raise ReadingError(
                    f"{left} of {len(cases)} images are not agreed on yet. Score them first."
                )
            for name in signers:
                _checked_person(pen.connection, self._study.id, name, passwords.get(name, ""))
            self._sign(pen, len(cases), {"signers": list(signers)})

        self._record.write(work)

    def _cases(self, connection: Connection) -> tuple[ConsensusCase, ...]:
        found = {one.image: one for one in _discordant(connection, self._study)}
        items = [
            item
            for item in _items(connection, self._study.id, CONSENSUS)
            if item.images[0] in found
        ]
        return tuple(
            ConsensusCase(
                code=item.code,
                number=number,
                total=len(items),
                image=CaseImage(Side.ONLY, self._study.folder(item.images[0])),
                scores=found[item.images[0]].scores,
            )
            for number, item in enumerate(items, start=1)
        )

    def _case(self, connection: Connection, code: str) -> ConsensusCase:
        for case in self._cases(connection):
            if case.code == code:
                return case
        raise ReadingError(f'"{code}" is not in the consensus. Take the case that is shown.')

    def _asked_now(self, connection: Connection, code: str, now: datetime) -> tuple[Question, ...]:
        self._refuse_closed(connection)
        case = self._case(connection, code)
        if code in _latest(connection, self._study.id, CONSENSUS):
            raise ReadingError(f"{code} is agreed on already. It can be revised, with a reason.")
        return consensus_questions(case.criteria)

    def _asked_of(self, connection: Connection, code: str) -> tuple[Question, ...]:
        return consensus_questions(self._case(connection, code).criteria)


class CoordinatorSession(_Session):
    """Following a study, locking it, and opening its key."""

    def progress(self) -> StudyProgress:
        with self._record.reading() as connection:
            return _progress(connection, self._study)

    def lock(self, password: str, reason: str = "") -> None:
        """Close the study and open its key for the analysis.

        A study in which somebody has not signed is locked with a reason only. Raises ReadingError;
        also where the record is not what was written.
        """
        verdict = self._record.verify()
        if verdict.broken is not None:
            raise ReadingError(f"The study cannot be locked: {verdict.broken.sentence}")

        def work(pen: Pen) -> None:
            events = _events(pen.connection, self._study.id)
            if _is_locked(events):
                raise ReadingError("The study is locked already.")
            waiting = [*_not_signed(pen.connection, self._study)]
            agreed = _is_signed(events, CONSENSUS)
            if not waiting and not agreed and _discordant(pen.connection, self._study):
                waiting.append("the consensus")
            if waiting and not reason.strip():
                raise ReadingError(
                    f"Not signed yet: {', '.join(waiting)}. Wait, or give a reason to lock the "
                    f"study as it is."
                )
            key, _ = self._opened(pen.connection, password)
            content = {"unsigned": waiting, "key": _key_json(key)}
            _add_event(pen, self._study.id, Event.LOCKED, self.name, content, reason.strip())

        self._record.write(work)

    def unlock(self, reason: str) -> None:
        """Let readers who have not signed go on. The key was open: that stays on record."""
        why = _checked_reason(reason, "unlocking a study")

        def work(pen: Pen) -> None:
            if not _is_locked(_events(pen.connection, self._study.id)):
                raise ReadingError("The study is not locked.")
            _add_event(pen, self._study.id, Event.UNLOCKED, self.name, {}, why)

        self._record.write(work)

    def reopen(self, reader: str, reason: str) -> None:
        """Take a reader's signature back, so that he can revise; before the consensus begins."""
        why = _checked_reason(reason, "reopening a reader's set")

        def work(pen: Pen) -> None:
            events = _events(pen.connection, self._study.id)
            if _is_locked(events):
                raise ReadingError("The study is locked. Unlock it first, with a reason.")
            if not _is_signed(events, reader):
                raise ReadingError(f"{reader} has not signed; nothing has to be reopened.")
            if _latest(pen.connection, self._study.id, CONSENSUS) or _is_signed(events, CONSENSUS):
                raise ReadingError(
                    "The consensus has begun: readers have seen each other's scores, and what they "
                    "scored before stays."
                )
            _add_event(pen, self._study.id, Event.REOPENED, self.name, {"set": reader}, why)

        self._record.write(work)

    def open_key(self, password: str, reason: str) -> tuple[Key, Mapping[str, str]]:
        """Key and sources of the cases, at any time; who opened it and why is recorded."""
        why = _checked_reason(reason, "opening the key")

        def work(pen: Pen) -> tuple[Key, Mapping[str, str]]:
            opened = self._opened(pen.connection, password)
            _add_event(pen, self._study.id, Event.KEY_OPENED, self.name, {}, why)
            return opened

        return self._record.write(work)

    def add_person(self, person: NewPerson, password: str) -> None:
        """Add a reader, an adjudicator or a coordinator; `password` is one's own."""

        def work(pen: Pen) -> None:
            people = _people(pen.connection, self._study.id)
            _refuse_person(person, people)
            if _is_locked(_events(pen.connection, self._study.id)):
                raise ReadingError("The study is locked. Unlock it first, with a reason.")
            reads = person.role is StudyRole.READER
            if reads and not _not_signed(pen.connection, self._study):
                raise ReadingError(
                    "Every reader has signed; the consensus is open. Nobody can join."
                )
            study_key = self._study_key(pen.connection, password)
            row = _person_row(self._study.id, person, study_key) | {"added_at": pen.at}
            pen.add(schema.reading_people, row, "added a person", self.name)
            if not reads:
                return
            key, _ = self._opened(pen.connection, password)
            taken = _codes(pen.connection, self._study.id)
            for item in worklist(self._study.protocol, key, row["name"], taken):
                item_row = _item_row(self._study.id, row["name"], item)
                pen.add(schema.reading_items, item_row, "put on the list", self.name)

        self._record.write(work)

    def set_password(self, name: str, new: str, reason: str) -> None:
        """Give a reader or adjudicator who forgot it a new password.

        A coordinator's cannot be set by another: the key is sealed under it.
        """
        why = _checked_reason(reason, "setting a password")
        _refuse_password(new)

        def work(pen: Pen) -> None:
            row = _people(pen.connection, self._study.id).get(name)
            if row is None or row["role"] == StudyRole.COORDINATOR:
                raise ReadingError(f'"{name}" is no reader and no adjudicator of this study.')
            _new_password(pen, row, new, None, self.name, why)

        self._record.write(work)

    def history(self) -> tuple[Entry, ...]:
        """The audit trail of this study, first to last."""
        return self._record.history(self._study.id)

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
        return _key_of(content["key"]), content["sources"]

    def _study_key(self, connection: Connection, password: str) -> bytes:
        row = _checked_person(connection, self._study.id, self.name, password)
        return _unwrapped(self._study.id, str(row["wrapped"]), password)


# -- what is on record -----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Study:
    """What never changes of a study."""

    id: str
    name: str
    protocol: Protocol
    images: Path
    digests: Mapping[str, str]
    """Image code → SHA-256 of its files"""
    due: date | None
    created_at: datetime

    def folder(self, image: str) -> Path:
        elsewhere = os.environ.get(IMAGES_VARIABLE, "").strip()
        root = Path(elsewhere) / self.images.name if elsewhere else self.images
        return root / image


def _study(connection: Connection, name: str) -> _Study:
    columns = schema.reading_studies.c
    row = (
        connection.execute(select(schema.reading_studies).where(columns.name == name))
        .mappings()
        .first()
    )
    if row is None:
        known = connection.execute(select(columns.name).order_by(columns.created_at)).scalars()
        listed = ", ".join(f'"{one}"' for one in known) or "none yet"
        raise ReadingError(f'There is no reader study "{name}". Those there are: {listed}.')
    try:
        content = json.loads(row["content"])
        return _Study(
            id=row["id"],
            name=row["name"],
            protocol=codec(Protocol).back(content["protocol"]),
            images=Path(content["images"]),
            digests=content["digests"],
            due=None if content["due"] is None else date.fromisoformat(content["due"]),
            created_at=datetime.fromisoformat(row["created_at"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise ArchiveError(
            f'The reader study "{name}" is damaged or was made by a newer Station ({error}). '
            f"Install the newest Station, and check the record with: station reading verify"
        ) from error


def _people(connection: Connection, study: str) -> dict[str, dict[str, Any]]:
    """Name → the row that holds now, in the order they joined."""
    rows = connection.execute(
        select(schema.reading_people)
        .where(schema.reading_people.c.study == study)
        .order_by(schema.reading_people.c.id)
    ).mappings()
    people: dict[str, dict[str, Any]] = {}
    for row in rows:
        people[row["name"]] = dict(row)
    return people


def _readers(connection: Connection, study: str) -> tuple[str, ...]:
    people = _people(connection, study)
    return tuple(name for name, row in people.items() if row["role"] == StudyRole.READER)


def _items(connection: Connection, study: str, reader: str) -> list[Item]:
    columns = schema.reading_items.c
    rows = connection.execute(
        select(schema.reading_items)
        .where(columns.study == study, columns.reader == reader)
        .order_by(columns.id)
    ).mappings()
    return [
        Item(
            code=row["code"],
            kind=Kind(row["kind"]),
            number=row["number"],
            session=row["session"],
            images=tuple(json.loads(row["images"])),
        )
        for row in rows
    ]


def _codes(connection: Connection, study: str) -> set[str]:
    columns = schema.reading_items.c
    return set(connection.execute(select(columns.code).where(columns.study == study)).scalars())


def _draft(connection: Connection, study: str, reader: str, code: str) -> dict[Question, Value]:
    columns = schema.reading_answers.c
    rows = connection.execute(
        select(schema.reading_answers)
        .where(columns.study == study, columns.reader == reader, columns.code == code)
        .order_by(columns.id)
    ).mappings()
    return {Question(Side(row["side"]), row["question"]): json.loads(row["value"]) for row in rows}


def _latest(connection: Connection, study: str, reader: str) -> dict[str, dict[str, Any]]:
    """Item code → its last revision."""
    columns = schema.readings.c
    rows = connection.execute(
        select(schema.readings)
        .where(columns.study == study, columns.reader == reader)
        .order_by(columns.revision)
    ).mappings()
    return {row["code"]: dict(row) for row in rows}


def _last_first_confirmed(
    connection: Connection, study: str, reader: str, codes: Sequence[str]
) -> datetime | None:
    """When the last of these items was confirmed, whatever was revised since."""
    columns = schema.readings.c
    at = connection.scalar(
        select(func.max(columns.confirmed_at)).where(
            columns.study == study,
            columns.reader == reader,
            columns.revision == 1,
            columns.code.in_(codes),
        )
    )
    return None if at is None else datetime.fromisoformat(at)


def _events(connection: Connection, study: str) -> list[dict[str, Any]]:
    """First to last, `content` read."""
    rows = connection.execute(
        select(schema.reading_events)
        .where(schema.reading_events.c.study == study)
        .order_by(schema.reading_events.c.id)
    ).mappings()
    return [dict(row) | {"content": json.loads(row["content"])} for row in rows]


def _is_locked(events: Sequence[Mapping[str, Any]]) -> bool:
    kinds = [event["kind"] for event in events if event["kind"] in (Event.LOCKED, Event.UNLOCKED)]
    return bool(kinds) and kinds[-1] == Event.LOCKED


def _is_signed(events: Sequence[Mapping[str, Any]], set_: str) -> bool:
    kinds = [
        event["kind"]
        for event in events
        if event["kind"] in (Event.SIGNED, Event.REOPENED) and event["content"]["set"] == set_
    ]
    return bool(kinds) and kinds[-1] == Event.SIGNED


def _not_signed(connection: Connection, study: _Study) -> tuple[str, ...]:
    events = _events(connection, study.id)
    readers = _readers(connection, study.id)
    return tuple(reader for reader in readers if not _is_signed(events, reader))


def _scores(connection: Connection, study: _Study, reader: str) -> Scores:
    """Of the images that count: no practice, no repeat."""
    latest = _latest(connection, study.id, reader)
    scores: dict[str, dict[str, int]] = {}
    for item in _items(connection, study.id, reader):
        if item.kind is Kind.REAL and item.code in latest:
            reading = _reading_of(latest[item.code])
            sides = SIDES[study.protocol.presentation]
            for side, image in zip(sides, item.images, strict=True):
                scores[image] = {
                    criterion.id: reading.score(criterion.id, side)
                    for criterion in study.protocol.criteria
                }
    return scores


def _discordant(connection: Connection, study: _Study) -> tuple[Discordant, ...]:
    readers = _readers(connection, study.id)
    scores = {reader: _scores(connection, study, reader) for reader in readers}
    return discordance(study.protocol, scores)


def _progress(connection: Connection, study: _Study) -> StudyProgress:
    events = _events(connection, study.id)
    readers = _readers(connection, study.id)
    scores = {reader: _scores(connection, study, reader) for reader in readers}
    both = set[str].intersection(*[set(one) for one in scores.values()])
    compared = {
        reader: {image: one[image] for image in one if image in both}
        for reader, one in scores.items()
    }
    discordant = discordance(study.protocol, compared)
    all_signed = all(_is_signed(events, reader) for reader in readers)
    agreed = _latest(connection, study.id, CONSENSUS)
    items = {item.images[0]: item.code for item in _items(connection, study.id, CONSENSUS)}
    return StudyProgress(
        name=study.name,
        created_at=study.created_at,
        due=study.due,
        readers=tuple(
            _reader_progress(connection, study, reader, _is_signed(events, reader))
            for reader in readers
        ),
        compared=len(both),
        discordant=len(discordant),
        consensus_done=sum(items.get(one.image) in agreed for one in discordant),
        consensus_total=len(discordant) if all_signed else 0,
        consensus_signed=_is_signed(events, CONSENSUS),
        locked=_is_locked(events),
        unlocks=tuple(event["reason"] for event in events if event["kind"] == Event.UNLOCKED),
    )


def _reader_progress(
    connection: Connection, study: _Study, reader: str, signed: bool
) -> ReaderProgress:
    latest = _latest(connection, study.id, reader)
    items = _items(connection, study.id, reader)
    cases: list[CaseProgress] = []
    means: list[float] = []
    for item in items:
        row = latest.get(item.code)
        viewing = None if row is None else _viewing(row)
        cases.append(
            CaseProgress(
                code=item.code,
                images=item.images,
                kind=item.kind,
                number=item.number,
                confirmed_at=None if row is None else datetime.fromisoformat(row["confirmed_at"]),
                seconds=None if viewing is None else viewing.seconds,
                revisions=0 if row is None else row["revision"] - 1,
            )
        )
        if row is not None and item.kind is not Kind.PRACTICE:
            reading = _reading_of(row)
            means += [
                fmean(reading.score(one.id, side) for one in study.protocol.criteria)
                for side in SIDES[study.protocol.presentation]
            ]
    counted = [case for case in cases if case.kind is not Kind.PRACTICE]
    seconds = [case.seconds for case in counted if case.seconds is not None]
    told = (speeding_up(seconds), drifting(means))
    return ReaderProgress(
        reader=reader,
        cases=tuple(cases),
        signed=signed,
        practised=all(case.confirmed_at for case in cases if case.kind is Kind.PRACTICE),
        warnings=tuple(sentence for sentence in told if sentence is not None),
    )


def _locked_readings(connection: Connection, study: _Study) -> tuple[LockedReading, ...]:
    events = _events(connection, study.id)
    if not _is_locked(events):
        raise ReadingError(
            f'"{study.name}" is not locked, and its key is sealed. The coordinator locks it when '
            f"every reader has signed."
        )
    locked = [event for event in events if event["kind"] == Event.LOCKED]
    key = _key_of(locked[-1]["content"]["key"])
    found: list[LockedReading] = []
    for reader in (*_readers(connection, study.id), CONSENSUS):
        latest = _latest(connection, study.id, reader)
        sides = (Side.ONLY,) if reader == CONSENSUS else SIDES[study.protocol.presentation]
        for item in _items(connection, study.id, reader):
            if item.code not in latest or item.kind is Kind.PRACTICE:
                continue
            row = latest[item.code]
            found += [
                _locked_reading(row, item, key, side, image)
                for side, image in zip(sides, item.images, strict=True)
            ]
    return tuple(found)


def _locked_reading(
    row: Mapping[str, Any], item: Item, key: Key, side: Side, image: str
) -> LockedReading:
    reading = _reading_of(row)
    return LockedReading(
        reader=row["reader"] or CONSENSUS_NAME,
        consensus=row["reader"] == CONSENSUS,
        case=key.entries[image].case,
        arm=key.entries[image].arm,
        kind=item.kind,
        session=item.session,
        number=item.number,
        code=item.code,
        image=image,
        scores={
            question.id: value
            for question, value in reading.answers.items()
            if question.side is side and type(value) is int
        },
        artifact=reading.artifact(side),
        comment=reading.comment(side),
        viewing=_viewing(row),
        revisions=row["revision"] - 1,
        confirmed_at=datetime.fromisoformat(row["confirmed_at"]),
        version=row["version"],
    )


# -- rows ↔ values ---------------------------------------------------------------------------------


def _answers_text(answers: Draft) -> str:
    return canonical([[question.side, question.id, value] for question, value in answers.items()])


def _reading_of(row: Mapping[str, Any]) -> Reading:
    """Of a row of `readings`. Raises ArchiveError where it is damaged."""
    try:
        answers: dict[Question, Value] = {
            Question(Side(side), id_): value for side, id_, value in json.loads(row["answers"])
        }
        return Reading(tuple(answers), answers)
    except (ValueError, TypeError, ReadingError) as error:
        raise ArchiveError(
            f"The reading of {row['code']} is damaged ({error}). Check the record with: station "
            f"reading verify"
        ) from error


def _viewing(row: Mapping[str, Any]) -> Viewing:
    return cast(Viewing, codec(Viewing).back(json.loads(row["viewing"])))


def _item_row(study: str, reader: str, item: Item) -> dict[str, Any]:
    return {
        "study": study,
        "reader": reader,
        "code": item.code,
        "kind": item.kind.value,
        "number": item.number,
        "session": item.session,
        "images": json.dumps(item.images),
    }


def _person_row(study: str, person: NewPerson, study_key: bytes) -> dict[str, Any]:
    coordinates = person.role is StudyRole.COORDINATOR
    return {
        "study": study,
        "name": person.name.strip(),
        "role": person.role.value,
        "password": password_hash(person.password),
        "wrapped": wrap(study_key, person.password, study) if coordinates else None,
    }


def _key_json(key: Key) -> dict[str, object]:
    images = [[code, one.case, one.arm, one.practice] for code, one in key.entries.items()]
    return {"seed": key.seed.hex(), "images": images}


def _key_of(stored: Mapping[str, Any]) -> Key:
    entries = {
        code: KeyEntry(case, Arm(arm), practice) for code, case, arm, practice in stored["images"]
    }
    return Key(bytes.fromhex(stored["seed"]), entries)


def _secret_text(key: Key, sources: Mapping[str, str]) -> str:
    return json.dumps({"key": _key_json(key), "sources": dict(sources)})


# -- what is added ---------------------------------------------------------------------------------


def _add_event(
    pen: Pen, study: str, kind: Event, who: str, content: Mapping[str, object], reason: str = ""
) -> None:
    row = {
        "study": study,
        "who": who,
        "kind": kind.value,
        "content": canonical(content),
        "reason": reason,
        "happened_at": pen.at,
    }
    pen.add(schema.reading_events, row, kind.value, who, None, reason)


def _open_consensus(pen: Pen, study: _Study, who: str) -> None:
    """Put the discordant images on the list of the consensus, in a random order."""
    known = {item.images[0] for item in _items(pen.connection, study.id, CONSENSUS)}
    images = [one.image for one in _discordant(pen.connection, study) if one.image not in known]
    taken = _codes(pen.connection, study.id)
    for item in consensus_list(images, secrets.token_bytes(SEED_BYTES), taken):
        pen.add(
            schema.reading_items,
            _item_row(study.id, CONSENSUS, item),
            "put on the list of the consensus",
            who,
        )


def _new_password(
    pen: Pen, row: Mapping[str, Any], new: str, wrapped: str | None, who: str, reason: str
) -> None:
    changed = {key: row[key] for key in ("study", "name", "role")} | {
        "password": password_hash(new),
        "wrapped": wrapped,
        "added_at": pen.at,
    }
    pen.add(schema.reading_people, changed, "set a password", who, None, reason)


# -- checks ----------------------------------------------------------------------------------------


def _checked_person(connection: Connection, study: str, name: str, password: str) -> dict[str, Any]:
    """The row of a person. Raises ReadingError where the password is not his."""
    row = _people(connection, study).get(name)
    if row is None or not password_fits(row["password"], password):
        raise ReadingError(f"The password of {name} is not right. Type it again.")
    return row


def _unwrapped(study: str, wrapped: str, password: str) -> bytes:
    try:
        return unwrap(wrapped, password, study)
    except WrongPassword as error:
        raise ReadingError(
            "The sealed key does not open with this password: the record was changed. Check it "
            "with: station reading verify"
        ) from error


def _checked_reason(reason: str, what: str) -> str:
    if not reason.strip():
        raise ReadingError(f"{what.capitalize()} needs a reason. Write why.")
    return reason.strip()


def _checked_name(name: str, of_what: str) -> str:
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ReadingError(
            f'"{name[:LONGEST_NAME]}" is no name of a {of_what}. Give one line of 1 to '
            f"{LONGEST_NAME} characters."
        )
    return name


def _refuse_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise ReadingError(f"A password has {SHORTEST_PASSWORD} characters or more.")


def _refuse_person(person: NewPerson, known: Mapping[str, object]) -> None:
    name = _checked_name(person.name, "person")
    if name.casefold() in {one.casefold() for one in known} | {CONSENSUS_NAME}:
        raise ReadingError(f'The name "{name}" is taken. Give each person another one.')
    _refuse_password(person.password)


def _refuse_people(people: Sequence[NewPerson]) -> None:
    for number, person in enumerate(people):
        _refuse_person(person, {one.name.strip(): one for one in people[:number]})
    for role in (StudyRole.COORDINATOR, StudyRole.READER):
        if not any(person.role is role for person in people):
            raise ReadingError(f"A reader study needs a {role.value}. Add one.")


def _image_digests(images: Path, key: Key, report: Report) -> dict[str, str]:
    digests: dict[str, str] = {}
    for number, image in enumerate(sorted(key.entries)):
        report(number / len(key.entries), "Recording the images")
        digest = _folder_digest(images / image)
        if digest is None:
            raise ReadingError(
                f"The images of {image} are not in {images}. Prepare the study again."
            )
        digests[image] = digest
    return digests


def _folder_digest(folder: Path) -> str | None:
    """SHA-256 of names and contents of all files below a folder; None: there is none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        return None
    whole = sha256()
    for path in files:
        with path.open("rb") as file:
            content = file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()
