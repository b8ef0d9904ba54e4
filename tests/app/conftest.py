"""The program without its windows, on small studies."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from station.app.denoising import Denoising
from station.app.desk import Desk
from station.app.jobs import Executor, Failure, InlineExecutor, Jobs
from station.app.state import Slot, State
from station.operations.denoiser import Denoiser
from station.operations.quality.grader import Grader
from station.pet.loaded import LoadedImage
from tests.made_up import studies


class Program(Desk):
    """A desk over one data folder; failures are kept, and nothing is graded unless `graded`."""

    def __init__(
        self,
        home: Path,
        executor: Executor | None,
        load_grader: Callable[[], Grader] | None,
        graded: bool,
    ) -> None:
        self._network: Denoiser | None = None
        super().__init__(home, Jobs(executor), self._denoiser, load_grader)
        self.quality.pause(not graded)
        self.session.set(reader="Dr A")
        self.failures: list[Failure] = []
        self.jobs.failed.connect(self.failures.append)

    def bring(self, denoiser: Denoiser) -> Denoising:
        """Install a network."""
        self._network = denoiser
        return self.denoising

    def _denoiser(self) -> Denoiser:
        assert self._network is not None, "no network was brought"
        return self._network

    def close(self) -> None:
        super().close()
        # Jobs that have ended go while their parent is there: no event loop runs, and Python may
        # collect the parent in the midst of their deletion.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open(self, *paths: Path, copy_in: bool = False) -> State:
        self.library.open_paths(paths, copy_in=copy_in)
        return self.state

    def image(self, slot: Slot) -> LoadedImage:
        image = self.state.image(slot)
        assert image is not None, f"there is no image in {slot}"
        return image


Start = Callable[..., Program]
INLINE = InlineExecutor()


@pytest.fixture(scope="session")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One unfiltered PET of voxels that the network knows. Read only."""
    return studies.write_unfiltered(tmp_path_factory.mktemp("raw"))


@pytest.fixture
def start(qapp: object, known_home: Path) -> Iterator[Start]:
    """Start the program on the user's data folder; work is done at once unless another executor
    is given (None: real threads)."""
    started: list[Program] = []

    def start_(
        executor: Executor | None = INLINE,
        load_grader: Callable[[], Grader] | None = None,
        graded: bool = False,
    ) -> Program:
        program = Program(known_home, executor, load_grader, graded)
        started.append(program)
        return program

    yield start_
    for program in started:
        program.close()
