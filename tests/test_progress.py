"""Parts of a piece of work report as fractions of the whole."""

import pytest

from station.errors import Cancelled
from station.progress import part, silent


def test_a_part_reports_between_where_it_begins_and_ends() -> None:
    reported: list[tuple[float, str]] = []
    of_part = part(lambda *heard: reported.append(heard), 0.2, 0.6)
    of_part(0.0, "begin")
    of_part(1.0, "end")
    part(of_part, 0.5, 1.0)(0.0, "a part of the part")
    assert [message for _, message in reported] == ["begin", "end", "a part of the part"]
    assert [fraction for fraction, _ in reported] == pytest.approx([0.2, 0.6, 0.4])


def test_a_part_lets_the_wish_to_stop_pass() -> None:
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        part(stop, 0, 1)(0.5, "work")


def test_silent_work_goes_on() -> None:
    silent(0.5, "work")
