"""What an organ finder is to find: the organs of a virtual patient on a grid of any spacing."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from station.pet.volume import Geometry
from station.quality.organs import Tissue
from station.simulate.phantom import AIR, Anatomy, LesionKind, Organ, core_of, truth_labels

TISSUE_OF = {
    AIR: Tissue.AIR,
    "couch": Tissue.AIR,
    "couch foam": Tissue.AIR,
    "muscle": Tissue.MUSCLE,
    "psoas muscle": Tissue.MUSCLE,
    "lung": Tissue.LUNGS,
    "liver": Tissue.LIVER,
    "spleen": Tissue.SPLEEN,
    "heart chambers": Tissue.HEART,
    "right ventricle wall": Tissue.HEART,
    "left ventricle wall": Tissue.HEART,
    "lateral wall": Tissue.HEART,
    "left ventricle cavity": Tissue.HEART,
    "aorta": Tissue.BLOOD,
    "great veins": Tissue.BLOOD,
    "grey matter": Tissue.BRAIN,
    "white matter": Tissue.BRAIN,
    "deep grey matter": Tissue.BRAIN,
    "cerebellum": Tissue.BRAIN,
    "brain stem": Tissue.BRAIN,
    "sulci": Tissue.BRAIN,
    "ventricles": Tissue.BRAIN,
    "renal cortex": Tissue.KIDNEYS,
    "renal pelvis": Tissue.KIDNEYS,
    "bladder": Tissue.BLADDER,
    "bladder wall": Tissue.BLADDER,
    "stomach wall": Tissue.GUT,
    "stomach content": Tissue.GUT,
    "colon": Tissue.GUT,
    "active colon": Tissue.GUT,
    "colon gas": Tissue.GUT,
    "quiet bowel": Tissue.GUT,
    "bowel": Tissue.GUT,
    "active bowel": Tissue.GUT,
    "rectum": Tissue.GUT,
    "extravasation": Tissue.LESION,
    "brown fat": Tissue.LESION,
}
"""Of every painted organ that is not BODY; lesions that are hot are LESION"""
ARM = "arm"
OF_AN_ARM = frozenset(
    {"skin", "subcutaneous fat", "muscle", "bone", "wall marrow", "humerus marrow"}
)
"""What the arms consist of"""
CHIN_Z_MM, PELVIS_Z_MM = -240.0, -715.0
"""In a body of 1.70 m. Muscle above the first is that of the face and the throat; vessels above the
one and below the other are those of the neck and of the legs."""


def true_organs(body: Anatomy, geometry: Geometry) -> NDArray[np.uint8]:
    """`Tissue` at every voxel's centre, (slice, row, column), the breath in its mean position.

    Lesions that take up less than what is around them are left out: what is under them is shown.
    """
    hot = tuple(lesion for lesion in body.lesions if lesion.kind is not LesionKind.COLD)
    arms = Organ(ARM, body.arms, 0.0, 0.0, OF_AN_ARM & {organ.name for organ in body.organs})
    labels = truth_labels(replace(body, organs=(*body.organs, arms), lesions=hot), geometry)
    names = {lesion.name for lesion in hot}
    names |= {core_of(name) for name in names}
    table = [
        Tissue.LESION
        if name in names
        else Tissue.ARMS
        if name == ARM
        else TISSUE_OF.get(name, Tissue.BODY)
        for name in labels.names
    ]
    cells = np.array(table, dtype=np.uint8)[labels.codes]
    z = _heights(geometry) / (body.height_m / 1.70)
    head, trunk = z > CHIN_Z_MM, (z <= CHIN_Z_MM) & (z > PELVIS_Z_MM)
    cells[(cells == Tissue.MUSCLE) & head] = Tissue.BODY
    cells[(cells == Tissue.BLOOD) & ~trunk] = Tissue.BODY
    return cells


def _heights(geometry: Geometry) -> NDArray[np.float64]:
    """LPS z of every voxel's centre, to be broadcast over the grid."""
    slices, rows, columns = geometry.shape
    step = geometry.affine[2]
    return (
        step[3]
        + step[0] * np.arange(slices)[:, None, None]
        + step[1] * np.arange(rows)[None, :, None]
        + step[2] * np.arange(columns)[None, None, :]
    )
