"""Visual grading characteristics: how often DL is scored above the conventional image.

M. Båth and L. G. Månsson, Br. J. Radiol. 80 (2007) 169. The curve joins, for every score, the
fraction of images of each arm scored as high or higher; the area under it is the chance that an
image of the one arm gets a higher score than an image of the other, ties counting half. 0.5: no
difference. It uses the order of the scores alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from station.reading.agreement import Estimate
from station.reading.bootstrap import Bootstrap
from station.reading.multi_reader import MultiReader, jackknife_covariances, of_effects

Floats = NDArray[np.float64]

NO_DIFFERENCE = 0.5
NO_IMAGES = "No reading has both arms, so there is no curve."


@dataclass(frozen=True)
class Vgc:
    area: Estimate
    """Of all readings together, with the bootstrap over cases"""
    curve: tuple[tuple[float, float], ...]
    """Fractions of conventional and DL images scored as high or higher, from (0, 0) to (1, 1)"""
    readers: MultiReader
    """Area − 0.5 of each reader, readers and cases as samples"""


def vgc(
    readers: tuple[str, ...],
    conventional: Floats,
    dl: Floats,
    rows: NDArray[np.int64],
    bootstrap: Bootstrap,
) -> Vgc:
    """Of how often each score was given, (readers, cases, scores); `rows` are the cases' places in
    the bootstrap. The same readings are in both arms."""
    present = conventional.sum(axis=(0, 2)) > 0
    pair = conventional.sum(axis=0), dl.sum(axis=0)
    totals = pair[0].sum(axis=0), pair[1].sum(axis=0)
    if not present.any():
        empty = of_effects((), np.zeros(0), np.zeros((0, 0)), (), 0)
        return Vgc(Estimate(None, note=NO_IMAGES), (), empty)
    drawn: list[Floats] = []
    for of_arm in pair:
        of_case = np.zeros((len(bootstrap.cases), of_arm.shape[1]))
        of_case[rows] = of_arm
        drawn.append(bootstrap.totals(of_case))
    ci, note = bootstrap.interval(areas(*drawn), int(present.sum()))
    area = Estimate(float(areas(*totals)), ci, n=round(float(totals[0].sum())), note=note)
    higher = [of_arm[::-1].cumsum() / of_arm.sum() for of_arm in totals]
    points = zip([0.0, *higher[0].tolist()], [0.0, *higher[1].tolist()], strict=True)
    own = areas(conventional.sum(axis=1), dl.sum(axis=1)) - NO_DIFFERENCE
    of_reader = (conventional.sum(axis=2) > 0).sum(axis=1)
    cases = int(present.sum())
    covariances = np.zeros((len(readers), len(readers)))
    if cases > 1:
        kept = conventional[:, present], dl[:, present]
        without = [of_arm.sum(axis=1, keepdims=True) - of_arm for of_arm in kept]
        replicates = areas(*without)
        # A reader of one case has no figure without it.
        replicates = np.where(np.isfinite(replicates), replicates, own[:, None] + NO_DIFFERENCE)
        covariances = jackknife_covariances(replicates)
    return Vgc(area, tuple(points), of_effects(readers, own, covariances, of_reader, cases))


def areas(conventional: Floats, dl: Floats) -> Floats:
    """Areas under the curves of counts (…, scores) → (…); NaN of no image."""
    below = conventional.cumsum(axis=-1) - conventional / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        area = (dl * below).sum(axis=-1) / (conventional.sum(axis=-1) * dl.sum(axis=-1))
    return np.asarray(area, np.float64)
