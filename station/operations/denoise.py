"""What `station denoise` and `station filter` do: a derived PET series next to its source."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.dicom.folders import require_new
from station.errors import StationError, SuvError
from station.operations.denoiser import Denoiser, denoised
from station.operations.images import find_series, load_image
from station.pet.derivation import Card, Derivation, DerivedHeader, derived_series, new_header
from station.pet.loaded import LoadedImage
from station.pet.study import Series, Study
from station.pet.suitability import cautions, unfilterable, unsuitable
from station.pet.suv import suv_conversion
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent

FOUND, READ, COMPUTED = 0.05, 0.1, 0.9
"""Shares of the progress: headers, pixels, and the work itself; the rest is writing"""


@dataclass(frozen=True, eq=False)
class Made:
    """A series that was written."""

    source: Series
    series: Series
    folder: Path
    steps: tuple[str, ...]
    """What was done to the source, oldest first"""
    cautions: tuple[str, ...] = ()
    network: Card | None = None


Refusal = Callable[[Series, Unit], str | None]


def denoise_paths(
    paths: Sequence[Path],
    series_uid: str | None,
    out: Path,
    denoiser: Callable[[], Denoiser],
    unpack_into: Path,
    report: Report = silent,
    *,
    resample: bool = False,
    assume_unfiltered: bool = False,
    made_of: str = "",
) -> Made:
    """Denoise the PET `series_uid`, or the only suitable one, into the new folder `out`.

    `denoiser` is called once there is something to denoise; `made_of`: see `new_header`. Raises
    StationError where there is nothing, more than one and none named, or the work cannot be done.
    """

    def refusal(series: Series, unit: Unit) -> str | None:
        return unsuitable(series, unit, assume_unfiltered=assume_unfiltered)

    require_new(out, "the DL series")
    study, image = _chosen(paths, series_uid, refusal, "denoised", unpack_into, report)
    network = denoiser()
    reporting = part(report, READ, COMPUTED)
    volume, derivation = denoised(network, image, reporting, resample=resample)
    card = network.card
    header = new_header(derivation, study, made_of)
    return _written(image, volume, header, out, cautions(image.series, study), card, report)


def filter_paths(
    paths: Sequence[Path],
    series_uid: str | None,
    out: Path,
    fwhm_mm: float,
    unpack_into: Path,
    report: Report = silent,
    *,
    assume_unfiltered: bool = False,
    made_of: str = "",
) -> Made:
    """Filter the PET `series_uid`, or the only unfiltered one, with a Gaussian of `fwhm_mm`.

    In SUV where there is SUV, else in the unit of the series. `made_of` and what it raises as
    `denoise_paths`.
    """
    from station.pet.filters import gaussian

    def refusal(series: Series, unit: Unit) -> str | None:
        return unfilterable(series, unit, assume_unfiltered=assume_unfiltered)

    require_new(out, "the filtered series")
    study, image = _chosen(paths, series_uid, refusal, "filtered", unpack_into, report)
    volume = gaussian(image.volume, fwhm_mm, part(report, READ, COMPUTED))
    header = new_header(Derivation.gaussian(fwhm_mm), study, made_of)
    return _written(image, volume, header, out, (), None, report)


def as_json(made: Made) -> dict[str, Any]:
    """What was written, as JSON-able values."""
    card = made.network
    return {
        "out": str(made.folder),
        "series_uid": made.series.uid,
        "series_number": made.series.number,
        "description": made.series.description,
        "role": str(made.series.role),
        "source_series_uid": made.source.uid,
        "derivation": made.series.derivation,
        "steps": list(made.steps),
        "network": None
        if card is None
        else {
            "title": card.title,
            "version": card.version,
            "sha256": card.sha256,
        },
        "cautions": list(made.cautions),
    }


def _chosen(
    paths: Sequence[Path],
    series_uid: str | None,
    refusal: Refusal,
    done: str,
    unpack_into: Path,
    report: Report,
) -> tuple[Study, LoadedImage]:
    """The series to work on, read, in SUVbw where it has SUV."""
    wanted = () if series_uid is None else (series_uid,)
    every = find_series(paths, wanted, unpack_into, part(report, 0.0, FOUND))
    study, series = _choice(every, refusal, done)
    return study, load_image(series, report=part(report, FOUND, READ))


def _choice(
    every: Sequence[tuple[Study, Series]], refusal: Refusal, done: str
) -> tuple[Study, Series]:
    refusals = [refusal(series, _unit(series)) for _, series in every]
    suitable = [pair for pair, refused in zip(every, refusals, strict=True) if refused is None]
    if len(suitable) == 1:
        return suitable[0]
    if suitable:
        names = " or ".join(f"{series.uid} ({series.label})" for _, series in suitable)
        raise StationError(f"Several series can be {done}. Choose one: --series {names}.")
    reasons = [refused for refused in refusals if refused]
    if len(reasons) == 1:
        raise StationError(reasons[0])
    raise StationError(f"None of the {len(reasons)} PET series can be {done}. {' '.join(reasons)}")


def _unit(series: Series) -> Unit:
    """The unit in which the series will be read."""
    if series.suv is None:
        return series.unit
    try:
        return suv_conversion(series.suv).unit
    except SuvError:
        return Unit.STORED if series.unit.is_suv else series.unit


def _written(
    image: LoadedImage,
    volume: Volume,
    header: DerivedHeader,
    out: Path,
    remarks: tuple[str, ...],
    card: Card | None,
    report: Report,
) -> Made:
    from station.dicom.derived_pet import write_derived_pet

    source = image.series
    rest = part(report, COMPUTED, 1.0)
    write_derived_pet(volume, source, header, out, image.conversion, rest)
    steps = volume.provenance.steps
    return Made(source, derived_series(source, header), out, steps, remarks, card)
