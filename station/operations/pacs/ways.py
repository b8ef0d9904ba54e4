"""The ways to a server, by DIMSE and by DICOMweb: whichever it has.

The one place of `operations` that calls `station.dicom.network`.
"""

import socket
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from station.operations.pacs.settings import ListenerSettings, listener_settings
from station.pacs import (
    LISTED,
    Failure,
    FoundStudies,
    PacsError,
    Query,
    RemoteInstance,
    RemoteSeries,
    Server,
    SignIn,
    Traffic,
    Via,
    Watch,
)

if TYPE_CHECKING:
    from station.dicom.network import listener as listener_module
    from station.dicom.network.inbox import Inbox, Kept
    from station.dicom.network.reports import Reports

LATE_S = 5.0
"""How long nothing may come at the listener after a server said that a C-MOVE is done"""
LOOK_EVERY_S = 0.05
RETRIEVING = (Via.GET, Via.MOVE, Via.WEB)


@dataclass(frozen=True)
class Outgoing:
    """An instance in a file, which is to be sent."""

    path: Path
    sop_uid: str
    sop_class: str
    series_uid: str
    study_uid: str
    size_bytes: int


def order(server: Server, via: Via | None) -> tuple[Via, ...]:
    """The ways by which a server's instances are fetched, the one to try first in front.

    `via`: that one (None: what the server's entry says). Raises PacsError where it has not got it.
    """
    has = [way for way in RETRIEVING if (server.has_web if way is Via.WEB else server.has_dimse)]
    if via is not None and via not in RETRIEVING:
        raise PacsError(f"Instances are fetched by get, move or web, not by {via.value}.")
    if via is not None and via not in has:
        lacks = "DICOMweb address" if via is Via.WEB else "AE title"
        raise PacsError(f"{server.name} has no {lacks}, so nothing can be fetched by {via.value}.")
    first = server.retrieve if via is None else via
    return tuple(sorted(has, key=lambda way: way is not first))


# -- what it has -----------------------------------------------------------------------------------


def studies(home: Path, server: Server, query: Query, limit: int = LISTED) -> FoundStudies:
    """The studies that match. Raises PacsError."""
    from station.dicom.network import query as dimse
    from station.dicom.network import web

    return _asked(
        server,
        lambda: dimse.find_studies(server, query, limit),
        lambda: web.find_studies(server, _secret(home, server), query, limit),
    )


def series(home: Path, server: Server, study_uid: str) -> tuple[RemoteSeries, ...]:
    """The series of a study. Raises PacsError."""
    from station.dicom.network import query as dimse
    from station.dicom.network import web

    return _asked(
        server,
        lambda: dimse.find_series(server, study_uid),
        lambda: web.find_series(server, _secret(home, server), study_uid),
    )


def _nothing() -> None:
    """A question that nobody cancels."""


def instances(
    home: Path,
    server: Server,
    study_uid: str,
    series_uids: Sequence[str] = (),
    waiting: Callable[[], None] = _nothing,
) -> tuple[RemoteInstance, ...]:
    """The instances of a study, or of some of its series, by their numbers.

    `waiting` is called while DIMSE is waited for; what it raises passes. Raises PacsError.
    """
    from station.dicom.network import query as dimse
    from station.dicom.network import web

    def by_dimse() -> tuple[RemoteInstance, ...]:
        asked = list(series_uids) or [
            one.series_uid for one in dimse.find_series(server, study_uid, waiting=waiting)
        ]
        found = [dimse.find_instances(server, study_uid, uid, waiting=waiting) for uid in asked]
        return tuple(instance for each in found for instance in each)

    return _asked(
        server,
        by_dimse,
        lambda: web.find_instances(server, _secret(home, server), study_uid, series_uids),
    )


Found = TypeVar("Found")


def _asked(server: Server, by_dimse: Callable[[], Found], by_web: Callable[[], Found]) -> Found:
    """By DIMSE where the server has it; where that fails, by DICOMweb where it has that, too."""
    if not server.has_dimse:
        return by_web()
    try:
        return by_dimse()
    except PacsError:
        if not server.has_web:
            raise
        try:
            return by_web()
        except PacsError:
            pass
        raise


def _secret(home: Path, server: Server) -> str | None:
    """Raises PacsError where there may be one that cannot be read."""
    if server.sign_in is SignIn.NONE:
        return None
    from station.archive.secrets import secret_of

    return secret_of(home, server.name)


# -- from it and to it -----------------------------------------------------------------------------


def retrieve(
    home: Path,
    server: Server,
    via: Via,
    study_uid: str,
    wanted: Sequence[RemoteInstance],
    whole: Sequence[str],
    folder: Path,
    arrived: "Callable[[Kept], None]",
    watch: Watch,
) -> tuple[Failure, ...]:
    """Fetch instances into a folder; those that did not arrive, each with the reason.

    `whole`: UIDs of the series of which every instance is wanted; the rest is asked for one by one.
    `arrived` is called for each that is on the disk. Raises PacsError where the way does not work,
    or broke off; what `watch` and `arrived` raise passes.
    """
    from station.dicom.network import retrieve as dimse
    from station.dicom.network import web
    from station.dicom.network.inbox import Inbox, Kept

    inbox = Inbox(folder)
    if via is Via.WEB:
        secret = _secret(home, server)
        return web.retrieve(server, secret, study_uid, wanted, inbox, arrived, watch, whole=whole)
    by_uid = {instance.sop_uid: instance for instance in wanted}

    def received(sop_uid: str, path: Path) -> None:
        known = by_uid.get(sop_uid, RemoteInstance(sop_uid))
        size = path.stat().st_size
        arrived(Kept(path, sop_uid, known.sop_class, study_uid, known.series_uid, size))

    if via is Via.GET:
        return dimse.get(server, study_uid, whole, wanted, inbox, received, watch)
    host, port = _own_place(home, server)
    if not _is_free(host, port):
        return _moved_to_listener(home, server, study_uid, wanted, inbox, arrived, watch)
    return dimse.move(
        server, study_uid, whole, wanted, inbox, received, watch, port=port, host=host
    )


def _moved_to_listener(
    home: Path,
    server: Server,
    study_uid: str,
    wanted: Sequence[RemoteInstance],
    inbox: "Inbox",
    arrived: "Callable[[Kept], None]",
    watch: Watch,
) -> tuple[Failure, ...]:
    """A C-MOVE while Station listens: a server knows one port, at which the listener takes it.

    What the listener has taken is copied from there.
    """
    from station.archive.files import FOLDER
    from station.dicom.network import retrieve as dimse
    from station.dicom.network.inbox import Refused, safe_name
    from station.dicom.network.listener import HALVES

    below = home / FOLDER
    places = [below / safe_name(study_uid), below / HALVES / safe_name(study_uid)]
    series_uids = list(dict.fromkeys(instance.series_uid for instance in wanted))
    missing = {instance.sop_uid for instance in wanted}
    reasons: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="station-move-") as scratch:
        nobody = type(inbox)(Path(scratch))
        dimse.move(
            server, study_uid, series_uids, (), nobody, lambda uid, path: None, watch, port=None
        )
    until = time.monotonic() + LATE_S
    while missing and time.monotonic() < until:
        came = [
            file
            for uid in sorted(missing)
            for file in [next(filter(Path.is_file, (place_of(p, uid) for p in places)), None)]
            if file is not None
        ]
        for file in came:
            try:
                kept = inbox.keep_file(file.read_bytes(), study_uid=study_uid)
            except Refused as error:
                reasons[file.stem] = str(error)
                missing.discard(file.stem)
                continue
            except OSError:
                continue  # its folder has just got its final name
            missing.discard(kept.sop_uid)
            arrived(kept)
            until = time.monotonic() + LATE_S
        watch(Traffic(0, 0, 0, 0.0))
        if missing:
            time.sleep(LOOK_EVERY_S)
    port = listener_settings(home).port
    reason = (
        f"{server.name} was asked to move it, but it did not arrive at port {port}, where Station "
        f'or another program listens. The listener has to accept "{server.called_aet}".'
    )
    return tuple(
        Failure(instance.sop_uid, reasons.get(instance.sop_uid, reason))
        for instance in wanted
        if instance.sop_uid in missing or instance.sop_uid in reasons
    )


def send(
    home: Path,
    server: Server,
    via: Via,
    files: Sequence[Outgoing],
    told: Callable[[str, Failure | None], None],
    watch: Watch,
) -> None:
    """Send instances; `told` hears of each once, with None where the server says it stored it.

    Raises PacsError where the server cannot be reached at all. What `told` or `watch` raises
    passes.
    """
    from station.dicom.network import store, web_store

    paths = [one.path for one in files]
    if via is Via.WEB:
        web_store.send(server, _secret(home, server), paths, told, watch)
    else:
        store.send(server, paths, told, watch)


def commit(
    home: Path,
    server: Server,
    stored: Sequence[tuple[str, str]],
    waiting: Callable[[], None],
) -> tuple[dict[str, str], dict[str, str]]:
    """Of instances, given as UID and class, those that the server does not keep: UID → why.

    And those of which it has reported nothing yet. Raises PacsError where the server cannot be
    asked. What `waiting` raises passes.
    """
    from station.dicom.network.commitment import commit as ask

    running = LISTENING.get(home)
    host, port = _own_place(home, server)
    done = ask(
        server,
        [(sop_class, sop_uid) for sop_uid, sop_class in stored],
        reports=running,
        # Where another program has the port, only a report at once is heard.
        port=port if running is None and _is_free(host, port) else None,
        host=host,
        tick=waiting,
    )
    refused, unreported = (
        {failure.sop_uid: failure.reason for failure in failures}
        for failures in (done.failed, done.unreported)
    )
    return refused, unreported


def _own_place(home: Path, server: Server) -> tuple[str, int]:
    """Address and port at which a server reaches this computer, as long as something is waited for.

    Those of the listener; where it listens for this computer alone, the address of the interface
    through which the server is reached.
    """
    settings = listener_settings(home)
    host = settings.host
    with suppress(ValueError, OSError):
        if ip_address(host).is_loopback:
            family, _, _, _, address = socket.getaddrinfo(
                server.host, server.port, type=socket.SOCK_DGRAM
            )[0]
            with socket.socket(family, socket.SOCK_DGRAM) as way:
                way.connect(address)  # sends nothing
                host = str(way.getsockname()[0])
    return host, settings.port


def _is_free(host: str, port: int) -> bool:
    try:
        with socket.create_server((host, port)):
            return True
    except (OSError, OverflowError):
        return False


# -- a server is tested ----------------------------------------------------------------------------

RECENT = timedelta(days=30)
NOBODY = "1.2.826.0.1.3680043.8.498.0"
"""UID of a study that no server has"""


def connect(server: Server) -> None:
    """Raises PacsError: refused, unknown host, TLS."""
    from station.dicom.network.association import PATIENCE
    from station.dicom.network.association import connect as connected

    connected(server, PATIENCE).close()


def echo(server: Server) -> None:
    """Raises PacsError: rejected, which AE title is unknown, no DICOM server."""
    from station.dicom.network.asking import echo as asked

    asked(server)


def query(server: Server) -> None:
    """Raises PacsError where the server answers no queries."""
    from station.dicom.network import query as dimse

    dimse.find_studies(server, Query(study_uid=NOBODY), 1)


def try_get(server: Server) -> None:
    """Raises PacsError where the server offers no C-GET."""
    from station.dicom.network import retrieve as dimse
    from station.dicom.network.inbox import Inbox

    with tempfile.TemporaryDirectory(prefix="station-test-") as scratch:
        dimse.get(server, NOBODY, (), (), Inbox(Path(scratch)), lambda uid, path: None)


def try_move(home: Path, server: Server) -> None:
    """Raises PacsError where the server offers no C-MOVE, or does not know where to move to.

    Moves one instance where the server has a study of late: some know their destinations only when
    there is something to move. Nothing of it is kept.
    """
    recent = studies(home, server, Query(since=date.today() - RECENT), 1).studies
    host, port = _own_place(home, server)
    if recent and _is_free(host, port):
        for one in series(home, server, recent[0].study_uid):
            found = instances(home, server, recent[0].study_uid, [one.series_uid])
            if found:
                _move_one(server, recent[0].study_uid, found[0], host, port, port)
                return
    nothing = RemoteInstance(f"{NOBODY}.1.1", series_uid=f"{NOBODY}.1")
    with suppress(_Unmoved):
        _move_one(server, NOBODY, nothing, "127.0.0.1", 0, port)


class _Unmoved(PacsError):
    """It did not come, though the server knows the destination."""


def _move_one(
    server: Server, study_uid: str, instance: RemoteInstance, host: str, port: int, told: int
) -> None:
    """Raises PacsError where it does not come; `told` is the port that the server has to know."""
    from station.dicom.network import retrieve as dimse
    from station.dicom.network.inbox import Inbox
    from station.dicom.network.statuses import MOVE_DESTINATION_UNKNOWN, sentence

    def nowhere(sop_uid: str, path: Path) -> None:
        path.unlink(missing_ok=True)

    with tempfile.TemporaryDirectory(prefix="station-test-") as scratch:
        inbox = Inbox(Path(scratch))
        failed = dimse.move(
            server, study_uid, (), (instance,), inbox, nowhere, host=host, port=port
        )
    status = f"{MOVE_DESTINATION_UNKNOWN:04X}"
    if any(status in failure.reason for failure in failed):
        raise PacsError(sentence(MOVE_DESTINATION_UNKNOWN, server, "C-MOVE", port=told))
    if failed:
        raise _Unmoved(
            f"{server.name} takes the C-MOVE, but what it should send does not arrive. Its "
            f'administrator has to enter a destination with the AE title "{server.calling_aet}", '
            f"the address of this computer and port {told}; check that no firewall is in between. "
            f"It says: {failed[0].reason}"
        )


def query_web(home: Path, server: Server) -> None:
    """Raises PacsError: refused, TLS, sign-in, wrong address."""
    from station.dicom.network import web

    web.check(server, _secret(home, server))


# -- Station listens -------------------------------------------------------------------------------

LISTENING: "dict[Path, Reports]" = {}
"""Data folder → where the listener that runs in this program takes reports of commitment"""


def listener(
    folder: Path,
    settings: ListenerSettings,
    arrived: "Callable[[listener_module.Arrived], None]",
) -> "tuple[listener_module.Listener, Reports]":
    """A listener that writes into `folder`, not started, and where it takes reports.

    Raises PacsError.
    """
    from station.dicom.network import listener as listener_module
    from station.dicom.network.reports import Reports
    from station.dicom.network.tls import server_context

    tls = None
    if settings.tls is not None and settings.tls.certificate and settings.tls.key:
        tls = server_context(settings.tls.certificate, settings.tls.key, settings.tls.ca)
    reports = Reports()
    made = listener_module.Listener(
        folder,
        arrived,
        aet=settings.aet,
        allowed=frozenset(settings.allowed),
        host=settings.host,
        port=settings.port,
        tls=tls,
        reports=reports,
    )
    return made, reports


def halves(folder: Path) -> list[Path]:
    """Folders of studies below `folder` that a listener was taking when it ended."""
    from station.dicom.network.listener import HALVES

    below = folder / HALVES
    return sorted(path for path in below.iterdir() if path.is_dir()) if below.is_dir() else []


def study_of(folder: Path) -> tuple[str, int]:
    """Which study the files of a folder are of, and how many there are; empty, 0: none."""
    found, _ = outgoing([folder])
    return (found[0].study_uid, len(found)) if found else ("", 0)


# -- files -----------------------------------------------------------------------------------------


def place_of(folder: Path, sop_uid: str) -> Path:
    """Where an instance that is fetched into `folder` is, or would be."""
    from station.dicom.network.inbox import safe_name

    return folder / f"{safe_name(sop_uid)}.dcm"


def sop_uid_of(path: Path) -> str:
    """The SOP instance UID that a file holds; empty where it cannot be read."""
    try:
        return _identity(path)["sop_uid"]
    except (PacsError, OSError):
        return ""


def outgoing(paths: Iterable[Path]) -> tuple[tuple[Outgoing, ...], tuple[Failure, ...]]:
    """The instances of files and of folders, each once; a sentence for each that cannot be sent.

    What is no DICOM is left out of a folder without a word, and so is a DICOMDIR.
    """
    found: dict[str, Outgoing] = {}
    failed: list[Failure] = []
    for path, named in _files(paths):
        try:
            with path.open("rb") as file:
                is_dicom = file.read(132)[128:] == b"DICM"
            if not is_dicom:
                if named:
                    failed.append(Failure("", f"{path.name} is not a DICOM file; it was not sent."))
                continue
            inside = _identity(path)
            one = Outgoing(
                path,
                inside["sop_uid"],
                inside["sop_class"],
                inside["series_uid"],
                inside["study_uid"],
                path.stat().st_size,
            )
        except OSError as error:
            failed.append(Failure("", f"{path.name} cannot be read: {error.strerror or error}."))
        except PacsError:
            if path.name != "DICOMDIR":
                failed.append(Failure("", f"{path.name} is damaged; it was not sent."))
        else:
            other = found.setdefault(one.sop_uid, one)
            if other is not one and other.path.read_bytes() != path.read_bytes():
                failed.append(
                    Failure(
                        one.sop_uid,
                        f"{other.path.name} and {path.name} are the same instance but differ. Only "
                        "the first was sent.",
                    )
                )
    return tuple(found.values()), tuple(failed)


def _files(paths: Iterable[Path]) -> Iterable[tuple[Path, bool]]:
    """Files, and whether each was named itself."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file() and not file.name.startswith("."):
                    yield file, False
        else:
            yield path, True


HEAD_BYTES = 256 * 1024
"""In which the UIDs of nearly every file are"""


def _identity(path: Path) -> dict[str, str]:
    """Raises PacsError where it cannot be read, OSError."""
    from station.dicom.network.inbox import Refused, identity

    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        try:
            return identity(head)
        except Refused:
            rest = file.read()
            if not rest:
                raise
            return identity(head + rest)
