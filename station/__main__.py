"""`python -m station`: a verb of the command line, or the window when there is none."""

import os
import sys
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path


def main() -> None:
    """Start the window at once if no verb needs the command line: Typer costs 0.1 s."""
    arguments = sys.argv[1:]
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


def _is_path(word: str) -> bool:
    """Whether it is written as no verb is."""
    return os.sep in word or word in {os.curdir, os.pardir}


def _open(arguments: list[str]) -> int:
    missing = [word for word in arguments if not Path(word).exists()]
    if missing:
        sys.stderr.write(f"There is no file or folder {missing[0]}.\n")
        return 2
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
