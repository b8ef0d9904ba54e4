"""What `station doctor` does: look at all that Station stands on, and say what to do.

It changes nothing but the data folder, which it makes where there is none.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from station.archive import HOME_VARIABLE
from station.errors import StationError
from station.installed import KERNELS_VARIABLE, build, resource
from station.logs import FOLDER, Logs
from station.model_cards import sha256_of, shipped_weights
from station.operations.kernels import are_missing
from station.pet.words import count_of
from station.system import (
    cores,
    missing_libraries,
    x_answers,
)

ENOUGH_BYTES = 2_000_000_000
"""Free on the disk of the data folder: a study with its DL image, copied, takes half of it"""
FEW_CORES = 2


class Health(StrEnum):
    GOOD = "good"
    LOOK = "look"
    """It works, and somebody should know"""
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    health: Health
    sentence: str
    """What is there; where it is not good, what to do"""


def examine(home: Path) -> tuple[Finding, ...]:
    """Every finding. Nothing is raised: what cannot be looked at is a finding too."""
    checks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("program", _program),
        ("display", _display),
        ("fonts", _fonts),
        ("data folder", lambda: _folder(home)),
        ("archive", lambda: _archive(home)),
        ("weights", _weights),
        ("threads", _threads),
        ("GPU", _gpu),
        ("crashes", lambda: _crashes(home)),
    )
    findings: list[Finding] = []
    for name, look in checks:
        try:
            findings += look()
        except (StationError, OSError, ImportError) as error:
            findings.append(Finding(name, Health.WRONG, str(error)))
    return tuple(findings)


def _program() -> Iterator[Finding]:
    system = f"Python {sys.version.split()[0]} on {sys.platform}"
    yield Finding("program", Health.GOOD, f"Station {build()}, {system}")


def _display() -> Iterator[Finding]:
    if sys.platform != "linux":
        yield Finding("display", Health.GOOD, "Qt brings what it needs to this system.")
        return
    on_x, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    if missing := missing_libraries(bool(on_x)):
        yield Finding(
            "display",
            Health.WRONG,
            "Libraries are missing. Install them: sudo apt-get install "
            f"{' '.join(missing.values())}",
        )
    elif on_x and not wayland and not x_answers():
        yield Finding("display", Health.WRONG, no_answer(on_x))
    elif on_x or wayland:
        where = f"X ({on_x})" if on_x else f"Wayland ({wayland})"
        yield Finding("display", Health.GOOD, f"{where}; Qt's libraries are there.")
    else:
        yield Finding(
            "display",
            Health.LOOK,
            "There is no display: the window cannot open, `station render` and all other commands "
            "work. Log in to a desktop, or set DISPLAY.",
        )


def no_answer(display: str) -> str:
    """What is said of an X server that refuses."""
    return (
        f"The display {display} does not answer: there is no X server of that name, or this user "
        "may not use it. Log in to the desktop as this user, or set DISPLAY to one of theirs."
    )


def _fonts() -> Iterator[Finding]:
    fonts = [path for path in resource("fonts").glob("*") if path.suffix in (".ttf", ".otf")]
    if not fonts:
        yield Finding(
            "fonts",
            Health.WRONG,
            f"There are no fonts in {resource('fonts')}. Install Station again.",
        )
        return
    yield Finding("fonts", Health.GOOD, f"{count_of(len(fonts), 'font')}, Station's own")


def _folder(home: Path) -> Iterator[Finding]:
    remedy = f"Choose another folder with {HOME_VARIABLE}, or make this one writable."
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = home / ".doctor"
        probe.write_bytes(b"1")
        probe.unlink()
    except OSError as error:
        words = f"{home} cannot be written ({error.strerror or error}). {remedy}"
        yield Finding("data folder", Health.WRONG, words)
        return
    free = shutil.disk_usage(home).free
    words = f"{home}, {free / 1e9:.1f} GB free"
    if free < ENOUGH_BYTES:
        yield Finding("data folder", Health.LOOK, f"{words}. That is little: free some space.")
    else:
        yield Finding("data folder", Health.GOOD, words)


def _archive(home: Path) -> Iterator[Finding]:
    from station.archive.database import URL_VARIABLE
    from station.archive.index import open_index
    from station.archive.readings import open_reader_studies

    index = open_index(home)
    try:
        listed = len(index.search())
        words = f"The {index.called}: {count_of(listed, 'study', 'studies')} listed"
        damage = index.damage()
    finally:
        index.close()
    if damage:
        yield Finding("archive", Health.WRONG, damage)
    else:
        yield Finding("archive", Health.GOOD, words)
    if os.environ.get(URL_VARIABLE):
        studies = open_reader_studies(home)
        studies.close()
        yield Finding("shared archive", Health.GOOD, f"The database of {URL_VARIABLE} answers.")


def _weights() -> Iterator[Finding]:
    wrong: list[str] = []
    whole = 0
    for weights in shipped_weights():
        if not weights.path.is_file():
            wrong.append(f"{weights.path} is missing.")
        elif sha256_of(weights.path.read_bytes()) != weights.sha256:
            wrong.append(f"{weights.path} is not the file that was shipped.")
        else:
            whole += 1
    if wrong or not whole:
        words = " ".join([*wrong, "Install Station again."])
        yield Finding("weights", Health.WRONG, words)
    else:
        yield Finding("weights", Health.GOOD, f"{count_of(whole, 'network')}, each as shipped")


def _threads() -> Iterator[Finding]:
    words = count_of(cores(), "core")
    limits = [name for name in ("OMP_NUM_THREADS", "NUMBA_NUM_THREADS") if os.environ.get(name)]
    if limits:
        words += "; " + ", ".join(f"{name} is {os.environ[name]}" for name in limits)
    health = Health.LOOK if limits or cores() < FEW_CORES else Health.GOOD
    yield Finding("threads", health, f"{words}.")
    place = os.environ.get(KERNELS_VARIABLE)
    if place and not os.access(_nearest(Path(place)), os.W_OK):
        yield Finding(
            "kernels",
            Health.LOOK,
            f"Compiled kernels cannot be kept in {place}, so that each start compiles them again. "
            "Make it writable.",
        )
    elif are_missing():
        yield Finding(
            "kernels",
            Health.LOOK,
            "Kernels are not yet compiled for this processor: the first start takes a minute or "
            "two longer. `station prepare` compiles them now.",
        )


def _nearest(place: Path) -> Path:
    """The folder in which it is, or would be made."""
    return next(folder for folder in (place, *place.parents) if folder.exists())


def _gpu() -> Iterator[Finding]:
    try:
        build_of = version("torch")
    except PackageNotFoundError:
        yield Finding("GPU", Health.WRONG, "torch is not installed. Install Station again.")
        return
    if not shutil.which("nvidia-smi"):
        yield Finding("GPU", Health.GOOD, f"None; torch {build_of} works on the processor.")
        return
    from station.denoise.device import Device, chosen_device

    if chosen_device(Device.AUTO) is Device.CUDA:
        yield Finding("GPU", Health.GOOD, f"torch {build_of} uses the NVIDIA GPU.")
    else:
        words = (
            f"There is an NVIDIA GPU that torch {build_of} cannot use; Station works on the "
            "processor. A build of torch for CUDA and a driver that fits it would use it."
        )
        yield Finding("GPU", Health.LOOK, words)


def _crashes(home: Path) -> Iterator[Finding]:
    kept = Logs(home / FOLDER).crashes()
    if kept:
        words = f"{count_of(len(kept), 'report')} of crashes in {home / FOLDER}."
        yield Finding("crashes", Health.LOOK, words)
    else:
        yield Finding("crashes", Health.GOOD, f"None; the log is in {home / FOLDER}.")
