"""Which series goes where when a study opens."""

import pytest

from station.app.state import Slot
from station.app.viewing.pairing import automatic_slots
from station.pet.study import Role, Series
from tests.made_up.images import grid, series, study

CONVENTIONAL, DENOISED, UNFILTERED = Role.CONVENTIONAL, Role.DENOISED, Role.UNFILTERED
FINE = grid((16, 20, 24), (1.5, 1.0, 1.0))
COARSE = grid((8, 10, 12), (3.0, 2.0, 2.0))


def paired(*members: Series) -> tuple[str | None, str | None, str | None]:
    """Keys of the conventional, the DL and the CT slot."""
    slots = automatic_slots(study(*members))
    return slots[Slot.CONVENTIONAL], slots[Slot.DENOISED], slots[Slot.CT]


# --- Conventional and DL ------------------------------------------------------------------------


def test_a_study_with_both_images_shows_both_whatever_their_order():
    members = (series("c"), series("dl", DENOISED), series("ct", Role.CT))
    assert paired(*members) == paired(*reversed(members)) == ("c", "dl", "ct")


def test_a_dl_series_belongs_to_the_series_it_says_it_was_made_from():
    assert paired(
        series("late", geometry=FINE),
        series("early", geometry=COARSE, frame="other"),
        series("dl", DENOISED, geometry=FINE, sources=("early",)),
    ) == ("early", "dl", None)


def test_a_dl_series_belongs_to_the_conventional_one_that_was_filtered_from_its_source():
    assert paired(
        series("large", geometry=FINE),
        series("raw", UNFILTERED, geometry=COARSE),
        series("filtered", geometry=COARSE, sources=("raw",)),
        series("dl", DENOISED, geometry=FINE, sources=("raw",)),
    ) == ("filtered", "dl", None)


def test_without_a_named_source_it_belongs_to_the_series_on_its_grid():
    assert paired(
        series("large", geometry=FINE),
        series("same grid", geometry=COARSE),
        series("dl", DENOISED, geometry=COARSE),
    ) == ("same grid", "dl", None)


def test_without_a_common_grid_it_belongs_to_the_series_of_its_frame_of_reference():
    other = grid((9, 10, 12))
    assert paired(
        series("elsewhere", geometry=FINE, frame="elsewhere"),
        series("same frame", geometry=COARSE),
        series("dl", DENOISED, geometry=other),
    ) == ("same frame", "dl", None)


def test_of_two_dl_series_the_one_that_fits_is_shown():
    assert paired(
        series("c", geometry=COARSE),
        series("dl 1", DENOISED, geometry=FINE),
        series("dl 2", DENOISED, geometry=COARSE),
    ) == ("c", "dl 2", None)


def test_one_that_was_made_from_the_unfiltered_series_stands_beside_the_conventional_one():
    assert paired(
        series("raw", UNFILTERED), series("c"), series("dl", DENOISED, sources=("raw",))
    ) == ("c", "dl", None)


def test_without_a_conventional_series_the_unfiltered_one_takes_its_place():
    assert paired(series("raw", UNFILTERED), series("dl", DENOISED)) == ("raw", "dl", None)
    assert paired(series("raw", UNFILTERED)) == ("raw", None, None)


def test_a_conventional_series_goes_before_an_unfiltered_one_however_large():
    assert paired(series("raw", UNFILTERED, geometry=FINE), series("c", geometry=COARSE)) == (
        "c",
        None,
        None,
    )


def test_of_several_conventional_series_the_one_with_most_voxels_is_shown():
    assert paired(series("spot", geometry=COARSE), series("body", geometry=FINE)) == (
        "body",
        None,
        None,
    )


def test_a_dl_series_alone_stays_in_the_dl_slot():
    assert paired(series("dl", DENOISED)) == (None, "dl", None)


def test_pets_of_no_known_role_are_shown_rather_than_nothing():
    assert paired(series("nac", Role.OTHER)) == ("nac", None, None)


def test_an_mr_is_never_taken_for_a_pet():
    assert paired(series("mr", Role.OTHER, modality="MR")) == (None, None, None)


@pytest.mark.parametrize("role", [CONVENTIONAL, DENOISED, Role.CT])
def test_a_series_that_cannot_be_shown_is_in_no_slot(role: Role):
    assert paired(series("broken", role, problem="Its pixels are missing.")) == (None, None, None)


# --- The CT beneath -----------------------------------------------------------------------------


def test_the_ct_of_the_pets_frame_of_reference_is_chosen():
    assert (
        paired(
            series("c"),
            series("other scan", Role.CT, geometry=FINE, frame="other"),
            series("own", Role.CT, geometry=COARSE),
        )[2]
        == "own"
    )


def test_a_ct_of_another_frame_of_reference_is_shown_where_there_is_no_better_one():
    assert paired(series("c"), series("ct", Role.CT, frame="other"))[2] == "ct"


def test_a_ct_alone_is_shown():
    assert paired(series("ct", Role.CT)) == (None, None, "ct")
