"""Make `.venv`, and install what Station needs from the operating system or report what is missing.

Standard library only: this runs on the system's Python before anything is installed. Everything it
prints goes to stderr, so that the output of the program it starts stays clean.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "station-setup"
UNFINISHED = "unfinished"
OLDEST_PYTHON = (3, 11)

QT_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt's libraries and its xcb plugin load (NEEDED entries), and the Debian package of each."""

TEST_PROGRAMS: Mapping[str, str] = {
    "/usr/share/orthanc/plugins/libOrthancDicomWeb.so": "orthanc-dicomweb",
    "/usr/lib/R/site-library/lme4": "r-cran-lme4",
    "/usr/lib/R/site-library/ordinal": "r-cran-ordinal",
    "Rscript": "r-base-core",
    "Xvfb": "xvfb",
    "Orthanc": "orthanc",
    "dciodvfy": "dicom3tools",
    "dcmqrscp": "dcmtk",
    "pg_ctlcluster": "postgresql",
    "xdotool": "xdotool",
}
"""Programs and R packages that tests use, and the Debian package of each; without them these tests
are skipped."""


def prepare(programs: Mapping[str, str] | None = None) -> None:
    """Bring `.venv` and the system's packages up to date; instant when they are.

    `programs` are needed in addition to Qt's libraries. Ends the process with a sentence if it
    cannot continue.
    """
    began = time.perf_counter()
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SystemExit(
            f"Station needs Python {wanted} or newer; this is {sys.version.split()[0]}. "
            f"Start it with a newer one, such as: python3.12 {sys.argv[0]}"
        )
    try:
        with _one_at_a_time():
            installed = _install_system_packages(programs or {})
            outdated = not PYTHON.exists() or _recorded_state() != _wanted_state()
            if outdated:
                _make_environment()
    except KeyboardInterrupt:
        raise SystemExit("The set-up was interrupted; the next start repeats it.") from None
    if installed or outdated:
        say(f"Set-up took {time.perf_counter() - began:.0f} s.")


def arguments_behind_dashes(script: str, description: str | None) -> list[str]:
    """The arguments after `--`, to be passed on; `--help` prints `description`."""
    given = sys.argv[1:]
    if given in (["--help"], ["-h"]):
        print(description)
        raise SystemExit(0)
    if given and given[0] != "--":
        raise SystemExit(
            f"{script} does not know {given[0]!r}. Arguments to pass on follow --, like this:\n"
            f"  python3 {script} -- {' '.join(given)}"
        )
    return given[1:]


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


@contextlib.contextmanager
def _one_at_a_time() -> Generator[None]:
    """Lock the project's folder, so that two concurrent set-ups do not spoil one `.venv`."""
    waiting = "Another set-up of this folder is in progress; waiting for it."
    if sys.platform == "win32":
        import msvcrt

        # A folder cannot be locked there.
        name = hashlib.sha256(str(ROOT).encode()).hexdigest()[:16]
        with (Path(tempfile.gettempdir()) / f"station-setup-{name}.lock").open("wb") as lock:
            while True:
                try:
                    msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:
                    say(waiting)
                    time.sleep(5)
            yield
        return
    import fcntl

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(waiting)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


# --- the system's packages ----------------------------------------------------------------------


def _install_system_packages(programs: Mapping[str, str]) -> bool:
    """Install what is missing with apt when root; otherwise print the line to run.

    Returns whether anything was installed. Ends the process if a library is still missing; a
    missing program is only reported. Qt brings what it needs to Windows and macOS; there nothing is
    installed, and tests that need a program are skipped.
    """
    if sys.platform != "linux":
        return False
    missing = [*_missing_libraries().values(), *_missing_programs(programs).values()]
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        # Debian has this part of Python's standard library in a separate package.
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    if not missing:
        return False
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    may_install = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if may_install:
        say(f"Installing {', '.join(missing)} …")
        # At this level no service is started: tests start their own servers, on loopback.
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        for command in (["apt-get", "-qq", "update"], [*install, "-qq"]):
            if not _succeeds(command, environment):
                say(f"This command failed: {' '.join(command)}")
    else:
        say(f"The system lacks {', '.join(missing)}. Install with:\n  sudo {' '.join(install)}")
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        raise SystemExit("Without Python's venv module no environment can be made.")
    if libraries := _missing_libraries():
        raise SystemExit(f"Without {', '.join(libraries)} no window can be drawn.")
    for program, package in _missing_programs(programs).items():
        say(f"Going on without {program} ({package}); the tests that need it are skipped.")
    return may_install


def _missing_libraries() -> dict[str, str]:
    """Those of QT_LIBRARIES that the loader does not find."""
    missing: dict[str, str] = {}
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def _missing_programs(programs: Mapping[str, str]) -> dict[str, str]:
    """Those neither on the path nor, of a full path, there."""
    return {
        name: package
        for name, package in programs.items()
        if shutil.which(name) is None and not Path(name).exists()
    }


# --- the Python environment ---------------------------------------------------------------------


def _wanted_state() -> str:
    """Hash of what `.venv` depends on: the lock, the project's settings, its Python, its path."""
    sources = (LOCK, ROOT / "pyproject.toml", VENV / "pyvenv.cfg")
    contents = [path.read_bytes() if path.exists() else b"" for path in sources]
    return hashlib.sha256(repr([contents, str(ROOT)]).encode()).hexdigest()


def _recorded_state() -> str | None:
    """What the last set-up wrote when it finished; UNFINISHED if it was interrupted."""
    try:
        return STAMP.read_text().strip()
    except FileNotFoundError:
        return None


def _make_environment() -> None:
    """Install in `.venv` what the lock lists, and the project itself, editable.

    An environment left by an interrupted set-up is made again; any other is updated.
    """
    if _recorded_state() == UNFINISHED or not _is_usable():
        say(f"Making {VENV} …")
        shutil.rmtree(VENV, ignore_errors=True)
        VENV.mkdir()
        STAMP.write_text(UNFINISHED)
        _run([sys.executable, "-m", "venv", str(VENV)])
    STAMP.write_text(UNFINISHED)
    say("Installing what packaging/requirements.lock lists; the first time takes some minutes …")
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    _run([*pip, "--requirement", str(LOCK)])
    _run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    STAMP.write_text(_wanted_state())


def _is_usable() -> bool:
    """Whether `.venv` has a Python that starts, is new enough and has pip."""
    check = f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return PYTHON.exists() and _succeeds([str(PYTHON), "-c", check])


def _run(command: list[str]) -> None:
    if not _succeeds(command):
        raise SystemExit(f"The set-up stopped; this command failed: {' '.join(command)}")


def _succeeds(command: list[str], environment: Mapping[str, str] | None = None) -> bool:
    """Run a command with its output on stderr."""
    return subprocess.run(command, env=environment, stdout=sys.stderr, check=False).returncode == 0
