"""All quantities together."""

from dataclasses import replace
from math import isfinite

import numpy as np

from station.quality.measures.every import QUANTITIES, measured
from station.quality.measures.quantity import Subject
from station.quality.organs import Tissue
from tests.quality.measures.made import Made


def test_every_quantity_has_its_own_name_and_every_subject_a_quantity() -> None:
    assert len({quantity.name for quantity in QUANTITIES}) == len(QUANTITIES)
    assert {quantity.subject for quantity in QUANTITIES} == set(Subject)


def test_a_body_in_view_has_a_number_for_all_but_the_brain() -> None:
    values = measured(Made(blur_mm=6.0, noise=0.1).scene())
    missing = {quantity.name for quantity, value in values.items() if not isfinite(value)}
    assert missing == {"brain to liver", "hottest fat above the liver to liver"}


def test_without_any_organ_nothing_fails() -> None:
    scene = Made(noise=0.1).scene()
    nothing = replace(scene.organs, cells=np.full_like(scene.organs.cells, Tissue.BODY))
    values = measured(replace(scene, organs=nothing))
    assert all(
        not isfinite(value)
        for quantity, value in values.items()
        if quantity.name.startswith(("liver", "lung", "muscle"))
    )
