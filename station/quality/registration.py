"""How far the PET is shifted from the CT of the same scan, by rigid registration at one place.

Mutual information (Mattes) does not require similar images, only statistically related ones: P.
Viola and W. M. Wells, Int. J. Comput. Vis. 24 (1997) 137; D. Mattes et al., IEEE Trans. Med.
Imaging 22 (2003) 120. A body is not rigid, so a part of it is registered at a time: at the
diaphragm what breathing moves, at the head what the neck moves. SimpleITK does the work.
"""

from dataclasses import dataclass
from math import degrees
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage

from station.pet.voi import Point
from station.quality.landmarks import Landmarks
from station.quality.working_grid import STEP_MM, Box, Mask, View, box_about, millilitres

ndimage: Any = untyped_ndimage  # its own types are incomplete

LARGEST_MM = 40.0
LARGEST_DEG = 15.0
"""A result beyond these is not a match but a diverged registration"""
SMALLEST_ML = 200.0
"""Volume of the registered part; a smaller one has too few edges"""
BINS = 32
HU_WINDOW = (-1000.0, 300.0)
MARGIN_MM = 24.0
"""Margin around the part in both images; the PET has twice as much, so that it can be moved"""
START_MM = (0.0, -14.0, 14.0)
"""Heights from which the search starts; it continues from the best"""
START_SHRINK = 2
"""The best is sought on means of blocks of this many voxels along each axis, which suffice"""
LAST_STEP_MM = 0.05
"""The search ends at steps this short; a match is accurate to some tenths of a mm"""
AROUND_DOME_MM = 64.0
ITERATIONS = 80


@dataclass(frozen=True)
class Shift:
    """The shift from a place on the CT to the same place on the PET."""

    vector_mm: Point
    """LPS"""
    rotation_deg: float
    at_mm: Point
    """The place, on the CT"""

    @property
    def distance_mm(self) -> float:
        return float(np.linalg.norm(self.vector_mm))


def shift_at_diaphragm(organs: Landmarks) -> Shift | None:
    """Shift of the right lung's base and the dome of the liver; None if it cannot be determined."""
    if organs.lungs is None or organs.dome_mm is None:
        return None
    view = organs.view
    z = organs.dome_mm[2]
    part = organs.lungs.copy()
    if organs.liver is not None:
        part |= organs.liver.inside
    part[: view.slices(-np.inf, z - AROUND_DOME_MM).stop] = False
    part[view.slices(z + AROUND_DOME_MM, np.inf).start :] = False
    part &= view.x_mm < view.midline_mm
    # Including the inner chest wall, which fixes it laterally.
    return rigid_shift(view, _grown(part, 12.0), organs.dome_mm)


def shift_at_head(organs: Landmarks) -> Shift | None:
    """Shift of brain, skull and scalp; None if it cannot be determined."""
    if organs.brain is None:
        return None
    z, y, x = (float(v) for v in np.argwhere(organs.brain).mean(axis=0))
    return rigid_shift(organs.view, _grown(organs.brain, 24.0), organs.view.point((z, y, x)))


def rigid_shift(view: View, part: Mask, at_mm: Point) -> Shift | None:
    """The shift of the PET's `part` (a mask on the working grid, from the CT) from the CT's.

    None if part or PET is empty, the part is too small, or the best match is not plausible.
    """
    if view.hu is None or view.ct_seen is None:
        return None
    part = part & view.ct_seen
    if millilitres(part) < SMALLEST_ML:
        return None
    near, far = (box_about(part, margin) for margin in (MARGIN_MM, 2 * MARGIN_MM))
    fixed = np.clip(view.hu[near], *HU_WINDOW)
    highest = float(np.percentile(view.uptake[part], 99.5))
    if highest <= 0 or np.ptp(fixed[part[near]]) == 0:
        return None
    # The root evens out organs and noise; the brain's and the bladder's peaks are clipped.
    moving = np.sqrt(np.clip(view.uptake[far], 0, highest) / highest)
    return _registered(
        (_image(view, fixed, near), _image(view, part[near].astype(np.uint8), near)),
        _image(view, moving, far),
        at_mm,
    )


def _registered(fixed: tuple[Any, Any], pet: Any, at_mm: Point) -> Shift | None:
    """Of the CT and the mask of its part in `fixed`, and the PET: SimpleITK's images."""
    itk = _itk()
    ct, where = fixed
    method = itk.ImageRegistrationMethod()
    method.SetMetricAsMattesMutualInformation(BINS)
    method.SetMetricFixedMask(where)
    method.SetInterpolator(itk.sitkLinear)
    method.SetOptimizerScalesFromPhysicalShift()
    method.SmoothingSigmasAreSpecifiedInPhysicalUnitsOn()
    try:
        # Rotation hardly changes the match of lung and liver: the shift is found without it first.
        start = _start(itk, method, ct, pet)
        shifted, alone = _best(itk, method, start, ct, pet, first_mm=4.0)
        rigid = itk.Euler3DTransform()
        rigid.SetCenter(at_mm)
        rigid.SetTranslation(itk.TranslationTransform(shifted).GetOffset())
        turned_too, both = _best(itk, method, rigid, ct, pet, first_mm=1.0)
    except RuntimeError:  # ITK raises it for images that do not overlap or are constant
        return None
    # A search that diverges ends lower than it began: then the shift alone is the result.
    best = itk.Euler3DTransform(turned_too) if both >= alone else rigid
    moved = np.array(best.TransformPoint(at_mm)) - at_mm
    matrix = np.array(best.GetMatrix()).reshape(3, 3)
    turned = degrees(float(np.arccos(np.clip((np.trace(matrix) - 1) / 2, -1, 1))))
    if float(np.linalg.norm(moved)) > LARGEST_MM or turned > LARGEST_DEG:
        return None
    x, y, z = moved.tolist()
    return Shift((x, y, z), turned, at_mm)


def _best(
    itk: Any, method: Any, start: Any, ct: Any, pet: Any, *, first_mm: float
) -> tuple[Any, float]:
    """(the final transform, of the same kind as the start, and its mutual information)."""
    shrink, sigmas_mm = ([2, 1], [6.0, 3.0]) if first_mm > 2 else ([1], [3.0])
    method.SetShrinkFactorsPerLevel(shrink)
    method.SetSmoothingSigmasPerLevel(sigmas_mm)
    method.SetOptimizerAsRegularStepGradientDescent(
        learningRate=first_mm,
        minStep=LAST_STEP_MM,
        numberOfIterations=ITERATIONS,
        relaxationFactor=0.6,
    )
    method.SetInitialTransform(start, inPlace=False)
    transform = itk.CompositeTransform(method.Execute(ct, pet)).GetNthTransform(0)
    return transform, -float(method.GetMetricValue())


def _start(itk: Any, method: Any, ct: Any, pet: Any) -> Any:
    """The one of START_MM with the most mutual information."""
    coarse = [itk.BinShrink(image, [START_SHRINK] * 3) for image in (ct, pet)]
    tried: list[tuple[float, Any]] = []
    for height in START_MM:
        transform = itk.TranslationTransform(3, (0.0, 0.0, height))
        method.SetInitialTransform(transform, inPlace=False)
        tried.append((float(method.MetricEvaluate(*coarse)), transform))
    return min(tried, key=lambda attempt: attempt[0])[1]


def _image(view: View, part: NDArray[Any], box: Box) -> Any:
    """The content of a box of the working grid, as a SimpleITK image."""
    image = _itk().GetImageFromArray(np.ascontiguousarray(part))
    image.SetSpacing((STEP_MM,) * 3)
    image.SetOrigin(view.point([side.start for side in box]))
    return image


def _itk() -> Any:
    """SimpleITK, which comes without types."""
    import SimpleITK  # takes half a second, and only this module needs it

    itk: Any = SimpleITK
    # Several threads sum in another order each time. Only this number limits the metric's threads.
    itk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    return itk


def _grown(part: Mask, by_mm: float) -> Mask:
    """A mask grown by this many mm along the axes."""
    box = box_about(part, by_mm)
    grown = part.copy()
    grown[box] = ndimage.binary_dilation(part[box], iterations=round(by_mm / STEP_MM))
    return grown
