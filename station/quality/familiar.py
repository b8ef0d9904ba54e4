"""Whether an image is of the kind that grades were learned from.

Few quantities, all of what was scanned and of how its organs compare, none of how good the image
is: a poor image of a patient is graded, a good image of a phantom is not. What is measured is the
distance to the nearest training images (the local density of their joint quantities; D. O.
Loftsgaarden and C. P. Quesenberry, Ann. Math. Stat. 36 (1965) 1049), so that two kinds of images
that were both learned from do not make what is between them usual.
"""

from dataclasses import dataclass

import numpy as np

from station.quality.measures import kind, noise, sharpness, uptake
from station.quality.measures.quantity import Quantity
from station.quality.regression import Floats

QUANTITIES: tuple[Quantity, ...] = (
    kind.LIVER_ML,
    kind.LUNGS_ML,
    kind.LENGTH,
    kind.SECTION,
    kind.HOTTEST,
    uptake.MUSCLE_TO_LIVER,
    uptake.LUNG_TO_LIVER,
    uptake.BODY_TO_LIVER,
    uptake.BLOOD_TO_LIVER,
    uptake.SPLEEN_TO_LIVER,
    uptake.SKIN_TO_BODY,
    noise.GRAIN_ACROSS,
    noise.GRAIN_ALONG,
    sharpness.SKIN_WIDTH,
)
NEIGHBOURS = 5
"""The distance is to the fifth nearest training image: one odd image makes nothing usual"""
FURTHEST = 6.0
"""Scaled steps that one quantity adds at most; also what a missing one adds that every training
image has"""


@dataclass(frozen=True, eq=False)
class Familiar:
    """The training images among which an image is placed."""

    images: Floats
    """(images, quantities), scaled, less the median, in spreads; NaN: not measured"""
    median: Floats
    """(quantities,) of the scaled values"""
    spread: Floats
    """(quantities,): their standard deviation by quartiles"""

    def distance(self, scaled: Floats) -> Floats:
        """Root mean square difference from the fifth nearest training image, (n,), in spreads, of
        scaled quantities (n, quantities)."""
        placed = (scaled - self.median) / self.spread
        # Half as likely to be measured adds half as much where it is not.
        missing = FURTHEST * np.isfinite(self.images).mean(axis=0)
        found: list[float] = []
        for row in placed:
            apart: Floats = np.abs(self.images - row)
            neither = ~np.isfinite(self.images) & ~np.isfinite(row)
            apart = np.where(np.isfinite(apart), np.minimum(apart, FURTHEST), missing)
            apart = np.where(neither, 0.0, apart)
            away = np.sqrt((apart**2).mean(axis=1))
            found.append(float(np.partition(away, NEIGHBOURS - 1)[NEIGHBOURS - 1]))
        return np.array(found)


def familiar_of(scaled: Floats) -> Familiar:
    """Of the training images' scaled quantities (images, quantities)."""
    low, median, high = np.nanpercentile(scaled, (25, 50, 75), axis=0)
    spread = np.maximum((high - low) / 1.349, 1e-3)
    return Familiar((scaled - median) / spread, median, spread)


def left_out(familiar: Familiar) -> Floats:
    """Distance of each training image from the others, (images,)."""
    found: list[float] = []
    for number in range(len(familiar.images)):
        others = np.delete(familiar.images, number, axis=0)
        alone = Familiar(others, np.zeros_like(familiar.median), np.ones_like(familiar.spread))
        found += alone.distance(familiar.images[number][None]).tolist()
    return np.array(found)
