"""To which time decay was corrected, found once for a whole series.

All images of one SeriesInstanceUID are corrected to the same time (DICOM PS3.3 C.8.9.1.1.5), but no
attribute of a single-frame PET states it. It is looked for in this order:

| source | believed if |
| --- | --- |
| DecayCorrectionDateTime (0018,9701) of an Enhanced PET | always: it states the reference |
| SeriesTime (0008,0031) | it is not after the first acquisition |
| the maker's own time: GE (0009,100D), Siemens (0071,1022) | the same |
| FrameReferenceTime (0054,1300) with the acquisition time and duration | it does not put the \
reference after the frame, and it differs between frames of different times |
| DecayFactor (0054,1321) of the first frame | nothing else is known |
| the first acquisition | nothing else is known, and with a caution |

Every slice has its say. Sources that give SUVs within 1 % agree; up to 10 % the first one is used
with a caution; beyond that, a time is used only if two sources agree on it, where the first
acquisition and DecayFactor count as further witnesses. If none or two such times are left, or
DecayFactor contradicts the only source, there is no SUV until a person types the reference.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

from station.pet.decay import F18_HALF_LIFE_S, average_activity_time_s
from station.pet.study import FrameTimes, SuvFacts

AGREE = 0.01
"""Two ways to find the reference that change SUV by less than this agree."""
CONTRADICT = 0.10
"""Beyond this, one source is not followed against another."""
SERIES_TIME = "series time"
ROUNDING_S = 1.0
"""Times in headers are rounded by up to this."""
SAME_EXAMINATION = timedelta(hours=12)
"""Two times of one scan that are further apart have a wrong date."""


@dataclass(frozen=True)
class DecayReference:
    """The time to which decay was corrected as far as the header gives it; else why not."""

    moment: datetime | None
    tag: str
    note: str = ""
    warnings: tuple[str, ...] = ()
    problem: str | None = None
    """Why it is unknown, without what to do"""
    keyword: str = "SeriesTime"
    supported: bool = False
    """Whether two sources agree on it"""


@dataclass(frozen=True)
class _Voice:
    """A source and the time it gives."""

    moment: datetime
    name: str
    tag: str
    note: str

    def __str__(self) -> str:
        return f"{self.name} {self.moment:%H:%M:%S}"


def decay_reference(facts: SuvFacts, half_life_s: float | None) -> DecayReference:
    """The reference of DecayCorrection START. See the module for the rules."""
    stated = facts.decay_correction_datetime
    if stated is not None:
        return DecayReference(stated, "(0018,9701)", "as the header states", supported=True)
    return _Search(facts, half_life_s or F18_HALF_LIFE_S).result()


def reference_by_decay_factor(facts: SuvFacts, half_life_s: float) -> datetime | None:
    """To which time decay was corrected by the DecayFactor of the first frame; None if unknown."""
    return _Search(facts, half_life_s).by_decay_factor()


def times_of_series(facts: SuvFacts) -> tuple[FrameTimes, ...]:
    """What all slices of the series say, the earliest first."""
    return facts.series_times or tuple(
        sorted(
            {
                FrameTimes(acquired, reference_ms, duration_ms, factor)
                for acquired, reference_ms, duration_ms, factor in zip_longest(
                    facts.acquisition_datetimes,
                    facts.frame_reference_times_ms,
                    facts.frame_durations_ms,
                    facts.decay_factors,
                )
                if acquired is not None
            },
            key=in_order,
        )
    )


def in_order(frame: FrameTimes) -> tuple[datetime, tuple[float, ...]]:
    """The earliest first; among frames of one time a fixed order."""
    numbers = (frame.reference_ms, frame.duration_ms, frame.decay_factor)
    return frame.acquired, tuple(
        math.inf if number is None or math.isnan(number) else number for number in numbers
    )


class _Search:
    def __init__(self, facts: SuvFacts, half_life_s: float) -> None:
        self.facts = facts
        self.half_life_s = half_life_s
        self.frames = times_of_series(facts)
        self.first = self.frames[0].acquired if self.frames else None
        self.by_ge = (facts.manufacturer or "").upper().startswith("GE")
        self.warnings: list[str] = []

    def result(self) -> DecayReference:
        first = self.first
        if first is None:
            maker = self._stated(first)
            if maker:
                return DecayReference(maker[-1].moment, maker[-1].tag, maker[-1].note)
            problem = (
                "AcquisitionTime is missing, so the time to which decay was corrected is unknown."
            )
            return DecayReference(None, "(0008,0031)", problem=problem, keyword="AcquisitionTime")
        voices = self._stated(first)
        implied = self._by_reference_times(first, voices)
        if isinstance(implied, DecayReference):
            return implied
        voices += implied
        witness = self.by_decay_factor()
        if not voices and witness is not None:
            note = "from acquisition time and decay factor; series time is after the scan"
            voices, witness = [_Voice(witness, "DecayFactor", "(0054,1321)", note)], None
        if not voices:
            self.warnings.append(
                "The header does not say to which time decay was corrected; the start of the first "
                "acquisition is used."
            )
            note = "start of the first acquisition of the series; series time is after it"
            return DecayReference(first, "(0008,0032)", note, tuple(self.warnings))
        return self._agreed(voices, first, witness)

    def _stated(self, first: datetime | None) -> list[_Voice]:
        """Times that an attribute states, if they are not after the first acquisition."""
        facts = self.facts
        stated = (
            (
                facts.series_datetime if first else None,
                SERIES_TIME,
                "(0008,0031)",
                "series time, which is not after the first acquisition",
            ),
            (facts.ge_scan_datetime, "GE's scan time", "(0009,100D)", "scan time of GE"),
            (
                facts.siemens_reference_datetime,
                "Siemens' decay correction time",
                "(0071,1022)",
                "decay correction time of Siemens",
            ),
        )
        voices: list[_Voice] = []
        for written, name, tag, note in stated:
            if written is None:
                continue
            moment = written if first is None else self._on_scan_day(written, first, name)
            if first is None or moment - first <= timedelta(seconds=ROUNDING_S):
                voices.append(_Voice(moment, name, tag, note))
        return voices

    def _on_scan_day(self, moment: datetime, first: datetime, name: str) -> datetime:
        """A time whose date was changed otherwise than that of the acquisition keeps its clock.

        A series time after the scan is that of a series made later.
        """
        long_lived = self.half_life_s > SAME_EXAMINATION.total_seconds()
        apart = first - moment if name == SERIES_TIME else abs(first - moment)
        if long_lived or apart <= SAME_EXAMINATION:
            return moment
        there = datetime.combine(first.date(), moment.time())
        if not timedelta() <= first - there <= SAME_EXAMINATION:
            return moment
        self.warnings.append(
            f"The date of {name} ({moment:%Y-%m-%d}) cannot be right for an acquisition on "
            f"{first:%Y-%m-%d}; its clock time {moment:%H:%M:%S} is used."
        )
        return there

    # What frames imply

    def _mean_s(self, frame: FrameTimes) -> float | None:
        """From the start of a frame to its mean activity."""
        duration_ms = frame.duration_ms
        if duration_ms is None or not 0 < duration_ms < math.inf:
            return None
        return average_activity_time_s(duration_ms / 1000, self.half_life_s)

    def _implied(self, frame: FrameTimes, to_mean_s: float | None) -> datetime | None:
        """The reference `to_mean_s` before a frame's mean activity; None if that is not a START."""
        mean_s = self._mean_s(frame)
        if to_mean_s is None or mean_s is None or not math.isfinite(to_mean_s):
            return None
        return self._before(frame, to_mean_s - mean_s)

    @staticmethod
    def _before(frame: FrameTimes, offset_s: float) -> datetime | None:
        if not -ROUNDING_S <= offset_s < math.inf:
            return None  # a reference after the first count: the scanner counts differently
        try:
            return frame.acquired - timedelta(seconds=offset_s)
        except OverflowError:  # a time offset of millennia
            return None

    def _by_reference_time(self, frame: FrameTimes) -> datetime | None:
        """FrameReferenceTime counts from the reference to the frame's mean activity (C.8.9.4.1.5).

        GE counts to the start of the frame (*Standardizing SUV Computation*).
        """
        if frame.reference_ms is None:
            return None
        if self.by_ge:
            return self._before(frame, frame.reference_ms / 1000)
        return self._implied(frame, frame.reference_ms / 1000)

    def by_decay_factor(self) -> datetime | None:
        """DecayFactor goes from the reference to the frame's mean activity, at GE too."""
        for frame in self.frames:
            factor = frame.decay_factor
            if frame.acquired == self.first and factor is not None and 0 < factor < math.inf:
                return self._implied(frame, math.log2(factor) * self.half_life_s)
        return None

    def _by_reference_times(
        self, first: datetime, stated: Sequence[_Voice]
    ) -> "list[_Voice] | DecayReference":
        """What the frames say together: a voice, none, or that they contradict each other."""
        frames = [frame for frame in self.frames if frame.reference_ms is not None]
        reference_times = {frame.reference_ms for frame in frames}
        acquired = {frame.acquired for frame in frames}
        if len(reference_times) == 1 and len(acquired) > 1:
            return []  # the same number in frames of different times is a placeholder
        only_start = len(acquired) == 1 and len(reference_times) > 1
        if only_start:  # AcquisitionTime is the scan's: only its first frame began then
            frames = frames[:1]
        moments = [m for frame in frames if (m := self._by_reference_time(frame)) is not None]
        if not moments:
            return []
        note = "from acquisition and frame reference time; series time is after the scan"
        voice = _Voice(moments[0], "the first frame's times", "(0054,1300)", note)
        if only_start:
            return self._of_scan_start(voice, first, stated)
        low, high = min(moments), max(moments)
        apart = self.effect(low, high)
        if apart <= AGREE:
            return [voice]
        sentence = (
            "The slices' acquisition and frame reference times point to decay reference times "
            f"from {low:%H:%M:%S} to {high:%H:%M:%S}, {percent(apart)} apart in SUV"
        )
        if apart <= CONTRADICT:
            self.warnings.append(f"{sentence}.")
            return [voice]
        supported = [one for one in stated if self.effect(one.moment, first) <= AGREE]
        if not supported:
            supported = [
                one
                for one in stated
                if any(self.effect(one.moment, b.moment) <= AGREE for b in stated if b is not one)
            ]
        if supported:
            self.warnings.append(f"{sentence}; {supported[0].name} is used.")
            return []
        return DecayReference(None, "(0054,1300)", problem=f"{sentence}, so it is unknown.")

    def _of_scan_start(
        self, voice: _Voice, first: datetime, stated: Sequence[_Voice]
    ) -> "list[_Voice] | DecayReference":
        """All frames have one AcquisitionTime although FrameReferenceTime counts on."""
        same = self.effect(voice.moment, first) <= AGREE
        by_series = [one for one in stated if self.effect(one.moment, first) <= AGREE]
        if by_series and same:
            return []
        told = (
            "AcquisitionTime is the same in all slices although FrameReferenceTime counts on; it "
            "is taken as the start of the scan"
        )
        if by_series or same:
            self.warnings.append(f"{told}.")
            return [] if by_series else [voice]
        if stated:
            return [voice]
        return DecayReference(
            None,
            voice.tag,
            problem=f"AcquisitionTime {first:%H:%M:%S} is the same in all slices although "
            f"FrameReferenceTime counts on, which points to a decay reference time "
            f"{voice.moment:%H:%M:%S}: it is unknown which of them decay was corrected to.",
        )

    # Two of three

    def effect(self, one: datetime, other: datetime) -> float:
        """By how much of itself SUV changes if the second is right instead of the first."""
        return change_of_suv((one - other).total_seconds(), self.half_life_s)

    def _agreed(
        self, voices: Sequence[_Voice], first: datetime, witness: datetime | None
    ) -> DecayReference:
        """`witness` is what DecayFactor implies."""
        chosen = voices[0]
        others = voices[1:]
        followed = [v for v in voices if self._witnesses(v, voices, first, witness) >= 2]
        if any(self.effect(chosen.moment, other.moment) > CONTRADICT for other in others):
            if not followed or self.effect(followed[0].moment, followed[-1].moment) > CONTRADICT:
                return self._contradiction(voices)
            chosen = followed[0]
            for odd in voices:
                if self.effect(odd.moment, chosen.moment) > CONTRADICT:
                    self.warnings.append(
                        f"{_capital(str(odd))} is not used as the decay reference time: two other "
                        f"sources point to {chosen.moment:%H:%M:%S}, "
                        f"{percent(self.effect(odd.moment, chosen.moment))} apart in SUV."
                    )
        for other in voices:
            if AGREE < self.effect(chosen.moment, other.moment) <= CONTRADICT:
                self.warnings.append(
                    f"{_capital(str(chosen))} is taken as the decay reference time, but "
                    f"{other.name} point{'' if other.name.endswith('times') else 's'} to "
                    f"{other.moment:%H:%M:%S}."
                )
        supported = any(v is chosen for v in followed)
        if witness is not None and self.effect(witness, chosen.moment) > CONTRADICT:
            if not supported:
                of_factor = _Voice(witness, "DecayFactor", "(0054,1321)", "")
                return self._contradiction([*voices, of_factor])
            self.warnings.append(
                f"{_capital(str(chosen))} is taken as the decay reference time, but DecayFactor "
                f"points to {witness:%H:%M:%S}, "
                f"{percent(self.effect(witness, chosen.moment))} apart in SUV."
            )
        early = self.effect(chosen.moment, first)
        if not supported and early > CONTRADICT:
            minutes = (first - chosen.moment).total_seconds() / 60
            self.warnings.append(
                f"The decay reference time {chosen.moment:%H:%M:%S} rests on {chosen.name} alone, "
                f"{minutes:.0f} min before the first acquisition; if decay was corrected to the "
                f"acquisition, SUV is {percent(early)} higher."
            )
        return DecayReference(
            chosen.moment, chosen.tag, chosen.note, tuple(self.warnings), supported=supported
        )

    def _witnesses(
        self, voice: _Voice, voices: Sequence[_Voice], first: datetime, witness: datetime | None
    ) -> int:
        """How many sources agree on a voice's time, itself included."""
        agreeing = [v for v in voices if self.effect(v.moment, voice.moment) <= AGREE]
        count = len(agreeing)
        if witness is not None and self.effect(witness, voice.moment) <= AGREE:
            count += 1
        # What frames imply rests on the acquisition time, so that does not confirm it.
        stated = any(v.tag not in ("(0054,1300)", "(0054,1321)") for v in agreeing)
        return count + (stated and self.effect(first, voice.moment) <= AGREE)

    def _contradiction(self, voices: Sequence[_Voice]) -> DecayReference:
        apart = max(self.effect(a.moment, b.moment) for a in voices for b in voices)
        sayings = ", ".join(f"{voice} {voice.tag}" for voice in voices)
        return DecayReference(
            None,
            voices[0].tag,
            problem=f"the header contradicts itself about the time to which decay was corrected "
            f"({sayings}: {percent(apart)} apart in SUV), and no two sources agree.",
        )


def change_of_suv(apart_s: float, half_life_s: float) -> float:
    """By how much of itself SUV changes with a time that is so much earlier."""
    half_lives = abs(apart_s) / half_life_s
    return math.inf if half_lives > 60 else 2**half_lives - 1


def percent(share: float) -> str:
    return "far" if share > 10 else f"{share:.0%}" if share >= 0.1 else f"{share:.1%}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
