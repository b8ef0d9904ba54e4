"""Kills, cuts and full disks in the middle of transfers with a real PACS; then they are resumed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.uid import UID
from pynetdicom import evt
from pynetdicom.ae import ApplicationEntity

from station.archive.transfers import Stage
from station.operations.pacs import send as sending
from station.operations.pacs.fetch import fetch
from station.operations.pacs.ledger import resume, transfers
from station.operations.pacs.listen import ListenerSettings, keep_listener_settings
from station.operations.pacs.send import send
from station.operations.pacs.servers import add_server
from station.pacs import Fetched, InstanceState, PacsError, Sent, Server, Traffic, Via
from tests.operations.pacs.slices import STUDY, written
from tests.peers.orthanc import Orthanc

pytestmark = pytest.mark.simulated

ROOT = Path(__file__).resolve().parents[3]
COUNT = 200
WITHIN_S = 60.0


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(tmp_path_factory.mktemp("many"), COUNT)


@pytest.fixture
def home(known_home: Path, orthanc: Orthanc) -> Path:
    """A data folder that knows Orthanc, which commits itself to whom it knows."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    keep_listener_settings(known_home, ListenerSettings(port=port))
    orthanc.knows("STATION", port)
    server = Server(
        "orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet, web_url=orthanc.web_url
    )
    add_server(known_home, server)
    return known_home


def killed(progress: Callable[[], int], after: int, *arguments: object) -> None:
    """Start `station pacs …`, and kill it −9 as soon as `progress` says `after`."""
    command = [sys.executable, "-m", "station", "pacs", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        until = time.monotonic() + WITHIN_S
        while progress() < after and time.monotonic() < until:
            time.sleep(0.002)
            assert process.poll() is None, "it ended before it could be killed"
        process.send_signal(signal.SIGKILL)


def files_of(folder: Path) -> dict[str, tuple[int, int]]:
    """Whole files: inode and time."""
    return {
        path.stem: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.glob("*.dcm")
    }


def is_whole(fetched: Fetched | Sent, orthanc: Orthanc, home: Path) -> None:
    assert isinstance(fetched, Fetched)
    assert (fetched.wanted, fetched.received, fetched.failed) == (COUNT, COUNT, ())
    assert files_of(fetched.folder).keys() == orthanc.sop_uids()
    for path in fetched.folder.iterdir():
        assert str(dcmread(path).SOPInstanceUID) == path.stem
    assert transfers(home, open_only=True) == ()


@pytest.mark.parametrize("via", [Via.GET, Via.WEB])
def test_a_fetch_that_is_killed_goes_on_without_doubling(
    home: Path, orthanc: Orthanc, many: list[Path], via: Via
) -> None:
    orthanc.take(*many)
    folder = home / "studies" / STUDY
    there: dict[str, tuple[int, int]] = {}
    for after in (25, 100):
        killed(
            lambda: len(files_of(folder)), after,
            "get", "orthanc", "--study", STUDY, "--via", via.value,
        )  # fmt: skip
        now = files_of(folder)
        assert after <= len(now) < COUNT
        assert there.items() <= now.items(), "what was there was fetched again"
        there = now
        (transfer,) = transfers(home)
        assert transfer.stage is Stage.INTERRUPTED
        assert transfer.counts[InstanceState.RECEIVED] <= len(there)
    fetched = resume(home, transfer.number)
    is_whole(fetched, orthanc, home)
    assert there.items() <= files_of(folder).items()


@pytest.mark.parametrize("via", [Via.STORE, Via.WEB])
def test_a_sending_that_is_killed_goes_on_without_doubling(
    home: Path, orthanc: Orthanc, many: list[Path], via: Via
) -> None:
    killed(
        lambda: int(orthanc.ask("/statistics")["CountInstances"]), 25,
        "send", "orthanc", many[0].parent, "--via", via.value, "--commit",
    )  # fmt: skip
    (transfer,) = transfers(home)
    assert transfer.stage is Stage.INTERRUPTED
    sent = resume(home, transfer.number)
    assert isinstance(sent, Sent)
    assert (sent.sent, sent.stored, sent.committed, sent.failed) == (COUNT, COUNT, COUNT, ())
    assert len(orthanc.sop_uids()) == COUNT
    assert transfers(home, open_only=True) == ()


def test_a_fetch_goes_on_after_the_server_was_gone(
    home: Path, orthanc: Orthanc, many: list[Path]
) -> None:
    orthanc.take(*many)
    over = threading.Event()

    def kill_in_the_middle() -> None:
        """Instances are counted in lots: whoever waits for a count may come too late."""
        studies = home / "studies"
        while not over.is_set() and sum(path.is_file() for path in studies.rglob("*")) < 3:
            time.sleep(0.001)
        orthanc.kill()

    killer = threading.Thread(target=kill_in_the_middle)
    killer.start()
    try:
        fetched = fetch(home, "orthanc", STUDY)
        assert 0 < fetched.received < COUNT
        assert all(failure.reason for failure in fetched.failed)
        (transfer,) = transfers(home, open_only=True)
    finally:
        over.set()
        killer.join()
        orthanc.start()
    is_whole(resume(home, transfer.number), orthanc, home)


def test_a_sending_goes_on_after_the_server_was_gone(
    home: Path, orthanc: Orthanc, many: list[Path]
) -> None:
    gone = False

    def watch(traffic: Traffic) -> None:
        nonlocal gone
        if traffic.done > COUNT // 4 and not gone:
            gone = True
            orthanc.kill()

    try:
        with suppress(PacsError):  # nothing could be asked any more
            assert not send(home, "orthanc", many, watch=watch).whole
        (transfer,) = transfers(home, open_only=True)
    finally:
        orthanc.start()
    sent = resume(home, transfer.number)
    assert isinstance(sent, Sent)
    assert sent.whole
    assert len(orthanc.sop_uids()) == COUNT


def test_a_disk_that_fills_is_a_sentence_and_the_rest_comes_when_there_is_room(
    home: Path, orthanc: Orthanc, many: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.whole_file.FREE_SPACE_KEPT", 0)
    orthanc.take(*many)
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        try:
            fetched = fetch(home, "orthanc", STUDY, out=disk / "out")
            assert 0 < fetched.received < COUNT
            reasons = " ".join({failure.reason for failure in fetched.failed})
        except PacsError as error:
            reasons = str(error)
        assert "ree some space" in reasons
        assert list((disk / "out").glob("*.part")) == []
        for path in (disk / "out").iterdir():
            assert len(path.read_bytes()) > 0
        subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
        (transfer,) = transfers(home, open_only=True)
        is_whole(resume(home, transfer.number), orthanc, home)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@contextmanager
def storing_nothing() -> Generator[Server]:
    """A server that takes everything, says so, keeps nothing, and answers queries in earnest."""
    ae = ApplicationEntity("LIAR")
    syntaxes = ["1.2.840.10008.1.2.1", "1.2.840.10008.1.2"]
    ae.add_supported_context(UID("1.2.840.10008.5.1.4.1.1.128"), syntaxes)
    ae.add_supported_context(UID("1.2.840.10008.5.1.4.1.2.2.1"), syntaxes)

    def found(event: Any) -> Generator[tuple[int, None]]:
        yield 0x0000, None

    running = ae.start_server(
        ("127.0.0.1", 0),
        block=False,
        evt_handlers=[(evt.EVT_C_STORE, lambda event: 0x0000), (evt.EVT_C_FIND, found)],
    )
    assert running is not None
    try:
        yield Server("liar", "127.0.0.1", running.server_address[1], "LIAR")
    finally:
        running.shutdown()


def test_a_server_that_reports_success_and_stores_nothing_is_found(
    known_home: Path, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LOOK_EVERY_S", 0.0)
    with storing_nothing() as server:
        add_server(known_home, server)
        sent = send(known_home, "liar", many[:5])
        assert (sent.sent, sent.stored, len(sent.failed)) == (5, 0, 5)
        assert "reported success, but does not list it" in sent.failed[0].reason
        committed = send(known_home, "liar", many[:5], commit=True)
        assert not committed.whole
        assert "does not offer storage commitment" in committed.note
        (later, _) = transfers(known_home, open_only=True)
        assert later.stage is Stage.INCOMPLETE
