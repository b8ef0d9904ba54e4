"""Measurements of VOIs as DICOM SR: TID 1500, a volumetric ROI (TID 1411) for each VOI in each
image, stored as Comprehensive 3D SR.

Numbers are written twice, as decimal strings and in full (FloatingPointValue); a NaN is left out. A
sphere is an ELLIPSOID volume surface: the ends of three axes in LPS mm, in single precision. A mask
or an isocontour is a segment of a segmentation, which is written next to the report.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import nan
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import numpy as np
from highdicom import sr
from numpy.typing import NDArray
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import Comprehensive3DSRStorage, SegmentationStorage

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.derived import (
    OutlinedVoi,
    anatomic_site,
    of_a_new_object,
    require_frame_of_reference,
    require_geometry,
    save,
    source_headers,
    stored_slices,
    tracking_uid,
)
from station.dicom.drawn import Drawing, drawing_group, drawing_refusal, headers_of_drawing
from station.dicom.free_text import UNNAMED, free_text, person_name
from station.dicom.header import lenient
from station.dicom.segmentation import segmentation_of
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import SUVPEAK_VOLUME_ML, Mask, Measurement, PeakRule, Point, Sphere
from station.pet.volume import FloatArray, Geometry, Unit

SERIES_NUMBER = 901

AXIS_TOLERANCE = 1e-3
"""An ellipsoid is a sphere if its axes differ by less than this fraction of their length"""

# PS3.16, CID 7469 (what is measured) and CID 85 (SUV units)
_ACTIVITY = codes.DCM.NuclearMedicineTomographicActivity
QUANTITIES: Mapping[Unit, tuple[Code, Code]] = MappingProxyType(
    {
        Unit.SUV_BW: (codes.DCM.Suvbw, codes.cid85.StandardizedUptakeValueBodyWeight),
        Unit.SUV_LBM: (codes.DCM.Suvlbm, codes.cid85.StandardizedUptakeValueLeanBodyMassJames),
        Unit.SUV_LBM_JANMAHASATIAN: (
            codes.DCM.SuvlbmJanma,
            codes.cid85.StandardizedUptakeValueLeanBodyMassJanma,
        ),
        Unit.SUV_BSA: (codes.DCM.Suvbsa, codes.cid85.StandardizedUptakeValueBodySurfaceArea),
        Unit.SUV_IBW: (codes.DCM.Suvibw, codes.cid85.StandardizedUptakeValueIdealBodyWeight),
        Unit.BQ_PER_ML: (_ACTIVITY, codes.UCUM.BecquerelsPerMilliliter),
        Unit.COUNTS: (_ACTIVITY, codes.UCUM.Counts),
        Unit.HU: (codes.DCM.AttenuationCoefficient, codes.UCUM.HounsfieldUnit),
    }
)
"""The concept that is measured and its unit"""

UNITS: Mapping[str, Unit] = MappingProxyType(
    {code.value: unit for unit, (_, code) in QUANTITIES.items()}
    # Annotations in UCUM were once written before the unit.
    | {"{SUVbw}g/ml": Unit.SUV_BW, "{SUVlbm}g/ml": Unit.SUV_LBM}
)

DERIVATIONS: Mapping[str, Code] = MappingProxyType(
    {
        "maximum": codes.SCT.Maximum,
        "peak": codes.DCM.PeakValueWithinROI,
        "mean": codes.SCT.Mean,
        "sd": codes.SCT.StandardDeviation,
        "minimum": codes.SCT.Minimum,
    }
)
"""Field of a Measurement → how it was derived from the voxels (CID 7464)"""

PEAK_RULE = "SUVpeak rule: "


@dataclass(frozen=True, eq=False)
class MeasuredVoi:
    """What one VOI measures in one image."""

    voi: PlacedVoi
    series: Series
    measurement: Measurement
    mask: Mask | None = None
    """Its voxels on the grid of the image; needed unless it is a sphere"""
    weight_kg: float | None = None
    """Of the patient, as the SUV was computed with it; None: it does not depend on it"""


@dataclass(frozen=True)
class WrittenReport:
    """What was written next to a report, and what was not."""

    segmentations: tuple[Path, ...] = ()
    """With the masks and isocontours, one for each image"""
    left_out: tuple[str, ...] = ()
    """One sentence for each VOI and image that the report does not hold"""


@dataclass(frozen=True)
class ReportedVoi:
    """What a report says about one sphere in one image. NaN: it has no such number."""

    name: str
    tracking_uid: str
    """The same for one VOI in all images"""
    sphere: Sphere
    frame_of_reference_uid: str
    series_uid: str
    """Of the measured image; empty if the report does not say"""
    unit: Unit
    maximum: float
    peak: float
    mean: float
    sd: float
    minimum: float
    volume_ml: float
    """Actually averaged"""
    peak_rule: PeakRule | None
    """None: the report does not say"""


@dataclass(frozen=True)
class ReadReport:
    """What could be read of a report."""

    vois: tuple[ReportedVoi, ...]
    warnings: tuple[str, ...]
    """What was left out of it and why, one sentence each"""


# -- writing ---------------------------------------------------------------------------------------


def write_sr(
    measured: Sequence[MeasuredVoi], reader: str, path: Path, drawn: Sequence[Drawing] = ()
) -> WrittenReport:
    """Write one report of one study's images. Headers of the images' files are read for it.

    What cannot be reported is left out and named, unless that is all. Raises StationError: nothing
    to write, several studies, a file that cannot be read or written; then nothing is left behind.
    """
    if not measured and not drawn:
        raise StationError("There is no measurement to write. Place a VOI first.")
    if len({one.series.study_uid for one in (*measured, *drawn)}) > 1:
        raise StationError(
            "The images belong to several studies. Write a separate report for each study."
        )
    written: list[Path] = []
    try:
        with lenient():  # what a scanner wrote incorrectly is passed on unchanged
            reported, segmentations, left_out = _reportable(measured, reader)
            drawings = _reportable_drawings(drawn, left_out)
            if not reported and not drawings:
                raise StationError(" ".join(left_out))
            evidence = {
                header.SOPInstanceUID: header
                for measured_voi in measured
                if measured_voi in reported
                for header in _source_headers(measured_voi)
            } | {
                header.SOPInstanceUID: header
                for drawing in drawings
                for header in headers_of_drawing(drawing)
            }
            document = sr.Comprehensive3DSR(
                evidence=[*evidence.values(), *segmentations],
                content=_content(reported, drawings, reader)[0],
                series_number=SERIES_NUMBER,
                series_description="VOI measurements",
                is_complete=True,
                **of_a_new_object(),
            )
            _put_weight(document, reported)
            for segmentation in segmentations:
                written.append(_free_path(path))
                save(segmentation, written[-1])
            save(document, path)
    except StationError:
        for file in written:
            file.unlink(missing_ok=True)
        raise
    return WrittenReport(tuple(written), tuple(left_out))


def _put_weight(document: Dataset, reported: Iterable[MeasuredVoi]) -> None:
    """The weight that the values rest on, not the one in the header, which may be wrong."""
    weights = {voi.weight_kg for voi in reported if voi.weight_kg is not None}
    if len(weights) == 1:
        document.PatientWeight = free_text(f"{weights.pop():g}", "SH")
    elif weights and "PatientWeight" in document:
        del document.PatientWeight


def _free_path(report: Path) -> Path:
    """Where the next segmentation of a report goes: never over another file."""
    names = (f"{report.stem}.seg{'' if n == 1 else f'-{n}'}.dcm" for n in count(1))
    return next(path for name in names if not (path := report.with_name(name)).exists())


_Segment = tuple[str, int]
"""SOP instance UID of a segmentation, and the number of a segment in it"""


def _reportable(
    measured: Sequence[MeasuredVoi], reader: str
) -> tuple[dict[MeasuredVoi, _Segment | None], list[Dataset], list[str]]:
    """(what the report holds, in order, each with its segment; segmentations; what was left out)"""
    reported: dict[MeasuredVoi, _Segment | None] = {}
    outlined: dict[str, list[MeasuredVoi]] = defaultdict(list)
    left_out: list[str] = []
    for measured_voi in measured:
        reason = _refusal(measured_voi)
        if reason:
            left_out.append(reason)
            continue
        reported[measured_voi] = None
        if not isinstance(measured_voi.voi.shape, Sphere):
            outlined[measured_voi.series.key].append(measured_voi)
    segmentations: list[Dataset] = []
    for vois in outlined.values():
        masks = [OutlinedVoi(one.voi, one.mask) for one in vois if one.mask is not None]
        try:
            segmentation = segmentation_of(vois[0].series, masks, reader)
        except DicomError:
            raise
        except StationError as error:
            names = ", ".join(f'"{one.voi.name}"' for one in vois)
            left_out.append(f"Not written: {names}. {error}")
            for one in vois:
                del reported[one]
            continue
        segmentations.append(segmentation)
        for number, one in enumerate(vois, start=1):
            reported[one] = str(segmentation.SOPInstanceUID), number
    return reported, segmentations, left_out


def _refusal(measured_voi: MeasuredVoi) -> str:
    """Why a report cannot hold a measurement; empty: it can."""
    voi, series = measured_voi.voi, measured_voi.series
    if measured_voi.measurement.unit not in QUANTITIES:
        return (
            f'VOI "{voi.name}" was not written: the values of {series.label} have no unit that '
            f"DICOM knows ({measured_voi.measurement.unit}). Export the measurements as CSV."
        )
    try:
        require_frame_of_reference(series)
    except StationError as error:
        return f'VOI "{voi.name}" was not written. {error}'
    if isinstance(voi.shape, Sphere):
        return ""
    if measured_voi.mask is None or not measured_voi.mask.inside.any():
        return f'VOI "{voi.name}" was not written: it contains no voxel of {series.label}.'
    return ""


def _reportable_drawings(drawn: Sequence[Drawing], left_out: list[str]) -> list[Drawing]:
    """Those that a report can hold; why not is added to `left_out`."""
    reasons = [(one, drawing_refusal(one, tuple(QUANTITIES))) for one in drawn]
    left_out += [reason for _, reason in reasons if reason]
    return [one for one, reason in reasons if not reason]


def _content(
    measured: Mapping[MeasuredVoi, _Segment | None], drawings: Sequence[Drawing], reader: str
) -> sr.MeasurementReport:
    observer = sr.ObserverContext(
        observer_type=codes.cid270.Person,
        observer_identifying_attributes=sr.PersonObserverIdentifyingAttributes(
            name=person_name(reader)
        ),
    )
    return sr.MeasurementReport(
        observation_context=sr.ObservationContext(observer_person_context=observer),
        procedure_reported=codes.cid100.PETUnspecifiedBodyRegion,
        imaging_measurements=[
            *(_group(voi, segment) for voi, segment in measured.items()),
            *(
                drawing_group(one, QUANTITIES[one.area.unit] if one.area else None)
                for one in drawings
            ),
        ],
    )


def _group(
    measured_voi: MeasuredVoi, segment: _Segment | None
) -> sr.VolumetricROIMeasurementsAndQualitativeEvaluations:
    voi, series = measured_voi.voi, measured_voi.series
    place = anatomic_site(voi)
    source = sr.SourceSeriesForSegmentation(series.uid)
    surface = reference = None
    if isinstance(voi.shape, Sphere):
        surface = sr.VolumeSurface(
            graphic_type=sr.GraphicTypeValues3D.ELLIPSOID,
            graphic_data=_axis_ends(voi.shape),
            frame_of_reference_uid=require_frame_of_reference(series),
            source_series=source,
        )
    elif segment is not None:
        reference = sr.ReferencedSegment(SegmentationStorage, *segment, source_series=source)
    group = sr.VolumetricROIMeasurementsAndQualitativeEvaluations(
        tracking_identifier=sr.TrackingIdentifier(
            uid=tracking_uid(series.study_uid, voi), identifier=free_text(voi.name, "UT") or UNNAMED
        ),
        referenced_volume_surface=surface,
        referenced_segment=reference,
        finding_type=codes.SCT.Lesion if voi.kind is SiteKind.LESION else None,
        finding_sites=None if place is None else [sr.FindingSite(place)],
        measurements=_measurements(measured_voi),
    )
    for warning in measured_voi.measurement.warnings:
        comment = sr.TextContentItem(
            name=codes.DCM.Comment,
            value=free_text(warning, "UT"),
            relationship_type=sr.RelationshipTypeValues.CONTAINS,
        )
        group[0].ContentSequence.append(comment)
    return group


def _measurements(measured_voi: MeasuredVoi) -> list[sr.Measurement]:
    measurement = measured_voi.measurement
    name, unit = QUANTITIES[measurement.unit]
    measurements = [
        sr.Measurement(
            name=name,
            value=value,
            unit=unit,
            derivation=derivation,
            algorithm_id=_peak_algorithm(measurement.peak_rule) if field == "peak" else None,
        )
        for field, derivation in DERIVATIONS.items()
        if np.isfinite(value := float(getattr(measurement, field)))
    ]
    volume = sr.Measurement(
        name=codes.SCT.Volume, value=float(measurement.volume_ml), unit=codes.UCUM.CubicCentimeter
    )
    return [*measurements, volume]


def _peak_algorithm(rule: PeakRule) -> sr.AlgorithmIdentification:
    return sr.AlgorithmIdentification(
        name=f"Mean of a {SUVPEAK_VOLUME_ML:g} mL sphere",
        version=station.__version__,
        parameters=[f"{PEAK_RULE}{rule.value}"],
    )


def _axis_ends(sphere: Sphere) -> FloatArray:
    """Both ends of the axes along L, P and S, (6, 3) LPS mm."""
    steps = np.repeat(np.eye(3), 2, axis=0) * np.array([[-1.0], [1.0]] * 3)
    return np.asarray(sphere.centre_mm) + sphere.radius_mm * steps


def _source_headers(measured_voi: MeasuredVoi) -> list[Dataset]:
    """Headers of the slices that the VOI intersects, or else of the nearest one."""
    series = measured_voi.series
    geometry, shape = require_geometry(series), measured_voi.voi.shape
    stored = stored_slices(series)
    if isinstance(shape, Sphere):
        met = np.flatnonzero(_slices_met(geometry, shape))
        place = float(geometry.to_index(shape.centre_mm)[0])
    else:
        assert measured_voi.mask is not None
        met = np.flatnonzero([plane.any() for plane in measured_voi.mask.inside])
        place = float(met[0])
    chosen = [index for index in stored if index in met]
    return source_headers(series, chosen or [min(stored, key=lambda i: abs(i - place))])


def _slices_met(geometry: Geometry, sphere: Sphere) -> NDArray[np.bool_]:
    """Whether each slice, as thick as the slice distance, intersects the sphere."""
    # Slice i is the plane where the first row of the inverse gives i; its length is 1 / distance.
    per_mm = float(np.linalg.norm(geometry.inverse[0, :3]))
    reach = sphere.radius_mm * per_mm + 0.5
    return np.abs(np.arange(geometry.shape[0]) - geometry.to_index(sphere.centre_mm)[0]) <= reach


# -- reading ---------------------------------------------------------------------------------------


def is_report(path: Path) -> bool:
    """Whether a file is a structured report with 3-D coordinates."""
    try:
        with lenient():
            kind = dcmread(path, specific_tags=["SOPClassUID"], stop_before_pixels=True).SOPClassUID
    except PARSE_ERRORS:
        return False
    return kind == Comprehensive3DSRStorage


def read_sr(path: Path) -> ReadReport:
    """The spheres in a measurement report and what was measured in them; other ROIs are named.

    Raises DicomError if the file is not such a report.
    """
    try:
        with lenient():
            content = _report_content(path)
            groups = content.get_volumetric_roi_measurement_groups()
            planar = content.get_planar_roi_measurement_groups()
    except (*PARSE_ERRORS, RuntimeError) as error:
        raise DicomError(
            f"{path} cannot be read as a measurement report ({error}). Export it again."
        ) from error
    vois: list[ReportedVoi] = []
    left_out: dict[str, None] = {}
    for group in (*groups, *planar):
        name = "a region"
        try:
            with lenient():
                name = f'"{group.tracking_identifier}"' if group.tracking_identifier else name
                vois.append(_reported(group))
        except _LeftOut as reason:
            left_out[f"{path.name}: {name} was left out: {reason}."] = None
        except (*PARSE_ERRORS, RuntimeError) as error:
            left_out[f"{path.name}: {name} was left out: it is damaged ({error})."] = None
    return ReadReport(tuple(vois), tuple(left_out))


class _LeftOut(Exception):
    """A region cannot be used, for the reason given."""


def _report_content(path: Path) -> sr.MeasurementReport:
    dataset = dcmread(path)
    if dataset.SOPClassUID != Comprehensive3DSRStorage:
        raise DicomError(
            f"{path} is not a Comprehensive 3D SR but {dataset.SOPClassUID.name}. Choose a report "
            "of measurements."
        )
    content = sr.Comprehensive3DSR.from_dataset(dataset, copy=False).content
    if not isinstance(content, sr.MeasurementReport):
        raise DicomError(f"{path} is not a measurement report (TID 1500). Choose one that is.")
    return content


def _reported(
    group: sr.VolumetricROIMeasurementsAndQualitativeEvaluations
    | sr.PlanarROIMeasurementsAndQualitativeEvaluations,
) -> ReportedVoi:
    if group.reference_type == codes.DCM.ReferencedSegment:
        raise _LeftOut("it is a segment; read the segmentation that belongs to the report")
    surface = group.roi
    if (
        not isinstance(surface, sr.VolumeSurface)
        or surface.graphic_type is not sr.GraphicTypeValues3D.ELLIPSOID
    ):
        raise _LeftOut("only spheres are read from a report")
    sphere = _sphere(np.asarray(surface.graphic_data, dtype=np.float64))
    if sphere is None:
        raise _LeftOut("its ellipsoid is not a sphere")
    values: dict[str, float] = {}
    unit: Unit | None = None
    rule: PeakRule | None = None
    for item in group.get_measurements():
        if item.name == codes.SCT.Volume and item.unit == codes.UCUM.CubicCentimeter:
            values["volume_ml"] = float(item.value)
        known, field = UNITS.get(item.unit.value), _field(item.derivation)
        if known is None or field is None:
            continue
        unit = known
        values[field] = float(item.value)
        rule = rule or _peak_rule(item)
    if unit is None:
        raise _LeftOut("nothing was measured in it in a known unit")
    source = surface.source_series_for_segmentation
    return ReportedVoi(
        name=group.tracking_identifier or "",
        tracking_uid=str(group.tracking_uid or ""),
        sphere=sphere,
        frame_of_reference_uid=str(surface.frame_of_reference_uid),
        series_uid="" if source is None else str(source.value),
        unit=unit,
        peak_rule=rule,
        **{field: values.get(field, nan) for field in (*DERIVATIONS, "volume_ml")},
    )


def _field(derivation: sr.CodedConcept | None) -> str | None:
    """The field of a Measurement with this derivation."""
    if derivation is None:
        return None
    return next((field for field, code in DERIVATIONS.items() if derivation == code), None)


def _sphere(ends: FloatArray) -> Sphere | None:
    """The sphere whose axes end there; None: its axes differ in length."""
    lengths = np.linalg.norm(ends[1::2] - ends[::2], axis=1)
    diameter = float(lengths.mean())
    if not (np.abs(lengths - diameter) <= AXIS_TOLERANCE * diameter).all():
        return None
    centre = cast(Point, tuple(float(v) for v in ends.mean(axis=0)))
    return Sphere(centre, float(np.pi / 6 * diameter**3 / 1000))


def _peak_rule(item: sr.Measurement) -> PeakRule | None:
    texts: list[Any] = [
        part.TextValue
        for part in item[0].get("ContentSequence", [])
        if part.ValueType == "TEXT" and part.TextValue.startswith(PEAK_RULE)
    ]
    return next(
        (rule for rule in PeakRule for text in texts if text == f"{PEAK_RULE}{rule.value}"), None
    )
