"""The only entry to numba: typed, so that the type checker sees through the decorator.

Importing this module costs 0.2 s and the first call of a kernel more; import it off the GUI thread.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numba

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compile `function` to machine code, kept on disk between runs; it runs without the GIL."""
    return numba.njit(cache=True, nogil=True, error_model="numpy")(function)


def fast_kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Like `kernel`, with sums reordered for SIMD; not for code that must see NaN."""
    return numba.njit(cache=True, nogil=True, error_model="numpy", fastmath=True)(function)
