"""Orthanc, a PACS that others wrote, with its DICOMweb plug-in, for tests to talk to.

    def test_…(orthanc: Orthanc) -> None:      # the fixture of tests/conftest.py: running and empty
    with running(folder, AuthenticationEnabled=True, RegisteredUsers={"a": "b"}) as orthanc: …

Orthanc listens on every interface whatever it is told, so it runs in a network namespace of its
own (`tests.peers.apart`), which carries its ports to loopback ports here. It can reach this side
only at ports that were named with `Orthanc.knows`, which C-MOVE and storage commitment need. Where
the whole test already runs in a namespace without a network (`unshare -rn`), nothing is carried: a
benchmark measures Orthanc then, not the carrying.

Orthanc 1.10.1 of Debian 12 ends with a segmentation fault at the first HTTPS request
(`SslEnabled`); tests put `tests.peers.front` before it. Its DICOM TLS works.
"""

import base64
import contextlib
import functools
import json
import shutil
import socket
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.peers import apart

DICOM_PORT, HTTP_PORT = 4242, 8042
PLUGIN = Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")
AET = "ORTHANC"


@dataclass
class Orthanc:
    """A running Orthanc. Its ports are those of this side."""

    folder: Path
    """Its storage, configuration and log"""
    settings: dict[str, Any]
    aet: str
    dicom_port: int
    http_port: int
    _process: "subprocess.Popen[str]" = field(repr=False)
    host: str = apart.LOOPBACK

    @property
    def url(self) -> str:
        scheme = "https" if self.settings.get("SslEnabled") else "http"
        return f"{scheme}://{self.host}:{self.http_port}"

    @property
    def web_url(self) -> str:
        """Root of its DICOMweb services"""
        return f"{self.url}/dicom-web"

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text(errors="replace")

    def ask(self, path: str, content: object = None, method: str = "GET") -> Any:
        """What its own REST interface answers; `content` is sent as JSON, bytes as they are."""
        data = content if isinstance(content, bytes) or content is None else json.dumps(content)
        data = data.encode() if isinstance(data, str) else data
        request = urllib.request.Request(f"{self.url}{path}", data=data, method=method)
        for user, password in self.settings["RegisteredUsers"].items():
            told = base64.b64encode(f"{user}:{password}".encode()).decode()
            request.add_header("Authorization", f"Basic {told}")
        with urllib.request.urlopen(request, context=ssl._create_unverified_context()) as answer:
            return json.loads(answer.read() or "null")

    def take(self, *files: Path) -> None:
        """Stores files, by none of the ways that are tested."""
        for file in files:
            self.ask("/instances", file.read_bytes(), "POST")

    def sop_uids(self) -> set[str]:
        """The instances that it has."""
        return {one["MainDicomTags"]["SOPInstanceUID"] for one in self.ask("/instances?expand")}

    def answers(self) -> bool:
        with contextlib.suppress(OSError):
            return self.ask("/system") is not None
        return False

    def empty(self) -> None:
        for patient in self.ask("/patients"):
            self.ask(f"/patients/{patient}", method="DELETE")

    def knows(self, aet: str, port: int, **settings: object) -> None:
        """Lets it reach a port of this side, for C-MOVE and for results of storage commitment."""
        self._tell(f"reach {port}", "open")
        modality = {"AET": aet, "Host": apart.LOOPBACK, "Port": port, **settings}
        self.ask(f"/modalities/{aet}", modality, "PUT")

    def start(self) -> None:
        """Starts it (again), with what it had stored."""
        assert self._tell("start") == "up", self.log

    def stop(self) -> None:
        self._tell("stop", "down")

    def kill(self) -> None:
        """Ends it as a power cut would."""
        self._tell("kill", "down")

    def _tell(self, line: str, expected: str | None = None) -> str:
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
        answer = process.stdout.readline().strip()
        assert expected in {None, answer}, f"{line}: {answer}"
        return answer


@functools.cache
def why_not() -> str:
    """Why Orthanc cannot be run here; empty where it can."""
    if shutil.which("Orthanc") is None:
        return "no PACS to test with: install the Debian package orthanc"
    if not PLUGIN.is_file():
        return "no DICOMweb server to test with: install the Debian package orthanc-dicomweb"
    if is_alone():
        return ""
    if shutil.which("unshare") is None:
        return "Orthanc listens on every interface; without `unshare` it cannot be kept apart"
    tried = subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True)
    return "Orthanc cannot be kept apart: network namespaces are forbidden" * bool(tried.returncode)


def is_alone() -> bool:
    """Whether this process is where no other computer can reach it."""
    return {name for _, name in socket.if_nameindex()} <= {"lo"}


@contextlib.contextmanager
def running(folder: Path, **settings: object) -> Generator[Orthanc]:
    """Orthanc with a storage folder of its own, which answers until the block ends.

    `settings` are those of its configuration file, such as `DicomTlsEnabled`; a setting that is a
    path is written as one. Skips the test where Orthanc cannot be run.
    """
    if reason := why_not():
        pytest.skip(reason)
    folder.mkdir(parents=True, exist_ok=True)
    alone = is_alone()
    ports = apart.free_ports(2) if alone else [DICOM_PORT, HTTP_PORT]
    configuration = {
        "Name": "Peer",
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "storage"),
        "Plugins": [str(PLUGIN)],
        "DicomAet": AET,
        "DicomPort": ports[0],
        "HttpPort": ports[1],
        "RemoteAccessAllowed": True,
        "AuthenticationEnabled": False,
        "RegisteredUsers": {},
        "DicomCheckModalityHost": False,
        "DicomAlwaysAllowEcho": True,
        "DicomAlwaysAllowFind": True,
        "DicomAlwaysAllowGet": True,
        "DicomAlwaysAllowMove": True,
        "DicomAlwaysAllowStore": True,
        "HttpTimeout": 20,
        **settings,
    }
    path = folder / "orthanc.json"
    path.write_text(json.dumps(configuration, default=str, indent=1))
    command = ["Orthanc", str(path), f"--logfile={folder / 'log.txt'}"]
    how = [sys.executable, "-I", "-S", apart.__file__]
    process = subprocess.Popen(
        [*how, *([apart.HERE] if alone else []), *map(str, ports), "--", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        dicom_port, http_port = map(int, process.stdout.readline().split())
        aet = str(configuration["DicomAet"])
        orthanc = Orthanc(folder, configuration, aet, dicom_port, http_port, process)
        orthanc.start()
        yield orthanc
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()
