"""The program over made-up PACS; work is done at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from station.app.desk import Desk
from station.app.jobs import Executor, Failure, InlineExecutor, Jobs
from station.app.pacs.state import Pacs, Source
from tests.app.pacs.hospital import TODAY, Hospital


class Clinic(Desk):
    """A desk whose PACS list is in front, on a fixed day."""

    def __init__(self, home: Path, executor: Executor, hospital: Hospital) -> None:
        super().__init__(home, Jobs(executor), gateway=hospital)
        self.hospital = hospital
        self.quality.pause(True)
        self.pacs._today = lambda: TODAY
        self.bugs: list[Failure] = []
        self.pacs.failed.connect(self.bugs.append)

    @property
    def shown(self) -> Pacs:
        return self.state.pacs


OpenClinic = Callable[..., Clinic]


@pytest.fixture
def open_clinic(qapp: object, known_home: Path) -> Iterator[OpenClinic]:
    opened: list[Clinic] = []

    def open_(hospital: Hospital, executor: Executor | None = None, begin: bool = True) -> Clinic:
        clinic = Clinic(known_home, executor or InlineExecutor(), hospital)
        opened.append(clinic)
        if begin:
            clinic.pacs.begin()
            clinic.pacs.show_source(Source.PACS)
        return clinic

    yield open_
    for clinic in opened:
        clinic.close()
        assert not clinic.bugs


class Held:
    """Keeps work until the test lets it run, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, function: Callable[[], None], /) -> object:
        self.waiting.append(function)
        return None

    def run(self, number: int = 0) -> None:
        self.waiting.pop(number)()

    def run_all(self) -> None:
        while self.waiting:
            self.run()
