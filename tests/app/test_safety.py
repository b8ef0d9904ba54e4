"""What must never happen: a number of the wrong unit, study, patient or reader, or a lost one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from station.app.display import statistic_word
from station.app.exporting import Exporting
from station.app.loading import convert
from station.app.measuring import VoiRow, percist_threshold
from station.app.session import Session
from station.app.state import DisplayRange, Frozen, Placing, Slot
from station.app.workflow import Workflow
from station.archive.index import Index
from station.errors import ArchiveError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import SuvFacts
from station.pet.voi import Isocontour, Sphere, Threshold, ThresholdRule, measure
from station.pet.volume import Geometry, Unit
from station.report.voi_csv import read_csv
from tests.app.conftest import Program, Start
from tests.app.held import Held
from tests.app.images import series, showing, suv_image
from tests.ui import studies

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


def test_the_csv_says_whose_a_series_of_another_patient_is(
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
    own, guest = read_csv(tmp_path / "vois.csv")
    assert own.patient_id != "SYN2"
    assert guest.patient_id == "SYN2"
    assert "ANOTHER PATIENT" in " ".join(guest.warnings)


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
