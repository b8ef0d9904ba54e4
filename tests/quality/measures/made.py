"""A body of simple shapes whose every quantity is known, for the tests of the measures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.filters import FWHM_PER_SIGMA
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.quality.cases import NOT_TURNED
from station.quality.measures.scene import Scene
from station.quality.organs import Organs, Tissue, cells_about
from station.quality.working_grid import view_of

ndimage: Any = untyped_ndimage  # its own types are incomplete

Array = NDArray[np.float64]
DOME_Z_MM = -300.0
"""The liver's flat upper end, where the lung begins"""
HALF_WIDTH_MM, HALF_DEPTH_MM = 170.0, 110.0
LEVELS: Mapping[Tissue, float] = {
    Tissue.BODY: 1.0,
    Tissue.LUNGS: 0.5,
    Tissue.LIVER: 2.0,
    Tissue.SPLEEN: 1.8,
    Tissue.HEART: 2.4,
    Tissue.BLOOD: 1.4,
    Tissue.MUSCLE: 0.7,
}
HU: Mapping[Tissue, float] = {
    Tissue.AIR: -1000.0,
    Tissue.BODY: 40.0,
    Tissue.LUNGS: -800.0,
    Tissue.LIVER: 60.0,
}


def tissue_at(x: Array, y: Array, z: Array, dome_z_mm: float = DOME_Z_MM) -> NDArray[np.uint8]:
    """What is at LPS mm."""
    cells = np.where((x / HALF_WIDTH_MM) ** 2 + (y / HALF_DEPTH_MM) ** 2 < 1, Tissue.BODY, 0)
    trunk = (x / (HALF_WIDTH_MM - 25)) ** 2 + (y / (HALF_DEPTH_MM - 25)) ** 2 < 1
    chest = trunk & (z > dome_z_mm) & (z < -120) & (np.abs(x) > 25)
    cells = np.where(chest, Tissue.LUNGS, cells)
    liver = trunk & (x < 20) & (z <= dome_z_mm) & (z > dome_z_mm - 170)
    cells = np.where(liver, Tissue.LIVER, cells)
    spleen = (x - 100) ** 2 + (y - 20) ** 2 + (z + 360) ** 2 < 40**2
    cells = np.where(spleen, Tissue.SPLEEN, cells)
    cells = np.where((np.hypot(x, y - 20) < 22) & (z > -300), Tissue.BLOOD, cells)
    return np.where(trunk & (z < -560), Tissue.MUSCLE, cells).astype(np.uint8)


@dataclass(frozen=True)
class Made:
    """How the body is imaged."""

    spacing_mm: tuple[float, float, float] = (4.0, 5.0, 5.0)
    blur_mm: float = 0.0
    """FWHM of the image's own resolution"""
    noise: float = 0.0
    """Standard deviation relative to the uptake"""
    grain_mm: float = 0.0
    """FWHM of the filter over the noise"""
    breath_mm: float = 0.0
    """How much lower the diaphragm is in the CT"""
    shift_mm: tuple[float, float] = (0.0, 0.0)
    """x and y of the PET relative to the CT"""
    with_ct: bool = True
    levels: Mapping[Tissue, float] = field(default_factory=lambda: LEVELS)
    seed: int = 1

    @property
    def grid(self) -> Geometry:
        sides = (720.0, 320.0, 440.0)
        shape = tuple(round(side / step) for side, step in zip(sides, self.spacing_mm, strict=True))
        affine = np.zeros((4, 4))
        affine[2, 0], affine[1, 1], affine[0, 2], affine[3, 3] = *self.spacing_mm, 1
        affine[:3, 3] = np.array([0.0, 0.0, -430.0]) - affine[:3, :3] @ ((np.array(shape) - 1) / 2)
        return Geometry((shape[0], shape[1], shape[2]), affine)

    def places(self, grid: Geometry) -> tuple[Array, Array, Array]:
        x, y, z = np.moveaxis(grid.to_patient(np.moveaxis(np.indices(grid.shape), 0, -1)), -1, 0)
        return x, y, z

    def voxels(self) -> NDArray[np.float32]:
        """SUV"""
        grid = self.grid
        x, y, z = self.places(grid)
        cells = tissue_at(x - self.shift_mm[0], y - self.shift_mm[1], z)
        table = np.array([self.levels.get(tissue, 0.0) for tissue in Tissue])
        suv = table[cells]
        if self.noise:
            drawn = np.random.default_rng(self.seed).standard_normal(grid.shape)
            if self.grain_mm:
                drawn = ndimage.gaussian_filter(drawn, self._sigmas(self.grain_mm))
                drawn /= drawn.std()
            suv = suv * (1 + self.noise * drawn)
        if self.blur_mm:
            suv = ndimage.gaussian_filter(suv, self._sigmas(self.blur_mm))
        return suv.astype(np.float32)

    def _sigmas(self, fwhm_mm: float) -> list[float]:
        return [fwhm_mm / FWHM_PER_SIGMA / step for step in self.spacing_mm]

    def hu(self) -> NDArray[np.float32]:
        x, y, z = self.places(self.grid)
        cells = tissue_at(x, y, z, DOME_Z_MM - self.breath_mm)
        table = np.array([HU.get(tissue, 40.0) for tissue in Tissue], np.float32)
        return table[cells]

    def organs(self) -> Organs:
        grid = cells_about(*self.grid.bounds_mm)
        return Organs(grid, tissue_at(*self.places(grid)), {}, NOT_TURNED, self.with_ct)

    def scene(
        self, voxels: NDArray[np.float32] | None = None, hu: NDArray[np.float32] | None = None
    ) -> Scene:
        made = Provenance("Made for a test")
        pet = Volume(self.voxels() if voxels is None else voxels, self.grid, Unit.SUV_BW, made)
        ct = Volume(self.hu() if hu is None else hu, self.grid, Unit.HU, made)
        view = view_of(pet, ct if self.with_ct else None)
        return Scene(pet, view, self.organs())
