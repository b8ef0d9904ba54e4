"""The words of a comparison: each number with its date, its change and its doubts."""

from dataclasses import replace
from typing import Any

import numpy as np

from station.app.compare.state import Aligned, Outcome
from station.app.compare.table import detail_of, lines_of, outcome_words, text_of
from station.operations.compare import Comparison, Read
from station.operations.images import PetCt
from station.pet.alignment import Alignment, How, Verdict
from station.pet.followup import Figures, Row, Status
from station.pet.response import Proposal
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.timepoint import Comparability, Timepoint
from station.pet.voi import Sphere
from tests.made_up.images import study, suv_image

IMAGE = suv_image(np.ones((3, 4, 4)))
ALIGNMENT = Alignment(np.eye(4), How.REGISTERED, Verdict.DOUBTFUL, "9 mm are left.")
VOI = PlacedVoi("1", "Lesion 1", Sphere((1.0, 2.0, 3.0), 0.5), SiteKind.LESION, tissue="lung")


def figures(maximum: float, *warnings: str, **fields: Any) -> Figures:
    given = Figures(maximum, maximum, maximum, 2.0, 2 * maximum, None, warnings)
    return replace(given, **fields)


def outcome(*rows: Row, open_is_current: bool = True) -> Outcome:
    now, before = (
        Read(study(IMAGE.series), PetCt(IMAGE), None, Timepoint(name, IMAGE))
        for name in ("current", "prior")
    )
    proposal = Proposal("PERCIST 1.0", "", problem="There is no SUL.")
    comparison = Comparison(
        now,
        before,
        "Current: the open study.",
        ALIGNMENT,
        Comparability((), ("The scanners differ.",)),
        rows,
        "Saved in the window by Dr A",
        proposal,
        replace(proposal, rule="Deauville", outcome="4", problem=""),
    )
    aligned = Aligned(now, before, "", open_is_current, ALIGNMENT, (), "key", (), ())
    return Outcome(aligned, ALIGNMENT, comparison)


def row(status: Status, current: Figures | None, prior: Figures | None, **fields: Any) -> Row:
    return Row("Lesion 1", status, VOI, VOI, current, prior, **fields)


def test_a_figure_says_prior_current_and_change() -> None:
    (line,) = lines_of(outcome(row(Status.FOLLOWED, figures(5.0), figures(8.0))))
    assert line.cells[:4] == ("Lesion 1", "lung", "followed", "8.00 → 5.00 (−38 %)")
    assert line.cells[5] == "—", "SUL is not known on either date"
    assert line.cells[6] == "2.0 → 2.0 (0 %)"
    assert not line.proposed


def test_a_date_without_a_number_has_none_and_no_change() -> None:
    (line,) = lines_of(outcome(row(Status.NOT_IN_VIEW, figures(5.0), None)))
    assert line.cells[3] == "— → 5.00"
    no_number = row(Status.FOLLOWED, figures(5.0), figures(float("nan")))
    (line,) = lines_of(outcome(no_number))
    assert line.cells[3] == "— → 5.00"


def test_from_nothing_there_is_no_percentage() -> None:
    (line,) = lines_of(outcome(row(Status.NEW, figures(5.0), figures(0.0))))
    assert line.cells[3] == "0.00 → 5.00"


def test_what_was_carried_to_the_open_date_is_a_proposal() -> None:
    carried = row(Status.VANISHED, figures(1.0), figures(8.0), proposed="current")
    assert lines_of(outcome(carried))[0].proposed
    assert "Carried over to the open study as a proposal" in detail_of(outcome(carried), carried)
    swapped = outcome(carried, open_is_current=False)
    assert not lines_of(swapped)[0].proposed
    assert "Carried over to the current date." in detail_of(swapped, carried)


def test_the_warnings_of_both_dates_are_in_the_detail() -> None:
    doubtful = row(
        Status.FOLLOWED,
        figures(5.0, "Cut by the edge."),
        figures(8.0, "Few voxels."),
        distance_mm=4.2,
        sentences=("Grown again by its own rule.",),
    )
    assert detail_of(outcome(doubtful), doubtful) == (
        "Lesion 1, followed. Grown again by its own rule. Their edges are 4 mm apart after the "
        "alignment. Current: Cut by the edge. Prior: Few voxels."
    )


def test_the_text_has_a_cell_for_each_date_and_what_makes_it_doubtful() -> None:
    text = text_of(outcome(row(Status.FOLLOWED, figures(5.0), figures(8.0))))
    lines = text.splitlines()
    assert lines[1].split("\t")[:6] == [
        "Lesion",
        "Site",
        "State",
        "SUVmax prior",
        "SUVmax current",
        "SUVmax Δ %",
    ]
    assert lines[2].split("\t")[:6] == ["Lesion 1", "lung", "followed", "8.00", "5.00", "−38 %"]
    assert len(lines[2].split("\t")) == len(lines[1].split("\t"))
    assert "Alignment: doubtful. 9 mm are left." in lines
    assert "Caution: The scanners differ." in lines
    assert "PERCIST 1.0: not possible. There is no SUL." in lines
    assert "Deauville, proposed: 4" in lines


def test_an_organ_of_the_finder_is_named_as_people_name_it() -> None:
    def site(tissue: str) -> str:
        found = row(Status.FOLLOWED, figures(5.0), figures(8.0))
        voi = replace(VOI, tissue=tissue)
        return lines_of(outcome(replace(found, current_voi=voi, prior_voi=voi)))[0].cells[1]

    assert [site(tissue) for tissue in ("gut", "liver", "lesion")] == [
        "stomach, bowel",
        "liver",
        "",
    ]


def test_a_rule_without_an_outcome_says_why() -> None:
    none = Proposal("Deauville", "", problem="There is no liver.")
    assert outcome_words(none) == "Deauville: not possible. There is no liver."
    assert outcome_words(replace(none, outcome="3")) == "Deauville, proposed: 3"


def test_without_a_comparison_there_is_no_line_and_no_text() -> None:
    nothing = replace(outcome(), comparison=None)
    assert lines_of(nothing) == ()
    assert text_of(nothing) == ""
