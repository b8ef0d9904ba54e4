"""The command line: what the window does, for scripts and checks."""

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from station.cli import (
    audit,
    batch,
    compare,
    denoise,
    doctor,
    evaluate,
    info,
    measure,
    pacs,
    phantom,
    prepare,
    protocol,
    quality,
    reading,
    settings,
    simulate,
    train,
    window,
)
from station.installed import build

app = typer.Typer(
    name="station",
    help="Reading station for FDG PET. Without a command: opens the window, and the paths in it.",
    no_args_is_help=True,
    add_completion=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"station {build()}")
        raise typer.Exit


@app.callback()
def station(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """For research, not for diagnosis."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names of patients and files may hold what the terminal's encoding does not.
            stream.reconfigure(errors="backslashreplace")


# In the order of `station --help`.
app.command("open")(window.open_)
app.command()(info.info)
app.command()(window.read)
app.command()(window.render)
app.command()(window.demo)
app.command()(simulate.simulate)
app.command()(measure.measure)
app.command()(compare.compare)
app.command("check")(quality.check_)
app.command()(quality.grade)
app.command()(phantom.phantom)
app.command()(audit.audit)
app.command()(denoise.denoise)
app.command("filter")(denoise.filter_)
app.add_typer(batch.app, name="batch")
app.add_typer(pacs.app, name="pacs")
app.add_typer(train.app, name="train")
app.add_typer(evaluate.app, name="evaluate")
app.add_typer(protocol.app, name="protocol")
app.add_typer(reading.app, name="reading")
app.command()(settings.settings)
app.command()(doctor.doctor)
app.command()(prepare.prepare)
