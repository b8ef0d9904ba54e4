"""Made-up rows of reader studies for tests of what is done with them."""

from collections.abc import Mapping

import numpy as np

from station.reading.analysis import ScoreRow, VoiKind, VoiRow
from station.reading.protocol import Arm

CRITERIA = {"tumor_delineation": (2.9, 4.1), "image_noise": (2.4, 3.9), "my own criterion": (3, 3)}
READERS = ("Dr. Ito", "Dr. Mori")
TISSUES = {"aortic_arch": (1.6, 1.7), "liver": (2.2, 2.1), "my own tissue": (0.6, 0.7)}


def study_scores(
    cases: int = 12,
    readers: tuple[str, ...] = READERS,
    criteria: Mapping[str, tuple[float, float]] = CRITERIA,
    repeats: int = 3,
    seed: int = 0,
) -> tuple[ScoreRow, ...]:
    """Every reader scores every image; of the first cases each image is shown twice."""
    chance = np.random.default_rng(seed)

    def score(mean: float) -> int:
        return int(np.clip(round(mean + chance.normal(0, 0.5)), 1, 5))

    return tuple(
        ScoreRow(reader, f"case {case}", arm, criterion, score(mean), repeat)
        for case in range(1, cases + 1)
        for criterion, means in criteria.items()
        for arm, mean in zip(Arm, means, strict=True)
        for reader in readers
        for repeat in ((0, 1) if case <= repeats else (0,))
    )


def study_vois(cases: int = 12, lesions: int = 2, seed: int = 0) -> tuple[VoiRow, ...]:
    """Every tissue and some lesions in both arms of every case."""
    chance = np.random.default_rng(seed)
    rows: list[VoiRow] = []
    for case in range(1, cases + 1):
        spots = [(site, VoiKind.REFERENCE, suvs) for site, suvs in TISSUES.items()]
        spots += [(f"lesion {n + 1}", VoiKind.LESION, (4.0, 6.0)) for n in range(lesions)]
        for site, kind, suvs in spots:
            patient = np.exp(chance.normal(0, 0.3))
            for arm, suv in zip(Arm, suvs, strict=True):
                value = float(suv * patient * np.exp(chance.normal(0, 0.05)))
                rows.append(
                    VoiRow(f"case {case}", arm, site, kind, value, value * 0.9, value * 0.6)
                )
    return tuple(rows)
