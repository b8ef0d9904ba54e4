"""Which window an image is shown in, and how values, bounds and titles are written."""

from dataclasses import replace

import numpy as np
import pytest

from station.app.state import (
    Column,
    DisplayRange,
    Kind,
    Layout,
    Link,
    Plane,
    Slot,
    State,
)
from station.app.viewing.display import (
    caution_mark,
    cautions,
    color_table,
    column_title,
    difference_words,
    display_range,
    is_light,
    outside_colour,
    slot_short,
    slot_title,
    statistic_headings,
    statistic_of,
    unlinked_words,
    window_caption,
)
from station.pet.colormaps import table
from station.pet.study import Role
from station.pet.suv import Source, SuvConversion, SuvInput
from station.pet.volume import Unit
from station.pet.words import format_bound, format_position, format_value
from tests.app.showing import showing
from tests.made_up.images import ct_image, grid, series, suv_image

ONE = [[[1.0]]]
GRID = grid((1, 1, 1))


def pet(uid: str = "1", role: Role = Role.CONVENTIONAL, **more):
    return suv_image(ONE, series(uid, role, geometry=GRID), **more)


def ct():
    return ct_image(ONE, series("ct", Role.CT, geometry=GRID))


# --- Windows ------------------------------------------------------------------------------------


def test_both_pets_are_shown_in_one_window():
    state = showing(pet("1"), pet("2", Role.DENOISED), window=DisplayRange(0.0, 5.0))
    for image in state.images.values():
        assert display_range(state, image) == DisplayRange(0.0, 5.0)


def test_a_ct_has_its_own_window():
    state = showing(pet(), ct=ct(), ct_window=DisplayRange(-450.0, 1050.0))
    assert display_range(state, state.images["ct"]) == DisplayRange(-450.0, 1050.0)


def test_without_suv_the_window_is_a_part_of_the_peak():
    image = pet(unit=Unit.BQ_PER_ML, peak=20_000.0)
    state = showing(image, stored_fraction=0.25)
    assert display_range(state, image) == DisplayRange(0.0, 5000.0)


def test_two_pets_without_suv_share_the_window_of_the_hotter_one():
    cold = pet("1", unit=Unit.BQ_PER_ML, peak=10_000.0)
    hot = pet("2", Role.DENOISED, unit=Unit.BQ_PER_ML, peak=40_000.0)
    state = showing(cold, hot)
    assert display_range(state, cold) == display_range(state, hot) == DisplayRange(0.0, 40_000.0)


def test_pets_of_different_units_do_not_share_a_window():
    counts = pet("1", unit=Unit.COUNTS, peak=100.0)
    activity = pet("2", Role.DENOISED, unit=Unit.BQ_PER_ML, peak=40_000.0)
    assert display_range(showing(counts, activity), counts) == DisplayRange(0.0, 100.0)


def test_the_caption_names_unit_and_window():
    assert window_caption(State(), pet()) == "SUVbw · 0–7"
    assert window_caption(State(window=DisplayRange(0.0, 6.5)), pet()) == "SUVbw · 0–6.5"
    assert window_caption(State(), ct()) == "HU · −160 to 240"
    assert window_caption(State(), pet(unit=Unit.SUV_LBM)) == "SUL (James) · 0–7"


def test_without_suv_the_caption_says_so():
    image = pet(unit=Unit.BQ_PER_ML, peak=25_000.0)
    assert window_caption(showing(image), image) == (
        "no SUV · Bq/mL · 0–25,000 (100 % of the peak)"
    )


# --- Colours ------------------------------------------------------------------------------------


def test_a_ct_is_grey_whatever_colours_the_pets_have():
    state = State(colormap="rainbow", inverse=True)
    np.testing.assert_array_equal(color_table(state, ct()), table("grey"))
    np.testing.assert_array_equal(color_table(state, pet()), table("rainbow", inverse=True))


@pytest.mark.parametrize("inverse", [False, True])
def test_the_border_of_an_image_shows_on_the_ground_around_it(inverse: bool):
    colours = table("grey", inverse)
    lowest, around = int(colours[0]), outside_colour(colours)
    assert around != lowest
    assert around >> 24 == 0xFF
    assert abs((around & 0xFF) - (lowest & 0xFF)) < 32, "and does not shout"


def test_writing_is_dark_on_inverse_grey_and_light_on_grey():
    assert is_light(table("grey", inverse=True))
    assert not is_light(table("grey"))
    assert not is_light(table("hot-iron"))


# --- Values -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (2.314, Unit.SUV_BW, "2.31"),
        (0.0, Unit.SUV_LBM, "0.00"),
        (-42.4, Unit.HU, "−42"),
        (40.0, Unit.HU, "40"),
        (12345.6, Unit.BQ_PER_ML, "12,346"),
        (0.01234, Unit.STORED, "0.0123"),
        (None, Unit.SUV_BW, "—"),
    ],
)
def test_values_have_the_decimals_that_their_unit_deserves(value, unit, written):
    assert format_value(value, unit) == written


@pytest.mark.parametrize(
    ("bound", "written"),
    [
        (7.0, "7"),
        (6.5, "6.5"),
        (6.543, "6.5"),
        (100.4, "100"),
        (25_000.0, "25,000"),
        (0.0, "0"),
        (0.052, "0.052"),
        (0.00314, "0.0031"),
        (-2.0, "-2"),
    ],
)
def test_bounds_have_no_decimals_that_say_nothing_and_those_that_say_something(bound, written):
    assert format_bound(bound) == written


def test_positions_name_the_side_and_carry_no_sign():
    assert format_position((102.44, 33.1, -412.0)) == "L 102.4  P 33.1  I 412.0 mm"


# --- Titles -------------------------------------------------------------------------------------


def test_slots_are_called_by_what_they_hold():
    state = showing(pet("1"), pet("2", Role.DENOISED), ct())
    assert [slot_title(state, slot) for slot in Slot] == [
        "Conventional",
        "DL-denoised",
        "CT",
        "Other image",
        "DL-denoised",
        "CT",
    ]
    assert [slot_short(state, slot) for slot in Slot] == [
        "Conv.",
        "DL",
        "CT",
        "Other",
        "DL",
        "CT",
    ]


def test_nothing_is_called_dl_that_is_not():
    state = showing(pet("1"), pet("2", Role.UNFILTERED))
    assert slot_title(state, Slot.DENOISED) == "PET unfiltered"
    assert difference_words(state) == "Unfilt. − Conv."


def test_two_series_of_one_kind_are_told_apart_by_their_side():
    state = showing(pet("1"), pet("2"))
    assert slot_short(state, Slot.CONVENTIONAL) == "Conv. (left)"
    assert slot_short(state, Slot.DENOISED) == "Conv. (right)"


def test_a_series_of_no_known_role_is_called_by_its_modality():
    state = showing(suv_image(ONE, series("1", Role.OTHER, modality="MR", geometry=GRID)))
    assert slot_title(state, Slot.CONVENTIONAL) == "MR"


def test_empty_slots_say_what_belongs_there():
    assert slot_title(State(), Slot.DENOISED) == "DL-denoised"


def test_columns_are_called_by_what_they_draw():
    state = showing(pet("1"), pet("2", Role.DENOISED), ct())
    assert column_title(state, Column(Kind.IMAGE, Slot.DENOISED, 1)) == "DL-denoised"
    assert column_title(state, Column(Kind.FUSED, Slot.CONVENTIONAL, 0)) == "Conventional on CT"
    assert column_title(state, Column(Kind.DIFFERENCE, Slot.DENOISED, 2)) == "Difference"


def test_the_caption_follows_the_reader_s_part_of_the_peak():
    image = pet(unit=Unit.COUNTS, peak=1000.0)
    state = replace(showing(image), stored_fraction=0.4)
    assert window_caption(state, image) == "no SUV · counts · 0–400 (40 % of the peak)"


# --- Statistics, cautions, links -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "called"),
    [
        (Unit.SUV_BW, "SUVmax"),
        (Unit.SUV_LBM, "SULmax"),
        (Unit.SUV_LBM_JANMAHASATIAN, "SULmax"),
        (Unit.SUV_BSA, "SUVbsa max"),
        (Unit.BQ_PER_ML, "max Bq/mL"),
        (Unit.HU, "max HU"),
    ],
)
def test_a_statistic_is_called_by_its_unit(unit: Unit, called: str):
    assert statistic_of(unit, "SUVmax") == called


def test_the_heading_of_a_number_names_statistic_ratio_and_image():
    state = showing(pet("1"), pet("2", Role.DENOISED))
    assert statistic_headings(state, "SUVmax") == ("SUVmax\nConv.", "SUVmax\nDL")
    assert statistic_headings(state, "SUVmean", "aortic arch") == (
        "SUVmean\n/ aortic arch\nConv.",
        "SUVmean\n/ aortic arch\nDL",
    )
    assert statistic_headings(showing(pet("1"), ct()), "SUVmax") == ("SUVmax\nConv.", "max HU\nCT")


def test_columns_that_are_not_linked_say_so_and_more_so_where_they_differ():
    state = showing(pet("1"), pet("2", Role.DENOISED))
    assert unlinked_words(state, Plane.AXIAL) == ""
    unlinked = replace(state, links=frozenset({Link.ZOOM}))
    assert unlinked_words(unlinked, Plane.AXIAL) == "slices not linked"
    there = replace(state.views[1], position_mm=(0.0, 0.0, 4.0))
    apart = replace(unlinked, views=(state.views[0], there, state.views[2]))
    assert unlinked_words(apart, Plane.AXIAL) == "not the same slice"
    assert unlinked_words(apart, Plane.CORONAL) == "slices not linked"
    assert unlinked_words(replace(apart, layout=Layout.SINGLE), Plane.AXIAL) == ""


def typed_pet(uid: str, role: Role = Role.CONVENTIONAL):
    """An image whose SUV rests on a typed weight and on an assumption."""
    row = SuvInput("Weight", 593.0, "kg", "(0010,1030)", Source.TYPED, "typed by Dr A")
    image = pet(uid, role)
    found = SuvConversion(np.ones(1), Unit.SUV_BW, (row,), ("Weight is 593 kg, which is unusual.",))
    return replace(image, conversion=found)


def test_a_typed_input_marks_the_image_and_every_sentence_is_listed_once():
    state = showing(typed_pet("1"), typed_pet("2", Role.DENOISED))
    column = Column(Kind.IMAGE, Slot.CONVENTIONAL, 0)
    assert caution_mark(state, column) == "weight typed"
    assert caution_mark(state, replace(column, kind=Kind.DIFFERENCE)) == "weight typed"
    assert len(cautions(state)) == len(state.images["1"].cautions) == 2


def test_a_caution_of_one_image_names_it():
    state = showing(pet("1"), typed_pet("2", Role.DENOISED))
    assert all(sentence.startswith("DL-denoised: ") for sentence in cautions(state))


def test_a_blinded_reading_marks_nothing_that_could_tell_the_arms_apart():
    state = replace(showing(typed_pet("1"), pet("2", Role.DENOISED)), blinded=True)
    assert caution_mark(state, Column(Kind.IMAGE, Slot.CONVENTIONAL, 0)) == ""
    assert window_caption(state, state.images["1"]) == window_caption(state, state.images["2"])


@pytest.mark.parametrize(
    ("position", "words"),
    [
        ((-26.0, -22.0, -164.0), "R 26.0  A 22.0  I 164.0 mm"),
        ((0.0, -0.04, 0.04), "L 0.0  P 0.0  S 0.0 mm"),
    ],
)
def test_a_place_is_written_with_its_side(position, words: str):
    assert format_position(position) == words
