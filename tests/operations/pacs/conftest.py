"""A data folder that knows a PACS in memory."""

from pathlib import Path

import pytest

from station.operations.pacs.servers import add_server
from tests.operations.pacs.fake import SERVER, FakePacs
from tests.operations.pacs.slices import written


@pytest.fixture
def slices(tmp_path: Path) -> list[Path]:
    """Files of twelve slices of one study."""
    return written(tmp_path / "slices", 12)


@pytest.fixture
def home(known_home: Path) -> Path:
    """A data folder that knows the server "hospital"."""
    add_server(known_home, SERVER)
    return known_home


@pytest.fixture
def pacs(home: Path, slices: list[Path], monkeypatch: pytest.MonkeyPatch) -> FakePacs:
    """The server: it has the twelve slices."""
    return FakePacs().take(slices).install(monkeypatch)
