"""A PACS that aborts, stalls, refuses and dies, and senders that do the same.

python -m tests.dicom.network.chaos PORT FOLDER SEED STALLS is a pynetdicom server that stores into
FOLDER, with faults at random (STALLS: how often it stalls), and lists what it has.
"""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import evt
from pynetdicom.ae import ApplicationEntity

from station.dicom.network import wire
from station.dicom.network.association import Patience
from station.dicom.network.query import STUDY_ROOT_FIND
from station.pacs import PacsError, Server
from tests.dicom.network.faulty import AET, HOST, PET, UNCOMPRESSED
from tests.dicom.network.instances import STUDY
from tests.dicom.synthetic import uid

ROOT = Path(__file__).resolve().parents[3]
SERIES = str(uid("study", "PET"))
PATIENCE = Patience(connect_s=10, associate_s=10, answer_s=1.5, release_s=2)
STALL_S = 2.5
"""Longer than PATIENCE"""
ABORTS, LOST_ANSWERS, STALLS, REFUSALS = 1 / 150, 1 / 300, 1 / 2500, 1 / 400
"""How often, of all instances"""
REJECTIONS = 1 / 6
"""Of all associations"""
BETWEEN_KILLS_S = (1.0, 4.0)
UP_WITHIN_S = 60.0


# --- the server -------------------------------------------------------------------------------


def serve(port: int, folder: Path, seed: int, stalls: float) -> None:
    chance = random.Random(seed)
    lock = threading.Lock()

    def store(event: Any) -> int:
        with lock:
            draw = chance.random()
        if draw < stalls:
            time.sleep(STALL_S)
        elif draw < stalls + REFUSALS:
            return 0xA700
        elif draw < stalls + REFUSALS + ABORTS:
            event.assoc.abort()
            return 0xA700
        sop_uid = str(event.request.AffectedSOPInstanceUID)
        part = folder / f"{sop_uid}.{threading.get_ident()}.part"
        part.write_bytes(event.encoded_dataset())
        part.replace(folder / f"{sop_uid}.dcm")
        if draw > 1 - LOST_ANSWERS:
            event.assoc.abort()  # it is stored, and nobody hears of it
        return 0x0000

    def reject(event: Any) -> None:
        with lock:
            draw = chance.random()
        if draw < REJECTIONS:
            event.assoc.acse.send_reject(2, 3, 1)
            event.assoc.is_rejected = True

    def find(event: Any) -> Iterator[tuple[int, Dataset | None]]:
        """The one study, its one series, or all that is there."""
        asked = event.identifier
        files = folder.glob("*.dcm") if asked.QueryRetrieveLevel == "IMAGE" else [folder]
        for path in files:
            answer = Dataset()
            answer.QueryRetrieveLevel = asked.QueryRetrieveLevel
            answer.StudyInstanceUID = STUDY
            answer.SeriesInstanceUID = SERIES
            answer.Modality = "PT"
            answer.SOPClassUID = PET
            answer.SOPInstanceUID = path.stem
            yield 0xFF00, answer

    ae = ApplicationEntity(AET)
    ae.add_supported_context(UID(PET), list(UNCOMPRESSED))
    ae.add_supported_context(UID(STUDY_ROOT_FIND), list(UNCOMPRESSED))
    handlers = [
        (evt.EVT_C_STORE, store),
        (evt.EVT_REQUESTED, reject),
        (evt.EVT_C_FIND, find),
    ]
    ae.start_server((HOST, port), block=True, evt_handlers=handlers)  # pyright: ignore[reportArgumentType]


class FaultyPacs:
    """The server in a process of its own, killed and started again while `killing` lasts."""

    def __init__(self, folder: Path, seed: int, stalls: float = STALLS) -> None:
        folder.mkdir(parents=True)
        self._stalls = stalls
        self.folder = folder
        self.kills = 0
        self.is_gone = False
        """It did not start again: there is nothing to wait for"""
        self._chance = random.Random(seed)
        with socket.create_server((HOST, 0)) as free:
            self.port = free.getsockname()[1]
        self._start()

    @property
    def server(self) -> Server:
        return Server("Faulty", HOST, self.port, AET)

    def sop_uids(self) -> Counter[str]:
        return Counter(path.stem for path in self.folder.glob("*.dcm"))

    @contextmanager
    def killing(self) -> Generator[None]:
        done = threading.Event()

        def kill() -> None:
            while not done.wait(self._chance.uniform(*BETWEEN_KILLS_S)):
                self.stop()
                self.kills += 1
                self._start()

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            yield
        finally:
            done.set()
            killer.join()

    def stop(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def _start(self) -> None:
        arguments = map(
            str, (self.port, self.folder, self._chance.randrange(1 << 30), self._stalls)
        )
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.dicom.network.chaos", *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
        )
        until = time.monotonic() + UP_WITHIN_S
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex((HOST, self.port)) == 0:
                    return
            time.sleep(0.05)
        self.is_gone = True
        raise AssertionError("the faulty PACS does not start")


# --- senders ----------------------------------------------------------------------------------


def send_faultily(
    server: Server, instances: Sequence[tuple[str, bytes]], seed: int
) -> tuple[set[str], Counter[str]]:
    """Send (SOP UID, data set) with aborts, stalls and cut-off instances until each was confirmed.

    Returns those that were confirmed, and how often each fault was made.
    """
    chance, faults = random.Random(seed), Counter[str]()
    confirmed: set[str] = set()
    waiting = list(instances)
    while waiting:
        try:
            line, _ = wire.open_line(server, [wire.Proposal(PET, (UNCOMPRESSED[0],))], PATIENCE)
        except PacsError:
            faults["no association"] += 1
            time.sleep(0.05)
            continue
        try:
            while waiting:
                sop_uid, data = waiting[0]
                draw = chance.random()
                if draw < ABORTS:
                    faults["abort"] += 1
                    _begin(line, sop_uid, data)
                    line.abort()
                    break
                if draw < ABORTS + STALLS:
                    faults["stall"] += 1
                    _begin(line, sop_uid, data)
                    time.sleep(STALL_S)
                    line.close()
                    break
                if draw < ABORTS + STALLS + REFUSALS:
                    faults["hang up"] += 1
                    line.close()
                    break
                line.send(1, _command(sop_uid), data)
                if draw > 1 - LOST_ANSWERS:
                    faults["answer not heard"] += 1
                    line.abort()
                    break
                answer = line.command()
                if answer is not None and answer.number(wire.Tag.STATUS) == 0:
                    confirmed.add(sop_uid)
                    waiting.pop(0)
            else:
                line.release()
        except PacsError:
            faults["broken"] += 1
            line.abort()
    return confirmed, faults


def _command(sop_uid: str) -> dict[wire.Tag, int | str]:
    return {
        wire.Tag.AFFECTED_CLASS: PET,
        wire.Tag.COMMAND: wire.Verb.C_STORE,
        wire.Tag.MESSAGE_ID: 1,
        wire.Tag.PRIORITY: 0,
        wire.Tag.AFFECTED_INSTANCE: sop_uid,
    }


def _begin(line: wire.Line, sop_uid: str, data: bytes) -> None:
    """Half of an instance."""
    command = wire.encoded({**_command(sop_uid), wire.Tag.DATASET_TYPE: 0})
    for flags, piece in ((3, command), (0, data[: len(data) // 2])):
        line.write(
            wire.PDU.pack(wire.Kind.DATA, len(piece) + 6),
            wire.PDV.pack(len(piece) + 2, 1, flags),
            piece,
        )


def resident_mb(pid: int | None = None) -> float:
    """Memory of a process (None: this one), in MB."""
    pages = int(Path(f"/proc/{pid or 'self'}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    serve(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
