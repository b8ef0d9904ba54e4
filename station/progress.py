"""How long work reports its progress and learns that it should stop."""

from typing import Protocol


class Report(Protocol):
    """Called by long work now and then.

    `fraction` is 0 to 1 of this piece of work, `message` what is being done, for the status bar.
    Raises `station.errors.Cancelled` if the work should stop; the work lets it propagate.
    """

    def __call__(self, fraction: float, message: str) -> None: ...


def silent(fraction: float, message: str) -> None:
    """Progress of work that nobody watches."""


def part(report: Report, low: float, high: float) -> Report:
    """Progress of a part of the work that begins at `low` and ends at `high` of the whole."""

    def of_part(fraction: float, message: str) -> None:
        report(low + (high - low) * fraction, message)

    return of_part


def saying(report: Report, words: str) -> Report:
    """The same words all the time, such as `Grading image 3 of 8`."""

    def of_words(fraction: float, message: str) -> None:
        report(fraction, words)

    return of_words
