"""The blood glucose of a header: read where it is clear, and nothing where it is not."""

from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from station.dicom.glucose import blood_glucose
from station.dicom.load import scan
from station.pet.study import Series
from tests.dicom.synthetic import code, item, ramp, write_series


def series(folder: Path, **attributes: object) -> Series:
    def edit(ds: Dataset, _: int) -> None:
        for keyword, value in attributes.items():
            setattr(ds, keyword, value)

    write_series(folder, ramp(), edit=edit)
    ((found,),) = ([*study.series] for study in scan([folder]).studies)
    return found


def context(value: str, unit: str, concept: str = "2339-0") -> list[Dataset]:
    return [
        item(
            ValueType="NUMERIC",
            ConceptNameCodeSequence=code(concept, "LN", "Glucose"),
            NumericValue=value,
            MeasurementUnitsCodeSequence=code(unit, "UCUM", unit),
        )
    ]


@pytest.mark.parametrize(
    ("value", "unit", "mmol"), [("99", "mg/dL", 5.495), ("6.1", "mmol/L", 6.1)]
)
def test_a_coded_glucose_is_read_in_either_unit(tmp_path: Path, value, unit, mmol) -> None:
    found = blood_glucose(series(tmp_path, AcquisitionContextSequence=context(value, unit)))
    assert found is not None
    assert found.mmol_per_l == pytest.approx(mmol, abs=0.001)
    assert "(0040,0555)" in found.source


@pytest.mark.parametrize(
    ("words", "mmol"),
    [
        ("Fasted 6 h. Blood glucose: 5.8 mmol/L", 5.8),
        ("BSL 104 mg/dL before injection", 5.773),
        ("Glycaemia = 6,2 mmol / l", 6.2),
    ],
)
def test_words_with_number_and_unit_are_read(tmp_path: Path, words: str, mmol: float) -> None:
    found = blood_glucose(series(tmp_path, PatientComments=words))
    assert found is not None
    assert found.mmol_per_l == pytest.approx(mmol, abs=0.001)
    assert found.source == "PatientComments"


@pytest.mark.parametrize(
    "words",
    [
        "glucose 5.8",
        "Fluorodeoxyglucose 350 mg/dL",
        "glucose 580 mmol/L",
        "glucose 14.0 mmol/L, after insulin glucose 8.0 mmol/L",
        "",
    ],
)
def test_what_is_not_clear_is_not_read(tmp_path: Path, words: str) -> None:
    assert blood_glucose(series(tmp_path, PatientComments=words)) is None


def test_another_concept_or_unit_is_not_glucose(tmp_path: Path) -> None:
    other = context("5.8", "mmol/L", "2160-0")
    assert blood_glucose(series(tmp_path / "a", AcquisitionContextSequence=other)) is None
    unknown = context("5.8", "g")
    assert blood_glucose(series(tmp_path / "b", AcquisitionContextSequence=unknown)) is None


def test_a_file_that_is_gone_holds_no_glucose(tmp_path: Path) -> None:
    found = series(tmp_path, PatientComments="glucose 5.8 mmol/L")
    for path in tmp_path.iterdir():
        path.unlink()
    assert blood_glucose(found) is None
