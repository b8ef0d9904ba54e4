"""`station simulate`: a synthetic patient."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import explained
from station.cli.progress import TimedProgress, interruptible


def simulate(
    seed: Annotated[int, typer.Option("--seed", min=0, help="Which patient.")],
    out: Annotated[Path, typer.Option("--out", help="New folder for the study.")],
    seconds_per_bed: Annotated[
        list[int] | None,
        typer.Option("--seconds-per-bed", help="Scan duration; may be repeated (default: 120)."),
    ] = None,
    lesion_free: Annotated[
        bool, typer.Option("--lesion-free", help="The same patient without lesions.")
    ] = False,
) -> None:
    """Scan a synthetic patient with the virtual scanner: PET, CT and ground truth, as DICOM."""
    from station.operations.simulated import Wish, write_simulated_study

    wish = Wish(seed, tuple(dict.fromkeys(seconds_per_bed or [120])), lesion_free)
    with explained(), interruptible(TimedProgress(), "Stopped. Nothing was written.") as report:
        folder = write_simulated_study(out, wish, report)
    typer.echo(f"Simulated study: {folder}")
