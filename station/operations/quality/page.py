"""What the PET QA report says of a graded image: facts, advice and pictures in words and pixels."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from station import __version__
from station.dicom.acquisition import acquisition
from station.operations.quality.pictures import Place, quality_pictures
from station.pet.acquisition import Acquisition, Span
from station.pet.decay import nuclide_words
from station.pet.image_quality import Check, QualityGrade, Status, Verdict
from station.pet.study import Series, SuvFacts
from station.pet.suitability import stated_filter
from station.pet.suv import Source, SuvInput, suv_inputs
from station.pet.suv_rules import is_duration
from station.pet.words import listed
from station.report.quality_report import (
    Fact,
    Parameters,
    QualityPage,
    as_pdf,
    write_quality_report,
)

if TYPE_CHECKING:
    from station.operations.quality.grading import Graded

OLDEST_SHOWN = 89
"""Years: a greater age may reveal who a patient is (HIPAA's safe harbour, 45 CFR 164.514)"""

SUSPECTED = 0.5
"""From this probability on a suspicion is named in the advice"""

PET_PARAMETERS = (
    "",
    "Field of view",
    "Matrix",
    "Voxel (z × y × x)",
    "Thickness",
    "Time per bed",
    "kV",
    "mA",
    "Reconstruction",
    "Filter",
    "Corrections",
)


def write_report(
    graded: "Graded", path: Path, *, patient_data: bool = True, now: datetime | None = None
) -> None:
    """Write the one-page report as PDF. Raises StationError where it cannot be written."""
    write_quality_report(quality_page(graded, patient_data=patient_data, now=now), path)


def report_pdf(
    graded: "Graded",
    *,
    patient_data: bool = True,
    now: datetime | None = None,
    reproducible: bool = False,
) -> bytes:
    """The report as PDF; `reproducible`: it does not say when it was made."""
    page = quality_page(graded, patient_data=patient_data, now=now)
    if reproducible:
        page = replace(page, made=f"Made by Station {__version__}")
    return as_pdf(page, reproducible=reproducible)


def quality_page(
    graded: "Graded", *, patient_data: bool = True, now: datetime | None = None
) -> QualityPage:
    """The page of a graded image.

    Without `patient_data` it names no patient, hospital, station, date or description, and no age
    above OLDEST_SHOWN; the images still show the patient.
    """
    made = datetime.now() if now is None else now
    pictures = quality_pictures(graded)
    places = () if pictures is None else pictures.places
    of_pet = acquisition(graded.series)
    of_ct = None if graded.ct is None else acquisition(graded.ct.series)
    page = QualityPage(
        action=advice(graded.grade, graded.control.checks, places),
        made=f"Made {made:%Y-%m-%d %H:%M} by Station {__version__}",
        grade=graded.grade,
        checks=graded.control.checks,
        refusal=graded.control.refusal,
        basic=_basic(graded, of_pet, of_ct, patient_data),
        parameters=_parameters(graded, of_pet, of_ct),
        tall=() if pictures is None else pictures.tall,
        flat=() if pictures is None else pictures.flat,
        legend=() if pictures is None else pictures.legend,
        no_images="There is no image to show: it could not be read." if pictures is None else "",
        cautions=graded.image.cautions if graded.image else (),
        driven_by="" if pictures is None else pictures.driven_by,
    )
    return page if patient_data else _unnamed(page, graded.series)


# --- Advice --------------------------------------------------------------------------------------


def advice(grade: QualityGrade, checks: Sequence[Check], places: Sequence[Place] = ()) -> str:
    """What to do with the image, for those who may still scan again."""
    failed = [check.name for check in checks if check.status is Status.FAIL]
    look = [check.name for check in checks if check.status is Status.LOOK]
    if grade.verdict is Verdict.NOT_GRADABLE:
        reason = grade.reason or "No reason was given."
        verdict = f"Not gradable: {reason}"
        if failed:
            return (
                f"{verdict} Failed: {listed(failed)}. Look at the image before the patient leaves."
            )
        return f"{verdict} Judge the image by eye."
    if grade.verdict is Verdict.POOR:
        if failed:
            at = listed(failed)
        elif places:
            at = f"mark {places[0].label} in the images ({', '.join(places[0].findings)})"
        elif look:
            at = listed(look)
        else:
            at = "the images"
        top = grade.suspicions[0] if grade.suspicions else None
        suspected = ""
        if top is not None and top.probability >= SUSPECTED:
            suspected = f" (suspected: {top.cause})"
        return f"Poor{suspected}: look at {at}; consider scanning again before the patient leaves."
    if failed:
        return (
            f"Good, but failed: {listed(failed)}. Look at that before reading; consider whether a "
            "new scan would correct it."
        )
    if look:
        return f"Good: ready to read. Look at {listed(look)}."
    unknown = sum(check.status is Status.NOT_POSSIBLE for check in checks)
    if not checks or unknown > len(checks) / 2:
        return (
            f"Good: ready to read, but {unknown} of {len(checks)} checks were not possible."
            if checks
            else "Good: ready to read, but nothing else was checked."
        )
    return "Good: ready to read."


# --- Facts ---------------------------------------------------------------------------------------


def _basic(
    graded: "Graded", of_pet: Acquisition, of_ct: Acquisition | None, patient_data: bool
) -> tuple[Fact, ...]:
    study, series = graded.study, graded.series
    suv = series.suv
    rows = _suv_rows(graded)
    equipment = " ".join(part for part in (series.manufacturer, series.model) if part)
    contrast = None
    if of_ct is not None and of_ct.contrast_agent is not None:
        volume = "" if of_ct.contrast_volume_ml is None else f", {of_ct.contrast_volume_ml:g} mL"
        contrast = f"{of_ct.contrast_agent}{volume}"
    named = (
        Fact("Patient", study.patient.name or None),
        Fact("Patient ID", study.patient.id or None),
    )
    located = (
        Fact("Institution", series.institution or None),
        Fact("Equipment", _joined(equipment, of_pet.station_name, patient_data)),
        Fact("Study date", _day(study.date)),
        Fact("Study", study.description or None),
    )
    if not patient_data:
        named = (Fact("Patient", "withheld"), Fact("Patient ID", "withheld"))
        located = (
            Fact("Institution", "withheld"),
            Fact("Equipment", equipment or None),
            Fact("Study date", "withheld"),
            Fact("Study", "withheld"),
        )
    number = "" if series.number is None else f"{series.number}"
    described = f'{number} "{series.description}"'.strip() if patient_data else number
    return (
        *named,
        Fact("Age", _age(graded, of_pet, patient_data)),
        Fact("Sex", _used(rows.get("Sex")) or study.patient.sex),
        Fact("Height", _used(rows.get("Height"), 100, "cm", ".0f")),
        Fact("Weight", _used(rows.get("Weight"), 1, "kg", "g")),
        *located,
        Fact("PET series", described or None),
        Fact("Software", of_pet.software),
        Fact("Tracer", _tracer(suv)),
        Fact("Injected activity", _used(rows.get("Injected activity"), 1e-6, "MBq", ".4g")),
        Fact("Injection", _moment(rows.get("Injection"), patient_data)),
        Fact("Series time", _clock(series.datetime)),
        Fact("Uptake time", _used(rows.get("Uptake time"), 1, "min", ".0f")),
        Fact("Contrast (CT)", contrast),
    )


def _suv_rows(graded: "Graded") -> dict[str, SuvInput]:
    if graded.image is not None and graded.image.inputs:
        rows = graded.image.inputs
    elif graded.series.suv is not None:
        rows = suv_inputs(graded.series.suv)
    else:
        rows = ()
    return {row.name: row for row in rows}


def _used(row: SuvInput | None, factor: float = 1.0, unit: str = "", form: str = "") -> str | None:
    """A value as it is used for SUV; one that a person typed is marked."""
    if row is None or row.value is None:
        return None
    value = row.value
    text = value if isinstance(value, str) else f"{value * factor:{form}} {unit}".strip()
    return f"{text} (typed)" if row.source is Source.TYPED else text


def _joined(equipment: str, station: str | None, patient_data: bool) -> str | None:
    parts = [equipment, station or ""] if patient_data else [equipment]
    return ", ".join(part for part in parts if part) or None


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _clock(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment:%H:%M:%S}"


def _moment(row: SuvInput | None, patient_data: bool) -> str | None:
    text = _used(row)
    if row is None or text is None or not isinstance(row.value, str):
        return None
    moment = datetime.fromisoformat(row.value)
    words = f"{moment:%Y-%m-%d %H:%M:%S}" if patient_data else f"{moment:%H:%M:%S}"
    return f"{words} (typed)" if row.source is Source.TYPED else words


def _age(graded: "Graded", of_pet: Acquisition, patient_data: bool) -> str | None:
    """As the header gives it, else by the birth date."""
    age = of_pet.age
    born, day = graded.study.patient.birth_date, graded.study.date
    if age is None and born is not None and day is not None and born <= day:
        years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        age = f"{years} years"
    if age is None or patient_data:
        return age
    number = age.split()[0]
    if age.endswith(("year", "years")) and number.isdigit():
        return age if int(number) <= OLDEST_SHOWN else f"above {OLDEST_SHOWN} years"
    return age if age.split()[-1] in ("day", "days", "week", "weeks", "month", "months") else None


def _tracer(suv: SuvFacts | None) -> str | None:
    drug = None if suv is None else suv.radiopharmaceutical
    if drug is None:
        return None
    nuclide = drug.radionuclide and nuclide_words(drug.radionuclide)
    return ", ".join(word for word in (drug.name, nuclide) if word) or None


# --- Scan and reconstruction ---------------------------------------------------------------------


def _parameters(graded: "Graded", of_pet: Acquisition, of_ct: Acquisition | None) -> Parameters:
    """The PET's line, and the CT's where there is one. A dash: it has no such thing."""
    pet = graded.series
    rows: list[tuple[str | None, ...]] = [
        (
            "PET",
            *_grid(pet, of_pet),
            _bed_time(pet.suv),
            "–",
            "–",
            pet.reconstruction or None,
            pet.kernel or stated_filter(pet),
            _corrections(pet.suv, of_pet),
        )
    ]
    if graded.ct is not None and of_ct is not None:
        ct = graded.ct.series
        rows.append(
            (
                "CT",
                *_grid(ct, of_ct),
                "–",
                None if of_ct.tube_voltage_kv is None else f"{of_ct.tube_voltage_kv:g}",
                _current(of_ct),
                ct.reconstruction or None,
                ct.kernel or None,
                "–",
            )
        )
    return Parameters(PET_PARAMETERS, tuple(rows))


def _grid(series: Series, acquired: Acquisition) -> tuple[str | None, ...]:
    """Field of view, matrix, voxel, thickness."""
    thickness = (
        None if acquired.slice_thickness_mm is None else f"{acquired.slice_thickness_mm:g} mm"
    )
    geometry = series.geometry
    if geometry is None:
        return None, None, None, thickness
    size = np.array(geometry.shape) * np.array(geometry.spacing_mm)
    slices, rows, columns = geometry.shape
    voxel = " × ".join(f"{step:.3g}" for step in geometry.spacing_mm)
    return (
        f"{size[2]:.0f} × {size[1]:.0f} mm, {size[0]:.0f} mm long",
        f"{columns} × {rows}, {slices} slices",
        f"{voxel} mm",
        thickness,
    )


def _bed_time(suv: SuvFacts | None) -> str | None:
    """(0018,1242) of the slices."""
    durations = [] if suv is None else [ms for ms in suv.frame_durations_ms if is_duration(ms)]
    if not durations:
        return None
    low, high = min(durations) / 1000, max(durations) / 1000
    return f"{low:.0f} s" if round(low) == round(high) else f"{low:.0f}–{high:.0f} s"


def _corrections(suv: SuvFacts | None, acquired: Acquisition) -> str | None:
    parts: list[str] = []
    if suv is not None and suv.corrected_image:
        parts.append(", ".join(suv.corrected_image))
    for name, method in (
        ("attenuation", acquired.attenuation_correction),
        ("scatter", acquired.scatter_correction),
        ("randoms", acquired.randoms_correction),
    ):
        if method:
            parts.append(f"{name}: {method}")
    return "; ".join(parts) or None


def _current(acquired: Acquisition) -> str | None:
    if acquired.tube_current_ma is None:
        return None
    text = _span(acquired.tube_current_ma)
    if acquired.exposure_time_ms is not None:
        text += f" at {_span(acquired.exposure_time_ms)} ms"
    return f"{text} ({acquired.headers_read} slices looked at)"


def _span(span: Span) -> str:
    low, high = span
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


# --- Without patient data ------------------------------------------------------------------------


def _unnamed(page: QualityPage, series: Series) -> QualityPage:
    """The page without the series' description, which sentences contain in its label."""

    def unnamed(text: str) -> str:
        return text.replace(series.label, "The series")

    grade = replace(
        page.grade,
        reason=None if page.grade.reason is None else unnamed(page.grade.reason),
        caution=None if page.grade.caution is None else unnamed(page.grade.caution),
    )
    return replace(
        page,
        action=unnamed(page.action),
        grade=grade,
        refusal=None if page.refusal is None else unnamed(page.refusal),
        cautions=tuple(unnamed(caution) for caution in page.cautions),
        checks=tuple(replace(check, sentence=unnamed(check.sentence)) for check in page.checks),
    )
