"""How reader studies are stored: rows read as values, values written as rows.

Every function works inside the transaction of its caller.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from station.archive import schema
from station.archive.audit import Pen, canonical, content_of, stored_rows
from station.archive.encoding import from_json, to_json
from station.archive.readings import keys
from station.archive.readings.values import NewPerson
from station.archive.sealing import password_hash, wrap
from station.archive.signing import Signer
from station.archive.verifying import EVENT_HOLDS
from station.errors import ArchiveError
from station.reading.names import tidy
from station.reading.protocol import Arm, Protocol, StudyRole
from station.reading.readings import (
    Draft,
    Question,
    ReadingError,
    Value,
)
from station.reading.worklist import (
    Item,
    Key,
    KeyEntry,
    Side,
    SourceSeries,
)

IMAGES_VARIABLE = "STATION_STUDY_IMAGES"
"""Where this station sees the studies' images, if elsewhere than the one that prepared them"""

CONSENSUS = keys.CONSENSUS
"""In place of the reader in the rows of the consensus"""

CONSENSUS_NAME = "consensus"
SET_A_PASSWORD = "set a password"  # noqa: S105
"""The action of an entry: one's own, or a coordinator somebody else's"""
SEED_BYTES = 32


class Event(StrEnum):
    """What happened to a study or to a reader's set of readings."""

    PRACTISED = "practised"
    SIGNED = keys.SIGNED
    REOPENED = "reopened"
    LOCKED = "locked"
    LOOKED_AGAIN = "looked again"
    """A reader has opened a confirmed case"""
    WITHDRAWN = "withdrawn"
    WAIVED = "washout waived"
    UNLOCKED = "unlocked"
    KEY_OPENED = "key opened"
    FOR_CONSENSUS = keys.FOR_CONSENSUS
    """Every reader's key, for when all have signed"""


# -- what is on record -----------------------------------------------------------------------------


@dataclass(frozen=True)
class KnownStudy:
    """What never changes of a study."""

    id: str
    name: str
    protocol: Protocol
    images: Path
    digests: Mapping[str, str]
    """Image code → SHA-256 of its files"""
    due: date | None
    created_at: datetime
    seals_answers: bool
    sha256: str
    """Of what was recorded of it: the protocol, and the hash of every image"""

    def folder(self, image: str) -> Path:
        elsewhere = os.environ.get(IMAGES_VARIABLE, "").strip()
        root = Path(elsewhere) / self.images.name if elsewhere else self.images
        return root / image


def study_names(connection: Connection) -> tuple[str, ...]:
    """Of all studies, oldest first."""
    rows = stored_rows(connection, schema.reading_studies, "created_at")
    return tuple(row["name"] for row in rows)


def study_named(connection: Connection, name: str) -> KnownStudy:
    known_as = next((known for known in study_names(connection) if tidy(known) == tidy(name)), name)
    row = next(iter(stored_rows(connection, schema.reading_studies, name=known_as)), None)
    if row is None:
        listed = ", ".join(f'"{known}"' for known in study_names(connection)) or "none yet"
        raise ReadingError(f'There is no reader study "{name}". Those there are: {listed}.')
    try:
        content = json.loads(row["content"])
        return KnownStudy(
            id=row["id"],
            name=row["name"],
            protocol=from_json(content["protocol"], Protocol),
            images=Path(content["images"]),
            digests=content["digests"],
            due=None if content["due"] is None else date.fromisoformat(content["due"]),
            created_at=datetime.fromisoformat(row["created_at"]),
            seals_answers=bool(content.get("seals_answers")),
            sha256=sha256(row["content"].encode()).hexdigest(),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise ArchiveError(
            f'The reader study "{name}" is damaged or was made by a newer Station ({error}). '
            f"Install the newest Station, and check the record with: station reading verify"
        ) from error


PEOPLE_COLUMNS = [column for column in schema.reading_people.c if column.name != "wrapped"]
"""A reader's role on a shared server may see these only"""


def people_of(connection: Connection, study: str) -> dict[str, dict[str, Any]]:
    """Name → the row that holds now, in the order they joined; without the study's key."""
    query = select(*PEOPLE_COLUMNS).filter_by(study=study).order_by("id")
    return {row["name"]: dict(row) for row in connection.execute(query).mappings()}


def wrapped_of(connection: Connection, row: Mapping[str, Any]) -> str | None:
    """The study's key under a person's password; None: they do not coordinate."""
    if row["role"] != StudyRole.COORDINATOR:
        return None
    columns = schema.reading_people.c
    return connection.scalar(select(columns.wrapped).where(columns.id == row["id"]))


def person_named(connection: Connection, study: str, name: str) -> dict[str, Any] | None:
    """The row of a person, however the name was typed and, in older records, kept."""
    people = people_of(connection, study)
    return people.get(name) or next(
        (row for known, row in people.items() if tidy(known) == tidy(name)), None
    )


def reset_of(connection: Connection, study: str, name: str) -> tuple[str, datetime] | None:
    """Who last set somebody else's password, and when; None: nobody ever did."""
    people, audit = schema.reading_people.c, schema.audit.c
    ids = connection.scalars(select(people.id).where(people.study == study, people.name == name))
    row = connection.execute(
        select(audit.who, audit.at)
        .where(
            audit.study == study,
            audit.action == SET_A_PASSWORD,
            audit.who != name,
            audit.subject.in_([f"{schema.reading_people.name}/{id_}" for id_ in ids]),
        )
        .order_by(audit.number.desc())
        .limit(1)
    ).first()
    return None if row is None else (row.who, datetime.fromisoformat(row.at))


def readers_of(connection: Connection, study: str) -> tuple[str, ...]:
    """Those who take part: without the ones who were withdrawn."""
    withdrawn = {
        event["content"]["set"]
        for event in events_of(connection, study)
        if event["kind"] == Event.WITHDRAWN
    }
    people = people_of(connection, study)
    return tuple(
        name
        for name, row in people.items()
        if row["role"] == StudyRole.READER and name not in withdrawn
    )


def items_of(connection: Connection, study: str, reader: str) -> list[Item]:
    rows = stored_rows(connection, schema.reading_items, study=study, reader=reader)
    return [from_json(row | {"images": json.loads(row["images"])}, Item) for row in rows]


def codes_of(connection: Connection, study: str) -> set[str]:
    return {row["code"] for row in stored_rows(connection, schema.reading_items, study=study)}


def draft_of(connection: Connection, study: str, reader: str, code: str) -> dict[Question, Value]:
    """What was answered last; what is none of Station's answers counts as not given."""
    draft: dict[Question, Value] = {}
    for row in stored_rows(
        connection, schema.reading_answers, study=study, reader=reader, code=code
    ):
        with suppress(keys.NotAnAnswer, ValueError, RecursionError):
            text = keys.opened(connection, study, reader, code, row["value"])
            draft[Question(Side(row["side"]), row["question"])] = json.loads(text)
    return draft


def latest_readings(connection: Connection, study: str, reader: str) -> dict[str, dict[str, Any]]:
    """Item code → its last revision; its answers as the record has them, sealed."""
    rows = stored_rows(connection, schema.readings, "revision", study=study, reader=reader)
    return {row["code"]: row for row in rows}


def last_first_confirmed(
    connection: Connection, study: str, reader: str, codes: Sequence[str]
) -> datetime | None:
    """When the last of these items was confirmed, not counting revisions."""
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


def confirmed_codes(connection: Connection, study: str, reader: str) -> set[str]:
    """Codes of the items that are confirmed; their answers stay shut."""
    columns = schema.readings.c
    query = select(columns.code).where(columns.study == study, columns.reader == reader)
    return {*connection.scalars(query)}


def due_item(connection: Connection, study: str, reader: str, items: Sequence[Item]) -> Item | None:
    """The first in a reader's list that is not confirmed."""
    confirmed = confirmed_codes(connection, study, reader)
    return next((item for item in items if item.code not in confirmed), None)


def opening_day(
    connection: Connection, study: KnownStudy, reader: str, items: Sequence[Item], item: Item
) -> date | None:
    """The day from which on a reader may begin the session of an item; None: at any time."""
    days = study.protocol.washout_days
    if not days:
        return None
    before = [earlier.code for earlier in items if earlier.session == item.session - 1 > 0]
    last = last_first_confirmed(connection, study.id, reader, before)
    if last is None or item.session in waived_sessions(connection, study.id, reader):
        return None
    return last.astimezone().date() + timedelta(days=days)


def session_waited_for(
    connection: Connection, study: KnownStudy, reader: str, now: datetime
) -> int | None:
    """The session that a reader cannot begin yet; None: nothing is waited for."""
    items = items_of(connection, study.id, reader)
    item = due_item(connection, study.id, reader, items)
    opens = None if item is None else opening_day(connection, study, reader, items, item)
    if item is None or opens is None or opens <= now.astimezone().date():
        return None
    return item.session


def waived_sessions(connection: Connection, study: str, reader: str) -> set[int]:
    """Sessions before which the coordinator has waived the washout."""
    return {
        event["content"]["session"]
        for event in events_of(connection, study)
        if event["kind"] == Event.WAIVED and event["content"]["set"] == reader
    }


def events_of(connection: Connection, study: str) -> list[dict[str, Any]]:
    """First to last, `content` read; without those that Station cannot have written."""
    rows = stored_rows(connection, schema.reading_events, study=study)
    return [
        row | {"content": content}
        for row in rows
        if EVENT_HOLDS.get(row["kind"], set()) <= (content := content_of(row["content"])).keys()
    ]


def is_locked(events: Sequence[Mapping[str, Any]]) -> bool:
    kinds = [event["kind"] for event in events if event["kind"] in (Event.LOCKED, Event.UNLOCKED)]
    return kinds[-1:] == [Event.LOCKED]


def is_signed(events: Sequence[Mapping[str, Any]], set_: str) -> bool:
    kinds = [
        event["kind"]
        for event in events
        if event["kind"] in (Event.SIGNED, Event.REOPENED) and event["content"]["set"] == set_
    ]
    return kinds[-1:] == [Event.SIGNED]


def withdrawal_of(connection: Connection, study: str, name: str) -> dict[str, Any] | None:
    """The event with which a reader was withdrawn; None: they take part."""
    return next(
        (
            event
            for event in events_of(connection, study)
            if event["kind"] == Event.WITHDRAWN and event["content"]["set"] == name
        ),
        None,
    )


def not_signed(connection: Connection, study: KnownStudy) -> tuple[str, ...]:
    events = events_of(connection, study.id)
    readers = readers_of(connection, study.id)
    return tuple(reader for reader in readers if not is_signed(events, reader))


# -- rows ↔ values ---------------------------------------------------------------------------------


def answers_text(answers: Draft) -> str:
    return canonical([[question.side, question.id, value] for question, value in answers.items()])


def person_row(study: str, person: NewPerson, study_key: bytes, signer: Signer) -> dict[str, Any]:
    coordinates = person.role is StudyRole.COORDINATOR
    return {
        "study": study,
        "name": tidy(person.name),
        "role": person.role.value,
        "wrapped": wrap(study_key, person.password, study) if coordinates else None,
        **_password(study, signer, person.password, one_time=person.one_time),
    }


def _password(study: str, signer: Signer, password: str, *, one_time: bool) -> dict[str, Any]:
    return {
        "password": password_hash(password),
        "public_key": signer.public,
        "signing_key": signer.wrapped(password, study),
        "one_time": "1" if one_time else None,
    }


def key_json(key: Key) -> dict[str, object]:
    images = [[code, entry.case, entry.arm, entry.practice] for code, entry in key.entries.items()]
    # Apart from the images, so that an older Station still reads those.
    series = {
        code: astuple(entry.source)
        for code, entry in key.entries.items()
        if entry.source is not None
    }
    return {"seed": key.seed.hex(), "images": images, "series": series}


def key_of(stored: Mapping[str, Any]) -> Key:
    series: Mapping[str, Sequence[str]] = stored.get("series", {})
    entries = {
        code: KeyEntry(
            case, Arm(arm), practice, SourceSeries(*series[code]) if code in series else None
        )
        for code, case, arm, practice in stored["images"]
    }
    return Key(bytes.fromhex(stored["seed"]), entries)


def secret_text(key: Key, sources: Mapping[str, str]) -> str:
    return json.dumps({"key": key_json(key), "sources": dict(sources)})


# -- what is added ---------------------------------------------------------------------------------


def add_event(
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


def add_items(
    pen: Pen, study: str, reader: str, items: Iterable[Item], action: str, who: str
) -> None:
    for item in items:
        row: dict[str, Any] = {"study": study, "reader": reader} | to_json(item)
        pen.add(schema.reading_items, row | {"images": json.dumps(item.images)}, action, who)


def deposit_keys(pen: Pen, study: str, study_key: bytes, who: str) -> None:
    """Put the key of every reader who takes part where all of them together can open it."""
    content = keys.deposit(study_key, study, readers_of(pen.connection, study))
    add_event(pen, study, Event.FOR_CONSENSUS, who, content)


def new_password(
    pen: Pen,
    row: Mapping[str, Any],
    new: str,
    wrapped: str | None,
    signer: Signer,
    who: str,
    reason: str = "",
    *,
    one_time: bool = False,
    action: str = SET_A_PASSWORD,
) -> int:
    """Put a person under another password, with the key that signs for them; gives the row's id."""
    changed = {key: row[key] for key in ("study", "name", "role")} | {
        "wrapped": wrapped,
        "added_at": pen.at,
        **_password(row["study"], signer, new, one_time=one_time),
    }
    return int(pen.add(schema.reading_people, changed, action, who, None, reason))
