"""How every benchmark prints what it measured."""

from collections.abc import Sequence

import numpy as np


def report(name: str, seconds: Sequence[float], peer: Sequence[float] | None = None) -> None:
    """Print median and 95th percentile in ms, and how many times faster than the peer's median."""
    median, p95 = (float(one) * 1e3 for one in np.percentile(seconds, [50, 95]))
    line = f"{name:<44} median {median:8.2f} ms   p95 {p95:8.2f} ms"
    if peer is not None:
        line += f"   {float(np.median(peer)) * 1e3 / median:6.1f}× the peer's speed"
    print(line, flush=True)
