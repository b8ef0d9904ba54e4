"""Signing in to a reader study: who may do what, asked of the record."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import StationError
from station.progress import Report

if TYPE_CHECKING:
    from station.archive.readings import (
        ConsensusSession,
        CoordinatorSession,
        ReaderSession,
        ReaderStudies,
    )


class Purpose(StrEnum):
    """What somebody signs in for."""

    READ = "Read a study"
    CONSENSUS = "Consensus"
    COORDINATE = "Coordinator"


@dataclass(frozen=True)
class SignedIn:
    """A session of the record, and the studies it belongs to, which are closed after it."""

    studies: "ReaderStudies"
    session: "ReaderSession | ConsensusSession | CoordinatorSession"


@dataclass(frozen=True)
class Refused:
    """Why nobody was signed in, as a sentence."""

    sentence: str


def study_names(home: Path, report: Report) -> tuple[str, ...] | Refused:
    """All reader studies of the record, newest first. For a worker thread."""
    from station.archive.readings import open_reader_studies

    try:
        studies = open_reader_studies(home)
    except StationError as error:
        return Refused(str(error))
    try:
        return tuple(reversed(studies.names()))
    except StationError as error:
        return Refused(str(error))
    finally:
        studies.close()


def sign_in(
    home: Path, purpose: Purpose, study: str, name: str, password: str, report: Report
) -> SignedIn | Refused:
    """The session that fits the purpose. For a worker thread: a password takes its time.

    Whoever is known but has another role is told what opens for him.
    """
    from station.archive.readings import open_reader_studies

    try:
        studies = open_reader_studies(home)
    except StationError as error:
        return Refused(str(error))
    try:
        return SignedIn(studies, _session(studies, purpose, study, name, password))
    except StationError as error:
        studies.close()
        return Refused(str(error))
    except BaseException:
        studies.close()
        raise


def _session(
    studies: "ReaderStudies", purpose: Purpose, study: str, name: str, password: str
) -> "ReaderSession | ConsensusSession | CoordinatorSession":
    from station.archive.readings import ReaderSession

    if purpose is Purpose.CONSENSUS:
        return studies.sign_in_for_consensus(study, name, password)
    session = studies.sign_in(study, name, password)
    reads = isinstance(session, ReaderSession)
    if purpose is Purpose.READ and not reads:
        raise StationError(
            f"{session.name} coordinates this study and does not read it. Choose Reading ▸ "
            f"Coordinator."
        )
    if purpose is Purpose.COORDINATE and reads:
        raise StationError(
            f"{session.name} reads in this study; the coordinator's view is not for readers. "
            f"Choose Reading ▸ Read a study."
        )
    return session
