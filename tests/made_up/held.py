"""An executor for the tests of work that has not run yet."""

from collections.abc import Callable


class Held:
    """Starts nothing until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, function: Callable[[], None], /) -> object:
        self.waiting.append(function)
        return None

    def run_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()
