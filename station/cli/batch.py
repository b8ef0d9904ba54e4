"""Many studies: `station batch`."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from station.cli import pacs
from station.cli.arguments import (
    AsJson,
    Device,
    ModelId,
    Precision,
    Resample,
    check_device,
    existing,
    explained,
    print_json,
    refuse_unless_in,
)
from station.cli.denoise import AssumeUnfiltered
from station.cli.measure import sphere_of
from station.cli.progress import TimedProgress, interruptible
from station.errors import StationError
from station.pet.words import count_of
from station.progress import Report
from station.system import cores

if TYPE_CHECKING:
    from station.archive.batches import Absent
    from station.batch.fetching import Arrived
    from station.batch.run import Fetch

app = typer.Typer(
    help="Work on many studies, on all cores or a site's Dask cluster, with nothing lost.",
    no_args_is_help=True,
)

Roots = Annotated[
    list[Path] | None, typer.Argument(help="Folders, files or ZIPs in which studies are looked for")
]
Query = Annotated[
    str | None,
    typer.Option("--query", help="Studies of Station's list that are found by these words."),
]
Pacs = Annotated[
    str | None,
    typer.Option(
        "--pacs",
        metavar="SERVER:QUERY",
        help='Studies of a server, such as "hospital:PT 2026-10-01-2026-10-31"; fetched first.',
    ),
]
Out = Annotated[Path, typer.Option("--out", help="Folder for the results.")]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler", metavar="tcp://…", help="A site's Dask scheduler (default: this computer)."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", min=1, help="Processes on this computer (default: one a core)."),
]
Threads = Annotated[
    int | None,
    typer.Option(
        "--threads", min=1, help="Threads of one study (default: 1), the same for the whole batch."
    ),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with the batch of the folder: what is missing.")
]
Retry = Annotated[
    bool, typer.Option("--retry", help="With --resume: also what failed or was set aside.")
]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", min=1.0, help="Seconds that one study may take.")
]
MemoryLimit = Annotated[
    float | None,
    typer.Option(
        "--memory-limit", min=0.1, help="GB that one study may take (default: by its size)."
    ),
]
NOT_ALL_DONE = 3
"""Exit status of a batch that ended with studies that failed or were set aside"""
HOUR_S = 3600.0
ALL = 1_000_000
"""Studies of the list that are searched for"""


@dataclass(frozen=True)
class _Common:
    """What every batch is asked for."""

    roots: Roots
    out: Out
    query: Query
    pacs: Pacs
    scheduler: Scheduler
    workers: Workers
    threads: Threads
    resume: Resume
    retry: Retry
    time_limit: TimeLimit
    memory_limit: MemoryLimit


DEFAULTS = {
    "roots": None,
    "query": None,
    "pacs": None,
    "scheduler": None,
    "workers": None,
    "threads": None,
    "resume": False,
    "retry": False,
    "time_limit": HOUR_S,
    "memory_limit": None,
}


def _batch(options_of: Callable[..., dict[str, Any]]) -> None:
    """A command of the function's name; its parameters, and those of every batch.

    The function gives the options of the operation, and raises StationError where they are wrong.
    """
    own = signature(options_of, eval_str=True).parameters
    common = [
        Parameter(
            field.name,
            Parameter.KEYWORD_ONLY,
            default=DEFAULTS.get(field.name, Parameter.empty),
            annotation=field.type,
        )
        for field in fields(_Common)
    ]

    def command(**given: Any) -> None:
        asked = _Common(**{each.name: given.pop(each.name) for each in common})
        with explained():
            _run(options_of.__name__.removesuffix("_"), options_of(**given), asked)

    command.__doc__ = options_of.__doc__
    command.__annotations__ = {each.name: each.annotation for each in (*common, *own.values())}
    command.__signature__ = Signature([*common, *own.values()])  # pyright: ignore[reportFunctionMemberAccess]
    app.command(options_of.__name__.removesuffix("_"))(command)


@_batch
def info() -> dict[str, Any]:
    """List what is in every study: series, grids, and where each SUV came from."""
    return {}


@_batch
def check() -> dict[str, Any]:
    """Check every PET of every study, as `station check` does."""
    return {}


@_batch
def grade(
    *,
    reports: Annotated[
        bool, typer.Option("--reports/--no-reports", help="Write a one-page PDF of each PET.")
    ] = True,
) -> dict[str, Any]:
    """Grade every PET of every study, 1 to 5 and Good or Poor, as `station grade` does."""
    return {"reports": reports}


@_batch
def denoise(
    *,
    model: ModelId = None,
    precision: Precision = "auto",
    device: Device = "auto",
    resample: Resample = False,
    assume_unfiltered: AssumeUnfiltered = False,
) -> dict[str, Any]:
    """Denoise the unfiltered PET of every study; write new DICOM series."""
    check_device(precision, device)
    return {
        "model": model,
        "precision": precision,
        "device": device,
        "resample": resample,
        "assume_unfiltered": assume_unfiltered,
    }


@_batch
def filter_(
    *,
    fwhm_mm: Annotated[
        float, typer.Option("--fwhm-mm", help="Full width at half maximum in mm")
    ] = 6.0,
    assume_unfiltered: AssumeUnfiltered = False,
) -> dict[str, Any]:
    """Filter the unfiltered PET of every study with a Gaussian; write new DICOM series."""
    from station.pet.filters import require_width

    require_width(fwhm_mm)
    return {"fwhm_mm": fwhm_mm, "assume_unfiltered": assume_unfiltered}


@_batch
def measure(
    *,
    sphere: Annotated[
        list[str] | None,
        typer.Option("--sphere", metavar="L,P,S,ML", help="Centre in LPS mm and volume in mL."),
    ] = None,
    mask: Annotated[
        list[Path] | None,
        typer.Option(
            "--mask", help="NIfTI, DICOM SEG or RTSTRUCT, besides those that a study has itself."
        ),
    ] = None,
    peak: Annotated[
        str, typer.Option(help="SUVpeak: global (highest 1 mL mean) or local (hottest voxel)")
    ] = "global",
) -> dict[str, Any]:
    """Measure the contours and masks of every study, and spheres, in each of its PETs."""
    from station.batch.outputs import sha256_of
    from station.pet.voi import PeakRule

    refuse_unless_in(PeakRule, peak, "a rule for SUVpeak")
    spheres = [sphere_of(text) for text in sphere or []]
    return {
        "sphere": [[*one.centre_mm, one.volume_ml] for one in spheres],
        "mask": {str(path.absolute()): sha256_of(path) for path in existing(mask or [])},
        "peak": peak,
    }


@app.command()
def status(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the results")],
    as_json: AsJson = False,
) -> None:
    """How far a batch has come, also while it runs."""
    from station.batch.results import status_of

    with explained():
        numbers = asdict(status_of(folder))
    if as_json:
        print_json(numbers)
    else:
        typer.echo(
            f"{count_of(numbers['studies'], 'study', 'studies')}: {numbers['done']} done, "
            f"{numbers['failed']} failed, {numbers['set_aside']} set aside, "
            f"{numbers['waiting']} waiting"
        )


def _run(operation: str, options: dict[str, Any], asked: _Common) -> None:
    from station.batch.crew import local_crew, site_crew
    from station.batch.results import LEFT_OUT, count_of_left_out, status_of
    from station.batch.run import Request, run_batch

    if asked.scheduler is not None and asked.workers is not None:
        raise StationError(
            "--workers is for this computer; a site's scheduler has its own. Give one of the two."
        )
    here = cores()
    workers = asked.workers or here
    gb = asked.memory_limit
    fetch, absent = _fetch(asked)
    request = Request(
        operation,
        options,
        _roots(asked),
        asked.out,
        asked.threads,
        asked.resume,
        asked.retry,
        asked.time_limit,
        None if gb is None else int(gb * 1e9),
        fetch,
    )
    progress = TimedProgress()
    if not (asked.scheduler or asked.threads or asked.resume) and here >= 2 * workers:
        progress.say(
            f"{workers} of {count_of(here, 'core')} {'is' if workers == 1 else 'are'} used. "
            f"--threads {here // workers} gives each study more, if it is given from the beginning."
        )
    stopped = f"Stopped. Go on with it with --resume; `station batch status {asked.out}` counts."
    scheduler = asked.scheduler
    with interruptible(progress, stopped) as report:
        run_batch(
            request,
            lambda: local_crew(workers) if scheduler is None else site_crew(scheduler),
            report,
            progress.say,
        )
    numbers = status_of(asked.out)
    for words in (
        f"{numbers.done} of {numbers.studies} studies done",
        f"{numbers.failed} failed" if numbers.failed else "",
        f"{numbers.set_aside} set aside" if numbers.set_aside else "",
    ):
        if words:
            typer.echo(words)
    typer.echo(f"Wrote {asked.out / 'summary.html'}")
    if left_out := count_of_left_out(asked.out):
        words = f"{count_of(left_out, 'file')} {'was' if left_out == 1 else 'were'} left out"
        typer.echo(f"{words}; {asked.out / LEFT_OUT} says why")
    if absent:
        typer.echo(f"{count_of(len(absent), 'study', 'studies')} could not be fetched whole")
    if numbers.failed or numbers.set_aside or absent:
        raise typer.Exit(NOT_ALL_DONE)


def _fetch(asked: _Common) -> "tuple[Fetch | None, list[Absent]]":
    """(what brings the studies of a server, those that it did not bring once it is done)."""
    absent: list[Absent] = []
    if asked.pacs is None:
        return None, absent
    from station.archive import home
    from station.batch.fetching import fetch_studies, studies_of

    name, query = pacs.asked(asked.pacs)
    studies = studies_of(home(), name, query)

    def fetch(report: Report, say: Callable[[str], None]) -> "Arrived":
        arrived = fetch_studies(home(), name, studies, report, pacs.watching, say)
        absent.extend(arrived.absent)
        if not arrived.roots:
            raise StationError(f"None of the studies could be fetched from {name}.")
        return arrived

    return fetch, absent


def _roots(asked: _Common) -> dict[str, tuple[str, ...] | None]:
    """Where studies are looked for, and which of them are wanted (None: every one)."""
    given = [path.absolute() for path in existing(asked.roots or [])]
    roots: dict[str, tuple[str, ...] | None] = {str(path): None for path in given}
    if asked.query is None:
        return roots
    from station.archive import home
    from station.archive.index import open_index

    index = open_index(home())
    try:
        studies = index.search(asked.query, limit=ALL)
        if not studies:
            raise StationError(f'No study of Station\'s list is found by "{asked.query}".')
        for study in studies:
            for place in map(str, index.sources(study.study_uid)):
                wanted = roots.get(place, ())
                roots[place] = None if wanted is None else (*wanted, study.study_uid)
    finally:
        index.close()
    return roots
