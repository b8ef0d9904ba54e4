"""`station reading`: blinded reader studies."""

import json
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import AsJson, ForSpreadsheet, explained, print_json
from station.cli.progress import Progress
from station.errors import StationError
from station.report.table_file import Spreadsheet

app = typer.Typer(help="Blinded reader studies.", no_args_is_help=True)


@app.command("analyse")
def analyse_reading(
    out: Annotated[Path, typer.Option("--out", help="Folder for tables, figures and rows.")],
    scores: Annotated[
        Path | None,
        typer.Option("--csv", help="Scores: reader,case,arm,criterion,score and optionally repeat"),
    ] = None,
    study: Annotated[
        str | None, typer.Option("--study", help="Name of a locked reader study.")
    ] = None,
    vois: Annotated[
        list[Path] | None,
        typer.Option(
            "--voi",
            help="VOIs: case,arm,site,kind,suv_max,suv_peak,suv_mean, or a table that the window "
            "exported; may be repeated",
        ),
    ] = None,
    marks: Annotated[
        Path | None,
        typer.Option(
            "--marks", help="Foci: reader,case,arm,criterion,x_mm,y_mm,z_mm,confidence,site"
        ),
    ] = None,
    truth: Annotated[
        Path | None,
        typer.Option("--truth", help="Known lesions: case,lesion,x_mm,y_mm,z_mm,diameter_mm"),
    ] = None,
    resamples: Annotated[
        int | None,
        typer.Option(
            "--resamples", help="Number of bootstrap resamples over cases (default: 2000)."
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Seed of the bootstrap.")] = None,
    spreadsheet: ForSpreadsheet = Spreadsheet.NONE,
    protocol: Annotated[
        Path | None,
        typer.Option("--protocol", help="With --csv: protocol with names of arms and margins."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make the tables of a reader study: scores, agreement, SUVs; as CSV, HTML, PDF and JSON."""
    from station.operations.reading import analysis as command

    with explained():
        if scores is not None and study is not None:
            raise StationError("Give --study or --csv, not both.")
        if study is not None and protocol is not None:
            raise StationError("A study has its own protocol. Leave out --protocol.")
        if study is not None and marks is not None:
            raise StationError("A study has its own foci. Leave out --marks.")
        if study is not None:
            from station.archive import home
            from station.archive.readings import open_reader_studies

            with closing(open_reader_studies(home())) as studies:
                source = command.source_of_study(studies, study, vois or [], truth)
        elif scores is not None or marks is not None or vois:
            source = command.source_of_files(scores, vois or [], protocol, marks, truth)
        else:
            raise StationError(
                "Nothing to analyse. Give --study NAME, or --csv scores.csv and --voi voi.csv."
            )
        with Progress() as report:
            written = command.write_analysis(
                source,
                out,
                command.RESAMPLES if resamples is None else resamples,
                command.SEED if seed is None else seed,
                report,
                spreadsheet,
            )
    for note in written.notes:
        typer.echo(f"Note: {note}", err=True)
    if as_json:
        print_json(json.loads((out / command.JSON_FILE).read_text(encoding="utf-8")))
        return
    for line in command.summary(written.analysis, written.grades):
        typer.echo(line)
    typer.echo(f"Wrote {out}: {', '.join(command.MAIN_FILES)}, CSV tables, plots/ and data/")


Points = Annotated[float | None, typer.Option(help="In points of the scale.")]


@app.command()
def plan(
    readers: Annotated[
        str, typer.Option("--readers", help="Numbers of readers, such as 2,3,4.")
    ] = "2,3,4,6",
    cases: Annotated[
        str, typer.Option("--cases", help="Numbers of cases, such as 20,50,100.")
    ] = "10,20,30,50,80,120",
    effect: Points = None,
    reader_arm_sd: Points = None,
    case_arm_sd: Points = None,
    reading_sd: Points = None,
    case_sd: Points = None,
    reader_sd: Points = None,
    reader_case_sd: Points = None,
    mean: Points = None,
    margin: Annotated[
        float | None, typer.Option(help="Plan for non-inferiority with this margin, in points.")
    ] = None,
    pilot: Annotated[
        Path | None,
        typer.Option("--pilot", help="Scores of a pilot; they give what is not given here."),
    ] = None,
    criterion: Annotated[str | None, typer.Option(help="Which criterion of the pilot.")] = None,
    studies: Annotated[int, typer.Option(help="Studies simulated for each number.")] = 1000,
    seed: Annotated[int, typer.Option(help="Seed of the simulation.")] = 16,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for power.png, power.csv and plan.json.")
    ] = None,
    spreadsheet: ForSpreadsheet = Spreadsheet.NONE,
    as_json: AsJson = False,
) -> None:
    """Simulate the power of a study before it is read: how many cases, how many readers."""
    from station.operations.reading import planning
    from station.report.reading import plan as page

    given = {
        "effect": effect,
        "reader_arm_sd": reader_arm_sd,
        "case_arm_sd": case_arm_sd,
        "reading_sd": reading_sd,
        "case_sd": case_sd,
        "reader_sd": reader_sd,
        "reader_case_sd": reader_case_sd,
        "mean": mean,
        "margin": margin,
    }
    with explained():
        stated = {name: value for name, value in given.items() if value is not None}
        assumed = planning.assumptions(stated, pilot, criterion)
        numbers = (
            planning.whole_numbers(readers, "--readers"),
            planning.whole_numbers(cases, "--cases"),
        )
        with Progress() as report:
            made, png = planning.make_plan(assumed, *numbers, studies, seed, report)
        if out is not None:
            planning.write_plan(made, png, out, spreadsheet)
    if as_json:
        print_json(page.as_json(made))
        return
    typer.echo(f"To show {page.goal(made)}:")
    for each in made.powers:
        low, high = each.ci
        typer.echo(
            f"{each.readers} readers, {each.cases} cases: power {each.power:.0%} "
            f"({low:.0%} to {high:.0%})"
        )
    for sentence in page.sentences(made):
        typer.echo(sentence)
    if out is not None:
        typer.echo(f"Wrote {out}: power.png, power.csv and plan.json")


@app.command()
def verify(
    images: Annotated[
        bool, typer.Option("--images", help="Check the files of every study's images too.")
    ] = False,
    head: Annotated[
        str | None,
        typer.Option("--head", help="A hash written down earlier that the trail must contain."),
    ] = None,
) -> None:
    """Check the record of reader studies, and show the first broken link of its audit trail."""
    from station.archive import home
    from station.archive.readings import open_reader_studies

    with explained(), closing(open_reader_studies(home())) as studies:
        verdict = studies.verify(head)
        if verdict.broken is not None:
            raise StationError(f"The record is broken. {verdict.broken.sentence}")
        report = Progress()
        for name in studies.names() if images else ():
            changed = studies.changed_images(name, report)
            report.end()
            if changed:
                raise StationError(
                    f'The record is whole, but images of "{name}" are not what they were when '
                    f"the study was made: {', '.join(changed)}. Put them back from a backup."
                )
    typer.echo(f"The record is whole: {verdict.entries} entries. Last hash: {verdict.head}")
