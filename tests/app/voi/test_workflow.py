"""Placing, moving, naming and deleting VOIs; the guided walk; the lesion rules."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app.session import Session
from station.app.state import Placing, State
from station.app.voi.measuring import Measuring
from station.app.voi.workflow import COLOURS, VoiWorkflow, threshold_words
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Role
from station.pet.voi import Isocontour, PeakRule, Sphere, Threshold, ThresholdRule
from tests.app.showing import showing
from tests.made_up.images import grid, series, suv_image

HERE = (10.0, 8.0, 9.0)
HALF = Threshold(ThresholdRule.PERCENT_OF_MAX, 0.5)


@pytest.fixture
def vois() -> VoiWorkflow:
    return VoiWorkflow(Session())


def the_voi(vois: VoiWorkflow) -> PlacedVoi:
    (voi,) = vois.state.vois
    return voi


def sphere(voi: PlacedVoi) -> Sphere:
    assert isinstance(voi.shape, Sphere)
    return voi.shape


def names(vois: VoiWorkflow) -> list[str]:
    return [voi.name for voi in vois.state.vois]


def undo(vois: VoiWorkflow) -> None:
    vois.session.undo_stack.undo()


# --- Placing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("volume_ml", [0.5, 3.0, 12.25])
def test_the_armed_sphere_is_placed_with_its_exact_volume_and_selected(
    vois: VoiWorkflow, volume_ml: float
):
    vois.arm(Placing(volume_ml))
    vois.place(HERE)
    voi = the_voi(vois)
    assert voi.shape == Sphere(HERE, volume_ml)
    assert vois.selected() == voi
    assert vois.state.placing is None


def test_with_nothing_armed_the_protocols_volume_is_placed(vois: VoiWorkflow):
    vois.place(np.array(HERE))
    assert the_voi(vois).shape == Sphere(HERE, vois.sites.default_volume_ml)


def test_free_vois_are_numbered_and_a_number_that_was_freed_is_used_again(vois: VoiWorkflow):
    for _ in range(3):
        vois.place(HERE)
    assert names(vois) == ["VOI 1", "VOI 2", "VOI 3"]
    vois.delete(vois.state.vois[1].id)
    vois.place(HERE)
    assert names(vois) == ["VOI 1", "VOI 3", "VOI 2"]


def test_every_kind_of_voi_has_a_colour_of_its_own(vois: VoiWorkflow):
    for kind in SiteKind:
        vois.place(HERE, Placing(0.5, kind))
    assert [voi.colour for voi in vois.state.vois] == [COLOURS[kind] for kind in SiteKind]
    assert len(set(COLOURS.values())) == len(SiteKind)


def test_two_vois_never_share_an_id(vois: VoiWorkflow):
    for _ in range(20):
        vois.place(HERE)
    assert len({voi.id for voi in vois.state.vois}) == 20


# --- Guided placement ---------------------------------------------------------------------------


def armed(vois: VoiWorkflow) -> tuple[str | None, float] | None:
    placing = vois.state.placing
    return None if placing is None else (placing.site, placing.volume_ml)


def test_the_guided_walk_goes_through_the_sites_of_paper_000_in_their_order(vois: VoiWorkflow):
    vois.start_guided()
    walked: list[tuple[str | None, float] | None] = []
    while vois.state.guided:
        walked.append(armed(vois))
        vois.place(HERE)
    assert walked == [
        ("aortic_arch", 0.5),
        ("semioval_center", 0.5),
        ("lung", 0.5),
        ("left_ventricle", 0.5),
        ("parotid_gland", 0.5),
        ("quadriceps_femoris", 0.5),
        ("spleen", 0.5),
        ("liver", 3.0),
    ]
    assert vois.missing() == ()
    assert vois.state.placing is None
    assert {voi.kind for voi in vois.state.vois} == {SiteKind.REFERENCE}


def test_a_skipped_site_stays_missing_and_the_walk_does_not_come_back_to_it(vois: VoiWorkflow):
    vois.start_guided()
    vois.next_site()
    vois.place(HERE)
    assert names(vois) == ["Semioval center (white matter)"]
    assert armed(vois) == ("lung", 0.5)
    while vois.state.guided:
        vois.place(HERE)
    assert [site.id for site in vois.missing()] == ["aortic_arch"]


def test_a_new_walk_begins_with_what_is_still_missing(vois: VoiWorkflow):
    vois.start_guided()
    for _ in range(2):
        vois.next_site()
    vois.place(HERE)
    vois.stop_guided()
    assert not vois.state.guided
    vois.start_guided()
    assert armed(vois) == ("aortic_arch", 0.5)


def test_skipping_the_last_site_ends_the_walk(vois: VoiWorkflow):
    vois.start_guided()
    for _ in vois.sites.sites:
        vois.next_site()
    assert not vois.state.guided
    assert vois.state.placing is None
    assert vois.state.vois == ()


def test_placing_a_site_again_replaces_it(vois: VoiWorkflow):
    liver = Placing(3.0, SiteKind.REFERENCE, "Liver", "liver")
    vois.place(HERE, liver)
    first = the_voi(vois)
    vois.place((0.0, 0.0, 0.0), liver)
    assert sphere(the_voi(vois)).centre_mm == (0.0, 0.0, 0.0)
    undo(vois)
    assert vois.state.vois == (first,)


# --- Lesions ------------------------------------------------------------------------------------


def place_lesion(vois: VoiWorkflow, tissue: str, reason: str | None = None) -> None:
    assert vois.arm_lesion(tissue, reason) is None
    vois.place(HERE)


def test_a_lesion_carries_its_tissue_and_the_protocols_volume(vois: VoiWorkflow):
    place_lesion(vois, "lymph node")
    voi = the_voi(vois)
    assert (voi.name, voi.kind, voi.tissue) == ("Lesion 1", SiteKind.LESION, "lymph node")
    assert sphere(voi).volume_ml == vois.sites.lesions.volume_ml
    assert voi.override is None


def test_a_third_lesion_of_a_tissue_type_is_refused_with_the_rule(vois: VoiWorkflow):
    for _ in range(2):
        place_lesion(vois, "bone")
    refusal = vois.arm_lesion("bone")
    assert refusal is not None
    assert refusal.startswith("The protocol allows at most 2 lesions of one tissue type")
    assert vois.state.placing is None
    assert vois.arm_lesion("lung") is None


def test_a_sixth_lesion_of_a_patient_is_refused_with_the_rule(vois: VoiWorkflow):
    for tissue in ("bone", "bone", "lung", "lung", "liver"):
        place_lesion(vois, tissue)
    refusal = vois.arm_lesion("brain")
    assert refusal is not None
    assert refusal.startswith("The protocol allows at most 5 lesions a patient, and 5 are placed.")


def test_a_reason_sets_the_rule_aside_and_is_kept_with_the_lesion(vois: VoiWorkflow):
    for _ in range(2):
        place_lesion(vois, "bone")
    place_lesion(vois, "bone", "The only one with a biopsy")
    assert vois.state.vois[-1].override == "The only one with a biopsy"


def test_a_reason_that_was_not_needed_is_not_kept(vois: VoiWorkflow):
    place_lesion(vois, "bone", "To be safe")
    assert the_voi(vois).override is None


@pytest.mark.parametrize("reason", [None, "Because"])
def test_a_tissue_that_the_protocol_does_not_know_is_never_accepted(
    vois: VoiWorkflow, reason: str | None
):
    refusal = vois.arm_lesion("limph node", reason)
    assert refusal is not None
    assert 'did you mean "lymph node"?' in refusal


def test_deleting_a_lesion_makes_room_for_another(vois: VoiWorkflow):
    for _ in range(2):
        place_lesion(vois, "bone")
    vois.delete(vois.state.vois[0].id)
    assert vois.arm_lesion("bone") is None


# --- Changing -----------------------------------------------------------------------------------


def test_nudging_moves_the_selected_sphere_by_a_millimetre(vois: VoiWorkflow):
    vois.place(HERE)
    vois.nudge((0.0, -1.0, 0.0))
    assert sphere(the_voi(vois)).centre_mm == (10.0, 7.0, 9.0)


def test_the_steps_of_one_drag_are_undone_together_and_two_drags_apart(vois: VoiWorkflow):
    vois.place(HERE)
    id_ = the_voi(vois).id
    for end in (20.0, 40.0):
        gesture = object()
        for step in range(10):
            vois.move(id_, (end + step, 0.0, 0.0), gesture)
    assert vois.session.undo_stack.count() == 3
    assert vois.session.undo_stack.undoText() == "Move VOI 1"
    undo(vois)
    assert sphere(the_voi(vois)).centre_mm == (29.0, 0.0, 0.0)
    undo(vois)
    assert sphere(the_voi(vois)).centre_mm == HERE


def test_snapping_puts_the_centre_on_the_hottest_voxel_inside(vois: VoiWorkflow):
    voxels = np.ones((8, 10, 12))
    voxels[4, 4, 6] = 5.0
    voxels[0, 0, 0] = 9.0  # hotter, but far outside the sphere
    vois.place((10.0, 9.0, 11.0), Placing(0.5))
    vois.snap(suv_image(voxels))
    assert sphere(the_voi(vois)) == Sphere((12.0, 8.0, 12.0), 0.5)
    undo(vois)
    assert sphere(the_voi(vois)).centre_mm == (10.0, 9.0, 11.0)


def test_resizing_keeps_the_centre_and_says_the_volume_in_undo(vois: VoiWorkflow):
    vois.place(HERE)
    vois.resize(the_voi(vois).id, 7.5)
    assert the_voi(vois).shape == Sphere(HERE, 7.5)
    assert vois.session.undo_stack.undoText() == "VOI 1: 7.5 mL"


def test_a_name_is_taken_without_its_blanks_and_an_empty_one_not_at_all(vois: VoiWorkflow):
    vois.place(HERE)
    id_ = the_voi(vois).id
    vois.rename(id_, "  Node  ")
    vois.rename(id_, "   ")
    assert the_voi(vois).name == "Node"


def test_colour_and_hiding_are_undone_like_everything_else(vois: VoiWorkflow):
    vois.place(HERE)
    first = the_voi(vois)
    vois.recolour(first.id, "#112233")
    vois.set_hidden(first.id, True)
    assert (the_voi(vois).colour, the_voi(vois).hidden) == ("#112233", True)
    assert vois.session.undo_stack.undoText() == "Hide VOI 1"
    undo(vois)
    undo(vois)
    assert the_voi(vois) == first


def test_a_deleted_voi_comes_back_at_its_place_in_the_order(vois: VoiWorkflow):
    for _ in range(3):
        vois.place(HERE)
    vois.delete(vois.state.vois[1].id)
    assert names(vois) == ["VOI 1", "VOI 3"]
    assert vois.selected() is None
    undo(vois)
    assert names(vois) == ["VOI 1", "VOI 2", "VOI 3"]


def test_a_voi_that_is_gone_can_no_longer_be_changed(vois: VoiWorkflow):
    vois.place(HERE)
    gone = the_voi(vois).id
    vois.delete(gone)
    steps = vois.session.undo_stack.count()
    vois.move(gone, HERE, object())
    vois.nudge((1.0, 0.0, 0.0))
    vois.rename(gone, "Ghost")
    vois.resize(gone, 1.0)
    vois.recolour(gone, "#000000")
    vois.set_hidden(gone, True)
    vois.delete(gone)
    assert vois.state.vois == ()
    assert vois.session.undo_stack.count() == steps


def test_the_rule_of_the_peak_is_a_step_of_undo(vois: VoiWorkflow):
    vois.set_peak_rule(PeakRule.LOCAL)
    undo(vois)
    assert vois.state.peak_rule is PeakRule.GLOBAL


POINTS = st.tuples(*[st.floats(-500, 500)] * 3)
STEPS: "st.SearchStrategy[tuple[str, Any]]" = st.one_of(
    st.tuples(st.just("place"), POINTS),
    st.tuples(st.just("nudge"), POINTS),
    st.tuples(st.just("rename"), st.text(min_size=1, max_size=5)),
    st.tuples(st.just("resize"), st.floats(0.01, 100)),
    st.tuples(st.just("set_hidden"), st.booleans()),
    st.tuples(st.just("delete"), st.none()),
)


def do(vois: VoiWorkflow, verb: str, value: Any) -> None:
    if verb in ("place", "nudge"):
        getattr(vois, verb)(value)
    elif vois.state.vois:
        id_ = vois.state.vois[-1].id
        getattr(vois, verb)(*((id_,) if value is None else (id_, value)))


@given(st.lists(STEPS, max_size=10))
def test_undo_and_redo_of_whatever_was_done_are_each_others_inverse(steps: list[tuple[str, Any]]):
    vois = VoiWorkflow(Session())
    stack = vois.session.undo_stack
    states: list[State] = [vois.state]
    for verb, value in steps:
        before = stack.count()
        do(vois, verb, value)
        if stack.count() > before:
            states.append(vois.state)
    for expected in reversed(states[:-1]):
        stack.undo()
        assert vois.state.vois == expected.vois
    for expected in states[1:]:
        stack.redo()
        assert vois.state.vois == expected.vois


# --- Isocontours --------------------------------------------------------------------------------


def test_an_isocontour_is_a_voi_of_its_own_beside_the_sphere_it_was_grown_in(vois: VoiWorkflow):
    vois.place(HERE, Placing(3.0, SiteKind.REFERENCE, "Liver", "liver"))
    liver = the_voi(vois)
    vois.grow(HALF)
    kept, grown = vois.state.vois
    assert kept == liver
    assert grown.shape == Isocontour(sphere(liver), HALF)
    assert (grown.name, grown.kind, grown.site) == ("Liver 50 %", SiteKind.FREE, None)
    assert vois.selected() == grown


def test_an_isocontour_stays_where_it_was_grown(vois: VoiWorkflow):
    vois.place(HERE)
    vois.grow(HALF)
    grown = vois.state.vois[1]
    vois.move(grown.id, (0.0, 0.0, 0.0), object())
    vois.nudge((1.0, 0.0, 0.0))
    vois.resize(grown.id, 9.0)
    vois.grow(HALF)
    assert vois.state.vois[1:] == (grown,)


@pytest.mark.parametrize(
    ("rule", "value", "words"),
    [
        (ThresholdRule.PERCENT_OF_MAX, 0.41, "41 %"),
        (ThresholdRule.FIXED, 2.5, "≥ 2.5"),
        (ThresholdRule.PERCIST_LIVER, 3.14159, "≥ 3.14 PERCIST"),
    ],
)
def test_a_threshold_is_named_as_a_reader_says_it(rule: ThresholdRule, value: float, words: str):
    assert threshold_words(Threshold(rule, value)) == words


def test_what_was_grown_is_measured_in_each_image_by_its_own_maximum(vois: VoiWorkflow):
    voxels = np.ones((8, 10, 12))
    voxels[3:5, 4:6, 5:7] = 6.0
    hotter = np.where(voxels > 1, 12.0, 5.0)
    vois.place((11.0, 9.0, 10.5), Placing(3.0))
    vois.grow(HALF)
    dl = suv_image(hotter, series("2", Role.DENOISED, geometry=grid(hotter.shape)))
    (row,) = Measuring().rows(showing(suv_image(voxels), dl, vois=vois.state.vois[1:]))
    for measured, suv in ((row.conventional, 6.0), (row.denoised, 12.0)):
        assert measured is not None
        assert measured.voxels == 8
        assert measured.volume_ml == pytest.approx(8 * 0.012)
        assert measured.tlg == pytest.approx(suv * 8 * 0.012)
