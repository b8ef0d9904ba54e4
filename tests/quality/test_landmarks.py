"""Where the organs lie, against what the simulated patient truly holds."""

import numpy as np
import pytest

from station.pet.volume import Unit, Volume
from station.quality.landmarks import Landmarks, find_landmarks
from station.simulate.scanner import supine_geometry
from tests.quality.patients import Scan, flipped, organs_in, scanned

pytestmark = pytest.mark.simulated


@pytest.fixture(scope="module")
def scan() -> Scan:
    return scanned()


@pytest.fixture(scope="module")
def found(scan: Scan) -> Landmarks:
    return find_landmarks(scan.pet, scan.ct)


@pytest.fixture(scope="module")
def found_without_ct(scan: Scan) -> Landmarks:
    return find_landmarks(scan.pet)


def test_the_livers_sphere_lies_wholly_in_the_liver(scan: Scan, found: Landmarks) -> None:
    assert found.liver is not None
    assert found.liver.sphere.volume_ml == 3.0
    assert organs_in(scan.anatomy, found.liver.sphere) == {"liver"}


def test_the_liver_is_found_in_the_pet_alone_and_it_is_said(
    scan: Scan, found_without_ct: Landmarks
) -> None:
    liver = found_without_ct.liver
    assert liver is not None
    assert organs_in(scan.anatomy, liver.sphere) == {"liver"}
    assert not found_without_ct.organs.from_ct


def test_without_a_ct_no_blood_pool_is_claimed(found_without_ct: Landmarks) -> None:
    assert found_without_ct.blood is None
    assert found_without_ct.dome_mm is None


def test_the_blood_pools_sphere_lies_wholly_in_the_aorta(scan: Scan, found: Landmarks) -> None:
    assert found.blood is not None
    assert organs_in(scan.anatomy, found.blood) == {"aorta"}


def test_the_dome_parts_lung_from_liver(scan: Scan, found: Landmarks) -> None:
    assert found.dome_mm is not None
    x, y, z = found.dome_mm
    column = scan.ct.geometry
    above, below = (column.voxel_at((x, y, z + away)) for away in (24.0, -24.0))
    assert above is not None
    assert below is not None
    assert scan.ct.voxels[above] < -500
    assert 0 < scan.ct.voxels[below] < 150


def test_head_lungs_and_arms_are_in_view(found: Landmarks) -> None:
    assert found.brain is not None
    assert found.lungs is not None
    assert found.arms.any()
    assert not found.upside_down


def test_the_brain_is_above_the_lungs_and_in_the_middle(found: Landmarks) -> None:
    assert found.brain is not None
    assert found.lungs is not None
    heights = [np.argwhere(mask)[:, 0].mean() for mask in (found.brain, found.lungs)]
    assert heights[0] > heights[1]
    x = found.view.x_mm[np.argwhere(found.brain)[:, 2]].mean()
    assert abs(x - found.view.midline_mm) < 25


def test_the_legs_are_no_arms(scan: Scan, found: Landmarks) -> None:
    lowest = found.view.z_mm[np.flatnonzero(found.arms.any(axis=(1, 2)))[0]]
    assert lowest > -400 * scan.anatomy.height_m / 1.7


def test_a_patient_whose_header_swaps_the_sides_has_his_liver_on_the_left(scan: Scan) -> None:
    mirrored = find_landmarks(flipped(scan.pet, 2), flipped(scan.ct, 2))
    assert mirrored.mirrored
    assert mirrored.liver is not None
    assert mirrored.liver.right_share < 0.3


def test_a_patient_whose_head_is_where_the_feet_should_be_is_upside_down(scan: Scan) -> None:
    assert find_landmarks(flipped(scan.pet, 0, 2), flipped(scan.ct, 0, 2)).upside_down


def test_a_phantom_has_no_organs() -> None:
    grid = supine_geometry(60, 6.0, 50, 6.0, -300.0)
    z, y, x = np.meshgrid(*(np.arange(n) for n in grid.shape), indexing="ij")
    water = ((x - 29.5) ** 2 + (y - 29.5) ** 2 < 18**2) & (abs(z - 24.5) < 18)
    pet = Volume(np.where(water, np.float32(1.8), np.float32(0)), grid, Unit.SUV_BW)
    ct = Volume(np.where(water, 0, -1000).astype(np.int16), grid, Unit.HU)
    for one in (find_landmarks(pet, ct), find_landmarks(pet)):
        assert (one.liver, one.blood, one.brain) == (None, None, None)
