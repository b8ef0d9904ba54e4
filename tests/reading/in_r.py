"""What R finds in rows of scores."""

import csv
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., Any])
COLUMNS = ("score", "dl", "case", "reader")
READ = (
    'd <- read.csv("rows.csv"); for (name in c("case", "reader")) d[[name]] <- factor(d[[name]]); '
    "d$arm <- factor(d$dl); d$view <- factor(paste(d$reader, d$dl)); "
    "d$image <- factor(paste(d$case, d$dl)); d$pair <- factor(paste(d$case, d$reader)); "
)


@cache
def has(package: str) -> bool:
    if shutil.which("Rscript") is None:
        return False
    asked = ["Rscript", "--vanilla", "-e", f'if (!requireNamespace("{package}")) quit(status = 1)']
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def needs(package: str) -> Callable[[Test], Test]:
    """A test that starts R; it is skipped where R or its package is not installed, which is asked
    only when the test is about to run."""
    is_missing = pytest.mark.skipif(
        f"not in_r.has({package!r})", reason=f"r-cran-{package} is not installed"
    )

    def marked(test: Test) -> Test:
        return pytest.mark.simulated(is_missing(test))

    return marked


def figures(folder: Path, rows: Sequence[tuple[int, bool, str, str]], script: str) -> list[float]:
    """The numbers that `script` prints, of `d`: (score, whether in DL, case, reader)."""
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([(score, int(dl), case, reader) for score, dl, case, reader in rows])
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", "options(digits = 15)", "-e", READ + script],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [float(word) for line in done.stdout.split("\n") for word in line.split()]
