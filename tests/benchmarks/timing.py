"""What every benchmark shares: how it prints what it measured, and its smallest size.

With --smoke a benchmark runs through once in sizes so small that its figures mean nothing: the test
suite asks so whether it still runs.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

SMOKE = "--smoke" in sys.argv

T = TypeVar("T")


def sized(full: T, smallest: T) -> T:
    """The size to measure at, or with --smoke the smallest at which everything still runs."""
    return smallest if SMOKE else full


def argument_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that knows what every benchmark takes."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--smoke", action="store_true", help="run once, in the smallest size")
    return parser


def report(name: str, seconds: Sequence[float], peer: Sequence[float] | None = None) -> None:
    """Print median and 95th percentile in ms, and how many times faster than the peer's median."""
    median, p95 = (float(quantile) * 1e3 for quantile in np.percentile(seconds, [50, 95]))
    line = f"{name:<44} median {median:8.2f} ms   p95 {p95:8.2f} ms"
    if peer is not None:
        line += f"   {float(np.median(peer)) * 1e3 / median:6.1f}× the peer's speed"
    print(line, flush=True)
