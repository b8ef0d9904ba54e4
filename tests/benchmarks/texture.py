"""The texture of simulated livers next to that of a real one, and how well they are told apart.

    python -m tests.benchmarks.texture [BODIES] [--data FOLDER]

The real image is the GE Discovery ST scan `whole_body/STS_001` of the reference data (without it
only the simulated figures are printed). Simulated are livers of the wide world in clinics with the
same voxels and without TOF and PSF, as that scanner is, at its noise. Printed are the noise's
autocorrelation along each axis, its power by spatial frequency in the plane, its skewness and
kurtosis, and the area under the ROC curve of a logistic regression on these numbers of small
patches, cross-validated over bodies: 0.5 would be indistinguishable. One real patient, of one
filter and one dose, is not many: with all features together the figure also measures how narrow a
place one patient has among many clinics.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage as untyped_ndimage
from scipy import optimize as untyped_optimize

from station.dicom.load import scan
from station.operations.images import load_image
from station.pet.volume import Geometry
from station.simulate.clinics import Clinic, Method, draw_clinic
from station.simulate.degrade import Plan
from station.simulate.examination import Coverage, examine
from station.simulate.phantom import truth_labels
from station.simulate.world import draw_anyone
from tests.benchmarks.timing import argument_parser, sized

ndimage: Any = untyped_ndimage  # their own types are incomplete
optimize: Any = untyped_optimize

Image = NDArray[np.float32]
Mask = NDArray[np.bool_]

LIVER_MM = ((-55.0, 7.5, -390.0), (41.0, 43.0, 46.0))
"""Centre and semi-axes of an ellipsoid in the real liver (LPS), inside the box that its README
gives"""
VOXEL_MM, SLICE_MM = 4.6875, 3.27
TREND_MM = 30.0
"""Uptake that varies more slowly than this (FWHM) is not noise"""
PATCH, STRIDE = (8, 6, 6), 2
"""Slices, rows, columns, and from one patch to the next"""
LAGS = (1, 2)
BODIES = sized(8, 2)
REAL_NOISE = 0.195
"""Aimed at in the simulated livers, so that their patches are about as noisy as the real ones"""
RIDGE = 1.0
FOLDS = 4
"""Of the real patches, in order along the body"""


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("bodies", type=int, nargs="?", default=BODIES)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    asked = parser.parse_args()
    simulated = [features_of(*simulated_liver(seed)) for seed in range(asked.bodies)]
    show("simulated", np.concatenate(simulated))
    folder = asked.data / "whole_body" / "STS_001"
    if not folder.exists():
        print(f"{folder} is not here: nothing real to compare with")
        return
    real = features_of(*real_liver(folder))
    show("real", real)
    print(f"AUC real against simulated, every feature: {auc(real, simulated, NAMES):.2f}")
    print(f"    all but how noisy it is      {auc(real, simulated, NAMES[1:]):.2f}")
    for name in NAMES:
        print(f"    {name:24s} alone {auc(real, simulated, (name,)):.2f}")


def simulated_liver(seed: int) -> tuple[Image, Mask, Geometry]:
    """The liver of a body in a clinic like the real image's: image, true liver, grid."""
    rng = np.random.default_rng([seed, 0x7E7])
    clinic = draw_clinic(rng)
    while (
        clinic.method is not Method.OSEM or clinic.psf_fwhm_mm or clinic.scanner.tof_fwhm_mm < 999
    ):
        clinic = draw_clinic(rng)
    body = draw_anyone(seed, lesions=False)
    clinic = like_the_real(clinic)
    image = examine(body, Plan(), seed, clinic=clinic, coverage=Coverage(-600.0, -460.0)).image
    liver = truth_labels(body, image.geometry).mask("liver")
    return np.asarray(image.voxels, np.float32), liver, image.geometry


def is_plain(clinic: Clinic) -> bool:
    """Whether it reconstructs with OSEM alone, as the real scanner does."""
    with_tof = clinic.scanner.tof_fwhm_mm < 1000
    return clinic.method is Method.OSEM and not clinic.psf_fwhm_mm and not with_tof


def like_the_real(clinic: Clinic) -> Clinic:
    """Its voxels, and counts that give about its noise."""
    scanner = clinic.scanner
    bins = VOXEL_MM / scanner.voxel_mm * SLICE_MM / scanner.slice_mm
    scanner = replace(
        scanner,
        matrix=128,
        voxel_mm=VOXEL_MM,
        slice_mm=SLICE_MM,
        sensitivity=scanner.sensitivity * bins * (0.09 / REAL_NOISE) ** 2,
    )
    weight = clinic.axial_weight if clinic.axial_weight else 4.0
    shown: dict[str, Any] = {"shown_voxel_mm": None, "shown_slice_mm": None}
    return replace(clinic, scanner=scanner, axial_weight=weight, **shown)


def real_liver(folder: Path) -> tuple[Image, Mask, Geometry]:
    found = scan([folder])
    series = next(s for study in found.studies for s in study.series if s.modality == "PT")
    volume = load_image(series).volume
    centre, semi = (np.array(values) for values in LIVER_MM)
    index = np.moveaxis(np.indices(volume.geometry.shape), 0, -1)
    away = (volume.geometry.to_patient(index) - centre) / semi
    inside = (away**2).sum(axis=-1) < 1
    return np.asarray(volume.voxels, np.float32), inside, volume.geometry


NAMES = (
    "noise",
    *(f"correlation {axis} {lag}" for axis in ("z", "y", "x") for lag in LAGS),
    "skewness",
    "kurtosis",
    "power below 0.04 /mm",
    "power above 0.07 /mm",
)


def features_of(image: Image, liver: Mask, geometry: Geometry) -> NDArray[np.float64]:
    """A row of NAMES for each patch that is all liver, (patches, features)."""
    sigma = [TREND_MM / 2.3548 / mm for mm in geometry.spacing_mm]
    inner = ndimage.binary_erosion(liver, iterations=1)
    weight = ndimage.gaussian_filter(inner.astype(np.float32), sigma)
    level = ndimage.gaussian_filter(np.where(inner, image, 0).astype(np.float32), sigma)
    level = level / np.maximum(weight, 1e-3)
    noise = np.where(inner, image / np.maximum(level, 1e-3) - 1, 0)
    rows: list[list[float]] = []
    slices, height, width = image.shape
    for s in range(0, slices - PATCH[0], STRIDE):
        for r in range(0, height - PATCH[1], STRIDE):
            for c in range(0, width - PATCH[2], STRIDE):
                box = np.s_[s : s + PATCH[0], r : r + PATCH[1], c : c + PATCH[2]]
                if inner[box].all():
                    rows.append(_row(noise[box], geometry.spacing_mm[1]))
    return np.array(rows).reshape(-1, len(NAMES))


def _row(patch: Image, pixel_mm: float) -> list[float]:
    patch = patch - patch.mean()
    variance = float((patch**2).mean())
    row = [variance**0.5]
    for axis in range(3):
        for lag in LAGS:
            ahead = np.take(patch, range(lag, patch.shape[axis]), axis)
            behind = np.take(patch, range(patch.shape[axis] - lag), axis)
            row.append(float((ahead * behind).mean()) / variance)
    unit = patch / variance**0.5
    row += [float((unit**3).mean()), float((unit**4).mean()) - 3]
    power = np.abs(np.fft.fft2(patch, axes=(1, 2))) ** 2
    y, x = (np.fft.fftfreq(n, pixel_mm) for n in patch.shape[1:])
    frequency = np.hypot(y[:, None], x[None])
    total = float(power.sum())
    row.append(float(power[:, frequency < 0.04].sum()) / total)
    row.append(float(power[:, frequency > 0.07].sum()) / total)
    return row


def show(title: str, rows: NDArray[np.float64]) -> None:
    print(f"{title}: {len(rows)} patches")
    for name, column in zip(NAMES, rows.T, strict=True):
        print(f"    {name:24s} {np.median(column):7.3f}  ±{column.std():.3f}")


def auc(
    real: NDArray[np.float64], simulated: list[NDArray[np.float64]], names: tuple[str, ...]
) -> float:
    """Area under the curve of held-out patches: of another body, or another part of the real
    liver."""
    columns = [NAMES.index(name) for name in names]
    parts = np.array_split(real[:, columns], FOLDS)
    bodies = [rows[:, columns] for rows in simulated if len(rows)]
    scores: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        seen = [part for number, part in enumerate(parts) if number != fold]
        known = [rows for number, rows in enumerate(bodies) if number % FOLDS != fold]
        held = [rows for number, rows in enumerate(bodies) if number % FOLDS == fold]
        if not held or not known:
            continue
        score = _logistic(np.concatenate(seen), np.concatenate(known))
        scores += [(float(v), True) for v in score(parts[fold])]
        scores += [(float(v), False) for v in score(np.concatenate(held))]
    positive = np.array([v for v, is_real in scores if is_real])
    negative = np.array([v for v, is_real in scores if not is_real])
    above = positive[:, None] - negative[None]
    return float((above > 0).mean() + 0.5 * (above == 0).mean())


def _logistic(real: NDArray[np.float64], simulated: NDArray[np.float64]) -> Any:
    """The log-odds of being real, fitted with a ridge and with both kinds weighing the same."""
    rows = np.concatenate([real, simulated])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    x = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    sign = np.concatenate([np.ones(len(real)), -np.ones(len(simulated))])
    weight = np.where(sign > 0, 0.5 / len(real), 0.5 / len(simulated)) * len(rows)

    def loss(beta: NDArray[np.float64]) -> float:
        fit = float((weight * np.logaddexp(0, -sign * (x @ beta))).sum())
        return fit + RIDGE * float((beta[1:] ** 2).sum())

    beta = optimize.minimize(loss, np.zeros(x.shape[1]), method="BFGS").x
    return lambda those: np.column_stack([np.ones(len(those)), (those - mean) / spread]) @ beta


if __name__ == "__main__":
    main()
