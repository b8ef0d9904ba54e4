"""Foci: matched between the arms and with the truth, and the figure of merit by definition."""

import numpy as np
import pytest

from station.errors import StationError
from station.reading.bootstrap import draw_cases
from station.reading.foci import (
    ALL,
    Concordance,
    LesionRow,
    MarkRow,
    compare_foci,
    matched,
    size_of,
)
from station.reading.protocol import Arm
from tests.reading import known

C, DL = Arm.CONVENTIONAL, Arm.DENOISED
A, B, FAR = (0.0, 0.0, 0.0), (50.0, 0.0, 0.0), (0.0, 0.0, 300.0)
FEW = 200


def near(place: tuple[float, float, float], mm: float = 4.0) -> tuple[float, float, float]:
    return (place[0] + mm, place[1], place[2])


def marks(reader: str, case: str, arm: Arm, *foci: tuple, site: str = "") -> list[MarkRow]:
    """Of (position, confidence); without any the image was read and nothing was marked."""
    if not foci:
        return [MarkRow(reader, case, arm, "foci", None)]
    return [MarkRow(reader, case, arm, "foci", place, sure, site) for place, sure in foci]


def compared(rows: list[MarkRow], lesions: list[LesionRow] | None = None):
    bootstrap = draw_cases((row.case for row in rows), FEW)
    return compare_foci(rows, bootstrap, lesions or [])


# --- matching -------------------------------------------------------------------------------------


def test_marks_are_matched_one_to_one_and_no_farther_than_the_reach():
    assert matched([A, B], [near(B), near(A)], [10, 10]) == [(0, 1), (1, 0)]
    assert matched([A], [near(A, 11)], [10]) == []
    assert matched([A, near(A)], [near(A, 1)], [10]) == [(0, 0)]


def test_as_many_as_possible_are_matched_before_the_closest():
    """The nearest pair alone would leave two marks without a partner."""
    first, second = [(0.0, 0.0, 0.0), (9.0, 0.0, 0.0)], [(8.0, 0.0, 0.0), (18.0, 0.0, 0.0)]
    assert matched(first, second, [10, 10]) == [(0, 0), (1, 1)]


# --- the arms -------------------------------------------------------------------------------------


def test_foci_are_counted_by_the_arms_in_which_they_were_marked():
    rows = [
        *marks("Ito", "1", C, (A, 4), (FAR, 2), site="liver"),
        *marks("Ito", "1", DL, (near(A), 5), (B, 3), site="liver"),
        *marks("Ito", "2", C),
        *marks("Ito", "2", DL, (A, 3)),
    ]
    found = compared(rows)
    assert found.concordance[ALL] == Concordance(both=1, only_conventional=1, only_dl=2)
    assert found.concordance["site liver"] == Concordance(1, 1, 1)
    assert found.share.value == pytest.approx(1 / 4)
    assert (found.cases, found.marks) == (2, (2, 3))
    assert found.detection is None


def test_swapping_the_arms_swaps_what_is_in_one_only():
    rows = [*marks("a", "1", C, (A, 4), (FAR, 2)), *marks("a", "1", DL, (near(A), 5))]
    swapped = [
        MarkRow(r.reader, r.case, DL if r.arm is C else C, r.criterion, r.position_mm, r.confidence)
        for r in rows
    ]
    one, other = compared(rows).concordance[ALL], compared(swapped).concordance[ALL]
    assert (one.both, one.only_conventional, one.only_dl) == (
        other.both,
        other.only_dl,
        other.only_conventional,
    )


def test_a_reading_of_one_arm_is_left_out_and_counted():
    rows = [*marks("a", "1", C, (A, 4)), *marks("a", "1", DL, (A, 4)), *marks("a", "2", C, (A, 4))]
    found = compared(rows)
    assert found.concordance[ALL] == Concordance(1, 0, 0)
    assert found.notes == ("1 reading has one arm only and was left out.",)


def test_no_mark_at_all_is_a_sentence():
    found = compared([*marks("a", "1", C), *marks("a", "1", DL)])
    assert (found.share.value, found.share.note) == (None, "No focus was marked.")
    assert found.concordance == {}


# --- the truth ------------------------------------------------------------------------------------

TRUTH = [
    LesionRow("1", "small", A, 8.0),
    LesionRow("1", "large", B, 40.0),
    LesionRow("2", "", None),
]


def test_sensitivity_is_by_size_and_false_marks_a_case():
    rows = [
        *marks("a", "1", C, (near(B, 15), 4), (FAR, 2)),
        *marks("a", "1", DL, (near(A), 5), (near(B), 3)),
        *marks("a", "2", C, (A, 1)),
        *marks("a", "2", DL),
    ]
    found = known(compared(rows, TRUTH).detection)
    assert found[C].sensitivity == {
        ALL: (1, 2),
        "lesions of 0 to 10 mm": (0, 1),
        "lesions of 20 mm or more": (1, 1),
    }, "a mark 15 mm from the centre of a lesion of 40 mm is on it"
    assert (found[C].false_marks, found[C].false_marks_a_case) == (2, 1.0)
    assert found[DL].sensitivity[ALL] == (2, 2)
    assert found[DL].false_marks_a_case == 0.0


def test_lesions_marked_in_either_arm_are_concordant_by_size():
    rows = [*marks("a", "1", C, (B, 4)), *marks("a", "1", DL, (A, 5), (B, 3))]
    found = compared(rows, TRUTH).concordance
    assert found["lesions of 0 to 10 mm"] == Concordance(0, 0, 1)
    assert found["lesions of 20 mm or more"] == Concordance(1, 0, 0)


def test_the_figure_of_merit_is_the_chance_that_a_lesion_is_rated_above_a_false_mark():
    """By hand: case 1 has lesions rated 4 and 0 (unmarked), case 3 one rated 2; the cases without
    lesions have a highest false mark of 3 and of nothing."""
    truth = [*TRUTH, LesionRow("3", "one", A, 12.0), LesionRow("4", "", None)]
    rows = [
        *marks("a", "1", C, (A, 4)),
        *marks("a", "2", C, (B, 3), (FAR, 1)),
        *marks("a", "3", C, (A, 2)),
        *marks("a", "4", C),
    ]
    rows += [MarkRow(r.reader, r.case, DL, r.criterion, r.position_mm, r.confidence) for r in rows]
    expected = np.mean([(1 + 0) / 2, (1 + 0.5) / 2, 0, 1])
    found = compared(rows, truth)
    assert known(found.merit)[C] == pytest.approx(expected)
    assert known(found.merit_difference).effect == pytest.approx(0)


def test_perfect_readers_have_a_figure_of_merit_of_one_and_silent_ones_of_one_half():
    rows = [
        *marks("a", "1", C),
        *marks("a", "1", DL, (A, 5), (B, 5)),
        *marks("a", "2", C),
        *marks("a", "2", DL),
    ]
    assert compared(rows, TRUTH).merit == {C: 0.5, DL: 1.0}


def test_the_difference_takes_readers_and_cases_as_samples():
    chance = np.random.default_rng(1)
    rows, truth = [], []
    for case in range(16):
        ill = case % 2 == 0
        truth.append(LesionRow(str(case), "l", A if ill else None, 9.0 if ill else None))
        for reader in ("a", "b", "c"):
            for arm, better in ((C, 0.4), (DL, 0.8)):
                foci = [(A, int(chance.integers(2, 6)))] if ill and chance.random() < better else []
                foci += [(FAR, 1)] if chance.random() < 0.3 else []
                rows += marks(reader, str(case), arm, *foci)
    found = known(compared(rows, truth).merit_difference)
    assert [each.reader for each in found.of_readers] == ["a", "b", "c"]
    first = known(found.first)
    assert known(first.ci)[0] < known(found.effect) < known(first.ci)[1]
    assert known(found.effect) > 0


def test_without_cases_without_lesions_every_case_is_compared_and_a_note_says_so():
    truth = [LesionRow("1", "x", A, 8.0), LesionRow("2", "y", A, 8.0)]
    rows = [
        *marks("a", "1", C, (A, 3)),
        *marks("a", "1", DL, (A, 3)),
        *marks("a", "2", C, (A, 3), (FAR, 4)),
        *marks("a", "2", DL, (A, 3)),
    ]
    found = compared(rows, truth)
    assert "wAFROC1" in found.notes[0]
    assert known(found.merit) == {C: 0.5, DL: 1.0}


def test_a_case_of_unknown_truth_counts_for_concordance_alone():
    rows = [*marks("a", "1", C, (A, 3)), *marks("a", "1", DL, (A, 3))]
    rows += [*marks("a", "9", C, (A, 3)), *marks("a", "9", DL, (A, 3))]
    found = compared(rows, TRUTH)
    assert found.concordance[ALL].both == 2
    assert known(found.detection)[C].readings == 1
    assert any("The truth of 1 case is not known" in note for note in found.notes)


def test_a_truth_that_contradicts_itself_is_refused():
    rows = [*marks("a", "1", C), *marks("a", "1", DL)]
    with pytest.raises(StationError, match='Lesion "small" of case 1 is there twice'):
        compared(rows, [TRUTH[0], TRUTH[0]])
    with pytest.raises(StationError, match="a line that says it has none"):
        compared(rows, [TRUTH[0], LesionRow("1", "", None)])


def test_sizes_begin_at_their_lower_limit():
    assert [size_of(mm) for mm in (9.9, 10.0, 20.0, None)] == [
        "lesions of 0 to 10 mm",
        "lesions of 10 to 20 mm",
        "lesions of 20 mm or more",
        "lesions of unknown size",
    ]
