"""A foreign case reaches the station with a header that gives its SUV."""

import numpy as np
import pytest

from station.lab.foreign.study import in_memory
from station.operations.images import load_pet_ct
from station.pet.suitability import is_fdg
from station.pet.volume import Unit
from tests.lab.foreign.made import made_up_case


def test_the_pet_is_in_suvbw_with_its_own_values():
    case = made_up_case(7)
    there = in_memory(case)
    loaded = load_pet_ct(there.study, there.pet, images=there.images)
    assert loaded.pet.volume.unit is Unit.SUV_BW
    assert np.array_equal(loaded.pet.volume.voxels, case.pet.voxels)
    assert loaded.pet.weight_kg == pytest.approx(70.0)
    assert is_fdg(there.pet)


def test_the_ct_is_in_the_pets_space():
    case = made_up_case(7)
    there = in_memory(case)
    loaded = load_pet_ct(there.study, there.pet, images=there.images)
    assert loaded.ct is not None
    assert loaded.ct.volume.unit is Unit.HU
    assert np.array_equal(loaded.ct.volume.voxels, case.ct.voxels)


def test_a_study_without_ct_says_so():
    there = in_memory(made_up_case(7), with_ct=False)
    loaded = load_pet_ct(there.study, there.pet, images=there.images)
    assert loaded.ct is None
    assert loaded.no_ct == "The study has no CT."
