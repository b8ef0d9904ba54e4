"""Every benchmark still runs, in its smallest size; its figures are nobody's business here."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.simulated

FOLDER = Path(__file__).parent
BENCHMARKS = sorted(
    path.stem for path in FOLDER.glob("*.py") if "\ndef main(" in path.read_text(encoding="utf-8")
)
LIMIT_S = 300.0
"""Nothing takes that long unless it is stuck"""


@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_runs_in_its_smallest_size(name: str) -> None:
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    # Without it, it would run in full size, for minutes.
    assert "argument_parser(__doc__)" in source, f"{name} does not know --smoke: see timing.py"
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{name}", "--smoke"],
        cwd=FOLDER.parents[1],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip(), "it prints what it measured"
