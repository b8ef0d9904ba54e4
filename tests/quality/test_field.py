"""What the network sees of an image."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from station.pet.volume import Geometry, Volume
from station.quality.field import (
    Size,
    Warp,
    body_box_mm,
    body_of,
    field_about,
    prepared,
    random_warp,
    sampled,
)
from tests.quality.images import body

pytestmark = pytest.mark.simulated


def turned(image: Volume) -> Volume:
    """The same patient stored from head to feet, back to front."""
    affine = np.array(image.geometry.affine)
    affine[:3, 3] = image.geometry.to_patient(
        (image.voxels.shape[0] - 1, image.voxels.shape[1] - 1, 0)
    )
    affine[:3, :2] *= -1
    voxels = np.ascontiguousarray(image.voxels[::-1, ::-1])
    return replace(image, voxels=voxels, geometry=Geometry(image.geometry.shape, affine))


def test_the_field_lies_about_the_body_wherever_that_is() -> None:
    image = body(noise=0.0, centre_mm=(70.0, -40.0, -400.0))
    for size in Size:
        field = field_about(image, size)
        low, high = field.bounds_mm
        assert field.shape == size.value
        np.testing.assert_allclose(high - low, (512, 512, 1024))
        np.testing.assert_allclose((low + high) / 2, (70, -40, -400), atol=8)


def test_a_scan_longer_than_the_field_keeps_its_upper_end() -> None:
    image = body(noise=0.0, length_mm=1600.0, spacing_mm=(20.0, 8.0, 8.0))
    field = field_about(image)
    assert field.bounds_mm[1][2] == pytest.approx(image.geometry.bounds_mm[1][2])


def test_the_box_of_the_body_is_the_ellipse() -> None:
    low, high = body_box_mm(body())
    np.testing.assert_allclose((low[0], high[0]), (-180, 180), atol=24)
    np.testing.assert_allclose((low[1], high[1]), (-120, 120), atol=24)


def test_values_are_linear_between_voxels_as_monai_has_them() -> None:
    from monai.data.meta_tensor import MetaTensor
    from monai.transforms.spatial.array import SpatialResample

    image = body(seed=3)
    field = field_about(image)
    ours = sampled(image, field)
    source = MetaTensor(
        torch.tensor(image.voxels)[None], affine=torch.tensor(image.geometry.affine)
    )
    resample = SpatialResample(mode="bilinear", padding_mode="zeros", align_corners=True)
    theirs = resample(source, dst_affine=torch.tensor(field.affine), spatial_size=list(field.shape))
    inside = ours > 0  # beyond the outermost centres the two fade differently
    assert inside.sum() > 100_000
    torch.testing.assert_close(ours[inside], torch.as_tensor(theirs)[0][inside], atol=2e-3, rtol=0)


def test_how_the_voxels_are_stored_changes_nothing() -> None:
    image = body(seed=4)
    field = field_about(image)
    torch.testing.assert_close(sampled(image, field), sampled(turned(image), field))


def test_z_scores_do_not_know_the_scale_of_the_image() -> None:
    image = body(seed=5)
    ten_times = replace(image, voxels=image.voxels * np.float32(10_000))
    first, again = prepared(image), prepared(ten_times)
    torch.testing.assert_close(first, again, atol=1e-3, rtol=1e-3)


def test_one_hot_focus_does_not_change_the_scores_of_the_rest() -> None:
    image = body(seed=7)
    focus = image.voxels.copy()
    focus[40, 37, 37] = 400.0
    plain, hot = prepared(image), prepared(replace(image, voxels=focus))
    apart = (plain - hot).abs()
    assert apart.median() < 0.02
    assert hot.max() == 20.0


def test_what_is_no_number_counts_as_air() -> None:
    image = body(seed=8)
    with_nan = image.voxels.copy()
    with_nan[0] = np.nan
    values = sampled(replace(image, voxels=with_nan), field_about(image))
    assert torch.isfinite(values).all()


def test_nothing_above_0_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        body_of(torch.zeros(4, 4, 4))


def test_a_warp_turns_about_the_fields_middle_and_shifts_in_millimetres() -> None:
    image = body(seed=9, noise=0.0)
    field = field_about(image)
    plain = sampled(image, field)
    quarter = sampled(image, field, Warp(rotation_degrees=(90.0, 0.0, 0.0)))
    # About z: what lay along x now lies along y. The body is 360 mm wide and 240 mm deep.
    middle = field.shape[0] // 2
    wide, deep = ((plain[middle] > 0.5).any(dim).sum() for dim in (0, 1))
    wide_now, deep_now = ((quarter[middle] > 0.5).any(dim).sum() for dim in (0, 1))
    assert abs(int(wide) - int(deep_now)) <= 2
    assert abs(int(deep) - int(wide_now)) <= 2
    moved = sampled(image, field, Warp(shift_mm=(0.0, 0.0, 16.0)))
    torch.testing.assert_close(moved[:, :, :-4], plain[:, :, 4:], atol=1e-4, rtol=0)


def test_a_random_warp_follows_from_its_generator_alone() -> None:
    image = body(seed=10)
    field = field_about(image)
    one, same, other = (
        sampled(image, field, random_warp(np.random.default_rng(seed), 10.0, 4.0))
        for seed in (1, 1, 2)
    )
    torch.testing.assert_close(one, same)
    assert (one - other).abs().max() > 0.1
