"""Peak memory of the window: python -m tests.benchmarks.memory FOLDER [--dates 2]

Opens the folder in a process of its own, waits until all images and MIPs are there, and prints the
peak resident memory, what the program itself needs, and their ratio to the volumes shown. With two
dates a copy of the study, 92 days older and in another frame of reference, is shown next to it: the
conventional and the DL image of both on both CTs, after the bodies were registered.
"""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pydicom
from pydicom.uid import generate_uid

from tests.benchmarks.timing import SMOKE, argument_parser
from tests.made_up.studies import write_pair

TARGET = 2.5
APART_DAYS = 92
MOVED_MM = (12.0, -8.0, 25.0)
OWN_UIDS = (
    "StudyInstanceUID",
    "SeriesInstanceUID",
    "SOPInstanceUID",
    "FrameOfReferenceUID",
    "ReferencedSOPInstanceUID",
)

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from station.app.desk import Desk
from station.app.state import Layout, Slot
from station.ui.main import application
from station.ui.window import ReadingWindow

def peak_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

def turn(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.02)  # the jobs' threads run meanwhile

app = application()
window = ReadingWindow(Desk(Path(sys.argv[1])))
window.show()
turn(0.2)
before = peak_mb()
window.desk.library.open_paths([Path(path) for path in sys.argv[2:]])

def wait_for(mips):
    deadline = time.monotonic() + 300
    while True:
        turn(0.05)
        state = window.desk.state
        pets = [image for image in state.images.values() if image.series.is_pet]
        wanted = {key for key in state.slots.values() if key is not None}
        if not window.desk.jobs.running:
            if len(pets) == len(state.mips) >= mips and wanted == state.images.keys():
                return state
            if not pets:
                sys.exit(state.notice or "There is no PET image in this folder.")
        if time.monotonic() > deadline:
            sys.exit(f"Still {[job.name for job in window.desk.jobs.running]} after 5 minutes.")

state = wait_for(1)
unfiltered = [s.key for s in state.study.series if s.role == "unfiltered"]
if unfiltered and state.slots[Slot.DENOISED] is None:
    window.desk.workflow.assign(Slot.DENOISED, unfiltered[0])
    state = wait_for(2)
if len(sys.argv) > 3:
    window.desk.workflow.set_layout(Layout.PRIOR_PAIRS)
    window.desk.workflow.toggle_fusion()
    state = wait_for(2)
    for link in state.date_links.values():
        print(link.alignment.sentence, file=sys.stderr)
print([str(slot) for slot, key in state.slots.items() if key], file=sys.stderr)
shown = sum(image.volume.voxels.nbytes for image in state.images.values()) / 2**20
print(before, peak_mb(), shown)
window.close()
"""


def write_older(folder: Path, out: Path) -> Path:
    """A copy of all DICOM files below a folder as a study of an earlier date, laid elsewhere."""
    for number, path in enumerate(sorted(folder.rglob("*.dcm"))):
        ds = pydicom.dcmread(path)
        day = date.fromisoformat(str(ds.StudyDate)) - timedelta(days=APART_DAYS)
        old = str(ds.StudyDate)
        for element in ds.iterall():
            if element.VR == "DA" and element.value == old:
                element.value = f"{day:%Y%m%d}"
            elif element.VR == "DT" and str(element.value).startswith(old):
                element.value = f"{day:%Y%m%d}{str(element.value)[8:]}"
            elif element.keyword in OWN_UIDS and element.value:
                element.value = generate_uid(entropy_srcs=[str(element.value), "older"])
        ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
        if "ImagePositionPatient" in ds:
            x, y, z = map(float, ds.ImagePositionPatient)
            ds.ImagePositionPatient = [x + MOVED_MM[0], y + MOVED_MM[1], z + MOVED_MM[2]]
        out.mkdir(parents=True, exist_ok=True)
        ds.save_as(out / f"{number:05}.dcm")
    return out


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("folder", type=Path, nargs="?" if SMOKE else None)
    parser.add_argument("--dates", type=int, choices=(1, 2), default=2 if SMOKE else 1)
    arguments = parser.parse_args()
    given: Path | None = arguments.folder
    with TemporaryDirectory() as home, TemporaryDirectory() as made:
        folder = given or write_pair(Path(made) / "pair")
        folders = [folder]
        if arguments.dates == 2:
            folders.append(write_older(folder, Path(made) / "older"))
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, home, *map(str, folders)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(done.stderr)
    sys.stderr.write(done.stderr)
    before, peak, shown = (float(megabytes) for megabytes in done.stdout.split())
    print(f"program alone {before:.0f} MB, peak {peak:.0f} MB, volumes shown {shown:.0f} MB")
    print(f"peak / volumes shown {peak / shown:.2f} (target ≤ {TARGET})")


if __name__ == "__main__":
    main()
