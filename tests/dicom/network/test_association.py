"""Every way in which a server may not be reached has its sentence, and none of them hangs."""

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from station.dicom.network.asking import echo
from station.dicom.network.association import Patience
from station.dicom.network.listener import Listener
from station.dicom.network.tls import server_context
from station.pacs import PacsError, Server, Tls
from tests.dicom.network.authority import DAY, Authority
from tests.dicom.network.servers import (
    HOST,
    QUICK,
    UNANSWERED,
    VERIFICATION,
    accepting,
    listening,
    read_pdu,
    serving,
)


def sentence(server: Server, patience: Patience = QUICK) -> str:
    with pytest.raises(PacsError) as error:
        echo(server, patience)
    return str(error.value)


def changed(server: Server, **changes: Any) -> Server:
    return Server(**{**server.__dict__, **changes})


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
        assert "Something other than a DICOM server" in sentence(server, UNANSWERED)


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
            assert sentence(server).endswith(".")


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


def test_a_server_that_wants_a_certificate_of_this_computer(
    authority: Authority, tmp_path: Path
) -> None:
    own, client = authority.issue("server"), authority.issue("client")
    context = server_context(own.certificate, own.key, client_ca=authority.file)
    with Listener(
        tmp_path, lambda arrived: None, aet="PEER", allowed=frozenset(), port=0, tls=context
    ) as listener:
        server = Server("Peer", HOST, listener.port, "PEER")
        echo(changed(server, tls=Tls(authority.file, client.certificate, client.key)))
        said = sentence(changed(server, tls=Tls(ca=authority.file)))
    assert "certificate" in said


def server_context_of(certificate: Path, key: Path) -> Any:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def handshake(context: Any) -> Callable[[socket.socket], None]:
    def answer(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as encrypted:
            encrypted.recv(1)

    return answer
