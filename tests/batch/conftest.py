"""Batches of tests do not wait for the disk: a test's power does not fail."""

import pytest

from station.archive import database


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "DURABILITY", "OFF")
    monkeypatch.setattr("os.fsync", lambda _: None)
