"""Who is scanned: as different as patients are."""

import numpy as np

from station.lab.foreign.people import drawn_build


def test_people_differ_as_people_do():
    rng = np.random.default_rng(0)
    people = [drawn_build(rng) for _ in range(400)]
    bmi = np.array([one.bmi for one in people])
    assert bmi.min() >= 15
    assert bmi.max() <= 45
    assert (bmi > 30).mean() > 0.1
    assert 0.4 < np.mean([one.arms_up for one in people]) < 0.8
    assert {one.woman for one in people} == {True, False}
