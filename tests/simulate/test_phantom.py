"""The virtual scanner's bodies: superquadrics, painting order, patients, and images of them."""

import numpy as np
import pytest

from station.errors import Cancelled
from station.pet.volume import Geometry
from station.simulate.anatomy import SITES, draw_patient
from station.simulate.demo import LIVER_COV, form_images, smoothed, supine_geometry
from station.simulate.phantom import (
    WATER_MU_PER_MM,
    Anatomy,
    Lesion,
    Organ,
    Quantity,
    Shape,
    attenuation_per_mm,
    rasterise,
)


def grid(voxel_mm: float, extent_mm: float = 128.0) -> Geometry:
    """A cube of cubic voxels round LPS 0."""
    count = int(extent_mm / voxel_mm)
    return supine_geometry(count, voxel_mm, count, voxel_mm, -extent_mm / 2)


def body(*organs: Organ, lesions: tuple[Lesion, ...] = ()) -> Anatomy:
    return Anatomy("F", 60, 1.6, 60.0, organs, lesions)


def organ(name: str, shape: Shape, suv: float = 1.0, inside: frozenset[str] | None = None) -> Organ:
    return Organ(name, (shape,), suv, 50.0, inside)


def painted_ml(shape: Shape, voxel_mm: float = 2.0) -> float:
    voxels = rasterise(body(organ("it", shape)), grid(voxel_mm), Quantity.SUV).voxels
    return float(voxels.sum(dtype=np.float64)) * voxel_mm**3 / 1000


@pytest.mark.parametrize(
    "shape",
    [
        Shape((0, 0, 0), (30, 30, 30)),
        Shape((3, -5, 7), (40, 25, 33), turned_deg=(20, 30, 40)),
        Shape((3, -5, 7), (40, 25, 33), (0.5, 0.3), (20, 30, 40)),
        Shape((0, 0, 0), (25, 30, 40), (1.0, 0.4), (15, 0, 50), taper=0.5),
        Shape((0, 0, 0), (9, 12, 8), turned_deg=(30, 20, 0), ring=3.2),
        Shape((0, 0, 0), (9, 12, 8), (0.7, 0.5), ring=3.2),
    ],
    ids=["sphere", "ellipsoid", "rounded box", "tapered cylinder", "torus", "squarish ring"],
)
def test_a_painted_superquadric_has_its_analytic_volume(shape: Shape):
    assert painted_ml(shape) == pytest.approx(shape.volume_ml, rel=0.01)


def test_the_volume_of_a_sphere_is_the_one_of_school():
    assert Shape((0, 0, 0), (30, 30, 30)).volume_ml == pytest.approx(4 / 3 * np.pi * 27)


def test_a_torus_has_the_volume_of_pappus():
    assert Shape((0, 0, 0), (5, 5, 5), ring=4).volume_ml == pytest.approx(
        2 * np.pi**2 * 20 * 25 / 1000
    )


def test_a_cut_through_the_centre_leaves_half():
    whole = Shape((0, 0, 0), (30, 20, 25), turned_deg=(10, 20, 30))
    half = Shape((0, 0, 0), (30, 20, 25), turned_deg=(10, 20, 30), cut=((0.0, 0.0, 1.0), 0.0))
    assert painted_ml(half) == pytest.approx(whole.volume_ml / 2, rel=0.01)


def test_mirrored_halves_are_equal_and_symmetric():
    shape = Shape((15, 4, 0), (20, 12, 30), (0.8, 0.6), (10, 25, 40))
    pair = Organ("pair", (shape, shape.mirrored()), 1.0, 0.0)
    voxels = rasterise(body(pair), grid(4.0), Quantity.SUV).voxels
    np.testing.assert_allclose(voxels, voxels[:, :, ::-1], atol=1e-6)


@pytest.mark.parametrize("exponents", [(0.0, 1.0), (1.0, 1.5)])
def test_exponents_that_make_no_rounded_body_are_refused(exponents: tuple[float, float]):
    with pytest.raises(ValueError, match="exponents must be above 0 and at most 1"):
        Shape((0, 0, 0), (1, 1, 1), exponents)


def test_a_later_organ_replaces_an_earlier_one():
    outer = organ("wall", Shape((0, 0, 0), (40, 40, 40)), 5.0)
    inner = organ("cavity", Shape((0, 0, 0), (20, 20, 20)), 1.5)
    volume = rasterise(body(outer, inner), grid(4.0), Quantity.SUV)
    assert volume.value_at((0, 0, 0)) == pytest.approx(1.5)
    assert volume.value_at((30, 0, 0)) == pytest.approx(5.0)
    assert volume.value_at((55, 0, 0)) == 0


def test_an_organ_inside_another_never_leaves_it():
    fat = organ("fat", Shape((-20, 0, 0), (30, 30, 30)), 0.25)
    bowel = organ("bowel", Shape((0, 0, 0), (30, 10, 10)), 2.0, frozenset({"fat"}))
    volume = rasterise(body(fat, bowel), grid(4.0), Quantity.SUV)
    assert volume.value_at((-15, 0, 0)) == pytest.approx(2.0)
    assert volume.value_at((20, 0, 0)) == 0


def test_painting_inside_an_organ_that_does_not_exist_is_refused():
    lost = organ("bowel", Shape((0, 0, 0), (9, 9, 9)), 2.0, frozenset({"fatt"}))
    with pytest.raises(ValueError, match="fatt"):
        rasterise(body(lost), grid(8.0), Quantity.SUV)


def test_painting_is_the_same_on_a_grid_whose_slices_run_to_the_feet():
    shape = Shape((5, 9, -14), (30, 18, 25), (0.6, 0.8), (10, 20, 30))
    up = grid(4.0)
    affine = up.affine.copy()
    affine[:3, 0] *= -1
    affine[:3, 3] = up.to_patient((up.shape[0] - 1, 0, 0))
    down = rasterise(body(organ("it", shape)), Geometry(up.shape, affine), Quantity.SUV)
    upward = rasterise(body(organ("it", shape)), up, Quantity.SUV)
    np.testing.assert_allclose(down.voxels[::-1], upward.voxels, atol=1e-6)


def test_water_and_air_attenuate_as_they_do():
    mu = attenuation_per_mm(np.array([-1000, 0, 1000], dtype=np.float32))
    assert mu[0] == 0
    assert mu[1] == pytest.approx(WATER_MU_PER_MM)
    assert WATER_MU_PER_MM < mu[2] < 2 * WATER_MU_PER_MM


def test_painting_stops_when_asked():
    def stop(fraction: float, message: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rasterise(body(), grid(8.0), Quantity.SUV, report=stop)


@pytest.fixture(scope="module")
def patient() -> Anatomy:
    return draw_patient(1)


def coarse_grid(patient: Anatomy, voxel_mm: float) -> Geometry:
    slices = int((10 - patient.thigh_z_mm) / voxel_mm)
    return supine_geometry(int(544 / voxel_mm), voxel_mm, slices, voxel_mm, 10 - slices * voxel_mm)


def test_the_same_seed_gives_the_same_patient():
    assert draw_patient(3) == draw_patient(3)


def test_two_seeds_differ_in_body_organs_and_lesions():
    one, other = draw_patient(1), draw_patient(2)
    assert (one.height_m, one.weight_kg) != (other.height_m, other.weight_kg)
    assert {o.name: o.suv for o in one.organs} != {o.name: o.suv for o in other.organs}
    assert [v.centre_mm for v in one.lesions] != [v.centre_mm for v in other.lesions]


@pytest.mark.parametrize("name", ["liver", "lung", "muscle", "grey matter", "bladder", "aorta"])
def test_the_map_holds_exactly_the_uptake_of_each_organ(patient: Anatomy, name: str):
    voxels = rasterise(patient, coarse_grid(patient, 8.0), Quantity.SUV).voxels
    suv = next(organ.suv for organ in patient.organs if organ.name == name)
    assert np.isclose(voxels, suv, rtol=1e-5).any()


@pytest.mark.parametrize("seed", range(1, 9))
def test_uptake_is_that_of_patients(seed: int):
    suv = {organ.name: organ.suv for organ in draw_patient(seed).organs}
    assert 1.2 < suv["liver"] < 3.2
    assert 0.9 < suv["aorta"] < 2.5
    assert suv["aorta"] == suv["left ventricle cavity"] == suv["heart chambers"]
    assert max(suv["lung"], suv["muscle"]) < suv["aorta"] < suv["cerebellum"]
    assert suv["white matter"] < suv["grey matter"] / 2


@pytest.mark.parametrize("seed", range(1, 9))
def test_lesions_are_of_the_published_sites_sizes_and_uptake(seed: int):
    lesions = draw_patient(seed).lesions
    sites = {site.name for site in SITES} | {"rib", "spine", "subcutaneous"}
    assert 8 <= len(lesions) <= 12
    for lesion in lesions:
        assert lesion.site in sites
        assert 0.5 <= lesion.volume_ml <= 20
        assert 3 <= lesion.suv <= 12
        assert np.pi / 6 * lesion.diameter_mm**3 / 1000 == pytest.approx(lesion.volume_ml)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_every_lesion_lies_in_the_body_with_its_whole_volume(seed: int):
    patient = draw_patient(seed)
    for lesion in patient.lesions:
        bare = Anatomy(
            patient.sex, patient.age_years, patient.height_m, patient.weight_kg, patient.organs
        )
        low = np.array(lesion.centre_mm) - 20
        affine = np.array([[0, 0, 1, low[0]], [0, 1, 0, low[1]], [1, 0, 0, low[2]], [0, 0, 0, 1]])
        around = Geometry((41, 41, 41), affine.astype(np.float64))
        hu = rasterise(bare, around, Quantity.HU)
        assert (hu.value_at(lesion.centre_mm) or 0) > -950, lesion.site
        alone = body(lesions=(lesion,))
        filled = rasterise(alone, around, Quantity.SUV).voxels.sum() / lesion.suv / 1000
        assert filled == pytest.approx(lesion.volume_ml, rel=0.02)


def test_the_body_weighs_about_what_its_patient_weighs(patient: Anatomy):
    hu = rasterise(patient, coarse_grid(patient, 8.0), Quantity.HU).voxels
    kilograms = float(np.maximum(hu + 1000, 0).sum()) / 1000 * 8**3 / 1e6
    # Forearms and lower legs lie outside the scan: about a fifth.
    assert 0.55 * patient.weight_kg < kilograms < 1.0 * patient.weight_kg


def test_blurring_conserves_activity_inside_the_grid():
    volume = rasterise(body(organ("it", Shape((0, 0, 0), (20, 25, 30)))), grid(4.0), Quantity.SUV)
    blurred = smoothed(volume.voxels.astype(np.float32), 6.0, 4.0)
    assert blurred.sum(dtype=np.float64) == pytest.approx(
        volume.voxels.sum(dtype=np.float64), rel=1e-5
    )


def test_a_blurred_point_has_the_stated_width():
    image = np.zeros((33, 33, 33), dtype=np.float32)
    image[16, 16, 16] = 1
    profile = smoothed(image, 10.0, 2.0)[16, 16]
    half_max = profile[16] / 2
    right = 16 + int(np.flatnonzero(profile[16:] < half_max)[0])
    edge = right - (half_max - profile[right]) / (profile[right - 1] - profile[right])
    assert 2 * (edge - 16) * 2.0 == pytest.approx(10.0, rel=0.02)


def test_images_are_positive_and_as_noisy_as_a_scan(patient: Anatomy):
    images = form_images(patient, seed=1, coarser=2)
    truth = rasterise(patient, images.unfiltered.geometry, Quantity.SUV).voxels
    suv = next(organ.suv for organ in patient.organs if organ.name == "liver")
    core = smoothed(np.isclose(truth, suv, rtol=1e-5).astype(np.float32), 16.0, 4.0) > 0.98
    unfiltered = images.unfiltered.voxels[core]
    conventional = images.conventional.voxels[core]
    assert images.unfiltered.voxels.min() >= 0
    assert unfiltered.mean() == pytest.approx(suv, rel=0.02)
    assert conventional.mean() == pytest.approx(suv, rel=0.02)
    assert unfiltered.std() / unfiltered.mean() == pytest.approx(LIVER_COV, rel=0.1)
    assert conventional.std() < 0.6 * unfiltered.std()


def test_the_ct_covers_what_the_pet_covers_on_a_grid_of_its_own(patient: Anatomy):
    images = form_images(patient, seed=1, coarser=4)
    pet_low, pet_high = images.unfiltered.geometry.bounds_mm
    ct_low, ct_high = images.ct.geometry.bounds_mm
    assert (pet_low[2], pet_high[2]) == pytest.approx((ct_low[2], ct_high[2]))
    assert not images.ct.geometry.same_grid(images.unfiltered.geometry)
    assert images.ct.voxels.dtype == np.int16
    assert images.ct.voxels.min() >= -1024
    assert images.ct.voxels.max() > 400
