"""Where compiled kernels are kept."""

import errno
import os
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from station.installed import KERNELS_VARIABLE
from station.pet.compiled import kernel, why_not_kept


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


def test_a_full_disk_keeps_no_kernel_and_stops_no_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv(KERNELS_VARIABLE, str(tmp_path / "kept"))
    monkeypatch.setattr("numba.core.caching.IndexDataCacheFile._save_data", refuse)
    compiled = kernel(twice)
    assert why_not_kept(compiled) is None
    assert compiled(np.ones(1)) == 2.0
    refused = why_not_kept(compiled)
    assert refused is not None
    assert refused.errno == errno.ENOSPC


@pytest.mark.parametrize("kind", ["*.nbi", "*.nbc"])
def test_a_file_that_a_power_cut_left_empty_is_written_anew(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv(KERNELS_VARIABLE, str(tmp_path / "kept"))
    kernel(twice)(np.ones(1))
    (damaged,) = (tmp_path / "kept").rglob(kind)
    damaged.write_bytes(b"")
    assert kernel(twice)(np.ones(1)) == 2.0
    assert damaged.stat().st_size > 0
    again: Any = kernel(twice)
    assert again(np.ones(1)) == 2.0
    assert sum(again.stats.cache_hits.values()) == 1


def of_numba():
    from numba.core import caching

    return caching.CacheImpl._locator_classes


LOCATORS = of_numba()
