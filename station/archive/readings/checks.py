"""What the record of reader studies refuses: names, passwords, missing reasons, people."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from station.archive.readings import stored
from station.archive.readings.stored import CONSENSUS_NAME
from station.archive.readings.values import NewPerson
from station.archive.sealing import SHORTEST_PASSWORD, WrongPassword, password_fits, unwrap
from station.reading.protocol import StudyRole
from station.reading.readings import ReadingError

LONGEST_NAME = 100


def checked_person(connection: Connection, study: str, name: str, password: str) -> dict[str, Any]:
    """The row of a person. Raises ReadingError where the password is not his."""
    row = stored.people_of(connection, study).get(name)
    if row is None or not password_fits(row["password"], password):
        raise ReadingError(f"The password of {name} is not right. Type it again.")
    return row


def unwrapped(study: str, wrapped: str, password: str) -> bytes:
    try:
        return unwrap(wrapped, password, study)
    except WrongPassword as error:
        raise ReadingError(
            "The sealed key does not open with this password: the record was changed. Check it "
            "with: station reading verify"
        ) from error


def checked_reason(reason: str, what: str) -> str:
    if not reason.strip():
        raise ReadingError(f"{what.capitalize()} needs a reason. Write why.")
    return reason.strip()


def checked_name(name: str, of_what: str) -> str:
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise ReadingError(
            f'"{name[:LONGEST_NAME]}" is no name of a {of_what}. Give one line of 1 to '
            f"{LONGEST_NAME} characters."
        )
    return name


def refuse_password(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise ReadingError(f"A password has {SHORTEST_PASSWORD} characters or more.")


def refuse_person(person: NewPerson, known: Mapping[str, object]) -> None:
    name = checked_name(person.name, "person")
    if name.casefold() in {one.casefold() for one in known} | {CONSENSUS_NAME}:
        raise ReadingError(f'The name "{name}" is taken. Give each person another one.')
    refuse_password(person.password)


def refuse_people(people: Sequence[NewPerson]) -> None:
    for number, person in enumerate(people):
        refuse_person(person, {one.name.strip(): one for one in people[:number]})
    for role in (StudyRole.COORDINATOR, StudyRole.READER):
        if not any(person.role is role for person in people):
            raise ReadingError(f"A reader study needs a {role.value}. Add one.")
