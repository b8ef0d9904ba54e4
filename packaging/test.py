"""Set up Station if necessary, and run every check.

  python3 packaging/test.py            ruff, pyright, import-linter, pytest
  python3 packaging/test.py -- ARGS    the same, with ARGS for pytest, for example: -- -k suv
  python3 packaging/test.py --help     prints this

Meanwhile the kernels that tests call are compiled. pytest runs twice: first the quick tests, then
those that simulate scans, train or load a network, start other programs or work for long; each run
prints its ten slowest. Every check runs even when one before it failed. The exit status is 0 when
all passed.
"""

from __future__ import annotations

import os
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from setup_station import PYTHON, ROOT, TEST_PROGRAMS, arguments_behind_dashes, prepare

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "pyright": ["pyright"],
    "pyright, Windows": ["pyright", "--pythonplatform", "Windows", "station", "packaging"],
    "pyright, macOS": ["pyright", "--pythonplatform", "Darwin", "station", "packaging"],
    "import-linter": ["lint-imports"],
}
"""A check's name, and its program in the environment with its arguments."""

COMPILE = ["python", "-m", "tests.kernels"]
"""Compiles what the tests would otherwise compile in each of their processes"""

PYTEST = [
    *("pytest", "--durations", "10", "--hypothesis-profile", "ci", "--numprocesses", "2"),
    # By file: what a module's tests share is made once, not once in each process.
    *("--dist", "loadfile"),
]
TIERS = ("not simulated", "simulated")
NO_TESTS = 5
"""pytest's exit status where ARGS chose none"""


def main() -> None:
    arguments = arguments_behind_dashes("packaging/test.py", __doc__)
    prepare(TEST_PROGRAMS)
    with ThreadPoolExecutor(1) as other_core:  # on the core that the checks leave idle
        other_core.submit(status, COMPILE)
        failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    # The last, so that its summary ends the output.
    statuses: list[int] = []
    for tier in TIERS:
        if failed:
            print(f"== failed: {', '.join(failed)}", flush=True)
        print(f"== pytest, {tier}", flush=True)
        statuses.append(status([*PYTEST, "-m", tier, *arguments]))
        if statuses[-1] not in (0, NO_TESTS):
            failed.append(f"pytest, {tier}")
    if failed or 0 not in statuses:
        raise SystemExit(1)


def passes(name: str, command: list[str]) -> bool:
    """Run a check; print its name, its time and whether it passed."""
    print(f"== {name}", flush=True)
    began = time.perf_counter()
    passed = status(command) == 0
    verdict = "passed" if passed else "FAILED"
    print(f"== {name} {verdict} in {time.perf_counter() - began:.1f} s\n", flush=True)
    return passed


def status(command: list[str]) -> int:
    """Run a program of the environment in the project's folder; its exit status."""
    programs = PYTHON.parent
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
        # pyright would report versions newer than the lock's.
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    command = [str(programs / command[0]), *command[1:]]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    main()
