"""The sizes of a body whose sizes are known."""

from math import pi

import pytest

from station.quality.measures.kind import LENGTH, LIVER_ML, SECTION, kind_of
from station.quality.organs import Tissue
from tests.quality.measures.made import HALF_DEPTH_MM, HALF_WIDTH_MM, Made


def test_the_patient_and_the_liver_have_their_sizes() -> None:
    scene = Made().scene()
    values = kind_of(scene)
    assert values[LENGTH] == pytest.approx(720, abs=12)
    assert values[SECTION] == pytest.approx(pi * HALF_WIDTH_MM * HALF_DEPTH_MM / 100, rel=0.03)
    assert values[LIVER_ML] == scene.organs.volume_ml(Tissue.LIVER)
