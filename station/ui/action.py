"""One row of the action table, and what its verb is given."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from station.app.desk import Desk
from station.app.exports import default_folder, target_refusal
from station.app.keys import Binding
from station.app.pacs.state import Source
from station.app.state import State

EXPORT_FOLDER = "export_folder"
"""The setting; what is opened has a folder of its own"""


class Screen(Protocol):
    """The window in which a verb is done: the desk it is over, and what only a window can do."""

    desk: Desk
    reading_screen: QWidget | None
    """A blinded reading; the window is hidden while there is one"""

    def window(self) -> QWidget:
        """The parent of the questions a verb asks and of the pages it opens."""
        ...

    def close(self) -> object: ...
    def save_key_image(self, path: Path, named: bool = True) -> None: ...
    def key_image(self) -> NDArray[np.uint8]: ...
    def toggle_cine(self) -> None: ...
    def toggle_browser(self) -> None: ...
    def toggle_panel(self) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def toggle_second(self) -> None: ...
    def focus_search(self, source: Source = Source.STATION) -> None: ...
    def focus_upper(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_preferences(self) -> None: ...
    def show_opened(self) -> None: ...
    def show_about(self) -> None: ...
    def show_logs(self) -> None: ...
    def show_changes(self) -> None: ...
    def show_quality(self) -> None: ...
    def show_burden(self) -> None: ...


Verb = Callable[[Screen], object]
Reason = Callable[[State], str | None]
"""Why an action cannot be done now, as a sentence; None when it can"""


def always(state: State) -> str | None:
    return None


@dataclass(frozen=True)
class Entry:
    """One thing a reader can do."""

    id: str
    menu: str
    text: str
    verb: Verb
    keys: tuple[str, ...] = ()
    possible: Reason = always
    checked: Callable[[State], bool] | None = None
    group: str = ""
    """Entries of a group exclude each other and share a submenu of that name, if any"""
    submenu: str = ""
    separated: bool = False
    """A line above it in the menu"""
    tool: str = ""
    """Its word in the tool bar; empty: not there"""
    tool_separated: bool = False
    words: Callable[[State], tuple[str, str]] | None = None
    """Text and word in the tool bar, where they depend on what the reader prefers"""
    blinded: bool = False
    """Whether its keys work in a blinded reading too (`station/ui/reading/keys.py`)"""

    @property
    def binding(self) -> Binding:
        return Binding(self.id, self.menu, self.text, self.keys, blinded=self.blinded)


def ask_folder(screen: Screen, title: str) -> Path | None:
    """Ask for a folder, beginning in the reader's own or the one used last, and remember it."""
    settings = screen.desk.settings
    folder = QFileDialog.getExistingDirectory(screen.window(), title, first_folder(screen))
    if not folder:
        return None
    settings.remember({"folder": folder})
    return Path(folder)


def first_folder(screen: Screen) -> str:
    """Where files to be opened are looked for."""
    own = screen.desk.state.preferences.open_folder
    return own if own and Path(own).is_dir() else screen.desk.settings.text("folder")


def ask_target(screen: Screen, title: str, name: str, kinds: str) -> Path | None:
    """Ask for the file to write, beginning with `name` in the last export folder, and remember its
    folder. `kinds` is Qt's filter, such as `PDF (*.pdf)`. None: nothing was chosen, or a place
    among the opened images, which a notice says."""
    settings, state = screen.desk.settings, screen.desk.state
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = default_folder(state, settings.text(EXPORT_FOLDER), Path(documents))
    file, _ = QFileDialog.getSaveFileName(screen.window(), title, str(folder / name), kinds)
    if not file:
        return None
    refusal = target_refusal(state, Path(file))
    if refusal is not None:
        screen.desk.session.set(notice=refusal)
        return None
    settings.remember({EXPORT_FOLDER: str(Path(file).parent)})
    return Path(file)
