"""The preferences: pages at the left, all applied at once, and one way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from station.app.desk import Desk
from station.app.language import tr, translated
from station.app.settings_by_name import as_first, changed
from station.errors import StationError
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, new_label, say, scrolling
from station.ui.preferences.keys_page import KeysPage
from station.ui.preferences.pages import (
    FoldersPage,
    ImagesPage,
    LayoutPage,
    LookPage,
    PreferencePage,
    ReaderPage,
)

SIZE_PX = (780, 540)
SIDE_PX = 132
FRAME_PX = 60
"""Of the screen, for the title and what the desktop puts round a window"""


class PreferencesDialog(QDialog):
    """Over the window whose desk it changes. Closing it is Done; Esc and Cancel go back."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._before = desk.state
        self.pages: dict[str, PreferencePage | KeysPage] = {
            made.title: made(desk.session)
            for made in (ReaderPage, LookPage, ImagesPage, LayoutPage, KeysPage, FoldersPage)
        }
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(tr("Pages of the preferences"))
        self.list.addItems([translated(title) for title in self.pages])
        self.list.setFixedWidth(theme.px(SIDE_PX))
        self._stack = QStackedWidget()
        for page in self.pages.values():
            if isinstance(page, KeysPage):  # its table scrolls by itself
                self._stack.addWidget(page)
            else:
                self._stack.addWidget(scrolling(QScrollArea(), page))
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.problem = new_label("", "problem", wrap=True)
        self.problem.hide()
        self.reset = new_button(tr("All as at first"), self._on_reset)
        self.reset.setToolTip(tr("Every setting of every page; your own layouts stay"))
        self.cancel = new_button(tr("Cancel"), self.reject)
        self.done_ = new_button(tr("Done"), self._on_done, "primary")
        for button in (self.reset, self.cancel, self.done_):
            button.setAutoDefault(False)
        self.kept = new_label(tr("Applied at once"), "quiet")
        in_column(
            (in_row(self.list, (self._stack, 1), spacing=14), 1),
            self.problem,
            in_row(self.reset, self.kept, None, self.cancel, self.done_, spacing=8),
            of=self,
            margins=(14, 14, 14, 12),
            spacing=12,
        )
        self.list.setCurrentRow(0)
        self.look_changed()

    def look_changed(self) -> None:
        """As large as its text wants, within the screen."""
        room = self.screen().availableSize()
        width, height = (theme.px(side) for side in SIZE_PX)
        self.resize(min(width, room.width() - FRAME_PX), min(height, room.height() - FRAME_PX))

    def show_page(self, title: str) -> None:
        self.list.setCurrentRow(list(self.pages).index(title))

    def _on_reset(self) -> None:
        before = self._desk.state
        self._desk.session.set(**changed(before, as_first(before)))
        for page in self.pages.values():
            page.refresh(self._desk.state)
            say(page.problem, "")

    def _on_done(self) -> None:
        """Keep it now, so that a program that ends badly forgets nothing."""
        self.done_.setFocus()  # what is being typed counts
        refused = next((page for page in self.pages.values() if page.problem.text()), None)
        if refused is not None:
            self.show_page(refused.title)
            return
        try:
            self._desk.settings.keep_state(self._desk.state)
        except StationError as error:
            say(
                self.problem,
                tr("{error} What was chosen holds until Station is closed.", error=error),
            )
            self._desk.session.set(notice=str(error))
        self.accept()

    def reject(self) -> None:
        """Everything is as it was when the dialog opened."""
        self._desk.session.set(**changed(self._desk.state, self._before))
        super().reject()


def show_preferences(desk: Desk, parent: QWidget, page: str = "Reader") -> PreferencesDialog:
    dialog = PreferencesDialog(desk, parent)
    dialog.show_page(page)
    dialog.open()
    dialog.list.setFocus()
    return dialog
