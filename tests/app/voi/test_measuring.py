"""The rows of the VOI table: measured once, forgotten when gone; ratios, changes, thresholds."""

import gc
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.app.session import Session
from station.app.state import Placing, Slot, State
from station.app.voi import measuring
from station.app.voi.measuring import (
    Measuring,
    Statistic,
    VoiRow,
    change,
    figures,
    percist_threshold,
    ratio,
    reference_row,
)
from station.app.workflow import Workflow
from station.errors import StationError
from station.pet.loaded import LoadedImage
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Role
from station.pet.voi import (
    Isocontour,
    Mask,
    PeakRule,
    Sphere,
    Threshold,
    ThresholdRule,
    inside,
    measure,
)
from station.pet.volume import Unit
from tests.app.showing import showing
from tests.made_up.images import ct_image, grid, series, suv_image

SHAPE = (12, 14, 16)
CENTRE = (16.0, 14.0, 18.0)
HALF = Threshold(ThresholdRule.PERCENT_OF_MAX, 0.5)
LIVER = PlacedVoi("liver", "Liver", Sphere(CENTRE, 3.0), SiteKind.REFERENCE, "liver")
ARCH = PlacedVoi("arch", "Aortic arch", Sphere(CENTRE, 0.5), SiteKind.REFERENCE, "aortic_arch")
FREE = PlacedVoi("free", "VOI 1", Sphere((20.0, 12.0, 15.0), 0.5), SiteKind.FREE)


def noisy(seed: int, role: Role = Role.CONVENTIONAL) -> LoadedImage:
    """SUV around 2 with noise, 2×2×3 mm."""
    voxels = np.random.default_rng(seed).normal(2.0, 0.2, SHAPE)
    return suv_image(voxels, series(str(seed), role, geometry=grid(SHAPE)))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The shapes that were really measured, in their order."""
    shapes: list[Any] = []
    real = measuring.measure_image

    def counting(image: Any, shape: Any, rule: PeakRule) -> Any:
        shapes.append(shape)
        return real(image, shape, rule)

    monkeypatch.setattr(measuring, "measure_image", counting)
    return shapes


# --- Rows ---------------------------------------------------------------------------------------


def test_a_row_holds_what_each_of_the_two_images_measures():
    conventional, denoised = noisy(1), noisy(2, Role.DENOISED)
    state = showing(conventional, denoised, vois=(LIVER, FREE))
    rows = Measuring().rows(state)
    assert [row.voi for row in rows] == [LIVER, FREE]
    for row in rows:
        assert row.conventional == measure(conventional.volume, row.voi.shape)
        assert row.denoised == measure(denoised.volume, row.voi.shape)
        assert [slot for slot, _ in row.measurements] == [Slot.CONVENTIONAL, Slot.DENOISED]


def test_without_a_dl_image_its_half_of_the_row_is_empty():
    (row,) = Measuring().rows(showing(noisy(1), vois=(LIVER,)))
    assert row.conventional is not None
    assert row.denoised is None


def test_the_rule_of_the_state_decides_the_peak():
    image = noisy(1)
    state = showing(image, vois=(LIVER,))
    table = Measuring()
    for rule in PeakRule:
        (row,) = table.rows(replace(state, peak_rule=rule))
        assert row.conventional == measure(image.volume, LIVER.shape, rule)


@pytest.mark.parametrize("statistic", Statistic)
def test_a_statistic_is_called_by_its_name(statistic: Statistic):
    measured = measure(noisy(1).volume, LIVER.shape)
    of = {
        "SUVmax": measured.maximum,
        "SUVpeak": measured.peak,
        "SUVmean": measured.mean,
        "MTV": measured.volume_ml,
        "TLG": measured.mean * measured.volume_ml,
    }
    assert statistic.of(measured) == of[str(statistic)]


# --- Remembering --------------------------------------------------------------------------------


def test_only_the_voi_that_moved_is_measured_again(counted: list[Any]):
    state = showing(noisy(1), noisy(2), vois=(LIVER, FREE))
    table = Measuring()
    table.rows(state)
    assert len(counted) == 4
    moved = replace(FREE, shape=Sphere((21.0, 12.0, 15.0), 0.5))
    table.rows(replace(state, vois=(LIVER, moved)))
    assert counted[4:] == [moved.shape] * 2


def test_a_new_name_or_colour_measures_nothing(counted: list[Any]):
    state = showing(noisy(1), vois=(LIVER,))
    table = Measuring()
    table.rows(state)
    table.rows(replace(state, vois=(replace(LIVER, name="Right lobe", colour="#123456"),)))
    assert len(counted) == 1


def known(table: Measuring) -> int:
    return sum(len(one) for one in table._known.values())


def test_a_drag_leaves_nothing_behind_in_any_image_shown():
    conventional, denoised, ct = noisy(1), noisy(2), ct_image(np.zeros(SHAPE))
    state = showing(conventional, denoised, ct)
    table = Measuring()
    for step in range(30):
        moved = replace(FREE, shape=Sphere((step / 2, 12.0, 15.0), 0.5))
        table.rows(replace(state, vois=(LIVER, moved)))
        table.measured(ct, moved.shape, PeakRule.GLOBAL)  # as its pane does for the name
        table.mask(ct, moved.shape)
    table.rows(replace(state, vois=(LIVER,)))
    assert known(table) == 2
    assert sum(len(one) for one in table._masks.values()) == 0


def test_an_image_that_is_gone_is_forgotten_with_its_measurements():
    table = Measuring()
    state: State | None = showing(noisy(1), vois=(LIVER,))
    table.rows(state)
    assert known(table) == 1
    state = None
    gc.collect()
    assert known(table) == 0


def test_a_mask_has_a_rim_of_zeros_and_lies_where_the_voi_does():
    image = noisy(1)
    contour = Isocontour(Sphere(CENTRE, 3.0), Threshold(ThresholdRule.PERCENT_OF_MAX, 0.5))
    for shape in (Sphere(CENTRE, 0.5), contour):
        mask = Measuring().mask(image, shape)
        rim = np.ones(mask.shape, bool)
        rim[1:-1, 1:-1, 1:-1] = False
        assert not mask.voxels[rim].any()
        held = inside(shape, image.volume).mask(image.volume.geometry).inside
        for at in np.argwhere(held):
            assert mask.value_at(image.volume.geometry.to_patient(at)) == 1
        assert mask.voxels.sum() == np.count_nonzero(held)


def test_a_mask_that_reaches_the_border_of_the_image_still_has_its_rim():
    image = noisy(1)
    whole = Mask(np.ones(SHAPE, bool), image.volume.geometry)
    mask = Measuring().mask(image, whole)
    assert mask.shape == tuple(size + 2 for size in SHAPE)
    assert mask.voxels.sum() == np.prod(SHAPE)


# --- Ratios and changes -------------------------------------------------------------------------


def test_ratios_are_taken_to_the_aortic_arch():
    rows = Measuring().rows(showing(noisy(1), vois=(LIVER, ARCH)))
    arch = reference_row(rows, "aortic_arch")
    assert arch is not None
    assert arch.voi == ARCH
    assert reference_row(rows[:1], "aortic_arch") is None
    assert reference_row(rows, None) is None


def test_a_lesion_that_names_the_site_is_no_reference():
    lesion = replace(ARCH, kind=SiteKind.LESION)
    rows = Measuring().rows(showing(noisy(1), vois=(lesion,)))
    assert reference_row(rows, "aortic_arch") is None


@pytest.mark.parametrize(
    ("value", "reference", "expected"),
    [(3.0, 1.5, 2.0), (None, 1.5, None), (3.0, None, None), (3.0, 0.0, None), (3.0, -1.0, None)],
)
def test_a_ratio_needs_both_values_and_a_positive_reference(
    value: float | None, reference: float | None, expected: float | None
):
    assert ratio(value, reference) == expected


def test_a_ratio_to_nothing_measured_is_none():
    assert ratio(3.0, float("nan")) is None


def test_the_change_is_dl_minus_conventional_and_in_per_cent_of_the_conventional():
    assert change(8.0, 10.0) == (2.0, 25.0)
    assert change(8.0, 6.0) == (-2.0, -25.0)


@pytest.mark.parametrize("pair", [(None, 1.0), (1.0, None), (None, None)])
def test_a_change_needs_both_images(pair: tuple[float | None, float | None]):
    assert change(*pair) == (None, None)


def test_per_cent_of_nothing_is_not_given():
    assert change(0.0, 1.0) == (1.0, None)


@given(st.floats(0.01, 100), st.floats(0.01, 100))
def test_change_and_conventional_together_give_the_dl_value(first: float, second: float):
    difference, percent = change(first, second)
    assert difference is not None
    assert percent is not None
    assert first + difference == pytest.approx(second)
    assert first * (1 + percent / 100) == pytest.approx(second)


# --- The PERCIST threshold ----------------------------------------------------------------------


def workflow_of(state: State) -> Workflow:
    return Workflow(Session(state))


def test_the_percist_threshold_is_one_and_a_half_liver_means_and_two_sds():
    image = noisy(1)
    threshold = workflow_of(showing(image, vois=(LIVER,))).percist_threshold()
    liver = measure(image.volume, LIVER.shape)
    assert threshold.rule is ThresholdRule.PERCIST_LIVER
    assert threshold.value == pytest.approx(1.5 * liver.mean + 2 * liver.sd)


def test_without_a_liver_voi_there_is_no_percist_threshold():
    with pytest.raises(StationError, match=r"needs the liver VOI\. Place it first"):
        workflow_of(showing(noisy(1), vois=(FREE,))).percist_threshold()
    with pytest.raises(StationError, match="needs the liver VOI"):
        percist_threshold(None)


def test_without_suv_there_is_no_percist_threshold():
    image = suv_image(np.full(SHAPE, 9000.0), unit=Unit.BQ_PER_ML)
    with pytest.raises(StationError, match="is an SUV; the liver VOI measures Bq/mL"):
        workflow_of(showing(image, vois=(LIVER,))).percist_threshold()


def test_a_liver_voi_outside_the_image_gives_no_percist_threshold():
    away = replace(LIVER, shape=Sphere((900.0, 0.0, 0.0), 3.0))
    with pytest.raises(StationError, match="Move it into the liver"):
        workflow_of(showing(noisy(1), vois=(away,))).percist_threshold()


def test_arming_and_placing_need_no_image():
    workflow = workflow_of(State())
    workflow.vois.place((0.0, 0.0, 0.0), Placing(0.5))
    (row,) = workflow.measuring.rows(workflow.state)
    assert (row.conventional, row.denoised) == (None, None)


# --- What table and plot show --------------------------------------------------------------------


def row_in(*units: Unit | None) -> VoiRow:
    """A VOI whose maximum is 8 in the first image and 10 in the second."""
    region = Sphere(CENTRE, 0.5)
    image = noisy(1)
    measured = [
        None if unit is None else replace(measure(image.volume, region), maximum=maximum, unit=unit)
        for unit, maximum in zip(units, (8.0, 10.0), strict=True)
    ]
    return VoiRow(FREE, measured[0], measured[1])


def test_figures_are_compared_only_in_one_unit():
    both = figures(row_in(Unit.SUV_BW, Unit.SUV_BW), Statistic.MAX, None, as_ratio=False)
    assert (both.pair, both.change) == ((8.0, 10.0), (2.0, 25.0))
    for other in (Unit.HU, Unit.BQ_PER_ML, Unit.SUV_LBM, None):
        mixed = figures(row_in(Unit.SUV_BW, other), Statistic.MAX, None, as_ratio=False)
        assert (mixed.pair, mixed.change) == (None, (None, None))


def test_a_ratio_compares_suv_with_bq_but_is_not_taken_of_a_ct():
    row = row_in(Unit.SUV_BW, Unit.BQ_PER_ML)
    assert figures(row, Statistic.MAX, row, as_ratio=True).pair == (1.0, 1.0)
    row = row_in(Unit.SUV_BW, Unit.HU)
    with_ct = figures(row, Statistic.MAX, row, as_ratio=True)
    assert (with_ct.conventional, with_ct.denoised, with_ct.pair) == (1.0, None, None)


# --- Volumes -------------------------------------------------------------------------------------


def test_the_volume_of_a_contour_is_seen_in_both_images_and_that_of_a_sphere_is_not():
    contour = replace(FREE, shape=Isocontour(Sphere(CENTRE, 3.0), HALF))
    row = replace(row_in(Unit.SUV_BW, Unit.SUV_BW), voi=contour)
    assert row.conventional is not None
    assert row.denoised is not None
    row = replace(row, denoised=replace(row.denoised, volume_ml=row.conventional.volume_ml / 2))
    assert figures(row, Statistic.MTV, None, as_ratio=False).change[1] == pytest.approx(-50)
    assert figures(row, Statistic.TLG, None, as_ratio=False).change[1] == pytest.approx(-50)
    sphere = replace(row, voi=FREE)
    assert figures(sphere, Statistic.MTV, None, as_ratio=False).pair is None


def test_a_volume_has_no_ratio_and_a_ct_no_glycolysis():
    contour = replace(FREE, shape=Isocontour(Sphere(CENTRE, 3.0), HALF))
    row = replace(row_in(Unit.SUV_BW, Unit.HU), voi=contour)
    assert row.conventional is not None
    shown = figures(row, Statistic.MTV, row, as_ratio=True)
    assert (shown.conventional, shown.denoised) == (row.conventional.volume_ml, None)
    unitless = replace(row_in(Unit.BQ_PER_ML, None), voi=contour)
    assert figures(unitless, Statistic.TLG, None, as_ratio=False).conventional is None
