"""What is counted of inserts that were looked at in two arms, with intervals.

Inserts at one place of the organ share its noise, so what counts for an interval is places: that of
a share is Wilson's of as many as there are places, and all others draw places with replacement (the
project's one bootstrap, `station.reading.bootstrap`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan, sqrt

import numpy as np
from numpy.typing import NDArray

from station.pet.inserts.planting import Kind, Planted
from station.pet.inserts.seeing import Sight
from station.reading.bootstrap import NOTHING, TAILS, Summary, draw_counts, mean, sample

CONVENTIONAL, DENOISED = "conventional", "denoised"
ARMS = (CONVENTIONAL, DENOISED)

Z_95 = 1.959964
KEPT = 0.9
"""Share of inserts from which an arm keeps a kind"""


@dataclass(frozen=True)
class Looked:
    """One insert, as both arms show its place."""

    planted: Planted
    image: int
    """Number of the image that it was put into, from 0"""
    with_it: Mapping[str, Sight]
    """By arm"""
    without: Mapping[str, Sight]
    """At the same place before it was put in"""


@dataclass(frozen=True)
class Share:
    """Of so many, with its 95 % interval (Wilson)."""

    count: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.count / self.of if self.of else nan


@dataclass(frozen=True)
class ArmFigures:
    """One arm on the inserts of one kind."""

    seen: Share
    seen_where_nothing_is: Share
    """At the same places of the image without inserts"""
    recovery: Summary
    """Contrast that is left inside the sphere, as part of what was put in"""
    highest: Summary
    """The same of the hottest voxel"""
    detectability: Summary
    """d′ of the matched filter"""


@dataclass(frozen=True)
class KindFigures:
    kind: Kind
    n: int
    places: int
    background: float
    """Mean uptake of the places, in the image's unit"""
    arms: Mapping[str, ArmFigures]
    lost: int
    """Seen in the conventional image alone"""
    gained: int
    """Seen in the denoised image alone"""
    difference: Summary
    """Share seen in the denoised image less that in the conventional one"""

    @property
    def verdict(self) -> str:
        """ "keeps more", "keeps fewer" or "no difference shown"."""
        if self.difference.low > 0:
            return "keeps more"
        return "keeps fewer" if self.difference.high < 0 else "no difference shown"


@dataclass(frozen=True)
class SiteFoci:
    """Foci in the image without inserts, of both arms."""

    site: str
    litres: float
    """That were looked through"""
    foci: Mapping[str, int]
    alone: Mapping[str, int]
    """Without one in the other arm within MATCH_MM"""


def wilson(count: int, of: int, effective: float) -> Share:
    """A share with E. B. Wilson's interval (J. Am. Stat. Assoc. 22 (1927) 209) as of `effective`
    independent ones."""
    if not of:
        return Share(0, 0, nan, nan)
    share, n = count / of, max(effective, 1.0)
    centre = (share + Z_95**2 / (2 * n)) / (1 + Z_95**2 / n)
    half = Z_95 / (1 + Z_95**2 / n) * sqrt(share * (1 - share) / n + Z_95**2 / (4 * n**2))
    return Share(count, of, max(0.0, centre - half), min(1.0, centre + half))


def figures_of(looked: Sequence[Looked]) -> tuple[KindFigures, ...]:
    """The figures of every kind, in the order of the kinds."""
    kinds = dict.fromkeys(one.planted.insert.kind for one in looked)
    order = sorted(kinds, key=lambda kind: (kind.contrast, kind.diameter_mm))
    by_site = sorted(
        order, key=lambda kind: list(dict.fromkeys(k.site for k in kinds)).index(kind.site)
    )
    return tuple(
        _of_kind(kind, [one for one in looked if one.planted.insert.kind == kind])
        for kind in by_site
    )


def _of_kind(kind: Kind, looked: Sequence[Looked]) -> KindFigures:
    places = [one.planted.insert.place for one in looked]
    distinct = len(set(places))
    seen = {arm: np.array([one.with_it[arm].seen for one in looked]) for arm in ARMS}
    difference = seen[DENOISED].astype(np.float64) - seen[CONVENTIONAL]
    arms = {
        arm: ArmFigures(
            wilson(int(seen[arm].sum()), len(looked), distinct),
            wilson(sum(one.without[arm].seen for one in looked), len(looked), distinct),
            mean(sample(zip(map(_recovery(arm), looked), places, strict=True))),
            mean(sample(zip(map(_highest(arm), looked), places, strict=True))),
            _detectability(looked, arm, places),
        )
        for arm in ARMS
    }
    return KindFigures(
        kind,
        len(looked),
        distinct,
        float(np.mean([one.planted.background for one in looked])),
        arms,
        int((seen[CONVENTIONAL] & ~seen[DENOISED]).sum()),
        int((seen[DENOISED] & ~seen[CONVENTIONAL]).sum()),
        mean(sample(zip(difference.tolist(), places, strict=True))),
    )


def _recovery(arm: str) -> Callable[[Looked], float]:
    return lambda one: (one.with_it[arm].mean - one.without[arm].mean) / one.planted.added


def _highest(arm: str) -> Callable[[Looked], float]:
    return lambda one: (one.with_it[arm].highest - one.planted.background) / one.planted.added


def _detectability(looked: Sequence[Looked], arm: str, places: Sequence[str]) -> Summary:
    """d′ = difference of the means over the root of the mean variance, with and without inserts."""
    yes = np.array([one.with_it[arm].match for one in looked])
    no = np.array([one.without[arm].match for one in looked])
    if len(looked) < 3 or not (np.isfinite(yes).all() and np.isfinite(no).all()):
        return NOTHING
    weights = draw_counts(places).weights(places)
    with np.errstate(divide="ignore", invalid="ignore"):
        replicates = _index(yes, no, weights)
    value = float(_index(yes, no, np.ones((1, len(yes))))[0])
    known = replicates[np.isfinite(replicates)]
    if not isfinite(value) or not len(known):
        return NOTHING
    low, high = np.quantile(known, TAILS).tolist()
    return Summary(value, low, high, len(looked), len(set(places)))


def _index(
    yes: NDArray[np.float64], no: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    total = weights.sum(axis=1)
    means = [weights @ values / total for values in (yes, no)]
    squares = [
        weights @ values**2 / total - middle**2
        for values, middle in zip((yes, no), means, strict=True)
    ]
    return (means[0] - means[1]) / np.sqrt(np.maximum((squares[0] + squares[1]) / 2, 1e-30))
