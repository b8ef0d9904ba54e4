"""A network for the tests of what happens round one: it takes a tenth of every voxel away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from station.operations.denoiser import OnSlices
from station.pet.volume import Unit, Volume
from station.progress import Report
from tests.made_up.cards import FakeCard

KEPT = 0.9


@dataclass
class TenthLess:
    """Denoises slice by slice, from the first one outward; `at_slice` is called after each."""

    at_slice: Callable[[int], None] = lambda number: None
    error: Exception | None = None
    """Raised in the middle"""
    card: FakeCard = field(default_factory=lambda: FakeCard("A tenth less"))
    order: list[int] = field(default_factory=list[int])
    resampled: bool = False
    given: Volume | None = None

    def __call__(
        self,
        volume: Volume,
        report: Report,
        *,
        first_slice: int,
        on_slices: OnSlices,
        resample: bool = False,
    ) -> Volume:
        assert volume.unit is Unit.SUV_BW
        self.given, self.resampled = volume, resample
        count = volume.shape[0]
        self.order = sorted(range(count), key=lambda number: abs(number - first_slice))
        for done, number in enumerate(self.order):
            report(done / count, "Denoising")
            if self.error is not None and done == count // 2:
                raise self.error
            on_slices(number, (volume.voxels[number : number + 1] * KEPT).astype(np.float32))
            self.at_slice(number)
        steps = ("a tenth less", "on 2 mm voxels and back") if resample else ("a tenth less",)
        return Volume(
            (volume.voxels * np.float32(KEPT)).astype(np.float32),
            volume.geometry,
            volume.unit,
            replace(volume.provenance, steps=(*volume.provenance.steps, *steps)),
        )
