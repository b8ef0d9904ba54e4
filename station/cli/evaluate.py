"""`station evaluate`: how good a network is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import Device, Precision, check_device, existing, explained
from station.cli.progress import TimedProgress, interruptible
from station.errors import StationError

app = typer.Typer(help="Measure how good a network is.", no_args_is_help=True)

Out = Annotated[
    Path, typer.Option("--out", help="Folder for the report; an unfinished one is continued.")
]
Known = Annotated[
    Path | None,
    typer.Option(
        "--known", help="TOML file of images of which people know the truth, real ones for example."
    ),
]
Images = Annotated[
    Path | None,
    typer.Option("--images", help="Where the paths in --known start (default: its folder)."),
]
HELD_OUT_CASES, FOREIGN_CASES = 200, 60
STOPPED = "Stopped. Run the same command again to go on."


@app.command("denoiser")
def evaluate_denoiser(
    out: Out,
    cases: Annotated[int, typer.Option("--cases", help="Held-out phantoms.")] = 20,
    seed: Annotated[int, typer.Option("--seed", help="Which phantoms.")] = 0,
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            help="Id of a shipped denoiser, or folder of a training run; may be repeated: the "
            "first is judged, the others compared with it (default: all shipped ones).",
        ),
    ] = None,
    patients: Annotated[
        int, typer.Option("--patients", help="Patients of the paper's Tables 3 to 5.")
    ] = 50,
    others: Annotated[
        int | None,
        typer.Option(
            "--others", help="Cases for each other body size, count level, reconstruction and grid."
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs", help="Cases simulated at the same time; each takes two cores and 2 GB."
        ),
    ] = 1,
    precision: Precision = "auto",
    device: Device = "auto",
) -> None:
    """Judge a denoiser on simulated patients. Run again, it goes on where it was stopped."""
    from station.lab.denoiser import evaluate as command

    with explained(), interruptible(TimedProgress(), STOPPED) as report:
        check_device(precision, device)
        request = command.DenoiserEvaluation(
            out, cases, seed, tuple(model or ()), patients, others, jobs, precision, device
        )
        done = command.evaluate_denoiser(request, report)
    _print_requirements(done.requirements)
    typer.echo(f"Wrote {done.files[0]}")


@app.command("finder")
def evaluate_finder(
    out: Out,
    own: Annotated[int, typer.Option("--own", min=0, help="Patients of our own scanner.")] = 20,
    foreign: Annotated[
        int, typer.Option("--foreign", min=0, help="Patients of the foreign generator.")
    ] = 20,
    known: Known = None,
    images: Images = None,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, max=64, help="Processes that simulate.")
    ] = 1,
) -> None:
    """Judge the organ finder on patients it never saw. Run again, it goes on."""
    from station.lab.finder import evaluate as command

    with explained(), interruptible(TimedProgress(), STOPPED) as report:
        request = command.FinderEvaluation(out, own, foreign, jobs, known=known, images=images)
        done = command.evaluate_finder(request, report)
    _print_requirements(done.requirements)
    typer.echo(f"Wrote {done.files[0]}")


@app.command("grader")
def evaluate_grader(
    out: Out,
    cases: Annotated[
        int | None,
        typer.Option("--cases", min=1, help="Held-out patients (default: 200; 60 with --foreign)."),
    ] = None,
    singles: Annotated[
        int,
        typer.Option(
            "--singles", min=0, help="Patients per single cause; twice as many without any."
        ),
    ] = 20,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, max=64, help="Processes that simulate.")
    ] = 1,
    weights: Annotated[
        Path | None,
        typer.Option(
            "--weights",
            help="A grader's ID.safetensors next to its models.toml (default: the shipped one).",
        ),
    ] = None,
    training_cases: Annotated[
        Path | None,
        typer.Option(
            "--training-cases",
            help="Folder of the cases that it was trained on, for the baseline: regression on "
            "liver CoV and counts.",
        ),
    ] = None,
    foreign: Annotated[
        bool,
        typer.Option(
            "--foreign",
            help="Judge the shipped grader, with its checks, on patients of a foreign generator.",
        ),
    ] = False,
    known: Known = None,
    images: Images = None,
) -> None:
    """Judge the QA grade on simulated patients. Run again, it goes on where it was stopped."""
    from station.lab.grader import evaluate as command

    with explained(), interruptible(TimedProgress(), STOPPED) as report:
        if known is not None and not foreign:
            raise StationError("--known goes with --foreign. Add it.")
        if foreign:
            if weights is not None or training_cases is not None:
                raise StationError(
                    "--foreign judges what is shipped, so that --weights and --training-cases do "
                    "not go with it. Leave them out."
                )
            from station.lab.grader import foreign as foreigners

            wanted = foreigners.ForeignEvaluation(
                out, cases or FOREIGN_CASES, jobs, known=known, images=images
            )
            done = foreigners.evaluate_foreign(wanted, report)
        else:
            request = command.GraderEvaluation(
                out, cases or HELD_OUT_CASES, singles, jobs, weights, training_cases
            )
            done = command.evaluate_grader(request, report)
    _print_requirements(done.requirements)
    typer.echo(f"Wrote {done.files[0]}")


@app.command("folds")
def evaluate_folds(
    runs: Annotated[list[Path], typer.Argument(help="Folders written by `station train grader`")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the report.")],
) -> None:
    """Make the paper's Tables 2 to 4 and Figures 6 to 8 from trained folds."""
    from station.lab.grader import folds as command

    with explained():
        written = command.evaluate_folds(existing(runs), out)
    typer.echo(f"Wrote {written[0]}")


def _print_requirements(lines: Iterable[Any]) -> None:
    """Each line of the requirements of an evaluation, and whether it is reached."""
    for line in lines:
        verdict = {True: "reached", False: "NOT reached", None: "not measured"}[line.met]
        asked = f"(required: {line.target})"
        typer.echo(f"{verdict}: {line.group}: {line.what}: {line.reached} {asked}")
