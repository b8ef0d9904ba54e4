"""Timestamps of the record's head by somebody outside (RFC 3161).

A server that nobody here controls signs the hash of the last entry together with its own time. Off
unless `STATION_TIMESTAMP_URL` is set: nothing but that hash leaves the station.
`STATION_TIMESTAMP_CA` names a PEM file of the root certificates that the server is checked against.
"""

import os
import urllib.request
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import ArchiveError

if TYPE_CHECKING:
    from cryptography import x509

URL_VARIABLE = "STATION_TIMESTAMP_URL"
CA_VARIABLE = "STATION_TIMESTAMP_CA"

PATIENCE_S = 10.0
LARGEST_ANSWER = 1 << 20
"""Bytes; an answer holds a few certificates"""


@dataclass(frozen=True)
class Stamp:
    """What a server said of a hash."""

    at: datetime
    """Aware: the server's time"""
    by: str
    """Of the server's certificate; empty: it is not in the answer"""
    is_checked: bool
    """Whether it was signed, with a certificate that leads to a root in STATION_TIMESTAMP_CA"""


def timestamp_url() -> str | None:
    """Where timestamps are asked for; None: nowhere."""
    return os.environ.get(URL_VARIABLE, "").strip() or None


def new_token(hash_: str, url: str) -> str:
    """A server's signed answer about a hash, base64. Raises ArchiveError where there is none."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    asked = (
        TimestampRequestBuilder()
        .data(bytes.fromhex(hash_))
        .hash_algorithm(HashAlgorithm.SHA256)
        .build()
    )
    if not url.startswith(("https://", "http://")):
        raise ArchiveError(f"{URL_VARIABLE} is {url}. Write it as https://server/path.")
    request = urllib.request.Request(  # noqa: S310  the scheme is one of two
        url, asked.as_bytes(), {"Content-Type": "application/timestamp-query"}
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310
            token = b64encode(answer.read(LARGEST_ANSWER)).decode()
    except (OSError, ValueError) as error:
        raise ArchiveError(
            f"The timestamp server {url} did not answer ({error}). The record itself is written."
        ) from error
    checked(token, hash_)
    return token


def checked(token: str, hash_: str) -> Stamp:
    """What a token says. Raises ArchiveError where it is not a signed timestamp of this hash.

    Without roots, whose signature it is cannot be checked: the stamp then says so.
    """
    from cryptography import x509
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    message = bytes.fromhex(hash_)
    roots = _roots()
    try:
        answer = decode_timestamp_response(b64decode(token, validate=True))
        if roots:
            VerifierBuilder(roots=roots).build().verify_message(answer, message)
        elif answer.tst_info.message_imprint.message != sha256(message).digest():
            raise VerificationError("it is of something else")
        names = [
            x509.load_der_x509_certificate(one).subject.rfc4514_string()
            for one in answer.signed_data.certificates
        ]
    except (ValueError, VerificationError) as error:
        raise ArchiveError(f"This is not a timestamp of {hash_} ({error}).") from error
    return Stamp(answer.tst_info.gen_time, next(iter(names), ""), is_checked=bool(roots))


def _roots() -> list["x509.Certificate"]:
    from cryptography import x509

    file = os.environ.get(CA_VARIABLE, "").strip()
    if not file:
        return []
    try:
        return x509.load_pem_x509_certificates(Path(file).read_bytes())
    except (OSError, ValueError) as error:
        raise ArchiveError(
            f"{CA_VARIABLE} names {file}, which cannot be read ({error}). Give a PEM file."
        ) from error
