"""What Zhang et al. 2023 published, to be compared with."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

TRAIN, VALIDATION = "train", "validation"


class Published(NamedTuple):
    """Figures of the paper under its own names; None: it gives none.

    It does not say which class is positive, but its Tables 3 and 4 together do: the specificity
    0.75 and sensitivity 0.90 of fold 0's validation are 6 of 8 Poor and 9 of 10 Good images, and
    all ten lines come out so. Good is positive there; `station evaluate grader` finds Poor.
    """

    accuracy: float | None
    specificity: float | None
    sensitivity: float | None
    auc: float | None

    @property
    def poor_found(self) -> float | None:
        """Share of Poor images called Poor: the sensitivity of `station evaluate grader`."""
        return self.specificity

    @property
    def good_passed(self) -> float | None:
        """Share of Good images called Good: the specificity of `station evaluate grader`."""
        return self.sensitivity


FIGURE_6: Mapping[tuple[int, str], Published] = MappingProxyType(
    {
        (1, TRAIN): Published(0.87, 0.86, 0.90, 0.94),
        (1, VALIDATION): Published(0.74, 0.75, 0.77, 0.79),
        (2, TRAIN): Published(0.45, 0.35, 0.62, 0.51),
        (2, VALIDATION): Published(0.58, 0.45, 0.74, 0.51),
        (3, TRAIN): Published(None, 0.54, 0.95, None),
        (3, VALIDATION): Published(0.67, 0.42, 0.95, 0.79),
        (4, TRAIN): Published(0.77, 0.71, 0.83, 0.86),
        (4, VALIDATION): Published(0.85, 0.79, 0.91, 0.91),
    }
)
"""By task and split, of its caption; of task 4's validation, of the abstract. Two values of task 3
could not be read in the copy at hand. Where the paper gives two values see CONTRADICTIONS."""


TABLE_2: Mapping[int, tuple[str, str]] = MappingProxyType(
    {
        1: ("128*128*256", "1/2/3-4/5"),
        2: ("256*256*256", "1/2/3-4/5"),
        3: ("128*128*256", "1/2-3/4/5"),
        4: ("256*256*256", "1/2-3/4/5"),
    }
)
"""Size of the input and grouping of the grades, as printed"""


class Dealt(NamedTuple):
    """Images of a fold, as printed."""

    poor_train: int
    poor_validation: int
    good_train: int
    good_validation: int


_GRADE_3_IS_POOR = (
    Dealt(44, 12, 27, 6),
    Dealt(43, 13, 28, 5),
    Dealt(48, 8, 23, 10),
    Dealt(44, 12, 27, 6),
    Dealt(45, 11, 27, 6),
)


_GRADE_3_IS_GOOD = (
    Dealt(36, 8, 35, 10),
    Dealt(34, 10, 37, 8),
    Dealt(37, 7, 34, 11),
    Dealt(35, 9, 36, 9),
    Dealt(24, 10, 38, 7),
)


TABLE_3: Mapping[int, tuple[Dealt, ...]] = MappingProxyType(
    {1: _GRADE_3_IS_POOR, 2: _GRADE_3_IS_POOR, 3: _GRADE_3_IS_GOOD, 4: _GRADE_3_IS_GOOD}
)
"""By task: its folds"""


TABLE_4: Mapping[str, tuple[Published, ...]] = MappingProxyType(
    {
        TRAIN: (
            Published(0.85, 0.78, 0.91, 0.93),
            Published(0.69, 0.71, 0.68, 0.78),
            Published(0.76, 0.68, 0.85, 0.89),
            Published(0.83, 0.80, 0.86, 0.89),
            Published(0.81, 0.68, 0.92, 0.84),
        ),
        VALIDATION: (
            Published(0.83, 0.75, 0.90, 0.79),
            Published(0.83, 0.90, 0.75, 0.93),
            Published(0.94, 0.86, 1.00, 0.99),
            Published(0.89, 0.89, 0.89, 0.96),
            Published(0.77, 0.60, 1.00, 0.93),
        ),
    }
)
"""Task 4, by split: its folds"""


TABLE_4_AVERAGE: Mapping[str, Published] = MappingProxyType(
    {TRAIN: Published(0.79, 0.73, 0.85, 0.86), VALIDATION: Published(0.85, 0.80, 0.91, 0.92)}
)


FIGURE_8: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = MappingProxyType(
    {TRAIN: ((128, 48), (28, 152)), VALIDATION: ((35, 9), (4, 41))}
)
"""Task 4, all folds together: Poor and Good images (rows) called Poor and Good. Not printed in the
text: worked out from Tables 3 and 4, with 34 for the misprinted 24"""


CONTRADICTIONS = (
    (
        "Task 4, training: Figure 6 and the abstract say accuracy 0.77, specificity 0.71 and "
        "sensitivity 0.83; the averages of Table 4 are 0.79, 0.73 and 0.85."
    ),
    (
        "Task 4, validation: the abstract says specificity 0.79 and AUC 0.91; Table 4 and the text "
        "0.80 and 0.92."
    ),
    (
        "Task 1, training: specificity 0.85 in the text and 0.86 in the caption of Figure 6. "
        "Validation: specificity 0.77 and sensitivity 0.75 in the text, the other way about in the "
        "caption."
    ),
    (
        "Table 3, tasks 3 and 4, fold 4: 24 Poor training images, where 34 of the 44 are left; and "
        "folds 4 hold 17 validation images, not 18."
    ),
    "The learning rate is 0.00001 in one sentence and 0.01 at the start in the next.",
)
