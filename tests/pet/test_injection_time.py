"""When the activity was injected: dates and clock times that are missing, shifted or wrong."""

from datetime import datetime, time, timedelta

import pytest

from station.pet.injection_time import InjectionTime, Scan, injection_time, on_scan_clock
from station.pet.study import UNDATED, Radiopharmaceutical

F18_S, GA68_S, SC44_S, ZR89_S = 6586.2, 4062.6, 14_292.0, 282_280.0
START = datetime(2025, 1, 1, 11, 0)


def found(
    stated: datetime | None = None,
    clock: time | None = None,
    half_life_s: float | None = F18_S,
    scan: Scan | None = None,
) -> InjectionTime:
    tracer = Radiopharmaceutical(start_datetime=stated, start_time=clock)
    injected = injection_time(tracer, half_life_s, scan or Scan(START, START))
    assert injected is not None
    return injected


def test_a_header_without_any_time_gives_none() -> None:
    assert injection_time(Radiopharmaceutical(), F18_S, Scan(START)) is None


@pytest.mark.parametrize("year", [1900, 2019, 2031])
def test_a_date_that_cannot_be_right_leaves_the_clock_and_a_caution(year: int) -> None:
    # medical-physics-usz/z-rad pull request 282: dates of de-identified data, shifted or replaced
    injected = found(datetime(year, 7, 14, 10, 0))
    assert injected.moment == datetime(2025, 1, 1, 10, 0)
    assert injected.by_clock
    assert f"({year}-07-14) cannot be right for a scan on 2025-01-01" in injected.warnings[0]
    assert "60 min before the scan" in injected.warnings[0]


def test_a_placeholder_for_date_and_time_leaves_the_start_time() -> None:
    injected = found(datetime(1900, 1, 1), time(10, 0))
    assert injected.moment == datetime(2025, 1, 1, 10, 0)


@pytest.mark.parametrize("clock", [time(10, 50), time(6, 30), time(11, 30)])
def test_a_wrong_date_with_an_implausible_clock_is_left_to_be_refused(clock: time) -> None:
    stated = datetime.combine(datetime(2019, 7, 14), clock)
    injected = found(stated)
    assert (injected.moment, injected.warnings) == (stated, ())


def test_two_plausible_clocks_on_a_wrong_date_are_refused() -> None:
    stated = datetime(2019, 7, 14, 10, 0)
    assert "contradicts itself" in (found(stated, time(9, 0)).problem or "")


@pytest.mark.parametrize(
    ("stated", "clock", "used"),
    [(time(10, 0), time(10, 50), "first"), (time(3, 0), time(10, 0), "second")],
)
def test_of_two_clock_times_the_one_with_a_plausible_uptake_is_used(
    stated: time, clock: time, used: str
) -> None:
    injected = found(datetime.combine(START, stated), clock)
    assert injected.moment == datetime(2025, 1, 1, 10, 0)
    assert f"only the {used} gives a plausible uptake" in injected.warnings[0]


def test_two_plausible_clock_times_far_apart_give_no_injection() -> None:
    injected = found(datetime(2025, 1, 1, 10, 0), time(9, 0))
    assert injected.moment is None
    assert injected.problem is not None
    assert "46% apart in SUV" in injected.problem
    zirconium = found(datetime(2025, 1, 1, 10, 0), time(9, 0), half_life_s=ZR89_S)
    assert zirconium.moment == datetime(2025, 1, 1, 10, 0)


@pytest.mark.parametrize("seconds", [-60, 0, 20])
def test_of_two_clock_times_a_dynamic_scan_starts_with_the_injection(seconds: int) -> None:
    stated = START + timedelta(seconds=seconds)
    assert found(stated, time(10, 0), scan=Scan(START, START, dynamic=True)).moment == stated
    swapped = found(datetime(2025, 1, 1, 10, 0), stated.time(), scan=Scan(START, dynamic=True))
    assert swapped.moment == stated


@pytest.mark.parametrize("after", [False, True])
def test_times_on_both_sides_of_midnight_are_close(after: bool) -> None:
    midnight = datetime(2025, 1, 2)
    stated = midnight + timedelta(seconds=20 if after else -20)
    clock = time(23, 59, 50) if after else time(0, 0, 10)
    scan = Scan(midnight + timedelta(hours=1))
    assert found(stated, clock, scan=scan) == InjectionTime(stated)


@pytest.mark.parametrize("half_life_s", [F18_S, ZR89_S])
def test_a_time_of_zeros_gives_way_to_the_other_attribute(half_life_s: float) -> None:
    day, ten = datetime(2025, 1, 1), time(10, 0)
    for stated, clock in ((day, ten), (datetime.combine(day, ten), time())):
        injected = found(stated, clock, half_life_s)
        assert (injected.moment, injected.warnings) == (datetime.combine(day, ten), ())


@pytest.mark.parametrize("stated", [None, datetime(2025, 1, 1)])
@pytest.mark.parametrize("hour", [0, 11])
def test_a_time_of_zeros_alone_is_no_injection(stated: datetime | None, hour: int) -> None:
    start = datetime(2025, 1, 1, hour)
    injected = found(stated, None if stated else time(), scan=Scan(start, start))
    assert injected.moment is None
    assert "00:00:00, which stands for a time that was removed" in (injected.problem or "")


def test_an_injection_at_midnight_is_believed_if_the_uptake_fits() -> None:
    start = datetime(2025, 1, 1, 1, 5)
    assert found(clock=time(), scan=Scan(start, start)).moment == datetime(2025, 1, 1)


def test_the_date_of_a_long_lived_nuclide_counts() -> None:
    stated = START - timedelta(days=6)
    assert found(stated, half_life_s=ZR89_S).moment == stated
    problem = found(clock=time(10, 0), half_life_s=ZR89_S).problem
    assert problem is not None
    assert "half-life of 78.4 h the time 10:00:00 alone does not" in problem


def test_six_half_lives_may_be_right_and_are_not_corrected_by_the_clock() -> None:
    stated = START - timedelta(hours=25)
    assert found(stated, half_life_s=SC44_S).moment == stated


@pytest.mark.parametrize(
    ("half_life_s", "minutes_after_midnight", "readable"),
    [(F18_S, 60, True), (F18_S, 239, True), (F18_S, 250, False), (GA68_S, 239, False)],
)
def test_an_evening_injection_is_believed_if_its_uptake_is_plausible(
    half_life_s: float, minutes_after_midnight: int, readable: bool
) -> None:
    scan = datetime(2025, 1, 1) + timedelta(minutes=minutes_after_midnight - 10)
    injected = found(clock=time(23, 50), half_life_s=half_life_s, scan=Scan(scan, scan))
    assert (injected.problem is None) is readable
    if readable:
        assert injected.moment == datetime(2024, 12, 31, 23, 50)


@pytest.mark.parametrize("half_life_s", [F18_S, SC44_S, GA68_S])
def test_an_injection_after_the_scan_has_two_readings(half_life_s: float) -> None:
    # OHIF/Viewers issue 3064
    problem = found(clock=time(11, 30), half_life_s=half_life_s).problem
    assert problem is not None
    assert "11:30:00 is 30 min after the scan" in problem
    assert "on the day before (23.5 h" in problem
    assert "one of the two clock times is wrong" in problem


# Dynamic scans


def test_a_dynamic_scan_begins_shortly_before_the_injection() -> None:
    # bids-standard/bids-specification pull request 633
    dynamic = Scan(START, START, dynamic=True)
    assert found(clock=time(11, 0, 20), scan=dynamic).moment == START + timedelta(seconds=20)
    stated = START + timedelta(seconds=20)
    assert found(stated, scan=dynamic).moment == stated
    assert found(clock=time(11, 15), scan=dynamic).problem is not None


def test_a_late_frame_may_be_corrected_to_a_start_before_the_injection_if_two_sources_say_so():
    late = START + timedelta(minutes=50)
    certain = Scan(START, late, reference_is_certain=True)
    assert found(clock=time(11, 0, 20), scan=certain).problem is None
    assert found(clock=time(11, 0, 20), scan=Scan(START, late)).problem is not None


# Scans without any date


def undated(hour: int, minute: int = 0) -> Scan:
    moment = datetime.combine(UNDATED, time(hour, minute))
    return Scan(moment, moment, dated=False)


def test_without_dates_the_clocks_decide_and_that_is_said() -> None:
    injected = found(clock=time(10, 0), scan=undated(11))
    assert injected.moment == datetime.combine(UNDATED, time(10, 0))
    assert injected.warnings == (
        (
            "The header has no date of the scan, so the clock times alone decide: injected at "
            "10:00:00, scanned at 11:00:00."
        ),
    )


def test_without_dates_the_clocks_are_compared_modulo_a_day() -> None:
    injected = found(clock=time(23, 30), scan=undated(0, 30))
    assert injected.moment == datetime.combine(UNDATED, time(23, 30)) - timedelta(days=1)


def test_without_a_date_of_the_scan_that_of_the_injection_says_nothing() -> None:
    injected = found(datetime(2024, 3, 1, 10, 0), scan=undated(11))
    assert injected.moment == datetime.combine(UNDATED, time(10, 0))


def test_without_dates_a_long_lived_nuclide_is_refused() -> None:
    problem = found(clock=time(10, 0), half_life_s=ZR89_S, scan=undated(11)).problem
    assert problem is not None
    assert "the scan has no date in any attribute" in problem


def test_a_typed_time_of_an_undated_scan_is_its_clock() -> None:
    typed = datetime(2024, 3, 1, 23, 30)
    assert on_scan_clock(typed, undated(0, 30)) == datetime.combine(
        UNDATED, time(23, 30)
    ) - timedelta(days=1)
    assert on_scan_clock(typed, Scan(START)) == typed
