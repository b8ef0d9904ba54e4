from dataclasses import replace
from pathlib import Path

import pytest
import torch

from station.errors import Cancelled, StationError
from station.quality.finder.made_up import UNKNOWN
from station.quality.finder.recipe import FinderRecipe
from station.quality.finder.training import WEIGHTS, tissue_loss, train_finder
from station.quality.organs import Tissue
from tests.quality.finder.bodies import body

pytestmark = pytest.mark.simulated

RECIPE = FinderRecipe(bodies=1, steps=3, bf16=False)


def test_a_stopped_training_ends_as_if_it_had_not_been_stopped(tmp_path: Path) -> None:
    def stop(fraction: float, message: str) -> None:
        if fraction > 0.5:
            raise Cancelled

    whole = train_finder([body], [1.0], RECIPE, tmp_path / "whole")
    with pytest.raises(Cancelled):
        train_finder([body], [1.0], RECIPE, tmp_path / "stopped", report=stop)
    assert not (tmp_path / "stopped" / WEIGHTS).exists()
    continued = train_finder([body], [1.0], RECIPE, tmp_path / "stopped")
    for a, b in zip(whole.parameters(), continued.parameters(), strict=True):
        assert torch.equal(a, b)
    assert (tmp_path / "stopped" / WEIGHTS).read_bytes() == (
        tmp_path / "whole" / WEIGHTS
    ).read_bytes()


def test_another_recipe_does_not_go_on_in_the_same_folder(tmp_path: Path) -> None:
    train_finder([body], [1.0], replace(RECIPE, steps=1), tmp_path)
    with pytest.raises(StationError, match="another recipe"):
        train_finder([body], [1.0], RECIPE, tmp_path)


def test_the_truth_costs_nothing_and_the_unknown_does_not_count() -> None:
    truth = torch.full((1, 8, 8, 8), int(Tissue.BODY))
    truth[:, :4] = int(Tissue.LIVER)
    logits = torch.full((1, len(Tissue), 8, 8, 8), -20.0)
    logits.scatter_(1, truth[:, None], 20.0)
    assert float(tissue_loss(logits, truth)) == pytest.approx(0, abs=1e-4)
    wrong = logits.clone()
    wrong[:, :, 0] = 0
    assert float(tissue_loss(wrong, truth)) > 0.1
    unknown = truth.clone()
    unknown[:, 0] = UNKNOWN
    assert float(tissue_loss(wrong, unknown)) == pytest.approx(0, abs=1e-4)
