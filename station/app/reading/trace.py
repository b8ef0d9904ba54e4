"""How an image was looked at, not only how it was left: extremes, time at each, slices seen."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby

from station.app.state import Plane
from station.reading.readings import Extremes, SlicesSeen

WINDOW_DECIMALS, ZOOM_DECIMALS = 1, 2
"""A drag passes many bounds; what is closer than a tenth of an SUV is one"""


class Trace:
    """Follows window, slice and zoom while `seconds` counts; `reset` for the next image."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self.reset()

    def reset(self) -> None:
        self._windows: defaultdict[float, float] = defaultdict(float)
        self._zooms: defaultdict[float, float] = defaultdict(float)
        self._slices: defaultdict[Plane, set[int]] = defaultdict(set)
        self._now: tuple[float, float] | None = None
        self._since = 0.0

    def see(self, window_suv: float, plane: Plane, slice_number: int, zoom: float) -> None:
        """What is on the screen from now on. `slice_number` from 1; `zoom` 1 fits the body."""
        self._count()
        self._now = round(window_suv, WINDOW_DECIMALS), round(zoom, ZOOM_DECIMALS)
        self._count()
        self._slices[plane].add(slice_number)

    @property
    def windows(self) -> Extremes | None:
        """Of the upper bound in SUV; None: nothing was seen."""
        self._count()
        return _extremes(self._windows)

    @property
    def zooms(self) -> Extremes | None:
        self._count()
        return _extremes(self._zooms)

    @property
    def slices(self) -> tuple[SlicesSeen, ...]:
        return tuple(
            SlicesSeen(plane.value, first, last)
            for plane in Plane
            for first, last in _ranges(self._slices.get(plane, ()))
        )

    def _count(self) -> None:
        """The time since the last call belongs to what was shown."""
        seconds = self._seconds()
        if self._now is not None:
            window, zoom = self._now
            self._windows[window] += seconds - self._since
            self._zooms[zoom] += seconds - self._since
        self._since = seconds


def _extremes(seconds: dict[float, float]) -> Extremes | None:
    if not seconds:
        return None
    low, high = min(seconds), max(seconds)
    return Extremes(low, round(seconds[low], 3), high, round(seconds[high], 3))


def _ranges(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """1, 2, 3, 7 → (1, 3), (7, 7)."""
    ordered = sorted(numbers)
    runs = groupby(enumerate(ordered), key=lambda place: place[1] - place[0])
    together = ([number for _, number in run] for _, run in runs)
    return [(run[0], run[-1]) for run in together]
