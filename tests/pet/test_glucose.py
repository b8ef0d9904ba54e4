"""Blood glucose in the units that headers and people write."""

import pytest

from station.pet.glucose import mmol_per_l


@pytest.mark.parametrize("unit", ["mg/dL", "mg/dl", "mg %", "MG/DL"])
def test_a_hundred_mg_per_dl_are_5_55_mmol_per_l(unit: str) -> None:
    assert mmol_per_l(100.0, unit) == pytest.approx(5.55, abs=0.005)


def test_mmol_per_l_stays() -> None:
    assert mmol_per_l(5.5, "mmol/L") == 5.5


def test_another_unit_gives_nothing() -> None:
    assert mmol_per_l(5.5, "g/L") is None
