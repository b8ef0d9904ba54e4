import pytest
import torch

from station.denoise.network import (
    REACH,
    Architecture,
    ResidualCnn,
    UNet,
)


def trained_u_net(seed: int = 0) -> UNet:
    """Its last layer is not 0."""
    torch.manual_seed(seed)
    network = UNet().eval()
    torch.nn.init.normal_(network.tail.weight, std=0.05)
    return network


def window(rows: int, columns: int, seed: int = 1) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    channels = UNet.slices_in + UNet.sees_level
    return torch.rand(1, channels, rows, columns, generator=generator)


def test_each_architecture_makes_its_network() -> None:
    assert isinstance(Architecture.RESIDUAL_CNN.made(), ResidualCnn)
    assert isinstance(Architecture.U_NET.made(), UNet)


def test_the_u_net_has_the_weights_that_its_card_states() -> None:
    assert sum(weights.numel() for weights in UNet().parameters()) == 1_449_632
    assert (
        "9 slices and the noise level in, 3 slices out, 32, 64, 128 channels"
        in Architecture.U_NET.sentence
    )


def test_an_untrained_u_net_leaves_the_image_as_it_is() -> None:
    image = window(16, 16)
    torch.testing.assert_close(UNet().denoised(image), image[:, 3:6])


@pytest.mark.parametrize(("rows", "columns"), [(16, 16), (17, 30), (5, 3)])
def test_the_u_net_gives_three_slices_of_any_size(rows: int, columns: int) -> None:
    assert trained_u_net()(window(rows, columns)).shape == (1, 3, rows, columns)


def test_the_noise_of_twice_the_image_is_twice_the_noise() -> None:
    network, image = trained_u_net(), window(24, 24)
    torch.testing.assert_close(network(2 * image), 2 * network(image), rtol=1e-4, atol=1e-5)


def test_nothing_reaches_farther_than_52_voxels_and_little_farther_than_seen() -> None:
    network, image = trained_u_net(), window(128, 128)
    changed = image.clone()
    changed[..., 64, 64] += 1.0
    with torch.inference_mode():
        difference = (network(changed) - network(image))[0, 0].abs()
    away = torch.arange(128).sub(64).abs()
    away = torch.maximum(away[:, None], away[None])
    assert difference[away > 52].max() == 0
    assert difference[away > REACH].max() < 0.02 * difference.max()


def test_the_middle_slices_are_those_around_the_middle() -> None:
    with_level = torch.arange(10.0).reshape(1, 10, 1, 1)
    assert UNet().middle(with_level).flatten().tolist() == [3, 4, 5]
    slices = torch.arange(3.0).reshape(1, 3, 1, 1)
    assert ResidualCnn().middle(slices).flatten().tolist() == [0, 1, 2]
