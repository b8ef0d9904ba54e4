from pathlib import Path

import pytest

from station.errors import StationError
from station.lab.known_images import known_images

HERE = Path(__file__).parent.parent / "real_images.toml"


def listed(folder: Path, text: str) -> Path:
    path = folder / "known.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_real_images_of_the_tests_can_be_read(tmp_path: Path) -> None:
    whole, *others = known_images(HERE, tmp_path)
    assert whole.paths == (tmp_path / "whole_body" / "STS_001",)
    assert whole.in_liver((-50, 0, -400))
    assert not whole.in_liver((50, 0, -400))
    assert all(other.liver_mm is None and other.grades == () for other in others)


def test_paths_start_at_the_files_folder(tmp_path: Path) -> None:
    path = listed(tmp_path, '[[image]]\ntitle = "A"\npaths = ["a", "b"]\nknown = "nothing"\n')
    assert known_images(path)[0].paths == (tmp_path / "a", tmp_path / "b")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("liver_mm = [1, 2, 3]", "line 5: liver_mm is not six numbers"),
        ("grades = [6]", "line 5: grades is not a list of grades"),
        ("grade = 3", "line 5"),
    ],
)
def test_what_is_wrong_is_reported_with_its_line(tmp_path: Path, line: str, sentence: str) -> None:
    text = f'[[image]]\ntitle = "A"\npaths = ["a"]\nknown = "nothing"\n{line}\n'
    with pytest.raises(StationError, match=sentence):
        known_images(listed(tmp_path, text))
