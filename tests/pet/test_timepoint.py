"""Whether numbers of two dates may be subtracted."""

from dataclasses import replace
from typing import Any

import numpy as np

from station.pet.loaded import convert
from station.pet.study import Radiopharmaceutical
from station.pet.timepoint import Timepoint, comparability
from station.pet.volume import Unit
from tests.made_up import images


def date(
    name: str,
    *,
    patient: str = "P1",
    weight_kg: float | None = images.WEIGHT_KG,
    unit: Unit = Unit.SUV_BW,
    drug: Radiopharmaceutical | None = None,
    **of: Any,
) -> Timepoint:
    series = replace(images.series(suv=images.facts(weight_kg)), **of)
    values = np.full((8, 10, 12), 1000.0, np.float32)
    image = convert(series, images.stored_image(values, series), (), unit)
    if drug is not None:
        suv = replace(images.facts(), radiopharmaceutical=drug)
        image = replace(image, series=replace(series, suv=suv))
    return Timepoint(name, image, patient)


def words(now, before):
    found = comparability(now, before)
    return " ".join(found.refusals), " ".join(found.cautions)


def test_two_dates_of_one_patient_on_one_scanner_are_comparable():
    refusals, cautions = words(date("current"), date("prior"))
    assert refusals == ""
    assert "differ" not in cautions


def test_another_patient_and_a_missing_id_are_refused():
    assert "different patients" in words(date("current"), date("prior", patient="P2"))[0]
    assert "ID is missing" in words(date("current", patient=""), date("prior"))[0]


def test_another_tracer_is_refused_and_an_unnamed_one_is_a_caution():
    now = date("current")
    psma = date("prior", drug=Radiopharmaceutical(name="Ga-68 PSMA-11"))
    assert "tracers differ: FDG now, Ga-68 PSMA-11 before" in words(now, psma)[0]
    refusals, cautions = words(now, date("prior", drug=Radiopharmaceutical()))
    assert refusals == ""
    assert "does not say which tracer" in cautions


def test_a_date_without_suv_and_two_units_are_refused():
    assert "prior image has no SUV" in words(date("current"), date("prior", weight_kg=None))[0]
    assert "in one unit" in words(date("current"), date("prior", unit=Unit.SUV_LBM))[0]


def test_another_weight_scanner_and_reconstruction_are_cautions():
    other = date("prior", weight_kg=90.0, manufacturer="B", reconstruction="FBP")
    _, cautions = words(date("current", manufacturer="A"), other)
    for part in ("70.0 kg now and was 90.0 kg", "A now, B before", "not stated now, FBP before"):
        assert part in cautions


def test_cautions_of_an_image_name_its_date():
    old = date("prior")
    assert old.image.conversion is not None
    image = replace(old.image, conversion=replace(old.image.conversion, warnings=("Check it.",)))
    assert "Prior: Check it." in words(date("current"), replace(old, image=image))[1]


def test_sul_needs_a_body_size_and_a_number():
    assert replace(date("current"), sul_per_suv=0.7).sul(10.0) == 7.0
    assert date("current").sul(10.0) is None
    assert replace(date("current"), sul_per_suv=0.7).sul(float("nan")) is None
