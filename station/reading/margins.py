"""Non-inferiority and superiority of DL against the margin that the protocol states.

DL is not inferior where the whole one-sided interval of DL − conventional is above −margin, and
superior where it is above 0. The lower end of the two-sided 95 % interval is that of the one-sided
97.5 % interval (ICH E9, 5.5). Superiority may be claimed after non-inferiority without a
correction, since the tests are nested (EMA CPMP/EWP/482/99).
"""

from dataclasses import dataclass

from station.reading.multi_reader import Method, MultiReader, Sampled, one_sided_p

NO_BOUND = "There is no interval to compare with the margin."


@dataclass(frozen=True)
class MarginResult:
    margin: float
    """Points of the scale"""
    sampled: Sampled | None
    """What the interval takes as samples"""
    lower: float | None
    """End of the one-sided 97.5 % interval of DL − conventional"""
    p_non_inferior: float | None
    """One-sided, against an effect of −margin"""
    p_superior: float | None
    """One-sided, against 0"""
    method: Method | None = None
    note: str = ""

    @property
    def non_inferior(self) -> bool | None:
        return None if self.lower is None else self.lower > -self.margin

    @property
    def superior(self) -> bool | None:
        return None if self.lower is None else self.lower > 0


def against_margin(readers: MultiReader, margin: float) -> MarginResult:
    """From the test that is reported first."""
    test = readers.first
    if test is None or test.ci is None or readers.effect is None:
        return MarginResult(margin, None, None, None, None, note=NO_BOUND)
    against = (one_sided_p(readers, test, shift) for shift in (-margin, 0.0))
    return MarginResult(margin, test.sampled, test.ci[0], *against, method=test.method)
