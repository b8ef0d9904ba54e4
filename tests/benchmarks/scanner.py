"""The virtual scanner: time of a slab and of its reconstruction, and its noise in the liver.

    python -m tests.benchmarks.scanner [PATIENTS]

There is no peer: PyPI holds no TOF projector for processors. The noise is what
`Scanner.sensitivity` is set by: the conventional image of 120 s a bed should have about 10 % in the
liver of ordinary patients.
"""

from time import perf_counter

import numpy as np
from scipy import ndimage

from station.pet.filters import CONVENTIONAL_FWHM_MM, smoothed
from station.simulate.anatomy import draw_patient
from station.simulate.osem import CONVENTIONAL_ITERATIONS, DL_ITERATIONS, Osem
from station.simulate.phantom import truth_labels
from station.simulate.scanner import Scanner, scan_slab
from tests.benchmarks.timing import argument_parser, report, sized

FIRST_SEED = 5001
AWAY_FROM_EDGE_MM = 12.0
PATIENTS = sized(5, 1)
SCANNER = sized(Scanner(), Scanner(matrix=64, voxel_mm=8.0, slice_mm=8.0, angles=40))


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("patients", type=int, nargs="?", default=PATIENTS)
    patients: int = parser.parse_args().patients
    scans: list[float] = []
    draws: list[float] = []
    iterations: list[float] = []
    print("patient   kg/m²   liver CoV conventional, unfiltered, noise-free (120 s a bed)")
    for seed in range(FIRST_SEED, FIRST_SEED + patients):
        patient = draw_patient(seed, lesions=False)
        liver = next(organ for organ in patient.organs if organ.name == "liver")
        middle = float(np.mean([shape.centre_mm[2] for shape in liver.shapes]))
        began = perf_counter()
        scan = scan_slab(patient, middle - 40 * SCANNER.slice_mm, seed, scanner=SCANNER)
        scans.append(perf_counter() - began)
        began = perf_counter()
        events = scan.events(120)
        draws.append(perf_counter() - began)
        osem = Osem(scan)
        began = perf_counter()
        images = osem.images(events, 120, (CONVENTIONAL_ITERATIONS, DL_ITERATIONS))
        iterations.append((perf_counter() - began) / DL_ITERATIONS)
        exact = osem.images(scan.mean, scan.full_s)[DL_ITERATIONS]
        spacing = scan.geometry.spacing_mm
        conventional = smoothed(images[CONVENTIONAL_ITERATIONS], CONVENTIONAL_FWHM_MM, spacing)
        eroded = ndimage.binary_erosion(
            truth_labels(patient, scan.geometry).mask("liver"),
            iterations=round(AWAY_FROM_EDGE_MM / spacing[0]),
        )
        core = np.asarray(eroded, np.bool_)
        noise = (conventional, images[DL_ITERATIONS], exact)
        cov = "   ".join(f"{image[core].std() / image[core].mean():.3f}" for image in noise)
        print(f"{seed}      {patient.weight_kg / patient.height_m**2:5.1f}   {cov}", flush=True)
    report("scan a slab of 80 + 16 slices", scans)
    report("draw its events", draws)
    report("one iteration of 10 subsets, 96 slices", iterations)


if __name__ == "__main__":
    main()
