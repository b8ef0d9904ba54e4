"""`station reading`: blinded reader studies."""

import os
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import ForSpreadsheet, explained
from station.cli.progress import Progress
from station.errors import StationError
from station.operations.reading.investigator_copy import SUFFIX, checked_copy, write_copy
from station.operations.reading.sign_in import coordinator_of
from station.reading.protocol import StudyRole
from station.report.table_file import Spreadsheet

FROM_VARIABLE = "STATION_PASSWORD"
"""The coordinator's password, for a script; without it, it is asked for"""

NEW_VARIABLE = "STATION_NEW_PASSWORD"

Coordinator = Annotated[
    str | None,
    typer.Option(
        "--coordinator",
        help=f"Who signs in (default: the study's only one). The password is asked for, or read "
        f"from {FROM_VARIABLE}.",
    ),
]

AdministratorUrl = Annotated[
    str | None,
    typer.Option(
        "--url",
        help="postgresql+psycopg://… of somebody who may create roles (default: "
        "STATION_DATABASE_URL).",
    ),
]

app = typer.Typer(help="Blinded reader studies.", no_args_is_help=True)
database_app = typer.Typer(help="The shared PostgreSQL.", no_args_is_help=True)
app.add_typer(database_app, name="database")


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
    coordinator: Coordinator = None,
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
                sitting = coordinator_of(studies, study, coordinator, asked_password())
                source = command.source_of_study(sitting, vois or [])
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
    name: Annotated[
        str | None,
        typer.Argument(help="A reader study (default: all), or an investigator's copy (ZIP)."),
    ] = None,
    images: Annotated[
        bool, typer.Option("--images", help="Check the files of the images too.")
    ] = False,
    head: Annotated[
        str | None,
        typer.Option("--head", help="A hash written down earlier that the trail must contain."),
    ] = None,
) -> None:
    """Check the record of reader studies, or a copy: show the first broken link of its trail."""
    from station.archive import home
    from station.archive.readings import open_reader_studies

    if name is not None and name.lower().endswith(SUFFIX):
        with explained():
            sentence, cautions = checked_copy(Path(name), head)
        for caution in cautions:
            typer.echo(f"Caution: {caution}", err=True)
        typer.echo(sentence)
        return
    with explained(), closing(open_reader_studies(home())) as studies:
        if name is not None:
            studies.protocol(name)  # an unknown study is refused
        verdict = studies.verify(head)
        for stamp in verdict.timestamps:
            typer.echo(stamp)
        for caution in verdict.cautions:
            typer.echo(f"Caution: {caution}", err=True)
        if verdict.broken is not None:
            raise StationError(f"The record is broken. {verdict.broken.sentence}")
        report = Progress()
        named = studies.names() if name is None else (name,)
        for study in named if images else ():
            changed = studies.changed_images(study, report)
            report.end()
            if changed:
                raise StationError(
                    f'The record is whole, but images of "{study}" are not what they were when '
                    f"the study was made: {', '.join(changed)}. Put them back from a backup."
                )
    typer.echo(
        f"The record is whole: {verdict.entries} entries, {verdict.signed} of them signed. Last "
        f"hash: {verdict.head}"
    )


@app.command("investigator")
def investigator_copy(
    study: Annotated[str, typer.Argument(help="Name of a locked reader study.")],
    out: Annotated[Path, typer.Option("--out", help="The copy: a ZIP.")],
    coordinator: Coordinator = None,
) -> None:
    """Write the investigator's copy: one signed ZIP that `verify` checks years later."""
    from station.archive import home
    from station.archive.readings import open_reader_studies

    with explained(), closing(open_reader_studies(home())) as studies:
        password = asked_password()
        sitting = coordinator_of(studies, study, coordinator, password)
        head = write_copy(sitting, password, out)
    typer.echo(f"Wrote {out}. Last hash of the record: {head}")


@app.command("password")
def change_password(
    study: Annotated[str, typer.Argument(help="Name of a reader study.")],
    name: Annotated[str, typer.Argument(help="Whose password is changed: your own.")],
) -> None:
    """Change your password; the one you were given has to be changed before anything else."""
    from station.archive import home
    from station.archive.readings import open_reader_studies

    with explained(), closing(open_reader_studies(home())) as studies:
        old = _asked(FROM_VARIABLE, "Password now")
        new = _asked(NEW_VARIABLE, "New password")
        studies.change_password(study, name, old, new)
    typer.echo(f"The password of {name} is changed.")


@database_app.command("init")
def init_database(url: AdministratorUrl = None) -> None:
    """Make the roles of a shared PostgreSQL, its tables, and what each role may see and add."""
    from station.archive.roles import COORDINATOR, OWNER, READER, make_roles

    with explained():
        make_roles(_administrator_url(url))
    typer.echo(
        f"Made {OWNER}, {COORDINATOR} and {READER}. Give each person a login of their own: station "
        f"reading database add NAME --role reader"
    )


@database_app.command("add")
def add_database_login(
    name: Annotated[str, typer.Argument(help="The person, as the studies name them.")],
    role: Annotated[StudyRole, typer.Option("--role", help="What the person does.")],
    url: AdministratorUrl = None,
) -> None:
    """Make a person's login to the server; for one who has it, another password."""
    from station.archive.roles import add_login

    with explained():
        login = add_login(_administrator_url(url), name, role)
    typer.echo(f"For the station of {login.name}, shown only now:")
    typer.echo(f"  STATION_DATABASE_URL={login.url}")


def _administrator_url(given: str | None) -> str:
    from station.archive.database import URL_VARIABLE

    address = given or os.environ.get(URL_VARIABLE, "").strip()
    if not address:
        raise StationError(f"Which database? Give --url, or set {URL_VARIABLE}.")
    return address


def asked_password() -> str:
    """The coordinator's."""
    return _asked(FROM_VARIABLE, "Password of the coordinator")


def _asked(variable: str, words: str) -> str:
    """A password: from the variable, else typed."""
    return os.environ.get(variable, "") or typer.prompt(words, hide_input=True, err=True)
