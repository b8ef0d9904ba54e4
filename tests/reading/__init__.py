from typing import TypeVar

T = TypeVar("T")


def known(value: T | None) -> T:
    """What has to exist: the test fails where it does not."""
    assert value is not None
    return value
