"""Outputs are there whole or not at all, under the name of all that decides them."""

import json
from pathlib import Path

import pytest

from station.batch.outputs import (
    MANIFEST,
    hash_of_files,
    is_whole,
    manifest_of,
    output_key,
    sha256_of,
    whole_output,
)
from station.errors import StationError

DECIDES = ("inputs", "grade", {"threads": 1}, {"grader": "a"}, "0.1")


def test_an_output_is_named_by_all_that_decides_it() -> None:
    key = output_key(*DECIDES)
    others = (
        ("other", *DECIDES[1:]),
        (DECIDES[0], "check", *DECIDES[2:]),
        (*DECIDES[:2], {"threads": 2}, *DECIDES[3:]),
        (*DECIDES[:3], {"grader": "b"}, DECIDES[4]),
        (*DECIDES[:4], "0.2"),
    )
    keys = [output_key(*other) for other in others]
    assert len({key, *keys}) == 6
    assert output_key(*DECIDES) == key


def test_the_same_files_in_two_folders_are_the_same_inputs(tmp_path: Path) -> None:
    for place in ("a/1", "a/2", "b/x"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(place[-1])
    (tmp_path / "b/1").write_text("1")
    (tmp_path / "b/2").write_text("2")
    (tmp_path / "b/x").unlink()
    one, files = hash_of_files(sorted((tmp_path / "a").iterdir()))
    other, of_both = hash_of_files(sorted(tmp_path.rglob("[12]")))
    assert one == other
    assert files == of_both
    assert hash_of_files([tmp_path / "a/1"])[0] != one


def write(output: Path, text: str = "whole") -> None:
    with whole_output(output) as partial:
        (partial / "folder").mkdir()
        (partial / "folder" / "file.txt").write_text(text)


def test_an_output_has_a_manifest_of_its_files(tmp_path: Path) -> None:
    output = tmp_path / "key"
    write(output)
    file = output / "folder" / "file.txt"
    assert manifest_of(output) == {"folder/file.txt": sha256_of(file)}
    assert is_whole(output)


def test_an_output_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with whole_output(tmp_path / "key") as partial:
            (partial / "half.txt").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert list(tmp_path.iterdir()) == []


def test_of_two_workers_that_make_one_output_the_faster_wins(tmp_path: Path) -> None:
    output = tmp_path / "key"
    with whole_output(output) as partial:
        (partial / "file.txt").write_text("slower")
        write(output, "faster")
    assert (output / "folder" / "file.txt").read_text() == "faster"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


@pytest.mark.parametrize("damage", ["file", "manifest", "damaged manifest"])
def test_an_output_that_lost_something_is_made_again(tmp_path: Path, damage: str) -> None:
    output = tmp_path / "key"
    write(output)
    match damage:
        case "file":
            (output / "folder" / "file.txt").unlink()
        case "manifest":
            (output / MANIFEST).unlink()
        case _:
            (output / MANIFEST).write_text("{")
    assert not is_whole(output)
    write(output)
    assert is_whole(output)


def test_a_damaged_manifest_is_reported_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(json.dumps(3))
    with pytest.raises(StationError, match=r"Delete the folder .* --resume"):
        manifest_of(tmp_path)
