"""Studies from and to the hospital: `station pacs`."""

import os
import re
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import (
    AsJson,
    ManyValues,
    existing,
    explained,
    print_json,
    refuse_unless_in,
)
from station.cli.progress import TimedProgress, interruptible
from station.errors import StationError
from station.pacs import (
    DEFAULT_AET,
    DIMSE_PORT,
    LISTED,
    Failure,
    Fetched,
    Query,
    RemoteStudy,
    Sent,
    Server,
    SignIn,
    Tls,
    Traffic,
    Via,
    Watch,
)
from station.pet.words import count_of

app = typer.Typer(
    help="Find, fetch and send studies of a PACS, and know that they arrived.",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Name of the server")]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="A-B", help="Study date or range: 20261001-20261031, 20261001-"),
]

SECRET_VARIABLE = "STATION_PACS_SECRET"  # noqa: S105  the name of a variable, not a secret
MISSING = 3
"""Exit status where something is missing"""
DAY = r"\d{4}-\d\d-\d\d|\d{8}"
DAYS = re.compile(f"(?P<since>{DAY})?(?P<to>-)?(?P<until>{DAY})?")
WIDTH = 40
"""Letters of a description in a table"""
WIDE = 250
"""Letters of a line that goes to a file"""


# -- servers ---------------------------------------------------------------------------------------


@app.command()
def add(
    name: Name,
    host: Annotated[str, typer.Option("--host", help="Name or address of its computer.")] = "",
    port: Annotated[int, typer.Option("--port", help="Its DICOM port.")] = DIMSE_PORT,
    called: Annotated[
        str, typer.Option("--called", metavar="AET", help="Its AE title (none: DICOMweb only).")
    ] = "",
    calling: Annotated[
        str, typer.Option("--calling", metavar="AET", help="AE title by which it knows Station.")
    ] = DEFAULT_AET,
    web: Annotated[
        str, typer.Option("--web", metavar="URL", help="Root of its DICOMweb services.")
    ] = "",
    retrieve: Annotated[
        str, typer.Option("--retrieve", help="What is tried first: get, move or web.")
    ] = "",
    tls: Annotated[
        bool,
        typer.Option("--tls", help="Encrypt DICOM; without --ca: whom the system trusts."),
    ] = False,
    ca: Annotated[
        Path | None, typer.Option("--ca", help="Certificates that are trusted (PEM).")
    ] = None,
    cert: Annotated[
        Path | None, typer.Option("--cert", help="Certificate that Station shows (PEM).")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", help="Its key (PEM).")] = None,
    user: Annotated[str, typer.Option("--user", help="User of the DICOMweb services.")] = "",
    password_prompt: Annotated[
        bool, typer.Option("--password-prompt", help="Ask for that user's password.")
    ] = False,
    token_prompt: Annotated[
        bool, typer.Option("--token-prompt", help="Ask for a bearer token of DICOMweb.")
    ] = False,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from standard input.")
    ] = False,
    token_stdin: Annotated[
        bool, typer.Option("--token-stdin", help="Read the token from standard input.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace a server of that name.")
    ] = False,
) -> None:
    """Add a server.

    Passwords and tokens are never arguments: they are asked for, read from standard input, or taken
    from STATION_PACS_SECRET, and kept in the system's keyring.
    """
    from station.archive import home
    from station.operations.pacs.servers import add_server

    with explained():
        way = retrieve or ("get" if called else "web")
        refuse_unless_in([Via.GET, Via.MOVE, Via.WEB], way, "a way to fetch")
        sign_in, secret = _secret(user, password_prompt, token_prompt, password_stdin, token_stdin)
        files = Tls(*map(_absolute, (ca, cert, key)))
        server = Server(
            name,
            host,
            port,
            called,
            calling,
            web.rstrip("/"),
            files if tls or ca or cert or key else None,
            Via(way),
            sign_in,
            user,
        )
        warning = add_server(home(), server, secret, replace)
    if warning:
        typer.echo(warning, err=True)
    typer.echo(f"Added {name}. Try it: station pacs test {name}")


def _absolute(path: Path | None) -> Path | None:
    return None if path is None else path.absolute()


def _secret(
    user: str, password_prompt: bool, token_prompt: bool, password_stdin: bool, token_stdin: bool
) -> tuple[SignIn, str | None]:
    """How to sign in, and the secret where one was given. Raises StationError."""
    if password_prompt + token_prompt + password_stdin + token_stdin > 1:
        raise StationError(
            "One secret at a time: give one of --password-prompt, --token-prompt, "
            "--password-stdin and --token-stdin."
        )
    sign_in = SignIn.BASIC if user else SignIn.NONE
    if token_prompt or token_stdin:
        sign_in = SignIn.BEARER
    elif password_prompt or password_stdin:
        sign_in = SignIn.BASIC
    if password_prompt or token_prompt:
        what = "Token" if token_prompt else "Password"
        return sign_in, typer.prompt(what, hide_input=True, err=True)
    if password_stdin or token_stdin:
        return sign_in, sys.stdin.readline().rstrip("\r\n")
    given = os.environ.get(SECRET_VARIABLE)
    if given and sign_in is SignIn.NONE:
        sign_in = SignIn.BEARER
    if sign_in is SignIn.BASIC and not given:
        raise StationError(
            f"What is the password of {user}? Give --password-prompt or --password-stdin, or set "
            f"{SECRET_VARIABLE}."
        )
    return sign_in, given


@app.command()
def servers(as_json: AsJson = False) -> None:
    """List the servers that Station knows."""
    from station.archive import home
    from station.operations.pacs import servers as known

    with explained():
        found = known.servers(home())
    if as_json:
        print_json([_server_json(server) for server in found])
        return
    if not found:
        typer.echo("No server has been added yet. Add one: station pacs add")
    for server in found:
        dimse = f"{server.called_aet} at {server.host}:{server.port}" if server.has_dimse else ""
        secured = "TLS" if server.tls else ""
        ways = ", ".join(filter(None, (dimse, server.web_url, secured)))
        typer.echo(f"{server.name}: {ways}, as {server.calling_aet}, by {server.retrieve.value}")


def _server_json(server: Server) -> dict[str, Any]:
    tls = None
    if server.tls is not None:
        tls = {k: None if path is None else str(path) for k, path in asdict(server.tls).items()}
    return {**asdict(server), "tls": tls}


@app.command()
def remove(name: Name) -> None:
    """Forget a server and its secret."""
    from station.archive import home
    from station.operations.pacs.servers import remove_server

    with explained():
        warning = remove_server(home(), name)
    if warning:
        typer.echo(warning, err=True)
    typer.echo(f"Removed {name}.")


@app.command("test")
def check(name: Name, as_json: AsJson = False) -> None:
    """Try everything that a server is needed for, and say what is wrong."""
    from station.archive import home
    from station.operations.pacs.servers import check_server

    with explained():
        diagnosis = check_server(home(), name)
    if as_json:
        checks = [asdict(each) for each in diagnosis.checks]
        outcome = {"passed": diagnosis.passed, "checks": checks, "caution": diagnosis.caution}
        print_json({"server": name, **outcome})
    else:
        for each in diagnosis.checks:
            typer.echo(f"{'ok' if each.passed else 'FAILED':6} {each.name}: {each.sentence}")
        if diagnosis.caution:
            typer.echo(f"Caution: {diagnosis.caution}")
    if not diagnosis.passed:
        raise typer.Exit(MISSING)


# -- studies ---------------------------------------------------------------------------------------


@app.command()
def find(
    name: Name,
    patient_id: Annotated[str, typer.Option("--patient-id", help="ID of the patient.")] = "",
    patient_name: Annotated[
        str, typer.Option("--name", help="Words of the patient's name; a beginning is enough.")
    ] = "",
    day: Day = None,
    accession: Annotated[str, typer.Option("--accession", help="Accession number.")] = "",
    modality: Annotated[
        str, typer.Option("--modality", help="Studies that have a series of it, such as PT.")
    ] = "",
    study: Annotated[str, typer.Option("--study", help="UID of the study.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="Studies at most.")] = LISTED,
    as_json: AsJson = False,
) -> None:
    """List the studies of a server that match."""
    from station.archive import home
    from station.operations.pacs.find import Local, find_studies, local_studies
    from station.operations.pacs.servers import server_named

    with explained():
        since, until = days(day or "")
        query = Query(patient_id, patient_name, since, until, accession, modality.upper(), study)
        found = find_studies(home(), server_named(home(), name), query, limit)
        local = local_studies(home(), found.studies)
    if found.more:
        typer.echo(f"There are more than {len(found.studies)}. Narrow the search.", err=True)
    if as_json:
        print_json(
            [
                _study_json(study, local.get(study.study_uid) is Local.WHOLE)
                for study in found.studies
            ]
        )
    else:
        _print_studies(found.studies, {uid: each.value for uid, each in local.items()})


def _study_json(study: RemoteStudy, local: bool) -> dict[str, Any]:
    return {
        "study_uid": study.study_uid,
        "patient_id": study.patient_id,
        "patient_name": study.patient_name,
        "date": study.date.isoformat() if study.date else None,
        "description": study.description,
        "modalities": list(study.modalities),
        "series": study.series,
        "instances": study.instances,
        "local": local,
    }


def _print_studies(studies: tuple[RemoteStudy, ...], local: dict[str, str]) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    if not studies:
        typer.echo("No study matches.")
        return
    columns = ("date", "patient", "ID", "description", "modalities", "instances", "here")
    table = Table(*columns, box=None)
    table.add_column("UID", overflow="fold")  # it is to be copied, whole
    for study in studies:
        table.add_row(
            study.date.isoformat() if study.date else "—",
            escape(study.patient_name),
            escape(study.patient_id),
            escape(study.description[:WIDTH]),
            escape(" ".join(study.modalities)),
            "—" if study.instances is None else str(study.instances),
            local.get(study.study_uid, ""),
            escape(study.study_uid),
        )
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    console.print(table)


@app.command()
def get(
    name: Name,
    study: Annotated[str, typer.Option("--study", help="UID of the study.")],
    series: Annotated[
        list[str] | None, typer.Option("--series", help="UID of a series (default: all).")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for its files (default: the data folder).")
    ] = None,
    via: Annotated[
        str | None, typer.Option("--via", help="What is tried first: get, move or web.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Fetch a study, or series of it; what is here already is not fetched again."""
    from station.archive import home
    from station.operations.pacs.fetch import fetch

    with explained(), _watched("Fetching", "The same command goes on with it.") as watch:
        if via is not None:
            refuse_unless_in([Via.GET, Via.MOVE, Via.WEB], via, "a way to fetch")
        way = None if via is None else Via(via)
        fetched = fetch(home(), name, study, series or (), out, way, watch)
    _print_outcome(fetched, as_json)


@app.command()
def send(
    name: Name,
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Folders or DICOM files")],
    via: Annotated[str, typer.Option("--via", help="store or web")] = Via.STORE.value,
    commit: Annotated[
        bool, typer.Option("--commit", help="Have the server commit itself to keep them.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Send DICOM files, and ask the server afterwards whether it has them."""
    from station.archive import home
    from station.operations.pacs.send import send

    going_on = "Go on with it: station pacs ledger --open, station pacs resume NUMBER"
    with explained(), _watched("Sending", going_on) as watch:
        refuse_unless_in([Via.STORE, Via.WEB], via, "a way to send")
        sent = send(home(), name, existing(paths), Via(via), commit, watch)
    _print_outcome(sent, as_json)


@contextmanager
def _watched(doing: str, stopped: str) -> Generator[Watch]:
    """Shows how far a transfer has come; Ctrl+C or a kill ends it with a sentence."""
    progress = TimedProgress()
    with interruptible(progress, f"Stopped. What has arrived stays. {stopped}") as report:
        yield watching(report, doing)


def watching(report: Callable[[float, str], object], doing: str) -> Watch:
    """Reports traffic as progress."""

    def watch(traffic: Traffic) -> None:
        if not traffic.wanted:
            report(0.0, f"{doing}: asking the server")
            return
        speed = f"{traffic.bytes_per_s / 1e6:.1f} MB/s"
        words = f"{doing} {traffic.done} of {traffic.wanted} instances, {speed}"
        report(traffic.done / traffic.wanted, words)

    return watch


def _print_outcome(outcome: Fetched | Sent, as_json: bool) -> None:
    """And end with `MISSING` where something is missing."""
    failed = [asdict(failure) for failure in outcome.failed]
    if isinstance(outcome, Fetched):
        numbers = {"wanted": outcome.wanted, "received": outcome.received}
        place = {"folder": str(outcome.folder)}
        words = f"{outcome.received} of {count_of(outcome.wanted, 'instance')} in {outcome.folder}"
    else:
        numbers = {
            "sent": outcome.sent,
            "stored": outcome.stored,
            "committed": outcome.committed,
        }
        place = {}
        words = f"{outcome.stored} of {count_of(outcome.sent, 'instance')} stored"
        if outcome.asked_to_commit:
            words += f", {outcome.committed} committed"
    if as_json:
        more = {"transfer": outcome.transfer, "note": outcome.note}
        print_json({**numbers, "failed": failed, **place, **more})
    else:
        typer.echo(words)
        if outcome.note:
            typer.echo(outcome.note)
        _print_failures(outcome.failed)
    if not outcome.whole:
        raise typer.Exit(MISSING)


SHOWN = 10
"""Failures of one kind"""


def _print_failures(failed: tuple[Failure, ...]) -> None:
    by_reason: dict[str, list[str]] = {}
    for failure in failed:
        by_reason.setdefault(failure.reason, []).append(failure.sop_uid)
    for reason, uids in by_reason.items():
        typer.echo(f"{count_of(len(uids), 'instance')} missing: {reason}", err=True)
        named = [uid for uid in uids if uid]
        for uid in named[:SHOWN]:
            typer.echo(f"  {uid}", err=True)
        if len(named) > SHOWN:
            typer.echo(f"  and {len(named) - SHOWN} more", err=True)


# -- the ledger ------------------------------------------------------------------------------------


@app.command()
def ledger(
    only_open: Annotated[
        bool, typer.Option("--open", help="Those of which something is missing; 3 if there are.")
    ] = False,
    folders: Annotated[
        bool, typer.Option("--folders", help="Show their folders, whose names may tell patients.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List what was fetched, sent and received, newest first. Names no patients."""
    from station.archive import home
    from station.operations.pacs.ledger import transfers

    with explained():
        found = transfers(home(), only_open)
    if as_json:
        print_json(
            [
                {
                    "transfer": each.number,
                    "kind": each.kind.value,
                    "server": each.server,
                    "via": each.via.value,
                    "study_uid": each.study_uid,
                    "series_uids": list(each.series_uids),
                    "stage": each.stage.value,
                    "instances": each.instances,
                    **{state.value: count for state, count in each.counts.items()},
                    "bytes": each.size_bytes,
                    "commit": each.commit,
                    "who": each.who,
                    "began": each.began.isoformat(),
                    "ended": each.ended.isoformat() if each.ended else None,
                    "note": each.note,
                    **({"folder": str(each.folder)} if folders else {}),
                }
                for each in found
            ]
        )
    else:
        for each in found:
            came = each.instances - each.missing
            way = {"send": "to", "fetch": "from", "received": "from"}[each.kind.value]
            words = (
                f"{each.number:5} {each.began:%Y-%m-%d %H:%M} {each.kind.value} {way} "
                f"{each.server or 'an unknown sender'}: {came} of "
                f"{count_of(each.instances, 'instance')}, {each.stage.value}, study "
                f"{each.study_uid or '—'}"
            )
            typer.echo(f"{words}, {each.folder}" if folders else words)
            if each.note:
                typer.echo(f"      {each.note}")
        if not found:
            typer.echo("Nothing is missing." if only_open else "Nothing was transferred yet.")
    if only_open and found:
        raise typer.Exit(MISSING)


@app.command()
def resume(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="Of the transfer")],
    as_json: AsJson = False,
) -> None:
    """Go on with a transfer of the ledger: what is missing of it, and only that."""
    from station.archive import home
    from station.operations.pacs import ledger as transfers

    with explained(), _watched("Going on with", "The same command goes on with it.") as watch:
        outcome = transfers.resume(home(), number, watch)
    _print_outcome(outcome, as_json)


# -- the listener ----------------------------------------------------------------------------------


@app.command(cls=ManyValues)
def listen(
    host: Annotated[
        str | None, typer.Option("--host", help="Address of the interface (default: 127.0.0.1).")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", help="0: any that is free.")] = None,
    aet: Annotated[str | None, typer.Option("--aet", help="AE title of Station.")] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow", metavar="AET…", help="AE titles that may send."),
    ] = None,
    ca: Annotated[
        Path | None, typer.Option("--ca", help="Who signs senders' certificates (PEM).")
    ] = None,
    cert: Annotated[
        Path | None, typer.Option("--cert", help="Listen with TLS, and show this (PEM).")
    ] = None,
    key: Annotated[Path | None, typer.Option("--key", help="Its key (PEM).")] = None,
    save: Annotated[
        bool, typer.Option("--save", help="Only keep the settings, for C-MOVE and the window.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take what is sent to Station until Ctrl+C. What is not given is as it was saved."""
    from dataclasses import replace

    from station.archive import home
    from station.operations.pacs import listen as listening

    def say(arrived: listening.Arrived) -> None:
        if as_json:
            facts = asdict(arrived)
            del facts["folder"]
            line = _one_line(facts)
        else:
            line = (
                f"{count_of(arrived.instances, 'instance')} of study {arrived.study_uid or '—'} "
                f"from {arrived.sender or 'an unknown sender'}. {arrived.problem}"
            ).strip()
        typer.echo(line)

    with explained():
        settings = listening.listener_settings(home())
        given = {"host": host, "port": port, "aet": aet}
        settings = replace(
            settings,
            **{name: value for name, value in given.items() if value is not None},
            **({"allowed": tuple(allow)} if allow else {}),
            **({"tls": Tls(*map(_absolute, (ca, cert, key)))} if ca or cert or key else {}),
        )
        if save:
            listening.keep_listener_settings(home(), settings)
            typer.echo(f"Kept: {settings.host}:{settings.port} as {settings.aet}.")
            return
        stop = threading.Event()

        def end(*_: object) -> None:
            stop.set()

        before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            running = listening.listen(home(), settings, say)
            begun = {"listening": True, "host": settings.host, "port": running.port}
            words = f"Listening at {settings.host}:{running.port} as {settings.aet}."
            typer.echo(_one_line({**begun, "aet": settings.aet}) if as_json else words)
            stop.wait()
            running.stop()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _one_line(value: object) -> str:
    import json

    return json.dumps(value, allow_nan=False)


# -- words -----------------------------------------------------------------------------------------


def days(text: str) -> tuple[date | None, date | None]:
    """First and last day of a date or a range, such as 20261001-. Raises StationError."""
    if not text:
        return None, None
    found = DAYS.fullmatch(text.strip())
    try:
        if found is None or not (found["since"] or found["until"]):
            raise ValueError
        since, until = (_day(found[name]) for name in ("since", "until"))
    except ValueError:
        raise StationError(
            f'"{text}" is not a date or a range of dates. Write 20261001, 20261001-20261031, '
            "20261001- or -20261031; 2026-10-01 is right, too."
        ) from None
    if not found["to"]:
        return since, since
    if since and until and since > until:
        raise StationError(f'The range "{text}" ends before it begins. Exchange the dates.')
    return since, until


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    digits = text.replace("-", "")
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


MODALITIES = ("PT", "CT", "MR", "NM", "SR", "SEG", "RTSTRUCT", "OT", "US", "DX", "CR", "MG", "XA")
"""Words of a query that are modalities as they are"""
FIELDS = {
    "id": "patient_id",
    "name": "name",
    "accession": "accession",
    "modality": "modality",
    "study": "study_uid",
}


def asked(text: str) -> tuple[str, Query]:
    """The server and the query of SERVER:QUERY. Raises StationError.

    Words of the query: a modality, a date or a range of dates, and id=, name=, accession=,
    modality=, study=; a value with blanks is put in quotation marks.
    """
    import shlex

    server, colon, words = text.partition(":")
    try:
        parts = shlex.split(words)
    except ValueError:
        raise StationError(f"A quotation mark of the query {words} is not closed.") from None
    if not colon or not server.strip() or not parts:
        raise StationError(
            f'"{text}" is not a server and a query. Write them as SERVER:QUERY, such as '
            '"hospital:PT 2026-10-01-2026-10-31" or "hospital:id=4711".'
        )
    values: dict[str, Any] = {}
    for part in parts:
        field, is_field, value = part.partition("=")
        if is_field and field in FIELDS:
            given = {FIELDS[field]: value.upper() if field == "modality" else value}
        elif part.upper() in MODALITIES:
            given = {"modality": part.upper()}
        elif part[:1].isdigit() or part.startswith("-"):
            since, until = days(part)
            given = {"since": since, "until": until}
        else:
            raise StationError(
                f'"{part}" of the query is not a modality, a date or one of '
                f"{', '.join(f'{name}=' for name in FIELDS)}. Write a name as name={part}."
            )
        if twice := [name for name in given if name in values]:
            raise StationError(f'The query "{words}" gives {twice[0]} twice.')
        values |= given
    return server.strip(), Query(**values)
