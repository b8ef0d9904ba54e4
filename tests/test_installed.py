"""What comes with the program is there under its name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from station import __version__, installed
from station.installed import build, build_key, resource, was_replaced


@pytest.mark.parametrize(
    "name", ["style.qss", "fonts", "icons", "colormaps", "models", "protocols/reader-study.toml"]
)
def test_a_resource_is_in_the_checkout(name: str) -> None:
    assert resource(name).exists()
    assert resource(*name.split("/")) == resource(name)


def test_a_checkout_says_that_it_is_no_build():
    assert build() == f"{__version__} (from a checkout)"


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that names a build."""
    monkeypatch.setattr(installed, "resource", lambda name: tmp_path / name)
    for function in (build, build_key):
        function.cache_clear()
    yield tmp_path / installed.BUILD
    monkeypatch.undo()
    for function in (build, build_key):
        function.cache_clear()


def test_a_build_is_named_by_commit_and_day(built: Path):
    built.write_text("1a2b3c4d5, 2026-11-30\n0123\n")
    assert build() == f"{__version__} (1a2b3c4d5, 2026-11-30)"


def test_two_builds_of_one_commit_from_other_code_do_not_share_what_they_keep(built: Path):
    built.write_text("1a2b3c4d5 with changes, 2026-11-30\n0123\n")
    first = build_key()
    build_key.cache_clear()
    built.write_text("1a2b3c4d5 with changes, 2026-11-30\n4567\n")
    assert build_key() != first


def test_a_program_knows_that_it_was_upgraded_or_removed_while_it_runs(built: Path):
    built.write_text("1a2b3c4d5, 2026-11-30\n0123\n")
    build_key()
    assert not was_replaced()
    built.write_text("5d4c3b2a1, 2026-12-24\n4567\n")
    assert was_replaced()
    built.unlink()
    assert was_replaced()


def test_a_checkout_is_never_replaced():
    assert not was_replaced()
