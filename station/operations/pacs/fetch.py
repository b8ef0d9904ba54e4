"""Studies come from a PACS to this computer, and nothing is lost on the way."""

from collections.abc import Sequence
from pathlib import Path

from station.pacs import Fetched, Via, Watch, unwatched


def fetch(
    home: Path,
    server_name: str,
    study_uid: str,
    series_uids: Sequence[str] = (),
    out: Path | None = None,
    via: Via | None = None,
    watch: Watch = unwatched,
) -> Fetched:
    """Fetch a study, or some of its series, into `out` (None: the data folder), and remember it.

    What is on the disk already is not fetched again. `via` is tried first (None: what the server's
    entry says), then the other ways that the server has. Raises PacsError where the server cannot
    be asked what the study has; instances that do not arrive are in the result, with the reason.
    `Cancelled` raised by `watch` passes; what has arrived stays, and fetching again or `resume`
    goes on with the rest.
    """
    raise NotImplementedError
