"""How long a first open and a re-open take, beside dcm2niix, SimpleITK and reading the bytes raw.

Run by hand: `python -m tests.benchmarks.open_study [--ct] [--runs 7]`. Writes a 272×272×500 PET
with a slope of its own in every slice (with --ct also a 512×512×500 CT) into a temporary folder and
prints, for a warm cache, median and 95th percentile of each and the ratios that count.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import SimpleITK
from pydicom.dataset import Dataset

from station.dicom.load import read_image, scan
from station.pet.study import Series
from tests.benchmarks.timing import argument_parser, sized
from tests.dicom.synthetic import code, item, write_series

SLICES = sized(500, 8)


def realistic_padding() -> Dataset:
    """Attributes that scanners write and a viewer never asks for: something to skip."""
    return item(
        InstanceCreationDate="20240301",
        InstanceCreationTime="101010",
        ContentDate="20240301",
        ContentTime="101010",
        ReferringPhysicianName="X^Y",
        StationName="PET1",
        ProcedureCodeSequence=code("PETWB", "99LOCAL", "PET whole body"),
        PerformingPhysicianName="A^B",
        ProtocolName="WB",
        SoftwareVersions="1.2",
        ReconstructionDiameter="544",
        DateOfLastCalibration="20240201",
        TimeOfLastCalibration="101010",
        ConvolutionKernel="XYZ Gauss4.00",
        CollimatorType="NONE",
        PositionReferenceIndicator="",
        StudyID="1",
        WindowCenter="10",
        WindowWidth="20",
        EnergyWindowRangeSequence=[
            item(EnergyWindowLowerLimit="425", EnergyWindowUpperLimit="650")
        ],
        NumberOfSlices=SLICES,
        CountsSource="EMISSION",
        RandomsCorrectionMethod="DLYD",
        AttenuationCorrectionMethod="measured, CT",
        ScatterCorrectionMethod="model",
        AxialAcceptance="38",
        AxialMash=["5", "6"],
        DeadTimeFactor="1.1",
        DecayFactor="1.02",
        DoseCalibrationFactor="1",
        ScatterFractionFactor="0.3",
        IntervalsAcquired=0,
        IntervalsRejected=0,
        FieldOfViewShape="CYLINDRICAL RING",
        FieldOfViewDimensions=["700", "250"],
    )


def write_study(folder: Path, with_ct: bool) -> None:
    random = np.random.default_rng(1)
    noise = random.gamma(2, 1500, (272, 272)).clip(0, 32767).astype(np.int16)
    pet = np.stack([np.roll(noise, i, axis=0) for i in range(SLICES)])
    slopes = (1 + random.random(SLICES)).tolist()
    write_series(
        folder / "pet",
        pet,
        spacing_mm=(2, 2, 2),
        slopes=slopes,
        padding=realistic_padding(),
        name="pet",
    )
    if with_ct:
        noise = random.normal(1000, 200, (512, 512)).clip(0, 4095).astype(np.int16)
        ct = (np.roll(noise, i, axis=0) for i in range(SLICES))
        write_series(
            folder / "ct",
            ct,
            modality="CT",
            spacing_mm=(2, 1, 1),
            padding=realistic_padding(),
            name="ct",
        )


def open_first(folder: Path) -> None:
    open_again(only_series(folder))


def only_series(folder: Path) -> Series:
    (study,) = scan([folder]).studies
    (series,) = study.series
    return series


def open_again(series: Series) -> None:
    image = read_image(series)
    image.volume(2.0 if series.is_pet else 1.0)


def read_raw(paths: Sequence[Path]) -> None:
    for path in paths:
        path.read_bytes()


def read_with_simpleitk(folder: Path) -> None:
    reader = SimpleITK.ImageSeriesReader()
    reader.SetFileNames(SimpleITK.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder)))
    reader.Execute()


def convert_with_dcm2niix(folder: Path, program: str) -> None:
    with tempfile.TemporaryDirectory(dir=folder.parent) as out:
        subprocess.run(
            [program, "-z", "n", "-b", "n", "-o", out, str(folder)], check=True, capture_output=True
        )


def peak_memory_ratio(folder: Path) -> float:
    """What opening `folder` adds to a process's resident memory at its peak, in volumes shown."""
    program = (
        "import sys; from pathlib import Path; import numba\n"
        "from tests.benchmarks.open_study import only_series\n"
        "from station.dicom.load import read_image\n"
        "import station.pet.rescale\n"
        "def kb(key):\n"
        "    lines = Path('/proc/self/status').read_text().splitlines()\n"
        "    return next(int(line.split()[1]) for line in lines if line.startswith(key))\n"
        "before = kb('VmRSS')\n"
        "image = read_image(only_series(Path(sys.argv[1])))\n"
        "volume = image.volume(2.0) if image.unit != 'HU' else image.volume()\n"
        "print((kb('VmHWM') - before) * 1024 / volume.voxels.nbytes)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(folder: Path, runs: int, dcm2niix: str | None) -> None:
    paths = sorted(folder.iterdir())
    series = only_series(folder)
    contenders: dict[str, Callable[[], None]] = {
        "first open": lambda: open_first(folder),
        "re-open": lambda: open_again(series),
        "raw read": lambda: read_raw(paths),
        "SimpleITK": lambda: read_with_simpleitk(folder),
    }
    if dcm2niix is not None:
        contenders["dcm2niix"] = lambda: convert_with_dcm2niix(folder, dcm2niix)
    for work in contenders.values():  # warm the cache, the compiler, the imports
        work()
    # In turn, so that a busy moment of the machine falls on all of them.
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, work in contenders.items():
            times[name].append(timed(work))
    print(
        f"{folder.name}: {len(paths)} files, {sum(p.stat().st_size for p in paths) / 2**20:.0f} MB"
    )
    for name, values in times.items():
        median, p95 = statistics.median(values), float(np.percentile(values, 95))
        print(f"  {name:10} median {median * 1000:7.1f} ms   p95 {p95 * 1000:7.1f} ms")
    median = {name: statistics.median(values) for name, values in times.items()}
    for other, target in (("dcm2niix", "≤ 1"), ("SimpleITK", "≤ 0.5")):
        if other in median:
            ratio = median["first open"] / median[other]
            print(f"  first open / {other:9} {ratio:5.2f}  (target {target})")
    print(f"  re-open / raw read     {median['re-open'] / median['raw read']:5.2f}  (target ≤ 3)")
    print(f"  peak memory / volume   {peak_memory_ratio(folder):5.2f}  (target ≤ 2.5)")


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("--ct", action="store_true", help="also a 512×512×500 CT (260 MB)")
    parser.add_argument("--runs", type=int, default=sized(7, 1))
    arguments = parser.parse_args()
    beside = Path(sys.executable).parent / "dcm2niix"
    dcm2niix = str(beside) if beside.exists() else shutil.which("dcm2niix")
    with tempfile.TemporaryDirectory(prefix="open_study-") as temporary:
        write_study(Path(temporary), arguments.ct)
        for folder in sorted(Path(temporary).iterdir()):
            compare(folder, arguments.runs, dcm2niix)


if __name__ == "__main__":
    main()
