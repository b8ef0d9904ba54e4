"""A series in memory, in the unit it is read in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from station.errors import SuvError
from station.pet.study import Series, StoredImage
from station.pet.suv import (
    InputName,
    Source,
    SuvConversion,
    SuvInput,
    TypedInput,
    suv_conversion,
    suv_inputs,
)
from station.pet.voi import Measurement, PeakRule, Point, Voi, measure
from station.pet.volume import Unit, Volume

SAMPLE_STEP = 4
"""Every fourth voxel along each axis is enough to find the body and the peak."""
BODY_LEVEL = 0.02
"""The body's voxels are above this fraction of the peak: 0.1–0.2 SUV in a whole-body FDG scan."""
BODY_LEVEL_HU = -300.0
BODY_SHARE = 0.01
"""A plane contains some of the body if at least this fraction of its sampled voxels do."""
PEAK_PERCENTILE = 99.8
POSSIBLE_SHARE = 1.3
"""Of the injected activity that is left, no image holds more than this; scanners are calibrated to
a tenth"""
LEAST_SHARE = 0.2
"""An image from head to thigh holds two thirds; one that holds less than this fraction of the
injected activity has a wrong dose, weight or time"""
WHOLE_BODY_MM = 600.0
"""An image that extends at least this far along the patient holds most of the activity"""
OF_BODY_SIZE = frozenset({InputName.HEIGHT_M, InputName.SEX})
"""Inputs that SUVbw does not depend on"""


@dataclass(frozen=True, eq=False)
class LoadedImage:
    """A series in memory, in the unit it is read in."""

    series: Series
    stored: StoredImage
    volume: Volume
    conversion: "SuvConversion | None"
    """None: not a PET, or SUV was refused for the reason in `suv_problem`"""
    inputs: "tuple[SuvInput, ...]"
    suv_problem: str | None
    peak: float
    """The hottest 0.2 % of the body's voxels exceed it: the upper bound of a window without SUV"""
    body_mm: tuple[Point, Point]
    """Box around the body (low, high) in LPS"""

    @property
    def has_suv(self) -> bool:
        return self.volume.unit.is_suv

    @property
    def weight_kg(self) -> float | None:
        """The patient's weight that its SUV was computed with; None: without SUV, or unknown."""
        if self.conversion is None:
            return None
        values = (
            row.value for row in self.conversion.inputs if row.typed_as is InputName.WEIGHT_KG
        )
        return next((float(value) for value in values if isinstance(value, int | float)), None)

    @property
    def typed(self) -> tuple[SuvInput, ...]:
        """The inputs of its SUV that a person entered in place of the header's."""
        if self.conversion is None:
            return ()
        unused = OF_BODY_SIZE if self.conversion.unit is Unit.SUV_BW else frozenset[InputName]()
        return tuple(
            row
            for row in self.conversion.inputs
            if row.source is Source.TYPED and row.typed_as not in unused
        )

    @property
    def cautions(self) -> tuple[str, ...]:
        """Everything that makes its SUV doubtful: typed inputs, assumptions, contradictions.

        They accompany every number measured in it, wherever it goes.
        """
        if self.conversion is None:
            return () if self.suv_problem is None else (self.suv_problem,)
        typed = (f"{row.name}: {_text(row)} was {row.note}." for row in self.typed)
        return (*typed, *self.conversion.warnings)

    @property
    def mark(self) -> str:
        """The cautions in two or three words, for the image itself; empty where there is none."""
        typed = self.typed
        if len(typed) == 1:
            return f"{typed[0].name.lower()} typed"
        if typed:
            return f"{len(typed)} inputs typed"
        return "SUV with caution" if self.conversion and self.conversion.warnings else ""


def measure_image(image: LoadedImage, voi: Voi, peak: PeakRule = PeakRule.GLOBAL) -> Measurement:
    """What a VOI measures in an image, with all that makes the image's SUV doubtful."""
    measurement = measure(image.volume, voi, peak)
    return replace(measurement, warnings=(*image.cautions, *measurement.warnings))


def as_point(position: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> Point:
    return float(position[0]), float(position[1]), float(position[2])


def convert(
    series: Series, stored: StoredImage, typed: Sequence[TypedInput], unit: Unit
) -> LoadedImage:
    """The image of stored pixels, converted with these typed SUV inputs."""
    conversion: SuvConversion | None = None
    inputs: tuple[SuvInput, ...] = ()
    problem: str | None = None
    if series.suv is not None:
        inputs = suv_inputs(series.suv, typed)
        try:
            conversion = suv_conversion(series.suv, unit, typed, series.label)
        except SuvError as error:
            problem = str(error)
    if conversion is None:
        # Values that claim to be SUV but were refused are not SUV: they are shown as bare numbers.
        volume = stored.volume(1.0, Unit.STORED) if stored.unit.is_suv else stored.volume()
    else:
        volume = stored.volume(conversion.factor, conversion.unit)
        inputs = conversion.inputs
        if sentence := _implausible_total(volume, inputs):
            conversion = replace(conversion, warnings=(*conversion.warnings, sentence))
    peak, body = _survey(volume)
    return LoadedImage(series, stored, volume, conversion, inputs, problem, peak, body)


def activity_share(volume: Volume, weight_kg: float) -> float:
    """The activity in an image in SUVbw as a fraction of what is left of the injected.

    The mean SUVbw of everything that holds activity is 1 by its definition, if a gram is a
    millilitre: the sum of SUV times volume is the weight. From every SAMPLE_STEP-th voxel.
    """
    sample = volume.voxels[::SAMPLE_STEP, ::SAMPLE_STEP, ::SAMPLE_STEP]
    voxel_ml = abs(float(np.linalg.det(volume.affine[:3, :3]))) / 1000
    mean = float(np.nanmean(sample)) if np.isfinite(sample).any() else 0.0
    return mean * volume.voxels.size * voxel_ml / (weight_kg * 1000)


def _implausible_total(volume: Volume, inputs: Sequence[SuvInput]) -> str | None:
    """A sentence where the image holds more, or far less, activity than was injected."""
    weight_kg = next((row.value for row in inputs if row.typed_as is InputName.WEIGHT_KG), None)
    if volume.unit is not Unit.SUV_BW or not isinstance(weight_kg, float) or not weight_kg > 0:
        return None
    share = activity_share(volume, weight_kg)
    along_mm = volume.shape[0] * volume.geometry.spacing_mm[0]
    whole_body = along_mm >= WHOLE_BODY_MM
    if share <= POSSIBLE_SHARE and (share >= LEAST_SHARE or not whole_body):
        return None
    return (
        f"The image holds {share:.2g} times the injected activity that is left, which is not "
        "plausible. Check injected activity, weight and times."
    )


def _survey(volume: Volume) -> tuple[float, tuple[Point, Point]]:
    """The peak, and the box around the body in LPS, from every SAMPLE_STEP-th voxel."""
    sample = volume.voxels[::SAMPLE_STEP, ::SAMPLE_STEP, ::SAMPLE_STEP]
    finite = sample[np.isfinite(sample)]
    if finite.size == 0:
        return 1.0, _whole(volume)
    if volume.unit is Unit.HU:
        peak = float(finite.max())
        inside = sample > BODY_LEVEL_HU
    else:
        positive = finite[finite > 0]
        rough = float(np.percentile(positive, PEAK_PERCENTILE)) if positive.size else 1.0
        body = finite[finite > BODY_LEVEL * rough]
        peak = float(np.percentile(body, PEAK_PERCENTILE)) if body.size else 1.0
        inside = sample > BODY_LEVEL * peak
    return peak if peak > 0 else 1.0, _box(volume, inside)


def _box(volume: Volume, inside: NDArray[np.bool_]) -> tuple[Point, Point]:
    low = np.zeros(3)
    high = np.array(volume.shape, dtype=np.float64) - 1
    for axis in range(3):
        others = tuple(other for other in range(3) if other != axis)
        share = inside.mean(axis=others)
        touched = np.flatnonzero(share >= BODY_SHARE)
        if touched.size:
            low[axis] = max(float(touched[0] - 1) * SAMPLE_STEP, 0.0)
            high[axis] = min(float(touched[-1] + 1) * SAMPLE_STEP, high[axis])
    corners = volume.geometry.to_patient(
        np.array([[(low, high)[bit >> axis & 1][axis] for axis in range(3)] for bit in range(8)])
    )
    return as_point(corners.min(axis=0)), as_point(corners.max(axis=0))


def _whole(volume: Volume) -> tuple[Point, Point]:
    low, high = volume.geometry.bounds_mm
    return as_point(low), as_point(high)


def _text(row: SuvInput) -> str:
    value = f"{row.value:g}" if isinstance(row.value, int | float) else str(row.value)
    return f"{value} {row.unit}".strip()
