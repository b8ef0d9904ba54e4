"""`station compare`, as a script calls it: two dates of one patient, and who is refused."""

import csv
import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nibabel
import numpy as np
import pytest
from typer.testing import CliRunner, Result

from station.archive import home
from station.archive.index import open_index
from station.cli import app
from station.errors import StationError
from station.operations import registration
from station.operations.compare import Read, Wish, compared, timepoint_of
from station.operations.registration import register
from station.pet.followup import Status
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Patient, Study
from station.pet.voi import Isocontour, Sphere
from station.quality.landmarks import find_landmarks
from tests.dicom.synthetic import uid
from tests.made_up import studies
from tests.made_up.kept import kept
from tests.made_up.two_dates import Pair, draw_pair

LIVER, BLOOD = "0,20,146", "-30,10,146"
"""Anywhere in the made-up body, which is uniform"""
PLACES = (
    *("--liver-current", LIVER, "--liver-prior", LIVER),
    *("--blood-current", BLOOD, "--blood-prior", BLOOD),
)


@pytest.fixture(autouse=True)
def _nobody_looks_for_organs(request, monkeypatch):
    """The made-up body has none; simulated patients are looked at."""

    def missing(*_: object) -> None:
        raise StationError("The finder's weights are missing.")

    if request.node.get_closest_marker("simulated") is None:
        monkeypatch.setattr(registration, "find_landmarks", missing)


def write(folder: Path, name: str, lesion: float, date: str, **facts: Any) -> Path:
    dates = dict.fromkeys(("StudyDate", "SeriesDate", "AcquisitionDate"), date)
    facts = {"FrameOfReferenceUID": uid("one frame"), **dates, **facts}
    studies.write_pet(folder / name, "OSEM Gaussian", lesion, study=name, **facts)
    return folder / name


@pytest.fixture(scope="module")
def dates(tmp_path_factory) -> tuple[Path, Path]:
    """The current study, whose lesion has SUV 5, and the prior one with SUV 9."""
    folder = tmp_path_factory.mktemp("dates")
    return write(folder, "now", 5.0, "20240601"), write(folder, "before", 9.0, "20240301")


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["compare", *[str(argument) for argument in arguments]])


def comparison(*arguments: object) -> dict[str, Any]:
    result = station(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def refusal(*arguments: object) -> str:
    result = station(*arguments)
    assert result.exit_code == 1, result.output
    (line,) = result.stderr.strip().splitlines()
    return line


def proposal(content: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(one for one in content["proposals"] if one["rule"] == rule)


# -- what is compared ------------------------------------------------------------------------------


def test_a_lesion_of_both_dates_is_one_row_with_its_change(dates):
    content = comparison(*dates, *PLACES)
    (row,) = content["lesions"]
    assert row["status"] == "followed"
    assert row["current"]["suv_max"] == pytest.approx(5.0, rel=1e-3)
    assert row["prior"]["suv_max"] == pytest.approx(9.0, rel=1e-3)
    assert row["change"]["suv_max"]["percent"] == pytest.approx(-44.4, abs=0.1)
    factor = content["current"]["sul_per_suv"]
    assert row["current"]["sul_peak"] == pytest.approx(factor * row["current"]["suv_peak"])
    assert row["prior"]["mtv_ml"] == pytest.approx(27 * 0.064)
    assert content["alignment"]["how"] == "same frame of reference"
    assert content["burden"]["prior"]["tlg"] == pytest.approx(row["prior"]["tlg"])


def test_the_proposals_print_their_rule_with_its_numbers(dates):
    content = comparison(*dates, *PLACES)
    percist = proposal(content, "PERCIST 1.0")
    assert "PMR" in percist["outcome"]
    assert "1.5 × liver SUL" in percist["sentences"][0]
    assert {one["name"] for one in percist["conditions"]} >= {"Same scanner", "Treatment"}
    # The lesion's SUVmax is 5, the uniform body 1.5: more than twice the "liver".
    assert proposal(content, "Deauville")["outcome"] == "5"
    assert "Not a diagnosis" in content["note"]


def test_the_later_study_is_the_current_one_whatever_the_order(dates):
    now, before = dates
    turned = comparison(before, now, *PLACES)
    assert turned["current"]["date"] == "2024-06-01"
    assert "because it is later" in turned["which_is_which"]
    given = comparison(before, now, *PLACES, "--as-given")
    assert given["current"]["date"] == "2024-03-01"
    assert given["lesions"][0]["change"]["suv_max"]["percent"] > 0


def test_people_read_the_same(dates):
    text = station(*dates, *PLACES).stdout
    lines = [line.split() for line in text.splitlines()]
    assert ["Lesion", "1", "prior", "9.00"] in [line[:4] for line in lines]
    assert ["followed", "current", "5.00"] in [line[:3] for line in lines]
    assert ["change", "−44", "%"] in [line[:3] for line in lines]
    assert "PERCIST 1.0, proposed: partial metabolic response" in text
    assert "not known" in text


def test_files_are_written_without_a_name_and_never_over_others(dates, tmp_path):
    out = tmp_path / "out"
    assert station(*dates, *PLACES, "--out", out).exit_code == 0
    content = json.loads((out / "comparison.json").read_text(encoding="utf-8"))
    with (out / "lesions.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert float(row["suv_max_prior"]) == content["lesions"][0]["prior"]["suv_max"]
    assert all("Doe" not in path.read_text(encoding="utf-8") for path in out.iterdir())
    assert "is there already" in refusal(*dates, *PLACES, "--out", out)


# -- whose lesions ---------------------------------------------------------------------------------


def saved(folder: Path, voi: PlacedVoi, readers: tuple[str, ...] = ("Reader",)) -> None:
    with closing(open_index(home())) as index:
        for reader in readers:
            index.record_voi(folder_uid(folder), reader, voi, datetime.now(UTC))


def folder_uid(folder: Path) -> str:
    return uid(folder.name)


LESION = PlacedVoi("1", "Lesion 1", Sphere(studies.LESION_MM, 1.0), SiteKind.LESION)


def test_a_lesion_saved_on_one_date_is_carried_to_the_other(dates):
    saved(dates[0], LESION)
    content = comparison(*dates)
    assert "Saved in the window by Reader, of the current date only" in content["lesions_from"]
    (row,) = content["lesions"]
    assert row["status"] == "carried over"
    assert row["proposed_on"] == "prior"
    assert row["prior"]["suv_max"] == pytest.approx(9.0, rel=1e-3)


def test_several_readers_are_asked_which(dates):
    saved(dates[0], LESION, ("Reader A", "Reader B"))
    assert "2 readers saved VOIs" in refusal(*dates)
    content = comparison(*dates, "--reader", "Reader B")
    assert "Reader B" in content["lesions_from"]
    assert "saved no VOI" in refusal(*dates, "--reader", "Nobody")


def write_mask(path: Path, shift_mm: float = 0.0) -> Path:
    values = np.zeros(studies.SHAPE, np.uint8)
    s, r, c = studies.LESION
    values[s - 1 : s + 2, r - 1 : r + 2, c - 1 : c + 2] = 1
    affine = np.diag([-4.0, -4.0, 4.0, 1.0])
    x, y, z = studies.ORIGIN_MM
    affine[:3, 3] = (-x + shift_mm, -y, z)
    nibabel.save(nibabel.Nifti1Image(values.transpose(2, 1, 0), affine), path)
    return path


def test_masks_of_a_file_are_carried_to_the_other_date_and_say_so(dates, tmp_path):
    content = comparison(*dates, "--lesions", write_mask(tmp_path / "mask.nii.gz"))
    (row,) = content["lesions"]
    assert row["current"]["mtv_ml"] == row["prior"]["mtv_ml"] == pytest.approx(27 * 0.064)
    assert any("outline of another date" in text for text in row["prior"]["warnings"])


def test_masks_of_neither_date_are_refused(dates, tmp_path):
    far = write_mask(tmp_path / "far.nii.gz", 3000.0)
    assert "no mask within the current image" in refusal(*dates, "--lesions", far)
    assert "does not exist" in refusal(*dates, "--lesions", tmp_path / "absent.nii.gz")


def test_without_a_liver_lesions_are_not_sought(dates):
    sentence = refusal(*dates)
    assert "organ finder is missing" in sentence
    assert "--lesions FILE" in sentence


# -- bad input -------------------------------------------------------------------------------------


def test_another_patient_is_refused_before_anything_is_read(dates, tmp_path):
    other = write(tmp_path, "other", 5.0, "20240601", PatientID="SYN2")
    assert "different PatientIDs" in refusal(dates[0], other, *PLACES)
    nobody = write(tmp_path, "nobody", 5.0, "20240601", PatientID="")
    assert "no PatientID" in refusal(dates[0], nobody, *PLACES)


def test_a_date_without_suv_is_shown_apart_and_has_no_change(dates, tmp_path):
    weightless = write(tmp_path, "weightless", 9.0, "20240301", PatientWeight=None)
    mask = write_mask(tmp_path / "mask.nii.gz")
    content = comparison(dates[0], weightless, "--lesions", mask, *PLACES)
    assert any("prior image has no SUV" in text for text in content["not_comparable"])
    assert all(row["status"] == "not matched" for row in content["lesions"])
    assert all(set(row["change"].values()) == {None} for row in content["lesions"])
    assert proposal(content, "PERCIST 1.0")["outcome"] is None


def test_a_path_with_two_pets_asks_for_the_series(dates, tmp_path):
    folder = write(tmp_path, "two", 5.0, "20240601")
    studies.write_pet(folder, "Second", 5.0, study="two", FrameOfReferenceUID=uid("one frame"))
    assert "several PETs" in refusal(folder, dates[1], *PLACES)
    chosen = comparison(folder, dates[1], *PLACES, "--series", uid("two", "Second"))
    assert chosen["current"]["description"] == "Second"
    assert "does not exist" in refusal(dates[0], tmp_path / "absent")


def test_another_weight_and_scanner_are_cautions(dates, tmp_path):
    other = write(
        tmp_path, "other", 9.0, "20240301", PatientWeight="90", ManufacturerModelName="Old"
    )
    content = comparison(dates[0], other, *PLACES)
    text = " ".join(content["cautions"])
    assert "70.0 kg now and was 90.0 kg" in text
    assert "Station Synthetic now, Station Old before" in text


# -- simulated patients: everything automatic ------------------------------------------------------


@kept
def pair(seed: int) -> Pair:
    return draw_pair(seed, with_ct=True)


def read(name: str, images: Any) -> Read:
    pet = images.pet
    series = replace(pet.series, study_uid=name)
    study = Study(name, Patient("P1", "Doe, Jane"), None, series=(series,))
    landmarks = find_landmarks(pet.volume, images.ct.volume)
    at = timepoint_of(name, study, images, landmarks)
    # The images are made in SUVbw, without a header's conversion: SUL by a factor of its own.
    return Read(study, images, landmarks, replace(at, sul_per_suv=0.75, no_sul=""))


def drawn_at(date: Any, voi: PlacedVoi) -> list[int]:
    """Which of the drawn lesions of a date a found one is."""
    assert isinstance(voi.shape, Isocontour)
    hottest: Any = voi.shape.seed_mm
    return [
        number
        for number, lesion in enumerate(date.lesions)
        if lesion is not None
        and np.linalg.norm(np.subtract(lesion.centre_mm, hottest)) < lesion.diameter_mm / 2 + 8
    ]


@pytest.mark.simulated
def test_lesions_of_a_simulated_patient_are_found_and_followed():
    drawn = pair(7_000_012)
    now, before = read("current", drawn.current.images), read("prior", drawn.prior.images)
    alignment = register(now.images, before.images, landmarks=(now.landmarks, before.landmarks))
    found = compared(now, before, "", alignment, Wish(Path(), Path()))
    seen: set[int] = set()
    for row in found.rows:
        both = [
            drawn_at(date, voi)
            for date, voi, name in (
                (drawn.current, row.current_voi, "current"),
                (drawn.prior, row.prior_voi, "prior"),
            )
            if voi is not None and row.proposed != name
        ]
        if len(both) == 2 and all(both):
            assert set(both[0]) & set(both[1])
            seen.update(both[0])
        if row.status in (Status.NEW, Status.VANISHED) and both[0]:
            other = drawn.prior if row.status is Status.NEW else drawn.current
            assert all(other.lesions[number] is None for number in both[0])
    # All of SUV 5 and more and of 1 mL and more: the threshold is 2.6.
    assert seen >= {0, 3, 6, 7, 8}
    assert found.percist.outcome
    assert "in stomach or bowel" in found.percist.sentences[-1]
    assert found.burdens[0] is not None
    left_out = {part.organ for part in found.burdens[0].components if not part.counted}
    assert left_out >= {"bladder", "brain", "kidneys"}
