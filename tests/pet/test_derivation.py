"""How a derived image is called, and its way back to the stored unit."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest

from station.errors import StationError
from station.pet.derivation import (
    LONGEST_DESCRIPTION,
    Derivation,
    DerivedHeader,
    derived_series,
    new_header,
    stored_again,
)
from station.pet.study import Patient, Radiopharmaceutical, Role, Series, Study, SuvFacts
from station.pet.suv import SuvConversion, suv_conversion
from station.pet.volume import Geometry, Unit, Volume
from tests.made_up.cards import FakeCard

SCAN = datetime(2024, 3, 1, 10)
FACTS = SuvFacts(
    units="BQML",
    corrected_image=("ATTN", "DECY"),
    decay_correction="START",
    weight_kg=70,
    radiopharmaceutical=Radiopharmaceutical(
        total_dose=350e6, half_life_s=6586.2, start_datetime=SCAN - timedelta(hours=1)
    ),
    series_datetime=SCAN,
    acquisition_datetimes=(SCAN, SCAN, SCAN),
)
GEOMETRY = Geometry((3, 4, 5), np.diag([3.0, 2.0, 2.0, 1.0]))
SOURCE = Series(
    uid="1.2.3",
    study_uid="1.2",
    modality="PT",
    role=Role.UNFILTERED,
    number=3,
    description="OSEM 4i10s unfiltered",
    image_type=("ORIGINAL", "PRIMARY", "AXIAL"),
    kernel="NONE",
    geometry=GEOMETRY,
    unit=Unit.BQ_PER_ML,
    suv=FACTS,
)
DENOISED = Derivation.denoised(FakeCard("Paper network"))
VOXELS = np.random.default_rng(3).gamma(2, 1, GEOMETRY.shape).astype(np.float32)


def study(*numbers: int | None) -> Study:
    return Study(
        "1.2", Patient("P", "Doe"), series=tuple(replace(SOURCE, number=n) for n in numbers)
    )


def test_a_denoised_image_says_by_what_and_that_it_is_research():
    made = derived_series(SOURCE, DerivedHeader("9.9", 7, DENOISED))
    assert made.role is Role.DENOISED
    assert made.is_research
    assert made.description == "OSEM 4i10s unfiltered DLR (RESEARCH)"
    assert made.kernel == "NONE"
    for fact in ("Paper network", "1.0", "ab" * 32, "RESEARCH", SOURCE.label):
        assert fact in made.derivation
    assert (made.uid, made.number, made.source_series_uids) == ("9.9", 7, ("1.2.3",))
    assert made.image_type == ("DERIVED", "PRIMARY", "AXIAL")
    assert made.slices is None
    assert made.suv is FACTS


def test_what_was_done_is_told_in_letters_that_every_source_can_hold():
    text = Derivation.denoised(FakeCard("Réseau"), "on 3 × 2 mm – and back").text
    assert text.isascii()
    assert "on 3 x 2 mm - and back" in text
    assert "Reseau" in text


def test_a_filtered_image_is_a_conventional_one_and_names_its_filter():
    made = derived_series(SOURCE, DerivedHeader("9.9", 7, Derivation.gaussian(6.0)))
    assert made.role is Role.CONVENTIONAL
    assert not made.is_research
    assert made.description == "OSEM 4i10s unfiltered + Gaussian 6 mm"
    assert made.kernel == "Gaussian 6 mm"
    assert len(Derivation.gaussian(12.3456).kernel or "") <= 16


def test_the_suffix_survives_however_long_the_description_of_the_source_is():
    long = replace(SOURCE, description="x" * 70)
    made = derived_series(long, DerivedHeader("9.9", 7, DENOISED))
    assert len(made.description) == LONGEST_DESCRIPTION
    assert made.description.endswith("x DLR (RESEARCH)")
    nameless = derived_series(replace(SOURCE, description=""), DerivedHeader("9.9", 7, DENOISED))
    assert nameless.description == "PET DLR (RESEARCH)"


def test_the_new_series_has_a_uid_of_its_own_and_a_number_that_is_free():
    first, second = (new_header(DENOISED, study(2, 3, None, 40)) for _ in range(2))
    assert first.number == second.number == 41
    assert first.uid != second.uid
    assert first.uid.startswith("2.25.")
    assert len(first.uid) <= 64
    assert new_header(DENOISED, study()).number == 1
    assert new_header(DENOISED, study(1, 2**31 - 1)).number == 2


def test_suv_goes_back_to_the_unit_it_was_stored_in():
    conversion = suv_conversion(FACTS)
    in_suv = Volume(VOXELS, GEOMETRY, Unit.BQ_PER_ML).scaled(conversion.factor, Unit.SUV_BW)
    stored = stored_again(in_suv, SOURCE, conversion)
    assert stored.unit is Unit.BQ_PER_ML
    np.testing.assert_allclose(stored.values.astype(np.float32), VOXELS, rtol=1e-6)
    again = stored.volume(conversion.factor, Unit.SUV_BW)
    np.testing.assert_allclose(again.voxels, in_suv.voxels, rtol=1e-6)


def test_each_slice_goes_back_by_its_own_factor_and_a_missing_one_stays_missing():
    factor = np.array([1e-3, np.nan, 4e-3])
    conversion = SuvConversion(factor, Unit.SUV_BW, ())
    voxels = VOXELS.copy()
    voxels[1] = np.nan
    stored = stored_again(Volume(voxels, GEOMETRY, Unit.SUV_BW), SOURCE, conversion)
    assert stored.missing.tolist() == [False, True, False]
    np.testing.assert_allclose(stored.values.astype(np.float32)[0], VOXELS[0] / 1e-3, rtol=1e-6)
    np.testing.assert_allclose(stored.values.astype(np.float32)[2], VOXELS[2] / 4e-3, rtol=1e-6)
    assert np.isnan(stored.volume(factor, Unit.SUV_BW).voxels[1]).all()


def test_an_image_of_another_grid_or_unit_does_not_belong_to_the_source():
    moved = Geometry(GEOMETRY.shape, np.diag([3.0, 2.0, 2.1, 1.0]))
    with pytest.raises(StationError, match="is not on its grid"):
        stored_again(Volume(VOXELS.copy(), moved, Unit.BQ_PER_ML), SOURCE)
    with pytest.raises(StationError, match="is in SUVbw, not in Bq/mL"):
        stored_again(Volume(VOXELS.copy(), GEOMETRY, Unit.SUV_BW), SOURCE)


def test_an_image_with_voxels_that_are_no_numbers_is_not_used():
    voxels = VOXELS.copy()
    voxels[1, 2, 3] = np.nan
    with pytest.raises(StationError, match="voxels that are not numbers"):
        stored_again(Volume(voxels, GEOMETRY, Unit.BQ_PER_ML), SOURCE)
