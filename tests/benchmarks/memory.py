"""Peak memory of the window with a study in it: python -m tests.benchmarks.memory FOLDER

Opens the folder in a process of its own, waits until all images and MIPs are there, and prints the
peak resident memory, what the program itself needs, and their ratio to the volumes shown.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import SMOKE, argument_parser
from tests.made_up.studies import write_pair

TARGET = 2.5

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from station.app.desk import Desk
from station.app.state import Slot
from station.ui.main import application
from station.ui.window import ReadingWindow

def peak_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))

app = application()
window = ReadingWindow(Desk(Path(sys.argv[1])))
window.show()
QTest.qWait(200)
before = peak_mb()
window.desk.library.open_paths([Path(sys.argv[2])])

def wait_for(mips):
    deadline = time.monotonic() + 300
    while True:
        QTest.qWait(50)
        state = window.desk.state
        pets = [image for image in state.images.values() if image.series.is_pet]
        if not window.desk.jobs.running:
            if len(pets) == len(state.mips) >= mips:
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
shown = sum(image.volume.voxels.nbytes for image in state.images.values()) / 2**20
print(before, peak_mb(), shown)
window.close()
"""


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("folder", type=Path, nargs="?" if SMOKE else None)
    given: Path | None = parser.parse_args().folder
    with TemporaryDirectory() as home, TemporaryDirectory() as made:
        folder = given or write_pair(Path(made) / "pair")
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, home, str(folder)],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        raise SystemExit(done.stderr)
    before, peak, shown = (float(megabytes) for megabytes in done.stdout.split())
    print(f"program alone {before:.0f} MB, peak {peak:.0f} MB, volumes shown {shown:.0f} MB")
    print(f"peak / volumes shown {peak / shown:.2f} (target ≤ {TARGET})")


if __name__ == "__main__":
    main()
