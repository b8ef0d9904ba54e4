"""What `station evaluate denoiser` does: simulate, denoise, measure, report.

Each case's rows are kept in OUT/cases as soon as they are there, so that an evaluation that was
interrupted goes on. Cases are independent: with more jobs they run in as many processes.
"""

import json
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from math import isfinite, nan
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import __version__
from station.errors import StationError
from station.installed import resource
from station.lab.denoiser.cases import Judged, Plan, Rows, Task, run
from station.lab.denoiser.evidence import Evidence, Line, TwoLosses, requirements
from station.lab.denoiser.measures import ImageRow, LesionRow, Shown, TissueRow
from station.lab.denoiser.report import Judgement, as_json, document
from station.lab.runs import evaluation_folder
from station.pet.sites import SiteList, load_site_list
from station.progress import Report, part, silent
from station.report.document import write_document, write_rows

if TYPE_CHECKING:
    from station.denoise.denoiser import Denoiser

ROWS_VERSION = 1
"""Of what the rows of a case mean; rows of another one are measured anew"""
CASES = "cases"
PROTOCOL = "protocols/reference-tissues.toml"
SIMULATED_SHARE = 0.98
"""Of the progress; the rest is the report"""
WAIT_S = 0.5
"""How often progress is told, and cancelling looked for, while other processes work"""


@dataclass(frozen=True)
class Request:
    """What the command line asks for."""

    out: Path
    cases: int
    seed: int
    models: tuple[str, ...] = ()
    """Ids of shipped denoisers, or folders of training runs; the first is judged, the others beside
    it. Empty: all that are shipped, the default one first"""
    patients: int = 50
    others: int | None = None
    jobs: int = 1
    precision: str = "auto"
    device: str = "auto"

    def __post_init__(self) -> None:
        for what, number, least in (
            ("cases", self.cases, 1),
            ("patients", self.patients, 0),
            ("others", self.others or 0, 0),
            ("jobs", self.jobs, 1),
        ):
            if number < least:
                raise StationError(f"An evaluation needs at least {least} {what}, not {number}.")
        if self.seed < 0:
            raise StationError(f"A seed is 0 or more, not {self.seed}.")

    @property
    def plan(self) -> Plan:
        return Plan(self.cases, self.seed, self.patients, self.others)


@dataclass(frozen=True)
class Evaluated:
    files: tuple[Path, ...]
    """The report first"""
    requirements: tuple[Line, ...]


@dataclass(frozen=True)
class Weights:
    """A denoiser to judge, before it is loaded."""

    name: str
    """As rows and tables call it"""
    sha256: str
    shipped: bool
    where: str
    """Its id, or the path of its weights"""
    main: bool
    """Whether it is the one that is judged"""
    target: str
    """What it was trained towards, and with which loss: see station.denoise.recipe"""
    loss: str


def evaluate_denoiser(request: Request, report: Report = silent) -> Evaluated:
    """Run what is missing of an evaluation and write its report into `request.out`.

    Raises StationError where a denoiser cannot be loaded or a file cannot be written, Cancelled.
    """
    every = _weights_of(request)
    sites = load_site_list(resource(PROTOCOL))
    folder = evaluation_folder(request.out, CASES)
    tasks = request.plan.tasks
    missing = [task for task in tasks if _kept(folder, task, every) is None]
    done = len(tasks) - len(missing)
    simulated = part(report, SIMULATED_SHARE * done / len(tasks), SIMULATED_SHARE)
    for task, rows in _run_all(missing, every, sites, request, simulated):
        _keep(folder, task, every, rows)
    report(SIMULATED_SHARE, "Writing the report")
    evidence = _gathered(folder, tasks, every)
    return _reported(evidence, every, request)


# --- Denoisers ----------------------------------------------------------------------------------


def _weights_of(request: Request) -> tuple[Weights, ...]:
    """All denoisers of a request, the judged one first."""
    from station.denoise.weights import cards, read_weights

    shipped = {card.id: card for card in cards()}
    wanted = request.models or tuple(shipped)
    if not wanted:
        raise StationError(
            "No denoiser is installed. Give the folder of a training run: --model FOLDER."
        )
    every: list[Weights] = []
    for name in wanted:
        main = not every
        if (run_folder := Path(name)).is_dir():
            every.append(_trained(run_folder, main))
            read_weights(Path(every[-1].where), every[-1].sha256)
        elif (card := shipped.get(name)) is not None:
            target, loss = str(card.target), str(card.loss)
            every.append(Weights(name, card.sha256, True, name, main, target, loss))
        else:
            known = f" The shipped ones are: {', '.join(shipped)}." if shipped else ""
            raise StationError(
                f'There is no denoiser and no folder of a training run called "{name}".{known}'
            )
    names = [one.name for one in every]
    for name in names:
        if names.count(name) > 1:
            raise StationError(
                f'Two denoisers are called "{name}". Rename one of the folders, or leave one out.'
            )
    return tuple(every)


def _trained(folder: Path, main: bool) -> Weights:
    """The weights in the folder of a finished training."""
    from station.denoise.recipe import load_recipe
    from station.denoise.run import RECIPE, WEIGHTS

    path = folder / WEIGHTS
    if not path.is_file():
        raise StationError(
            f"There is no {WEIGHTS} in {folder}. Choose the folder of a finished training, or the "
            "id of a shipped denoiser."
        )
    recipe = load_recipe(folder / RECIPE)
    digest = sha256(path.read_bytes()).hexdigest()
    name = folder.resolve().name
    return Weights(name, digest, False, str(path), main, str(recipe.target), str(recipe.loss))


@dataclass(frozen=True)
class TrainedCard:
    """What names weights that are not shipped."""

    id: str
    sha256: str
    version: str = "trained here"

    @property
    def title(self) -> str:
        return self.id


def _load(weights: Weights, request: Request) -> "Denoiser":
    from station.denoise.denoiser import Denoiser
    from station.denoise.device import Device, Precision
    from station.denoise.weights import read_weights

    precision, device = Precision(request.precision), Device(request.device)
    if weights.shipped:
        return Denoiser.shipped(weights.where, precision, device)
    network = read_weights(Path(weights.where), weights.sha256)
    return Denoiser(network, TrainedCard(weights.name, weights.sha256), precision, device)


def _two_losses(every: Sequence[Weights]) -> TwoLosses | None:
    """Two denoisers trained towards the same target with equation 2 and 1; the judged one where it
    is one of them."""
    for weighted in every:
        for uniform in every:
            if (weighted.loss, uniform.loss) == ("weighted", "uniform") and (
                weighted.target == uniform.target
            ):
                return TwoLosses(weighted.name, uniform.name)
    return None


def _judged(every: Sequence[Weights], request: Request) -> list[Judged]:
    return [Judged(one.name, _load(one, request), one.main) for one in every]


# --- Running ------------------------------------------------------------------------------------


def _run_all(
    tasks: Sequence[Task],
    every: Sequence[Weights],
    sites: SiteList,
    request: Request,
    report: Report,
) -> Iterator[tuple[Task, Rows]]:
    """The rows of each task, as they come."""
    if not tasks:
        return
    if request.jobs == 1:
        denoisers = _judged(every, request)
        for number, task in enumerate(tasks):
            of_task = part(report, number / len(tasks), (number + 1) / len(tasks))
            yield task, run(task, denoisers, sites, of_task)
        return
    with ProcessPoolExecutor(
        request.jobs, get_context("spawn"), initializer=_prepare, initargs=(every, sites, request)
    ) as pool:
        running: dict[Future[Rows], Task] = {pool.submit(_run_here, task): task for task in tasks}
        try:
            while running:
                report(1 - len(running) / len(tasks), f"{len(running)} cases to go")
                finished, _ = wait(running, WAIT_S, FIRST_COMPLETED)
                for future in finished:
                    yield running.pop(future), future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """What a process of the pool holds."""

    denoisers: list[Judged]
    sites: SiteList


def _prepare(every: Sequence[Weights], sites: SiteList, request: Request) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process decides, and ends the others
    _Worker.denoisers = _judged(every, request)
    _Worker.sites = sites


def _run_here(task: Task) -> Rows:
    return run(task, _Worker.denoisers, _Worker.sites)


# --- What is kept of a case ---------------------------------------------------------------------


def _identity(task: Task, every: Iterable[Weights]) -> dict[str, Any]:
    """What rows depend on; rows of anything else are not used again."""
    return {
        "rows_version": ROWS_VERSION,
        "task": asdict(task),
        "denoisers": [{"name": w.name, "sha256": w.sha256, "main": w.main} for w in every],
    }


def _keep(folder: Path, task: Task, every: Sequence[Weights], rows: Rows) -> None:
    """Write a case's rows; whole or not at all."""
    content = {
        "identity": _identity(task, every),
        "images": [_plain(row) for row in rows.images],
        "lesions": [_plain(row) for row in rows.lesions],
        "tissues": [_plain(row) for row in rows.tissues],
    }
    path = folder / f"{task.key}.json"
    unfinished = path.with_suffix(".part")
    try:
        unfinished.write_text(json.dumps(content, allow_nan=False), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise StationError(
            f"{path} cannot be written: {error.strerror}. Free some space and start again; what "
            "is done is kept."
        ) from error


def _kept(folder: Path, task: Task, every: Sequence[Weights]) -> Rows | None:
    """The rows of a case that was measured before, with the same denoisers; None: it was not."""
    try:
        content: Any = json.loads((folder / f"{task.key}.json").read_text(encoding="utf-8"))
        # Through JSON, so that tuples and lists are the same.
        if content["identity"] != json.loads(json.dumps(_identity(task, every))):
            return None
        return Rows(
            [_row(ImageRow, one) for one in content["images"]],
            [_row(LesionRow, one) for one in content["lesions"]],
            [_row(TissueRow, one) for one in content["tissues"]],
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # cut off, or of another program: measured anew


Row = ImageRow | LesionRow | TissueRow


def _plain(row: Row) -> dict[str, Any]:
    """JSON-able: what is no number is None."""
    return {
        name: None if isinstance(value, float) and not isfinite(value) else value
        for name, value in asdict(row).items()
    }


def _row(kind: type[Any], values: dict[str, Any]) -> Any:
    whole = {
        one.name: nan if values[one.name] is None else values[one.name]
        for one in fields(kind)
        if one.name != "shown"
    }
    return kind(shown=Shown(**values["shown"]), **whole)


def _gathered(folder: Path, tasks: Iterable[Task], every: Sequence[Weights]) -> Evidence:
    gathered = Rows()
    for task in tasks:
        rows = _kept(folder, task, every)
        if rows is None:
            raise StationError(
                f"The rows of {task.case} are gone from {folder}. Start the evaluation again; what "
                "is there is kept."
            )
        gathered.images += rows.images
        gathered.lesions += rows.lesions
        gathered.tissues += rows.tissues
    return Evidence(tuple(gathered.images), tuple(gathered.lesions), tuple(gathered.tissues))


# --- The report ---------------------------------------------------------------------------------


def _reported(evidence: Evidence, every: Sequence[Weights], request: Request) -> Evaluated:
    judged, beside = every[0], every[1:]
    two_losses = _two_losses(every)
    named = ", ".join(f"{one.name} (SHA-256 {one.sha256[:12]})" for one in every)
    measured = (
        f"{request.cases} held-out phantoms, {request.cases} lesion-free scans, "
        f"{request.patients} patients for the tables; seed {request.seed}; Station {__version__}"
    )
    judgement = Judgement(
        judged.name,
        tuple(one.name for one in beside),
        two_losses,
        (measured, f"Denoisers: {named}"),
    )
    written = write_document(document(evidence, judgement), request.out)
    data = request.out / "evaluation.json"
    content = {
        "program": f"Station {__version__}",
        "seed": request.seed,
        "cases": request.cases,
        "patients": request.patients,
        "denoisers": [{"name": one.name, "sha256": one.sha256} for one in every],
        **as_json(evidence, judgement),
    }
    try:
        data.write_text(json.dumps(content, indent=2, allow_nan=False), encoding="utf-8")
    except OSError as error:
        raise StationError(
            f"{data} cannot be written: {error.strerror}. Choose another folder."
        ) from error
    tables: tuple[tuple[str, Sequence[Row]], ...] = (
        ("images.csv", evidence.images),
        ("lesions.csv", evidence.lesions),
        ("tissues.csv", evidence.tissues),
    )
    for name, rows in tables:
        write_rows(request.out / name, (_flat(row) for row in rows))
    files = (*written, data, *(request.out / name for name, _ in tables))
    return Evaluated(files, requirements(evidence, judged.name, two_losses))


def _flat(row: Row) -> dict[str, object]:
    """A line of a CSV table."""
    values = asdict(row)
    return {**values.pop("shown"), **values}
