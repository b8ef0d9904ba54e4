"""NIfTI files, which are RAS: masks in, images out."""

from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from station.dicom.derived import NamedMask
from station.errors import DicomError
from station.pet.voi import Mask
from station.pet.volume import Geometry, Volume
from station.whole_file import writing

MM_PER_UNIT: dict[str, float] = {"mm": 1.0, "meter": 1000.0, "micron": 0.001, "unknown": 1.0}
"""nibabel's names; a file that does not say is in mm, as all programs assume"""

LARGEST_LABEL = 4096
"""A file with more labels is not a mask but an image"""


def read_nifti(path: Path) -> tuple[NamedMask, ...]:
    """One mask for each label above 0, named after the file and the label.

    Raises DicomError: not NIfTI, no position in the patient, several volumes, no labels.
    """
    import nibabel
    from nibabel.filebasedimages import ImageFileError
    from nibabel.spatialimages import HeaderDataError

    try:
        image = cast(Any, nibabel).load(path)
        header = image.header
        if not isinstance(header, nibabel.Nifti1Header):
            raise DicomError(f"{path} is not a NIfTI file. Choose another file.")
        if not header["sform_code"] and not header["qform_code"]:
            raise DicomError(
                f"{path} does not say where its voxels are in the patient (sform and qform are 0). "
                "Export the mask with its position."
            )
        values = np.asarray(image.dataobj)
        factor = MM_PER_UNIT[str(header.get_xyzt_units()[0])]
        affine = np.asarray(image.affine, dtype=np.float64)
    except (ImageFileError, HeaderDataError, OSError, EOFError, ValueError, KeyError) as error:
        raise DicomError(f"{path} cannot be read as NIfTI ({error}). Export it again.") from error
    return _masks(path, _one_volume(path, values), _lps(path, affine, factor, values.shape))


def _one_volume(path: Path, values: NDArray[Any]) -> NDArray[Any]:
    """(slices, rows, columns): NIfTI's axes reversed."""
    if values.ndim < 3 or any(size != 1 for size in values.shape[3:]):
        raise DicomError(
            f"{path} has {values.ndim} dimensions {values.shape}, not one volume. Export one mask "
            "per file."
        )
    return values.reshape(values.shape[:3]).transpose(2, 1, 0)


def _lps(
    path: Path, affine: NDArray[np.float64], factor: float, shape: tuple[int, ...]
) -> Geometry:
    """The grid of the transposed array."""
    to_lps = np.diag([-factor, -factor, factor, 1.0]) @ affine @ np.eye(4)[[2, 1, 0, 3]]
    try:
        return Geometry((shape[2], shape[1], shape[0]), to_lps)
    except ValueError as error:
        raise DicomError(f"{path}: {error}. Export the mask again.") from error


def _masks(path: Path, values: NDArray[Any], geometry: Geometry) -> tuple[NamedMask, ...]:
    labels = np.unique(values)
    if (
        not labels.size
        or not np.isfinite(labels).all()
        or (labels != np.rint(labels)).any()
        or labels[0] < 0
    ):
        raise DicomError(
            f"{path} contains values that are not labels (0 outside, whole numbers inside). Choose "
            "a mask."
        )
    inside = [label for label in labels.tolist() if label > 0]
    if len(inside) > LARGEST_LABEL:
        raise DicomError(f"{path} has {len(inside)} labels, so it is an image. Choose a mask.")
    stem = path.name.removesuffix(".gz").removesuffix(".nii")
    return tuple(
        NamedMask(
            stem if len(inside) == 1 else f"{stem} {label:g}",
            Mask(values == label, geometry, path.name),
        )
        for label in inside
    )


def write_nifti(volume: Volume, path: Path) -> None:
    """Write an image as NIfTI (float32, RAS, mm). Raises StationError if that fails."""
    import nibabel

    affine = np.diag([-1.0, -1.0, 1.0, 1.0]) @ volume.affine[:, [2, 1, 0, 3]]
    image = cast(Any, nibabel).Nifti1Image(volume.voxels.transpose(2, 1, 0), affine)
    image.header.set_xyzt_units("mm")
    with writing(path):
        cast(Any, nibabel).save(image, path)
