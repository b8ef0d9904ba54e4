"""What must never happen: a number of the wrong unit, study, patient or reader, or a lost one."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from station.app.denoising import denoisable
from station.app.session import Session
from station.app.state import UNFINISHED, DisplayRange, Link, Placing, Slot, State, changes_shown
from station.app.viewing import render
from station.app.viewing.display import statistic_word
from station.app.voi.exporting import Exporting
from station.app.voi.measuring import VoiRow, percist_threshold
from station.app.workflow import Workflow
from station.archive.index import Index
from station.errors import ArchiveError
from station.frozen import Frozen
from station.pet.loaded import convert
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import SuvFacts
from station.pet.voi import Isocontour, Sphere, Threshold, ThresholdRule, measure
from station.pet.volume import Geometry, Unit
from station.report.voi_csv import read_csv
from tests.app.conftest import Program, Start
from tests.app.showing import showing
from tests.made_up import studies
from tests.made_up.held import Held
from tests.made_up.images import series, suv_image
from tests.made_up.networks import KEPT, TenthLess

LESION = Placing(3.0, SiteKind.LESION, tissue="lung")


def exporting(program: Program) -> Exporting:
    workflow = program.workflow
    return Exporting(program.session, program.jobs, workflow.vois, workflow.measuring)


def test_a_series_that_claims_suv_and_is_refused_is_not_shown_as_suv() -> None:
    image = suv_image(np.ones((3, 4, 4)))
    facts = SuvFacts(units="GML", suv_type="BW", corrected_image=("ATTN",), decay_correction=None)
    owner = replace(image.series, suv=facts, unit=Unit.SUV_BW)
    shown = convert(owner, image.stored, (), Unit.SUV_BW)
    assert shown.suv_problem is not None
    assert shown.volume.unit is Unit.STORED
    assert not shown.has_suv


def test_no_difference_is_taken_between_two_units() -> None:
    in_suv = suv_image(np.ones((9, 9, 9)))
    in_bq = suv_image(np.ones((9, 9, 9)), unit=Unit.BQ_PER_ML)
    sphere = Sphere(tuple(in_suv.volume.geometry.centre_mm.tolist()), 0.5)
    voi = PlacedVoi("1", "VOI", sphere, SiteKind.FREE)
    rows = [measure(one.volume, sphere) for one in (in_suv, in_bq)]
    assert not VoiRow(voi, *rows).same_unit
    assert VoiRow(voi, rows[0], rows[0]).same_unit


def test_a_threshold_of_one_unit_is_not_used_in_another() -> None:
    image = suv_image(np.full((9, 9, 9), 5.0))
    sphere = Sphere(tuple(image.volume.geometry.centre_mm.tolist()), 3.0)
    in_sul = Isocontour(sphere, Threshold(ThresholdRule.FIXED, 2.5, Unit.SUV_LBM))
    found = measure(image.volume, in_sul)
    assert np.isnan(found.mean)
    assert "Grow the contour again" in found.warnings[0]
    liver = measure(image.volume, sphere)
    assert percist_threshold(liver).unit is Unit.SUV_BW


def test_a_preset_of_a_mixed_pair_changes_the_image_that_has_suv() -> None:
    shape = Geometry((3, 4, 4), np.eye(4))
    without = suv_image(np.ones((3, 4, 4)), series("c", geometry=shape), unit=Unit.BQ_PER_ML)
    session = Session(showing(without, suv_image(np.ones((3, 4, 4)), series("d", geometry=shape))))
    Workflow(session).set_upper(5.0)
    assert session.state.window == DisplayRange(0.0, 5.0)
    assert session.state.stored_fraction == 1.0


def test_the_csv_holds_nothing_of_another_patient(
    start: Start, pair: Path, other_patient: Path, tmp_path: Path
) -> None:
    program = start()
    program.open(other_patient)
    key = program.state.slots[Slot.CONVENTIONAL]
    assert key is not None
    program.open(pair)
    program.workflow.assign(Slot.DENOISED, key)
    program.workflow.vois.place(studies.LESION_MM, LESION)
    exporting(program).write("csv", tmp_path / "vois.csv")
    assert {row.patient_id for row in read_csv(tmp_path / "vois.csv")} == {"SYN1"}


def test_vois_read_for_one_study_are_not_put_into_the_next(
    start: Start, pair: Path, other_patient: Path, tmp_path: Path
) -> None:
    held = Held()
    program = start(held)
    program.open(pair)
    held.run_all()
    program.workflow.vois.place(studies.LESION_MM, LESION)
    exporting(program).write("sr", tmp_path / "report.dcm")
    held.run_all()
    exporting(program).read([tmp_path / "report.dcm"])
    reading = held.waiting.pop()
    program.open(other_patient)
    held.run_all()
    reading()
    assert program.state.vois == ()
    assert "were not added" in program.state.notice


def test_a_study_opened_as_another_patients_shows_none_of_the_firsts_vois(
    start: Start, tmp_path: Path
) -> None:
    program = start()
    studies.write_conventional(tmp_path / "a", PatientID="A")
    studies.write_conventional(tmp_path / "b", PatientID="B")
    program.open(tmp_path / "a")
    program.workflow.vois.place(studies.LESION_MM, LESION)
    program.open(tmp_path / "b")
    assert program.state.study is not None
    assert program.state.study.patient.id == "B"
    assert program.state.vois == ()


def test_a_voi_that_could_not_be_kept_is_told_again(
    start: Start, pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start()
    program.open(pair)
    real = Index.record_voi

    def full(*_: object) -> None:
        raise ArchiveError("The disk is full.")

    monkeypatch.setattr(Index, "record_voi", full)
    program.workflow.vois.place(studies.LESION_MM, LESION)
    assert [failure.sentence for failure in program.failures] == ["The disk is full."]
    monkeypatch.setattr(Index, "record_voi", real)
    program.workflow.vois.place((0.0, 0.0, 146.0), Placing(0.5))
    names = [voi.name for voi in program.state.vois]
    program.open(pair)
    assert [voi.name for voi in program.state.vois] == names == ["Lesion 1", "VOI 1"]


def test_nothing_armed_and_no_study_open_is_no_crash(start: Start) -> None:
    program = start()
    program.workflow.vois.nudge((1.0, 0.0, 0.0))
    program.workflow.vois.delete("none")
    exporting(program).read([Path("absent")])
    assert program.state.slots == Frozen(dict.fromkeys(Slot))


def test_a_statistic_of_an_image_without_suv_is_not_called_suv() -> None:
    with_suv, without = (
        suv_image(np.ones((3, 4, 4))),
        suv_image(np.ones((3, 4, 4)), unit=Unit.BQ_PER_ML),
    )
    assert statistic_word(showing(with_suv), "SUVmax") == "SUVmax"
    assert statistic_word(showing(without), "SUVmax") == "max"


# --- An image that is being computed --------------------------------------------------------------


@pytest.fixture
def denoising(start: Start, tmp_path: Path) -> Program:
    """An unfiltered PET with one lesion marked, and beside it a CT."""
    program = start()
    program.open(studies.write_unfiltered(tmp_path / "raw"))
    program.workflow.vois.place(studies.FINE_LESION_MM, LESION)
    return program


def denoise(program: Program, network: TenthLess) -> None:
    verbs = program.bring(network)
    verbs.denoise(program.image(Slot.CONVENTIONAL).series.key)


def test_an_unfinished_image_is_never_measured(denoising: Program, tmp_path: Path) -> None:
    program = denoising
    s, _, _ = studies.LESION
    checked: list[int] = []

    def at_slice(number: int) -> None:
        state = program.state
        assert state.image(Slot.DENOISED) is None
        drawn = state.shown(Slot.DENOISED)
        assert drawn is not None
        assert drawn.series.key not in state.images
        assert drawn.series.key not in state.mips
        (row,) = program.workflow.measuring.rows(state)
        assert row.conventional is not None
        assert row.denoised is None
        assert render.difference_pair(state) is None
        assert changes_shown(replace(state, changes_wanted=True)) is None
        if not checked:
            for kind in ("csv", "pdf", "sr", "seg", "rtstruct"):
                program.session.set(notice="")
                exporting(program).write(kind, tmp_path / f"vois.{kind}")
                assert program.state.notice == UNFINISHED
                assert not (tmp_path / f"vois.{kind}").exists()
        checked.append(number)

    denoise(program, TenthLess(at_slice))
    assert s in checked
    (row,) = program.workflow.measuring.rows(program.state)
    assert row.denoised is not None


def test_a_run_cancelled_in_the_middle_leaves_everything_as_it_was(
    start: Start, pair: Path, tmp_path: Path
) -> None:
    studies.write_unfiltered(tmp_path, study="study")
    program = start()
    program.open(pair, tmp_path)
    program.workflow.vois.place(studies.LESION_MM, LESION)
    before = program.state
    files = {
        path: path.read_bytes()
        for path in (*pair.rglob("*"), *tmp_path.rglob("*.dcm"))
        if path.is_file()
    }
    (source,) = denoisable(before)

    def at_slice(number: int) -> None:
        assert program.state.shown(Slot.DENOISED) is not before.image(Slot.DENOISED)
        if number == 3:
            program.jobs.cancel_all()

    network = TenthLess(at_slice)
    program.bring(network).denoise(source.key)
    after = program.state
    assert network.order[-1] != 3, "it was cancelled before the end"
    names = ("slots", "images", "derived", "mips", "vois", "unfinished", "typed", "views", "notice")
    for name in names:
        assert getattr(after, name) is getattr(before, name), name
    assert {path: path.read_bytes() for path in files} == files
    assert not program.failures


def test_a_study_opened_meanwhile_never_gets_the_other_ones_image(
    denoising: Program, other_patient: Path
) -> None:
    program = denoising

    def at_slice(number: int) -> None:
        if program.state.unfinished is not None:
            program.open(other_patient)

    denoise(program, TenthLess(at_slice))
    state = program.state
    assert state.study is not None
    assert state.study.patient.id == "SYN2"
    assert state.unfinished is None
    assert not state.derived
    assert state.slots[Slot.DENOISED] is None
    assert {image.series.key for image in state.images.values()} <= {
        one.key for one in state.study.series
    }


def test_a_filtered_image_is_not_put_into_the_study_that_was_opened_meanwhile(
    start: Start, other_patient: Path, tmp_path: Path
) -> None:
    held = Held()
    program = start(held)
    program.open(studies.write_unfiltered(tmp_path))
    held.run_all()
    verbs = program.bring(TenthLess())
    verbs.filter(program.image(Slot.CONVENTIONAL).series.key, 6.0)
    filtering = held.waiting.pop()
    program.open(other_patient)
    held.run_all()
    filtering()
    assert not program.state.derived
    assert program.image(Slot.CONVENTIONAL).series.uid != ""
    assert program.state.study is not None
    assert program.state.study.patient.id == "SYN2"


def test_the_noisy_input_is_never_shown_as_if_it_were_denoised(denoising: Program) -> None:
    program = denoising
    source = program.image(Slot.CONVENTIONAL).volume.voxels

    def at_slice(number: int) -> None:
        unfinished = program.state.unfinished
        assert unfinished is not None
        assert unfinished.image is not None
        assert unfinished.done is not None
        drawn = unfinished.image.volume.voxels
        there = np.isfinite(drawn).all(axis=(1, 2))
        np.testing.assert_allclose(drawn[there], source[there] * KEPT, rtol=1e-5)
        assert np.isnan(drawn[~there]).all()
        assert not (unfinished.done & ~there).any(), "nothing is called done that is not there"

    denoise(program, TenthLess(at_slice))


def test_closing_the_program_in_the_middle_of_a_run_ends_it(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    program = start(None)
    program.open(studies.write_unfiltered(tmp_path))
    qtbot.waitUntil(lambda: bool(program.state.images), timeout=60_000)
    begun = threading.Event()

    def at_slice(number: int) -> None:
        begun.set()
        time.sleep(0.01)  # a slice takes its time: the run outlasts the wait below

    denoise(program, TenthLess(at_slice))
    assert begun.wait(60)
    program.close()
    QCoreApplication.sendPostedEvents()
    assert not program.state.derived


# --- From patient to patient, and to the end ------------------------------------------------------


def test_each_patient_begins_with_the_usual_looks_and_linked(start: Start, tmp_path: Path) -> None:
    program = start()
    studies.write_conventional(tmp_path / "a", PatientID="A")
    studies.write_conventional(tmp_path / "b", PatientID="B")
    program.open(tmp_path / "a")
    verbs = program.workflow
    verbs.set_upper(15.0)
    verbs.set_ct_window("Lung", DisplayRange(-1350.0, 150.0))
    verbs.set_colormap("rainbow")
    verbs.set_link(Link.SLICE, False)
    program.open(tmp_path / "a")
    assert program.state.window == DisplayRange(0.0, 15.0), "it is still the same patient"
    program.open(tmp_path / "b")
    first, state = State(), program.state
    for name in ("window", "ct_window", "colormap", "inverse", "links"):
        assert getattr(state, name) == getattr(first, name)
    assert not program.session.undo_stack.canUndo()


def test_two_patients_without_an_id_are_not_one(start: Start, tmp_path: Path) -> None:
    program = start()
    for name in ("a", "b"):
        studies.write_conventional(tmp_path / name, PatientID="", PatientName="", study=name)
    program.open(tmp_path / "a")
    program.workflow.set_upper(15.0)
    program.open(tmp_path / "b")
    assert program.state.window == DisplayRange(0.0, 7.0)


def test_what_would_be_lost_at_the_end_is_said(denoising: Program, tmp_path: Path) -> None:
    program = denoising
    assert program.losses() is None
    denoise(program, TenthLess())
    (derived,) = program.state.unsaved
    assert program.losses() == f"{derived.series.label} is not saved."
    program.denoising.save(tmp_path)
    assert program.losses() is None


def test_only_work_that_somebody_waits_for_is_a_loss(
    start: Start, pair: Path, tmp_path: Path
) -> None:
    held = Held()
    program = start(held)
    program.open(pair)
    assert program.jobs.running
    assert program.losses() is None, "loading and listing can be done again"
    held.run_all()
    program.workflow.vois.place(studies.LESION_MM, LESION)
    exporting(program).write("csv", tmp_path / "vois.csv")
    assert program.losses() == "Writing vois.csv is still under way."
    held.run_all()
    assert program.losses() is None
