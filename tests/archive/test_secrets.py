"""Secrets of servers: in the keyring, or in a file with a warning; never anywhere else."""

import os
import socket
import stat
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import keyring
import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from station.archive.secrets import FOLDER, SERVICE, forget_secret, keep_secret, secret_of
from station.pacs import PacsError

SECRET = "0pen-sesame"
ROOT = Path(__file__).resolve().parents[2]


class Kept(KeyringBackend):
    """A keyring in memory."""

    priority = 5  # pyright: ignore[reportAssignmentType]  # keyring's is a property

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError


class Faulty(Kept):
    """One that raises, or waits, in place of every answer."""

    def __init__(self, fault: Callable[[], None]) -> None:
        super().__init__()
        self.fault = fault

    def get_password(self, service: str, username: str) -> str | None:
        self.fault()
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.fault()
        super().set_password(service, username, password)


def locked() -> None:
    raise KeyringLocked("Failed to unlock the collection!")


def broken() -> None:
    raise RuntimeError(f"could not store {SECRET}")


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[KeyringBackend], KeyringBackend]:
    """Makes a keyring that of this computer."""

    def made(backend: KeyringBackend) -> KeyringBackend:
        monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
        return backend

    return made


@pytest.fixture
def kept(use: Callable[[KeyringBackend], KeyringBackend]) -> Kept:
    backend = use(Kept())
    assert isinstance(backend, Kept)
    return backend


def files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]


# --- with a keyring ---------------------------------------------------------------------------


def test_a_secret_is_in_the_keyring_and_nowhere_on_the_disk(kept: Kept, station_home: Path) -> None:
    assert keep_secret(station_home, "Archive", SECRET) is None
    assert secret_of(station_home, "Archive") == SECRET
    assert list(kept.entries.values()) == [SECRET]
    assert files(station_home) == []


def test_a_secret_is_replaced_and_forgotten(kept: Kept, station_home: Path) -> None:
    keep_secret(station_home, "Archive", "old")
    keep_secret(station_home, "Archive", SECRET)
    assert secret_of(station_home, "Archive") == SECRET
    assert forget_secret(station_home, "Archive") is None
    assert secret_of(station_home, "Archive") is None
    assert kept.entries == {}
    assert forget_secret(station_home, "Archive") is None, "there is none any more"


def test_servers_and_data_folders_have_secrets_of_their_own(kept: Kept, tmp_path: Path) -> None:
    keep_secret(tmp_path / "a", "Archive", "1")
    keep_secret(tmp_path / "a", "Other", "2")
    keep_secret(tmp_path / "b", "Archive", "3")
    assert secret_of(tmp_path / "a", "Archive") == "1"
    assert secret_of(tmp_path / "a", "Other") == "2"
    assert secret_of(tmp_path / "b", "Archive") == "3"
    assert {service for service, _ in kept.entries} == {SERVICE}


# --- without one ------------------------------------------------------------------------------


@pytest.mark.parametrize("backend", [NoKeyring, NullKeyring])
def test_without_a_keyring_a_file_of_the_user_keeps_it_with_a_warning(
    use: Callable[[KeyringBackend], KeyringBackend],
    backend: type[KeyringBackend],
    station_home: Path,
) -> None:
    use(backend())
    before = os.umask(0)  # whatever the user's habit is
    try:
        warning = keep_secret(station_home, "Archive", SECRET)
    finally:
        os.umask(before)
    [file] = files(station_home)
    assert warning == (
        f"The keyring does not exist on this computer, so the secret of Archive is in {file}, "
        "which only you can read. It is not encrypted there."
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert secret_of(station_home, "Archive") == SECRET
    assert secret_of(station_home, "Other") is None
    assert forget_secret(station_home, "Archive") is None
    assert files(station_home) == []
    assert secret_of(station_home, "Archive") is None


def test_a_keyring_that_keeps_nothing_is_seen_through(
    use: Callable[[KeyringBackend], KeyringBackend], station_home: Path
) -> None:
    class Forgetful(Kept):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    use(Forgetful())
    warning = keep_secret(station_home, "Archive", SECRET)
    assert warning is not None
    assert "The keyring keeps nothing" in warning
    assert secret_of(station_home, "Archive") == SECRET


@pytest.mark.parametrize(
    ("fault", "words"), [(locked, "is locked"), (broken, r"does not work \(RuntimeError\)")]
)
def test_a_keyring_that_fails_is_named_without_the_secret(
    use: Callable[[KeyringBackend], KeyringBackend],
    station_home: Path,
    fault: Callable[[], None],
    words: str,
) -> None:
    use(Faulty(fault))
    with pytest.raises(PacsError, match=f"the keyring {words}. Unlock it") as refused:
        secret_of(station_home, "Archive")
    assert SECRET not in "".join(traceback.format_exception(refused.value))
    warning = keep_secret(station_home, "Archive", SECRET)
    assert warning is not None
    assert SECRET not in warning
    assert secret_of(station_home, "Archive") == SECRET, "of the file"
    left = forget_secret(station_home, "Archive")
    assert left is not None
    assert left.startswith("The secret of Archive may still be in the keyring")
    assert files(station_home) == []


def test_a_secret_in_the_file_is_newer_than_the_keyring_s(
    use: Callable[[KeyringBackend], KeyringBackend], kept: Kept, station_home: Path
) -> None:
    keep_secret(station_home, "Archive", "old")
    use(Faulty(locked))
    keep_secret(station_home, "Archive", "new")
    use(kept)
    assert secret_of(station_home, "Archive") == "new"
    keep_secret(station_home, "Archive", "newest")
    assert secret_of(station_home, "Archive") == "newest"
    assert files(station_home) == [], "the keyring has it again"


def test_a_keyring_that_waits_for_somebody_holds_nobody(
    use: Callable[[KeyringBackend], KeyringBackend], station_home: Path
) -> None:
    unlocked = threading.Event()

    def waits() -> None:
        unlocked.wait()

    use(Faulty(waits))
    try:
        warning = keep_secret(station_home, "Archive", SECRET, patience_s=0.05)
        assert warning is not None
        assert "may wait to be unlocked" in warning
        with pytest.raises(PacsError, match="has not answered an earlier question"):
            secret_of(station_home, "Other", patience_s=0.05)
    finally:
        unlocked.set()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"server": "Archive"}', "[" * 100_000])
def test_a_damaged_file_is_said(kept: Kept, station_home: Path, content: str) -> None:
    keep_secret(station_home, "Archive", SECRET)
    assert kept.entries
    folder = station_home / FOLDER
    folder.mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyring.core, "_keyring_backend", NoKeyring())
        keep_secret(station_home, "Archive", SECRET)
    [file] = files(station_home)
    file.write_text(content)
    with pytest.raises(PacsError, match=r"cannot be read\. Enter it again"):
        secret_of(station_home, "Archive")


def test_a_disk_that_refuses_is_said(
    use: Callable[[KeyringBackend], KeyringBackend], station_home: Path
) -> None:
    use(NoKeyring())
    station_home.mkdir()
    (station_home / FOLDER).write_text("in the way")
    with pytest.raises(PacsError, match=r"cannot be kept.*cannot be written") as refused:
        keep_secret(station_home, "Archive", SECRET)
    assert SECRET not in "".join(traceback.format_exception(refused.value))
    with pytest.raises(PacsError, match="cannot be read"):
        secret_of(station_home, "Archive")


def test_a_disk_without_owners_is_said(
    use: Callable[[KeyringBackend], KeyringBackend],
    station_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    use(NoKeyring())
    as_asked = os.open
    monkeypatch.setattr(os, "open", lambda path, flags, mode: as_asked(path, flags, 0o666))
    warning = keep_secret(station_home, "Archive", SECRET)
    assert warning is not None
    assert "which others can read too, because its disk knows no owners" in warning


# --- real keyrings ----------------------------------------------------------------------------


def in_another_process(home: Path, bus: str | None) -> str:
    """What the real keyring of a computer with this session bus makes of a secret."""
    code = (
        "import sys; from pathlib import Path\n"
        "from station.archive.secrets import keep_secret, secret_of\n"
        "home = Path(sys.argv[1])\n"
        "print(keep_secret(home, 'Archive', sys.stdin.read(), patience_s=1))\n"
        "print(secret_of(home, 'Archive', patience_s=1))\n"
    )
    environment = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
    environment |= {"HOME": str(home.parent)} | ({"DBUS_SESSION_BUS_ADDRESS": bus} if bus else {})
    ran = subprocess.run(
        [sys.executable, "-c", code, str(home)],
        input=SECRET,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
        timeout=60,
    )
    assert SECRET not in ran.stderr
    assert ran.stdout.endswith(f"\n{SECRET}\n"), ran.stderr
    return ran.stdout


@pytest.mark.simulated
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no session bus")
def test_without_a_session_bus_there_is_no_keyring(station_home: Path) -> None:
    assert "The keyring does not exist on this computer" in in_another_process(station_home, None)


@pytest.fixture
def silent_bus(tmp_path: Path) -> Iterator[str]:
    """A session bus that lets everybody in and then says nothing more."""
    path = str(tmp_path / "bus")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen()
        let_in: list[socket.socket] = []

        def serve() -> None:
            with suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    let_in.append(connection)
                    connection.recv(100)  # AUTH EXTERNAL
                    connection.sendall(b"OK 1234deadbeef1234deadbeef12345678\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"unix:path={path}"
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in let_in:
            connection.close()


@pytest.mark.simulated
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no session bus")
def test_a_session_bus_that_says_nothing_holds_no_command(
    station_home: Path, silent_bus: str
) -> None:
    assert "The keyring does not answer within 1 s" in in_another_process(station_home, silent_bus)
