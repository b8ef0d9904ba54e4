"""Timestamps of the head, by a server of our own that openssl speaks for."""

import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from station.archive.readings import ReaderStudies
from station.archive.timestamps import CA_VARIABLE, URL_VARIABLE, checked, new_token
from station.errors import ArchiveError
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    coordinator,
    made,
    new_study,
    quick,
    signed,
)

HASH, OTHER = "ab" * 32, "cd" * 32
CONFIG = """
[req]
distinguished_name = name
[name]
[ca]
basicConstraints = critical,CA:true
[tsa]
extendedKeyUsage = critical,timeStamping
[tsa_policy]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class Authority:
    """A certificate authority, and a timestamp server with a certificate of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "config").write_text(CONFIG)
        (folder / "serial").write_text("01\n")
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30")
        names = ("-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test root")
        self.run("req", "-x509", *key, *names, "-config", "config", "-extensions", "ca")
        names = ("-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Test timestamps")
        self.run("req", *key[:-2], *names, "-config", "config")
        issued = ("-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial")
        extensions = ("-extfile", "config", "-extensions", "tsa", "-days", "30")
        self.run("x509", "-req", *issued, *extensions, "-out", "tsa.pem")

    @property
    def root(self) -> Path:
        return self.folder / "ca.pem"

    def answer(self, query: bytes) -> bytes:
        (self.folder / "query.tsq").write_bytes(query)
        signer = ("-signer", "tsa.pem", "-inkey", "tsa.key")
        told = ("-config", "config", "-section", "tsa_policy", "-queryfile", "query.tsq")
        self.run("ts", "-reply", *told, *signer, "-out", "answer.tsr")
        return (self.folder / "answer.tsr").read_bytes()

    def run(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("no timestamp server to test on: install the Debian package openssl")
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def url(authority: Authority) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = authority.answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nobody reads it."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def studies(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReaderStudies]:
    quick(monkeypatch)
    studies = made(station_home, new_study(tmp_path / "images", cases=1))
    yield studies
    studies.close()


def test_a_timestamp_is_of_one_hash_and_of_now(
    url: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CA_VARIABLE, str(authority.root))
    token = new_token(HASH, url)
    stamp = checked(token, HASH)
    assert stamp.is_checked
    assert stamp.by == "CN=Test timestamps"
    assert abs(stamp.at - datetime.now(UTC)) < timedelta(minutes=1)
    with pytest.raises(ArchiveError, match="not a timestamp of cdcd"):
        checked(token, OTHER)


def test_without_a_root_a_timestamp_is_of_its_hash_and_said_to_be_unchecked(url: str) -> None:
    token = new_token(HASH, url)
    assert not checked(token, HASH).is_checked
    with pytest.raises(ArchiveError, match="it is of something else"):
        checked(token, OTHER)


def test_a_changed_timestamp_is_refused(
    url: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CA_VARIABLE, str(authority.root))
    token = new_token(HASH, url)
    place = len(token) // 2
    with pytest.raises(ArchiveError, match="not a timestamp"):
        checked(token[:place] + ("A" if token[place] != "A" else "B") + token[place + 1 :], HASH)


def test_signing_and_locking_are_timestamped_where_a_server_is_named(
    studies: ReaderStudies, url: str, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, url)
    monkeypatch.setenv(CA_VARIABLE, str(authority.root))
    for name in READERS:
        signed(studies, name)
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    verdict = studies.verify()
    assert verdict.broken is None
    assert verdict.cautions == ()
    assert len(verdict.timestamps) == 3
    assert all("CN=Test timestamps" in sentence for sentence in verdict.timestamps)
    monkeypatch.delenv(CA_VARIABLE)
    assert any(CA_VARIABLE in sentence for sentence in studies.verify().cautions)


def test_nothing_is_asked_by_itself(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    signed(studies, READERS[0])
    assert studies.verify().timestamps == ()
    assert not [one for one in coordinator(studies).history() if "timestamp" in one.action]


def test_a_server_that_does_not_answer_stops_nobody_and_is_recorded(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(URL_VARIABLE, "http://127.0.0.1:9/")
    signed(studies, READERS[0])
    entry = [one for one in coordinator(studies).history() if "timestamp" in one.action][-1]
    assert entry.action == "got no timestamp"
    assert "did not answer" in entry.reason
    assert studies.verify().broken is None
