import json
import math

import pytest

from station.reading.analysis import analyse
from station.report.reading.as_json import as_json, figures, json_text
from tests.reading.reader_scores import READERS, study_scores, study_vois

FEW = 200


@pytest.fixture(scope="module")
def told() -> dict:
    return json.loads(json_text(as_json(analyse(study_scores(), study_vois(), FEW))))


def test_each_criterion_has_both_arms_t_and_wilcoxon(told: dict):
    for criterion in ("tumor_delineation", "image_noise", "my own criterion"):
        one = told["criteria"][criterion]
        for arm in ("conventional", "dl"):
            assert one[arm].keys() == {"mean", "sd", "n"}
            assert one[arm]["n"] == 12
            assert one["pooled"][arm]["n"] == 24
        assert {"statistic", "df", "p", "p_holm"} <= one["t"].keys()
        assert {"statistic", "p"} <= one["wilcoxon"].keys()


def test_agreement_stands_under_overall_and_under_each_criterion(told: dict):
    agreement = told["agreement"]
    assert list(agreement) == ["overall", *told["criteria"]]
    for one in agreement.values():
        low, high = one["ci"]
        assert low <= one["fleiss_kappa"] <= high
        assert one["cohen_kappa"].keys() == {" × ".join(READERS)}
    assert agreement["overall"]["items"] == 12 * 2 * 3


def test_vois_stand_by_site_by_figure_and_by_arm(told: dict):
    voi = told["voi"]
    assert list(voi["reference"]) == ["aortic_arch", "liver", "my own tissue"]
    tables = [*voi["reference"].values(), voi["lesions"], voi["ratios"]]
    for table in tables:
        assert list(table) == ["suv_max", "suv_peak", "suv_mean"]
        for one in table.values():
            assert one["conventional"].keys() >= {"mean", "sd"}
            assert one["dl"].keys() >= {"mean", "sd"}
            assert one["t"]["df"] == one["conventional"]["n"] - 1
    assert voi["lesions"]["suv_max"]["dl"]["n"] == 24


def test_a_readers_agreement_with_himself_is_told_where_images_were_shown_again(told: dict):
    assert list(told["intra_reader"]) == list(READERS)
    assert told["intra_reader"]["Dr. Ito"]["overall"]["items"] == 3 * 2 * 3


def test_without_vois_and_repeats_their_places_are_empty():
    found = as_json(analyse(study_scores(repeats=0), (), FEW))
    assert (found["voi"], found["intra_reader"]) == ({}, {})


def test_what_does_not_exist_is_null_with_a_note_and_never_nan():
    one_case = study_scores(cases=1, readers=("Dr. Ito",), repeats=0)
    text = json_text(as_json(analyse(one_case, study_vois(cases=1, lesions=1), FEW)))
    assert "NaN" not in text
    assert "Infinity" not in text
    one = json.loads(text)
    t = one["criteria"]["image_noise"]["t"]
    assert (t["statistic"], t["p"], t["note"]) == (None, None, "One pair is too few for a t-test.")
    kappa = one["agreement"]["overall"]
    assert (kappa["fleiss_kappa"], kappa["ci"]) == (None, None)
    assert kappa["note"] == "Agreement needs at least two readers."
    assert one["voi"]["lesions"]["suv_max"]["t"]["note"]


def test_every_number_of_the_tables_is_a_figure_and_each_has_a_path_of_its_own(told: dict):
    found = list(figures(told))
    paths = [path for path, _ in found]
    assert len(set(paths)) == len(paths)
    assert all(math.isfinite(value) for _, value in found)
    by_path = dict(found)
    noise = told["criteria"]["image_noise"]
    assert by_path["criteria > image_noise > t > p"] == noise["t"]["p"]
    assert (
        by_path["criteria > image_noise > difference > ci > high"] == noise["difference"]["ci"][1]
    )
