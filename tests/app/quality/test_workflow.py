"""Grading behind the reading: when it begins, what it gives way to, what is kept, what is moved."""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from station.app.jobs import Executor
from station.app.quality import workflow as app
from station.app.quality.map import drivers, front_weights, heaviest_on_ray
from station.app.quality.state import (
    BLINDED,
    badge,
    evidence_refusal,
    grade_refusal,
    liver_refusal,
    liver_reset_refusal,
    looked_at,
    quality_shown,
    result_refusal,
)
from station.app.quality.workflow import BY_HAND, SEVERAL_IMAGES, SWITCHED_OFF, QualityWorkflow
from station.app.state import GradingStage, Made, Quality, Slot, State
from station.archive.quality import open_grades
from station.errors import ArchiveError, StationError
from station.operations.quality import grader as module
from station.operations.quality.grader import NO_GRADER
from station.pet.device import image_kind
from station.pet.image_quality import (
    GraderModel,
    QualityGrade,
    Status,
    Suspicion,
    Verdict,
    not_gradable,
)
from station.pet.mip import front_mip
from station.pet.study import Role
from station.pet.suv import InputName
from station.pet.volume import Unit, Volume
from station.quality.checks import Control
from tests.app.conftest import INLINE, Program, Start
from tests.made_up import images, studies
from tests.made_up.graders import BELOW_MM, COV, Checks, Stub, evidence_about
from tests.made_up.held import Held

CONVENTIONAL, DENOISED = "OSEM Gaussian", studies.DENOISED_MARK


@pytest.fixture(autouse=True)
def checks(monkeypatch: pytest.MonkeyPatch) -> Checks:
    stand_in = Checks()
    monkeypatch.setattr("station.operations.quality.grading.check_image", stand_in)
    return stand_in


Grading = Callable[..., tuple[Program, QualityWorkflow]]


@pytest.fixture
def grading(start: Start) -> Grading:
    """Start the program with a grader; its work is done at once unless it is told otherwise."""

    def start_(
        grader: Stub | None = None,
        executor: Executor | None = INLINE,
        load: Callable[[], Stub] | None = None,
        shipped: bool = False,
    ) -> tuple[Program, QualityWorkflow]:
        stub = grader or Stub()
        wanted = None if shipped else load or (lambda: stub)
        program = start(executor, wanted, graded=True)
        return program, program.quality

    return start_


def key_of(state: State, description: str) -> str:
    assert state.study is not None
    return next(one.key for one in state.own_series if one.description == description)


def quality_of(state: State, description: str) -> Quality:
    return state.quality[key_of(state, description)]


def stages(state: State) -> list[GradingStage]:
    return [one.stage for one in state.quality.values()]


# --- By itself -----------------------------------------------------------------------------------


def test_every_pet_of_a_study_is_graded_once_it_is_open(grading: Grading, pair: Path) -> None:
    stub = Stub(grades={DENOISED: 2})
    program, _ = grading(stub)
    state = program.open(pair)
    assert stages(state) == [GradingStage.DONE] * 2
    conventional, denoised = (quality_of(state, one) for one in (CONVENTIONAL, DENOISED))
    assert conventional.grade is not None
    assert denoised.grade is not None
    assert (conventional.grade.grade, denoised.grade.grade) == (4, 2)
    assert not conventional.kept
    assert stub.asked == [CONVENTIONAL, DENOISED], "what is shown first"
    assert program.failures == []


def test_the_images_come_first(grading: Grading, pair: Path) -> None:
    """While anything that the reading needs is under way, nothing is graded."""
    stub = Stub()
    held = Held()
    program, _ = grading(stub, held)
    program.library.open_paths([pair])
    there: list[int] = []
    stub.on_call = lambda: there.append(
        len(program.state.images) + sum(one.is_complete for one in program.state.mips.values())
    )
    held.run_all()
    assert there == [5, 5], "two PETs, a CT and both complete projections"


def test_grading_gives_way_to_what_the_reader_asks_for_and_begins_again(
    grading: Grading, pair: Path
) -> None:
    stub = Stub()
    program, _ = grading(stub)
    order: list[str] = []

    def interrupted() -> None:
        order.append("graded")
        if len(order) == 1:
            program.jobs.start("Denoising", lambda report: order.append("denoised"))

    stub.on_call = interrupted
    state = program.open(pair)
    assert order == ["graded", "denoised", "graded", "graded"]
    assert stages(state) == [GradingStage.DONE] * 2


def test_nothing_of_a_closed_study_is_graded_any_more(
    grading: Grading, pair: Path, other_patient: Path
) -> None:
    stub = Stub()
    held = Held()
    program, _ = grading(stub, held)
    program.library.open_paths([pair])
    opened: list[bool] = []

    def another() -> None:
        if not opened:
            opened.append(True)
            program.library.open_paths([other_patient])
            held.run_all()

    stub.on_call = another
    held.run_all()
    assert program.state.study is not None
    assert program.state.study.patient.id == "SYN2"
    assert list(program.state.quality) == [one.key for one in program.state.study.series]
    assert stub.asked.count(DENOISED) == 0


def test_without_a_grader_nothing_is_there_and_it_is_said_why(
    grading: Grading, pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "shipped_problem", lambda: NO_GRADER)
    program, quality = grading(shipped=True)
    state = program.open(pair)
    assert not state.quality
    assert grade_refusal(state) == NO_GRADER
    quality.grade_again()
    assert program.state.notice == NO_GRADER


def test_weights_that_cannot_be_used_are_told_once(grading: Grading, pair: Path) -> None:
    def broken() -> Stub:
        raise StationError("The weights are not those of their card. Install Station again.")

    program, _ = grading(load=broken)
    state = program.open(pair)
    assert state.grader_problem.startswith("The weights are not those of their card")
    assert not state.quality
    assert state.notice == ""


def test_an_image_that_cannot_be_graded_has_its_sentence(grading: Grading, pair: Path) -> None:
    program, _ = grading(Stub(None))
    state = program.open(pair)
    series = state.find(key_of(state, CONVENTIONAL))
    assert series is not None
    shown = badge(series, state.quality[series.key])
    assert shown.text == "– Not gradable"
    assert "shows no body" in shown.tip


def test_an_error_of_the_grader_leaves_the_image_without_a_grade(
    grading: Grading, pair: Path
) -> None:
    program, _ = grading(Stub(error=StationError("The memory is used up.")))
    state = program.open(pair)
    one = quality_of(state, CONVENTIONAL)
    assert (one.stage, one.why, one.grade) == (
        GradingStage.STOPPED,
        "The memory is used up.",
        None,
    )
    assert state.notice == "", "nobody asked for it"


@pytest.mark.usefixtures("caplog")
def test_a_mistake_of_the_program_is_told_as_one(grading: Grading, pair: Path) -> None:
    program, quality = grading(Stub(error=KeyError("liver")))
    told: list[object] = []
    quality.failed.connect(told.append)
    program.open(pair)
    assert len(told) == 2


def test_automatic_grading_can_be_switched_off_and_on(grading: Grading, pair: Path) -> None:
    stub = Stub()
    program, quality = grading(stub)
    quality.toggle_automatic()
    state = program.open(pair)
    assert {one.why for one in state.quality.values()} == {SWITCHED_OFF}
    assert stub.asked == []
    quality.grade_again()
    assert stub.asked == [CONVENTIONAL], "what is asked for is done"
    quality.toggle_automatic()
    assert stages(program.state) == [GradingStage.DONE] * 2


def test_time_frames_are_not_graded_by_themselves(grading: Grading, pair: Path) -> None:
    program, _ = grading()
    state = program.open(pair)
    series = state.find(key_of(state, CONVENTIONAL))
    assert series is not None
    assert app._not_by_itself(state, replace(series, parts=3)) == SEVERAL_IMAGES
    assert app._not_by_itself(state, series) == ""


def test_while_images_are_read_blinded_nothing_is_graded_or_shown(
    grading: Grading, pair: Path
) -> None:
    stub = Stub()
    program, quality = grading(stub)
    quality.pause(True)
    state = program.open(pair)
    assert stub.asked == []
    quality.pause(False)
    assert len(stub.asked) == 2
    program.session.set(blinded=True)
    state = program.state
    assert [quality_shown(state, key) for key in state.quality] == [None, None]
    for refusal in (grade_refusal, result_refusal, evidence_refusal, liver_refusal):
        assert refusal(state) == BLINDED


# --- In threads ----------------------------------------------------------------------------------


def test_grading_runs_off_the_gui_thread_and_no_thread_holds_the_window_up(
    grading: Grading, pair: Path, qtbot: QtBot
) -> None:
    """A thread of lower priority would keep Python's lock while it waits for a processor."""
    stub = Stub()
    threads: list[tuple[bool, int]] = []

    def look() -> None:
        thread = threading.current_thread()
        niceness = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
        threads.append((thread is threading.main_thread(), niceness))

    stub.on_call = look
    program, _ = grading(stub, None)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    program.library.open_paths([pair])
    qtbot.waitUntil(lambda: stages(program.state) == [GradingStage.DONE] * 2, timeout=60_000)
    assert {main for main, _ in threads} == {False}
    if sys.platform == "linux":
        assert {niceness for _, niceness in threads} == {own}
    assert program.failures == []


def test_what_is_being_graded_ends_with_the_program(
    grading: Grading, pair: Path, qtbot: QtBot
) -> None:
    stub = Stub()
    begun = threading.Event()
    never = threading.Event()

    def until_asked_to_stop() -> None:
        begun.set()
        never.wait(0.2)

    stub.on_call = until_asked_to_stop
    program, quality = grading(stub, None)
    program.library.open_paths([pair])
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    quality.close()
    assert [one.grade for one in program.state.quality.values()] == [None, None]
    assert len(stub.asked) == 1, "it heard of it at its next report"


# --- Kept ----------------------------------------------------------------------------------------


def test_what_was_graded_before_is_shown_without_grading_anew(
    grading: Grading, pair: Path, checks: Checks
) -> None:
    grading()[0].open(pair)
    asked = len(checks.asked)
    stub = Stub(1)
    program, _ = grading(stub)
    state = program.open(pair)
    one = quality_of(state, CONVENTIONAL)
    assert one.grade is not None
    assert (one.kept, one.grade.grade, stub.asked) == (True, 4, [])
    assert one.control is not None
    assert COV in one.control.checks
    assert len(one.control.checks) == 3
    assert len(checks.asked) == asked


def test_other_weights_grade_anew(grading: Grading, pair: Path) -> None:
    grading()[0].open(pair)
    stub = Stub(2, model=GraderModel("Stub", "2", "6" * 64))
    state = grading(stub)[0].open(pair)
    assert len(stub.asked) == 2
    one = quality_of(state, CONVENTIONAL).grade
    assert one is not None
    assert one.grade == 2


def test_a_typed_weight_grades_anew_and_taking_it_back_fetches_what_was_kept(
    grading: Grading, pair: Path
) -> None:
    stub = Stub()
    program, _ = grading(stub)
    program.open(pair)
    stub.grade = 2
    program.workflow.type_input(InputName.WEIGHT_KG, 85.0, "85 kg")
    assert len(stub.asked) == 4
    one = quality_of(program.state, CONVENTIONAL).grade
    assert one is not None
    assert one.grade == 2


def test_changed_files_are_graded_anew(grading: Grading, tmp_path: Path) -> None:
    folder = studies.write_pair(tmp_path / "pair")
    grading()[0].open(folder)
    studies.write_pair(tmp_path / "pair", PatientWeight=80)
    stub = Stub()
    grading(stub)[0].open(folder)
    assert len(stub.asked) == 2


def test_an_archive_that_cannot_be_read_costs_no_grade(
    grading: Grading, pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise ArchiveError("The disk with the index is full. Free some space and try again.")

    monkeypatch.setattr("station.archive.quality.Grades.keep", gone)
    monkeypatch.setattr("station.archive.quality.Grades.kept", gone)
    program, _ = grading()
    state = program.open(pair)
    assert stages(state) == [GradingStage.DONE] * 2
    assert state.notice == f"The grade was not stored. {gone_words()}"


def gone_words() -> str:
    return "The disk with the index is full. Free some space and try again."


def test_the_history_holds_scanner_kind_and_what_was_measured(
    grading: Grading, pair: Path, station_home: Path
) -> None:
    program, quality = grading()
    program.open(pair)
    told: list[object] = []
    quality.history(told.append)
    ((first, second),) = told  # type: ignore[misc]
    assert {first.kind.split(" · ")[0], second.kind.split(" · ")[0]} == {"conventional", "denoised"}
    assert first.liver_cov == 9.0
    assert first.patient == studies.NAME
    assert first.device.manufacturer
    grades = open_grades(station_home)
    assert grades.history() == (first, second)
    grades.close()


# --- By hand -------------------------------------------------------------------------------------


def test_the_liver_is_measured_where_the_crosshair_is_and_undo_takes_it_back(
    grading: Grading, pair: Path, checks: Checks
) -> None:
    stub = Stub()
    program, quality = grading(stub)
    state = program.open(pair)
    key = key_of(state, CONVENTIONAL)
    before = len(checks.asked)
    program.workflow.place_crosshair(0, (20.0, 5.0, 140.0))
    quality.place_liver()
    assert checks.asked[before:] == [((20.0, 5.0, 140.0), True)], "from the organs found before"
    one = program.state.quality[key]
    assert one.liver_mm == (20.0, 5.0, 140.0)
    assert one.grade is not None
    assert one.control is not None
    assert one.control.named("Liver CoV").place_mm == (20.0, 5.0, 140.0)
    assert len(stub.asked) == 2, "the network does not look at the sphere"
    program.session.undo_stack.undo()
    assert program.state.quality[key].liver_mm is None
    assert checks.asked[-1] == (None, True)
    program.session.undo_stack.redo()
    assert liver_reset_refusal(program.state) is None
    quality.reset_liver()
    assert program.state.quality[key].liver_mm is None
    assert liver_reset_refusal(program.state) is not None


def test_while_a_moved_sphere_is_measured_the_grade_and_its_checks_stay(
    grading: Grading, pair: Path
) -> None:
    program, quality = grading()
    program.open(pair)
    before = quality_of(program.state, CONVENTIONAL)
    seen: list[Quality] = []

    def follow(old: State, new: State) -> None:
        if new.quality is not old.quality:
            seen.append(quality_of(new, CONVENTIONAL))

    program.session.changed.connect(follow)
    program.workflow.place_crosshair(0, (20.0, 5.0, 140.0))
    quality.place_liver()
    under_way, done = seen
    assert vars(under_way) == vars(replace(before, stage=GradingStage.AT_WORK))
    assert (done.stage, done.liver_mm) == (GradingStage.DONE, (20.0, 5.0, 140.0))
    assert done.grade is before.grade


def test_a_sphere_that_cannot_be_measured_leaves_what_was_there(
    grading: Grading, pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> Control:
        raise StationError("The memory is used up.")

    program, quality = grading()
    program.open(pair)
    before = quality_of(program.state, CONVENTIONAL)
    monkeypatch.setattr("station.operations.quality.grading.check_image", fails)
    program.workflow.place_crosshair(0, (20.0, 5.0, 140.0))
    quality.place_liver()
    assert vars(quality_of(program.state, CONVENTIONAL)) == vars(before)
    assert program.state.notice == "The memory is used up."


def test_a_sphere_that_was_put_by_hand_is_there_when_the_study_is_opened_again(
    grading: Grading, pair: Path
) -> None:
    program, quality = grading()
    program.open(pair)
    program.workflow.place_crosshair(0, (20.0, 5.0, 140.0))
    quality.place_liver()
    again, _ = grading()
    state = again.open(pair)
    key = key_of(state, CONVENTIONAL)
    assert dict(state.liver_places) == {key: (20.0, 5.0, 140.0)}
    assert state.quality[key].kept


def test_what_drives_a_grade_is_found_when_it_is_asked_for(
    grading: Grading, pair: Path, checks: Checks
) -> None:
    stub = Stub(2)
    program, quality = grading(stub)
    program.open(pair)
    before = len(checks.asked)
    quality.show_evidence()
    one = quality_of(program.state, CONVENTIONAL)
    assert one.grade is not None
    assert one.grade.evidence is not None
    assert stub.asked[-1] == CONVENTIONAL
    assert len(checks.asked) == before, "the checks are the same"
    assert one.graded_at is not None
    quality.show_evidence()
    assert len(stub.asked) == 3, "it is there already"


def test_grading_again_keeps_another_result(
    grading: Grading, pair: Path, station_home: Path
) -> None:
    stub = Stub()
    program, quality = grading(stub)
    program.open(pair)
    stub.grade = 2
    quality.grade_again()
    one = quality_of(program.state, CONVENTIONAL).grade
    assert one is not None
    assert one.grade == 2
    grades = open_grades(station_home)
    assert sorted(scan.grade or 0 for scan in grades.history()) == [2, 4]
    grades.close()


def test_what_is_stopped_stays_without_a_grade(grading: Grading, pair: Path) -> None:
    stub = Stub()
    program, quality = grading(stub)

    def stop() -> None:
        for key in program.state.quality:
            quality.stop(key)

    stub.on_call = stop
    state = program.open(pair)
    assert [one.why for one in state.quality.values()] == [BY_HAND, BY_HAND]
    series = state.find(key_of(state, CONVENTIONAL))
    assert series is not None
    assert badge(series, state.quality[series.key]).text == "not graded"
    assert len(stub.asked) == 1


def test_the_report_is_written_of_the_image_looked_at(
    grading: Grading, pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[tuple[object, Path, bool]] = []

    def write(graded: object, path: Path, *, patient_data: bool = True) -> None:
        written.append((graded, path, patient_data))

    monkeypatch.setattr("station.operations.quality.page.write_report", write)
    stub = Stub(2)
    program, quality = grading(stub)
    program.open(pair)
    quality.write_report(tmp_path / "report.pdf", patient_data=False)
    ((graded, path, patient_data),) = written
    assert (path, patient_data) == (tmp_path / "report.pdf", False)
    assert graded.series.description == CONVENTIONAL  # type: ignore[attr-defined]
    assert graded.image is not None  # type: ignore[attr-defined]
    assert graded.ct is not None  # type: ignore[attr-defined]
    assert graded.grade.evidence is not None, "it shows what drives the grade"  # type: ignore[attr-defined]
    assert program.state.made == Made("Wrote the QA report report.pdf", tmp_path / "report.pdf")
    assert stages(program.state) == [GradingStage.DONE] * 2


def test_a_report_that_cannot_be_written_leaves_the_grade(
    grading: Grading, pair: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_: object, **__: object) -> None:
        raise StationError("The report could not be written. Choose another folder.")

    monkeypatch.setattr("station.operations.quality.page.write_report", write)
    program, quality = grading()
    program.open(pair)
    quality.write_report(tmp_path / "report.pdf")
    assert program.state.notice == "The report could not be written. Choose another folder."
    one = quality_of(program.state, CONVENTIONAL)
    assert (one.stage, one.grade is not None) == (GradingStage.DONE, True)


def test_a_place_is_gone_to_in_the_panes_that_show_it(grading: Grading, pair: Path) -> None:
    program, quality = grading()
    program.open(pair)
    quality.choose(key_of(program.state, DENOISED))
    quality.go_to((20.0, 5.0, 140.0))
    assert program.state.views[1].position_mm == (20.0, 5.0, 140.0)
    series = looked_at(program.state)
    assert series is not None
    assert series.description == DENOISED, "to go somewhere chooses no other image"


def test_the_image_looked_at_is_that_of_the_active_column(grading: Grading, pair: Path) -> None:
    program, quality = grading()
    state = program.open(pair)
    quality.choose(key_of(state, DENOISED))
    program.workflow.activate(1)
    program.workflow.activate(0)
    series = looked_at(program.state)
    assert series is not None
    assert series.description == CONVENTIONAL
    program.workflow.activate(1)
    series = looked_at(program.state)
    assert series is not None
    assert series.description == DENOISED


def test_no_place_is_gone_to_in_another_frame_of_reference(grading: Grading, pair: Path) -> None:
    program, quality = grading()
    state = program.open(pair)
    key = key_of(state, DENOISED)
    program.session.set(slots=state.slots.with_(Slot.DENOISED, None))
    quality.choose(key)
    assert liver_refusal(program.state) is None, "the conventional image lies in the same space"
    program.session.set(slots=state.slots.with_(Slot.DENOISED, None).with_(Slot.CONVENTIONAL, None))
    program.session.set(slots=program.state.slots.with_(Slot.CT, None))
    quality.choose(key)
    assert "another frame of reference" in (liver_refusal(program.state) or "")
    where = program.state.views
    quality.go_to((20.0, 5.0, 140.0))
    assert program.state.views == where


# --- What is installed ---------------------------------------------------------------------------


def listed(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str | None) -> None:
    """Let the program's own list of graders say this; None: there is none."""
    if text is not None:
        (folder / "models.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "resource", lambda *parts: folder / parts[-1])
    module.shipped_problem.cache_clear()


def test_the_weights_are_known_by_their_list_without_torch(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cards = [
        f'[[model]]\nid = "{name}"\ntitle = "{name}"\nversion = "3"\nsha256 = "{name * 64}"\n'
        for name in "ab"
    ]
    listed(monkeypatch, tmp_path, "\n".join([cards[0], cards[1] + "default = true"]))
    assert module.installed_model() == GraderModel("b", "3", "b" * 64)
    assert module.shipped_problem() == ""
    module.shipped_problem.cache_clear()


@pytest.mark.parametrize("text", [None, "", "model = 3", "[[model]]\ndefault = true"])
def test_a_list_that_cannot_be_read_names_no_weights(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str | None
) -> None:
    listed(monkeypatch, tmp_path, text)
    assert module.installed_model() is None
    assert module.shipped_problem() == ("" if text is not None else NO_GRADER)
    module.shipped_problem.cache_clear()


def test_what_is_kept_is_fetched_without_loading_the_network(
    grading: Grading, pair: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = Stub()
    grading(stub)[0].open(pair)
    monkeypatch.setattr(app, "shipped_problem", lambda: "")
    monkeypatch.setattr(app, "installed_model", lambda: stub.model)
    monkeypatch.setattr(app, "shipped_grader", lambda: pytest.fail("torch was loaded"))
    state = grading(shipped=True)[0].open(pair)
    assert quality_of(state, CONVENTIONAL).kept


# --- Words and maps ------------------------------------------------------------------------------


def test_a_badge_says_grade_and_word_and_its_tip_the_reasons() -> None:
    grade = QualityGrade(
        Verdict.POOR,
        2,
        (0.2, 0.5, 0.2, 0.1, 0.0),
        0.3,
        suspicions=(Suspicion("counts cut", 0.6),),
    )
    control = Control((COV, replace(COV, name="Uptake time", status=Status.FAIL)))
    done = Quality(GradingStage.DONE, grade=grade, control=control)
    shown = badge(images.series(), done)
    assert (shown.text, shown.tone) == ("2 Poor", "poor")
    assert "P(Good) 0.30" in shown.tip
    assert "counts cut 60%" in shown.tip
    assert "Failed: Uptake time" in shown.tip
    assert badge(images.series(), Quality(GradingStage.AT_WORK)).text == "grading…"
    refused = Quality(GradingStage.DONE, grade=not_gradable("No liver in view."))
    assert badge(images.series(), refused).text == "– Not gradable"


def test_the_places_that_drive_a_grade_are_the_peaks_of_the_map() -> None:
    first, second = drivers(evidence_about())
    assert first.position_mm == pytest.approx(BELOW_MM)
    assert (first.weight, second.weight) == pytest.approx((0.4, 0.2))
    nothing = evidence_about()
    flat = Volume(-np.abs(nothing.voxels), nothing.geometry, nothing.unit)
    assert drivers(flat) == ()


def test_the_map_lies_over_the_projection_where_its_places_are() -> None:
    evidence = evidence_about((4.0, 3.0, 9.0))
    geometry = images.grid((40, 30, 30), (8.0, 8.0, 8.0), (-100.0, -100.0, -150.0))
    mip = front_mip(Volume(np.ones((40, 30, 30), np.float32), geometry, Unit.SUV_BW))
    weights = front_weights(evidence, mip)
    assert weights.shape == mip.images.shape[1:]
    row, column = np.unravel_index(int(weights.argmax()), weights.shape)
    wanted = mip.position_to_mip((4.0, 3.0, 9.0), 0)
    assert (row, column) == pytest.approx(wanted, abs=1.0)
    assert weights.max() == pytest.approx(1.0, abs=0.2)
    assert weights.min() == 0
    x, y, z = heaviest_on_ray(evidence, mip, float(row), float(column))
    assert (x, y, z) == pytest.approx((4.0, 3.0, 9.0), abs=17.0)


def test_images_are_compared_with_images_of_their_kind_only() -> None:
    one = replace(images.series(), reconstruction="OSEM 3i10s", kernel="Gauss 5")
    assert image_kind(one) == "conventional · OSEM 3i10s · Gauss 5"
    assert image_kind(replace(one, kernel="")) != image_kind(one)
    assert image_kind(images.series(role=Role.UNFILTERED)) == "unfiltered"


def test_a_grade_is_dated(grading: Grading, pair: Path) -> None:
    program, _ = grading()
    state = program.open(pair)
    when = quality_of(state, CONVENTIONAL).graded_at
    assert when is not None
    assert abs((datetime.now(UTC) - when).total_seconds()) < 3600
