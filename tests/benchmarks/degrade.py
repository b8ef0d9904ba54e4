"""Graded examinations: processor time of each, and the noise in the liver against what is expected.

    python -m tests.benchmarks.degrade [CASES]

There is no peer: PyPI holds no whole-body PET simulator for processors. For each clinic the noise
of one patient is measured as the difference between a noisy and a noise-free reconstruction;
measured beside expected is what `Clinic.noise_gain` is to be multiplied by.
"""

from dataclasses import replace
from time import process_time

import numpy as np
from scipy import ndimage

from station.simulate.clinics import CLINICS, UNSEEN_CLINICS
from station.simulate.degrade import Plan
from station.simulate.examination import HEADLESS, examine, patient_of
from station.simulate.grading import graded_case
from station.simulate.phantom import truth_labels
from tests.benchmarks.timing import argument_parser, report, sized
from tests.simulate.test_grading import COARSELY

SEED = 11
AWAY_FROM_EDGE_MM = 12.0
CASES = sized(3, 1)
MEASURED = sized((*CLINICS, *UNSEEN_CLINICS), COARSELY)
SIMULATED = sized(CLINICS, COARSELY)


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=CASES)
    cases: int = parser.parse_args().cases
    print("clinic                            liver CoV, %: measured   expected   ratio")
    for clinic in MEASURED:
        patient = patient_of(Plan(), SEED)
        # From below the liver: the legs are not looked at.
        patient = replace(patient, thigh_z_mm=-640.0 * patient.height_m / 1.70)
        noisy = examine(patient, Plan(), SEED, clinic=clinic, coverage=HEADLESS)
        clean = examine(patient, Plan(), SEED, clinic=clinic, coverage=HEADLESS, noise=False)
        away = round(AWAY_FROM_EDGE_MM / clinic.scanner.voxel_mm)
        liver = truth_labels(patient, noisy.image.geometry).mask("liver")
        core = np.asarray(ndimage.binary_erosion(liver, iterations=away), np.bool_)
        difference = noisy.image.voxels[core] - clean.image.voxels[core]
        measured = 100 * float(difference.std() / clean.image.voxels[core].mean())
        expected = noisy.liver_noise_percent
        print(f"{clinic.name:46s} {measured:10.1f} {expected:10.1f} {measured / expected:7.2f}")
    seconds: list[float] = []
    for seed in range(cases):
        began = process_time()
        graded_case(seed, clinics=SIMULATED)
        seconds.append(process_time() - began)
    report("a graded case, processor time", seconds)


if __name__ == "__main__":
    main()
