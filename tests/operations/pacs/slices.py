"""Small PET slices that are one image, as files."""

from pathlib import Path

from pydicom.dataset import Dataset

from tests.dicom.network import instances
from tests.dicom.network.instances import STUDY, content

__all__ = ["STUDY", "content", "slice_", "written"]


def slice_(number: int, series: str = "PET") -> Dataset:
    """Slice `number` of a series, with its place."""
    dataset = instances.instance(number, series=series)
    dataset.ImagePositionPatient = [-20.0, -20.0, 3.0 * number]
    dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
    dataset.PixelSpacing = [5.0, 5.0]
    dataset.SliceThickness = 3.0
    return dataset


def written(folder: Path, count: int, series: str = "PET") -> list[Path]:
    """Files of the first `count` slices of a series."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{series}-{number}.dcm" for number in range(1, count + 1)]
    for number, path in enumerate(paths, start=1):
        path.write_bytes(content(slice_(number, series)))
    return paths
