"""What the image shows as a whole: gaps, truncation, scale, PET against CT, arms, orientation."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np
from scipy import ndimage as untyped_ndimage

from station.pet.image_quality import Check, Limits, Status
from station.pet.voi import Point
from station.pet.volume import Volume
from station.quality.examined import Examined, Line, as_sentence
from station.quality.landmarks import Landmarks
from station.quality.registration import Shift, shift_at_diaphragm, shift_at_head
from station.quality.working_grid import STEP_MM, Mask, millilitres

ndimage: Any = untyped_ndimage  # its own types are incomplete

WHOLE_SCAN = "every slice of the scan has to be there"
NUMBERS = "every voxel has to hold a number"
ARMS = "Station's own: the arms' ends are often cut; the trunk must not be"
DOSE_IN_VIEW = (
    "Station's own: the part in view holds about as much of the dose as of the body's weight"
)
BREATHING = "Station's own: quiet breathing moves the diaphragm by about 10 mm"
MOTION = (
    "Station's own, after X. Jin et al., Med. Phys. 40 (2013) 102503: motion beyond 5 mm in a "
    "frame makes uptake in the brain wrong by about 9 %"
)
LEFT_AT_ARM = "Station's own: every SUV reads too low by this part of the dose"
SIDE = "the liver lies on the right"
"""Where the limits below are from"""

LONGEST_CUT_MM = 16.0
SLICES = Line("Missing slices", "slices", Limits(None, 0.0, WHOLE_SCAN))
VALUES = Line("Voxels without a number", "voxels", Limits(None, 0.0, NUMBERS))
TRUNCATION = Line("Truncation", "mm", Limits(None, LONGEST_CUT_MM, ARMS))
CALIBRATION = Line(
    "Calibration", "dose in view / weight in view", Limits(0.75, 1.25, DOSE_IN_VIEW, 0.55, 1.6)
)
SHIFT_DIAPHRAGM = Line(
    "PET/CT shift at the diaphragm", "mm", Limits(None, 10.0, BREATHING, None, 20.0)
)
SHIFT_HEAD = Line("PET/CT shift at the head", "mm", Limits(None, 5.0, MOTION, None, 10.0))
EXTRAVASATION = Line(
    "Extravasation at an arm", "% of the dose", Limits(None, 1.0, LEFT_AT_ARM, None, 5.0)
)
ORIENTATION = Line("Orientation", "% of the liver on the right", Limits(70.0, None, SIDE, 30.0))

SHIFTS = SHIFT_DIAPHRAGM.name, SHIFT_HEAD.name

FOCUS_SUV = 3.0
"""An arm that is nowhere hotter has no extravasation: muscle and vein stay below 2"""
LEAST_PERCENT = 0.02
"""Of the dose: less takes nothing from the image; 2 mL of SUV 10 are 0.025 % in 80 kg"""
FOCUS_SHARE = 0.1
"""A focus is what is connected above this fraction of its height over the arm: four fifths of the
activity of a blurred point"""
SMALLEST_SHARE_OF_WEIGHT = 0.25
"""With less of the body in view, it is unknown how much of the dose it should contain"""
EDGE_CONTACT_MM = 12.0
"""A slice is truncated if the body touches this much of the field's edge"""
TOUCH_SUV = 0.3

# --- Voxels -------------------------------------------------------------------------------------


def slice_gaps(examined: Examined) -> Check:
    missing = np.flatnonzero(examined.pet.missing)
    place = None
    sentence = "No slice is missing."
    if len(missing):
        middle = (np.array(examined.pet.shape) - 1) / 2
        place = _point(examined.pet, (float(missing[0]), middle[1], middle[2]))
        sentence = f"{len(missing)} of {examined.pet.shape[0]} slices were never stored."
    return SLICES.check(float(len(missing)), sentence, place)


def values(examined: Examined) -> Check:
    count, place = 0, None
    sentence = "Every voxel of the stored slices has a value."
    for number in np.flatnonzero(~np.isfinite(examined.slice_totals) & ~examined.pet.missing):
        wrong = np.argwhere(~np.isfinite(examined.pet.voxels[number]))
        if place is None and len(wrong):
            place = _point(examined.pet, (float(number), *wrong[0].tolist()))
        count += len(wrong)
    if count:
        sentence = f"{count} voxels of the stored slices have no value."
    return VALUES.check(float(count), sentence, place)


def truncation(examined: Examined) -> Check:
    """How much of the patient's length is truncated by the edge of the PET's or the CT's field."""
    view = examined.landmarks.view
    if not view.body.any():
        return TRUNCATION.impossible("No body was found in the image.")
    cut = np.zeros(view.body.shape, np.bool_)
    by: list[str] = []
    for what, volume in (("PET", examined.pet), ("CT", examined.ct)):
        if volume is None:
            continue
        field, edge = _field(volume, examined.landmarks)
        touching = view.body & edge
        if what == "CT" and examined.no_suv is None:
            touching |= (view.uptake > TOUCH_SUV) & view.body & ~field
        enough = touching.sum(axis=(1, 2)) * STEP_MM >= EDGE_CONTACT_MM
        low, high = volume.geometry.bounds_mm
        enough &= (view.z_mm > low[2]) & (view.z_mm < high[2])
        if enough.any():
            by.append(what)
            cut |= touching & enough[:, None, None]
    length = float(cut.any(axis=(1, 2)).sum()) * STEP_MM
    of_trunk = float((cut & ~examined.landmarks.arms).any(axis=(1, 2)).sum()) * STEP_MM
    if length <= LONGEST_CUT_MM:
        return TRUNCATION.check(length, "The body does not touch the field of view's edge.")
    what = "trunk or head" if of_trunk > LONGEST_CUT_MM else "arms"
    fields = " and the ".join(by)
    sentence = f"Over {length:.0f} mm the {what} touch the edge of the {fields}'s field of view."
    check = TRUNCATION.check(length, sentence, view.point(np.argwhere(cut).mean(axis=0)))
    return replace(check, status=Status.FAIL if of_trunk > LONGEST_CUT_MM else Status.LOOK)


def calibration(examined: Examined) -> Check:
    """The fraction of the dose in view, divided by the fraction of the body's weight in view.

    SUV times volume is activity over dose per weight, both decayed alike.
    """
    if examined.no_suv is not None or examined.known is None:
        return CALIBRATION.impossible(examined.no_suv or "The header has no dose.")
    weight = examined.known.weight_kg
    if weight.problem is not None:
        return CALIBRATION.impossible(as_sentence(weight.problem.sentence))
    kg = weight.needed()
    view = examined.landmarks.view
    of_weight = _mass_kg(examined.landmarks) / kg
    if of_weight < SMALLEST_SHARE_OF_WEIGHT:
        return CALIBRATION.impossible(
            f"Only {100 * of_weight:.0f} % of the body's weight is in view "
            f"({examined.what_is_seen}); it is unknown how much of the dose that part should "
            "contain.",
        )
    totals = examined.slice_totals.copy()
    for number in np.flatnonzero(~np.isfinite(totals)):
        totals[number] = np.nansum(examined.pet.voxels[number], dtype=np.float64)
    activity = float(totals.sum())
    of_dose = activity * examined.pet.geometry.voxel_volume_ml / (1000 * kg)
    sentence = (
        f"{100 * of_dose:.0f} % of the decayed dose in {100 * of_weight:.0f} % of the body's "
        f"weight ({examined.what_is_seen})."
    )
    if view.hu is None:
        sentence += " Without a CT the weight in view is less reliable."
    return CALIBRATION.check(of_dose / of_weight, sentence)


# --- PET against CT ----------------------------------------------------------------------------


def shifts(examined: Examined) -> tuple[Check, Check]:
    """Misregistration at the diaphragm and at the head."""
    at_diaphragm = "diaphragm", SHIFT_DIAPHRAGM, shift_at_diaphragm
    at_head = "head", SHIFT_HEAD, shift_at_head
    seen = examined.landmarks.dome_mm is not None, examined.landmarks.brain is not None
    with ThreadPoolExecutor(2) as pool:  # ITK computes without the GIL
        diaphragm, head = (
            pool.submit(_shift, examined, *place, seen=there)
            for place, there in zip((at_diaphragm, at_head), seen, strict=True)
        )
        return diaphragm.result(), head.result()


def _shift(
    examined: Examined,
    what: str,
    line: Line,
    register: Callable[[Landmarks], Shift | None],
    *,
    seen: bool,
) -> Check:
    if examined.ct is None:
        return line.impossible(examined.no_ct)
    if not seen:
        return line.impossible(f"The {what} was not found ({examined.what_is_seen}).")
    shift = register(examined.landmarks)
    if shift is None:
        return line.impossible(
            f"At the {what} PET and CT could not be registered. Compare them by eye."
        )
    return line.check(shift.distance_mm, _in_words(shift), shift.at_mm)


# --- Arms and orientation ----------------------------------------------------------------------


def extravasation(examined: Examined) -> Check:
    """The fraction of the dose in the hottest focus of an arm, above the arms' usual uptake."""
    arms, view = examined.landmarks.arms, examined.landmarks.view
    weight = None if examined.known is None else examined.known.weight_kg
    if examined.no_suv is not None or weight is None:
        return EXTRAVASATION.impossible(examined.no_suv or "The header has no weight.")
    if weight.problem is not None:
        return EXTRAVASATION.impossible(as_sentence(weight.problem.sentence))
    if not arms.any():
        return EXTRAVASATION.impossible(
            "No arm was found separate from trunk and head, so the injection site may be out of "
            "view.",
        )
    # Leakage through the skin, and blur, are also next to the arm.
    wide = ndimage.binary_dilation(arms, iterations=2) & ~(view.body & ~arms)
    uptake = np.where(wide, view.uptake, 0.0)
    hottest = np.unravel_index(int(uptake.argmax()), uptake.shape)
    highest = float(uptake[hottest])
    z = view.z_mm[np.flatnonzero(arms.any(axis=(1, 2)))[[0, -1]]]
    length = float(z[1] - z[0])
    if highest < FOCUS_SUV:
        sentence = (
            f"No focus: SUV {highest:.1f} at most along the {length:.0f} mm of the arms that "
            "are in view."
        )
        return EXTRAVASATION.check(0.0, sentence)
    usual = float(np.median(view.uptake[arms]))
    labels, _ = ndimage.label(uptake > usual + FOCUS_SHARE * (highest - usual))
    focus = labels == labels[hottest]
    excess = float((view.uptake[focus] - usual).sum()) * STEP_MM**3 / 1000
    percent = 100 * excess / (1000 * weight.needed())
    if percent < LEAST_PERCENT:
        sentence = (
            f"The hottest focus at an arm, SUV {highest:.1f}, contains {percent:.1g} % of the "
            "dose: too little to be missed elsewhere."
        )
        return EXTRAVASATION.check(percent, sentence)
    sentence = (
        f"A focus of SUV {highest:.1f} at an arm contains {percent:.2f} % of the dose: an "
        "extravasation or a lesion. Please look."
    )
    check = EXTRAVASATION.check(percent, sentence, view.point([int(i) for i in hottest]))
    return replace(check, status=Status.LOOK) if check.status is Status.PASS else check


def orientation(examined: Examined) -> Check:
    """Whether the head is up and the liver on the right, according to the header's positions."""
    organs = examined.landmarks
    if organs.upside_down and organs.brain is not None:
        z, y, x = (float(v) for v in np.argwhere(organs.brain).mean(axis=0))
        check = ORIENTATION.check(
            0.0,
            "The head is at the foot end of the image: the header's positions are wrong.",
            organs.view.point((z, y, x)),
        )
        return replace(check, status=Status.FAIL)
    liver = organs.liver
    if liver is None:
        return ORIENTATION.impossible(f"No liver was found ({examined.what_is_seen}).")
    at_mm, share = liver.sphere.centre_mm, 100 * liver.right_share
    if organs.mirrored:
        return ORIENTATION.check(
            share,
            "The liver is on the patient's left: the header swaps the sides, or the patient has "
            "situs inversus.",
            at_mm,
        )
    check = ORIENTATION.check(
        share, "The liver is on the patient's right, and the head is not below it.", at_mm
    )
    if check.status is Status.PASS:
        return check
    # The midline of a patient who lies askew, or whose arm is cut off, is not the spine's.
    sentence = (
        f"{share:.0f} % of the liver is right of the body's middle; the rest of the body does not "
        "look mirrored. Please look."
    )
    return replace(check, status=Status.LOOK, sentence=sentence)


def _point(volume: Volume, index: Sequence[float]) -> Point:
    x, y, z = volume.geometry.to_patient(np.array(index, dtype=np.float64)).tolist()
    return x, y, z


def _in_words(shift: Shift) -> str:
    x, y, z = shift.vector_mm
    return (
        f"The PET is shifted {abs(z):.0f} mm towards the {'head' if z > 0 else 'feet'}, "
        f"{abs(y):.0f} mm to the {'back' if y > 0 else 'front'} and {abs(x):.0f} mm to the "
        f"{'left' if x > 0 else 'right'} of the CT, turned by {shift.rotation_deg:.1f}°."
    )


def _mass_kg(organs: Landmarks) -> float:
    """Mass of the body in view: from the CT's density, or water's without a CT."""
    view = organs.view
    if view.hu is None:
        return millilitres(view.body) / 1000
    hu = view.hu[view.body]
    # Bone is calcium: its HU rise twice as fast as its density (W. Schneider et al., Phys. Med.
    # Biol. 45 (2000) 459).
    density = np.where(hu < 100, 1 + hu / 1000, 1.05 + 0.0006 * hu)
    return float(np.clip(density, 0, 2.0).sum()) * STEP_MM**3 / 1e6


def _field(volume: Volume, organs: Landmarks) -> tuple[Mask, Mask]:
    """(a volume's field of view, and its rim) on the working grid's plane, (1, rows, columns).

    A field is round if only one value is stored outside the circle of the matrix.
    """
    view = organs.view
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
