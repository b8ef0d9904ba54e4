"""The record: SQLAlchemy, SQLite by default.

Importing this package costs nothing; `station.archive.index` imports SQLAlchemy (0.2 s), so import
that one off the GUI thread.
"""

import os
from pathlib import Path

from station.errors import ArchiveError

HOME_VARIABLE = "STATION_HOME"


def home() -> Path:
    """The user's data folder: `STATION_HOME` where it is set, else the system's place for data.

    The folder is not created here; `station.archive.index.open_index` does that. Raises
    ArchiveError for a user without a home.
    """
    chosen = os.environ.get(HOME_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    try:
        place = platformdirs.user_data_path("Station", appauthor=False)
    except RuntimeError:  # of newer platformdirs; older ones return a path from nowhere
        place = None
    if place is None or not place.is_absolute():
        raise ArchiveError(
            "This user has no home folder, so that there is no place for Station's data. Name a "
            f"folder in {HOME_VARIABLE}, or set HOME."
        )
    return place
