"""What an evaluation keeps, and the processes that it works with."""

import os
import signal
from dataclasses import dataclass
from math import isnan, nan
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from station.errors import Cancelled, StationError
from station.lab.runs import Kept, in_processes, plain, restored


class Inner(NamedTuple):
    name: str
    places: tuple[int, ...]


@dataclass(frozen=True)
class Row:
    inner: Inner
    number: float
    maybe: float | None
    shares: dict[str, float]


ROW = Row(Inner("a", (1, 2)), 0.1, None, {"b": 1 / 3})


def square(number: int) -> int:
    return number**2


def end(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


class Offset:
    value = 0


def prepare(value: int) -> None:
    Offset.value = value


def with_offset(number: int) -> int:
    return number + Offset.value


# -- what is kept ----------------------------------------------------------------------------------


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write("key", {"seed": (1, 2)}, {"row": ROW})
    assert kept.read("key", {"seed": (1, 2)}, lambda it: restored(Row, it["row"])) == ROW
    assert [path.name for path in tmp_path.iterdir()] == ["key.json"]


def test_a_number_that_is_not_finite_is_none_and_comes_back_as_nan() -> None:
    values = plain(Row(ROW.inner, nan, nan, {}))
    assert values["number"] is None
    back = restored(Row, values)
    assert isnan(back.number)
    assert back.maybe is None


def test_arrays_and_their_numbers_are_plain() -> None:
    assert plain({1: np.arange(3), "b": np.float64(nan)}) == {"1": [0, 1, 2], "b": None}


def test_what_was_measured_otherwise_or_cut_off_is_not_used(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.write("key", {"seed": 1}, {"row": ROW})
    assert kept.read("key", {"seed": 2}, lambda it: it) is None
    assert kept.read("other", {"seed": 1}, lambda it: it) is None
    assert kept.read("key", {"seed": 1}, lambda it: it["absent"]) is None
    (tmp_path / "key.json").write_text("{")
    assert kept.read("key", {"seed": 1}, lambda it: it) is None


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"cannot be written: .*what is done is kept"):
        Kept(tmp_path / "absent").write("key", {}, {})


# -- several processes -----------------------------------------------------------------------------


@pytest.mark.simulated
def test_processes_give_each_item_its_result_and_report_what_is_left() -> None:
    left: list[int] = []
    done = dict(in_processes(with_offset, range(4), 2, left.append, prepare, (10,)))
    assert done == {0: 10, 1: 11, 2: 12, 3: 13}
    assert left[0] == 4
    assert left == sorted(left, reverse=True)


@pytest.mark.simulated
def test_a_process_that_was_ended_is_a_sentence() -> None:
    with pytest.raises(StationError, match=r"ended by the system.*Give fewer --jobs"):
        list(in_processes(end, [1], 1, lambda _: None))


@pytest.mark.simulated
def test_work_is_stopped_where_progress_is_reported() -> None:
    def stop(_: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(in_processes(square, range(3), 1, stop))
