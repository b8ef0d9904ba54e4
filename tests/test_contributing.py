"""The map of the house names files that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:station|tests|packaging)/[\w./]*)`", PAGE)))


def test_it_names_the_files_of_the_walks():
    assert len(NAMED) > 40


def test_every_file_and_folder_it_names_is_there():
    assert [name for name in NAMED if not (ROOT / name).exists()] == []


def test_it_draws_every_package():
    packages = {
        path.name for path in (ROOT / "station").iterdir() if (path / "__init__.py").exists()
    }
    drawn = set(re.findall(r"<b>(\w+)</b>", PAGE))
    assert drawn == packages
