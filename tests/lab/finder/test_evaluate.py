"""The figures of looks that are known."""

import json
from pathlib import Path
from typing import Any

import pytest

from station.lab.finder import evaluate
from station.lab.finder.evaluate import FinderEvaluation, Look, evaluate_finder

pytestmark = pytest.mark.simulated


def look(generator: str, seed: int, *, with_ct: bool = True, **changes: Any) -> Look:
    usual: dict[str, Any] = {
        "overlap": {"liver": 0.9, "lungs": 0.8},
        "invented": (),
        "sphere_in_liver": 1.0,
        "recognised": True,
        "turned": (0.1, 0.1, 0.1),
        "false_alarm": False,
        "missed_turns": 0,
    }
    return Look(generator, seed, with_ct, **{**usual, **changes})


def test_looks_that_were_kept_are_counted_and_not_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {
        ("own", evaluate.FIRST_OWN): look("own", evaluate.FIRST_OWN),
        ("foreign", evaluate.FIRST_FOREIGN): look(
            "foreign",
            evaluate.FIRST_FOREIGN,
            sphere_in_liver=0.4,
            false_alarm=True,
            missed_turns=1,
        ),
    }

    def looked_at(_work: object, items: list[tuple[str, int]], *_: object) -> list[object]:
        return [(item, (seen[item],)) for item in items]

    monkeypatch.setattr(evaluate, "in_processes", looked_at)
    request = FinderEvaluation(tmp_path / "out", own=1, foreign=1)
    done = evaluate_finder(request)
    by_group = {(line.group, line.what): line for line in done.requirements}
    ours, theirs = (evaluate.GENERATORS[name] for name in ("own", "foreign"))
    assert by_group[ours, "liver's sphere wholly in the liver"].met
    assert by_group[theirs, "liver's sphere wholly in the liver"].met is False
    assert by_group[theirs, "not called mirrored or upside down"].met is False
    assert by_group[theirs, "mirrored and upside-down copies noticed"].reached.startswith("1 of 2")

    def not_again(*_: object) -> object:
        raise AssertionError("looked at again")

    monkeypatch.setattr(evaluate, "in_processes", not_again)
    again = evaluate_finder(request)
    assert again.requirements == done.requirements
    content = json.loads((tmp_path / "out" / "evaluation.json").read_text("utf-8"))
    assert len(content["requirements"]) == len(done.requirements)
    assert (tmp_path / "out" / "evaluation.pdf").stat().st_size > 1000
