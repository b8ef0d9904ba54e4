"""The reading window as a PNG, drawn without a display."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station.app import language
from station.app.jobs import Failure, InlineExecutor, Jobs
from station.app.language import Language, tr
from station.app.state import DisplayRange, Layout
from station.errors import StationError
from station.pet.voi import Point
from station.whole_file import whole_file, writing


@dataclass(frozen=True)
class Wish:
    """How the window should look."""

    layout: Layout | None = None
    """None: that of the study's kind"""
    upper: float = 7.0
    width: int = 1600
    height: int = 1000
    colormap: str = "grey"
    fusion: bool = False
    difference: bool = False
    position_mm: Point | None = None


def render_window(paths: Sequence[Path], wish: Wish, out: Path) -> None:
    """Open the paths in a window that nobody sees and write it to `out`.

    The user's data folder is not touched: what was typed there does not show here.
    """
    from PySide6.QtCore import QBuffer, Qt

    from station.app.desk import Desk
    from station.ui import theme
    from station.ui.main import UNSEEN, application
    from station.ui.window import ReadingWindow

    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("", *UNSEEN):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the one that draws text
    app = application()
    theme.speak(language.chosen(Language.ENGLISH))  # of a person there is none
    with tempfile.TemporaryDirectory() as folder:
        failures: list[Failure] = []
        jobs = Jobs(InlineExecutor())
        jobs.failed.connect(failures.append)
        desk = Desk(Path(folder), jobs)
        if wish.layout is not None:
            desk.session.set(layout=wish.layout, automatic_layout=False)
        desk.quality.pause(True)  # no badge is drawn here
        window = ReadingWindow(desk)
        try:
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            window.setFixedSize(wish.width, wish.height)  # also below what a reader may choose
            window.show()
            app.processEvents()
            desk.library.open_paths(paths)
            if failures:
                raise StationError(failures[0].sentence)
            if not desk.state.images:
                raise StationError(desk.state.notice or tr("No image was found."))
            desk.session.set(
                window=DisplayRange(0.0, wish.upper),
                colormap=wish.colormap,
                inverse=wish.colormap == "grey",
            )
            if wish.fusion:
                desk.workflow.toggle_fusion()
            if wish.difference:
                desk.workflow.toggle_difference()
            if (desk.state.fusion, desk.state.difference) != (wish.fusion, wish.difference):
                raise StationError(desk.state.notice)  # it says why that was refused
            if wish.position_mm is not None:
                desk.workflow.place_crosshair(0, wish.position_mm)
            app.processEvents()
            app.processEvents()  # lines that wrap get their height once their width is known
            picture = QBuffer()
            window.grab().save(picture, "PNG")
            _write(bytes(picture.data().data()), out)
        finally:
            window.close()
            window.deleteLater()
            app.processEvents()


def _write(png: bytes, out: Path) -> None:
    """The picture, whole or not at all. Raises StationError."""
    if not out.parent.is_dir():
        raise StationError(tr("{out} could not be written. Choose another folder.", out=out))
    with writing(out), whole_file(out) as part:
        part.write_bytes(png)
