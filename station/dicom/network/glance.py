"""A few short elements at the beginning of an encoded data set, at a glance.

pydicom needs half a millisecond for a header, and instances come and go by the thousand. What is
not simple is left to it: whoever does not find what it looks for here asks pydicom.
"""

import struct

from pydicom.uid import AllTransferSyntaxes, ImplicitVRLittleEndian

LONG_FORMS = frozenset(
    (b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV")
)
"""PS3.5 7.1.2"""
UNDEFINED = 0xFFFFFFFF
EXPLICIT = "1.2.840.10008.1.2.1"
"""Transfer syntax of meta information (PS3.10 7.1)"""
TRANSFER_SYNTAX, LAST_OF_META = 0x00020010, 0x0002FFFF
SHORT_BYTES = 64
"""Longer values are not what anybody looks for here"""


SIMPLE = frozenset(
    str(uid) for uid in AllTransferSyntaxes if uid.is_little_endian and not uid.is_deflated
)


def is_simple(syntax: str) -> bool:
    """Whether data sets in a transfer syntax can be glanced at."""
    return syntax in SIMPLE


def glance(
    data: bytes | bytearray, syntax: str, last: int, start: int = 0
) -> tuple[dict[int, str], int]:
    """Texts of the short elements up to the tag `last`, by tag, and where the next one begins.

    Ends early at what is not simple: a sequence of undefined length, or the end of `data`.
    """
    implicit = syntax == ImplicitVRLittleEndian
    found: dict[int, str] = {}
    at = start
    while len(data) - at >= 8:
        group, element = struct.unpack_from("<HH", data, at)
        tag = group << 16 | element
        if tag > last:
            break
        header = 8
        if implicit:
            (length,) = struct.unpack_from("<L", data, at + 4)
        elif bytes(data[at + 4 : at + 6]) in LONG_FORMS:
            if len(data) - at < 12:
                break
            header = 12
            (length,) = struct.unpack_from("<L", data, at + 8)
        else:
            (length,) = struct.unpack_from("<H", data, at + 6)
        end = at + header + length
        if length == UNDEFINED or end > len(data):
            break
        if length <= SHORT_BYTES:
            value = bytes(data[at + header : end])
            found[tag] = value.decode("ascii", "replace").strip("\0 ")
        at = end
    return found, at
