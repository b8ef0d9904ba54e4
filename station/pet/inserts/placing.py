"""Where inserts go: inside an organ, apart from each other, and spread over all of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.inserts.planting import Insert, Kind
from station.pet.volume import FloatArray

EDGE_MM = 8.0
"""Between an insert and the edge of its organ, which is known to a cell of 8 mm"""
GAP_MM = 16.0
"""Between the edges of two inserts in one image: what is put in stays separate after any filter
that is used, and a network's answer to one hardly depends on the other"""
PLACE_MM = 24.0
"""Inserts in one cube of this edge share the noise of their place"""
JITTER_MM = 2.0
"""About a point of the room, whose points are 4 mm apart"""
STREAM = 15
"""Of the random numbers: others than those of another use of the same seed"""
A_PLACE = 2
"""Inserts of one kind at most, for each place, on average: they differ in where between the voxels
they are, not in noise"""
FEWEST_PLACES = 5
"""An organ with room at fewer places tells nothing"""
WINDOW_MM = 96.0
"""Inserts of one organ and one image are within this height: less of the image is computed"""
TRIES = 80
"""Places that are tried in vain before an image counts as full"""
VAIN_IMAGES = 40
"""Images in a row that nothing fits into before an organ counts as too small"""


@dataclass(frozen=True, eq=False)
class Room:
    """Where in one organ inserts may be."""

    site: str
    points_mm: FloatArray
    """Possible centres, LPS (n, 3)"""
    depth_mm: FloatArray
    """Of each, to the organ's edge (n,)"""

    def fits(self, diameter_mm: float) -> NDArray[np.intp]:
        """The points about which a whole insert is in the organ."""
        return np.flatnonzero(self.depth_mm >= diameter_mm / 2 + EDGE_MM)


def drawn(
    rooms: Sequence[Room], kinds: Sequence[Kind], n: int, seed: int
) -> tuple[tuple[Insert, ...], ...]:
    """`n` inserts of every kind in the room of its site, as the images that they are to be put
    into: apart from each other there, and each kind at as many places as there are.

    Raises StationError where an organ has no room for them.
    """
    rng = np.random.default_rng([seed, STREAM])
    fillings = [
        _Filling(room, [kind for kind in kinds if kind.site == room.site], n, rng) for room in rooms
    ]
    images: list[tuple[Insert, ...]] = []
    vain = 0
    while any(filling.pending for filling in fillings):
        image: list[Insert] = []
        for filling in fillings:
            filling.fill(image)
        vain = 0 if image else vain + 1
        if vain == VAIN_IMAGES:
            kind, places = next(one.stuck for one in fillings if one.pending)
            raise StationError(_no_room(kind, places, n))
        if image:
            images.append(tuple(image))
    return tuple(images)


class _Filling:
    """Inserts of one site that are still to be placed."""

    def __init__(self, room: Room, kinds: Sequence[Kind], n: int, rng: np.random.Generator) -> None:
        self._room, self._rng = room, rng
        cells = np.floor(room.points_mm / PLACE_MM).astype(int).tolist()
        self._place: list[str] = [f"{room.site} {x} {y} {z}" for x, y, z in cells]
        self._fits = {kind.diameter_mm: room.fits(kind.diameter_mm) for kind in kinds}
        self._places = {
            diameter: len({self._place[int(point)] for point in points})
            for diameter, points in self._fits.items()
        }
        self._left = dict.fromkeys(kinds, n)
        self._used: Counter[tuple[Kind, str]] = Counter()
        for kind in kinds:
            places = self._places[kind.diameter_mm]
            if places < FEWEST_PLACES or n > A_PLACE * places:
                raise StationError(_no_room(kind, places, n))
        self._n = n

    @property
    def pending(self) -> list[Kind]:
        return [kind for kind, left in self._left.items() if left]

    @property
    def stuck(self) -> tuple[Kind, int]:
        """(a kind that is still to be placed, places with room for it)."""
        kind = self.pending[0]
        return kind, self._places[kind.diameter_mm]

    def fill(self, image: list[Insert]) -> None:
        """Add inserts to an image until it is full, at one height of the organ."""
        if not self.pending:
            return
        largest = self._fits[max(kind.diameter_mm for kind in self.pending)]
        heights = self._room.points_mm[:, 2]
        middle = heights[largest[self._rng.integers(len(largest))]]
        near = {
            diameter: points[np.abs(heights[points] - middle) <= WINDOW_MM / 2]
            for diameter, points in self._fits.items()
        }
        tries = 0
        while self.pending and tries < TRIES:
            # Those of which most are left first, the large ones before the small: they need room.
            kind = max(self.pending, key=lambda kind: (self._left[kind], kind.diameter_mm))
            points = near[kind.diameter_mm]
            insert = self._drawn(kind, points) if len(points) else None
            if insert is None or not all(apart(insert, other) for other in image):
                tries += 1
                continue
            image.append(insert)
            self._left[kind] -= 1
            self._used[kind, insert.place] += 1

    def _drawn(self, kind: Kind, points: NDArray[np.intp]) -> Insert | None:
        """An insert at one of the points; None where there are enough of its kind."""
        point = int(points[self._rng.integers(len(points))])
        place = self._place[point]
        done = self._n - self._left[kind]
        # A second one at a place only when half of all places have one.
        if self._used[kind, place] > 2 * done // self._places[kind.diameter_mm]:
            return None
        jitter = self._rng.uniform(-JITTER_MM, JITTER_MM, 3)
        x, y, z = (self._room.points_mm[point] + jitter).tolist()
        return Insert(kind, (x, y, z), place)


def _no_room(kind: Kind, places: int, n: int) -> str:
    of_kind = f"inserts of {kind.diameter_mm:g} mm"
    if places < FEWEST_PLACES:
        return (
            f"The {SITE_WORDS[kind.site]} in this image has room for {of_kind} at {places} places; "
            f"at least {FEWEST_PLACES} are needed. Leave this size or this site out."
        )
    return (
        f"The {SITE_WORDS[kind.site]} in this image has room for {of_kind} at {places} places, too "
        f"few for {n} of them. Ask for fewer (at most {A_PLACE * places}), or leave this size out."
    )


SITE_WORDS: Mapping[str, str] = {
    "liver": "liver",
    "lung": "lung",
    "node": "soft tissue",
}
"""Every site, as it is named in a sentence"""


def apart(one: Insert, other: Insert) -> bool:
    """Whether two inserts may be in one image."""
    least = one.kind.radius_mm + other.kind.radius_mm + GAP_MM
    return float(np.linalg.norm(np.subtract(one.centre_mm, other.centre_mm))) >= least
