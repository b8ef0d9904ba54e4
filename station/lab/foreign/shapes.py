"""Implicit shapes on a grid: tubes along splines, deformed blobs, smooth random fields.

A shape is a field of depths in mm, positive inside, on the smallest box of the grid that holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import interpolate as untyped_interpolate
from scipy import ndimage as untyped_ndimage

interpolate: Any = untyped_interpolate  # their own types are incomplete
ndimage: Any = untyped_ndimage

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Box = tuple[slice, slice, slice]

OUTSIDE_MM = -1e4
STEP_OF_RADIUS = 0.35
"""Balls of a tube follow each other at this fraction of their radius"""
HARMONICS = 5
"""Random directions in which a blob is deformed"""


@dataclass(frozen=True, eq=False)
class Axes:
    """A grid along the patient: where its slices, rows and columns are, LPS mm."""

    z_mm: Floats
    y_mm: Floats
    x_mm: Floats

    @property
    def shape(self) -> tuple[int, int, int]:
        return len(self.z_mm), len(self.y_mm), len(self.x_mm)

    @property
    def step_mm(self) -> tuple[float, float, float]:
        """Between slices, rows, columns"""
        z, y, x = (float(axis[1] - axis[0]) for axis in (self.z_mm, self.y_mm, self.x_mm))
        return z, y, x

    def box(self, low_mm: ArrayLike, high_mm: ArrayLike) -> Box:
        """What lies between two corners (x, y, z), which may be empty."""
        low, high = np.asarray(low_mm, np.float64), np.asarray(high_mm, np.float64)
        sides = [
            slice(
                int(np.searchsorted(axis, float(low[2 - number]))),
                int(np.searchsorted(axis, float(high[2 - number]), side="right")),
            )
            for number, axis in enumerate((self.z_mm, self.y_mm, self.x_mm))
        ]
        return sides[0], sides[1], sides[2]

    def within(self, box: Box) -> tuple[Floats, Floats, Floats]:
        """(z, y, x) of a box, to be broadcast over (slice, row, column)."""
        return (
            self.z_mm[box[0]][:, None, None],
            self.y_mm[box[1]][None, :, None],
            self.x_mm[box[2]][None, None, :],
        )


class Shape(NamedTuple):
    box: Box
    depth_mm: Floats
    """(slice, row, column) of the box: to the surface, positive inside"""

    def inside(self, depth_mm: float = 0.0) -> Mask:
        return self.depth_mm > depth_mm


def curve(
    points_mm: Sequence[ArrayLike] | NDArray[np.float64], count: int = 60
) -> NDArray[np.float64]:
    """`count` places along a smooth curve through points of any number of numbers each."""
    points = np.asarray(points_mm, np.float64)
    steps = np.linalg.norm(np.diff(points[:, :3], axis=0), axis=1)
    along = np.concatenate([[0.0], np.cumsum(np.maximum(steps, 1e-3))])
    smooth = interpolate.PchipInterpolator(along, points, axis=0)
    return np.asarray(smooth(np.linspace(0.0, along[-1], count)), np.float64)


def tube(axes: Axes, points_mm: Sequence[ArrayLike], radii_mm: Sequence[float] | float) -> Shape:
    """A tube of round cross-section along a smooth curve through points (x, y, z)."""
    points = np.asarray(points_mm, np.float64)
    radii = np.broadcast_to(np.asarray(radii_mm, np.float64), (len(points),))
    coarse = curve(np.column_stack([points, radii]), 200)
    length = float(np.linalg.norm(np.diff(coarse[:, :3], axis=0), axis=1).sum())
    count = max(3, int(length / (STEP_OF_RADIUS * float(radii.min()))) + 2)
    balls = curve(np.column_stack([points, radii]), count)
    reach = balls[:, 3:].max() + 2.0
    whole = axes.box(balls[:, :3].min(axis=0) - reach, balls[:, :3].max(axis=0) + reach)
    z, y, x = axes.within(whole)
    depth = np.full((z.size, y.size, x.size), OUTSIDE_MM, np.float32)
    for bx, by, bz, radius in balls:
        centre, edge = np.array([bx, by, bz]), radius + 2.0
        box = axes.box(centre - edge, centre + edge)
        near = tuple(
            slice(own.start - all_.start, own.stop - all_.start)
            for own, all_ in zip(box, whole, strict=True)
        )
        z, y, x = axes.within(box)
        distance = np.sqrt((x - bx) ** 2 + (y - by) ** 2 + (z - bz) ** 2)
        part = depth[near]
        np.maximum(part, (radius - distance).astype(np.float32), out=part)
    return Shape(whole, depth)


def blob(
    axes: Axes,
    centre_mm: ArrayLike,
    half_axes_mm: ArrayLike,
    rng: np.random.Generator,
    *,
    rough: float = 0.08,
    turn: ArrayLike | None = None,
) -> Shape:
    """An ellipsoid whose radius is modulated over the sphere of directions by random polynomials
    of second and third degree (the low spherical harmonics).

    `half_axes_mm` along x, y, z before `turn`, a rotation matrix; `rough`: standard deviation of
    the modulation.
    """
    centre = np.asarray(centre_mm, np.float64)
    half = np.asarray(half_axes_mm, np.float64)
    rotation = np.eye(3) if turn is None else np.asarray(turn, np.float64)
    reach = float(half.max()) * (1 + 3 * rough) + 2.0
    box = axes.box(centre - reach, centre + reach)
    z, y, x = axes.within(box)
    offset = [
        (rotation[0, k] * (x - centre[0]) + rotation[1, k] * (y - centre[1]))
        + rotation[2, k] * (z - centre[2])
        for k in range(3)
    ]
    scaled = [(part / size).astype(np.float32) for part, size in zip(offset, half, strict=True)]
    radius = np.sqrt(scaled[0] ** 2 + scaled[1] ** 2 + scaled[2] ** 2) + np.float32(1e-6)
    wave = np.zeros_like(radius)
    for _ in range(HARMONICS):
        first, second = rng.standard_normal((2, 3))
        first, second = first / np.linalg.norm(first), second / np.linalg.norm(second)
        a = sum(np.float32(c) * part for c, part in zip(first, scaled, strict=True)) / radius
        b = sum(np.float32(c) * part for c, part in zip(second, scaled, strict=True)) / radius
        wave += np.float32(rng.normal()) * (a * b) + np.float32(rng.normal()) * a**2 * b
    limit = 1 + np.clip(rough * wave, -0.4, 0.4)
    return Shape(box, (np.float32(half.mean()) * (limit - radius)).astype(np.float32))


def turned(x_deg: float = 0.0, y_deg: float = 0.0, z_deg: float = 0.0) -> NDArray[np.float64]:
    """The matrix that rotates about x, then y, then z."""
    matrix = np.eye(3)
    for axis, angle in enumerate(np.radians([x_deg, y_deg, z_deg])):
        one = np.eye(3)
        a, b = (axis + 1) % 3, (axis + 2) % 3
        one[a, a] = one[b, b] = np.cos(angle)
        one[a, b], one[b, a] = -np.sin(angle), np.sin(angle)
        matrix = one @ matrix
    return matrix


def smooth_field(axes: Axes, fwhm_mm: float, rng: np.random.Generator) -> Floats:
    """A Gaussian random field of mean 0 and standard deviation 1 over the whole grid."""
    step = axes.step_mm
    coarse_mm = max(fwhm_mm / 2.0, *step)
    shape = [
        max(4, int(n * size / coarse_mm) + 2) for n, size in zip(axes.shape, step, strict=True)
    ]
    field = ndimage.gaussian_filter(
        rng.standard_normal(shape).astype(np.float32), fwhm_mm / 2.355 / coarse_mm
    )
    for axis, size in enumerate(step):
        where = np.arange(axes.shape[axis]) * size / coarse_mm
        where = np.minimum(where, shape[axis] - 1.001)
        low = where.astype(int)
        share = (where - low).astype(np.float32).reshape([-1 if k == axis else 1 for k in range(3)])
        field = np.take(field, low, axis) * (1 - share) + np.take(field, low + 1, axis) * share
    return np.asarray((field - field.mean()) / field.std(), np.float32)
