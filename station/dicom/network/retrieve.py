"""Instances come from a server: by C-GET on one association, or by C-MOVE to a port here.

A server's word that all went well is not believed: what did not arrive is asked for once more, one
by one, and then reported with the reason.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydicom import uid as uids
from pydicom.dataset import Dataset

from station.dicom.network import wire
from station.dicom.network.acceptor import ECHO, LOOPBACK, STORAGE, Acceptor, Limits, Visit
from station.dicom.network.asking import UNCOMPRESSED, Answer, Association, associated
from station.dicom.network.association import PATIENCE, BrokenOff, Patience, place
from station.dicom.network.inbox import (
    OUT_OF_RESOURCES,
    Arrival,
    DiskFull,
    Inbox,
    Kept,
    Lots,
    Refused,
    collected,
    file_head,
)
from station.dicom.network.statuses import PENDING, is_success, meaning, sentence
from station.dicom.network.tls import server_context
from station.dicom.network.wire import Command, Line, Lost, Proposal, Tag, Verb, unhurried
from station.errors import Cancelled
from station.pacs import Failure, PacsError, RemoteInstance, Server, Traffic, Watch, unwatched

GET_MODELS = ("1.2.840.10008.5.1.4.1.2.2.3", "1.2.840.10008.5.1.4.1.2.1.3")
MOVE_MODELS = ("1.2.840.10008.5.1.4.1.2.2.2", "1.2.840.10008.5.1.4.1.2.1.2")
"""Study Root, and Patient Root for who has no other. PS3.4 C.6"""
COMPRESSED: tuple[str, ...] = (
    uids.JPEG2000Lossless,
    uids.JPEGLosslessSV1,
    uids.JPEGLSLossless,
    uids.RLELossless,
    uids.JPEGLossless,
    uids.JPEGBaseline8Bit,
    uids.JPEG2000,
    uids.JPEGLSNearLossless,
    uids.JPEGExtended12Bit,
)
"""What Station can read, besides"""
COMMON_CLASSES = (
    uids.PositronEmissionTomographyImageStorage,
    uids.EnhancedPETImageStorage,
    uids.LegacyConvertedEnhancedPETImageStorage,
    uids.CTImageStorage,
    uids.EnhancedCTImageStorage,
    uids.LegacyConvertedEnhancedCTImageStorage,
    uids.MRImageStorage,
    uids.EnhancedMRImageStorage,
    uids.LegacyConvertedEnhancedMRImageStorage,
    uids.NuclearMedicineImageStorage,
    uids.SecondaryCaptureImageStorage,
    uids.MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
    uids.MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
    uids.MultiFrameTrueColorSecondaryCaptureImageStorage,
    uids.SegmentationStorage,
    uids.RTStructureSetStorage,
    uids.RTDoseStorage,
    uids.RTPlanStorage,
    uids.BasicTextSRStorage,
    uids.EnhancedSRStorage,
    uids.ComprehensiveSRStorage,
    uids.Comprehensive3DSRStorage,
    uids.KeyObjectSelectionDocumentStorage,
    uids.XRayRadiationDoseSRStorage,
    uids.RadiopharmaceuticalRadiationDoseSRStorage,
    uids.GrayscaleSoftcopyPresentationStateStorage,
    uids.ColorSoftcopyPresentationStateStorage,
    uids.BlendingSoftcopyPresentationStateStorage,
    uids.EncapsulatedPDFStorage,
    uids.ParametricMapStorage,
    uids.RawDataStorage,
    uids.RealWorldValueMappingStorage,
    uids.SpatialRegistrationStorage,
    uids.DeformableSpatialRegistrationStorage,
    uids.ComputedRadiographyImageStorage,
    uids.DigitalXRayImageStorageForPresentation,
    uids.UltrasoundImageStorage,
    uids.XRayAngiographicImageStorage,
)
"""What is asked for where the server does not tell which classes a study has"""
MODELS_PROPOSED = len(GET_MODELS)
UIDS_PER_REQUEST = 100
"""Of one request for single instances; some servers take a list of limited length"""
LATE_S = 3.0
"""How long instances of a C-MOVE may still arrive after the server said that it is done"""
CANCELLING_S = 3.0

Received = Callable[[str, Path], None]
"""Called with the SOPInstanceUID and the file of each instance that is on the disk"""


def get(
    server: Server,
    study_uid: str,
    series_uids: Sequence[str],
    instances: Sequence[RemoteInstance],
    inbox: Inbox,
    received: Received,
    watch: Watch = unwatched,
    *,
    patience: Patience = PATIENCE,
) -> tuple[Failure, ...]:
    """Fetch instances of a study by C-GET into `inbox`; returns what did not arrive, and why.

    `series_uids` are fetched whole. `instances` is what must arrive; those that are in none of
    these series are asked for one by one, which is how a transfer is resumed. Without either the
    whole study is fetched. Lets `Cancelled` from `watch` pass, and what `received` raises. Raises
    PacsError where nothing arrived and another way may be tried.
    """
    work = _Work(server, study_uid, instances, inbox, received, watch)

    def ask(requests: Sequence["_Request"]) -> None:
        _get(work, requests, patience)

    return _in_two_rounds(work, _requests(study_uid, series_uids, instances), ask)


def move(
    server: Server,
    study_uid: str,
    series_uids: Sequence[str],
    instances: Sequence[RemoteInstance],
    inbox: Inbox,
    received: Received,
    watch: Watch = unwatched,
    *,
    port: int | None,
    host: str = LOOPBACK,
    patience: Patience = PATIENCE,
) -> tuple[Failure, ...]:
    """As `get`, by C-MOVE: the server opens an association to Station and sends.

    The server must know the calling AE title with this computer's address and `port`, at which
    Station listens on `host` (the address of an interface) as long as the transfer lasts. None:
    another listener of Station takes what comes, and nothing comes into `inbox`.
    """
    work = _Work(server, study_uid, instances, inbox, received, watch)

    def ask(requests: Sequence["_Request"]) -> None:
        _move(work, requests, patience, host, port)

    return _in_two_rounds(work, _requests(study_uid, series_uids, instances), ask)


# --- what is asked for --------------------------------------------------------------------------


@dataclass(frozen=True)
class _Request:
    """One C-GET or C-MOVE."""

    keys: Dataset
    sop_uids: frozenset[str]
    """What it must bring, as far as that is known"""


def _requests(
    study_uid: str, series_uids: Sequence[str], instances: Sequence[RemoteInstance]
) -> list[_Request]:
    by_series: dict[str, list[str]] = defaultdict(list)
    for instance in instances:
        by_series[instance.series_uid].append(instance.sop_uid)
    requests = [
        _Request(
            _keys("SERIES", StudyInstanceUID=study_uid, SeriesInstanceUID=series_uid),
            frozenset(by_series.pop(series_uid, ())),
        )
        for series_uid in dict.fromkeys(series_uids)
    ]
    if not requests and not instances:
        return [_Request(_keys("STUDY", StudyInstanceUID=study_uid), frozenset())]
    for series_uid, sop_uids in by_series.items():
        requests += _single(study_uid, series_uid, sop_uids)
    return requests


def _single(study_uid: str, series_uid: str, sop_uids: Sequence[str]) -> Iterator[_Request]:
    for at in range(0, len(sop_uids), UIDS_PER_REQUEST):
        some = list(sop_uids[at : at + UIDS_PER_REQUEST])
        keys = _keys(
            "IMAGE",
            StudyInstanceUID=study_uid,
            SeriesInstanceUID=series_uid,
            SOPInstanceUID=some if len(some) > 1 else some[0],
        )
        yield _Request(keys, frozenset(some))


def _keys(level: str, **values: str | list[str]) -> Dataset:
    dataset = Dataset()
    dataset.QueryRetrieveLevel = level
    for keyword, value in values.items():
        setattr(dataset, keyword, value)
    return dataset


def _in_two_rounds(
    work: "_Work", requests: Sequence[_Request], ask: Callable[[Sequence[_Request]], None]
) -> tuple[Failure, ...]:
    try:
        return _asked_twice(work, requests, ask)
    finally:
        work.close()


def _asked_twice(
    work: "_Work", requests: Sequence[_Request], ask: Callable[[Sequence[_Request]], None]
) -> tuple[Failure, ...]:
    broken: PacsError | None = None
    try:
        ask(requests)
    except BrokenOff as error:
        broken = error
    work.take_all()
    again: Sequence[_Request] = ()
    if not work.is_full:
        promising = work.worth_another_try()
        missing = [instance for uid, instance in work.wanted.items() if uid in promising]
        again = _requests(work.study_uid, (), missing) if missing else ()
        if broken and not work.wanted:
            again = requests
    if again:
        broken = None
        try:
            ask(again)
        except PacsError as error:
            broken = error
    work.take_all()
    if broken and not work.arrived:
        raise broken
    return work.failures(str(broken) if broken else "")


class _Work:
    """What must arrive, what has, and why the rest has not."""

    def __init__(
        self,
        server: Server,
        study_uid: str,
        instances: Sequence[RemoteInstance],
        inbox: Inbox,
        received: Received,
        watch: Watch,
    ) -> None:
        self.server = server
        self.study_uid = study_uid
        self.wanted = {instance.sop_uid: instance for instance in instances}
        self.inbox = inbox
        self.received = received
        self.watch = watch
        self.arrived: set[str] = set()
        self.came = 0.0
        """When the last instance came, as time.monotonic()"""
        self._why_full = ""
        self._refused: dict[str, str] = {}
        """By Station; there is no use in asking again"""
        self._reasons: dict[str, str] = {}
        self._expected = len(self.wanted)
        self._lots = Lots(inbox)
        self._bytes = 0
        self._began = time.monotonic()

    def keep(self, content: bytes, sop_uid: str, sop_class: str) -> None:
        """Have an instance written, in whichever thread it came. Raises Refused."""
        self.came = time.monotonic()
        self._lots.keep(content, sop_uid, sop_class=sop_class, study_uid=self.study_uid)

    def refuse(self, refused: Refused) -> None:
        self._refused[refused.sop_uid] = str(refused)
        if isinstance(refused, DiskFull):
            self._why_full = str(refused)

    def take(self) -> None:
        """Report what is on the disk since, in the thread of the caller."""
        for outcome in self._lots.take():
            self._note(outcome, watched=True)

    def take_all(self, *, watched: bool = True) -> None:
        """Report everything that came, once it is on the disk."""
        for outcome in self._lots.take(all_of_them=True):
            self._note(outcome, watched)

    def close(self) -> None:
        self._lots.close()

    def _note(self, outcome: Kept | DiskFull, watched: bool) -> None:
        if isinstance(outcome, DiskFull):
            self.refuse(outcome)
            return
        if outcome.arrival is Arrival.DIFFERENT:
            self._refused[outcome.sop_uid] = outcome.remark
            return
        if outcome.sop_uid not in self.arrived:
            self.arrived.add(outcome.sop_uid)
            self._bytes += outcome.bytes
        self.received(outcome.sop_uid, outcome.path)
        if watched:
            self.watch(self.traffic)

    @property
    def is_full(self) -> bool:
        """Whether the disk takes nothing more."""
        return bool(self._why_full)

    @property
    def traffic(self) -> Traffic:
        done = len(self.arrived)
        seconds = time.monotonic() - self._began
        return Traffic(done, max(self._expected, done), self._bytes, seconds)

    def expect(self, answer: Answer) -> None:
        """Learn how much there is, where it was not known."""
        if not self.wanted:
            self._expected = max(self._expected, answer.suboperations)

    def failed(self, request: _Request, reason: str, sop_uids: Sequence[str] = ()) -> None:
        """What a request did not bring, and why; `sop_uids` are those that the server names."""
        for sop_uid in sop_uids or request.sop_uids:
            if sop_uid not in self.arrived:
                self._reasons[sop_uid] = reason

    def worth_another_try(self) -> set[str]:
        return self.wanted.keys() - self.arrived - self._refused.keys()

    def failures(self, otherwise: str) -> tuple[Failure, ...]:
        silent = (
            self._why_full
            or otherwise
            or f"{place(self.server)} reported success but did not send it. Try again, or another "
            "way of retrieval; if it stays so, ask its administrator."
        )
        reasons = {**self._reasons, **self._refused}
        named = {
            uid: reason
            for uid, reason in reasons.items()
            if uid not in self.arrived or uid in self._refused
        }
        missing = {uid: silent for uid in self.wanted if uid not in self.arrived}
        return tuple(Failure(uid, reason) for uid, reason in {**missing, **named}.items())


# --- C-GET --------------------------------------------------------------------------------------


def _get(work: _Work, requests: Sequence[_Request], patience: Patience) -> None:
    proposals = [
        *(Proposal(model, UNCOMPRESSED) for model in GET_MODELS),
        *storage_contexts(_classes(work)),
    ]

    def store(line: Line, command: Command) -> None:
        _store(work, line, command)
        work.take()

    with associated(work.server, proposals, patience, _watching(work)) as association:
        model = _accepted(association, GET_MODELS, "C-GET", "C-MOVE")
        for request in requests:
            if work.is_full:
                return
            _follow(work, association, request, Verb.C_GET, model, store=store)
            work.take_all()


def _watching(work: _Work) -> Callable[[], None]:
    """What is done while a server is waited for."""

    def tick() -> None:
        work.take()
        work.watch(work.traffic)

    return tick


def _store(work: _Work, line: Line, command: Command) -> None:
    """Take an instance that comes over the association of a C-GET. Raises Lost."""
    sop_class, syntax = line.contexts[command.context]
    sop_uid = command.text(Tag.AFFECTED_INSTANCE)
    if not command.has_dataset:
        raise wire.Nonsense(f"{line.who} sent no dataset with an instance.")
    status = 0x0000
    try:
        data = collected(line.dataset(), sop_uid, work.inbox.largest)
        content = b"".join((file_head(sop_class, sop_uid, syntax), data))
        work.keep(content, sop_uid, command.text(Tag.AFFECTED_CLASS))
    except Refused as error:
        work.refuse(error)
        status = error.status
    line.send(
        command.context,
        {
            Tag.AFFECTED_CLASS: command.text(Tag.AFFECTED_CLASS),
            Tag.COMMAND: Verb.C_STORE | wire.ANSWER,
            Tag.ANSWERED_ID: command.number(Tag.MESSAGE_ID),
            Tag.STATUS: OUT_OF_RESOURCES if work.is_full else status,
            Tag.AFFECTED_INSTANCE: sop_uid,
        },
    )


def _follow(
    work: _Work,
    association: Association,
    request: _Request,
    verb: Verb,
    model: str,
    *,
    destination: str = "",
    port: int | None = None,
    store: Callable[[Line, Command], None] | None = None,
) -> None:
    """Take a request's answers until the last. Raises BrokenOff."""
    answers = association.ask(verb, model, request.keys, destination=destination, store=store)
    try:
        for answer in answers:
            work.expect(answer)
            if answer.is_pending:
                if work.is_full:
                    break
                work.take()
                continue
            named = _named_as_failed(answer.identifier)
            if named:
                reason = f"{place(work.server)} failed to send it: {meaning(answer.status)}."
                work.failed(request, reason, named)
            if not is_success(answer.status) and not named:
                asked = verb.name.replace("_", "-")
                work.failed(request, sentence(answer.status, work.server, asked, port=port))
            return
    except Cancelled:
        _cancel(work, association, model, store is not None)
        work.take_all(watched=False)
        raise
    _cancel(work, association, model, store is not None)


def _cancel(work: _Work, association: Association, model: str, stores: bool) -> None:
    """Ask the server to stop, and wait a little until it has; what still comes is kept."""
    line = association.line
    if not line.at_rest:
        return
    line.tick = unhurried
    line.until = time.monotonic() + CANCELLING_S
    with suppress(Lost):
        association.cancel(model)
        while command := line.command():
            if stores and command.verb == Verb.C_STORE:
                _store(work, line, command)
                continue
            if command.has_dataset:
                for _ in line.dataset():
                    pass
            if command.number(Tag.STATUS) not in PENDING:
                return


def _named_as_failed(identifier: Dataset | None) -> list[str]:
    if identifier is None:
        return []
    value: Any = identifier.get("FailedSOPInstanceUIDList")
    named: list[Any] = [value] if isinstance(value, str) else list(value or ())
    return [str(uid) for uid in named if uid]


def _accepted(association: Association, models: Sequence[str], asked: str, other: str) -> str:
    for model in models:
        if association.context(model) is not None:
            return model
    raise PacsError(
        f"{place(association.server)} does not offer {asked}. Choose {other} or DICOMweb for this "
        "server."
    )


def _classes(work: _Work) -> list[str]:
    """The classes of what is wanted, or what a study may have where the server does not tell."""
    told = {instance.sop_class for instance in work.wanted.values()}
    known = sorted(sop_class for sop_class in told if sop_class)
    if not told or "" in told:
        known += [str(uid) for uid in COMMON_CLASSES if uid not in told]
    return known[: wire.MAX_CONTEXTS - MODELS_PROPOSED]


def storage_contexts(classes: Sequence[str]) -> list[Proposal]:
    """Contexts for classes: not compressed, and as many more for compressed pixels as there is
    room for, so that a server can send each instance as it has it."""
    room = (wire.MAX_CONTEXTS - MODELS_PROPOSED) // max(1, len(classes))
    count = min(room - 1, len(COMPRESSED))
    groups = [UNCOMPRESSED, *(COMPRESSED[start::count] for start in range(count))]
    return [
        Proposal(sop_class, syntaxes, as_scp=True) for sop_class in classes for syntaxes in groups
    ]


# --- C-MOVE -------------------------------------------------------------------------------------


class _Destination(Acceptor):
    """Takes what a server moves here, as long as that lasts."""

    def __init__(self, work: _Work, patience: Patience, host: str, port: int) -> None:
        tls, context = work.server.tls, None
        if tls and tls.certificate:
            context = server_context(tls.certificate, tls.key or tls.certificate, tls.ca)
        super().__init__(
            aet=work.server.calling_aet,
            host=host,
            port=port,
            limits=Limits(instance_bytes=work.inbox.largest, silence_s=patience.answer_s),
            tls=context,
            proposals=[ECHO, *MOVED],
        )
        self._work = work

    def may_call(self, calling: str, address: str) -> bool:
        return True  # some servers send as another AE title; only instances that belong are kept

    def keep(self, content: bytes, sop_uid: str, sop_class: str, visit: Visit) -> None:
        self._work.keep(content, sop_uid, sop_class)

    def refuse(self, refused: Refused, visit: Visit) -> None:
        self._work.refuse(refused)

    def while_waiting(self, visit: Visit) -> None: ...

    def ended(self, visit: Visit, half: str) -> None: ...


MOVED = tuple(Proposal(proposal.sop_class, (*UNCOMPRESSED, *COMPRESSED)) for proposal in STORAGE)


def _move(
    work: _Work, requests: Sequence[_Request], patience: Patience, host: str, port: int | None
) -> None:
    server = work.server
    proposals = [Proposal(model, UNCOMPRESSED) for model in MOVE_MODELS]
    watch = _watching(work)
    with (
        nullcontext() if port is None else _Destination(work, patience, host, port) as destination,
        associated(server, proposals, patience) as association,
    ):
        model = _accepted(association, MOVE_MODELS, "C-MOVE", "C-GET")

        def tick() -> None:
            # A server may say nothing on the association of the C-MOVE while it sends on another.
            association.line.heard = max(association.line.heard, work.came)
            watch()

        association.line.tick = tick
        for request in requests:
            if work.is_full:
                return
            _follow(
                work,
                association,
                request,
                Verb.C_MOVE,
                model,
                destination=server.calling_aet,
                port=destination.port if destination else None,
            )
            work.take_all()
        if destination:
            _wait_for_the_late(work, destination)


def _wait_for_the_late(work: _Work, destination: _Destination) -> None:
    until = time.monotonic() + LATE_S
    while work.worth_another_try() and destination.is_busy and time.monotonic() < until:
        time.sleep(0.02)
        work.take()
    work.take_all()
