"""In which order a reader sees which image, under which code; and the key to the codes.

Everything follows from the protocol, the cases and a seed, only by SHA-256: the same seed gives the
same codes and orders in every version of Python and on every computer, and without it nobody can
infer an arm from a code or an order.

A `Case`, which is what a reader's screen gets, contains no arm, no patient and no other image.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import combinations, cycle, islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from station.errors import StationError
from station.reading.protocol import Arm, Presentation, Protocol

SEED_BYTES = 16

LETTERS, DIGITS = "BCFGHJKMNPQRSTVWXZ", "23456789"
"""Letters and digits that cannot be confused. They alternate in a code, and there are no vowels, so
that no code spells a word or an abbreviation such as DL, CT or PT."""

ITEM_CODE_PAIRS = 2
"""K7Q2: what a reader sees. 20,736 codes"""

IMAGE_CODE_PAIRS = 4
"""The name of an image's folder. 430 million codes"""

T = TypeVar("T")


class Kind(StrEnum):
    PRACTICE = "practice"
    """Before the first real one; does not count"""
    REAL = "real"
    REPEAT = "repeat"
    """An image shown again, unannounced"""


class Side(StrEnum):
    """The position of an image on the screen."""

    ONLY = ""
    LEFT = "A"
    RIGHT = "B"


SIDES = {Presentation.SINGLE: (Side.ONLY,), Presentation.PAIRED: (Side.LEFT, Side.RIGHT)}


@dataclass(frozen=True)
class CaseImage:
    """An image as a blinded reader gets it."""

    side: Side
    folder: Path
    """The folder of its de-identified files"""


@dataclass(frozen=True)
class Case:
    """What a blinded reader is shown: a code and one or two images. It has no arm."""

    code: str
    practice: bool
    number: int
    """From 1, of the practice cases or of the others"""
    total: int
    images: tuple[CaseImage, ...]


@dataclass(frozen=True)
class Item:
    """One line of a reader's list. Only the `Key` says what its images are."""

    code: str
    """Shown to the reader; each reader has their own"""
    kind: Kind
    number: int
    """From 1, of the practice items or of all others"""
    session: int
    """From 1; 0 is practice. If the protocol sets washout days, they are between two sessions."""
    images: tuple[str, ...]
    """Image codes, by side: one, or A and B"""


@dataclass(frozen=True)
class SourceSeries:
    """The series of the library that an image was copied from. Reveals the arm; equally secret."""

    study_uid: str
    series_key: str
    """`Series.key`: the UID, and the part if a series has several images"""
    patient: str
    """The first case of the same patient, who may be in several"""


@dataclass(frozen=True)
class KeyEntry:
    """What an image code refers to."""

    case: str
    arm: Arm
    practice: bool = False
    source: SourceSeries | None = field(default=None, repr=False)
    """None in studies that were prepared before the source series were kept"""


@dataclass(frozen=True)
class Key:
    """Image code → case and arm, and the seed of all orders. Sealed while readers read."""

    seed: bytes = field(repr=False)
    entries: Mapping[str, KeyEntry] = field(repr=False)

    def code(self, case: str, arm: Arm) -> str:
        """The image code of a case's image. Raises KeyError if there is none."""
        return self._codes[case, arm]

    @cached_property
    def _codes(self) -> dict[tuple[str, Arm], str]:
        return {(entry.case, entry.arm): code for code, entry in self.entries.items()}

    def cases(self, practice: bool) -> tuple[str, ...]:
        """The practice cases or the others, each once, in the order they were given."""
        chosen = [entry.case for entry in self.entries.values() if entry.practice is practice]
        return tuple(dict.fromkeys(chosen))


def make_key(
    cases: Sequence[str],
    practice: Sequence[str],
    seed: bytes,
    sources: Mapping[tuple[str, Arm], SourceSeries] = MappingProxyType({}),
) -> Key:
    """A key with a random code for both images of every case.

    `sources`: the series that the image of a case and arm was copied from. Raises StationError if a
    case is given twice or none is given, ValueError for a short seed.
    """
    if len(seed) < SEED_BYTES:
        raise ValueError(f"a seed has at least {SEED_BYTES} bytes")
    if not cases:
        raise StationError("A reader study needs cases, but none was chosen. Choose at least one.")
    together = [*cases, *practice]
    for case, times in Counter(together).items():
        if times > 1:
            raise StationError(
                f'The case "{case}" was chosen twice, or also for practice. Choose it once.'
            )
    chance = _Chance(seed, "images")
    codes = chance.codes(2 * len(together), IMAGE_CODE_PAIRS, taken=frozenset())
    entries = [
        KeyEntry(case, arm, case in practice, sources.get((case, arm)))
        for case in together
        for arm in Arm
    ]
    return Key(seed, dict(zip(codes, entries, strict=True)))


def largest_washout(protocol: Protocol, cases: int) -> int:
    """The highest `washout_cases` that is always possible for this many cases."""
    counts = _presentation_counts(protocol, cases)
    rounds = max(counts)
    if rounds == 1:
        return cases  # no case is shown twice: any number is possible
    sizes = [0] * rounds
    for chosen in _rounds_of_cases(counts, rounds):
        for case_round in chosen:
            sizes[case_round] += 1
    return max(min(sizes[1:]) - 1, 0)


def worklist(
    protocol: Protocol, key: Key, reader: str, taken: Collection[str] = frozenset()
) -> tuple[Item, ...]:
    """What `reader` reads, in order: practice first; no code is one of `taken`.

    Single: every case is shown in both arms; which comes first is balanced (half and half, ± 1).
    Paired: every case is shown once; the side of each arm is balanced. Repeats follow their first
    showing. Between two showings of one case there are at least `washout_cases` others, and no
    session has a case twice. Raises StationError if that is impossible for so few cases.
    """
    cases = key.cases(practice=False)
    _refuse_impossible(protocol, len(cases))
    chance = _Chance(key.seed, "order", reader)
    practice = _practice(protocol, key, chance)
    sessions = _sessions(protocol, key, chance)
    shown = [(0, images) for images in practice]
    shown += [(session, images) for session, list_ in enumerate(sessions, 1) for images in list_]
    codes = _Chance(key.seed, "codes", reader).codes(len(shown), ITEM_CODE_PAIRS, frozenset(taken))
    items: list[Item] = []
    seen: set[frozenset[str]] = set()
    for place, ((session, images), code) in enumerate(zip(shown, codes, strict=True)):
        if session == 0:
            items.append(Item(code, Kind.PRACTICE, place + 1, 0, images))
            continue
        kind = Kind.REPEAT if frozenset(images) in seen else Kind.REAL
        seen.add(frozenset(images))
        number = place + 1 - len(practice)
        items.append(Item(code, kind, number, session if protocol.washout_days else 1, images))
    return tuple(items)


def consensus_list(images: Sequence[str], seed: bytes, taken: Collection[str]) -> tuple[Item, ...]:
    """The images that go to the consensus, in a random order, under codes that are not taken."""
    chance = _Chance(seed, "consensus")
    order = chance.shuffled(sorted(images))
    codes = chance.codes(len(order), ITEM_CODE_PAIRS, frozenset(taken))
    return tuple(
        Item(code, Kind.REAL, number, 1, (image,))
        for number, (code, image) in enumerate(zip(codes, order, strict=True), start=1)
    )


# -- what is shown how often -----------------------------------------------------------------------


def _refuse_impossible(protocol: Protocol, cases: int) -> None:
    if protocol.repeats > cases:
        raise StationError(
            f"The protocol repeats {protocol.repeats} images, but there are {cases} cases. "
            f"Choose more cases, or set repeats to {cases} or less."
        )
    largest = largest_washout(protocol, cases)
    if protocol.washout_cases > largest:
        raise StationError(
            f"The protocol requires {protocol.washout_cases} others between two images of one "
            f"patient; with {cases} cases and {protocol.repeats} repeats there is room for "
            f"{largest}. Choose more cases, or set washout_cases to {largest} or less."
        )


def _presentation_counts(protocol: Protocol, cases: int) -> list[int]:
    """How often each case is shown, those with a repeat first."""
    once = len(Arm) if protocol.presentation is Presentation.SINGLE else 1
    return [once + (number < protocol.repeats) for number in range(cases)]


def _rounds_of_cases(counts: Sequence[int], rounds: int) -> list[tuple[int, ...]]:
    """For each case the rounds in which it is shown, as many as `counts` says, evenly filled."""
    ways = {count: cycle(combinations(range(rounds), count)) for count in set(counts)}
    return [next(ways[count]) for count in counts]


def _practice(protocol: Protocol, key: Key, chance: "_Chance") -> list[tuple[str, ...]]:
    """Both images of every practice case, in a random order."""
    cases = key.cases(practice=True)
    if protocol.presentation is Presentation.PAIRED:
        return [_pair(key, case, arm) for case, arm in _balanced(chance, cases, tuple(Arm))]
    return chance.shuffled([(key.code(case, arm),) for case in cases for arm in Arm])


def _sessions(protocol: Protocol, key: Key, chance: "_Chance") -> list[list[tuple[str, ...]]]:
    """What each session shows, in order."""
    shown = _showings(protocol, key, chance)
    # Sorted by count, as in `_presentation_counts`: what fits there fits here.
    cases = sorted(chance.shuffled(list(shown)), key=lambda case: -len(shown[case]))
    counts = [len(shown[case]) for case in cases]
    rounds = _rounds_of_cases(counts, max(counts))
    sessions: list[list[tuple[str, ...]]] = []
    last: dict[str, int] = {}
    """Case → position in the whole list where it was last shown"""
    start = 0
    for session in range(max(counts)):
        here = [case for case, chosen in zip(cases, rounds, strict=True) if session in chosen]
        earliest = {
            case: max(last[case] + protocol.washout_cases + 1 - start, 0) if case in last else 0
            for case in here
        }
        order = _order(here, earliest, chance)
        last |= {case: start + place for place, case in enumerate(order)}
        start += len(order)
        sessions.append([shown[case].pop(0) for case in order])
    return sessions


def _showings(protocol: Protocol, key: Key, chance: "_Chance") -> dict[str, list[tuple[str, ...]]]:
    """Case → its showings in order: images one by one, or pairs; with repeats."""
    cases = key.cases(practice=False)
    repeated = chance.shuffled(list(cases))[: protocol.repeats]
    first = dict(_balanced(chance, cases, tuple(Arm)))
    again = dict(_balanced(chance, repeated, tuple(Arm)))
    if protocol.presentation is Presentation.PAIRED:
        return {
            case: [_pair(key, case, first[case])]
            + ([_pair(key, case, again[case])] if case in again else [])
            for case in cases
        }
    shown: dict[str, list[tuple[str, ...]]] = {}
    for case in cases:
        arms = [first[case], *[arm for arm in Arm if arm is not first[case]]]
        if case in again:
            after = arms.index(again[case]) + 1
            arms.insert(after + chance.below(len(arms) - after + 1), again[case])
        shown[case] = [(key.code(case, arm),) for arm in arms]
    return shown


def _pair(key: Key, case: str, left: Arm) -> tuple[str, ...]:
    """A case's two images, that of `left` on side A."""
    return tuple(key.code(case, arm) for arm in sorted(Arm, key=lambda arm: arm is not left))


def _balanced(
    chance: "_Chance", cases: Sequence[str], values: tuple[T, ...]
) -> list[tuple[str, T]]:
    """Each case with a value; all values are equally frequent, ± 1."""
    even = list(islice(cycle(chance.shuffled(list(values))), len(cases)))
    return list(zip(cases, chance.shuffled(even), strict=True))


def _order(cases: Sequence[str], earliest: Mapping[str, int], chance: "_Chance") -> list[str]:
    """The cases in a random order in which none is before its earliest position, from 0.

    The case with the latest earliest position chooses first: all positions free to it are also free
    to the next, so the number of choices does not depend on earlier ones, and all allowed orders
    are equally likely.
    """
    free = list(range(len(cases)))
    order = [""] * len(cases)
    for case in sorted(cases, key=lambda case: -earliest[case]):
        allowed = [place for place in free if place >= earliest[case]]
        place = allowed[chance.below(len(allowed))]
        free.remove(place)
        order[place] = case
    return order


# -- chance ----------------------------------------------------------------------------------------


class _Chance:
    """Random numbers from a seed and a purpose: SHA-256 of both and a counter."""

    def __init__(self, seed: bytes, *purpose: str) -> None:
        label = "\0".join(purpose).encode()
        self._start = sha256(len(seed).to_bytes(8) + seed + label).digest()
        self._numbers = self._words()

    def _words(self) -> Iterator[int]:
        block = 0
        while True:
            digest = sha256(self._start + block.to_bytes(8)).digest()
            for at in range(0, len(digest), 8):
                yield int.from_bytes(digest[at : at + 8])
            block += 1

    def below(self, limit: int) -> int:
        """0 to `limit` − 1, each equally likely."""
        usable = (1 << 64) - (1 << 64) % limit
        while (number := next(self._numbers)) >= usable:
            pass
        return number % limit

    def shuffled(self, values: list[T]) -> list[T]:
        """The values in a random order (Fisher–Yates)."""
        values = list(values)
        for last in range(len(values) - 1, 0, -1):
            other = self.below(last + 1)
            values[last], values[other] = values[other], values[last]
        return values

    def codes(self, count: int, pairs: int, taken: Set[str]) -> list[str]:
        """Different codes that are not taken: a letter, a digit, a letter, a digit …"""
        chosen: dict[str, None] = {}
        while 2 * (count + len(taken)) > (len(LETTERS) * len(DIGITS)) ** pairs:
            pairs += 1  # so many items that short codes would run out
        while len(chosen) < count:
            code = "".join(self._one(LETTERS) + self._one(DIGITS) for _ in range(pairs))
            if code not in taken:
                chosen[code] = None
        return list(chosen)

    def _one(self, signs: str) -> str:
        return signs[self.below(len(signs))]
