"""What `station evaluate denoiser` does: simulate, denoise, measure, report.

Each case's rows are kept in OUT/cases as soon as they are measured, so that an evaluation that was
interrupted goes on. Cases are independent: with more jobs they run in as many processes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import __version__
from station.errors import StationError
from station.installed import resource
from station.lab.denoiser.cases import Judged, Plan, Rows, Task, run
from station.lab.denoiser.evidence import Evidence, TwoLosses, requirements
from station.lab.denoiser.measures import ImageRow, LesionRow, TissueRow
from station.lab.denoiser.report import Judgement, as_json, document
from station.lab.runs import Evaluated, Kept, evaluation_folder, in_processes, plain, restored
from station.pet.sites import SiteList, load_site_list
from station.progress import Report, part, silent
from station.report.document import write_document, write_json, write_rows

if TYPE_CHECKING:
    from station.denoise.denoiser import Denoiser

ROWS_VERSION = 1
"""Of what the rows of a case mean; rows of another one are measured again"""
CASES = "cases"
PROTOCOL = "protocols/reference-tissues.toml"
SIMULATED_SHARE = 0.98
"""Of the progress; the rest is the report"""


@dataclass(frozen=True)
class DenoiserEvaluation:
    """What the command line asks for."""

    out: Path
    cases: int
    seed: int
    models: tuple[str, ...] = ()
    """Ids of shipped denoisers, or folders of training runs; the first is judged, the others next
    to it. Empty: all that are shipped, the default one first"""
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


def evaluate_denoiser(request: DenoiserEvaluation, report: Report = silent) -> Evaluated:
    """Run what is missing of an evaluation and write its report into `request.out`.

    Raises StationError where a denoiser cannot be loaded or a file cannot be written, Cancelled.
    """
    every = _weights_of(request)
    sites = load_site_list(resource(PROTOCOL))
    kept = Kept(evaluation_folder(request.out, CASES))
    tasks = request.plan.tasks
    missing = [task for task in tasks if _kept(kept, task, every) is None]
    done = len(tasks) - len(missing)
    simulated = part(report, SIMULATED_SHARE * done / len(tasks), SIMULATED_SHARE)
    for task, rows in _run_all(missing, every, sites, request, simulated):
        kept.write(task.key, _identity(task, every), plain(rows))
    report(SIMULATED_SHARE, "Writing the report")
    return _reported(_gathered(kept, tasks, every), every, request)


# --- Denoisers ----------------------------------------------------------------------------------


def _weights_of(request: DenoiserEvaluation) -> tuple[Weights, ...]:
    """All denoisers of a request, the judged one first."""
    from station.denoise.weights import DENOISERS, read_weights

    shipped = {card.id: card for card in DENOISERS.cards()}
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
    names = [weights.name for weights in every]
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


def _load(weights: Weights, request: DenoiserEvaluation) -> "Denoiser":
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


def _judged(every: Sequence[Weights], request: DenoiserEvaluation) -> list[Judged]:
    return [Judged(weights.name, _load(weights, request), weights.main) for weights in every]


# --- Running ------------------------------------------------------------------------------------


def _run_all(
    tasks: Sequence[Task],
    every: Sequence[Weights],
    sites: SiteList,
    request: DenoiserEvaluation,
    report: Report,
) -> Iterator[tuple[Task, Rows]]:
    """The rows of each task, as they come."""
    if not tasks:
        return
    if request.jobs > 1:

        def left(count: int) -> None:
            report(1 - count / len(tasks), f"{count} cases to go")

        given = (every, sites, request)
        yield from in_processes(_run_here, tasks, request.jobs, left, _prepare, given)
        return
    denoisers = _judged(every, request)
    for number, task in enumerate(tasks):
        of_task = part(report, number / len(tasks), (number + 1) / len(tasks))
        yield task, run(task, denoisers, sites, of_task)


class _Worker:
    """What a process of the pool holds."""

    denoisers: list[Judged]
    sites: SiteList


def _prepare(every: Sequence[Weights], sites: SiteList, request: DenoiserEvaluation) -> None:
    _Worker.denoisers = _judged(every, request)
    _Worker.sites = sites


def _run_here(task: Task) -> Rows:
    return run(task, _Worker.denoisers, _Worker.sites)


# --- What is kept of a case ---------------------------------------------------------------------


def _identity(task: Task, every: Iterable[Weights]) -> dict[str, Any]:
    """What rows depend on; rows of anything else are not used again."""
    return {
        "rows_version": ROWS_VERSION,
        "task": task,
        "denoisers": [{"name": w.name, "sha256": w.sha256, "main": w.main} for w in every],
    }


def _kept(kept: Kept, task: Task, every: Sequence[Weights]) -> Rows | None:
    """The rows of a case that was measured before, with the same denoisers; None: it was not."""
    return kept.read(
        task.key,
        _identity(task, every),
        lambda content: Rows(
            [restored(ImageRow, row) for row in content["images"]],
            [restored(LesionRow, row) for row in content["lesions"]],
            [restored(TissueRow, row) for row in content["tissues"]],
        ),
    )


def _gathered(kept: Kept, tasks: Iterable[Task], every: Sequence[Weights]) -> Evidence:
    gathered = Rows()
    for task in tasks:
        rows = _kept(kept, task, every)
        if rows is None:
            raise StationError(
                f"The rows of {task.case} are gone from {kept.folder}. Start the evaluation again; "
                "what has been done is kept."
            )
        gathered.images += rows.images
        gathered.lesions += rows.lesions
        gathered.tissues += rows.tissues
    return Evidence(tuple(gathered.images), tuple(gathered.lesions), tuple(gathered.tissues))


# --- The report ---------------------------------------------------------------------------------


def _reported(
    evidence: Evidence, every: Sequence[Weights], request: DenoiserEvaluation
) -> Evaluated:
    judged, others = every[0], every[1:]
    two_losses = _two_losses(every)
    named = ", ".join(f"{weights.name} (SHA-256 {weights.sha256[:12]})" for weights in every)
    measured = (
        f"{request.cases} held-out phantoms, {request.cases} lesion-free scans, "
        f"{request.patients} patients for the tables; seed {request.seed}; Station {__version__}"
    )
    judgement = Judgement(
        judged.name,
        tuple(other.name for other in others),
        two_losses,
        (measured, f"Denoisers: {named}"),
    )
    page = document(evidence, judgement)
    written = write_document(page, request.out, "report.html", "report.pdf")
    content = {
        "program": f"Station {__version__}",
        "seed": request.seed,
        "cases": request.cases,
        "patients": request.patients,
        "denoisers": [{"name": weights.name, "sha256": weights.sha256} for weights in every],
        **as_json(evidence, judgement),
    }
    data = write_json(request.out / "evaluation.json", content)
    tables: Mapping[str, Sequence[ImageRow | LesionRow | TissueRow]] = {
        "images.csv": evidence.images,
        "lesions.csv": evidence.lesions,
        "tissues.csv": evidence.tissues,
    }
    for name, rows in tables.items():
        write_rows(request.out / name, map(_flat, rows))
    files = (*written, data, *(request.out / name for name in tables))
    return Evaluated(files, requirements(evidence, judged.name, two_losses))


def _flat(row: ImageRow | LesionRow | TissueRow) -> dict[str, object]:
    """A line of a CSV table."""
    values = asdict(row)
    return {**values.pop("shown"), **values}
