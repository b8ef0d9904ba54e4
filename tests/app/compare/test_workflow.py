"""The open study next to another date of its patient: who is offered, what is kept, what is not."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from station.app.compare.state import Comparing, LesionsFrom, Outcome
from station.app.compare.workflow import (
    BLINDED,
    accept_refusal,
    compare_refusal,
    empty_words,
    namesake_words,
    stale_words,
)
from station.app.state import Placing, Slot
from station.archive.index import open_index
from station.operations import compare as operation
from station.operations.compare import Comparison
from station.pet.alignment import Alignment, How, Verdict
from station.pet.followup import Row, Status
from station.pet.sites import SiteKind
from station.pet.suv import InputName
from station.pet.voi import centre_of
from tests.app.conftest import Program, Start
from tests.made_up import studies
from tests.made_up.dates import BEFORE, NOW, without_organs, write_date, write_two_dates
from tests.made_up.held import Held

LIVER_MM = (0.0, 20.0, 146.0)
"""Anywhere in the made-up body, which is uniform"""

OpenDates = Callable[..., Program]


@pytest.fixture(autouse=True)
def _no_organs(monkeypatch: pytest.MonkeyPatch) -> None:
    without_organs(monkeypatch)


@pytest.fixture(scope="session")
def dates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The current study, whose lesion has SUV 5, and the prior one with SUV 9. Read only."""
    return write_two_dates(tmp_path_factory.mktemp("dates"))


@pytest.fixture
def open_dates(start: Start, dates: tuple[Path, Path]) -> OpenDates:
    """Both in the list, the current one open; others are put into the list before them."""

    def open_(*others: Path, prior_open: bool = False, **how: object) -> Program:
        program = start(**how)
        order = (*others, *(dates if prior_open else dates[::-1]))
        for path in order:
            program.open(path)
        program.compare.look()
        return program

    return open_


@pytest.fixture
def compared(open_dates: OpenDates) -> Program:
    """Two dates that were compared, with the liver put by hand."""
    program = open_dates()
    at_liver(program)
    program.compare.compare()
    return program


def at_liver(program: Program) -> None:
    program.workflow.place_crosshair(0, LIVER_MM)
    program.compare.place("liver")


def comparing(program: Program) -> Comparing:
    return program.state.comparing


def outcome_of(program: Program) -> Outcome:
    outcome = comparing(program).outcome
    assert outcome is not None, comparing(program).problem
    return outcome


def comparison_of(program: Program) -> Comparison:
    comparison = outcome_of(program).comparison
    assert comparison is not None, comparing(program).problem
    return comparison


def only_row(program: Program) -> Row:
    (row,) = comparison_of(program).rows
    return row


def save_lesion(program: Program, place_mm: tuple[float, float, float]) -> None:
    program.workflow.vois.place(place_mm, Placing(0.5, SiteKind.LESION, "Target", tissue="lung"))


# --- Who is offered ------------------------------------------------------------------------------


def test_the_pets_of_the_patients_other_studies_are_offered(open_dates: OpenDates) -> None:
    state = comparing(open_dates())
    assert [one.words for one in state.candidates] == ["2024-03-01 · OSEM Gaussian"]
    assert state.chosen == state.candidates[0].key


def test_another_patient_is_not_offered(open_dates: OpenDates, other_patient: Path) -> None:
    assert len(comparing(open_dates(other_patient)).candidates) == 1


def test_the_same_id_under_another_name_is_warned_of_and_not_offered(
    open_dates: OpenDates, tmp_path: Path
) -> None:
    stranger = write_date(tmp_path, "stranger", 4.0, "20240201", PatientName="Roe^Richard")
    state = comparing(open_dates(stranger))
    assert [one.date for one in state.candidates] == [date(2024, 3, 1)]
    assert namesake_words(state) == (
        "1 study has this PatientID under another name: it is not offered."
    )


def test_the_latest_earlier_date_is_chosen_first(open_dates: OpenDates, tmp_path: Path) -> None:
    later = write_date(tmp_path, "later", 4.0, "20250101")
    oldest = write_date(tmp_path, "oldest", 4.0, "20230101")
    state = comparing(open_dates(later, oldest))
    assert [one.date and one.date.year for one in state.candidates] == [2025, 2024, 2023]
    assert state.candidate is not None
    assert state.candidate.date == date(2024, 3, 1)


def test_an_image_made_like_the_one_shown_is_chosen_first(
    open_dates: OpenDates, dates: tuple[Path, Path], tmp_path: Path
) -> None:
    prior = write_date(tmp_path, "before", 9.0, BEFORE)
    studies.write_denoised(prior, StudyDate=BEFORE, SeriesDate=BEFORE, AcquisitionDate=BEFORE)
    program = open_dates(prior)
    candidate = comparing(program).candidate
    assert candidate is not None
    assert candidate.description == "OSEM Gaussian"


def test_without_another_date_a_sentence_says_where_it_may_be(
    start: Start, dates: tuple[Path, Path]
) -> None:
    program = start()
    program.open(dates[0])
    program.compare.look()
    assert "fetch it from a PACS" in empty_words(comparing(program), program.state.study)
    program.compare.compare()
    assert comparing(program).problem == "Choose the date to compare with."


def test_without_a_patient_id_nothing_is_offered(start: Start, tmp_path: Path) -> None:
    program = start()
    for name, day in (("before", BEFORE), ("now", NOW)):
        program.open(write_date(tmp_path, name, 4.0, day, PatientID=""))
    program.compare.look()
    assert comparing(program).candidates == ()
    assert "has no PatientID" in empty_words(comparing(program), program.state.study)


def test_a_study_whose_name_changed_since_it_was_listed_is_refused(
    open_dates: OpenDates, tmp_path: Path
) -> None:
    program = open_dates()
    candidate = comparing(program).candidate
    assert candidate is not None
    with closing(open_index(program.home)) as index:
        listed = index.study(candidate.study_uid)
        assert listed is not None
        renamed = replace(listed.patient, name="Roe, Richard")
        index.remember(replace(listed, patient=renamed), tmp_path)
    program.compare.compare()
    assert "under different names" in comparing(program).problem
    assert comparing(program).outcome is None


# --- What is compared ----------------------------------------------------------------------------


def test_a_lesion_of_both_dates_is_one_row(compared: Program) -> None:
    row = only_row(compared)
    assert row.status is Status.FOLLOWED
    assert row.current is not None
    assert row.prior is not None
    assert (row.current.maximum, row.prior.maximum) == pytest.approx((5.0, 9.0), rel=1e-3)
    assert "PMR" in comparison_of(compared).percist.outcome
    assert outcome_of(compared).aligned.which == (
        "Current: the open study, 2024-06-01. Prior: 2024-03-01."
    )


def test_a_later_study_is_the_current_date_and_a_sentence_says_so(open_dates: OpenDates) -> None:
    program = open_dates(prior_open=True)
    assert program.state.study is not None
    assert program.state.study.date == date(2024, 3, 1)
    at_liver(program)
    program.compare.compare()
    outcome = outcome_of(program)
    assert outcome.aligned.which.startswith("Swapped: 2024-06-01 is later")
    row = only_row(program)
    assert row.current is not None
    assert row.current.maximum == pytest.approx(5.0, rel=1e-3)
    # What is gone to is in the open study, which is the prior date.
    program.compare.go_to(row)
    assert program.state.views[0].position_mm == pytest.approx(studies.LESION_MM, abs=4.0)


def test_a_missing_liver_is_said_and_the_alignment_is_kept(open_dates: OpenDates) -> None:
    program = open_dates()
    program.compare.compare()
    outcome = outcome_of(program)
    assert outcome.comparison is None
    assert outcome.lacks_liver
    assert "The liver was not looked for" in comparing(program).problem
    at_liver(program)
    assert outcome_of(program).aligned is outcome.aligned
    assert only_row(program).status is Status.FOLLOWED


def test_a_liver_put_by_hand_accompanies_the_numbers(compared: Program) -> None:
    (sentence,) = comparison_of(compared).sentences
    assert sentence == (
        "The liver of the open study was put by hand. That of the prior date is at its registered "
        "place."
    )
    assert comparison_of(compared).current.timepoint.liver_sphere is not None
    compared.compare.reset_places()
    assert outcome_of(compared).lacks_liver


def test_saved_lesions_are_carried_to_the_date_without_any(open_dates: OpenDates) -> None:
    program = open_dates(prior_open=True)
    save_lesion(program, studies.LESION_MM)
    program.library.open_study(study_uid_of(program, NOW))
    program.compare.look()
    program.compare.take_lesions(LesionsFrom.SAVED)
    program.compare.compare()
    row = only_row(program)
    assert (row.name, row.status, row.proposed) == ("Target", Status.CARRIED, "current")
    assert "carried to the other" in comparison_of(program).lesions


def study_uid_of(program: Program, day: str) -> str:
    (entry,) = [
        entry
        for entry in program.state.entries
        if entry.study_date and f"{entry.study_date:%Y%m%d}" == day
    ]
    return entry.study_uid


def test_without_a_saved_lesion_a_sentence_offers_the_threshold(compared: Program) -> None:
    compared.compare.take_lesions(LesionsFrom.SAVED)
    compared.compare.compare()
    assert comparing(compared).problem == (
        "Dr A has not saved a lesion in either study. Place lesions (L), or compare everything "
        "above the PERCIST threshold."
    )
    assert outcome_of(compared).comparison is None


def test_a_failed_registration_leaves_each_date_to_itself_until_it_is_shifted(
    open_dates: OpenDates, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = Alignment(np.eye(4), How.OFFSET, Verdict.FAILED, "The two bodies do not overlap.")
    monkeypatch.setattr("station.operations.registration.register", lambda *_, **__: failed)
    program = open_dates()
    save_lesion(program, studies.LESION_MM)
    program.compare.take_lesions(LesionsFrom.SAVED)
    program.compare.compare()
    assert only_row(program).status is Status.UNMATCHED
    assert comparison_of(program).percist.problem == failed.sentence
    program.compare.shift((0.0, 0.0, 4.0))
    outcome = outcome_of(program)
    assert outcome.alignment.how is How.BY_HAND
    assert outcome.alignment.matrix[2, 3] == 4.0
    assert only_row(program).proposed == "prior"
    program.compare.shift((0.0, 0.0, 0.0))
    assert outcome_of(program).alignment is failed


def test_dates_of_two_units_are_not_subtracted(open_dates: OpenDates, tmp_path: Path) -> None:
    prior = write_date(tmp_path, "unweighed", 9.0, "20240401", PatientWeight=None)
    program = open_dates(prior)
    save_lesion(program, studies.LESION_MM)
    program.compare.take_lesions(LesionsFrom.SAVED)
    program.compare.compare()
    assert "The prior image has no SUV" in comparison_of(program).comparability.refusals[0]
    assert all(row.current is None or row.prior is None for row in comparison_of(program).rows)


# --- What is done with it ------------------------------------------------------------------------


def test_a_row_puts_the_crosshair_of_the_open_study_there(compared: Program) -> None:
    compared.compare.go_to(only_row(compared))
    assert compared.state.views[0].position_mm == pytest.approx(studies.LESION_MM, abs=4.0)


def test_a_proposal_is_kept_as_a_voi_and_undone_in_one_step(open_dates: OpenDates) -> None:
    program = open_dates(prior_open=True)
    save_lesion(program, studies.LESION_MM)
    program.library.open_study(study_uid_of(program, NOW))
    program.compare.look()
    program.compare.take_lesions(LesionsFrom.SAVED)
    program.compare.compare()
    row = only_row(program)
    assert row.current_voi is not None
    program.compare.accept(row)
    (voi,) = program.state.vois
    assert (voi.name, voi.kind, voi.tissue) == ("Target", SiteKind.LESION, "lung")
    assert voi.id != row.current_voi.id, "the prior's own VOI is another one"
    assert centre_of(voi.shape) == pytest.approx(studies.LESION_MM, abs=4.0)
    assert "is a VOI of the open study already" in (accept_refusal(program.state, row) or "")
    assert stale_words(program.state) == "The VOIs have changed since: compare again."
    program.session.undo_stack.undo()
    assert program.state.vois == ()


def test_it_is_exported_without_a_name_and_never_over_other_files(
    compared: Program, tmp_path: Path
) -> None:
    compared.compare.export(tmp_path / "out")
    text = (tmp_path / "out" / "comparison.json").read_text(encoding="utf-8")
    assert json.loads(text)["lesions"][0]["status"] == "followed"
    assert "Doe" not in text
    assert compared.state.made is not None
    compared.compare.export(tmp_path / "out")
    assert "is there already" in compared.failures[-1].sentence


# --- What does not stay --------------------------------------------------------------------------


def test_it_ends_with_the_study(compared: Program, dates: tuple[Path, Path]) -> None:
    compared.open(dates[1])
    assert comparing(compared).outcome is None
    assert comparing(compared).candidates == ()


def test_a_typed_weight_asks_for_another_comparison(compared: Program) -> None:
    assert stale_words(compared.state) == ""
    before = outcome_of(compared)
    compared.workflow.type_input(InputName.WEIGHT_KG, 140.0, "140 kg")
    assert "SUV inputs have changed since" in stale_words(compared.state)
    compared.compare.compare()
    assert outcome_of(compared).aligned is not before.aligned
    row = only_row(compared)
    assert row.current is not None
    assert row.current.maximum == pytest.approx(10.0, rel=1e-3)


def test_images_in_memory_are_not_read_again(
    open_dates: OpenDates, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = open_dates()
    loaded: list[str] = []
    load = operation.load_pet_ct

    def seen(study, series, typed, images, stored, report):
        loaded.append("memory" if series.key in images else "disk")
        return load(study, series, typed, images, stored, report)

    monkeypatch.setattr(operation, "load_pet_ct", seen)
    program.compare.compare()
    assert loaded == ["memory", "disk"]


def at_work(start: Start, dates: tuple[Path, Path]) -> tuple[Program, Held]:
    """A comparison that has been asked for and has not run yet."""
    held = Held()
    program = start(executor=held)
    for path in dates[::-1]:
        program.open(path)
        held.run_all()
    program.compare.look()
    held.run_all()
    program.compare.compare()
    assert comparing(program).at_work
    return program, held


def test_what_is_cancelled_leaves_a_sentence_and_nothing_else(
    start: Start, dates: tuple[Path, Path]
) -> None:
    program, held = at_work(start, dates)
    program.compare.cancel()
    held.run_all()
    assert not comparing(program).at_work
    assert comparing(program).problem == "It was cancelled."
    assert comparing(program).outcome is None


def test_a_comparison_under_way_does_not_reach_another_study(
    start: Start, dates: tuple[Path, Path], other_patient: Path
) -> None:
    program, held = at_work(start, dates)
    program.open(other_patient)
    held.waiting.reverse()  # the other study is shown first
    held.run_all()
    assert program.state.study is not None
    assert program.state.study.patient.id == "SYN2"
    assert comparing(program).outcome is None
    assert not comparing(program).at_work
    assert comparing(program).problem == ""


def test_nothing_is_compared_in_a_blinded_reading(compared: Program) -> None:
    compared.session.set(blinded=True)
    assert compare_refusal(compared.state) == BLINDED
    assert comparing(compared).outcome is None
    compared.compare.look()
    compared.compare.compare()
    assert comparing(compared).candidates == ()
    assert comparing(compared).outcome is None
    assert compared.state.image(Slot.CONVENTIONAL) is not None


def test_an_alignment_made_by_hand_is_that_of_the_images_and_of_the_comparison(
    compared: Program,
) -> None:
    compared.compare.shift((0.0, 0.0, 4.0))
    (kept,) = compared.state.by_hand.values()
    assert outcome_of(compared).alignment is kept
    compared.session.undo_stack.undo()
    assert compared.state.by_hand == {}
    assert "alignment was changed" in stale_words(compared.state)
    compared.compare.compare()
    assert outcome_of(compared).alignment.how is How.SAME_FRAME


def test_of_an_open_prior_the_alignment_by_hand_is_turned_round(open_dates: OpenDates) -> None:
    program = open_dates(prior_open=True)
    at_liver(program)
    program.compare.compare()
    program.compare.shift((0.0, 0.0, 4.0))
    (kept,) = program.state.by_hand.values()
    assert kept.matrix[2, 3] == -4.0, "from the open study, which is the prior one"
    assert outcome_of(program).alignment.matrix[2, 3] == 4.0
