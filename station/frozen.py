"""A mapping that cannot change."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    pass


K = TypeVar("K")


V = TypeVar("V")


class Frozen(Mapping[K, V], Generic[K, V]):
    """A mapping that cannot change; `with_` returns a new one."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        self._items = MappingProxyType(dict(items or {}))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self):
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def with_(self, key: K, value: V) -> "Frozen[K, V]":
        return Frozen({**self._items, key: value})

    def without(self, key: K) -> "Frozen[K, V]":
        return Frozen({one: value for one, value in self._items.items() if one != key})
