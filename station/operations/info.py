"""What `station info` prints: every series of the given paths, and where each SUV came from."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from station.dicom.load import scan
from station.errors import DicomError
from station.operations.images import load_image
from station.pet.loaded import LoadedImage
from station.pet.study import Series, Study
from station.pet.volume import Volume
from station.progress import Report, silent


def describe(paths: Sequence[Path], unpack_into: Path, report: Report = silent) -> dict[str, Any]:
    """The studies below the paths as JSON-able values; each series' pixels are read once."""
    scanned = scan(paths, report, unpack_into=unpack_into)
    return {
        "studies": [_study(study, report) for study in scanned.studies],
        "voi_files": [{"path": str(file.path), "kind": file.kind} for file in scanned.voi_files],
        "left_out": [{"path": str(file.path), "reason": file.reason} for file in scanned.left_out],
    }


def _study(study: Study, report: Report) -> dict[str, Any]:
    return {
        "study_uid": study.uid,
        "patient_id": study.patient.id,
        "patient_name": study.patient.name,
        "study_date": study.date.isoformat() if study.date else None,
        "series": [_series(series, report) for series in study.series],
    }


def _series(series: Series, report: Report) -> dict[str, Any]:
    geometry = series.geometry
    facts: dict[str, Any] = {
        "series_uid": series.uid,
        "part": series.part,
        "parts": series.parts,
        "modality": series.modality,
        "description": series.description,
        "role": str(series.role),
        "shape": list(geometry.shape) if geometry else None,
        "spacing_mm": list(geometry.spacing_mm) if geometry else None,
        "affine": geometry.affine.tolist() if geometry else None,
        "frame_of_reference_uid": series.frame_of_reference_uid or None,
        "units": series.suv.units if series.suv else str(series.unit),
        "suv": _suv(None),
        "min": None,
        "max": None,
        "unit_of_min_max": None,
        "warnings": list(series.warnings),
        "problem": series.problem,
    }
    if series.problem is not None:
        return facts
    try:
        image = load_image(series, report=report)
    except DicomError as error:
        facts["problem"] = str(error)
        return facts
    facts["suv"] = _suv(image)
    if image.conversion is not None:
        facts["warnings"] += list(image.conversion.warnings)
    facts["min"], facts["max"] = _extremes(image.volume)
    facts["unit_of_min_max"] = str(image.volume.unit)
    return facts


def _suv(image: LoadedImage | None) -> dict[str, Any]:
    """The factor to SUVbw and where it came from; empty where there is no SUV to show.

    Factors of single slices are given as their mean, with all of them next to it.
    """
    conversion = image.conversion if image else None
    factors = conversion.factor.reshape(-1) if conversion else np.array([])
    facts: dict[str, Any] = {
        "factor_bw": float(np.nanmean(factors)) if conversion else None,
        "per_slice": conversion.per_slice if conversion else False,
        "type": str(conversion.unit) if conversion else None,
        "inputs": [
            {
                "name": row.name,
                "value": row.value,
                "unit": row.unit,
                "tag": row.tag,
                "source": str(row.source),
                "note": row.note,
            }
            for row in (image.inputs if image else ())
        ],
        "problem": image.suv_problem if image else None,
    }
    if conversion is not None and conversion.per_slice:
        # A slice that was never stored has no factor.
        facts["factors_bw"] = [None if np.isnan(factor) else float(factor) for factor in factors]
    return facts


def _extremes(volume: Volume) -> tuple[float | None, float | None]:
    low, high = float(np.nanmin(volume.voxels)), float(np.nanmax(volume.voxels))
    return (low, high) if np.isfinite([low, high]).all() else (None, None)
