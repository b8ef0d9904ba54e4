"""Measurements of spherical VOIs as DICOM SR: TID 1500, a volumetric ROI (TID 1411) for each VOI in
each image, stored as Comprehensive 3D SR.

Numbers are written twice, as decimal strings and in full (FloatingPointValue); a NaN is left out. A
sphere is an ELLIPSOID volume surface: the ends of three axes in LPS mm, in single precision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
from pydicom.uid import Comprehensive3DSRStorage

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.derived import (
    anatomic_site,
    of_a_new_object,
    person_name,
    require_frame_of_reference,
    require_geometry,
    save,
    source_headers,
    stored_slices,
    tracking_uid,
)
from station.dicom.header import lenient
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import SUVPEAK_VOLUME_ML, Measurement, PeakRule, Point, Sphere
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
    """What one spherical VOI measures in one image."""

    voi: PlacedVoi
    series: Series
    measurement: Measurement


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


# -- writing ---------------------------------------------------------------------------------------


def write_sr(measured: Sequence[MeasuredVoi], reader: str, path: Path) -> None:
    """Write one report of one study's images. Headers of the images' files are read for it.

    Raises StationError: nothing to write, several studies, a VOI that is not a sphere, an image
    that cannot be referenced, a file that cannot be read or written.
    """
    if not measured:
        raise StationError("There is no measurement to write. Place a VOI first.")
    if len({measured_voi.series.study_uid for measured_voi in measured}) > 1:
        raise StationError(
            "The images belong to several studies. Write a separate report for each study."
        )
    with lenient():  # what a scanner wrote incorrectly is passed on unchanged
        evidence = {
            header.SOPInstanceUID: header
            for measured_voi in measured
            for header in _source_headers(measured_voi)
        }
        document = sr.Comprehensive3DSR(
            evidence=list(evidence.values()),
            content=_content(measured, reader)[0],
            series_number=SERIES_NUMBER,
            series_description="VOI measurements",
            is_complete=True,
            **of_a_new_object(),
        )
        save(document, path)


def _content(measured: Sequence[MeasuredVoi], reader: str) -> sr.MeasurementReport:
    observer = sr.ObserverContext(
        observer_type=codes.cid270.Person,
        observer_identifying_attributes=sr.PersonObserverIdentifyingAttributes(
            name=person_name(reader)
        ),
    )
    return sr.MeasurementReport(
        observation_context=sr.ObservationContext(observer_person_context=observer),
        procedure_reported=codes.cid100.PETUnspecifiedBodyRegion,
        imaging_measurements=[_group(measured_voi) for measured_voi in measured],
    )


def _group(measured_voi: MeasuredVoi) -> sr.VolumetricROIMeasurementsAndQualitativeEvaluations:
    voi, series = measured_voi.voi, measured_voi.series
    place = anatomic_site(voi)
    return sr.VolumetricROIMeasurementsAndQualitativeEvaluations(
        tracking_identifier=sr.TrackingIdentifier(
            uid=tracking_uid(series.study_uid, voi), identifier=voi.name
        ),
        referenced_volume_surface=sr.VolumeSurface(
            graphic_type=sr.GraphicTypeValues3D.ELLIPSOID,
            graphic_data=_axis_ends(_sphere_of(voi)),
            frame_of_reference_uid=require_frame_of_reference(series),
            source_series=sr.SourceSeriesForSegmentation(series.uid),
        ),
        finding_type=codes.SCT.Lesion if voi.kind is SiteKind.LESION else None,
        finding_sites=None if place is None else [sr.FindingSite(place)],
        measurements=_measurements(measured_voi),
    )


def _sphere_of(voi: PlacedVoi) -> Sphere:
    if not isinstance(voi.shape, Sphere):
        raise StationError(
            f'VOI "{voi.name}" is not a sphere, and a measurement report holds only spheres. '
            f"Leave it out, or write it as a segmentation."
        )
    return voi.shape


def _measurements(measured_voi: MeasuredVoi) -> list[sr.Measurement]:
    measurement = measured_voi.measurement
    quantity = QUANTITIES.get(measurement.unit)
    if quantity is None:
        raise StationError(
            f"{measured_voi.series.label}: its values have no unit that DICOM knows "
            f"({measurement.unit}). Export the measurements as CSV."
        )
    name, unit = quantity
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
    geometry, sphere = require_geometry(measured_voi.series), _sphere_of(measured_voi.voi)
    stored = stored_slices(measured_voi.series)
    met = [index for index in stored if _slices_met(geometry, sphere)[index]]
    place = geometry.to_index(sphere.centre_mm)[0]
    return source_headers(measured_voi.series, met or [min(stored, key=lambda i: abs(i - place))])


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


def read_sr(path: Path) -> tuple[ReportedVoi, ...]:
    """The spheres in a measurement report and what was measured in them; other ROIs are left out.

    Raises DicomError if the file is not such a report.
    """
    try:
        with lenient():
            reported = [_reported(group) for group in _sphere_groups(path)]
    except (*PARSE_ERRORS, RuntimeError) as error:
        raise DicomError(
            f"{path} cannot be read as a measurement report ({error}). Export it again."
        ) from error
    return tuple(measured_voi for measured_voi in reported if measured_voi is not None)


def _sphere_groups(
    path: Path,
) -> list[sr.VolumetricROIMeasurementsAndQualitativeEvaluations]:
    dataset = dcmread(path)
    if dataset.SOPClassUID != Comprehensive3DSRStorage:
        raise DicomError(
            f"{path} is not a Comprehensive 3D SR but {dataset.SOPClassUID.name}. Choose a report "
            "of measurements."
        )
    content = sr.Comprehensive3DSR.from_dataset(dataset, copy=False).content
    if not isinstance(content, sr.MeasurementReport):
        raise DicomError(f"{path} is not a measurement report (TID 1500). Choose one that is.")
    return content.get_volumetric_roi_measurement_groups(
        graphic_type=sr.GraphicTypeValues3D.ELLIPSOID
    )


def _reported(
    group: sr.VolumetricROIMeasurementsAndQualitativeEvaluations,
) -> ReportedVoi | None:
    """None: an ellipsoid that is not a sphere, or no measurement in a known unit."""
    surface = group.roi
    assert isinstance(surface, sr.VolumeSurface)
    sphere = _sphere(np.asarray(surface.graphic_data, dtype=np.float64))
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
    if sphere is None or unit is None:
        return None
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
