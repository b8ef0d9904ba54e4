"""The command line: what scripts ask, what people read, and one sentence for what is wrong."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QImage
from typer.testing import CliRunner, Result

from station import __version__
from station.__main__ import VERBS
from station.app.demo import make_demo_study
from station.archive.database import FILE_NAME
from station.archive.readings import NewStudy, open_reader_studies
from station.cli import app
from tests.archive import reader_studies
from tests.ui import studies

MARKUP = "[red]X^山田[/red]"
"""A name that a terminal library would take for an instruction"""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Conventional PET, DL-denoised PET and CT. Read only."""
    return studies.write_pair(tmp_path_factory.mktemp("cli") / "pair")


@pytest.fixture
def coarse_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo study in 8 mm voxels."""
    monkeypatch.setattr("station.app.demo.make_demo_study", partial(make_demo_study, coarser=4))


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def render(pair: Path, out: Path, *options: object) -> QImage:
    """The picture that `station render` writes with these options."""
    result = station("render", pair, "--out", out, "--size", "900x600", *options)
    assert result.exit_code == 0, result.output
    picture = QImage(str(out))
    assert not picture.isNull()
    return picture


def pixels(picture: QImage) -> np.ndarray:
    """0xffRRGGBB (rows, columns)."""
    converted = picture.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(converted.constBits(), np.uint32).copy()
    return data.reshape(converted.height(), converted.width())


def share_of_colour(picture: QImage) -> float:
    """The part of the pixels that is clearly no grey."""
    values = pixels(picture)
    channels = np.stack([values >> shift & 0xFF for shift in (16, 8, 0)]).astype(int)
    return float((channels.max(axis=0) - channels.min(axis=0) > 100).mean())


def sentence(result: Result) -> str:
    """The one line that a refused command says."""
    (line,) = result.stderr.strip().splitlines()
    assert result.stdout == ""
    return line


# --- info ---------------------------------------------------------------------------------------


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


# --- render -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["1600x1000", "1280x720", "500x400"])
def test_render_writes_a_picture_of_the_size_asked_for(pair: Path, tmp_path: Path, size: str):
    out = tmp_path / "window.png"
    result = station("render", pair, "--out", out, "--size", size)
    assert (result.exit_code, result.stdout) == (0, f"Wrote {out}\n")
    assert out.read_bytes().startswith(b"\x89PNG")
    picture = QImage(str(out))
    assert f"{picture.width()}x{picture.height()}" == size
    values, counts = np.unique(pixels(picture), return_counts=True)
    assert len(values) > 100, "it is not blank"
    assert counts.max() / counts.sum() < 0.7


def test_render_leaves_the_data_folder_alone(pair: Path, tmp_path: Path, station_home: Path):
    render(pair, tmp_path / "window.png")
    assert not station_home.exists()


@pytest.mark.parametrize("layout", ["compare", "grid", "single", "mip"])
def test_every_layout_is_a_picture_of_its_own(pair: Path, tmp_path: Path, layout: str):
    other = "single" if layout == "compare" else "compare"
    one = render(pair, tmp_path / "one.png", "--layout", layout)
    two = render(pair, tmp_path / "two.png", "--layout", other)
    assert (pixels(one) != pixels(two)).mean() > 0.02


def test_a_narrower_window_makes_the_images_darker(pair: Path, tmp_path: Path):
    """In inverse grey."""
    narrow, wide = (
        pixels(render(pair, tmp_path / "window.png", "--window", window)) & 0xFF
        for window in ("0-2", "0-20")
    )
    assert narrow.mean() < wide.mean() - 5


def test_fusion_and_difference_bring_colour_into_the_picture(pair: Path, tmp_path: Path):
    lesion = "--at=" + ",".join(map(str, studies.LESION_MM))
    options = (tmp_path / "window.png", "--layout", "single", "--window", "0-2", lesion)
    plain, fused, difference = (
        share_of_colour(render(pair, *options, *mode))
        for mode in ([], ["--fusion"], ["--difference"])
    )
    assert fused > plain + 0.02
    assert difference > plain + 0.001, "the lesion alone differs"


def test_the_cursor_is_put_where_it_is_asked_for(pair: Path, tmp_path: Path):
    """Through the lesion there is a hot spot, black in inverse grey; through the middle none."""
    out = tmp_path / "window.png"
    options = ("--layout", "single", "--window", "0-7")
    lesion = ",".join(map(str, studies.LESION_MM))
    hot, cold = (
        (pixels(render(pair, out, *options, f"--at={at}")) == 0xFF000000).sum()
        for at in (lesion, "0,0,130")
    )
    assert hot > cold


# --- What is refused ----------------------------------------------------------------------------


def test_a_path_that_is_not_there_is_said(tmp_path: Path):
    for verb in (
        ["info"],
        ["render", "--out", tmp_path / "window.png"],
        ["denoise", "--out", tmp_path / "dl"],
        ["filter", "--out", tmp_path / "filtered"],
    ):
        result = station(*verb, tmp_path / "nowhere")
        assert result.exit_code == 1
        assert sentence(result) == f"{tmp_path / 'nowhere'} does not exist."


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--layout", "cinema", '"cinema" is no layout. Use compare, grid, single or mip.'),
        ("--window", "7", '"7" is no SUV window. Write it from 0 to an upper bound'),
        ("--window", "1-7", '"1-7" is no SUV window.'),
        ("--window", "0-0", '"0-0" is no SUV window.'),
        ("--window", "0-1000", '"0-1000" is no SUV window.'),
        ("--window", "0-0.0000000000000000000000001", "such as 0-7."),
        ("--size", "big", '"big" is no picture size. Write width x height, such as 1600x1000'),
        ("--size", "100x100", '"100x100" is no picture size.'),
        ("--size", "1600x100000", '"1600x100000" is no picture size.'),
        ("--colours", "magma", '"magma" is no colour map. Use grey, hot-iron, pet,'),
        ("--at", "here", '"here" is no position. Write three numbers in mm, such as 10.5,-20,300.'),
        ("--at", "1,2", '"1,2" is no position.'),
        ("--at", "nan,0,0", '"nan,0,0" is no position.'),
        ("--at", "1e300,0,0", '"1e300,0,0" is no position.'),
    ],
)
def test_a_bad_option_is_refused_in_one_sentence(
    pair: Path, tmp_path: Path, option: str, value: str, said: str
):
    out = tmp_path / "window.png"
    result = station("render", pair, "--out", out, option, value)
    assert result.exit_code == 1
    assert said in sentence(result)
    assert not out.exists()


def test_an_option_that_is_missing_or_unknown_is_refused_with_code_2(pair: Path):
    assert station("render", pair).exit_code == 2
    assert station("info").exit_code == 2
    assert station("info", pair, "--sepia").exit_code == 2
    assert station("fly").exit_code == 2


def test_a_picture_that_cannot_be_written_is_said(pair: Path, tmp_path: Path):
    out = tmp_path / "nowhere" / "window.png"
    result = station("render", pair, "--out", out)
    assert (result.exit_code, sentence(result)) == (
        1,
        f"{out} could not be written. Choose another folder.",
    )


def test_a_folder_without_images_is_not_rendered(tmp_path: Path):
    (tmp_path / "junk.dcm").write_bytes(b"junk")
    result = station("render", tmp_path, "--out", tmp_path / "window.png")
    assert result.exit_code == 1
    assert "No image was found" in sentence(result)
    assert not (tmp_path / "window.png").exists()


def test_fusion_that_would_mislead_is_refused_with_its_reason(tmp_path: Path):
    studies.write_conventional(tmp_path / "study")
    studies.write_ct(tmp_path / "study", frame="elsewhere")
    out = tmp_path / "window.png"
    result = station("render", tmp_path / "study", "--out", out, "--fusion")
    assert result.exit_code == 1
    assert "different frames of reference" in sentence(result)
    assert not out.exists()


def test_a_difference_needs_two_images(tmp_path: Path):
    studies.write_conventional(tmp_path)
    result = station("render", tmp_path, "--out", tmp_path / "window.png", "--difference")
    assert result.exit_code == 1
    assert sentence(result) == "A difference needs a conventional and a DL image."


# --- demo ---------------------------------------------------------------------------------------


@pytest.mark.usefixtures("coarse_demo")
def test_the_demo_study_is_written_where_it_is_asked_for(tmp_path: Path):
    folder = tmp_path / "demo"
    result = station("demo", "--out", folder)
    assert (result.exit_code, result.stdout) == (0, f"Demo study: {folder}\n")
    assert {path.name for path in folder.iterdir()} == {
        "CT",
        "PT-conventional",
        "PT-unfiltered",
        "lesions.json",
    }
    again = station("demo", "--out", folder)
    assert again.exit_code == 1
    assert "is not empty, and a simulated study replaces nothing" in sentence(again)


@pytest.mark.usefixtures("coarse_demo")
def test_without_a_display_the_demo_is_drawn_into_a_picture(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(tmp_path)
    result = station("demo", "--open")
    assert result.exit_code == 0, result.output
    assert f"Demo study: {station_home / 'demo'}" in result.stdout
    assert "There is no display" in result.stdout
    picture = QImage(str(tmp_path / "station-demo.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)


# --- reading analyse ----------------------------------------------------------------------------

THREE_CASES = "reader,case,arm,criterion,score\n" + "".join(
    f"{reader},{case},{arm},image noise,{score}\n"
    for reader, scores in {
        "Ito": ((2, 4), (3, 4), (2, 3)),
        "Mori": ((2, 5), (3, 3), (2, 4)),
    }.items()
    for case, pair in enumerate(scores, 1)
    for arm, score in zip(("conventional", "dl"), pair, strict=True)
)


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    """Two readers, three cases."""
    path = tmp_path / "scores.csv"
    path.write_text(THREE_CASES, encoding="utf-8")
    return path


def test_scores_become_tables_figures_and_json(scores: Path, tmp_path: Path, station_home: Path):
    out = tmp_path / "tables"
    result = station("reading", "analyse", "--csv", scores, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert "Image noise: Conventional 2.33 ± 0.58, DL 3.83 ± 0.58, n 3, P" in result.stdout
    assert result.stdout.splitlines()[-1].startswith(f"Wrote {out}: tables.pdf, tables.html")
    told = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["image noise"]["t"]["df"] == 2
    assert told["method"]["bootstrap"]["resamples"] == 2000
    assert not station_home.exists(), "plain files need no data folder"


def test_what_the_tables_cannot_tell_is_noted(scores: Path, tmp_path: Path):
    one_reader = "\n".join(THREE_CASES.splitlines()[:7])
    scores.write_text(one_reader, encoding="utf-8")
    result = station("reading", "analyse", "--csv", scores, "--out", tmp_path, "--resamples", 200)
    assert result.exit_code == 0
    assert "Note: One reader only: there is no agreement between readers" in result.stderr


def test_a_seed_of_nought_is_a_seed(scores: Path, tmp_path: Path):
    asked = ("--csv", scores, "--out", tmp_path, "--resamples", 200, "--seed", 0)
    assert station("reading", "analyse", *asked).exit_code == 0
    told = json.loads((tmp_path / "analysis.json").read_text(encoding="utf-8"))
    assert told["method"]["bootstrap"]["seed"] == 0


def test_a_mistake_in_a_table_is_told_with_line_and_column(scores: Path, tmp_path: Path):
    scores.write_text(THREE_CASES.replace(",4\n", ",9\n", 1), encoding="utf-8")
    result = station("reading", "analyse", "--csv", scores, "--out", tmp_path / "tables")
    assert result.exit_code == 1
    assert sentence(result).startswith(f'{scores}, line 3, column score: "9" is no score.')
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Nothing to analyse. Give --study NAME, or --csv scores.csv and --voi voi.csv."),
        (("--csv", "a.csv", "--study", "b"), "Give --study or --csv, not both."),
        (("--csv", "none.csv"), "none.csv cannot be read: No such file or directory."),
        (("--study", "None of that name"), "None of that name"),
    ],
)
def test_an_analysis_of_nothing_is_refused(tmp_path: Path, options: tuple[str, ...], said: str):
    result = station("reading", "analyse", *options, "--out", tmp_path / "tables")
    assert result.exit_code == 1
    assert said in sentence(result)


@pytest.fixture
def read_study(station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewStudy:
    """A reader study that both have read and signed."""
    reader_studies.quick(monkeypatch)
    study = reader_studies.new_study(tmp_path / "images")
    archive = reader_studies.made(station_home, study)
    for name in reader_studies.READERS:
        reader_studies.signed(archive, name, reader_studies.scorer_by_arm(study.key, 2, 3))
    archive.close()
    return study


def test_a_study_is_analysed_from_its_record_once_it_is_locked(
    read_study: NewStudy, station_home: Path, tmp_path: Path
):
    asked = ("--study", read_study.name, "--out", tmp_path / "tables", "--resamples", 200)
    refused = station("reading", "analyse", *asked)
    assert refused.exit_code == 1
    assert sentence(refused).startswith('"Denoising 2026" is not locked, and its key is sealed.')
    archive = open_reader_studies(station_home)
    reader_studies.coordinator(archive).lock(reader_studies.PASSWORDS[reader_studies.COORDINATOR])
    archive.close()
    result = station("reading", "analyse", *asked)
    assert result.exit_code == 0, result.stderr
    told = json.loads((tmp_path / "tables/analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["noise"]["conventional"] == {"mean": 2.0, "sd": 0.0, "n": 4}
    assert told["criteria"]["noise"]["dl"]["mean"] == 3.0
    rows = (tmp_path / "tables/data/readings.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 2 * 2 * 4
    assert rows[0].startswith("reader,consensus,case,arm,kind,session,number,")


# --- reading verify -----------------------------------------------------------------------------


def test_a_whole_record_gives_its_last_hash_which_a_later_check_can_ask_for(read_study: NewStudy):
    whole = station("reading", "verify", "--images")
    assert whole.exit_code == 0, whole.stderr
    head = whole.stdout.split()[-1]
    assert station("reading", "verify", "--head", head).exit_code == 0
    other = station("reading", "verify", "--head", "0" * 64)
    assert other.exit_code == 1
    assert "No entry has the hash" in sentence(other)


def test_a_record_that_was_changed_is_refused_with_its_first_broken_link(
    read_study: NewStudy, station_home: Path
):
    with closing(sqlite3.connect(station_home / FILE_NAME)) as file:
        file.execute("DROP TRIGGER readings_no_update")
        file.execute("""UPDATE readings SET answers = replace(answers, '2', '5') WHERE id = 3""")
        file.commit()
    result = station("reading", "verify")
    assert result.exit_code == 1
    assert sentence(result).startswith("The record is broken. The row readings/3 of entry ")


def test_an_image_that_was_changed_is_named(read_study: NewStudy):
    code = next(iter(read_study.key.entries))
    (read_study.images / code / "1.dcm").write_bytes(b"another")
    assert station("reading", "verify").exit_code == 0
    result = station("reading", "verify", "--images")
    assert result.exit_code == 1
    assert code in sentence(result)


# --- The program --------------------------------------------------------------------------------


def test_the_version_is_printed():
    result = station("--version")
    assert (result.exit_code, result.stdout) == (0, f"station {__version__}\n")


def test_help_says_that_it_is_for_research():
    result = station("--help")
    assert result.exit_code == 0
    for verb in VERBS:
        assert verb in result.stdout


def test_the_starter_knows_every_verb():
    """`station PATH` opens the window at once, without asking the command line."""
    named = {
        command.name or command.callback.__name__
        for command in app.registered_commands
        if command.callback is not None
    }
    groups = {group.name for group in app.registered_groups}
    assert named | groups == VERBS
