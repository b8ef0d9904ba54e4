"""What the record of reader studies refuses: names, passwords, missing reasons, people."""

import re
from collections.abc import Iterable, Sequence

from station.archive.readings.stored import CONSENSUS_NAME
from station.archive.readings.values import NewPerson
from station.archive.sealing import WrongPassword, password_problem, unwrap
from station.reading.names import tidy, twin_of
from station.reading.protocol import StudyRole
from station.reading.readings import ReadingError

LONGEST_NAME = 100
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


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
    """The name as it is kept and compared. Raises ReadingError."""
    plain = tidy(name)
    one_line = plain.isprintable() and not CONTROLS.search(name.strip())
    if not plain or len(plain) > LONGEST_NAME or not one_line:
        raise ReadingError(
            f'"{plain[:LONGEST_NAME]}" is no name of a {of_what}. Give one line of 1 to '
            f"{LONGEST_NAME} characters."
        )
    return plain


def refuse_password(password: str, *known: str) -> None:
    """`known`: names that others would try first."""
    if problem := password_problem(password, *known):
        raise ReadingError(problem)


def refuse_person(person: NewPerson, known: Iterable[str]) -> None:
    name = checked_name(person.name, "person")
    if other := twin_of(name, (*known, CONSENSUS_NAME)):
        looks = "" if other == name else f', or one that looks like it, "{other}"'
        raise ReadingError(f'The name "{name}" is taken{looks}. Give each person another one.')
    refuse_password(person.password, name)


def refuse_people(people: Sequence[NewPerson]) -> None:
    for number, person in enumerate(people):
        refuse_person(person, [tidy(known.name) for known in people[:number]])
    for role in (StudyRole.COORDINATOR, StudyRole.READER):
        if not any(person.role is role for person in people):
            raise ReadingError(f"A reader study needs a {role.value}. Add one.")
