"""Set up Station if necessary, and start it.

  python3 packaging/run.py           opens the demo study in the window; without a display, draws
                                     the window to station-demo.png
  python3 packaging/run.py -- ARGS   runs `station ARGS`, for example: -- info FOLDER --json
  python3 packaging/run.py --help    prints this

The first start makes .venv in the project's folder and installs what is missing: Python packages
with pip, Qt's system libraries with apt when you are root (otherwise it prints the line to run).
"""

from __future__ import annotations

import os
import subprocess
import sys

from setup_station import PYTHON, arguments_behind_dashes, prepare

DEMO = ["demo", "--open"]


def main() -> None:
    arguments = arguments_behind_dashes("packaging/run.py", __doc__)
    prepare()
    # `run.py --` alone is `station` without a verb: the window, without the demo study.
    verb = arguments if len(sys.argv) > 1 else DEMO
    station = [str(PYTHON), "-m", "station", *verb]
    if sys.platform == "win32":  # where a program cannot take another's place
        raise SystemExit(subprocess.run(station, check=False).returncode)
    os.execv(station[0], station)


if __name__ == "__main__":
    main()
