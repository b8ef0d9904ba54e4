"""What was drawn on the images as parts of a measurement report (TID 1500).

A distance is a measurement group (TID 1501) with its Length, inferred from a POLYLINE in patient
mm; an ellipse a planar ROI (TID 1410), an ELLIPSE in patient mm, for each image it was measured in;
what an arrow or a text says is the comment of a group, with the place in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from highdicom import sr
from pydicom.dataset import Dataset
from pydicom.sr.codedict import codes
from pydicom.sr.coding import Code
from pydicom.uid import generate_uid

from station.dicom.derived import (
    require_frame_of_reference,
    require_geometry,
    source_headers,
    stored_slices,
)
from station.dicom.free_text import UNNAMED, free_text
from station.dicom.save import uid_of
from station.errors import StationError
from station.pet.annotations import (
    Annotation,
    AreaMeasurement,
    Arrow,
    Distance,
    Ellipse,
    Note,
    place_of,
)
from station.pet.study import Series
from station.pet.words import format_position

Group = sr.MeasurementsAndQualitativeEvaluations | sr.PlanarROIMeasurementsAndQualitativeEvaluations

STATISTICS = {
    "mean": codes.SCT.Mean,
    "sd": codes.SCT.StandardDeviation,
    "minimum": codes.SCT.Minimum,
    "maximum": codes.SCT.Maximum,
}
"""Field of an AreaMeasurement → how it was derived from the voxels (CID 7464)"""


@dataclass(frozen=True, eq=False)
class Drawing:
    """Something drawn, and the image in whose millimetres it is."""

    annotation: Annotation
    series: Series
    area: AreaMeasurement | None = None
    """What an ellipse measures in that image"""


def drawing_refusal(drawing: Drawing, quantities: Sequence[str]) -> str:
    """Why a report cannot hold it; empty: it can. `quantities`: the units that DICOM knows."""
    name = drawing.annotation.name
    try:
        require_frame_of_reference(drawing.series)
    except StationError as error:
        return f'"{name}" was not written. {error}'
    if isinstance(drawing.annotation.shape, Arrow) and not drawing.annotation.shape.text:
        return f'"{name}" was not written: an arrow without a text says nothing in a report.'
    if drawing.area is not None and drawing.area.unit not in quantities:
        return (
            f'"{name}" was not written: the values of {drawing.series.label} have no unit that '
            f"DICOM knows ({drawing.area.unit})."
        )
    return ""


def drawing_group(drawing: Drawing, quantity: tuple[Code, Code] | None) -> Group:
    """The part of the report; `quantity`: what an ellipse's values are, and their unit."""
    shape, frame = drawing.annotation.shape, require_frame_of_reference(drawing.series)
    tracking = sr.TrackingIdentifier(
        uid=uid_of("drawn", drawing.series.study_uid, drawing.annotation.id) or generate_uid(None),
        identifier=free_text(drawing.annotation.name, "UT") or UNNAMED,
    )
    match shape:
        case Distance():
            line = sr.CoordinatesForMeasurement3D(
                sr.GraphicTypeValues3D.POLYLINE,
                np.array([shape.start_mm, shape.end_mm]),
                frame,
            )
            length = sr.Measurement(
                name=codes.SCT.Length,
                value=shape.length_mm,
                unit=codes.UCUM.Millimeter,
                referenced_coordinates=[line],
            )
            return sr.MeasurementsAndQualitativeEvaluations(tracking, measurements=[length])
        case Ellipse():
            region = sr.ImageRegion3D(
                sr.GraphicTypeValues3D.ELLIPSE, np.array(shape.ends_mm), frame
            )
            group = sr.PlanarROIMeasurementsAndQualitativeEvaluations(
                tracking, referenced_region=region, measurements=_of_area(drawing.area, quantity)
            )
            for warning in drawing.area.warnings if drawing.area else ():
                _comment(group, warning)
            return group
        case Arrow() | Note():
            group = sr.MeasurementsAndQualitativeEvaluations(tracking)
            _comment(group, f"{shape.text} ({format_position(place_of(shape))})")
            return group


def _of_area(
    area: AreaMeasurement | None, quantity: tuple[Code, Code] | None
) -> list[sr.Measurement]:
    if area is None or quantity is None:
        return []
    name, unit = quantity
    measured = [
        sr.Measurement(name=name, value=value, unit=unit, derivation=derivation)
        for field, derivation in STATISTICS.items()
        if np.isfinite(value := float(getattr(area, field)))
    ]
    size = sr.Measurement(
        name=codes.SCT.Area, value=area.area_mm2, unit=codes.UCUM.SquareMillimeter
    )
    return [*measured, size]


def _comment(group: Group, text: str) -> None:
    item = sr.TextContentItem(
        name=codes.DCM.Comment,
        value=free_text(text, "UT"),
        relationship_type=sr.RelationshipTypeValues.CONTAINS,
    )
    group[0].ContentSequence.append(item)


def headers_of_drawing(drawing: Drawing) -> list[Dataset]:
    """The header of the stored slice nearest to it."""
    geometry, stored = require_geometry(drawing.series), stored_slices(drawing.series)
    at = float(geometry.to_index(place_of(drawing.annotation.shape))[0])
    return source_headers(drawing.series, [min(stored, key=lambda index: abs(index - at))])
