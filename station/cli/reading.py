"""`station reading`: blinded reader studies."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import (
    AsJson,
    ForSpreadsheet,
    ManyValues,
    existing,
    explained,
    print_json,
)
from station.cli.progress import Progress
from station.errors import StationError
from station.pet.words import count_of
from station.report.table_file import Spreadsheet

app = typer.Typer(help="Blinded reader studies.", no_args_is_help=True)


@app.command("new", cls=ManyValues)
def new_reading(
    protocol: Annotated[Path, typer.Option("--protocol", help="The study's protocol (TOML).")],
    cases: Annotated[
        list[Path],
        typer.Option("--cases", help="Folders: each holds both images of one case."),
    ],
    people: Annotated[
        Path,
        typer.Option(
            "--people", help='TOML: coordinator = "A", readers = ["B", "C"], adjudicator = "D".'
        ),
    ],
    name: Annotated[str, typer.Option("--name", help="What the study is called.")],
    practice: Annotated[
        list[Path] | None,
        typer.Option("--practice", help="The same for practice; it does not count."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Prepare a blinded study: copies under codes, the leak check, a password for each person.

    The passwords are printed once and kept nowhere.
    """
    from station.archive import home
    from station.operations.reading.new_study import NewStudyWish, make_new_study
    from station.operations.reading.prepare import blinding_words

    with explained(), Progress() as report:
        wish = NewStudyWish(
            name=name,
            protocol=protocol,
            people=people,
            cases=tuple(existing(cases)),
            practice=tuple(existing(practice or [])),
        )
        made = make_new_study(home(), wish, report)
    preparation = made.preparation
    for sentence in (*blinding_words(preparation), *preparation.remarks, *made.cautions):
        typer.echo(f"Note: {sentence}", err=True)
    if as_json:
        print_json(
            {
                "study": preparation.study,
                "cases": preparation.cases,
                "passwords": dict(made.passwords),
            }
        )
        return
    typer.echo(f'"{preparation.study}" can be read: {count_of(preparation.cases, "case")}.')
    typer.echo("One-time passwords, shown only now:")
    for person, password in made.passwords.items():
        typer.echo(f"  {person}: {password}")


@app.command()
def copies(
    name: Annotated[str, typer.Argument(help="Name of the study.")],
    out: Annotated[Path, typer.Option("--out", help="New folder for the copies.")],
) -> None:
    """Copy exactly what readers' stations get: DICOM, a folder for each code, nothing else."""
    from station.archive import home
    from station.operations.reading.new_study import write_copies

    with explained(), Progress() as report:
        codes = write_copies(home(), name, out, report)
    typer.echo(f"Wrote {out}: {count_of(len(codes), 'image')}, a folder for each code")


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
    resamples: Annotated[
        int | None,
        typer.Option(
            "--resamples", help="Number of bootstrap resamples over cases (default: 2000)."
        ),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Seed of the bootstrap.")] = None,
    spreadsheet: ForSpreadsheet = Spreadsheet.NONE,
) -> None:
    """Make the tables of a reader study: scores, agreement, SUVs; as CSV, HTML, PDF and JSON."""
    from station.operations.reading import analysis as command

    with explained():
        if scores is not None and study is not None:
            raise StationError("Give --study or --csv, not both.")
        if study is not None:
            from station.archive import home
            from station.archive.readings import open_reader_studies

            with closing(open_reader_studies(home())) as studies:
                source = command.source_of_study(studies, study, vois or [])
        elif scores is not None or vois:
            source = command.source_of_files(scores, vois or [])
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
    for line in command.summary(written.analysis, written.grades):
        typer.echo(line)
    for note in written.notes:
        typer.echo(f"Note: {note}", err=True)
    typer.echo(f"Wrote {out}: {', '.join(command.MAIN_FILES)}, CSV tables, plots/ and data/")


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
