"""Reference tissues that are proposed: nothing is a VOI before a person confirms it; what looks
wrong is doubted."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from station.app.jobs import InlineExecutor, Jobs
from station.app.session import Session
from station.app.state import Placing, Proposal, current_proposal
from station.app.voi import proposing as subject
from station.app.voi.proposing import Proposing, doubts_of, progress_words
from station.app.workflow import Workflow
from station.pet.loaded import LoadedImage
from station.pet.sites import SiteKind
from station.pet.voi import Point, Sphere, measure
from station.pet.volume import Geometry
from station.quality.organs import CELL_MM, Organs, Tissue, Turned
from tests.app.showing import showing
from tests.made_up.images import grid, series, suv_image

GRID = grid((30, 30, 30), (8.0, 8.0, 8.0))
LIVER, SHOULDER = (60.0, 60.0, 60.0), (200.0, 60.0, 200.0)
PLACES: dict[str, Point] = {"spleen": (100.0, 60.0, 60.0), "liver": LIVER, "lung": (60, 60, 160)}


def pet() -> LoadedImage:
    voxels = np.full(GRID.shape, 0.4, np.float32)
    voxels[4:12, 4:12, 4:12] = 2.0  # the liver
    return suv_image(voxels, series("1", geometry=GRID))


def organs() -> Organs:
    cells = np.full(GRID.shape, Tissue.BODY, np.uint8)
    cells[4:12, 4:12, 4:12] = Tissue.LIVER
    geometry = Geometry(GRID.shape, GRID.affine)
    return Organs(geometry, cells, {}, Turned(0.0, 0.0), from_ct=False)


class Room:
    def __init__(self, monkeypatch: pytest.MonkeyPatch, places: dict[str, Point]) -> None:
        self.session = Session(showing(pet(), reader="Dr A"))
        self.workflow = Workflow(self.session)
        self.vois = self.workflow.vois
        self.proposing = Proposing(self.session, Jobs(InlineExecutor()), self.workflow)

        class Found:
            organs = organs()

        monkeypatch.setattr("station.quality.landmarks.find_landmarks", lambda *_: Found())
        monkeypatch.setattr(
            subject,
            "proposals_of",
            lambda sites, _: tuple(
                Proposal(site.id, places.get(site.id), "" if site.id in places else "Not found.")
                for site in sites
            ),
        )
        self.proposing.propose()

    @property
    def current(self) -> str | None:
        placing = self.session.state.placing
        return None if placing is None else placing.site

    @property
    def placed(self) -> list[str]:
        return [voi.name for voi in self.session.state.vois]


@pytest.fixture
def room(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    made = Room(monkeypatch, PLACES)
    yield made
    end(made)


def end(room: Room) -> None:
    """Let Qt go before Python collects the cycle of session and verbs."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    room.session.undo_stack.clear()
    room.session.changed.disconnect()


def test_a_proposal_is_no_voi_and_is_not_measured(room: Room) -> None:
    assert room.current == "lung"
    assert room.session.state.vois == ()
    assert room.workflow.measuring.rows(room.session.state) == ()
    assert room.session.undo_stack.count() == 0


def test_each_is_confirmed_at_its_own_place_and_then_the_next_comes_up(room: Room) -> None:
    room.vois.confirm()
    assert room.current == "spleen"
    room.vois.confirm()
    room.vois.confirm()
    assert room.placed == ["Lung", "Spleen", "Liver"]
    shapes = {voi.site: voi.shape for voi in room.session.state.vois}
    assert shapes["liver"] == Sphere(LIVER, 3.0)
    assert {voi.kind for voi in room.session.state.vois} == {SiteKind.REFERENCE}


def test_what_is_not_found_is_placed_by_hand_in_the_end(room: Room) -> None:
    for _ in range(3):
        room.vois.confirm()
    assert room.current == "aortic_arch"
    assert current_proposal(room.session.state) is None
    assert room.session.state.guided


def test_a_dropped_proposal_leaves_nothing_and_does_not_come_back(room: Room) -> None:
    room.vois.drop()
    assert room.current == "spleen"
    room.vois.confirm()
    room.vois.confirm()
    assert room.placed == ["Spleen", "Liver"]
    walked = {room.current}
    while room.session.state.guided:
        room.vois.place(LIVER)
        walked.add(room.current)
    assert "lung" not in walked


def test_a_proposal_is_moved_before_it_is_confirmed(room: Room) -> None:
    room.vois.move_proposal((2.0, 0.0, -1.0))
    room.vois.confirm()
    (voi,) = room.session.state.vois
    assert voi.shape == Sphere((62.0, 60.0, 159.0), 0.5)


def test_a_confirmed_one_is_undone_by_itself(room: Room) -> None:
    room.vois.confirm()
    room.vois.confirm()
    room.session.undo_stack.undo()
    assert room.placed == ["Lung"]


def test_the_crosshair_goes_to_each_proposal(room: Room) -> None:
    assert room.session.state.views[0].position_mm == PLACES["lung"]
    room.vois.confirm()
    assert room.session.state.views[0].position_mm == PLACES["spleen"]


def test_stopping_takes_all_proposals_away(room: Room) -> None:
    room.vois.stop_guided()
    assert room.session.state.proposals == ()
    assert current_proposal(room.session.state) is None


def test_any_site_can_be_chosen_and_a_step_goes_back(room: Room) -> None:
    room.vois.go_to_site("liver")
    assert progress_words(room.session.state, room.vois.sites) == "8 of 8"
    room.vois.previous_site()
    assert room.current == "spleen"
    room.vois.go_to_site("aortic_arch")
    room.vois.previous_site()
    assert room.current == "aortic_arch"
    assert progress_words(room.session.state, room.vois.sites) == "1 of 8"


def test_where_nothing_is_found_a_notice_says_so(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(monkeypatch, {})
    assert "None of the reference tissues was found" in room.session.state.notice
    assert not room.session.state.guided
    end(room)


# --- Doubts ---------------------------------------------------------------------------------


def doubts(room: Room, at: Point) -> tuple[str, ...]:
    site = room.vois.sites.find("liver")
    assert site is not None
    image = room.workflow.pet_image()
    assert image is not None
    return doubts_of(site, at, measure(image.volume, Sphere(at, 3.0)), organs())


def test_a_liver_sphere_in_a_shoulder_is_outside_the_organ_and_its_uptake_is_unusual(
    room: Room,
) -> None:
    away, uptake = doubts(room, SHOULDER)
    # From the liver's last cell at 88 mm, whose edge is half a cell further.
    expected = float(np.hypot(200 - 88 - CELL_MM / 2, 200 - 88 - CELL_MM / 2)) / 10
    assert f"{expected:.1f} cm outside the liver" in away
    assert "SUVmean 0.40 is unusual for this site: 1 to 4.5" in uptake
    assert "Zhang" in uptake


def test_a_sphere_in_the_liver_is_not_doubted(room: Room) -> None:
    assert doubts(room, LIVER) == ()


def test_a_placed_sphere_is_doubted_by_the_organs_that_were_found(room: Room) -> None:
    room.vois.stop_guided()
    room.vois.place(SHOULDER, Placing(3.0, SiteKind.REFERENCE, "Liver", "liver"))
    (voi,) = room.session.state.vois
    assert len(room.proposing.doubts_of_voi(voi)) == 2
