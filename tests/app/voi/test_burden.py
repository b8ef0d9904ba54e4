"""The whole-body burden of a pair: found, counted and left out in both images, kept."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from station.app.jobs import InlineExecutor, Jobs
from station.app.session import Session
from station.app.state import Burdens, Slot, Tool
from station.app.voi import burden as subject
from station.app.voi.burden import BurdenFinding, BurdenVerbs, burden_refusal, shown_burdens
from station.app.voi.workflow import VoiWorkflow
from station.pet.burden import Burden, OrganMap
from station.pet.loaded import LoadedImage
from station.pet.study import Role
from station.pet.voi import Mask, Point, measure
from station.pet.volume import Unit
from tests.app.showing import showing
from tests.made_up.images import grid, series, suv_image

GRID = grid((40, 30, 30), (4.0, 4.0, 4.0))
LESION, BLADDER = (40.0, 60.0, 120.0), (60.0, 60.0, 40.0)


def ball(centre: Point, radius_mm: float) -> NDArray[np.bool_]:
    places = GRID.to_patient(np.moveaxis(np.indices(GRID.shape), 0, -1))
    return np.linalg.norm(places - centre, axis=-1) <= radius_mm


def pet(uid: str, lesion_mm: float, role: Role = Role.CONVENTIONAL) -> LoadedImage:
    voxels = np.ones(GRID.shape, np.float32)
    voxels[ball(LESION, lesion_mm)] = 8
    voxels[ball(BLADDER, 20)] = 30
    return suv_image(voxels, series(uid, role, geometry=GRID))


class Room:
    """The verbs over a pair, without a finder of organs."""

    def __init__(self, organs: OrganMap | None = None, why: str = "no finder") -> None:
        self.conventional, self.denoised = pet("1", 12), pet("2", 9, Role.DENOISED)
        self.session = Session(showing(self.conventional, self.denoised, reader="Dr A"))
        self.vois = VoiWorkflow(self.session)
        self.verbs = BurdenVerbs(self.session, self.vois)
        self.finding = BurdenFinding(self.session, Jobs(InlineExecutor()))
        self.asked = 0
        self.organs, self.why = organs, why

    def organs_of(self, *_: object) -> tuple[OrganMap | None, str]:
        self.asked += 1
        return self.organs, self.why

    @property
    def burdens(self) -> Burdens:
        burdens = shown_burdens(self.session.state)
        assert burdens is not None
        return burdens

    def of(self, slot: Slot) -> Burden:
        burden = self.burdens.of(slot)
        assert burden is not None
        return burden


@pytest.fixture
def room(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Room:
    made = Room()
    monkeypatch.setattr(subject, "_organs_of", made.organs_of)
    made.finding.find(4.0)
    return made


def test_both_images_have_their_burden_at_one_threshold(room: Room):
    first, second = room.of(Slot.CONVENTIONAL), room.of(Slot.DENOISED)
    voxel_ml = GRID.voxel_volume_ml
    assert [len(one.components) for one in (first, second)] == [2, 2]
    assert first.volume_ml == pytest.approx(
        (ball(LESION, 12).sum() + ball(BLADDER, 20).sum()) * voxel_ml
    )
    assert second.volume_ml < first.volume_ml
    assert room.session.state.tool is Tool.PARTS


def test_a_part_left_out_is_left_out_in_both_images_and_undone_in_both(room: Room):
    whole = [room.of(slot).volume_ml for slot in (Slot.CONVENTIONAL, Slot.DENOISED)]
    room.verbs.toggle_at(Slot.DENOISED, BLADDER)
    for slot, radius in ((Slot.CONVENTIONAL, 12), (Slot.DENOISED, 9)):
        found = room.of(slot)
        assert found.volume_ml == pytest.approx(ball(LESION, radius).sum() * GRID.voxel_volume_ml)
        (left,) = [one for one in found.components if not one.counted]
        assert left.reason == "A person left it out."
    room.session.undo_stack.undo()
    assert [room.of(slot).volume_ml for slot in (Slot.CONVENTIONAL, Slot.DENOISED)] == whole


def test_a_second_click_counts_it_again(room: Room):
    room.verbs.toggle_at(Slot.CONVENTIONAL, BLADDER)
    room.verbs.toggle_at(Slot.CONVENTIONAL, BLADDER)
    assert all(one.counted for one in room.of(Slot.DENOISED).components)


def test_a_click_beside_everything_says_so(room: Room):
    before = room.burdens
    room.verbs.toggle_at(Slot.CONVENTIONAL, (100.0, 100.0, 150.0))
    assert "Nothing above 4.00" in room.session.state.notice
    assert room.burdens is before


def test_the_counted_parts_are_kept_as_a_voi_that_says_what_was_left_out(room: Room):
    room.verbs.toggle_at(Slot.CONVENTIONAL, BLADDER)
    room.verbs.keep()
    (voi,) = room.session.state.vois
    assert isinstance(voi.shape, Mask)
    measured = measure(room.conventional.volume, voi.shape)
    assert measured.volume_ml == pytest.approx(room.of(Slot.CONVENTIONAL).volume_ml)
    assert "1 part at or above 4.00" in measured.warnings[0]
    assert "1 left out" in measured.warnings[0]


def test_with_nothing_counted_nothing_is_kept(room: Room):
    room.verbs.toggle_at(Slot.CONVENTIONAL, BLADDER)
    room.verbs.toggle_at(Slot.CONVENTIONAL, LESION)
    room.verbs.keep()
    assert room.session.state.vois == ()
    assert "nothing to keep" in room.session.state.notice


def test_why_no_organ_was_recognised_is_part_of_the_answer(room: Room):
    assert room.burdens.organs_problem == "no finder"


def test_the_organs_are_looked_for_once_for_every_threshold(room: Room):
    room.finding.find(2.5)
    assert room.asked == 1


def test_of_other_images_the_burden_is_not_shown(room: Room):
    state = room.session.state
    other = replace(state, images=state.images.with_(room.conventional.series.key, pet("1", 5)))
    assert shown_burdens(other) is None


@pytest.mark.parametrize("level", [0.0, -1.0, 1e6, float("nan")])
def test_a_threshold_that_means_nothing_is_refused_with_the_limits(room: Room, level: float):
    before = room.burdens
    room.finding.find(level)
    assert "between SUV 0.5 and 100" in room.session.state.notice
    assert room.burdens is before


def test_without_suv_there_is_no_burden():
    plain = suv_image(np.ones(GRID.shape), series(geometry=GRID), Unit.BQ_PER_ML)
    assert "needs SUV" in (burden_refusal(showing(plain)) or "")
    assert burden_refusal(showing()) == "No PET is shown."
