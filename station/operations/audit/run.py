"""Known lesions are put into an unfiltered PET; both arms are made of it and looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from station.errors import StationError
from station.operations.audit.figures import (
    CONVENTIONAL,
    DENOISED,
    KindFigures,
    Looked,
    SiteFoci,
    figures_of,
)
from station.operations.audit.resolution import resolution_mm
from station.operations.audit.sites import Sites, sites_of
from station.operations.denoiser import Denoiser, denoised
from station.pet.filters import CONVENTIONAL_FWHM_MM, gaussian, smoothed
from station.pet.foci import MATCH_MM
from station.pet.inserts.placing import SITE_WORDS, drawn
from station.pet.inserts.planting import Insert, Kind, plant, require_kind, require_resolution
from station.pet.inserts.seeing import SHELL_MM, Sight, foci_inside, look
from station.pet.loaded import LoadedImage
from station.pet.suitability import cautions, fits_network
from station.pet.voi import Point
from station.pet.volume import Geometry, Volume
from station.progress import Report, part, saying, silent
from station.quality.measures.scene import box_in, sub_grid

Image = NDArray[Any]
Box = tuple[slice, slice, slice]

SITES = tuple(SITE_WORDS)
DEFAULT_DIAMETERS_MM = (6.0, 8.0, 10.0, 13.0, 17.0)
DEFAULT_CONTRASTS = (2.0, 4.0)
"""Uptake over that of the surroundings: 4 is the lower ratio of NEMA NU 2's spheres"""
DEFAULT_N = 50
LIMITS_N = (5, 500)
MOST_KINDS = 60

AROUND_MM = (18.0, 52.0, 52.0)
"""Of the image along (slice, row, column) that is computed around what is looked at: farther than
any network that is shipped sees, and than the filter reaches"""
MULTIPLE = (16, 8, 8)
"""A box begins at multiples of so many voxels, so that networks see it as in the whole image"""
FOCUS_RADIUS_MM = 5.0
"""Of what is looked for in the image without inserts"""

WHOLE, COUNTED = 0.2, 0.96
"""Shares of the progress: both arms without inserts, and with them"""


@dataclass(frozen=True)
class Wish:
    """What is put in, where, and how often."""

    diameters_mm: tuple[float, ...] = DEFAULT_DIAMETERS_MM
    contrasts: tuple[float, ...] = DEFAULT_CONTRASTS
    sites: tuple[str, ...] = SITES
    n: int = DEFAULT_N
    """Of every size and contrast in every site"""
    seed: int = 1
    fwhm_mm: float | None = None
    """Resolution of the image; None: measured at the edge of the bladder"""
    filter_fwhm_mm: float = CONVENTIONAL_FWHM_MM
    """Of the conventional arm"""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        return tuple(
            Kind(site, diameter, contrast)
            for site in self.sites
            for contrast in self.contrasts
            for diameter in self.diameters_mm
        )


@dataclass(frozen=True)
class Resolution:
    fwhm_mm: float
    measured: bool
    """At the edge of the bladder; else given by a person"""


@dataclass(frozen=True, eq=False)
class Plan:
    """What is put where, in one image."""

    wish: Wish
    resolution: Resolution
    sites: Sites
    images: tuple[tuple[Insert, ...], ...]


@dataclass(frozen=True)
class Audit:
    """What was found."""

    wish: Wish
    resolution: Resolution
    denoiser: str
    """Its name, with the version and weights of a network"""
    images: int
    """Copies of the image that inserts were put into"""
    kinds: tuple[KindFigures, ...]
    foci: tuple[SiteFoci, ...]
    left_out: int
    """Inserts whose surroundings could not be judged"""
    sentences: tuple[str, ...]
    """What to bear in mind"""


class Arms(Protocol):
    """Both arms of the image and of its copies with inserts, float32, by arm."""

    @property
    def name(self) -> str:
        """Of the denoiser."""
        ...

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to bear in mind about the denoiser on this image, in sentences."""
        ...

    def whole(self, report: Report) -> Mapping[str, Image]:
        """Of the image without inserts."""
        ...

    def part(
        self, number: int, with_inserts: Volume, box: Box, report: Report
    ) -> Mapping[str, Image]:
        """Of this box of copy `number`; `with_inserts` is the box with the box's inserts in it."""
        ...


@dataclass(frozen=True, eq=False)
class OwnArms:
    """The filter, and a network that this computer runs."""

    image: LoadedImage
    network: Denoiser
    filter_fwhm_mm: float
    resample: bool = False
    """Whether voxels of another size than the network's are allowed"""

    @property
    def name(self) -> str:
        card = self.network.card
        return f"{card.title} {card.version}, weights SHA-256 {card.sha256[:12]}"

    @property
    def cautions(self) -> tuple[str, ...]:
        return cautions(self.image.series)

    def whole(self, report: Report) -> Mapping[str, Image]:
        volume = self.image.volume
        return {
            CONVENTIONAL: filtered(volume, self.filter_fwhm_mm),
            DENOISED: self._denoised(volume, report),
        }

    def part(
        self, number: int, with_inserts: Volume, box: Box, report: Report
    ) -> Mapping[str, Image]:
        return {
            CONVENTIONAL: filtered(with_inserts, self.filter_fwhm_mm),
            DENOISED: self._denoised(with_inserts, report),
        }

    def _denoised(self, volume: Volume, report: Report) -> Image:
        image = replace(self.image, volume=volume)
        made, _ = denoised(
            self.network,
            image,
            report,
            first_slice=0,
            resample=self.resample and not fits_network(volume.spacing_mm),
        )
        return np.asarray(made.voxels, np.float32)


def filtered(volume: Volume, fwhm_mm: float) -> Image:
    """The conventional arm; slices that were never stored are NaN."""
    if not volume.missing.any():
        return smoothed(np.asarray(volume.voxels, np.float32), fwhm_mm, volume.spacing_mm)
    return np.asarray(gaussian(volume, fwhm_mm).voxels, np.float32)


def require_wish(wish: Wish) -> None:
    """Raises StationError where something else than lesions in organs is wished for."""
    for site in wish.sites:
        if site not in SITE_WORDS:
            raise StationError(f'"{site}" is not a site for inserts. Use {", ".join(SITE_WORDS)}.')
    for what, values in (
        ("size", wish.diameters_mm),
        ("contrast", wish.contrasts),
        ("site", wish.sites),
    ):
        if not values:
            raise StationError(f"Give at least one {what} of inserts.")
        if len(set(values)) < len(values):
            raise StationError(f"A {what} of inserts is given twice. Give each once.")
    low, high = LIMITS_N
    if not low <= wish.n <= high:
        raise StationError(f"{wish.n} inserts of a kind cannot be placed. Give {low} to {high}.")
    if wish.seed < 0:
        raise StationError(f"{wish.seed} is no seed. Choose 0 or a larger whole number.")
    for kind in wish.kinds:
        require_kind(kind)
    if len(wish.kinds) > MOST_KINDS:
        raise StationError(
            f"{len(wish.kinds)} kinds of inserts are too many for one audit. Choose fewer sizes, "
            f"contrasts or sites: at most {MOST_KINDS} together."
        )
    if wish.fwhm_mm is not None:
        require_resolution(wish.fwhm_mm)


def planned(image: LoadedImage, ct: Volume | None, wish: Wish, report: Report = silent) -> Plan:
    """Where the inserts go in this image; the same image and wish give the same places.

    Raises StationError where an organ is not found or too small, or the resolution is not known.
    """
    from station.quality.landmarks import find_landmarks

    require_wish(wish)
    pet = image.volume
    if not pet.geometry.is_aligned:
        raise StationError(
            f"{image.series.label} is tilted against the patient's axes, and organs are looked for "
            "along them. Audit a series with upright slices."
        )
    landmarks = find_landmarks(pet, ct, report)
    resolution = _resolution(pet, landmarks.organs, wish, image.series.label)
    sites = sites_of(pet, landmarks.view, landmarks.organs, wish.sites)
    return Plan(wish, resolution, sites, drawn(sites.rooms, wish.kinds, wish.n, wish.seed))


def _resolution(pet: Volume, organs: object, wish: Wish, label: str) -> Resolution:
    from station.quality.organs import Organs

    if wish.fwhm_mm is not None:
        return Resolution(wish.fwhm_mm, measured=False)
    assert isinstance(organs, Organs)
    found = resolution_mm(pet, organs)
    if found is None:
        raise StationError(
            f"The resolution of {label} cannot be measured: it is taken from the edge of a filled "
            "bladder, and none is in view. Give it: --fwhm-mm, as the scanner's data sheet or a "
            "phantom has it for unfiltered images."
        )
    return Resolution(round(found, 1), measured=True)


def audited(image: LoadedImage, plan: Plan, arms: Arms, report: Report = silent) -> Audit:
    """Both arms of every image of the plan are looked at. Nothing is written.

    Besides the image, both arms of it are in memory, and of its copies only the part around the
    inserts of one organ. `Cancelled` from `report` passes, as does the StationError of an arm.
    """
    pet, fwhm_mm = image.volume, plan.resolution.fwhm_mm
    whole = arms.whole(saying(part(report, 0.0, WHOLE), "Making both arms without inserts"))
    looked: list[Looked] = []
    left_out = 0
    every = [
        (number, group)
        for number, inserts in enumerate(plan.images)
        for group in groups_of(inserts)
    ]
    for done, (number, group) in enumerate(every):
        words = f"Looking at lesions put into copy {number + 1} of {len(plan.images)}"
        low = WHOLE + (COUNTED - WHOLE) * done / len(every)
        high = WHOLE + (COUNTED - WHOLE) * (done + 1) / len(every)
        of_group = saying(part(report, low, high), words)
        of_group(0.0, words)
        box = box_around(pet.geometry, group)
        grid = sub_grid(pet.geometry, box)
        before = Volume(np.array(pet.voxels[box], np.float32), grid, pet.unit, pet.provenance)
        with_them, planted = plant(before, group, fwhm_mm)
        both = arms.part(number, with_them, box, of_group)
        inside = plan.sites.inside(group[0].kind.site, grid)
        for one in planted:
            yes, no = (
                {
                    arm: look(values, grid, inside, one.insert, plan.images[number], fwhm_mm)
                    for arm, values in images.items()
                }
                for images in (both, {arm: values[box] for arm, values in whole.items()})
            )
            if None in yes.values() or None in no.values():
                left_out += 1
            else:
                looked.append(Looked(one, number, _known(yes), _known(no)))
    report(COUNTED, "Counting")
    foci = tuple(foci_of(pet.geometry, plan.sites, site, whole) for site in plan.wish.sites)
    report(1.0, "Counting")
    return Audit(
        plan.wish,
        plan.resolution,
        arms.name,
        len(plan.images),
        figures_of(looked),
        foci,
        left_out,
        (*cautions_of(plan), *arms.cautions),
    )


def foci_of(geometry: Geometry, sites: Sites, site: str, whole: Mapping[str, Image]) -> SiteFoci:
    """What both arms show in an organ where nothing was put in."""
    low, high = sites.bounds_mm(site)
    box = box_in(geometry, low - SHELL_MM[1], high + SHELL_MM[1])
    if box is None:
        return SiteFoci(site, 0.0, dict.fromkeys(whole, 0), dict.fromkeys(whole, 0))
    grid = sub_grid(geometry, box)
    inside = sites.inside(site, grid)
    found = {
        arm: foci_inside(values[box], grid, inside, FOCUS_RADIUS_MM)
        for arm, values in whole.items()
    }
    alone = {
        arm: sum(
            not _near(focus, [p for other in found if other != arm for p in found[other]])
            for focus in foci
        )
        for arm, foci in found.items()
    }
    litres = float(inside.sum()) * grid.voxel_volume_ml / 1000
    return SiteFoci(site, litres, {arm: len(foci) for arm, foci in found.items()}, alone)


def _near(focus: Point, others: Sequence[Point]) -> bool:
    return any(np.linalg.norm(np.subtract(focus, other)) <= MATCH_MM for other in others)


def _known(sights: Mapping[str, Sight | None]) -> dict[str, Sight]:
    return {arm: sight for arm, sight in sights.items() if sight is not None}


def groups_of(inserts: Sequence[Insert]) -> list[tuple[Insert, ...]]:
    """The inserts of an image, those of one organ together."""
    sites = dict.fromkeys(insert.kind.site for insert in inserts)
    return [tuple(one for one in inserts if one.kind.site == site) for site in sites]


def box_around(geometry: Geometry, inserts: Sequence[Insert]) -> Box:
    """The voxels that the arms are computed of, for these inserts to be looked at."""
    index = geometry.to_index(np.array([insert.centre_mm for insert in inserts]))
    reach = np.array([insert.kind.radius_mm + SHELL_MM[1] for insert in inserts])
    sides: list[slice] = []
    for axis, (step, around, multiple, size) in enumerate(
        zip(geometry.spacing_mm, AROUND_MM, MULTIPLE, geometry.shape, strict=True)
    ):
        first = int(np.floor((index[:, axis] - (reach + around) / step).min()))
        end = ceil((index[:, axis] + (reach + around) / step).max()) + 1
        first = max(0, first) // multiple * multiple
        sides.append(slice(first, min(size, end)))
    return sides[0], sides[1], sides[2]


NOISE_CAUTION = (
    "The noise of what was put in grows with its uptake as a rule says that was measured on "
    "simulated OSEM images; another reconstruction may make another noise."
)
SHAPE_CAUTION = (
    "What was put in are even spheres in calm places. Lesions of other shapes, at edges or between "
    "hot organs are harder for either arm, and this page says nothing of them."
)
GIVEN = "The resolution of {fwhm:g} mm was given, not measured."
MEASURED = (
    "The resolution of {fwhm:g} mm was measured at the edge of the bladder; the true one may be a "
    "fifth off, and breathing blurs liver and lung further."
)
ONE_PATIENT = (
    "It holds for this image: this scanner, this dose and duration, this patient. The intervals "
    "are those of more places in the same image, not of other patients."
)


def cautions_of(plan: Plan) -> tuple[str, ...]:
    """What to bear in mind about any audit of one image, in sentences."""
    words = MEASURED if plan.resolution.measured else GIVEN
    return (
        ONE_PATIENT,
        SHAPE_CAUTION,
        words.format(fwhm=plan.resolution.fwhm_mm),
        NOISE_CAUTION,
    )
