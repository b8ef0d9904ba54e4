"""Auditing the denoiser from the window: what starts it, what is kept, what stops it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.app.denoise_audit import BLINDED, audit_refusal, numbers_of
from station.app.denoise_audit_state import Auditing
from station.app.denoising import MODEL_SETTING, denoisable, network_refusal, remembered_model
from station.app.state import State
from station.errors import Cancelled, StationError
from station.operations.audit.run import Wish
from station.operations.denoiser import card_sentence, installed_networks
from station.progress import Report
from tests.app.conftest import Program, Start
from tests.made_up import audits
from tests.made_up.networks import TenthLess


@pytest.fixture
def reading(start: Start, raw: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A study that is long enough, as far as the audit knows."""
    for place in ("station.app.denoise_audit", "station.operations.audit.paths"):
        monkeypatch.setattr(f"{place}.one_bed", lambda _: None)
    program = start()
    program.open(raw)
    program.bring(TenthLess())
    return program


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Wish]:
    """Audits come out as made up; these were asked for."""
    wishes: list[Wish] = []

    def made(source: Any, wish: Wish, network: Any, report: Report, *, resample: bool) -> Any:
        report(0.5, "Looking")
        network()
        wishes.append(wish)
        return audits.audit()

    monkeypatch.setattr("station.operations.audit.paths.audit_source", made)
    return wishes


def start_audit(program: Program, home: Path) -> Auditing:
    from station.app.denoise_audit import AuditWorkflow

    verbs = AuditWorkflow(program.session, program.jobs, program.denoising, home)
    verbs.start(denoisable(program.state)[0].key, audits.WISH)
    auditing = program.state.auditing
    verbs.deleteLater()
    return auditing


def test_an_audit_is_kept_until_another_study_is_opened(
    reading: Program, asked: list[Wish], tmp_path: Path
) -> None:
    from station.app.denoise_audit import AuditWorkflow

    verbs = AuditWorkflow(reading.session, reading.jobs, reading.denoising, tmp_path)
    verbs.start(denoisable(reading.state)[0].key, audits.WISH)
    outcome = reading.state.auditing.outcome
    assert outcome is not None
    assert outcome.audit == audits.audit()
    assert outcome.seen_png.startswith(b"\x89PNG")
    assert asked == [audits.WISH]
    reading.session.set(study=None)
    assert reading.state.auditing == Auditing()


def test_a_refusal_is_shown_as_it_is(
    reading: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise StationError("The liver is too small.")

    monkeypatch.setattr("station.operations.audit.paths.audit_source", refused)
    auditing = start_audit(reading, tmp_path)
    assert auditing == Auditing(problem="The liver is too small.")


def test_an_audit_that_is_stopped_leaves_the_last_one(
    reading: Program, asked: list[Wish], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = start_audit(reading, tmp_path / "one")

    def stopped(*_: Any, **__: Any) -> None:
        raise Cancelled

    monkeypatch.setattr("station.operations.audit.paths.audit_source", stopped)
    assert start_audit(reading, tmp_path / "another") == replace(first, at_work=False)


def test_what_was_audited_before_is_there_at_once(
    reading: Program, asked: list[Wish], tmp_path: Path
) -> None:
    first, again = start_audit(reading, tmp_path), start_audit(reading, tmp_path)
    assert len(asked) == 1
    assert first.outcome is not None
    assert again.outcome is not None
    assert again.outcome.audit == first.outcome.audit


def test_there_is_no_audit_while_images_are_read_blinded(reading: Program) -> None:
    assert audit_refusal(reading.state) is None
    reading.session.set(blinded=True)
    assert audit_refusal(reading.state) == BLINDED
    assert network_refusal(reading.state) is not None


def test_without_a_study_or_with_one_bed_there_is_none(start: Start, raw: Path) -> None:
    assert audit_refusal(State()) == "No study is open."
    program = start()
    program.bring(TenthLess())
    program.open(raw)
    assert "about one bed" in (audit_refusal(program.state) or "")


def test_numbers_are_read_as_people_write_them() -> None:
    assert numbers_of("6, 8;10 ") == (6.0, 8.0, 10.0)
    assert numbers_of("6, x") is None


# --- the network that is chosen ------------------------------------------------------------------


def test_the_shipped_networks_are_named_with_what_their_cards_say() -> None:
    networks = installed_networks()
    assert [one.default for one in networks] == [True, *[False] * (len(networks) - 1)]
    assert {"noise-free", "wide-field", "paper"} <= {one.id for one in networks}
    assert all(one.sentence.endswith(".") for one in networks)


def test_a_cards_sentence_is_taken_from_the_card() -> None:
    outside = {
        "image": "Two scans of another scanner (of 4 mm), at 60 s: `python -m x`",
        "truth": "t",
        "answer": "RMSE 0.7 times the filter's; lung off by 2 %",
        "right": True,
    }
    card = {"architecture": "small CNN", "outside": [outside]}
    assert card_sentence(card) == (
        "Small CNN; on two scans of another scanner, at 60 s, RMSE 0.7 times the filter's."
    )
    assert "no result" in card_sentence({"architecture": "small CNN"})


def test_a_network_that_is_gone_is_not_remembered() -> None:
    assert remembered_model("wide-field") == "wide-field"
    assert remembered_model("gone") == ""
    assert MODEL_SETTING == "denoiser_model"


def test_the_chosen_network_is_loaded(monkeypatch: pytest.MonkeyPatch, start: Start) -> None:
    from station.app.denoising import Denoising

    ids: list[str | None] = []
    monkeypatch.setattr(
        "station.app.denoising.shipped_denoiser", lambda model=None: ids.append(model)
    )
    program = start()
    denoising = Denoising(program.session, program.jobs, program.library)
    denoising.load()
    denoising.model = "wide-field"
    denoising.load()
    assert ids == [None, "wide-field"]
