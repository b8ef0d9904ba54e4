"""What `station info` tells of each series: its place, its numbers, and where its SUV came from."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.uid import RLELossless

from station.errors import Cancelled
from station.operations.info import describe
from tests.dicom.synthetic import uid, write_series
from tests.made_up import studies
from tests.made_up.studies import FACTOR, LESION_SUV, LESION_SUV_DENOISED, ORIGIN_MM, SHAPE

STUDY_KEYS = {"study_uid", "patient_id", "patient_name", "study_date", "series"}
SERIES_KEYS = {
    "series_uid",
    "modality",
    "description",
    "role",
    "shape",
    "spacing_mm",
    "affine",
    "units",
    "suv",
    "min",
    "max",
    "warnings",
}
SUV_KEYS = {"factor_bw", "per_slice", "type", "inputs", "problem"}
INPUT_KEYS = {"name", "value", "unit", "tag", "source"}


@pytest.fixture
def told(pair: Path, tmp_path: Path) -> dict[str, Any]:
    return describe([pair], tmp_path)


def by_role(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    (study,) = told["studies"]
    return {series["role"]: series for series in study["series"]}


def by_modality(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["modality"]: one for study in told["studies"] for one in study["series"]}


def only_series(folder: Path) -> dict[str, Any]:
    (study,) = describe([folder], folder / "unpacked")["studies"]
    (series,) = study["series"]
    return series


# --- Shape of the answer ------------------------------------------------------------------------


def test_the_answer_has_the_keys_that_scripts_rely_on(told: dict[str, Any]):
    assert set(told) == {"studies", "voi_files", "left_out"}
    for study in told["studies"]:
        assert set(study) >= STUDY_KEYS
        for series in study["series"]:
            assert set(series) >= SERIES_KEYS
            assert set(series["suv"]) >= SUV_KEYS, "also of a CT: a script asks without looking"
            for row in series["suv"]["inputs"]:
                assert set(row) >= INPUT_KEYS


def test_the_answer_is_json(told: dict[str, Any]):
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_study_and_patient_are_named(told: dict[str, Any]):
    (study,) = told["studies"]
    assert study["study_uid"] == uid("study")
    assert (study["patient_id"], study["patient_name"]) == ("SYN1", "Doe, Jane")
    assert study["study_date"] == "2024-03-01"


def test_each_series_has_its_role(told: dict[str, Any]):
    assert set(by_role(told)) == {"conventional", "denoised", "ct"}


# --- Place --------------------------------------------------------------------------------------


def test_the_affine_leads_from_the_voxel_to_the_patient(told: dict[str, Any]):
    series = by_role(told)["conventional"]
    assert series["shape"] == list(SHAPE)
    assert series["spacing_mm"] == [4.0, 4.0, 4.0]
    affine = np.array(series["affine"])
    np.testing.assert_allclose(affine @ [0, 0, 0, 1], [*ORIGIN_MM, 1])
    np.testing.assert_allclose(affine @ [*studies.LESION, 1], [*studies.LESION_MM, 1])


# --- Numbers ------------------------------------------------------------------------------------


def test_extremes_of_a_pet_are_in_suv_and_those_of_a_ct_in_hounsfield_units(told: dict[str, Any]):
    series = by_role(told)
    assert series["conventional"]["max"] == pytest.approx(LESION_SUV, abs=0.001)
    assert series["denoised"]["max"] == pytest.approx(LESION_SUV_DENOISED, abs=0.001)
    assert series["denoised"]["min"] == 0.0
    assert (series["ct"]["min"], series["ct"]["max"]) == (-1000.0, 40.0)
    units = {role: one["unit_of_min_max"] for role, one in series.items()}
    assert units == {"conventional": "SUVbw", "denoised": "SUVbw", "ct": "HU"}


def test_the_suv_factor_comes_with_its_inputs_tags_and_sources(told: dict[str, Any]):
    suv = by_role(told)["conventional"]["suv"]
    assert suv["factor_bw"] == pytest.approx(FACTOR)
    assert (suv["per_slice"], suv["type"], suv["problem"]) == (False, "SUVbw", None)
    inputs = {row["name"]: row for row in suv["inputs"]}
    weight = inputs["Weight"]
    assert (weight["value"], weight["unit"], weight["tag"]) == (70.0, "kg", "(0010,1030)")
    assert weight["source"] == "header"
    assert inputs["Injection"]["source"] == "derived", "the header has a time without a date"


def test_a_ct_has_an_empty_suv(told: dict[str, Any]):
    ct = by_role(told)["ct"]
    assert ct["units"] == "HU"
    assert ct["suv"] == {
        "factor_bw": None,
        "per_slice": False,
        "type": None,
        "inputs": [],
        "problem": None,
    }


def test_refused_suv_tells_the_sentence_and_the_stored_units(tmp_path: Path):
    studies.write_conventional(tmp_path, PatientWeight=None)
    series = only_series(tmp_path)
    assert series["suv"]["factor_bw"] is None
    assert series["suv"]["problem"].startswith(
        'Series 4 "OSEM Gaussian": PatientWeight is missing.'
    )
    assert (series["units"], series["unit_of_min_max"]) == ("BQML", "Bq/mL")
    assert series["max"] == pytest.approx(LESION_SUV / FACTOR, rel=0.001)


def test_where_decay_is_not_corrected_each_slice_has_its_factor(tmp_path: Path):
    def not_corrected(ds: Any, i: int) -> None:
        ds.DecayCorrection = "NONE"
        ds.CorrectedImage = ["NORM", "ATTN", "SCAT"]
        ds.AcquisitionTime = f"10{i:02d}00"

    write_series(tmp_path, np.full((3, 4, 4), 1000, np.int16), edit=not_corrected)
    suv = only_series(tmp_path)["suv"]
    assert (suv["per_slice"], suv["problem"]) == (True, None)
    first, second, third = suv["factors_bw"]
    a_minute = 2 ** (60 / 6586.2)
    assert second / first == pytest.approx(a_minute)
    assert third / second == pytest.approx(a_minute)
    assert suv["factor_bw"] == pytest.approx(np.mean(suv["factors_bw"]))


# --- What is odd --------------------------------------------------------------------------------


def test_a_missing_slice_is_a_warning_and_no_number(tmp_path: Path):
    paths = write_series(tmp_path, np.full((6, 4, 4), 1000, np.int16))
    paths[2].unlink()
    series = only_series(tmp_path)
    assert series["shape"] == [6, 4, 4]
    assert any("Slice 3 of 6 is missing" in warning for warning in series["warnings"])
    assert series["min"] == series["max"] == pytest.approx(1000 * FACTOR)


def test_a_series_that_cannot_be_shown_tells_why_and_has_no_numbers(tmp_path: Path):
    studies.write_conventional(tmp_path, ImageOrientationPatient=["0"] * 6)
    series = only_series(tmp_path)
    assert "It cannot be shown as an image." in series["problem"]
    assert (series["shape"], series["min"], series["max"]) == (None, None, None)
    assert set(series["suv"]) >= SUV_KEYS


def test_pixels_that_cannot_be_read_are_a_problem_of_their_series_only(pair: Path, tmp_path: Path):
    folder = tmp_path / "broken"
    paths = write_series(folder, np.ones((3, 4, 4), np.int16), syntax=RLELossless)
    data = paths[1].read_bytes()
    paths[1].write_bytes(data[:-20] + b"\xff" * 20)
    series = by_modality(describe([pair / "ct", folder], tmp_path / "unpacked"))
    assert "cannot be decoded" in series["PT"]["problem"]
    assert (series["PT"]["min"], series["PT"]["max"]) == (None, None)
    assert series["PT"]["shape"] == [3, 4, 4], "its header could be read"
    assert (series["CT"]["problem"], series["CT"]["max"]) == (None, 40.0)


def test_what_was_left_out_is_told_with_its_reason(pair: Path, tmp_path: Path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague", encoding="utf-8")
    told = describe([pair / "ct", letter], tmp_path / "unpacked")
    assert told["left_out"] == [
        {"path": str(letter), "reason": "It is not a DICOM file; it holds text."}
    ]


def test_telling_can_be_cancelled(pair: Path, tmp_path: Path):
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        describe([pair], tmp_path, stop)


# --- Published numbers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["DRO_0_0", "DRO_1_0", "DRO_2_0", "DRO_2_4", "DRO_3_0", "DRO_3_1", "DRO_4_0"]
)
def test_every_suv_reference_object_reaches_4_suv(shared_data: Path, tmp_path: Path, name: str):
    """OncoRay, Standardizing SUV Computation: max 4.00 in each object; around the body is 0."""
    (study,) = describe([shared_data / "suv_dro" / name], tmp_path)["studies"]
    (series,) = study["series"]
    assert series["suv"]["problem"] is None
    assert series["unit_of_min_max"] == "SUVbw"
    assert round(series["max"], 2) == 4.00
    assert round(series["min"], 2) == 0.00


def test_the_nema_pair_is_refused_suv_with_its_reason_and_still_told(
    shared_data: Path, tmp_path: Path
):
    told = describe([shared_data / "nema_pair"], tmp_path)
    series = [one for study in told["studies"] for one in study["series"]]
    assert [one["shape"] for one in series] == [[89, 192, 192]] * 2
    for one in series:
        assert one["problem"] is None
        assert one["suv"]["factor_bw"] is None
        assert "Units is missing" in one["suv"]["problem"]
        assert one["max"] > 0
    assert len({one["frame_of_reference_uid"] for one in series}) == 2


def test_a_real_patient_in_gml_is_told_with_its_ct(shared_data: Path, tmp_path: Path):
    told = describe([shared_data / "sarcoma" / "STS_002"], tmp_path)
    series = by_role(told)
    assert set(series) >= {"conventional", "ct"}
    pet = series["conventional"]
    assert pet["units"] == "GML"
    assert pet["suv"]["factor_bw"] == pytest.approx(1.0)
    assert round(pet["max"], 5) >= 21.67575, "IBSI: the maximum of the tumour"
    assert pet["frame_of_reference_uid"] == series["ct"]["frame_of_reference_uid"]
