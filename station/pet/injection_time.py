"""When the activity was injected, from a date and a clock time that may each be missing or wrong.

| the header has | the injection is |
| --- | --- |
| RadiopharmaceuticalStartDateTime (0018,1078) | that, if it fits the scan |
| the same, on a date that cannot be right: more than 10 half-lives before the scan, or after it | \
its clock time or RadiopharmaceuticalStartTime, if exactly one of them gives a plausible uptake |
| RadiopharmaceuticalStartTime (0018,1072) alone | on the day of the scan, or the evening before a \
scan after midnight |
| the same, and the scan has no date | at the clock time before the scan |
| both, with clock times that change SUV by more than a tenth | the only one of them that gives a \
plausible uptake; of a dynamic scan, that gives the start of the scan |
| 00:00:00 | at the time of the other attribute: de-identification leaves it where a time was; \
without another, at midnight if that gives a plausible uptake |

Plausible is an uptake of 20 to 240 min of F-18, and in proportion for other half-lives. The clock
decides only for half-lives under 12 h; longer-lived nuclides are scanned days later. A dynamic scan
starts up to 10 min before the injection. What then has two readings, such as an injection half an
hour after the scan (yesterday, or a wrong clock), has none.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from station.pet.decay import F18_HALF_LIFE_S
from station.pet.decay_reference import CONTRADICT, change_of_suv, percent
from station.pet.study import Radiopharmaceutical

UNDATED_HALF_LIFE_S = 12 * 3600.0
"""Scans of longer-lived nuclides may follow the injection by days: a time needs its date."""
MOST_HALF_LIVES = 10.0
"""After more than this 1/1024 of the dose is left: the times do not belong to one examination."""
START_TIME_TOLERANCE_S = 60.0
"""Two attributes that give the injection agree within this."""
INTO_THE_SCAN = timedelta(minutes=10)
"""A dynamic scan starts at most this long before the injection."""
PLAUSIBLE_UPTAKE_MIN = (20.0, 240.0)
"""Of F-18, from the injection to the scan"""
DAY = timedelta(days=1)
NO_TIME = time()
"""00:00:00, which de-identification writes where it removed a time"""


@dataclass(frozen=True)
class Scan:
    """When the image was taken, as far as the injection is concerned."""

    start: datetime | None
    """The earlier of first acquisition and decay reference time"""
    first_acquisition: datetime | None = None
    dated: bool = True
    """False if only the clock time of the scan is known"""
    dynamic: bool = False
    reference_is_certain: bool = False
    """Whether two sources agree on the decay reference time"""

    def may_follow(self, injection: datetime) -> bool:
        """Whether the scan may follow this injection, or have begun shortly before it."""
        if self.start is None or injection <= self.start:
            return True
        already_injected = (
            self.reference_is_certain
            and self.first_acquisition is not None
            and injection <= self.first_acquisition
        )
        return injection - self.start <= INTO_THE_SCAN and (self.dynamic or already_injected)


@dataclass(frozen=True)
class InjectionTime:
    """The injection as far as the header gives it, and how it was found."""

    moment: datetime | None
    by_clock: bool = False
    """Whether its date was derived from that of the scan"""
    note: str = ""
    warnings: tuple[str, ...] = ()
    problem: str | None = None
    """Why it cannot be used, without what to do"""


def injection_time(
    tracer: Radiopharmaceutical, half_life_s: float | None, scan: Scan
) -> InjectionTime | None:
    """The injection of a header; None if the header gives neither date nor time."""
    half_life_s = half_life_s if half_life_s is not None and half_life_s > 0 else None
    stated, clock = tracer.start_datetime, tracer.start_time
    if stated is not None and clock is not None and NO_TIME in (clock, stated.time()):
        if stated.time() == NO_TIME:
            stated = datetime.combine(stated.date(), clock)
        clock = stated.time()
    if stated is not None and scan.dated:
        return _stated(stated, clock, half_life_s, scan)
    clock = clock if stated is None or clock is not None else stated.time()
    return None if clock is None else _by_clock(clock, half_life_s, scan)


def on_scan_clock(moment: datetime, scan: Scan) -> datetime:
    """A typed time for a scan without any date: its clock time before the scan."""
    if scan.dated or scan.start is None:
        return moment
    there = datetime.combine(scan.start.date(), moment.time())
    return there if scan.may_follow(there) else there - DAY


def _stated(
    stated: datetime, clock: time | None, half_life_s: float | None, scan: Scan
) -> InjectionTime:
    as_stated = InjectionTime(stated)
    if clock is not None and clock != stated.time():
        as_stated = _of_two_clocks(stated, clock, half_life_s, scan)
    if scan.start is None or half_life_s is None or half_life_s > UNDATED_HALF_LIFE_S:
        return as_stated
    half_lives = (scan.start - stated).total_seconds() / half_life_s
    if scan.may_follow(stated) and half_lives <= MOST_HALF_LIVES:
        return _unless_a_placeholder(as_stated, half_life_s, scan)
    clocks = {stated.time()} if clock is None else {stated.time(), clock}
    plausible = {
        moment
        for each in clocks
        for day in (scan.start.date(), _day_before(scan.start))
        if day is not None
        and _is_plausible(moment := datetime.combine(day, each), half_life_s, scan.start)
    }
    if len(plausible) != 1:
        return as_stated  # refused where it is used, as after or too long before the scan
    (moment,) = plausible
    minutes = (scan.start - moment).total_seconds() / 60
    caution = (
        f"The date of the injection ({stated:%Y-%m-%d}) cannot be right for a scan on "
        f"{scan.start:%Y-%m-%d}, so the clock times alone decide: injected at {moment:%H:%M:%S}, "
        f"{minutes:.0f} min before the scan."
    )
    return InjectionTime(moment, True, "by its clock time, on the date of the scan", (caution,))


def _of_two_clocks(
    stated: datetime, clock: time, half_life_s: float | None, scan: Scan
) -> InjectionTime:
    """The two attributes give different clock times on the day of the first."""
    other = datetime.combine(stated.date(), clock)
    apart_s = abs((stated - other).total_seconds())
    apart_s = min(apart_s, DAY.total_seconds() - apart_s)
    if apart_s <= START_TIME_TOLERANCE_S:
        return InjectionTime(stated)
    sentence = (
        f"RadiopharmaceuticalStartDateTime gives the injection as {stated:%H:%M:%S}, "
        f"RadiopharmaceuticalStartTime as {clock:%H:%M:%S}"
    )
    effect = 0.0 if half_life_s is None else change_of_suv(apart_s, half_life_s)
    if half_life_s is None or scan.start is None or effect <= CONTRADICT:
        return InjectionTime(stated, warnings=(f"{sentence}; the first is used.",))
    plausible = [m for m in (stated, other) if _is_plausible(m, half_life_s, scan.start)]
    with_the_scan = [m for m in (stated, other) if abs(m - scan.start) <= INTO_THE_SCAN]
    if scan.dynamic and len(with_the_scan) == 1:
        plausible = with_the_scan
    if len(plausible) == 1:
        which = "first" if plausible[0] == stated else "second"
        caution = f"{sentence}; only the {which} gives a plausible uptake, and is used."
        return InjectionTime(plausible[0], warnings=(caution,))
    return InjectionTime(
        None,
        problem=f"the header contradicts itself about the injection: {sentence}, "
        f"{percent(effect)} apart in SUV.",
    )


def _unless_a_placeholder(
    injected: InjectionTime, half_life_s: float | None, scan: Scan
) -> InjectionTime:
    """Midnight is no time of an injection, unless an uptake fits it."""
    moment = injected.moment
    if moment is None or scan.start is None or moment.time() != NO_TIME:
        return injected
    if _is_plausible(moment, half_life_s or F18_HALF_LIFE_S, scan.start):
        return injected
    return InjectionTime(
        None,
        problem="the injection is written as 00:00:00, which stands for a time that was removed: "
        f"the scan began at {scan.start:%H:%M:%S}.",
    )


def _by_clock(clock: time, half_life_s: float | None, scan: Scan) -> InjectionTime:
    if half_life_s is not None and half_life_s > UNDATED_HALF_LIFE_S:
        lost = (
            "RadiopharmaceuticalStartDateTime is missing"
            if scan.dated
            else "the scan has no date in any attribute"
        )
        return InjectionTime(
            None,
            problem=f"{lost}, and with a half-life of {half_life_s / 3600:.1f} h the time "
            f"{clock:%H:%M:%S} alone does not give the day of the injection.",
        )
    if scan.start is None:
        return InjectionTime(
            None,
            problem="the injection has a time but no date, because the scan has neither an "
            "acquisition nor a series time.",
        )
    moment = datetime.combine(scan.start.date(), clock)
    if not scan.may_follow(moment):
        return _after_the_scan(moment, half_life_s, scan)
    after = (moment - scan.start).total_seconds()
    note = f"{after:.0f} s after the scan began" if after > 0 else "on the day of the scan"
    return _unless_a_placeholder(_dated_by_clock(moment, note, scan), half_life_s, scan)


def _after_the_scan(moment: datetime, half_life_s: float | None, scan: Scan) -> InjectionTime:
    """A clock time after the scan: of the day before if only that is plausible, else nothing."""
    assert scan.start is not None
    uptake = scan.start - moment + DAY
    day_before = _day_before(scan.start)
    if day_before is not None and uptake <= _longest_uptake(half_life_s):
        return _dated_by_clock(moment - DAY, "on the day before the scan", scan)
    hours = uptake.total_seconds() / 3600
    half_lives = "" if half_life_s is None else f", {hours * 3600 / half_life_s:.1f} half-lives"
    return InjectionTime(
        moment,
        True,
        "the injection is after the scan",
        problem=f"the injection at {moment:%H:%M:%S} is {_span(moment - scan.start)} after the "
        f"scan ({scan.start:%H:%M:%S}). Either it was on the day before ({hours:.1f} h{half_lives} "
        "before the scan), or one of the two clock times is wrong.",
    )


def _dated_by_clock(moment: datetime, where: str, scan: Scan) -> InjectionTime:
    warnings: tuple[str, ...] = ()
    if not scan.dated and scan.start is not None:
        caution = (
            "The header has no date of the scan, so the clock times alone decide: injected at "
            f"{moment:%H:%M:%S}, scanned at {scan.start:%H:%M:%S}."
        )
        warnings = (caution,)
    return InjectionTime(moment, True, f"time from the header, {where}", warnings)


def _is_plausible(moment: datetime, half_life_s: float, scan: datetime) -> bool:
    low, _ = PLAUSIBLE_UPTAKE_MIN
    shortest = timedelta(minutes=low * min(half_life_s / F18_HALF_LIFE_S, 1.0))
    return shortest <= scan - moment <= _longest_uptake(half_life_s)


def _longest_uptake(half_life_s: float | None) -> timedelta:
    """Of a patient scanned on the day of the injection."""
    share = 1.0 if half_life_s is None else min(half_life_s / F18_HALF_LIFE_S, 1.5)
    return timedelta(minutes=PLAUSIBLE_UPTAKE_MIN[1] * share)


def _day_before(moment: datetime) -> date | None:
    return None if moment.date() == date.min else moment.date() - DAY


def _span(apart: timedelta) -> str:
    minutes = apart.total_seconds() / 60
    return f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60:.1f} h"
