"""Figures take labels of every script; the faces come with the program."""

import warnings
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from station.installed import resource
from station.report.faces import BOLD, FONT, OTHER_FACES, figure_png, file_of, use_in_figures
from tests.report.test_paper import NAMES


def drawn(label: str) -> np.ndarray:
    use_in_figures()
    figure = Figure(figsize=(4, 0.6))
    figure.text(0.02, 0.3, label)
    with Image.open(BytesIO(figure_png(figure, dpi=100))) as image:
        return np.asarray(image.convert("L"))


@pytest.mark.parametrize("name", [*NAMES, "👩", "a\x00b"])
def test_a_figure_takes_any_label(name: str):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert drawn(name).min() < 100


def test_a_dollar_sign_in_a_label_does_not_begin_a_formula():
    # As a formula the second would be as wide as the first.
    wide = [np.flatnonzero((drawn(label) < 128).any(axis=0)).max() for label in ("ab", "$ab$")]
    assert wide[1] > wide[0] + 5


def test_a_label_of_another_script_is_not_drawn_as_boxes():
    assert not np.array_equal(drawn("山田"), drawn("\ue0ff\ue0ff"))
    assert not np.array_equal(drawn("山田"), drawn("田山"))


def test_the_faces_come_with_their_licence():
    licence = resource("fonts", "paper", "OFL.txt").read_text(encoding="utf-8")
    for face in (FONT, BOLD, *OTHER_FACES):
        assert file_of(face).is_file()
        assert f"{face}.ttf" in licence
