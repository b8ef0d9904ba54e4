"""`station phantom`: the NEMA image-quality phantom."""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import AsJson, EveryPet, Paths, existing, explained, print_json
from station.cli.progress import Progress
from station.errors import StationError

WIDTH = 124
"""Columns of the table of recoveries; a narrower terminal wraps its lines"""


def phantom(
    paths: Paths,
    earl: Annotated[
        int, typer.Option("--earl", help="Bands of EARL 1, or of EARL 2 (resolution modelling).")
    ] = 2,
    ratio: Annotated[
        float | None,
        typer.Option(
            "--ratio",
            help="Activity concentration of the spheres over the background's (default: as a "
            'description says, such as "NEMA 8:1", or else as the largest sphere has it).',
        ),
    ] = None,
    series: EveryPet = None,
    as_json: AsJson = False,
    pdf: Annotated[
        Path | None, typer.Option("--report", help="Write tables and figures into this PDF.")
    ] = None,
) -> None:
    """Recovery, contrast and noise of a NEMA IQ phantom in every PET of the paths.

    Give an image and its denoised one together: they are put next to each other. The figures are
    EARL's (RCmax, RCmean in the 50 % contour, RCpeak) and those of NEMA NU 2; --report adds the
    filter that brings each image into the bands.
    """
    from station.operations import phantom as command
    from station.operations.quality.grade_paths import require_writable
    from station.pet.phantom.figures import Earl

    with explained(), tempfile.TemporaryDirectory() as scratch:
        if earl not in list(Earl):
            raise StationError(f"There is no EARL {earl}. Give --earl 1 or --earl 2.")
        require_writable(pdf, None)
        with Progress() as report:
            examined = command.examine_phantoms(
                existing(paths),
                Earl(earl),
                ratio,
                series or [],
                Path(scratch),
                with_filter=pdf is not None or not as_json,
                report=report,
            )
            if pdf is not None:
                report(1.0, "Writing the report")
                command.write_report(examined, pdf)
    if as_json:
        print_json(command.as_json(examined))
        return
    _print(examined)
    if pdf is not None:
        typer.echo(f"Wrote {pdf}")


def _print(examined: Any) -> None:
    """For people."""
    from rich.console import Console
    from rich.table import Table

    from station.operations.phantom import rows_of, summary_of

    console = Console(width=max(Console().width, WIDTH))
    for one in examined:
        console.print(one.series.label, style="bold", highlight=False, markup=False)
        for line in summary_of(one):
            console.print(f"  {line}", highlight=False, markup=False)
        rows = rows_of(one)
        table = Table(box=None, pad_edge=False, padding=(0, 1))
        for heading in rows[0]:
            table.add_column(heading, justify="right", no_wrap=True)
        for row in rows[1:]:
            table.add_row(*row)
        console.print(table, highlight=False)
        for warning in one.figures.warnings:
            console.print(f"  {warning}", highlight=False, markup=False)
        console.print()
