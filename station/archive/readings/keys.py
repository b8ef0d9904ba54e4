"""Answers are sealed, so that nobody reads another's scores in the file on a shared disk.

Each reader's set has a key of its own. The reader has it under their password, with the key that
they sign with; a coordinator derives it from the study's key. What one reader answers, another
cannot open before the consensus: its key is made of one share of every reader, each published with
that reader's signature, and of a part that only those who take part have (n-of-n sharing).

A study from before answers were sealed stays as it is: its answers are plain text.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import Connection

from station.archive import schema
from station.archive.audit import content_of, stored_rows
from station.archive.sealing import KEY_BYTES, SEALED, seal, unseal
from station.errors import ArchiveError

OPTION = "station_keys"
"""Of a connection: the `Keys` of who uses it"""
CONSENSUS = ""
"""In place of a reader"""
SIGNED = "signed"
"""The event of a final signature: a reader's holds their share"""
FOR_CONSENSUS = "sealed for the consensus"
"""The event that holds every reader's key, for when all have signed"""


@dataclass(frozen=True)
class Held:
    """What a person has of a study, under their own password."""

    own: bytes
    """Opens their own set"""
    share: bytes
    """Their part of the consensus"""
    part: bytes
    """The part that all who take part have"""

    @classmethod
    def derived(cls, study_key: bytes, study: str, name: str) -> "Held":
        return cls(
            _derived(study_key, study, f"set of {name}"),
            _derived(study_key, study, f"share of {name}"),
            _derived(study_key, study, "part of all who take part"),
        )

    @classmethod
    def of(cls, stored: bytes) -> "Held | None":
        """Inverse of `stored`; None: the study is from before answers were sealed."""
        if len(stored) != 3 * KEY_BYTES:
            return None
        parts = [stored[place : place + KEY_BYTES] for place in range(0, len(stored), KEY_BYTES)]
        return cls(*parts)

    @property
    def stored(self) -> bytes:
        return self.own + self.share + self.part


@dataclass
class Keys:
    """What somebody who has signed in can open in one study."""

    study: str
    name: str
    held: Held | None
    study_key: bytes = b""
    """A coordinator's; empty: they are not one"""
    _others: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def of(self, connection: Connection, set_: str) -> bytes | None:
        """What opens a set. None: it stays shut."""
        if self.study_key and set_ != CONSENSUS:
            return Held.derived(self.study_key, self.study, set_).own
        if self.held is not None and set_ == self.name:
            return self.held.own
        if set_ not in self._others:
            self._others = self._opened_by_all(connection)
        return self._others.get(set_)

    def _opened_by_all(self, connection: Connection) -> dict[str, bytes]:
        """The keys of all sets, once every reader has signed; to a coordinator always."""
        events = [
            (row["kind"], content_of(row["content"]))
            for row in stored_rows(connection, schema.reading_events, study=self.study)
        ]
        deposits = [content for kind, content in events if kind == FOR_CONSENSUS]
        if not deposits:
            return {}
        readers, sealed = deposits[-1]["readers"], deposits[-1]["sealed"]
        if self.study_key:
            shares = [Held.derived(self.study_key, self.study, name).share for name in readers]
            part = Held.derived(self.study_key, self.study, CONSENSUS).part
        elif self.held is not None:
            published = {
                content["set"]: share_of(content) for kind, content in events if kind == SIGNED
            }
            if not all(published.get(name) for name in readers):
                return {}
            shares, part = [published[name] for name in readers], self.held.part
        else:
            return {}
        together = _together(part, shares)
        try:
            opened: Mapping[str, str] = json.loads(unseal(sealed, together, self.study))
        except ValueError as error:
            raise ConsensusShut(
                "The consensus does not open: a reader signed with another share than their own. "
                "The coordinator finds out whose by checking the record, and reopens that set."
            ) from error
        keys = {name: bytes.fromhex(key) for name, key in opened.items()}
        return keys | {CONSENSUS: _derived(together, self.study, "consensus")}


def share_of(content: Mapping[str, Any]) -> bytes:
    """The share that a final signature publishes; empty: none that could be one."""
    try:
        return bytes.fromhex(content.get("share", ""))
    except (ValueError, TypeError):
        return b""


def deposit(study_key: bytes, study: str, readers: Sequence[str]) -> dict[str, Any]:
    """What the event FOR_CONSENSUS holds."""
    held = {name: Held.derived(study_key, study, name) for name in readers}
    part = Held.derived(study_key, study, CONSENSUS).part
    together = _together(part, [one.share for one in held.values()])
    content = json.dumps({name: one.own.hex() for name, one in held.items()})
    return {"readers": list(readers), "sealed": seal(content.encode(), together, study)}


def closed(connection: Connection, study: str, set_: str, code: str, text: str) -> str:
    """`text` as it is stored: sealed, where the study seals its answers."""
    key = _key(connection, set_)
    return text if key is None else SEALED + seal(text.encode(), key, _about(study, set_, code))


class ConsensusShut(ArchiveError):
    """The shares that readers published do not open the consensus."""


class NotAnAnswer(ArchiveError):
    """What is on record as an answer does not open with the key of its set, or is no answer."""


def opened(connection: Connection, study: str, set_: str, code: str, text: str) -> str:
    """Inverse of `closed`.

    Raises ArchiveError where whoever asks cannot open the set, NotAnAnswer where they could but
    the text does not open.
    """
    if not text.startswith(SEALED):
        return text
    key = _key(connection, set_)
    if key is None:
        raise ArchiveError(f"The answers of {code} are sealed, and belong to somebody else.")
    try:
        return unsealed(key, study, set_, code, text)
    except ValueError as error:
        raise NotAnAnswer(
            f"The answers of {code} do not open ({error}). Check the record with: station reading "
            f"verify"
        ) from error


def unsealed(key: bytes | None, study: str, set_: str, code: str, text: str) -> str:
    """The same with the key of the set. Raises ValueError where it does not open."""
    if not text.startswith(SEALED):
        return text
    if key is None:
        raise ValueError("it belongs to somebody else")
    return unseal(text.removeprefix(SEALED), key, _about(study, set_, code)).decode()


def _key(connection: Connection, set_: str) -> bytes | None:
    keys: Keys | None = connection.get_execution_options().get(OPTION)
    return None if keys is None else keys.of(connection, set_)


def _about(study: str, set_: str, code: str) -> str:
    return f"{study}/{set_}/{code}"


def _together(part: bytes, shares: Sequence[bytes]) -> bytes:
    return sha256(part + b"".join(shares)).digest()


def _derived(key: bytes, study: str, what: str) -> bytes:
    """RFC 5869."""
    return HKDF(SHA256(), KEY_BYTES, study.encode(), what.encode()).derive(key)
