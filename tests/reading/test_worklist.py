from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from station.errors import StationError
from station.reading.protocol import Arm, Criterion, Presentation, Protocol
from station.reading.worklist import (
    Case,
    Item,
    Key,
    Kind,
    consensus_list,
    largest_washout,
    make_key,
    worklist,
)

CRITERION = Criterion("noise", "Noise", ("1", "2", "3", "4", "5"))
SINGLE = Protocol("p", (CRITERION,))
PAIRED = replace(SINGLE, presentation=Presentation.PAIRED)
SEED = bytes(range(32))

LIST_OF_2026 = [
    ("S4V8", "b", Arm.DENOISED),
    ("S4M3", "a", Arm.CONVENTIONAL),
    ("J7M4", "c", Arm.CONVENTIONAL),
    ("Z7M6", "b", Arm.DENOISED),
    ("Z6K5", "c", Arm.DENOISED),
    ("F8V8", "a", Arm.DENOISED),
    ("R2Z9", "b", Arm.CONVENTIONAL),
]
"""What these cases, seed and reader gave in version 0.1.0, and have to give for ever"""

seeds = st.binary(min_size=16, max_size=32)
readers = st.sampled_from(["Dr. Ito", "Dr. Mori", "山田", ""])


@st.composite
def studies(draw: st.DrawFn) -> tuple[Protocol, Key]:
    """Protocols that work out for their cases, up to the largest washout, and a key."""
    cases = draw(st.integers(1, 30))
    protocol = replace(
        SINGLE,
        presentation=draw(st.sampled_from(Presentation)),
        repeats=draw(st.integers(0, min(cases, 6))),
        washout_days=draw(st.integers(0, 2)),
    )
    washout = draw(st.integers(0, largest_washout(protocol, cases)))
    practice = [f"practice {number}" for number in range(draw(st.integers(0, 3)))]
    key = make_key([f"case {number}" for number in range(cases)], practice, draw(seeds))
    return replace(protocol, washout_cases=washout), key


def counted(items: tuple[Item, ...]) -> list[Item]:
    return [item for item in items if item.kind is not Kind.PRACTICE]


def case_of(item: Item, key: Key) -> str:
    (case,) = {key.entries[image].case for image in item.images}
    return case


def arms_of(item: Item, key: Key) -> list[Arm]:
    return [key.entries[image].arm for image in item.images]


# -- order -----------------------------------------------------------------------------------------


@given(studies(), readers)
def test_the_same_seed_gives_the_same_list(study: tuple[Protocol, Key], reader: str) -> None:
    protocol, key = study
    assert worklist(protocol, key, reader) == worklist(protocol, key, reader)


def test_a_list_made_by_an_earlier_version_comes_again() -> None:
    key = make_key(["a", "b", "c"], [], SEED)
    items = worklist(replace(SINGLE, washout_cases=1, repeats=1), key, "Dr. Ito")
    assert [
        (item.code, case_of(item, key), arms_of(item, key)[0]) for item in items
    ] == LIST_OF_2026


@given(seeds, st.sampled_from([SINGLE, PAIRED]))
def test_two_readers_see_different_orders_under_different_codes(
    seed: bytes, protocol: Protocol
) -> None:
    key = make_key([f"case {number}" for number in range(20)], [], seed)
    ito = worklist(protocol, key, "Dr. Ito")
    mori = worklist(protocol, key, "Dr. Mori", {item.code for item in ito})
    assert [item.images for item in ito] != [item.images for item in mori]
    assert not {item.code for item in ito} & {item.code for item in mori}


@given(seeds, seeds)
def test_another_seed_gives_another_list(one: bytes, other: bytes) -> None:
    assume(one != other)
    names = [f"case {number}" for number in range(20)]
    keys = [make_key(names, [], seed) for seed in (one, other)]
    first, second = (worklist(SINGLE, key, "Dr. Ito") for key in keys)
    assert [case_of(item, keys[0]) for item in first] != [case_of(item, keys[1]) for item in second]


@given(studies(), readers)
def test_every_case_is_read_once_in_both_arms(study: tuple[Protocol, Key], reader: str) -> None:
    protocol, key = study
    real = [item for item in worklist(protocol, key, reader) if item.kind is Kind.REAL]
    read = Counter(image for item in real for image in item.images)
    assert read == Counter(code for code, entry in key.entries.items() if not entry.practice)


@given(studies(), readers)
def test_repeats_are_so_many_and_come_after_what_they_repeat(
    study: tuple[Protocol, Key], reader: str
) -> None:
    protocol, key = study
    items = counted(worklist(protocol, key, reader))
    repeats = [place for place, item in enumerate(items) if item.kind is Kind.REPEAT]
    assert len(repeats) == protocol.repeats
    assert len({case_of(items[place], key) for place in repeats}) == protocol.repeats
    for place in repeats:
        before = [item for item in items[:place] if {*item.images} == {*items[place].images}]
        assert [item.kind for item in before] == [Kind.REAL]


@given(studies(), readers)
def test_the_repeated_images_are_of_both_arms(study: tuple[Protocol, Key], reader: str) -> None:
    protocol, key = study
    items = worklist(protocol, key, reader)
    arms = Counter(arms_of(item, key)[0] for item in items if item.kind is Kind.REPEAT)
    assert abs(arms[Arm.CONVENTIONAL] - arms[Arm.DENOISED]) <= 1


@given(studies(), readers)
def test_two_images_of_a_case_are_never_closer_than_the_washout(
    study: tuple[Protocol, Key], reader: str
) -> None:
    protocol, key = study
    places: dict[str, list[int]] = {}
    for place, item in enumerate(counted(worklist(protocol, key, reader))):
        places.setdefault(case_of(item, key), []).append(place)
    for of_case in places.values():
        assert all(late - early > protocol.washout_cases for early, late in pairwise(of_case))


@given(studies(), readers)
def test_with_washout_days_no_session_has_a_case_twice(
    study: tuple[Protocol, Key], reader: str
) -> None:
    protocol, key = study
    items = counted(worklist(protocol, key, reader))
    sessions = [item.session for item in items]
    assert sessions == sorted(sessions)
    if protocol.washout_days == 0:
        assert set(sessions) == {1}
        return
    twice = Counter((item.session, case_of(item, key)) for item in items)
    assert set(twice.values()) == {1}


@given(studies(), readers)
def test_either_arm_comes_first_or_left_equally_often(
    study: tuple[Protocol, Key], reader: str
) -> None:
    protocol, key = study
    first: dict[str, Arm] = {}
    for item in worklist(protocol, key, reader):
        if item.kind is Kind.REAL:
            first.setdefault(case_of(item, key), arms_of(item, key)[0])
    arms = Counter(first.values())
    assert abs(arms[Arm.CONVENTIONAL] - arms[Arm.DENOISED]) <= 1


@given(studies(), readers)
def test_practice_comes_first_in_both_arms_and_is_numbered_by_itself(
    study: tuple[Protocol, Key], reader: str
) -> None:
    protocol, key = study
    items = worklist(protocol, key, reader)
    practice = [item for item in items if item.kind is Kind.PRACTICE]
    assert list(items[: len(practice)]) == practice
    shown = Counter(image for item in practice for image in item.images)
    assert shown == Counter(code for code, entry in key.entries.items() if entry.practice)
    for part in (practice, counted(items)):
        assert [item.number for item in part] == [*range(1, len(part) + 1)]


@given(studies(), readers)
def test_a_pair_is_the_two_images_of_one_case(study: tuple[Protocol, Key], reader: str) -> None:
    protocol, key = study
    assume(protocol.presentation is Presentation.PAIRED)
    for item in worklist(protocol, key, reader):
        assert sorted(arms_of(item, key)) == sorted(Arm)
        assert case_of(item, key)


def test_every_order_that_is_allowed_is_about_equally_likely() -> None:
    """Chi-square of the orders of the second half of four cases, the first being 0, 1, 2, 3."""
    protocol = replace(SINGLE, washout_cases=1)
    seen: Counter[tuple[int, ...]] = Counter()
    for number in range(6000):
        key = make_key(["a", "b", "c", "d"], [], sha(number))
        cases = [case_of(item, key) for item in worklist(protocol, key, "")]
        seen[tuple(cases[:4].index(case) for case in cases[4:])] += 1
    # Place 3 at 3 means that the last case cannot come first: 4! − 3! orders.
    assert len(seen) == 18
    expected = 6000 / 18
    chi_square = sum((count - expected) ** 2 / expected for count in seen.values())
    assert chi_square < 40.8  # 17 degrees of freedom, p = 0.001


def sha(number: int) -> bytes:
    return number.to_bytes(16)


# -- codes -----------------------------------------------------------------------------------------


@given(studies(), readers)
def test_codes_are_unique_and_spell_nothing(study: tuple[Protocol, Key], reader: str) -> None:
    protocol, key = study
    codes = [item.code for item in worklist(protocol, key, reader)]
    assert len(set(codes)) == len(codes)
    for code in (*codes, *key.entries):
        assert code[::2].isalpha()
        assert code[1::2].isdigit()


@given(seeds)
def test_a_code_says_nothing_about_the_arm(seed: bytes) -> None:
    """Sorted by code, the arms are mixed: a threshold on the code tells nothing."""
    key = make_key([f"case {number}" for number in range(200)], [], seed)
    arms = [key.entries[code].arm for code in sorted(key.entries)]
    first_half = Counter(arms[:200])
    assert abs(first_half[Arm.DENOISED] - 100) < 40  # 8 standard deviations of a fair draw


def test_codes_grow_longer_before_they_run_out() -> None:
    key = make_key([f"case {number}" for number in range(6000)], [], SEED)
    codes = {item.code for item in worklist(SINGLE, key, "Dr. Ito")}
    assert len(codes) == 12000


def test_the_key_is_not_shown_by_accident() -> None:
    key = make_key(["patient 1"], [], SEED)
    assert "patient" not in repr(key)
    assert SEED.hex() not in repr(key)
    assert repr(SEED) not in repr(key)


def test_a_case_has_no_arm() -> None:
    assert "arm" not in " ".join(Case.__dataclass_fields__)
    assert not any(arm.value in repr(Case.__annotations__) for arm in Arm)


def test_the_consensus_shows_every_image_once_under_new_codes() -> None:
    items = consensus_list(["Q2", "K7", "Z3"], SEED, {"B2B2"})
    assert sorted(item.images[0] for item in items) == ["K7", "Q2", "Z3"]
    assert [item.number for item in items] == [1, 2, 3]
    taken = {item.code for item in items}
    assert not taken & {item.code for item in consensus_list(["Q2", "K7", "Z3"], SEED, taken)}


# -- what cannot be --------------------------------------------------------------------------------


def test_a_washout_that_does_not_fit_is_refused_with_the_one_that_does() -> None:
    key = make_key(["a", "b", "c"], [], SEED)
    with pytest.raises(StationError, match=r"room for 2\. .* set washout_cases to 2 or less"):
        worklist(replace(SINGLE, washout_cases=3), key, "Dr. Ito")
    assert len(worklist(replace(SINGLE, washout_cases=2), key, "Dr. Ito")) == 6


def test_more_repeats_than_cases_are_refused() -> None:
    key = make_key(["a"], [], SEED)
    with pytest.raises(StationError, match="repeats 2 images, but there are 1 cases"):
        worklist(replace(SINGLE, repeats=2), key, "Dr. Ito")


@pytest.mark.parametrize(
    ("cases", "practice"), [(["a", "a"], []), (["a"], ["a"]), (["a"], ["b", "b"])]
)
def test_a_case_chosen_twice_is_refused(cases: list[str], practice: list[str]) -> None:
    with pytest.raises(StationError, match="chosen twice"):
        make_key(cases, practice, SEED)


def test_a_study_needs_cases() -> None:
    with pytest.raises(StationError, match="needs cases"):
        make_key([], ["practice"], SEED)


def test_a_short_seed_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        make_key(["a"], [], b"short")
