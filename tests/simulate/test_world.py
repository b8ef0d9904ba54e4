"""The wide world: each thing that is unusual in a body is there, and where it is in people."""

from collections.abc import Iterable

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from station.lab.true_organs import true_organs
from station.pet.volume import Geometry
from station.quality.organs import CELL_MM, Tissue
from station.simulate import world
from station.simulate.anatomy import Findings, Pose, draw_patient
from station.simulate.degrade import CAUSES, Cause, Plan, as_injected, given_ct
from station.simulate.phantom import Anatomy, Labels, Quantity, rasterise, truth_labels
from station.simulate.scanner import supine_geometry
from station.simulate.world import BMI, HEIGHT_M, WIDE, draw_anyone, draw_coverage

STEP_MM = 6.0
TRUNK = supine_geometry(100, STEP_MM, 120, STEP_MM, -960.0)
SEED = 8

Mask = NDArray[np.bool_]


def with_findings(patch: pytest.MonkeyPatch, findings: Findings, seed: int = SEED) -> Anatomy:
    patch.setattr(world, "_findings", lambda rng, sex: findings)
    return draw_anyone(seed, lesions=False)


def with_poses(patch: pytest.MonkeyPatch, *poses: Pose) -> Anatomy:
    patch.setattr(world, "_poses", lambda rng, arms_down: poses)
    return draw_anyone(SEED, lesions=False)


def labelled(body: Anatomy) -> Labels:
    return truth_labels(body, TRUNK)


def positions(mask: Mask, geometry: Geometry = TRUNK) -> NDArray[np.float64]:
    return geometry.to_patient(np.argwhere(mask))


def litres(mask: Mask) -> float:
    return float(mask.sum()) * STEP_MM**3 / 1e6


def near(mask: Mask, other: Mask, mm: float) -> float:
    """The share of a mask that is within `mm` of another."""
    distance = np.asarray(ndimage.distance_transform_edt(~other, sampling=STEP_MM))
    return float((distance[mask] <= mm).mean())


def test_a_seed_is_a_person_who_stays_the_same_when_made_heavy_or_moving_the_arms() -> None:
    once, again = draw_anyone(3, lesions=False), draw_anyone(3, lesions=False)
    assert once == again
    heavy = draw_anyone(3, lesions=False, bmi=41.0)
    assert heavy.weight_kg / heavy.height_m**2 == pytest.approx(41.0, abs=0.1)
    assert (heavy.sex, heavy.height_m) == (once.sex, once.height_m)


@pytest.mark.simulated
def test_people_are_from_the_leanest_to_the_heaviest_and_from_the_shortest_to_the_tallest() -> None:
    people = [draw_anyone(seed, lesions=False) for seed in range(60)]
    bmi = [person.weight_kg / person.height_m**2 for person in people]
    height = [person.height_m for person in people]
    assert BMI[0] - 0.1 <= min(bmi) < 17
    assert 38 < max(bmi) <= BMI[1] + 0.1
    assert HEIGHT_M[0] <= min(height) < 1.5
    assert 1.85 < max(height) <= HEIGHT_M[1]


def test_a_body_goes_on_to_its_feet() -> None:
    body = draw_anyone(SEED, lesions=False)
    lowest = min(float(s.box_mm[0][2]) for o in body.organs if o.name == "skin" for s in o.shapes)
    assert -lowest == pytest.approx(1000 * body.height_m, rel=0.05)


def test_the_only_kidney_is_on_its_side_and_larger(monkeypatch: pytest.MonkeyPatch) -> None:
    both = labelled(with_findings(monkeypatch, Findings())).mask("renal cortex", "renal pelvis")
    one = labelled(with_findings(monkeypatch, Findings(kidneys=(True, False))))
    left = one.mask("renal cortex", "renal pelvis")
    x_both, x = positions(both)[:, 0], positions(left)[:, 0]
    assert (x_both < 0).any()
    assert (x > 0).all()
    assert 1.2 < len(x) / (x_both > 0).sum() < 1.9


def test_ascites_is_around_the_bowel(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = labelled(with_findings(monkeypatch, Findings(ascites_mm=25.0)))
    fluid, wall = labels.mask("ascites"), labels.mask("muscle")
    bowel = labels.mask("bowel", "quiet bowel", "active bowel")
    assert 1.0 < litres(fluid) < 8.0
    assert near(fluid, wall, 15) > 2 * near(bowel, wall, 15)
    dry = labelled(with_findings(monkeypatch, Findings()))
    assert "ascites" not in dry.names


@pytest.mark.parametrize("side", [0, 1])
def test_an_effusion_is_at_the_back_of_one_side(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    share = (0.4, 0.0) if side == 0 else (0.0, 0.4)
    labels = labelled(with_findings(monkeypatch, Findings(effusion=share)))
    fluid, lung = positions(labels.mask("effusion")), positions(labels.mask("lung"))
    on_left = lung[:, 0] > 0
    assert ((fluid[:, 0] > 0) == (side == 0)).all()
    same, other = (lung[on_left], lung[~on_left])[:: 1 if side == 0 else -1]
    assert len(same) < 0.85 * len(other)
    assert fluid[:, 1].mean() > same[:, 1].mean() + 40  # LPS: y runs to the back


def test_a_collapsed_lung_is_solid_from_its_base_up(monkeypatch: pytest.MonkeyPatch) -> None:
    body = with_findings(monkeypatch, Findings(collapsed=(0.0, 0.5)))
    labels = labelled(body)
    solid, lung = positions(labels.mask("collapsed lung")), positions(labels.mask("lung"))
    right = lung[lung[:, 0] < 0]
    assert (solid[:, 0] < 0).all()
    assert solid[:, 2].mean() < right[:, 2].mean() - 40
    assert next(o for o in body.organs if o.name == "collapsed lung").hu > 0


def test_after_a_mastectomy_one_breast_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = next(s for s in range(20) if draw_anyone(s, lesions=False).sex == "F")
    body = with_findings(monkeypatch, Findings(breasts=(False, True)), seed)
    x = positions(labelled(body).mask("glandular breast"))[:, 0]
    assert len(x) > 0
    assert (x < 0).all()


def test_a_large_liver_and_spleen_have_grown_down(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = labelled(with_findings(monkeypatch, Findings()))
    large = labelled(with_findings(monkeypatch, Findings(liver_size=1.4, spleen_size=1.9)))
    for organ, least in (("liver", 1.3), ("spleen", 1.9)):
        z_usual, z = (positions(labels.mask(organ))[:, 2] for labels in (usual, large))
        assert len(z) > least * len(z_usual)
        assert z.min() < z_usual.min() - 20
        assert z.max() == pytest.approx(z_usual.max(), abs=25)


def test_a_hernia_is_a_stomach_behind_the_heart(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = labelled(with_findings(monkeypatch, Findings()))
    labels = labelled(with_findings(monkeypatch, Findings(hernia=True)))
    heart = positions(labels.mask("left ventricle wall", "heart chambers"))
    there, before = (
        positions(found.mask("stomach wall", "stomach content")) for found in (labels, usual)
    )
    middle = there[np.abs(there[:, 0] - 15) < 25]
    above = middle[middle[:, 2] > heart[:, 2].min()]
    assert there[:, 2].max() > before[:, 2].max()
    assert above[:, 1].mean() > heart[:, 1].mean() + 20


def test_a_hip_prosthesis_is_metal_without_uptake(monkeypatch: pytest.MonkeyPatch) -> None:
    body = with_findings(monkeypatch, Findings(hip_prostheses=(False, True), spine_metal=True))
    metal = next(organ for organ in body.organs if organ.name == "implant")
    assert metal.suv == 0
    assert metal.hu >= 3000
    where = positions(labelled(body).mask("implant"))
    hip = where[where[:, 2] < -760 * body.height_m / 1.70]
    assert len(hip) > 50
    assert (hip[:, 0] < 0).all()


def arms_of(body: Anatomy) -> NDArray[np.float64]:
    grid = supine_geometry(88, CELL_MM, 150, CELL_MM, -1000.0)
    return positions(true_organs(body, grid) == Tissue.ARMS, grid)


def test_one_arm_can_be_up_and_the_other_down(monkeypatch: pytest.MonkeyPatch) -> None:
    arms = arms_of(with_poses(monkeypatch, Pose.RAISED, Pose.DOWN))
    left, right = arms[arms[:, 0] > 0], arms[arms[:, 0] < 0]
    assert left[:, 2].mean() > -200
    assert right[:, 2].mean() < -400


def test_forearms_on_the_belly_are_in_front_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = arms_of(with_poses(monkeypatch, Pose.DOWN, Pose.DOWN))
    across = arms_of(with_poses(monkeypatch, Pose.ON_BELLY, Pose.ON_BELLY))
    assert across[:, 1].min() < beside[:, 1].min() - 50
    assert np.abs(across[:, 0]).min() < 60 < np.abs(beside[:, 0]).min()


def test_raised_arms_cross_above_the_head(monkeypatch: pytest.MonkeyPatch) -> None:
    arms = arms_of(with_poses(monkeypatch, Pose.RAISED, Pose.RAISED))
    assert arms[np.abs(arms[:, 0]) < 40][:, 2].min() > -40


def suv_of(body: Anatomy, organ: str) -> float:
    return next(o.suv for o in body.organs if o.name == organ)


def spread(values: Iterable[float]) -> float:
    low, high = np.quantile(list(values), [0.05, 0.95])
    return float(high / low)


@pytest.mark.simulated
def test_uptake_varies_as_much_as_in_practice() -> None:
    people = [draw_anyone(seed, lesions=False) for seed in range(60)]
    usual = [draw_patient(seed, lesions=False) for seed in range(60)]
    for organ, least in (("grey matter", 2.5), ("left ventricle wall", 6), ("bladder", 8)):
        assert spread(suv_of(person, organ) for person in people) > least
    assert spread(suv_of(p, "muscle") for p in people) > spread(suv_of(p, "muscle") for p in usual)


@pytest.mark.parametrize("cause", list(Cause))
def test_every_cause_can_go_wrong_in_anybody(cause: Cause) -> None:
    plan = Plan(((cause, CAUSES[cause].training[1]),))
    grid = supine_geometry(70, 10.0, 100, 10.0, -960.0)
    for seed in (2, 9):
        body = draw_anyone(seed, lesions=False, arms_down=cause is Cause.TRUNCATION)
        injected = as_injected(body, plan, seed, -200.0)
        hu = rasterise(injected, grid, Quantity.HU, (1, 1, 1))
        assert np.isfinite(given_ct(injected, hu, plan, seed).voxels).all()
        assert all(np.isfinite(organ.suv) for organ in injected.organs)


def test_what_the_plan_does_to_the_arms_is_in_the_field_of_view() -> None:
    rng = np.random.default_rng(1)
    for cause in (Cause.TRUNCATION, Cause.EXTRAVASATION):
        assert np.isinf(draw_coverage(rng, Plan(((cause, 20.0),))).field_mm)
    fields = [draw_coverage(rng, Plan()).field_mm for _ in range(60)]
    assert min(fields) == 500
    assert max(fields) == 700


def test_scans_are_from_crown_eyes_or_skull_base_to_thigh_knee_or_feet() -> None:
    rng = np.random.default_rng(2)
    drawn = [WIDE.coverage(rng, Plan()) for _ in range(200)]
    assert 0.3 < np.mean([coverage.with_head for coverage in drawn]) < 0.75
    assert min(coverage.high_mm for coverage in drawn) < -200
    lows = np.array([coverage.low_mm for coverage in drawn])
    assert 0.6 < (lows > -1050).mean() < 0.9
    assert lows.min() < -1700
