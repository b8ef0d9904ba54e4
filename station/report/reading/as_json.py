"""The analysis of a reader study as JSON: every figure of the tables, and the notes.

A figure that does not exist is null with a note next to it; there is no NaN.
"""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, cast

from station import __version__
from station.reading.analysis import (
    Agreement,
    Analysis,
    Artifacts,
    CriterionResult,
    IntraReader,
    Revised,
    Suv,
    VoiResult,
)
from station.reading.bootstrap import CONFIDENCE
from station.reading.comparison import Comparison
from station.reading.foci import FociResult
from station.reading.multi_reader import MultiReader
from station.reading.ordinal import OrdinalModel
from station.reading.protocol import Answers, Arm

PAIR = " × "
"""Between the names of two readers"""
PATH = " > "
"""Between the keys of a figure"""


def as_json(analysis: Analysis) -> dict[str, Any]:
    """JSON-able values; `criteria`, `agreement` and `voi` first."""
    return {
        "criteria": {name: _criterion(result) for name, result in analysis.criteria.items()},
        "agreement": {name: _agreement(result) for name, result in analysis.agreement.items()},
        "voi": _voi(analysis.voi),
        "intra_reader": {
            reader: {name: _intra_reader(result) for name, result in parts.items()}
            for reader, parts in analysis.intra_reader.items()
        },
        "foci": {name: _foci(result) for name, result in analysis.foci.items()},
        "method": {
            "difference": "dl - conventional",
            "confidence": CONFIDENCE,
            "bootstrap": {
                "of": "cases",
                "interval": "percentile",
                "interval_of_means_below_20_cases": "bootstrap-t",
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


def json_text(facts: Mapping[str, Any]) -> str:
    """Raises ValueError where a NaN would be written."""
    return json.dumps(facts, indent=2, allow_nan=False, ensure_ascii=False) + "\n"


def figures(facts: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """Every number of the tables under the path of its keys; the ends of an interval are apart."""
    for part in ("criteria", "agreement", "voi", "intra_reader", "foci"):
        yield from _leaves(part, facts[part])


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
    agreed = result.with_consensus
    return {
        **_comparison(result.by_case),
        **_as_samples(result),
        **({} if result.revised is None else {"revised": _revised(result.revised)}),
        **(
            {}
            if result.all_readings is None
            else {"all_readings": _comparison(result.all_readings)}
        ),
        "pooled": _comparison(result.pooled),
        **({} if agreed is None else {"with_consensus": _comparison(agreed)}),
        "notes": list(result.notes),
    }


def _as_samples(result: CriterionResult) -> dict[str, Any]:
    """Readers and cases as samples, and visual grading."""
    facts: dict[str, Any] = {
        "multi_reader": multi_reader_json(result.readers),
        "visual_grading": {
            "vgc": {
                "area": result.vgc.area.value,
                "ci": figures_json(result.vgc.area.ci),
                "n": result.vgc.area.n,
                **_note(result.vgc.area.note),
                "curve": [list(point) for point in result.vgc.curve],
                "multi_reader": multi_reader_json(result.vgc.readers),
            },
            "regression": _ordinal(result.ordinal),
        },
    }
    if result.margin is not None:
        facts["margin"] = {
            **figures_json(result.margin),
            "non_inferior": result.margin.non_inferior,
            "superior": result.margin.superior,
        }
    return facts


OTHER = {Answers.FIRST: Answers.LAST, Answers.LAST: Answers.FIRST}
"""Than those that count"""


def _revised(of: Revised) -> dict[str, Any]:
    return {
        **{arm.value: {"scores": of.counts[arm], "mean_change": of.changes[arm]} for arm in Arm},
        f"with_{OTHER[of.counted]}_scores": multi_reader_json(of.readers),
    }


def multi_reader_json(of: MultiReader) -> dict[str, Any]:
    """The test to report first is the first of `tests`."""
    return {
        "effect": of.effect,
        "cases": of.cases,
        "p_holm": of.p_holm,
        "reader_sd": of.reader_sd,
        "covariance": of.covariance,
        "tests": {
            test.method.value: {
                key: value for key, value in figures_json(test).items() if key != "method"
            }
            for test in of.tests
        },
        "readers": {
            each.reader: {
                key: value for key, value in figures_json(each).items() if key != "reader"
            }
            for each in of.of_readers
        },
        **({"note": of.note} if of.note else {}),
    }


def _ordinal(of: OrdinalModel) -> dict[str, Any]:
    facts: dict[str, Any] = figures_json(of)
    return {**facts, "odds_ratio": of.odds_ratio, "odds_ratio_ci": figures_json(of.odds_ratio_ci)}


def _comparison(of: Comparison) -> dict[str, Any]:
    facts = figures_json(of)
    return {
        "conventional": facts["conventional"],
        "dl": facts["dl"],
        "difference": {
            **facts["difference"],
            "ci": facts["ci"],
            "ci_t": facts["ci_t"],
            "limits_of_agreement": facts["limits"],
        },
        "t": facts["t"],
        "wilcoxon": facts["wilcoxon"],
        "effect": {"cohen_dz": facts["cohen_dz"], "rank_biserial": facts["rank_biserial"]},
        **_note(of.note),
    }


def _agreement(of: Agreement) -> dict[str, Any]:
    facts = figures_json(of)
    fleiss = facts["fleiss"]
    return {
        "fleiss_kappa": fleiss["value"],
        **{name: fleiss[name] for name in ("ci", "ci_analytic")},
        **{
            name: facts[name]
            for name in ("items", "left_out", "readers", "exact", "exact_regrouped")
        },
        "gwet_ac1": facts["ac1"],
        "gwet_ac1_raw": facts["ac1_raw"],
        "icc_2_1": facts["icc_single"],
        "icc_2_k": facts["icc_average"],
        "krippendorff_alpha": facts["alpha"],
        "cohen_kappa": facts["cohen"],
        "quadratic_kappa": facts["quadratic"],
        **_note(of.fleiss.note),
        "notes": facts["notes"],
    }


def _intra_reader(of: IntraReader) -> dict[str, Any]:
    facts: dict[str, Any] = figures_json(of)
    named: dict[str, str] = {
        "cohen": "cohen_kappa",
        "quadratic": "quadratic_kappa",
        "ac1": "gwet_ac1_raw",
    }
    return {named.get(name) or name: value for name, value in facts.items()}


def _voi(result: VoiResult | None) -> dict[str, Any]:
    if result is None:
        return {}

    def table(comparisons: Mapping[Suv, Comparison]) -> dict[str, Any]:
        return {which.value: _comparison(of) for which, of in comparisons.items()}

    return {
        "reference": {site: table(of) for site, of in result.reference.items()},
        "lesions": table(result.lesions),
        "ratios": table(result.ratios),
        "reference_ratios": {site: table(of) for site, of in result.reference_ratios.items()},
        "notes": list(result.notes),
    }


def _foci(result: FociResult) -> dict[str, Any]:
    """The figures of one criterion."""
    facts: dict[str, Any] = {
        "match_mm": result.match_mm,
        "cases": result.cases,
        "marks": dict(zip((arm.value for arm in Arm), result.marks, strict=True)),
        "concordance": {
            group: {**figures_json(of), "share": of.share}
            for group, of in result.concordance.items()
        },
        "share_in_both": figures_json(result.share),
        "notes": list(result.notes),
    }
    if result.detection is not None:
        facts["detection"] = {
            arm.value: {
                "sensitivity": {
                    group: {"marked": hit, "lesions": there}
                    for group, (hit, there) in of.sensitivity.items()
                },
                "false_marks": of.false_marks,
                "readings": of.readings,
                "false_marks_a_case": of.false_marks_a_case,
            }
            for arm, of in result.detection.items()
        }
    if result.merit is not None and result.merit_difference is not None:
        facts["wafroc"] = {
            **{arm.value: value for arm, value in result.merit.items()},
            "difference": multi_reader_json(result.merit_difference),
        }
    return facts


def figures_json(value: Any) -> Any:
    """The figures of a result by their names; a pair of readers is one name.

    Raises ValueError of a figure that is not finite.
    """
    if is_dataclass(value):
        return {
            each.name: figures_json(getattr(value, each.name))
            for each in fields(value)
            if each.name != "note" or getattr(value, each.name)
        }
    if isinstance(value, Mapping):
        pairs = cast(Mapping[tuple[str, str], Any], value).items()
        return {PAIR.join(pair): figures_json(fact) for pair, fact in pairs}
    if isinstance(value, tuple):
        return [figures_json(each) for each in cast(tuple[Any, ...], value)]
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("a figure that does not exist is None, with a note")
    return value


def _note(note: str) -> dict[str, str]:
    return {"note": note} if note else {}
