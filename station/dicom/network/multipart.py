"""Bodies of many parts (multipart/related), taken apart and put together as a stream.

Source: RFC 2046 5.1, PS3.18 8.6.1.2. What comes is a stranger's: headers and parts have a limit,
and a body that ends before its end is not mistaken for a whole one.
"""

from collections.abc import Iterable, Iterator
from email.message import Message

LONGEST_BOUNDARY = 70  # RFC 2046 5.1.1
LONGEST_HEADERS = 16 * 1024
"""Bytes of the headers of one part"""
LINE = b"\r\n"


class Malformed(Exception):
    """A body that is not what it claims to be; the text is the end of a sentence about it."""


class TooLarge(Exception):
    """A part is longer than what is taken."""


def content_type(header: str) -> tuple[str, dict[str, str]]:
    """A media type in small letters and its parameters; ("", {}) where there is none."""
    if not header:
        return "", {}
    message = Message()
    message["Content-Type"] = header.replace("\r", " ").replace("\n", " ")
    try:
        parameters = message.get_params(failobj=[])
        named = {str(key).lower(): str(value) for key, value in parameters[1:]}
        return message.get_content_type().lower(), named
    except (ValueError, LookupError, TypeError):
        return "", {}


def boundary_of(header: str) -> bytes:
    """What is between the parts of a multipart body. Raises Malformed."""
    kind, parameters = content_type(header)
    boundary = parameters.get("boundary", "")
    if not kind.startswith("multipart/") or not 0 < len(boundary) <= LONGEST_BOUNDARY:
        raise Malformed("does not say where its parts end")
    return boundary.encode("latin-1", "replace")


def parts(chunks: Iterable[bytes], boundary: bytes, largest: int) -> Iterator[bytes]:
    """The content of each part, one in memory at a time. Raises Malformed, TooLarge.

    A part is given once its end was seen: what is cut off is not.
    """
    delimiter = LINE + b"--" + boundary
    buffer = bytearray(LINE)  # the first delimiter may be the first line
    rest = iter(chunks)
    searched = 0
    is_before = True
    while True:
        end = buffer.find(delimiter, searched)
        if end < 0:
            searched = max(0, len(buffer) - len(delimiter) + 1)
            if is_before:
                if len(buffer) > LONGEST_HEADERS:
                    raise Malformed("does not begin as a multipart body")
            elif len(buffer) > largest + LONGEST_HEADERS:
                raise TooLarge
            if not _more(buffer, rest):
                raise Malformed("was cut off")
            continue
        if not is_before:
            yield _content(buffer, end)
        del buffer[: end + len(delimiter)]
        while len(buffer) < len(b"--"):
            if not _more(buffer, rest):
                raise Malformed("was cut off")
        if buffer.startswith(b"--"):
            return
        # The part begins with the end of the delimiter's line, so headers may be none at all.
        is_before, searched = False, 0


def _more(buffer: bytearray, chunks: Iterator[bytes]) -> bool:
    for chunk in chunks:
        if chunk:
            buffer += chunk
            return True
    return False


def _content(buffer: bytearray, end: int) -> bytes:
    """What is between the headers of a part and its end."""
    headers = buffer.find(LINE + LINE, 0, min(end, LONGEST_HEADERS) + len(LINE))
    if headers < 0:
        raise Malformed("has a part without an end of its headers")
    with memoryview(buffer) as view:
        return bytes(view[headers + len(LINE + LINE) : end])


def opening(boundary: bytes, kind: str) -> bytes:
    """What precedes the content of a part that is sent."""
    return b"--" + boundary + LINE + b"Content-Type: " + kind.encode() + LINE + LINE


def closing(boundary: bytes) -> bytes:
    """What follows the last part, after its `LINE`."""
    return b"--" + boundary + b"--" + LINE
