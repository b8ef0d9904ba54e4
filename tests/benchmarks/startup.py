"""From process start to the first painted window: python -m tests.benchmarks.startup

Each sample is a fresh process that stops itself when the window has been painted. The peers, in the
same run, are a bare QMainWindow and the interpreter itself.
"""

import os
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import argument_parser, report, sized

RUNS = sized(15, 1)

STATION = """
import gc
gc.disable()  # as station/__main__.py does
import sys
from PySide6.QtCore import QTimer
from station.ui.main import application
app = application()
from station.archive import home
from station.app.desk import Desk
from station.ui.window import ReadingWindow
window = ReadingWindow(Desk(home()))
window.show()
heavy = {"torch", "pydicom", "numba", "sqlalchemy", "pyqtgraph", "scipy"} & set(sys.modules)
app.processEvents()
print("painted", flush=True)
import os
print("heavy imports before the window was shown:", sorted(heavy) or "none", flush=True)
os._exit(0)
"""

BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
print("painted", flush=True)
os._exit(0)
"""

INTERPRETER = 'print("painted", flush=True)'


def seconds_to_paint(program: str, home: str) -> tuple[float, str]:
    """Seconds until the process says that it has painted, and what else it says."""
    # Compiled modules are kept, as they are next to an installed program.
    environment = {**os.environ, "STATION_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        passed = time.perf_counter() - start
        rest = process.stdout.read()
    assert line == "painted\n", "the program must paint"
    return passed, rest


def main() -> None:
    argument_parser(__doc__).parse_args()
    with TemporaryDirectory() as home:
        programs = {"interpreter": INTERPRETER, "bare QMainWindow": BARE, "Station": STATION}
        samples: dict[str, list[float]] = {name: [] for name in programs}
        said = ""
        for _ in range(RUNS + 1):
            for name, program in programs.items():
                passed, said = seconds_to_paint(program, home)
                samples[name].append(passed)
        for name, measured in samples.items():
            report(name, measured[1:], samples["bare QMainWindow"][1:])
        print(said.strip())


if __name__ == "__main__":
    main()
