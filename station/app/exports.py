"""What exported files are called, and where they may not go."""

from pathlib import Path

from station.app.language import tr
from station.app.state import State

LONGEST_NAME = 120
_FORBIDDEN = '/\\:*?"<>|'
"""On Windows, whose disks are everywhere"""


def export_name(state: State, kind: str, ending: str, *, anonymous: bool = False) -> str:
    """`PAT-07 2024-03-01 VOIs.csv`: the patient's code, the study's date and what it is.

    `anonymous`: neither the code nor the date.
    """
    study = None if anonymous else state.study
    parts = [kind]
    if study is not None:
        day = study.date.isoformat() if study.date else tr("no date")
        parts = [study.patient.id.strip() or tr("no ID"), day, kind]
    name = " ".join(parts)
    safe = "".join("-" if c in _FORBIDDEN or not c.isprintable() else c for c in name)
    return safe.strip(" .")[:LONGEST_NAME] + ending


def default_folder(state: State, last: str, documents: Path) -> Path:
    """Where the question for a file begins: in the reader's own export folder, else in the last
    one, else in the documents; in none where it is in the opened data."""
    opened = _opened_folders(state)
    own = state.preferences.export_folder
    for folder in (Path(own) if own else None, Path(last) if last else None, documents):
        if folder is not None and folder.is_dir() and not _is_below(folder, opened):
            return folder
    return Path.home()


def target_refusal(state: State, target: Path) -> str | None:
    """Why a file cannot be exported to a place; None where it can."""
    if target.parent.resolve() not in _opened_folders(state):
        return None
    return tr(
        "{parent} holds the images that are open, and nothing is written among them. "
        "Choose another folder.",
        parent=target.parent,
    )


def _is_below(folder: Path, opened: set[Path]) -> bool:
    return not opened.isdisjoint({folder.resolve(), *folder.resolve().parents})


def _opened_folders(state: State) -> set[Path]:
    """The folders that hold the images of the open study and of what is shown next to it."""
    studies = [guest.study for guest in state.guests.values()]
    if state.study is not None:
        studies.append(state.study)
    return {
        Path(path).parent.resolve()
        for study in studies
        for series in study.series
        if series.slices is not None
        for path in series.slices.paths
        if path
    }
