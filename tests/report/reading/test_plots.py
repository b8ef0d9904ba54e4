from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from station.reading.analysis import ScoreRow, analyse
from station.reading.protocol import Arm
from station.report.reading.plots import PAIRS_SHOWN, _between_readers, pictures
from tests.reading.reader_scores import study_scores, study_vois

FEW = 200


@pytest.fixture(autouse=True)
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small pictures: what is drawn does not change."""
    monkeypatch.setattr("station.report.reading.plots.DPI", 50)


def pixels(png: bytes) -> np.ndarray:
    """RGB uint8 (rows, columns, 3)."""
    with Image.open(BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"))


def names(analysis) -> list[str]:
    return [picture.name for picture in pictures(analysis)]


@pytest.mark.simulated
def test_every_kind_of_figure_is_drawn_with_both_colours_where_it_shows_arms():
    drawn = pictures(analyse(study_scores(), study_vois(), FEW))
    assert [picture.name for picture in drawn] == [
        "scores",
        "vgc",
        "agreement",
        "readers",
        "readers-bland-altman",
        "tissues",
        "lesions",
        "bland-altman",
    ]
    for picture in drawn:
        image = pixels(picture.png).astype(int)
        assert picture.caption
        assert (image < 100).all(axis=2).any(), "ink"
        if picture.name in ("scores", "tissues", "lesions"):
            red, _, blue = image.transpose(2, 0, 1)
            assert (red - blue > 120).any(), "orange"
            assert (blue - red > 100).any(), "blue"


def test_one_reader_has_no_figures_of_agreement():
    found = names(analyse(study_scores(readers=("Dr. Ito",), repeats=0), (), FEW))
    assert found == ["scores", "vgc"]


def test_vois_alone_have_their_figures():
    assert names(analyse((), study_vois(lesions=0), FEW)) == ["tissues"]


@pytest.mark.parametrize(("before", "after"), [(3, 3), (3, 4)])
def test_a_study_without_any_spread_is_drawn_too(before: int, after: int):
    rows = [
        ScoreRow(reader, str(case), arm, "noise", score)
        for reader in ("A", "B")
        for case in range(3)
        for arm, score in zip(Arm, (before, after), strict=True)
    ]
    assert "scores" in names(analyse(rows, study_vois(cases=1, lesions=1), FEW))


@pytest.mark.simulated
def test_many_readers_are_shown_by_some_of_their_pairs():
    four = analyse(study_scores(cases=3, readers=tuple("ABCD"), repeats=0), (), FEW)
    three = analyse(study_scores(cases=3, readers=tuple("ABC"), repeats=0), (), FEW)
    assert len(four.agreement["overall"].cohen) == 6
    assert len(three.agreement["overall"].cohen) == PAIRS_SHOWN
    few, many = _between_readers(three), _between_readers(four)
    assert few is not None
    assert many is not None
    assert few.name == many.name == "readers"
    assert pixels(many.png).shape == pixels(few.png).shape
