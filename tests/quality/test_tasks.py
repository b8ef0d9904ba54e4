"""What graders are trained for: Table 2 of the paper, and the five grades."""

import pytest

from station.pet.image_quality import LOWEST_GOOD
from station.quality.tasks import TASKS, Task

pytestmark = pytest.mark.simulated  # loads torch


def test_sizes_are_the_paper_s_turned_to_slices_rows_columns() -> None:
    assert Task.TASK_1.size.value == (256, 128, 128)
    assert Task.TASK_2.size.value == (256, 256, 256)


def test_every_task_of_the_paper_has_a_name() -> None:
    assert {int(task) for task in Task if task is not Task.ORDINAL} == TASKS.keys()


def test_good_begins_at_the_grade_of_the_task() -> None:
    lowest = [task.lowest_good for task in Task]
    assert lowest == [4, 4, 3, 3, LOWEST_GOOD]
