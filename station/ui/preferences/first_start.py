"""Three quiet pages at the first start of a user: who they are, how it looks, where things are.

Each can be skipped; whatever is chosen is applied at once, and is in the preferences later.
"""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from station.app.desk import Desk
from station.app.language import marked, tr, translated
from station.app.preferences import proposed_percent
from station.app.settings import WELCOMED
from station.app.state import State
from station.errors import StationError
from station.ui import theme
from station.ui.elements import in_column, in_row, new_button, new_label
from station.ui.page import RESEARCH_STATEMENT
from station.ui.preferences.pages import FoldersPage, LookPage, PreferencePage, ReaderPage

SIZE_PX = (600, 430)
FRAME_PX = 60
PLACES = (
    (
        marked(
            "<b>Open</b> a folder, files, a ZIP or a DICOMDIR with the button at the left "
            "of the tool "
            "bar, or drop them on the window."
        )
    ),
    marked("<b>The demo study</b> is synthetic and shows everything: File ▸ Open the demo study."),
    (
        marked(
            "<b>Keys</b>: F1 lists them, Edit ▸ Preferences changes them. 1 to 6 are SUV "
            "windows, the "
            "wheel scrolls slices, a left drag changes the window."
        )
    ),
    marked("<b>Help</b>: a button that is grey says why when the mouse rests on it."),
)


class _WhoPage(ReaderPage):
    """The name, and where the images are."""

    def fill(self) -> None:
        self.add_reader()
        self.note(
            tr(
                "For a blinded reader study you sign in with the name that its coordinator "
                "gave you."
            )
        )

    def refresh(self, state: State) -> None:
        self.reader.setText(state.reader)


class _PlacePage(PreferencePage):
    """Where things are."""

    def fill(self) -> None:
        for words in PLACES:
            self.add_wide(new_label(translated(words), wrap=True))

    def refresh(self, state: State) -> None:
        pass


class FirstStart(QDialog):
    """Closed in any way it is not shown again."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preferences")
        self.setWindowTitle(tr("Welcome to Station"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.who, self.folders = _WhoPage(desk.session), FoldersPage(desk.session)
        self.look, self.place = LookPage(desk.session), _PlacePage(desk.session)
        self.pages = QStackedWidget()
        first = QWidget()
        in_column(self.who, self.folders, None, of=first, margins=0, spacing=14)
        third = QWidget()
        demo = new_button(tr("Open the demo study"), self._on_demo)
        in_column(
            self.place,
            in_row(demo, None),
            None,
            new_label(translated(RESEARCH_STATEMENT), "quiet", wrap=True),
            of=third,
            margins=0,
            spacing=12,
        )
        self._titles = (tr("Who reads here"), tr("How it looks"), tr("Where things are"))
        for page in (first, self.look, third):
            self.pages.addWidget(page)
        self.title = new_label(name="emptytitle")
        self.number = new_label(name="quiet")
        self.skip = new_button(tr("Skip"), self.accept)
        self.back = new_button(tr("Back"), lambda: self._go(-1))
        self.next = new_button(tr("Next"), lambda: self._go(1), "primary")
        for button in (demo, self.skip, self.back):
            button.setAutoDefault(False)
        self.next.setDefault(True)
        in_column(
            in_row(self.title, None, self.number),
            (self.pages, 1),
            in_row(self.skip, None, self.back, self.next, spacing=8),
            of=self,
            margins=(20, 18, 20, 16),
            spacing=14,
        )
        self.finished.connect(self._on_finished)
        self._show(0)
        self.look_changed()

    def look_changed(self) -> None:
        """As large as its text wants, within the screen."""
        room = self.screen().availableSize()
        width, height = (theme.px(side) for side in SIZE_PX)
        self.resize(min(width, room.width() - FRAME_PX), min(height, room.height() - FRAME_PX))

    def _show(self, index: int) -> None:
        self.pages.setCurrentIndex(index)
        self.title.setText(self._titles[index])
        self.number.setText(tr("{index} of {count}", index=index + 1, count=self.pages.count()))
        last = index == self.pages.count() - 1
        self.back.setEnabled(index > 0)
        self.next.setText(tr("Begin") if last else tr("Next"))
        self.skip.setVisible(not last)

    def _go(self, steps: int) -> None:
        self.next.setFocus()  # what is being typed counts
        index = self.pages.currentIndex() + steps
        if steps > 0 and self.pages.currentIndex() == 0 and self._refused():
            return
        if index == self.pages.count():
            self.accept()
        else:
            self._show(index)

    def _refused(self) -> bool:
        return bool(self.who.problem.text() or self.folders.problem.text())

    def _on_demo(self) -> None:
        self.accept()
        self._desk.library.open_demo()

    def _on_finished(self) -> None:
        self._desk.settings.remember({WELCOMED: True})
        try:
            self._desk.settings.keep_state(self._desk.state)
        except StationError as error:
            self._desk.session.set(notice=str(error))


def fit_text(desk: Desk, window: QWidget) -> None:
    """At the first start, the size of text that the screen asks for."""
    screen = window.screen()
    percent = proposed_percent(screen.size().height(), screen.devicePixelRatio())
    if percent > desk.state.preferences.text_percent:
        larger = replace(desk.state.preferences, text_percent=percent)
        desk.session.set(preferences=larger)


def welcome(desk: Desk, window: QWidget) -> FirstStart:
    """Show the three pages over the window."""
    shown = FirstStart(desk, window)
    shown.open()
    return shown
