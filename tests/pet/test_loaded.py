"""From stored pixels to the image that is read: SUV or the reason, cautions, the peak, the body."""

from datetime import UTC, datetime

import numpy as np
import pytest

from station.pet.loaded import convert, measure_image
from station.pet.study import Role
from station.pet.suv import InputName, TypedInput
from station.pet.voi import Sphere
from station.pet.volume import Unit
from tests.made_up.images import (
    FACTOR,
    WEIGHT_KG,
    activity_image,
    facts,
    grid,
    series,
    stored_image,
)

WEIGHT = TypedInput(InputName.WEIGHT_KG, WEIGHT_KG, "Dr A", datetime(2026, 11, 20, tzinfo=UTC))


def body_in_air() -> np.ndarray:
    """1000 in the middle half of a cube of 160 mm, 20,000 in one voxel of it, air around."""
    values = np.zeros((80, 80, 80))
    values[20:60, 20:60, 20:60] = 1000.0
    values[32, 32, 32] = 20_000.0
    return values


# --- SUV ----------------------------------------------------------------------------------------


def test_an_image_is_in_suv_by_the_factor_of_its_header():
    image = activity_image(1000.0)
    assert (image.volume.unit, image.has_suv, image.suv_problem) == (Unit.SUV_BW, True, None)
    np.testing.assert_allclose(image.volume.voxels, 1000.0 * FACTOR, rtol=1e-6)


def test_where_suv_is_refused_the_image_stays_in_its_unit_and_says_why():
    image = activity_image(1000.0, weight_kg=None)
    assert (image.volume.unit, image.conversion) == (Unit.BQ_PER_ML, None)
    assert "PatientWeight is missing" in (image.suv_problem or "")
    assert any(row.typed_as is InputName.WEIGHT_KG for row in image.inputs), "it can be typed"


def test_a_typed_value_stands_in_for_the_header():
    image = activity_image(1000.0, weight_kg=None, typed=(WEIGHT,))
    np.testing.assert_allclose(image.volume.voxels, 1000.0 * FACTOR, rtol=1e-6)
    (row,) = [row for row in image.inputs if row.typed_as is InputName.WEIGHT_KG]
    assert (row.value, str(row.source)) == (WEIGHT_KG, "typed")


def test_a_ct_has_no_suv_and_no_inputs():
    owner = series("ct", Role.CT, geometry=grid((4, 4, 4)))
    image = convert(owner, stored_image(np.full((4, 4, 4), 40, np.int16), owner), (), Unit.SUV_BW)
    assert (image.volume.unit, image.inputs, image.suv_problem) == (Unit.HU, (), None)
    assert image.volume.voxels.dtype == np.int16


# --- The peak and the body ----------------------------------------------------------------------


def image_of(values: np.ndarray, role: Role = Role.CONVENTIONAL):
    owner = series("1", role, geometry=grid(values.shape, (2.0, 2.0, 2.0)))
    return convert(owner, stored_image(values, owner), (), Unit.SUV_BW)


def test_the_peak_is_that_of_the_body_and_no_single_hot_voxel():
    assert image_of(body_in_air()).peak == pytest.approx(1000.0, rel=0.05)


def test_the_box_holds_the_body_and_less_than_the_field_of_view():
    low, high = image_of(body_in_air()).body_mm
    assert all(0.0 < one <= 40.0 for one in low)
    assert all(118.0 <= one < 158.0 for one in high)


def test_the_box_of_a_ct_is_found_in_its_hounsfield_units():
    values = np.full((40, 40, 40), -1000, np.int16)
    values[10:30, 10:30, 10:30] = 40
    low, high = image_of(values, Role.CT).body_mm
    assert all(0.0 < one <= 20.0 for one in low)
    assert all(58.0 <= one < 78.0 for one in high)


@pytest.mark.parametrize("value", [0.0, -5.0, np.nan])
def test_an_image_without_activity_still_has_a_window_and_a_box(value: float):
    image = image_of(np.full((8, 8, 8), value))
    assert image.peak == 1.0
    low, high = np.array(image.body_mm)
    assert (low < high).all()


def test_slices_that_were_never_stored_do_not_count():
    values = body_in_air()
    values[:24] = np.nan
    assert image_of(values).peak == pytest.approx(1000.0, rel=0.05)


def test_a_single_voxel_is_an_image_too():
    image = image_of(np.array([[[3.0]]]))
    assert image.peak == pytest.approx(3.0)


# --- What makes an SUV doubtful ------------------------------------------------------------------

WHEN = datetime(2026, 11, 20, 9, 12, tzinfo=UTC)
INSIDE = Sphere((0.0, 0.0, 0.0), 0.5)


def typed(name: InputName, value: float | str) -> TypedInput:
    return TypedInput(name, value, "Dr A", WHEN)


def test_an_image_whose_header_gives_everything_has_no_mark():
    image = activity_image(1000.0)
    assert (image.mark, image.cautions) == ("", ())


def test_a_typed_weight_is_marked_and_says_who_when_and_what_the_header_had():
    image = activity_image(1000.0, typed=(typed(InputName.WEIGHT_KG, 593.0),))
    assert image.mark == "weight typed"
    caution, *_ = image.cautions
    assert caution.startswith("Weight: 593 kg was typed by Dr A on 2026-11-20 09:12; header: ")


def test_the_weight_is_the_one_that_the_suv_was_computed_with():
    image = activity_image(1000.0, typed=(typed(InputName.WEIGHT_KG, 593.0),))
    assert image.weight_kg == 593.0
    assert activity_image(1000.0, weight_kg=None).weight_kg is None


def test_two_typed_inputs_are_counted():
    values = (typed(InputName.WEIGHT_KG, 70.0), typed(InputName.INJECTED_ACTIVITY_BQ, 3e8))
    assert activity_image(1000.0, typed=values).mark == "2 inputs typed"


def test_a_typed_height_does_not_concern_suvbw():
    image = activity_image(1000.0, typed=(typed(InputName.HEIGHT_M, 1.7),))
    assert (image.mark, image.cautions) == ("", ())


def test_a_measurement_carries_the_cautions_of_its_image():
    image = activity_image(1000.0, typed=(typed(InputName.WEIGHT_KG, 593.0),))
    warnings = measure_image(image, INSIDE).warnings
    assert warnings[: len(image.cautions)] == image.cautions


def test_without_suv_a_measurement_says_why():
    image = activity_image(1000.0, weight_kg=None)
    assert image.mark == ""
    assert any("PatientWeight is missing" in text for text in measure_image(image, INSIDE).warnings)


@pytest.mark.parametrize("entry", [(), (typed(InputName.WEIGHT_KG, 70.0),)])
def test_a_measurement_without_cautions_is_that_of_its_voxels(entry: tuple[TypedInput, ...]):
    image = activity_image(1000.0, typed=entry)
    assert measure_image(image, INSIDE).maximum == pytest.approx(float(image.volume.voxels.max()))


# --- the activity in the image ------------------------------------------------------------------


def doubt_of(shape: tuple[int, int, int], bq_per_ml: float) -> tuple[str, ...]:
    """Cautions of an image of `shape` voxels of 4 mm that holds one concentration."""
    owner = series("pet", suv=facts(), geometry=grid(shape, (4.0, 4.0, 4.0)))
    stored = stored_image(np.full(shape, bq_per_ml, np.float32), owner)
    return convert(owner, stored, (), Unit.SUV_BW).cautions


def test_an_image_with_more_activity_than_was_injected_is_doubted():
    grams = 40 * 100 * 100 * 0.064
    share = 4 * grams / (WEIGHT_KG * 1000)
    (caution,) = doubt_of((40, 100, 100), 4 / FACTOR)
    assert caution.startswith(f"The image holds {share:.2g} times the injected activity")


def test_a_whole_body_with_a_fraction_of_the_activity_is_doubted_and_a_single_bed_is_not():
    assert any("not plausible" in text for text in doubt_of((200, 40, 40), 0.02 / FACTOR))
    assert doubt_of((40, 40, 40), 0.02 / FACTOR) == ()
    assert doubt_of((200, 75, 75), 1 / FACTOR) == ()
