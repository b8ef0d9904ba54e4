"""PERCIST and Deauville as proposals: the rules on numbers whose answer the papers give."""

from dataclasses import replace
from typing import Any

import pytest

from station.pet.alignment import SAME_FRAME, Alignment, How, Verdict
from station.pet.followup import Figures, Row, Status
from station.pet.response import deauville, percist, percist_threshold
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.timepoint import Comparability, Timepoint
from station.pet.voi import Measurement, PeakRule, Sphere
from station.pet.volume import Unit
from tests.made_up import images

FAILED = Alignment(SAME_FRAME.matrix, How.OFFSET, Verdict.FAILED, "The registration failed.")
VOI = PlacedVoi("1", "Lesion 1", Sphere((0.0, 0.0, 0.0), 1.0), SiteKind.LESION)


def measured(mean, sd=0.2):
    top = mean + 3 * sd
    return Measurement(
        Unit.SUV_BW, top, mean, mean, sd, mean, 14.1, 100, None, None, PeakRule.GLOBAL
    )


def date(
    name: str,
    liver: float | None = 2.0,
    blood: float | None = 1.5,
    sul: float | None = 0.75,
    uptake: float | None = 60.0,
    **of: Any,
) -> Timepoint:
    series = replace(images.series(suv=images.facts()), manufacturer="A", model="X")
    image = images.suv_image([[[1.0]]], replace(series, geometry=images.grid((1, 1, 1))))
    return replace(
        Timepoint(
            name,
            image,
            "P1",
            sul_per_suv=sul,
            uptake_min=uptake,
            glucose_mmol_per_l=5.5,
            activity_bq=350e6,
            liver=None if liver is None else measured(liver),
            blood=None if blood is None else measured(blood, 0.1),
        ),
        **of,
    )


def figures(peak, volume=4.0):
    lean = 0.75 * peak
    return Figures(1.2 * peak, peak, 0.8 * peak, volume, 0.8 * peak * volume, lean)


def row(before, now, name="Lesion 1", status=Status.FOLLOWED, volume=4.0):
    return Row(
        name,
        status,
        VOI,
        VOI,
        None if now is None else figures(now, volume=volume),
        None if before is None else figures(before),
    )


def outcome(*rows, now=None, before=None, **of):
    return percist(
        now or date("current"), before or date("prior"), rows, Comparability(), SAME_FRAME, **of
    )


# -- PERCIST ---------------------------------------------------------------------------------------


def test_the_threshold_is_one_and_a_half_livers_and_two_sd():
    threshold: Any = percist_threshold(date("prior", liver=2.0, sul=0.75))
    assert threshold.sul == pytest.approx(1.5 * 1.5 + 2 * 0.15)
    assert threshold.words == "1.5 × liver SUL 1.50 + 2 × SD 0.15 = 2.55"


def test_a_diseased_liver_is_replaced_by_two_blood_pools_and_two_sd():
    threshold: Any = percist_threshold(date("prior", liver=None), diseased_liver=True)
    assert threshold.sul == pytest.approx(2 * 1.125 + 2 * 0.075)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (10.0, 6.9, "PMR"),  # −31 %, −2.3 SUL
        (10.0, 7.1, "SMD"),  # −29 %
        (10.0, 13.1, "PMD"),  # +31 %, +2.3 SUL
        (10.0, 12.9, "SMD"),
        (10.0, 1.0, "CMR"),  # below the liver
        (3.5, 2.46, "SMD"),  # −30 % but −0.78 SUL
    ],
)
def test_thirty_per_cent_and_0_8_sul_make_the_difference(before, now, expected):
    proposal = outcome(row(before, now))
    assert expected in proposal.outcome
    assert "Hottest lesion: SULpeak" in proposal.sentences[1]


def test_a_new_lesion_is_progression_whatever_the_others_do():
    proposal = outcome(row(10.0, 2.0), row(1.0, 4.0, "Lesion 2", Status.NEW))
    assert "PMD" in proposal.outcome
    assert "Lesion 2" in proposal.sentences[-1]
    assert "a person judges" in proposal.sentences[-1]


def test_the_hottest_lesion_of_each_date_counts_not_the_same_one():
    proposal = outcome(row(10.0, 3.0), row(8.0, 9.8, "Lesion 2"))
    assert "SMD" in proposal.outcome
    assert "7.50 (Lesion 1) → 7.35 (Lesion 2)" in proposal.sentences[1]


def test_a_larger_extent_without_a_fall_is_progression():
    assert "PMD" in outcome(row(10.0, 10.1, volume=8.0)).outcome
    assert "SMD" in outcome(row(10.0, 9.9, volume=8.0)).outcome


def test_disease_below_the_threshold_is_not_measurable():
    proposal = outcome(row(3.0, 1.0))
    assert proposal.outcome == ""
    assert "not measurable" in proposal.problem


def test_without_what_the_rule_needs_there_is_a_reason_and_no_outcome():
    for now, words in (
        (date("current", liver=None, no_liver="No liver was found."), "No liver was found."),
        (date("current", sul=None, no_sul="PatientSize is missing."), "PatientSize is missing."),
    ):
        proposal = outcome(row(10.0, 5.0), now=now)
        assert (proposal.outcome, proposal.problem) == ("", words)
    refused = percist(
        date("current"), date("prior"), [row(10, 5)], Comparability(("Tracers.",)), SAME_FRAME
    )
    assert (refused.outcome, refused.problem) == ("", "Tracers.")
    failed = percist(date("current"), date("prior"), [row(10, 5)], Comparability(), FAILED)
    assert (failed.outcome, failed.problem) == ("", FAILED.sentence)
    assert "No lesion" in outcome().problem


def unmet(now, before=None):
    proposal = outcome(row(10.0, 5.0), now=now, before=before)
    assert proposal.outcome
    return {one.name: one for one in proposal.conditions if one.met is False}


def test_conditions_that_are_not_met_are_listed_with_their_numbers():
    assert unmet(date("current")) == {}
    late = unmet(date("current", uptake=80.0))
    assert "20 min apart" in late["Uptake times within 15 min"].sentence
    assert "Uptake time of 50 to 70 min, current" in late
    liver = unmet(date("current", liver=2.5))["Liver SUL within 20 % and 0.3"]
    assert "+25 %" in liver.sentence
    assert "Liver SUL within 20 % and 0.3" not in unmet(date("current", liver=2.3))
    sugar = unmet(date("current", glucose_mmol_per_l=12.0))
    assert list(sugar) == ["Blood glucose below 11.1 mmol/L, current"]
    assert list(unmet(date("current", activity_bq=500e6))) == ["Injected activities within 20 %"]


def test_the_liver_condition_fails_by_either_bound():
    """0.38 SUL apart is only 19 % of a hot liver."""
    found = unmet(date("current", liver=3.17), date("prior", liver=2.66))
    assert "+19 %" in found["Liver SUL within 20 % and 0.3"].sentence


def test_what_no_image_says_is_a_condition_nobody_can_check():
    proposal = outcome(row(10.0, 5.0), now=date("current", uptake=None))
    unknown = [one.name for one in proposal.conditions if one.met is None]
    assert "Uptake times within 15 min" in unknown
    assert "Treatment" in unknown
    assert set(unknown) <= {one.name for one in proposal.unmet}


# -- Deauville -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("peak", "score"),
    [(1.4, "2"), (2.0, "3"), (3.0, "4"), (4.3, "4"), (4.4, "5")],
)
def test_the_score_rises_at_blood_pool_liver_and_twice_the_liver(peak, score):
    """SUVmax is 1.2 times the peak; blood pool 1.8, liver 2.6 at most."""
    proposal = deauville(date("current"), [row(10.0, peak)])
    assert proposal.outcome == score
    assert "SUVmax of the liver 2.60, of the mediastinal blood pool 1.80" in proposal.sentences[0]


def test_no_lesion_is_1_only_where_somebody_looked():
    assert deauville(date("current"), []).outcome == "1"
    assert "not searched" in deauville(date("current"), [], searched=False).problem


def test_a_new_lesion_is_5_if_it_is_lymphoma():
    proposal = deauville(date("current"), [row(1.0, 1.4, status=Status.NEW)])
    assert proposal.outcome == "5"
    assert "if due to lymphoma" in proposal.sentences[-1]


def test_without_references_there_is_no_score_but_a_reason():
    no_blood = date("current", blood=None, no_blood="No descending aorta was found.")
    assert deauville(no_blood, [row(1.0, 2.0)]).problem == "No descending aorta was found."
    overlap = deauville(date("current", liver=1.0), [row(1.0, 2.0)])
    assert any(one.met is False and "overlap" in one.sentence for one in overlap.conditions)
