"""Signatures: Ed25519, with a key of each person's own that only their password opens.

A signature under the wrong name cannot be made with the archive's file and this program alone. It
does not protect against somebody who knows the password, or who changes the program on a reader's
computer and waits for them to sign in.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from station.archive.sealing import unwrap, wrap

PRIVATE_BYTES = 32


@dataclass(frozen=True)
class Signer:
    """Somebody who can sign, as long as their sitting lasts."""

    name: str
    private: Ed25519PrivateKey
    held: bytes = b""
    """What else is theirs alone: kept under the same password"""

    @classmethod
    def new(cls, name: str, held: bytes = b"") -> "Signer":
        return cls(name, Ed25519PrivateKey.generate(), held)

    @classmethod
    def opened(cls, name: str, wrapped: str, password: str, study: str) -> "Signer":
        """Inverse of `wrapped`. Raises WrongPassword, or ValueError where the text was changed."""
        raw = unwrap(wrapped, password, _about(name, study))
        private = Ed25519PrivateKey.from_private_bytes(raw[:PRIVATE_BYTES])
        return cls(name, private, raw[PRIVATE_BYTES:])

    def wrapped(self, password: str, study: str) -> str:
        """The keys under a password, as text: they open for this name in this study only."""
        raw = self.private.private_bytes_raw() + self.held
        return wrap(raw, password, _about(self.name, study))

    @property
    def public(self) -> str:
        """The key that checks the signatures, 64 hexadecimal digits."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, text: str) -> str:
        """128 hexadecimal digits."""
        return self.private.sign(text.encode()).hex()


def signed_by(public: str, signature: str, text: str) -> bool:
    """Whether `text` was signed with the key that belongs to `public`."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def signature_text(
    study: str, protocol: str, content: Mapping[str, Any], name: str, at: str
) -> str:
    """What a person signs at the end of a set.

    `protocol` is the SHA-256 of what was recorded of the study.
    """
    signed = {key: content[key] for key in ("set", "readings", "sha256", "meaning")}
    return "Station, final signature: " + json.dumps(
        signed | {"study": study, "protocol": protocol, "name": name, "at": at},
        sort_keys=True,
        separators=(",", ":"),
    )


def set_hash(answers: Mapping[str, str]) -> str:
    """SHA-256 of all confirmed answers of a set, in the order of the items' codes."""
    return sha256("\n".join(answers[code] for code in sorted(answers)).encode()).hexdigest()


def _about(name: str, study: str) -> str:
    return f"{study}/signing key of {name}"
