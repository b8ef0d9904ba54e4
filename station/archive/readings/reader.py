"""A reader's sitting: the cases of their own list, one after the other."""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection

from station.archive.audit import Pen, Record
from station.archive.readings import stored
from station.archive.readings.accounts import Account
from station.archive.readings.confirmed import open_consensus
from station.archive.readings.keys import ConsensusShut
from station.archive.readings.sittings import Scoring
from station.archive.readings.stored import Event
from station.archive.readings.values import Finished, Rest
from station.pet.words import count_of
from station.reading.readings import Question, ReadingError, questions
from station.reading.worklist import SIDES, Case, CaseImage, Item, Kind

MEANING = (
    "I read these images myself, without knowing how any of them was made. These are my answers, "
    "and they are final."
)
"""Of a reader's signature"""


class ReaderSitting(Scoring):
    """What a reader's screen can ask. Nothing here reveals an arm or another reader's answers."""

    def __init__(self, record: Record, study: stored.KnownStudy, account: Account) -> None:
        super().__init__(record, study, account)
        self._reader = account.name
        self._list: list[Item] = []
        """As it was made with the study: nothing is added to a reader's list later"""

    def next(self) -> Case | Rest | Finished:
        """The case to be read now: the first in this reader's list that is not confirmed."""
        with self._reading() as connection:
            item = self._due(connection, self._record.now())
            if isinstance(item, Item):
                return self._case(connection, item)
            return item

    def case(self, code: str) -> Case:
        """A case of this reader's list, to be looked at again. Raises ReadingError."""
        with self._reading() as connection:
            return self._case(connection, self._item(connection, code))

    def look_again(self, code: str) -> Case:
        """A confirmed case, opened again; that it was is recorded.

        Raises ReadingError where the protocol allows no more of them.
        """

        def work(pen: Pen) -> Case:
            self._refuse_closed(pen.connection)
            case = self._case(pen.connection, self._item(pen.connection, code))
            opened = self._looked_again(pen.connection)
            if code not in opened:
                most = self._study.protocol.reopened_cases
                if most is not None and len(opened) >= most:
                    raise ReadingError(
                        f"The protocol lets you open {count_of(most, 'case')} again, and you have. "
                        f"What is opened already can be opened again."
                    )
                content = {"set": self._reader, "code": code}
                stored.add_event(pen, self._study.id, Event.LOOKED_AGAIN, self.name, content)
            return case

        return self._write(work)

    def following(self, code: str) -> Case | None:
        """The case that is to be read after one, so that its images can be loaded ahead.

        None: there is none, or it opens on a later day. Raises ReadingError.
        """
        with self._reading() as connection:
            here = self._item(connection, code)
            latest = self._latest(connection)
            items = self._items(connection)
            left = (item for item in items if item.code not in latest and item.code != code)
            item = next(left, None)
            washout = self._study.protocol.washout_days > 0
            if item is None or (washout and item.session > here.session > 0):
                return None
            return self._case(connection, item)

    @property
    def meaning(self) -> str:
        """What a reader says with their signature."""
        with self._reading() as connection:
            return self._meaning(connection)

    def _meaning(self, connection: Connection) -> str:
        reset = stored.reset_of(connection, self._study.id, self.name)
        if reset is None:
            return MEANING
        who, at = reset
        return (
            f"{MEANING} {who} reset my password on {at:%Y-%m-%d}; what was read since is mine too."
        )

    def sign(self, password: str) -> None:
        """Sign all own readings: from now on they are final.

        Raises ReadingError where one is missing or the password is not right.
        """
        _, signer = self._identified(self.name, password)

        def work(pen: Pen) -> None:
            self._refuse_closed(pen.connection)
            items = self._items(pen.connection)
            left = len(items) - len(self._latest(pen.connection))
            if left:
                raise ReadingError(
                    f"{left} of {len(items)} cases are not confirmed yet. Read them first."
                )
            self._sign(pen, len(items), self._meaning(pen.connection), [signer])
            if stored.not_signed(pen.connection, self._study):
                return
            with suppress(ConsensusShut):  # another's signature does not hinder this one
                open_consensus(pen, self._study, self.name)

        self._write(work)
        self._timestamp()

    def _items(self, connection: Connection) -> list[Item]:
        if not self._list:
            self._list = super()._items(connection)
        return self._list

    def _item(self, connection: Connection, code: str) -> Item:
        for item in self._items(connection):
            if item.code == code:
                return item
        raise ReadingError(f'"{code}" is not on your list. Take the case that is shown.')

    def _case(self, connection: Connection, item: Item) -> Case:
        practice = item.kind is Kind.PRACTICE
        items = self._items(connection)
        sides = SIDES[self._study.protocol.presentation]
        return Case(
            code=item.code,
            practice=practice,
            number=item.number,
            total=sum((other.kind is Kind.PRACTICE) is practice for other in items),
            images=tuple(
                CaseImage(side, self._study.folder(image))
                for side, image in zip(sides, item.images, strict=True)
            ),
        )

    def _due(self, connection: Connection, now: datetime) -> Item | Rest | Finished:
        items = self._items(connection)
        item = stored.due_item(connection, self._study.id, self._reader, items)
        if item is None:
            return Finished(stored.is_signed(self._events(connection), self._reader))
        opens = stored.opening_day(connection, self._study, self._reader, items, item)
        return item if opens is None or opens <= now.astimezone().date() else Rest(opens)

    def _asked_now(self, connection: Connection, code: str, now: datetime) -> tuple[Question, ...]:
        self._refuse_closed(connection)
        self._item(connection, code)
        due = self._due(connection, now)
        if isinstance(due, Rest):
            raise ReadingError(f"The next sitting opens on {due.until}. Come back on that day.")
        if isinstance(due, Finished) or due.code != code:
            raise ReadingError(
                f"{code} is not the case to be read now. Go on with the one that is shown; what is "
                f"confirmed can be revised."
            )
        return questions(self._study.protocol)

    def _asked_of(self, connection: Connection, code: str) -> tuple[Question, ...]:
        self._item(connection, code)
        return questions(self._study.protocol)

    def _refuse_revision(self, connection: Connection, code: str) -> None:
        if self._item(connection, code).kind is Kind.REPEAT:
            raise ReadingError(
                f"{code} stays as you confirmed it: with it the protocol measures how well you "
                f"agree with yourself. Go back to the list."
            )

    def _confirmed(self, pen: Pen, code: str) -> None:
        items = self._items(pen.connection)
        practice = [item.code for item in items if item.kind is Kind.PRACTICE]
        if practice and code == practice[-1]:
            content = {"set": self._reader, "cases": len(practice)}
            stored.add_event(pen, self._study.id, Event.PRACTISED, self.name, content)
