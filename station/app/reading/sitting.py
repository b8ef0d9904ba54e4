"""What a blinded reader sees next to the images: the case, the answers, what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from station.app.language import plural, tr, translated
from station.archive.readings import OwnReading
from station.frozen import Frozen
from station.reading.marks import question_id
from station.reading.protocol import Protocol
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    COMMENT,
    Draft,
    Question,
    Value,
    missing,
)
from station.reading.worklist import CaseImage

TEXTS = frozenset({ARTIFACT_TEXT, COMMENT})


class Page(StrEnum):
    """What the screen shows."""

    BLACK = "black"
    """Between two cases, until the next one is wholly loaded"""
    READING = "reading"
    REST = "rest"
    FINISHED = "finished"
    STOPPED = "stopped"
    """A sentence that says why reading cannot go on"""


class Pause(StrEnum):
    """Why the screen is black in the middle of the work."""

    NONE = ""
    ASKED = "asked"
    PRACTISED = "practised"
    """The last practice case is confirmed; the next one counts"""
    IDLE = "idle"
    """Nobody was there for a while: it goes on with the reader's password"""


@dataclass(frozen=True)
class Shown:
    """A case as the form has it."""

    code: str
    practice: bool
    number: int
    total: int
    images: tuple[CaseImage, ...]
    asked: tuple[Question, ...]
    """In the form's order"""
    scores: Mapping[str, Mapping[str, int]] = field(default_factory=dict[str, Mapping[str, int]])
    """Of the consensus only: criterion id → reader → score"""


@dataclass(frozen=True)
class ReadingState:
    """All that the screen shows next to the images."""

    page: Page = Page.BLACK
    pause: Pause = Pause.NONE
    shown: Shown | None = None
    answers: Frozen[Question, Value] = field(default_factory=Frozen[Question, Value])
    """As the screen has them, stored or not"""
    unstored: frozenset[Question] = frozenset()
    """Questions whose answer on the screen is not in the record yet"""
    focus: Question | None = None
    """The question that a key answers; None: all are answered"""
    confirming: bool = False
    """Sent to the record, which has not said yet that it is there"""
    problem: str = ""
    """The sentence of what went wrong last, until it is put right"""
    until: date | None = None
    """Of a rest"""
    own: tuple[OwnReading, ...] = ()
    """When all is confirmed: what there is to look through before signing"""
    looked_again: frozenset[str] = frozenset()
    """Codes of the confirmed cases that were opened again"""
    signers: tuple[str, ...] = ()
    """Whose passwords sign"""
    meaning: str = ""
    """What their signatures say, in English, as it is recorded"""
    signed: bool = False
    signing: bool = False
    revising: OwnReading | None = None
    """What was confirmed of the case shown, while other answers are given to it"""

    @property
    def missing(self) -> tuple[Question, ...]:
        """What has to be answered before this can be confirmed."""
        return () if self.shown is None else missing(self.shown.asked, self.answers)

    @property
    def can_confirm(self) -> bool:
        """Whether everything is answered and every answer is in the record."""
        reading = self.page is Page.READING and self.shown is not None and not self.pause
        return reading and not (self.missing or self.unstored or self.confirming)

    @property
    def changed(self) -> bool:
        """Whether the answers of a revision differ from those on record."""
        if self.revising is None:
            return False
        return _given(self.revising.reading.answers) != _given(self.answers)

    @property
    def stops(self) -> tuple[Question, ...]:
        """The questions on the form, in the order of the screen: a question about both images of a
        pair is asked of A, then of B, before the next. A description is there only when asked for.
        """
        if self.shown is None:
            return ()
        asked = self.shown.asked
        ids = dict.fromkeys(question.id for question in asked)
        return tuple(
            question
            for id_ in ids
            for question in asked
            if question.id == id_
            and (
                id_ != ARTIFACT_TEXT or self.answers.get(Question(question.side, ARTIFACT)) is True
            )
        )


class Stopwatch:
    """Counts seconds while it runs."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._counted = 0.0
        self._since: float | None = None

    def reset(self) -> None:
        self._counted, self._since = 0.0, None

    def run(self, on: bool) -> None:
        if on and self._since is None:
            self._since = self._clock()
        elif not on and self._since is not None:
            self._counted += self._clock() - self._since
            self._since = None

    @property
    def seconds(self) -> float:
        running = 0.0 if self._since is None else self._clock() - self._since
        return self._counted + running


def missing_words(protocol: Protocol, state: ReadingState) -> str:
    """What still has to be answered, in the words of the form; empty where nothing has."""
    names = {criterion.id: criterion.name for criterion in protocol.criteria}
    names |= {question_id(criterion.id): criterion.name for criterion in protocol.marks}
    names |= {ARTIFACT: protocol.artifact, ARTIFACT_TEXT: tr("what the artifact is")}
    left = [stop for stop in state.stops if stop in state.missing]
    words = [
        f"{names[question.id]} ({question.side})" if question.side else names[question.id]
        for question in left
    ]
    return ", ".join(words)


def allowance_words(protocol: Protocol, looked_again: int | None = None) -> str:
    """What the protocol allows when everything is confirmed; `looked_again`: cases so far."""
    most = protocol.reopened_cases
    if most == 0:
        opened = tr("The protocol lets nobody open a case again")
    else:
        cases = tr("any case") if most is None else plural(most, "{count} case", "{count} cases")
        opened = tr("The protocol lets a reader open {cases} again", cases=cases)
    so_far = (
        "" if looked_again is None else tr(" ({looked_again} so far)", looked_again=looked_again)
    )
    return tr(
        "{opened}{so_far}. Every opening is recorded, first and last answers are "
        "kept, and the analysis uses the {analysed_answers}.",
        opened=opened,
        so_far=so_far,
        analysed_answers=translated(protocol.analysed_answers),
    )


def _given(answers: Draft) -> dict[Question, Value]:
    """Answers without empty texts, and without the description of an artifact that is not there."""
    return {
        question: value
        for question, value in answers.items()
        if value != ""
        and (question.id != ARTIFACT_TEXT or answers.get(Question(question.side, ARTIFACT)) is True)
    }


def next_open(state: ReadingState, question: Question) -> Question | None:
    """The next question without an answer after `question`, round the form; None: there is none."""
    stops, left = state.stops, state.missing
    place = stops.index(question) if question in stops else -1
    for stop in (*stops[place + 1 :], *stops[: place + 1]):
        if stop in left:
            return stop
    return None
