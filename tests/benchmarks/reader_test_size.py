"""How often the tests of a reader study find a difference, where there is none and where there is.

    python -m tests.benchmarks.reader_test_size

1,000 studies of 50 cases with 2 and with 4 readers; each reader sees the arms differently (reader ×
arm, SD 0.3), and so does each case. Scores are 1 to 5. The test of readers and cases as samples has
to reject 4 to 7 % of the studies without an effect. Next to it, of the same studies: the paired
t-test of the means over readers that the published tables use, and Hillis' degrees of freedom.
"""

import numpy as np

from station.reading.multi_reader import (
    both_sampled_p,
    fixed_readers_p,
    hillis_p,
    spread_and_covariance,
)
from station.reading.planning import Assumptions, differences_of, effects_of
from tests.benchmarks.timing import argument_parser, sized

STUDIES = sized(1000, 20)
CASES = 50
EFFECTS = (0.0, 0.25, 0.5)
"""Points"""
LEVEL = 0.05
SEED = 16


def main() -> None:
    argument_parser(__doc__).parse_args()
    print("readers  effect  both sampled  Hillis  paired t of the means")
    for readers in (2, 4):
        for effect in EFFECTS:
            shares = rejected(Assumptions(effect=effect, reader_arm_sd=0.3), readers)
            print(
                f"{readers:7d}  {effect:6.2f}  " + "  ".join(f"{share:10.1%}" for share in shares)
            )


def rejected(assumed: Assumptions, readers: int) -> tuple[float, float, float]:
    """Fractions of the studies in which each test finds a difference."""
    chance = np.random.default_rng(SEED)
    effects, covariances = effects_of(differences_of(assumed, readers, CASES, STUDIES, chance))
    spread, common = spread_and_covariance(effects, covariances)
    mean = effects.mean(axis=1)
    every = (
        both_sampled_p(effects, covariances, CASES),
        hillis_p(mean, spread, common, readers),
        fixed_readers_p(mean, covariances, CASES),
    )
    both, hillis, paired = (float((p < LEVEL).mean()) for p in every)
    return both, hillis, paired


if __name__ == "__main__":
    main()
