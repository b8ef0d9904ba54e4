"""That the peer of the other tests is there, kept apart, and gone afterwards."""

import contextlib
import socket
import threading
import urllib.error
from pathlib import Path

import pytest

from tests.peers import apart
from tests.peers.orthanc import Orthanc, is_alone, running

pytestmark = pytest.mark.simulated


def test_it_answers_here_and_keeps_what_it_takes(orthanc: Orthanc, other_patient: Path) -> None:
    files = sorted(other_patient.rglob("*.dcm"))
    orthanc.take(*files)
    assert len(orthanc.sop_uids()) == len(files)
    assert len(orthanc.ask("/dicom-web/studies")) == 1
    orthanc.empty()
    assert orthanc.sop_uids() == set()


def test_it_finds_this_side_only_where_it_was_told(orthanc: Orthanc) -> None:
    with socket.create_server((apart.LOOPBACK, 0)) as listener:
        port = listener.getsockname()[1]
        orthanc.knows("STATION", port)
        listener.settimeout(20)
        with pytest.raises(urllib.error.HTTPError):  # what it reaches hangs up at once
            _echo_meanwhile(orthanc, listener)


def _echo_meanwhile(orthanc: Orthanc, listener: socket.socket) -> None:
    def hang_up() -> None:
        listener.accept()[0].close()

    hanging_up = threading.Thread(target=hang_up)
    hanging_up.start()
    try:
        orthanc.ask("/modalities/STATION/echo", {}, "POST")
    finally:
        hanging_up.join()  # it ends because Orthanc came


def test_a_port_of_this_side_can_be_named_again(orthanc: Orthanc) -> None:
    with socket.create_server((apart.LOOPBACK, 0)) as listener:
        port = listener.getsockname()[1]
        orthanc.knows("STATION", port)
        orthanc.knows("STATION", port)
        with pytest.raises(urllib.error.HTTPError):
            _echo_meanwhile(orthanc, listener)
    assert orthanc.answers()


def test_nobody_outside_the_namespace_sees_its_ports(orthanc: Orthanc) -> None:
    if is_alone():
        pytest.skip("this whole test is kept apart")
    with socket.socket() as probe:
        assert probe.connect_ex((apart.LOOPBACK, 4242)) != 0


def test_killed_it_comes_back_with_what_it_had(tmp_path: Path, other_patient: Path) -> None:
    with running(tmp_path / "peer", AuthenticationEnabled=True, RegisteredUsers={"a": "b"}) as peer:
        peer.take(*other_patient.rglob("*.dcm"))
        before = peer.sop_uids()
        assert peer.answers()
        peer.kill()
        assert not peer.answers()
        with pytest.raises(OSError, match=r"closed|reset|refused"):
            peer.sop_uids()
        peer.start()
        assert peer.sop_uids() == before
    assert not [command for command in _commands() if str(tmp_path) in command]


def _commands() -> list[str]:
    """Command lines of all running programs."""
    lines: list[str] = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            lines.append(path.read_text(errors="replace"))
    return lines
