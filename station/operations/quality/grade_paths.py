"""What `station grade` does: the QA grade of a study's PET images, and the reports on it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from station.errors import StationError
from station.operations.quality.checks import check_as_json, find_pets
from station.operations.quality.grader import Grader
from station.operations.quality.grading import Graded, grade_series
from station.pet.image_quality import GRADE_MEANS
from station.pet.voi import Point
from station.pet.words import finite
from station.progress import Report, part, silent

FOUND = 0.05
"""Share of the progress in which files are looked for"""


def grade_paths(
    paths: Sequence[Path],
    series_uids: Sequence[str],
    liver_mm: Point | None,
    unpack_into: Path,
    grader: Callable[[], Grader],
    report: Report = silent,
    *,
    evidence: bool = False,
    one_only: str = "",
) -> list[Graded]:
    """The grade of every PET below the paths, or of the series named by `series_uids`.

    `grader` is called once there is something to grade; `evidence` asks it for the places that
    decide; `one_only` names what is made of a single series and is refused for several. What cannot
    be graded is "Not gradable" with the sentence. Raises StationError where there is no such
    series, none that is a PET, or no network.
    """
    chosen = find_pets(paths, series_uids, liver_mm, unpack_into, part(report, 0.0, FOUND))
    if one_only and len(chosen) > 1:
        names = " or ".join(f"{series.uid} ({series.label})" for _, series in chosen)
        raise StationError(
            f"{one_only} is of one series, and there are {len(chosen)}. Choose one: "
            f"--series {names}."
        )
    report(FOUND, "Loading the network")
    network = grader()
    share = (1 - FOUND) / len(chosen)
    return [
        grade_series(
            study,
            series,
            network,
            liver_mm=liver_mm,
            evidence=evidence,
            report=part(report, FOUND + share * n, FOUND + share * (n + 1)),
        )
        for n, (study, series) in enumerate(chosen)
    ]


def require_writable(file: Path | None, folder: Path | None) -> None:
    """Raise StationError before the work where what it makes could not be written after it."""
    if file is not None and (not file.parent.is_dir() or file.is_dir()):
        raise StationError(f"{file} cannot be written. Name a file in an existing folder.")
    if folder is not None:
        from station.dicom.folders import require_new

        require_new(folder, "the DICOM report")


def write_dicom(results: Sequence[Graded], folder: Path) -> list[Path]:
    """An Encapsulated PDF and an SR for each image into a new folder: all or nothing.

    Raises StationError where the folder holds something, or an image has no files to refer to.
    """
    from station.dicom.folders import whole_folder
    from station.dicom.quality_objects import (
        QualityResult,
        write_encapsulated_pdf,
        write_quality_sr,
    )
    from station.operations.quality.page import report_pdf

    names: list[str] = []
    with whole_folder(folder, "the DICOM report") as partial:
        for number, graded in enumerate(results, start=1):
            before = "" if len(results) == 1 else f"{number:02d}-"
            pdf, sr = f"{before}report.dcm", f"{before}measurements.dcm"
            write_encapsulated_pdf(graded.series, report_pdf(graded), partial / pdf)
            write_quality_sr(
                QualityResult(
                    graded.series, graded.grade, graded.control.checks, graded.control.refusal
                ),
                partial / sr,
            )
            names += [pdf, sr]
    return [folder / name for name in names]


def as_json(results: Sequence[Graded]) -> list[dict[str, Any]]:
    """The results as JSON-able values; what is not known is None, and nothing is NaN."""
    return [_one(graded) for graded in results]


def _one(graded: Graded) -> dict[str, Any]:
    grade, control, series = graded.grade, graded.control, graded.series
    return {
        "series_uid": series.uid,
        "part": series.part,
        "description": series.description,
        "grade": grade.grade,
        "grade_means": None if grade.grade is None else GRADE_MEANS[grade.grade],
        "grade_probabilities": None
        if grade.probabilities is None
        else [finite(share) for share in grade.probabilities],
        "probability_good": finite(grade.probability_good),
        "verdict": str(grade.verdict),
        "reason": grade.reason,
        "caution": grade.caution,
        "suspicions": [
            {"cause": suspicion.cause, "probability": finite(suspicion.probability)}
            for suspicion in grade.suspicions
        ],
        "drivers": [
            {"subject": driver.subject, "share": finite(driver.share)} for driver in grade.drivers
        ],
        "distance": finite(grade.distance),
        "in_view": list(control.in_view),
        "checks": [check_as_json(check) for check in control.checks],
        "checks_reason": control.refusal,
        "model": None if grade.model is None else asdict(grade.model),
    }
