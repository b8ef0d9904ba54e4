"""The scanner of a series, from the header of its first slice."""

from pydicom import Dataset, dcmread  # pyright: ignore[reportUnknownVariableType]

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.pet.device import Device
from station.pet.study import Series

TAGS = {
    "manufacturer": "Manufacturer",
    "model": "ManufacturerModelName",
    "station": "StationName",
    "serial": "DeviceSerialNumber",
    "uid": "DeviceUID",
}


def device_of(series: Series) -> Device:
    """What is missing or unreadable is empty; manufacturer and model default to the series'."""
    known = Device(series.manufacturer, series.model)
    paths = () if series.slices is None else series.slices.paths
    path = next((path for path in paths if path), None)
    if path is None:
        return known
    try:
        with lenient():
            header = dcmread(
                path, stop_before_pixels=True, force=True, specific_tags=list(TAGS.values())
            )
            attributes = {name: _text(header, keyword) for name, keyword in TAGS.items()}
    except PARSE_ERRORS:
        return known
    attributes["manufacturer"] = attributes["manufacturer"] or known.manufacturer
    attributes["model"] = attributes["model"] or known.model
    return Device(**attributes)


def _text(header: Dataset, keyword: str) -> str:
    """One line, without characters that no database stores."""
    value = str(header.get(keyword) or "")
    return " ".join(value.encode(errors="replace").decode().replace("\0", " ").split())
