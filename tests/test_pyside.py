"""The pin on PySide6: what a broken release does to a program that runs for hours."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.simulated

EMITS = 600
"""PySide6 6.12.0 aborts after a few hundred."""

MEASURE = f"""
import sys
from PySide6.QtCore import QObject, Signal

class Switch(QObject):
    turned = Signal(bool)

switch = Switch()
heard = []
switch.turned.connect(lambda on: heard.append(1))
before = sys.getrefcount(True)
for _ in range({EMITS}):
    switch.turned.emit(True)
assert len(heard) == {EMITS}
print(before - sys.getrefcount(True))
"""


def measured() -> subprocess.CompletedProcess[str]:
    """Emit in a process of its own: a reference too few to True ends the interpreter."""
    command = [sys.executable, "-c", MEASURE]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_a_signal_may_be_emitted_many_times() -> None:
    result = measured()
    assert result.returncode == 0, result.stderr


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_emitting_true_loses_no_reference_to_true() -> None:
    lost = int(measured().stdout)
    assert lost < EMITS / 10, f"{EMITS} emits lost {lost} references to True"
