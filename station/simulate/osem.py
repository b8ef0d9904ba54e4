"""OSEM with time of flight and point-spread function: events of a slab → its image in SUV.

H. M. Hudson, R. S. Larkin, IEEE TMI 13 (1994) 601 (ordered subsets); A. Rahmim, J. Qi, V. Sossi,
Med. Phys. 40 (2013) 064301 (resolution modelling in the image). The assumed point-spread function
is not the one that blurred the object: a scanner's is never known exactly.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from station.progress import Report, silent
from station.simulate.blur import blurred
from station.simulate.projector import Background, Counts, Image, Sinogram
from station.simulate.scanner import Acquisition

SUBSETS = 10
DL_ITERATIONS = 4
"""For the denoiser's input and targets (Tsuchiya 2021)"""
CONVENTIONAL_ITERATIONS = 2
PSF_FWHM_MM = 4.6
"""Assumed by the reconstruction, everywhere"""
LEAST_SENSITIVITY = 1e-3
"""Fraction of the highest sensitivity: where a voxel has less, its value stays 0"""


class Osem:
    """Reconstructs one slab; what depends only on the slab is computed once."""

    def __init__(
        self, acquisition: Acquisition, subsets: int = SUBSETS, psf_fwhm_mm: float = PSF_FWHM_MM
    ) -> None:
        angles = acquisition.scanner.angles
        if angles % subsets:
            raise ValueError(f"{angles} angles cannot be split into {subsets} equal subsets")
        self.acquisition = acquisition
        slice_mm, row_mm, column_mm = acquisition.geometry.spacing_mm
        self._psf = (psf_fwhm_mm / row_mm, psf_fwhm_mm / column_mm, psf_fwhm_mm / slice_mm)
        # Successive subsets are far apart, so that each update adds something new.
        order = sorted(range(subsets), key=lambda i: (i * 0.6180339887) % 1.0)
        self._subsets = [np.arange(first, angles, subsets) for first in order]
        self.sensitivity = [self._seen(chosen) for chosen in self._subsets]
        """Of each subset: events per second that one SUV in each voxel would give"""

    def _seen(self, angles: NDArray[np.int64]) -> Image:
        """Events per second that one SUV in each voxel would give in these angles."""
        scan = self.acquisition
        blocks, _, radial, tof, lanes = scan.projector.rays.shape(scan.slices)
        survival = scan.survival[:, angles][:, :, :, None, :]
        everywhere = np.broadcast_to(survival, (blocks, len(angles), radial, tof, lanes))
        return self._blurred(scan.projector.back_project(everywhere, scan.slices, angles))

    def _blurred(self, image: Image) -> Image:
        return blurred(image, self._psf) if any(self._psf) else image

    def images(
        self,
        measured: Sinogram | Counts,
        seconds: float,
        iterations: Iterable[int] = (DL_ITERATIONS,),
        report: Report = silent,
    ) -> dict[int, NDArray[np.float32]]:
        """SUV (slice, row, column) on the acquisition's grid after each of these `iterations`.

        `measured` are the events of `seconds` per bed, or their mean: the noise-free image.
        """
        wanted = set(iterations)
        whole = self.iterates(measured, seconds, max(wanted), report)
        return {
            number: self.acquisition.trimmed(image)
            for number, image in enumerate(whole, start=1)
            if number in wanted
        }

    def iterates(
        self,
        measured: Sinogram | Counts,
        seconds: float,
        iterations: int,
        report: Report = silent,
    ) -> Iterator[Image]:
        """The image after each iteration, (row, column, slice) with the halo."""
        scan = self.acquisition
        plane = scan.projector.plane
        image = np.ones((plane.rows, plane.columns, scan.slices), dtype=np.float32)
        steps = iterations * len(self._subsets)
        # Where a voxel is hardly seen, dividing by this leaves 0.
        divisors = [
            np.where(seen > LEAST_SENSITIVITY * seen.max(), seen, np.float32(np.inf))
            for seen in self.sensitivity
        ]
        for iteration in range(iterations):
            for number, divisor in enumerate(divisors):
                report((iteration * len(divisors) + number) / steps, "Reconstructing")
                update = self.back_projected_ratio(image, measured, seconds, number)
                update /= divisor
                image *= update
            yield image.copy()

    def back_projected_ratio(
        self, image: Image, measured: Sinogram | Counts, seconds: float, subset: int
    ) -> Image:
        """Measured over expected events of a subset, back-projected, (row, column, slice).

        Equal to the subset's `sensitivity` where the image explains the events.
        """
        scan = self.acquisition
        ratio = scan.projector.ratio_back_projected(
            self._blurred(image),
            measured,
            scan.survival,
            seconds,
            scan.background,
            self._subsets[subset],
        )
        return self._blurred(ratio)

    def log_likelihood(self, image: Image, measured: Sinogram | Counts, seconds: float) -> float:
        """Log-likelihood of the events, given an image with its halo, without constant terms."""
        scan = self.acquisition
        expected = scan.projector.project(self._blurred(image))
        expected *= scan.survival[:, :, :, None, :]
        expected += total_background(scan.background)
        expected *= np.float32(seconds)
        logs = np.log(np.maximum(expected, 1e-20), dtype=np.float64)
        return float((measured * logs).sum() - expected.sum(dtype=np.float64))


def total_background(background: Background) -> Sinogram:
    """Scatter and randoms of every bin, events per second."""
    scatter = background.radial[:, :, :, None, :] * background.tof[:, :, None, :, :]
    return scatter + background.randoms[:, None, None, None, :]
