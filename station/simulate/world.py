"""Who is scanned, where, and how much of them: the paper's clinic, and a world as wide as practice.

The networks of Station 1 were trained and judged on patients of `draw_patient` in five clinics. The
`WIDE` world has every kind of person and of clinic. Shares and ranges are ours; where a
number is known it is at its place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import exp, inf, log

import numpy as np
from numpy.random import Generator

from station.simulate.anatomy import (
    FOUND,
    LESIONS,
    STANDARD_BMI,
    STANDARD_HEIGHT_M,
    Build,
    Drawing,
    Findings,
    Pose,
    body_of,
    usual_uptake,
    with_lesions,
)
from station.simulate.clinics import Clinic, draw_clinic
from station.simulate.degrade import Cause, Plan
from station.simulate.examination import HEADLESS_Z_MM, Coverage
from station.simulate.phantom import Anatomy
from station.simulate.study import ABOVE_CROWN_MM

STREAM = 0x51DE
"""Separates these bodies from those of `draw_patient`"""
HEIGHT_M = (1.35, 2.05)
BMI = (13.0, 55.0)
FIELD_OF_VIEW_MM = 680.0
"""Across: what arms next to the head are kept inside"""


def draw_anyone(
    seed: int,
    *,
    lesions: bool = True,
    lesion_count: tuple[int, int] = LESIONS,
    bmi: float | None = None,
    arms_down: bool = False,
) -> Anatomy:
    """A random person of the wide world; arguments are those of `draw_patient`."""
    rng = np.random.default_rng([seed, STREAM])
    sex = "M" if rng.random() < 0.5 else "F"
    mean_height, spread = (1.72, 0.09) if sex == "M" else (1.60, 0.085)
    height_m = rng.uniform(*HEIGHT_M) if rng.random() < 0.12 else rng.normal(mean_height, spread)
    height_m = round(float(np.clip(height_m, *HEIGHT_M)), 2)
    drawn_bmi = rng.uniform(*BMI) if rng.random() < 0.12 else 25.5 * exp(rng.normal(0, 0.26))
    bmi = float(np.clip(drawn_bmi, *BMI)) if bmi is None else bmi
    tall = height_m / STANDARD_HEIGHT_M
    girth = (0.98 if sex == "M" else 0.93) * tall**0.5 * (bmi / STANDARD_BMI) ** 0.22
    across, deep = (float(girth * exp(np.clip(rng.normal(0, 0.05), -0.1, 0.1))) for _ in range(2))
    skull = float(np.clip(rng.normal(1.0 if sex == "M" else 0.96, 0.035), 0.88, 1.1))
    fat_mm = 10 + 1.5 * (bmi - STANDARD_BMI) + (6 if sex == "F" else 0) + rng.normal(0, 3)
    findings = _findings(rng, sex)
    belly_mm = 1.9 * (bmi - 24) * rng.uniform(0.3, 1.5) + 0.8 * findings.ascites_mm
    poses = _poses(rng, arms_down=arms_down)
    build = Build(
        rng=rng,
        sex=sex,
        head=(skull, skull * float(rng.uniform(0.95, 1.06)), tall),
        trunk=(across, deep, tall),
        fat_mm=float(np.clip(fat_mm, 1.5, 70)),
        belly_mm=float(np.clip(belly_mm, 0, 85)),
        arms=(_lean_deg(rng, poses[0]), _lean_deg(rng, poses[1])),
        head_turned_deg=float(
            rng.uniform(-60, 60) if rng.random() < 0.12 else np.clip(rng.normal(0, 7), -20, 20)
        ),
        bend_mm=float(
            rng.uniform(-28, 28) if rng.random() < 0.12 else np.clip(rng.normal(0, 4), -10, 10)
        ),
        suv=_uptake(rng, bmi, findings),
        poses=poses,
        field_of_view_mm=FIELD_OF_VIEW_MM,
        findings=findings,
    )
    body = body_of(build, height_m, bmi, (18, 45) if findings.thymus else (18, 92))
    if not lesions:
        return body
    return with_lesions(body, build, np.random.default_rng([seed, STREAM, 1]), lesion_count)


def _lean_deg(rng: Generator, pose: Pose) -> float:
    return float(rng.uniform(5, 38) if pose is Pose.RAISED else rng.uniform(1, 14))


def _poses(rng: Generator, *, arms_down: bool) -> tuple[Pose, Pose]:
    low = (Pose.DOWN, Pose.DOWN, Pose.ON_BELLY)
    high = (Pose.NEXT_TO_HEAD, Pose.RAISED, Pose.RAISED)
    kind = rng.random()
    first, second = (int(i) for i in rng.integers(0, 3, 2))
    both_alike = rng.random() < 0.8
    if both_alike:
        second = first
    if arms_down or kind < 0.3:
        return low[first], low[second]
    if kind < 0.38:
        down, up = low[first], high[second]
        return (down, up) if rng.random() < 0.5 else (up, down)
    return high[first], high[second]


def _findings(rng: Generator, sex: str) -> Findings:
    def happens(share: float) -> bool:
        return bool(rng.random() < share)

    def one_side(share: float, low: float, high: float) -> tuple[float, float]:
        amount = float(rng.uniform(low, high)) if happens(share) else 0.0
        return (amount, 0.0) if rng.random() < 0.5 else (0.0, amount)

    def kept(share_lost: float) -> tuple[bool, bool]:
        lost = happens(share_lost)
        return (not lost, True) if rng.random() < 0.5 else (True, not lost)

    kidneys, breasts = kept(0.07), kept(0.12 if sex == "F" else 0.0)
    liver = float(rng.uniform(1.15, 1.5)) if happens(0.1) else exp(rng.normal(0, 0.08))
    spleen = float(rng.uniform(1.4, 2.3)) if happens(0.1) else exp(rng.normal(0, 0.12))
    hips = kept(0.1)
    if happens(0.03):
        hips = (False, False)
    return Findings(
        kidneys=kidneys,
        breasts=breasts,
        liver_size=float(np.clip(liver, 0.8, 1.5)),
        spleen_size=float(np.clip(spleen, 0.65, 2.3)),
        ascites_mm=float(rng.uniform(8, 32)) if happens(0.08) else 0.0,
        effusion=one_side(0.12, 0.12, 0.6),
        collapsed=one_side(0.08, 0.12, 0.6) if happens(0.8) else one_side(0.08, 1.0, 1.01),
        hernia=happens(0.08),
        hip_prostheses=(not hips[0], not hips[1]),
        spine_metal=happens(0.05),
        thymus=happens(0.08),
        full_ureters=(happens(0.25), happens(0.25)),
        bladder_fill=_log_uniform(rng, 0.4, 2.0),
        legs=True,
    )


def _uptake(rng: Generator, bmi: float, findings: Findings) -> dict[str, float]:
    """SUVbw of every tissue: that of `draw_patient`, and what it leaves out."""
    suv = usual_uptake(rng, bmi)

    def scale(names: tuple[str, ...], factor: float) -> None:
        for name in names:
            suv[name] *= factor

    scale(BRAIN, _log_uniform(rng, 0.35, 1.25))
    scale(("liver",), exp(np.clip(rng.normal(0, 0.12), -0.35, 0.35)))
    scale(("spleen",), exp(np.clip(rng.normal(0, 0.18), -0.4, 0.6)))
    scale(("blood", "mediastinum"), exp(np.clip(rng.normal(0, 0.12), -0.3, 0.4)))
    scale(("lung",), _log_uniform(rng, 0.75, 1.5))
    scale(("marrow",), _log_uniform(rng, 0.6, 1.3))
    scale(("renal cortex",), _log_uniform(rng, 0.7, 1.7))
    if rng.random() < 0.2:  # a stomach that works, or is inflamed
        scale(("stomach wall", "stomach content"), _log_uniform(rng, 1.0, 3.0))
    if rng.random() < 0.25:
        scale(GUT, _log_uniform(rng, 1.0, 3.0))
    if rng.random() < 0.06:  # growth factors
        scale(("marrow",), float(rng.uniform(1.5, 2.5)))
        scale(("spleen",), float(rng.uniform(1.0, 1.8)))
    if rng.random() < 0.1:
        # Fed, or given insulin: muscle and heart take the glucose, the rest is fainter.
        suv["muscle"] *= rng.uniform(2.0, 4.5)
        suv["left ventricle wall"] = max(suv["left ventricle wall"], _log_uniform(rng, 5.0, 14.0))
        suv["lateral wall"] = suv["left ventricle wall"] * rng.uniform(0.85, 1.3)
        scale(("liver", "blood", *BRAIN), float(rng.uniform(0.6, 0.9)))
    suv["bladder"] = _log_uniform(rng, 1.5, 60.0)
    suv["renal pelvis"] = _log_uniform(rng, 1.5, 35.0)
    suv["ureter"] = _log_uniform(rng, 1.0, 12.0)
    lean = (bmi / STANDARD_BMI) ** 0.5
    for name, tissue in FOUND.items():
        spread = float(np.exp(np.clip(rng.normal(0, tissue.spread), -0.8, 0.8)))
        suv[name] = tissue.suv * lean * spread
    for name in ("effusion", "ascites"):
        suv[name] = min(suv[name], suv["blood"])
    return suv


BRAIN = ("grey matter", "deep grey matter", "cerebellum", "white matter")
GUT = ("colon", "active colon", "quiet bowel", "bowel", "active bowel", "rectum")


def _log_uniform(rng: Generator, low: float, high: float) -> float:
    return exp(rng.uniform(log(low), log(high)))


def draw_coverage(rng: Generator, plan: Plan) -> Coverage:
    """How much of a patient is shown: from crown, eyes or skull base to thigh, knee or feet.

    What the plan does to the arms is inside the field of view.
    """
    kind = rng.random()
    if kind < 0.35:
        high = ABOVE_CROWN_MM + float(rng.uniform(0, 40))
    elif kind < 0.65:
        high = float(rng.uniform(-125, -60))
    else:
        high = HEADLESS_Z_MM + float(rng.uniform(-25, 45))
    kind = rng.random()
    if kind < 0.78:
        low = float(rng.uniform(-1040, -890))
    elif kind < 0.92:
        low = float(rng.uniform(-1280, -1040))
    else:
        low = -1725.0
    field = float(rng.choice((500, 550, 576, 600, 700), p=(0.15, 0.1, 0.1, 0.25, 0.4)))
    if plan.has(Cause.TRUNCATION) or plan.has(Cause.EXTRAVASATION):
        field = inf
    return Coverage(low, high, field)


@dataclass(frozen=True)
class World:
    """Where examinations come from."""

    patient: Drawing
    clinic: Callable[[Generator], Clinic]
    coverage: Callable[[Generator, Plan], Coverage]


WIDE = World(draw_anyone, draw_clinic, draw_coverage)
"""Training data from now on"""
WIDE_UNSEEN = World(draw_anyone, partial(draw_clinic, held_out=True), draw_coverage)
"""The same people in clinics of the ranges that training leaves out"""
