"""Reading without the rest of the program: signing in over nothing, then the reader's screen."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from station.app.jobs import Jobs
from station.app.settings import Settings
from station.logs import FOLDER, Logs
from station.operations.reading.sign_in import Purpose, SignedIn
from station.ui import theme
from station.ui.main import application, display_fault, speak_as_chosen
from station.ui.reading.actions import show_reading
from station.ui.reading.screen import ReadingScreen
from station.ui.reading.sign_in import SignInDialog


class ReadingStart:
    """A sign-in dialog, and the screen of whoever signs in; there is nothing behind them."""

    def __init__(
        self,
        home: Path,
        purpose: Purpose,
        study: str = "",
        name: str = "",
        jobs: Jobs | None = None,
    ) -> None:
        self.jobs = jobs or Jobs()
        self._preferences = Settings(home).first_state().preferences
        speak_as_chosen(self._preferences)
        theme.apply_look(self._preferences)
        self.screen: ReadingScreen | None = None
        self.dialog = SignInDialog(self.jobs, home, purpose, study=study, name=name)
        self.dialog.signed_in.connect(self._on_signed_in)
        self.dialog.open_over(QApplication.primaryScreen())

    def close(self) -> None:
        self.jobs.shut_down()

    def _on_signed_in(self, signed: SignedIn) -> None:
        def closed() -> None:
            self.screen = None
            signed.studies.close()

        self.screen = show_reading(signed, self.jobs.apart(), closed, self._preferences)


def run_reading(home: Path, purpose: Purpose, study: str, name: str) -> int:
    """Ask somebody to sign in and let them read; returns the exit code."""
    if fault := display_fault():
        sys.stderr.write(fault + "\n")
        return 2
    app = application()
    logs = Logs(home / FOLDER)
    logs.begin("reading")
    start = ReadingStart(home, purpose, study, name)
    code = app.exec()
    start.close()
    logs.end()
    return code
