"""What goes wrong in an examination goes wrong in the image as physics says."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy import ndimage

from station.errors import StationError
from station.pet.volume import Geometry, Unit
from station.simulate.clinics import Clinic, without_tof
from station.simulate.degrade import CAUSES, TRAINING, USUAL_BMI, WIDER, Cause, Plan, with_uptake_of
from station.simulate.examination import (
    HEADLESS,
    Coverage,
    Examination,
    examine,
    expected_liver_noise,
    patient_of,
)
from station.simulate.phantom import Anatomy, truth_labels
from station.simulate.scanner import Scanner
from tests.made_up.kept import kept

pytestmark = pytest.mark.simulated

COARSE = Clinic(
    "coarse",
    without_tof(
        Scanner(
            matrix=58,
            voxel_mm=10.0,
            slice_mm=10.0,
            angles=30,
            detector_fwhm_mm=8.0,
            detector_fwhm_at_mm=(200.0, 9.0),
            sensitivity=0.2,
        )
    ),
    iterations=3,
    subsets=10,
    psf_fwhm_mm=0.0,
    filter_fwhm_mm=9.0,
    seconds_per_bed=120.0,
    activity_mbq_per_kg=5.55,
    noise_gain=0.002,
)
"""Quick, and of the same physics"""

SEED = 11
QUICK_END_MM = -870.0
"""Where a quick scan begins, so that it fits into one slab of 96 slices"""

Image = NDArray[np.float32]


def patient(plan: Plan) -> Anatomy:
    return replace(patient_of(plan, SEED), thigh_z_mm=QUICK_END_MM)


@kept
def examined(plan: Plan, *, noise: bool = False) -> Examination:
    return examine(patient(plan), plan, SEED, clinic=COARSE, coverage=HEADLESS, noise=noise)


def one(cause: Cause, severity: float) -> Plan:
    return Plan(((cause, severity),))


def image(plan: Plan) -> Image:
    return np.asarray(examined(plan).image.voxels, np.float32)


def severities(cause: Cause) -> tuple[float, float]:
    """A mild one and a grave one, both of training data."""
    low, high = CAUSES[cause].training
    return low + 0.3 * (high - low), high


def inner(organ: str, grid: Geometry, by: int = 1) -> NDArray[np.bool_]:
    """Voxels well inside an organ of the undegraded patient."""
    mask = truth_labels(patient(Plan()), grid).mask(organ)
    # To scipy no iterations are as many as there can be.
    return np.asarray(ndimage.binary_erosion(mask, iterations=by) if by else mask, np.bool_)


def mean_in(organ: str, plan: Plan, by: int = 1) -> float:
    grid = examined(plan).image.geometry
    return float(image(plan)[inner(organ, grid, by)].mean())


def test_an_examination_is_an_suv_image_from_the_feet_up() -> None:
    found = examined(Plan()).image
    assert found.unit is Unit.SUV_BW
    assert found.voxels.dtype == np.float32
    assert found.affine[2, 0] == pytest.approx(10.0)
    assert found.affine[1, 1] == found.affine[0, 2] == pytest.approx(10.0)
    assert np.isfinite(found.voxels).all()


def test_the_liver_of_a_flawless_examination_has_its_true_suv() -> None:
    truth = next(organ for organ in patient(Plan()).organs if organ.name == "liver").suv
    assert mean_in("liver", Plan(), by=2) == pytest.approx(truth, rel=0.03)


def test_the_head_is_in_the_scan_where_it_is_asked_for() -> None:
    short = replace(patient(Plan()), thigh_z_mm=-600.0)
    with_head = examine(short, Plan(), SEED, clinic=COARSE, noise=False).image
    headless = examine(short, Plan(), SEED, clinic=COARSE, coverage=HEADLESS, noise=False).image
    assert with_head.geometry.bounds_mm[1][2] >= 0
    assert with_head.voxels[-10:].max() > 4.0  # the brain
    assert headless.geometry.bounds_mm[1][2] < -150


def test_severity_zero_gives_the_undegraded_image() -> None:
    nothing = Plan(tuple((cause, 0.0) for cause in Cause))
    np.testing.assert_array_equal(image(nothing), image(Plan()))


def test_the_same_seed_counts_the_same_events_and_another_seed_others() -> None:
    again = examine(patient(Plan()), Plan(), SEED, clinic=COARSE, coverage=HEADLESS)
    other = examine(patient(Plan()), Plan(), SEED + 1, clinic=COARSE, coverage=HEADLESS)
    first = examined(Plan(), noise=True).image.voxels
    np.testing.assert_array_equal(first, again.image.voxels)
    assert (first != other.image.voxels).any()


def test_a_quarter_of_the_counts_doubles_the_noise_in_the_liver() -> None:
    cut = one(Cause.COUNTS_CUT, 75.0)
    core = inner("liver", examined(Plan()).image.geometry, by=2)
    clean = image(Plan())[core]
    noise = [
        float((examined(plan, noise=True).image.voxels[core] - clean).std())
        for plan in (Plan(), cut)
    ]
    assert noise[1] / noise[0] == pytest.approx(2.0, rel=0.2)
    expected = [expected_liver_noise(patient(Plan()), plan, COARSE) for plan in (Plan(), cut)]
    assert expected[1] / expected[0] == pytest.approx(2.0)
    events = [examined(plan, noise=True).events for plan in (Plan(), cut)]
    assert events[0] / events[1] == pytest.approx(4.0, rel=0.01)


def test_half_the_dose_has_less_than_half_of_the_randoms() -> None:
    half = one(Cause.UNDER_DOSED, 50.0)
    assert examined(Plan()).events / examined(half).events > 2.0
    assert examined(half).injected_mbq == pytest.approx(0.5 * examined(Plan()).injected_mbq)
    assert mean_in("liver", half, by=2) == pytest.approx(mean_in("liver", Plan(), by=2), rel=0.01)


def test_the_heavier_the_patient_the_noisier_the_liver() -> None:
    plans = [one(Cause.HEAVY, above) for above in (1.0, 7.0, 13.0)]
    noise = [expected_liver_noise(patient_of(plan, SEED), plan, COARSE) for plan in plans]
    assert all(more > 1.05 * less for less, more in pairwise(noise))
    heavy = patient_of(plans[-1], SEED)
    assert heavy.weight_kg / heavy.height_m**2 == pytest.approx(USUAL_BMI + 13.0, abs=0.1)


def test_what_leaks_into_the_arm_is_missing_in_the_liver() -> None:
    leaked = one(Cause.EXTRAVASATION, 20.0)
    ratio = mean_in("liver", leaked, by=2) / mean_in("liver", Plan(), by=2)
    assert ratio == pytest.approx(0.8, rel=0.05)
    # A fifth of the dose, in SUV · mL, is a fifth of the weight in grams.
    grid = examined(leaked).image.geometry
    hot = image(leaked) > 20
    grams = float(image(leaked)[hot].sum()) * grid.voxel_volume_ml
    assert grams == pytest.approx(0.2 * patient(Plan()).weight_kg * 1000, rel=0.2)


def test_the_apparent_dome_of_the_liver_sinks_with_the_diaphragm_of_the_ct() -> None:
    def dome_mm(plan: Plan) -> float:
        """Where the profile up through the right lobe falls to half."""
        grid = examined(plan).image.geometry
        x, y, z = next(o for o in patient(Plan()).organs if o.name == "liver").shapes[0].centre_mm
        bottom, row, column = (round(float(v)) for v in grid.to_index((x, y, z)))
        profile = image(plan)[bottom : bottom + 18, row - 1 : row + 2, column - 1 : column + 2]
        line = profile.mean(axis=(1, 2))
        below = int(np.flatnonzero(line < 0.6 * line[0])[0])
        part = (line[below - 1] - 0.6 * line[0]) / (line[below - 1] - line[below])
        return float(below - 1 + part) * 10.0

    domes = [dome_mm(one(Cause.CT_BREATH, down)) for down in (0.0, 20.0, 40.0)]
    assert all(lower < higher - 2.0 for higher, lower in pairwise(domes))


def test_calibration_scales_suv_and_nothing_else() -> None:
    plain = image(Plan())
    wrong = image(one(Cause.CALIBRATION, 50.0))
    factor = float(wrong.sum() / plain.sum())
    assert factor == pytest.approx(1.5, rel=1e-5) or factor == pytest.approx(1 / 1.5, rel=1e-5)
    np.testing.assert_allclose(wrong, np.float32(factor) * plain, rtol=1e-5)


def test_mis_normalised_detectors_make_rings_about_the_axis() -> None:
    ratio = image(one(Cause.NORMALISATION, 20.0)) / np.maximum(image(Plan()), 0.05)
    body = ndimage.uniform_filter(image(Plan()), 3) > 0.3
    facing = body & body[:, ::-1, ::-1]
    # A ring is the same at opposite places; what is wrong at one place alone is not.
    here = np.log(np.maximum(ratio, 0.05))
    pairs = np.corrcoef(here[facing], here[:, ::-1, ::-1][facing])
    assert pairs[0, 1] > 0.3


def test_dead_detectors_leave_streaks_of_both_signs() -> None:
    plain = image(Plan())
    body = ndimage.uniform_filter(plain, 3) > 0.3
    change = (image(one(Cause.DEAD_DETECTORS, 12.0)) / np.maximum(plain, 0.05))[body]
    low, high = np.percentile(change, (2, 98))
    assert low < 0.9
    assert high > 1.02


def test_too_short_an_uptake_leaves_tracer_in_blood_and_liver() -> None:
    early = one(Cause.SHORT_UPTAKE, 35.0)
    assert mean_in("heart chambers", early, by=0) > 1.2 * mean_in("heart chambers", Plan(), by=0)
    assert mean_in("liver", early) > 1.05 * mean_in("liver", Plan())
    assert examined(early).uptake_min == 25.0


def test_tumours_gain_through_the_uptake_time_and_lose_to_glucose() -> None:
    ill = patient_of(Plan(), SEED, lesion_count=(3, 3))
    early = with_uptake_of(ill, one(Cause.SHORT_UPTAKE, 35.0)).lesions
    sweet = with_uptake_of(ill, one(Cause.GLUCOSE, 10.5)).lesions
    for lesion, after_25_min, with_16_mmol in zip(ill.lesions, early, sweet, strict=True):
        # 0.85 % a minute; and (5 + 5.5) / (5 + 16).
        assert after_25_min.suv == pytest.approx(lesion.suv * (1 - 0.0085 * 35))
        assert with_16_mmol.suv == pytest.approx(lesion.suv / 2)


def test_high_glucose_drives_tracer_into_muscle() -> None:
    muscle = [mean_in("muscle", one(Cause.GLUCOSE, above)) for above in (0.0, 5.0, 12.0)]
    assert all(more > 1.1 * less for less, more in pairwise(muscle))


def test_metal_on_the_ct_makes_the_pet_too_hot_there() -> None:
    plain = image(Plan())
    ratio = image(one(Cause.OVER_ATTENUATION, 60.0)) / np.maximum(plain, 0.05)
    body = ndimage.uniform_filter(plain, 3) > 0.3
    assert np.percentile(ratio[body], 99.8) > 1.2


def test_a_truncated_body_is_under_corrected() -> None:
    whole = image(one(Cause.TRUNCATION, 1.0))
    cut = image(one(Cause.TRUNCATION, 70.0))
    assert cut.sum() < 0.97 * whole.sum()


IMAGED = sorted(set(Cause) - {Cause.COUNTS_CUT, Cause.UNDER_DOSED, Cause.HEAVY})


@pytest.mark.parametrize("cause", IMAGED)
def test_the_image_differs_the_more_the_graver_the_cause(cause: Cause) -> None:
    # Arms that are down are another pose: compared with those, uncut.
    reference = image(one(cause, 0.01) if cause is Cause.TRUNCATION else Plan())
    changes = [float(np.abs(image(one(cause, s)) - reference).mean()) for s in severities(cause)]
    assert changes[0] > 1e-4
    assert changes[1] > 1.2 * changes[0]


def test_a_cause_draws_its_numbers_for_itself() -> None:
    alone = one(Cause.BROWN_FAT, 10.0)
    beside = Plan(((Cause.CALIBRATION, 0.0), (Cause.BROWN_FAT, 10.0)))
    np.testing.assert_array_equal(image(alone), image(beside))


def test_held_out_ranges_reach_beyond_those_of_training() -> None:
    for cause in Cause:
        assert WIDER[cause][0] == TRAINING[cause][0]
        assert WIDER[cause][1] > TRAINING[cause][1]
        assert one(cause, WIDER[cause][1]).beyond_training
        assert not one(cause, TRAINING[cause][1]).beyond_training


def test_a_plan_refuses_what_no_examination_can_be() -> None:
    with pytest.raises(ValueError, match="once"):
        Plan(((Cause.MOVED, 5.0), (Cause.MOVED, 6.0)))
    with pytest.raises(ValueError, match="counts cut: 120"):
        one(Cause.COUNTS_CUT, 120.0)


def test_a_phantom_without_a_liver_has_no_liver_noise() -> None:
    bare = replace(patient(Plan()), organs=())
    with pytest.raises(StationError, match="liver"):
        expected_liver_noise(bare, Plan(), COARSE)


# --- how it is shown ---------------------------------------------------------------------------


def test_the_noise_that_is_measured_is_that_of_the_image() -> None:
    body = patient(Plan())
    noisy = examine(
        body, Plan(), SEED, clinic=COARSE, coverage=HEADLESS, noise=True, measure_noise=True
    )
    clean = examined(Plan())
    liver = truth_labels(body, noisy.image.geometry).mask("liver")
    core = np.asarray(ndimage.binary_erosion(liver), np.bool_)
    difference = (noisy.image.voxels - clean.image.voxels)[core]
    expected = 100 * float(difference.std() / clean.image.voxels[core].mean())
    assert noisy.measured_noise_percent == pytest.approx(expected, rel=0.25)
    assert clean.measured_noise_percent is None


def test_finer_voxels_show_the_same_image() -> None:
    fine = replace(COARSE, shown_voxel_mm=4.0, shown_slice_mm=5.0)
    body = patient(Plan())
    image = examine(body, Plan(), SEED, clinic=fine, coverage=HEADLESS, noise=False).image
    usual = examined(Plan()).image
    assert image.geometry.spacing_mm == pytest.approx((5.0, 4.0, 4.0))
    activity = [
        float(v.voxels.sum()) * float(np.prod(v.geometry.spacing_mm)) for v in (image, usual)
    ]
    assert activity[0] == pytest.approx(activity[1], rel=0.02)
    for organ in ("liver", "left ventricle wall"):
        place = next(o for o in body.organs if o.name == organ).shapes[0].centre_mm
        here, there = (v.voxels[v.geometry.voxel_at(place) or (0, 0, 0)] for v in (image, usual))
        assert here == pytest.approx(there, rel=0.1)


def test_nothing_is_shown_beyond_the_field_of_view() -> None:
    body = patient(Plan())
    narrow = Coverage(high_mm=HEADLESS.high_mm, field_mm=300.0)
    image = examine(body, Plan(), SEED, clinic=COARSE, coverage=narrow, noise=False).image
    x = image.geometry.to_patient(np.argwhere(image.voxels > 0))
    assert np.hypot(x[:, 0], x[:, 1]).max() <= 150
    whole = examined(Plan()).image
    wide = whole.geometry.to_patient(np.argwhere(whole.voxels > 0))
    assert np.hypot(wide[:, 0], wide[:, 1]).max() > 180
    place = image.geometry.voxel_at((0.0, 0.0, -500.0))
    same = whole.geometry.voxel_at((0.0, 0.0, -500.0))
    assert place is not None
    assert same is not None
    assert image.voxels[place] == pytest.approx(whole.voxels[same], rel=1e-5)


def test_a_reconstruction_that_assumes_too_much_scatter_shows_too_little_activity() -> None:
    body = patient(Plan())
    wrong = replace(COARSE, scatter_scale=1.15)
    image = examine(body, Plan(), SEED, clinic=wrong, coverage=HEADLESS, noise=False).image
    assert image.voxels.sum() < 0.98 * examined(Plan()).image.voxels.sum()
