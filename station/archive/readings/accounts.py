"""Who has signed in, with what they sign; and when somebody has to wait or begin again."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any

from sqlalchemy import Connection, select

from station.archive import schema
from station.archive.audit import REFUSED, REFUSED_SIGNATURE
from station.archive.readings import stored
from station.archive.sealing import WrongPassword, decoy, password_fits
from station.archive.signing import Signer
from station.reading.readings import ReadingError

FAILURES = 5
"""Wrong passwords in a row after which a name has to wait"""
FIRST_DELAY = timedelta(seconds=30)
LONGEST_DELAY = timedelta(minutes=15)
MOST_DOUBLINGS = 16
"""The delay doubles with each further failure up to this"""

SIGNED_IN = "signed in"
PASSWORD_GIVEN = (SIGNED_IN, stored.Event.SIGNED, stored.Event.LOCKED, stored.Event.KEY_OPENED)
"""Actions before which somebody typed their password, and it was right"""


@dataclass(frozen=True)
class Account:
    """A person who has signed in: the row that lets them, and the key that signs for them."""

    row: int
    """Id of the row of `reading_people` that held when they signed in"""
    role: str
    signer: Signer
    one_time: bool
    """The password was chosen by the coordinator: nothing but another one can be set"""

    @property
    def name(self) -> str:
        return self.signer.name

    def refuse_ended(self, connection: Connection, study: str) -> None:
        """Raise ReadingError where the coordinator has ended this sitting, or it has not begun."""
        columns = schema.reading_people.c
        last = connection.execute(
            select(columns.id, columns.public_key)
            .where(columns.study == study, columns.name == self.name)
            .order_by(columns.id.desc())
            .limit(1)
        ).first()
        if last is None or last.id != self.row or last.public_key != self.signer.public:
            raise ReadingError(
                f"The password of {self.name} was set since they signed in; this sitting has "
                f"ended. Sign in again."
            )
        if stored.withdrawal_of(connection, study, self.name) is not None:
            raise ReadingError(f"{self.name} was withdrawn from this study. Ask the coordinator.")

    def refuse_one_time(self) -> None:
        if self.one_time:
            raise ReadingError(
                "This password was chosen by the coordinator. Change it first; then go on."
            )

    def changed(self, row: int, signer: Signer) -> "Account":
        """The same after they have set another password."""
        return replace(self, row=row, signer=signer, one_time=False)


def fits(row: dict[str, Any] | None, password: str) -> bool:
    """Whether a password is that of a person; one of an unknown name takes the same time."""
    kept = decoy() if row is None else str(row["password"])
    return password_fits(kept, password) and row is not None


def opened(study: str, row: dict[str, Any], password: str) -> Signer | None:
    """The key that signs for a person; None: they have none yet. Raises ReadingError."""
    if row["signing_key"] is None:
        return None
    try:
        signer = Signer.opened(row["name"], row["signing_key"], password, study)
    except (WrongPassword, ValueError) as error:
        raise ReadingError(
            f"The signing key of {row['name']} does not open with this password: the record was "
            f"changed. Check it with: station reading verify"
        ) from error
    if signer.public != row["public_key"]:
        raise ReadingError(
            f"The signing key of {row['name']} is not the one on record: the record was changed. "
            f"Check it with: station reading verify"
        )
    return signer


def wait_until(
    connection: Connection, study: str, name: str, row: dict[str, Any] | None, now: datetime
) -> datetime | None:
    """Until when a name has to wait after wrong passwords; None: it need not. Aware.

    `row` is that of the person, where the name is known: a new password ends the waiting.
    """
    columns = schema.audit.c
    wrong = (REFUSED, REFUSED_SIGNATURE)
    since = 0
    if row is not None:
        subject = f"{schema.reading_people.name}/{row['id']}"
        since = connection.scalar(select(columns.number).where(columns.subject == subject)) or 0
    rows = connection.execute(
        select(columns.action, columns.at)
        .where(
            columns.study == study,
            columns.who == name,
            columns.number > since,
            columns.action.in_((*wrong, *PASSWORD_GIVEN)),
        )
        .order_by(columns.number.desc())
    )
    failures = list(takewhile(lambda entry: entry.action in wrong, rows))
    if len(failures) < FAILURES:
        return None
    doublings = min(len(failures) - FAILURES, MOST_DOUBLINGS)
    delay = min(FIRST_DELAY * 2**doublings, LONGEST_DELAY)
    until = datetime.fromisoformat(failures[0].at) + delay
    return until if now < until else None


def refuse_waiting(until: datetime) -> None:
    raise ReadingError(
        f"Too many wrong passwords with this name. Try again at "
        f"{until.astimezone():%H:%M:%S}; the coordinator can set a new password."
    )
