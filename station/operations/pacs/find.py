"""What is on a PACS, and which of it is on this computer already."""

import tempfile
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import numpy as np

from station.errors import StationError
from station.operations.pacs import ways
from station.operations.pacs.servers import opened
from station.pacs import (
    LISTED,
    FoundStudies,
    PacsError,
    Query,
    RemoteSeries,
    RemoteStudy,
    Server,
    Via,
    unwatched,
)


class Local(StrEnum):
    """How much of a study is on this computer."""

    WHOLE = "whole"
    """As many instances as the server lists; where it lists no number: some"""
    PARTLY = "partly"


def find_studies(home: Path, server: Server, query: Query, limit: int = LISTED) -> FoundStudies:
    """The studies of a server that match, by DIMSE where it has it, else by DICOMweb.

    Raises PacsError with the sentence of what is wrong.
    """
    return ways.studies(home, server, query, limit)


def find_series(home: Path, server: Server, study_uid: str) -> tuple[RemoteSeries, ...]:
    """The series of a study, in the order of their numbers. Raises PacsError."""
    found = ways.series(home, server, study_uid)
    last = len(found) and max(one.number or 0 for one in found) + 1
    return tuple(sorted(found, key=lambda one: last if one.number is None else one.number))


def local_studies(home: Path, studies: Iterable[RemoteStudy]) -> Mapping[str, Local]:
    """UID → how much of it is here, of those that are in Station's list or were fetched."""
    from station.archive.index import open_index

    asked = {study.study_uid: study for study in studies}
    here: dict[str, set[str]] = {}
    with opened(home) as ledger:
        for uid, files in ledger.here(asked).items():
            folders = {path.parent for path in files.values()}
            there = {folder for folder in folders if folder.is_dir()}
            here[uid] = {sop for sop, path in files.items() if path.parent in there}
    index = open_index(home)
    try:
        for uid in index.known(asked):
            own = here.setdefault(uid, set())
            study = index.study(uid)
            for series in study.series if study is not None else ():
                if series.slices is not None:
                    own.update(sop for sop in series.slices.sop_uids if sop)
    finally:
        index.close()
    return {
        uid: Local.WHOLE if len(own) >= (asked[uid].instances or 1) else Local.PARTLY
        for uid, own in here.items()
        if own
    }


def preview(home: Path, server: Server, study_uid: str, series_uid: str) -> np.ndarray:
    """A slice from the middle of a series, float32 array (rows, columns) of its stored values.

    Fetches one instance and keeps nothing of it. Raises PacsError where that is not possible.
    """
    from station.dicom.load import read_image, scan

    remote = ways.instances(home, server, study_uid, [series_uid])
    if not remote:
        raise PacsError(f"{server.name} lists no instances of this series.")
    middle = remote[len(remote) // 2]
    with tempfile.TemporaryDirectory(prefix="station-preview-") as scratch:
        folder = Path(scratch)
        problem = ""
        for via in ways.order(server, None):
            if via is Via.MOVE and server.retrieve is not Via.MOVE:
                continue
            try:
                failed = ways.retrieve(
                    home, server, via, study_uid, [middle], (), folder, lambda kept: None, unwatched
                )
            except PacsError as error:
                problem = problem or str(error)
                continue
            problem = problem or (failed[0].reason if failed else "")
            if ways.place_of(folder, middle.sop_uid).exists():
                break
        else:
            raise PacsError(f"No preview of this series. {problem}".strip())
        try:
            found = scan([folder])
            images = [series for study in found.studies for series in study.series]
            shown = next((series for series in images if series.slices is not None), None)
            if shown is None:
                reason = next((one.problem for one in images if one.problem), "")
                raise PacsError(f"This series has no image to show. {reason}".strip())
            image = read_image(shown)
        except StationError as error:
            raise PacsError(str(error)) from error
    at = len(image.values) // 2
    values = image.values[at] * np.float32(image.slopes[at]) + np.float32(image.intercepts[at])
    return np.ascontiguousarray(values, np.float32)
