"""`python -m station`: a verb of the command line, or the window when there is none."""

import gc
import os
import re
import sys
from collections.abc import Collection
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from station.errors import StationError
from station.system import MODULE_OPTION, is_frozen, restore_library_path

OWN_PACKAGE = "station."
BUILD_VARIABLE = "STATION_BUILD"
"""In the environment of the processes that the installed program starts: the build that did so"""
LIBRARY = re.compile(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file")
"""How the system's loader says that a library of it is not there"""


def main() -> None:
    """Start the window or a verb; what only a user can put right is a sentence."""
    try:
        if is_frozen():
            _begin_installed()
        _start(sys.argv[1:])
    except StationError as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(2) from None
    except Exception as error:  # what an upgrade makes fail may be of any kind
        sentence = _remedy(error)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
        raise SystemExit(2) from None


def _remedy(error: Exception) -> str | None:
    """What the user can do about an error that the program did not expect; None: it is a bug."""
    library = LIBRARY.match(str(error)) if isinstance(error, ImportError) else None
    if library is not None:
        return (
            f"The system lacks {library[1]}, without which nothing can be drawn. `station doctor` "
            "says what to install."
        )
    if is_frozen():
        from station.installed import REPLACED, was_replaced

        return REPLACED if was_replaced() else None
    return None


def _start(arguments: list[str]) -> None:
    """The window at once if no verb needs the command line: Typer costs 0.1 s."""
    if not arguments or _is_path(arguments[0]):
        raise SystemExit(_open(arguments))
    from typer.main import get_group

    from station.cli import app

    verbs = get_group(app).commands
    if arguments[0].startswith("-") or arguments[0] in verbs:
        app(prog_name="station")
    elif Path(arguments[0]).exists():
        raise SystemExit(_open(arguments))
    else:
        sys.stderr.write(_unknown(arguments[0], verbs) + "\n")
        raise SystemExit(2)


def _begin_installed() -> None:
    """What Python does for its own processes, and where the kernels are kept."""
    from multiprocessing import freeze_support

    from station.archive import home
    from station.installed import KERNELS_VARIABLE, REPLACED, build_key

    restore_library_path()
    with suppress(StationError):  # a user without a home may still ask for the version
        # A folder a build: two versions may be installed, and neither throws out the other's.
        os.environ.setdefault(KERNELS_VARIABLE, str(home() / "kernels" / build_key()))
    freeze_support()  # a process of multiprocessing goes no further
    if sys.argv[1:2] == [MODULE_OPTION] and "".join(sys.argv[2:3]).startswith(OWN_PACKAGE):
        import runpy

        if os.environ.get(BUILD_VARIABLE, build_key()) != build_key():
            raise StationError(REPLACED)  # half of the work would be another version's

        sys.argv = sys.argv[2:]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        raise SystemExit
    os.environ[BUILD_VARIABLE] = build_key()


def _is_path(word: str) -> bool:
    """Whether it is written as no verb is."""
    return os.sep in word or word in {os.curdir, os.pardir}


def _open(arguments: list[str]) -> int:
    missing = [word for word in arguments if not Path(word).exists()]
    if missing:
        sys.stderr.write(f"There is no file or folder {missing[0]}.\n")
        return 2
    # What a start makes stays: to look through it again and again would take a tenth of the time
    # to the first picture. `run` lets the collector go on.
    gc.disable()
    from station.ui.main import run

    return run([Path(word) for word in arguments])


def _unknown(word: str, verbs: Collection[str]) -> str:
    nearest = get_close_matches(word, verbs, 1, cutoff=0.0)
    return (
        f'"{word}" is not a verb of station, and there is no file or folder of that name. The '
        f'nearest verb is "{nearest[0]}"; `station --help` lists them all.'
    )


if __name__ == "__main__":
    main()
