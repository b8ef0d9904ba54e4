"""How good a denoised image is, measured against a truth that only a simulator has.

The reference is the noise-free reconstruction of the same phantom: what the scanner and the
reconstruction would show if it counted for ever. Every figure is a number of one image and one
reference, as rows; `station.lab.denoiser.evidence` makes statements of many rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.foci import DETECTION_RULE, HINT_RULE, Spot, find_foci, match_foci
from station.pet.voi import Mask, Measurement, measure
from station.pet.volume import FloatArray, Unit, Volume

Inside = NDArray[np.bool_]
"""Voxels of the reference's grid, (slices, rows, columns)"""

SSIM_WINDOW_SUV = 7.0
"""Images are compared as a reader sees them, in the window of SUV 0 to 7."""
SSIM_SIGMA_VOXELS = 1.5
SSIM_K1, SSIM_K2 = 0.01, 0.03
"""Z. Wang et al., IEEE Trans. Image Process. 13 (2004) 600"""

SEEN_WITHIN_MM = 4.0
"""A lesion is seen where a focus is in it, or as near to its surface as this."""
FEWEST_ORGAN_VOXELS = 125
"""1 mL of 2 mm voxels: less of an organ in the slab says nothing about it."""

LIVER, LUNG = "liver", "lung"


class SizeClass(StrEnum):
    """Of lesions, by volume."""

    SMALLEST = "< 1 mL"
    SMALL = "1–3 mL"
    MEDIUM = "3–10 mL"
    LARGE = "> 10 mL"


def size_class(volume_ml: float) -> SizeClass:
    """A limit belongs to the larger class, but for 10 mL."""
    if volume_ml < 1:
        return SizeClass.SMALLEST
    if volume_ml < 3:
        return SizeClass.SMALL
    return SizeClass.MEDIUM if volume_ml <= 10 else SizeClass.LARGE


@dataclass(frozen=True, eq=False)
class LesionTruth:
    """A lesion of the phantom on the images' grid."""

    name: str
    site: str
    volume_ml: float
    suv: float
    kind: str
    """hot, cold or necrotic"""
    mask: Mask


@dataclass(frozen=True, eq=False)
class Truth:
    """What is known of one simulated case."""

    case: str
    reference: Volume
    """Noise-free reconstruction, SUV"""
    body: Inside
    organs: Mapping[str, Inside]
    """Voxels well inside an organ, away from its surface and from lesions"""
    lesions: tuple[LesionTruth, ...]

    def __post_init__(self) -> None:
        if not self.reference.unit.is_suv:
            raise ValueError(f"a reference is in SUV, not in {self.reference.unit}")
        for name, inside in (("body", self.body), *self.organs.items()):
            if inside.shape != self.reference.shape:
                raise ValueError(f"{name} {inside.shape} does not fit {self.reference.shape}")


@dataclass(frozen=True)
class Shown:
    """Which image a row is about."""

    case: str
    scenario: str
    """How it was scanned: "standard", "lesion-free", another body size …"""
    seconds_per_bed: float
    image: str
    """unfiltered, conventional, full count, or a denoiser's name"""


@dataclass(frozen=True)
class LesionRow:
    """One lesion in one image. Figures are in SUV."""

    shown: Shown
    lesion: str
    site: str
    volume_ml: float
    kind: str
    mean: float
    maximum: float
    peak: float
    reference_mean: float
    reference_maximum: float
    reference_peak: float
    seen: bool
    """Whether the image shows it as a focus, by the detection rule"""

    @property
    def size(self) -> SizeClass:
        return size_class(self.volume_ml)

    def recovery(self, measure_of: str) -> float:
        """`mean`, `maximum` or `peak` over the reference's."""
        return getattr(self, measure_of) / getattr(self, f"reference_{measure_of}")


@dataclass(frozen=True)
class ImageRow:
    """One image as a whole."""

    shown: Shown
    body_rmse: float
    """Root of the mean squared difference from the reference over the body, SUV"""
    ssim: float
    """Mean over the body"""
    liver_mean: float
    """NaN, as the next ones, where too little of the organ is in the slab"""
    liver_sd: float
    lung_mean: float
    reference_liver_mean: float
    reference_liver_sd: float
    reference_lung_mean: float
    foci: int
    """That pass the detection rule"""
    invented: int
    """Of these, without any counterpart in the reference"""

    @property
    def liver_cov(self) -> float:
        return self.liver_sd / self.liver_mean

    @property
    def liver_bias(self) -> float:
        """Of SUVmean, as a part of the reference's"""
        return self.liver_mean / self.reference_liver_mean - 1

    @property
    def lung_bias(self) -> float:
        return self.lung_mean / self.reference_lung_mean - 1


class Judge:
    """Measures images of one case; what the reference says is measured once."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        reference = truth.reference
        self._lesions = tuple(measure(reference, lesion.mask) for lesion in truth.lesions)
        self._surfaces = tuple(_positions_mm(lesion.mask) for lesion in truth.lesions)
        self._hints = find_foci(reference, HINT_RULE)

    def image(self, shown: Shown, volume: Volume) -> tuple[ImageRow, tuple[LesionRow, ...]]:
        """The figures of one image of the case.

        Raises StationError where it is not in SUV or not on the reference's grid.
        """
        truth = self.truth
        if volume.unit is not truth.reference.unit:
            raise StationError(
                f"The image {shown.image} of {shown.case} is in {volume.unit}, its reference in "
                f"{truth.reference.unit}. Convert one of them."
            )
        if not volume.geometry.same_grid(truth.reference.geometry):
            raise StationError(
                f"The image {shown.image} of {shown.case} is on another grid than its "
                "reference. Reconstruct both on one grid."
            )
        foci = find_foci(volume, DETECTION_RULE)
        liver = _organ(volume, truth.organs.get(LIVER))
        lung = _organ(volume, truth.organs.get(LUNG))
        reference_liver = _organ(truth.reference, truth.organs.get(LIVER))
        reference_lung = _organ(truth.reference, truth.organs.get(LUNG))
        row = ImageRow(
            shown=shown,
            body_rmse=body_rmse(volume, truth.reference, truth.body),
            ssim=ssim(volume, truth.reference, truth.body),
            liver_mean=liver[0],
            liver_sd=liver[1],
            lung_mean=lung[0],
            reference_liver_mean=reference_liver[0],
            reference_liver_sd=reference_liver[1],
            reference_lung_mean=reference_lung[0],
            foci=len(foci),
            invented=self._invented(foci),
        )
        lesions = tuple(
            self._lesion(shown, volume, lesion, reference, positions, foci)
            for lesion, reference, positions in zip(
                truth.lesions, self._lesions, self._surfaces, strict=True
            )
        )
        return row, lesions

    def _invented(self, foci: tuple[Spot, ...]) -> int:
        known = match_foci(foci, self._hints)
        return sum(
            not matched and not any(_near(focus, positions) for positions in self._surfaces)
            for focus, matched in zip(foci, known, strict=True)
        )

    @staticmethod
    def _lesion(
        shown: Shown,
        volume: Volume,
        lesion: LesionTruth,
        reference: Measurement,
        positions: FloatArray,
        foci: tuple[Spot, ...],
    ) -> LesionRow:
        measured = measure(volume, lesion.mask)
        return LesionRow(
            shown=shown,
            lesion=lesion.name,
            site=lesion.site,
            volume_ml=lesion.volume_ml,
            kind=lesion.kind,
            mean=measured.mean,
            maximum=measured.maximum,
            peak=measured.peak,
            reference_mean=reference.mean,
            reference_maximum=reference.maximum,
            reference_peak=reference.peak,
            seen=any(_near(focus, positions) for focus in foci),
        )


def _positions_mm(mask: Mask) -> FloatArray:
    """LPS of a mask's voxel centres, (n, 3)."""
    return mask.geometry.to_patient(np.argwhere(mask.region.inside) + mask.region.first)


def _near(focus: Spot, positions_mm: FloatArray) -> bool:
    if not len(positions_mm):
        return False
    apart = np.linalg.norm(positions_mm - np.array(focus.position_mm), axis=1)
    return bool(apart.min() <= SEEN_WITHIN_MM)


def _organ(volume: Volume, inside: Inside | None) -> tuple[float, float]:
    """(mean, SD) of an organ's voxels; NaN where the image holds too little of it."""
    if inside is None or np.count_nonzero(inside) < FEWEST_ORGAN_VOXELS:
        return float("nan"), float("nan")
    measured = measure(volume, Mask(inside, volume.geometry))
    return measured.mean, measured.sd


def body_rmse(image: Volume, reference: Volume, body: Inside) -> float:
    """Root mean square of image − reference over the voxels of the body, in their unit."""
    difference = image.voxels[body].astype(np.float64) - reference.voxels[body]
    return float(np.sqrt(np.mean(difference**2)))


def ssim(image: Volume, reference: Volume, body: Inside) -> float:
    """Structural similarity in three dimensions, mean over the voxels of the body.

    Wang 2004: Gaussian window of 1.5 voxels' sigma; the range of values is that of the window that
    a reader looks through, SUV 0 to 7, and what is hotter counts as 7.
    """
    from station.pet.filters import FWHM_PER_SIGMA, smoothed

    unit_grid = (1.0, 1.0, 1.0)
    fwhm = SSIM_SIGMA_VOXELS * FWHM_PER_SIGMA

    def mean_of(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return smoothed(values, fwhm, unit_grid)

    image_suv, reference_suv = (
        np.clip(volume.voxels, 0, SSIM_WINDOW_SUV).astype(np.float32)
        for volume in (image, reference)
    )
    mean, reference_mean = mean_of(image_suv), mean_of(reference_suv)
    variance = mean_of(image_suv * image_suv) - mean**2
    reference_variance = mean_of(reference_suv * reference_suv) - reference_mean**2
    covariance = mean_of(image_suv * reference_suv) - mean * reference_mean
    c1, c2 = (SSIM_K1 * SSIM_WINDOW_SUV) ** 2, (SSIM_K2 * SSIM_WINDOW_SUV) ** 2
    similarity = (2 * mean * reference_mean + c1) * (2 * covariance + c2)
    similarity /= (mean**2 + reference_mean**2 + c1) * (variance + reference_variance + c2)
    return float(similarity[body].mean(dtype=np.float64))


# --- The VOIs of a reading ----------------------------------------------------------------------


@dataclass(frozen=True)
class TissueRow:
    """One VOI of a reading in one image, as paper 000's Tables 3 to 5 are made of."""

    shown: Shown
    site: str
    """Id of the reference tissue, or "lesion" """
    lesion: str
    """Its name; empty of a reference tissue"""
    maximum: float
    peak: float
    mean: float


LESION_SITE = "lesion"


def tissue_row(shown: Shown, site: str, measured: Measurement, lesion: str = "") -> TissueRow:
    if measured.unit is not Unit.SUV_BW:
        raise StationError(
            f"The VOI {lesion or site} of {shown.case} measures {measured.unit}; the tables are in "
            f"{Unit.SUV_BW}. Convert the image."
        )
    return TissueRow(shown, site, lesion, measured.maximum, measured.peak, measured.mean)
