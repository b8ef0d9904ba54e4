"""Small studies on disk for the tests of the window: voxels whose SUV is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset

from station.dicom.folders import whole_folder
from station.progress import Report
from tests.dicom.synthetic import uid, write_series

SHAPE = (24, 40, 48)
SPACING_MM = (4.0, 4.0, 4.0)
ORIGIN_MM = (-94.0, -78.0, 100.0)
"""LPS of voxel (0, 0, 0), so that the middle of the grid is (0, 0, 146)"""

BODY_SUV = 1.5
LESION = (16, 14, 30)
"""Voxel (slice, row, column) in the middle of the lesion's 3×3×3 voxels"""
LESION_MM = (26.0, -22.0, 164.0)
LESION_SUV, LESION_SUV_DENOISED = 8.0, 10.0
"""The lesion's hottest voxel; the others of it have three quarters of that"""

FACTOR = 70_000 / (350e6 * 0.5 ** (3600 / 6586.2))
"""g/Bq of 70 kg and 350 MBq injected an hour before the scan, as `synthetic.header` says"""
STORED_PER_SUV = 1000.0

NAME = "Doe, Jane"
DENOISED_MARK = "OSEM DLR (RESEARCH)"
UNFILTERED_MARK = "OSEM 4i10s unfiltered"
FINE_MM = 2.0
"""Spacing of the unfiltered series: what the network has learned from"""
FINE_LESION_MM = (-34.0, -50.0, 132.0)
"""Its lesion's hottest voxel: LESION in steps of FINE_MM from ORIGIN_MM"""


def pet_suv(lesion: float) -> NDArray[np.float64]:
    """An elliptic body of BODY_SUV in air with one lesion, SUV (slices, rows, columns)."""
    _, rows, columns = np.indices(SHAPE)
    body = ((rows - 19.5) / 16) ** 2 + ((columns - 23.5) / 21) ** 2 < 1
    suv = np.where(body, BODY_SUV, 0.0)
    s, r, c = LESION
    suv[s - 1 : s + 2, r - 1 : r + 2, c - 1 : c + 2] = 0.75 * lesion
    suv[LESION] = lesion
    return suv


def write_pet(
    folder: Path,
    name: str,
    lesion: float,
    *,
    study: str = "study",
    spacing_mm: tuple[float, float, float] = SPACING_MM,
    **facts: Any,
) -> None:
    """One PET series; `facts` are attributes of every header, None takes one away."""

    def edit(ds: Dataset, _: int) -> None:
        ds.RescaleSlope = f"{1 / (FACTOR * STORED_PER_SUV):.10g}"
        for keyword, value in facts.items():
            if value is None:
                delattr(ds, keyword)
            else:
                setattr(ds, keyword, value)

    write_series(
        folder / name.split(maxsplit=1)[0],
        np.rint(pet_suv(lesion) * STORED_PER_SUV).astype(np.int16),
        name=name,
        study=study,
        spacing_mm=spacing_mm,
        origin_mm=ORIGIN_MM,
        edit=edit,
    )


def write_unfiltered(folder: Path, **facts: Any) -> Path:
    """A series that the denoiser takes: unfiltered, voxels of FINE_MM, FDG."""
    facts = {"ConvolutionKernel": "NONE", "SeriesNumber": 3, **facts}
    spacing = (FINE_MM, FINE_MM, FINE_MM)
    write_pet(folder / "raw", UNFILTERED_MARK, LESION_SUV, spacing_mm=spacing, **facts)
    return folder


def write_conventional(folder: Path, **facts: Any) -> None:
    write_pet(folder, "OSEM Gaussian", LESION_SUV, **facts)


def write_denoised(folder: Path, **facts: Any) -> None:
    facts = {"ImageType": ["DERIVED", "PRIMARY"], "SeriesNumber": 5, **facts}
    write_pet(folder / "dl", DENOISED_MARK, LESION_SUV_DENOISED, **facts)


def write_ct(folder: Path, frame: str | None = None, study: str = "study") -> None:
    """CT of the same body on a grid of its own; `frame` names another frame of reference."""

    def edit(ds: Dataset, _: int) -> None:
        ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
        ds.SeriesNumber = 2
        if frame is not None:
            ds.FrameOfReferenceUID = uid(frame)

    _, rows, columns = np.indices((20, 50, 60))
    body = ((rows - 24.5) / 20) ** 2 + ((columns - 29.5) / 26.25) ** 2 < 1
    write_series(
        folder / "ct",
        np.where(body, 1024 + 40, 24).astype(np.int16),
        modality="CT",
        name="CT standard",
        study=study,
        spacing_mm=(5.0, 3.2, 3.2),
        origin_mm=(-94.4, -78.4, 98.5),
        edit=edit,
    )


def write_pair(folder: Path, **facts: Any) -> Path:
    """Conventional PET, DL-denoised PET and CT of one frame of reference."""
    write_conventional(folder, **facts)
    write_denoised(folder, **facts)
    write_ct(folder)
    return folder


class QuickDemo:
    """Stands in for `make_demo_study`: the pair, series by series, whole or not at all."""

    def __init__(self, at_series: Callable[[int], None] = lambda number: None) -> None:
        """`at_series(n)` is called when n series are there, n = 0 to 3."""
        self._at_series = at_series

    def __call__(
        self, folder: Path, report: Report, written: Callable[[Path], None] | None
    ) -> Path:
        with whole_folder(folder, "the demo study") as partial:
            self._at_series(0)
            for number, write in enumerate((write_conventional, write_ct, write_denoised), 1):
                report(number / 4, "Scanning")
                write(partial)
                if written is not None:
                    written(max(partial.iterdir(), key=lambda path: path.stat().st_ctime_ns))
                self._at_series(number)
            report(1.0, "Simulated")
            (partial / "lesions.json").write_text("{}", encoding="utf-8")
        return folder
