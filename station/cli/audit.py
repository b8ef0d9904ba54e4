"""`station audit`: what a denoiser keeps of known lesions in the user's own image."""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import (
    AsJson,
    Device,
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
from station.errors import StationError

WIDTH = 168
"""Columns of the table; a narrower terminal wraps its lines"""


def audit(
    paths: Paths,
    insert: Annotated[
        str, typer.Option("--insert", help="Diameters of the spheres in mm.")
    ] = "6,8,10,13,17",
    sites: Annotated[str, typer.Option(help="Where: liver, lung, node.")] = "liver,lung,node",
    contrast: Annotated[
        str, typer.Option("--contrast", help="Uptake over that of the surroundings.")
    ] = "2,4",
    n: Annotated[int, typer.Option("--n", help="Inserts of every size, contrast and site.")] = 50,
    denoiser: Annotated[
        str,
        typer.Option(help="ours, the id of a network, or the UID of a DL series (only the pair)."),
    ] = "ours",
    series: UnfilteredPet = None,
    seed: Annotated[int, typer.Option(help="Other places for another seed.")] = 1,
    fwhm_mm: Annotated[
        float | None,
        typer.Option("--fwhm-mm", help="Resolution of the image (default: measured)."),
    ] = None,
    filter_mm: Annotated[
        float, typer.Option("--filter-mm", help="Gaussian of the conventional image.")
    ] = 6.0,
    write: Annotated[
        Path | None,
        typer.Option(help="Write copies with inserts into this new folder, for another denoiser."),
    ] = None,
    copies: Annotated[
        Path | None, typer.Option(help="The folder that --write made, with --denoised.")
    ] = None,
    denoised: Annotated[
        Path | None, typer.Option(help="What another denoiser made of the copies: judge it.")
    ] = None,
    precision: Precision = "auto",
    device: Device = "auto",
    resample: Resample = False,
    assume_unfiltered: Annotated[
        bool,
        typer.Option(
            "--assume-unfiltered",
            help="You know that the series is unfiltered although its header does not say so.",
        ),
    ] = False,
    as_json: AsJson = False,
    pdf: Annotated[
        Path | None, typer.Option("--report", help="Write tables and curves into this PDF.")
    ] = None,
) -> None:
    """Put known lesions into an unfiltered PET, and see what filter and denoiser keep of them.

    Which sizes and contrasts each image keeps, loses and invents, with intervals. A vendor's
    denoiser is audited in two steps: --write FOLDER, then --copies FOLDER --denoised RESULTS.
    """
    from station.operations.audit import paths as command
    from station.operations.audit import words
    from station.operations.audit.run import Wish
    from station.operations.denoiser import shipped_denoiser
    from station.operations.quality.grade_paths import require_writable

    with explained(), tempfile.TemporaryDirectory() as scratch:
        check_device(precision, device)
        require_writable(pdf, None)
        _require_one_way(write, copies, denoised)
        wish = Wish(
            _numbers(insert, "--insert 6,10,17"),
            _numbers(contrast, "--contrast 2,4"),
            tuple(part.strip() for part in sites.split(",") if part.strip()),
            n,
            seed,
            fwhm_mm,
            filter_mm,
        )
        every, into = existing(paths), Path(scratch)
        written = 0
        with Progress() as report:
            if write is not None:
                plan = command.write_paths(
                    every, series, wish, write, into, report, assume_unfiltered=assume_unfiltered
                )
                result, written = None, len(plan.images)
            elif copies is not None and denoised is not None:
                existing([copies, denoised])
                result = command.audit_taken_back(every, copies, denoised, into, report)
            else:
                result = command.audit_paths(
                    every,
                    series,
                    wish,
                    denoiser,
                    lambda model: shipped_denoiser(model, precision, device),
                    into,
                    report,
                    resample=resample,
                    assume_unfiltered=assume_unfiltered,
                )
            if result is not None and pdf is not None:
                report(1.0, "Writing the report")
                words.write_report(result[1], result[0].series.label, pdf)
    if result is None:
        _print_written(write, written, as_json)
        return
    source, found = result
    if as_json:
        print_json({"series_uid": source.series.uid, **words.as_json(found)})
        return
    _print(found, source.series.label)
    if pdf is not None:
        typer.echo(f"Wrote {pdf}")


def _require_one_way(write: Path | None, copies: Path | None, denoised: Path | None) -> None:
    if (copies is None) != (denoised is None):
        raise StationError(
            "Give --copies (the folder that --write made) together with --denoised (what the "
            "denoiser made of it)."
        )
    if write is not None and copies is not None:
        raise StationError("Either --write copies, or judge those that were --denoised.")


def _numbers(text: str, example: str) -> tuple[float, ...]:
    try:
        return tuple(float(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise StationError(f'"{text}" is not a list of numbers. Write such as {example}.') from None


def _print_written(folder: Path | None, images: int, as_json: bool) -> None:
    if as_json:
        print_json({"out": str(folder), "copies": images + 1})
        return
    typer.echo(
        f"Wrote {images + 1} series below {folder}: copy-00 without inserts, the others with them. "
        "They are test images: keep them out of the patient's record. Let the denoiser work on "
        f"every one, without another filter, then: station audit STUDY --copies {folder} "
        "--denoised RESULTS"
    )


def _print(found: Any, label: str) -> None:
    """For people."""
    from rich.console import Console
    from rich.table import Table

    from station.operations.audit import words

    console = Console(width=max(Console().width, WIDTH))

    def say(line: str, style: str = "") -> None:
        console.print(line, style=style, highlight=False, markup=False)

    say(label, "bold")
    say(found.denoiser)
    if found.kinds:
        say(words.setting_words(found))
    for rows in (words.rows_of(found) if found.kinds else [], words.foci_rows(found)):
        if not rows:
            continue
        table = Table(box=None, pad_edge=False, padding=(0, 1))
        for number, heading in enumerate(rows[0]):
            table.add_column(heading, justify="left" if number == 0 else "right", no_wrap=True)
        for row in rows[1:]:
            table.add_row(*row)
        console.print(table, highlight=False)
        say("")
    for line in (*words.summary_of(found), *found.sentences):
        say(line)
