"""The sitting in which readers, or an adjudicator, agree on what was scored very differently."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from station.archive.audit import Pen, Record
from station.archive.readings import stored
from station.archive.readings.accounts import Account
from station.archive.readings.confirmed import discordant_images
from station.archive.readings.sittings import Scoring
from station.archive.readings.stored import CONSENSUS
from station.archive.readings.values import ConsensusCase, Finished
from station.reading.protocol import StudyRole
from station.reading.readings import Question, ReadingError, consensus_questions
from station.reading.worklist import CaseImage, Side

MEANING = (
    "We looked at these images together, without knowing how any of them was made, and agreed on "
    "these scores. They are final."
)
"""Of everybody's signature"""


class ConsensusSitting(Scoring):
    """Agreeing on what readers scored very differently, still blinded."""

    def __init__(
        self, record: Record, study: stored.KnownStudy, account: Account, role: StudyRole
    ) -> None:
        super().__init__(record, study, account)
        self._reader = CONSENSUS
        self._role = role

    @property
    def meaning(self) -> str:
        """What everybody says with their signature."""
        return MEANING

    @property
    def signers(self) -> tuple[str, ...]:
        """Whose passwords sign the consensus: the adjudicator's, or every reader's."""
        if self._role is StudyRole.ADJUDICATOR:
            return (self.name,)
        with self._reading() as connection:
            return stored.readers_of(connection, self._study.id)

    def next(self) -> ConsensusCase | Finished:
        """The first discordant image that is not agreed on."""
        with self._reading() as connection:
            latest = self._latest(connection)
            for case in self._cases(connection):
                if case.code not in latest:
                    return case
            return Finished(stored.is_signed(self._events(connection), CONSENSUS))

    def following(self, code: str) -> ConsensusCase | None:
        """The image that is to be agreed on after one, so that it can be loaded ahead."""
        with self._reading() as connection:
            latest = self._latest(connection)
            cases = self._cases(connection)
        return next((case for case in cases if case.code not in {*latest, code}), None)

    def case(self, code: str) -> ConsensusCase:
        """One of the discordant images. Raises ReadingError: there is none of that code."""
        with self._reading() as connection:
            return self._case(connection, code)

    def look_again(self, code: str) -> ConsensusCase:
        """One that is agreed on, opened again: those present see it together."""
        return self.case(code)

    def sign(self, passwords: Mapping[str, str]) -> None:
        """Sign the consensus, with the passwords of all `signers`."""
        signers = [self._identified(name, passwords.get(name, ""))[1] for name in self.signers]

        def work(pen: Pen) -> None:
            self._refuse_closed(pen.connection)
            latest = self._latest(pen.connection)
            cases = self._cases(pen.connection)
            left = sum(case.code not in latest for case in cases)
            if left:
                raise ReadingError(
                    f"{left} of {len(cases)} images are not agreed on yet. Score them first."
                )
            self._sign(pen, len(cases), MEANING, signers)

        self._write(work)
        self._timestamp()

    def _cases(self, connection: Connection) -> tuple[ConsensusCase, ...]:
        scores = {image.image: image.scores for image in discordant_images(connection, self._study)}
        items = [item for item in self._items(connection) if item.images[0] in scores]
        return tuple(
            ConsensusCase(
                code=item.code,
                number=number,
                total=len(items),
                image=CaseImage(Side.ONLY, self._study.folder(item.images[0])),
                scores=scores[item.images[0]],
            )
            for number, item in enumerate(items, start=1)
        )

    def _case(self, connection: Connection, code: str) -> ConsensusCase:
        for case in self._cases(connection):
            if case.code == code:
                return case
        raise ReadingError(f'"{code}" is not in the consensus. Take the case that is shown.')

    def _asked_now(self, connection: Connection, code: str, now: datetime) -> tuple[Question, ...]:
        self._refuse_closed(connection)
        case = self._case(connection, code)
        if code in self._latest(connection):
            raise ReadingError(f"{code} is agreed on already. It can be revised, with a reason.")
        return consensus_questions(case.criteria)

    def _asked_of(self, connection: Connection, code: str) -> tuple[Question, ...]:
        return consensus_questions(self._case(connection, code).criteria)
