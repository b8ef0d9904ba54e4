"""Decay by its law, and the nuclides of PET by the names that headers give them."""

import math

import numpy as np
import pytest

from station.pet.decay import (
    NUCLIDE_HALF_LIVES_S,
    average_activity_time_s,
    decay_factor,
    nuclide_half_life_s,
    nuclide_in,
)

F18_S = 6586.2


def test_a_half_life_halves_and_backwards_doubles() -> None:
    assert decay_factor(F18_S, F18_S) == pytest.approx(0.5)
    assert decay_factor(-F18_S, F18_S) == pytest.approx(2.0)
    assert decay_factor(100, F18_S) * decay_factor(200, F18_S) == pytest.approx(
        decay_factor(300, F18_S)
    )


@pytest.mark.parametrize("frame_s", [1e-3, 120.0, 3600.0])
def test_at_the_average_time_the_activity_is_the_mean_over_the_frame(frame_s: float) -> None:
    times = (np.arange(100_000) + 0.5) / 100_000 * frame_s
    mean = float(np.mean(2.0 ** (-times / F18_S)))
    average_s = average_activity_time_s(frame_s, F18_S)
    assert decay_factor(average_s, F18_S) == pytest.approx(mean, rel=1e-9)
    assert average_s < frame_s / 2


def test_short_frames_join_long_ones_without_a_step() -> None:
    # Where the series takes over from the closed form: λT = 1e-6.
    frame_s = 1e-6 * F18_S / math.log(2)
    below, above = (average_activity_time_s(frame_s * x, F18_S) for x in (0.999, 1.001))
    assert above / below == pytest.approx(1.001 / 0.999, rel=1e-3)


@pytest.mark.parametrize("name", ["F-18", "18F", "^18^Fluorine", "Fluorine 18", "f18"])
def test_a_nuclide_is_known_by_any_of_its_names(name: str) -> None:
    assert nuclide_half_life_s(name) == NUCLIDE_HALF_LIVES_S["F", "fluorine", "18"] == F18_S


@pytest.mark.parametrize("name", ["", "F", "18", "F-19", "Tc-99m", "C-11 or F-18"])
def test_what_is_not_one_nuclide_of_pet_has_no_half_life(name: str) -> None:
    assert nuclide_half_life_s(name) is None


@pytest.mark.parametrize("name", ["^52m^Manganese", "52mMn", "Mn-52m", "Manganese-52m"])
def test_a_metastable_state_is_a_nuclide_of_its_own(name: str) -> None:
    assert nuclide_half_life_s(name) == 1266
    assert nuclide_half_life_s(name.replace("52m", "52")) == 483_060


@pytest.mark.parametrize(
    ("drug", "nuclide"),
    [
        ("Ga-68 PSMA-11", "Ga-68"),
        ("[68Ga]Ga-DOTA-TATE", "Ga-68"),
        ("18F-PSMA-1007", "F-18"),
        ("Fluorodeoxyglucose F^18^", "F-18"),
        ("C-11 methionine", "C-11"),
        ("PSMA-11", None),
        ("FAPI-46", None),
        ("AV-45", None),
        ("F-18 or Ga-68", None),
        ("", None),
    ],
)
def test_the_name_of_a_drug_may_contain_its_nuclide(drug: str, nuclide: str | None) -> None:
    assert nuclide_in(drug) == nuclide
