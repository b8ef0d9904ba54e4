"""Large libraries are loaded without Python's lock."""

import subprocess
import sys

import pytest

from station.operations.native_libraries import LARGE, load_natively

LOADED = """
import sys
from station.operations.native_libraries import load_natively

def there():
    with open("/proc/self/maps") as maps:
        return {mark!r} in maps.read()

assert not there()
load_natively({package!r})
assert there()
assert {package!r} not in sys.modules
import {package}
"""


@pytest.mark.simulated
@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells which libraries are loaded")
@pytest.mark.parametrize(
    ("package", "mark"), [("torch", "libtorch_python.so"), ("SimpleITK", "_SimpleITK")]
)
def test_a_packages_libraries_are_there_before_it_is_imported(package: str, mark: str) -> None:
    """In a process of its own: this one has them already."""
    script = LOADED.format(package=package, mark=mark)
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_what_is_imported_already_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "station.operations.native_libraries.find_spec", lambda _: pytest.fail("it was looked for")
    )
    monkeypatch.setitem(sys.modules, "SimpleITK", sys)
    load_natively("SimpleITK")


def test_a_package_that_is_not_installed_is_left_to_its_import(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LARGE, "no_such_package", ("*.so",))
    load_natively("no_such_package")
