"""`python -m station`: a verb of the command line, or the window when there is none."""

import sys
from pathlib import Path

VERBS = frozenset(
    {
        "open",
        "info",
        "render",
        "demo",
        "measure",
        "protocol",
        "train",
        "denoise",
        "filter",
        "simulate",
        "evaluate",
        "reading",
        "check",
        "grade",
    }
)


def main() -> None:
    """Start the window at once if no verb needs the command line: Typer costs 0.1 s."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0] not in VERBS and not arguments[0].startswith("-")):
        from station.ui.main import run

        raise SystemExit(run([Path(argument) for argument in arguments]))
    from station.cli import app

    app(prog_name="station")


if __name__ == "__main__":
    main()
