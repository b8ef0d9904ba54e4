"""Every way in which a server may not answer has its sentence, and none of them hangs."""

import socket
import threading
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pynetdicom import evt
from pynetdicom.dimse_primitives import C_STORE
from pynetdicom.presentation import build_context

from station.dicom.network import association as associations
from station.dicom.network.association import BrokenOff, associated, echo
from station.dicom.network.tls import server_context
from station.errors import Cancelled
from station.pacs import PacsError, Server, Tls
from tests.dicom.network.authority import DAY, Authority
from tests.dicom.network.servers import (
    HOST,
    QUICK,
    VERIFICATION,
    accepting,
    echo_answer,
    listening,
    read_pdu,
    serving,
)
from tests.peers.orthanc import Orthanc

CONTEXTS = [build_context(VERIFICATION)]


def sentence(server: Server) -> str:
    with pytest.raises(PacsError) as error:
        echo(server, QUICK)
    return str(error.value)


def changed(server: Server, **changes: Any) -> Server:
    return Server(**{**server.__dict__, **changes})


def no_threads_left() -> bool:
    """Whether all threads of pynetdicom have ended."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        names = [thread.name for thread in threading.enumerate()]
        if not any("run_reactor" in name or "Acceptor" in name for name in names):
            return True
        time.sleep(0.01)
    return False


def test_a_server_that_is_there_is_found_and_every_thread_ends() -> None:
    with serving([VERIFICATION]) as server:
        echo(server)
    assert no_threads_left()


def test_the_connection_does_not_wait_to_fill_packets() -> None:
    with serving([VERIFICATION]) as server, associated(server, CONTEXTS) as association:
        own = association.connection.socket
        assert own is not None
        assert own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_there_is_no_reactor_that_could_take_a_reply() -> None:
    with serving([VERIFICATION]) as server, associated(server, CONTEXTS) as association:
        assert not association.is_alive()
        assert association.status(association.send_c_echo(), "C-ECHO") == 0


# --- no connection ------------------------------------------------------------------------------


def test_a_port_where_nothing_listens() -> None:
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    said = sentence(Server("Archive", HOST, port, "PEER"))
    assert f"Archive refuses connections: nothing listens at {HOST}:{port}." in said


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 300, "bad..host"])
def test_a_host_that_nobody_knows(host: str) -> None:
    said = sentence(Server("Archive", host, 104, "PEER"))
    assert f'No computer of the name "{host}" is known here' in said


def test_a_host_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def times_out(*_: object) -> None:
        raise TimeoutError("timed out")

    monkeypatch.setattr(socket, "create_connection", times_out)
    said = sentence(Server("Archive", "pacs.example", 104, "PEER"))
    assert "does not answer at pacs.example:104 within 2 s" in said
    assert "firewall" in said


def test_a_network_without_a_way_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_: object) -> None:
        raise OSError(113, "No route to host")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    assert "No route to host" in sentence(Server("Archive", "pacs.example", 104, "PEER"))


@pytest.mark.parametrize("title", ["", "  ", "X" * 17, "ÄRCHIV", "A\\B", "A\nB"])
def test_what_is_not_an_ae_title_is_not_sent(title: str) -> None:
    assert "AE title" in sentence(Server("Archive", HOST, 1, title))
    assert "AE title" in sentence(Server("Archive", HOST, 1, "PEER", title))


# --- no association -----------------------------------------------------------------------------


def test_a_wrong_called_ae_title() -> None:
    with serving([VERIFICATION], require_called_aet=True) as server:
        said = sentence(changed(server, called_aet="OTHER"))
    assert 'does not know itself by the AE title "OTHER"' in said


def test_an_unknown_calling_ae_title() -> None:
    with serving([VERIFICATION], require_calling_aet=["SOMEBODY"]) as server:
        said = sentence(server)
    assert 'does not know "STATION", the AE title that Station uses' in said


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ((1, 1, 1), "rejected the association without a reason"),
        ((1, 1, 2), "application context"),
        ((1, 2, 2), "another version of the protocol"),
        ((2, 3, 1), "too busy"),
        ((2, 3, 2), "as many associations as it allows"),
    ],
)
def test_other_rejections(reason: tuple[int, int, int], words: str) -> None:
    def reject(connection: socket.socket) -> None:
        read_pdu(connection)
        connection.sendall(bytes([3, 0, 0, 0, 0, 4, 0, *reason]))

    with listening(reject) as server:
        assert words in sentence(server)


def test_a_server_that_offers_nothing_of_what_is_asked() -> None:
    with serving(["1.2.840.10008.5.1.4.1.1.2"]) as server:
        said = sentence(server)
    assert "offers none of what Station asks for (Verification SOP Class)" in said


def test_something_else_answers() -> None:
    def web(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with listening(web) as server:
        assert "Something other than a DICOM server answers at" in sentence(server)


def test_a_server_that_accepts_the_connection_and_stays_silent() -> None:
    def silent(connection: socket.socket) -> None:
        while connection.recv(4096):
            pass

    with listening(silent) as server:
        assert "does not answer as a DICOM server within" in sentence(server)


def test_a_server_that_closes_instead_of_answering() -> None:
    with listening(lambda connection: None) as server:
        assert "closed the connection instead of answering" in sentence(server)


def test_a_server_that_aborts_instead_of_answering() -> None:
    def abort(connection: socket.socket) -> None:
        read_pdu(connection)
        connection.sendall(bytes([7, 0, 0, 0, 0, 4, 0, 0, 2, 0]))

    with listening(abort) as server:
        assert "aborted Station's request for an association" in sentence(server)


def test_a_pdu_of_four_gigabytes_is_not_waited_for() -> None:
    def boast(connection: socket.socket) -> None:
        read_pdu(connection)
        connection.sendall(b"\x02\0\xff\xff\xff\xff" + b"\0" * 1000)
        connection.recv(1)

    with listening(boast) as server:
        assert "aborted Station's request" in sentence(server) or "closed" in sentence(server)
    assert no_threads_left()


def test_noise_instead_of_an_answer_never_crashes() -> None:
    import numpy as np

    rng = np.random.default_rng(3)

    def noise(connection: socket.socket) -> None:
        answer = bytearray(accepting(read_pdu(connection)))
        for _ in range(int(rng.integers(1, 12))):
            answer[int(rng.integers(6, len(answer)))] = int(rng.integers(0, 256))
        connection.sendall(answer)
        read_pdu(connection)

    with listening(noise) as server:
        for _ in range(40):
            with pytest.raises(PacsError):
                echo(server, QUICK)
    assert no_threads_left()


# --- TLS ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def test_an_encrypted_association(authority: Authority) -> None:
    own = authority.issue("server")
    context = server_context(own.certificate, own.key)
    with serving([VERIFICATION], tls=context) as server:
        echo(changed(server, tls=Tls(ca=authority.file)))


def test_a_server_that_expects_tls(authority: Authority) -> None:
    own = authority.issue("server")

    with listening(handshake(server_context(own.certificate, own.key))) as server:
        assert "expects TLS on this port" in sentence(server)


def test_a_server_that_speaks_no_tls(authority: Authority) -> None:
    with serving([VERIFICATION], acse_timeout=0.5) as server:
        said = sentence(changed(server, tls=Tls(ca=authority.file)))
    assert "TLS" in said


def test_an_expired_certificate(authority: Authority) -> None:
    own = authority.issue("expired", since=-10 * DAY, until=-DAY)
    context = server_context_of(own.certificate, own.key)
    with listening(handshake(context)) as server:
        said = sentence(changed(server, tls=Tls(ca=authority.file)))
    assert "has expired" in said


def test_a_certificate_of_another_host(authority: Authority) -> None:
    own = authority.issue("other", hosts=("other.example",))
    with listening(handshake(server_context_of(own.certificate, own.key))) as server:
        said = sentence(changed(server, tls=Tls(ca=authority.file)))
    assert "is for another host" in said


def test_a_certificate_that_nobody_trusts_here(authority: Authority, tmp_path: Path) -> None:
    stranger = Authority(tmp_path / "stranger", "Stranger").issue("stranger")
    with listening(handshake(server_context_of(stranger.certificate, stranger.key))) as server:
        said = sentence(changed(server, tls=Tls(ca=authority.file)))
    assert "not signed by an authority that is trusted here" in said


def test_a_server_that_wants_a_certificate_of_this_computer(authority: Authority) -> None:
    own, client = authority.issue("server"), authority.issue("client")
    context = server_context(own.certificate, own.key, client_ca=authority.file)
    with associations_of(context) as server:
        echo(
            changed(server, tls=Tls(authority.file, client.certificate, client.key)),
        )
        said = sentence(changed(server, tls=Tls(ca=authority.file)))
    assert "certificate" in said


def associations_of(context: Any) -> Any:
    from station.dicom.network.receiver import receiving

    class Serving:
        def __enter__(self) -> Server:
            self.receiver = receiving("PEER", CONTEXTS, [], tls=context)
            return Server("Peer", HOST, int(self.receiver.__enter__().server_address[1]), "PEER")

        def __exit__(self, *error: object) -> None:
            self.receiver.__exit__(None, None, None)

    return Serving()


def server_context_of(certificate: Path, key: Path) -> Any:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def handshake(context: Any) -> Callable[[socket.socket], None]:
    def answer(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as encrypted:
            encrypted.recv(1)

    return answer


# --- within an association ----------------------------------------------------------------------


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
    assert no_threads_left()


def test_a_peer_that_stalls_within_a_pdu_is_given_up_too() -> None:
    def half(connection: socket.socket) -> None:
        connection.sendall(b"\x04\0\0\0\x40\0half")
        connection.recv(1)

    with listening(accepting_then(half)) as server:
        assert "has not answered a C-ECHO within" in sentence(server)
    assert no_threads_left()


def test_a_peer_that_aborts_in_the_middle() -> None:
    def abort(connection: socket.socket) -> None:
        connection.sendall(bytes([7, 0, 0, 0, 0, 4, 0, 0, 0, 0]))

    with (
        listening(accepting_then(abort)) as server,
        pytest.raises(BrokenOff, match="aborted the association in the middle of a C-ECHO"),
    ):
        echo(server, QUICK)
    assert no_threads_left()


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
    assert no_threads_left()


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
    message = echo_answer()

    def slowly(connection: socket.socket) -> None:
        step = len(message) // 12 + 1
        for at in range(0, len(message), step):
            connection.sendall(message[at : at + step])
            time.sleep(0.1)
        pdu = read_pdu(connection)
        assert pdu[0] == 5  # a release
        connection.sendall(b"\x06\0\0\0\0\x04\0\0\0\0")

    with listening(accepting_then(slowly)) as server:
        echo(server, QUICK)


def test_a_peer_that_does_not_answer_a_release() -> None:
    def silent(connection: socket.socket) -> None:
        connection.sendall(accepting(read_pdu(connection)))
        while connection.recv(4096):
            pass

    with listening(silent) as server, associated(server, CONTEXTS, patience=QUICK) as association:
        pass
    assert association.is_aborted
    assert no_threads_left()


def test_cancelling_ends_a_wait_at_once_and_aborts() -> None:
    got: list[bytes] = []

    def record(connection: socket.socket) -> None:
        got.append(read_pdu(connection))

    def cancel() -> None:
        raise Cancelled

    with listening(accepting_then(record)) as server:
        association = associations.associate(server, CONTEXTS)
        association.messages.waiting = cancel
        with pytest.raises(Cancelled):
            association.send_c_echo()
        association.break_off()
    assert got
    assert got[0][0] == 7, "an abort came"
    assert no_threads_left()


def test_a_peer_that_takes_nothing_cannot_hold_a_cancelled_association() -> None:
    stop = threading.Event()

    def deaf(connection: socket.socket) -> None:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(accepting(read_pdu(connection)))
        stop.wait(20)

    with listening(deaf) as server:
        association = associations.associate(server, CONTEXTS, patience=QUICK)
        request = C_STORE()
        request.MessageID = 1
        request.AffectedSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
        request.AffectedSOPInstanceUID = "1.2.3"
        request.Priority = 2
        request.DataSet = BytesIO(b"\0" * 30_000_000)
        association.dimse.send_msg(request, 1)
        association.break_off()
        stop.set()
        association.dul.join(5)
        assert not association.dul.is_alive()


@pytest.mark.simulated
def test_many_associations_one_after_the_other_leave_nothing_open() -> None:
    import os

    with serving([VERIFICATION]) as server:
        echo(server)
        before = len(os.listdir("/proc/self/fd"))
        for _ in range(100):
            echo(server)
        assert len(os.listdir("/proc/self/fd")) <= before + 5
    assert no_threads_left()


@pytest.mark.simulated
def test_orthanc_is_found(orthanc: Orthanc) -> None:
    echo(Server("Orthanc", orthanc.host, orthanc.dicom_port, orthanc.aet))
