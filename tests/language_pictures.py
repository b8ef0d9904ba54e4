"""Pictures of all windows in another language, and what is cut in them.

    python -m tests.language_pictures FOLDER [STUDY] [--language de|ja]

Without a language it is one that is longer than any other, in brackets and accents. STUDY is a
folder of DICOM files; without one, a small made-up pair is shown. Prints a line for every text that
has less room than it needs.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from station.app import language
from station.app.language import Language
from tests.pseudo import Pseudo

PSEUDO = Language.GERMAN
"""Whose plurals and decimal sign the longest language has"""
MODAL_MS = 400
"""After which a dialog that waits for an answer is drawn and closed"""
PAGES = (
    "image.audit",
    "image.network",
    "pacs.servers",
    "pacs.send",
    "quality.chart",
    "reading.new",
    "reading.coordinator",
    "reading.read",
)
"""Actions that open a page"""
SIZES = ((1280, 720), (960, 1000))


def cut(window: QWidget, *, marked: bool) -> Iterator[str]:
    """Labels and buttons of a window whose words have less room than they need; `marked`: only of
    words in brackets, which went through the translator."""
    for label in window.findChildren(QLabel):
        words = label.text()
        if not label.isVisible() or (marked and "⟦" not in words) or label.width() <= 0:
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + 1:
                yield f"{_place(label)}: {_plain(words)!r} needs {needed} of {label.height()} lines"
        elif label.minimumSizeHint().width() > label.width() + 1:
            yield f"{_place(label)}: {_plain(words)!r} has {label.width()} px"
    for button in window.findChildren(QAbstractButton):
        elided = isinstance(button, QToolButton)
        if not button.isVisible() or (marked and "⟦" not in button.text()) or button.width() <= 0:
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


def main(folder: Path, study: Path | None, chosen: Language | None) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from station.app.desk import Desk
    from station.app.jobs import InlineExecutor, Jobs
    from station.app.pacs.state import Source
    from station.app.state import Placing, Slot
    from station.pet.sites import SiteKind
    from station.ui import theme
    from station.ui.dialogs import Closing
    from station.ui.main import application
    from station.ui.window import ReadingWindow
    from tests.made_up import studies
    from tests.made_up.dates import write_two_dates

    application()
    if chosen is None:
        language.speak(PSEUDO, Pseudo())
    else:
        theme.speak(chosen)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch) / "home"
        shown = study or studies.write_pair(Path(scratch) / "pair")
        desk = Desk(home, Jobs(InlineExecutor()))
        desk.quality.pause(True)
        desk.session.set(reader="Dr A")
        window = ReadingWindow(desk, ask_closing=lambda *_: Closing.DISCARD)
        window.show()

        def grab(name: str, of: QWidget) -> None:
            QApplication.processEvents()
            for sentence in dict.fromkeys(cut(of, marked=chosen is None)):
                sys.stdout.write(f"{name}: {sentence}\n")
            of.grab().save(str(folder / f"{name}.png"))

        def page(name: str, verb: Callable[[], object]) -> None:
            """What a verb opens, also where it waits for an answer."""
            before = set(QApplication.topLevelWidgets())

            def draw_and_close() -> None:
                opened = [
                    one
                    for one in QApplication.topLevelWidgets()
                    if one not in before and one.isVisible() and one.isWindow()
                ]
                for at, one in enumerate(opened):
                    grab(f"{name}{at or ''}", one)
                    one.close()

            waiting = QTimer(singleShot=True, interval=MODAL_MS)
            waiting.timeout.connect(draw_and_close)
            waiting.start()
            verb()
            waiting.stop()
            draw_and_close()

        for size in SIZES:
            window.resize(*size)
            here = f"{size[0]}x{size[1]}"
            if desk.state.study is None:
                grab(f"{here} empty", window)
                desk.library.open_paths([shown])
                vois = desk.workflow.vois
                vois.place(
                    studies.LESION_MM if study is None else (0.0, 0.0, 0.0),
                    Placing(3.0, SiteKind.LESION, tissue="lung"),
                )
                assert desk.state.image(Slot.CONVENTIONAL) is not None
            grab(f"{here} study", window)
            for tab in range(window.panel.count()):
                window.panel.setCurrentIndex(tab)
                grab(f"{here} panel {tab + 1}", window)
            for name in ("quality", "burden"):
                getattr(window, f"show_{name}")()
                grab(f"{here} {name}", window)
        window.resize(*SIZES[0])
        desk.pacs.show_source(Source.PACS)
        grab("pacs", window)
        for name in ("preferences", "about", "shortcuts", "opened"):
            page(name, getattr(window, f"show_{name}"))
        for id_ in PAGES:
            page(id_, window.actions_[id_].trigger)
        for date in write_two_dates(Path(scratch) / "dates"):
            desk.library.open_paths([date])
        page("view.compare_prior", window.actions_["view.compare_prior"].trigger)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        window.close()
        desk.close()
        theme.speak(Language.ENGLISH)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("study", type=Path, nargs="?")
    parser.add_argument("--language", type=Language)
    given = parser.parse_args()
    main(given.folder, given.study, given.language)
