"""Set up Station if necessary, and run every check.

  python3 packaging/test.py            ruff, pyright, import-linter, pytest
  python3 packaging/test.py -- ARGS    the same, with ARGS for pytest, for example: -- -k suv
  python3 packaging/test.py --help     prints this

Every check runs even if one before it failed. The exit status is 0 when all passed.
"""

from __future__ import annotations

import os
import subprocess
import time

from setup_station import PYTHON, ROOT, TEST_PROGRAMS, arguments_behind_dashes, prepare

CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "pyright": ["pyright"],
    "import-linter": ["lint-imports"],
}
"""A check's name, and its program in the environment with its arguments."""

PYTEST = ["pytest", "--numprocesses", "2", "--hypothesis-profile", "ci"]


def main() -> None:
    arguments = arguments_behind_dashes("packaging/test.py", __doc__)
    prepare(TEST_PROGRAMS)
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    if failed:
        print(f"== failed: {', '.join(failed)}", flush=True)
    # The last, so that its summary ends the output.
    print("== pytest", flush=True)
    if not succeeds([*PYTEST, *arguments]) or failed:
        raise SystemExit(1)


def passes(name: str, command: list[str]) -> bool:
    """Run a check; print its name, its time and whether it passed."""
    print(f"== {name}", flush=True)
    began = time.perf_counter()
    passed = succeeds(command)
    verdict = "passed" if passed else "FAILED"
    print(f"== {name} {verdict} in {time.perf_counter() - began:.1f} s\n", flush=True)
    return passed


def succeeds(command: list[str]) -> bool:
    """Run a program of the environment in the project's folder."""
    programs = PYTHON.parent
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}",
        # pyright would report versions newer than the lock's.
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    command = [str(programs / command[0]), *command[1:]]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


if __name__ == "__main__":
    main()
