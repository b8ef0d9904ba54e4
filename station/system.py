"""What differs between Linux, macOS and Windows: one function each, with a way for every system.

The ways of Linux are tested. Those of macOS and Windows follow the documentation of the systems and
of Python, are checked by the type checker, and have not been run.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

KILLED = 9
"""The exit signal of a process that was killed (SIGKILL); processes of Windows have none"""


WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What every window of Qt needs on Linux, and the Debian package of each"""
X_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What it needs on X as well"""

POOLS = 2
"""Of free memory, which the threads share: one each keeps several hundred MB that nobody uses"""
M_ARENA_MAX = -8  # malloc.h of glibc

MODULE_OPTION = "-m"
"""In front of a module's name: what Python takes, and the program that was made of it"""


def is_frozen() -> bool:
    """Whether this is the installed program, made by `packaging/build.py`, and not Python."""
    return bool(getattr(sys, "frozen", False))


def command_of(module: str) -> list[str]:
    """What starts a module of this program in a new process."""
    return [sys.executable, MODULE_OPTION, module]


def command_line(*words: str) -> list[str]:
    """What starts `station WORDS` in a new process."""
    return [sys.executable, *words] if is_frozen() else [*command_of("station"), *words]


def restore_library_path() -> None:
    """Let programs that the installed program starts find the system's libraries, not its own.

    The installed program itself finds its own again where it starts itself.
    """
    if is_frozen():
        # Without it, PyInstaller's starter takes the path to be set in what its program starts.
        os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(f"{name}_ORIG", None)  # kept there by PyInstaller
        if before is not None:
            os.environ[name] = before
        elif is_frozen():
            os.environ.pop(name, None)


def missing_libraries(on_x: bool) -> dict[str, str]:
    """What Qt needs for a window and the system's loader does not find, with the Debian package of
    each; Qt brings all of it to Windows and macOS."""
    if sys.platform != "linux":
        return {}
    needed = WINDOW_LIBRARIES | (X_LIBRARIES if on_x else {})
    return {library: package for library, package in needed.items() if not _loads(library)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def x_answers() -> bool:
    """Whether the X server that DISPLAY names takes connections; Qt ends the program where not."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def locked(path: Path) -> "BaseFileLock":
    """A lock file, made where there is none and held until `release()` or the end of the process.

    The file stays. Raises BlockingIOError where another program holds it, OSError where the file
    system has no locks or the file cannot be made.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path, fallback_to_soft=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        held = "another program holds the lock"
        raise BlockingIOError(errno.EWOULDBLOCK, held, str(path)) from None
    return lock


def open_to_read(path: str) -> int:
    """The descriptor of a file, for `read_at`. Raises OSError."""
    if sys.platform == "win32":
        return os.open(path, os.O_RDONLY | os.O_BINARY)
    return os.open(path, os.O_RDONLY)


def read_at(descriptor: int, buffer: memoryview, offset: int) -> int:
    """Fill `buffer` from an offset on; how many bytes there were, 0 at the end of the file.

    No other thread may use the descriptor. Raises OSError.
    """
    if sys.platform == "win32":
        os.lseek(descriptor, offset, os.SEEK_SET)
        data = os.read(descriptor, len(buffer))
        buffer[: len(data)] = data
        return len(data)
    return os.preadv(descriptor, [buffer], offset)


def put_on_disk(path: Path) -> None:
    """Return when the disk has what was written to a file or a folder. Raises OSError."""
    if sys.platform == "win32":
        if path.is_dir():
            return  # NTFS keeps a journal of its folders, and gives no handle to flush
        held = os.open(path, os.O_RDWR | os.O_BINARY)
    else:
        held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def begin_to_put_on_disk(descriptor: int) -> None:
    """Have the disk begin with what was written to a file, so that `put_on_disk` waits for less."""
    if sys.platform == "linux":
        # Linux begins to write pages that it is advised not to keep (mm/fadvise.c).
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def extended_attributes(path: Path) -> tuple[str, ...]:
    """Names of what the user's programs attached to a file; none where Python cannot list them."""
    if sys.platform != "linux":
        return ()
    return tuple(name for name in os.listxattr(path) if name.startswith("user."))


def cores() -> int:
    """Cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share_free_memory() -> None:
    """Let all threads use the same pools of free memory; before the first of them is started.

    glibc alone has pools; elsewhere nothing happens.
    """
    if sys.platform == "linux" and (glibc := _glibc()) is not None:
        glibc.mallopt(M_ARENA_MAX, POOLS)


def return_free_memory() -> None:
    """Give memory that is free, and that glibc keeps for the next array, back to the system."""
    if sys.platform == "linux" and (glibc := _glibc()) is not None:
        glibc.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    """The C library, where it is glibc."""
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None


def forget_peak_memory() -> None:
    """Let `peak_memory_bytes` of this process start again from now, where the system can."""
    if sys.platform == "linux":
        _ask_kernel("/proc/self/clear_refs", "5")  # proc(5)


def peak_memory_bytes(pid: int) -> int:
    """Resident memory that a process needed at most; 0 where nobody knows.

    macOS tells what it needs now.
    """
    if sys.platform == "linux":
        try:
            status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0
        lines = (line for line in status.splitlines() if line.startswith("VmHWM:"))
        return next((int(line.split()[1]) << 10 for line in lines), 0)
    import psutil

    try:
        memory = psutil.Process(pid).memory_info()
    except psutil.Error:
        return 0
    return int(getattr(memory, "peak_wset", memory.rss))


def is_running(pid: int) -> bool:
    """Whether there is a process of this number."""
    import psutil

    return psutil.pid_exists(pid)


def be_first_to_go() -> None:
    """Let the system end this process, and none that started it, where memory runs out."""
    if sys.platform == "linux":
        _ask_kernel("/proc/self/oom_score_adj", "1000")  # proc(5)


def _ask_kernel(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="ascii")
    except OSError:
        return
