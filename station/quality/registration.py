"""How far the PET lies from the CT of the same scan, by rigid registration at one place.

Mutual information (Mattes) asks for no likeness of the two images, only that they belong together:
P. Viola and W. M. Wells, Int. J. Comput. Vis. 24 (1997) 137; D. Mattes et al., IEEE Trans. Med.
Imaging 22 (2003) 120. A body is not rigid, so a part of it is registered at a time: at the
diaphragm what the breath moves, at the head what the neck moves. SimpleITK does the work.
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
"""What comes out beyond these is no match but a registration that ran away"""
SMALLEST_ML = 200.0
"""Of the part that is registered; less holds too few edges"""
BINS = 32
HU_WINDOW = (-1000.0, 300.0)
MARGIN_MM = 24.0
"""Round the part in both images; the PET has twice as much, so that it can be moved"""
START_MM = (0.0, -14.0, 14.0)
"""Heights from which the search is begun: it then goes on from the best"""
START_SHRINK = 2
"""The best is looked for among means of blocks of so many voxels along each axis: heights far apart
need no more"""
LAST_STEP_MM = 0.05
"""The search ends with steps as short as this; a match is known to some tenths of a mm"""
AROUND_DOME_MM = 64.0
ITERATIONS = 80


@dataclass(frozen=True)
class Shift:
    """Where the PET shows a place, seen from where the CT shows it."""

    vector_mm: Point
    """LPS"""
    rotation_deg: float
    at_mm: Point
    """The place, on the CT"""

    @property
    def distance_mm(self) -> float:
        return float(np.linalg.norm(self.vector_mm))


def shift_at_diaphragm(found: Landmarks) -> Shift | None:
    """Of the right lung's base and the dome of the liver; None where it cannot be told."""
    if found.lungs is None or found.dome_mm is None:
        return None
    view = found.view
    z = found.dome_mm[2]
    part = found.lungs.copy()
    if found.liver is not None:
        part |= found.liver.inside
    part[: view.slices(-np.inf, z - AROUND_DOME_MM).stop] = False
    part[view.slices(z + AROUND_DOME_MM, np.inf).start :] = False
    part &= view.x_mm < view.midline_mm
    # With the inside of the chest wall, which holds it across.
    return rigid_shift(view, _grown(part, 12.0), found.dome_mm)


def shift_at_head(found: Landmarks) -> Shift | None:
    """Of brain, skull and scalp; None where it cannot be told."""
    if found.brain is None:
        return None
    z, y, x = (float(v) for v in np.argwhere(found.brain).mean(axis=0))
    return rigid_shift(found.view, _grown(found.brain, 24.0), found.view.point((z, y, x)))


def rigid_shift(view: View, part: Mask, at_mm: Point) -> Shift | None:
    """How the PET's `part` (a mask on the working grid, where the CT shows it) lies to the CT's.

    None where part or PET is empty, the part is too small, or the best match is no believable one.
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
    # The root evens out organs and noise; the brain's and the bladder's peaks are cut.
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
        # A turn costs the match of lung and liver little, so the way there is found without one.
        start = _start(itk, method, ct, pet)
        shifted, alone = _best(itk, method, start, ct, pet, first_mm=4.0)
        rigid = itk.Euler3DTransform()
        rigid.SetCenter(at_mm)
        rigid.SetTranslation(itk.TranslationTransform(shifted).GetOffset())
        turned_too, both = _best(itk, method, rigid, ct, pet, first_mm=1.0)
    except RuntimeError:  # ITK's word for images that do not overlap or hold one value only
        return None
    # A search that strays ends with less than it began with: then the shift alone is the answer.
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
    """(the transform of the start's kind that the search ends at, its mutual information)."""
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
    found = itk.CompositeTransform(method.Execute(ct, pet)).GetNthTransform(0)
    return found, -float(method.GetMetricValue())


def _start(itk: Any, method: Any, ct: Any, pet: Any) -> Any:
    """The one of START_MM with the most mutual information."""
    coarse = [itk.BinShrink(image, [START_SHRINK] * 3) for image in (ct, pet)]
    tried: list[tuple[float, Any]] = []
    for height in START_MM:
        transform = itk.TranslationTransform(3, (0.0, 0.0, height))
        method.SetInitialTransform(transform, inPlace=False)
        tried.append((float(method.MetricEvaluate(*coarse)), transform))
    return min(tried, key=lambda one: one[0])[1]


def _image(view: View, part: NDArray[Any], box: Box) -> Any:
    """What lies in a box of the working grid, as SimpleITK's image."""
    image = _itk().GetImageFromArray(np.ascontiguousarray(part))
    image.SetSpacing((STEP_MM,) * 3)
    image.SetOrigin(view.point([side.start for side in box]))
    return image


def _itk() -> Any:
    """SimpleITK, which comes without types."""
    import SimpleITK  # half a second, and only this needs it

    itk: Any = SimpleITK
    # Several threads add up in another order each time. The metric's heed this number alone.
    itk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    return itk


def _grown(part: Mask, by_mm: float) -> Mask:
    """A mask and what lies within so many mm of it, along the axes."""
    box = box_about(part, by_mm)
    grown = part.copy()
    grown[box] = ndimage.binary_dilation(part[box], iterations=round(by_mm / STEP_MM))
    return grown
