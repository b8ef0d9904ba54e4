"""What a quantity of an image is: its name, its unit, and which way it is worse."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log

Values = Mapping["Quantity", float]
"""What was measured; NaN where the organ is not in view or there is no CT"""


class Worse(StrEnum):
    """Which way from the usual value an image is worse."""

    HIGHER = "higher"
    LOWER = "lower"
    EITHER = "either"


class Subject(StrEnum):
    """What a quantity is about, in the word that a reader is shown."""

    NOISE = "noise"
    SHARPNESS = "sharpness"
    MISFIT = "PET and CT do not fit"
    ARTEFACTS = "streaks, rings and bands"
    MOTION = "motion"
    UPTAKE = "uptake"
    SPOTS = "hot spots that are no organ"
    KIND = "what was scanned"


@dataclass(frozen=True)
class Quantity:
    """One number that is measured in every image."""

    name: str
    unit: str
    """"" for a ratio"""
    subject: Subject
    worse: Worse
    least: float | None = None
    """Equal ratios are equal steps, down to this value; None: equal differences are"""

    from_ct: bool = False
    """Whether it needs a CT"""

    def scaled(self, value: float) -> float:
        """The value on the scale on which steps are equal."""
        return value if self.least is None else log(max(value, self.least))
