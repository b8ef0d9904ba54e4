"""What an existing pair tells of a denoiser: no inserts, only what its image shows alone."""

from station.errors import StationError
from station.operations.audit.figures import CONVENTIONAL, DENOISED
from station.operations.audit.run import (
    ONE_PATIENT,
    Audit,
    Resolution,
    Wish,
    filtered,
    foci_of,
)
from station.operations.audit.sites import sites_of
from station.operations.images import load_in_suvbw
from station.pet.loaded import LoadedImage
from station.pet.study import Series, same_patient_space
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent

PAIR_ONLY = (
    "Nothing was put in: this series was denoised before. A pair does not tell what was lost, "
    "since nobody knows what is in the patient. `station audit … --write FOLDER` writes copies "
    "with known lesions for its denoiser; `--denoised FOLDER` takes the results back."
)


def paired(
    image: LoadedImage, ct: Volume | None, other: Series, wish: Wish, report: Report = silent
) -> Audit:
    """The foci that the filtered image and a DL series of it show in the organs.

    Raises StationError where the two are not on one grid, or an organ is not found.
    """
    from station.quality.landmarks import find_landmarks

    pet = image.volume
    require_same_grid(image, other)
    landmarks = find_landmarks(pet, ct, part(report, 0.0, 0.4))
    sites = sites_of(pet, landmarks.view, landmarks.organs, wish.sites)
    dl = load_in_suvbw(other, report=part(report, 0.4, 0.6))
    if dl.volume.unit is not Unit.SUV_BW:
        raise StationError(f"{other.label} has no SUV. {dl.suv_problem or ''}".strip())
    arms = {CONVENTIONAL: filtered(pet, wish.filter_fwhm_mm), DENOISED: dl.volume.voxels}
    report(0.8, "Counting")
    foci = tuple(foci_of(pet.geometry, sites, site, arms) for site in wish.sites)
    cautions = [PAIR_ONLY, ONE_PATIENT]
    if image.series.uid not in other.source_series_uids:
        cautions.append(
            f"{other.label} does not say that it was made of {image.series.label}. If it was made "
            "of another series, the two differ for that reason too."
        )
    report(1.0, "Counted")
    resolution = Resolution(wish.fwhm_mm or 0.0, measured=False)
    return Audit(wish, resolution, other.label, 0, (), foci, 0, tuple(cautions))


def require_same_grid(image: LoadedImage, other: Series) -> None:
    """Raises StationError where a series cannot be laid on the image voxel by voxel."""
    if other.problem is not None:
        raise StationError(other.problem)
    grid = image.volume.geometry
    if other.geometry is None or not grid.same_grid(other.geometry):
        raise StationError(
            f"{other.label} is on another grid than {image.series.label}. Denoise without "
            "resampling, so that every voxel stays in its place."
        )
    if not same_patient_space(image.series, other):
        raise StationError(
            f"{other.label} has another frame of reference than {image.series.label}, so a place "
            "in one is not a place in the other."
        )
