"""The phantom as it is built, and how a scanner shows one of its spheres.

IEC 61675-1 body phantom, NEMA NU 2: six spheres in one plane, their centres 60° apart on a circle,
in a body of warm water around a cold lung insert.
"""

from math import erf, exp, pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special as untyped_special

from station.pet.filters import FWHM_PER_SIGMA
from station.pet.volume import FloatArray

special: Any = untyped_special  # its own types are incomplete

DIAMETERS_MM = (37.0, 28.0, 22.0, 17.0, 13.0, 10.0)
"""Inside the glass; in the order in which they follow one another on the circle"""
CIRCLE_RADIUS_MM = 57.2
"""NEMA NU 2-2018, 7.3: of the spheres' centres"""
STEP_DEG = 60.0
"""From one sphere to the next"""


def on_circle(turns: FloatArray) -> FloatArray:
    """Places (n, 2) in the plane of the spheres, mm from the middle; `turns`: multiples of 60°."""
    angle = np.deg2rad(STEP_DEG * np.asarray(turns, np.float64))
    return CIRCLE_RADIUS_MM * np.stack([np.cos(angle), np.sin(angle)], axis=-1)


def profile(distance_mm: FloatArray, radius_mm: float, fwhm_mm: float) -> FloatArray:
    """A sphere of activity 1 seen through a Gaussian, at these distances from its centre.

    The convolution in closed form (J. R. Ehrhardt et al.; see also H. M. Kessler, J. R. Ellis,
    M. Eden, J. Comput. Assist. Tomogr. 8 (1984) 514).
    """
    scale = sqrt(2) * fwhm_mm / FWHM_PER_SIGMA
    edge = radius_mm / scale
    z = np.maximum(np.asarray(distance_mm, np.float64), 1e-3) / scale
    inner: FloatArray = special.erf(z + edge) - special.erf(z - edge)
    outer = np.exp(-((z - edge) ** 2)) - np.exp(-((z + edge) ** 2))
    seen = inner / 2 - outer / (2 * sqrt(pi) * z)
    return np.asarray(seen, dtype=np.float64)


def central_recovery(radius_mm: float, fwhm_mm: float) -> float:
    """What a Gaussian leaves of a sphere's contrast in its centre."""
    edge = radius_mm / (sqrt(2) * fwhm_mm / FWHM_PER_SIGMA)
    return erf(edge) - 2 * edge * exp(-(edge**2)) / sqrt(pi)


def ball_offsets(radius_mm: float, step_mm: float) -> NDArray[np.float64]:
    """Points (n, 3) of a grid of `step_mm` in a ball about 0, mm."""
    count = int(radius_mm // step_mm)
    line = np.arange(-count, count + 1) * step_mm
    grid = np.stack(np.meshgrid(line, line, line, indexing="ij"), axis=-1).reshape(-1, 3)
    kept = grid[(grid**2).sum(axis=1) <= radius_mm**2]
    return np.asarray(kept, dtype=np.float64)
