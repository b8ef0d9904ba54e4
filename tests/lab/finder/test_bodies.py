from pathlib import Path

import numpy as np
import pytest

from station.lab.finder.bodies import drawn_body, keep_bodies, labelled, load_body, real_body
from station.quality.finder.made_up import UNKNOWN
from station.quality.organs import Tissue

pytestmark = pytest.mark.simulated


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return keep_bodies(tmp_path_factory.mktemp("bodies"), [3, 4])


def test_a_kept_body_is_the_one_that_was_drawn(kept: list[Path]) -> None:
    drawn, loaded = labelled(drawn_body(3)), load_body(kept[0])
    assert (drawn.codes == loaded.codes).all()
    assert (drawn.tissue == loaded.tissue).all()
    assert loaded.step_mm == drawn.step_mm


def test_volumes_are_a_humans(kept: list[Path]) -> None:
    for path in kept:
        body = load_body(path)
        cells = body.tissue[body.codes]
        litres = {tissue: (cells == tissue).sum() * body.step_mm**3 / 1e6 for tissue in Tissue}
        assert 0.8 < litres[Tissue.LIVER] < 2.6
        assert 1.5 < litres[Tissue.LUNGS] < 7
        assert 0.9 < litres[Tissue.BRAIN] < 1.7
        assert 0.15 < litres[Tissue.KIDNEYS] < 0.6


def test_uptake_and_hu_belong_to_the_tissue(kept: list[Path]) -> None:
    body = load_body(kept[0])
    lungs = np.unique(body.codes[body.tissue[body.codes] == Tissue.LUNGS])
    liver = np.unique(body.codes[body.tissue[body.codes] == Tissue.LIVER])
    assert (body.hu[lungs] < -500).all()
    assert (body.hu[liver] > 20).all()
    assert body.suv[lungs].max() < body.suv[liver].min()


def test_what_is_there_is_not_drawn_again(kept: list[Path]) -> None:
    before = kept[0].stat().st_mtime_ns
    keep_bodies(kept[0].parent, [3])
    assert kept[0].stat().st_mtime_ns == before


def test_a_real_body_has_its_organs_and_its_unknown_places() -> None:
    bodies = [real_body(seed) for seed in range(4)]
    for body in bodies:
        cells = body.tissue[body.codes]
        litres = {tissue: (cells == tissue).sum() * body.step_mm**3 / 1e6 for tissue in Tissue}
        assert 0.7 < litres[Tissue.LIVER] < 3.5
        assert 1.0 < litres[Tissue.LUNGS] < 9
        assert litres[Tissue.LESION] == 0
    assert any((body.tissue[body.codes] == UNKNOWN).any() for body in bodies)
