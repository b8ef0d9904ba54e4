"""Loading a Python package's large libraries without holding up the window.

Python's import keeps its lock while the operating system reads and links a package's compiled
libraries: half a second for torch, more where other programs are busy, and all that time no other
thread runs, the window's neither. The same libraries, loaded by the operating system's own function
first, are there when Python asks for them: ctypes lets go of the lock for as long as it calls.
"""

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

LARGE = {
    "torch": ("lib/libtorch_python.so", "lib/libtorch_python.dylib"),
    "SimpleITK": ("_SimpleITK*.so",),
}
"""Libraries of a package that take long to load, and need not all be there"""


def load_natively(package: str) -> None:
    """Load the large libraries of a package that is about to be imported, for a worker thread.

    Only that the import takes the window's time depends on it: where there is no such library, as
    on Windows, whose torch does the same itself, nothing happens, and the import does it all.
    """
    if package in sys.modules or sys.platform == "win32":
        return
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for folder in map(Path, spec.submodule_search_locations):
        for pattern in LARGE[package]:
            for library in sorted(folder.glob(pattern)):
                load(os.fsencode(library), os.RTLD_NOW)
