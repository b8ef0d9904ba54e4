"""The kernels that the installed program compiles before somebody waits for them."""

import errno
import os
import re
import sys
from pathlib import Path

import pytest

from station.errors import Cancelled, StationError
from station.installed import KERNELS_VARIABLE, resource
from station.operations import kernels
from station.operations.kernels import LIST, are_missing, compile_all

# It imports every module with kernels, torch with them.
pytestmark = pytest.mark.simulated


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """As in the installed program: where its kernels are kept, and a list of one kernel."""
    folder = tmp_path / "kernels" / "of this build"
    monkeypatch.setenv(KERNELS_VARIABLE, str(folder))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    line = resource(LIST).read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / LIST).write_text(f"{line}\nstation.pet.statistics no_longer_there ()\n")
    monkeypatch.setattr(kernels, "resource", lambda name: tmp_path / name)
    return folder


def nothing(fraction: float, message: str) -> None:
    del fraction, message


def test_every_line_of_the_list_can_be_compiled_or_is_out_of_date() -> None:
    lines = resource(LIST).read_text(encoding="utf-8").splitlines()
    assert len(lines) > 20
    assert all(kernels.compile_line(line) for line in lines[:3])


def test_they_are_missing_until_they_were_compiled_once(installed: Path) -> None:
    assert are_missing()
    assert compile_all(nothing) == 1, "a line that is out of date is left out"
    assert not are_missing()
    assert installed.is_dir()


def test_a_checkout_misses_none(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", False)
    assert not are_missing()


def test_after_a_stop_they_are_still_missing(installed: Path) -> None:
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        compile_all(stop)
    assert are_missing()


def test_a_folder_that_cannot_be_made_is_named(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv(KERNELS_VARIABLE, str(tmp_path / "file" / "kernels"))
    with pytest.raises(StationError, match=KERNELS_VARIABLE):
        compile_all(nothing)


def test_a_disk_that_takes_no_kernel_is_said_and_they_stay_missing(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr("station.pet.compiled.why_not_kept", lambda kernel: full)
    with pytest.raises(StationError, match=f"{re.escape(str(installed))}.*No space left"):
        compile_all(nothing)
    assert are_missing()
