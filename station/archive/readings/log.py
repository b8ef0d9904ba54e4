"""The log of a study, made of its trail."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from station.archive.audit import (
    NO_TIMESTAMP,
    REFUSED,
    REFUSED_SIGNATURE,
    TIMESTAMPED,
    Entry,
    canonical,
    content_of,
)
from station.archive.encoding import to_json
from station.archive.readings.confirmed import NOT_JSON
from station.archive.readings.copy import COPY_MADE
from station.archive.readings.stored import CONSENSUS_NAME, SET_A_PASSWORD, Event, KnownStudy
from station.archive.verifying import Verdict
from station.pet.words import count_of
from station.reading.study_log import LogLine, StudyLog

NOTES = {
    TIMESTAMPED: "had the record's last hash timestamped",
    NO_TIMESTAMP: "got no timestamp",
    COPY_MADE: COPY_MADE,
}
"""Action of an entry without a row → what the log says"""


def study_log(
    study: KnownStudy,
    people: Sequence[tuple[str, str]],
    history: Sequence[Entry],
    unsigned: Sequence[str],
    verdict: Verdict,
) -> StudyLog:
    """`history` is the whole trail of the study."""
    lines = _lines(history)
    broken = verdict.broken
    return StudyLog(
        study=study.name,
        protocol=study.protocol.name,
        protocol_sha256=sha256(canonical(to_json(study.protocol)).encode()).hexdigest(),
        created_at=study.created_at,
        due=study.due,
        people=tuple(people),
        versions=tuple(dict.fromkeys(entry.version for entry in history)),
        stations=tuple(dict.fromkeys(entry.station for entry in history)),
        lines=tuple(lines),
        unsigned=tuple(unsigned),
        refused=sum(entry.action in (REFUSED, REFUSED_SIGNATURE) for entry in history),
        whole=(
            f"The record is whole: {verdict.entries} entries, {verdict.signed} of them signed."
            if broken is None
            else f"The record is broken. {broken.sentence}"
        ),
        cautions=verdict.cautions,
        timestamps=verdict.timestamps,
        entries=verdict.entries,
        head=verdict.head,
    )


def _lines(history: Sequence[Entry]) -> list[LogLine]:
    lines: list[LogLine] = []
    was_reset: dict[str, Entry] = {}
    """Name → the last time that the coordinator set their password"""
    for entry in history:
        try:
            what = _what(entry)
        except NOT_JSON:
            what = f"added what Station does not write (entry {entry.number}, {entry.action})"
        if what is None:
            continue
        reset = was_reset.get(entry.who)
        if entry.action == SET_A_PASSWORD:
            name = str(content_of(entry.new).get("name"))
            if name != entry.who:
                was_reset[name] = entry
            elif reset is not None:
                what += f", and with it the key of before the reset by {reset.who}"
        elif entry.action == Event.SIGNED and reset is not None:
            what += (
                f" With a key of after {reset.who} had reset the password (entry {reset.number})."
            )
        lines.append(LogLine(entry.at, entry.who, what, entry.reason))
    return lines


def _what(entry: Entry) -> str | None:
    """What the log says of an entry; None: nothing, it is an answer or a place on a list."""
    table = entry.subject.partition("/")[0]
    row: Mapping[str, Any] = json.loads(entry.new) if entry.new else {}
    match table:
        case "":
            return NOTES.get(entry.action)
        case "reading_studies":
            return "made the study"
        case "reading_people":
            return _of_person(entry, row)
        case "readings" if row["revision"] > 1:
            whose = row["reader"] or CONSENSUS_NAME
            return f"revised {row['code']} of {whose}, revision {row['revision'] - 1}"
        case "reading_events":
            return _of_event(row)
        case _:
            return None


def _of_person(entry: Entry, row: Mapping[str, Any]) -> str:
    name = row["name"]
    if entry.action == "added a person":
        return f"added {name} ({row['role']})"
    if name == entry.who:
        return "received a signing key" if "key" in entry.action else "changed their password"
    return f"set a new password of {name}; what they had open ended"


def _of_event(row: Mapping[str, Any]) -> str | None:
    content: Mapping[str, Any] = json.loads(row["content"])
    whose = content.get("set") or CONSENSUS_NAME
    match row["kind"]:
        case Event.SIGNED:
            names = [one["name"] for one in content.get("signatures", ())]
            meaning = content.get("meaning", "written before signatures had a meaning")
            by = f" with {', '.join(names)}" if len(names) > 1 else ""
            return f'signed the set of {whose}{by}: {content["readings"]} readings. "{meaning}"'
        case Event.REOPENED:
            return f"reopened the set of {whose}"
        case Event.LOCKED:
            left = content["unsigned"]
            unsigned = f"; not signed: {', '.join(left)}" if left else ""
            bad = len(content.get("unusable", ()))
            unusable = f"; without {count_of(bad, 'answer')} that cannot be used" if bad else ""
            return f"locked the study{unsigned}{unusable}"
        case Event.UNLOCKED:
            return "unlocked the study"
        case Event.KEY_OPENED:
            return f"opened the key {'after' if content.get('locked') else 'before'} the lock"
        case Event.WITHDRAWN:
            return f"withdrew {whose}"
        case Event.WAIVED:
            return f"waived the washout of {whose} before session {content['session']}"
        case Event.LOOKED_AGAIN:
            return f"opened {content['code']} of the set of {whose} again"
        case Event.PRACTISED:
            return f"finished practice ({content['cases']} cases)"
        case _:
            return None
