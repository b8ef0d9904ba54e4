"""How a series was acquired and reconstructed, as its header says, for a person to read."""

from dataclasses import dataclass

Span = tuple[float, float]
"""Lowest and highest of several slices"""


@dataclass(frozen=True)
class Acquisition:
    """How one PET or CT series was acquired; None where the header is silent."""

    age: str | None = None
    """Of the patient at the scan, such as "59 years" """
    station_name: str | None = None
    software: str | None = None
    slice_thickness_mm: float | None = None
    """(0018,0050), which need not be the distance between slices"""
    attenuation_correction: str | None = None
    """(0054,1101), as written, like the next two"""
    scatter_correction: str | None = None
    randoms_correction: str | None = None
    tube_voltage_kv: float | None = None
    tube_current_ma: Span | None = None
    exposure_time_ms: Span | None = None
    """(0018,1150) or (0018,9328): the time of one rotation"""
    contrast_agent: str | None = None
    contrast_volume_ml: float | None = None
    headers_read: int = 0
    """How many slices the spans cover"""
