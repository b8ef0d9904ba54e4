"""Encrypted connections: what is accepted, what is refused, and in which words."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from station.dicom.network.tls import client_context, server_context, tls_problem
from station.pacs import PacsError, Tls
from tests.dicom.network.authority import DAY, Authority, Issued

HOST = "127.0.0.1"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def own(authority: Authority) -> Issued:
    return authority.issue("own")


@contextmanager
def listening(answer: Callable[[socket.socket], None]) -> Generator[tuple[str, int]]:
    """A server that gives every connection to `answer`."""
    with socket.create_server((HOST, 0)) as listener:

        def serve() -> None:
            with suppress(OSError):  # it was closed: the test is over
                while True:
                    connection, _ = listener.accept()
                    with connection, suppress(OSError):
                        answer(connection)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listener.getsockname()
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


def speaking(context: ssl.SSLContext) -> Callable[[socket.socket], None]:
    """Greets whoever came through the handshake."""

    def answer(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as encrypted:
            encrypted.sendall(b"hello")
            encrypted.recv(1)

    return answer


def greeting(address: tuple[str, int], tls: Tls, host: str = HOST) -> bytes:
    context = client_context(tls)
    with (
        socket.create_connection(address, 10) as plain,
        context.wrap_socket(plain, server_hostname=host) as encrypted,
    ):
        return encrypted.recv(5)


def problem(address: tuple[str, int], tls: Tls, host: str = HOST) -> str:
    try:
        greeting(address, tls, host)
    except OSError as error:
        return str(tls_problem(error, "PACS (pacs:2762)", address))
    pytest.fail("it was accepted")


# --- own files --------------------------------------------------------------------------------


def test_a_server_of_a_trusted_authority_is_accepted(authority: Authority, own: Issued) -> None:
    with listening(speaking(server_context(own.certificate, own.key))) as address:
        assert greeting(address, Tls(ca=authority.file)) == b"hello"
        assert greeting(address, Tls(ca=authority.file), "localhost") == b"hello"


def test_a_client_shows_its_certificate_where_it_is_asked_for(
    authority: Authority, own: Issued
) -> None:
    context = server_context(own.certificate, own.key, client_ca=authority.file)
    client = authority.issue("client")
    with listening(speaking(context)) as address:
        shown = Tls(authority.file, client.certificate, client.key)
        assert greeting(address, shown) == b"hello"
        assert problem(address, Tls(authority.file)) == (
            "PACS (pacs:2762) wants to see a certificate of this computer. Choose the certificate "
            "and key that its administrator issued in the server's settings."
        )


def test_only_forward_secrecy_with_aead_from_tls_1_2_on_is_spoken(own: Issued) -> None:
    for context in (client_context(Tls()), server_context(own.certificate, own.key)):
        assert context.minimum_version == ssl.TLSVersion.TLSv1_2
        for cipher in context.get_ciphers():
            assert cipher["aead"]
            assert cipher["kea"] in {"kx-ecdhe", "kx-any"}  # any: of TLS 1.3
        assert context.options & ssl.OP_NO_COMPRESSION


def test_a_client_checks_certificate_and_host() -> None:
    context = client_context(Tls())
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_own_authority_takes_the_place_of_the_system_s(authority: Authority) -> None:
    trusted = client_context(Tls(ca=authority.file)).get_ca_certs()
    assert [entry["subject"] for entry in trusted] == [((("commonName", "Test authority"),),)]


def test_a_missing_file_is_named(own: Issued, tmp_path: Path) -> None:
    missing = tmp_path / "none.pem"
    for tls in (Tls(ca=missing), Tls(certificate=missing, key=own.key)):
        with pytest.raises(PacsError, match=rf"{missing} cannot be read: No such file"):
            client_context(tls)
    with pytest.raises(PacsError, match=rf"{missing} cannot be read: No such file.*Choose the key"):
        client_context(Tls(certificate=own.certificate, key=missing))


@pytest.mark.parametrize("content", [b"", b"not a certificate", b"\x00" * 5_000_000])
def test_a_file_without_a_certificate_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "any.pem"
    file.write_bytes(content)
    for tls in (Tls(ca=file), Tls(certificate=file)):
        with pytest.raises(PacsError, match=r"does not hold a certificate|too large"):
            client_context(tls)


def test_a_certificate_in_der_is_told_how_to_become_pem(own: Issued, tmp_path: Path) -> None:
    der = tmp_path / "own.der"
    der.write_bytes(ssl.PEM_cert_to_DER_cert(own.certificate.read_text()))
    with pytest.raises(PacsError, match="openssl x509 -inform der"):
        client_context(Tls(ca=der))


def test_a_key_of_another_certificate_is_refused(authority: Authority, own: Issued) -> None:
    other = authority.issue("other")
    with pytest.raises(
        PacsError, match=r"other\.key does not belong to the certificate .*own\.pem"
    ):
        client_context(Tls(certificate=own.certificate, key=other.key))
    with pytest.raises(PacsError, match="does not belong"):
        server_context(own.certificate, other.key)


def test_a_certificate_without_its_key_is_refused(own: Issued) -> None:
    with pytest.raises(PacsError, match="cannot be used with the key"):
        client_context(Tls(certificate=own.certificate))
    with pytest.raises(PacsError, match="no certificate"):
        client_context(Tls(key=own.key))


def test_a_protected_key_needs_its_password_and_nobody_is_asked(authority: Authority) -> None:
    locked = authority.issue("locked", password="open sesame")
    tls = Tls(certificate=locked.certificate, key=locked.key)
    with pytest.raises(PacsError, match="is protected by a password"):
        client_context(tls)
    with pytest.raises(PacsError, match="password does not open the key") as refused:
        client_context(tls, "open barley")
    assert "barley" not in str(refused.value)
    client_context(tls, "open sesame")


def test_own_certificates_out_of_their_time_are_refused(authority: Authority) -> None:
    past = authority.issue("past", since=-9 * DAY, until=-3 * DAY)
    ended = datetime.now(UTC) - timedelta(days=3)
    with pytest.raises(PacsError, match=f"past.pem expired on {ended:%Y-%m-%d}"):
        client_context(Tls(certificate=past.certificate, key=past.key))
    future = authority.issue("future", since=3 * DAY, until=9 * DAY)
    with pytest.raises(PacsError, match="is valid from"):
        server_context(future.certificate, future.key)
    with pytest.raises(PacsError, match="expired on"):
        client_context(Tls(ca=past.certificate))


# --- servers ----------------------------------------------------------------------------------


def test_an_expired_server_is_refused_with_its_date(authority: Authority) -> None:
    past = authority.issue("server", since=-9 * DAY, until=-3 * DAY)
    ended = datetime.now(UTC) - timedelta(days=3)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(past.certificate, past.key)
    with listening(speaking(context)) as address:
        said = problem(address, Tls(ca=authority.file))
    assert said.startswith(f"The certificate of PACS (pacs:2762) has expired on {ended:%Y-%m-%d}.")


def test_a_server_before_its_time_is_refused(authority: Authority) -> None:
    future = authority.issue("server", since=3 * DAY, until=9 * DAY)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(future.certificate, future.key)
    with listening(speaking(context)) as address:
        assert "is not valid yet before" in problem(address, Tls(ca=authority.file))


def test_a_server_of_another_authority_is_refused_with_its_name(
    authority: Authority, own: Issued, tmp_path: Path
) -> None:
    other = Authority(tmp_path, "Other authority")
    with listening(speaking(server_context(own.certificate, own.key))) as address:
        for tls in (Tls(ca=other.file), Tls()):
            said = problem(address, tls)
            assert "not signed by an authority that is trusted here" in said
            assert "CN=Test authority" in said


def test_a_server_of_another_name_is_refused_with_the_names_it_has(authority: Authority) -> None:
    issued = authority.issue("elsewhere", ("a.example", "b.example", "10.0.0.7", "c.example"))
    with listening(speaking(server_context(issued.certificate, issued.key))) as address:
        said = problem(address, Tls(ca=authority.file))
    assert "is for another host (a.example, b.example, c.example and 1 more)" in said


def test_a_client_of_another_authority_is_told_that_it_is_not_accepted(
    authority: Authority, own: Issued, tmp_path: Path
) -> None:
    stranger = Authority(tmp_path, "Other authority").issue("stranger")
    context = server_context(own.certificate, own.key, client_ca=authority.file)
    with listening(speaking(context)) as address:
        said = problem(address, Tls(authority.file, stranger.certificate, stranger.key))
    assert "does not accept the certificate with which Station shows who it is" in said


def test_a_server_that_does_not_speak_tls_is_said(authority: Authority) -> None:
    def plain(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with listening(plain) as address:
        assert "does not speak TLS on this port" in problem(address, Tls(ca=authority.file))


def test_a_server_that_hangs_up_is_said(authority: Authority) -> None:
    with listening(lambda connection: None) as address:
        assert "closed the connection instead" in problem(address, Tls(ca=authority.file))


@pytest.mark.parametrize(
    "error", [OSError(0, "Error"), ConnectionResetError(104, "reset"), ssl.SSLZeroReturnError()]
)
def test_a_hang_up_is_said_in_the_same_words_in_whatever_way_it_is_reported(
    error: OSError,
) -> None:
    assert "closed the connection instead" in str(tls_problem(error, "PACS"))


def test_a_server_without_a_cipher_of_the_profile_is_said(
    authority: Authority, own: Issued
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own.certificate, own.key)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers("ECDHE+AES:!AESGCM:!AESCCM")  # CBC: not of the profile
    with listening(speaking(context)) as address:
        said = problem(address, Tls(ca=authority.file))
    assert "no method of encryption in common" in said


def test_a_silent_server_is_said() -> None:
    said = str(tls_problem(TimeoutError(), "PACS", patience_s=7))
    assert said.startswith("PACS does not answer to TLS within 7 s.")


def test_a_certificate_of_openssl_is_read_as_well(tmp_path: Path) -> None:
    """The authority of the tests is not the only maker of certificates."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    made += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out"]
    subprocess.run([*made, str(certificate)], check=True, capture_output=True)
    with listening(speaking(server_context(certificate, key))) as address:
        assert greeting(address, Tls(ca=certificate)) == b"hello"
        assert "it is signed by itself" in problem(address, Tls())
