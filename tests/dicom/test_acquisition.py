"""How a series was scanned, as its header tells it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom.config import disable_value_validation
from pydicom.dataset import Dataset

from station.dicom.acquisition import HEADERS_AT_MOST, acquisition
from station.dicom.load import scan
from station.pet.acquisition import Acquisition
from station.pet.study import Series
from tests.dicom.synthetic import item, ramp, write_enhanced, write_series


def series_with(folder: Path, slices: int = 3, modality: str = "PT", **facts: Any) -> Series:
    """A series whose headers hold `facts`; of a list the slice's own."""

    def edit(ds: Dataset, index: int) -> None:
        for keyword, value in facts.items():
            setattr(ds, keyword, value[index] if isinstance(value, list) else value)

    with disable_value_validation():
        write_series(folder, ramp(slices), modality=modality, edit=edit)
    (study,) = scan([folder]).studies
    (found,) = study.series
    return found


def test_a_pet_tells_its_corrections_and_its_scanner(tmp_path: Path) -> None:
    facts = acquisition(
        series_with(
            tmp_path,
            AttenuationCorrectionMethod="measured, CT",
            ScatterCorrectionMethod="Model-based",
            RandomsCorrectionMethod="DLYD",
            StationName="CT58462",
        )
    )
    assert facts.attenuation_correction == "measured, CT"
    assert facts.scatter_correction == "Model-based"
    assert facts.randoms_correction == "DLYD"
    assert facts.station_name == "CT58462"


def test_several_values_are_told_one_after_the_other(tmp_path: Path) -> None:
    def edit(ds: Dataset, _: int) -> None:
        ds.SoftwareVersions = ["VG60A", "2.1"]

    write_series(tmp_path, ramp(1), edit=edit)
    (study,) = scan([tmp_path]).studies
    assert acquisition(study.series[0]).software == "VG60A, 2.1"


@pytest.mark.parametrize(
    ("written", "told"),
    [("059Y", "59 years"), ("001D", "1 day"), ("003M", "3 months"), ("old", "old"), ("", None)],
)
def test_an_age_is_told_in_words(tmp_path: Path, written: str, told: str | None) -> None:
    assert acquisition(series_with(tmp_path, PatientAge=written)).age == told


def test_the_tubes_current_is_told_from_its_lowest_to_its_highest(tmp_path: Path) -> None:
    facts = acquisition(
        series_with(tmp_path, modality="CT", KVP="120", XRayTubeCurrent=["210", "85", "140"])
    )
    assert facts.tube_voltage_kv == 120
    assert facts.tube_current_ma == (85, 210)
    assert facts.headers_read == 3


def test_of_many_slices_few_are_read_and_the_ends_are_among_them(tmp_path: Path) -> None:
    currents = [str(100 + n) for n in range(40)]
    facts = acquisition(series_with(tmp_path, 40, "CT", XRayTubeCurrent=currents))
    assert facts.headers_read == HEADERS_AT_MOST
    assert facts.tube_current_ma == (100, 139)


def test_an_enhanced_image_keeps_them_in_its_functional_groups(tmp_path: Path) -> None:
    def edit(ds: Dataset) -> None:
        shared = ds.SharedFunctionalGroupsSequence[0]
        shared.CTXRayDetailsSequence = [item(KVP=100.0)]

    write_enhanced(tmp_path / "pet.dcm", ramp(4), edit=edit)
    (study,) = scan([tmp_path]).studies
    facts = acquisition(study.series[0])
    assert facts.tube_voltage_kv == 100
    assert facts.slice_thickness_mm == 3


def test_what_is_no_number_is_not_recorded(tmp_path: Path) -> None:
    def damage(ds: Dataset, _: int) -> None:
        ds.add_new("KVP", "LO", "about 120")

    write_series(tmp_path, ramp(1), modality="CT", edit=damage)
    (study,) = scan([tmp_path]).studies
    assert acquisition(study.series[0]).tube_voltage_kv is None


def test_files_that_are_gone_tell_nothing(tmp_path: Path) -> None:
    series = series_with(tmp_path, PatientAge="059Y")
    for path in tmp_path.iterdir():
        path.unlink()
    assert acquisition(series) == Acquisition()
    assert acquisition(replace(series, slices=None)) == Acquisition()


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_header_never_raises(tmp_path: Path, seed: int) -> None:
    series = series_with(tmp_path, 1, PatientAge="059Y", SoftwareVersions="VG60A")
    (path,) = tmp_path.iterdir()
    content = bytearray(path.read_bytes())
    rng = np.random.default_rng(seed)
    for place in rng.integers(132, 900, 40):
        content[place] = rng.integers(256)
    path.write_bytes(content)
    assert isinstance(acquisition(series), Acquisition)
