"""The ordinal mixed model: against R's clmm, and where it cannot be fitted."""

from pathlib import Path

import numpy as np
import pytest

from station.reading import ordinal
from station.reading.ordinal import OrdinalModel, fit, observations
from tests.reading import in_r, known

Rows = list[tuple[int, bool, str, str]]


def readings(readers: int = 3, cases: int = 25, shift: float = 1.0, seed: int = 3) -> Rows:
    """Scores of a cumulative logit model with random cases and readers."""
    chance = np.random.default_rng(seed)
    of_case, of_reader = chance.normal(0, 1.2, cases), chance.normal(0, 0.8, readers)
    of_view = chance.normal(0, 0.6, (readers, 2))
    return [
        (
            int(
                np.digitize(
                    shift * dl
                    + of_case[case]
                    + of_reader[reader]
                    + of_view[reader, int(dl)]
                    + chance.logistic(),
                    [-2.5, -1, 1, 3],
                )
            )
            + 1,
            dl,
            f"case {case}",
            f"reader {reader}",
        )
        for case in range(cases)
        for reader in range(readers)
        for dl in (False, True)
    ]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return readings()


@pytest.fixture(scope="module")
def model(rows: Rows) -> OrdinalModel:
    return fit(observations(rows))


@in_r.needs("ordinal")
@pytest.mark.parametrize("readers", [1, 3])
def test_odds_error_deviations_and_likelihood_are_those_of_clmm(tmp_path: Path, readers: int):
    rows = readings(readers, seed=8)
    found = fit(observations(rows))
    effects = "(1|case)" if readers == 1 else "(1|case) + (1|reader) + (1|view)"
    groups = '"case"' if readers == 1 else '"case", "reader", "view"'
    script = (
        "d$score <- factor(d$score, ordered = TRUE);"
        "strict <- ordinal::clmm.control(gradTol = 1e-8, useMatrix = TRUE);"
        f"m <- ordinal::clmm(score ~ arm + {effects}, data = d, control = strict);"
        f"sds <- sapply(ordinal::VarCorr(m)[c({groups})], attr, 'stddev');"
        'cat(coef(summary(m))["arm1", 1:2], logLik(m), sds)'
    )
    log_odds, error, likelihood, *sds = in_r.figures(tmp_path, rows, script)
    assert found.log_odds == pytest.approx(log_odds, abs=1e-3)
    assert found.error == pytest.approx(error, rel=1e-3)
    assert found.log_likelihood == pytest.approx(likelihood, abs=1e-4)
    ours = [found.case_sd, found.reader_sd, found.reader_arm_sd][: len(sds)]
    assert [known(sd) for sd in ours] == pytest.approx(sds, abs=2e-3)


def test_swapping_the_arms_turns_the_odds_around(rows: Rows, model: OrdinalModel):
    other = fit(observations([(score, not dl, case, reader) for score, dl, case, reader in rows]))
    assert other.log_odds == pytest.approx(-known(model.log_odds), abs=1e-3)
    assert other.error == pytest.approx(known(model.error), rel=1e-3)
    assert other.odds_ratio == pytest.approx(1 / known(model.odds_ratio), rel=1e-3)


def test_only_the_order_of_the_scores_counts(rows: Rows, model: OrdinalModel):
    stretched = {1: 1, 2: 2, 3: 4, 4: 5, 5: 9}
    again = fit(observations([(stretched[score], *rest) for score, *rest in rows]))  # pyright: ignore[reportArgumentType]
    assert again.log_odds == pytest.approx(known(model.log_odds), abs=1e-9)


def test_the_interval_is_the_odds_ratio_times_and_over_one_factor(model: OrdinalModel):
    low, high = known(model.odds_ratio_ci)
    assert low * high == pytest.approx(known(model.odds_ratio) ** 2)


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ([(3, False), (3, True)], ordinal.ONE_SCORE),
        ([(2, False), (4, True)], ordinal.APART),
        ([(2, True), (4, True)], ordinal.ONE_ARM),
    ],
)
def test_scores_that_have_no_finite_odds_say_so(scores: list[tuple[int, bool]], sentence: str):
    rows = [
        (score, dl, f"case {case}", reader)
        for case in range(5)
        for reader in "ab"
        for score, dl in scores
    ]
    found = fit(observations(rows))
    assert (found.log_odds, found.p, found.note) == (None, None, sentence)


def test_two_cases_are_too_few():
    assert fit(observations(readings(cases=2))).note == ordinal.FEW
    assert fit(observations([])).note == ordinal.FEW


def test_the_chance_of_a_score_far_in_the_tail_keeps_its_digits():
    """Of a shift of 40 logits the difference of two logistic functions is 0 as written."""
    rows = readings(shift=3.0, cases=12)
    model = fit(observations(rows))
    assert known(model.log_odds) > 0
    assert np.isfinite(known(model.error))
