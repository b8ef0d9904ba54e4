"""What a finder is to find in real bodies."""

import numpy as np

from station.lab.real_organs import UNKNOWN, real_organs
from station.quality.organs import Tissue
from station.simulate.real_bodies import Part, real_bodies


def test_every_organ_is_found_in_some_body_and_no_lesion_in_any():
    tissues = {int(code) for body in real_bodies() for code in np.unique(real_organs(body.parts))}
    assert tissues == {int(t) for t in Tissue if t is not Tissue.LESION} | {UNKNOWN}


def test_parts_become_the_tissue_they_belong_to():
    parts = np.array([Part.MYOCARDIUM, Part.GAS, Part.ARM_BONE, Part.MARROW, Part.UNCLEAR])
    expected = [Tissue.HEART, Tissue.GUT, Tissue.ARMS, Tissue.BODY, UNKNOWN]
    assert real_organs(parts.astype(np.uint8)).tolist() == expected
