"""The trivial rival: what it measures, how it is fitted, when it is not."""

import numpy as np
import pytest
import statsmodels.api as sm

from station.errors import StationError
from station.lab.grader.rival import Features, features_of, fit_rival, liver_cov
from station.pet.volume import Geometry
from station.quality.cases import Case
from tests.quality.graded import facts


def training(count: int = 200) -> tuple[list[Features], list[int]]:
    rng = np.random.default_rng(4)
    cov = rng.uniform(0.05, 0.4, count)
    events = 10 ** rng.uniform(6, 8, count)
    quality = 5 - 12 * (cov - 0.05) + 0.5 * (np.log10(events) - 7) + rng.normal(0, 0.7, count)
    grades = np.clip(np.rint(quality), 1, 5).astype(int)
    return [Features(a, int(b)) for a, b in zip(cov, events, strict=True)], grades.tolist()


def case_of(voxels) -> Case:
    affine = np.diag([4.0, 4.0, 4.0, 1.0])
    affine[:3, 3] = -40.0
    return Case(facts(1, 3, events=5000), voxels.astype(np.float16), Geometry((20, 20, 20), affine))


def test_liver_cov_is_sd_over_mean_in_the_sphere_of_3_ml():
    rng = np.random.default_rng(1)
    noisy = case_of(2.0 * (1 + 0.2 * rng.standard_normal((20, 20, 20))))
    assert liver_cov(noisy) == pytest.approx(0.2, rel=0.35)
    assert liver_cov(case_of(np.full((20, 20, 20), 2.0))) == pytest.approx(0, abs=1e-6)
    assert features_of(noisy) == Features(liver_cov(noisy), 5000)


def test_liver_cov_out_of_view_is_no_number():
    case = case_of(np.full((20, 20, 20), 2.0))
    outside = Case(facts(1, 3, liver_mm=(0.0, 0.0, 900.0)), case.voxels, case.geometry)
    assert np.isnan(liver_cov(outside))


def test_the_logistic_regression_is_that_of_a_binomial_glm():
    features, labels = training()
    rival = fit_rival(features, labels)
    table = np.array([(one.liver_cov, np.log(one.events)) for one in features])
    glm = sm.GLM(np.array(labels) >= 3, sm.add_constant(table), family=sm.families.Binomial()).fit()
    assert rival.probability_good(features) == pytest.approx(
        glm.predict(sm.add_constant(table)), abs=1e-4
    )
    assert rival.cases == 200


def test_noisier_is_worse():
    rival = fit_rival(*training())
    cases = [Features(cov, 10_000_000) for cov in (0.05, 0.15, 0.25, 0.4)]
    assert (np.diff(rival.probability_good(cases)) < 0).all()
    grades = rival.grades(cases)
    assert (np.diff(grades) <= 0).all()
    assert grades[0] >= 4
    assert grades[-1] <= 2


def test_cases_without_a_liver_are_left_out():
    features, labels = training()
    more = [*features, Features(float("nan"), 1000)]
    assert fit_rival(more, [*labels, 5]).cases == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda features, labels: (features[:20], labels[:20]), "at least 30 training cases"),
        (lambda features, labels: (features, [5] * len(labels)), "Good ones and Poor ones"),
        (
            lambda features, labels: ([Features(0.1, one.events) for one in features], labels),
            "the same liver CoV",
        ),
        (
            lambda features, labels: (features, [5 if f.liver_cov < 0.2 else 1 for f in features]),
            "cannot be fitted on 200 training cases",
        ),
    ],
)
def test_what_cannot_be_fitted_is_said(change, said):
    with pytest.raises(StationError, match=said):
        fit_rival(*change(*training()))
