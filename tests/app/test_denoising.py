"""Denoising and filtering as the window does them: what appears, what stays, what is kept."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from station.app import denoising as app
from station.app.denoising import (
    Denoising,
    change_map_refusal,
    denoisable,
    denoise_refusal,
    filter_refusal,
    filterable,
    needs_resampling,
    save_refusal,
)
from station.app.state import Guest, Offer, Placing, Slot, State, Unfinished, changes_shown
from station.app.viewing.pairing import stale_caution
from station.app.voi.exporting import Exporting
from station.app.voi.measuring import pair_caution
from station.errors import StationError
from station.frozen import Frozen
from station.operations import denoiser
from station.pet.sites import SiteKind
from station.pet.study import Patient, Role, Study
from station.pet.suv import InputName
from station.pet.volume import Unit
from station.pet.words import format_value
from station.report.voi_csv import read_csv
from tests.app.conftest import Program, Start
from tests.made_up import studies
from tests.made_up.cards import FakeCard
from tests.made_up.held import Held
from tests.made_up.networks import KEPT, TenthLess
from tests.made_up.studies import FINE_LESION_MM, LESION_SUV

LESION = Placing(3.0, SiteKind.LESION, tissue="lung")


@pytest.fixture
def reading(start: Start, raw: Path) -> Program:
    program = start()
    program.open(raw)
    return program


def source_key(program: Program) -> str:
    (series,) = denoisable(program.state)
    return series.key


def denoised(program: Program, network: TenthLess | None = None) -> Denoising:
    """The study's PET denoised, and the verbs."""
    denoising = program.bring(network or TenthLess())
    denoising.denoise(source_key(program))
    return denoising


def what_is_there(state: State) -> tuple[object, ...]:
    """All that a run that came to nothing must leave as it was."""
    names = ("study", "slots", "images", "derived", "mips", "vois", "views", "typed", "layout")
    return (*(getattr(state, name) for name in names), state.unfinished)


# --- Denoise -------------------------------------------------------------------------------------


def test_the_dl_image_stands_beside_its_source_and_is_measured(reading: Program) -> None:
    reading.workflow.vois.place(FINE_LESION_MM, LESION)
    denoised(reading)
    state = reading.state
    source, dl = reading.image(Slot.CONVENTIONAL), reading.image(Slot.DENOISED)
    assert source.volume.value_at(FINE_LESION_MM) == pytest.approx(LESION_SUV, rel=1e-4)
    assert dl.volume.value_at(FINE_LESION_MM) == pytest.approx(KEPT * LESION_SUV, rel=1e-4)
    assert dl.volume.unit is Unit.SUV_BW
    assert state.unfinished is None
    assert set(state.mips) == {source.series.key, dl.series.key}
    (row,) = reading.workflow.measuring.rows(state)
    assert row.conventional is not None
    assert row.denoised is not None
    assert row.denoised.maximum == pytest.approx(KEPT * row.conventional.maximum, rel=1e-5)


def test_the_derived_series_says_what_it_is(reading: Program) -> None:
    denoised(reading)
    series = reading.image(Slot.DENOISED).series
    source = reading.image(Slot.CONVENTIONAL).series
    assert series.role is Role.DENOISED
    assert series.description == f"{studies.UNFILTERED_MARK} DLR (RESEARCH)"
    assert series.is_research
    assert series.source_series_uids == (source.uid,)
    assert series.uid != source.uid
    assert "ab" * 32 in series.derivation
    assert reading.state.own_series == (source, series)
    assert [one.series for one in reading.state.unsaved] == [series]


def test_the_same_run_again_replaces_its_image(reading: Program) -> None:
    denoising = denoised(reading)
    (first,) = reading.state.unsaved
    denoising.denoise(source_key(reading))
    (second,) = reading.state.unsaved
    assert second is not first
    assert reading.state.slots[Slot.DENOISED] == second.series.key
    assert reading.state.own_series == (reading.image(Slot.CONVENTIONAL).series, second.series)


def test_the_slice_on_the_screen_comes_first(reading: Program) -> None:
    network = TenthLess()
    reading.workflow.place_crosshair(0, FINE_LESION_MM)
    denoised(reading, network)
    s, _, _ = studies.LESION
    assert network.order[0] == s


def test_the_first_slice_is_drawn_at_once_and_the_next_ones_together(reading: Program) -> None:
    seen: list[tuple[int, int]] = []
    states: set[int] = set()

    def at_slice(number: int) -> None:
        unfinished = reading.state.unfinished
        assert unfinished is not None
        assert unfinished.done is not None
        seen.append((number, int(unfinished.done.sum())))
        states.add(id(unfinished))

    denoised(reading, TenthLess(at_slice))
    assert [count for _, count in seen] == [1] * len(seen), "the event loop did not run meanwhile"
    assert len(states) == 1


def test_slices_are_drawn_as_they_come(start: Start, raw: Path, qtbot: QtBot) -> None:
    go_on = threading.Event()
    program = start(None)
    program.open(raw)
    qtbot.waitUntil(
        lambda: len(program.state.mips) == 1 and not program.jobs.running, timeout=60_000
    )
    half = 12

    def at_slice(number: int) -> None:
        nonlocal half
        half -= 1
        if half == 0:
            assert go_on.wait(60)

    denoised(program, TenthLess(at_slice))

    def twelve_are_there() -> bool:
        unfinished = program.state.unfinished
        return (
            unfinished is not None
            and unfinished.done is not None
            and int(unfinished.done.sum()) == 12
        )

    qtbot.waitUntil(twelve_are_there, timeout=60_000)
    unfinished = program.state.unfinished
    assert unfinished is not None
    assert unfinished.image is not None
    assert unfinished.done is not None
    voxels = unfinished.image.volume.voxels
    assert np.isfinite(voxels[unfinished.done]).all()
    assert np.isnan(voxels[~unfinished.done]).all(), "never the noisy input in its place"
    go_on.set()
    qtbot.waitUntil(
        lambda: program.state.image(Slot.DENOISED) is not None and not program.jobs.running,
        timeout=60_000,
    )
    assert program.state.unfinished is None


def test_what_the_header_leaves_open_is_said_before_the_result_is_trusted(reading: Program) -> None:
    denoised(reading)
    assert "covers only 48 mm" in reading.state.notice


def test_a_dl_image_is_followed_by_the_offer_of_the_conventional_one(reading: Program) -> None:
    denoised(reading)
    state = reading.state
    assert state.offer == Offer(state.notice, "image.filter")
    assert "no conventional image" in state.notice


def test_nothing_is_offered_where_there_is_a_conventional_image(
    start: Start, tmp_path: Path
) -> None:
    studies.write_conventional(tmp_path)
    studies.write_unfiltered(tmp_path)
    program = start()
    program.open(tmp_path)
    denoised(program)
    assert program.image(Slot.CONVENTIONAL).series.role is Role.CONVENTIONAL
    assert program.image(Slot.DENOISED).series.role is Role.DENOISED
    assert program.state.offer is None


def test_undo_takes_the_dl_image_out_of_its_column_and_redo_puts_it_back(reading: Program) -> None:
    before = reading.state.slots
    denoised(reading)
    series = reading.image(Slot.DENOISED).series
    voxels = reading.image(Slot.DENOISED).volume.voxels
    reading.session.undo_stack.undo()
    assert dict(reading.state.slots) == dict(before)
    assert reading.state.find(series.key) is series, "it is still listed: it cost minutes"
    reading.session.undo_stack.redo()
    again = reading.image(Slot.DENOISED)
    assert again.series is series
    np.testing.assert_array_equal(again.volume.voxels, voxels)


def test_a_series_put_into_the_column_meanwhile_stays_and_the_dl_image_is_listed(
    reading: Program,
) -> None:
    source = source_key(reading)

    def at_slice(number: int) -> None:
        if number == 5:
            reading.workflow.assign(Slot.DENOISED, source)

    denoised(reading, TenthLess(at_slice))
    assert reading.image(Slot.DENOISED).series.key == source
    (derived,) = reading.state.derived.values()
    assert derived.series.key not in reading.state.images
    reading.workflow.assign(Slot.DENOISED, derived.series.key)
    dl = reading.image(Slot.DENOISED)
    assert dl.volume.value_at(FINE_LESION_MM) == pytest.approx(KEPT * LESION_SUV, rel=1e-4)


def test_the_network_works_in_suvbw_whatever_suv_is_shown(reading: Program) -> None:
    network = TenthLess()
    reading.workflow.set_suv_unit(Unit.SUV_LBM)
    denoised(reading, network)
    source, dl = reading.image(Slot.CONVENTIONAL), reading.image(Slot.DENOISED)
    assert dl.volume.unit is source.volume.unit is Unit.SUV_LBM
    np.testing.assert_allclose(dl.volume.voxels, source.volume.voxels * KEPT, rtol=1e-5)
    assert network.given is not None
    assert network.given.value_at(FINE_LESION_MM) == pytest.approx(LESION_SUV, rel=1e-4)


def test_a_second_run_is_refused_while_one_is_under_way(reading: Program) -> None:
    told: list[str] = []
    denoising: list[Denoising] = []

    def at_slice(number: int) -> None:
        if not told:
            assert denoise_refusal(reading.state) == app.RUNNING
            denoising[0].denoise(source_key(reading))
            told.append(reading.state.notice)

    denoising.append(reading.bring(TenthLess(at_slice)))
    denoising[0].denoise(source_key(reading))
    assert told == [app.RUNNING]
    assert len(reading.state.derived) == 1


def test_resampling_is_for_other_voxels_and_is_written_down(start: Start, tmp_path: Path) -> None:
    studies.write_pet(tmp_path, "OSEM unfiltered", LESION_SUV, ConvolutionKernel="NONE")
    program = start()
    program.open(tmp_path)
    (series,) = denoisable(program.state)
    assert needs_resampling(series)
    network = TenthLess()
    program.bring(network).denoise(series.key, resample=True)
    assert network.resampled
    assert "on 2 mm voxels and back" in program.image(Slot.DENOISED).series.derivation


@pytest.mark.simulated
def test_the_programs_own_denoiser_fits(reading: Program) -> None:
    """A network that estimates no noise gives the image back."""
    import torch

    from station.denoise.denoiser import Denoiser
    from station.denoise.device import Precision
    from station.denoise.network import ResidualCnn

    torch.set_num_threads(1)
    network = ResidualCnn(channels=2, layers=3)
    for parameter in network.parameters():
        torch.nn.init.zeros_(parameter)
    drawn: list[Unfinished] = []
    reading.session.changed.connect(
        lambda before, after: drawn.append(after.unfinished) if after.unfinished else None
    )
    shipped = Denoiser(network, FakeCard(), Precision.FP32)
    reading.bring(shipped).denoise(source_key(reading))
    assert not reading.failures
    source, dl = reading.image(Slot.CONVENTIONAL), reading.image(Slot.DENOISED)
    np.testing.assert_allclose(dl.volume.voxels, source.volume.voxels, atol=1e-5)
    assert any(one.fraction > 0 for one in drawn)


# --- Refusals ------------------------------------------------------------------------------------


def test_without_weights_nothing_is_denoised_and_the_reason_said(
    reading: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(denoiser, "resource", tmp_path.joinpath)
    denoiser.shipped_problem.cache_clear()
    denoising = Denoising(reading.session, reading.jobs, reading.library)
    assert denoise_refusal(reading.state) == denoiser.NO_DENOISER
    denoising.denoise(source_key(reading))
    assert reading.state.notice == denoiser.NO_DENOISER
    assert not reading.state.derived
    denoiser.shipped_problem.cache_clear()


def test_a_filtered_image_is_neither_denoised_nor_filtered(start: Start, pair: Path) -> None:
    program = start()
    program.open(pair)
    denoising = program.bring(TenthLess())
    for refusal in (denoise_refusal(program.state), filter_refusal(program.state)):
        assert refusal is not None
        assert "was already filtered" in refusal
    key = program.image(Slot.CONVENTIONAL).series.key
    for verb in (lambda: denoising.denoise(key), lambda: denoising.filter(key, 6.0)):
        program.session.set(notice="")
        verb()
        assert "was already filtered" in program.state.notice
    assert not program.state.derived


def test_without_suv_nothing_is_denoised_but_the_filter_works(start: Start, tmp_path: Path) -> None:
    studies.write_unfiltered(tmp_path, PatientWeight=None)
    program = start()
    program.open(tmp_path)
    before = what_is_there(program.state)
    denoising = denoised(program)
    (failure,) = program.failures
    assert "cannot be denoised without SUV" in failure.sentence
    assert "PatientWeight" in failure.sentence
    assert what_is_there(program.state) == before
    denoising.filter(source_key(program), 6.0)
    assert program.image(Slot.CONVENTIONAL).volume.unit is Unit.BQ_PER_ML


def test_a_series_of_another_study_is_refused(
    reading: Program, other_patient: Path, raw: Path
) -> None:
    reading.open(other_patient)
    key = reading.state.slots[Slot.CONVENTIONAL]
    assert key is not None
    (guest,) = [one for one in reading.state.own_series if one.key == key]
    reading.open(raw)
    denoising = reading.bring(TenthLess())
    denoising.denoise(key)
    assert reading.state.notice == "This series is not in the open study. Open its study first."
    study = Study("before", Patient("SYN1", "Doe^Jane"), series=(guest,))
    reading.session.set(guests=Frozen({key: Guest(guest, study, ())}))
    denoising.denoise(key)
    assert "belongs to another study" in reading.state.notice


def test_a_series_that_does_not_say_whether_it_was_filtered_needs_a_person_who_vouches(
    start: Start, tmp_path: Path
) -> None:
    studies.write_pet(tmp_path, "WB AC", LESION_SUV, spacing_mm=(2.0, 2.0, 2.0))
    program = start()
    program.open(tmp_path)
    (series,) = denoisable(program.state)
    assert denoise_refusal(program.state) is None
    denoising = program.bring(TenthLess())
    denoising.denoise(series.key)
    assert "does not say whether it was filtered" in program.state.notice
    assert not program.state.derived
    denoising.denoise(series.key, assume_unfiltered=True)
    assert len(program.state.derived) == 1


def test_memory_that_is_used_up_gives_a_sentence_and_leaves_everything(reading: Program) -> None:
    before = what_is_there(reading.state)
    denoised(reading, TenthLess(error=MemoryError()))
    (failure,) = reading.failures
    assert "not enough memory" in failure.sentence
    assert failure.details is None
    assert what_is_there(reading.state) == before


def test_a_refusal_of_the_network_is_shown_and_leaves_everything(reading: Program) -> None:
    before = what_is_there(reading.state)
    denoised(reading, TenthLess(error=StationError("The weights have another hash.")))
    assert [failure.sentence for failure in reading.failures] == ["The weights have another hash."]
    assert what_is_there(reading.state) == before
    assert "covers" not in reading.state.notice, "a caution on a result that does not exist"


# --- SUV inputs ----------------------------------------------------------------------------------


def test_a_weight_typed_later_changes_both_images_alike_and_a_caution_says_it(
    reading: Program,
) -> None:
    denoised(reading)
    before = reading.image(Slot.DENOISED).volume.value_at(FINE_LESION_MM)
    assert before is not None
    assert stale_caution(reading.state) is None
    reading.workflow.type_input(InputName.WEIGHT_KG, 140.0, "140 kg")
    after = reading.image(Slot.DENOISED).volume.value_at(FINE_LESION_MM)
    assert after == pytest.approx(2 * before, rel=1e-5)
    assert "denoised with other SUV inputs" in reading.state.notice
    assert "denoised with other SUV inputs" in (pair_caution(reading.state) or "")
    reading.session.undo_stack.undo()
    assert stale_caution(reading.state) is None


def test_a_weight_typed_meanwhile_stops_the_run(reading: Program) -> None:
    slots = reading.state.slots

    def at_slice(number: int) -> None:
        if not reading.state.typed:
            reading.workflow.type_input(InputName.WEIGHT_KG, 140.0, "140 kg")

    denoised(reading, TenthLess(at_slice))
    state = reading.state
    assert state.unfinished is None
    assert not state.derived
    assert state.slots is slots
    assert "SUV inputs were changed" in state.notice


# --- Conventional filter -------------------------------------------------------------------------


def test_the_filter_makes_the_conventional_image(reading: Program) -> None:
    from station.pet.filters import gaussian

    source = reading.image(Slot.CONVENTIONAL)
    reading.bring(TenthLess()).filter(source.series.key, 6.0)
    filtered = reading.image(Slot.CONVENTIONAL)
    assert filtered.series.role is Role.CONVENTIONAL
    assert filtered.series.description == f"{studies.UNFILTERED_MARK} + Gaussian 6 mm"
    assert not filtered.series.is_research
    expected = gaussian(source.volume, 6.0).voxels
    np.testing.assert_allclose(filtered.volume.voxels, expected, rtol=1e-4, atol=1e-5)
    assert filter_refusal(reading.state) is None, "the unfiltered series can be filtered again"
    assert filterable(reading.state) == (source.series,)


def test_a_computed_image_is_never_the_source_of_another(reading: Program) -> None:
    denoising = denoised(reading)
    key = reading.image(Slot.DENOISED).series.key
    for verb in (lambda: denoising.denoise(key), lambda: denoising.filter(key, 6.0)):
        verb()
        assert "was computed here" in reading.state.notice
    assert len(reading.state.derived) == 1


def test_a_width_that_makes_no_filter_is_refused(reading: Program) -> None:
    before = what_is_there(reading.state)
    reading.bring(TenthLess()).filter(source_key(reading), 0.0)
    assert len(reading.failures) == 1
    assert reading.failures[0].details is None
    assert what_is_there(reading.state) == before


# --- Save ----------------------------------------------------------------------------------------


def test_saved_series_are_dicom_that_the_study_holds_when_it_is_opened_again(
    reading: Program, raw: Path, tmp_path: Path
) -> None:
    original = {path: path.read_bytes() for path in raw.rglob("*.dcm")}
    denoising = denoised(reading)
    denoising.filter(source_key(reading), 6.0)
    before = {slot: reading.image(slot) for slot in (Slot.CONVENTIONAL, Slot.DENOISED)}
    denoising.save(tmp_path)
    assert not reading.failures
    assert save_refusal(reading.state) is not None
    for slot, image in before.items():
        after = reading.image(slot)
        assert after.series.uid == image.series.uid
        assert after.series.slices is not None
        scale = float(image.volume.voxels.max()) / 32767
        np.testing.assert_allclose(after.volume.voxels, image.volume.voxels, atol=scale)
        assert image.series.key in {
            one.key for entry in reading.state.entries for one in entry.series
        }
    assert {path: path.read_bytes() for path in raw.rglob("*.dcm")} == original
    study = reading.state.study
    assert study is not None
    reading.library.open_study(study.uid)
    assert not reading.state.derived
    assert reading.image(Slot.CONVENTIONAL).series.role is Role.CONVENTIONAL
    assert reading.image(Slot.DENOISED).series.is_research


def test_saving_twice_goes_to_another_folder(reading: Program, tmp_path: Path) -> None:
    name = "OSEM-4i10s-unfiltered-DLR-RESEARCH"
    for expected in (name, f"{name}-2"):
        denoised(reading)
        reading.denoising.save(tmp_path)
        assert not reading.failures
        assert expected in {path.name for path in tmp_path.iterdir()}


def test_saving_that_is_cancelled_leaves_no_half_series(
    start: Start, raw: Path, tmp_path: Path
) -> None:
    program = start()
    program.open(raw)
    denoising = denoised(program)
    out = tmp_path / "out"
    out.mkdir()
    program.jobs.started.connect(
        lambda job: job.progressed.connect(
            lambda fraction, _: program.jobs.cancel_all() if fraction > 0.3 else None
        )
    )
    denoising.save(out)
    assert not program.failures
    assert list(out.iterdir()) == []
    assert len(program.state.unsaved) == 1


def test_what_is_being_saved_is_saved_though_another_study_is_opened(
    start: Start, raw: Path, other_patient: Path, tmp_path: Path
) -> None:
    held = Held()
    program = start(held)
    program.open(raw)
    held.run_all()
    denoising = denoised(program)
    held.run_all()
    denoising.save(tmp_path)
    saving = held.waiting.pop()
    program.open(other_patient)
    held.run_all()
    saving()
    assert len(list(tmp_path.rglob("*.dcm"))) == studies.SHAPE[0]
    assert not program.state.derived


def test_a_folder_that_cannot_be_written_gives_a_sentence(reading: Program, tmp_path: Path) -> None:
    denoising = denoised(reading)
    file = tmp_path / "file"
    file.write_text("no folder")
    denoising.save(file)
    (failure,) = reading.failures
    assert failure.details is None
    assert len(reading.state.unsaved) == 1


def test_what_is_discarded_is_gone_from_column_and_list(reading: Program) -> None:
    denoising = denoised(reading)
    key = reading.image(Slot.DENOISED).series.key
    denoising.discard(key)
    assert not reading.state.derived
    assert reading.state.slots[Slot.DENOISED] is None
    assert key not in reading.state.images


def test_a_study_opened_anew_holds_nothing_that_was_not_saved(reading: Program, raw: Path) -> None:
    denoised(reading)
    reading.open(raw)
    assert not reading.state.derived
    assert reading.state.image(Slot.DENOISED) is None


# --- Exports -------------------------------------------------------------------------------------


def test_a_csv_says_that_an_image_was_not_saved(reading: Program, tmp_path: Path) -> None:
    reading.workflow.vois.place(FINE_LESION_MM, LESION)
    denoised(reading)
    workflow = reading.workflow
    exporting = Exporting(reading.session, reading.jobs, workflow.vois, workflow.measuring)
    exporting.write("csv", tmp_path / "vois.csv")
    source, dl = read_csv(tmp_path / "vois.csv")
    assert "was not saved" not in " ".join(source.warnings)
    assert "was not saved" in " ".join(dl.warnings)
    exporting.write("sr", tmp_path / "report.dcm")
    assert "Save it first" in reading.failures[0].sentence
    assert not (tmp_path / "report.dcm").exists()


# --- Change map ----------------------------------------------------------------------------------


def test_a_change_map_needs_a_pair(reading: Program) -> None:
    denoising = reading.bring(TenthLess())
    denoising.toggle_changes()
    assert reading.state.notice == "A change map needs a conventional and a DL image."
    assert not reading.state.changes_wanted


def test_the_change_map_follows_the_pair_that_is_shown(reading: Program) -> None:
    denoising = denoised(reading)
    assert reading.state.changes is None, "nothing is computed until it is asked for"
    denoising.toggle_changes()
    assert not reading.failures
    first = changes_shown(reading.state)
    assert first is not None
    assert first.denoised is reading.image(Slot.DENOISED)
    denoising.filter(source_key(reading), 6.0)
    second = changes_shown(reading.state)
    assert second is not None
    assert second.conventional is reading.image(Slot.CONVENTIONAL)
    assert second is not first
    reading.session.undo_stack.undo()
    third = changes_shown(reading.state)
    assert third is not None
    assert third.conventional.series.role is Role.UNFILTERED
    denoising.toggle_changes()
    assert changes_shown(reading.state) is None


def test_the_change_map_is_off_in_a_blinded_reading(reading: Program) -> None:
    denoising = denoised(reading)
    denoising.toggle_changes()
    assert changes_shown(reading.state) is not None
    reading.session.set(blinded=True)
    assert changes_shown(reading.state) is None
    assert "read blinded" in (change_map_refusal(reading.state) or "")
    reading.session.set(blinded=False, changes_wanted=False)
    reading.session.set(blinded=True)
    denoising.toggle_changes()
    assert not reading.state.changes_wanted


def test_a_change_map_of_another_pair_is_not_drawn(reading: Program) -> None:
    denoising = denoised(reading)
    denoising.toggle_changes()
    state = reading.state
    other = replace(state, slots=state.slots.with_(Slot.CONVENTIONAL, None))
    assert changes_shown(other) is None


def test_values_that_are_not_there_are_written_as_a_dash() -> None:
    assert format_value(None, Unit.SUV_BW) == "—"
