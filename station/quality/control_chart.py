"""Shewhart's chart of single values: the normal variation of a process, and where it has changed.

The standard deviation is taken from the moving range of two neighbouring values, its mean over d2 =
1.128, so that a slow drift does not widen the limits that should detect it. Centre and limits are
computed from the first `BASELINE` values and then fixed. Rules: W. A. Shewhart's 3 SD, and the run
rules of the Western Electric Statistical Quality Control Handbook (1956), each on one side of the
centre. Formulas: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2 and 6.3.2.2; D. C.
Montgomery, Introduction to Statistical Quality Control, which requires 20 to 25 values before
limits are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BASELINE = 20
D2 = 1.128
"""Mean range of two normally distributed values, in units of their SD"""

SOURCE = (
    f"Individuals chart (Shewhart): the mean of the first {BASELINE} images; SD = mean moving "
    "range of two / 1.128; limits at 2 and 3 SD, then kept (NIST/SEMATECH e-Handbook of "
    "Statistical Methods, 6.3.2.2). Marked: the Western Electric rules (1956)."
)

RULES = {
    1: "one value beyond 3 SD",
    2: "two of three values beyond 2 SD on one side",
    3: "four of five values beyond 1 SD on one side",
    4: "eight values in a row on one side of the mean",
}
"""The Western Electric rules by their number"""
_WINDOWS = {1: (1, 1, 3.0), 2: (2, 3, 2.0), 3: (4, 5, 1.0), 4: (8, 8, 0.0)}
"""By rule: at least m of n values beyond k SDs"""


@dataclass(frozen=True)
class ControlLimits:
    """The range of the values of a steady process."""

    mean: float
    sd: float

    def at(self, sds: float) -> float:
        """The line `sds` SDs above (negative: below) the mean."""
        return self.mean + sds * self.sd


def control_limits(values: Sequence[float]) -> ControlLimits | None:
    """From the first `BASELINE` values; None: there are fewer, and limits would be meaningless."""
    if len(values) < BASELINE:
        return None
    first = np.asarray(values[:BASELINE], dtype=np.float64)
    return ControlLimits(float(first.mean()), float(np.abs(np.diff(first)).mean()) / D2)


def broken_rules(values: Sequence[float], limits: ControlLimits) -> list[tuple[int, ...]]:
    """Which of `RULES` each value completes, by their numbers; empty if it is in control.

    A value completes a run rule only if it is on that side itself, so that the value that brings a
    process back is not flagged for those before it.
    """
    z = np.asarray(values, dtype=np.float64) - limits.mean
    # Without any spread every value that differs from the mean is beyond every limit.
    z = z / limits.sd if limits.sd > 0 else np.where(z == 0, 0.0, np.copysign(np.inf, z))
    broken: list[tuple[int, ...]] = []
    for at in range(len(z)):
        rules: list[int] = []
        for rule, (needed, of, sds) in _WINDOWS.items():
            window = z[max(0, at + 1 - of) : at + 1]
            for side in (1.0, -1.0):
                beyond = side * window > sds
                if beyond[-1] and int(beyond.sum()) >= needed:
                    rules.append(rule)
        broken.append(tuple(rules))
    return broken
