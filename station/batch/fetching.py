"""Studies of a server come to this computer before a batch works on them."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from station.archive.batches import Absent, Roots
from station.errors import StationError
from station.operations.pacs.fetch import fetch
from station.operations.pacs.find import find_studies
from station.operations.pacs.servers import server_named
from station.pacs import Query, RemoteStudy, Watch
from station.pet.words import count_of
from station.progress import Report, part

TRIES = 3
"""Of each study, before it is left out"""
AGAIN_AFTER_S = 10.0
"""Of a server that was away for a moment; one that stays away is for `--resume`"""
WAKES_EVERY_S = 0.2
"""How often it is looked whether the work should stop"""
ALL = 1_000_000
"""Studies that a query may find"""


@dataclass(frozen=True)
class Arrived:
    """What came from a server."""

    roots: Roots
    """Folders of the studies that are here whole"""
    absent: tuple[Absent, ...]
    """Those that are not, and why: a batch of half a study would be wrong"""


def studies_of(home: Path, server_name: str, query: Query) -> tuple[RemoteStudy, ...]:
    """The studies of a server that a query finds. Raises StationError: it is away, has none."""
    listed = find_studies(home, server_named(home, server_name), query, ALL)
    if not listed.studies:
        raise StationError(f"{server_name} lists no study for this query. Widen it.")
    if listed.more:
        raise StationError(
            f"{server_name} has more studies for this query than it lists. Narrow it, and make "
            "several batches."
        )
    return listed.studies


def fetch_studies(
    home: Path,
    server_name: str,
    studies: Sequence[RemoteStudy],
    report: Report,
    watching: Callable[[Report, str], Watch],
    say: Callable[[str], None],
) -> Arrived:
    """Fetch studies that are not here yet, those that fail again after the others.

    `watching` makes progress of a study's traffic. Lets `Cancelled` from `report` pass: what has
    arrived stays.
    """
    roots: dict[str, tuple[str, ...] | None] = {}
    reasons: dict[str, str] = {}
    wanted = {study.study_uid: study for study in studies}
    missing = list(wanted)
    for attempt in range(TRIES):
        if attempt:
            say(
                f"{count_of(len(missing), 'study', 'studies')} did not come whole, and "
                f"{'is' if len(missing) == 1 else 'are'} fetched again."
            )
            _wait(report, len(roots) / len(wanted))
        for uid in tuple(missing):
            done = len(wanted) - len(missing)
            share = part(report, done / len(wanted), (done + 1) / len(wanted))
            watch = watching(share, f"Fetching study {done + 1} of {len(wanted)}:")
            folder, reasons[uid] = _fetched(home, server_name, uid, watch)
            if folder is not None:
                missing.remove(uid)
                roots[str(folder)] = (*(roots.get(str(folder)) or ()), uid)
        if not missing:
            break
    for uid in missing:
        say(f"Study {uid} could not be fetched whole. {reasons[uid]}")
    absent = [
        Absent(
            uid,
            wanted[uid].patient_id,
            f"It could not be fetched whole from {server_name}. {reasons[uid]} To try again, give "
            "the same command with --resume.",
        )
        for uid in missing
    ]
    return Arrived(roots, tuple(absent))


def _fetched(home: Path, server_name: str, uid: str, watch: Watch) -> tuple[Path | None, str]:
    """(its folder where it is whole, else why it is not)."""
    try:
        came = fetch(home, server_name, uid, watch=watch)
    except StationError as error:
        return None, str(error)
    if came.whole:
        return came.folder, ""
    return None, came.note or next((one.reason for one in came.failed), "")


def _wait(report: Report, done: float) -> None:
    until = time.monotonic() + AGAIN_AFTER_S
    while time.monotonic() < until:
        report(done, "Waiting for the server")
        time.sleep(WAKES_EVERY_S)
