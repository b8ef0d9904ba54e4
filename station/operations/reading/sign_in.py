"""Signing in to a reader study: who may do what, asked of the record."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import StationError
from station.pet.words import listed
from station.progress import Report

if TYPE_CHECKING:
    from station.archive.readings import (
        ConsensusSitting,
        CoordinatorSitting,
        ReaderSitting,
        ReaderStudies,
    )


class Purpose(StrEnum):
    """What somebody signs in for."""

    READ = "Read a study"
    CONSENSUS = "Consensus"
    COORDINATE = "Coordinator"


@dataclass(frozen=True)
class SignedIn:
    """A sitting of the record, and the studies it belongs to, which are closed after it."""

    studies: "ReaderStudies"
    sitting: "ReaderSitting | ConsensusSitting | CoordinatorSitting"


@dataclass(frozen=True)
class Refused:
    """Why nobody was signed in, as a sentence."""

    sentence: str


def study_names(home: Path, report: Report) -> tuple[str, ...] | Refused:
    """All reader studies of the record, newest first. For a worker thread."""
    from station.archive.readings import open_reader_studies

    try:
        with closing(open_reader_studies(home)) as studies:
            return tuple(reversed(studies.names()))
    except StationError as error:
        return Refused(str(error))


def sign_in(
    home: Path, purpose: Purpose, study: str, name: str, password: str, report: Report
) -> SignedIn | Refused:
    """The sitting that fits the purpose. For a worker thread: a password takes its time.

    The refusal of somebody with another role says what is open to them.
    """
    from station.archive.readings import open_reader_studies

    try:
        with ExitStack() as unless_signed_in:
            studies = open_reader_studies(home)
            unless_signed_in.callback(studies.close)
            sitting = _sitting(studies, purpose, study, name, password)
            unless_signed_in.pop_all()
            return SignedIn(studies, sitting)
    except StationError as error:
        return Refused(str(error))


def choose_password(signed: SignedIn, given: str, new: str, report: Report) -> Refused | None:
    """Put a password of their own in the place of the one somebody was given. For a worker thread.

    None: it is done.
    """
    try:
        signed.sitting.change_password(given, new)
    except StationError as error:
        return Refused(str(error))
    return None


def _sitting(
    studies: "ReaderStudies", purpose: Purpose, study: str, name: str, password: str
) -> "ReaderSitting | ConsensusSitting | CoordinatorSitting":
    from station.archive.readings import ReaderSitting

    if purpose is Purpose.CONSENSUS:
        return studies.sign_in_for_consensus(study, name, password)
    sitting = studies.sign_in(study, name, password)
    reads = isinstance(sitting, ReaderSitting)
    if purpose is Purpose.READ and not reads:
        raise StationError(
            f"{sitting.name} coordinates this study and does not read it. Choose Reading ▸ "
            f"Coordinator."
        )
    if purpose is Purpose.COORDINATE and reads:
        raise StationError(
            f"{sitting.name} reads in this study; the coordinator's view is not for readers. "
            f"Choose Reading ▸ Read a study."
        )
    return sitting


def coordinator_of(
    studies: "ReaderStudies", study: str, name: str | None, password: Callable[[], str]
) -> tuple["CoordinatorSitting", str]:
    """The sitting of a coordinator, and their password; without a name, of the one that the study
    has. `password` asks for it, once it is known whose it is.

    Raises StationError, in the same words as a dialog.
    """
    from station.archive.readings import CoordinatorSitting

    known = studies.coordinators(study)
    if name is None and len(known) != 1:
        raise StationError(
            f"{study} has the coordinators {listed(known)}. Say who you are: --coordinator NAME"
        )
    given = password()
    sitting = _sitting(studies, Purpose.COORDINATE, study, name or known[0], given)
    assert isinstance(sitting, CoordinatorSitting)
    if sitting.has_one_time_password:
        raise StationError(
            f"{sitting.name} has to change the one-time password first: station reading password "
            f'"{study}" "{sitting.name}"'
        )
    return sitting, given
