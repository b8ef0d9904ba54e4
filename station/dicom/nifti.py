"""NIfTI files, which are RAS: masks in, images out."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.derived import MaskFile, NamedMask
from station.errors import DicomError
from station.pet.voi import Mask
from station.pet.volume import Geometry, Volume
from station.whole_file import writing

MM_PER_UNIT: dict[str, float] = {"mm": 1.0, "meter": 1000.0, "micron": 0.001, "unknown": 1.0}
"""nibabel's names; a file that does not say is in mm, as all programs assume"""

LARGEST_LABEL = 4096
"""A file with more labels is not a mask but an image"""

SAME_PLACE_MM = 0.1
"""By how much the two transforms of a file may place a voxel apart; a qform has seven digits"""

LABEL_TOLERANCE = 1e-3
"""How far a label may be from a whole number: scaled and resampled files round"""


def read_nifti(path: Path) -> MaskFile:
    """One mask for each label above 0, named after the file and the label.

    Where the file gives two positions in the patient, that of the sform is used, and a difference
    is in `warnings`. Raises DicomError: not NIfTI, no position in the patient, several volumes, no
    labels.
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
        if values.dtype.kind not in "biuf":
            raise DicomError(
                f"{path} contains {values.dtype}, not one number for each voxel. Choose a mask."
            )
        factor = MM_PER_UNIT[str(header.get_xyzt_units()[0])]
        affine = np.asarray(image.affine, dtype=np.float64)
        if not np.isfinite(affine).all():
            raise ValueError("its position in the patient is not a number")
    except (ImageFileError, HeaderDataError, *PARSE_ERRORS) as error:
        raise DicomError(f"{path} cannot be read as NIfTI ({error}). Export it again.") from error
    remark = _two_places(path, header, factor, values.shape)
    found = _masks(path, _one_volume(path, values), _lps(path, affine, factor, values.shape))
    return replace(found, warnings=(*remark, *found.warnings))


def _two_places(path: Path, header: Any, factor: float, shape: tuple[int, ...]) -> tuple[str, ...]:
    """What is to be said where sform and qform place the voxels differently: programs differ, too.

    The sform is followed, as `nibabel` does.
    """
    if not header["sform_code"] or not header["qform_code"] or len(shape) < 3:
        return ()
    corners = np.array(list(np.ndindex(2, 2, 2))) * (np.array(shape[:3]) - 1)
    try:
        apart = (header.get_sform() - header.get_qform())[:3]
    except ValueError:  # a qform that is no rotation places nothing
        return ()
    most_mm = float(np.linalg.norm(corners @ apart[:, :3].T + apart[:, 3], axis=1).max()) * factor
    if most_mm <= SAME_PLACE_MM:
        return ()
    sentence = (
        f"{path.name} gives two positions in the patient, up to {most_mm:.3g} mm apart: that of "
        "its sform is used, not that of its qform."
    )
    return (sentence,)


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


def _masks(path: Path, values: NDArray[Any], geometry: Geometry) -> MaskFile:
    labels, warnings = _labels(path, values)
    if len(labels) > LARGEST_LABEL:
        raise DicomError(f"{path} has {len(labels)} labels, so it is an image. Choose a mask.")
    stem = re.sub(r"\.(nii(\.gz)?|hdr|img)$", "", path.name, flags=re.IGNORECASE)
    masks = tuple(
        NamedMask(
            stem if len(labels) == 1 else f"{stem} {label:g}",
            Mask(np.isin(values, belonging), geometry, path.name),
        )
        for label, belonging in labels.items()
    )
    return MaskFile(masks, warnings)


def _labels(path: Path, values: NDArray[Any]) -> tuple[dict[float, NDArray[Any]], tuple[str, ...]]:
    """(the values that belong to each label, what was left out). NaN is outside, as 0 is.

    One value above 0, of any size, is a mask. Several are labels: whole numbers, but for the
    rounding of a scaled or resampled file.
    """
    found = np.unique(values).astype(np.float64)
    found = found[~np.isnan(found)]
    inside, below = found[found > 0], found[found < -LABEL_TOLERANCE]
    is_mask = len(found) > 0 and bool(np.isfinite(found).all()) and not len(below)
    if len(inside) > 1 or len(below):
        is_mask = (
            bool(np.isfinite(found).all())
            and bool((np.abs(found - np.rint(found)) <= LABEL_TOLERANCE).all())
            and (len(below) == 0 or (len(below) == 1 and len(inside) > 0))
        )
    if not is_mask:
        raise DicomError(
            f"{path} contains values that are not labels (0 outside, whole numbers inside). Choose "
            "a mask."
        )
    warnings = tuple(
        f"{path.name}: the value {value:g} was left out: a label is above 0."
        for value in below.tolist()
    )
    if len(inside) <= 1:
        return {float(value): inside for value in inside.tolist()}, warnings
    rounded = np.rint(inside)
    return {
        float(label): inside[rounded == label] for label in np.unique(rounded[rounded > 0]).tolist()
    }, warnings


def write_nifti(volume: Volume, path: Path) -> None:
    """Write an image as NIfTI (float32, RAS, mm). Raises StationError if that fails."""
    import nibabel

    affine = np.diag([-1.0, -1.0, 1.0, 1.0]) @ volume.affine[:, [2, 1, 0, 3]]
    image = cast(Any, nibabel).Nifti1Image(volume.voxels.transpose(2, 1, 0), affine)
    image.header.set_xyzt_units("mm")
    with writing(path):
        cast(Any, nibabel).save(image, path)
