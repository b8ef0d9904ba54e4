"""Penalised likelihood: block-sequential, regularised expectation maximisation (BSREM).

S. Ahn, J. A. Fessler, IEEE TMI 22 (2003) 613 (the algorithm, with a relaxed step); J. Nuyts et al.,
IEEE TNS 49 (2002) 56 (the relative difference prior, which smooths noise and keeps steep edges).
The first image is one iteration of OSEM.
"""

import numpy as np

from station.pet.compiled import fast_kernel
from station.simulate.osem import LEAST_SENSITIVITY, Osem
from station.simulate.projector import Counts, Image, Sinogram, in_threads

GAMMA = 2.0
"""How much steep edges are kept: what clinical reconstructions use (S. Ahn et al., Phys. Med. Biol.
60 (2015) 5733)"""
RELAXED = 0.6
"""Iteration n steps by 1 / (1 + RELAXED (n - 1)) of a full step"""
LEAST_SUV = 1e-4
"""What is lower is not zero, so that it can rise again"""
PARTS = 8


def penalised(
    osem: Osem, measured: Sinogram | Counts, seconds: float, iterations: int, penalty: float
) -> Image:
    """SUV (row, column, slice) with the halo after `iterations`.

    `penalty` is the weight of the prior relative to the log-likelihood of the events: the same
    penalty smooths a scan of fewer events more.
    """
    image = next(iter(osem.iterates(measured, seconds, 1)))
    for iteration in range(iterations):
        step = np.float32(1 / (1 + RELAXED * iteration))
        for number, seen in enumerate(osem.sensitivity):
            ratio = osem.back_projected_ratio(image, measured, seconds, number)
            known = seen > LEAST_SENSITIVITY * seen.max()
            # Both per event and second: the likelihood of the events grows with the duration.
            pull = np.float32(penalty / seconds / len(osem.sensitivity)) * prior_gradient(image)
            change = image / np.where(known, seen, 1) * (ratio - seen - pull)
            limited = np.clip(change, -0.8 * image, 4.0 * image + 0.1)
            image = np.where(known, np.maximum(image + step * limited, LEAST_SUV), 0)
            image = image.astype(np.float32, copy=False)
    return image


def prior_gradient(image: Image) -> Image:
    """Derivative of the relative difference prior by every voxel's value, without unit.

    The prior is the sum over neighbouring voxels j, k of (xj - xk)² / (xj + xk + γ |xj - xk|).
    """
    source = np.ascontiguousarray(image, dtype=np.float32)
    out = np.empty_like(source)
    bounds = [len(source) * i // PARTS for i in range(PARTS + 1)]
    in_threads(lambda i: _prior_gradient(source, out, bounds[i], bounds[i + 1]), PARTS)
    return out


@fast_kernel
def _prior_gradient(image: Image, out: Image, first: int, end: int) -> None:
    rows, columns, slices = image.shape
    gamma, least = np.float32(GAMMA), np.float32(1e-6)
    three = np.float32(3.0)
    for r in range(first, end):
        for c in range(columns):
            target, here = out[r, c], image[r, c]
            target[:] = 0
            for way in range(4):
                nr = r + (1 if way == 0 else -1 if way == 1 else 0)
                nc = c + (1 if way == 2 else -1 if way == 3 else 0)
                if nr < 0 or nr >= rows or nc < 0 or nc >= columns:
                    continue
                other = image[nr, nc]
                for k in range(slices):
                    step = here[k] - other[k]
                    away = gamma * abs(step)
                    total = here[k] + other[k] + away + least
                    target[k] += step * (away + here[k] + three * other[k]) / (total * total)
            for k in range(slices):
                for n in range(max(k - 1, 0), min(k + 2, slices)):
                    if n != k:
                        step = here[k] - here[n]
                        away = gamma * abs(step)
                        total = here[k] + here[n] + away + least
                        target[k] += step * (away + here[k] + three * here[n]) / (total * total)
