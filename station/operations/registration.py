"""Where a place of one date is on another: the rigid registration of two whole bodies.

Two images of one frame of reference need none. Otherwise both bodies are brought onto working grids
of 4 mm without their arms; the search starts where organs that both dates show coincide, or where
the bodies correlate best (fields of view may differ), and SimpleITK refines it: on the CTs where
both dates have one, else on the uptake without bladder, kidneys, heart, bowel, lesions and
anything hot, because they differ between two dates of one patient. What is left between the same
surfaces of both dates is the quality.

A body is not rigid: neck, arms and breath move, and one motion for all of it leaves 5 to 15 mm
there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import fft as untyped_fft
from scipy import ndimage as untyped_ndimage

from station.errors import Cancelled, StationError
from station.operations.images import PetCt
from station.pet.alignment import SAME_FRAME, Alignment, How, Verdict
from station.pet.study import same_patient_space
from station.pet.volume import FloatArray, Unit, Volume
from station.progress import Report, part, silent
from station.quality.landmarks import Landmarks, find_landmarks
from station.quality.organs import CELL_MM, Organs, Tissue
from station.quality.working_grid import AIR_HU, STEP_MM, Mask, View, millilitres, view_of

ndimage: Any = untyped_ndimage  # its own types are incomplete
fft: Any = untyped_fft

UNSTABLE = (
    Tissue.BLADDER,
    Tissue.KIDNEYS,
    Tissue.HEART,
    Tissue.GUT,
    Tissue.LESION,
)
"""Their uptake differs between two dates of one patient; so do the arms, which are left out"""
START_ORGANS = (Tissue.BRAIN, Tissue.LUNGS, Tissue.LIVER, Tissue.HEART, Tissue.SPLEEN)
COMPARED = (Tissue.BRAIN, Tissue.LUNGS, Tissue.LIVER)
"""Organs whose surfaces are compared, as well as the skin"""
NOT_CUT_MM = 16.0
"""An organ closer to the end of the body in view may be cut there: its centre says nothing"""
HOT = 3.0
"""Hotter than this many times the body's median, and not brain: a tumour, or excreted tracer"""
HIGHEST = 4.0
"""Uptake is clipped at this many times the body's median"""
HU_WINDOW = (-1000.0, 300.0)

SHRINKS, SIGMAS_MM = (4, 2, 1), (8.0, 5.0, 3.0)
SHARES = (1.0, 0.5, 0.12)
"""Of the body's voxels that are compared on each level"""
SEED = 1
ITERATIONS = (80, 60, 40)
FIRST_MM, LAST_MM = 6.0, 0.05
BINS = 32
LEAST_OVERLAP = 0.35
"""Of the smaller body, for a place at which two bodies can correlate"""
LEAST_ML = 1000.0
"""A body of less is not a body: a phantom's sphere, an empty image"""
TRY_STARTS = 3

GOOD_MM, DOUBTFUL_MM = 6.0, 12.0
"""Median distance of the surfaces up to which an alignment is good, or doubtful. Two dates of one
patient leave 2 to 4 mm in the trunk; two different patients 8 and more"""
LARGEST_DEG = 35.0
"""No patient lies turned by more between two dates"""
SHORTEST_MM = 150.0
"""Of the body that both dates show; less is doubtful"""
RIM_MM = 16.0
"""From the ends of the field of view, where surfaces end without being there"""


@dataclass(frozen=True, eq=False)
class Body:
    """One date's body as it is registered."""

    view: View
    organs: Organs | None
    """None: they could not be looked for"""
    is_pet_ct: bool

    @cached_property
    def cells(self) -> NDArray[np.uint8]:
        """`Tissue` of each voxel of the working grid; BODY and AIR without organs."""
        if self.organs is None:
            return np.where(self.view.body, Tissue.BODY, Tissue.AIR).astype(np.uint8)
        fine = self.organs.cells
        for axis, size in enumerate(self.view.uptake.shape):
            fine = np.repeat(fine, round(CELL_MM / STEP_MM), axis).take(range(size), axis)
        return fine

    @cached_property
    def trunk(self) -> Mask:
        """The body without arms, and without the voxels next to them."""
        arms = self.cells == Tissue.ARMS
        if arms.any():
            arms = ndimage.binary_dilation(arms, iterations=2)
        return np.asarray(self.view.body & ~arms, np.bool_)

    @cached_property
    def level(self) -> float:
        """Median uptake of the trunk."""
        inside = self.view.uptake[self.trunk]
        return float(np.median(inside)) if inside.size else 0.0

    @cached_property
    def unstable(self) -> Mask:
        """Where the uptake may differ between two dates of one patient, with what it blurs into."""
        hot = self.view.uptake > HOT * max(self.level, 1e-12)
        unstable = np.isin(self.cells, UNSTABLE) | (hot & (self.cells != Tissue.BRAIN))
        if unstable.any():
            unstable = ndimage.binary_dilation(unstable, iterations=2)
        return np.asarray(unstable, np.bool_)

    @cached_property
    def evened(self) -> NDArray[np.float32]:
        """Uptake relative to the body's, the root of it: what differs between dates is 1."""
        relative = np.clip(self.view.uptake / np.float32(max(self.level, 1e-12)), 0, HIGHEST)
        relative[self.unstable & self.view.body] = 1.0
        relative[~self.view.body] = np.minimum(relative[~self.view.body], 0.3)
        return np.sqrt(relative).astype(np.float32)

    def centre_mm(self, tissue: Tissue) -> FloatArray | None:
        """An organ's centre; None where it was not found or may be cut by the end of the image."""
        if self.organs is None:
            return None
        where = np.argwhere(self.organs.cells == tissue)
        if not len(where):
            return None
        body = np.flatnonzero((self.organs.cells != Tissue.AIR).any(axis=(1, 2)))
        margin = NOT_CUT_MM / CELL_MM
        below, above = where[:, 0].min() - body[0], body[-1] - where[:, 0].max()
        # Above the brain is the crown, which is no cut as long as there is air above it.
        if tissue is Tissue.BRAIN and body[-1] < len(self.organs.cells) - 2:
            above = margin
        if min(below, above) < margin:
            return None
        return self.organs.geometry.to_patient(where.mean(axis=0))

    @cached_property
    def body_centre_mm(self) -> FloatArray:
        where = np.argwhere(self.trunk)
        middle = where.mean(axis=0) if len(where) else (np.array(self.trunk.shape) - 1) / 2
        return self.view.geometry.to_patient(middle)


def landmarks_of(images: PetCt, report: Report = silent) -> Landmarks | None:
    """The organs of one date; None where the finder is missing or there is hardly a body."""
    pet, ct = images.pet.volume, _ct_of(images)
    view = view_of(pet, ct)
    if millilitres(view.body) < LEAST_ML:
        return None
    try:
        return find_landmarks(pet, ct, report, view)
    except StationError:  # the finder's weights are missing
        return None


def body_of(images: PetCt, landmarks: Landmarks | None = None, report: Report = silent) -> Body:
    """The body of one date. `landmarks`: the organs, where a check has found them already."""
    landmarks = landmarks or landmarks_of(images, report)
    if landmarks is None:
        view = view_of(images.pet.volume, _ct_of(images))
        return Body(view, None, view.hu is not None)
    return Body(landmarks.view, landmarks.organs, landmarks.view.hu is not None)


def _ct_of(images: PetCt) -> Volume | None:
    """The CT, if it is in HU."""
    ct = None if images.ct is None else images.ct.volume
    return None if ct is None or ct.unit is not Unit.HU else ct


def register(
    current: PetCt,
    prior: PetCt,
    *,
    landmarks: tuple[Landmarks | None, Landmarks | None] = (None, None),
    report: Report = silent,
) -> Alignment:
    """The motion from the current image to the prior one. Seconds; the same images give the same.

    Never refuses: where the registration fails, the bodies' centres are put on each other, the
    verdict says so, and the sentence says why. Raises Cancelled.
    """
    if same_patient_space(current.pet.series, prior.pet.series):
        return SAME_FRAME
    now = body_of(current, landmarks[0], part(report, 0.0, 0.2))
    before = body_of(prior, landmarks[1], part(report, 0.2, 0.4))
    return register_bodies(now, before, part(report, 0.4, 1.0))


def register_bodies(now: Body, before: Body, report: Report = silent) -> Alignment:
    """As `register`, of two bodies that need not be of one frame of reference."""
    for body, date in ((now, "current"), (before, "prior")):
        if millilitres(body.trunk) < LEAST_ML or not body.level > 0:
            return _offset(now, before, f"The {date} image shows no body that can be registered.")
    report(0.0, "Looking for the same body on both dates")
    starts = _starts(now, before)
    try:
        matrix = _refined(now, before, starts, report)
    except RuntimeError:  # ITK raises it for images that do not overlap or are constant
        return _offset(now, before, "The two bodies do not overlap.")
    report(0.95, "Comparing the bodies' surfaces")
    return _judged(now, before, matrix)


# --- Where the search starts --------------------------------------------------------------------


def _starts(now: Body, before: Body) -> list[FloatArray]:
    """Shifts from the current to the prior body, the most trustworthy first."""
    shifts: list[FloatArray] = []
    both = [
        (a, b)
        for a, b in ((now.centre_mm(t), before.centre_mm(t)) for t in START_ORGANS)
        if a is not None and b is not None
    ]
    if both:
        shifts.append(np.median([b - a for a, b in both], axis=0))
    shifts.append(_correlated(now, before))
    if not both:
        shifts.append(before.body_centre_mm - now.body_centre_mm)
    return shifts


def _correlated(now: Body, before: Body) -> FloatArray:
    """The shift at which both evened bodies, in cells of 8 mm, correlate best where they overlap.

    Normalised correlation of masked images: D. Padfield, IEEE Trans. Image Process. 21 (2012) 2706.
    """
    one, other = (_coarse(body) for body in (now, before))
    shape = [
        fft.next_fast_len(a + b - 1, real=True)
        for a, b in zip(one[0].shape, other[0].shape, strict=True)
    ]
    (f, m), (g, n) = one, other

    def of(image: NDArray[np.float32]) -> Any:
        return fft.rfftn(image, shape)

    def product(a: Any, b: Any) -> NDArray[np.float64]:
        return np.asarray(fft.irfftn(a * np.conj(b), shape), np.float64)

    fm, gn = of(m), of(n)
    ff, gg = of(f * m), of(g * n)
    count = np.maximum(np.rint(product(gn, fm)), 0)
    sum_f, sum_g = product(gn, ff), product(gg, fm)
    safe = np.maximum(count, 1)
    # In place: each of these arrays holds 20 MB.
    over = product(gg, ff)
    over -= sum_f * sum_g / safe
    under = np.maximum(product(gn, of(f * f * m)) - sum_f**2 / safe, 0)
    under *= np.maximum(product(of(g * g * n), fm) - sum_g**2 / safe, 0)
    np.sqrt(under, out=under)
    enough = count >= LEAST_OVERLAP * min(float(m.sum()), float(n.sum()))
    # Air is in the images: a place with more overlap is as likely as one that fits a little better.
    score = np.where(enough & (under > 1e-6), over / np.maximum(under, 1e-6), -1.0)
    at = np.array(np.unravel_index(int(score.argmax()), score.shape), dtype=np.float64)
    size = np.array(shape)
    at = np.where(at > size / 2, at - size, at)
    first, then = (body.view.geometry.to_patient((0, 0, 0)) for body in (now, before))
    # Voxel k of the current body lies on voxel k + at of the prior one.
    return then - first + at[::-1] * 2 * STEP_MM


def _coarse(body: Body) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(evened uptake in cells of 2×2×2 voxels, where there is an image of the trunk or its air)."""
    arms = body.view.body & ~body.trunk
    mask = (~arms).astype(np.float32)
    values = body.evened * mask
    return _pooled(values), (_pooled(mask) > 0.5).astype(np.float32)


def _pooled(values: NDArray[np.float32]) -> NDArray[np.float32]:
    even = np.pad(values, [(0, size % 2) for size in values.shape])
    s, r, c = (size // 2 for size in even.shape)
    return even.reshape(s, 2, r, 2, c, 2).mean((1, 3, 5))


# --- The refinement -----------------------------------------------------------------------------


def _refined(now: Body, before: Body, starts: Sequence[FloatArray], report: Report) -> FloatArray:
    """The motion (4×4) that ITK finds from the best start."""
    itk = _itk()
    on_ct = now.is_pet_ct and before.is_pet_ct
    fixed, moving = (_image(itk, _values(body, on_ct), body) for body in (now, before))
    method = itk.ImageRegistrationMethod()
    if on_ct:
        method.SetMetricAsCorrelation()
    else:
        method.SetMetricAsMattesMutualInformation(BINS)
    method.SetMetricFixedMask(_image(itk, _compared(now, on_ct), now))
    method.SetMetricMovingMask(_image(itk, _compared(before, on_ct), before))
    method.SetInterpolator(itk.sitkLinear)
    method.SetOptimizerScalesFromPhysicalShift()
    method.SmoothingSigmasAreSpecifiedInPhysicalUnitsOn()
    centre = now.body_centre_mm.tolist()
    stopped: list[Cancelled] = []
    method.AddCommand(itk.sitkIterationEvent, _watch(method, report, stopped))
    results: list[tuple[float, Any]] = []
    for start in starts[:TRY_STARTS]:
        rigid = itk.Euler3DTransform()
        rigid.SetCenter(centre)
        rigid.SetTranslation(start.tolist())
        try:
            results.append(_level(itk, method, fixed, moving, rigid, 0))
        except RuntimeError:
            if stopped:
                raise stopped[0] from None
        if stopped:
            raise stopped[0]
    if not results:
        raise RuntimeError("no start overlaps")
    _, transform = min(results, key=lambda result: result[0])
    for level in (1, 2):
        report(0.3 * level, "Registering the bodies")
        _, transform = _level(itk, method, fixed, moving, transform, level)
        if stopped:
            raise stopped[0]
    matrix = np.eye(4)
    turn = np.array(transform.GetMatrix()).reshape(3, 3)
    matrix[:3, :3] = turn
    about = np.array(transform.GetCenter())
    matrix[:3, 3] = about + np.array(transform.GetTranslation()) - turn @ about
    return matrix


def _level(
    itk: Any, method: Any, fixed: Any, moving: Any, start: Any, level: int
) -> tuple[float, Any]:
    """(the metric, lower is better; the transform) after one level of the pyramid."""
    method.SetShrinkFactorsPerLevel([SHRINKS[level]])
    method.SetSmoothingSigmasPerLevel([SIGMAS_MM[level]])
    share = SHARES[level]
    strategy = method.NONE if share >= 1 else method.REGULAR
    method.SetMetricSamplingStrategy(strategy)
    method.SetMetricSamplingPercentage(share, SEED)
    method.SetOptimizerAsRegularStepGradientDescent(
        learningRate=FIRST_MM / 2**level,
        minStep=LAST_MM,
        numberOfIterations=ITERATIONS[level],
        relaxationFactor=0.6,
    )
    method.SetInitialTransform(start, inPlace=False)
    result = itk.CompositeTransform(method.Execute(fixed, moving)).GetNthTransform(0)
    return float(method.GetMetricValue()), itk.Euler3DTransform(result)


def _watch(method: Any, report: Report, stopped: list[Cancelled]) -> Any:
    """An observer that reports, and stops ITK when it should stop: no exception crosses C++."""

    def observe() -> None:
        try:
            report(0.1, "Registering the bodies")
        except Cancelled as cancelled:
            stopped.append(cancelled)
            method.StopRegistration()

    return observe


def _values(body: Body, on_ct: bool) -> NDArray[np.float32]:
    if not on_ct:
        return body.evened
    assert body.view.hu is not None
    hu = np.clip(body.view.hu, *HU_WINDOW).astype(np.float32)
    hu[~body.view.body] = AIR_HU  # the couch stays where it is
    return hu


def _compared(body: Body, on_ct: bool) -> NDArray[np.uint8]:
    """The trunk and the air around it, not the arms and what is near them; on the PET not what
    differs between dates."""
    arms = body.cells == Tissue.ARMS
    arms |= body.view.body & ~body.trunk
    around = ndimage.binary_dilation(body.trunk, iterations=5)
    near_arms = ndimage.binary_dilation(arms, iterations=2) if arms.any() else arms
    inside = around & ~near_arms
    if not on_ct:
        inside &= ~body.unstable
    elif body.view.ct_seen is not None:
        inside &= body.view.ct_seen
    return inside.astype(np.uint8)


def _image(itk: Any, values: NDArray[Any], body: Body) -> Any:
    image = itk.GetImageFromArray(np.ascontiguousarray(values))
    image.SetSpacing((STEP_MM,) * 3)
    image.SetOrigin(body.view.point((0, 0, 0)))
    return image


def _itk() -> Any:
    """SimpleITK, which comes without types."""
    import SimpleITK  # takes half a second

    itk: Any = SimpleITK
    # Several threads sum in another order each time.
    itk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    return itk


# --- How good it is -----------------------------------------------------------------------------


def _judged(now: Body, before: Body, matrix: FloatArray) -> Alignment:
    distances = _distances(now, before, matrix)
    turned = float(np.degrees(np.arccos(np.clip((np.trace(matrix[:3, :3]) - 1) / 2, -1, 1))))
    if not len(distances):
        return _offset(now, before, "The two images show no part of the body in common.")
    median, far = float(np.median(distances)), float(np.percentile(distances, 95))
    if turned > LARGEST_DEG:
        return _offset(
            now,
            before,
            f"The registration turned the body by {turned:.0f}°, which no patient does.",
        )
    if median > DOUBTFUL_MM:
        return _offset(
            now,
            before,
            f"After the registration the bodies' surfaces are still {median:.0f} mm apart.",
        )
    common = _common_mm(now, before, matrix)
    what = "skin and organs" if now.organs is not None and before.organs is not None else "skin"
    images = "CTs" if now.is_pet_ct and before.is_pet_ct else "PETs"
    sentence = (
        f"Registered by the {images}: {what} of both dates are {median:.1f} mm apart (median; 95 % "
        f"within {far:.1f} mm), turned by {turned:.1f}°, over {common:.0f} mm of the body."
    )
    if median > GOOD_MM or common < SHORTEST_MM:
        return Alignment(matrix, How.REGISTERED, Verdict.DOUBTFUL, f"{sentence} Check it.", median)
    return Alignment(matrix, How.REGISTERED, Verdict.GOOD, sentence, median)


def _distances(now: Body, before: Body, matrix: FloatArray) -> FloatArray:
    """mm from surfaces of the current date to the same surfaces of the prior one, after a motion.

    Where the prior image does not reach, and near the ends of both, surfaces are left out.
    """
    parts: list[FloatArray] = []
    for mask, other in _pairs(now, before):
        surface = mask & ~ndimage.binary_erosion(mask)
        points = np.argwhere(surface & _inner(now))
        if not len(points):
            continue
        there = now.view.geometry.to_patient(points) @ matrix[:3, :3].T + matrix[:3, 3]
        index = before.view.geometry.to_index(there)
        edge = other & ~ndimage.binary_erosion(other)
        depth = ndimage.distance_transform_edt(~edge, STEP_MM)
        nearest = np.rint(index).astype(np.int64)
        bounds = np.array(depth.shape)
        inside: Mask = np.asarray(((nearest >= 0) & (nearest < bounds)).all(axis=1))
        inside[inside] = _inner(before)[tuple(nearest[inside].T)]
        parts.append(ndimage.map_coordinates(depth, index[inside].T, order=1, mode="nearest"))
    return np.concatenate(parts) if parts else np.zeros(0)


def _pairs(now: Body, before: Body) -> list[tuple[Mask, Mask]]:
    pairs = [(now.trunk, before.trunk)]
    if now.organs is not None and before.organs is not None:
        for tissue in COMPARED:
            one, other = now.cells == tissue, before.cells == tissue
            if one.any() and other.any():
                pairs.append((one, other))
    return pairs


def _inner(body: Body) -> Mask:
    """Voxels away from the ends of the image, where a body ends without a surface, and from the
    arms."""
    rim = round(RIM_MM / STEP_MM)
    inner = np.zeros(body.trunk.shape, np.bool_)
    there = np.flatnonzero(body.trunk.any(axis=(1, 2)))
    # The grid ends well away from the skin, except where the image itself ends.
    inner[there[0] + rim : there[-1] + 1 - rim, rim:-rim, rim:-rim] = True
    arms = body.view.body & ~body.trunk
    if arms.any():
        inner &= ~ndimage.binary_dilation(arms, iterations=3)
    return inner


def _common_mm(now: Body, before: Body, matrix: FloatArray) -> float:
    """Height of the body that both images show."""
    ends: list[tuple[float, float]] = []
    for body, motion in ((now, matrix), (before, np.eye(4))):
        slices = np.flatnonzero(body.trunk.any(axis=(1, 2)))
        middle = (np.array(body.trunk.shape) - 1) / 2
        places = body.view.geometry.to_patient(
            [(float(slices[n]), middle[1], middle[2]) for n in (0, -1)]
        )
        z = (places @ motion[:3, :3].T + motion[:3, 3])[:, 2]
        ends.append((float(z.min()), float(z.max())))
    return max(0.0, min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0]))


def _offset(now: Body, before: Body, why: str) -> Alignment:
    """The bodies' centres (or those of the organs that both show) on each other."""
    both = [
        b - a
        for a, b in ((now.centre_mm(t), before.centre_mm(t)) for t in START_ORGANS)
        if a is not None and b is not None
    ]
    shift = np.median(both, axis=0) if both else before.body_centre_mm - now.body_centre_mm
    matrix = np.eye(4)
    matrix[:3, 3] = shift
    sentence = (
        f"The registration failed: {why} The bodies' centres are put on each other instead. Adjust "
        "it by hand before places are compared."
    )
    return Alignment(matrix, How.OFFSET, Verdict.FAILED, sentence)
