"""What was confirmed, opened, as far as it can be used.

Whoever has a password can sign, past Station, what no form gives: a text that does not open, scores
of 9, answers to other questions. It is sealed, so that nobody notices before it is opened. Such an
answer counts as not read and is named wherever results are; it costs nothing else.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from station.archive import schema
from station.archive.audit import Pen, canonical, stored_rows
from station.archive.encoding import UNREADABLE, from_json
from station.archive.readings import keys, stored
from station.archive.readings.keys import CONSENSUS, NotAnAnswer
from station.archive.readings.values import Unusable
from station.archive.verifying import unusable_sentence
from station.reading.protocol import Protocol
from station.reading.readings import (
    Discordant,
    Question,
    Reading,
    ReadingError,
    Scores,
    Value,
    Viewing,
    consensus_questions,
    discordance,
    questions,
)
from station.reading.worklist import SIDES, Kind, Side, consensus_list

NOT_JSON = (*UNREADABLE, LookupError, OverflowError, RecursionError)
"""What reading a text raises that Station did not write"""


@dataclass(frozen=True)
class Confirmed:
    """What holds of an item, with the answers that were confirmed first."""

    row: Mapping[str, Any]
    """Of the last revision, its answers as the record has them"""
    first: Reading
    last: Reading
    viewing: Viewing
    confirmed_at: datetime
    """Aware, UTC; of the last revision"""

    @property
    def revisions(self) -> int:
        """0: as it was confirmed first."""
        return int(self.row["revision"]) - 1


def confirmed_of(
    connection: Connection, study: stored.KnownStudy, set_: str
) -> tuple[dict[str, Confirmed], tuple[Unusable, ...]]:
    """Item code → what was confirmed; and what cannot be used, in the order of the record.

    An item of which one revision cannot be used is not among the first. Raises ArchiveError where
    whoever asks cannot open the set.
    """
    rows = stored_rows(connection, schema.readings, "id", study=study.id, reader=set_)
    good: dict[str, Confirmed] = {}
    bad: dict[str, Unusable] = {}
    for row in rows:
        code = row["code"]
        try:
            viewing, at = _viewing_of(row), _moment_of(row)
            reading = reading_of(connection, study.protocol, row)
            first = good[code].first if row["revision"] > 1 else reading
        except NotAnAnswer as error:
            bad.setdefault(code, Unusable(set_, code, row["revision"], str(error)))
        except NOT_JSON as error:
            why = f"The reading of {code} is not one that Station wrote ({type(error).__name__})."
            bad.setdefault(code, Unusable(set_, code, row["revision"], why))
        else:
            good[code] = Confirmed(row, first, reading, viewing, at)
    usable = {code: one for code, one in good.items() if code not in bad}
    return usable, tuple(bad.values())


def unusable(connection: Connection, study: stored.KnownStudy) -> tuple[Unusable, ...]:
    """Of every set that counts. For a coordinator, who can open them all."""
    sets = (*stored.readers_of(connection, study.id), CONSENSUS)
    return tuple(one for set_ in sets for one in confirmed_of(connection, study, set_)[1])


def sentence_of(one: Unusable) -> str:
    return unusable_sentence(asdict(one))


def reading_of(connection: Connection, protocol: Protocol, row: Mapping[str, Any]) -> Reading:
    """The answers of a row of `readings`.

    Raises NotAnAnswer where they are none that the protocol's form gives, ArchiveError where
    whoever asks cannot open them.
    """
    set_, code = row["reader"], row["code"]
    text = keys.opened(connection, row["study"], set_, code, row["answers"])
    return reading_in(text, protocol, set_, code)


def reading_in(text: str, protocol: Protocol, set_: str, code: str) -> Reading:
    """The answers in an opened text. Raises NotAnAnswer."""
    try:
        given: list[tuple[str, str, Value]] = json.loads(text)
        answers = {Question(Side(side), id_): value for side, id_, value in given}
        if len(answers) != len(given):
            raise NotAnAnswer(f"The answers of {code} name a question twice.")
        return Reading(_asked(protocol, set_, answers), answers)
    except ReadingError as error:
        raise NotAnAnswer(f"The answers of {code} are none that the form gives.") from error
    except NOT_JSON as error:
        raise NotAnAnswer(f"The answers of {code} are no answers.") from error


def _asked(
    protocol: Protocol, set_: str, answers: Mapping[Question, Value]
) -> tuple[Question, ...]:
    if set_ != CONSENSUS:
        return questions(protocol)
    agreed = [each.id for each in protocol.criteria if Question(Side.ONLY, each.id) in answers]
    if not agreed:
        raise ReadingError("Nothing is agreed on. Score what is discordant.")
    return consensus_questions(agreed)


def _viewing_of(row: Mapping[str, Any]) -> Viewing:
    given = json.loads(row["viewing"])
    canonical(given)  # raises ValueError where a number is not finite
    return from_json(given, Viewing)


def _moment_of(row: Mapping[str, Any]) -> datetime:
    at = datetime.fromisoformat(row["confirmed_at"])
    if at.tzinfo is None:
        raise ValueError("a time without its zone")
    return at


# -- scores ----------------------------------------------------------------------------------------


def scores_of(connection: Connection, study: stored.KnownStudy, reader: str) -> Scores:
    """Of the images that count: no practice, no repeat."""
    confirmed, _ = confirmed_of(connection, study, reader)
    scores: dict[str, dict[str, int]] = {}
    for item in stored.items_of(connection, study.id, reader):
        if item.kind is Kind.REAL and item.code in confirmed:
            reading = confirmed[item.code].last
            sides = SIDES[study.protocol.presentation]
            for side, image in zip(sides, item.images, strict=True):
                scores[image] = {
                    criterion.id: reading.score(criterion.id, side)
                    for criterion in study.protocol.criteria
                }
    return scores


def discordant_images(connection: Connection, study: stored.KnownStudy) -> tuple[Discordant, ...]:
    readers = stored.readers_of(connection, study.id)
    scores = {reader: scores_of(connection, study, reader) for reader in readers}
    return discordance(study.protocol, scores)


def wrong_shares(connection: Connection, study: stored.KnownStudy, study_key: bytes) -> list[str]:
    """Readers whose last signature publishes another share of the consensus than their own."""
    if not study.seals_answers:
        return []
    published = {
        event["content"]["set"]: keys.share_of(event["content"])
        for event in stored.events_of(connection, study.id)
        if event["kind"] == stored.Event.SIGNED
    }
    return [
        name
        for name in stored.readers_of(connection, study.id)
        if published.get(name, b"") not in (b"", keys.Held.derived(study_key, study.id, name).share)
    ]


def open_consensus(pen: Pen, study: stored.KnownStudy, who: str) -> None:
    """Put the discordant images on the list of the consensus, in a random order."""
    known = {item.images[0] for item in stored.items_of(pen.connection, study.id, CONSENSUS)}
    images = [
        discordant.image
        for discordant in discordant_images(pen.connection, study)
        if discordant.image not in known
    ]
    taken = stored.codes_of(pen.connection, study.id)
    items = consensus_list(images, secrets.token_bytes(stored.SEED_BYTES), taken)
    stored.add_items(pen, study.id, CONSENSUS, items, "put on the list of the consensus", who)
