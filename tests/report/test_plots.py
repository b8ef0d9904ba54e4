"""The report of a grader: its figures, the paper's values, PDF and Markdown."""

from io import BytesIO
from math import nan
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from station.errors import StationError
from station.lab.grader.paper import (
    FIGURE_6,
    FIGURE_8,
    TABLE_2,
    TABLE_3,
    TABLE_4,
    TABLE_4_AVERAGE,
    TRAIN,
    VALIDATION,
)
from station.report.document import (
    Document,
    Picture,
    Section,
    Table,
    as_markdown,
    write_document,
)
from station.report.plots import (
    BarPanel,
    Bars,
    ConfusionPanel,
    Marks,
    ReliabilityPanel,
    RocCurve,
    RocPanel,
    draw_bars,
    draw_confusion,
    draw_lines,
    draw_reliability,
    draw_roc,
)

MISPRINT = 10
"""Poor training images that Table 3 lacks in task 4's fold 4: it prints 24 for 34"""


def images(fold: int, split: str) -> tuple[int, int]:
    """(Poor, Good) of task 4, the misprint put right."""
    dealt = TABLE_3[4][fold]
    if split == VALIDATION:
        return dealt.poor_validation, dealt.good_validation
    return dealt.poor_train + (MISPRINT if fold == 4 else 0), dealt.good_train


# --- what the paper says


@pytest.mark.parametrize("split", [TRAIN, VALIDATION])
def test_in_table_4_good_is_the_positive_class(split):
    for fold, printed in enumerate(TABLE_4[split]):
        poor, good = images(fold, split)
        assert printed.poor_found is not None
        assert printed.good_passed is not None
        found, passed = round(printed.poor_found * poor), round(printed.good_passed * good)
        # The paper prints two digits, some of them cut off and not rounded.
        assert found / poor == pytest.approx(printed.poor_found, abs=0.0101)
        assert passed / good == pytest.approx(printed.good_passed, abs=0.0101)
        accuracy = (found + passed) / (poor + good)
        assert accuracy == pytest.approx(printed.accuracy, abs=0.0101)


def test_in_table_4_poor_is_not_the_positive_class():
    poor, good = images(0, VALIDATION)
    printed = TABLE_4[VALIDATION][0]
    assert printed.sensitivity is not None
    assert printed.specificity is not None
    found = round(printed.sensitivity * poor) / poor
    passed = round(printed.specificity * good) / good
    assert abs(found - printed.sensitivity) > 0.02
    assert abs(passed - printed.specificity) > 0.02


@pytest.mark.parametrize("split", [TRAIN, VALIDATION])
def test_figure_8_follows_from_tables_3_and_4(split):
    found = np.zeros((2, 2), int)
    for fold, printed in enumerate(TABLE_4[split]):
        poor, good = images(fold, split)
        assert printed.poor_found is not None
        assert printed.good_passed is not None
        called_poor, passed = round(printed.poor_found * poor), round(printed.good_passed * good)
        found += [[called_poor, poor - called_poor], [good - passed, passed]]
    assert tuple(map(tuple, found.tolist())) == FIGURE_8[split]


def test_each_image_of_the_paper_is_validated_once():
    for task, poor in ((1, 56), (2, 56), (3, 44), (4, 44)):
        dealt = TABLE_3[task]
        assert sum(one.poor_validation for one in dealt) == poor
        assert sum(one.good_validation for one in dealt) == 89 - poor
        assert {one.good_train + one.good_validation for one in dealt} == {89 - poor}
    wrong = {one.poor_train + one.poor_validation for one in TABLE_3[4]}
    assert wrong == {44, 44 - MISPRINT}


def test_averages_of_table_4_are_those_of_its_folds():
    for split, average in TABLE_4_AVERAGE.items():
        for place, printed in enumerate(average):
            values = [fold[place] for fold in TABLE_4[split]]
            mean = np.mean([value for value in values if value is not None])
            # Half a digit of the average and of each fold
            assert mean == pytest.approx(printed, abs=0.0101)


def test_figure_6_and_table_2_have_every_task():
    assert set(FIGURE_6) == {(task, split) for task in TABLE_2 for split in (TRAIN, VALIDATION)}


# --- figures


def pixels(png: bytes) -> np.ndarray:
    with Image.open(BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"))


def has(png: bytes, colour: tuple[int, int, int]) -> bool:
    return bool((pixels(png) == colour).all(axis=2).any())


BARS = BarPanel(
    "(a) training",
    ("task 1", "task 2"),
    (
        Bars("Accuracy", (0.9, nan), (0.05, nan), (0.87, 0.45)),
        Bars("AUC", (0.95, nan), (nan, nan), (0.94, nan)),
    ),
)
CURVE = RocCurve("mean", np.array([0.0, 0.0, 1.0]), np.array([0.0, 0.8, 1.0]))
FOLD = RocCurve("fold 0", np.array([0.0, 0.3, 1.0]), np.array([0.0, 0.9, 1.0]), main=False)
ROC = RocPanel("validation", (FOLD, CURVE), (0.1, 0.9), (0.2, 0.8))
CONFUSION = ConfusionPanel("validation", ("Poor", "Good"), ((35, 9), (4, 41)))
RELIABILITY = ReliabilityPanel(
    "Good", "said", "happened", (0.2, 0.8), (0.3, 0.7), (0.1, nan), (0.5, nan)
)
MARKS = Marks("by its own probability", (0.9, nan), (0.8, nan), (0.95, nan))


@pytest.mark.parametrize(
    "png",
    [
        pytest.param(lambda: draw_bars([BARS, BARS]), id="bars"),
        pytest.param(lambda: draw_roc([ROC, ROC]), id="roc"),
        pytest.param(lambda: draw_confusion([CONFUSION]), id="confusion"),
        pytest.param(lambda: draw_reliability([RELIABILITY]), id="reliability"),
        pytest.param(lambda: draw_lines(["one", "two"], [MARKS], 0.85, "AUC"), id="lines"),
    ],
)
def test_a_figure_has_something_in_it_and_a_white_margin(png):
    found = pixels(png())
    assert found.std() > 5
    assert found.mean() > 150
    for edge in (found[:3], found[-3:], found[:, :3], found[:, -3:]):
        assert (edge > 240).all()


def test_a_task_that_was_not_trained_is_said_to_be_so():
    every = BarPanel("(a)", ("task 1",), (Bars("AUC", (0.9,), (0.1,), (nan,)),))
    none = BarPanel("(a)", ("task 1",), (Bars("AUC", (nan,), (nan,), (nan,)),))
    assert has(draw_bars([none]), (0x5A, 0x62, 0x70))
    assert not has(draw_bars([every]), (0x5A, 0x62, 0x70))


@pytest.mark.parametrize(
    ("empty", "full"),
    [
        (lambda: draw_roc([RocPanel("x", ())]), lambda: draw_roc([RocPanel("x", (CURVE,))])),
        (
            lambda: draw_reliability([ReliabilityPanel("x", "", "", (), (), (), ())]),
            lambda: draw_reliability([RELIABILITY]),
        ),
        (
            lambda: draw_lines([], [], 0.85, "AUC"),
            lambda: draw_lines(["one", "two"], [MARKS], 0.85, "AUC"),
        ),
        (
            lambda: draw_confusion([ConfusionPanel("x", ("Poor", "Good"), ((0, 0), (0, 3)))]),
            lambda: draw_confusion([CONFUSION]),
        ),
    ],
)
def test_a_figure_of_nothing_does_not_fail(empty, full):
    assert empty() != full()


# --- documents

DOCUMENT = Document(
    "Evaluation of a grader_1",
    ("200 patients",),
    (
        Section(
            "What was reached",
            ("1 of 2 lines <b>.",),
            (
                Table(
                    ("", "target"),
                    (("AUC | all", "≥ 0.95"), ("*kappa*", "≥ 0.80")),
                    title="Poor told from Good",
                    notes=("A note.",),
                    met=(True, None),
                ),
                Picture("roc", draw_roc([ROC]), "ROC curves."),
            ),
        ),
    ),
    "For research.",
)


def test_markdown_holds_tables_figures_and_verdicts():
    lines = as_markdown(DOCUMENT).splitlines()
    assert lines[0] == r"# Evaluation of a grader\_1"
    assert "| AUC \\| all | ≥ 0.95 | reached |" in lines
    assert "| \\*kappa\\* | ≥ 0.80 | not measured |" in lines
    assert "![roc](roc.png)" in lines
    assert "1 of 2 lines \\<b\\>." in lines
    assert "> For research." in lines


def test_the_report_is_pdf_markdown_and_figures(tmp_path: Path):
    written = write_document(DOCUMENT, tmp_path / "new", "evaluation.pdf", "evaluation.md")
    assert [path.name for path in written] == ["evaluation.pdf", "evaluation.md", "roc.png"]
    assert written[0].read_bytes().startswith(b"%PDF")
    assert written[2].read_bytes() == DOCUMENT.pictures[0].png


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StationError, match="Choose another folder"):
        write_document(DOCUMENT, tmp_path / "file" / "below", "evaluation.pdf")
