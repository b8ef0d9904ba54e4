"""The organs of one patient as they were recognised in the PET (and its CT), on a coarse grid."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from station.pet.volume import Geometry

CELL_MM = 8.0
"""Spacing of the grid along every axis"""


class Tissue(IntEnum):
    """What a cell of the grid is."""

    AIR = 0
    """Outside the patient, with the couch"""
    BODY = 1
    """Fat, bone, vessels, and all that is not one of the following"""
    LUNGS = 2
    LIVER = 3
    SPLEEN = 4
    HEART = 5
    """Walls and chambers"""
    BLOOD = 6
    """Aorta and the great vessels of the mediastinum"""
    BRAIN = 7
    KIDNEYS = 8
    """Cortex and pelvis"""
    BLADDER = 9
    MUSCLE = 10
    """Large skeletal muscles: back, buttocks, thighs, shoulders"""
    ARMS = 11
    """With everything in them"""
    GUT = 12
    """Stomach and bowel with their content"""
    LESION = 13
    """What takes up more than the organ it is in: tumours, nodes, a depot of tracer"""


@dataclass(frozen=True)
class Turned:
    """Probabilities that the voxels are the wrong way round for the header's patient axes."""

    left_right: float
    """Mirrored: the liver on the left (situs inversus looks the same)"""
    upside_down: float
    """The head is at the foot end"""


@dataclass(frozen=True, eq=False)
class Organs:
    """What was recognised. An organ that is not sure enough has no cells: they are BODY."""

    geometry: Geometry
    """CELL_MM along the patient's axes: slices to the head, rows to the back, columns left"""
    cells: NDArray[np.uint8]
    """Tissue of each, (slice, row, column)"""
    sure: Mapping[Tissue, float]
    """Of each organ that was looked for, 0 to 1: how well two looks at the image agree, lowered
    where the volume or the order from head to foot is not a human's. Also of what is withheld"""
    turned: Turned
    from_ct: bool
    """Whether a CT was seen as well"""

    def mask(self, *tissues: Tissue) -> NDArray[np.bool_]:
        """Cells of any of these tissues, (slice, row, column)."""
        return np.isin(self.cells, tissues)

    def volume_ml(self, tissue: Tissue) -> float:
        return float((self.cells == tissue).sum()) * CELL_MM**3 / 1000


def cells_about(low_mm: NDArray[np.float64], high_mm: NDArray[np.float64]) -> Geometry:
    """The grid of cells that holds a box in LPS mm, along the patient's axes."""
    counts = np.maximum(np.ceil((high_mm - low_mm) / CELL_MM).astype(int), 1)
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = CELL_MM
    affine[:3, 3] = (low_mm + high_mm) / 2 - (counts - 1) / 2 * CELL_MM
    affine[3, 3] = 1
    x, y, z = (int(count) for count in counts)
    return Geometry((z, y, x), affine)
