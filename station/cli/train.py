"""`station train`: the networks that Station ships."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import explained
from station.cli.progress import TimedProgress, interruptible

app = typer.Typer(help="Train the networks that Station ships.", no_args_is_help=True)

Config = Annotated[Path, typer.Option("--config", help="The recipe, a TOML file.")]
Threads = Annotated[int | None, typer.Option(min=1, help="Processor threads (default: all cores).")]


@app.command("denoiser")
def train_denoiser(
    config: Config,
    out: Annotated[Path, typer.Option("--out", help="Folder for weights, log and checkpoints.")],
    slabs: Annotated[
        Path | None,
        typer.Option(
            "--slabs", help="Folder of slabs to train on, kept there (default: OUT/slabs)."
        ),
    ] = None,
    held_out: Annotated[
        Path | None,
        typer.Option("--held-out", help="Folder of slabs on which each checkpoint is tried."),
    ] = None,
    threads: Threads = None,
) -> None:
    """Train the denoiser, going on from the last checkpoint in --out. Ctrl+C saves a checkpoint."""
    from station.lab import train_denoiser as command

    request = command.DenoiserTraining(config, out, slabs, held_out, threads)
    stopped = "Stopped. Run the same command again to go on from the last checkpoint."
    with explained(), interruptible(TimedProgress(), stopped) as report:
        trained = command.train_denoiser(request, report)
    typer.echo(command.summary(trained))


@app.command("grader")
def train_grader(
    task: Annotated[
        str,
        typer.Option("--task", help="The paper's task 1, 2, 3 or 4, or ordinal: the five grades."),
    ],
    config: Config,
    out: Annotated[Path, typer.Option("--out", help="Folder for weights, logs and predictions.")],
    folds: Annotated[
        int,
        typer.Option(min=1, max=100, help="Folds that the patients are divided into; 1: no test."),
    ] = 5,
    fold: Annotated[
        list[int] | None,
        typer.Option("--fold", help="Train only this fold, from 0; may be repeated."),
    ] = None,
    cases: Annotated[
        Path | None,
        typer.Option("--cases", help="Folder of simulated cases, kept there (default: OUT/cases)."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that simulate.")] = 1,
    threads: Threads = None,
) -> None:
    """Train the QA grade, going on from the last epoch in --out. Ctrl+C loses the current epoch."""
    from station.lab import train_grader as command

    request = command.GraderTraining(
        task, config, out, folds, tuple(fold or ()), cases, jobs, threads
    )
    stopped = "Stopped. Run the same command again to go on from the last whole epoch."
    with explained(), interruptible(TimedProgress(), stopped) as report:
        ended = command.train_grader(request, report)
    typer.echo(ended)


@app.command("finder")
def train_finder(
    config: Config,
    out: Annotated[Path, typer.Option("--out", help="Folder for weights and checkpoints.")],
    bodies: Annotated[
        Path | None,
        typer.Option("--bodies", help="Folder of label maps, kept there (default: OUT/bodies)."),
    ] = None,
    jobs: Annotated[int, typer.Option(min=1, max=64, help="Processes that draw bodies.")] = 1,
    threads: Threads = None,
) -> None:
    """Train the organ finder, going on from the last checkpoint in --out. Ctrl+C saves one."""
    from station.lab import train_finder as command

    request = command.FinderTraining(config, out, bodies, jobs, threads)
    stopped = "Stopped. Run the same command again to go on from the last checkpoint."
    with explained(), interruptible(TimedProgress(), stopped) as report:
        weights = command.train_finder(request, report)
    typer.echo(f"The finder's weights are in {weights}.")
