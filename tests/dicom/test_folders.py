"""A folder that appears whole or not at all."""

import errno
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from station.dicom.folders import LOCK, PARTIAL, remove_leftovers, require_new, whole_folder
from station.errors import Cancelled, StationError
from station.system import locked


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_folder_appears_when_all_is_written(tmp_path: Path):
    with whole_folder(tmp_path / "a" / "b", "the image") as partial:
        (partial / "one").write_text("1")
        assert not (tmp_path / "a" / "b").exists()
    assert names(tmp_path / "a") == ["b"]
    assert (tmp_path / "a" / "b" / "one").read_text() == "1"


def test_an_empty_folder_may_be_there_already(tmp_path: Path):
    (tmp_path / "out").mkdir()
    with whole_folder(tmp_path / "out", "the image") as partial:
        (partial / "one").write_text("1")
    assert names(tmp_path / "out") == ["one"]


@pytest.mark.parametrize("reason", [Cancelled, ValueError])
def test_nothing_is_left_when_the_work_ends_early(tmp_path: Path, reason: type[Exception]):
    def work() -> None:
        with whole_folder(tmp_path / "a" / "b", "the image") as partial:
            (partial / "one").write_text("1")
            raise reason

    with pytest.raises(reason):
        work()
    assert names(tmp_path) == []


def test_what_others_put_there_meanwhile_is_kept(tmp_path: Path):
    def work() -> None:
        with whole_folder(tmp_path / "a" / "b", "the image"):
            (tmp_path / "a" / "mine").write_text("1")
            raise Cancelled

    with pytest.raises(Cancelled):
        work()
    assert names(tmp_path / "a") == ["mine"]


def test_nothing_is_written_into_a_folder_that_holds_something(tmp_path: Path):
    (tmp_path / "mine").write_text("1")
    said = rf"{tmp_path} is not empty, and the image does not replace anything\. Choose another "
    with pytest.raises(StationError, match=said), whole_folder(tmp_path, "the image"):
        pytest.fail("it must not begin")
    with pytest.raises(StationError, match="is not empty"):
        require_new(tmp_path / "mine", "the image")
    require_new(tmp_path / "new", "the image")
    assert names(tmp_path) == ["mine"]


def test_a_disk_that_refuses_is_said_in_one_sentence(tmp_path: Path):
    with (
        pytest.raises(StationError, match=r"^The image cannot be written to .*: No space left"),
        whole_folder(tmp_path / "out", "the image"),
    ):
        raise OSError(28, "No space left on device")
    (tmp_path / "file").write_text("1")
    with (
        pytest.raises(StationError, match=r"^The image cannot be written to .*file"),
        whole_folder(tmp_path / "file" / "out", "the image"),
    ):
        pytest.fail("it must not begin")


# --- A program that is killed -------------------------------------------------------------------

WRITER = """
import sys, time
from pathlib import Path
from station.dicom.folders import whole_folder
with whole_folder(Path(sys.argv[1]), "the image") as partial:
    (partial / "one").write_text("1")
    print("writing", flush=True)
    time.sleep(600)
"""


@contextmanager
def writing(folder: Path) -> Generator[subprocess.Popen[str]]:
    """Another program that is writing a folder; killed in the end."""
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "writing\n"
        yield program
        program.kill()


def test_what_a_killed_program_left_is_taken_away_and_what_another_writes_is_kept(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    with writing(tmp_path / "a"):
        pass
    (dead,) = [path for path in tmp_path.iterdir() if path.is_dir() and path.name != "mine"]
    assert (dead / "one").exists(), "a kill leaves it"
    with writing(tmp_path / "b"):
        assert remove_leftovers(tmp_path) == (dead,)
        kept = [path.name for path in tmp_path.iterdir() if path.is_dir()]
        assert len(kept) == 2, "what is being written, and what is mine"
    assert len(remove_leftovers(tmp_path)) == 1
    assert names(tmp_path) == ["mine"]


def test_who_writes_a_folder_anew_takes_away_what_is_left_of_it_and_of_no_other(tmp_path: Path):
    for name in ("a", "b"):
        with writing(tmp_path / name):
            pass
    with whole_folder(tmp_path / "a", "the image") as partial:
        (partial / "two").write_text("2")
    assert names(tmp_path / "a") == ["two"]
    left = [name for name in names(tmp_path) if name != "a"]
    assert len(left) == 2, "a folder and its lock"
    assert all(name.startswith(".b.") for name in left)


def test_a_lock_without_its_folder_is_taken_away_unless_somebody_holds_it(tmp_path: Path):
    orphan = tmp_path / f".a.1234{PARTIAL}{LOCK}"
    orphan.touch()
    held = locked(tmp_path / f".b.1234{PARTIAL}{LOCK}")
    assert remove_leftovers(tmp_path) == ()
    assert names(tmp_path) == [f".b.1234{PARTIAL}{LOCK}"]
    held.release()


def test_a_disk_without_locks_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("station.dicom.folders.locked", refused)
    with whole_folder(tmp_path / "a", "the image") as partial:
        (partial / "one").write_text("1")
        assert remove_leftovers(tmp_path) == ()
    assert names(tmp_path) == ["a"]
