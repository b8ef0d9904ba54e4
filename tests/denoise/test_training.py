import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file
from torch import Tensor

from station.denoise.level import NoiseLevel
from station.denoise.network import Architecture, ResidualCnn, UNet
from station.denoise.pairs import Batch, Pairs, Slab, Target
from station.denoise.recipe import Loss, Precision, Recipe, load_recipe
from station.denoise.run import RECIPE
from station.denoise.training import (
    SCALES,
    Order,
    Tensors,
    checkpoints,
    learning_rate,
    loss_of,
    tensors,
    train,
)
from station.denoise.weights import DENOISERS, read_weights
from station.errors import Cancelled, StationError
from tests.denoise.slabs import LEVELS, slab

pytestmark = pytest.mark.simulated

BATCH = 4
SHORT = Recipe(
    patches=6 * BATCH, batch=BATCH, log_patches=2 * BATCH, held_out=0.1, precision=Precision.FP32
)


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


@pytest.fixture(scope="module")
def slabs() -> list[Slab]:
    return [slab(1, (4, 64, 96), radius_mm=6.0), slab(2, (4, 64, 96), radius_mm=6.0)]


def stopper(after: int):
    """A report that asks the work to stop at its report of that number."""
    calls = 0

    def report(fraction: float, message: str) -> None:
        nonlocal calls
        calls += 1
        if calls >= after:
            raise Cancelled

    return report


@pytest.fixture
def reports_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("station.denoise.training.REPORT_EVERY_S", 0.0)


def weights(folder: Path) -> dict[str, Tensor]:
    return load_file(folder / "denoiser.safetensors")


def same(one: dict[str, Tensor], other: dict[str, Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[key], other[key]) for key in one)


# -- loss ------------------------------------------------------------------------------------------


def batch(weight: float = 1.0, emphasis: float = 1.0) -> Tensors:
    generator = torch.Generator().manual_seed(1)
    noisy, target = (torch.rand(2, 3, 32, 32, generator=generator) for _ in range(2))
    weights = torch.full_like(noisy, weight)
    return Tensors(noisy, noisy, target, weights, torch.tensor([emphasis]))


@pytest.mark.parametrize("recipe", [Recipe(), Recipe(scale_loss=3.0)], ids=["paper", "scales"])
def test_the_loss_of_a_perfect_estimate_is_0(recipe: Recipe) -> None:
    one = batch(weight=10)
    assert loss_of(one.noisy - one.target, one, recipe).item() == 0


def test_equation_1_is_the_mean_square_of_the_error() -> None:
    one, noise = batch(), torch.full((2, 3, 32, 32), 0.25)
    expected = np.square((noise - (one.noisy - one.target)).numpy()).mean()
    assert loss_of(noise, one, Recipe()).item() == pytest.approx(float(expected), rel=1e-6)


def test_equation_2_weighs_the_error_before_it_is_squared() -> None:
    noise = torch.zeros(2, 3, 32, 32)
    uniform = loss_of(noise, batch(), Recipe()).item()
    assert loss_of(noise, batch(weight=10), Recipe()).item() == pytest.approx(100 * uniform)


def test_noise_in_is_target_plus_noise_out() -> None:
    """The network estimates the noise: adding to it lowers the denoised image."""
    one = batch()
    network = ResidualCnn(channels=4, layers=3)
    torch.testing.assert_close(network.denoised(one.noisy), one.noisy - network(one.noisy))


def test_the_scale_loss_sees_a_bias_but_hardly_noise() -> None:
    one = batch()
    truth = one.noisy - one.target
    checkered = torch.ones(32, 32)
    checkered[::2, ::2] = checkered[1::2, 1::2] = -1
    biased = loss_of(truth + 0.1, one, Recipe(scale_loss=1.0)).item()
    noisy = loss_of(truth + 0.1 * checkered, one, Recipe(scale_loss=1.0)).item()
    assert biased == pytest.approx(0.01 * (1 + 1))  # of voxels, and of means
    assert noisy < 0.01 * (1 + 0.05)


def test_the_scales_are_odd_so_that_a_mean_has_a_middle() -> None:
    assert all(side % 2 for side in SCALES)


def emphasis_of(cut: Batch, recipe: Recipe) -> Tensor:
    return tensors(cut, ResidualCnn(channels=4, layers=3), recipe, torch.device("cpu")).emphasis


def test_levels_are_balanced_by_the_root_of_their_time(slabs: list[Slab]) -> None:
    pairs = Pairs(slabs, Target.FULL, None)
    cut = pairs.batch(np.zeros(2, np.int64), np.arange(2))
    emphasis = emphasis_of(cut, Recipe(balance_levels=True)).flatten()
    assert (emphasis[1] / emphasis[0]).item() == pytest.approx((LEVELS[1] / LEVELS[0]) ** 0.5)


def test_hot_surroundings_count_less_when_balanced(slabs: list[Slab]) -> None:
    pairs = Pairs(slabs, Target.FULL, None)
    cut = pairs.batch(np.zeros(1, np.int64), np.zeros(1, np.int64))
    flat = replace(cut, noisy=np.full_like(cut.noisy, 15.0))
    emphasis = emphasis_of(flat, Recipe(balance_suv=5.0))
    assert emphasis.numpy() == pytest.approx(5 / (5 + 15))


# -- order -----------------------------------------------------------------------------------------


def test_an_epoch_sees_every_pair_but_the_held_out_once(slabs: list[Slab]) -> None:
    pairs = Pairs(slabs, Target.FULL, None)
    order = Order(pairs, replace(SHORT, batch=1, patches=None, epochs=1))
    seen = [
        (int(place), int(level))
        for step in range(order.steps)
        for place, level in zip(*order.step(step)[:2], strict=True)
    ]
    trained = set(range(len(pairs.places))) - set(order.held_out.tolist())
    assert sorted(seen) == sorted((place, level) for place in trained for level in range(2))


def test_the_next_epoch_has_another_order(slabs: list[Slab]) -> None:
    order = Order(Pairs(slabs, Target.FULL, None), replace(SHORT, patches=None, epochs=2))
    size = order.patches_an_epoch
    first, second = (
        np.concatenate([order.step(step)[0] for step in range(at, at + size // BATCH)])
        for at in (0, ceil_of(size, BATCH))
    )
    assert first.tolist() != second.tolist()


def ceil_of(total: int, size: int) -> int:
    return -(-total // size)


def test_held_out_places_are_held_out_at_every_level(slabs: list[Slab]) -> None:
    pairs = Pairs(slabs, Target.FULL, None)
    order = Order(pairs, replace(SHORT, patches=10_000))
    held_out = set(order.held_out.tolist())
    assert len(held_out) == round(0.1 * len(pairs.places))
    for step in range(0, order.steps, 7):
        assert not held_out & set(order.step(step)[0].tolist())
    places, levels = order.validation()
    assert set(places.tolist()) == held_out
    assert len(places) == len(held_out) * len(LEVELS) == len(set(zip(places, levels, strict=True)))


def test_a_share_of_the_patches_holds_lesions_when_asked() -> None:
    pairs = Pairs([slab(1, (4, 96, 96), radius_mm=6.0)], Target.FULL, None)
    order = Order(pairs, replace(SHORT, patches=4000, lesion_share=0.3))
    places = np.concatenate([order.step(step)[0] for step in range(order.steps)])
    assert pairs.with_lesion[places].mean() == pytest.approx(0.3, abs=0.001)
    assert pairs.with_lesion.mean() > 0.35


def test_a_share_of_lesions_without_lesions_is_refused() -> None:
    pairs = Pairs([slab(1, (4, 48, 48), radius_mm=None)], Target.FULL, None)
    with pytest.raises(StationError, match="no slab contains a lesion"):
        Order(pairs, replace(SHORT, lesion_share=0.3))


def test_a_share_of_lesions_where_every_patch_holds_one_is_refused() -> None:
    pairs = Pairs([slab(1, (4, 32, 32))], Target.FULL, None)
    with pytest.raises(StationError, match="the slabs have none"):
        Order(pairs, replace(SHORT, lesion_share=0.3))


def test_one_patch_cannot_be_trained_on_and_held_out() -> None:
    pairs = Pairs([slab(1, (3, 32, 32))], Target.FULL, None)
    with pytest.raises(StationError, match="All patches would be held out"):
        Order(pairs, SHORT)


def test_the_rates_hold_for_their_phases() -> None:
    paper = Recipe(epochs=450)
    epochs = [learning_rate(paper, (epoch + 0.5) / 450) for epoch in range(450)]
    assert [epochs.count(rate) for rate in (0.01, 0.001, 0.0001)] == [350, 50, 50]
    assert epochs == sorted(epochs, reverse=True)


def test_falling_rates_go_from_one_to_the_next_and_end_at_0() -> None:
    recipe = Recipe(epochs=1, learning_rates=(0.2, 0.1), phases=(1, 1), falling=True)
    rates = [learning_rate(recipe, fraction) for fraction in (0, 0.25, 0.5, 0.75, 1)]
    assert rates == pytest.approx([0.2, 0.15, 0.1, 0.05, 0])


# -- the run ---------------------------------------------------------------------------------------


def test_training_lowers_the_loss(slabs: list[Slab], tmp_path: Path) -> None:
    recipe = replace(SHORT, patches=60 * BATCH, log_patches=20 * BATCH, precision=Precision.BF16)
    train(slabs, recipe, tmp_path)
    losses = [float(row["training_loss"]) for row in rows(tmp_path)]
    assert losses[-1] < 0.3 * losses[0]


def test_the_trained_network_denoises(slabs: list[Slab], tmp_path: Path) -> None:
    recipe = replace(
        SHORT,
        target=Target.NOISE_FREE,
        loss=Loss.UNIFORM,
        patches=120 * BATCH,
        learning_rates=(0.003, 0.0003),
        phases=(3, 1),
        log_patches=10_000,
    )
    trained = train(slabs, recipe, tmp_path, held_out=[slab(3, (4, 48, 48))])
    network = ResidualCnn()
    network.load_state_dict(load_file(trained.weights))
    network.eval()
    one = slab(3, (3, 48, 48))
    noisy = one.inputs[30]
    with torch.inference_mode():
        denoised = network.denoised(torch.from_numpy(noisy[None]))[0].numpy()
    body = one.noise_free == 1
    error = np.square(denoised - one.noise_free)[body].mean()
    assert error < 0.5 * np.square(noisy - one.noise_free)[body].mean()
    assert trained.held_out_rmse is not None
    assert trained.held_out_lesion_mean == pytest.approx(1, abs=0.3)


def test_a_u_net_trains_goes_on_and_denoises(tmp_path: Path) -> None:
    deep = [slab(seed, (11, 64, 64)) for seed in (1, 2)]
    recipe = replace(
        SHORT,
        network=Architecture.U_NET,
        target=Target.NOISE_FREE,
        patch=32,
        patches=300 * BATCH,
        learning_rates=(0.002,),
        phases=(1,),
        falling=True,
        decay=0.01,
        log_patches=150 * BATCH,
    )
    trained = train(deep, recipe, tmp_path, held_out=[slab(3, (11, 64, 64))])
    network = read_weights(trained.weights)
    assert isinstance(network, UNet)
    one = slab(4, (9, 64, 64))
    noisy, truth = one.inputs[30], one.noise_free[3:6]
    level = NoiseLevel(noisy).at(4, np.s_[:], np.s_[:])
    channels = np.concatenate((noisy, level[None]))
    with torch.inference_mode():
        denoised = network.denoised(torch.from_numpy(channels[None]))[0].numpy()
    body = truth == 1
    error = np.square(denoised - truth)[body].mean()
    assert error < 0.5 * np.square(noisy[3:6] - truth)[body].mean()
    again = train(deep, recipe, tmp_path)
    assert again.steps == trained.steps


def test_the_same_seed_gives_the_same_weights(slabs: list[Slab], tmp_path: Path) -> None:
    for name in ("one", "two"):
        train(slabs, SHORT, tmp_path / name)
    train(slabs, replace(SHORT, seed=2), tmp_path / "three")
    assert same(weights(tmp_path / "one"), weights(tmp_path / "two"))
    assert not same(weights(tmp_path / "one"), weights(tmp_path / "three"))


@pytest.mark.parametrize("precision", [Precision.FP32, Precision.BF16])
@pytest.mark.usefixtures("reports_each_step")
def test_a_stopped_run_goes_on_to_the_same_weights(
    slabs: list[Slab], tmp_path: Path, precision: Precision
) -> None:
    recipe = replace(
        SHORT,
        precision=precision,
        average=0.9,
        augment=True,
        lesion_share=0.5,
        insert_share=0.5,
        clip=1.0,
    )
    train(slabs, recipe, tmp_path / "whole")
    with pytest.raises(Cancelled):
        train(slabs, recipe, tmp_path / "stopped", stopper(after=3))
    assert not (tmp_path / "stopped" / "denoiser.safetensors").exists()
    train(slabs, recipe, tmp_path / "stopped")
    assert same(weights(tmp_path / "whole"), weights(tmp_path / "stopped"))
    for key in ("step", "training_loss", "validation_loss"):
        assert [row[key] for row in rows(tmp_path / "whole")] == [
            row[key] for row in rows(tmp_path / "stopped")
        ]


@pytest.mark.usefixtures("reports_each_step")
def test_how_often_it_is_logged_does_not_keep_a_run_from_going_on(
    slabs: list[Slab], tmp_path: Path
) -> None:
    with pytest.raises(Cancelled):
        train(slabs, SHORT, tmp_path, stopper(after=3))
    train(slabs, replace(SHORT, log_patches=BATCH), tmp_path)
    assert (tmp_path / "denoiser.safetensors").exists()


def test_another_recipe_does_not_go_on_in_the_same_folder(
    slabs: list[Slab], tmp_path: Path
) -> None:
    train(slabs, SHORT, tmp_path)
    with pytest.raises(StationError, match="contains a training by another recipe"):
        train(slabs, replace(SHORT, loss=Loss.UNIFORM), tmp_path)


def test_other_slabs_do_not_go_on_in_the_same_folder(slabs: list[Slab], tmp_path: Path) -> None:
    train(slabs, SHORT, tmp_path)
    with pytest.raises(StationError, match="contains a training on other slabs"):
        train(slabs[:1], SHORT, tmp_path)


def test_a_damaged_checkpoint_is_refused(slabs: list[Slab], tmp_path: Path) -> None:
    train(slabs, SHORT, tmp_path)
    path = checkpoints(tmp_path)[-1]
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StationError, match=rf"{path.name} is damaged"):
        train(slabs, SHORT, tmp_path)


def test_the_last_two_checkpoints_are_kept(slabs: list[Slab], tmp_path: Path) -> None:
    train(slabs, replace(SHORT, checkpoint_minutes=0), tmp_path)
    assert [path.name for path in checkpoints(tmp_path)] == [
        "checkpoint-000000004.pt",
        "checkpoint-000000006.pt",
    ]


def test_a_finished_run_is_not_trained_again(slabs: list[Slab], tmp_path: Path) -> None:
    first = train(slabs, SHORT, tmp_path)
    before = weights(tmp_path)
    again = train(slabs, SHORT, tmp_path)
    assert again == first
    assert same(before, weights(tmp_path))


def test_a_loss_that_is_no_number_ends_the_run_with_a_sentence(
    slabs: list[Slab], tmp_path: Path
) -> None:
    broken = slab(1, (4, 48, 48))
    broken.full[2, 24, 24] = np.nan
    with pytest.raises(StationError, match="The loss is no longer a number at step"):
        train([broken], replace(SHORT, patches=40 * BATCH), tmp_path)
    assert not (tmp_path / "denoiser.safetensors").exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(slabs: list[Slab], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StationError, match="cannot be written"):
        train(slabs, SHORT, tmp_path / "file" / "run")


def test_the_input_scale_is_folded_into_the_weights(slabs: list[Slab], tmp_path: Path) -> None:
    """A run on SUV / 4 that learns nothing gives 4 n(x / 4) of its first network n."""
    still = replace(SHORT, input_scale=4.0, learning_rates=(1e-30,), phases=(1,), patches=BATCH)
    train(slabs, still, tmp_path)
    shipped, trained = ResidualCnn().eval(), ResidualCnn().eval()
    shipped.load_state_dict(weights(tmp_path))
    state = torch.load(checkpoints(tmp_path)[-1], weights_only=True)["network"]
    trained.load_state_dict(state)
    x = torch.rand(1, 3, 32, 32) * 10
    with torch.inference_mode():
        torch.testing.assert_close(shipped(x), 4 * trained(x / 4), rtol=1e-4, atol=1e-5)


def test_the_average_lags_behind_the_trained_weights(slabs: list[Slab], tmp_path: Path) -> None:
    train(slabs, replace(SHORT, average=0.9), tmp_path)
    state = torch.load(checkpoints(tmp_path)[-1], weights_only=True)
    assert same(weights(tmp_path), state["averaged"])
    assert not same(weights(tmp_path), state["network"])


# -- what a run leaves -----------------------------------------------------------------------------


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "log.csv").open(newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_leaves_weights_recipe_log_figure_and_tensorboard(
    slabs: list[Slab], tmp_path: Path
) -> None:
    trained = train(slabs, SHORT, tmp_path, held_out=[slab(3, (4, 48, 48))])
    assert trained.weights.stat().st_size < 2 << 20
    assert load_recipe(tmp_path / "training.toml") == SHORT
    assert [(row["step"], row["patches"]) for row in rows(tmp_path)] == [
        ("2", "8"),
        ("4", "16"),
        ("6", "24"),
    ]
    assert float(rows(tmp_path)[-1]["held_out_rmse"]) == trained.held_out_rmse
    assert [row["learning_rate"] for row in rows(tmp_path)] == ["0.01", "0.01", "0.001"]
    assert list((tmp_path / "tensorboard").glob("events.out.tfevents.*"))
    with Image.open(tmp_path / "loss.png") as figure:
        assert figure.width > 600
        assert len(figure.convert("RGB").getcolors(1 << 24) or []) > 10


def test_the_weights_are_fp32_with_the_statistics_of_batch_normalisation(
    slabs: list[Slab], tmp_path: Path
) -> None:
    train(slabs, replace(SHORT, precision=Precision.BF16), tmp_path)
    state = weights(tmp_path)
    assert state.keys() == ResidualCnn().state_dict().keys()
    assert {one.dtype for one in state.values()} == {torch.float32, torch.int64}
    assert state["layers.3.num_batches_tracked"] == 6
    assert not torch.equal(state["layers.3.running_var"], torch.ones(64))


def test_progress_goes_from_0_to_1(
    slabs: list[Slab], tmp_path: Path, reports_each_step: None
) -> None:
    told: list[float] = []
    train(slabs, SHORT, tmp_path, lambda fraction, message: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1


# -- beginning with shipped weights ----------------------------------------------------------------


def test_a_training_begins_with_shipped_weights(tmp_path: Path) -> None:
    """One step at almost no rate leaves them as they are."""
    card = DENOISERS.named("wide-field")
    recipe = replace(
        SHORT,
        network=Architecture.U_NET,
        start=card.sha256,
        patches=BATCH,
        learning_rates=(1e-12,),
        phases=(1,),
        average=0.0,
    )
    train([slab(1, (9, 64, 96))], recipe, tmp_path)
    shipped = load_file(DENOISERS.folder / card.file)
    trained = weights(tmp_path)
    assert all(torch.allclose(trained[key], shipped[key], atol=1e-6) for key in shipped)
    assert load_recipe(tmp_path / RECIPE) == recipe


def test_a_share_of_the_weights_it_began_with_is_kept(tmp_path: Path) -> None:
    card = DENOISERS.named("wide-field")
    recipe = replace(
        SHORT,
        network=Architecture.U_NET,
        start=card.sha256,
        patches=2 * BATCH,
        learning_rates=(0.01,),
        phases=(1,),
        average=0.0,
    )
    slabs = [slab(1, (9, 64, 96))]
    began = load_file(DENOISERS.folder / card.file)
    train(slabs, recipe, tmp_path)
    trained = weights(tmp_path)
    train(slabs, replace(recipe, start_share=0.25), tmp_path)
    mixed = weights(tmp_path)
    assert any(not torch.allclose(trained[key], began[key], atol=1e-3) for key in began)
    for key in began:
        torch.testing.assert_close(mixed[key], 0.25 * began[key] + 0.75 * trained[key])


@pytest.mark.parametrize(
    ("network", "start", "said"),
    [
        (Architecture.U_NET, "0" * 64, "No shipped denoiser has the SHA-256 0000000000000000…"),
        (Architecture.RESIDUAL_CNN, "", 'start is not a "residual-cnn"'),
    ],
)
def test_weights_that_are_not_there_or_of_another_network_are_refused(
    slabs: list[Slab], tmp_path: Path, network: Architecture, start: str, said: str
) -> None:
    start = start or DENOISERS.named("wide-field").sha256
    with pytest.raises(StationError, match=said):
        train(slabs, replace(SHORT, network=network, start=start), tmp_path)
