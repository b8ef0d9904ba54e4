"""What an organ finder is to find in the bodies of real people."""

import numpy as np
from numpy.typing import NDArray

from station.quality.organs import Tissue
from station.simulate.real_bodies import Part

UNKNOWN = 255
"""Cells whose tissue nobody can name: training leaves them out"""
TISSUE_OF = {
    Part.AIR: Tissue.AIR,
    Part.MUSCLE: Tissue.MUSCLE,
    Part.LUNG: Tissue.LUNGS,
    Part.LIVER: Tissue.LIVER,
    Part.SPLEEN: Tissue.SPLEEN,
    Part.HEART: Tissue.HEART,
    Part.MYOCARDIUM: Tissue.HEART,
    Part.BLOOD: Tissue.BLOOD,
    Part.BRAIN: Tissue.BRAIN,
    Part.KIDNEY: Tissue.KIDNEYS,
    Part.BLADDER: Tissue.BLADDER,
    Part.GUT: Tissue.GUT,
    Part.GAS: Tissue.GUT,
    Part.ARM_FAT: Tissue.ARMS,
    Part.ARM_MUSCLE: Tissue.ARMS,
    Part.ARM_BONE: Tissue.ARMS,
}
"""Of every part that is not BODY"""


def real_organs(parts: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """`Tissue` of every cell of a `RealBody.parts`, or UNKNOWN."""
    table = np.array([TISSUE_OF.get(part, Tissue.BODY) for part in Part], dtype=np.uint8)
    table[Part.UNCLEAR] = UNKNOWN
    return table[parts]
