"""Arguments and options that several commands share, and how they are read."""

import json
import math
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperOption

from station.errors import StationError
from station.pet.words import listed
from station.report.table_file import Spreadsheet

Paths = Annotated[list[Path], typer.Argument(help="Folders, files, ZIPs or DICOMDIRs")]
EveryPet = Annotated[
    list[str] | None, typer.Option("--series", help="UID of the series (default: every PET).")
]
UnfilteredPet = Annotated[
    str | None, typer.Option("--series", help="UID of the series (default: the unfiltered PET)")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
ModelId = Annotated[
    str | None, typer.Option("--model", help="Id of the network (default: the shipped one)")
]
Resample = Annotated[
    bool,
    typer.Option("--resample", help="Allow voxels that are not 2 mm: resample there and back."),
]
Precision = Annotated[str, typer.Option(help="auto, fp32 or bf16")]
ForSpreadsheet = Annotated[
    Spreadsheet,
    typer.Option("--spreadsheet", help="Which program is to open the CSV with a double click"),
]
Device = Annotated[str, typer.Option(help="auto, cpu or cuda")]

FARTHEST_MM = 1e5
"""No scanner's table goes that far."""
PRECISIONS = ("auto", "fp32", "bf16")
DEVICES = ("auto", "cpu", "cuda")


class ManyValues(TyperCommand):
    """A command whose repeatable options take several values at once: `--cases A B C`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        repeatable = {
            name
            for parameter in self.params
            if isinstance(parameter, TyperOption) and parameter.multiple
            for name in parameter.opts
        }
        spread: list[str] = []
        option = ""
        for arg in args:
            if arg.startswith("-"):
                option = arg if arg in repeatable else ""
            elif option and spread[-1] != option:
                spread.append(option)
            spread.append(arg)
        return super().parse_args(ctx, spread)


@contextmanager
def explained() -> Generator[None]:
    """An error of the data or the request ends the command with its sentence and code 1."""
    try:
        yield
    except StationError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def print_json(value: object) -> None:
    typer.echo(json.dumps(value, indent=2, allow_nan=False))  # ASCII: right in any encoding


def existing(paths: list[Path]) -> list[Path]:
    for path in paths:
        if not path.exists():
            raise StationError(f"{path} does not exist.")
    return paths


def refuse_unless_in(names: Iterable[str], text: str, what: str) -> None:
    """Raises StationError where the text is not one of the names; `what` is such as "a layout"."""
    choices = tuple(names)
    if text not in choices:
        raise StationError(f'"{text}" is not {what}. Use {listed(choices, "or")}.')


def position(text: str | None) -> tuple[float, float, float] | None:
    if text is None:
        return None
    try:
        x, y, z = (float(part) for part in text.split(","))
    except ValueError:
        x = y = z = math.nan
    if not all(abs(coordinate) <= FARTHEST_MM for coordinate in (x, y, z)):
        raise StationError(
            f'"{text}" is not a position. Write three numbers in mm, such as 10.5,-20,300.'
        )
    return x, y, z


def check_device(precision: str, device: str) -> None:
    """Raises StationError where one of them does not exist."""
    refuse_unless_in(PRECISIONS, precision, "a precision")
    refuse_unless_in(DEVICES, device, "a device")
