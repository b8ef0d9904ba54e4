"""The quality of a PET: `station check` and `station grade`."""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import AsJson, EveryPet, Paths, existing, explained, position, print_json
from station.cli.progress import Progress
from station.errors import StationError

LiverCentre = Annotated[
    str | None,
    typer.Option("--liver", metavar="L,P,S", help="Centre of the liver's 3 mL sphere, in mm."),
]


def check_(
    paths: Paths,
    series: EveryPet = None,
    liver: LiverCentre = None,
    as_json: AsJson = False,
) -> None:
    """Check every PET of the paths: liver, blood pool, noise, dose, gaps, shift against the CT."""
    from station.operations.quality import checks as command

    with explained(), tempfile.TemporaryDirectory() as scratch, Progress() as report:
        results = command.check_paths(
            existing(paths), series or [], position(liver), Path(scratch), report
        )
    content = command.as_json(results)
    if as_json:
        print_json(content)
    else:
        _print_checks(content)


def grade(
    paths: Paths,
    series: EveryPet = None,
    liver: LiverCentre = None,
    as_json: AsJson = False,
    pdf: Annotated[
        Path | None, typer.Option("--report", help="Write the one-page report into this PDF.")
    ] = None,
    without_patient: Annotated[
        bool, typer.Option("--without-patient-data", help="The PDF names no patient and no date.")
    ] = False,
    dicom: Annotated[
        Path | None,
        typer.Option("--dicom", help="New folder for the report as DICOM: Encapsulated PDF, SR."),
    ] = None,
) -> None:
    """Grade every PET of the paths, 1 to 5 and Good or Poor; with the checks of `station check`."""
    from station.operations.quality import grade_paths as command
    from station.operations.quality.grader import shipped_grader
    from station.operations.quality.page import write_report

    with explained(), tempfile.TemporaryDirectory() as scratch:
        if without_patient and pdf is None:
            raise StationError(
                "--without-patient-data applies to the PDF. Give --report FILE.pdf too."
            )
        sources, place = existing(paths), position(liver)
        command.require_writable(pdf, dicom)
        with Progress() as report:
            results = command.grade_paths(
                sources,
                series or [],
                place,
                Path(scratch),
                shipped_grader,
                report,
                evidence=pdf is not None or dicom is not None,
                one_only="" if pdf is None else "The report",
            )
            wrote: list[Path] = []
            if pdf is not None:
                report(1.0, "Writing the report")
                write_report(results[0], pdf, patient_data=not without_patient)
                wrote.append(pdf)
            if dicom is not None:
                report(1.0, "Writing the DICOM report")
                wrote += command.write_dicom(results, dicom)
    content = command.as_json(results)
    if as_json:
        print_json(content)
    else:
        _print_grades(content)
        for path in wrote:
            typer.echo(f"Wrote {path}")


def _print_checks(images: list[dict[str, Any]]) -> None:
    """For people."""
    from rich.console import Console

    console = Console()
    for image in images:
        _print_title(console, image)
        if image["reason"] is not None:
            console.print(f"  Not checked: {image['reason']}", highlight=False, markup=False)
            continue
        _print_check_table(console, image["checks"])


def _print_grades(images: list[dict[str, Any]]) -> None:
    """For people."""
    from rich.console import Console

    console = Console()
    styles = {"Good": "bold green", "Poor": "bold red"}
    for image in images:
        _print_title(console, image)
        style = styles.get(image["verdict"], "bold yellow")
        lines: list[str] = []
        if image["grade"] is None:
            console.print(f"  {image['verdict']}: {image['reason']}", style=style, markup=False)
        else:
            verdict = f"  {image['verdict']}, grade {image['grade']} of 5: {image['grade_means']}"
            console.print(verdict, style=style, highlight=False, markup=False)
            shares = " · ".join(f"{share:.0%}" for share in image["grade_probabilities"])
            lines.append(
                f"Good with probability {image['probability_good']:.0%}; grades 1 to 5: {shares}"
            )
        if image["caution"]:
            lines.append(f"Caution: {image['caution']}")
        suspected = [
            f"{suspicion['cause']} ({suspicion['probability']:.0%})"
            for suspicion in image["suspicions"]
        ]
        drivers = [f"{driver['subject']} ({driver['share']:.0%})" for driver in image["drivers"]]
        if drivers:
            lines.append(f"Driven by: {', '.join(drivers)}")
        if suspected:
            lines.append(f"Suspected: {', '.join(suspected)}")
        if image["checks_reason"] is not None and image["checks_reason"] != image["reason"]:
            lines.append(f"Not checked: {image['checks_reason']}")
        for line in lines:
            console.print(f"  {line}", highlight=False, markup=False)
        if image["checks"]:
            _print_check_table(console, image["checks"])
        model = image["model"]
        if model is not None:
            named = f"  {model['name']} {model['version']}, SHA-256 {model['sha256']}"
            console.print(named, style="dim", highlight=False, markup=False)


def _print_title(console: Any, image: dict[str, Any]) -> None:
    name = image["description"] or image["series_uid"]
    console.print(f"\n{name}", style="bold", highlight=False, markup=False)


def _print_check_table(console: Any, checks: list[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from station.pet.image_quality import NOTHING, limits_words, number_words

    styles = {"pass": "green", "look": "yellow", "fail": "bold red"}
    table = Table("check", "value", "limits", "", "what was found", box=None)
    for check in checks:
        table.add_row(
            Text(check["name"]),
            NOTHING if check["value"] is None else number_words(check["value"]),
            limits_words(tuple(check["limits"])),
            Text(check["status"], style=styles.get(check["status"], "dim")),
            Text(check["sentence"]),
        )
    console.print(table)
