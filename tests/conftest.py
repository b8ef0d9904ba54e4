"""What every test stands on: its own data folder, no screen, and no warning unseen."""

import gc
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.peers import orthanc as orthanc_peer

# Before Qt is loaded. Set QT_QPA_PLATFORM=xcb to watch the windows.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"

# No test, and no program that it starts, keeps a password in the user's own keyring.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A deadline would make a slow machine fail; in CI every run draws the same examples.
settings.register_profile("default", deadline=None, max_examples=50)
settings.register_profile("ci", settings.get_profile("default"), derandomize=True, print_blob=True)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=1000)
settings.load_profile("default")

_OF_THE_OTHER_TIER = re.compile(r"^pytestmark = pytest\.mark\.simulated\b", re.MULTILINE)

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick tier does not import what none of its tests is in: torch alone takes seconds."""
    if config.getoption("markexpr") != "not simulated" or collection_path.suffix != ".py":
        return None
    text = collection_path.read_text(encoding="utf-8")
    return True if _OF_THE_OTHER_TIER.search(text) else None


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded by now stays: the garbage collector need not go through it each time, nor
    look for what is new after every 700 objects."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden pictures anew; look at them before you keep them",
    )


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of reference data that other people published."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the reference data are not beside the project, in ../shared/data")
    return SHARED_DATA


@pytest.fixture(scope="session", autouse=True)
def _nobody_s_witness(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What fixtures of a whole module write is not remembered where the user's records are."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("STATION_WITNESS", str(tmp_path_factory.mktemp("witness")))
        yield


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each test: few tests need a `tmp_path`, and pytest takes long to make one."""
    folder = tmp_path_factory.mktemp("homes")

    def made() -> Iterator[Path]:
        for number in count():
            home = folder / str(number)
            home.mkdir()
            yield home

    return made()


@pytest.fixture(autouse=True)
def station_home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder of this test; it does not exist yet."""
    folder = next(_homes)
    home = folder / "station-home"
    monkeypatch.setenv("STATION_HOME", str(home))
    monkeypatch.setenv("STATION_WITNESS", str(folder / "witness"))
    return home


@pytest.fixture(scope="session")
def x_display() -> Iterator[str]:
    """The DISPLAY of a real X server of 1600×1000, for programs started with QT_QPA_PLATFORM=xcb.

    This process itself stays offscreen: Qt knows one platform a process.
    """
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("no X server to test on: install the Debian packages xvfb and xdotool")
    announced, announce = os.pipe()
    # It would reset, and turn newcomers away meanwhile, whenever its only client has gone.
    settings = ["-noreset", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(announce), *settings],
        pass_fds=[announce],
        stderr=subprocess.DEVNULL,
    )
    os.close(announce)
    with os.fdopen(announced) as lines:
        display = f":{lines.readline().strip()}"
    yield display
    server.terminate()
    server.wait()


@pytest.fixture(autouse=True)
def _no_window_is_left_behind() -> Iterator[None]:
    """Fail a test after which a top-level widget is still there."""
    before = _top_level_widgets()
    yield
    leaked = _top_level_widgets() - before
    if leaked:
        gc.collect()  # what only a cycle of references holds is no leak
        leaked = _top_level_widgets() - before
    names = sorted(repr(widget) for widget in leaked)
    for widget in leaked:
        widget.deleteLater()  # the next test is not to pay for it
    leaked.clear()
    _top_level_widgets()
    assert not names, f"left behind: {', '.join(names)}. Give it a parent or qtbot.addWidget it."


def _top_level_widgets() -> set:
    """Windows without a parent, once those that were to be deleted are gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return set()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {widget for widget in QApplication.topLevelWidgets() if widget.parent() is None}


@pytest.fixture(scope="session")
def first_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which nothing is yet. Read only."""
    from station.archive.database import FILE_NAME
    from station.archive.index import open_index

    home = tmp_path_factory.mktemp("first archive")
    open_index(home).close()
    return home / FILE_NAME


@pytest.fixture
def known_home(station_home: Path, first_archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder after the program was started once, on a disk that is not waited for:
    a test's power does not fail."""
    from station.archive import database

    monkeypatch.setattr(database, "DURABILITY", "OFF")
    station_home.mkdir(mode=0o700, exist_ok=True)
    archive = station_home / first_archive.name
    if not archive.exists():  # else the test has made one of its own
        shutil.copyfile(first_archive, archive)
    return station_home


# --- studies on disk ----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Conventional PET, DL-denoised PET and CT. Read only."""
    from tests.made_up import studies

    return studies.write_pair(tmp_path_factory.mktemp("studies") / "pair")


@pytest.fixture(scope="session")
def without_weight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without PatientWeight. Read only."""
    from tests.made_up import studies

    folder = tmp_path_factory.mktemp("studies") / "without weight"
    return studies.write_pair(folder, PatientWeight=None)


@pytest.fixture(scope="session")
def other_patient(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A conventional PET of somebody else. Read only."""
    from tests.made_up import studies

    folder = tmp_path_factory.mktemp("studies") / "other"
    studies.write_pet(
        folder, "WB AC", 4.0, study="other", PatientName="Roe^Richard", PatientID="SYN2"
    )
    return folder


# --- foreign programs ---------------------------------------------------------------------------


@pytest.fixture(scope="session")
def _running_orthanc(tmp_path_factory: pytest.TempPathFactory) -> Iterator[orthanc_peer.Orthanc]:
    with orthanc_peer.running(tmp_path_factory.mktemp("orthanc")) as peer:
        yield peer


@pytest.fixture
def orthanc(_running_orthanc: orthanc_peer.Orthanc) -> orthanc_peer.Orthanc:
    """A PACS that others wrote, running and empty; no sign-in, no encryption."""
    if not _running_orthanc.answers():  # it ended by itself, after a test that left it running
        _running_orthanc.start()
    _running_orthanc.empty()
    return _running_orthanc


# --- log records --------------------------------------------------------------------------------


class _Records(logging.Handler):
    """Keeps what is logged from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def _without_unexpected_records(item: pytest.Item) -> Generator[None]:
    """Fail the phase of a test that logs from WARNING up, unless the test reads `caplog`."""
    records = _Records()
    logging.getLogger().addHandler(records)
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(records)
    if records.lines and "caplog" not in getattr(item, "fixturenames", ()):
        pytest.fail("logged without the test expecting it:\n" + "\n".join(records.lines))
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    return (yield from _without_unexpected_records(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    return (yield from _without_unexpected_records(item))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    return (yield from _without_unexpected_records(item))
