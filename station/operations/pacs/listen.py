"""Station takes what is sent to it: off until switched on.

What has come is in the ledger and in the list of studies. Whole studies are in the data folder,
where fetched ones are; what an aborted association left is kept apart until the rest is sent.
"""

import filecmp
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from station.errors import StationError
from station.operations.pacs import ways
from station.operations.pacs.fetch import remember, who
from station.operations.pacs.servers import opened
from station.operations.pacs.settings import (
    ListenerSettings,
    keep_listener_settings,
    listener_settings,
    refuse_settings,
)
from station.pacs import Failure, InstanceState, Via
from station.pet.words import count_of

if TYPE_CHECKING:
    from station.dicom.network import listener

__all__ = [
    "Arrived",
    "ListenerSettings",
    "Listening",
    "keep_listener_settings",
    "listen",
    "listener_settings",
]


@dataclass(frozen=True)
class Arrived:
    """What came in, once its association has ended or nothing came for a while. Shows no names."""

    study_uid: str
    """Empty: all that came was refused"""
    sender: str
    """AE title"""
    instances: int
    """How many of the study are on the disk"""
    folder: Path
    transfer: int
    """Its number in the ledger; 0: nothing is in the ledger"""
    problem: str = ""
    """Where halves were kept apart or instances refused: the sentence; else empty"""


class Listening:
    """A listener that runs; `stop` ends it and waits until what has come is recorded."""

    def __init__(self, settings: ListenerSettings, port: int, stop: Callable[[], None]) -> None:
        self.settings = settings
        self.port = port
        """The one that it listens on"""
        self._stop = stop

    def stop(self) -> None:
        """Let the instances that are coming in end, then take no more."""
        self._stop()


def listen(home: Path, settings: ListenerSettings, arrived: Callable[[Arrived], None]) -> Listening:
    """Begin to listen; what comes is recorded in the ledger and in the list of studies.

    What a killed Station had taken and not recorded is recorded first. `arrived` is called in a
    thread of the listener. Raises PacsError where the port is taken or the settings cannot be
    right.
    """
    from station.archive.files import FOLDER

    refuse_settings(settings)
    record = _Record(home, arrived)
    running, reports = ways.listener(home / FOLDER, settings, record.take)
    running.start()
    ways.LISTENING[home] = reports
    record.take_up_halves(home / FOLDER)

    def stop() -> None:
        ways.LISTENING.pop(home, None)
        running.stop()

    return Listening(settings, running.port, stop)


def _is_in(half: Path, whole: Path) -> bool:
    """Whether every file of a half is in the whole study, which was fetched or sent meanwhile."""
    try:
        return whole.is_dir() and all(
            filecmp.cmp(path, whole / path.name, shallow=False) for path in half.iterdir()
        )
    except OSError:
        return False


class _Record:
    """Writes what has come into the ledger and the list; associations end in several threads."""

    def __init__(self, home: Path, arrived: Callable[[Arrived], None]) -> None:
        self._home = home
        self._arrived = arrived
        self._lock = Lock()

    def take(self, study: "listener.Arrived") -> None:
        """What came of a study over one or several associations."""
        with self._lock:
            arrived = self._recorded(
                study.study_uid, study.sender, study.folder, study.whole, study.problems
            )
        self._arrived(arrived)

    def take_up_halves(self, folder: Path) -> None:
        """What came before a Station was killed: its sender believes that it is stored."""
        from station.archive.transfers import Kind, Stage

        with opened(self._home) as ledger:
            noted = {
                transfer.folder: transfer
                for transfer in ledger.transfers(open_only=True)
                if transfer.kind is Kind.RECEIVED and transfer.stage is Stage.INCOMPLETE
            }
        for half in ways.halves(folder):
            if _is_in(half, folder / half.name):
                if half in noted:
                    of = noted[half]
                    self._recorded(of.study_uid, of.server, folder / half.name, True, ())
                shutil.rmtree(half, ignore_errors=True)
                continue
            if half in noted:
                continue
            uid, count = ways.study_of(half)
            if uid:
                why = (
                    f"Station ended while the study came. {count_of(count, 'instance')} that came "
                    f"before are kept in {half}; have the study sent again."
                )
                self._arrived(self._recorded(uid, "", half, False, (Failure("", why),)))

    def _recorded(
        self, study_uid: str, sender: str, folder: Path, whole: bool, problems: tuple[Failure, ...]
    ) -> Arrived:
        problem = " ".join(dict.fromkeys(failure.reason for failure in problems))
        if not study_uid:
            return Arrived("", sender, 0, folder, 0, problem)
        try:
            number, count = self._ledger(study_uid, sender, folder, whole, problems)
            if whole:
                problem = f"{problem} {remember(self._home, folder, unasked=True)}".strip()
        except StationError as error:  # it is on the disk all the same, and found again there
            files = len(list(folder.glob("*.dcm")))
            return Arrived(study_uid, sender, files, folder, 0, f"{problem} {error}".strip())
        return Arrived(study_uid, sender, count, folder, number, problem)

    def _ledger(
        self, study_uid: str, sender: str, folder: Path, whole: bool, problems: tuple[Failure, ...]
    ) -> tuple[int, int]:
        """The transfer's number, and how many instances of the study are there."""
        from station.archive.transfers import Kind, Stage, TransferredInstance

        rows: dict[str, TransferredInstance] = {}
        for one in ways.outgoing([folder])[0]:
            rows[one.sop_uid] = TransferredInstance(
                one.sop_uid,
                one.sop_class,
                one.series_uid,
                study_uid,
                InstanceState.RECEIVED,
                one.path,
                one.size_bytes,
                0,
            )
        received = len(rows)
        for failure in problems:
            if failure.sop_uid and failure.sop_uid not in rows:
                rows[failure.sop_uid] = TransferredInstance(
                    failure.sop_uid,
                    study_uid=study_uid,
                    state=InstanceState.FAILED,
                    reason=failure.reason,
                )
        failed = len(rows) - received
        stage = Stage.DONE if whole and not failed else Stage.INCOMPLETE
        note = " ".join(failure.reason for failure in problems if not failure.sop_uid)
        with opened(self._home) as ledger:
            known = [
                transfer
                for transfer in ledger.of_study(Kind.RECEIVED, study_uid)
                if transfer.open and transfer.server in (sender, "")
            ]
            if known:
                number = known[0].number
                ledger.take_up(number, Via.STORE, folder, sender)
                ledger.record(number, rows.values())
                came = {
                    row.sop_uid
                    for row in ledger.instances(number)
                    if row.state is not InstanceState.RECEIVED and row.sop_uid not in rows
                }
                stage = Stage.INCOMPLETE if came else stage
            else:
                transfer = ledger.begin(
                    Kind.RECEIVED, sender, Via.STORE, study_uid, folder, who(), rows.values()
                )
                number = transfer.number
            ledger.end(number, stage, note)
        return number, received
