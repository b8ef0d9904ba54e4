"""Two dates brought together: known motions of made-up bodies, simulated patients, real ones."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from station.errors import Cancelled
from station.operations.images import PetCt
from station.operations.registration import Body, register, register_bodies
from station.pet.alignment import How, Verdict
from station.pet.volume import Geometry, Unit, Volume
from station.quality.working_grid import view_of
from tests.benchmarks.priors import errors_mm
from tests.made_up import images
from tests.made_up.kept import kept
from tests.made_up.two_dates import Pair, draw_pair

SHAPE = (90, 60, 80)
MIDDLE = np.array([158.0, 118.0, 178.0])


def turned(z_deg, shift_mm):
    """About the middle of the made-up body."""
    angle = np.radians(z_deg)
    matrix = np.eye(4)
    matrix[:2, :2] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    matrix[:3, 3] = MIDDLE - matrix[:3, :3] @ MIDDLE + np.array(shift_mm)
    return matrix


def trunk(motion=None, *, hot=(), slices=slice(None), seed=1):
    """A torso with lungs, liver and a cold spine; place p of the image is the body's `motion` p.

    `hot`: places (LPS mm) and SUVs of tumours.
    """
    geometry = images.grid(SHAPE, (4.0, 4.0, 4.0))
    places = geometry.to_patient(np.moveaxis(np.indices(SHAPE), 0, -1))
    if motion is not None:
        places = places @ motion[:3, :3].T + motion[:3, 3]
    x, y, z = np.moveaxis(places - MIDDLE, -1, 0)
    taper = 1 + z / 900
    suv = np.where((x / (120 * taper)) ** 2 + (y / (80 * taper)) ** 2 < 1, 1.0, 0.0)
    suv *= np.abs(z) < 140
    for side in (-1, 1):
        lung = ((x - 60 * side) / 45) ** 2 + ((y + 5) / 55) ** 2 + ((z - 70) / 65) ** 2 < 1
        suv[lung & (suv > 0)] = 0.4
    suv[((x + 55) / 55) ** 2 + (y / 60) ** 2 + ((z + 40) / 45) ** 2 < 1] = 2.2
    suv[((x) / 16) ** 2 + ((y - 50) / 16) ** 2 < 1] *= 0.6
    for place, value in hot:
        suv[np.linalg.norm(places - place, axis=-1) < 18] = value
    voxels = ndimage.gaussian_filter(suv, 1.0).astype(np.float32)
    noise = np.random.default_rng(seed).normal(0, 0.08, SHAPE)
    voxels = np.maximum(voxels * (1 + noise), 0).astype(np.float32)[slices]
    affine = np.array(geometry.affine)
    affine[:3, 3] = geometry.to_patient((slices.start or 0, 0, 0))
    return Volume(voxels, Geometry(voxels.shape, affine), Unit.SUV_BW)


def body(volume):
    return Body(view_of(volume, None), None, is_pet_ct=False)


def error_mm(alignment, motion):
    corners = MIDDLE + np.array(
        [(x, y, z) for x in (-80, 80) for y in (-50, 50) for z in (-90, 90)]
    )
    truth = corners @ motion[:3, :3].T + motion[:3, 3]
    return float(np.linalg.norm(alignment.to_prior(corners) - truth, axis=1).max())


MOTION = turned(6.0, (14.0, -9.0, 22.0))


def test_a_known_motion_is_found():
    alignment = register_bodies(body(trunk(MOTION)), body(trunk(seed=2)))
    assert alignment.how is How.REGISTERED
    assert alignment.verdict is Verdict.GOOD
    assert error_mm(alignment, MOTION) < 2.5
    assert alignment.turned_deg == pytest.approx(6.0, abs=0.5)
    assert "mm apart" in alignment.sentence


def test_tumours_of_one_date_do_not_pull_at_the_motion():
    hot = [(np.add(MIDDLE, (60, 0, -90)), 25.0), (np.add(MIDDLE, (-40, 40, 100)), 15.0)]
    alignment = register_bodies(body(trunk(MOTION, hot=hot)), body(trunk(seed=2)))
    assert error_mm(alignment, MOTION) < 4


def test_another_field_of_view_is_registered_by_what_both_show():
    alignment = register_bodies(
        body(trunk(MOTION, slices=slice(30, 90))), body(trunk(seed=2, slices=slice(0, 70)))
    )
    assert alignment.how is How.REGISTERED
    assert error_mm(alignment, MOTION) < 6


@pytest.mark.simulated
def test_the_same_images_give_the_same_motion_and_the_reverse_its_inverse():
    now, before = body(trunk(MOTION)), body(trunk(seed=2))
    one, two = register_bodies(now, before), register_bodies(now, before)
    assert (one.matrix == two.matrix).all()
    back = register_bodies(before, now)
    assert error_mm(back.reversed, one.matrix) < 3


def test_another_scale_of_uptake_changes_nothing():
    volume = trunk(MOTION)
    scaled = Volume(volume.voxels * np.float32(3000), volume.geometry, Unit.BQ_PER_ML)
    alignment = register_bodies(body(scaled), body(trunk(seed=2)))
    assert error_mm(alignment, MOTION) < 2.5


def test_what_cannot_be_registered_is_offset_and_said_to_have_failed():
    empty = Volume(np.zeros(SHAPE, np.float32), images.grid(SHAPE, (4.0, 4.0, 4.0)), Unit.SUV_BW)
    for now, before, date in (
        (empty, trunk(), "current"),
        (trunk(), empty, "prior"),
    ):
        alignment = register_bodies(body(now), body(before))
        assert alignment.how is How.OFFSET
        assert alignment.verdict is Verdict.FAILED
        assert f"The {date} image shows no body" in alignment.sentence
        assert "by hand" in alignment.sentence


def test_two_things_that_are_not_the_same_body_have_failed():
    leg = np.zeros(SHAPE, np.float32)
    leg[:, 20:40, 30:50] = 1.0
    other = Volume(leg, images.grid(SHAPE, (4.0, 4.0, 4.0)), Unit.SUV_BW)
    alignment = register_bodies(body(trunk()), body(other))
    assert alignment.verdict is not Verdict.GOOD


@pytest.mark.parametrize("edge", [2, 9])
def test_an_image_of_a_few_voxels_is_no_body(edge):
    few = images.suv_image(
        np.ones((edge, edge, edge)), images.series(frame="few", geometry=images.grid((edge,) * 3))
    )
    alignment = register(PetCt(few), PetCt(images.suv_image(np.ones((8, 10, 12)))))
    assert alignment.verdict is Verdict.FAILED


def test_it_stops_when_it_is_asked_to():
    calls = []

    def report(fraction, message):
        calls.append(message)
        if len(calls) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        register_bodies(body(trunk(MOTION)), body(trunk(seed=2)), report)
    assert "Registering the bodies" in calls


def test_one_frame_of_reference_needs_no_registration():
    pet = images.suv_image(np.ones((8, 10, 12)))
    alignment = register(PetCt(pet), PetCt(pet))
    assert alignment.how is How.SAME_FRAME
    assert (alignment.matrix == np.eye(4)).all()


# -- simulated patients ----------------------------------------------------------------------------


@kept
def pair(seed: int, with_ct: bool, rigid: bool) -> Pair:
    return draw_pair(seed, with_ct=with_ct, rigid=rigid)


@pytest.mark.simulated
@pytest.mark.parametrize("with_ct", [True, False], ids=["by CT", "by PET"])
def test_a_simulated_patient_who_lies_elsewhere_is_found(with_ct):
    drawn = pair(7_000_003, with_ct, True)
    alignment = register(drawn.current.images, drawn.prior.images)
    assert alignment.verdict is Verdict.GOOD
    assert max(errors_mm(drawn, alignment).values()) < 4


@pytest.mark.simulated
def test_another_posture_and_uptake_leave_some_millimetres_at_organs():
    drawn = pair(7_000_004, True, False)
    alignment = register(drawn.current.images, drawn.prior.images)
    assert alignment.verdict is Verdict.GOOD
    assert np.median([*errors_mm(drawn, alignment).values()]) < 12


# -- real images -----------------------------------------------------------------------------------


def read(folder: Path, frame: str, scratch: Path) -> PetCt:
    """The PET of a folder as if it had a frame of reference of its own."""
    from station.operations.images import find_series, load_pet_ct

    study, series = find_series([folder], (), scratch)[0]
    images_ = load_pet_ct(study, series)
    of = replace(images_.pet.series, frame_of_reference_uid=frame)
    return PetCt(replace(images_.pet, series=of))


@pytest.mark.simulated
@pytest.mark.parametrize(
    ("current", "prior"),
    [
        ("sarcoma/STS_001/PET", "whole_body/STS_001"),
        ("whole_body/STS_001", "sarcoma/STS_001/PET"),
        ("nema_pair/pet_recon_1", "nema_pair/pet_recon_2"),
    ],
)
def test_a_part_of_a_real_scan_is_found_in_the_whole(shared_data, tmp_path, current, prior):
    now, before = (
        read(shared_data / current, "a", tmp_path),
        read(shared_data / prior, "b", tmp_path),
    )
    alignment = register(now, before)
    assert alignment.verdict is Verdict.GOOD
    low, high = (
        np.array(end)
        for end in min(now.pet.body_mm, before.pet.body_mm, key=lambda b: b[1][2] - b[0][2])
    )
    middle = (low + high) / 2
    assert np.linalg.norm(alignment.to_prior(middle) - middle) < 4


@pytest.mark.simulated
def test_two_different_patients_do_not_pass_for_one(shared_data, tmp_path):
    now = read(shared_data / "sarcoma/STS_002/PET", "a", tmp_path)
    before = read(shared_data / "whole_body/STS_001", "b", tmp_path)
    assert register(now, before).verdict is Verdict.FAILED
