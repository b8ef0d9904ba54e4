"""What a build and a release promise; whether the program works, packaging/test_build.py says."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from station import __version__


@pytest.fixture
def build(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """packaging/build.py."""
    monkeypatch.syspath_prepend(str(root / "packaging"))
    spec = importlib.util.spec_from_file_location("build_station", root / "packaging" / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit of version 1.2.3, dated in its changelog and tagged."""
    (tmp_path / "station").mkdir()
    (tmp_path / "station" / "__init__.py").write_text('__version__ = "1.2.3"\n')
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## 1.2.3 (2026-11-30)\n\n- More.\n")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "somebody@localhost")
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"], ["tag", "v1.2.3"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    monkeypatch.setattr(build, "ROOT", tmp_path)
    return tmp_path


def test_the_version_is_the_programs(build: ModuleType):
    assert build._version() == __version__


def test_a_tagged_clean_dated_commit_is_a_release(build: ModuleType, checkout: Path):
    build._refuse_unless_released(build._version())


def test_a_commit_without_the_tag_of_its_version_is_no_release(build: ModuleType, checkout: Path):
    subprocess.run(["git", "tag", "-d", "v1.2.3"], cwd=checkout, check=True, capture_output=True)
    with pytest.raises(SystemExit, match=r"git tag v1\.2\.3"):
        build._refuse_unless_released("1.2.3")


def test_a_changed_checkout_is_no_release_and_its_build_says_so(build: ModuleType, checkout: Path):
    (checkout / "station" / "__init__.py").write_text('__version__ = "1.2.3"\n# changed\n')
    with pytest.raises(SystemExit, match="not committed"):
        build._refuse_unless_released("1.2.3")
    assert "with changes" in build.build_words()


def test_a_build_is_named_by_commit_and_day(
    build: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert re.fullmatch(r"[0-9a-f]{9}, 1970-01-02", build.build_words())


def test_the_changes_of_a_version_end_where_the_next_begin(build: ModuleType):
    text = "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- B\n\n## 0.1.0 (unreleased)\n\n- A\n"
    assert build.changes_of("0.2.0", text) == "- B"
    assert build.changes_of("0.1.0", text) == "- A"
    assert build.changes_of("0.3.0", text) == ""


@pytest.mark.simulated
@pytest.mark.skipif(sys.platform != "linux", reason="tar of GNU")
def test_two_tarballs_of_one_folder_are_the_same_bytes(
    build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    made: list[bytes] = []
    for place in ("one", "two"):
        folder = tmp_path / place / "station"
        (folder / "inner").mkdir(parents=True)
        (folder / "inner" / "file").write_text("content")
        (folder / "station").write_text("program")
        (folder / "station").chmod(0o700)
        build._settle(folder)
        made.append(build._tarball(folder, tmp_path / f"{place}.tar.gz", "1.2.3").read_bytes())
    assert made[0] == made[1]
