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

SLICES = Line(
    "Missing slices", "slices", Limits(None, 0.0, "every slice of the scan has to be there")
)
VALUES = Line(
    "Voxels without a number", "voxels", Limits(None, 0.0, "every voxel has to hold a number")
)
LONGEST_CUT_MM = 16.0
TRUNCATION = Line(
    "Truncation",
    "mm",
    Limits(
        None,
        LONGEST_CUT_MM,
        "Station's own: the arms' ends are often cut; the trunk must not be",
    ),
)
CALIBRATION = Line(
    "Calibration",
    "dose in view / weight in view",
    Limits(
        0.75,
        1.25,
        "Station's own: the part in view holds about as much of the dose as of the body's weight",
        0.55,
        1.6,
    ),
)
SHIFT_DIAPHRAGM = Line(
    "PET/CT shift at the diaphragm",
    "mm",
    Limits(
        None, 10.0, "Station's own: quiet breathing moves the diaphragm by about 10 mm", None, 20.0
    ),
)
SHIFT_HEAD = Line(
    "PET/CT shift at the head",
    "mm",
    Limits(
        None,
        5.0,
        "Station's own, after X. Jin et al., Med. Phys. 40 (2013) 102503: motion beyond 5 mm in a "
        "frame makes uptake in the brain wrong by about 9 %",
        None,
        10.0,
    ),
)
EXTRAVASATION = Line(
    "Extravasation at an arm",
    "% of the dose",
    Limits(None, 1.0, "Station's own: every SUV reads too low by this part of the dose", None, 5.0),
)
ORIENTATION = Line(
    "Orientation",
    "% of the liver on the right",
    Limits(70.0, None, "the liver lies on the right", 30.0, None),
)

SHIFTS = SHIFT_DIAPHRAGM.name, SHIFT_HEAD.name

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

# --- Voxels -------------------------------------------------------------------------------------


def slice_gaps(it: Examined) -> Check:
    missing = np.flatnonzero(it.pet.missing)
    place = None
    said = "No slice is missing."
    if len(missing):
        middle = (np.array(it.pet.shape) - 1) / 2
        place = _point(it.pet, (float(missing[0]), middle[1], middle[2]))
        said = f"{len(missing)} of {it.pet.shape[0]} slices were never stored."
    return SLICES.check(float(len(missing)), said, place)


def values(it: Examined) -> Check:
    count, place = 0, None
    said = "Every voxel of the stored slices holds a number."
    for number in np.flatnonzero(~np.isfinite(it.slice_totals) & ~it.pet.missing):
        wrong = np.argwhere(~np.isfinite(it.pet.voxels[number]))
        if place is None and len(wrong):
            place = _point(it.pet, (float(number), *wrong[0].tolist()))
        count += len(wrong)
    if count:
        said = f"{count} voxels of the stored slices hold no number."
    return VALUES.check(float(count), said, place)


def truncation(it: Examined) -> Check:
    """How much of the patient's length is cut by the edge of the PET's or the CT's field."""
    view = it.found.view
    if not view.body.any():
        return TRUNCATION.impossible("No body was found in the image.")
    cut = np.zeros(view.body.shape, np.bool_)
    by: list[str] = []
    for what, volume in (("PET", it.pet), ("CT", it.ct)):
        if volume is None:
            continue
        field, edge = _field(volume, it.found)
        touching = view.body & edge
        if what == "CT" and it.no_suv is None:
            touching |= (view.uptake > TOUCH_SUV) & view.body & ~field
        enough = touching.sum(axis=(1, 2)) * STEP_MM >= EDGE_CONTACT_MM
        low, high = volume.geometry.bounds_mm
        enough &= (view.z_mm > low[2]) & (view.z_mm < high[2])
        if enough.any():
            by.append(what)
            cut |= touching & enough[:, None, None]
    length = float(cut.any(axis=(1, 2)).sum()) * STEP_MM
    of_trunk = float((cut & ~it.found.arms).any(axis=(1, 2)).sum()) * STEP_MM
    if length <= LONGEST_CUT_MM:
        return TRUNCATION.check(length, "The body does not touch the field of view's edge.")
    what = "trunk or head" if of_trunk > LONGEST_CUT_MM else "arms"
    fields = " and the ".join(by)
    said = f"Over {length:.0f} mm the {what} touch the edge of the {fields}'s field of view."
    check = TRUNCATION.check(length, said, view.point(np.argwhere(cut).mean(axis=0)))
    return replace(check, status=Status.FAIL if of_trunk > LONGEST_CUT_MM else Status.LOOK)


def calibration(it: Examined) -> Check:
    """The part of the dose that is in view, over the part of the body's weight that is.

    SUV times volume is activity, both decayed alike, over dose per weight.
    """
    if it.no_suv is not None or it.known is None:
        return CALIBRATION.impossible(it.no_suv or "The header holds no dose.")
    weight = it.known.weight_kg
    if weight.problem is not None:
        return CALIBRATION.impossible(as_sentence(weight.problem.sentence))
    kg = weight.needed()
    view = it.found.view
    of_weight = _mass_kg(it.found) / kg
    if of_weight < SMALLEST_SHARE_OF_WEIGHT:
        return CALIBRATION.impossible(
            f"Only {100 * of_weight:.0f} % of the body's weight is in view "
            f"({it.what_is_seen}); how much of the dose that part should hold is not known.",
        )
    totals = it.slice_totals.copy()
    for number in np.flatnonzero(~np.isfinite(totals)):
        totals[number] = np.nansum(it.pet.voxels[number], dtype=np.float64)
    activity = float(totals.sum())
    of_dose = activity * it.pet.geometry.voxel_volume_ml / (1000 * kg)
    said = (
        f"{100 * of_dose:.0f} % of the decayed dose in {100 * of_weight:.0f} % of the body's "
        f"weight ({it.what_is_seen})."
    )
    if view.hu is None:
        said += " Without a CT the weight in view is less sure."
    return CALIBRATION.check(of_dose / of_weight, said)


# --- PET against CT ----------------------------------------------------------------------------


def shifts(it: Examined) -> tuple[Check, Check]:
    """Misregistration at the diaphragm and at the head."""
    at_diaphragm = "diaphragm", SHIFT_DIAPHRAGM, shift_at_diaphragm
    at_head = "head", SHIFT_HEAD, shift_at_head
    seen = it.found.dome_mm is not None, it.found.brain is not None
    with ThreadPoolExecutor(2) as pool:  # ITK computes without the GIL
        diaphragm, head = (
            pool.submit(_shift, it, *place, seen=there)
            for place, there in zip((at_diaphragm, at_head), seen, strict=True)
        )
        return diaphragm.result(), head.result()


def _shift(
    it: Examined,
    what: str,
    line: Line,
    register: Callable[[Landmarks], Shift | None],
    *,
    seen: bool,
) -> Check:
    if it.ct is None:
        return line.impossible(it.no_ct)
    if not seen:
        return line.impossible(f"The {what} was not found ({it.what_is_seen}).")
    shift = register(it.found)
    if shift is None:
        return line.impossible(
            f"At the {what} PET and CT could not be registered. Compare them by eye."
        )
    return line.check(shift.distance_mm, _in_words(shift), shift.at_mm)


# --- Arms and orientation ----------------------------------------------------------------------


def extravasation(it: Examined) -> Check:
    """The part of the dose in the hottest focus of an arm, above the arms' usual uptake."""
    arms, view = it.found.arms, it.found.view
    weight = None if it.known is None else it.known.weight_kg
    if it.no_suv is not None or weight is None:
        return EXTRAVASATION.impossible(it.no_suv or "The header holds no weight.")
    if weight.problem is not None:
        return EXTRAVASATION.impossible(as_sentence(weight.problem.sentence))
    if not arms.any():
        return EXTRAVASATION.impossible(
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
        return EXTRAVASATION.check(0.0, said)
    usual = float(np.median(view.uptake[arms]))
    labels, _ = ndimage.label(uptake > usual + FOCUS_SHARE * (highest - usual))
    focus = labels == labels[hottest]
    excess = float((view.uptake[focus] - usual).sum()) * STEP_MM**3 / 1000
    percent = 100 * excess / (1000 * weight.needed())
    said = (
        f"A focus of SUV {highest:.1f} at an arm holds {percent:.2f} % of the dose. An "
        "extravasation, or a lesion: look."
    )
    check = EXTRAVASATION.check(percent, said, view.point([int(i) for i in hottest]))
    return replace(check, status=Status.LOOK) if check.status is Status.PASS else check


def orientation(it: Examined) -> Check:
    """Whether the head is up and the liver on the right, as the header's positions say."""
    found = it.found
    if found.upside_down and found.brain is not None:
        z, y, x = (float(v) for v in np.argwhere(found.brain).mean(axis=0))
        check = ORIENTATION.check(
            0.0,
            "The head lies at the feet's end of the image: the header's positions are wrong.",
            found.view.point((z, y, x)),
        )
        return replace(check, status=Status.FAIL)
    sides = [0.0 if one is None else one.volume_ml for one in (found.liver, found.liver_left)]
    if sum(sides) == 0:
        return ORIENTATION.impossible(f"No liver was found on either side ({it.what_is_seen}).")
    share = 100 * sides[0] / sum(sides)
    if share >= 50:
        said = "The liver lies on the patient's right, and the head is not below it."
    else:
        said = (
            "The liver lies on the patient's left: the header swaps the sides, or the patient "
            "has a situs inversus."
        )
    larger = found.liver if share >= 50 else found.liver_left
    return ORIENTATION.check(share, said, None if larger is None else larger.sphere.centre_mm)


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
