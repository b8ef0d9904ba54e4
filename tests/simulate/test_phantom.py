"""The virtual scanner's bodies: superquadrics, painting order, patients, and images of them."""

import numpy as np
import pytest

from station.errors import Cancelled
from station.pet.filters import smoothed
from station.pet.volume import Geometry
from station.simulate.phantom import (
    WATER_MU_PER_MM,
    Anatomy,
    Lesion,
    Organ,
    Quantity,
    Shape,
    attenuation_per_mm,
    rasterise,
    truth_labels,
)
from station.simulate.scanner import supine_geometry


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


def test_a_shape_contains_what_is_painted():
    shape = Shape((3, -5, 7), (40, 25, 33), (0.5, 0.3), (20, 30, 40), cut=((0.0, 1.0, 0.0), 9.0))
    tapered = Shape((-30, 0, 0), (20, 12, 30), (1.0, 0.4), (15, 0, 50), taper=0.5)
    ring = Shape((0, 0, 30), (5, 6, 4), (0.8, 0.9), (40, 10, 0), ring=5.0)
    geometry = grid(4.0)
    positions = geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))
    for it in (shape, tapered, ring):
        labels = truth_labels(body(organ("it", it)), geometry)
        np.testing.assert_array_equal(it.contains(positions), labels.mask("it"))


def lesion(*shapes: Shape, core: tuple[Shape, ...] = ()) -> Lesion:
    return Lesion("Lesion 1", "liver", shapes, 8.0, 45.0, core=core, core_suv=1.0)


def test_the_volume_of_a_lesion_of_two_spheres_apart_is_their_sum():
    one, other = Shape((-20, 0, 0), (10, 10, 10)), Shape((15, 8, 3), (14, 14, 14))
    expected = 4 / 3 * np.pi * (1 + 1.4**3)
    assert lesion(one, other).volume_ml == pytest.approx(expected, rel=0.01)


def test_a_lesion_of_overlapping_lobes_has_the_volume_that_is_painted():
    lobes = Shape((0, 0, 0), (20, 18, 22), (0.8, 0.9)), Shape((14, 6, 0), (14, 12, 12))
    both = lesion(*lobes)
    painted = rasterise(body(lesions=(both,)), grid(2.0), Quantity.SUV).voxels
    assert both.volume_ml == pytest.approx(painted.sum(dtype=np.float64) / 8.0 * 8 / 1000, rel=0.01)
    assert both.volume_ml < sum(shape.volume_ml for shape in lobes)


def test_a_necrotic_lesion_is_hot_round_a_cold_core_and_its_mask_holds_both():
    whole = Shape((0, 0, 0), (30, 30, 30))
    patient = body(lesions=(lesion(whole, core=(whole.grown(-12),)),))
    volume = rasterise(patient, grid(4.0), Quantity.SUV)
    assert volume.value_at((0, 0, 0)) == 1.0
    assert volume.value_at((25, 0, 0)) == 8.0
    labels = truth_labels(patient, grid(4.0))
    assert labels.mask("Lesion 1").sum() * 0.064 == pytest.approx(whole.volume_ml, rel=0.02)


def test_labels_name_the_organ_at_each_voxels_centre():
    outer = organ("wall", Shape((0, 0, 0), (40, 40, 40)), 5.0)
    inner = organ("cavity", Shape((0, 0, 0), (20, 20, 20)), 1.5)
    labels = truth_labels(body(outer, inner), grid(4.0))
    for position, name in (((0, 0, 0), "cavity"), ((30, 0, 0), "wall"), ((55, 0, 0), "air")):
        assert labels.names[int(labels.volume.value_at(position) or 0)] == name
    with pytest.raises(KeyError, match="caviti"):
        labels.mask("caviti")


def test_blurring_conserves_activity_inside_the_grid():
    volume = rasterise(body(organ("it", Shape((0, 0, 0), (20, 25, 30)))), grid(4.0), Quantity.SUV)
    blurred = smoothed(volume.voxels.astype(np.float32), 6.0, (4.0, 4.0, 4.0))
    assert blurred.sum(dtype=np.float64) == pytest.approx(
        volume.voxels.sum(dtype=np.float64), rel=1e-5
    )
