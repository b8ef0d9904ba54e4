"""What runs a network loads nothing of what trains one."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.simulated

TRAINING = {"training", "recipe", "pairs", "shipping", "lab", "simulate"}


@pytest.mark.parametrize(
    "modules",
    [
        ("station.denoise.denoiser", "station.denoise.weights"),
        ("station.quality.grader", "station.quality.weights"),
    ],
)
def test_inference_imports_no_training(modules: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, {', '.join(modules)}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    own = [name for name in done.stdout.split() if name.startswith("station.")]
    assert set(modules) <= set(own)
    assert not [name for name in own if set(name.split(".")) & TRAINING]
