"""The QA grade of a PET image as DICOM: the report as Encapsulated PDF, and its numbers as SR.

Both belong to the image's study and reference the image's slices. The SR is a measurement report
(TID 1500, Comprehensive 3D SR) by the program: a group (TID 1501) for the grade, and one for each
check of the statistics control with its value, unit, limits, result, sentence and position.
Concepts without a code in the standard have one of ours, in the scheme CODING_SCHEME.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from highdicom import sr
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as Items
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import EncapsulatedPDFStorage

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.derived import (
    MANUFACTURER,
    new_object,
    of_a_new_object,
    save,
    source_headers,
    stored_slices,
)
from station.dicom.free_text import free_text
from station.dicom.header import lenient
from station.dicom.save import coded, uid_of
from station.errors import StationError
from station.pet.image_quality import (
    GRADE_MEANS,
    GRADES,
    LOWEST_GOOD,
    Check,
    QualityGrade,
    Status,
    Verdict,
)
from station.pet.study import Series

SR_SERIES_NUMBER, PDF_SERIES_NUMBER = 903, 904
TITLE = "PET QA report"
CODING_SCHEME = "99STATION"

_VERDICTS: Mapping[Verdict, Code] = MappingProxyType(
    {
        Verdict.GOOD: codes.cid3114.GoodImageQuality,
        Verdict.POOR: codes.cid3114.PoorImageQuality,
        # CID 3114's "unusable" would claim more than is known about an image that was not graded.
        Verdict.NOT_GRADABLE: Code("NOT_GRADABLE", CODING_SCHEME, "Not gradable"),
    }
)
_STATUSES: Mapping[Status, Code] = MappingProxyType(
    {
        Status.PASS: Code("PASS", CODING_SCHEME, "Pass"),
        Status.LOOK: Code("LOOK", CODING_SCHEME, "Look: outside what is usual"),
        Status.FAIL: Code("FAIL", CODING_SCHEME, "Fail"),
        Status.NOT_POSSIBLE: Code("NOT_POSSIBLE", CODING_SCHEME, "Not possible"),
    }
)
_STATUS = Code("STATUS", CODING_SCHEME, "Answer of the check")
_PASSES_FROM = Code("PASSES_FROM", CODING_SCHEME, "Lowest value that passes")
_PASSES_TO = Code("PASSES_TO", CODING_SCHEME, "Highest value that passes")
_DISTANCE = Code("DISTANCE", CODING_SCHEME, "Distance from the training images, 1 at the limit")
_GRADE = codes.DCM.ImageQualityRating
_QUALITY = codes.DCM.ImagingSeriesQuality

_UNITS: Mapping[str, Code] = MappingProxyType(
    {
        "SUVbw": codes.cid85.StandardizedUptakeValueBodyWeight,
        "SUL (James)": codes.cid85.StandardizedUptakeValueLeanBodyMassJames,
        "%": codes.UCUM.Percent,
        "min": Code("min", "UCUM", "minute"),
        "mm": codes.UCUM.Millimeter,
        "MBq/kg": Code("MBq/kg", "UCUM", "MBq/kg"),
        "mmol/L": Code("mmol/L", "UCUM", "mmol/L"),
        "slices": Code("{slices}", "UCUM", "slices"),
        "voxels": Code("{voxels}", "UCUM", "voxels"),
        "": codes.UCUM.NoUnits,
    }
)
_SHARE = re.compile(r"% (of .+)")
_RATIO = re.compile(r"[^/]+ / [^/]+")
_LONGEST_CODE = 16
"""Characters of a CodeValue (SH)"""


@dataclass(frozen=True, eq=False)
class QualityResult:
    """What is written about one image."""

    series: Series
    grade: QualityGrade
    checks: tuple[Check, ...]
    refusal: str | None = None
    """Why nothing was checked"""


# --- The PDF -------------------------------------------------------------------------------------


def write_encapsulated_pdf(
    series: Series, pdf: bytes, path: Path, title: str = TITLE, number: int = PDF_SERIES_NUMBER
) -> None:
    """Write a report on `series` as Encapsulated PDF in the series' study.

    `title` names it in the list of series, `number` is its SeriesNumber.

    Raises StationError: a series without files, a file that cannot be read or written.
    """
    with lenient():  # what a scanner wrote incorrectly is passed on unchanged
        evidence = _evidence(series)
        first, now = evidence[0], datetime.now()
        document = new_object(EncapsulatedPDFStorage, first, "DOC", number, title)
        document.ConversionType = "WSD"
        document.InstanceNumber = 1
        document.ContentDate = now.strftime("%Y%m%d")
        document.ContentTime = now.strftime("%H%M%S")
        document.AcquisitionDateTime = ""
        document.BurnedInAnnotation = "YES"
        document.RecognizableVisualFeatures = "YES"  # a MIP of the head shows the face
        document.SourceInstanceSequence = Items([_reference(image) for image in evidence])
        document.DocumentTitle = title
        document.ConceptNameCodeSequence = Items(
            []
        )  # there is no code for a report on image quality
        document.VerificationFlag = "UNVERIFIED"
        document.MIMETypeOfEncapsulatedDocument = "application/pdf"
        document.EncapsulatedDocument = pdf + b"\0" * (len(pdf) % 2)
        document.EncapsulatedDocumentLength = len(pdf)
        save(document, path)


def _reference(image: Dataset) -> Dataset:
    item = Dataset()
    item.ReferencedSOPClassUID = image.SOPClassUID
    item.ReferencedSOPInstanceUID = image.SOPInstanceUID
    source: Any = codes.cid7060.SourceImage
    item.PurposeOfReferenceCodeSequence = coded(
        (source.value, source.scheme_designator, source.meaning)
    )
    return item


# --- The SR --------------------------------------------------------------------------------------


def write_quality_sr(result: QualityResult, path: Path) -> None:
    """Write the grade and the checks as a measurement report.

    Raises StationError: a series without files, a file that cannot be read or written.
    """
    with lenient():
        evidence = _evidence(result.series)
        document = sr.Comprehensive3DSR(
            evidence=evidence,
            content=_content(result, evidence)[0],
            series_number=SR_SERIES_NUMBER,
            series_description="PET QA grade",
            is_complete=True,
            **of_a_new_object(),
        )
        document.CodingSchemeIdentificationSequence = [_scheme()]
        save(document, path)


def _scheme() -> Dataset:
    """Who defines our codes."""
    item = Dataset()
    item.CodingSchemeDesignator = CODING_SCHEME
    item.CodingSchemeName = "Station, checks of PET image quality"
    item.CodingSchemeVersion = station.__version__
    item.CodingSchemeResponsibleOrganization = MANUFACTURER
    return item


def _content(result: QualityResult, evidence: Sequence[Dataset]) -> sr.MeasurementReport:
    observer = sr.ObserverContext(
        observer_type=codes.cid270.Device,
        observer_identifying_attributes=sr.DeviceObserverIdentifyingAttributes(
            uid=uid_of("device", MANUFACTURER, station.__version__),
            name=MANUFACTURER,
            manufacturer_name=MANUFACTURER,
            model_name=f"{MANUFACTURER} {station.__version__}",
        ),
    )
    return sr.MeasurementReport(
        observation_context=sr.ObservationContext(observer_device_context=observer),
        procedure_reported=codes.cid100.PETUnspecifiedBodyRegion,
        imaging_measurements=[
            _grade_group(result, evidence),
            *(_check_group(result.series, check) for check in result.checks),
        ],
    )


def _grade_group(
    result: QualityResult, evidence: Sequence[Dataset]
) -> sr.MeasurementsAndQualitativeEvaluations:
    grade, series = result.grade, result.series
    measurements: list[sr.Measurement] = []
    if grade.grade is not None:
        measurements.append(
            sr.Measurement(
                name=_GRADE, value=grade.grade, unit=Code("{1:5}", "UCUM", "range: 1 to 5")
            )
        )
    for of, probability in zip(GRADES, grade.probabilities or (), strict=False):
        name = Code(f"P_GRADE_{of}", CODING_SCHEME, f"Probability of grade {of}")
        measurements.append(_number(name, probability))
    if grade.probability_good is not None:
        name = Code("P_GOOD", CODING_SCHEME, f"Probability of grade {LOWEST_GOOD} or better")
        measurements.append(_number(name, grade.probability_good))
    if grade.distance is not None and isfinite(grade.distance):
        measurements.append(_number(_DISTANCE, grade.distance))
    for suspicion in grade.suspicions:
        suspected = f"Suspected: {suspicion.cause}"
        name = Code(_code_of(suspected), CODING_SCHEME, free_text(suspected, "LO"))
        measurements.append(_number(name, suspicion.probability))
    group = sr.MeasurementsAndQualitativeEvaluations(
        tracking_identifier=_tracking(series, "QA grade"),
        algorithm_id=_network(grade),
        measurements=measurements,
        qualitative_evaluations=[sr.QualitativeEvaluation(_QUALITY, _VERDICTS[grade.verdict])],
        source_images=[
            sr.SourceImageForMeasurementGroup(image.SOPClassUID, image.SOPInstanceUID)
            for image in evidence
        ],
    )
    sentences = [grade.reason, grade.caution]
    if grade.grade is not None:
        sentences.insert(0, f"Grade {grade.grade}: {GRADE_MEANS[grade.grade]}.")
    if result.refusal is not None:
        sentences.append(f"Not checked: {result.refusal}")
    _comment(group, [image for image in sentences if image])
    return group


def _check_group(series: Series, check: Check) -> sr.MeasurementsAndQualitativeEvaluations:
    """A check that was not possible has no number, only the result and the reason."""
    measurements: list[sr.Measurement] = []
    if check.value is not None and isfinite(check.value):
        unit, at = _unit(check.unit), _place(series, check)
        measurements.append(
            sr.Measurement(
                name=Code(_code_of(check.name), CODING_SCHEME, free_text(check.name, "LO")),
                value=float(check.value),
                unit=unit,
                properties=sr.MeasurementProperties(normal_range_properties=_range(check, unit)),
                referenced_coordinates=[at] if at is not None else None,
            )
        )
    group = sr.MeasurementsAndQualitativeEvaluations(
        tracking_identifier=_tracking(series, check.name),
        algorithm_id=sr.AlgorithmIdentification(
            name="Statistics control", version=station.__version__, manufacturer=MANUFACTURER
        ),
        measurements=measurements,
        qualitative_evaluations=[sr.QualitativeEvaluation(_STATUS, _STATUSES[check.status])],
    )
    _comment(group, [check.sentence])
    return group


def _number(name: Code, value: float) -> sr.Measurement:
    return sr.Measurement(name=name, value=float(value), unit=codes.UCUM.NoUnits)


def _range(check: Check, unit: Code) -> sr.NormalRangeProperties:
    values = [
        sr.NumContentItem(
            name=name,
            value=limit,
            unit=unit,
            relationship_type=sr.RelationshipTypeValues.HAS_PROPERTIES,
        )
        for name, limit in zip((_PASSES_FROM, _PASSES_TO), check.limits, strict=True)
        if limit is not None and isfinite(limit)
    ]
    return sr.NormalRangeProperties(values, authority=check.source or None)


def _place(series: Series, check: Check) -> sr.CoordinatesForMeasurement3D | None:
    if check.place_mm is None or not series.frame_of_reference_uid:
        return None
    return sr.CoordinatesForMeasurement3D(
        graphic_type=sr.GraphicTypeValues3D.POINT,
        graphic_data=np.array([check.place_mm]),
        frame_of_reference_uid=series.frame_of_reference_uid,
    )


def _network(grade: QualityGrade) -> sr.AlgorithmIdentification | None:
    if grade.model is None:
        return None
    return sr.AlgorithmIdentification(
        name=free_text(grade.model.name, "UT"),
        version=free_text(grade.model.version, "UT"),
        parameters=[f"SHA-256 of the weights: {grade.model.sha256}"],
        family=codes.DCM.ArtificialIntelligence,
        manufacturer=MANUFACTURER,
    )


def _comment(group: sr.MeasurementsAndQualitativeEvaluations, sentences: Sequence[str]) -> None:
    if sentences:
        group[0].ContentSequence.append(
            sr.TextContentItem(
                name=codes.DCM.Comment,
                value=free_text(" ".join(sentences), "UT"),
                relationship_type=sr.RelationshipTypeValues.CONTAINS,
            )
        )


def _tracking(series: Series, name: str) -> sr.TrackingIdentifier:
    return sr.TrackingIdentifier(
        uid=uid_of("quality", series.key, name), identifier=free_text(name, "UT")
    )


def _code_of(name: str) -> str:
    """A code for a check: its name in capitals, at most as long as a CodeValue may be."""
    plain = re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")
    if len(plain) <= _LONGEST_CODE:
        return plain
    # The name's own UID distinguishes names that begin alike.
    return f"{plain[: _LONGEST_CODE - 5]}_{int(uid_of('check', name)[5:]) % 10_000:04d}"


def _unit(unit: str) -> Code:
    """UCUM; what the check counts or compares becomes its annotation."""
    known = _UNITS.get(unit)
    if known is not None:
        return known
    if _SHARE.fullmatch(unit):
        return Code("%", "UCUM", free_text(unit, "LO"))
    if _RATIO.fullmatch(unit):
        return Code("1", "UCUM", free_text(unit, "LO"))
    annotation = re.sub(r"[^\x21-\x7a]|[{}]", "_", unit)[: _LONGEST_CODE - 2]
    return Code(f"{{{annotation}}}", "UCUM", free_text(unit, "LO"))


# --- Sources -------------------------------------------------------------------------------------


def _evidence(series: Series) -> list[Dataset]:
    """Every stored image of the series, with the header of the first: references need only UIDs."""
    table = series.slices
    stored = stored_slices(series)
    if table is None or not stored:
        raise StationError(
            f"{series.label} has no files that a DICOM report could reference. Write the report as "
            "PDF or JSON."
        )
    (first,) = source_headers(series, stored[:1])
    try:
        first.decode()
        # Elements are shared, except the one that differs.
        plain = [one for one in first if one.VR != "SQ" and one.keyword != "SOPInstanceUID"]
        named: list[Dataset] = []
        for uid in dict.fromkeys(table.sop_uids[index] for index in stored):
            image = Dataset()
            image.update({element.tag: element for element in plain})
            image.SOPInstanceUID = uid
            named.append(image)
    except PARSE_ERRORS as error:
        raise StationError(
            f"{series.label}: its header cannot be used ({error}). Write the report as PDF or JSON."
        ) from error
    return named
