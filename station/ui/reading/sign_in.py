"""Signing in to a reader study: which one, who, and the password."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QWidget,
)

from station.app.jobs import Jobs
from station.app.language import marked, tr, translated
from station.operations.reading.sign_in import (
    Purpose,
    Refused,
    SignedIn,
    choose_password,
    sign_in,
    study_names,
)
from station.progress import Report
from station.reading.names import tidy
from station.ui import theme
from station.ui.elements import LEFT, in_column, in_row, new_button, new_label
from station.ui.question import ask_own_password

WIDTH_PX = 420

TITLES = {
    Purpose.READ: marked("Read a study"),
    Purpose.CONSENSUS: marked("Consensus"),
    Purpose.COORDINATE: marked("Coordinator"),
}
EXPLAINED = {
    Purpose.READ: marked("Images are shown on the full screen, under codes."),
    Purpose.CONSENSUS: (
        marked(
            "Readers agree on what they scored very differently, still under codes. It opens when "
            "every reader has signed; one reader signs in for all present, or the adjudicator does."
        )
    ),
    Purpose.COORDINATE: marked("Progress, locking and the analysis of a study."),
}
FIRST_WORDS = marked(
    "The password you were given is known to somebody else. Choose one of your own: only you can "
    "then sign with it. 12 characters or more; four or five words are easy to remember."
)
NO_STUDY = marked(
    "There is no reader study yet. The coordinator makes one: Reading ▸ New reader study."
)


class SignInDialog(QDialog):
    """Asks until somebody is signed in or gives up; passwords are checked off the GUI thread."""

    signed_in = Signal(object)
    """`SignedIn`; the receiver closes its studies. The dialog is still there, and closes then."""
    given_up = Signal()
    """It is about to close, and nobody has signed in"""

    def __init__(
        self,
        jobs: Jobs,
        home: Path,
        purpose: Purpose,
        parent: QWidget | None = None,
        study: str = "",
        name: str = "",
    ) -> None:
        """`study` is the only one offered, if it is given; `name` is who is expected."""
        super().__init__(parent)
        self._jobs = jobs
        self._home = home
        self._purpose = purpose
        self._wanted = tidy(study)
        self._in = False
        self._asking = False
        self._gone = False
        self.setWindowTitle(translated(TITLES[purpose]))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.study = QComboBox()
        self.name = QLineEdit(name)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = new_label(name="problem", wrap=True, plain=True)
        self.problem.hide()
        self.enter = new_button(tr("Sign in"), self._on_enter, "primary")
        self.enter.setDefault(True)
        cancel = new_button(tr("Cancel"), self.close)
        cancel.setAutoDefault(False)
        words = new_label(translated(EXPLAINED[purpose]), "quiet", wrap=True)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(14))
        form.setVerticalSpacing(theme.px(8))
        form.setLabelAlignment(LEFT)
        form.addRow(tr("Study", "a reader study"), self.study)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Password"), self.password)
        buttons = in_row(None, cancel, self.enter)
        in_column(words, form, self.problem, buttons, of=self, margins=(18, 16, 18, 14), spacing=12)
        for field in (self.name, self.password):
            field.textChanged.connect(self._refresh)
        (
            self.password if name else self.name
        ).setFocus()  # somebody may type before the list of studies is there
        self._refresh()
        self._jobs.start(
            tr("Looking for reader studies"),
            lambda report: study_names(self._home, report),
            self._on_names,
            ordered=True,
        )

    def open_over(self, screen: QScreen) -> None:
        """Show it in the middle of a screen on which nothing else is."""
        self.adjustSize()
        self.move(screen.geometry().center() - self.rect().center())
        self.show()
        self.activateWindow()

    # --- What comes back -----------------------------------------------------------------------

    def _on_names(self, names: tuple[str, ...] | Refused) -> None:
        if self._gone:
            return
        if isinstance(names, Refused):
            self._say(names.sentence)
            return
        offered = [known for known in names if not self._wanted or tidy(known) == self._wanted]
        self.study.addItems(offered)
        if not names:
            self._say(translated(NO_STUDY))
        elif not offered:
            self._say(
                tr(
                    "There is no reader study “{wanted}”. Ask the coordinator for its name.",
                    wanted=self._wanted,
                )
            )
        self._refresh()

    def _on_result(self, result: SignedIn | Refused) -> None:
        self._asking = False
        if isinstance(result, Refused):
            if not self._gone:
                self._refresh()
                self._say(result.sentence)
                self.password.setFocus()
        elif self._gone:
            result.studies.close()
        elif result.sitting.has_one_time_password:
            self._choose_password(result)
        else:
            self._let_in(result)

    def _let_in(self, result: SignedIn) -> None:
        self._in = True
        self.signed_in.emit(result)
        self.close()  # last: between the two nothing else may be seen

    def _choose_password(self, result: SignedIn) -> None:
        """Who was given a password takes another one before anything else."""
        question = ask_own_password(self, partial(self._change, result), translated(FIRST_WORDS))
        question.accepted.connect(lambda: self._let_in(result))
        question.rejected.connect(result.studies.close)

    def _change(
        self,
        result: SignedIn,
        given: str,
        new: str,
        done: Callable[[], None],
        failed: Callable[[str], None],
    ) -> None:
        def on_result(refused: Refused | None) -> None:
            if refused is None:
                done()
            else:
                failed(refused.sentence)

        self._jobs.start(
            tr("Changing the password"),
            lambda report: choose_password(result, given, new, report),
            on_result,
            ordered=True,
        )

    # --- Behind it -----------------------------------------------------------------------------

    def _on_enter(self) -> None:
        study, name, password = self.study.currentText(), self.name.text(), self.password.text()
        if self._asking or not (study and name.strip() and password):
            return
        self._asking = True
        self.problem.hide()
        self.password.clear()
        self._refresh()

        def work(report: Report) -> SignedIn | Refused:
            return sign_in(self._home, self._purpose, study, name, password, report)

        self._jobs.start(tr("Signing in"), work, self._on_result, failed=self._on_broken)

    def _on_broken(self, failure: object) -> None:
        """A bug; the window shows it."""
        self._asking = False
        if not self._gone:
            self._refresh()

    def _refresh(self) -> None:
        given = bool(self.study.currentText() and self.name.text().strip() and self.password.text())
        self.enter.setEnabled(given and not self._asking)
        self.enter.setText(tr("Signing in…") if self._asking else tr("Sign in"))

    def _say(self, sentence: str) -> None:
        self.problem.setText(translated(sentence))
        self.problem.show()

    def done(self, result: int) -> None:
        """However it is closed."""
        if not self._gone and not self._in:
            self.given_up.emit()
        self._gone = True
        super().done(result)
