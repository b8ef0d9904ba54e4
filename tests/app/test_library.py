"""Opening studies: found, shown, remembered, typed values recorded; and what goes wrong."""

import gc
import shutil
import threading
import weakref
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from pydicom.uid import RTStructureSetStorage
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from station.app.library import Library
from station.app.state import (
    PET_SLOTS,
    PRIOR_ACTION,
    READ_VOIS_ACTION,
    Kind,
    Layout,
    Offer,
    Placing,
    Slot,
    columns,
    ct_under,
)
from station.app.viewing.dates import BLINDED, standing
from station.archive import index as archive
from station.archive.index import Withdrawn, open_index
from station.dicom import load
from station.dicom.nifti import write_nifti
from station.operations.demo import make_demo_study
from station.pet.loaded import LoadedImage
from station.pet.mip import Mip
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Role
from station.pet.suv import InputName, TypedInput
from station.pet.voi import Mask, Sphere
from station.pet.volume import Unit, Volume
from tests.app.conftest import Program, Start
from tests.dicom.synthetic import header, save, uid
from tests.made_up import studies
from tests.made_up.dates import BEFORE_SUV, NOW_SUV, write_two_dates
from tests.made_up.held import Held
from tests.made_up.studies import BODY_SUV, FACTOR, LESION_MM, LESION_SUV, LESION_SUV_DENOISED

STUDY = str(uid("study"))


def history(home: Path, study_uid: str = STUDY) -> list[TypedInput | Withdrawn]:
    """All that the archive was told about typed values."""
    with closing(open_index(home)) as index:
        return list(index.input_history(study_uid))


def typed_weight(program: Program, kg: float = 70.0) -> None:
    program.workflow.type_input(InputName.WEIGHT_KG, kg, f"{kg:g} kg")


# --- Opening ------------------------------------------------------------------------------------


def test_a_folder_is_opened_and_its_study_shown_in_suv(start: Start, pair: Path):
    program = start()
    state = program.open(pair)
    assert program.failures == []
    assert state.study is not None
    assert state.study.patient.name == "Doe, Jane"
    for slot, suv in ((Slot.CONVENTIONAL, LESION_SUV), (Slot.DENOISED, LESION_SUV_DENOISED)):
        volume = program.image(slot).volume
        assert volume.unit is Unit.SUV_BW
        assert volume.value_at(LESION_MM) == pytest.approx(suv, abs=0.001)
    assert program.image(Slot.CT).volume.value_at((0.0, 0.0, 146.0)) == 40
    assert state.notice == ""


def test_the_roles_decide_which_series_goes_where(start: Start, pair: Path):
    state = start().open(pair)
    roles = {slot: series.role for slot in Slot if (series := state.series(slot))}
    assert roles == {
        Slot.CONVENTIONAL: Role.CONVENTIONAL,
        Slot.DENOISED: Role.DENOISED,
        Slot.CT: Role.CT,
    }


def test_the_cursor_starts_in_the_middle_of_the_body(start: Start, pair: Path):
    for view in start().open(pair).views:
        np.testing.assert_allclose(view.position_mm, (0.0, 0.0, 146.0), atol=10.0)


def test_both_pets_get_their_rotating_mips_and_the_ct_none(start: Start, pair: Path):
    state = start().open(pair)
    assert set(state.mips) == {state.slots[Slot.CONVENTIONAL], state.slots[Slot.DENOISED]}
    assert all(mip.is_complete for mip in state.mips.values())


def test_a_study_without_a_dl_image_shows_the_conventional_one(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path)
    program = start()
    state = program.open(tmp_path)
    assert program.image(Slot.CONVENTIONAL).has_suv
    assert state.slots[Slot.DENOISED] is None


def test_what_was_found_and_left_out_is_said(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path / "study")
    (tmp_path / "letter.txt").write_text("Dear colleague", encoding="utf-8")
    state = start().open(tmp_path)
    assert state.opened_from == str(tmp_path)
    assert state.opened_summary == "1 study with 1 series in 25 files, 1 left out."
    (left_out,) = state.left_out
    assert left_out.path.name == "letter.txt"


def test_of_several_studies_the_newest_is_shown_and_one_without_a_date_is_not_it(
    start: Start, tmp_path: Path
):
    dates = {"undated": "", "new": "20260102", "old": "20250102"}
    for name, day in dates.items():
        studies.write_pet(tmp_path / name, name, 4.0, study=name, StudyDate=day)
    state = start().open(tmp_path)
    assert state.study is not None
    assert state.study.uid == uid("new")
    assert len(state.entries) == 3


def test_series_of_one_study_join_when_opened_from_two_folders(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path / "pet")
    studies.write_ct(tmp_path / "anatomy")
    program = start()
    program.open(tmp_path / "anatomy")
    state = program.open(tmp_path / "pet")
    assert state.study is not None
    assert {series.modality for series in state.study.series} == {"PT", "CT"}
    assert program.image(Slot.CT).volume.unit is Unit.HU


def test_different_frames_of_reference_are_said_as_the_pair_opens(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path)
    studies.write_denoised(tmp_path, FrameOfReferenceUID=str(uid("elsewhere")))
    assert start().open(tmp_path).notice.startswith("Different frames of reference")


def test_a_study_copied_in_stays_when_its_folder_goes(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path / "stick")
    program = start()
    program.open(tmp_path / "stick", copy_in=True)
    shutil.rmtree(tmp_path / "stick")
    program.library.open_study(STUDY)
    assert program.image(Slot.CONVENTIONAL).volume.value_at(LESION_MM) == pytest.approx(LESION_SUV)
    assert program.state.notice == ""


@pytest.mark.simulated
def test_the_demo_study_is_made_and_opened(start: Start, monkeypatch: pytest.MonkeyPatch):
    coarse = partial(make_demo_study, coarser=4)
    monkeypatch.setattr("station.operations.demo.make_demo_study", coarse)
    program = start()
    program.library.open_demo()
    state = program.state
    assert program.failures == []
    assert state.study is not None
    assert "SYNTHETIC" in state.study.patient.name
    assert program.image(Slot.CONVENTIONAL).volume.unit is Unit.SUV_BW
    assert program.image(Slot.CT).volume.unit is Unit.HU
    shown = state.series(Slot.CONVENTIONAL)
    assert shown is not None
    assert shown.role is Role.CONVENTIONAL, "of the two, not the unfiltered one"


def test_each_series_of_the_demo_is_shown_as_soon_as_it_is_written(
    start: Start, monkeypatch: pytest.MonkeyPatch, station_home: Path
):
    program = start()
    shown: list[tuple[str | None, ...]] = []

    def look(number: int) -> None:
        state = program.state
        assert len(state.study.series if state.study else ()) == number
        shown.append(tuple(slot for slot in Slot if state.image(slot) is not None))
        if number == 1:
            program.workflow.place_crosshair(0, LESION_MM)

    monkeypatch.setattr("station.operations.demo.make_demo_study", studies.QuickDemo(look))
    program.library.open_demo()
    assert shown == [
        (),
        (Slot.CONVENTIONAL,),
        (Slot.CONVENTIONAL, Slot.CT),
        (Slot.CONVENTIONAL, Slot.DENOISED, Slot.CT),
    ]
    assert program.failures == []
    assert program.state.views[0].position_mm == pytest.approx(LESION_MM), "one looks on there"
    (entry,) = program.state.entries
    assert len(entry.series) == 3
    for slot in (*PET_SLOTS, Slot.CT):
        series = program.image(slot).series
        assert series.slices, slot
        assert all(Path(path).is_relative_to(station_home / "demo") for path in series.slices.paths)


def test_a_demo_that_is_cancelled_leaves_no_half_study(
    start: Start, monkeypatch: pytest.MonkeyPatch, station_home: Path
):
    program = start()
    stop = studies.QuickDemo(lambda number: program.jobs.cancel_all() if number == 2 else None)
    monkeypatch.setattr("station.operations.demo.make_demo_study", stop)
    program.library.open_demo()
    state = program.state
    assert (state.study, dict(state.images), state.entries) == (None, {}, ())
    assert [path for path in station_home.iterdir() if path.is_dir()] == []
    assert program.failures == []
    monkeypatch.setattr("station.operations.demo.make_demo_study", studies.QuickDemo())
    program.library.open_demo()
    assert len(program.state.images) == 3


def test_a_study_that_is_read_while_the_demo_is_made_stays_until_that_is_whole(
    start: Start, monkeypatch: pytest.MonkeyPatch, other_patient: Path
):
    program = start()
    program.open(other_patient)
    read = program.state.study
    kept: list[bool] = []
    made = studies.QuickDemo(lambda number: kept.append(program.state.study is read))
    monkeypatch.setattr("station.operations.demo.make_demo_study", made)
    program.library.open_demo()
    assert kept == [True] * 4
    assert program.state.study is not None
    assert program.state.study.patient.name == "Doe, Jane"


# --- The list of studies ------------------------------------------------------------------------


def test_an_opened_study_is_in_the_list_also_after_a_restart(start: Start, pair: Path):
    start().open(pair)
    again = start()
    again.library.open_archive()
    (entry,) = again.state.entries
    assert (entry.patient_name, len(entry.series)) == ("Doe, Jane", 3)


@pytest.mark.parametrize(
    ("text", "found"), [("doe", 1), ("SYN2", 1), ("2024-03-01", 2), ("nobody", 0), ("", 2)]
)
def test_the_list_is_searched_by_name_id_and_date(
    start: Start, pair: Path, other_patient: Path, text: str, found: int
):
    program = start()
    program.open(pair)
    program.open(other_patient)
    program.library.search(text)
    assert len(program.state.entries) == found


def test_a_search_that_was_typed_over_is_not_shown(start: Start, pair: Path):
    start().open(pair)
    held = Held()
    program = start(held)
    program.library.search("nobody")
    program.library.search("doe")
    first, second = held.waiting
    second()
    first()
    assert len(program.state.entries) == 1


def test_a_study_of_the_list_is_opened_without_reading_a_header(
    start: Start, pair: Path, monkeypatch: pytest.MonkeyPatch
):
    start().open(pair)

    def never(path: Path) -> None:
        pytest.fail(f"the header of {path} was read again")

    monkeypatch.setattr(load, "read_header", never)
    program = start()
    program.library.open_study(STUDY)
    assert program.failures == []
    assert program.image(Slot.DENOISED).volume.value_at(LESION_MM) == pytest.approx(
        LESION_SUV_DENOISED, abs=0.001
    )


def test_a_study_remembered_by_another_version_is_read_anew(
    start: Start, pair: Path, monkeypatch: pytest.MonkeyPatch
):
    start().open(pair)
    monkeypatch.setattr(archive, "FORMAT", "another")
    program = start()
    program.library.open_study(STUDY)
    assert program.image(Slot.CONVENTIONAL).has_suv


def test_a_study_taken_off_the_list_keeps_its_files(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path)
    program = start()
    program.open(tmp_path)
    program.library.forget_study(STUDY)
    assert program.state.entries == ()
    assert len(list(tmp_path.rglob("*.dcm"))) == 24
    program.library.open_study(STUDY)
    assert program.state.notice == "This study is not in the list. Open its folder again."


# --- What is in the panes -----------------------------------------------------------------------


def test_exchanging_two_images_reads_neither_again(start: Start, pair: Path):
    program = start()
    before = program.open(pair)
    program.workflow.swap()
    assert dict(program.state.images) == dict(before.images)
    assert program.state.slots[Slot.DENOISED] == before.slots[Slot.CONVENTIONAL]


def test_an_image_that_no_slot_shows_is_let_go_and_comes_back_by_undo(start: Start, pair: Path):
    program = start()
    before = program.open(pair)
    ct = before.slots[Slot.CT]
    assert ct is not None
    program.workflow.assign(Slot.DENOISED, ct)
    assert set(program.state.images) == {before.slots[Slot.CONVENTIONAL], ct}
    program.session.undo_stack.undo()
    assert set(program.state.images) == set(before.images)
    assert set(program.state.mips) == set(before.mips)


def test_another_study_takes_the_place_of_all_that_was_in_memory(
    start: Start, pair: Path, other_patient: Path
):
    program = start()
    program.open(pair)
    voxels = [weakref.ref(image.volume) for image in program.state.images.values()]
    program.session.edit("Drag", blend=0.9)
    state = program.open(other_patient)
    assert set(state.images) == {state.slots[Slot.CONVENTIONAL]}
    assert not program.session.undo_stack.canUndo(), "undo does not lead into another study"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # jobs that have ended
    gc.collect()
    assert [ref() for ref in voxels] == [None, None, None]


def test_opening_another_study_begins_with_plain_images(
    start: Start, pair: Path, other_patient: Path
):
    program = start()
    program.open(pair)
    program.workflow.toggle_fusion()
    program.workflow.place_crosshair(0, (5.0, 6.0, 120.0))
    assert program.state.fusion
    state = program.open(other_patient)
    assert not state.fusion
    assert state.views[0].position_mm != (5.0, 6.0, 120.0)


# --- Guests -------------------------------------------------------------------------------------


def guest_beside(program: Program, pair: Path, other: Path) -> str:
    """Show the other patient's PET in the DL pane; its key."""
    program.open(other)
    guest = program.state.slots[Slot.CONVENTIONAL]
    assert guest is not None
    program.open(pair)
    program.workflow.assign(Slot.DENOISED, guest)
    program.workflow.admit_stranger()
    return guest


def guest_of(program: Program) -> LoadedImage:
    """As it is drawn in the DL pane."""
    image = program.state.shown(Slot.DENOISED)
    assert image is not None
    return image


def test_a_series_of_another_study_is_shown_with_the_caution_it_needs(
    start: Start, pair: Path, other_patient: Path
):
    program = start()
    key = guest_beside(program, pair, other_patient)
    assert guest_of(program).volume.value_at(LESION_MM) == pytest.approx(4.0, abs=0.001)
    assert guest_of(program).series.key == key
    assert program.state.image(Slot.DENOISED) is None, "it is not measured with the open study"
    said = standing(program.state)
    assert "Roe, Richard (ID SYN2" in said.strangers[0]
    assert "Two patients are not registered." in said.link


def test_a_guest_goes_by_undo_and_returns_by_redo(start: Start, pair: Path, other_patient: Path):
    program = start()
    key = guest_beside(program, pair, other_patient)
    program.session.undo_stack.undo()
    assert program.image(Slot.DENOISED).volume.value_at(LESION_MM) == pytest.approx(
        LESION_SUV_DENOISED, abs=0.001
    )
    program.session.undo_stack.redo()
    assert guest_of(program).series.key == key


def test_a_weight_typed_for_this_patient_is_not_that_of_the_guest(
    start: Start, without_weight: Path, other_patient: Path
):
    program = start()
    guest_beside(program, without_weight, other_patient)
    typed_weight(program, 35.0)
    # Half the weight is half the SUV; the guest's header says 70 kg.
    own, guest = program.image(Slot.CONVENTIONAL), guest_of(program)
    assert own.volume.value_at(LESION_MM) == pytest.approx(LESION_SUV / 2, abs=0.001)
    assert guest.volume.value_at(LESION_MM) == pytest.approx(4.0, abs=0.001)


def test_another_patients_image_waits_for_a_confirmation(
    start: Start, pair: Path, other_patient: Path
):
    program = start()
    key = opened_key(program, other_patient)
    program.open(pair)
    before = program.state.slots
    program.workflow.assign(Slot.OTHER, key)
    assert program.state.stranger is not None
    assert program.state.stranger.name == "Roe, Richard"
    assert program.state.slots == before
    program.workflow.refuse_stranger()
    program.workflow.admit_stranger()
    assert program.state.slots == before, "what was refused is not shown later"


def opened_key(program: Program, folder: Path) -> str:
    key = program.open(folder).slots[Slot.CONVENTIONAL]
    assert key is not None
    return key


# --- Two dates of one patient --------------------------------------------------------------------


@pytest.fixture(scope="module")
def two_dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The current study, whose lesion has SUV 5, and the prior one with SUV 9, in one frame of
    reference. Read only."""
    return write_two_dates(tmp_path_factory.mktemp("dates"))


def test_two_folders_of_one_patient_are_opened_as_prior_and_current(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    state = program.open(*two_dates)
    assert program.failures == []
    assert state.layout is Layout.PRIOR
    assert [column.slot for column in columns(state)] == [Slot.OTHER, Slot.CONVENTIONAL]
    prior, current = state.shown(Slot.OTHER), state.shown(Slot.CONVENTIONAL)
    assert prior is not None
    assert current is not None
    assert prior.volume.value_at(LESION_MM) == pytest.approx(BEFORE_SUV, abs=0.001)
    assert current.volume.value_at(LESION_MM) == pytest.approx(NOW_SUV, abs=0.001)
    assert standing(state).badge == "One frame of reference"
    assert state.mips.keys() == {state.slots[Slot.OTHER], state.slots[Slot.CONVENTIONAL]}


def test_two_folders_of_two_patients_are_not_shown_together_unasked(
    start: Start, pair: Path, other_patient: Path
):
    state = start().open(pair, other_patient)
    assert state.slots[Slot.OTHER] is None
    assert state.stranger is not None


def test_nobody_is_shown_next_to_an_image_that_is_read_blinded(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    key = opened_key(program, two_dates[1])
    program.open(two_dates[0])
    program.session.set(blinded=True)
    before = program.state.slots
    program.workflow.assign(Slot.OTHER, key)
    program.workflow.show_in_column(2, key)
    assert program.state.slots == before
    assert program.state.notice == BLINDED


def test_an_earlier_date_in_the_list_is_offered_and_then_chosen_again(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    program.open(two_dates[1])
    state = program.open(two_dates[0])
    assert state.slots[Slot.OTHER] is None
    assert state.offer == Offer(
        "The list has an earlier date of this patient: 2024-03-01.", PRIOR_ACTION
    )
    program.workflow.set_layout(Layout.PRIOR)
    assert program.state.shown(Slot.OTHER) is not None
    program.library.open_study(str(uid("before")))
    assert program.state.layout is not Layout.PRIOR, "there is no earlier date than this one"
    program.library.open_study(str(uid("now")))
    assert program.state.layout is Layout.PRIOR
    assert program.state.shown(Slot.OTHER) is not None
    program.workflow.set_layout(Layout.COMPARE)
    program.library.open_study(str(uid("now")))
    assert program.state.layout is not Layout.PRIOR, "another choice takes it back"


def test_a_follow_up_that_is_read_blinded_opens_without_its_prior(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    program.open(two_dates[1])
    program.open(two_dates[0])
    program.workflow.set_layout(Layout.PRIOR)
    program.session.set(blinded=True)
    program.library.open_study(str(uid("now")))
    assert program.state.slots[Slot.OTHER] is None
    assert program.state.offer is None or program.state.offer.notice != program.state.notice


def test_a_voi_put_on_the_prior_is_kept_with_the_prior(start: Start, two_dates: tuple[Path, Path]):
    program = start()
    program.open(*two_dates)
    guest = program.state.guest(Slot.OTHER)
    program.workflow.vois.place(LESION_MM, Placing(0.5, SiteKind.LESION), guest)
    assert program.state.vois == ()
    (row,) = program.state.guest_vois.values()
    assert [voi.name for voi in row] == ["Lesion 1"]
    assert program.workflow.measuring.rows(program.state) == (), "not among the open study's"
    program.library.open_study(str(uid("before")))
    assert program.state.vois == row
    program.workflow.vois.delete(row[0].id)
    program.library.open_study(str(uid("now")))
    program.workflow.set_layout(Layout.PRIOR)
    assert not any(program.state.guest_vois.values())


def test_a_voi_of_the_prior_is_changed_undone_and_deleted_like_any_other(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    program.open(*two_dates)
    vois = program.workflow.vois
    vois.place(LESION_MM, Placing(0.5, SiteKind.LESION), program.state.guest(Slot.OTHER))
    (voi,) = program.state.guest_vois[str(uid("before"))]
    vois.rename(voi.id, "Target")
    vois.resize(voi.id, 3.0)
    (voi,) = program.state.guest_vois[str(uid("before"))]
    assert (voi.name, voi.shape) == ("Target", Sphere(LESION_MM, 3.0))
    vois.delete(voi.id)
    assert program.state.guest_vois[str(uid("before"))] == ()
    program.session.undo_stack.undo()
    assert program.state.guest_vois[str(uid("before"))] == (voi,)


def test_a_proposal_is_measured_on_the_other_date_only_when_it_is_taken_over(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    program.open(*two_dates)
    vois = program.workflow.vois
    vois.place(LESION_MM, Placing(0.5, SiteKind.LESION), program.state.guest(Slot.OTHER))
    (prior,) = program.state.guest_vois[str(uid("before"))]
    vois.take_over(prior.id, None)
    (row,) = program.workflow.measuring.rows(program.state)
    assert row.conventional is not None
    assert row.conventional.maximum == pytest.approx(NOW_SUV, abs=0.01)
    assert row.voi.id != prior.id


def test_the_other_date_is_loaded_also_where_work_is_done_in_the_background(
    start: Start, two_dates: tuple[Path, Path]
):
    held = Held()
    program = start(held)
    program.open(*two_dates)
    while program.jobs.running:
        held.run_all()
    assert program.failures == []
    assert program.state.shown(Slot.OTHER) is not None


def write_whole(folder: Path, name: str, day: str) -> Path:
    """Conventional PET, DL image and CT of one date, in one frame of reference with all others."""
    days = dict.fromkeys(("StudyDate", "SeriesDate", "AcquisitionDate"), day)
    facts = {"study": name, "FrameOfReferenceUID": uid("one frame"), **days}
    studies.write_conventional(folder / name, **facts)
    studies.write_denoised(folder / name, **facts)
    studies.write_ct(folder / name, frame="one frame", study=name)
    return folder / name


def test_both_images_of_both_dates_are_shown_each_on_its_own_ct(start: Start, tmp_path: Path):
    program = start()
    now, before = (
        write_whole(tmp_path, name, day) for name, day in (("now", "20240601"), ("old", "20240301"))
    )
    program.open(now, before)
    assert program.state.slots[Slot.OTHER_DENOISED] is None, "nothing is loaded that nobody sees"
    assert program.state.slots[Slot.OTHER_CT] is None
    program.workflow.set_layout(Layout.PRIOR_PAIRS)
    program.workflow.toggle_fusion()
    state = program.state
    assert program.failures == []
    slots = [Slot.OTHER, Slot.OTHER_DENOISED, Slot.CONVENTIONAL, Slot.DENOISED]
    assert [(one.kind, one.slot) for one in columns(state)] == [(Kind.FUSED, s) for s in slots]
    assert [ct_under(state, slot) for slot in slots] == [*[Slot.OTHER_CT] * 2, *[Slot.CT] * 2]
    assert all(state.shown(slot) is not None for slot in Slot)
    roles = [series.role for slot in slots if (series := state.series(slot))]
    assert roles == [Role.CONVENTIONAL, Role.DENOISED] * 2
    assert len(state.mips) == 4


def test_the_ct_of_a_date_goes_with_it(start: Start, tmp_path: Path):
    program = start()
    now, before = (
        write_whole(tmp_path, name, day) for name, day in (("now", "20240601"), ("old", "20240301"))
    )
    program.open(now, before)
    program.workflow.toggle_fusion()
    assert program.state.slots[Slot.OTHER_CT] is not None
    conventional = program.state.slots[Slot.CONVENTIONAL]
    assert conventional is not None
    program.workflow.assign(Slot.OTHER, conventional)
    assert program.state.slots[Slot.OTHER_CT] is None
    assert program.state.slots[Slot.OTHER] not in program.state.guests


def test_another_reader_sees_their_own_vois_of_the_prior(
    start: Start, two_dates: tuple[Path, Path]
):
    program = start()
    program.open(*two_dates)
    guest = program.state.guest(Slot.OTHER)
    program.workflow.vois.place(LESION_MM, Placing(0.5, SiteKind.LESION), guest)
    mine = program.state.guest_vois
    program.session.set(reader="Dr B")
    assert not any(program.state.guest_vois.values())
    program.session.set(reader="Dr A")
    assert program.state.guest_vois == mine


# --- Typed SUV inputs ---------------------------------------------------------------------------


def test_a_typed_weight_makes_suv_in_every_pet_at_once(start: Start, without_weight: Path):
    program = start()
    program.open(without_weight)
    for slot in (Slot.CONVENTIONAL, Slot.DENOISED):
        image = program.image(slot)
        assert image.volume.unit is Unit.BQ_PER_ML
        assert "PatientWeight is missing" in (image.suv_problem or "")
        assert image.volume.value_at((0.0, 0.0, 146.0)) == pytest.approx(
            BODY_SUV / FACTOR, rel=0.001
        )
    typed_weight(program)
    for slot, suv in ((Slot.CONVENTIONAL, LESION_SUV), (Slot.DENOISED, LESION_SUV_DENOISED)):
        assert program.image(slot).volume.value_at(LESION_MM) == pytest.approx(suv, abs=0.001)
    assert set(program.state.mips) == set(program.state.images) - {program.state.slots[Slot.CT]}


def test_the_mip_follows_the_typed_weight(start: Start, without_weight: Path):
    program = start()
    program.open(without_weight)
    typed_weight(program)
    key = program.state.slots[Slot.CONVENTIONAL]
    assert key is not None
    assert program.state.mips[key].image(0).max() == pytest.approx(LESION_SUV, abs=0.001)


def test_a_typed_value_is_recorded_with_who_and_when(
    start: Start, without_weight: Path, station_home: Path
):
    program = start()
    program.open(without_weight)
    typed_weight(program)
    (entry,) = history(station_home)
    assert isinstance(entry, TypedInput)
    assert (entry.name, entry.value, entry.who) == (InputName.WEIGHT_KG, 70.0, "Dr A")
    assert abs(datetime.now(UTC) - entry.when) < timedelta(minutes=1)


def test_undo_withdraws_a_typed_value_and_that_is_recorded_too(
    start: Start, without_weight: Path, station_home: Path
):
    program = start()
    program.open(without_weight)
    typed_weight(program)
    program.session.undo_stack.undo()
    assert program.image(Slot.CONVENTIONAL).volume.unit is Unit.BQ_PER_ML
    typed, withdrawn = history(station_home)
    assert isinstance(typed, TypedInput)
    assert isinstance(withdrawn, Withdrawn)
    assert (withdrawn.name, withdrawn.who) == (InputName.WEIGHT_KG, "Dr A")
    program.session.undo_stack.redo()
    assert isinstance(history(station_home)[-1], TypedInput)


def test_what_another_reader_withdraws_is_recorded_as_his(
    start: Start, without_weight: Path, station_home: Path
):
    program = start()
    program.open(without_weight)
    typed_weight(program)
    program.session.set(reader="Dr B")
    assert not program.session.undo_stack.canUndo()  # what Dr A did is not Dr B's to undo
    program.workflow.withdraw_input(InputName.WEIGHT_KG)
    _, withdrawn = history(station_home)
    assert (withdrawn.name, withdrawn.who) == (InputName.WEIGHT_KG, "Dr B")


def test_undoing_a_correction_records_the_value_that_holds_again(
    start: Start, without_weight: Path, station_home: Path
):
    program = start()
    program.open(without_weight)
    typed_weight(program, 70.0)
    typed_weight(program, 80.0)
    program.session.undo_stack.undo()
    values = [entry.value for entry in history(station_home) if isinstance(entry, TypedInput)]
    assert values == [70.0, 80.0, 70.0]
    with closing(open_index(station_home)) as index:
        assert [one.value for one in index.typed_inputs(STUDY)] == [70.0]


def test_a_typed_value_survives_a_restart(start: Start, without_weight: Path):
    first = start()
    first.open(without_weight)
    typed_weight(first)
    first.close()
    again = start()
    again.library.open_study(STUDY)
    assert again.image(Slot.CONVENTIONAL).volume.value_at(LESION_MM) == pytest.approx(
        LESION_SUV, abs=0.001
    )
    assert [typed.who for typed in again.state.typed] == ["Dr A"]


def test_a_typed_value_survives_opening_the_folder_anew(start: Start, without_weight: Path):
    program = start()
    program.open(without_weight)
    typed_weight(program)
    program.open(without_weight)
    assert program.image(Slot.CONVENTIONAL).has_suv


def test_opening_a_study_with_typed_values_records_nothing(
    start: Start, without_weight: Path, station_home: Path
):
    program = start()
    program.open(without_weight)
    typed_weight(program)
    program.library.open_study(STUDY)
    assert len(history(station_home)) == 1


# --- What goes wrong ----------------------------------------------------------------------------


def test_files_that_are_gone_are_said_and_the_rest_still_opens(start: Start, tmp_path: Path):
    studies.write_pair(tmp_path)
    program = start()
    program.open(tmp_path)
    shutil.rmtree(tmp_path / "ct")
    program.library.open_study(STUDY)
    state = program.state
    assert program.image(Slot.CONVENTIONAL).has_suv
    assert state.slots[Slot.CT] is None
    assert state.study is not None
    (gone,) = [series for series in state.study.series if series.problem]
    assert "20 of 20 files can no longer be read" in (gone.problem or "")
    assert state.notice == gone.problem


def test_a_study_whose_files_are_all_gone_says_so(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path / "stick")
    program = start()
    program.open(tmp_path / "stick")
    shutil.rmtree(tmp_path / "stick")
    program.library.open_study(STUDY)
    assert program.state.images == {}
    assert "can no longer be read" in program.state.notice
    assert program.state.notice.endswith("Open the study again from where its files are now.")
    assert program.failures == []


def test_a_series_gone_since_it_was_opened_does_not_spoil_one_of_the_same_study(
    start: Start, tmp_path: Path
):
    studies.write_ct(tmp_path / "stick")
    studies.write_conventional(tmp_path / "disk")
    program = start()
    program.open(tmp_path / "stick")
    shutil.rmtree(tmp_path / "stick")
    state = program.open(tmp_path / "disk")
    assert program.failures == []
    assert program.image(Slot.CONVENTIONAL).has_suv
    assert "can no longer be read" in state.notice


def test_what_is_gone_and_the_caution_about_the_rest_are_both_said(start: Start, tmp_path: Path):
    studies.write_pair(tmp_path)
    studies.write_denoised(tmp_path, FrameOfReferenceUID=str(uid("elsewhere")))
    program = start()
    program.open(tmp_path)
    shutil.rmtree(tmp_path / "ct")
    program.library.open_study(STUDY)
    assert "can no longer be read" in program.state.notice
    assert "Different frames of reference" in program.state.notice


def test_a_cancelled_opening_leaves_the_old_study(start: Start, pair: Path, other_patient: Path):
    held = Held()
    program = start(held)
    program.library.open_paths([other_patient])
    held.run_all()
    before = program.state
    program.library.open_paths([pair])
    (job,) = program.jobs.running
    job.cancel()
    held.run_all()
    assert program.state is before
    assert program.failures == []


def test_an_image_that_is_no_longer_wanted_is_not_put_beside_the_new_study(
    start: Start, pair: Path, other_patient: Path
):
    held = Held()
    program = start(held)
    program.library.open_paths([pair])
    held.waiting.pop(0)()  # the study is there, its images are not yet
    program.library.open_paths([other_patient])
    held.run_all()
    state = program.state
    assert state.study is not None
    assert state.study.patient.name == "Roe, Richard"
    assert set(state.images) == {state.slots[Slot.CONVENTIONAL]}


def test_a_folder_of_junk_gives_a_sentence_and_leaves_the_old_study(
    start: Start, pair: Path, tmp_path: Path
):
    folder = tmp_path / "junk"
    folder.mkdir()
    for number in range(20):
        (folder / f"junk{number}.dcm").write_bytes(bytes(number))
    program = start()
    before = program.open(pair)
    state = program.open(folder)
    assert state.study is before.study
    assert state.notice.startswith(f"No image was found in {folder}: 20 left out. junk")
    assert len(state.left_out) == 20
    assert program.failures == []


def test_an_empty_folder_says_that_it_is_empty(start: Start, tmp_path: Path):
    assert start().open(tmp_path).notice == f"{tmp_path} contains no files."


def test_a_study_that_cannot_be_shown_says_why(start: Start, tmp_path: Path):
    studies.write_conventional(tmp_path, ImageOrientationPatient=["0"] * 6)
    state = start().open(tmp_path)
    assert state.study is None
    assert "It cannot be shown as an image." in state.notice


def test_a_file_that_changes_while_the_study_is_open_is_said(start: Start, tmp_path: Path):
    studies.write_pair(tmp_path)
    program = start()
    program.open(tmp_path)
    unfitting = next((tmp_path / "ct").rglob("*.dcm"))
    ct = program.state.slots[Slot.CT]
    assert ct is not None
    program.session.set(slots=program.state.slots.with_(Slot.CT, None))
    unfitting.write_bytes(unfitting.read_bytes()[:-100])
    program.session.set(slots=program.state.slots.with_(Slot.CT, ct))
    (failure,) = program.failures
    assert failure.details is None, "the disk is at fault, not the program"
    assert "CT standard" in failure.sentence


def test_a_data_folder_that_cannot_be_made_is_said(start: Start, pair: Path, station_home: Path):
    shutil.rmtree(station_home)
    station_home.write_text("a file where the folder should be", encoding="utf-8")
    program = start()
    program.open(pair)
    assert {failure.details for failure in program.failures} == {None}
    assert str(station_home) in program.failures[0].sentence


# --- In the background --------------------------------------------------------------------------


def test_in_threads_all_of_it_arrives_as_it_does_inline(start: Start, pair: Path, qtbot: QtBot):
    program = start(None)
    program.library.open_archive()
    program.library.open_paths([pair])

    def all_there() -> bool:
        mips = program.state.mips.values()
        complete = len(mips) == 2 and all(mip.is_complete for mip in mips)
        return complete and not program.jobs.running

    qtbot.waitUntil(all_there, timeout=20_000)
    assert program.failures == []
    assert program.image(Slot.CONVENTIONAL).volume.value_at(LESION_MM) == pytest.approx(
        LESION_SUV, abs=0.001
    )
    assert len(program.state.entries) == 1


def test_the_archive_is_opened_once_however_many_threads_ask(
    start: Start, monkeypatch: pytest.MonkeyPatch
):
    library: Library = start().library
    opened: list[object] = []
    gate = threading.Barrier(4)

    def slow(home: Path) -> archive.Index:
        opened.append(home)
        threading.Event().wait(0.02)
        return open_index(home)

    monkeypatch.setattr(archive, "open_index", slow)

    def ask() -> None:
        gate.wait(5)
        library._open_index()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 1


def test_a_front_view_that_comes_late_does_not_take_the_place_of_the_whole_mip(
    start: Start, pair: Path
):
    held = Held()
    program = start(held)
    program.library.open_paths([pair])
    while held.waiting:  # of the work that waits, always the last
        held.waiting.pop()()
    mips: list[Mip] = list(program.state.mips.values())
    assert [mip.is_complete for mip in mips] == [True, True]


# --- VOI files next to the images ---------------------------------------------------------------


def test_a_mask_next_to_the_images_is_offered_and_read(start: Start, tmp_path: Path):
    folder = studies.write_pair(tmp_path / "study")
    program = start()
    program.open(folder)
    volume = program.image(Slot.CONVENTIONAL).volume
    voxels = np.zeros(volume.shape, np.float32)
    voxels[2:4, 3:6, 3:6] = 1.0
    write_nifti(Volume(voxels, volume.geometry, Unit.STORED), folder / "lesion.nii.gz")
    state = program.open(folder)
    assert [(file.path.name, file.kind) for file in state.voi_files] == [("lesion.nii.gz", "NIfTI")]
    assert state.offer == Offer(state.notice, READ_VOIS_ACTION)
    assert "1 file next to the images can be read as VOIs: NIfTI." in state.notice
    program.exporting.read([file.path for file in state.voi_files])
    (voi,) = program.state.vois
    assert isinstance(voi.shape, Mask)
    assert int(voi.shape.inside.sum()) == 2 * 3 * 3


@pytest.mark.parametrize(
    ("place", "offered"),
    [("now", True), ("before", False), (".", False)],
    ids=["next to the open study", "next to the other date", "next to both"],
)
def test_a_mask_of_one_date_is_not_offered_for_the_other(
    start: Start, tmp_path: Path, place: str, offered: bool
):
    now, before = write_two_dates(tmp_path)
    program = start()
    program.open(now)
    volume = program.image(Slot.CONVENTIONAL).volume
    voxels = np.zeros(volume.shape, np.float32)
    voxels[2:4, 3:6, 3:6] = 1.0
    folder = {"now": now, "before": before, ".": now.parent}[place]
    write_nifti(Volume(voxels, volume.geometry, Unit.STORED), folder / "lesion.nii.gz")
    program.library.open_paths([tmp_path])
    assert len(program.state.voi_files) == offered
    assert ("can be read as VOIs" in program.state.notice) is offered


def test_contours_that_came_with_a_fetched_study_are_offered_whenever_it_is_opened(
    start: Start, known_home: Path
):
    folder = studies.write_pair(known_home / "studies" / STUDY)
    program = start()
    program.open(folder)
    contours = header("PT", "contours")
    contours.SOPClassUID, contours.Modality = RTStructureSetStorage, "RTSTRUCT"
    contours.SOPInstanceUID = uid("contours")
    save(contours, next(folder.rglob("*.dcm")).parent / "contours.dcm")
    program.library.open_study(STUDY)
    state = program.state
    assert [(file.path.name, file.kind) for file in state.voi_files] == [
        ("contours.dcm", "RT Structure Set")
    ]
    assert state.offer == Offer(state.notice, READ_VOIS_ACTION)
    voi = PlacedVoi("1", "Lesion", Sphere(LESION_MM, 10.0), SiteKind.FREE)
    program.session.set(vois=(voi,))
    program.library.open_study(STUDY)
    assert program.state.vois == (voi,)
    assert len(program.state.voi_files) == 1
    assert program.state.notice == "", "who has VOIs has read them already"


def test_without_such_files_nothing_is_offered(start: Start, pair: Path):
    state = start().open(pair)
    assert (state.voi_files, state.offer) == ((), None)


# --- Windows of a study --------------------------------------------------------------------------


def test_a_study_is_found_in_the_windows_in_which_it_was_left(start: Start, tmp_path: Path) -> None:
    for name in ("a", "b"):
        studies.write_conventional(tmp_path / name, study=name, PatientID=name)
    program = start()
    program.open(tmp_path / "a")
    program.workflow.set_upper(15.0)
    program.open(tmp_path / "b")
    assert program.state.window.high == 7.0
    program.open(tmp_path / "a")
    assert program.state.window.high == 15.0
    program.workflow.set_upper(7.0)
    program.open(tmp_path / "b")
    assert program.state.study_windows == {}, "what looks as any begins need not be kept"


def test_windows_are_kept_of_the_last_studies_and_without_a_name(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.app.library.STUDIES_REMEMBERED", 2)
    program = start()
    for name in ("a", "b", "c"):
        studies.write_conventional(tmp_path / name, study=name, PatientID=name)
        program.open(tmp_path / name)
        program.workflow.set_upper(15.0)
    program.open(tmp_path / "a")
    assert program.state.window.high == 7.0
    kept = program.state.study_windows
    assert len(kept) == 2
    assert all(set(key) <= set("0123456789abcdef") for key in kept)
