"""Instances come from a server: by C-GET on one association, or by C-MOVE to a receiver here.

A server's word that all went well is not believed: what did not arrive is asked for once more, one
by one, and then reported with the reason.
"""

# pynetdicom's messages and handlers have no types of their own.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty
from threading import BoundedSemaphore
from typing import Any

from pydicom import uid as uids
from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import evt
from pynetdicom.dimse_primitives import C_STORE
from pynetdicom.pdu_primitives import SCP_SCU_RoleSelectionNegotiation
from pynetdicom.presentation import (
    AllStoragePresentationContexts,
    PresentationContext,
    build_context,
    build_role,
)

from station.dicom.network.association import (
    CONTEXTS,
    PATIENCE,
    Association,
    BrokenOff,
    Patience,
    associated,
    place,
)
from station.dicom.network.inbox import (
    OUT_OF_RESOURCES,
    Arrival,
    DiskFull,
    Inbox,
    Kept,
    Refused,
)
from station.dicom.network.receiver import LOOPBACK, Receiver, receiving
from station.dicom.network.statuses import (
    PENDING,
    is_success,
    meaning,
    sentence,
)
from station.dicom.network.tls import server_context
from station.errors import Cancelled
from station.pacs import Failure, PacsError, RemoteInstance, Server, Traffic, Watch, unwatched

GET_MODELS = ("1.2.840.10008.5.1.4.1.2.2.3", "1.2.840.10008.5.1.4.1.2.1.3")
MOVE_MODELS = ("1.2.840.10008.5.1.4.1.2.2.2", "1.2.840.10008.5.1.4.1.2.1.2")
"""Study Root, and Patient Root for who has no other. PS3.4 C.6"""
VERIFICATION = "1.2.840.10008.1.1"
UNCOMPRESSED = (uids.ExplicitVRLittleEndian, uids.ImplicitVRLittleEndian)
COMPRESSED = (
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
WRITERS = 4
WAITING = 12
"""Instances in memory that are not on the disk yet"""
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
    port: int,
    host: str = LOOPBACK,
    patience: Patience = PATIENCE,
) -> tuple[Failure, ...]:
    """As `get`, by C-MOVE: the server opens an association to Station and sends.

    The server must know the calling AE title with this computer's address and `port`, at which
    Station listens on `host` (the address of an interface) as long as the transfer lasts.
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
        missing = [i for uid, i in work.wanted.items() if uid in work.worth_another_try()]
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
    work.inbox.settle()
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
        self._why_full = ""
        self._refused: dict[str, str] = {}
        """By Station; there is no use in asking again"""
        self._reasons: dict[str, str] = {}
        self._expected = len(self.wanted)
        self._outcomes: deque[Future[Kept]] = deque()
        self._writers = ThreadPoolExecutor(WRITERS, "Writer")
        self._room = BoundedSemaphore(WAITING)
        self._bytes = 0
        self._began = time.monotonic()

    def keep(self, event: Any) -> int:
        """Have what came written, in whichever thread it came; the status for its sender.

        Writers work while the next instance comes: most of their time is the disk's. Little waits
        for them, and nothing is reported before it is on the disk.
        """
        try:
            write = self.inbox.writing(event, study_uid=self.study_uid)
        except Refused as error:
            refused: Future[Kept] = Future()
            refused.set_exception(error)
            self._outcomes.append(refused)
            return error.status
        self._room.acquire()

        def write_and_make_room() -> Kept:
            try:
                return write()
            finally:
                self._room.release()

        self._outcomes.append(self._writers.submit(write_and_make_room))
        return OUT_OF_RESOURCES if self.is_full else 0x0000

    def take(self, *, watched: bool = True) -> bool:
        """Report what was written since, in the thread of the caller; whether there was any."""
        any_came = False
        while self._outcomes and self._outcomes[0].done():
            any_came = True
            self._note(self._outcomes.popleft(), watched)
        return any_came

    def take_all(self, *, watched: bool = True) -> None:
        """Report everything that came, after it was written."""
        while self._outcomes:
            self._note(self._outcomes.popleft(), watched)

    def close(self) -> None:
        self._writers.shutdown()

    def _note(self, written: Future[Kept], watched: bool) -> None:
        try:
            outcome = written.result()
        except Refused as error:
            self._refused[error.sop_uid] = str(error)
            if isinstance(error, DiskFull):
                self._why_full = str(error)
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

    def expect(self, answer: Dataset) -> None:
        """Learn how much there is, where it was not known."""
        if not self.wanted:
            counts = [answer.get(f"NumberOf{kind}Suboperations") for kind in KINDS_OF_SUBOPERATIONS]
            self._expected = max(self._expected, sum(c for c in counts if isinstance(c, int)))

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


KINDS_OF_SUBOPERATIONS = ("Remaining", "Completed", "Failed", "Warning")


# --- C-GET --------------------------------------------------------------------------------------


def _get(work: _Work, requests: Sequence[_Request], patience: Patience) -> None:
    classes = _classes(work)
    contexts = [*(build_context(model) for model in GET_MODELS), *storage_contexts(classes)]
    roles = [_receiving_role(sop_class) for sop_class in classes]

    def take() -> None:
        work.take()
        work.watch(work.traffic)

    with associated(
        work.server,
        contexts,
        roles=roles,
        handlers=[(evt.EVT_C_STORE, work.keep)],
        patience=patience,
    ) as association:
        model = _accepted(association, GET_MODELS, "C-GET", "C-MOVE")
        association.messages.longest = work.inbox.largest
        association.messages.waiting = take
        for number, request in enumerate(requests):
            if work.is_full:
                return
            message = number % 65535 + 1
            answers = association.send_c_get(request.keys, model, msg_id=message)
            _follow(work, association, request, answers, "C-GET", model, message)
            work.take_all()


def _follow(
    work: _Work,
    association: Association,
    request: _Request,
    answers: Any,
    asked: str,
    model: str,
    message: int,
    port: int | None = None,
) -> None:
    """Take a request's answers until the last. Raises BrokenOff."""
    try:
        for answer, identifier in answers:
            status = association.status(answer, asked)
            work.expect(answer)
            if status in PENDING:
                if work.is_full:
                    break
                continue
            named = _named_as_failed(identifier)
            if named:
                reason = f"{place(work.server)} failed to send it: {meaning(status)}."
                work.failed(request, reason, named)
            if not is_success(status) and not named:
                work.failed(request, sentence(status, work.server, asked, port=port))
            return
    except Cancelled:
        _cancel(association, model, message)
        work.take_all(watched=False)
        raise
    _cancel(association, model, message)


def _cancel(association: Association, model: str, message: int) -> None:
    """Ask the server to stop, and wait a little until it has; what still comes is kept."""
    messages = association.messages
    messages.waiting = lambda: None
    until = time.monotonic() + CANCELLING_S
    with suppress(ValueError, RuntimeError):  # it is no longer there
        association.send_c_cancel(message, query_model=model)
        while time.monotonic() < until:
            try:
                _, answer = messages.msg_queue.get(timeout=until - time.monotonic())
            except (Empty, ValueError):
                return
            if isinstance(answer, C_STORE):
                association._c_store_scp(answer)  # pyright: ignore[reportPrivateUsage]
            elif answer is None or answer.Status not in PENDING:
                return


def _named_as_failed(identifier: Dataset | None) -> list[str]:
    if identifier is None:
        return []
    value: Any = identifier.get("FailedSOPInstanceUIDList")
    named: list[Any] = [value] if isinstance(value, str) else list(value or ())
    return [str(uid) for uid in named if uid]


def _accepted(association: Association, models: Sequence[str], asked: str, other: str) -> str:
    for model in models:
        if association.accepts(model):
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
    return known[: CONTEXTS - MODELS_PROPOSED]


def storage_contexts(classes: Sequence[str]) -> list[PresentationContext]:
    """Contexts for classes: not compressed, and as many more for compressed pixels as there is
    room for, so that a server can send each instance as it has it."""
    room = (CONTEXTS - MODELS_PROPOSED) // max(1, len(classes))
    count = min(room - 1, len(COMPRESSED))
    groups = [UNCOMPRESSED, *(COMPRESSED[start::count] for start in range(count))]
    return [build_context(sop_class, [*syntaxes]) for sop_class in classes for syntaxes in groups]


def _receiving_role(sop_class: str) -> SCP_SCU_RoleSelectionNegotiation:
    return build_role(sop_class, scp_role=True)


# --- C-MOVE -------------------------------------------------------------------------------------


def _move(
    work: _Work, requests: Sequence[_Request], patience: Patience, host: str, port: int
) -> None:
    server = work.server
    tls = server.tls
    context = (
        server_context(tls.certificate, tls.key or tls.certificate, tls.ca)
        if tls and tls.certificate
        else None
    )
    syntaxes: list[str | UID] = [*UNCOMPRESSED, *COMPRESSED]
    offered = [
        build_context(context.abstract_syntax, syntaxes)
        for context in AllStoragePresentationContexts
        if context.abstract_syntax
    ]
    contexts = [build_context(model) for model in MOVE_MODELS]
    with (
        receiving(
            server.calling_aet,
            [*offered, build_context(VERIFICATION)],
            [(evt.EVT_C_STORE, work.keep)],
            host=host,
            port=port,
            tls=context,
            silence_s=patience.answer_s,
            longest=work.inbox.largest,
        ) as receiver,
        associated(server, contexts, patience=patience) as association,
    ):
        model = _accepted(association, MOVE_MODELS, "C-MOVE", "C-GET")

        def take() -> None:
            # A server may say nothing on the association of the C-MOVE while it sends on another.
            if work.take():
                association.connection.heard = time.monotonic()
            work.watch(work.traffic)

        association.messages.waiting = take
        for number, request in enumerate(requests):
            if work.is_full:
                return
            message = number % 65535 + 1
            answers = association.send_c_move(
                request.keys, server.calling_aet, model, msg_id=message
            )
            _follow(
                work,
                association,
                request,
                answers,
                "C-MOVE",
                model,
                message,
                int(receiver.server_address[1]),
            )
            work.take_all()
        _wait_for_the_late(work, receiver)


def _wait_for_the_late(work: _Work, receiver: Receiver) -> None:
    until = time.monotonic() + LATE_S
    while work.worth_another_try() and receiver.active_associations and time.monotonic() < until:
        time.sleep(0.02)
        work.take()
    work.take_all()
