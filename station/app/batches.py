"""The results of finished batches: reading them, and opening their studies."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from station.app.jobs import Jobs
from station.app.language import marked, tr, translated
from station.app.library import Library
from station.app.session import Session
from station.app.state import State
from station.progress import Report

if TYPE_CHECKING:
    from station.batch.results import Line, Results

BLINDED = marked("Results of a batch are not shown during a blinded reading.")


class Batches:
    """What the window does with batches; they run on the command line."""

    def __init__(self, session: Session, jobs: Jobs, library: Library) -> None:
        self._session, self._jobs, self._library = session, jobs, library

    def read(self, folder: Path, done: "Callable[[Results], None]") -> None:
        """Read the results in a folder; a sentence says why there are none."""

        def work(report: Report) -> "Results":
            from station.batch.results import read_results

            return read_results(folder)

        self._jobs.start(tr("Reading the results in {name}", name=folder.name), work, done)

    def open_study(self, line: "Line") -> None:
        """Open the study of a row, with the series that was made of it."""
        there = [place for place in line.places if place.exists()]
        if not there:
            self._session.set(
                notice=tr(
                    "The files of patient {cells} are no longer where the batch found them. Open "
                    "their folder.",
                    cells=line.cells["patient_id"],
                )
            )
            return
        self._library.open_paths(there)


def results_refusal(state: State) -> str | None:
    """Why no results can be shown now."""
    return translated(BLINDED) if state.blinded else None
