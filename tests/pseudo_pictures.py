"""Pictures of the windows in the longest language there is, and what is cut in them.

    python -m tests.pseudo_pictures FOLDER [STUDY]

STUDY is a folder of DICOM files; without one, a small made-up pair is shown. Prints a line for
every text that has less room than it needs.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from station.app import language
from station.app.language import Language
from tests.pseudo import Pseudo

SIZES = ((1280, 720), (960, 1000))


def cut(window: QWidget) -> Iterator[str]:
    """Labels and buttons of a window whose words have less room than they need."""
    for label in window.findChildren(QLabel):
        words = label.text()
        if not label.isVisible() or "⟦" not in words or label.width() <= 0:
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + 1:
                yield f"{_place(label)}: {_plain(words)!r} needs {needed} of {label.height()} lines"
        elif label.minimumSizeHint().width() > label.width() + 1:
            yield f"{_place(label)}: {_plain(words)!r} has {label.width()} px"
    for button in window.findChildren(QAbstractButton):
        elided = isinstance(button, QToolButton)
        if not button.isVisible() or "⟦" not in button.text() or button.width() <= 0:
            continue
        if button.sizeHint().width() > button.width() + 1 and not elided:
            yield f"{_place(button)}: {button.text()!r} has {button.width()} px"


def _plain(words: str) -> str:
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText()[:60]


def _place(widget: QWidget) -> str:
    above = widget.parentWidget()
    return f"{type(above).__name__ if above else ''}/{widget.objectName() or type(widget).__name__}"


def main(folder: Path, study: Path | None) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from station.app.desk import Desk
    from station.app.jobs import InlineExecutor, Jobs
    from station.app.state import Placing, Slot
    from station.pet.sites import SiteKind
    from station.ui import theme
    from station.ui.dialogs import Closing
    from station.ui.main import application
    from station.ui.window import ReadingWindow
    from tests.made_up import studies

    application()
    language.speak(Language.GERMAN, Pseudo())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        shown = study or studies.write_pair(Path(scratch) / "pair")
        desk = Desk(home, Jobs(InlineExecutor()))
        desk.quality.pause(True)
        desk.session.set(reader="Dr A")
        window = ReadingWindow(desk, ask_closing=lambda *_: Closing.DISCARD)
        window.show()

        def grab(name: str, of: QWidget | None = None) -> None:
            QApplication.processEvents()
            seen = of or QApplication.activeModalWidget() or window
            for sentence in dict.fromkeys(cut(seen)):
                sys.stdout.write(f"{name}: {sentence}\n")
            seen.grab().save(str(folder / f"{name}.png"))

        def page(name: str, verb: Callable[[], object]) -> None:
            before = set(QApplication.topLevelWidgets())
            verb()
            QApplication.processEvents()
            opened = [
                one
                for one in QApplication.topLevelWidgets()
                if one not in before and one.isVisible() and one.isWindow()
            ]
            for at, one in enumerate(opened):
                grab(f"{name}{at or ''}", one)
                one.close()

        for size in SIZES:
            window.resize(*size)
            here = f"{size[0]}x{size[1]}"
            grab(f"{here} empty") if not desk.state.study else None
            if desk.state.study is None:
                desk.library.open_paths([shown])
                vois = desk.workflow.vois
                vois.place(
                    studies.LESION_MM if study is None else (0.0, 0.0, 0.0),
                    Placing(3.0, SiteKind.LESION, tissue="lung"),
                )
                assert desk.state.image(Slot.CONVENTIONAL) is not None
            grab(f"{here} study")
            for name in ("quality", "burden", "changes", "suv_inputs"):
                getattr(window, f"show_{name}")()
                grab(f"{here} {name}")
            tabs = window.voi_panel
            window.toggle_panel() if not tabs.isVisible() else None
        window.resize(*SIZES[0])
        for name in ("preferences", "about", "shortcuts", "opened"):
            page(name, getattr(window, f"show_{name}"))
        for id_ in ("reading.new", "reading.coordinator"):
            page(id_, window.actions_[id_].trigger)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        window.close()
        desk.close()
        theme.speak(Language.ENGLISH)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
