"""The statistics control of one PET image: what can be measured, compared with published limits.

Every check reports its value, its limits and their source, and one of four results: pass, look
(unusual, a person should look), fail (the image should not be read like this), or not possible,
with the reason. A check whose organ is not in view, whose header value is missing or whose tracer
has no published limits is not possible; nothing is guessed.

The limits are next to the checks, in `organ_checks`, `header_checks` and `image_checks`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite

import numpy as np

from station.pet.glucose import BloodGlucose
from station.pet.image_quality import Check
from station.pet.study import Role, Series
from station.pet.suv import TypedInput
from station.pet.voi import Point, Sphere
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent
from station.quality.examined import Examined
from station.quality.header_checks import dose, glucose_level, uptake_time
from station.quality.image_checks import (
    SHIFTS,
    calibration,
    extravasation,
    orientation,
    shifts,
    slice_gaps,
    truncation,
    values,
)
from station.quality.landmarks import Landmarks, find_landmarks
from station.quality.organ_checks import blood_checks, liver_checks, noise

FOUND, REGISTERED = 0.3, 0.9
"""Progress when the organs are found, and PET and CT registered"""


@dataclass(frozen=True)
class Control:
    """All checks of one image."""

    checks: tuple[Check, ...]
    refusal: str | None = None
    """Why nothing could be checked; there are no checks then"""
    in_view: tuple[str, ...] = ()
    """Parts of the patient that were found: head, lungs, liver, arms"""
    liver: Sphere | None = None
    """Where the liver was measured"""
    blood: Sphere | None = None
    landmarks: Landmarks | None = field(default=None, repr=False, compare=False)
    """The organs at which the checks were measured"""

    def named(self, name: str) -> Check:
        return next(check for check in self.checks if check.name == name)


def statistics_control(
    pet: Volume,
    series: Series,
    ct: Volume | None = None,
    *,
    no_ct: str = "The study has no CT in the PET's frame of reference.",
    no_suv: str | None = None,
    typed: Sequence[TypedInput] = (),
    glucose: BloodGlucose | None = None,
    liver_mm: Point | None = None,
    again: Control | None = None,
    report: Report = silent,
) -> Control:
    """Check a PET image. `pet` is in SUVbw, or `no_suv` says why it is not.

    `ct` (HU) shares the PET's frame of reference; `no_ct` is the sentence why there is none.
    `liver_mm`: centre of the liver's sphere, placed by hand; None places it automatically. `typed`
    are SUV inputs that a person has entered. `again`: an earlier result for the same two images,
    whose organs and registrations are reused, so that a moved sphere is measured at once.
    """
    refusal = _refusal(pet, series)
    if refusal is not None:
        return Control((), refusal)
    if no_suv is None and pet.unit is not Unit.SUV_BW:
        no_suv = f"{series.label} is in {pet.unit}, and the checks need SUVbw."
    if again is not None and again.landmarks is not None:
        organs = again.landmarks
    else:
        again, organs = None, find_landmarks(pet, ct, part(report, 0.0, FOUND))
    examined = Examined(pet, series, ct, no_ct, no_suv, tuple(typed), organs, liver_mm)
    report(FOUND, "Registering PET and CT")
    shift_checks = shifts(examined) if again is None else tuple(map(again.named, SHIFTS))
    report(REGISTERED, "Checking the image")
    checks = (
        *liver_checks(examined),
        *blood_checks(examined),
        noise(examined),
        uptake_time(examined),
        dose(examined),
        glucose_level(examined, glucose),
        slice_gaps(examined),
        values(examined),
        truncation(examined),
        calibration(examined),
        *shift_checks,
        extravasation(examined),
        orientation(examined),
    )
    report(1.0, "Checked")
    return Control(checks, None, examined.in_view, examined.liver_sphere, organs.blood, organs)


def _refusal(pet: Volume, series: Series) -> str | None:
    label = series.label
    if not series.is_pet:
        return f"{label} is not a PET image. Choose a PET series."
    if series.parts > 1:
        return (
            f"{label} is one of several images in one series (time frames, gates or stacks), but "
            "the checks are for a static scan. Choose a static series."
        )
    if series.role is Role.OTHER:
        return (
            f"{label} is a projection, or was not corrected for attenuation, so its values are not "
            "uptake. Choose an attenuation-corrected PET series of slices."
        )
    highest = float(np.fmax.reduce(pet.voxels, axis=None))
    if not isfinite(highest):  # rare: the long way
        finite = pet.voxels[np.isfinite(pet.voxels)]
        if not finite.size:
            return f"{label} has no value in any voxel. Export it again from the scanner."
        highest = float(finite.max())
    if highest <= 0:
        return f"{label} is empty: no voxel is above 0. Export it again from the scanner."
    return None
