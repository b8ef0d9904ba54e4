"""What is asked over an association is answered, or there is a sentence; no peer holds it up."""

import os
import socket
import threading
import time
from collections.abc import Callable

import pytest
from pynetdicom import evt

from station.dicom.network.asking import UNCOMPRESSED, associated, echo
from station.dicom.network.association import BrokenOff
from station.dicom.network.wire import Proposal, Tag, Verb
from station.errors import Cancelled
from station.pacs import PacsError, Server
from tests.dicom.network.servers import (
    QUICK,
    VERIFICATION,
    accepting,
    echo_answer,
    listening,
    message,
    read_pdu,
    serving,
)
from tests.peers.orthanc import Orthanc

PROPOSALS = [Proposal(VERIFICATION, UNCOMPRESSED)]


def sentence(server: Server) -> str:
    with pytest.raises(PacsError) as error:
        echo(server, QUICK)
    return str(error.value)


def test_a_server_that_is_there_is_found() -> None:
    with serving([VERIFICATION]) as server:
        echo(server)


def test_several_questions_are_asked_over_one_association() -> None:
    with serving([VERIFICATION]) as server, associated(server, PROPOSALS) as association:
        for _ in range(3):
            (answer,) = association.ask(Verb.C_ECHO, VERIFICATION)
            assert answer.status == 0


def accepting_then(then: Callable[[socket.socket], None]) -> Callable[[socket.socket], None]:
    """Accepts an association and takes one message."""

    def answer(connection: socket.socket) -> None:
        connection.sendall(accepting(read_pdu(connection)))
        read_pdu(connection)
        then(connection)

    return answer


def stay_silent(connection: socket.socket) -> None:
    connection.recv(1)


def test_a_stalled_peer_is_given_up_after_its_silence() -> None:
    with listening(accepting_then(stay_silent)) as server:
        said = sentence(server)
    assert "has not answered a C-ECHO within" in said


def test_a_peer_that_stalls_within_a_pdu_is_given_up_too() -> None:
    def half(connection: socket.socket) -> None:
        connection.sendall(b"\x04\0\0\0\x40\0half")
        connection.recv(1)

    with listening(accepting_then(half)) as server:
        assert "has not answered a C-ECHO within" in sentence(server)


def test_a_peer_that_aborts_in_the_middle() -> None:
    def abort(connection: socket.socket) -> None:
        connection.sendall(bytes([7, 0, 0, 0, 0, 4, 0, 0, 0, 0]))

    with (
        listening(accepting_then(abort)) as server,
        pytest.raises(BrokenOff, match="aborted the association in the middle of a C-ECHO"),
    ):
        echo(server, QUICK)


def test_a_peer_that_closes_in_the_middle() -> None:
    with (
        listening(accepting_then(lambda connection: None)) as server,
        pytest.raises(BrokenOff, match="closed the connection in the middle of a C-ECHO"),
    ):
        echo(server, QUICK)


def test_a_peer_that_answers_nonsense() -> None:
    def nonsense(connection: socket.socket) -> None:
        connection.sendall(b"\x04\0\0\0\0\x0a\0\0\0\x06\x01\x03nons")
        connection.recv(1)

    with (
        listening(accepting_then(nonsense)) as server,
        pytest.raises(BrokenOff, match="not valid DICOM"),
    ):
        echo(server, QUICK)


def test_a_status_that_is_no_success_is_said() -> None:
    with serving([VERIFICATION], [(evt.EVT_C_ECHO, lambda event: 0x0122)]) as server:
        assert "status 0122" in sentence(server)


def test_an_answer_without_a_status_is_no_success() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(echo_answer(None))
        connection.recv(1)

    with (
        listening(accepting_then(answer)) as server,
        pytest.raises(BrokenOff, match="not valid DICOM"),
    ):
        echo(server, QUICK)


def test_a_slow_answer_is_waited_for_as_long_as_bytes_come() -> None:
    """1.2 s for an answer, in pieces that are 0.1 s apart; a silence may last 0.6 s."""
    answer = echo_answer()

    def slowly(connection: socket.socket) -> None:
        step = len(answer) // 12 + 1
        for at in range(0, len(answer), step):
            connection.sendall(answer[at : at + step])
            time.sleep(0.1)
        pdu = read_pdu(connection)
        assert pdu[0] == 5  # a release
        connection.sendall(b"\x06\0\0\0\0\x04\0\0\0\0")

    with listening(accepting_then(slowly)) as server:
        echo(server, QUICK)


def test_a_peer_that_does_not_answer_a_release_is_left_with_an_abort() -> None:
    got: list[int] = []

    def silent(connection: socket.socket) -> None:
        connection.sendall(accepting(read_pdu(connection)))
        while pdu := read_pdu(connection):
            got.append(pdu[0])

    with listening(silent) as server, associated(server, PROPOSALS, QUICK):
        pass
    assert got == [5, 7]


def test_cancelling_ends_a_wait_and_aborts() -> None:
    got: list[int] = []

    def record(connection: socket.socket) -> None:
        got.append(read_pdu(connection)[0])

    def cancel() -> None:
        raise Cancelled

    def ask(server: Server) -> None:
        with associated(server, PROPOSALS) as association:
            association.line.tick = cancel
            list(association.ask(Verb.C_ECHO, VERIFICATION))

    with listening(accepting_then(record)) as server, pytest.raises(Cancelled):
        ask(server)
    assert got == [7]


def test_a_peer_that_takes_nothing_cannot_hold_a_cancelled_association() -> None:
    stop = threading.Event()

    def deaf(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(accepting(read_pdu(connection)))
        stop.wait(20)

    def cancel() -> None:
        raise Cancelled

    def send(server: Server) -> None:
        with associated(server, PROPOSALS, QUICK) as association:
            association.line.tick = cancel
            association.line.send(1, {Tag.COMMAND: Verb.C_STORE}, bytes(30_000_000))

    with listening(deaf) as server:
        with pytest.raises(Cancelled):
            send(server)
        stop.set()


def test_an_answer_to_another_request_is_not_taken() -> None:
    def answer(connection: socket.socket) -> None:
        connection.sendall(
            echo_answer().replace(b"\x20\x01\x02\0\0\0\x01\0", b"\x20\x01\x02\0\0\0\x07\0")
        )
        connection.recv(1)

    with (
        listening(accepting_then(answer)) as server,
        pytest.raises(BrokenOff, match="not valid DICOM"),
    ):
        echo(server, QUICK)


def test_an_instance_that_was_not_asked_for_is_not_taken() -> None:
    """A C-STORE in the middle of a C-ECHO."""

    def store(connection: socket.socket) -> None:
        connection.sendall(message((0x0100, b"\x01\0"), (0x0110, b"\x01\0"), (0x0800, b"\x01\x01")))
        connection.recv(1)

    with (
        listening(accepting_then(store)) as server,
        pytest.raises(BrokenOff, match="not valid DICOM"),
    ):
        echo(server, QUICK)


@pytest.mark.simulated
def test_many_associations_one_after_the_other_leave_nothing_open() -> None:
    with serving([VERIFICATION]) as server:
        echo(server)
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(100):
            echo(server)
        assert len(os.listdir("/proc/self/fd")) <= before + 5


@pytest.mark.simulated
def test_orthanc_is_found(orthanc: Orthanc) -> None:
    echo(Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet))
