"""What graders are trained for, and the files of a training."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from station.pet.image_quality import LOWEST_GOOD

if TYPE_CHECKING:
    from station.quality.field import Size

CHECKPOINT = "checkpoint.pt"
WEIGHTS = "weights.safetensors"
PREDICTIONS = "predictions.csv"
LOG = "log.csv"
RECIPE = "recipe.toml"


class PaperTask(NamedTuple):
    """A row of the paper's Table 2."""

    shape: tuple[int, int, int]
    """Voxels of the input, in the paper's order"""
    lowest_good: int


TASKS: Mapping[int, PaperTask] = {
    1: PaperTask((128, 128, 256), 4),
    2: PaperTask((256, 256, 256), 4),
    3: PaperTask((128, 128, 256), 3),
    4: PaperTask((256, 256, 256), 3),
}


class Task(StrEnum):
    """The learning task: one of the paper's, or the five grades."""

    TASK_1 = "1"
    TASK_2 = "2"
    TASK_3 = "3"
    TASK_4 = "4"
    ORDINAL = "ordinal"

    @property
    def size(self) -> "Size":
        from station.quality.field import Size  # torch, which the tables of folds do not need

        if self is Task.ORDINAL:
            return Size.SMALL
        columns, rows, slices = TASKS[int(self)].shape
        return Size((slices, rows, columns))

    @property
    def lowest_good(self) -> int:
        """The lowest grade that counts as good."""
        return LOWEST_GOOD if self is Task.ORDINAL else TASKS[int(self)].lowest_good


class Split(StrEnum):
    TRAIN = "train"
    VALIDATION = "validation"
