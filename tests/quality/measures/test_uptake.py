"""Organs whose uptake is known, and spots that are no organ."""

from dataclasses import replace
from math import isnan

import numpy as np
import pytest

from station.quality.measures.uptake import (
    BLOOD_TO_LIVER,
    BRAIN_TO_LIVER,
    DEPOT,
    FAT_HEAT,
    LUNG_TO_LIVER,
    MUSCLE_TO_BLOOD,
    MUSCLE_TO_LIVER,
    NECK_BOTH_SIDES,
    SPLEEN_TO_LIVER,
    uptake_of,
)
from station.quality.organs import Tissue
from tests.quality.measures.made import Made


def test_ratios_are_those_of_the_organs() -> None:
    values = uptake_of(Made(blur_mm=5.0, noise=0.1).scene())
    assert values[BLOOD_TO_LIVER] == pytest.approx(0.7, rel=0.08)
    assert values[MUSCLE_TO_LIVER] == pytest.approx(0.35, rel=0.05)
    assert values[LUNG_TO_LIVER] == pytest.approx(0.25, rel=0.08)
    assert values[SPLEEN_TO_LIVER] == pytest.approx(0.9, rel=0.05)
    assert values[MUSCLE_TO_BLOOD] == pytest.approx(0.5, rel=0.1)
    assert isnan(values[BRAIN_TO_LIVER])


def test_a_brain_that_the_scan_cuts_is_not_measured() -> None:
    scene = Made().scene()
    cells = scene.organs.cells
    of_body = np.flatnonzero((cells != Tissue.AIR).any(axis=(1, 2)))
    for lower, measured in ((2, True), (0, False)):
        with_brain = cells.copy()
        top = int(of_body[-1]) + 1 - lower
        part = with_brain[top - 8 : top]
        part[part != Tissue.AIR] = Tissue.BRAIN
        values = uptake_of(replace(scene, organs=replace(scene.organs, cells=with_brain)))
        assert isnan(values[BRAIN_TO_LIVER]) != measured


def test_ratios_do_not_depend_on_the_scale() -> None:
    made = Made(noise=0.05)
    first = uptake_of(made.scene())
    second = uptake_of(made.scene(1000 * made.voxels()))
    for quantity, value in first.items():
        assert second[quantity] == pytest.approx(value, rel=1e-4, nan_ok=True), quantity.name


def test_a_depot_at_the_side_is_measured_as_its_share_of_the_activity() -> None:
    made = Made()
    x, y, z = made.places(made.grid)
    voxels = made.voxels()
    depot = np.sqrt((x - 150) ** 2 + y**2 + (z + 200) ** 2) < 12
    voxels[depot] = 60.0
    share = 100 * voxels[depot].sum() / voxels.sum()
    assert uptake_of(made.scene())[DEPOT] == 0
    assert uptake_of(made.scene(voxels))[DEPOT] == pytest.approx(share, rel=0.15)


def test_heat_on_one_side_of_the_neck_is_a_node_and_on_both_is_brown_fat() -> None:
    made = Made()
    x, y, z = made.places(made.grid)
    one, both = made.voxels(), made.voxels()
    for side in (-1, 1):
        spot = np.sqrt((x - side * 60) ** 2 + y**2 + (z + 110) ** 2) < 22
        both[spot] = 10.0
        if side == 1:
            one[spot] = 10.0
    cold, node, fat = (uptake_of(made.scene(v)) for v in (made.voxels(), one, both))
    assert node[NECK_BOTH_SIDES] == pytest.approx(cold[NECK_BOTH_SIDES], rel=0.1)
    assert fat[NECK_BOTH_SIDES] == pytest.approx(5.0, rel=0.1)


def test_fat_on_the_ct_that_is_hot_is_measured() -> None:
    made = Made()
    x, y, z = made.places(made.grid)
    fat = (np.hypot(x, y) > 60) & (z > -160) & (made.hu() > 0)
    hu = np.where(fat, -100.0, made.hu()).astype(np.float32)
    hot = np.where(fat, 8.0, made.voxels()).astype(np.float32)
    assert uptake_of(made.scene(hot, hu))[FAT_HEAT] == pytest.approx(4.0, rel=0.05)
    assert uptake_of(made.scene(hu=hu))[FAT_HEAT] == pytest.approx(0.5, rel=0.6)
    assert isnan(uptake_of(Made(with_ct=False).scene())[FAT_HEAT])
