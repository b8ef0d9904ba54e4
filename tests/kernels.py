"""Compiles the kernels that the tests call, before the first of them runs.

  python -m tests.kernels            compile those of kernels.txt; numba keeps the result
  python -m tests.kernels --record   write kernels.txt, from what runs of all tests have left
  python -m tests.kernels --record-for-users   write resources/kernels.txt, which the installed
                                     program compiles at its first start, in the same way: give
                                     NUMBA_CACHE_DIR an empty folder, run what users wait for
                                     (render, grade, denoise and filter of a demo study that is
                                     there already), then this

A line is a module, a kernel and the types of its arguments. One that is missing is compiled by the
first test that needs it; one that is out of date is left out, and so are kernels that are given
named tuples, whose types cannot be read back.
"""

import argparse
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from numba import types
from numba.core.registry import CPUDispatcher

from station.installed import resource
from station.operations.kernels import LIST as FOR_USERS
from station.operations.kernels import compile_line

ROOT = Path(__file__).resolve().parents[1]
LIST = Path(__file__).with_suffix(".txt")
ENTRY = "from station.pet.compiled import"
"""What a module with kernels says"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--record", action="store_true", help="write the list")
    parser.add_argument("--record-for-users", action="store_true", help="write the users' list")
    given = parser.parse_args()
    if given.record or given.record_for_users:
        place = resource(FOR_USERS) if given.record_for_users else LIST
        place.write_text("".join(f"{line}\n" for line in recorded()), encoding="utf-8")
    else:
        for line in listed():
            compile_line(line)


def listed() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines()


def recorded() -> list[str]:
    """A line for everything that numba keeps of the kernels as they are now."""
    lines: set[str] = set()
    for module, name, kernel in kernels():
        for signature, *_ in kernel._cache._cache_file._load_index():
            if not any(isinstance(argument, types.NamedTuple) for argument in signature):
                lines.add(f"{module} {name} {signature!r}")
    return sorted(lines)


def kernels() -> Iterator[tuple[str, str, Any]]:
    """(module, name, kernel) of all there are."""
    for path in sorted((ROOT / "station").rglob("*.py")):
        if ENTRY not in path.read_text(encoding="utf-8"):
            continue
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for name, value in vars(importlib.import_module(module)).items():
            if isinstance(value, CPUDispatcher) and value.py_func.__module__ == module:
                yield module, name, value


if __name__ == "__main__":
    main()
