"""What set-up promises to somebody with a fresh machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


class Commands:
    """Stands for the commands that set-up would run: keeps them, and does what venv would do."""

    def __init__(self, setup: ModuleType) -> None:
        self.ran: list[str] = []
        self.fail_on = ""
        self._setup = setup

    def __call__(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        line = " ".join(command)
        self.ran.append(line)
        failed = bool(self.fail_on) and self.fail_on in line
        if not failed and "-m venv" in line:
            self._setup.PYTHON.parent.mkdir(parents=True, exist_ok=True)
            self._setup.PYTHON.write_text("")
            (self._setup.VENV / "pyvenv.cfg").write_text("version = 3.11.2\n")
        return subprocess.CompletedProcess(command, 1 if failed else 0)

    def count(self, part: str) -> int:
        return sum(part in line for line in self.ran)


@pytest.fixture
def commands(setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Commands:
    stand_in = Commands(setup)
    monkeypatch.setattr(setup.subprocess, "run", stand_in)
    monkeypatch.setattr(setup, "QT_LIBRARIES", {})
    return stand_in


def test_the_first_set_up_makes_the_environment_from_the_lock_and_adds_the_project(
    setup: ModuleType, commands: Commands
) -> None:
    setup.prepare()
    assert commands.count("-m venv") == 1
    assert commands.count(f"--requirement {setup.LOCK}") == 1
    assert commands.count(f"--editable {setup.ROOT}") == 1


def test_a_second_set_up_runs_nothing(setup: ModuleType, commands: Commands) -> None:
    setup.prepare()
    commands.ran.clear()
    setup.prepare()
    assert commands.ran == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_file_brings_the_environment_up_to_date_without_making_it_anew(
    setup: ModuleType, commands: Commands, name: str
) -> None:
    setup.prepare()
    commands.ran.clear()
    (setup.ROOT / name).write_text("# changed\n")
    setup.prepare()
    assert commands.count("-m venv") == 0
    assert commands.count("--requirement") == 1


def test_an_interrupted_set_up_is_done_again_from_the_start(
    setup: ModuleType, commands: Commands
) -> None:
    commands.fail_on = "--requirement"
    with pytest.raises(SystemExit, match=r"this command failed: .*--requirement"):
        setup.prepare()
    commands.fail_on = ""
    commands.ran.clear()
    setup.prepare()
    assert commands.count("-m venv") == 1
    assert commands.count("--editable") == 1


def test_an_environment_that_was_moved_is_not_taken_for_ready(
    setup: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    setup.prepare()
    commands.ran.clear()
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.copy(setup.ROOT / "pyproject.toml", moved)
    monkeypatch.setattr(setup, "ROOT", moved)
    setup.prepare()
    assert commands.ran != []


def test_missing_libraries_are_installed_by_root_after_an_update(
    setup: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "QT_LIBRARIES", {"libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(setup.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(setup.os, "geteuid", lambda: 0)
    with pytest.raises(SystemExit, match=r"Without libnothing\.so\.9 no window can be drawn"):
        setup.prepare()
    assert commands.ran == [
        "apt-get -qq update",
        "apt-get install --yes --no-install-recommends libnothing9 -qq",
    ]


def test_without_root_the_one_line_to_run_is_printed(
    setup: ModuleType,
    commands: Commands,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(setup, "QT_LIBRARIES", {"libnothing.so.9": "libnothing9"})
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        setup.prepare()
    assert (
        "sudo apt-get install --yes --no-install-recommends libnothing9" in capsys.readouterr().err
    )
    assert commands.ran == []


def test_set_up_goes_on_without_a_program_that_only_some_tests_need(
    setup: ModuleType,
    commands: Commands,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(setup.os, "geteuid", lambda: 1000)
    setup.prepare({"no-such-program": "no-such-package"})
    assert "Going on without no-such-program (no-such-package)" in capsys.readouterr().err
    assert commands.count("--editable") == 1


def test_an_older_python_is_told_which_one_to_use(
    setup: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup.sys, "version_info", (3, 9, 18))
    with pytest.raises(SystemExit, match=r"Station needs Python 3\.11 or newer"):
        setup.prepare()


def test_every_library_of_the_table_is_found_on_this_machine(setup: ModuleType) -> None:
    assert setup._missing_libraries() == {}


def test_qt_libraries_need_no_library_that_the_table_lacks(setup: ModuleType) -> None:
    """`ldd` names what the xcb plugin and the offscreen plugin cannot find."""
    import PySide6

    plugins = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms"
    for name in ("libqxcb.so", "libqoffscreen.so"):
        command = ["ldd", str(plugins / name)]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "not found" not in result.stdout


@pytest.mark.simulated
@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_help_says_what_the_command_does(root: Path, script: str) -> None:
    command = [sys.executable, str(root / "packaging" / script), "--help"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"python3 packaging/{script} -- ARGS" in result.stdout


@pytest.mark.simulated
@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_an_argument_before_the_dashes_is_refused_with_the_line_to_write(
    root: Path, script: str
) -> None:
    command = [sys.executable, str(root / "packaging" / script), "info", "x"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"python3 packaging/{script} -- info x" in result.stderr


def test_ci_calls_the_test_command_and_nothing_else(root: Path) -> None:
    run = root / ".ci" / "run"
    assert os.access(run, os.X_OK)
    lines = [line for line in run.read_text().splitlines() if line]
    assert lines == ["#!/usr/bin/env bash", "exec python3 packaging/test.py"]
