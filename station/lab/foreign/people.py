"""Who is scanned: build and uptake of men and women in FDG PET, drawn at random.

Uptake: liver, blood, spleen, lung and muscle as J. Tsuchiya et al. measured (EJNMMI Phys. 8, 31,
SUVmean 1.76 ± 0.33, 1.34 ± 0.20, 1.59 ± 0.26, 0.26 ± 0.23, 0.50 ± 0.12), spread wider and
somewhat higher, as in R. Boellaard et al., EJNMMI 42 (2015) 328 (liver SUV 1.3 to 3.0, blood about
1.6). The others are ranges of everyday practice: brain 6 to 12, bladder 5 to 60, fat 0.2 to 0.4.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Build:
    """A person on the couch."""

    woman: bool
    stature_mm: float
    bmi: float
    """kg/m²"""
    arms_up: bool
    top_mm: float
    """From the soles: where the scan ends"""
    bottom_mm: float
    yaw_deg: float
    """By which the head is turned to the left"""
    scoliosis_mm: float
    """Of the spine to the left at its largest"""
    liver_size: float
    spleen_size: float
    kidneys: tuple[bool, bool]
    """Right, left"""

    @property
    def weight_kg(self) -> float:
        return self.bmi * (self.stature_mm / 1000) ** 2


@dataclass(frozen=True)
class Uptake:
    """SUV of the organs, and of what they may show."""

    liver: float
    blood: float
    spleen: float
    lung: float
    muscle: float
    fat: float
    marrow: float
    gut: float
    cortex: float
    myocardium: float
    kidney: float
    renal_pelvis: float
    bladder: float
    neck: float
    """Tonsils and salivary glands"""
    brown_fat: float
    """0: none"""


def drawn_build(rng: np.random.Generator) -> Build:
    """Anybody: 1.45 to 2.0 m, BMI 15 to 45, arms up or down, from eyes, skull base or vertex."""
    woman = bool(rng.random() < 0.5)
    stature = float(np.clip(rng.normal(1640 if woman else 1760, 85), 1450, 2000))
    bmi = float(np.clip(np.exp(rng.normal(float(np.log(25.5)), 0.22)), 15, 45))
    top = rng.choice([0.915, 0.945, 1.01], p=[0.3, 0.3, 0.4]) + rng.uniform(-0.008, 0.008)
    bottom = rng.choice([0.43, 0.37, 0.25], p=[0.5, 0.4, 0.1]) + rng.uniform(-0.02, 0.02)
    alone = rng.random()
    return Build(
        woman,
        stature,
        bmi,
        bool(rng.random() < 0.6),
        float(top) * stature,
        float(bottom) * stature,
        float(rng.normal(0, 10) if rng.random() < 0.8 else rng.uniform(-50, 50)),
        float(rng.normal(0, 5) if rng.random() < 0.85 else rng.uniform(-30, 30)),
        float(np.clip(np.exp(rng.normal(0, 0.13)), 0.72, 1.45)),
        float(np.clip(np.exp(rng.normal(0, 0.16)), 0.7, 1.9)),
        (bool(alone > 0.03), bool(alone < 0.97)),
    )


def drawn_uptake(rng: np.random.Generator) -> Uptake:
    def about(typical: float, spread: float, low: float, high: float) -> float:
        return float(np.clip(typical * np.exp(rng.normal(0, spread)), low, high))

    blood = about(1.5, 0.16, 0.9, 2.3)
    return Uptake(
        liver=about(2.1, 0.18, 1.3, 3.2),
        blood=blood,
        spleen=about(1.75, 0.17, 1.1, 3.0),
        lung=about(0.42, 0.2, 0.25, 0.7),
        muscle=about(0.65, 0.15, 0.45, 1.0),
        fat=about(0.27, 0.2, 0.15, 0.4),
        marrow=about(1.15, 0.25, 0.6, 2.6),
        gut=about(1.2, 0.5, 0.5, 6.0),
        cortex=about(8.5, 0.22, 4.5, 14.0),
        myocardium=blood * float(np.exp(rng.uniform(0.05, 2.2))),
        kidney=about(2.6, 0.25, 1.5, 5.0),
        renal_pelvis=about(7.0, 0.6, 2.0, 25.0),
        bladder=about(16.0, 0.7, 4.0, 60.0),
        neck=about(2.3, 0.4, 1.2, 6.0),
        brown_fat=float(rng.uniform(3, 12)) if rng.random() < 0.06 else 0.0,
    )
