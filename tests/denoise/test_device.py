"""Where a network runs: what is there, and what is asked for in vain."""

import pytest
import torch

from station.denoise import device
from station.denoise.device import Device, Precision, chosen_device, chosen_precision
from station.errors import StationError

pytestmark = pytest.mark.simulated  # loads torch


@pytest.mark.parametrize(("there", "chosen"), [(True, Device.CUDA), (False, Device.CPU)])
def test_auto_is_cuda_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, there: bool, chosen: Device
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    assert chosen_device(Device.AUTO) is chosen
    assert chosen_device(Device.CPU) is Device.CPU


def test_cuda_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(StationError, match=r"no CUDA device.*Choose auto or cpu"):
        chosen_device(Device.CUDA)


@pytest.mark.parametrize("where", [Device.CPU, Device.CUDA])
def test_auto_is_fp32_everywhere(where: Device) -> None:
    assert chosen_precision(Precision.AUTO, where) is Precision.FP32


def test_bf16_is_refused_where_the_processor_does_not_know_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(device, "cpu_knows_bf16", lambda: False)
    with pytest.raises(StationError, match=r"does not support bf16.*Choose auto or fp32"):
        chosen_precision(Precision.BF16, Device.CPU)
    assert chosen_precision(Precision.BF16, Device.CUDA) is Precision.BF16
