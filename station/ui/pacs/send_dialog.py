"""The question what of the open study is sent to which PACS."""

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from station.app.language import day_or_none, marked, tr, translated
from station.app.pacs.sending import Sendable, sendable
from station.app.pacs.state import is_hidden
from station.app.state import State
from station.pacs import Server
from station.ui import theme
from station.ui.action import Screen
from station.ui.elements import (
    Choice,
    in_column,
    in_row,
    new_button,
    new_label,
)

WIDTH_PX = 460
COMMIT_WORDS = marked("Ask for storage commitment")
COMMIT_TIP = marked(
    "The server confirms of each object that it keeps it; until then nothing is done"
)


class SendDialog(QDialog):
    """A server, a tick for each object, and one button."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen.window())
        self._screen = screen
        self.setWindowTitle(tr("Send to PACS"))
        self.setObjectName("pacs")
        state = screen.desk.state
        self.server = Choice()
        self.server.setAccessibleName(tr("Server"))
        self._servers = state.pacs.servers or ()
        self.server.addItems([server.name for server in self._servers])
        last = screen.desk.settings.text("pacs_send_to")
        self.server.setCurrentIndex(max(self.server.findText(last), 0))
        self.boxes: dict[str, QCheckBox] = {}
        """By the id of what is sent"""
        objects = QWidget()
        column = in_column(of=objects, margins=0, spacing=6)
        for one in sendable(state):
            self.boxes[one.id] = box = _box(one)
            box.toggled.connect(self._refresh)
            column.addLayout(in_row(box, (new_label(one.refusal, "quiet", wrap=True), 1)))
        self.commit = QCheckBox(translated(COMMIT_WORDS))
        self.commit.setToolTip(translated(COMMIT_TIP))
        self.commit.setChecked(screen.desk.settings.flag("pacs_commit", True))
        self.cancel = new_button(tr("Cancel"), self.reject)
        self.cancel.setAutoDefault(False)
        self.send = new_button(tr("Send"), self._on_send, "primary")
        self.send.setDefault(True)
        in_column(
            new_label(tr("Send to PACS"), "emptytitle"),
            new_label(_whose(state), wrap=True, plain=True),
            new_label("SERVER", "heading"),
            self.server,
            new_label("WHAT", "heading"),
            objects,
            self.commit,
            None,
            in_row(None, self.cancel, self.send, spacing=8),
            of=self,
            margins=(20, 18, 20, 16),
            spacing=10,
        )
        self.setFixedWidth(theme.px(WIDTH_PX))
        self.server.currentIndexChanged.connect(self._refresh)
        screen.desk.session.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, before: State, after: State) -> None:
        """What was listed here is of one study, and of no blinded reading."""
        if before.study is not after.study or is_hidden(after.pacs, after.blinded):
            self.reject()

    def _chosen(self) -> Server:
        return self._servers[self.server.currentIndex()]

    def _refresh(self) -> None:
        ticked = any(box.isChecked() for box in self.boxes.values())
        self.send.setEnabled(ticked)
        self.send.setToolTip("" if ticked else tr("Tick what is to be sent."))
        # Storage commitment is a service of DIMSE.
        self.commit.setVisible(self._chosen().has_dimse)

    def _on_send(self) -> None:
        server, desk = self._chosen(), self._screen.desk
        ids = [id_ for id_, box in self.boxes.items() if box.isChecked()]
        commit = self.commit.isChecked() and server.has_dimse
        desk.settings.remember({"pacs_send_to": server.name, "pacs_commit": commit})
        picture = self._screen.key_image() if "key_image" in ids else None
        self.accept()
        desk.sending.send(server.name, ids, commit=commit, picture=picture)


def _box(one: Sendable) -> QCheckBox:
    box = QCheckBox(one.words)
    box.setEnabled(not one.refusal)
    box.setToolTip(translated(one.refusal))
    # What was computed here exists nowhere else: it is what a reader came to send.
    box.setChecked(not one.refusal and one.id not in ("key_image", "rtstruct"))
    return box


def _whose(state: State) -> str:
    study = state.study
    if study is None:
        return ""
    day = day_or_none(study.date)
    return tr(
        "{name} · ID {id} · {day}",
        name=study.patient.name or study.patient.id,
        id=study.patient.id,
        day=day,
    )


def ask_send(screen: Screen) -> SendDialog:
    """Ask, in front of the window."""
    dialog = SendDialog(screen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
