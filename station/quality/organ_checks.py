"""Measurements in the liver and in the blood: uptake, its spread, and noise.

Zhang 2023 is H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2; Boktor 2013
is R. R. Boktor et al., J. Nucl. Med. 54 (2013) 677.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from station.errors import SuvError
from station.pet.image_quality import Check, Limits, Status
from station.pet.study import Role
from station.pet.voi import Measurement, Point, Sphere, measure
from station.pet.volume import Volume
from station.quality.examined import Examined, Line

BOKTOR = "Zhang 2023, after Boktor 2013; fails: Station's own"
EARL = (
    "EARL's limit for the background of the image-quality phantom (D. Koopman et al., EJNMMI "
    "Phys. 3 (2016) 22); fails at twice that"
)
EARL_ALONE = "EARL's 15 % (as of the liver's CoV), here of the noise alone; fails at twice that"
BLOOD = "Zhang 2023: about 1.6; ± 2 SD of 0.38 between patients (Boktor 2013, aortic arch)"
LEAN_BLOOD = (
    "Zhang 2023: about 1.2; ± 2 SD between patients, 24.5 % of the mean, as Boktor 2013 has it "
    "of the SUV"
)
"""Where the limits below are from"""

LIVER_SUV = Line("Liver SUVmean", "SUVbw", Limits(1.3, 3.0, BOKTOR, 1.0, 4.5))
LIVER_SUL = Line("Liver SUL", "SUL (James)", Limits(1.0, 2.2, BOKTOR, 0.75, 3.0))
LIVER_COV = Line("Liver CoV", "%", Limits(None, 15.0, EARL, None, 30.0))
BLOOD_SUV = Line("Blood pool SUVmean", "SUVbw", Limits(0.84, 2.36, BLOOD, 0.6, 3.0))
BLOOD_SUL = Line("Blood pool SUL", "SUL (James)", Limits(0.6, 1.8, LEAN_BLOOD, 0.4, 2.3))
NOISE = Line("Noise", "%", Limits(None, 15.0, EARL_ALONE, None, 30.0))

WHOLE = 0.98
"""Fraction of a sphere that must have values"""
LIVER_LOOK_MM = 22.0
"""Half the side of the cube around the liver's sphere in which noise is measured"""
NOISE_LAG_MM = 8.0
"""Slices this far apart share little of their noise after a filter of 4 to 6 mm"""
MAD_PER_SD = 0.6745


def liver_checks(examined: Examined) -> tuple[Check, ...]:
    """SUVmean, SUL and coefficient of variation of 3 mL of the liver."""
    lines = LIVER_SUV, LIVER_SUL, LIVER_COV
    sphere = examined.liver_sphere
    liver = _whole(examined.pet, sphere)
    why = examined.no_suv or examined.no_fdg
    if why is None and sphere is None:
        why = examined.no_liver
    elif why is None and liver is None:
        why = "The liver's sphere is not entirely inside the image. Place it elsewhere."
    if why is not None or liver is None or sphere is None:
        return _impossible(lines, why)
    place, where = sphere.centre_mm, examined.in_the_liver
    spread = f"SD {liver.sd:.2f} at a mean of {liver.mean:.2f} SUV."
    return (
        LIVER_SUV.check(liver.mean, f"SUVmean {liver.mean:.2f}. {where}", place),
        _lean(examined, LIVER_SUL, liver.mean, where, place),
        _of_filtered(examined, LIVER_COV.check(100 * liver.cov, f"{spread} {where}", place)),
    )


def blood_checks(examined: Examined) -> tuple[Check, ...]:
    """SUVmean and SUL of 1 mL in the descending aorta."""
    lines = BLOOD_SUV, BLOOD_SUL
    why, sphere = examined.no_suv or examined.no_fdg, examined.landmarks.blood
    blood = _whole(examined.pet, sphere)
    if why is None and examined.ct is None:
        why = f"{examined.no_ct} The aorta is found on the CT."
    elif why is None and examined.landmarks.upside_down:
        why = examined.no_liver
    elif why is None and blood is None:
        why = f"No descending aorta was found ({examined.what_is_seen})."
    if why is not None or blood is None or sphere is None:
        return _impossible(lines, why)
    place = sphere.centre_mm
    millilitres = sphere.volume_ml
    where = f"Measured in {millilitres:g} mL of the descending aorta, placed automatically."
    return (
        BLOOD_SUV.check(blood.mean, f"SUVmean {blood.mean:.2f}. {where}", place),
        _lean(examined, BLOOD_SUL, blood.mean, where, place),
    )


def noise(examined: Examined) -> Check:
    """Noise of the liver around the sphere: what differs between slices, without what they share.

    Second differences along the slices: organs, slopes and texture wider than a few slices cancel.
    Their SD is √1.5 of a slice's if the noise of the three is independent.
    """
    sphere = examined.liver_sphere
    why = examined.no_suv or examined.no_fdg or (examined.no_liver if sphere is None else None)
    if why is not None or sphere is None:
        return NOISE.impossible(why or "")
    lag = max(1, round(NOISE_LAG_MM / examined.pet.spacing_mm[0]))
    block = _cube(examined.pet, sphere.centre_mm, LIVER_LOOK_MM)
    if len(block) < 2 * lag + 3:
        return NOISE.impossible("There are too few slices around the liver's sphere.")
    difference = block[lag:-lag] - (block[: -2 * lag] + block[2 * lag :]) / 2
    difference = difference[np.isfinite(difference)]
    mean = float(np.nanmedian(block))
    if difference.size == 0 or not mean > 0:
        return NOISE.impossible("There is nothing to measure around the liver's sphere.")
    spread = float(np.median(np.abs(difference - np.median(difference)))) / MAD_PER_SD
    percent = 100 * spread / float(np.sqrt(1.5)) / mean
    wide_mm = 2 * LIVER_LOOK_MM
    sentence = (
        f"{percent:.1f} % from slice to slice, {wide_mm:.0f} mm wide around the liver's sphere."
    )
    return _of_filtered(examined, NOISE.check(percent, sentence, sphere.centre_mm))


def _impossible(lines: Sequence[Line], why: str | None) -> tuple[Check, ...]:
    return tuple(line.impossible(why or "") for line in lines)


def _lean(examined: Examined, line: Line, suv: float, where: str, place_mm: Point) -> Check:
    try:
        sul = suv * examined.sul_of_suv()
    except SuvError as error:
        return line.impossible(str(error))
    return line.check(sul, f"SUL {sul:.2f}. {where}", place_mm)


def _of_filtered(examined: Examined, check: Check) -> Check:
    """A check whose limit is for images with a post-filter: without one it cannot fail."""
    if examined.series.role is not Role.UNFILTERED or check.status is not Status.FAIL:
        return check
    with_caution = f"{check.sentence} The image is unfiltered, but the limit is for filtered ones."
    return replace(check, status=Status.LOOK, sentence=with_caution)


def _whole(pet: Volume, sphere: Sphere | None) -> Measurement | None:
    """What a sphere measures, if nothing of it is missing."""
    if sphere is None:
        return None
    measured = measure(pet, sphere)
    return measured if measured.volume_ml > WHOLE * sphere.volume_ml else None


def _cube(volume: Volume, centre_mm: Point, half_mm: float) -> NDArray[np.float32]:
    """The voxels around a place, on the volume's own grid, clipped to it."""
    at = volume.geometry.to_index(centre_mm)
    sides = [
        slice(max(0, round(middle - half_mm / step)), max(0, round(middle + half_mm / step) + 1))
        for middle, step in zip(at.tolist(), volume.spacing_mm, strict=True)
    ]
    return np.asarray(volume.voxels[tuple(sides)], np.float32)
