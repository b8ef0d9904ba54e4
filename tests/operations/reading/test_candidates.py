"""Which studies can be cases of a reader study, and the sentence why others cannot."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from station.archive.index import open_index
from station.errors import Cancelled
from station.operations.reading.candidates import Candidate, candidates
from station.pet.suv import InputName, TypedInput
from station.progress import silent
from tests.made_up import reading_cases, studies
from tests.made_up.reading_cases import by_name, remember, write_conventional, write_dl


def only(home: Path, folder: Path) -> Candidate:
    remember(home, folder)
    (one,) = candidates(home, silent)
    return one


def test_a_study_with_both_images_can_be_a_case(station_home: Path, tmp_path: Path):
    (one,) = reading_cases.archive_of(station_home, tmp_path / "data", 1)
    assert one.problem is None
    (pair,) = one.pairs
    assert pair.conventional_label == 'Series 4 "OSEM Gaussian"'
    assert pair.dl_label == f'Series 5 "{studies.DENOISED_MARK}"'
    assert (one.patient_name, one.patient_id) == ("Garcia, Luis", "HOSP-0000")
    assert str(one.study_date) == "2024-03-01"


def test_without_a_dl_image_it_cannot(station_home: Path, tmp_path: Path):
    write_conventional(tmp_path / "data", 0)
    one = only(station_home, tmp_path / "data")
    assert one.pairs == ()
    assert one.problem == "It has no DL image. Denoise it and save the DL series, or open one."


def test_without_a_conventional_image_it_cannot(station_home: Path, tmp_path: Path):
    write_dl(tmp_path / "data", 0)
    one = only(station_home, tmp_path / "data")
    assert one.problem is not None
    assert "no conventional one" in one.problem


def test_an_unfiltered_image_is_no_conventional_one(station_home: Path, tmp_path: Path):
    write_conventional(tmp_path / "data", 0, ConvolutionKernel="NONE")
    write_dl(tmp_path / "data", 0)
    one = only(station_home, tmp_path / "data")
    assert one.problem is not None
    assert one.problem.startswith("Its PET is unfiltered.")


def test_a_ct_alone_cannot(station_home: Path, tmp_path: Path):
    studies.write_ct(tmp_path / "data")
    problem = only(station_home, tmp_path / "data").problem
    assert problem == "It has no PET with attenuation correction."


def test_without_suv_it_cannot_until_the_weight_is_typed(station_home: Path, tmp_path: Path):
    write_conventional(tmp_path / "data", 0, PatientWeight=None)
    write_dl(tmp_path / "data", 0, PatientWeight=None)
    one = only(station_home, tmp_path / "data")
    assert one.problem is not None
    assert "PatientWeight is missing" in one.problem
    index = open_index(station_home)
    typed = TypedInput(InputName.WEIGHT_KG, 70.0, "Dr A", datetime.now(UTC))
    index.record_input(one.study_uid, typed)
    index.close()
    (again,) = candidates(station_home, silent)
    assert again.problem is None


def test_grids_that_would_need_resampling_cannot(station_home: Path, tmp_path: Path):
    write_conventional(tmp_path / "data", 0)
    studies.write_pet(
        tmp_path / "data" / "dl",
        studies.DENOISED_MARK,
        10.0,
        study="study 0",
        spacing_mm=(4.0, 3.9, 3.9),
        **reading_cases.facts(0) | {"ImageType": ["DERIVED", "PRIMARY"], "SeriesNumber": 5},
    )
    one = only(station_home, tmp_path / "data")
    assert one.problem is not None
    assert "are not on one grid" in one.problem


def test_a_series_with_a_gap_cannot(station_home: Path, tmp_path: Path):
    write_conventional(tmp_path / "data", 0)
    write_dl(tmp_path / "data", 0)
    sorted((tmp_path / "data" / "dl").rglob("*.dcm"))[10].unlink()
    one = only(station_home, tmp_path / "data")
    assert one.problem is not None
    assert "1 of 24 slices are missing" in one.problem


def test_a_study_whose_files_are_gone_cannot(station_home: Path, tmp_path: Path):
    reading_cases.archive_of(station_home, tmp_path / "data", 1)
    shutil.rmtree(tmp_path / "data")
    (one,) = candidates(station_home, silent)
    assert one.problem is not None
    assert "can no longer be read" in one.problem


def test_of_several_pairs_the_surest_comes_first_and_all_are_offered(
    station_home: Path, tmp_path: Path
):
    reading_cases.archive_of(station_home, tmp_path / "data", 1)
    write_conventional(tmp_path / "more", 0, FrameOfReferenceUID="1.2.3", SeriesNumber=9)
    write_dl(tmp_path / "more", 0, name="CNN DLR (RESEARCH)", SeriesNumber=6)
    remember(station_home, tmp_path / "more")
    (one,) = candidates(station_home, silent)
    assert len(one.pairs) >= 2
    assert len({(pair.conventional, pair.dl) for pair in one.pairs}) == len(one.pairs)


def test_a_pair_that_cannot_be_read_does_not_hide_one_that_can(station_home: Path, tmp_path: Path):
    reading_cases.archive_of(station_home, tmp_path / "data", 1)
    write_dl(tmp_path / "more", 0, name="CNN DLR", PatientWeight=None, SeriesNumber=6)
    remember(station_home, tmp_path / "more")
    (one,) = candidates(station_home, silent)
    assert one.problem is None
    assert [pair.dl_label for pair in one.pairs] == [f'Series 5 "{studies.DENOISED_MARK}"']


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", True),
        ("jane", True),
        ("HOSP-0002", True),
        ("2024-03 whole", True),
        ("doe 2023", False),
        ("john", False),
    ],
)
def test_every_word_of_the_search_is_looked_for(text: str, found: bool):
    one = Candidate("1.2", "Doe, Jane", "hosp-0002", date(2024, 3, 1), "FDG whole body")
    assert one.holds(text) is found


def test_an_empty_archive_offers_nothing(station_home: Path):
    assert candidates(station_home, silent) == ()


def test_looking_through_the_archive_can_be_cancelled(station_home: Path, tmp_path: Path):
    reading_cases.archive_of(station_home, tmp_path / "data", 1)

    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        candidates(station_home, stop)
    assert len(by_name(station_home)) == 1
