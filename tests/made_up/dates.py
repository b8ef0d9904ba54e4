"""Two small studies of one patient on disk, months apart, whose lesion is known."""

from pathlib import Path
from typing import Any

import pytest

from station.errors import StationError
from station.operations import registration
from tests.dicom.synthetic import uid
from tests.made_up import studies

NOW, BEFORE = "20240601", "20240301"
NOW_SUV, BEFORE_SUV = 5.0, 9.0


def write_date(folder: Path, name: str, lesion: float, day: str, **facts: Any) -> Path:
    """A conventional PET of one day, in the frame of reference of all others."""
    dates = dict.fromkeys(("StudyDate", "SeriesDate", "AcquisitionDate"), day)
    facts = {"FrameOfReferenceUID": uid("one frame"), **dates, **facts}
    studies.write_pet(folder / name, "OSEM Gaussian", lesion, study=name, **facts)
    return folder / name


def write_two_dates(folder: Path) -> tuple[Path, Path]:
    """(the current study, the prior one)."""
    now = write_date(folder, "now", NOW_SUV, NOW)
    return now, write_date(folder, "before", BEFORE_SUV, BEFORE)


def without_organs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up body has none, and looking for them takes seconds."""

    def missing(*_: object) -> None:
        raise StationError("The finder's weights are missing.")

    monkeypatch.setattr(registration, "find_landmarks", missing)
