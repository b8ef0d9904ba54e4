"""`station reading`: blinded reader studies."""

import json
import os
import sys
import warnings
from collections.abc import Generator
from contextlib import closing, contextmanager
from getpass import GetPassWarning
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from station.operations.reading.investigator_copy import SUFFIX, checked_copy, write_copy
from station.operations.reading.sign_in import coordinator_of
from station.pet.words import count_of
from station.reading.protocol import StudyRole
from station.report.table_file import Spreadsheet

if TYPE_CHECKING:
    from station.archive.readings import CoordinatorSitting

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


@app.command()
def lock(
    study: Annotated[str, typer.Argument(help="Name of the study.")],
    coordinator: Coordinator = None,
    reason: Annotated[
        str, typer.Option("--reason", help="Why, where somebody has not signed.")
    ] = "",
) -> None:
    """Close a study: then its key can be opened for the analysis, and no answer changes."""
    with explained(), coordinating(study, coordinator) as (sitting, password):
        sitting.lock(password, reason)
    typer.echo(f'"{sitting.study}" is locked.')


@app.command()
def unlock(
    study: Annotated[str, typer.Argument(help="Name of the study.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is recorded.")],
    coordinator: Coordinator = None,
) -> None:
    """Let readers who have not signed go on."""
    with explained(), coordinating(study, coordinator) as (sitting, _):
        sitting.unlock(reason)
    typer.echo(f'"{sitting.study}" is unlocked.')


@app.command()
def export(
    study: Annotated[str, typer.Argument(help="Name of a locked study.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for readings.csv and key.csv.")],
    coordinator: Coordinator = None,
) -> None:
    """Write every reading with its arm, first and last scores, and what the codes refer to."""
    from station.operations.reading.analysis import export_readings

    with explained(), coordinating(study, coordinator) as (sitting, _):
        written = export_readings(sitting, out)
    typer.echo(f"Wrote {out}: {', '.join(path.name for path in written)}")


@app.command("analyse")
def analyse_reading(
    out: Annotated[Path, typer.Option("--out", help="Folder for tables, figures and rows.")],
    scores: Annotated[
        list[Path] | None,
        typer.Option(
            "--csv",
            help="Scores: reader,case,arm,criterion,score and optionally repeat; or an exported "
            "readings.csv. May be repeated; the reader “consensus” is the consensus.",
        ),
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
        if scores and study is not None:
            raise StationError("Give --study or --csv, not both.")
        if study is not None and protocol is not None:
            raise StationError("A study has its own protocol. Leave out --protocol.")
        if study is not None and marks is not None:
            raise StationError("A study has its own foci. Leave out --marks.")
        if study is not None:
            with coordinating(study, coordinator) as (sitting, _):
                source = command.source_of_study(sitting, vois or [], truth)
        elif scores or marks is not None or vois:
            source = command.source_of_files(scores or [], vois or [], protocol, marks, truth)
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
    with explained(), coordinating(study, coordinator) as (sitting, password):
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


@contextmanager
def coordinating(
    study: str, coordinator: str | None
) -> Generator[tuple["CoordinatorSitting", str]]:
    """A coordinator's sitting, and the password that opened it. Raises StationError."""
    from station.archive import home
    from station.archive.readings import open_reader_studies

    with closing(open_reader_studies(home())) as studies:
        yield coordinator_of(studies, study, coordinator, asked_password)


def asked_password() -> str:
    """The coordinator's."""
    return _asked(FROM_VARIABLE, "Password of the coordinator")


def _asked(variable: str, words: str) -> str:
    """A password: from the variable, else typed. Raises StationError where nobody types."""
    given = os.environ.get(variable, "")
    if given:
        return given
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", GetPassWarning)  # whoever pipes it in knows
            return typer.prompt(words, hide_input=True, err=True)
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        raise StationError(f"{words}: nobody is there to type it. Set {variable}.") from None
