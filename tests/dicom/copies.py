"""Prepared copies of small images, and ways to spoil them."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
from pydicom import dcmread
from pydicom.dataset import FileDataset
from scipy import ndimage

from station.dicom.deidentify import COPY_TIME_S, slope_for, write_copy
from station.pet.volume import Geometry, Unit, Volume
from station.reading.protocol import Arm
from station.reading.worklist import Key, make_key

SEED = bytes(range(32))
SHAPE = (10, 16, 20)
HIGHEST_SUV = 20.0


def volume(seed: int, shape: tuple[int, int, int] = SHAPE) -> Volume:
    """Blurred noise in SUVbw, below HIGHEST_SUV."""
    values = ndimage.gaussian_filter(np.random.default_rng(seed).gamma(2, 2, shape), 0.8)
    affine = np.array(
        [[0, 0, 2.0364, -51.25], [0, 2.0364, 0, -60.5], [3.27, 0, 0, -812.4], [0, 0, 0, 1]]
    )
    return Volume(values.astype(np.float32), Geometry(shape, affine), Unit.SUV_BW)


def prepared(
    folder: Path, cases: int = 3, volumes: Callable[[int, Arm], Volume] | None = None
) -> Key:
    """Both images of some cases, as a preparation writes them: in the order of their codes."""
    key = make_key([f"case {number}" for number in range(cases)], ["practice 1"], SEED)
    names = [*key.cases(practice=False), *key.cases(practice=True)]
    for code in sorted(key.entries):
        entry = key.entries[code]
        number = names.index(entry.case)
        image = (volumes or (lambda n, arm: volume(2 * n + list(Arm).index(arm))))(
            number, entry.arm
        )
        write_copy(image, code, slope_for(HIGHEST_SUV), folder / code)
    return key


def of_arm(key: Key, arm: Arm) -> list[str]:
    return sorted(code for code, entry in key.entries.items() if entry.arm is arm)


def rewritten(path: Path, edit: Callable[[FileDataset], None]) -> None:
    """Change a file with pydicom, but not its time."""
    file = dcmread(path)
    edit(file)
    file.save_as(path, enforce_file_format=True)
    keep_time(path)


def keep_time(path: Path) -> None:
    os.utime(path, (COPY_TIME_S, COPY_TIME_S))
    os.utime(path.parent, (COPY_TIME_S, COPY_TIME_S))
