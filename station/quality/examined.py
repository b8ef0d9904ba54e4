"""One image as the statistics control sees it, and the lines of the checks."""

from dataclasses import dataclass
from functools import cached_property
from math import isfinite

import numpy as np

from station.errors import SuvError
from station.pet.image_quality import Check, Limits, Status
from station.pet.study import Series
from station.pet.suitability import is_fdg
from station.pet.suv import TypedInput, suv_conversion
from station.pet.suv_rules import Known
from station.pet.voi import LIVER_VOLUME_ML, Point, Sphere
from station.pet.volume import FloatArray, Unit, Volume
from station.quality.landmarks import Landmarks


@dataclass(frozen=True)
class Line:
    """One line of the control: its name, its unit, its limits and their source."""

    name: str
    unit: str
    limits: Limits

    def check(self, value: float, sentence: str, place_mm: Point | None = None) -> Check:
        """A value, compared with the limits."""
        if not isfinite(value):
            return self.impossible("There is no number to measure there.", place_mm)
        return self._check(value, self.limits.status(value), sentence, place_mm)

    def impossible(self, why: str, place_mm: Point | None = None) -> Check:
        return self._check(None, Status.NOT_POSSIBLE, why, place_mm)

    def _check(
        self, value: float | None, status: Status, sentence: str, place_mm: Point | None
    ) -> Check:
        limits = self.limits
        return Check(
            self.name, value, self.unit, limits.interval, status, limits.source, sentence, place_mm
        )


@dataclass(frozen=True, eq=False)
class Examined:
    """One image and the organs found in it."""

    pet: Volume
    """In SUVbw, or else `no_suv` says why not"""
    series: Series
    ct: Volume | None
    """In HU, in the PET's frame of reference"""
    no_ct: str
    no_suv: str | None
    typed: tuple[TypedInput, ...]
    """SUV inputs that a person has entered"""
    landmarks: Landmarks
    liver_mm: Point | None
    """Centre of the liver's sphere, placed by hand"""

    @cached_property
    def known(self) -> Known | None:
        return None if self.series.suv is None else Known(self.series.suv, self.typed)

    @cached_property
    def in_view(self) -> tuple[str, ...]:
        there = {
            "head": self.landmarks.brain is not None,
            "lungs": self.landmarks.has_lungs,
            "liver": self.landmarks.liver is not None,
            "arms": bool(self.landmarks.arms.any()),
        }
        return tuple(name for name, seen in there.items() if seen)

    @cached_property
    def what_is_seen(self) -> str:
        geometry = self.pet.geometry
        low, high = geometry.bounds_mm
        seen = " and ".join(self.in_view) or "none of the expected organs"
        return f"{high[2] - low[2]:.0f} mm of the patient in view, with {seen}"

    @cached_property
    def no_fdg(self) -> str | None:
        """Why the limits for FDG cannot be applied; None if they can."""
        fdg = is_fdg(self.series)
        if fdg:
            return None
        if fdg is None:
            return "The header does not say which tracer was given, and the limits are for FDG."
        drug = self.series.suv.radiopharmaceutical if self.series.suv else None
        return f"The tracer is {drug.name if drug else 'another'}, and the limits are for FDG."

    @cached_property
    def no_liver(self) -> str | None:
        if self.landmarks.upside_down:
            return "The head is at the foot end of the image, so no organ can be trusted."
        if self.landmarks.mirrored:
            return (
                "What looks like the liver is on the patient's left. Check the orientation; then "
                "place the sphere by hand."
            )
        if self.landmarks.liver is not None:
            return None
        return (
            f"No liver was found ({self.what_is_seen}). If it is in view, place the sphere by hand."
        )

    @cached_property
    def liver_sphere(self) -> Sphere | None:
        if self.liver_mm is not None:
            return Sphere(self.liver_mm, LIVER_VOLUME_ML)
        if self.no_liver is not None or self.landmarks.liver is None:
            return None
        return self.landmarks.liver.sphere

    @cached_property
    def in_the_liver(self) -> str:
        """Where the liver was measured, as a sentence."""
        if self.liver_mm is not None:
            return "Measured in 3 mL of the liver, placed by hand."
        if self.landmarks.liver is not None and not self.landmarks.organs.from_ct:
            return (
                "Measured in 3 mL of the liver, found in the PET alone, which is less reliable: "
                "check that it is in the liver."
            )
        return "Measured in 3 mL of the liver, placed automatically."

    def sul_of_suv(self) -> float:
        """SUL (James) of one SUVbw; raises SuvError."""
        facts = self.series.suv
        if facts is None:
            raise SuvError(f"{self.series.label} has no header values for SUL.", "PatientWeight")
        label = self.series.label
        suv = suv_conversion(facts, Unit.SUV_BW, self.typed, label).factor
        sul = suv_conversion(facts, Unit.SUV_LBM, self.typed, label).factor
        return float(np.nanmean(sul / suv))

    @cached_property
    def slice_totals(self) -> FloatArray:
        """Sum of each slice's voxels; not finite if one of them is not."""
        return self.pet.voxels.sum(axis=(1, 2), dtype=np.float64)


def as_sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
