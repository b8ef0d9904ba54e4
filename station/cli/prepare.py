"""`station prepare`: what a first start would do, done before."""

from typing import Annotated

import typer

from station.cli.arguments import explained
from station.cli.progress import Progress


def prepare(
    lines: Annotated[
        bool, typer.Option("--lines", hidden=True, help="Progress as lines, for the window.")
    ] = False,
) -> None:
    """Compile the kernels for this processor now, so that the first start does not."""
    from station.operations.kernels import compile_all

    def say(fraction: float, message: str) -> None:
        del message
        print(f"{fraction:.3f}", flush=True)

    with explained(), Progress() as progress:
        count = compile_all(say if lines else progress)
    if not lines:
        typer.echo(f"{count} kernels are compiled.")
