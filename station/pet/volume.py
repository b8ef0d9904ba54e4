"""An array with a place in the patient.

One convention everywhere: arrays are (slice, row, column); positions are patient LPS in mm (x to
the left, y to the back, z to the head); the affine maps the first to the second.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
Voxels = NDArray[np.float32] | NDArray[np.int16]
VOXEL_TYPES: tuple[np.dtype[Any], ...] = (np.dtype(np.float32), np.dtype(np.int16))

GRID_TOLERANCE_MM = 0.01
"""Two grids are the same if no corner voxel is displaced by more than this."""

AXIS_TOLERANCE = 1e-3
"""A direction cosine this close to 0 counts as 0 when a grid is tested for alignment."""


_CORNERS = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])


class Unit(StrEnum):
    """What a voxel's number means. The text is what the image shows."""

    BQ_PER_ML = "Bq/mL"
    SUV_BW = "SUVbw"
    SUV_LBM = "SUL (James)"
    SUV_LBM_JANMAHASATIAN = "SUL (Janmahasatian)"
    SUV_BSA = "SUVbsa"
    SUV_IBW = "SUVibw"
    HU = "HU"
    COUNTS = "counts"
    NOISE_SD = "× noise SD"
    """Unit of a change map: a difference in units of the local noise"""
    SHARE = "× SUV"
    """Unit of a map of doubt: a standard deviation as a part of the SUV"""
    STORED = "stored values"
    """The header does not say (MR, or a PET without Units)."""

    @property
    def is_suv(self) -> bool:
        return self in SUV_UNITS


SUV_UNITS = frozenset(
    {Unit.SUV_BW, Unit.SUV_LBM, Unit.SUV_LBM_JANMAHASATIAN, Unit.SUV_BSA, Unit.SUV_IBW}
)


@dataclass(frozen=True)
class Provenance:
    """Where a volume came from: the series it was read from and each later step, oldest first."""

    series_uid: str = ""
    description: str = ""
    steps: tuple[str, ...] = ()

    def then(self, step: str) -> "Provenance":
        return replace(self, steps=(*self.steps, step))


@dataclass(frozen=True, eq=False)
class Geometry:
    """A grid in the patient: shape (slices, rows, columns) and the affine index → LPS mm."""

    shape: tuple[int, int, int]
    affine: FloatArray

    def __post_init__(self) -> None:
        affine = np.array(self.affine, dtype=np.float64)
        if affine.shape != (4, 4) or not np.isfinite(affine).all():
            raise ValueError("the affine must be a finite 4x4 matrix")
        if abs(np.linalg.det(affine[:3, :3])) < 1e-9:
            raise ValueError("the affine is singular: two of the grid's axes coincide")
        affine.flags.writeable = False
        object.__setattr__(self, "affine", affine)

    @cached_property
    def inverse(self) -> FloatArray:
        """LPS mm → index, 4x4."""
        return np.linalg.inv(self.affine).astype(np.float64, copy=False)

    @cached_property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Distance between neighbouring voxel centres along (slice, row, column)."""
        a, b, c = np.linalg.norm(self.affine[:3, :3], axis=0)
        return float(a), float(b), float(c)

    @cached_property
    def voxel_volume_ml(self) -> float:
        return float(abs(np.linalg.det(self.affine[:3, :3]))) / 1000

    def to_patient(self, index: ArrayLike) -> FloatArray:
        """LPS mm of indices (..., 3); whole numbers are voxel centres."""
        return np.asarray(index, dtype=np.float64) @ self.affine[:3, :3].T + self.affine[:3, 3]

    def to_index(self, position_mm: ArrayLike) -> FloatArray:
        """Fractional (slice, row, column) of LPS positions (..., 3)."""
        positions = np.asarray(position_mm, dtype=np.float64)
        return positions @ self.inverse[:3, :3].T + self.inverse[:3, 3]

    def voxel_at(self, position_mm: ArrayLike) -> tuple[int, int, int] | None:
        """(slice, row, column) of the voxel that contains an LPS position; None outside."""
        index = np.floor(self.to_index(position_mm) + 0.5)
        if not ((index >= 0) & (index < self.shape)).all():
            return None
        s, r, c = index.astype(int)
        return int(s), int(r), int(c)

    @cached_property
    def centre_mm(self) -> FloatArray:
        return self.to_patient((np.array(self.shape) - 1) / 2)

    @cached_property
    def corners_mm(self) -> FloatArray:
        """LPS of the eight corner voxels' centres, (8, 3)."""
        return self.to_patient(_CORNERS * (np.array(self.shape) - 1))

    @cached_property
    def bounds_mm(self) -> tuple[FloatArray, FloatArray]:
        """Smallest box along the patient's axes around all whole voxels: (low, high) in LPS."""
        corners = self.to_patient(_CORNERS * np.array(self.shape) - 0.5)
        return corners.min(axis=0), corners.max(axis=0)

    @cached_property
    def is_aligned(self) -> bool:
        """Whether every grid axis runs along one of the patient's (no tilt, no oblique angle)."""
        directions = np.abs(self.affine[:3, :3]) / np.linalg.norm(self.affine[:3, :3], axis=0)
        return bool(((directions < AXIS_TOLERANCE) | (directions > 1 - AXIS_TOLERANCE)).all())

    def same_grid(self, other: "Geometry") -> bool:
        """Whether voxel (i, j, k) of both is at the same place, within GRID_TOLERANCE_MM."""
        return self.shape == other.shape and bool(
            (np.abs(self.corners_mm - other.corners_mm) <= GRID_TOLERANCE_MM).all()
        )


@dataclass(frozen=True, eq=False)
class Volume:
    """Voxels (slice, row, column) in `unit`, and where they are.

    float32; a CT whose values are whole HU stays int16. NaN marks slices that were never stored.
    The array is contiguous (made so by a copy where it is not) and read-only.
    """

    voxels: Voxels
    geometry: Geometry
    unit: Unit
    provenance: Provenance = field(default_factory=Provenance)

    def __post_init__(self) -> None:
        if self.voxels.dtype not in VOXEL_TYPES:
            raise TypeError(f"voxels must be float32 or int16, not {self.voxels.dtype}")
        if self.voxels.shape != self.geometry.shape:
            raise ValueError(f"voxels {self.voxels.shape} do not fit grid {self.geometry.shape}")
        object.__setattr__(self, "voxels", np.ascontiguousarray(self.voxels))
        self.voxels.flags.writeable = False

    @property
    def shape(self) -> tuple[int, int, int]:
        return self.geometry.shape

    @property
    def affine(self) -> FloatArray:
        return self.geometry.affine

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        return self.geometry.spacing_mm

    @cached_property
    def missing(self) -> NDArray[np.bool_]:
        """Which slices were never stored, bool (slices,)."""
        missing = np.array([bool(np.isnan(plane).all()) for plane in self.voxels], dtype=np.bool_)
        missing.flags.writeable = False
        return missing

    def value_at(self, position_mm: ArrayLike) -> float | None:
        """Value of the voxel that contains an LPS position; None outside or if none was stored."""
        index = self.geometry.voxel_at(position_mm)
        if index is None:
            return None
        value = float(self.voxels[index])
        return None if np.isnan(value) else value

    def scaled(self, factor: ArrayLike, unit: Unit) -> "Volume":
        """This volume times `factor` (one number, or one per slice), in `unit`, float32."""
        factors = np.asarray(factor, dtype=np.float32).reshape(-1, 1, 1)
        return Volume(
            (self.voxels * factors).astype(np.float32, copy=False),
            self.geometry,
            unit,
            self.provenance.then(f"{self.unit} → {unit}"),
        )
