"""One date of a patient as a response rule sees it, and whether two dates may be compared."""

import datetime as dt
from dataclasses import dataclass, field
from math import isfinite

from station.pet.loaded import LoadedImage
from station.pet.suitability import is_fdg
from station.pet.voi import Measurement, Sphere
from station.pet.volume import Unit

WEIGHT_SHARE = 0.1
"""Weights further apart than this fraction change SUVbw without any change of uptake"""
UPTAKE_APART_MIN = 15.0
"""PERCIST 1.0: uptake times of both dates agree within 15 min"""
DOSE_SHARE = 0.2
"""PERCIST 1.0: injected activities agree within 20 %"""


@dataclass(frozen=True, eq=False)
class Timepoint:
    """A PET of one date, with what its numbers rest on."""

    name: str
    """How it is called in sentences: "current", "prior" """
    image: LoadedImage
    patient_id: str = ""
    date: dt.date | None = None
    sul_per_suv: float | None = None
    """SUL (James) of one SUVbw; None: `no_sul` says why"""
    no_sul: str = ""
    uptake_min: float | None = None
    glucose_mmol_per_l: float | None = None
    activity_bq: float | None = None
    liver_sphere: Sphere | None = None
    liver: Measurement | None = None
    """In the image's unit; None: `no_liver` says why"""
    no_liver: str = ""
    blood_sphere: Sphere | None = None
    blood: Measurement | None = None
    """Mediastinal blood pool, in the image's unit; None: `no_blood` says why"""
    no_blood: str = ""

    @property
    def scanner(self) -> str:
        series = self.image.series
        return " ".join(filter(None, (series.manufacturer, series.model)))

    def sul(self, suv: float | None) -> float | None:
        """A value of the image as SUL (James); None where either is unknown."""
        if suv is None or not isfinite(suv) or self.sul_per_suv is None:
            return None
        return suv * self.sul_per_suv


@dataclass(frozen=True)
class Comparability:
    """What stands in the way of a difference between two dates."""

    refusals: tuple[str, ...] = field(default=())
    """While there is one, no difference is computed"""
    cautions: tuple[str, ...] = field(default=())
    """They accompany every difference"""


def comparability(current: Timepoint, prior: Timepoint) -> Comparability:
    """Whether numbers of two dates may be subtracted: patient, tracer, unit, weight, scanner."""
    refusals = [*_patients(current, prior), *_tracers(current, prior), *_units(current, prior)]
    cautions: list[str] = []
    weights = [one.image.weight_kg for one in (current, prior)]
    if all(weights) and current.image.volume.unit is Unit.SUV_BW:
        now, before = (float(weight or 0) for weight in weights)
        if abs(now - before) > WEIGHT_SHARE * before:
            cautions.append(
                f"The patient's weight is {now:.1f} kg now and was {before:.1f} kg: SUVbw changes "
                "with it, SUL hardly."
            )
    if current.scanner != prior.scanner:
        cautions.append(
            f"The scanners differ: {current.scanner or 'unknown'} now, "
            f"{prior.scanner or 'unknown'} before."
        )
    if current.image.series.reconstruction != prior.image.series.reconstruction:
        cautions.append(
            f"The reconstructions differ: {current.image.series.reconstruction or 'not stated'} "
            f"now, {prior.image.series.reconstruction or 'not stated'} before."
        )
    if current.image.series.role is not prior.image.series.role:
        cautions.append(
            f"The current image is {current.image.series.role}, the prior one "
            f"{prior.image.series.role}."
        )
    for one in (current, prior):
        if is_fdg(one.image.series) is None:
            cautions.append(f"The header of the {one.name} image does not say which tracer it is.")
        cautions += [f"{one.name.capitalize()}: {sentence}" for sentence in one.image.cautions]
    return Comparability(tuple(refusals), tuple(cautions))


def _patients(current: Timepoint, prior: Timepoint) -> list[str]:
    if not current.patient_id or not prior.patient_id:
        return ["A patient's ID is missing: two people's images may not be subtracted."]
    if current.patient_id != prior.patient_id:
        different = "The two images are of different patients: their IDs differ."
        return [f"{different} Nothing is compared between them."]
    return []


def _tracers(current: Timepoint, prior: Timepoint) -> list[str]:
    drugs = [
        (one.image.series.suv.radiopharmaceutical if one.image.series.suv else None)
        for one in (current, prior)
    ]
    fdg = [is_fdg(one.image.series) for one in (current, prior)]
    if fdg[0] is None or fdg[1] is None or (fdg[0] and fdg[1]):
        return []
    names = [
        "FDG" if known else (drug.name if drug else None) or "unknown"
        for known, drug in zip(fdg, drugs, strict=True)
    ]
    if fdg == [False, False] and names[0].casefold() == names[1].casefold():
        return []
    return [
        f"The tracers differ: {names[0]} now, {names[1]} before. Their uptake is not comparable."
    ]


def _units(current: Timepoint, prior: Timepoint) -> list[str]:
    sentences = [
        f"The {one.name} image has no SUV: {one.image.suv_problem or 'it is not a PET.'}"
        for one in (current, prior)
        if not one.image.has_suv
    ]
    units = current.image.volume.unit, prior.image.volume.unit
    if not sentences and units[0] is not units[1]:
        sentences.append(
            f"The current image is in {units[0]}, the prior one in {units[1]}. Show both in one "
            "unit."
        )
    return sentences
