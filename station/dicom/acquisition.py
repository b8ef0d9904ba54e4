"""The attributes that say how a series was scanned and that no computation depends on.

They are read when a report is made, from a few of the series' files, and not during a scan of
folders. Enhanced images keep some of them in functional groups, under other keywords.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np
from pydicom import dcmread  # pyright: ignore[reportUnknownVariableType]
from pydicom.dataset import Dataset

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.pet.acquisition import Acquisition, Span
from station.pet.study import Series
from station.pet.words import count_of

HEADERS_AT_MOST = 9
"""The tube current follows the body; this many slices give its range"""

_GROUPS = ("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence")
_WANTED = [
    "SpecificCharacterSet",
    "PatientAge",
    "StationName",
    "SoftwareVersions",
    "SliceThickness",
    "AttenuationCorrectionMethod",
    "ScatterCorrectionMethod",
    "RandomsCorrectionMethod",
    "KVP",
    "XRayTubeCurrent",
    "XRayTubeCurrentInmA",
    "ExposureTime",
    "ExposureTimeInms",
    "ContrastBolusAgent",
    "ContrastBolusVolume",
    *_GROUPS,
]
_AGE = re.compile(r"(\d{1,3})\s*([DWMY])", re.IGNORECASE)
_AGE_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def acquisition(series: Series) -> Acquisition:
    """What the headers of a series say; nothing if there are none, or none can be read."""
    headers = list(_headers(series))
    if not headers:
        return Acquisition()
    first = headers[0]
    return Acquisition(
        age=_age(_text(first, "PatientAge")),
        station_name=_text(first, "StationName"),
        software=_text(first, "SoftwareVersions"),
        slice_thickness_mm=_number(first, "SliceThickness"),
        attenuation_correction=_text(first, "AttenuationCorrectionMethod"),
        scatter_correction=_text(first, "ScatterCorrectionMethod"),
        randoms_correction=_text(first, "RandomsCorrectionMethod"),
        tube_voltage_kv=_number(first, "KVP"),
        tube_current_ma=_span(headers, "XRayTubeCurrent", "XRayTubeCurrentInmA"),
        exposure_time_ms=_span(headers, "ExposureTime", "ExposureTimeInms"),
        contrast_agent=_text(first, "ContrastBolusAgent"),
        contrast_volume_ml=_number(first, "ContrastBolusVolume"),
        headers_read=len(headers),
    )


def _headers(series: Series) -> Iterator[Dataset]:
    """Headers of up to HEADERS_AT_MOST files of a CT, evenly spaced; for a PET only the first."""
    stored = () if series.slices is None else series.slices.paths
    paths = list(dict.fromkeys(path for path in stored if path))
    count = min(len(paths), HEADERS_AT_MOST if series.modality == "CT" else 1)
    for place in np.linspace(0, len(paths) - 1, count):
        try:
            with lenient():
                header = dcmread(
                    paths[round(float(place))],
                    stop_before_pixels=True,
                    force=True,
                    specific_tags=_WANTED,
                )
                header.decode()
        except PARSE_ERRORS:
            continue
        yield header


def _value(header: Dataset, keyword: str) -> Any:
    """At the top level, else in what all frames share, else in the first frame's own groups."""
    if keyword in header:
        return header[keyword].value
    for group in _GROUPS:
        for item in list(header.get(group) or ())[:1]:
            for element in cast(Dataset, item).iterall():
                if element.keyword == keyword:
                    return element.value
    return None


def _text(header: Dataset, keyword: str) -> str | None:
    try:
        with lenient():
            value = _value(header, keyword)
    except PARSE_ERRORS:
        return None
    several = isinstance(value, Sequence) and not isinstance(value, str | bytes)
    values = cast(Sequence[object], value) if several else [cast(object, value)]
    words = [str(part).strip(" \0") for part in values]
    text = ", ".join(word for word in words if word)
    return text if value is not None and text else None


def _number(header: Dataset, *keywords: str) -> float | None:
    for keyword in keywords:
        text = _text(header, keyword)
        try:
            number = math.nan if text is None else float(text)
        except ValueError:
            continue
        if math.isfinite(number):
            return number
    return None


def _span(headers: Sequence[Dataset], *keywords: str) -> Span | None:
    numbers = [number for header in headers if (number := _number(header, *keywords)) is not None]
    return (min(numbers), max(numbers)) if numbers else None


def _age(text: str | None) -> str | None:
    """ "059Y" is 59 years. What is not in the standard's form is returned as it is."""
    match = None if text is None else _AGE.fullmatch(text)
    if match is None:
        return text
    return count_of(int(match[1]), _AGE_UNITS[match[2].upper()])
