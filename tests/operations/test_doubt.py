"""Where a network is unsure: known answers to the mirrored image, and what comes of them."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from station.errors import Cancelled, StationError
from station.operations.denoiser import OnSlices
from station.operations.doubt import MIRRORED, NOTICEABLE, doubt_map
from station.pet.volume import Unit, Volume
from station.progress import Report
from tests.made_up.cards import FakeCard
from tests.made_up.images import suv_image
from tests.made_up.networks import TenthLess

SHAPE = (12, 60, 72)
SUV = 2.0
Floats = NDArray[np.float32]


def same(voxels: Floats) -> Floats:
    return voxels


def left_less(voxels: Floats) -> Floats:
    """An answer that is not the same in a mirror: the stored image's left half is 20 % lower."""
    less = voxels.copy()
    less[:, :, : voxels.shape[2] // 2] *= np.float32(0.8)
    return less


@dataclass
class Answers:
    """A network whose answer to the stored voxels is known."""

    answer: Callable[[Floats], Floats] = same
    card: FakeCard = field(default_factory=FakeCard)
    resampled: list[bool] = field(default_factory=list[bool])

    def __call__(
        self,
        volume: Volume,
        report: Report,
        *,
        first_slice: int,
        on_slices: OnSlices,
        resample: bool = False,
    ) -> Volume:
        self.resampled.append(resample)
        report(0.5, "Denoising")
        voxels = self.answer(volume.voxels.astype(np.float32, copy=False))
        return Volume(voxels, volume.geometry, volume.unit, volume.provenance)


def warm(suv: float = SUV) -> Volume:
    return suv_image(np.full(SHAPE, suv)).volume


def test_a_network_with_one_answer_is_sure_everywhere() -> None:
    rng = np.random.default_rng(1)
    found = doubt_map(TenthLess(), suv_image(rng.uniform(1, 3, SHAPE)).volume)
    assert float(found.volume.voxels.max()) < 1e-3
    assert found.unsure == 0


def test_the_map_is_the_spread_of_the_answers_over_their_mean() -> None:
    """Of four answers two are 0.8 of the others: their standard deviation is known."""
    found = doubt_map(Answers(left_less), warm())
    answers = np.array([1, 0.8, 1, 0.8]) * SUV
    expected = answers.std(ddof=1) / answers.mean()
    assert expected > NOTICEABLE
    np.testing.assert_allclose(found.volume.voxels, expected, rtol=1e-3)
    assert found.unsure == 1
    assert found.volume.unit is Unit.SHARE


def test_every_mirrored_copy_is_asked_once_and_turned_back() -> None:
    seen: list[Floats] = []

    def remembered(voxels: Floats) -> Floats:
        seen.append(voxels.copy())
        return voxels

    voxels = np.random.default_rng(2).uniform(1, 3, SHAPE).astype(np.float32)
    network = Answers(remembered)
    found = doubt_map(network, suv_image(voxels).volume, resample=True)
    assert len(seen) == len(MIRRORED) == 4
    for axes, copy in zip(MIRRORED, seen, strict=True):
        np.testing.assert_array_equal(np.flip(copy, axes), voxels)
    assert float(found.volume.voxels.max()) < 1e-3, "turned back, all answers are the same"
    assert network.resampled == [True] * 4


def test_a_faint_voxel_counts_against_no_less_than_a_lung() -> None:
    answers = np.array([1, 0.8, 1, 0.8]) * 0.15
    found = doubt_map(Answers(left_less), warm(0.15))
    np.testing.assert_allclose(found.volume.voxels, answers.std(ddof=1) / 0.3, rtol=1e-3)


def test_air_is_not_unsure() -> None:
    found = doubt_map(Answers(left_less), warm(0.05))
    assert not found.volume.voxels.any()
    assert found.unsure == 0


def test_slices_that_were_never_stored_are_not_coloured() -> None:
    image = warm()
    voxels = image.voxels.copy()
    voxels[4] = np.nan
    volume = Volume(voxels, image.geometry, image.unit, image.provenance)
    found = doubt_map(Answers(left_less), volume)
    assert np.isfinite(found.volume.voxels).all()
    assert not found.volume.voxels[4].any()
    assert found.volume.voxels[10].min() > NOTICEABLE


def test_progress_rises_over_all_copies() -> None:
    fractions: list[float] = []

    def report(fraction: float, message: str) -> None:
        fractions.append(fraction)

    doubt_map(TenthLess(), warm(), report)
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1


def test_it_can_be_cancelled_in_the_middle() -> None:
    network = Answers()

    def stopping(fraction: float, message: str) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        doubt_map(network, warm(), stopping)
    assert len(network.resampled) == 2


def test_too_little_memory_is_a_sentence() -> None:
    def large(voxels: Floats) -> Floats:
        raise MemoryError

    with pytest.raises(StationError, match="not enough memory to see where the network is unsure"):
        doubt_map(Answers(large), warm())
