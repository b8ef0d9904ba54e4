"""A mapping that cannot change."""

import pytest

from station.frozen import Frozen


def test_another_value_is_in_another_mapping() -> None:
    first = Frozen({"a": 1})
    second = first.with_("b", 2)
    assert dict(second) == {"a": 1, "b": 2}
    assert dict(first) == {"a": 1}
    assert dict(second.without("a")) == {"b": 2}
    assert dict(second.without("absent")) == dict(second)


def test_what_it_was_made_of_may_change_later() -> None:
    source = {"a": 1}
    frozen = Frozen(source)
    source["a"] = 2
    assert frozen["a"] == 1


def test_nothing_can_be_put_into_it() -> None:
    with pytest.raises(TypeError):
        Frozen({"a": 1})["a"] = 2  # type: ignore[index]
