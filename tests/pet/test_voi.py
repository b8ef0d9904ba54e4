"""VOIs in patient mm, and what they measure in a volume."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.dicom.load import read_image, scan
from station.errors import StationError
from station.pet.voi import (
    Isocontour,
    Mask,
    Measurement,
    PeakRule,
    Region,
    Sphere,
    Threshold,
    ThresholdRule,
    inside,
    isocontour,
    measure,
    measure_many,
    percist_liver_threshold,
    snap_to_hottest,
    sphere_radius_mm,
)
from station.pet.volume import Geometry, Unit, Volume

NO_POINT = np.array([0.0, 0.0, 0.0])


def affine_of(spacing, turn_deg=0.0, tilt_deg=0.0):
    """Axial slices (slice, row, column) → LPS, turned about the long axis; a tilt shears slices."""
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing
    affine[1, 0] = spacing[0] * np.tan(np.deg2rad(tilt_deg))
    affine[3, 3] = 1
    cos, sin = np.cos(np.deg2rad(turn_deg)), np.sin(np.deg2rad(turn_deg))
    turn = np.eye(4)
    turn[:3, :3] = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]]) @ np.array(
        [[1, 0, 0], [0, cos, -sin], [0, sin, cos]]
    )
    return turn @ affine


AFFINES = {
    "2 mm": affine_of((2.0, 2.0, 2.0)),
    "4 mm": affine_of((4.0, 4.0, 4.0)),
    "anisotropic": affine_of((3.27, 5.47, 5.47)),
    "turned": affine_of((2.78, 2.083, 2.083), turn_deg=30),
    "tilted": affine_of((3.0, 2.0, 2.5), tilt_deg=20),
}
grids = pytest.mark.parametrize("affine", AFFINES.values(), ids=AFFINES.keys())
protocol_volumes = pytest.mark.parametrize("volume_ml", [0.5, 3.0])


def grid(affine, half_width_mm=32.0):
    """A grid round the origin of the patient, which lies somewhere within a voxel."""
    spacing = np.linalg.norm(affine[:3, :3], axis=0)
    shape = np.ceil(2 * half_width_mm / spacing).astype(int)
    placed = affine.copy()
    placed[:3, 3] = -affine[:3, :3] @ (shape / 2 + (0.1, 0.27, -0.36))
    s, r, c = shape.tolist()
    return Geometry((s, r, c), placed)


def volume_of(voxels, affine=AFFINES["2 mm"], unit=Unit.SUV_BW):
    voxels = np.asarray(voxels)
    if voxels.dtype != np.int16:
        voxels = voxels.astype(np.float32)
    return Volume(voxels, Geometry(voxels.shape, affine), unit)


def centres(geometry):
    """LPS of all voxel centres, (slices, rows, columns, 3)."""
    return geometry.to_patient(np.moveaxis(np.indices(geometry.shape), 0, -1))


def distances(geometry, point_mm):
    return np.linalg.norm(centres(geometry) - point_mm, axis=-1)


def parts_in_sphere(geometry, centre_mm, radius_mm, cuts=10):
    """The part of each voxel in a sphere, by brute force: cuts³ points in each."""
    steps = (np.arange(cuts) + 0.5) / cuts - 0.5
    points = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(-1, 3)
    shifts = points @ geometry.affine[:3, :3].T
    found = np.zeros(geometry.shape)
    near = distances(geometry, centre_mm) < radius_mm + np.linalg.norm(geometry.spacing_mm)
    places = centres(geometry)[near] - centre_mm
    found[near] = [(((place + shifts) ** 2).sum(-1) <= radius_mm**2).mean() for place in places]
    return found


def noise(geometry, seed=5, unit=Unit.SUV_BW):
    voxels = np.random.default_rng(seed).gamma(4, 0.5, geometry.shape).astype(np.float32)
    return Volume(voxels, geometry, unit)


def hot_sphere(geometry, centre_mm, radius_mm, hot, cold):
    """A sphere of known activity in a background, sampled at the voxel centres."""
    voxels = np.where(distances(geometry, centre_mm) <= radius_mm, hot, cold)
    return Volume(voxels.astype(np.float32), geometry, Unit.SUV_BW)


def values(measurement):
    """All numbers of a measurement."""
    return np.array(
        [
            measurement.maximum,
            measurement.peak,
            measurement.mean,
            measurement.sd,
            measurement.minimum,
            measurement.volume_ml,
            measurement.voxels,
        ]
    )


# --- spheres ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("volume_ml", "radius_mm"), [(0.5, 4.92), (1.0, 6.20), (3.0, 8.95)])
def test_a_sphere_has_the_radius_of_its_volume(volume_ml, radius_mm):
    assert sphere_radius_mm(volume_ml) == pytest.approx(radius_mm, abs=0.01)
    assert Sphere((0, 0, 0), volume_ml).radius_mm == sphere_radius_mm(volume_ml)


@pytest.mark.parametrize("volume_ml", [0, -1, np.nan, np.inf])
def test_a_sphere_without_a_volume_cannot_be_made(volume_ml):
    with pytest.raises(ValueError, match="a volume above 0 mL"):
        Sphere((0, 0, 0), volume_ml)


@grids
@protocol_volumes
def test_a_sphere_in_a_hot_sphere_reads_its_activity_and_averages_its_own_volume(affine, volume_ml):
    volume = hot_sphere(grid(affine), NO_POINT, 18.0, hot=8.0, cold=0.5)
    for centre in [(0.0, 0.0, 0.0), (0.7, -1.1, 0.4), (-1.3, 0.2, 1.9)]:
        found = measure(volume, Sphere(centre, volume_ml))
        assert found.mean == found.maximum == found.minimum == found.peak == 8.0
        assert found.sd == 0
        assert found.volume_ml == pytest.approx(volume_ml, rel=0.005)
        assert found.warnings == ()


@grids
def test_a_sphere_round_a_hot_sphere_reads_all_of_its_activity(affine):
    geometry = grid(affine)
    hot_ml = 0.5
    parts = parts_in_sphere(geometry, NO_POINT, sphere_radius_mm(hot_ml))
    volume = Volume((8.0 * parts).astype(np.float32), geometry, Unit.SUV_BW)
    found = measure(volume, Sphere((0.4, 0.1, -0.6), 20.0))
    assert found.mean == pytest.approx(8.0 * hot_ml / 20.0, rel=0.005)
    assert found.tlg == pytest.approx(8.0 * hot_ml, rel=0.005)


@grids
@protocol_volumes
@pytest.mark.parametrize("depth", [-0.5, 0.0, 0.3, 0.8])
def test_a_sphere_cut_by_the_face_of_a_hot_slab_reads_the_part_of_it_in_the_slab(
    affine, volume_ml, depth
):
    geometry = grid(affine)
    first_hot = geometry.shape[0] // 2
    voxels = np.zeros(geometry.shape, np.float32)
    voxels[first_hot:] = 8.0
    # The slab's face is a face of voxels. Where the centre lies `depth` radii into the slab, the
    # part outside is a cap of height (1 - depth) · r.
    across = geometry.inverse[0, :3] / np.linalg.norm(geometry.inverse[0, :3])
    on_face = geometry.to_patient((first_hot - 0.5, *(np.array(geometry.shape[1:]) / 2)))
    centre = on_face + depth * sphere_radius_mm(volume_ml) * across
    height = 1 - depth
    part_outside = height**2 * (3 - height) / 4
    found = measure(Volume(voxels, geometry, Unit.SUV_BW), Sphere(tuple(centre), volume_ml))
    assert found.mean == pytest.approx(8.0 * (1 - part_outside), abs=8.0 * 0.005)


@grids
@protocol_volumes
def test_mean_and_sd_weigh_each_voxel_by_its_part_in_the_sphere(affine, volume_ml):
    volume = noise(grid(affine))
    sphere = Sphere((1.2, -0.7, 0.4), volume_ml)
    parts = parts_in_sphere(volume.geometry, sphere.centre_mm, sphere.radius_mm, cuts=16)
    mean = np.average(volume.voxels, weights=parts)
    sd = np.sqrt(np.average((volume.voxels - mean) ** 2, weights=parts))
    found = measure(volume, sphere)
    assert found.mean == pytest.approx(mean, rel=0.005)
    assert found.sd == pytest.approx(sd, rel=0.01)
    assert found.cov == pytest.approx(sd / mean, rel=0.015)


@grids
@protocol_volumes
def test_maximum_minimum_and_count_are_of_the_voxels_whose_centre_lies_inside(affine, volume_ml):
    volume = noise(grid(affine))
    sphere = Sphere((1.2, -0.7, 0.4), volume_ml)
    chosen = distances(volume.geometry, sphere.centre_mm) <= sphere.radius_mm
    found = measure(volume, sphere)
    assert found.maximum == volume.voxels[chosen].max()
    assert found.minimum == volume.voxels[chosen].min()
    assert found.voxels == chosen.sum()
    assert found.hottest_mm is not None
    assert volume.value_at(found.hottest_mm) == found.maximum


@pytest.mark.parametrize("volume_ml", [0.01, 0.1, 0.5, 3.0, 30.0])
def test_the_averaged_volume_is_the_typed_one_wherever_the_sphere_stands(volume_ml):
    geometry = grid(AFFINES["4 mm"])
    volume = Volume(np.ones(geometry.shape, np.float32), geometry, Unit.SUV_BW)
    for centre in np.random.default_rng(2).uniform(-4, 4, (20, 3)):
        found = measure(volume, Sphere(tuple(centre), volume_ml))
        assert found.volume_ml == pytest.approx(volume_ml, rel=0.002)


def test_a_sphere_between_voxel_centres_reads_the_voxel_that_holds_its_centre():
    geometry = grid(AFFINES["4 mm"])
    volume = noise(geometry)
    centre = geometry.to_patient(np.array(geometry.shape) // 2) + 1.2
    found = measure(volume, Sphere(tuple(centre), 0.001))
    assert found.voxels == 0
    assert found.maximum == found.minimum == volume.value_at(centre)
    assert found.mean == pytest.approx(found.maximum)
    assert found.volume_ml == pytest.approx(0.001, rel=0.005)
    assert np.isfinite(found.peak)
    (warning,) = found.warnings
    assert "No voxel centre is inside the VOI" in warning


def test_a_ct_of_whole_hu_is_measured_in_hu():
    voxels = np.full((20, 20, 20), 40, np.int16)
    voxels[10, 10, 10] = 90
    found = measure(volume_of(voxels, unit=Unit.HU), Sphere((20.0, 20.0, 20.0), 3.0))
    assert (found.unit, found.maximum, found.minimum) == (Unit.HU, 90, 40)
    assert 40 < found.mean < 41


def test_many_vois_are_measured_in_their_order():
    volume = noise(grid(AFFINES["2 mm"]))
    vois = [Sphere((x, 0.0, 0.0), 0.5) for x in (-9.0, 3.0, 7.0)]
    found = measure_many(volume, vois, PeakRule.LOCAL)
    assert found == tuple(measure(volume, voi, PeakRule.LOCAL) for voi in vois)


# --- peak ---------------------------------------------------------------------------------------


def ibsi_phantom(shared_data):
    """The image of the digital phantom, and its mask, both (slice, row, column)."""
    nibabel = pytest.importorskip("nibabel")
    folder = shared_data / "ibsi_digital_phantom"
    image = nibabel.load(folder / "image" / "phantom.nii.gz")
    mask = nibabel.load(folder / "mask" / "mask.nii.gz")
    affine = (np.diag([-1, -1, 1, 1]) @ image.affine)[:, [2, 1, 0, 3]]
    volume = volume_of(image.get_fdata().transpose(2, 1, 0), affine)
    return volume, Mask(mask.get_fdata().transpose(2, 1, 0) > 0, volume.geometry)


@pytest.mark.parametrize(("rule", "published"), [(PeakRule.LOCAL, 2.6), (PeakRule.GLOBAL, 3.1)])
def test_the_ibsi_digital_phantom_has_its_published_peaks(shared_data, rule, published):
    volume, mask = ibsi_phantom(shared_data)
    found = measure(volume, mask, rule)
    assert round(found.peak, 1) == published
    assert found.peak_rule is rule
    assert (found.voxels, found.maximum, found.minimum) == (74, 6, 1)
    assert found.mean == pytest.approx(2.15, abs=0.005)  # IBSI: mean intensity
    assert found.sd**2 == pytest.approx(3.05, abs=0.005)  # IBSI: intensity variance


@grids
def test_the_peak_is_the_best_mean_of_whole_voxels_within_620_um_of_a_voxel_centre_inside(affine):
    volume = noise(grid(affine))
    sphere = Sphere((1.2, -0.7, 0.4), 3.0)
    chosen = distances(volume.geometry, sphere.centre_mm) <= sphere.radius_mm
    peaks = {}
    for index in np.argwhere(chosen):
        near = distances(volume.geometry, volume.geometry.to_patient(index)) <= 6.2035
        peaks[tuple(index)] = volume.voxels[near].mean(dtype=np.float64)
    hottest = np.unravel_index(np.argmax(np.where(chosen, volume.voxels, 0)), volume.shape)
    best = max(peaks, key=peaks.__getitem__)
    everywhere = measure(volume, sphere)
    assert everywhere.peak == pytest.approx(peaks[best])
    assert everywhere.peak_mm == pytest.approx(volume.geometry.to_patient(best))
    local = measure(volume, sphere, PeakRule.LOCAL)
    assert local.peak == pytest.approx(peaks[tuple(int(i) for i in hottest)])
    assert local.peak_mm == local.hottest_mm


def test_the_peak_reaches_outside_a_voi_that_cannot_hold_it():
    voxels = np.zeros((21, 21, 21))
    voxels[10, 10, 13] = 123  # 6 mm from the middle: outside of 0.5 mL, inside of the peak's 1 mL
    found = measure(volume_of(voxels), Sphere((20.0, 20.0, 20.0), 0.5))
    assert found.maximum == found.mean == 0
    assert found.peak == pytest.approx(1.0)  # one of the 123 voxels within 6.2 mm


def test_of_several_hottest_voxels_the_local_peak_is_the_best():
    voxels = np.ones((21, 21, 21))
    voxels[10, 10, 9] = voxels[10, 10, 11] = 5
    voxels[10, 10, 14] = 4  # within 6.2 mm of the second only
    found = measure(volume_of(voxels), Sphere((20.0, 20.0, 20.0), 0.5), PeakRule.LOCAL)
    assert found.peak_mm == pytest.approx((22.0, 20.0, 20.0))
    assert found.peak == pytest.approx((123 + 4 + 4 + 3) / 123)


# --- where the image ends -----------------------------------------------------------------------


@grids
def test_at_the_border_only_what_lies_in_the_image_is_averaged(affine):
    geometry = grid(affine)
    volume = Volume(np.full(geometry.shape, 2.0, np.float32), geometry, Unit.SUV_BW)
    middle = np.array(geometry.shape) // 2
    on_face = geometry.to_patient((-0.5, middle[1], middle[2]))
    found = measure(volume, Sphere(tuple(on_face), 3.0))
    assert found.volume_ml == pytest.approx(1.5, rel=0.005)
    assert found.mean == found.peak == 2.0
    assert "The VOI extends beyond the image: 50 % of it was left out" in found.warnings[0]
    assert "1 mL sphere of the peak extends beyond the image" in found.warnings[1]


def test_a_sphere_that_only_touches_the_border_says_nothing():
    volume = volume_of(np.ones((20, 20, 20)))
    radius = sphere_radius_mm(0.5)
    touching = Sphere((radius - 1.0, 20.0, 20.0), 0.5)
    assert not any("VOI" in warning for warning in measure(volume, touching).warnings)
    leaving = Sphere((radius - 1.1, 20.0, 20.0), 0.5)
    assert "less than 1 % of it was left out" in measure(volume, leaving).warnings[0]


@pytest.mark.parametrize("x", [-60.0, 100.0, 1e30])
def test_a_sphere_outside_the_image_measures_nothing_and_says_so(x):
    found = measure(volume_of(np.ones((20, 20, 20))), Sphere((x, 20.0, 20.0), 3.0))
    numbers = values(found)
    assert np.isnan(numbers[:5]).all()
    assert (found.volume_ml, found.voxels) == (0, 0)
    assert (found.hottest_mm, found.peak_mm) == (None, None)
    assert np.isnan(found.cov)
    assert np.isnan(found.tlg)
    (warning,) = found.warnings
    assert "outside the image" in warning


def test_a_sphere_whose_edge_alone_lies_in_the_image_has_a_mean_but_no_maximum():
    volume = volume_of(np.ones((20, 20, 20)))
    found = measure(volume, Sphere((-1.0 - sphere_radius_mm(3.0) + 0.5, 20.0, 20.0), 3.0))
    assert found.mean == 1
    assert np.isnan([found.maximum, found.minimum, found.peak]).all()
    assert any("there is no maximum" in warning for warning in found.warnings)


def test_slices_that_were_never_stored_are_left_out_with_a_warning():
    voxels = np.ones((20, 20, 20))
    voxels[10:] = np.nan
    found = measure(volume_of(voxels), Sphere((20.0, 20.0, 19.0), 3.0))
    assert found.volume_ml == pytest.approx(1.5, rel=0.005)
    assert found.mean == found.maximum == found.peak == 1
    assert "50 % of the VOI's voxels in the image have no value" in found.warnings[0]


def test_a_voi_in_slices_that_were_never_stored_measures_nothing():
    found = measure(volume_of(np.full((20, 20, 20), np.nan)), Sphere((20.0, 20.0, 20.0), 3.0))
    assert np.isnan(values(found)[:5]).all()
    assert found.voxels == 0
    assert "100 % of the VOI's voxels" in found.warnings[0]


# --- laws ---------------------------------------------------------------------------------------

offsets = st.tuples(*[st.floats(-3, 3)] * 3)
sizes = st.sampled_from([0.1, 0.5, 1.0, 3.0])
seeds = st.integers(0, 2**32 - 1)
some_affines = st.sampled_from(list(AFFINES.values()))
rules = st.sampled_from(list(PeakRule))


def small_noise(affine, seed):
    return noise(grid(affine, half_width_mm=18.0), seed)


@given(some_affines, seeds, offsets, sizes, rules)
def test_the_mean_lies_between_the_coldest_and_the_hottest_voxel_touched(
    affine, seed, centre, volume_ml, rule
):
    volume = small_noise(affine, seed)
    sphere = Sphere(centre, volume_ml)
    found = measure(volume, sphere, rule)
    reach = sphere.radius_mm + np.linalg.norm(volume.spacing_mm)
    touched = volume.voxels[distances(volume.geometry, centre) <= reach]
    assert touched.min() <= found.mean <= touched.max()
    assert found.minimum <= found.maximum
    assert found.peak <= volume.voxels.max()


@given(some_affines, seeds, sizes)
def test_of_a_mask_the_mean_is_never_above_the_maximum(affine, seed, volume_ml):
    volume = small_noise(affine, seed)
    mask = inside(Sphere((0.0, 0.0, 0.0), volume_ml), volume).mask(volume.geometry)
    found = measure(volume, mask)
    if mask.inside.any():
        assert found.minimum <= found.mean <= found.maximum


@given(some_affines, st.floats(0.01, 100), offsets, sizes, rules)
def test_in_a_uniform_image_mean_peak_and_maximum_are_one(affine, value, centre, volume_ml, rule):
    geometry = grid(affine, half_width_mm=18.0)
    volume = Volume(np.full(geometry.shape, value, np.float32), geometry, Unit.SUV_BW)
    found = measure(volume, Sphere(centre, volume_ml), rule)
    assert found.mean == found.peak == found.maximum == found.minimum == np.float32(value)
    assert found.sd == 0


@given(some_affines, seeds, offsets, sizes, rules, st.tuples(*[st.floats(-500, 500)] * 3))
def test_moving_image_and_voi_together_changes_nothing(
    affine, seed, centre, volume_ml, rule, shift
):
    volume = small_noise(affine, seed)
    moved_affine = volume.affine.copy()
    moved_affine[:3, 3] += shift
    moved = volume_of(volume.voxels, moved_affine)
    before = measure(volume, Sphere(centre, volume_ml), rule)
    after = measure(moved, Sphere(tuple(np.add(centre, shift)), volume_ml), rule)
    np.testing.assert_allclose(values(after), values(before), rtol=1e-6)


@given(some_affines, seeds, offsets, sizes, rules, st.integers(-6, 6))
def test_scaling_the_image_scales_every_statistic(affine, seed, centre, volume_ml, rule, power):
    volume = small_noise(affine, seed)
    factor = 2.0**power  # exact in float32
    before = measure(volume, Sphere(centre, volume_ml), rule)
    after = measure(volume.scaled(factor, Unit.SUV_BW), Sphere(centre, volume_ml), rule)
    scaled = values(before) * ([factor] * 5 + [1, 1])
    np.testing.assert_allclose(values(after), scaled, rtol=1e-12)
    negative = measure(volume.scaled(-factor, Unit.SUV_BW), Sphere(centre, volume_ml), rule)
    assert negative.mean == pytest.approx(-after.mean)
    assert negative.sd == pytest.approx(after.sd)
    assert (negative.maximum, negative.minimum) == (-after.minimum, -after.maximum)


@given(
    some_affines,
    seeds,
    offsets,
    sizes,
    rules,
    st.permutations([0, 1, 2]),
    st.tuples(*[st.booleans()] * 3),
)
def test_the_order_and_sense_of_the_arrays_axes_change_nothing(
    affine, seed, centre, volume_ml, rule, order, flips
):
    volume = small_noise(affine, seed)
    voxels, other = volume.voxels, volume.affine.copy()
    for axis, flip in enumerate(flips):
        if flip:
            voxels = np.flip(voxels, axis)
            other[:, 3] += (voxels.shape[axis] - 1) * other[:, axis]
            other[:, axis] *= -1
    reordered = volume_of(voxels.transpose(order), other[:, [*order, 3]])
    before = measure(volume, Sphere(centre, volume_ml), rule)
    after = measure(reordered, Sphere(centre, volume_ml), rule)
    np.testing.assert_allclose(values(after), values(before), rtol=1e-6)
    assert after.warnings == before.warnings
    if before.voxels:
        assert after.hottest_mm == pytest.approx(before.hottest_mm, abs=1e-6)


# --- masks --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("patient", "voxels", "suv_max", "suv_mean"),
    [("STS_001", 5095, 7.91067, 2.55513), ("STS_002", 555, 21.67575, 7.36962)],
)
def test_sarcoma_tumours_measure_as_published(shared_data, patient, voxels, suv_max, suv_mean):
    nibabel = pytest.importorskip("nibabel")
    folder = shared_data / "sarcoma" / patient
    (study,) = scan([folder / "PET" / "image"]).studies
    volume = read_image(study.series[0]).volume()
    stored = nibabel.load(folder / "nifti" / "PET_mask.nii.gz")
    affine = (np.diag([-1, -1, 1, 1]) @ stored.affine)[:, [2, 1, 0, 3]]
    drawn = stored.get_fdata().transpose(2, 1, 0) > 0
    on_its_own_grid = Mask(drawn, Geometry(drawn.shape, affine))
    on_the_images_grid = Mask(drawn, volume.geometry)
    for mask in (on_its_own_grid, on_the_images_grid):
        found = measure(volume, mask)
        assert found.voxels == voxels
        assert found.maximum == pytest.approx(suv_max, abs=1e-5)
        assert found.mean == pytest.approx(suv_mean, abs=1e-5)
        assert found.volume_ml == pytest.approx(voxels * volume.geometry.voxel_volume_ml)
        assert found.warnings == ()


def test_a_mask_keeps_its_voxels_on_a_grid_whose_axes_run_the_other_way_round():
    volume = noise(grid(AFFINES["tilted"]))
    mask = inside(Sphere((1.0, 2.0, 3.0), 20.0), volume).mask(volume.geometry)
    flipped = volume.affine.copy()
    flipped[:, 3] += (volume.shape[1] - 1) * flipped[:, 1]
    flipped[:, 1] *= -1
    turned = Mask(mask.inside[:, ::-1], Geometry(volume.shape, flipped))
    assert measure(volume, turned) == measure(volume, mask)


def test_a_mask_on_another_grid_holds_the_voxels_whose_centre_lies_in_it():
    volume = noise(grid(AFFINES["2 mm"]))
    geometry = grid(AFFINES["4 mm"])
    drawn = distances(geometry, (2.0, -3.0, 1.0)) < 12
    mask = Mask(drawn, geometry)
    chosen = np.array(
        [
            (voxel := geometry.voxel_at(place)) is not None and drawn[voxel]
            for place in centres(volume.geometry).reshape(-1, 3)
        ]
    ).reshape(volume.shape)
    found = measure(volume, mask)
    assert found.voxels == chosen.sum()
    assert found.maximum == volume.voxels[chosen].max()
    assert found.mean == pytest.approx(volume.voxels[chosen].mean(dtype=np.float64))
    assert found.volume_ml == pytest.approx(drawn.sum() * 0.064, rel=0.05)
    (warning,) = found.warnings
    assert "The mask is on another grid" in warning


def test_a_mask_that_leaves_the_image_says_how_much_of_it():
    volume = volume_of(np.ones((10, 10, 10)))
    affine = AFFINES["4 mm"].copy()
    affine[:3, 3] = (1.0, 1.0, 1.0)
    mask = Mask(np.ones((10, 5, 5), np.bool_), Geometry((10, 5, 5), affine))
    found = measure(volume, mask)
    assert found.voxels == 1000
    assert "The mask extends beyond the image: 50 % of it" in found.warnings[1]


def test_a_mask_outside_the_image_measures_nothing():
    volume = volume_of(np.ones((10, 10, 10)))
    far = AFFINES["2 mm"].copy()
    far[:3, 3] = (500.0, 0.0, 0.0)
    found = measure(volume, Mask(np.ones((3, 3, 3), np.bool_), Geometry((3, 3, 3), far)))
    assert np.isnan(found.mean)
    assert found.voxels == 0
    assert any("No voxel centre of the image is in the mask" in text for text in found.warnings)


def test_an_empty_mask_measures_nothing():
    volume = volume_of(np.ones((10, 10, 10)))
    found = measure(volume, Mask(np.zeros(volume.shape, np.bool_), volume.geometry))
    assert np.isnan(found.mean)
    assert found.warnings == ("The mask is empty: nothing was measured.",)


def test_a_mask_of_another_shape_than_its_grid_cannot_be_made():
    with pytest.raises(ValueError, match=r"mask \(2, 2, 2\) does not fit grid"):
        Mask(np.ones((2, 2, 2), np.bool_), Geometry((3, 3, 3), np.eye(4)))


# --- which voxels -------------------------------------------------------------------------------


@grids
def test_a_region_cuts_its_voxels_out_of_the_image(affine):
    volume = noise(grid(affine))
    sphere = Sphere((1.2, -0.7, 0.4), 3.0)
    region = inside(sphere, volume)
    chosen = distances(volume.geometry, sphere.centre_mm) <= sphere.radius_mm
    np.testing.assert_array_equal(region.mask(volume.geometry).inside, chosen)
    cut = volume.voxels[region.box][region.inside]
    np.testing.assert_array_equal(cut, volume.voxels[chosen])
    assert region.inside.size < volume.voxels.size / 20


def test_a_mask_lies_in_the_smallest_box_that_holds_it():
    drawn = np.zeros((9, 9, 9), np.bool_)
    drawn[2, 3, 4] = drawn[5, 3, 7] = True
    region = Mask(drawn, Geometry(drawn.shape, np.eye(4))).region
    assert region.first == (2, 3, 4)
    assert region.inside.shape == (4, 1, 4)
    np.testing.assert_array_equal(region.mask(Geometry(drawn.shape, np.eye(4))).inside, drawn)


# --- isocontours --------------------------------------------------------------------------------

PERCENT_41 = Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41)


def fixed(value):
    return Threshold(ThresholdRule.FIXED, value)


def lesion(peak=10.0, background=1.0, sigma_mm=6.0, affine=AFFINES["2 mm"]):
    """A Gaussian blob at the origin of the patient."""
    geometry = grid(affine)
    square = distances(geometry, NO_POINT) ** 2
    blob = background + (peak - background) * np.exp(-square / (2 * sigma_mm**2))
    return Volume(blob.astype(np.float32), geometry, Unit.SUV_BW)


def reached(volume, level):
    return volume.voxels >= np.float32(level)


@pytest.mark.parametrize("part", [0.41, 0.5])
def test_a_percent_isocontour_encloses_what_reaches_that_part_of_the_maximum(part):
    volume = lesion()
    sphere = Sphere((2.0, 1.0, -1.0), 30.0)
    contour = Isocontour(sphere, Threshold(ThresholdRule.PERCENT_OF_MAX, part))
    chosen = reached(volume, part * volume.voxels.max())
    found = isocontour(volume, contour).mask(volume.geometry).inside
    np.testing.assert_array_equal(found, chosen)


def test_metabolic_volume_and_tlg_are_of_the_voxels_enclosed():
    volume = lesion()
    contour = Isocontour(Sphere((2.0, 1.0, -1.0), 30.0), fixed(4.0))
    chosen = reached(volume, 4.0)
    found = measure(volume, contour)
    assert found.voxels == chosen.sum()
    assert found.volume_ml == pytest.approx(chosen.sum() * 0.008)
    assert found.tlg == pytest.approx(volume.voxels[chosen].sum(dtype=np.float64) * 0.008)
    assert found.minimum >= 4.0
    assert found.warnings == ()


@grids
def test_the_metabolic_volume_of_a_gaussian_lesion_is_that_of_its_level(affine):
    volume = lesion(background=0.0, affine=affine)
    found = measure(volume, Isocontour(Sphere((0.0, 0.0, 0.0), 30.0), fixed(4.0)))
    radius_mm = 6.0 * np.sqrt(2 * np.log(10.0 / 4.0))
    assert found.volume_ml == pytest.approx(4 / 3 * np.pi * radius_mm**3 / 1000, rel=0.15)


def test_voxels_that_touch_at_a_corner_are_connected_and_others_are_not():
    voxels = np.zeros((21, 21, 21))
    voxels[10, 10, 10] = 8
    voxels[11, 11, 11] = 5
    voxels[10, 10, 13] = 7
    volume = volume_of(voxels)
    found = isocontour(volume, Isocontour(Sphere((20.0, 20.0, 20.0), 30.0), fixed(4.0)))
    chosen = np.argwhere(found.mask(volume.geometry).inside).tolist()
    assert chosen == [[10, 10, 10], [11, 11, 11]]


def test_an_isocontour_is_held_inside_its_sphere_of_interest_and_says_that_it_was_cut():
    volume = lesion()
    sphere = Sphere((0.0, 0.0, 0.0), 1.0)
    found = measure(volume, Isocontour(sphere, fixed(4.0)))
    assert found.voxels == inside(sphere, volume).inside.sum()
    assert "extends beyond its sphere of interest" in found.warnings[0]


@pytest.mark.parametrize("highest", [1.0, 10.0, 20.0, 30.0, 17.3, 1e-3, 7e5])
@pytest.mark.parametrize("part", [0.41, 0.4, 0.42, 0.5, 0.7])
def test_a_voxel_at_the_level_is_inside_however_its_value_was_rounded(highest, part):
    voxels = np.zeros((5, 5, 5), np.float32)
    voxels[2, 2, 2], voxels[2, 2, 3], voxels[2, 3, 2] = highest, part * highest, part * highest
    voxels[2, 2, 1] = part * highest * (1 - 1e-5)
    volume = Volume(voxels, Geometry((5, 5, 5), np.diag([2.0, 2.0, 2.0, 1.0])), Unit.SUV_BW)
    sphere = Sphere((4.0, 4.0, 4.0), 1.0)
    for threshold in (
        Threshold(ThresholdRule.PERCENT_OF_MAX, part),
        fixed(float(np.nextafter(np.float32(part * highest), np.float32(np.inf)))),
    ):
        assert measure(volume, Isocontour(sphere, threshold)).voxels == 3


def test_what_was_assumed_when_a_mask_was_read_is_said_with_each_measurement():
    volume = lesion()
    inside = volume.voxels > 4
    for geometry in (
        volume.geometry,
        Geometry(volume.shape, volume.affine @ np.diag([1, 1, 2, 1])),
    ):
        mask = Mask(inside, geometry, "gtv.dcm", ("A gap was filled.",))
        assert measure(volume, mask).warnings[0] == "A gap was filled."


def test_an_isocontour_above_all_voxels_measures_nothing_and_says_so():
    found = measure(lesion(), Isocontour(Sphere((0.0, 0.0, 0.0), 3.0), fixed(40.0)))
    assert np.isnan(found.mean)
    assert found.volume_ml == 0
    assert found.warnings == (
        "No voxel in the sphere of interest reaches 40 SUVbw: nothing was measured.",
    )


def test_an_isocontour_outside_the_image_measures_nothing_and_says_so():
    found = measure(lesion(), Isocontour(Sphere((900.0, 0.0, 0.0), 3.0), PERCENT_41))
    assert np.isnan(found.mean)
    assert "contains no voxel of the image" in found.warnings[0]


def test_a_fixed_suv_is_not_drawn_in_an_image_without_suv():
    volume = Volume(lesion().voxels, lesion().geometry, Unit.BQ_PER_ML)
    sphere = Sphere((0.0, 0.0, 0.0), 30.0)
    found = measure(volume, Isocontour(sphere, fixed(4.0)))
    assert np.isnan(found.mean)
    assert "SUV 4 cannot be drawn in an image in Bq/mL" in found.warnings[0]
    assert measure(volume, Isocontour(sphere, PERCENT_41)).voxels > 0


def test_missing_slices_neither_belong_to_an_isocontour_nor_carry_it_on():
    voxels = np.full((20, 20, 20), 8.0)
    voxels[11:14] = np.nan
    volume = volume_of(voxels)
    found = measure(volume, Isocontour(Sphere((20.0, 20.0, 20.0), 30.0), fixed(4.0)))
    assert np.isfinite(found.mean)
    region = isocontour(volume, Isocontour(Sphere((20.0, 20.0, 20.0), 30.0), fixed(4.0)))
    assert not region.mask(volume.geometry).inside[11:].any()


@given(seeds, st.integers(-4, 4))
def test_a_percent_isocontour_does_not_depend_on_the_unit(seed, power):
    volume = small_noise(AFFINES["2 mm"], seed)
    contour = Isocontour(Sphere((0.0, 0.0, 0.0), 3.0), PERCENT_41)
    before = isocontour(volume, contour)
    after = isocontour(volume.scaled(2.0**power, Unit.BQ_PER_ML), contour)
    np.testing.assert_array_equal(after.inside, before.inside)


# --- PERCIST and snapping -----------------------------------------------------------------------


def liver(mean, sd, unit=Unit.SUV_LBM):
    nothing = None
    return Measurement(
        unit, mean, mean, mean, sd, mean, 3.0, 379, nothing, nothing, PeakRule.GLOBAL
    )


def test_the_percist_threshold_is_one_and_a_half_liver_means_and_two_sd():
    assert percist_liver_threshold(liver(1.6, 0.2)) == pytest.approx(2.8)


def test_the_percist_threshold_is_refused_without_suv():
    with pytest.raises(StationError, match="the liver VOI measures Bq/mL"):
        percist_liver_threshold(liver(8000.0, 400.0, Unit.BQ_PER_ML))


def test_the_percist_threshold_is_refused_where_the_liver_voi_measures_nothing():
    with pytest.raises(StationError, match="The liver VOI measures nothing"):
        percist_liver_threshold(liver(np.nan, np.nan))


def test_a_percist_contour_in_suvbw_says_that_percist_means_sul():
    threshold = Threshold(ThresholdRule.PERCIST_LIVER, 2.8)
    found = measure(lesion(), Isocontour(Sphere((0.0, 0.0, 0.0), 30.0), threshold))
    assert found.minimum >= 2.8
    assert "PERCIST is defined for SUL; this image is in SUVbw." in found.warnings


@grids
def test_a_sphere_snaps_to_the_centre_of_the_hottest_voxel_in_it(affine):
    volume = noise(grid(affine))
    sphere = Sphere((1.2, -0.7, 0.4), 3.0)
    snapped = snap_to_hottest(volume, sphere)
    assert snapped.centre_mm == measure(volume, sphere).hottest_mm
    assert snapped.volume_ml == sphere.volume_ml


@pytest.mark.parametrize("x", [0.0, 900.0])
def test_a_sphere_without_a_voxel_that_holds_a_value_stays_where_it_is(x):
    geometry = grid(AFFINES["2 mm"])
    volume = Volume(np.full(geometry.shape, np.nan, np.float32), geometry, Unit.SUV_BW)
    sphere = Sphere((x, 0.0, 0.0), 0.5)
    assert snap_to_hottest(volume, sphere) == sphere


def test_a_region_knows_its_place_in_the_grid():
    region = Region((1, 2, 3), np.ones((1, 1, 2), np.bool_))
    assert region.box == (slice(1, 2), slice(2, 3), slice(3, 5))
