"""Studies come from a PACS to this computer, and nothing is lost on the way.

What a study has is listed first and written into the ledger. Then it is fetched by the server's way
and, for what that did not bring, by the other ways that the server has. What counts as received is
a file on the disk: whoever goes on after a kill looks at the files, not only at the ledger.
"""

import getpass
import shutil
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import Cancelled, StationError
from station.operations.pacs import ways
from station.operations.pacs.servers import opened, server_named
from station.pacs import (
    Failure,
    Fetched,
    InstanceState,
    PacsError,
    RemoteInstance,
    Server,
    Traffic,
    Via,
    Watch,
    unwatched,
)
from station.pet.words import count_of, listed
from station.whole_file import free_path, require_space, whole_file

if TYPE_CHECKING:
    from station.archive.transfers import Recorder, Transfer, TransferredInstance, Transfers
    from station.dicom.network.inbox import Kept

WAY = {Via.GET: "C-GET", Via.MOVE: "C-MOVE", Via.WEB: "DICOMweb"}


def fetch(
    home: Path,
    server_name: str,
    study_uid: str,
    series_uids: Sequence[str] = (),
    out: Path | None = None,
    via: Via | None = None,
    watch: Watch = unwatched,
) -> Fetched:
    """Fetch a study, or some of its series, into `out` (None: the data folder), and remember it.

    What is on the disk already is not fetched again. `via` is tried first (None: what the server's
    entry says), then the other ways that the server has. Raises PacsError where the server cannot
    be asked what the study has; instances that do not arrive are in the result, with the reason.
    `Cancelled` raised by `watch` passes; what has arrived stays, and fetching again or `resume`
    goes on with the rest.
    """
    from station.archive.transfers import Kind

    server = server_named(home, server_name)
    order = ways.order(server, via)
    remote = ways.instances(home, server, study_uid, series_uids, _asking(watch))
    if not remote:
        what = "these series" if series_uids else "a study"
        raise PacsError(
            f"{server.name} lists no instances of {what} with the UID "
            f"{listed(list(series_uids) or [study_uid])}. Search for the study again."
        )
    wanted = tuple(sorted(series_uids))
    with opened(home) as ledger:
        folder = study_folder(home, ledger, study_uid) if out is None else out.absolute()
        with ledger.folder_held(folder):
            known = [
                transfer
                for transfer in ledger.of_study(Kind.FETCH, study_uid)
                if (transfer.server, transfer.series_uids, transfer.folder)
                == (server.name, wanted, folder)
            ]
            if known:
                transfer = known[0]
                ledger.take_up(transfer.number, order[0])
            else:
                rows = [_wanted(instance, study_uid) for instance in remote]
                transfer = ledger.begin(
                    Kind.FETCH, server.name, order[0], study_uid, folder, who(), rows, wanted
                )
            with ledger.held(transfer.number):
                return _Fetching(home, server, ledger, transfer, remote, watch).run(order)


def study_folder(home: Path, ledger: "Transfers", study_uid: str) -> Path:
    """Where a study's files are kept in the data folder: where its earlier ones are, or a new one.

    A folder that something else has made is left alone.
    """
    from station.archive.files import FOLDER, folder_name
    from station.archive.transfers import Kind

    below = home / FOLDER
    for kind in (Kind.FETCH, Kind.RECEIVED):
        for transfer in ledger.of_study(kind, study_uid):
            if transfer.folder.parent == below:
                return transfer.folder
    return free_path(below / folder_name(study_uid))


def who() -> str:
    """The user of this computer, as the ledger names them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _asking(watch: Watch) -> Callable[[], None]:
    """Lets a transfer be cancelled while the server is asked what it has."""
    return lambda: watch(Traffic(0, 0, 0, 0.0))


def remember(home: Path, folder: Path, files: Sequence[Path] = (), *, unasked: bool = False) -> str:
    """Put the studies of a folder into Station's list, so that window and `--query` find them.

    `files`: those of the folder that are looked at; none: all. `unasked`: nobody here asked for
    them, so a study of the list stays its patient's. Returns a sentence where it was left as it is.
    """
    from station.archive.files import FOLDER
    from station.archive.index import open_index
    from station.dicom.load import scan

    problem = ""
    index = open_index(home)
    try:
        for study in scan(files or [folder], unpack_into=home / "unpacked").studies:
            known = index.study(study.uid) if unasked else None
            if known is not None and known.patient.id != study.patient.id:
                problem = (
                    "What came is of another patient than the study of the list that has its UID, "
                    f"and is not in the list. If the patient's ID was corrected, open {folder}. "
                    "Else report it to the administrator of its sender."
                )
                continue
            index.remember(study, folder, copied=folder.is_relative_to(home / FOLDER))
    finally:
        index.close()
    return problem


def _wanted(instance: RemoteInstance, study_uid: str) -> "TransferredInstance":
    from station.archive.transfers import TransferredInstance

    return TransferredInstance(instance.sop_uid, instance.sop_class, instance.series_uid, study_uid)


class _Fetching:
    """One run of a transfer: what is missing is fetched, and what comes is recorded."""

    def __init__(
        self,
        home: Path,
        server: Server,
        ledger: "Transfers",
        transfer: "Transfer",
        remote: Sequence[RemoteInstance],
        watch: Watch,
    ) -> None:
        self._home = home
        self._server = server
        self._ledger = ledger
        self._transfer = transfer
        self._folder = transfer.folder
        self._remote = {instance.sop_uid: instance for instance in remote}
        self._watch = watch
        self._rows = {row.sop_uid: row for row in ledger.instances(transfer.number)}
        self._began = time.monotonic()
        self._here = self._came = self._bytes = 0
        self._reasons: dict[str, str] = {}

    def run(self, order: Sequence[Via]) -> Fetched:
        from station.archive.transfers import Stage

        number = self._transfer.number
        try:
            self._make_folder()
            self._look_at_the_disk()
            problem = self._retrieve(order)
            note = self._compare()
        except Cancelled:
            self._ledger.end(number, Stage.CANCELLED)
            raise
        except StationError as error:
            self._ledger.end(number, Stage.INCOMPLETE, str(error))
            raise
        self._fail(problem)
        rows = self._rows.values()
        failed = tuple(
            [
                Failure(row.sop_uid, row.reason)
                for row in rows
                if row.state is not InstanceState.RECEIVED
            ]
        )
        if len(failed) < len(rows):
            try:
                # In a folder of the user's there may be anything else.
                files = [row.path for row in rows if row.path is not None]
                remember(self._home, self._folder, files)
            except StationError as error:
                note = f"{note} {error}".strip()
        self._ledger.end(number, Stage.INCOMPLETE if failed else Stage.DONE, note)
        received = len(rows) - len(failed)
        return Fetched(len(rows), received, failed, self._folder, number, note)

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise PacsError(
                f"{self._folder} cannot be made: {error.strerror or error}. Choose another folder "
                "or free some space."
            ) from error

    # -- what is there -----------------------------------------------------------------------------

    def _look_at_the_disk(self) -> None:
        """The files decide what is there, whatever the ledger knew when its program ended."""
        for instance in self._remote.values():
            self._rows.setdefault(instance.sop_uid, _wanted(instance, self._transfer.study_uid))
        elsewhere = self._ledger.here([self._transfer.study_uid])
        places = elsewhere.get(self._transfer.study_uid, {})
        changed: list[TransferredInstance] = []
        for uid, row in self._rows.items():
            now = self._as_it_is(row, places.get(uid))
            if now != row:
                self._rows[uid] = now
                changed.append(now)
        self._here = sum(row.state is InstanceState.RECEIVED for row in self._rows.values())
        self._ledger.record(self._transfer.number, changed)

    def _as_it_is(
        self, row: "TransferredInstance", elsewhere: Path | None
    ) -> "TransferredInstance":
        if row.state is InstanceState.RECEIVED and _size(row.path) == row.size_bytes:
            return row
        place = ways.place_of(self._folder, row.sop_uid)
        if row.state is InstanceState.RECEIVED and row.path == place:
            _set_aside(place)
        if not _is_instance(place, row.sop_uid):
            if elsewhere is None or not _is_instance(elsewhere, row.sop_uid):
                blank = replace(row, path=None, size_bytes=0, status=None, reason="", at=None)
                return replace(blank, state=InstanceState.WANTED)
            _copy(elsewhere, place)
        return replace(
            row,
            state=InstanceState.RECEIVED,
            path=place,
            size_bytes=_size(place) or 0,
            status=None,
            reason="",
            at=None,
        )

    def _missing(self) -> list[RemoteInstance]:
        return [
            self._remote[uid]
            for uid, row in self._rows.items()
            if row.state is not InstanceState.RECEIVED and uid in self._remote
        ]

    # -- what comes --------------------------------------------------------------------------------

    def _retrieve(self, order: Sequence[Via]) -> str:
        """Fetch what is missing; why the rest did not come, as a sentence where there is one."""
        from station.archive.transfers import recording

        problems: list[str] = []
        with recording(self._ledger, self._transfer.number) as recorder:
            for via in order:
                while missing := self._missing():
                    try:
                        self._reasons |= self._by(via, missing, recorder)
                        broke = False
                    except PacsError as error:
                        broke = True
                        problems.append(f"{WAY[via]}: {error}")
                    # A way that breaks off, but brings something, is worth another try.
                    if not broke or len(self._missing()) == len(missing):
                        break
                if self._missing():
                    require_space(self._folder, 0, "Instances need", "choose another folder")
        return " ".join(dict.fromkeys(problems))

    def _by(
        self, via: Via, missing: Sequence[RemoteInstance], recorder: "Recorder"
    ) -> dict[str, str]:
        def arrived(kept: "Kept") -> None:
            row = self._rows.get(kept.sop_uid) or _wanted(
                RemoteInstance(kept.sop_uid, kept.sop_class, kept.series_uid), kept.study_uid
            )
            if row.state is not InstanceState.RECEIVED:
                self._here += 1
                self._came += 1
                self._bytes += kept.bytes
            self._rows[kept.sop_uid] = row = replace(
                row,
                sop_class=kept.sop_class,
                series_uid=kept.series_uid,
                state=InstanceState.RECEIVED,
                path=kept.path,
                size_bytes=kept.bytes,
                status=0,
                reason="",
                at=None,
            )
            recorder.record(row)

        def watch(_: Traffic) -> None:
            seconds = time.monotonic() - self._began
            self._watch(Traffic(self._here, len(self._rows), self._bytes, seconds))

        failed = ways.retrieve(
            self._home,
            self._server,
            via,
            self._transfer.study_uid,
            missing,
            self._whole(missing),
            self._folder,
            arrived,
            watch,
        )
        return {failure.sop_uid: failure.reason for failure in failed}

    def _whole(self, missing: Sequence[RemoteInstance]) -> list[str]:
        """The series of which every instance is missing."""
        all_of = Counter(instance.series_uid for instance in self._remote.values())
        absent = Counter(instance.series_uid for instance in missing)
        return [uid for uid, count in absent.items() if uid and count == all_of[uid]]

    # -- what is said afterwards -------------------------------------------------------------------

    def _compare(self) -> str:
        """Whether the server lists more by now: a sentence, and what is new is wanted, too."""
        if not self._came:
            return ""
        try:
            now = ways.instances(
                self._home,
                self._server,
                self._transfer.study_uid,
                self._transfer.series_uids,
                _asking(self._watch),
            )
        except PacsError as error:
            return f"What the server has could not be compared afterwards. {error}"
        new = [instance for instance in now if instance.sop_uid not in self._rows]
        if not new:
            return ""
        for instance in new:
            row = _wanted(instance, self._transfer.study_uid)
            reason = "It came to the server while the study was fetched. Fetch the study again."
            self._rows[instance.sop_uid] = replace(row, reason=reason)
        self._ledger.record(
            self._transfer.number, [self._rows[instance.sop_uid] for instance in new]
        )
        return (
            f"The study still arrives at {self._server.name}: it lists {count_of(len(new), 'more')}"
            " than when fetching began. Fetch it again."
        )

    def _fail(self, problem: str) -> None:
        name = self._server.name
        changed: list[TransferredInstance] = []
        for uid, row in self._rows.items():
            if row.state is InstanceState.RECEIVED or row.reason:
                continue
            if uid not in self._remote:
                reason = f"{name} no longer lists it, and its file is gone."
            else:
                reason = self._reasons.get(uid) or problem or f"{name} did not send it."
            self._rows[uid] = replace(row, state=InstanceState.FAILED, reason=reason)
            changed.append(self._rows[uid])
        self._ledger.record(self._transfer.number, changed)


def _size(path: Path | None) -> int | None:
    """None where there is no such file."""
    if path is None:
        return None
    try:
        return path.stat().st_size
    except OSError:
        return None


def _is_instance(path: Path, sop_uid: str) -> bool:
    return _size(path) is not None and ways.sop_uid_of(path) == sop_uid


def _set_aside(path: Path) -> None:
    """Move away a file that is no longer as it was received. Raises PacsError."""
    apart = path.parent.with_name(f"{path.parent.name}.apart")
    try:
        if path.exists():
            apart.mkdir(mode=0o700, exist_ok=True)
            path.rename(free_path(apart / path.name))
    except OSError as error:
        raise PacsError(
            f"{path} has changed since it was received, and cannot be moved to {apart}: "
            f"{error.strerror or error}. Move it away, then fetch the study again."
        ) from error


def _copy(source: Path, place: Path) -> None:
    """Raises PacsError where the disk refuses."""
    try:
        size = source.stat().st_size
        require_space(place.parent, size, "The instance needs", "choose another folder")
        with whole_file(place) as part:
            shutil.copyfile(source, part)
    except OSError as error:
        raise PacsError(
            f"{place.parent} cannot be written: {error.strerror or error}. Free some space or "
            "choose another folder."
        ) from error
