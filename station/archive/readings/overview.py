"""A study from above: how far its readers are, and, once it is locked, what they read."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from statistics import fmean
from typing import Any

from sqlalchemy import Connection

from station.archive.readings import stored
from station.archive.readings.confirmed import Confirmed, confirmed_of, scores_of
from station.archive.readings.stored import CONSENSUS, CONSENSUS_NAME, Event
from station.archive.readings.values import (
    CaseProgress,
    LockedReading,
    ReaderProgress,
    StudyProgress,
)
from station.reading.pace import drifting, speeding_up
from station.reading.protocol import Answers
from station.reading.readings import Reading, ReadingError, discordance
from station.reading.worklist import SIDES, Item, Key, Kind, Side


def study_progress(connection: Connection, study: stored.KnownStudy) -> StudyProgress:
    events = stored.events_of(connection, study.id)
    readers = stored.readers_of(connection, study.id)
    scores = {reader: scores_of(connection, study, reader) for reader in readers}
    both = set[str].intersection(*[set(images) for images in scores.values()])
    compared = {
        reader: {image: given[image] for image in given if image in both}
        for reader, given in scores.items()
    }
    discordant = discordance(study.protocol, compared)
    all_signed = all(stored.is_signed(events, reader) for reader in readers)
    agreed = stored.latest_readings(connection, study.id, CONSENSUS)
    items = {item.images[0]: item.code for item in stored.items_of(connection, study.id, CONSENSUS)}
    return StudyProgress(
        name=study.name,
        created_at=study.created_at,
        due=study.due,
        readers=tuple(
            _reader_progress(connection, study, reader, stored.is_signed(events, reader))
            for reader in readers
        ),
        compared=len(both),
        discordant=len(discordant),
        consensus_done=sum(items.get(image.image) in agreed for image in discordant),
        consensus_total=len(discordant) if all_signed else 0,
        consensus_signed=stored.is_signed(events, CONSENSUS),
        locked=stored.is_locked(events),
        unlocks=tuple(event["reason"] for event in events if event["kind"] == Event.UNLOCKED),
        washes_out=study.protocol.washout_days > 0,
    )


def _reader_progress(
    connection: Connection, study: stored.KnownStudy, reader: str, signed: bool
) -> ReaderProgress:
    latest = stored.latest_readings(connection, study.id, reader)
    usable, _ = confirmed_of(connection, study, reader)
    items = stored.items_of(connection, study.id, reader)
    cases: list[CaseProgress] = []
    means: list[float] = []
    for item in items:
        row, known = latest.get(item.code), usable.get(item.code)
        cases.append(
            CaseProgress(
                code=item.code,
                images=item.images,
                kind=item.kind,
                number=item.number,
                confirmed_at=_confirmed_at(row, known),
                seconds=None if known is None else known.viewing.seconds,
                revisions=0 if known is None else known.revisions,
            )
        )
        if known is not None and item.kind is not Kind.PRACTICE and study.protocol.criteria:
            means += [
                fmean(known.last.score(criterion.id, side) for criterion in study.protocol.criteria)
                for side in SIDES[study.protocol.presentation]
            ]
    seconds = [
        case.seconds
        for case in cases
        if case.kind is not Kind.PRACTICE and case.seconds is not None
    ]
    warnings = (speeding_up(seconds), drifting(means))
    return ReaderProgress(
        reader=reader,
        cases=tuple(cases),
        signed=signed,
        practised=all(case.confirmed_at for case in cases if case.kind is Kind.PRACTICE),
        warnings=tuple(sentence for sentence in warnings if sentence is not None),
    )


def _confirmed_at(row: Mapping[str, Any] | None, known: Confirmed | None) -> datetime | None:
    """Of what cannot be used too: it is done."""
    if known is not None or row is None:
        return None if known is None else known.confirmed_at
    try:
        at = datetime.fromisoformat(row["confirmed_at"])
    except (ValueError, TypeError):
        return datetime.min.replace(tzinfo=UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def refuse_unlocked(study: stored.KnownStudy, events: Sequence[Mapping[str, Any]]) -> None:
    """Raise ReadingError while a study is not locked."""
    if not stored.is_locked(events):
        raise ReadingError(
            f'"{study.name}" is not locked, and its key is sealed. The coordinator locks it when '
            f"every reader has signed."
        )


def locked_readings(
    connection: Connection, study: stored.KnownStudy, key: Key
) -> tuple[LockedReading, ...]:
    lines: list[LockedReading] = []
    for reader in (*stored.readers_of(connection, study.id), CONSENSUS):
        usable, _ = confirmed_of(connection, study, reader)
        sides = (Side.ONLY,) if reader == CONSENSUS else SIDES[study.protocol.presentation]
        for item in stored.items_of(connection, study.id, reader):
            if item.code not in usable or item.kind is Kind.PRACTICE:
                continue
            lines += [
                _locked_reading(study, usable[item.code], item, key, side, image)
                for side, image in zip(sides, item.images, strict=True)
            ]
    return tuple(lines)


def _locked_reading(
    study: stored.KnownStudy,
    known: Confirmed,
    item: Item,
    key: Key,
    side: Side,
    image: str,
) -> LockedReading:
    row, reading, first = known.row, known.last, known.first
    counted = first if study.protocol.analysed_answers is Answers.FIRST else reading
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
        scores=_scores(reading, side),
        first_scores=_scores(first, side),
        marks=counted.marks(side),
        artifact=reading.artifact(side),
        comment=reading.comment(side),
        viewing=known.viewing,
        revisions=known.revisions,
        confirmed_at=known.confirmed_at,
        version=row["version"],
    )


def _scores(reading: Reading, side: Side) -> dict[str, int]:
    """Of the image on one side, by criterion."""
    return {
        question.id: value
        for question, value in reading.answers.items()
        if question.side is side and type(value) is int
    }
