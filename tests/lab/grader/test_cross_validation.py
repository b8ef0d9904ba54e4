"""Cross-validation of the paper's tasks: the figures of folds, their averages, what is missing."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from station.lab.grader.cross_validation import FoldPrediction, Measure, cross_validation, sample_of
from station.lab.grader.discrimination import Matrix, auc_of
from station.quality.tasks import TASKS, Split
from tests.quality.graded import folds


def row(patient: int, good: bool, probability: float, **values: Any) -> FoldPrediction:
    given: dict[str, Any] = {"task": 4, "fold": 0, "split": Split.VALIDATION, "epochs": 7}
    return FoldPrediction(
        patient=patient, good=good, probability_good=probability, **given | values
    )


FOLD = (
    row(1, False, 0.1),
    row(2, False, 0.6),
    row(3, True, 0.9),
    row(4, True, 0.7),
    row(5, True, 0.4),
)
"""One of two Poor called Poor, two of three Good called Good; five of six pairs in order"""


def test_each_class_is_counted_under_its_own_name():
    (found,) = cross_validation(FOLD, (4,))
    (figures,) = found.of(Split.VALIDATION)
    assert figures.rates.matrix == Matrix(found=1, missed=1, alarmed=1, passed=2)
    assert figures.of(Measure.POOR_FOUND).value == 0.5
    assert figures.of(Measure.GOOD_PASSED).value == pytest.approx(2 / 3)
    assert figures.of(Measure.ACCURACY).value == pytest.approx(3 / 5)
    assert figures.of(Measure.AUC).value == pytest.approx(5 / 6)
    assert (figures.poor, figures.good, figures.epochs) == (2, 3, 7)


def test_an_image_on_the_threshold_is_good():
    (found,) = cross_validation((row(1, False, 0.5), row(2, True, 0.5)), (4,))
    assert found.folds[0].rates.matrix == Matrix(0, 1, 0, 1)


def test_averages_are_means_over_folds_with_their_sd():
    (found,) = cross_validation(folds((4,)), (4,))
    values = [one.auc.value for one in found.of(Split.VALIDATION) if one.auc.value is not None]
    assert len(values) == 5
    average = found.averages[Split.VALIDATION, Measure.AUC]
    assert average.figure.value == pytest.approx(np.mean(values))
    assert average.sd == pytest.approx(np.std(values, ddof=1))
    assert average.folds == 5
    assert average.figure.value is not None
    assert average.figure.ci is not None
    assert average.figure.ci[0] < average.figure.value < average.figure.ci[1]
    assert average.figure.n == 89


def test_the_average_is_surer_than_a_fold():
    (found,) = cross_validation(folds((3,)), (3,))

    def width(figure):
        return figure.ci[1] - figure.ci[0]

    average = found.averages[Split.VALIDATION, Measure.ACCURACY].figure
    assert all(width(average) < width(one.rates.accuracy) for one in found.of(Split.VALIDATION))


def test_in_validation_each_patient_counts_once():
    (found,) = cross_validation(folds((1,)), (1,))
    held = found.matrix(Split.VALIDATION)
    assert held.positives + held.negatives == 89
    trained = found.matrix(Split.TRAIN)
    assert trained.positives + trained.negatives == 4 * 89


def test_folds_and_tasks_that_were_not_trained_are_named():
    found = cross_validation(folds((1, 2), (0, 3)))
    assert [one.task for one in found] == list(TASKS)
    assert [one.missing for one in found] == [
        (1, 2, 4),
        (1, 2, 4),
        (0, 1, 2, 3, 4),
        (0, 1, 2, 3, 4),
    ]
    assert found[2].folds == ()
    assert found[2].averages == {}
    assert found[0].averages[Split.VALIDATION, Measure.AUC].folds == 2


def test_one_fold_has_no_standard_deviation():
    (found,) = cross_validation(folds((4,), (2,)), (4,))
    assert found.averages[Split.TRAIN, Measure.AUC].sd is None


def test_a_fold_with_one_kind_of_image_has_no_auc_and_no_average():
    (found,) = cross_validation((row(1, True, 0.9), row(2, True, 0.2)), (4,))
    assert found.folds[0].auc.value is None
    assert found.folds[0].curve is None
    assert found.averages[Split.VALIDATION, Measure.AUC].figure.value is None
    assert found.averages[Split.VALIDATION, Measure.GOOD_PASSED].figure.value == 0.5


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (replace(FOLD[0], probability_good=0.3), "in it twice|held out twice"),
        (replace(FOLD[0], fold=1, good=True, split=Split.TRAIN), "Good in one fold and Poor"),
        (replace(FOLD[0], fold=1), "held out twice"),
        (row(9, True, 0.5, epochs=8), "one number of epochs"),
    ],
)
def test_rows_that_contradict_each_other_are_refused(more, said):
    with pytest.raises(ValueError, match=said):
        cross_validation((*FOLD, more), (4,))


def test_the_score_is_the_probability_of_poor():
    assert auc_of(sample_of(FOLD)) == pytest.approx(5 / 6)
