"""How far PET and CT lie apart: a shift that is known is found back."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from station.quality.landmarks import Landmarks, find_landmarks
from station.quality.registration import rigid_shift, shift_at_diaphragm, shift_at_head
from tests.quality.patients import Scan, moved, scanned

pytestmark = pytest.mark.simulated

BY_MM = (3.0, -4.0, 12.0)
EXACT_MM = 1.5
BLUR_MM = 3.0
"""The PET's blur is not even round an organ: hot liver shines into lung, brain into air"""


@pytest.fixture(scope="module")
def scan() -> Scan:
    return scanned()


@pytest.fixture(scope="module")
def apart(scan: Scan) -> Landmarks:
    """Of a PET that lies BY_MM from its CT."""
    return find_landmarks(moved(scan.pet, BY_MM), scan.ct)


@pytest.fixture(scope="module")
def together(scan: Scan) -> Landmarks:
    return find_landmarks(scan.pet, scan.ct)


@pytest.mark.parametrize("register", [shift_at_diaphragm, shift_at_head])
def test_a_known_shift_is_found_back(register, apart: Landmarks, together: Landmarks) -> None:
    shift, before = register(apart), register(together)
    assert shift is not None
    assert before is not None
    found = np.array(shift.vector_mm) - before.vector_mm
    assert np.linalg.norm(found - BY_MM) < EXACT_MM
    assert shift.rotation_deg < 4


@pytest.mark.parametrize("register", [shift_at_diaphragm, shift_at_head])
def test_images_that_lie_together_are_not_apart(register, together: Landmarks) -> None:
    shift = register(together)
    assert shift is not None
    assert shift.distance_mm < BLUR_MM


def test_the_same_images_give_the_same_shift(apart: Landmarks) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(shift_at_head, (apart, apart))
    assert one is not None
    assert other is not None
    assert one == other


def test_too_small_a_part_has_no_shift(together: Landmarks) -> None:
    nothing = np.zeros(together.view.body.shape, np.bool_)
    assert rigid_shift(together.view, nothing, (0.0, 0.0, 0.0)) is None


def test_without_a_ct_there_is_no_shift(scan: Scan) -> None:
    alone = find_landmarks(scan.pet)
    assert shift_at_diaphragm(alone) is None
    assert rigid_shift(alone.view, alone.view.body, (0.0, 0.0, 0.0)) is None
