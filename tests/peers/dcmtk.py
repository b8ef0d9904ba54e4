"""dcmtk's servers and tools, for tests to talk to.

    with archive(folder, knows={"STATION": port}) as peer: …     # dcmqrscp: C-FIND, C-GET, C-MOVE
    with store(folder) as peer: …                                 # storescp: takes C-STORE
    ran = tool("storescu", "-aec", peer.aet, peer.host, str(peer.port), *files)

They listen on every interface, so they run in a network namespace (`tests.peers.apart`).
"""

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydicom import dcmread

from tests.peers import apart
from tests.peers.orthanc import is_alone

PORT = 11112
WITHIN_S = 120.0


@dataclass
class Dcmtk:
    """A running server of dcmtk. `port` is one of this side."""

    folder: Path
    """Where its files are"""
    aet: str
    port: int
    log: Path
    _process: "subprocess.Popen[str]" = field(repr=False)
    host: str = apart.LOOPBACK

    def take(self, *files: Path) -> None:
        """Have an archive list files, by none of the ways that are tested."""
        copies: list[Path] = []
        for number, file in enumerate(files):
            copy = self.folder / f"{len(list(self.folder.iterdir()))}-{number}.dcm"
            shutil.copy(file, copy)
            copies.append(copy)
        ran = tool("dcmqridx", str(self.folder), *map(str, copies))
        assert ran.returncode == 0, ran.stderr

    def sop_uids(self) -> set[str]:
        """The instances that it has."""
        uids: set[str] = set()
        for path in self.folder.iterdir():
            if path.name != "index.dat":
                uids.add(str(dcmread(path, stop_before_pixels=True).SOPInstanceUID))
        return uids

    def start(self) -> None:
        """Start it (again)."""
        assert self._tell("start") == "up", self.log.read_text(errors="replace")

    def stop(self) -> None:
        self._tell("stop")

    def kill(self) -> None:
        """End it as a power cut would."""
        self._tell("kill")

    def reach(self, port: int) -> None:
        """Let it reach a port of this side."""
        assert self._tell(f"reach {port}") == "open"

    def _tell(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@functools.cache
def program(name: str) -> str | None:
    """Where dcmtk's program is; in any environment of Python, pynetdicom has the same names."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    foreign = [f for f in folders if not (Path(f).parent / "pyvenv.cfg").exists()]
    return shutil.which(name, path=os.pathsep.join(foreign))


@functools.cache
def why_not() -> str:
    """Why dcmtk cannot be run here; empty where it can."""
    if program("dcmqrscp") is None or program("storescp") is None:
        return "no foreign peer to test with: install the Debian package dcmtk"
    if is_alone():
        return ""
    if shutil.which("unshare") is None:
        return "dcmtk listens on every interface; without `unshare` it cannot be kept apart"
    tried = subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True)
    return "dcmtk cannot be kept apart: network namespaces are forbidden" * bool(tried.returncode)


def tool(name: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What a program of dcmtk did. Skips the test where it is not installed."""
    if (path := program(name)) is None:
        pytest.skip("no foreign peer to test with: install the Debian package dcmtk")
    return subprocess.run(
        [path, *arguments], check=False, capture_output=True, text=True, timeout=WITHIN_S
    )


@contextlib.contextmanager
def archive(
    folder: Path,
    *options: str,
    aet: str = "DCMTK",
    knows: Mapping[str, int] | None = None,
) -> Generator[Dcmtk]:
    """dcmqrscp with a database of its own; `knows`: AE titles it may move to, at ports here."""
    knows = knows or {}
    storage = folder / "storage"
    storage.mkdir(parents=True)
    [port] = apart.free_ports(1) if is_alone() else [PORT]
    hosts = "\n".join(
        f"peer{number} = ({title}, {apart.LOOPBACK}, {there})"
        for number, (title, there) in enumerate(knows.items())
    )
    configuration = folder / "dcmqrscp.cfg"
    configuration.write_text(
        f"NetworkTCPPort = {port}\nMaxPDUSize = 131072\nMaxAssociations = 64\n"
        f"HostTable BEGIN\n{hosts}\nHostTable END\nVendorTable BEGIN\nVendorTable END\n"
        f"AETable BEGIN\n{aet} {storage} RW (1000, 8gb) ANY\nAETable END\n"
    )
    command = [program("dcmqrscp") or "dcmqrscp", *options, "-c", str(configuration)]
    with _running(storage, aet, port, command) as peer:
        for there in knows.values():
            peer.reach(there)
        yield peer


@contextlib.contextmanager
def store(folder: Path, *options: str, aet: str = "STORESCP") -> Generator[Dcmtk]:
    """storescp, which writes what it gets into a folder."""
    storage = folder / "storage"
    storage.mkdir(parents=True)
    [port] = apart.free_ports(1) if is_alone() else [PORT]
    command = [program("storescp") or "storescp", "-od", str(storage), "-aet", aet, *options]
    with _running(storage, aet, port, [*command, str(port)]) as peer:
        yield peer


@contextlib.contextmanager
def _running(storage: Path, aet: str, port: int, command: list[str]) -> Generator[Dcmtk]:
    if reason := why_not():
        pytest.skip(reason)
    log = storage.parent / "log.txt"
    here = [apart.HERE] if is_alone() else []
    with log.open("w") as written:
        process = subprocess.Popen(
            [sys.executable, "-I", "-S", apart.__file__, *here, str(port), "--", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
        )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        peer = Dcmtk(storage, aet, int(process.stdout.readline()), log, process)
        peer.start()
        yield peer
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()
