"""The inputs of SUV: header and typed values combined, each looked up by its rule.

`Known` never refuses: a quantity that cannot be used comes with the sentence why, so that the panel
"SUV inputs" can show every line even where there is no SUV.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest
from typing import Generic, TypeGuard, TypeVar

import numpy as np
from numpy.typing import NDArray

from station.pet.decay import average_activity_time_s, nuclide_half_life_s, nuclide_in
from station.pet.decay_reference import (
    CONTRADICT,
    DecayReference,
    decay_reference,
    times_of_series,
)
from station.pet.injection_time import Scan, injection_time, on_scan_clock
from station.pet.study import UNDATED, Radiopharmaceutical, SuvFacts

NUCLIDE = "Radionuclide"
"""The name of its line among the inputs"""

LARGEST_DOSE_IN_MBQ = 10_000.0
"""A dose below this is not written in Bq: 10 kBq gives no image."""
MBQ_PER_MCI = 37.0
MCI_IS_POSSIBLE = (20.0, 1500.0)
"""Injected activities in MBq that a dose written in mCi may mean. A number that gives one of these
may be MBq or mCi; a larger one can only be MBq."""
MOST_OF_SHORT_LIVED = 2500.0
"""The same of Rb-82 or O-15, with a half-life below this many seconds:"""
SHORT_HALF_LIFE_S = 200.0

_FDG = re.compile(r"FDG|fluoro-?deoxy-?glucose|fludeoxyglucose", re.IGNORECASE)
NUCLIDE_OF_FDG = "F-18"
HALF_LIFE_TOLERANCE = 0.02
"""Published half-lives of one nuclide, as scanners write them, differ by less than this."""

LONGEST_SCAN_MS = 12 * 3600e3
"""Frames of one scan are not further apart."""

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
        value = _text(self.value) if isinstance(self.value, datetime) else self.value
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
        """RadionuclideTotalDose; a number too small to be Bq is MBq if it cannot be mCi."""
        name, dose = InputName.INJECTED_ACTIVITY_BQ, self.tracer.total_dose
        if name in self.typed or dose is None or not 0 < dose < LARGEST_DOSE_IN_MBQ:
            return self._number(name, dose)
        in_bq = self._number(name, dose * 1e6)
        in_mci = dose * MBQ_PER_MCI
        low, high = MCI_IS_POSSIBLE
        if (self.half_life_s.value or math.inf) < SHORT_HALF_LIFE_S:
            high = MOST_OF_SHORT_LIVED
        if in_bq.problem is None and low <= in_mci <= high:
            attribute = ATTRIBUTES[name]
            problem = RefusalError(
                f"RadionuclideTotalDose is written as {dose:g}, which may be {dose:g} MBq or "
                f"{dose:g} mCi ({in_mci:.4g} MBq). Enter the injected activity {TYPE_HERE}",
                attribute.keyword,
            )
            return Fact(name, None, attribute.tag, note=f"written as {dose:g}", problem=problem)
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
        """RadionuclideHalfLife, which must fit the nuclide; that of the nuclide if it is missing.

        The nuclide is the coded one, else that in the drug's name. Where code and half-life
        contradict each other, the drug is the third witness.
        """
        fact = self._number(InputName.HALF_LIFE_S, self.tracer.half_life_s)
        of_drug = self._nuclide_of_drug
        by_drug_s = nuclide_half_life_s(of_drug) if of_drug else None
        nuclide, half_life_s = self.tracer.radionuclide or "", fact.usable
        expected_s = nuclide_half_life_s(nuclide)
        if expected_s is None and of_drug and by_drug_s:
            nuclide, expected_s, by_drug_s = f"{of_drug} ({self.tracer.name})", by_drug_s, None
        if expected_s is None or (half_life_s is None and self.tracer.half_life_s is not None):
            return fact
        if half_life_s is None:
            sentence = f"RadionuclideHalfLife is missing; that of {nuclide} is used."
            note = f"of {nuclide}; absent in the header"
            return Fact(fact.name, expected_s, fact.tag, Source.DERIVED, note, warnings=(sentence,))
        apart = abs(half_life_s - expected_s) / expected_s
        if apart <= HALF_LIFE_TOLERANCE:
            return fact
        sentence = f"The half-life is {half_life_s:g} s, but that of {nuclide} is {expected_s:g} s"
        if apart <= CONTRADICT or fact.source is Source.TYPED:
            return replace(fact, warnings=(f"{sentence}.",))
        if by_drug_s and abs(half_life_s - by_drug_s) <= HALF_LIFE_TOLERANCE * by_drug_s:
            return replace(fact, warnings=(f"{sentence}; the first fits {self.tracer.name}.",))
        if by_drug_s and abs(expected_s - by_drug_s) <= HALF_LIFE_TOLERANCE * by_drug_s:
            note = f"of {nuclide}; the header says {half_life_s:g} s"
            return Fact(
                fact.name,
                expected_s,
                fact.tag,
                Source.DERIVED,
                note,
                warnings=(f"{sentence}, which fits {self.tracer.name} and is used.",),
            )
        problem = RefusalError(
            f"the header contradicts itself about the radionuclide: RadionuclideHalfLife is "
            f"{half_life_s:g} s, but the half-life of {nuclide} is {expected_s:g} s. Enter the "
            f"half-life {TYPE_HERE}",
            ATTRIBUTES[fact.name].keyword,
        )
        return replace(fact, problem=problem)

    @property
    def _nuclide_of_drug(self) -> str | None:
        """By the drug's name; FDG is labelled with F-18."""
        drug = self.tracer.name or ""
        return nuclide_in(drug) or (NUCLIDE_OF_FDG if _FDG.search(drug) else None)

    @cached_property
    def injection(self) -> Fact[datetime]:
        """When the activity was injected; see `injection_time` for the rules."""
        name, tracer = InputName.INJECTION_DATETIME, self.tracer
        attribute, entry = ATTRIBUTES[name], self.typed.get(name)
        if entry is not None and isinstance(entry.value, datetime):
            typed = on_scan_clock(entry.value, self.scan)
            return Fact(name, typed, attribute.tag, *_origin(entry, tracer.start_datetime))
        injected = injection_time(tracer, self.half_life_s.value, self.scan)
        if injected is None:
            return Fact(name, None, attribute.tag, problem=attribute.missing())
        problem = injected.problem and RefusalError(
            f"{injected.problem} Enter the injection {TYPE_HERE}", attribute.keyword
        )
        return Fact(
            name,
            injected.moment,
            attribute.tag if tracer.start_datetime and self.facts.dated else "(0018,1072)",
            Source.DERIVED if injected.by_clock else Source.HEADER,
            injected.note,
            problem or None,
            injected.warnings,
        )

    # The clock of the scan

    @property
    def decay_correction(self) -> str | None:
        """DecayCorrection; START if it is absent but someone typed to which time it was done."""
        if self.facts.decay_correction is None and InputName.REFERENCE_DATETIME in self.typed:
            return "START"
        return self.facts.decay_correction

    @cached_property
    def first_acquisition(self) -> datetime | None:
        """Of this image; the other images of its series may be earlier."""
        return min((t for t in self.facts.acquisition_datetimes if t is not None), default=None)

    @cached_property
    def scan(self) -> Scan:
        """The examination: from the first acquisition of the series or the decay reference time."""
        times = times_of_series(self.facts)
        moments = [self.reference.value, *(frame.acquired for frame in times[:1])]
        start = min((moment for moment in moments if moment is not None), default=None)
        return Scan(
            start=start or self.facts.series_datetime,
            first_acquisition=self.first_acquisition,
            dated=self.facts.dated,
            dynamic=self.facts.dynamic,
            reference_is_certain=self.from_header.supported,
        )

    @cached_property
    def uptake_min(self) -> float | None:
        """From the injection to the first acquisition; None where unknown or negative."""
        injection, scan = self.injection.value, self.first_acquisition or self.reference.value
        if injection is None or scan is None or injection > scan:
            return None
        return (scan - injection).total_seconds() / 60

    @cached_property
    def from_header(self) -> DecayReference:
        return decay_reference(self.facts, self.half_life_s.usable)

    @cached_property
    def reference(self) -> Fact[datetime]:
        """The time to which decay was corrected if DecayCorrection is START.

        See `decay_reference` for the rules.
        """
        name, header = InputName.REFERENCE_DATETIME, self.from_header
        attribute, entry = ATTRIBUTES[name], self.typed.get(name)
        if entry is not None and isinstance(entry.value, datetime):
            first = self.first_acquisition
            typed = on_scan_clock(entry.value, Scan(first, first, self.facts.dated))
            origin = _origin(entry, header.moment or self.facts.series_datetime)
            return Fact(name, typed, attribute.tag, *origin)
        problem = header.problem and RefusalError(
            f"{header.problem} Enter the decay reference time {TYPE_HERE}", header.keyword
        )
        source = Source.HEADER if header.tag == "(0018,9701)" else Source.DERIVED
        return Fact(
            name, header.moment, header.tag, source, header.note, problem or None, header.warnings
        )

    # The time over which the injected activity decayed

    def decay_s(self) -> NDArray[np.float64]:
        """From the injection to the moment to which the image refers; raises RefusalError.

        Shape () for a series with one such moment; (slices,) where DecayCorrection is NONE, NaN for
        a slice that was never stored.
        """
        if self.decay_correction == "START":
            apart = self.reference.needed() - self.injection.needed()
            return np.array(apart.total_seconds())
        if self.decay_correction != "NONE":
            return np.array(self.injection_shift_s())
        injection, half_life_s = self.injection.needed(), self.half_life_s.needed()
        frames = zip_longest(self.slice_starts, self.facts.frame_durations_ms)
        elapsed_s = [
            (acquired - injection).total_seconds()
            + average_activity_time_s(duration_ms / 1000, half_life_s)
            if acquired is not None and is_duration(duration_ms)
            else math.nan
            for acquired, duration_ms in frames
        ]
        return np.array(elapsed_s, dtype=np.float64)

    @cached_property
    def slice_starts(self) -> tuple[datetime | None, ...]:
        """When the acquisition of each slice began.

        Where AcquisitionTime is that of the scan in all slices, FrameReferenceTime counts on from
        the first frame of the series.
        """
        own, counted = self.facts.acquisition_datetimes, self.facts.frame_reference_times_ms
        times = times_of_series(self.facts)
        first_ms = times[0].reference_ms if times else None
        same_start = len({frame.acquired for frame in times}) == 1
        # Frames whose times agree with each other are one entry of the series' times.
        counts_on = len({frame.reference_ms for frame in times}) > 1
        if not same_start or not counts_on or first_ms is None:
            return own
        later_ms = [None if ms is None else ms - first_ms for ms in counted]
        if any(ms is not None and not 0 <= ms <= LONGEST_SCAN_MS for ms in later_ms):
            return own
        return tuple(
            start if start is None or ms is None else start + timedelta(milliseconds=ms)
            for start, ms in zip_longest(own, later_ms)
        )

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
        if self.uptake_min is None and self.injection.value is not None and self.scan.start:
            uptake_note = (
                "the injection is after the scan"
                if self.injection.problem
                else "the scan began before the injection"
            )
        return (
            SuvInput(
                "Units", facts.units, "", "(0040,9096)", derived, "from the real world mapping"
            )
            if facts.units_mapped
            else SuvInput("Units", facts.units, "", "(0054,1001)", header),
            SuvInput("SUV type", suv_type, "", "(0054,1006)", suv_type_source, suv_type_note),
            SuvInput("Corrections", corrections, "", "(0028,0051)", header),
            SuvInput("Decay correction", facts.decay_correction, "", "(0054,1102)", header),
            self.weight_kg.row(),
            self.height_m.row(),
            self.sex.row(),
            SuvInput(NUCLIDE, self.tracer.radionuclide, "", "(0054,0300)", header),
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
            elapsed_s = self.decay_s() if self.decay_correction else np.array(math.nan)
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
            }.get(self.decay_correction or "", "")
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


def says_none(method: str) -> bool:
    """Whether AttenuationCorrectionMethod says that there was none, such as "NONE, NONE"."""
    words = [word.strip().upper() for word in re.split(r"[,;\\]", method)]
    return all(word in ("", "NO", "NONE", "OFF") for word in words)


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


def _text(moment: datetime) -> str:
    """ISO 8601; of a scan without a date the clock time alone."""
    return moment.time().isoformat() if moment.year <= UNDATED.year else moment.isoformat()


def _said_by(attribute: Attribute, entry: TypedInput | None) -> str:
    return attribute.keyword if entry is None else f"The typed {attribute.title.lower()}"


def _span(values: NDArray[np.float64]) -> float | str | None:
    """One number if all slices agree, else "low to high"; None if unknown."""
    known = values[np.isfinite(values)]
    if known.size == 0:
        return None
    low, high = float(known.min()), float(known.max())
    return low if low == high else f"{low:.4g} to {high:.4g}"
