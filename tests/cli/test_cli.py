"""The command line as a whole: its verbs, its version, and how it refuses."""

import subprocess
import sys
from pathlib import Path

from station import __version__
from station.__main__ import VERBS
from station.cli import app
from tests.cli.running import sentence, station


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


def test_an_option_that_is_missing_or_unknown_is_refused_with_code_2(pair: Path):
    assert station("render", pair).exit_code == 2
    assert station("info").exit_code == 2
    assert station("info", pair, "--sepia").exit_code == 2
    assert station("fly").exit_code == 2


def test_the_command_line_is_loaded_without_what_is_heavy():
    """What a command needs is imported when it runs: help and a bad option answer at once."""
    asked = (
        "import sys, station.cli;"
        "print(*{'PySide6', 'numpy', 'scipy', 'numba', 'pydicom', 'torch', 'sqlalchemy', 'rich'}"
        " & set(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert loaded.stdout.split() == []
