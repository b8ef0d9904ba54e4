"""Which network denoises: those that are installed, with what each card says."""

from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton

from station.app.denoising import MODEL_SETTING
from station.app.language import marked, tr, translated
from station.operations.denoiser import installed_networks
from station.ui.action import Screen
from station.ui.elements import in_column, new_label

WIDTH_PX = 560
INDENT_PX = 24
WORDS = marked(
    "The next image is denoised by the chosen network, and says so in its caption and its header. "
    "Images that are there stay as they are. None has been validated on real patients."
)


class NetworkDialog(QDialog):
    """A choice that is remembered."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen.window())
        self._screen = screen
        self.setWindowTitle(tr("Denoising network"))
        self.setMinimumWidth(WIDTH_PX)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        box = in_column(of=self, margins=(20, 18, 20, 16), spacing=6)
        box.addWidget(new_label(tr("Denoising network"), "emptytitle"))
        box.addWidget(new_label(translated(WORDS), "quiet", wrap=True, plain=True))
        box.addSpacing(6)
        chosen = screen.desk.denoising.model
        for one in installed_networks():
            button = QRadioButton(
                f"{one.title} {one.version}{(tr(' (default)') if one.default else '')}"
            )
            button.setAccessibleDescription(one.sentence)
            button.setChecked(one.id == chosen or (not chosen and one.default))
            self._group.addButton(button)
            self.choices[one.id] = button
            words = new_label(one.sentence, "quiet", wrap=True, plain=True)
            words.setContentsMargins(INDENT_PX, 0, 0, 8)
            box.addWidget(button)
            box.addWidget(words)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box.addWidget(buttons)

    def accept(self) -> None:
        chosen = next((id_ for id_, button in self.choices.items() if button.isChecked()), "")
        self._screen.desk.denoising.model = chosen
        self._screen.desk.settings.remember({MODEL_SETTING: chosen})
        super().accept()


def ask_network(screen: Screen) -> None:
    dialog = NetworkDialog(screen)
    dialog.exec()
    dialog.deleteLater()
