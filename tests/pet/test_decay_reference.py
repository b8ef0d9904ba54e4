"""To which time decay was corrected: every source, and what happens when they disagree."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.pet.decay import average_activity_time_s
from station.pet.decay_reference import DecayReference, decay_reference, times_of_series
from station.pet.study import FrameTimes, SuvFacts

F18_S = 6586.2
SCAN = datetime(2025, 1, 1, 11, 0)
LATER = SCAN + timedelta(days=1)
"""Series time of a series made after the scan"""
MEAN_S = average_activity_time_s(180.0, F18_S)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def frame(
    start: datetime = SCAN, reference: datetime | None = None, factor: float | None = None
) -> FrameTimes:
    """A frame of 3 min; `reference` is what its FrameReferenceTime implies."""
    since = None if reference is None else (start - reference).total_seconds() + MEAN_S
    return FrameTimes(start, since and since * 1000, 180_000.0, factor)


def facts(*frames: FrameTimes, series: datetime | None = LATER, **others: object) -> SuvFacts:
    return replace(SuvFacts(series_datetime=series, series_times=frames), **others)  # pyright: ignore[reportArgumentType]


def found(*frames: FrameTimes, **others: object) -> DecayReference:
    return decay_reference(facts(*frames, **others), F18_S)  # pyright: ignore[reportArgumentType]


def test_slices_are_the_series_where_no_other_files_are_known() -> None:
    own = SuvFacts(acquisition_datetimes=(LATER, None, SCAN), frame_durations_ms=(1.0, None, 2.0))
    assert times_of_series(own) == (
        FrameTimes(SCAN, None, 2.0),
        FrameTimes(LATER, None, 1.0),
    )


def test_the_stated_reference_of_an_enhanced_pet_needs_no_other() -> None:
    # medical-physics-usz/z-rad pull request 285: series time 90 s before it
    stated = found(frame(), series=SCAN - minutes(1.5), decay_correction_datetime=SCAN)
    assert (stated.moment, stated.tag, stated.warnings) == (SCAN, "(0018,9701)", ())


@given(order=st.permutations([0, 3, 6, 9]))
def test_the_order_of_slices_changes_nothing(order: list[int]) -> None:
    beds = [frame(SCAN + minutes(m), SCAN) for m in order]
    sliced = SuvFacts(
        series_datetime=LATER,
        acquisition_datetimes=tuple(bed.acquired for bed in beds),
        frame_reference_times_ms=tuple(bed.reference_ms for bed in beds),
        frame_durations_ms=tuple(bed.duration_ms for bed in beds),
    )
    moment = decay_reference(sliced, F18_S).moment
    assert moment is not None
    assert abs((moment - SCAN).total_seconds()) < 1e-3


def test_frame_times_of_zero_in_every_frame_say_nothing() -> None:
    # CPS headers, cornerstonejs/calculate-suv
    first = FrameTimes(SCAN, 0.0, 180_000.0)
    second = FrameTimes(SCAN + minutes(30), 0.0, 180_000.0)
    reference = found(first, second, manufacturer="CPS")
    assert reference.moment == SCAN
    assert "does not say to which time" in reference.warnings[0]


def test_one_acquisition_time_for_all_beds_is_the_start_of_the_scan() -> None:
    # Philips in cornerstonejs/calculate-suv; the whole-body scans of a GE Discovery ST
    beds = [
        FrameTimes(SCAN, (minutes(4.0 * bed).total_seconds() + MEAN_S) * 1000, 180_000.0)
        for bed in range(6)
    ]
    reference = found(*beds)
    assert reference.moment == pytest.approx(SCAN, abs=timedelta(seconds=0.01))  # pyright: ignore[reportUnknownMemberType]
    assert "is the same in all slices although FrameReferenceTime" in reference.warnings[0]
    assert found(*beds, series=SCAN).warnings == ()
    upper = found(*beds[3:], series=SCAN)
    assert upper.moment == SCAN
    assert "the start of the scan" in upper.warnings[0]
    lost = found(*beds[3:])
    assert lost.moment is None
    assert lost.problem is not None
    assert "10:48:00" in lost.problem


def test_slices_that_disagree_by_a_little_are_mentioned_and_by_much_refused() -> None:
    apart = [frame(SCAN, SCAN), frame(SCAN + minutes(3), SCAN - minutes(5))]
    assert "from 10:55:00 to 11:00:00, 3.2% apart" in found(*apart).warnings[0]
    far = [frame(SCAN, SCAN), frame(SCAN + minutes(3), SCAN - minutes(40))]
    reference = found(*far)
    assert reference.moment is None
    assert reference.problem is not None
    assert "29% apart in SUV, so it is unknown" in reference.problem
    with_series = found(*far, series=SCAN)
    assert with_series.moment == SCAN
    assert "series time is used" in with_series.warnings[0]


# Two of three


def test_ge_series_time_of_the_prescription_is_outvoted_by_scan_and_frame_time() -> None:
    # OHIF/Viewers issue 3805
    reference = found(
        FrameTimes(SCAN, 0.0, 180_000.0),
        series=SCAN - minutes(45),
        manufacturer="GE MEDICAL SYSTEMS",
        ge_scan_datetime=SCAN,
    )
    assert (reference.moment, reference.tag, reference.supported) == (SCAN, "(0009,100D)", True)
    assert "Series time 10:15:00 is not used" in reference.warnings[0]


def test_series_time_against_frame_time_alone_is_refused() -> None:
    reference = found(frame(SCAN, SCAN), series=SCAN - minutes(45))
    assert reference.moment is None
    assert reference.problem is not None
    assert "series time 10:15:00 (0008,0031), the first frame's times 11:00:00" in reference.problem


def test_the_decay_factor_is_a_witness() -> None:
    factor = 2 ** (MEAN_S / F18_S)
    reference = found(frame(SCAN, SCAN, factor), series=SCAN - minutes(45))
    assert reference.moment == pytest.approx(SCAN, abs=timedelta(seconds=0.01))  # pyright: ignore[reportUnknownMemberType]
    # A factor of 1 in a corrected image is a placeholder.
    assert found(frame(SCAN, SCAN, 1.0), series=SCAN - minutes(45)).moment is None


def factor_since(reference: datetime) -> float:
    """The DecayFactor of a frame at SCAN."""
    return 2 ** (((SCAN - reference).total_seconds() + MEAN_S) / F18_S)


def test_the_decay_factor_speaks_where_nothing_else_does() -> None:
    reference = found(frame(factor=factor_since(SCAN - minutes(5))))
    assert reference.moment is not None
    assert abs(reference.moment - (SCAN - minutes(5))) < timedelta(seconds=1)
    assert (reference.tag, reference.warnings) == ("(0054,1321)", ())
    assert not reference.supported


def test_a_decay_factor_against_the_only_source_is_refused() -> None:
    reference = found(frame(factor=factor_since(SCAN)), series=SCAN - minutes(50))
    assert reference.moment is None
    assert reference.problem is not None
    assert "series time 10:10:00 (0008,0031), DecayFactor 11:00:00 (0054,1321)" in reference.problem


def test_a_decay_factor_against_two_sources_that_agree_is_mentioned() -> None:
    reference = found(frame(SCAN, SCAN, factor_since(SCAN - minutes(60))), series=SCAN)
    assert (reference.moment, reference.supported) == (SCAN, True)
    assert "but DecayFactor points to 10:00:00, 46% apart in SUV" in reference.warnings[0]


def test_a_late_frame_reconstructed_alone_keeps_the_series_time_that_its_frame_confirms() -> None:
    # rordenlab/dcm2niix issue 983: 50 to 70 min of a list mode scan
    start = SCAN - minutes(50)
    reference = found(frame(SCAN, start), series=start)
    assert (reference.moment, reference.warnings, reference.supported) == (start, (), True)


def test_a_series_time_long_before_the_scan_that_nothing_confirms_is_doubted() -> None:
    reference = found(frame(), series=SCAN - minutes(50))
    assert reference.moment == SCAN - minutes(50)
    assert "rests on series time alone, 50 min before" in reference.warnings[0]
    assert not reference.supported


def test_the_reference_of_siemens_is_read() -> None:
    # medical-physics-usz/z-rad pull request 140
    reference = found(frame(), siemens_reference_datetime=SCAN - minutes(5))
    assert (reference.moment, reference.tag) == (SCAN - minutes(5), "(0071,1022)")


def test_a_date_shifted_otherwise_leaves_the_clock_of_the_series() -> None:
    reference = found(frame(), series=SCAN - timedelta(days=1000) - minutes(1))
    assert reference.moment == SCAN - minutes(1)
    assert "cannot be right for an acquisition on 2025-01-01" in reference.warnings[0]


@pytest.mark.parametrize("days", [-1000, 1000])
def test_a_private_date_that_was_not_shifted_leaves_its_clock(days: int) -> None:
    private = SCAN + timedelta(days=days) - minutes(1)
    reference = found(frame(), ge_scan_datetime=private, manufacturer="GE")
    assert reference.moment == SCAN - minutes(1)


def test_without_an_acquisition_time_there_is_no_reference() -> None:
    reference = found(series=SCAN)
    assert reference.moment is None
    assert reference.keyword == "AcquisitionTime"
