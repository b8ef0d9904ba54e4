"""What is done to one study of a batch: the operations of the command line, and their table rows.

It runs in a process of its own (`station.batch.study_process`), which keeps the networks loaded.
"""

import json
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import __version__
from station.batch.outputs import FOLDER, hash_of_files, is_whole, output_key, whole_output
from station.errors import StationError
from station.installed import resource

if TYPE_CHECKING:
    from station.operations.quality.grading import Graded
    from station.pet.study import Series, Study
    from station.quality.checks import Control

ROWS = "rows.json"
"""In an output: its rows of the summary"""
ZIP_BEGINS = b"PK\x03\x04"

Row = dict[str, Any]
"""Column → value. Every row has `series_uid`, and `reason` if the series has no result."""


@dataclass(frozen=True)
class Job:
    """One study and what is to be done to it, for another process on any machine."""

    operation: str
    options: Mapping[str, Any]
    weights: Mapping[str, str]
    version: str
    study_uid: str
    images: tuple[str, ...]
    vois: tuple[str, ...]
    outputs: str
    """The folder in which the output becomes a folder"""


@dataclass(frozen=True)
class Made:
    """What came of a job."""

    inputs: str
    """Hash of the content of the study's files"""
    output: str
    """Name of the output's folder"""


@dataclass(frozen=True)
class Place:
    """Where an operation finds a study and puts its output."""

    images: tuple[Path, ...]
    vois: tuple[Path, ...]
    out: Path
    scratch: Path
    key: str
    """Names the output"""


@dataclass(frozen=True)
class Operation:
    """What a batch can do to its studies."""

    name: str
    title: str
    """Of the summary"""
    columns: Mapping[str, type]
    """Of its rows, behind those that every batch has, and the type of their values"""
    work: Callable[[Place, Mapping[str, Any]], list[Row]]
    networks: tuple[str, ...] = ()
    """Folders of resources/models that it takes weights from"""
    with_vois: bool = False
    """Whether it reads contours and masks of the study too"""

    @property
    def file(self) -> str:
        """In an output: what the command line prints with --json."""
        return f"{self.name}.json"


def do(job: Job, operations: Mapping[str, Operation] | None = None) -> Made:
    """Make the output of a job, unless it is there already.

    Raises StationError with the sentence where it cannot be made; its cause is an OSError where the
    disk is why.
    """
    if job.version != __version__:
        raise StationError(
            f"This worker runs Station {__version__}, the batch Station {job.version}. Install "
            f"Station {job.version} on every worker."
        )
    operation = (operations or OPERATIONS)[job.operation]
    given = (*job.images, *(job.vois if operation.with_vois else ()))
    try:
        inputs, paths = hash_of_files(map(Path, given))
    except OSError as error:
        raise StationError(
            f"{error.filename} can no longer be read: {error.strerror}. Run the batch again with "
            "--resume --retry when it is there."
        ) from error
    # The weights are checked against their card when they are loaded: of other weights the same
    # hash would lie.
    weights = shipped_weights(operation, job.options)
    if weights != job.weights:
        raise StationError(
            "This worker has other networks than the batch was begun with. Install the same "
            "Station on every worker."
        )
    key = output_key(inputs, job.operation, job.options, job.weights, job.version)
    output = Path(job.outputs, key)
    if is_whole(output):
        return Made(inputs, key)
    with tempfile.TemporaryDirectory() as scratch:
        vois = tuple([path for path in paths if str(path) in job.vois])
        images = _of_the_study(
            [path for path in paths if path not in vois], job.study_uid, Path(scratch)
        )
        with whole_output(output) as partial:
            place = Place(images, vois, partial, Path(scratch), key)
            rows = operation.work(place, job.options)
            write_json(partial / ROWS, rows)
    return Made(inputs, key)


def shipped_weights(operation: Operation, options: Mapping[str, Any]) -> dict[str, str]:
    """Network → SHA-256 of the weights that the operation takes, by their lists; imports no torch.

    Raises StationError where there are none.
    """
    weights: dict[str, str] = {}
    for network in operation.networks:
        wanted = options.get("model") if network == "denoiser" else None
        path = resource("models", network, "models.toml")
        try:
            models = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
        except (OSError, ValueError, LookupError) as error:
            raise StationError(
                f"There are no weights of the {network} in {path.parent}."
            ) from error
        of_id = {str(model["id"]): model for model in models}
        if wanted is not None and wanted not in of_id:
            raise StationError(f'There is no {network} "{wanted}". There is {", ".join(of_id)}.')
        chosen = [m for m in models if m["id"] == wanted or (wanted is None and m.get("default"))]
        weights[network] = str(chosen[0]["sha256"])
    return weights


def write_json(path: Path, content: object) -> None:
    """Raises OSError."""
    path.write_text(json.dumps(content, indent=1, allow_nan=False) + "\n", encoding="utf-8")


def _of_the_study(paths: Sequence[Path], study_uid: str, scratch: Path) -> tuple[Path, ...]:
    """The files of the study, those of a ZIP unpacked."""
    if not any(_is_zip(path) for path in paths):
        return tuple(paths)
    from station.dicom.load import scan

    found = scan(paths, unpack_into=scratch)
    series = [s for study in found.studies if study.uid == study_uid for s in study.series]
    tables = [s.slices for s in series if s.slices is not None]
    return tuple({Path(path): None for table in tables for path in table.paths if path})


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ZIP_BEGINS)) == ZIP_BEGINS


# --- The operations -----------------------------------------------------------------------------


def _info(place: Place, options: Mapping[str, Any]) -> list[Row]:
    from station.operations.info import describe

    content = describe((*place.images, *place.vois), place.scratch)
    if not content["studies"]:
        first, *more = content["left_out"]
        others = f" So were {len(more)} more." if more else ""
        raise StationError(
            f"The study has no image. {first['path']} was left out: {first['reason']}{others}"
        )
    write_json(place.out / OPERATIONS["info"].file, content)
    return [
        {
            "series_uid": series["series_uid"],
            "reason": series["problem"] or series["suv"]["problem"] or "",
            "study_date": study["study_date"],
            "modality": series["modality"],
            "role": series["role"],
            "description": series["description"],
            "shape": "×".join(map(str, series["shape"] or ())),
            "spacing_mm": "×".join(f"{size:g}" for size in series["spacing_mm"] or ()),
            "suv_factor_bw": series["suv"]["factor_bw"],
            "min": series["min"],
            "max": series["max"],
            "unit": series["unit_of_min_max"],
            "cautions": " ".join(series["warnings"]),
        }
        for study in content["studies"]
        for series in study["series"]
    ]


def _check(place: Place, options: Mapping[str, Any]) -> list[Row]:
    from station.operations.quality import checks

    checked = checks.check_paths(place.images, (), None, place.scratch)
    write_json(place.out / OPERATIONS["check"].file, checks.as_json(checked))
    return [
        {
            "series_uid": one.series.uid,
            "reason": one.control.refusal or "",
            **_of_control(one.study, one.series, one.control),
        }
        for one in checked
    ]


def _grade(place: Place, options: Mapping[str, Any]) -> list[Row]:
    from station.operations.quality import grade_paths as grading
    from station.operations.quality.page import report_pdf

    graded = grading.grade_paths(place.images, (), None, place.scratch, _grader)
    write_json(place.out / OPERATIONS["grade"].file, grading.as_json(graded))
    reports: list[str | None] = [None] * len(graded)
    if options["reports"]:
        for number, one in enumerate(graded):
            name = f"report-{number + 1:02d}.pdf"
            (place.out / name).write_bytes(report_pdf(one, reproducible=True))
            reports[number] = f"{FOLDER}/{place.key}/{name}"
    return [
        {
            "series_uid": one.series.uid,
            "reason": one.grade.reason or "",
            **_of_control(one.study, one.series, one.control),
            **_of_grade(one),
            "report": report,
        }
        for one, report in zip(graded, reports, strict=True)
    ]


def _of_control(study: "Study", series: "Series", control: "Control") -> Row:
    from station.dicom.device import device_of
    from station.operations.quality.kept import LIVER_COV
    from station.pet.device import image_kind
    from station.pet.image_quality import Status

    device = device_of(series)

    def named(status: Status) -> str:
        return "; ".join(check.name for check in control.checks if check.status is status)

    return {
        "study_date": None if study.date is None else study.date.isoformat(),
        "acquired": "" if series.datetime is None else series.datetime.isoformat(),
        "description": series.description,
        "manufacturer": device.manufacturer,
        "model": device.model,
        "station_name": device.station,
        "serial": device.serial,
        "device_uid": device.uid,
        "kind": image_kind(series),
        "liver_cov_percent": next(
            (check.value for check in control.checks if check.name == LIVER_COV), None
        ),
        "checks_failed": named(Status.FAIL),
        "checks_to_look_at": named(Status.LOOK),
    }


def _of_grade(graded: "Graded") -> Row:
    from station.pet.image_quality import GRADES
    from station.pet.words import finite

    grade = graded.grade
    expected = None
    if grade.probabilities is not None:
        expected = sum(g * p for g, p in zip(GRADES, grade.probabilities, strict=True))
    return {
        "verdict": str(grade.verdict),
        "grade": grade.grade,
        "probability_good": finite(grade.probability_good),
        "expected_grade": expected,
        "suspected": "; ".join(suspicion.cause for suspicion in grade.suspicions),
        "caution": grade.caution or "",
    }


def _denoise(place: Place, options: Mapping[str, Any]) -> list[Row]:
    from station.operations import denoise

    made = denoise.denoise_paths(
        place.images,
        None,
        place.out / SERIES,
        lambda: _denoiser(options["model"], options["precision"], options["device"]),
        place.scratch,
        resample=options["resample"],
        assume_unfiltered=options["assume_unfiltered"],
        made_of=place.key,
    )
    return _written(denoise.as_json(made), place, OPERATIONS["denoise"].file)


def _filter(place: Place, options: Mapping[str, Any]) -> list[Row]:
    from station.operations import denoise

    made = denoise.filter_paths(
        place.images,
        None,
        place.out / SERIES,
        options["fwhm_mm"],
        place.scratch,
        assume_unfiltered=options["assume_unfiltered"],
        made_of=place.key,
    )
    return _written(denoise.as_json(made), place, OPERATIONS["filter"].file)


SERIES = "series"
"""In an output: the folder of a new DICOM series"""


def _written(made: dict[str, Any], place: Place, file: str) -> list[Row]:
    # The folder has its name when it is whole.
    write_json(place.out / file, made | {"out": SERIES})
    return [
        {
            "series_uid": made["series_uid"],
            "reason": "",
            "source_series_uid": made["source_series_uid"],
            "series_number": made["series_number"],
            "role": made["role"],
            "description": made["description"],
            "derivation": made["derivation"],
            "cautions": " ".join(made["cautions"]),
        }
    ]


def _measure(place: Place, options: Mapping[str, Any]) -> list[Row]:
    from station.operations import measure
    from station.pet.voi import PeakRule, Sphere

    spheres = [Sphere((x, y, z), volume_ml) for x, y, z, volume_ml in options["sphere"]]
    masks = [*(Path(path) for path in options["mask"]), *place.vois]
    if not spheres and not masks:
        raise StationError(
            "The study has no contours, segmentation or measurements of its own. Give --sphere "
            "L,P,S,ML or --mask FILE."
        )
    rule = PeakRule(options["peak"])
    measured = measure.measure_paths(place.images, spheres, masks, (), rule, place.scratch)
    content = measure.as_json(measured)
    write_json(place.out / OPERATIONS["measure"].file, content)
    return [
        {
            "series_uid": row["series_uid"],
            "reason": "",
            "role": row["role"],
            "voi": row["voi"]["name"],
            "voi_kind": row["voi"]["kind"],
            "unit": row["unit"],
            "suv_max": row["suv_max"],
            "suv_peak": row["suv_peak"],
            "suv_mean": row["suv_mean"],
            "suv_sd": row["suv_sd"],
            "suv_min": row["suv_min"],
            "peak_rule": row["peak_rule"],
            "voxels": row["voxels"],
            "volume_ml": row["volume_ml"],
            "cautions": " ".join(row["warnings"]),
        }
        for row in content
    ]


@cache
def _grader() -> Any:
    from station.operations.quality.grader import shipped_grader

    return shipped_grader()


@cache
def _denoiser(model: str | None, precision: str, device: str) -> Any:
    from station.operations.denoiser import shipped_denoiser

    return shipped_denoiser(model, precision, device)


OF_CONTROL: Mapping[str, type] = {
    "study_date": str,
    "acquired": str,
    "description": str,
    "manufacturer": str,
    "model": str,
    "station_name": str,
    "serial": str,
    "device_uid": str,
    "kind": str,
    "liver_cov_percent": float,
    "checks_failed": str,
    "checks_to_look_at": str,
}
OF_SERIES: Mapping[str, type] = {
    "source_series_uid": str,
    "series_number": int,
    "role": str,
    "description": str,
    "derivation": str,
    "cautions": str,
}
OPERATIONS: Mapping[str, Operation] = {
    operation.name: operation
    for operation in (
        Operation(
            "info",
            "What is in the studies",
            {
                "study_date": str,
                "modality": str,
                "role": str,
                "description": str,
                "shape": str,
                "spacing_mm": str,
                "suv_factor_bw": float,
                "min": float,
                "max": float,
                "unit": str,
                "cautions": str,
            },
            _info,
            with_vois=True,
        ),
        Operation("check", "Statistics control", OF_CONTROL, _check, networks=("finder",)),
        Operation(
            "grade",
            "Image quality",
            {
                **OF_CONTROL,
                "verdict": str,
                "grade": int,
                "probability_good": float,
                "expected_grade": float,
                "suspected": str,
                "caution": str,
                "report": str,
            },
            _grade,
            networks=("grader", "finder"),
        ),
        Operation("denoise", "Denoised series", OF_SERIES, _denoise, networks=("denoiser",)),
        Operation("filter", "Filtered series", OF_SERIES, _filter),
        Operation(
            "measure",
            "Measurements",
            {
                "role": str,
                "voi": str,
                "voi_kind": str,
                "unit": str,
                "suv_max": float,
                "suv_peak": float,
                "suv_mean": float,
                "suv_sd": float,
                "suv_min": float,
                "peak_rule": str,
                "voxels": int,
                "volume_ml": float,
                "cautions": str,
            },
            _measure,
            with_vois=True,
        ),
    )
}
