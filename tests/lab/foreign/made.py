"""A foreign case in no time: a box with a liver."""

from typing import Any

import numpy as np

from station.lab.foreign.cases import Facts, ForeignCase
from station.pet.volume import Geometry, Unit, Volume
from station.quality.organs import Tissue

LIVER_MM = (-64.0, 0.0, 80.0)
SHAPE = (40, 24, 40)


def facts(seed: int, grade: int, **values: Any) -> Facts:
    given: dict[str, Any] = {
        "quality": float(grade),
        "causes": {} if grade == 5 else {"too few counts": 5.0 * (6 - grade)},
        "main_cause": "" if grade == 5 else "too few counts",
        "liver_noise_percent": 5.0 * (6 - grade),
        "liver_mm": LIVER_MM,
        "liver_suv": 2.0,
        "arms_up": True,
        "woman": False,
        "weight_kg": 70.0,
        "height_m": 1.75,
        "dose_mbq": 245.0,
        "uptake_min": 60.0,
        "bed_s": 120.0,
        "method": "OSEM",
        "voxel_mm": 8.0,
        "slice_mm": 8.0,
        "resolution_mm": 7.0,
        "head": "eyes",
        "lesions": 0,
    }
    return Facts(seed=seed, grade=grade, **(given | values))


def grid() -> Geometry:
    affine = np.zeros((4, 4))
    affine[2, 0] = affine[1, 1] = affine[0, 2] = 8.0
    affine[:3, 3] = -160.0, -96.0, 0.0
    affine[3, 3] = 1.0
    return Geometry(SHAPE, affine)


def made_up_case(seed: int, grade: int = 4, **values: Any) -> ForeignCase:
    geometry = grid()
    organs = np.full(SHAPE, Tissue.BODY, np.uint8)
    z, y, x = (round(float(at)) for at in geometry.to_index(LIVER_MM))
    organs[z - 4 : z + 5, y - 4 : y + 5, x - 4 : x + 5] = Tissue.LIVER
    suv = np.where(organs == Tissue.LIVER, 2.0, 0.5).astype(np.float32)
    hu = np.zeros(SHAPE, np.int16)
    return ForeignCase(
        facts(seed, grade, **values),
        Volume(suv, geometry, Unit.SUV_BW),
        Volume(hu, geometry, Unit.HU),
        organs,
        geometry,
    )
