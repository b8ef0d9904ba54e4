"""Grading and checking a whole body on this computer: time, and memory over the images.

    python -m tests.benchmarks.grade STUDY [--runs N]

STUDY is a folder such as `station demo --out STUDY` makes. It is timed after torch is loaded.
Grade and checks have to take no more than 2 s on two cores, and the process no more than 1.3 GB.
"""

import resource
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from station.dicom.load import scan
from station.operations.images import load_pet_ct
from station.operations.quality.checks import check_image
from station.operations.quality.grading import grade_series
from station.pet.study import Role
from station.progress import silent
from station.quality.grader import shipped_grader
from tests.benchmarks.timing import SMOKE, argument_parser, report, sized
from tests.made_up.studies import write_pair


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("study", type=Path, nargs="?" if SMOKE else None)
    parser.add_argument("--runs", type=int, default=sized(7, 1))
    given = parser.parse_args()
    with TemporaryDirectory() as unpacked:
        found = scan(
            [given.study or write_pair(Path(unpacked) / "pair")], silent, unpack_into=Path(unpacked)
        )
        study = found.studies[0]
        pet = next(one for one in study.series if one.role is Role.CONVENTIONAL)
        images = load_pet_ct(study, pet)
    image, ct = images.pet, images.ct
    in_memory = {one.series.key: one for one in (image, ct) if one is not None}
    opened_mb = _peak_mb()
    judge = shipped_grader()
    print(f"{pet.label}, {' × '.join(map(str, image.volume.shape))}")
    grades, whole, checks, processor = ([] for _ in range(4))
    graded = grade_series(study, pet, judge, images=in_memory)
    peak_mb = _peak_mb()
    for _ in range(given.runs):
        grades.append(_timed(lambda: judge.assess(image.volume, graded.control)))
        checks.append(_timed(lambda: check_image(images)))
        began = process_time()
        whole.append(_timed(lambda: grade_series(study, pet, judge, images=in_memory)))
        processor.append(process_time() - began)
    print(f"{graded.grade.verdict}, grade {graded.grade.grade}, {graded.grade.probabilities}")
    report("the grade alone", grades)
    report("the checks alone", checks)
    report("both", whole)
    report("  time of the processors", processor)
    print(f"peak of the process: {peak_mb:.0f} MB, {opened_mb:.0f} MB of it with the images open")


def _timed(work: Any) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
