"""The statistics control of one PET image: what can be measured, held against published limits.

Every check tells its value, its limits and where they come from, and one of four answers: pass,
look (outside what is usual, a person should look), fail (outside what the image can be read with),
or not possible, with the sentence why. A check whose organ is not in view, whose header value is
missing or whose tracer has no published limits is not possible; it is never guessed.

Sources: Zhang 2023 is H. Zhang et al., BMC Med. Imaging 23 (2023), the paper behind the grade;
PERCIST is R. L. Wahl et al., J. Nucl. Med. 50 Suppl 1 (2009) 122S; EANM is R. Boellaard et al.,
Eur. J. Nucl. Med. Mol. Imaging 42 (2015) 328, version 2.0 of the FDG guideline; Boktor 2013 is
R. R. Boktor et al., J. Nucl. Med. 54 (2013) 677.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.errors import SuvError
from station.pet.glucose import BloodGlucose
from station.pet.image_quality import Check, Limits, Status
from station.pet.study import Role, Series
from station.pet.suitability import is_fdg
from station.pet.suv import TypedInput, suv_conversion
from station.pet.suv_rules import Known
from station.pet.voi import LIVER_VOLUME_ML, Measurement, Point, Sphere, measure
from station.pet.volume import Unit, Volume
from station.progress import Report, part, silent
from station.quality.landmarks import STEP_MM, Landmarks, Mask, find_landmarks, millilitres
from station.quality.registration import Shift, shift_at_diaphragm, shift_at_head

ndimage: Any = untyped_ndimage  # its own types are incomplete


@dataclass(frozen=True)
class Control:
    """All checks of one image."""

    checks: tuple[Check, ...]
    refusal: str | None = None
    """Why nothing could be checked; then there are no checks"""
    in_view: tuple[str, ...] = ()
    """Parts of the patient that were found: head, lungs, liver, arms"""
    liver: Sphere | None = None
    """Where the liver was measured"""
    blood: Sphere | None = None
    found: Landmarks | None = field(default=None, repr=False, compare=False)
    """What the checks were measured at"""

    def named(self, name: str) -> Check:
        return next(check for check in self.checks if check.name == name)


# --- Limits -------------------------------------------------------------------------------------

LIVER_SUV = Limits(1.3, 3.0, "Zhang 2023, after Boktor 2013 and PERCIST", 1.0, 4.5)
LIVER_SUL = Limits(1.0, 2.2, "Zhang 2023, after Boktor 2013 and PERCIST", 0.75, 3.0)
LIVER_COV = Limits(
    None,
    15.0,
    "EARL's limit for the background of the image-quality phantom (D. Koopman et al., EJNMMI Phys. "
    "3 (2016) 22); fails at twice that",
    None,
    30.0,
)
BLOOD_SUV = Limits(
    0.84,
    2.36,
    "Zhang 2023: about 1.6; ± 2 SD of 0.38 between patients (Boktor 2013, aortic arch)",
    0.6,
    3.0,
)
BLOOD_SUL = Limits(
    0.6,
    1.8,
    "Zhang 2023: about 1.2; ± 2 SD between patients, 24.5 % of the mean, as Boktor 2013 has it of "
    "the SUV",
    0.4,
    2.3,
)
NOISE = Limits(
    None,
    15.0,
    "EARL's 15 % (as of the liver's CoV), here of the noise alone; fails at twice that",
    None,
    30.0,
)
UPTAKE_TIME = Limits(
    50.0, 70.0, "PERCIST: 60 ± 10 min; SUV is not comparable from 45 or 90 min on", 45.0, 90.0
)
DOSE = Limits(
    1.75,
    7.0,
    "EANM: 7 or 14 MBq·min/kg a bed, over the 2 to 4 min that a bed is scanned for",
    1.0,
    10.0,
)
GLUCOSE = Limits(
    4.0, 11.0, "EANM: reschedule above 11 mmol/L (200 mg/dL, also PERCIST); below 4 hypoglycaemia"
)
NO_SLICES_MISSING = Limits(None, 0.0, "every slice of the scan has to be there")
NO_VALUES_MISSING = Limits(None, 0.0, "every voxel has to hold a number")
TRUNCATION = Limits(
    None,
    16.0,
    "Station's own: the arms' ends are often cut; the trunk must not be",
    None,
    None,
)
CALIBRATION = Limits(
    0.75,
    1.25,
    "Station's own: the part in view holds about as much of the dose as of the body's weight",
    0.55,
    1.6,
)
SHIFT_DIAPHRAGM = Limits(
    None, 10.0, "Station's own: quiet breathing moves the diaphragm by about 10 mm", None, 20.0
)
SHIFT_HEAD = Limits(
    None,
    5.0,
    "X. Jin et al., Med. Phys. 40 (2013): beyond 5 mm uptake in the brain is wrong by 9 %",
    None,
    10.0,
)
EXTRAVASATION = Limits(
    None, 1.0, "Station's own: every SUV reads too low by this part of the dose", None, 5.0
)
ORIENTATION = Limits(70.0, None, "the liver lies on the right", 30.0, None)

SHIFTS = ("PET/CT shift at the diaphragm", "PET/CT shift at the head")

LIVER_LOOK_MM = 22.0
"""Half the side of the cube round the liver's sphere in which noise is taken"""
NOISE_LAG_MM = 8.0
"""Slices this far apart share little of their noise after a filter of 4 to 6 mm"""
MAD_PER_SD = 0.6745
FOCUS_SUV = 3.0
"""An arm that is nowhere hotter holds no extravasation: muscle and vein stay below 2"""
FOCUS_SHARE = 0.1
"""A focus is what is connected above this part of its height over the arm: four fifths of what a
blurred point holds"""
SMALLEST_SHARE_OF_WEIGHT = 0.25
"""With less of the body in view, how much of the dose it should hold is not known"""
EDGE_CONTACT_MM = 12.0
"""A slice is cut where body lies along this much of the field's edge"""
TOUCH_SUV = 0.3


# --- The control --------------------------------------------------------------------------------


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
    `liver_mm`: centre of the liver's sphere, put by hand; None puts it automatically. `typed` are
    SUV inputs that a person has entered. `again`: an earlier answer about the same two images: its
    organs and registrations are taken over, so that a moved sphere is measured at once.
    """
    refusal = _refusal(pet, series)
    if refusal is not None:
        return Control((), refusal)
    if no_suv is None and pet.unit is not Unit.SUV_BW:
        no_suv = f"{series.label} is in {pet.unit}, and the checks need SUVbw."
    if again is not None and again.found is not None:
        found = again.found
    else:
        again, found = None, find_landmarks(pet, ct, part(report, 0.0, 0.6))
    work = _Work(pet, series, ct, no_ct, no_suv, tuple(typed), found, liver_mm)
    report(0.6, "Registering PET and CT")
    shifts = work.shifts() if again is None else tuple(map(again.named, SHIFTS))
    report(0.9, "Checking the image")
    checks = (
        *work.liver_checks(),
        *work.blood_checks(),
        work.noise(),
        work.uptake_time(),
        work.dose(),
        work.glucose(glucose),
        work.slice_gaps(),
        work.values(),
        work.truncation(),
        work.calibration(),
        *shifts,
        work.extravasation(),
        work.orientation(),
    )
    report(1.0, "Checked")
    return Control(checks, None, work.in_view, work.liver_sphere, found.blood, found)


def _refusal(pet: Volume, series: Series) -> str | None:
    label = series.label
    if not series.is_pet:
        return f"{label} is no PET image. Choose a PET series."
    if series.parts > 1:
        return (
            f"{label} is one of several images in one series (time frames, gates or stacks), and "
            "the checks are made for a static scan. Choose a static series."
        )
    if series.role is Role.OTHER:
        return (
            f"{label} is a projection, or was not corrected for attenuation, so that its values "
            "are no uptake. Choose an attenuation-corrected PET series of slices."
        )
    highest = float(np.fmax.reduce(pet.voxels, axis=None))
    if not isfinite(highest):  # seldom: the long way
        finite = pet.voxels[np.isfinite(pet.voxels)]
        if not finite.size:
            return f"{label} holds no number in any voxel. Export it again from the scanner."
        highest = float(finite.max())
    if highest <= 0:
        return f"{label} is empty: no voxel is above 0. Export it again from the scanner."
    return None


@dataclass(frozen=True, eq=False)
class _Work:
    """One image and what was found in it; each method is a check."""

    pet: Volume
    series: Series
    ct: Volume | None
    no_ct: str
    no_suv: str | None
    typed: tuple[TypedInput, ...]
    found: Landmarks
    liver_mm: Point | None

    # What the checks share

    @cached_property
    def known(self) -> Known | None:
        return None if self.series.suv is None else Known(self.series.suv, self.typed)

    @cached_property
    def in_view(self) -> tuple[str, ...]:
        there = {
            "head": self.found.brain is not None,
            "lungs": self.found.lungs is not None,
            "liver": self.found.liver is not None,
            "arms": bool(self.found.arms.any()),
        }
        return tuple(name for name, seen in there.items() if seen)

    @cached_property
    def what_is_seen(self) -> str:
        geometry = self.pet.geometry
        low, high = geometry.bounds_mm
        seen = " and ".join(self.in_view) or "no organ that is looked for"
        return f"{high[2] - low[2]:.0f} mm of the patient in view, with {seen}"

    @cached_property
    def no_fdg(self) -> str | None:
        """Why the limits of FDG cannot be applied; None where they can."""
        fdg = is_fdg(self.series)
        if fdg:
            return None
        if fdg is None:
            return "The header does not say which tracer was given, and the limits are FDG's."
        drug = self.series.suv.radiopharmaceutical if self.series.suv else None
        return f"The tracer is {drug.name if drug else 'another'}, and the limits are FDG's."

    @cached_property
    def no_liver(self) -> str | None:
        if self.found.upside_down:
            return "The head lies at the feet's end of the image, so no organ can be trusted."
        if self.found.liver is not None:
            return None
        if self.found.liver_left is not None:
            return (
                "What looks like the liver lies on the patient's left. Check the orientation; then "
                "put the sphere by hand."
            )
        return (
            f"No liver was found ({self.what_is_seen}). Where it is in view, put the sphere by "
            "hand."
        )

    @cached_property
    def liver_sphere(self) -> Sphere | None:
        if self.liver_mm is not None:
            return Sphere(self.liver_mm, LIVER_VOLUME_ML)
        if self.no_liver is not None or self.found.liver is None:
            return None
        return self.found.liver.sphere

    @cached_property
    def liver(self) -> Measurement | None:
        """Of the liver's sphere, where all of it lies in the image."""
        return _whole(self.pet, self.liver_sphere)

    @cached_property
    def how(self) -> str:
        if self.liver_mm is not None:
            return "put by hand"
        if self.found.liver is not None and not self.found.liver.from_ct:
            return "found in the PET alone, which is less sure: look whether it lies in the liver"
        return "put automatically"

    def sul_of_suv(self) -> float:
        """SUL (James) of one SUVbw; raises SuvError."""
        facts = self.series.suv
        if facts is None:
            raise SuvError(f"{self.series.label} has no header values for SUL.", "PatientWeight")
        label = self.series.label
        suv = suv_conversion(facts, Unit.SUV_BW, self.typed, label).factor
        sul = suv_conversion(facts, Unit.SUV_LBM, self.typed, label).factor
        return float(np.nanmean(sul / suv))

    def impossible(self, name: str, unit: str, limits: Limits, why: str) -> Check:
        return Check(
            name, None, unit, limits.interval, Status.NOT_POSSIBLE, limits.source, why, None
        )

    # Organs

    def liver_checks(self) -> tuple[Check, ...]:
        names = (
            ("Liver SUVmean", "SUVbw", LIVER_SUV),
            ("Liver SUL", "SUL (James)", LIVER_SUL),
            ("Liver CoV", "%", LIVER_COV),
        )
        why = self.no_suv or self.no_fdg
        sphere, liver = self.liver_sphere, self.liver
        if why is None and sphere is None:
            why = self.no_liver
        elif why is None and liver is None:
            why = "The liver's sphere does not lie whole in the image. Put it elsewhere."
        if why is not None or liver is None or sphere is None:
            return tuple(self.impossible(*name, why or "") for name in names)
        mean = f"3 mL in the liver, {self.how}"
        return (
            _check(names[0], liver.mean, f"SUVmean {liver.mean:.2f} of {mean}.", sphere.centre_mm),
            self._lean(names[1], liver.mean, mean, sphere.centre_mm),
            self._of_filtered(
                _check(
                    names[2],
                    100 * liver.cov,
                    f"SD {liver.sd:.2f} at a mean of {liver.mean:.2f} SUV; {mean}.",
                    sphere.centre_mm,
                )
            ),
        )

    def blood_checks(self) -> tuple[Check, ...]:
        names = (
            ("Blood pool SUVmean", "SUVbw", BLOOD_SUV),
            ("Blood pool SUL", "SUL (James)", BLOOD_SUL),
        )
        why, sphere = self.no_suv or self.no_fdg, self.found.blood
        blood = _whole(self.pet, sphere)
        if why is None and self.ct is None:
            why = f"{self.no_ct} The aorta is found on the CT."
        elif why is None and self.found.upside_down:
            why = self.no_liver
        elif why is None and blood is None:
            why = f"No descending aorta was found ({self.what_is_seen})."
        if why is not None or blood is None or sphere is None:
            return tuple(self.impossible(*name, why or "") for name in names)
        what = f"{sphere.volume_ml:g} mL in the descending aorta, put automatically"
        return (
            _check(names[0], blood.mean, f"SUVmean {blood.mean:.2f} of {what}.", sphere.centre_mm),
            self._lean(names[1], blood.mean, what, sphere.centre_mm),
        )

    def _lean(self, name: tuple[str, str, Limits], suv: float, what: str, place_mm: Point) -> Check:
        try:
            sul = suv * self.sul_of_suv()
        except SuvError as error:
            return self.impossible(*name, str(error))
        return _check(name, sul, f"SUL {sul:.2f} of {what}.", place_mm)

    def noise(self) -> Check:
        """Of the liver round the sphere: what differs between slices, without what they share.

        Second differences along the slices: organs, slopes and texture wider than a few slices drop
        out of them. Their SD is √1.5 of a slice's where the noise of the three is independent.
        """
        name = ("Noise", "%", NOISE)
        sphere = self.liver_sphere
        why = self.no_suv or self.no_fdg or (self.no_liver if sphere is None else None)
        if why is not None or sphere is None:
            return self.impossible(*name, why or "")
        lag = max(1, round(NOISE_LAG_MM / self.pet.spacing_mm[0]))
        block = _cube(self.pet, sphere.centre_mm, LIVER_LOOK_MM)
        if len(block) < 2 * lag + 3:
            return self.impossible(*name, "Too few slices lie round the liver's sphere.")
        difference = block[lag:-lag] - (block[: -2 * lag] + block[2 * lag :]) / 2
        difference = difference[np.isfinite(difference)]
        mean = float(np.nanmedian(block))
        if difference.size == 0 or not mean > 0:
            return self.impossible(*name, "There is nothing to measure round the liver's sphere.")
        spread = float(np.median(np.abs(difference - np.median(difference)))) / MAD_PER_SD
        percent = 100 * spread / float(np.sqrt(1.5)) / mean
        side_mm = 2 * LIVER_LOOK_MM
        said = (
            f"{percent:.1f} % from slice to slice, {side_mm:.0f} mm wide round the liver's sphere."
        )
        return self._of_filtered(_check(name, percent, said, sphere.centre_mm))

    def _of_filtered(self, check: Check) -> Check:
        """A check whose limit is that of images with a post-filter: without one it cannot fail."""
        if self.series.role is not Role.UNFILTERED or check.status is not Status.FAIL:
            return check
        said = f"{check.sentence} The image is unfiltered, the limit is that of filtered ones."
        return replace(check, status=Status.LOOK, sentence=said)

    # Header

    def uptake_time(self) -> Check:
        name = ("Uptake time", "min", UPTAKE_TIME)
        if self.no_fdg is not None:
            return self.impossible(*name, self.no_fdg)
        minutes = None if self.known is None else self.known.uptake_min
        if minutes is None:
            return self.impossible(
                *name,
                "The injection or the acquisition has no time in the header, or the injection is "
                "after the scan. Enter the injection in SUV inputs.",
            )
        return _check(name, minutes, f"{minutes:.0f} min from injection to acquisition.", None)

    def dose(self) -> Check:
        name = ("Injected activity per weight", "MBq/kg", DOSE)
        if self.no_fdg is not None or self.known is None:
            return self.impossible(*name, self.no_fdg or "The header holds no dose.")
        activity, weight = self.known.injected_activity_bq, self.known.weight_kg
        for fact in (activity, weight):
            if fact.problem is not None:
                return self.impossible(*name, _sentence(fact.problem.sentence))
        mbq, kg = activity.needed() / 1e6, weight.needed()
        said = f"{mbq:.0f} MBq to {kg:.0f} kg"
        durations = self.series.suv.frame_durations_ms if self.series.suv else ()
        beds = [one / 60_000 for one in durations if one is not None and 0 < one < 3.6e6]
        if beds:
            minutes = float(np.median(beds))
            said += f"; {mbq / kg * minutes:.1f} MBq·min/kg at {minutes:.1f} min a bed"
        return _check(name, mbq / kg, f"{said}.", None)

    def glucose(self, glucose: BloodGlucose | None) -> Check:
        name = ("Blood glucose", "mmol/L", GLUCOSE)
        if self.no_fdg is not None:
            return self.impossible(*name, self.no_fdg)
        if glucose is None:
            return self.impossible(*name, "The header does not hold the blood glucose.")
        return _check(name, glucose.mmol_per_l, f"As {glucose.source} has it.", None)

    # The image as such

    def slice_gaps(self) -> Check:
        missing = np.flatnonzero(self.pet.missing)
        place = None
        said = "No slice is missing."
        if len(missing):
            middle = (np.array(self.pet.shape) - 1) / 2
            place = _point(self.pet, (float(missing[0]), middle[1], middle[2]))
            said = f"{len(missing)} of {self.pet.shape[0]} slices were never stored."
        name = ("Missing slices", "slices", NO_SLICES_MISSING)
        return _check(name, float(len(missing)), said, place)

    def values(self) -> Check:
        wrong = ~np.isfinite(self.pet.voxels)
        wrong[self.pet.missing] = False
        count = int(wrong.sum())
        place = None
        said = "Every voxel of the stored slices holds a number."
        if count:
            place = _point(self.pet, np.argwhere(wrong)[0].tolist())
            said = f"{count} voxels of the stored slices hold no number."
        return _check(("Voxels without a number", "voxels", NO_VALUES_MISSING), count, said, place)

    def truncation(self) -> Check:
        """How much of the patient's length is cut by the edge of the PET's or the CT's field."""
        view = self.found.view
        name = ("Truncation", "mm", TRUNCATION)
        if not view.body.any():
            return self.impossible(*name, "No body was found in the image.")
        cut = np.zeros(view.body.shape, np.bool_)
        by: list[str] = []
        for what, volume in (("PET", self.pet), ("CT", self.ct)):
            if volume is None:
                continue
            field, edge = _field(volume, self.found)
            touching = view.body & edge
            if what == "CT" and self.no_suv is None:
                touching |= (view.uptake > TOUCH_SUV) & view.body & ~field
            enough = touching.sum(axis=(1, 2)) * STEP_MM >= EDGE_CONTACT_MM
            low, high = volume.geometry.bounds_mm
            enough &= (view.z_mm > low[2]) & (view.z_mm < high[2])
            if enough.any():
                by.append(what)
                cut |= touching & enough[:, None, None]
        length = float(cut.any(axis=(1, 2)).sum()) * STEP_MM
        of_trunk = float((cut & ~self.found.arms).any(axis=(1, 2)).sum()) * STEP_MM
        assert TRUNCATION.high is not None
        if length <= TRUNCATION.high:
            return _check(name, length, "The body does not touch the field of view's edge.", None)
        what = "trunk or head" if of_trunk > TRUNCATION.high else "arms"
        fields = " and the ".join(by)
        said = f"Over {length:.0f} mm the {what} touch the edge of the {fields}'s field of view."
        check = _check(name, length, said, view.point(np.argwhere(cut).mean(axis=0)))
        return replace(check, status=Status.FAIL if of_trunk > TRUNCATION.high else Status.LOOK)

    def calibration(self) -> Check:
        """The part of the dose that is in view, over the part of the body's weight that is.

        SUV times volume is activity, both decayed alike, over dose per weight.
        """
        name = ("Calibration", "dose in view / weight in view", CALIBRATION)
        if self.no_suv is not None or self.known is None:
            return self.impossible(*name, self.no_suv or "The header holds no dose.")
        weight = self.known.weight_kg
        if weight.problem is not None:
            return self.impossible(*name, _sentence(weight.problem.sentence))
        kg = weight.needed()
        view = self.found.view
        of_weight = _mass_kg(self.found) / kg
        if of_weight < SMALLEST_SHARE_OF_WEIGHT:
            return self.impossible(
                *name,
                f"Only {100 * of_weight:.0f} % of the body's weight is in view "
                f"({self.what_is_seen}); how much of the dose that part should hold is not known.",
            )
        activity = float(np.nansum(self.pet.voxels, dtype=np.float64))
        of_dose = activity * self.pet.geometry.voxel_volume_ml / (1000 * kg)
        said = (
            f"{100 * of_dose:.0f} % of the decayed dose in {100 * of_weight:.0f} % of the body's "
            f"weight ({self.what_is_seen})."
        )
        if view.hu is None:
            said += " Without a CT the weight in view is less sure."
        return _check(name, of_dose / of_weight, said, None)

    # PET against CT

    def shifts(self) -> tuple[Check, Check]:
        """Misregistration at the diaphragm and at the head."""
        places = (
            ("diaphragm", SHIFT_DIAPHRAGM, shift_at_diaphragm, self.found.dome_mm is not None),
            ("head", SHIFT_HEAD, shift_at_head, self.found.brain is not None),
        )
        told: list[Check] = []
        with ThreadPoolExecutor(len(places)) as pool:  # ITK computes without the GIL
            found = [
                pool.submit(register, self.found)
                for _, _, register, seen in places
                if seen and self.ct is not None
            ]
            shifts = iter([one.result() for one in found])
        for title, (what, limits, _, seen) in zip(SHIFTS, places, strict=True):
            name = (title, "mm", limits)
            if self.ct is None:
                told.append(self.impossible(*name, self.no_ct))
            elif not seen:
                why = f"The {what} was not found ({self.what_is_seen})."
                told.append(self.impossible(*name, why))
            elif (shift := next(shifts)) is None:
                why = f"At the {what} PET and CT could not be registered. Compare them by eye."
                told.append(self.impossible(*name, why))
            else:
                told.append(_check(name, shift.distance_mm, _in_words(shift), shift.at_mm))
        return told[0], told[1]

    # The arms

    def extravasation(self) -> Check:
        """The part of the dose in the hottest focus of an arm, above the arms' usual uptake."""
        name = ("Extravasation at an arm", "% of the dose", EXTRAVASATION)
        arms, view = self.found.arms, self.found.view
        weight = None if self.known is None else self.known.weight_kg
        if self.no_suv is not None or weight is None:
            return self.impossible(*name, self.no_suv or "The header holds no weight.")
        if weight.problem is not None:
            return self.impossible(*name, _sentence(weight.problem.sentence))
        if not arms.any():
            return self.impossible(
                *name,
                "No arm was found apart from trunk and head, so that the injection site may be out "
                "of view.",
            )
        # What leaks through the skin, and blur, lie beside the arm too.
        wide = ndimage.binary_dilation(arms, iterations=2) & ~(view.body & ~arms)
        uptake = np.where(wide, view.uptake, 0.0)
        hottest = np.unravel_index(int(uptake.argmax()), uptake.shape)
        highest = float(uptake[hottest])
        z = view.z_mm[np.flatnonzero(arms.any(axis=(1, 2)))[[0, -1]]]
        length = float(z[1] - z[0])
        if highest < FOCUS_SUV:
            said = (
                f"No focus: SUV {highest:.1f} at most along the {length:.0f} mm of the arms that "
                "are in view."
            )
            return _check(name, 0.0, said, None)
        usual = float(np.median(view.uptake[arms]))
        labels, _ = ndimage.label(uptake > usual + FOCUS_SHARE * (highest - usual))
        focus = labels == labels[hottest]
        excess = float((view.uptake[focus] - usual).sum()) * STEP_MM**3 / 1000
        percent = 100 * excess / (1000 * weight.needed())
        said = (
            f"A focus of SUV {highest:.1f} at an arm holds {percent:.2f} % of the dose. An "
            "extravasation, or a lesion: look."
        )
        check = _check(name, percent, said, view.point([int(i) for i in hottest]))
        return replace(check, status=Status.LOOK) if check.status is Status.PASS else check

    def orientation(self) -> Check:
        """Whether the head is up and the liver on the right, as the header's positions say."""
        name = ("Orientation", "% of the liver on the right", ORIENTATION)
        found = self.found
        if found.upside_down and found.brain is not None:
            z, y, x = (float(v) for v in np.argwhere(found.brain).mean(axis=0))
            check = _check(
                name,
                0.0,
                "The head lies at the feet's end of the image: the header's positions are wrong.",
                found.view.point((z, y, x)),
            )
            return replace(check, status=Status.FAIL)
        sides = [0.0 if one is None else one.volume_ml for one in (found.liver, found.liver_left)]
        if sum(sides) == 0:
            return self.impossible(
                *name, f"No liver was found on either side ({self.what_is_seen})."
            )
        share = 100 * sides[0] / sum(sides)
        if share >= 50:
            said = "The liver lies on the patient's right, and the head is not below it."
        else:
            said = (
                "The liver lies on the patient's left: the header swaps the sides, or the patient "
                "has a situs inversus."
            )
        larger = found.liver if share >= 50 else found.liver_left
        return _check(name, share, said, None if larger is None else larger.sphere.centre_mm)


# --- How it is measured -------------------------------------------------------------------------


def _check(
    name: tuple[str, str, Limits], value: float, sentence: str, place_mm: Point | None
) -> Check:
    title, unit, limits = name
    if not isfinite(value):
        return Check(
            title,
            None,
            unit,
            limits.interval,
            Status.NOT_POSSIBLE,
            limits.source,
            "There is no number to measure there.",
            place_mm,
        )
    status = limits.status(value)
    return Check(title, value, unit, limits.interval, status, limits.source, sentence, place_mm)


def _whole(pet: Volume, sphere: Sphere | None) -> Measurement | None:
    """What a sphere measures, where nothing of it is missing."""
    if sphere is None:
        return None
    measured = measure(pet, sphere)
    return measured if measured.volume_ml > 0.98 * sphere.volume_ml else None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _point(volume: Volume, index: Sequence[float]) -> Point:
    x, y, z = volume.geometry.to_patient(np.array(index, dtype=np.float64)).tolist()
    return x, y, z


def _in_words(shift: Shift) -> str:
    x, y, z = shift.vector_mm
    return (
        f"The PET lies {abs(z):.0f} mm towards the {'head' if z > 0 else 'feet'}, {abs(y):.0f} mm "
        f"to the {'back' if y > 0 else 'front'} and {abs(x):.0f} mm to the "
        f"{'left' if x > 0 else 'right'} of the CT, turned by {shift.rotation_deg:.1f}°."
    )


def _cube(volume: Volume, centre_mm: Point, half_mm: float) -> NDArray[np.float32]:
    """The voxels about a place, on the volume's own grid, as far as it goes."""
    at = volume.geometry.to_index(centre_mm)
    sides = [
        slice(max(0, round(middle - half_mm / step)), max(0, round(middle + half_mm / step) + 1))
        for middle, step in zip(at.tolist(), volume.spacing_mm, strict=True)
    ]
    return np.asarray(volume.voxels[tuple(sides)], np.float32)


def _mass_kg(found: Landmarks) -> float:
    """Of the body in view: from the CT's density, water's where there is none."""
    view = found.view
    if view.hu is None:
        return millilitres(view.body) / 1000
    hu = view.hu[view.body]
    # Bone is calcium: its HU rise twice as fast as its density (W. Schneider et al., Phys. Med.
    # Biol. 45 (2000) 459).
    density = np.where(hu < 100, 1 + hu / 1000, 1.05 + 0.0006 * hu)
    return float(np.clip(density, 0, 2.0).sum()) * STEP_MM**3 / 1e6


def _field(volume: Volume, found: Landmarks) -> tuple[Mask, Mask]:
    """(a volume's field of view, and its rim) on the working grid's plane, (1, rows, columns).

    A field is round where nothing but one value is stored outside the circle of the matrix.
    """
    view = found.view
    _, rows, columns = view.body.shape
    margin = 2
    index = np.empty((rows + 2 * margin, columns + 2 * margin, 3))
    index[..., 0] = len(view.z_mm) // 2
    index[..., 1] = np.arange(-margin, rows + margin)[:, None]
    index[..., 2] = np.arange(-margin, columns + margin)
    plane = view.geometry.to_patient(index)
    at = volume.geometry.to_index(plane)[..., 1:]
    size = np.array(volume.shape[1:])
    inside: Mask = np.asarray(((at > -0.5) & (at < size - 0.5)).all(axis=-1))
    if _is_round(volume):
        middle = (size - 1) / 2
        inside &= (((at - middle) / (size / 2)) ** 2).sum(axis=-1) <= 1
    core = np.asarray(ndimage.binary_erosion(inside, np.ones((3, 3), np.bool_)))
    cut = (slice(margin, -margin), slice(margin, -margin))
    return inside[cut][None], (inside & ~core)[cut][None]


def _is_round(volume: Volume) -> bool:
    _, rows, columns = volume.shape
    r, c = np.ogrid[:rows, :columns]
    beyond = ((r - (rows - 1) / 2) / (rows / 2)) ** 2 + (
        (c - (columns - 1) / 2) / (columns / 2)
    ) ** 2 > 1.02
    corner = volume.voxels[:: max(1, volume.shape[0] // 16), beyond]
    corner = corner[np.isfinite(corner)]
    return bool(corner.size and (corner == corner[0]).all())
