"""The rows of the action table that open studies and save key images, and what they ask."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog

from station.app.exports import export_name
from station.app.language import marked, tr
from station.app.state import State, unfinished_refusal
from station.reading.names import tidy
from station.ui.action import Entry, Screen, ask_folder, ask_target, first_folder


def with_image(state: State) -> str | None:
    return None if state.images else tr("No image is shown.")


def with_whole_image(state: State) -> str | None:
    """A picture goes out only of images that are complete."""
    return with_image(state) or unfinished_refusal(state)


def _open_folder(screen: Screen) -> None:
    folder = ask_folder(screen, tr("Open a folder of DICOM files"))
    if folder is not None:
        screen.desk.library.open_paths([folder])


def _open_files(screen: Screen) -> None:
    settings = screen.desk.settings
    files, _ = QFileDialog.getOpenFileNames(
        screen.window(), tr("Open DICOM files, a ZIP or a DICOMDIR"), first_folder(screen)
    )
    if files:
        settings.remember({"folder": str(Path(files[0]).parent)})
        screen.desk.library.open_paths([Path(file) for file in files])


def _copy_in(screen: Screen) -> None:
    folder = ask_folder(screen, tr("Copy a folder into Station's data folder"))
    if folder is not None:
        screen.desk.library.open_paths([folder], copy_in=True)


def _save_key_image(screen: Screen, named: bool) -> None:
    name = export_name(screen.desk.state, tr("key image"), ".png", anonymous=not named)
    path = ask_target(screen, tr("Save key image"), name, tr("PNG (*.png)"))
    if path is not None:
        screen.save_key_image(path, named)


def ask_reader(screen: Screen) -> None:
    """Under which name a reader works."""
    session = screen.desk.session
    name, accepted = QInputDialog.getText(
        screen.window(),
        tr("Reader's name"),
        tr("Typed values are recorded under this name:"),
        text=session.state.reader,
    )
    if accepted and tidy(name):
        session.set(reader=tidy(name))


FILE_TABLE: tuple[Entry, ...] = (
    Entry(
        "file.open",
        marked("File"),
        marked("Open folder…"),
        _open_folder,
        ("Ctrl+O",),
        tool=marked("Open"),
    ),
    Entry(
        "file.open_file",
        marked("File"),
        marked("Open files, ZIP or DICOMDIR…"),
        _open_files,
        ("Ctrl+Shift+O",),
    ),
    Entry("file.copy_in", marked("File"), marked("Copy a folder into Station…"), _copy_in),
    Entry(
        "file.demo",
        marked("File"),
        marked("Open the demo study"),
        lambda screen: screen.desk.library.open_demo(),
    ),
    Entry(
        "file.key_image",
        marked("File"),
        marked("Save key image…"),
        lambda screen: _save_key_image(screen, named=True),
        ("Ctrl+K",),
        with_whole_image,
        separated=True,
    ),
    Entry(
        "file.key_image_anonymous",
        marked("File"),
        marked("Save key image without patient data…"),
        lambda screen: _save_key_image(screen, named=False),
        ("Ctrl+Shift+K",),
        with_whole_image,
    ),
)
