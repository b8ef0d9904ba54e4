"""Two dates of one patient in Station's list, whose lesion is known."""

from pathlib import Path
from typing import Any

import pytest

from station.errors import StationError
from station.operations import registration
from tests.dicom.synthetic import uid
from tests.made_up import studies

NOW, BEFORE = "20240601", "20240301"


def write(folder: Path, name: str, lesion: float, day: str, **facts: Any) -> Path:
    dates = dict.fromkeys(("StudyDate", "SeriesDate", "AcquisitionDate"), day)
    facts = {"FrameOfReferenceUID": uid("one frame"), **dates, **facts}
    studies.write_pet(folder / name, "OSEM Gaussian", lesion, study=name, **facts)
    return folder / name


@pytest.fixture
def _no_organs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up body has none, and looking for them takes seconds."""

    def missing(*_: object) -> None:
        raise StationError("The finder's weights are missing.")

    monkeypatch.setattr(registration, "find_landmarks", missing)


@pytest.fixture(scope="session")
def two_dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The current study, whose lesion has SUV 5, and the prior one with SUV 9. Read only."""
    folder = tmp_path_factory.mktemp("two dates")
    return write(folder, "now", 5.0, NOW), write(folder, "before", 9.0, BEFORE)
