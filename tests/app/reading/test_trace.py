"""What is recorded of how an image was looked at."""

from station.app.reading.trace import Trace
from station.app.state import Plane
from station.reading.readings import Extremes, SlicesSeen


class Seconds:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_extremes_have_the_time_at_each_and_a_drag_between_them_has_none():
    clock = Seconds()
    trace = Trace(clock)
    for at, window in ((0.0, 7.0), (3.0, 9.04), (3.0, 11.0), (3.0, 18.0), (8.0, 2.5), (8.5, 7.0)):
        clock.now = at
        trace.see(window, Plane.AXIAL, 4, 1.0)
    clock.now = 20.0
    assert trace.windows == Extremes(2.5, 0.5, 18.0, 5.0)
    assert trace.zooms == Extremes(1.0, 20.0, 1.0, 20.0)


def test_what_is_passed_in_no_time_is_an_extreme_too():
    clock = Seconds()
    trace = Trace(clock)
    trace.see(7.0, Plane.AXIAL, 1, 1.0)
    trace.see(20.0, Plane.AXIAL, 1, 3.0)
    trace.see(7.0, Plane.AXIAL, 1, 1.0)
    clock.now = 2.0
    assert trace.windows == Extremes(7.0, 2.0, 20.0, 0.0)
    assert trace.zooms == Extremes(1.0, 2.0, 3.0, 0.0)


def test_slices_are_kept_by_plane_as_ranges():
    trace = Trace(Seconds())
    for number in (5, 6, 7, 7, 6, 9, 4):
        trace.see(7.0, Plane.AXIAL, number, 1.0)
    trace.see(7.0, Plane.SAGITTAL, 30, 1.0)
    assert trace.slices == (
        SlicesSeen("axial", 4, 7),
        SlicesSeen("axial", 9, 9),
        SlicesSeen("sagittal", 30, 30),
    )


def test_the_next_image_begins_with_nothing():
    trace = Trace(Seconds())
    trace.see(7.0, Plane.AXIAL, 1, 1.0)
    trace.reset()
    assert trace.windows is None
    assert trace.zooms is None
    assert trace.slices == ()
