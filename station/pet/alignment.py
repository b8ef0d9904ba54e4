"""Where a place of one date is on another date of the same patient: a rigid motion in LPS mm.

One convention: the matrix maps the *current* image to the *prior* one. How it was found, and how
far it can be trusted, accompany it everywhere.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from station.pet.voi import Mask, Point
from station.pet.volume import FloatArray, Geometry


class How(StrEnum):
    """How the motion between two dates was found."""

    SAME_FRAME = "same frame of reference"
    REGISTERED = "registered"
    OFFSET = "offset between the bodies' centres"
    BY_HAND = "adjusted by hand"


class Verdict(StrEnum):
    """How far an alignment can be trusted."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    FAILED = "failed"


@dataclass(frozen=True, eq=False)
class Alignment:
    """The rigid motion from the current image to the prior one."""

    matrix: FloatArray
    """4×4, LPS mm of the current image → LPS mm of the prior one. Read-only"""
    how: How
    verdict: Verdict
    sentence: str
    """The quality in words, with its numbers"""
    residual_mm: float | None = None
    """Median distance between the same surfaces (skin, lungs, liver, brain) of both dates after the
    motion; None: not measured"""

    def __post_init__(self) -> None:
        matrix = np.array(self.matrix, dtype=np.float64)
        if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
            raise ValueError("an alignment is a finite 4x4 matrix")
        turn = matrix[:3, :3]
        if not np.allclose(turn @ turn.T, np.eye(3), atol=1e-6) or np.linalg.det(turn) < 0:
            raise ValueError("an alignment neither stretches nor mirrors the patient")
        matrix.flags.writeable = False
        object.__setattr__(self, "matrix", matrix)

    @cached_property
    def inverse(self) -> FloatArray:
        """LPS mm of the prior image → LPS mm of the current one, 4×4."""
        return np.linalg.inv(self.matrix).astype(np.float64, copy=False)

    def to_prior(self, position_mm: ArrayLike) -> FloatArray:
        """Where places (..., 3) of the current image are in the prior one."""
        return _moved(self.matrix, position_mm)

    def to_current(self, position_mm: ArrayLike) -> FloatArray:
        """Where places (..., 3) of the prior image are in the current one."""
        return _moved(self.inverse, position_mm)

    @cached_property
    def reversed(self) -> "Alignment":
        """The same motion from the prior image to the current one."""
        return replace(self, matrix=self.inverse)

    @property
    def turned_deg(self) -> float:
        """Angle of the rotation."""
        cosine = (float(np.trace(self.matrix[:3, :3])) - 1) / 2
        return float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


SAME_FRAME = Alignment(
    np.eye(4),
    How.SAME_FRAME,
    Verdict.GOOD,
    "Both images have one frame of reference: a millimetre in one is a millimetre in the other.",
)


def adjusted(
    alignment: Alignment,
    shift_mm: ArrayLike = (0.0, 0.0, 0.0),
    turned_deg: ArrayLike = (0.0, 0.0, 0.0),
    about_mm: ArrayLike = (0.0, 0.0, 0.0),
) -> Alignment:
    """The alignment, moved further by a person: `shift_mm` (LPS) and turned about x, then y, then z
    through the place `about_mm` of the prior image."""
    about = np.asarray(about_mm, dtype=np.float64)
    turn = np.eye(3)
    for axis, angle in enumerate(np.radians(np.asarray(turned_deg, dtype=np.float64))):
        one, other = (axis + 1) % 3, (axis + 2) % 3
        step = np.eye(3)
        step[one, one] = step[other, other] = np.cos(angle)
        step[other, one], step[one, other] = np.sin(angle), -np.sin(angle)
        turn = step @ turn
    further = np.eye(4)
    further[:3, :3] = turn
    further[:3, 3] = about - turn @ about + np.asarray(shift_mm, dtype=np.float64)
    matrix = further @ alignment.matrix
    return Alignment(
        matrix,
        How.BY_HAND,
        Verdict.GOOD,
        f"Adjusted by hand; before that: {alignment.sentence}",
    )


def moved_point(matrix: FloatArray, position_mm: Point) -> Point:
    """One place after a motion (4×4, LPS mm)."""
    x, y, z = _moved(matrix, position_mm).tolist()
    return x, y, z


def moved_mask(matrix: FloatArray, mask: Mask, *warnings: str) -> Mask:
    """A mask on its own grid, moved as a whole; nothing is resampled."""
    geometry = Geometry(mask.geometry.shape, matrix @ mask.geometry.affine)
    return Mask(mask.inside, geometry, mask.source, (*mask.warnings, *warnings))


def _moved(matrix: FloatArray, position_mm: ArrayLike) -> FloatArray:
    return np.asarray(position_mm, dtype=np.float64) @ matrix[:3, :3].T + matrix[:3, 3]
