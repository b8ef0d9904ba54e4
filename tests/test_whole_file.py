from pathlib import Path

import pytest

from station.whole_file import file_name_of, free_path, whole_file


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    with whole_file(path) as part:
        part.write_text("whole")
        assert not path.exists()
    assert path.read_text() == "whole"
    assert list(path.parent.iterdir()) == [path]


def interrupted(path: Path) -> None:
    with whole_file(path) as part:
        part.write_text("half")
        raise KeyboardInterrupt


def test_a_failure_leaves_the_file_that_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_free_path_is_numbered_behind_those_that_exist(tmp_path: Path) -> None:
    path = tmp_path / "scan.1"
    assert free_path(path) == path
    path.mkdir()
    (tmp_path / "scan.1-2").mkdir()
    assert free_path(path) == tmp_path / "scan.1-3"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PET WB 3i10s: DLR (RESEARCH)", "PET-WB-3i10s-DLR-RESEARCH"),
        ("Müller / 山田", "Müller-山田"),
        ("../../etc", "etc"),
        ("nul", "_nul"),
        ("COM1.dcm", "_COM1.dcm"),
        ("console", "console"),
        ("name. ", "name"),
        ("???", "series"),
    ],
)
def test_a_text_becomes_a_name_that_every_system_takes(text: str, name: str) -> None:
    assert file_name_of(text, "series") == name
