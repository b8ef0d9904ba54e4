"""Copies with known lesions for a denoiser that Station cannot run, and its results back.

A folder of copies holds a DICOM series for each copy, the first of them without inserts, and
audit.json: what is where, which the results are judged by.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.operations.audit.figures import CONVENTIONAL, DENOISED
from station.operations.audit.pairs import require_same_grid
from station.operations.audit.run import Box, Image, Plan, Resolution, Wish, filtered, require_wish
from station.operations.audit.sites import sites_of
from station.operations.images import load_in_suvbw
from station.pet.derivation import Derivation, DerivedHeader, new_header
from station.pet.inserts.planting import Insert, Kind, plant
from station.pet.loaded import LoadedImage
from station.pet.study import RESEARCH_MARK, Role, Series, Study
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent

FILE = "audit.json"
FORMAT = 1
MARK = "TEST LESIONS"
"""In the description of every copy, with its number"""
WHAT = "the copies with inserts"


def mark_of(number: int) -> str:
    """`TEST LESIONS 03`; 0 is the copy without any."""
    return f"{MARK} {number:02d}"


def write_copies(
    image: LoadedImage, study: Study, plan: Plan, folder: Path, report: Report = silent
) -> None:
    """A series for the image without inserts and for each copy with them, and audit.json, into a
    new folder: all or nothing. Raises StationError where it cannot be written."""
    from station.dicom.derived_pet import write_derived_pet
    from station.dicom.folders import whole_folder
    from station.whole_file import require_space

    every: tuple[tuple[Insert, ...], ...] = ((), *plan.images)
    size = image.volume.voxels.size * 2 * len(every)
    require_space(folder, size, "The copies need", "ask for fewer inserts")
    uids: list[str] = []
    with whole_folder(folder, WHAT) as partial:
        for number, inserts in enumerate(every):
            share = part(report, number / len(every), (number + 1) / len(every))
            share(0.0, f"Writing copy {number} of {len(plan.images)}")
            header = _header(study, number)
            volume = image.volume
            if inserts:
                volume, _ = plant(volume, inserts, plan.resolution.fwhm_mm)
            into = partial / f"copy-{number:02d}"
            write_derived_pet(volume, image.series, header, into, image.conversion, share)
            uids.append(header.uid)
        text = json.dumps(_as_json(image.series, plan, uids), indent=1)
        (partial / FILE).write_text(text, encoding="utf-8")


def _header(study: Study, number: int) -> DerivedHeader:
    derivation = Derivation(
        role=Role.UNFILTERED,
        suffix=f" {mark_of(number)} {RESEARCH_MARK}",
        text=(
            "TEST IMAGE, FOR RESEARCH ONLY, not for diagnosis: artificial spheres that the patient "
            "does not have were put in, to test a noise reduction"
            if number
            else "TEST IMAGE, FOR RESEARCH ONLY: an unchanged copy, to test a noise reduction"
        ),
    )
    header = new_header(derivation, study)
    return DerivedHeader(header.uid, header.number + number, derivation)


def _fingerprint(series: Series) -> str:
    """Of the files that the copies were made of."""
    table = series.slices
    return sha256("\n".join(table.sop_uids if table else ()).encode()).hexdigest()


def _as_json(series: Series, plan: Plan, uids: Sequence[str]) -> dict[str, Any]:
    wish = plan.wish
    return {
        "station_audit": FORMAT,
        "source_series_uid": series.uid,
        "source_sha256": _fingerprint(series),
        "copies": list(uids),
        "resolution_fwhm_mm": plan.resolution.fwhm_mm,
        "resolution_measured": plan.resolution.measured,
        "filter_fwhm_mm": wish.filter_fwhm_mm,
        "diameters_mm": list(wish.diameters_mm),
        "contrasts": list(wish.contrasts),
        "sites": list(wish.sites),
        "n": wish.n,
        "seed": wish.seed,
        "images": [
            [
                {
                    "site": insert.kind.site,
                    "diameter_mm": insert.kind.diameter_mm,
                    "contrast": insert.kind.contrast,
                    "centre_lps_mm": list(insert.centre_mm),
                    "place": insert.place,
                }
                for insert in inserts
            ]
            for inserts in plan.images
        ],
    }


# --- back ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class WrittenPlan:
    """What audit.json holds."""

    folder: Path
    source_uid: str
    source_sha256: str
    copies: tuple[str, ...]
    """Series UIDs, that without inserts first"""
    wish: Wish
    resolution: Resolution
    images: tuple[tuple[Insert, ...], ...]

    def plan(self, image: LoadedImage, ct: Volume | None, report: Report = silent) -> Plan:
        """The plan on the original image. Raises StationError where that is another one."""
        from station.quality.landmarks import find_landmarks

        if _fingerprint(image.series) != self.source_sha256:
            raise StationError(
                f"{image.series.label} has other slices than the image that {self.folder} was "
                "made of. Give the folder of the original study."
            )
        landmarks = find_landmarks(image.volume, ct, report)
        sites = sites_of(image.volume, landmarks.view, landmarks.organs, self.wish.sites)
        return Plan(self.wish, self.resolution, sites, self.images)


def read_plan(folder: Path) -> WrittenPlan:
    """audit.json of a folder of copies. Raises StationError where it is not one, or is damaged."""
    path = folder / FILE
    try:
        content = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
        if content["station_audit"] != FORMAT:
            raise StationError(
                f"{path} was written by another version of Station. Write the copies again."
            )
        wish = Wish(
            tuple(map(float, content["diameters_mm"])),
            tuple(map(float, content["contrasts"])),
            tuple(map(str, content["sites"])),
            int(content["n"]),
            int(content["seed"]),
            float(content["resolution_fwhm_mm"]),
            float(content["filter_fwhm_mm"]),
        )
        resolution = Resolution(
            float(content["resolution_fwhm_mm"]), bool(content["resolution_measured"])
        )
        images = tuple(tuple(map(_insert, inserts)) for inserts in content["images"])
        copies = tuple(map(str, content["copies"]))
        uid, digest = str(content["source_series_uid"]), str(content["source_sha256"])
    except OSError as error:
        raise StationError(
            f"{path} cannot be read ({error.strerror}). Give the folder that "
            "`station audit --write` made."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StationError(
            f"{path} is damaged or not what `station audit --write` made. Write the copies again."
        ) from error
    if len(copies) != len(images) + 1:
        raise StationError(f"{path} is damaged: it lacks copies. Write the copies again.")
    require_wish(wish)
    return WrittenPlan(folder, uid, digest, copies, wish, resolution, images)


def _insert(values: Mapping[str, Any]) -> Insert:
    x, y, z = map(float, values["centre_lps_mm"])
    kind = Kind(str(values["site"]), float(values["diameter_mm"]), float(values["contrast"]))
    return Insert(kind, (x, y, z), str(values["place"]))


def taken_back(
    written: WrittenPlan,
    image: LoadedImage,
    results: Path,
    unpack_into: Path,
    report: Report = silent,
) -> tuple[Series, ...]:
    """The denoised series of every copy, in the order of the copies.

    A result belongs to the copy that it names as its source, or whose mark its description keeps.
    Raises StationError where one is missing, is there twice, or is not on the image's grid.
    """
    from station.dicom.load import scan

    found = scan([results], report, unpack_into=unpack_into)
    series = [
        one
        for study in found.studies
        for one in study.series
        if one.is_pet and one.uid not in written.copies and one.uid != image.series.uid
    ]
    if not series:
        raise StationError(
            f"There is no denoised PET series in {results}. Let the denoiser work on all copies in "
            f"{written.folder}, and give the folder of what it made."
        )
    return tuple(
        _result(number, uid, series, image, results) for number, uid in enumerate(written.copies)
    )


def _result(
    number: int, uid: str, series: Sequence[Series], image: LoadedImage, results: Path
) -> Series:
    named = [one for one in series if uid in one.source_series_uids]
    marked = [one for one in series if mark_of(number) in one.description.upper()]
    mine = named or marked
    copy = f"copy-{number:02d}"
    if not mine:
        raise StationError(
            f"{results} holds no denoised image of {copy}: no series names it as its source or has "
            f'"{mark_of(number)}" in its description. Denoise that copy too.'
        )
    if len(mine) > 1:
        names = " and ".join(one.label for one in mine)
        raise StationError(
            f"{results} holds several images of {copy}: {names}. Leave one of them there."
        )
    require_same_grid(image, mine[0])
    return mine[0]


class TakenArms:
    """The filter, and what another denoiser made of the copies."""

    def __init__(
        self, image: LoadedImage, results: Sequence[Series], filter_fwhm_mm: float
    ) -> None:
        self._image = image
        self._results = tuple(results)
        self._filter_fwhm_mm = filter_fwhm_mm
        self._loaded: tuple[int, NDArray[Any]] | None = None
        """The copy that was read last"""

    @property
    def name(self) -> str:
        first = self._results[0]
        made_by = " ".join(word for word in (first.manufacturer, first.model) if word)
        return f'"{first.description}" ({made_by or "maker not named"})'

    @property
    def cautions(self) -> tuple[str, ...]:
        return ()

    def whole(self, report: Report) -> Mapping[str, Image]:
        volume = self._image.volume
        return {
            CONVENTIONAL: filtered(volume, self._filter_fwhm_mm),
            DENOISED: self._voxels(0, report),
        }

    def part(
        self, number: int, with_inserts: Volume, box: Box, report: Report
    ) -> Mapping[str, Image]:
        values = self._voxels(number + 1, report)[box]
        return {CONVENTIONAL: filtered(with_inserts, self._filter_fwhm_mm), DENOISED: values}

    def _voxels(self, number: int, report: Report) -> NDArray[Any]:
        if self._loaded is None or self._loaded[0] != number:
            self._loaded = None  # before the next one is read
            series = self._results[number]
            image = load_in_suvbw(series, report=report)
            if image.volume.unit is not Unit.SUV_BW:
                raise StationError(
                    f"{series.label} has no SUV, so it cannot be compared. "
                    f"{image.suv_problem or ''}".strip()
                )
            voxels = np.asarray(image.volume.voxels, np.float32)
            if number == 0 and np.allclose(
                voxels, self._image.volume.voxels, atol=2e-3, equal_nan=True
            ):
                raise StationError(
                    f"{series.label} is the same as the image it was made of: nothing was denoised."
                )
            self._loaded = number, voxels
        return self._loaded[1]
