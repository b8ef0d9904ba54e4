"""`station info`: what is in files, for programs and for people."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import station
from tests.made_up import studies

MARKUP = "[red]X^山田[/red]"
"""A name that a terminal library would take for an instruction"""


@pytest.mark.simulated
def test_info_in_json_can_be_read_by_a_program_whatever_the_terminals_encoding(
    tmp_path: Path,
):
    """A real process, as a script starts one."""
    studies.write_conventional(tmp_path / "study", PatientName=MARKUP)
    awkward = tmp_path / os.fsdecode(b"letter \xff.txt")
    awkward.write_text("Dear colleague", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "station", "info", tmp_path / "study", awkward, "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    told: dict[str, Any] = json.loads(done.stdout)
    (study,) = told["studies"]
    assert study["patient_name"] == "[red]X, 山田[/red]"
    assert [series["max"] for series in study["series"]] == pytest.approx([studies.LESION_SUV])
    assert [one["path"] for one in told["left_out"]] == [str(awkward)]


def test_info_for_people_shows_names_as_they_are_written(tmp_path: Path):
    studies.write_conventional(tmp_path, PatientName=MARKUP, SeriesDescription="[bold]WB[/bold]")
    result = station("info", tmp_path)
    assert result.exit_code == 0
    assert "[red]X, 山田[/red]" in result.stdout
    assert "[bold]WB[/bold]" in result.stdout
    assert "0.000292127" in result.stdout


def test_info_for_people_gives_the_reason_where_there_is_no_suv(tmp_path: Path):
    studies.write_conventional(tmp_path, PatientWeight=None)
    words = " ".join(station("info", tmp_path).stdout.split())
    assert "PatientWeight is missing." in words


def test_info_for_people_names_what_was_left_out_also_where_its_name_is_no_text(tmp_path: Path):
    junk = tmp_path / os.fsdecode(b"junk \xff [red].dcm")
    junk.write_bytes(b"junk")
    result = station("info", tmp_path)
    assert result.exit_code == 0
    words = " ".join(result.stdout.split())
    assert "Left out: 1" in words
    assert r"junk \udcff [red].dcm" in words
    assert "No DICOM images were found." in words


def test_info_leaves_the_data_folder_alone(pair: Path, station_home: Path):
    station("info", pair, "--json")
    assert not station_home.exists()
