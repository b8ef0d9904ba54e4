"""Which layout a study opens in, own layouts, and how panes share the room."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app.session import Session
from station.app.state import Column, Kind, Layout, Slot, State, StudyKind, columns
from station.app.viewing import layouts
from station.app.viewing.layouts import OWN, SMALLEST_SHARE, Split
from station.app.viewing.pairing import automatic_slots
from station.app.workflow import Workflow
from station.frozen import Frozen
from station.pet.study import Role, Series
from tests.made_up.images import series, study

C, DL = series("c"), series("dl", Role.DENOISED)
RAW = series("raw", Role.UNFILTERED)
CT = series("ct", Role.CT)
CT_ELSEWHERE = series("ct", Role.CT, frame="other")
SECOND, THIRD = series("c2"), series("c3")


def opened(*members: Series, **fields: object) -> State:
    """A state in which a study of these was opened."""
    there = study(*members)
    slots = automatic_slots(there)
    state = replace(replace(State(), **fields), study=there, slots=slots)
    return replace(state, **layouts.hung(state, there, slots))


def drawn(state: State) -> list[tuple[Kind, Slot]]:
    return [(column.kind, column.slot) for column in columns(state)]


# --- Kinds -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ((C, DL, CT), StudyKind.PAIR),
        ((C, DL, RAW, CT), StudyKind.PAIR),
        ((C, CT), StudyKind.PET_CT),
        ((RAW, CT), StudyKind.PET_CT),
        ((C, CT_ELSEWHERE), StudyKind.PET),
        ((C,), StudyKind.PET),
        ((DL,), StudyKind.PET),
        ((CT,), StudyKind.CT),
        ((C, SECOND, RAW, CT), StudyKind.RECONSTRUCTIONS),
        ((C, SECOND, DL), StudyKind.RECONSTRUCTIONS),
        ((), None),
    ],
)
def test_a_study_is_of_a_kind_by_what_it_holds(members, kind):
    assert layouts.kind_of(study(*members)) is kind
    assert layouts.kind_of(study(*reversed(members))) is kind


def test_what_cannot_be_shown_does_not_count():
    assert layouts.kind_of(study(C, replace(DL, problem="It is damaged."))) is StudyKind.PET


def test_the_frames_of_a_dynamic_series_are_not_reconstructions():
    frames = [replace(series("dynamic"), part=part, parts=4) for part in range(1, 5)]
    assert layouts.kind_of(study(*frames)) is StudyKind.PET


# --- Opening -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "layout", "expected"),
    [
        (
            (C, DL, CT),
            Layout.COMPARE,
            [(Kind.IMAGE, Slot.CONVENTIONAL), (Kind.IMAGE, Slot.DENOISED)],
        ),
        (
            (C, CT),
            Layout.PET_CT,
            [
                (Kind.IMAGE, Slot.CONVENTIONAL),
                (Kind.IMAGE, Slot.CT),
                (Kind.FUSED, Slot.CONVENTIONAL),
                (Kind.MIP, Slot.CONVENTIONAL),
            ],
        ),
        ((CT,), Layout.SINGLE, [(Kind.IMAGE, Slot.CT)]),
        ((C,), Layout.SINGLE, [(Kind.IMAGE, Slot.CONVENTIONAL)]),
        ((DL,), Layout.SINGLE, [(Kind.IMAGE, Slot.DENOISED)]),
        (
            (C, SECOND, THIRD),
            Layout.RECONSTRUCTIONS,
            [(Kind.IMAGE, slot) for slot in (Slot.CONVENTIONAL, Slot.DENOISED, Slot.OTHER)],
        ),
    ],
)
def test_a_study_opens_in_the_layout_of_its_kind_without_an_empty_column(members, layout, expected):
    state = opened(*members, layout=Layout.GRID)
    assert state.layout is layout
    assert drawn(state) == expected


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("members", [(C,), (DL,), (CT,), (C, CT), (C, DL, CT), (C, SECOND, THIRD)])
@pytest.mark.parametrize("fusion", [False, True])
def test_no_layout_has_an_empty_column_while_a_study_holds_an_image(layout, members, fusion):
    state = opened(*members)
    state = replace(state, layout=layout, fusion=fusion)
    shown = columns(state)
    assert shown
    assert all(state.series(column.slot) is not None for column in shown)
    assert len({column.view for column in shown}) == len(shown)


def test_three_reconstructions_are_three_different_series():
    state = opened(C, SECOND, THIRD)
    pets = [state.slots[slot] for slot in (Slot.CONVENTIONAL, Slot.DENOISED, Slot.OTHER)]
    assert sorted(map(str, pets)) == ["c", "c2", "c3"]


def test_the_layout_stays_where_the_reader_wants_it_so():
    assert opened(C, CT, layout=Layout.GRID, automatic_layout=False).layout is Layout.GRID


def test_the_layout_chosen_for_a_kind_is_chosen_again_for_that_kind_alone():
    session = Session(opened(C, CT))
    Workflow(session).set_layout(Layout.GRID)
    choices = session.state.chosen_layouts
    assert opened(C, CT, chosen_layouts=choices).layout is Layout.GRID
    assert opened(C, DL, chosen_layouts=choices).layout is Layout.COMPARE
    session.undo_stack.undo()
    assert session.state.layout is Layout.PET_CT
    assert opened(C, CT, chosen_layouts=session.state.chosen_layouts).layout is Layout.PET_CT


def test_a_glance_at_the_mips_or_the_large_image_is_not_a_choice():
    session = Session(opened(C, DL, CT))
    workflow = Workflow(session)
    workflow.toggle_mip()
    assert session.state.layout is Layout.MIP_PAIR
    workflow.toggle_mip()
    assert session.state.layout is Layout.COMPARE
    workflow.blink()
    assert session.state.chosen_layouts == Frozen()


# --- Filling a place ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slot", "layout"),
    [
        (Slot.DENOISED, Layout.COMPARE),
        (Slot.OTHER, Layout.RECONSTRUCTIONS),
        (Slot.CT, Layout.PET_CT),
    ],
)
def test_what_is_put_where_the_layout_has_no_place_is_on_the_screen(slot, layout):
    session = Session(opened(C, SECOND, CT))
    assert session.state.layout is Layout.PET_CT
    Workflow(session).assign(slot, "c2")
    assert session.state.layout is layout
    assert any(column.slot is slot for column in columns(session.state))
    session.undo_stack.undo()
    assert session.state.layout is Layout.PET_CT


def test_a_layout_of_three_brings_the_third_reconstruction():
    session = Session(opened(C, DL, RAW))
    assert session.state.slots[Slot.OTHER] is None, "three volumes are not loaded for two columns"
    Workflow(session).set_layout(Layout.RECONSTRUCTIONS)
    assert session.state.slots[Slot.OTHER] == "raw"
    assert len(columns(session.state)) == 3


def test_both_pets_are_shown_on_the_ct():
    state = replace(opened(C, DL, CT), fusion=True)
    fused = [(Kind.FUSED, Slot.CONVENTIONAL), (Kind.FUSED, Slot.DENOISED)]
    assert drawn(state) == fused
    assert drawn(replace(state, layout=Layout.GRID))[2:] == fused


def test_an_earlier_image_is_left_of_the_current_one():
    state = opened(C, CT)
    prior = replace(state, slots=state.slots.with_(Slot.OTHER, "of another date"))
    assert drawn(replace(prior, layout=Layout.PRIOR)) == [
        (Kind.IMAGE, Slot.OTHER),
        (Kind.IMAGE, Slot.CONVENTIONAL),
    ]


# --- Own layouts -------------------------------------------------------------------------------


def saved(name: str = "Mine") -> Session:
    """A PET with its CT, whose reader saved the grid with hot iron and a moved border."""
    session = Session(opened(C, CT))
    workflow = Workflow(session)
    workflow.set_layout(Layout.GRID)
    workflow.toggle_fusion()
    workflow.set_colormap("hot-iron")
    workflow.share("grid.rows", (3.0, 1.0))
    workflow.save_layout(name)
    return session


def again(session: Session, *members: Series) -> State:
    state = session.state
    return opened(
        *members,
        own_layouts=state.own_layouts,
        chosen_layouts=state.chosen_layouts,
    )


def test_an_own_layout_is_chosen_again_for_studies_of_the_kind():
    state = again(saved(), C, CT)
    assert (state.layout, state.fusion, state.colormap) == (Layout.GRID, True, "hot-iron")
    assert state.splits["grid.rows"] == (0.75, 0.25)
    assert again(saved(), C, DL).layout is Layout.COMPARE


def test_an_own_layout_does_not_fuse_what_shares_no_space():
    session = saved()
    own = session.state.own_layouts[0]
    elsewhere = opened(C, CT_ELSEWHERE, own_layouts=(own,))
    fields = layouts.own_fields(elsewhere, elsewhere.slots, own)
    assert fields["layout"] is Layout.GRID
    assert fields["fusion"] is False


def test_saving_under_a_name_again_replaces_it():
    session = saved()
    workflow = Workflow(session)
    workflow.set_layout(Layout.SINGLE)
    workflow.save_layout(" Mine ")
    assert [own.name for own in session.state.own_layouts] == ["Mine"]
    assert again(session, C, CT).layout is Layout.SINGLE


def test_a_renamed_layout_is_chosen_for_the_same_studies():
    session = saved()
    Workflow(session).rename_layout("Mine", "Ours")
    assert session.state.chosen_layouts[StudyKind.PET_CT] == f"{OWN}Ours"
    assert again(session, C, CT).colormap == "hot-iron"


def test_a_name_that_is_taken_or_empty_is_refused_with_a_sentence():
    session = saved()
    workflow = Workflow(session)
    workflow.save_layout("Other")
    before = session.state.own_layouts
    for new, sentence in (
        ("Other", 'Another layout is named "Other" already. Choose another name.'),
        ("  ", "A layout needs a name."),
    ):
        workflow.rename_layout("Mine", new)
        assert session.state.notice == sentence
    workflow.save_layout("\n")
    assert session.state.own_layouts == before


def test_after_a_layout_was_deleted_the_fitting_one_is_chosen_and_undo_brings_it_back():
    session = saved()
    Workflow(session).delete_layout("Mine")
    assert session.state.own_layouts == ()
    assert session.state.layout is Layout.GRID, "what is shown stays"
    assert again(session, C, CT).layout is Layout.PET_CT
    session.undo_stack.undo()
    assert again(session, C, CT).layout is Layout.GRID


def test_a_choice_whose_layout_is_gone_gives_the_fitting_one():
    choices = Frozen({StudyKind.PET_CT: f"{OWN}Nobody's"})
    assert opened(C, CT, chosen_layouts=choices).layout is Layout.PET_CT


def test_an_own_layout_that_is_shown_is_known_as_shown():
    session = saved()
    (own,) = session.state.own_layouts
    assert layouts.is_shown(session.state, own)
    Workflow(session).set_layout(Layout.COMPARE)
    assert not layouts.is_shown(session.state, own)
    Workflow(session).set_own_layout("Mine")
    assert layouts.is_shown(session.state, own)
    Workflow(session).set_own_layout("Nobody's")
    assert session.state.notice == 'There is no layout named "Nobody\'s" any more.'


# --- Panes -------------------------------------------------------------------------------------

EVERY = Column(Kind.IMAGE, Slot.CONVENTIONAL, 0)


@pytest.mark.parametrize("layout", [Layout.COMPARE, Layout.SINGLE, Layout.RECONSTRUCTIONS])
def test_a_ct_has_no_mip_and_its_other_panes_take_the_room(layout):
    pet = layouts.names_in(layouts.arranged(layout, EVERY, is_pet=True))
    ct = layouts.names_in(layouts.arranged(layout, EVERY, is_pet=False))
    assert pet == ("axial", "coronal", "sagittal", "mip")
    assert ct == ("axial", "coronal", "sagittal")


@pytest.mark.parametrize("layout", [*Layout, EVERY])
@pytest.mark.parametrize("is_pet", [True, False])
def test_every_pane_of_a_column_is_there_once_and_every_split_has_its_shares(layout, is_pet):
    def check(part: Split | str) -> None:
        if isinstance(part, Split):
            assert len(part.parts) == len(part.shares)
            for inner in part.parts:
                check(inner)

    arranged = layouts.arranged(layout, EVERY, is_pet=is_pet)
    check(arranged)
    names = layouts.names_in(arranged)
    assert len(set(names)) == len(names) > 0
    assert is_pet or "mip" not in names


# --- Shares ------------------------------------------------------------------------------------


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=4))
def test_shares_sum_to_one_and_no_pane_is_lost(shares):
    bounded = layouts.normalised(shares)
    assert sum(bounded) == pytest.approx(1)
    assert min(bounded) >= SMALLEST_SHARE / (1 + len(shares) * SMALLEST_SHARE)


def test_one_drag_of_a_border_is_one_undo_and_a_border_can_be_put_back():
    session = Session()
    workflow, gesture = Workflow(session), object()
    for upper in (1.0, 2.0, 3.0):
        workflow.share("compare.rows", (upper, 1.0), gesture)
    assert session.state.splits["compare.rows"] == (0.75, 0.25)
    assert session.undo_stack.count() == 1
    workflow.share_as_first("compare.rows")
    assert layouts.shares_of(session.state, "compare.rows", (13.0, 6.0))[0] == 13 / 19
    session.undo_stack.undo()
    assert session.state.splits["compare.rows"] == (0.75, 0.25)


def test_shares_of_another_number_of_panes_are_not_used():
    state = State(splits=Frozen({"compare.rows": (0.2, 0.3, 0.5)}))
    assert layouts.shares_of(state, "compare.rows", (1.0, 1.0)) == (0.5, 0.5)
