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
from pydicom.uid import Comprehensive3DSRStorage, generate_uid

import station
from station.dicom.attributes import PARSE_ERRORS
from station.dicom.save import uid_of
from station.errors import DicomError, StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Series
from station.pet.voi import SUVPEAK_VOLUME_ML, Measurement, PeakRule, Point, Sphere
from station.pet.volume import FloatArray, Geometry, Unit

SERIES_NUMBER = 901
MANUFACTURER = "Station"

AXIS_TOLERANCE = 1e-3
"""An ellipsoid is a sphere where its axes differ by less than this part of their length"""

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
    # As UCUM's annotations were once written, before their unit.
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

FINDING_SITES: Mapping[str, Code] = MappingProxyType(
    {
        "aortic_arch": codes.SCT.AorticArch,
        "left_ventricle": codes.SCT.LeftVentricle,
        "parotid_gland": codes.SCT.ParotidGland,
        "bile_duct": codes.SCT.BileDuct,
        "lymph_node": codes.SCT.LymphNode,
        "subcutaneous_tissue": codes.SCT.SubcutaneousTissue,
        **{
            word.lower(): getattr(codes.SCT, word)
            for word in (
                "Bone",
                "Brain",
                "Breast",
                "Liver",
                "Lung",
                "Pancreas",
                "Pharynx",
                "Spleen",
                "Thyroid",
            )
        },
    }
)
"""Site ids and tissue types that have a code in pydicom's dictionary; others go without"""

PEAK_RULE = "SUVpeak rule: "


@dataclass(frozen=True, eq=False)
class MeasuredVoi:
    """What one spherical VOI measures in one image."""

    voi: PlacedVoi
    series: Series
    measurement: Measurement


@dataclass(frozen=True)
class ReportedVoi:
    """What a report says of one sphere in one image. NaN: it has no such number."""

    name: str
    tracking_uid: str
    """The same for one VOI in all images"""
    sphere: Sphere
    frame_of_reference_uid: str
    series_uid: str
    """Of the image that was measured; empty where the report does not say"""
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


def tracking_uid(study_uid: str, voi: PlacedVoi) -> str:
    """Names a VOI in everything that is exported of it."""
    return uid_of("voi", study_uid, voi.id)


# -- writing ---------------------------------------------------------------------------------------


def write_sr(measured: Sequence[MeasuredVoi], reader: str, path: Path) -> None:
    """Write one report of one study's images. Headers of the images' files are read for it.

    Raises StationError: nothing to write, several studies, a VOI that is no sphere, an image that
    cannot be referred to, a file that cannot be read or written.
    """
    if not measured:
        raise StationError("There is no measurement to write. Place a VOI first.")
    if len({one.series.study_uid for one in measured}) > 1:
        raise StationError(
            "The images belong to several studies. Write a report for each study by itself."
        )
    evidence = {
        header.SOPInstanceUID: header for one in measured for header in _source_headers(one)
    }
    content = sr.MeasurementReport(
        observation_context=sr.ObservationContext(
            observer_person_context=sr.ObserverContext(
                observer_type=codes.cid270.Person,
                observer_identifying_attributes=sr.PersonObserverIdentifyingAttributes(
                    name=person_name(reader)
                ),
            )
        ),
        procedure_reported=codes.cid100.PETUnspecifiedBodyRegion,
        imaging_measurements=[_group(one) for one in measured],
    )
    document = sr.Comprehensive3DSR(
        evidence=list(evidence.values()),
        content=content[0],
        series_instance_uid=generate_uid(None),
        series_number=SERIES_NUMBER,
        sop_instance_uid=generate_uid(None),
        instance_number=1,
        manufacturer=MANUFACTURER,
        manufacturer_model_name=MANUFACTURER,
        software_versions=station.__version__,
        series_description="VOI measurements",
        is_complete=True,
        specific_character_set="ISO_IR 192",
    )
    save(document, path)


def _group(one: MeasuredVoi) -> sr.VolumetricROIMeasurementsAndQualitativeEvaluations:
    voi, series = one.voi, one.series
    if not isinstance(voi.shape, Sphere):
        raise StationError(
            f'VOI "{voi.name}" is no sphere, and a measurement report holds spheres only. '
            f"Leave it out, or write it as a segmentation."
        )
    if not series.frame_of_reference_uid:
        raise StationError(
            f"{series.label}: FrameOfReferenceUID is missing, so no place in it can be named in "
            f"DICOM. Export the measurements as CSV."
        )
    place = FINDING_SITES.get((voi.site or voi.tissue or "").replace(" ", "_"))
    return sr.VolumetricROIMeasurementsAndQualitativeEvaluations(
        tracking_identifier=sr.TrackingIdentifier(
            uid=tracking_uid(series.study_uid, voi), identifier=voi.name
        ),
        referenced_volume_surface=sr.VolumeSurface(
            graphic_type=sr.GraphicTypeValues3D.ELLIPSOID,
            graphic_data=_axis_ends(voi.shape),
            frame_of_reference_uid=series.frame_of_reference_uid,
            source_series=sr.SourceSeriesForSegmentation(series.uid),
        ),
        finding_type=codes.SCT.Lesion if voi.kind is SiteKind.LESION else None,
        finding_sites=None if place is None else [sr.FindingSite(place)],
        measurements=_measurements(one),
    )


def _measurements(one: MeasuredVoi) -> list[sr.Measurement]:
    measurement = one.measurement
    quantity = QUANTITIES.get(measurement.unit)
    if quantity is None:
        raise StationError(
            f"{one.series.label}: its values have no unit that DICOM knows ({measurement.unit}). "
            f"Export the measurements as CSV."
        )
    name, unit = quantity
    found = [
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
    return [*found, volume]


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


def _source_headers(one: MeasuredVoi) -> list[Dataset]:
    """Headers of the slices that the VOI meets, at least of the one next to it."""
    table, geometry, shape = one.series.slices, one.series.geometry, one.voi.shape
    if table is None or geometry is None or not isinstance(shape, Sphere):
        return []
    met = _slices_met(geometry, shape) & ~table.missing
    if not met.any():
        stored = np.flatnonzero(~table.missing)
        nearest = np.abs(stored - geometry.to_index(shape.centre_mm)[0]).argmin()
        met[stored[nearest]] = True
    paths = dict.fromkeys(np.array(table.paths)[met])
    return [read_header(Path(str(path))) for path in paths]


def _slices_met(geometry: Geometry, sphere: Sphere) -> NDArray[np.bool_]:
    """Whether each slice, as thick as the slices are apart, meets the sphere."""
    # Slice i is the plane where the first row of the inverse gives i; its length is 1 / distance.
    per_mm = float(np.linalg.norm(geometry.inverse[0, :3]))
    reach = sphere.radius_mm * per_mm + 0.5
    return np.abs(np.arange(geometry.shape[0]) - geometry.to_index(sphere.centre_mm)[0]) <= reach


def read_header(path: Path) -> Dataset:
    """The header of an image's file, with empty values where it lacks what an object derived from
    it must have."""
    try:
        header = dcmread(path, stop_before_pixels=True)
    except PARSE_ERRORS as error:
        raise DicomError(
            f"{path} can no longer be read ({error}). Open the study again from where its files "
            f"are now."
        ) from error
    for keyword in (
        "PatientID",
        "PatientName",
        "PatientBirthDate",
        "PatientSex",
        "AccessionNumber",
        "StudyID",
        "StudyDate",
        "StudyTime",
        "ReferringPhysicianName",
    ):
        if keyword not in header:
            setattr(header, keyword, "")
    return header


def person_name(text: str) -> str:
    """What a person typed as his name, as DICOM's PN: `Ito, Ken` is family and given name."""
    plain = " ".join(text.translate(dict.fromkeys(map(ord, "^=\\"), " ")).split())
    if not plain:
        raise ValueError("a report needs the name of the reader")
    family, _, given = plain.partition(", ")
    return f"{family}^{given}"


def save(document: Dataset, path: Path) -> None:
    """Write a DICOM file. Raises StationError where that fails."""
    try:
        document.save_as(path, enforce_file_format=True)
    except OSError as error:
        raise StationError(
            f"{path} cannot be written: {error.strerror}. Choose another folder or free some space."
        ) from error


# -- reading ---------------------------------------------------------------------------------------


def read_sr(path: Path) -> tuple[ReportedVoi, ...]:
    """The spheres in a measurement report and what was measured in them; other ROIs are left out.

    Raises DicomError where the file is no such report.
    """
    try:
        dataset = dcmread(path)
        if dataset.SOPClassUID != Comprehensive3DSRStorage:
            raise DicomError(
                f"{path} is no Comprehensive 3D SR but {dataset.SOPClassUID.name}. Choose a report "
                f"of measurements."
            )
        content = sr.Comprehensive3DSR.from_dataset(dataset, copy=False).content
        if not isinstance(content, sr.MeasurementReport):
            raise DicomError(f"{path} is no measurement report (TID 1500). Choose one that is.")
        groups = content.get_volumetric_roi_measurement_groups(
            graphic_type=sr.GraphicTypeValues3D.ELLIPSOID
        )
        reported = [_reported(group) for group in groups]
    except (*PARSE_ERRORS, RuntimeError) as error:
        raise DicomError(
            f"{path} cannot be read as a measurement report ({error}). Export it again."
        ) from error
    return tuple(one for one in reported if one is not None)


def _reported(
    group: sr.VolumetricROIMeasurementsAndQualitativeEvaluations,
) -> ReportedVoi | None:
    """None: an ellipsoid that is no sphere, or nothing measured in a unit we know."""
    surface = group.roi
    assert isinstance(surface, sr.VolumeSurface)
    sphere = _sphere(np.asarray(surface.graphic_data, dtype=np.float64))
    values: dict[str, float] = {}
    unit: Unit | None = None
    rule: PeakRule | None = None
    for item in group.get_measurements():
        if item.name == codes.SCT.Volume and item.unit == codes.UCUM.CubicCentimeter:
            values["volume_ml"] = float(item.value)
        known, derived = UNITS.get(item.unit.value), item.derivation
        field = derived and next((f for f, code in DERIVATIONS.items() if derived == code), None)
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
