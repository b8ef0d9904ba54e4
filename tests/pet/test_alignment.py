"""Where a place of one date is on the other."""

import numpy as np
import pytest

from station.pet.alignment import (
    SAME_FRAME,
    Alignment,
    How,
    Verdict,
    adjusted,
    moved_mask,
    moved_point,
)
from station.pet.voi import Mask, measure
from tests.made_up import images


def turned(z_deg, shift_mm=(0.0, 0.0, 0.0)):
    angle = np.radians(z_deg)
    matrix = np.eye(4)
    matrix[:2, :2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    matrix[:3, 3] = shift_mm
    return Alignment(matrix, How.REGISTERED, Verdict.GOOD, "Registered.")


def test_one_frame_of_reference_moves_nothing():
    places = np.arange(12.0).reshape(4, 3)
    assert (SAME_FRAME.to_prior(places) == places).all()
    assert SAME_FRAME.how is How.SAME_FRAME


def test_there_and_back_is_the_same_place():
    alignment = turned(7, (3, -20, 41))
    places = np.random.default_rng(1).normal(0, 200, (20, 3))
    assert alignment.to_current(alignment.to_prior(places)) == pytest.approx(places)
    assert alignment.reversed.to_prior(places) == pytest.approx(alignment.to_current(places))
    assert alignment.turned_deg == pytest.approx(7)


def test_a_quarter_turn_about_the_long_axis_brings_left_to_the_back():
    assert moved_point(turned(90).matrix, (10.0, 0.0, 5.0)) == pytest.approx((0, 10, 5))


def test_a_person_moves_it_further_about_a_place_that_stays():
    alignment = adjusted(turned(5, (1, 2, 3)), turned_deg=(0, 0, 10), about_mm=(50, 60, 70))
    held = turned(5, (1, 2, 3)).to_current((50, 60, 70))
    assert alignment.to_prior(held) == pytest.approx((50, 60, 70))
    assert alignment.turned_deg == pytest.approx(15)
    assert alignment.how is How.BY_HAND
    assert "Registered." in alignment.sentence
    shifted = adjusted(SAME_FRAME, shift_mm=(1, -2, 3))
    assert shifted.to_prior((0, 0, 0)) == pytest.approx((1, -2, 3))


def test_an_alignment_that_stretches_or_mirrors_is_a_bug():
    for matrix in (np.diag([1.1, 1, 1, 1]), np.diag([-1.0, 1, 1, 1]), np.full((4, 4), np.nan)):
        with pytest.raises(ValueError, match="alignment"):
            Alignment(matrix, How.REGISTERED, Verdict.GOOD, "")


def test_a_mask_is_moved_as_a_whole_and_holds_as_much():
    geometry = images.grid((9, 9, 9), (3.0, 3.0, 3.0))
    inside = np.zeros(geometry.shape, bool)
    inside[3:6, 2:5, 4:6] = True
    mask = Mask(inside, geometry)
    assert mask.centre_mm is not None
    moved = moved_mask(turned(0, (3, -6, 9)).matrix, mask, "Of another date.")
    assert moved.centre_mm == pytest.approx(np.add(mask.centre_mm, (3, -6, 9)))
    assert moved.warnings == ("Of another date.",)
    assert moved.inside is mask.inside
    image = images.suv_image(np.ones(geometry.shape), images.series(geometry=geometry))
    shifted = moved_mask(turned(0, (3, 0, 0)).matrix, mask)
    assert measure(image.volume, shifted).voxels == inside.sum()
