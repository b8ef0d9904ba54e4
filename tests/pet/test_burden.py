"""Everything above a level, and what of it is physiological."""

import numpy as np
import pytest

from station.errors import StationError
from station.pet.burden import OrganMap, burden
from station.pet.volume import Unit, Volume
from tests.made_up import images

GRID = images.grid((100, 50, 50), (4.0, 4.0, 4.0))
CELLS = images.grid((50, 25, 25), (8.0, 8.0, 8.0), (2.0, 2.0, 2.0))
NAMES = {3: "liver", 8: "kidneys", 9: "bladder"}
LESION, BLADDER, URETER = (40.0, 100.0, 250.0), (100.0, 100.0, 60.0), (130.0, 100.0, 160.0)


def away_from(centre_mm, geometry=GRID):
    places = geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))
    return np.abs(places - centre_mm)


def ball(centre_mm, radius_mm, geometry=GRID):
    return np.linalg.norm(away_from(centre_mm, geometry), axis=-1) <= radius_mm


def tube(centre_mm, radius_mm, half_mm):
    off = away_from(centre_mm)
    return (np.hypot(off[..., 0], off[..., 1]) <= radius_mm) & (off[..., 2] <= half_mm)


@pytest.fixture(scope="module")
def image():
    voxels = np.ones(GRID.shape, np.float32)
    voxels[ball(LESION, 12)] = 8
    voxels[ball(BLADDER, 30)] = 30
    voxels[tube(URETER, 5, 24)] = 12
    voxels[50, 10, 10] = 9  # one voxel of noise
    return Volume(voxels, GRID, Unit.SUV_BW)


@pytest.fixture(scope="module")
def organs():
    codes = np.zeros(CELLS.shape, np.uint8)
    codes[ball(BLADDER, 30, CELLS)] = 9
    for side in (60.0, 140.0):
        codes[ball((side, 120.0, 300.0), 30, CELLS)] = 8
    return OrganMap(CELLS, codes, NAMES)


def test_every_part_is_listed_and_the_physiological_ones_have_a_reason(image, organs):
    found = burden(image, 4.0, organs)
    assert [part.organ for part in found.components] == ["bladder", "ureter", ""]
    assert [part.counted for part in found.components] == [False, False, True]
    assert all(part.reason for part in found.components[:2])
    assert found.small == 1
    lesion = found.components[-1]
    assert found.volume_ml == pytest.approx(ball(LESION, 12).sum() * 0.064)
    assert found.tlg == pytest.approx(8 * found.volume_ml)
    assert found.maximum == lesion.measurement.maximum == 8


def test_without_an_organ_map_everything_counts(image):
    found = burden(image, 4.0)
    assert all(part.counted for part in found.components)
    assert found.maximum == 30


def test_a_person_counts_a_part_after_all_and_leaves_another_out(image, organs):
    bladder, ureter, lesion = burden(image, 4.0, organs).components
    assert bladder.as_lesion().counted
    assert not lesion.left_out().counted
    assert ureter.left_out("Urine.").reason == "Urine."


def test_a_lesion_next_to_the_bladder_is_counted(organs):
    voxels = np.ones(GRID.shape, np.float32)
    voxels[ball((100.0, 100.0, 106.0), 10)] = 8
    (part,) = burden(Volume(voxels, GRID, Unit.SUV_BW), 4.0, organs).components
    assert part.counted


def test_what_means_nothing_is_refused(image):
    with pytest.raises(StationError, match="needs SUV"):
        burden(Volume(image.voxels, GRID, Unit.BQ_PER_ML), 4.0)
    for level in (0.0, float("nan")):
        with pytest.raises(StationError, match="above 0"):
            burden(image, level)
    dots = np.zeros(GRID.shape, np.float32)
    dots[::4, ::4, ::4] = 5
    with pytest.raises(StationError, match="higher threshold"):
        burden(Volume(dots, GRID, Unit.SUV_BW), 4.0, smallest_ml=0)


def test_slices_that_were_never_stored_hold_nothing():
    voxels = np.full(GRID.shape, np.nan, np.float32)
    voxels[20:24, 20:24, 20:24] = 6
    (part,) = burden(Volume(voxels, GRID, Unit.SUV_BW), 4.0).components
    assert part.measurement.volume_ml == pytest.approx(64 * 0.064)
