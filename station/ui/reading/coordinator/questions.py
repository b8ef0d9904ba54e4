"""What the coordinator is asked before something is done to a study: reasons, passwords, people."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from station.app.language import marked, tr, translated
from station.app.reading.coordination import (
    Coordination,
    Done,
    Failed,
    Known,
    NewPerson,
    OpenedKey,
    StudyRole,
)
from station.app.reading.overview import waiting
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, plain_table
from station.ui.question import Question

ROW_HEIGHT_PX = 30


def ask_lock(parent: QWidget, coordination: Coordination, known: Known) -> Question:
    left = waiting(known.progress)
    question = Question(
        parent,
        tr("Lock the study"),
        tr(
            "After this no answer can be given or changed, and the key may be opened for "
            "the analysis. "
            "The record is checked first. The history shows that the study was locked, by whom and "
            "when."
        ),
        tr("Lock"),
    )
    if left:
        question.caution(
            tr(
                "Not signed yet: {left}. If you lock now, the analysis uses what is there. A "
                "reason is needed.",
                left=", ".join(left),
            )
        )
    reason = question.reason(tr("Reason") if left else tr("Remark (optional)"), required=bool(left))
    password = question.password(tr("Your password"))
    question.ask(
        lambda done, failed: coordination.lock(password.text(), reason.toPlainText(), done, failed)
    )
    return question


def ask_unlock(parent: QWidget, coordination: Coordination) -> Question:
    question = Question(
        parent,
        tr("Unlock the study"),
        tr("Readers who have not signed can go on, and sets can be reopened."),
        tr("Unlock"),
    )
    question.caution(
        tr(
            "The key was open. Whoever has seen what the images are is no longer blinded; "
            "the results "
            "say that the study was unlocked, and why."
        )
    )
    reason = question.reason(tr("Reason"))
    question.ask(lambda done, failed: coordination.unlock(reason.toPlainText(), done, failed))
    return question


def ask_reopen(parent: QWidget, coordination: Coordination, known: Known) -> Question:
    names = [reader.reader for reader in known.progress.readers if reader.signed]
    question = Question(
        parent,
        tr("Reopen a reader's set"),
        tr(
            "The signature is taken back, so that the reader can revise, and then sign "
            "again. Every "
            "answer given so far stays on record."
        ),
        tr("Reopen"),
    )
    reader = question.choice(tr("Whose set"), names)
    reason = question.reason(tr("Reason"))
    question.ask(
        lambda done, failed: coordination.reopen(
            reader.currentText(), reason.toPlainText(), done, failed
        )
    )
    return question


ROLE_WORDS = {
    StudyRole.READER: marked("Reader: reads every image"),
    StudyRole.ADJUDICATOR: marked("Adjudicator: takes part in the consensus only"),
    StudyRole.COORDINATOR: marked("Coordinator: follows the study, does not read"),
}


def ask_person(parent: QWidget, coordination: Coordination) -> Question:
    question = Question(
        parent,
        tr("Add a person"),
        tr(
            "A reader gets a list of all images in an order of their own. Tell them the "
            "password yourself; they choose another one when they first sign in."
        ),
        tr("Add"),
    )
    name = question.text(tr("Name, as shown in the tables"))
    role = question.choice(tr("Role"), [translated(words) for words in ROLE_WORDS.values()])
    password = question.new_password(tr("First password"))
    own = question.password(tr("Your own password"))
    roles = list(ROLE_WORDS)
    question.ask(
        lambda done, failed: coordination.add_person(
            NewPerson(name.text().strip(), roles[role.currentIndex()], password.text()),
            own.text(),
            done,
            failed,
        )
    )
    return question


def ask_new_password(parent: QWidget, coordination: Coordination, known: Known) -> Question:
    names = [person.name for person in known.people if person.role is not StudyRole.COORDINATOR]
    question = Question(
        parent,
        tr("Set a password"),
        tr(
            "For a reader or adjudicator who forgot theirs. What they have open ends, and "
            "they choose "
            "another password when they sign in. Tell it to nobody else."
        ),
        tr("Set"),
    )
    name = question.choice(tr("Whose"), names)
    password = question.new_password(tr("New password"))
    reason = question.reason(tr("Reason"))
    question.ask(
        lambda done, failed: coordination.set_password(
            name.currentText(), password.text(), reason.toPlainText(), done, failed
        )
    )
    return question


def ask_withdraw(parent: QWidget, coordination: Coordination, known: Known) -> Question:
    question = Question(
        parent,
        tr("Withdraw a reader"),
        tr(
            "They can no longer sign in, the study does not wait for them, and their "
            "readings are not "
            "analysed. Everything they read stays on record."
        ),
        tr("Withdraw"),
    )
    return _about_a_reader(question, tr("Who"), known, coordination.withdraw)


def ask_waiver(parent: QWidget, coordination: Coordination, known: Known) -> Question:
    question = Question(
        parent,
        tr("Waive the washout"),
        tr("The reader may begin the next session now. The results say that they did, and why."),
        tr("Waive"),
    )
    return _about_a_reader(question, tr("Whose"), known, coordination.waive_washout)


def _about_a_reader(
    question: Question, who: str, known: Known, verb: Callable[[str, str, Done, Failed], None]
) -> Question:
    """Asks for a reader and a reason."""
    reader = question.choice(who, [one.reader for one in known.progress.readers])
    reason = question.reason(tr("Reason"))
    question.ask(
        lambda done, failed: verb(reader.currentText(), reason.toPlainText(), done, failed)
    )
    return question


def ask_key(parent: QWidget, coordination: Coordination, known: Known) -> Question:
    question = Question(
        parent,
        tr("Open the key"),
        tr("Shows the case and the arm behind every image code, and where the case came from."),
        tr("Open the key"),
    )
    if not known.progress.locked:
        question.caution(
            tr(
                "The study is not locked. Whoever sees the key is no longer blinded and must not "
                "advise the readers. Your name, the time and the reason are recorded and "
                "stay in the "
                "history. The analysis does not need this: it opens the key after the lock."
            )
        )
    reason = question.reason(tr("Reason"))
    password = question.password(tr("Your password"))
    if not known.progress.locked:
        question.tick(tr("I will no longer be blinded"))

    def submit(done: Callable[[], None], failed: Callable[[str], None]) -> None:
        def opened(key: OpenedKey) -> None:
            done()
            KeyPage(parent, coordination, key).open()

        coordination.open_key(password.text(), reason.toPlainText(), opened, failed)

    question.ask(submit)
    return question


class KeyPage(QDialog):
    """The case and the arm behind every image code."""

    def __init__(self, parent: QWidget, coordination: Coordination, key: OpenedKey) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Key of {study}", study=coordination.study))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.px(760), theme.px(560))
        self._coordination, self._key = coordination, key
        self.table = QTableWidget(len(key.rows), len(key.HEADER))
        self.table.setHorizontalHeaderLabels([name.capitalize() for name in key.HEADER])
        plain_table(self.table, ROW_HEIGHT_PX, read_only=True)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        for row, cells in enumerate(key.rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        save = new_button(tr("Save as CSV…"), self._on_save)
        close = new_button(tr("Close"), self.close)
        buttons = in_row(None, save, close, spacing=8)
        in_column((self.table, 1), buttons, of=self, margins=(16, 16, 16, 12), spacing=12)

    def _on_save(self) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self, tr("Save the key"), "key.csv", tr("CSV (*.csv)")
        )
        if file:
            self._coordination.save_key(self._key, Path(file))


class AnalysisQuestion(Question):
    """Where the analysis goes, and the tables of VOIs that it takes in."""

    def __init__(self, parent: QWidget, study: str, folder: Path) -> None:
        super().__init__(
            parent,
            tr("Write the analysis"),
            tr(
                "Tables, tests, agreement, QA grades, figures and rows of {study}, with an R "
                "script that recomputes scores, agreement, SUVs and foci. Files of the same "
                "names in the folder are replaced.",
                study=study,
            ),
            tr("Write"),
        )
        self.folder = self.text("Folder", new_button(tr("Choose…"), self._on_browse))
        self.folder.setText(str(folder))
        add = new_button(tr("Add…"), self._on_add)
        self.vois = QListWidget()
        self.vois.setFixedHeight(theme.px(84))
        self.vois.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._add(tr("Tables of VOIs measured in these cases, as CSV (optional)"), self.vois, add)

    @property
    def chosen(self) -> tuple[Path, tuple[Path, ...]]:
        """The folder, and the tables of VOIs."""
        paths = [Path(self.vois.item(row).text()) for row in range(self.vois.count())]
        return Path(self.folder.text().strip()), tuple(paths)

    def _on_browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for the analysis"), self.folder.text()
        )
        if folder:
            self.folder.setText(folder)

    def _on_add(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, tr("Tables of VOIs"), "", tr("CSV (*.csv)"))
        self.vois.addItems(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.vois.hasFocus():
            for item in self.vois.selectedItems():
                self.vois.takeItem(self.vois.row(item))
        else:
            super().keyPressEvent(event)


def ask_copy(parent: QWidget, coordination: Coordination, path: Path) -> Question:
    question = Question(
        parent,
        tr("Make the investigator's copy"),
        tr(
            "Protocol, audit trail, every answer first and last, and the key, in one file that you "
            "sign. Whoever has it can check it years later: station reading verify FILE."
        ),
        tr("Sign and save"),
    )
    password = question.password(tr("Your password"))

    def submit(done: Callable[[], None], failed: Callable[[str], None]) -> None:
        coordination.save_copy(path, password.text(), done, failed)

    question.ask(submit)
    return question


def ask_analysis(parent: QWidget, coordination: Coordination, folder: Path) -> AnalysisQuestion:
    question = AnalysisQuestion(parent, coordination.study, folder)

    def submit(done: Callable[[], None], failed: Callable[[str], None]) -> None:
        where, vois = question.chosen
        done()  # it goes on in the strip at the foot of the view, where it can be cancelled
        coordination.export_analysis(where, vois)

    question.ask(submit)
    return question
