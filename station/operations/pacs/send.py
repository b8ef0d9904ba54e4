"""What Station made goes to a PACS, and Station knows whether it arrived."""

from collections.abc import Sequence
from pathlib import Path

from station.pacs import Sent, Via, Watch, unwatched


def send(
    home: Path,
    server_name: str,
    paths: Sequence[Path],
    via: Via = Via.STORE,
    commit: bool = False,
    watch: Watch = unwatched,
) -> Sent:
    """Send the DICOM files of folders and files, by C-STORE or (Via.WEB) STOW-RS.

    Afterwards the server is asked whether it has them: by storage commitment with `commit`, else by
    what it lists. Instances that it took and does not list are in `failed`. Raises PacsError where
    nothing can be sent at all. `Cancelled` raised by `watch` passes; `resume` goes on.
    """
    raise NotImplementedError
