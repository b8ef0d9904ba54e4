"""The inputs of SUV: header and typed values combined, each looked up by its rule.

`Known` never refuses: a quantity that cannot be used comes with the sentence why, so that the panel
"SUV inputs" can show every line even where there is no SUV.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from typing import Generic, TypeGuard, TypeVar

import numpy as np
from numpy.typing import NDArray

from station.pet.decay import average_activity_time_s, nuclide_half_life_s
from station.pet.study import Radiopharmaceutical, SuvFacts

LARGEST_DOSE_IN_MBQ = 10_000.0
"""A dose below this is written in MBq: 10 kBq gives no image, and nobody is given 10 GBq."""

UNDATED_HALF_LIFE_S = 12 * 3600.0
"""Scans of longer-lived nuclides may follow the injection by days: a time needs its date."""
HALF_LIFE_TOLERANCE = 0.02
"""Published half-lives of one nuclide, as scanners write them, differ by less than this."""
REFERENCE_TIME_TOLERANCE = 0.01
"""Two ways to find the decay reference time that change SUV by less than this agree."""
FRAME_TIME_TOLERANCE_S = 1.0
"""Frame times are rounded by up to this."""
START_TIME_TOLERANCE_S = 60.0
"""Two attributes that give the injection agree within this."""

TYPE_HERE = "in SUV inputs to show SUV."
"""The end of every refusal that a person can resolve."""


class InputName(StrEnum):
    """What a person may type to replace the header.

    All describe the patient, the injection or the clock. What describes the pixels (Units,
    corrections, decay correction) is not included: typing does not change pixels.
    """

    WEIGHT_KG = "weight_kg"
    HEIGHT_M = "height_m"
    SEX = "sex"
    """M, F or O"""
    INJECTED_ACTIVITY_BQ = "injected_activity_bq"
    """At the injection"""
    INJECTION_DATETIME = "injection_datetime"
    HALF_LIFE_S = "half_life_s"
    REFERENCE_DATETIME = "reference_datetime"
    """The time to which decay was corrected if DecayCorrection is START"""


@dataclass(frozen=True)
class TypedInput:
    """A value a person entered to replace the header's. Datetimes are in the series' local time."""

    name: InputName
    value: float | str | datetime
    who: str
    when: datetime

    def __post_init__(self) -> None:
        if self.name in (InputName.INJECTION_DATETIME, InputName.REFERENCE_DATETIME):
            fits = isinstance(self.value, datetime) and self.value.tzinfo is None
        elif self.name is InputName.SEX:
            fits = isinstance(self.value, str)
        else:
            fits = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        if not fits:
            raise TypeError(f"{self.name} cannot be {self.value!r}")


class Source(StrEnum):
    """Where a number came from."""

    HEADER = "header"
    TYPED = "typed"
    DERIVED = "derived"


@dataclass(frozen=True)
class SuvInput:
    """One line of the panel "SUV inputs". Values fit JSON; datetimes are ISO 8601 text."""

    name: str
    value: float | str | None
    """None if unknown"""
    unit: str
    tag: str
    """Of its attribute, such as "(0010,1030)"; empty for computed values"""
    source: Source
    note: str = ""
    typed_as: InputName | None = None
    """What to type to change this line; None if it cannot be typed"""


class RefusalError(Exception):
    """Why there is no SUV: a SuvError that does not yet know the name of the series."""

    def __init__(self, sentence: str, attribute: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.attribute = attribute


@dataclass(frozen=True)
class Attribute:
    """The name of an input, the values it can possibly have, and the common ones."""

    title: str
    keyword: str
    tag: str
    unit: str = ""
    possible: tuple[float, float] = (0.0, math.inf)
    usual: tuple[float, float] = (0.0, math.inf)

    def missing(self) -> RefusalError:
        return RefusalError(
            f"{self.keyword} is missing. Enter the {self.title.lower()} {TYPE_HERE}", self.keyword
        )

    def text(self, value: float) -> str:
        """A value as a physicist reads it aloud."""
        return f"{value / 1e6:g} MBq" if self.unit == "Bq" else f"{value:g} {self.unit}"


ATTRIBUTES = {
    InputName.WEIGHT_KG: Attribute(
        "Weight", "PatientWeight", "(0010,1030)", "kg", (0.5, 650.0), (2.5, 250.0)
    ),
    InputName.HEIGHT_M: Attribute("Height", "PatientSize", "(0010,1020)", "m", (0.3, 2.75)),
    InputName.SEX: Attribute("Sex", "PatientSex", "(0010,0040)"),
    InputName.INJECTED_ACTIVITY_BQ: Attribute(
        "Injected activity",
        "RadionuclideTotalDose",
        "(0018,1074)",
        "Bq",
        (1e6, 1e10),
        (20e6, 1500e6),  # FDG of an infant to Rb-82 of an adult
    ),
    InputName.INJECTION_DATETIME: Attribute(
        "Injection", "RadiopharmaceuticalStartDateTime", "(0018,1078)"
    ),
    InputName.HALF_LIFE_S: Attribute(
        "Half-life", "RadionuclideHalfLife", "(0018,1075)", "s", (10.0, 1e8)
    ),
    InputName.REFERENCE_DATETIME: Attribute("Decay reference time", "SeriesTime", "(0008,0031)"),
}

T = TypeVar("T", float, str, datetime)


@dataclass(frozen=True)
class Fact(Generic[T]):
    """A quantity as far as it is known, and if it cannot be used, why."""

    name: InputName
    value: T | None
    tag: str
    source: Source = Source.HEADER
    note: str = ""
    problem: RefusalError | None = None
    warnings: tuple[str, ...] = ()

    @property
    def usable(self) -> T | None:
        return None if self.problem else self.value

    def needed(self) -> T:
        """The value, or RefusalError."""
        if self.problem is not None:
            raise self.problem
        assert self.value is not None, "a fact without a value says why"
        return self.value

    def row(self) -> SuvInput:
        attribute = ATTRIBUTES[self.name]
        value = self.value.isoformat() if isinstance(self.value, datetime) else self.value
        if isinstance(value, float) and not math.isfinite(value):
            value = None  # JSON has no NaN
        return SuvInput(
            attribute.title, value, attribute.unit, self.tag, self.source, self.note, self.name
        )


class Known:
    """What is known about one series. Looks each quantity up once, by the rule in its docstring."""

    def __init__(self, facts: SuvFacts, typed: Sequence[TypedInput] = ()) -> None:
        self.facts = facts
        self.typed = {entry.name: entry for entry in typed}
        self.tracer = facts.radiopharmaceutical or Radiopharmaceutical()

    @cached_property
    def header_only(self) -> "Known":
        """The same without what was typed."""
        return Known(self.facts)

    @cached_property
    def at_scanner(self) -> "Known":
        """What an SUV image was made with: the header, or the typed value where it is silent."""
        header = self.header_only
        patient = (header.weight_kg, header.height_m, header.injected_activity_bq, header.sex)
        silent = [fact.name for fact in patient if fact.problem is not None]
        return Known(self.facts, [e for name, e in self.typed.items() if name in silent])

    # The patient and the injection

    @cached_property
    def weight_kg(self) -> Fact[float]:
        return self._number(InputName.WEIGHT_KG, self.facts.weight_kg)

    @cached_property
    def height_m(self) -> Fact[float]:
        return self._number(InputName.HEIGHT_M, self.facts.height_m)

    @cached_property
    def sex(self) -> Fact[str]:
        """M, F or O."""
        name, entry = InputName.SEX, self.typed.get(InputName.SEX)
        attribute = ATTRIBUTES[name]
        sex = str(entry.value) if entry else self.facts.sex or None
        problem: RefusalError | None = None
        if sex is None:
            problem = attribute.missing()
        elif sex not in ("M", "F", "O"):
            problem = RefusalError(
                f"{_said_by(attribute, entry)} is {sex}, not M, F or O. Enter the sex {TYPE_HERE}",
                attribute.keyword,
            )
        source, note = _origin(entry, self.facts.sex)
        return Fact(name, sex, attribute.tag, source, note, problem)

    @cached_property
    def injected_activity_bq(self) -> Fact[float]:
        """RadionuclideTotalDose; a number too small to be Bq is taken as MBq, with a warning."""
        name, dose = InputName.INJECTED_ACTIVITY_BQ, self.tracer.total_dose
        if name in self.typed or dose is None or not 0 < dose < LARGEST_DOSE_IN_MBQ:
            return self._number(name, dose)
        in_bq = self._number(name, dose * 1e6)
        note = f"written as {dose:g}, which can only be MBq; taken as Bq × 1e6"
        sentence = f"RadionuclideTotalDose is {note}."
        return Fact(
            name,
            in_bq.value,
            in_bq.tag,
            note=note,
            problem=in_bq.problem,
            warnings=(sentence, *in_bq.warnings),
        )

    @cached_property
    def half_life_s(self) -> Fact[float]:
        fact = self._number(InputName.HALF_LIFE_S, self.tracer.half_life_s)
        nuclide, half_life_s = self.tracer.radionuclide, fact.usable
        expected_s = nuclide_half_life_s(nuclide) if nuclide else None
        if half_life_s is None or expected_s is None:
            return fact
        if abs(half_life_s - expected_s) <= HALF_LIFE_TOLERANCE * expected_s:
            return fact
        warning = f"The half-life is {half_life_s:g} s, but that of {nuclide} is {expected_s:g} s."
        return Fact(fact.name, half_life_s, fact.tag, fact.source, fact.note, warnings=(warning,))

    @cached_property
    def injection(self) -> Fact[datetime]:
        """RadiopharmaceuticalStartDateTime, else the last StartTime on the clock before the scan.

        That is StartTime on the day of the scan or, if this is after the scan, on the day before.
        """
        name, tracer = InputName.INJECTION_DATETIME, self.tracer
        attribute, entry = ATTRIBUTES[name], self.typed.get(name)
        if entry is not None and isinstance(entry.value, datetime):
            return Fact(name, entry.value, attribute.tag, *_origin(entry, tracer.start_datetime))
        if tracer.start_datetime is not None:
            warnings = self._start_time_contradicts()
            return Fact(name, tracer.start_datetime, attribute.tag, warnings=warnings)
        if tracer.start_time is None:
            return Fact(name, None, attribute.tag, problem=attribute.missing())
        half_life_s = self.half_life_s.value
        scan = self.scan_start or self.facts.series_datetime
        if scan is not None and scan.date() == date.min:
            scan = None  # no day before it, so no date either
        problem: RefusalError | None = None
        if half_life_s is not None and half_life_s > UNDATED_HALF_LIFE_S:
            problem = RefusalError(
                f"RadiopharmaceuticalStartDateTime is missing, and with a half-life of "
                f"{half_life_s / 3600:.1f} h the time {tracer.start_time:%H:%M:%S} alone does not "
                f"give the day of the injection. Enter the injection {TYPE_HERE}",
                attribute.keyword,
            )
        elif scan is None:
            problem = RefusalError(
                "the injection has a time but no date, because the scan has none. "
                f"Enter the injection {TYPE_HERE}",
                attribute.keyword,
            )
        if problem is not None or scan is None:
            return Fact(name, None, "(0018,1072)", problem=problem)
        injection, day = datetime.combine(scan.date(), tracer.start_time), "day of"
        if injection > scan:
            injection, day = injection - timedelta(days=1), "day before"
        note = f"time from the header, on the {day} the scan"
        return Fact(name, injection, "(0018,1072)", Source.DERIVED, note)

    def _start_time_contradicts(self) -> tuple[str, ...]:
        """A sentence where (0018,1072) and (0018,1078) give different times of day."""
        moment, clock = self.tracer.start_datetime, self.tracer.start_time
        if moment is None or clock is None:
            return ()
        apart = moment - datetime.combine(moment.date(), clock)
        if abs(apart.total_seconds()) <= START_TIME_TOLERANCE_S:
            return ()
        warning = (
            f"RadiopharmaceuticalStartDateTime gives the injection as {moment:%H:%M:%S}, "
            f"RadiopharmaceuticalStartTime as {clock:%H:%M:%S}; the first is used."
        )
        return (warning,)

    # The clock of the scan

    @cached_property
    def first_acquisition(self) -> datetime | None:
        return min((t for t in self.facts.acquisition_datetimes if t is not None), default=None)

    @cached_property
    def scan_start(self) -> datetime | None:
        """The earlier of first acquisition and decay reference time."""
        moments = (self.first_acquisition, self.reference.value)
        return min((moment for moment in moments if moment is not None), default=None)

    @cached_property
    def uptake_min(self) -> float | None:
        """From the injection to the first acquisition; None where unknown or negative."""
        injection, scan = self.injection.value, self.first_acquisition or self.reference.value
        if injection is None or scan is None or injection > scan:
            return None
        return (scan - injection).total_seconds() / 60

    @cached_property
    def reference(self) -> Fact[datetime]:
        """The time to which decay was corrected if DecayCorrection is START.

        SeriesTime if it is not after the first acquisition. After it, the series was made later:
        then the private time of GE, else what the first frame's times imply, else the first
        acquisition.
        """
        facts, name, first = self.facts, InputName.REFERENCE_DATETIME, self.first_acquisition
        attribute, entry = ATTRIBUTES[name], self.typed.get(name)
        series, derived = facts.series_datetime, Source.DERIVED
        if entry is not None and isinstance(entry.value, datetime):
            return Fact(name, entry.value, attribute.tag, *_origin(entry, series))
        if series is not None and first is not None and series <= first:
            note = "series time, which is not after the first acquisition"
            warnings = self._frames_contradict(series)
            return Fact(name, series, attribute.tag, derived, note, warnings=warnings)
        if facts.ge_scan_datetime is not None:
            return Fact(name, facts.ge_scan_datetime, "(0009,100D)", derived, "scan time of GE")
        if first is None:
            problem = RefusalError(
                "AcquisitionTime is missing, so the time to which decay was corrected is unknown. "
                f"Enter the decay reference time {TYPE_HERE}",
                "AcquisitionTime",
            )
            return Fact(name, None, attribute.tag, problem=problem)
        from_frame = self._frame_reference()
        if from_frame is not None:
            note = "from acquisition and frame reference time; series time is after the scan"
            return Fact(name, from_frame, "(0054,1300)", derived, note)
        note = "start of the first acquisition; series time is after it"
        warning = (
            "The header does not say to which time decay was corrected; the start of the first "
            "acquisition is used."
        )
        return Fact(name, first, "(0008,0032)", derived, note, warnings=(warning,))

    def _frame_reference(self) -> datetime | None:
        """The reference time implied by the first frame's times; None if they are incomplete.

        FrameReferenceTime counts from the reference to the frame's mean activity (DICOM PS3.3
        C.8.9.4.1.5); GE counts to the start of the frame (*Standardizing SUV Computation*).
        """
        first, half_life_s = self.first_acquisition, self.half_life_s.usable
        by_ge = (self.facts.manufacturer or "").upper().startswith("GE")
        frames = zip_longest(
            self.facts.acquisition_datetimes,
            self.facts.frame_reference_times_ms,
            self.facts.frame_durations_ms,
        )
        for acquired, frame_reference_ms, duration_ms in frames:
            if acquired is None or acquired != first or frame_reference_ms is None:
                continue
            offset_s = frame_reference_ms / 1000
            if not by_ge:
                if not is_duration(duration_ms) or half_life_s is None:
                    continue
                offset_s -= average_activity_time_s(duration_ms / 1000, half_life_s)
            # A reference after the first count is not a START: the scanner counts differently.
            if not -FRAME_TIME_TOLERANCE_S <= offset_s < math.inf:
                return None
            try:
                return acquired - timedelta(seconds=offset_s)
            except OverflowError:  # a time offset of millennia
                return None
        return None

    def _frames_contradict(self, series: datetime) -> tuple[str, ...]:
        """A sentence where series time and frame times give SUVs that differ."""
        from_frame, half_life_s = self._frame_reference(), self.half_life_s.usable
        if from_frame is None or half_life_s is None:
            return ()
        half_lives = (from_frame - series).total_seconds() / half_life_s
        if abs(math.log(2) * half_lives) <= REFERENCE_TIME_TOLERANCE:
            return ()
        warning = (
            f"Series time {series:%H:%M:%S} is taken as the decay reference time, but the first "
            f"frame's times point to {from_frame:%H:%M:%S}."
        )
        return (warning,)

    # The time over which the injected activity decayed

    def decay_s(self) -> NDArray[np.float64]:
        """From the injection to the moment to which the image refers; raises RefusalError.

        Shape () for a series with one such moment; (slices,) where DecayCorrection is NONE, NaN for
        a slice that was never stored.
        """
        if self.facts.decay_correction == "START":
            apart = self.reference.needed() - self.injection.needed()
            return np.array(apart.total_seconds())
        if self.facts.decay_correction != "NONE":
            return np.array(self.injection_shift_s())
        injection, half_life_s = self.injection.needed(), self.half_life_s.needed()
        frames = zip_longest(self.facts.acquisition_datetimes, self.facts.frame_durations_ms)
        elapsed_s = [
            (acquired - injection).total_seconds()
            + average_activity_time_s(duration_ms / 1000, half_life_s)
            if acquired is not None and is_duration(duration_ms)
            else math.nan
            for acquired, duration_ms in frames
        ]
        return np.array(elapsed_s, dtype=np.float64)

    def injection_shift_s(self) -> float:
        """How much the typed injection precedes the one to which the scanner corrected decay."""
        scanner = self.header_only
        if InputName.INJECTION_DATETIME not in self.typed or scanner.injection.value is None:
            return 0.0
        if scanner.uptake_min is None:  # after the scan: not the time that the scanner used
            return 0.0
        return (scanner.injection.value - self.injection.needed()).total_seconds()

    # As the panel shows it

    def rows(self) -> tuple[SuvInput, ...]:
        """Every input; value None if unknown."""
        facts, header, derived = self.facts, Source.HEADER, Source.DERIVED
        suv_type, suv_type_source, suv_type_note = stored_suv_type(facts)
        corrections = "\\".join(facts.corrected_image) if facts.corrected_image else None
        philips = (
            ("Philips SUV factor", facts.philips_suv_factor, "g/mL", "(7053,1000)"),
            ("Philips activity factor", facts.philips_activity_factor, "Bq/mL", "(7053,1009)"),
        )
        uptake_note = "from the injection to the first acquisition"
        if self.uptake_min is None and self.injection.value is not None and self.scan_start:
            uptake_note = "the injection is after the scan"
        return (
            SuvInput("Units", facts.units, "", "(0054,1001)", header),
            SuvInput("SUV type", suv_type, "", "(0054,1006)", suv_type_source, suv_type_note),
            SuvInput("Corrections", corrections, "", "(0028,0051)", header),
            SuvInput("Decay correction", facts.decay_correction, "", "(0054,1102)", header),
            self.weight_kg.row(),
            self.height_m.row(),
            self.sex.row(),
            SuvInput("Radionuclide", self.tracer.radionuclide, "", "(0054,0300)", header),
            self.injected_activity_bq.row(),
            self.half_life_s.row(),
            self.injection.row(),
            self.reference.row(),
            SuvInput("Uptake time", self.uptake_min, "min", "", derived, uptake_note),
            *self._decay_rows(),
            *(SuvInput(*line, header) for line in philips if is_factor(line[1])),
        )

    def _decay_rows(self) -> tuple[SuvInput, SuvInput]:
        minutes = left = None
        try:
            elapsed_s = self.decay_s() if self.facts.decay_correction else np.array(math.nan)
            minutes = _span(elapsed_s / 60)
            half_life_s = self.half_life_s.needed() if elapsed_s.any() else math.inf
            with np.errstate(over="ignore"):  # an injection centuries after the scan
                left = _span(np.exp2(-elapsed_s / half_life_s))
            note = {
                "START": "from the injection to the decay reference time",
                "NONE": "from the injection to each slice's mean activity",
                "ADMIN": "from the typed injection to the one that the image is corrected to"
                if elapsed_s.any()
                else "the image is decay-corrected to the injection",
            }.get(self.facts.decay_correction or "", "")
        except RefusalError as refusal:
            note = refusal.sentence
        return (
            SuvInput("Decay time", minutes, "min", "", Source.DERIVED, note),
            SuvInput("Decay factor", left, "", "", Source.DERIVED, "activity left of the injected"),
        )

    def _number(self, name: InputName, header: float | None) -> Fact[float]:
        """A typed or written number that must be possible, with a warning if it is unusual."""
        attribute, entry = ATTRIBUTES[name], self.typed.get(name)
        value = float(entry.value) if entry and isinstance(entry.value, int | float) else header
        source, note = _origin(entry, header)
        low, high = attribute.possible
        if value is None:
            return Fact(name, None, attribute.tag, source, note, attribute.missing())
        if not low <= value <= high:
            problem = RefusalError(
                f"{_said_by(attribute, entry)} is {attribute.text(value)}, which is not between "
                f"{attribute.text(low)} and {attribute.text(high)}. "
                f"Enter the {attribute.title.lower()} {TYPE_HERE}",
                attribute.keyword,
            )
            return Fact(name, value, attribute.tag, source, note, problem)
        low, high = attribute.usual
        warnings: tuple[str, ...] = ()
        if not low <= value <= high:
            warnings = (f"{attribute.title} is {attribute.text(value)}, which is unusual.",)
        return Fact(name, value, attribute.tag, source, note, warnings=warnings)


def stored_suv_type(facts: SuvFacts) -> tuple[str | None, Source, str]:
    """Which SUV the stored values are (None: none), where that is from, and a note.

    GML without SUVType is SUVbw, DICOM PS3.3 C.8.9.1 (0054,1006); CM2ML can only be SUVbsa.
    """
    if facts.suv_type:
        return facts.suv_type, Source.HEADER, ""
    if facts.units == "GML":
        return "BW", Source.DERIVED, "absent; DICOM says GML without SUV type is body weight"
    if facts.units == "CM2ML":
        return "BSA", Source.DERIVED, "absent; cm²/mL can only be body surface area"
    return None, Source.HEADER, ""


def is_duration(duration_ms: float | None) -> TypeGuard[float]:
    """Whether it is there and possible."""
    return duration_ms is not None and 0 < duration_ms < math.inf


def is_factor(factor: float | None) -> TypeGuard[float]:
    """Whether a private factor is there; Philips writes 0 where it could not compute one."""
    return factor is not None and 0 < factor < math.inf


def _origin(entry: TypedInput | None, header: float | str | datetime | None) -> tuple[Source, str]:
    """Source and note of a value that was typed or is in the header."""
    if entry is None:
        return Source.HEADER, ""
    written = (
        "nothing" if header is None else f"{header:g}" if isinstance(header, float) else header
    )
    return Source.TYPED, f"typed by {entry.who} on {entry.when:%Y-%m-%d %H:%M}; header: {written}"


def _said_by(attribute: Attribute, entry: TypedInput | None) -> str:
    return attribute.keyword if entry is None else f"The typed {attribute.title.lower()}"


def _span(values: NDArray[np.float64]) -> float | str | None:
    """One number if all slices agree, else "low to high"; None if unknown."""
    known = values[np.isfinite(values)]
    if known.size == 0:
        return None
    low, high = float(known.min()), float(known.max())
    return low if low == high else f"{low:.4g} to {high:.4g}"
