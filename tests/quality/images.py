"""Small images of something like a body, and cases of them, for the tests of the grader."""

from pathlib import Path

import numpy as np

from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.quality.cases import Case, CaseFacts, cropped_case, save_case

GOOD_NOISE, POOR_NOISE = 0.08, 0.6


def body(
    seed: int = 0,
    noise: float = GOOD_NOISE,
    spacing_mm: tuple[float, float, float] = (10.0, 8.0, 8.0),
    centre_mm: tuple[float, float, float] = (0.0, 0.0, -400.0),
    length_mm: float = 800.0,
) -> Volume:
    """An ellipse of SUV 1 with a liver of 2.5 on the right, 360 × 240 mm, and noise in it."""
    shape = (
        round(length_mm / spacing_mm[0]),
        round(600 / spacing_mm[1]),
        round(600 / spacing_mm[2]),
    )
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2], affine[3, 3] = *spacing_mm, 1
    affine[:3, 3] = np.array(centre_mm) - affine[:3, :3] @ ((np.array(shape) - 1) / 2)
    grid = Geometry(shape, affine)
    z, y, x = np.meshgrid(*(np.arange(n) for n in shape), indexing="ij")
    at = grid.to_patient(np.stack([z, y, x], axis=-1)) - np.array(centre_mm)
    inside = (at[..., 0] / 180) ** 2 + (at[..., 1] / 120) ** 2 < 1
    liver = ((at - (-80, 0, 60)) ** 2).sum(axis=-1) < 60**2
    suv = np.where(liver, 2.5, np.where(inside, 1.0, 0.0))
    rng = np.random.default_rng(seed)
    suv = np.maximum(suv * (1 + noise * rng.standard_normal(shape)), 0)
    return Volume(suv.astype(np.float32), grid, Unit.SUV_BW, Provenance("Made for a test"))


def facts(seed: int, grade: int) -> CaseFacts:
    return CaseFacts(
        seed=seed,
        label=grade,
        true_grade=grade,
        quality=float(grade),
        rater_grades=(grade, grade),
        severities={} if grade > 3 else {"counts cut": 90.0},
        spoiled={"too few counts": float(grade)},
        liver_noise_percent=60.0 if grade < 3 else 8.0,
        liver_mm=(-80.0, 0.0, -340.0),
        events=1_000_000 * grade,
        clinic="Made for a test",
        with_head=False,
        beyond_training=False,
    )


def case(seed: int, grade: int) -> Case:
    return cropped_case(facts(seed, grade), body(seed, POOR_NOISE if grade < 3 else GOOD_NOISE))


def cases_below(folder: Path, count: int) -> list[Path]:
    """Every second one is poor."""
    return [save_case(case(seed, 1 if seed % 2 else 5), folder) for seed in range(1, count + 1)]
