"""What was scanned: sizes of the organs and of the patient.

They drive no grade; they say whether an image is of the kind that grades were learned from.
"""

import numpy as np

from station.quality.measures.quantity import Quantity, Subject, Values, Worse
from station.quality.measures.scene import Scene
from station.quality.organs import Tissue
from station.quality.working_grid import STEP_MM

LIVER_ML = Quantity("liver's volume", "mL", Subject.KIND, Worse.EITHER, 50.0)
LUNGS_ML = Quantity("lungs' volume", "mL", Subject.KIND, Worse.EITHER, 50.0)
LENGTH = Quantity("length of the patient in view", "mm", Subject.KIND, Worse.EITHER, 50.0)
SECTION = Quantity("cross-section of the trunk", "cm²", Subject.KIND, Worse.EITHER, 20.0)
HOTTEST = Quantity("hottest hundredth to body", "", Subject.KIND, Worse.EITHER, 1.0)

QUANTITIES = LIVER_ML, LUNGS_ML, LENGTH, SECTION, HOTTEST


def kind_of(scene: Scene) -> Values:
    values = dict.fromkeys(QUANTITIES, float("nan"))
    for tissue, quantity in ((Tissue.LIVER, LIVER_ML), (Tissue.LUNGS, LUNGS_ML)):
        if (volume := scene.organs.volume_ml(tissue)) > 0:
            values[quantity] = volume
    areas = scene.body.sum(axis=(1, 2)) * STEP_MM**2 / 100
    if areas.any():
        values[LENGTH] = STEP_MM * float((areas > 0).sum())
        values[SECTION] = float(np.median(areas[areas > 0]))
        hottest = np.percentile(scene.view.uptake[scene.body], 99)
        values[HOTTEST] = float(hottest) / scene.body_level
    return values
