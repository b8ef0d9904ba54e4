"""The program without its windows, on small studies."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from station.app.denoising import Denoising
from station.app.jobs import Executor, Failure, InlineExecutor, Jobs
from station.app.library import Library
from station.app.session import Session
from station.app.settings import Settings
from station.app.state import Slot, State
from station.app.workflow import Workflow
from station.operations.denoiser import Denoiser
from station.pet.loaded import LoadedImage
from tests.ui import studies


class Program:
    """Session, jobs, verbs and library over one data folder, as a window has them."""

    def __init__(self, home: Path, executor: Executor | None) -> None:
        self.session = Session(Settings(home).first_state())
        self.session.set(reader="Dr A")
        self.jobs = Jobs(executor)
        self.failures: list[Failure] = []
        self.jobs.failed.connect(self.failures.append)
        self.library = Library(self.session, self.jobs, home)
        self.workflow = Workflow(self.session)
        self.denoising: Denoising | None = None

    def bring(self, denoiser: Denoiser) -> Denoising:
        """Install a network."""
        self.denoising = Denoising(self.session, self.jobs, self.library, lambda: denoiser)
        return self.denoising

    @property
    def state(self) -> State:
        return self.session.state

    def open(self, *paths: Path, copy_in: bool = False) -> State:
        self.library.open_paths(paths, copy_in=copy_in)
        return self.state

    def image(self, slot: Slot) -> LoadedImage:
        image = self.state.image(slot)
        assert image is not None, f"there is no image in {slot}"
        return image

    def quit(self) -> None:
        self.jobs.shut_down()
        self.library.close()
        self.session.undo_stack.clear()  # Qt crashes where Python collects its commands in a cycle


Start = Callable[..., Program]
INLINE = InlineExecutor()


@pytest.fixture
def start(qapp: object, station_home: Path) -> Iterator[Start]:
    """Start the program on the user's data folder; work is done at once unless another executor
    is given (None: real threads)."""
    started: list[Program] = []

    def start_(executor: Executor | None = INLINE) -> Program:
        program = Program(station_home, executor)
        started.append(program)
        return program

    yield start_
    for program in started:
        program.quit()


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Conventional PET, DL-denoised PET and CT. Read only."""
    return studies.write_pair(tmp_path_factory.mktemp("app") / "pair")


@pytest.fixture(scope="session")
def without_weight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same without PatientWeight. Read only."""
    folder = tmp_path_factory.mktemp("app") / "without weight"
    return studies.write_pair(folder, PatientWeight=None)


@pytest.fixture(scope="session")
def other_patient(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A conventional PET of somebody else. Read only."""
    folder = tmp_path_factory.mktemp("app") / "other"
    studies.write_pet(
        folder, "WB AC", 4.0, study="other", PatientName="Roe^Richard", PatientID="SYN2"
    )
    return folder
