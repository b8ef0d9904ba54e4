"""C-STORE: instances go to a server as they are in their files, and each is counted once.

An instance counts as stored when the server said so, about this instance. What an association that
broke leaves behind is sent on another one.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset
from pydicom.tag import BaseTag
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    MediaStorageDirectoryStorage,
)
from pynetdicom.dsutils import encode

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.dicom.network import wire
from station.dicom.network.association import PATIENCE, Patience, place
from station.dicom.network.glance import (
    EXPLICIT,
    LAST_OF_META,
    TRANSFER_SYNTAX,
    glance,
    is_simple,
)
from station.dicom.network.statuses import is_success, is_warning, meaning, sentence
from station.dicom.network.wire import Lost, Proposal, Refusal, Silent, Verb
from station.errors import DicomError
from station.pacs import Failure, PacsError, Server, Traffic, Watch, unwatched

UNCOMPRESSED = (str(ExplicitVRLittleEndian), str(ImplicitVRLittleEndian))
"""What every server takes (PS3.5 10.1), in the order in which Station would rather send it"""
PAUSES_S = (0.2, 1.0, 3.0)
"""Before an association is asked for again"""
TRIES = 4
"""Of an instance during which the association broke"""
SILENT_TRIES = 2
"""Of an instance to which the server gave no answer, or one that belongs to something else"""
FRUITLESS = 8
"""Associations that break one after the other without storing anything, before all is given up"""
SILENCE_COUNTS = 3
"""A silence costs a minute: it counts as so many of them"""
LAST_MESSAGE_ID = 65535
UID_LENGTH = 64  # PS3.5 9.1

Told = Callable[[str, Failure | None], None]
"""Called with the SOP instance UID of each instance once: None where the server stored it"""


@dataclass(frozen=True)
class Outgoing:
    """An instance in a file."""

    path: Path
    sop_uid: str
    sop_class: str
    syntax: str
    """UID of the transfer syntax it is encoded in"""
    start: int | None
    """Where its dataset begins in the file; None: it has no file header and is encoded again"""


@dataclass(frozen=True)
class Sending:
    """What came of sending."""

    stored: int
    """Instances of which the server said that it stored them, each counted once"""
    failed: tuple[Failure, ...]
    """Those that it did not, and files that cannot be sent (with an empty UID)"""
    notes: tuple[Failure, ...]
    """Stored, but the server changed or left out something: what"""


# --- what is to be sent ------------------------------------------------------------------------


def outgoing(files: Iterable[Path]) -> tuple[tuple[Outgoing, ...], tuple[Failure, ...]]:
    """The instances in files, each once, and a sentence for each file that cannot be sent.

    Files of one SOP instance UID are copies where their datasets are equal to the byte; where they
    are not, none of them is sent.
    """
    instances: dict[str, Outgoing] = {}
    failed: list[Failure] = []
    refused: set[str] = set()
    for path in files:
        try:
            instance = _read(path)
        except DicomError as error:
            failed.append(Failure("", str(error)))
            continue
        other = instances.setdefault(instance.sop_uid, instance)
        if other is instance or instance.sop_uid in refused or _are_equal(other, instance):
            continue
        refused.add(instance.sop_uid)
        failed.append(
            Failure(
                instance.sop_uid,
                f"{other.path.name} and {path.name} have the same SOP instance UID but differ. "
                "Neither was sent: decide which is right, and send it alone.",
            )
        )
    return tuple(i for uid, i in instances.items() if uid not in refused), tuple(failed)


def _read(path: Path) -> Outgoing:
    """Raises DicomError with the sentence why a file cannot be sent."""
    try:
        with path.open("rb", buffering=0) as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise DicomError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    return _at_a_glance(path, head) or _read_all(path)


def _at_a_glance(path: Path, head: bytes) -> Outgoing | None:
    """The instance of a file that begins with `head`; None where that is not so simple."""
    if head[128:132] != b"DICM":
        return None
    meta, start = glance(head, EXPLICIT, LAST_OF_META, 132)
    syntax = meta.get(TRANSFER_SYNTAX, "")
    if not syntax or not is_simple(syntax):
        return None
    uids, _ = glance(head, syntax, SOP_INSTANCE_UID, start)
    sop_class, sop_uid = uids.get(SOP_CLASS_UID, ""), uids.get(SOP_INSTANCE_UID, "")
    if not _is_uid(sop_class) or not _is_uid(sop_uid) or sop_class == MediaStorageDirectoryStorage:
        return None
    return Outgoing(path, sop_uid, sop_class, syntax, start)


def _read_all(path: Path) -> Outgoing:
    """As pydicom understands the file. Raises DicomError."""
    try:
        with lenient(), path.open("rb") as file:
            start: int | None = None
            meta = Dataset()
            if file.read(132)[128:] == b"DICM":
                meta = read_dataset(file, False, True, stop_when=_is_past_meta)
                start = file.tell()
            syntax = meta.get("TransferSyntaxUID")
            if syntax is None or syntax == DeflatedExplicitVRLittleEndian:
                header = dcmread(path, force=True, stop_before_pixels=True)
            else:
                uid = UID(str(syntax))
                header = read_dataset(
                    file, uid.is_implicit_VR, uid.is_little_endian, stop_when=_is_past_uids
                )
            if syntax is None:
                start, syntax = None, _guessed_syntax(header)
            sop_class, sop_uid = header.get("SOPClassUID"), header.get("SOPInstanceUID")
    except OSError as error:
        raise DicomError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except PARSE_ERRORS as error:
        raise DicomError(f"{path.name} is damaged or not a DICOM file; it was not sent.") from error
    if not sop_class or not sop_uid:
        raise DicomError(f"{path.name} is not a DICOM file with an instance; it was not sent.")
    if sop_class == MediaStorageDirectoryStorage:
        raise DicomError(f"{path.name} is a DICOMDIR, the index of a medium; it was not sent.")
    for uid in (sop_class, sop_uid, syntax):
        if not _is_uid(str(uid)):
            raise DicomError(f"{path.name} has an invalid UID; it was not sent.")
    return Outgoing(path, str(sop_uid), str(sop_class), str(syntax), start)


def _is_past_meta(tag: BaseTag, vr: str | None, length: int) -> bool:
    return tag.group != 2


def _is_past_uids(tag: BaseTag, vr: str | None, length: int) -> bool:
    return tag > SOP_INSTANCE_UID


SOP_CLASS_UID, SOP_INSTANCE_UID = 0x00080016, 0x00080018
HEAD_BYTES = 8192


def _guessed_syntax(header: Dataset) -> UID:
    implicit, little = header.original_encoding
    if not little:
        return ExplicitVRBigEndian
    return ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian


def _is_uid(text: str) -> bool:
    return 0 < len(text) <= UID_LENGTH and all(part.isdecimal() for part in text.split("."))


def _are_equal(first: Outgoing, second: Outgoing) -> bool:
    try:
        return first.syntax == second.syntax and _content(first) == _content(second)
    except DicomError:
        return False


def _content(instance: Outgoing) -> memoryview:
    """The encoded dataset, as it is in the file. Raises DicomError."""
    if instance.start is None:
        return _encoded_as(instance, instance.syntax)
    try:
        return memoryview(instance.path.read_bytes())[instance.start :]
    except OSError as error:
        raise DicomError(
            f"{instance.path.name} cannot be read: {error.strerror or error}."
        ) from error


def _encoded_as(instance: Outgoing, syntax: str) -> memoryview:
    """The dataset in another, uncompressed encoding. Raises DicomError."""
    target, own = UID(syntax), UID(instance.syntax)
    data, cause = None, None
    try:
        with lenient():
            dataset = dcmread(instance.path, force=True)
            if instance.start is not None and own.is_compressed:
                dataset.decompress(generate_instance_uid=False)
            if dataset.original_encoding[1] is False:
                _swap(dataset)
            data = encode(dataset, target.is_implicit_VR, target.is_little_endian)
    except PARSE_ERRORS as error:
        cause = error
    if data is None:
        raise DicomError(
            f"{instance.path.name} cannot be converted from {own.name} to "
            f"{target.name}, which the server asks for; it was not sent."
        ) from cause
    return memoryview(data)


WORDS = {"OW": "u2", "OF": "u4", "OL": "u4", "OD": "u8", "OV": "u8"}


def _swap(dataset: Dataset) -> None:
    """Turn the words of a big-endian dataset, which pydicom leaves as they are.

    Raises ValueError where it is not known how long they are.
    """
    if int(dataset.get("BitsAllocated") or 0) > LONGEST_SWAPPED_BITS:
        raise ValueError("words of pixels that are longer than OW's")
    for element in dataset:
        if element.VR == "UN":
            raise ValueError("an element of unknown words")
        if element.VR == "SQ":
            for item in cast(Sequence[Dataset], element.value):
                _swap(item)
        elif (words := WORDS.get(str(element.VR))) and element.value:
            element.value = np.frombuffer(element.value, words).byteswap().tobytes()


LONGEST_SWAPPED_BITS = 16


# --- sending -----------------------------------------------------------------------------------


def send(
    server: Server,
    files: Sequence[Path],
    told: Told,
    watch: Watch = unwatched,
    patience: Patience = PATIENCE,
) -> Sending:
    """Send files to a server; `told` hears of each instance once, `watch` how far it has come.

    Raises PacsError where the server cannot be reached at all, before anything was told. What
    `told` or `watch` raises passes; the association is then aborted.
    """
    instances, failed = outgoing(files)
    return send_instances(server, instances, told, watch, patience, unsent=failed)


def send_instances(
    server: Server,
    instances: Sequence[Outgoing],
    told: Told,
    watch: Watch = unwatched,
    patience: Patience = PATIENCE,
    unsent: Sequence[Failure] = (),
) -> Sending:
    """As `send`, for files that `outgoing` has read; `unsent`: its sentences, told as well."""
    sender = _Sender(server, told, watch, patience, len(instances))
    try:
        for batch in _batches(instances):
            sender.send(batch)
    finally:
        sender.close()
    for failure in unsent:
        told(failure.sop_uid, failure)
    return Sending(sender.stored, (*sender.failed, *unsent), tuple(sender.notes))


def _batches(
    instances: Sequence[Outgoing],
) -> Iterator[tuple[tuple[Proposal, ...], deque[Outgoing]]]:
    """Instances with what has to be proposed for them, in as few associations as there can be."""
    syntaxes: dict[str, dict[str, None]] = {}
    of_class: dict[str, list[Outgoing]] = {}
    for instance in instances:
        syntaxes.setdefault(instance.sop_class, {})[instance.syntax] = None
        of_class.setdefault(instance.sop_class, []).append(instance)
    proposals: list[Proposal] = []
    batch: deque[Outgoing] = deque()
    for sop_class, used in syntaxes.items():
        wanted = [
            Proposal(sop_class, (syntax,)) for syntax in dict.fromkeys((*used, *UNCOMPRESSED))
        ]
        if len(proposals) + len(wanted) > wire.MAX_CONTEXTS:
            yield tuple(proposals), batch
            proposals, batch = [], deque()
        proposals += wanted
        batch += of_class[sop_class]
    if batch:
        yield tuple(proposals), batch


class _Sender:
    """Sends over one association after the other, until nothing is left or nothing helps."""

    def __init__(
        self, server: Server, told: Told, watch: Watch, patience: Patience, wanted: int
    ) -> None:
        self.stored = 0
        self.failed: list[Failure] = []
        self.notes: list[Failure] = []
        self._server = server
        self._told = told
        self._watch = watch
        self._patience = patience
        self._wanted = wanted
        self._bytes = 0
        self._began = time.monotonic()
        self._line: wire.Line | None = None
        self._refusals: dict[str, Refusal] = {}
        self._was_open = False
        self._fruitless = 0
        self._tries: Counter[str] = Counter()
        self._message = 0

    def close(self) -> None:
        """Abort an association that is still open: something was raised."""
        if self._line is not None:
            self._line.abort()

    def send(self, batch: tuple[tuple[Proposal, ...], deque[Outgoing]]) -> None:
        proposals, waiting = batch
        while waiting:
            try:
                line = self._line = self._opened(proposals)
            except PacsError as error:
                if not self._was_open:
                    raise
                self._give_up(waiting, str(error))
                return
            before = self.stored + len(self.failed)
            try:
                while waiting:
                    self._store(line, waiting[0])
                    waiting.popleft()
            except Lost as error:
                line.abort()
                if self.stored + len(self.failed) > before:
                    self._fruitless = 0
                self._broke(error, waiting)
            else:
                self._fruitless = 0
                line.release()
            self._line = None

    def _opened(self, proposals: Sequence[Proposal]) -> wire.Line:
        """Raises PacsError."""
        for pause_s in (*PAUSES_S, None):
            try:
                line, refusals = wire.open_line(
                    self._server, proposals, self._patience, self._report
                )
            except PacsError as error:
                nobody = isinstance(error.__cause__, ConnectionRefusedError)
                if pause_s is None or not wire.is_passing(error) or (nobody and not self._was_open):
                    raise
                self._rest(pause_s)
            else:
                self._was_open = True
                self._refusals = {}
                for number, refusal in refusals.items():
                    sop_class = proposals[number // 2].sop_class
                    if self._refusals.get(sop_class) != Refusal.SYNTAX:
                        self._refusals[sop_class] = refusal
                return line
        raise AssertionError("the last try raises")

    def _rest(self, pause_s: float) -> None:
        until = time.monotonic() + pause_s
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, wire.TICK_S))
            self._report()

    def _broke(self, error: Lost, waiting: deque[Outgoing]) -> None:
        """An association ended while the first of those that wait was sent."""
        instance = waiting[0]
        self._tries[instance.sop_uid] += 1
        unanswered = isinstance(error, Silent | _Unanswered)
        self._fruitless += SILENCE_COUNTS if isinstance(error, Silent) else 1
        if self._fruitless > FRUITLESS:
            self._give_up(waiting, str(error))
        elif self._tries[instance.sop_uid] >= (SILENT_TRIES if unanswered else TRIES):
            waiting.popleft()
            self._settle(instance, Failure(instance.sop_uid, str(error)))

    def _give_up(self, waiting: deque[Outgoing], why: str) -> None:
        while waiting:
            instance = waiting.popleft()
            self._settle(instance, Failure(instance.sop_uid, why))

    def _store(self, line: wire.Line, instance: Outgoing) -> None:
        """Raises Lost where the association ended before the server answered."""
        context = self._context(line, instance)
        if context is None:
            self._settle(instance, Failure(instance.sop_uid, self._refused(line, instance)))
            return
        try:
            syntax = line.contexts[context][1]
            data = (
                _content(instance) if syntax == instance.syntax else _encoded_as(instance, syntax)
            )
        except DicomError as error:
            self._settle(instance, Failure(instance.sop_uid, str(error)))
            return
        self._message = self._message % LAST_MESSAGE_ID + 1
        line.send(
            context,
            {
                wire.Tag.AFFECTED_CLASS: instance.sop_class,
                wire.Tag.COMMAND: Verb.C_STORE,
                wire.Tag.MESSAGE_ID: self._message,
                wire.Tag.PRIORITY: 0,
                wire.Tag.AFFECTED_INSTANCE: instance.sop_uid,
            },
            data,
        )
        status = self._answer(line, instance)
        self._bytes += len(data)
        if not is_success(status):
            why = sentence(status, self._server, "C-STORE", sop_class=UID(instance.sop_class).name)
            self._settle(instance, Failure(instance.sop_uid, why))
            return
        self.stored += 1
        if is_warning(status):
            self.notes.append(
                Failure(
                    instance.sop_uid,
                    f"{place(self._server)} stored it, but {meaning(status)} (status "
                    f"{status:04X}).",
                )
            )
        self._settle(instance, None)

    def _answer(self, line: wire.Line, instance: Outgoing) -> int:
        """Status of the answer to the last C-STORE. Raises Lost."""
        answer = line.command()
        if answer is None:
            raise Lost(f"{line.who} ended the association in the middle of a C-STORE. Try again.")
        if answer.has_dataset:
            for _ in line.dataset():
                pass
        about = answer.text(wire.Tag.AFFECTED_INSTANCE)
        if (
            answer.verb != Verb.C_STORE | wire.ANSWER
            or answer.number(wire.Tag.ANSWERED_ID) != self._message
            or not answer.has_status
            or about not in ("", instance.sop_uid)
        ):
            raise _Unanswered(
                f"{line.who} gave no proper answer to a C-STORE, so that the instance may not be "
                "stored. Try again; if it happens again, ask its administrator."
            )
        return answer.number(wire.Tag.STATUS)

    def _context(self, line: wire.Line, instance: Outgoing) -> int | None:
        """The number of the context to send an instance in: as it is, or else uncompressed."""
        syntaxes = {
            syntax: number
            for number, (sop_class, syntax) in line.contexts.items()
            if sop_class == instance.sop_class
        }
        return next(
            (syntaxes[syntax] for syntax in (instance.syntax, *UNCOMPRESSED) if syntax in syntaxes),
            None,
        )

    def _refused(self, line: wire.Line, instance: Outgoing) -> str:
        name = UID(instance.sop_class).name
        if self._refusals.get(instance.sop_class) == Refusal.SYNTAX:
            return (
                f"{line.who} takes {name} only in encodings that Station cannot send. Ask its "
                "administrator to allow Explicit VR Little Endian."
            )
        return (
            f"{line.who} does not store {name}. Ask its administrator to allow it for the AE title "
            f"{self._server.calling_aet}."
        )

    def _settle(self, instance: Outgoing, failure: Failure | None) -> None:
        if failure is not None:
            self.failed.append(failure)
        self._told(instance.sop_uid, failure)
        self._report()

    def _report(self) -> None:
        self._watch(Traffic(self.stored, self._wanted, self._bytes, time.monotonic() - self._began))


class _Unanswered(Lost):
    """The answer is missing or belongs to something else: it must not be counted as stored."""
