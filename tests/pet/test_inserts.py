"""Artificial lesions: their place, their contrast and noise, and whether they are seen."""

from collections import Counter

import numpy as np
import pytest
from numpy.typing import NDArray

from station.errors import StationError
from station.pet.filters import gaussian
from station.pet.inserts.placing import EDGE_MM, GAP_MM, Room, apart, drawn
from station.pet.inserts.planting import (
    NOISE_EXPONENT,
    Insert,
    Kind,
    around,
    mean_recovery,
    plant,
)
from station.pet.inserts.seeing import foci_inside, look
from station.pet.phantom.spheres import central_recovery, profile
from station.pet.voi import Point
from station.pet.volume import Unit, Volume
from tests.made_up.images import grid

SIDE = 40
MIDDLE: Point = (39.0, 39.0, 39.0)
FWHM_MM = 5.0


def even(
    level: float = 2.0, noise: NDArray[np.float32] | None = None, spacing_mm: float = 2.0
) -> Volume:
    """A cube of one uptake, with its noise relative to that."""
    shape = (SIDE, SIDE, SIDE)
    values = np.full(shape, level, np.float32)
    if noise is not None:
        values *= 1 + noise
    return Volume(values, grid(shape, (spacing_mm,) * 3), Unit.SUV_BW)


def noise(seed: int, sd: float = 0.2) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(0, sd, (SIDE,) * 3).astype(np.float32)


def one(diameter_mm: float, contrast: float = 4.0, centre: Point = MIDDLE) -> Insert:
    return Insert(Kind("liver", diameter_mm, contrast), centre, "liver 0")


def inside_of(volume: Volume, insert: Insert) -> NDArray[np.bool_]:
    part = around(volume.geometry, insert.centre_mm, 60.0)
    assert part is not None
    mask = np.zeros(volume.shape, np.bool_)
    mask[part.box] = part.distance_mm <= insert.kind.radius_mm
    return mask


# --- putting in ----------------------------------------------------------------------------------


def test_a_large_insert_has_its_contrast_in_the_middle():
    image, (planted,) = plant(even(), [one(30.0)], FWHM_MM)
    assert planted.background == pytest.approx(2.0)
    assert planted.added == pytest.approx(6.0)
    highest = float(image.voxels.max())
    assert highest == pytest.approx(2 + 6 * central_recovery(15.0, FWHM_MM), rel=0.005)


@pytest.mark.parametrize("diameter_mm", [6.0, 10.0, 17.0])
@pytest.mark.parametrize("filter_mm", [4.0, 6.0, 8.0])
def test_a_filter_leaves_what_the_blur_of_both_widths_leaves(diameter_mm: float, filter_mm: float):
    insert = one(diameter_mm)
    before = even()
    image, (planted,) = plant(before, [insert], FWHM_MM)
    added = gaussian(image, filter_mm).voxels - before.voxels
    left = float(added[inside_of(before, insert)].mean()) / planted.added
    combined = float(np.hypot(FWHM_MM, filter_mm))
    part = around(before.geometry, MIDDLE, insert.kind.radius_mm)
    assert part is not None
    sphere = part.distance_mm[part.distance_mm <= insert.kind.radius_mm]
    there = profile(sphere, insert.kind.radius_mm, combined).mean()
    assert left == pytest.approx(there, rel=0.07), "of the voxels that the sphere has"
    if diameter_mm > 6:
        assert left == pytest.approx(mean_recovery(diameter_mm, combined), rel=0.08)


def test_recovery_is_that_of_the_nema_spheres():
    # H. M. Kessler et al.: a sphere of one FWHM across keeps 28 % in its centre, less on average.
    assert central_recovery(5.0, 10.0) == pytest.approx(0.29, abs=0.02)
    assert 0.5 < mean_recovery(10.0, 10.0) / central_recovery(5.0, 10.0) < 1
    assert mean_recovery(40.0, 4.0) > 0.8


def test_what_is_added_adds_up_to_the_sphere_times_its_contrast():
    image, (planted,) = plant(even(), [one(12.0)], FWHM_MM)
    total = float((image.voxels - 2.0).sum()) * image.geometry.voxel_volume_ml
    volume_ml = 4 / 3 * np.pi * 6.0**3 / 1000
    assert total == pytest.approx(planted.added * volume_ml, rel=0.01)


def test_noise_grows_with_the_uptake_as_the_exponent_says():
    insert = one(30.0, contrast=5.0)
    core = inside_of(even(), one(14.0))
    before = [even(noise=noise(seed)) for seed in range(40)]
    after = [plant(image, [insert], FWHM_MM)[0] for image in before]
    spread = [
        np.std([image.voxels[core] for image in images], axis=0, ddof=1).mean()
        for images in (before, after)
    ]
    assert spread[1] / spread[0] == pytest.approx(5.0**NOISE_EXPONENT, rel=0.03)


def test_nothing_becomes_negative():
    deep = np.clip(noise(3, sd=0.8), -1, None)
    image, _ = plant(even(noise=deep), [one(17.0, contrast=10.0)], FWHM_MM)
    assert image.voxels.min() >= 0


def test_the_image_far_from_inserts_is_as_it_was():
    before = even(noise=noise(1))
    after, _ = plant(before, [one(6.0)], FWHM_MM)
    assert (before.voxels == after.voxels).mean() > 0.9
    assert "TEST" in after.provenance.steps[-1]


@pytest.mark.parametrize(
    ("insert", "fwhm_mm", "sentence"),
    [
        (one(10.0, centre=(1.0, 39.0, 39.0)), 5.0, "not wholly inside the image"),
        (one(10.0, centre=(400.0, 39.0, 39.0)), 5.0, "not wholly inside the image"),
        (one(80.0), 5.0, "80 mm cannot be made"),
        (one(10.0, contrast=1.0), 5.0, "contrast of 1 cannot"),
        (one(10.0), 40.0, "not that of an unfiltered PET"),
    ],
)
def test_what_cannot_be_put_in_is_refused(insert: Insert, fwhm_mm: float, sentence: str):
    with pytest.raises(StationError, match=sentence):
        plant(even(), [insert], fwhm_mm)


def test_a_place_without_uptake_is_refused():
    with pytest.raises(StationError, match="no uptake"):
        plant(even(level=0.0), [one(10.0)], FWHM_MM)


# --- places --------------------------------------------------------------------------------------


def room(edge_mm: float = 140.0, site: str = "liver") -> Room:
    """A cube about 0."""
    line = np.arange(-edge_mm / 2, edge_mm / 2 + 1, 4.0)
    points = np.stack(np.meshgrid(line, line, line, indexing="ij"), -1).reshape(-1, 3)
    return Room(site, points, edge_mm / 2 - np.abs(points).max(axis=1))


KINDS = [Kind("liver", diameter, contrast) for diameter in (6.0, 17.0) for contrast in (2.0, 4.0)]


def test_every_kind_is_placed_as_often_as_asked_inside_and_apart():
    images = drawn([room()], KINDS, 20, seed=1)
    every = [insert for image in images for insert in image]
    assert Counter(insert.kind for insert in every) == dict.fromkeys(KINDS, 20)
    for insert in every:
        assert np.abs(insert.centre_mm).max() <= 70 - insert.kind.radius_mm - EDGE_MM + 2
    for image in images:
        for number, insert in enumerate(image):
            for other in image[:number]:
                gap = np.linalg.norm(np.subtract(insert.centre_mm, other.centre_mm))
                assert gap - insert.kind.radius_mm - other.kind.radius_mm >= GAP_MM
                assert apart(insert, other)


def test_inserts_of_a_kind_are_at_many_places():
    every = [one for image in drawn([room()], KINDS, 20, seed=1) for one in image]
    for kind in KINDS:
        places = Counter(insert.place for insert in every if insert.kind == kind)
        assert len(places) >= 10
        assert max(places.values()) <= 3


def test_places_follow_from_the_seed():
    assert drawn([room()], KINDS, 6, seed=4) == drawn([room()], KINDS, 6, seed=4)
    assert drawn([room()], KINDS, 6, seed=4) != drawn([room()], KINDS, 6, seed=5)


def test_sites_share_an_image_without_touching():
    lung = Room("lung", room().points_mm + np.array([130.0, 0, 0]), room().depth_mm)
    kinds = [*KINDS, Kind("lung", 10.0, 4.0)]
    images = drawn([room(), lung], kinds, 10, seed=2)
    assert {insert.kind.site for insert in images[0]} == {"liver", "lung"}
    first = images[0]
    assert all(apart(one, other) for one in first for other in first if one is not other)


@pytest.mark.parametrize(
    ("edge_mm", "n", "sentence"),
    [(40.0, 10, "room for inserts of 17 mm at . places; at least 5"), (80.0, 500, "too few for")],
)
def test_an_organ_that_is_too_small_is_refused(edge_mm: float, n: int, sentence: str):
    with pytest.raises(StationError, match=sentence):
        drawn([room(edge_mm)], KINDS, n, seed=1)


# --- seeing --------------------------------------------------------------------------------------


def everywhere(volume: Volume) -> NDArray[np.bool_]:
    return np.ones(volume.shape, np.bool_)


def test_a_hot_insert_is_seen_and_its_place_without_it_is_not():
    insert = one(13.0)
    before = even(noise=noise(1, 0.1))
    after, _ = plant(before, [insert], FWHM_MM)
    for image, seen in ((after, True), (before, False)):
        sight = look(
            gaussian(image, 6.0).voxels,
            image.geometry,
            everywhere(image),
            insert,
            [insert],
            FWHM_MM,
        )
        assert sight is not None
        assert sight.seen is seen
        assert sight.background == pytest.approx(2.0, rel=0.02)


def test_a_faint_insert_in_noise_is_not_seen_but_the_matched_filter_answers_to_it():
    insert = one(8.0, contrast=1.6)
    before = even(noise=noise(2, 0.5))
    after, _ = plant(before, [insert], FWHM_MM)
    with_it, without = (
        look(image.voxels, image.geometry, everywhere(image), insert, [insert], FWHM_MM)
        for image in (after, before)
    )
    assert with_it is not None
    assert without is not None
    assert not with_it.seen
    assert with_it.match > without.match


def test_noise_alone_is_seldom_seen():
    insert = one(10.0)
    seen = 0
    for seed in range(60):
        image = gaussian(even(noise=noise(seed, 0.4)), 6.0)
        sight = look(image.voxels, image.geometry, everywhere(image), insert, [insert], FWHM_MM)
        assert sight is not None
        seen += sight.seen
    assert seen <= 3


def test_a_neighbour_does_not_count_as_surroundings():
    insert, near = one(10.0), one(10.0, 20.0, (39.0, 39.0, 66.0))
    image, _ = plant(even(), [insert, near], FWHM_MM)
    args = (image.voxels, image.geometry, everywhere(image), insert)
    apart_from_it = look(*args, [insert, near], FWHM_MM)
    mixed_up = look(*args, [insert], FWHM_MM)
    assert apart_from_it is not None
    assert mixed_up is not None
    assert apart_from_it.background == pytest.approx(2.0, rel=0.05)
    assert mixed_up.sd > 5 * apart_from_it.sd


def test_what_is_around_but_not_in_the_organ_does_not_count():
    insert = one(10.0)
    values = even().voxels.copy()
    values[:, :, :12] = 20.0
    organ = np.zeros(values.shape, np.bool_)
    organ[:, :, 12:] = True
    sight = look(values, even().geometry, organ, insert, [insert], FWHM_MM)
    assert sight is not None
    assert sight.background == pytest.approx(2.0)


def test_a_place_with_too_little_of_the_organ_around_is_not_judged():
    nowhere = np.zeros(even().shape, np.bool_)
    assert look(even().voxels, even().geometry, nowhere, one(10.0), [], FWHM_MM) is None


def test_the_foci_of_an_organ_are_found_once_each():
    centres: tuple[Point, ...] = ((24.0, 39.0, 39.0), (56.0, 39.0, 39.0))
    inserts = [one(10.0, 6.0, centre) for centre in centres]
    image, _ = plant(even(noise=noise(5, 0.05)), inserts, FWHM_MM)
    smooth = gaussian(image, 5.0)
    found = foci_inside(smooth.voxels, smooth.geometry, everywhere(smooth), 5.0)
    assert len(found) == 2
    for centre in centres:
        assert min(np.linalg.norm(np.subtract(centre, focus)) for focus in found) < 3
    nothing = gaussian(even(noise=noise(5, 0.05)), 5.0)
    assert foci_inside(nothing.voxels, nothing.geometry, everywhere(nothing), 5.0) == []
