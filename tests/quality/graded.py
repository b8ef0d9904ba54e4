"""Predictions of graders that do not exist, of patients that were never simulated."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from station.lab.grader.cross_validation import FoldPrediction
from station.lab.grader.figures import Prediction
from station.lab.grader.rival import Features
from station.quality.cases import CaseFacts
from station.quality.tasks import TASKS, Split


def facts(seed: int, label: int, **values: Any) -> CaseFacts:
    given: dict[str, Any] = {
        "true_grade": label,
        "quality": float(label),
        "rater_grades": (label, label),
        "severities": {},
        "spoiled": {},
        "liver_noise_percent": 10.0,
        "liver_mm": (0.0, 0.0, 0.0),
        "events": 10_000_000,
        "clinic": "paper",
        "with_head": False,
        "beyond_training": False,
    }
    return CaseFacts(seed=seed, label=label, **(given | values))


def prediction(
    seed: int,
    label: int,
    good: float,
    *,
    grade: int | None = None,
    causes: Mapping[str, float] | None = None,
    refused: str | None = None,
    liver_cov: float = 0.1,
    **values: Any,
) -> Prediction:
    """`good` is P(Good), all of it on grade 4, the rest on grade 2; `grade` None: the likelier."""
    return Prediction(
        facts(seed, label, **values),
        grade if grade is not None else (4 if good >= 0.5 else 2),
        (0.0, 1 - good, 0.0, good, 0.0),
        good,
        dict(causes or {}),
        1.5 if refused else 0.5,
        refused,
        Features(liver_cov, int(values.get("events", 10_000_000))),
    )


def not_graded(seed: int, label: int) -> Prediction:
    return Prediction(
        facts(seed, label), None, None, None, {}, None, "brain only", Features(0.1, 10_000_000)
    )


def population(
    seeds: Sequence[int], seed: int = 1, *, sharp: float = 0.6, cause: str | None = None
) -> tuple[Prediction, ...]:
    """Predictions like a real grader's: grades about the quality, noisy by `sharp` grades."""
    rng = np.random.default_rng([seed, 0x9AD])
    rows: list[Prediction] = []
    for one in seeds:
        quality = float(rng.uniform(0.51, 5.49))
        if cause is not None:
            quality = 5.3 if cause == "" else float(rng.uniform(1.0, 3.4))
        raters = [int(np.clip(round(quality + rng.normal(0, 0.4)), 1, 5)) for _ in range(3)]
        grades = tuple(raters[:2]) if raters[0] == raters[1] else tuple(raters)
        seen = quality + rng.normal(0, sharp)
        away = np.arange(1, 6) - seen
        shares = np.exp(-(away**2) / (2 * 0.5**2))
        shares /= shares.sum()
        noise = float(np.clip(0.42 - 0.07 * quality + rng.normal(0, 0.05), 0.03, None))
        beyond = bool(rng.random() < 0.3)
        events = int(10 ** rng.uniform(6.5, 8.0))
        distance = float(rng.uniform(0.3, 1.1))
        names = ("too few counts", "extravasation")
        wrong = {} if cause in (None, "") else {cause: 1.0}
        rows.append(
            Prediction(
                facts(
                    one,
                    int(np.median(raters)),
                    true_grade=int(np.clip(round(quality), 1, 5)),
                    quality=quality,
                    rater_grades=grades,
                    severities=wrong,
                    spoiled={"extravasation": quality} if rng.random() < 0.3 else {},
                    events=events,
                    clinic=("paper", "TOF", "unseen")[int(rng.integers(3))],
                    with_head=bool(rng.random() < 0.4),
                    beyond_training=beyond,
                ),
                int(np.searchsorted(np.cumsum(shares), 0.5)) + 1,
                tuple(float(share) for share in shares),
                float(shares[2:].sum()),
                {
                    name: float(
                        np.clip(0.1 + 0.6 * (name == cause) + rng.normal(0, 0.25), 0.001, 0.999)
                    )
                    for name in names
                },
                distance,
                "unlike the training images" if distance > 1 else None,
                Features(noise, events),
            )
        )
    return tuple(rows)


def folds(
    tasks: Sequence[int] = tuple(TASKS), only: Sequence[int] = range(5), patients: int = 89
) -> tuple[FoldPrediction, ...]:
    """Rows of a five-fold cross-validation of patients 1 to `patients`."""
    rng = np.random.default_rng([patients, 0xF01D])
    quality = rng.uniform(0.51, 5.49, patients)
    rows: list[FoldPrediction] = []
    for task in tasks:
        good = np.rint(quality) >= TASKS[task].lowest_good
        for fold in range(5):
            seen = quality + rng.normal(0, 1.0, patients) - TASKS[task].lowest_good + 0.5
            if fold not in only:
                continue
            for patient in range(patients):
                held = patient % 5 == fold
                rows.append(
                    FoldPrediction(
                        task,
                        fold,
                        Split.VALIDATION if held else Split.TRAIN,
                        patient + 1,
                        bool(good[patient]),
                        float(1 / (1 + np.exp(-1.5 * seen[patient]))),
                        12 if task in {1, 3} else 4,
                    )
                )
    return tuple(rows)
