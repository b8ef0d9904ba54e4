"""What the VOIs of the state measure in the images it shows: the rows of table, plot and export."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from weakref import WeakKeyDictionary

import numpy as np

from station.app.language import tr
from station.app.state import PET_SLOTS, Slot, State
from station.app.viewing.pairing import stale_caution
from station.errors import StationError
from station.pet.loaded import LoadedImage, measure_image
from station.pet.pairing import link_caution
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.voi import (
    Isocontour,
    Measurement,
    PeakRule,
    Sphere,
    Threshold,
    ThresholdRule,
    Voi,
    inside,
    measure,
    percist_liver_threshold,
)
from station.pet.volume import Geometry, Unit, Volume
from station.pet.words import finite


class Statistic(StrEnum):
    """A column set of the VOI table."""

    MAX = "SUVmax"
    PEAK = "SUVpeak"
    MEAN = "SUVmean"
    MTV = "MTV"
    """Metabolic tumour volume in mL, of contours and masks"""
    TLG = "TLG"
    """Total lesion glycolysis, SUVmean · mL"""

    @property
    def is_volume(self) -> bool:
        """Whether it says how much there is: such a figure has no ratio to a reference tissue."""
        return self in (Statistic.MTV, Statistic.TLG)

    def of(self, measurement: Measurement) -> float:
        match self:
            case Statistic.MTV:
                return measurement.volume_ml
            case Statistic.TLG:
                return measurement.tlg
            case Statistic.MAX:
                return measurement.maximum
            case Statistic.PEAK:
                return measurement.peak
            case Statistic.MEAN:
                return measurement.mean


@dataclass(frozen=True)
class VoiRow:
    """One VOI in the images shown; None where there is no image."""

    voi: PlacedVoi
    conventional: Measurement | None
    denoised: Measurement | None

    @property
    def same_unit(self) -> bool:
        """Whether a difference of the two means something."""
        one, other = self.conventional, self.denoised
        return one is not None and other is not None and one.unit is other.unit

    @property
    def measurements(self) -> tuple[tuple[Slot, Measurement | None], ...]:
        return ((Slot.CONVENTIONAL, self.conventional), (Slot.DENOISED, self.denoised))


class Measuring:
    """Measures what changed and remembers the rest, as long as the image is in memory."""

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[LoadedImage, dict[tuple[Voi, PeakRule], Measurement]] = (
            WeakKeyDictionary()
        )
        self._masks: WeakKeyDictionary[LoadedImage, dict[Voi, Volume]] = WeakKeyDictionary()

    def rows(self, state: State) -> tuple[VoiRow, ...]:
        """A row a VOI, in the order they were placed."""
        images = [state.image(slot) for slot in PET_SLOTS]
        self._forget_all_but({voi.shape for voi in state.every_voi})
        caution = pair_caution(state)
        return tuple(self._row(state, voi, images, caution) for voi in state.vois)

    def _row(
        self,
        state: State,
        voi: PlacedVoi,
        images: Sequence[LoadedImage | None],
        caution: str | None,
    ) -> VoiRow:
        values = [
            None if image is None else self.measured(image, voi.shape, state.peak_rule)
            for image in images
        ]
        if caution is not None:
            values = [
                None if one is None else replace(one, warnings=(*one.warnings, caution))
                for one in values
            ]
        return VoiRow(voi, *values)

    def _forget_all_but(self, shapes: set[Voi]) -> None:
        """Of every image, the CT's too: a drag leaves a shape behind at each step."""
        for known in self._known.values():
            for gone in [key for key in known if key[0] not in shapes]:
                del known[gone]
        for masks in self._masks.values():
            for gone in [shape for shape in masks if shape not in shapes]:
                del masks[gone]

    def measured(self, image: LoadedImage, shape: Voi, rule: PeakRule) -> Measurement:
        """What a VOI measures in an image, measured once."""
        known = self._known.setdefault(image, {})
        key = (shape, rule)
        measured = known.get(key)
        if measured is None:
            measured = known[key] = measure_image(image, shape, rule)
        return measured

    def mask(self, image: LoadedImage, shape: Voi) -> Volume:
        """The voxels of an image that a VOI holds, 1 among 0: a piece of the image's grid."""
        known = self._masks.setdefault(image, {})
        if shape not in known:
            region = inside(shape, image.volume)
            # A rim of zeros, so that a line can be drawn round it.
            values = np.pad(region.inside.astype(np.float32), 1)
            corner = image.volume.geometry.to_patient(np.array(region.first) - 1)
            affine = np.array(image.volume.affine)
            affine[:3, 3] = corner
            grid = Geometry(values.shape, affine)
            known[shape] = Volume(values, grid, Unit.STORED)
        return known[shape]


def pair_caution(state: State) -> str | None:
    """What is to be known of every value of the second image next to the first."""
    # An image of another study is not measured with this one.
    pair = [None if state.guest(slot) else state.series(slot) for slot in PET_SLOTS]
    caution, stale = link_caution(pair[0], pair[1]), stale_caution(state)
    return " ".join(one for one in (caution, stale) if one) or None


def warm_up(volume: Volume) -> None:
    """Compile, or fetch from disk, what measuring in this volume needs: off the GUI thread."""
    x, y, z = volume.geometry.centre_mm
    sphere = Sphere((float(x), float(y), float(z)), 0.5)
    for shape in (sphere, Isocontour(sphere, Threshold(ThresholdRule.PERCENT_OF_MAX, 0.5))):
        for rule in PeakRule:
            measure(volume, shape, rule)


def percist_threshold(liver: Measurement | None) -> Threshold:
    """The PERCIST threshold of the liver VOI. Raises StationError where there is none."""
    if liver is None:
        raise StationError(tr("The PERCIST liver threshold needs the liver VOI. Place it first."))
    return Threshold(ThresholdRule.PERCIST_LIVER, percist_liver_threshold(liver), liver.unit)


def reference_row(rows: tuple[VoiRow, ...], site: str | None) -> VoiRow | None:
    """The row of the site that ratios are taken to: the aortic arch in paper 000's protocol."""
    placed = (row for row in rows if row.voi.kind is SiteKind.REFERENCE)
    return next((row for row in placed if row.voi.site == site), None)


@dataclass(frozen=True)
class Figures:
    """What the table and the plot show of a VOI: a statistic, or its ratio to a reference."""

    conventional: float | None
    denoised: float | None
    comparable: bool
    """Whether the two may be subtracted and plotted against each other"""

    @property
    def change(self) -> tuple[float | None, float | None]:
        """(DL − conventional, the same in per cent)."""
        return change(self.conventional, self.denoised) if self.comparable else (None, None)

    @property
    def pair(self) -> tuple[float, float] | None:
        """(conventional, DL) where both are there and comparable."""
        if self.conventional is None or self.denoised is None or not self.comparable:
            return None
        return self.conventional, self.denoised


def figures(
    row: VoiRow, statistic: Statistic, reference: VoiRow | None, *, as_ratio: bool
) -> Figures:
    """The statistic of a row in both images, or with `as_ratio` its ratio to the reference row.

    A ratio has no unit, so images in SUV and in Bq/mL can be compared by it; a CT can not.
    """
    values: list[float | None] = []
    there = [one for _, one in row.measurements if one is not None]
    for slot, measurement in row.measurements:
        value = finite(None if measurement is None else statistic.of(measurement))
        if statistic.is_volume:
            # A sphere has the volume that it was given, and an HU or a count is not glycolysis.
            fits = measurement is not None and measurement.unit is not Unit.HU
            if statistic is Statistic.TLG:
                fits = measurement is not None and measurement.unit.is_suv
            value = value if fits and not isinstance(row.voi.shape, Sphere) else None
        elif as_ratio:
            other = dict(reference.measurements)[slot] if reference is not None else None
            activity = measurement is not None and measurement.unit is not Unit.HU
            below = finite(statistic.of(other)) if other is not None and activity else None
            value = ratio(value, below)
        values.append(value)
    as_ratio = as_ratio and not statistic.is_volume
    comparable = row.same_unit or (as_ratio and all(one.unit is not Unit.HU for one in there))
    return Figures(values[0], values[1], comparable)


def ratio(value: float | None, reference: float | None) -> float | None:
    """value / reference; None where either is missing or the reference is not positive."""
    if value is None or reference is None or not reference > 0:
        return None
    return value / reference


def change(conventional: float | None, denoised: float | None) -> tuple[float | None, float | None]:
    """(DL − conventional, the same in per cent of conventional)."""
    if conventional is None or denoised is None:
        return None, None
    difference = denoised - conventional
    return difference, None if not conventional > 0 else difference / conventional * 100
