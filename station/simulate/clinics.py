"""Clinics: scanners, protocols and reconstructions. Five that are written down, and any at random.

`draw_clinic` covers what whole-body FDG PET of the last two decades was made with; its ranges are
ours, from the data sheets and published protocols of such scanners.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, exp, log

import numpy as np
from numpy.random import Generator

from station.pet.filters import gaussian_kernel
from station.simulate.scanner import Scanner


class Method(StrEnum):
    OSEM = "OSEM"
    FBP = "filtered backprojection"
    PENALISED = "penalised likelihood"


@dataclass(frozen=True)
class Clinic:
    """A scanner and how it is used."""

    name: str
    scanner: Scanner
    iterations: int
    subsets: int
    psf_fwhm_mm: float
    """Resolution modelled by the reconstruction; 0: none"""
    filter_fwhm_mm: float
    seconds_per_bed: float
    activity_mbq_per_kg: float
    noise_gain: float
    """Converts the noise of the data to that of the liver in the image; measured, see
    tests/benchmarks/degrade.py"""
    method: Method = Method.OSEM
    penalty: float = 0.0
    """Of `station.simulate.penalised`"""
    axial_weight: float | None = None
    """The middle weight of an axial filter [1 w 1], 0: none; None: the Gaussian is also axial"""
    shown_voxel_mm: float | None = None
    """In the plane, of the image that is kept; None: those of the scanner's matrix"""
    shown_slice_mm: float | None = None
    scatter_scale: float = 1.0
    """Scatter that the reconstruction assumes, relative to the true one"""
    randoms_scale: float = 1.0
    usual: bool = False
    """Drawn from the ranges of training"""

    @property
    def recipe(self) -> str:
        """How the image is made, in words."""
        made = {
            Method.OSEM: f"OSEM {self.iterations}i{self.subsets}s",
            Method.FBP: "FBP",
            Method.PENALISED: f"BSREM {self.iterations}i{self.subsets}s, β {self.penalty:.3g}",
        }[self.method]
        made = f"{made}, Gaussian {self.filter_fwhm_mm:.3g} mm"
        if self.axial_weight:
            made = f"{made}, axial [1 {self.axial_weight:g} 1]"
        return made


def without_tof(scanner: Scanner) -> Scanner:
    """The same scanner, its timing too coarse to locate an event on its line."""
    return replace(scanner, tof_fwhm_mm=20_000.0, tof_bin_mm=30_000.0)


def _scanner(
    matrix: int,
    voxel_mm: float,
    slice_mm: float,
    angles: int,
    yield_: float,
    detector_fwhm_mm: float = 4.3,
    tof_fwhm_mm: float = 67.0,
    tof_bin_mm: float = 28.0,
) -> Scanner:
    """`yield_`: events relative to the denoiser's scanner, bins of the same size."""
    usual = Scanner()
    bins = (voxel_mm / usual.voxel_mm) * (slice_mm / usual.slice_mm) * (usual.angles / angles)
    return Scanner(
        matrix=matrix,
        voxel_mm=voxel_mm,
        slice_mm=slice_mm,
        angles=angles,
        sensitivity=usual.sensitivity * bins * yield_,
        detector_fwhm_mm=detector_fwhm_mm,
        tof_fwhm_mm=tof_fwhm_mm,
        tof_bin_mm=tof_bin_mm,
    )


PAPER_CLINIC = Clinic(
    "192 × 192 of 3.15 mm, no TOF",
    without_tof(_scanner(192, 3.15, 5.0, 90, 6.0, detector_fwhm_mm=5.0)),
    iterations=3,
    subsets=10,
    psf_fwhm_mm=0.0,
    filter_fwhm_mm=4.5,
    seconds_per_bed=120.0,
    activity_mbq_per_kg=5.55,
    noise_gain=0.0036,
)
"""H. Zhang et al., BMC Med. Imaging 23 (2023), 10.1186/s12880-023-01017-2: 0.15 mCi/kg, 2 min a
bed, OSEM of 10 subsets and 3 iterations, 4.5 mm, 5 mm slices. It says nothing of TOF or PSF."""

CLINICS = (
    PAPER_CLINIC,
    Clinic(
        "TOF, 4 mm",
        _scanner(150, 4.0, 4.0, 80, 6.0, tof_fwhm_mm=75.0, tof_bin_mm=60.0),
        iterations=3,
        subsets=10,
        psf_fwhm_mm=0.0,
        filter_fwhm_mm=5.0,
        seconds_per_bed=90.0,
        activity_mbq_per_kg=3.7,
        noise_gain=0.0055,
    ),
    Clinic(
        "TOF and PSF, 4.07 mm",
        _scanner(148, 4.07, 5.0, 84, 4.0, tof_fwhm_mm=81.0, tof_bin_mm=60.0),
        iterations=2,
        subsets=21,
        psf_fwhm_mm=4.6,
        filter_fwhm_mm=5.0,
        seconds_per_bed=120.0,
        activity_mbq_per_kg=3.7,
        noise_gain=0.0054,
    ),
    Clinic(
        "no TOF, 4 mm, 6 mm filter",
        without_tof(_scanner(150, 4.0, 4.0, 80, 2.5, detector_fwhm_mm=5.5)),
        iterations=2,
        subsets=10,
        psf_fwhm_mm=0.0,
        filter_fwhm_mm=6.0,
        seconds_per_bed=180.0,
        activity_mbq_per_kg=4.5,
        noise_gain=0.0022,
    ),
)
"""Of training data; the first is the paper's"""

UNSEEN_CLINICS = (
    Clinic(
        "TOF and PSF, 3.65 mm",
        _scanner(164, 3.65, 3.65, 80, 6.0, tof_fwhm_mm=58.0, tof_bin_mm=50.0),
        iterations=2,
        subsets=16,
        psf_fwhm_mm=4.2,
        filter_fwhm_mm=4.0,
        seconds_per_bed=100.0,
        activity_mbq_per_kg=3.5,
        noise_gain=0.0058,
    ),
)
"""Of held-out data"""


# --- any clinic --------------------------------------------------------------------------------

FIELD_MM = 700.0
"""Diameter of what any of these scanners sees"""
FINEST_VOXEL_MM, COARSE_ENOUGH_MM, FINEST_SLICE_MM = 3.0, 4.2, 3.2
"""Of what is computed. Finer voxels are interpolated: after the clinic's filters, or with its
resolution modelled, the image has no detail that coarser ones would miss"""
VOXELS_PER_BLUR = 0.65
"""Size of the computed voxels relative to the width of that blur, where the shown ones are finer:
at the highest frequency that they hold an eighth of the detail is left"""
VOXELS_MM = (1.65, 2.04, 2.73, 3.18, 3.65, 3.91, 4.0, 4.07, 4.69, 5.31, 5.47)
"""What scanners offer"""
SLICES_MM = (1.5, 2.0, 2.79, 3.0, 3.27, 3.75, 4.0, 4.25, 5.0)
ANGLES = 66
"""About so many; a multiple of the subsets"""
MM_PER_PS = 0.14990
"""Along a line: half the way of light"""
LIVER_NOISE_PERCENT = (4.0, 14.0)
"""Of a patient of average build: what clinics choose dose, duration and filter for"""


def draw_clinic(rng: Generator, *, held_out: bool = False) -> Clinic:
    """A clinic of ordinary practice anywhere.

    `held_out` draws from what training never draws: TOF of 225 to 275 ps, slices of 2.2 to 2.7 mm,
    voxels of 2.2 to 2.6 and 4.2 to 4.6 mm, filters of 4.2 to 4.8 and 6.2 to 6.8 mm.
    """
    kind = rng.random()
    method = Method.FBP if kind < 0.09 else Method.PENALISED if kind < 0.24 else Method.OSEM
    with_tof = method is not Method.FBP and rng.random() < 0.6
    with_psf = method is not Method.FBP and rng.random() < (0.45 if with_tof else 0.25)
    detector_mm = float(np.clip(4.0 + rng.gamma(2.0, 0.7), 4.0, 8.0))
    psf_mm = detector_mm * float(rng.uniform(0.85, 1.1)) if with_psf else 0.0
    filter_mm = _drawn_filter(rng, method, with_psf)
    voxel_mm = float(rng.choice(VOXELS_MM)) if rng.random() < 0.6 else _log(rng, 1.6, 5.5)
    slice_mm = float(rng.choice(SLICES_MM)) if rng.random() < 0.7 else float(rng.uniform(1.5, 5.0))
    axial = float(rng.choice((-1, 0, 2, 4, 6), p=(0.3, 0.06, 0.24, 0.25, 0.15)))
    tof_ps = _log(rng, 275, 600) if rng.random() < 0.94 else _log(rng, 200, 225)
    if held_out:
        tof_ps = _log(rng, 225, 275)
        slice_mm = float(rng.uniform(2.2, 2.7))
        voxel_mm = float(rng.uniform(2.2, 2.6) if rng.random() < 0.5 else rng.uniform(4.2, 4.6))
        if filter_mm:
            filter_mm = float(
                rng.uniform(4.2, 4.8) if rng.random() < 0.5 else rng.uniform(6.2, 6.8)
            )
    else:
        voxel_mm = _outside(voxel_mm, (2.2, 2.6), (4.2, 4.6))
        slice_mm = _outside(slice_mm, (2.2, 2.7))
        filter_mm = _outside(filter_mm, (4.2, 4.8), (6.2, 6.8))
    fine_enough_mm = VOXELS_PER_BLUR * float(np.hypot(filter_mm, psf_mm))
    if fine_enough_mm < FINEST_VOXEL_MM and method is not Method.PENALISED:
        voxel_mm = max(voxel_mm, FINEST_VOXEL_MM)
    subsets = int(rng.choice((8, 10, 12, 14, 16, 17, 18, 20, 21)))
    iterations = int(rng.choice((2, 3, 4, 5, 6), p=(0.6, 0.27, 0.07, 0.03, 0.03)))
    if method is Method.PENALISED:
        iterations = 3
    angles = subsets * ceil(ANGLES / subsets)
    computed_mm = max(voxel_mm, float(np.clip(fine_enough_mm, FINEST_VOXEL_MM, COARSE_ENOUGH_MM)))
    deep_mm = max(slice_mm, FINEST_SLICE_MM)
    penalty = _log(rng, *PENALTY) if method is Method.PENALISED else 0.0
    scanner = _scanner(
        even_matrix(FIELD_MM, computed_mm),
        computed_mm,
        deep_mm,
        angles,
        1.0,
        detector_fwhm_mm=detector_mm,
        tof_fwhm_mm=tof_ps * MM_PER_PS,
        tof_bin_mm=0.9 * tof_ps * MM_PER_PS,
    )
    there = detector_mm + float(rng.uniform(0.5, 2.5))
    scanner = replace(
        scanner if with_tof else without_tof(scanner),
        detector_fwhm_at_mm=(200.0, there),
        scatter_fraction=float(rng.uniform(0.25, 0.45)),
        randoms_per_true=float(rng.uniform(0.15, 0.8)),
    )
    seconds = _log(rng, 60.0, 300.0) if rng.random() < 0.85 else _log(rng, 300.0, 600.0)
    clinic = Clinic(
        name="",
        scanner=scanner,
        iterations=iterations,
        subsets=subsets,
        psf_fwhm_mm=psf_mm,
        filter_fwhm_mm=filter_mm,
        seconds_per_bed=seconds,
        activity_mbq_per_kg=float(rng.uniform(2.0, 6.0)),
        noise_gain=0.0,
        usual=not held_out,
        method=method,
        penalty=penalty,
        axial_weight=None if axial < 0 else axial,
        shown_voxel_mm=voxel_mm,
        shown_slice_mm=slice_mm,
        scatter_scale=float(np.clip(rng.normal(1.0, 0.05), 0.85, 1.15)),
        randoms_scale=float(np.clip(rng.normal(1.0, 0.03), 0.9, 1.1)),
    )
    timing = f"TOF {tof_ps:.0f} ps, " if with_tof else ""
    modelled = f"PSF {psf_mm:.1f} mm, " if with_psf else ""
    name = f"{timing}{modelled}{clinic.recipe}, {voxel_mm:.2f} × {slice_mm:.2f} mm"
    clinic = replace(clinic, name=name, noise_gain=noise_gain_of(clinic))
    # The sensitivity with which this protocol's noise is what was aimed at.
    aimed = _log(rng, *LIVER_NOISE_PERCENT) / 100
    events = _standard_variance(clinic.scanner) * (clinic.noise_gain / aimed) ** 2
    sensitivity = events / seconds
    return replace(clinic, scanner=replace(scanner, sensitivity=sensitivity))


def even_matrix(field_mm: float, voxel_mm: float) -> int:
    """Voxels across a field of view: even, so that grids of one voxel size are one lattice."""
    return 2 * round(field_mm / voxel_mm / 2)


USUAL_GAIN = {Method.OSEM: 0.0059, Method.FBP: 0.0065, Method.PENALISED: 0.0035}
FILTER_EXPONENT, VOXEL_EXPONENT, SLICE_EXPONENT, UPDATES_EXPONENT = -1.04, 0.42, 0.38, 0.34
PSF_FACTOR, TOF_FACTOR = 0.48, 1.8
"""Fitted to the noise measured in 28 drawn clinics: before, measured over expected had a standard
deviation of 0.6 of its logarithm, after it 0.3"""


def noise_gain_of(clinic: Clinic) -> float:
    """An estimate of `Clinic.noise_gain`, to 30 %: enough to plan with. The noise of an image is
    measured in it."""
    scanner = clinic.scanner
    gain = USUAL_GAIN[clinic.method] * _axial_factor(clinic)
    gain *= (scanner.voxel_mm / 4) ** VOXEL_EXPONENT * (scanner.slice_mm / 4) ** SLICE_EXPONENT
    if scanner.tof_fwhm_mm < FIELD_MM:
        gain *= TOF_FACTOR
    if clinic.method is not Method.PENALISED:
        blur_mm = float(np.hypot(clinic.filter_fwhm_mm, 0.8 * scanner.voxel_mm))
        gain *= (blur_mm / 5) ** FILTER_EXPONENT
    if clinic.method is Method.OSEM:
        gain *= (clinic.iterations * clinic.subsets / 40) ** UPDATES_EXPONENT
        gain *= PSF_FACTOR if clinic.psf_fwhm_mm else 1.0
    return gain


def _axial_factor(clinic: Clinic) -> float:
    """Noise of independent slices after the axial filter, relative to that before."""
    if clinic.axial_weight is None:
        weights = gaussian_kernel(clinic.filter_fwhm_mm / clinic.scanner.slice_mm)
    else:
        weights = np.array([1.0, clinic.axial_weight, 1.0]) if clinic.axial_weight else np.ones(1)
    return float(np.sqrt(np.sum((weights / weights.sum()) ** 2)))


def _standard_variance(scanner: Scanner) -> float:
    """Square of the liver's noise in a patient of average build, per `noise_gain`, for a
    sensitivity and a duration of 1: what `expected_liver_noise` says of six of them."""
    trues = float(np.interp(scanner.tof_fwhm_mm, *VARIANCE_BY_TOF_MM))
    scatter = scanner.scatter_fraction / (1 - scanner.scatter_fraction)
    return trues * (1 + scatter + scanner.randoms_per_true)


VARIANCE_BY_TOF_MM = (
    (30.0, 45.0, 60.0, 75.0, 90.0, 20_000.0),
    (235.0, 351.0, 460.0, 557.0, 638.0, 1271.0),
)
"""(TOF resolution along a line, the variance of the trues over the liver's SUV squared)"""
PENALTY = (1.0, 12.0)
"""Range of the penalty: from hardly smoother than OSEM to very smooth"""


def _log(rng: Generator, low: float, high: float) -> float:
    return exp(rng.uniform(log(low), log(high)))


def _drawn_filter(rng: Generator, method: Method, with_psf: bool) -> float:
    """Full width at half maximum in the plane, mm."""
    if method is Method.PENALISED:
        return 0.0
    if method is Method.FBP:
        return float(rng.uniform(4.0, 10.0))
    if with_psf:
        return 0.0 if rng.random() < 0.25 else float(rng.uniform(2.0, 6.5))
    return 0.0 if rng.random() < 0.04 else float(np.clip(rng.normal(5.5, 1.5), 2.0, 10.0))


def _outside(value: float, *gaps: tuple[float, float]) -> float:
    """The value, or the nearer end of the gap that it is in."""
    for low, high in gaps:
        if low < value < high:
            return low if value - low < high - value else high
    return value
