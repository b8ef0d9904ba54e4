"""A folder that appears whole or not at all."""

from pathlib import Path

import pytest

from station.dicom.folders import require_new, whole_folder
from station.errors import Cancelled, StationError


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
    said = rf"{tmp_path} is not empty, and the image replaces nothing\. Choose another folder\."
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
