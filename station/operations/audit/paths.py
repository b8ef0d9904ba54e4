"""What `station audit` does: it chooses the image, and makes, writes or takes back both arms."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from station.errors import StationError
from station.operations.audit.exchange import TakenArms, read_plan, taken_back, write_copies
from station.operations.audit.pairs import paired
from station.operations.audit.run import Audit, OwnArms, Plan, Wish, audited, planned, require_wish
from station.operations.denoiser import Denoiser
from station.operations.images import PetCt, find_series, load_pet_ct
from station.pet.loaded import LoadedImage
from station.pet.study import Role, Series, Study
from station.pet.suitability import fits_network, one_bed, unsuitable
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent

FOUND, READ, PLANNED = 0.02, 0.06, 0.15
"""Shares of the progress: headers, pixels, organs"""
OURS = "ours"


@dataclass(frozen=True, eq=False)
class Source:
    """The unfiltered image that is audited."""

    study: Study
    series: Series
    images: PetCt

    @property
    def image(self) -> LoadedImage:
        return self.images.pet

    @property
    def ct(self) -> Volume | None:
        ct = self.images.ct
        return None if ct is None or ct.volume.unit is not Unit.HU else ct.volume


def audit_refusal(series: Series, unit: Unit, *, assume_unfiltered: bool = False) -> str | None:
    """Why a series cannot be audited, as a sentence; None where it can."""
    return unsuitable(series, unit, assume_unfiltered=assume_unfiltered) or one_bed(series)


def source_in(
    paths: Sequence[Path],
    series_uid: str | None,
    unpack_into: Path,
    report: Report = silent,
    *,
    assume_unfiltered: bool = False,
) -> Source:
    """The unfiltered PET of the paths, or the one named. Raises StationError if it is not one."""
    wanted = () if series_uid is None else (series_uid,)
    every = find_series(paths, wanted, unpack_into, part(report, 0.0, 0.3))

    def refusal(series: Series) -> str | None:
        # Whether there is SUV is known when it is read.
        return audit_refusal(series, Unit.SUV_BW, assume_unfiltered=assume_unfiltered)

    suitable = [(study, series) for study, series in every if refusal(series) is None]
    if len(suitable) > 1:
        names = " or ".join(f"{series.uid} ({series.label})" for _, series in suitable)
        raise StationError(f"Several series can be audited. Choose one: --series {names}.")
    if not suitable:
        reasons = dict.fromkeys(filter(None, (refusal(series) for _, series in every)))
        if len(reasons) > 1:
            raise StationError(f"No PET series can be audited. {' '.join(reasons)}")
        raise StationError(" ".join(reasons))
    study, series = suitable[0]
    images = load_pet_ct(study, series, report=part(report, 0.3, 1.0))
    return as_source(study, images, assume_unfiltered=assume_unfiltered)


def as_source(study: Study, images: PetCt, *, assume_unfiltered: bool = False) -> Source:
    """Images in memory as what is audited. Raises StationError where they are not suitable."""
    image = images.pet
    refused = audit_refusal(image.series, image.volume.unit, assume_unfiltered=assume_unfiltered)
    if refused is not None:
        raise StationError(f"{refused} {image.suv_problem or ''}".strip())
    return Source(study, image.series, images)


def audit_source(
    source: Source,
    wish: Wish,
    network: Callable[[], Denoiser],
    report: Report = silent,
    *,
    resample: bool = False,
) -> Audit:
    """Audit a network on an image; `network` is called when there is something for it to do."""
    _require_voxels(source.image, resample)
    plan = planned(source.image, source.ct, wish, part(report, 0.0, 0.1))
    arms = OwnArms(source.image, network(), wish.filter_fwhm_mm, resample)
    return audited(source.image, plan, arms, part(report, 0.1, 1.0))


def _require_voxels(image: LoadedImage, resample: bool) -> None:
    """As the denoiser does, before the organs are looked for."""
    spacing = image.volume.spacing_mm
    if not resample and not fits_network(spacing):
        size = " × ".join(f"{mm:.3g}" for mm in spacing)
        raise StationError(
            f"{image.series.label} has voxels of {size} mm, and our networks work on 2 mm. Allow "
            "resampling (--resample): the audit then holds for the resampled way."
        )


def audit_paths(
    paths: Sequence[Path],
    series_uid: str | None,
    wish: Wish,
    denoiser: str,
    network: Callable[[str | None], Denoiser],
    unpack_into: Path,
    report: Report = silent,
    *,
    resample: bool = False,
    assume_unfiltered: bool = False,
) -> tuple[Source, Audit]:
    """Audit "ours", a model by its id, or a DL series of the same paths by its UID.

    Of a series only what the pair shows is told: inserts cannot be put into it any more. Raises
    StationError where that cannot be done.
    """
    require_wish(wish)
    source = source_in(
        paths, series_uid, unpack_into, part(report, 0.0, READ), assume_unfiltered=assume_unfiltered
    )
    rest = part(report, READ, 1.0)
    if _is_uid(denoiser):
        other = _named(source.study, denoiser)
        return source, paired(source.image, source.ct, other, wish, rest)
    model = None if denoiser == OURS else denoiser
    return source, audit_source(source, wish, lambda: network(model), rest, resample=resample)


def _is_uid(text: str) -> bool:
    return text.count(".") >= 2 and text.replace(".", "").isdecimal()


def _named(study: Study, uid: str) -> Series:
    found = next((series for series in study.series if series.uid == uid), None)
    if found is None:
        raise StationError(f"There is no series {uid} in the study of the image. Name one of it.")
    if found.role is not Role.DENOISED:
        raise StationError(
            f"{found.label} does not say that it is a DL image. Name the denoised series, ours, or "
            "the id of a network."
        )
    return found


def write_paths(
    paths: Sequence[Path],
    series_uid: str | None,
    wish: Wish,
    folder: Path,
    unpack_into: Path,
    report: Report = silent,
    *,
    assume_unfiltered: bool = False,
) -> Plan:
    """Write copies of the image with inserts as DICOM, for a denoiser that we cannot run."""
    from station.dicom.folders import require_new

    require_wish(wish)
    require_new(folder, "the copies with inserts")
    source = source_in(
        paths, series_uid, unpack_into, part(report, 0.0, READ), assume_unfiltered=assume_unfiltered
    )
    plan = planned(source.image, source.ct, wish, part(report, READ, PLANNED))
    write_copies(source.image, source.study, plan, folder, part(report, PLANNED, 1.0))
    return plan


def audit_taken_back(
    paths: Sequence[Path],
    copies: Path,
    results: Path,
    unpack_into: Path,
    report: Report = silent,
) -> tuple[Source, Audit]:
    """Complete the audit of copies that another denoiser has worked on.

    `paths` hold the original image, `copies` is the folder that `write_paths` wrote, `results` what
    the denoiser made of it. Raises StationError where they do not belong together.
    """
    written = read_plan(copies)
    source = source_in(
        paths, written.source_uid, unpack_into, part(report, 0.0, READ), assume_unfiltered=True
    )
    plan = written.plan(source.image, source.ct, part(report, READ, PLANNED))
    found = taken_back(written, source.image, results, unpack_into, part(report, PLANNED, 0.25))
    arms = TakenArms(source.image, found, plan.wish.filter_fwhm_mm)
    return source, audited(source.image, plan, arms, part(report, 0.25, 1.0))
