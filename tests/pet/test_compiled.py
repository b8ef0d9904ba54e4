"""Where compiled kernels are kept."""

import sys
from pathlib import Path

import numpy as np
import pytest

from station.installed import KERNELS_VARIABLE
from station.pet.compiled import kernel


def twice(values: np.ndarray) -> float:
    return 2.0 * values[0]


def test_the_installed_program_keeps_them_wherever_it_is_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv(KERNELS_VARIABLE, str(tmp_path / "kept"))
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        monkeypatch.chdir(tmp_path / place)
        assert kernel(twice)(np.ones(1)) == 2.0
    assert len(list((tmp_path / "kept").rglob("*.nbc"))) == 1
    assert list((tmp_path / "here").iterdir()) == []


def test_where_nothing_can_be_kept_a_kernel_works_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "file").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv(KERNELS_VARIABLE, str(tmp_path / "file" / "kept"))
    monkeypatch.setattr("numba.core.caching.CacheImpl._locator_classes", LOCATORS[:1])
    assert kernel(twice)(np.ones(1)) == 2.0


def of_numba():
    from numba.core import caching

    return caching.CacheImpl._locator_classes


LOCATORS = of_numba()
