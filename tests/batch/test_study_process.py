"""What the process of the studies answers."""

import errno
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.batch.outputs import whole_output
from station.batch.study_process import answer
from station.batch.work import Job, Operation, Place, Row
from station.errors import StationError
from tests.batch.test_work import job
from tests.made_up import studies


@pytest.fixture
def asked(tmp_path: Path) -> Job:
    studies.write_pet(tmp_path / "in", "WB AC", 4.0)
    return job(tmp_path / "in", tmp_path)


def answered(asked: Job, error: BaseException) -> dict[str, str]:
    """The answer to a job whose operation raises that."""

    def work(place: Place, options: Mapping[str, Any]) -> list[Row]:
        raise error

    return answer(asked, {"info": Operation("info", "", {}, work)})


def test_a_study_that_is_done_is_answered_with_its_output(asked: Job) -> None:
    made = answer(asked)
    assert made.keys() == {"inputs", "output"}
    assert (Path(asked.outputs) / made["output"] / "info.json").is_file()


def test_a_sentence_about_the_study_is_a_failure(asked: Job) -> None:
    assert answered(asked, StationError("Refused.")) == {"failed": "Refused."}


def test_a_file_of_the_study_that_cannot_be_read_is_a_failure_and_no_full_disk(asked: Job) -> None:
    gone = replace(asked, images=("/nowhere/1.dcm",))
    assert answer(gone).keys() == {"failed"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_disk_that_refuses_is_no_failure_of_the_study(asked: Job, number: int) -> None:
    given = answered(asked, OSError(number, "it refuses"))
    assert given.keys() == {"disk"}
    assert "it refuses" in given["disk"]
    assert not Path(asked.outputs).exists()


def test_a_study_that_cannot_be_read_through_is_no_full_disk(asked: Job) -> None:
    assert answered(asked, OSError(errno.EIO, "it refuses")).keys() == {"failed"}


def test_want_of_memory_is_said(asked: Job) -> None:
    given = answered(asked, MemoryError())
    assert given == {"failed": "There is not enough memory for this study."}


def test_a_bug_costs_its_study_and_names_its_place(
    asked: Job, capsys: pytest.CaptureFixture[str]
) -> None:
    given = answered(asked, ZeroDivisionError("a bug"))
    assert "please report it: ZeroDivisionError: a bug (test_study_process.py" in given["failed"]
    assert "Traceback" in capsys.readouterr().err


def test_an_output_that_somebody_else_makes_is_the_same(asked: Job) -> None:
    made = answer(asked)
    with whole_output(Path(asked.outputs) / "other") as partial:
        (partial / "x").write_text("x")
    assert answer(asked) == made
    assert json.loads((Path(asked.outputs) / made["output"] / "rows.json").read_text())
