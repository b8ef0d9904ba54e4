"""An image made from another on the same grid: its name, and its facts before it is written.

The window shows such an image from memory; `station.dicom.derived_pet` writes it under its UID.
"""

import re
from dataclasses import dataclass, replace
from typing import Protocol
from unicodedata import normalize
from uuid import NAMESPACE_OID, uuid4, uuid5

import numpy as np

from station.errors import StationError
from station.pet.study import RESEARCH_MARK, Role, Series, StoredImage, Study
from station.pet.suv import SuvConversion
from station.pet.volume import Volume

LONGEST_DESCRIPTION = 64
"""Characters of a DICOM long string (PS3.5, 6.2)"""
LARGEST_NUMBER = 2**31 - 1
"""Of a DICOM integer string"""


class Card(Protocol):
    """What names a network: its title and version, and the SHA-256 of its weights in hexadecimal.

    `station.denoise.weights.ModelCard` is one; it is not imported here because torch is slow.
    """

    @property
    def title(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True)
class Derivation:
    """What was done to the source. Made by `gaussian` or `denoised`."""

    role: Role
    suffix: str
    """Appended to the description of the source"""
    text: str
    """DerivationDescription (0008,2111), without the name of the source; ASCII"""
    kernel: str | None = None
    """ConvolutionKernel (0018,1210) of a Gaussian; None: unchanged"""

    @classmethod
    def gaussian(cls, fwhm_mm: float) -> "Derivation":
        """The conventional filter. Its width keeps at most three significant figures."""
        name = f"Gaussian {fwhm_mm:.3g} mm"
        return cls(
            role=Role.CONVENTIONAL,
            suffix=f" + {name}",
            text=f"3-D Gaussian post-filter, {fwhm_mm:.3g} mm FWHM",
            kernel=name,
        )

    @classmethod
    def denoised(cls, card: Card, how: str = "") -> "Derivation":
        """Denoised by the network of that card.

        `how` is what else was done, such as denoising at another voxel size.
        """
        return cls(
            role=Role.DENOISED,
            suffix=f" DLR {RESEARCH_MARK}",
            text=_in_ascii(
                f"Denoised by a neural network, FOR RESEARCH ONLY: {card.title}, version "
                f"{card.version}, weights SHA-256 {card.sha256}{f'; {how}' if how else ''}"
            ),
        )


@dataclass(frozen=True)
class DerivedHeader:
    """What identifies the new series."""

    uid: str
    number: int
    """SeriesNumber; unique in the study"""
    derivation: Derivation
    reproducible: bool = False
    """Whether its files say no moment at which they were made, so that they can be made again"""


def _in_ascii(text: str) -> str:
    """ASCII letters, which every character set of a source has."""
    plain = text.translate(str.maketrans("×−–—", "x---"))
    return normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")


def weights_in(derivation: str) -> str | None:
    """SHA-256 of the weights that a DL image was made with, from its DerivationDescription; None
    where that names none, as those of other programs do not."""
    found = re.search(r"weights SHA-256 ([0-9a-f]{64})", derivation)
    return found and found.group(1)


def new_header(derivation: Derivation, study: Study, made_of: str = "") -> DerivedHeader:
    """A new UID, and a number above all those of the study.

    `made_of`: a hash of all that decides the series; the same then gives the same UID and files.
    """
    taken = {series.number for series in study.series}
    number = max((used for used in taken if used is not None), default=0) + 1
    if not 0 < number <= LARGEST_NUMBER:
        number = next(free for free in range(1, len(taken) + 2) if free not in taken)
    if made_of:
        uid = f"2.25.{uuid5(NAMESPACE_OID, made_of).int}"
        return DerivedHeader(uid, number, derivation, reproducible=True)
    return DerivedHeader(f"2.25.{uuid4().int}", number, derivation)


def derived_description(source: str, derivation: Derivation) -> str:
    """The source's SeriesDescription with the suffix, which is never truncated."""
    kept = (source.strip() or "PET")[: LONGEST_DESCRIPTION - len(derivation.suffix)]
    return f"{kept.rstrip()}{derivation.suffix}"


def derived_image_type(source: tuple[str, ...]) -> tuple[str, ...]:
    """DERIVED and PRIMARY (PS3.3, C.8.9.4.1.3), and the source's values from the third on."""
    return ("DERIVED", "PRIMARY", *source[2:])


def derivation_text(source: Series, derivation: Derivation) -> str:
    """DerivationDescription: what was done, and to what."""
    return f"{derivation.text}. Input: {source.label}"


def derived_series(source: Series, header: DerivedHeader) -> Series:
    """The facts of the derived image while it is only in memory: it has no slices on disk."""
    derivation = header.derivation
    return replace(
        source,
        uid=header.uid,
        role=derivation.role,
        number=header.number,
        description=derived_description(source.description, derivation),
        image_type=derived_image_type(source.image_type),
        kernel=source.kernel if derivation.kernel is None else derivation.kernel,
        derivation=derivation_text(source, derivation),
        source_series_uids=(source.uid,),
        slices=None,
    )


def stored_again(
    volume: Volume, source: Series, conversion: SuvConversion | None = None
) -> StoredImage:
    """`volume` in the unit in which `source` is stored, float32, for another SUV factor or a file.

    `conversion` is the one `volume` was made with; None if it is in the stored unit. Raises
    StationError where the volume does not belong to the source.
    """
    geometry = source.geometry
    if geometry is None or not geometry.same_grid(volume.geometry):
        raise StationError(
            f"The image made from {source.label} is not on its grid. Resample it back."
        )
    stored_unit = source.unit if conversion is None else conversion.unit
    if volume.unit is not stored_unit:
        raise StationError(
            f"The image made from {source.label} is in {volume.unit}, not in {stored_unit}: there "
            f"is no way back to {source.unit}. Convert it first."
        )
    slices = volume.shape[0]
    missing = volume.missing if source.slices is None else source.slices.missing
    factor = np.ones(slices) if conversion is None else np.broadcast_to(conversion.factor, slices)
    voxels = volume.voxels.astype(np.float32, copy=False)
    values = np.zeros(volume.shape, dtype=np.float32)
    for index in np.flatnonzero(~missing):
        np.divide(voxels[index], factor[index], out=values[index], casting="same_kind")
    if not np.isfinite(values).all():
        raise StationError(
            f"The image made from {source.label} contains voxels that are not numbers. It is not "
            "used."
        )
    return StoredImage(
        values=values,
        slopes=np.ones(slices),
        intercepts=np.zeros(slices),
        missing=missing,
        geometry=geometry,
        unit=source.unit,
        provenance=volume.provenance,
    )
