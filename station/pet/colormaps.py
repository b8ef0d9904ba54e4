"""Colour tables: 256 entries of 0xffRRGGBB, from the lowest shown value to the highest."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from station.installed import resource

ColourTable = NDArray[np.uint32]

ENTRIES = 256

NAMES = ("grey", "hot-iron", "pet", "hot-metal-blue", "pet-20-step", "rainbow")
LABELS = {
    "grey": "Grey",
    "hot-iron": "Hot iron",
    "pet": "PET",
    "hot-metal-blue": "Hot metal blue",
    "pet-20-step": "PET 20 step",
    "rainbow": "Rainbow",
}
FUSION = "hot-iron"
"""Colours of the PET when it is overlaid on a CT"""


@cache
def table(name: str, inverse: bool = False) -> ColourTable:
    """The table of that name; `inverse` reverses it."""
    if name == "grey":
        level = np.arange(ENTRIES)
        rgb = np.stack([level, level, level], axis=1)
    elif name == "rainbow":
        rgb = _rainbow()
    else:
        rgb = np.loadtxt(resource("colormaps", f"{name}.csv"), delimiter=",", dtype=np.int64)
    return _packed(rgb[::-1] if inverse else rgb)


@cache
def difference_table() -> ColourTable:
    """Diverging: blue where the DL image is lower, white where they agree, red where higher."""
    at = np.linspace(-1, 1, ENTRIES)
    strength = np.abs(at)[:, None]
    end = np.where(at[:, None] < 0, np.array([33, 102, 172]), np.array([178, 24, 43]))
    return _packed(np.rint(255 + (end - 255) * strength**0.8).astype(np.int64))


def _rainbow() -> NDArray[np.int64]:
    """Black, violet, blue, cyan, green, yellow, red: hue falls with the value."""
    stops = np.array([0.0, 0.08, 0.25, 0.42, 0.58, 0.78, 1.0])
    colours = np.array(
        [
            [0, 0, 0],
            [70, 0, 110],
            [0, 0, 255],
            [0, 220, 255],
            [0, 210, 0],
            [255, 240, 0],
            [255, 0, 0],
        ]
    )
    at = np.linspace(0, 1, ENTRIES)
    channels = [np.interp(at, stops, colours[:, channel]) for channel in range(3)]
    return np.rint(np.stack(channels, axis=1)).astype(np.int64)


def _packed(rgb: NDArray[np.int64]) -> ColourTable:
    packed = (0xFF000000 | (rgb[:, 0] << 16) | (rgb[:, 1] << 8) | rgb[:, 2]).astype(np.uint32)
    packed.flags.writeable = False
    return packed
