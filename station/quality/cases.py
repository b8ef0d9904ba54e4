"""Cases for training and testing the grader: an image, its CT and organs, its grades and what went
wrong in it.

Nothing here knows where they come from; `station.lab.graded_cases` makes them from seeds.
"""

import json
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.volume import Geometry, Provenance, Unit, Volume
from station.quality.organs import Organs, Turned
from station.whole_file import whole_file, writing

GRADES = (1, 2, 3, 4, 5)
NOT_TURNED = Turned(0.0, 0.0)
CT_MARGIN_MM = 24.0
CASE_SUFFIX = ".case"
FORMAT = "station-grader-case-3"


@dataclass(frozen=True)
class CaseFacts:
    """Everything of a case except its image."""

    seed: int
    label: int
    """The final grade of the raters, 1 to 5"""
    true_grade: int
    """The written rule's"""
    quality: float
    """0.51 to 5.49, of which the true grade is the nearest whole number"""
    rater_grades: tuple[int, ...]
    """Two, or three if the third had to decide"""
    severities: Mapping[str, float]
    """What went wrong, by the cause's name, in its unit; empty: nothing"""
    spoiled: Mapping[str, float]
    """What is visible, with the quality, 0.51 to 5.49, that it alone would leave. Causes that only
    cost counts are one, "too few counts"; what cannot be seen has no entry"""
    liver_noise_percent: float
    """Coefficient of variation in the liver expected from the counts"""
    liver_mm: tuple[float, float, float]
    """LPS of the liver's centre"""
    events: int
    """Of the whole scan"""
    clinic: str
    """Scanner, protocol and reconstruction"""
    with_head: bool
    beyond_training: bool
    """Whether a severity or the clinic is outside the range of training data"""

    @property
    def name(self) -> str:
        return f"patient {self.seed}"


@dataclass(frozen=True, eq=False)
class Case:
    """A graded image."""

    facts: CaseFacts
    voxels: NDArray[np.float16]
    """SUVbw (slice, row, column), slice 0 at the feet. Half floats keep 11 bits: far below noise"""
    geometry: Geometry
    axis_mm: tuple[float, float] | None = None
    """x and y of the scanner's axis, LPS; None: the middle of the image's field"""
    ct: Volume | None = None
    """HU as given to the reconstruction, int16"""
    organs: Organs | None = None
    """The true ones"""

    @property
    def image(self) -> Volume:
        """SUVbw, float32"""
        return Volume(
            self.voxels.astype(np.float32), self.geometry, Unit.SUV_BW, Provenance("Graded case")
        )


def cropped_case(
    facts: CaseFacts, image: Volume, ct: Volume | None = None, organs: Organs | None = None
) -> Case:
    """The case of an image, cropped for storage to the voxels that are not 0."""
    there = image.voxels != 0
    if not there.any():
        raise StationError(f"The image of {facts.name} is empty. Simulate another.")
    box: list[slice] = []
    for axis in range(3):
        others = tuple(other for other in range(3) if other != axis)
        seen = np.flatnonzero(there.any(axis=others))
        # All slices are kept: the length of the scan is part of the case.
        box.append(slice(0, None) if axis == 0 else slice(int(seen[0]), int(seen[-1]) + 1))
    voxels = np.ascontiguousarray(image.voxels[tuple(box)]).astype(np.float16)
    affine = np.array(image.geometry.affine)
    affine[:3, 3] = image.geometry.to_patient((0, box[1].start, box[2].start))
    low, high = image.geometry.bounds_mm
    axis = float(low[0] + high[0]) / 2, float(low[1] + high[1]) / 2
    grid = Geometry(cast(Any, voxels.shape), affine)
    return Case(facts, voxels, grid, axis, None if ct is None else _near(ct, grid), organs)


def _near(ct: Volume, grid: Geometry) -> Volume:
    """The part of a CT that a grid covers, and CT_MARGIN_MM around it."""
    low, high = grid.bounds_mm
    ends = ct.geometry.to_index(np.array([low - CT_MARGIN_MM, high + CT_MARGIN_MM]))
    first = np.clip(np.floor(ends.min(axis=0)), 0, np.array(ct.shape) - 1).astype(int)
    last = np.clip(np.ceil(ends.max(axis=0)), 0, np.array(ct.shape) - 1).astype(int)
    box = tuple(slice(a, b + 1) for a, b in zip(first.tolist(), last.tolist(), strict=True))
    voxels = ct.voxels[box].copy()
    affine = np.array(ct.affine)
    affine[:3, 3] = ct.geometry.to_patient(first)
    return Volume(voxels, Geometry(cast(Any, voxels.shape), affine), ct.unit, ct.provenance)


# --- files -------------------------------------------------------------------------------------


def case_path(folder: Path, seed: int) -> Path:
    return folder / f"{seed:07d}{CASE_SUFFIX}"


def save_case(case: Case, folder: Path) -> Path:
    """Write a case into the folder as safetensors, completely or not at all."""
    from safetensors import numpy

    path = case_path(folder, case.facts.seed)
    tensors: dict[str, NDArray[Any]] = {
        "suv": case.voxels,
        "affine": np.asarray(case.geometry.affine, np.float64),
    }
    if case.axis_mm is not None:
        tensors["axis_mm"] = np.array(case.axis_mm)
    if case.ct is not None:
        tensors["hu"] = np.ascontiguousarray(case.ct.voxels, np.int16)
        tensors["hu affine"] = np.asarray(case.ct.affine, np.float64)
    if case.organs is not None:
        tensors["cells"] = np.ascontiguousarray(case.organs.cells)
        tensors["cells affine"] = np.asarray(case.organs.geometry.affine, np.float64)
    facts = {"format": FORMAT, "facts": json.dumps(asdict(case.facts))}
    with writing(path), whole_file(path) as part:
        cast(Any, numpy).save_file(tensors, part, facts)
    return path


def load_case(path: Path) -> Case:
    """Raises StationError if the file cannot be read or is not a case."""
    with _opened(path) as (facts, opened):
        tensors: dict[str, NDArray[Any]] = {
            name: opened.get_tensor(name) for name in list(opened.keys())
        }

    def grid(values: str, affine: str) -> Geometry:
        return Geometry(cast(Any, tensors[values].shape), tensors[affine])

    ct = organs = axis = None
    if "axis_mm" in tensors:
        x, y = (float(value) for value in tensors["axis_mm"])
        axis = x, y
    if "hu" in tensors:
        made = Provenance("Graded case")
        ct = Volume(tensors["hu"], grid("hu", "hu affine"), Unit.HU, made)
    if "cells" in tensors:
        cells = tensors["cells"]
        organs = Organs(grid("cells", "cells affine"), cells, {}, NOT_TURNED, ct is not None)
    return Case(facts, tensors["suv"], grid("suv", "affine"), axis, ct, organs)


def load_facts(path: Path) -> CaseFacts:
    """The facts in a file of `save_case`, without reading its image."""
    with _opened(path) as (facts, _):
        return facts


def cases_in(folder: Path) -> list[Path]:
    """Files of the cases in a folder, by seed. Raises StationError if there are none."""
    paths = sorted(folder.glob(f"*{CASE_SUFFIX}"))
    if not paths:
        raise StationError(f"There are no graded cases (*{CASE_SUFFIX}) in {folder}. Make some.")
    return paths


@contextmanager
def _opened(path: Path) -> Generator[tuple[CaseFacts, Any]]:
    from safetensors import SafetensorError, safe_open

    try:
        with cast(Any, safe_open)(path, framework="numpy") as opened:
            about: dict[str, str] = opened.metadata() or {}
            if about.get("format") != FORMAT:
                raise StationError(f"{path} is not a graded case. Create it again.")
            values: dict[str, Any] = json.loads(about["facts"])
            for key in ("rater_grades", "liver_mm"):
                values[key] = tuple(cast(Sequence[float], values[key]))
            yield CaseFacts(**values), opened
    except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
        raise StationError(f"{path} cannot be read as a graded case: {error}") from error
