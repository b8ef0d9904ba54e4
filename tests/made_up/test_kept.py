"""What is simulated is made once, in this process and in the next."""

from pathlib import Path

import pytest

from tests.made_up import kept as module
from tests.made_up.kept import kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    return tmp_path


def counted(made: list[int]):
    def square(number: int) -> int:
        made.append(number)
        return number * number

    return square


def test_a_case_is_made_once_for_all_processes(folder: Path) -> None:
    made: list[int] = []
    for _ in range(2):  # `kept` again stands for another process: it remembers nothing
        square = kept(counted(made))
        assert [square(3), square(3), square(4)] == [9, 9, 16]
    assert made == [3, 4]


def test_when_the_sources_change_all_is_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    for state in ("before", "after"):
        monkeypatch.setattr(module, "state_of_sources", lambda state=state: state)
        assert kept(counted(made))(3) == 9
    assert made == [3, 3]
    assert [path.name for path in folder.iterdir()] == ["after"]
