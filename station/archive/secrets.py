"""Passwords and tokens of servers: in the system's keyring, else in files that only the user reads.

The file is a fallback for computers without a keyring. It is not encrypted, and whoever copies the
data folder copies it: `keep_secret` says so. A secret is nowhere else, and no sentence holds it.
"""

import json
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from station.archive.database import FOR_OTHERS, make_home
from station.pacs import PacsError
from station.whole_file import whole_file

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Station PACS"
"""Under which the keyring lists them"""
FOLDER = "secrets"
PATIENCE_S = 20.0
"""A locked keyring asks for its own password; somebody may be there to type it"""
PROTECTED = 1
"""Priority from which a keyring protects what it keeps (keyring.core.recommended)"""

_in_use = threading.Lock()

Answer = TypeVar("Answer")


class _NoKeyring(Exception):
    """Why the keyring was of no use, as words of a sentence."""


class _Absent(_NoKeyring):
    """This computer has none."""


def keep_secret(
    home: Path, server_name: str, secret: str, patience_s: float = PATIENCE_S
) -> str | None:
    """Keep the secret of a server; an older one is replaced.

    Returns a sentence that warns where it is in a file, None where it is in the keyring. Raises
    PacsError where it can be kept in neither.
    """
    user = _user(home, server_name)

    def keep(keyring: "KeyringBackend") -> None:
        keyring.set_password(  # pyright: ignore[reportUnknownMemberType]
            SERVICE, user, secret
        )
        if keyring.get_password(SERVICE, user) != secret:  # the one that keeps nothing
            raise _NoKeyring("keeps nothing")

    try:
        _with_keyring(keep, patience_s)
    except _NoKeyring as error:
        return _keep_in_file(home, server_name, secret, str(error))
    _delete_file(home, server_name)
    return None


def secret_of(home: Path, server_name: str, patience_s: float = PATIENCE_S) -> str | None:
    """The secret of a server; None where there is none.

    Raises PacsError where there may be one that cannot be read now.
    """
    file, user = _file(home, server_name), _user(home, server_name)
    try:
        return str(json.loads(file.read_text(encoding="utf-8"))["secret"])
    except FileNotFoundError:
        pass
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        raise PacsError(
            f"The secret of {server_name} in {file} cannot be read. Enter it again in the server's "
            "settings."
        ) from None
    try:
        return _with_keyring(lambda keyring: keyring.get_password(SERVICE, user), patience_s)
    except _Absent:
        return None
    except _NoKeyring as error:
        raise PacsError(
            f"The secret of {server_name} cannot be read: the keyring {error}. Unlock it and try "
            "again, or enter the secret again in the server's settings."
        ) from None


def forget_secret(home: Path, server_name: str, patience_s: float = PATIENCE_S) -> str | None:
    """Forget the secret of a server; returns a sentence where the keyring may still have it."""
    user = _user(home, server_name)

    def forget(keyring: "KeyringBackend") -> None:
        if keyring.get_password(SERVICE, user) is not None:
            keyring.delete_password(SERVICE, user)

    _delete_file(home, server_name)
    try:
        _with_keyring(forget, patience_s)
    except _Absent:
        return None
    except _NoKeyring as error:
        return (
            f"The secret of {server_name} may still be in the keyring, which {error}. Delete its "
            f'entry "{SERVICE}" there.'
        )
    return None


# --- the keyring ------------------------------------------------------------------------------


def _with_keyring(ask: "Callable[[KeyringBackend], Answer]", patience_s: float) -> Answer:
    """What `ask` gets from the keyring. Raises _NoKeyring.

    It is asked in a thread that nobody waits for longer than `patience_s`: a keyring that shows a
    prompt to nobody, or a bus that does not answer, would hold a command for ever.
    """
    if not _in_use.acquire(timeout=patience_s):
        raise _NoKeyring("has not answered an earlier question yet")
    answer: Future[Answer] = Future()

    def get() -> None:
        try:
            answer.set_result(ask(_protected_keyring()))
        except Exception as error:  # noqa: BLE001  # anybody can write a backend of keyring
            answer.set_exception(error)
        finally:
            _in_use.release()

    threading.Thread(target=get, name="keyring", daemon=True).start()
    try:
        problem = answer.exception(patience_s)
    except TimeoutError:
        raise _NoKeyring(
            f"does not answer within {patience_s:.0f} s and may wait to be unlocked"
        ) from None
    if problem is None:
        return answer.result()
    raise _described(problem) from None  # what a backend says may hold the secret


def _protected_keyring() -> "KeyringBackend":
    """The keyring of this computer. Raises _Absent where there is none that protects anything."""
    import keyring

    found = keyring.get_keyring()
    if found.priority < PROTECTED:
        raise _Absent("does not exist on this computer")
    return found


def _described(error: BaseException) -> _NoKeyring:
    from keyring.errors import KeyringLocked, NoKeyringError

    if isinstance(error, _NoKeyring):
        return error
    if isinstance(error, NoKeyringError):
        return _Absent("does not exist on this computer")
    if isinstance(error, KeyringLocked):
        return _NoKeyring("is locked")
    return _NoKeyring(f"does not work ({type(error).__name__})")


def _user(home: Path, server_name: str) -> str:
    """Two data folders may know two servers by one name."""
    return f"{server_name} ({home.resolve()})"


# --- the file ---------------------------------------------------------------------------------


def _file(home: Path, server_name: str) -> Path:
    """One for each server, so that two programs do not write the same one."""
    return home / FOLDER / f"{sha256(server_name.encode()).hexdigest()[:32]}.json"


def _keep_in_file(home: Path, server_name: str, secret: str, why: str) -> str:
    """Returns the warning. Raises PacsError."""
    file = _file(home, server_name)
    make_home(home)
    try:
        file.parent.mkdir(mode=0o700, exist_ok=True)
        with whole_file(file) as part:
            part.unlink(missing_ok=True)  # another's, with other rights
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                json.dump({"server": server_name, "secret": secret}, out)
        is_open = os.name == "posix" and bool(file.stat().st_mode & FOR_OTHERS)
    except OSError as error:
        raise PacsError(
            f"The secret of {server_name} cannot be kept: the keyring {why}, and {file} cannot be "
            f"written: {error.strerror}. Free some space, or let the keyring work."
        ) from None
    whom = (
        "others can read too, because its disk knows no owners" if is_open else "only you can read"
    )
    return (
        f"The keyring {why}, so the secret of {server_name} is in {file}, which {whom}. It is not "
        "encrypted there."
    )


def _delete_file(home: Path, server_name: str) -> None:
    file = _file(home, server_name)
    try:
        with suppress(FileNotFoundError, NotADirectoryError):
            file.unlink()
    except OSError as error:
        raise PacsError(
            f"An older secret of {server_name} in {file} cannot be deleted: {error.strerror}. "
            "Delete the file."
        ) from error
