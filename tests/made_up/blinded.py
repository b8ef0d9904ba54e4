"""Small reader studies with images on disk, as a coordinator makes them."""

import atexit
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from station.archive.readings import ReaderStudies
from station.dicom.deidentify import slope_for, write_copy
from station.pet.volume import Unit, Volume
from station.reading.protocol import Arm, Criterion, Protocol
from station.reading.worklist import Key
from tests.archive import reader_studies
from tests.made_up.images import grid

Values = Callable[[Arm, int], NDArray[np.float64]]
"""(arm, number of the image) → SUV (slices, rows, columns)"""

SHAPE = (5, 10, 12)
SPACING_MM = (12.0, 12.0, 12.0)
HIGHEST_SUV = 40.0
LESION_SUV = {Arm.CONVENTIONAL: 6.0, Arm.DENOISED: 8.0}
LESION = (3, 4, 7)

PROTOCOL = Protocol(
    name="Conventional and DL-denoised PET",
    criteria=(
        Criterion(
            "tumor_delineation",
            "Tumor delineation",
            (
                "lesion cannot be confirmed",
                "lesion barely discernible, its margin is not",
                "lesion visible, margin blurred",
                "margin clear for the most part",
                "excellent delineation of the lesion margin",
            ),
        ),
        Criterion(
            "overall_image_quality",
            "Overall image quality",
            ("poor", "fair", "acceptable", "good", "excellent"),
        ),
        Criterion(
            "image_noise",
            "Image noise",
            ("enormous", "strong", "moderate", "slight", "no perceivable noise"),
        ),
    ),
)


def suv(arm: Arm, seed: int) -> NDArray[np.float64]:
    """SUV of a body with a lesion, a little noisier in one arm."""
    _, rows, columns = np.indices(SHAPE)
    body = ((rows - 4.5) / 4) ** 2 + ((columns - 5.5) / 5) ** 2 < 1
    noise = np.random.default_rng(seed).normal(0, 0.1 if arm is Arm.DENOISED else 0.3, SHAPE)
    values = np.where(body, 1.5 + noise, 0.0)
    values[LESION] = LESION_SUV[arm]
    return values.clip(0)


def write_images(
    folder: Path, key: Key, values: Values = suv, spacing_mm: Sequence[float] = SPACING_MM
) -> None:
    """A de-identified copy for every image code of the key, as a new study writes them."""
    for number, (code, entry) in enumerate(sorted(key.entries.items())):
        shutil.rmtree(folder / code, ignore_errors=True)
        written = _written(code, entry.arm, number, values, tuple(spacing_mm))
        shutil.copytree(written, folder / code)


@cache
def _written(
    code: str, arm: Arm, number: int, values: Values, spacing_mm: tuple[float, ...]
) -> Path:
    """The copy of one image, written once for all tests of this process. Read only."""
    voxels = values(arm, number).astype(np.float32)
    volume = Volume(voxels, grid(voxels.shape, spacing_mm), Unit.SUV_BW)
    folder = Path(tempfile.mkdtemp(prefix="station-image-")) / code
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    write_copy(volume, code, slope_for(HIGHEST_SUV), folder)
    return folder


def new_studies(
    home: Path,
    protocol: Protocol = PROTOCOL,
    clock: reader_studies.Clock | None = None,
    values: Values = suv,
    spacing_mm: Sequence[float] = SPACING_MM,
    **facts: Any,
) -> ReaderStudies:
    """A record with one study, whose images lie on disk; `facts` as of `reader_studies`."""
    study = reader_studies.new_study(home / "images", protocol, **facts)
    write_images(home / "images", study.key, values, spacing_mm)
    return reader_studies.made(home, study, clock)


class Seconds:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now
