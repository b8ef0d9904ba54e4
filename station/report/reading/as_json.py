"""The analysis of a reader study as JSON: every figure of the tables, and what is to be said.

A figure that does not exist is null with a note beside it; there is no NaN.
"""

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from station import __version__
from station.reading.agreement import Estimate
from station.reading.analysis import (
    Agreement,
    Analysis,
    Artifacts,
    CriterionResult,
    IntraReader,
    Suv,
    VoiResult,
)
from station.reading.bootstrap import CONFIDENCE, Interval
from station.reading.comparison import Comparison, SignedRank, Spread, TTest
from station.reading.protocol import Arm

PAIR = " × "
"""Between the names of two readers"""
PATH = " > "
"""Between the keys of a figure"""


def as_json(analysis: Analysis) -> dict[str, Any]:
    """JSON-able values; `criteria`, `agreement` and `voi` first."""
    return {
        "criteria": {name: _criterion(one) for name, one in analysis.criteria.items()},
        "agreement": {name: _agreement(one) for name, one in analysis.agreement.items()},
        "voi": _voi(analysis.voi),
        "intra_reader": {
            reader: {name: _intra_reader(one) for name, one in parts.items()}
            for reader, parts in analysis.intra_reader.items()
        },
        "method": {
            "difference": "dl - conventional",
            "confidence": CONFIDENCE,
            "bootstrap": {
                "of": "cases",
                "interval": "percentile",
                "cases": len(analysis.bootstrap.cases),
                "resamples": len(analysis.bootstrap.draws),
                "seed": analysis.bootstrap.seed,
            },
            "regrouped": "1 + 2 -> 1, 3 -> 2, 4 + 5 -> 3",
            "station": __version__,
        },
        "notes": list(analysis.notes),
    }


def artifacts_json(artifacts: Artifacts) -> dict[str, Any]:
    """How many readings noted an artifact or failure, by arm."""
    noted = [arm for _, _, arm, _ in artifacts.noted]
    return {"readings": artifacts.readings, **{arm.value: noted.count(arm) for arm in Arm}}


def json_text(told: Mapping[str, Any]) -> str:
    """Raises ValueError where a NaN would be written."""
    return json.dumps(told, indent=2, allow_nan=False, ensure_ascii=False) + "\n"


def figures(told: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Every number of the tables under the path of its keys; the ends of an interval are apart."""
    for part in ("criteria", "agreement", "voi", "intra_reader"):
        yield from _leaves(part, told[part])


def _leaves(path: str, value: Any) -> Iterator[tuple[str, float]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():  # pyright: ignore[reportUnknownVariableType]
            yield from _leaves(f"{path}{PATH}{key}", inner)
    elif isinstance(value, list) and value and isinstance(value[0], float):
        yield f"{path}{PATH}low", value[0]
        yield f"{path}{PATH}high", value[1]  # pyright: ignore[reportUnknownArgumentType]
    elif isinstance(value, int | float):
        yield path, float(value)


def _criterion(result: CriterionResult) -> dict[str, Any]:
    return {
        **_comparison(result.by_case),
        "pooled": _comparison(result.pooled),
        **(
            {"with_consensus": _comparison(result.with_consensus)}
            if result.with_consensus is not None
            else {}
        ),
        "notes": list(result.notes),
    }


def _comparison(one: Comparison) -> dict[str, Any]:
    return {
        "conventional": _spread(one.conventional),
        "dl": _spread(one.dl),
        "difference": {
            **_spread(one.difference),
            "ci": _interval(one.ci),
            "ci_t": _interval(one.ci_t),
            "limits_of_agreement": _interval(one.limits),
        },
        "t": _t(one.t),
        "wilcoxon": _wilcoxon(one.wilcoxon),
        "effect": {
            "cohen_dz": _number(one.cohen_dz),
            "rank_biserial": _number(one.rank_biserial),
        },
        **_note(one.note),
    }


def _spread(one: Spread) -> dict[str, Any]:
    return {"mean": _number(one.mean), "sd": _number(one.sd), "n": one.n}


def _t(test: TTest) -> dict[str, Any]:
    return {
        "statistic": _number(test.statistic),
        "df": test.df,
        "p": _number(test.p),
        "p_holm": _number(test.p_holm),
        **_note(test.note),
    }


def _wilcoxon(test: SignedRank) -> dict[str, Any]:
    return {
        "statistic": _number(test.statistic),
        "rank_sum_positive": _number(test.rank_sum_positive),
        "rank_sum_negative": _number(test.rank_sum_negative),
        "n": test.n,
        "zeros": test.zeros,
        "method": test.method,
        "p": _number(test.p),
        "p_holm": _number(test.p_holm),
        **_note(test.note),
    }


def _agreement(one: Agreement) -> dict[str, Any]:
    return {
        "fleiss_kappa": _number(one.fleiss.value),
        "ci": _interval(one.fleiss.ci),
        "ci_analytic": _interval(one.fleiss.ci_analytic),
        "items": one.items,
        "left_out": one.left_out,
        "readers": list(one.readers),
        "exact": _number(one.exact),
        "exact_regrouped": _number(one.exact_regrouped),
        "gwet_ac1": estimate_json(one.ac1),
        "gwet_ac1_raw": estimate_json(one.ac1_raw),
        "cohen_kappa": {PAIR.join(pair): estimate_json(each) for pair, each in one.cohen.items()},
        "quadratic_kappa": {
            PAIR.join(pair): estimate_json(each) for pair, each in one.quadratic.items()
        },
        **_note(one.fleiss.note),
        "notes": list(one.notes),
    }


def _intra_reader(one: IntraReader) -> dict[str, Any]:
    return {
        "items": one.items,
        "exact": _number(one.exact),
        "cohen_kappa": estimate_json(one.cohen),
        "quadratic_kappa": estimate_json(one.quadratic),
        "gwet_ac1_raw": estimate_json(one.ac1),
        "notes": list(one.notes),
    }


def estimate_json(one: Estimate) -> dict[str, Any]:
    return {
        "value": _number(one.value),
        "ci": _interval(one.ci),
        "ci_analytic": _interval(one.ci_analytic),
        "n": one.n,
        **_note(one.note),
    }


def _voi(result: VoiResult | None) -> dict[str, Any]:
    if result is None:
        return {}

    def table(comparisons: Mapping[Suv, Comparison]) -> dict[str, Any]:
        return {which.value: _comparison(one) for which, one in comparisons.items()}

    return {
        "reference": {site: table(one) for site, one in result.reference.items()},
        "lesions": table(result.lesions),
        "ratios": table(result.ratios),
        "reference_ratios": {site: table(one) for site, one in result.reference_ratios.items()},
        "notes": list(result.notes),
    }


def _interval(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [float(end) for end in interval]


def _number(value: float | None) -> float | None:
    if value is not None and not math.isfinite(value):
        raise ValueError("a figure that does not exist is None, with a note")
    return value


def _note(note: str) -> dict[str, str]:
    return {"note": note} if note else {}
