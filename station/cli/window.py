"""The commands that show the window: on the screen, or drawn into a file."""

import re
from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import Paths, existing, explained, position, refuse_unless_in
from station.cli.progress import Progress
from station.errors import StationError

PICTURE_OF_DEMO = Path("station-demo.png")
SMALLEST, LARGEST = 320, 8192
"""Side of a rendered picture in pixels"""


def open_(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Folders, files, ZIPs or DICOMDIRs")
    ] = None,
    another: Annotated[
        bool, typer.Option("--another", help="Another window, where one is open already.")
    ] = False,
) -> None:
    """Open the window, and the paths in it; a window that is open already takes them."""
    with explained():
        wanted = existing(paths or [])
    from station.ui.main import run

    raise typer.Exit(run(wanted, another=another))


def read(
    study: Annotated[
        str | None, typer.Option("--study", help="The study (default: any of the record's).")
    ] = None,
    reader: Annotated[
        str | None, typer.Option("--reader", help="Who reads; asked for where it is not given.")
    ] = None,
    consensus: Annotated[
        bool, typer.Option("--consensus", help="Agree on what was scored differently.")
    ] = False,
) -> None:
    """Read a blinded study: sign-in and the reader's screen, and nothing else of the program."""
    from station.archive import home
    from station.operations.reading.sign_in import Purpose
    from station.ui.reading.start import run_reading

    purpose = Purpose.CONSENSUS if consensus else Purpose.READ
    raise typer.Exit(run_reading(home(), purpose, study or "", reader or ""))


def render(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The PNG to write.")],
    layout: Annotated[
        str | None,
        typer.Option(
            help="compare, grid, single, mip, pet-ct, reconstructions, prior or prior-pairs "
            "(default: as fits)"
        ),
    ] = None,
    window: Annotated[str, typer.Option(help="SUV window, such as 0-7")] = "0-7",
    size: Annotated[str, typer.Option(help="Width x height in pixels")] = "1600x1000",
    colours: Annotated[
        str, typer.Option(help="grey, hot-iron, pet, hot-metal-blue, pet-20-step or rainbow")
    ] = "grey",
    fusion: Annotated[bool, typer.Option("--fusion", help="PET over CT.")] = False,
    difference: Annotated[bool, typer.Option("--difference", help="DL − conventional.")] = False,
    at: Annotated[
        str | None, typer.Option(help="Position of the crosshair: L,P,S in mm", metavar="L,P,S")
    ] = None,
) -> None:
    """Draw the reading window into a PNG, without a display."""
    with explained():
        from station.app.state import Layout
        from station.pet.colormaps import NAMES
        from station.ui.picture import Wish, render_window

        if layout is not None:
            refuse_unless_in(Layout, layout, "a layout")
        refuse_unless_in(NAMES, colours, "a colour map")
        width, height = _size(size)
        wish = Wish(
            layout=None if layout is None else Layout(layout),
            upper=_upper(window),
            width=width,
            height=height,
            colormap=colours,
            fusion=fusion,
            difference=difference,
            position_mm=position(at),
        )
        render_window(existing(paths), wish, out)
    typer.echo(f"Wrote {out}")


def demo(
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for the study (default: the data folder)")
    ] = None,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open it; without a display, draw it into a PNG.")
    ] = False,
) -> None:
    """Make the synthetic demo study (on first use) and say where it is."""
    from station.archive import home
    from station.operations.demo import demo_study, make_demo_study, series_folders

    shown = False
    if open_it:
        from station.ui.main import has_display, run

        shown = has_display()
        if shown and out is None:
            raise typer.Exit(run(demo=True))  # it is made in the window
    with explained(), Progress() as report:
        folder = make_demo_study(out, report) if out else demo_study(home(), report)
    typer.echo(f"Demo study: {folder}")
    if not open_it:
        return
    if shown:
        from station.ui.main import run

        raise typer.Exit(run(series_folders(folder)))
    from station.ui.picture import Wish, render_window

    with explained():
        render_window(series_folders(folder), Wish(), PICTURE_OF_DEMO)
    typer.echo(
        f"There is no display: the window was drawn into {PICTURE_OF_DEMO.resolve()} instead."
    )


def _upper(text: str) -> float:
    from station.app.viewing.display import SUV_LIMITS

    match = re.fullmatch(r"0(?:\.0*)?[-–](\d+(?:\.\d+)?)", text)
    if match is None or not SUV_LIMITS[0] <= float(match[1]) <= SUV_LIMITS[1]:
        raise StationError(
            f'"{text}" is not an SUV window. Write it from 0 to an upper bound between '
            f"{SUV_LIMITS[0]:g} and {SUV_LIMITS[1]:g}, such as 0-7."
        )
    return float(match[1])


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)[xX×](\d+)", text)
    if match is None or not all(SMALLEST <= int(side) <= LARGEST for side in match.groups()):
        raise StationError(
            f'"{text}" is not a picture size. Write width x height, such as 1600x1000, '
            f"each from {SMALLEST} to {LARGEST}."
        )
    return int(match[1]), int(match[2])
