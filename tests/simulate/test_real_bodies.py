"""Bodies of real people, against what is known of human anatomy."""

import numpy as np
import pytest

from station.installed import resource
from station.simulate.real_bodies import (
    BEND_MM,
    CELL_MM,
    HU,
    Part,
    RealBody,
    deformed,
    real_bodies,
)

BODIES = real_bodies()
EVERY_BODY = pytest.mark.parametrize("body", BODIES, ids=[body.name for body in BODIES])
VOLUMES_ML = {
    "liver": ((Part.LIVER,), 900, 2500),
    "spleen": ((Part.SPLEEN,), 80, 500),
    "kidneys": ((Part.KIDNEY,), 200, 500),
    "lungs": ((Part.LUNG,), 2000, 7000),
    "heart": ((Part.HEART, Part.MYOCARDIUM), 400, 1000),
    "left ventricle wall": ((Part.MYOCARDIUM,), 40, 250),
    "brain": ((Part.BRAIN,), 1100, 1600),
}


def centre_mm(body: RealBody, *parts: Part) -> np.ndarray:
    return body.geometry.to_patient(np.argwhere(np.isin(body.parts, parts))).mean(axis=0)


def test_there_are_four_bodies_of_both_sexes_with_arms_up_and_down():
    assert len(BODIES) >= 4
    assert {body.sex for body in BODIES} >= {"F", "M"}
    assert {body.arms for body in BODIES} == {"up", "down"}


@EVERY_BODY
@pytest.mark.parametrize("organ", VOLUMES_ML)
def test_organs_have_the_volumes_of_a_person(body, organ):
    parts, least, most = VOLUMES_ML[organ]
    assert least < body.volume_ml(*parts) < most


@EVERY_BODY
def test_organs_are_on_their_side_of_the_midline(body):
    assert centre_mm(body, Part.LIVER)[0] < -20
    assert centre_mm(body, Part.HEART, Part.MYOCARDIUM)[0] > 5
    assert centre_mm(body, Part.MYOCARDIUM)[0] > 20
    assert centre_mm(body, Part.SPLEEN)[0] > 60
    assert abs(centre_mm(body, Part.BRAIN)[0]) < 20


@EVERY_BODY
def test_organs_follow_one_another_from_head_to_foot(body):
    order = [Part.BRAIN, Part.LUNG, Part.HEART, Part.LIVER, Part.KIDNEY]
    order += [Part.BLADDER] if Part.BLADDER in body.parts else []
    heights = [centre_mm(body, part)[2] for part in order]
    assert heights == sorted(heights, reverse=True)


@EVERY_BODY
def test_the_spine_is_behind_the_heart_and_the_kidneys_behind_the_gut(body):
    level = body.geometry.to_index(centre_mm(body, Part.HEART))[0].round().astype(int)
    marrow = np.argwhere(body.parts[level] == Part.MARROW)
    columns = np.abs(marrow[:, 1] - body.geometry.to_index(np.zeros(3))[2]) < 25 / CELL_MM
    heart = np.argwhere(body.parts[level] == Part.HEART)
    assert np.quantile(marrow[columns, 0], 0.6) > heart[:, 0].mean()
    assert centre_mm(body, Part.KIDNEY)[1] > centre_mm(body, Part.GUT)[1]


@EVERY_BODY
def test_a_body_reaches_from_the_crown_to_the_feet(body):
    low, high = (body.geometry.to_patient([i, 0, 0])[2] for i in (0, body.parts.shape[0] - 1))
    trunk = np.nonzero(((body.parts > 0) & (body.parts < Part.ARM_FAT)).any(axis=(1, 2)))[0]
    assert body.geometry.to_patient([trunk[-1], 0, 0])[2] == pytest.approx(0, abs=CELL_MM)
    assert -2000 < low < -1500
    assert high < 300


@EVERY_BODY
def test_every_code_is_a_part(body):
    assert set(np.unique(body.parts)) <= {int(part) for part in Part}
    assert not body.parts.flags.writeable


def test_hounsfield_units_are_those_of_the_parts():
    assert len(HU) == len(Part)
    hu = BODIES[0].hu()
    assert hu[BODIES[0].parts == Part.AIR].max() == -1000
    assert hu[BODIES[0].parts == Part.LUNG].max() < -500
    assert hu[BODIES[0].parts == Part.LIVER].min() > 40


def test_the_same_seed_deforms_alike_and_another_one_differently():
    once, again, other = (
        deformed(BODIES[0], np.random.default_rng(seed)).parts for seed in (3, 3, 4)
    )
    np.testing.assert_array_equal(once, again)
    assert once.shape != other.shape or (once != other).any()


@EVERY_BODY
@pytest.mark.parametrize("seed", range(3))
def test_a_deformed_body_is_not_mirrored_and_keeps_its_organs(body, seed):
    other = deformed(body, np.random.default_rng(seed))
    assert centre_mm(other, Part.LIVER)[0] < -10
    assert centre_mm(other, Part.SPLEEN)[0] > 40
    assert centre_mm(other, Part.BRAIN)[2] > centre_mm(other, Part.LIVER)[2]
    for part in (Part.LIVER, Part.LUNG, Part.BRAIN):
        ratio = other.volume_ml(part) / body.volume_ml(part)
        assert 0.85**3 * 0.8 < ratio < 1.2**3 * 1.25


def test_the_arms_are_where_they_are_asked_for():
    for body in BODIES:
        up = deformed(body, np.random.default_rng(1), arms="up")
        down = deformed(body, np.random.default_rng(1), arms="down")
        none = deformed(body, np.random.default_rng(1), arms="none")
        arm = (Part.ARM_FAT, Part.ARM_MUSCLE, Part.ARM_BONE)
        chin = centre_mm(up, Part.LUNG)[2]
        assert centre_mm(up, *arm)[2] > chin > centre_mm(down, *arm)[2]
        assert up.volume_ml(*arm) > 2000
        assert not none.volume_ml(*arm)


def test_the_fat_under_the_skin_becomes_as_thick_as_it_is_drawn(monkeypatch):
    def fat_ml(factor: float) -> float:
        monkeypatch.setattr("station.simulate.real_bodies.FAT_FACTOR", (factor, factor))
        body = deformed(BODIES[0], np.random.default_rng(2), arms="none")
        return body.volume_ml(Part.FAT)

    thin, same, thick = fat_ml(0.5), fat_ml(1.0), fat_ml(2.0)
    assert thin < 0.8 * same
    assert thick > 1.3 * same


def test_the_displacement_has_the_size_that_was_drawn():
    from station.simulate.real_bodies import _bend

    sizes = [
        _bend(np.random.default_rng(seed), (200, 60, 80), 8.0, BEND_MM[1]).std()
        for seed in range(6)
    ]
    assert np.mean(sizes) == pytest.approx(BEND_MM[1], rel=0.15)


def test_the_attribution_names_every_source():
    text = resource("anatomies", "ATTRIBUTION.md").read_text("utf-8")
    for source in (
        "10.7937/K9/TCIA.2017.ol20zmxg",
        "10.7937/K9/TCIA.2018.SC20FO18",
        "10.7937/K9/TCIA.2016.NDO1MDFQ",
        "Mesh-based-Human-Phantom-for-Simulation",
        "CC BY 3.0",
        "Permission is hereby granted, free of charge",
    ):
        assert source in text
    for body in BODIES:
        assert f"`{body.name}`" in text


def test_the_maps_are_small():
    assert sum(path.stat().st_size for path in resource("anatomies").iterdir()) < 1.5e6
