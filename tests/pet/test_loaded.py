"""What makes an image's SUV doubtful accompanies every number measured in it."""

from datetime import UTC, datetime

import pytest

from station.pet.loaded import measure_image
from station.pet.suv import InputName, TypedInput
from station.pet.voi import Sphere
from tests.app.images import activity_image

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
