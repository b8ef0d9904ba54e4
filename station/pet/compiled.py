"""The only entry to numba: typed, so that the type checker sees through the decorator.

Importing this module costs 0.2 s and the first call of a kernel more; import it off the GUI thread.

Compiled kernels are kept next to the code. The installed program, whose code is in one file that
nobody may write, keeps them in the folder of `NUMBA_CACHE_DIR` (`station/__main__.py` sets it), by
what the program was made from: its time, its place and the folder it is started in do not count.
"""

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numba

from station.installed import KERNELS_VARIABLE, build_key
from station.system import is_frozen

_caching: Any = import_module("numba.core.caching")  # its types are wrong

DAMAGED = (EOFError, pickle.UnpicklingError, ValueError, LookupError, AttributeError, ImportError)
"""What reading a file of kernels raises that a power cut has left half written"""

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` to machine code, kept on disk between runs; it runs without the GIL."""
    return _compiled(function, fastmath=False)


def fast_kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Like `kernel`, with sums reordered for SIMD; not for code that must see NaN."""
    return _compiled(function, fastmath=True)


def _compiled(function: Callable[P, R], *, fastmath: bool) -> Callable[P, R]:
    made: Any = numba.njit(nogil=True, error_model="numpy", fastmath=fastmath)(function)
    with suppress(RuntimeError):  # no folder that can be written: compiled at each start
        made._cache = _Kept(function)
    return made


def why_not_kept(kernel: Any) -> OSError | None:
    """What the disk said when a compiled kernel was to be kept; None: it is kept."""
    return getattr(kernel._cache, "refused", None)


class _Kept(_caching.FunctionCache):
    """Kernels on disk: without them a start takes longer, and no more than that."""

    def __init__(self, function: Any) -> None:
        of_numba: Any = super()
        of_numba.__init__(function)
        self.refused: OSError | None = None

    def load_overload(self, sig: Any, target_context: Any) -> Any:
        of_numba: Any = super()
        try:
            return of_numba.load_overload(sig, target_context)
        except DAMAGED:
            with suppress(OSError):
                self.flush()  # else it could not be written anew either
            return None
        except OSError:
            return None

    def save_overload(self, sig: Any, data: Any) -> None:
        of_numba: Any = super()
        try:
            of_numba.save_overload(sig, data)
        except OSError as error:
            self.refused = error


class _OfTheProgram(_caching._CacheLocator):
    """Where the kernels of the installed program are kept, and for which program."""

    def __init__(self, function: Any, kept: str) -> None:
        self._folder = Path(kept, *function.__module__.split("."))
        self._line = function.__code__.co_firstlineno

    def get_cache_path(self) -> str:
        return str(self._folder)

    def get_source_stamp(self) -> str:
        return build_key()

    def get_disambiguator(self) -> str:
        return str(self._line)

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> "_OfTheProgram | None":
        del py_file  # relative to the folder the program was started in
        kept = os.environ.get(KERNELS_VARIABLE)
        if not is_frozen() or not kept:
            return None
        locator = cls(py_func, kept)
        try:
            locator.ensure_cache_path()
        except OSError:
            return None
        return locator


_caching.CacheImpl._locator_classes.insert(0, _OfTheProgram)
