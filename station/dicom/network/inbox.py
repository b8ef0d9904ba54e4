"""Where instances arrive: each file is on the disk as it was sent, or there is a sentence why not.

What arrives comes from strangers. Its UIDs name no path, its pixels are not decoded, and nothing of
it replaces a file.
"""

import hashlib
import re
import time
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from pathlib import Path
from struct import pack
from threading import Lock

import numpy as np
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset, read_partial
from pydicom.tag import BaseTag
from pydicom.uid import DeflatedExplicitVRLittleEndian
from pynetdicom import PYNETDICOM_IMPLEMENTATION_UID, PYNETDICOM_IMPLEMENTATION_VERSION

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.dicom.network.glance import (
    EXPLICIT,
    LAST_OF_META,
    TRANSFER_SYNTAX,
    glance,
    is_simple,
)
from station.errors import ArchiveError
from station.pacs import PacsError
from station.system import begin_to_put_on_disk, put_on_disk
from station.whole_file import free_path, require_space, whole_file

LARGEST_INSTANCE = 1024**3
"""Bytes; a whole-body PET-CT in one Enhanced object has less than a third of it"""
SAFE_UID = re.compile(r"[0-9]+(\.[0-9]+)*", re.ASCII)
LONGEST_UID = 64  # PS3.5 9.1
PART = ".part"
MAGIC_ENDS = 132  # PS3.10 7.1
LOCKS = 64
INFLATED_HEAD = 16 << 20
"""Bytes of a deflated data set that are unpacked in search of its UIDs: the rest may be a bomb"""
INFLATED = 64 << 20
"""Deflated data sets that grow beyond this are not compared by their pixels"""
LOT, LOT_S = 256, 0.5
"""Instances, or seconds, after which what was written is settled"""
SETTLED_AT_ONCE = 8

OUT_OF_RESOURCES = 0xA700  # PS3.4 B.2.3
OTHER_INSTANCE = 0xA900
NOT_UNDERSTOOD = 0xC000

IDENTITY = {
    "sop_class": 0x00080016,
    "sop_uid": 0x00080018,
    "patient_id": 0x00100020,
    "study_uid": 0x0020000D,
    "series_uid": 0x0020000E,
}


class Refused(PacsError):
    """An instance that is not kept; `status` is what its sender gets."""

    def __init__(self, sentence: str, status: int, sop_uid: str = "") -> None:
        super().__init__(sentence)
        self.status = status
        self.sop_uid = sop_uid


class DiskFull(Refused):
    """Nothing more can be kept, whatever comes."""


class Arrival(Enum):
    NEW = "new"
    SAME = "same"
    """It was there before, with the same pixels"""
    DIFFERENT = "different"
    """Another one of its UID was there before: both are kept, this one apart"""


@dataclass(frozen=True)
class Kept:
    """An instance that is on the disk."""

    path: Path
    sop_uid: str
    sop_class: str
    study_uid: str
    series_uid: str
    bytes: int
    arrival: Arrival = Arrival.NEW
    remark: str = ""
    """A sentence, where it was there before and differs"""


class Inbox:
    """A folder into which instances are written; several associations may write at once.

    `apart` is where an instance goes whose UID is there with other pixels. Half a file that a
    killed program left is removed.
    """

    def __init__(
        self,
        folder: Path,
        apart: Path | None = None,
        *,
        largest: int = LARGEST_INSTANCE,
    ) -> None:
        self.folder = folder
        self._unsettled: deque[Kept] = deque()
        self._settling = Lock()
        self.apart = apart or folder.with_name(f"{folder.name}.apart")
        self.largest = largest
        self._locks = [Lock() for _ in range(LOCKS)]
        for left in folder.glob(f"*{PART}"):
            with suppress(OSError):
                left.unlink()

    def file_of(self, sop_uid: str) -> Path:
        """Where the instance of this UID is, or would be."""
        return self.folder / f"{safe_name(sop_uid)}.dcm"

    def keep_file(
        self,
        content: bytes,
        sop_uid: str = "",
        *,
        sop_class: str = "",
        study_uid: str = "",
        at_once: bool = True,
    ) -> Kept:
        """Write a whole DICOM file that came with these UIDs (empty: not known). Raises Refused.

        `at_once` off: its content outlasts a loss of power only after `settle`.
        """
        kept = self._checked(content, sop_uid, sop_class, study_uid)
        with self._locks[hash(kept.path.name) % LOCKS]:
            is_there = kept.path.exists()
            kept = self._repeated(kept, content) if is_there else self._write(kept, content)
        if not at_once:
            self._unsettled.append(kept)
        elif failure := _settled(kept):
            raise failure
        return kept

    def _checked(self, content: bytes, sop_uid: str, sop_class: str, study_uid: str) -> Kept:
        """What is to be written, and where. Raises Refused."""
        if len(content) > self.largest:
            raise Refused(
                f"An instance of {len(content) / 1e6:.0f} MB was refused: Station takes "
                f"{self.largest / 1e6:.0f} MB at most.",
                OUT_OF_RESOURCES,
                sop_uid,
            )
        inside = identity(content, sop_uid)
        for what, expected in (
            ("sop_uid", sop_uid),
            ("sop_class", sop_class),
            ("study_uid", study_uid),
        ):
            if expected and inside[what] != expected:
                name = {"sop_uid": "instance", "sop_class": "class", "study_uid": "study"}[what]
                raise Refused(
                    f"An instance was refused because its data set belongs to another {name} than "
                    f"it was sent as ({shown(inside[what])} in place of {shown(expected)}). Report "
                    "it to the administrator of its sender.",
                    OTHER_INSTANCE,
                    sop_uid,
                )
        return Kept(
            self.file_of(inside["sop_uid"]),
            inside["sop_uid"],
            inside["sop_class"],
            inside["study_uid"],
            inside["series_uid"],
            len(content),
        )

    def settle(self) -> list["DiskFull"]:
        """Have all that was written, and the names of the files, on the disk.

        What could not be is removed, and returned. The disk has several files at once to write: one
        after the other, each would wait for a turn of it.
        """
        with self._settling:
            written: list[Kept] = []
            with suppress(IndexError):  # it is empty; others may add to it meanwhile
                while True:
                    written.append(self._unsettled.popleft())
            with ThreadPoolExecutor(SETTLED_AT_ONCE, "Settler") as pool:
                failed = list(pool.map(_settled, written))
            for folder in {self.folder, *(kept.path.parent for kept in written)}:
                with suppress(OSError):  # not every system lets a folder be settled
                    put_on_disk(folder)
            return [failure for failure in failed if failure is not None]

    def _write(self, kept: Kept, content: bytes) -> Kept:
        try:
            require_space(
                kept.path.parent, len(content), "The instance needs", "choose another folder"
            )
            with whole_file(kept.path) as part, part.open("wb") as file:
                file.write(content)
                file.flush()
                begin_to_put_on_disk(file.fileno())
        except ArchiveError as error:
            raise DiskFull(str(error), OUT_OF_RESOURCES, kept.sop_uid) from error
        except OSError as error:
            raise _unwritten(kept, error) from error
        return kept

    def _repeated(self, kept: Kept, content: bytes) -> Kept:
        """What is there stays; what differs from it in its pixels is kept apart."""
        try:
            before = kept.path.read_bytes()
            difference = "" if before == content else _difference(before, content)
        except OSError as error:
            raise Refused(
                f"{kept.path} cannot be read: {error.strerror or error}. Remove it and try again.",
                OUT_OF_RESOURCES,
                kept.sop_uid,
            ) from error
        if not difference:
            return _with(kept, kept.path, Arrival.SAME)
        if content.startswith(before):
            return self._write(kept, content)  # a loss of power left its beginning
        if difference == "attributes":
            return _with(
                kept,
                kept.path,
                Arrival.SAME,
                f"Instance {shown(kept.sop_uid)} arrived again with the same pixels and other "
                f"attributes. {kept.path} stays as it was.",
            )
        path = self.apart / kept.path.name
        apart = _with(
            kept,
            path,
            Arrival.DIFFERENT,
            f"Instance {shown(kept.sop_uid)} arrived again with other {difference}. The first, "
            f"{kept.path}, stays; the second is kept apart in {self.apart}. Ask the sender which "
            "of them is right.",
        )
        for there in self.apart.glob(f"{path.name}*"):
            with suppress(OSError):
                if not there.name.endswith(PART) and there.read_bytes() == content:
                    return _with(apart, there, apart.arrival, apart.remark)
        return self._write(_with(apart, free_path(path), apart.arrival, apart.remark), content)


def shown(uid: str) -> str:
    """A UID as a sentence may show it, whatever its sender wrote."""
    return "".join(c for c in uid[:LONGEST_UID] if c.isascii() and c.isprintable()) or "?"


class Lots:
    """Instances that are written as they come, and counted once they are on the disk.

    A lot is settled while the next one comes. Any thread may `keep`, one of them may `take`.
    """

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._written: deque[Kept] = deque()
        self._settled: deque[Kept] = deque()
        self._failed: dict[str, DiskFull] = {}
        self._lot: list[Kept] = []
        self._settling: Future[list[DiskFull]] | None = None
        self._settler = ThreadPoolExecutor(1, "Settler")
        self._due = time.monotonic() + LOT_S

    def keep(self, content: bytes, sop_uid: str, *, sop_class: str = "", study_uid: str) -> None:
        """As `Inbox.keep_file`. Raises Refused."""
        self._written.append(
            self._inbox.keep_file(
                content, sop_uid, sop_class=sop_class, study_uid=study_uid, at_once=False
            )
        )

    def take(self, *, all_of_them: bool = False) -> "Iterator[Kept | DiskFull]":
        """What is on the disk since, or could not be; `all_of_them`: waits for the rest."""
        while True:
            while self._settled:
                kept = self._settled.popleft()
                yield self._failed.pop(kept.sop_uid, kept)
            if self._settling is None:
                is_due = len(self._written) >= LOT or time.monotonic() >= self._due
                if not self._written or not (is_due or all_of_them):
                    return
                self._lot = [self._written.popleft() for _ in range(len(self._written))]
                self._settling = self._settler.submit(self._inbox.settle)
                self._due = time.monotonic() + LOT_S
            if not (all_of_them or self._settling.done()):
                return
            self._failed |= {failure.sop_uid: failure for failure in self._settling.result()}
            self._settling = None
            self._settled.extend(self._lot)

    def close(self) -> None:
        self._settler.shutdown()


def collected(
    pieces: Iterable[memoryview],
    sop_uid: str,
    largest: int,
    hold: Callable[[int], bool] = lambda size: True,
) -> bytearray:
    """A data set that comes in pieces, of which no more than `largest` bytes are kept.

    `hold`: whether there is memory for so many bytes. Raises Refused, after the last of the pieces.
    """
    data = bytearray()
    problem: Refused | None = None
    for piece in pieces:
        if problem is not None:
            continue
        if len(data) + len(piece) > largest:
            problem = Refused(
                f"An instance was refused: it is larger than {largest / 1e6:.0f} MB, the most that "
                "Station takes.",
                OUT_OF_RESOURCES,
                sop_uid,
            )
            data.clear()
        elif not hold(len(piece)):
            problem = Refused(
                "An instance was refused: more comes in at one time than Station holds. Have it "
                "sent again.",
                OUT_OF_RESOURCES,
                sop_uid,
            )
        else:
            data += piece
    if problem is not None:
        raise problem
    return data


def _settled(kept: Kept) -> DiskFull | None:
    """Why a file is not on the disk; it is then removed."""
    try:
        put_on_disk(kept.path)
    except FileNotFoundError:
        return None  # whoever took it has moved it
    except OSError as error:
        with suppress(OSError):
            kept.path.unlink()
        return _unwritten(kept, error)
    return None


def _unwritten(kept: Kept, error: OSError) -> DiskFull:
    return DiskFull(
        f"{kept.path.parent} cannot be written: {error.strerror or error}. Free some space or "
        "choose another folder.",
        OUT_OF_RESOURCES,
        kept.sop_uid,
    )


def file_head(sop_class: str, sop_uid: str, syntax: str) -> bytes:
    """Preamble and file meta information of an instance (PS3.10 7.1).

    As pydicom writes it, in a hundredth of its time.
    """
    elements = b"".join(
        (
            _element(0x0001, b"OB", b"\0\1"),
            _element(0x0002, b"UI", sop_class.encode("ascii", "replace")),
            _element(0x0003, b"UI", sop_uid.encode("ascii", "replace")),
            _element(0x0010, b"UI", syntax.encode("ascii", "replace")),
            _element(0x0012, b"UI", str(PYNETDICOM_IMPLEMENTATION_UID).encode()),
            _element(0x0013, b"SH", PYNETDICOM_IMPLEMENTATION_VERSION.encode()),
        )
    )
    return b"\0" * 128 + b"DICM" + _element(0, b"UL", pack("<I", len(elements))) + elements


def _element(number: int, vr: bytes, value: bytes) -> bytes:
    """An element of group 0002 in Explicit VR Little Endian. PS3.5 7.1.2"""
    if len(value) % 2:
        value += b" " if vr == b"SH" else b"\0"
    tag = pack("<HH", 0x0002, number)
    if vr == b"OB":
        return tag + vr + pack("<HI", 0, len(value)) + value
    return tag + vr + pack("<H", len(value)) + value


def safe_name(uid: str) -> str:
    """A file name for a UID: itself, or a hash where it is not one (PS3.5 9.1)."""
    if len(uid) <= LONGEST_UID and SAFE_UID.fullmatch(uid):
        return uid
    return hashlib.sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()


def _beyond(tag: BaseTag, vr: str | None, length: int) -> bool:
    return tag > IDENTITY["series_uid"]


def identity(content: bytes, sop_uid: str = "") -> dict[str, str]:
    """Which instance of which series, study and patient a DICOM file is. Raises Refused."""
    if found := _at_a_glance(content):
        return found
    try:
        with lenient():
            inflated = _inflated(content, INFLATED_HEAD)
            head = (
                read_partial(BytesIO(content), stop_when=_beyond, force=True)
                if inflated is None
                else read_dataset(BytesIO(inflated), False, True, stop_when=_beyond)
            )
            found = {name: _text(head, tag) for name, tag in IDENTITY.items()}
    except PARSE_ERRORS as error:
        raise Refused(
            "An instance was refused because its data set cannot be read as DICOM. Report it to "
            "the administrator of its sender.",
            NOT_UNDERSTOOD,
            sop_uid,
        ) from error
    if not found["sop_uid"] or not found["study_uid"] or not found["series_uid"]:
        raise Refused(
            "An instance was refused because its data set does not say which instance, series and "
            "study it is. Report it to the administrator of its sender.",
            NOT_UNDERSTOOD,
            sop_uid,
        )
    return found


def _inflated(content: bytes, most: int) -> bytes | None:
    """The first `most` bytes of a deflated data set; None of a file that is not deflated.

    pydicom would unpack all of it, and a megabyte of zeros unpacks to a gigabyte.
    """
    file = BytesIO(content)
    file.seek(MAGIC_ENDS if content[128:MAGIC_ENDS] == b"DICM" else 0)
    meta = read_dataset(file, False, True, stop_when=_past_meta)
    if meta.get("TransferSyntaxUID") != DeflatedExplicitVRLittleEndian:
        return None
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(content[file.tell() :], most)


def _past_meta(tag: BaseTag, vr: str | None, length: int) -> bool:
    return tag.group != 2


def _at_a_glance(content: bytes) -> dict[str, str]:
    """`identity` of a file that is simple; empty of any other."""
    if content[128:MAGIC_ENDS] != b"DICM":
        return {}
    meta, start = glance(content, EXPLICIT, LAST_OF_META, MAGIC_ENDS)
    syntax = meta.get(TRANSFER_SYNTAX, "")
    if not syntax or not is_simple(syntax):
        return {}
    texts, _ = glance(content, syntax, IDENTITY["series_uid"], start)
    found = {name: texts.get(tag, "") for name, tag in IDENTITY.items()}
    is_missing = not all(found[name] for name in IDENTITY if name != "patient_id")
    patient_id = texts.get(IDENTITY["patient_id"])
    return {} if is_missing or patient_id is None or not patient_id.isascii() else found


def _text(head: Dataset, tag: int) -> str:
    value = head[tag].value if tag in head else ""
    return str(value).strip("\0 ") if value else ""


def _with(kept: Kept, path: Path, arrival: Arrival, remark: str = "") -> Kept:
    return Kept(
        path,
        kept.sop_uid,
        kept.sop_class,
        kept.study_uid,
        kept.series_uid,
        kept.bytes,
        arrival,
        remark,
    )


def _difference(before: bytes, after: bytes) -> str:
    """In what two files differ: nothing (""), "attributes", "pixels" or "content"."""
    try:
        with lenient():
            for content in (before, after):
                if len(_inflated(content, INFLATED) or b"") == INFLATED:
                    return "content"
            one, other = dcmread(BytesIO(before), force=True), dcmread(BytesIO(after), force=True)
            if "PixelData" in one and "PixelData" in other:
                same = one.get("PixelData") == other.get("PixelData") or np.array_equal(
                    one.pixel_array, other.pixel_array
                )
                if not same:
                    return "pixels"
                return "" if one == other else "attributes"
            return "" if one == other else "content"
    except PARSE_ERRORS:
        return "content"
