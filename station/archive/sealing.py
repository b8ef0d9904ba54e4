"""Passwords, and what is sealed under them: argon2id and AES-GCM.

What is sealed can be read with the coordinator's password only, not with the archive's file. It
protects the blinding against everybody who reads the file, with this program or another; it does
not protect against somebody who knows the password, or changes the program on the coordinator's
computer and waits for it.
"""

import secrets
from base64 import b64decode, b64encode
from functools import cache
from unicodedata import category

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from station.reading.names import opaque

PASSES, MEMORY_KIB, LANES = 3, 64 << 10, 4  # RFC 9106, its second recommendation
KEY_BYTES, SALT_BYTES, NONCE_BYTES = 32, 16, 12
SHORTEST_PASSWORD = 12
EASIEST_GUESSES = 1e8
"""A password that this many attempts find is a common one: zxcvbn's scale from "somewhat" on"""
LONGEST_LOOKED_AT = 72
"""Characters; more make no password easier, and zxcvbn takes no more"""

WRAPPED = "argon2id+aesgcm"
SEALED = "sealed:"
"""Before a text that is sealed, where the record has others as well"""


_REFUSED_SIGNS = frozenset({"Cc", "Cf", "Cn", "Co"})
"""Categories of characters that no keyboard gives (RFC 8264, FreeformClass)"""


class WrongPassword(ValueError):
    """The password is not the one that something was sealed under."""


def password_problem(password: str, *known: str) -> str | None:
    """Why nobody can have this password, as a sentence; None: somebody can.

    `known`: names of the person and the study, which others would try first. How common it is, is
    the number of guesses that zxcvbn estimates (Wheeler, USENIX Security 2016).
    """
    from zxcvbn import zxcvbn  # 0.1 s, and needed where somebody chooses a password

    if len(opaque(password)) < SHORTEST_PASSWORD:
        return (
            f"A password has {SHORTEST_PASSWORD} characters or more. Four or five words make one "
            f"that can be remembered."
        )
    if any(category(sign) in _REFUSED_SIGNS for sign in password):
        return "A password cannot hold invisible characters. Type it by hand, without pasting."
    words = [word for name in known for word in (name, *name.split())]
    if zxcvbn(password[:LONGEST_LOOKED_AT], user_inputs=words)["guesses"] < EASIEST_GUESSES:
        return (
            "This password is easy to guess: it is a common one, a name, or a pattern. Take four "
            "or five words that have nothing to do with each other."
        )
    return None


def password_hash(password: str) -> str:
    """What is kept of a password: argon2id with its parameters and a random salt."""
    return PasswordHasher(PASSES, MEMORY_KIB, LANES).hash(opaque(password))


@cache
def decoy() -> str:
    """What is compared where a name is not known, so that it takes the same time."""
    return password_hash(secrets.token_urlsafe())


def password_fits(kept: str, password: str) -> bool:
    return any(_fits(kept, form) for form in _forms(password))


def _fits(kept: str, form: str) -> bool:
    try:
        return PasswordHasher().verify(kept, form)
    except (VerificationError, InvalidHashError):
        return False


def _forms(password: str) -> tuple[str, ...]:
    """The forms a password may have been kept in, the one that is kept now first."""
    return tuple(dict.fromkeys((opaque(password), password)))


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def seal(content: bytes, key: bytes, about: str) -> str:
    """`content` under a key, as text. It opens only as what it was sealed as: `about`."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return b64encode(nonce + AESGCM(key).encrypt(nonce, content, about.encode())).decode()


def unseal(sealed: str, key: bytes, about: str) -> bytes:
    """Inverse of `seal`. Raises ValueError where the key is another or the text was changed."""
    content = b64decode(sealed, validate=True)
    try:
        return AESGCM(key).decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], about.encode())
    except InvalidTag as error:
        raise ValueError("sealed under another key, or changed") from error


def wrap(key: bytes, password: str, about: str) -> str:
    """A key under a password, as text that holds all but the password."""
    salt = secrets.token_bytes(SALT_BYTES)
    outer = _derived(opaque(password), salt, PASSES, MEMORY_KIB, LANES)
    numbers = f"{PASSES},{MEMORY_KIB},{LANES}"
    return "$".join((WRAPPED, numbers, b64encode(salt).decode(), seal(key, outer, about)))


def unwrap(wrapped: str, password: str, about: str) -> bytes:
    """Inverse of `wrap`. Raises WrongPassword, or ValueError where `wrap` did not make the text."""
    kind, numbers, salt, sealed = wrapped.split("$")
    if kind != WRAPPED:
        raise ValueError(f"a key wrapped as {kind}")
    passes, memory_kib, lanes = (int(number) for number in numbers.split(","))
    wrong: ValueError | None = None
    for form in _forms(password):
        outer = _derived(form, b64decode(salt, validate=True), passes, memory_kib, lanes)
        try:
            return unseal(sealed, outer, about)
        except ValueError as error:
            wrong = error
    raise WrongPassword(str(wrong)) from wrong


def _derived(password: str, salt: bytes, passes: int, memory_kib: int, lanes: int) -> bytes:
    return hash_secret_raw(password.encode(), salt, passes, memory_kib, lanes, KEY_BYTES, Type.ID)
