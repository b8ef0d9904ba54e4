"""The dialog of the servers: they are added, changed, removed and tested; and the listener."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from station.app.language import marked, tr, translated
from station.app.pacs.state import Pacs
from station.app.pacs.workflow import PacsWorkflow
from station.app.session import Session
from station.app.state import State
from station.pacs import DEFAULT_AET, DIMSE_PORT, LISTENER_PORT, Server, SignIn, Tls, Via
from station.ui import theme
from station.ui.elements import (
    Choice,
    fit,
    in_column,
    in_row,
    new_button,
    new_label,
    say,
    scrolling,
)

if TYPE_CHECKING:
    from station.operations.pacs.listen import ListenerSettings
    from station.operations.pacs.servers import Diagnosis

SIZE_PX = (780, 640)
NAMES_PX, PORT_WIDTH_PX = 170, 90
PORTS = (1, 65535)
AET_LETTERS = 16  # PS3.5 6.2, AE
RETRIEVES = {Via.GET: "C-GET", Via.MOVE: "C-MOVE", Via.WEB: "DICOMweb"}
SIGN_INS = {
    SignIn.NONE: marked("Nobody: no sign-in"),
    SignIn.BASIC: marked("User and password"),
    SignIn.BEARER: marked("Token"),
}
INTERFACES = ("127.0.0.1", "0.0.0.0")  # noqa: S104  # offered, not chosen
MOVE_WORDS = marked(
    "With C-MOVE the server sends to Station by itself: it must know Station's AE title with this "
    "computer's address and the port of the listener, and the listener must be on."
)


class ServersDialog(QDialog):
    """Made for one window; it stays open next to it."""

    def __init__(self, session: Session, pacs: PacsWorkflow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("PACS servers"))
        self.setObjectName("pacs")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit(self, *SIZE_PX)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.servers = ServersPage(session, pacs)
        self.listener = ListenerPage(session, pacs)
        self.tabs.addTab(self.servers, tr("Servers"))
        self.tabs.addTab(self.listener, tr("Listener"))
        close = new_button(tr("Close"), self.close)
        close.setAutoDefault(False)
        in_column(
            (self.tabs, 1),
            in_row(None, close),
            of=self,
            margins=(12, 8, 12, 12),
            spacing=8,
        )


class ServersPage(QWidget):
    """The servers at the left, what is kept of one at the right."""

    def __init__(self, session: Session, pacs: PacsWorkflow) -> None:
        super().__init__()
        self._session = session
        self._pacs = pacs
        self._before = ""
        """Name of the server in the form as it is kept; empty: it is new"""
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Servers"))
        self.names.setFixedWidth(theme.px(NAMES_PX))
        self.names.currentRowChanged.connect(self._on_chosen)
        self.add = new_button(tr("Add"), self._on_add)
        self.remove = new_button(tr("Remove"), self._on_remove)
        self.form = ServerForm()
        self.problem = new_label(name="problem", wrap=True, selectable=True, plain=True)
        self.checks = new_label(wrap=True, selectable=True)
        self.checks.setObjectName("checks")
        self.test = new_button(tr("Save and test"), self._on_test)
        self.save = new_button(tr("Save"), self._on_save, "primary")
        for button in (self.add, self.remove, self.test, self.save):
            button.setAutoDefault(False)
        below = QWidget()
        in_column(self.form, self.checks, None, of=below, margins=(0, 0, 8, 0), spacing=10)
        area = scrolling(QScrollArea(), below)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        in_row(
            in_column((self.names, 1), in_row(self.add, self.remove, spacing=8), spacing=8),
            (
                in_column(
                    (area, 1),
                    self.problem,
                    in_row(None, self.test, self.save, spacing=8),
                    spacing=8,
                ),
                1,
            ),
            of=self,
            margins=(0, 12, 0, 0),
            spacing=14,
        )
        self.form.changed(self._on_typed)
        session.changed.connect(self._on_changed)
        self._fill(session.state.pacs)
        say(self.problem, "")
        say(self.checks, "")
        if self.names.count():
            self.names.setCurrentRow(0)
        else:
            self._on_add()

    # --- Following -----------------------------------------------------------------------------

    def _on_changed(self, before: State, after: State) -> None:
        if before.pacs.servers is not after.pacs.servers:
            self._fill(after.pacs)

    def _fill(self, pacs: Pacs) -> None:
        """List the servers; the one in the form stays chosen."""
        self.names.blockSignals(True)
        self.names.clear()
        names = [server.name for server in pacs.servers or ()]
        self.names.addItems(names)
        if self._before in names:
            self.names.setCurrentRow(names.index(self._before))
        self.names.blockSignals(False)
        self._refresh()

    def _refresh(self) -> None:
        self.remove.setEnabled(bool(self._before))
        ready = self.form.refusal()
        for button in (self.save, self.test):
            button.setEnabled(not ready)
            button.setToolTip(ready)

    def _on_typed(self) -> None:
        say(self.problem, "")
        self._refresh()

    # --- Gestures ------------------------------------------------------------------------------

    def _on_chosen(self, row: int) -> None:
        servers = self._session.state.pacs.servers or ()
        if 0 <= row < len(servers):
            self._show(servers[row], servers[row].name)

    def _on_add(self) -> None:
        self.names.setCurrentRow(-1)
        self._show(Server("", ""), "")
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, server: Server, before: str) -> None:
        self._before = before
        self.form.show_server(server, known=bool(before))
        say(self.problem, "")
        say(self.checks, "")
        self._refresh()

    def _on_remove(self) -> None:
        name, self._before = self._before, ""
        if name:
            self._pacs.remove_server(name, self._failed)
            if self.names.count():
                self.names.setCurrentRow(0)
                self._on_chosen(0)
            else:
                self._on_add()

    def _on_save(self) -> None:
        self._keep(lambda: None)

    def _keep(self, then: Callable[[], None]) -> None:
        server = self.form.server()

        def kept(warning: str) -> None:
            self._before = server.name
            self.form.warn(warning)
            self._fill(self._session.state.pacs)
            self.form.forget_secret(known=True)
            self._set_under_way(False)
            then()

        say(self.problem, "")
        say(self.checks, "")
        self._set_under_way(True)
        self._pacs.save_server(server, self.form.secret(), self._before, kept, self._failed)

    def _on_test(self) -> None:
        """Keep it, then try everything that it is needed for."""

        def then() -> None:
            self._set_under_way(True)
            self.checks.setText(tr("Testing… this takes a few seconds."))
            self.checks.show()
            self._pacs.check_server(self._before, self._on_checked, self._failed)

        self._keep(then)

    def _on_checked(self, diagnosis: "Diagnosis") -> None:
        self._set_under_way(False)
        say(self.checks, checks_html(diagnosis))
        self._area.ensureWidgetVisible(self.checks)

    def _failed(self, sentence: str) -> None:
        self._set_under_way(False)
        say(self.checks, "")
        say(self.problem, sentence)

    def _set_under_way(self, under_way: bool) -> None:
        self.setEnabled(not under_way)
        if not under_way:
            self._refresh()


def checks_html(diagnosis: "Diagnosis") -> str:
    """Each check with a tick or a cross and its sentence, then the caution."""
    from html import escape

    from station.ui import theme

    rows = "".join(
        f'<tr><td style="padding-right:8px;color:{theme.MORE if check.passed else theme.ADDED}">'
        f"<b>{'✓' if check.passed else '✗'}</b></td>"
        f'<td style="padding-right:12px;color:{theme.BRIGHT}">{escape(check.name)}</td>'
        f"<td>{escape(translated(check.sentence))}</td></tr>"
        for check in diagnosis.checks
    )
    if diagnosis.caution:
        rows += (
            f"<tr><td><b>!</b></td><td>{tr('Caution')}</td>"
            f"<td>{escape(diagnosis.caution)}</td></tr>"
        )
    return f'<table cellspacing="4">{rows}</table>'


class ServerForm(QWidget):
    """How a server is reached."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Such as HOSPITAL"))
        self.host = QLineEdit()
        self.host.setPlaceholderText(tr("Name or address in the network"))
        self.port = PortField(DIMSE_PORT)
        self.called = _aet(tr("Empty: DICOMweb only"))
        self.calling = _aet(DEFAULT_AET)
        self.retrieve = Choice()
        for via, words in RETRIEVES.items():
            self.retrieve.addItem(translated(words), via)
        self.move_words = _hint(translated(MOVE_WORDS))
        self.web = QLineEdit()
        self.web.setPlaceholderText(tr("https://pacs.example/dicom-web, or empty"))
        self.sign_in = Choice()
        for kind, words in SIGN_INS.items():
            self.sign_in.addItem(translated(words), kind)
        self.user = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keyring = new_label(name="caution", wrap=True, plain=True)
        self.encrypted = QCheckBox(tr("The connection is encrypted (TLS)"))
        self.ca = FileField(tr("Authority that signed the server's certificate"))
        self.certificate = FileField(tr("Certificate that shows who Station is"))
        self.key = FileField(tr("Private key of that certificate"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(theme.px(14))
        form.setVerticalSpacing(theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form = form
        form.addRow(tr("Name"), self.name)
        form.addRow(_heading("DICOM"))
        form.addRow(tr("Address"), self.host)
        form.addRow(tr("Port"), self.port)
        form.addRow(tr("AE title of the server"), self.called)
        form.addRow(tr("AE title of Station"), self.calling)
        form.addRow(tr("Fetch by"), self.retrieve)
        form.addRow("", self.move_words)
        form.addRow(_heading(tr("DICOMweb")))
        form.addRow(tr("Web address"), self.web)
        form.addRow(tr("Sign in"), self.sign_in)
        form.addRow(tr("User"), self.user)
        form.addRow(tr("Password"), self.password)
        form.addRow("", self.keyring)
        form.addRow(_heading(tr("ENCRYPTION")))
        form.addRow("", self.encrypted)
        for words, field in (
            (tr("Authority (CA)"), self.ca),
            (tr("Certificate"), self.certificate),
            (tr("Key"), self.key),
        ):
            form.addRow(words, field)
        for field in (self.sign_in, self.retrieve):
            field.currentIndexChanged.connect(self._refresh)
        self.encrypted.toggled.connect(self._refresh)

    def changed(self, verb: Callable[[], None]) -> None:
        """Call `verb` whenever something is typed or chosen."""
        for field in (self.name, self.host, self.called, self.web, self.user, self.password):
            field.textChanged.connect(verb)
        for field in (self.sign_in, self.retrieve):
            field.currentIndexChanged.connect(verb)

    def show_server(self, server: Server, *, known: bool) -> None:
        self.keyring.setText("")
        self.name.setText(server.name)
        self.host.setText(server.host)
        self.port.set_value(server.port)
        self.called.setText(server.called_aet)
        self.calling.setText(server.calling_aet)
        self.retrieve.setCurrentIndex(max(self.retrieve.findData(server.retrieve), 0))
        self.web.setText(server.web_url)
        self.sign_in.setCurrentIndex(self.sign_in.findData(server.sign_in))
        self.user.setText(server.user)
        self.forget_secret(known=known and server.sign_in is not SignIn.NONE)
        tls = server.tls or Tls()
        self.encrypted.setChecked(server.tls is not None)
        self.ca.set_path(tls.ca)
        self.certificate.set_path(tls.certificate)
        self.key.set_path(tls.key)
        self._refresh()

    def forget_secret(self, *, known: bool) -> None:
        """No password stays in a field; one that is kept is shown as dots that nobody can copy."""
        self.password.clear()
        self.password.setPlaceholderText(tr("Kept; type to replace it") if known else "")

    def warn(self, sentence: str) -> None:
        """Say where the password is, if not in the system's keyring, and who can read it."""
        self.keyring.setText(translated(sentence))
        self._refresh()

    def _refresh(self) -> None:
        sign_in = SignIn(self.sign_in.currentData())
        self._form.setRowVisible(self.user, sign_in is SignIn.BASIC)
        self._form.setRowVisible(self.password, sign_in is not SignIn.NONE)
        self._form.setRowVisible(
            self.keyring, sign_in is not SignIn.NONE and bool(self.keyring.text())
        )
        label = self._form.labelForField(self.password)
        if isinstance(label, QLabel):
            label.setText(tr("Token") if sign_in is SignIn.BEARER else tr("Password"))
        self._form.setRowVisible(self.move_words, self.retrieve.currentData() == Via.MOVE)
        for field in (self.ca, self.certificate, self.key):
            self._form.setRowVisible(field, self.encrypted.isChecked())

    def refusal(self) -> str:
        """What is still missing; empty: nothing."""
        if not self.name.text().strip():
            return tr("Give the server a name.")
        dimse = self.host.text().strip() and self.called.text().strip()
        if not dimse and not self.web.text().strip():
            return tr("Give its address and AE title, or its web address.")
        return ""

    def server(self) -> Server:
        tls = Tls(self.ca.path(), self.certificate.path(), self.key.path())
        return Server(
            self.name.text().strip(),
            self.host.text().strip(),
            self.port.value(),
            self.called.text().strip(),
            self.calling.text().strip() or DEFAULT_AET,
            self.web.text().strip(),
            tls if self.encrypted.isChecked() else None,
            Via(self.retrieve.currentData()),
            SignIn(self.sign_in.currentData()),
            self.user.text().strip(),
        )

    def secret(self) -> str | None:
        """None: the one that is kept stays."""
        return self.password.text() or None


class FileField(QWidget):
    """The path of a PEM file, typed or chosen."""

    def __init__(self, tip: str) -> None:
        super().__init__()
        self._tip = tip
        self.text = QLineEdit()
        self.text.setToolTip(tip)
        self.text.setPlaceholderText(tr("PEM file, or empty"))
        self.browse = new_button(tr("Browse…"), self._on_browse)
        self.browse.setAutoDefault(False)
        in_row((self.text, 1), self.browse, of=self, margins=0, spacing=8)
        self.setFocusProxy(self.text)

    def set_path(self, path: Path | None) -> None:
        self.text.setText("" if path is None else str(path))

    def path(self) -> Path | None:
        text = self.text.text().strip()
        return Path(text) if text else None

    def _on_browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self._tip, self.text.text(), tr("PEM (*.pem *.crt *.cer *.key);;All files (*)")
        )
        if chosen:
            self.text.setText(chosen)


class ListenerPage(QWidget):
    """Whether Station takes what is sent to it, and from whom."""

    def __init__(self, session: Session, pacs: PacsWorkflow) -> None:
        super().__init__()
        self._pacs = pacs
        self.on = QCheckBox(tr("Take studies that are sent to Station while it is open"))
        self.aet = _aet(DEFAULT_AET)
        self.host = Choice()
        self.host.setEditable(True)
        self.host.addItems(list(INTERFACES))
        self.port = PortField(LISTENER_PORT)
        self.allowed = QLineEdit()
        self.allowed.setPlaceholderText(tr("AE titles, with commas in between"))
        self.state = new_label(name="note", wrap=True, selectable=True, plain=True)
        self.problem = new_label(name="problem", wrap=True, selectable=True, plain=True)
        self.apply = new_button(tr("Apply"), self._on_apply, "primary")
        self.apply.setAutoDefault(False)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(14))
        form.setVerticalSpacing(theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.on)
        form.addRow(tr("AE title of Station"), self.aet)
        form.addRow(tr("Interface"), self.host)
        form.addRow(
            "",
            _hint(
                tr(
                    "127.0.0.1: this computer only. 0.0.0.0: every network that it is in. Or the "
                    "address of one."
                )
            ),
        )
        form.addRow(tr("Port"), self.port)
        form.addRow(tr("Who may send"), self.allowed)
        form.addRow(
            "",
            _hint(
                tr(
                    "Empty: everybody, which is possible on this computer only. An AE title "
                    "is a name, "
                    "not a proof: who can reach the port can claim it."
                )
            ),
        )
        in_column(
            form,
            self.state,
            self.problem,
            None,
            in_row(None, self.apply),
            of=self,
            margins=(0, 12, 0, 0),
            spacing=12,
        )
        say(self.problem, "")
        session.changed.connect(self._on_changed)
        self._refresh(session.state)
        self.apply.setEnabled(False)
        pacs.read_listener(self._show, self._failed)

    def _on_changed(self, before: State, after: State) -> None:
        if before.pacs.listener != after.pacs.listener:
            self._refresh(after)

    def _refresh(self, state: State) -> None:
        listener = state.pacs.listener
        if listener.on:
            words = tr("Station listens as {words}.", words=listener.words)
        elif listener.words:
            words = tr("Station does not listen. {words}", words=listener.words)
        else:
            words = tr("Station does not listen: nobody can send to it.")
        self.state.setText(words)

    def _show(self, settings: "ListenerSettings") -> None:
        self.on.setChecked(settings.on)
        self.aet.setText(settings.aet)
        self.host.setCurrentText(settings.host)
        self.port.set_value(settings.port)
        self.allowed.setText(", ".join(settings.allowed))
        self.apply.setEnabled(True)

    def _on_apply(self) -> None:
        from station.operations.pacs.listen import ListenerSettings

        allowed = (title.strip() for title in self.allowed.text().replace(";", ",").split(","))
        settings = ListenerSettings(
            self.on.isChecked(),
            self.host.currentText().strip(),
            self.port.value(),
            self.aet.text().strip() or DEFAULT_AET,
            tuple(title for title in allowed if title),
        )
        say(self.problem, "")
        self.apply.setEnabled(False)
        self._pacs.set_listener(settings, lambda: self.apply.setEnabled(True), self._failed)

    def _failed(self, sentence: str) -> None:
        self.apply.setEnabled(True)
        say(self.problem, sentence)


class PortField(QLineEdit):
    """A number of a port; what is not one counts as 0, which no server is kept with."""

    def __init__(self, value: int) -> None:
        super().__init__(str(value))
        self.setValidator(QIntValidator(*PORTS, self))
        self.setMaximumWidth(theme.px(PORT_WIDTH_PX))

    def value(self) -> int:
        return int(self.text()) if self.hasAcceptableInput() else 0

    def set_value(self, value: int) -> None:
        self.setText(str(value))


def _aet(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setMaxLength(AET_LETTERS)
    field.setPlaceholderText(placeholder)
    return field


def _hint(words: str) -> QLabel:
    return new_label(words, "quiet", wrap=True, plain=True)


def _heading(words: str) -> QLabel:
    made = new_label(words, "heading")
    made.setContentsMargins(0, theme.px(8), 0, 0)
    return made
