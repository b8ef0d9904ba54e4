"""The command line as a whole: its verbs, its version, and how it refuses."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_group

from station import __version__
from station.__main__ import main
from station.cli import app
from tests.cli.running import sentence, station


def test_the_version_is_printed():
    result = station("--version")
    words = f"station {__version__} (from a checkout)\n"
    assert (result.exit_code, result.stdout) == (0, words)


def test_help_says_that_it_is_for_research():
    result = station("--help")
    assert result.exit_code == 0
    for verb in get_group(app).commands:
        assert verb in result.stdout


# --- The starter --------------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What a window was opened on."""
    paths: list[Path] = []

    def run(given: list[Path]) -> int:
        paths.extend(given)
        return 0

    monkeypatch.setattr("station.ui.main.run", run)
    return paths


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., object]:
    """`station ARGUMENTS` in an empty folder; its exit code."""
    monkeypatch.chdir(tmp_path)

    def start_(*arguments: object) -> object:
        monkeypatch.setattr(sys, "argv", ["station", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code or 0

    return start_


def test_paths_open_the_window(start: Callable[..., object], opened: list[Path], tmp_path: Path):
    (tmp_path / "study").mkdir()
    assert start(tmp_path / "study", ".") == 0
    assert start("study") == 0
    assert opened == [tmp_path / "study", Path(), Path("study")]


def test_a_verb_is_a_verb_where_a_folder_has_its_name(
    start: Callable[..., object],
    opened: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    (tmp_path / "info").mkdir()
    assert start("info", "--help") == 0
    assert "info" in capsys.readouterr().out
    assert opened == []


@pytest.mark.parametrize("more", [(), ("--help",)])
@pytest.mark.parametrize(("word", "verb"), [("denoize", "denoise"), ("mesure", "measure")])
def test_a_word_that_is_neither_verb_nor_path_is_refused_with_the_nearest_verb(
    start: Callable[..., object],
    opened: list[Path],
    capsys: pytest.CaptureFixture[str],
    word: str,
    verb: str,
    more: tuple[str, ...],
):
    assert start(word, *more) == 2
    assert capsys.readouterr().err == (
        f'"{word}" is not a verb of station, and there is no file or folder of that name. The '
        f'nearest verb is "{verb}"; `station --help` lists them all.\n'
    )
    assert opened == []


def test_a_path_that_does_not_exist_opens_no_window(
    start: Callable[..., object],
    opened: list[Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
):
    for arguments in ((tmp_path / "nowhere",), (tmp_path / "nowhere", "--help"), (".", "./no")):
        assert start(*arguments) == 2
        missing = arguments[-1] if arguments[0] == "." else arguments[0]
        assert capsys.readouterr().err == f"There is no file or folder {missing}.\n"
    assert opened == []


@pytest.mark.simulated
def test_a_window_is_opened_without_loading_the_command_line(tmp_path: Path):
    asked = (
        "import sys, station.ui.main; station.ui.main.run = lambda paths: len(paths);"
        "from station.__main__ import main; sys.argv = ['station', '.'];\n"
        "try: main()\nexcept SystemExit as ended: print(ended.code, 'typer' in sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert loaded.stdout.split() == [b"1", b"False"]


# --- What is refused ----------------------------------------------------------------------------


def test_a_path_that_is_not_there_is_said(tmp_path: Path):
    for verb in (
        ["info"],
        ["open"],
        ["render", "--out", tmp_path / "window.png"],
        ["denoise", "--out", tmp_path / "dl"],
        ["filter", "--out", tmp_path / "filtered"],
    ):
        result = station(*verb, tmp_path / "nowhere")
        assert result.exit_code == 1
        assert sentence(result) == f"{tmp_path / 'nowhere'} does not exist."


def test_an_option_that_is_missing_or_unknown_is_refused_with_code_2(pair: Path):
    assert station("render", pair).exit_code == 2
    assert station("info").exit_code == 2
    assert station("info", pair, "--sepia").exit_code == 2
    assert station("fly").exit_code == 2


@pytest.mark.simulated
def test_the_command_line_is_loaded_without_what_is_heavy():
    """What a command needs is imported when it runs: help and a bad option answer at once."""
    asked = (
        "import sys, station.cli;"
        "print(*{'PySide6', 'numpy', 'scipy', 'numba', 'pydicom', 'torch', 'sqlalchemy', 'rich'}"
        " & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert loaded.stdout.split() == []
