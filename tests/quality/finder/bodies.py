"""A small body for the finder's tests: a box of muscle with a liver, lungs and a head."""

import numpy as np

from station.quality.finder.made_up import LabelledBody
from station.quality.organs import Tissue

CODES = {1: Tissue.MUSCLE, 2: Tissue.LIVER, 3: Tissue.LUNGS, 4: Tissue.BRAIN, 5: Tissue.BLADDER}
SUV = {1: 0.6, 2: 2.0, 3: 0.4, 4: 8.0, 5: 20.0}
HU = {1: 45.0, 2: 58.0, 3: -800.0, 4: 35.0, 5: 8.0}


def body() -> LabelledBody:
    """With the liver on the right, feet at slice 0; voxels of 8 mm."""
    codes = np.zeros((120, 40, 56), np.uint8)
    codes[:92, 8:32, 8:48] = 1
    codes[96:114, 12:28, 20:36] = 4
    codes[92:96, 16:24, 24:32] = 1
    codes[58:76, 10:30, 10:25] = 2
    codes[76:90, 10:30, 10:24] = 3
    codes[76:90, 10:30, 32:46] = 3
    codes[12:18, 12:20, 24:32] = 5
    tissue = np.full(256, Tissue.AIR, np.uint8)
    suv, hu = np.zeros(256, np.float32), np.full(256, -1000, np.float32)
    for code, of in CODES.items():
        tissue[code], suv[code], hu[code] = of, SUV[code], HU[code]
    return LabelledBody(codes, 8.0, tissue, suv, hu)
