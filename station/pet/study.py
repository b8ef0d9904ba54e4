"""Plain facts of a study, parsed and typed once on reading; None where the header is silent."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from station.pet.volume import Geometry, Provenance, Unit, Volume

RESEARCH_MARK = "(RESEARCH)"
"""In the description of every series not made for diagnosis"""


class Role(StrEnum):
    """What a series is for a reader."""

    CONVENTIONAL = "conventional"
    DENOISED = "denoised"
    UNFILTERED = "unfiltered"
    CT = "ct"
    OTHER = "other"


@dataclass(frozen=True)
class Patient:
    id: str
    name: str
    """As a person reads it: "Family, Given" with every character group decoded."""
    birth_date: date | None = None
    sex: str | None = None


@dataclass(frozen=True)
class Radiopharmaceutical:
    """Item of RadiopharmaceuticalInformationSequence (0054,0016)."""

    name: str | None = None
    """(0018,0031) or the code meaning of (0054,0304), as written."""
    radionuclide: str | None = None
    total_dose: float | None = None
    """(0018,1074) as written: Bq by the standard, MBq in some files."""
    half_life_s: float | None = None
    start_time: time | None = None
    """(0018,1072)"""
    start_datetime: datetime | None = None
    """(0018,1078), in the local time of the series."""
    code: str | None = None
    """Code value of (0054,0304), in any scheme"""


UNDATED = date(1900, 1, 1)
"""The day of all moments of a scan without any date; see `SuvFacts.dated`"""


@dataclass(frozen=True)
class FrameTimes:
    """When a slice was acquired, and what it says about the time to which decay was corrected."""

    acquired: datetime
    reference_ms: float | None = None
    """(0054,1300): from the decay reference to the mean activity of the frame"""
    duration_ms: float | None = None
    decay_factor: float | None = None
    """(0054,1321)"""


@dataclass(frozen=True)
class SuvFacts:
    """Everything SUV depends on, as the header has it. Per-slice tuples are in slice order."""

    units: str | None = None
    """(0054,1001)"""
    suv_type: str | None = None
    """(0054,1006)"""
    corrected_image: tuple[str, ...] | None = None
    """(0028,0051)"""
    decay_correction: str | None = None
    """(0054,1102)"""
    weight_kg: float | None = None
    """(0010,1030)"""
    height_m: float | None = None
    """(0010,1020)"""
    sex: str | None = None
    """(0010,0040)"""
    radiopharmaceutical: Radiopharmaceutical | None = None
    manufacturer: str | None = None
    series_date: date | None = None
    """(0008,0021)"""
    series_datetime: datetime | None = None
    """(0008,0021) with (0008,0031)"""
    ge_scan_datetime: datetime | None = None
    """GE private (0009,100D)"""
    philips_suv_factor: float | None = None
    """Philips private (7053,1000)"""
    philips_activity_factor: float | None = None
    """Philips private (7053,1009)"""
    acquisition_datetimes: tuple[datetime | None, ...] = ()
    """(0008,0032) with (0008,0022) or another date of the scan, per slice"""
    frame_reference_times_ms: tuple[float | None, ...] = ()
    """(0054,1300), per slice"""
    frame_durations_ms: tuple[float | None, ...] = ()
    """(0018,1242), per slice"""
    decay_factors: tuple[float | None, ...] = ()
    """(0054,1321), per slice; a value above 1 proves that decay was corrected"""
    siemens_reference_datetime: datetime | None = None
    """Siemens private (0071,1022)"""
    decay_correction_datetime: datetime | None = None
    """(0018,9701), the decay reference of an Enhanced PET"""
    unscaled: bool = False
    """Whether the stored values are not in `units`, because the scale of a slice is missing"""
    units_mapped: bool = False
    """Whether `units` comes from the RealWorldValueMappingSequence of an Enhanced PET"""
    attenuation_method: str | None = None
    """(0054,1101), as written"""
    described_as_uncorrected: bool = False
    """Whether SeriesDescription says that attenuation was not corrected"""
    dated: bool = True
    """False if no date of the scan is known: its moments are on the day UNDATED"""
    dynamic: bool = False
    """Whether the series shows the same place at several times"""
    cautions: tuple[str, ...] = ()
    """Sentences on what was assumed about the times above"""
    series_times: tuple[FrameTimes, ...] = ()
    """Of all files of the SeriesInstanceUID, however many images it holds, without repetitions;
    empty if they are those of the slices above"""


@dataclass(frozen=True, eq=False)
class SliceTable:
    """Where the pixels of each slice of a grid are on disk, so that they need not be parsed again.

    Entry i belongs to grid slice i; a slice that was never stored has an empty path. `offsets` is
    the first pixel's byte in the file for natively encoded pixels, or -1 if the frame has to be
    decoded.
    """

    paths: tuple[str, ...]
    offsets: NDArray[np.int64]
    frames: NDArray[np.int32]
    """0-based frame number in the file"""
    slopes: NDArray[np.float64]
    intercepts: NDArray[np.float64]
    sop_uids: tuple[str, ...]
    file_sizes: NDArray[np.int64]
    file_times_ns: NDArray[np.int64]
    """st_mtime_ns when the header was read: another value means the file must be read again"""
    pixel_dtype: str
    """numpy's name with byte order, such as "<i2", of natively encoded pixels"""
    bits_stored: int
    transfer_syntax: str

    @property
    def missing(self) -> NDArray[np.bool_]:
        """Whether grid slice i was never stored, bool (slices,)."""
        return np.array([path == "" for path in self.paths], dtype=np.bool_)


@dataclass(frozen=True, eq=False)
class Series:
    """A DICOM series, or one part of a series that holds several images (time frames, stacks)."""

    uid: str
    study_uid: str
    modality: str
    role: Role
    part: int = 1
    parts: int = 1
    number: int | None = None
    description: str = ""
    image_type: tuple[str, ...] = ()
    datetime: dt.datetime | None = None
    manufacturer: str = ""
    model: str = ""
    institution: str = ""
    reconstruction: str = ""
    """(0054,1103), as written"""
    kernel: str = ""
    """(0018,1210), as written: the filter"""
    body_part: str = ""
    """(0018,0015), as written"""
    derivation: str = ""
    """(0008,2111), as written: how a derived image was made"""
    patient_position: str = ""
    frame_of_reference_uid: str = ""
    source_series_uids: tuple[str, ...] = ()
    """Series whose images this one was derived from, where the header says"""
    unit: Unit = Unit.STORED
    """The unit of `StoredImage.volume()` before SUV; an SUV unit if the series stores SUV"""
    geometry: Geometry | None = None
    slices: SliceTable | None = None
    suv: SuvFacts | None = None
    """Only for PT"""
    warnings: tuple[str, ...] = ()
    problem: str | None = None
    """Why it cannot be shown as an image; then geometry and slices may be None"""

    @property
    def key(self) -> str:
        """Identifies one image in the program: the UID, and the part if there are several."""
        return self.uid if self.parts == 1 else f"{self.uid}#{self.part}"

    @property
    def is_pet(self) -> bool:
        return self.modality == "PT"

    @property
    def is_research(self) -> bool:
        """Whether the image must be marked as for research: a DL image, from any maker."""
        return self.role is Role.DENOISED or RESEARCH_MARK in self.description.upper()

    @property
    def label(self) -> str:
        """Its name in sentences: `Series 4 "WB AC"`."""
        number = "" if self.number is None else f" {self.number}"
        part = "" if self.parts == 1 else f", part {self.part} of {self.parts}"
        return f'Series{number} "{self.description or self.modality}"{part}'


@dataclass(frozen=True, eq=False)
class Study:
    uid: str
    patient: Patient
    date: dt.date | None = None
    time: dt.time | None = None
    description: str = ""
    accession: str = ""
    series: tuple[Series, ...] = ()

    def find(self, key: str) -> Series | None:
        return next((series for series in self.series if series.key == key), None)


@dataclass(frozen=True)
class LeftOut:
    """A file, or a part of a series, that was not opened, and the sentence why."""

    path: Path
    reason: str

    @property
    def folder(self) -> Path:
        return self.path.parent


@dataclass(frozen=True)
class VoiFile:
    """A file next to the images from which VOIs can be read: contours, masks, measurements."""

    path: Path
    kind: str
    """As a reader calls it, such as "RT Structure Set" """
    description: str = ""
    study_uid: str = ""
    """Empty if neither the file says, as NIfTI never does, nor its place among several studies"""

    @property
    def folder(self) -> Path:
        return self.path.parent


@dataclass(frozen=True)
class FoundStudies:
    """What a scan of paths found: every file below them is in exactly one of the three."""

    studies: tuple[Study, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    voi_files: tuple[VoiFile, ...] = ()
    files: int = 0
    """How many files were examined"""


@dataclass(frozen=True, eq=False)
class StoredImage:
    """Pixels as stored (slice, row, column), with what converts them into `unit`.

    Kept in memory instead of the file, so that another SUV factor needs no disk access.
    """

    values: NDArray[np.generic]
    """int16, uint16, uint8, int32, uint32 or float32"""
    slopes: NDArray[np.float64]
    intercepts: NDArray[np.float64]
    missing: NDArray[np.bool_]
    geometry: Geometry
    unit: Unit
    provenance: Provenance = field(default_factory=Provenance)

    def volume(
        self, factor: float | Sequence[float] | NDArray[np.float64] = 1.0, unit: Unit | None = None
    ) -> Volume:
        """(value · slope + intercept) · factor of every slice, in `unit` (None: the stored unit).

        Slices that were never stored become NaN. Whole-number HU stay int16.
        """
        from station.pet.rescale import rescale  # numba: 0.2 s, needed only once there is an image

        unit = unit or self.unit
        factors = np.broadcast_to(np.asarray(factor, dtype=np.float64), self.slopes.shape)
        slopes, intercepts = self.slopes * factors, self.intercepts * factors
        voxels = rescale(self.values, slopes, intercepts, self.missing, keep_whole=unit is Unit.HU)
        provenance = self.provenance
        if unit is not self.unit:
            provenance = provenance.then(f"{self.unit} → {unit}")
        return Volume(voxels, self.geometry, unit, provenance)


def same_patient_space(a: Series, b: Series) -> bool:
    """Whether a millimetre of one is a millimetre of the other (one frame of reference)."""
    return bool(a.frame_of_reference_uid) and a.frame_of_reference_uid == b.frame_of_reference_uid
