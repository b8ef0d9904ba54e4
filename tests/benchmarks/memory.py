"""Peak memory of the window with a study in it: python -m tests.benchmarks.memory FOLDER

Opens the folder in a process of its own, waits until all images and MIPs are there, and prints the
peak resident memory, what the program itself needs, and their ratio to the volumes shown.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

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
deadline = time.monotonic() + 120
while time.monotonic() < deadline:
    QTest.qWait(50)
    state = window.desk.state
    pets = [key for key, image in state.images.items() if image.series.is_pet]
    if state.study and pets and len(pets) == len(state.mips) and not window.desk.jobs.running:
        break
unfiltered = [s.key for s in state.study.series if s.role == "unfiltered"]
if unfiltered and state.slots[Slot.DENOISED] is None:
    window.desk.workflow.assign(Slot.DENOISED, unfiltered[0])
    while len(window.desk.state.mips) < 2 or window.desk.jobs.running:
        QTest.qWait(50)
state = window.desk.state
shown = sum(image.volume.voxels.nbytes for image in state.images.values()) / 2**20
print(before, peak_mb(), shown)
window.close()
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    with TemporaryDirectory() as home:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        told = subprocess.run(
            [sys.executable, "-c", PROGRAM, home, str(folder)],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    before, peak, shown = (float(one) for one in told.stdout.split())
    print(f"program alone {before:.0f} MB, peak {peak:.0f} MB, volumes shown {shown:.0f} MB")
    print(f"peak / volumes shown {peak / shown:.2f} (target ≤ {TARGET})")


if __name__ == "__main__":
    main()
