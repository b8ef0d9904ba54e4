"""What a batch leaves: tables whose first columns never change, and which file holds what."""

import csv
import json
import os
import shutil
from dataclasses import asdict
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from station.batch.outputs import sha256_of
from station.batch.results import LEADING, read_results, status_of
from station.errors import StationError
from tests.batch.finished import finished
from tests.made_up import studies

FIRST = [
    "study_uid",
    "series_uid",
    "patient_id",
    "operation",
    "state",
    "reason",
    "seconds",
    "output",
]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two studies that were filtered, with one and two series, and one that was not."""
    folder = tmp_path_factory.mktemp("batch")
    studies.write_pet(folder / "in" / "A", "WB AC", 4.0, study="A", PatientID="=A")
    studies.write_pet(folder / "in" / "A2", "late", 4.0, study="A", PatientID="=A")
    studies.write_pet(folder / "in" / "B", "WB AC", 5.0, study="B", PatientID="B")
    studies.write_ct(folder / "in" / "C", study="C")
    (folder / "in" / "notes.txt").write_text("no image")
    sphere = [*studies.LESION_MM, 0.5]
    options = {"sphere": [sphere], "mask": {}, "peak": "global"}
    return finished(folder / "in", folder / "out", "measure", options)


def table(folder: Path, name: str) -> tuple[list[str], list[dict[str, str]]]:
    with (folder / name).open(newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def test_the_first_columns_are_those_that_were_promised(results: Path) -> None:
    assert list(LEADING) == FIRST
    for name in ("summary", "studies"):
        assert table(results, f"{name}.csv")[0][:8] == FIRST
        assert pq.read_table(results / f"{name}.parquet").column_names[:8] == FIRST


def test_a_study_has_a_row_for_each_voi_and_one_where_it_has_none(results: Path) -> None:
    _, rows = table(results, "summary.csv")
    assert sorted((row["patient_id"], row["state"], row["series_uid"] != "") for row in rows) == [
        ("'=A", "done", True),  # a spreadsheet does not take it for a formula
        ("'=A", "done", True),
        ("B", "done", True),
        ("SYN1", "failed", False),
    ]
    (failed,) = [row for row in rows if row["state"] == "failed"]
    assert "no PET series" in failed["reason"]
    assert failed["output"] == ""
    assert len(table(results, "studies.csv")[1]) == 3


def test_a_folder_whose_name_is_not_utf_8_does_not_cost_the_summary(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path / "in" / "b") + b"\xff"))
    studies.write_pet(folder, "WB", 4.0)
    (folder / "notes.txt").write_text("no image")
    out = finished(tmp_path / "in", tmp_path / "out")
    shown = f"{tmp_path / 'in' / 'b'}\\xff"
    assert [row["places"] for row in table(out, "studies.csv")[1]] == [f"{shown}/WB"]
    assert pq.read_table(out / "studies.parquet").to_pylist()[0]["places"] == f"{shown}/WB"
    assert [row["path"] for row in table(out, "left_out.csv")[1]] == [f"{shown}/notes.txt"]


def test_parquet_has_the_rows_of_the_csv_with_numbers_as_numbers(results: Path) -> None:
    rows = pq.read_table(results / "summary.parquet").to_pylist()
    _, lines = table(results, "summary.csv")
    assert [row["study_uid"] for row in rows] == [line["study_uid"] for line in lines]
    highest = sorted(row["suv_max"] for row in rows if row["suv_max"] is not None)
    assert highest == pytest.approx([4.0, 4.0, 5.0], rel=1e-3)
    assert {row["patient_id"] for row in rows} == {"=A", "B", "SYN1"}


def test_the_manifest_has_every_file_of_the_outputs_with_its_hash(results: Path) -> None:
    manifest = json.loads((results / "manifest.json").read_text())
    for name, sha256 in manifest.items():
        assert sha256_of(results / name) == sha256
    named = {row["output"] for row in table(results, "summary.csv")[1] if row["output"]}
    assert named <= manifest.keys()
    files = {
        path.relative_to(results).as_posix()
        for path in (results / "outputs").rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert files == manifest.keys()


def test_the_status_counts_studies(results: Path) -> None:
    assert asdict(status_of(results)) == {
        "studies": 3,
        "done": 2,
        "failed": 1,
        "set_aside": 0,
        "waiting": 0,
    }


def test_files_of_no_study_are_listed_with_the_reason(results: Path) -> None:
    header, (row,) = table(results, "left_out.csv")
    assert header == ["path", "reason"]
    assert row["path"].endswith("notes.txt")
    assert row["reason"]


def test_results_are_read_back_with_what_opens_each_study(results: Path) -> None:
    read = read_results(results)
    assert read.operation == "measure"
    assert read.states == {"done": 2, "failed": 1}
    of_a = [line for line in read.lines if line.cells["patient_id"] == "=A"]
    assert len(of_a) == 2
    assert {place.parent.name for place in of_a[0].places} == {"A", "A2"}
    assert all(place.is_dir() for place in of_a[0].places)


def test_a_new_series_is_opened_with_its_study(tmp_path: Path) -> None:
    studies.write_unfiltered(tmp_path / "in")
    options = {"fwhm_mm": 6.0, "assume_unfiltered": False}
    out = finished(tmp_path / "in", tmp_path / "out", "filter", options)
    (line,) = read_results(out).lines
    assert line.places[-1].name == "series"
    assert all(place.is_dir() for place in line.places)


def test_another_folder_or_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"summary.csv is missing"):
        read_results(tmp_path)
    (tmp_path / "summary.csv").write_text("a,b\n1,2\n")
    with pytest.raises(StationError, match="is not a table of `station batch`"):
        read_results(tmp_path)


def test_a_study_of_very_many_files_that_are_named_one_by_one_is_read_again(
    results: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(results, out)
    places = [f"/archive/flat/{number:06d}.dcm" for number in range(10_000)]
    columns, rows = table(out, "studies.csv")
    rows[0]["places"] = "\n".join(places)
    with (out / "studies.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    longest = max(read_results(out).lines, key=lambda line: len(line.places))
    assert longest.places[:10_000] == tuple(map(Path, places))
