"""New series of an unfiltered PET: `station denoise` and `station filter`."""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import (
    AsJson,
    Device,
    ModelId,
    Paths,
    Precision,
    Resample,
    UnfilteredPet,
    check_device,
    existing,
    explained,
    print_json,
)
from station.cli.progress import Progress

AssumeUnfiltered = Annotated[
    bool,
    typer.Option(
        "--assume-unfiltered",
        help="You know that the series is unfiltered although its header does not say so.",
    ),
]


def denoise(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="New folder for the DL series.")],
    series: UnfilteredPet = None,
    model: ModelId = None,
    precision: Precision = "auto",
    device: Device = "auto",
    resample: Resample = False,
    assume_unfiltered: AssumeUnfiltered = False,
    as_json: AsJson = False,
) -> None:
    """Denoise the unfiltered PET of the paths; write a new DICOM series."""
    from station.operations import denoise as command
    from station.operations.denoiser import shipped_denoiser

    with explained(), tempfile.TemporaryDirectory() as scratch:
        check_device(precision, device)
        with Progress() as report:
            made = command.denoise_paths(
                existing(paths),
                series,
                out,
                lambda: shipped_denoiser(model, precision, device),
                Path(scratch),
                report,
                resample=resample,
                assume_unfiltered=assume_unfiltered,
            )
    _print_made(command.as_json(made), as_json)


def filter_(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="New folder for the filtered series.")],
    fwhm_mm: Annotated[
        float, typer.Option("--fwhm-mm", help="Full width at half maximum in mm")
    ] = 6.0,
    series: UnfilteredPet = None,
    assume_unfiltered: AssumeUnfiltered = False,
    as_json: AsJson = False,
) -> None:
    """Filter the unfiltered PET of the paths with a Gaussian; write a new DICOM series."""
    from station.operations import denoise as command

    with explained(), tempfile.TemporaryDirectory() as scratch, Progress() as report:
        made = command.filter_paths(
            existing(paths),
            series,
            out,
            fwhm_mm,
            Path(scratch),
            report,
            assume_unfiltered=assume_unfiltered,
        )
    _print_made(command.as_json(made), as_json)


def _print_made(made: dict[str, Any], as_json: bool) -> None:
    if as_json:
        print_json(made)
        return
    for caution in made["cautions"]:
        typer.echo(f"Caution: {caution}", err=True)
    typer.echo(f"Wrote {made['out']}: series {made['series_number']}, {made['description']}")
