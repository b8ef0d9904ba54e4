"""The leak check: may the copies that were prepared for blinded reading be read?

It examines what is on the disk, not what was meant to be written: every folder and file name, size,
time, mode and extended attribute, and every byte of every header (also nested and private
attributes, the preamble, and what follows the pixels). Anything that is not on the reviewed list of
`deidentify.KEPT`, differs between the two images of a case without need, or puts the arms in an
order is reported, each with a sentence.

Whether the stored values tell the arms is measured over the study's cases, and so is how often the
picture itself does, which nobody can hide: see `station.reading.voxel_signs`.
"""

import os
import re
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import inf
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydicom import dcmread, dcmwrite  # pyright: ignore[reportUnknownVariableType]
from pydicom.datadict import dictionary_description, tag_for_keyword
from pydicom.dataset import Dataset, FileDataset

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.deidentify import (
    COPY_TIME_S,
    KEPT,
    META,
    UID_DIGITS,
    Kept,
    Rule,
    constant_meta,
    constants,
    file_name,
    random_uid,
)
from station.dicom.header import lenient
from station.progress import Report, silent
from station.reading.protocol import Arm
from station.reading.voxel_signs import Numbers, SignCheck, check_signs, numbers
from station.reading.worklist import Key
from station.system import extended_attributes

METHOD_WORDS = frozenset(
    """
    osem tof psf fbp mlem bsrem qclear gaussian filter filtered unfiltered smoothed conventional
    dl dlr dlir dpr cnn aice subtle subtlepet denoise denoised denoising deep learning neural
    network artificial intelligence reconstruction derived arm reference truth
    """.split()  # noqa: SIM905  a list would have a line for each
)
"""Words for how an image was made; matched as whole words, ignoring case"""

ORDER_CASES = 16
"""From this many cases on, one arm coming first in all of them is not chance (2^-15)"""

LONG_WORD = 4
"""Words of at least this many letters are also searched inside others"""

PREPARE_AGAIN = "Prepare the study again. If this recurs it is an error in Station: report it."

_UID = re.compile(rf"2\.25\.[1-9]\d{{{UID_DIGITS - 1}}}", re.ASCII)
_PIXELS = 0x7FE00010
_LONG_VRS = frozenset({b"OB", b"OW", b"SQ", b"UN", b"UT", b"OF", b"OD", b"OL", b"UC", b"UR"})

Elements = dict[int, tuple[bytes, bytes]]
"""Tag → value representation and value, both as in the file"""


@dataclass(frozen=True)
class Words:
    """What the sources contain that no copy may contain."""

    patient: frozenset[str] = frozenset()
    """Names, IDs, dates, descriptions of study"""
    method: frozenset[str] = frozenset()
    """Descriptions of series, vendors, models, reconstructions; in addition to `METHOD_WORDS`"""
    uids: frozenset[str] = frozenset()

    def found(self, text: str) -> str | None:
        """Which of them a text contains: '"OSEM", a word of the method'; None: none."""
        if text.strip() in self.uids:
            return f'"{text.strip()}", a UID of the source'
        folded = _folded(text)
        tokens = set(re.findall(r"\w+", folded))
        for words, what in (
            (self.patient, "the patient"),
            (self.method | METHOD_WORDS, "the method"),
        ):
            for word in sorted(words, key=lambda word: (-len(word), word)):
                plain = _folded(word)
                long = len(plain) >= LONG_WORD and not plain.isdigit()
                if plain in tokens or (long and plain in folded):
                    return f'"{word}", a word of {what}'
        return None


@dataclass(frozen=True)
class LeakCheck:
    """What was examined, and what was found."""

    findings: tuple[str, ...]
    """Sentences; empty: the study may be read"""
    images: int = 0
    files: int = 0
    attributes: int = 0
    signs: SignCheck | None = None
    """What rules on stored values tell; None: too few cases to learn one"""


def check_copies(
    images: Path,
    key: Key,
    words: Words = Words(),
    report: Report = silent,
    largest_shown_suv: float = inf,
) -> LeakCheck:
    """Examine the copies below `images`, one folder for every code of `key`.

    `largest_shown_suv`: the highest bound of a reader's window. Lets `Cancelled` from `report`
    pass, and OSError where a file cannot be read.
    """
    check = _Check(key, words, largest_shown_suv)
    check.names(images)
    codes = sorted(key.entries)
    for number, code in enumerate(codes):
        report(number / len(codes), f"Checking image {number + 1} of {len(codes)} for leaks")
        if (images / code).is_dir():
            check.image(code, images / code)
    check.pairs()
    check.order()
    signs = check.signs()
    report(1.0, "Checked for leaks")
    return LeakCheck(check.findings(), len(check.seen), check.files, check.attributes, signs)


@dataclass
class _Seen:
    """What is remembered of an image, to compare it with the other image of its case."""

    sizes: list[int] = field(default_factory=list[int])
    modes: set[int] = field(default_factory=set[int])
    changed_ns: list[int] = field(default_factory=list[int])
    of_case: list[dict[int, bytes]] = field(default_factory=list[dict[int, bytes]])
    """For each file, the attributes that both images of a case share"""
    uids: dict[int, str] = field(default_factory=dict[int, str])
    numbers: Numbers | None = None
    """What a rule on its stored values can go by"""


class _Check:
    """Collects findings; the same finding in many files is reported once."""

    def __init__(self, key: Key, words: Words, largest_shown_suv: float) -> None:
        self.key = key
        self.words = words
        self.largest_shown_suv = largest_shown_suv
        self.seen: dict[str, _Seen] = {}
        self.files = 0
        self.attributes = 0
        self._found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        """What and what to do → code and file of every place"""
        self._uids: dict[str, tuple[str, str]] = {}
        """Every random UID → what it was and where it first occurred"""
        self._held: dict[tuple[int, bytes], str] = {}
        """Attribute and value → the words in it, to continue a sentence"""

    # -- findings ----------------------------------------------------------------------------------

    def add(self, what: str, code: str = "", file: str = "", advice: str = PREPARE_AGAIN) -> None:
        self._found[what, advice].append((code, file))

    def findings(self) -> tuple[str, ...]:
        return tuple(
            f"{_place(places)}{what}.{self._separated(places)} {advice}"
            for (what, advice), places in self._found.items()
        )

    def _separated(self, places: list[tuple[str, str]]) -> str:
        """A sentence if all images of one arm, and none of the other, have it."""
        codes = {code for code, _ in places}
        for arm in Arm:
            of_arm = {code for code, entry in self.key.entries.items() if entry.arm is arm}
            if codes == of_arm and len(of_arm) > 1:
                return f" It is in every image of the {_arm_word(arm)} arm and in no other."
        return ""

    # -- names -------------------------------------------------------------------------------------

    def names(self, images: Path) -> None:
        """Folders are the codes of the key, and files are numbered."""
        for path in sorted(images.iterdir()):
            if path.name not in self.key.entries or path.is_symlink() or not path.is_dir():
                self.add(
                    f"{path.name} is not the folder of an image{self._words_in(path.name)}",
                )
        for code in sorted(self.key.entries):
            folder = images / code
            if not folder.is_dir():
                self.add(f"the folder of {code} is missing")
                continue
            paths = sorted(folder.iterdir())
            for number, path in enumerate(paths):
                if path.name != file_name(number) or path.is_symlink() or not path.is_file():
                    self.add(
                        f"the name is not the number {file_name(number)}"
                        f"{self._words_in(path.name)}",
                        code,
                        path.name,
                    )

    def _words_in(self, text: str) -> str:
        words = self.words.found(text)
        return f" and contains {words}" if words else ""

    # -- one image ---------------------------------------------------------------------------------

    def image(self, code: str, folder: Path) -> None:
        seen = self.seen[code] = _Seen()
        self._times(code, "", folder)
        planes: list[NDArray[np.int16]] = []
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            status = self._times(code, path.name, path)
            seen.sizes.append(status.st_size)
            seen.modes.add(status.st_mode)
            seen.changed_ns.append(status.st_ctime_ns)
            self.files += 1
            plane = self._file(code, path, seen)
            if plane is not None:
                planes.append(plane)
        if planes and len({plane.shape for plane in planes}) == 1:
            slope = _slope(seen.of_case[0])
            if slope is not None:
                seen.numbers = numbers(np.stack(planes), slope, self.largest_shown_suv)

    def _times(self, code: str, file: str, path: Path) -> os.stat_result:
        status = path.stat()
        if status.st_mtime_ns != COPY_TIME_S * 10**9:
            self.add("the time reveals when it was written", code, file)
        for name in extended_attributes(path):
            self.add(f"the extended attribute {name} is kept with it", code, file)
        return status

    def _file(self, code: str, path: Path, seen: _Seen) -> NDArray[np.int16] | None:
        """Examine a file; its plane (rows, columns), if it can be read."""
        raw = path.read_bytes()
        if raw[:128] != bytes(128):
            self.add(f"the preamble is not empty{self._words_in_bytes(raw[:128])}", code, path.name)
        elements: Elements = {}
        rest = _parse(raw, elements)
        self.attributes += len(elements)
        if rest:
            self._unparsed(code, path, raw, rest)
        self._missing(code, path.name, elements)
        for tag in elements:
            if tag not in _KEPT_TAGS and tag not in _CONSTANTS:
                self._unlisted(code, path.name, raw, tag, elements[tag][1])
            else:
                self._listed(code, path.name, tag, elements, seen)
        seen.of_case.append(
            {tag: vr + value for tag, (vr, value) in elements.items() if tag in _OF_CASE}
        )
        return _plane(elements)

    def _listed(self, code: str, file: str, tag: int, elements: Elements, seen: _Seen) -> None:
        """Check a listed attribute by its rule."""
        vr, value = elements[tag]
        kept = _KEPT_TAGS.get(tag)
        match Rule.CONSTANT if kept is None else kept.rule:
            case Rule.CONSTANT:
                if _CONSTANTS[tag] != (vr, value):
                    self._differs(code, file, tag, value)
            case Rule.CODE:
                if _text(value) != code:
                    self._differs(code, file, tag, value)
            case Rule.IMAGE_UID:
                self._image_uid(code, file, tag, _text(value), seen)
            case Rule.FILE_UID:
                self._file_uid(code, file, tag, _text(value), elements)
            case Rule.OF_CASE | Rule.PIXELS:
                pass  # compared with the case's other image; examined as an image

    def _missing(self, code: str, file: str, elements: Elements) -> None:
        """An attribute missing in some copies distinguishes them as well as an extra one."""
        for tag, kept in _KEPT_TAGS.items():
            if tag not in elements:
                self.add(f"{_name(tag)} is missing, which every copy has ({kept.why})", code, file)

    def _unparsed(self, code: str, path: Path, raw: bytes, rest: bytes) -> None:
        """Bytes that are not an attribute in the encoding of the copies."""
        held = self._words_in_bytes(rest) or self._words_in_texts(raw)
        self.add(
            f"it is not encoded as the copies are, or has bytes after them{held}", code, path.name
        )

    def _words_in_bytes(self, raw: bytes) -> str:
        return self._words_in(raw.decode("utf-8", errors="replace").replace("\0", " "))

    def _unlisted(self, code: str, file: str, raw: bytes, tag: int, value: bytes) -> None:
        kind = "a private attribute" if tag >> 16 & 1 else "not among what a copy may hold"
        if (tag, value) not in self._held:  # a hundred slices may have the same
            self._held[tag, value] = self._words_in_texts(raw, tag)
        self.add(f"{_name(tag)} is {kind}{self._held[tag, value]}", code, file)

    def _words_in_texts(self, raw: bytes, tag: int | None = None) -> str:
        held = (self._words_in(text) for text in _texts(raw, tag))
        return next(filter(None, held), "")

    def _differs(self, code: str, file: str, tag: int, value: bytes) -> None:
        held = self._words_in_bytes(value)
        self.add(f"{_name(tag)} does not have the value of every copy{held}", code, file)

    # -- UIDs --------------------------------------------------------------------------------------

    def _image_uid(self, code: str, file: str, tag: int, uid: str, seen: _Seen) -> None:
        known = seen.uids.setdefault(tag, uid)
        if known != uid:
            self.add(f"{_name(tag)} differs between the files of one image", code, file)
        self._random_uid(code, file, tag, uid, of=code)

    def _file_uid(self, code: str, file: str, tag: int, uid: str, elements: Elements) -> None:
        if tag == _MEDIA_UID:
            if uid != _text(elements.get(_SOP_UID, (b"", b""))[1]):
                self.add(f"{_name(tag)} is not the file's SOPInstanceUID", code, file)
            return
        self.seen[code].uids.setdefault(tag, uid)
        self._random_uid(code, file, tag, uid, of=f"{code}/{file}")

    def _random_uid(self, code: str, file: str, tag: int, uid: str, of: str) -> None:
        """Of the given form, unlike every UID of the sources, and used once."""
        if uid in self.words.uids:
            self.add(f"{_name(tag)} is a UID of the source", code, file)
        elif not _UID.fullmatch(uid):
            self.add(f"{_name(tag)} is not a random UID, as every copy has", code, file)
        elif self._uids.setdefault(uid, (_name(tag), of)) != (_name(tag), of):
            self.add(f"{_name(tag)} is used twice", code, file)

    # -- between images ----------------------------------------------------------------------------

    def pairs(self) -> None:
        """The two images of a case: equal in everything but codes, UIDs and pixels."""
        modes: set[int] = set()
        for case in (*self.key.cases(practice=False), *self.key.cases(practice=True)):
            codes = sorted(self.key.code(case, arm) for arm in Arm)
            pair = [self.seen[code] for code in codes if code in self.seen]
            modes |= {mode for seen in pair for mode in seen.modes}
            if len(pair) == len(codes):
                self._pair(" and ".join(codes), *pair)
        if len(modes) > 1:
            self.add("files have different access rights")

    def _pair(self, both: str, first: _Seen, second: _Seen) -> None:
        """Reported without saying which is which: a later reader may see the sentence."""
        if len(first.sizes) != len(second.sizes):
            self.add(
                f"{both}, the two images of a case, have {len(first.sizes)} and "
                f"{len(second.sizes)} files"
            )
            return
        if first.sizes != second.sizes:
            self.add(f"{both}, the two images of a case, have files of different sizes")
        different: dict[int, int] = {}
        for index, (a, b) in enumerate(zip(first.of_case, second.of_case, strict=True)):
            for tag in a.keys() | b.keys():
                if a.get(tag) != b.get(tag):
                    different.setdefault(tag, index)
        for tag, index in sorted(different.items()):
            self.add(
                f"{both}, the two images of a case, differ in {_name(tag)} ({file_name(index)})"
            )

    def order(self) -> None:
        """Neither random values nor the times of writing may put the arms in an order."""
        codes = [code for code in sorted(self.seen) if self.seen[code].changed_ns]
        for before, after in pairwise(codes):
            if max(self.seen[before].changed_ns) > min(self.seen[after].changed_ns):
                self.add(
                    f"{before} was not written before {after}: the order of writing, which the "
                    "disk keeps, is not that of the codes and may reveal cases and arms"
                )
                break
        cases = (*self.key.cases(practice=False), *self.key.cases(practice=True))
        pairs = [[self.key.code(case, arm) for arm in Arm] for case in cases]
        if len(pairs) < ORDER_CASES or any(c not in self.seen for pair in pairs for c in pair):
            return
        self._one_first("the image codes", pairs, lambda code: code)
        for tag in (_SOP_UID, *_IMAGE_UIDS):
            self._one_first(
                _name(tag), pairs, lambda code, tag=tag: self.seen[code].uids.get(tag, "")
            )

    def signs(self) -> SignCheck | None:
        """What rules on stored values tell of the two images of every case."""
        cases = (*self.key.cases(practice=False), *self.key.cases(practice=True))
        pairs: list[tuple[Numbers, Numbers]] = []
        for case in cases:
            seen = [self.seen.get(self.key.code(case, arm)) for arm in Arm]
            one, other = (None if each is None else each.numbers for each in seen)
            if one is not None and other is not None:
                pairs.append((one, other))
        signs = check_signs(pairs)
        if signs is not None and signs.finding is not None:
            self.add(signs.finding)
        return signs

    def _one_first(self, what: str, pairs: list[list[str]], value: Callable[[str], str]) -> None:
        first = {value(code) < value(other_code) for code, other_code in pairs}
        if len(first) == 1:
            self.add(f"sorted by {what}, the same arm comes first in every case")


# -- what a copy has -------------------------------------------------------------------------------


def _encoded_constants() -> Elements:
    """The constant attributes as encoded in a file, with the length and version that pydicom adds;
    its UIDs are not examined."""
    sample = constants()
    sample.file_meta = constant_meta()
    sample.SOPInstanceUID = sample.file_meta.MediaStorageSOPInstanceUID = random_uid()
    encoded = BytesIO()
    dcmwrite(encoded, sample, enforce_file_format=True)
    elements: Elements = {}
    assert not _parse(encoded.getvalue(), elements)
    return elements


def _tag(keyword: str) -> int:
    tag = tag_for_keyword(keyword)
    assert tag is not None, keyword
    return tag


def _parse(raw: bytes, elements: Elements) -> bytes:
    """Fill in the top-level attributes of a file; returns the bytes left over.

    Reads only the copies' encoding, Explicit VR Little Endian with defined lengths, and accounts
    for every byte, so that nothing can hide between, in or after the attributes.
    """
    at, end, last = 132, len(raw), -1
    if raw[128:132] != b"DICM":
        return raw
    while at < end:
        if end - at < 8:
            return raw[at:]
        group, element = struct.unpack_from("<HH", raw, at)
        vr = raw[at + 4 : at + 6]
        if vr in _LONG_VRS:
            if end - at < 12:
                return raw[at:]
            (length,) = struct.unpack_from("<I", raw, at + 8)
            begin = at + 12
        else:
            (length,) = struct.unpack_from("<H", raw, at + 6)
            begin = at + 8
        tag = group << 16 | element
        if not vr.isalpha() or not vr.isupper() or tag <= last or begin + length > end:
            return raw[at:]
        elements[tag] = vr, raw[begin : begin + length]
        at, last = begin + length, tag
    return b""


def _texts(raw: bytes, tag: int | None = None) -> Iterator[str]:
    """Every text in a file, even nested, as pydicom reads it; of one attribute, or of all."""
    try:
        with lenient():
            whole: FileDataset = dcmread(BytesIO(raw), force=True)
            datasets: list[Dataset] = [whole.file_meta, whole]
            if tag is not None:
                part = Dataset()
                part.add(whole[tag] if tag in whole else whole.file_meta[tag])
                datasets = [part]
            for dataset in datasets:
                for element in dataset.iterall():
                    if element.VR not in ("SQ", "OW") and element.value is not None:
                        value = element.value
                        yield (
                            value.decode("utf-8", errors="replace")
                            if isinstance(value, bytes)
                            else str(value)
                        )
    except PARSE_ERRORS:
        return


def _plane(elements: Elements) -> NDArray[np.int16] | None:
    rows, columns, pixels = (elements.get(tag, (b"", b""))[1] for tag in (_ROWS, _COLUMNS, _PIXELS))
    if len(rows) != 2 or len(columns) != 2:
        return None
    shape = struct.unpack("<H", rows)[0], struct.unpack("<H", columns)[0]
    if len(pixels) != 2 * shape[0] * shape[1]:
        return None
    return np.frombuffer(pixels, "<i2").reshape(shape)


def _slope(elements: Mapping[int, bytes]) -> float | None:
    """Of the attributes of a file that both images of a case share, each behind its VR."""
    try:
        return float(_text(elements.get(_SLOPE, b"")[2:])) or None
    except ValueError:
        return None


def _text(value: bytes) -> str:
    return value.decode("latin-1").rstrip(" \0")


@cache
def _name(tag: int) -> str:
    """ "PatientName (0010,0010)"."""
    number = f"({tag >> 16:04X},{tag & 0xFFFF:04X})"
    if tag >> 16 & 1:
        return number
    try:
        return f"{dictionary_description(tag)} {number}"
    except KeyError:
        return number


@cache
def _folded(text: str) -> str:
    """In lower case without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).strip()


def _place(places: list[tuple[str, str]]) -> str:
    """ "K7Q2B3C4/0001.dcm and 5 more: "; empty if the sentence says where."""
    code, file = places[0]
    if not code:
        return ""
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{code}{'/' if file else ''}{file}{more}: "


def _arm_word(arm: Arm) -> str:
    return {Arm.CONVENTIONAL: "conventional", Arm.DENOISED: "DL"}[arm]


_KEPT_TAGS: Mapping[int, Kept] = {_tag(kept.keyword): kept for kept in (*META, *KEPT)}
_CONSTANTS: Mapping[int, tuple[bytes, bytes]] = _encoded_constants()
_SOP_UID, _MEDIA_UID = _tag("SOPInstanceUID"), _tag("MediaStorageSOPInstanceUID")
_ROWS, _COLUMNS = _tag("Rows"), _tag("Columns")
_SLOPE = _tag("RescaleSlope")
_OF_CASE = frozenset(_tag(kept.keyword) for kept in KEPT if kept.rule is Rule.OF_CASE)
_IMAGE_UIDS = tuple(_tag(kept.keyword) for kept in KEPT if kept.rule is Rule.IMAGE_UID)
