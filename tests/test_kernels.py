"""The list of kernels that are compiled before the tests run."""

import pytest

from station.operations.kernels import compile_line
from station.pet import statistics
from tests import kernels

# It imports every module with kernels, torch with them.
pytestmark = pytest.mark.simulated


def of_statistics() -> str:
    return next(line for line in kernels.listed() if line.startswith(statistics.__name__))


def test_every_line_names_a_kernel() -> None:
    names = {tuple(line.split(maxsplit=2)[:2]) for line in kernels.listed()}
    assert names
    there = {(module, name) for module, name, _ in kernels.kernels()}
    assert names <= there


def test_a_line_is_compiled_and_one_out_of_date_is_left_out() -> None:
    module, name, signature = of_statistics().split(maxsplit=2)
    assert compile_line(of_statistics())
    assert not compile_line(f"{module} {name}_before {signature}")
    assert not compile_line(f"{module}_before {name} {signature}")
    assert not compile_line(f"{module} {name} ()")


def test_what_was_compiled_is_recorded() -> None:
    assert compile_line(of_statistics())
    assert of_statistics() in kernels.recorded()
