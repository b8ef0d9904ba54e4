"""The NEMA image-quality phantom as a perfect scanner with a Gaussian blur shows it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from station.pet.volume import Geometry, Provenance, Unit, Volume

DIAMETERS_MM = (37.0, 28.0, 22.0, 17.0, 13.0, 10.0)
CIRCLE_MM = 57.2
BACKGROUND = 5000.0
FWHM_PER_SIGMA = 2.3548
FINER = 5
"""Points along a voxel's side that decide how much of it is in a sphere"""


@dataclass(frozen=True)
class Nema:
    spacing_mm: tuple[float, float, float] = (3.0, 3.0, 3.0)
    """(slice, row, column)"""
    ratio: float = 8.0
    fwhm_mm: float = 6.0
    noise: float = 0.0
    """Standard deviation of a voxel after the blur, relative to the background"""
    diameters_mm: tuple[float, ...] = DIAMETERS_MM
    """In their order on the circle; 0: none at that place"""
    mirrored: bool = False
    turned_deg: float = 17.0
    """Of the first sphere on the circle"""
    tilt: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Rotation vector of the phantom, degrees, about x, y and z"""
    centre_mm: tuple[float, float, float] = (4.0, -11.0, 123.0)
    lung: bool = True
    background: float = BACKGROUND
    half_field_mm: tuple[float, float] = (175.0, 150.0)
    """Along columns and rows"""
    span_mm: tuple[float, float] = (-85.0, 125.0)
    """Of the slices, from the plane of the spheres"""
    glass_mm: float = 0.0
    cold_mm: tuple[float, ...] = ()
    """Spheres without activity"""
    seed: int = 1

    @property
    def turn(self) -> NDArray[np.float64]:
        """Phantom's coordinates to LPS."""
        x, y, z = np.deg2rad(self.tilt)
        about_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
        about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
        about_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
        return about_z @ about_y @ about_x

    @property
    def centres_mm(self) -> dict[float, NDArray[np.float64]]:
        """LPS of each sphere's centre, by its diameter."""
        way = -1 if self.mirrored else 1
        angle = np.deg2rad(self.turned_deg + way * 60 * np.arange(6))
        places = CIRCLE_MM * np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1)
        places = places @ self.turn.T + np.array(self.centre_mm)
        return dict(zip(self.diameters_mm, places, strict=True))

    @property
    def geometry(self) -> Geometry:
        slice_mm, row_mm, column_mm = self.spacing_mm
        x_mm, y_mm = self.half_field_mm
        low, high = self.span_mm
        x, y, z = self.centre_mm
        shape = (
            round((high - low) / slice_mm),
            round(2 * y_mm / row_mm),
            round(2 * x_mm / column_mm),
        )
        affine = np.array(
            [
                [0, 0, column_mm, x - x_mm],
                [0, row_mm, 0, y - y_mm],
                [slice_mm, 0, 0, z + low],
                [0, 0, 0, 1],
            ],
            dtype=np.float64,
        )
        return Geometry(shape, affine)

    @lru_cache(maxsize=8)  # noqa: B019  a frozen value, and few of them
    def volume(self) -> Volume:
        """The image; read only, as every volume, and so made once for the latest of them."""
        geometry = self.geometry
        grid = np.moveaxis(np.indices(geometry.shape), 0, -1)
        own = (geometry.to_patient(grid) - np.array(self.centre_mm)) @ self.turn
        x, y, z = own[..., 0], own[..., 1], own[..., 2]
        # Round above, flat with round corners below, 300 × 230 mm, 180 mm long.
        above = np.hypot(x, y - 35) < 147
        below = (np.abs(x) / 147) ** 6 + (np.abs(y - 35) / 77) ** 6 < 1
        body = np.where(y < 35, above, below) & (z > -70) & (z < 110)
        if self.lung:
            body &= np.hypot(x, y) > 25
        image = np.where(body, self.background, 0).astype(np.float64)
        for diameter, centre in self.centres_mm.items():
            if diameter:
                self._add(image, geometry, centre, diameter / 2, diameter in self.cold_mm)
        sigma = self.fwhm_mm / FWHM_PER_SIGMA / np.array(self.spacing_mm)
        image = ndimage.gaussian_filter(image, sigma, mode="nearest")
        if self.noise:
            rng = np.random.default_rng(self.seed)
            grain = ndimage.gaussian_filter(rng.standard_normal(image.shape), sigma)
            level = np.sqrt(np.maximum(image, 0) * self.background)
            image = np.maximum(image + self.noise * level * grain / grain.std(), 0)
        return Volume(
            image.astype(np.float32), geometry, Unit.STORED, Provenance(description="made up")
        )

    def _add(
        self,
        image: NDArray[np.float64],
        geometry: Geometry,
        centre: NDArray[np.float64],
        radius_mm: float,
        cold: bool,
    ) -> None:
        """A sphere, by the share of each voxel in it, in a cold glass wall."""
        spacing = np.array(self.spacing_mm)
        at = geometry.to_index(centre)
        reach = (radius_mm + self.glass_mm) / spacing + 1
        low = np.maximum(np.floor(at - reach), 0).astype(int)
        high = np.minimum(np.ceil(at + reach) + 1, geometry.shape).astype(int)
        if (low >= high).any():
            return
        box = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
        index = np.moveaxis(np.indices(tuple((high - low).tolist())), 0, -1) + low.astype(
            np.float64
        )
        inner, outer = np.zeros(index.shape[:-1]), np.zeros(index.shape[:-1])
        points = (np.indices((FINER,) * 3).reshape(3, -1).T + 0.5) / FINER - 0.5
        for point in points:
            distance = np.linalg.norm((index + point - at) * spacing, axis=-1)
            inner += distance <= radius_mm
            outer += distance <= radius_mm + self.glass_mm
        inner, outer = inner / len(points), outer / len(points)
        image[box] = image[box] * (1 - outer) + (not cold) * self.ratio * self.background * inner
