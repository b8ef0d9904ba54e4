"""Where a network runs, and at which precision."""

from enum import StrEnum
from typing import Any

import torch

from station.errors import StationError


class Precision(StrEnum):
    AUTO = "auto"
    FP32 = "fp32"
    BF16 = "bf16"


class Device(StrEnum):
    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


def chosen_device(wanted: Device) -> Device:
    there = torch.cuda.is_available()
    if wanted is Device.CUDA and not there:
        raise StationError("There is no CUDA device on this computer. Choose auto or cpu.")
    return Device.CUDA if there and wanted is not Device.CPU else Device.CPU


def chosen_precision(wanted: Precision, device: Device) -> Precision:
    """AUTO is fp32 on every computer: an image has the same SUV on whichever it was denoised."""
    if wanted is Precision.BF16 and device is Device.CPU and not cpu_knows_bf16():
        raise StationError("This processor does not support bf16. Choose auto or fp32.")
    return Precision.FP32 if wanted is Precision.AUTO else wanted


def cpu_knows_bf16() -> bool:
    known: Any = torch.ops.mkldnn._is_mkldnn_bf16_supported
    return torch.backends.mkldnn.is_available() and known()
