"""Where what has arrived is laid, for a test that waits for it."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Desk(Generic[T]):
    """Called with what arrives, by any thread; `next` waits for it."""

    def __init__(self) -> None:
        self.arrived: list[T] = []
        self._came = threading.Condition()

    def __call__(self, arrived: T) -> None:
        with self._came:
            self.arrived.append(arrived)
            self._came.notify_all()

    def next(self, number: int = 1) -> T:
        """What arrived as the `number`-th."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.arrived) >= number, 20.0)
            return self.arrived[number - 1]
