"""STOW-RS: instances go to a server as they are in their files, and each is counted once.

An instance counts as stored when the server said so about it, or, where it said nothing about it,
when it lists it. Source: PS3.18 10.5, I.2.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.uid import UID

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.dicom.network.association import PATIENCE, Patience
from station.dicom.network.inbox import shown
from station.dicom.network.multipart import LINE, closing, opening
from station.dicom.network.statuses import meaning
from station.dicom.network.store import Outgoing, Sending, Told, outgoing
from station.dicom.network.web import DataSet, listed_instances, texts
from station.dicom.network.web_connection import (
    JSON,
    NO_SUCH_SERVICE,
    Answered,
    Connection,
    Lost,
    connected,
)
from station.dicom.save import file_meta
from station.errors import StationError
from station.pacs import Failure, PacsError, Server, Traffic, Watch, unwatched

BATCH = 50
"""Instances of one request: an answer comes for all of them at once"""
BATCH_BYTES = 32 * 1024**2
"""Many servers keep a request in memory, and some proxies refuse more than 100 MB"""
FRUITLESS = 3
"""Requests that fail in a row, for a reason of the way or the server, before all is given up"""

FAILED_SEQUENCE, REFERENCED_SEQUENCE = "00081198", "00081199"
REFERENCED_UID, FAILURE_REASON, WARNING_REASON = "00081155", "00081197", "00081196"

DUPLICATE = 0x0111
OTHER_SYNTAX = 0xC122
TOO_LARGE, CONFLICT, BAD_REQUEST = 413, 409, 400
SIGN_IN = (401, 407)
WHAT = "the storing of instances"


def send(
    server: Server,
    secret: str | None,
    files: Iterable[Path],
    told: Told,
    watch: Watch = unwatched,
    patience: Patience = PATIENCE,
) -> Sending:
    """Send files to a server; `told` hears of each instance once, `watch` how far it has come.

    Raises PacsError where the server cannot be reached or does not know Station, before anything
    was told. What `told` or `watch` raises passes.
    """
    instances, unsent = outgoing(files)
    return send_instances(server, secret, instances, told, watch, patience, unsent)


def send_instances(
    server: Server,
    secret: str | None,
    instances: Sequence[Outgoing],
    told: Told,
    watch: Watch = unwatched,
    patience: Patience = PATIENCE,
    unsent: Sequence[Failure] = (),
) -> Sending:
    """As `send`, for files that `outgoing` has read; `unsent`: its sentences, told as well."""
    with connected(server, secret, patience) as web:
        sender = _Sender(web, told, watch, len(instances))
        web.waiting = sender.report
        sender.greet()
        for batch in _batches(instances):
            sender.send(batch)
    for failure in unsent:
        told(failure.sop_uid, failure)
    return Sending(sender.stored, (*sender.failed, *unsent), tuple(sender.notes))


def _batches(instances: Iterable[Outgoing]) -> Iterator[list[Outgoing]]:
    batch: list[Outgoing] = []
    size = 0
    for instance in instances:
        needed = _size(instance)
        if batch and (len(batch) == BATCH or size + needed > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(instance)
        size += needed
    if batch:
        yield batch


def _size(instance: Outgoing) -> int:
    try:
        return instance.path.stat().st_size
    except OSError:
        return 0  # that it is gone is found out when it is read


class _Unsendable(StationError):
    """A file that cannot be sent after all."""

    def __init__(self, instance: Outgoing, sentence: str) -> None:
        super().__init__(sentence)
        self.instance = instance


@dataclass
class _Sender:
    web: Connection
    told: Told
    watch: Watch
    wanted: int
    stored: int = 0
    failed: list[Failure] = field(default_factory=list[Failure])
    notes: list[Failure] = field(default_factory=list[Failure])
    passed: int = 0
    """Bytes of instances that are settled"""
    began: float = field(default_factory=time.monotonic)
    fruitless: int = 0
    reason: str = ""
    """Of the latest request that was fruitless"""

    def report(self) -> None:
        """How far it has come; raises `Cancelled` where it should stop."""
        done, seconds = self.stored + len(self.failed), time.monotonic() - self.began
        self.watch(Traffic(done, self.wanted, self.passed, seconds))

    def greet(self) -> None:
        """Sign in before megabytes are sent to a server that refuses them. Raises PacsError."""
        try:
            self.web.json(self.web.url(suffix="/studies", asked={"limit": 1}), "a search")
        except Answered as error:
            if error.status not in {BAD_REQUEST, 403, *NO_SUCH_SERVICE}:  # some only take
                raise

    def send(self, batch: Sequence[Outgoing]) -> None:
        """Send instances and settle each of them."""
        if self.fruitless >= FRUITLESS:
            for instance in batch:
                self.settle(instance, self.reason)
            return
        try:
            said = self.post(batch)
        except _Unsendable as error:
            self.settle(error.instance, str(error))
            rest = [instance for instance in batch if instance is not error.instance]
            if rest:
                self.send(rest)
        except Answered as error:
            if error.status == TOO_LARGE and len(batch) > 1:
                middle = len(batch) // 2
                self.send(batch[:middle])
                self.send(batch[middle:])
                return
            self.fruitless += FRUITLESS if error.status in SIGN_IN else error.status >= 500
            self.reason = str(error)
            self.look(batch, self.reason)
        except PacsError as error:
            self.fruitless += 1
            self.reason = str(error)
            again = self.look(batch, self.reason, is_last=len(batch) == 1)
            for instance in again:  # the one that breaks the connection may be one of them
                self.send([instance])
        else:
            self.fruitless = 0
            self.tell(batch, said)

    def post(self, batch: Sequence[Outgoing]) -> "dict[str, _Said]":
        """What the server says of each instance. Raises PacsError, _Unsendable."""
        body = _Body(batch, self.web.waiting)
        kind = f'multipart/related; type="application/dicom"; boundary={body.boundary.decode()}'
        headers = {"Content-Type": kind, "Accept": JSON}
        address = self.web.url(suffix="/studies")
        also = (BAD_REQUEST, CONFLICT)
        with self.web.answer("POST", address, WHAT, headers, body, also=also) as answer:
            try:
                said = _said(self.web.data_sets(answer, WHAT))
            except Lost:
                raise
            except PacsError:
                said = {}  # XML, or a page
            if answer.status_code in also and not said:
                raise self.web.refusal(answer, WHAT)
        return said

    def tell(self, batch: Sequence[Outgoing], said: "Mapping[str, _Said]") -> None:
        unsaid: list[Outgoing] = []
        for instance in batch:
            one = said.get(instance.sop_uid)
            if one is None:
                unsaid.append(instance)
            elif one.is_stored or one.reason == DUPLICATE:
                if one.reason:
                    self.note(instance, one.reason)
                self.settle(instance)
            else:
                self.settle(instance, f"{self.web.who} did not store it: {_words(one.reason)}.")
        if unsaid:
            self.look(
                unsaid, f"{self.web.who} did not say that it stored it, and does not list it."
            )

    def look(
        self, batch: Sequence[Outgoing], reason: str, *, is_last: bool = True
    ) -> list[Outgoing]:
        """Settle those that the server lists; the others fail for `reason`, or are returned."""
        missing: list[Outgoing] = []
        listed: dict[tuple[str, str], set[str] | str] = {}
        for instance in batch:
            place = _place(instance)
            if place not in listed:
                listed[place] = self.listed(place)
            there = listed[place]
            if isinstance(there, str):  # nobody knows
                self.settle(instance, f"{reason} {there}".strip() if there != reason else reason)
            elif instance.sop_uid in there:
                self.settle(instance)
            elif is_last:
                self.settle(instance, reason)
            else:
                missing.append(instance)
        return missing

    def listed(self, place: tuple[str, str]) -> set[str] | str:
        """The instances that the server lists of a series, or why it does not."""
        try:
            return {one.sop_uid for one in listed_instances(self.web, *place)}
        except Answered as error:
            # That there is no such series is an answer.
            return set() if error.status == 404 else str(error)
        except PacsError as error:
            return str(error)

    def settle(self, instance: Outgoing, reason: str = "") -> None:
        """Tell what became of an instance; an empty reason: it is stored."""
        failure = Failure(instance.sop_uid, reason) if reason else None
        if failure:
            self.failed.append(failure)
        else:
            self.stored += 1
            self.fruitless = 0
        self.passed += _size(instance)
        self.told(instance.sop_uid, failure)
        self.report()

    def note(self, instance: Outgoing, reason: int) -> None:
        sentence = f"{self.web.who} stored {shown(instance.sop_uid)}, but {_words(reason)}."
        self.notes.append(Failure(instance.sop_uid, sentence))


# --- what is sent -----------------------------------------------------------------------------


class _Body:
    """A request with many files, of which one at a time is in memory.

    Its length is known beforehand: not every server takes a body that comes in chunks.
    """

    def __init__(self, batch: Sequence[Outgoing], waiting: Callable[[], None]) -> None:
        self.boundary = uuid4().hex.encode()
        self._waiting = waiting
        self._opening = opening(self.boundary, "application/dicom")
        self._closing = closing(self.boundary)
        self._parts: list[tuple[Outgoing, int, bytes | None]] = []
        for instance in batch:
            content = _with_header(instance) if instance.start is None else None
            size = _size(instance) if content is None else len(content)
            self._parts.append((instance, size, content))

    def __len__(self) -> int:
        around = len(self._opening) + len(LINE)
        return sum(size + around for _, size, _ in self._parts) + len(self._closing)

    def __iter__(self) -> Iterator[bytes]:
        for instance, size, encoded in self._parts:
            self._waiting()
            content = _content(instance) if encoded is None else encoded
            if len(content) != size:
                raise _Unsendable(
                    instance, f"{instance.path.name} changed while it was sent. Send it again."
                )
            yield self._opening
            yield content
            yield LINE
        yield self._closing


def _content(instance: Outgoing) -> bytes:
    """Raises _Unsendable."""
    try:
        return instance.path.read_bytes()
    except OSError as error:
        raise _Unsendable(
            instance, f"{instance.path.name} cannot be read: {error.strerror or error}."
        ) from error


def _with_header(instance: Outgoing) -> bytes:
    """A dataset that has no file header as a file (PS3.10 7.1). Raises _Unsendable."""
    try:
        with lenient():
            dataset = dcmread(instance.path, force=True)
            meta = file_meta(UID(instance.sop_class))
            meta.MediaStorageSOPInstanceUID = UID(instance.sop_uid)
            meta.TransferSyntaxUID = UID(instance.syntax)
            dataset.file_meta = meta
            file = BytesIO()
            dataset.save_as(file, enforce_file_format=True)
            return file.getvalue()
    except PARSE_ERRORS as error:
        raise _Unsendable(
            instance, f"{instance.path.name} is damaged or not a DICOM file; it was not sent."
        ) from error


def _place(instance: Outgoing) -> tuple[str, str]:
    """Study and series of an instance; empty where its file does not say them."""
    tags = ["StudyInstanceUID", "SeriesInstanceUID"]
    try:
        with lenient():
            header = dcmread(
                instance.path, force=True, stop_before_pixels=True, specific_tags=[*tags]
            )
            study, series = (str(header.get(tag) or "").strip("\0 ") for tag in tags)
            return study, series
    except PARSE_ERRORS:
        return "", ""


# --- what the server says ---------------------------------------------------------------------


@dataclass(frozen=True)
class _Said:
    """Of one instance."""

    is_stored: bool
    reason: int
    """Why not, or with which warning; 0: it does not say"""


def _said(answer: Iterable[DataSet]) -> dict[str, _Said]:
    """SOP instance UID → what an answer says; failed where it says both."""
    said: dict[str, _Said] = {}
    for data_set in answer:
        for item in _items(data_set, REFERENCED_SEQUENCE):
            for uid in texts(item, REFERENCED_UID):
                said[uid] = _Said(True, _reason(item, WARNING_REASON))
        for item in _items(data_set, FAILED_SEQUENCE):
            for uid in texts(item, REFERENCED_UID):
                said[uid] = _Said(False, _reason(item, FAILURE_REASON))
    return said


def _items(data_set: DataSet, tag: str) -> list[DataSet]:
    element = data_set.get(tag)
    values = cast("dict[str, Any]", element).get("Value") if isinstance(element, dict) else None
    items = cast("list[Any]", values) if isinstance(values, list) else []
    return [cast("DataSet", item) for item in items if isinstance(item, dict)]


def _reason(item: DataSet, tag: str) -> int:
    text = next(iter(texts(item, tag)), "")
    return int(text) & 0xFFFF if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def _words(reason: int) -> str:
    if not reason:
        return "it does not say why. Its log may"
    if reason == OTHER_SYNTAX:
        return f"it does not take its compression, the transfer syntax (status {reason:04X})"
    return f"{meaning(reason)} (status {reason:04X})"
