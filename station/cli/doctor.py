"""`station doctor`: why something does not work, and what to do."""

from typing import Any

import typer

from station.cli.arguments import AsJson, print_json


def doctor(as_json: AsJson = False) -> None:
    """Look at display, fonts, disk, database, weights, threads and GPU; exit 1 if any is wrong."""
    from station.archive import home
    from station.operations.doctor import Health, examine

    findings = examine(home())
    if as_json:
        facts: list[dict[str, Any]] = [
            {"name": one.name, "health": one.health.value, "sentence": one.sentence}
            for one in findings
        ]
        print_json(facts)
    else:
        width = max(len(one.name) for one in findings)
        for one in findings:
            typer.echo(f"{one.health.value:5}  {one.name:{width}}  {one.sentence}")
    if any(one.health is Health.WRONG for one in findings):
        raise typer.Exit(1)
