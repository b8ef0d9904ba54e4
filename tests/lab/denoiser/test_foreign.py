import numpy as np
import pytest

from station.lab.denoiser.foreign import ForeignScan, foreign_scan
from station.lab.denoiser.measures import body_rmse
from station.pet.volume import Unit

pytestmark = pytest.mark.simulated


@pytest.fixture(scope="module")
def scan() -> ForeignScan:
    return foreign_scan("case", 3, 4.0)


def test_the_truth_has_a_body_and_whole_lesions(scan: ForeignScan) -> None:
    truth = scan.truth
    assert truth.reference.unit is Unit.SUV_BW
    assert truth.reference.spacing_mm == (4.0, 4.0, 4.0)
    assert 0.2 < truth.body.mean() < 1
    assert truth.lesions
    for lesion in truth.lesions:
        inside = truth.reference.voxels[lesion.mask.inside]
        assert inside.max() > truth.reference.voxels[truth.body].mean()


def test_longer_scans_are_nearer_to_the_truth_and_the_filter_removes_noise(
    scan: ForeignScan,
) -> None:
    truth = scan.truth
    errors = {}
    for seconds in (30, 300):
        raw, conventional = scan.pair(seconds)
        assert raw.geometry.same_grid(truth.reference.geometry)
        errors[seconds] = [body_rmse(v, truth.reference, truth.body) for v in (raw, conventional)]
    assert errors[300][0] < 0.5 * errors[30][0]
    assert errors[30][1] < errors[30][0]


def test_activity_is_that_of_the_truth(scan: ForeignScan) -> None:
    raw, _ = scan.pair(300)
    body = scan.truth.body
    assert raw.voxels[body].mean() == pytest.approx(
        scan.truth.reference.voxels[body].mean(), rel=0.03
    )


def test_the_same_seed_gives_the_same_scan(scan: ForeignScan) -> None:
    again = foreign_scan("case", 3, 4.0)
    np.testing.assert_array_equal(again.pair(60)[0].voxels, scan.pair(60)[0].voxels)
