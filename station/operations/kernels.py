"""The kernels that every user needs, compiled for this processor before somebody waits for them.

`resources/kernels.txt` lists them, a line each: a module, a kernel and the types of its arguments
(`python -m tests.kernels --record-for-users` writes it). What is not in the list is compiled when
it is first called. numba keeps all of them; only a build's first start takes longer.
"""

import importlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from station.errors import StationError
from station.installed import KERNELS_VARIABLE, resource
from station.progress import Report
from station.system import is_frozen

LIST = "kernels.txt"
DONE = "all-compiled"
"""An empty file next to the kernels of a build"""


def are_missing() -> bool:
    """Whether the installed program has not yet compiled its kernels; never so in a checkout."""
    folder = os.environ.get(KERNELS_VARIABLE)
    return is_frozen() and folder is not None and not (Path(folder) / DONE).exists()


def compile_all(report: Report) -> int:
    """Compile what the list names, or fetch it from disk; how many kernels there are now.

    Raises StationError where they cannot be kept, Cancelled.
    """
    folder = os.environ.get(KERNELS_VARIABLE)
    if folder:
        try:
            Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _not_kept(error) from error
    lines = resource(LIST).read_text(encoding="utf-8").splitlines()
    compiled = 0
    for number, line in enumerate(lines):
        report(number / len(lines), "Compiling for this processor")
        compiled += compile_line(line)
    if folder:
        with suppress(OSError):
            (Path(folder) / DONE).touch()
    return compiled


def compile_line(line: str) -> bool:
    """Compile what a line says, or fetch it from disk; False: it is out of date.

    Raises StationError where the disk does not take it.
    """
    from numba import types
    from numba.core.errors import NumbaError

    from station.pet.compiled import why_not_kept

    module, name, signature = line.split(maxsplit=2)
    try:
        kernel: Any = getattr(importlib.import_module(module), name)
        kernel.compile(eval(signature, {"__builtins__": {}}, vars(types)))  # noqa: S307  # our own file
    except (AttributeError, ImportError, NameError, TypeError, NumbaError):
        return False
    if refused := why_not_kept(kernel):
        raise _not_kept(refused) from refused
    return True


def _not_kept(error: OSError) -> StationError:
    return StationError(
        f"Compiled kernels cannot be kept in {os.environ.get(KERNELS_VARIABLE, 'their folder')} "
        f"({error.strerror}), so that each start compiles them again. Free some space or make it "
        f"writable, or name another folder in {KERNELS_VARIABLE}."
    )
