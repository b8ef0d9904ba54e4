"""packaging/test.py: every check and both tiers run, and any failure fails the whole."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

QUICK, SIMULATED = "not simulated", "simulated"


@pytest.fixture
def script(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """packaging/test.py, which sets nothing up and passes all but pytest."""
    monkeypatch.syspath_prepend(str(root / "packaging"))
    spec = importlib.util.spec_from_file_location("test_script", root / "packaging" / "test.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "prepare", lambda programs: None)
    monkeypatch.setattr(sys, "argv", ["test.py"])
    return module


class Statuses:
    """Stands for the programs: pytest's tiers end with these exit statuses, all else with 0."""

    def __init__(self, quick: int, simulated: int) -> None:
        self._of_tier = {QUICK: quick, SIMULATED: simulated}
        self.tiers: list[str] = []
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str]) -> int:
        if command[0] != "pytest":
            return 0
        self.commands.append(command)
        self.tiers.append(command[command.index("-m") + 1])
        return self._of_tier[self.tiers[-1]]


@pytest.mark.parametrize(("quick", "simulated"), [(0, 0), (0, 5), (5, 0)])
def test_it_passes_when_tests_ran_and_none_failed(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, quick: int, simulated: int
) -> None:
    statuses = Statuses(quick, simulated)
    monkeypatch.setattr(script, "status", statuses)
    script.main()
    assert statuses.tiers == [QUICK, SIMULATED]


@pytest.mark.parametrize(("quick", "simulated"), [(1, 0), (0, 1), (5, 5), (2, 5), (0, 3)])
def test_it_fails_when_a_tier_fails_or_nothing_ran(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, quick: int, simulated: int
) -> None:
    statuses = Statuses(quick, simulated)
    monkeypatch.setattr(script, "status", statuses)
    with pytest.raises(SystemExit, match="1"):
        script.main()
    assert statuses.tiers == [QUICK, SIMULATED], "the second tier runs all the same"


def test_a_check_that_fails_fails_the_whole(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(script, "status", lambda command: int(command[0] == "pyright"))
    with pytest.raises(SystemExit, match="1"):
        script.main()


def test_both_tiers_get_the_arguments_and_print_the_slowest(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    statuses = Statuses(0, 0)
    monkeypatch.setattr(script, "status", statuses)
    monkeypatch.setattr(sys, "argv", ["test.py", "--", "-k", "suv"])
    script.main()
    for command in statuses.commands:
        assert command[-2:] == ["-k", "suv"]
        assert command[command.index("--durations") + 1] == "10"


def test_the_kernels_are_compiled_before_the_first_test(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []

    def status(command: list[str]) -> int:
        ended.append("kernels" if command == script.COMPILE else command[0])
        return 0

    monkeypatch.setattr(script, "status", status)
    script.main()
    assert ended.index("kernels") < ended.index("pytest")
