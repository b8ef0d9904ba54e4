from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from station.denoise.inserts import Inserts
from station.denoise.network import PATCH, SLICES
from station.denoise.pairs import (
    Cut,
    LesionSeed,
    Pairs,
    Slab,
    Target,
    Weighting,
    lesion_mask,
    load_slab,
    save_slab,
    starts,
    weight_map,
)
from station.errors import StationError
from tests.denoise.slabs import BODY_SUV, LEVELS, VOXEL_MM, distance_mm, slab

pytestmark = pytest.mark.simulated

MIDDLE = (15.5, 31.5, 31.5)
WIDE = (32, 64, 64)


# -- lesion masks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("radius_mm", [6.0, 8.0, 12.0, 16.0])
def test_the_mask_of_a_hot_lesion_is_the_lesion(radius_mm: float) -> None:
    one = slab(shape=WIDE, radius_mm=radius_mm)
    mask = lesion_mask(one.noise_free, one.lesions[0], VOXEL_MM)
    truth = distance_mm(WIDE, MIDDLE) <= radius_mm
    overlap = 2 * (mask & truth).sum() / (mask.sum() + truth.sum())
    assert overlap > 0.85


def test_noise_does_not_change_the_mask_much() -> None:
    one = slab(shape=WIDE)
    clean = lesion_mask(one.noise_free, one.lesions[0], VOXEL_MM)
    noisy = lesion_mask(one.full, one.lesions[0], VOXEL_MM)
    assert 2 * (clean & noisy).sum() / (clean.sum() + noisy.sum()) > 0.95


def test_a_hotter_organ_beside_a_lesion_stays_out_of_its_mask() -> None:
    one = slab(shape=WIDE, radius_mm=6.0)
    image = one.noise_free.astype(np.float32)
    organ = distance_mm(WIDE, (15.5, 31.5, 50.0)) <= 16
    mask = lesion_mask(np.where(organ, np.float32(20), image), one.lesions[0], VOXEL_MM)
    assert mask.any()
    assert not (mask & organ).any()


def test_a_cold_lesion_is_segmented_downwards() -> None:
    one = slab(shape=WIDE, suv=0.1)
    mask = lesion_mask(one.full, one.lesions[0], VOXEL_MM)
    truth = distance_mm(WIDE, MIDDLE) <= 10
    assert 2 * (mask & truth).sum() / (mask.sum() + truth.sum()) > 0.85


def test_the_cold_core_of_a_necrotic_lesion_belongs_to_it() -> None:
    one = slab(shape=WIDE, radius_mm=16.0)
    core = distance_mm(WIDE, MIDDLE) <= 6
    image = np.where(core, np.float32(0.3), one.noise_free.astype(np.float32))
    assert lesion_mask(image, one.lesions[0], VOXEL_MM)[core].all()


def test_a_lesion_that_noise_hides_becomes_the_sphere_of_its_volume() -> None:
    one = slab(shape=WIDE, suv=BODY_SUV)
    mask = lesion_mask(one.full, one.lesions[0], VOXEL_MM)
    assert (mask == (distance_mm(WIDE, MIDDLE) <= 10)).all()


def test_a_lesion_beyond_the_slab_has_no_mask() -> None:
    seed = LesionSeed((500.0, 31.5, 31.5), 1.0)
    assert not lesion_mask(slab().full, seed, VOXEL_MM).any()


def test_the_same_lesion_has_the_same_mask_wherever_it_lies() -> None:
    one = slab(shape=WIDE, radius_mm=6.0)
    moved = np.roll(one.noise_free, (2, -5, 4), (0, 1, 2))
    seed = LesionSeed((17.5, 26.5, 35.5), one.lesions[0].volume_ml)
    mask = lesion_mask(one.noise_free, one.lesions[0], VOXEL_MM)
    again = lesion_mask(moved, seed, VOXEL_MM)
    assert (np.roll(mask, (2, -5, 4), (0, 1, 2)) == again).all()


# -- weights ---------------------------------------------------------------------------------------


def test_the_weight_is_10_in_a_lesions_core_and_1_far_away() -> None:
    one = slab(shape=WIDE, radius_mm=16.0)
    mask = lesion_mask(one.noise_free, one.lesions[0], VOXEL_MM)
    weights = weight_map(mask, Weighting(), VOXEL_MM)
    distances = distance_mm(WIDE, MIDDLE)
    assert weights[distances <= 6] == pytest.approx(10, abs=0.05)
    assert weights[distances > 32] == pytest.approx(1)


def test_smoothing_keeps_the_lesions_share_of_the_weight() -> None:
    mask = distance_mm(WIDE, MIDDLE) <= 10
    weights = weight_map(mask, Weighting(lesion=5.0), VOXEL_MM)
    assert (weights.astype(np.float64) - 1).sum() == pytest.approx(4 * mask.sum(), rel=1e-3)


def test_without_smoothing_the_weights_are_the_mask() -> None:
    mask = distance_mm(WIDE, MIDDLE) <= 10
    weights = weight_map(mask, Weighting(smoothing_fwhm_mm=0.0), VOXEL_MM)
    assert (weights == np.where(mask, 10, 1)).all()


def test_a_patch_without_lesion_has_uniform_weights() -> None:
    pairs = Pairs([slab(shape=(6, 96, 96), radius_mm=8.0)], Target.FULL, Weighting())
    batch = pairs.batch(np.arange(len(pairs.places)), np.zeros(len(pairs.places), np.int64))
    uniform = (batch.weight == 1).all(axis=(1, 2, 3))
    assert (uniform == ~pairs.with_lesion).all()
    assert uniform.any()
    assert not uniform.all()


def test_the_uniform_loss_has_uniform_weights() -> None:
    pairs = Pairs([slab()], Target.FULL, None)
    batch = pairs.batch(np.arange(len(pairs.places)), np.zeros(len(pairs.places), np.int64))
    assert (batch.weight == 1).all()


# -- patches ---------------------------------------------------------------------------------------


def test_patches_overlap_by_16_16_and_2() -> None:
    pairs = Pairs([slab(shape=(6, 80, 96))], Target.FULL, None)
    planes, rows, columns = (np.unique(pairs.places[:, axis]) for axis in (1, 2, 3))
    assert all(first + SLICES - second == 2 for first, second in pairwise(planes))
    assert all(first + PATCH - second == 16 for first, second in pairwise(rows))
    assert all(first + PATCH - second == 16 for first, second in pairwise(columns))
    assert (len(planes), len(rows), len(columns)) == (4, 4, 5)


@pytest.mark.parametrize("size", [32, 33, 47, 48, 100])
def test_patches_cover_every_voxel_of_an_axis(size: int) -> None:
    covered = np.zeros(size, bool)
    for start in starts(size, Cut().stride, PATCH):
        covered[start : start + PATCH] = True
    assert covered.all()


def test_an_axis_shorter_than_a_patch_has_none() -> None:
    assert starts(31, Cut().stride, PATCH) == []


def test_patches_of_air_are_left_out() -> None:
    one = slab(shape=(3, 128, 128), radius_mm=None)
    image = np.zeros_like(one.full)
    image[:, :40, :40] = 1
    pairs = Pairs([replace(one, full=image)], Target.FULL, None)
    assert {(row, column) for _, _, row, column in pairs.places.tolist()} == {
        (row, column) for row in (0, 16, 32) for column in (0, 16, 32)
    }


def test_every_level_of_a_place_has_the_same_target() -> None:
    pairs = Pairs([slab()], Target.FULL, Weighting())
    place = np.full(len(LEVELS), 3)
    batch = pairs.batch(place, np.arange(len(LEVELS)))
    assert (batch.target == batch.target[0]).all()
    assert (batch.weight == batch.weight[0]).all()
    assert not (batch.noisy[0] == batch.noisy[1]).all()
    assert batch.seconds.tolist() == list(LEVELS)


def test_a_patch_is_cut_where_its_place_says() -> None:
    slabs = [slab(1), slab(2)]
    pairs = Pairs(slabs, Target.NOISE_FREE, None)
    number = len(pairs.places) - 1
    which, plane, row, column = pairs.places[number]
    box = (slice(plane, plane + 3), slice(row, row + 32), slice(column, column + 32))
    batch = pairs.batch(np.array([number]), np.array([1]))
    assert which == 1
    assert (batch.noisy[0] == slabs[1].inputs[LEVELS[1]][box]).all()
    assert (batch.target[0] == slabs[1].noise_free[box]).all()


def test_eight_turns_give_eight_patches_of_the_same_voxels() -> None:
    pairs = Pairs([slab()], Target.FULL, Weighting())
    batch = pairs.batch(np.full(8, 3), np.zeros(8, np.int64), np.arange(8))
    assert len({patch.tobytes() for patch in batch.noisy}) == 8
    for patch, target in zip(batch.noisy, batch.target, strict=True):
        # noisy and target are turned alike: their differences are the same numbers
        difference = np.sort((patch - target).ravel())
        assert (difference == np.sort((batch.noisy[0] - batch.target[0]).ravel())).all()


def test_a_share_of_the_patches_gets_artificial_lesions_in_input_and_target() -> None:
    pairs = Pairs([slab(radius_mm=None)], Target.NOISE_FREE, None)
    many = np.arange(400) % len(pairs.places)
    levels = np.zeros(400, np.int64)
    plain = pairs.batch(many, levels)
    one, again = (
        pairs.batch(many, levels, None, Inserts(0.5, 3.0), np.random.default_rng(1))
        for _ in range(2)
    )
    added = (one.target - plain.target).max(axis=(1, 2, 3))
    assert 0.35 < (added > 0).mean() < 0.55
    untouched = added == 0
    assert (one.noisy - plain.noisy)[~untouched].max() > 0.5
    assert (one.weight[~untouched].max(axis=(1, 2, 3)) >= 1).all()
    assert one.weight.max() > 2
    np.testing.assert_array_equal(one.noisy, again.noisy)
    np.testing.assert_array_equal(one.target, again.target)


def test_slabs_with_other_levels_are_refused() -> None:
    with pytest.raises(StationError, match='Slab "made-up 2" has other count levels'):
        Pairs([slab(1), slab(2, levels=(30, 60))], Target.FULL, None)


def test_slabs_too_small_for_a_patch_are_refused() -> None:
    with pytest.raises(StationError, match="No slab contains a patch of 32×32×3"):
        Pairs([slab(shape=(6, 31, 64))], Target.FULL, None)


def test_no_slabs_are_refused() -> None:
    with pytest.raises(StationError, match="There are no slabs"):
        Pairs([], Target.FULL, None)


# -- slabs on disk ---------------------------------------------------------------------------------


def test_a_slab_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    one = slab()
    save_slab(one, tmp_path / "a.safetensors")
    again = load_slab(tmp_path / "a.safetensors")
    assert (again.name, again.voxel_mm, list(again.inputs)) == (one.name, VOXEL_MM, list(LEVELS))
    assert [(seed.index, seed.volume_ml) for seed in again.lesions] == [
        (seed.index, seed.volume_ml) for seed in one.lesions
    ]
    for image, saved in zip(again.images, one.images, strict=True):
        assert np.asarray(image, np.float32) == pytest.approx(saved, rel=2**-11, abs=1e-6)


def test_saving_leaves_nothing_but_the_slab(tmp_path: Path) -> None:
    save_slab(slab(), tmp_path / "new" / "a.safetensors")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.safetensors"]


def test_a_truncated_slab_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    save_slab(slab(), path)
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(StationError, match=r"a\.safetensors is damaged"):
        load_slab(path)


def test_a_missing_slab_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StationError, match=r"none\.safetensors cannot be read"):
        load_slab(tmp_path / "none.safetensors")


def test_another_safetensors_file_is_no_slab(tmp_path: Path) -> None:
    from safetensors.numpy import save_file

    save_file({"a": np.zeros(3, np.float32)}, tmp_path / "a.safetensors")
    with pytest.raises(StationError, match="not a slab of training images"):
        load_slab(tmp_path / "a.safetensors")


def test_images_of_several_shapes_make_no_slab() -> None:
    one = slab()
    with pytest.raises(ValueError, match="differ in shape"):
        Slab(one.name, one.inputs, one.full[1:], one.noise_free, (), VOXEL_MM)
