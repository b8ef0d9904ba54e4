"""The command line: what the window does, for scripts and checks."""

import json
import math
import re
import signal
import sys
import tempfile
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer

from station import __version__
from station.errors import Cancelled, StationError
from station.progress import Report

app = typer.Typer(
    name="station",
    help="Reading station for FDG PET. Without a verb: opens the window on the given paths.",
    no_args_is_help=True,
    add_completion=False,
)

Paths = Annotated[list[Path], typer.Argument(help="Folders, files, ZIPs or DICOMDIRs")]
PICTURE_OF_DEMO = Path("station-demo.png")
SMALLEST, LARGEST = 320, 8192
"""Side of a rendered picture in pixels"""
FARTHEST_MM = 1e5
"""No scanner's table goes so far."""
PRECISIONS = ("auto", "fp32", "bf16")
DEVICES = ("auto", "cpu", "cuda")
ASSUME_UNFILTERED = "You know that the series is unfiltered, though it does not say so."


@contextmanager
def _explained() -> Generator[None]:
    """An error of the data or the request ends the command with its sentence and code 1."""
    try:
        yield
    except StationError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"station {__version__}")
        raise typer.Exit


@app.callback()
def station(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """For research, not for diagnosis."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names of patients and files may hold what the terminal's encoding does not.
            stream.reconfigure(errors="backslashreplace")


@app.command("open")
def open_(paths: Annotated[list[Path] | None, typer.Argument(help="What to open")] = None) -> None:
    """Open the window, and the paths in it."""
    from station.ui.main import run

    raise typer.Exit(run(paths or []))


@app.command()
def info(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Tell what is in the paths: series, grids, and where each SUV came from."""
    from station.app.info import describe

    with _explained(), tempfile.TemporaryDirectory() as scratch:
        told = describe(_existing(paths), Path(scratch))
    if as_json:
        typer.echo(json.dumps(told, indent=2, allow_nan=False))  # ASCII: right in any encoding
    else:
        _print_info(told)


@app.command()
def render(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The PNG to write.")],
    layout: Annotated[str, typer.Option(help="compare, grid, single or mip")] = "compare",
    window: Annotated[str, typer.Option(help="SUV window, such as 0-7")] = "0-7",
    size: Annotated[str, typer.Option(help="Width x height in pixels")] = "1600x1000",
    colours: Annotated[
        str, typer.Option(help="grey, hot-iron, pet, hot-metal-blue, pet-20-step or rainbow")
    ] = "grey",
    fusion: Annotated[bool, typer.Option("--fusion", help="PET over CT.")] = False,
    difference: Annotated[bool, typer.Option("--difference", help="DL − conventional.")] = False,
    at: Annotated[
        str | None, typer.Option(help="Position of the crosshair: L,P,S in mm", metavar="L,P,S")
    ] = None,
) -> None:
    """Draw the reading window into a PNG, without a display."""
    with _explained():
        from station.ui.picture import Wish, render_window

        wish = Wish(
            layout=_layout(layout),
            upper=_upper(window),
            width=_size(size)[0],
            height=_size(size)[1],
            colormap=_colormap(colours),
            fusion=fusion,
            difference=difference,
            position_mm=_position(at),
        )
        render_window(_existing(paths), wish, out)
    typer.echo(f"Wrote {out}")


@app.command()
def demo(
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for the study (default: the data folder)")
    ] = None,
    open_it: Annotated[
        bool, typer.Option("--open", help="Open it; without a display, draw it into a PNG.")
    ] = False,
) -> None:
    """Make the synthetic demo study (on first use) and tell where it is."""
    from station.app.demo import demo_study, make_demo_study
    from station.archive import home

    with _explained():
        report = _Progress()
        folder = make_demo_study(out, report) if out else demo_study(home(), report)
        report.end()
    typer.echo(f"Demo study: {folder}")
    if not open_it:
        return
    from station.ui.main import has_display, run

    if has_display():
        raise typer.Exit(run([folder]))
    from station.ui.picture import Wish, render_window

    with _explained():
        render_window([folder], Wish(), PICTURE_OF_DEMO)
    typer.echo(
        f"There is no display: the window was drawn into {PICTURE_OF_DEMO.resolve()} instead."
    )


@app.command()
def simulate(
    seed: Annotated[int, typer.Option("--seed", min=0, help="Which patient.")],
    out: Annotated[Path, typer.Option("--out", help="New folder for the study.")],
    seconds_per_bed: Annotated[
        list[int] | None,
        typer.Option("--seconds-per-bed", help="Duration of the scan; may be repeated (120)."),
    ] = None,
    lesion_free: Annotated[
        bool, typer.Option("--lesion-free", help="The same patient without lesions.")
    ] = False,
) -> None:
    """Scan a synthetic patient with the virtual scanner: PET, CT, the truth, as DICOM."""
    from station.app.simulated import Wish, write_simulated_study

    wish = Wish(seed, tuple(dict.fromkeys(seconds_per_bed or [120])), lesion_free)
    with _explained(), _interruptible(_TimedProgress(), "Stopped. Nothing was written.") as report:
        folder = write_simulated_study(out, wish, report)
    typer.echo(f"Simulated study: {folder}")


@app.command()
def measure(
    paths: Paths,
    sphere: Annotated[
        list[str] | None,
        typer.Option("--sphere", metavar="L,P,S,ML", help="Centre in LPS mm and volume in mL."),
    ] = None,
    mask: Annotated[
        list[Path] | None,
        typer.Option("--mask", help="NIfTI, DICOM SEG or RTSTRUCT."),
    ] = None,
    series: Annotated[
        list[str] | None, typer.Option("--series", help="UID of the series (default: every PET).")
    ] = None,
    peak: Annotated[
        str, typer.Option(help="SUVpeak: global (highest 1 mL mean) or local (hottest voxel)")
    ] = "global",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON (the default).")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    sr: Annotated[
        Path | None, typer.Option("--sr", help="Write the spheres as DICOM SR into this file.")
    ] = None,
) -> None:
    """Measure spheres and masks in every PET of the paths."""
    from station.app import measure_command as command

    with _explained(), tempfile.TemporaryDirectory() as scratch:
        spheres = [_sphere(text) for text in sphere or []]
        if not spheres and not mask:
            raise StationError("Nothing to measure. Give --sphere L,P,S,ML or --mask FILE.")
        results = command.measure_paths(
            _existing(paths),
            spheres,
            _existing(mask or []),
            series or [],
            _peak_rule(peak),
            Path(scratch),
        )
        if sr is not None:
            command.write_sr(results, sr)
    if as_csv and not as_json:
        typer.echo(command.as_csv(results), nl=False)
    elif as_json or sr is None:
        typer.echo(json.dumps(command.as_json(results), indent=2, allow_nan=False))


EveryPet = Annotated[
    list[str] | None, typer.Option("--series", help="UID of the series (default: every PET).")
]
LiverCentre = Annotated[
    str | None,
    typer.Option("--liver", metavar="L,P,S", help="Centre of the liver's 3 mL sphere, in mm."),
]


@app.command("check")
def check_(
    paths: Paths,
    series: EveryPet = None,
    liver: LiverCentre = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check every PET of the paths: liver, blood pool, noise, dose, gaps, shift against the CT."""
    from station.app import check_command as command

    with _explained(), tempfile.TemporaryDirectory() as scratch:
        report = _Progress()
        try:
            results = command.check_paths(
                _existing(paths), series or [], _position(liver), Path(scratch), report
            )
        finally:
            report.end()
    told = command.as_json(results)
    if as_json:
        typer.echo(json.dumps(told, indent=2, allow_nan=False))
    else:
        _print_checks(told)


@app.command()
def grade(
    paths: Paths,
    series: EveryPet = None,
    liver: LiverCentre = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    pdf: Annotated[
        Path | None, typer.Option("--report", help="Write the one-page report into this PDF.")
    ] = None,
    without_patient: Annotated[
        bool, typer.Option("--without-patient-data", help="The PDF names no patient and no date.")
    ] = False,
    dicom: Annotated[
        Path | None,
        typer.Option("--dicom", help="New folder for the report as DICOM: Encapsulated PDF, SR."),
    ] = None,
) -> None:
    """Grade every PET of the paths, 1 to 5 and Good or Poor; with the checks of `station check`."""
    from station.app import grade_command as command

    with _explained(), tempfile.TemporaryDirectory() as scratch:
        if without_patient and pdf is None:
            raise StationError("--without-patient-data is of the PDF. Give --report FILE.pdf too.")
        existing, place = _existing(paths), _position(liver)
        command.require_writable(pdf, dicom)
        report = _Progress()
        try:
            results = command.grade_paths(
                existing,
                series or [],
                place,
                Path(scratch),
                command.shipped,
                report,
                evidence=pdf is not None or dicom is not None,
                one_only="" if pdf is None else "The report",
            )
            wrote: list[Path] = []
            if pdf is not None:
                report(1.0, "Writing the report")
                command.write_pdf(results[0], pdf, patient_data=not without_patient)
                wrote.append(pdf)
            if dicom is not None:
                report(1.0, "Writing the DICOM report")
                wrote += command.write_dicom(results, dicom)
        finally:
            report.end()
    told = command.as_json(results)
    if as_json:
        typer.echo(json.dumps(told, indent=2, allow_nan=False))
    else:
        _print_grades(told)
        for path in wrote:
            typer.echo(f"Wrote {path}")


@app.command()
def denoise(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="New folder for the DL series.")],
    series: Annotated[
        str | None, typer.Option("--series", help="UID of the series (default: the unfiltered PET)")
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", help="Id of the network (default: the shipped one)")
    ] = None,
    precision: Annotated[str, typer.Option(help="auto, fp32 or bf16")] = "auto",
    device: Annotated[str, typer.Option(help="auto, cpu or cuda")] = "auto",
    resample: Annotated[
        bool, typer.Option("--resample", help="Allow voxels that are not 2 mm: there and back.")
    ] = False,
    assume_unfiltered: Annotated[
        bool, typer.Option("--assume-unfiltered", help=ASSUME_UNFILTERED)
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Denoise the unfiltered PET of the paths; write it as a DICOM series of its own."""
    from station.app import denoise_command as command

    with _explained(), tempfile.TemporaryDirectory() as scratch:
        _one_of(precision, PRECISIONS, "precision")
        _one_of(device, DEVICES, "device")
        report = _Progress()
        try:
            made = command.denoise_paths(
                _existing(paths),
                series,
                out,
                lambda: command.shipped_denoiser(model, precision, device),
                Path(scratch),
                report,
                resample=resample,
                assume_unfiltered=assume_unfiltered,
            )
        finally:
            report.end()
    _tell_made(command.as_json(made), as_json)


@app.command("filter")
def filter_(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="New folder for the filtered series.")],
    fwhm_mm: Annotated[
        float, typer.Option("--fwhm-mm", help="Full width at half maximum in mm")
    ] = 6.0,
    series: Annotated[
        str | None, typer.Option("--series", help="UID of the series (default: the unfiltered PET)")
    ] = None,
    assume_unfiltered: Annotated[
        bool, typer.Option("--assume-unfiltered", help=ASSUME_UNFILTERED)
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Lay a Gaussian on the unfiltered PET of the paths; write it as a DICOM series of its own."""
    from station.app import denoise_command as command

    with _explained(), tempfile.TemporaryDirectory() as scratch:
        report = _Progress()
        try:
            made = command.filter_paths(
                _existing(paths),
                series,
                out,
                fwhm_mm,
                Path(scratch),
                report,
                assume_unfiltered=assume_unfiltered,
            )
        finally:
            report.end()
    _tell_made(command.as_json(made), as_json)


def _tell_made(told: dict[str, Any], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(told, indent=2, allow_nan=False))
        return
    for caution in told["cautions"]:
        typer.echo(f"Caution: {caution}", err=True)
    typer.echo(f"Wrote {told['out']}: series {told['series_number']}, {told['description']}")


train = typer.Typer(help="Train the networks that Station ships.", no_args_is_help=True)
app.add_typer(train, name="train")


@train.command("denoiser")
def train_denoiser(
    config: Annotated[Path, typer.Option("--config", help="The recipe, a TOML file.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for weights, log and checkpoints.")],
    slabs: Annotated[
        Path | None,
        typer.Option(
            "--slabs", help="Folder of slabs to train on, kept there (default: OUT/slabs)."
        ),
    ] = None,
    held_out: Annotated[
        Path | None,
        typer.Option("--held-out", help="Folder of slabs to try each checkpoint on."),
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads of the processor (default: all cores).")
    ] = None,
) -> None:
    """Train the denoiser; go on from the last checkpoint in --out. Ctrl+C leaves a checkpoint."""
    from station.app import train_command as command

    request = command.Request(config, out, slabs, held_out, threads)
    stopped = "Stopped. The same command goes on from the last checkpoint."
    with _explained(), _interruptible(_TimedProgress(), stopped) as report:
        trained = command.train_denoiser(request, report)
    typer.echo(command.told(trained))


@train.command("grader")
def train_grader(
    task: Annotated[
        str,
        typer.Option("--task", help="1, 2, 3 or 4 of the paper, or ordinal: the five grades."),
    ],
    config: Annotated[Path, typer.Option("--config", help="The recipe, a TOML file.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for weights, logs and predictions.")],
    folds: Annotated[
        int,
        typer.Option(min=1, max=100, help="Parts that the patients are dealt out to; 1: no test."),
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
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads of the processor (default: all cores).")
    ] = None,
) -> None:
    """Train the QA grade; go on from the last epoch in --out. Ctrl+C loses the epoch at hand."""
    from station.app import grader_training as command

    request = command.Request(task, config, out, folds, tuple(fold or ()), cases, jobs, threads)
    stopped = "Stopped. The same command goes on from the last whole epoch."
    with _explained(), _interruptible(_TimedProgress(), stopped) as report:
        results = command.train_grader(request, report)
    typer.echo(command.told(results))


evaluate = typer.Typer(help="Measure how good a network is.", no_args_is_help=True)
app.add_typer(evaluate, name="evaluate")


@evaluate.command("denoiser")
def evaluate_denoiser(
    out: Annotated[Path, typer.Option("--out", help="Folder for the report; may be gone on with.")],
    cases: Annotated[int, typer.Option("--cases", help="Held-out phantoms.")] = 20,
    seed: Annotated[int, typer.Option("--seed", help="Which phantoms.")] = 0,
    model: Annotated[
        list[str] | None,
        typer.Option(
            "--model",
            help="Id of a shipped denoiser, or folder of a training run; may be repeated: the "
            "first is judged, the others beside it (default: all shipped ones).",
        ),
    ] = None,
    patients: Annotated[
        int, typer.Option("--patients", help="Patients of the paper's Tables 3 to 5.")
    ] = 50,
    others: Annotated[
        int | None,
        typer.Option("--others", help="Cases of each other body, count, reconstruction, grid."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", help="Cases simulated at a time, each with two cores and 2 GB.")
    ] = 1,
    precision: Annotated[str, typer.Option(help="auto, fp32 or bf16")] = "auto",
    device: Annotated[str, typer.Option(help="auto, cpu or cuda")] = "auto",
) -> None:
    """Judge a denoiser on simulated patients. The same command goes on where it was stopped."""
    from station.app import evaluate_command as command

    stopped = "Stopped. The same command goes on with what is missing."
    with _explained(), _interruptible(_TimedProgress(), stopped) as report:
        _one_of(precision, PRECISIONS, "precision")
        _one_of(device, DEVICES, "device")
        request = command.Request(
            out,
            cases,
            seed,
            tuple(model or ()),
            patients,
            others,
            jobs,
            precision,
            device,
        )
        done = command.evaluate_denoiser(request, report)
    _tell_requirements(done.requirements)
    typer.echo(f"Wrote {done.files[0]}")


@evaluate.command("grader")
def evaluate_grader(
    out: Annotated[Path, typer.Option("--out", help="Folder for the report; may be gone on with.")],
    cases: Annotated[int, typer.Option("--cases", min=1, help="Held-out patients.")] = 200,
    singles: Annotated[
        int,
        typer.Option(
            "--singles", min=0, help="Patients of each single cause; twice as many flawless ones."
        ),
    ] = 20,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, max=64, help="Processes that simulate.")
    ] = 1,
    weights: Annotated[
        Path | None,
        typer.Option(
            "--weights",
            help="A grader's ID.safetensors beside its models.toml (default: the shipped one).",
        ),
    ] = None,
    training_cases: Annotated[
        Path | None,
        typer.Option(
            "--training-cases",
            help="Folder of the cases that it was trained on, for the rival: regression on liver "
            "CoV and counts.",
        ),
    ] = None,
) -> None:
    """Judge the QA grade on simulated patients. The same command goes on where it was stopped."""
    from station.app import grader_evaluation as command

    stopped = "Stopped. The same command goes on with what is missing."
    with _explained(), _interruptible(_TimedProgress(), stopped) as report:
        request = command.Request(out, cases, singles, jobs, weights, training_cases)
        done = command.evaluate_grader(request, report)
    _tell_requirements(done.requirements)
    typer.echo(f"Wrote {done.files[0]}")


@evaluate.command("folds")
def evaluate_folds(
    runs: Annotated[
        list[Path], typer.Argument(help="Folders that station train grader trained tasks into")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the report.")],
) -> None:
    """Make the paper's Tables 2 to 4 and Figures 6 to 8 of folds that were trained."""
    from station.app import grader_folds as command

    with _explained():
        written = command.evaluate_folds(_existing(runs), out)
    typer.echo(f"Wrote {written[0]}")


def _tell_requirements(lines: Iterable[Any]) -> None:
    """Each line of the requirements of an evaluation, and whether it is reached."""
    for line in lines:
        verdict = {True: "reached", False: "NOT reached", None: "not measured"}[line.met]
        asked = f"(required: {line.target})"
        typer.echo(f"{verdict}: {line.group}: {line.what}: {line.reached} {asked}")


protocol = typer.Typer(
    help="What a reading follows: lists of sites, protocols of reader studies.",
    no_args_is_help=True,
)
app.add_typer(protocol, name="protocol")


@protocol.command()
def check(
    file: Annotated[Path, typer.Argument(help="A site list or a protocol in TOML")],
) -> None:
    """Say what is wrong in a site list or in a reader study's protocol, with line numbers."""
    from station.pet.sites import check_site_list, load_site_list
    from station.reading.protocol import check_protocol, load_protocol, looks_like_a_protocol

    with _explained():
        of_study = looks_like_a_protocol(file)
        mistakes = check_protocol(file) if of_study else check_site_list(file)
        for mistake in mistakes:
            typer.echo(mistake)
        if mistakes:
            raise typer.Exit(1)
        if of_study:
            name, content = load_protocol(file).name, load_protocol(file).criteria
            typer.echo(f'"{name}" is in order: {len(content)} criteria.')
        else:
            sites = load_site_list(file)
            typer.echo(f'"{sites.name}" is in order: {len(sites.sites)} sites.')


reading = typer.Typer(help="Blinded reader studies.", no_args_is_help=True)
app.add_typer(reading, name="reading")


@reading.command("analyse")
def analyse_reading(
    out: Annotated[Path, typer.Option("--out", help="Folder for tables, figures and rows.")],
    scores: Annotated[
        Path | None,
        typer.Option("--csv", help="Scores: reader,case,arm,criterion,score and maybe repeat"),
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
        typer.Option("--resamples", help="Of the bootstrap over cases (default: 2000)"),
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Of the bootstrap.")] = None,
) -> None:
    """Make the tables of a reader study: scores, agreement, SUVs; as CSV, HTML, PDF and JSON."""
    from station.app import reading_analysis as command

    with _explained():
        if scores is not None and study is not None:
            raise StationError("Give --study or --csv, not both.")
        if study is not None:
            from station.archive import home
            from station.archive.readings import open_reader_studies

            studies = open_reader_studies(home())
            try:
                source = command.source_of_study(studies, study, vois or [])
            finally:
                studies.close()
        elif scores is not None or vois:
            source = command.source_of_files(scores, vois or [])
        else:
            raise StationError(
                "Nothing to analyse. Give --study NAME, or --csv scores.csv and --voi voi.csv."
            )
        report = _Progress()
        try:
            written = command.write_analysis(
                source,
                out,
                command.RESAMPLES if resamples is None else resamples,
                command.SEED if seed is None else seed,
                report,
            )
        finally:
            report.end()
    for line in command.summary(written.analysis):
        typer.echo(line)
    for note in written.notes:
        typer.echo(f"Note: {note}", err=True)
    typer.echo(f"Wrote {out}: {', '.join(command.MAIN_FILES)}, CSV tables, plots/ and data/")


@reading.command()
def verify(
    images: Annotated[
        bool, typer.Option("--images", help="Check the files of every study's images too.")
    ] = False,
    head: Annotated[
        str | None,
        typer.Option("--head", help="A hash written down earlier that the trail has to hold."),
    ] = None,
) -> None:
    """Check the record of reader studies, and show the first broken link of its audit trail."""
    from station.archive import home
    from station.archive.readings import open_reader_studies

    with _explained():
        studies = open_reader_studies(home())
        try:
            verdict = studies.verify(head)
            if verdict.broken is not None:
                raise StationError(f"The record is broken. {verdict.broken.sentence}")
            report = _Progress()
            for name in studies.names() if images else ():
                changed = studies.changed_images(name, report)
                report.end()
                if changed:
                    raise StationError(
                        f'The record is whole, but images of "{name}" are not what they were when '
                        f"the study was made: {', '.join(changed)}. Put them back from a backup."
                    )
        finally:
            studies.close()
    typer.echo(f"The record is whole: {verdict.entries} entries. Last hash: {verdict.head}")


class _Progress:
    """Progress on one line of a terminal; nothing where the output goes to a file."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __call__(self, fraction: float, message: str) -> None:
        if self._shown:
            print(
                f"\r{message}: {fraction * 100:3.0f} %\033[K", end="", file=sys.stderr, flush=True
            )

    def end(self) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


class _TimedProgress:
    """Progress with the time that is left, for work of hours; lines where there is no terminal."""

    LINE_EVERY_S = 60.0

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:.1f} %"),
            TimeRemainingColumn(),
            console=self._console,
            speed_estimate_period=600,
        )
        self._task = self._bar.add_task("", total=1.0)
        self._told = -math.inf
        if self._console.is_terminal:
            self._bar.start()

    def __call__(self, fraction: float, message: str) -> None:
        self._bar.update(self._task, completed=fraction, description=message)
        now = time.monotonic()
        if not self._console.is_terminal and now - self._told >= self.LINE_EVERY_S:
            self._told = now
            left_s = self._bar.tasks[0].time_remaining
            left = "" if left_s is None else f", {left_s / 60:.0f} min left"
            self._console.print(
                f"{message}: {fraction * 100:.1f} %{left}",
                highlight=False,
                markup=False,
                soft_wrap=True,
            )

    def end(self) -> None:
        self._bar.stop()


@contextmanager
def _interruptible(progress: _TimedProgress, said: str) -> Generator[Report]:
    """A report that lets Ctrl+C, or a kill, stop the work between two steps; then this is said."""
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True

    def report(fraction: float, message: str) -> None:
        progress(fraction, message)
        if stopped:
            raise Cancelled

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield report
    except Cancelled:
        progress.end()
        typer.echo(said, err=True)
        raise typer.Exit(130) from None
    finally:
        progress.end()
        for number, handler in before.items():
            signal.signal(number, handler)


def _existing(paths: list[Path]) -> list[Path]:
    for path in paths:
        if not path.exists():
            raise StationError(f"{path} does not exist.")
    return paths


def _layout(text: str) -> Any:
    from station.app.state import Layout

    try:
        return Layout(text)
    except ValueError:
        raise StationError(f'"{text}" is no layout. Use {_listed(list(Layout))}.') from None


def _colormap(text: str) -> str:
    from station.app.colormaps import NAMES

    if text not in NAMES:
        raise StationError(f'"{text}" is no colour map. Use {_listed(list(NAMES))}.')
    return text


def _upper(text: str) -> float:
    from station.app.display import SUV_LIMITS

    match = re.fullmatch(r"0(?:\.0*)?[-–](\d+(?:\.\d+)?)", text)
    if match is None or not SUV_LIMITS[0] <= float(match[1]) <= SUV_LIMITS[1]:
        raise StationError(
            f'"{text}" is no SUV window. Write it from 0 to an upper bound between '
            f"{SUV_LIMITS[0]:g} and {SUV_LIMITS[1]:g}, such as 0-7."
        )
    return float(match[1])


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d+)[xX×](\d+)", text)
    if match is None or not all(SMALLEST <= int(side) <= LARGEST for side in match.groups()):
        raise StationError(
            f'"{text}" is no picture size. Write width x height, such as 1600x1000, '
            f"each from {SMALLEST} to {LARGEST}."
        )
    return int(match[1]), int(match[2])


def _one_of(text: str, names: tuple[str, ...], what: str) -> None:
    if text not in names:
        raise StationError(f'"{text}" is no {what}. Use {_listed(list(names))}.')


def _position(text: str | None) -> tuple[float, float, float] | None:
    if text is None:
        return None
    try:
        x, y, z = (float(part) for part in text.split(","))
    except ValueError:
        x = y = z = math.nan
    if not all(abs(coordinate) <= FARTHEST_MM for coordinate in (x, y, z)):
        raise StationError(
            f'"{text}" is no position. Write three numbers in mm, such as 10.5,-20,300.'
        )
    return x, y, z


def _sphere(text: str) -> Any:
    from station.app.voi_workflow import VOLUME_LIMITS_ML
    from station.pet.voi import Sphere

    try:
        x, y, z, volume = (float(part) for part in text.split(","))
    except ValueError:
        x = y = z = volume = math.nan
    low, high = VOLUME_LIMITS_ML
    if not all(abs(value) <= FARTHEST_MM for value in (x, y, z)) or not low <= volume <= high:
        raise StationError(
            f'"{text}" is no sphere. Write its centre in LPS mm and its volume in mL '
            f"({low:g} to {high:g}), such as 10.5,-20,300,0.5."
        )
    return Sphere((x, y, z), volume)


def _peak_rule(text: str) -> Any:
    from station.pet.voi import PeakRule

    try:
        return PeakRule(text)
    except ValueError:
        raise StationError(f'"{text}" is no rule for SUVpeak. Use global or local.') from None


def _listed(names: list[Any]) -> str:
    return ", ".join(str(name) for name in names[:-1]) + f" or {names[-1]}"


def _print_checks(told: list[dict[str, Any]]) -> None:
    """The same for people."""
    from rich.console import Console

    console = Console()
    for image in told:
        _print_title(console, image)
        if image["reason"] is not None:
            console.print(f"  Not checked: {image['reason']}", highlight=False, markup=False)
            continue
        _print_check_table(console, image["checks"])


def _print_grades(told: list[dict[str, Any]]) -> None:
    """The same for people."""
    from rich.console import Console

    console = Console()
    styles = {"Good": "bold green", "Poor": "bold red"}
    for image in told:
        _print_title(console, image)
        style = styles.get(image["verdict"], "bold yellow")
        lines: list[str] = []
        if image["grade"] is None:
            console.print(f"  {image['verdict']}: {image['reason']}", style=style, markup=False)
        else:
            said = f"  {image['verdict']}, grade {image['grade']} of 5: {image['grade_means']}"
            console.print(said, style=style, highlight=False, markup=False)
            shares = " · ".join(f"{share:.0%}" for share in image["grade_probabilities"])
            lines.append(
                f"Good with probability {image['probability_good']:.0%}; grades 1 to 5: {shares}"
            )
        if image["caution"]:
            lines.append(f"Caution: {image['caution']}")
        suspected = [f"{one['cause']} ({one['probability']:.0%})" for one in image["suspicions"]]
        if suspected:
            lines.append(f"Suspected: {', '.join(suspected)}")
        if image["checks_reason"] is not None and image["checks_reason"] != image["reason"]:
            lines.append(f"Not checked: {image['checks_reason']}")
        for line in lines:
            console.print(f"  {line}", highlight=False, markup=False)
        if image["checks"]:
            _print_check_table(console, image["checks"])
        model = image["model"]
        if model is not None:
            named = f"  {model['name']} {model['version']}, SHA-256 {model['sha256']}"
            console.print(named, style="dim", highlight=False, markup=False)


def _print_title(console: Any, image: dict[str, Any]) -> None:
    name = image["description"] or image["series_uid"]
    console.print(f"\n{name}", style="bold", highlight=False, markup=False)


def _print_check_table(console: Any, checks: list[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    styles = {"pass": "green", "look": "yellow", "fail": "bold red"}
    table = Table("check", "value", "limits", "", "what was found", box=None)
    for one in checks:
        low, high = (None if limit is None else f"{limit:g}" for limit in one["limits"])
        limits = f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"
        table.add_row(
            Text(one["name"]),
            "—" if one["value"] is None else f"{one['value']:.3g}",
            limits,
            Text(one["status"], style=styles.get(one["status"], "dim")),
            Text(one["sentence"]),
        )
    console.print(table)


def _print_info(told: dict[str, Any]) -> None:
    """The same for people."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    for study in told["studies"]:
        who = f"{study['patient_name']} · ID {study['patient_id']} · {study['study_date']}"
        console.print(f"\n{who}", style="bold", highlight=False, markup=False)
        table = Table("series", "role", "grid", "mm", "SUVbw factor", "min", "max", box=None)
        for series in study["series"]:
            shape, spacing = series["shape"], series["spacing_mm"]
            factor = series["suv"]["factor_bw"]
            table.add_row(
                escape(series["description"] or series["modality"]),
                series["role"],
                "×".join(map(str, shape)) if shape else "—",
                "×".join(f"{one:.3g}" for one in spacing) if spacing else "—",
                f"{factor:.6g}" if factor is not None else "—",
                "—" if series["min"] is None else f"{series['min']:.4g}",
                "—" if series["max"] is None else f"{series['max']:.4g}",
            )
        console.print(table)
        for series in study["series"]:
            lines = [series["problem"], series["suv"]["problem"], *series["warnings"]]
            for line in lines:
                if line:
                    console.print(f"  {line}", highlight=False, markup=False)
    if told["left_out"]:
        console.print(f"\nLeft out: {len(told['left_out'])}", highlight=False)
        for one in told["left_out"]:
            console.print(f"  {one['path']}: {one['reason']}", highlight=False, markup=False)
    if not told["studies"]:
        console.print("No DICOM images were found.")
