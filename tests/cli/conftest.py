"""A small study for the commands that read one."""

from pathlib import Path

import pytest

from tests.ui import studies


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Conventional PET, DL-denoised PET and CT. Read only."""
    return studies.write_pair(tmp_path_factory.mktemp("cli") / "pair")
