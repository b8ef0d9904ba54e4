"""What is written down of a run, and never of a patient."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from station.logs import FILE, Logs, crash_text, log_bug

NAME = "Doe^Jane"

pytestmark = pytest.mark.usefixtures("caplog")
"""What is logged here is expected"""


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Logs]:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)  # pytest-qt has one of its own
    logs = Logs(tmp_path / "logs")
    logs.begin("window")
    yield logs
    logs.end()


def written(logs: Logs) -> str:
    return (logs.folder / FILE).read_text(encoding="utf-8")


def raised() -> ValueError:
    try:
        try:
            raise KeyError(NAME)
        except KeyError as cause:
            raise ValueError(f"weight of {NAME}") from cause
    except ValueError as error:
        return error


def test_a_start_is_logged_with_its_build(logs: Logs):
    assert "window started: 0." in written(logs)


def test_a_bug_is_logged_by_kind_and_place_without_its_words(logs: Logs):
    log_bug(raised())
    assert "bug: ValueError at test_logs.py:" in written(logs)
    assert NAME not in written(logs)


def test_of_other_libraries_only_the_place_is_logged(logs: Logs):
    logging.getLogger("pydicom").warning("Invalid value %s", NAME)
    logging.getLogger("station.other").warning("%s", NAME)
    assert "warning pydicom: test_logs.py:" in written(logs)
    assert NAME not in written(logs)


def test_a_crash_report_shows_the_way_through_the_code_and_no_message():
    text = crash_text(raised())
    assert "tests/test_logs.py:" in text
    assert "in raised" in text
    assert text.index("KeyError") < text.index("ValueError"), "the cause first"
    assert NAME not in text
    assert str(Path.home()) not in text


def test_an_uncaught_error_is_kept_until_it_is_dismissed(
    logs: Logs, capsys: pytest.CaptureFixture[str]
):
    error = raised()
    sys.excepthook(ValueError, error, error.__traceback__)
    assert "ValueError" in capsys.readouterr().err, "who started it from a terminal sees it too"
    (report,) = Logs(logs.folder).crashes()
    assert "ValueError" in report.text
    assert NAME not in report.text
    logs.dismiss([report])
    assert logs.crashes() == ()


def test_somebody_who_presses_ctrl_c_did_not_crash_it(
    logs: Logs, capsys: pytest.CaptureFixture[str]
):
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert logs.crashes() == ()


SEGFAULT = """
import ctypes, sys
from pathlib import Path
from station.logs import Logs
Logs(Path(sys.argv[1])).begin("window")
ctypes.string_at(0)
"""


def test_what_ends_python_itself_is_found_at_the_next_start(tmp_path: Path):
    folder = tmp_path / "logs"
    done = subprocess.run(
        [sys.executable, "-c", SEGFAULT, str(folder)], capture_output=True, check=False
    )
    assert done.returncode < 0
    (report,) = Logs(folder).crashes()
    assert "Segmentation fault" in report.text
    assert "ctypes" in report.text
    assert str(Path(sys.prefix)) not in report.text


def test_a_run_that_ended_well_leaves_no_report(tmp_path: Path):
    logs = Logs(tmp_path / "logs")
    logs.begin("window")
    logs.end()
    assert [path.name for path in logs.folder.iterdir()] == [FILE]
    assert logs.crashes() == ()


def test_what_a_killed_program_left_empty_is_taken_away_at_the_next_start(tmp_path: Path):
    with subprocess.Popen([sys.executable, "-c", "pass"]) as program:
        program.wait()
    (tmp_path / f"fatal-{program.pid}.txt").touch()
    (tmp_path / f"fatal-{os.getppid()}.txt").touch()
    logs = Logs(tmp_path)
    logs.begin("window")
    logs.end()
    assert {path.name for path in tmp_path.iterdir()} == {FILE, f"fatal-{os.getppid()}.txt"}


def test_a_folder_that_cannot_be_written_keeps_nobody_from_starting(tmp_path: Path):
    (tmp_path / "file").touch()
    logs = Logs(tmp_path / "file" / "logs")
    logs.begin("window")
    logs.keep(raised())
    logs.end()
    assert logs.crashes() == ()
