"""What comes with the program is there under its name."""

import pytest

from station import __version__
from station.installed import build, resource


@pytest.mark.parametrize(
    "name", ["style.qss", "fonts", "icons", "colormaps", "models", "protocols/reader-study.toml"]
)
def test_a_resource_is_in_the_checkout(name: str) -> None:
    assert resource(name).exists()
    assert resource(*name.split("/")) == resource(name)


def test_a_checkout_says_that_it_is_no_build():
    assert build() == f"{__version__} (from a checkout)"
