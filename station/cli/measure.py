"""`station measure`: spheres and masks."""

import math
import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import (
    FARTHEST_MM,
    EveryPet,
    ForSpreadsheet,
    Paths,
    existing,
    explained,
    print_json,
    refuse_unless_in,
)
from station.errors import StationError
from station.report.table_file import Spreadsheet


def measure(
    paths: Paths,
    sphere: Annotated[
        list[str] | None,
        typer.Option("--sphere", metavar="L,P,S,ML", help="Centre in LPS mm and volume in mL."),
    ] = None,
    mask: Annotated[
        list[Path] | None,
        typer.Option("--mask", help="NIfTI, DICOM SEG or RTSTRUCT."),
    ] = None,
    series: EveryPet = None,
    peak: Annotated[
        str, typer.Option(help="SUVpeak: global (highest 1 mL mean) or local (hottest voxel)")
    ] = "global",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the default).")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    spreadsheet: ForSpreadsheet = Spreadsheet.NONE,
    sr: Annotated[
        Path | None, typer.Option("--sr", help="Write a DICOM SR into this file, masks next to it.")
    ] = None,
) -> None:
    """Measure spheres and masks in every PET of the paths."""
    from station.operations import measure as command
    from station.pet.voi import PeakRule

    with explained(), tempfile.TemporaryDirectory() as scratch:
        spheres = [sphere_of(text) for text in sphere or []]
        refuse_unless_in(PeakRule, peak, "a rule for SUVpeak")
        if not spheres and not mask:
            raise StationError("Nothing to measure. Give --sphere L,P,S,ML or --mask FILE.")
        results = command.measure_paths(
            existing(paths),
            spheres,
            existing(mask or []),
            series or [],
            PeakRule(peak),
            Path(scratch),
        )
        if sr is not None:
            for sentence in command.write_sr(results, sr):
                typer.echo(sentence, err=True)
    if as_csv and not as_json:
        typer.echo(command.as_csv(results, spreadsheet), nl=False)
    elif as_json or sr is None:
        print_json(command.as_json(results))


def sphere_of(text: str) -> Any:
    """The sphere of --sphere. Raises StationError where it is none."""
    from station.app.voi.workflow import VOLUME_LIMITS_ML
    from station.pet.voi import Sphere

    try:
        x, y, z, volume = (float(part) for part in text.split(","))
    except ValueError:
        x = y = z = volume = math.nan
    low, high = VOLUME_LIMITS_ML
    if not all(abs(value) <= FARTHEST_MM for value in (x, y, z)) or not low <= volume <= high:
        raise StationError(
            f'"{text}" is not a sphere. Write its centre in LPS mm and its volume in mL '
            f"({low:g} to {high:g}), such as 10.5,-20,300,0.5."
        )
    return Sphere((x, y, z), volume)
