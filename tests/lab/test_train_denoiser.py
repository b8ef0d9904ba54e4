import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from station.cli import app
from station.denoise.pairs import Slab, save_slab
from station.denoise.recipe import Population
from station.denoise.training import Trained, checkpoints
from station.errors import Cancelled, StationError
from station.lab.train_denoiser import (
    DenoiserTraining,
    cached_slabs,
    slabs_in,
    summary,
    train_denoiser,
)
from station.progress import Report
from tests.denoise.slabs import slab

pytestmark = pytest.mark.simulated

RECIPE = """
patches = 16
batch = 4
log_patches = 8
held_out = 0.1
precision = "fp32"
"""


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save_slab(slab(1, (4, 64, 64)), tmp_path / "slabs" / "a.safetensors")
    save_slab(slab(2, (4, 64, 64)), tmp_path / "slabs" / "b.safetensors")
    return tmp_path / "slabs"


@pytest.fixture
def held_out(tmp_path: Path) -> Path:
    save_slab(slab(3, (4, 64, 64)), tmp_path / "held-out" / "c.safetensors")
    return tmp_path / "held-out"


def test_the_verb_trains_and_tells(
    recipe: Path, folder: Path, held_out: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run"
    result = CliRunner().invoke(
        app,
        [
            *("train", "denoiser", "--config", str(recipe), "--out", str(out)),
            *("--slabs", str(folder), "--held-out", str(held_out), "--threads", "1"),
        ],
    )
    assert result.exit_code == 0, result.output
    assert "Trained on 16 patches in 4 steps." in result.output
    assert "Held-out slabs: RMSE" in result.output
    assert (out / "denoiser.safetensors").exists()


def test_a_stopped_verb_leaves_a_checkpoint_and_goes_on(
    recipe: Path, folder: Path, tmp_path: Path
) -> None:
    recipe.write_text(RECIPE.replace("patches = 16\n", "patches = 4_000_000\n"))
    out = tmp_path / "run"
    command = [
        *(sys.executable, "-m", "station", "train", "denoiser", "--config", str(recipe)),
        *("--out", str(out), "--slabs", str(folder), "--threads", "1"),
    ]
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        while process.poll() is None and not log_lines(out):
            time.sleep(0.1)
        process.terminate()
        _, told = process.communicate(timeout=120)
    finally:
        process.kill()
    assert process.returncode == 130, told
    assert "Stopped. Run the same command again to go on from the last checkpoint." in told
    assert len(checkpoints(out)) == 1


def log_lines(out: Path) -> int:
    log = out / "log.csv"
    return len(log.read_text().splitlines()[1:]) if log.exists() else 0


def test_a_wrong_recipe_ends_with_its_sentence(recipe: Path, folder: Path, tmp_path: Path) -> None:
    recipe.write_text("patches = 16\nbatch = 0\n")
    result = CliRunner().invoke(
        app,
        [
            *("train", "denoiser", "--config", str(recipe)),
            *("--out", str(tmp_path / "run"), "--slabs", str(folder)),
        ],
    )
    assert result.exit_code == 1
    assert "line 2: batch is 0, less than 1. Write batch = 64." in result.output
    assert not (tmp_path / "run").exists()


def test_a_slab_cannot_be_trained_on_and_held_out(recipe: Path, folder: Path) -> None:
    with pytest.raises(StationError, match='Slab "made-up 1" is to be trained on and held out'):
        train_denoiser(DenoiserTraining(recipe, folder / "run", folder, folder))


def test_a_folder_without_slabs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match="There are no slabs"):
        slabs_in(tmp_path)


def test_the_recipes_patients_are_scanned_into_the_trainings_folder(
    recipe: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned: list[int] = []

    def slab_of(population: Population, seed: int, report: Report) -> Slab:
        assert population is Population.WIDE
        scanned.append(seed)
        report(1.0, "Scanned")
        return slab(seed, (4, 64, 64))

    monkeypatch.setattr("station.lab.slabs.slab_of", slab_of)
    recipe.write_text(f'{RECIPE}patients = [8, 9]\npopulation = "wide"\n')
    told: list[float] = []
    trained = train_denoiser(
        DenoiserTraining(recipe, tmp_path / "run", threads=1),
        lambda fraction, message: told.append(fraction),
    )
    assert scanned == [8, 9]
    assert [one.name for one in slabs_in(tmp_path / "run" / "slabs")] == ["made-up 8", "made-up 9"]
    assert trained.weights.exists()
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_recipe_without_patients_needs_slabs(recipe: Path, tmp_path: Path) -> None:
    with pytest.raises(StationError, match="names no patients to train on"):
        train_denoiser(DenoiserTraining(recipe, tmp_path / "run"))


def test_slabs_are_made_once(tmp_path: Path) -> None:
    made: list[int] = []

    def slab_of(seed: int, report: Report) -> Slab:
        made.append(seed)
        report(0.5, "Reconstructing")
        return slab(seed)

    first = cached_slabs(tmp_path / "slabs", [4, 5], slab_of)
    again = cached_slabs(tmp_path / "slabs", [4, 5, 6], slab_of)
    assert made == [4, 5, 6]
    assert [one.name for one in first] == ["made-up 4", "made-up 5"]
    assert [one.name for one in again] == ["made-up 4", "made-up 5", "made-up 6"]
    assert [one.name for one in slabs_in(tmp_path / "slabs")] == [one.name for one in again]


def test_the_progress_of_making_slabs_goes_from_0_to_1(tmp_path: Path) -> None:
    fractions: list[float] = []

    def slab_of(seed: int, report: Report) -> Slab:
        report(0.0, "Drawing")
        report(1.0, "Done")
        return slab(seed)

    cached_slabs(tmp_path, [1, 2], slab_of, lambda fraction, message: fractions.append(fraction))
    assert fractions == sorted(fractions)
    assert {0.0, 0.5, 1.0} <= set(fractions)


def test_a_cancelled_slab_leaves_the_finished_ones(tmp_path: Path) -> None:
    def slab_of(seed: int, report: Report) -> Slab:
        if seed == 2:
            raise Cancelled
        return slab(seed)

    with pytest.raises(Cancelled):
        cached_slabs(tmp_path, [1, 2], slab_of)
    assert len(slabs_in(tmp_path)) == 1


def test_a_training_without_held_out_slabs_tells_of_none() -> None:
    words = summary(Trained(Path("w"), 4, 16, 0.5, 0.25, None, None))
    assert "Held-out slabs" not in words
    assert "Loss 0.5, of held-out patches 0.25." in words
