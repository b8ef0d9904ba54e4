"""Foreign bodies: volumes and places that sectional anatomy knows."""

from dataclasses import replace

import numpy as np
import pytest

from station.lab.foreign.anatomy.canvas import PIXEL_MM
from station.lab.foreign.bodies import Body, make_body
from station.lab.foreign.people import Build, drawn_build, drawn_uptake
from station.quality.organs import Tissue

VOLUME_L = {
    Tissue.LUNGS: (2.0, 7.5),
    Tissue.LIVER: (0.8, 3.2),
    Tissue.SPLEEN: (0.06, 0.6),
    Tissue.HEART: (0.2, 0.8),
    Tissue.KIDNEYS: (0.1, 0.5),
    Tissue.BRAIN: (0.9, 1.9),
    Tissue.BLADDER: (0.02, 0.5),
}


def drawn(seed: int, **build: object) -> Body:
    rng = np.random.default_rng(seed)
    person: Build = replace(drawn_build(rng), **build)
    person = replace(person, top_mm=1.01 * person.stature_mm)
    return make_body(person, drawn_uptake(rng), rng, lesions=3)


@pytest.fixture(scope="module", params=[(1, 21.0, True), (2, 36.0, False)])
def body(request) -> Body:
    seed, bmi, arms_up = request.param
    return drawn(seed, bmi=bmi, arms_up=arms_up, kidneys=(True, True))


def middle_mm(body: Body, tissue: Tissue) -> np.ndarray:
    """x, y, z"""
    z, y, x = np.argwhere(body.tissue == tissue).mean(axis=0)
    return np.array(
        [
            np.interp(at, np.arange(len(axis)), axis)
            for at, axis in ((x, body.axes.x_mm), (y, body.axes.y_mm), (z, body.axes.z_mm))
        ]
    )


def test_organs_have_the_volumes_of_a_persons(body):
    for tissue, (low, high) in VOLUME_L.items():
        litres = (body.tissue == tissue).sum() * PIXEL_MM**3 / 1e6
        assert low < litres < high, tissue.name


def test_organs_are_where_they_are_in_a_person(body):
    at = {tissue: middle_mm(body, tissue) for tissue in VOLUME_L}
    assert at[Tissue.LIVER][0] < -20
    assert at[Tissue.SPLEEN][0] > 40
    assert at[Tissue.SPLEEN][1] > at[Tissue.LIVER][1]
    heights = [at[t][2] for t in (Tissue.BLADDER, Tissue.KIDNEYS, Tissue.LIVER, Tissue.HEART)]
    assert heights == sorted(heights)
    assert at[Tissue.HEART][2] < at[Tissue.BRAIN][2]


def test_the_ct_agrees_with_the_tissues(body):
    known = {Tissue.LUNGS: -790, Tissue.LIVER: 58, Tissue.BRAIN: 36, Tissue.MUSCLE: 52}
    for tissue, hu in known.items():
        assert np.median(body.hu[body.tissue == tissue]) == pytest.approx(
            hu, abs=120 if hu < 0 else 3
        )
    assert np.median(body.hu[body.tissue == Tissue.AIR]) == -1000


def test_uptake_agrees_with_the_tissues(body):
    grow = (body.build.bmi / 24.0) ** 0.3
    for tissue, suv in (
        (Tissue.LIVER, body.uptake.liver),
        (Tissue.SPLEEN, body.uptake.spleen),
        (Tissue.BLADDER, body.uptake.bladder),
        (Tissue.BLOOD, body.uptake.blood),
    ):
        assert np.median(body.suv[body.tissue == tissue]) == pytest.approx(suv * grow, rel=0.06)
    assert (body.suv[body.tissue == Tissue.AIR] == 0).all()


def test_arms_are_above_the_shoulders_or_beside_the_hips(body):
    z = body.axes.z_mm[np.flatnonzero((body.tissue == Tissue.ARMS).any(axis=(1, 2)))]
    if body.build.arms_up:
        assert z.min() > 0.74 * body.build.stature_mm
    else:
        assert z.min() < 0.55 * body.build.stature_mm


def test_lesions_take_up_more_than_what_is_around(body):
    assert 1 <= len(body.lesions) <= 3
    assert body.suv[body.tissue == Tissue.LESION].min() > 1.5


def test_a_missing_kidney_is_not_painted():
    body = drawn(3, kidneys=(False, True), scoliosis_mm=0.0, bmi=24.0)
    columns = np.flatnonzero((body.tissue == Tissue.KIDNEYS).any(axis=(0, 1)))
    assert (body.axes.x_mm[columns] > 0).all()
