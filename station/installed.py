"""What is installed: this build, and next to the code fonts, colour maps, site lists, weights."""

from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path

from station import __version__

BUILD = "build.txt"
"""Written by `packaging/build.py`: a line that names commit and day, and one with the hash of what
the program was made from"""
REPLACED = (
    "Station was upgraded or removed while it ran, and cannot go on. What was stored is kept. "
    "Close it, and start it again."
)
KERNELS_VARIABLE = "NUMBA_CACHE_DIR"
"""numba's variable: the folder in which compiled kernels are kept"""


def resource(*parts: str) -> Path:
    """A file of `resources/`, in a checkout or an installed wheel."""
    return _resources().joinpath(*parts)


@cache
def _resources() -> Path:
    checkout = Path(__file__).resolve().parents[1] / "resources"
    if checkout.is_dir():
        return checkout
    with as_file(files("station") / "resources") as folder:  # wheels are installed unpacked
        return folder


@cache
def build() -> str:
    """Version and build, such as "0.1.0 (1a2b3c4, 2026-11-30)"; a checkout says that it is one."""
    try:
        words = resource(BUILD).read_text(encoding="utf-8").splitlines()[0]
    except (OSError, IndexError):
        words = "from a checkout"
    return f"{__version__} ({words})"


@cache
def build_key() -> str:
    """A short name for a folder of what only this build can use; as it was when first asked for."""
    return _key_on_disk()


def was_replaced() -> bool:
    """Whether the files of this program are now those of another build, or gone.

    Only of use where `build_key` was called at the start.
    """
    return _key_on_disk() != build_key()


def _key_on_disk() -> str:
    try:
        text = resource(BUILD).read_text(encoding="utf-8")
    except OSError:
        text = build()
    return sha256(text.encode()).hexdigest()[:16]
