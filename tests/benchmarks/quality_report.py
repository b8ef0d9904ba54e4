"""The QA report of a whole-body PET/CT: pictures, page and PDF, and the objects in DICOM.

    python -m tests.benchmarks.quality_report

The study is of 2 mm voxels (272×272×520) with its CT, written to disk first. The report has to be
made within 2 s; the first one also loads what it needs and compiles what is not cached.
"""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

from station.dicom.load import scan
from station.operations.images import PetCt, load_image
from station.operations.quality.grading import Graded
from station.pet.image_quality import Status
from station.quality.checks import Control
from tests.benchmarks.timing import argument_parser, report, sized
from tests.dicom.synthetic import write_series
from tests.made_up.graders import check, lost_at, poor

SHAPE = sized((520, 272, 272), (130, 68, 68))
SPACING_MM = sized((2.0, 2.0, 2.0), (8.0, 8.0, 8.0))
CT_SHAPE = sized((260, 512, 512), (130, 128, 128))
CT_SPACING_MM = sized((4.0, 0.98, 0.98), (8.0, 3.92, 3.92))
ORIGIN_MM = (-271.0, -271.0, -900.0)
RUNS = sized(10, 1)
SENTENCE = "A finding of usual length, with its numbers and what they are compared with."


def main() -> None:
    argument_parser(__doc__).parse_args()
    with TemporaryDirectory() as folder:
        graded = _graded(Path(folder))
        start, used = perf_counter(), process_time()
        from station.operations.quality.grade_paths import write_dicom
        from station.operations.quality.page import write_report

        write_report(graded, Path(folder) / "report.pdf")
        first, cpu = perf_counter() - start, process_time() - used
        print(f"first report, with all that it loads: {first:.2f} s, {cpu:.2f} s of processor")
        wall: list[float] = []
        processor: list[float] = []
        dicom: list[float] = []
        for run in range(RUNS):
            start, used = perf_counter(), process_time()
            write_report(graded, Path(folder) / "report.pdf")
            wall.append(perf_counter() - start)
            processor.append(process_time() - used)
            start = perf_counter()
            write_dicom([graded], Path(folder) / f"dicom{run}")
            dicom.append(perf_counter() - start)
        report("QA report as PDF", wall)
        report("  time of the processor", processor)
        report("QA report as Encapsulated PDF and SR", dicom)


def _graded(folder: Path) -> Graded:
    """A noisy body with a hot place, a CT, and findings as a poor image has them."""
    rng = np.random.default_rng(0)
    pet = rng.integers(0, 3000, SHAPE[1:], dtype=np.int16)
    ct = np.full(CT_SHAPE[1:], 1064, np.int16)
    for values, spacing in ((pet, SPACING_MM), (ct, CT_SPACING_MM)):
        rows, columns = (np.indices(values.shape) - (values.shape[0] - 1) / 2) * spacing[1]
        values[(columns / 200) ** 2 + (rows / 125) ** 2 > 1] = 0
    write_series(
        folder / "pet", (pet for _ in range(SHAPE[0])), spacing_mm=SPACING_MM, origin_mm=ORIGIN_MM
    )
    write_series(
        folder / "ct",
        (ct for _ in range(CT_SHAPE[0])),
        modality="CT",
        name="ct",
        spacing_mm=CT_SPACING_MM,
        origin_mm=ORIGIN_MM,
    )
    (study,) = scan([folder]).studies
    image, over = (
        load_image(next(one for one in study.series if one.modality == modality))
        for modality in ("PT", "CT")
    )
    at = (40.0, 10.0, -400.0)
    statuses = [Status.FAIL] * 3 + [Status.LOOK] * 3 + [Status.PASS] * 8 + [Status.NOT_POSSIBLE] * 3
    checks = tuple(
        replace(check(f"Check {number}", status), sentence=f"{SENTENCE} {number}", place_mm=at)
        for number, status in enumerate(statuses)
    )
    grade = poor(evidence=lost_at(image.volume, at))
    return Graded(study, image.series, grade, Control(checks), PetCt(image, over))


if __name__ == "__main__":
    main()
