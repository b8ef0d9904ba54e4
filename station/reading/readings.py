"""What readers answer: a form's questions, a finished reading, and where readers disagree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from station.errors import StationError
from station.reading.marks import Mark, as_text, is_complete, is_marks, marks_of, question_id
from station.reading.protocol import SCORES, Protocol
from station.reading.worklist import SIDES, Side

ARTIFACT, ARTIFACT_TEXT, COMMENT = "artifact", "artifact_text", "comment"
"""Asked in addition to the protocol's criteria: yes or no; what it is; anything else"""

LONGEST_TEXT = 2000
"""Characters of a comment or of the description of an artifact"""

Value = int | bool | str


class ReadingError(StationError):
    """An answer, a reading or a sign-in that the reader study does not accept."""


class Question(NamedTuple):
    """A question about one image."""

    side: Side
    id: str
    """A criterion's id, `artifact`, `artifact_text` or `comment`"""


Draft = Mapping[Question, Value]
"""The answers so far; `artifact` has a bool, both texts a str, criteria a score, foci their text as
`station.reading.marks` writes it"""


def questions(protocol: Protocol) -> tuple[Question, ...]:
    """Everything the form of a protocol asks, in its order."""
    criteria = [question_id(criterion.id) for criterion in protocol.marks]
    criteria += [criterion.id for criterion in protocol.criteria]
    return tuple(
        Question(side, id_)
        for side in SIDES[protocol.presentation]
        for id_ in (*criteria, ARTIFACT, ARTIFACT_TEXT, COMMENT)
    )


def consensus_questions(criteria: Sequence[str]) -> tuple[Question, ...]:
    """What the consensus on one image asks: the discordant criteria, and a comment."""
    return tuple(Question(Side.ONLY, id_) for id_ in (*criteria, COMMENT))


def missing(asked: Sequence[Question], draft: Draft) -> tuple[Question, ...]:
    """What has to be answered before the draft is a reading, in the form's order.

    A comment is never required; the description of an artifact only if there is one.
    """
    return tuple(
        question
        for question in asked
        if question.id != COMMENT
        and not _answered(question, draft)
        and (question.id != ARTIFACT_TEXT or draft.get(Question(question.side, ARTIFACT)) is True)
    )


def checked_answer(asked: Sequence[Question], question: Question, value: Value) -> Value:
    """The answer as it is stored. Raises ReadingError if the form does not accept it."""
    if question not in asked:
        raise ReadingError(
            f'This form does not ask "{question.id}" on side "{question.side}". Answer what it '
            f"asks."
        )
    if question.id == ARTIFACT:
        if not isinstance(value, bool):
            raise ReadingError(f'"{value}" is neither yes nor no. Answer yes or no.')
        return value
    if question.id in (ARTIFACT_TEXT, COMMENT):
        if not isinstance(value, str) or len(value) > LONGEST_TEXT:
            raise ReadingError(f"A text can have at most {LONGEST_TEXT} characters. Shorten it.")
        return value.encode(errors="replace").decode().replace("\0", "�").strip()
    if is_marks(question.id):
        try:
            return as_text(marks_of(str(value)))
        except ValueError as error:
            raise ReadingError(f"Foci cannot be stored like this: {error}.") from None
    if isinstance(value, bool) or not isinstance(value, int) or value not in SCORES:
        raise ReadingError(
            f'"{value}" is not a score. Give a whole number from {SCORES[0]} to {SCORES[-1]}.'
        )
    return value


@dataclass(frozen=True)
class Reading:
    """A finished set of answers to everything a form asks. It cannot be incomplete.

    Raises ReadingError if an answer is missing or invalid. The description of an artifact that was
    not found is dropped, and so are empty texts.
    """

    asked: tuple[Question, ...] = field(repr=False)
    answers: Draft

    def __post_init__(self) -> None:
        answers = {
            question: checked_answer(self.asked, question, value)
            for question, value in self.answers.items()
        }
        left = missing(self.asked, answers)
        if left:
            names = ", ".join(dict.fromkeys(question.id for question in left))
            raise ReadingError(f"Not answered yet: {names}. Answer everything, then confirm.")
        kept = {
            question: answers[question]
            for question in self.asked
            if question in answers and not _idle(question, answers)
        }
        object.__setattr__(self, "answers", MappingProxyType(kept))

    def score(self, criterion: str, side: Side = Side.ONLY) -> int:
        """Raises KeyError if the criterion was not asked."""
        return int(self.answers[Question(side, criterion)])

    def marks(self, side: Side = Side.ONLY) -> dict[str, tuple[Mark, ...]]:
        """The foci of one image, by the id of their question."""
        return {
            question.id: marks_of(str(value))
            for question, value in self.answers.items()
            if question.side is side and is_marks(question.id)
        }

    def artifact(self, side: Side = Side.ONLY) -> str | None:
        """The description of an artifact or failure; None: there is none."""
        text = self.answers.get(Question(side, ARTIFACT_TEXT))
        return None if text is None else str(text)

    def comment(self, side: Side = Side.ONLY) -> str:
        return str(self.answers.get(Question(side, COMMENT), ""))


@dataclass(frozen=True)
class Extremes:
    """The lowest and the highest that something was set to, and for how long."""

    low: float
    low_s: float
    high: float
    high_s: float


@dataclass(frozen=True)
class SlicesSeen:
    """Neighbouring slices of a plane that were on the screen, by their numbers from 1."""

    plane: str
    first: int
    last: int


@dataclass(frozen=True)
class Viewing:
    """How an image was viewed until its reading was confirmed."""

    seconds: float
    """From the image on the screen to the confirmation, without pauses"""
    window_suv: float | None = None
    """Upper bound of the window at the end; None: the image has no SUV"""
    slice_mm: float | None = None
    """Position of the axial slice at the end, in patient mm"""
    zoom: float | None = None
    """Screen pixels per mm, at the end"""
    windows_suv: Extremes | None = None
    """Upper bounds of the window; None in readings from before this was recorded"""
    zooms: Extremes | None = None
    """Zoom factors of the plane shown; 1 fits the body"""
    slices: tuple[SlicesSeen, ...] = ()


@dataclass(frozen=True)
class Discordant:
    """An image that readers scored very differently."""

    image: str
    """Its image code"""
    scores: Mapping[str, Mapping[str, int]]
    """Criterion id → reader → score; only the criteria that go to the consensus"""


Scores = Mapping[str, Mapping[str, int]]
"""Image code → criterion id → score, of one reader; without repeats and practice"""


def discordance(protocol: Protocol, scores: Mapping[str, Scores]) -> tuple[Discordant, ...]:
    """Images in which two readers differ by `large_difference` points or more in a criterion.

    `scores` are those of each reader. An image that only one reader has scored is not discordant.
    """
    images = dict.fromkeys(image for scored in scores.values() for image in scored)
    discordant: list[Discordant] = []
    for image in images:
        differing: dict[str, Mapping[str, int]] = {}
        for criterion in protocol.criteria:
            given = {
                reader: scored[image][criterion.id]
                for reader, scored in scores.items()
                if image in scored
            }
            if max(given.values()) - min(given.values()) >= protocol.large_difference:
                differing[criterion.id] = given
        if differing:
            discordant.append(Discordant(image, differing))
    return tuple(discordant)


def _answered(question: Question, draft: Draft) -> bool:
    value = draft.get(question)
    if is_marks(question.id) and isinstance(value, str):
        return is_complete(value)
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _idle(question: Question, answers: Draft) -> bool:
    """A text without content."""
    if question.id == ARTIFACT_TEXT and not answers.get(Question(question.side, ARTIFACT)):
        return True
    return answers[question] == "" and question.id in (ARTIFACT_TEXT, COMMENT)
