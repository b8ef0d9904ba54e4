"""Where in an image what lowers its grade was measured.

The grade comes from whole organs, so a place has no exact share of it: each subject's damage is
spread over the places at which what it is measured by is strong.
"""

from collections.abc import Mapping

import numpy as np

from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.quality.measures.artefacts import texture_of
from station.quality.measures.misfit import METAL_HU
from station.quality.measures.noise import LAG_MM
from station.quality.measures.quantity import Subject
from station.quality.measures.scene import SOLID, Scene, ndimage
from station.quality.measures.uptake import HOT, HOT_ORGANS
from station.quality.organs import Tissue
from station.quality.working_grid import STEP_MM, Image, View

CELL = 4
"""Voxels of the working grid along an axis: 16 mm"""
RIM_MM = 12.0
"""To both sides of the skin, where a shifted CT shows"""


def places_of(scene: Scene, damages: Mapping[str, float]) -> Volume:
    """The damage by each subject, in log odds, by place: cells of 16 mm, LPS."""
    total = np.zeros(scene.view.uptake.shape, np.float32)
    for subject, damage in damages.items():
        if damage > 0:
            strength = _strength(scene, Subject(subject))
            whole = float(strength.sum(dtype=np.float64))
            if whole > 0:
                total += strength * np.float32(damage / whole)
    cells, grid = _summed(total, scene.view.geometry)
    return Volume(cells, grid, Unit.STORED, Provenance(description="Quality lost, by place"))


def _strength(scene: Scene, subject: Subject) -> Image:
    """How strong what a subject is measured by is in every voxel of the working grid, 0 or more."""
    uptake, level = scene.view.uptake, scene.body_level
    if not level > 0:
        return np.zeros_like(uptake)
    if subject is Subject.NOISE:
        lag = round(LAG_MM / STEP_MM)
        bends = np.zeros_like(uptake)
        bends[lag:-lag] = uptake[lag:-lag] - (uptake[: -2 * lag] + uptake[2 * lag :]) / 2
        return np.minimum(np.abs(bends) / level, 1) * np.isin(scene.cells, SOLID)
    if subject is Subject.ARTEFACTS:
        texture, _ = texture_of(scene)
        return np.abs(texture)
    if subject in (Subject.SHARPNESS, Subject.MOTION):
        edges = np.abs(ndimage.gaussian_gradient_magnitude(uptake, 1.0)) / level
        return np.minimum(edges, 1) * scene.body
    if subject is Subject.MISFIT:
        return _misfit(scene)
    if subject is Subject.SPOTS:
        hot = (uptake > HOT * level) & ~np.isin(scene.cells, HOT_ORGANS)
        return np.where(hot, uptake / level, 0).astype(np.float32)
    organs = Tissue.MUSCLE, Tissue.BLOOD, Tissue.LIVER, Tissue.BRAIN
    return np.isin(scene.cells, organs).astype(np.float32)


def _misfit(scene: Scene) -> Image:
    view = scene.view
    rim = (np.abs(scene.depth_mm) <= RIM_MM).astype(np.float32)
    if view.hu is None:
        return rim
    outline = View(view.geometry, view.uptake, None, None).body != view.body
    lung = (view.hu < -500.0) & (view.uptake > scene.liver_level / 2)
    metal = ndimage.binary_dilation(view.hu > METAL_HU, iterations=2)
    return (outline & (rim > 0) | lung & scene.body | metal).astype(np.float32)


def _summed(values: Image, grid: Geometry) -> tuple[Image, Geometry]:
    counts = [-(-size // CELL) for size in grid.shape]
    padded = np.zeros([count * CELL for count in counts], np.float32)
    padded[tuple(slice(0, size) for size in values.shape)] = values
    slices, rows, columns = counts
    cells = padded.reshape(slices, CELL, rows, CELL, columns, CELL).sum(axis=(1, 3, 5))
    affine = np.array(grid.affine)
    affine[:3, :3] *= CELL
    affine[:3, 3] = grid.to_patient(((CELL - 1) / 2,) * 3)
    return cells, Geometry((slices, rows, columns), affine)
