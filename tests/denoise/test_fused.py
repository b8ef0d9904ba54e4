import copy

import pytest
import torch
from torch import Tensor, nn

from station.denoise import fused
from station.denoise.network import ResidualCnn


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def values(seed: int, *shape: int) -> Tensor:
    """bf16, channels last, with means of the channels away from 0."""
    generator = torch.Generator().manual_seed(seed)
    drawn = (
        torch.randn(shape, generator=generator) * 1.5
        + torch.linspace(-2, 2, shape[1])[:, None, None]
    )
    return drawn.to(torch.bfloat16, memory_format=torch.channels_last)


def norm(channels: int = 8) -> nn.BatchNorm2d:
    one = nn.BatchNorm2d(channels)
    with torch.no_grad():
        one.weight.copy_(torch.linspace(0.5, -1.5, channels))
        one.bias.copy_(torch.linspace(-0.5, 0.8, channels))
    return one


def results(x: Tensor, of: nn.BatchNorm2d, with_kernels: bool) -> dict[str, Tensor]:
    """Output, gradients and running statistics; torch's own in fp32."""
    x = x.clone().requires_grad_() if with_kernels else x.float().requires_grad_()
    y = fused.norm_relu(x, of) if with_kernels else torch.relu(of(x))
    slope = values(9, *x.shape)
    y.backward(slope.to(y.dtype))
    assert x.grad is not None
    assert of.weight.grad is not None
    assert of.bias.grad is not None
    assert of.running_mean is not None
    assert of.running_var is not None
    return {
        "output": y.detach().float(),
        "of input": x.grad.float(),
        "of gain": of.weight.grad,
        "of bias": of.bias.grad,
        "mean": of.running_mean,
        "variance": of.running_var,
    }


@pytest.mark.parametrize("shape", [(2, 8, 32, 32), (3, 8, 7, 5), (1, 8, 1, 2)])
def test_the_kernels_do_what_torch_does_but_for_rounding(shape: tuple[int, ...]) -> None:
    x, one = values(1, *shape), norm()
    ours = results(x, copy.deepcopy(one), with_kernels=True)
    theirs = results(x, copy.deepcopy(one), with_kernels=False)
    for name, expected in theirs.items():
        error = (ours[name] - expected).norm() / expected.norm()
        assert error < 4e-3, name  # bf16 keeps 8 bits


def test_the_number_of_threads_does_not_change_a_bit() -> None:
    x, one = values(1, 2, 8, 30, 31), norm()
    alone = results(x, copy.deepcopy(one), with_kernels=True)
    torch.set_num_threads(2)
    try:
        shared = results(x, copy.deepcopy(one), with_kernels=True)
    finally:
        torch.set_num_threads(1)
    assert all(torch.equal(alone[name], shared[name]) for name in alone)


def test_batches_are_counted() -> None:
    one = norm()
    fused.norm_relu(values(1, 2, 8, 4, 4), one)
    assert one.num_batches_tracked is not None
    assert one.num_batches_tracked.item() == 1


def test_the_whole_network_gives_what_torch_gives() -> None:
    torch.manual_seed(1)
    network = ResidualCnn(channels=16, layers=4)
    x = torch.rand(2, 3, 32, 32)
    with torch.autocast("cpu", torch.bfloat16):
        ours = fused.forward(list(copy.deepcopy(network).layers), x).float()
        theirs = network(x).float()
    assert (ours - theirs).norm() / theirs.norm() < 2e-2
