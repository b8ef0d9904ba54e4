"""What is installed next to the code: fonts, colour maps, site lists, weights."""

from importlib.resources import as_file, files
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file of `resources/`, in a checkout or an installed wheel."""
    checkout = Path(__file__).resolve().parents[1] / "resources"
    if checkout.is_dir():
        return checkout.joinpath(*parts)
    with as_file(files("station") / "resources") as folder:  # wheels are installed unpacked
        return folder.joinpath(*parts)
