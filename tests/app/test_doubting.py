"""Where the network is unsure, as the window asks for it: when it is shown, and when never."""

from dataclasses import replace
from pathlib import Path

import pytest

from station.app.denoising import denoisable
from station.app.doubting import doubts_refusal
from station.app.state import Column, Kind, Slot, changes_shown, doubts_shown
from station.app.viewing.planes import Frame, Plane
from station.app.viewing.render import Painter
from station.errors import Cancelled
from tests.app.conftest import Program, Start
from tests.made_up.cards import FakeCard
from tests.made_up.held import Held
from tests.made_up.networks import TenthLess


@pytest.fixture
def reading(start: Start, raw: Path) -> Program:
    program = start()
    program.open(raw)
    return program


class LeftLess(TenthLess):
    """A network whose answer is another one in a mirror."""

    def __call__(self, volume, report, *, first_slice, on_slices, resample=False):
        made = super().__call__(
            volume, report, first_slice=first_slice, on_slices=on_slices, resample=resample
        )
        voxels = made.voxels.copy()
        voxels[:, :, : voxels.shape[2] // 2] *= 0.5
        return replace(made, voxels=voxels)


def denoised(program: Program, network: TenthLess | None = None) -> Program:
    denoising = program.bring(network or LeftLess())
    (series,) = denoisable(program.state)
    denoising.denoise(series.key)
    return program


def test_it_needs_a_dl_image(reading: Program) -> None:
    reading.doubting.toggle()
    assert reading.state.notice == "A map of where the network is unsure needs a DL image."
    assert not reading.state.doubts_wanted


def test_it_is_computed_when_asked_for_and_kept(reading: Program) -> None:
    program = denoised(reading)
    assert program.state.doubts is None
    program.doubting.toggle()
    assert not program.failures
    shown = doubts_shown(program.state)
    assert shown is not None
    assert shown.map.unsure > 0.5
    program.doubting.toggle()
    assert doubts_shown(program.state) is None
    program.doubting.toggle()
    assert doubts_shown(program.state) is shown, "it is not computed again"


def test_a_blinded_reader_cannot_show_it(reading: Program) -> None:
    program = denoised(reading)
    program.doubting.toggle()
    assert doubts_shown(program.state) is not None
    program.session.set(blinded=True)
    assert doubts_shown(program.state) is None
    assert "read blinded" in (doubts_refusal(program.state) or "")
    program.session.set(blinded=False, doubts_wanted=False, doubts=None)
    program.session.set(blinded=True)
    program.doubting.toggle()
    assert not program.state.doubts_wanted
    assert program.state.doubts is None, "nor is it computed behind the reading"


def test_the_two_maps_do_not_lie_over_each_other(reading: Program) -> None:
    program = denoised(reading)
    program.denoising.toggle_changes()
    program.doubting.toggle()
    assert doubts_shown(program.state) is not None
    assert changes_shown(program.state) is None
    program.denoising.toggle_changes()
    assert changes_shown(program.state) is not None
    assert doubts_shown(program.state) is None
    program.session.undo_stack.undo()
    assert doubts_shown(program.state) is not None


def test_cancelling_switches_it_off(start: Start, raw: Path) -> None:
    held = Held()
    program = start(held)
    program.open(raw)
    held.run_all()
    denoised(program)
    held.run_all()
    program.doubting.toggle()
    program.jobs.cancel_all()
    held.run_all()
    assert not program.state.doubts_wanted
    assert program.state.doubts is None
    assert not program.failures
    program.doubting.toggle()
    held.run_all()
    assert doubts_shown(program.state) is not None, "it can be asked for again"


def test_a_network_that_fails_is_said_and_the_map_off(reading: Program) -> None:
    program = denoised(reading)
    program.bring(LeftLess(error=Cancelled()))
    program.doubting.toggle()
    assert not program.state.doubts_wanted
    program.bring(LeftLess(card=FakeCard("Another", sha256="cd" * 32)))
    program.doubting.toggle()
    assert not program.state.doubts_wanted
    assert "not installed here" in program.state.doubts_problem
    assert program.state.doubts is None


def test_of_a_dl_image_by_another_program_nothing_is_known(start: Start, pair: Path) -> None:
    program = start()
    program.open(pair)
    assert program.state.image(Slot.DENOISED) is not None
    assert "not made by a network of this program" in (doubts_refusal(program.state) or "")


def test_another_study_forgets_it(reading: Program, pair: Path) -> None:
    program = denoised(reading)
    program.doubting.toggle()
    program.open(pair)
    assert program.state.doubts is None
    assert not program.state.doubts_wanted


def test_violet_is_over_the_dl_image_only(reading: Program) -> None:
    program = denoised(reading)
    image = program.image(Slot.DENOISED)
    s, r, c = (size // 2 for size in image.volume.shape)
    x, y, z = image.volume.geometry.to_patient((s, r, c)).tolist()
    frame = Frame(Plane.AXIAL, (x - 5, y - 5, z), 1.0, 10, 10)
    dl, other = (Column(Kind.IMAGE, slot, 1) for slot in (Slot.DENOISED, Slot.CONVENTIONAL))

    def pixels() -> list[bytes]:
        painted = [Painter().paint(program.state, column, frame) for column in (dl, other)]
        return [one.tobytes() for one in painted if one is not None]

    before = pixels()
    program.doubting.toggle()
    after = pixels()
    assert after[0] != before[0]
    assert after[1] == before[1]
    program.session.set(blinded=True)
    assert pixels() == before, "a blinded reader sees neither map nor trace of it"
