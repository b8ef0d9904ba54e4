"""What is on a PACS, and which of it is on this computer already."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

import numpy as np

from station.pacs import LISTED, FoundStudies, Query, RemoteSeries, RemoteStudy, Server


class Local(StrEnum):
    """How much of a study is on this computer."""

    WHOLE = "whole"
    """As many instances as the server lists; where it lists no number: some"""
    PARTLY = "partly"


def find_studies(home: Path, server: Server, query: Query, limit: int = LISTED) -> FoundStudies:
    """The studies of a server that match, by DIMSE where it has it, else by DICOMweb.

    Raises PacsError with the sentence of what is wrong.
    """
    raise NotImplementedError


def find_series(home: Path, server: Server, study_uid: str) -> tuple[RemoteSeries, ...]:
    """The series of a study, in the order of their numbers. Raises PacsError."""
    raise NotImplementedError


def local_studies(home: Path, studies: Iterable[RemoteStudy]) -> Mapping[str, Local]:
    """UID → how much of it is here, of those that are in Station's list or were fetched."""
    raise NotImplementedError


def preview(home: Path, server: Server, study_uid: str, series_uid: str) -> np.ndarray:
    """A slice from the middle of a series, float32 array (rows, columns) of its stored values.

    Fetches one instance and keeps nothing of it. Raises PacsError where that is not possible.
    """
    raise NotImplementedError
