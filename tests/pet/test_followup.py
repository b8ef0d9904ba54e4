"""Lesions over time: matched, carried over, in one table."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from station.pet import followup
from station.pet.alignment import SAME_FRAME, Alignment, How, Verdict
from station.pet.followup import Spot, Status, match_lesions
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.timepoint import Timepoint
from station.pet.voi import Isocontour, Mask, Sphere, Threshold, ThresholdRule, measure
from station.pet.volume import Unit, Volume
from tests.made_up import images

GRID = images.grid((40, 40, 40), (4.0, 4.0, 4.0))
SHIFT_MM = (8.0, -12.0, 16.0)
A, B = (60.0, 60.0, 60.0), (100.0, 92.0, 84.0)
FIXED = Threshold(ThresholdRule.FIXED, 3.0, Unit.SUV_BW)


def shifted(verdict=Verdict.GOOD):
    matrix = np.eye(4)
    matrix[:3, 3] = SHIFT_MM
    return Alignment(matrix, How.REGISTERED, verdict, "Registered.")


carried: Any = followup.carried
change: Any = followup.change
follow: Any = followup.follow
"""What they return is looked at as it is expected to be"""


def there(point) -> Any:
    return tuple(float(v) for v in np.add(point, SHIFT_MM))


def volume(*balls):
    voxels = np.ones(GRID.shape, np.float32)
    places = GRID.to_patient(np.moveaxis(np.indices(GRID.shape), 0, -1))
    for centre, suv in balls:
        away = np.linalg.norm(places - centre, axis=-1)
        voxels = np.maximum(voxels, np.where(away <= 10, suv * (1 - away / 40), 0))
    return Volume(voxels.astype(np.float32), GRID, Unit.SUV_BW)


def date(name, *balls, sul=0.75):
    series = images.series(name, frame=name, geometry=GRID, suv=images.facts())
    image = images.suv_image(volume(*balls).voxels, series)
    return Timepoint(name, image, "P1", sul_per_suv=sul)


def contour(centre, name="Lesion 1"):
    shape = Isocontour(Sphere(centre, 20.0), FIXED, centre)
    return PlacedVoi(name, name, shape, SiteKind.LESION)


# -- matching --------------------------------------------------------------------------------------


def test_lesions_are_matched_by_place_after_the_alignment():
    now = [Spot(A, 8), Spot(B, 5)]
    before = [Spot(there(B), 6), Spot(there(A), 9)]
    matching = match_lesions(now, before, shifted())
    assert [pair[:2] for pair in matching.pairs] == [(0, 1), (1, 0)]
    assert matching.new == matching.vanished == ()


def test_one_lesion_has_one_partner_and_the_others_are_new_or_vanished():
    near: Any = tuple(np.add(A, (6, 0, 0)).tolist())
    far = (300.0, 0.0, 0.0)
    matching = match_lesions(
        [Spot(A, 5), Spot(near, 5)], [Spot(there(A), 5), Spot(far, 5)], shifted()
    )
    assert [pair[:2] for pair in matching.pairs] == [(0, 0)]
    assert matching.new == (1,)
    assert matching.vanished == (1,)


def test_a_pair_within_reach_is_preferred_to_two_lonely_lesions():
    """The nearest pair first would leave two without a partner."""
    now = [Spot((0.0, 0, 0), 5), Spot((28.0, 0, 0), 5)]
    before = [Spot((14.0, 0, 0), 5), Spot((-22.0, 0, 0), 5)]
    matching = match_lesions(now, before, SAME_FRAME)
    assert sorted(pair[:2] for pair in matching.pairs) == [(0, 1), (1, 0)]


def test_the_order_of_the_dates_changes_nothing():
    rng = np.random.default_rng(3)
    now = [Spot((p[0], p[1], p[2]), 5.0) for p in rng.uniform(0, 200, (12, 3)).tolist()]
    before = [Spot(there(spot.centre_mm), 6.0) for spot in now[3:]] + [Spot((900.0, 0, 0), 4)]
    one = match_lesions(now, before, shifted())
    other = match_lesions(before, now, shifted().reversed)
    assert {pair[:2] for pair in one.pairs} == {(b, a) for a, b, _ in other.pairs}
    assert one.new == other.vanished


def test_nothing_on_one_date_is_all_new_or_all_vanished():
    assert match_lesions([Spot(A, 5)], [], SAME_FRAME).new == (0,)
    assert match_lesions([], [Spot(A, 5)], SAME_FRAME).vanished == (0,)
    assert match_lesions([], [], SAME_FRAME).pairs == ()


# -- carrying over ---------------------------------------------------------------------------------


def test_a_sphere_goes_to_the_peak_near_its_place():
    beside = tuple(np.add(there(A), (4, 0, -4)).tolist())
    voi = PlacedVoi("1", "Lesion 1", Sphere(A, 3.0), SiteKind.LESION)
    proposal = carried(voi, volume((beside, 8.0)), shifted())
    assert proposal.voi.shape.centre_mm == pytest.approx(beside)
    assert proposal.voi.id == "1"
    assert "to the hottest voxel" in proposal.sentences[0]


def test_a_sphere_stays_where_nothing_peaks():
    voi = PlacedVoi("1", "Lesion 1", Sphere(A, 3.0), SiteKind.LESION)
    flank = tuple(np.add(there(A), (20, 0, 0)).tolist())
    proposal = carried(voi, volume((flank, 30.0)), shifted())
    assert proposal.voi.shape.centre_mm == pytest.approx(there(A))
    assert "No peak" in proposal.sentences[0]


def test_a_contour_is_grown_again_by_its_rule():
    image = volume((there(A), 8.0))
    proposal = carried(contour(A), image, shifted())
    assert proposal.voi.shape.threshold == FIXED
    found = measure(image, proposal.voi.shape)
    assert found.minimum >= 3.0
    assert found.maximum == pytest.approx(8.0)
    assert "Grown again" in proposal.sentences[-1]


def test_a_contour_where_nothing_reaches_its_threshold_says_so():
    proposal = carried(contour(A), volume(), shifted())
    assert "Nothing there reaches" in proposal.sentences[-1]


def test_the_liver_threshold_is_that_of_the_new_date():
    image = volume((there(A), 9.0))
    liver = measure(image, Sphere((20.0, 20.0, 20.0), 3.0))
    threshold = Threshold(ThresholdRule.PERCIST_LIVER, 5.0, Unit.SUV_BW)
    voi = replace(contour(A), shape=Isocontour(Sphere(A, 20.0), threshold, A))
    assert carried(voi, image, shifted(), liver).voi.shape.threshold.value == pytest.approx(1.5)
    kept = carried(voi, image, shifted())
    assert kept.voi.shape.threshold.value == 5.0
    assert any("of the other date" in sentence for sentence in kept.sentences)


def test_a_mask_of_one_date_is_moved_whole_and_warns_in_every_measurement():
    inside = np.zeros(GRID.shape, bool)
    inside[14:17, 14:17, 14:17] = True
    voi = PlacedVoi("1", "Mask", Mask(inside, GRID), SiteKind.LESION)
    image = volume((there(A), 8.0))
    proposal = carried(voi, image, shifted())
    assert proposal.voi.shape.centre_mm == pytest.approx(there(A))
    assert any("another date" in text for text in measure(image, proposal.voi.shape).warnings)


def test_a_place_outside_the_other_image_is_said():
    voi = PlacedVoi("1", "Lesion 1", Sphere((-30.0, 0.0, 0.0), 3.0), SiteKind.LESION)
    proposal = carried(voi, volume(), shifted())
    assert not proposal.in_view
    assert "outside" in proposal.sentences[0]
    empty = Mask(np.zeros(GRID.shape, bool), GRID)
    assert "empty" in carried(replace(voi, shape=empty), volume(), shifted()).sentences[0]


def test_a_doubtful_alignment_accompanies_the_proposal():
    proposal = carried(contour(A), volume((there(A), 8.0)), shifted(Verdict.DOUBTFUL))
    assert "Check the place" in proposal.sentences[-1]


# -- the table -------------------------------------------------------------------------------------


def test_a_lesion_s_change_is_that_of_the_images():
    now, before = date("current", (A, 6.0)), date("prior", (there(A), 8.0))
    (row,) = follow(now, before, [contour(A)], [contour(there(A), "Old")], shifted())
    assert row.status is Status.FOLLOWED
    assert row.current.maximum == pytest.approx(6.0)
    assert row.prior.maximum == pytest.approx(8.0)
    assert row.current.sul_peak == pytest.approx(0.75 * row.current.peak)
    assert row.current.tlg == pytest.approx(row.current.mean * row.current.volume_ml)
    assert row.distance_mm == 0
    assert change(row.current.maximum, row.prior.maximum).percent == pytest.approx(-25)


def test_new_and_vanished_lesions_are_measured_on_the_other_date_too():
    now, before = date("current", (A, 6.0)), date("prior", (there(B), 8.0))
    new, vanished = follow(now, before, [contour(A)], [contour(there(B), "Old")], shifted())
    assert (new.status, vanished.status) == (Status.NEW, Status.VANISHED)
    assert (new.proposed, vanished.proposed) == ("prior", "current")
    assert new.prior.maximum == pytest.approx(1.0)
    assert vanished.current.maximum == pytest.approx(1.0)
    assert vanished.prior.maximum == pytest.approx(8.0)


def test_a_date_that_was_not_searched_has_no_new_and_no_vanished_lesions():
    now, before = date("current", (A, 6.0)), date("prior", (there(A), 8.0))
    (row,) = follow(now, before, [contour(A)], [], shifted(), searched_before=False)
    assert row.status is Status.CARRIED
    assert row.prior.maximum == pytest.approx(8.0)


def test_a_lesion_just_below_the_other_date_s_threshold_is_no_new_one():
    now, before = date("current", (A, 6.0)), date("prior", (there(A), 5.0))
    (row,) = follow(now, before, [contour(A)], [], shifted(), by_threshold=True)
    assert row.status is Status.FOLLOWED
    assert "below that date's threshold" in row.sentences[-1]
    (row,) = follow(now, date("prior"), [contour(A)], [], shifted(), by_threshold=True)
    assert row.status is Status.NEW
    (row,) = follow(date("current", (A, 5.0)), before, [], [contour(there(A))], shifted())
    assert row.status is Status.VANISHED  # a person looked, and did not mark it


def test_with_a_failed_alignment_nothing_is_matched_and_nothing_carried():
    now, before = date("current", (A, 6.0)), date("prior", (A, 8.0))
    failed = shifted(Verdict.FAILED)
    rows = follow(now, before, [contour(A)], [contour(A)], failed)
    assert [row.status for row in rows] == [Status.UNMATCHED] * 2
    assert rows[0].prior is None
    assert rows[1].current is None
    assert all("not aligned" in row.sentences[0] for row in rows)


def test_a_lesion_out_of_view_is_neither_new_nor_vanished():
    at = (4.0, 60.0, 150.0)
    now, before = date("current", (at, 6.0)), date("prior")
    (row,) = follow(now, before, [contour(at)], [], shifted())
    assert row.status is Status.NOT_IN_VIEW
    assert row.prior is None


def test_a_lesion_that_holds_nothing_keeps_its_row_and_says_why():
    (row,) = follow(date("current"), date("prior"), [contour(A)], [], shifted())
    assert row.status is Status.UNMATCHED
    assert "nothing was measured" in row.sentences[0]


def test_an_unknown_value_has_no_change():
    assert change(None, 1.0) is None
    assert change(1.0, float("nan")) is None
    assert change(1.0, 0.0).percent is None
